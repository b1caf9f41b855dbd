import { bundleFromJSON } from '@sigstore/bundle'
import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import * as v from 'valibot'
import type { Checked } from '../../domain/provenance/attestation.ts'
import { readJson } from '../../domain/untrusted.ts'
import { messageOf } from '../../errors.ts'
import type { BundleVerifier } from '../../ports/image/bundle-verifier.ts'
import { signerOf } from './certificate.ts'

type Check = (text: string) => Checked

/** The library itself validates the format. */
const ANY_OBJECT = v.looseObject({})

/** `roots`: loaded once, when there is something to check. A bundle counts if one of them vouches for it. */
export function sigstoreVerifier(roots: () => Promise<readonly TrustedRoot[]>): BundleVerifier {
  let loaded: Promise<readonly Verifier[]> | undefined
  return {
    async check(text) {
      const verifiers = await (loaded ??= roots().then((all) => all.map(verifierOf)))
      return firstGood(
        verifiers.map((verifier) => (bundle: string) => checked(verifier, bundle)),
        text,
      )
    },
  }
}

/**
 * Requires whatever the root knows. GitHub's own instance, for private repositories, keeps no public log; a timestamp authority confirms when
 * the certificate was valid. A signature without a confirmed time does not count.
 */
function verifierOf(root: TrustedRoot): Verifier {
  const asMany = (known: readonly unknown[]): number => Math.min(known.length, 1)
  const options = { tlogThreshold: asMany(root.tlogs), ctlogThreshold: asMany(root.ctlogs), timestampThreshold: 1 }
  return new Verifier(toTrustMaterial(root), options)
}

function firstGood(checks: readonly Check[], text: string): Checked {
  const results = checks.map((check) => check(text))
  return results.find(({ kind }) => kind === 'signed') ?? results[0] ?? { kind: 'invalid', reason: 'there is no root to trust' }
}

function checked(verifier: Verifier, text: string): Checked {
  try {
    const bundle = bundleFromJSON(readJson(ANY_OBJECT, text))
    const { content } = bundle
    if (content.$case !== 'dsseEnvelope') return { kind: 'invalid', reason: 'it is a signature without a statement' }
    const { identity } = verifier.verify(toSignedEntity(bundle))
    const { payloadType: type, payload } = content.dsseEnvelope
    return { kind: 'signed', signer: signerOf(identity ?? {}), type, payload: payload.toString() }
  } catch (error) {
    return { kind: 'invalid', reason: words(error) }
  }
}

/** Covers whatever the library throws for an invalid bundle, which can be any text. */
function words(error: unknown): string {
  return messageOf(error).replace(/\s+/g, ' ').slice(0, 200)
}
