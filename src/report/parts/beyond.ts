import { clause } from './clause.ts'

/** What the sentence says beyond the headline: all of it, nothing, or the part after the words that the headline ends with. */
export function beyond(headline: string, sentence: string): string {
  if (headline.endsWith(sentence.replace(/:$/, '')) || headline.endsWith(clause(sentence))) return ''
  const ends = [...sentence.matchAll(/: /g)].map(({ index }) => index)
  const said = ends.findLast((end) => headline.endsWith(clause(sentence.slice(0, end))) || headline.endsWith(sentence.slice(0, end)))
  return said === undefined ? sentence : sentence.slice(said + 2)
}
