// The results of `bench/edge.py`, as a table.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

interface Measured {
  /** Microseconds of CPU, by the kind of request. */
  readonly requests: Readonly<Record<string, number>>
  readonly reloads: { readonly kept: Clients; readonly fresh: Clients; readonly reloads: number }
  /** By the number of services on one port. Memory in MiB, times in seconds. */
  readonly services: Readonly<
    Record<string, { readonly memory: number; readonly micros: number; readonly seen: number; readonly loaded: number }>
  >
}

/** What clients report. */
interface Clients {
  readonly answered: number
  readonly lost: number
  readonly seconds: number
}

const ROOT = join(import.meta.dirname, '..')

export function measureEdge(): string {
  const ran = spawnSync('script/tool', ['python', 'bench/edge.py'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  if (ran.status !== 0) throw new Error('bench/edge.py failed')
  return table(JSON.parse(ran.stdout) as Measured)
}

function table({ requests, reloads, services }: Measured): string {
  const micros = (name: string): string => `${requests[name]}`
  const rows = [
    ['CPU of a GET; of a POST', `${micros('GET')}; ${micros('POST')} µs`],
    ['the same while half of the visitors take a canary', `${micros('GET, canary')}; ${micros('POST, canary')} µs`],
    ...['nginx', 'HAProxy'].map((name) => [
      `the same through Debian's ${name}`,
      `GET, ${name}` in requests
        ? `${micros(`GET, ${name}`)}; ${micros(`POST, ${name}`)} µs`
        : 'not measured: `script/setup bench` installs it',
    ]),
    ...Object.entries(services).map(([number, { memory, micros: cpu, seen, loaded }]) => [
      `${number} ${Number(number) === 1 ? 'service' : 'services'} on one port: memory; CPU of a GET to the last; a new route answers, its reload is over after`,
      `${memory} MiB; ${cpu} µs; ${seen.toFixed(2)} s, ${loaded.toFixed(1)} s`,
    ]),
    [`POSTs lost in ${reloads.reloads} reloads, by 32 clients that keep their connections`, lost(reloads.kept)],
    ['the same, by 8 clients that make a new connection for each POST', lost(reloads.fresh)],
  ]
  return ['| the edge | measured |', '|---|---|', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n')
}

function lost({ lost: posts, answered, seconds }: Clients): string {
  return `${posts} of ${answered.toLocaleString('en')}, at ${Math.round(answered / seconds).toLocaleString('en')} a second`
}

if (import.meta.main) console.log(measureEdge())
