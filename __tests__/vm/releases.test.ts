import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { ended } from '../e2e/support/bed.ts'
import { openMachine } from './support/machine.ts'
import type { Deploying, Machine } from './support/machine.ts'

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => machine.ready())
afterAll(() => machine?.close())

const SLOW_BOOT = { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=3600000', 'health-timeout': '1h' }

/** The release before serves on and alone, and the next deploy succeeds: a struck deploy has left nothing in its way. */
async function expectNoHarm(): Promise<void> {
  await machine.answers(machine.serving)
  await machine.deploy()
  await machine.answers(machine.serving)
  await machine.alone()
}

async function commandOf({ ended: running }: Deploying): Promise<Record<string, unknown>> {
  const { commandId, hostIds } = JSON.parse((await running).state['command'] ?? '') as { commandId: string; hostIds: string[] }
  return machine.bed.cloud.observe('ssm', 'GetCommandInvocation', { CommandId: commandId, InstanceId: hostIds[0] })
}

it('a machine as EC2 hosts are: systemd, cgroup v2, nftables, AppArmor, XFS, and none of the clients', async () => {
  expect(await machine.sh('ps -o comm= -p 1')).toBe('systemd')
  expect(await machine.sh('stat -f -c %T /sys/fs/cgroup')).toBe('cgroup2fs')
  expect(await machine.sh('findmnt -no FSTYPE /')).toBe('xfs')
  expect(await machine.sh('cat /sys/module/apparmor/parameters/enabled')).toBe('Y')
  expect(await machine.sh('nft list chain ip nat DOCKER')).toContain('chain DOCKER')
  expect(await machine.sh('for tool in docker aws curl; do command -v $tool || true; done')).toBe('')
  expect(await machine.engine('GET', '/info')).toMatchObject({ CgroupVersion: '2', CgroupDriver: 'systemd', LiveRestoreEnabled: true })
})

it('a new commit, built, pulled and deployed under load: not a request is lost', async () => {
  await machine.bed.commit()
  const before = machine.serving
  const report = await machine.lossless(async () => {
    await machine.deploy()
    await machine.answers(machine.serving)
  })
  expect(Object.keys(report.versions).toSorted()).toEqual([before, machine.serving].toSorted())
  await machine.alone()
})

it('a release that is not healthy: the one before serves on', async () => {
  await machine.lossless(async () => {
    const run = await (await machine.begin({ env: 'BEHAVIOUR=unhealthy', 'health-timeout': '10s' })).ended
    ended(run, 'failed', 'health-status')
  })
  await expectNoHarm()
})

it('a rollback returns to the release before', async () => {
  const before = machine.serving
  await machine.deploy()
  await machine.lossless(async () => {
    ended(
      await machine.bed.act({ command: 'rollback', port: undefined, 'build-args': undefined, 'health-timeout': undefined }),
      'rolled-back',
    )
    await machine.answers(before)
  })
  await machine.alone()
})

it('a deploy that runs out of time is killed by the agent: the release before serves on', async () => {
  const deploying = await machine.begin({ ...SLOW_BOOT, timeout: '60s' })
  ended(await deploying.ended, 'failed', 'command-timed-out')
  expect(await commandOf(deploying)).toMatchObject({ Status: 'TimedOut', ResponseCode: 137 })
  await expectNoHarm()
})

it('a run that is cancelled ends its command on the machine: the release before serves on', async () => {
  const deploying = await machine.begin(SLOW_BOOT)
  await machine.reached('health')
  deploying.cancel()
  ended(await deploying.ended, 'cancelled', 'cancelled')
  expect(await commandOf(deploying)).toMatchObject({ Status: 'Cancelled', ResponseCode: 137 })
  await expectNoHarm()
})
