import { hashOf, type Page, type Place } from '../store/place.ts'
import { useStore } from '../store/store.ts'

/** Goes through the address, so that Alt+Left and the mouse's back button work. */
export const goTo = (place: Place): void => {
  window.location.hash = hashOf(place)
}

export const goToPage = (page: Page): void => {
  goTo({ page, ticketId: null })
}

export const startTicket = (): void => {
  useStore.getState().openForm()
  goToPage('counter')
}

export const searchFor = (text: string): void => {
  useStore.getState().setSearch(text)
  const { page, ticketId, about } = useStore.getState().place
  if (page !== 'tickets' || ticketId !== null || about !== undefined) goToPage('tickets')
}
