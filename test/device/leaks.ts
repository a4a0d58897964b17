import { expect, onTestFinished, vi } from 'vitest'
import { waitUntil } from '../simulator/wait-until.ts'
import type { FakeServer } from './fake-server.ts'

const { setTimeout: set, clearTimeout: clear } = globalThis

/** Watches the timers that are set from now on in this test; tells how many neither ran nor were cleared. */
export const watchTimers = (): (() => number) => {
  const open = new Set<unknown>()
  const setting = vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) => {
    const timer = set(() => {
      open.delete(timer)
      run()
    }, ms)
    open.add(timer)
    return timer
  })
  const clearing = vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    open.delete(timer)
    clear(timer)
  })
  onTestFinished(() => {
    setting.mockRestore()
    clearing.mockRestore()
  })
  return () => open.size
}

/** No timer of ours runs on, and the server sees every connection end. */
export const expectNothingLeft = async (timers: () => number, server: FakeServer): Promise<void> => {
  expect(timers()).toBe(0)
  await waitUntil('every connection to end', () => server.open() === 0, 2000)
}
