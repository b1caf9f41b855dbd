/** One service on one virtual machine, and the way back to a state from which every test can begin. */
import { jest } from '@jest/globals'
import { sleep, until } from '../../../local/patience.ts'
import type { LoadReport } from '../../../local/load.ts'
import type { ActionRun, RunOptions } from '../../../local/runner.ts'
import { virtualHost } from '../../../local/virtual-host.ts'
import type { HostHandle } from '../../../local/host.ts'
import { ended, makeBed, visit } from '../../e2e/support/bed.ts'
import type { Bed } from '../../e2e/support/bed.ts'
import { traces } from '../../e2e/support/traces.ts'
import type { Traces } from '../../e2e/support/traces.ts'
import { underLoad } from '../../e2e/support/under-load.ts'

const MINUTE = 60_000
jest.setTimeout(30 * MINUTE)

/** Limits that no test is about are wide: under emulation a deploy takes a minute. */
const USUAL = {
  'bake-time': '0s',
  'drain-timeout': '20s',
  'health-timeout': '180s',
  'host-timeout': '900s',
  timeout: '20m',
}
export const SERVICE = 'web.production'
export const STATE = '/var/lib/docker-to-ec2'
export const RUN = '/run/docker-to-ec2'

type Inputs = Readonly<Record<string, string>>

/** A deploy on its way, of a release that answers with `version`. */
export interface Deploying {
  readonly version: string
  readonly ended: Promise<ActionRun>
  /** Ends the action and all that it started, at once. */
  kill(): Promise<void>
  cancel(): void
}

export interface Machine {
  readonly bed: Bed
  readonly host: HostHandle
  readonly url: string
  /** The version that serves when all is well. */
  readonly serving: string
  /** Brings the machine to a known state: it runs, its clock is right, nobody deploys, and one release serves alone. */
  ready(): Promise<void>
  /** Begins to deploy a release that differs by its VERSION: it needs neither build nor pull. */
  begin(inputs?: Inputs, options?: Partial<RunOptions>): Promise<Deploying>
  /** A whole deploy that must succeed; gives the run. */
  deploy(inputs?: Inputs): Promise<ActionRun>
  /** Waits until the host's log of an order says that it is at a step. */
  reached(step: string): Promise<void>
  /** Runs a script on the machine, which must succeed. */
  sh(script: string): Promise<string>
  /** Asks the machine's Docker Engine: https://docs.docker.com/reference/api/engine */
  engine(method: string, path: string): Promise<unknown>
  /** Does `work` under load, of which nothing may be lost. */
  lossless(work: () => Promise<void>): Promise<LoadReport>
  /** Waits until a version answers, without a deploy. */
  answers(version: string): Promise<void>
  /** Waits until the host has one running slot only; gives its name. */
  alone(): Promise<string>
  close(): Promise<void>
}

/** A machine has no client of Docker. */
const ENGINE = `
import http.client, json, socket, sys
connection = http.client.HTTPConnection("docker")
connection.sock = socket.socket(socket.AF_UNIX)
connection.sock.connect("/run/docker.sock")
connection.request(sys.argv[1], sys.argv[2])
answer = connection.getresponse()
text = answer.read().decode()
if answer.status >= 300 and answer.status != 304:
    sys.exit(f"{sys.argv[2]}: {answer.status} {text}")
print(text or "null")
`

interface Container {
  readonly Names: readonly string[]
}

