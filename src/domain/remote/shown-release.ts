import { gunzipSync } from 'node:zlib'
import { readOrder } from './stored-order.ts'
import type { Ordered } from './stored-order.ts'
import { decodePayload } from './payload.ts'
import { firstLine } from './result.ts'

/** What `host/show.sh` tells of a service and one of its releases. */
export interface ShownRelease {
  /** The one that was asked for; without one, the one that has the traffic. Empty: there is none. */
  readonly release: string
  /** It has served here and was watched. */
  readonly verified: boolean
  /** It was rolled back from. */
  readonly left: boolean
  /** The release that was verified last, and the one that has the traffic: apart while a deploy is at work, or after one that was cut short. */
  readonly active: string
  readonly live: string
  /** Digest that the proxy was seen to serve; empty when nothing was. */
  readonly serving: string
  readonly healthy: boolean
  /** The verified releases, newest first. */
  readonly releases: readonly string[]
  /** `too-large`: for an SSM command's output; `unreadable`: lost, damaged, or of another version of the action. */
  readonly order: Ordered | 'too-large' | 'unreadable'
}

/** `undefined` when the script gave no answer, or only that it failed. */
export function parseShownRelease(stdout: string): ShownRelease | undefined {
  const raw = firstLine(stdout)
  if (raw?.['outcome'] !== 'shown') return undefined
  const { order, ...told } = raw as unknown as Omit<ShownRelease, 'order'> & { readonly order: string }
  return { ...told, order: orderOf(order) }
}

function orderOf(text: string): ShownRelease['order'] {
  if (text === 'too-large') return text
  try {
    return readOrder(decodePayload(gunzipSync(Buffer.from(text, 'base64')))) ?? 'unreadable'
  } catch {
    return 'unreadable'
  }
}
