import { describe, expect, it } from '@jest/globals'
import type { Host } from '../../../src/domain/host/host.ts'
import type { HostPlan } from '../../../src/domain/host/host-plan.ts'
import { changesNothing } from '../../../src/domain/plan/changes-nothing.ts'
import type { Compared } from '../../../src/domain/plan/changes-nothing.ts'
import type { HostsSeen } from '../../../src/domain/rollout/host-status.ts'
import { planDeploy } from '../../../src/domain/plan/deploy-plan.ts'
import { BARE, hosts, LIVE, planFacts } from '../../fakes/plan-facts.ts'
import { markOfProxy } from '../../../src/domain/order/cut-over.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { aHost, aHostSpec, aRecord, aSpec, DIGEST, aServiceStatus } from '../../fakes/samples.ts'

const reuse = (host: Partial<Host> = {}): HostPlan => ({ kind: 'reuse', host: aHost(host) })
const RECORD = aRecord({ release: LIVE, hostIds: ['i-1', 'i-2'], fingerprint: fingerprintOf(aSpec(), LIVE) })
const MINE = { reference: 'mine:1', given: true }
const GUEST = { madeFor: { name: 'other', environment: 'production' } }

/** A release that serves where it is wanted, on the service's own host. */
function compared(changes: Partial<Compared> = {}): Compared {
  return {
    hostPlan: hosts(reuse({ id: 'i-1' })),
    spec: aHostSpec(),
    record: RECORD,
    release: LIVE,
    configuration: aSpec(),
    secrets: { changed: [] },
    names: [],
    drift: [],
    proxyImage: { reference: 'caddy:2.11.7', given: false },
    ...changes,
  }
}

const CASES: readonly (readonly [string, Partial<Compared>, boolean])[] = [
  ['the release serves on its own host', {}, true],
  ['it serves on each of two hosts', { hostPlan: hosts(reuse({ id: 'i-1' }), reuse({ id: 'i-2' })) }, true],
  [
    'it is a guest on a host without an Elastic IP, whose address is not its affair',
    { hostPlan: hosts(reuse({ id: 'i-1', ...GUEST, elasticIp: false })) },
    true,
  ],
  [
    'it is a guest on a host that others opened for another port',
    { hostPlan: hosts(reuse({ id: 'i-1', ...GUEST })), record: { ...RECORD, route: { ...RECORD.route, 'http-port': 81 } } },
    true,
  ],
  [
    'the own host lacks its Elastic IP, as one that a killed run launched',
    { hostPlan: hosts(reuse({ id: 'i-1', elasticIp: false })) },
    false,
  ],
  [
    'the own host lacks an Elastic IP that nobody wants',
    { hostPlan: hosts(reuse({ id: 'i-1', elasticIp: false })), spec: aHostSpec({ elasticIp: false }) },
    true,
  ],
  ['another port was open when it was recorded', { record: { ...RECORD, route: { ...RECORD.route, 'http-port': 81 } } }, false],
  ['another host serves', { hostPlan: hosts(reuse({ id: 'i-3' })) }, false],
  ['one of two hosts does not serve yet', { hostPlan: hosts(reuse({ id: 'i-1' }), reuse({ id: 'i-3' })) }, false],
  ['a host is missing', { hostPlan: hosts(reuse({ id: 'i-1' }), { kind: 'launch' }) }, false],
  ['the host is stopped', { hostPlan: hosts({ kind: 'start', host: aHost({ id: 'i-1' }) }) }, false],
  [
    'the host is to be replaced',
    { hostPlan: hosts({ kind: 'replace', host: aHost({ id: 'i-1' }), next: undefined, because: 'x' }) },
    false,
  ],
  ['the host is refused', { hostPlan: { kind: 'refuse', reason: 'r', hint: 'n' } }, false],
  ['another release serves', { release: 'other' }, false],
  ['the image is not built yet', { release: '' }, false],
  ['nothing was recorded', { record: undefined }, false],
  ['a host was seen to serve something else', { drift: ['i-1 serves x'] }, false],
  ['a door is opened', { configuration: aSpec({ 'allow-from': ['192.0.2.0/24'] }) }, false],
  ['maintenance begins', { configuration: aSpec({ maintenance: true }) }, false],
  ['health may take longer', { configuration: aSpec({ 'health-timeout': 90 }) }, true],
  ['a proxy is asked for', { proxyImage: MINE }, false],
  ['the proxy is there that is asked for', { proxyImage: MINE, record: { ...RECORD, proxyImage: markOfProxy(MINE) } }, true],
  [
    'another proxy is asked for',
    { proxyImage: { ...MINE, reference: 'mine:2' }, record: { ...RECORD, proxyImage: markOfProxy(MINE) } },
    false,
  ],
  ['no proxy is asked for any more', { record: { ...RECORD, proxyImage: markOfProxy(MINE) } }, true],
  ['a secret has a new version', { secrets: { changed: ['TOKEN'] } }, false],
]

/** One host, with the release of the record and this drift. */
function seen(drift: readonly string[]): HostsSeen {
  const status = aServiceStatus({ release: LIVE, serving: RECORD.digest, drift })
  return { kind: 'asked', hosts: [{ hostId: 'i-1', status, others: [] }] }
}

describe('a deploy changes', () => {
  it.each(CASES)('nothing where %s: %j', (_, changes, expected) => {
    expect(changesNothing(compared(changes))).toBe(expected)
  })

  it.each(CASES)('as much as its plan says where %s', (_, changes, expected) => {
    const { hostPlan, spec, record, release, configuration, secrets, drift, proxyImage } = compared(changes)
    const facts = planFacts({ proxyImage, hostPlan, spec, record, configuration, secrets: { changed: secrets.changed, unknown: [] } })
    const image = { kind: 'tagged', repository: 'web', tag: 't', digest: DIGEST, differences: 0 } as const
    const plan = planDeploy({ ...facts, image, release: { ...facts.release, name: release } }, { ...BARE, hosts: seen(drift) })
    const untouched = plan.resources.every(({ action }) => action === 'keep')
    expect(plan.verdict === 'unchanged').toBe(expected)
    // No resource is touched by what counts as no change.
    expect(untouched || !expected).toBe(true)
  })
})
