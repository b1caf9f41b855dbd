import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { commitOf } from '../fakes/short-commit.ts'
import { onHost } from './support/on-host.ts'
import { killedAt } from './support/pause.ts'
import { ended, errorOf, openBed, readSummary, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

let bed: Bed
let web: ActionRun
let host: HostHandle

/** Consumes for as long as it is let, and says which release it is. */
const CONSUMES = `node\n-e\nconsole.log('works for ' + process.env.N); setInterval(() => 0, 1000)`
const SERVES = `node\n-e\nrequire('http').createServer((request, response) => response.end(process.env.N)).listen(8080)`
const FAILS = `node\n-e\nconsole.log('no queue'); setTimeout(() => process.exit(3), 300)`

const served = given(async () => {
  bed = await openBed()
  web = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(web)
})
beforeEach(served)

/** The worker beside the web service, from its image. */
const jobs = (inputs: Readonly<Record<string, string | undefined>>) =>
  bed.act({
    ...{ service: 'jobs', 'instance-id': host.id, image: web.outputs['image'], port: 'none', args: CONSUMES, 'settle-time': '1s' },
    ...{ 'stop-signal': 'SIGKILL', 'allow-rolled-back': 'true' },
    ...inputs,
  })
const ofJobs = (command: string) => bed.act({ service: 'jobs', 'instance-id': host.id, command, port: undefined })

/** Which releases of the worker run, by their variable. */
async function running(): Promise<string> {
  const ids = '$(docker ps -q --filter label=docker-to-ec2.service=jobs.production)'
  return onHost(host, `docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' ${ids} | sed -n 's/^N=//p'`)
}
const proxy = () => onHost(host, 'cat /var/lib/docker-to-ec2/proxy/caddy.json')
const address = () => `http://${web.outputs['public-ip']}:8081`

it('a worker beside a web service is deployed, replaced, kept if the next one fails, and rolled back to, and the proxy learns nothing of it', async () => {
  const before = await proxy()
  const from = (await bed.cloud.calls()).length
  const load = await underLoad({ url: web.outputs['url'] ?? '' }, async () => {
    const first = ended(await jobs({ env: 'N=1' }), 'deployed')
    expect(first.outputs).toMatchObject({ url: '', 'instance-id': host.id, 'serving-digest': web.outputs['digest'] })
    expect(readSummary(first)).toContain('is live (no port: a worker)')
    expect(await running()).toBe('1')
    const second = ended(await jobs({ env: 'N=2' }), 'deployed')
    expect(second.stdout).toMatch(/== health [^]*== cut-over [^]*== record [^]*== stop /)
    expect(await running()).toBe('2')

    const failed = ended(await jobs({ env: 'N=3', args: FAILS }), 'failed', 'exited')
    expect(errorOf(failed)).toContain('exit code 3')
    expect(failed.summary).toContain('no queue')
    expect(await running()).toBe('2')
    const alone = ended(await jobs({ env: 'N=3', args: FAILS, 'stop-first': 'true' }), 'failed', 'exited')
    expect(alone.stdout).toMatch(/== stop-first [^]*== start [^]*starting .* again/)
    expect(await running()).toBe('2')

    ended(await ofJobs('restart'), 'restarted')
    ended(await ofJobs('rollback'), 'rolled-back')
    expect(await running()).toBe('1')
    const status = ended(await ofJobs('status'), 'reported')
    expect(readSummary(status)).toMatch(/running, healthy/)
    expect(ended(await ofJobs('logs'), 'reported').summary).toMatch(/^\S+Z works for 1$/m)
  })
  expect(load).toMatchObject({ failed: 0 })
  expect(await proxy()).toBe(before)
  expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('AuthorizeSecurityGroupIngress')
})

it('a worker gets visitors and loses them again by a deploy, and by a rollback', async () => {
  ended(await jobs({ env: 'N=4' }), 'deployed')
  const visited = { port: '8080', 'http-port': '8081', args: SERVES, 'settle-time': undefined }
  const serves = ended(await jobs({ env: 'N=5', ...visited }), 'deployed')
  expect(serves.outputs['url']).toBe(address())
  expect(await visit(address(), '/')).toBe('5')

  const plan = ended(await jobs({ env: 'N=6', command: 'plan' }), 'planned')
  expect(readSummary(plan)).toContain('drops the route of the service (no port: a worker)')
  const failed = ended(await jobs({ env: 'N=6', args: FAILS }), 'failed', 'exited')
  expect(failed.outputs['serving-digest']).toBe(web.outputs['digest'])
  expect(await visit(address(), '/')).toBe('5')
  ended(await jobs({ env: 'N=6' }), 'deployed')
  expect(await running()).toBe('6')
  await expect(fetch(address())).rejects.toThrow('fetch failed')

  const back = ended(await ofJobs('rollback'), 'rolled-back')
  expect(back.outputs['url']).toBe(address())
  expect(await visit(address(), '/')).toBe('5')
  ended(await ofJobs('destroy'), 'destroyed')
  expect(await visit(web.outputs['url'] ?? '')).toBe(commitOf(web))
})

it('a worker that made way for the next one works again by itself if that order is killed', async () => {
  const alone = { 'stop-first': 'true' }
  ended(await jobs({ env: 'N=10', ...alone }), 'deployed')
  const killed = await killedAt(host, { step: 'health' }, () => jobs({ env: 'N=11', 'settle-time': '10m', ...alone }))
  ended(killed, 'failed', 'program-failed')
  await until('the earlier one works', async () => (await running()) === '10')
  ended(await jobs({ env: 'N=11', ...alone }), 'deployed')
  expect(await running()).toBe('11')
})

it('a worker alone on its host has no proxy and no open port, until it gets visitors and after it has lost them, and works again after a reboot', async () => {
  const alone = (inputs: Readonly<Record<string, string | undefined>>) =>
    jobs({ service: 'alone', 'instance-id': undefined, image: bed.cloud.baseImage, ...inputs })
  const from = (await bed.cloud.calls()).length
  const changes = async () =>
    (await bed.calls(from)).map(({ operation }) => operation).filter((name) => name.includes('SecurityGroupIngress'))
  const run = ended(await alone({ env: 'N=7' }), 'deployed')
  const own = await bed.hostOf(run)
  expect(await onHost(own, "docker ps -a --format '{{.Names}}'")).toMatch(/^alone\.production\.\S+$/)
  expect(await changes()).toEqual([])
  await own.reboot()
  const visited = ended(await alone({ env: 'N=8', port: '8080', args: SERVES, 'settle-time': undefined }), 'deployed')
  expect(await visit(visited.outputs['url'] ?? '', '/')).toBe('8')
  ended(await alone({ env: 'N=9' }), 'deployed')
  expect(await changes()).toEqual(['AuthorizeSecurityGroupIngress', 'RevokeSecurityGroupIngress'])
  const state = () => onHost(own, "docker ps -a --filter label=docker-to-ec2=proxy --format '{{.State}}'")
  expect(await state()).toBe('exited')
  const back = ended(await bed.act({ service: 'alone', command: 'rollback', port: undefined }), 'rolled-back')
  expect(await visit(back.outputs['url'] ?? '', '/')).toBe('8')
  expect(await state()).toBe('running')
  ended(await bed.act({ service: 'alone', command: 'destroy', port: undefined }), 'destroyed')
})
