import { EXPLANATIONS } from './cause.ts'
import type { Cause } from './cause.ts'
import { sentence } from './findings.ts'
import type { Finding } from './findings.ts'

interface CauseFacts {
  readonly cause: Cause
  /** Of the release; missing if the run does not know it. */
  readonly port: number | 'none' | undefined
  readonly exitCode: number | undefined
  readonly healthCode: number | undefined
  readonly healthPath: string
  readonly ports: readonly number[]
  readonly detail: string
  readonly findings: readonly Finding[]
  readonly evidence?: { readonly logs: string }
}

/** One sentence with the cause and its facts, and one with the next step. */
export function explainCause(facts: CauseFacts): { readonly sentence: string; readonly hint: string } {
  const { summary, hint } = EXPLANATIONS[facts.cause]
  const fact = specifics(facts)
  const sentence = fact === '' ? summary : SAYS_IT_ALL.has(facts.cause) ? fact : `${summary}: ${fact}`
  return { sentence, hint: hintOf(facts) ?? hint }
}

/** Causes whose fact is a sentence that says the same as their summary, and more. */
const SAYS_IT_ALL: ReadonlySet<Cause> = new Set<Cause>([
  'canary-inconclusive',
  'health-no-response',
  'lock-held',
  'port-loopback',
  'port-not-listening',
  'proxy-port-taken',
  'release-not-found',
  'secret-denied',
  'secret-missing',
  'wrong-platform',
])

/** The next step, if the facts allow a better one than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings, port, ports, evidence }: CauseFacts): string | undefined {
  switch (cause) {
    case 'exited':
      return hintOfWords(evidence?.logs ?? '') ?? hintOfExit(exitCode, evidence?.logs)
    case 'docker-failed':
    case 'start-failed':
      return hintOfWords(detail)
    case 'health-status':
      return hintOfStatus(healthCode)
    case 'health-protocol':
      return hintOfProtocol(detail)
    case 'port-not-listening':
      return hintOfPorts(port, ports)
    case 'canary-errors':
      return detail.includes('canary-max-error-rate') ? undefined : "Read the canary's log below: it fails where the live release does not."
    case 'canary-slow':
      return detail.includes('canary-max-latency') ? undefined : 'Compare the two releases under load: only the new one is this slow.'
    case 'release-not-found':
      return hintOfRelease(detail)
    case 'host-unfit':
      return (
        fatal(findings)
          .map(({ hint }) => sentence(hint))
          .join(' ') || undefined
      )
    default:
      return undefined
  }
}

function fatal(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.fatal)
}

/** Why the kernel did not run the image's command, as runc and tini report it in Docker's message or in the container's log, or other words of Docker. */
const WORDS: readonly (readonly [words: RegExp, hint: string])[] = [
  [/\bexec: ".*: stat .*: no such file/, 'The image has no such file. Check ENTRYPOINT and CMD in the Dockerfile, and the input args.'],
  [
    /^(\[FATAL tini \(\d+\)\] )?exec \S+(:| failed:) no such file/im,
    'If the image has this file, its first line names a program that the image lacks, or ends as on Windows (CRLF): `*.sh text eol=lf` in .gitattributes prevents that.',
  ],
  [
    /\bexec .*exec format error/i,
    'It is built for another platform than the image, or it is a script without a first line such as #!/bin/sh.',
  ],
  [
    /No chain\/target\/match by that name/,
    "Somebody removed Docker's rules of the packet filter. Restart Docker on the host, which makes them again: systemctl restart docker. With live-restore, no container stops.",
  ],
  [/\bexec\b.*: permission denied/i, 'Make it executable before it is copied into the image: git update-index --chmod=+x FILE.'],
]

function hintOfWords(words: string): string | undefined {
  return WORDS.find(([pattern]) => pattern.test(words))?.[1]
}

/** `logs`: its last lines, if they are known. */
function hintOfExit(code: number | undefined, logs: string | undefined): string | undefined {
  if (code === 0) return 'Its command must stay in the foreground. Check CMD in the Dockerfile, and the input args.'
  if (code === 137) return 'Something killed it, usually because memory ran out. Raise the input memory, or use a larger instance-type.'
  if (logs?.trim() === '') return 'It wrote nothing to its log. Run the image locally with the same variables, to see why it ends.'
  return undefined
}

function hintOfPorts(port: CauseFacts['port'], ports: readonly number[]): string | undefined {
  const [only, ...others] = ports
  if (typeof port !== 'number' || ports.includes(port)) return undefined
  if (only === undefined)
    return `Raise health-timeout if the application starts slowly. If it has started, its last log lines may say why it does not listen on port ${port}.`
  return others.length > 0 ? undefined : `Set port: ${only}, or let the application listen on ${port}.`
}

/** The host lists the releases that it has, among them the live one. */
function hintOfRelease(detail: string): string | undefined {
  if (!detail.startsWith('no release was verified before')) return undefined
  const [, known = ''] = detail.split('there are: ')
  return known.includes(' ')
    ? 'Name one of these in the input release, or deploy another commit.'
    : 'There is nothing to return to: deploy another commit, such as a revert of this one.'
}

function hintOfStatus(code: number): string | undefined {
  if (code >= 300 && code < 400)
    return 'Set health-path to a page that does not redirect, or add redirects to health-codes. If the application forces HTTPS, let it exempt the health page or trust the header X-Forwarded-Proto.'
  if (code === 400 || code === 403 || code === 421)
    return 'If the application checks the Host header, set health-host to one of its own names. Or set health-path to a page that anyone may read.'
  if (code === 401) return 'Set health-path to a page that needs no login, or add 401 to health-codes.'
  if (code === 404) return 'Set health-path to a page that the application has, such as /health.'
  if (code >= 500)
    return 'The application fails. Look in its log below for a missing variable, secret or database. If only this page fails, set health-path to another one.'
  return undefined
}

/** The host reports which protocol the port uses. */
function hintOfProtocol(detail: string): string | undefined {
  if (detail.includes('speaks HTTP/2 without TLS')) return 'Set upstream: h2c, which gRPC needs.'
  if (detail.includes('speaks plain HTTP/1.1')) return 'Leave the input upstream at http.'
  return undefined
}

function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }: CauseFacts): string {
  switch (cause) {
    case 'exited':
      return `exit code ${exitCode ?? 'unknown'}`
    case 'port-not-listening':
      return typeof port !== 'number' || ports.includes(port)
        ? detail
        : `nothing listens on port ${port}${ports.length === 0 ? ', or on any other' : `; the container listens on ${ports.join(', ')}`}`
    case 'health-no-response':
      return detail === '' ? '' : `the application ${detail}`
    case 'host-unfit':
      return (
        fatal(findings)
          .map((finding) => finding.detail)
          .join('; ') || detail
      )
    case 'health-status':
      return `${healthCode ?? 'none'} from ${healthPath}`
    default:
      return detail
  }
}
