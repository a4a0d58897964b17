import { describe, expect, test, vi } from 'vitest'
import { ENDED, WATCH_COMMAND } from '../../src/core/sign-in-watch/command.ts'
import { failed } from '../../src/core/failure.ts'
import type { StopReason } from '../../src/core/phone.ts'
import type { LinkEnd, PhoneLink } from '../../src/device/phone-link.ts'
import type { Store } from '../../src/storage/store.ts'
import { changeConsents, changeSymptoms, closeTicket } from '../../src/usecases/change-ticket.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { showTicket } from '../../src/usecases/show-ticket.ts'
import { signInWatches } from '../../src/usecases/sign-in-watches.ts'
import { watchSignIn } from '../../src/usecases/watch-sign-in.ts'
import { line, SINCE_LINE } from '../core/sign-in-watch/samples.ts'
import { fakeStore, settled, speech, valueOf } from './fakes.ts'

const SECRET = 'asha.rao@example.com'
const REFUSED = line('XMPassport', `processLoginContent, code: 70016, desc: ${SECRET}`)
const CAPTCHA = line('XMPassport', `processLoginContent, code: 87001, desc: ${SECRET}`, '14:03:40.000')

/** A phone whose log is played by hand. */
const played = () => {
  const asked: string[] = []
  let give: (bytes: Uint8Array) => void = () => undefined
  let finish: (end: LinkEnd) => void = () => undefined
  const link: PhoneLink = {
    inspect: () => {
      throw new Error('a watch inspects nothing')
    },
    follow: (command, _, signal, onBytes) =>
      new Promise<LinkEnd>((resolve) => {
        asked.push(command)
        give = onBytes
        finish = resolve
        const stopped = (): LinkEnd['stopped'] => (signal.reason === 'unplugged' ? 'unplugged' : 'cancelled')
        const aborted = (): void => resolve({ stopped: stopped(), roundTrips: 1, detail: null })
        signal.addEventListener('abort', aborted)
        if (signal.aborted) aborted()
      }),
  }
  const says = (text: string): Promise<void> => {
    give(new TextEncoder().encode(text))
    return settled()
  }
  const ends = (stopped: StopReason | null): Promise<void> => {
    finish({ stopped, roundTrips: 1, detail: null })
    return settled()
  }
  return { link, asked, says, ends }
}

const setUp = async (consents: readonly ('read' | 'change')[] = ['read'], over: Partial<Store> = {}) => {
  const record = fakeStore(over)
  const desk = { store: record.store, speech, phoneOf: (id: string) => `phone of ${id}` }
  const intake = {
    customerName: 'Asha',
    phoneNumber: '',
    said: '',
    symptoms: [],
    struck: [],
    inspectionId: null,
  }
  const { id, number } = valueOf(await openTicket(desk, { ...intake, consents }))
  const phone = played()
  const changed: string[] = []
  let link: PhoneLink | null = phone.link
  const watches = signInWatches({ desk, linkOf: () => link, changed: (each) => changed.push(each) })
  const now = async () => valueOf(await showTicket({ ...desk, isWatched: watches.isRunning }, id))
  const begin = async () => {
    const watching = watches.watch(id)
    await settled()
    return watching
  }
  const unplug = () => {
    link = null
  }
  return { ...record, desk, id, number, phone, watches, begin, changed, now, unplug }
}

