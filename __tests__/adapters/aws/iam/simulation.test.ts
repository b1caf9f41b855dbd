import { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { iamSimulation } from '../../../../src/adapters/aws/iam/simulation.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const iam = mockClient(IAMClient)
const ROLE = 'arn:aws:iam::123456789012:role/ci/runner'
const RIGHT = {
  action: 'ssm:PutParameter',
  resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/a',
  context: { 'aws:TagKeys': ['a', 'b'] },
}
beforeEach(() => void iam.reset())

const simulate = (arn = ROLE) => iamSimulation(new IAMClient({ region: 'us-east-1' }), async () => arn)([RIGHT])
const answers = (result: object) =>
  iam
    .on(SimulatePrincipalPolicyCommand)
    .resolves({ EvaluationResults: [{ EvalActionName: RIGHT.action, EvalDecision: 'allowed', ...result }] })

test('simulates the role, the action, the resource and the context of the request', async () => {
  answers({})
  expect(await simulate()).toEqual([{ action: RIGHT.action, kind: 'allowed' }])
  expect(iam.commandCalls(SimulatePrincipalPolicyCommand)[0]?.args[0].input).toEqual({
    ...{ PolicySourceArn: ROLE, ActionNames: [RIGHT.action], ResourceArns: [RIGHT.resource] },
    ContextEntries: [{ ContextKeyName: 'aws:TagKeys', ContextKeyType: 'stringList', ContextKeyValues: ['a', 'b'] }],
  })
})

test.each([
  [{ EvalDecision: 'implicitDeny' as const }, 'refused', `no policy allows it on ${RIGHT.resource}`],
  [{ EvalDecision: 'explicitDeny' as const }, 'refused', `a policy denies it on ${RIGHT.resource}`],
  [{ EvalDecision: 'implicitDeny' as const, MissingContextValues: ['aws:SourceIp'] }, 'unknown', 'a policy depends on aws:SourceIp'],
  [{ MissingContextValues: ['aws:SourceIp'] }, 'unknown', 'a policy depends on aws:SourceIp'],
  [
    {
      ResourceSpecificResults: [
        { EvalResourceName: '*', EvalResourceDecision: 'allowed' as const, MissingContextValues: ['aws:SourceVpc'] },
      ],
    },
    'unknown',
    'a policy depends on aws:SourceVpc',
  ],
  [{ EvalDecision: undefined }, 'unknown', 'IAM gave no decision'],
])('%j means %s', async (result, kind, reason) => {
  answers(result)
  expect(await simulate()).toEqual([{ action: RIGHT.action, kind, reason }])
})

test('finds the path of the role behind a session', async () => {
  answers({})
  iam.on(GetRoleCommand, { RoleName: 'runner' }).resolves({ Role: { Arn: ROLE } as never })
  await simulate('arn:aws:sts::123456789012:assumed-role/runner/session')
  expect(iam.commandCalls(SimulatePrincipalPolicyCommand)[0]?.args[0].input.PolicySourceArn).toBe(ROLE)
})

test.each([
  [
    'a refused simulation',
    awsError('AccessDenied', 'User is not authorized to perform: iam:SimulatePrincipalPolicy'),
    /iam:SimulatePrincipalPolicy/,
  ],
  ['a root user', awsError('InvalidInput', 'Invalid Entity Arn'), /Invalid Entity/],
  ['a throttled simulation', awsError('Throttling', 'Rate exceeded'), /Rate exceeded/],
])('%s means unknown, never allowed', async (_, error, reason) => {
  iam.on(SimulatePrincipalPolicyCommand).rejects(error)
  expect(await simulate()).toEqual([{ action: RIGHT.action, kind: 'unknown', reason: expect.stringMatching(reason) }])
})
