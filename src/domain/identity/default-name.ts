import type { Refusal } from '../refusal.ts'
import { displayName } from '../service.ts'
import type { Service } from '../service.ts'

/** What a record says about the origin of its service's name. */
interface Origin {
  readonly service: string
  readonly environment: string
  /** The run that wrote it. */
  readonly runUrl: string
  /** Number of the repository that the service has its name from; missing if an input named it. */
  readonly namedAfter?: string
}

/** A repository, whatever its name is now. */
export interface NamedAfter {
  /** GitHub's number of it. A rename and a transfer keep it; a fork, and a new repository with an old name, have their own. */
  readonly repositoryId: string
  /** Another server has the same numbers. */
  readonly serverUrl: string
}

/** Refuses to begin a service beside the one that the repository deployed under its former name. `records`: of all services. */
export function refuseRenamed(service: Service, named: NamedAfter, records: readonly Origin[]): Refusal | undefined {
  const former = records.filter((record) => isNamedAfter(record, named) && record.service !== service.name)
  const [same = former[0]] = former.filter(({ environment }) => environment === service.environment)
  if (same === undefined) return undefined
  return {
    reason: `the repository was renamed: nothing is deployed as ${displayName(service)}, but it deployed ${displayName({ name: same.service, environment: same.environment })} under its former name`,
    hint: `Set service: ${same.service} in every step or in the configuration file to continue with it, or service: ${service.name} to begin another service beside it.`,
  }
}

/** Like `refuseRenamed`, for a run about all environments of its service: refuses it if they all have the former name. */
export function refuseFormerName(service: Service, named: NamedAfter | undefined, records: readonly Origin[]): Refusal | undefined {
  const hasNewName = records.some((record) => record.service === service.name)
  return named === undefined || hasNewName ? undefined : refuseRenamed(service, named, records)
}

/** Refuses to touch a service that another repository has named after itself: a fork, or one that got the name of a renamed one. */
export function refuseOtherRepository(record: Origin | undefined, named: NamedAfter | undefined): Refusal | undefined {
  if (record?.namedAfter === undefined || named === undefined || isNamedAfter(record, named)) return undefined
  const { service: name, environment, runUrl } = record
  return {
    reason: `${displayName({ name, environment })} belongs to another repository, which has the name ${name}, too, or had it (${runUrl})`,
    hint: `Set service to another name, or to ${name} if this repository deploys that service from now on.`,
  }
}

/** The mark of the next record: an input that names the service keeps its own repository's mark, and ends another one's. */
export function namedAfterOf(
  record: Origin | undefined,
  { repositoryId, serverUrl, isDefault }: NamedAfter & { readonly isDefault: boolean },
): Pick<Origin, 'namedAfter'> {
  const keeps = record !== undefined && isNamedAfter(record, { repositoryId, serverUrl })
  return repositoryId !== '' && (isDefault || keeps) ? { namedAfter: repositoryId } : {}
}

function isNamedAfter({ namedAfter, runUrl }: Origin, { repositoryId, serverUrl }: NamedAfter): boolean {
  return namedAfter === repositoryId && runUrl.startsWith(`${serverUrl}/`)
}
