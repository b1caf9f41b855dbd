import { beforeEach, describe, expect, it } from '@jest/globals'
import { doctor } from '../../../src/commands/read/doctor.ts'
import type { Context } from '../../../src/context.ts'
import type { Area, Check } from '../../../src/domain/checkup/check.ts'
import type { EnvironmentRules } from '../../../src/domain/checkup/environment-rules.ts'
import type { Verdict } from '../../../src/domain/checkup/rights.ts'
import { INPUTS as INPUTS_OF_ALL } from '../../../src/config/inputs/inputs.ts'
import { DeployError } from '../../../src/errors.ts'
import type { ErrorCode } from '../../../src/domain/cause/run-cause.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { aHost, aRecord } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'
import type { World } from '../../fakes/world.ts'

const INPUTS = { command: 'doctor', port: '' }
const NAME = 'shop.example.com'

let world: World
let ctx: Context
beforeEach(() => use(INPUTS))

/** A service that serves under a name, with a certificate that is good. */
function use(inputs: Readonly<Record<string, string>>): void {
  world = aWorld({ ...INPUTS, ...inputs })
  world.hosts.push(aHost())
  const record = aRecord()
  world.records.push({ ...record, route: { ...record.route, domains: [NAME] } })
  world.leads = () => ({ kind: 'known', addresses: ['203.0.113.7'] })
  answers({})
  ctx = { ...world.ctx, hostRoles: { ...world.ctx.hostRoles, find: async () => 'own-profile' } }
  change('networks', { own: async () => ({ addresses: ['203.0.113.7'], securityGroup: { id: 'sg-own', open: true } }) })
}

const days = (count: number) => Math.round(world.clock.now() / 1000 + count * 86_400)

/** What the host says. */
function answers({
  certificate = days(60),
  findings = [] as readonly object[],
  docker = '28.0',
}: {
  certificate?: number | null
  findings?: readonly object[]
  docker?: string
}) {
  const service = {
    ...{ service: 'web.production', release: 'r', serving: '', running: true, healthy: true, startedAt: '', releases: [] },
    certificates: [{ name: NAME, issuer: 'Test', expires: certificate }],
  }
  const status = { outcome: 'status', services: [service], others: [], docker, diskFreeBytes: 1, findings }
  world.answer = () => ({ stdout: JSON.stringify(status) })
}

function fails(code: ErrorCode, message: string, hint: string): () => Promise<never> {
  return () => Promise.reject(new DeployError(code, message, { hint }))
}

function change<
  Port extends
    | 'quotas'
    | 'permissions'
    | 'environments'
    | 'networks'
    | 'vpcs'
    | 'catalog'
    | 'hostRoles'
    | 'repositories'
    | 'records'
    | 'commits'
    | 'remote'
    | 'hosts'
    | 'lookups',
>(port: Port, methods: Partial<Context[Port]>): void {
  ctx = { ...ctx, [port]: { ...ctx[port], ...methods } }
}

const rules = (changed: Partial<EnvironmentRules>) =>
  change('environments', {
    rules: async () => ({ reviewers: [], selfReview: true, waitMinutes: 0, branches: { kind: 'all' }, ...changed }),
  })

/** What IAM says of one action; it allows all others. */
function simulated(action: string, kind: 'refused' | 'unknown', reason: string): void {
  const verdict = (one: string): Verdict => (one === action ? { action, kind, reason } : { action: one, kind: 'allowed' })
  change('permissions', { simulate: async (rights) => rights.map((right) => verdict(right.action)) })
}

const replaceHost = (changes: Parameters<typeof aHost>[0]) => void world.hosts.splice(0, 1, aHost(changes))
const bad = (checks: readonly Check[] = []) => checks.filter(({ state }) => state !== 'ok')

describe('of a service that is well', () => {
  it('every check passes, and is one row of the page', async () => {
    const report = await doctor(ctx)
    expect(bad(report.checks)).toEqual([])
    expect([...new Set(report.checks?.map(({ area }) => area))]).toEqual([
      ...['Identity', 'Permissions', 'GitHub', 'Environment', 'Network', 'Machine', 'Quotas'],
      ...['Host role', 'Registry', 'Record', 'Hosts', 'DNS', 'Certificates'],
    ])
    expect(report).toMatchObject({ outcome: 'reported', headline: 'web (production): all 15 checks passed' })
    expect(report.failure).toBeUndefined()
    const page = renderSummary(report, [])
    for (const { area } of report.checks ?? []) expect(page).toContain(`| ✅ | ${area} | `)
    expect(JSON.parse(report.outputs['checks'] ?? '')).toEqual(report.checks)
  })

  it('the name can lead to a proxy that trusted-proxies names', async () => {
    world.leads = () => ({ kind: 'known', addresses: ['198.51.100.1'] })
    const { config } = ctx
    const report = await doctor({ ...ctx, config: { ...config, spec: { ...config.spec, 'trusted-proxies': ['cloudflare'] } } })
    expect(bad(report.checks)).toEqual([])
  })

  it('nothing is changed', async () => {
    await doctor(ctx)
    expect(world.done).toEqual(['status on i-0123456789abcdef0'])
  })

  it('nothing need be there before the first deploy', async () => {
    world.hosts.length = 0
    world.records.length = 0
    const report = await doctor(ctx)
    expect(bad(report.checks)).toEqual([])
    expect(report.checks).toContainEqual({ area: 'Hosts', state: 'ok', detail: 'there is none yet: the first deploy launches it' })
  })
})

