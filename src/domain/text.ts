/** What can be in a text. */

/** What a text is tested with. A `RegExp` is one. */
export interface Pattern {
  readonly source: string
  test(text: string): boolean
}

/**
 * A pattern with Unicode properties. V8 builds their sets when it reads a literal, even one that is never tested, which takes up to a
 * millisecond each; this one is built at the first test.
 */
export function unicodePattern(source: string): Pattern {
  let built: RegExp | undefined
  return {
    source,
    test: (text) => {
      built ??= new RegExp(source, 'u')
      return built.test(text)
    },
  }
}

/** The characters of `\p{Cc}\p{Zl}\p{Zp}`, spelled out for a pattern's class: see `unicodePattern`. */
export const CONTROLS = String.raw`\0-\x1F\x7F-\x9F\u2028\u2029`

/**
 * A character that shows nothing, ends a line, or reverses the text beside it; also blank letters, such as U+3164. Not those that choose the form of
 * the emoji, keycap or ideograph before them.
 */
export const UNSEEN = unicodePattern(
  String.raw`(?!(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F\u20E3|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]`,
)

/** A text without the byte order mark that some editors write at its beginning. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
