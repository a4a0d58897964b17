/** @typedef {{
 *   name: string,
 *   words: string,
 *   args: readonly string[],
 *   isVitest?: true,
 *   takesPhone?: true,
 *   takesPostgres?: true,
 *   takesWindow?: true,
 * }} Part */
/** @typedef {{ name: string, seconds: number, outcome: 'passed' | 'failed' | 'not run' }} Result */

/** A project of vitest with no test file in it fails: vitest sees to that.
 * @param {string} name @param {string} words
 * @param {Pick<Part, 'takesPhone' | 'takesPostgres' | 'takesWindow'> & { projects?: readonly string[] }} [how]
 * @returns {Part} */
const vitest = (name, words, { projects = [name], ...takes } = {}) => ({
  name,
  words,
  args: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
  ],
  isVitest: true,
  ...takes,
})

/** @type {readonly Part[]} */
export const allParts = [
  { name: 'types', words: 'tsc over every folder', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint', words: 'oxlint with types; a warning fails', args: ['node_modules/oxlint/bin/oxlint'] },
  { name: 'format', words: 'prettier', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  vitest('unit', 'what can be tested in one process', { takesPhone: true }),
  vitest('architecture', 'who may import whom, and the other rules of the house'),
  vitest('storage', 'records, on SQLite, PGlite and PostgreSQL', {
    projects: ['storage', 'storage-pglite', 'storage-postgres'],
    takesPostgres: true,
  }),
  vitest('simulator', 'a simulated phone behind a real adb server', { takesPhone: true }),
  vitest('e2e', 'the built app in a real Electron window', { takesPhone: true, takesWindow: true }),
]

/** The first words that name parts choose them; what follows goes to vitest.
 * @param {readonly string[]} given @returns {{ parts: readonly Part[], forVitest: readonly string[] }} */
export function chooseParts(given) {
  const end = given.findIndex((word) => !allParts.some((part) => part.name === word))
  const names = end === -1 ? given : given.slice(0, end)
  const forVitest = end === -1 ? [] : given.slice(end)
  const parts = names.length === 0 ? allParts : allParts.filter((part) => names.includes(part.name))
  return { parts, forVitest }
}

export const helpText = `npm test                      sets up what is missing, then runs every part
npm test -- PART...           runs these parts only
npm test -- PART -t NAME      hands what follows the parts to vitest
npm test -- e2e test/e2e/some-file.test.ts

Parts:
${allParts.map(({ name, words }) => `  ${name.padEnd(14)}${words}`).join('\n')}
`

/** @param {readonly Result[]} results @returns {string} */
export function summaryText(results) {
  const rows = results.map(
    ({ name, seconds, outcome }) => `  ${name.padEnd(14)}${seconds.toFixed(1).padStart(8)} s   ${outcome}`,
  )
  const all = results.reduce((sum, { seconds }) => sum + seconds, 0)
  const failed = results.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name)
  const verdict = failed.length === 0 ? 'everything passed' : `failed: ${failed.join(', ')}`
  return `\n${rows.join('\n')}\n  ${'all'.padEnd(14)}${all.toFixed(1).padStart(8)} s   ${verdict}\n`
}
