// `npm run bench`: measures, prints the table, and writes it into docs/benchmarks.md. Needs script/setup, and `npm run build` before.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { DOCKER } from '../local/machine/cache.ts'
import { measureColdStart } from './cold-start.ts'
import type { ColdStart } from './cold-start.ts'
import { measureEdge } from './edge.ts'
import { measureReleases } from './releases.ts'
import type { Releases, Requests } from './releases.ts'

const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')
const MEASURED = /(?<=<!-- measured -->\n)[^]*(?=<!-- \/measured -->)/

/** The name of a measurement, its value, its target. */
type Row = readonly [string, string, string?]

function table(start: ColdStart, { requests, seconds, times, served }: Releases): string {
  const over = (ms: number): string => `${((ms - times.bare) / 1000).toFixed(2)} s`
  const rows: readonly Row[] = [
    ['Cold start: fails on a missing input', ratio(start.missingInput), '1.3'],
    ['Cold start: the same, if the step sets other inputs', ratio(start.missingPort)],
    ['Cold start: up to the first AWS request', ratio(start.firstRequest), '3.2'],
    ['Cold start: up to the third AWS client', ratio(start.observed)],
    ["Cold start: Node's own `crypto` and `https`, and nothing else", ratio(start.nodeModules)],
    ['Code in dist', `${(start.distBytes / 1e6).toFixed(2)} MB`],
    ['First deploy: AWS calls', calls(requests.first)],
    ['New release: AWS calls', calls(requests.next), '17'],
    ['Unchanged: AWS calls', calls(requests.unchanged), '7'],
    ['Remote commands: first deploy, new release, unchanged', each(requests, ({ commands }) => String(commands)), '4, 1, 1'],
    ['From nothing to live', `${seconds.first.toFixed(1)} s`],
    ['New release with build and push; unchanged', `${seconds.next.toFixed(1)} s; ${seconds.unchanged.toFixed(1)} s`],
    ['Release: pull, start, first healthy answer by a bare script', `${(times.bare / 1000).toFixed(2)} s`],
    ['Release: overhead of the program on the host', over(times.program), '0.30 s'],
    ['Release: overhead of the remote command', over(times.remote)],
    ['Release: overhead of the whole run', over(times.run), '0.90 s'],
    ['Release: served after', after(served.deploy)],
    ['Rollback: `docker start` of the kept container and its first answer, by a bare script', after(served.bareWake)],
    ['Rollback to a container that is kept: served after', after(served.rollback), '0.35 s'],
    ['Program on the host: CPU; memory', `${times.cost.cpuMs} ms; ${(times.cost.memoryKb / 1024).toFixed(0)} MiB`],
    ['Command with an order', `${(times.cost.commandBytes / 1024).toFixed(1)} KiB`, '64 KiB'],
  ]
  const lines = rows.map(([what, value, target = '']) => `| ${what} | ${value} | ${target} |`)
  return ['| | measured | target, at most |', '|---|---|---|', ...lines].join('\n')
}

function after(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function ratio(value: number): string {
  return `${value.toFixed(2)} × \`node -e 0\``
}

function calls({ calls: own, polls, host }: Requests): string {
  return `${own} (and ${polls} polls; ${host} by the host)`
}

function each(requests: Releases['requests'], show: (one: Requests) => string): string {
  return [requests.first, requests.next, requests.unchanged].map(show).join(', ')
}

function steps({ times }: Releases): string {
  const shown = Object.entries(times.steps).filter(([, ms]) => ms >= 10)
  return `Steps of the program on the host, in ms: ${shown.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ')}.`
}

function machine(nodeMs: number): string {
  const [{ model } = { model: 'unknown' }] = cpus()
  const docker = execFileSync(DOCKER, ['--version'], { encoding: 'utf8' }).split(/[ ,]/)[2]
  const load = loadavg()[0]?.toFixed(1)
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `Measured on ${cpus().length} × ${model}, ${memory}, Node.js ${process.version}, Docker ${docker}; \`node -e 0\` takes ${nodeMs.toFixed(0)} ms of CPU; load average ${load}.`
}

const start = await measureColdStart()
const releases = await measureReleases()
const measured = `${table(start, releases)}\n\n${measureEdge()}`
console.log(measured)
const page = readFileSync(PAGE, 'utf8')
if (!MEASURED.test(page)) throw new Error(`${PAGE} has no place for what was measured`)
writeFileSync(PAGE, page.replace(MEASURED, `\n${measured}\n\n${steps(releases)}\n\n${machine(start.nodeMs)}\n\n`))
