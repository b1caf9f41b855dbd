import { describe, expect, it, test } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { promote } from '../../src/commands/promote.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { releaseArtifact } from '../../src/domain/release/release-artifact.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
import { aHost, aRecord, aRelease, aSpec, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld, deployedAnswer } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'
import { short } from '../fakes/short-commit.ts'

const OTHER = `sha256:${'e'.repeat(64)}`
const EARLIER = 'b'.repeat(40)
const TAG = { GITHUB_REF: 'refs/tags/v1.4.0' }
const NAME = releaseName(COMMIT, DIGEST, aSpec())

function aService(inputs: Record<string, string> = {}, env: Record<string, string> = {}): World {
  const world = aWorld(inputs, env)
  world.hosts.push(aHost())
  return world
}

describe('deploy', () => {
  it.each<[string, Record<string, string>, Record<string, string>, World['tags'], string]>([
    ['the version that is given', { version: 'v1.4.0' }, {}, [], '1.4.0'],
    ['the tag that the run is for', {}, TAG, undefined, '1.4.0'],
    ['the version that is given, over the tag', { version: '1.5.0-rc.1+b7' }, TAG, [], '1.5.0-rc.1+b7'],
    [
      'the highest tag of the commit',
      {},
      {},
      [
        { name: 'v1.3.9', commit: COMMIT },
        { name: 'v1.10.0', commit: COMMIT },
        { name: 'v2.0.0', commit: EARLIER },
      ],
      '1.10.0',
    ],
  ])('names a release by %s in record, registry and report', async (_, inputs, env, tags, semver) => {
    const world = aService(inputs, env)
    world.tags = tags
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed', outputs: { version: semver }, change: { after: { semver } } })
    expect(report.headline).toContain(`${semver} (release ${NAME}) is live`)
    expect(world.records[0]).toMatchObject({ semver, attempt: { semver } })
    expect(world.images.get(semver.replace('+', '_'))).toBe(DIGEST)
    expect(world.deployments[0]).toBe(`deploy ${NAME} ${semver} ${DIGEST}`)
  })

  it.each<[string, World['tags']]>([
    ['no tag is of the commit', [{ name: 'v1.4.0', commit: EARLIER }]],
    ['GitHub does not tell', undefined],
  ])('names it by its commit if %s', async (_, tags) => {
    const world = aService()
    world.tags = tags
    const report = await deploy(world.ctx)
    expect(report.outputs['version']).toBe(COMMIT)
    expect(report.headline).toContain(`release ${NAME} is live`)
    expect(world.records[0]).not.toHaveProperty('semver')
    expect(world.deployments[0]).toBe(`deploy ${NAME} ${COMMIT} ${DIGEST}`)
    expect([...world.images.keys()].filter((tag) => /^\d+\./.test(tag))).toEqual([])
  })

  it('tags the image before any order to a host, and sends none if the registry refuses the tag', async () => {
    const world = aService({ version: '1.4.0' })
    world.tagFails = new Error('denied')
    await expect(deploy(world.ctx)).rejects.toThrow('denied')
    expect(world.sent).toEqual([])
  })

  it.each<[string, (world: World) => void]>([
    ['an image in the registry', ({ images }) => void images.set('1.4.0', OTHER)],
    ['what is recorded', ({ records }) => void records.push(aRecord({ semver: '1.4.0', digest: OTHER, commit: EARLIER }))],
  ])('refuses a version that already names %s, before anything is built', async (_, arrange) => {
    const world = aService({ version: '1.4.0' })
    arrange(world)
    await expect(deploy(world.ctx)).rejects.toThrow(`1.4.0 already names ${OTHER}`)
    expect(world.done.filter((line) => !line.startsWith('note') && !line.startsWith('forget'))).toEqual([])
  })

  it('refuses a version that another run has given to another image in the meantime, before any order to a host', async () => {
    const world = aService({ version: '1.4.0' })
    const { builder, registry } = world.ctx
    const faster = {
      ...world.ctx,
      builder: {
        ...builder,
        buildAndPush: async (...args: Parameters<typeof builder.buildAndPush>) => (
          world.images.set('1.4.0', OTHER),
          builder.buildAndPush(...args)
        ),
      },
      registry,
    }
    await expect(deploy(faster)).rejects.toThrow(`1.4.0 already names ${OTHER}`)
    expect(world.sent).toEqual([])
  })

  it('names it by its commit, and says so, if only the tag is taken, such as by an earlier build of the tagged commit', async () => {
    const world = aService()
    world.tags = [{ name: 'v1.4.0', commit: COMMIT }]
    world.images.set('1.4.0', OTHER)
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed', outputs: { version: COMMIT } })
    expect(world.log.join('\n')).toContain(`warning: 1.4.0 already names ${OTHER}`)
    expect(world.images.get('1.4.0')).toBe(OTHER)
  })

  it('refuses a version that is the commit of another checkout', async () => {
    await expect(deploy(aService({ version: EARLIER }).ctx)).rejects.toThrow(
      `version is commit ${short(EARLIER)}, but the release is made of c0ffee00`,
    )
    await expect(deploy(aService({ version: COMMIT }).ctx)).resolves.toMatchObject({ outputs: { version: COMMIT } })
  })

  describe('of what is live', () => {
    async function again(change: (world: World) => void): Promise<World> {
      const world = aService()
      await deploy(world.ctx)
      world.answer = (command) => {
        const { stdout = '' } = deployedAnswer(command)
        return { stdout: stdout.replace('"deployed"', '"unchanged"') }
      }
      change(world)
      world.done.length = 0
      expect(await deploy(world.ctx)).toMatchObject({ outcome: 'unchanged' })
      return world
    }

    it('records a version that was tagged later, and restarts nothing', async () => {
      const world = await again((w) => void (w.tags = [{ name: 'v1.4.0', commit: COMMIT }]))
      expect(world.records[0]).toMatchObject({ semver: '1.4.0', release: NAME, attempt: { outcome: 'unchanged' } })
      expect(world.images.get('1.4.0')).toBe(DIGEST)
      expect(world.done.join()).not.toMatch(/build|lease/)
    })

    it('keeps its version if GitHub does not answer', async () => {
      const world = await again((w) => {
        w.records[0] = { ...(w.records[0] as ReleaseRecord), semver: '1.4.0' }
        w.tags = undefined
      })
      expect(world.records[0]?.semver).toBe('1.4.0')
      expect(world.done.filter((line) => line.startsWith('record'))).toEqual([])
    })
  })
})

