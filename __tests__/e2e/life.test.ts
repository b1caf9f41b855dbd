import { describe, expect } from '@jest/globals'
import { inventory } from '../../local/inventory.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

let bed: Bed
let first: ActionRun

const empty = given(async () => {
  bed = await openBed()
})
const served = given(async () => {
  await empty()
  first = await bed.act()
  ended(first, 'deployed')
})
const destroyed = given(async () => {
  await served()
  return bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' })
})

/** Another commit serves than the first. */
async function movedOn(): Promise<void> {
  const version = await visit(first.outputs['url'] ?? '')
  if (version !== commitOf(first)) return
  await bed.commit()
  ended(await bed.act(), 'deployed')
}

/** The containers of the host with the time they were started: the same before and after means that nothing was touched. */
async function containers(): Promise<string> {
  const host = await bed.hostOf(first)
  return onHost(host, "docker ps -aq --no-trunc | xargs docker inspect --format '{{.Name}} {{.State.StartedAt}} {{.State.Running}}' | sort")
}

describe('the lifecycle of a service', () => {
  beforeEach(served)

  it('from nothing: a Dockerfile becomes a served container on a new host', async () => {
    expect(first.stdout).toContain('is live at http://')
    expect(first.code).toBe(0)
    expect(first.outputs).toMatchObject({ 'serving-digest': first.outputs['digest'], 'previous-release': '', cause: '' })
    expect(await visit(first.outputs['url'] ?? '')).toMatch(/^[0-9a-f]{8}$/)
    expect(first.summary).toContain('First release')
    expect(first.post?.code).toBe(0)
  })

  it('from nothing: the host program is sent first, so one remote command is left when the image is ready', async () => {
    const sent = (await bed.calls()).filter(({ operation }) => operation === 'SendCommand').map(({ params }) => params['Comment'])
    const part = expect.stringMatching(/^docker-to-ec2: the host program /)
    expect(sent.slice(0, 4)).toEqual([part, part, part, expect.stringMatching(/^docker-to-ec2: deploy /)])
  })

  it('launches the host with the right properties', async () => {
    const [launch] = (await bed.calls()).filter(({ operation }) => operation === 'RunInstances')
    expect(launch?.params).toMatchObject({
      InstanceType: 't3.small',
      ClientToken: expect.any(String),
      'MetadataOptions.HttpTokens': 'required',
      'BlockDeviceMapping.1.Ebs.Encrypted': 'true',
      'BlockDeviceMapping.1.Ebs.VolumeType': 'gp3',
      'BlockDeviceMapping.1.Ebs.VolumeSize': '16',
    })
    expect(launch?.params).not.toHaveProperty('KeyName')
    const kinds = [1, 2, 3].map((at) => String(launch?.params[`TagSpecification.${at}.ResourceType`]))
    expect(kinds.toSorted()).toEqual(['instance', 'network-interface', 'volume'])
  })

  it('again: unchanged, in at most 7 AWS calls, without touching registry or containers', async () => {
    const [before, from] = [await containers(), (await bed.cloud.calls()).length]
    const run = await bed.act()
    ended(run, 'unchanged')
    expect(run.outputs).toMatchObject({ release: first.outputs['release'], 'serving-digest': first.outputs['digest'] })
    expect(await containers()).toBe(before)
    const calls = (await bed.calls(from)).map(({ operation }) => operation)
    expect(calls).not.toContain('GetAuthorizationToken')
    expect(calls.slice(7)).toEqual([])
    expect(run.stdout).not.toContain('The push refers to')
  })

  it('a changed variable alone is a new release of the same digest', async () => {
    const run = await bed.act({ env: 'GREETING=hello, "world" $(id) it\'s' })
    ended(run, 'deployed')
    expect(run.outputs).toMatchObject({ digest: first.outputs['digest'], 'previous-release': first.outputs['release'] })
    expect(run.outputs['release']).not.toBe(first.outputs['release'])
    expect(await visit(run.outputs['url'] ?? '', '/env?name=GREETING')).toBe('hello, "world" $(id) it\'s')
  })

  it('a new commit is a new release, in one remote command and at most 18 AWS calls', async () => {
    const from = (await bed.cloud.calls()).length
    const sha = await bed.commit()
    const run = await bed.act()
    ended(run, 'deployed')
    expect(run.outputs).toMatchObject({ release: expect.stringMatching(new RegExp(`^${short(sha)}-`)) })
    expect(await visit(run.outputs['url'] ?? '')).toBe(short(sha))
    const calls = (await bed.calls(from)).map(({ operation }) => operation)
    expect(calls.filter((operation) => operation === 'SendCommand')).toHaveLength(1)
    expect(calls.slice(18)).toEqual([])
    expect(run.summary).toContain(`https://github.com/octo-org/web/compare/`)
    expect(await bed.liveDigest()).toBe(run.outputs['digest'])
  })

  it('an existing image is deployed without a build, by the digest of its tag', async () => {
    await movedOn()
    const from = (await bed.cloud.calls()).length
    const run = ended(await bed.act({ image: first.outputs['image'] }), 'deployed')
    expect(run.outputs['digest']).toBe(first.outputs['digest'])
    expect(run.stdout).not.toContain('The push refers to')
    expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('CreateRepository')
  })

  it('status shows what is live, and changes nothing', async () => {
    const [before, from] = [await containers(), (await bed.cloud.calls()).length]
    const run = await bed.act({ command: 'status', port: undefined })
    ended(run, 'reported')
    expect(run.outputs).toMatchObject({ url: first.outputs['url'], 'serving-digest': expect.stringMatching(/^sha256:/) })
    expect(run.summary).toContain('healthy')
    expect(await containers()).toBe(before)
    const changing = (await bed.calls(from)).filter(({ operation }) => !/^(Describe|Get|List|SendCommand)/.test(operation))
    expect(changing).toEqual([])
  })

  it('after a reboot of the host the same release serves, without a deploy', async () => {
    const before = await visit(first.outputs['url'] ?? '')
    await (await bed.hostOf(first)).reboot()
    expect(await until('an answer', () => answer(first.outputs['url'] ?? ''))).toBe(before)
    await expect(bed.act({ command: 'status', port: undefined })).resolves.toMatchObject({
      outputs: { outcome: 'reported', url: first.outputs['url'] },
    })
  })

  it('destroy leaves nothing, and lists what it removed', async () => {
    const run = await destroyed()
    expect(run.code).toBe(0)
    ended(run, 'destroyed')
    for (const word of ['instance', 'address', 'security group', 'role', 'instance profile', 'parameter', 'repository'])
      expect(run.summary).toContain(word)
    expect(await inventory(bed.cloud)).toEqual([])
    const asked = { Path: '/docker-to-ec2/', Recursive: true }
    expect(await bed.cloud.observe('ssm', 'GetParametersByPath', asked)).toMatchObject({ Parameters: [] })
  })

  it('destroy again finds nothing to do', async () => {
    await destroyed()
    const run = await bed.act({ command: 'destroy', port: undefined })
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('nothing to remove')
  })
})

async function answer(url: string): Promise<string | false> {
  const page = await visit(url)
  return !page.startsWith('<') && page
}
