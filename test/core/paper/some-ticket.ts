import { EMPTY_INTAKE } from '../../../src/core/intake.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import type { PaperDocument } from '../../../src/core/paper/paper.ts'
import type { PaperShop, PaperSpeech, PaperTicket } from '../../../src/core/paper/paper-ticket.ts'
import type { Readings } from '../../../src/core/reading.ts'
import { speak } from '../../../src/core/words/index.ts'

export const speech: PaperSpeech = {
  say: speak('en'),
  language: 'en',
  knowledge: SHIPPED,
  timeZone: 'Asia/Kolkata',
}

export const NO_SHOP: PaperShop = { letterhead: '', warrantyDays: 30 }

/** A ticket of which nobody has written down anything. */
export const BARE: PaperTicket = {
  number: 'T-0412',
  state: 'diagnosing',
  openedAt: '2026-11-20T10:00:00.000Z',
  closedAt: null,
  result: null,
  customer: { id: 'c', name: '', phone: '' },
  device: null,
  said: '',
  symptoms: [],
  checks: {},
  consents: [],
  attempts: [],
  workedFix: null,
  workedTogether: [],
  intake: EMPTY_INTAKE,
  warranty: null,
  reworkOf: null,
  training: false,
  inspection: null,
  changes: [],
  diagnosis: { causes: [] },
  advice: [],
  takenInBy: '',
}

const command = 'test'
export const READINGS: Readings = {
  'os.family': { status: 'measured', value: 'HyperOS', command },
  'network.validated': { status: 'measured', value: true, command },
  'network.vpn': { status: 'measured', value: true, command },
  'account.present': { status: 'unreadable', reason: 'refused', command },
  'findDevice.locked': { status: 'unreadable', reason: 'refused', command },
}

const attempt = { covers: [], minutes: null, technician: '' }

/** One on which everything that a slip can carry is noted. */
export const FULL: PaperTicket = {
  ...BARE,
  state: 'closed',
  closedAt: '2026-11-22T12:30:00.000Z',
  result: 'fixed',
  customer: { id: 'c', name: 'Asha Rao', phone: '+91 98765 43210' },
  device: { id: 'd', serial: '71d23d60', model: 'Redmi Note 12', imeis: ['490154203237518'] },
  said: 'It says could not verify\nMi Account ID',
  symptoms: ['cannot-verify'],
  checks: { 'website-sign-in': 'unknown' },
  consents: ['read', 'change'],
  attempts: [
    { ...attempt, fix: 'set-clock', outcome: 'failed', verified: 'sign-in', at: '2026-11-21T05:00:00.000Z' },
    {
      ...attempt,
      fix: 'restore-package',
      outcome: 'worked',
      verified: 'readings',
      at: '2026-11-21T05:30:00.000Z',
      technician: 'Meera',
    },
  ],
  workedFix: 'restore-package',
  intake: {
    condition: ['scratches', 'cracked-glass'],
    conditionNote: 'dent at the corner',
    left: ['sim', 'case'],
    leftNote: 'blue pouch',
    proof: 'seen',
    promisedAt: '2026-11-25T11:00:00.000Z',
    quote: 149_950,
    paid: 50_000,
    currency: 'INR',
  },
  warranty: { days: 30, until: '2026-12-22T12:30:00.000Z' },
  reworkOf: { id: 'w', number: 'T-0007' },
  inspection: { startedAt: '2026-11-21T05:31:00.000Z', readings: READINGS },
  changes: [{ label: 'Mi Account', before: 'disabled', after: 'on' }],
  advice: [{ title: 'Keep the number up to date', text: 'Codes go to it.' }],
  takenInBy: 'Tom',
}

/** All that a document says, a line each. */
export const linesOf = ({ letterhead, title, number, under, parts }: PaperDocument): string[] => [
  ...letterhead,
  title,
  number,
  ...under,
  ...parts.flatMap((part) => [
    part.title,
    ...part.lines.map((line) => {
      if (line.kind === 'fact') return `${line.name}: ${line.words}`
      return line.kind === 'item' && line.note !== undefined ? `${line.words} | ${line.note}` : line.words
    }),
  ]),
]

/** The lines of one part; null where it is left away. */
export const partOf = (document: PaperDocument, title: string): string[] | null => {
  const part = document.parts.find((each) => each.title === title)
  return part === undefined
    ? null
    : linesOf({ ...document, letterhead: [], under: [], parts: [part] }).slice(3)
}
