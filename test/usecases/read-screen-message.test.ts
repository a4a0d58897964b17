import { describe, expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import type { StopReason } from '../../src/core/phone.ts'
import { SCREEN_SECTION } from '../../src/core/screen-message/section.ts'
import type { PhoneLink } from '../../src/device/phone-link.ts'
import { replayLink } from '../../src/device/replay.ts'
import type { Store } from '../../src/storage/store.ts'
import { closeTicket } from '../../src/usecases/change-ticket.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { readScreenMessage } from '../../src/usecases/read-screen-message.ts'
import { dumped, view } from '../core/screen-message/dumps.ts'
import { CLOCK, fakeStore, listed, noLog, section, speech, valueOf } from './fakes.ts'

const SECRET = 'asha.rao@example.com'
const MESSAGE = 'Couldn’t verify Mi Account ID'
const SCREEN = dumped(view({ text: SECRET }) + view({ text: MESSAGE }))

/** A phone that answers every question with this text. */
const answers = (text: string, stopped: StopReason | null = null) => {
  const asked: string[] = []
  const link: PhoneLink = {
    follow: noLog,
    inspect: (sections, _, onSection) => {
      asked.push(...sections.map(({ command }) => command))
      if (stopped === null) onSection(section(SCREEN_SECTION.id, text))
      return Promise.resolve({ stopped, roundTrips: 1, detail: null })
    },
  }
  return { link, asked }
}

const setUp = async (consents: readonly ('read' | 'change')[] = ['read'], over: Partial<Store> = {}) => {
  const record = fakeStore(over)
  const desk = { store: record.store, speech, phoneOf: () => null }
  const intake = {
    customerName: 'Asha',
    phoneNumber: '',
    said: '',
    symptoms: [],
    struck: [],
    inspectionId: null,
  }
  const { id, number } = valueOf(await openTicket(desk, { ...intake, consents }))
  const read = (link: PhoneLink | null, longestMs?: number) =>
    readScreenMessage(desk, id, () => link, longestMs)
  return { ...record, desk, id, number, read }
}

test('what is known becomes a symptom, named in the history; nothing else is kept or told', async () => {
  const { read, tickets } = await setUp()
  const { link, asked } = answers(SCREEN)
  const answer = valueOf(await read(link))
  const words = 'Couldn’t verify Mi Account'
  expect(answer.found).toEqual([{ symptom: 'could-not-verify', words }])
  expect(answer.ticket.symptoms).toEqual(['could-not-verify'])
  expect(answer.ticket.history.at(-1)?.what).toBe(
    'Known from the screen: “Couldn’t verify Mi Account ID” or “invalid username or password” on the screen',
  )
  expect(asked).toEqual([SCREEN_SECTION.command])
  expect(JSON.stringify([...tickets, answer])).not.toContain(SECRET)
})

test.each([
  ['an address', 'Couldn’t verify asha.rao@example.com Mi Account', 'asha.rao'],
  ['a number', 'Account 1623335551 is locked', '1623335551'],
  ['a code', 'Verification code 482913 expired', '482913'],
])(
  '%s among the words that match is shown, and never kept: no erasing reaches the history',
  async (_, text, theirs) => {
    const { read, tickets } = await setUp()
    const { found, ticket } = valueOf(await read(answers(dumped(view({ text }))).link))
    expect(JSON.stringify(found)).toContain(theirs)
    expect(JSON.stringify([...tickets, ticket])).not.toContain(theirs)
  },
)

test('a screen without a known message leaves a line in the history and no symptom', async () => {
  const { read, tickets } = await setUp()
  const answer = valueOf(await read(answers(dumped(view({ text: SECRET }))).link))
  expect(answer).toMatchObject({ found: [], ticket: { symptoms: [] } })
  expect(answer.ticket.history.at(-1)?.what).toBe('Screen read: no known message on it')
  expect(JSON.stringify([...tickets, answer])).not.toContain(SECRET)
})

test('symptoms that were there stay, and a second look adds none twice', async () => {
  const { read } = await setUp()
  await read(answers(SCREEN).link)
  await read(answers(dumped(view({ text: 'Your account is locked' }))).link)
  const again = valueOf(await read(answers(SCREEN).link))
  expect(again.ticket.symptoms).toEqual(['could-not-verify', 'code-account-locked'])
})

describe('the phone is not asked', () => {
  test('without the consent to read it', async () => {
    const { read, number, tickets } = await setUp(['change'])
    const { link, asked } = answers(SCREEN)
    const before = [...tickets]
    expect(await read(link)).toEqual(failed('screen.no-consent', { number }))
    expect(asked).toEqual([])
    expect([...tickets]).toEqual(before)
    expect(speech.say('failure.screen.no-consent', { number })).toContain('Ask them')
  })

  test('for a ticket that is closed, unknown, or of a training phone', async () => {
    const { desk, id, number, read, tickets } = await setUp()
    const { link, asked } = answers(SCREEN)
    expect(await readScreenMessage(desk, 'nobody', () => link)).toEqual(
      failed('ticket.unknown', { id: 'nobody' }),
    )
    const known = tickets.get(id)
    if (known) tickets.set(id, { ...known, training: true })
    expect(await read(link)).toEqual(failed('screen.training'))
    if (known) tickets.set(id, known)
    await closeTicket(desk, id, 'declined')
    expect(await read(link)).toEqual(failed('ticket.closed', { number }))
    expect(asked).toEqual([])
  })

  test('when it is not there', async () => {
    const { read, number } = await setUp()
    expect(await read(null)).toEqual(failed('screen.no-phone', { number }))
  })
})

test.each([
  ['ERROR: could not get idle state.\n', 'screen.moving'],
  ['ERROR: null root node returned by UiTestAutomationBridge.\n', 'screen.empty'],
  ['sh: uiautomator: not found\n', 'screen.missing'],
  [dumped(view({ text: 'x', package: 'com.android.systemui' })), 'screen.covered'],
  ['rubbish', 'screen.unknown'],
  [dumped(view({ text: 'x' }).repeat(501)), 'screen.too-much'],
] as const)('%j is told as %s, and the ticket stays as it was', async (text, code) => {
  const { read, tickets } = await setUp()
  const before = [...tickets]
  expect(await read(answers(text).link)).toEqual(failed(code))
  expect([...tickets]).toEqual(before)
})

test.each([
  ['unplugged', 'phone.gone'],
  ['silent', 'phone.silent'],
  ['flood', 'phone.flood'],
] as const)('a reading that ended because the phone was %s is told', async (stopped, code) => {
  const { read } = await setUp()
  expect(await read(answers('', stopped).link)).toEqual(failed(code))
})

test('a phone that is played back has no screen', async () => {
  const { read } = await setUp()
  const recording = {
    schema: 1,
    recordedAt: '',
    phone: listed(1, 'A'),
    stopped: null,
    sections: [CLOCK],
  } as const
  expect(await read(replayLink(recording))).toEqual(failed('screen.training'))
})

test('a phone that never answers is not waited for longer than the limit', async () => {
  const { read } = await setUp()
  const link: PhoneLink = {
    follow: noLog,
    inspect: (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ stopped: 'cancelled', roundTrips: 1, detail: null }))
      }),
  }
  expect(await read(link, 20)).toEqual(failed('phone.silent'))
})

test('a ticket that was closed meanwhile stays as it is', async () => {
  const { desk, id, number, read } = await setUp()
  const { link } = answers(SCREEN)
  const slow: PhoneLink = {
    follow: noLog,
    inspect: async (...given) => {
      await closeTicket(desk, id, 'declined')
      return link.inspect(...given)
    },
  }
  expect(await read(slow)).toEqual(failed('ticket.closed', { number }))
})

test('what could not be saved is told', async () => {
  const { read } = await setUp(['read'], { changeTicket: () => Promise.resolve(failed('record.full')) })
  expect(await read(answers(SCREEN).link)).toEqual(failed('record.full'))
})
