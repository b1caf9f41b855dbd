import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { inventory } from '../../local/inventory.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { deniedOf, invite, rolesOf } from './support/guest.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let owner: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  owner = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(owner)
  for (const service of ['api', 'admin', 'docs', 'shop', 'late']) await invite(bed.cloud, service)
})
beforeEach(served)

const url = (port = 80): string => `http://${owner.outputs['public-ip']}${port === 80 ? '' : `:${port}`}`

/** What ends something, or takes its place. */
const CHANGES = [
  'RunInstances',
  'TerminateInstances',
  'AssociateAddress',
  'DisassociateAddress',
  'ReleaseAddress',
  'DeleteRole',
  'DeleteRepository',
]

const PORTS = { api: 8081, admin: 8082 }

/** Inputs of a service that is a guest on the host of `web`. */
const guest = (service: string, port: number = PORTS[service as keyof typeof PORTS]) => ({
  service,
  'instance-id': host.id,
  'http-port': String(port),
})

/** What a visitor gets who knows the host by this name. */
async function visitAs(name: string): Promise<string> {
  const answer = await host.exec(['curl', '-sS', '-H', `Host: ${name}`, 'http://127.0.0.1/version'])
  return answer.stdout.trim()
}

/** The names of the host's containers, without those that are stopped. */
async function containers(): Promise<string[]> {
  const names = (await host.exec(['docker', 'ps', '--format', '{{.Names}}'])).stdout.trim().split('\n')
  return names.map((name) => name.replace(/\.[0-9a-f]{8}-[0-9a-f]{8}$/, '')).toSorted()
}

/** They are served, too. */
async function guests(...names: (keyof typeof PORTS)[]): Promise<void> {
  const there = await containers()
  for (const name of names) if (!there.includes(`${name}.production`)) ended(await bed.act(guest(name)), 'deployed')
}

