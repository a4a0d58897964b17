import { measured, unreadable, type Reading } from '../reading.ts'
import { answerOf, unusable } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { propertiesOf, textProperty } from './properties.ts'
import { switchReading } from './switch-reading.ts'

/** "1767225600.123456789"; where %N is not known "1419939024.N" or "1419939024.%N". */
const TIME = /^(\d{1,11})\.(?:(\d{1,9})|%?N)$/u

const offset = (sections: ReadonlyMap<string, SectionOutput>): Reading<number> => {
  const command = 'date +%s.%N'
  const answer = answerOf(sections, 'clock')
  const time = TIME.exec(answer?.text.trim() ?? '')
  if (answer === null || time === null || !answer.complete) return unusable(answer, command)
  const { sentAt, receivedAt } = answer.output
  if (!(receivedAt >= sentAt)) return unreadable('The clock of this computer was set while reading.', command)
  // Whole seconds: the true time lies anywhere within the second, so its middle is compared.
  const fraction = time[2] === undefined ? 0.5 : Number(`0.${time[2]}`)
  const resolution = time[2] === undefined ? 0.5 : 0
  const phone = Number(time[1]) + fraction
  const here = (sentAt + receivedAt) / 2_000
  const halfSpan = (receivedAt - sentAt) / 2_000
  return measured(toMilliseconds(phone - here), command, {
    unit: 's',
    uncertainty: toMilliseconds(halfSpan + resolution),
  })
}

const toMilliseconds = (seconds: number): number => Math.round(seconds * 1_000) / 1_000

/**
 * The clock is compared with this computer's. The phone ran `date` some time between the sending of the script and
 * the arrival of the answer, which is why it must be the first section.
 */
export const clockProbe: Probe = {
  needs: ['clock'],
  gives: ['clock.offset'],
  read: (sections) => ({ 'clock.offset': offset(sections) }),
}

export const zoneProbe: Probe = {
  needs: ['getprop'],
  gives: ['clock.zone'],
  read: (sections) => ({
    'clock.zone': textProperty(propertiesOf(sections), ['persist.sys.timezone'], 'No time zone is set.'),
  }),
}

export const clockSwitchesProbe: Probe = {
  needs: ['settings'],
  gives: ['clock.automatic', 'clock.zoneAutomatic'],
  read: (sections) => ({
    'clock.automatic': switchReading(
      sections,
      'auto_time',
      'The phone has no setting for an automatic clock.',
    ),
    'clock.zoneAutomatic': switchReading(
      sections,
      'auto_time_zone',
      'The phone has no setting for an automatic time zone.',
    ),
  }),
}
