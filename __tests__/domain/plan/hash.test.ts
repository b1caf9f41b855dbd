import { describe, expect, it } from '@jest/globals'
import type { PlanFacts } from '../../../src/domain/plan/facts.ts'
import { changesSince, planHash } from '../../../src/domain/plan/hash.ts'
import { aHost, aHostSpec, aRecord, aSpec, DIGEST } from '../../fakes/samples.ts'
import { LIVE, hosts, planFacts } from '../../fakes/plan-facts.ts'

const approved = planHash(planFacts())
const { release } = planFacts()

it('is one short word of seven parts', () => {
  expect(approved).toMatch(/^v1(\.[0-9a-f]{12}){5}\.bbbbbbbb-12345678$/)
  expect(planHash(planFacts({ record: undefined }))).toMatch(/\.none$/)
})

describe('is the same plan', () => {
  it.each<[string, Partial<PlanFacts>]>([
    ['when nothing has changed', {}],
    [
      'when another run has built the image',
      {
        image: { kind: 'tagged', repository: 'web', tag: release.commit, differences: 0, digest: DIGEST },
        release: { ...release, name: 'c0ffee00-87654321' },
      },
    ],
    ['when GitHub tells less', { release: { ...release, relation: undefined, commits: [] } }],
    ['when a pending host has come up', { hostPlan: hosts({ kind: 'reuse', host: aHost({ state: 'pending' }) }) }],
    [
      'when a deploy failed meanwhile',
      { record: aRecord({ ...planFacts().record, attempt: { ...aRecord().attempt, outcome: 'failed' } }) },
    ],
    ['when only a time limit differs', { configuration: aSpec({ 'health-timeout': 5 }) }],
  ])('%s', (_, changes) => {
    expect(changesSince(approved, planFacts(changes))).toEqual([])
  })
})

describe('is another plan', () => {
  it.each<[string, Partial<PlanFacts>, RegExp]>([
    ['in another account', { accountId: '210987654321' }, /^the host: /],
    ['in another region', { region: 'eu-west-1' }, /would use i-0123456789abcdef0 \(t3.small\) in eu-west-1/],
    [
      'when the host was stopped',
      { hostPlan: hosts({ kind: 'start', host: aHost({ state: 'stopped' }) }) },
      /^the host: now this run would start i-0123/,
    ],
    [
      'with one more host',
      { hostPlan: hosts({ kind: 'reuse', host: aHost() }, { kind: 'launch' }) },
      /^the host: now this run would use i-0123456789abcdef0 \(t3.small\), launch a t3.small in/,
    ],
    ['when the host is gone', { hostPlan: hosts({ kind: 'launch' }) }, /^the host: now this run would launch a t3.small/],
    [
      'when it has another tag',
      { image: { kind: 'build', repository: 'web', tag: 'other', newRepository: false, differences: 0 } },
      /^the image: now it is web:other/,
    ],
    ['for another commit', { release: { ...release, commit: 'd'.repeat(40) } }, /^the commit: now it is dddddddd$/],
    ['with a migration', { release: { ...release, migration: true } }, /^the commit: .* with a migration$/],
    ['with another variable', { configuration: aSpec({ env: { A: '1' } }) }, /^the configuration: /],
    ['on another port', { configuration: aSpec({ 'http-port': 8000 }) }, /^the configuration: /],
    ['by another proxy', { proxyImage: { reference: 'caddy:2.12', given: true } }, /^the configuration: /],
    ['under another name', { configuration: aSpec({ domains: ['x'] }) }, /^the configuration: /],
    [
      'over another release',
      { record: aRecord({ release: 'dddddddd-00000000', actor: 'grace', runUrl: 'https://github.com/acme/web/actions/runs/2' }) },
      /^what serves: approved over bbbbbbbb-12345678; now dddddddd-00000000 serves, deployed by grace in https:\S+\/runs\/2$/,
    ],
    ['when what served was destroyed', { record: undefined }, /^what serves: approved over bbbbbbbb-12345678; now nothing is recorded$/],
  ])('%s', (_, changes, sentence) => {
    const sentences = changesSince(approved, planFacts(changes))
    expect(sentences.some((text) => sentence.test(text))).toBe(true)
  })

  it('says all that differs, and only that', () => {
    const changes = changesSince(approved, planFacts({ configuration: aSpec({ 'http-port': 1 }), record: undefined }))
    expect(changes.map((text) => text.split(':')[0])).toEqual(['the configuration', 'what serves'])
  })

  it('an existing image is approved by its digest, though its tag moves or is built again', () => {
    const image = { kind: 'tagged', repository: 'web', tag: release.commit, differences: 0, digest: DIGEST } as const
    const tagged = planHash(planFacts({ image }))
    expect(changesSince(tagged, planFacts({ image }))).toEqual([])
    expect(changesSince(tagged, planFacts({ image: { ...image, digest: 'sha256:e' } }))).toEqual([
      `the image: now it is web:${release.commit}, in the registry: sha256:e`,
    ])
    expect(changesSince(tagged, planFacts())).toEqual([`the image: now it is web:${release.commit}, to be built`])
  })

  it('a given image is approved by its digest', () => {
    const given = planHash(planFacts({ image: { kind: 'given', name: 'nginx:1', digest: DIGEST } }))
    expect(changesSince(given, planFacts({ image: { kind: 'given', name: 'nginx:1', digest: 'sha256:e' } }))).toEqual([
      'the image: now it is nginx:1, sha256:e',
    ])
  })

  it('a new host is approved by its type, image and place', () => {
    const launch = planFacts({ hostPlan: hosts({ kind: 'launch' }) })
    expect(changesSince(planHash(launch), { ...launch, spec: aHostSpec({ instanceType: 'm7i.large' }) })).toHaveLength(1)
    expect(changesSince(planHash(launch), launch)).toEqual([])
  })

  it('a first deploy is approved over nothing', () => {
    const first = planHash(planFacts({ record: undefined }))
    expect(changesSince(first, planFacts())[0]).toMatch(`approved when nothing served; now ${LIVE} serves`)
  })
})
