import { print } from './figure.ts'
import { inventedRecord, TICKETS } from './invented-record.ts'
import { measureRecord } from './record.ts'

/** The record of a shop that has been there for ever: its pages, its tickets, and one more of them. */
const folder = await inventedRecord(TICKETS)
for (const figure of await measureRecord(folder, TICKETS, 12)) print(figure)
