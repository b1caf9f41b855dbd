import { describe, expect, it } from '@jest/globals'
import { planDeploy } from '../../../src/domain/plan/deploy-plan.ts'
import type { PlanFacts } from '../../../src/domain/plan/facts.ts'
import { planJson } from '../../../src/report/plan/json.ts'
import { commentMarker, renderComment } from '../../../src/report/plan/comment.ts'
import { renderPlan } from '../../../src/report/plan/markdown.ts'
import { headlineOf } from '../../../src/report/plan/headline.ts'
import { planLines } from '../../../src/report/plan/log.ts'
import { planRows } from '../../../src/report/plan/rows.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { aHost, aHostSpec, aRecord, aSpec, COMMIT, DIGEST, SERVICE } from '../../fakes/samples.ts'
import { BARE, costOfHost, LIVE, LIVE_COMMIT, hosts, planFacts } from '../../fakes/plan-facts.ts'
import { fc } from '../../fakes/properties.ts'

const { release, record } = planFacts()
const NEW = { kind: 'launch' } as const
const plan = (changes: Partial<PlanFacts> = {}) =>
  planDeploy(planFacts(changes), { ...BARE, addresses: ['203.0.113.7'], cost: costOfHost() })
const commits = (count: number, title = 'Change it') =>
  Array.from({ length: count }, (_, at) => ({
    sha: `${at}`.padStart(40, '0'),
    title: `${title} ${at}`,
    author: 'ada',
    url: 'https://github.com/x',
  }))
const refused = { kind: 'refuse', reason: 'two hosts carry the tags', hint: 'Remove one.' } as const
const live = { ...release, name: LIVE, commit: LIVE_COMMIT, relation: undefined, compareUrl: undefined, commits: [] }
const unchanged = { release: live, image: { kind: 'tagged', repository: 'web', tag: LIVE_COMMIT, differences: 0, digest: DIGEST } } as const

it('shows what happens at one glance, and behind it what exactly', () => {
  const spec = aSpec({ env: { LOG_LEVEL: 'debug' }, memory: 2 ** 29 })
  expect(renderComment(plan({ configuration: spec }), 'https://github.com/acme/web/actions/runs/7')).toBe(
    `<!-- docker-to-ec2 plan web.production -->

## 📋 web &#40;production&#41;: deploy would release commit c0ffee00 over bbbbbbbb-12345678

| What | Plan |
| --- | --- |
| Release | commit <code>c0ffee00</code>, 1 commit newer, over <code>bbbbbbbb-12345678</code>, deployed by ada |
| Configuration | env added: LOG&#95;LEVEL; inputs: memory not set → 512m |
| Image | <code>web:${COMMIT.slice(0, 8)}…</code>, to be built |
| Infrastructure | use <code>i-0123456789abcdef0</code> &#40;t3.small&#41; in us-east-1; nothing to create |
| Proxy | no reload; the cut-over loses no request |
| Address and DNS | stays; your DNS needs no change |
| Cost | about <span>$</span>20 a month: instance t3.small <span>$</span>15, gp3 volume of 16 GiB <span>$</span>1.28, public IPv4 address <span>$</span>3.65; list prices in us-east-1 of 2025-03-02, without traffic |
| Cheaper choice | <code>instance-type: t3a.small</code> has the memory and CPUs of t3.small, and saves about <span>$</span>1.46 a month for each host |

### 1 commit

- [<code>c0ffee00</code>](https://github.com/acme/web/commit/${COMMIT}) Change it (ada)

[Compare the two commits](https://github.com/acme/web/compare/${LIVE_COMMIT}...${COMMIT})

The <code>plan-hash</code> of this plan: <code>${plan({ configuration: spec }).hash}</code>

<sub>Planned for commit <code>${COMMIT}</code> by [this run](https://github.com/acme/web/actions/runs/7); the next plan replaces it.</sub>`,
  )
})

