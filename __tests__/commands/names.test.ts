import { beforeEach, describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { destroy } from '../../src/commands/destroy.ts'
import { plan } from '../../src/commands/plan.ts'
import { status } from '../../src/commands/read/status.ts'
import { markerSet } from '../../src/domain/dns/marker.ts'
import type { RecordSet } from '../../src/domain/dns/record-set.ts'
import { DeployError } from '../../src/errors.ts'
import { aHost, aRecord, SERVICE } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'
import { anA, ZONE } from '../fakes/zones.ts'

const SHOP = 'shop.example.com'
/** That of the first host which is given one. */
const ADDRESS = '203.0.113.9'
const MARKER = markerSet({ service: SERVICE, region: 'us-east-1' }, SHOP, ZONE)

function world(inputs: Readonly<Record<string, string>> = {}, sets: readonly RecordSet[] = []): World {
  const made = aWorld({ domains: SHOP, ...inputs })
  made.dns.zones.push(ZONE)
  made.dns.sets.set('Z1', sets)
  return made
}

/** The same records, seen by a run with other inputs. */
function next(before: World, inputs: Readonly<Record<string, string>>): World {
  const after = aWorld(inputs)
  after.dns.zones.push(...before.dns.zones)
  after.dns.sets.set('Z1', setsOf(before))
  after.hosts.push(...before.hosts)
  after.records.push(...before.records)
  for (const [tag, digest] of before.images) after.images.set(tag, digest)
  return after
}

function setsOf({ dns }: World): readonly RecordSet[] {
  return dns.sets.get('Z1') ?? []
}

const addresses = (made: World, name = SHOP): readonly string[] | undefined =>
  setsOf(made).find((set) => set.name === name && set.type === 'A')?.values

describe('deploy', () => {
  let served: World

  beforeEach(async () => {
    served = world()
    served.hosts.push(aHost())
    expect((await deploy(served.ctx)).outcome).toBe('deployed')
  })

  it('creates the DNS record before the release, with a marker record beside it, and waits until all name servers serve it', async () => {
    expect(setsOf(served)).toEqual([anA(SHOP, ADDRESS), MARKER])
    const at = (words: string): number => served.done.findIndex((line) => line.startsWith(words))
    expect(at('C-Z1 in sync?')).toBeGreaterThanOrEqual(0)
    expect(at('C-Z1 in sync?')).toBeLessThan(at('deploy on'))
    expect(served.records[0]?.zones).toEqual(['Z1'])
  })

  it('changes nothing, and takes no lease, if records and release are up to date', async () => {
    const again = next(served, { domains: SHOP })
    expect((await deploy(again.ctx)).outcome).toBe('deployed')
    expect(setsOf(again)).toEqual(setsOf(served))
    expect(again.done.filter((line) => line.includes('in sync'))).toEqual([])
  })

  it('recreates a deleted record, even if the release already serves', async () => {
    const healed = next(served, { domains: SHOP })
    healed.dns.sets.set('Z1', [MARKER])
    await deploy(healed.ctx)
    expect(addresses(healed)).toEqual([ADDRESS])
  })

  it('removes the record of a name that left the input domains, once the release serves, and then forgets it', async () => {
    const moved = next(served, { domains: 'new.example.com' })
    await deploy(moved.ctx)
    expect(setsOf(moved).filter(({ type }) => type === 'A')).toEqual([anA('new.example.com', ADDRESS)])
    const bare = next(moved, {})
    await deploy(bare.ctx)
    expect(setsOf(bare)).toEqual([])
  })

  it('keeps the record of a name that left the input domains if the release fails', async () => {
    const failing = next(served, { domains: 'new.example.com' })
    failing.answer = ({ order }) => ({ status: 'failed', stdout: order.verb === 'deploy' ? '{"outcome":"failed","cause":"exited"}' : '{}' })
    expect((await deploy(failing.ctx)).outcome).toBe('failed')
    expect(addresses(failing)).toEqual([ADDRESS])
  })

  it('adds the address of an additional host only after that host serves', async () => {
    const wider = next(served, { domains: SHOP, instances: '2' })
    wider.hosts[0] = aHost()
    wider.dns.sets.set('Z1', [anA(SHOP, '203.0.113.7'), MARKER])
    const during: (readonly string[] | undefined)[] = []
    const answer = wider.answer
    wider.answer = (command, hostId) => {
      if (command.order.verb === 'deploy') during.push(addresses(wider))
      return answer(command, hostId)
    }
    await deploy(wider.ctx)
    expect(during).toEqual([['203.0.113.7'], ['203.0.113.7']])
    expect(addresses(wider)).toEqual(['203.0.113.7', ADDRESS])
  })

  it('points the name to the new host, and waits for resolver caches, before it terminates an old host without an Elastic IP', async () => {
    const moving = next(served, { domains: SHOP, renew: 'true', 'elastic-ip': 'false' })
    moving.hosts[0] = aHost({ elasticIp: false })
    moving.dns.sets.set('Z1', [anA(SHOP, '203.0.113.7'), MARKER])
    const seen: unknown[] = []
    const before = moving.clock.now()
    const hosts: World['ctx']['hosts'] = {
      ...moving.ctx.hosts,
      terminate: async (host) => {
        seen.push(addresses(moving), moving.clock.now() - before >= 60_000)
        return moving.ctx.hosts.terminate(host)
      },
    }
    expect((await deploy({ ...moving.ctx, hosts })).outcome).toBe('deployed')
    expect(seen).toEqual([['10.0.0.7'], true])
  })

  it('refuses a record of somebody else before it changes anything', async () => {
    const refused = world({}, [anA(SHOP, '198.51.100.1')])
    await expect(deploy(refused.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('A 198.51.100.1') })
    expect(refused.done.filter((line) => !line.startsWith('keep') && !line.startsWith('note') && !line.startsWith('forget'))).toEqual([])
  })

  it('tells a service that shares its name and host with another one how to leave the record to that one', async () => {
    const owner = markerSet({ service: { name: 'shop', environment: 'production' }, region: 'us-east-1' }, SHOP, ZONE)
    const there = [anA(SHOP, '203.0.113.7'), owner]
    const guest = { 'path-prefix': '/cart', 'instance-id': 'i-0123456789abcdef0' }
    const refused = world(guest, there)
    refused.hosts.push(aHost({ madeFor: undefined }))
    await expect(deploy(refused.ctx)).rejects.toMatchObject({ code: 'refused', hint: expect.stringContaining('hosted-zone-id: none') })
    const told = world({ ...guest, 'hosted-zone-id': 'none' }, there)
    told.hosts.push(aHost({ madeFor: undefined }))
    expect((await deploy(told.ctx)).outcome).toBe('deployed')
    expect(setsOf(told)).toEqual(there)
  })

  it('never overwrites a record that somebody creates at the same time', async () => {
    const raced = world()
    raced.dns.beforeChange = () => raced.dns.sets.set('Z1', [anA(SHOP, '198.51.100.1')])
    await expect(deploy(raced.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('A 198.51.100.1') })
    expect(setsOf(raced)).toEqual([anA(SHOP, '198.51.100.1')])
  })

  it('tries again if the record that it replaces was changed in the meantime, and finally gives up', async () => {
    const raced = world({}, [anA(SHOP, '203.0.113.1'), MARKER])
    raced.hosts.push(aHost())
    let port = 1
    raced.dns.beforeChange = () => void raced.dns.sets.set('Z1', [anA(SHOP, `203.0.113.${(port += 1)}`), MARKER])
    await expect(deploy(raced.ctx)).rejects.toMatchObject({ code: 'names-failed', message: expect.stringContaining('Tried to DELETE') })
    expect(addresses(raced)).toEqual(['203.0.113.4'])
  })

  it('continues if no zone has the name, or the role cannot list zones', async () => {
    const elsewhere = world({ domains: 'shop.example.org' })
    expect((await deploy(elsewhere.ctx)).outcome).toBe('deployed')
    const blind = world()
    blind.dns.denied = true
    expect((await deploy(blind.ctx)).outcome).toBe('deployed')
    expect([...setsOf(elsewhere), ...setsOf(blind)]).toEqual([])
    expect(blind.log.join('\n')).toContain('route53:ListHostedZones')
  })

  it('names the missing permission, and the way without it, if the role can list zones but not their records', async () => {
    const half = world()
    half.dns.port.setsBelow = async () => Promise.reject(new DeployError('not-allowed', 'AWS refused route53:ListResourceRecordSets'))
    await expect(deploy(half.ctx)).rejects.toMatchObject({ code: 'not-allowed', hint: expect.stringContaining('hosted-zone-id: none') })
  })

  it('uses only the zones of hosted-zone-id', async () => {
    expect(setsOf(await deployed(world({ 'hosted-zone-id': 'none' })))).toEqual([])
    expect(addresses(await deployed(world({ 'hosted-zone-id': 'Z1' })))).toBeDefined()
    await expect(deploy(world({ 'hosted-zone-id': 'Z9' }).ctx)).rejects.toMatchObject({
      message: expect.stringContaining('hosted zone Z9'),
    })
  })

  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['hosted-zone-id leaves it to the user', { 'hosted-zone-id': 'none' }, false],
    ['the role may not list zones any more', {}, true],
  ])('never removes the record of a name that is still wanted, if %s from now on', async (_, inputs, denied) => {
    const left = next(served, { domains: SHOP, ...inputs })
    left.dns.denied = denied
    await deploy(left.ctx)
    expect(addresses(left)).toEqual([ADDRESS])
    const elsewhere = next(left, { domains: 'new.example.com', ...inputs })
    elsewhere.dns.denied = denied
    await deploy(elsewhere.ctx)
    expect(setsOf(elsewhere)).toEqual([])
  })

  it('leads there by a zone of its own, too, whose name servers may still be unknown', async () => {
    const split = next(served, { domains: SHOP })
    split.dns.zones.push({ id: 'Z2', name: SHOP, isPrivate: false })
    await deploy(split.ctx)
    expect([addresses(split), split.dns.sets.get('Z2')?.[0]]).toEqual([[ADDRESS], anA(SHOP, ADDRESS)])
    expect(split.records[0]?.zones).toEqual(['Z1', 'Z2'])
    const gone = next(split, { command: 'destroy' })
    gone.dns.zones.push({ id: 'Z2', name: SHOP, isPrivate: false })
    gone.dns.sets.set('Z2', split.dns.sets.get('Z2') ?? [])
    await destroy(gone.ctx)
    expect([setsOf(gone), gone.dns.sets.get('Z2')]).toEqual([[], []])
  })

  it('refuses hosted zones that have none of its names', async () => {
    const other = world({ 'hosted-zone-id': 'Z1', domains: 'shop.example.org' })
    await expect(deploy(other.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'hosted-zone-id: shop.example.org is not in example.com (Z1)',
    })
    const some = world({ 'hosted-zone-id': 'Z1', domains: `shop.example.org, ${SHOP}` })
    expect(addresses(await deployed(some))).toEqual([ADDRESS])
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['without HTTPS', {}],
    ['with a certificate of another authority', { tls: 'internal' }],
    ['with a challenge that needs none', { tls: 'acme', 'acme-challenge': 'dns', 'proxy-image': 'caddy-route53:1' }],
  ])('tells which record is missing %s, too, and waits for none', async (_, inputs) => {
    const elsewhere = world({ 'hosted-zone-id': 'none', ...inputs })
    elsewhere.leads = () => ({ kind: 'known', addresses: ['198.51.100.1'] })
    await deploy(elsewhere.ctx)
    const words = `${SHOP} resolves to 198.51.100.1, not only to this service. If its DNS is not in Route 53, create this record: name ${SHOP}, type A, value ${ADDRESS}, TTL 60`
    expect(elsewhere.log).toContain(words)
    const again = next(elsewhere, { 'hosted-zone-id': 'none', domains: SHOP, ...inputs })
    again.leads = elsewhere.leads
    await deploy(again.ctx)
    expect(again.log).not.toContain(words)
  })

  async function deployed(made: World): Promise<World> {
    await deploy(made.ctx)
    return made
  }
})

