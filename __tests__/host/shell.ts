import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HOST = join(import.meta.dirname, '../../host')

export interface ShellRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The output, split where the shell printed a NUL. */
  readonly values: string[]
}

/** Runs `code` after all of the host's libraries, as the joined script on a host would; `commands` stand in for programs. */
export function shell(
  code: string,
  options: { args?: string[]; stdin?: string | Buffer; commands?: Record<string, string>; env?: Record<string, string> } = {},
): ShellRun {
  const dir = scratch()
  for (const [name, text] of Object.entries(options.commands ?? {}))
    writeFileSync(join(dir, name), `#!/bin/bash\n${text}\n`, { mode: 0o755 })
  const libraries = readdirSync(HOST).filter((name) => name.startsWith('lib-'))
  const script = [
    ...libraries.map((name) => `source '${join(HOST, name)}'`),
    'set -u -o pipefail',
    `STATE='${dir}/state' RUN='${dir}/run'`,
    code,
  ].join('\n')
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...(options.args ?? [])], {
    input: options.stdin ?? '',
    env: { PATH: `${dir}:/usr/local/bin:/usr/bin:/bin`, LC_ALL: 'C.UTF-8', ...options.env },
    maxBuffer: 1e8,
  })
  const text = stdout.toString()
  return { status, stdout: text, stderr: stderr.toString(), values: text.split('\0').slice(0, -1) }
}

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'host-shell-'))
}

export function payload(pairs: readonly (readonly [string, string])[]): string {
  const bytes = Buffer.from(pairs.map(([name, value]) => `${name}\0${value}\0`).join(''))
  return bytes.toString('base64').replace(/.{76}/g, '$&\n')
}