describe('the headline', () => {
  it.each<[string, Partial<PlanFacts>, string]>([
    [
      'a first deploy',
      { hostPlan: hosts({ kind: 'launch' }), record: undefined },
      'deploy would launch a t3.small and release commit c0ffee00',
    ],
    ['an image that is there', { image: unchanged.image }, `deploy would release commit c0ffee00 over ${LIVE}`],
    [
      'a stopped host',
      { image: unchanged.image, hostPlan: hosts({ kind: 'start', host: aHost({ state: 'stopped' }) }) },
      `deploy would start i-0123456789abcdef0 (t3.small) and release commit c0ffee00 over ${LIVE}`,
    ],
    ['nothing to do', unchanged, `deploy would change nothing; release ${LIVE} is live`],
    ['a refusal', { hostPlan: refused }, 'deploy would refuse: two hosts carry the tags'],
  ])('of %s', (_, changes, words) => {
    expect(headlineOf(plan(changes))).toBe(`web (production): ${words}`)
  })
})

describe('a row', () => {
  it.each<[string, string, Partial<PlanFacts>, string]>([
    [
      'Infrastructure',
      'a replacement',
      {
        hostPlan: hosts({ kind: 'replace', host: aHost(), next: undefined, because: 'x' }),
        spec: aHostSpec({ instanceType: 'm7i.large' }),
      },
      'replace i-0123456789abcdef0 (t3.small) by a new m7i.large (x) in us-east-1; 4 to create, 1 to move, 1 to terminate',
    ],
    ['Infrastructure', 'a refusal', { hostPlan: refused }, 'refused: two hosts carry the tags'],
    ['Image', 'a refusal', { hostPlan: refused, image: { kind: 'unknown' } }, 'not checked, because the host is refused'],
    ['Image', 'a given one', { image: { kind: 'given', name: 'nginx:1', digest: DIGEST } }, `nginx:1, ${DIGEST}`],
    [
      'Release',
      'an older commit',
      { release: { ...release, relation: 'behind', commits: [] } },
      `commit c0ffee00, which is older, over ${LIVE}, deployed by ada`,
    ],
    [
      'Release',
      'another branch',
      { release: { ...release, relation: 'diverged', commits: commits(2) } },
      `commit c0ffee00, 2 commits on another branch, over ${LIVE}, deployed by ada`,
    ],
    [
      'Release',
      'as many as GitHub tells',
      { release: { ...release, commits: commits(250) } },
      `commit c0ffee00, 250 or more commits newer, over ${LIVE}, deployed by ada`,
    ],
    [
      'Release',
      'silence of GitHub',
      { release: { ...release, relation: undefined, commits: [] } },
      `commit c0ffee00, over ${LIVE}, deployed by ada`,
    ],
    [
      'Release',
      'the same commit',
      { release: { ...live, name: 'other', migration: true } },
      `commit bbbbbbbb, which is already live, over ${LIVE}, deployed by ada, with a migration`,
    ],
    ['Release', 'the live one', unchanged, `${LIVE}, which is already live`],
    ['Release', 'the first one', { record: undefined, hostPlan: hosts({ kind: 'launch' }) }, 'commit c0ffee00, the first release'],
    ['Configuration', 'a few changes', { configuration: aSpec({ env: { A: 'x', B: 'x' } }) }, 'env added: A, B'],
    [
      'Configuration',
      'many changes',
      { configuration: aSpec({ env: Object.fromEntries([...'ABCDEFG'].map((name) => [name, 'x'])) }) },
      'env: 7 added',
    ],
    ['Configuration', 'an old record', { record: aRecord({ release: LIVE }) }, 'unknown: the record of the live release lacks it'],
    [
      'Configuration',
      'a full record',
      { record: { ...record!, fingerprint: { whole: 'x', proxy: 'x' } } },
      'changed; the record had no room for details',
    ],
    [
      'Runs once before traffic',
      "the release's command",
      { configuration: aSpec({ 'release-command': ['npm', 'run', 'migrate'] }) },
      'on i-0123456789abcdef0: npm run migrate',
    ],
    [
      'Runs once before traffic',
      "the release's command, on the first of several hosts",
      { configuration: aSpec({ 'release-command': ['sh', '-c', 'a "b"\nc'] }), hostPlan: hosts(NEW, NEW) },
      'on the first new host, before any of the 2 hosts gets the release: sh -c "a \\"b\\"\\nc"',
    ],
    [
      'Runs once before traffic',
      "the release's command, on a successor",
      {
        configuration: aSpec({ 'release-command': ['migrate'] }),
        hostPlan: hosts({ kind: 'replace', host: aHost(), next: undefined, because: 'x' }),
      },
      'on the host that replaces i-0123456789abcdef0: migrate',
    ],
    ['Proxy', 'another port', { configuration: aSpec({ 'http-port': 8000 }) }, 'reloads its configuration, and listens on port 8000'],
    [
      'Proxy',
      'an image that was asked for',
      { proxyImage: { reference: 'caddy:2.12', given: true } },
      'a new one takes over, and listens on port 80; caddy:2.12 replaces a proxy of another image',
    ],
    [
      'Proxy',
      'an image that was asked for, and the first service',
      { record: undefined, hostPlan: hosts(NEW), proxyImage: { reference: 'caddy:2.12', given: true } },
      'starts, and listens on port 80; its image is caddy:2.12',
    ],
    ['Address and DNS', 'a host that stays', {}, 'stays; your DNS needs no change'],
    ['Address and DNS', 'a new host for the address that is there', { hostPlan: hosts(NEW) }, 'stays; your DNS needs no change'],
    ['Address and DNS', 'another host beside it', { hostPlan: hosts(NEW, NEW) }, 'a new one: point your DNS to it'],
    ['Address and DNS', 'two others', { hostPlan: hosts(NEW, NEW, NEW) }, '2 new ones: point your DNS to them'],
    [
      'Address and DNS',
      'a host that lost its address when it was stopped',
      { hostPlan: hosts({ kind: 'start', host: aHost({ state: 'stopped', elasticIp: false }) }), spec: aHostSpec({ elasticIp: false }) },
      'a new one: point your DNS to it',
    ],
    ['Address and DNS', 'a refusal', { hostPlan: refused }, 'not checked, because the host is refused'],
  ])('%s, of %s', (label, _, changes, words) => {
    expect(Object.fromEntries(planRows(plan(changes)))[label]).toBe(words)
  })
})

