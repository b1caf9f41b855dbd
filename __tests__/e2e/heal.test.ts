import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { filesOf, onHost, RESTART_DOCKER, running, SERVICE, STATE, STRAY } from './support/on-host.ts'
import { killedAt } from './support/pause.ts'
import type { Place } from './support/pause.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

const { own: OWN, live: LIVE, route, state, releases, results } = filesOf(SERVICE)

let bed: Bed
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  await bed.act()
  await bed.commit()
  good = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(good)
})
beforeEach(served)

/** All is in order: the newest release serves, it alone runs, and status finds nothing to complain about. */
async function expectOrder(): Promise<void> {
  expect(await visit(good.outputs['url'] ?? '')).toBe(commitOf(good))
  expect(await running(host)).toEqual([`web.production.${good.outputs['release']} running`])
  const status = await bed.act({ command: 'status', port: undefined })
  expect(status.summary).not.toContain('Drift')
  expect(status.outputs['serving-digest']).toBe(good.outputs['digest'])
}

const DAMAGES: [string, string][] = [
  ['the live file is gone', `rm ${LIVE}`],
  ['the live file is empty', `: >${LIVE}`],
  ['the live file is garbage', `head -c 500 /dev/urandom >${LIVE}`],
  ['the live file is truncated', `text=$(<${LIVE}); printf %s "\${text%0}" >${LIVE}`],
  ['caddy.json is truncated', `truncate -s 100 ${STATE}/proxy/caddy.json`],
  ['the stored route is truncated', `truncate -s 20 ${route}`],
  ['all of the proxy is gone', `docker rm -f docker-to-ec2-proxy; rm -rf ${STATE}/proxy`],
  ['the proxy was removed', 'docker rm -f docker-to-ec2-proxy'],
  ['the proxy was stopped', 'docker stop docker-to-ec2-proxy'],
  ['the live container was removed', 'docker rm -f $(docker ps -q --filter label=docker-to-ec2.service)'],
  ['the live container was stopped', 'docker stop -t 1 $(docker ps -q --filter label=docker-to-ec2.service)'],
  ['the documents of the releases are empty', `for file in ${releases}/*.json; do : >"$file"; done`],
  ['the documents of the releases are garbage', `for file in ${releases}/*.json; do echo nonsense >"$file"; done`],
  ['the state is garbage', `head -c 300 /dev/urandom >${state}`],
  ['the state is gone', `rm ${state}`],
  ['results are garbage', `for file in ${results}/*; do echo '{"outcome":"dep' >"$file"; done`],
  ['what lies in memory is gone', 'rm -rf /run/docker-to-ec2'],
  ['the folder of the service is gone', `rm -rf ${OWN}`],
  ['a slot that nobody knows runs', STRAY],
]

describe.each(DAMAGES)('%s', (_, damage) => {
  it('is repaired by a deploy of the same release', async () => {
    await onHost(host, damage)
    const run = await bed.act()
    expect(['deployed', 'unchanged']).toContain(ended(run, run.outputs['outcome'] ?? '').outputs['outcome'])
    await expectOrder()
  })

  it('is repaired by a deploy of another release', async () => {
    await onHost(host, damage)
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    await expectOrder()
  })
})

const LONG_BAKE = { 'bake-time': '300s' }

describe('an interrupted deploy', () => {
  it.each<[string, Place, Record<string, string>, Record<string, string>]>([
    ['start', { step: 'start', event: 'create' }, {}, {}],
    ['health', { step: 'health' }, {}, { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=told' }],
    ['drain', { step: 'drain' }, {}, {}],
    ['stop', { step: 'stop', event: 'kill' }, { env: 'BEHAVIOUR=ignore-term' }, {}],
  ])('at %s is repaired by the next deploy, without a lost request', async (_, place, before, cut) => {
    const report = await underLoad({ url: good.outputs['url'] ?? '', slowMs: 3000 }, async () => {
      await bed.commit()
      ended(await bed.act(before), 'deployed')
      await bed.commit()
      await killedAt(host, place, () => bed.act(cut))
      good = ended(await bed.act(), 'deployed')
    })
    expect(report).toMatchObject({ failed: 0 })
    await expectOrder()
  })

  it('by a restart of Docker during the bake', async () => {
    await bed.commit()
    await killedAt(host, { step: 'bake' }, () => bed.act(LONG_BAKE))
    await onHost(host, RESTART_DOCKER)
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    await expectOrder()
  })

  it('by a reboot during the bake', async () => {
    await bed.commit()
    await killedAt(host, { step: 'bake' }, () => bed.act(LONG_BAKE))
    await host.reboot()
    await bed.commit()
    good = ended(await bed.act(), 'deployed')
    await expectOrder()
  })
})

describe('the disk of the host', () => {
  it('holds only images of retained releases', async () => {
    expect(Number(await onHost(host, 'docker images -q | wc -l'))).toBeLessThanOrEqual(4)
  })
})
