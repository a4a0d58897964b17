/**
 * Everything that can go wrong in a way that the user is told about, by code.
 * The words are in words/en/failures.json under `failure.CODE`; `details` fills their placeholders.
 */
export type FailureCode =
  | 'input.invalid'
  | 'command.unknown'
  | 'adb.missing'
  | 'adb.start-failed'
  | 'adb.unreachable'
  | 'adb.port-taken'
  | 'adb.too-old'
  | 'phone.none'
  | 'phone.several'
  | 'phone.other'
  | 'phone.not-ready'
  | 'phone.gone'
  | 'phone.silent'
  | 'phone.flood'
  | 'paper.no-printer'
  | 'paper.not-printed'
  | 'paper.not-made'
  | 'paper.unsaved'
  | 'recording.unusable'
  | 'recording.unsaved'
  | 'recording.nothing'
  | 'recording.too-many'
  | 'ticket.unknown'
  | 'ticket.closed'
  | 'ticket.ready'
  | 'ticket.fixed'
  | 'ticket.not-waiting'
  | 'ticket.unchanged'
  | 'ticket.no-rework'
  | 'ticket.not-closed'
  | 'ticket.no-working-fix'
  | 'ticket.has-working-fix'
  | 'ticket.customer-missing'
  | 'ticket.has-phone'
  | 'ticket.recorded'
  | 'ticket.training-phone'
  | 'screen.no-consent'
  | 'screen.training'
  | 'screen.no-phone'
  | 'screen.moving'
  | 'screen.covered'
  | 'screen.empty'
  | 'screen.missing'
  | 'screen.unknown'
  | 'screen.too-much'
  | 'settings.not-adb'
  | 'watch.no-consent'
  | 'watch.no-phone'
  | 'watch.running'
  | 'watch.no-log'
  | 'watch.other-phone'
  | 'knowledge.unknown'
  | 'knowledge.damaged'
  | 'knowledge.faulty'
  | 'knowledge.own-faulty'
  | 'knowledge.own-used'
  | 'knowledge.own-other'
  | 'knowledge.own-none'
  | 'knowledge.file-unusable'
  | 'knowledge.file-unsaved'
  | 'report.unsaved'
  | 'learning.nothing'
  | 'learning.file-unusable'
  | 'learning.file-unsaved'
  | 'customer.unknown'
  | 'customer.erased'
  | 'customer.same'
  | 'device.unknown'
  | 'device.imei'
  | 'intake.amount'
  | 'intake.time'
  | 'note.empty'
  | 'note.unknown'
  | 'note.missing'
  | 'note.erased'
  | 'backup.exists'
  | 'backup.missing'
  | 'backup.faulty'
  | 'record.missing'
  | 'record.closed'
  | 'record.no-folder'
  | 'record.changed'
  | 'record.not-empty'
  | 'record.damaged'
  | 'record.unusable'
  | 'record.newer'
  | 'record.locked'
  | 'record.full'
  | 'record.read-only'
  | 'import.unusable'
  | 'import.newer'
  | 'import.changed'
  | 'import.left-out'
  | 'upgrade.no-space'
  | 'upgrade.no-copy'
  | 'work.stopped'
  | 'record.away'
  | 'record.failing'
  | 'bug'

export type Failure = {
  readonly code: FailureCode
  readonly details: Readonly<Record<string, string | number>>
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export const done = <T>(value: T): Answer<T> => ({ ok: true, value })

export const failed = (
  code: FailureCode,
  details: Failure['details'] = {},
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, details },
})

/** Ends a switch over a union: a new member that nobody handles does not compile. */
export const missingCase = (unexpected: never): never => {
  throw new TypeError(`Unhandled case: ${JSON.stringify(unexpected)}`)
}
