/** Running programs of this machine. */
import { spawn } from 'node:child_process'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly stdin?: string | Buffer
  readonly env?: Record<string, string>
  readonly cwd?: string
}

/** Runs a program to its end, whatever its exit code. */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [file = '', ...args] = argv
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: options.cwd, env: options.env ?? process.env })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const ended = code ?? (signal ? 137 : 1)
      resolve({ code: ended, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.stdin ?? '')
  })
}

/** Runs a program that must succeed; returns its stdout without the last newline. */
export async function must(...argv: string[]): Promise<string> {
  const ran = await run(argv)
  if (ran.code !== 0) throw new Error(`${argv.join(' ')} ended with ${ran.code}: ${ran.stderr.trim() || ran.stdout.trim()}`)
  return ran.stdout.trimEnd()
}

/** Whether a process lives; `started` (clock ticks since boot) distinguishes it from a later one with the same id. */
export async function alive(pid: number, started?: string): Promise<boolean> {
  const now = await startTime(pid)
  return now !== undefined && (started === undefined || started === now)
}

export async function startTime(pid: number): Promise<string | undefined> {
  const { readFile } = await import('node:fs/promises')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}
