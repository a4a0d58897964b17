import causes from '../../../resources/knowledge/causes.json' with { type: 'json' }
import checks from '../../../resources/knowledge/checks.json' with { type: 'json' }
import fixes from '../../../resources/knowledge/fixes.json' with { type: 'json' }
import signs from '../../../resources/knowledge/signs.json' with { type: 'json' }
import symptoms from '../../../resources/knowledge/symptoms.json' with { type: 'json' }
import type { KnowledgeFiles } from './parse-knowledge.ts'

/** The data as it lies in the files, right or wrong: `knowledge check` has to look at it before anybody trusts it. */
export const SHIPPED_FILES: KnowledgeFiles = { symptoms, signs, causes, checks, fixes }
