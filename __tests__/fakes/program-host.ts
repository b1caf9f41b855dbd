import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packProgram } from '../../scripts/bundle/host-program.ts'
import { orderLines, programLines } from '../../src/domain/order/host-command.ts'
import type { HostProgram } from '../../src/domain/order/host-command.ts'
import type { HostOrder } from '../../src/domain/order/order.ts'
import { temporaryFolder } from './temporary-folder.ts'

const SOURCES = join(import.meta.dirname, '../../host')

/** A program that prints its order and its own path, and exits with the code at the start of the order's id. */
const ECHO = `
from __future__ import annotations
import sys
from host import words

def main(order: str, began: float) -> None:
    "Prints the order."
    print(order, words.__file__, words.WORD, began > 0)
    sys.exit(int(order.partition('"id":"')[2][:2]))
`

/** Packs the bootstrap and the unpacking of the host program with other modules. */
export function packed(modules: Readonly<Record<string, string>> = {}): HostProgram {
  const folder = temporaryFolder('program')
  const host = join(folder, 'host')
  mkdirSync(host)
  for (const name of ['__init__.py', 'bootstrap.py', 'unpack.py']) cpSync(join(SOURCES, name), join(host, name))
  for (const [name, text] of Object.entries({ main: ECHO, words: 'WORD: str = "words"\n', ...modules }))
    writeFileSync(join(host, `${name}.py`), text)
  return packProgram(host)
}

/** The program with one character changed. */
export function damaged(program: HostProgram): HostProgram {
  return { ...program, packed: program.packed.replace(/.(?=.{100}$)/, (digit) => (digit === '!' ? '#' : '!')) }
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder in place of a host's disk, with an SSM agent's actions. */
export interface ProgramHost {
  readonly folder: string
  /** The folders of programs, on the disk and, if that is full, in memory. */
  readonly state: string
  readonly run: string
  /** The program, with this host's folders instead of the real ones. */
  at(program: HostProgram): HostProgram
  /** Runs lines like the agent: one file, executable, with `sh -c`, with almost no environment. That shell first runs `before`. */
  agent(lines: readonly string[], options?: { path?: string; before?: string }): Promise<Ran>
  send(program: HostProgram, order: HostOrder): Promise<Ran>
  /** Brings a program; returns the result of the last part that was sent. */
  bring(program: HostProgram): Promise<Ran>
  /** From here on, neither this host's disk nor its memory can store a program. */
  fill(): void
}

export function programHost(): ProgramHost {
  const folder = temporaryFolder('host')
  const [state, run] = [join(folder, 'state'), join(folder, 'run')]
  let scripts = 0
  const host: ProgramHost = {
    ...{ folder, state: join(state, 'program'), run: join(run, 'program') },
    at: (program) => ({
      ...program,
      bootstrap: program.bootstrap.replace('/var/lib/docker-to-ec2', state).replace('/run/docker-to-ec2', run),
    }),
    agent(lines, { path = '/usr/bin:/bin', before } = {}) {
      const script = join(folder, `_script-${scripts++}.sh`)
      writeFileSync(script, lines.join('\n'), { mode: 0o700 })
      return finished('/bin/sh', ['-c', before ? `${before}\nexec ${script}` : script], path)
    },
    send: (program, order) => host.agent(orderLines(host.at(program), order)),
    bring: (program) => sendAll(host, programLines(host.at(program))),
    fill: () => [state, run].forEach((place) => writeFileSync(place, '')),
  }
  return host
}

/** The result of the first failed command, or of the last one. */
async function sendAll(host: ProgramHost, commands: readonly string[][]): Promise<Ran> {
  let ran: Ran = { code: null, stdout: '', stderr: '' }
  for (const lines of commands) {
    ran = await host.agent(lines)
    if (ran.code !== 0) break
  }
  return ran
}

function finished(file: string, args: readonly string[], path: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { PATH: path }, cwd: '/usr/bin', stdio: ['ignore', 'pipe', 'pipe'] })
    const [stdout, stderr]: [string[], string[]] = [[], []]
    child.stdout.on('data', (data: Buffer) => stdout.push(data.toString()))
    child.stderr.on('data', (data: Buffer) => stderr.push(data.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }))
  })
}
