import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost, slots } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'

let bed: Bed
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  good = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(good)
})
beforeEach(served)

const url = (): string => good.outputs['url'] ?? ''
/** Time enough to start and to answer, even on this machine, and not to wait for long for what does not come. */
const quick = async () => ({ 'health-timeout': await stretched(4) })

describe('a release that does not become healthy is refused, and the old one keeps serving', () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    ['unhealthy', { env: 'BEHAVIOUR=unhealthy' }, 'health-status', /500 from \/.*health-path/s],
    ['a redirect to https', { env: 'BEHAVIOUR=redirect' }, 'health-redirect', /301 .*\/, a redirect to https.*trusted-proxies/s],
    ['another protocol', { env: 'BEHAVIOUR=h2c' }, 'health-protocol', /speaks HTTP\/2 without TLS, not plain HTTP.*upstream: h2c/s],
    ['another protocol than it says', { upstream: 'https' }, 'health-protocol', /speaks plain HTTP\/1.1, not TLS.*upstream at http/s],
    [
      'loopback only',
      { env: 'BEHAVIOUR=loopback' },
      'port-loopback',
      /port 8080 listens on the container's loopback address only\..*0\.0\.0\.0/s,
    ],
    ['IPv6 only', { env: 'BEHAVIOUR=ipv6' }, 'port-ipv6', /IPv6 only.*0\.0\.0\.0/s],
    ['a wrong host name', { env: 'BEHAVIOUR=allowed-host' }, 'health-status', /403 from \/.*health-host/s],
    ['no answer', { env: 'BEHAVIOUR=hang' }, 'health-no-response', /the application gave no answer on port 8080 at \/.*health-timeout/s],
    ['a crash loop', { env: 'BEHAVIOUR=crash' }, 'exited', /exited: exit code 1/],
    ['exit code 194', { env: 'BEHAVIOUR=exit-194' }, 'exited', /exited: exit code 194/],
    ['too little memory', { env: 'BEHAVIOUR=oom', memory: '64m' }, 'out-of-memory', /out of memory/],
    [
      'a wrong port',
      { port: '9999' },
      'port-not-listening',
      /nothing listens on port 9999; the container listens on 8080.*Set port: 8080/s,
    ],
  ])('%s', async (_, inputs, cause, words) => {
    const run = await bed.act({ ...(await quick()), ...inputs })
    expect(run.code).toBe(1)
    ended(run, 'failed', cause)
    expect(run.outputs).toMatchObject({ 'serving-digest': good.outputs['digest'] })
    expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(errorOf(run)).toMatch(words)
    expect(run.summary).toContain(cause)
    expect(await visit(url())).toMatch(/^[0-9a-f]{8}$/)
    expect(await slots(host)).toEqual([`web.production.${good.outputs['release']} running`])
  })

  it('shows the last log lines of the container', async () => {
    const run = await bed.act({ ...(await quick()), env: 'BEHAVIOUR=crash' })
    expect(run.summary).toContain('cannot reach the database')
    expect(run.stdout).toContain('cannot reach the database')
  })
})

