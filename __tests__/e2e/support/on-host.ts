/** What tests read and damage on a host: all of their knowledge of the host program's files is here. */
import type { HostHandle } from '../../../local/host/host.ts'

export const STATE = '/var/lib/docker-to-ec2'
/** The service of most tests. */
export const SERVICE = 'web.production'

export function filesOf(service: string) {
  const own = `${STATE}/services/${service}`
  return {
    own,
    log: `${own}/last.log`,
    results: `${own}/results`,
    releases: `${own}/releases`,
    state: `${own}/state.json`,
    release: (name: string) => `${own}/releases/${name}.json`,
    live: `${STATE}/proxy/state/${service}.live`,
    assets: `${STATE}/proxy/state/assets/${service}`,
    split: `/run/docker-to-ec2/proxy/${service}.split`,
    route: `${STATE}/proxy/routes/${service}.json`,
  }
}

/** Ends the daemon, and starts it again after a second. */
export const RESTART_DOCKER = `old=$(cat /var/run/docker.pid); kill $old
  until [ "$(cat /var/run/docker.pid 2>/dev/null)" != "$old" ] && docker info >/dev/null 2>&1; do sleep 0.1; done`

/** The last report of a host's script, as far as tests read it. */
export interface HostResult {
  readonly outcome: string
  readonly cause: string
  readonly servedAfterMs: number | null
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
}

export async function onHost(host: HostHandle, script: string): Promise<string> {
  return (await host.exec(['bash', '-c', script])).stdout.trim()
}

export async function lastResult(host: HostHandle): Promise<HostResult> {
  return JSON.parse(await onHost(host, `cd ${filesOf(SERVICE).results}; cat "$(ls -t | head -1)"`)) as HostResult
}

/** A canary's share of the traffic: a request needs a lower value than these 8 hex digits; or 0. */
export function splitOn(host: HostHandle): Promise<string> {
  return onHost(host, `cat ${filesOf(SERVICE).split}`)
}

export const HALF = '80000000'

/** A slot that no deploy created. */
export const STRAY_NAME = `${SERVICE}.00000000-00000000`
/** Starts it from the image of the running one. */
export const STRAY = `docker run -d --name ${STRAY_NAME} --label docker-to-ec2=slot --label docker-to-ec2.service=${SERVICE} \\
  --label docker-to-ec2.release=00000000-00000000 --label docker-to-ec2.address=172.29.0.250:8080 --entrypoint node \\
  "$(docker inspect --format '{{.Image}}' $(docker ps -q --filter label=docker-to-ec2.service=${SERVICE}))" -e 'setInterval(Object, 1e9)'`

/** The service's containers with their states, sorted by name: `web.production.RELEASE exited`. */
export async function slots(host: HostHandle): Promise<string[]> {
  const text = await onHost(host, 'docker ps -a --filter label=docker-to-ec2.service --format "{{.Names}} {{.State}}" | sort')
  return text.split('\n')
}

export async function running(host: HostHandle): Promise<string[]> {
  return (await slots(host)).filter((line) => line.endsWith(' running'))
}

/** Triggers what a container of local/testapp waits for with `told`. */
export async function tell(host: HostHandle, container: string): Promise<void> {
  const told = await host.exec(['bash', '-c', `touch /proc/$(docker inspect --format '{{.State.Pid}}' ${container})/root/told`])
  if (told.code !== 0) throw new Error(`${container} cannot be told: ${told.stderr}`)
}
