import { expect, test } from 'vitest'
import {
  evidenceOf,
  PROBES,
  readAll,
  readReady,
  readRest,
  RESTS_ON,
  SECTIONS,
} from '../../../src/core/probes/index.ts'
import type { SectionOutput } from '../../../src/core/probes/probe.ts'
import type { Readings } from '../../../src/core/reading.ts'
import { briefly, recorded, section, sectionsOf } from './sections-of.ts'

const WHY = 'The phone was unplugged before this was read.'

test('nothing arrived: every reading says why', () => {
  const readings = briefly(readAll(new Map(), WHY))
  expect(Object.keys(readings).toSorted()).toEqual(PROBES.flatMap(({ gives }) => gives).toSorted())
  for (const reading of Object.values(readings)) expect(reading).toEqual({ unreadable: WHY })
})

const outputs = [
  section('clock', '1767225600.1\n'),
  section('getprop', recorded('sunny-miui-14-global/getprop.txt')),
  section('settings', 'auto_time=1\nauto_time_zone=1\n'),
  section('battery', '  level: 50\n'),
]

test('section by section comes to the same as all at once', () => {
  const arrived = new Map<string, SectionOutput>()
  let all: Readings = {}
  for (const output of outputs) {
    arrived.set(output.id, output)
    const fresh = readReady(arrived, output.id)
    for (const id of Object.keys(fresh)) expect(all).not.toHaveProperty([id])
    all = { ...all, ...fresh }
  }
  expect(all).toHaveProperty(['battery.level'])
  expect(all).not.toHaveProperty(['network.proxy'])
  const rest = readRest(arrived, WHY)
  for (const id of Object.keys(rest)) expect(all).not.toHaveProperty([id])
  expect({ ...all, ...rest }).toStrictEqual(readAll(arrived, WHY))
  expect(briefly(rest)['network.proxy']).toHaveProperty('unreadable')
})

test('what a reading rests on is kept with it', () => {
  expect(RESTS_ON.get('clock.offset')).toEqual(['clock'])
  expect(RESTS_ON.get('package.com.xiaomi.account')).toContain('package com.xiaomi.account')
  const evidence = evidenceOf('os.version', sectionsOf(...outputs))
  expect(evidence.at).toBe(1_767_225_600_100)
  expect(evidence.raw).toContain('[ro.miui.ui.version.name]: [V140]')
  expect(evidence.raw.length).toBeLessThan(3_000)
  expect(evidenceOf('phone.users', sectionsOf(...outputs))).toEqual({ raw: '', at: null })
})

test('every section is asked for on one of two streams', () => {
  expect(SECTIONS.filter(({ stream }) => stream === 'hosts').map(({ id }) => id)).toEqual(['hosts'])
})
