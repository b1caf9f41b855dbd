import { readFile } from 'node:fs/promises'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import * as v from 'valibot'
import { readJson } from '../../domain/untrusted.ts'
import { withoutByteOrderMark } from '../../domain/text.ts'
import { DeployError, messageOf } from '../../errors.ts'

/** The library itself reads the rest: https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto */
const ROOT = v.looseObject({ mediaType: v.pipe(v.string(), v.startsWith('application/vnd.dev.sigstore.trustedroot')) })

/** Reads `trusted-root`: one root as a JSON document, or several, one a line, as `gh attestation trusted-root` writes them. */
export async function rootsFrom(path: string): Promise<readonly TrustedRoot[]> {
  const read = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unusable(`trusted-root: ${path} cannot be read`, cause)
  })
  const text = withoutByteOrderMark(read)
  const documents = readJson(ROOT, text) === undefined ? text.split('\n').filter((line) => line.trim() !== '') : [text]
  const roots = documents.map((document) => rootOf(document, path))
  if (roots.length === 0) throw unusable(`trusted-root: ${path} is empty`)
  return roots
}

function rootOf(document: string, path: string): TrustedRoot {
  const value = readJson(ROOT, document)
  if (value === undefined) throw unusable(`trusted-root: ${path} is not a trusted root of Sigstore`)
  try {
    return TrustedRoot.fromJSON(value)
  } catch (cause) {
    throw unusable(`trusted-root: ${path} is not a trusted root of Sigstore`, cause)
  }
}

function unusable(reason: string, cause?: unknown): DeployError {
  return new DeployError('inputs', reason, {
    hint: 'Check the path, relative to the workspace, and that the file is what `gh attestation trusted-root` writes, or the trusted_root.json of your own instance.',
    cause,
  })
}

/**
 * The current root of Sigstore's public instance, from its own repository of roots, verified by signatures that start with the root in this
 * action's package `@sigstore/tuf`: https://theupdateframework.github.io/specification/latest/. `cache`: a folder of this run, so that nothing from
 * an earlier run counts.
 */
export async function publicRoot(cache: string): Promise<readonly TrustedRoot[]> {
  const { getTrustedRoot } = await import('@sigstore/tuf')
  try {
    return [await getTrustedRoot({ cachePath: cache })]
  } catch (cause) {
    const reason = messageOf(cause)
    throw new DeployError('trusted-root-missing', `Sigstore's trusted root could not be loaded: ${reason.slice(0, 200)}`, {
      hint: 'Let the runner reach https://tuf-repo-cdn.sigstore.dev, or set trusted-root to a file that `gh attestation trusted-root` wrote.',
      cause,
    })
  }
}
