import { partitionOf, placeOf, standardAudience } from '../domain/identity/job-role.ts'
import type { JobRole } from '../domain/identity/job-role.ts'
import type { Inputs } from './inputs/inputs.ts'
import { shorten } from './step/problem.ts'
import type { Problem } from './step/problem.ts'

/** The region and account of the run, and its role. */
export function accountOf(inputs: Inputs, env: NodeJS.ProcessEnv) {
  return { region: regionOf(inputs, env), role: jobRoleOf(inputs), accountId: inputs['account-id'] }
}

/** The role of the input role-to-assume; `undefined`: the run uses the job's credentials. */
function jobRoleOf(inputs: Inputs): JobRole | undefined {
  const arn = inputs['role-to-assume']
  if (arn === undefined) return undefined
  // STS takes whole seconds.
  return { arn, audience: inputs.audience ?? standardAudience(arn), seconds: Math.floor(inputs['role-duration']) }
}

/** The run's region; empty if it is missing. */
export function regionOf(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): string {
  const variable = regionVariable(env)
  return inputs['aws-region'] ?? (variable === undefined ? '' : textOf(env, variable))
}

/** The variable of the job that names a region. An expression without a value leaves one empty. */
function regionVariable(env: NodeJS.ProcessEnv): string | undefined {
  return ['AWS_REGION', 'AWS_DEFAULT_REGION'].find((name) => textOf(env, name) !== '')
}

function textOf(env: NodeJS.ProcessEnv, name: string): string {
  return (env[name] ?? '').trim()
}

/** Values that AWS or GitHub would refuse in any case. */
export function identityProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  return [...wrongRegion(inputs, env), ...partitions(inputs, regionOf(inputs, env)), ...withoutToken(inputs, env), ...otherAccount(inputs)]
}

/** No client accepts it as a part of a host's name. */
function wrongRegion(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  const [variable = '', region] = [regionVariable(env), regionOf(inputs, env)]
  if (inputs['aws-region'] !== undefined || region === '' || /^[a-z0-9-]{1,63}$/.test(region)) return []
  const message = `the variable ${variable} is ${shorten(region)}; expected an AWS region, such as us-east-1`
  return [{ input: 'aws-region', message, place: `the variable ${variable} of the job` }]
}

function partitions(inputs: Partial<Inputs>, region: string): Problem[] {
  if (region === '') return []
  const expected = partitionOf(region)
  return (['role-to-assume', 'promote-from-role'] as const).flatMap((input) => {
    const arn = inputs[input]
    if (arn === undefined || placeOf(arn).partition === expected) return []
    return [{ input, message: `got ${JSON.stringify(arn)}; the roles of ${region} begin with arn:${expected}: instead` }]
  })
}

/** GitHub sets both variables for a job that can request a token: https://docs.github.com/actions/reference/security/oidc */
function withoutToken(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  const asks = env['ACTIONS_ID_TOKEN_REQUEST_URL'] && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  if (inputs['role-to-assume'] === undefined || asks) return []
  const message =
    'the job cannot ask GitHub for an identity token; give the job `permissions: id-token: write`. Pull requests from a fork never get it'
  return [{ input: 'role-to-assume', message, place: "the job's permissions" }]
}

function otherAccount({ 'role-to-assume': arn, 'account-id': allowed }: Partial<Inputs>): Problem[] {
  if (arn === undefined || allowed === undefined || placeOf(arn).accountId === allowed) return []
  return [{ input: 'role-to-assume', message: `is a role of account ${placeOf(arn).accountId}, but account-id allows only ${allowed}` }]
}