it('names what changed in the configuration once: in its row, or below if that is a lot', () => {
  const some = (names: string) => plan({ configuration: aSpec({ env: Object.fromEntries([...names].map((name) => [name, 'x'])) }) })
  expect(renderPlan(some('AB'))).not.toContain('### Configuration')
  expect(renderPlan(some('ABCDEFG'))).toMatch(/### Configuration\n\n- env added: <code>A<\/code>, .*<code>G<\/code>\n/)
  expect(planLines(some('AB'))).toContain('Configuration: env added: A, B')
  expect(planLines(some('ABCDEFG'))).toContain('  env added: A, B, C, D, E, F, G')
})

it('the log has all of it', () => {
  expect(planLines(plan({ hostPlan: hosts({ kind: 'launch' }) }))).toEqual(
    expect.arrayContaining(['  create encrypted gp3 volume of 16 GiB', '  c0ffee00 Change it (ada)']),
  )
})

it('shows some of many resources, and folds the others', () => {
  const text = renderPlan(plan({ hostPlan: hosts(...Array.from({ length: 100 }, () => NEW)) }))
  expect(text.replaceAll(/<details>[^]*?<\/details>/g, '').split('\n').length).toBeLessThan(70)
  expect(text.match(/^- create /gm)!.length).toBeGreaterThan(100)
})

describe('text from outside', () => {
  it('stays text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, author) => {
        const text = renderPlan(plan({ release: { ...release, commits: [{ ...release.commits[0]!, title, author }] } }))
        const shown = text.replaceAll('&#64;<!-- -->', '&#64;').replaceAll('<span>$</span>', '')
        const line = shown.split('\n').find((candidate) => candidate.startsWith('- [<code>c0ffee00'))!
        expect(line.replace(/^- \[<code>c0ffee00<\/code>\]\([^)]*\) /, '').replace(/ \(([^()]*)\)$/, '$1')).not.toMatch(/[<>@[\]()`*|!]/)
        expect(text.split('\n').filter((candidate) => candidate.startsWith('#'))).toEqual(['### 1 commit'])
      }),
    )
  })

  it('is cut, and the comment stays within what GitHub takes', () => {
    const many = (letter: string) => Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${letter}${'_'.repeat(400)}${at}`, 'x']))
    const crowded = (letter: string) => aSpec({ env: many(letter), secrets: many(letter) })
    const text = renderComment(
      plan({
        release: { ...release, commits: commits(250, '|'.repeat(300)) },
        configuration: crowded('A'),
        record: { ...record!, fingerprint: fingerprintOf(crowded('B'), LIVE) },
      }),
      'https://github.com/acme/web/actions/runs/7',
    )
    expect(text.length).toBeLessThan(65_536)
    expect(text.includes('and 170 more')).toBe(true)
    expect(text.slice(-60)).toMatch(/<\/code>, and 170 more\n\nThe rest is in the job's summary\.$/)
  })

  it('the newest commits are shown, and the others folded', () => {
    const text = renderPlan(plan({ release: { ...release, commits: commits(40) } }))
    expect(text).toContain('Change it 39')
    expect(text.indexOf('Change it 30 ')).toBeLessThan(text.indexOf('<summary>30 more</summary>'))
    expect(text.indexOf('Change it 29 ')).toBeGreaterThan(text.indexOf('<summary>30 more</summary>'))
  })
})

