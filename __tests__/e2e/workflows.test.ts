import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inventory } from '../../local/inventory.ts'
import { dispatch, push } from '../../local/workflow/event.ts'
import type { WorkflowRun } from '../../local/workflow.ts'
import type { JobRun } from '../../local/workflow/job.ts'
import { visit } from './support/bed.ts'
import { onGitHub } from './support/on-github.ts'
import type { OnGitHub } from './support/on-github.ts'

let project: OnGitHub
let sha = ''
/** Where production answers. */
let url = ''

beforeAll(async () => {
  project = await onGitHub()
}, 60_000)
afterAll(() => project.close(), 60_000)

/** The job of a run that ended as expected; shows the log of one that did not. */
function job(run: WorkflowRun, id: string, expected = 'success'): JobRun {
  const found = run.jobs[id]
  if (found?.conclusion !== expected) throw new Error(`${id}: ${found?.conclusion ?? run.conclusion}\n${found?.log.slice(-6000)}`)
  return found
}

const outputsOf = (ran: JobRun): Readonly<Record<string, string>> => ran.steps.at(-1)?.outputs ?? {}
const version = () => sha.slice(0, 8)

// The tests of this file are one story: each goes on from where the one before it ended.
describe('deploy.yml', () => {
  it('waits for the approval', async () => {
    sha = await project.commit('First')
    project.reviewer = () => 'rejected'
    expect((await project.run('deploy.yml', push(sha))).conclusion).toBe('failure')
    expect(await inventory(project.bed.cloud)).toEqual([])
  })

  it('deploys what was pushed', async () => {
    project.reviewer = () => 'approved'
    url = job(await project.run('deploy.yml', push(sha)), 'deploy').url ?? ''
    expect(await visit(url)).toBe(version())
  })

  it('does nothing for another branch', async () => {
    expect((await project.run('deploy.yml', push(sha, 'feature'))).conclusion).toBe('not started')
  })
})

describe('operate.yml', () => {
  const operate = async (inputs: Record<string, string>, expected = 'success') =>
    job(await project.run('operate.yml', dispatch(sha, inputs)), 'operate', expected)

  it('deploys, and goes back', async () => {
    const first = sha
    sha = await project.commit('Second')
    expect(outputsOf(await operate({ command: 'deploy' }))['outcome']).toBe('deployed')
    expect(await visit(url)).toBe(version())
    // The release is of a deploy that the same person thought of before: only a rollback takes it.
    expect(outputsOf(await operate({ command: 'rollback' }))['outcome']).toBe('rolled-back')
    expect(await visit(url)).toBe(first.slice(0, 8))
  })

  it('looks, which a left-over in the field for the release does not disturb', async () => {
    const looked = await operate({ command: 'status', release: '01234567-01234567' })
    expect(outputsOf(looked)['outcome']).toBe('reported')
    expect(looked).toMatchObject({ url, summary: expect.stringContaining(url) })
  })

  it('destroys only what was named twice', async () => {
    await operate({ command: 'destroy', confirm: 'staging' }, 'failure')
    expect(await visit(url)).not.toBe('')
    expect(outputsOf(await operate({ command: 'destroy', confirm: 'production' }))['outcome']).toBe('destroyed')
    expect(await inventory(project.bed.cloud)).toEqual(['repository web'])
  })
})