describe('plan', () => {
  it('shows the record that would be made, and asks for an approval of it', async () => {
    const planned = world()
    planned.hosts.push(aHost())
    const report = await plan(planned.ctx)
    expect(planned.log.join('\n')).toContain(`Names: create ${SHOP} A 203.0.113.7 in the hosted zone example.com (Z1)`)
    expect(JSON.parse(report.outputs['plan'] ?? '')).toMatchObject({
      names: [{ action: 'create', name: SHOP, zone: 'Z1', addresses: ['203.0.113.7'] }],
    })
    expect(setsOf(planned)).toEqual([])
  })

  it('has another hash if a name would point elsewhere, and the same one if another run created the record', async () => {
    const hashOf = async (made: World): Promise<string> => {
      made.hosts.push(aHost())
      return (await plan(made.ctx)).outputs['plan-hash'] ?? ''
    }
    const approved = await hashOf(world())
    expect(await hashOf(world({}, [anA(SHOP, '203.0.113.7'), MARKER]))).toBe(approved)
    expect(await hashOf(world({ 'hosted-zone-id': 'none' }))).not.toBe(approved)
  })

  it('shows for which names it would request certificates', async () => {
    const planned = world({ tls: 'acme', 'redirect-domains': 'www.example.com' })
    planned.hosts.push(aHost())
    await plan(planned.ctx)
    expect(planned.log.join('\n')).toContain(`Certificates: requested for ${SHOP}, www.example.com, unless`)
    expect(setsOf(planned)).toEqual([])
  })

  it('shows a refusal', async () => {
    const refused = world({}, [anA(SHOP, '198.51.100.1')])
    expect((await plan(refused.ctx)).headline).toContain('would refuse: shop.example.com in the hosted zone Z1 has a record')
  })
})

