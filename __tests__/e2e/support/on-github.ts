/** A repository on GitHub with the service under test, whose workflows run on a local cloud. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from '../../../local/machine/exec.ts'
import type { Call } from '../../../local/aws/requests.ts'
import type { Cloud } from '../../../local/cloud.ts'
import { endJob, startJob } from '../../../local/github/deployments.ts'
import { startIdentityProvider } from '../../../local/github/identity.ts'
import type { IdentityProvider } from '../../../local/github/identity.ts'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { runWorkflow } from '../../../local/workflow/workflow.ts'
import type { WorkflowRun } from '../../../local/workflow/workflow.ts'
import { BUNDLE, openAuthority } from '../../../local/sigstore/authority.ts'
import type { SigningJob } from '../../../local/sigstore/authority.ts'
import { actionsOn } from '../../../local/workflow/actions.ts'
import type { Actions } from '../../../local/workflow/step.ts'
import { provenanceOf } from '../../fakes/attested.ts'
import { attachTo, credentialsOf } from './attest.ts'
import type { Event } from '../../../local/workflow/event.ts'
import type { Texts } from '../../../local/workflow/file/types.ts'
import type { Pages } from '../../../local/workflow/pages-actions.ts'
import { createGroups } from '../../../local/workflow/groups.ts'
import type { Environment, Repository } from '../../../local/workflow/repository.ts'
import { overUsual } from '../../fakes/usual.ts'
import { plannerMay } from './planner.ts'
import { assume, createProvider, createRole } from './roles.ts'
import { openBed } from './test-bed.ts'
import type { Bed } from './test-bed.ts'
import { atEnd } from './test.ts'
import { short } from '../../fakes/short-commit.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const EXAMPLES = join(ROOT, 'examples')
export const REPOSITORY = 'octo-org/web'
const IDS = { GITHUB_REPOSITORY_ID: '4711', GITHUB_REPOSITORY_OWNER_ID: '815' }
/** The permissions of a token, as far as the stand-in for GitHub distinguishes them. */
const TOKENS = { write: 'token-that-writes', read: 'token-that-reads', deploy: 'token-that-deploys' }

type Review = NonNullable<Environment['review']>

export interface OnGitHub {
  readonly bed: Bed
  /** The reviewer of production: approves, unless a test sets another one. */
  reviewer: Review
  /** The job whose identity signs an attestation: its own, unless a test sets another one. */
  signsAs: (job: SigningJob) => SigningJob
  /** Variables of the repository. */
  readonly vars: Record<string, string>
  readonly secrets: Record<string, string>
  /** Variables of the GitHub environment `preview`. */
  readonly previews: Record<string, string>
  /** Comments on the pull requests. */
  readonly comments: GitHub['comments']
  /** Whether a workflow's role has this name. */
  hasRole(name: string): boolean
  readonly releases: GitHub['releases']
  readonly issues: GitHub['issues']
  readonly pages: Pages
  readonly deployments: GitHub['deployments']
  readonly pullRequests: GitHub['pullRequests']
  readonly people: GitHub['people']
  /** The requests to GitHub, a line each. */
  readonly requests: GitHub['requests']
  commit(message: string): Promise<string>
  tag(sha: string, name: string): Promise<string>
  /** The previous commit. */
  earlier(sha: string): Promise<string>
  run(example: string, event: Event): Promise<WorkflowRun>
  /** Whether docs/iam/setup.yaml allows the planner's role this call. */
  plannerMay(call: Pick<Call, 'service' | 'operation'>): boolean
}

/** Lives as long as the states that tests build on it. */
export async function onGitHub(): Promise<OnGitHub> {
  const bed = await openBed()
  const { cloud, workspace } = bed
  const git = await repositoryIn(workspace)
  const github = await startGitHub(workspace, TOKENS.write, { readOnlyToken: TOKENS.read, deploymentsToken: TOKENS.deploy })
  atEnd(() => github.stop())
  const provider = await startIdentityProvider()
  atEnd(() => provider.stop())
  const roles = await rolesIn(cloud, provider)
  const pages: Pages = { artifact: undefined, site: undefined }
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...machine } = cloud.env
  let runId = 1000
  const groups = createGroups()
  const { comments, releases, issues, deployments, pullRequests, people, requests } = github
  const self: OnGitHub = {
    bed,
    ...{ comments, releases, issues, deployments, pullRequests, people, requests, pages },
    reviewer: () => 'approved',
    signsAs: (job) => job,
    vars: variablesOf(cloud, roles),
    secrets: {},
    previews: {},
    hasRole: (name) => Object.values(roles).some((arn) => arn.endsWith(`:role/${name}`)),
    plannerMay,
    tag: (sha, name) => git('tag', '--annotate', '--message', name, name, sha),
    earlier: (sha) => git('rev-parse', `${sha}~1`),
    async commit(message) {
      await bed.commit()
      await git('add', '--all')
      await git('commit', '--quiet', '--message', message)
      return git('rev-parse', 'HEAD')
    },
    run(example, event) {
      const repository = repositoryOf(self, { github, roles, groups, identity: provider.forJob })
      followPullRequest(github.pullRequests, event)
      runId += 1
      const workflow = join(EXAMPLES, 'workflows', example)
      return runWorkflow({ workflow, event, repository, actions, env: { ...machine, ...IDS }, runId, calledAt })
    },
  }
  const actions = await actionsFor(self)
  return self
}

