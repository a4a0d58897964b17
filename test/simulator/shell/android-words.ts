/**
 * Android's shell is mksh and says a missing command in other words than the shell of the machine we run on,
 * which besides writes that line in three pieces: a line that may become one is held until it is whole.
 */
export type AndroidWords = { next(bytes: Buffer): Buffer; rest(): Buffer }

export function androidWords(): AndroidWords {
  let held = ''
  return {
    next(bytes) {
      const text = held + bytes.toString('latin1')
      const lastLine = text.slice(text.lastIndexOf('\n') + 1)
      held = lastLine !== '' && mayBeShellMessage(lastLine) ? lastLine : ''
      return reworded(text.slice(0, text.length - held.length))
    },
    rest() {
      const last = held
      held = ''
      return reworded(last)
    },
  }
}

function mayBeShellMessage(line: string): boolean {
  return ['/bin/sh: ', 'sh: '].some((start) => line.startsWith(start) || start.startsWith(line))
}

/** As latin1 every byte is one letter, so that bytes of any text pass unchanged. */
function reworded(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(
      /^(?:\/bin\/)?sh: \d+: (.+): not found$/gm,
      '/system/bin/sh: $1: inaccessible or not found',
    ),
    'latin1',
  )
}