type Fault = readonly [name: string, inject: () => void, area: Area, state: Check['state'], detail: RegExp, fix: RegExp]

const FAULTS: readonly Fault[] = [
  [
    'a token that reads nothing',
    () => change('commits', { compare: async () => undefined }),
    'GitHub',
    'warning',
    /did not return the commits/,
    /contents: read/,
  ],
  [
    'a token that may not read environments',
    () => change('environments', { rules: fails('not-allowed', 'the token cannot read environments', 'Give the job actions: read.') }),
    'Environment',
    'unknown',
    /did not return the rules of the environment production/,
    /actions: read.*Settings > Environments/,
  ],
  [
    'an environment that GitHub does not have',
    () => change('environments', { rules: async () => undefined }),
    'Environment',
    'warning',
    /no environment production/,
    /Create it under Settings/,
  ],
  [
    'an environment that every branch can deploy to',
    () => rules({ branches: { kind: 'all' } }),
    'Environment',
    'warning',
    /every branch can deploy/,
    /branches and tags/,
  ],
  [
    'protected branches without any',
    () => rules({ branches: { kind: 'protected', none: true } }),
    'Environment',
    'warning',
    /protects none/,
    /branches and tags/,
  ],
  [
    'an environment that no branch can deploy to',
    () => rules({ branches: { kind: 'named', patterns: [] } }),
    'Environment',
    'failed',
    /no branch and no tag/,
    /branches and tags/,
  ],
  [
    'a full quota of vCPUs',
    () => (world.hosts.splice(0), change('quotas', { vcpus: async () => ({ quota: 5, used: 4 }) })),
    'Quotas',
    'failed',
    /4 of 5 vCPUs .* the next deploy needs 2 more/,
    /L-1216C47A in Service Quotas/,
  ],
  [
    'a full quota of vCPUs on demand, where hosts are spot instances',
    () => (use({ capacity: 'spot' }), world.hosts.splice(0), change('quotas', { vcpus: async () => ({ quota: 5, used: 4 }) })),
    'Quotas',
    'warning',
    /4 of 5 vCPUs .* the next deploy needs 2 more if AWS has no spot capacity/,
    /L-1216C47A in Service Quotas/,
  ],
  [
    'no vCPUs for a replacement',
    () => change('quotas', { vcpus: async () => ({ quota: 5, used: 4 }) }),
    'Quotas',
    'warning',
    /4 of 5 vCPUs .* no host can be replaced/,
    /smaller instance-type/,
  ],
  [
    'a full quota of addresses',
    () => (
      change('networks', { own: async () => ({ addresses: [], securityGroup: { id: 'sg-own', open: true } }) }),
      change('quotas', { addresses: async () => ({ quota: 5, used: 5 }) })
    ),
    'Quotas',
    'failed',
    /5 of 5 Elastic IPs/,
    /elastic-ip: false/,
  ],
  [
    'a role that may not ask for quotas',
    () => change('quotas', { vcpus: fails('not-allowed', 'AWS refused servicequotas:GetServiceQuota', 'Allow it.') }),
    'Quotas',
    'unknown',
    /vCPUs is not known: AWS refused servicequotas/,
    /Allow it.*Service Quotas/,
  ],
  [
    'an instance type that no known quota counts',
    () => change('quotas', { vcpus: async () => undefined }),
    'Quotas',
    'unknown',
    /which quota of vCPUs counts t3\.small/,
    /Service Quotas/,
  ],
  [
    'a role that may not launch',
    () => change('permissions', { launch: async () => ({ action: 'ec2:RunInstances', kind: 'refused', reason: 'AWS says no' }) }),
    'Permissions',
    'failed',
    /would refuse ec2:RunInstances: AWS says no/,
    /Allow ec2:RunInstances/,
  ],
  [
    'a role that may not write the record',
    () => simulated('ssm:PutParameter', 'refused', 'no policy allows it'),
    'Permissions',
    'failed',
    /would refuse ssm:PutParameter: no policy allows it/,
    /Allow ssm:PutParameter/,
  ],
  [
    'a role that may not ask IAM about itself',
    () => simulated('ssm:SendCommand', 'unknown', 'AWS refused iam:SimulatePrincipalPolicy'),
    'Permissions',
    'unknown',
    /whether AWS allows ssm:SendCommand is not known: AWS refused iam:SimulatePrincipalPolicy/,
    /setup\.yaml/,
  ],
  [
    'no security group to judge a launch by',
    () => change('networks', { own: async () => ({ addresses: ['203.0.113.7'], securityGroup: undefined }) }),
    'Permissions',
    'unknown',
    /ec2:RunInstances is not known: EC2 cannot judge a launch, because there is no security group yet/,
    /next deploy/,
  ],
  [
    'no default VPC',
    () => change('networks', { subnets: fails('no-default-vpc', 'There is no default VPC', 'Set subnet-ids.') }),
    'Network',
    'failed',
    /no default VPC/,
    /subnet-ids/,
  ],
  [
    'a subnet without a way out',
    () => change('vpcs', { withoutWayOut: async () => ['subnet-a'] }),
    'Network',
    'warning',
    /subnet-a to the internet/,
    /NAT gateway, or VPC endpoints for ssm/,
  ],
  [
    'an unknown subnet',
    () => change('networks', { subnets: fails('unknown-subnet', 'AWS knows no subnet-1', 'Check subnet-ids.') }),
    'Network',
    'failed',
    /subnet-1/,
    /Check subnet-ids/,
  ],
  [
    'an instance type that the region lacks',
    () => change('catalog', { architectureOf: fails('unknown-instance-type', 'us-east-1 has no t9.x', 'Set another.') }),
    'Machine',
    'failed',
    /t9\.x/,
    /another/,
  ],
  [
    'a machine image for other processors',
    () => use({ 'instance-type': 't4g.small', ami: 'ami-0123456789abcdef0' }),
    'Machine',
    'failed',
    /is for x86_64, but t4g\.small is arm64/,
    /same architecture/,
  ],
  [
    'no machine image',
    () => change('catalog', { defaultAmi: fails('no-default-ami', 'AWS names no image', 'Set ami.') }),
    'Machine',
    'failed',
    /names no image/,
    /Set ami/,
  ],
  [
    'no role for hosts',
    () => change('hostRoles', { find: async () => undefined }),
    'Host role',
    'warning',
    /no role for hosts/,
    /setup\.yaml/,
  ],
  [
    'a role that may not look at the hosts’ one',
    () => change('hostRoles', { find: fails('not-allowed', 'AWS refused iam:GetRole', 'Allow iam:GetRole.') }),
    'Host role',
    'failed',
    /iam:GetRole/,
    /Allow iam:GetRole/,
  ],
  [
    'a repository of others',
    () => ((world.repositoryTaken = true), world.images.set('none', 'x')),
    'Registry',
    'failed',
    /not tagged/,
    /repository-taken/,
  ],
  [
    'a registry that refuses the login',
    () => change('repositories', { credentials: fails('not-allowed', 'AWS refused ecr:GetAuthorizationToken', 'Allow it.') }),
    'Registry',
    'failed',
    /ecr:GetAuthorizationToken/,
    /Allow it/,
  ],
  ['a freeze', freeze, 'Record', 'warning', /frozen: .*holidays/, /unfreeze/],
  [
    'a record that may not be read',
    () => change('records', { read: fails('not-allowed', 'AWS refused ssm:GetParameter', 'Allow it.') }),
    'Record',
    'failed',
    /ssm:GetParameter/,
    /Allow it/,
  ],
  ['a host that is stopped', () => replaceHost({ state: 'stopped' }), 'Hosts', 'failed', /is stopped/, /start it/],
  [
    'a host without an instance profile',
    () => (replaceHost({ instanceProfile: undefined }), (world.agentNeeds = 9)),
    'Hosts',
    'failed',
    /no instance profile/,
    /Attach/,
  ],
  [
    'an agent that never registered',
    () => void (world.agentNeeds = 9),
    'Hosts',
    'failed',
    /never registered; its subnet needs a route to the internet/,
    /routes/,
  ],
  [
    'an agent that went silent',
    () => change('remote', { agents: async () => [{ kind: 'offline', lastSeen: new Date(0) }] }),
    'Hosts',
    'failed',
    /lost its connection, last seen at 1970/,
    /Reboot/,
  ],
  [
    'a private host without NAT',
    () => (replaceHost({ publicIp: undefined }), (world.agentNeeds = 9)),
    'Hosts',
    'failed',
    /NAT or VPC endpoints/,
    /routes/,
  ],
  ['a Docker that does not answer', () => answers({ docker: '' }), 'Hosts', 'failed', /Docker does not answer/, /Docker on it/],
  [
    'a host that says what is wrong with it',
    () => answers({ findings: [{ name: 'disk', detail: 'the disk is full', hint: 'free space', fatal: true }] }),
    'Hosts',
    'failed',
    /disk is full/,
    /free space/,
  ],
  [
    'a name without a record',
    () => void (world.leads = () => ({ kind: 'known', addresses: [] })),
    'DNS',
    'failed',
    /does not resolve/,
    /type A, value 203\.0\.113\.7/,
  ],
  [
    'a name that leads elsewhere',
    () => void (world.leads = () => ({ kind: 'known', addresses: ['198.51.100.1'] })),
    'DNS',
    'warning',
    /198\.51\.100\.1/,
    /balancer/,
  ],
  [
    'no DNS',
    () => void (world.leads = () => ({ kind: 'unknown', reason: 'no server answers' })),
    'DNS',
    'warning',
    /no server answers/,
    /DNS servers/,
  ],
  ['no certificate', () => answers({ certificate: null }), 'Certificates', 'failed', /has none for shop/, /certificate-failed/],
  [
    'a certificate that nobody renews',
    () => answers({ certificate: days(3), findings: [certificateFinding('expires in 3.0 days')] }),
    'Certificates',
    'failed',
    /shop\.example\.com has a certificate that expires in 3\.0 days/,
    /80 and 443/,
  ],
]

