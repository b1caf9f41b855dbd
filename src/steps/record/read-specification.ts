import type { Context } from '../../context.ts'
import { parseImage } from '../../domain/image/image.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { readArtifact } from '../../domain/release/release-artifact.ts'
import type { StoredSpecification } from '../../domain/rollout/promotion.ts'

/**
 * Reads the specification that a record points to, by its digest. `repositories`: those of the record's own account and region;
 * only their registry gets credentials.
 */
export async function readSpecification(
  { artifacts }: Pick<Context, 'artifacts'>,
  recorded: ReleaseRecord,
  repositories: Pick<Context['repositories'], 'credentials'>,
): Promise<StoredSpecification> {
  const { artifact } = recorded
  if (artifact === undefined) return 'gone'
  const place = parseImage(artifact)
  const credentials = await repositories.credentials()
  if (place.registry !== credentials.registry) return 'elsewhere'
  const text = await artifacts.read(place, credentials)
  return text === undefined ? 'gone' : (readArtifact(text, recorded) ?? 'unreadable')
}
