import type { Transaction } from 'kysely'
import { pick } from '../../core/seeding/people.ts'
import type { Random } from '../../core/simulation/random.ts'
import type { Tables } from '../tables.ts'
import { rowWriter } from '../row-writer.ts'

export type InventedInspection = {
  readonly id: string
  readonly ticketId: string
  readonly device: {
    readonly id: string
    readonly serial: string
    readonly model: string
    readonly marketName: string
  }
  readonly at: string
}

const readingsOf = ({ device }: InventedInspection, random: Random): Readonly<Record<string, unknown>> => ({
  'phone.serial': device.serial,
  'phone.model': device.model,
  'phone.marketName': device.marketName,
  'phone.isXiaomi': true,
  'os.family': pick(['MIUI', 'HyperOS'] as const, random),
  'os.version': pick(['12.5', '13', '14', '1.0', '2.0'], random),
  'android.release': pick(['11', '12', '13', '14'], random),
  'network.airplane': random() < 0.03,
  'network.validated': random() < 0.85,
  'clock.automatic': random() < 0.8,
})

/** What was read on invented phones. */
export const inspectionWriter = () => {
  const inspections = rowWriter('inspections', [
    'id',
    'device_id',
    'ticket_id',
    'phone',
    'started_at',
    'took_ms',
    'round_trips',
    'stopped',
    'app_version',
  ])
  const readings = rowWriter('readings', ['inspection_id', 'reading', 'body', 'sections', 'at'])
  return {
    add: (inspection: InventedInspection, random: Random): void => {
      const { id, ticketId, device, at } = inspection
      const { serial, model } = device
      inspections.add({
        id,
        device_id: device.id,
        ticket_id: ticketId,
        phone: JSON.stringify({
          serial,
          transportId: 1,
          state: 'device',
          model,
          product: null,
          codename: null,
        }),
        started_at: at,
        took_ms: 400 + Math.floor(random() * 900),
        round_trips: 1,
        stopped: null,
        app_version: 'seed',
      })
      for (const [reading, value] of Object.entries(readingsOf(inspection, random)))
        readings.add({
          inspection_id: id,
          reading,
          body: JSON.stringify({ status: 'measured', value, command: 'seed' }),
          sections: '[]',
          at,
        })
    },
    flush: async (db: Transaction<Tables>): Promise<void> => {
      await inspections.flush(db)
      await readings.flush(db)
    },
  }
}
