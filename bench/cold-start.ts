// The cost of starting the bundle: CPU time as a ratio to `node -e 0`, so that it is comparable between machines.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { inputVariables, manifestOf } from '../local/runner/runner.ts'

export interface ColdStart {
  /** Fails on a missing input: CPU as a ratio to `node -e 0`. */
  readonly missingInput: number
  /** The same, if the step sets some inputs, and the runner passes each other one with its default. */
  readonly missingPort: number
  /** Until the first AWS request arrives. */
  readonly firstRequest: number
  /** Until the requests for a known host and its release: three AWS clients. */
  readonly observed: number
  /** The cost of Node's own modules for a signed request, without any other code. */
  readonly nodeModules: number
  readonly distBytes: number
  /** The unit: CPU milliseconds of `node -e 0`. */
  readonly nodeMs: number
}

const ROOT = join(import.meta.dirname, '..')
const BUNDLE = join(ROOT, 'dist/index.js')

/** The part of AWS that a run needs until its second request. */
function startEndpoint(seen: (operation: string) => void): Server {
  const answer = async (request: AsyncIterable<Buffer> & { headers: NodeJS.Dict<string | string[]> }, response: ServerResponse) => {
    const action = /Action=(\w+)/.exec(await text(request))?.[1]
    seen(action ?? String(request.headers['x-amz-target']).split('.')[1] ?? '')
    if (action !== 'GetCallerIdentity') return
    const account = '<Account>123456789012</Account><Arn>arn:aws:sts::123456789012:assumed-role/deploy/run</Arn>'
    const body = `<GetCallerIdentityResult>${account}</GetCallerIdentityResult>`
    response.setHeader('content-type', 'text/xml').end(`<GetCallerIdentityResponse>${body}</GetCallerIdentityResponse>`)
  }
  return createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
}

/** The environment of a step, with the files that the runner makes for it. */
function stepEnvironment(folder: string): Record<string, string> {
  const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(folder, name)] as const)
  for (const [, path] of files) writeFileSync(path, '')
  const job = { GITHUB_REPOSITORY: 'octo/web', GITHUB_SHA: '0123456789012345678901234567890123456789', GITHUB_WORKSPACE: ROOT }
  return { ...job, ...Object.fromEntries(files) }
}

export async function measureColdStart(runs = 20): Promise<ColdStart> {
  let seen: (operation: string) => void = () => undefined
  const server = startEndpoint((operation) => seen(operation))
  await once(server, 'listening')
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'))
  const step = stepEnvironment(folder)
  const manifest = await manifestOf(ROOT)
  const passed = (inputs: Record<string, string>) =>
    inputVariables({ inputs: { service: 'web', 'aws-region': 'us-east-1', ...inputs } }, manifest)
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL: endpoint }
  const complete = { ...step, ...credentials, ...passed({ port: '8080' }) }
  const asked = (...operations: readonly string[]) =>
    new Promise<void>((resolve) => {
      const missing = new Set(operations)
      seen = (operation) => missing.delete(operation) && missing.size === 0 && resolve()
    })
  const cases = {
    node: () => cpuMs(['-e', '0'], {}),
    nodeModules: () => cpuMs(['-e', "require('crypto'); require('https')"], {}),
    missingInput: () => cpuMs([BUNDLE], step),
    missingPort: () => cpuMs([BUNDLE], { ...step, ...passed({}) }),
    firstRequest: () => cpuMs([BUNDLE], complete, asked('GetCallerIdentity')),
    observed: () => cpuMs([BUNDLE], complete, asked('GetCallerIdentity', 'DescribeInstances', 'GetParameter')),
  }
  const spent = await repeat(runs, cases)
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
  const { node, ...rest } = spent
  const ratios = Object.fromEntries(Object.entries(rest).map(([name, ms]) => [name, ms / node])) as Record<keyof typeof rest, number>
  return { ...ratios, distBytes: codeBytes(), nodeMs: node }
}

/** Medians. The cases alternate, so that other work of the machine affects all of them. */
async function repeat<Name extends string>(runs: number, cases: Record<Name, () => Promise<number>>): Promise<Record<Name, number>> {
  const names = Object.keys(cases) as Name[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let run = 0; run < runs; run++) for (const name of names) times.get(name)?.push(await cases[name]())
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>
}

/** CPU time, user and system, of one run of node, which writes to pipes as under the runner. The run is ended as soon as `end` resolves. */
async function cpuMs(args: readonly string[], env: Record<string, string>, end?: Promise<void>): Promise<number> {
  const shell = spawn('bash', ['-c', '"$@" >&3 2>&3 & echo $!; wait $!; times', 'bash', process.execPath, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  })
  ;(shell.stdio[3] as Readable).resume()
  const output: string[] = []
  shell.stdout?.setEncoding('utf8').on('data', (part: string) => output.push(part))
  const closed = once(shell, 'close')
  if (end) await Promise.race([end, closed]).then(() => process.kill(Number.parseInt(output[0] ?? '', 10), 'SIGKILL'))
  await closed
  // The last line: user and system time of the shell's children, such as `0m0.031s 0m0.012s`.
  const times =
    output
      .join('')
      .trim()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? []
  const seconds = Array.from(times, ([, minutes, rest]) => 60 * Number(minutes) + Number(rest))
  if (seconds.length !== 2) throw new Error(`no times in "${output.join('')}"`)
  return 1000 * seconds.reduce((sum, one) => sum + one, 0)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function codeBytes(): number {
  const files = readdirSync(join(ROOT, 'dist')).filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + statSync(join(ROOT, 'dist', file)).size, 0)
}

if (import.meta.main) console.log(await measureColdStart())
