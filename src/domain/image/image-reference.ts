const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const REGISTRY = '[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?'

import { parseImage } from './image.ts'

/** `[registry[:port]/]name[:tag][@digest]`: https://pkg.go.dev/github.com/distribution/reference. The digest can only be SHA-256. */
export const IMAGE_REFERENCE = new RegExp(
  `^(?:${REGISTRY}/)?${COMPONENT}(?:/${COMPONENT})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
)

/** Whether an image reference names a registry that a request can go to: `registry.example.com:99999` has no possible port. */
export function isReachable(reference: string): boolean {
  return URL.canParse(`https://${parseImage(reference).registry}`)
}