describe('next-version', () => {
  const [RELEASE, SIDE] = ['d'.repeat(40), 'e'.repeat(40)]
  const tags = [
    { name: 'v2.0.0', commit: SIDE },
    { name: 'v1.4.0', commit: RELEASE },
  ]
  const since = (commit: string): ReturnType<World['since']> =>
    commit === RELEASE ? { relation: 'ahead', changes: ['fix', 'feature'] } : { relation: 'diverged', changes: [] }

  it.each<[string, string, World['tags'], World['since'], string, string]>([
    ['counts on from the version that the commit descends from', 'semver', tags, since, '1.5.0', ''],
    ['begins', 'semver', [], since, '0.1.0', ''],
    ['takes the date in UTC', 'calver', [{ name: 'v2026.1123.4', commit: SIDE }], since, '2026.1123.5', ''],
    ['gives none where the commit has one', 'semver', [{ name: 'v1.4.0', commit: COMMIT }], since, '', 'commit c0ffee00 is 1.4.0 already'],
    [
      'gives none that another branch has',
      'semver',
      [...tags, { name: 'v1.5.0', commit: SIDE }],
      since,
      '',
      '1.5.0 would be next, but 1.5.0 is a tag of commit eeeeeeee',
    ],
    [
      'gives none that another branch has with build metadata',
      'semver',
      [...tags, { name: 'v1.5.0+7', commit: SIDE }],
      since,
      '',
      '1.5.0 would be next, but 1.5.0+7 is a tag of commit eeeeeeee',
    ],
    ['gives no date before that of a tag', 'calver', [{ name: 'v2026.1124.0', commit: SIDE }], since, '', 'the tag v2026.1124.0 is higher'],
    ['gives no date after a higher version', 'calver', [{ name: 'v9999.0.0', commit: SIDE }], since, '', 'the tag v9999.0.0 is higher'],
    ['goes on after a tag of yesterday', 'calver', [{ name: 'v2026.1122.9', commit: SIDE }], since, '2026.1123.0', ''],
    ['gives none where GitHub is down', 'semver', undefined, since, '', 'needs contents: read'],
    ['gives none where GitHub does not compare', 'calver', undefined, since, '', 'does not list'],
    ['gives none where GitHub knows no commits', 'semver', tags, () => undefined, '', 'what changed since v2.0.0'],
    ['gives none where no version is an ancestor', 'semver', tags, () => ({ relation: 'diverged', changes: [] }), '', 'descends from none'],
  ])('%s', async (_, scheme, known, told, next, warning) => {
    for (const [command, run] of [
      ['deploy', deploy],
      ['plan', plan],
    ] as const) {
      const world = aService({ command, 'next-version': scheme })
      Object.assign(world, { tags: known, since: told })
      const report = await run(world.ctx)
      expect(report.outputs['next-version']).toBe(next)
      expect(report.failure).toBeUndefined()
      expect(world.log.filter((line) => line.startsWith('warning: next-version')).join()).toEqual(expect.stringContaining(warning))
    }
  })

  it('is not lower than the prerelease that announced it', async () => {
    const world = aService({ 'next-version': 'semver' })
    world.tags = [
      { name: 'v2.0.0-rc.2', commit: EARLIER },
      { name: 'v2.0.0-rc.1', commit: EARLIER },
      { name: 'v1.4.0', commit: RELEASE },
    ]
    world.since = () => ({ relation: 'ahead', changes: ['fix'] })
    expect((await deploy(world.ctx)).outputs['next-version']).toBe('2.0.0')
  })

  it('is not computed unless it is used', async () => {
    const world = aService()
    world.tags = tags
    expect((await deploy(world.ctx)).outputs['next-version']).toBe('')
  })
})

