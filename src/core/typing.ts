/** The draft of all forms that are not saved: each by the id that it is about, a blank, and the form's name. */
export const TYPING = 'typing'

/** The draft of the form of a new ticket. */
export const NEW_TICKET = 'new-ticket'
