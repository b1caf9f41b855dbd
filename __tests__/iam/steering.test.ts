import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { call, command, SHELL, SSM, tags } from './requests.ts'
import { mayAll } from './simulate.ts'
import type { Held, Request } from './simulate.ts'
import { ACCOUNT } from './template.ts'
import type { Policy } from './template.ts'

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/guides/release/steer-a-canary.md'), 'utf8')
const [, TEXT = ''] = /```json\n([\s\S]*?)```/.exec(GUIDE) ?? []
const OWN = { REGION: 'us-east-1', ACCOUNT, SERVICE: 'web', ENVIRONMENT: 'production' }
const policy = JSON.parse(Object.entries(OWN).reduce((text, [word, value]) => text.replaceAll(word, value), TEXT)) as Policy
const held: Held = [{ PolicyName: 'steer', PolicyDocument: policy }]
const named = (name: string, environment = 'production'): string => `${SSM}:parameter/docker-to-ec2/web/${environment}/${name}`

test.each<[string, readonly Request[]]>([
  ['see who holds the lease', call('ssm:GetParameter', named('lease'))],
  ['see the versions of it', call('ssm:GetParameterHistory', named('lease'))],
  ['see what the canary is at', call('ssm:GetParameter', named('steering'))],
  ['see the versions of it', call('ssm:GetParameterHistory', named('steering'))],
  ['steer it', call('ssm:PutParameter', named('steering'))],
])('the role of the guide may %s', async (_, requests) => {
  expect(await mayAll(held, requests)).toBe(true)
})

test.each<[string, readonly Request[]]>([
  ['take the lease', call('ssm:PutParameter', named('lease'))],
  ['write the record', call('ssm:PutParameter', named('release'))],
  ['read a secret', call('ssm:GetParameter', named('password'))],
  ['steer the canary of another environment', call('ssm:PutParameter', named('steering', 'staging'))],
  ['send a command to the hosts', command(SHELL, tags('ssm:resourceTag'))],
])('the role of the guide may not %s', async (_, requests) => {
  expect(await mayAll(held, requests)).toBe(false)
})
