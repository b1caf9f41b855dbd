import type { Section } from '../../domain/version/notes.ts'

/** What a release on GitHub is about. */
export interface TaggedRelease {
  /** It is made where it is missing. */
  readonly tag: string
  /** Of a tag that is made. */
  readonly commit: string
  readonly prerelease: boolean
}

/** The releases of the repository on GitHub. */
export interface Releases {
  /**
   * Writes a section of the notes, in a release that is made where it is missing; what others wrote stays. `keep`: a section that is there stays, too. Gives
   * the address of the release. Throws where GitHub does not take it.
   */
  put(release: TaggedRelease, section: Section, keep: boolean): Promise<string>
}
