/** A workflow file, limited to what this runner supports. */

export interface Workflow {
  /** Its file's name. */
  readonly file: string
  readonly name: string
  /** The name of a run, in the list of runs. */
  readonly runName: string | undefined
  readonly on: Readonly<Record<string, Trigger>>
  readonly permissions: Permissions | undefined
  readonly env: Texts
  readonly shell: string | undefined
  readonly concurrency: Concurrency | undefined
  readonly jobs: Readonly<Record<string, Job>>
}

export interface Trigger {
  readonly branches: readonly string[] | undefined
  /** Patterns with `*` for any text without a slash. */
  readonly tags: readonly string[] | undefined
  readonly types: readonly string[] | undefined
  readonly inputs: Readonly<Record<string, Input>>
  /** Secrets that a caller can pass, and whether it must. */
  readonly secrets: Readonly<Record<string, boolean>>
  readonly outputs: Texts
}

export interface Input {
  readonly type: string
  readonly options: readonly string[]
  readonly default: string
  readonly required: boolean
}

export interface Job {
  readonly name: string
  readonly needs: readonly string[]
  readonly if: string | undefined
  readonly permissions: Permissions | undefined
  readonly environment: { readonly name: string; readonly url: string | undefined; readonly deployment: boolean } | undefined
  readonly concurrency: Concurrency | undefined
  readonly outputs: Texts
  readonly env: Texts
  readonly shell: string | undefined
  readonly timeoutMinutes: number
  /** Empty for a job that calls another workflow. */
  readonly steps: readonly Step[]
  readonly calls: Call | undefined
}

/** `uses`: the workflow that a job calls. */
export interface Call {
  readonly uses: string
  readonly with: Texts
  readonly secrets: Texts
}

export interface Step {
  readonly id: string | undefined
  readonly name: string
  readonly if: string | undefined
  readonly uses: string | undefined
  readonly with: Texts
  readonly run: string | undefined
  readonly shell: string | undefined
  readonly env: Texts
  readonly continueOnError: boolean
}

export interface Concurrency {
  readonly group: string
  readonly cancelInProgress: string
}

export type Permissions = Readonly<Record<string, string>>
export type Texts = Readonly<Record<string, string>>
