import type { BuildContent } from '../../domain/image/build-files.ts'
import type { Sbom } from '../../domain/image/sbom.ts'

export type Head =
  | { readonly kind: 'commit'; readonly id: string }
  /** `reason`: in words, such as Git's own. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** The files on the runner for building an image. */
export interface Checkout {
  /** The commit that is checked out. For a submodule, the commit of the repository around it. */
  head(): Promise<Head>
  /** Time of that commit; `undefined` if Git does not know it. */
  committedAt(): Promise<Date | undefined>
  /** Path of that commit's README, as GitHub finds it; `undefined` if there is none. */
  readme(): Promise<string | undefined>
  /** Text of the Dockerfile; `undefined` if it cannot be read. */
  dockerfile(): Promise<string | undefined>
  /** Differences between the build's files and this commit; `undefined` if there is nothing to build: no checkout and no Dockerfile. */
  content(): Promise<BuildContent | undefined>
  /** Reads an SBOM file. Throws a `DeployError` if the file is no SBOM. */
  sbom(path: string): Promise<Sbom>
}