describe('services that share a host', () => {
  it('a second one is served on its own port, and does not affect the first', async () => {
    const before = await inventory(bed.cloud)
    const run = ended(await bed.act(guest('api')), 'deployed')
    expect(run.outputs).toMatchObject({ url: url(8081), 'instance-id': host.id })
    expect(await visit(url(8081))).toBe(commitOf(run))
    expect(await visit(url())).toBe(commitOf(owner))
    const added = (await inventory(bed.cloud)).filter((name) => !before.includes(name))
    expect(added).toEqual(['parameter /docker-to-ec2/api/production/release', 'repository api/production'])
  })

  it("the owner's stack and its own allow all calls of a guest, and its own alone does not allow it to send to the host", async () => {
    const from = (await bed.cloud.calls()).length
    ended(await bed.act({ ...guest('api'), secrets: 'TOKEN=ssm:/docker-to-ec2/api/production/token' }), 'failed', 'secret-missing')
    await bed.commit()
    ended(await bed.act(guest('api')), 'deployed')
    const calls = (await bed.cloud.calls()).slice(from).filter(({ principal }) => principal === 'runner')
    const { alone, invited } = rolesOf('api')
    expect(await deniedOf(invited, calls)).toEqual([])
    const denied = await deniedOf(alone, calls)
    expect(new Set(denied.map(({ action }) => action))).toEqual(new Set(['ssm:SendCommand']))
  })

  it('a guest that the owner did not invite is refused, because the host cannot pull its image', async () => {
    ended(await bed.act({ ...guest('late', 8083), service: 'stranger' }), 'failed', 'pull-denied')
    expect((await containers()).filter((name) => name.startsWith('stranger'))).toEqual([])
    ended(await bed.act({ service: 'stranger', command: 'destroy', port: undefined, 'destroy-repository': 'true' }), 'destroyed')
  })

  it('a release of one loses no request of the other', async () => {
    await guests('api')
    await bed.commit()
    const report = await underLoad({ url: url(), webSocket: true }, async () => {
      ended(await bed.act(guest('api')), 'deployed')
    })
    expect(report).toMatchObject({ failed: 0, webSocketCloses: { 1000: 1 } })
    expect(Object.keys(report.versions)).toEqual([commitOf(owner)])
  })

  it('the first release of a third one loses no request of the first', async () => {
    await guests('api')
    const report = await underLoad({ url: url(), webSocket: true }, async () => {
      ended(await bed.act(guest('admin')), 'deployed')
    })
    expect(report).toMatchObject({ failed: 0, webSocketCloses: { 1000: 1 } })
    expect(await containers()).toEqual(['admin.production', 'api.production', 'docker-to-ec2-proxy', 'web.production'])
  })

  it.each<[string, number, string, string | RegExp]>([
    ['another service', 8081, 'route-taken', 'port 8081 is held by the service api.production'],
    ['a program', 8090, 'proxy-port-taken', /port 8090 is held by process \d+ \(python3\)/],
  ])('a port that %s uses is refused, and the message names it', async (_, port, cause, words) => {
    await guests('api', 'admin')
    await host.exec([
      'bash',
      '-c',
      'setsid python3 -m http.server 8090 >/dev/null 2>&1 & until curl -s 127.0.0.1:8090 >/dev/null; do sleep 0.1; done',
    ])
    const run = ended(await bed.act(guest('late', port)), 'failed', cause)
    expect(errorOf(run)).toMatch(words)
    expect(await containers()).toEqual(['admin.production', 'api.production', 'docker-to-ec2-proxy', 'web.production'])
    for (const served of [80, 8081, 8082]) expect(await visit(url(served))).toMatch(/^[0-9a-f]{8}$/)
  })

  it('one takes over from a container that somebody started by hand, as docs/guides/deploy/move-from-docker-run.md says', async () => {
    const moved = (port: number) => bed.act({ ...guest('late', port), volumes: '/srv/uploads:/app/uploads' })
    const image = await onHost(
      host,
      "docker inspect --format '{{.Image}}' $(docker ps -q --filter label=docker-to-ec2.service=web.production)",
    )
    await onHost(host, 'mkdir -p /srv/uploads && echo kept >/srv/uploads/note')
    await onHost(host, `docker run -d --name by-hand -p 8095:8080 -v /srv/uploads:/app/uploads -e VERSION=by-hand ${image}`)
    await until('an answer of the old container', async () => (await visit(url(8095)).catch(() => '')) === 'by-hand')

    const beside = ended(await moved(8096), 'deployed')
    expect(await visit(url(8096))).toBe(commitOf(beside))
    expect(errorOf(ended(await moved(8095), 'failed', 'proxy-port-taken'))).toContain('port 8095')
    expect([await visit(url(8095)), await visit(url(8096))]).toEqual(['by-hand', commitOf(beside)])

    await onHost(host, 'docker stop --time 0 by-hand')
    const taken = ended(await moved(8095), 'deployed')
    expect(await visit(url(8095))).toBe(commitOf(taken))
    const slot = "$(docker inspect --format '{{.State.Pid}}' $(docker ps -q --filter label=docker-to-ec2.service=late.production))"
    expect(await onHost(host, `cat /proc/${slot}/root/app/uploads/note`)).toBe('kept')

    ended(await bed.act({ service: 'late', command: 'destroy', port: undefined }), 'destroyed')
    expect(await onHost(host, "docker ps -a --filter name=by-hand --format '{{.State}}' && cat /srv/uploads/note")).toBe('exited\nkept')
    await onHost(host, 'docker rm by-hand')
  })

  it("share a port by name and by path, before and after each other's releases", async () => {
    const shared = { ...guest('docs', 80), 'path-prefix': '/docs', 'strip-path-prefix': 'true' }
    const named = { ...guest('shop', 80), domains: 'shop.example.com' }
    const docs = ended(await bed.act(shared), 'deployed')
    const report = await underLoad({ url: url() }, async () => {
      const shop = ended(await bed.act(named), 'deployed')
      expect(shop.outputs).toMatchObject({ url: 'http://shop.example.com' })
      await bed.commit()
      const next = ended(await bed.act(named), 'deployed')
      expect(await visitAs('shop.example.com')).toBe(commitOf(next))
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(docs.outputs).toMatchObject({ url: `${url()}/docs` })
    expect(await visit(`${url()}/docs`)).toBe(commitOf(docs))
    expect(await visit(url())).toBe(commitOf(owner))
    const late = ended(await bed.act({ ...guest('late', 80), 'path-prefix': '/docs' }), 'failed', 'route-taken')
    expect(errorOf(late)).toMatch(/\/docs on port 80 is held by the service docs\.production.*path-prefix/s)
    expect((await containers()).filter((name) => name.startsWith('late'))).toEqual([])
    for (const service of ['docs', 'shop']) ended(await bed.act({ service, command: 'destroy', port: undefined }), 'destroyed')
    expect(await visit(url())).toBe(commitOf(owner))
  })

  it('are found without instance-id after their first deploy', async () => {
    await guests('api')
    const run = ended(await bed.act({ service: 'api', command: 'status', port: undefined }), 'reported')
    expect(run.outputs).toMatchObject({ url: url(8081), 'instance-id': host.id, 'serving-digest': expect.stringMatching(/^sha256:/) })
  })

  it.each([['deploy'], ['rollback'], ['restart']])('%s without instance-id is refused, and launches no second host', async (command) => {
    await guests('api')
    const from = (await bed.cloud.calls()).length
    const run = ended(
      await bed.act({ service: 'api', command, ...(command === 'deploy' ? {} : { port: undefined }) }),
      'refused',
      'refused',
    )
    expect(errorOf(run)).toContain(`Set instance-id: ${host.id}`)
    expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('RunInstances')
  })

  it.each<[string, Record<string, string | undefined>]>([
    ['destroy', { command: 'destroy', port: undefined, 'volume-data': 'discarded' }],
    ['allow-replacement', { 'instance-type': 't3.large', 'allow-replacement': 'true', 'volume-data': 'discarded' }],
    ['renew', { renew: 'true', 'volume-data': 'discarded' }],
  ])('%s is refused while the host reports another service, even if its record is lost', async (_, inputs) => {
    await guests('api')
    await bed.cloud.observe('ssm', 'DeleteParameter', { Name: '/docker-to-ec2/api/production/release' })
    const from = (await bed.cloud.calls()).length
    const run = ended(await bed.act(inputs), 'refused', 'refused')
    expect(errorOf(run)).toMatch(new RegExp(`${host.id} also serves .*api \\(production\\)`))
    const operations = (await bed.calls(from)).map(({ operation }) => operation)
    for (const change of CHANGES) expect(operations).not.toContain(change)
    expect(await visit(url(8081))).toMatch(/^[0-9a-f]{8}$/)
    // Brings its record back.
    expect(['deployed', 'unchanged']).toContain((await bed.act(guest('api'))).outputs['outcome'])
  })

  it('destroying one leaves the others', async () => {
    await guests('api', 'admin')
    const run = ended(await bed.act({ service: 'api', command: 'destroy', port: undefined }), 'destroyed')
    expect(run.summary).toContain('container api')
    expect(await containers()).toEqual(['admin.production', 'docker-to-ec2-proxy', 'web.production'])
    expect(await visit(url())).toBe(commitOf(owner))
    await expect(visit(url(8081))).rejects.toThrow('fetch failed')
  })

  it('destroying the owner is refused while another service uses the host', async () => {
    await guests('admin')
    const run = ended(await bed.act({ command: 'destroy', port: undefined }), 'refused', 'refused')
    expect(errorOf(run)).toContain(`${host.id} also serves admin (production)`)
    expect(await visit(url())).toBe(commitOf(owner))
    ended(await bed.act({ ...guest('admin'), 'http-port': undefined, command: 'destroy', port: undefined }), 'destroyed')
    ended(await bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' }), 'destroyed')
    const left = await inventory(bed.cloud)
    expect(left.filter((name) => !/^repository (admin|api|docs|late|shop)\/production$/.test(name))).toEqual([])
  })
})
