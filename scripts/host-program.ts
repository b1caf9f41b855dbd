/** The host program as a module of JavaScript, for the bundle and for jest: what `import program from '../../host/main.py'` gives. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { base85 } from '../src/domain/remote/base85.ts'

const ROOT = join(import.meta.dirname, '..')

export function hostProgramModule(): string {
  const json = execFileSync('python3', ['-m', 'scripts.pack', 'host'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e7 })
  const { packed, ...rest } = JSON.parse(json) as Record<'bootstrap' | 'sha256' | 'packed', string>
  return `export default ${JSON.stringify({ ...rest, packed: base85(Buffer.from(packed, 'base64')) })}\n`
}
