import { optionProblems } from './option-problems.ts'
import type { InputName, Inputs } from '../inputs.ts'
import { serviceOf } from './job.ts'
import type { Job } from './job.ts'
import type { Problem } from './read-inputs.ts'

/** Inputs that have a meaning for some commands only: given to another one, they would be believed to have had effect. */
const ONLY_WITH = [
  ['plan-hash', ['deploy']],
  ['release', ['rollback', 'promote']],
  ['from', ['promote']],
  ['from-role', ['promote']],
  ['from-region', ['promote']],
] as const satisfies readonly (readonly [InputName, readonly Inputs['command'][]])[]

/** What no single input can tell. An input that is wrong by itself is missing in `inputs`. */
export function crossProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv, job: Job): Problem[] {
  return [...misplaced(inputs), ...missing(inputs, env, job), ...contrary(inputs), ...optionProblems(inputs)]
}

function misplaced(inputs: Partial<Inputs>): Problem[] {
  const { command } = inputs
  if (command === undefined) return []
  return ONLY_WITH.filter(([name, commands]) => inputs[name] !== undefined && !commands.some((one) => one === command)).map(
    ([input, commands]) => ({ input, got: `it with command ${command}`, expected: `it only with command: ${commands.join(' or ')}` }),
  )
}

function missing(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv, job: Job): Problem[] {
  const problems: Problem[] = []
  const deploys = inputs.command === 'deploy' || inputs.command === 'plan'
  if (!inputs['aws-region'] && !env['AWS_REGION'] && !env['AWS_DEFAULT_REGION']) {
    problems.push({ input: 'aws-region', got: 'nothing', expected: 'a region, such as us-east-1, here or in AWS_REGION' })
  }
  if (inputs.service === undefined && serviceOf(job.repository) === '') {
    problems.push({ input: 'service', got: 'nothing', expected: 'a name, such as web' })
  }
  if (deploys && 'port' in inputs && inputs.port === undefined) {
    problems.push({ input: 'port', got: 'nothing', expected: 'the port that the application listens on, such as 8080' })
  }
  if (deploys && !/^[0-9a-f]{7,64}$/.test(job.commit)) {
    const expected = 'the id of a commit; run this as a step of a workflow'
    problems.push({ input: 'GITHUB_SHA', got: JSON.stringify(job.commit), expected })
  }
  return problems
}

function contrary({ canary = [], timeout, instances = 1, secrets = {}, env = {}, ...inputs }: Partial<Inputs>): Problem[] {
  const problems: Problem[] = []
  const canarySeconds = canary.reduce((sum, { time }) => sum + time, 0)
  if (timeout !== undefined && canarySeconds >= timeout) {
    const got = `steps of ${canarySeconds} s together, with a timeout of ${timeout} s`
    problems.push({ input: 'canary', got, expected: 'steps that are shorter than the input timeout; raise that if need be' })
  }
  if (inputs['instance-id'] !== undefined && instances > 1) {
    problems.push({ input: 'instances', got: `${instances} together with instance-id`, expected: '1, or leave instance-id empty' })
  }
  if (inputs['strip-path-prefix'] && inputs['path-prefix'] === '/') {
    problems.push({ input: 'strip-path-prefix', got: 'true without path-prefix', expected: 'a path-prefix that is to be cut off, too' })
  }
  const twice = Object.keys(secrets).filter((name) => Object.hasOwn(env, name))
  if (twice.length > 0) {
    problems.push({ input: 'secrets', got: `${twice.join(', ')}, which env sets too`, expected: 'each variable in one of the two' })
  }
  return problems
}
