import causes from '../../../resources/knowledge/causes.json' with { type: 'json' }
import checks from '../../../resources/knowledge/checks.json' with { type: 'json' }
import fixes from '../../../resources/knowledge/fixes.json' with { type: 'json' }
import signs from '../../../resources/knowledge/signs.json' with { type: 'json' }
import symptoms from '../../../resources/knowledge/symptoms.json' with { type: 'json' }
import type { Knowledge } from './knowledge.ts'
import { parseKnowledge } from './parse-knowledge.ts'

const parsed = parseKnowledge({ symptoms, signs, causes, checks, fixes })
// Only a bug gets here: the tests parse the same files.
if (!parsed.ok) throw new TypeError(`Shipped knowledge: ${String(parsed.failure.details['why'])}`)

/** The knowledge that comes with the product. */
export const SHIPPED: Knowledge = parsed.value
