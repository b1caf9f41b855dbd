import type { Architecture } from '../../domain/platform.ts'

/** What EC2 offers: instance types and machine images. */
export interface Catalog {
  /** Throws a `DeployError` for a type that this region does not offer. */
  architectureOf(instanceType: string): Promise<Architecture>
  /** Id of the newest Amazon Linux 2023 image. */
  defaultAmi(architecture: Architecture): Promise<string>
  /** Throws a `DeployError` for an unknown image. */
  describeAmi(ami: string): Promise<{ readonly architecture: Architecture; readonly rootDevice: string }>
}
