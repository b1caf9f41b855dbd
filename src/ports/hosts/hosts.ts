import type { ClearedHost } from '../../domain/host/ending.ts'
import type { Host, LaunchSpec } from '../../domain/host/host.ts'
import type { StoppableHost } from '../../domain/host/stopping.ts'
import type { Service } from '../../domain/service.ts'

/** The result of one attempt to launch; the last two are worth another attempt. */
export type Launch =
  | { readonly kind: 'launched'; readonly host: Host }
  /** This subnet's zone has no capacity for the type; `reason`: AWS's own words. */
  | { readonly kind: 'no-capacity'; readonly reason: string }
  | NotVisible

/** EC2 does not know what the host is launched with, or not yet. `reason`: AWS's own words. */
export interface NotVisible {
  readonly kind: 'not-visible'
  readonly resource: 'instance profile' | 'security group'
  readonly reason: string
}

/** EC2 instances. */
export interface Hosts {
  /** Every host with the service's tags that is not terminated or shutting down. */
  find(service: Service): Promise<readonly Host[]>
  /** `undefined` if it does not exist or is terminated. */
  get(id: string): Promise<Host | undefined>
  /** With the same `token`, a repeated attempt returns the first instance instead of launching a second one. */
  launch(spec: LaunchSpec, token: string): Promise<Launch>
  start(id: string): Promise<void>
  /** Idempotent; the host keeps its volumes and its Elastic IP. Throws a `DeployError` for a host that cannot be stopped. */
  stop(host: StoppableHost): Promise<void>
  /** Idempotent: ignores a host that is gone. */
  terminate(host: ClearedHost): Promise<void>
  /** Sizes in GiB by volume id, without volumes that EC2 does not know. */
  volumeSizes(volumes: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The state; `terminated` also for a host that EC2 no longer knows. */
  state(id: string): Promise<Host['state']>
  /** Why a host stopped or was terminated, in AWS's own words, such as `Client.InternalError: Client error on launch`; empty if EC2 does not say. */
  whyEnded(id: string): Promise<string>
}
