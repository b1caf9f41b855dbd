import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { inventory } from '../../local/inventory.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, readSummary } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'

const VOLUMES = { volumes: 'data:/data\n/srv/files:/files' }
/** The third is what the image declares. */
const PATHS = ['/data', '/files', '/kept']
const LARGER = { ...VOLUMES, 'instance-type': 't3.large', 'allow-replacement': 'true' }
/** The files of the one container of the service, as its process sees them. */
const INSIDE =
  "/proc/$(docker inspect --format '{{.State.Pid}}' $(docker ps --quiet --filter label=docker-to-ec2.service=web.production))/root"

let bed: Bed
let host: HostHandle
let first: ActionRun

/** As the removal of a guest leaves its data on the host. */
const LEFT = `docker volume create --label docker-to-ec2.service=guest.production guest.production.data
  echo written >"$(docker volume inspect --format '{{.Mountpoint}}' guest.production.data)/note"`

/** A release that has written to all that it keeps. */
const written = given(async () => {
  bed = await openBed()
  await appendFile(join(bed.workspace, 'Dockerfile'), '\nVOLUME /kept\n')
  first = ended(await bed.act(VOLUMES), 'deployed')
  host = await bed.hostOf(first)
  for (const path of PATHS) await onHost(host, `echo written >${INSIDE}${path}/note`)
  await onHost(host, LEFT)
})
beforeEach(written)

const read = (): Promise<string[]> => Promise.all(PATHS.map((path) => onHost(host, `cat ${INSIDE}${path}/note`)))
const operate = (command: string, inputs: Record<string, string> = {}): Promise<ActionRun> =>
  bed.act({ command, port: undefined, ...inputs })
const instances = async (): Promise<number> => (await inventory(bed.cloud)).filter((name) => name.startsWith('instance ')).length

it('data of a release survives every command', async () => {
  await bed.commit()
  ended(await bed.act(VOLUMES), 'deployed')
  expect(await read()).toEqual(['written', 'written', 'written'])
  ended(await operate('rollback'), 'rolled-back')
  expect(await read()).toEqual(['written', 'written', 'written'])
  ended(await operate('restart'), 'restarted')
  expect(await read()).toEqual(['written', 'written', 'written'])
  await bed.commit()
  ended(await bed.act({ ...VOLUMES, 'canary-steps': '50%:1s', 'canary-inconclusive': 'promote' }), 'deployed')
  expect(await read()).toEqual(['written', 'written', 'written'])
  await bed.commit()
  ended(await bed.act({ ...VOLUMES, env: 'BEHAVIOUR=crash' }), 'failed', 'exited')
  expect(await read()).toEqual(['written', 'written', 'written'])
})

it('status lists the data with its size', async () => {
  const status = ended(await operate('status'), 'reported')
  for (const words of [
    'web.production.data \\(/data\\), \\d',
    '/srv/files \\(/files\\)',
    'web.production.image-kept-[0-9a-f]{8} \\(/kept\\), \\d',
  ])
    expect(readSummary(status)).toMatch(new RegExp(`\\| Data \\| ${words}`))
})

it.each<[string, Record<string, string | undefined>]>([
  ['a replacement', LARGER],
  ['a destruction', { command: 'destroy', port: undefined }],
])('%s would lose data, so it is refused before any change', async (_, inputs) => {
  const run = ended(await bed.act(inputs), 'refused', 'refused')
  expect(errorOf(run)).toMatch(
    /the data on i-\w+ would be lost: .*\/srv\/files \(\/files\).*web\.production\.data \(\/data\).*web\.production\.image-kept-\w+ \(\/kept\)/,
  )
  expect(errorOf(run)).toContain('guest.production.data (in no container)')
  expect(await instances()).toBe(1)
  expect(await read()).toEqual(['written', 'written', 'written'])
})

it('data is not split over two hosts, nor are volumes of the image', async () => {
  for (const inputs of [VOLUMES, {}]) {
    const run = ended(await bed.act({ ...inputs, instances: '2' }), 'refused', 'refused')
    expect(errorOf(run)).toContain('each of 2 hosts would have its own data in')
  }
  expect(await instances()).toBe(1)
})

it('a plan shows what happens to the data', async () => {
  const plan = ended(await bed.act({ command: 'plan', ...VOLUMES }), 'planned')
  expect(plan.stdout).toMatch(/Data: .*web\.production\.data \(\/data\) stays/)
  const refused = ended(await bed.act({ command: 'plan', ...LARGER }), 'refused', 'refused')
  expect(refused.stdout).toMatch(/Data: .*web\.production\.data \(\/data\) would be lost/)
})

it('a volume that is no longer in the inputs still counts as data, even if no container uses it', async () => {
  for (const _ of ['keeps a container with the volume', 'removes it']) {
    await bed.commit()
    ended(await bed.act({ 'retain-releases': '2' }), 'deployed')
  }
  for (const inputs of [
    { command: 'destroy', port: undefined },
    { ...LARGER, volumes: '' },
  ]) {
    const run = ended(await bed.act(inputs), 'refused', 'refused')
    expect(errorOf(run)).toMatch(/the data on i-\w+ would be lost: .*web\.production\.data \(in no container\)/)
  }
  expect(await instances()).toBe(1)
})

it('data is removed with its host if the input allows it', async () => {
  const run = ended(await bed.act({ ...LARGER, 'volume-data': 'discarded' }), 'deployed')
  expect(run.outputs['instance-id']).not.toBe(first.outputs['instance-id'])
  host = await bed.hostOf(run)
  expect(await read()).toEqual(['', '', ''])
  ended(await operate('destroy', { 'volume-data': 'discarded' }), 'destroyed')
})
