import type { AdbServerStatus } from '../phone.ts'
import { readySteps, type Obstacle, type System } from '../ready-steps.ts'
import { isMessageKey, type MessageKey, type Say } from './index.ts'

type Answering = Pick<AdbServerStatus, 'port' | 'version'>

/** What fills the words of a step: who answers on which port, where it is about the server. */
export const stepValues = (
  server: Answering | null,
): { readonly port: number; readonly version: number } => ({
  port: server?.port ?? 0,
  version: server?.version ?? 0,
})

/** What is typed into a terminal for a step, to be copied as it stands; null: nothing is. */
export const commandOf = (words: MessageKey, server: Answering | null, say: Say): string | null => {
  const key = `${words}.command`
  const command = isMessageKey(key) ? say(key, stepValues(server)) : ''
  return command === '' ? null : command
}

/** The steps as one text, for where there is no room for a list. */
export const sayAdvice = (
  obstacle: Obstacle | 'device',
  system: System,
  say: Say,
  server: Answering | null = null,
): string =>
  obstacle === 'device'
    ? say('step.ready')
    : readySteps(obstacle, system)
        .map(({ words }) => say(words, stepValues(server)))
        .join(' ')

/** The step that helps most often. */
export const sayFirstStep = (
  obstacle: Obstacle,
  system: System,
  say: Say,
  server: Answering | null = null,
): string => {
  const [first] = readySteps(obstacle, system)
  return first ? say(first.words, stepValues(server)) : ''
}
