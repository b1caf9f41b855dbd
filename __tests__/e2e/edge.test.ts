import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { must } from '../../local/machine/exec.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { reached } from './support/reached.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { grpcClient, grpcService } from './support/grpc.ts'
import type { GrpcClient } from './support/grpc.ts'
import { invite } from './support/guest.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it, untilEnd } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

type Inputs = Readonly<Record<string, string>>

let bed: Bed
let host: HostHandle
let ip: string
/** Of `web`, which tells the headers that it gets, and misbehaves on demand. */
let image: string
let secured: Inputs
let grpc: Inputs

const served = given(async () => {
  bed = await openBed()
  grpc = await grpcService(bed.workspace)
  secured = { env: `BEHAVIOUR=https\nTLS_PEM=${await certificate(bed.workspace)}` }
  const owner = ended(await bed.act(), 'deployed')
  ip = owner.outputs['public-ip'] ?? ''
  image = owner.outputs['image'] ?? ''
  host = await bed.hostOf(owner)
})
beforeEach(served)

/** A key with the certificate that it signed itself, in base64. */
async function certificate(folder: string): Promise<string> {
  const [key, cert] = [join(folder, 'tls.key'), join(folder, 'tls.crt')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=web']
  await must('openssl', 'req', ...kind, '-keyout', key, '-out', cert)
  return Buffer.concat([await readFile(key), await readFile(cert)]).toString('base64')
}

/** Deploys a guest on the host of `web`, under a port of its own. */
async function deploy(service: string, port: number, inputs: Readonly<Record<string, string | undefined>>): Promise<ActionRun> {
  await invite(bed.cloud, service)
  return bed.act({ service, 'instance-id': host.id, 'http-port': String(port), ...inputs })
}

/** Nothing is built. */
const existing = () => ({ image, 'build-args': undefined })

/** A new commit, as an image is known by its commit. */
async function release(service: string, port: number, inputs: Inputs): Promise<ActionRun> {
  await bed.commit()
  return ended(await deploy(service, port, inputs), 'deployed')
}

describe('the protocol of an application', () => {
  it('upstream: h2c passes gRPC, unary and streaming both ways, and a second release under load loses no call', async () => {
    const first = await release('rpc', 8081, grpc)
    const client = grpcClient(`${ip}:8081`)
    untilEnd(async () => client.close())
    const stream = client.talk()
    expect(await stream.say('one')).toBe(`${commitOf(first)} one`)
    const calls = callOn(client, 4)
    const deploying = release('rpc', 8081, grpc)
    const next = (): string | undefined => [...calls.answers.keys()].find((answer) => answer !== `${commitOf(first)} hello`)
    const moved = await reached(deploying, 'an answer of the second release', async () => next())
    expect(await stream.say('two')).toBe(`${commitOf(first)} two`)
    expect(await stream.end()).toMatchObject({ code: 0 })
    const second = await deploying
    expect(moved).toBe(`${commitOf(second)} hello`)
    expect(await calls.stop()).toEqual([])
    expect([...calls.answers.keys()]).toEqual([`${commitOf(first)} hello`, moved])
  })

  it('upstream: https reaches one with a self-signed certificate, and a second release under load loses no request', async () => {
    const inputs = { upstream: 'https', ...secured }
    const runs = [await release('tls', 8082, inputs)]
    const report = await underLoad({ url: `http://${ip}:8082`, webSocket: true }, async () => {
      runs.push(await release('tls', 8082, { ...inputs, 'drain-timeout': await stretched(2) }))
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(Object.keys(report.versions).toSorted()).toEqual(runs.map(commitOf).toSorted())
  })
})

describe('a changed route', () => {
  it('changes at the cut-over: a wrong one leaves the earlier release untouched, and the right one loses no request', async () => {
    const first = await release('turn', 8084, {})
    const report = await underLoad({ url: `http://${ip}:8084` }, async () => {
      const wrong = await deploy('turn', 8084, { upstream: 'https', 'health-timeout': await stretched(3) })
      ended(wrong, 'failed', 'health-protocol')
      const canary = await deploy('turn', 8084, { upstream: 'https', ...secured, 'canary-steps': '10%:1m' })
      ended(canary, 'failed', 'canary-upstream')
      ended(await deploy('turn', 8084, { upstream: 'https', ...secured }), 'deployed')
      ended(await bed.act({ command: 'rollback', service: 'turn', 'instance-id': host.id, port: undefined }), 'rolled-back')
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(Object.keys(report.versions)).toEqual([commitOf(first)])
  })
})

/** Calls, one after the other, until they are stopped; gives then what was lost. */
function callOn(client: GrpcClient, clients: number) {
  const answers = new Map<string, number>()
  const lost: string[] = []
  let stopped = false
  const caller = async (): Promise<void> => {
    while (!stopped) {
      const answer = await client.ask('hello').catch((error: Error) => void lost.push(error.message))
      if (answer !== undefined) answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
  }
  const all = Promise.all(Array.from({ length: clients }, caller))
  const stop = async (): Promise<readonly string[]> => {
    stopped = true
    await all
    return lost
  }
  untilEnd(stop)
  return { answers, stop }
}

describe('a port that does not answer HTTP', () => {
  it('has a cause for each kind of answer, with the setting that helps', async () => {
    const behaving = (name: string): Inputs => ({ env: `BEHAVIOUR=${name}` })
    const rows: readonly (readonly [Inputs, string, RegExp])[] = [
      [secured, 'health-tls', /8080 speaks TLS \(https\), not plain HTTP.*upstream: https/s],
      [{ ...secured, upstream: 'h2c' }, 'health-tls', /8080 speaks TLS \(https\), not HTTP\/2 without TLS.*upstream: https/s],
      [{ upstream: 'h2c' }, 'health-protocol', /8080 speaks plain HTTP\/1.1, not HTTP\/2 without TLS.*upstream at http/s],
      [{ ...behaving('h2c'), upstream: 'https' }, 'health-protocol', /8080 speaks HTTP\/2 without TLS, not TLS.*upstream: h2c/s],
      [behaving('closes'), 'health-closed', /closed the connection without an answer on port 8080 at \/.*health-path/s],
      [{ env: 'PORT=9090', port: '9090' }, 'port-blocked', /9090 takes connections inside .*, but none from the host.*iptables -S OUTPUT/s],
    ]
    await onHost(host, 'iptables -I OUTPUT -p tcp --dport 9090 -j REJECT')
    const quick = { 'health-timeout': await stretched(8) }
    const runs = await Promise.all(rows.map(([inputs], at) => deploy(`row-${at}`, 9000 + at, { ...existing(), ...quick, ...inputs })))
    for (const [at, [, cause, words]] of rows.entries()) {
      const run = ended(runs[at]!, 'failed', cause)
      expect(errorOf(run)).toMatch(words)
    }
  })
})

/** In the VPC of the hosts, and elsewhere: addresses that the host itself has for this. */
const IN_VPC = '172.31.77.7'
const ELSEWHERE = '203.0.113.7'
const CLAIMS = { 'X-Forwarded-For': '6.6.6.6, 198.51.100.9', 'X-Forwarded-Proto': 'https' }
const NAMES = ['Host', 'Port', 'Server', 'Prefix', 'Ssl', 'Scheme', 'Uri'].map((name) => `X-Forwarded-${name}`)
const LIES = [
  ...NAMES,
  'Forwarded',
  'X_Forwarded_For',
  'X-Real-IP',
  'True-Client-IP',
  'CF-Connecting-IP',
  'X-Original-URL',
  'X-Rewrite-URL',
]

type Told = Readonly<Record<string, string>>

/** What the application is told of a visitor with this address who claims all that there is. */
async function told(source: string): Promise<Told> {
  const claims = { ...CLAIMS, ...Object.fromEntries(LIES.map((name) => [name, 'lie'])) }
  const headers = Object.entries(claims).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const asked = await host.exec(['curl', '-sS', '--interface', source, ...headers, `http://${host.address}:8083/headers`])
  if (asked.code !== 0) throw new Error(asked.stderr)
  return JSON.parse(asked.stdout) as Told
}

describe('forwarded headers', () => {
  it.each<[string, string, string[]]>([
    ['nobody is', '', []],
    ['trusted-proxies: vpc, a balancer in the VPC is', 'vpc', [IN_VPC]],
    ['trusted-proxies has a CIDR, who is in it is', `${ELSEWHERE}/32`, [ELSEWHERE]],
    ['it has both, both are', `vpc\n${ELSEWHERE}/32`, [IN_VPC, ELSEWHERE]],
  ])('where %s believed about the address and the scheme, and about nothing else', async (_, trusted, believed) => {
    await onHost(host, [IN_VPC, ELSEWHERE].map((address) => `ip address replace ${address}/32 dev lo`).join('; '))
    ended(await deploy('told', 8083, { ...existing(), 'trusted-proxies': trusted }), 'deployed')
    const at = `${host.address}:8083`
    for (const source of [IN_VPC, ELSEWHERE]) {
      const { forwarded, ...headers } = await told(source)
      const [client, proto] = believed.includes(source) ? ['198.51.100.9', 'https'] : [source, 'http']
      expect(headers).toMatchObject({ host: at, 'x-forwarded-for': client, 'x-forwarded-proto': proto, 'x-forwarded-host': at })
      expect(forwarded).toBe(trusted ? `for="${client}";host="${at}";proto=${proto}` : undefined)
      expect(Object.entries(headers).filter(([, value]) => /lie|6\.6\.6\.6/.test(value))).toEqual([])
    }
  })
})
