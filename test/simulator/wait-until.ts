import { setTimeout as pause } from 'node:timers/promises'

export async function waitUntil(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  milliseconds = 15_000,
): Promise<void> {
  const end = performance.now() + milliseconds
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${String(milliseconds)} ms for ${what}`)
    await pause(10)
  }
}
