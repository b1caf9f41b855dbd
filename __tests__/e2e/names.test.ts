import { describe, expect } from '@jest/globals'
import { createHostedZone, resolverOf } from '../../local/hosted-zones.ts'
import type { HostedZone } from '../../local/hosted-zones.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { until } from '../../local/machine/patience.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { setupTemplate } from '../iam/template.ts'
import { deniedOf } from './support/guest.ts'
import { beforeEach, given, it } from './support/test.ts'

const SHOP = 'shop.example.com'
const WWW = 'www.example.com'

let bed: Bed
let zone: HostedZone
let run: ActionRun

const served = given(async () => {
  bed = await openBed()
  zone = await createHostedZone(bed.cloud, 'example.com')
  await createHostedZone(bed.cloud, 'com')
  run = ended(await bed.act({ domains: SHOP }), 'deployed')
})
beforeEach(served)

const address = (): string => run.outputs['public-ip'] ?? ''
const a = (name: string, ...values: readonly string[]) => ({
  Name: name,
  Type: 'A' as const,
  TTL: 300,
  ResourceRecords: values.map((Value) => ({ Value })),
})

/** The address records of the zone, without markers. */
async function addresses(): Promise<readonly string[]> {
  return (await zone.records()).filter((record) => record.includes(' A '))
}

/** Requests to Route 53 that changed something or were to, since the call with this index. */
async function batches(from: number): Promise<readonly number[]> {
  const calls = await bed.calls(from)
  return calls.filter(({ operation }) => operation === 'ChangeResourceRecordSets').map(({ status }) => status)
}

