/** Another service on the host of the one under load. */
import { expect } from '@jest/globals'
import { startGitHub } from '../../../../local/github/server.ts'
import type { GitHub } from '../../../../local/github/server.ts'
import { until } from '../../../../local/machine/patience.ts'
import { HEAD, pullRequestEnv } from '../../../fakes/pull-request.ts'
import { invite } from '../guest.ts'
import { ended } from '../test-bed.ts'
import type { Fixture, Wanted } from './fixture.ts'
import type { Row } from './row.ts'

const SERVER = `node\n-e\nrequire('http').createServer((request, response) => response.end(process.env.VERSION)).listen(8080)`
const PULL_REQUEST = 30
const PREVIEWS = 'preview.example.com'

/** A deploy of the guest, its end, and how the host tells what serves. */
interface Guest {
  readonly deploy: Wanted
  readonly destroy: Wanted
  /** What deploys the earlier release of a worker. */
  readonly earlier?: Wanted
  /** A command on the host, which prints the version that serves. */
  readonly asks: string
  readonly label: string
  readonly close: () => Promise<void>
}

/** Runs one fault at a guest, and the deploy after it, and removes the guest; its owner is under load. */
export async function playGuest(fixture: Fixture, row: Row, play: (wanted: Wanted) => Promise<unknown>): Promise<string> {
  const guest = await (row.change === 'preview' ? preview(fixture) : row.change === 'worker' ? worker(fixture) : service(fixture, row))
  try {
    if (row.change === 'remove') ended(await fixture.deploy(guest.deploy), 'deployed')
    if (guest.earlier) ended(await fixture.deploy(guest.earlier), 'deployed')
    await row.before?.(fixture)
    await play(row.change === 'remove' ? guest.destroy : guest.deploy)
    const next = await fixture.deploy(guest.deploy)
    if (next.code !== 0) throw new Error(`the next deploy failed\n${next.stdout.slice(-6000)}`)
    await until('the guest serves', async () => (await fixture.onHost(guest.asks)) === guest.deploy.version)
    await row.after?.(fixture)
    ended(await fixture.deploy(guest.destroy), 'destroyed')
    expect(await fixture.onHost(`docker ps -aq --filter label=docker-to-ec2.service=${guest.label}`)).toBe('')
    await fixture.expectOneOfEach()
    return next.outputs['outcome'] ?? ''
  } finally {
    await guest.close()
  }
}

async function service(fixture: Fixture, row: Row): Promise<Guest> {
  const { bed, host } = fixture
  await invite(bed.cloud, 'fresh')
  const wanted = await fixture.want('variable')
  const domain = row.inputs?.['domains']
  const own = { service: 'fresh', 'instance-id': host.id }
  const inputs = { ...own, 'http-port': '8081', image: bed.cloud.baseImage, args: SERVER, ...row.inputs }
  return {
    deploy: { ...wanted, inputs },
    destroy: { ...wanted, inputs: { ...own, 'destroy-repository': 'true' }, command: 'destroy' },
    asks: visiting(domain === undefined ? 'http://127.0.0.1:8081/' : `--resolve ${domain}:443:127.0.0.1 https://${domain}/`),
    label: 'fresh.production',
    close: async () => undefined,
  }
}

function visiting(address: string): string {
  return `curl -sk ${address} || true`
}

const RUNS =
  "docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' $(docker ps -q --filter label=docker-to-ec2.service=fresh.production)"

async function worker(fixture: Fixture): Promise<Guest> {
  const { bed, host } = fixture
  await invite(bed.cloud, 'fresh')
  const [before, wanted] = [await fixture.want('variable'), await fixture.want('variable')]
  const own = { service: 'fresh', 'instance-id': host.id }
  const runs = { args: 'node\n-e\nsetInterval(() => 0, 1000)', 'settle-time': '1s', 'stop-signal': 'SIGKILL', 'stop-first': 'true' }
  // Nobody asks it, so this has its default.
  const inputs = { ...own, port: 'none', 'health-interval': '1s', image: bed.cloud.baseImage, ...runs }
  return {
    earlier: { ...before, inputs },
    deploy: { ...wanted, inputs },
    destroy: { ...wanted, inputs: { ...own, 'destroy-repository': 'true' }, command: 'destroy' },
    // Two releases would print two versions.
    asks: `${RUNS} | sed -n 's/^VERSION=//p'`,
    label: 'fresh.production',
    close: async () => undefined,
  }
}

async function preview(fixture: Fixture): Promise<Guest> {
  const { bed, host } = fixture
  await invite(bed.cloud, 'web', 'pr-*')
  const github = await startGitHub(bed.workspace, 'the-token')
  const wanted = await fixture.want('commit')
  const name = `pr-${PULL_REQUEST}.${PREVIEWS}`
  const inputs = { 'instance-id': host.id, 'preview-domain': PREVIEWS, 'github-token': 'the-token' }
  const run = (action: 'opened' | 'closed', more: Readonly<Record<string, string>> = {}): Wanted => ({
    ...{ ...wanted, command: 'preview', inputs: { ...inputs, ...more } },
    env: async () => eventOf(github, action),
  })
  return {
    deploy: { ...run('opened', { seed: 'node\n-e\n0', env: `VERSION=${wanted.version}` }) },
    destroy: run('closed'),
    asks: visiting(`-H 'Host: ${name}' http://127.0.0.1/version`),
    label: `web.pr-${PULL_REQUEST}`,
    close: () => github.stop(),
  }
}

function eventOf(github: GitHub, action: 'opened' | 'closed'): Readonly<Record<string, string>> {
  github.pullRequests.set(PULL_REQUEST, { state: action === 'closed' ? 'closed' : 'open', commit: HEAD })
  return { ...pullRequestEnv({ number: PULL_REQUEST, action }), GITHUB_API_URL: github.url }
}
