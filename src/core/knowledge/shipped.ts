import type { Knowledge } from './knowledge.ts'
import { parseKnowledge } from './parse-knowledge.ts'
import { SHIPPED_FILES } from './shipped-files.ts'

const parsed = parseKnowledge(SHIPPED_FILES)
// Only a bug gets here: the tests parse the same files.
if (!parsed.ok) throw new TypeError(`Shipped knowledge: ${String(parsed.failure.details['why'])}`)

/** The knowledge that comes with the product. */
export const SHIPPED: Knowledge = parsed.value
