/** Stand-ins for the actions that build an image and attest it: their results are real. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../machine/exec.ts'
import type { RegistryCredentials } from '../../src/domain/image/image.ts'
import type { SigningJob } from '../sigstore/authority.ts'
import type { Texts } from './file/types.ts'
import type { Action, Actions, Place, Ran } from './step.ts'

export interface Building {
  /** The registry that `amazon-ecr-login` logs in to. */
  readonly credentials: () => Promise<RegistryCredentials>
  /** Build arguments for this machine, by commit. */
  readonly buildArgs: (sha: string) => readonly string[]
  /** Signs, as this job, that it built the image of this digest, and stores that beside the image. */
  readonly attest: (job: SigningJob, image: { readonly name: string; readonly digest: string }) => Promise<void>
}

export function buildActions(building: Building): Actions {
  return {
    'aws-actions/amazon-ecr-login': ecrLogin(building),
    'docker/build-push-action': buildAndPush(building),
    'actions/attest': attest(building),
  }
}

const fail = (log: string): Ran => ({ code: 1, log })

/** In the job's own configuration: other jobs on this machine are not logged in. */
function ecrLogin({ credentials }: Building): Action {
  return async (inputs, { work, variables }) => {
    expectOnly('aws-actions/amazon-ecr-login', inputs, [])
    if (variables['AWS_ACCESS_KEY_ID'] === undefined) return fail('Could not load credentials from any providers')
    const { registry, username, password } = await credentials()
    const folder = join(work, 'docker')
    await mkdir(folder, { recursive: true })
    if (variables['DOCKER_CONFIG'] !== undefined) await cp(variables['DOCKER_CONFIG'], folder, { recursive: true })
    const auth = Buffer.from(`${username}:${password}`).toString('base64')
    await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [registry]: { auth } } }))
    return { code: 0, log: `logged in to ${registry}`, masks: [password], outputs: { registry }, env: { DOCKER_CONFIG: folder } }
  }
}

function buildAndPush({ buildArgs }: Building): Action {
  return async (inputs, { workspace, work, variables, event }) => {
    expectOnly('docker/build-push-action', inputs, ['context', 'push', 'tags'])
    const metadata = join(work, 'metadata.json')
    const args = buildArgs(event.sha).flatMap((arg) => ['--build-arg', arg])
    const where = join(workspace, inputs['context'] ?? '.')
    const to = [...(inputs['push'] === 'true' ? ['--push'] : []), '--tag', inputs['tags'] ?? '', '--metadata-file', metadata]
    const { code, stdout, stderr } = await run(['docker', 'buildx', 'build', ...to, ...args, where], { env: variables })
    if (code !== 0) return { code, log: stdout + stderr }
    const { 'containerimage.digest': digest = '' } = JSON.parse(await readFile(metadata, 'utf8')) as Texts
    return { code: 0, log: stdout + stderr, outputs: { digest } }
  }
}

function attest({ attest: sign }: Building): Action {
  return async (inputs, place) => {
    expectOnly('actions/attest', inputs, ['subject-name', 'subject-digest', 'push-to-registry'])
    const { 'subject-name': name = '', 'subject-digest': digest = '' } = inputs
    const missing = ['id-token', 'attestations'].find((scope) => place.permissions[scope] !== 'write')
    if (missing !== undefined) return fail(`the job lacks ${missing}: write`)
    await sign(signingJob(place), { name, digest })
    return { code: 0, log: `attested ${name}@${digest}` }
  }
}

/** The claims of the job's identity token. */
function signingJob({ variables, event }: Place): SigningJob {
  const says = (name: string): string => variables[name] ?? ''
  return {
    issuer: 'https://token.actions.githubusercontent.com',
    serverUrl: says('GITHUB_SERVER_URL'),
    repository: says('GITHUB_REPOSITORY'),
    repositoryId: says('GITHUB_REPOSITORY_ID'),
    ownerId: says('GITHUB_REPOSITORY_OWNER_ID'),
    workflow: says('GITHUB_WORKFLOW_REF'),
    commit: event.sha,
    runId: says('GITHUB_RUN_ID'),
  }
}

export function expectOnly(action: string, inputs: Texts, known: readonly string[]): void {
  const unknown = Object.keys(inputs).find((name) => !known.includes(name))
  if (unknown) throw new Error(`${action}: the input ${unknown} is not known here`)
}
