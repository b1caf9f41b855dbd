import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

const PATH = 'docker-to-ec2/web/production'
const secrets = `TOKEN=ssm:/${PATH}/token\nKEY=secretsmanager:${PATH}/api#key`
const SLOTS = 'docker ps --quiet --no-trunc --filter label=docker-to-ec2.service=web.production'

let bed: Bed
let host: HostHandle
let first: ActionRun
let rotations = 0

const served = given(async () => {
  bed = await openBed()
  await bed.cloud.observe('secretsmanager', 'CreateSecret', { Name: `${PATH}/api`, SecretString: '{"key":"key 0"}' })
  await rotate()
  first = ended(await bed.act({ secrets }), 'deployed')
  host = await bed.hostOf(first)
})
beforeEach(served)

/** Both secrets get a new value, which has the number of the rotation in it. */
async function rotate(): Promise<number> {
  rotations += 1
  const token = { Name: `/${PATH}/token`, Value: `token ${rotations}`, Type: 'SecureString', Overwrite: true }
  await bed.cloud.observe('ssm', 'PutParameter', token)
  await bed.cloud.observe('secretsmanager', 'PutSecretValue', { SecretId: `${PATH}/api`, SecretString: `{"key":"key ${rotations}"}` })
  return rotations
}

const page = (path?: string): Promise<string> => visit(first.outputs['url'] ?? '', path)
const restart = (): Promise<ActionRun> => bed.act({ command: 'restart', port: undefined })

async function expectValues(rotation: number): Promise<void> {
  expect(await page('/env?name=TOKEN')).toBe(`token ${rotation}`)
  expect(await page('/env?name=KEY')).toBe(`key ${rotation}`)
}

it('a plan names rotated secrets, and a restart applies them without a lost request', async () => {
  const before = await onHost(host, SLOTS)
  const rotation = await rotate()
  const plan = ended(await bed.act({ command: 'plan', secrets }), 'planned')
  const changed = JSON.parse(plan.outputs['plan'] ?? '') as { verdict: string; secretVersions: unknown }
  expect(changed).toMatchObject({ verdict: 'changes', secretVersions: { changed: ['KEY', 'TOKEN'], unknown: [] } })
  expect(plan.stdout + plan.summary).not.toMatch(/(token|key) \d/)
  const from = (await bed.cloud.calls()).length
  let run = first
  const load = await underLoad({ url: first.outputs['url'] ?? '' }, async () => {
    run = ended(await restart(), 'restarted')
  })
  expect(load).toMatchObject({ failed: 0 })
  await expectValues(rotation)
  expect(await onHost(host, SLOTS)).not.toBe(before)
  expect((await onHost(host, SLOTS)).split('\n')).toHaveLength(1)
  expect(run.outputs).toMatchObject({ release: first.outputs['release'], 'serving-digest': first.outputs['digest'] })
  expect((await bed.calls(from)).filter(({ service }) => service === 'ecr')).toEqual([])
  const status = await bed.act({ command: 'status', port: undefined })
  expect(status.summary).toContain('| restarted |')
  expect(status.summary).not.toContain('Drift')
})

it('a deploy of the same commit applies them, too, and the next one changes nothing', async () => {
  const rotation = await rotate()
  ended(await bed.act({ secrets }), 'deployed')
  await expectValues(rotation)
  const slots = await onHost(host, SLOTS)
  const from = (await bed.cloud.calls()).length
  ended(await bed.act({ secrets }), 'unchanged')
  expect(await onHost(host, SLOTS)).toBe(slots)
  expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('PutParameter')
})

it('a restart that cannot read a secret leaves the live release alone', async () => {
  const token = await page('/env?name=TOKEN')
  const slots = await onHost(host, SLOTS)
  await bed.cloud.observe('ssm', 'DeleteParameter', { Name: `/${PATH}/token` })
  const run = ended(await restart(), 'failed', 'secret-missing')
  expect(errorOf(run)).toContain(`ssm:/${PATH}/token does not exist`)
  expect(await onHost(host, SLOTS)).toBe(slots)
  expect(await page('/env?name=TOKEN')).toBe(token)
  await rotate()
})

it('moves the live release into another network, which a deploy that changes nothing names', async () => {
  const network = '10.213.0.0/16'
  const address = (): Promise<string> =>
    onHost(host, `docker inspect --format '{{index .Config.Labels "docker-to-ec2.address"}}' $(${SLOTS})`)
  // With the secrets as they are now, whatever happened to them before.
  ended(await restart(), 'restarted')
  const before = await address()
  const warnings = ({ annotations }: ActionRun): string => annotations.map(({ message }) => message).join('\n')
  const told = ended(await bed.act({ secrets, network }), 'unchanged')
  expect(warnings(told)).toMatch(/keeps its address .*, which is outside of the network 10\.213\.0\.0\/16.*command: restart/)
  expect(await address()).toBe(before)
  ended(await bed.act({ command: 'restart', port: undefined, network }), 'restarted')
  expect(await address()).toMatch(/^10\.213\./)
  expect(warnings(ended(await bed.act({ secrets, network }), 'unchanged'))).not.toContain('outside of the network')
})
