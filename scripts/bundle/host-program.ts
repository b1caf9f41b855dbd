/** The host program for the bundle and for jest: the result of `import program from '../../host/main.py'`. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { base85 } from '../../src/domain/order/base85.ts'
import type { HostProgram } from '../../src/domain/order/host-command.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Packs the program whose package is `folder`. */
export function packProgram(folder: string): HostProgram {
  const json = execFileSync('script/tool', ['python', '-m', 'scripts.bundle.pack', folder], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e7 })
  const { bootstrap, sha256, packed } = JSON.parse(json) as { bootstrap: string; sha256: string; packed: string }
  return { bootstrap, sha256, packed: base85(Buffer.from(packed, 'base64')) }
}

export function hostProgramModule(): string {
  return `export default ${JSON.stringify(packProgram('host'))}\n`
}
