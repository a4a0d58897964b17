/** One view of the window: its attributes as they were written, references not yet resolved. */
export type ScreenNode = ReadonlyMap<string, string>

/** closed: to the end · cut: it stops in the middle, or there are more nodes than are read · broken: it is something else */
export type ScreenNodes = { readonly nodes: readonly ScreenNode[]; readonly end: 'closed' | 'cut' | 'broken' }

/** A sign-in page has some 60, a crowded home screen 200. */
const MOST_NODES = 500

const ATTRIBUTE = /\s*([\w:.-]+)=(["'])/uy
const OPENING = /<(hierarchy|node)(?=[\s/>])/uy
const CLOSING = /<\/(hierarchy|node)>/uy
const TAG_END = /\s*\/?>/uy
const BLANK = /\s*/uy

/**
 * Reads what `uiautomator dump` writes: elements "hierarchy" and "node" with attributes, and nothing between them.
 * Whatever else XML may hold (document types, entities, comments, CDATA) is not read but ends it as broken. Goes
 * through the text once, from left to right.
 */
export const screenNodes = (xml: string): ScreenNodes => {
  const nodes: ScreenNode[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(xml)
    if (found) at = pattern.lastIndex
    return found
  }
  const end = (kind: ScreenNodes['end']): ScreenNodes => ({ nodes, end: kind })

  for (;;) {
    take(BLANK)
    if (at >= xml.length) return end('cut')
    const closing = take(CLOSING)
    if (closing?.[1] === 'hierarchy') return end('closed')
    if (closing) continue
    const opening = take(OPENING)
    // The beginning of a tag at the very end: the text was cut there.
    if (!opening) return end(xml[at] === '<' && !xml.includes('>', at) ? 'cut' : 'broken')
    if (opening[1] === 'node' && nodes.length === MOST_NODES) return end('cut')

    const attributes = new Map<string, string>()
    while (!take(TAG_END)) {
      const attribute = take(ATTRIBUTE)
      if (!attribute) return end(xml.length - at < 64 && !xml.includes('>', at) ? 'cut' : 'broken')
      const [, name = '', quote = '"'] = attribute
      const close = xml.indexOf(quote, at)
      if (close < 0) return end('cut')
      attributes.set(name, xml.slice(at, close))
      at = close + 1
    }
    if (opening[1] === 'node') nodes.push(attributes)
  }
}
