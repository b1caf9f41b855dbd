import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { push } from '../../local/workflow/event.ts'
import { parseWorkflow } from '../../local/workflow/file/read.ts'
import { createGroups } from '../../local/workflow/groups.ts'
import type { Repository } from '../../local/workflow/repository.ts'
import { runWorkflow } from '../../local/workflow/workflow.ts'
import type { WorkflowRun } from '../../local/workflow/workflow.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

let folder = ''

beforeAll(async () => {
  folder = temporaryFolder('called-workflow-test')
})

const script = (run: string, more: object = {}) => ({ 'runs-on': 'ubuntu-24.04', steps: [{ id: 'step', run, ...more }] })
const CALL = {
  inputs: { where: { type: 'string', default: 'staging' } },
  secrets: { token: { required: false } },
  outputs: { word: { value: '${{ jobs.inner.outputs.word }}' } },
}
const SAYS = {
  ...script('echo "$WHERE $TOKEN $OTHER $GITHUB_WORKFLOW" | rev; echo word=hi >> "$GITHUB_OUTPUT"; echo done >> "$GITHUB_STEP_SUMMARY"', {
    env: { WHERE: '${{ inputs.where }}', TOKEN: '${{ secrets.token }}', OTHER: '${{ secrets.OTHER }}' },
  }),
  outputs: { word: '${{ steps.step.outputs.word }}' },
}

interface Parts {
  readonly called?: object
  readonly job?: object
  readonly caller?: Readonly<Record<string, object>>
  readonly settings?: Partial<Repository>
}

/** Calls, as the job `outer`, a workflow whose job is `inner`. */
async function go({ called = {}, job = {}, caller = {}, settings = {} }: Parts = {}): Promise<WorkflowRun> {
  const file = join(folder, 'called.yml')
  await writeFile(file, JSON.stringify({ name: 'Called', on: { workflow_call: CALL }, permissions: {}, jobs: { inner: SAYS }, ...called }))
  const outer = { uses: 'acme/tools/.github/workflows/called.yml@v1', permissions: { contents: 'read' }, ...job }
  const workflow = parseWorkflow(JSON.stringify({ name: 'Caller', on: 'push', jobs: { outer, ...caller } }))
  const repository = { name: 'octo-org/web', folder, groups: createGroups(), secrets: { NPM: 'hunter2', OTHER: 'kept' }, ...settings }
  const calledAt = (uses: string) => (uses === outer.uses && uses.startsWith('acme/') ? { file, repository: 'acme/tools' } : undefined)
  const action = async () => ({ code: 0, log: 'the action of acme' })
  return runWorkflow({ workflow, event: push('0'.repeat(40)), repository, actions: { 'acme/tools/deploy': action }, calledAt })
}

describe('a workflow that is called', () => {
  it('has its inputs and the secrets that are named, and hands on its outputs', async () => {
    const caller = { next: { needs: 'outer', ...script('echo "got $A"', { env: { A: '${{ needs.outer.outputs.word }}' } }) } }
    const run = await go({ job: { with: { where: 'here' }, secrets: { token: '${{ secrets.NPM }}' } }, caller })
    expect(run).toMatchObject({ conclusion: 'success', title: 'Caller' })
    expect(run.jobs['outer / inner']?.log).toContain('rellaC  2retnuh ereh')
    expect(run.jobs['next']?.log).toContain('got hi')
    expect(run.jobs['outer']).toMatchObject({ conclusion: 'success', summary: 'done\n', outputs: { word: 'hi' } })
  })

  it('has the defaults of what is not given', async () => {
    expect((await go()).jobs['outer / inner']?.log).toContain('rellaC   gnigats')
  })

  it('waits for the reviewer of an environment of its caller, who sees what its jobs said', async () => {
    const asked: unknown[] = []
    const review = (request: unknown) => (asked.push(request), 'rejected' as const)
    const jobs = { inner: SAYS, last: { needs: 'inner', environment: '${{ inputs.where }}', ...script('true') } }
    const run = await go({ called: { jobs }, settings: { environments: { staging: { review } } } })
    expect(asked).toEqual([{ environment: 'staging', job: 'last', summaries: { inner: 'done\n' } }])
    expect(run).toMatchObject({ conclusion: 'failure', jobs: { outer: { conclusion: 'failure' }, 'outer / last': { steps: [] } } })
  })

  it('uses the actions of its own repository by `$/`', async () => {
    const inner = { 'runs-on': 'ubuntu-24.04', steps: [{ uses: '$/deploy' }] }
    expect((await go({ called: { jobs: { inner } } })).jobs['outer']?.log).toContain('the action of acme')
  })

  it.each([
    [{ job: { secrets: 'inherit' } }, 'secrets: inherit hands over all'],
    [{ job: { secrets: { other: 'x' } } }, 'the secret other is not known'],
    [{ called: { on: { workflow_call: { secrets: { token: { required: true } } } } } }, 'the secret token is required'],
    [{ job: { with: { who: 'x' } } }, 'no input who'],
    [{ job: { uses: 'someone/else/.github/workflows/x.yml@v1' } }, 'a workflow that is not known here'],
    [{ called: { on: 'push' } }, 'is not to be called'],
    [{ called: { permissions: { 'id-token': 'write' } } }, 'inner asks for id-token: write, which its caller has not'],
    [{ job: { steps: [] } }, 'jobs.outer: steps is not known here'],
  ])('is not started by %j', async (parts, message) => {
    await expect(go(parts)).rejects.toThrow(message)
  })
})
