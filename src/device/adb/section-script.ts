import type { Section } from '../../core/probes/probe.ts'

/**
 * Longest script in one stream. adbd before Android 7 takes messages of 4096 bytes at most
 * (packages/modules/adb, MAX_PAYLOAD_V1), the service's name and a closing zero included.
 */
const LONGEST_SCRIPT = 3900

/**
 * One script that runs the sections one after another and prints a line of its own after each:
 * `mark` (random, so that no output can forge it), the section's index and its exit status.
 */
export const sectionScript = (sections: readonly Section[], mark: string): string =>
  sections
    .map((section, index) => `{ ${section.command}\n} 2>&1 </dev/null\necho "\n${mark} ${String(index)} $?"`)
    .join('\n')

/** Sections by stream, split further where one script would be too long for an old adbd; all run side by side. */
export const planStreams = (sections: readonly Section[], mark: string): readonly (readonly Section[])[] => {
  const plan: Section[][] = []
  const open = new Map<string, Section[]>()
  for (const section of sections) {
    const current = open.get(section.stream)
    if (current && sectionScript([...current, section], mark).length <= LONGEST_SCRIPT) {
      current.push(section)
      continue
    }
    const fresh = [section]
    open.set(section.stream, fresh)
    plan.push(fresh)
  }
  return plan
}
