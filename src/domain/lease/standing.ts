/** A value that several runs write to one parameter. */
export interface Written {
  /** The version that its writer had read; 0: none. Missing in a value that somebody wrote by hand, which counts. */
  readonly over?: number
}

/** A value with its version in Parameter Store. */
export interface Version<T> {
  readonly version: number
  /**
   * When Parameter Store accepted it, by AWS's clock, in milliseconds since the epoch. Later versions have later times, even after the parameter
   * was deleted.
   */
  readonly at: number
  readonly value: T
}

type Numbered<T> = Omit<Version<T>, 'at'>

/**
 * Whether a version of a parameter counts. `versions` must include all versions since the one that it names.
 *
 * Parameter Store overwrites unconditionally, but it numbers the versions, and keeps the last 100. So each value names the
 * version over which it was written, and of all values over the same version, the first counts. It counts forever, because later
 * versions cannot precede it. This makes overwrites conditional: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
export function stands<T extends Written>({ version, value }: Numbered<T>, versions: readonly Numbered<T>[]): boolean {
  const over = overOf({ version, value })
  return over < version && !versions.some((other) => other.version > over && other.version < version && overOf(other) === over)
}

/** Whether a version counts in any case: it directly follows the one that it names. */
export function followsAtOnce<T extends Written>(one: Numbered<T>): boolean {
  return overOf(one) === one.version - 1
}

function overOf<T extends Written>({ version, value }: Numbered<T>): number {
  return value.over ?? version - 1
}
