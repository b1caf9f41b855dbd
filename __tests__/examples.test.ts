import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from '@jest/globals'
import { parse } from 'yaml'
import { holds } from '../local/workflow/expression.ts'
import { parseWorkflow } from '../local/workflow/file/read.ts'
import type { Job, Step, Trigger } from '../local/workflow/file/types.ts'
import { parseConfig } from '../src/config/file/config-file.ts'
import { fileInputs } from '../src/config/file/file-inputs.ts'
import { COMMANDS } from '../src/domain/command.ts'
import { INPUTS } from '../src/config/inputs/inputs.ts'
import type { InputName } from '../src/config/inputs/inputs.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
/** Called from other repositories. */
const CALLED = '.github/workflows/deliver.yml'
const files = [...globSync('examples/workflows/*.yml', { cwd: ROOT }), CALLED].toSorted()

/** What the file, which all of these share, cannot have because it fits one of them alone. */
const OF_ONE_WORKFLOW = [
  ...['next-version', 'release-notes', 'canary-steps', 'image', 'require-attestation', 'max-severity'],
  ...['instance-id', 'preview-domain', 'incident-label', 'metrics-path', 'preview-ttl'],
]

const entry = parseWorkflow(read(CALLED)).on['workflow_call'] as Trigger

describe.each(files)('%s', (file) => {
  const text = read(file)
  const workflow = parseWorkflow(text)
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)
  const calledByOthers = file === CALLED

  it('says at its top what it is for', () => {
    expect(text).toMatch(/^# [A-Z]/)
  })

  it('says what a second stack of the account needs, or which workflow says so', () => {
    const [header = ''] = text.split(/^(?!#)/m)
    if (!/two stacks|stack[^.]* for each environment/.test(header.replaceAll('\n# ', ' '))) return
    expect(header).toMatch(/OidcProvider=existing and\s#?\s?StatusDocument=existing|needs what [\w-]+\.yml needs/)
  })

  it('is in the table of the README', () => {
    expect(read('README.md')).toMatch(new RegExp(`^\\| .*\\[[^\\]]+\\]\\(${file.replaceAll('.', '\\.')}\\).* \\|$`, 'm'))
  })

  const offers = (command: string) => {
    const chosen = workflow.on['workflow_dispatch']?.inputs['command']
    return chosen?.type === 'choice' && chosen.options.includes(command)
  }

  it('gives no job more than it names', () => {
    expect(workflow.permissions).toEqual({})
    const needed = (job: Job) => ({
      contents: job.steps.some((step) => step.with['release-notes'] === 'true') ? 'write' : 'read',
      ...(!job.steps.some(answers) && { 'id-token': 'write' }),
      ...(offers('doctor') && { actions: 'read' }),
      ...((job.calls || job.steps.some(isRecorded)) && { deployments: 'write' }),
      ...(job.steps.some((step) => commandOf(step) === 'metrics') && { deployments: 'read' }),
      ...(job.steps.some((step) => comments(step) || answers(step)) && { 'pull-requests': 'write' }),
      ...(job.steps.some(answers) && { issues: 'write' }),
      ...(job.steps.some((step) => step.with['incident-label']) && { issues: 'read' }),
      ...(job.steps.some(({ uses }) => uses?.startsWith('actions/deploy-pages')) && { pages: 'write' }),
      ...(job.steps.some(({ uses }) => uses?.startsWith('actions/attest')) && { attestations: 'write' }),
    })
    for (const job of jobs) expect(job.permissions).toEqual(needed(job))
  })

  it('hands no secret to another workflow but by its name', () => {
    for (const { calls } of jobs) if (calls) expect(Object.keys(calls.secrets)).toEqual(Object.keys(entry.secrets))
    if (calledByOthers) expect(text.match(/\bsecrets\.[\w-]+/g)).toEqual(Object.keys(entry.secrets).map((name) => `secrets.${name}`))
  })

  it('gives a workflow of this repository only inputs that it knows', () => {
    for (const { calls } of jobs) if (calls) expect(Object.keys(entry.inputs)).toEqual(expect.arrayContaining(Object.keys(calls.with)))
  })

  it('puts no expression into a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  it('changes nothing for a comment in a job that somebody starts again', () => {
    const changes = jobs.filter(({ environment, needs }) => environment !== undefined && needs.includes('read'))
    for (const job of changes) {
      const scope = { needs: { read: { outputs: { 'comment-command': 'deploy' } } } }
      const held = (attempt: string) =>
        holds(job.if, {
          contexts: { ...scope, github: { run_attempt: attempt } },
          status: { success: true, failure: false, cancelled: false },
        })
      expect([held('1'), held('2')]).toEqual([true, false])
    }
    expect(changes).toHaveLength(file.endsWith('/comment.yml') ? 1 : 0)
  })

  it('leaves no token behind in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const { with: given } of checkouts)
      expect(given).toEqual({ 'persist-credentials': 'false', ...(given['ref'] !== undefined && { ref: ACCEPTED }) })
  })

  it('gives this action only inputs that its command knows', () => {
    for (const step of steps.filter(isOwn)) {
      const { inputs } = parse(read(join(pathOf(step), 'action.yml'))) as { inputs: object }
      expect(Object.keys(step.with).filter((name) => !(name in inputs))).toEqual([])
      const chosen = workflow.on['workflow_dispatch']?.inputs['command']
      const offered: readonly string[] = chosen?.type === 'choice' ? chosen.options : takenBy(jobs, step)
      const commands = COMMANDS.filter((command) =>
        commandOf(step).includes('${{') ? offered.includes(command) : command === commandOf(step),
      )
      expect(commands.length).toBeGreaterThan(0)
      const given = Object.entries(step.with).flatMap(([name, text]) => (text.endsWith("|| '' }}") ? [] : [name as InputName]))
      for (const command of commands) expect(given.filter((name) => !INPUTS[name].commands.includes(command))).toEqual([])
    }
  })

  it('repeats nothing that belongs into the configuration file', () => {
    const ofJob = (step: Step, name: string) => /^\$\{\{ (.* && vars\.\w+ \|\| )?vars\.\w+ \}\}$/.test(step.with[name] ?? '')
    const own = (step: Step, name: string) =>
      tellsWhatIsPlanned(step, name) || ofJob(step, name) || (calledByOthers && name === 'promote-from')
    const given = steps.filter(isOwn).flatMap((step) => Object.keys(step.with).filter((name) => !own(step, name)))
    expect(given.filter((name) => !INPUTS[name as InputName].ofRun && !OF_ONE_WORKFLOW.includes(name))).toEqual([])
  })

  it('ends by itself when it hangs', () => {
    for (const { calls, timeoutMinutes } of jobs) if (!calls) expect(timeoutMinutes).toBeLessThan(60)
  })

  it('ends no deploy in progress', () => {
    const groups = [workflow.concurrency, ...jobs.map(({ concurrency }) => concurrency)]
    const cancels = groups.some((group) => group && group.cancelInProgress !== 'false')
    expect(cancels && steps.some(changes)).toBe(false)
  })

  it('changes only the environment that its job is approved for', () => {
    for (const job of jobs) {
      for (const step of job.steps.filter((one) => changes(one) && !answers(one)))
        expect(step.with['environment'] ?? ofPullRequests(step)).toBe(job.environment?.name)
    }
  })
})

test('the configuration file that they share is one that the action takes', async () => {
  const file = await parseConfig('docker-to-ec2.yml', read('examples/docker-to-ec2.yml'))
  const { values, problems } = fileInputs(file, 'production')
  expect(problems).toEqual([])
  expect([...values.keys()]).toEqual(expect.arrayContaining(['service', 'port', 'promote-from']))
  expect(read('README.md')).toContain('](examples/docker-to-ec2.yml)')
})

function isOwn({ uses }: Step): boolean {
  return uses?.startsWith('OWNER/docker-to-ec2') === true || uses?.startsWith('$/') === true
}

/** Only in the step does it make a plan that of a promotion. */
function tellsWhatIsPlanned(step: Step, name: string): boolean {
  return commandOf(step) === 'plan' && name === 'promote-from'
}

/** Folder of the action in this repository. */
function pathOf({ uses = '' }: Step): string {
  return /^OWNER\/docker-to-ec2\/?([a-z]*)@/.exec(uses)?.[1] ?? /^\$\/([a-z]+)$/.exec(uses)?.[1] ?? ''
}

function commandOf(step: Step): string {
  return pathOf(step) || step.with['command'] || 'deploy'
}

/** The only commit that a workflow for comments checks out: the one that the first job has accepted. */
const ACCEPTED = '${{ needs.read.outputs.comment-sha }}'

/** The commands of a comment that a job does, by its condition. */
function takenBy(jobs: readonly Job[], step: Step): readonly string[] {
  const job = jobs.find(({ steps }) => steps.includes(step))
  const [, list = '[]'] =
    /^github\.run_attempt == 1 && contains\(fromJSON\('([^']+)'\), needs\.read\.outputs\.comment-command\)$/.exec(job?.if ?? '') ?? []
  return JSON.parse(list) as readonly string[]
}

/** Answers a comment. */
function answers(step: Step): boolean {
  return isOwn(step) && commandOf(step) === 'comment'
}

function comments(step: Step): boolean {
  return step.with['plan-comment'] === 'true' || ofPullRequests(step) !== undefined
}

/** The GitHub environment of previews: the action makes that of the service out of the pull request. */
function ofPullRequests(step: Step): string | undefined {
  return isOwn(step) && ['preview', 'sweep'].includes(commandOf(step)) ? 'preview' : undefined
}

/** As a deployment on GitHub. */
function isRecorded(step: Step): boolean {
  return (
    isOwn(step) && INPUTS['github-deployment'].commands.some((command) => command === commandOf(step) || commandOf(step).includes('${{'))
  )
}

function changes(step: Step): boolean {
  return isOwn(step) && !['plan', 'metrics'].includes(commandOf(step))
}
