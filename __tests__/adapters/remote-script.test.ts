import { spawnSync } from 'node:child_process'
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { hostScript } from '../../src/adapters/host-scripts.ts'
import { remoteScript } from '../../src/adapters/remote-script.ts'
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

const ECHO = 'main() { base64 -d | tr "\\0" "|"; echo "${BASH_VERSION:+bash}"; echo words >&2; return 3; }'

test('runs under bash, gets the payload unharmed, and ends with the code of main', () => {
  const value = `$(touch /tmp/x) \`id\` '"\\ {{ x }}\nPAYLOAD\nSCRIPT\nGröße`
  const lines = remoteScript(ECHO, {
    verb: 'deploy',
    payload: [
      ['env', value],
      ['arg', ''],
      ['arg', '-x'],
    ],
  })
  expect(asAgent(lines)).toEqual({ status: 3, stdout: `env|${value}|arg||arg|-x|bash\n`, stderr: 'words\n' })
})

test('says what it is, and has nothing in it that SSM or a shell would expand', () => {
  const [shebang, comment, start, ...encoded] = remoteScript(ECHO, { verb: 'status', payload: [['env', '{{ ssm:x }}']] })
  expect([shebang, comment, start]).toEqual(['#!/bin/bash', '# docker-to-ec2 status', "exec /bin/bash <(base64 -d <<'SCRIPT' | gunzip"])
  expect(encoded.slice(-2)).toEqual(['SCRIPT', ')'])
  expect(encoded.slice(0, -2).join('')).toMatch(/^[A-Za-z0-9+/=]+$/)
})

test('a large payload arrives whole', () => {
  const value = Array.from({ length: 9000 }, (_, at) => `line ${at}`).join('\n')
  expect(asAgent(remoteScript(ECHO, { verb: 'deploy', payload: [['env', value]] })).stdout).toBe(`env|${value}|bash\n`)
})

test('what SSM would refuse is refused by name before it is sent', () => {
  const noise = Array.from({ length: 60_000 }, (_, at) => String.fromCharCode(33 + ((at * at * 7919) % 8999) / 97)).join('')
  const payload = Array.from({ length: 40 }, (_, at) => ['env', `${at}${noise.slice(at * 7)}`] as const)
  expect(() => remoteScript(ECHO, { verb: 'deploy', payload })).toThrow(DeployError)
  expect(() => remoteScript(ECHO, { verb: 'deploy', payload })).toThrow(/bytes; SSM takes 60000/)
})

test.each(['deploy', 'status', 'remove'] as const)('the script for %s has every library, the verb, and fits many times over', (verb) => {
  const script = hostScript(verb)
  const folder = join(import.meta.dirname, '../../host')
  for (const file of [...globSync('lib-*.sh', { cwd: folder }), `${verb}.sh`])
    expect(script).toContain(readFileSync(join(folder, file), 'utf8'))
  expect(remoteScript(script, { verb, payload: [] }).join('\n').length).toBeLessThan(35_000)
})
