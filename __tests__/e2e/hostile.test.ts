import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { stringify } from 'yaml'
import { must } from '../../local/machine/exec.ts'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched, until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'

/** A file that exists as soon as a text was taken for shell anywhere. */
const OWNED = `/tmp/owned-${randomBytes(6).toString('hex')}`
const SHELL = `"double" 'single' $(touch ${OWNED}) \`touch ${OWNED}\` \${HOME} \\n %0A%25 && touch ${OWNED}`
const TEXT = `${SHELL} ::error::text {{ ssm:text }} <b>bold</b> | ünïcödé 漢字 🚀`
const MARKDOWN = `<img src=x onerror=alert(1)> [link](javascript:alert(1)) **bold** | cell | @team #1`

/** What a log must not carry to the runner: commands of both kinds, and those that a carriage return brings to the start of a line. */
const COMMANDS = [
  '::set-output name=outcome::stolen',
  '::add-mask::stolen',
  '  ::save-state name=command::stolen',
  '::stop-commands::stolen',
  '##[command]stolen',
  'text ##[add-mask]stolen',
  'text\r::error::stolen',
]

let bed: Bed
let github: GitHub
let first: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  await must('git', '-C', bed.workspace, 'init', '--quiet')
  github = await startGitHub(bed.workspace, 'the-token')
  atEnd(() => github.stop())
  first = ended(await act(await commit('Ada', 'Begin')), 'deployed')
  host = await bed.hostOf(first)
})
beforeEach(served)

async function commit(author: string, title: string): Promise<string> {
  const git = ['git', '-C', bed.workspace, '-c', `user.name=${author}`, '-c', 'user.email=ada@example.com']
  await must(...git, 'add', '--all')
  await must(...git, 'commit', '--quiet', '--allow-empty', '--message', title)
  return must(...git, 'rev-parse', 'HEAD')
}

const act = (sha: string, inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) =>
  bed.act({ 'github-token': 'the-token', ...inputs }, { sha, env: { GITHUB_API_URL: github.url, ...env } })

