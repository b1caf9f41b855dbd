import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../fakes/read-config.ts'

const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const JOB = {
  GITHUB_REPOSITORY: 'octo-org/web',
  GITHUB_SHA: 'a'.repeat(40),
  AWS_REGION: 'us-east-1',
}
const TOKEN = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example/token?x=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }

function read(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = TOKEN) {
  const given = Object.entries({ port: '1', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return readConfig({ ...JOB, ...env, ...Object.fromEntries(given) })
}

describe('the role of a run', () => {
  it('is none by default, also if its variable is empty', () => {
    expect(read({}, {}).role).toBeUndefined()
    expect(read({ 'role-to-assume': '' }, {}).role).toBeUndefined()
  })

  it('is assumed for the audience of AWS, for an hour, or as the inputs say', () => {
    const role = { arn: ROLE, audience: 'sts.amazonaws.com', seconds: 3600 }
    expect(read({ 'role-to-assume': ROLE }).role).toEqual(role)
    expect(read({ 'role-to-assume': ROLE, 'role-duration': '900500ms', audience: 'mine' }).role).toEqual({
      ...role,
      seconds: 900,
      audience: 'mine',
    })
  })

  it('is in the partition of its region', () => {
    const role = ROLE.replace('aws', 'aws-cn')
    expect(read({ 'role-to-assume': role, 'aws-region': 'cn-north-1' }).role).toMatchObject({ audience: 'sts.amazonaws.com.cn' })
  })
})

describe('the region of a run', () => {
  it.each([
    ['the input', { 'aws-region': 'eu-west-1' }, { AWS_REGION: 'Frankfurt' }, 'eu-west-1'],
    ['a variable', {}, { AWS_REGION: ' eu-central-1\n' }, 'eu-central-1'],
    [
      'the other variable, if an expression left the first one empty',
      {},
      { AWS_REGION: ' ', AWS_DEFAULT_REGION: 'eu-west-3' },
      'eu-west-3',
    ],
  ])('is that of %s', (_, inputs, env, region) => {
    expect(read(inputs, env).region).toBe(region)
  })
})

describe('refused before the first call', () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp, Readonly<Record<string, string>>?]>([
    ['a job without id-token: write', { 'role-to-assume': ROLE }, /role-to-assume: .*`permissions: id-token: write`.*fork/, {}],
    ['a role in another partition', { 'role-to-assume': ROLE, 'aws-region': 'cn-north-1' }, /role-to-assume: .*arn:aws-cn:/],
    ['one in no partition of a GovCloud', { 'role-to-assume': ROLE, 'aws-region': 'us-gov-west-1' }, /role-to-assume: .*arn:aws-us-gov:/],
    [
      'a promoter in another partition',
      { command: 'promote', 'promote-from': 'staging', 'promote-from-role': ROLE, 'aws-region': 'cn-north-1', port: '' },
      /promote-from-role: .*arn:aws-cn:/,
    ],
    ['a role of an account that is not allowed', { 'role-to-assume': ROLE, 'account-id': '444455556666' }, /111122223333.*444455556666/],
    ['a duration for no role', { 'role-duration': '2h' }, /role-duration: has no effect without role-to-assume/],
    ['an audience for no role', { audience: 'x' }, /audience: has no effect without role-to-assume/],
    ['a variable with no region', {}, /aws-region: the variable AWS_REGION is "Frankfurt, eu"; expected/, { AWS_REGION: 'Frankfurt, eu' }],
    [
      'another variable with no region',
      {},
      /aws-region: the variable AWS_DEFAULT_REGION is "a.b"/,
      { AWS_REGION: '', AWS_DEFAULT_REGION: 'a.b' },
    ],
    ['what is no role', { 'role-to-assume': 'arn:aws:iam::111122223333:user/ada' }, /role-to-assume: .*ARN of a role/],
    ['credentials for less than AWS gives them', { 'role-to-assume': ROLE, 'role-duration': '5m' }, /role-duration: .*15m to 12h/],
  ])('is %s', (_, inputs, message, env = TOKEN) => {
    expect(() => read(inputs, env)).toThrow(message)
  })
})
