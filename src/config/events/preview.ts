import { previewAct, readPullRequestEvent } from '../../domain/preview/pull-request.ts'
import type { PullRequestEvent } from '../../domain/preview/pull-request.ts'
import { previewEnvironment, previewOfJob, previewPort } from '../../domain/preview/preview.ts'
import type { Preview, PreviewRun, Seed, ServedPreview } from '../../domain/preview/preview.ts'
import { refused } from '../../errors.ts'
import type { InputName, Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'
import { stepText } from '../step/step.ts'
import { eventOf } from './event.ts'
import type { RunVariables } from '../../domain/job.ts'
import type { ReadInputs } from '../step/step.ts'

export interface ReadPreview {
  /** The inputs, including those that the pull request decides. */
  readonly read: ReadInputs
  /** `undefined` after a problem. */
  readonly run: PreviewRun | undefined
}

/** Sets the inputs that a pull request decides: environment, name or port. Throws for a pull request without a preview. */
export function previewOf(read: ReadInputs, env: NodeJS.ProcessEnv, job: RunVariables): ReadPreview {
  const event = readPullRequestEvent(job.event, eventOf(env))
  if (event === undefined) return withProblems(read, [NO_PULL_REQUEST])
  const act = previewAct(event, read.inputs['preview-label'])
  if (typeof act !== 'string') throw refused(act)
  const { number } = event
  const preview = previewOfJob(number, job)
  const run: PreviewRun = act === 'serve' ? { ...preview, act, ...servingOf(event, read.inputs) } : { ...preview, act }
  return { ...withProblems({ ...read, inputs: ofPullRequest(read.inputs, number) }, problemsOf(read, event, env)), run }
}

const NO_PULL_REQUEST: Problem = {
  input: 'command',
  message: 'preview needs a run for a pull request; expected a workflow with on: pull_request (examples/workflows/preview.yml)',
}

function withProblems(read: ReadInputs, problems: readonly Problem[]): ReadPreview {
  return { read: { ...read, problems: [...read.problems, ...problems] }, run: undefined }
}

function servingOf({ name, head, base }: PullRequestEvent, inputs: Partial<Inputs>): Omit<ServedPreview, keyof Preview | 'act'> {
  const seed = seedOf(inputs)
  return { head, base, onlyHead: name !== 'pull_request', limit: inputs['preview-limit'] ?? 0, ...(seed && { seed }) }
}

function seedOf({ seed: args = [], 'seed-timeout': timeout = 0 }: Partial<Inputs>): Seed | undefined {
  return args.length === 0 ? undefined : { args, timeout }
}

function ofPullRequest(inputs: Partial<Inputs>, number: number): Partial<Inputs> {
  const { 'preview-domain': domain, 'preview-port-range': ports } = inputs
  const environment = previewEnvironment(number)
  return {
    ...inputs,
    environment,
    ...(domain !== undefined && { domains: [`${environment}.${domain}`] }),
    ...(ports !== undefined && { 'http-port': previewPort(number, ports) }),
  }
}

/** The place of each preview is its own. Names that the previews share would be taken away from one another, or from another environment. */
function placeProblems(given: ReadInputs['given'], inputs: Partial<Inputs>): Problem[] {
  const [byName, byPort] = [given.has('preview-domain'), given.has('preview-port-range')]
  const decides = byName ? 'preview-domain' : 'preview-port-range'
  const names = (['domains', 'redirect-domains'] as const).filter((input) => (byName || byPort) && (inputs[input]?.length ?? 0) > 0)
  const problems: Problem[] = names.map((input) => ({ input, message: `${decidedBy(decides)}, or set it only for other environments` }))
  return byPort && given.has('http-port') ? [...problems, { input: 'http-port', message: decidedBy('preview-port-range') }] : problems
}

function decidedBy(input: InputName): string {
  return `is decided by ${input}; leave it out`
}

function problemsOf({ inputs, given }: ReadInputs, { name }: PullRequestEvent, env: NodeJS.ProcessEnv): readonly Problem[] {
  const problems: Problem[] = placeProblems(given, inputs)
  if (!given.has('instance-id'))
    problems.push({ input: 'instance-id', message: 'missing; set it to the host of the previews (docs/guides/serve/previews.md)' })
  if (given.has('preview-domain') === given.has('preview-port-range'))
    problems.push({ input: 'preview-domain', message: 'set either preview-domain or preview-port-range, and not both' })
  if (given.has('seed-timeout') && !given.has('seed')) problems.push({ input: 'seed-timeout', message: 'has no effect without seed' })
  if (given.has('seed') && (inputs['seed-timeout'] ?? 0) >= (inputs['deploy-timeout'] ?? Infinity))
    problems.push({ input: 'seed-timeout', message: 'must be shorter than deploy-timeout, in which the preview also starts' })
  if (given.has('preview-port-range') && inputs.tls !== undefined && inputs.tls !== 'off')
    problems.push({ input: 'tls', message: `must be off with preview-port-range, not ${inputs.tls}; use preview-domain for HTTPS` })
  if (name === 'pull_request' && given.has('preview-label'))
    problems.push({
      input: 'preview-label',
      message: 'has no effect on pull_request, which serves every push; use on: pull_request_target',
    })
  if (name !== 'pull_request' && stepText(env, 'config')?.trim() !== 'none')
    problems.push({
      input: 'config',
      message: 'must be none on pull_request_target, because the author of the pull request can write the file',
    })
  return problems
}
