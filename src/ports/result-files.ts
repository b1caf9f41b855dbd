/** Files that a run leaves for later steps of its job. */
export interface ResultFiles {
  /** Overwrites existing ones. `folder`: an absolute path; `files`: text by relative path. */
  write(folder: string, files: Readonly<Record<string, string>>): Promise<void>
}
