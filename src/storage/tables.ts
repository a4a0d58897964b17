import type { Generated } from 'kysely'

/**
 * The record's tables. Ids are made by the app, times are ISO UTC text, yes/no is 0 or 1, lists and maps are JSON text:
 * the same on every engine.
 */
export type Tables = {
  migrations: { name: string; applied_at: string }
  counters: { name: string; value: number }
  customers: {
    id: string
    name: string
    phone: string
    created_at: string
    revision: Generated<number>
    /** What other ways of writing the number have in common with it; '' where it is too short. */
    phone_key: Generated<string>
    /** Whom they turned out to be; then nothing of theirs is asked for by their own id any more. */
    merged_into: string | null
  }
  devices: {
    id: string
    /** What the phone claims; never a key for anything but finding it again. */
    serial: string
    model: string | null
    market_name: string | null
    training: number
    created_at: string
    /** Fifteen digits each, as typed or scanned; '' where not known. */
    imei: Generated<string>
    imei2: Generated<string>
    /** What a technician read off the phone, beside what it claims itself. */
    typed_serial: Generated<string>
    typed_model: Generated<string>
  }
  tickets: {
    id: string
    sequence: number
    state: string
    result: string | null
    customer_id: string
    device_id: string | null
    said: string
    symptoms: string
    checks: string
    consents: string
    worked_fix: string | null
    /** Fixes of the sign-in try that worked, where they were several: JSON, the likeliest first. */
    worked_together: Generated<string>
    training: number
    opened_at: string
    closed_at: string | null
    revision: Generated<number>
    /** All null unless the state is "waiting". */
    waiting_for: string | null
    waiting_since: string | null
    waiting_until: string | null
    condition: Generated<string>
    condition_note: Generated<string>
    left_with: Generated<string>
    left_note: Generated<string>
    proof: string | null
    promised_at: string | null
    /** In minor units of `currency`. */
    quote: number | null
    paid: number | null
    currency: Generated<string>
    warranty_days: number | null
    warranty_until: string | null
    /** The ticket that this one is the rework of. */
    rework_of: string | null
  }
  attempts: {
    id: string
    ticket_id: string
    position: number
    fix: string
    covers: string
    outcome: string
    verified: string
    at: string
    minutes: number | null
    technician: Generated<string>
    /** The same for those of one sign-in try. */
    bundle: string | null
  }
  events: {
    id: string
    ticket_id: string
    position: number
    at: string
    who: string
    code: string
    details: string
    /** Its place in the chain of all events, from 1, and the fingerprint of it and of all before it. */
    link: number
    hash: string
  }
  /** Words of an event that are somebody's (storage/event-words.ts). */
  event_words: { event_id: string; salt: string; words: string }
  /** How many links each chain has, and what its last one is. */
  chains: { name: string; links: number; hash: string }
  /** What was advised and when: the ranked causes and the next step, by knowledge version. */
  advice: { id: string; ticket_id: string; at: string; knowledge_version: string; body: string }
  inspections: {
    id: string
    device_id: string | null
    ticket_id: string | null
    phone: string
    started_at: string
    took_ms: number | null
    round_trips: number | null
    stopped: string | null
    app_version: string
  }
  /** The raw text of each command, so that a better parser can read an old phone again. */
  inspection_sections: {
    inspection_id: string
    section: string
    command: string
    text: string
    exit_code: number | null
    complete: number
    sent_at: number
    received_at: number
  }
  readings: { inspection_id: string; reading: string; body: string; sections: string; at: string }
  /** Which tickets of a block (storage/search/postings.ts) have a word. */
  search_words: { block: number; word: string; tickets: string }
  /** The words that a ticket is found by, so that they can be taken back. */
  search_tickets: { sequence: number; words: string }
  drafts: { name: string; body: string; saved_at: string }
  settings: { name: string; value: string }
  /** What the shop knows by itself. */
  own_knowledge: { id: string; position: number; body: string; saved_at: string }
}
