import type { Fault } from '../../../../../local/aws/faults.ts'
import { inventory } from '../../../../../local/inventory.ts'
import { until } from '../../../../../local/machine/patience.ts'
import type { Row } from '../row.ts'

const RELEASE = { Name: '/docker-to-ec2/web/production/release' }
const LEASE = { Name: '/docker-to-ec2/web/production/lease' }

type Strikes = Omit<Fault, 'service' | 'operation'>
const throttle = (times: number, more: Partial<Strikes> = {}): Strikes => ({ kind: 'throttle', times, ...more })
const broken = (times: number, more: Partial<Strikes> = {}): Strikes => ({ kind: '500', times, ...more })
/** AWS's answer to a request that was not accepted in time. */
const late = (times: number, more: Partial<Strikes> = {}): Strikes => ({
  kind: 'error',
  code: 'RequestTimeout',
  status: 408,
  delay: 0.3,
  times,
  ...more,
})
/** Longer than the action waits for an answer: AWS carries the request out anyway, and receives it a second time. */
const silent: Strikes = { kind: 'delay', delay: 16, times: 1 }

/** A temporary fault, with no effect on the run. */
function passes(phase: string, call: string, [fault, strikes]: readonly [string, Strikes], more: Partial<Row> = {}): Row {
  const [service = '', operation = ''] = call.split(':')
  const name = service.includes('registry') ? `the registry (${operation})` : call
  return { phase, fault: `${name} ${fault}`, faults: [{ service, operation, ...strikes }], ends: 'deployed', serves: 'new', ...more }
}

const commit = { change: 'commit' } as const
const atPrepare = (fault: Fault) => ({ at: { step: 'prepare', faults: [fault] }, strike: { does: async () => undefined } }) as const

const first = (fault: string, strikes: Strikes): Row => passes('provision', 'ec2:RunInstances', [fault, strikes], { change: 'first' })

const instances = (names: readonly string[]): number => names.filter((name) => name.startsWith('instance ')).length

const PROVISION: readonly Row[] = [
  first('throttles twice', throttle(2)),
  first('does not answer, and so is asked twice', silent),
  first('has no capacity in the first zone', { kind: 'error', code: 'InsufficientInstanceCapacity', times: 1 }),
  first('does not see the new profile yet', {
    kind: 'error',
    code: 'InvalidParameterValue',
    message: 'Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    times: 1,
  }),
  {
    phase: 'provision',
    fault: 'ec2:RunInstances is under way, and the runner is lost',
    change: 'first',
    at: { asks: { service: 'ec2', operation: 'RunInstances' } },
    strike: 'the runner is lost',
    // AWS has finished the request long before the lease expires.
    after: ({ bed }) => until('the second host', async () => instances(await inventory(bed.cloud)) === 2),
    serves: 'new',
    ends: '',
  },
  {
    phase: 'agent wait',
    fault: 'the runner is lost while its new host boots',
    change: 'first',
    faults: [{ service: 'ssm', operation: 'agent', kind: 'offline', match: {} }],
    at: { says: /Waiting for the SSM agent/ },
    strike: 'the runner is lost',
    ends: '',
    serves: 'new',
  },
]

export const AWS: readonly Row[] = [
  ...PROVISION,
  passes('observe', 'sts:GetCallerIdentity', ['answers 500 twice', broken(2)]),
  passes('observe', 'ec2:DescribeInstances', ['throttles twice', throttle(2)]),
  passes('observe', 'ssm:GetParameter', ['times out twice', late(2, { match: RELEASE })]),
  passes('lease', 'ssm:PutParameter', ['throttles twice', throttle(2, { match: LEASE })]),
  passes('lease', 'ssm:PutParameter', ['answers 500 twice', broken(2, { match: LEASE })]),
  passes('build', 'ecr:BatchGetImage', ['answers 500 twice', broken(2)], commit),
  passes('build', 'ecr:GetAuthorizationToken', ['throttles twice', throttle(2)], commit),
  passes('push', 'registry:push', ['answers 503 once', { kind: '500', status: 503, times: 1 }], commit),
  passes('push', 'registry:push', ['is down', { kind: '500', status: 503 }], { ...commit, ends: 'failed push-failed', serves: 'old' }),
  passes('push', 'registry:push', ['answers 503 once to the specification of a release', { kind: '500', status: 503, times: 1 }]),
  passes('push', 'registry:push', ['takes no specification of a release', { kind: '500', status: 503 }], {
    ends: 'failed push-failed',
    serves: 'old',
  }),
  passes('agent wait', 'ssm:DescribeInstanceInformation', ['throttles twice', throttle(2)]),
  passes('agent wait', 'ssm:DescribeInstanceInformation', ['answers 500 twice', broken(2)]),
  passes('agent wait', 'ssm:agent', ['is offline for 2 s', { kind: 'offline', seconds: 2 }]),
  passes('agent wait', 'ssm:agent', ['stays offline', { kind: 'offline' }], {
    inputs: { 'host-timeout': '10s' },
    ends: 'failed agent-offline',
    serves: 'old',
  }),
  passes('send', 'ssm:SendCommand', ['throttles twice', throttle(2)]),
  passes('send', 'ssm:SendCommand', ['answers 500 twice', broken(2)]),
  passes('send', 'ssm:SendCommand', ['does not answer, and so is asked twice', silent]),
  passes('send', 'ssm:agent', ['runs the command twice', { kind: 'twice', times: 1 }]),
  passes('send', 'ssm:agent', ['fails while the command runs on', { kind: 'dies', times: 1 }]),
  passes('follow', 'ssm:GetCommandInvocation', ['throttles four times', throttle(4)]),
  passes('follow', 'ssm:GetCommandInvocation', ['answers 500 three times', broken(3)]),
  passes('follow', 'ssm:GetCommandInvocation', ['times out twice', late(2)]),
  passes('follow', 'ssm:GetCommandInvocation', [
    'does not know the command for 2 s',
    { kind: 'error', code: 'InvocationDoesNotExist', seconds: 2 },
  ]),
  {
    phase: 'login',
    fault: 'ecr:GetAuthorizationToken answers the host 500 twice',
    ...atPrepare({ service: 'ecr', operation: 'GetAuthorizationToken', ...broken(2) }),
    ...commit,
    ends: 'deployed',
    serves: 'new',
  },
  {
    phase: 'login',
    fault: 'ecr:GetAuthorizationToken is denied to the host',
    ...atPrepare({ service: 'ecr', operation: 'GetAuthorizationToken', kind: 'error', code: 'AccessDeniedException' }),
    ...commit,
    ends: 'failed pull-denied',
    serves: 'old',
  },
  {
    phase: 'pull',
    fault: 'the registry answers the host 500 once',
    ...atPrepare({ service: 'registry', operation: 'pull', ...broken(1) }),
    ...commit,
    ends: 'deployed',
    serves: 'new',
  },
  {
    phase: 'pull',
    fault: 'the registry is down',
    ...atPrepare({ service: 'registry', operation: 'pull', kind: '500', status: 503 }),
    ...commit,
    ends: 'failed pull-failed',
    serves: 'old',
  },
  passes('record', 'ssm:PutParameter', ['throttles twice', throttle(2, { match: RELEASE })]),
  passes('record', 'ssm:PutParameter', ['answers 500 twice', broken(2, { match: RELEASE })]),
  passes('record', 'ssm:PutParameter', ['times out twice', late(2, { match: RELEASE })]),
  passes('record', 'ssm:PutParameter', ['is down', broken(20, { match: RELEASE })], { ends: 'failed aws-unavailable' }),
]
