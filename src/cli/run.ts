import { failed, type Answer } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import type { Say } from '../core/words/index.ts'
import { readAdbPort } from '../device/adb-place.ts'
import { openSqliteStore } from '../storage/open-sqlite.ts'
import { loadSettings, shopIn } from '../usecases/keep-settings.ts'
import { ownKnowledge } from '../usecases/own-knowledge.ts'
import { data } from './data-commands.ts'
import { evaluateReports, knowledgeCommand } from './knowledge-commands.ts'
import { diagnoseInput, phones, probe, type Printed } from './phone-commands.ts'
import { learningCommand } from './learning-commands.ts'
import { reportCommand } from './report-command.ts'
import { simulateCases } from './simulate-command.ts'
import { dataFolderOf, reachAlone, reachBy } from './record.ts'
import { ticket } from './ticket-commands.ts'
import type { Line } from './words.ts'

const VERSION = '0.1.0'

const withTickets = async (line: Line, port: number | null, say: Say): Promise<Answer<Printed>> => {
  const folder = dataFolderOf(line)
  const store = await openSqliteStore(folder)
  if (!store.ok) return store
  try {
    const reach = await reachBy(store.value, folder, port)
    const own = await ownKnowledge(store.value, SHIPPED, say)
    const { messagesSince } = own
    const speech = {
      knowledge: own.knowledge(),
      language: 'en',
      say,
      former: own.former(),
      messagesSince,
    } as const
    const settings = await loadSettings(store.value)
    if (!settings.ok) return settings
    const known = shopIn(settings.value)
    const shop = { ...known, who: line.values.who ?? known.who }
    const desk = { store: store.value, speech, phoneOf: () => null, shop: () => shop }
    return await ticket(desk, line, reach, say, VERSION)
  } finally {
    await store.value.close()
  }
}

export const run = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const port = readAdbPort(line.values['adb-port'], process.env)
  if (!port.ok) return port
  switch (line.words[0]) {
    case 'phones':
      return phones(await reachAlone(line, port.value), say)
    case 'probe':
      return probe(line, await reachAlone(line, port.value), say)
    case 'diagnose':
      return diagnoseInput(line, say)
    case 'evaluate':
      return evaluateReports(line)
    case 'knowledge':
      return knowledgeCommand(line, say)
    case 'report':
      return reportCommand(line, say)
    case 'learning':
      return learningCommand(line, say)
    case 'simulate':
      return simulateCases(line)
    case 'data':
      return data(line, say)
    case 'ticket':
      return withTickets(line, port.value, say)
    default:
      return failed('command.unknown', { name: line.words[0] ?? '' })
  }
}
