import { chmodSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { dockerBuilder } from '../../../src/adapters/docker/builder.ts'
import type { Built } from '../../../src/domain/image/build-metadata.ts'
import type { BuildSpec } from '../../../src/domain/image/image.ts'
import type { PostCleanup } from '../../../src/ports/post-cleanup.ts'
import { Cancelled } from '../../../src/errors.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const CREDENTIALS = { registry: 'r.test', username: 'AWS', password: 'a-secret' }
const DIGEST = `sha256:${'a'.repeat(64)}`
const PATH = process.env['PATH'] ?? ''

let folder: string
let spec: BuildSpec
let log: string[]
/** What is noted for the post phase, and what is there when it is noted first. */
let noted: string[]
let before: readonly string[] | undefined

beforeEach(() => {
  folder = temporaryFolder('docker-builder-test')
  for (const name of ['bin', 'home/.docker/contexts', 'temp', 'app']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'app/Dockerfile'), 'FROM scratch\n')
  process.env['PATH'] = `${join(folder, 'bin')}:${PATH}`
  log = []
  noted = []
  before = undefined
  spec = {
    context: join(folder, 'app'),
    dockerfile: join(folder, 'app/Dockerfile'),
    target: undefined,
    buildArgs: {},
    secrets: [],
    ssh: false,
    platforms: ['linux/amd64'],
    repository: 'r.test/web',
    tag: 'abc',
    fresh: false,
    cache: true,
    labels: {},
  }
})
afterEach(() => {
  process.env['PATH'] = PATH
})

/** Puts a program called docker on the PATH: notes its arguments and configuration, and then runs `script`, where $1, $2 ... are the arguments. */
function aDocker(script: string): void {
  const file = join(folder, 'bin/docker')
  writeFileSync(file, `#!/bin/bash\necho "$@" >>${folder}/argv\ncp "$DOCKER_CONFIG/config.json" ${folder}/config.json\n${script}\n`)
  chmodSync(file, 0o755)
}

function build(more: Readonly<Record<string, string>> = {}, signal = new AbortController().signal): Promise<Built> {
  const env = { PATH: process.env['PATH'], HOME: join(folder, 'home'), RUNNER_TEMP: join(folder, 'temp'), ...more }
  return dockerBuilder({ onLine: (line) => log.push(line), env, postCleanup }).buildAndPush(spec, CREDENTIALS, signal)
}

const postCleanup: PostCleanup = {
  note: (kind, leftover) => {
    before ??= left()
    noted.push(`${kind} ${JSON.stringify(leftover)}`)
  },
  forget: (kind) => void noted.push(`no ${kind}`),
}

const argv = (): string[] => readFileSync(join(folder, 'argv'), 'utf8').trimEnd().split('\n')
const left = (): string[] => readdirSync(join(folder, 'temp'))

const ENGINE = `case $1 in
  buildx) echo 'Driver: docker' ;;
  build) { echo '#1 [internal] load build definition'; echo "config $DOCKER_BUILDKIT"; } >&2 ;;
  push) echo "The push refers to repository"; printf '%s: digest: ${DIGEST} size: 943' "\${2##*:}" ;;
esac`

test.each(['{', '7', '{"auths":[]}', '{"credHelpers":{"a":1}}'])("names %s in the user's own configuration", async (text) => {
  aDocker(ENGINE)
  const path = join(folder, 'home/.docker/config.json')
  writeFileSync(path, text)
  await expect(build()).rejects.toMatchObject({ code: 'build-failed', message: expect.stringContaining(path) })
  expect(left()).toEqual([])
})

test('the engine builds, and pushes the image before the tag of its cache', async () => {
  aDocker(ENGINE)
  expect(await build()).toEqual({ digest: DIGEST, materials: [] })
  expect(argv().map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'buildx inspect',
    'image ls',
    'build --progress=plain',
    'push r.test/web:abc',
    'tag r.test/web:abc',
    'push r.test/web:cache',
    'image rm',
  ])
  expect(log).toEqual([
    '#1 [internal] load build definition',
    'config 1',
    'The push refers to repository',
    `abc: digest: ${DIGEST} size: 943`,
  ])
})

test('repeats a push after a temporary refusal, but not after a denial', async () => {
  const broken = (words: string) =>
    `[[ $1 == push && ! -e ${folder}/pushed ]] && { touch ${folder}/pushed; echo '${words}' >&2; exit 1; }\n${ENGINE}`
  aDocker(broken('received unexpected HTTP status: 503 Service Unavailable'))
  expect(await build()).toEqual({ digest: DIGEST, materials: [] })
  rmSync(join(folder, 'pushed'))
  aDocker(broken('denied: not authorized'))
  await expect(build()).rejects.toMatchObject({ code: 'push-denied' })
})