describe('the launch of a host', () => {
  const ofHosts = Object.entries(INPUTS_OF_ALL).filter(([, { effect }]) => effect === 'new-host')

  it.each(ofHosts)('is examined with %s as it is', (_, { commands }) => {
    expect(commands).toContain('doctor')
  })

  it.each(['spot', 'on-demand'])('is tried as %s', async (capacity) => {
    use({ capacity })
    let spot: boolean | undefined
    change('permissions', {
      launch: async (spec) => {
        spot = spec.spot
        return { action: 'ec2:RunInstances', kind: 'allowed' }
      },
    })
    await doctor(ctx)
    expect(spot).toBe(capacity === 'spot')
  })
})

/** As the host says it, which knows how long the certificate is valid in all. */
function certificateFinding(words: string): object {
  return { name: 'certificate', detail: `${NAME} has a certificate that ${words}`, hint: 'renew it', fatal: false }
}

describe('a certificate', () => {
  it.each([
    ['of twelve hours, such as that of an authority on the host', 0.4],
    ['of six days', 3],
    ['of 45 days', 13],
  ])('%s is good until its host finds it overdue', async (_, left) => {
    answers({ certificate: days(left) })
    const { checks } = await doctor(ctx)
    expect(bad(checks)).toEqual([])
    expect(checks?.filter(({ area }) => area === 'Certificates')).toHaveLength(1)
  })

  it('that is overdue has one row', async () => {
    answers({ certificate: days(3), findings: [certificateFinding('expires in 3.0 days')] })
    expect(bad((await doctor(ctx)).checks).map(({ area }) => area)).toEqual(['Certificates'])
  })

  it('of another name on the host is a finding of the host', async () => {
    answers({ findings: [{ ...certificateFinding('x'), detail: 'other.example.com has no valid certificate' }] })
    expect(bad((await doctor(ctx)).checks)).toMatchObject([{ area: 'Hosts', state: 'warning' }])
  })
})

