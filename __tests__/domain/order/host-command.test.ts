import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { hostProgram } from '../../../src/adapters/aws/ssm/host-program.ts'
import { AROUND } from '../../../src/domain/order/command-size.ts'
import { orderLines, packedLength, programLines } from '../../../src/domain/order/host-command.ts'
import { hostOrder } from '../../../src/domain/order/order.ts'
import { SERVICE } from '../../fakes/samples.ts'
import { damaged, packed, programHost } from '../../fakes/program-host.ts'
import type { ProgramHost, Ran } from '../../fakes/program-host.ts'

/** SSM's limit for a document with its parameters, in bytes. */
const ROOM = 64 * 1024
const ORDER = hostOrder('status', { id: '00-a', service: SERVICE, region: 'us-east-1', runUrl: '', token: 0 })
const NOISE = randomBytes(30_000).toString('hex')
const ECHO = packed({ noise: `NOISE = "${NOISE}"\n` })

/** Size of the lines in that limit, as a JSON array of strings. */
function commandBytes(lines: readonly string[]): number {
  return Buffer.byteLength(JSON.stringify(lines))
}

let host: ProgramHost
beforeEach(() => void (host = programHost()))

const READY = { code: 0, stdout: '{"outcome": "ready"}\n', stderr: '' }
const ran = (home: string) => ({
  code: 0,
  stdout: `${JSON.stringify(ORDER)} ${home}/${ECHO.sha256}/host/words.py words True\n`,
  stderr: '',
})
const result = ({ code, stdout }: Ran): unknown => [code, JSON.parse(stdout.split('\n')[0] ?? '')]
const failed = (cause: string, detail: RegExp) => [1, { outcome: 'failed', cause, detail: expect.stringMatching(detail) }]

