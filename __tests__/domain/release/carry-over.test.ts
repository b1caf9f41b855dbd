import { describe, expect, it } from '@jest/globals'
import { carryOver } from '../../../src/domain/release/carry-over.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { aSpec, SERVICE } from '../../fakes/samples.ts'

const STAGING = { name: 'web', environment: 'staging' }

describe('carryOver', () => {
  const over = (spec: Partial<Specification>, given: Partial<Specification> = {}) =>
    carryOver(aSpec(spec), { from: STAGING, to: SERVICE, given: aSpec(given) })

  it('changes nothing that it is not told to', () => {
    const spec = aSpec({
      env: { A: '1' },
      secrets: { B: 'ssm:/b' },
      args: ['x'],
      volumes: ['/a:/b'],
      memory: 1,
      cpus: 2,
      user: 'u',
      port: 1,
    })
    expect(over(spec)).toEqual({ spec, differs: [] })
  })

  it.each([
    ['ssm:/docker-to-ec2/web/staging/token', 'ssm:/docker-to-ec2/web/production/token'],
    ['secretsmanager:docker-to-ec2/web/staging/db#key', 'secretsmanager:docker-to-ec2/web/production/db#key'],
    ['ssm:/docker-to-ec2/web/staging2/token', undefined],
    ['ssm:/docker-to-ec2/api/staging/token', undefined],
    ['ssm:/other/docker-to-ec2/web/staging/token', undefined],
    ['secretsmanager:arn:aws:secretsmanager:us-east-1:1:secret:docker-to-ec2/web/staging/db-AbCdEf', undefined],
    ['secretsmanager:docker-to-ec2/web/stagingx#docker-to-ec2/web/staging/', undefined],
  ])('reads %s from its own path', (before, after) => {
    const { spec, differs } = over({ secrets: { S: before } })
    expect(spec.secrets).toEqual({ S: after ?? before })
    expect(differs).toEqual(after === undefined ? [] : ['S'])
  })

  it('takes what is given by name, and says which differ', () => {
    const { spec, differs } = over(
      { env: { SAME: '1', HOST: 'a', TO_SECRET: 'x' }, secrets: { TO_ENV: 'ssm:/t', KEPT: 'ssm:/k' } },
      { env: { SAME: '1', HOST: 'b', NEW: 'n', TO_ENV: 'plain' }, secrets: { TO_SECRET: 'ssm:/s' } },
    )
    expect(spec.env).toEqual({ SAME: '1', HOST: 'b', NEW: 'n', TO_ENV: 'plain' })
    expect(spec.secrets).toEqual({ KEPT: 'ssm:/k', TO_SECRET: 'ssm:/s' })
    expect(differs).toEqual(['HOST', 'NEW', 'TO_ENV', 'TO_SECRET'])
  })

  it('tells a value from a reference that reads the same', () => {
    expect(over({ env: { A: 'ssm:/a' } }, { secrets: { A: 'ssm:/a' } })).toMatchObject({ spec: { env: {} }, differs: ['A'] })
  })

  it.each<[string, Partial<Specification>, Partial<Specification>, Partial<Specification>]>([
    [
      'the way to the release is that of the environment',
      { domains: ['a'], 'http-port': 81 },
      { domains: ['b'] },
      { domains: ['b'], 'http-port': 80 },
    ],
    ['what the application speaks is its own', { upstream: 'h2c' }, {}, { upstream: 'h2c' }],
    ['a migration stays one', { migration: true }, {}, { migration: true }],
    ['a migration may be one here only', {}, { migration: true }, { migration: true }],
  ])('%s', (_, released, given, carried) => {
    expect(over(released, given).spec).toMatchObject(carried)
  })

  it('a worker gets nothing of what its environment says about visitors', () => {
    const { spec } = over({ port: 'none', 'stop-first': true }, { domains: ['a'], tls: 'acme', 'http-port': 81 })
    expect(spec).toEqual(aSpec({ port: 'none', 'stop-first': true }))
  })
})
