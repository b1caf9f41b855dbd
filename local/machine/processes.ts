/** The programs of a cloud: AWS (moto), the registry, and Caddy, which gives the registry TLS and ECR's rules. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { cached } from './cache.ts'
import { must } from './exec.ts'
import { until } from './patience.ts'

export const PORTS = { aws: 4000, metadata: 4001, gate: 4002, registry: 5000, publicRegistry: 5001 } as const

/** Starts a program that dies with this process; its output goes to NAME.log in `dir`. */
export async function startProcess(
  name: string,
  dir: string,
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<ChildProcess> {
  const log = await open(join(dir, `${name}.log`), 'a')
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...argv], {
    env: { PATH: process.env['PATH'] ?? '', HOME: dir, XDG_CONFIG_HOME: dir, XDG_DATA_HOME: dir, ...env },
    stdio: ['ignore', log.fd, log.fd],
    detached: true, // in a terminal, only the cloud's owner gets Ctrl-C
  })
  await log.close()
  return child
}

/** docker-registry's configuration; without a cache, so that a repository can be deleted while it runs. */
export function registryConfig(storage: string, http: Record<string, unknown>): string {
  return JSON.stringify({
    version: 0.1,
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: storage }, delete: { enabled: true } },
    http: { ...http, relativeurls: true, secret: 'local' },
  })
}

function caddyfile(dir: string, gateway: string): string {
  const tls = `tls ${join(dir, 'ca.crt')} ${join(dir, 'ca.key')}`
  const registry = `reverse_proxy unix/${join(dir, 'registry.sock')}`
  return `{
	admin off
	auto_https off
	servers {
		protocols h1 h2
	}
}
https://${gateway}:${PORTS.registry} {
	bind ${gateway}
	${tls}
${privateRegistry(gateway, registry)}
}
https://${gateway}:${PORTS.publicRegistry} {
	bind ${gateway}
	${tls}
${publicRegistry(gateway, registry)}
}
`
}

/** The gate answers what ECR does in another way than the registry; all else needs its consent. */
function privateRegistry(gateway: string, registry: string): string {
  return `	@manifest {
		method PUT
		path_regexp ^/v2/.+/manifests/
	}
	handle @manifest {
		reverse_proxy ${gateway}:${PORTS.gate}
	}
	@referrers path_regexp ^/v2/.+/referrers/
	handle @referrers {
		reverse_proxy ${gateway}:${PORTS.gate}
	}
	handle {
		forward_auth ${gateway}:${PORTS.gate} {
			uri /
		}
		${registry}
	}`
}

/** Read-only, and without a password: the images below `public/`. */
function publicRegistry(gateway: string, registry: string): string {
  return `	@write not method GET HEAD
	respond @write 405
	forward_auth ${gateway}:${PORTS.gate} {
		uri /public
	}
	@image path_regexp image ^/v2/(.+)$
	rewrite @image /v2/public/{re.image.1}
	${registry}`
}

/** A self-signed certificate for the gateway's address. */
async function makeCertificate(dir: string, gateway: string): Promise<void> {
  await must(
    ...['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
    ...['-subj', '/CN=docker-to-ec2 local cloud', '-addext', `subjectAltName=IP:${gateway}`],
    ...['-keyout', join(dir, 'ca.key'), '-out', join(dir, 'ca.crt')],
  )
}

/** Starts all programs and returns once they answer. */
export async function startPrograms(dir: string, gateway: string): Promise<ChildProcess[]> {
  const socket = join(dir, 'registry.sock')
  await makeCertificate(dir, gateway)
  await writeFile(join(dir, 'registry.yml'), registryConfig(join(dir, 'registry'), { net: 'unix', addr: socket }))
  await writeFile(join(dir, 'Caddyfile'), caddyfile(dir, gateway))
  const started = await Promise.all([
    startProcess('aws', dir, [cached.python, join(import.meta.dirname, '..', 'aws', 'server.py')], {
      LOCAL_CLOUD_CONFIG: join(dir, 'config.json'),
      PYTHONDONTWRITEBYTECODE: '',
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      MOTO_ENABLE_AMI_VALIDATION: '1',
      MOTO_EC2_ENABLE_INSTANCE_TYPE_VALIDATION: '1',
    }),
    startProcess('registry', dir, ['docker-registry', 'serve', join(dir, 'registry.yml')]),
    startProcess('front', dir, [cached.caddy, 'run', '--config', join(dir, 'Caddyfile'), '--adapter', 'caddyfile']),
  ])
  const answers = (name: string, port: number) => until(name, () => listens(gateway, port))
  const up = Promise.all([answers('AWS', PORTS.aws), answers('the gate', PORTS.gate), answers('the front', PORTS.publicRegistry)])
  try {
    await Promise.race([up, ...started.map((program) => endedEarly(program, dir))])
    return started
  } catch (error) {
    for (const program of started) program.kill('SIGKILL')
    throw error
  }
}

/** Rejects with the end of a program's log if the program exits. */
async function endedEarly(program: ChildProcess, dir: string): Promise<never> {
  await once(program, 'exit')
  const name = program.spawnargs.join(' ')
  const logs = await Promise.all(['aws', 'registry', 'front'].map((log) => readFile(join(dir, `${log}.log`), 'utf8').catch(() => '')))
  throw new Error(`${name} ended\n${logs.map((log) => log.slice(-2000)).join('\n')}`)
}

async function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port }, () => resolve(true)).on('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