describe('the lines of a command', () => {
  it.each([
    ['an order', '# docker-to-ec2 status', orderLines(hostProgram, ORDER)],
    ...programLines(hostProgram).map(
      (lines, at, all) => ['a part of the program', `# docker-to-ec2 program ${at + 1}/${all.length}`, lines] as const,
    ),
  ])('with %s say what they are, and have nothing in them that a shell, JSON or SSM expands', (_, title, lines) => {
    const text = lines.join('\n')
    const exec = text.indexOf('exec python3 -I -S -c "')
    const data = text.indexOf('\n', text.lastIndexOf(`" "$0" ${hostProgram.sha256} `))
    expect(lines.slice(0, 2)).toEqual(['#!/bin/sh', title])
    expect(text.slice(exec, data).replaceAll(/\\\\|\\"/g, '')).toMatch(/^[^"\\$`]*"[^"\\$`]*" "\$0" [0-9a-f]{64}( \d+){3}$/)
    expect(text.slice(data)).toMatch(/^(\n[^"&'<>\\`{}\s]{1,1000})+$/)
    expect(text).not.toMatch(/\{\{|[^\n -~]/)
  })

  it('leave a third of the room when they bring the program, and nothing else takes what is left for an order', () => {
    for (const lines of programLines(hostProgram)) expect(commandBytes(lines)).toBeLessThan((ROOM * 2) / 3)
    const order = { ...ORDER, runUrl: NOISE }
    const around = commandBytes(orderLines(hostProgram, order)) - packedLength(order)
    expect(around).toBeLessThan(AROUND)
    expect(around).toBeGreaterThan(AROUND / 2)
  })
})

describe('a host', () => {
  it('unpacks the program once, keeps its compiled form, and gets each order unharmed', async () => {
    expect(await host.bring(ECHO)).toEqual(READY)
    const compiled = (): string[] => readdirSync(join(host.state, ECHO.sha256, 'host/__pycache__'))
    const before = compiled()
    expect(before.map((name) => name.split('.')[0])).toEqual(['__init__'])
    const order = { ...ORDER, id: '07', runUrl: `$(touch /tmp/x) \`id\` '"\\ {{ ssm:x }}\r\n\u0000 Größe 🚀` }
    const { code, stdout } = await host.send(ECHO, order)
    expect({ code, order: JSON.parse(stdout.slice(0, stdout.lastIndexOf('}') + 1)) }).toEqual({ code: 7, order })
    expect(compiled()).toEqual(before)
    expect(readdirSync(host.state)).toEqual([ECHO.sha256])
    expect(statSync(host.state).mode & 0o077).toBe(0)
  })

  it('takes the program only if it lacks it, and says with which part it has it', async () => {
    const [first = [], ...others] = programLines(host.at(ECHO))
    expect(others).toHaveLength(1)
    expect(await host.agent(first)).toEqual({ ...READY, stdout: '{"outcome": "kept"}\n' })
    expect(await host.agent(others[0] ?? [])).toEqual(READY)
    const before = statSync(join(host.state, ECHO.sha256, 'host')).ino
    expect(await host.agent(first)).toEqual(READY)
    expect(statSync(join(host.state, ECHO.sha256, 'host')).ino).toBe(before)
  })

  it('gets an order that is nearly as large as SSM takes', async () => {
    await host.bring(ECHO)
    const order = { ...ORDER, runUrl: NOISE + NOISE.slice(0, 30_000) }
    expect((await host.send(ECHO, order)).stdout).toContain(JSON.stringify(order))
  })

  it('says that it lacks the program', async () => {
    expect(result(await host.send(ECHO, ORDER))).toEqual(failed('program-missing', new RegExp(ECHO.sha256)))
    expect(existsSync(host.state)).toBe(false)
  })

  it('is brought the program by several at once', async () => {
    const brought = await Promise.all(Array.from({ length: 3 }, () => host.bring(ECHO)))
    expect(brought).toEqual(brought.map(() => READY))
    expect(await host.send(ECHO, ORDER)).toEqual(ran(host.state))
  })

  it('takes no program that arrived damaged', async () => {
    expect(result(await host.bring(damaged(ECHO)))).toEqual(failed('program-failed', /arrived damaged/))
    expect(result(await host.send(ECHO, ORDER))).toEqual(failed('program-missing', /./))
    expect(await host.bring(ECHO)).toEqual(READY)
    expect(await host.send(ECHO, ORDER)).toEqual(ran(host.state))
  })

  it('reports a program that cannot be imported', async () => {
    const broken = packed({ words: 'from host import nothing\nWORD = nothing\n' })
    await host.bring(broken)
    expect(result(await host.send(broken, ORDER))).toEqual(failed('program-failed', /cannot import name 'nothing'/))
  })

  it.each<[string, (folder: string) => void]>([
    ['its package is cut short', (folder) => truncateSync(join(folder, 'host/__init__.py'), 20)],
    ['its package is changed', (folder) => writeFileSync(join(folder, 'host/__init__.py'), 'WORD="other"\n')],
    ['its compiled package is cut short', (folder) => truncateSync(join(folder, 'host/__pycache__', compiledOf(folder, '__init__')), 30)],
    ['its modules are cut short', (folder) => truncateSync(join(folder, 'modules'), 200)],
    ['its modules are empty, as after a power loss', (folder) => truncateSync(join(folder, 'modules'), 0)],
    ['its modules are gone', (folder) => rmSync(join(folder, 'modules'))],
    ['its modules are changed', (folder) => writeFileSync(join(folder, 'modules'), changed(readFileSync(join(folder, 'modules'))))],
    ['the sums are empty', (folder) => truncateSync(join(folder, 'sums'), 0)],
    ['the sums are cut short', (folder) => truncateSync(join(folder, 'sums'), readFileSync(join(folder, 'sums')).length - 40)],
    ['the sums are gone', (folder) => rmSync(join(folder, 'sums'))],
    ['it is empty', (folder) => (rmSync(folder, { recursive: true }), mkdirSync(folder))],
    ['it is a file', (folder) => (rmSync(folder, { recursive: true }), writeFileSync(folder, ''))],
    ['it is a link to nowhere', (folder) => (rmSync(folder, { recursive: true }), symlinkSync('/nowhere', folder))],
  ])('lacks a program, and accepts it again, if %s', async (_, harm) => {
    await host.bring(ECHO)
    harm(join(host.state, ECHO.sha256))
    expect(result(await host.send(ECHO, ORDER))).toEqual(failed('program-missing', /./))
    expect(await host.bring(ECHO)).toEqual(READY)
    expect(await host.send(ECHO, ORDER)).toEqual(ran(host.state))
    expect(readdirSync(host.state)).toEqual([ECHO.sha256])
  })

  it('says so when it has no python3', async () => {
    const path = host.folder
    for (const lines of [orderLines(host.at(ECHO), ORDER), ...programLines(host.at(ECHO))])
      expect(result(await host.agent(lines, { path }))).toEqual(failed('host-unfit', /python3 is missing/))
  })

  it('says so when its python3 is too old', async () => {
    const old = 'import sys; sys.version_info = (3, 8, 20, "final", 0); code = sys.argv.pop(1); exec(code)'
    writeFileSync(join(host.folder, 'python3'), `#!/bin/sh\nshift 3\nexec /usr/bin/python3 -I -S -c '${old}' "$@"\n`, { mode: 0o755 })
    const path = `${host.folder}:/usr/bin:/bin`
    for (const lines of [orderLines(host.at(ECHO), ORDER), ...programLines(host.at(ECHO))])
      expect(result(await host.agent(lines, { path }))).toEqual(
        failed('host-unfit', /^python3 is Python 3\.8: install Python 3\.9 or newer/),
      )
  })
})

describe.each([
  ['full', 'size=32k'],
  ['read-only', 'ro'],
])('a disk that is %s', (_, options) => {
  /** Runs the parts of a program, and an order, one after the other, where the folders are such disks; only these commands see them. */
  function within(folders: readonly string[]): Promise<Ran> {
    const program = host.at(ECHO)
    const scripts = [...programLines(program), orderLines(program, ORDER)].map((lines, at) => {
      writeFileSync(join(host.folder, `${at}.sh`), lines.join('\n'), { mode: 0o700 })
      return join(host.folder, `${at}.sh`)
    })
    const mounts = folders.map((folder) => `mkdir -p ${folder} && mount -t tmpfs -o ${options} tmpfs ${folder} &&`)
    return host.agent(['#!/bin/sh', `exec unshare --mount sh -c '${mounts.join(' ')} ${scripts.join(' && ')}'`])
  }

  it('keeps the program below /run, in memory', async () => {
    const { code, stdout } = await within([join(host.folder, 'state')])
    expect({ code, last: stdout.split('\n').at(-2) }).toEqual({ code: 0, last: ran(host.run).stdout.trimEnd() })
    expect(await host.send(ECHO, ORDER)).toEqual(ran(host.run))
  })

  it('is reported if /run cannot be written, either', async () => {
    const { code, stdout } = await within([join(host.folder, 'state'), join(host.folder, 'run')])
    expect([code, JSON.parse(stdout.split('\n').at(-2) ?? '')]).toEqual(failed('host-unfit', /no room for the host program: .*state.*run/))
  })
})

describe('the real program', () => {
  it('starts from the lines, and refuses an order that it does not know', async () => {
    await host.bring(hostProgram)
    const answer = result(await host.send(hostProgram, { ...ORDER, verb: 'nonsense' as 'status' }))
    expect(answer).toMatchObject([1, { outcome: 'failed', detail: expect.stringMatching(/verb/) }])
  })
})

/** The bytes with another last one. */
function changed(bytes: Buffer): Buffer {
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  return bytes
}

function compiledOf(folder: string, module: string): string {
  return readdirSync(join(folder, 'host/__pycache__')).find((name) => name.startsWith(`${module}.`)) ?? ''
}
