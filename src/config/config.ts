import type { CanarySpec } from '../domain/canary/judge.ts'
import type { HostSpec } from '../domain/host/host.ts'
import type { CommentRun } from '../domain/comment/comment-run.ts'
import type { PreviewRun } from '../domain/preview/preview.ts'
import type { Waivers } from '../domain/release/commit-order.ts'
import type { NamedAfter } from '../domain/identity/default-name.ts'
import type { JobRole } from '../domain/identity/job-role.ts'
import { specificationOf } from '../domain/release/spec.ts'
import type { Specification } from '../domain/release/spec.ts'
import type { BakeSpec, ProxyImage } from '../domain/order/cut-over.ts'
import type { Service } from '../domain/service.ts'
import type { Inputs } from './inputs/inputs.ts'
import { accountOf } from './identity.ts'
import { hostSpec } from './host.ts'
import { imageConfig, proofConfig } from './image.ts'
import type { ImageConfig, ProofConfig } from './image.ts'
import { inWorkspace, serviceOf } from './job.ts'
import type { Job } from '../domain/job.ts'
import { canarySpec } from './canary-spec.ts'
import { promotionOf } from './promotion.ts'
import type { PromotionConfig } from './promotion.ts'
import type { CheckedInputs } from './check-inputs.ts'
import { versionConfig } from './versioning.ts'
import type { VersionConfig } from './versioning.ts'

export type { PromotionConfig }

/**
 * Everything a run needs to know, typed and validated. Durations are in seconds. It is no union by command: most steps serve several commands, so each would
 * need its own part of the union; instead, an input that the command does not take is refused in a step, ignored in a file, and has its default here.
 */
export interface Config {
  readonly command: Inputs['command']
  readonly service: Service
  /** The repository that the service has its name from; `undefined` if an input names it. */
  readonly namedAfter: NamedAfter | undefined
  readonly region: string
  /** `undefined`: the run uses the job's credentials. */
  readonly role: JobRole | undefined
  /** The only account to accept. */
  readonly accountId: string | undefined
  readonly job: Job
  readonly githubToken: string | undefined
  readonly githubDeployment: Inputs['github-deployment']
  readonly host: HostSpec
  readonly hostTimeout: number
  /** When the hosts run; `undefined`: always. */
  readonly schedule: Inputs['schedule']
  /** How many hosts get a release at a time: a number or a percentage. */
  readonly maxConcurrency: string
  readonly image: ImageConfig
  readonly proof: ProofConfig
  /** The specification of this run's release. */
  readonly spec: Specification
  readonly drainTimeout: number
  readonly certificateTimeout: number
  readonly bake: BakeSpec
  /** What the inputs ask for, of whatever kind the release is: `steps/orders/wanted.ts` fits it. `undefined`: no canary. */
  readonly canary: CanarySpec | undefined
  /** Names of CloudWatch alarms that must not become active during a release. */
  readonly alarms: readonly string[]
  /** How many releases the host keeps, including the active one. */
  readonly keepReleases: number
  readonly guards: GuardConfig
  /** The release to roll back to, or to promote. `undefined`: the last verified one before the live release, or the live one. */
  readonly release: string | undefined
  readonly versioning: VersionConfig
  /** Only for `promote`. */
  readonly promotion: PromotionConfig | undefined
  /** Hash of the approved plan; `undefined` if no approval is required. */
  readonly approvedPlan: string | undefined
  /** Only for `preview`, and for what `sweep` removes. */
  readonly preview: PreviewRun | undefined
  /** Only for `comment`. */
  readonly comment: CommentRun | undefined
  /** Seconds after its last deploy when a preview expires. */
  readonly previewTtl: number
  readonly planComment: boolean
  readonly timeout: number
  readonly proxyImage: ProxyImage
  /** Ids of the hosted zones of the names, or `none`; `undefined`: find each zone by name. */
  readonly zoneIds: readonly string[] | undefined
  /** Seconds to wait until names lead to the hosts, before certificates are requested; 0: do not look. */
  readonly dnsTimeout: number
  /** CIDR of the containers' network; `undefined`: each host chooses. */
  readonly network: string | undefined
  /** What can happen to data on the hosts; empty: nothing. */
  readonly volumeData: Inputs['volume-data']
  readonly destroyRepository: boolean
  /** For `freeze` and `steer`; an empty reason means none; `until`: see `isEnd`. */
  readonly asked: { readonly reason: string; readonly until: string | undefined; readonly steer: Inputs['steer'] }
  readonly metrics: MetricsConfig
  readonly logs: LogsConfig
}

