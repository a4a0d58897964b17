import type { Intake } from '../../../../core/intake.ts'
import { writeAmount } from '../../../../core/money.ts'
import { fullTime } from '../../format.ts'
import { say } from '../../words.ts'

const amount = (minor: number | null, currency: string): string =>
  minor === null ? '' : `${writeAmount(minor, currency)} ${currency}`.trim()

/** What was noted at intake, as lines of a name and words; '' where nothing was. */
export const intakeFacts = (intake: Intake): readonly { readonly name: string; readonly words: string }[] => [
  {
    name: say('screen.intake.condition'),
    words: [...intake.condition.map((each) => say(`intake.condition.${each}`)), intake.conditionNote]
      .filter((words) => words !== '')
      .join(', '),
  },
  {
    name: say('screen.intake.left'),
    words: [...intake.left.map((each) => say(`intake.left.${each}`)), intake.leftNote]
      .filter((words) => words !== '')
      .join(', '),
  },
  {
    name: say('screen.intake.proof'),
    words: intake.proof === null ? '' : say(`intake.proof.${intake.proof}`),
  },
  {
    name: say('screen.intake.promised'),
    words: intake.promisedAt === null ? '' : fullTime(intake.promisedAt),
  },
  { name: say('history.intake.quote'), words: amount(intake.quote, intake.currency) },
  { name: say('history.intake.paid'), words: amount(intake.paid, intake.currency) },
]
