import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect } from '@jest/globals'
import { it, untilEnd } from './support/test.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** The parts of the demo, in this order, and what each of them must have shown. */
const SHOWN: readonly (readonly [part: string, claims: readonly string[]])[] = [
  [
    'First deploy',
    ['the outcome is `deployed`', 'that is less than two minutes', 'what the proxy serves is the digest that was asked for'],
  ],
  [
    'A domain over HTTPS',
    ['the outcome is `deployed` at https://hello.example.com', 'with a certificate that its visitors trust', 'HTTP redirects to HTTPS'],
  ],
  ['A release under load', ['no request failed']],
  ['A broken release', ['the step fails, and names its cause', 'https://hello.example.com still serves version']],
  ['as a canary under load', ['the canary was rolled back for its errors', 'fewer than 1% of all requests failed']],
  ['as version 1.0.0, on staging', ['the outcome is `deployed`']],
  ['Pull request 12 is opened', ['http://pr-12.preview.example.com serves version', 'a comment on the pull request has the address']],
  ['Pull request 12 is closed', ['the outcome is `destroyed`, and the address serves nothing']],
  ['promote: production takes version 1.0.0', ['production serves the digest that staging verified']],
  ['metrics:', ['it shows all four metrics', 'it shows that 2 of 6 releases failed']],
  ['destroy: everything', ['nothing is left']],
]

interface Ran {
  readonly code: number | null
  /** Without colours. */
  readonly lines: readonly string[]
}

function demo(): Promise<Ran> {
  const child = spawn(process.execPath, ['local/demo/demo.ts'], { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } })
  untilEnd(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, lines: stripVTControlCharacters(text).split('\n') })
    })
  })
}

it('shows each part in turn, keeps every claim, and writes a readable log', async () => {
  const { code, lines } = await demo()
  expect([code, lines.filter((line) => /\d s {2}✗ /.test(line)), lines.findLast((line) => line !== '')]).toEqual([
    0,
    [],
    expect.stringMatching(/ s {2}every check passed$/),
  ])
  const parts = lines.flatMap((line, at) => (line.includes(' s  ── ') ? [at] : []))
  let from = 0
  for (const [part, claims] of SHOWN) {
    const begin = parts.find((at) => at >= from && lines[at]?.includes(part))
    expect([part, begin]).toEqual([part, expect.any(Number)])
    from = (begin ?? 0) + 1
    const text = lines
      .slice(
        begin,
        parts.find((at) => at >= from),
      )
      .join('\n')
    for (const claim of claims) expect(text).toMatch(new RegExp(`✓ .*${claim.replaceAll(/[.`/]/g, String.raw`\$&`)}`))
  }
  expect(lines.join('\n')).toMatch(
    /deployment-frequency: too few \(4\), lead-time: too few \(4\), change-failure-rate: 0\.33\d*, recovery-time: too few \(\d\)/,
  )
  expect(lines.filter((line) => line.length > 400)).toEqual([])
  // Every commit is known to GitHub, and Docker's output is left out.
  expect(lines.filter((line) => /GitHub did not|github-token/.test(line))).toEqual([])
  expect(lines.filter((line) => line.includes('[internal] load build definition'))).toEqual([])
  const pages = await readdir(join(ROOT, 'build', 'demo'))
  expect(pages).toHaveLength(parts.length + 1)
  expect(await readFile(join(ROOT, 'build', 'demo', '05.html'), 'utf8')).toContain('canary-errors')
})
