import type { CommandAnswer, CommandInput, CommandName } from './commands.ts'
import type { DeskEvent } from './events.ts'

/** The two channels between the processes; nothing else crosses. */
export const CALL_CHANNEL = 'benchside:call'
export const EVENT_CHANNEL = 'benchside:event'

/** What the preload script puts on `window.desk`: two functions. */
export type DeskBridge = {
  readonly call: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandAnswer<N>>
  /** Returns a function that stops listening. */
  readonly on: (listener: (event: DeskEvent) => void) => () => void
}
