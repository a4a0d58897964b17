import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Desk } from './desk.ts'

const axeFile = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')
const axe = readFileSync(axeFile, 'utf8')

type Finding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/**
 * What is folded is not looked at in any case; but Chromium lays it out anew for each question that axe asks about it,
 * which takes most of the time. While axe looks, it is not there at all. Colours that change over a moment are looked at
 * when they have: asking for what moves lets begin what the theme has set off.
 */
const LOOK = `(async () => {
  const folded = new CSSStyleSheet()
  folded.replaceSync('details:not([open]) > :not(summary) { display: none !important }')
  document.adoptedStyleSheets = [folded]
  await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0)))
  try {
    return (await axe.run({ resultTypes: ['violations'] })).violations
  } finally {
    document.adoptedStyleSheets = []
  }
})()`

/** The page's policy lets no script in; the debugger's own evaluation is not the page's. */
export const findings = async ({ page }: Desk): Promise<string[]> => {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(axe)
  const violations = await page.evaluate<Finding[]>(LOOK)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`))
}

/** What axe finds in both themes, with the theme before it. */
export const findingsInBoth = async (desk: Desk): Promise<string[]> => {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    await desk.page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
    }, theme)
    found.push(...(await findings(desk)).map((finding) => `${theme} ${finding}`))
  }
  return found
}
