import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { short } from '../fakes/short-commit.ts'
import { onHost, running } from './support/on-host.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

let bed: Bed
let host: HostHandle
let first: ActionRun

/** Notes the version, and what serves at that moment, among the data of the service. */
const NOTE = `node
-e
require('fs').appendFileSync('/data/migrations', process.env.VERSION + ' ' + process.env.GREETING + '\\n')`
const inputs = (command = NOTE) => ({ volumes: 'data:/data', env: 'GREETING=hello', 'release-command': command })
const migrations = async () =>
  (await onHost(host, 'cat /var/lib/docker/volumes/web.production.data/_data/migrations')).split('\n').filter((line) => line !== '')

const served = given(async () => {
  bed = await openBed()
  first = ended(await bed.act(inputs()), 'deployed')
  host = await bed.cloud.host(first.outputs['instance-id'] ?? '')
})
beforeEach(served)

const version = () => visit(first.outputs['url'] ?? '')

it('a release command runs once for each new release, before it serves, and for no other run', async () => {
  const before = await migrations()
  const commit = short(await bed.commit())
  const load = await underLoad({ url: first.outputs['url'] ?? '' }, async () => {
    const run = ended(await bed.act(inputs()), 'deployed')
    expect(run.stdout).toMatch(/== release-command [^]*== start /)
  })
  expect(load).toMatchObject({ failed: 0 })
  expect(await version()).toBe(commit)
  const after = [...before, `${commit} hello`]
  expect(await migrations()).toEqual(after)
  ended(await bed.act(inputs()), 'unchanged')
  ended(await bed.act({ command: 'restart', port: undefined }), 'restarted')
  ended(await bed.act({ command: 'rollback', port: undefined }), 'rolled-back')
  expect(await migrations()).toEqual(after)
})

it('a release command that fails leaves the earlier release alone, and following the advice makes the next run work', async () => {
  await bed.commit()
  ended(await bed.act(inputs()), 'deployed')
  const serving = await version()
  await bed.commit()
  const wrong = "node\n-e\nconsole.log('no table users'); process.exit(3)"
  const failed = ended(await bed.act(inputs(wrong)), 'failed', 'release-command-failed')
  expect(failed.summary).toContain('no table users')
  expect(failed.annotations[0]?.message).toContain('exit code 3')
  const slow = `${NOTE}; setTimeout(() => 0, 3000)`
  const limit = { 'release-command-timeout': await stretched(1) }
  ended(await bed.act({ ...inputs('node\n-e\nsetTimeout(() => 0, 3600_000)'), ...limit }), 'failed', 'release-command-failed')
  expect(await version()).toBe(serving)
  expect(await running(host)).toHaveLength(1)
  const good = ended(await bed.act({ ...inputs(slow), 'release-command-timeout': '10m' }), 'deployed')
  expect(await version()).toBe(short(good.outputs['release'] ?? ''))
})

it('two hosts run it once', async () => {
  const fleet = (command: string) => bed.act({ service: 'pair', instances: '2', 'release-command': command })
  const failed = ended(await fleet('node\n-e\nprocess.exit(3)'), 'failed', 'release-command-failed')
  expect(failed.outputs['hosts']).toContain('not-started')
  const run = ended(await fleet("node\n-e\nconsole.log('migrated')"), 'deployed')
  expect(run.stdout.match(/release-command: migrated/g)).toHaveLength(1)
  expect(JSON.parse(run.outputs['hosts'] ?? '')).toMatchObject([{ outcome: 'deployed' }, { outcome: 'deployed' }])
})
