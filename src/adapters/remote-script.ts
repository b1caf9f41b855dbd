import { gzipSync } from 'node:zlib'
import type { HostOrder } from '../domain/remote/order.ts'
import { DeployError } from '../errors.ts'

// A document together with its parameters ends at 64 KB: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html
const LIMIT = 60_000

/**
 * The lines of one SSM command. The agent runs them as a file by `sh -c FILE`, where the first line chooses bash. `script` (functions that end in
 * `main`) and payload travel compressed and encoded, so neither the shell nor SSM's `{{ }}` finds anything to interpret.
 */
export function remoteScript(script: string, order: HostOrder): string[] {
  const program = `${script.trimEnd()}\nmain <<'PAYLOAD'\n${wrapped(Buffer.from(JSON.stringify(order)).toString('base64'))}\nPAYLOAD\n`
  const encoded = wrapped(gzipSync(program, { level: 9 }).toString('base64'))
  const lines = [
    '#!/bin/bash',
    `# docker-to-ec2 ${order.verb}`,
    "exec /bin/bash <(base64 -d <<'SCRIPT' | gunzip",
    ...encoded.split('\n'),
    'SCRIPT',
    ')',
  ]
  const bytes = lines.reduce((sum, line) => sum + line.length + 3, 0)
  if (bytes > LIMIT) throw tooLarge(bytes)
  return lines
}

function wrapped(base64: string): string {
  return base64.replace(/.{1000}(?=.)/g, '$&\n')
}

function tooLarge(bytes: number): DeployError {
  return new DeployError('command-too-large', `The command for the host has ${bytes} bytes; SSM takes ${LIMIT}.`, {
    next: 'Shorten the inputs env and args: put large values into Parameter Store (input secrets) or into the image.',
  })
}
