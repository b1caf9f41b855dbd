import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { run as runProgram } from '../../local/machine/exec.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { ownClock, rightClock } from '../../local/world.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { parseImage } from '../../src/domain/image/image.ts'
import type { CopyFacts } from '../../src/ports/image/registry.ts'
import { setupTemplate } from '../iam/template.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { filesOf, onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const RECORD = '/docker-to-ec2/web/staging/release'

let bed: Bed
let staged: ActionRun
let staging: HostHandle
let promoted: ActionRun

const onStaging = given(async () => {
  bed = await openBed()
  staged = ended(await stage(), 'deployed')
  staging = await bed.hostOf(staged)
})

const inProduction = given(async () => {
  await onStaging()
  promoted = ended(await promote(), 'deployed')
})

/** Promoted once more, with another configuration, and to a third environment. */
const everywhere = given(async () => {
  await inProduction()
  return [ended(await promote({ env: 'AGAIN=yes' }), 'deployed'), ended(await promote({ environment: 'demo' }), 'deployed')]
})

const stage = (inputs: Record<string, string> = {}): Promise<ActionRun> => bed.act({ environment: 'staging', ...inputs })

function promote(inputs: Record<string, string> = {}): Promise<ActionRun> {
  const usual = { command: 'promote', 'promote-from': 'staging', repository: 'web-production' }
  return bed.act({ ...usual, port: undefined, 'build-args': undefined, 'health-timeout': undefined, ...inputs })
}

/** Images with their tags, without those that move. */
async function tagsIn(repositoryName: string): Promise<unknown> {
  const { imageDetails } = await bed.cloud.observe('ecr', 'DescribeImages', { repositoryName })
  const images = (imageDetails as { imageDigest: string; imageTags: string[] }[]).filter(
    ({ imageTags }) => !imageTags.some((tag) => /^(release|about)-/.test(tag)),
  )
  return images.map(({ imageDigest, imageTags }) => [imageDigest, imageTags.filter((tag) => tag !== 'cache' && !tag.startsWith('live-'))])
}

/** From here on, hosts can be asked by the document of docs/iam/setup.yaml. */
const withDocument = given(async () => {
  await everywhere()
  const parameters = {
    GitHubOrg: 'octo',
    GitHubRepository: 'shop',
    Service: 'web',
    PromotedBy: 'arn:aws:iam::1:role/x',
    StatusDocument: 'create',
  }
  const { Content } = setupTemplate(parameters).AskForStatus.Properties
  const document = { Name: 'docker-to-ec2-status', DocumentType: 'Command', DocumentFormat: 'JSON', Content: JSON.stringify(Content) }
  await bed.cloud.observe('ssm', 'CreateDocument', document)
})

describe('to another repository', () => {
  it('the image is copied by digest, with its tag', async () => {
    await inProduction()
    const { digest = '' } = staged.outputs
    expect(promoted.outputs).toMatchObject({ digest, image: `${bed.cloud.registry}/web-production@${digest}`, 'serving-digest': digest })
    expect(await tagsIn('web-production')).toEqual(await tagsIn('web/staging'))
    expect(promoted.stdout).toMatch(/Copied sha256:.* \d+ existed, [1-9]\d* were mounted, 0 were sent \(0 bytes\)/)
    expect(await visit(promoted.outputs['url'] ?? '')).toBe(await visit(staged.outputs['url'] ?? ''))
  })

  it('nothing is copied twice, neither for a new configuration nor for a third environment', async () => {
    for (const run of await everywhere()) {
      expect(run.stdout).not.toContain('Copied')
      expect(run.outputs['image']).toBe(promoted.outputs['image'])
    }
  })
})