/** Makes the folder a repository with the examples' configuration file. Returns git in it. */
async function repositoryIn(workspace: string): Promise<(...argv: readonly string[]) => Promise<string>> {
  const git = (...argv: readonly string[]) =>
    must('git', '-C', workspace, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...argv)
  await git('init', '--quiet', '--initial-branch=main')
  await mkdir(join(workspace, '.github'))
  await copyFile(join(EXAMPLES, 'docker-to-ec2.yml'), join(workspace, '.github', 'docker-to-ec2.yml'))
  return git
}

/** The actions that the examples use. Images are signed by an authority of the test's own. */
async function actionsFor(self: OnGitHub): Promise<Actions> {
  const { bed, pages } = self
  const { cloud, workspace } = bed
  const authority = await openAuthority()
  const root = `${workspace}-trusted-root.json`
  await writeFile(root, authority.root)
  return actionsOn({
    pages,
    repository: workspace,
    assume: (role, token) => assume(cloud, role, token),
    buildx: cloud.buildxEnv,
    inputs: (given, sha) => ({
      ...machineInputs(bed, given, sha),
      ...(given['require-attestation'] !== undefined && { 'trusted-root': root }),
    }),
    building: {
      credentials: () => credentialsOf(cloud),
      buildArgs: (sha) => buildArgs(bed, sha),
      async attest(job, { name, digest }) {
        const text = JSON.stringify(await authority.sign(provenanceOf(digest), self.signsAs(job)))
        await attachTo(cloud, { repository: name.slice(name.indexOf('/') + 1), subject: digest, type: BUNDLE, text })
      },
    },
  })
}

type Roles = Awaited<ReturnType<typeof rolesIn>>

function variablesOf(cloud: Cloud, roles: Roles): Record<string, string> {
  return {
    IMAGE: `${cloud.registry}/web/production`,
    AWS_REGION: 'us-east-1',
    AWS_PLANNER_ROLE_ARN: roles.planner,
    AWS_STAGING_PLANNER_ROLE_ARN: roles.planner,
  }
}

interface Around extends Required<Pick<Repository, 'groups' | 'identity'>> {
  readonly github: GitHub
  readonly roles: Roles
}

/** The repository as a run finds it now. */
function repositoryOf(self: OnGitHub, { github, roles, groups, identity }: Around): Repository {
  return {
    name: REPOSITORY,
    folder: self.bed.workspace,
    apiUrl: github.url,
    vars: self.vars,
    secrets: self.secrets,
    environments: {
      staging: { vars: { AWS_ROLE_ARN: roles.staging } },
      preview: { vars: { AWS_ROLE_ARN: roles.preview, ...self.previews } },
      production: { vars: { AWS_ROLE_ARN: roles.production }, review: (request) => self.reviewer(request) },
    },
    groups,
    identity,
    token: tokenOf,
    deploys({ environment: name, sha, runId: run }) {
      const runUrl = `https://github.com/${REPOSITORY}/actions/runs/${run}`
      const started = startJob(github.deployments, { sha, environment: name, runUrl })
      return (conclusion) => endJob(github.deployments, started, conclusion === 'success' ? 'success' : 'failure')
    },
  }
}

interface PullRequest {
  readonly number: number
  readonly head: { readonly sha: string }
}

/** GitHub knows what happened before it starts a run for it. */
function followPullRequest(states: GitHub['pullRequests'], { payload }: Event): void {
  const { action, pull_request: request } = payload as { readonly action?: string; readonly pull_request?: PullRequest }
  if (request === undefined) return
  const state = action === 'closed' ? 'closed' : 'open'
  states.set(request.number, { ...states.get(request.number), state, commit: request.head.sha })
}

function tokenOf(permissions: Readonly<Record<string, string>>): string {
  if (permissions['issues'] === 'write' || permissions['pull-requests'] === 'write' || permissions['contents'] === 'write')
    return TOKENS.write
  return permissions['deployments'] === 'write' ? TOKENS.deploy : TOKENS.read
}

/** This repository's workflows are beside the examples. */
function calledAt(uses: string): { readonly file: string; readonly repository: string } | undefined {
  const [, repository = '', path] = /^(OWNER\/docker-to-ec2)\/(\.github\/workflows\/[\w-]+\.yml)@/.exec(uses) ?? []
  return path === undefined ? undefined : { file: join(ROOT, path), repository }
}

/** The roles in the examples' variables, from docs/iam/setup.yaml. */
async function rolesIn(cloud: Cloud, provider: IdentityProvider) {
  await provider.knownTo(cloud)
  await createProvider(cloud)
  return {
    staging: await createRole(cloud, 'Runner', 'staging'),
    production: await createRole(cloud, 'Runner', 'production'),
    preview: await createRole(cloud, 'Runner', 'pr', { EnvironmentPattern: 'pr-*', GitHubEnvironment: 'preview' }),
    planner: await createRole(cloud, 'PlannerRole', 'production'),
  }
}

function buildArgs({ cloud }: Bed, sha: string): readonly string[] {
  return [`BASE=${cloud.baseImage}`, `VERSION=${short(sha)}`]
}

/** Only those that the command takes. */
function machineInputs(bed: Bed, given: Texts, sha: string): Texts {
  const usual = {
    'proxy-image': bed.cloud.proxyImage,
    'drain-timeout': '300s',
    'bake-time': '0s',
    // A given image is not built.
    ...(given['image'] === undefined && { 'build-args': buildArgs(bed, sha).join('\n') }),
    'health-timeout': '300s',
  }
  const { command: _, ...inputs } = overUsual(usual, given)
  return inputs as Texts
}
