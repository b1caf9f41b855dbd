import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** GitHub, as far as the script needs it: a release that is immutable once it is published, and tags. It writes down each change. */
const GH = `#!/bin/bash
set -euo pipefail
state=$(cat "$GH_STATE/release" 2>/dev/null || echo missing)
note() { echo "$*" >> "$GH_STATE/log"; }
case "$1 $2" in
  'release list') cat "$GH_STATE/published" ;;
  'api repos/{owner}/{repo}/commits/tags/v'*) git rev-parse "\${2##*/}^{commit}" ;;
  'release view') [ "$state" != missing ] || exit 1
    [ "$5" != assets ] || { echo a.tar.gz; cat "$GH_STATE/assets" 2>/dev/null || true; exit 0; }
    [ "$state" = draft ] && echo true || echo false ;;
  'release create') cat > "$GH_STATE/notes"; echo draft > "$GH_STATE/release"; note "create $3 $4" ;;
  'release upload') [ "$state" = draft ] || exit 1; [ ! -e "$GH_STATE/breaks" ] || exit 1; note "upload \${*:5}"
    [ ! -e "$GH_STATE/moves" ] || git tag --force "$3" "$(cat "$GH_STATE/moves")" ;;
  'release delete-asset') note "delete $4 $5" ;;
  'release edit') echo published > "$GH_STATE/release"; echo "$3" >> "$GH_STATE/published"; note "publish $3" ;;
  'api --silent')
    [ "$4" = POST ] || [ -e "$GH_STATE/major" ] || exit 1
    [ "$4" = PATCH ] || [ ! -e "$GH_STATE/major" ] || exit 1
    printf '%s\\n' "$@" | sed -n 's/^sha=//p' > "$GH_STATE/major"; note "major" ;;
esac
`

let folder: string
const at = (...path: readonly string[]): string => join(folder, ...path)
const stateOf = (name: string): string => readFileSync(at('state', name), 'utf8').trim()
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: at('repository'), encoding: 'utf8' }).trim()

beforeEach(() => {
  folder = temporaryFolder('publish-release')
  for (const name of ['bin', 'state', 'repository/script', 'repository/scripts']) mkdirSync(at(name), { recursive: true })
  writeFileSync(at('bin', 'gh'), GH, { mode: 0o755 })
  for (const path of ['script/publish-release', 'scripts/changelog.ts']) cpSync(join(ROOT, path), at('repository', path))
  git('init', '--quiet')
})

function tagged(version: string): string {
  writeFileSync(at('repository', 'package.json'), JSON.stringify({ version, type: 'module' }))
  writeFileSync(at('repository', 'CHANGELOG.md'), `# Changelog\n\n## [${version}] - 2026-01-01\n\n- New in ${version}.\n`)
  git('add', '.')
  git('commit', '--quiet', '--message', version)
  git('tag', `v${version}`)
  return git('rev-parse', 'HEAD')
}

function publish(tag: string): number | null {
  const path = [at('bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
  const env = { ...process.env, PATH: path, GH_STATE: at('state') }
  return spawnSync(at('repository', 'script', 'publish-release'), [tag, 'a.tar.gz'], { env, stdio: 'ignore' }).status
}

test('a release is a draft until its asset is there, and the major tag follows it', () => {
  const commit = tagged('1.4.0')
  expect(publish('v1.4.0')).toBe(0)
  expect(stateOf('log')).toBe('create v1.4.0 --draft\nupload a.tar.gz\npublish v1.4.0\nmajor')
  expect(stateOf('notes')).toBe('- New in 1.4.0.')
  expect(stateOf('major')).toBe(commit)
})

test('a run that ended in the middle is gone on with', () => {
  tagged('1.4.0')
  writeFileSync(at('state', 'breaks'), '')
  expect(publish('v1.4.0')).not.toBe(0)
  expect(stateOf('log')).toBe('create v1.4.0 --draft')
  rmSync(at('state', 'breaks'))
  expect(publish('v1.4.0')).toBe(0)
  expect(publish('v1.4.0')).toBe(0)
  expect(stateOf('log')).toBe('create v1.4.0 --draft\nupload a.tar.gz\npublish v1.4.0\nmajor\nmajor')
})

test('only assets of this run are published', () => {
  tagged('1.4.0')
  writeFileSync(at('state', 'release'), 'draft')
  writeFileSync(at('state', 'assets'), 'b.tar.gz\na.tar.gz.exe\n')
  expect(publish('v1.4.0')).toBe(0)
  expect(stateOf('log')).toBe('upload a.tar.gz\ndelete b.tar.gz --yes\ndelete a.tar.gz.exe --yes\npublish v1.4.0\nmajor')
})

test('the major tag does not go back to an older release', () => {
  tagged('1.9.0')
  const newest = tagged('1.10.0')
  expect(publish('v1.10.0')).toBe(0)
  rmSync(at('state', 'release'))
  git('checkout', '--quiet', 'v1.9.0')
  expect(publish('v1.9.0')).toBe(0)
  expect(stateOf('major')).toBe(newest)
})

test('the major tag follows a release though a newer tag was never approved', () => {
  const commit = tagged('1.4.1')
  tagged('1.5.0')
  git('checkout', '--quiet', 'v1.4.1')
  expect(publish('v1.4.1')).toBe(0)
  expect(stateOf('major')).toBe(commit)
})

test('nothing is published under a tag that was moved since', () => {
  const approved = tagged('1.4.0')
  tagged('1.4.1')
  git('tag', '--force', 'v1.4.0')
  git('checkout', '--quiet', approved)
  expect(publish('v1.4.0')).not.toBe(0)
  expect(existsSync(at('state', 'log'))).toBe(false)
})

test('nothing is published under a tag that moves while its release is a draft', () => {
  const approved = tagged('1.4.0')
  writeFileSync(at('state', 'moves'), tagged('1.4.1'))
  git('checkout', '--quiet', approved)
  expect(publish('v1.4.0')).not.toBe(0)
  expect(stateOf('log')).toBe('create v1.4.0 --draft\nupload a.tar.gz')
})

test('nothing is published that the changelog does not tell of', () => {
  tagged('1.4.0')
  git('tag', 'v1.5.0')
  expect(publish('v1.5.0')).not.toBe(0)
  expect(existsSync(at('state', 'log'))).toBe(false)
})
