import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { until } from '../../local/machine/patience.ts'
import { SERVICE, STATE, engine, setClock, sh } from './support/guest.ts'
import {
  PATIENCE,
  begin,
  deploy,
  deployed,
  expectServed,
  lossless,
  openMachine,
  reached,
  ready,
  served,
  visitedVersion,
} from './support/machine.ts'
import type { Machine } from './support/machine.ts'

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => ready(machine))
afterAll(() => machine?.bed.close())

const SLOW_BOOT = { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=3600000', 'health-timeout': '1h' }

/** Without a run all is as before, and the next deploy succeeds. */
async function expectRecovery(): Promise<void> {
  await expectServed(machine)
  await deploy(machine)
  await expectServed(machine)
}

describe('after a reboot, without a run', () => {
  it('recreates a removed proxy, its files and the live file', async () => {
    const { host } = served(machine)
    await engine(host, 'DELETE', '/containers/docker-to-ec2-proxy?force=true')
    await sh(host, `cd ${STATE}/proxy && truncate -s 0 caddy.json routes/${SERVICE}.json state/${SERVICE}.live && sync`)
    await host.reboot()
    await expectRecovery()
  })

  it('the previous release serves if a deploy was interrupted', async () => {
    const { host } = served(machine)
    const deploying = await begin(machine, SLOW_BOOT, { post: false })
    await reached(served(machine), 'health', deploying)
    await host.reboot()
    await deploying.kill()
    await deploying.ended
    await expectServed(machine)
    await ready(machine)
    await expectRecovery()
  })
})

it('a restart of Docker loses no request', async () => {
  await lossless(machine, async () => {
    await sh(served(machine).host, 'systemctl restart docker')
    await expectRecovery()
  })
})

describe('after a power loss', () => {
  it('the new release serves if the deploy had just ended', async () => {
    await deploy(machine)
    await served(machine).host.losePower()
    await expectRecovery()
  })

  it('one of the two releases serves if a deploy was interrupted, and the next deploy repairs the host', async () => {
    const { host, url, version } = served(machine)
    const deploying = await begin(machine, {}, { post: false })
    await reached(served(machine), 'verify', deploying)
    await host.losePower()
    await deploying.kill()
    await deploying.ended
    await until('an answer', async () => [version, deploying.version].includes(await visitedVersion(url)), PATIENCE)
    await ready(machine)
    await expectRecovery()
  })
})

describe.each([3600, -3600])('when the clock steps by %i s', (step) => {
  const slowAnswer = async (): Promise<string> => (await fetch(`${served(machine).url}/slow?ms=15000`)).text()

  it('slow requests get their answers during the drain', async () => {
    const slow: Promise<string>[] = []
    const asking = setInterval(() => slow.push(slowAnswer()), 2000)
    const deploying = await begin(machine, { 'drain-timeout': '60s' })
    await reached(served(machine), 'drain', deploying).finally(() => clearInterval(asking))
    await setClock(served(machine).host, step)
    expect(new Set(await Promise.all(slow))).toEqual(new Set(['slept 15000']))
    await deployed(machine, deploying)
  })

  it('a starting release keeps its full time limit', async () => {
    const deploying = await begin(machine, { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=20000', 'health-timeout': '5m' })
    await reached(served(machine), 'health', deploying)
    await setClock(served(machine).host, step)
    await deployed(machine, deploying)
    await expectServed(machine)
  })
})
