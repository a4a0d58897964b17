import { measured, unreadable, type Reading, type UserReading } from '../reading.ts'
import { answerOf, CUT_OFF, unusable } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { shownUserName } from './user-names.ts'

const COMMAND = 'pm list users'

/** "UserInfo{10:security space:413} running"; a name may hold colons, the flags after it are hexadecimal. */
const USER = /^\s*UserInfo\{(\d{1,9}):(.*):([0-9a-fA-F]{1,16})\}( running)?\s*$/u

const users = (sections: ReadonlyMap<string, SectionOutput>): Reading<readonly UserReading[]> => {
  const answer = answerOf(sections, 'users')
  const found: UserReading[] = []
  for (const line of answer?.text.split('\n') ?? []) {
    const [, id, name, , running] = USER.exec(line) ?? []
    if (id === undefined || name === undefined) continue
    found.push({ id: Number(id), name: shownUserName(name), running: running !== undefined })
  }
  if (found.length === 0) return unusable(answer, COMMAND)
  return answer?.complete === true ? measured(found, COMMAND) : unreadable(CUT_OFF, COMMAND)
}

export const keepUserLine = (line: string): string | null => {
  if (line.trim() === 'Users:') return 'Users:'
  const [, id, name, flags, running = ''] = USER.exec(line) ?? []
  if (id === undefined || name === undefined || flags === undefined) return null
  return `\tUserInfo{${id}:${shownUserName(name)}:${flags}}${running}`
}

export const usersProbe: Probe = {
  needs: ['users'],
  gives: ['phone.users'],
  read: (sections) => ({ 'phone.users': users(sections) }),
}