function freeze(): void {
  const [record] = world.records
  if (!record) throw new Error('no record')
  world.records[0] = { ...record, freeze: { reason: 'holidays', actor: 'ada', runUrl: '', at: '2026-11-23T12:00:00Z' } }
}

describe('a fault', () => {
  it.each(FAULTS)('%s is named, with what helps', async (_, inject, area, state, detail, fix) => {
    inject()
    const report = await doctor(ctx)
    const found = bad(report.checks).filter((check) => check.area === area)
    expect(found).toContainEqual({ area, state, detail: expect.stringMatching(detail), fix: expect.stringMatching(fix) })
    expect(report.outcome).toBe(state === 'failed' ? 'failed' : 'reported')
    if (state !== 'failed') return
    expect(report.failure).toMatchObject({ cause: 'unhealthy-setup', sentence: expect.stringMatching(detail) })
    expect(renderSummary(report, [])).toContain(`| ❌ | ${area} | `)
  })

  it('hides no other one', async () => {
    replaceHost({ state: 'stopped' })
    world.leads = () => ({ kind: 'known', addresses: [] })
    change('networks', { subnets: fails('no-default-vpc', 'There is no default VPC', 'Set subnet-ids.') })
    const report = await doctor(ctx)
    expect(bad(report.checks).map(({ area }) => area)).toEqual(['Permissions', 'Network', 'Hosts', 'DNS'])
    expect(report.headline).toBe('web (production): 3 of 15 checks failed')
  })

  it('of the action itself keeps its stack', async () => {
    change('networks', { subnets: () => Promise.reject(new TypeError('a defect')) })
    await expect(doctor(ctx)).rejects.toThrow(TypeError)
  })
})
