import { app, dialog, session, type BrowserWindow } from 'electron'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bugWords } from '../core/bug-words.ts'
import type { BenchView } from '../contract/views.ts'
import { done, type Failure } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import { speak } from '../core/words/index.ts'
import { adbBench } from '../device/adb/adb-bench.ts'
import { adbPlace, ownSocket } from '../device/adb-place.ts'
import { findAdb } from '../device/adb/find-adb.ts'
import { internetClock } from '../device/internet-time.ts'
import { replayLink } from '../device/replay.ts'
import { recordingBench } from '../device/recording-bench.ts'
import { trainingBench } from '../device/training-bench.ts'
import { newId } from '../storage/ids.ts'
import { inWorker } from '../storage/long-work/in-worker.ts'
import { workerProgram } from '../storage/long-work/program.ts'
import { RECORD_FILE } from '../storage/open-sqlite.ts'
import type { Store } from '../storage/store.ts'
import { followBench } from '../usecases/follow-bench.ts'
import { heedOthers } from '../usecases/heed-others.ts'
import { FIRST_SETTINGS, loadSettings, shopIn } from '../usecases/keep-settings.ts'
import { learningOf, learnSince } from '../usecases/learning.ts'
import { ownKnowledge } from '../usecases/own-knowledge.ts'
import { paced } from '../usecases/paced.ts'
import { showTicket, type TicketDesk } from '../usecases/show-ticket.ts'
import type { Shop } from '../usecases/shop.ts'
import { shopExperience } from '../usecases/shop-experience.ts'
import { signInWatches } from '../usecases/sign-in-watches.ts'
import { startingKnowledge } from '../usecases/starting-knowledge.ts'
import type { Speech } from '../usecases/ticket-view.ts'
import { warmUp } from '../usecases/warm-up.ts'
import { answerCommands } from './answer-commands.ts'
import { readArguments } from './arguments.ts'
import { askWhichToOpen } from './ask-for-file.ts'
import { closeWindows } from './close-windows.ts'
import { followFocus } from './follow-focus.ts'
import { deskWindow } from './desk-window.ts'
import { sayGoodbye } from './goodbye.ts'
import { commandHandlers } from './handlers.ts'
import { lookAfterRecord } from './look-after-record.ts'
import { shownKnowledge } from './own-knowledge-handlers.ts'
import { saveScreenshot } from './screenshot.ts'
import { startHandlers } from './start-handlers.ts'
import { startUp, type StartUp } from './start-up.ts'
import { declareScheme, serveWindow } from './serve-window.ts'
import { tellReady } from './tell-ready.ts'
import { tellWindows } from './tell-windows.ts'
import { loadTraining, TRAINING_LOGS } from './training.ts'
import { placeWindow } from './place-window.ts'
import { openWindow } from './window.ts'

const outFolder = dirname(dirname(fileURLToPath(import.meta.url)))
const options = readArguments()
const say = speak('en')
const work = inWorker(workerProgram())

/** Milliseconds from asking to quit to being gone, whatever a phone, an adb server or the window do. */
const LONGEST_GOODBYE = 5000

/** More than that for the copy of the day, with the window already gone; it is stopped then, and made the next time. */
const LONGEST_COPY = 60_000

/** Waits between two pieces of work that nobody waits for: milliseconds for everything else. */
const rest = async (): Promise<void> => wait(20)

declareScheme()
// Under --no-sandbox (root only, in tests) Chromium refuses to start what this call asks for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
placeWindow(options)

const onBug = (error: unknown): void => {
  process.stderr.write(`bug: ${bugWords(error)}\n`)
}
const answering = answerCommands(onBug)
let adbPort: number | null = null

const giveUp = ({ code, details }: Failure, exitCode: number): void => {
  const words = say(`failure.${code}`, details)
  process.stderr.write(`${words}\n`)
  if (options.screenshot === null) dialog.showErrorBox(say('app.name'), words)
  app.exit(exitCode)
}

/** The desk at work on a record. */
type RunningDesk = {
  readonly begin: () => Promise<void>
  readonly view: () => BenchView
  /** A copy that is due is made only when the app ends with it. */
  readonly end: (how: 'quit' | 'restart') => Promise<void>
}

