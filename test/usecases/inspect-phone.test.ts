import { describe, expect, test } from 'vitest'
import { SECTIONS } from '../../src/core/probes/index.ts'
import { inspectPhone, type Arrival } from '../../src/usecases/inspect-phone.ts'
import { CLOCK, getprop, listed, playedLink, section, settled, speech, type Play } from './fakes.ts'

const begin = (onArrival: (arrival: Arrival) => Promise<void> | void, stop = new AbortController()) => {
  const plays: Play[] = []
  const phone = listed(1, 'S1')
  const link = playedLink(phone, (play) => plays.push(play))
  const inspection = inspectPhone(link, phone, stop.signal, speech.say, onArrival)
  const [play] = plays
  if (!play) throw new Error('the phone was not asked')
  return { inspection, play, stop }
}

const ids = (arrivals: readonly Arrival[]): readonly string[] =>
  arrivals.flatMap(({ readings }) => readings.map(({ id }) => id))

describe('the inspection of a phone', () => {
  test('hands every reading on as soon as what it rests on has arrived', async () => {
    const arrivals: Arrival[] = []
    const { inspection, play } = begin((arrival) => void arrivals.push(arrival))
    await play.send(CLOCK)
    expect(ids(arrivals)).toEqual(['clock.offset'])
    await play.send(getprop('S1'))
    expect(ids(arrivals)).toContain('phone.serial')
    expect(ids(arrivals)).not.toContain('battery.level')
    await play.end()
    await inspection
    expect(ids(arrivals)).toContain('battery.level')
  })

  test('gives each reading once, and none that it does not hand on', async () => {
    const arrivals: Arrival[] = []
    const { inspection, play } = begin((arrival) => void arrivals.push(arrival))
    for (const { id } of SECTIONS) await play.send(section(id, 'nonsense'))
    await play.end()
    const { readings } = await inspection
    expect(ids(arrivals).toSorted()).toEqual(Object.keys(readings).toSorted())
    expect(new Set(ids(arrivals)).size).toBe(ids(arrivals).length)
  })

  test.each([
    ['unplugged', 'The phone was unplugged before this was read.'],
    ['silent', 'The phone stopped answering before this was read.'],
    ['flood', 'The phone sent far too much; reading was stopped before this.'],
  ] as const)(
    'keeps what was read when the phone is %s, and says why the rest is not there',
    async (stopped, why) => {
      const { inspection, play } = begin(() => undefined)
      await play.send(getprop('S1'))
      await play.end(stopped)
      const { readings, stopped: said } = await inspection
      expect(said).toBe(stopped)
      expect(readings['phone.serial']).toMatchObject({ status: 'measured', value: 'S1' })
      expect(readings['battery.level']).toMatchObject({ status: 'unreadable', reason: why })
    },
  )

  test('waits until the last part is kept; what comes meanwhile comes together', async () => {
    const parts: number[] = []
    let release = (): void => undefined
    const { inspection, play } = begin(async ({ sections }) => {
      parts.push(sections.length)
      if (parts.length === 1)
        await new Promise<void>((resolve) => {
          release = resolve
        })
    })
    await play.send(CLOCK)
    await play.send(getprop('S1'))
    await play.send(section('battery', 'level: 1'), section('storage', ''))
    expect(parts).toEqual([1])
    release()
    await settled()
    expect(parts).toEqual([1, 3])
    await play.end()
    await inspection
    expect(parts).toEqual([1, 3, 0])
  })

  test('hands on nothing after keeping has failed, and throws what was thrown', async () => {
    let calls = 0
    const { inspection, play } = begin(() => {
      calls += 1
      throw new Error('the disk')
    })
    const playing = async (): Promise<void> => {
      await play.send(CLOCK)
      await play.send(getprop('S1'))
      await play.end()
    }
    await Promise.all([expect(inspection).rejects.toThrow('the disk'), playing()])
    expect(calls).toBe(1)
  })

  test('hands on a phone’s text only as far as it may be kept', async () => {
    const arrivals: Arrival[] = []
    const { inspection, play } = begin((arrival) => void arrivals.push(arrival))
    const account = 'Account {name=someone@example.com, type=com.google}'
    await play.send(section('account', `  Accounts: 1\n    ${account}\n`))
    await play.send(section('getprop', '[ro.serialno]: [S1]\n[gsm.imei]: [860000000000000]\n'))
    await play.end()
    const { entries } = await inspection
    expect(JSON.stringify([arrivals, entries])).not.toMatch(/someone@example|860000000000000/)
  })
})
