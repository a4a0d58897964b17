import type { DeskBridge } from '../../contract/bridge.ts'
import type { CommandAnswer, CommandInput, CommandName } from '../../contract/commands.ts'
import type { DeskEvent } from '../../contract/events.ts'
import { failed, missingCase } from '../../core/failure.ts'
import { isDraftEmpty } from './store/draft.ts'
import { useStore } from './store/store.ts'
import { sayFailure } from './words.ts'

declare global {
  // A global can only be added to by declaration merging, which needs an interface.
  interface Window {
    readonly desk: DeskBridge
  }
}

const bug = (error: unknown): ReturnType<typeof failed> =>
  failed('bug', { what: error instanceof Error ? error.message : String(error) })

/** The only caller of the bridge. What throws on the other side comes back as the failure "bug". */
export const ask = async <N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CommandAnswer<N>> => {
  try {
    return await window.desk.call(name, input)
  } catch (error) {
    return bug(error)
  }
}

/** For work that nobody waits for: a failure of it is a bug, and is said. */
export const unattended = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => {
    useStore.getState().tell(sayFailure(bug(error).failure))
  })
}

const land = (event: DeskEvent): void => {
  const store = useStore.getState()
  switch (event.name) {
    case 'bench.changed':
      store.showBench(event.view)
      return
    case 'ticket.changed':
      store.showTicket(event.view)
      return
    default:
      missingCase(event)
  }
}

/** Listens first and asks second, so that nothing falls between. */
export const connectDesk = async (): Promise<void> => {
  window.desk.on(land)
  const store = useStore.getState()
  const [bench, settings, knowledge, saved] = await Promise.all([
    ask('bench.get', {}),
    ask('settings.get', {}),
    ask('knowledge.get', {}),
    ask('draft.get', {}),
  ])
  if (bench.ok && useStore.getState().bench === null) store.showBench(bench.value)
  if (settings.ok) store.showSettings(settings.value)
  if (knowledge.ok) store.showKnowledge(knowledge.value)
  if (saved.ok) {
    store.restoreDraft(saved.value)
    if (!isDraftEmpty(saved.value.draft)) store.openForm()
  }
  const refused = [bench, settings, knowledge, saved].find((answer) => !answer.ok)
  store.failStart(refused && !refused.ok ? refused.failure : null)
}
