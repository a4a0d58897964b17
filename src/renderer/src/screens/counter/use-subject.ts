import { useStore } from '../../store/store.ts'
import { chosenPhone, subjectOf, type Subject } from './subject.ts'

export const useSubject = (): Subject => {
  const phones = useStore(({ bench }) => bench?.phones)
  const phoneKey = useStore((store) => store.phoneKey)
  const counterTicket = useStore((store) => store.counterTicket)
  const formOpen = useStore((store) => store.formOpen)
  return subjectOf(formOpen, counterTicket, chosenPhone(phones ?? [], phoneKey))
}
