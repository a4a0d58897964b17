import { create } from 'zustand'
import { benchSlice, type BenchSlice } from './bench.ts'
import { counterSlice, type CounterSlice } from './counter.ts'
import { draftSlice, type DraftSlice } from './draft.ts'
import { ownSlice, type OwnSlice } from './own.ts'
import { placeSlice, type PlaceSlice } from './place.ts'
import { referenceSlice, type ReferenceSlice } from './reference.ts'
import { safetySlice, type SafetySlice } from './safety.ts'
import { ticketsSlice, type TicketsSlice } from './tickets.ts'
import { typingSlice, type TypingSlice } from './typing.ts'

export type Store = BenchSlice &
  CounterSlice &
  DraftSlice &
  OwnSlice &
  PlaceSlice &
  ReferenceSlice &
  SafetySlice &
  TicketsSlice &
  TypingSlice

/** The one store: slices of views by subject, changed only by their own functions. */
export const useStore = create<Store>()((set) => ({
  ...benchSlice(set),
  ...counterSlice(set),
  ...draftSlice(set),
  ...ownSlice(set),
  ...placeSlice(set),
  ...referenceSlice(set),
  ...safetySlice(set),
  ...ticketsSlice(set),
  ...typingSlice(set),
}))
