/**
 * What is deployed, and to which environment: `{ name: 'web', environment: 'production' }`. Both are `[a-z0-9-]`, so a name that combines them needs a
 * separator that neither can contain: otherwise `web` in `eu-production` and `web-eu` in `production` could share one.
 */
export interface Service {
  readonly name: string
  readonly environment: string
}

/** A valid name of a service or an environment. */
export const NAME = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/

const TAG_SERVICE = 'docker-to-ec2:service'
const TAG_ENVIRONMENT = 'docker-to-ec2:environment'
/** Marks resources that this action created and so is allowed to remove. */
export const TAG_MANAGED = 'docker-to-ec2:managed'
/** On a new host that replaces another one: the id of that host. */
export const TAG_REPLACES = 'docker-to-ec2:replaces'

/** The SSM document of docs/iam/setup.yaml that asks hosts what they serve, and can do nothing else. */
export const STATUS_DOCUMENT = 'docker-to-ec2-status'

/** The service as people read it: `web (production)`. */
export function displayName(service: Service): string {
  return `${service.name} (${service.environment})`
}

/** The name of files, containers and labels on a host: `web.production`. Neither half can contain a dot. */
export function serviceKey(service: Service): string {
  return `${service.name}.${service.environment}`
}

/** The service of a `serviceKey`. */
export function serviceOfKey(key: string): Service {
  const [name = '', environment = ''] = key.split('.')
  return { name, environment }
}

/** Tags that identify the resources of a service. */
export function serviceTags(service: Service): Record<string, string> {
  return { [TAG_SERVICE]: service.name, [TAG_ENVIRONMENT]: service.environment }
}

/** The service that the tags name. */
export function serviceOfTags(tag: (key: string) => string): Service {
  return { name: tag(TAG_SERVICE), environment: tag(TAG_ENVIRONMENT) }
}

/** Tags of everything that the action creates. */
export function managedTags(service: Service): Record<string, string> {
  return { ...serviceTags(service), [TAG_MANAGED]: 'true', Name: serviceKey(service) }
}

/** Path of the service's own parameters: its release record, and the secrets that its host can read by default. */
export function parameterPath(service: Service): string {
  return `/docker-to-ec2/${service.name}/${service.environment}`
}

/** Parameter of the release record. */
export function recordName(service: Service): string {
  return `${parameterPath(service)}/release`
}

/** The service of a `recordName`. */
export function serviceOfRecord(parameter: string): Service {
  const [, , name = '', environment = ''] = parameter.split('/')
  return { name, environment }
}

/** Below this path, a host stores the service's certificates, encrypted, for the next host. */
export function keptCertificates(service: Service): string {
  return `${parameterPath(service)}/kept-certificates`
}

/** Parameter of the lease: the run that changes the service now. */
export function leaseName(service: Service): string {
  return `${parameterPath(service)}/lease`
}

/** Parameter of the queue: the runs that wait for the lease. */
export function queueName(service: Service): string {
  return `${parameterPath(service)}/queue`
}

/** Parameter of the steering: other runs' requests to the run of a canary. */
export function steeringName(service: Service): string {
  return `${parameterPath(service)}/steering`
}

/** The security group that the action creates for the service. */
export function securityGroupName(service: Service): string {
  return `docker-to-ec2.${serviceKey(service)}`
}

/** The ECR repository of the service's images, unless an input names another one. */
export function repositoryName(service: Service): string {
  return `${service.name}/${service.environment}`
}
