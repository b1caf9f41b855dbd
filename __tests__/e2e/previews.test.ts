import { describe, expect } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import type { HostHandle } from '../../local/host/host.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { HEAD, pullRequestEnv } from '../fakes/pull-request.ts'
import { deniedOf, invite, roleOfPreviews } from './support/guest.ts'
import { onHost } from './support/on-host.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

const NEIGHBOUR = { domains: 'shop.example.com' }

let bed: Bed
let host: HostHandle
let neighbour: ActionRun
let github: GitHub

/** A host with a service of its own, which has invited the previews. */
const served = given(async () => {
  bed = await openBed()
  neighbour = ended(await bed.act(NEIGHBOUR), 'deployed')
  host = await bed.hostOf(neighbour)
  await invite(bed.cloud, 'web', 'pr-*')
  github = await startGitHub(bed.workspace, 'the-token')
  atEnd(() => github.stop())
})
beforeEach(served)

type Happened = NonNullable<Parameters<typeof pullRequestEnv>[0]>

/** A run for an event of a pull request, as `examples/workflows/preview.yml` starts it. GitHub may know more by now. */
const rerun = (happened: Happened, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
  bed.act(
    { command: 'preview', 'instance-id': host.id, 'preview-domain': 'preview.example.com', 'github-token': 'the-token', ...inputs },
    { env: { ...pullRequestEnv(happened), GITHUB_API_URL: github.url } },
  )
const preview: typeof rerun = (happened, inputs) => {
  const { number = 12, action, head = HEAD } = happened
  github.pullRequests.set(number, { state: action === 'closed' ? 'closed' : 'open', commit: head })
  return rerun(happened, inputs)
}
const close = (number: number): Promise<ActionRun> => preview({ number, action: 'closed' })

/** What a visitor gets by the name of a pull request. */
const visitOf = (number: number, path = '/version'): Promise<string> =>
  onHost(host, `curl -sS -H 'Host: pr-${number}.preview.example.com' http://127.0.0.1${path}`)

const GONE = 'No service is served under this name and path'

/** What is on the host of a preview: containers, networks, volumes. */
const leftOf = (number: number): Promise<string> =>
  onHost(
    host,
    ['ps -aq', 'network ls -q', 'volume ls -q']
      .map((what) => `docker ${what} --filter label=docker-to-ec2.service=web.pr-${number}`)
      .join('; '),
  )

describe('previews on one host', () => {
  it('are created, updated and removed, and neither they nor a neighbour lose a request', async () => {
    const asked = { url: 'http://shop.example.com', way: { address: host.address }, slow: 0 }
    const report = await underLoad({ ...asked, webSocket: true }, async () => {
      await bed.commit()
      const first = ended(await preview({ number: 1 }), 'deployed')
      expect(first.outputs['url']).toBe('http://pr-1.preview.example.com')
      const ofFirst = await underLoad({ ...asked, url: 'http://pr-1.preview.example.com' }, async () => {
        await bed.commit()
        const second = ended(await preview({ number: 2 }, { volumes: 'data:/data' }), 'deployed')
        expect([await visitOf(1), await visitOf(2)]).toEqual([commitOf(first), commitOf(second)])
        await bed.commit()
        const pushed = ended(await preview({ number: 2, action: 'synchronize' }, { volumes: 'data:/data' }), 'deployed')
        expect(await visitOf(2)).toBe(commitOf(pushed))
        ended(await close(2), 'destroyed')
        expect(await visitOf(2)).toContain(GONE)
      })
      expect(ofFirst).toMatchObject({ failed: 0 })
      expect(Object.keys(ofFirst.versions)).toEqual([commitOf(first)])
      ended(await close(1), 'destroyed')
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(Object.keys(report.versions)).toEqual([commitOf(neighbour)])
  })

  it("leave nothing behind, not even data, except the owner's host", async () => {
    ended(await preview({ number: 3 }, { volumes: 'data:/data' }), 'deployed')
    expect((await leftOf(3)).split('\n')).toHaveLength(3)
    const closed = ended(await close(3), 'destroyed')
    expect(closed.stdout).toContain('repository web/pr-3')
    expect(await leftOf(3)).toBe('')
    const ofService = [{ Key: 'Path', Option: 'Recursive', Values: ['/docker-to-ec2/web'] }]
    const { Parameters: parameters } = await bed.cloud.observe('ssm', 'DescribeParameters', { ParameterFilters: ofService, MaxResults: 50 })
    const names = (parameters as readonly { Name: string }[]).map(({ Name }) => Name)
    expect(names.filter((name) => name.startsWith('/docker-to-ec2/web/pr-3/'))).toEqual([])
    expect(names).toContain('/docker-to-ec2/web/production/release')
    ended(await bed.act({ command: 'status', port: undefined }), 'reported')
    expect((await close(3)).outputs['outcome']).toBe('destroyed')
  })

  it('are created and removed by calls that the role of their workflow allows', async () => {
    const from = (await bed.cloud.calls()).length
    ended(await preview({ number: 13 }), 'deployed')
    ended(await close(13), 'destroyed')
    ended(await bed.act({ command: 'sweep', 'instance-id': host.id }, { env: { GITHUB_REPOSITORY: 'acme/web' } }), 'unchanged')
    const calls = (await bed.cloud.calls()).slice(from).filter(({ principal }) => principal === 'runner')
    expect(calls.length).toBeGreaterThan(10)
    const denied = await deniedOf(roleOfPreviews(), calls)
    // Without it, the records of names are made by hand: one wildcard is enough.
    expect(denied.filter(({ action }) => action !== 'route53:ListHostedZones')).toEqual([])
  })

  it('stay if an old run for closing a reopened pull request runs again', async () => {
    const first = ended(await preview({ number: 14 }), 'deployed')
    const again = ended(await rerun({ number: 14, action: 'closed' }), 'unchanged')
    expect(again.stdout).toContain('pull request 14 is open, so its preview stays')
    github.pullRequests.delete(14)
    expect(errorOf(ended(await rerun({ number: 14, action: 'closed' }), 'refused', 'refused'))).toContain('GitHub does not say')
    expect(await visitOf(14)).toBe(commitOf(first))
    ended(await preview({ number: 14, action: 'closed', repository: 'acme-inc/site' }), 'destroyed')
    expect(await visitOf(14)).toContain(GONE)
  })

  it('are not taken back to an older commit by an old run that somebody starts again', async () => {
    const served = ended(await preview({ number: 17 }), 'deployed')
    const commented = github.comments.length
    const again = ended(await rerun({ number: 17, head: 'c'.repeat(40) }), 'refused', 'superseded')
    expect(errorOf(again)).toContain('pull request 17 has a newer commit')
    expect(await visitOf(17)).toBe(commitOf(served))
    expect(github.comments).toHaveLength(commented)
    ended(await close(17), 'destroyed')
  })

  it('are swept one by one, whatever happened to the others', async () => {
    for (const number of [15, 16]) ended(await preview({ number }), 'deployed')
    github.pullRequests.set(15, { state: 'closed' }).set(16, { state: 'closed' })
    const Name = '/docker-to-ec2/web/pr-15/release'
    await bed.cloud.observe('ssm', 'DeleteParameter', { Name })
    await bed.cloud.observe('ssm', 'PutParameter', { Name, Value: '{', Type: 'String', Overwrite: true })
    const sweep = () =>
      bed.act(
        { command: 'sweep', 'instance-id': host.id, 'github-token': 'the-token' },
        { env: { GITHUB_REPOSITORY: 'acme-inc/site', GITHUB_REPOSITORY_ID: '4711', GITHUB_API_URL: github.url } },
      )
    const swept = ended(await sweep(), 'refused', 'record-unreadable')
    expect(errorOf(swept)).toContain(Name)
    expect(await visitOf(15)).not.toContain(GONE)
    expect(await visitOf(16)).toContain(GONE)
    await bed.cloud.observe('ssm', 'DeleteParameter', { Name })
    ended(await sweep(), 'destroyed')
    expect(await visitOf(15)).toContain(GONE)
  })
  it('each have their own network', async () => {
    ended(await preview({ number: 4 }), 'deployed')
    const networks = await onHost(
      host,
      `docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' $(docker ps -q)`,
    )
    const ofServices = networks.split('\n').filter((name) => name !== 'host')
    expect(new Set(ofServices).size).toBe(ofServices.length)
    ended(await close(4), 'destroyed')
  })

  it('are limited by preview-limit, and others are refused before any build', async () => {
    ended(await preview({ number: 5 }), 'deployed')
    const refused = ended(await preview({ number: 6 }, { 'preview-limit': '1' }), 'refused', 'refused')
    expect(errorOf(refused)).toContain('has 1 preview, and preview-limit is 1: web (pr-5)')
    expect(refused.stdout).not.toContain('Build')
    ended(await close(5), 'destroyed')
  })
})

describe('a seed', () => {
  const write = "require('fs').appendFileSync('/data/seeded', process.env.GREETING + '\\n')"
  const inputs = (script: string) => ({ volumes: 'data:/data', env: 'GREETING=hello', seed: `node\n-e\n${script}` })
  const seeded = () => onHost(host, 'cat /var/lib/docker/volumes/web.pr-20.data/_data/seeded')

  it('that fails ends the run before anything is served, with its last lines, and the next run tries again', async () => {
    await bed.commit()
    const failed = ended(await preview({ number: 20 }, inputs("console.log('no table users'); process.exit(3)")), 'failed', 'seed-failed')
    expect(errorOf(failed)).toContain('exit code 3')
    expect(failed.stdout).toContain('no table users')
    expect(await visitOf(20)).toContain(GONE)
    ended(await preview({ number: 20 }, inputs(write)), 'deployed')
    expect(await seeded()).toBe('hello')
  })

  it('runs once for a preview, whatever is pushed, until the preview was removed', async () => {
    await bed.commit()
    ended(await preview({ number: 20, action: 'synchronize' }, inputs(write)), 'deployed')
    expect(await seeded()).toBe('hello')
    ended(await close(20), 'destroyed')
    ended(await preview({ number: 20, action: 'reopened' }, inputs(write)), 'deployed')
    expect(await seeded()).toBe('hello')
    ended(await close(20), 'destroyed')
    expect(await leftOf(20)).toBe('')
  })
})

describe('a fork', () => {
  const ofFork = { number: 9, event: 'pull_request_target', from: 'mallory/web', label: 'preview' } as const
  const label = { 'preview-label': 'preview' }

  it('is served at the commit that was labelled, but not after the next push', async () => {
    const head = await bed.commit()
    const first = ended(await preview({ ...ofFork, action: 'labeled', head }, label), 'deployed')
    const pushed = await bed.commit()
    ended(await preview({ ...ofFork, action: 'synchronize', head: pushed }, label), 'refused', 'refused')
    const other = ended(await preview({ ...ofFork, action: 'labeled', head }, label), 'refused', 'refused')
    expect(errorOf(other)).toContain(`the label was set for ${short(head)}`)
    expect(await visitOf(9)).toBe(commitOf(first))
    ended(await preview({ ...ofFork, action: 'closed', head: pushed }), 'destroyed')
    expect(await visitOf(9)).toContain(GONE)
  })
})

describe('what is not a preview', () => {
  it('of a fork is refused before any call', async () => {
    const from = (await bed.cloud.calls()).length
    const refused = ended(await preview({ number: 7, from: 'mallory/web' }), 'refused', 'refused')
    expect(errorOf(refused)).toContain('comes from a fork')
    expect(await bed.calls(from)).toEqual([])
  })

  it('is never removed when a pull request with its name is closed', async () => {
    await bed.commit()
    const own = ended(await bed.act({ environment: 'pr-8', 'instance-id': host.id, domains: 'pr-8.preview.example.com' }), 'deployed')
    ended(await close(8), 'refused', 'refused')
    expect(await visitOf(8)).toBe(commitOf(own))
  })
})
