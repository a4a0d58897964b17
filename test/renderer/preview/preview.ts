import { fakeDesk } from '../fake-desk.ts'
import { SCENES } from './scenes.ts'

const asked = new URLSearchParams(window.location.search)
const scene = SCENES[asked.get('scene') ?? 'full'] ?? SCENES['full']
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light'
if (scene) {
  const desk = fakeDesk({ ...scene(), settings: { theme } })
  Object.defineProperty(window, 'desk', { value: desk })
  await import('../../../src/renderer/src/main.tsx')
}
