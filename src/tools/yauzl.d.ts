// What the set-up uses of yauzl, which ships without types.
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  type Entry = { readonly fileName: string; readonly externalFileAttributes: number }
  type ZipFile = {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  const yauzl: { openPromise(path: string): Promise<ZipFile> }
  export default yauzl
}
