import type { FailureCode } from '../core/failure.ts'

/** What the shell sees: 0 done, 2 wrong use, 3 no phone, 4 not ready, 5 lost in the middle, 6 refused by a rule, 7 record. */
export const exitStatus = (code: FailureCode): number => {
  switch (code) {
    case 'input.invalid':
    case 'command.unknown':
    case 'phone.several':
    case 'recording.unusable':
    case 'recording.unsaved':
    case 'recording.nothing':
    case 'recording.too-many':
    case 'ticket.customer-missing':
    case 'ticket.unknown':
    case 'customer.unknown':
    case 'backup.exists':
    case 'backup.missing':
    case 'knowledge.unknown':
    case 'knowledge.own-faulty':
    case 'knowledge.own-other':
    case 'knowledge.own-none':
    case 'knowledge.file-unusable':
    case 'knowledge.file-unsaved':
    case 'settings.not-adb':
      return 2
    case 'phone.none':
    case 'phone.other':
    case 'adb.missing':
    case 'adb.start-failed':
    case 'adb.unreachable':
    case 'adb.port-taken':
    case 'adb.too-old':
    case 'screen.no-phone':
    case 'watch.no-phone':
      return 3
    case 'phone.not-ready':
    case 'screen.moving':
    case 'screen.covered':
    case 'screen.empty':
    case 'screen.missing':
    case 'screen.unknown':
    case 'screen.too-much':
    case 'watch.no-log':
      return 4
    case 'phone.gone':
    case 'phone.silent':
    case 'phone.flood':
      return 5
    case 'ticket.closed':
    case 'ticket.not-closed':
    case 'ticket.no-working-fix':
    case 'ticket.has-working-fix':
    case 'ticket.has-phone':
    case 'ticket.recorded':
    case 'screen.no-consent':
    case 'screen.training':
    case 'watch.no-consent':
    case 'watch.running':
    case 'watch.other-phone':
    case 'knowledge.own-used':
      return 6
    case 'knowledge.damaged':
    case 'knowledge.faulty':
    case 'backup.faulty':
    case 'record.changed':
    case 'record.damaged':
    case 'record.unusable':
    case 'record.newer':
    case 'record.locked':
    case 'record.full':
    case 'record.read-only':
      return 7
    case 'bug':
      return 1
  }
}
