/** Until technicians have names of their own, everything is done by the counter. */
export const COUNTER = 'counter'
