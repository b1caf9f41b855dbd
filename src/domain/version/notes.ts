/** A part of a text that people edit too. Two invisible comments mark where it begins and ends. */
export interface Section {
  /** Identifies the section, such as `web.production`. */
  readonly key: string
  /** Markdown. */
  readonly text: string
}

/** The characters that GitHub accepts as the notes of a release. */
export const MOST_CHARACTERS = 125_000
const CUT = '\n\nGitHub accepts no longer notes: the rest is left out.'

/** Replaces the section with this key, or appends it. The text around it stays, so a section that has too little room is cut; `undefined` without any room. */
export function withSection(body: string, { key, text }: Section): string | undefined {
  const [begin, end] = marksOf(key)
  const [before, after] = around(body, [begin, end])
  const room = MOST_CHARACTERS - before.length - after.length - begin.length - end.length - 2
  const fitting = cutTo(text, room)
  return fitting === undefined ? undefined : `${before}${begin}\n${fitting}\n${end}${after}`
}

function around(body: string, marks: readonly [string, string]): readonly [before: string, after: string] {
  return find(body, marks) ?? [body.trim() === '' ? '' : `${body.trimEnd()}\n\n`, '']
}

/**
 * The text before and after the first whole section. Somebody may have removed one of its marks: a begin without an end belongs to no section, so that
 * what they wrote behind it stays.
 */
function find(body: string, [begin, end]: readonly [string, string]): readonly [before: string, after: string] | undefined {
  for (let until = body.indexOf(end); until >= 0; until = body.indexOf(end, until + 1)) {
    const at = body.lastIndexOf(begin, until)
    if (at >= 0) return [body.slice(0, at), body.slice(until + end.length)]
  }
  return undefined
}

/** Whole lines only, so that no link or entity is cut. */
function cutTo(text: string, room: number): string | undefined {
  if (text.length <= room) return text
  const end = text.lastIndexOf('\n', room - CUT.length)
  return room < CUT.length || end <= 0 ? undefined : `${text.slice(0, end).trimEnd()}${CUT}`
}

/** Whether a text has a whole section with this key. */
export function hasSection(body: string, key: string): boolean {
  return find(body, marksOf(key)) !== undefined
}

/** Whether `withSection` would change nothing. GitHub can answer with other line ends than it was sent. */
export function hasText(body: string, { key, text }: Section): boolean {
  const lines = body.replaceAll('\r\n', '\n')
  return withSection(lines, { key, text: text.replaceAll('\r\n', '\n') }) === lines
}

function marksOf(key: string): readonly [string, string] {
  return [`<!-- docker-to-ec2: ${key} -->`, `<!-- docker-to-ec2: end of ${key} -->`]
}
