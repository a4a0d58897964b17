import { readFileSync } from 'node:fs'
import { parseRecording, type Recording } from '../../src/core/recording.ts'

const STAGES = ['1-as-it-came', '2-clock-right', '3-account-on'] as const

export const trainingText = (stage: (typeof STAGES)[number]): string =>
  readFileSync(new URL(`../../resources/training/${stage}.json`, import.meta.url), 'utf8')

export const trainingRecordings = (): readonly Recording[] =>
  STAGES.map((stage) => {
    const parsed = parseRecording(trainingText(stage), stage)
    if (!parsed.ok) throw new Error(String(parsed.failure.details['why']))
    return parsed.value
  })
