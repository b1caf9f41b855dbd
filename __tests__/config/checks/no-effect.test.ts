import { expect, it } from '@jest/globals'
import { parseConfig } from '../../../src/config/file/config-file.ts'
import type { InputName } from '../../../src/config/inputs/inputs.ts'
import { FACTS } from '../../../src/config/step/facts.ts'
import { OTHER_TEXTS } from '../../fakes/other-values.ts'
import { readConfig } from '../../fakes/read-config.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), GITHUB_WORKSPACE: '/work' }
const ASSETS = { 'asset-path': '/assets', 'asset-files': '/app/assets' }

it.each([
  [{ 'canary-max-latency': '800ms' }, 'canary-max-latency: has no effect without canary-steps'],
  [{ 'canary-max-latency': '800ms', 'canary-steps': '10%:1m' }, ''],
  [{ 'canary-min-requests': '50' }, ''],
  [{ image: 'nginx:1', 'build-args': 'A=1', dockerfile: 'x' }, 'dockerfile: has no effect with image'],
  [{ image: 'nginx:1', 'build-secrets': 'npm=env:NPM_TOKEN' }, 'build-secrets: has no effect with image'],
  [{ image: 'nginx:1', ssh: 'default' }, 'ssh: has no effect with image'],
  [{ 'basic-auth': 'ada:hunter2' }, 'basic-auth: its value is wrong; expected ssm:/path'],
  [{ 'acme-account': '{"hmac":"hunter2"}', tls: 'acme', domains: 'a.b' }, 'acme-account: its value is wrong; expected ssm:/path'],
  [{ image: 'nginx:1', rebuild: 'true' }, 'rebuild: has no effect with image'],
  [{ image: 'nginx:1', rebuild: 'false' }, ''],
  [{ 'instance-id': 'i-0123456789abcdef0', renew: 'true' }, 'renew: has no effect with instance-id'],
  [{ 'instance-id': 'i-0123456789abcdef0', 'allow-replacement': 'true' }, 'allow-replacement: has no effect with instance-id'],
  [{ 'bake-time': '0s', 'bake-max-errors': '0.5' }, 'bake-max-errors: has no effect with bake-time: 0s'],
  [{ 'bake-time': '14m30s' }, 'bake-time: bake-time and drain-timeout can take 900 s together, but deploy-timeout is 900 s'],
  [{ 'bake-time': '14m29s' }, ''],
  [{ 'bake-time': '20m' }, 'bake-time: bake-time and drain-timeout can take 1230 s together, but deploy-timeout is 900 s'],
  [{ 'bake-time': '20m', 'deploy-timeout': '30m' }, ''],
  [{ 'drain-timeout': '1h' }, 'drain-timeout: bake-time and drain-timeout can take 3610 s together'],
  [{ command: 'restart', 'drain-timeout': '1h' }, 'drain-timeout: bake-time and drain-timeout can take 3610 s together'],
  [{ 'deploy-timeout': '60s' }, ''],
  [{ port: 'none', 'settle-time': '14m50s' }, 'settle-time: settle-time and bake-time take 900 s together, but deploy-timeout is 900 s'],
  [{ port: 'none', 'settle-time': '14m49s' }, ''],
  [{ 'hosted-zone-id': 'none, Z1', domains: 'a.example.com' }, 'hosted-zone-id: got none, Z1; expected either none or ids'],
  [{ ...ASSETS, 'path-prefix': '/shop' }, 'asset-path: got /assets, but only requests for path-prefix /shop reach the service'],
  [{ ...ASSETS, 'path-prefix': '/shop', 'strip-path-prefix': 'true' }, ''],
  [{ ...ASSETS, 'path-prefix': '/assets/v1' }, ''],
  [{ ...ASSETS, 'asset-path': '/shop/assets', 'path-prefix': '/shop' }, ''],
  [{ ...ASSETS, 'asset-path': '/shopping', 'path-prefix': '/shop' }, 'asset-path: got /shopping'],
])('refuses what another input leaves without effect: %j', (inputs, problem) => {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]))
  const read = () =>
    readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', ...('command' in inputs || 'port' in inputs ? {} : { INPUT_PORT: '1' }), ...given })
  if (problem === '') expect(read).not.toThrow()
  else expect(read).toThrow(problem)
})

const at = (inputs: Record<string, string>) =>
  readConfig({
    ...GITHUB,
    AWS_REGION: 'us-east-1',
    ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
  })

/** Of inputs that are no settings of a release. */
const OF_THE_RUN: Readonly<Record<string, string>> = {
  ...{ 'canary-steps': '10%:1m', 'canary-max-error-rate': '0.2', 'canary-max-latency': '1s', 'canary-min-requests': '9' },
  ...{ 'canary-inconclusive': 'hold', 'canary-dry-run': 'true', 'canary-pause-limit': '9s', 'canary-pause-end': 'continue' },
  ...{ 'bake-max-errors': '0.2', 'proxy-image': 'caddy:2.12.0', 'certificate-timeout': '9s', 'dns-timeout': '9s' },
}
const VALUES: Readonly<Record<string, string | undefined>> = { ...OF_THE_RUN, ...OTHER_TEXTS }

it.each(
  Object.entries(FACTS).flatMap(([name, { kind, commands }]) =>
    kind === undefined || !commands.includes('deploy') ? [] : [[name as InputName, kind] as const],
  ),
)('%s is only for a %s', (name, kind) => {
  const text = VALUES[name] ?? ''
  const [own, other] = kind === 'web' ? ['8080', 'none'] : ['none', '8080']
  expect(() => at({ port: other, [name]: text })).toThrow(
    `${name}: has no effect ${kind === 'web' ? 'with port: none, because nobody visits a worker' : 'without port: none'}`,
  )
  expect(() => at({ port: own, [name]: text })).not.toThrow(`${name}: has no effect ${kind === 'web' ? 'with' : 'without'} port`)
})

it('a worker has nothing of what a shared file says about visitors, and what lacks for that is no problem', async () => {
  const file = await parseConfig(
    'production.yml',
    'tls: acme\ndomains: [shop.example.com]\nhttp-port: 8000\ncanary-steps: 10%:1m\nstrip-path-prefix: true\nsettle-time: 30s\n',
  )
  const env = { ...GITHUB, AWS_REGION: 'us-east-1' }
  const worker = readConfig({ ...env, INPUT_PORT: 'none' }, file)
  expect(worker).toMatchObject({ host: { ports: [] } })
  expect(worker.spec).toMatchObject({ port: 'none', tls: 'off', domains: [], 'http-port': 80, 'settle-time': 30 })
  const web = readConfig({ ...env, INPUT_PORT: '8080', 'INPUT_PATH-PREFIX': '/a' }, file)
  expect(web.spec).toMatchObject({ port: 8080, tls: 'acme', domains: ['shop.example.com'], 'settle-time': 5 })
})

it('nobody can visit the preview of a worker', () => {
  const read = () => at({ command: 'plan', port: '' })
  expect(read).toThrow('port: missing; set it to the port that the application listens on, such as 8080, or to none for a worker')
  expect(() => at({ command: 'preview', port: 'none' })).toThrow('port: must not be none with command: preview')
})