test('mentions a cache that it cannot keep, and continues', async () => {
  aDocker(`[[ $* == 'push r.test/web:cache' ]] && { echo 'tag is immutable' >&2; exit 1; }\n${ENGINE}`)
  expect(await build()).toEqual({ digest: DIGEST, materials: [] })
  expect(log).toContain('The build cache was not saved: tag is immutable')
})

test('a separate builder builds and pushes in one step', async () => {
  aDocker(`case $2 in
    inspect) echo 'Driver: docker-container' ;;
    build) for arg; do [[ $arg == --metadata-file=* ]] && echo '{"containerimage.digest":"${DIGEST}"}' >"\${arg#*=}"; done ;;
  esac
  exit 0`)
  expect(await build()).toEqual({ digest: DIGEST, materials: [] })
  expect(argv()).toHaveLength(2)
})

test('builds with the engine if there is no buildx', async () => {
  aDocker(`[ "$1" = buildx ] && { echo "docker: 'buildx' is not a docker command." >&2; exit 1; }\n${ENGINE}`)
  expect(await build()).toEqual({ digest: DIGEST, materials: [] })
})

const removed = () => argv().filter((line) => line.startsWith('image rm'))
/** The engine has this image already, under the name of the build. */
const HAS_IT = `[[ $* == 'image ls'* ]] && { echo r.test/web:abc; exit; }\n`

test.each([
  ['everything that it created', '', ['image rm r.test/web:abc r.test/web:cache']],
  ['nothing that existed before', HAS_IT, ['image rm r.test/web:cache']],
])('removes from the engine %s', async (_, engine, expected) => {
  aDocker(engine + ENGINE)
  await build()
  expect(removed()).toEqual(expected)
})

test('removes the image from the engine even if the push fails', async () => {
  aDocker(
    `[[ $1 == push ]] && exit 1\n[[ $* == 'image rm'* ]] && { echo 'Error: No such image: r.test/web:cache' >&2; exit 1; }\n${ENGINE}`,
  )
  await expect(build()).rejects.toMatchObject({ code: 'push-failed' })
  expect(removed()).toHaveLength(1)
  expect(log).not.toContainEqual(expect.stringContaining('keeps images'))
})

test('mentions an image that it cannot remove, and continues', async () => {
  const words = 'Error response from daemon: conflict: unable to remove repository reference: container 1a is using its referenced image'
  aDocker(`[[ $* == 'image rm'* ]] && { echo '${words}' >&2; exit 1; }\n${ENGINE}`)
  expect(await build()).toEqual({ digest: DIGEST, materials: [] })
  expect(log.at(-1)).toBe(`The runner keeps images of this build: ${words}`)
})

test.each([
  ['its usual place', 'home/.docker/buildx', {}],
  ['where BUILDX_CONFIG says', 'elsewhere', { BUILDX_CONFIG: 'elsewhere' }],
  ['its usual place, if an expression left the variables empty', 'home/.docker/buildx', { BUILDX_CONFIG: '', DOCKER_CONFIG: '' }],
])("keeps the records of buildx away from the user's builders in %s", async (_, place, env) => {
  for (const name of ['instances', 'refs/mine']) mkdirSync(join(folder, place, name), { recursive: true })
  writeFileSync(join(folder, place, 'instances/mine'), 'a builder')
  aDocker(`cat "$BUILDX_CONFIG/instances/mine" >&2; mkdir -p "$BUILDX_CONFIG/refs/mine"; touch "$BUILDX_CONFIG/refs/mine/x"\n${ENGINE}`)
  await build(Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value && join(folder, value)])))
  expect(log[0]).toMatch(/^a builder/)
  expect(globSync('**/*', { cwd: join(folder, place) }).toSorted()).toEqual(['instances', 'instances/mine', 'refs', 'refs/mine'])
})

