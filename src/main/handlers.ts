import type { CommandHandlers } from '../contract/commands.ts'
import type { Settings, SettingsChange, SettingsView } from '../contract/views.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { isAdb } from '../device/adb/is-adb.ts'
import { isRecordingKey, TRAINING_KEY } from '../core/phone.ts'
import type { RecordingBench } from '../device/recording-bench.ts'
import type { TrainingBench } from '../device/training-bench.ts'
import type { Store } from '../storage/store.ts'
import {
  agreeToLoss,
  attachPhone,
  changeConsents,
  changeSymptoms,
  closeTicket,
  letWait,
  recordCheck,
  reopenTicket,
  resumeTicket,
  setReady,
} from '../usecases/change-ticket.ts'
import { recordAttempt } from '../usecases/record-attempt.ts'
import type { BenchFollower } from '../usecases/follow-bench.ts'
import { clearDraft, loadDraft, saveDraft } from '../usecases/keep-draft.ts'
import { loadTyping, saveTyping } from '../usecases/keep-typing.ts'
import { changeIntake, correctTicket } from '../usecases/change-intake.ts'
import { describeDevice, mergeCustomers, showCustomer, showDevice } from '../usecases/look-up.ts'
import { markRework } from '../usecases/rework.ts'
import { addNote } from '../usecases/notes.ts'
import { loadSettings, saveSettings } from '../usecases/keep-settings.ts'
import { pageOfTickets } from '../usecases/list-tickets.ts'
import { openTicket } from '../usecases/open-ticket.ts'
import { readScreenMessage } from '../usecases/read-screen-message.ts'
import type { Learning } from '../usecases/learning.ts'
import { showTicket, type TicketDesk } from '../usecases/show-ticket.ts'
import type { SignInWatches } from '../usecases/sign-in-watches.ts'
import type { OwnKnowledge } from '../usecases/own-knowledge.ts'
import { ownKnowledgeHandlers, shownKnowledge } from './own-knowledge-handlers.ts'
import { learningHandlers } from './learning-handlers.ts'
import { paperHandlers } from './paper-handlers.ts'
import { recordingHandlers } from './recording-handlers.ts'
import { reportHandlers, type CountReport } from './report-handlers.ts'
import { eraseHandlers } from './erase-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import type { RecordCare } from './look-after-record.ts'
import { safetyHandlers } from './safety-handlers.ts'
import { NOT_IN_TROUBLE } from './start-handlers.ts'

type Parts = {
  readonly store: Store
  readonly bench: TrainingBench
  readonly recordings: RecordingBench
  readonly follower: BenchFollower
  readonly desk: TicketDesk
  readonly watches: SignInWatches
  readonly own: OwnKnowledge
  /** Looks at what the closed tickets teach, in its own time. */
  readonly learn: () => void
  readonly learning: Learning
  readonly countReport: CountReport
  readonly dataFolder: string
  readonly adbPath: () => string | null
  readonly ownServer: (wanted: boolean) => SettingsView['ownServer']
  /** A program that somebody picks in the system's own dialog; null when nobody does. */
  readonly chooseProgram: () => Promise<string | null>
  readonly useSettings: (settings: Settings) => void
  readonly version: string
  readonly care: RecordCare
  readonly ticketChanged: (id: string) => void
  /** Much of the record is otherwise than the window knows. */
  readonly recordChanged: () => void
  readonly started: CommandHandlers['start.get']
  /** Puts a copy in the record's place, and opens the desk anew. */
  readonly restore: (file: string) => void
}

