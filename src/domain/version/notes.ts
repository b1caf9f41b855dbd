/** A part of a text that people edit too. Two invisible comments mark where it begins and ends. */
export interface Section {
  /** Identifies the section, such as `web.production`. */
  readonly key: string
  /** Markdown. */
  readonly text: string
}

/** Replaces the section with this key, or appends it. The text around it stays. */
export function withSection(body: string, { key, text }: Section): string {
  const [begin, end] = marksOf(key)
  const section = `${begin}\n${text}\n${end}`
  const at = body.indexOf(begin)
  const until = body.indexOf(end, at)
  if (at >= 0 && until >= 0) return `${body.slice(0, at)}${section}${body.slice(until + end.length)}`
  return body.trim() === '' ? section : `${body.trimEnd()}\n\n${section}`
}

export function hasSection(body: string, key: string): boolean {
  const [begin, end] = marksOf(key)
  return body.includes(end, Math.max(0, body.indexOf(begin))) && body.includes(begin)
}

/** Whether the section has exactly this text. */
export function hasText(body: string, { key, text }: Section): boolean {
  return sectionIn(body, key) === text.replaceAll('\r\n', '\n')
}

/** The text of the section; `undefined` if there is none. */
export function sectionIn(body: string, key: string): string | undefined {
  const [begin, end] = marksOf(key)
  const at = body.indexOf(begin)
  const until = body.indexOf(end, at)
  // GitHub can answer with other line ends than it was sent.
  return at < 0 || until < 0
    ? undefined
    : body
        .slice(at + begin.length, until)
        .replaceAll('\r\n', '\n')
        .replace(/^\n|\n$/g, '')
}

function marksOf(key: string): readonly [string, string] {
  return [`<!-- docker-to-ec2: ${key} -->`, `<!-- docker-to-ec2: end of ${key} -->`]
}
