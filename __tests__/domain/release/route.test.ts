import { expect, it } from '@jest/globals'
import { isVisited, namesAt, placeOf, portsOf, urlAt } from '../../../src/domain/release/route.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { aSpec } from '../../fakes/samples.ts'

it.each<[string, Partial<Specification>]>([
  ['http://192.0.2.1', {}],
  ['http://192.0.2.1:8080/a', { 'http-port': 8080, 'path-prefix': '/a' }],
  ['http://shop.example.com', { domains: ['shop.example.com', 'b.example.com'] }],
  ['https://shop.example.com', { domains: ['shop.example.com'], tls: 'acme' }],
  ['http://shop.example.com/a', { domains: ['shop.example.com'], 'http-port': 8081, 'path-prefix': '/a', 'external-proxy': true }],
])('%s is where %j answers', (url, changes) => {
  expect(urlAt('192.0.2.1', placeOf(aSpec(changes)))).toBe(url)
})

it('a worker answers nowhere, and opens no port', () => {
  const place = placeOf(aSpec({ port: 'none', domains: ['shop.example.com'] }))
  expect([isVisited(place), urlAt('192.0.2.1', place), namesAt(place), portsOf(place)]).toEqual([false, '', [], []])
})