export async function openMachine(): Promise<Machine> {
  const bed = await makeBed({ machines: 'virtual' })
  let runs = 1000
  let serving = ''
  let good: ActionRun
  let host: HostHandle

  const begin: Machine['begin'] = async (inputs = {}, options = {}) => {
    runs += 1
    const version = `v${runs}`
    const marks = await traces()
    const cancel = new AbortController()
    const env = [`VERSION=${version}`, inputs['env']].join('\n')
    const running = bed.act(
      { ...USUAL, ...inputs, env },
      { env: { ...marks.env, GITHUB_RUN_ID: String(runs) }, cancel: cancel.signal, ...options },
    )
    return {
      version,
      ended: closing(running, marks),
      kill: async () => killAll(await marks.processes()),
      cancel: () => cancel.abort(),
    }
  }
  const deploy: Machine['deploy'] = async (inputs = {}) => {
    const deploying = await begin(inputs)
    good = ended(await deploying.ended, 'deployed')
    serving = deploying.version
    return good
  }
  /** The first deploy, on a new machine. */
  const found = async (): Promise<void> => {
    await deploy()
    host = await virtualHost(bed.cloud.dir, good.outputs['instance-id'] ?? '')
    // As on a host where the action has installed Docker.
    await sh(`mkdir -p /etc/docker && echo '{"live-restore":true}' >/etc/docker/daemon.json && systemctl reload docker`)
  }
  const sh: Machine['sh'] = async (script) => {
    const ran = await host.exec(['bash', '-euc', script])
    if (ran.code !== 0) throw new Error(`on the machine: ${script} ended with ${ran.code}: ${ran.stdout}${ran.stderr}`)
    return ran.stdout.trim()
  }
  const engine: Machine['engine'] = async (method, path) => {
    const ran = await host.exec(['python3', '-c', ENGINE, method, path])
    if (ran.code !== 0) throw new Error(ran.stderr)
    return JSON.parse(ran.stdout)
  }
  const version = (): Promise<string> => visit(good.outputs['url'] ?? '').catch(() => '')
  const running = async (): Promise<string[]> => {
    const filters = encodeURIComponent(JSON.stringify({ label: [`docker-to-ec2.service=${SERVICE}`] }))
    const containers = (await engine('GET', `/containers/json?filters=${filters}`)) as Container[]
    return containers.map(({ Names }) => Names[0]?.slice(1) ?? '')
  }
  const known = async (): Promise<void> => {
    await bed.cloud.fault([])
    await expireLease(bed)
    if ((await host.exec(['true'])).code !== 0) await host.losePower()
    await sh(`date --set @${Math.round(Date.now() / 1000)}; systemctl start docker`)
    if ((await version()) !== serving || (await running()).length !== 1) await deploy()
  }
  return {
    bed,
    get host() {
      return host
    },
    get url() {
      return good.outputs['url'] ?? ''
    },
    get serving() {
      return serving
    },
    async ready() {
      if (serving === '') return found()
      // A machine that cannot be brought back is given up: the next test must not suffer from it.
      return known().catch(async () => {
        await bed.act({ command: 'destroy', port: undefined, 'host-timeout': '900s' })
        return found()
      })
    },
    begin,
    deploy,
    async reached(step) {
      const log = `${STATE}/services/${SERVICE}/last.log`
      await until(`the step ${step}`, async () => (await sh(`grep '^==' ${log} | tail -1`)) === `== ${step}`, 600)
    },
    sh,
    engine,
    async lossless(work) {
      const url = good.outputs['url'] ?? ''
      const report = await underLoad({ url, posts: 2, slow: 1, slowMs: 1000, webSocket: true }, work)
      if (report.failed > 0 || report.sent < 20)
        throw new Error(`lost ${report.failed} of ${report.sent}: ${JSON.stringify(report.outcomes)}`)
      return report
    },
    async answers(wanted) {
      await until(`${wanted} to answer`, async () => (await version()) === wanted || (await sleep(500)), 600)
    },
    alone: () =>
      until(
        'one running slot',
        async () => {
          const [slot, ...others] = await running()
          return others.length === 0 && slot
        },
        600,
      ),
    close: () => bed.close(),
  }
}

async function closing(running: Promise<ActionRun>, marks: Traces): Promise<ActionRun> {
  try {
    return await running
  } finally {
    await marks.close()
  }
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Lets the time pass until nobody holds the lease any more. */
async function expireLease({ cloud }: Bed): Promise<void> {
  const Name = '/docker-to-ec2/web/production/lease'
  const found = await cloud.observe('ssm', 'GetParameter', { Name }).catch(() => undefined)
  const value = (found as { Parameter?: { Value?: string } } | undefined)?.Parameter?.Value
  if (value === undefined) return
  const Value = JSON.stringify({ ...(JSON.parse(value) as object), expiresAt: Date.now() })
  await cloud.observe('ssm', 'PutParameter', { Name, Value, Type: 'String', Overwrite: true })
}
