import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../fakes/read-config.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), GITHUB_WORKSPACE: '/work' }
const SECURE = { tls: 'acme', domains: 'a.b' }

describe('the route', () => {
  const read = (inputs: Record<string, string>) =>
    readConfig({
      ...GITHUB,
      AWS_REGION: 'us-east-1',
      INPUT_PORT: '1',
      ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
    })

  it.each([
    [{ 'http-port': '8080' }, {}],
    [{ 'https-port': '8443' }, {}],
    [
      { hsts: '180d', 'redirect-domains': 'www.a.b' },
      { hsts: 180 * 86_400, 'redirect-domains': ['www.a.b'] },
    ],
    [{ tls: 'internal', 'http-port': '8080', 'https-port': '8443' }, { tls: 'internal' }],
  ])('is by HTTPS with %j', (inputs, spec) => {
    expect(read({ ...SECURE, ...inputs }).spec).toMatchObject(spec)
  })

  it('is a port alone by default', () => {
    expect(read({}).spec).toMatchObject({
      ...{ 'http-port': 80, domains: [], 'path-prefix': '/', 'strip-path-prefix': false },
      ...{ upstream: 'http', 'trusted-proxies': [] },
    })
  })

  it('is what the inputs say', () => {
    const inputs = {
      ...{
        'http-port': '8000',
        domains: 'shop.example.com, xn--bcher-kva.example, shop.example.com',
        'path-prefix': '/api/v1..x',
        'strip-path-prefix': 'true',
      },
      ...{ upstream: 'h2c', 'trusted-proxies': 'vpc\n203.0.113.0/24 2001:DB8::/32 vpc' },
    }
    expect(read(inputs).spec).toMatchObject({
      ...{ 'http-port': 8000, domains: ['shop.example.com', 'xn--bcher-kva.example'] },
      ...{ 'path-prefix': '/api/v1..x', 'strip-path-prefix': true },
      ...{ upstream: 'h2c', 'trusted-proxies': ['vpc', '203.0.113.0/24', '2001:db8::/32'] },
    })
  })

  it.each([
    [{ domains: 'Shop.example.com' }, 'domains: got'],
    [{ domains: 'shop.*.example.com' }, 'domains: got'],
    [{ domains: 'shop.example.com:80' }, 'domains: got'],
    [{ domains: 'https://shop.example.com' }, 'domains: got'],
    [{ domains: Array.from({ length: 21 }, (_, at) => `n${at}.example.com`).join() }, 'domains: got 21; expected 20 items at most'],
    [{ 'health-path': 'health' }, 'health-path: got'],
    [{ 'health-path': '/100%' }, 'health-path: got'],
    [{ 'health-path': '/#/health' }, 'health-path: got'],
    [{ 'path-prefix': 'api' }, 'path-prefix: got'],
    [{ 'path-prefix': '/api/' }, 'path-prefix: got'],
    [{ 'path-prefix': '//api' }, 'path-prefix: got'],
    [{ 'path-prefix': '/a*' }, 'path-prefix: got'],
    [{ 'path-prefix': '/..' }, 'path-prefix: got'],
    [{ 'path-prefix': '/a/./b' }, 'path-prefix: got'],
    [{ 'path-prefix': '/a/..' }, 'path-prefix: got'],
    [{ 'asset-path': '/assets' }, 'asset-files: missing; set it to the folder in the container with the files of asset-path'],
    [{ 'asset-files': '/app/dist' }, 'asset-path: missing; set it to the URL path of asset-files'],
    [{ 'asset-path': '/', 'asset-files': '/app' }, 'asset-path: got "/"; expected a path such as /assets, without a slash at its end'],
    [{ 'asset-path': '/a/../b', 'asset-files': '/app' }, 'asset-path: got "/a/../b"'],
    [{ 'external-proxy': 'true' }, 'http-port: got 80, but external-proxy leaves this port to the other proxy'],
    [{ 'external-proxy': 'true', 'http-port': '8081', tls: 'acme', domains: 'a.b' }, 'tls: must be off with external-proxy, not acme'],
    [{ tls: 'acme' }, 'domains: missing; tls: acme needs the names for its certificates'],
    [{ 'redirect-domains': 'www.a.b' }, 'domains: missing; redirect-domains redirect to the first of them'],
    [{ domains: 'a.b, b.b', 'redirect-domains': 'c.b b.b' }, 'redirect-domains: b.b is in domains, too'],
    [{ ...SECURE, 'https-port': '80', 'http-port': '8080' }, 'https-port: must not be 80, which is for HTTP only'],
    [{ ...SECURE, 'http-port': '443' }, 'https-port: must differ from the http-port 443'],
    [
      { ...SECURE, 'http-port': '8080', 'https-port': '8443' },
      'https-port: must be 443, or http-port 80: an authority checks one of these ports',
    ],
    [{ hsts: '180d' }, 'hsts: has no effect without HTTPS; set tls, too'],
    [{ 'https-redirect': 'false' }, 'https-redirect: has no effect without HTTPS'],
    [{ domains: 'a.b', tls: 'internal', 'acme-email': 'ops@a.b' }, 'acme-email: has no effect without tls: acme'],
    [{ ...SECURE, 'acme-directory': 'http://ca.a.b/dir' }, 'acme-directory: got "http://ca.a.b/dir"'],
    [{ ...SECURE, 'acme-directory': 'https://<authority>/dir' }, 'acme-directory: got "https://<authority>/dir"'],
    [{ ...SECURE, 'acme-directory': 'https://ca.a.b:70000/dir' }, 'acme-directory: got "https://ca.a.b:70000/dir"'],
    [{ image: 'registry.example.com:70000/web:1' }, 'image: got "registry.example.com:70000/web:1"'],
    [{ image: '10.0.0.256/web' }, 'image: got "10.0.0.256/web"'],
    [{ 'proxy-image': 'registry.example.com:70000/caddy' }, 'proxy-image: got "registry.example.com:70000/caddy"'],
    [{ ...SECURE, hsts: '3y' }, 'hsts: got "3y"; expected a duration from 0s'],
    [{ 'strip-path-prefix': 'true' }, 'strip-path-prefix: has nothing to strip; set path-prefix, too'],
    [{ upstream: 'grpc' }, 'upstream: got "grpc"; expected one of http, h2c, https'],
    [{ 'trusted-proxies': '10.0.0.0' }, 'got "10.0.0.0"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '10.0.0.256/8' }, 'got "10.0.0.256/8"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '010.0.0.0/8' }, 'got "010.0.0.0/8"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '10.0.0.0/33' }, 'got "10.0.0.0/33"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': 'fd00::/129' }, 'got "fd00::/129"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': 'fd00:::/8' }, 'got "fd00:::/8"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '::ffff:1.2.3.4/96' }, 'got "::ffff:1.2.3.4/96"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '0.0.0.0/0' }, 'got "0.0.0.0/0"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': 'vpc, ::/0' }, 'got "::/0"; expected vpc, cloudflare, cloudfront, and CIDRs'],
  ])('%j is wrong', (inputs, words) => {
    expect(() => read(inputs)).toThrow(words)
  })

  it('knows whether the image of the proxy was set', () => {
    expect(read({}).proxyImage.given).toBe(false)
    expect(read({ 'proxy-image': 'caddy:2.11.8' }).proxyImage).toEqual({ reference: 'caddy:2.11.8', given: true })
  })
})
