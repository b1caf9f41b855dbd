import { expect, it } from '@jest/globals'
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
  [{ 'hosted-zone-id': 'none, Z1', domains: 'a.example.com' }, 'hosted-zone-id: got none, Z1; expected either none or ids'],
  [{ ...ASSETS, 'path-prefix': '/shop' }, 'asset-path: got /assets, but only requests for path-prefix /shop reach the service'],
  [{ ...ASSETS, 'path-prefix': '/shop', 'strip-path-prefix': 'true' }, ''],
  [{ ...ASSETS, 'path-prefix': '/assets/v1' }, ''],
  [{ ...ASSETS, 'asset-path': '/shop/assets', 'path-prefix': '/shop' }, ''],
  [{ ...ASSETS, 'asset-path': '/shopping', 'path-prefix': '/shop' }, 'asset-path: got /shopping'],
])('refuses what another input leaves without effect: %j', (inputs, problem) => {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]))
  const read = () => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', ...('command' in inputs ? {} : { INPUT_PORT: '1' }), ...given })
  if (problem === '') expect(read).not.toThrow()
  else expect(read).toThrow(problem)
})
