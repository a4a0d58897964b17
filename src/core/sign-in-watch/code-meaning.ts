import { findCode } from '../knowledge/find-code.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Code } from '../knowledge/schema.ts'
import type { LogService, SeenInLog } from './observation.ts'

/** Under which name the knowledge has a service's codes; null: it has none of them. */
const SERVICES: Readonly<Record<LogService, Code['service'] | null>> = {
  'sign-in': 'account',
  'security-status': null,
  binding: 'bind',
}

/** What a code of the log means at the service that gave it, never what the same number means elsewhere. */
export const codeMeaning = (seen: SeenInLog, knowledge: Knowledge): Code | null => {
  if (seen.kind !== 'code') return null
  const { meanings } = findCode(knowledge, String(seen.code))
  return meanings.find(({ service }) => service === SERVICES[seen.service]) ?? null
}
