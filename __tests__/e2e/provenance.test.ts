import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { BUNDLE, openAuthority } from '../../local/sigstore/authority.ts'
import type { Authority, Bundle, SigningJob } from '../../local/sigstore/authority.ts'
import type { Call } from '../../local/aws/requests.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { aDigest, BUILD_JOB, provenanceOf } from '../fakes/attested.ts'
import { attachTo } from './support/attest.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

/** As the runner of `runAction` tells of its repository. */
const JOB: SigningJob = { ...BUILD_JOB, repository: 'octo-org/web', workflow: 'octo-org/web/.github/workflows/build.yml@refs/heads/main' }
const WORKFLOW = '.github/workflows/build.yml@refs/heads/main'

let bed: Bed
let authority: Authority
let stranger: Authority
let root: string
let built: ActionRun
/** Images of nothing but another label, whose number tells them apart. */
let images = 0

const served = given(async () => {
  bed = await openBed()
  authority = await openAuthority()
  stranger = await openAuthority()
  const folder = temporaryFolder('root')
  root = join(folder, 'trusted_root.json')
  await writeFile(root, authority.root)
  built = ended(await bed.act(), 'deployed')
})
beforeEach(served)

/** Another image in the repository, that nobody has attested yet; its digest. */
async function anImage(vulnerabilities = ''): Promise<string> {
  images += 1
  const args = `BASE=${bed.cloud.baseImage}\nVERSION=image-${images}\nVULNERABILITIES=${vulnerabilities}`
  const { outputs } = ended(await bed.act({ 'build-args': args }), 'deployed')
  return outputs['digest'] ?? ''
}

const reference = (digest: string): string => `${bed.cloud.registry}/web/production@${digest}`
const attach = (subject: string, bundle: Bundle | string): Promise<string> =>
  attachTo(bed.cloud, {
    repository: 'web/production',
    subject,
    type: BUNDLE,
    text: typeof bundle === 'string' ? bundle : JSON.stringify(bundle),
  })

function deploy(digest: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const asked = { image: reference(digest), 'require-attestation': WORKFLOW, 'trusted-root': root, env: 'ATTESTED=yes', ...inputs }
  return bed.act(asked, { env: { GITHUB_REPOSITORY_ID: '4711', GITHUB_REPOSITORY_OWNER_ID: '815' } })
}

/** What a plan asks hosts by, too, can change nothing. */
const reads = ({ operation, params }: Call): boolean =>
  /^(Get|Describe|List|BatchGet)/.test(operation) || (params as { DocumentName?: string }).DocumentName === 'docker-to-ec2-status'

/** Refused, and nothing was changed on the way: every call was one that reads. */
async function refusedRun(running: () => Promise<ActionRun>, cause: string): Promise<string> {
  const from = (await bed.cloud.calls()).length
  const run = ended(await running(), 'refused', cause)
  expect((await bed.calls(from)).filter((call) => !reads(call))).toEqual([])
  return errorOf(run) ?? ''
}

const refusedAs = async (digest: string, inputs?: Readonly<Record<string, string>>): Promise<string> =>
  refusedRun(() => deploy(digest, inputs), 'image-not-attested')

