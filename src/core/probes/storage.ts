import { measured, type Reading } from '../reading.ts'
import { answerOf, unusable } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'

const COMMAND = 'df /data'
const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 }

type Size = { readonly bytes: number; readonly uncertainty: number }

/** "3.9G" is somewhere within half of its last digit. */
const readSize = (text: string, blockBytes: number): Size | null => {
  const [, number, decimals = '', suffix = ''] = /^(\d{1,15}(?:\.(\d+))?)([KMGT]?)$/u.exec(text) ?? []
  if (number === undefined) return null
  const one = suffix === '' ? blockBytes : (UNITS[suffix] ?? 1)
  return {
    bytes: Math.round(Number(number) * one),
    uncertainty: suffix === '' ? 0 : Math.round(one / 10 ** decimals.length / 2),
  }
}

/**
 * toolbox (Android 4 and 5): "Filesystem Size Used Free Blksize", sizes as "3.9G".
 * toybox (6 and later) and busybox: "Filesystem 1K-blocks Used Available Use% Mounted on"; -h says "Size Used Avail".
 * A long name of the file system may put the numbers on a line of their own, so words are counted, not lines.
 */
const free = (sections: ReadonlyMap<string, SectionOutput>): Reading<number> => {
  const answer = answerOf(sections, 'storage')
  const [head = '', ...rest] = (answer?.text ?? '').trim().split('\n')
  if (answer === null || !answer.complete || !head.startsWith('Filesystem')) return unusable(answer, COMMAND)
  const columns = head.split(/\s+/u)
  const at = columns.findIndex((column) => ['Available', 'Avail', 'Free'].includes(column))
  const block = /^(?:(\d+)([KM]?))-blocks$/u.exec(columns[1] ?? '')
  const blockBytes = block ? Number(block[1]) * (UNITS[block[2] ?? ''] ?? 1) : 1
  const size = readSize(rest.join(' ').trim().split(/\s+/u)[at] ?? '', blockBytes)
  if (at === -1 || size === null) return unusable(answer, COMMAND)
  return measured(size.bytes, COMMAND, {
    unit: 'bytes',
    ...(size.uncertainty > 0 ? { uncertainty: size.uncertainty } : {}),
  })
}

export const storageProbe: Probe = {
  needs: ['storage'],
  gives: ['storage.free'],
  read: (sections) => ({ 'storage.free': free(sections) }),
}
