import { z } from 'zod'
import { KEPT } from '../core/copies/schedule.ts'
import type { Answer } from '../core/failure.ts'
import { PAPER_KINDS, PAPER_SIZES, type PaperKind, type PaperSize } from '../core/paper/paper.ts'
import type { OwnDraft } from '../core/knowledge/own/own-draft.ts'
import { CONDITIONS, LEFT_ITEMS, PROOFS } from '../core/intake.ts'
import {
  CHECK_RESULTS,
  CLOSE_RESULTS,
  CONSENTS,
  OUTCOMES,
  TICKET_STATES,
  VERIFICATIONS,
  WAITS,
} from '../core/ticket.ts'
import { ownDraft, typing } from './typed-forms.ts'
import type { ReportView } from './report-view.ts'
import type { LearningView } from './learning-view.ts'
import type {
  ComparisonView,
  CopyView,
  DueView,
  ErasedNoteView,
  ErasedView,
  ImportView,
  SafetyView,
  StartView,
} from './safety-views.ts'
import {
  THEMES,
  type BenchView,
  type CustomerView,
  type DeviceView,
  type KnowledgeView,
  type OwnSavedView,
  type OwnTrialView,
  type SavedDraftView,
  type ScreenMessageView,
  type SettingsView,
  type TicketPageView,
  type TicketView,
  type TypingView,
} from './views.ts'

const id = z.string().min(1).max(100)
const line = z.string().max(200)
/** What the customer says may be pasted from a chat. */
const prose = z.string().max(20_000)
const path = z.string().min(1).max(4096)
const symptoms = z.array(id).max(60)
const consents = z.array(z.enum(CONSENTS)).max(CONSENTS.length)
const months = z.number().int().min(1).max(240)
const nothing = z.strictObject({})
const moment = z.iso.datetime().nullable()
const range = z.strictObject({ from: moment, to: moment })

const intake = z.strictObject({
  condition: z.array(z.enum(CONDITIONS)).max(CONDITIONS.length).readonly(),
  conditionNote: prose,
  left: z.array(z.enum(LEFT_ITEMS)).max(LEFT_ITEMS.length).readonly(),
  leftNote: prose,
  proof: z.enum(PROOFS).nullable(),
  promised: line,
  quote: line,
  paid: line,
})

const device = z.strictObject({ imei: line, imei2: line, serial: line, model: line })

const draft = z.strictObject({
  customerName: line,
  phoneNumber: line,
  said: prose,
  symptoms,
  struck: symptoms,
  consents,
  intake,
  device,
  customerId: id.nullable(),
  reworkOf: id.nullable(),
})

const paper = z.strictObject({ id, kind: z.enum(PAPER_KINDS), size: z.enum(PAPER_SIZES) })

