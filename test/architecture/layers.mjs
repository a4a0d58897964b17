/**
 * What a folder may reach; everything else is refused (README, "Where things are").
 * @param {string} folder
 * @param {readonly string[]} allowed
 */
const only = (folder, allowed) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { pathNot: [`^src/${folder}/`, ...allowed] },
})

/** @param {string[]} names */
const npm = (...names) => names.map((name) => `(^|/)node_modules/${name}(/|$)`)
/**
 * The one place that may import these packages.
 * @param {string} name
 * @param {readonly string[]} packages
 * @param {string} pathNot
 */
const home = (name, packages, pathNot) => ({
  name: `home-of-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot },
  to: { path: npm(...packages) },
})
const builtIn =
  '^node:|^(child_process|crypto|fs|fs/promises|net|os|path|stream/consumers|string_decoder|timers/promises|url|util|worker_threads)$'
/** One file speaks to the internet, and only where the shop allows it. */
const INTERNET = '^(http|https|http2|tls|dns|dgram)$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('core', ['^resources/knowledge/', ...npm('zod', 'intl-messageformat', 'qr')]),
    only('contract', ['^src/core/', ...npm('zod')]),
    only('device', ['^src/core/', builtIn, INTERNET, ...npm('@yume-chan')]),
    only('storage', [
      '^src/core/',
      builtIn,
      ...npm('kysely', 'better-sqlite3', '@types/better-sqlite3', 'pg', '@types/pg'),
    ]),
    only('usecases', [
      '^src/core/',
      '^src/contract/',
      '^src/device/phone-link\\.ts$',
      '^src/storage/(store|keeper)\\.ts$',
    ]),
    only('main', [
      '^src/(core|contract|device|storage|usecases)/',
      '^resources/training/',
      builtIn,
      ...npm('electron'),
      '^electron$',
    ]),
    only('cli', ['^src/(core|contract|device|storage|usecases)/', builtIn, ...npm('zod')]),
    only('preload', ['^src/contract/', ...npm('electron'), '^electron$']),
    only('renderer', [
      '^src/(core|contract)/',
      ...npm('react', 'react-dom', 'zustand', '@types/react', '@types/react-dom', '@fontsource-variable'),
    ]),
    {
      name: 'renderer-takes-types-alone-from-contract',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/contract/commands\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    home('yume-chan', ['@yume-chan'], '^src/device/adb/'),
    home('better-sqlite3', ['better-sqlite3'], '^src/storage/sqlite-file\\.ts$'),
    home('pg', ['pg', '@types/pg'], '^src/storage/open-postgres\\.ts$'),
    home('qr', ['qr'], '^src/core/paper/qr-code\\.ts$'),
    {
      name: 'home-of-the-internet',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/device/internet-time\\.ts$' },
      to: { path: INTERNET },
    },
    home('react', ['react', 'react-dom', 'zustand'], '^src/renderer/'),
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/tools/' },
    // TypeScript 7 has no interface for tools; without swc the cruiser would see no module and find no fault.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
}
