// What it costs to start the bundle: CPU time as a ratio to `node -e 0`, so that it holds on any machine.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface ColdStart {
  /** Fails on a missing input: CPU as a ratio to `node -e 0`. */
  readonly missingInput: number
  /** Up to the first AWS request. */
  readonly firstRequest: number
  readonly distBytes: number
  /** The unit: CPU milliseconds of `node -e 0`. */
  readonly nodeMs: number
}

const ROOT = join(import.meta.dirname, '..')
const BUNDLE = join(ROOT, 'dist/index.js')

/** The environment of a step, with the files that the runner makes for it. */
function stepEnvironment(folder: string): Record<string, string> {
  const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(folder, name)] as const)
  for (const [, path] of files) writeFileSync(path, '')
  const job = { GITHUB_REPOSITORY: 'octo/web', GITHUB_SHA: '0123456789012345678901234567890123456789', GITHUB_WORKSPACE: ROOT }
  return { ...job, ...Object.fromEntries(files) }
}

export async function measureColdStart(runs = 20): Promise<ColdStart> {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'))
  const step = stepEnvironment(folder)
  const inputs = { INPUT_SERVICE: 'web', INPUT_PORT: '8080', 'INPUT_AWS-REGION': 'us-east-1' }
  const credentials = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL: endpoint }
  const node: number[] = []
  const missing: number[] = []
  const request: number[] = []
  for (let run = 0; run < runs; run++) {
    node.push(await cpuMs(['-e', '0'], {}))
    missing.push(await cpuMs([BUNDLE], step))
    request.push(await cpuMs([BUNDLE], { ...step, ...inputs, ...credentials }, once(server, 'request')))
  }
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
  const unit = median(node)
  return { missingInput: median(missing) / unit, firstRequest: median(request) / unit, distBytes: codeBytes(), nodeMs: unit }
}

/** CPU time, user and system, of one run of node; ended as soon as `end` resolves. */
async function cpuMs(args: readonly string[], env: Record<string, string>, end?: Promise<unknown>): Promise<number> {
  const timed = 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>&1; } 2>&1 | tail -n 1'
  const child = spawn('bash', ['-c', timed, 'bash', process.execPath, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const output: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
  const closed = once(child, 'close')
  if (end) await Promise.race([end, closed]).then(() => killNode(child.pid))
  await closed
  const seconds = output.join('').trim().split(/\s+/).map(Number)
  if (seconds.length !== 2 || seconds.some(Number.isNaN)) throw new Error(`no times in "${output.join('')}"`)
  return 1000 * seconds.reduce((sum, one) => sum + one, 0)
}

/** Node is a grandchild: bash, which keeps the time, has to live on. */
function killNode(shell: number | undefined): void {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).trim().split('\n')
  const processes = rows
    .map((row) => row.trim().split(/\s+/))
    .map(([pid, parent, name]) => ({ pid: Number(pid), parent: Number(parent), name }))
  const below = (parent: number | undefined): typeof processes =>
    processes.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  for (const { pid, name } of below(shell)) if (name !== 'bash' && name !== 'tail') process.kill(pid, 'SIGKILL')
}

function codeBytes(): number {
  const files = readdirSync(join(ROOT, 'dist')).filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + statSync(join(ROOT, 'dist', file)).size, 0)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

if (import.meta.main) {
  const { missingInput, firstRequest, distBytes, nodeMs } = await measureColdStart()
  console.log(`| cold start, CPU as a ratio to \`node -e 0\` (${nodeMs.toFixed(0)} ms) | |\n|---|---|`)
  console.log(`| fails on a missing input | ${missingInput.toFixed(2)} |`)
  console.log(`| up to the first AWS request | ${firstRequest.toFixed(2)} |`)
  console.log(`| code in dist | ${(distBytes / 1e6).toFixed(2)} MB |`)
}
