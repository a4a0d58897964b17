import { describe, expect, it, test } from 'vitest'
import { PHONE_STATES } from '../../src/core/phone.ts'
import { readySteps, systemOf, type Obstacle, type System } from '../../src/core/ready-steps.ts'
import { speak } from '../../src/core/words/index.ts'
import { sayAdvice, sayFirstStep, stepValues } from '../../src/core/words/say-steps.ts'

const say = speak('en')
const SYSTEMS: readonly System[] = ['linux', 'windows', 'mac']
const SERVER = { port: 15_037, version: 36 }
const OBSTACLES: readonly Obstacle[] = [
  ...PHONE_STATES.filter((state) => state !== 'device'),
  'none',
  'gone',
  'no-adb',
  'port-taken',
  'too-old',
  'unreachable',
]
const all = OBSTACLES.flatMap((obstacle) => SYSTEMS.map((system) => ({ obstacle, system })))

test.each(all)('$obstacle on $system has steps, none of them twice, each with words and a drawing', (one) => {
  const steps = readySteps(one.obstacle, one.system)
  expect(steps.length).toBeGreaterThan(0)
  expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length)
  for (const { words, drawing } of steps) {
    // Short enough to be read with a phone in the other hand.
    expect(say(words, stepValues(SERVER)).length).toBeLessThan(240)
    expect(say(`drawing.${drawing}`)).toMatch(/^Drawing: /u)
  }
})

test.each(all)('$obstacle on $system: the advice in one text is the steps, in their order', (one) => {
  const words = readySteps(one.obstacle, one.system).map((step) => say(step.words, stepValues(null)))
  expect(sayAdvice(one.obstacle, one.system, say)).toBe(words.join(' '))
  expect(sayFirstStep(one.obstacle, one.system, say)).toBe(words[0])
})

describe('the steps', () => {
  it('lead along the menus of HyperOS and of MIUI, and leave off what reading does not need', () => {
    const path = sayAdvice('none', 'linux', say)
    for (const words of ['data cable', '“OS version” (HyperOS)', '“MIUI version” (MIUI)', '7 times'])
      expect(path).toContain(words)
    expect(path).toMatch(/Additional settings > Developer options: “USB debugging” on/u)
    expect(path).toMatch(/“USB debugging \(Security settings\)”.* not needed/u)
  })

  it('name a driver on Windows alone, and udev rules on Linux alone', () => {
    const advice = (system: System) => SYSTEMS.includes(system) && sayAdvice('no permissions', system, say)
    expect(advice('linux')).toMatch(/udev/u)
    expect(advice('windows')).toMatch(/driver/u)
    expect(advice('mac')).not.toMatch(/udev|driver/u)
    expect(sayAdvice('none', 'windows', say)).toMatch(/Device Manager/u)
    expect(sayAdvice('none', 'linux', say)).not.toMatch(/Device Manager/u)
  })

  it('warn wherever a menu can erase the phone', () => {
    for (const state of ['recovery', 'rescue', 'sideload'] as const)
      expect(sayAdvice(state, 'linux', say)).toContain('Never choose “Wipe data”')
  })

  it('say who answers on which port where that is the trouble, and nothing of it elsewhere', () => {
    expect(sayAdvice('port-taken', 'linux', say, SERVER)).toMatch(/port 15037.*grep 15037/u)
    expect(sayAdvice('too-old', 'linux', say, SERVER)).toMatch(/adb version 36 answers on port 15037/u)
    expect(sayAdvice('unknown', 'linux', say)).not.toMatch(/version|port 0/u)
    const own = { port: null, version: 36 }
    for (const obstacle of ['port-taken', 'too-old', 'unreachable'] as const)
      for (const system of SYSTEMS) {
        const advice = sayAdvice(obstacle, system, say, own)
        expect(advice).toMatch(obstacle === 'unreachable' ? /socket/u : /own socket|adb version 36/u)
        expect(advice).not.toMatch(/port 0|-P|:0|grep 0/u)
      }
  })

  it('are none for a phone that is ready', () => {
    expect(sayAdvice('device', 'mac', say)).toBe('Ready to be read.')
  })
})

test.each([
  ['linux', 'linux'],
  ['darwin', 'mac'],
  ['win32', 'windows'],
  ['freebsd', 'linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'mac'],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
  ['', 'linux'],
])('%s is %s', (platform, system) => {
  expect(systemOf(platform)).toBe(system)
})