test("adds the credentials to the user's logins, in no argument, and leaves nothing behind", async () => {
  const own = { auths: { 'docker.io': { auth: 'own' } }, credsStore: 'desktop', credHelpers: { 'ghcr.io': 'gh' } }
  const ownFile = join(folder, 'home/.docker/config.json')
  writeFileSync(ownFile, JSON.stringify(own))
  aDocker(`stat -c '%a %F' "$DOCKER_CONFIG" "$DOCKER_CONFIG/config.json" "$DOCKER_CONFIG/contexts"\n${ENGINE}`)
  await build()
  expect(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'))).toEqual({
    auths: { 'docker.io': { auth: 'own' }, 'r.test': { auth: Buffer.from('AWS:a-secret').toString('base64') } },
    credsStore: 'desktop',
    credHelpers: { 'ghcr.io': 'gh', 'r.test': '' },
  })
  expect(log.slice(0, 3)).toEqual(['700 directory', '600 regular file', '777 symbolic link'])
  expect(argv().join('\n')).not.toContain('a-secret')
  expect(left()).toEqual([])
  expect(noted).toEqual([
    expect.stringMatching(/^build .*docker-to-ec2-.*"images":\[\]/),
    expect.stringContaining('"images":["r.test/web:abc","r.test/web:cache"]'),
    'no build',
  ])
  expect(before).toEqual([])
  expect(JSON.parse(readFileSync(ownFile, 'utf8'))).toEqual(own)
  expect(existsSync(join(folder, 'home/.docker/contexts'))).toBe(true)
})

test.each(['docker', 'docker-container'])(
  'shows secrets of the build in no line, failure or argument, with the driver %s',
  async (driver) => {
    writeFileSync(join(folder, 'netrc'), 'machine r.test\n  password  two-words\n')
    spec = {
      ...spec,
      secrets: [
        { id: 'npm', kind: 'env', name: 'NPM_TOKEN' },
        { id: 'netrc', kind: 'file', path: join(folder, 'netrc') },
      ],
    }
    const said = `echo "#7 it is $NPM_TOKEN"; cat ${folder}/netrc; echo "ERROR: failed with $NPM_TOKEN" >&2`
    aDocker(`case "$1 $2" in 'buildx inspect') echo 'Driver: ${driver}' ;; build*|'buildx build') ${said}; exit 1 ;; esac`)
    const failure = build({ NPM_TOKEN: 'hunter2-hunter2' })
    await expect(failure).rejects.toMatchObject({ code: 'build-failed', message: 'The build of the image failed: failed with ***' })
    expect(log).toEqual(['#7 it is ***', '***', '  ***', 'ERROR: failed with ***'])
    expect(argv().join('\n')).toContain(`--secret=id=npm,env=NPM_TOKEN --secret=id=netrc,src=${folder}/netrc`)
    expect(argv().join('\n')).not.toContain('hunter2')
  },
)

test('names a missing secret before it calls Docker', async () => {
  aDocker(ENGINE)
  spec = { ...spec, secrets: [{ id: 'netrc', kind: 'file', path: join(folder, 'none') }] }
  await expect(build()).rejects.toMatchObject({ code: 'build-secret-missing', message: expect.stringContaining('The secret netrc') })
  expect(existsSync(join(folder, 'argv'))).toBe(false)
})

/** The engine, but one of its commands fails with these words. */
function failing(words: string, step = 'build'): string {
  writeFileSync(join(folder, 'words'), `${words}\n`)
  return `[ "$1" = ${step} ] && { cat ${folder}/words >&2; exit 1; }\n${ENGINE}`
}

test.each([
  ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?', 'docker-not-running', 'build'],
  ['ERROR: BuildKit is enabled but the buildx component is missing or broken.', 'no-buildx', 'build'],
  ['ERROR: toomanyrequests: You have reached your unauthenticated pull rate limit.', 'pull-limited', 'build'],
  ["name unknown: The repository with name 'web' does not exist in the registry with id '1'", 'no-repository', 'push'],
  ['unauthorized: Not Authorized', 'push-denied', 'push'],
  ['Get "https://r.test/v2/": dial tcp: i/o timeout', 'push-failed', 'push'],
  ['ERROR: failed to solve: failed to push r.test/web:abc: unexpected status 500', 'push-failed', 'build'],
  ['failed to solve: target stage b could not be found', 'build-failed', 'build'],
  ['#5 0.1 exec /bin/sh: exec format error', 'wrong-builder-platform', 'build'],
  ['write /var/lib/docker/tmp/x: no space left on device', 'out-of-disk', 'build'],
  [
    "tag invalid: The image tag 'abc' already exists in the 'web' repository and cannot be overwritten because the tag is immutable.",
    'tag-exists',
    'push',
  ],
  ['denied: User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ecr:InitiateLayerUpload', 'push-denied', 'push'],
  ['no basic auth credentials', 'push-denied', 'push'],
  ['failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1', 'build-failed', 'build'],
])('%s means %s', async (words, code, step) => {
  aDocker(failing(words, step))
  const told = words.replace(/^(ERROR: )?failed to solve: (?!failed to push)/, '')
  await expect(build()).rejects.toMatchObject({ name: 'DeployError', code, message: expect.stringContaining(told) })
  expect(left()).toEqual([])
})

