import { basename } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import type { KnowledgeView, OwnTrialView } from '../contract/views.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { sayOwnFault } from '../core/knowledge/own/own-fault.ts'
import { LARGEST_OWN_FILE } from '../core/knowledge/own/own-file.ts'
import { knowledgeView } from '../core/knowledge/view.ts'
import type { Say } from '../core/words/index.ts'
import { readWhole, saveWhole } from '../device/whole-file.ts'
import type { Store } from '../storage/store.ts'
import { loadOwnDrafts, saveOwnDrafts } from '../usecases/keep-own-drafts.ts'
import type { OwnKnowledge } from '../usecases/own-knowledge.ts'
import { saveOwnDraft } from '../usecases/save-own-draft.ts'
import type { Speech } from '../usecases/ticket-view.ts'
import { askWhereToSave, askWhichToOpen } from './ask-for-file.ts'

type Parts = { readonly store: Store; readonly own: OwnKnowledge; readonly say: Say }
type OwnHandlers = Pick<CommandHandlers, Extract<keyof CommandHandlers, `own.${string}`>>

export const shownKnowledge = ({ knowledge, language, say }: Speech, own: OwnKnowledge): KnowledgeView => ({
  ...knowledgeView(knowledge, language),
  own: {
    records: own.records(),
    faulty: own.faults().map((fault) => ({
      id: fault.id,
      name: fault.name,
      words: sayOwnFault(fault, say),
    })),
    former: own.former(),
  },
})

/** What a shop adds by itself. Which file is meant is chosen by the person alone, in the system's own dialog. */
export const ownKnowledgeHandlers = ({ store, own, say }: Parts): OwnHandlers => {
  const filters = [{ name: say('own.file.kind'), extensions: ['json'] }]
  /** The file that was looked at last, as it was read: what is agreed to is what was shown. */
  let tried: { readonly name: string; readonly text: string; readonly replace: boolean } | null = null

  const tryFile = async (file: string): Promise<Answer<OwnTrialView>> => {
    const name = basename(file)
    const read = await readWhole(file, LARGEST_OWN_FILE, say('own.fault.file-large'))
    if (!read.ok) return failed('knowledge.file-unusable', { file: name, why: read.why })
    const trial = await own.importText(read.text, { name, replace: false, dryRun: true })
    if (!trial.ok) return trial
    tried = { name, text: read.text, replace: trial.value.changed.length > 0 }
    return done({ name, ...trial.value })
  }

  return {
    'own.drafts': () => loadOwnDrafts(store),
    'own.keepDrafts': ({ drafts }) => saveOwnDrafts(store, drafts),
    'own.save': ({ draft }) => saveOwnDraft(own, draft, say),
    'own.remove': ({ id }) => own.remove(id),
    'own.export': async () => {
      const refreshed = await own.refresh()
      if (!refreshed.ok) return refreshed
      const defaultPath = 'benchside-own-knowledge.json'
      const file = await askWhereToSave({ title: say('own.export'), defaultPath, filters })
      if (file === null) return done({ name: null })
      const name = basename(file)
      const why = await saveWhole(file, own.exported())
      return why === null ? done({ name }) : failed('knowledge.file-unsaved', { file: name, why })
    },
    'own.tryImport': async () => {
      tried = null
      const file = await askWhichToOpen({ title: say('own.import'), filters })
      return file === null ? done(null) : tryFile(file)
    },
    'own.import': async () => {
      if (tried === null) return failed('input.invalid', { field: 'own.import', why: 'no file was tried' })
      const { name, text, replace } = tried
      tried = null
      const report = await own.importText(text, { name, replace, dryRun: false })
      return report.ok ? done({ name, ...report.value }) : report
    },
  }
}
