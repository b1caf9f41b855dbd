import type { GithubSpec } from './adapters/github/api.ts'
import type { Config } from './config/config.ts'
import { buildPaths } from './config/job.ts'
import { connectIdentity } from './connect/identity.ts'
import type { Identity } from './connect/identity.ts'
import { lazy, once } from './connect/lazy.ts'
import { permittedFetch } from './connect/aws/permitted.ts'
import { postCleanup, saveRole } from './connect/post-cleanup.ts'
import { clientOptions } from './connect/aws/options.ts'
import { connectSource } from './connect/promotion-source.ts'
import type { Context } from './context.ts'
import { githubDeployment } from './steps/record/github-deployment.ts'
import { sessionNameOf } from './domain/identity/session-name.ts'
import type { Account } from './ports/account.ts'
import { timeLimit } from './adapters/clock.ts'
import type { Moment } from './ports/clock.ts'
import type { Service } from './domain/service.ts'
import type { SentCommand } from './ports/post-cleanup.ts'

type Ports = Omit<Context, 'config' | 'accountId' | 'clock' | 'progress' | 'signal' | 'newId' | 'permit' | 'token'> & {
  readonly account: Account
}
type Surroundings = Pick<Context, 'clock' | 'progress' | 'permit'>

/** Builds the adapters. Each loads its AWS client at the first use, so that a run loads only the clients it needs. */
export function connect(config: Config, surroundings: Surroundings): Ports {
  const { region } = config
  const role = config.role && { ...config.role, sessionName: sessionNameOf(config.job) }
  if (role !== undefined) saveRole(role)
  const identity = connectIdentity(role, region, surroundings.clock)
  const own = {
    ...awsPorts(config, { ...surroundings, identity }),
    ...imagePorts(config, surroundings),
    ...githubPorts(config, surroundings),
    postCleanup,
  }
  const { promotion } = config
  const elsewhere = promotion !== undefined && (promotion.role !== undefined || promotion.region !== region)
  return { ...own, source: elsewhere ? connectSource(config, promotion, { ...surroundings, identity }) : own }
}

interface Identified extends Surroundings {
  readonly identity: Identity
}

function awsPorts({ region, role, service: own }: Config, { clock, progress, permit, identity }: Identified) {
  const options = clientOptions(region, { permit, ...identity })
  const ec2 = once(async () => (await import('./connect/aws/ec2.ts')).connectEc2(options, clock))
  const saveLease = (service: Service, owner: string): void => postCleanup.note('lease', { service, owner, region })
  const ssm = once(async () => (await import('./connect/aws/ssm.ts')).connectSsm(options, saveLease))
  const ecr = once(async () => (await import('./connect/aws/ecr.ts')).connectEcr(options, own))
  const waiting = (what: string) => (status: string, since: Moment) => progress.waiting(`${what} (${status})`, since)
  const account = lazy<Account>(async () => (await import('./connect/aws/sts.ts')).connectSts(options))
  return {
    account,
    hosts: lazy(async () => (await ec2()).hosts),
    catalog: lazy(async () => (await import('./adapters/aws/ec2/catalog.ts')).ec2Catalog((await ec2()).client, (await ssm()).client)),
    quotas: lazy(async () => (await import('./connect/checkup.ts')).connectQuotas(options, (await ec2()).client)),
    permissions: lazy(async () => {
      const identify = async () => role?.arn ?? (await account.identify()).arn
      return (await import('./connect/checkup.ts')).connectPermissions(options, (await ec2()).client, identify)
    }),
    networks: lazy(async () => (await ec2()).networks),
    prices: lazy(async () => (await import('./adapters/prices/stored-prices.ts')).storedPrices()),
    vpcs: lazy(async () => (await ec2()).vpcs),
    zones: lazy(async () => (await import('./connect/aws/route53.ts')).connectRoute53(options)),
    lookups: lazy(async () => (await import('./adapters/dns/lookups.ts')).dnsLookups()),
    hostRoles: lazy(async () => (await import('./connect/aws/iam.ts')).connectIam(options, clock)),
    repositories: lazy(async () => (await ecr()).repositories),
    scans: lazy(async () => (await ecr()).scans),
    remote: lazy(async () => {
      const { hostProgram: program } = await import('./adapters/aws/ssm/host-program.ts')
      const saveCommand = (sent: SentCommand): void => postCleanup.note('command', { ...sent, region })
      const onAgentFailed = (ids: readonly string[]): void => progress.info(`The SSM agent failed on ${ids.join(', ')}; sending again`)
      return (await ssm()).remote({ clock, program, saveCommand, onAgentFailed, onWait: waiting('the SSM command') })
    }),
    statusQuery: lazy(async () => (await ssm()).statusQuery({ clock, onWait: waiting("the hosts' answer") })),
    secretVersions: lazy(async () => (await import('./connect/secret-versions.ts')).connectSecretVersions(options, (await ssm()).client)),
    records: lazy(async () => (await ssm()).records),
    lease: lazy(async () => (await ssm()).lease),
    queue: lazy(async () => (await ssm()).queue),
    steering: lazy(async () => (await ssm()).steering),
    alarms: lazy(async () => (await import('./connect/aws/cloudwatch.ts')).connectCloudWatch(options)),
  }
}

