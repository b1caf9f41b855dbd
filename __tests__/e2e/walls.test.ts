import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { daemonSettings, restartDocker } from '../../local/world.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { invite } from './support/guest.ts'
import { onHost, tell } from './support/on-host.ts'
import { beforeEach, given, it, untilEnd } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let owner: ActionRun
let host: HostHandle

/** `web` may use the role of its host, whose metadata service answers containers for that; its guest `api` is the one to attack. */
const served = given(async () => {
  bed = await openBed()
  owner = ended(await bed.act({ 'host-role': 'true' }), 'deployed')
  host = await bed.hostOf(owner)
  await invite(bed.cloud, 'api')
  ended(await bed.act(GUEST()), 'deployed')
  await onHost(host, LISTENER)
})
beforeEach(served)

const GUEST = () => ({ service: 'api', 'instance-id': host.id, 'http-port': '8081' })
/** A program of the host that listens on all of its addresses. */
const LISTENER = `curl -s 127.0.0.1:8090 >/dev/null || setsid python3 -m http.server 8090 >/dev/null 2>&1 &
  until curl -s 127.0.0.1:8090 >/dev/null; do sleep 0.1; done`

const DOCKER0 = "ip -4 -o address show docker0 | sed 's:.*inet ::; s:/.*::'"

/** Prints the status that a URL is answered with, or why it is not answered within so many milliseconds. */
const ASK = `const [url, ms, method, headers] = process.argv.slice(1)
fetch(url, { method, headers: JSON.parse(headers), signal: AbortSignal.timeout(Number(ms)) })
  .then(async (answer) => console.log(answer.status, await answer.text()), (error) => console.log(error.cause?.code ?? error.name))
  .then(() => process.exit())`

/** Answers every question about a name with this address. */
const NAMED = '192.0.2.7'
const NAME_SERVER = (at: string) => `cat >/run/names.py <<'END'
import socket, sys
names = socket.socket(type=socket.SOCK_DGRAM)
names.bind((sys.argv[1], 53))
while True:
    asked, visitor = names.recvfrom(512)
    question = asked[12:asked.index(0, 12) + 5]
    known = question[-4:-2] == bytes((0, 1))
    answer = bytes((192, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4)) + socket.inet_aton('${NAMED}')
    names.sendto(asked[:2] + bytes((129, 128, 0, 1, 0, known, 0, 0, 0, 0)) + question + answer * known, visitor)
END
  setsid python3 /run/names.py ${at} >/dev/null 2>&1 & echo $! >/run/names.pid`

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly ms?: number
}

