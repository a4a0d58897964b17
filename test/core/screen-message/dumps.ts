const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')

export type View = {
  readonly text?: string
  readonly describes?: string
  readonly package?: string
  readonly class?: string
  readonly clickable?: boolean
  readonly password?: boolean
  readonly inside?: string
}

/** A node as AccessibilityNodeInfoDumper.java of AOSP writes it. */
export const view = (given: View): string =>
  `<node index="0" text="${escaped(given.text ?? '')}" resource-id="" class="${given.class ?? 'android.widget.TextView'}" package="${given.package ?? 'com.xiaomi.account'}" content-desc="${escaped(given.describes ?? '')}" checkable="false" checked="false" clickable="${String(given.clickable ?? false)}" enabled="true" focusable="false" focused="false" scrollable="false" long-clickable="false" password="${String(given.password ?? false)}" selected="false" bounds="[0,0][1080,2400]"${given.inside === undefined ? ' />' : `>${given.inside}</node>`}`

/** What the command prints: the file that its own output is, and its last line right behind it. */
export const dumped = (inside: string): string =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation="0">${inside}</hierarchy>UI hierchary dumped to: /proc/self/fd/1\n`
