import { missingCase } from '../failure.ts'
import { escaped } from './escaped.ts'
import type { PaperDocument, PaperLine, PaperPart, PaperSize } from './paper.ts'
import { paperStyle } from './paper-style.ts'
import { qrDots, qrPath } from './qr-code.ts'

/** Each text by itself in its own direction: a name from right to left does not turn the line round. */
const words = (text: string): string => `<bdi>${escaped(text)}</bdi>`

const lineHtml = (line: PaperLine): string => {
  switch (line.kind) {
    case 'fact':
      return `<p class="fact"><span class="name">${words(line.name)}</span> <span class="is">${words(line.words)}</span></p>`
    case 'item': {
      const mark = line.at === undefined ? '■' : `${String(line.at)}.`
      const note = line.note === undefined ? '' : `<span class="note">${words(line.note)}</span>`
      return `<p class="${line.at === undefined ? 'item' : 'item step'}"><span class="mark">${mark}</span><span class="what">${words(line.words)}</span>${note}</p>`
    }
    case 'text':
      return `<p class="text">${words(line.words)}</p>`
    case 'sign':
      return `<p class="sign">${words(line.words)}</p>`
    default:
      return missingCase(line)
  }
}

/** Lines to sign on come last, and stand side by side where there is room. */
const partHtml = ({ title, lines }: PaperPart): string => {
  const said = lines.filter(({ kind }) => kind !== 'sign').map(lineHtml)
  const signs = lines.filter(({ kind }) => kind === 'sign').map(lineHtml)
  const toSign = signs.length === 0 ? '' : `<div class="signs">${signs.join('')}</div>`
  return `<section><h2>${words(title)}</h2>${said.join('')}${toSign}</section>`
}

const qrHtml = (code: string): string => {
  const dots = qrDots(code)
  const size = String(dots.length)
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(code)}" shape-rendering="crispEdges"><path d="${qrPath(dots)}"/></svg>`
}

const shopHtml = (letterhead: readonly string[]): string =>
  letterhead.length === 0
    ? ''
    : `<div class="shop">${letterhead.map((line) => `<p>${words(line)}</p>`).join('')}</div>`

const headHtml = ({ title, number, under, code }: PaperDocument): string => {
  const heading = title === '' ? '' : `<h1>${words(title)}</h1>`
  const lines = under.map((line) => `<p class="under">${words(line)}</p>`).join('')
  return `<header>${qrHtml(code)}<div class="head">${heading}<p class="number">${words(number)}</p>${lines}</div></header>`
}

/** The one place where a document becomes a page: no script, nothing that is loaded, black on white. */
export const paperHtml = (paper: PaperDocument, size: PaperSize, language: string): string =>
  [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">`,
    `<title>${escaped([paper.title, paper.number].filter((each) => each !== '').join(' '))}</title>`,
    `<style>${paperStyle(size, paper.number)}</style></head>`,
    `<body class="${paper.kind} ${size}">${shopHtml(paper.letterhead)}${headHtml(paper)}`,
    `<main>${paper.parts.map(partHtml).join('')}</main></body></html>`,
  ].join('\n')
