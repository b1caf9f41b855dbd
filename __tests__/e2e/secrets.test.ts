import { randomBytes } from 'node:crypto'
import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { sentOrder } from './support/sent-order.ts'
import { beforeEach, given, it } from './support/test.ts'

/** Stands in every secret; where it is found, a secret was. */
const SENTINEL = `sentinel${randomBytes(8).toString('hex')}`

const HOSTILE = [
  `first line "${SENTINEL}" 'quoted'`,
  `$(touch /tmp/${SENTINEL}) \`id\` \${HOME} \\n %0A`,
  `::set-output name=stolen::${SENTINEL}`,
  `##[command]${SENTINEL}`,
  `  ünïcödé ${SENTINEL}\t`,
  '',
].join('\n')

const OWN = 'docker-to-ec2/web/production'
// Some of the names mean something to a shell or to Python.
const SECRETS = {
  TOKEN: `ssm:/${OWN}/token`,
  PEM: `ssm:/${OWN}/pem`,
  WHOLE: `secretsmanager:${OWN}/whole`,
  PASSWORD: `secretsmanager:${OWN}/database#password`,
  OPTIONS: `secretsmanager:${OWN}/database#options`,
  PYTHONPATH: `ssm:/${OWN}/token`,
  IFS: `ssm:/${OWN}/token`,
  name: `ssm:/${OWN}/token`,
}
const VALUES: Record<keyof typeof SECRETS, string> = {
  TOKEN: SENTINEL,
  PEM: HOSTILE,
  WHOLE: HOSTILE,
  PASSWORD: HOSTILE,
  OPTIONS: `{"key": "${SENTINEL}", "retries": 3}`,
  PYTHONPATH: SENTINEL,
  IFS: SENTINEL,
  name: SENTINEL,
}
const secrets = Object.entries(SECRETS)
  .map(([name, source]) => `${name}=${source}`)
  .join('\n')

let bed: Bed
let first: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  const { cloud } = bed
  for (const [path, Value] of [
    [`/${OWN}/token`, VALUES.TOKEN],
    [`/${OWN}/pem`, VALUES.PEM],
    ['/other/token', SENTINEL],
  ])
    await cloud.observe('ssm', 'PutParameter', { Name: path, Value, Type: 'SecureString' })
  const database = { password: VALUES.PASSWORD, options: { key: SENTINEL, retries: 3 } }
  for (const [Name, SecretString] of [
    [`${OWN}/whole`, VALUES.WHOLE],
    [`${OWN}/database`, JSON.stringify(database)],
    ['other/whole', SENTINEL],
  ])
    await cloud.observe('secretsmanager', 'CreateSecret', { Name, SecretString })
  first = ended(await bed.act(), 'deployed')
  host = await cloud.host(first.outputs['instance-id'] ?? '')
})

/** What serves has the secrets. */
async function servedWithSecrets(): Promise<void> {
  await served()
  if ((await visit(first.outputs['url'] ?? '', '/env?name=TOKEN')) !== SENTINEL) ended(await bed.act({ secrets }), 'deployed')
}

/** Containers with their start, and images: the same before and after means that nothing was touched. */
const touched = () =>
  onHost(host, "docker ps -aq --no-trunc | xargs docker inspect --format '{{.Name}} {{.State.StartedAt}}'; docker images -q --no-trunc")

/** Reads the command lines and environments of all the host's processes over and over until it is stopped. It gets the sentinel on stdin. */
const WATCH = `
import glob, json, os
sentinel, seen, rounds = ${JSON.stringify(SENTINEL)}.encode(), {"cmdline": set(), "environ": set()}, 0
open("/run/watched", "w").close()
while os.path.exists("/run/watched"):
    rounds += 1
    for kind in seen:
        for path in glob.glob(f"/proc/[0-9]*/{kind}"):
            try:
                if sentinel in open(path, "rb").read():
                    seen[kind].add(open(path.replace(kind, "comm")).read().strip())
            except OSError:
                pass
print(json.dumps({"rounds": rounds, **{kind: sorted(names) for kind, names in seen.items()}}))
`

async function watchProcesses(work: () => Promise<void>): Promise<{ rounds: number; cmdline: string[]; environ: string[] }> {
  const watching = host.exec(['python3', '-'], { stdin: WATCH })
  await until('the watch', async () => (await host.exec(['test', '-e', '/run/watched'])).code === 0)
  try {
    await work()
  } finally {
    await host.exec(['rm', '/run/watched'])
  }
  return JSON.parse((await watching).stdout)
}

