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

describe("an image that staging pushed with the commit's tag", () => {
  it('is not used by a first deploy to production, even with its repository', async () => {
    await pushed()
    const run = ended(await bed.act({ repository: 'web/staging' }), ...REFUSED)
    expect(errorOf(run)).toContain('the repository web/staging lacks the tags of web (production)')
    expect(run.outputs['serving-digest'] ?? '').toBe('')
  })

  it('is not used by a build in production, which has its own repository', async () => {
    await pushed()
    const run = ended(await bed.act(), 'deployed')
    expect(run.outputs['image']).toMatch(new RegExp(`/web/production@${run.outputs['digest']}$`))
    expect(run.stdout).not.toContain('is already in the registry')
    expect(await visit(run.outputs['url'] ?? '')).toBe(await visit(staged.outputs['url'] ?? ''))
  })

  it('is deployed to production by a promotion, as the record shows', async () => {
    await pushed()
    const brought = { port: undefined, 'build-args': undefined, 'health-timeout': undefined }
    const run = await bed.act({ command: 'promote', 'promote-from': 'staging', ...brought })
    expect(run.outputs['digest']).toBe(staged.outputs['digest'])
  })
})
