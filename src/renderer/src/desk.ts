import type { DeskBridge } from '../../contract/bridge.ts'
import type { CommandAnswer, CommandInput, CommandName } from '../../contract/commands.ts'
import type { DeskEvent } from '../../contract/events.ts'
import type { StartNotice } from '../../contract/safety-views.ts'
import { failed, missingCase } from '../../core/failure.ts'
import { isDraftEmpty } from './store/draft.ts'
import { useStore } from './store/store.ts'
import { say, sayFailure } from './words.ts'

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
    useStore.getState().tell(sayFailure(bug(error).failure), true)
  })
}

/** What is known, or the record itself, has changed: every ticket that is held here says something else now, and the words typed too. */
const judgeAnew = async (): Promise<void> => {
  const { tickets, draft } = useStore.getState()
  for (const { id } of Object.values(tickets)) {
    const answer = await ask('ticket.get', { id })
    if (answer.ok) useStore.getState().showTicket(answer.value)
  }
  if (isDraftEmpty(draft)) return
  const heard = await ask('draft.get', {})
  if (heard.ok && useStore.getState().draft === draft) useStore.getState().draftWasSaved(heard.value, false)
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
    case 'record.changed':
      store.recordWasChanged()
      unattended(judgeAnew())
      return
    case 'knowledge.changed':
      store.showKnowledge(event.view)
      unattended(judgeAnew())
      return
    case 'report.counting':
      if (store.counting !== null) store.showCounting(event.part)
      return
    case 'learning.changed':
      store.showLearning(event.view)
      return
    case 'safety.changed':
      store.showSafety(event.view)
      return
    case 'draft.changed':
      store.restoreDraft(event.view)
      return
    case 'start.changed':
      store.showStart(event.view)
      return
    default:
      missingCase(event)
  }
}

const sayNotice = (notice: StartNotice): string =>
  notice.kind === 'restored'
    ? say('start.restored', { tickets: notice.tickets, kept: notice.aside === null ? 'no' : 'yes' })
    : `${say('start.restore-failed')} ${sayFailure(notice.failure)}`

/** Listens first and asks second, so that nothing falls between. */
export const connectDesk = async (): Promise<void> => {
  window.desk.on(land)
  const store = useStore.getState()
  const [start, bench, settings, knowledge, saved, forms, safety] = await Promise.all([
    ask('start.get', {}),
    ask('bench.get', {}),
    ask('settings.get', {}),
    ask('knowledge.get', {}),
    ask('draft.get', {}),
    ask('own.drafts', {}),
    ask('safety.get', {}),
  ])
  if (start.ok) {
    store.showStart(start.value)
    if (start.value.state !== 'open') return
    const { notice } = start.value
    if (notice) store.tell(sayNotice(notice), notice.kind === 'failed')
  }
  if (bench.ok && useStore.getState().bench === null) store.showBench(bench.value)
  if (settings.ok) store.showSettings(settings.value)
  if (safety.ok && useStore.getState().safety === null) store.showSafety(safety.value)
  if (knowledge.ok) store.showKnowledge(knowledge.value)
  if (saved.ok) {
    store.restoreDraft(saved.value)
    if (!isDraftEmpty(saved.value.draft)) store.openForm()
  }
  if (forms.ok) store.restoreOwnForms(forms.value)
  const refused = [bench, settings, knowledge, saved, forms, safety].find((answer) => !answer.ok)
  store.failStart(refused && !refused.ok ? refused.failure : null)
}
