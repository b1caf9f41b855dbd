/** An authority that speaks ACME, beside a cloud: names are looked up in the hosted zones of that. local/acme/authority.py says what it is made of. */
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
  /** Has the proxy of a host trust the directory. Comes before the proxy asks it for the first time. */
  trustOn(host: HostHandle): Promise<void>
  /** What visitors trust, in PEM. */
  readonly issuers: string
  /** From now on requests whose path has this part are answered so; `kind` is one of RFC 8555, 6.7. With status 0 the connection is closed. */
  trouble(path: string, status: number, kind?: string, detail?: string): Promise<void>
  noTrouble(): Promise<void>
  /** How many certificates were ordered. */
  orders(): Promise<number>
  stop(): Promise<void>
}

const FRONT = 14443
const MANAGEMENT = 15000

export async function startAuthority(cloud: Cloud): Promise<Authority> {
  const address = cloud.nameserver
  const folder = await mkdtemp(join(cloud.dir, 'authority-'))
  const program = await startProcess('authority', folder, [
    cached.python,
    join(import.meta.dirname, 'authority.py'),
    folder,
    address,
    `${address}:53`,
  ])
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
