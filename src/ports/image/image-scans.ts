import type { Scan } from '../../domain/image/scan.ts'

/** What ECR's scanner, or Inspector, found in images of this account. */
export interface ImageScans {
  /** `digest`: of an image for one platform. What ECR answers is bounded: 2000 findings. */
  find(repository: string, digest: string): Promise<Scan>
}