const runDesk = async (store: Store, up: StartUp, restore: (file: string) => void): Promise<RunningDesk> => {
  const dataFolder = up.folder()
  // Settings that cannot be read are no reason to keep the record from anybody.
  const loaded = await loadSettings(store)
  let settings = loaded.ok ? loaded.value : FIRST_SETTINGS
  const socket = ownSocket(dataFolder)
  const place = adbPlace(adbPort, settings.ownAdbServer ? socket : null)
  const locateAdb = (): string | null => findAdb({ chosen: settings.adbProgram })
  const recordings = loadTraining()
  const training = trainingBench(adbBench(place, locateAdb), recordings, TRAINING_LOGS)
  const bench = recordingBench(training)
  const since = await learnSince(store)
  const experience = shopExperience({
    store,
    knowledge: () => speech.knowledge,
    rest,
    since: since.now,
    changed: () => {
      tell()
      for (const { ticketId } of follower.view().phones) if (ticketId !== null) ticketChanged(ticketId)
    },
    looked: () => {
      tellWindows({ name: 'learning.changed', view: learning.view() })
    },
  })
  const known = await ownKnowledge(store, SHIPPED, say, () => {
    tellWindows({ name: 'knowledge.changed', view: shownKnowledge(speech, known) })
    tell()
    learn()
  })
  const starting = await startingKnowledge(store, known.knowledge, say)
  const learning = learningOf({ since, starting, experience, shipped: SHIPPED, language: 'en' })
  const speech: Speech = {
    // Whoever speaks knows what the shop has added since, too.
    get knowledge() {
      return starting.knowledge()
    },
    language: 'en',
    say,
    get experience() {
      return experience.now()
    },
    get former() {
      return known.former()
    },
    messagesSince: known.messagesSince,
  }

  // Each push carries the whole view.
  const tell = paced(() => tellWindows({ name: 'bench.changed', view: follower.view() }))
  let told = Promise.resolve()
  const untold = new Set<string>()
  const ownClock = internetClock(() => settings.internetTime)
  ownClock.latest()
  // One after the other: of two that are made at once the older could come last, and stay.
  const ticketChanged = (id: string): void => {
    if (untold.has(id)) return
    untold.add(id)
    told = told
      .then(async () => {
        untold.delete(id)
        const view = await showTicket(desk, id)
        if (view.ok) tellWindows({ name: 'ticket.changed', view: view.value })
      })
      .catch(onBug)
  }
  const follower = followBench({
    bench,
    store,
    speech,
    appVersion: app.getVersion(),
    newId,
    changed: tell,
    ticketRead: ticketChanged,
    onBug,
    ownClock: ownClock.latest,
  })
  const shop = (): Shop => shopIn(settings)
  const phoneOf = (id: string): string | null => follower.phoneOf(id)
  const watches = signInWatches({
    desk: { store, speech, phoneOf, shop },
    linkOf: (id) => follower.linkOf(id),
    changed: ticketChanged,
  })
  const desk: TicketDesk = { store, speech, phoneOf, isWatched: (id) => watches.isRunning(id), shop }
  const care = lookAfterRecord({ store, run: work, dataFolder, ticketChanged, onBug })
  const learn = (): void => {
    // Advice from what is known so far is better than none: a record that cannot be read is told of where it is worked on.
    experience.look().catch(onBug)
  }
  const recordChanged = (): void => {
    tellWindows({ name: 'record.changed' })
    learn()
  }
  answering.use(
    commandHandlers({
      store,
      bench: training,
      recordings: bench,
      follower,
      desk,
      watches,
      own: known,
      learn,
      learning,
      countReport: (query, signal) =>
        work(
          'report',
          { ...query, file: join(dataFolder, RECORD_FILE) },
          { signal, told: (part) => tellWindows({ name: 'report.counting', part }) },
        ),
      dataFolder,
      adbPath: locateAdb,
      ownServer: (wanted) => {
        if (socket === null) return 'impossible'
        return wanted === (place.kind === 'own') ? 'as-set' : 'later'
      },
      chooseProgram: () => askWhichToOpen({ title: say('screen.settings.choose-adb') }),
      useSettings: (changed) => {
        settings = changed
        ownClock.latest()
      },
      version: app.getVersion(),
      care,
      ticketChanged,
      recordChanged,
      started: async () => done(up.view()),
      restore,
    }),
  )

  // Whoever comes back to the window may have added something from the terminal in between.
  const heeding = heedOthers(store, recordChanged)
  const focus = followFocus(heeding.left, async () => known.refresh().then(heeding.back), onBug)
  const end = async (how: 'quit' | 'restart'): Promise<void> => {
    focus.stop()
    const copies = how === 'quit' && (await care.copies.isDueAtQuit())
    // What is acknowledged is on the disk already; whatever still hangs by then must not keep the window open.
    if (how === 'quit') setTimeout(() => app.exit(0), LONGEST_GOODBYE + (copies ? LONGEST_COPY : 0)).unref()
    ownClock.close()
    experience.close()
    // The window first: what was typed last comes while it closes, and has to find the record open.
    if (how === 'quit') await closeWindows()
    await care.close()
    await watches.close()
    await Promise.allSettled([bench.close(), follower.close()])
    if (copies) await care.copies.atQuit(AbortSignal.timeout(LONGEST_COPY))
    await told
    await store.close()
  }
  const begin = async (): Promise<void> => {
    focus.start()
    if (options.training) training.start()
    const [example] = recordings
    if (example) warmUp(replayLink(example, true), example.phone, speech, rest).catch(onBug)
    learn()
    await care.start()
  }
  return { begin, view: follower.view, end }
}

