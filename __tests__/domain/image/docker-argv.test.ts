import { expect, test } from '@jest/globals'
import { buildWith, buildxArgv, engineBuildArgv, pushedDigest, withoutFalseAlarm } from '../../../src/domain/image/docker-argv.ts'
import type { BuildSpec } from '../../../src/domain/image/image.ts'

const SMALL: BuildSpec = {
  context: '/w',
  dockerfile: '/w/Dockerfile',
  target: undefined,
  buildArgs: {},
  secrets: [],
  ssh: false,
  platforms: ['linux/amd64'],
  repository: '1.dkr.ecr.us-east-1.amazonaws.com/web',
  tag: 'abc',
  cache: false,
  fresh: false,
  labels: {},
}
const FULL: BuildSpec = {
  ...SMALL,
  dockerfile: '/w/docker files/Dockerfile',
  target: 'app',
  buildArgs: { VERSION: '1 2', QUOTED: `"$(id)"` },
  platforms: ['linux/amd64', 'linux/arm64'],
  secrets: [
    { id: 'npm', kind: 'env', name: 'NPM_TOKEN' },
    { id: 'netrc', kind: 'file', path: '/w/a, "b".netrc' },
  ],
  ssh: true,
  cache: true,
  labels: { 'org.opencontainers.image.revision': 'abc' },
}
const SMALL_OPTIONS = [
  '--progress=plain',
  '--tag=1.dkr.ecr.us-east-1.amazonaws.com/web:abc',
  '--file=/w/Dockerfile',
  '--platform=linux/amd64',
]
const FULL_OPTIONS = [
  '--progress=plain',
  '--tag=1.dkr.ecr.us-east-1.amazonaws.com/web:abc',
  '--file=/w/docker files/Dockerfile',
  '--platform=linux/amd64,linux/arm64',
  '--target=app',
  '--build-arg=VERSION=1 2',
  '--build-arg=QUOTED="$(id)"',
  '--secret=id=npm,env=NPM_TOKEN',
  '--secret=id=netrc,"src=/w/a, ""b"".netrc"',
  '--ssh=default',
  '--label=org.opencontainers.image.revision=abc',
]
const REGISTRY_CACHE = [
  '--cache-from=type=registry,ref=1.dkr.ecr.us-east-1.amazonaws.com/web:cache',
  '--cache-to=type=registry,ref=1.dkr.ecr.us-east-1.amazonaws.com/web:cache,mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true',
]
const INLINE_CACHE = ['--build-arg=BUILDKIT_INLINE_CACHE=1', '--cache-from=1.dkr.ecr.us-east-1.amazonaws.com/web:cache']

test.each([
  ['small', SMALL, ['buildx', 'build', '--push', '--metadata-file=/t/m.json', ...SMALL_OPTIONS, '/w']],
  ['full', FULL, ['buildx', 'build', '--push', '--metadata-file=/t/m.json', ...FULL_OPTIONS, ...REGISTRY_CACHE, '/w']],
])('buildx: %s', (_, spec, expected) => {
  expect(buildxArgv(spec, '/t/m.json')).toEqual(expected)
})

test('a rebuild uses no cached layer, but still writes the cache', () => {
  const anew = ['--progress=plain', '--no-cache', '--pull', ...FULL_OPTIONS.slice(1)]
  const [, written] = REGISTRY_CACHE
  const buildx = ['buildx', 'build', '--push', '--metadata-file=/t/m.json', ...anew, written, '/w']
  expect(buildxArgv({ ...FULL, fresh: true }, '/t/m.json')).toEqual(buildx)
  expect(engineBuildArgv({ ...FULL, fresh: true })).toEqual(['build', ...anew, '--build-arg=BUILDKIT_INLINE_CACHE=1', '/w'])
})

test.each([
  ['small', SMALL, ['build', ...SMALL_OPTIONS, '/w']],
  ['full', FULL, ['build', ...FULL_OPTIONS, ...INLINE_CACHE, '/w']],
])('engine: %s', (_, spec, expected) => {
  expect(engineBuildArgv(spec)).toEqual(expected)
})

test.each([
  [undefined, 'engine'],
  ['Name:   default\nDriver: docker\n\nNodes:\n', 'engine'],
  ['Name:          builder-1\nDriver:        docker-container\nLast Activity: 2026-01-01\n', 'buildx'],
  ['Name: r\nDriver: remote\n', 'buildx'],
  ['no such builder', 'engine'],
] as const)('%j is built with %s', (inspect, expected) => {
  expect(buildWith(inspect)).toBe(expected)
})

const DIGEST = `sha256:${'0d'.repeat(32)}`

test.each([
  [`The push refers to repository [r/web]\nf96e15bb9d03: Pushed\nabc: digest: ${DIGEST} size: 943`, DIGEST],
  ['f96e15bb9d03: Pushed', undefined],
])('the digest that a push ends with', (output, expected) => {
  expect(pushedDigest(output)).toBe(expected)
})

test.each([
  ['#8 ERROR: r.test/web:cache: not found', '#8 no build cache yet: r.test/web:cache: not found'],
  [
    '#8 ERROR: failed to configure registry cache importer: r.test/web:cache: not found',
    '#8 no build cache yet: failed to configure registry cache importer: r.test/web:cache: not found',
  ],
  ['#8 ERROR: r.test/base:24: not found', '#8 ERROR: r.test/base:24: not found'],
])('a first build is not told that its missing cache is an error: %s', (line, told) => {
  expect(withoutFalseAlarm(line)).toBe(told)
})

// Each of them looked for the rest of the alarm up to the end of the line.
test('a line of a million beginnings of an alarm is read once', () => {
  const line = 'ERROR: '.repeat(1_000_000)
  expect(withoutFalseAlarm(line)).toBe(line)
})
