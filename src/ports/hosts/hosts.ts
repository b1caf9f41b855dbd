import type { ClearedHost } from '../../domain/host/ending.ts'
import type { Host, LaunchSpec } from '../../domain/host/host.ts'
import type { Service } from '../../domain/service.ts'

/** What came of one attempt to launch; the last two are worth another attempt. */
export type Launch =
  | { readonly kind: 'launched'; readonly host: Host }
  /** This subnet's zone has no room for the type; `reason` is AWS's own words. */
  | { readonly kind: 'no-capacity'; readonly reason: string }
  /** IAM has not spread the fresh instance profile yet. */
  | { readonly kind: 'profile-not-visible' }

/** EC2 instances. */
export interface Hosts {
  /** Every host with the service's tags that is not terminated or shutting down. */
  find(service: Service): Promise<readonly Host[]>
  /** `undefined` when there is none, or it is terminated. */
  get(id: string): Promise<Host | undefined>
  /** `token` makes a repeated attempt return the first instance instead of a second one. */
  launch(spec: LaunchSpec, token: string): Promise<Launch>
  start(id: string): Promise<void>
  /** Idempotent: a host that is gone is no error. */
  terminate(host: ClearedHost): Promise<void>
  /** Sizes in GiB, by the ids of volumes; without those that EC2 does not know. */
  volumeSizes(volumes: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The state, `terminated` also when the host is no longer known. */
  state(id: string): Promise<Host['state']>
}
