// Writes the commit of a release into README, docs and examples, which use this action. The release runs it: node scripts/pin-release.ts v1.4.0 <commit>
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Release {
  /** Such as `v1.4.0`. */
  readonly version: string
  /** 40 hexadecimal digits. */
  readonly commit: string
}

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** This action, one of its folders or workflows, with a major tag or the pin of an earlier release. */
const OWN =
  /(?<=\buses: )([\w.-]+\/docker-to-ec2(?:\/[a-z]+|\/\.github\/workflows\/[a-z-]+\.yml)?)@(?:v\d+|[0-9a-f]{40} # v\d+\.\d+\.\d+)(?=\s|$)/g

if (import.meta.main) {
  const [version = '', commit = ''] = process.argv.slice(2)
  for (const page of pages()) writeFileSync(`${ROOT}/${page}`, pinned(readFileSync(`${ROOT}/${page}`, 'utf8'), { version, commit }))
}

/** Every file that shows how to use the action, by its path in the repository. */
export function pages(): readonly string[] {
  return globSync(['*.md', 'docs/**/*.md', 'local/*.md', 'examples/workflows/*.yml'], { cwd: ROOT }).toSorted()
}

/** Throws unless the release has a full version and a full commit. */
export function pinned(text: string, { version, commit }: Release): string {
  if (!/^v\d+\.\d+\.\d+$/.test(version)) throw new Error(`"${version}" is no version such as v1.4.0`)
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`"${commit}" is no full commit`)
  return text.replace(OWN, (_, action: string) => `${action}@${commit} # ${version}`)
}
