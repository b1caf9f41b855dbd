import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host.ts'
import { inventory } from '../../local/inventory.ts'
import type { ActionRun } from '../../local/runner.ts'
import { ended, errorOf, openBed, visit } from './support/bed.ts'
import type { Bed } from './support/bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

let bed: Bed
let owner: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  owner = ended(await bed.act(), 'deployed')
  host = await bed.cloud.host(owner.outputs['instance-id'] ?? '')
})
beforeEach(served)

const url = (port = 80): string => `http://${owner.outputs['public-ip']}${port === 80 ? '' : `:${port}`}`

const PORTS = { api: 8081, admin: 8082 }

/** Inputs of a service that is a guest on the host of `web`, whose role may pull the repository `web`. */
const guest = (service: string, port: number = PORTS[service as keyof typeof PORTS]) => ({
  service,
  'instance-id': host.id,
  'http-port': String(port),
  repository: 'web',
})

const version = (run: ActionRun): string => run.outputs['release']?.slice(0, 8) ?? ''

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
  it('a second one is served on a port of its own, and takes nothing from the first', async () => {
    const before = await inventory(bed.cloud)
    const run = ended(await bed.act(guest('api')), 'deployed')
    expect(run.outputs).toMatchObject({ url: url(8081), 'instance-id': host.id })
    expect(await visit(url(8081))).toBe(version(run))
    expect(await visit(url())).toBe(version(owner))
    const added = (await inventory(bed.cloud)).filter((name) => !before.includes(name))
    expect(added).toEqual(['parameter /docker-to-ec2/api/production/release'])
  })

  it('a release of one loses no request of the other', async () => {
    await guests('api')
    await bed.commit()
    const report = await underLoad({ url: url(), webSocket: true }, async () => {
      ended(await bed.act(guest('api')), 'deployed')
    })
    expect(report).toMatchObject({ failed: 0, webSocketCloses: { 1000: 1 } })
    expect(Object.keys(report.versions)).toEqual([version(owner)])
  })

  // A new server is a new configuration, and with it Caddy closes the connections that are idle: a POST that is just then on its way
  // is lost, once a connection. No server can avoid that; a release of a service that is there already takes another way.
  it('the first release of a third one costs the first at most one request a connection', async () => {
    await guests('api')
    const [posts, slow] = [8, 2]
    const report = await underLoad({ url: url(), posts, slow }, async () => {
      ended(await bed.act(guest('admin')), 'deployed')
    })
    expect(report.failed).toBeLessThanOrEqual(posts + slow)
    expect(Object.keys(report.outcomes).filter((outcome) => !['ok', 'ECONNRESET', 'EPIPE'].includes(outcome))).toEqual([])
    expect(await containers()).toEqual(['admin.production', 'api.production', 'docker-to-ec2-proxy', 'web.production'])
  })

  it.each<[string, number, string | RegExp]>([
    ['another service', 8081, 'port 8081 is held by the service api.production'],
    ['a program', 8090, /port 8090 is held by process \d+ \(python3\)/],
  ])('a port that %s has is refused, and its holder named', async (_, port, words) => {
    await guests('api', 'admin')
    await host.exec([
      'bash',
      '-c',
      'setsid python3 -m http.server 8090 >/dev/null 2>&1 & until curl -s 127.0.0.1:8090 >/dev/null; do sleep 0.1; done',
    ])
    const run = ended(await bed.act(guest('late', port)), 'failed', 'proxy-port-taken')
    expect(errorOf(run)).toMatch(words)
    expect(await containers()).toEqual(['admin.production', 'api.production', 'docker-to-ec2-proxy', 'web.production'])
    for (const served of [80, 8081, 8082]) expect(await visit(url(served))).toMatch(/^[0-9a-f]{8}$/)
  })

  it('are found without instance-id, too, once they are there', async () => {
    await guests('api')
    const run = ended(await bed.act({ service: 'api', command: 'status', port: undefined }), 'reported')
    expect(run.outputs).toMatchObject({ url: url(8081), 'instance-id': host.id, 'serving-digest': expect.stringMatching(/^sha256:/) })
  })

  it('destroying one leaves the others', async () => {
    await guests('api', 'admin')
    const run = ended(await bed.act({ service: 'api', command: 'destroy', port: undefined }), 'destroyed')
    expect(run.summary).toContain('container api')
    expect(await containers()).toEqual(['admin.production', 'docker-to-ec2-proxy', 'web.production'])
    expect(await visit(url())).toBe(version(owner))
    await expect(visit(url(8081))).rejects.toThrow('fetch failed')
  })

  it('destroying the one that the host was made for is refused while another is there', async () => {
    await guests('admin')
    const run = ended(await bed.act({ command: 'destroy', port: undefined }), 'refused', 'refused')
    expect(errorOf(run)).toContain(`${host.id} also serves admin (production)`)
    expect(await visit(url())).toBe(version(owner))
    ended(await bed.act({ ...guest('admin'), 'http-port': undefined, command: 'destroy', port: undefined }), 'destroyed')
    ended(await bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' }), 'destroyed')
    expect(await inventory(bed.cloud)).toEqual([])
  })
})
