import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readValue, withoutByteOrderMark } from '../../domain/untrusted.ts'
import { messageOf } from '../../errors.ts'
import type { ConfigSource, FoundFile } from '../../ports/github/config-source.ts'
import { askGithub, unlessMissing } from './api.ts'
import type { GithubSpec } from './api.ts'
import { shortCommit } from '../../domain/commits.ts'

export interface ConfigSourceSpec extends GithubSpec {
  /** Folder of the checkout, if there is one. */
  readonly workspace: string
  readonly commit: string
}

/** An error of Node's file system. */
const FAILED = v.object({ code: v.string(), message: v.string() })

/** Reads checked-out files; GitHub's API if the repository, or this file, is not checked out. */
export function configSource(spec: ConfigSourceSpec): ConfigSource {
  return {
    async read(path) {
      try {
        return { kind: 'found', text: withoutByteOrderMark(readFileSync(join(spec.workspace, path), 'utf8')) }
      } catch (error) {
        const failed = readValue(FAILED, error)
        if (failed?.code !== 'ENOENT' && failed?.code !== 'ENOTDIR') return { kind: 'unknown', reason: failed?.message ?? messageOf(error) }
      }
      return isCheckedOut(spec.workspace) ? missing(spec.workspace, path) : ask(spec, path)
    },
  }
}

function missing(workspace: string, path: string): FoundFile {
  const instead = path.endsWith('.yml') ? path.replace(/\.yml$/, '.yaml') : path.replace(/\.yaml$/, '.yml')
  return { kind: 'missing', where: 'in the checkout', ...(existsSync(join(workspace, instead)) && { instead }) }
}

function isCheckedOut(workspace: string): boolean {
  return existsSync(join(workspace, '.git')) && !existsSync(join(workspace, '.git', 'info', 'sparse-checkout'))
}

const SECONDS = 20
/** GitHub answers a folder with a list instead of a text. */
const FILE = v.string()

/** GitHub answers 404 for a missing file and for an unreadable repository; asking for the commit distinguishes the two. */
async function ask(spec: ConfigSourceSpec, path: string): Promise<FoundFile> {
  const { token = '', commit } = spec
  if (token === '') return { kind: 'unknown', reason: 'the repository is not checked out, and there is no github-token to ask GitHub' }
  const raw = { path, ref: commit, mediaType: { format: 'raw' } }
  try {
    const text = await unlessMissing(
      askGithub(spec, { route: 'GET /repos/{owner}/{repo}/contents/{path}', parameters: raw, answer: FILE, seconds: SECONDS }),
    )
    return text === undefined ? await withoutFile(spec) : { kind: 'found', text: withoutByteOrderMark(text) }
  } catch (error) {
    return { kind: 'unknown', reason: `GitHub did not say: ${messageOf(error)}` }
  }
}

async function withoutFile(spec: ConfigSourceSpec): Promise<FoundFile> {
  const { repository, commit } = spec
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
  const known = await unlessMissing(
    askGithub(spec, { route, parameters: { commit_sha: commit }, answer: v.object({ sha: v.string() }), seconds: SECONDS }),
  )
  return known
    ? { kind: 'missing', where: `in ${repository} at ${shortCommit(commit)}` }
    : { kind: 'unknown', reason: `GitHub shows nothing of ${repository} at ${shortCommit(commit)}` }
}
