import { expect, test } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import { paperSizes, savePaperSize } from '../../src/usecases/paper-sizes.ts'
import { fakeStore } from './fakes.ts'

const USUAL = { intake: 'A4', label: 'label', 'hand-over': 'A4' }

test('each kind keeps the size of its own that was picked last', async () => {
  const { store } = fakeStore()
  expect(await paperSizes(store)).toEqual(done(USUAL))
  expect(await savePaperSize(store, 'intake', 'roll')).toEqual(done({ ...USUAL, intake: 'roll' }))
  expect(await savePaperSize(store, 'label', 'A4')).toEqual(done({ ...USUAL, intake: 'roll', label: 'A4' }))
})

test('a size that does not fit is refused, and one from elsewhere counts as never chosen', async () => {
  const { store } = fakeStore()
  expect(await savePaperSize(store, 'intake', 'label')).toMatchObject({
    ok: false,
    failure: { code: 'input.invalid' },
  })
  const odd = fakeStore({ setting: () => Promise.resolve(done('A0')) }).store
  expect(await paperSizes(odd)).toEqual(done(USUAL))
})

test('a record that cannot be read or written says so', async () => {
  const damaged = fakeStore({ setting: () => Promise.resolve(failed('record.damaged')) }).store
  expect(await paperSizes(damaged)).toEqual(failed('record.damaged'))
  const full = fakeStore({ saveSetting: () => Promise.resolve(failed('record.full')) }).store
  expect(await savePaperSize(full, 'label', 'roll')).toEqual(failed('record.full'))
})
