import { readFile, stat } from 'node:fs/promises'
import { withoutByteOrderMark } from '../../domain/text.ts'
import { LARGEST_SBOM, readSbom } from '../../domain/image/sbom.ts'
import type { Sbom } from '../../domain/image/sbom.ts'
import { DeployError } from '../../errors.ts'

/** Reads the file of the input `sbom`. */
export async function readSbomFile(path: string): Promise<Sbom> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unusable(`${path} cannot be read`, cause)
  })
  if (!found.isFile()) throw unusable(`${path} is not a file`)
  if (found.size > LARGEST_SBOM) throw unusable(`${path} has ${found.size} bytes; the limit is ${LARGEST_SBOM}`)
  return readSbom(withoutByteOrderMark(await readFile(path, 'utf8'))) ?? unusableFormat(path)
}

function unusableFormat(path: string): never {
  throw unusable(`${path} is neither SPDX nor CycloneDX as JSON`)
}

function unusable(reason: string, cause?: unknown): DeployError {
  return new DeployError('inputs', `sbom: ${reason}`, {
    hint: 'Write it in an earlier step, such as `syft . -o spdx-json`, or correct the path in the input sbom.',
    cause,
  })
}
