import { describe, expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'

let bed: Bed
let staged: ActionRun

/** The role of staging has built and pushed the image of the commit, under its tag. */
const pushed = given(async () => {
  bed = await openBed()
  staged = ended(await bed.act({ environment: 'staging' }), 'deployed')
})

const REFUSED = ['failed', 'repository-taken'] as const

describe('what staging pushed under the tag of the commit', () => {
  it('is not what a first deploy to production takes, even where it is told to look there', async () => {
    await pushed()
    const run = ended(await bed.act({ repository: 'web/staging' }), ...REFUSED)
    expect(errorOf(run)).toContain('The repository web/staging lacks the tags of web (production)')
    expect(run.outputs['serving-digest'] ?? '').toBe('')
  })

  it('is not what production builds: its image comes out of a repository of its own', async () => {
    await pushed()
    const run = ended(await bed.act(), 'deployed')
    expect(run.outputs['image']).toMatch(new RegExp(`/web/production@${run.outputs['digest']}$`))
    expect(run.stdout).not.toContain('is already in the registry')
    expect(await visit(run.outputs['url'] ?? '')).toBe(await visit(staged.outputs['url'] ?? ''))
  })

  it('is deployed to production by a promotion, which its record proves', async () => {
    await pushed()
    const brought = { port: undefined, 'build-args': undefined, 'health-timeout': undefined }
    const run = await bed.act({ command: 'promote', 'promote-from': 'staging', ...brought })
    expect(run.outputs['digest']).toBe(staged.outputs['digest'])
  })
})