/** What the window may ask for, each in a line or two: the use cases do the work. */
export const commandHandlers = (parts: Parts): CommandHandlers => {
  const { store, bench, follower, desk, watches } = parts
  const viewSettings = (settings: Settings): SettingsView => ({
    ...settings,
    dataFolder: parts.dataFolder,
    adbPath: parts.adbPath(),
    ownServer: parts.ownServer(settings.ownAdbServer),
    version: parts.version,
  })
  const changeSettings = async (change: SettingsChange): Promise<Answer<SettingsView>> => {
    const settings = await saveSettings(store, change)
    if (!settings.ok) return settings
    parts.useSettings(settings.value)
    return done(viewSettings(settings.value))
  }
  return {
    'bench.get': async () => done(follower.view()),
    'phone.read': async ({ key }) => (follower.read(key) ? done(null) : failed('phone.gone')),
    'training.start': async () => {
      bench.start()
      return done(null)
    },
    'training.stop': async () => {
      bench.stop()
      return done(null)
    },
    ...recordingHandlers({
      store,
      recordings: parts.recordings,
      inspectionIdOf: follower.inspectionIdOf,
      say: desk.speech.say,
    }),
    ...safetyHandlers(parts.care, desk.speech.say, parts.restore),
    ...eraseHandlers(parts),
    ...exportHandlers(parts.care, desk.speech.say, () => {
      parts.recordChanged()
      return parts.own.refresh()
    }),
    ...NOT_IN_TROUBLE,
    'start.get': parts.started,
    'draft.get': () => loadDraft(store, desk.speech),
    'draft.save': (draft) => saveDraft(store, desk.speech, draft),
    'typing.get': () => loadTyping(store),
    'typing.save': ({ typing }) => saveTyping(store, typing),
    'ticket.open': async ({ phoneKey, ...intake }) => {
      const inspectionId = phoneKey === null ? null : follower.inspectionIdOf(phoneKey)
      const opened = await openTicket(desk, { ...intake, inspectionId })
      if (!opened.ok) return opened
      if (phoneKey !== null) follower.tie(phoneKey, opened.value.id)
      // The ticket stands also when the form cannot be emptied: it then comes back with the next start, no more.
      await clearDraft(store)
      return done({ ...opened.value, phoneKey })
    },
    'ticket.get': ({ id }) => showTicket(desk, id),
    'ticket.page': (query) => pageOfTickets(store, query, desk.speech),
    'ticket.attach': async ({ id, phoneKey }) => {
      if (isRecordingKey(phoneKey)) return failed('ticket.recorded')
      // A customer's ticket would become training, and nothing be learned of it.
      if (phoneKey === TRAINING_KEY) return failed('ticket.training-phone')
      const attached = await attachPhone(desk, id, follower.inspectionIdOf(phoneKey))
      if (!attached.ok) return attached
      follower.tie(phoneKey, attached.value.id)
      return showTicket(desk, attached.value.id)
    },
    'ticket.readScreen': ({ id }) => readScreenMessage(desk, id, (ticketId) => follower.linkOf(ticketId)),
    'ticket.symptoms': ({ id, symptoms }) => changeSymptoms(desk, id, symptoms),
    'ticket.watchSignIn': ({ id }) => watches.watch(id),
    'ticket.stopWatch': async ({ id }) => {
      await watches.stop(id)
      return done(null)
    },
    'ticket.consents': async ({ id, consents }) => {
      if (!consents.includes('read')) await watches.stop(id)
      const changed = await changeConsents(desk, id, consents)
      // Named by its number, or begun again in between.
      if (changed.ok && !changed.value.consents.includes('read')) await watches.stop(changed.value.id)
      return changed
    },
    'ticket.check': (input) => recordCheck(desk, input),
    'ticket.attempt': async (input) => {
      const recorded = await recordAttempt(desk, input)
      if (!recorded.ok) return recorded
      const { phoneKey, attempts } = recorded.value
      if (phoneKey === TRAINING_KEY) bench.after(attempts.length)
      // What the fix changed shows in the readings: the phone is read again at once.
      if (phoneKey !== null) follower.read(phoneKey)
      return recorded
    },
    'ticket.intake': ({ id, intake }) => changeIntake(desk, id, intake),
    'ticket.correct': ({ id, ...corrected }) => correctTicket(desk, id, corrected),
    'ticket.note': ({ id, text, corrects }) => addNote(desk, id, text, corrects),
    'ticket.rework': ({ id, of }) => markRework(desk, id, of),
    'customer.get': ({ id }) => showCustomer(desk, id),
    'customer.merge': ({ into, from }) => mergeCustomers(desk, into, from),
    'device.get': ({ id }) => showDevice(desk, id),
    'device.describe': ({ id, device }) => describeDevice(desk, id, device),
    'ticket.wait': (input) => letWait(desk, input.id, input.for),
    'ticket.resume': ({ id }) => resumeTicket(desk, id),
    'ticket.ready': ({ id, result }) => setReady(desk, id, result),
    'ticket.agreeToLoss': (input) => agreeToLoss(desk, input),
    'ticket.close': async ({ id, result }) => {
      await watches.stop(id)
      const closed = await closeTicket(desk, id, result)
      if (!closed.ok) return closed
      await watches.stop(closed.value.id)
      follower.ticketMoved(closed.value)
      parts.learn()
      return closed
    },
    'ticket.reopen': async ({ id }) => {
      const reopened = await reopenTicket(desk, id)
      if (!reopened.ok) return reopened
      follower.ticketMoved(reopened.value)
      parts.learn()
      return showTicket(desk, reopened.value.id)
    },
    'knowledge.get': async () => {
      // Another program may have added to it. What cannot be read again is known as it was.
      await parts.own.refresh()
      return done(shownKnowledge(desk.speech, parts.own))
    },
    ...ownKnowledgeHandlers({ store, own: parts.own, say: desk.speech.say }),
    ...learningHandlers(parts.learning, desk.speech.say),
    ...reportHandlers({ ...parts, speech: desk.speech }),
    ...paperHandlers(desk),
    'settings.get': async () => {
      const settings = await loadSettings(store)
      return settings.ok ? done(viewSettings(settings.value)) : settings
    },
    'settings.save': async (change) => changeSettings(change),
    'settings.chooseAdb': async () => {
      const chosen = await parts.chooseProgram()
      if (chosen === null) return changeSettings({})
      return (await isAdb(chosen))
        ? changeSettings({ adbProgram: chosen })
        : failed('settings.not-adb', { path: chosen })
    },
    'settings.findAdb': async () => changeSettings({ adbProgram: null }),
  }
}
