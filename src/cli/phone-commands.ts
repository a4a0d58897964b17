import { diagnose } from '../core/diagnosis/diagnose.ts'
import { checkDiagnosisInput } from '../core/diagnosis/check-input.ts'
import type { DiagnosisInput } from '../core/diagnosis/diagnosis.ts'
import { done, failed, type Answer, type Failure } from '../core/failure.ts'
import { hearCodes } from '../core/hearing/hear-codes.ts'
import type { Inspection, StopReason } from '../core/phone.ts'
import { keptText } from '../core/probes/index.ts'
import type { Reading } from '../core/reading.ts'
import { systemOf } from '../core/ready-steps.ts'
import { sayPercent } from '../core/words/say-percent.ts'
import { againstTrueTime } from '../core/workstation-clock.ts'
import { sayReading } from '../core/words/say-reading.ts'
import { sayAdvice } from '../core/words/say-steps.ts'
import type { Say } from '../core/words/index.ts'
import { askInternetTime } from '../device/internet-time.ts'
import { openRecording, saveRecording } from '../device/recording-file.ts'
import { recordingLink, replayLink } from '../device/replay.ts'
import { inspectPhone, type Arrival } from '../usecases/inspect-phone.ts'
import { readDiagnosisInput } from './diagnosis-input.ts'
import { experienceHere } from './experience-here.ts'
import { knowledgeHere } from './knowledge-here.ts'
import { choosePhone, type Reach, reachBench, serverFailure } from './reach.ts'
import type { Line } from './words.ts'

/** What goes to stdout; `failure` is said on stderr beside it and gives the exit status. */
export type Printed = { readonly json: unknown; readonly text: string; readonly failure?: Failure }

export const phones = async (reach: Reach, say: Say): Promise<Answer<Printed>> => {
  const bench = await reachBench(reach)
  const state = bench.state()
  await bench.close()
  const { server, phones: listed } = state
  const rows = listed.map((phone) => ({
    serial: phone.serial,
    transportId: phone.transportId,
    state: phone.state,
    model: phone.model,
    product: phone.product,
    advice: sayAdvice(phone.state, systemOf(process.platform), say),
  }))
  const serverWords = `${say(`server.${server.state}`)} (${server.port === null ? 'own socket' : `port ${String(server.port)}`})`
  const text = rows.map(
    (row) => `${row.serial}  ${say(`phone.state.${row.state}`)}  ${row.model ?? ''}\n  ${row.advice}`,
  )
  const printed: Printed = {
    json: { server: { state: server.state, version: server.version }, phones: rows },
    text: [serverWords, ...text].join('\n'),
  }
  if (rows.length > 0) return done(printed)
  return done({ ...printed, failure: (serverFailure(state) ?? failed('phone.none')).failure })
}

const stopFailure = (stopped: StopReason): Failure => {
  switch (stopped) {
    case 'silent':
      return failed('phone.silent').failure
    case 'flood':
      return failed('phone.flood').failure
    case 'unplugged':
    case 'cancelled':
      return failed('phone.gone').failure
  }
}

/** The inspection as interfaces name it: readings without the raw text that a window shows on demand. */
const printInspection = (inspection: Inspection, say: Say): Printed => {
  const { entries: _, ...json } = inspection
  const readings: Readonly<Record<string, Reading<unknown> | undefined>> = againstTrueTime(
    inspection.readings,
  )
  const lines = Object.entries(readings).flatMap(([id, reading]) => {
    if (!reading) return []
    const said = sayReading(id, reading, say)
    return [`${said.label}: ${said.value}`]
  })
  const { stopped } = inspection
  return { json, text: lines.join('\n'), ...(stopped !== null && { failure: stopFailure(stopped) }) }
}

const nothing = (): void => undefined

export const probe = async (
  line: Line,
  reach: Reach,
  say: Say,
  onArrival: (arrival: Arrival, soFar: Inspection) => Promise<void> | void = nothing,
): Promise<Answer<Printed & { readonly inspection: Inspection }>> => {
  const never = new AbortController().signal
  const { replay, save } = line.values
  if (replay !== undefined) {
    const recording = await openRecording(replay)
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
  const ownClock = reach.internetTime ? askInternetTime(never) : null
  const bench = await reachBench(reach)
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
    const inspection = await inspectPhone(link, phone.value, gone.signal, say, onArrival, await ownClock)
    const printed = { ...printInspection(inspection, say), inspection }
    const saved = save === undefined ? null : await saveRecording(save, recording())
    return done(saved === null || saved.ok ? printed : { ...printed, failure: saved.failure })
  } finally {
    await bench.close()
  }
}

export const diagnoseInput = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const { input } = line.values
  if (input === undefined)
    return failed('input.invalid', { field: '--input', why: 'name a file, or - for standard input' })
  const text = await readDiagnosisInput(input)
  if (!text.ok) return text
  const wanted: DiagnosisInput = text.value
  const here = await knowledgeHere(line, say)
  if (!here.ok) return here
  const [unknown] = checkDiagnosisInput(wanted, here.value)
  if (unknown) return failed('knowledge.unknown', unknown)
  const seen = await experienceHere(line, here.value, say)
  if (!seen.ok) return seen
  const { knowledge, experience } = seen.value
  const diagnosis = diagnose(wanted, knowledge, 'en', experience)
  const lines = diagnosis.causes
    .slice(0, 5)
    .map(
      (cause) =>
        `${sayPercent(cause.probability, say).padStart(10)}  ${cause.title}\n            ${cause.because.map((why) => why.text).join('; ')}`,
    )
  const codes = hearCodes(wanted.said ?? '', knowledge).map(({ code, meanings, ambiguous }) => ({
    code,
    ambiguous,
    meanings: meanings.map(({ service, meaning }) => ({ service, meaning: meaning.en })),
  }))
  const codeLines = codes.flatMap(({ code, meanings }) =>
    meanings.length === 0
      ? [`Code ${code}: not known`]
      : meanings.map(({ service, meaning }) => `Code ${code} (${service}): ${meaning}`),
  )
  return done({
    json: { ...diagnosis, codes },
    text: [...lines, '', ...codeLines, `Next: ${diagnosis.next?.title ?? '-'}`].join('\n'),
  })
}