/** Everything that the window may ask for: the input's schema by command name. Anything else is refused. */
export const COMMANDS = {
  'bench.get': nothing,
  'phone.read': z.strictObject({ key: id }),
  'training.start': nothing,
  'training.stop': nothing,
  'recording.save': z.strictObject({ key: id }),
  'recording.open': nothing,
  'recording.close': z.strictObject({ key: id }),
  'draft.get': nothing,
  'draft.save': draft,
  'typing.get': nothing,
  'typing.save': z.strictObject({ typing }),
  'ticket.open': draft.extend({ phoneKey: id.nullable() }),
  'ticket.get': z.strictObject({ id }),
  'ticket.page': z.strictObject({
    search: line,
    state: z.enum(TICKET_STATES).nullable(),
    result: z.enum(CLOSE_RESULTS).nullable(),
    training: z.boolean().nullable(),
    /** Tickets older than this one, and of those so many passed over. */
    before: z.number().int().min(0).nullable(),
    skip: z.number().int().min(0),
    limit: z.number().int().min(1).max(200),
  }),
  'ticket.attach': z.strictObject({ id, phoneKey: id }),
  'ticket.readScreen': z.strictObject({ id }),
  'ticket.watchSignIn': z.strictObject({ id }),
  'ticket.stopWatch': z.strictObject({ id }),
  'ticket.symptoms': z.strictObject({ id, symptoms }),
  'ticket.consents': z.strictObject({ id, consents }),
  'ticket.check': z.strictObject({ id, check: id, result: z.enum(CHECK_RESULTS) }),
  'ticket.attempt': z.strictObject({
    id,
    fix: id,
    /** What else was done before the same sign-in try. */
    with: z.array(id).max(8).optional(),
    outcome: z.enum(OUTCOMES),
    verified: z.enum(VERIFICATIONS),
    minutes: z.number().int().min(0).max(6000).nullable().optional(),
  }),
  'ticket.intake': z.strictObject({ id, intake }),
  'ticket.correct': z.strictObject({ id, customerName: line, phoneNumber: line, said: prose }),
  'ticket.note': z.strictObject({ id, text: prose, corrects: id.nullable() }),
  'ticket.rework': z.strictObject({ id, of: id }),
  'customer.get': z.strictObject({ id }),
  'customer.merge': z.strictObject({ into: id, from: id }),
  'device.get': z.strictObject({ id }),
  'device.describe': z.strictObject({ id, device }),
  'ticket.wait': z.strictObject({ id, for: z.enum(WAITS) }),
  'ticket.resume': z.strictObject({ id }),
  'ticket.ready': z.strictObject({ id, result: z.enum(CLOSE_RESULTS) }),
  'ticket.agreeToLoss': z.strictObject({ id, fix: id }),
  'ticket.close': z.strictObject({ id, result: z.enum(CLOSE_RESULTS) }),
  'ticket.reopen': z.strictObject({ id }),
  'knowledge.get': nothing,
  'own.drafts': nothing,
  'own.keepDrafts': z.strictObject({ drafts: z.array(ownDraft).max(60) }),
  'own.save': z.strictObject({ draft: ownDraft }),
  'own.remove': z.strictObject({ id }),
  'own.export': nothing,
  /** Chooses a file and says what would come of it; nothing is written before the next one. */
  'own.tryImport': nothing,
  'own.import': nothing,
  'learning.get': nothing,
  'learning.reset': nothing,
  'learning.undoReset': nothing,
  'learning.export': nothing,
  'learning.import': nothing,
  'learning.drop': nothing,
  'report.get': range,
  /** What is being counted is no longer wanted. */
  'report.stop': nothing,
  'report.csv': range,
  'paper.sizes': nothing,
  'paper.size': z.strictObject({ kind: z.enum(PAPER_KINDS), size: z.enum(PAPER_SIZES) }),
  'paper.preview': paper,
  'paper.print': paper,
  'paper.pdf': paper,
  'settings.get': nothing,
  'settings.save': z
    .strictObject({
      theme: z.enum(THEMES),
      ownAdbServer: z.boolean(),
      internetTime: z.boolean(),
      technicians: z.array(z.string().min(1).max(60)).max(30).readonly(),
      technician: z.string().max(60).nullable(),
      currency: z.string().max(6),
      warrantyDays: z.number().int().min(0).max(3650),
      letterhead: z.string().max(300),
    })
    .partial(),
  'customer.erase': z.strictObject({ id }),
  'note.erase': z.strictObject({ id }),
  'safety.get': nothing,
  'record.check': nothing,
  /** Where to and which file comes from the system's own dialog. */
  'record.export': nothing,
  'record.importTrial': nothing,
  /** The file that the last trial was of. */
  'record.import': nothing,
  'copies.list': nothing,
  'copies.make': nothing,
  /** Where they go comes from the system's own dialog. */
  'copies.chooseFolder': nothing,
  'copies.useOwnFolder': nothing,
  'copies.keep': z.strictObject({ kept: z.number().int().min(KEPT.least).max(KEPT.most) }),
  /** How many it would forget now; nobody is forgotten by asking. */
  'customer.due': z.strictObject({ months }),
  'customer.forgetAfter': z.strictObject({ months: months.or(z.literal(0)) }),
  /** One of those that were listed; no other file is touched. */
  'copies.remove': z.strictObject({ file: path }),
  'copies.compare': z.strictObject({ file: path }),
  /** Answered when it has begun: the page is loaded anew when it is done. */
  'copies.restore': z.strictObject({ file: path }),
  'start.get': nothing,
  'start.again': nothing,
  'start.chooseFolder': nothing,
  'start.restore': z.strictObject({ file: path }),
  /** Keeps what is there of a damaged record in a folder that is chosen in the system's own dialog. */
  'start.keepDamaged': nothing,
  'work.stop': z.strictObject({ id }),
  /** The path of a program comes from the system's own dialog, never out of the window. */
  'settings.chooseAdb': nothing,
  'settings.findAdb': nothing,
} as const

