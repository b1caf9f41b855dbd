/** What tests ask of a virtual machine, past the action. */
import type { HostHandle } from '../../../local/host/host.ts'

export const SERVICE = 'web.production'
export const STATE = '/var/lib/docker-to-ec2'
export const RUN = '/run/docker-to-ec2'

/** The machine has no client of Docker. */
const ENGINE = `
import http.client, socket, sys
connection = http.client.HTTPConnection("docker")
connection.sock = socket.socket(socket.AF_UNIX)
connection.sock.connect("/run/docker.sock")
connection.request(sys.argv[1], sys.argv[2])
answer = connection.getresponse()
text = answer.read().decode()
if answer.status >= 300:
    sys.exit(f"{sys.argv[2]}: {answer.status} {text}")
print(text or "null")
`

/** Runs a script on the machine, which must succeed; gives its output. */
export async function sh(host: HostHandle, script: string): Promise<string> {
  const ran = await host.exec(['bash', '-euc', script])
  if (ran.code !== 0) throw new Error(`on the machine: ${script} ended with ${ran.code}: ${ran.stdout}${ran.stderr}`)
  return ran.stdout.trim()
}

/** Asks the machine's Docker: https://docs.docker.com/reference/api/engine */
export async function engine(host: HostHandle, method: string, path: string): Promise<unknown> {
  const ran = await host.exec(['python3', '-c', ENGINE, method, path])
  if (ran.code !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout)
}

/** Names of the service's running containers. */
export async function runningSlots(host: HostHandle): Promise<string[]> {
  const filters = JSON.stringify({ label: [`docker-to-ec2.service=${SERVICE}`] })
  const found = (await engine(host, 'GET', `/containers/json?filters=${encodeURIComponent(filters)}`)) as { readonly Names: string[] }[]
  return found.map(({ Names }) => Names[0]?.slice(1) ?? '')
}

const LOG = `${STATE}/services/${SERVICE}/last.log`

/** Begins a new log, so that no step of an earlier order is taken for one of the next. */
export async function clearLog(host: HostHandle): Promise<void> {
  await sh(host, `: >${LOG}`)
}

/** Whether the order that came last is at a step, or past it. */
export async function isPast(host: HostHandle, step: string): Promise<boolean> {
  return (await sh(host, `cat ${LOG}`)).includes(`== ${step} (after`)
}

/** Sets the clock to so many seconds from the right time. */
export async function setClock(host: HostHandle, seconds = 0): Promise<void> {
  await sh(host, `date --set @${Math.round(Date.now() / 1000) + seconds}`)
}
