import { beforeAll, expect, test } from 'vitest'
import { cli, emptyPlace, throughNpmScript } from './terminal.ts'

const SOME = expect.any(Number) as number

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

test('simulate prints the minutes by way of working, and the same again for the same seed', async () => {
  const place = await emptyPlace()
  const words = ['simulate', '--cases', '12', '--seed', '3', '--json']
  const { exitCode, stdout, stderr } = await cli(place, words)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const minutes = {
    engine: SOME,
    guideOrder: SOME,
    staticOrder: SOME,
  }
  expect(JSON.parse(stdout)).toEqual({
    cases: 12,
    seed: 3,
    minutes,
    exact: { cases: 2, engine: SOME, optimum: SOME },
    perturbed: minutes,
    learning: [0, 50, 100, 200].map((tickets) => ({ tickets, minutes: SOME, informed: SOME })),
  })
  expect((await cli(place, words)).stdout).toBe(stdout)
}, 120_000)

test.each([
  ['--cases', '0'],
  ['--cases', 'many'],
  ['--seed', '-1'],
  ['--cases', '9999999999'],
])(
  'simulate refuses %s %s',
  async (name, value) => {
    const { exitCode, stdout, stderr } = await cli(await emptyPlace(), ['simulate', `${name}=${value}`])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(name)
  },
  20_000,
)
