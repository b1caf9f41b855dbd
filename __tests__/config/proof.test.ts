import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../fakes/read-config.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'a'.repeat(40), GITHUB_WORKSPACE: '/repo', AWS_REGION: 'us-east-1' }
const DIGEST = `name@sha256:${'a'.repeat(64)}`

function read(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return readConfig({ ...GITHUB, ...env, ...Object.fromEntries(given) }).proof
}
const given = (inputs: Readonly<Record<string, string>>, env = {}) => read({ port: '1', image: DIGEST, ...inputs }, env)

describe('what an image must prove', () => {
  it('is nothing by default', () => {
    expect(read({ port: '1' })).toEqual({ signer: undefined, trustedRoot: undefined, maxSeverity: undefined })
    expect(given({ 'require-attestation': 'false' })).toMatchObject({ signer: undefined })
  })

  it.each([
    ['true', 'any'],
    ['.github/workflows/build.yml', { repository: '', path: '.github/workflows/build.yml', ref: '' }],
    [
      'acme/builds/.github/workflows/image.yml@refs/tags/v1',
      { repository: 'acme/builds', path: '.github/workflows/image.yml', ref: 'refs/tags/v1' },
    ],
  ])('is an attestation by %s', (text, signer) => {
    expect(given({ 'require-attestation': text })).toMatchObject({ signer })
  })

  it('is checked against a root below the workspace, or anywhere else', () => {
    expect(given({ 'require-attestation': 'true', 'trusted-root': '.github/root.json' })).toMatchObject({
      trustedRoot: '/repo/.github/root.json',
    })
    expect(given({ 'require-attestation': 'true', 'trusted-root': '/etc/root.json' })).toMatchObject({ trustedRoot: '/etc/root.json' })
  })

  it('is required of a promotion and its plan, without the input image', () => {
    const promotion = { 'promote-from': 'staging', 'require-attestation': 'true', 'max-severity': 'high' }
    for (const command of ['promote', 'plan']) expect(read({ command, ...promotion })).toMatchObject({ signer: 'any', maxSeverity: 'high' })
  })
})

describe('is refused from the inputs alone', () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'an image that the run builds',
      { port: '1', 'require-attestation': 'true' },
      /require-attestation: an image that this run builds has no attestation yet/,
    ],
    ['the plan of one', { command: 'plan', port: '1', 'require-attestation': 'true' }, /has no attestation yet/],
    [
      'a workflow that is none',
      { port: '1', image: DIGEST, 'require-attestation': 'build.yml' },
      /require-attestation: got "build.yml"; expected true, false, or a workflow/,
    ],
    ['yes', { port: '1', image: DIGEST, 'require-attestation': 'yes' }, /require-attestation: got "yes"/],
    [
      'a root that nothing needs',
      { port: '1', image: DIGEST, 'trusted-root': 'root.json' },
      /trusted-root: has no effect without require-attestation/,
    ],
    ['a severity that is none', { port: '1', 'max-severity': 'low' }, /max-severity: got "low"; expected one of critical, high, medium/],
    ['a command that deploys nothing', { command: 'rollback', 'require-attestation': 'true' }, /require-attestation: only valid with/],
  ])('%s', (_, inputs, words) => {
    expect(() => read(inputs)).toThrow(words)
  })

  it("a server whose workflows Sigstore's public instance signs nothing for", () => {
    const env = { GITHUB_SERVER_URL: 'https://github.acme.example' }
    expect(() => given({ 'require-attestation': 'true' }, env)).toThrow(/trusted-root: missing/)
    expect(given({ 'require-attestation': 'true', 'trusted-root': 'root.json' }, env)).toMatchObject({ signer: 'any' })
  })
})

it('does not take an empty expression as a token', () => {
  const { githubToken } = readConfig({ ...GITHUB, INPUT_PORT: '1', 'INPUT_GITHUB-TOKEN': '' })
  expect(githubToken).toBeUndefined()
})
