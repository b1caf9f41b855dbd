import type { Scan } from '../../domain/image/scan.ts'

/** Findings of ECR's scanner, or Inspector, about images of this account. */
export interface ImageScans {
  /** `digest`: an image for one platform. Returns at most 2000 findings. */
  find(repository: string, digest: string): Promise<Scan>
}
