import type { Service } from '../../domain/service.ts'

/** What hosts say, or in words why nobody could ask them. */
export type Asked =
  | { readonly kind: 'asked'; readonly answers: readonly { readonly hostId: string; readonly stdout: string }[] }
  | { readonly kind: 'not-asked'; readonly reason: string }

/** Asks hosts what a service serves, by a command that can do nothing else: there is no right to a shell in it. */
export interface StatusQuery {
  ask(service: Service, hostIds: readonly string[], signal: AbortSignal): Promise<Asked>
}