describe('secrets', () => {
  it('reach only the container, unchanged', async () => {
    await served()
    const from = (await bed.cloud.calls()).length
    let run = first
    const processes = await watchProcesses(async () => {
      run = ended(await bed.act({ secrets }), 'deployed')
    })
    for (const [name, value] of Object.entries(VALUES)) expect(await visit(run.outputs['url'] ?? '', `/env?name=${name}`)).toBe(value)
    // What the run said: log, outputs, state, summary.
    expect(JSON.stringify(run)).not.toContain(SENTINEL)
    // What it asked of AWS, and the order that it sent.
    const calls = (await bed.cloud.calls()).slice(from)
    expect(JSON.stringify(calls)).not.toContain(SENTINEL)
    const orders = calls.filter(({ operation }) => operation === 'SendCommand').map(sentOrder)
    expect(orders).toEqual([expect.stringContaining(`"PASSWORD":"${SECRETS.PASSWORD}"`)])
    expect(orders.join()).not.toContain(SENTINEL)
    // However many they are, the host asks for all parameters at once, and for each secret once.
    const asked = calls.filter(({ principal, service }) => principal.startsWith('host:') && service !== 'ecr')
    expect(asked.map(({ operation }) => operation).toSorted()).toEqual(['GetParameters', 'GetSecretValue', 'GetSecretValue'])
    // What ran on the host.
    expect(processes.rounds).toBeGreaterThan(100)
    expect(processes.cmdline).toEqual([])
    // The container's own processes: its init, and below it the application, under the name that it has by then.
    expect(processes.environ).toContain('docker-init')
    expect(processes.environ.filter((name) => !/^(runc.*|docker-init|node|MainThread)$/.test(name))).toEqual([])
  })

  it("are in no file of the host except Docker's configuration of the container", async () => {
    await servedWithSecrets()
    const id = await onHost(host, 'docker ps -q --no-trunc --filter label=docker-to-ec2.service')
    const search = 'grep -rlF -f - / --exclude-dir=proc --exclude-dir=sys 2>/dev/null | grep -v ^/run/docker/containerd/'
    const found = await host.exec(['bash', '-c', search], { stdin: SENTINEL })
    expect(found.stdout.trim().split('\n').toSorted()).toEqual([
      `/var/lib/docker/containerd/daemon/io.containerd.metadata.v1.bolt/meta.db`,
      `/var/lib/docker/containers/${id}/config.v2.json`,
    ])
  })
})

describe('an unreadable secret stops the deploy before any change', () => {
  // An image that the host would have to pull.
  beforeEach(async () => {
    await servedWithSecrets()
    await bed.commit()
  })

  it.each<[string, string, string, string[]]>([
    ['a missing parameter', `ssm:/${OWN}/none`, 'secret-missing', [`ssm:/${OWN}/none does not exist`]],
    ['a missing secret', `secretsmanager:${OWN}/none`, 'secret-missing', [`secretsmanager:${OWN}/none does not exist`]],
    ['a missing key', `secretsmanager:${OWN}/database#none`, 'secret-missing', [`${OWN}/database#none`, 'no such key']],
    ['a denied parameter', 'ssm:/other/token', 'secret-denied', ['ssm:/other/token', 'ssm:GetParameter on parameter/other/token']],
    ['a denied secret', 'secretsmanager:other/whole', 'secret-denied', ['secretsmanager:GetSecretValue on other/whole']],
  ])('%s', async (_, source, cause, words) => {
    const before = await touched()
    const run = ended(await bed.act({ secrets: `TOKEN=${SECRETS.TOKEN}\nWANTED=${source}` }), 'failed', cause)
    for (const word of words) expect(errorOf(run)).toContain(word)
    expect(JSON.stringify(run)).not.toContain(SENTINEL)
    expect(await touched()).toBe(before)
    expect(await visit(run.outputs['url'] ?? '', '/env?name=TOKEN')).toBe(SENTINEL)
  })
})

// Last, because it leaves what it logs on the host.
it('secrets are masked in the log that the command shows, whatever the application logs', async () => {
  await servedWithSecrets()
  const print =
    'for (const value of Object.values(process.env)) console.log(value, JSON.stringify(value), btoa(unescape(encodeURIComponent(value))))'
  const args = `node\n-e\n${print}; console.log('all told'); require('http').createServer((_, r) => r.end()).listen(8080)`
  ended(await bed.act({ secrets, args }), 'deployed')
  const run = ended(await bed.act({ command: 'logs', port: undefined }), 'reported')
  for (const text of [run.stdout, run.summary]) {
    expect(text).toMatch(/^\S+Z \*\*\* "\*\*\*" \*\*\*$/m)
    expect(text).toMatch(/^\S+Z all told$/m)
  }
  expect(JSON.stringify(run)).not.toContain(SENTINEL)
  expect(run.stdout).not.toContain(Buffer.from(SENTINEL).toString('base64').slice(0, 20))
})