describe('require-attestation', () => {
  it('refuses each invalid attestation of the image, and deploys with a valid one', async () => {
    const digest = await anImage()
    expect(await refusedAs(digest)).toContain('none was found')

    const statement = provenanceOf(digest)
    const past = new Date(Date.now() - 3_600_000)
    const good = await authority.sign(statement, JOB)
    const tampered = structuredClone(good)
    tampered.dsseEnvelope.payload = Buffer.from(JSON.stringify(provenanceOf(digest, { forged: true }))).toString('base64')
    const attempts: readonly (readonly [bundle: Bundle | string, reason: RegExp])[] = [
      [
        await authority.sign(statement, { ...JOB, workflow: 'octo-org/web/.github/workflows/other.yml@refs/heads/main' }),
        /signed by .*other\.yml/,
      ],
      [
        await authority.sign(statement, { ...JOB, workflow: 'octo-org/web/.github/workflows/build.yml@refs/heads/evil' }),
        /heads\/evil, not by/,
      ],
      [await authority.sign(statement, { ...JOB, repository: 'evil/web' }), /a run of https:\/\/github\.com\/evil\/web/],
      [await authority.sign(statement, { ...JOB, repositoryId: '1' }), /repository number 1/],
      [await authority.sign(statement, JOB, { certified: past, logged: new Date() }), /certificate/],
      [await stranger.sign(statement, JOB), /attestation sha256:/],
      [tampered, /attestation sha256:/],
      [await authority.sign(provenanceOf(aDigest('another')), JOB), /it is of sha256:/],
      ['<html>', /attestation sha256:/],
    ]
    for (const [bundle, reason] of attempts) {
      await attach(digest, bundle)
      const refusal = await refusedAs(digest)
      expect(refusal).toContain(`web/production@${digest} has no valid attestation`)
      // Those of the attempts before are still there, and a refusal tells no more than five.
      expect(refusal).toMatch(new RegExp(`${reason.source}|\\d more`))
    }
    expect(await visit(built.outputs['url'] ?? '')).toBe(`image-${images}`)

    await attach(digest, good)
    const run = ended(await deploy(digest), 'deployed')
    expect(run.outputs).toMatchObject({ digest, image: reference(digest), 'serving-digest': digest })
    expect(run.stdout).toContain(`${digest} is attested by https://github.com/${JOB.workflow}, of commit ${JOB.commit}`)
  })

  it('applies to a plan, too', async () => {
    const attested = await anImage()
    await attach(attested, await authority.sign(provenanceOf(attested), JOB))
    const other = await anImage()
    ended(await deploy(attested, { command: 'plan' }), 'planned')
    expect(await refusedRun(() => deploy(other, { command: 'plan' }), 'image-not-attested')).toContain(other)
  })

  it('is refused for an image that the run would build, and for an invalid root, before any call', async () => {
    const from = (await bed.cloud.calls()).length
    expect(errorOf(ended(await bed.act({ 'require-attestation': 'true' }), 'refused', 'inputs'))).toContain('has no attestation yet')
    expect(await bed.calls(from)).toEqual([])
    const digest = await anImage()
    await attach(digest, await authority.sign(provenanceOf(digest), JOB))
    await writeFile(`${root}.bad`, '{}')
    expect(errorOf(ended(await deploy(digest, { 'trusted-root': `${root}.bad` }), 'refused', 'inputs'))).toContain('not a trusted root')
  })

  it('reports that Sigstore cannot be reached', async () => {
    const digest = await anImage()
    await attach(digest, await authority.sign(provenanceOf(digest), JOB))
    const run = await bed.act({ image: reference(digest), 'require-attestation': 'true', env: 'ATTESTED=yes' })
    expect(errorOf(ended(run, 'failed', 'trusted-root-missing'))).toContain('tuf-repo-cdn.sigstore.dev')
  })
})

describe('max-severity', () => {
  const FOUND = 'CVE-2026-2:HIGH:zlib:1.3 CVE-2026-1:CRITICAL:openssl:3.0 CVE-2026-3:LOW:busybox:1.0'

  it('refuses severe findings, the worst first, and deploys with less severe ones', async () => {
    const digest = await anImage(FOUND)
    const of = (max: string): Promise<ActionRun> => bed.act({ image: reference(digest), 'max-severity': max, env: `MAX=${max}` })
    expect(await refusedRun(() => of('high'), 'image-vulnerable')).toMatch(
      /1 critical, 1 high: CVE-2026-1 \(critical, openssl 3\.0\); CVE-2026-2 \(high, zlib 1\.3\)/,
    )
    const mild = await anImage('CVE-2026-4:HIGH:zlib:1.3')
    ended(await bed.act({ image: reference(mild), 'max-severity': 'critical', env: 'MILD=yes' }), 'deployed')
  })

  it('waits for the scan of a built image before any host gets it', async () => {
    const serving = await visit(built.outputs['url'] ?? '')
    images += 1
    const args = `BASE=${bed.cloud.baseImage}\nVERSION=image-${images}\nVULNERABILITIES=${FOUND}`
    const from = (await bed.cloud.calls()).length
    const run = ended(await bed.act({ 'build-args': args, 'max-severity': 'medium' }), 'refused', 'image-vulnerable')
    expect(errorOf(run)).toContain('CVE-2026-1')
    expect((await bed.calls(from)).map(({ operation }) => operation)).toContain('DescribeImageScanFindings')
    expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('SendCommand')
    expect(await visit(built.outputs['url'] ?? '')).toBe(serving)
  })

  it('refuses an image without a scan, and names the setting that turns scanning on', async () => {
    const image = bed.cloud.baseImage
    expect(await refusedRun(() => bed.act({ image, 'max-severity': 'high' }), 'image-not-scanned')).toContain('not the ECR of this account')
    const digest = await anImage()
    const scanning = (scanOnPush: boolean): Promise<unknown> =>
      bed.cloud.observe('ecr', 'PutImageScanningConfiguration', {
        repositoryName: 'web/production',
        imageScanningConfiguration: { scanOnPush },
      })
    await scanning(false)
    const run = (): Promise<ActionRun> => bed.act({ image: reference(digest), 'max-severity': 'high', env: 'SCANNED=no' })
    expect(await refusedRun(run, 'image-not-scanned')).toContain('ECR has no scan of it')
    await scanning(true)
    ended(await run(), 'deployed')
  })
})
