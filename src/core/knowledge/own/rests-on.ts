import type { OwnRecord } from './own-record.ts'

/** Whether a record names that one, and would dangle without it. */
export const restsOn = (record: OwnRecord, id: string): boolean => {
  switch (record.kind) {
    case 'message':
      return false
    case 'cause':
      return record.shows.some(({ symptom }) => symptom === id)
    case 'check':
      return record.tells.some(({ cause }) => cause === id)
    case 'fix':
      return record.helps.some(({ cause }) => cause === id)
  }
}
