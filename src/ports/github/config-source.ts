/** The files of the run's commit. */
export interface ConfigSource {
  /** `path`: relative to the repository. */
  read(path: string): Promise<FoundFile>
}

export type FoundFile =
  | { readonly kind: 'found'; readonly text: string }
  /** `where`: in words, such as `in the checkout`. `instead`: the path of the same name with the other ending, `.yml` or `.yaml`, if that exists. */
  | { readonly kind: 'missing'; readonly where: string; readonly instead?: string }
  /** `reason`: in words. */
  | { readonly kind: 'unknown'; readonly reason: string }
