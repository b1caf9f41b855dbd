import type { Config } from '../../config/config.ts'
import { spellDuration } from '../../domain/field/fields.ts'
import type { ContainerLog, HostLogs, LogsResult } from '../../domain/rollout/host-logs.ts'
import { displayName } from '../../domain/service.ts'
import { visible } from '../parts/markdown.ts'
import { minuteOf } from '../parts/minute.ts'
import type { LogPart, Report } from '../parts/report.ts'

/** The last lines of the containers, host by host, and what Docker knows of their ends. */
export function logsReport(config: Pick<Config, 'service' | 'logs'>, read: readonly HostLogs[]): Report {
  return {
    outcome: 'reported',
    headline: `${displayName(config.service)}: ${headline(read, config.logs.since)}`,
    outputs: {},
    facts: [],
    logs: read.map(({ host, logs }) => ({ host: host.id, parts: typeof logs === 'string' ? [{ words: logs, text: '' }] : partsOf(logs) })),
  }
}

function headline(read: readonly HostLogs[], since: number): string {
  const told = read.map(({ logs }) => logs)
  const found = told.flatMap((logs) => (typeof logs === 'string' || logs.containers.length === 0 ? [] : [logs]))
  if (found.length === 0) return told.map(silentWords)[0] ?? 'not deployed'
  const containers = found.flatMap((logs) => logs.containers)
  const count = containers.reduce((sum, { lines = [] }) => sum + lines.length, 0)
  const releases = [...new Set(containers.flatMap(({ track, release }) => (track === 'live' ? [release] : [])))]
  const canary = containers.some(({ track }) => track === 'canary') ? ['a canary'] : []
  const where = read.length === 1 ? '' : ` on ${found.length} of ${read.length} hosts`
  const age = since === 0 || count > 0 ? '' : ` in the last ${spellDuration(since)}`
  const asleep = found.every(({ state }) => state === 'asleep') ? ', which is asleep' : ''
  return `${countOf(count)} of ${[...releases, ...canary].join(' and ')}${where}${age}${asleep}`
}

function countOf(lines: number): string {
  return lines === 0 ? 'no log lines' : `${lines} log line${lines === 1 ? '' : 's'}`
}

function silentWords(logs: LogsResult | string): string {
  return typeof logs === 'string' ? logs : (partsOf(logs)[0]?.words ?? '')
}

function partsOf(logs: LogsResult): readonly LogPart[] {
  if (logs.docker !== '') return [{ words: logs.docker, text: '' }]
  if (logs.containers.length > 0) return logs.containers.map((one) => partOf(one, logs.state === 'asleep' && one.track === 'live'))
  return [{ words: NOTHING[logs.state], text: '' }]
}

const NOTHING = {
  live: 'no container of the live release is on the host',
  asleep: 'asleep, and its container is gone: the next request makes a new one',
  none: 'no live release is on the host',
} as const satisfies Record<LogsResult['state'], string>

function partOf(one: ContainerLog, isAsleep: boolean): LogPart {
  const { track, release, lines = [], leftLines, leftBytes } = one
  const life = isAsleep && one.state !== 'running' ? 'asleep: the next request wakes it' : lifeWords(one)
  const left =
    leftLines === 0 ? '' : `; ${leftLines} older lines (${leftBytes} bytes) are left out, because a host's answer has no room for them`
  const trouble = troubleOf(one)
  return {
    words: `${track === 'live' ? 'live' : 'canary'} ${release}: ${life}${trouble === '' ? left : `. ${trouble}`}`,
    text: lines.map(lineOf).join('\n'),
  }
}

/** Why there are no lines. */
function troubleOf({ withheld, problem, driver, lines }: ContainerLog): string {
  if (withheld) return 'Its log is withheld: Docker does not show the values of its secrets, so they could not be masked'
  if (problem !== '') return `Docker cannot read its log (log driver ${driver || 'unknown'}): ${problem}`
  if (lines === undefined) return "The host's answer about its log is damaged"
  return lines.length === 0 ? 'It has no lines' : ''
}

function lifeWords({ state, startedAt, finishedAt, restarts, exitCode, outOfMemory }: ContainerLog): string {
  const exit = exitCode === null ? '' : `exit code ${exitCode}${outOfMemory ? ' (out of memory)' : ''}`
  const again = restarts === 0 ? '' : `Docker restarted it ${restarts === 1 ? 'once' : `${restarts} times`}`
  const ended = minuteOf(finishedAt)
  if (state === 'running' || state === 'paused') {
    const last = again === '' ? '' : `, ${again}, last after it ended at ${ended}${exit === '' ? '' : ` with ${exit}`}`
    return `${state} since ${minuteOf(startedAt)}${last}`
  }
  if (state === 'created') return 'not started'
  const words = `${state === '' ? 'gone' : state}${exit === '' ? '' : `, ended at ${ended} with ${exit}`}`
  return again === '' ? words : `${words}, ${again}`
}

/** One line, in which nothing acts on a terminal or hides, with its time in UTC. */
function lineOf(text: string): string {
  return visible(timed(text)).replace(/[\r\n]/g, '\uFFFD')
}

/** Docker's time can be in the zone of the host. */
function timed(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?[+-]\d\d:\d\d)(?= )/, (at) => {
    const ms = Date.parse(at)
    return Number.isNaN(ms) ? at : new Date(ms).toISOString()
  })
}
