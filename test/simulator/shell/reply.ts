import type { ReplyFolder } from './reply-folder.ts'

/** What a command of the phone does: after a while it prints, or it becomes a tool of the machine we run on. */
export type Reply =
  | {
      readonly kind: 'text'
      readonly output: string
      readonly errors: string
      readonly exitCode: number
      readonly seconds: number
    }
  | { readonly kind: 'tool'; readonly path: string; readonly shift: number; readonly before: string }
  | { readonly kind: 'hangs'; readonly output: string }
  /** What is in a file, and what comes to it; from its last line on, or all. Only lines that match. */
  | { readonly kind: 'follows'; readonly file: string; readonly lastOnly: boolean; readonly matching: string }

export function prints(
  output: string,
  more?: { errors?: string; exitCode?: number; seconds?: number },
): Reply {
  return {
    kind: 'text',
    output,
    errors: more?.errors ?? '',
    exitCode: more?.exitCode ?? 0,
    seconds: more?.seconds ?? 0,
  }
}

export function fails(errors: string, exitCode = 1): Reply {
  return prints('', { errors, exitCode })
}

/** Runs a harmless tool of this machine with the words of the call, leaving out the first `shift` of them. */
export function becomes(path: string, shift = 0, before = ''): Reply {
  return { kind: 'tool', path, shift, before }
}

export function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}

/** The reply as one line of shell, which the shim runs. */
export function asShell(reply: Reply, folder: ReplyFolder, extraSeconds: number): string {
  switch (reply.kind) {
    case 'text': {
      const wait = pause(reply.seconds + extraSeconds, folder)
      if (reply.errors === '' && reply.exitCode === 0 && reply.output.length > longestInline)
        return `${wait}exec ${folder.cat} ${quote(folder.file(reply.output))}`
      const output = reply.output === '' ? '' : `${show(reply.output, folder)}; `
      const errors = reply.errors === '' ? '' : `${show(reply.errors, folder)} >&2; `
      return `${wait}${output}${errors}exit ${String(reply.exitCode)}`
    }
    case 'tool': {
      const shift = reply.shift === 0 ? '' : `shift ${String(reply.shift)}; `
      return `${pause(extraSeconds, folder)}${shift}exec ${reply.path} ${reply.before}"$@"`
    }
    case 'follows':
      return `${folder.tail} -n ${reply.lastOnly ? '1' : '+1'} -f ${quote(reply.file)} | ${folder.grep} --line-buffered -aE ${quote(reply.matching)}`
    case 'hangs':
      return `${reply.output === '' ? '' : `${show(reply.output, folder)}; `}exec ${folder.sleep} 1000000`
    default:
      return missingCase(reply)
  }
}

const longestInline = 400

function show(text: string, folder: ReplyFolder): string {
  if (text.length > longestInline) return `${folder.cat} ${quote(folder.file(text))}`
  return `printf %b ${quote(escaped(text))}`
}

/** Letters that mean nothing to the shell stay; all others go as octal, so that a reply is always one line. */
function escaped(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replace(
      /[^\w .,:;=/()[\]{}<>@+-]/g,
      (letter) => `\\0${letter.charCodeAt(0).toString(8).padStart(3, '0')}`,
    )
}

/** `timeout` may end the command while it sleeps: what is left sleeping must not keep the script's pipes open. */
const holdingNothing = '</dev/null >/dev/null 2>&1 8>&- 9>&-'

function pause(seconds: number, folder: ReplyFolder): string {
  return seconds > 0 ? `${folder.sleep} ${seconds.toFixed(3)} ${holdingNothing}; ` : ''
}

function missingCase(never: never): never {
  throw new Error(`missing case: ${JSON.stringify(never)}`)
}
