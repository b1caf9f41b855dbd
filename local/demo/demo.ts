/** script/demo: the action's main job on the local cloud, each claim checked; ends with 1 if one does not hold. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAuthority } from '../acme/authority.ts'
import { startCloud } from '../cloud.ts'
import { startGitHub } from '../github/server.ts'
import { createHostedZone } from '../hosted-zones.ts'
import { badCanary } from './chapters/bad-canary.ts'
import { brokenRelease } from './chapters/broken-release.ts'
import { byName } from './chapters/by-name.ts'
import { destroyAll } from './chapters/destroy.ts'
import { firstDeploy } from './chapters/first-deploy.ts'
import { metrics } from './chapters/metrics.ts'
import { preview } from './chapters/preview.ts'
import { promotion } from './chapters/promotion.ts'
import { releaseUnderLoad } from './chapters/release-under-load.ts'
import { status } from './chapters/status.ts'
import { versionOnStaging } from './chapters/version-on-staging.ts'
import { fail, failed, say } from './log.ts'
import { indexPage, removePages, runs } from './pages.ts'
import { type Stage, TOKEN } from './stage.ts'

/** The chapters, in their order. */
async function demo(stage: Stage): Promise<void> {
  const way = await firstDeploy(stage)
  await byName(stage, way)
  const serving = await releaseUnderLoad(stage, way)
  await brokenRelease(stage, way, serving)
  await badCanary(stage, way, serving)
  const staging = await versionOnStaging(stage)
  await preview(stage, staging)
  await promotion(stage, way, staging)
  await status(stage)
  await metrics(stage)
  await destroyAll(stage)
}

const interrupted = new AbortController()
process.on('SIGINT', () => interrupted.abort(new Error('interrupted')))
process.on('SIGTERM', () => interrupted.abort(new Error('interrupted')))
await removePages()
say('starting the local cloud: AWS, registry, metadata service')
const cloud = await startCloud()
const authority = await startAuthority(cloud)
const workspace = await mkdtemp(join(tmpdir(), 'docker-to-ec2-demo-'))
const github = await startGitHub(workspace, TOKEN)
try {
  const zone = await createHostedZone(cloud, 'example.com')
  await demo({ cloud, github, authority, zone, workspace, interrupted: interrupted.signal })
} catch (error) {
  fail(interrupted.signal.aborted ? 'interrupted' : String(error instanceof Error ? error.stack : error))
} finally {
  say('removing the local cloud')
  await github.stop()
  await authority.stop()
  await cloud.stop()
  await rm(workspace, { recursive: true, force: true })
}
const failures = failed()
if (runs() > 0) say(`the summaries of all runs, as pages: ${indexPage()}`)
say(failures.length === 0 ? 'every check passed' : `FAILED: ${failures.join('; ')}`)
process.exitCode = interrupted.signal.aborted ? 130 : failures.length > 0 ? 1 : 0
