// Adds lock entries for the optional packages of other platforms. A registry that serves only this platform's builds
// leaves them out of the lock file, and `npm ci` elsewhere then stops at "Missing: ... from lock file".
import { readFileSync, writeFileSync } from 'node:fs'

interface Entry {
  version?: string
  optionalDependencies?: Record<string, string>
}
interface Lock {
  packages: Record<string, Entry>
}

const LOCK = new URL('../package-lock.json', import.meta.url)
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'netbsd', 'openbsd', 'sunos']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32', 'mips64el']

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as Lock
const added: string[] = []
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue
    const platform = platformOf(name)
    if (!platform) continue
    lock.packages[`node_modules/${name}`] = { version: range.replace(/^[\^~]/, ''), ...platform }
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`added ${added.length} packages of other platforms`)

function isLocked(path: string, name: string): boolean {
  return `node_modules/${name}` in lock.packages || (path !== '' && `${path}/node_modules/${name}` in lock.packages)
}

function platformOf(name: string) {
  const words = name.split(/[/-]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (!cpu || (!os && cpu !== 'wasm32')) return undefined
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  return { cpu: [cpu], ...(os === 'linux' && { libc: [libc] }), dev: true, optional: true, ...(os && { os: [os] }) }
}
