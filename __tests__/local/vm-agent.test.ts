import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from '@jest/globals'
import { run } from '../../local/machine/exec.ts'
import type { Ran, RunOptions } from '../../local/machine/exec.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

const VM = join(import.meta.dirname, '..', '..', 'local', 'vm')
// A network of its own, in which the gateway of the machine is the machine.
const WITH_AGENT = `ip link set lo up
"$VM/guest/agent" & agent=$!
trap 'kill $agent' EXIT
until "$VM/inside" 127.0.0.1 true </dev/null 2>/dev/null; do sleep 0.05; done
"$VM/inside" 127.0.0.1 "$@"`

let credentials: string

beforeAll(async () => {
  credentials = temporaryFolder('agent')
  await writeFile(join(credentials, 'local-cloud'), JSON.stringify({ gateway: '127.0.0.1' }))
})

function inside(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const env = { PATH: process.env['PATH'] ?? '', CREDENTIALS_DIRECTORY: credentials, VM }
  return run(['unshare', '--net', 'sh', '-c', WITH_AGENT, 'sh', ...argv], { ...options, env })
}

it.each<[string, readonly string[], Ran]>([
  ['both outputs and the exit code', ['sh', '-c', 'echo out; echo err >&2; exit 3'], { code: 3, stdout: 'out\n', stderr: 'err\n' }],
  ['words as they are', ['printf', '%s|', 'a b', '$HOME', "it's", ''], { code: 0, stdout: "a b|$HOME|it's||", stderr: '' }],
  ['a command that was killed', ['sh', '-c', 'kill -KILL $$'], { code: 137, stdout: '', stderr: '' }],
  ['exit code 194', ['sh', '-c', 'exit 194'], { code: 194, stdout: '', stderr: '' }],
  ['the leader of a session', ['sh', '-c', 'test "$(ps -o sid= -p $$ | tr -d " ")" = $$'], { code: 0, stdout: '', stderr: '' }],
  [
    'nothing of the unit in the environment',
    ['sh', '-c', 'echo "${CREDENTIALS_DIRECTORY-none}"'],
    { code: 0, stdout: 'none\n', stderr: '' },
  ],
])('a command on a virtual machine: %s', async (_, argv, expected) => {
  expect(await inside(argv)).toEqual(expected)
})

it('a missing command ends with 127 and a message', async () => {
  expect(await inside(['nothing-of-this-name'])).toMatchObject({ code: 127, stderr: expect.stringContaining('nothing-of-this-name') })
})

it('takes and gives a megabyte', async () => {
  const text = 'x'.repeat(1 << 20)
  const { code, stdout } = await inside(['cat'], { stdin: text })
  expect([code, stdout === text]).toEqual([0, true])
})

it('what a command leaves behind continues after its end', async () => {
  const mark = join(credentials, 'left-behind')
  const script = `setsid sh -c 'sleep 0.3; echo done >"$0"' "$0" >/dev/null 2>&1 &`
  await inside(['sh', '-c', script, mark])
  const waited = await run(['sh', '-c', 'until [ -s "$0" ]; do sleep 0.1; done; cat "$0"', mark])
  expect(waited.stdout).toBe('done\n')
})

it('distinguishes a machine that does not answer from a failed command', async () => {
  const alone = await run(['unshare', '--net', join(VM, 'inside'), '127.0.0.1', 'true'])
  expect(alone).toMatchObject({ code: 255, stderr: expect.stringContaining('127.0.0.1') })
})
