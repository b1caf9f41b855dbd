import type { HostHandle } from '../../../local/host.ts'

const SERVICE = '/var/lib/docker-to-ec2/services/web.production'

/** What a host's script reported last, as far as tests look at it. */
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
  return JSON.parse(await onHost(host, `cd ${SERVICE}/results; cat "$(ls -t | head -1)"`)) as HostResult
}

/** The service's containers with their states, sorted by name: `web.production.RELEASE exited`. */
export async function slots(host: HostHandle): Promise<string[]> {
  const text = await onHost(host, 'docker ps -a --filter label=docker-to-ec2.service --format "{{.Names}} {{.State}}" | sort')
  return text.split('\n')
}

/** Ends the deploy script and all its children as SSM does, when the log of the host says that it is at this step. */
export async function killAt(host: HostHandle, step: string): Promise<void> {
  const killed = await onHost(
    host,
    `for ((i = 0; i < 600; i++)); do
  if [ "$(grep '^==' ${SERVICE}/last.log | tail -1)" = '== ${step}' ]; then
    sleep 0.2
    for pid in $(find /proc/[0-9]*/fd -lname ${SERVICE}/lock 2>/dev/null | cut -d/ -f3 | sort -u); do
      kill -9 -- "-$(ps -o pgid= "$pid" | tr -d ' ')" && echo killed && ended=yes
    done
    [ -z "\${ended-}" ] || exit 0
  fi
  sleep 0.05
done`,
  )
  if (!killed.includes('killed')) throw new Error(`nothing was killed at ${step}`)
}