test('what is seen is saved as it comes, becomes a symptom, and moves the causes; nothing else is kept', async () => {
  const { watches, id, phone, now, tickets, changed } = await setUp()
  const watching = watches.watch(id)
  await settled()
  expect(phone.asked).toEqual([WATCH_COMMAND])
  expect((await now()).watch).toMatchObject({ end: null, seconds: 180, seen: [] })
  const before = changed.length
  await phone.says(`${SINCE_LINE}${REFUSED}`)
  const running = await now()
  expect(running.symptoms).toEqual(['password-code-70016'])
  expect(running.watch?.seen.map(({ words, phoneTime }) => [words, phoneTime])).toEqual([
    ['code 70016', '11-23 14:03:22.123'],
  ])
  expect(running.diagnosis.causes.flatMap(({ because }) => because.map(({ text }) => text))).toContain(
    'The phone’s log said, at 14:03 by the phone’s clock: code 70016',
  )
  expect(changed.length).toBeGreaterThan(before)

  await watches.stop(id)
  const ended = valueOf(await watching)
  expect(ended.watch).toMatchObject({ end: 'stopped' })
  expect(ended.history.map(({ what }) => what)).toEqual([
    'Ticket opened',
    'Sign-in watched in the phone’s log',
    'The phone’s log said, at 14:03 by the phone’s clock: code 70016',
    'Watch ended: stopped here; 1 thing seen',
  ])
  expect(JSON.stringify([...tickets, ended])).not.toContain(SECRET)
})

test('a second watch that sees nothing takes nothing back of what the first has seen', async () => {
  const { begin, watches, id, phone, now } = await setUp()
  const first = begin()
  await settled()
  await phone.says(`${SINCE_LINE}${REFUSED}`)
  await watches.stop(id)
  await first
  expect((await now()).watch?.before).toEqual([])
  const second = begin()
  await settled()
  await watches.stop(id)
  await second
  const { watch } = await now()
  expect(watch?.seen).toEqual([])
  expect(watch?.before.map(({ words }) => words)).toEqual(['code 70016'])
})

test('a symptom that the technician takes away stays away, and what was seen stays in the history', async () => {
  const { begin, watches, id, desk, phone, now } = await setUp()
  const watching = begin()
  await settled()
  await phone.says(`${SINCE_LINE}${REFUSED}`)
  await watches.stop(id)
  await watching
  await changeSymptoms(desk, id, [])
  const { diagnosis, history } = await now()
  expect(diagnosis.causes.flatMap(({ because }) => because.map(({ text }) => text))).not.toContain(
    'The phone’s log said, at 14:03 by the phone’s clock: code 70016',
  )
  expect(history.map(({ what }) => what)).toContain(
    'The phone’s log said, at 14:03 by the phone’s clock: code 70016',
  )
})

test('a crash in the middle loses nothing that was seen, and is told', async () => {
  const { begin, desk, id, phone } = await setUp()
  void begin()
  await settled()
  await phone.says(`${SINCE_LINE}${REFUSED}`)
  // What another program finds that opens the record now.
  const { watch, symptoms } = valueOf(await showTicket(desk, id))
  expect(watch).toMatchObject({ end: 'cut-short', seen: [{ words: 'code 70016' }] })
  expect(symptoms).toEqual(['password-code-70016'])
})

describe('the phone is not asked', () => {
  test('without the consent to read it', async () => {
    const { watches, id, number, phone, tickets } = await setUp(['change'])
    const before = [...tickets]
    expect(await watches.watch(id)).toEqual(failed('watch.no-consent', { number }))
    expect(phone.asked).toEqual([])
    expect([...tickets]).toEqual(before)
    expect(speech.say('failure.watch.no-consent', { number })).toContain('Ask them')
  })

  test('when it is not there, for a ticket that is closed or that there is not, and by the cli’s way in', async () => {
    const { watches, desk, id, number, phone, unplug } = await setUp()
    expect(await watches.watch('T-9999')).toEqual(failed('ticket.unknown', { id: 'T-9999' }))
    await closeTicket(desk, id, 'declined')
    expect(await watches.watch(id)).toEqual(failed('ticket.closed', { number }))
    const signal = new AbortController().signal
    const given = { seconds: 9, signal, saved: () => undefined }
    expect(await watchSignIn(desk, id, phone.link, given)).toEqual(failed('ticket.closed', { number }))
    unplug()
    expect(await watches.watch(id)).toEqual(failed('watch.no-phone', { number }))
    expect(phone.asked).toEqual([])
  })

  test('twice at once', async () => {
    const { watches, id, phone } = await setUp()
    const first = watches.watch(id)
    await settled()
    expect(await watches.watch(id)).toEqual(failed('watch.running'))
    await watches.stop(id)
    expect((await first).ok).toBe(true)
    expect(phone.asked).toHaveLength(1)
    expect(watches.isRunning(id)).toBe(false)
  })
})

