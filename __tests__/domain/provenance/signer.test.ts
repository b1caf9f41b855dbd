import { describe, expect, test } from '@jest/globals'
import { issuerOf, otherThan, signerWorkflow } from '../../../src/domain/provenance/signer.ts'
import type { ExpectedSigner, Signer } from '../../../src/domain/provenance/signer.ts'
import { EXPECTED, SIGNER } from '../../fakes/attested.ts'

const judged = (signer: Partial<Signer>, expected: Partial<ExpectedSigner> = {}) =>
  otherThan({ ...SIGNER, ...signer }, { ...EXPECTED, ...expected })
const only = (text: string): Partial<ExpectedSigner> => ({ workflow: signerWorkflow(text)! })
const signedBy = (workflow: string): Partial<Signer> => ({ workflow: `https://github.com/${workflow}` })

describe('is who is expected', () => {
  test.each<[Partial<Signer>, Partial<ExpectedSigner>]>([
    [{}, {}],
    [{}, { repositoryId: '', ownerId: '' }],
    [{}, only('.github/workflows/build.yml')],
    [{}, only('.github/workflows/build.yml@refs/heads/main')],
    [{}, only('acme/web/.github/workflows/build.yml')],
    [signedBy('acme/web/.github/workflows/build.yaml@refs/tags/v1'), only('.github/workflows/build.yaml@refs/tags/v1')],
    [signedBy('acme/builds/.github/workflows/image.yml@refs/tags/v2'), only('acme/builds/.github/workflows/image.yml@refs/tags/v2')],
    [
      signedBy('acme/builds/.github/workflows/image.yml@0123456789012345678901234567890123456789'),
      only('acme/builds/.github/workflows/image.yml'),
    ],
  ])('%j for %j', (signer, expected) => {
    expect(judged(signer, expected)).toBeUndefined()
  })
})

describe('is somebody else', () => {
  test.each<[Partial<Signer>, Partial<ExpectedSigner>, string]>([
    [{ issuer: 'https://accounts.google.com' }, {}, 'a token of https://accounts.google.com'],
    [{ issuer: '' }, {}, 'a token of nobody'],
    [{ repository: 'https://github.com/acme/web2' }, {}, 'a run of https://github.com/acme/web2'],
    [{ repository: '' }, {}, 'a run of nobody'],
    [{ repository: 'https://ghe.example/acme/web' }, {}, 'a run of'],
    [{ repositoryId: '9' }, {}, 'repository number 9'],
    [{ repositoryId: '' }, {}, 'repository number nobody'],
    [{ ownerId: '9' }, {}, 'owner number 9'],
    [signedBy('acme/builds/.github/workflows/image.yml@refs/heads/main'), {}, 'not by a workflow of acme/web'],
    [signedBy('acme/web2/.github/workflows/build.yml@refs/heads/main'), {}, 'not by'],
    [{ workflow: '' }, {}, 'not by'],
    [{ workflow: 'me@example.com' }, {}, 'not by'],
    [{}, only('.github/workflows/other.yml'), 'not by acme/web/.github/workflows/other.yml'],
    [{}, only('.github/workflows/build.yml@refs/heads/release'), '@refs/heads/release'],
    [{}, only('evil/web/.github/workflows/build.yml'), 'not by evil/web'],
    // Names that are chosen to be read as another file.
    [signedBy('acme/web/.github/workflows/build.yml@refs/heads/main.yml@refs/heads/evil'), only('.github/workflows/build.yml'), 'not by'],
    [
      signedBy('acme/web/.github/workflows/build.yml@refs/heads/x@refs/heads/main'),
      only('.github/workflows/build.yml@refs/heads/main'),
      'not by',
    ],
    [signedBy('acme/web/.github/workflows/build.yml.yml@refs/heads/main'), only('.github/workflows/build.yml'), 'not by'],
  ])('%j for %j', (signer, expected, words) => {
    expect(judged(signer, expected)).toContain(words)
  })
})

test.each([
  ['https://github.com', 'https://token.actions.githubusercontent.com'],
  ['https://acme.ghe.com', 'https://token.actions.acme.ghe.com'],
  ['https://github.acme.example', 'https://github.acme.example/_services/token'],
  ['https://github.com.evil.example', 'https://github.com.evil.example/_services/token'],
])('the tokens of %s come from %s', (server, issuer) => {
  expect(issuerOf(server)).toBe(issuer)
})

describe('a workflow', () => {
  test.each([
    ['.github/workflows/build.yml', { repository: '', path: '.github/workflows/build.yml', ref: '' }],
    [
      'acme/builds/.github/workflows/image.yaml@refs/tags/v1.2',
      { repository: 'acme/builds', path: '.github/workflows/image.yaml', ref: 'refs/tags/v1.2' },
    ],
  ])('%s', (text, workflow) => {
    expect(signerWorkflow(text)).toEqual(workflow)
  })

  test.each([
    'build.yml',
    '.github/workflows/',
    '.github/workflows/a/b.yml',
    '.github/workflows/b.yml@main',
    'x/.github/workflows/b.yml',
    'yes',
    '',
  ])('is not %j', (text) => {
    expect(signerWorkflow(text)).toBeUndefined()
  })
})