/** Only for `logs`. */
interface LogsConfig {
  /** Of each container, at most. */
  readonly lines: number
  /** Seconds that they reach back; 0: as far as Docker keeps them. */
  readonly since: number
  readonly allowPublic: boolean
}

/** Only for `metrics`. */
interface MetricsConfig {
  /** Seconds. */
  readonly window: number
  readonly incidentLabel: string | undefined
  /** Absolute path of the output folder; `undefined`: write nothing. */
  readonly folder: string | undefined
}

/** Checks that can stop a run before it changes anything. */
interface GuardConfig extends Waivers {
  /** US dollars; `undefined`: no limit. */
  readonly maxMonthlyCost: number | undefined
  /** Seconds. */
  readonly lockTimeout: number
}

/** The configuration of a run whose inputs are checked. */
export function toConfig({ inputs, given, runs }: CheckedInputs, env: NodeJS.ProcessEnv, job: Job): Config {
  const service = { name: inputs.service ?? serviceOf(job.repository), environment: inputs.environment }
  const account = accountOf(inputs, env)
  return {
    command: inputs.command,
    service,
    namedAfter: inputs.service === undefined && job.repositoryId !== '' ? job : undefined,
    ...account,
    job,
    ...runs,
    previewTtl: inputs['preview-ttl'],
    ...ofGithub(inputs),
    host: hostSpec(inputs, service, given),
    ...ofHosts(inputs),
    image: imageConfig(inputs, service, job),
    proof: proofConfig(inputs, job),
    spec: specificationOf(inputs),
    drainTimeout: inputs['drain-timeout'],
    certificateTimeout: inputs['certificate-timeout'],
    bake: { time: inputs['bake-time'], maxErrorShare: inputs['bake-max-errors'] },
    canary: canarySpec(inputs),
    alarms: inputs.alarms,
    keepReleases: inputs['retain-releases'],
    guards: guardConfig(inputs),
    release: inputs.release,
    versioning: versionConfig(inputs, job),
    promotion: promotionOf(inputs, service, account.region),
    ...ofPlan(inputs),
    timeout: inputs['deploy-timeout'],
    proxyImage: { reference: inputs['proxy-image'], given: given.has('proxy-image') },
    zoneIds: inputs['hosted-zone-id'],
    dnsTimeout: inputs['dns-timeout'],
    network: inputs.network,
    volumeData: inputs['volume-data'],
    destroyRepository: inputs['destroy-repository'],
    asked: { reason: inputs.reason ?? '', until: inputs.until, steer: inputs.steer },
    metrics: metricsConfig(inputs, job),
    logs: { lines: inputs['log-lines'], since: inputs['log-since'] ?? 0, allowPublic: inputs['allow-public-logs'] },
  }
}

function metricsConfig({ window, 'incident-label': incidentLabel, 'metrics-path': path }: Inputs, { workspace }: Job): MetricsConfig {
  return { window, incidentLabel, folder: path === undefined ? undefined : inWorkspace(workspace, path) }
}

function ofHosts(inputs: Inputs): Pick<Config, 'hostTimeout' | 'schedule' | 'maxConcurrency'> {
  return { hostTimeout: inputs['host-timeout'], schedule: inputs.schedule, maxConcurrency: inputs['max-concurrency'] }
}

function ofPlan(inputs: Inputs): Pick<Config, 'approvedPlan' | 'planComment'> {
  return { approvedPlan: inputs['plan-hash'], planComment: inputs['plan-comment'] }
}

function ofGithub(inputs: Inputs): Pick<Config, 'githubToken' | 'githubDeployment'> {
  return { githubToken: inputs['github-token'], githubDeployment: inputs['github-deployment'] }
}

function guardConfig(inputs: Inputs): GuardConfig {
  return {
    allowRolledBack: inputs['allow-rolled-back'],
    allowDowngrade: inputs['allow-downgrade'],
    maxMonthlyCost: inputs['max-monthly-cost'],
    lockTimeout: inputs['lock-timeout'],
  }
}
