/** The draft of all forms that are not saved: each by the id that it is about, a blank, and the form's name. */
export const TYPING = 'typing'