const start = async (): Promise<void> => {
  await app.whenReady()
  if (!options.adbPort.ok) {
    giveUp(options.adbPort.failure, 2)
    return
  }
  adbPort = options.adbPort.value
  const own = session.defaultSession
  serveWindow(own, join(outFolder, 'renderer'))
  let window: Promise<BrowserWindow> | null = null
  let desk: RunningDesk | null = null
  let restoring: Promise<void> = Promise.resolve()
  const appear = async (failure: Failure | null): Promise<void> => {
    if (failure) process.stderr.write(`${say(`failure.${failure.code}`, failure.details)}\n`)
    // A picture was asked for, of a desk that there will not be.
    if (failure && options.screenshot !== null) app.exit(7)
    answering.use(startHandlers(up, work, say))
    window ??= openWindow(own, outFolder)
    await window
  }
  const up = startUp({ folder: options.dataFolder, run: work, appear })
  const open = async (): Promise<void> => {
    const store = await up.open()
    // Whoever has asked to quit meanwhile wants no desk any more.
    if (goodbye.isSaid()) return store.close()
    desk = await runDesk(store, up, (file) => {
      restoring = restore(file).catch(onBug)
    })
    if (goodbye.isSaid()) return desk.end('restart')
    const isThere = window !== null
    window ??= openWindow(own, outFolder)
    const shown = await window
    if (isThere) shown.webContents.reload()
    // What nobody waits for comes once there is a window: on a record of years it would be in its way.
    if (goodbye.isSaid()) return
    await desk.begin()
    tellReady(up.folder(), desk.view(), say)
    if (options.screenshot !== null) {
      await saveScreenshot(shown, desk.view, options.screenshot)
      app.quit()
    }
  }
  const restore = async (file: string): Promise<void> => {
    answering.use(startHandlers(up, work, say))
    const ending = desk
    desk = null
    await ending?.end('restart')
    if (!goodbye.isSaid()) await up.restore(file)
    if (!goodbye.isSaid()) await open()
  }
  /** No desk: a copy is being put back, the record brought to this version, or a choice is waited for, by nobody now. */
  const leaveStart = async (): Promise<void> => {
    setTimeout(() => app.exit(0), LONGEST_GOODBYE + LONGEST_COPY).unref()
    await closeWindows()
    await up.close()
    if (up.view().state !== 'trouble') await restoring
  }

  const goodbye = sayGoodbye(async () => (desk ? desk.end('quit') : leaveStart()), onBug)
  await open()
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const window = deskWindow()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  start().catch((error: unknown) => {
    onBug(error)
    app.exit(1)
  })
} else {
  process.stderr.write('Benchside is already open on this data folder.\n')
  app.exit(2)
}
