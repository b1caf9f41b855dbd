import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../fakes/read-config.ts'
import { MACHINE_OPTIONS } from '../../../../src/domain/release/settings/machine-options.ts'
import { PROCESS_OPTIONS } from '../../../../src/domain/release/settings/process-options.ts'
import { SPEC } from '../../../../src/domain/release/spec.ts'
import type { Specification } from '../../../../src/domain/release/spec.ts'
import { planHash } from '../../../../src/domain/plan/hash.ts'
import { carryOver } from '../../../../src/domain/release/carry-over.ts'
import { releaseName } from '../../../../src/domain/release/release.ts'
import { compareFingerprint, fingerprintOf } from '../../../../src/domain/release/fingerprint.ts'
import { readDocument, releaseDocument } from '../../../../src/domain/release/release-document.ts'
import { OPTION_ROWS } from '../../../fakes/option-rows.ts'
import { planFacts } from '../../../fakes/plan-facts.ts'
import { aRelease, aSpec, COMMIT, DIGEST, SERVICE } from '../../../fakes/samples.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), AWS_REGION: 'us-east-1', INPUT_PORT: '80' }
const SALT = 'c0ffee00-12345678'

const read = (inputs: Readonly<Record<string, string>>) =>
  readConfig({ ...GITHUB, ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])) })
const specOf = (inputs: Readonly<Record<string, string>>): Specification => read(inputs).spec
const nameOf = (spec: Specification): string => releaseName(COMMIT, DIGEST, spec)

const USUAL = specOf({})

it('there is an example of each option', () => {
  expect(OPTION_ROWS.map(({ name }) => name).toSorted()).toEqual(Object.keys({ ...PROCESS_OPTIONS, ...MACHINE_OPTIONS }).toSorted())
})

it('the release contains only what is set, and the defaults', () => {
  const options = OPTION_ROWS.map(({ name }) => [name, USUAL[name]] as const).filter(([, value]) => value !== undefined)
  expect(Object.fromEntries(options)).toEqual({
    'stop-grace-period': 10,
    init: true,
    'pids-limit': 2048,
    'host-role': false,
    'read-only': false,
    'log-max-size': 10 * 2 ** 20,
    'log-max-file': 3,
  })
})

describe.each(OPTION_ROWS)('$name', ({ name, text, value, told }) => {
  const spec = specOf({ [name]: text })

  it('is read', () => {
    expect(spec).toEqual({ ...USUAL, [name]: value })
  })

  it('is documented', () => {
    expect(SPEC[name].description).toMatch(/^[A-Z].*\.$/)
  })

  it('makes another release, and another plan', () => {
    expect(nameOf(spec)).not.toBe(nameOf(USUAL))
    expect(planHash(planFacts({ configuration: spec }))).not.toBe(planHash(planFacts({ configuration: USUAL })))
  })

  it('is named by a plan when it is added and when it is removed', () => {
    const usual = SPEC[name].default ?? ''
    const change = (from: Specification, to: Specification) =>
      compareFingerprint({ release: SALT, fingerprint: fingerprintOf(from, SALT) }, to)
    const isShown = SPEC[name].told === 'value'
    const after = expect.stringMatching(/\w/) as unknown as string
    expect(change(USUAL, spec)).toMatchObject({ inputs: [isShown ? { name, before: usual, after } : { name }] })
    expect(change(spec, USUAL)).toMatchObject({ inputs: [isShown ? { name, before: after, after: usual } : { name }] })
  })

  it('is in the order, and a host gives it back as it is', () => {
    const release = aRelease({ name: nameOf(spec), spec })
    const documented = releaseDocument({ service: SERVICE, release, login: undefined, vpc: [], runUrl: '' })
    expect(documented.spec).toMatchObject({ [name]: value })
    expect(documented.docker[name]).toEqual(told)
    expect(readDocument(JSON.parse(JSON.stringify(documented)))?.spec).toEqual(spec)
  })

  it('is taken along by a promotion, and refused beside one', () => {
    const staging = { ...SERVICE, environment: 'staging' }
    expect(carryOver(spec, { from: staging, to: SERVICE, given: aSpec() }).spec).toMatchObject({ [name]: value })
    expect(() => read({ command: 'promote', 'promote-from': 'staging', port: '', [name]: text })).toThrow(
      `${name}: only valid with command deploy, preview or plan; a promoted release brings its own`,
    )
  })
})