test.each<[string, string, StopReason | null, string]>([
  ['is unplugged', SINCE_LINE, 'unplugged', 'unplugged'],
  ['sends without end', SINCE_LINE, 'flood', 'flood'],
  ['never begins', '', 'silent', 'silent'],
  ['gives no log', `${SINCE_LINE}${ENDED}\n`, null, 'no-log'],
  ['goes without a word', SINCE_LINE, null, 'unplugged'],
])('a phone that %s: said, and what was seen is kept', async (_, text, stopped, end) => {
  const { begin, phone } = await setUp()
  const watching = begin()
  await settled()
  await phone.says(text === '' ? '' : `${text}${REFUSED}`)
  await phone.ends(stopped)
  const { watch } = valueOf(await watching)
  expect(watch?.end).toBe(end)
  expect(watch?.seen).toHaveLength(text === '' ? 0 : 1)
})

test('a log that tells more than one try can is left alone', async () => {
  const { begin, phone } = await setUp()
  const watching = begin()
  await settled()
  const many = Array.from({ length: 100 }, (_, at) => line('XMPassport', `securityStatus: ${String(at + 1)}`))
  await phone.says(`${SINCE_LINE}${many.join('')}`)
  const { watch } = valueOf(await watching)
  expect([watch?.end, watch?.seen.length]).toEqual(['flood', 40])
})

describe('by the clock', () => {
  test('it ends by itself, a phone that does not begin is not waited for, and a trace ends when nothing more comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { begin, phone, now } = await setUp()
      const watching = begin()
      await settled()
      await phone.says(`${SINCE_LINE}${line('XMPassport', 'java.net.SocketTimeoutException: timeout')}`)
      expect((await now()).watch?.seen).toEqual([])
      await vi.advanceTimersByTimeAsync(600)
      expect((await now()).watch?.seen).toMatchObject([{ words: 'the server did not answer in time' }])
      await vi.advanceTimersByTimeAsync(179_000)
      expect((await now()).watch?.end).toBeNull()
      await vi.advanceTimersByTimeAsync(1000)
      expect(valueOf(await watching).watch?.end).toBe('time')

      const again = begin()
      await settled()
      await vi.advanceTimersByTimeAsync(10_000)
      expect(valueOf(await again).watch).toMatchObject({ end: 'silent', seen: [] })
    } finally {
      vi.useRealTimers()
    }
  })
})

test('what cannot be saved is not shown: the watch ends and says why', async () => {
  let left = 2
  const record = fakeStore()
  const { begin, phone } = await setUp(['read'], {
    changeTicket: (...given) => {
      left -= 1
      return left < 0 ? Promise.resolve(failed('record.full')) : record.store.changeTicket(...given)
    },
    openTicket: record.store.openTicket,
    ticket: record.store.ticket,
  })
  const watching = begin()
  await settled()
  await phone.says(`${SINCE_LINE}${REFUSED}`)
  await phone.says(CAPTCHA)
  expect(await watching).toEqual(failed('record.full'))
  const [ticket] = [...record.tickets.values()]
  expect(ticket?.symptoms).toEqual(['password-code-70016'])
})

test('consent that is taken back meanwhile ends it before anything more is taken', async () => {
  const { begin, desk, id, number, phone, now } = await setUp()
  const watching = begin()
  await settled()
  await phone.says(`${SINCE_LINE}${REFUSED}`)
  await changeConsents(desk, id, [])
  await phone.says(CAPTCHA)
  expect(await watching).toEqual(failed('watch.no-consent', { number }))
  expect((await now()).watch?.seen.map(({ words }) => words)).toEqual(['code 70016'])
})

test('closing the app ends every watch, saved', async () => {
  const { begin, watches, phone } = await setUp()
  const watching = begin()
  await settled()
  await phone.says(SINCE_LINE)
  await watches.close()
  expect(valueOf(await watching).watch).toMatchObject({ end: 'closed', seen: [] })
})
