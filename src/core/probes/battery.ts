import { measured, type Reading } from '../reading.ts'
import { answerOf, unusable } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'

const COMMAND = 'dumpsys battery'

const level = (sections: ReadonlyMap<string, SectionOutput>): Reading<number> => {
  const answer = answerOf(sections, 'battery')
  // A number is whole only when its line has ended.
  const text = answer === null ? '' : answer.complete ? `${answer.text}\n` : answer.text
  const now = /^[ \t]*level: (\d{1,6})[ \t]*\n/mu.exec(text)?.[1]
  const scale = Number(/^[ \t]*scale: (\d{1,6})[ \t]*\n/mu.exec(text)?.[1] ?? '100')
  if (now === undefined || scale === 0 || Number(now) > scale) return unusable(answer, COMMAND)
  return measured(Math.round((Number(now) / scale) * 100), COMMAND, { unit: '%' })
}

export const batteryProbe: Probe = {
  needs: ['battery'],
  gives: ['battery.level'],
  read: (sections) => ({ 'battery.level': level(sections) }),
}
