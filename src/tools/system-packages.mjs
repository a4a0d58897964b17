import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StepFailure, usefulLines } from './failure.mjs'
import { run } from './run.mjs'

/** @typedef {{ package: string, newer?: string, library?: string, command?: string, usable?: true }} Need
 * `newer`: the name since Debian 13 and Ubuntu 24.04; `usable`: the app works without it */

/** @satisfies {Record<string, readonly Need[]>} */
export const needs = {
  electron: [
    { package: 'libgtk-3-0', newer: 'libgtk-3-0t64', library: 'libgtk-3.so.0' },
    { package: 'libnss3', library: 'libnss3.so' },
    { package: 'libasound2', newer: 'libasound2t64', library: 'libasound.so.2' },
    { package: 'libgbm1', library: 'libgbm.so.1' },
    { package: 'libxss1', library: 'libXss.so.1' },
    { package: 'libnotify4', library: 'libnotify.so.4' },
  ],
  display: [
    { package: 'xvfb', command: 'Xvfb' },
    { package: 'xvfb', command: 'xvfb-run' },
    { package: 'xauth', command: 'xauth' },
  ],
  phone: [{ package: 'adb', command: 'adb', usable: true }],
  /** Its programs; the tests run a server of their own. */
  postgres: [
    { package: 'postgresql', command: 'initdb' },
    { package: 'postgresql', command: 'postgres' },
  ],
  compiler: [
    { package: 'python3', command: 'python3' },
    { package: 'make', command: 'make' },
    { package: 'g++', command: 'g++' },
  ],
}

/** @param {readonly Need[]} wanted @param {import('./machine.mjs').Machine} machine @returns {Need[]} */
export function missingFrom(machine, wanted) {
  const missing = wanted.filter(
    ({ library, command }) =>
      (library !== undefined && !machine.hasLibrary(library)) ||
      (command !== undefined && !machine.hasCommand(command)),
  )
  return missing.filter(
    (need, index) => missing.findIndex((other) => other.package === need.package) === index,
  )
}

/** @param {import('./machine.mjs').Machine} machine @param {readonly Need[]} missing */
const packageNames = (machine, missing) =>
  missing.map(({ package: name, newer }) => (newer !== undefined && machine.hasPackage(newer) ? newer : name))

/** What a user without root is told; for a system without apt, what has to be there.
 * @param {import('./machine.mjs').Machine} machine @param {readonly Need[]} missing @returns {string} */
export function commandToRun(machine, missing) {
  if (machine.isDebian) {
    const sudo = machine.isRoot ? '' : 'sudo '
    return `${sudo}apt-get install -y ${packageNames(machine, missing).join(' ')}`
  }
  if (machine.platform !== 'linux') return "install Android's platform tools and put them on the PATH"
  const things = missing.map(({ library, command, package: name }) => library ?? command ?? name)
  return `install what has ${things.join(', ')} with your system's package manager`
}

/** Where Debian's package looks whether to make a database of the system's own and to start it. */
const OWN_CLUSTER = '/etc/postgresql-common/createcluster.conf'

/** Installs the server's programs without a server that runs from then on; returns what to do afterwards.
 * @param {readonly string[]} names @returns {() => void} */
function withoutOwnCluster(names) {
  if (!names.includes('postgresql') || existsSync(OWN_CLUSTER)) return () => undefined
  mkdirSync(dirname(OWN_CLUSTER), { recursive: true })
  writeFileSync(OWN_CLUSTER, 'create_main_cluster = false\n')
  return () => {
    rmSync(OWN_CLUSTER)
    const shipped = `${OWN_CLUSTER}.dpkg-dist`
    if (existsSync(shipped)) renameSync(shipped, OWN_CLUSTER)
  }
}

/** @param {import('./context.mjs').Context} context @param {readonly string[]} names
 * @param {import('./steps.mjs').Doing} doing */
async function aptInstall({ environment, log }, names, doing) {
  const options = {
    log,
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    longest: 15 * 60_000,
    onLine: (/** @type {string} */ line) => {
      if (/^(?:Get:|Unpacking|Setting up)/u.test(line)) doing(line)
    },
  }
  const lists = '/var/lib/apt/lists'
  const haveLists = existsSync(lists) && readdirSync(lists).some((name) => name.includes('_Packages'))
  const patience = ['-o', 'DPkg::Lock::Timeout=120']
  const keepOurs = ['-o', 'Dpkg::Options::=--force-confold']
  const install = async () => {
    const afterwards = withoutOwnCluster(names)
    try {
      const args = [...patience, ...keepOurs, 'install', '-y', '--no-install-recommends', ...names]
      return await run('apt-get', args, options)
    } finally {
      afterwards()
    }
  }

  if (haveLists) {
    const done = await install()
    if (done.code === 0) return done
  }
  doing('apt-get update')
  await run('apt-get', [...patience, 'update'], options)
  return await install()
}

/** @param {import('./context.mjs').Context} context @param {import('./machine.mjs').Machine} machine
 * @param {readonly Need[]} wanted @param {import('./steps.mjs').Doing} doing @returns {Promise<string>} */
export async function ensurePackages(context, machine, wanted, doing) {
  if (machine.platform !== 'linux') {
    const noPhone = missingFrom(
      machine,
      wanted.filter((need) => need.usable),
    )
    return noPhone.length === 0 ? 'none needed here' : withoutIt(machine, noPhone)
  }
  const missing = missingFrom(machine, wanted)
  if (missing.length === 0) return 'already there'

  if (machine.isRoot && machine.isDebian) {
    const names = packageNames(machine, missing)
    let done = await aptInstall(context, names, doing)
    const vital = missing.filter((need) => !need.usable)
    if (done.code !== 0 && vital.length > 0 && vital.length < missing.length) {
      done = await aptInstall(context, packageNames(machine, vital), doing)
    }
    if (done.code === 0 && done.ended === 'itself') return `installed ${names.join(' ')}`
    if (vital.length === 0) return withoutIt(machine, missing)
    throw missingFailure(machine, vital, [`apt-get ended with code ${done.code}`, ...usefulLines(done.lines)])
  }

  const vital = missing.filter((need) => !need.usable)
  if (vital.length === 0) return withoutIt(machine, missing)
  throw missingFailure(machine, missing, [])
}

/** @param {import('./machine.mjs').Machine} machine @param {readonly Need[]} missing */
const withoutIt = (machine, missing) =>
  `no ${missing.map((need) => need.package).join(', ')}: Benchside starts, but cannot reach a phone; ${commandToRun(machine, missing)}`

/** @param {import('./machine.mjs').Machine} machine @param {readonly Need[]} missing @param {readonly string[]} why */
function missingFailure(machine, missing, why) {
  const things = missing.map(({ library, command, package: name }) => library ?? command ?? name)
  return new StepFailure({
    what: 'This machine lacks system packages that Benchside needs.',
    why: [`not found: ${things.join(', ')}`, ...why],
    todo: [commandToRun(machine, missing), 'then run this command again'],
  })
}
