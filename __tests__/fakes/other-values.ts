import { SPEC } from '../../src/domain/release/spec.ts'
import type { SettingName, Specification } from '../../src/domain/release/spec.ts'
import { OPTION_ROWS } from './option-rows.ts'

/** A value of each setting that is neither its default nor that of `aSpec()`, as a step would have it. Options of a container are in their own file. */
export const OTHER_TEXTS: Readonly<Partial<Record<SettingName, string>>> = {
  ...{ migration: 'true', port: '9090', args: 'node\nother.js', env: 'COLOR=blue', secrets: 'TOKEN=ssm:/web/token' },
  ...{ volumes: 'data:/data', memory: '512m', cpus: '0.5', user: '1000' },
  ...{ 'health-path': '/up', 'health-codes': '204', 'health-host': 'shop.example.com', 'health-timeout': '90s', 'health-interval': '3s' },
  ...{ 'settle-time': '20s', 'stop-first': 'true' },
  ...{ 'http-port': '8000', domains: 'shop.example.com', 'path-prefix': '/shop', 'strip-path-prefix': 'true', upstream: 'h2c' },
  ...{ 'trusted-proxies': '192.0.2.0/24', 'external-proxy': 'true', 'canary-header': 'x-canary', 'preview-sleep': '1h' },
  ...{ 'asset-path': '/assets', 'asset-files': '/app/assets' },
  ...{ 'basic-auth': 'ssm:/web/door', 'allow-from': '192.0.2.7', maintenance: 'true', 'maintenance-page': '<h1>Back soon</h1>' },
  ...{ 'error-pages': '502=<h1>Oops</h1>', 'request-timeout': '60s', 'max-body': '10m', 'access-log': 'true' },
  ...{ tls: 'acme', 'https-port': '8443', 'https-redirect': 'false', hsts: '1h', 'redirect-domains': 'www.shop.example.com' },
  ...{ 'acme-directory': 'https://acme.example.com/directory', 'acme-email': 'ops@example.com' },
  ...{ 'acme-account': 'ssm:/web/account', 'acme-challenge': 'dns' },
  ...{ 'release-command': 'npm\nrun\nmigrate', 'release-command-timeout': '10m' },
  ...Object.fromEntries(OPTION_ROWS.map(({ name, text }) => [name, text])),
}

/** The specification with another value of one setting. Throws for a setting without one. */
export function withOther(spec: Specification, name: SettingName): Specification {
  const text = OTHER_TEXTS[name]
  if (text === undefined) throw new Error(`No other value of ${name} is known: add one.`)
  return { ...spec, [name]: SPEC[name].parse(text) }
}