function imagePorts(config: Config, { clock, progress, permit }: Surroundings) {
  const { job, image, proof } = config
  const fetch = permittedFetch(permit)
  const onLine = (line: string): void => progress.info(line)
  return {
    registry: lazy(async () => (await import('./adapters/registry/registry.ts')).httpRegistry({ fetch, clock })),
    artifacts: lazy(async () => (await import('./adapters/registry/artifacts.ts')).httpArtifacts({ fetch, clock })),
    attestations: lazy(async () => (await import('./connect/proof.ts')).connectAttestations(githubSpec(config), clock)),
    bundleVerifier: lazy(async () => (await import('./connect/proof.ts')).connectBundleVerifier(proof.trustedRoot)),
    builder: lazy(async () => (await import('./adapters/docker/builder.ts')).dockerBuilder({ onLine, postCleanup })),
    checkout: lazy(async () => {
      const { localCheckout } = await import('./adapters/checkout/checkout.ts')
      return localCheckout({ workspace: job.workspace, ...buildPaths(job, image), env: process.env })
    }),
  }
}

function githubSpec({ githubToken: token, job: { repository, apiUrl } }: Config): GithubSpec {
  return { token, repository, apiUrl, limit: timeLimit }
}

function githubPorts(config: Config, { clock, progress }: Surroundings) {
  const github = githubSpec(config)
  const deployments = lazy(async () => (await import('./adapters/github/deployments.ts')).githubDeployments(github))
  return {
    commits: lazy(async () => (await import('./adapters/github/commits.ts')).githubCommits(github, (words) => progress.warn(words))),
    pullRequests: lazy(async () => (await import('./adapters/github/pull-requests.ts')).githubPullRequests(github)),
    environments: lazy(async () => (await import('./adapters/github/environments.ts')).githubEnvironments(github)),
    comments: lazy(async () => (await import('./adapters/github/issues/comments.ts')).githubComments(github)),
    conversation: lazy(async () => (await import('./adapters/github/issues/conversation.ts')).githubConversation(github)),
    incidents: lazy(async () => (await import('./adapters/github/issues/incidents.ts')).githubIncidents(github)),
    resultFiles: lazy(async () => (await import('./adapters/result-files.ts')).localResultFiles(config.job.workspace)),
    deploymentHistory: lazy(async () => (await import('./adapters/github/deployment-history.ts')).githubDeploymentHistory(github)),
    deployment: githubDeployment({ config, clock, progress, postCleanup, deployments }),
    releases: lazy(async () => (await import('./adapters/github/releases.ts')).githubReleases(github, clock)),
  }
}
