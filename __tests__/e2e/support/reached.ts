import { until } from '../../../local/machine/patience.ts'
import type { ActionRun } from '../../../local/runner/runner.ts'

/**
 * Waits for a state that a run brings about while it is under way. A run that ends without it is an error, which shows the run's log: nobody
 * waits for what will not come any more.
 */
export async function reached<T>(acting: Promise<ActionRun>, what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  let over: unknown
  acting.then(
    (run) => (over = logOf(run)),
    (error) => (over = error),
  )
  const found = await until(what, async () => {
    // Asked before the state: a run may reach it in its last moment.
    const had = over
    const seen = await probe().catch((error) => {
      if (had === undefined) throw error
    })
    if (seen !== undefined && seen !== false) return { seen }
    return had === undefined ? undefined : { had }
  })
  if ('had' in found) throw new Error(`the run ended without ${what}`, { cause: found.had })
  return found.seen
}

function logOf({ outputs, stdout, stderr }: ActionRun): string {
  return `${outputs['outcome']} ${outputs['cause']}\n${stdout.slice(-6000)}\n${stderr.slice(-2000)}`
}