describe('the same options written otherwise', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['labels in another order', { labels: 'a=1\nb=2' }, { labels: 'b=2\na=1' }],
    ['a signal by its short name', { 'stop-signal': 'quit' }, { 'stop-signal': 'SIGQUIT' }],
    ['capabilities', { 'cap-add': 'cap_sys_time' }, { 'cap-add': 'SYS_TIME' }],
    ['a limit', { ulimits: 'nproc=5' }, { ulimits: 'nproc=5:5' }],
    ['a device', { devices: '/dev/null:rwm' }, { devices: '/dev/null:/dev/null' }],
    ['an entrypoint', { entrypoint: '["/bin/sh", "-x"]' }, { entrypoint: '/bin/sh\n-x' }],
    ['a default', {}, { init: 'TRUE', 'stop-grace-period': '10000ms' }],
  ])('%s', (_, one, other) => {
    expect(nameOf(specOf(one))).toBe(nameOf(specOf(other)))
  })

  it('but not arguments', () => {
    expect(nameOf(specOf({ entrypoint: 'a\nb\nc' }))).not.toBe(nameOf(specOf({ entrypoint: 'a\nc\nb' })))
  })
})

describe('is refused before the first call', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a time without a unit', { 'stop-grace-period': '25' }, 'stop-grace-period: got "25"; expected a duration from 0s to 1h'],
    ['a user below zero', { user: '-1' }, 'user: got "-1"; expected a user or uid'],
    ['an id that Docker does not accept', { user: 'app:2147483648' }, 'user: got "app:2147483648"'],
    ['a volume at a path of two lines', { volumes: 'd:/a\u2028b' }, 'volumes: line 1 is "d:/a\u2028b"'],
    ['a volume at a path with a tab', { volumes: '/srv/a\tb:/a' }, 'volumes: line 1 is "/srv/a\\tb:/a"'],
    ['a device that is a file', { devices: '/etc/passwd' }, 'devices: line 1 is "/etc/passwd"'],
    ['all devices', { devices: '/dev' }, 'devices: line 1 is "/dev"'],
    [
      'a falling range of codes',
      { 'health-codes': '200,399-300' },
      'health-codes: got "200,399-300"; expected status codes and rising ranges',
    ],
    ['a host with an empty label', { 'health-host': 'a..example.com' }, 'health-host: got "a..example.com"; expected a host name'],
    ['a host with a label too long', { 'health-host': `${'a'.repeat(64)}.com:8080` }, 'health-host: got'],
    ['a signal that is none', { 'stop-signal': 'SIGFOO' }, 'stop-signal: got "SIGFOO"; expected a signal'],
    ['a signal of too high a number', { 'stop-signal': '65' }, 'stop-signal: got "65"'],
    ['an init that is neither', { init: 'yes' }, 'init: got "yes"; expected true or false'],
    ['a bad size', { 'shm-size': '64' }, 'shm-size: got "64"; expected a size from 1m to 1048576g'],
    ['a size of next to nothing', { 'shm-size': '1k' }, 'shm-size: got "1k"'],
    ['a soft limit above the hard one', { ulimits: 'nofile=2:1' }, '"nofile=2:1"'],
    ['no soft limit with a hard one', { ulimits: 'nofile=-1:5' }, '"nofile=-1:5"'],
    ['an unknown limit', { ulimits: 'files=5' }, '"files=5"'],
    ['a limit twice', { ulimits: 'nofile=5\nnofile=6' }, 'ulimits: nofile is listed twice'],
    ['an unknown capability', { 'cap-add': 'NET_ADMINS' }, '"NET_ADMINS"'],
    ['a capability that comes and goes', { 'cap-add': 'KILL', 'cap-drop': 'kill' }, 'cap-drop: KILL is in cap-add, too'],
    ['a relative tmpfs', { tmpfs: 'run' }, '"run"'],
    ['the root as tmpfs', { tmpfs: '/' }, '"/"'],
    ['an unknown option of tmpfs', { tmpfs: '/run:big' }, '"/run:big"'],
    ['a tmpfs that is a volume', { tmpfs: '/data/:size=1m', volumes: 'd:/data' }, 'tmpfs: /data is in volumes, too'],
    ['a tmpfs twice', { tmpfs: '/a\n/a/:size=1m' }, 'tmpfs: /a is listed twice'],
    ['a host without an address', { 'extra-hosts': 'db' }, '"db"'],
    ['a host with a bad address', { 'extra-hosts': 'db=10.0.0.256' }, '"db=10.0.0.256"'],
    ['a host with a bad IPv6 address', { 'extra-hosts': 'db=fd00::1::2' }, '"db=fd00::1::2"'],
    ['a label of ours', { labels: 'docker-to-ec2.service=x' }, 'labels: line 1 is wrong; expected name=value'],
    ['a host name with a space', { hostname: 'my host' }, 'hostname: got "my host"'],
    ['a relative folder', { 'working-dir': 'app' }, 'working-dir: got "app"; expected an absolute path'],
    [
      'an entrypoint for a shell',
      { entrypoint: 'node server.js' },
      'entrypoint: got "node server.js"; expected the program and its arguments',
    ],
    ['an entrypoint that is half a list', { entrypoint: '["node"' }, 'entrypoint: got "[\\"node\\""'],
    ['an entrypoint of numbers', { entrypoint: '[1]' }, 'entrypoint: got "[1]"'],
    ['nothing to run', { entrypoint: '[]' }, 'entrypoint: empty, so args must name the program to run'],
    ['a device that is no path', { devices: 'nvidia.com/gpu=all' }, '"nvidia.com/gpu=all"'],
    ['a device with odd rights', { devices: '/dev/a:/dev/b:x' }, '"/dev/a:/dev/b:x"'],
    ['two devices in one place', { devices: '/dev/a:/dev/c\n/dev/b:/dev/c' }, 'devices: /dev/c is listed twice'],
    ['no GPU', { gpus: '0' }, 'gpus: got "0"; expected all, a number of GPUs'],
    ['a log of nothing', { 'log-max-size': '0k' }, 'log-max-size: got "0k"; expected a size from 1k to 1048576g'],
    ['a log larger than any disk', { 'log-max-size': '99999999g' }, 'log-max-size: got "99999999g"; expected a size from 1k to 1048576g'],
    ['a limit under which nothing starts', { ulimits: 'nofile=0' }, '"nofile=0"'],
    ['a tmpfs in the place of the devices', { tmpfs: '/dev' }, '"/dev"'],
    ["a tmpfs among the kernel's files", { tmpfs: '/proc/x' }, '"/proc/x"'],
    ["a tmpfs in the place of a file of Docker's", { tmpfs: '/etc/hosts' }, '"/etc/hosts"'],
    ['a tmpfs of a path that may mean another', { tmpfs: '/a//b' }, '"/a//b"'],
    ['an owner that is no number', { tmpfs: '/run:uid=10k' }, '"/run:uid=10k"'],
    ['an option of tmpfs in capitals', { tmpfs: '/run:SIZE=5m' }, '"/run:SIZE=5m"'],
    ['an address that might be octal', { 'extra-hosts': 'db=010.0.0.1' }, '"db=010.0.0.1"'],
    ["a device among the kernel's files", { devices: '/dev/null:/proc/x' }, '"/dev/null:/proc/x"'],
    ['a volume of a relative folder', { volumes: './data:/data' }, '"./data:/data"'],
    ['a volume by a name that Docker does not take', { volumes: 'my+data:/data' }, '"my+data:/data"'],
    ['a volume in the place of the root', { volumes: 'data:/' }, '"data:/"'],
    ['a volume at a path that may mean another', { volumes: 'data:/data/../etc' }, '"data:/data/../etc"'],
    ['a volume with an unknown option', { volumes: 'data:/data:read-only' }, '"data:/data:read-only"'],
    ['a named volume with an option of folders', { volumes: 'data:/data:rslave' }, '"data:/data:rslave"'],
    ['a folder with an option of named volumes', { volumes: '/srv:/data:nocopy' }, '"/srv:/data:nocopy"'],
    ['two volumes in one place', { volumes: 'a:/data\nb:/data/' }, 'volumes: /data is listed twice'],
    ['no file for the log', { 'log-max-file': '0' }, 'log-max-file: got "0"'],
  ])('%s', (_, inputs, words) => {
    expect(() => read(inputs)).toThrow(words)
  })
})

it.each([
  { tmpfs: '/dev/shm:size=50%,mode=1777,uid=1000', ulimits: 'core=0\nfsize=0', devices: '/dev/null:/dev/null:m' },
  { volumes: 'my.data_1:/my data\n/:/host:ro,rslave\n/srv/a b:/b:rw,z', 'extra-hosts': 'a=0.0.0.0\nb=10.200.30.100' },
])('%j is taken', (inputs) => {
  expect(() => read(inputs)).not.toThrow()
})

it('an entrypoint can be left out if there are arguments', () => {
  expect(specOf({ entrypoint: '[]', args: '/bin/true' }).entrypoint).toEqual([])
})
