import * as v from 'valibot'
import { count, line, listOf } from '../../../domain/untrusted.ts'
import type { Incident } from '../../../domain/metrics/outages.ts'
import type { Incidents } from '../../../ports/github/incidents.ts'
import { askPages } from '../api.ts'
import type { GithubSpec } from '../api.ts'

/** As many as GitHub gives at a time. */
const PAGE = 100
const SECONDS = 20

const time = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.finite(),
)

/** What is used of https://docs.github.com/en/rest/issues/issues#list-repository-issues, which lists pull requests, too. */
const issue = v.object({
  number: count,
  html_url: v.pipe(line, v.regex(/^https?:\/\/\S+$/), v.maxLength(500)),
  created_at: time,
  closed_at: v.nullish(time),
  pull_request: v.optional(v.unknown()),
})

function incidentOf({
  number,
  html_url: url,
  created_at: openedAt,
  closed_at: closedAt,
  pull_request: pull,
}: v.InferOutput<typeof issue>): Incident[] {
  return pull === undefined ? [{ number, url, openedAt, ...(typeof closedAt === 'number' && { closedAt }) }] : []
}

export function githubIncidents(spec: GithubSpec): Incidents {
  return {
    async labelled(labels, since) {
      const pages = askPages(spec, {
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: { labels, state: 'all', since: new Date(since).toISOString(), per_page: PAGE },
        answer: listOf(issue, PAGE),
        seconds: SECONDS,
      })
      const incidents: Incident[] = []
      for await (const page of pages) incidents.push(...page.flatMap(incidentOf))
      return incidents
    },
  }
}