describe('failures before the release', () => {
  it('a missing image', async () => {
    const run = await bed.act({ image: `${bed.cloud.registry}/web/production:no-such-tag` })
    ended(run, 'failed', 'image-not-found')
    expect(await visit(url())).toMatch(/^[0-9a-f]{8}$/)
  })

  it('a pull that fails on the host', async () => {
    await onHost(host, 'iptables -I OUTPUT -p tcp --dport 5000 -j REJECT')
    await bed.commit()
    const run = await bed.act()
    await onHost(host, 'iptables -D OUTPUT -p tcp --dport 5000 -j REJECT')
    ended(run, 'failed', 'pull-failed')
    expect(run.outputs).toMatchObject({ 'serving-digest': good.outputs['digest'] })
    expect(await visit(url())).toMatch(/^[0-9a-f]{8}$/)
  })

  it('an agent that never comes online is named, with the reason', async () => {
    await host.stopAgent()
    const run = await bed.act({ 'host-timeout': '10s' })
    await host.startAgent()
    ended(run, 'failed', 'agent-offline')
    expect(errorOf(run)).toContain(`the agent of ${good.outputs['instance-id']} lost its connection`)
  })

  it('an image for another platform', async () => {
    await bed.commit()
    const run = await bed.act({ platforms: 'linux/arm64' })
    ended(run, 'failed', 'wrong-platform')
    expect(errorOf(run)).toContain('the host needs linux/amd64')
  })

  it('a Dockerfile that does not build', async () => {
    await bed.commit()
    const run = await bed.act({ target: 'no-such-stage' })
    ended(run, 'failed', 'build-failed')
    expect(errorOf(run)).toContain('no-such-stage')
  })

  it('wrong inputs are reported together, before any AWS call', async () => {
    const from = (await bed.cloud.calls()).length
    const run = await bed.act({ 'helth-path': '/up', 'health-timeout': '60', port: undefined })
    ended(run, 'refused', 'inputs')
    for (const input of ['helth-path', 'health-timeout', 'port']) expect(errorOf(run)).toContain(`  ${input}: `)
    expect(await bed.calls(from)).toEqual([])
  })

  it('no credentials', async () => {
    const run = await bed.act({}, { env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' } })
    expect(run.outputs['cause']).toBe('no-credentials')
    expect(errorOf(run)).toContain('Set the input role-to-assume')
  })

  it('another account', async () => {
    const run = await bed.act({ 'account-id': '999999999999' })
    ended(run, 'refused', 'wrong-account')
  })
})

describe('problems that a deploy survives', () => {
  it('SSM does not know the invocation for 2 s after sending', async () => {
    await bed.cloud.fault([
      { service: 'ssm', operation: 'GetCommandInvocation', kind: 'error', code: 'InvocationDoesNotExist', seconds: 2 },
    ])
    await bed.commit()
    const run = await bed.act()
    await bed.cloud.fault([])
    ended(run, 'deployed')
    good = run
  })

  it('AWS throttles', async () => {
    await bed.cloud.fault([
      { service: 'ssm', operation: 'SendCommand', kind: 'throttle', times: 2 },
      { service: 'ec2', operation: 'DescribeInstances', kind: '500', times: 1 },
    ])
    await bed.commit()
    const run = await bed.act()
    await bed.cloud.fault([])
    ended(run, 'deployed')
    good = run
  })

  it('AWS knows late what it has created and removed', async () => {
    const twice = (service: string, operation: string, code: string) => ({ service, operation, kind: 'error', code, times: 2 }) as const
    await bed.cloud.fault([
      twice('iam', 'PutRolePolicy', 'NoSuchEntity'),
      twice('iam', 'AddRoleToInstanceProfile', 'NoSuchEntity'),
      twice('ec2', 'AuthorizeSecurityGroupIngress', 'InvalidGroup.NotFound'),
      twice('ec2', 'RunInstances', 'InvalidGroup.NotFound'),
      twice('ec2', 'AssociateAddress', 'InvalidInstanceID.NotFound'),
    ])
    ended(await bed.act({ service: 'late' }), 'deployed')
    await bed.cloud.fault([
      twice('ec2', 'ReleaseAddress', 'InvalidIPAddress.InUse'),
      twice('ec2', 'DeleteSecurityGroup', 'DependencyViolation'),
      twice('iam', 'DeleteInstanceProfile', 'DeleteConflict'),
      twice('iam', 'DeleteRole', 'DeleteConflict'),
    ])
    const destroyed = await bed.act({ service: 'late', command: 'destroy', port: undefined })
    await bed.cloud.fault([])
    ended(destroyed, 'destroyed')
  })

  it('a container that logs 5 MB at its start', async () => {
    const run = await bed.act({ env: 'BEHAVIOUR=big-log' })
    ended(run, 'deployed')
    const crash = await bed.act({ ...(await quick()), port: '9999', env: 'BEHAVIOUR=big-log' })
    ended(crash, 'failed', 'port-not-listening')
    expect(crash.summary).toContain('xxxx')
    good = run
  })
})
