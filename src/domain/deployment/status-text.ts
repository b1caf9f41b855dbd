import { readValue } from '../untrusted.ts'
import { ENDED_DEPLOYMENT, STARTED_DEPLOYMENT } from './payload.ts'
import type { EndedDeployment, StartedDeployment } from './payload.ts'

/** GitHub's limit for the description of a status: https://docs.github.com/en/rest/deployments/statuses */
const LIMIT = 140

type Named = Pick<StartedDeployment, 'command' | 'service' | 'release' | 'version'>

/** `deploy of web: release 3f2a9c1d-b04e77aa, version 1.4.0`. Leaves out a version that is unknown or too long. */
export function startText({ command, service, release, version }: Named): string {
  const text = `${command} of ${service}: release ${release}`
  const whole = `${text}, version ${version}`
  return version !== '' && whole.length <= LIMIT ? whole : text
}

const START = /^(\w+) of ([a-z0-9-]+): release ([\w-]+)(?:, version (\S+))?$/

/** The contents of such a text; without a version, it is the commit in the release's name. `undefined` for any other text. */
export function readStartText(text: string): Named | undefined {
  const [, command, service, release = '', version = release.replace(/-.*/, '')] = START.exec(text) ?? []
  const { entries } = STARTED_DEPLOYMENT
  const known = readValue(entries.command, command)
  return known === undefined || service === undefined ? undefined : { command: known, service, release, version }
}

/** For a deployment without a payload of ours. */
export function imageText(digest: string): string {
  return `image ${digest || 'unknown'}`
}

/** The digest; empty if it was unknown. `undefined` for any other text. */
export function readImageText(text: string): string | undefined {
  return /^image (?:unknown|(sha256:[0-9a-f]{64}))$/.exec(text)?.map((found) => found ?? '')[1]
}

/** Words for times: the time itself is the start of the deployment plus this many seconds. */
const TIMES = { served: 'servedAt', failed: 'failedAt', verified: 'verifiedAt' } as const

/** `rolled-back: bake-errors; served +31s, failed +75s, verified +90s, recovered by bake`. `startedAt`: ISO 8601. */
export function endText(ended: EndedDeployment, startedAt: string): string {
  const { outcome, cause, recoveredBy } = ended
  const times = Object.entries(TIMES).flatMap(([word, key]) => {
    const time = ended[key]
    return time === undefined ? [] : [`${word} +${Math.max(0, Math.round((Date.parse(time) - Date.parse(startedAt)) / 1000))}s`]
  })
  const facts = [...times, ...(recoveredBy === undefined ? [] : [`recovered by ${recoveredBy}`])]
  return [outcome, cause === undefined ? '' : `: ${cause}`, facts.length === 0 ? '' : `; ${facts.join(', ')}`].join('')
}

const END = /^([a-z-]+)(?:: ([a-z0-9-]+))?(?:; (.+))?$/

/** The contents of such a text, for a deployment with this start; `undefined` for any other text. */
export function readEndText(text: string, startedAt: string): EndedDeployment | undefined {
  const [, outcome, cause, facts = ''] = END.exec(text) ?? []
  const [, recoveredBy] = /\brecovered by (\w+)$/.exec(facts) ?? []
  const times = Object.entries(TIMES).flatMap(([word, key]) => {
    const seconds = new RegExp(`\\b${word} \\+(\\d{1,9})s\\b`).exec(facts)?.[1]
    return seconds === undefined ? [] : [[key, new Date(Date.parse(startedAt) + Number(seconds) * 1000).toISOString()] as const]
  })
  const said = { outcome, ...Object.fromEntries(times), ...(cause && { cause }), ...(recoveredBy && { recoveredBy }) }
  return readValue(ENDED_DEPLOYMENT, said)
}
