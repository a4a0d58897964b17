import { ipcMain, session, type IpcMainInvokeEvent } from 'electron'
import { CALL_CHANNEL } from '../contract/bridge.ts'
import { COMMANDS, isCommandName, type CommandHandlers, type CommandName } from '../contract/commands.ts'
import { failed, type Answer } from '../core/failure.ts'
import { isOwnPage } from './serve-window.ts'

/** Our own page in the main frame of its window; anything else that reaches the channel is a stranger. */
const isOwnSender = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  sender.session === session.defaultSession &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  isOwnPage(senderFrame.url)

const answer = async (
  handlers: Partial<CommandHandlers>,
  name: CommandName,
  input: unknown,
): Promise<Answer<unknown>> => {
  const parsed = COMMANDS[name].safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return failed('input.invalid', {
      field: issue?.path.join('.') || name,
      why: issue?.message ?? 'not as expected',
    })
  }
  const handler: ((input: never) => Promise<Answer<unknown>>) | undefined = handlers[name]
  return handler ? handler(parsed.data as never) : failed('record.closed')
}

/** While no record is open only what opens one is answered. */
export type Answering = { readonly use: (handlers: Partial<CommandHandlers>) => void }

/** The one place where the window's calls come in: sender checked, name known, input parsed, never a thrown error. */
export const answerCommands = (onBug: (error: unknown) => void): Answering => {
  let handlers: Partial<CommandHandlers> = {}
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    if (!isOwnSender(event)) return failed('command.unknown', { name: 'refused' })
    if (typeof name !== 'string' || !isCommandName(name)) {
      return failed('command.unknown', { name: String(name).slice(0, 60) })
    }
    try {
      return await answer(handlers, name, input)
    } catch (error) {
      onBug(error)
      return failed('bug', { what: name })
    }
  })
  return {
    use: (now) => {
      handlers = now
    },
  }
}
