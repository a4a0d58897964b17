/**
 * Simulated phones to try the app with by hand:
 *   node test/simulator/run.ts --preset clock-and-package [--preset miui10 ...] [--adb-port N]
 * then in another terminal: npm start -- --adb-port N, or npm run -s cli -- probe --adb-port N
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { startAdbServer } from './adb-server.ts'
import { startPhone, type SimulatedPhone } from './phone.ts'
import { presetNamed, presets } from './presets.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: { preset: { type: 'string', multiple: true }, 'adb-port': { type: 'string' } },
})
const names = values.preset ?? ['healthy']
const chosen = names.flatMap((name) => presetNamed(name) ?? [])
if (chosen.length < names.length) {
  say(`presets: ${Object.keys(presets).join(' ')}`)
  process.exit(2)
}

const adbPort = values['adb-port']
const server = await startAdbServer(adbPort === undefined ? {} : { port: Number(adbPort) })
const phones: SimulatedPhone[] = []
for (const preset of chosen) {
  const phone = await startPhone(preset.phone(), 'options' in preset ? preset.options : {})
  phones.push(phone)
  await server.connect(phone)
  say(`phone ${String(phones.length)}  ${phone.adbSerial}  ${preset.title}`)
}
say(`adb port ${String(server.port)}`)
say('type: allow | revoke | unplug | plug | writes | quit, and a number for another phone than the first')

const lines = createInterface({ input: process.stdin })
let closing = false

const close = async (): Promise<void> => {
  if (closing) return
  closing = true
  lines.close()
  for (const phone of phones) await phone.close()
  await server.close()
}

const actions: Readonly<Record<string, (phone: SimulatedPhone) => unknown>> = {
  allow: (phone) => phone.setAuthorized(true),
  revoke: (phone) => phone.setAuthorized(false),
  unplug: (phone) => phone.unplug(),
  plug: (phone) => phone.plug(),
  writes: (phone) => say(phone.writes().join('\n')),
  quit: close,
}

lines.on('line', (line) => {
  const [word = '', number = '1'] = line.trim().split(/\s+/)
  const phone = phones[Number(number) - 1]
  const action = Object.hasOwn(actions, word) ? actions[word] : undefined
  if (phone === undefined || action === undefined) say(`not known: ${line}`)
  else void action(phone)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
