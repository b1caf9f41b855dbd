import { readdir, readFile } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { Cancelled } from '../../errors.ts'

export interface ProcessSpec {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** A unique entry `NAME=value` of `env`, which finds the process and its children when they must end. */
  readonly mark: string
  readonly signal: AbortSignal
  /** Receives each complete line of both streams. */
  readonly onLine: (line: string) => void
}

export interface ProcessEnd {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The runner waits 7.5 s before it kills this process. */
const PATIENCE_MS = 3000

/** Runs a program to its end; ends it when `signal` aborts, and throws `Cancelled`. */
export async function execProcess({ argv: [tool = '', ...args], env, mark, signal, onLine }: ProcessSpec): Promise<ProcessEnd> {
  if (signal.aborted) throw new Cancelled()
  const { exec } = await import('@actions/exec')
  const stdout = lineReader(onLine)
  const stderr = lineReader(onLine)
  const abort = (): void => {
    void endMarked(mark, 'SIGTERM')
    force = setTimeout(() => void endMarked(mark, 'SIGKILL'), PATIENCE_MS)
  }
  let force: NodeJS.Timeout | undefined
  signal.addEventListener('abort', abort)
  try {
    const listeners = { stdout: stdout.take, stderr: stderr.take }
    const code = await exec(tool, args, { env: { ...env }, silent: true, ignoreReturnCode: true, listeners, delay: 2000 })
    if (signal.aborted) throw new Cancelled()
    return { code, stdout: stdout.end(), stderr: stderr.end() }
  } finally {
    signal.removeEventListener('abort', abort)
    clearTimeout(force)
    // A process that was just starting another program had no readable environment.
    if (signal.aborted) await endMarked(mark, 'SIGKILL')
  }
}

/** @actions/exec does not expose its child, so the processes are found by their environment. Linux only: elsewhere they end by themselves. */
export async function endMarked(mark: string, how: NodeJS.Signals): Promise<void> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
      if (environment.split('\0').includes(mark)) endProcess(Number(pid), how)
    }),
  )
}

function endProcess(pid: number, how: NodeJS.Signals): void {
  try {
    process.kill(pid, how)
  } catch {
    // The process has ended in the meantime.
  }
}

interface LineReader {
  readonly take: (chunk: Buffer) => void
  /** Returns everything that was read. */
  readonly end: () => string
}

function lineReader(onLine: (line: string) => void): LineReader {
  const decoder = new StringDecoder('utf8')
  const lines: string[] = []
  let rest = ''
  const emit = (line: string): void => {
    lines.push(line)
    onLine(line)
  }
  return {
    take(chunk) {
      const parts = (rest + decoder.write(chunk)).split(/\r?\n/)
      rest = parts.pop() ?? ''
      for (const line of parts) emit(line)
    },
    end() {
      if (rest !== '') emit(rest)
      rest = ''
      return lines.join('\n')
    },
  }
}