describe('destroy', () => {
  it('removes the records before it releases their address', async () => {
    const made = world({}, [])
    made.hosts.push(aHost())
    await deploy(made.ctx)
    const gone = next(made, { command: 'destroy' })
    const { removed = [] } = await destroy(gone.ctx)
    expect(removed[0]).toBe(`record ${SHOP} A ${ADDRESS} in the hosted zone example.com (Z1)`)
    expect(setsOf(gone)).toEqual([])
  })

  it('finds them by the input domains if no release was ever recorded, and removes no others', async () => {
    const others = [anA('api.example.com', '203.0.113.7'), anA('mail.example.com', '198.51.100.1')]
    const gone = world({ command: 'destroy' }, [anA(SHOP, '203.0.113.7'), MARKER, ...others])
    await destroy(gone.ctx)
    expect(setsOf(gone)).toEqual(others)
  })

  it('sends no request to Route 53 if the service never had a name', async () => {
    const bare = aWorld({ command: 'destroy' })
    bare.dns.port.list = async () => Promise.reject(new Error('Route 53 was asked'))
    expect((await destroy(bare.ctx)).outcome).toBe('destroyed')
  })
})

describe('before certificates are asked for', () => {
  const ELSEWHERE = { domains: SHOP, tls: 'acme', 'hosted-zone-id': 'none' }
  const known = (...found: readonly string[]) => ({ kind: 'known', addresses: found }) as const

  function acme(inputs: Readonly<Record<string, string>> = {}): World {
    const made = world({ ...ELSEWHERE, ...inputs })
    made.leads = () => known(ADDRESS)
    return made
  }

  const isOrdered = ({ done }: World): boolean => done.some((line) => line.startsWith('deploy on'))

  it('waits until a name resolves, and shows the record to create', async () => {
    const made = acme()
    const answers = [known(), known('198.51.100.1'), known(ADDRESS)]
    made.leads = () => answers.shift() ?? known(ADDRESS)
    expect((await deploy(made.ctx)).outcome).toBe('deployed')
    expect(answers).toEqual([])
    expect(made.log).toContain(
      `${SHOP} does not resolve. If its DNS is not in Route 53, create this record: name ${SHOP}, type A, value ${ADDRESS}, TTL 60`,
    )
    expect(made.log).toContain(`${SHOP} resolves to the hosts`)
  })

  it.each<[string, readonly string[], string]>([
    ['leads nowhere', [], `${SHOP} does not resolve`],
    ['resolves to another host', ['198.51.100.1'], `${SHOP} resolves to 198.51.100.1, not only to this service`],
    ['leads to another host, too', [ADDRESS, '198.51.100.1'], `resolves to ${ADDRESS}, 198.51.100.1`],
    ['leads elsewhere by IPv6', [ADDRESS, '2001:db8::1'], '2001:db8::1, not only to this service'],
  ])('a name that %s ends the run after dns-timeout, and no host gets the release', async (_, found, words) => {
    const made = acme({ 'dns-timeout': '60s' })
    made.leads = () => known(...found)
    await expect(deploy(made.ctx)).rejects.toMatchObject({
      code: 'names-elsewhere',
      message: expect.stringContaining(words),
      hint: expect.stringContaining(`name ${SHOP}, type A, value ${ADDRESS}`),
    })
    expect(isOrdered(made)).toBe(false)
  })

  it.each<[string, Readonly<Record<string, string>>, ReturnType<World['leads']>]>([
    ['to a CDN that is believed', { 'trusted-proxies': '198.51.100.0/24' }, known('198.51.100.1')],
    ['to where nobody can tell', {}, { kind: 'unknown', reason: 'no resolver answers' }],
    ['nowhere, and nobody is to look', { 'dns-timeout': '0s' }, known()],
  ])('a name can lead %s', async (_, inputs, found) => {
    const made = acme(inputs)
    made.leads = () => found
    expect((await deploy(made.ctx)).outcome).toBe('deployed')
  })

  it('does not wait again for a name that is already served', async () => {
    const made = acme()
    await deploy(made.ctx)
    const again = next(made, ELSEWHERE)
    again.leads = () => known()
    again.images.clear()
    expect((await deploy(again.ctx)).outcome).toBe('deployed')
  })

  it('reports CAA records that allow only another authority', async () => {
    const made = acme()
    made.caa = [{ tag: 'issue', value: 'digicert.com' }]
    await expect(deploy(made.ctx)).rejects.toMatchObject({
      message: `CAA records of ${SHOP} let only digicert.com issue certificates, but not letsencrypt.org`,
      hint: expect.stringContaining('0 issue "letsencrypt.org"'),
    })
    expect(isOrdered(made)).toBe(false)
  })
})

describe('status', () => {
  it.each<[string, ReturnType<World['leads']>, string]>([
    ['here', { kind: 'known', addresses: ['203.0.113.7'] }, 'resolves to the hosts'],
    ['elsewhere', { kind: 'known', addresses: ['198.51.100.1'] }, 'resolves to 198.51.100.1, not only to this service'],
    ['nowhere', { kind: 'known', addresses: [] }, 'does not resolve'],
    ['where nobody tells', { kind: 'unknown', reason: 'no resolver answers' }, 'was not looked up: no resolver answers'],
  ])('tells that a name leads %s', async (_, found, words) => {
    const made = world({ domains: '', command: 'status' })
    made.hosts.push(aHost())
    made.records.push(aRecord({ route: { ...aRecord().route, domains: [SHOP] } }))
    made.leads = () => found
    expect((await status(made.ctx)).facts).toContainEqual(['Name', `${SHOP} ${words}`])
  })
})
