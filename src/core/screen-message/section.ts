import type { Section } from '../probes/probe.ts'

/**
 * Asks the phone for the window in front, as text. Read on the technician's click alone, never with the inspection.
 *
 * AOSP frameworks/base, cmds/uiautomator, DumpCommand.java (Android 5 to 15 alike): the argument is a file, and without
 * one it leaves /sdcard/window_dump.xml behind. Its own standard output is that file here, so nothing stays on the
 * phone; the pipe is what makes this work, as /proc/self/fd/1 cannot be opened where it is adbd's socket, and /dev/tty
 * is only there on a terminal. It waits up to 10 s for the screen to stand still and says nothing until then.
 */
export const SCREEN_SECTION: Section = {
  id: 'screen',
  stream: 'main',
  command: 'uiautomator dump /proc/self/fd/1 | cat',
  silentMs: 14_000,
}
