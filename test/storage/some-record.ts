import { cleanDeviceText } from '../../src/core/device-text.ts'
import { done, type Answer } from '../../src/core/failure.ts'
import type { Outcome } from '../../src/core/ticket.ts'
import type { NewInspection, NewTicket, TicketChange } from '../../src/storage/store.ts'

export const valueOf = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

export const intake = (more: Partial<NewTicket> = {}): NewTicket => ({
  customerName: 'Asha Rao',
  customerPhone: '+92 300 12345',
  said: 'cannot verify',
  symptoms: ['SY01'],
  consents: ['read'],
  inspectionId: null,
  at: '2026-11-23T10:00:00.000Z',
  who: 'counter',
  ...more,
})

export const attempted = (outcome: Outcome, fix = 'set-clock'): Answer<TicketChange> => {
  const at = '2026-11-23T10:01:00.000Z'
  return done({
    ...(outcome === 'worked' && { state: 'fixed', workedFix: fix }),
    attempts: [{ fix, covers: ['FX24'], outcome, verified: 'sign-in', at }],
    event: { at, who: 'counter', code: 'attempt', details: { fix, outcome, verified: 'sign-in' } },
  })
}

export const inspectionNamed = (id: string, startedAt = '2026-11-23T10:00:00.000Z'): NewInspection => ({
  id,
  phone: {
    serial: cleanDeviceText('71d23d60'),
    transportId: 1,
    state: 'device',
    model: null,
    product: null,
    codename: null,
  },
  training: false,
  startedAt,
  appVersion: '0.1.0',
})
