import { redirections, type Effect } from './commands/effects.ts'

/** One service that a host opened. */
export type ServiceRecord = {
  readonly number: number
  /** As adb asked for it: `shell,v2,raw:getprop`. */
  readonly service: string
  /** The part after the colon. */
  readonly script: string
  readonly openedAt: number
  exitCode: number | null
}

/** One command that a script of the phone ran. */
export type CommandRecord = {
  /** The service that it belongs to. */
  readonly service: number
  readonly words: readonly string[]
  readonly effect: Effect
  readonly at: number
}

const services = /^(shell|exec)[,:]/

/** Everything that changed the phone or tried to, in words: what fixes may do, and what no one may. */
export function writesOf(
  opened: readonly ServiceRecord[],
  commands: readonly CommandRecord[],
  allowed: readonly Effect[],
): readonly string[] {
  const asked = opened
    .filter(({ service }) => !services.test(service))
    .map(({ service }) => `service ${service}`)
  const redirected = opened.flatMap(({ service, script }) =>
    services.test(service) ? redirections(script).map((text) => `redirection ${text}`) : [],
  )
  const ran = commands.filter(({ effect }) => !allowed.includes(effect)).map(({ words }) => words.join(' '))
  return [...asked, ...redirected, ...ran]
}
