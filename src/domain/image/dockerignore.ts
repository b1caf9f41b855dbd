import { wildcards } from '../field/wildcards.ts'

/** The files that a build does not get. */
export interface IgnoreRules {
  /** `path`: relative to the build context, with `/`. */
  readonly ignores: (path: string) => boolean
  /** Whether a pattern with `!` could include something of an ignored folder. */
  readonly takesBack: boolean
}

interface Pattern {
  /** It starts with `!`, and includes again what an earlier pattern excluded. */
  readonly back: boolean
  readonly matches: (path: string) => boolean
}

/**
 * Reads a .dockerignore file like BuildKit: the last pattern that matches the path, or a parent folder, decides.
 * https://github.com/moby/patternmatcher, https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function readDockerignore(text: string): IgnoreRules {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap(readLine)
  return {
    ignores: (path) => {
      const tried = ancestors(path)
      return patterns.reduce((ignored, { back, matches }) => (back === ignored && tried.some(matches) ? !back : ignored), false)
    },
    takesBack: patterns.some(({ back }) => back),
  }
}

function readLine(line: string): Pattern[] {
  const words = line.startsWith('#') ? '' : line.trim()
  const back = words.startsWith('!')
  const raw = back ? words.slice(1).trim() : words
  if (raw === '') return []
  const pattern = clean(raw)
  return [{ back, matches: matcherOf(pattern) }]
}

/** Removes slashes at both ends and resolves `.` and `..`: `/a/./b/../c/` becomes `a/c`. */
function clean(pattern: string): string {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.')
  const kept = parts.reduce<readonly string[]>((path, part) => (part === '..' && path.length > 0 ? path.slice(0, -1) : [...path, part]), [])
  return kept.join('/')
}

function matcherOf(pattern: string): Pattern['matches'] {
  // Without other special characters, BuildKit compares plain text, so `**.log` matches `a.log`.
  const [, any, rest = ''] = /^(\*\*)?(.*)$/s.exec(pattern) ?? []
  if (rest !== '' && !/[*?[\]\\]/.test(rest)) return any === undefined ? (path) => path === rest : (path) => `/${path}`.endsWith(rest)
  const source = pattern.replace(/\*\*\/?$|\*\*\/?|\*|\?|\\.|[.+()|{}$^]/gs, (part, at: number) =>
    translate(part, at + part.length === pattern.length),
  )
  // BuildKit refuses an invalid pattern, too.
  return wildcards(source) ?? (() => false)
}

function translate(part: string, isLast: boolean): string {
  if (part.startsWith('**')) return isLast ? '.*' : '(.*/)?'
  if (part === '*') return '[^/]*'
  if (part === '?') return '[^/]'
  // In a character set, `^` means "none of these".
  return part.startsWith('\\') || part === '^' ? part : `\\${part}`
}

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
function ancestors(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
