import { readFile, writeFile } from 'node:fs/promises'
import { diagnose } from '../core/diagnosis/diagnose.ts'
import { checkDiagnosisInput } from '../core/diagnosis/check-input.ts'
import type { DiagnosisInput } from '../core/diagnosis/diagnosis.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import type { Inspection } from '../core/phone.ts'
import { keptText } from '../core/probes/index.ts'
import { parseRecording } from '../core/recording.ts'
import { sayReading } from '../core/words/say-reading.ts'
import type { Say } from '../core/words/index.ts'
import { recordingLink, replayLink } from '../device/replay.ts'
import { inspectPhone, type Arrival } from '../usecases/inspect-phone.ts'
import { readDiagnosisInput } from './diagnosis-input.ts'
import { choosePhone, reachBench } from './reach.ts'
import type { Line } from './words.ts'

export type Printed = { readonly json: unknown; readonly text: string; readonly status?: number }

export const phones = async (port: number, say: Say): Promise<Answer<Printed>> => {
  const bench = await reachBench(port)
  const { server, phones: listed } = bench.state()
  await bench.close()
  const rows = listed.map((phone) => ({
    serial: phone.serial,
    transportId: phone.transportId,
    state: phone.state,
    model: phone.model,
    product: phone.product,
    advice: say(`phone.advice.${phone.state}`),
  }))
  const serverWords = `${say(`server.${server.state}`)} (port ${String(port)})`
  const text = rows.map(
    (row) => `${row.serial}  ${say(`phone.state.${row.state}`)}  ${row.model ?? ''}\n  ${row.advice}`,
  )
  const advice = say(`server.advice.${server.state}`, { port, version: server.version ?? 0 })
  return done({
    json: { server: { state: server.state, version: server.version }, phones: rows },
    text: [serverWords, ...(rows.length === 0 ? [advice] : text)].join('\n'),
    status: rows.length === 0 ? 3 : 0,
  })
}

/** The inspection as interfaces name it: readings without the raw text that a window shows on demand. */
const printInspection = (inspection: Inspection, say: Say): Printed => {
  const { entries: _, ...json } = inspection
  const lines = Object.entries(inspection.entries).map(([id, { reading }]) => {
    const said = sayReading(id, reading, say)
    return `${said.label}: ${said.value}`
  })
  const { stopped } = inspection
  if (stopped !== null) lines.push(say(`inspection.missing.${stopped}`))
  return { json, text: lines.join('\n'), status: stopped === null ? 0 : 5 }
}

const nothing = (): void => undefined

export const probe = async (
  line: Line,
  port: number,
  say: Say,
  onArrival: (arrival: Arrival, soFar: Inspection) => Promise<void> | void = nothing,
): Promise<Answer<Printed & { readonly inspection: Inspection }>> => {
  const never = new AbortController().signal
  const { replay, save } = line.values
  if (replay !== undefined) {
    const text = await readFile(replay, 'utf8').catch(() => null)
    if (text === null) return failed('recording.unusable', { file: replay, why: 'it cannot be opened' })
    const recording = parseRecording(text, replay)
    if (!recording.ok) return recording
    const inspection = await inspectPhone(
      replayLink(recording.value),
      recording.value.phone,
      never,
      say,
      onArrival,
    )
    return done({ ...printInspection(inspection, say), inspection })
  }
  const bench = await reachBench(port)
  try {
    const phone = choosePhone(bench.state(), line.values, say)
    if (!phone.ok) return phone
    const gone = new AbortController()
    bench.onChange((state) => {
      if (!state.phones.some((other) => other.transportId === phone.value.transportId))
        gone.abort('unplugged')
    })
    const { link, recording } = recordingLink(bench.open(phone.value), phone.value, (output) => ({
      ...output,
      text: keptText(output),
    }))
    const inspection = await inspectPhone(link, phone.value, gone.signal, say, onArrival)
    if (save !== undefined) await writeFile(save, `${JSON.stringify(recording(), null, 1)}\n`)
    return done({ ...printInspection(inspection, say), inspection })
  } finally {
    await bench.close()
  }
}

export const diagnoseInput = async (line: Line): Promise<Answer<Printed>> => {
  const { input } = line.values
  if (input === undefined)
    return failed('input.invalid', { field: '--input', why: 'name a file, or - for standard input' })
  const text = await readDiagnosisInput(input)
  if (!text.ok) return text
  const wanted: DiagnosisInput = text.value
  const [unknown] = checkDiagnosisInput(wanted, SHIPPED)
  if (unknown) return failed('knowledge.unknown', unknown)
  const diagnosis = diagnose(wanted, SHIPPED, 'en')
  const lines = diagnosis.causes
    .slice(0, 5)
    .map(
      (cause) =>
        `${String(Math.round(cause.probability * 100)).padStart(3)} %  ${cause.title}\n       ${cause.because.map((why) => why.text).join('; ')}`,
    )
  return done({ json: diagnosis, text: [...lines, '', `Next: ${diagnosis.next?.title ?? '-'}`].join('\n') })
}
