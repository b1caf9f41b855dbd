import type { Config } from './config/config.ts'
import type { Artifacts } from './ports/image/artifacts.ts'
import type { Checkout } from './ports/image/checkout.ts'
import type { Attestations } from './ports/image/attestations.ts'
import type { BundleVerifier } from './ports/image/bundle-verifier.ts'
import type { Builder } from './ports/image/builder.ts'
import type { Catalog } from './ports/hosts/catalog.ts'
import type { Clock } from './ports/clock.ts'
import type { Comments } from './ports/github/comments.ts'
import type { DeploymentHistory } from './ports/github/deployments/deployment-history.ts'
import type { DeploymentRecord } from './ports/github/deployments/deployment-record.ts'
import type { Conversation } from './ports/github/conversation.ts'
import type { Commits } from './ports/github/commits.ts'
import type { PullRequests } from './ports/github/pull-requests.ts'
import type { Environments } from './ports/github/environments.ts'
import type { Permissions } from './ports/hosts/permissions.ts'
import type { Quotas } from './ports/hosts/quotas.ts'
import type { HostRoles } from './ports/hosts/host-roles.ts'
import type { Hosts } from './ports/hosts/hosts.ts'
import type { Prices } from './ports/hosts/prices.ts'
import type { PostCleanup } from './ports/post-cleanup.ts'
import type { Lease } from './domain/lease/lease.ts'
import type { Queue } from './domain/lease/queue.ts'
import type { Steering } from './domain/canary/steering.ts'
import type { Alarms } from './ports/state/alarms.ts'
import type { Permit } from './ports/permit.ts'
import type { Shared } from './ports/state/shared.ts'
import type { Incidents } from './ports/github/incidents.ts'
import type { ResultFiles } from './ports/result-files.ts'
import type { Networks } from './ports/hosts/networks.ts'
import type { Releases } from './ports/github/releases.ts'
import type { Progress } from './ports/github/progress.ts'
import type { Records } from './ports/state/records.ts'
import type { ImageScans } from './ports/image/image-scans.ts'
import type { Registry } from './ports/image/registry.ts'
import type { Remote } from './ports/hosts/remote.ts'
import type { Repositories } from './ports/image/repositories.ts'
import type { StatusQuery } from './ports/hosts/status-query.ts'
import type { SecretVersions } from './ports/state/secret-versions.ts'
import type { Vpcs } from './ports/hosts/vpcs.ts'
import type { Lookups } from './ports/dns/lookups.ts'
import type { Zones } from './ports/dns/zones.ts'

/** The ports for the environment that a release is promoted from. None of them changes anything there. */
export type PromotionSource = Pick<Context, 'records' | 'repositories' | 'scans' | 'statusQuery'>

/** What a command works with: the configuration, and the ports to the world. */
export interface Context {
  readonly config: Config
  /** The account of the run's credentials. */
  readonly accountId: string
  readonly hosts: Hosts
  readonly catalog: Catalog
  readonly quotas: Quotas
  readonly permissions: Permissions
  readonly networks: Networks
  readonly prices: Prices
  readonly vpcs: Vpcs
  readonly zones: Zones
  readonly lookups: Lookups
  readonly hostRoles: HostRoles
  readonly repositories: Repositories
  readonly registry: Registry
  readonly artifacts: Artifacts
  readonly attestations: Attestations
  readonly bundleVerifier: BundleVerifier
  readonly scans: ImageScans
  readonly builder: Builder
  readonly checkout: Checkout
  readonly remote: Remote
  readonly statusQuery: StatusQuery
  readonly secretVersions: SecretVersions
  readonly records: Records
  readonly lease: Shared<Lease>
  /** The runs that wait for the lease. */
  readonly queue: Shared<Queue>
  /** Other runs' requests to a canary. */
  readonly steering: Shared<Steering>
  readonly alarms: Alarms
  readonly permit: Permit
  /** The fencing token: of the lease that this run holds, or else of the record that it has read; 0 without either. */
  readonly token: number
  readonly postCleanup: PostCleanup
  readonly commits: Commits
  readonly environments: Environments
  readonly comments: Comments
  readonly conversation: Conversation
  readonly incidents: Incidents
  readonly resultFiles: ResultFiles
  readonly deployment: DeploymentRecord
  readonly deploymentHistory: DeploymentHistory
  readonly releases: Releases
  readonly pullRequests: PullRequests
  /** The run's own ports, or those for another account or region. */
  readonly source: PromotionSource
  readonly progress: Progress
  readonly clock: Clock
  /** Aborts when the run is cancelled, or has lost its lease. */
  readonly signal: AbortSignal
  /** A fresh unique id, `[A-Za-z0-9-]`. */
  newId(): string
}
