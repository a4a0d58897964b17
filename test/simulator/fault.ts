/** What may go wrong with a phone on a cable. `only` limits a fault to shells whose script holds that text. */
export type Fault =
  /** OPEN is never answered: `adb shell` waits for ever. */
  | { readonly kind: 'ignores-open'; readonly only?: string }
  /** A shell's output stops for ever after so many bytes of its stream; 0 is a shell that never answers. */
  | { readonly kind: 'hangs'; readonly afterBytes: number; readonly only?: string }
  /** The named command never ends. */
  | { readonly kind: 'hangs-at'; readonly command: string }
  /** The cable is pulled once the host has taken so many bytes of a shell's stream. */
  | { readonly kind: 'unplugs'; readonly afterBytes: number; readonly only?: string }
  /** The cable is pulled as the named command starts. */
  | { readonly kind: 'unplugs-at'; readonly command: string }
  | {
      readonly kind: 'slow'
      /** For each packet, each way. */
      readonly packetMilliseconds?: number
      /** By command, or by command and first word: `dumpsys`, `dumpsys package`. */
      readonly commandMilliseconds?: Readonly<Record<string, number>>
    }
  /** A shell that writes without end. */
  | { readonly kind: 'floods'; readonly stream: 'stdout' | 'stderr'; readonly only?: string }
  /** A shell that writes one byte after the other without end, never so slow that it seems to be silent. */
  | { readonly kind: 'drips'; readonly only?: string }
  /** A frame of shell protocol v2 that says it is 4 GiB long. */
  | { readonly kind: 'huge-frame'; readonly only?: string }
  /** Bytes in place of frames of shell protocol v2, then the end. */
  | { readonly kind: 'garbage'; readonly only?: string }
  /** Bytes in place of ADB packets: adb gives the phone up. */
  | { readonly kind: 'garbage-packets'; readonly only?: string }
  /** The stream ends without the exit code that shell protocol v2 promises. */
  | { readonly kind: 'no-exit-code'; readonly only?: string }

export type FaultKind = Fault['kind']

export type Faults = {
  current<K extends FaultKind>(kind: K, script?: string): Extract<Fault, { kind: K }> | undefined
  set(faults: readonly Fault[]): void
}

export function faultList(): Faults {
  let present: readonly Fault[] = []
  return {
    current<K extends FaultKind>(kind: K, script?: string) {
      return present.find(
        (fault): fault is Extract<Fault, { kind: K }> =>
          fault.kind === kind &&
          (script === undefined ||
            !('only' in fault) ||
            fault.only === undefined ||
            script.includes(fault.only)),
      )
    },
    set(faults) {
      present = faults
    },
  }
}
