import { deflateSync } from 'node:zlib'
import { base85, lengthInBase85 } from './base85.ts'
import type { HostOrder } from './order.ts'

/** The program that carries out orders on a host, packed by scripts/bundle/pack.py from `host/`. */
export interface HostProgram {
  /** The text of host/bootstrap.py, which a host's Python runs first. */
  readonly bootstrap: string
  /** Hash of the packed bytes; the name of the folder for the unpacked program. */
  readonly sha256: string
  /** The packed bytes, in base 85. */
  readonly packed: string
}

/**
 * A command's share of SSM's limit, which is 64 KB for a document with its parameters. The rest is for the document's own text, and for
 * undocumented overhead of SSM. https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html
 */
export const LIMIT = 60_000

/** Characters of a line of data. */
const LINE = 1000

/** Characters of the program per command, which leave a third of SSM's limit free. */
const PART = 36_000

/** Reports, in the host program's format, what prevents the program from running. */
const NO_PYTHON = JSON.stringify({
  outcome: 'failed',
  cause: 'host-unfit',
  detail: 'python3 is missing: install Python 3.9 or newer on the host',
})

/** The lines of the SSM command that makes a host carry out an order with the program it has. */
export function orderLines(program: HostProgram, order: HostOrder): string[] {
  return lines(program, order.verb, { text: packedOrder(order), part: 0, parts: 0 })
}

/** The lines of the SSM commands, in order, that bring the program to a host. */
export function programLines(program: HostProgram): string[][] {
  const { packed } = program
  const parts = Math.ceil(packed.length / PART)
  return chunks(packed, Math.ceil(packed.length / parts)).map((text, part) =>
    lines(program, `program ${part + 1}/${parts}`, { text, part, parts }),
  )
}

function packedOrder(order: HostOrder): string {
  return base85(compressed(order))
}

/** The length of the text of an order, without making that text. */
export function packedLength(order: HostOrder): number {
  return lengthInBase85(compressed(order).length)
}

function compressed(order: HostOrder): Buffer {
  return deflateSync(JSON.stringify(order), { level: 9 })
}

/** A command's content in base 85: a part of the program, or an order if there are no parts. */
interface Data {
  readonly text: string
  readonly part: number
  readonly parts: number
}

/**
 * The agent writes the lines to a file and runs it with `sh -c FILE`. The shell stops reading at `exec`; the lines below are for Python, and
 * contain no character that is special to the shell, JSON or SSM's `{{ }}`.
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

/** A text between double quotes of a shell, where its own single quotes need no escape. */
function escaped(text: string): string {
  return text.replaceAll(/[\\"$`]/g, String.raw`\$&`)
}

function chunks(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size))
}
