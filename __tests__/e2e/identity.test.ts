import { execFile } from 'node:child_process'
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'
import { commitOf, short } from '../fakes/short-commit.ts'

/** The commit of the event: that of a branch which is not checked out. */
const EVENT = 'e'.repeat(40)
const run = promisify(execFile)
let bed: Bed
let first: ActionRun

const git = async (...args: readonly string[]): Promise<string> =>
  (await run('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com', ...args], { cwd: bed.workspace })).stdout.trim()
const head = () => git('rev-parse', 'HEAD')
const act = (inputs: Record<string, string | undefined> = {}) => bed.act(inputs, { env: { GITHUB_SHA: EVENT } })

async function commit(text: string): Promise<string> {
  await writeFile(join(bed.workspace, 'text'), text)
  await git('add', '--all')
  await git('commit', '--quiet', '--message', text)
  return head()
}

const deployed = given(async () => {
  bed = await openBed()
  await git('init', '--quiet')
  await writeFile(join(bed.workspace, '.gitignore'), 'generated\n')
  await appendFile(join(bed.workspace, 'Dockerfile'), 'COPY . /context/\n')
  await commit('first')
  first = ended(await act(), 'deployed')
})

/** A second branch, in a run of the same event. */
const branched = given(async () => {
  await deployed()
  const id = await commit('second')
  return { id, run: ended(await act(), 'deployed') }
})

/** An earlier step has made a file that Git ignores, and the build does not. */
const generated = given(async () => {
  await branched()
  await mkdir(join(bed.workspace, 'generated'), { recursive: true })
  await writeFile(join(bed.workspace, 'generated', 'app.js'), '1')
  return ended(await act(), 'deployed')
})

describe('the checked-out commit is deployed', () => {
  it('and not the commit of the event, which the log says', async () => {
    await deployed()
    const id = await head()
    expect(first.outputs['release']).toMatch(new RegExp(`^${short(id)}-`))
    expect(first.stdout).toContain(`Using the checked-out commit ${short(id)}; the event is for eeeeeeee`)
    ended(await act(), 'unchanged')
  })

  it('another branch in a run of the same event is another release', async () => {
    const { id, run: second } = await branched()
    expect(second.outputs['release']).toMatch(new RegExp(`^${short(id)}-`))
    expect(second.outputs['digest']).not.toBe(first.outputs['digest'])
  })

  it('with the changes of earlier steps', async () => {
    const { run: clean } = await branched()
    const made = await generated()
    expect(made.stdout).toContain("so part of the image's tag: generated/app.js")
    expect(commitOf(made)).toBe(commitOf(clean))
    expect(made.outputs['digest']).not.toBe(clean.outputs['digest'])
    ended(await act(), 'unchanged')
  })

  it('other files give another plan', async () => {
    await generated()
    const planned = ended(await act({ command: 'plan' }), 'planned')
    await writeFile(join(bed.workspace, 'generated', 'app.js'), '2')
    const refused = ended(await act({ env: 'A=1', 'plan-hash': planned.outputs['plan-hash'] }), 'refused', 'plan-changed')
    expect(errorOf(refused)).toContain('the image: now it is')
    await writeFile(join(bed.workspace, 'generated', 'app.js'), '1')
  })

  it('a rebuild replaces the image for later runs, with and without rebuild', async () => {
    const before = await generated()
    const rebuilt = ended(await act({ rebuild: 'true' }), 'deployed')
    expect(rebuilt.outputs['digest']).not.toBe(before.outputs['digest'])
    expect(ended(await act(), 'unchanged').outputs['digest']).toBe(rebuilt.outputs['digest'])
  })
})
