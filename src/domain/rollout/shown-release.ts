import { inflateSync } from 'node:zlib'
import { readDocument } from '../release/release-document.ts'
import type { StoredRelease } from '../release/release-document.ts'
import { firstLine } from './result.ts'

/** What a host tells of a service and one of its releases. */
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
  readonly stored: StoredRelease | 'too-large' | 'unreadable'
}

/** `undefined` when the host gave no answer, or only that it failed. */
export function parseShownRelease(stdout: string): ShownRelease | undefined {
  const raw = firstLine(stdout)
  if (raw?.['outcome'] !== 'shown') return undefined
  const { document, ...told } = raw as unknown as Omit<ShownRelease, 'stored'> & { readonly document: string }
  return { ...told, stored: storedOf(document) }
}

/** `packed`: the document as JSON, compressed by zlib, in base64. */
function storedOf(packed: string): ShownRelease['stored'] {
  if (packed === 'too-large') return packed
  try {
    return readDocument(JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString('utf8'))) ?? 'unreadable'
  } catch {
    return 'unreadable'
  }
}
