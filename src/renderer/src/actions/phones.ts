import type { Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'

export const readPhone = async (key: string): Promise<Answer<null>> => ask('phone.read', { key })
export const startTraining = async (): Promise<Answer<null>> => ask('training.start', {})
export const stopTraining = async (): Promise<Answer<null>> => ask('training.stop', {})
