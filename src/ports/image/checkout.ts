import type { BuildContent } from '../../domain/image/build-files.ts'
import type { Sbom } from '../../domain/image/sbom.ts'

export type Head =
  | { readonly kind: 'commit'; readonly id: string }
  /** `reason`: in words, such as Git's own. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** The files on the runner that an image is built from. */
export interface Checkout {
  /** The commit that is checked out. Of a submodule, that of the repository around it. */
  head(): Promise<Head>
  /** When that was committed; `undefined` where Git does not tell. */
  committedAt(): Promise<Date | undefined>
  /** What the build would get that is not as in this commit; `undefined` where there is nothing to build from: no checkout, and no Dockerfile. */
  content(): Promise<BuildContent | undefined>
  /** Of a file with a list of what is in the image. Throws a `DeployError` where it is no such file. */
  sbom(path: string): Promise<Sbom>
}
