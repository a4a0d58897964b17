import { expect, test } from 'vitest'
import { CUT_OFF } from '../../../src/core/probes/answer.ts'
import { osProbe } from '../../../src/core/probes/os.ts'
import { identityProbe } from '../../../src/core/probes/identity.ts'
import { briefly, CUT, recorded, section, sectionsOf } from './sections-of.ts'

const cut = { unreadable: CUT_OFF }

/** A build.prop is a part of what getprop prints, in another form. */
const asGetprop = (buildProp: string): string => buildProp.replaceAll(/^([^=\n]+)=(.*)$/gmu, '[$1]: [$2]')

const readBuildProp = (folder: string): Record<string, unknown> =>
  briefly(osProbe.read(sectionsOf(section('getprop', asGetprop(recorded(`${folder}/buildprop.txt`)), CUT))))

test.each([
  ['lisa-hyperos-1-eea', '1.0', 'OS1.0.3.0.UKOEUXM', 'EEA'],
  ['sky-hyperos-2-eea', '2.0', 'OS2.0.5.0.VMWEUXM', 'EEA'],
  ['sea-hyperos-2-global', '2.0', 'OS2.0.204.0.VHZMIXM', 'Global'],
  ['spes-hyperos-1-in', '1.0', 'OS1.0.2.0.TGCINXM', 'IN'],
  ['thyme-hyperos-4-port', '4.0', 'OS4.0.15.0.XEOCNXM', 'CN'],
])('%s: from the part of its properties that is known', (folder, version, build, region) => {
  expect(readBuildProp(folder)).toEqual({
    'os.family': 'HyperOS',
    'os.version': version,
    'os.build': build,
    'os.official': cut,
    'os.buildRegion': region,
    'os.userRegion': cut,
  })
})

test('rosemary: without a version nothing about the system is guessed', () => {
  expect(readBuildProp('rosemary-miui')).toEqual({
    'os.family': cut,
    'os.version': cut,
    'os.build': cut,
    'os.official': cut,
    'os.buildRegion': cut,
    'os.userRegion': cut,
  })
})

test('violet, India: two lines of a terminal tell the region that the user set, and no more', () => {
  const text = recorded('violet-miui-10-in/terminal.txt')
  const readings = briefly(osProbe.read(sectionsOf(section('getprop', text, CUT))))
  expect(readings['os.family']).toEqual(cut)
  expect(readings['os.buildRegion']).toEqual(cut)
})

/** The values of a terminal session on marble (HyperOS 3), put into the form of a dump. */
test('marble: HyperOS 3 on Android 15', () => {
  const [, , model = '', market = '', , name = '', build = ''] = recorded('marble-hyperos-3/terminal.txt')
    .split('\n')
    .flatMap((line, at) => (at === 0 ? ['', line] : [line]))
  const text = [
    `[ro.build.version.incremental]: [${build}]`,
    `[ro.mi.os.version.name]: [${name}]`,
    '[ro.product.brand]: [Redmi]',
    `[ro.product.marketname]: [${market}]`,
    `[ro.product.model]: [${model}]`,
  ].join('\n')
  const sections = sectionsOf(section('getprop', `${text}\n`, CUT))
  expect({ ...briefly(osProbe.read(sections)), ...briefly(identityProbe.read(sections)) }).toMatchObject({
    'os.family': 'HyperOS',
    'os.version': '3.0',
    'os.build': 'OS3.0.5.0.VMRCNXM',
    'os.buildRegion': 'CN',
    'phone.model': '23049RAD8C',
    'phone.marketName': 'Redmi Note 12 Turbo',
  })
})

const dump = (...properties: readonly (readonly [string, string])[]): string =>
  properties.map(([name, value]) => `[${name}]: [${value}]\n`).join('')

