import type { BenchView } from '../contract/views.ts'
import type { Say } from '../core/words/index.ts'

/** The one line on the terminal by which whoever has started the window knows that it is at work. */
export const tellReady = (folder: string, { server, phones }: BenchView, say: Say): void => {
  const port = server.port === null ? 'own socket' : `port ${String(server.port)}`
  process.stdout.write(
    `ready  data folder ${folder} · ${say(`server.${server.state}`)} (${port}) · phones ${String(phones.length)}\n`,
  )
}
