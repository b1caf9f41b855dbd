/** First words of a sentence that are written small within one. All others may be names. */
const SMALL = /^(?:A|An|Another|It|No|Nothing|Others|Something|The|There|This|Two)\b/

/** A sentence that begins small. */
export function small(sentence: string): string {
  return sentence.replace(SMALL, (word) => word.toLowerCase())
}

/** A sentence as it stands after a colon: it begins small, and has no full stop. */
export function clause(sentence: string): string {
  return small(sentence).replace(/(?<!\.)\.$/, '')
}
