import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'
import type { RunVariables } from '../../domain/job.ts'

/** What the run's command needs, and what it cannot take together. */
export function commandProblems(inputs: Partial<Inputs>, job: RunVariables): Problem[] {
  return [...deploying(inputs, job), ...freezing(inputs), ...steering(inputs), ...promoting(inputs), ...rollingBack(inputs)]
}

/** Whether the run makes, or plans, a release from its own commit and inputs. */
export function isDeploy({ command, 'promote-from': from }: Partial<Inputs>): boolean {
  return command === 'deploy' || command === 'preview' || (command === 'plan' && from === undefined)
}

function deploying(inputs: Partial<Inputs>, { commit }: RunVariables): Problem[] {
  if (!isDeploy(inputs)) return []
  const problems: Problem[] = []
  if (inputs.port === undefined) {
    const message = 'missing; set it to the port that the application listens on, such as 8080, or to none for a worker without one'
    problems.push({ input: 'port', message })
  }
  if (inputs.port === 'none' && inputs.command === 'preview') {
    problems.push({
      input: 'port',
      message: 'must not be none with command: preview, because a preview is visited; deploy a worker with command: deploy',
    })
  }
  if (!/^[0-9a-f]{7,64}$/.test(commit)) {
    problems.push({
      input: 'GITHUB_SHA',
      message: `got ${JSON.stringify(commit)}; expected the id of a commit. Run this as a step of a workflow`,
    })
  }
  return problems
}

function freezing({ command, reason }: Partial<Inputs>): Problem[] {
  if (command !== 'freeze' || reason !== undefined) return []
  return [{ input: 'reason', message: 'missing; say why the service is frozen. Every refused run shows it' }]
}

function steering({ command, steer }: Partial<Inputs>): Problem[] {
  if (command !== 'steer' || steer !== undefined) return []
  return [{ input: 'steer', message: 'missing; set it to pause, continue, skip or abort' }]
}

function promoting({ command, environment, 'promote-from': from }: Partial<Inputs>): Problem[] {
  if (from === undefined && command === 'promote')
    return [{ input: 'promote-from', message: 'missing; set it to the environment to promote from, such as staging' }]
  return from !== undefined && from === environment
    ? [{ input: 'promote-from', message: `got "${from}"; expected another environment than the one to promote to` }]
    : []
}

/** Both inputs name the release that a rollback returns to. */
function rollingBack({ command, release, version }: Partial<Inputs>): Problem[] {
  if (command !== 'rollback' || release === undefined || version === undefined) return []
  return [{ input: 'version', message: 'names the release to return to, as release does; set only one of them' }]
}
