import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { UNSEEN } from '../text.ts'
import { readVersion, RELEASE_NAME } from '../version/version.ts'

/** The words that a comment can start with, after a dot. */
export const WORDS = ['plan', 'deploy', 'rollback', 'freeze', 'unfreeze', 'help'] as const

export type Word = (typeof WORDS)[number]

/** What a comment asks for. Each value is one of a closed list or has a strict form, except the reason. */
export interface CommentRequest {
  readonly word: Word
  readonly environment: string
  /** For a rollback: the name of a release, or a version; `undefined`: the last verified one. */
  readonly target: Target | undefined
  /** For a freeze: one line without invisible characters; empty: none. */
  readonly reason: string
}

type Target = { readonly release: string } | { readonly version: string }

export type ReadRequest =
  /** Not for the action: it says nothing. */
  { readonly kind: 'none' } | Refused | ({ readonly kind: 'request' } & CommentRequest)

const LONGEST_REASON = 200

/** How to write each command. */
export const USAGE: Readonly<Record<Word, string>> = {
  plan: '.plan [environment]',
  deploy: '.deploy [environment]',
  rollback: '.rollback [environment] [version]',
  freeze: '.freeze environment reason',
  unfreeze: '.unfreeze [environment]',
  help: '.help',
}

/**
 * Reads a comment. Only one that starts with a command is for the action: neither a quote, nor a code block, nor a command later in the text counts.
 * A comment that is for the action must be exactly one command in one line. `environments`: the known ones; the first is the default.
 */
export function readRequest(body: string, environments: readonly string[]): ReadRequest {
  const [, first = ''] = /^\.([a-z]+)(?=[ \r\n]|$)/.exec(body) ?? []
  const word = WORDS.find((known) => known === first)
  if (word === undefined) return { kind: 'none' }
  const line = body.trimEnd()
  if (UNSEEN.test(line) || !line.isWellFormed())
    return refuse('the comment has more than one line, or invisible characters', hintOf(word, environments))
  const rest = line.slice(word.length + 1).trim()
  return read(word, rest, environments)
}

function read(word: Word, rest: string, environments: readonly string[]): ReadRequest {
  const [usual = ''] = environments
  const words = rest === '' ? [] : rest.split(/ +/)
  const [first = '', ...others] = words
  const hint = hintOf(word, environments)
  if (word === 'help') return words.length === 0 ? request(word, usual) : refuse('.help takes no words after it', hint)
  if (word === 'rollback' && words.length === 1 && !environments.includes(first)) return rollback(usual, first, environments)
  const environment = words.length === 0 ? usual : first
  if (!environments.includes(environment)) return refuse(`the environment ${shown(environment)} is unknown`, hint)
  if (word === 'freeze') return freeze(environment, rest.slice(first.length).trim(), hint)
  if (word === 'rollback' && others.length === 1) return rollback(environment, others[0] ?? '', environments)
  return others.length === 0 ? request(word, environment) : refuse(`.${word} does not take ${shown(others.join(' '))}`, hint)
}

/** The only word of a rollback can also be an environment. */
function rollback(environment: string, text: string, environments: readonly string[]): ReadRequest {
  if (RELEASE_NAME.test(text)) return request('rollback', environment, { release: text })
  const version = readVersion(text)
  if (version !== undefined) return request('rollback', environment, { version })
  const reason = `${shown(text)} is neither an environment, nor a version such as 1.4.0, nor the name of a release`
  return refuse(reason, hintOf('rollback', environments))
}

function freeze(environment: string, reason: string, hint: string): ReadRequest {
  if (reason === '') return refuse('a freeze needs a reason, which every refused run shows', hint)
  if (reason.length > LONGEST_REASON) return refuse(`the reason has more than ${LONGEST_REASON} characters`, hint)
  return request('freeze', environment, undefined, reason)
}

function request(word: Word, environment: string, target?: Target, reason = ''): ReadRequest {
  return { kind: 'request', word, environment, target, reason }
}

function hintOf(word: Word, environments: readonly string[]): string {
  return `Write \`${USAGE[word]}\` alone in a new comment. Environments: ${environments.join(', ')}.`
}

/** How many characters of a comment an answer quotes. */
const SHOWN = 60

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text)
}

/** The command as the action has understood it. */
export function requestText({ word, environment, target, reason }: CommentRequest): string {
  if (word === 'help') return '.help'
  const what = target === undefined ? '' : 'release' in target ? target.release : target.version
  return [`.${word}`, environment, what, reason].filter((part) => part !== '').join(' ')
}
