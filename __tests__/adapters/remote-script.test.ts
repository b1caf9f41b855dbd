import { spawnSync } from 'node:child_process'
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { hostScript } from '../../src/adapters/host-scripts.ts'
import { remoteScript } from '../../src/adapters/remote-script.ts'
import { SERVICE } from '../fakes/samples.ts'
import { hostOrder } from '../../src/domain/remote/order.ts'
import { DeployError } from '../../src/errors.ts'

/** Runs the lines as the SSM agent does: one file, executable, by `sh -c`, with next to no environment. */
function asAgent(lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'remote-script-'))
  const file = join(folder, '_script.sh')
  writeFileSync(file, lines.join('\n'))
  chmodSync(file, 0o700)
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', file], { env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return { status, stdout, stderr }
}

const ECHO = 'main() { base64 -d; echo "${BASH_VERSION:+bash}"; echo words >&2; return 3; }'

const orderWith = (runUrl: string) => hostOrder('status', { id: 'o-1', service: SERVICE, region: 'us-east-1', runUrl })

test('runs under bash, gets the order unharmed, and ends with the code of main', () => {
  const order = orderWith(`$(touch /tmp/x) \`id\` '"\\ {{ x }}\nPAYLOAD\nSCRIPT\nGröße`)
  expect(asAgent(remoteScript(ECHO, order))).toEqual({ status: 3, stdout: `${JSON.stringify(order)}bash\n`, stderr: 'words\n' })
})

test('what SSM would refuse is refused by name before it is sent', () => {
  const order = orderWith(randomBytes(60_000).toString('base64'))
  expect(() => remoteScript(ECHO, order)).toThrow(DeployError)
  expect(() => remoteScript(ECHO, order)).toThrow(/bytes; SSM takes 60000/)
})

test.each(['deploy', 'status', 'remove'] as const)('the script for %s has every library, the verb, and fits many times over', (verb) => {
  const script = hostScript(verb)
  const folder = join(import.meta.dirname, '../../host')
  for (const file of [...globSync('lib-*.sh', { cwd: folder }), `${verb}.sh`])
    expect(script).toContain(readFileSync(join(folder, file), 'utf8'))
  expect(remoteScript(script, orderWith('')).join('\n').length).toBeLessThan(35_000)
})
