import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { DeployError } from '../../src/errors.ts'
import type { NotVisible } from '../../src/ports/hosts/hosts.ts'
import type { Artifact } from '../../src/ports/image/artifacts.ts'
import { documentIn, field, releaseIn } from '../fakes/orders.ts'
import { aHost, aRecord, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld, keeping } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

describe('deploy', () => {
  it('deploys a first release', async () => {
    const world = aWorld()
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({
      outcome: 'deployed',
      outputs: { digest: DIGEST, 'serving-digest': DIGEST, url: 'http://203.0.113.9', 'previous-release': 'before' },
    })
    expect(world.done.toSorted()).toEqual(
      [
        'role for web/production',
        'open 80 in vpc-1',
        'launch t3.small in subnet-a of ami-x86_64',
        'open 80 in vpc-1',
        'address i-new0',
        'repository web/production',
        'build linux/amd64',
        `keep release-${report.outputs['release']}`,
        'deploy on i-new0',
        `record ${report.outputs['release']}`,
      ].toSorted(),
    )
    expect(world.records[0]).toMatchObject({ hostId: 'i-new0', commit: COMMIT, actor: 'ada', login: 'registry.example' })
  })

  it('on a known host changes no infrastructure', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.records.push(aRecord({ commit: 'b'.repeat(40), release: 'old', digest: 'sha256:old' }))
    const report = await deploy(world.ctx)
    const { release } = report.outputs
    expect(world.done).toEqual(['build linux/amd64', `keep release-${release}`, 'deploy on i-0123456789abcdef0', `record ${release}`])
    expect(report.change).toMatchObject({
      before: { release: 'old', digest: 'sha256:old' },
      compareUrl: `https://github.com/acme/web/compare/${'b'.repeat(40)}...${COMMIT}`,
      commits: [{ title: 'Change', url: `https://github.com/acme/web/commit/${COMMIT}` }],
    })
  })

  it('creates a deployment on GitHub if it changes something, and only then', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    const { outputs } = await deploy(world.ctx)
    expect(new Set(world.deployments)).toEqual(new Set([`deploy ${outputs['release']} ${COMMIT} ${DIGEST}`]))
    world.deployments.length = 0
    world.answer = () => ({
      stdout: JSON.stringify({ outcome: 'unchanged', previous: '', serving: DIGEST, servingRelease: outputs['release'] }),
    })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'unchanged' })
    expect(world.deployments).toEqual([])
  })

  it('uses the digest of an existing tag, and builds for the platform of the host', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.images.set(COMMIT, DIGEST)
    await deploy(world.ctx)
    expect(world.done.filter((line) => line.startsWith('build'))).toEqual([])
    const arm = aWorld({ 'instance-type': 't4g.small' })
    await expect(deploy(arm.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(arm.done).toContain('build linux/arm64')
  })

  it('stores the specification beside the image and points to it, and stores a recorded one only once', async () => {
    const world = aWorld({ env: 'TOKEN=abc' })
    world.hosts.push(aHost())
    await deploy(world.ctx)
    const { artifact = '' } = world.records[0] ?? {}
    expect(artifact).toMatch(/^registry\.example\/web\/production@sha256:/)
    expect(JSON.parse(world.artifacts.get(artifact.split('@')[1] ?? '') ?? '')).toMatchObject({ spec: { env: { TOKEN: 'abc' } } })
    world.done.length = 0
    await deploy(world.ctx)
    expect(world.done.join()).not.toContain('keep')
  })

  it('sends nothing to a host whose release could not be promoted later', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    const artifacts = { ...world.ctx.artifacts, put: () => Promise.reject(new DeployError('push-failed', 'the registry is full')) }
    await expect(deploy({ ...world.ctx, artifacts })).rejects.toMatchObject({ code: 'push-failed' })
    expect(world.sent).toEqual([])
    expect(world.records).toEqual([])
  })

  it('creates a missing repository for the specification of an image from another registry', async () => {
    const world = aWorld({ image: `ghcr.io/acme/web@${DIGEST}` })
    world.hosts.push(aHost())
    let asked: Artifact | undefined
    const put: typeof world.ctx.artifacts.put = async (artifact, credentials) => {
      asked = artifact
      return world.done.includes('repository web/production') ? world.ctx.artifacts.put(artifact, credentials) : { kind: 'no-repository' }
    }
    await expect(deploy({ ...world.ctx, artifacts: { ...world.ctx.artifacts, put } })).resolves.toMatchObject({ outcome: 'deployed' })
    expect(asked).toMatchObject({ registry: 'registry.example', repository: 'web/production', subject: undefined })
    expect(world.records[0]).toMatchObject({
      image: `ghcr.io/acme/web@${DIGEST}`,
      artifact: expect.stringMatching(/^registry\.example\/web\/production@/),
    })
  })

  it('does not trust a tag of a repository that others push to', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.images.set(COMMIT, `sha256:${'e'.repeat(64)}`)
    world.repositoryTaken = true
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'repository-taken' })
    expect(world.sent).toEqual([])
  })

  it('uses its own record for such a repository', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.images.set(COMMIT, DIGEST)
    world.records.push(aRecord({ commit: COMMIT, digest: DIGEST }))
    world.repositoryTaken = true
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outputs: { digest: DIGEST } })
  })

  it('tags the image that serves, so that it does not expire', async () => {
    const world = aWorld()
    world.images.set('live-web.production', 'sha256:old')
    await deploy(world.ctx)
    expect(world.images.get('live-web.production')).toBe(DIGEST)
  })

  it.each([
    ['is one of somebody else', { image: 'public.ecr.aws/acme/web:1' }],
    ['lies in another repository of the account', { image: 'registry.example/other:1' }],
  ])('tags none that %s', async (_, inputs) => {
    const world = aWorld(inputs)
    await deploy(world.ctx)
    expect([...world.images.keys()]).toEqual([])
  })

  it('succeeds even if the registry refuses to move a tag', async () => {
    const world = aWorld()
    world.tagFails = new DeployError('push-failed', 'The tag is immutable.')
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it('leaves the record alone when nothing changed', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    await deploy(world.ctx)
    world.answer = (command) => ({
      stdout: JSON.stringify({ outcome: 'unchanged', serving: DIGEST, servingRelease: releaseIn(command) }),
    })
    world.done.length = 0
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'unchanged' })
    expect(world.done).toEqual(['deploy on i-0123456789abcdef0'])
  })

  it('fails if the proxy serves another digest, whatever the host reports', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'deployed', serving: 'sha256:other', servingRelease: 'old' }) })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'failed', failure: { cause: 'not-serving' } })
  })

  it.each([
    ['timed-out', 920, 'command-timed-out'],
    ['timed-out', 5, 'program-failed'],
    ['undelivered', 120, 'agent-offline'],
    ['failed', 5, 'program-failed'],
    ['agent-failed', 5, 'agent-failed'],
    ['cancelled', 5, 'program-failed'],
  ] as const)('names the cause when the host gives no result: %s after %i s', async (status, seconds, cause) => {
    const world = aWorld()
    world.hosts.push(aHost())
    world.answer = () => {
      world.clock.pass(seconds * 1000)
      return { status, stdout: 'half a line' }
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({
      outcome: 'failed',
      outputs: { cause },
      failure: {
        cause,
        state: '`command: status` shows what is live.',
        evidence: { logs: 'half a line' },
      },
    })
    expect(world.records).toEqual([])
  })

  it('tries the next subnet when one has no room, and says so when none has', async () => {
    const world = aWorld()
    world.launches.push({ kind: 'no-capacity', reason: 'InsufficientInstanceCapacity' })
    await deploy(world.ctx)
    expect(world.done).toContain('launch t3.small in subnet-b of ami-x86_64')
    const full = aWorld()
    full.launches.push({ kind: 'no-capacity', reason: 'full' }, { kind: 'no-capacity', reason: 'full' })
    await expect(deploy(full.ctx)).rejects.toMatchObject({ code: 'no-capacity', message: 'no subnet has room for a t3.small: full; full' })
  })

  const notVisible = (resource: NotVisible['resource']): NotVisible => ({
    kind: 'not-visible',
    resource,
    reason: `there is no ${resource}`,
  })

  it.each([
    ['instance profile', 'profile-not-visible'],
    ['security group', 'aws-unavailable'],
  ] as const)('waits for a new %s to become visible, up to a limit', async (resource, code) => {
    const world = aWorld()
    world.launches.push(notVisible(resource), notVisible(resource))
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    const never = aWorld()
    never.launches.push(...Array.from({ length: 200 }, () => notVisible(resource)))
    await expect(deploy(never.ctx)).rejects.toMatchObject({ code })
  })

  it('does not wait for security groups of the inputs, which are not new', async () => {
    const world = aWorld({ 'security-group-ids': 'sg-01234567' })
    world.launches.push(notVisible('security group'))
    const before = world.clock.elapsed()
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'launch-refused', hint: 'Check the input security-group-ids.' })
    expect(world.clock.elapsed()).toBe(before)
  })

  it('replaces a host: deploys to the new one, checks the old one again, moves the address, and terminates the old one', async () => {
    const world = aWorld({ 'instance-type': 't3.large', 'allow-replacement': 'true' })
    world.hosts.push(aHost())
    await expect(deploy(world.ctx)).resolves.toMatchObject({
      outcome: 'deployed',
      outputs: { url: 'http://203.0.113.9', 'instance-id': 'i-new1' },
    })
    expect(world.done.slice(-5)).toEqual([
      'deploy on i-new1',
      expect.stringMatching(/^record /),
      'status on i-0123456789abcdef0',
      'address i-new1',
      'terminate i-0123456789abcdef0',
    ])
  })

  it('leaves the old host alone when the new one does not become healthy', async () => {
    const world = aWorld({ 'instance-type': 't3.large', 'allow-replacement': 'true' })
    world.hosts.push(aHost())
    world.answer = ({ order }) =>
      order.verb === 'status' ? keeping([]) : { stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3 }) }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'failed', failure: { cause: 'exited' } })
    expect(world.done.filter((line) => /^(terminate|address)/.test(line))).toEqual([])
  })

  it('diagnoses an agent that never connects, after host-timeout', async () => {
    const world = aWorld({ 'host-timeout': '30s' })
    world.agentNeeds = 1000
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'agent-offline', message: expect.stringContaining('never registered') })
  })

  it('does not wait for the agent of a host without a profile', async () => {
    const world = aWorld({ 'instance-id': 'i-0123456789abcdef0' })
    world.hosts.push(aHost({ instanceProfile: undefined, madeFor: undefined }))
    world.agentNeeds = 2
    await expect(deploy(world.ctx)).rejects.toThrow('has no instance profile')
  })

  it.each([
    ['platforms without the host’s', { platforms: 'linux/arm64' }, 'wrong-platform'],
    ['an instance that is not there', { 'instance-id': 'i-00000000' }, 'refused'],
  ])('refuses %s before it sends anything', async (_, inputs, code) => {
    const world = aWorld(inputs)
    if (!('instance-id' in inputs)) world.hosts.push(aHost())
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code })
    expect(world.sent).toEqual([])
  })

  it('refuses to launch a host beside that of others on which the service is a guest', async () => {
    const world = aWorld()
    world.hosts.push(aHost({ id: 'i-theirs', madeFor: undefined }))
    world.records.push(aRecord({ hostIds: ['i-theirs'] }))
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'the service is a guest on i-theirs',
      hint: expect.stringContaining('instance-id: i-theirs'),
    })
    expect(world.done).toEqual([])
  })

  it.each([
    ['is gone', []],
    ['is going', [aHost({ id: 'i-old', state: 'shutting-down', madeFor: undefined })]],
  ])('launches a host if the recorded one %s', async (_, hosts) => {
    const world = aWorld()
    world.hosts.push(...hosts)
    world.records.push(aRecord({ hostIds: ['i-old'] }))
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outputs: { 'instance-id': expect.stringMatching(/^i-new/) } })
  })

  it('uses the image of a faster run of the same commit', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    const other = `sha256:${'e'.repeat(64)}`
    Object.assign(world.ctx.builder, {
      buildAndPush: () => {
        world.images.set(COMMIT, other)
        return Promise.reject(new DeployError('tag-exists', 'the tag exists'))
      },
    })
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed', outputs: { digest: other } })
  })

  it('ends with the failure of the build, also while the host is still booting', async () => {
    const world = aWorld()
    world.buildFails = new DeployError('build-failed', 'the build failed')
    await expect(deploy(world.ctx)).rejects.toThrow('the build failed')
    expect(world.sent).toEqual([])
  })
})

