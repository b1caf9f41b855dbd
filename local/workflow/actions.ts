/** The actions in the examples: this one unchanged, and stand-ins for the others, which do the same on this machine. */
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tokenFor } from '../github/identity.ts'
import { run } from '../machine/exec.ts'
import { beginAction } from '../runner/runner.ts'
import { buildActions, expectOnly } from './build-actions.ts'
import type { Building } from './build-actions.ts'
import type { Texts } from './file/types.ts'
import { pagesActions } from './pages-actions.ts'
import type { Pages } from './pages-actions.ts'
import type { Action, Actions, Ran } from './step.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export interface Surroundings {
  /** Folder of the git repository. */
  readonly repository: string
  /** Variables with the credentials of a role, for a job's identity token; throws AWS's message if AWS does not trust the token. */
  readonly assume: (role: string, token: string) => Promise<Texts>
  /** Variables that make Docker find buildx. */
  readonly buildx: Texts
  /** Additional inputs for this machine, by commit and by the step's own inputs, including its command. */
  readonly inputs: (given: Texts, sha: string) => Texts
  readonly building: Building
  readonly pages: Pages
}

export function actionsOn(surroundings: Surroundings): Actions {
  const folders = globSync('*/action.yml', { cwd: ROOT }).map(dirname)
  return {
    'actions/checkout': checkout(surroundings),
    'aws-actions/configure-aws-credentials': configureAwsCredentials(surroundings),
    'docker/setup-buildx-action': setupBuildx(surroundings),
    ...buildActions(surroundings.building),
    ...pagesActions(surroundings.pages),
    'OWNER/docker-to-ec2': dockerToEc2(surroundings, ''),
    ...Object.fromEntries(folders.map((folder) => [`OWNER/docker-to-ec2/${folder}`, dockerToEc2(surroundings, folder)])),
  }
}

const fail = (log: string): Ran => ({ code: 1, log })

function checkout({ repository }: Surroundings): Action {
  return async (inputs, { workspace, permissions, event, signal }) => {
    expectOnly('actions/checkout', inputs, ['persist-credentials', 'ref'])
    if (!permissions['contents']) return fail(`repository not found: the token lacks contents: read`)
    signal.throwIfAborted()
    const git = ['git', '-C', workspace, '-c', 'advice.detachedHead=false']
    const cloned = await run(['git', 'clone', '--quiet', '--no-checkout', repository, workspace])
    const ran = cloned.code === 0 ? await run([...git, 'checkout', '--quiet', inputs['ref'] || event.sha]) : cloned
    return { code: ran.code, log: ran.stdout + ran.stderr }
  }
}

function configureAwsCredentials({ assume }: Surroundings): Action {
  return async (inputs, { variables }) => {
    expectOnly('aws-actions/configure-aws-credentials', inputs, ['role-to-assume', 'aws-region'])
    const { 'role-to-assume': role = '', 'aws-region': region = '' } = inputs
    if (region === '') return fail('Input required and not supplied: aws-region')
    if (role === '') return fail('Could not load credentials from any providers')
    const token = await tokenFor('sts.amazonaws.com', variables)
    if (token === undefined) return fail('The job may not ask for an identity token: it lacks id-token: write')
    try {
      const env = { ...(await assume(role, token)), AWS_REGION: region, AWS_DEFAULT_REGION: region }
      return { code: 0, log: `Assumed ${role}`, env }
    } catch (error) {
      return fail(String(error))
    }
  }
}

function setupBuildx({ buildx }: Surroundings): Action {
  return async (inputs) => {
    expectOnly('docker/setup-buildx-action', inputs, [])
    return { code: 0, log: 'buildx is there', env: buildx }
  }
}

/** The commit in the workspace; a step may have checked out another one than the event's. */
async function checkedOut(workspace: string): Promise<string | undefined> {
  const { code, stdout } = await run(['git', '-C', workspace, 'rev-parse', 'HEAD'])
  return code === 0 ? stdout.trim() : undefined
}

/** `folder`: of action.yml; empty: the top. */
function dockerToEc2(surroundings: Surroundings, folder: string): Action {
  return async (given, { variables, workspace, token, signal, event }) => {
    const command = folder || given['command'] || 'deploy'
    const options = {
      action: join(ROOT, folder),
      inputs: { ...surroundings.inputs({ ...given, command }, (await checkedOut(workspace)) ?? event.sha), ...given },
      env: variables,
      token,
      cwd: workspace,
      cancel: signal,
    }
    const begun = await beginAction(options)
    const { main } = begun
    return {
      ...{ code: main.code, log: main.stdout + main.stderr, outputs: main.outputs, summary: main.summary, masks: main.masks },
      async post() {
        const ran = await begun.post()
        await begun.end()
        return ran && { code: ran.code, log: ran.stdout + ran.stderr, summary: ran.summary }
      },
    }
  }
}
