import { describe, expect } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { HEAD, pullRequestEnv } from '../fakes/pull-request.ts'
import { invite } from './support/guest.ts'
import { onHost } from './support/on-host.ts'
import { ended, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

let bed: Bed
let host: HostHandle
let github: GitHub

/** A host with a service of its own, which has invited the previews. */
const served = given(async () => {
  bed = await openBed()
  const neighbour = ended(await bed.act({ domains: 'shop.example.com' }), 'deployed')
  host = await bed.hostOf(neighbour)
  await invite(bed.cloud, 'web', 'pr-*')
  github = await startGitHub(bed.workspace, 'the-token')
  atEnd(() => github.stop())
})
beforeEach(served)

const preview = (action: string): Promise<ActionRun> => {
  github.pullRequests.set(30, { state: action === 'closed' ? 'closed' : 'open', commit: HEAD })
  const sleepy = { 'preview-sleep': '10s', volumes: 'data:/data' }
  return bed.act(
    { command: 'preview', 'instance-id': host.id, 'preview-domain': 'preview.example.com', 'github-token': 'the-token', ...sleepy },
    { env: { ...pullRequestEnv({ number: 30, action }), GITHUB_API_URL: github.url } },
  )
}
const visit = (): Promise<string> => onHost(host, "curl -sS -H 'Host: pr-30.preview.example.com' http://127.0.0.1/version")
const left = (what: string): Promise<string> => onHost(host, `docker ${what} --filter label=docker-to-ec2.service=web.pr-30`)
const isRunning = async (): Promise<boolean> => (await left('ps -q')) !== ''
const fallAsleep = () =>
  until(
    'it sleeps',
    async () => (await onHost(host, 'cat /var/lib/docker-to-ec2/proxy/state/web.pr-30.sleep')) === 'asleep' && !(await isRunning()),
    60,
  )

describe('a preview that nobody visits', () => {
  it('is stopped, says so, and serves its next visitor, and a neighbour loses no request', async () => {
    await bed.commit()
    const first = ended(await preview('opened'), 'deployed')
    const report = await underLoad({ url: 'http://shop.example.com', way: { address: host.address }, slow: 0 }, async () => {
      for (let turn = 0; turn < 2; turn += 1) {
        await fallAsleep()
        const told = ended(await bed.act({ command: 'status', environment: 'pr-30', 'instance-id': host.id, port: undefined }), 'reported')
        expect(told.stdout).toContain('asleep')
        expect(told.summary).not.toContain('Drift')
        const logs = ended(await bed.act({ command: 'logs', environment: 'pr-30', 'instance-id': host.id, port: undefined }), 'reported')
        expect(logs.stdout).toMatch(/--- live \S+: asleep: the next request wakes it/)
        expect(await isRunning()).toBe(false)
        expect(await visit()).toBe(commitOf(first))
        expect(await isRunning()).toBe(true)
      }
    })
    expect(report).toMatchObject({ failed: 0 })
  })

  it('gets new commits while it sleeps, and sleeps again', async () => {
    await preview('opened')
    await fallAsleep()
    await bed.commit()
    const pushed = ended(await preview('synchronize'), 'deployed')
    expect(await visit()).toBe(commitOf(pushed))
    await fallAsleep()
    ended(await preview('synchronize'), 'unchanged')
    expect(await visit()).toBe(commitOf(pushed))
  })

  it('comes back after somebody has cleaned up on its host', async () => {
    await preview('opened')
    const version = await visit()
    await fallAsleep()
    await onHost(host, 'docker system prune --all --force')
    expect([await left('ps -aq'), await left('network ls -q')]).toEqual(['', ''])
    expect(await visit()).toBe(version)
    expect(await isRunning()).toBe(true)
  })

  it('that does not start says why to its visitors and in its status, and the next commit brings it back', async () => {
    await preview('opened')
    const broken = 'console.error("no database today"); process.exit(3)'
    const slot = await left('ps -q')
    const done = await onHost(
      host,
      `echo '${broken}' >/proc/$(docker inspect --format '{{.State.Pid}}' ${slot})/root/app/server.js && echo done`,
    )
    expect(done).toBe('done')
    await fallAsleep()
    expect(await visit()).toContain('does not start: exited: the container ended with exit code 3')
    expect(await isRunning()).toBe(false)
    const told = ended(await bed.act({ command: 'status', environment: 'pr-30', 'instance-id': host.id, port: undefined }), 'reported')
    expect(told.summary).toContain('the container ended with exit code 3')
    expect(told.summary).toContain('no database today')
    await bed.commit()
    const next = ended(await preview('synchronize'), 'deployed')
    expect(await visit()).toBe(commitOf(next))
  })

  it('is removed while it sleeps, and leaves nothing', async () => {
    await preview('opened')
    await fallAsleep()
    ended(await preview('closed'), 'destroyed')
    expect([await left('ps -aq'), await left('network ls -q'), await left('volume ls -q')]).toEqual(['', '', ''])
    expect(await visit()).toContain('No service is served under this name and path')
    await until('its watcher has ended', async () => (await onHost(host, 'pgrep -f "docker-to-ec2.* [s]leep$" || true')) === '', 60)
  })
})