describe('a configuration that no command can carry', () => {
  const inputs = { env: `SMALL=x\nLARGE=${randomBytes(60_000).toString('base64')}` }
  const refusal = /^the command for the hosts would have \d+ bytes, but SSM accepts 60000; the largest input is env LARGE \(\d+\)/

  it('is refused before anything is built or launched', async () => {
    const world = aWorld(inputs)
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(refusal) })
    expect(world.done).toEqual([])
  })

  it('is refused by the plan, too', async () => {
    const { outcome, failure } = await plan(aWorld({ command: 'plan', ...inputs }).ctx)
    expect([outcome, failure?.sentence]).toEqual(['refused', expect.stringMatching(refusal)])
  })
})

describe('the steps of a host', () => {
  it.each([
    ['deployed', [true, true]],
    ['failed', [true, false]],
  ])('that %s are logged one after the other until its answer', async (outcome, good) => {
    const world = aWorld()
    world.hosts.push(aHost())
    const steps = [
      { name: 'pull', ms: 4000 },
      { name: 'health', ms: 1000 },
    ]
    world.answer = () => {
      world.clock.pass(7000)
      return { stdout: JSON.stringify({ outcome, cause: 'exited', serving: DIGEST, steps }) }
    }
    await deploy(world.ctx)
    const [pull, health] = world.took
    expect(pull).toMatchObject({ name: 'pull', ms: 4000, ok: good[0], host: aHost().id })
    expect(health).toMatchObject({ name: 'health', start: (pull?.start ?? 0) + 4000, ok: good[1] })
  })
})

