import { type Held, holdAt } from '../../../local/host/hold.ts'
import type { HostHandle } from '../../../local/host/host.ts'
import type { ActionRun } from '../../../local/runner/runner.ts'
import { SERVICE } from './on-host.ts'

/** The program of a deploy, waiting on its host. */
export interface Paused {
  goOn(): void
  /** SIGKILL to its process group, like the SSM agent's. */
  kill(): Promise<void>
  /** Waits for its end. */
  ended(): Promise<void>
}

/** A step, and in it perhaps the moment when Docker reports an event of one of the service's containers. Or any request for such an event. */
export type Place = { readonly step: string; readonly event?: Event } | { readonly request: Event }

type Event = 'create' | 'start' | 'kill'

/** The program's requests that lead to these events. */
const REQUESTS: Readonly<Record<Event, string>> = { create: `/containers/create?name=${SERVICE}.`, start: '/start', kill: '/stop?' }

/** Awaits the next deploy at the beginning of a step, or there; resolves to a promise that resolves when it waits there. */
export async function pauseAt(host: HostHandle, place: Place): Promise<() => Promise<Paused>> {
  const came = await holdAt(host, 'step' in place ? `== ${place.step} (` : REQUESTS[place.request])
  return async () => {
    const there = await came()
    const held = 'step' in place && place.event !== undefined ? await pauseIn(host, there, place.event) : there
    return { ...held, kill: async () => void (await host.exec(['kill', '-KILL', '--', `-${held.group}`])) }
  }
}

async function pauseIn(host: HostHandle, inStep: Held, event: Event): Promise<Held> {
  const since = String(Date.now() / 1000)
  const asked = await holdAt(host, REQUESTS[event])
  inStep.goOn()
  const held = await asked()
  // Docker has the request, but perhaps has not begun with it.
  const filters = ['--filter', `event=${event}`, '--filter', `label=docker-to-ec2.service=${SERVICE}`]
  await host.exec(['bash', '-c', 'exec 3< <(docker events "$@"); read -r <&3; kill $!', 'bash', '--since', since, ...filters])
  return held
}

/** Runs a deploy that waits at a place while something is done, and then continues. */
export async function struckAt(
  host: HostHandle,
  place: Place,
  { deploy, strike }: { readonly deploy: () => Promise<ActionRun>; readonly strike: (paused: Paused) => Promise<unknown> },
): Promise<ActionRun> {
  const reached = await pauseAt(host, place)
  const deploying = deploy()
  const here = await Promise.race([reached(), deploying.then(tooEarly)])
  await strike(here)
  here.goOn()
  return deploying
}

/** Runs a deploy whose program is killed there with all its children, as SSM does. */
export function killedAt(host: HostHandle, place: Place, deploy: () => Promise<ActionRun>): Promise<ActionRun> {
  return struckAt(host, place, { deploy, strike: (paused) => paused.kill() })
}

export function tooEarly(run: ActionRun): never {
  throw new Error(`the run ended before it came there\n${run.stdout.slice(-6000)}`)
}
