import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../../ports/clock.ts'
import type { Progress, StepTime } from '../../ports/github/progress.ts'
import { harmlessLines, workflowCommand } from './log-lines.ts'

export interface ActionsProgressSpec {
  /** Writes one line to standard output. */
  readonly write: (line: string) => void
  readonly clock: Pick<Clock, 'now'>
}

/** How often a long wait is heard of. */
const QUIET_MS = 15_000

interface Step {
  readonly name: string
}

/**
 * GitHub's log knows one open group at a time. The first step that runs owns it; the lines of steps within it, or beside it, carry their step's name.
 * Which step a line belongs to follows from the asynchronous call that it comes from.
 */
export function actionsProgress({ write, clock }: ActionsProgressSpec): Progress {
  const current = new AsyncLocalStorage<Step>()
  const finished: StepTime[] = []
  const heard = new Map<string, number>()
  let group: Step | undefined

  function info(text: string): void {
    const step = current.getStore()
    const prefix = step === undefined || step === group ? '' : `${step.name} │ `
    for (const line of harmlessLines(text)) write(`${prefix}${line}`)
  }

  function open(step: Step): void {
    if (group) return
    group = step
    write(workflowCommand('group', step.name))
  }

  function close(step: Step, { ms, ok }: { readonly ms: number; readonly ok: boolean }): void {
    finished.push({ name: step.name, ms, ok })
    const verdict = ok ? `✓ ${seconds(ms)}` : `✗ failed after ${seconds(ms)}`
    if (step !== group) return info(verdict)
    group = undefined
    write(workflowCommand('endgroup'))
    write(`${verdict.slice(0, 1)} ${step.name}${verdict.slice(1)}`)
  }

  return {
    info,
    steps: () => finished,
    warn: (message) => write(workflowCommand('warning', message)),
    waiting(what, sinceMs) {
      const now = clock.now()
      const last = heard.get(what)
      if (last !== undefined && sinceMs <= last && now - last < QUIET_MS) return
      heard.set(what, now)
      info(`Waiting for ${what}${now - sinceMs < 1000 ? '' : `, ${seconds(now - sinceMs)} so far`}`)
    },
    step: (name, work) => {
      // Names tell releases, as hosts name them.
      const step = { name: harmlessLines(name).join(' ') }
      return current.run(step, async () => {
        const start = clock.now()
        let ok = false
        open(step)
        try {
          const result = await work()
          ok = true
          return result
        } finally {
          close(step, { ms: clock.now() - start, ok })
        }
      })
    },
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
