import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { daemonSettings, installDocker, restartDocker } from '../../local/world.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { given, it } from './support/test.ts'

const QUICK = { 'health-interval': '0.1s', 'retain-releases': '2' }

let bed: Bed
let host: HostHandle
let run: ActionRun

async function images(): Promise<readonly string[]> {
  const listed = JSON.parse(await onHost(host, 'curl -s --unix-socket /var/run/docker.sock http://docker/images/json')) as readonly {
    RepoDigests: readonly string[] | null
  }[]
  return listed
    .flatMap(({ RepoDigests }) => RepoDigests ?? [])
    .filter((name) => name.includes('/web/production@'))
    .map((name) => name.split('@')[1] ?? '')
}

/** The containerd of a system keeps its data where its own configuration says, here in memory. */
const CONTAINERD = `mkdir -p /var/lib/containerd; mount -t tmpfs -o size=4g tmpfs /var/lib/containerd
  setsid containerd >/var/log/containerd.log 2>&1 &
  until [ -e /run/containerd/containerd.sock ]; do sleep 0.05; done`

/** A host whose Docker keeps its images in containerd, as a new installation of Docker 29 does: https://docs.docker.com/engine/storage/containerd/ */
const served = given(async () => {
  bed = await openBed({ disks: 'ext4' })
  host = await bed.hostOf(ended(await bed.act(QUICK), 'deployed'))
  await daemonSettings(host, { 'live-restore': false, features: { 'containerd-snapshotter': true } })
  await installDocker(host, 'newer')
  await onHost(host, CONTAINERD)
  await restartDocker(host)
  expect(await onHost(host, "docker info --format '{{.DriverStatus}}'")).toContain('io.containerd.snapshotter')
  run = ended(await bed.act(QUICK), 'deployed')
})

describe('a host whose Docker keeps its images in containerd', () => {
  it('serves the image that was asked for', async () => {
    await served()
    expect(run.outputs['serving-digest']).toBe(run.outputs['digest'])
    ended(await bed.act(QUICK), 'unchanged')
  })

  it('looks at the disk that the images are on', async () => {
    await served()
    expect(run.stdout).toContain("containerd, which keeps Docker's images, /var/lib/containerd is in memory")
  })

  it('keeps as many images as releases, and goes back', async () => {
    await served()
    const digests: string[] = []
    for (let n = 1; n <= 3; n++) {
      await bed.commit()
      run = ended(await bed.act(QUICK), 'deployed')
      digests.push(run.outputs['digest'] ?? '')
    }
    expect((await images()).toSorted()).toEqual(digests.slice(1).toSorted())
    const back = ended(await bed.act({ command: 'rollback', port: undefined, 'build-args': undefined }), 'rolled-back')
    expect(back.outputs['serving-digest']).toBe(digests[1])
    expect(await visit(run.outputs['url'] ?? '')).not.toBe('')
  })
})
