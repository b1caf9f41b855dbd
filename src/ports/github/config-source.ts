/** The files of the run's commit. */
export interface ConfigSource {
  /** `path`: relative to the repository. */
  read(path: string): Promise<FoundFile>
}

export type FoundFile =
  | { readonly kind: 'found'; readonly text: string }
  /** `where`: in words, such as `in the checkout`. */
  | { readonly kind: 'missing'; readonly where: string }
  /** `reason`: in words. */
  | { readonly kind: 'unknown'; readonly reason: string }