export type CommandName = keyof typeof COMMANDS
export type CommandInput<N extends CommandName> = z.infer<(typeof COMMANDS)[N]>

type Results = {
  'bench.get': BenchView
  'phone.read': null
  'training.start': null
  'training.stop': null
  /** The name of the file; null when no place was chosen. */
  'recording.save': { readonly name: string | null }
  /** The key of the recording on the bench; null when no file was chosen. */
  'recording.open': { readonly key: string | null }
  'recording.close': null
  'draft.get': SavedDraftView
  'draft.save': SavedDraftView
  'typing.get': TypingView
  'typing.save': null
  'ticket.open': TicketView
  'ticket.get': TicketView
  'ticket.page': TicketPageView
  'ticket.attach': TicketView
  'ticket.readScreen': ScreenMessageView
  /** Answered when the watch has ended; what is seen until then comes with the ticket's view. */
  'ticket.watchSignIn': TicketView
  'ticket.stopWatch': null
  'ticket.symptoms': TicketView
  'ticket.consents': TicketView
  'ticket.check': TicketView
  'ticket.attempt': TicketView
  'ticket.intake': TicketView
  'ticket.correct': TicketView
  'ticket.note': TicketView
  'ticket.rework': TicketView
  'customer.get': CustomerView
  'customer.merge': CustomerView
  'device.get': DeviceView
  'device.describe': DeviceView
  'ticket.wait': TicketView
  'ticket.resume': TicketView
  'ticket.ready': TicketView
  'ticket.agreeToLoss': TicketView
  'ticket.close': TicketView
  'ticket.reopen': TicketView
  'knowledge.get': KnowledgeView
  'own.drafts': readonly OwnDraft[]
  'own.keepDrafts': null
  'own.save': OwnSavedView
  'own.remove': null
  /** The name of the file; null when no place was chosen. */
  'own.export': { readonly name: string | null }
  /** Null when no file was chosen. */
  'own.tryImport': OwnTrialView | null
  'own.import': OwnTrialView
  'learning.get': LearningView
  'learning.reset': LearningView
  'learning.undoReset': LearningView
  /** The name of the file; null when no place was chosen. */
  'learning.export': { readonly name: string; readonly tickets: number } | null
  /** Null when no file was chosen. */
  'learning.import': LearningView | null
  'learning.drop': LearningView
  'report.get': ReportView
  'report.stop': null
  /** The name of the file; null when no place was chosen. */
  'report.csv': { readonly name: string } | null
  'customer.erase': ErasedView
  'note.erase': ErasedNoteView
  'safety.get': SafetyView
  'record.check': SafetyView
  /** Null when no place was chosen. */
  'record.export': { readonly folder: string; readonly tickets: number } | null
  'record.importTrial': ImportView | null
  'record.import': ImportView
  'copies.list': readonly CopyView[]
  'copies.make': SafetyView
  'copies.chooseFolder': SafetyView
  'copies.useOwnFolder': SafetyView
  'copies.keep': SafetyView
  'customer.due': DueView
  'customer.forgetAfter': SafetyView
  'copies.remove': readonly CopyView[]
  'copies.compare': ComparisonView
  'copies.restore': null
  'start.get': StartView
  'start.again': null
  'start.chooseFolder': null
  'start.restore': null
  /** The file; null when no folder was chosen. */
  'start.keepDamaged': { readonly file: string | null }
  'work.stop': null
  'paper.sizes': Readonly<Record<PaperKind, PaperSize>>
  'paper.size': Readonly<Record<PaperKind, PaperSize>>
  /** As it will look: a PNG, in base64. */
  'paper.preview': { readonly png: string }
  /** False: the dialog was closed. */
  'paper.print': { readonly sent: boolean }
  /** The name of the file; null when no place was chosen. */
  'paper.pdf': { readonly name: string | null }
  'settings.get': SettingsView
  'settings.save': SettingsView
  'settings.chooseAdb': SettingsView
  'settings.findAdb': SettingsView
}
export type CommandResult<N extends CommandName> = Results[N]
export type CommandAnswer<N extends CommandName> = Answer<CommandResult<N>>

/** One handler a command: a missing one does not compile. */
export type CommandHandlers = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandAnswer<N>>
}

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)
