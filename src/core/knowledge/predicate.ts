import { z } from 'zod'
import type { ReadingId } from '../reading.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** The ids of reading.ts cannot be listed at run time; packages are named by a pattern. */
const FIXED_IDS = [
  'phone.serial',
  'phone.brand',
  'phone.model',
  'phone.marketName',
  'phone.codename',
  'phone.isXiaomi',
  'os.family',
  'os.version',
  'os.build',
  'os.official',
  'os.buildRegion',
  'os.userRegion',
  'android.release',
  'android.sdk',
  'android.securityPatch',
  'boot.locked',
  'boot.verifiedState',
  'clock.offset',
  'clock.zone',
  'clock.automatic',
  'clock.zoneAutomatic',
  'network.airplane',
  'network.transport',
  'network.validated',
  'network.captivePortal',
  'network.vpn',
  'network.privateDns',
  'network.proxy',
  'network.hosts',
  'account.present',
  'account.ids',
  'device.owner',
  'findDevice.locked',
  'storage.free',
  'battery.level',
  'sim.state',
  'power.dataSaver',
  'phone.users',
] as const satisfies readonly ReadingId[]

const reading = z.union([z.enum(FIXED_IDS), z.templateLiteral(['package.', z.string().min(3)])])
/** What "the phone says that there is none" means for this question; left away: unknown. */
const absent = z.boolean().optional()

const base = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('is'), reading, value: scalar, absent }),
  z.strictObject({ test: z.literal('in'), reading, values: z.array(scalar).min(1), absent }),
  /** For lists such as "LOADED,ABSENT", one word a SIM slot: every one of them is in the values. */
  z.strictObject({
    test: z.literal('each-in'),
    reading: z.literal('sim.state'),
    values: z.array(z.string()).min(1),
    absent,
  }),
  z.strictObject({ test: z.literal('present'), reading }),
  z.strictObject({ test: z.literal('abs-at-least'), reading, value: z.number().positive() }),
  z.strictObject({ test: z.literal('abs-between'), reading, low: z.number(), high: z.number() }),
  z.strictObject({ test: z.literal('at-most'), reading, value: z.number() }),
  z.strictObject({ test: z.literal('state-in'), reading, values: z.array(z.string()).min(1) }),
  z.strictObject({ test: z.literal('stopped'), reading }),
  /** Compares dotted numbers; the first number in a version such as "miui-4.0 (120)" counts. */
  z.strictObject({ test: z.literal('version-below'), reading, value: z.string().regex(/^\d+(?:\.\d+)*$/) }),
  z.strictObject({
    test: z.literal('dns-mode'),
    reading: z.literal('network.privateDns'),
    value: z.string(),
    absent,
  }),
  z.strictObject({
    test: z.literal('dns-host-has'),
    reading: z.literal('network.privateDns'),
    values: z.array(z.string()).min(1),
    absent,
  }),
  /** Some of the hosts do not resolve while at least one does: somebody picks. */
  z.strictObject({ test: z.literal('some-unresolved'), reading: z.literal('network.hosts') }),
  z.strictObject({ test: z.literal('all-unresolved'), reading: z.literal('network.hosts') }),
  /** A host resolves and still cannot be reached. */
  z.strictObject({ test: z.literal('some-unreachable'), reading: z.literal('network.hosts') }),
  z.strictObject({ test: z.literal('all-unreachable'), reading: z.literal('network.hosts') }),
])

export type Question = z.infer<typeof base>
export type Predicate =
  | Question
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }

export const predicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    base,
    z.strictObject({ all: z.array(predicateSchema).min(1) }),
    z.strictObject({ any: z.array(predicateSchema).min(1) }),
    z.strictObject({ not: predicateSchema }),
  ]),
)

/** Every plain question in a predicate, in the order written; the first names the reading that a sign stands for. */
export const questionsOf = (predicate: Predicate): readonly Question[] => {
  if ('all' in predicate) return predicate.all.flatMap(questionsOf)
  if ('any' in predicate) return predicate.any.flatMap(questionsOf)
  if ('not' in predicate) return questionsOf(predicate.not)
  return [predicate]
}
