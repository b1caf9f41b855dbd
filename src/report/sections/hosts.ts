import { code, fold, paragraphs, plain, shortCode, table } from '../parts/markdown.ts'
import type { HostLine } from '../parts/report.ts'
import { NO_ADDRESS } from '../rows/host-lines.ts'

/** More hosts than this are folded, and more kinds of them. */
const SEEN = 10

/** A table of a few hosts. For many: a count of those that are alike, the few that differ, and all of them folded. */
export function renderHosts(hosts: readonly HostLine[]): string {
  if (hosts.length <= SEEN) return `### Hosts\n\n${tableOf(hosts)}`
  const groups = [...Map.groupBy(hosts, likeness).values()].toSorted((a, b) => b.length - a.length)
  const odd = groups
    .slice(1)
    .filter((members) => members.length <= SEEN)
    .flat()
  return paragraphs([
    `### ${hosts.length} hosts`,
    table(['Hosts', 'Outcome', 'Serves', 'Digest'], groups.slice(0, SEEN).map(groupRow)),
    odd.length === 0 ? '' : tableOf(odd.slice(0, SEEN)),
    fold(`All ${hosts.length} hosts`, tableOf(hosts)),
  ])
}

function likeness({ outcome, release, digest }: HostLine): string {
  return JSON.stringify([outcome, release, digest])
}

function groupRow(members: readonly HostLine[]): string[] {
  const [first] = members
  return [String(members.length), ...(first ? sameCells(first) : [])]
}

function tableOf(hosts: readonly HostLine[]): string {
  return table(
    ['Host', 'Address', 'Outcome', 'Serves', 'Digest'],
    hosts.map((host) => [code(host.id), plain(host.url) || NO_ADDRESS, ...sameCells(host)]),
  )
}

function sameCells({ outcome, release, digest }: HostLine): string[] {
  return [plain(outcome) || 'unknown', code(release) || 'unknown', shortCode(digest) || 'unknown']
}
