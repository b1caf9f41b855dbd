import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../local/machine/exec.ts'
import { temporaryFolder } from './temporary-folder.ts'

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
const SIGNS = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign']

/** An unknown authority. All texts are PEM. */
export interface TestAuthority {
  readonly certificate: string
  /** A certificate for a name. */
  issue(name: string, serial?: number): Promise<{ readonly certificate: string; readonly key: string }>
}

export async function makeAuthority(): Promise<TestAuthority> {
  const folder = temporaryFolder('authority')
  const openssl = (...words: readonly string[]): Promise<string> => must('env', '-C', folder, 'openssl', ...words)
  const pem = (name: string): string => readFileSync(join(folder, name), 'utf8')
  await openssl('req', '-x509', ...NEW_KEY, '-days', '30', '-subj', '/CN=authority', ...SIGNS, '-keyout', 'root.key', '-out', 'root.pem')
  return {
    certificate: pem('root.pem'),
    async issue(name, serial = 1) {
      writeFileSync(join(folder, 'extensions'), `subjectAltName=DNS:${name}\n`)
      await openssl('req', ...NEW_KEY, '-subj', `/CN=${name}`, '-keyout', 'own.key', '-out', 'own.csr')
      const signing = ['-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', String(serial), '-days', '30', '-extfile', 'extensions']
      await openssl('x509', '-req', '-in', 'own.csr', '-out', 'own.pem', ...signing)
      return { certificate: pem('own.pem'), key: pem('own.key') }
    },
  }
}
