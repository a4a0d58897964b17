import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { completed, leftOut, platformOf } from '../../src/tools/complete-lock.mjs'

type Lock = { packages: Record<string, { resolved?: string }> }
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

describe('package-lock.json', () => {
  test('names every platform; if not: node src/tools/complete-lock.mjs', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
    expect(leftOut(lock.packages).map(({ name }) => name)).toEqual([])
  })

  test("names no registry: it has to work with everybody's", () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })
})

test.each([
  ['@swc/core-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
  ['@oxlint/binding-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
  ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
  ['@oxlint-tsgolint/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
])('%s', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})

test('what was left out is written in, with its exact version, and only that', () => {
  const packages = {
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { 'tool-darwin-x64': '1.0.0' },
    },
  }
  expect(completed(packages)).toEqual({
    ...packages,
    'node_modules/tool-darwin-x64': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  })
  expect(leftOut(completed(packages))).toEqual([])
})
