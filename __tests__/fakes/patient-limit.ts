import { machine } from '../../local/machine/patience.ts'

/** The product's time limits for tests whose subject they are not: seconds of an idle machine, and as many as nothing reaches that works. */
export function patientLimit(seconds: number): AbortSignal {
  const over = new AbortController()
  machine.after(20 * seconds, () => over.abort(new DOMException(`not within ${20 * seconds} s of an idle machine`, 'TimeoutError')))
  return over.signal
}

/** Time limits that a test reaches when it wants to: `reach` ends all of them. */
export function limitInHand() {
  const over = new AbortController()
  return {
    limit: () => over.signal,
    reach: () => over.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')),
  }
}
