import { deflateSync } from 'node:zlib'
import { base85 } from './base85.ts'
import type { HostOrder } from './order.ts'

/** The program that carries out orders on a host, as scripts/pack.py makes it of `host/`. */
export interface HostProgram {
  /** The text of host/bootstrap.py: what a host's Python begins with. */
  readonly bootstrap: string
  /** Of the packed bytes; the name of the folder that the program is unpacked to. */
  readonly sha256: string
  /** The packed bytes, in base 85. */
  readonly packed: string
}

/** What one command brings. Without a program, the host has to have it; without an order, the program is only unpacked. */
export interface HostCommand {
  readonly program?: HostProgram['packed']
  readonly order?: HostOrder
}

const LINE = 1000

/** Says what is wrong where nothing of ours can run, as the host program would. */
const NO_PYTHON = JSON.stringify({ outcome: 'failed', cause: 'host-unfit', detail: 'python3 is missing: install Python 3.9 or newer on the host' })

/**
 * The lines of one SSM command. The agent writes them to a file and runs that by `sh -c FILE`. The shell reads no further than `exec`; what stands
 * below it is for Python, has no character that the shell, JSON or SSM's `{{ }}` would make something of, and ends with the program and the order.
 */
export function commandLines({ bootstrap, sha256 }: HostProgram, { program = '', order }: HostCommand): string[] {
  const packed = order ? packedOrder(order) : ''
  return [
    '#!/bin/sh',
    `# docker-to-ec2 ${order?.verb ?? 'program'}`,
    `command -v python3 >/dev/null || { echo '${NO_PYTHON}'; exit 1; }`,
    ...`exec python3 -I -S -c '${bootstrap.trimEnd()}' "$0" ${sha256} ${program.length} ${packed.length}`.split('\n'),
    ...((program + packed).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []),
  ]
}

export function packedOrder(order: HostOrder): string {
  return base85(deflateSync(JSON.stringify(order), { level: 9 }))
}

/** How much of SSM's room the lines take, as a JSON array of strings. */
export function commandBytes(lines: readonly string[]): number {
  return Buffer.byteLength(JSON.stringify(lines))
}
