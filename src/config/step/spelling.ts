/**
 * Suggestions for an unknown name: the input that differs in one letter, and those with all of its words, such as `aws-region` for `region`; without
 * any, the one with the closest spelling.
 */
export function didYouMean(
  spelled: string,
  candidates: readonly string[],
): { readonly message: string; readonly means: readonly string[] } {
  const name = spelled.toLowerCase()
  const near = nearest(name, candidates)
  const more = near === name ? [] : candidates.filter((candidate) => candidate !== near && hasWordsOf(name, candidate))
  const isLikely = near !== undefined && (more.length === 0 || distance(name, near) === 1)
  const means = isLikely ? [near, ...more] : more
  const quoted = means.map((word) => `\`${word}\``)
  return { message: means.length === 0 ? 'no such input' : `no such input; did you mean ${alternatives(quoted)}?`, means }
}

function hasWordsOf(name: string, candidate: string): boolean {
  const words = new Set(candidate.split('-'))
  return name.split(/[-_]/).every((word) => words.has(word))
}

/** Such as `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** The candidate with the closest spelling, if one is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = Math.max(2, word.length / 3)
  const [best] = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= most)
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .toSorted((a, b) => a.far - b.far)
  return best && best.far <= most ? best.candidate : undefined
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1]
    for (const [column, other] of [...b].entries()) {
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
