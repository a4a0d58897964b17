import { describe, expect, test } from 'vitest'
import { lacksDisplay, underVirtualDisplay } from '../../src/tools/display.mjs'
import { StepFailure, failureText, usefulLines } from '../../src/tools/failure.mjs'
import { npmAdvice } from '../../src/tools/npm.mjs'
import { chromiumArguments } from '../../src/tools/sandbox.mjs'
import { allParts, chooseParts, helpText, summaryText } from '../../src/tools/test-parts.mjs'
import { fakeContext } from './fake-context.ts'

describe('a failure', () => {
  const failure = new StepFailure({
    what: 'Benchside could not install its packages.',
    why: ['npm ended with code 1', 'npm error code ENOTFOUND'],
    todo: ['check the way to your npm registry', 'then run this command again'],
  })

  test('says what, why and what to do, and where the log is', () => {
    expect(failureText(failure, '/cache/one.log')).toBe(
      [
        '',
        'Benchside could not install its packages.',
        'Why:         npm ended with code 1',
        '             npm error code ENOTFOUND',
        'What to do:  check the way to your npm registry',
        '             then run this command again',
        'Full log:    /cache/one.log',
        '',
      ].join('\n'),
    )
  })

  test('never shows a stack trace, not even for what nobody thought of', () => {
    const text = failureText(new TypeError('x is not a function'), '/cache/one.log')
    expect(text).toContain('x is not a function')
    expect(text).toContain('What to do:')
    expect(text).not.toMatch(/^\s+at /mu)
  })

  test('leaves out what does not help', () => {
    const lines = [
      'npm warn EBADENGINE',
      'npm error code E404',
      '    at Object.<anonymous>',
      '',
      'npm notice new version',
    ]
    expect(usefulLines(lines)).toEqual(['npm error code E404'])
  })

  test.each([
    ['npm error code ENOTFOUND', /registry/u],
    ['npm error code E401', /sign in/u],
    ['npm error nospc ENOSPC: no space left on device', /disk/u],
    ["npm error EACCES: permission denied, mkdir '/x'", /writable/u],
    ['npm error something else', /log/u],
  ])('%s', (line, advice) => {
    expect(npmAdvice([line])).toMatch(advice)
  })
})

describe('a step', () => {
  test('is one line with its time', async () => {
    const { context, screen, logged } = fakeContext()
    await context.steps.step('install', () => 'already there')
    expect(screen).toHaveLength(1)
    expect(screen[0]).toMatch(/^ {2}install +\d+\.\d s {3}already there\n$/u)
    expect(logged).toEqual(screen)
  })

  test('that fails says so', async () => {
    const { context, screen } = fakeContext()
    const failing = context.steps.step('build', () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(screen.join('')).toMatch(/build +\d+\.\d s {3}failed\n$/u)
  })
})

describe('the display', () => {
  test('lacks only on Linux without X and Wayland', () => {
    expect(lacksDisplay({}, 'linux')).toBe(true)
    expect(lacksDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false)
    expect(lacksDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
    expect(lacksDisplay({}, 'darwin')).toBe(false)
  })

  test('a virtual one takes the whole command', () => {
    const { command, args } = underVirtualDisplay({ command: 'electron', args: ['.'] })
    expect([command, ...args.slice(-2)]).toEqual(['xvfb-run', 'electron', '.'])
  })
})

test('only root runs without the sandbox', () => {
  expect(chromiumArguments({ platform: 'linux', isRoot: true })).toContain('--no-sandbox')
  expect(chromiumArguments({ platform: 'linux', isRoot: false })).not.toContain('--no-sandbox')
  expect(chromiumArguments({ platform: 'win32', isRoot: true })).toEqual([])
})

describe('npm test', () => {
  test('runs everything, in order, when nothing is named', () => {
    const names = chooseParts([]).parts.map(({ name }) => name)
    expect(names).toEqual(['types', 'lint', 'format', 'unit', 'architecture', 'storage', 'simulator', 'e2e'])
  })

  test('runs the named parts and hands the rest to vitest', () => {
    const { parts, forVitest } = chooseParts(['unit', 'e2e', '-t', 'opens'])
    expect(parts.map(({ name }) => name)).toEqual(['unit', 'e2e'])
    expect(forVitest).toEqual(['-t', 'opens'])
  })

  test('tells every part', () => {
    for (const { name } of allParts) expect(helpText).toContain(name)
  })

  test('ends with the seconds of each part and what failed', () => {
    const text = summaryText([
      { name: 'types', seconds: 3.14, outcome: 'passed' },
      { name: 'e2e', seconds: 0, outcome: 'not run' },
    ])
    expect(text).toMatch(/types +3\.1 s {3}passed/u)
    expect(text).toMatch(/e2e +0\.0 s {3}not run/u)
    expect(text).toContain('failed: e2e')
  })
})