describe('release-notes', () => {
  const HOSTILE = 'feat: <!-- docker-to-ec2: end of web.production --> @ada #12 [x](javascript:1) | `id`'

  function aNoted(inputs: Record<string, string> = {}): World {
    const world = aService({ version: '1.4.0', 'release-notes': 'true', ...inputs })
    world.records.push(aRecord({ commit: EARLIER, release: 'older', digest: OTHER, semver: '1.3.0' }))
    world.ctx.commits.compare = async () => ({
      relation: 'ahead',
      commits: [
        { sha: 'a'.repeat(40), title: 'fix: mend', author: 'ada', change: 'fix' },
        { sha: COMMIT, title: HOSTILE, author: 'eve', change: 'feature' },
      ],
    })
    return world
  }

  it('list what went live since the previous release, by kind, and cannot format the page', async () => {
    const world = aNoted()
    await deploy(world.ctx)
    const [written, ...others] = world.releases
    expect(others).toEqual([])
    expect(written).toMatchObject({ tag: 'v1.4.0', commit: COMMIT, prerelease: false, key: 'web.production', keep: false })
    expect(written?.text).toMatch(
      /### web &#40;production&#41;\n\nLive since .*, instead of <code>1\.3\.0<\/code>: release <code>c0ffee00-/,
    )
    expect(written?.text).toMatch(/#### Features\n\n- .*c0ffee00[\s\S]*#### Fixes\n\n- .*aaaaaaaa.* fix: mend/)
    expect(written?.text).not.toMatch(/<!--(?! -->)|@ada|\[x\]|#12|203\.0\.113/)
  })

  it.each<[string, World['tags'], Record<string, string>, string]>([
    ['the tag of the version as it is', [{ name: '1.4.0', commit: COMMIT }], {}, '1.4.0'],
    ['a tag that is made', [], {}, 'v1.4.0'],
    ['a prerelease', [], { version: '2.0.0-rc.1' }, 'v2.0.0-rc.1'],
  ])('belong to %s', async (_, tags, inputs, tag) => {
    const world = aNoted(inputs)
    world.tags = tags
    await deploy(world.ctx)
    expect(world.releases).toMatchObject([{ tag, prerelease: tag.includes('-') }])
  })

  it.each<[string, (world: World) => void, Record<string, string>, string]>([
    [
      'GitHub refuses',
      (world) => void (world.releaseFails = new Error('Resource not accessible by integration')),
      {},
      'Resource not accessible by integration. The job needs `contents: write`',
    ],
    ['GitHub does not list the tags', (world) => void (world.tags = undefined), {}, 'contents: write'],
    [
      'the tag is another commit',
      (world) => void (world.tags = [{ name: 'v1.4.0', commit: EARLIER }]),
      {},
      'the tag v1.4.0 is commit bbbbbbbb, but c0ffee00 went live',
    ],
    ['the release has no semantic version', () => undefined, { version: '' }, 'the release has no semantic version'],
  ])('are a warning where %s', async (_, arrange, inputs, warning) => {
    const world = aNoted(inputs)
    arrange(world)
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed' })
    expect(report.failure).toBeUndefined()
    expect(world.releases).toEqual([])
    expect(world.log.join('\n')).toContain(`warning: release-notes: `)
    expect(world.log.join('\n')).toContain(warning)
  })

  it('are written by the next run if GitHub was down', async () => {
    const world = aNoted()
    await deploy(world.ctx)
    world.answer = (command) => ({ stdout: deployedAnswer(command).stdout?.replace('"deployed"', '"unchanged"') ?? '' })
    world.releases.length = 0
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'unchanged' })
    expect(world.releases).toMatchObject([{ tag: 'v1.4.0', keep: true, text: expect.stringContaining('instead of <code>bbbbbbbb</code>') }])
  })

  it('are not written for a failed release', async () => {
    const world = aNoted()
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', serving: OTHER, servingRelease: 'older' }) })
    await deploy(world.ctx)
    expect(world.releases).toEqual([])
    expect(world.records[0]).toMatchObject({ semver: '1.3.0', attempt: { semver: '1.4.0', outcome: 'failed' } })
  })
})

