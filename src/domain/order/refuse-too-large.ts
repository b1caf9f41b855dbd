import type { Refusal } from '../refusal.ts'
import { tooLarge } from './command-size.ts'
import type { HostOrder } from './order.ts'

/** Refuses an order over SSM's limit, and names its largest parts. */
export function refuseTooLarge(order: HostOrder): Refusal | undefined {
  const found = tooLarge(order)
  if (found === undefined) return undefined
  const largest = found.largest.map(({ name, bytes }) => `${name} (${bytes})`).join(', ')
  return {
    reason: `the command for the hosts would have ${found.bytes} bytes, but SSM accepts ${found.limit}; the largest input is ${largest}`,
    hint: 'Move large values into Parameter Store (input secrets) or into the image.',
  }
}
