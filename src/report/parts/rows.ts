/** A label and its words, as plain text. */
export type Row = readonly [label: string, words: string]

/** A row, or none without words. */
export function rowIf(label: string, words: string | undefined): readonly Row[] {
  return words === undefined || words === '' ? [] : [[label, words]]
}
