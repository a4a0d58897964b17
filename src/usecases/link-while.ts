import type { PhoneLink } from '../device/phone-link.ts'

/** A link whose work ends also when `here` does: the phone has left, whatever its connection still believes. */
export const linkWhile = (link: PhoneLink, here: AbortSignal): PhoneLink => ({
  inspect: (sections, signal, onSection) =>
    link.inspect(sections, AbortSignal.any([signal, here]), onSection),
  follow: (command, limits, signal, onBytes) =>
    link.follow(command, limits, AbortSignal.any([signal, here]), onBytes),
})
