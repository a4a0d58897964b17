import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Desk } from './desk.ts'

const axeFile = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')
const axe = readFileSync(axeFile, 'utf8')

type Finding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** The page's policy lets no script in; the debugger's own evaluation is not the page's. */
export const findings = async ({ page }: Desk): Promise<string[]> => {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(axe)
  const violations = await page.evaluate<Finding[]>(
    '(async () => { await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0))); return (await axe.run()).violations })()',
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`))
}

/** What axe finds in both themes, with the theme before it. */
export const findingsInBoth = async (desk: Desk): Promise<string[]> => {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    await desk.page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
    }, theme)
    // Colours that change over a moment are looked at when they have.
    await desk.page.waitForTimeout(200)
    found.push(...(await findings(desk)).map((finding) => `${theme} ${finding}`))
  }
  return found
}
