import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { slowBuild } from './support/slow-build.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { traces } from './support/traces.ts'
import type { Traces } from './support/traces.ts'

let bed: Bed
let runner: Traces
let first: ActionRun
/** Docker's own folder of the runner. */
let home = ''

/** As a newer Docker does by itself: `docker build` is buildx; and a job that has logged in elsewhere. */
const CONFIG = JSON.stringify({
  aliases: { builder: 'buildx' },
  auths: { 'other.example': { auth: Buffer.from('ada:lovelace').toString('base64') } },
  HttpHeaders: { 'X-Job': 'deploy' },
})

const built = given(async () => {
  runner = await traces()
  atEnd(() => runner.close())
  bed = await openBed()
  home = bed.cloud.buildxEnv['DOCKER_CONFIG'] ?? ''
  await writeFile(join(home, 'config.json'), CONFIG)
  first = ended(await act(), 'deployed')
})
beforeEach(built)

const act = (inputs: Readonly<Record<string, string>> = {}) => bed.act(inputs, { env: { ...bed.cloud.buildxEnv, ...runner.env } })

describe('a runner with buildx', () => {
  it('builds with it, and pushes', async () => {
    expect(first.stdout).toContain('using docker driver')
    expect(first.stdout).toContain('The push refers to repository')
    expect(await visit(first.outputs['url'] ?? '')).toBe(first.outputs['release']?.slice(0, 8))
  })

  it('masks the password of the registry, and forgets it', async () => {
    // By itself, and as it stands in Docker's configuration.
    expect(first.masks).toHaveLength(2)
    const { masks: _, ...said } = { ...first, stdout: first.stdout.replaceAll(/^::add-mask::.*$/gm, '') }
    for (const mask of first.masks) expect(JSON.stringify(said)).not.toContain(mask)
    expect(await runner.left()).toEqual([])
  })

  it("leaves the job's own Docker configuration as it was", async () => {
    expect(await readFile(join(home, 'config.json'), 'utf8')).toBe(CONFIG)
    expect((await readdir(home)).filter((name) => !['buildx', 'cli-plugins', 'config.json'].includes(name))).toEqual([])
  })

  it('does not build again what has its tag', async () => {
    const again = ended(await act({ env: 'COLOUR=blue' }), 'deployed')
    expect(again.outputs['digest']).toBe(first.outputs['digest'])
    expect(again.stdout).toContain('is already in the registry')
    expect(again.stdout).not.toContain('using docker driver')
    // The registry was asked to keep the new specification: its password is masked, too.
    expect(again.masks).toHaveLength(2)
  })

  it('ends the build when the run is cancelled', async () => {
    const { dockerfile, step } = await slowBuild(bed.workspace)
    const cancelOn = new RegExp(`RUN .*${/\d+/.exec(step)?.[0]}`)
    const env = { ...bed.cloud.buildxEnv, ...runner.env }
    ended(await bed.act({ dockerfile }, { env, cancelOn }), 'cancelled', 'cancelled')
    expect(await runner.left()).toEqual([])
  })

  it('tells what its builder cannot do, and leaves nothing behind', async () => {
    await bed.commit()
    ended(await act({ platforms: 'linux/amd64,linux/arm64' }), 'failed', 'multi-platform')
    const failed = ended(await act({ target: 'no-such-stage' }), 'failed', 'build-failed')
    expect(errorOf(failed)).toContain('no-such-stage')
    expect(await runner.left()).toEqual([])
  })
})
