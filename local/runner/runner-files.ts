/** What an action sends to the runner: files of name-value pairs, and commands in its output. */

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

/** GITHUB_OUTPUT and GITHUB_STATE: `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`. */
export function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const block = /^([^=]+?)<<(.+)$/.exec(line)
    if (block) {
      const end = lines.indexOf(block[2] ?? '')
      pairs[block[1] ?? ''] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n')
    } else if (line.includes('=')) {
      pairs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
  }
  return pairs
}

/** Reverses the escaping of a command's values. */
export const unescape = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeProperty = (text: string): string => unescape(text.replaceAll('%3A', ':').replaceAll('%2C', ','))

export function annotationsIn(stdout: string): Annotation[] {
  const found = stdout.matchAll(/^::(error|warning|notice)(?: ([^\n]*?))?::(.*)$/gm)
  return Array.from(found, ([, level, properties = '', message = '']) => ({
    level: level as Annotation['level'],
    message: unescape(message),
    properties: Object.fromEntries(
      properties
        .split(',')
        .filter(Boolean)
        .map((pair) => [pair.split('=')[0] ?? '', unescapeProperty(pair.slice(pair.indexOf('=') + 1))]),
    ),
  }))
}

export function masksIn(stdout: string): string[] {
  return Array.from(stdout.matchAll(/^::add-mask::(.*)$/gm), ([, value = '']) => unescape(value))
}
