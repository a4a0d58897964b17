import { inflateSync } from 'node:zlib'

/** What is in a PDF as the browser's engine writes it: enough of the format to see what a printer would be given. */
export type Pdf = {
  /** In millimetres, a page each. */
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  /** In the order in which it is drawn, without blanks. */
  readonly text: string
}

const MM_A_POINT = 25.4 / 72

type Objects = ReadonlyMap<string, { readonly head: string; readonly stream: string }>

const objectsOf = (bytes: Buffer): Objects => {
  const raw = bytes.toString('latin1')
  const objects = new Map<string, { head: string; stream: string }>()
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)\s*endobj/gu)) {
    const [, id = '', body = ''] = found
    const at = body.search(/stream\r?\n/u)
    const head = at < 0 ? body : body.slice(0, at)
    const start = at < 0 ? body.length : at + (body.startsWith('stream\r\n', at) ? 8 : 7)
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? 0)
    const stream = Buffer.from(body.slice(start, start + length), 'latin1')
    const isPacked = head.includes('/FlateDecode')
    objects.set(id, { head, stream: (isPacked ? inflateSync(stream) : stream).toString('latin1') })
  }
  return objects
}

const fromUtf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Which letters the glyphs of a font stand for, as its own table says. */
const lettersOf = (table: string): ReadonlyMap<number, string> => {
  const letters = new Map<number, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/gu))
      letters.set(Number.parseInt(glyph, 16), fromUtf16(text))
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu))
    for (const [, low = '', high = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu)) {
      const first = Number.parseInt(low, 16)
      const start = fromUtf16(text)
      for (let glyph = first; glyph <= Number.parseInt(high, 16); glyph += 1)
        letters.set(glyph, String.fromCodePoint((start.codePointAt(0) ?? 0) + glyph - first))
    }
  return letters
}

const reference = (text: string, name: string): string =>
  new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(text)?.[1] ?? ''

const textOf = (page: string, objects: Objects): string => {
  const resources = objects.get(reference(page, 'Resources'))?.head ?? page
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/gu))
    fonts.set(name, lettersOf(objects.get(reference(objects.get(id)?.head ?? '', 'ToUnicode'))?.stream ?? ''))
  let letters: ReadonlyMap<number, string> = new Map()
  let text = ''
  const content = objects.get(reference(page, 'Contents'))?.stream ?? ''
  for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>/giu)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    else
      for (const [glyph] of (hex ?? '').matchAll(/.{4}/gu))
        text += letters.get(Number.parseInt(glyph, 16)) ?? ''
  }
  return text
}

export const readPdf = (bytes: Buffer): Pdf => {
  const objects = objectsOf(bytes)
  const pages = [...objects.values()].map(({ head }) => head).filter((head) => /\/Type \/Page\b/u.test(head))
  return {
    pages: pages.map((page) => {
      const [, x = '0', y = '0', right = '0', top = '0'] =
        /\/MediaBox \[([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)\]/u.exec(page) ?? []
      const inMm = (from: string, to: string): number => (Number(to) - Number(from)) * MM_A_POINT
      return { width: inMm(x, right), height: inMm(y, top) }
    }),
    text: pages
      .map((page) => textOf(page, objects))
      .join('')
      .replaceAll(/\s/gu, ''),
  }
}
