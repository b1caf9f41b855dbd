import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../../../ports/clock.ts'
import type { Progress, StepTime } from '../../../ports/github/progress.ts'
import { errorCommand, harmlessLines, workflowCommand } from './log-lines.ts'

export interface ActionsProgressSpec {
  /** Writes one line to standard output. */
  readonly write: (line: string) => void
  readonly clock: Pick<Clock, 'now'>
}

/** How often a long wait writes a line. */
const QUIET_MS = 10_000

interface Step {
  readonly name: string
}

/** How GitHub's log shows the steps of a run. */
export function actionsProgress({ write, clock }: ActionsProgressSpec): Progress {
  const log = groupedLog(write)
  const finished: StepTime[] = []
  return {
    info: log.info,
    group: (title, text) => {
      log.end()
      write(workflowCommand('group', title))
      for (const line of harmlessLines(text)) write(line)
      write(workflowCommand('endgroup'))
    },
    took: (steps) => finished.push(...steps),
    steps: () => finished,
    warn: (message) => write(workflowCommand('warning', message)),
    fail: (message, title) => {
      log.end()
      write(errorCommand(message, title))
    },
    waiting: reminder(clock, log.info),
    step: (name, work, isGood = () => true) => {
      // A step's name can contain the name of a release, which comes from a host.
      const step = { name: harmlessLines(name).join(' ') }
      return log.within(step, async () => {
        const start = clock.now()
        let ok = false
        log.open(step)
        try {
          const result = await work()
          ok = isGood(result)
          return result
        } finally {
          const ms = clock.now() - start
          finished.push({ name: step.name, start, ms, ok })
          log.close(step, ok ? `✓ ${seconds(ms)}` : `✗ failed after ${seconds(ms)}`)
        }
      })
    },
  }
}

interface GroupedLog {
  readonly info: (text: string) => void
  readonly open: (step: Step) => void
  readonly close: (step: Step, verdict: string) => void
  /** Closes the group of a step that still runs: nothing after it must be folded away. */
  readonly end: () => void
  /** Runs work whose lines belong to the step. */
  within<T>(step: Step, work: () => Promise<T>): Promise<T>
}

/**
 * GitHub's log has one open group at a time. The first running step owns it; lines of nested or parallel steps carry their step's name.
 * The asynchronous context of a line decides which step it belongs to.
 */
function groupedLog(write: ActionsProgressSpec['write']): GroupedLog {
  // Made for the first step: a run that refuses its inputs has none.
  let current: AsyncLocalStorage<Step> | undefined
  let group: Step | undefined
  const info = (text: string): void => {
    const step = current?.getStore()
    const prefix = step === undefined || step === group ? '' : `${step.name} │ `
    for (const line of harmlessLines(text)) write(`${prefix}${line}`)
  }
  const end = (): void => {
    if (group) write(workflowCommand('endgroup'))
    group = undefined
  }
  return {
    info,
    within: (step, work) => (current ??= new AsyncLocalStorage()).run(step, work),
    open(step) {
      if (group) return
      group = step
      write(workflowCommand('group', step.name))
    },
    end,
    close(step, verdict) {
      if (step !== group) return info(verdict)
      end()
      write(`${verdict.slice(0, 1)} ${step.name}${verdict.slice(1)}`)
    },
  }
}

/** Logs what a run waits for: at once, and then at intervals. */
function reminder(clock: Pick<Clock, 'now'>, info: (text: string) => void): Progress['waiting'] {
  const heard = new Map<string, number>()
  return (what, since) => {
    const now = clock.now()
    const last = heard.get(what)
    if (last !== undefined && since <= last && now - last < QUIET_MS) return
    heard.set(what, now)
    info(`Waiting for ${what}${now - since < 1000 ? '' : `, ${seconds(now - since)} so far`}`)
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
