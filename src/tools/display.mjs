/** @typedef {{ command: string, args: string[] }} Launch */

/** @param {NodeJS.ProcessEnv} environment @param {NodeJS.Platform} [platform] @returns {boolean} */
export const lacksDisplay = (environment, platform = process.platform) =>
  platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']

/** @param {Launch} launch @returns {Launch} */
export const underVirtualDisplay = ({ command, args }) => ({
  command: 'xvfb-run',
  args: ['-a', '-s', '-screen 0 1920x1200x24', command, ...args],
})
