import { randomBytes } from 'node:crypto'
import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { patiently, until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { invite } from './support/guest.ts'
import { filesOf, onHost, running, SERVICE, STATE } from './support/on-host.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

const NAME = '/docker-to-ec2/web/production/door'
const DOOR = { 'basic-auth': `ssm:${NAME}` }
const PAGE = '<h1>Back at {time.now.year} o&#39;clock {env.HOME}</h1>'

let bed: Bed
let first: ActionRun
let host: HostHandle

/** A service without a door, and a neighbour on its host. */
const served = given(async () => {
  bed = await openBed()
  first = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(first)
  await invite(bed.cloud, 'api')
  ended(await bed.act({ service: 'api', 'instance-id': host.id, 'http-port': '8081' }), 'deployed')
})
beforeEach(served)

const url = (): string => first.outputs['url'] ?? ''
const neighbour = (): string => `${url()}:8081`

/** The secret gets another value, in which this password stands. */
async function rotate(): Promise<string> {
  const password = `hush-${randomBytes(6).toString('hex')}`
  const Value = `timmy:${password}\nanne:other-${password}\n`
  await bed.cloud.observe('ssm', 'PutParameter', { Name: NAME, Value, Type: 'SecureString', Overwrite: true })
  return password
}

function ask(path: string, password?: string): Promise<Response> {
  const headers = password === undefined ? {} : { authorization: `Basic ${Buffer.from(`timmy:${password}`).toString('base64')}` }
  return patiently(path, (signal) => fetch(url() + path, { headers, signal }), 30)
}

async function statusOf(password?: string): Promise<number> {
  return (await ask('/version', password)).status
}

/** Files of the host, without those of the machine, in which a text stands. */
const filesWith = (text: string): Promise<string> =>
  onHost(host, `grep -rls -- ${text} ${STATE} /run/docker-to-ec2 /var/lib/docker/containers || true`)

it('a visitor needs the password; the application, files, logs and results do not contain it', async () => {
  const password = await rotate()
  const slots = await running(host)
  const run = ended(await bed.act(DOOR), 'deployed')
  expect(await running(host)).toEqual(slots)
  expect([await statusOf(), await statusOf('wrong'), await statusOf(password)]).toEqual([401, 401, 200])
  expect(await (await ask('/headers', password)).json()).not.toHaveProperty('authorization')
  expect(await visit(neighbour())).not.toContain('<')
  expect(await filesWith(password)).toBe('')
  expect(run.stdout + run.stderr + run.summary + JSON.stringify(run.outputs)).not.toMatch(/hush-|\$2a\$/)
  expect(JSON.stringify(await bed.cloud.calls())).not.toContain('$2a$')
  ended(await bed.act(DOOR), 'unchanged')
})

it('a restart applies a rotated password, and a rollback to a release without a password keeps it', async () => {
  const old = await rotate()
  ended(await bed.act(DOOR), 'deployed')
  const password = await rotate()
  const plan = ended(await bed.act({ command: 'plan', ...DOOR }), 'planned')
  expect(JSON.parse(plan.outputs['plan'] ?? '')).toMatchObject({ verdict: 'changes', secretVersions: { changed: ['basic-auth (input)'] } })
  ended(await bed.act({ command: 'restart', port: undefined }), 'restarted')
  expect([await statusOf(old), await statusOf(password)]).toEqual([401, 200])
  await bed.commit()
  ended(await bed.act(DOOR), 'deployed')
  ended(await bed.act({ command: 'rollback', release: first.outputs['release'], port: undefined }), 'rolled-back')
  expect([await statusOf(), await statusOf(password)]).toEqual([401, 200])
})

it('a deploy that cannot read the secret fails, and the old password stays', async () => {
  const password = await rotate()
  await bed.commit()
  ended(await bed.act(DOOR), 'deployed')
  const slots = await running(host)
  await bed.commit()
  await bed.cloud.observe('ssm', 'DeleteParameter', { Name: NAME })
  const failed = ended(await bed.act(DOOR), 'failed', 'secret-missing')
  expect(errorOf(failed)).toContain(`ssm:${NAME} does not exist`)
  expect([await statusOf(), await statusOf(password)]).toEqual([401, 200])
  await rotate()
  await bed.cloud.observe('ssm', 'PutParameter', { Name: NAME, Value: 'hush without a user', Type: 'SecureString', Overwrite: true })
  const malformed = ended(await bed.act(DOOR), 'failed', 'secret-failed')
  expect(errorOf(malformed)).toContain('line 1: expected user:password')
  expect(malformed.stdout + malformed.summary).not.toContain('hush without')
  expect(await running(host)).toEqual(slots)
  expect(await statusOf(password)).toBe(200)
})

it('maintenance starts and ends without a new container, and other services lose no request', async () => {
  await bed.act()
  expect(await statusOf()).toBe(200)
  const slots = await running(host)
  const load = await underLoad({ url: neighbour() }, async () => {
    const closed = { maintenance: 'true', 'maintenance-page': PAGE }
    const plan = ended(await bed.act({ command: 'plan', ...closed }), 'planned')
    expect(JSON.parse(plan.outputs['plan'] ?? '')).toMatchObject({ verdict: 'changes' })
    expect(plan.summary).toContain('maintenance')
    ended(await bed.act(closed), 'deployed')
    const answer = await ask('/version')
    expect([answer.status, await answer.text()]).toEqual([503, PAGE])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await bed.act({ command: 'status', port: undefined })).summary).not.toContain('Drift')
    await bed.commit()
    ended(await bed.act({ ...closed, 'bake-time': '2s' }), 'deployed')
    expect(await statusOf()).toBe(503)
    ended(await bed.act(), 'deployed')
    expect(await statusOf()).toBe(200)
  })
  expect(load).toMatchObject({ failed: 0 })
  expect(await running(host)).not.toEqual(slots)
})

