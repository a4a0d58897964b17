import { expect, test } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import { FIRST_SETTINGS, loadSettings, saveSettings } from '../../src/usecases/keep-settings.ts'
import { fakeStore } from './fakes.ts'

const record = (kept = new Map<string, string>()) =>
  fakeStore({
    setting: (name) => Promise.resolve(done(kept.get(name) ?? null)),
    saveSetting: (name, value) => {
      kept.set(name, value)
      return Promise.resolve(done(null))
    },
  }).store

test('what was never set is as at first', async () => {
  expect(await loadSettings(record())).toEqual(done(FIRST_SETTINGS))
})

test('each is kept by itself and taken back again', async () => {
  const store = record()
  await saveSettings(store, { ownAdbServer: true })
  await saveSettings(store, { internetTime: true, theme: undefined })
  const changed = await saveSettings(store, { adbProgram: '/opt/adb', theme: 'dark' })
  const all = {
    ...FIRST_SETTINGS,
    theme: 'dark' as const,
    adbProgram: '/opt/adb',
    ownAdbServer: true,
    internetTime: true,
  }
  expect(changed).toEqual(done(all))
  const shop = {
    technicians: ['Meera', 'Tom'],
    technician: 'Tom',
    currency: 'INR',
    warrantyDays: 90,
    letterhead: 'Asha’s Phones\n12 Market Road',
  }
  expect(await saveSettings(store, shop)).toEqual(done({ ...all, ...shop }))
  // Who was taken off the list stands at the counter no more.
  expect(await saveSettings(store, { technicians: ['Meera'] })).toMatchObject({ value: { technician: null } })
  await saveSettings(store, FIRST_SETTINGS)
  await saveSettings(store, all)
  expect(await saveSettings(store, { adbProgram: null, ownAdbServer: false })).toEqual(
    done({ ...all, adbProgram: null, ownAdbServer: false }),
  )
})

test('a value from elsewhere counts as not set', async () => {
  const odd = new Map([
    ['theme', 'pink'],
    ['own-adb-server', '1'],
    ['internet-time', 'YES'],
    ['warranty-days', 'soon'],
    ['technician', 'Nobody'],
  ])
  expect(await loadSettings(record(odd))).toEqual(done(FIRST_SETTINGS))
})

test('a record that cannot be written or read says so', async () => {
  const full = fakeStore({ saveSetting: () => Promise.resolve(failed('record.full')) }).store
  expect(await saveSettings(full, { theme: 'dark' })).toEqual(failed('record.full'))
  const damaged = fakeStore({ setting: () => Promise.resolve(failed('record.damaged')) }).store
  expect(await loadSettings(damaged)).toEqual(failed('record.damaged'))
})
