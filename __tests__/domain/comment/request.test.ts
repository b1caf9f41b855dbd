import { describe, expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import { readRequest, requestText, WORDS } from '../../../src/domain/comment/request.ts'
import { fc } from '../../fakes/properties.ts'

const ENVIRONMENTS = ['production', 'staging', '1-0-0']
const read = (body: string) => readRequest(body, ENVIRONMENTS)

describe('a command', () => {
  it.each([
    ['.plan', 'plan', 'production'],
    ['.plan staging', 'plan', 'staging'],
    ['.deploy', 'deploy', 'production'],
    ['.deploy staging', 'deploy', 'staging'],
    ['.deploy   staging  \r\n\n', 'deploy', 'staging'],
    ['.rollback', 'rollback', 'production'],
    ['.rollback staging', 'rollback', 'staging'],
    ['.unfreeze staging', 'unfreeze', 'staging'],
    ['.help', 'help', 'production'],
  ])('%j', (body, word, environment) => {
    expect(read(body)).toEqual({ kind: 'request', word, environment, target: undefined, reason: '' })
  })

  it.each([
    ['.rollback 1.4.0', 'production', { version: '1.4.0' }],
    ['.rollback v1.4.0', 'production', { version: '1.4.0' }],
    ['.rollback staging v1.4.0', 'staging', { version: '1.4.0' }],
    ['.rollback staging 3f2a9c1d-b04e77aa', 'staging', { release: '3f2a9c1d-b04e77aa' }],
    [`.rollback ${'a'.repeat(40)}`, 'production', { version: 'a'.repeat(40) }],
    ['.rollback 1-0-0', '1-0-0', undefined],
  ])('%j goes back to a release', (body, environment, target) => {
    expect(read(body)).toMatchObject({ kind: 'request', word: 'rollback', environment, target })
  })

  it('takes the rest of a freeze as its reason, as it is', () => {
    const reason = '❄\uFE0F the sale: $(id) `id` ${{ secrets.TOKEN }} "; rm -rf / #'
    expect(read(`.freeze staging ${reason}`)).toMatchObject({ word: 'freeze', environment: 'staging', reason })
  })
})

describe('silence about', () => {
  it.each([
    'deploy',
    ' .deploy',
    '\n.deploy',
    '.Deploy',
    '.DEPLOY production',
    '.deployment is broken',
    '.deploy.production',
    '.deploy/production',
    '.deploy;id',
    '..deploy',
    '. deploy',
    '/deploy',
    '> .deploy production',
    '```\n.deploy production\n```',
    '`.deploy production`',
    '<!-- -->.deploy',
    'Please .deploy production',
    'Hello\n.deploy production',
    '\uFEFF.deploy',
    '\u200B.deploy',
    '.deploy\u200B production',
    '.deploy\u00A0production',
    '.deploy\tproduction',
    '.d\u0435ploy production',
    '\uFF0Edeploy',
    '.constructor',
    '.toString',
    '',
  ])('%j', (body) => {
    expect(read(body)).toEqual({ kind: 'none' })
  })
})

describe('a refusal of', () => {
  it.each([
    ['.deploy prod', 'the environment "prod" is unknown'],
    ['.deploy Production', 'the environment "Production" is unknown'],
    ['.deploy is broken again', 'the environment "is" is unknown'],
    ['.deploy production staging', '.deploy does not take "staging"'],
    ['.deploy production --force', '.deploy does not take "--force"'],
    ['.deploy staging\n.deploy production', 'more than one line'],
    ['.deploy production\n\nThanks!', 'more than one line'],
    ['.deploy prod\u202Euction', 'invisible characters'],
    ['.deploy production\u2028.freeze', 'invisible characters'],
    ['.freeze staging \u3164', 'invisible characters'],
    ['.freeze staging the\u2800sale', 'invisible characters'],
    ['.freeze staging sale\u{E0101}\u{E0102}', 'invisible characters'],
    ['.deploy $(id)', 'the environment "$(id)" is unknown'],
    ['.deploy ../staging', 'the environment "../staging" is unknown'],
    ['.deploy __proto__', 'the environment "__proto__" is unknown'],
    ['.rollback nonsense', 'neither an environment, nor a version'],
    ['.rollback staging latest', 'neither an environment, nor a version'],
    ['.rollback staging 1.0.0 now', '.rollback does not take "1.0.0 now"'],
    ['.freeze', 'a freeze needs a reason'],
    ['.freeze staging', 'a freeze needs a reason'],
    ['.freeze incident ongoing', 'the environment "incident" is unknown'],
    [`.freeze staging ${'x'.repeat(201)}`, 'more than 200 characters'],
    ['.help me', '.help takes no words'],
  ])('%j', (body, reason) => {
    const refused = read(body)
    expect(refused).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(reason) })
    expect(refused).toMatchObject({ hint: expect.stringContaining('Environments: production, staging, 1-0-0.') })
  })
})

/** Comments that are close to commands. */
const part = fc.oneof(
  fc.constantFrom(
    ...WORDS,
    ...ENVIRONMENTS,
    '.',
    ' ',
    '\n',
    '\r\n',
    '`',
    '```',
    '> ',
    '$(id)',
    '${{ x }}',
    '1.4.0',
    '--',
    '"',
    "'",
    '\u202E',
    '\u3164',
    '\uFE0F',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const hostile = fc.oneof(
  fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...WORDS), fc.array(part, { maxLength: 8 })).map(([word, parts]) => `.${word} ${parts.join(' ')}`),
)

describe('any comment', () => {
  it('gives only values of closed lists and strict forms', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        const found = read(body)
        if (found.kind === 'none') return
        expect(WORDS.some((word) => body.startsWith(`.${word}`))).toBe(true)
        if (found.kind === 'refuse') return
        const { word, environment, target, reason } = found
        expect(WORDS).toContain(word)
        expect(ENVIRONMENTS).toContain(environment)
        expect(body.trimEnd()).not.toMatch(/[\n\r\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        if (target !== undefined) expect(word).toBe('rollback')
        if (target !== undefined && 'version' in target) expect(INPUTS.version.parse(target.version)).toBe(target.version)
        if (target !== undefined && 'release' in target) expect(INPUTS.release.parse(target.release)).toBe(target.release)
        if (word === 'freeze') expect(INPUTS.reason.parse(reason)).toBe(reason)
        else expect(reason).toBe('')
      }),
      { numRuns: 3000 },
    )
  })

  it('means the same when it is written as the action has understood it', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        const found = read(body)
        if (found.kind === 'request') expect(read(requestText(found))).toEqual(found)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([' ', '\n', '.', '. ', '\r\n'])('of GitHub\u2019s longest size is read at once, filled with %j', (filling) => {
    const before = process.cpuUsage()
    read(`.deploy ${filling.repeat(65_000 / filling.length)}x`)
    read(`.freeze staging ${filling.repeat(65_000 / filling.length)}x`)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(500)
  })
})
