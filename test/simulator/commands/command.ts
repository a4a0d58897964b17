import type { PhoneChange } from '../change.ts'
import type { Reply } from '../shell/reply.ts'
import type { PhoneState } from '../state.ts'

/** What a command of the phone sees and may do. */
export type PhoneContext = {
  readonly state: PhoneState
  /** The file that holds its log. */
  readonly logFile: string
  change(change: PhoneChange): void
}

/** `words` are the arguments after the command's name. */
export type Command = (words: readonly string[], phone: PhoneContext) => Reply
