import type { Context } from '../../../src/context.ts'
import { COMMIT } from '../samples.ts'
import type { World } from '../world.ts'

/** GitHub, and the run's log. */
export function githubPorts(
  world: World,
): Pick<
  Context,
  | 'progress'
  | 'incidents'
  | 'environments'
  | 'conversation'
  | 'comments'
  | 'deployment'
  | 'deploymentHistory'
  | 'releases'
  | 'commits'
  | 'pullRequests'
> {
  return {
    progress: progressOf(world),
    incidents: incidentsOf(world),
    environments: {
      rules: async () => ({ reviewers: ['ada'], selfReview: false, waitMinutes: 0, branches: { kind: 'named', patterns: ['main'] } }),
    },
    conversation: conversationOf(),
    comments: commentsOf(world),
    deployment: deploymentOf(world),
    deploymentHistory: {
      within: async () => {
        if (world.past instanceof Error) throw world.past
        return world.past
      },
    },
    releases: releasesOf(world),
    commits: {
      compare: async () => ({ relation: world.relation, commits: [{ sha: COMMIT, title: 'Change', author: 'ada' }] }),
      since: async (base) => world.since(base),
      tags: async () => world.tags,
    },
    pullRequests: pullRequestsOf(world),
  }
}

function progressOf(world: World): Context['progress'] {
  return {
    step: async (name, work) => {
      world.log.push(`[${name}]`)
      return work()
    },
    info: (line) => void world.log.push(line),
    group: (title, text) => void world.log.push(`[${title}]`, text),
    warn: (line) => void world.log.push(`warning: ${line}`),
    fail: (message) => void world.log.push(message),
    waiting: (what) => void world.log.push(`waiting for ${what}`),
    took: (steps) => void world.took.push(...steps),
    steps: () => [...world.took],
  }
}

function incidentsOf(world: World): Context['incidents'] {
  const { done } = world
  return {
    labelled: async (label, since) => {
      if (world.incidentsFail) throw world.incidentsFail
      done.push(`issues with ${label} since ${new Date(since).toISOString()}`)
      return world.incidents
    },
  }
}

function conversationOf(): Context['conversation'] {
  return {
    // Tests of comments use GitHub's stand-in.
    comment: noGitHub,
    permissionOf: noGitHub,
    pullRequest: noGitHub,
    lastPush: noGitHub,
    reviews: noGitHub,
    react: noGitHub,
  }
}

function commentsOf(world: World): Context['comments'] {
  return {
    put: async (number, marker, body) => {
      if (world.commentFails) throw world.commentFails
      world.comments.push({ number, marker, body })
      return `https://github.com/acme/web/pull/${number}#issuecomment-1`
    },
  }
}

function deploymentOf(world: World): Context['deployment'] {
  return {
    start: ({ command, release, version, digest }) => void world.deployments.push(`${command} ${release} ${version} ${digest}`),
    end: async ({ outcome }, url) => void world.deployments.push(`${outcome} ${url}`),
    removed: async ({ name, environment }) => void world.deployments.push(`removed ${name} ${environment}`),
  }
}

function releasesOf(world: World): Context['releases'] {
  return {
    put: async (release, section, keep) => {
      if (world.releaseFails) throw world.releaseFails
      world.releases.push({ ...release, ...section, keep })
      return `https://github.com/acme/web/releases/tag/${release.tag}`
    },
  }
}

function pullRequestsOf(world: World): Context['pullRequests'] {
  return {
    read: async (number) => {
      const { preview } = world.ctx.config
      if (world.requests instanceof Error) throw world.requests
      return { state: 'open', head: preview?.act === 'serve' ? preview.head : COMMIT, ...world.requests.get(number) }
    },
  }
}

async function noGitHub(): Promise<never> {
  throw new Error('there is no GitHub here')
}
