import type { Section } from '../../domain/version/notes.ts'

/** What a release on GitHub is about. */
export interface TaggedRelease {
  /** Created if it is missing. */
  readonly tag: string
  /** Commit for a new tag. */
  readonly commit: string
  readonly prerelease: boolean
}

/** The releases of the repository on GitHub. */
export interface Releases {
  /**
   * Writes a section of the notes, in a release that is created if it is missing; keeps other people's text. `keep`: also keeps an existing section. Returns
   * the address of the release. Throws if GitHub refuses.
   */
  put(release: TaggedRelease, section: Section, keep: boolean): Promise<string>
}
