import { describe, expect, it } from '@jest/globals'
import { markOfProxy } from '../../../src/domain/order/cut-over.ts'
import { planDeploy } from '../../../src/domain/plan/deploy-plan.ts'
import type { CommandRun } from '../../../src/domain/plan/command-run.ts'
import type { PlanFacts } from '../../../src/domain/plan/facts.ts'
import type { Surroundings } from '../../../src/domain/plan/infrastructure.ts'
import type { HostsSeen } from '../../../src/domain/rollout/host-status.ts'
import { aHost, aHostSpec, aRecord, aServiceStatus, aSpec, DIGEST } from '../../fakes/samples.ts'
import { BARE, LIVE, LIVE_COMMIT, hosts, planFacts } from '../../fakes/plan-facts.ts'

const THERE = { ...BARE, addresses: ['203.0.113.7'], securityGroup: { id: 'sg-1', open: true }, launch: undefined }
const live = { ...planFacts().release, name: LIVE, commit: LIVE_COMMIT, relation: undefined }
const tagged = { kind: 'tagged', repository: 'web', tag: LIVE_COMMIT, differences: 0, digest: DIGEST } as const
const refused = { kind: 'refuse', reason: 'two hosts', hint: 'remove one' } as const
const { record } = planFacts()
const older = { reason: 'commit is older', hint: 'go on' }

describe('the verdict', () => {
  it.each<[string, Partial<PlanFacts>, string]>([
    ['a new commit changes', {}, 'changes'],
    ['what is live is unchanged', { release: live, image: tagged }, 'unchanged'],
    [
      'a host that must be started changes',
      { release: live, image: tagged, hostPlan: hosts({ kind: 'start', host: aHost({ state: 'stopped' }) }) },
      'changes',
    ],
    [
      'a release that serves on another host changes',
      { release: live, image: tagged, record: aRecord({ release: LIVE, hostId: 'i-other' }) },
      'changes',
    ],
    [
      'an address that was lost changes',
      { release: live, image: tagged, hostPlan: hosts({ kind: 'reuse', host: aHost({ elasticIp: false, publicIp: '198.51.100.1' }) }) },
      'changes',
    ],
    [
      'one more host changes',
      { release: live, image: tagged, hostPlan: hosts({ kind: 'reuse', host: aHost() }, { kind: 'launch' }) },
      'changes',
    ],
    ['a host that is refused', { hostPlan: refused }, 'refused'],
    ['a commit that is refused', { refusals: [older] }, 'refused'],
  ])('%s', (_, changes, verdict) => {
    const plan = planDeploy(planFacts(changes), THERE)
    expect(plan.verdict).toBe(verdict)
    expect(plan.hash === '').toBe(verdict === 'refused')
  })

  it('tells every refusal, the host first', () => {
    expect(planDeploy(planFacts({ hostPlan: refused, refusals: [older] }), BARE).refusals).toEqual([
      { reason: 'two hosts', hint: 'remove one' },
      older,
    ])
  })
})

it('a repository that is missing is created', () => {
  const plan = planDeploy(
    planFacts({ image: { kind: 'build', repository: 'team/web', tag: 'c', newRepository: true, differences: 0 } }),
    THERE,
  )
  expect(plan.resources.at(-1)).toEqual({ action: 'create', what: 'ECR repository team/web' })
})

describe('the proxy', () => {
  it.each<[string, Partial<PlanFacts>, string]>([
    ['stays as it is', {}, 'none'],
    ['reloads for another port', { configuration: aSpec({ 'http-port': 8000 }) }, 'reload'],
    [
      'reloads for what another version of the action makes of it',
      { record: { ...record!, fingerprint: { ...record!.fingerprint!, proxy: 'other' } } },
      'reload',
    ],
    ['is judged by the port alone where the record has no more', { record: aRecord({ release: LIVE }) }, 'none'],
    ['is replaced by another image', { proxyImage: { reference: 'mine:2', given: true } }, 'replace'],
    [
      'stays as it is with the same image',
      { proxyImage: { reference: 'mine:2', given: true }, record: { ...record!, proxyImage: markOfProxy({ reference: 'mine:2' }) } },
      'none',
    ],
    ['starts on a new host', { hostPlan: hosts({ kind: 'launch' }), record: undefined }, 'start'],
    [
      'starts on a successor',
      { hostPlan: hosts({ kind: 'replace', host: aHost(), next: undefined, because: 'x' }), spec: aHostSpec({ allowReplacement: true }) },
      'start',
    ],
    ['loads a service that is new on the host', { record: undefined }, 'load'],
    ['stays as it is beside a new host', { hostPlan: hosts({ kind: 'reuse', host: aHost() }, { kind: 'launch' }) }, 'none'],
    ['is not looked at where the host is refused', { hostPlan: refused }, 'unknown'],
  ])('%s', (_, changes, kind) => {
    expect(planDeploy(planFacts(changes), BARE).proxy.kind).toBe(kind)
  })
})

