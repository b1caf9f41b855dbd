import type { Section } from '../../domain/version/notes.ts'

/** A release on GitHub. */
export interface TaggedRelease {
  /** Created if it is missing. */
  readonly tag: string
  /** For a tag that is created. */
  readonly commit: string
  readonly prerelease: boolean
}

/** The releases of the repository on GitHub. */
export interface Releases {
  /**
   * Writes a section of the notes, and creates the release if it is missing. What others wrote stays. `keep`: an existing section stays too. Returns the
   * address of the release. Throws if GitHub refuses.
   */
  put(release: TaggedRelease, section: Section, keep: boolean): Promise<string>
}