test.each([
  ['V7', 'V7.5.9.0.LXDCNDE', undefined, '7', 'CN'],
  ['V12', 'V12.0.3.0.QJWMIXM', 'joyeuse_global', '12', 'Global'],
  ['V125', 'V12.5.8.0.RKGINXM', 'mojito_in_global', '12.5', 'IN'],
  ['V10', 'V10.3.1.0.PFHINXM', 'violet_india_global', '10', 'IN'],
  ['V130', 'V13.0.5.0.SJZRUXM', 'joyeuse_ru_global', '13', 'RU'],
  ['V140', 'V14.0.3.0.TKHIDXM', 'alioth_id_global', '14', 'ID'],
  ['V140', 'V14.0.2.0.TKHTRXM', undefined, '14', 'TR'],
  ['V140', 'V14.0.2.0.TKHTWXM', undefined, '14', 'TW'],
  ['V140', 'V14.0.2.0.TKHJPXM', undefined, '14', 'JP'],
  ['V140', 'V14.0.2.0.TKHKRXM', undefined, '14', 'KR'],
  ['V140', 'V14.0.23.5.8.DEV', 'fuxi', '14', 'CN'],
])('%s, %s, %s is MIUI %s for %s', (name, incremental, modDevice, version, region) => {
  const text = dump(
    ['ro.build.version.incremental', incremental],
    ['ro.miui.region', 'FR'],
    ['ro.miui.ui.version.name', name],
    ...(modDevice === undefined ? [] : ([['ro.product.mod_device', modDevice]] as const)),
  )
  expect(briefly(osProbe.read(sectionsOf(section('getprop', text))))).toMatchObject({
    'os.family': 'MIUI',
    'os.version': version,
    'os.buildRegion': region,
    'os.userRegion': 'FR',
  })
})

test('a mod_device with a suffix that is not known leaves the region open', () => {
  const text = dump(['ro.miui.ui.version.name', 'V140'], ['ro.product.mod_device', 'fuxi_moon_global'])
  expect(briefly(osProbe.read(sectionsOf(section('getprop', text))))['os.buildRegion']).toEqual({
    unreadable: 'The build names a region that is not known.',
  })
})

test('HyperOS 3.1 keeps its tenth', () => {
  const text = dump(
    ['ro.mi.os.version.incremental', 'OS3.1.4.0.WOCEUXM'],
    ['ro.mi.os.version.name', 'OS3.1'],
    ['ro.miui.ui.version.name', 'V816'],
  )
  expect(briefly(osProbe.read(sectionsOf(section('getprop', text))))).toMatchObject({
    'os.family': 'HyperOS',
    'os.version': '3.1',
    'os.build': 'OS3.1.4.0.WOCEUXM',
    'os.buildRegion': 'EEA',
  })
})

test('marks that do not agree leave open whether the system is official', () => {
  const of = (...changed: readonly (readonly [string, string])[]): unknown =>
    briefly(
      osProbe.read(
        sectionsOf(
          section(
            'getprop',
            dump(
              ...changed,
              ['ro.build.fingerprint', 'Redmi/alioth/alioth:13/TKQ1/V14.0.6.0.TKHCNXM:user/release-keys'],
              ['ro.build.version.incremental', 'V14.0.6.0.TKHCNXM'],
              ['ro.miui.ui.version.name', 'V140'],
              ['ro.product.brand', 'Redmi'],
              ['ro.product.device', 'alioth'],
            ),
          ),
        ),
      ),
    )['os.official']
  expect(of()).toBe(true)
  // The first of two equal names counts.
  expect(of(['ro.product.device', 'munch'])).toEqual({
    unreadable: 'What the system says about itself does not agree with the phone.',
  })
  expect(of(['ro.build.version.incremental', 'V14.0.7.0.TKHCNXM'])).toHaveProperty('unreadable')
  expect(
    of(['ro.build.fingerprint', 'Redmi/alioth/alioth:13/T/V14.0.6.0.TKHCNXM:userdebug/test-keys']),
  ).toEqual({
    unreadable: 'The system is not signed the way Xiaomi signs it.',
  })
  expect(of(['ro.build.version.incremental', 'eng.root.20260101'])).toHaveProperty('unreadable')
  expect(of(['ro.miui.ui.version.name', ' '])).toBe(true) // Android One: Xiaomi's own without MIUI.
  expect(of(['ro.product.brand', 'samsung'])).toEqual({ value: false, note: 'ported to other hardware' })
})
