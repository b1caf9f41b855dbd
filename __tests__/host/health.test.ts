import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { scratch, shell } from './shell.ts'

describe('health codes', () => {
  it.each([
    [200, '200-399', true],
    [399, '200-399', true],
    [400, '200-399', false],
    [0, '200-399', false],
    [204, '200,204,300-399', true],
    [201, '200,204,300-399', false],
    [300, '200,204,300-399', true],
    [401, '200-399,401', true],
    [301, '200', false],
    [0, '0', true],
  ])('%d fits %s: %s', (code, codes, fits) => {
    expect(shell('code_fits "$@"', { args: [String(code), codes] }).status === 0).toBe(fits)
  })
})

it.each([
  ['1', 1000],
  ['0.5', 500],
  ['1.25', 1250],
  ['0.05', 50],
  ['10.0001', 10_000],
  ['08', 8000],
  ['60.', 60_000],
])('%s seconds are %d ms', (seconds, expected) => {
  expect(shell('milliseconds "$1"; printf "%s" "$MILLISECONDS"', { args: [seconds] }).stdout).toBe(String(expected))
})

describe('listening ports', () => {
  const HEADER = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n'
  const socket = (address: string, state: string) =>
    `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0\n`
  const any6 = '0'.repeat(32)
  const loopback6 = '00000000000000000000000001000000'

  it.each([
    ['any address', [socket('00000000:0BB8', '0A')], [], '3000', ''],
    ['IPv6', [], [socket(`${any6}:1F90`, '0A')], '8080', ''],
    ['both, once', [socket('00000000:0BB8', '0A')], [socket(`${any6}:0BB8`, '0A')], '3000', ''],
    ['an address of its own', [socket('02001DAC:0050', '0A')], [], '80', ''],
    ['loopback only', [socket('0100007F:0BB8', '0A')], [socket(`${loopback6}:0BB8`, '0A')], '', '3000'],
    ["Docker's resolver is nobody's port", [socket('0B00007F:9C41', '0A')], [], '', ''],
    ['connections are not listeners', [socket('02001DAC:0BB8', '01'), socket('02001DAC:0BB9', '06')], [], '', ''],
    ['several', [socket('00000000:0BB8', '0A'), socket('00000000:0BB9', '0A')], [], '3000,3001', ''],
  ])('%s', (_name, tcp, tcp6, ports, loopback) => {
    const dir = scratch()
    writeFileSync(join(dir, 'tcp'), HEADER + tcp.join(''))
    writeFileSync(join(dir, 'tcp6'), HEADER + tcp6.join(''))
    expect(shell('listening "$1/tcp" "$1/tcp6"; printf "%s|%s" "$PORTS" "$LOOPBACK_PORTS"', { args: [dir] }).stdout).toBe(
      `${ports}|${loopback}`,
    )
  })

  it('names the loopback trap', () => {
    const code = `FIELD[port]=3000 FIELD[health_path]=/ FIELD[health_codes]=200; slot_listening() { PORTS=4000 LOOPBACK_PORTS=3000; }
health_verdict; printf '%s|%s' "$HEALTH_CAUSE" "$HEALTH_WORDS"`
    expect(shell(code).stdout).toBe("port-not-listening|port 3000 listens on the container's loopback address only; listen on 0.0.0.0")
  })
})
