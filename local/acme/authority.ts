/** An ACME authority beside a cloud, which looks names up in the cloud's hosted zones. local/acme/authority.py describes its parts. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cloud } from '../cloud.ts'
import type { HostHandle } from '../host/host.ts'
import { cached } from '../machine/cache.ts'
import { must } from '../machine/exec.ts'
import { until } from '../machine/patience.ts'
import { startProcess } from '../machine/processes.ts'

export interface Authority {
  /** For the input acme-directory. */
  readonly directory: string
  /** Makes the proxy of a host trust the directory. Call it before the proxy's first request. */
  trustOn(host: HostHandle): Promise<void>
  /** The root that visitors must trust, in PEM. */
  readonly issuers: string
  /** From now on, answers requests whose path contains this part in this way; `kind` is one of RFC 8555, 6.7. With status 0, closes the connection. */
  trouble(path: string, status: number, kind?: string, detail?: string): Promise<void>
  noTrouble(): Promise<void>
  /** The number of ordered certificates. */
  orders(): Promise<number>
  stop(): Promise<void>
}

const ROOT = join(import.meta.dirname, '..', '..')
const FRONT = 14443
const MANAGEMENT = 15000

export async function startAuthority(cloud: Cloud): Promise<Authority> {
  const address = cloud.nameserver
  const folder = await mkdtemp(join(cloud.dir, 'authority-'))
  const command = [cached.python, '-m', 'local.acme.authority', folder, address, `${address}:53`]
  const program = await startProcess('authority', folder, command, { PYTHONPATH: ROOT })
  await until('the authority', async () => existsSync(join(folder, 'ready')))
  const root = join(folder, 'root.pem')
  const issuers = await must('curl', '--silent', '--fail', '--cacert', root, `https://${address}:${MANAGEMENT}/roots/0`)
  return {
    directory: `https://${address}:${FRONT}/dir`,
    issuers,
    async trustOn(host) {
      const trust = '/var/lib/docker-to-ec2/proxy/trust'
      const script = `mkdir -p ${trust} && chmod 755 ${trust} && cat >${trust}/test.pem && chmod 644 ${trust}/test.pem`
      const { code, stderr } = await host.exec(['bash', '-euc', script], { stdin: await readFile(root, 'utf8') })
      if (code !== 0) throw new Error(stderr)
    },
    async trouble(path, status, kind = '', detail = '') {
      const said = { path, status, type: `urn:ietf:params:acme:error:${kind}`, detail }
      await writeFile(join(folder, 'trouble.part'), JSON.stringify(said))
      await rename(join(folder, 'trouble.part'), join(folder, 'trouble.json'))
    },
    noTrouble: () => rm(join(folder, 'trouble.json'), { force: true }),
    async orders() {
      const paths = await readFile(join(folder, 'requests'), 'utf8').catch(() => '')
      return paths.split('\n').filter((path) => path.includes('order-plz')).length
    },
    async stop() {
      program.kill('SIGKILL')
      if (program.exitCode === null && program.signalCode === null) await once(program, 'exit')
    },
  }
}