it('each service and environment has a comment of its own', () => {
  expect(commentMarker({ ...SERVICE, environment: 'pr--1' })).toBe('<!-- docker-to-ec2 plan web.pr--1 -->')
})

it('the output is small, and holds neither values nor the account', () => {
  const spec = aSpec({
    env: { A: 'the-value' },
    secrets: { B: 'ssm:/the-reference' },
    args: ['the-argument'],
    'release-command': ['the-command'],
  })
  const text = planJson(plan({ configuration: spec, hostPlan: hosts({ kind: 'launch' }) }))
  expect(text).not.toMatch(/the-|123456789012/)
  expect(JSON.parse(text)).toEqual({
    schema: 1,
    service: 'web',
    environment: 'production',
    region: 'us-east-1',
    verdict: 'changes',
    refusals: [],
    hosts: [{ action: 'launch', id: '' }],
    resources: expect.arrayContaining([{ action: 'create', what: 'encrypted gp3 volume of 16 GiB' }]),
    cost: {
      monthlyUsd: 20.11,
      resources: [
        { what: 'instance t3.small', count: 1, monthlyUsd: 15.18 },
        { what: 'gp3 volume of 16 GiB', count: 1, monthlyUsd: 1.28 },
        { what: 'public IPv4 address', count: 1, monthlyUsd: 3.65 },
      ],
      unknown: [],
      countedBy: [],
      cheaper: { instanceType: 't3a.small', insteadOf: 't3.small', saves: 1.46 },
      prices: { region: 'us-east-1', date: '2025-03-02', source: expect.stringContaining('AWS') },
    },
    image: { kind: 'build', repository: 'web', tag: COMMIT, newRepository: false, differences: 0 },
    release: { name: '', commit: COMMIT, version: COMMIT, migration: false, relation: 'ahead', commits: 1 },
    live: { release: LIVE, commit: LIVE_COMMIT, version: LIVE_COMMIT, digest: DIGEST },
    configuration: {
      kind: 'named',
      env: { added: ['A'], changed: [], removed: [] },
      secrets: { added: ['B'], changed: [], removed: [] },
      inputs: [{ name: 'args' }, { name: 'release-command' }],
    },
    secretVersions: { changed: [], unknown: [] },
    data: [],
    names: [],
    certificates: [],
    promotion: null,
    drift: null,
    releaseCommand: { host: '' },
    proxy: 'start',
  })
})
