import type { Inputs } from './inputs/inputs.ts'
import type { Problem } from './step/problem.ts'
import { certificateProblems } from './checks/certificates.ts'
import { commandProblems } from './checks/command.ts'
import { optionProblems } from './checks/container-options.ts'
import { httpsProblems } from './checks/https.ts'
import { imageProblems } from './checks/image.ts'
import { noEffectProblems, usedInputs } from './checks/no-effect.ts'
import { routeProblems } from './checks/route.ts'
import { timeProblems } from './checks/times.ts'
import { identityProblems, regionOf } from './identity.ts'
import { serviceOf } from './job.ts'
import type { RunVariables } from '../domain/job.ts'

/** Problems with several inputs together. `given` lacks inputs that are wrong by themselves. */
export function combinationProblems(given: Partial<Inputs>, env: NodeJS.ProcessEnv, job: RunVariables): Problem[] {
  const inputs = usedInputs(given)
  const region = regionOf(inputs, env)
  return [
    ...nameless(inputs, region, job),
    ...commandProblems(inputs, job),
    ...identityProblems(inputs, env),
    ...imageProblems(inputs, env, job),
    ...conflicts(inputs),
    ...timeProblems(inputs),
    ...zones(inputs),
    ...routeProblems(inputs),
    ...noEffectProblems(given, env),
    ...optionProblems(inputs),
    ...httpsProblems(inputs),
    ...certificateProblems(inputs, region),
  ]
}

/** What every command except `comment` needs to find the service. */
function nameless(inputs: Partial<Inputs>, region: string, job: RunVariables): Problem[] {
  if (inputs.command === 'comment') return []
  const problems: Problem[] = []
  if (region === '') {
    problems.push({ input: 'aws-region', message: 'missing; set it to a region such as us-east-1, or the variable AWS_REGION' })
  }
  if (inputs.service === undefined && serviceOf(job.repository) === '') {
    problems.push({ input: 'service', message: 'missing; set it to a name such as web' })
  }
  return problems
}

function conflicts(inputs: Partial<Inputs>): Problem[] {
  const problems: Problem[] = []
  const { instances = 1, secrets = {}, env = {} } = inputs
  if (inputs['instance-id'] !== undefined && instances > 1) {
    problems.push({ input: 'instances', message: `must be 1 with instance-id, not ${instances}` })
  }
  if (inputs.schedule !== undefined && inputs.capacity === 'spot') {
    problems.push({
      input: 'schedule',
      message: 'cannot be combined with capacity: spot, because a spot instance cannot be stopped and started',
    })
  }
  const twice = Object.keys(secrets).filter((name) => Object.hasOwn(env, name))
  if (twice.length > 0) {
    problems.push({ input: 'secrets', message: `${twice.join(', ')} is in env, too; set each variable in only one of them` })
  }
  return problems
}

/** `none` leaves all records to the user, and an id none of those in its zone. */
function zones({ 'hosted-zone-id': ids = [] }: Partial<Inputs>): Problem[] {
  if (!ids.includes('none') || ids.length === 1) return []
  return [{ input: 'hosted-zone-id', message: `got ${ids.join(', ')}; expected either none or ids of hosted zones` }]
}
