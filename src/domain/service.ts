/**
 * What is deployed, and where in its life: `{ name: 'web', environment: 'production' }`. Both are `[a-z0-9-]`, so a name that is made of both has a
 * separator that neither may contain: `web` in `eu-production` and `web-eu` in `production` never share one.
 */
export interface Service {
  readonly name: string
  readonly environment: string
}

const TAG_SERVICE = 'docker-to-ec2:service'
const TAG_ENVIRONMENT = 'docker-to-ec2:environment'
/** Marks what this action created, and so may remove again. */
export const TAG_MANAGED = 'docker-to-ec2:managed'
/** On a new host that is to take over: the id of the host it replaces. */
export const TAG_REPLACES = 'docker-to-ec2:replaces'

/** The SSM document of docs/iam/setup.yaml by which hosts can be asked what they serve, and nothing else. */
export const STATUS_DOCUMENT = 'docker-to-ec2-status'

/** The service as people read it: `web (production)`. */
export function displayName(service: Service): string {
  return `${service.name} (${service.environment})`
}

/** The name of files, containers and labels on a host: `web.production`. A dot, because neither half may contain one. */
export function serviceKey(service: Service): string {
  return `${service.name}.${service.environment}`
}

/** The same as `displayName`, out of a `serviceKey`. */
export function displayNameOfKey(key: string): string {
  const [name = '', environment = ''] = key.split('.')
  return displayName({ name, environment })
}

/** The service that a `displayName` is of. */
export function serviceOfDisplayName(words: string): Service {
  const [, name = '', environment = ''] = /^(\S+) \((\S+)\)$/.exec(words) ?? []
  return { name, environment }
}

/** Tags by which the resources of a service are found. */
export function serviceTags(service: Service): Record<string, string> {
  return { [TAG_SERVICE]: service.name, [TAG_ENVIRONMENT]: service.environment }
}

/** The service that tags tell. */
export function serviceOfTags(tag: (key: string) => string): Service {
  return { name: tag(TAG_SERVICE), environment: tag(TAG_ENVIRONMENT) }
}

/** Tags of everything the action creates. */
export function managedTags(service: Service): Record<string, string> {
  return { ...serviceTags(service), [TAG_MANAGED]: 'true', Name: serviceKey(service) }
}

/** Path of the service's own parameters: its release record, and the secrets that its host may read by default. */
export function parameterPath(service: Service): string {
  return `/docker-to-ec2/${service.name}/${service.environment}`
}

export function recordName(service: Service): string {
  return `${parameterPath(service)}/release`
}

/** Below it a host keeps the certificates of the service, encrypted, for the host that comes after it. */
export function keptCertificates(service: Service): string {
  return `${parameterPath(service)}/kept-certificates`
}

/** Which run deploys the service now. */
export function leaseName(service: Service): string {
  return `${parameterPath(service)}/lease`
}

/** Which is the newest run that waits for the lease. */
export function queueName(service: Service): string {
  return `${parameterPath(service)}/queue`
}

export function securityGroupName(service: Service): string {
  return `docker-to-ec2.${serviceKey(service)}`
}

/** The ECR repository of the service's images, unless an input names another one. */
export function repositoryName(service: Service): string {
  return `${service.name}/${service.environment}`
}