describe('a name in a hosted zone', () => {
  it('resolves to the host, and its marker names the owner', async () => {
    expect(await zone.records()).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}\.web\.production\.us-east-1\._docker-to-ec2\.example\.com TXT "shop\.example\.com"$/),
      `${SHOP} A ${address()}`,
    ])
    expect(await resolverOf(bed.cloud).resolve4(SHOP)).toEqual([address()])
  })

  it('is unchanged by a run that has nothing to do, which needs no lease', async () => {
    const from = (await bed.cloud.calls()).length
    ended(await bed.act({ domains: SHOP }), 'unchanged')
    expect(await batches(from)).toEqual([])
  })

  it('is shown by a plan, which creates no record', async () => {
    const plan = ended(await bed.act({ command: 'plan', domains: `${SHOP} ${WWW}` }), 'planned')
    expect(plan.stdout).toContain(`create ${WWW} A ${address()} in the hosted zone example.com (${zone.id})`)
    expect(await addresses()).toEqual([`${SHOP} A ${address()}`])
  })

  it('is removed when it is no longer an input, and another one is added', async () => {
    run = ended(await bed.act({ domains: `${SHOP} ${WWW}` }), 'deployed')
    expect(await addresses()).toEqual([`${SHOP} A ${address()}`, `${WWW} A ${address()}`])
    run = ended(await bed.act({ domains: SHOP }), 'deployed')
    expect(await addresses()).toEqual([`${SHOP} A ${address()}`])
    expect(await zone.records()).toHaveLength(2)
  })

  it('is corrected after a change by hand', async () => {
    await zone.change({ Action: 'UPSERT', ResourceRecordSet: a(SHOP, '198.51.100.1') })
    ended(await bed.act({ domains: SHOP }), 'unchanged')
    expect(await addresses()).toEqual([`${SHOP} A ${address()}`])
  })

  it('is refused if somebody else has a record for it, and that record stays', async () => {
    await zone.change({ Action: 'UPSERT', ResourceRecordSet: a(WWW, '198.51.100.1') })
    const refused = ended(await bed.act({ domains: `${SHOP} ${WWW}` }), 'refused', 'refused')
    expect(errorOf(refused)).toContain(`${WWW} in the hosted zone ${zone.id} has a record that this action did not create: A 198.51.100.1`)
    expect(await addresses()).toContain(`${WWW} A 198.51.100.1`)
    await zone.change({ Action: 'DELETE', ResourceRecordSet: a(WWW, '198.51.100.1') })
  })

  it('is refused if somebody else creates a record at the same moment', async () => {
    await bed.cloud.fault([{ service: 'route53', operation: 'ChangeResourceRecordSets', kind: 'hold', times: 1 }])
    const racing = bed.act({ domains: `${SHOP} ${WWW}` })
    await bed.cloud.held()
    await zone.change({ Action: 'CREATE', ResourceRecordSet: a(WWW, '198.51.100.1') })
    await bed.cloud.fault([])
    const lost = ended(await racing, 'refused', 'refused')
    expect(errorOf(lost)).toContain('A 198.51.100.1')
    expect(await addresses()).toEqual([`${SHOP} A ${address()}`, `${WWW} A 198.51.100.1`])
    await zone.change({ Action: 'DELETE', ResourceRecordSet: a(WWW, '198.51.100.1') })
  })

  it('is created although Route 53 throttles, and is busy with another change', async () => {
    await bed.cloud.fault([
      { service: 'route53', operation: 'ListResourceRecordSets', kind: 'error', code: 'Throttling', message: 'Rate exceeded', times: 2 },
      { service: 'route53', operation: 'ChangeResourceRecordSets', kind: 'error', code: 'PriorRequestNotComplete', times: 1 },
    ])
    run = ended(await bed.act({ domains: `${SHOP} ${WWW}` }), 'deployed')
    expect(await resolverOf(bed.cloud).resolve4(WWW)).toEqual([address()])
  })

  it('is left to the user if the role cannot list zones', async () => {
    const message = 'User: runner is not authorized to perform: route53:ListHostedZones'
    await bed.cloud.fault([{ service: 'route53', operation: 'ListHostedZones', kind: 'error', code: 'AccessDenied', status: 403, message }])
    const from = (await bed.cloud.calls()).length
    run = ended(await bed.act({ domains: 'other.example.com' }), 'deployed')
    expect(run.stdout).toContain('may not list hosted zones (route53:ListHostedZones)')
    expect((await addresses()).filter((record) => record.startsWith('other'))).toEqual([])
    expect(await batches(from)).toEqual([200])
    await bed.cloud.fault([])
  })

  it('resolves to the replacement of its host, which takes over the address', async () => {
    run = ended(await bed.act({ domains: SHOP }), 'deployed')
    const before = address()
    run = ended(await bed.act({ domains: SHOP, renew: 'true' }), 'deployed')
    expect(address()).toBe(before)
    expect(await addresses()).toEqual([`${SHOP} A ${before}`])
  })

  describe('with a certificate', () => {
    /** An authority that nobody runs. */
    const acme = (more: Readonly<Record<string, string>> = {}) => ({
      ...{ domains: WWW, tls: 'acme', 'hosted-zone-id': 'none', 'certificate-timeout': '1s' },
      ...{ 'acme-directory': `https://${bed.cloud.nameserver}:9/dir`, 'dns-timeout': '600s' },
      ...more,
    })

    it('is awaited if its DNS is elsewhere, and the log shows the record to create', async () => {
      let log = ''
      const onOutput = (text: string): void => void (log += text)
      const waiting = bed.act(acme(), { nameserver: bed.cloud.nameserver, onOutput })
      await reached(waiting, 'the wait', async () => log.includes(`create this record: name ${WWW}, type A, value ${address()}, TTL 60`))
      await zone.change({ Action: 'CREATE', ResourceRecordSet: a(WWW, address()) })
      const asked = await waiting
      expect(asked.stdout).toContain(`${WWW} resolves to the hosts`)
      expect(asked.outputs['cause']).not.toBe('names-elsewhere')
      await zone.change({ Action: 'DELETE', ResourceRecordSet: a(WWW, address()) })
    })

    it('fails after the time limit, before any host gets the release', async () => {
      const from = (await bed.cloud.calls()).length
      const run = ended(await bed.act(acme({ 'dns-timeout': '1s' }), { nameserver: bed.cloud.nameserver }), 'failed', 'names-elsewhere')
      expect(errorOf(run)).toContain(`${WWW} does not resolve, so no certificate was requested`)
      expect((await bed.calls(from)).filter(({ operation }) => operation === 'SendCommand')).toEqual([])
    })

    it('is refused if CAA records allow only another authority', async () => {
      const caa = { Name: 'example.com', Type: 'CAA' as const, TTL: 300, ResourceRecords: [{ Value: '0 issue "digicert.com"' }] }
      await zone.change({ Action: 'CREATE', ResourceRecordSet: caa })
      const run = await bed.act({ ...acme(), 'acme-directory': undefined }, { nameserver: bed.cloud.nameserver })
      expect(errorOf(ended(run, 'refused', 'refused'))).toContain('let only digicert.com issue certificates, but not letsencrypt.org')
      await zone.change({ Action: 'DELETE', ResourceRecordSet: caa })
    })
  })

  it('needs no more permissions than the stack gives', async () => {
    ended(await bed.act({ domains: `${SHOP} ${WWW}`, 'hosted-zone-id': zone.id }), 'deployed')
    const asked = (await bed.cloud.calls()).filter(({ principal, service }) => principal === 'runner' && service === 'route53')
    expect(new Set(asked.map(({ operation }) => operation)).size).toBe(5)
    const own = setupTemplate({
      ...{ GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' },
      ...{ HostedZoneId: zone.id, Names: `${SHOP},${WWW}` },
    })
    expect(await deniedOf([own.SeeNames.Properties, own.ChangeNames.Properties], asked)).toEqual([])
  })

  it('is removed with the service, before its address', async () => {
    const from = (await bed.cloud.calls()).length
    ended(await bed.act({ command: 'destroy', port: undefined }), 'destroyed')
    expect(await zone.records()).toEqual([])
    await until(
      'the end of the name',
      async () =>
        (
          await resolverOf(bed.cloud)
            .resolve4(SHOP)
            .catch(() => [])
        ).length === 0,
    )
    const order = (await bed.calls(from)).map(({ operation }) => operation)
    expect(order.indexOf('ChangeResourceRecordSets')).toBeLessThan(order.indexOf('TerminateInstances'))
  })
})
