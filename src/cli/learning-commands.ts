import { resolve } from 'node:path'
import { CAUSE_STRENGTH } from '../core/learning/strength.ts'
import type { LearningView } from '../contract/learning-view.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import type { GroupedEstimate } from '../core/learning/learnt.ts'
import { LARGEST_COUNTS_FILE } from '../core/learning/shared-counts.ts'
import type { Say } from '../core/words/index.ts'
import { readWhole, saveWhole } from '../device/whole-file.ts'
import { openSqliteStore } from '../storage/open-sqlite.ts'
import { learningOf, type Learning } from '../usecases/learning.ts'
import { ownKnowledge } from '../usecases/own-knowledge.ts'
import { lookedAt } from './experience-here.ts'
import type { Printed } from './phone-commands.ts'
import { dataFolderOf } from './record.ts'
import type { Line } from './words.ts'

const withLearning = async (
  line: Line,
  say: Say,
  work: (learning: Learning) => Promise<Answer<Printed>>,
): Promise<Answer<Printed>> => {
  const store = await openSqliteStore(dataFolderOf(line))
  if (!store.ok) return store
  try {
    const own = await ownKnowledge(store.value, SHIPPED, say)
    const looked = await lookedAt(store.value, own.knowledge(), say)
    if (!looked.ok) return looked
    return await work(learningOf({ ...looked.value, shipped: SHIPPED, language: 'en' }))
  } finally {
    await store.value.close()
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const MOST_LINES = 15

const rows = (
  of: readonly {
    readonly name: string
    readonly guess: number
    readonly shares: readonly GroupedEstimate[]
  }[],
): readonly string[] =>
  of
    .slice(0, MOST_LINES)
    .flatMap(({ name, guess, shares }) => [
      `${percent(guess).padStart(8)}  ${name}`,
      ...shares.map(
        ({ group, value, low, high, cases }) =>
          `${percent(value).padStart(8)}    ${group || 'this shop'}, n = ${String(Math.round(cases * 10) / 10)} (${percent(low)} to ${percent(high)})`,
      ),
    ])

const sayLearning = (view: LearningView, say: Say): string => {
  const { taught, since, elsewhere, calibration } = view
  const { first } = calibration
  return [
    ...(taught === null
      ? [say('learning.none')]
      : [say('learning.from', { ...taught, from: taught.from.slice(0, 10), to: taught.to.slice(0, 10) })]),
    ...(since === null ? [] : [say('learning.since', { at: since })]),
    ...(elsewhere === null ? [] : [say('learning.elsewhere', { ...elsewhere, strength: CAUSE_STRENGTH })]),
    '',
    say('learning.causes'),
    ...rows(view.causes.map((cause) => ({ ...cause, name: cause.title }))),
    '',
    say('learning.fixes'),
    ...rows(view.fixes.map((fix) => ({ ...fix, name: `${fix.fixTitle}: ${fix.causeTitle}` }))),
    '',
    say('calibration.title'),
    ...(first === null
      ? [say('calibration.none')]
      : [
          say('calibration.first', {
            tickets: calibration.tickets,
            share: percent(first.value),
            low: percent(first.low),
            high: percent(first.high),
          }),
        ]),
    ...calibration.rows.flatMap(({ from, to, said, happened }) =>
      said === null || happened === null
        ? []
        : [
            `${say('calibration.band', { from: from * 100, to: to * 100 }).padStart(14)}  said ${percent(said)}, was there ${percent(happened.value)} (${percent(happened.low)} to ${percent(happened.high)}), n = ${String(happened.cases)}`,
          ],
    ),
  ].join('\n')
}

const shown = (answer: Answer<LearningView>, say: Say, before = ''): Answer<Printed> =>
  answer.ok ? done({ json: answer.value, text: `${before}${sayLearning(answer.value, say)}` }) : answer

const exportTo = async (learning: Learning, file: string, say: Say): Promise<Answer<Printed>> => {
  const exported = learning.exported()
  if (!exported.ok) return exported
  const { text, tickets } = exported.value
  const why = await saveWhole(file, text)
  if (why !== null) return failed('learning.file-unsaved', { file, why })
  return done({ json: { file, tickets }, text: say('learning.exported', { name: file, tickets }) })
}

/** What the shop's tickets have taught: shown, set aside, shared. */
export const learningCommand = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const [, verb = '', named] = line.words
  switch (verb) {
    case 'show':
      return withLearning(line, say, async (learning) => shown(done(learning.view()), say))
    case 'reset':
      return withLearning(line, say, async (learning) => {
        const undo = line.values.undo === true
        const words = say(undo ? 'learning.was-undone' : 'learning.was-reset')
        return shown(await (undo ? learning.undoReset() : learning.reset()), say, `${words}\n`)
      })
    case 'drop':
      return withLearning(line, say, async (learning) =>
        shown(await learning.drop(), say, `${say('learning.dropped')}\n`),
      )
    case 'export':
    case 'import': {
      if (named === undefined)
        return failed('input.invalid', { field: `learning ${verb}`, why: 'name a file' })
      const file = resolve(named)
      if (verb === 'export') return withLearning(line, say, (learning) => exportTo(learning, file, say))
      const read = await readWhole(file, LARGEST_COUNTS_FILE, say('learning.fault.large'))
      if (!read.ok) return failed('learning.file-unusable', { file, why: read.why })
      return withLearning(line, say, async (learning) => shown(await learning.take(read.text, file), say))
    }
    default:
      return failed('command.unknown', { name: `learning ${verb}`.trim() })
  }
}
