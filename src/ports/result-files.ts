/** Files that a run leaves for later steps of its job. */
export interface ResultFiles {
  /** Over those that are there. `folder`: an absolute path; `files`: text by path below it. */
  write(folder: string, files: Readonly<Record<string, string>>): Promise<void>
}
