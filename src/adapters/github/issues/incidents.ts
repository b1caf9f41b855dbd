import * as v from 'valibot'
import { count, listOf, webUrl } from '../../../domain/untrusted.ts'
import type { Incident } from '../../../domain/metrics/outages.ts'
import type { Incidents } from '../../../ports/github/incidents.ts'
import { askPages, PAGE } from '../api.ts'
import type { GithubSpec } from '../api.ts'

const SECONDS = 20

const time = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.finite(),
)

/** What is used of https://docs.github.com/en/rest/issues/issues#list-repository-issues, which lists pull requests, too. */
const issue = v.object({
  number: count,
  html_url: webUrl,
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
      return (await Array.fromAsync(pages)).flat().flatMap(incidentOf)
    },
  }
}
