import type { Permit } from '../../ports/permit.ts'

/** What of a client's middleware is needed here: https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/middleware.html */
interface Stack {
  add(middleware: Middleware, options: { readonly step: 'finalizeRequest'; readonly priority: 'low'; readonly name: string }): void
}

type Next = (request: { readonly input: unknown }) => Promise<unknown>
type Middleware = (next: Next, context: { readonly commandName?: string }) => Next

/** Has a client ask before each request, and before each repetition of one, whether the run may still make it. */
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

/** Who has lost the lease may still take back a command of its own, and give up the lease, which changes nothing where it is another's. Not delete it. */
function isAlwaysAllowed(commandName: string, input: unknown): boolean {
  const { Name = '' } = input as { readonly Name?: string }
  return commandName === 'CancelCommandCommand' || (commandName !== 'DeleteParameterCommand' && /\/(lease|queue)$/.test(Name))
}
