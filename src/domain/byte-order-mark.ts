/** A text without the byte order mark that some editors write at its beginning. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
