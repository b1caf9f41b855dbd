import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { ended, visit } from '../e2e/support/bed.ts'
import { SERVICE, STATE, openMachine } from './support/machine.ts'
import type { Machine } from './support/machine.ts'

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => machine.ready())
afterAll(() => machine?.close())

/** Without a run, all is as before, and the next deploy succeeds. */
async function expectRecovery(): Promise<void> {
  await machine.answers(machine.serving)
  await machine.alone()
  await machine.deploy()
  await machine.answers(machine.serving)
}

describe('after a reboot, without a run, the release serves again', () => {
  it('and a proxy that was removed, with its files and the live file empty, is made anew', async () => {
    await machine.engine('DELETE', '/containers/docker-to-ec2-proxy?force=true')
    await machine.sh(`cd ${STATE}/proxy && truncate -s 0 caddy.json servers/${SERVICE}.json state/${SERVICE}.live && sync`)
    await machine.host.reboot()
    await expectRecovery()
  })

  it('in the middle of a deploy', async () => {
    const deploying = await machine.begin({ env: 'BEHAVIOUR=slow-boot\nBOOT_MS=3600000', 'health-timeout': '1h' })
    await machine.reached('health')
    await machine.host.reboot()
    await machine.answers(machine.serving)
    await deploying.kill()
    await deploying.ended
    await machine.ready()
    await expectRecovery()
  })
})

it('a restart of Docker takes nothing away: not a request is lost', async () => {
  await machine.lossless(async () => {
    await machine.sh('systemctl restart docker')
    await machine.answers(machine.serving)
    await machine.deploy()
  })
})

describe('after a loss of power', () => {
  it('just behind a deploy, the new release serves', async () => {
    await machine.deploy()
    await machine.host.losePower()
    await expectRecovery()
  })

  it('in the middle of a deploy, one of the two releases serves', async () => {
    const before = machine.serving
    const deploying = await machine.begin()
    await machine.reached('drain')
    await machine.host.losePower()
    const version = await visit(machine.url)
    expect([before, deploying.version]).toContain(version)
    await deploying.kill()
    await deploying.ended
    await machine.ready()
    await expectRecovery()
  })
})

describe('when the clock steps by an hour', () => {
  const HOUR = 3600
  const slowAnswer = async (): Promise<string> => (await fetch(`${machine.url}/slow?ms=15000`)).text()

  it.each([HOUR, -HOUR])('%i s in the drain, slow requests get their answers', async (step) => {
    const slow: Promise<string>[] = []
    const asking = setInterval(() => slow.push(slowAnswer()), 2000)
    const deploying = await machine.begin({ 'drain-timeout': '60s' })
    await machine.reached('drain').finally(() => clearInterval(asking))
    await machine.sh(`date --set @$(($(date +%s) + ${step}))`)
    expect(new Set(await Promise.all(slow))).toEqual(new Set(['slept 15000']))
    ended(await deploying.ended, 'deployed')
  })

  it.each([HOUR, -HOUR])('%i s while a release starts, it has the time that it was given', async (step) => {
    const deploying = await machine.begin({ env: 'BEHAVIOUR=slow-boot\nBOOT_MS=15000', 'health-timeout': '90s' })
    await machine.reached('health')
    await machine.sh(`date --set @$(($(date +%s) + ${step}))`)
    ended(await deploying.ended, 'deployed')
    await machine.answers(deploying.version)
  })
})
