import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { hostProgram } from '../../src/adapters/host-program.ts'
import { AROUND, LIMIT } from '../../src/domain/remote/command-size.ts'
import { base85 } from '../../src/domain/remote/base85.ts'
import { commandBytes, commandLines } from '../../src/domain/remote/host-command.ts'
import type { HostProgram } from '../../src/domain/remote/host-command.ts'
import { hostOrder } from '../../src/domain/remote/order.ts'
import { SERVICE } from '../fakes/samples.ts'
import { packed, programHost } from '../fakes/program-host.ts'
import type { ProgramHost } from '../fakes/program-host.ts'

const SPEC = { id: '00-a', service: SERVICE, region: 'us-east-1', runUrl: '' }
const ORDER = hostOrder('status', SPEC)
const ECHO = packed()

let host: ProgramHost
beforeEach(() => void (host = programHost()))
afterEach(() => host.close())

const both = (program: HostProgram) => ({ program: program.packed, order: ORDER })
const said = (where: string): string => `${JSON.stringify(ORDER)} ${where}/host/words.py words True\n`
const programs = (home: string): string[] => (existsSync(home) ? readdirSync(home) : [])

describe('the lines of a command', () => {
  it.each([
    ['an order', { order: ORDER }],
    ['the program', { program: hostProgram.packed }],
    ['both', both(hostProgram)],
  ])('with %s say what they are, and have nothing in them that a shell, JSON or SSM expands', (_, command) => {
    const lines = commandLines(hostProgram, command)
    const exec = lines.findIndex((line) => line.startsWith('exec python3 -I -S -c '))
    const data = lines.findIndex((line) => line.startsWith(`' "$0" `) || line.includes(`' "$0" ${hostProgram.sha256}`)) + 1
    expect(lines.slice(0, 2)).toEqual(['#!/bin/sh', `# docker-to-ec2 ${'order' in command ? 'status' : 'program'}`])
    expect(lines.slice(exec, data).join('\n').split("'")).toHaveLength(3)
    expect(lines.slice(data).join('')).toMatch(/^[^"&'<>\\`{}\s]+$/)
    expect(lines.join('\n')).not.toMatch(/\{\{|[^\n -~]/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(1000)
  })

  it('fit into SSM with the program, and leave the room for an order that is told beforehand', () => {
    expect(commandBytes(commandLines(hostProgram, { program: hostProgram.packed }))).toBeLessThan(LIMIT)
    const order = { ...ORDER, runUrl: 'x'.repeat(40).concat(base85(Buffer.from(hostProgram.packed.slice(0, 30_000), 'latin1'))) }
    const lines = commandLines(hostProgram, { order })
    expect(commandBytes(lines) - commandBytes(lines.slice(-1))).toBeGreaterThan(20_000)
    expect(commandBytes(commandLines(hostProgram, {}))).toBeLessThan(AROUND - 300)
  })
})

describe('a host', () => {
  it('unpacks the program once, keeps its compiled form, and gets each order unharmed', async () => {
    expect(await host.send(ECHO, { program: ECHO.packed })).toEqual({ code: 0, stdout: '{"outcome": "ready"}\n', stderr: '' })
    const folder = join(host.state, ECHO.sha256)
    const compiled = readdirSync(join(folder, 'host/__pycache__'))
    expect(compiled.map((name) => name.split('.')[0]).toSorted()).toEqual(['__init__', 'main', 'unpack', 'words'])
    const order = { ...ORDER, id: '07', runUrl: `$(touch /tmp/x) \`id\` '"\\ {{ ssm:x }}\r\n\u0000 Größe 🚀` }
    const { code, stdout } = await host.send(ECHO, { order })
    expect({ code, order: JSON.parse(stdout.slice(0, stdout.lastIndexOf('}') + 1)) }).toEqual({ code: 7, order })
    expect(readdirSync(join(folder, 'host/__pycache__'))).toEqual(compiled)
  })

  it('gets a program and an order at once', async () => {
    expect(await host.send(ECHO, both(ECHO))).toEqual({ code: 0, stdout: said(join(host.state, ECHO.sha256)), stderr: '' })
  })

  it('says that it lacks the program', async () => {
    const { code, stdout } = await host.send(ECHO, { order: ORDER })
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { outcome: 'failed', cause: 'program-missing' }])
    expect(existsSync(host.state)).toBe(false)
  })

  it('unpacks for several at once', async () => {
    const ran = await Promise.all(Array.from({ length: 6 }, () => host.send(ECHO, both(ECHO))))
    expect(new Set(ran.map(({ stdout, stderr }) => stdout + stderr))).toEqual(new Set([said(join(host.state, ECHO.sha256))]))
    expect(programs(host.state)).toEqual([ECHO.sha256])
  })

  it('keeps what is there from a program that arrives damaged', async () => {
    const program = host.at({ ...ECHO, sha256: '0'.repeat(64) })
    const { code, stdout } = await host.agent(commandLines(program, both(ECHO)))
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { outcome: 'failed', cause: 'program-failed', detail: 'the command arrived damaged' }])
    expect(programs(host.state)).toEqual([])
  })

  it('tells of a program that cannot be imported', async () => {
    const broken = packed({ words: 'from host import nothing\n' })
    const { code, stdout } = await host.send(broken, both(broken))
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { outcome: 'failed', cause: 'program-failed', detail: /cannot import name 'nothing'/ }])
  })

  it.each<[string, (folder: string) => void]>([
    ['a module is cut short', (folder) => truncateSync(join(folder, 'host/main.py'), 20)],
    ['a module is gone', (folder) => rmSync(join(folder, 'host/words.py'))],
    ['a module is empty, as after a power loss', (folder) => truncateSync(join(folder, 'host/words.py'), 0)],
    ['a module is changed', (folder) => writeFileSync(join(folder, 'host/words.py'), 'WORD="other"\n')],
    ['a compiled module is cut short', (folder) => truncateSync(join(folder, 'host/__pycache__', firstOf(folder, 'words')), 30)],
    ['the sums are empty', (folder) => truncateSync(join(folder, 'sums'), 0)],
    ['the sums are cut short', (folder) => truncateSync(join(folder, 'sums'), readFileSync(join(folder, 'sums')).length - 40)],
    ['the sums are gone', (folder) => rmSync(join(folder, 'sums'))],
    ['it is empty', (folder) => (rmSync(folder, { recursive: true }), mkdirSync(folder))],
    ['it is a file', (folder) => (rmSync(folder, { recursive: true }), writeFileSync(folder, ''))],
    ['it is a link to nowhere', (folder) => (rmSync(folder, { recursive: true }), symlinkSync('/nowhere', folder))],
  ])('replaces the folder of a program when %s', async (_, harm) => {
    await host.send(ECHO, { program: ECHO.packed })
    const folder = join(host.state, ECHO.sha256)
    harm(folder)
    expect(JSON.parse((await host.send(ECHO, { order: ORDER })).stdout)).toMatchObject({ cause: 'program-missing' })
    expect(await host.send(ECHO, both(ECHO))).toEqual({ code: 0, stdout: said(folder), stderr: '' })
    expect(await host.send(ECHO, { order: ORDER })).toEqual({ code: 0, stdout: said(folder), stderr: '' })
    expect(programs(host.state)).toEqual([ECHO.sha256])
  })

  it('says so when it has no python3', async () => {
    const { code, stdout, stderr } = await host.agent(commandLines(host.at(ECHO), both(ECHO)), { path: host.folder })
    expect([code, JSON.parse(stdout), stderr]).toMatchObject([1, { outcome: 'failed', cause: 'host-unfit', detail: /python3 is missing/ }, ''])
  })

  it('says so when its python3 is too old', async () => {
    const old = 'import sys; sys.version_info = (3, 8, 20, "final", 0); code = sys.argv.pop(1); exec(code)'
    writeFileSync(join(host.folder, 'python3'), `#!/bin/sh\nshift 3\nexec /usr/bin/python3 -I -S -c '${old}' "$@"\n`, { mode: 0o755 })
    const { code, stdout } = await host.agent(commandLines(host.at(ECHO), both(ECHO)), { path: `${host.folder}:/usr/bin:/bin` })
    const detail = 'python3 is Python 3.8: install Python 3.9 or newer on the host'
    expect([code, JSON.parse(stdout)]).toEqual([1, { outcome: 'failed', cause: 'host-unfit', detail }])
  })
})

