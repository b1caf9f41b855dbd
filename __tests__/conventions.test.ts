import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it, test } from '@jest/globals'
import { parse } from 'yaml'
import { SUB_ACTIONS } from '../scripts/actions.ts'
import { read } from '../scripts/docs.ts'

const ROOT = new URL('../', import.meta.url).pathname
const yaml = (path: string): never => parse(read(path)) as never
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: ROOT, exclude: ['node_modules', 'build'] })
const folders = (pattern: string): readonly string[] => files(pattern).map((file) => (dirname(file) === '.' ? '/' : `/${dirname(file)}`))

/** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#branding */
const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']

describe('the Marketplace', () => {
  const action: { name: string; description: string; branding: Record<string, string> } = yaml('action.yml')

  it('takes name, description and branding of the action', () => {
    expect(action.name).toMatch(/^\w[\w -]{2,48}\w$/)
    expect(action.description.length).toBeLessThan(125)
    expect(Object.keys(action.branding)).toEqual(['icon', 'color'])
    expect(action.branding['icon']).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(COLORS).toContain(action.branding['color'])
  })

  it.each(Object.keys(SUB_ACTIONS))('would take the description of %s', (command) => {
    const { name, description }: { name: string; description: string } = yaml(`${command}/action.yml`)
    expect(name).toBe(`${action.name}: ${command}`)
    expect(description.length).toBeLessThan(125)
  })
})

describe('the pull request of a release', () => {
  it('starts every workflow of a pull request, because those of a job do not start by themselves', () => {
    const triggers = (file: string) => (yaml(file) as { on: Readonly<Record<string, unknown>> }).on
    const checks = files('.github/workflows/*.yml').filter((file) => 'pull_request' in triggers(file))
    expect(checks.filter((file) => !('workflow_dispatch' in triggers(file)))).toEqual([])
    const [, started = ''] = /for checks in (.*); do gh workflow run "\$checks\.yml"/.exec(read('.github/workflows/release.yml')) ?? []
    expect(started.split(' ').toSorted()).toEqual(checks.map((file) => basename(file, '.yml')).toSorted())
  })
})

describe('Dependabot', () => {
  interface Update {
    readonly 'package-ecosystem': string
    readonly directory?: string
    readonly directories?: readonly string[]
    readonly cooldown?: { readonly 'default-days': number }
  }
  const { updates }: { updates: readonly Update[] } = yaml('.github/dependabot.yml')
  const placesOf = (ecosystem: string): readonly string[] =>
    updates
      .filter((update) => update['package-ecosystem'] === ecosystem)
      .flatMap(({ directory, directories = [] }) => (directory === undefined ? directories : [directory]))

  it.each([
    ['npm', folders('**/package-lock.json')],
    ['pip', folders('**/requirements.txt')],
    ['gomod', folders('**/go.mod')],
    ['docker', folders('**/Dockerfile')],
    ['github-actions', ['/', ...new Set(folders('examples/**/workflows/*.yml'))]],
  ])('looks after %s wherever it is used', (ecosystem, expected) => {
    expect(placesOf(ecosystem).toSorted()).toEqual([...expected].toSorted())
  })

  it('waits a week for what is new, which is when a bad version is found', () => {
    expect(updates.filter(({ cooldown }) => (cooldown?.['default-days'] ?? 0) < 7)).toEqual([])
  })
})

test('CODEOWNERS names an owner of everything, and of paths that are there', () => {
  const lines = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [all, ...others] = lines.map((line) => line.split(/\s+/))
  expect(all).toEqual(['*', expect.stringMatching(/^@\S+$/)])
  expect(others.filter(([path = '', owner]) => files(path.slice(1)).length === 0 || owner === undefined)).toEqual([])
})

test.each(files('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml')))(
  '%s is a form that GitHub takes',
  (file) => {
    interface Part {
      readonly type: string
      readonly id?: string
      readonly attributes: Readonly<Record<string, unknown>>
    }
    const form: { name: string; description: string; body: readonly Part[] } = yaml(file)
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
    const asked = form.body.filter(({ type }) => type !== 'markdown')
    expect(
      asked.every(({ type, attributes }) => ['input', 'textarea', 'dropdown'].includes(type) && typeof attributes['label'] === 'string'),
    ).toBe(true)
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length)
  },
)

test('a report of a bug can be about any command', () => {
  const form: { body: readonly { id?: string; attributes: { options?: readonly string[] } }[] } = yaml('.github/ISSUE_TEMPLATE/bug.yml')
  const options = form.body.find(({ id }) => id === 'command')?.attributes.options ?? []
  expect(options.toSorted()).toEqual(Object.keys(SUB_ACTIONS).toSorted())
})

describe('the release', () => {
  interface Job {
    readonly needs?: string | readonly string[]
    readonly environment?: string
    readonly permissions: Readonly<Record<string, string>>
    readonly steps?: readonly { readonly uses?: string; readonly run?: string }[]
  }
  const { jobs }: { jobs: Readonly<Record<'test' | 'verify' | 'publish' | 'pin', Job>> } = yaml('.github/workflows/release.yml')

  it('is published behind the gate, after every check', () => {
    expect(jobs.publish.environment).toBe('release')
    expect(jobs.publish.needs).toEqual(['test', 'verify'])
    const writers = Object.entries(jobs).filter(([, { permissions }]) => Object.values(permissions).includes('write'))
    expect(writers.map(([name]) => name)).toEqual(['publish', 'pin'])
    expect(jobs.pin.needs).toBe('publish')
  })

  it('names the image of the proxy by a digest that its registry has', () => {
    expect(jobs.verify.steps?.map(({ run }) => run)).toContain('npm run --silent proxy-image -- --check')
    const { scripts }: { scripts: Readonly<Record<string, string>> } = yaml('package.json')
    expect(scripts['proxy-image']).toBe('node scripts/pin-proxy.ts')
  })

  it('signs what is built before it is public', () => {
    const steps = jobs.publish.steps ?? []
    const at = (found: (step: { uses?: string; run?: string }) => boolean | undefined): number => steps.findIndex((step) => found(step))
    const signed = at(({ uses }) => uses?.startsWith('actions/attest@'))
    expect(signed).toBeGreaterThan(0)
    expect(at(({ run }) => run?.startsWith('script/publish-release '))).toBeGreaterThan(signed)
  })

  it('runs nothing of the packages where it may write', () => {
    const scripts = [...(jobs.publish.steps ?? []), ...(jobs.pin.steps ?? [])].map(({ run = '' }) => run).join('\n')
    expect(scripts).not.toMatch(/\bnpm\b|\bnpx\b|script\/setup/)
  })
})
