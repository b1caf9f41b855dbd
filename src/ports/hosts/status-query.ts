import type { Service } from '../../domain/service.ts'

/** The hosts' answers, or why they could not be asked. */
export type StatusAnswers =
  | { readonly kind: 'asked'; readonly answers: readonly { readonly hostId: string; readonly stdout: string }[] }
  | { readonly kind: 'not-asked'; readonly reason: string }

/** Asks hosts what a service serves, with a command that can do nothing else: it grants no shell. */
export interface StatusQuery {
  ask(service: Service, hostIds: readonly string[], signal: AbortSignal): Promise<StatusAnswers>
}
