import type { Permit } from '../../ports/permit.ts'

/** The needed part of a client's middleware: https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/middleware.html */
interface Stack {
  add(middleware: Middleware, options: { readonly step: 'finalizeRequest'; readonly priority: 'low'; readonly name: string }): void
}

type Next = (request: { readonly input: unknown }) => Promise<unknown>
type Middleware = (next: Next, context: { readonly commandName?: string }) => Next

/** Makes a client check, before each request and each retry, whether the run can still send it. */
export function permitted<C extends { readonly middlewareStack: unknown }>(client: C, permit: Pick<Permit, 'lost'> | undefined): C {
  if (permit === undefined) return client
  const ask: Middleware =
    (next, { commandName = '' }) =>
    async (request) => {
      const lost = isAlwaysAllowed(commandName, request.input) ? undefined : permit.lost()
      if (lost !== undefined) throw lost
      return next(request)
    }
  const stack = client.middlewareStack as Stack
  stack.add(ask, { step: 'finalizeRequest', priority: 'low', name: 'permit' })
  return client
}

export function permittedFetch(permit: Pick<Permit, 'lost'>): typeof fetch {
  return async (...request) => {
    const lost = permit.lost()
    if (lost !== undefined) throw lost
    return fetch(...request)
  }
}

/**
 * A run that lost the lease can still cancel its own command, and release the lease, which does nothing if another run holds it. It cannot delete
 * it.
 */
function isAlwaysAllowed(commandName: string, input: unknown): boolean {
  const { Name = '' } = input as { readonly Name?: string }
  return commandName === 'CancelCommandCommand' || (commandName !== 'DeleteParameterCommand' && /\/(lease|queue)$/.test(Name))
}
