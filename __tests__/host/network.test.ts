import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { scratch, shell } from './shell.ts'

describe('the next address', () => {
  it.each([
    ['172.29.0.0/16', '', '', '172.29.0.2'],
    ['172.29.0.0/16', '172.29.0.2', '', '172.29.0.3'],
    ['172.29.0.0/16', '172.29.0.255', '', '172.29.1.0'],
    ['172.29.0.0/16', '172.29.0.2', '172.29.0.3 172.29.0.4', '172.29.0.5'],
    ['172.29.0.0/16', '172.29.239.255', '172.29.0.2', '172.29.0.3'],
    ['172.29.0.0/16', '172.29.240.0', '', '172.29.0.2'],
    ['172.29.0.0/16', '10.1.2.3', '', '172.29.0.2'],
    ['192.168.224.0/20', '192.168.238.255', '', '192.168.224.2'],
    ['10.0.0.0/28', '10.0.0.2', '10.0.0.3', '10.0.0.4'],
  ])('in %s after %s, taken %s: %s', (subnet, last, taken, expected) => {
    expect(shell('address_next "$@" && printf "%s" "$IP"', { args: [subnet, last, taken] }).stdout).toBe(expected)
  })

  it('is none when all are taken', () => {
    const taken = Array.from({ length: 16 }, (_, index) => `10.0.0.${index}`).join(' ')
    expect(shell('address_next "$@"', { args: ['10.0.0.0/28', '', taken] }).status).toBe(1)
  })
})

describe("the kernel's routes", () => {
  const routes = join(scratch(), 'route')
  writeFileSync(
    routes,
    [
      'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
      'eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0',
      'eth0\t00801DAC\t00000000\t0001\t0\t0\t0\t00F0FFFF\t0\t0\t0',
      'docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0',
      'vpn0\t00000064\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0',
      '',
    ].join('\n'),
  )

  it.each([
    ['172.29.0.0/16', true],
    ['172.17.0.0/16', true],
    ['172.27.0.0/16', false],
    ['100.64.0.0/16', true],
    ['192.168.224.0/20', false],
    ['0.0.0.0/0', true],
  ])('overlap %s: %s', (subnet, overlaps) => {
    expect(shell('subnet_routed "$@"', { args: [subnet, routes] }).status === 0).toBe(overlaps)
  })
})

it('a slot that finds no address lets the other services of the host go on', () => {
  const code = `state_open web; FIELD=([service]=web [release]=r1); SUBNET=172.29.0.0/16; address_next() { return 1; }
slot_start; printf '%s %s ' "$?" "$START_WORDS"; flock -n "$STATE/lock" printf free`
  expect(shell(code).stdout).toBe('1 no address is free in 172.29.0.0/16 free')
})