/** Mounts that only the shell and its children see, and that are gone with them. */
const small = (folder: string): string => `mkdir -p ${folder} && mount -t tmpfs -o size=16k tmpfs ${folder}`
const readOnly = (folder: string): string => `mkdir -p ${folder} && mount -t tmpfs -o ro tmpfs ${folder}`

describe.each([
  ['full', small],
  ['read-only', readOnly],
])('a disk that is %s', (_, mount) => {
  const inside = (lines: readonly string[], folders: readonly string[]) =>
    host.agent(['#!/bin/sh', `unshare --mount sh -c '${folders.map(mount).join(' && ')} && exec "$0"' ${scriptOf(lines)}`])

  function scriptOf(lines: readonly string[]): string {
    const script = join(host.folder, 'inner.sh')
    writeFileSync(script, lines.join('\n'), { mode: 0o700 })
    return script
  }

  it('has the program run from memory-backed /run', async () => {
    const ran = await inside(commandLines(host.at(ECHO), both(ECHO)), [join(host.folder, 'state')])
    expect(ran).toEqual({ code: 0, stdout: said(join(host.run, ECHO.sha256)), stderr: '' })
    expect(await host.send(ECHO, { order: ORDER })).toEqual({ ...ran, stdout: said(join(host.run, ECHO.sha256)) })
  })

  it('has it run from memory when /run takes nothing, either, and leaves nothing half done', async () => {
    const folders = [join(host.folder, 'state'), join(host.folder, 'run')]
    const ran = await inside(commandLines(host.at(ECHO), both(ECHO)), folders)
    expect(ran).toEqual({ code: 0, stdout: `${JSON.stringify(ORDER)} memory words True\n`, stderr: '' })
    const { code, stdout } = await inside(commandLines(host.at(ECHO), { program: ECHO.packed }), folders)
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { outcome: 'failed', cause: 'host-unfit' }])
  })
})

describe('the real program', () => {
  it('starts from the lines, and refuses an order that it does not know', async () => {
    const { code, stdout } = await host.send(hostProgram, { program: hostProgram.packed, order: { ...ORDER, verb: 'nonsense' as 'show' } })
    expect([code, JSON.parse(stdout.split('\n')[0] ?? '')]).toMatchObject([1, { outcome: 'failed', detail: /verb/ }])
  })
})

function firstOf(folder: string, module: string): string {
  return readdirSync(join(folder, 'host/__pycache__')).find((name) => name.startsWith(`${module}.`)) ?? ''
}
