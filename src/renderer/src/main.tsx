import '@fontsource-variable/inter/wght.css'
import { createRoot } from 'react-dom/client'
import { keepTypingSaved } from './actions/typing.ts'
import { App } from './app.tsx'
import './base.css'
import { connectDesk, unattended } from './desk.ts'
import './tokens.css'
import { say } from './words.ts'

document.title = say('app.name')
const place = document.querySelector('#root')
if (!place) throw new TypeError('index.html has no #root')
// What was typed is there before anything of what it was typed about is shown.
unattended(keepTypingSaved().then(connectDesk))
createRoot(place).render(<App />)