describe('what a host found about itself', () => {
  it('is a warning of a deploy that went well', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    const findings = [{ name: 'clock', detail: 'its clock is off by 65 s', hint: 'Run chrony', fatal: false }]
    world.answer = (command) => ({
      stdout: JSON.stringify({ outcome: 'deployed', serving: DIGEST, servingRelease: releaseIn(command), findings }),
    })
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed', warnings: ['its clock is off by 65 s. Run chrony.'] })
    expect(renderSummary(report, [])).toContain('### Warnings\n\n- its clock is off by 65 s. Run chrony.')
  })

  it('is the cause if it prevents the deploy', async () => {
    const world = aWorld()
    world.hosts.push(aHost())
    const findings = [{ name: 'python', detail: 'Python is 3.6', hint: 'Install Python 3.9', fatal: true }]
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'host-unfit', findings }) })
    const { failure } = await deploy(world.ctx)
    expect(failure).toMatchObject({ cause: 'host-unfit', hint: 'Install Python 3.9.' })
    expect(failure?.sentence).toBe('the host cannot run this release: Python is 3.6.')
    expect(failure?.state).toBe('`command: status` shows what is live.')
  })
})

describe('the network of the containers', () => {
  it('avoids the ranges that the VPC uses, also on a new host', async () => {
    for (const hosts of [[aHost()], []]) {
      const world = aWorld({ network: '10.213.0.0/16' })
      world.hosts.push(...hosts)
      await deploy(world.ctx)
      expect(field(world.sent[0], 'network')).toEqual({ subnet: '10.213.0.0/16', avoid: ['10.0.0.0/16', '10.9.0.0/16'] })
    }
  })

  it('is chosen by the host alone if the run cannot read the routes, and the log says so', async () => {
    const world = aWorld()
    world.routesFail = new DeployError('not-allowed', 'AWS refused ec2:DescribeRouteTables.')
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(field(world.sent[0], 'network')).toEqual({ subnet: null, avoid: [] })
    expect(world.log).toContain(
      "The action could not read the routes of the VPC and chose the containers' network without them: AWS refused ec2:DescribeRouteTables.",
    )
  })
})

describe('trusted-proxies', () => {
  const trusted = (world: World): unknown => documentIn(world.sent[0]).trusted

  it('vpc means the CIDRs of the network of the hosts', async () => {
    const world = aWorld({ 'trusted-proxies': 'vpc, 192.0.2.0/24' })
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(trusted(world)).toEqual(['10.0.0.0/16', 'fd00:1::/56', '192.0.2.0/24'])
  })

  it('vpc means the same in a run that only checks whether the release serves', async () => {
    const world = aWorld({ 'trusted-proxies': 'vpc' })
    await deploy(world.ctx)
    world.sent.length = 0
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(field(world.sent[0], 'leased')).toBe(false)
    expect(trusted(world)).toEqual(['10.0.0.0/16', 'fd00:1::/56'])
  })

  it('vpc is refused if its CIDRs cannot be read; without it, the run continues', async () => {
    const world = aWorld({ 'trusted-proxies': 'vpc' })
    world.routesFail = new DeployError('not-allowed', 'AWS refused ec2:DescribeRouteTables.')
    await expect(deploy(world.ctx)).rejects.toThrow('AWS refused ec2:DescribeRouteTables.')
    expect(world.sent).toEqual([])
  })
})
