import type { Session } from 'electron'

/** No page is given any permission of the computer, and nothing is downloaded. */
export const denyPermissions = (session: Session): void => {
  // Writing to the clipboard is what "copy this reading" does; nothing else is ever asked for.
  const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_, permission, give) => give(allowed(permission)))
  session.setPermissionCheckHandler((_, permission) => allowed(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