test.each([
  [
    'failed to solve with frontend dockerfile.v0: failed to create LLB definition: dockerfile parse error line 3: unknown instruction: COPPY',
  ],
  ['ERROR: failed to build: failed to solve: dockerfile parse error line 3: unknown instruction: COPPY'],
])('reports only the error itself: %s', async (words) => {
  aDocker(failing(words))
  const message = 'The build of the image failed: dockerfile parse error line 3: unknown instruction: COPPY'
  await expect(build()).rejects.toMatchObject({ code: 'build-failed', message })
})

test.each([
  'failed to compute cache key: "/package.json" not found: not found',
  'ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref a::b: "/package.json": not found',
])('searches the build context for a file that COPY does not find: %s', async (words) => {
  aDocker(failing(words))
  const hint = expect.stringMatching(
    /^The file is not in the build context: check the input context and \.dockerignore\. Fix .*Dockerfile\. /,
  )
  await expect(build()).rejects.toMatchObject({ code: 'build-failed', hint })
})

test.each([
  '#7 npm error 401 Unauthorized\nERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
  `executor failed running [/bin/sh -c echo '401 Unauthorized'; npm ci]: exit code: 1`,
])('does not mistake the output of a step for an answer of the registry: %s', async (words) => {
  aDocker(failing(words))
  await expect(build()).rejects.toMatchObject({ code: 'build-failed', message: expect.stringContaining('npm ci') })
})

test('refuses several platforms without a separate builder', async () => {
  aDocker(ENGINE)
  spec = { ...spec, platforms: ['linux/amd64', 'linux/arm64'] }
  await expect(build()).rejects.toMatchObject({ code: 'multi-platform', hint: expect.stringContaining('docker/setup-buildx-action') })
  expect(argv()).toEqual(['buildx inspect'])
})

test('names a missing Dockerfile before it calls Docker', async () => {
  aDocker(ENGINE)
  spec = { ...spec, dockerfile: join(folder, 'app/Dockerfile.prod') }
  await expect(build()).rejects.toMatchObject({ code: 'no-dockerfile', message: expect.stringContaining('Dockerfile.prod') })
  expect(existsSync(join(folder, 'argv'))).toBe(false)
})

test('proposes a Dockerfile in another folder', async () => {
  aDocker(ENGINE)
  const workspace = join(folder, 'workspace')
  for (const path of ['node_modules/left/Dockerfile', 'apps/shop/Dockerfile']) {
    mkdirSync(join(workspace, path, '..'), { recursive: true })
    writeFileSync(join(workspace, path), 'FROM scratch')
  }
  spec = { ...spec, dockerfile: join(workspace, 'Dockerfile') }
  await expect(build({ GITHUB_WORKSPACE: workspace })).rejects.toMatchObject({
    message: 'There is no Dockerfile at Dockerfile.',
    hint: 'Set `dockerfile: apps/shop/Dockerfile`. If the application is in another folder, set the input context to it, too.',
  })
})

test('reports a runner without Docker', async () => {
  process.env['PATH'] = join(folder, 'bin')
  await expect(build()).rejects.toMatchObject({ code: 'no-docker' })
})

test('ends the build with all its processes when the run is cancelled', async () => {
  aDocker(`[ "$1" = build ] || { ${ENGINE.replaceAll('\n', ' ')}; exit; }
sleep 60 & echo "started $!"
wait`)
  const cancel = new AbortController()
  const building = build({}, cancel.signal)
  while (!log.some((line) => line.startsWith('started'))) await new Promise((resolve) => setTimeout(resolve, 5))
  cancel.abort()
  await expect(building).rejects.toThrow(Cancelled)
  expect(removed()).toHaveLength(1)
  const pid = log.find((line) => line.startsWith('started'))?.split(' ')[1]
  expect(existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') S')).toBe(false)
  expect(left()).toEqual([])
})

test('starts nothing when the run is already cancelled', async () => {
  aDocker(ENGINE)
  const cancel = new AbortController()
  cancel.abort()
  await expect(build({}, cancel.signal)).rejects.toThrow(Cancelled)
  expect(existsSync(join(folder, 'argv'))).toBe(false)
})
