import { absent, measured, type Reading } from '../reading.ts'
import { answerOf, unusable } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { propertiesOf } from './properties.ts'

const COMMAND = 'cmd netpolicy get restrict-background'

/** "Restrict background status: disabled" (NetworkPolicyManagerShellCommand, Android 7 and later). */
const dataSaver = (sections: ReadonlyMap<string, SectionOutput>): Reading<boolean> => {
  const answer = answerOf(sections, 'data-saver')
  // Blanks of one line only: \s with the m flag goes through a flood of line ends once for each of them.
  const status = /^[ \t]*Restrict background status: (enabled|disabled)[ \t]*$/mu.exec(
    answer?.text ?? '',
  )?.[1]
  if (status !== undefined) return measured(status === 'enabled', COMMAND)
  const sdk = Number(propertiesOf(sections).get('ro.build.version.sdk') ?? Number.NaN)
  if (sdk < 24) return absent('Android before 7 has no data saver.', COMMAND)
  return unusable(answer, COMMAND)
}

export const dataSaverProbe: Probe = {
  needs: ['data-saver', 'getprop'],
  gives: ['power.dataSaver'],
  read: (sections) => ({ 'power.dataSaver': dataSaver(sections) }),
}
