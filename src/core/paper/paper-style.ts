import type { PaperSize } from './paper.ts'

/** Of all sizes: no colour but black, nothing cut off, a word that is longer than its line goes on in the next. */
const COMMON = `
*{box-sizing:border-box;margin:0;padding:0}
html{background:#fff;color:#000;color-scheme:only light}
body{font-family:"Inter","Segoe UI","Helvetica Neue",Roboto,"Noto Sans","Noto Sans Devanagari","Noto Sans CJK SC",Arial,sans-serif;line-height:1.4;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header{display:flex;align-items:flex-start}
.head{flex:1 1 0;min-width:0}
.qr{flex:none;display:block}
.shop p:first-child{font-weight:700}
h1{font-weight:600}
.number{font-weight:700}
h2{font-weight:700;border-bottom:.3mm solid #000;break-after:avoid}
p{break-inside:avoid;white-space:pre-line}
.fact .name::after{content:":"}
.fact .is,.what{font-weight:600}
.item{display:grid;grid-template-columns:4mm minmax(0,1fr);align-items:baseline}
.step{grid-template-columns:8mm minmax(0,1fr)}
.item:not(.step) .mark{font-size:.55em}
.note{grid-column:2}
.signs{display:flex;gap:8mm;break-before:avoid;break-inside:avoid}
.sign{border-top:.2mm solid #000}
section:has(.signs){break-inside:avoid}
`

/** A number on each page of several, where the program that prints knows how (Chromium 131 and newer do). */
const A4 = `
@page{size:A4;margin:14mm 16mm 16mm;@bottom-right{content:"NUMBER   " counter(page) " / " counter(pages);font-size:8pt}}
body{font-size:10pt}
.shop{padding-bottom:3mm;margin-bottom:4mm;border-bottom:.2mm solid #000}
.shop p{padding:0}
.shop p:first-child{font-size:12pt}
header{flex-direction:row-reverse;gap:8mm;padding-bottom:1mm}
.qr{width:26mm;height:26mm}
h1{font-size:15pt;line-height:1.2}
.number{font-size:20pt;line-height:1.3}
section{padding-top:4mm}
h2{font-size:10.5pt;padding-bottom:.8mm;margin-bottom:1.2mm}
p{padding:.5mm 0}
.fact{display:grid;grid-template-columns:48mm 1fr;gap:4mm}
.fact .name::after{content:""}
.signs{padding-top:14mm}
.sign{flex:0 1 76mm}
`

/** 72 of the 80 mm are what a roll printer prints; thermal paper shows no thin lines. */
const ROLL = `
@page{margin:0}
body{width:80mm;padding:3mm 4mm 6mm;font-size:9.5pt}
.shop{text-align:center;padding-bottom:2mm}
.shop p{padding:0}
header{flex-direction:column;align-items:center;text-align:center}
.head{flex:none;width:100%}
.qr{width:26mm;height:26mm}
h1{font-size:13pt;line-height:1.2}
.number{font-size:18pt;line-height:1.3}
section{padding-top:3mm}
h2{font-size:10pt;margin-bottom:.8mm;padding-bottom:.5mm}
p{padding:.4mm 0}
.signs{flex-direction:column;gap:12mm;padding-top:12mm}
`

const LABEL = `
@page{size:62mm 29mm;margin:0}
html,body{height:29mm}
body{width:62mm;padding:2mm;overflow:hidden}
header{height:25mm;align-items:center}
.qr{width:25mm;height:25mm}
.number{font-size:SIZEpt;line-height:1.1;text-align:center;white-space:nowrap}
`

/** A label on other paper: as large as a hand reads it, to be cut out. */
const LARGE_LABEL = `
body.label header{flex-direction:column;align-items:center}
body.label .head{flex:none;width:100%}
body.label .number{font-size:SIZEpt;text-align:center;white-space:nowrap}
body.label .qr{width:36mm;height:36mm}
body.label.A4 header{width:62mm;border:.2mm dashed #000;padding:3mm}
`

const OF_SIZE: Readonly<Record<PaperSize, string>> = {
  A4: A4 + LARGE_LABEL,
  roll: ROLL + LARGE_LABEL,
  label: LABEL,
}

/** Points that are free for a label's number, and the most that it needs. */
const ROOM = { label: { width: 90, most: 24 }, roll: { width: 150, most: 34 }, A4: { width: 150, most: 34 } }
/** How wide a bold letter is, of its height. */
const LETTER = 0.66

/** The largest in which a label's number stands on one line. */
const numberPoints = (size: PaperSize, number: string): string => {
  const { width, most } = ROOM[size]
  return Math.min(most, width / (LETTER * Math.max(1, number.length))).toFixed(1)
}

export const paperStyle = (size: PaperSize, number: string): string =>
  (COMMON + OF_SIZE[size])
    .replaceAll('\n', '')
    .replaceAll('SIZE', numberPoints(size, number))
    // A number is letters, digits and a hyphen; whatever else there were would be part of the style.
    .replaceAll('NUMBER', number.replaceAll(/[^\w-]/gu, ''))
