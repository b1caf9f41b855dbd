import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { ended } from '../e2e/support/test-bed.ts'
import { engine, sh } from './support/guest.ts'
import { begin, deploy, expectServed, lossless, openMachine, reached, ready, rollBack, served, visitedVersion } from './support/machine.ts'
import type { Deploying, Machine } from './support/machine.ts'

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => ready(machine))
afterAll(() => machine?.bed.close())

const SLOW_BOOT = { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=3600000', 'health-timeout': '1h' }

/** The release before serves on and alone, and the next deploy succeeds: a struck deploy has left nothing in its way. */
async function expectNoHarm(): Promise<void> {
  expect(await visitedVersion(served(machine).url)).toBe(served(machine).version)
  await deploy(machine)
  await expectServed(machine)
}

async function commandOf({ ended: running }: Deploying): Promise<Record<string, unknown>> {
  const { commandId, hostIds } = JSON.parse((await running).state['command'] ?? '') as { commandId: string; hostIds: string[] }
  return machine.bed.cloud.observe('ssm', 'GetCommandInvocation', { CommandId: commandId, InstanceId: hostIds[0] })
}

it('is a machine like an EC2 host, without the clients that the host program does not need', async () => {
  const { host } = served(machine)
  expect(await sh(host, 'ps -o comm= -p 1')).toBe('systemd')
  expect(await sh(host, 'stat -f -c %T /sys/fs/cgroup')).toBe('cgroup2fs')
  expect(await sh(host, 'findmnt -no FSTYPE /')).toBe('xfs')
  expect(await sh(host, 'systemctl --failed --plain --no-legend')).toBe('')
  expect(await sh(host, 'nft list chain ip nat DOCKER')).toContain('chain DOCKER')
  expect(await sh(host, 'for tool in docker aws curl; do command -v $tool || true; done')).toBe('')
  expect(await engine(host, 'GET', '/info')).toMatchObject({
    CgroupVersion: '2',
    CgroupDriver: 'systemd',
    LiveRestoreEnabled: true,
    SecurityOptions: expect.arrayContaining(['name=apparmor']),
  })
})

it('a deploy of a new commit under load loses no request', async () => {
  const { version: before } = served(machine)
  await machine.bed.commit()
  const report = await lossless(machine, async () => {
    await deploy(machine)
    await expectServed(machine)
  })
  expect(Object.keys(report.versions).toSorted()).toEqual([before, served(machine).version].toSorted())
})

it('an unhealthy release gets no traffic, and the previous one keeps serving', async () => {
  await lossless(machine, async () => {
    const bad = await begin(machine, { env: 'BEHAVIOUR=unhealthy', 'health-timeout': '20s' })
    ended(await bad.ended, 'failed', 'health-status')
    await expectServed(machine)
  })
  await expectNoHarm()
})

it('a rollback returns to the previous release', async () => {
  const before = served(machine)
  await deploy(machine)
  await lossless(machine, async () => {
    await rollBack(machine, before)
    await expectServed(machine)
  })
})

it('the agent kills a deploy at its time limit, and the previous release keeps serving', async () => {
  const late = await begin(machine, { ...SLOW_BOOT, 'deploy-timeout': '60s' })
  ended(await late.ended, 'failed', 'command-timed-out')
  expect(await commandOf(late)).toMatchObject({ Status: 'TimedOut', ResponseCode: 137 })
  await expectNoHarm()
})

it('a cancelled run ends its command on the machine, and the previous release keeps serving', async () => {
  const deploying = await begin(machine, SLOW_BOOT)
  await reached(served(machine), 'health', deploying)
  deploying.cancel()
  ended(await deploying.ended, 'cancelled', 'cancelled')
  expect(await commandOf(deploying)).toMatchObject({ Status: 'Cancelled', ResponseCode: 137 })
  await expectNoHarm()
})
