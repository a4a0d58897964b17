import advice from '../../../resources/knowledge/advice.json' with { type: 'json' }
import causes from '../../../resources/knowledge/causes.json' with { type: 'json' }
import checks from '../../../resources/knowledge/checks.json' with { type: 'json' }
import codes from '../../../resources/knowledge/codes.json' with { type: 'json' }
import fixes from '../../../resources/knowledge/fixes.json' with { type: 'json' }
import packages from '../../../resources/knowledge/packages.json' with { type: 'json' }
import signs from '../../../resources/knowledge/signs.json' with { type: 'json' }
import english from '../../../resources/knowledge/speech/en.json' with { type: 'json' }
import spanish from '../../../resources/knowledge/speech/es.json' with { type: 'json' }
import hinglish from '../../../resources/knowledge/speech/hi-latn.json' with { type: 'json' }
import hindi from '../../../resources/knowledge/speech/hi.json' with { type: 'json' }
import indonesian from '../../../resources/knowledge/speech/id.json' with { type: 'json' }
import russian from '../../../resources/knowledge/speech/ru.json' with { type: 'json' }
import chinese from '../../../resources/knowledge/speech/zh.json' with { type: 'json' }
import symptoms from '../../../resources/knowledge/symptoms.json' with { type: 'json' }
import warnings from '../../../resources/knowledge/warnings.json' with { type: 'json' }
import type { KnowledgeFiles } from './parse-knowledge.ts'

/** The data as it lies in the files, right or wrong: `knowledge check` has to look at it before anybody trusts it. */
export const SHIPPED_FILES: KnowledgeFiles = {
  symptoms,
  signs,
  causes,
  checks,
  fixes,
  codes,
  packages,
  advice,
  warnings,
  speech: [english, hindi, hinglish, chinese, spanish, indonesian, russian],
}
