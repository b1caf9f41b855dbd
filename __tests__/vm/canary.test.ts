import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { until } from '../../local/machine/patience.ts'
import { visit } from '../e2e/support/test-bed.ts'
import { RUN, SERVICE, sh } from './support/guest.ts'
import { PATIENCE, begin, deploy, expectServed, lossless, openMachine, ready, served } from './support/machine.ts'
import type { Machine } from './support/machine.ts'

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => ready(machine))
afterAll(() => machine?.bed.close())

/** Thresholds of a share, in hexadecimal digits. */
const NONE = '0'
const HALF = '80000000'
const split = (): Promise<string> => sh(served(machine).host, `cat ${RUN}/proxy/${SERVICE}.split || echo ${NONE}`)

/** Leaves a canary with half of the traffic, whose runner was lost: not even `post` ran. */
async function abandonCanary(): Promise<void> {
  const canary = await begin(machine, { 'canary-steps': '50%:1h', 'deploy-timeout': '2h' }, { post: false })
  await until('half of the traffic', async () => (await split()) === HALF, PATIENCE)
  // The proxy takes a canary that accepts no connection within 60 ms for one that is gone, as an emulated machine does now and then.
  await until('a tester reaches the canary', async () => (await ask('always')) === canary.version, PATIENCE)
  await canary.kill()
  await canary.ended
}

/** Who answers a tester that asks for the canary, or for the release before. */
async function ask(side: 'always' | 'never'): Promise<string> {
  const answer = await fetch(`${served(machine).url}/version`, { headers: { 'x-canary': side }, signal: AbortSignal.timeout(20_000) })
  return answer.text()
}

/** The release before has all of the traffic, also that of visitors who ask for the canary. */
async function expectNoShare(): Promise<void> {
  const { url, version } = served(machine)
  expect(await split()).toBe(NONE)
  const seen = await Promise.all(Array.from({ length: 20 }, () => visit(url)))
  expect(new Set([...seen, await ask('always')])).toEqual(new Set([version]))
}

it('a systemd unit ends a canary at its deadline if its runner is lost', async () => {
  await lossless(machine, async () => {
    await abandonCanary()
    const units = await sh(served(machine).host, "systemctl list-units --plain --no-legend --state=running 'docker-to-ec2-*'")
    expect(units).toContain('canary')
    await expectServed(machine)
  })
  await expectNoShare()
  await deploy(machine)
})

it('a reboot takes the share of a canary, and the machine ends it without a run', async () => {
  await abandonCanary()
  await served(machine).host.reboot()
  await expectServed(machine)
  await expectNoShare()
})

it('a power loss takes the share of a canary, and the next deploy repairs the host', async () => {
  await abandonCanary()
  await served(machine).host.losePower()
  await until('an answer', async () => (await visit(served(machine).url)) === served(machine).version, PATIENCE)
  await expectNoShare()
  await deploy(machine)
  await expectServed(machine)
})
