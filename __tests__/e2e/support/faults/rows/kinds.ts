import { restartDocker } from '../../../../../local/world.ts'
import type { Row, Strike } from '../row.ts'
import type { Fixture } from '../fixture.ts'

export const BOOT = 'the only host boots'
export const STOPPED = 'the only copies of proxy and service start again'

/** The fault strikes before the program watches, so it finds it at once. */
export const BAKE = { 'bake-time': '1s' }

export const onHost = (script: string) => (fixture: Fixture) => fixture.onHost(script)
export const does = (act: (fixture: Fixture) => Promise<unknown>): Strike => ({ does: act })

export const RESTART = does(({ host }) => restartDocker(host))
export const PRUNE = 'docker system prune --all --force --volumes'

/** A fault when the program on the host reaches the step in the phase's name. Most of these should have no effect. */
export function struck(phase: string, fault: string, strike: Strike | readonly Strike[], more: Partial<Row> = {}): Row {
  return { phase, fault, at: { step: phase }, strike, ends: 'deployed', serves: 'new', ...more }
}

/** Damage that a deploy finds and must repair. */
export function found(fault: string, before: (fixture: Fixture) => Promise<unknown>, more: Partial<Row> = {}): Row {
  return { phase: 'between deploys', fault, before, ends: 'deployed', serves: 'new', ...more }
}
