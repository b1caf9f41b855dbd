/** A process of the action, and the ways in which a runner ends it. */
import type { ChildProcess } from 'node:child_process'
import { machine } from '../machine/patience.ts'

export interface Endings {
  /** Cancels like the runner: SIGINT, SIGTERM after 7.5 s, and SIGKILL after another 2.5 s, each of an idle machine. */
  readonly cancel?: AbortSignal | undefined
  /** The same, as soon as the output matches. */
  readonly cancelOn?: RegExp | undefined
  /** Overrides these seconds. */
  readonly grace?: readonly [number, number] | undefined
  /** SIGKILL at once, also to its children. */
  readonly kill?: AbortSignal | undefined
  readonly onOutput?: ((text: string) => void) | undefined
}

export interface Ended {
  /** 128 plus the number of the signal that ended it, if one did */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The signals that the runner sent to cancel it, in order. */
  readonly signals: readonly NodeJS.Signals[]
}

const GRACE = [7.5, 2.5] as const
const SECONDS_FOR_THE_LAST_WORDS = 0.5
const CODES = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 } as Record<string, number>

/** Follows a process to its end. It must lead a process group, and have pipes for its output. */
export async function attend(child: ChildProcess, { cancel, cancelOn, grace = GRACE, kill, onOutput }: Endings): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const cancelling = cancelled(child, grace)
  const over = new AbortController()
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
      onOutput?.(text)
      if (cancelOn?.test(said.stdout + said.stderr)) cancelling.begin()
    })
  upon(cancel, () => cancelling.begin(), over.signal)
  upon(kill, () => killGroup(child), over.signal)
  const code = await codeOf(child)
  over.abort()
  cancelling.end()
  return { ...said, code, signals: cancelling.signals }
}

function upon(signal: AbortSignal | undefined, act: () => void, over: AbortSignal): void {
  if (signal?.aborted) act()
  signal?.addEventListener('abort', act, { signal: over })
}

function cancelled(child: ChildProcess, [toTerm, toKill]: readonly [number, number]) {
  const signals: NodeJS.Signals[] = []
  const callOffs: (() => void)[] = []
  const send = (signal: NodeJS.Signals): void => {
    signals.push(signal)
    child.kill(signal)
  }
  return {
    signals,
    begin() {
      if (signals.length > 0) return
      send('SIGINT')
      callOffs.push(
        machine.after(toTerm, () => send('SIGTERM')),
        machine.after(toTerm + toKill, () => send('SIGKILL')),
      )
    },
    end: () => callOffs.forEach((callOff) => callOff()),
  }
}

function codeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null, signal: string | null): void => resolve(code ?? CODES[signal ?? ''] ?? 1)
    child.on('error', reject)
    child.on('close', end)
    // A program that outlives the action and keeps its output open must not block the runner.
    child.on('exit', (code, signal) => {
      const callOff = machine.after(SECONDS_FOR_THE_LAST_WORDS, () => end(code, signal))
      child.on('close', callOff)
    })
  })
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended in the meantime.
  }
}