it('a deploy can set limits and error pages without a new container', async () => {
  await bed.act()
  const slots = await running(host)
  const pages = '413=<h1>Too large {env.HOME}</h1>\n504=<h1>Too slow</h1>'
  ended(await bed.act({ 'max-body': '1k', 'request-timeout': '5s', 'error-pages': pages }), 'deployed')
  const posted = async (bytes: number): Promise<readonly [number, string]> => {
    const answer = await fetch(`${url()}/echo`, { method: 'POST', body: 'x'.repeat(bytes) })
    return [answer.status, await answer.text()]
  }
  expect(await posted(1024)).toEqual([200, 'x'.repeat(1024)])
  expect(await posted(1025)).toEqual([413, '<h1>Too large {env.HOME}</h1>'])
  const slow = await ask('/slow?ms=60000')
  expect([slow.status, await slow.text()]).toEqual([504, '<h1>Too slow</h1>'])
  expect(await (await ask('/slow?ms=10')).text()).toBe('slept 10')
  expect(await running(host)).toEqual(slots)
  ended(await bed.act(), 'deployed')
  expect(await posted(1025)).toEqual([200, 'x'.repeat(1025)])
})

it('the log has a line for each request, without confidential values', async () => {
  await bed.act({ 'access-log': 'true', 'allow-from': '192.0.2.0/24' })
  const refused = await ask('/version?token=hush', 'hush')
  expect([refused.status, await refused.text()]).toEqual([403, ''])
  const log = `${STATE}/proxy/data/logs/${SERVICE}/access.log`
  const logged = async (): Promise<string> => onHost(host, `cat ${log}`)
  await until('a line in the log', async () => (await logged()) !== '')
  const lines = (await logged()).split('\n').map((line) => JSON.parse(line) as { status: number; request: { uri: string } })
  expect(lines.map(({ status, request }) => [status, request.uri])).toEqual([[403, '/version']])
  expect(await logged()).not.toContain('hush')
  expect(await onHost(host, `stat -c %a ${log} ${filesOf(SERVICE).route}`)).toBe('600\n640')
})
