import type { OwnCause, OwnCheck, OwnFix, OwnMessage } from '../../../../src/core/knowledge/own/own-record.ts'

export const message: OwnMessage = {
  kind: 'message',
  id: 'own-dual-apps-message',
  title: '“Dual apps space is full”',
  phrases: ['dual apps space is full', 'двойное пространство заполнено', '双开空间已满'],
}
export const cause: OwnCause = {
  kind: 'cause',
  id: 'own-dual-apps-full',
  title: 'Dual apps fill the account’s space',
  about: 'The second user has no room for the account.',
  often: 'sometimes',
  shows: [
    { symptom: message.id, often: 'often' },
    { symptom: 'sign-in-loop', often: 'rare' },
  ],
}
export const check: OwnCheck = {
  kind: 'check',
  id: 'own-second-space-in-use',
  title: 'Is there a second space?',
  steps: ['Open Settings > Apps > Dual apps.', 'Look whether any app there is on.'],
  minutes: 1,
  passes: 'No app is doubled.',
  fails: 'Apps are doubled, and they fill the space.',
  tells: [
    { cause: cause.id, often: 'often' },
    { cause: 'clock-wrong', often: 'rare' },
  ],
}
export const fix: OwnFix = {
  kind: 'fix',
  id: 'own-empty-dual-apps',
  title: 'Empty the dual apps',
  steps: ['Open Settings > Apps > Dual apps.', 'Switch every app there off.'],
  minutes: 4,
  risk: 'care',
  caution: 'What is in the second apps is gone.',
  helps: [{ cause: cause.id, chance: 0.9 }],
}
export const OWN = [message, cause, fix] as const
/** One of each kind. */
export const EVERY_OWN = [message, cause, check, fix] as const