describe('between registries', () => {
  const COPY = `
    import { httpRegistry } from '${ROOT}/src/adapters/registry/registry.ts'
    const { from, to } = JSON.parse(process.env.ORDER)
    const registry = httpRegistry({ fetch, clock: { sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) } })
    const { digest } = await registry.inspect(from, undefined)
    const place = { image: { ...from, digest, tag: undefined }, credentials: undefined }
    let held = 0
    const watch = setInterval(() => {
      gc()
      held = Math.max(held, process.memoryUsage().arrayBuffers)
    }, 10)
    const facts = await registry.copy(place, to, new AbortController().signal)
    clearInterval(watch)
    const arrived = await registry.inspect(to.image, to.credentials)
    console.log(JSON.stringify({ ...facts, held, same: arrived.digest === digest }))`

  /** With the most bytes that were in memory at a time. */
  type Copy = CopyFacts & { readonly same: boolean; readonly held: number }

  async function copy(): Promise<Copy> {
    const { authorizationData } = await bed.cloud.observe('ecr', 'GetAuthorizationToken', {})
    const [{ authorizationToken = '' } = {}] = authorizationData as { authorizationToken?: string }[]
    const [username, password] = Buffer.from(authorizationToken, 'base64').toString().split(':')
    const credentials = { registry: bed.cloud.registry, username, password }
    const image = { registry: bed.cloud.registry, repository: 'copied/caddy', tag: 'copy', digest: undefined }
    const order = JSON.stringify({ from: parseImage(bed.cloud.proxyImage), to: { image, credentials } })
    const env = { ...bed.cloud.env, ORDER: order, HOME: '/root' }
    const { code, stdout, stderr } = await runProgram([process.execPath, '--expose-gc', '--input-type=module', '--eval', COPY], { env })
    if (code !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Copy
  }

  it('each blob is sent once, even if the registry sometimes fails, and never again', async () => {
    await onStaging()
    const repositoryName = 'copied/caddy'
    await bed.cloud.observe('ecr', 'CreateRepository', { repositoryName })
    // A new repository of the local cloud has the layers of the public images.
    await rm(join(bed.cloud.dir, 'registry/docker/registry/v2/repositories', repositoryName, '_layers'), { recursive: true })
    await bed.cloud.fault([{ service: 'registry', operation: 'push', kind: '500', times: 2 }])
    const first = await copy()
    expect(first).toMatchObject({ sent: 2, mounted: 0, there: 0, same: true })
    expect(first.bytes).toBeGreaterThan(1e7)
    expect(first.held).toBeGreaterThan(0)
    expect(first.held).toBeLessThan(first.bytes / 2)
    expect(await copy()).toMatchObject({ sent: 0, mounted: 0, there: 0, bytes: 0, same: true })
  })
})

describe('with promote-from-role', () => {
  beforeEach(withDocument)

  const role = (account: string): string => `arn:aws:iam::${account}:role/promoter`

  it("the verified release is read with that role, and everything else uses the run's own role", async () => {
    const from = (await bed.cloud.calls()).length
    const run = ended(await promote({ environment: 'demo', 'promote-from-role': role('123456789012') }), 'unchanged')
    const calls = (await bed.cloud.calls()).slice(from)
    const operations = (principal: string) => [
      ...new Set(calls.filter((call) => call.principal === principal).map(({ operation }) => operation)),
    ]
    expect(operations('assumed').toSorted()).toEqual(
      ['GetAuthorizationToken', 'GetCommandInvocation', 'GetParameter', 'SendCommand'].toSorted(),
    )
    expect(run.stdout).not.toContain('was not checked')
    expect(operations('runner')).toContain('AssumeRole')
    expect(run.masks.length).toBeGreaterThanOrEqual(2)
    for (const secret of run.masks)
      expect(JSON.stringify([run.stdout.replaceAll(/^::add-mask::.*$/gm, ''), run.summary])).not.toContain(secret)
  })

  it('the release is looked up in the other account', async () => {
    const run = ended(await promote({ 'promote-from-role': role('210987654321') }), 'refused', 'refused')
    expect(errorOf(run)).toContain('nothing is deployed in staging')
  })
})

it('a plan asks its hosts how many requests come, and says what they let a canary notice', async () => {
  await withDocument()
  // Their counters have to be a minute old.
  await ownClock(staging, 200)
  for (let count = 0; count < 20; count++) await visit(staged.outputs['url'] ?? '')
  const run = await stage({ command: 'plan', env: 'LATER=yes', 'canary-steps': '10%:60s' })
  await rightClock(staging)
  expect(ended(run, 'planned').stdout).toMatch(
    /\nTraffic: a canary gets 10% for 60 s \(about \d+ requests, too few to judge\); about [\d.]+ requests a minute now\n/,
  )
})

describe("a promotion's source", () => {
  beforeEach(withDocument)

  const expectRefusal = async (words: string | RegExp): Promise<void> => {
    const from = (await bed.cloud.calls()).length
    const run = ended(await promote({ env: 'LATER=yes' }), 'refused', 'refused')
    expect(errorOf(run)).toMatch(words)
    const changes = (await bed.calls(from)).filter(({ operation }) => /^(Put|Create|Run|Delete|Associate)/.test(operation))
    expect(changes).toEqual([])
  }

  it('a configuration that exceeds the output of a command is promoted', async () => {
    const large = `LARGE=${randomBytes(24_000).toString('base64')}`
    ended(await stage({ env: large }), 'deployed')
    const run = ended(await promote({ environment: 'demo' }), 'deployed')
    expect(`LARGE=${await visit(run.outputs['url'] ?? '', '/env?name=LARGE')}`).toBe(large)
    ended(await stage(), 'deployed')
  })

  it('a different document on a host of staging is ignored', async () => {
    const document = filesOf('web.staging').release(staged.outputs['release'] ?? '')
    await onHost(staging, `cp ${document} /root/document; sed 's/"port": *8080/"port": 8081/' </root/document >${document}`)
    const run = ended(await promote({ env: 'KEPT=yes' }), 'deployed')
    expect(await visit(run.outputs['url'] ?? '')).toBe(commitOf(staged))
    await onHost(staging, `cp /root/document ${document}`)
  })

  it('an unhealthy release is refused', async () => {
    await onHost(staging, `docker stop -t 1 web.staging.${staged.outputs['release']}`)
    await expectRefusal(`${staged.outputs['release']} is not healthy on ${staging.id} of staging`)
    // The stopped one is started again, and deployed anew if it takes longer.
    expect(['unchanged', 'deployed']).toContain((await stage()).outputs['outcome'])
  })

  it('a mismatch of host, record and registry is refused', async () => {
    const found = await bed.cloud.observe('ssm', 'GetParameter', { Name: RECORD })
    const { Value } = found['Parameter'] as { Value: string }
    const record = JSON.parse(Value) as { release: string; artifact: string }
    // By hand, so over no version that was read.
    const recorded = (changes: object) =>
      bed.cloud.observe('ssm', 'PutParameter', {
        Name: RECORD,
        Value: JSON.stringify({ ...record, over: undefined, ...changes }),
        Overwrite: true,
      })
    await recorded({ release: '0badc0de-00000000' })
    await expectRefusal(
      'the specification of 0badc0de-00000000 in staging was written by another version of this action, or does not match the record',
    )
    await recorded({ artifact: `${record.artifact.split('@')[0]}@sha256:${'0'.repeat(64)}` })
    await expectRefusal(`the specification of ${record.release} in staging is not in the registry any more`)
    await recorded({})
    ended(await promote(), 'deployed')
  })

  it('a verified release is promoted although no agent answers, but not if there is none', async () => {
    await staging.stopAgent()
    const run = ended(await promote({ env: 'ASLEEP=yes' }), 'deployed')
    expect(run.stdout).toContain('was not checked: SSM cannot reach its hosts')
    await staging.startAgent()
    ended(await bed.act({ command: 'destroy', environment: 'staging', port: undefined }), 'destroyed')
    await expectRefusal('nothing is deployed in staging')
    expect(await visit(promoted.outputs['url'] ?? '')).toBe(commitOf(promoted))
  })
})