const STAGED = releaseName(COMMIT, DIGEST, aSpec())
const KEPT = `sha256:${'a'.repeat(64)}`

/** Staging has served a release of the commit, and serves a later one. */
function aPromotion(inputs: Record<string, string>, env: Record<string, string> = {}, staged: Partial<ReleaseRecord> = {}): World {
  const world = aService({ command: 'promote', 'promote-from': 'staging', port: '', ...inputs }, { GITHUB_SHA: 'f'.repeat(40), ...env })
  const image = `registry.example/web/staging@${DIGEST}`
  world.artifacts.set(KEPT, releaseArtifact(aRelease({ name: STAGED, commit: COMMIT, image, spec: aSpec() })).text)
  const artifact = `registry.example/web/staging@${KEPT}`
  const common = { environment: 'staging', hostId: 'i-staging', artifact }
  world.records.push(
    aRecord({ ...common, release: 'later-1', commit: EARLIER, digest: OTHER }),
    aRecord({ ...common, release: STAGED, image, ...staged }),
    aRecord({ commit: EARLIER, release: 'older', digest: 'sha256:o', image: 'registry.example/web/production@sha256:o' }),
  )
  return world
}

describe('promote', () => {
  it.each<[string, Record<string, string>, Record<string, string>, World['tags'], Partial<ReleaseRecord>, string]>([
    ['as the run is for its tag, though GitHub is down', {}, { ...TAG, GITHUB_SHA: COMMIT }, undefined, {}, '1.4.0'],
    ['as the repository has tagged it', { version: 'v1.4.0' }, {}, [{ name: 'v1.4.0', commit: COMMIT }], {}, '1.4.0'],
    ['as it is recorded', { version: '1.4.0' }, {}, undefined, { semver: '1.4.0' }, '1.4.0'],
    ['as its commit', { version: COMMIT }, {}, undefined, {}, COMMIT],
  ])('takes the release that staging verified, by a version %s, without a build', async (_, inputs, env, tags, staged, version) => {
    const world = aPromotion(inputs, env, staged)
    world.tags = tags
    const report = await promote(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed', outputs: { digest: DIGEST, version } })
    expect(world.done.join()).not.toContain('build')
    expect(report.headline).toContain(version === COMMIT ? ' is live' : '1.4.0 (release ')
    expect(report.facts).toContainEqual(['Promoted from', `staging, release ${STAGED}, with the same digest`])
  })

  it('keeps the name that a release has in staging, and needs no input version', async () => {
    const world = aPromotion({ release: STAGED }, {}, { semver: '1.4.0' })
    expect((await promote(world.ctx)).outputs['version']).toBe('1.4.0')
  })

  it('gives a version to a release that was named by its release name', async () => {
    const world = aPromotion({ release: STAGED, version: '1.4.0' }, {}, { semver: '1.4.0-rc.2' })
    expect((await promote(world.ctx)).outputs['version']).toBe('1.4.0')
    expect(world.images.get('1.4.0')).toBe(DIGEST)
  })

  it('gives it no version that names another release in staging', async () => {
    const world = aPromotion({ release: STAGED, version: '1.4.0' }, {}, { semver: '1.3.0' })
    world.records.push(
      aRecord({ environment: 'staging', hostId: 'i-staging', release: 'other-1', commit: EARLIER, digest: OTHER, semver: '1.4.0' }),
    )
    await expect(promote(world.ctx)).rejects.toMatchObject({
      message: expect.stringContaining(`1.4.0 already names ${OTHER} (the record of staging), but this release is ${DIGEST}`),
    })
    expect(world.images.has('1.4.0')).toBe(false)
    expect(world.sent).toEqual([])
  })

  it.each<[string, World['tags'], string, string]>([
    [
      'of a commit that staging never had',
      [{ name: 'v1.4.0', commit: 'd'.repeat(40) }],
      '1.4.0 is commit dddddddd, which is not verified in staging; these versions are: 1.3.0',
      'Deploy this commit to staging first',
    ],
    ['that nobody knows', [], '1.4.0 is neither recorded in staging nor a tag of the repository', 'push the tag'],
    ['when GitHub is down', undefined, 'GitHub does not say which commit has this tag', 'contents: read'],
  ])('refuses a version %s', async (_, tags, reason, hint) => {
    const world = aPromotion({ version: '1.4.0' }, {}, { semver: '1.3.0' })
    world.tags = tags
    await expect(promote(world.ctx)).rejects.toMatchObject({
      message: expect.stringContaining(reason),
      hint: expect.stringContaining(hint),
    })
    expect(world.sent).toEqual([])
  })

  it('refuses a version that names two digests there', async () => {
    const world = aPromotion({ version: '1.4.0' })
    world.records[0] = { ...(world.records[0] as ReleaseRecord), commit: COMMIT }
    world.tags = [{ name: 'v1.4.0', commit: COMMIT }]
    await expect(promote(world.ctx)).rejects.toMatchObject({
      message: `1.4.0 names two digests in staging: later-1 (${OTHER}) and ${STAGED} (${DIGEST})`,
      hint: 'Name one of them in the input release.',
    })
  })

  it('plans a promotion by version, too', async () => {
    const world = aPromotion({ command: 'plan', version: '1.4.0' }, {}, { semver: '1.4.0' })
    const { plan: planned, outputs } = await plan(world.ctx)
    expect(planned?.release).toMatchObject({ semver: '1.4.0', verified: { release: STAGED } })
    expect([outputs['version'], JSON.parse(outputs['plan'] ?? '').release.version]).toEqual(['1.4.0', '1.4.0'])
  })
})

describe('rollback', () => {
  const back = aRecord({ release: 'c0ffee00-00000001', semver: '1.3.0' })
  const live = aRecord({ release: 'dddddddd-00000002', commit: EARLIER, digest: OTHER, semver: '1.4.0' })

  function aRollback(inputs: Record<string, string>): World {
    const world = aService({ command: 'rollback', port: '', ...inputs }, TAG)
    world.records.push(live, back)
    world.answer = () => {
      const served = { ...back, name: back.release, service: { name: 'web', environment: 'production' } }
      return {
        stdout: JSON.stringify({
          outcome: 'rolled-back',
          previous: live.release,
          serving: DIGEST,
          servingRelease: back.release,
          document: served,
        }),
      }
    }
    return world
  }

  it.each([{ version: 'v1.3.0' }, { version: COMMIT }, {}])('with %j records the version that serves again', async (inputs) => {
    const world = aRollback(inputs)
    const report = await rollback(world.ctx)
    expect(world.sent.at(-1)?.order).toMatchObject({ release: 'version' in inputs ? back.release : '' })
    expect(report).toMatchObject({ outcome: 'rolled-back', outputs: { version: '1.3.0', release: back.release } })
    expect(world.records[0]).toMatchObject({ semver: '1.3.0', attempt: { semver: '1.3.0' } })
    expect(world.deployments).toEqual([`rollback ${back.release} 1.3.0 ${DIGEST}`])
  })

  it('refuses a version that was never live here, before any request to a host', async () => {
    const world = aRollback({ version: '1.2.0' })
    await expect(rollback(world.ctx)).rejects.toThrow(
      '1.2.0 is neither recorded in production nor a tag of the repository; these versions are: 1.4.0, 1.3.0',
    )
    expect(world.sent).toEqual([])
  })
})

test('rollback takes either a release or a version', () => {
  expect(() => aService({ command: 'rollback', port: '', version: '1.3.0', release: 'c0ffee00-00000001' })).toThrow('set only one of them')
})
