/** A value that several runs write to one parameter. */
export interface Written {
  /** The version that its writer had read; 0: none. Missing in one that was written by hand, which counts. */
  readonly over?: number
}

/** A value with the version that Parameter Store gave it. */
export interface Version<T> {
  readonly version: number
  /** When Parameter Store took it, by AWS's clock, in milliseconds since the epoch. Later versions have later times, also after the parameter was deleted. */
  readonly at: number
  readonly value: T
}

type Numbered<T> = Omit<Version<T>, 'at'>

/**
 * Whether a version of a parameter counts, if those since the one that it names are among `versions`.
 *
 * Parameter Store overwrites without asking what is there, but it numbers what it takes, and keeps the last 100 versions. So each value names the
 * version over which it was written, and of all that were written over the same one, the first counts. What counts once counts for ever: later
 * versions cannot come before it. This is a conditional overwrite: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
export function stands<T extends Written>({ version, value }: Numbered<T>, versions: readonly Numbered<T>[]): boolean {
  const over = overOf({ version, value })
  return over < version && !versions.some((other) => other.version > over && other.version < version && overOf(other) === over)
}

/** Whether a version counts whatever else there is: nothing came between it and the one that it names. */
export function followsAtOnce<T extends Written>(one: Numbered<T>): boolean {
  return overOf(one) === one.version - 1
}

function overOf<T extends Written>({ version, value }: Numbered<T>): number {
  return value.over ?? version - 1
}