const HASTY = 1000
const SILENT = /^(TimeoutError|UND_ERR_CONNECT_TIMEOUT|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/

/** What somebody in the running container of a service is answered; within a second, unless more is said. */
async function asks(service: 'web' | 'api', url: string, { method = 'GET', headers = {}, ms = HASTY }: Asked = {}): Promise<string> {
  const ran = await host.exec([
    ...['docker', 'exec', await slot(service), 'node', '-e', ASK],
    ...[url, String(ms), method, JSON.stringify(headers)],
  ])
  if (ran.code !== 0) throw new Error(ran.stderr)
  return ran.stdout.trim()
}

const slot = (service: string): Promise<string> =>
  onHost(host, `docker ps --format '{{.Names}}' --filter label=docker-to-ec2.service=${service}.production`)
const addressOf = async (service: string): Promise<string> =>
  onHost(host, `docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' ${await slot(service)}`)
const gatewayOf = async (service: string): Promise<string> =>
  onHost(host, `docker inspect --format '{{range .NetworkSettings.Networks}}{{.Gateway}}{{end}}' ${await slot(service)}`)
const networks = async (): Promise<string[]> =>
  (await onHost(host, "docker network ls --filter label=docker-to-ec2=network --format '{{.Name}}' | sort")).split('\n')

const METADATA = 'http://169.254.169.254/latest'
const FOR_A_TOKEN = { method: 'PUT', headers: { 'X-aws-ec2-metadata-token-ttl-seconds': '60' } }

describe('a service that shares its host', () => {
  it('has its own network and bridge', async () => {
    expect(await networks()).toEqual(['docker-to-ec2.api.production', 'docker-to-ec2.web.production'])
    expect(await onHost(host, 'ls /sys/class/net | grep -c ^d2e-')).toBe('2')
    expect(await addressOf('api')).not.toBe(await addressOf('web'))
  })

  it('is served, and reaches the internet', async () => {
    const { env } = bed.cloud
    expect(await visit(owner.outputs['url'] ?? '')).toBe(commitOf(owner))
    expect(await asks('api', env['AWS_ENDPOINT_URL'] ?? '', { ms: 60_000 })).toMatch(/^\d{3}/)
  })

  it("does not reach another service's container", async () => {
    const url = `http://${await addressOf('web')}:8080/version`
    expect(await onHost(host, `curl -s ${url}`)).toBe(commitOf(owner))
    expect(await asks('web', url, { ms: 60_000 })).toBe(`200 ${commitOf(owner)}`)
    expect(await asks('api', url)).toMatch(SILENT)
  })

  it.each<[string, () => Promise<string>]>([
    ['the address of the host', async () => host.address],
    ['its own gateway', () => gatewayOf('api')],
    ["another service's gateway", () => gatewayOf('web')],
    ["Docker's own bridge", () => onHost(host, DOCKER0)],
  ])('does not reach a program of the host or the proxy by %s', async (_, find) => {
    const address = await find()
    for (const port of ['8090', '80', '8081']) {
      expect(await onHost(host, `curl -s -o /dev/null -w '%{http_code}' http://${address}:${port}/`)).toBe('200')
      expect(await asks('api', `http://${address}:${port}/`)).toMatch(SILENT)
    }
  })

  it('does not reach the administration of the proxy', async () => {
    const socket = '/var/lib/docker-to-ec2/proxy/data/admin.sock'
    expect(await onHost(host, `curl -s -o /dev/null -w %{http_code} --unix-socket ${socket} http://x/config/`)).toBe('200')
    const places = JSON.stringify(['/data/admin.sock', '/var/lib/docker-to-ec2', '/run/docker-to-ec2', '/var/run/docker.sock'])
    const inside = `console.log(${places}.filter((path) => fs.existsSync(path)).length)`
    expect(await onHost(host, `docker exec ${await slot('api')} node -e '${inside}'`)).toBe('0')
    // It has no TCP port of its own, on the host, either.
    expect(await onHost(host, 'curl -s http://127.0.0.1:2019/config/; echo $?')).toBe('7')
  })
})

describe('the metadata service, on a host where it answers containers', () => {
  it('answers containers if the host is launched for a service with host-role', async () => {
    const launches = (await bed.calls()).filter(({ operation }) => operation === 'RunInstances')
    expect(launches.map(({ params }) => params['MetadataOptions.HttpPutResponseHopLimit'])).toEqual(['2'])
  })

  it('answers the service with host-role, and gives it the credentials of the role', async () => {
    const [status, token = ''] = (await asks('web', `${METADATA}/api/token`, { ...FOR_A_TOKEN, ms: 60_000 })).split(' ')
    expect(status).toBe('200')
    const role = await asks('web', `${METADATA}/meta-data/iam/security-credentials/`, {
      headers: { 'X-aws-ec2-metadata-token': token },
      ms: 60_000,
    })
    expect(role).toMatch(/^200 docker-to-ec2.web.production/)
  })

  it('does not answer its neighbour, like all link-local addresses', async () => {
    expect(await asks('api', `${METADATA}/api/token`, FOR_A_TOKEN)).toMatch(SILENT)
    expect(await asks('api', 'http://169.254.170.2/v2/credentials')).toMatch(SILENT)
  })

  it('no longer answers a release without host-role, even at the address of one that had it', async () => {
    await bed.commit()
    ended(await bed.act({ 'host-role': 'false' }), 'deployed')
    expect(await asks('web', `${METADATA}/api/token`, FOR_A_TOKEN)).toMatch(SILENT)
    ended(await bed.act({ command: 'rollback', port: undefined }), 'rolled-back')
    expect(await asks('web', `${METADATA}/api/token`, { ...FOR_A_TOKEN, ms: 60_000 })).toMatch(/^200/)
    await bed.commit()
    owner = ended(await bed.act({ 'host-role': 'true' }), 'deployed')
  })
})

describe('firewall rules that somebody removes', () => {
  it('are reported by status, and restored by the next order, even if it changes nothing else', async () => {
    const url = `http://${host.address}:8090/`
    await onHost(host, 'iptables -t mangle --flush; ip6tables -t mangle --flush')
    expect(await asks('api', url, { ms: 60_000 })).toMatch(/^200/)
    const status = ended(await bed.act({ command: 'status', port: undefined }), 'reported')
    expect(status.summary).toContain('the walls between the services are incomplete')
    ended(await bed.act({ 'host-role': 'true' }), 'unchanged')
    expect(await asks('api', url)).toMatch(SILENT)
    expect(await asks('web', `${METADATA}/api/token`, { ...FOR_A_TOKEN, ms: 60_000 })).toMatch(/^200/)
  })

  it("are reported by status and by a failure if they are Docker's own, and made again by its restart, as advised", async () => {
    const nothing = (await onHost(host, 'iptables-save -t nat')).split('\n').filter((line) => /^-A .*(DOCKER|MASQUERADE)/.test(line))
    for (const rule of nothing) await onHost(host, `iptables -t nat ${rule.replace(/^-A/, '-D')}`)
    expect(await asks('api', bed.cloud.env['AWS_ENDPOINT_URL'] ?? '')).toMatch(SILENT)
    const status = ended(await bed.act({ command: 'status', port: undefined }), 'reported')
    expect(status.summary).toContain('reach nothing beyond this host')
    await bed.commit()
    const run = ended(await bed.act({ ...GUEST(), env: 'BEHAVIOUR=crash' }), 'failed', 'exited')
    expect(run.stdout).toContain('::warning::Docker')
    expect(run.stdout).toContain('reach nothing beyond this host')
    await restartDocker(host)
    expect(await asks('api', bed.cloud.env['AWS_ENDPOINT_URL'] ?? '', { ms: 60_000 })).toMatch(/^\d{3}/)
    expect(ended(await bed.act({ command: 'status', port: undefined }), 'reported').summary).not.toContain('beyond this host')
  })

  it('stay when Docker restarts', async () => {
    const rules = (): Promise<string> => onHost(host, 'iptables-save -t mangle | grep ^-A; ip6tables-save -t mangle | grep ^-A')
    const before = await rules()
    expect(before).toContain('DOCKER-TO-EC2-FROM')
    await restartDocker(host)
    expect(await rules()).toBe(before)
    expect(await asks('api', `http://${host.address}:8090/`)).toMatch(SILENT)
  })

  it('cannot be restored: no container is started, and the live release keeps serving', async () => {
    await onHost(host, 'mv /usr/sbin/iptables-save /usr/sbin/iptables-save.gone')
    await bed.commit()
    const run = await bed.act(GUEST())
    await onHost(host, 'mv /usr/sbin/iptables-save.gone /usr/sbin/iptables-save')
    expect(errorOf(ended(run, 'failed', 'host-unfit'))).toContain('iptables-save is missing')
    expect(await visit(`${owner.outputs['url']}:8081`)).toMatch(/^[0-9a-f]{8}$/)
  })
})

describe('when memory runs out', () => {
  const scores = async (name: string): Promise<string> =>
    onHost(host, `docker top ${name} -eo pid | tail -n +2 | while read pid; do cat /proc/$pid/oom_score_adj; done | sort -u`)

  it('a release that is not live yet is killed first, and the live one is as safe as other programs', async () => {
    await bed.commit()
    const before = await slot('api')
    const running = bed.act({ ...GUEST(), env: 'BEHAVIOUR=slow-boot\nBOOT_MS=told' })
    const [next = ''] = await reached(running, 'the new container', async () => {
      const names = (await slot('api')).split('\n').filter((name) => name !== before)
      return names.length === 1 && (await scores(names[0] ?? '')) === '500' ? names : undefined
    })
    expect(await scores(before)).toBe('0')
    await tell(host, next)
    ended(await running, 'deployed')
    expect(await scores(next)).toBe('0')
  })
})

describe('a service that is removed', () => {
  it('removes its network, and no other', async () => {
    ended(await bed.act({ service: 'api', command: 'destroy', port: undefined }), 'destroyed')
    expect(await networks()).toEqual(['docker-to-ec2.web.production'])
    expect(await onHost(host, 'ls /sys/class/net | grep -c ^d2e-')).toBe('1')
    expect(await visit(owner.outputs['url'] ?? '')).toMatch(/^[0-9a-f]{8}$/)
    ended(await bed.act(GUEST()), 'deployed')
  })
})

describe('a name server on the host', () => {
  it('answers containers if Docker is told to ask it', async () => {
    const at = await onHost(host, DOCKER0)
    untilEnd(() => onHost(host, 'kill "$(cat /run/names.pid)"'))
    await onHost(host, NAME_SERVER(at))
    await daemonSettings(host, { dns: [at] })
    await restartDocker(host)
    ended(await bed.act({ ...GUEST(), env: 'ASKS=it' }), 'deployed')
    const lookUp = "require('dns').lookup('shop.example.com', { family: 4 }, (error, found) => console.log(error?.code ?? found))"
    expect(await onHost(host, `docker exec ${await slot('api')} node -e "${lookUp}"`)).toBe(NAMED)
    expect(await asks('api', `http://${at}:8090/`)).toMatch(SILENT)
  })
})
