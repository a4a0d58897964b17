/** The parts of an incremental version such as V14.0.9.0.SKGMIXM or OS2.0.12.0.UMZEUXM. */
export type BuildVersion = {
  readonly family: 'MIUI' | 'HyperOS'
  /** Two letters: CN, MI (Global), EU (EEA), IN, ...; null where the build has none (beta: "OS2.0.250110.1.DEV"). */
  readonly regionLetters: string | null
}

const VERSION = /^(V|OS)\d+(?:\.\d+)+(?:\.([A-Z]+))?$/u
/** Android letter, 2 letters of the model, 2 of the region, 2 of the channel (XM, or a carrier's). */
const LETTERS = /^[A-Z][A-Z]{2}([A-Z]{2})[A-Z]{2}$/u

export const readBuildVersion = (incremental: string): BuildVersion | null => {
  const version = VERSION.exec(incremental)
  if (!version) return null
  const letters = LETTERS.exec(version[2] ?? '')
  return {
    // V816 is what HyperOS 1 on Android 13 still writes here.
    family: version[1] === 'OS' || incremental.startsWith('V816.') ? 'HyperOS' : 'MIUI',
    regionLetters: letters?.[1] ?? null,
  }
}
