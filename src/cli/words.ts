import { parseArgs, type ParseArgsConfig } from 'node:util'
import { failed, type Answer, done } from '../core/failure.ts'

export const HELP = `benchside COMMAND [options]

  phones                                     the phones that adb sees, in every state
  probe [--serial S | --transport N] [--save FILE] [--replay FILE]
  diagnose --input FILE|-
  evaluate --reports FILE.jsonl              how often the right cause comes first, by tier
  knowledge check                            faults of the data
  knowledge coverage --facts FILE...         facts that a record covers, and that none does
  knowledge list                             every record, the shop's own among them
  knowledge export FILE                      what the shop has added, to give to another counter
  knowledge import FILE [--dry-run] [--replace]  all of it or nothing; says what is new and what reads otherwise
  learning show                              what closed tickets have taught, and whether the advice held
  learning reset [--undo]                    only tickets closed from now on teach; no ticket is changed
  learning export FILE                       counts to share, with nothing about anybody in them
  learning import FILE | drop                begin from another shop’s counts, or leave them out again
  report [--from DAY] [--to DAY] [--csv FILE]  what was closed, how steps went and what came back
  simulate --cases N --seed N                minutes to the end of a case, against fixed orders and the best plan
  ticket open --customer NAME --phone NUMBER --said TEXT [--serial S] [--consent read,change,restore,loss] [--imei IMEI]
  ticket attempt ID --fix FIX[,FIX...] --outcome worked|failed|partly --verified sign-in|readings|word [--minutes N]
  ticket rework ID --of ID                   the first ticket keeps its warranty running
  ticket note ID --text TEXT
  ticket wait ID --for customer|parts|service|hours-72|days-7
  ticket ready ID --result fixed|not-fixed|referred|declined    done, to be fetched
  ticket resume ID                           back to the bench
  ticket close ID --result fixed|not-fixed|referred|declined
  ticket reopen ID
  ticket show ID
  ticket paper ID --kind intake|label|hand-over [--size A4|roll|label] --html FILE    as a page to print
  ticket watch ID [--seconds N] [--serial S | --transport N]
  ticket list [--search TEXT] [--state S] [--limit N]
  data check                                 reads the whole record and its history
  data backup FILE [--even-damaged]          a copy that was opened and read before it is called one
  data export DIR                            the whole record as JSON, and a CSV file a subject
  data import FILE [--dry-run]               brings in the record.json of an export; says what became of each line
  data restore FILE                          puts a copy in the record's place; what was there is kept
  data erase --customer ID                   forgets a person; what helped is kept
  data erase --note ID [--who NAME]          forgets what a note says; that there was one is kept
  data seed --data DIR --tickets N --seed N  invented tickets, for measuring; never beside real ones

  everywhere: --json  --data DIR  --adb-port N; with a ticket --who NAME
`

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  data: { type: 'string' },
  'adb-port': { type: 'string' },
  serial: { type: 'string' },
  transport: { type: 'string' },
  save: { type: 'string' },
  replay: { type: 'string' },
  input: { type: 'string' },
  reports: { type: 'string' },
  'dry-run': { type: 'boolean' },
  replace: { type: 'boolean' },
  undo: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  csv: { type: 'string' },
  'even-damaged': { type: 'boolean' },
  facts: { type: 'string', multiple: true },
  cases: { type: 'string' },
  tickets: { type: 'string' },
  seed: { type: 'string' },
  customer: { type: 'string' },
  note: { type: 'string' },
  phone: { type: 'string' },
  said: { type: 'string' },
  consent: { type: 'string' },
  symptoms: { type: 'string' },
  fix: { type: 'string', multiple: true },
  outcome: { type: 'string' },
  verified: { type: 'string' },
  result: { type: 'string' },
  kind: { type: 'string' },
  size: { type: 'string' },
  html: { type: 'string' },
  for: { type: 'string' },
  text: { type: 'string' },
  of: { type: 'string' },
  imei: { type: 'string' },
  who: { type: 'string' },
  minutes: { type: 'string' },
  search: { type: 'string' },
  state: { type: 'string' },
  limit: { type: 'string' },
  seconds: { type: 'string' },
} as const satisfies NonNullable<ParseArgsConfig['options']>

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']
export type Line = { readonly words: readonly string[]; readonly values: Values }

export const readLine = (argv: readonly string[]): Answer<Line> => {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
    return done({ words: positionals, values })
  } catch (error) {
    return failed('input.invalid', {
      field: 'the command',
      why: error instanceof Error ? error.message : 'unknown',
    })
  }
}

/** One of the words that are allowed, or what is wrong. */
export const oneOf = <T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
): Answer<T> => {
  const found = allowed.find((word) => word === value)
  return found === undefined
    ? failed('input.invalid', { field: `--${name}`, why: `it has to be one of ${allowed.join(', ')}` })
    : done(found)
}
