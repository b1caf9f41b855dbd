import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { until } from '../../local/machine/patience.ts'
import { sh } from './support/guest.ts'
import { PATIENCE, expectServed, openMachine, ready, served } from './support/machine.ts'
import type { Machine } from './support/machine.ts'

const WATCHERS = ['docker-to-ec2-walls.socket', 'docker-to-ec2-walls.timer']
const ALL = `${WATCHERS.join(' ')} docker-to-ec2-walls.service`

let machine: Machine

beforeAll(async () => {
  machine = await openMachine()
})
beforeEach(() => ready(machine))
afterAll(() => machine?.bed.close())

const rules = (): Promise<string> =>
  sh(served(machine).host, "{ iptables-save -t mangle; ip6tables-save -t mangle; } | grep -e '^-A.*DOCKER-TO-EC2' || true")

it('walls are restored after a reboot before Docker starts, without a run', async () => {
  const { host } = served(machine)
  const before = await rules()
  expect(before).toContain('-A PREROUTING -i d2e-+ -j DOCKER-TO-EC2-FROM')
  await host.reboot()
  await expectServed(machine)
  expect(await rules()).toBe(before)
  const started = (unit: string, when: string): Promise<string> => sh(host, `systemctl show --value -p ${when} ${unit}`)
  const check = Number(await started('docker-to-ec2-check.service', 'ExecMainExitTimestampMonotonic'))
  expect(check).toBeGreaterThan(0)
  expect(check).toBeLessThan(Number(await started('docker.service', 'ExecMainStartTimestampMonotonic')))
})

it('walls survive a restart of Docker', async () => {
  const { host } = served(machine)
  const before = await rules()
  await sh(host, 'systemctl restart docker')
  expect(await rules()).toBe(before)
  await expectServed(machine)
})

it.each(WATCHERS)('%s alone restores flushed walls without a run', async (watcher) => {
  const { host } = served(machine)
  const before = await rules()
  await sh(host, `systemctl stop ${ALL}; iptables -t mangle --flush; ip6tables -t mangle --flush`)
  expect(await rules()).toBe('')
  await sh(host, `systemctl start ${watcher}; iptables -t mangle --new-chain more; iptables -t mangle --delete-chain more`)
  await until('the walls', async () => (await rules()) === before, PATIENCE)
  await sh(host, `systemctl stop ${ALL}; systemctl start ${WATCHERS.join(' ')}`)
})
