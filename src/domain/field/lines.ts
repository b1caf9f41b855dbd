/** A line of an input. */
export interface Line {
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** The non-empty lines, unchanged. */
export function lines(raw: string): Line[] {
  return raw
    .split(/\r?\n/)
    .map((text, at) => ({ text, line: at + 1 }))
    .filter(({ text }) => text.trim() !== '')
}
