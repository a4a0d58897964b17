import { randomUUID } from 'node:crypto'

/**
 * A UUID of version 7 (RFC 9562, 5.7): time first, so that new rows land at the end of every index. Its other bits are
 * those of a random one, which the runtime takes from a store of random bytes.
 */
export const newId = (now: number = Date.now()): string => {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