describe("the release's command", () => {
  const withCommand = (changes: Partial<PlanFacts>, around: Partial<Surroundings> = {}) =>
    planDeploy(planFacts({ configuration: aSpec({ 'release-command': ['npm', 'run', 'migrate'] }), ...changes }), { ...THERE, ...around })
  const here = aHost()
  const reused = { kind: 'reuse', host: here } as const
  const liveRecord = { ...record!, hostId: here.id }
  const asked = (release: string, serving = record!.digest): HostsSeen => ({
    kind: 'asked',
    hosts: [{ hostId: here.id, status: aServiceStatus({ release, serving }), others: [] }],
  })
  const replaced = { kind: 'replace', host: aHost({ id: 'i-old' }), because: 'x' } as const

  it.each<[string, Partial<PlanFacts>, CommandRun['on'], number]>([
    ['the host', {}, { kind: 'host', id: here.id }, 1],
    ['the first of the hosts', { hostPlan: hosts(reused, { kind: 'launch' }) }, { kind: 'host', id: here.id }, 2],
    ['a host that starts again', { hostPlan: hosts({ kind: 'start', host: here }) }, { kind: 'host', id: here.id }, 1],
    ['a new host', { hostPlan: hosts({ kind: 'launch' }), record: undefined }, { kind: 'new-host' }, 1],
    ['the successor of a host', { hostPlan: hosts({ ...replaced, next: undefined }) }, { kind: 'successor', id: 'i-old' }, 1],
    ['a successor that is there', { hostPlan: hosts({ ...replaced, next: aHost({ id: 'i-next' }) }) }, { kind: 'host', id: 'i-next' }, 1],
    [
      'the host of a promotion',
      {
        image: { kind: 'promoted', repository: 'web', digest: DIGEST },
        release: { ...live, name: 'promoted', verified: { environment: 'staging', release: 'promoted', digest: DIGEST, differs: [] } },
      },
      { kind: 'host', id: here.id },
      1,
    ],
    [
      'a successor that gets the live release',
      { release: live, image: tagged, hostPlan: hosts({ ...replaced, next: undefined }) },
      { kind: 'successor', id: 'i-old' },
      1,
    ],
  ])('runs on %s', (_, changes, on, count) => {
    expect(withCommand(changes).commandRun).toEqual({ args: ['npm', 'run', 'migrate'], on, hosts: count })
  })

  it('runs again on a host that serves something else than what is recorded', () => {
    expect(
      withCommand({ release: live, image: tagged, record: liveRecord }, { hosts: asked('other', 'sha256:x') }).commandRun,
    ).toBeDefined()
  })

  it.each<[string, Partial<PlanFacts>, Partial<Surroundings>?]>([
    ['without one', { configuration: aSpec() }],
    ['for what is live', { release: live, image: tagged }],
    ['for the live release with a new secret', { release: live, image: tagged, secrets: { changed: ['KEY'], unknown: [] } }],
    ['where the host is refused', { hostPlan: refused }],
    ['where the commit is refused', { refusals: [older] }],
    ['for one more host beside one that has it', { release: live, image: tagged, hostPlan: hosts(reused, { kind: 'launch' }) }],
    [
      'where the first host says that it serves the release',
      { release: live, image: tagged, hostPlan: hosts(reused, { kind: 'launch' }) },
      { hosts: asked(LIVE) },
    ],
  ])('does not run %s', (_, changes, around = {}) => {
    expect(withCommand(changes, around).commandRun).toBeUndefined()
  })
})
