import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { until } from '../../local/patience.ts'
import { visit } from '../e2e/support/bed.ts'
import { RUN, SERVICE, openMachine } from './support/machine.ts'
import type { Machine } from './support/machine.ts'

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => machine.ready())
afterAll(() => machine?.close())

/** Threshold of the share, in hexadecimal digits. */
const NONE = '0'
const HALF = '80000000'
const split = (): Promise<string> => machine.sh(`cat ${RUN}/proxy/${SERVICE}.split 2>/dev/null || echo ${NONE}`)

/** A canary with half of the traffic, whose runner was lost: not even `post` ran. */
async function abandonedCanary(): Promise<string> {
  const canary = await machine.begin({ canary: '50%:1h', timeout: '2h' }, { post: false })
  await until('half of the traffic', async () => (await split()) === HALF, 600)
  expect(await ask('always')).toBe(canary.version)
  await canary.kill()
  await canary.ended
  return canary.version
}

/** Who answers a tester that asks for the canary, or for the release before. */
async function ask(side: 'always' | 'never'): Promise<string> {
  const answer = await fetch(`${machine.url}/version`, { headers: { 'x-canary': side }, signal: AbortSignal.timeout(20_000) })
  return answer.text()
}

/** The release before has all of the traffic, and visitors of the canary have come back to it. */
async function expectNoShare(): Promise<void> {
  expect(await split()).toBe(NONE)
  const seen = await Promise.all(Array.from({ length: 20 }, () => visit(machine.url)))
  expect(new Set([...seen, await ask('always')])).toEqual(new Set([machine.serving]))
}

it('whose runner is lost, is ended by a unit of systemd when its time is over', async () => {
  await machine.lossless(async () => {
    await abandonedCanary()
    expect(await machine.sh("systemctl list-units --plain --no-legend --state=running 'docker-to-ec2-*'")).toMatch(/canary/)
    await machine.alone()
  })
  await expectNoShare()
  await machine.deploy()
})

it('has no share after a reboot, and a deploy heals', async () => {
  await abandonedCanary()
  await machine.host.reboot()
  await machine.answers(machine.serving)
  await expectNoShare()
  await machine.deploy()
})

it('has no share after a loss of power, and the machine ends it without a run', async () => {
  await abandonedCanary()
  await machine.host.losePower()
  await machine.answers(machine.serving)
  await expectNoShare()
  await machine.alone()
})