/** The commands to the runner in a run's output, as the runner finds them. */
function commandsOf(run: ActionRun): string[] {
  const lines = `${run.stdout}\n${run.stderr}\n${run.post?.stdout}`.split(/\r\n|\r|\n/)
  const found = lines.flatMap((line) => /^\s*::([a-z-]+)/.exec(line)?.[1] ?? /##\[([a-z-]+)/.exec(line)?.[1] ?? [])
  return [...new Set(found)].toSorted()
}

async function expectNothingOwned(): Promise<void> {
  expect(existsSync(OWNED)).toBe(false)
  expect((await host.exec(['ls', OWNED])).code).toBe(2)
}

describe('text from outside', () => {
  it('arrives unchanged, and is never run by a shell', async () => {
    const sha = await commit('Ada', 'Add hostile things')
    const run = ended(
      await act(
        sha,
        {
          env: `TEXT=${TEXT}\nSTART=::error::start`,
          args: ['node', 'server.js', TEXT, '--privileged', `; touch ${OWNED}`].join('\n'),
          'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=${SHELL}`,
          'health-path': `/version?$(touch\${IFS}${OWNED})"'\`id\`<b>{{x}}`,
        },
        { GITHUB_ACTOR: TEXT, GITHUB_REF_NAME: SHELL, GITHUB_HEAD_REF: SHELL, GITHUB_WORKFLOW: TEXT },
      ),
      'deployed',
    )
    const url = run.outputs['url'] ?? ''
    expect(await visit(url, '/env?name=TEXT')).toBe(TEXT)
    expect(await visit(url, '/env?name=START')).toBe('::error::start')
    expect(await visit(url)).toBe(SHELL)
    const args = await host.exec(['docker', 'inspect', '--format', '{{json .Args}}', `web.production.${run.outputs['release']}`])
    expect(JSON.parse(args.stdout)).toEqual(['server.js', TEXT, '--privileged', `; touch ${OWNED}`])
    const record = await bed.cloud.observe('ssm', 'GetParameter', { Name: '/docker-to-ec2/web/production/release' })
    expect(JSON.parse((record['Parameter'] as { Value: string }).Value)).toMatchObject({ actor: TEXT })
    expect(commandsOf(run)).toEqual(['add-mask', 'endgroup', 'group'])
    const status = ended(await act(sha, { command: 'status' }), 'reported')
    expect(status.summary).not.toContain('<b>')
    await expectNothingOwned()
  })

  it('in the configuration file can have any name that Docker accepts, and several lines', async () => {
    const env = {
      'spring.datasource.url': 'jdbc:x?a=b#c',
      'ConnectionStrings:Main': ' padded ',
      [`#$(touch ${OWNED}) it's "named" [so]`]: TEXT,
      KEY: '-----BEGIN-----\nMIIB+A==\n\n# no comment\n-----END-----\n',
      EMPTY: '',
    }
    const args = ['node', 'server.js', '#general', ' padded ', '', 'two\nlines']
    await mkdir(join(bed.workspace, '.github'), { recursive: true })
    await writeFile(join(bed.workspace, '.github', 'docker-to-ec2.yml'), stringify({ env, args }))
    const run = ended(await act(await commit('Ada', 'Configure'), { config: '' }), 'deployed')
    const inspect = async (what: string) =>
      JSON.parse(
        (await host.exec(['docker', 'inspect', '--format', `{{json ${what}}}`, `web.production.${run.outputs['release']}`])).stdout,
      )
    expect(await inspect('.Config.Env')).toEqual(expect.arrayContaining(Object.entries(env).map(([name, value]) => `${name}=${value}`)))
    expect(await inspect('.Args')).toEqual(args.slice(1))
    await expectNothingOwned()
  })

  it('in a commit is shown in the summary without formatting', async () => {
    const run = ended(await act(await commit(MARKDOWN, MARKDOWN)), 'deployed')
    const [line = ''] = run.summary.split('\n').filter((text) => text.includes('onerror'))
    expect(line).toMatch(/^- \[<code>/)
    expect(run.summary).not.toMatch(/<img|\]\(javascript:|\*\*bold|@team|\| cell/)
  })

  it('in the output of a build is not a workflow command', async () => {
    const print = `console.log(${JSON.stringify(COMMANDS.join('\n'))})`
    await appendFile(join(bed.workspace, 'Dockerfile'), `RUN ${JSON.stringify(['node', '-e', print])}\n`)
    const run = ended(await act(await commit('Ada', 'Print commands')), 'deployed')
    expect(run.stdout).toContain('stolen')
    expect(commandsOf(run)).toEqual(['add-mask', 'endgroup', 'group'])
    expect(run.masks).toEqual(first.masks)
  })

  it('in the log and the answers of a container is shown only as evidence', async () => {
    const body = `\`\`\`\`\n</details>\n# heading\n${MARKDOWN}\n::error::stolen\n\`\`\``
    const print = `console.log(${JSON.stringify([...COMMANDS, MARKDOWN].join('\n'))})`
    const answer = `require('http').createServer((_, r) => r.writeHead(500).end(${JSON.stringify(body)})).listen(8080)`
    const inputs = { args: `node\n-e\n${print}; ${answer}`, 'health-timeout': await stretched(4) }
    const run = ended(await act(await commit('Ada', 'Fail'), inputs), 'failed', 'health-status')
    expect(run.stdout).toContain('stolen')
    expect(commandsOf(run)).toEqual(['add-mask', 'endgroup', 'error', 'group'])
    expect(run.annotations).toHaveLength(1)
    expect(run.masks).toEqual(first.masks)
    expect(run.state['command']).not.toBe('stolen')
    const fence = '`'.repeat(5)
    expect(run.summary).toContain(`${fence}text\n${body}\n${fence}`)
    expect(run.summary.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '')).not.toMatch(/stolen|onerror/)
  })

  it('in the log of the live release is shown by logs line by line, with what Docker knows of its end, and not to everybody', async () => {
    const lines = [...COMMANDS, MARKDOWN, '````', '\u001B[31mred\u001B[0m\u202Eder', 'x'.repeat(50_000)]
    const print = `process.stdout.write(${JSON.stringify(`${lines.join('\n')}\nhalf`)})`
    const serve = `require('http').createServer((_, r) => r.end()).listen(8080)`
    const sha = await commit('Ada', 'Log')
    const live = ended(await act(sha, { args: `node\n-e\n${print}; ${serve}` }), 'deployed')
    const name = `web.production.${live.outputs['release']}`
    expect((await host.exec(['sh', '-c', `kill -9 $(docker inspect --format '{{.State.Pid}}' ${name})`])).code).toBe(0)
    const life = async () => (await host.exec(['docker', 'inspect', '--format', '{{.RestartCount}} {{.State.Running}}', name])).stdout
    await until('the restart', async () => (await life()).trim() === '1 true')
    // What has no line end yet, Docker tells when the container ends.
    const both = async () => (await host.exec(['docker', 'logs', name])).stdout.match(/x{100}\n/g)?.length === 2
    await until('what it logs', both)

    const event = join(bed.workspace, '.git', 'event.json')
    await writeFile(event, JSON.stringify({ repository: { private: false, visibility: 'public' } }))
    const refused = ended(await act(sha, { command: 'logs', port: '' }, { GITHUB_EVENT_PATH: event }), 'refused', 'refused')
    expect(refused.annotations[0]?.message).toContain('allow-public-logs: true')
    expect(refused.stdout).not.toContain('stolen')

    const from = (await bed.cloud.calls()).length
    const run = ended(await act(sha, { command: 'logs', port: '', 'allow-public-logs': 'true' }, { GITHUB_EVENT_PATH: event }), 'reported')
    expect(commandsOf(run)).toEqual(['endgroup', 'group'])
    expect(run.annotations).toEqual([])
    expect(run.masks).toEqual([])
    expect(run.stdout).toMatch(
      /::group::i-\S+\n--- live \S+: running since .*, Docker restarted it once, last after it ended at .* with exit code 137 ---\n/,
    )
    for (const text of [run.stdout, run.summary]) {
      expect(text.match(/^\S+Z red\uFFFDder$/gm)).toHaveLength(2)
      expect(text.match(/^\S+Z x{2000}… \(48000 more characters\)$/gm)).toHaveLength(2)
      expect(text.match(/^\S+Z half$/gm)).toHaveLength(1)
    }
    expect(run.summary.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '')).not.toMatch(/stolen|onerror/)
    expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('PutParameter')
  })

  it.each([
    ['a command', `$(touch ${OWNED})`],
    ['an option', '--upload-pack=touch'],
    ['a path', '../../../etc/passwd'],
    ['two lines', `${'a'.repeat(40)}\n::error::stolen`],
    ['a name', 'main'],
    ['nothing', ''],
  ])('%s as a commit is refused before any request', async (_, sha) => {
    const from = (await bed.cloud.calls()).length
    const run = ended(await act(sha), 'refused', 'inputs')
    expect(run.annotations).toHaveLength(1)
    expect(run.annotations[0]?.message).toContain('GITHUB_SHA: got')
    expect(await bed.calls(from)).toEqual([])
    await expectNothingOwned()
  })
})
