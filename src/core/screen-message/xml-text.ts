const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/giu
const LAST_CODE_POINT = 0x10_ffff

/**
 * An attribute's text with the five named and the numeric references resolved, once; any other name stays as it is, so
 * nothing can grow. Old Androids write an emoji as its two surrogates (KXmlSerializer): here they come together again.
 */
export const xmlText = (raw: string): string =>
  raw.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : ''
  })
