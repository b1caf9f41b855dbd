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

/** A document together with its parameters ends at 64 KB: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html */
export const ROOM = 64 * 1024

/** What a command may take of it. The rest is for the document's own text, and for what SSM counts without saying so. */
export const LIMIT = 60_000

const LINE = 1000

/** Characters of a program that one command brings: with it, a third of SSM's room is free. */
const PART = 36_000

/** Says what is wrong where nothing of ours can run, as the host program would. */
const NO_PYTHON = JSON.stringify({
  outcome: 'failed',
  cause: 'host-unfit',
  detail: 'python3 is missing: install Python 3.9 or newer on the host',
})

/** The lines of the SSM command that has a host carry out an order, with the program that it has. */
export function orderLines(program: HostProgram, order: HostOrder): string[] {
  return lines(program, order.verb, { text: packedOrder(order), part: 0, parts: 0 })
}

/** The lines of the SSM commands, one after the other, that bring the program to a host. */
export function programLines(program: HostProgram): string[][] {
  const { packed } = program
  const parts = Math.ceil(packed.length / PART)
  return chunks(packed, Math.ceil(packed.length / parts)).map((text, part) =>
    lines(program, `program ${part + 1}/${parts}`, { text, part, parts }),
  )
}

export function packedOrder(order: HostOrder): string {
  return base85(deflateSync(JSON.stringify(order), { level: 9 }))
}

/** What a command brings, in base 85: a part of the program, or, where there are no parts, an order. */
interface Data {
  readonly text: string
  readonly part: number
  readonly parts: number
}

/**
 * The agent writes the lines to a file and runs that by `sh -c FILE`. The shell reads no further than `exec`; what stands below it is for Python, and
 * has no character that the shell, JSON or SSM's `{{ }}` would make something of.
 */
function lines({ bootstrap, sha256 }: HostProgram, title: string, { text, part, parts }: Data): string[] {
  return [
    '#!/bin/sh',
    `# docker-to-ec2 ${title}`,
    `command -v python3 >/dev/null || { echo '${NO_PYTHON}'; exit 1; }`,
    ...`exec python3 -I -S -c "${escaped(bootstrap)}" "$0" ${sha256} ${text.length} ${part} ${parts}`.split('\n'),
    ...chunks(text, LINE),
  ]
}

/** A text as it stands between double quotes of a shell, where its own single quotes need nothing. */
function escaped(text: string): string {
  return text.replaceAll(/[\\"$`]/g, String.raw`\$&`)
}

function chunks(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size))
}

/** How much of SSM's room the lines take, as a JSON array of strings. */
export function commandBytes(lines: readonly string[]): number {
  return Buffer.byteLength(JSON.stringify(lines))
}
