import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { hostPolicy } from '../../../src/domain/host/host-policy.ts'
import { roleName } from '../../../src/domain/host/role-name.ts'
import { OBSERVER } from '../../aws/requests.ts'
import { must } from '../../machine/exec.ts'
import { check } from '../log.ts'
import { type Stage, REPOSITORY, act, change, head, page } from '../stage.ts'
import type { Staging } from './version-on-staging.ts'

const PULL_REQUEST = 12
/** Whoever owns the account. */
const OWNER = { accessKeyId: OBSERVER, secretAccessKey: 'x' }

/** What GitHub tells a run for the pull request. */
async function eventOf(stage: Stage, action: 'opened' | 'closed'): Promise<Record<string, string>> {
  const sha = await head(stage)
  stage.github.pullRequests.set(PULL_REQUEST, { state: action === 'closed' ? 'closed' : 'open', commit: sha, from: REPOSITORY })
  const of = { sha, repo: { full_name: REPOSITORY } }
  const path = join(stage.cloud.dir, `${action}.json`)
  await writeFile(path, JSON.stringify({ action, pull_request: { number: PULL_REQUEST, title: 'Say good night', head: of, base: of } }))
  return {
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path, GITHUB_REF: `refs/pull/${PULL_REQUEST}/merge` },
  }
}

/** Staging's host takes previews as guests: docs/guides/serve/previews.md. */
export async function preview(stage: Stage, { host, address }: Staging): Promise<void> {
  const { cloud, github, workspace } = stage
  const guest = {
    service: { name: 'hello', environment: 'pr-*' },
    region: 'us-east-1',
    accountId: '123456789012',
    repositories: ['hello/pr-*'],
  }
  const policy = { PolicyName: 'previews', PolicyDocument: JSON.stringify(hostPolicy(guest)) }
  const role = roleName({ name: 'hello', environment: 'staging' }, 'us-east-1')
  const iam = new IAMClient({ region: 'us-east-1', endpoint: cloud.env['AWS_ENDPOINT_URL'] ?? '', credentials: OWNER })
  await iam.send(new PutRolePolicyCommand({ RoleName: role, ...policy }))
  const main = await head(stage)
  await must('git', '-C', workspace, 'checkout', '--quiet', '-b', 'night')
  const version = await change(stage, 'Good evening from', 'Good night from', 'Say good night')
  const inputs = { command: 'preview', 'instance-id': host, 'preview-domain': 'preview.example.com' }
  const ran = await act(
    `Pull request ${PULL_REQUEST} is opened: it gets a preview with its own address, here on the host of staging`,
    stage,
    inputs,
    await eventOf(stage, 'opened'),
  )
  const url = `http://pr-${PULL_REQUEST}.preview.example.com`
  check(`the outcome is \`deployed\` at ${url}`, ran.outputs['outcome'] === 'deployed' && ran.outputs['url'] === url)
  check(`${url} serves version ${version}`, (await page(url, { address })).includes(version))
  check(
    'a comment on the pull request has the address',
    github.comments.some(({ body }) => body.includes(url)),
  )
  const closed = await act(`Pull request ${PULL_REQUEST} is closed: its preview is removed`, stage, inputs, await eventOf(stage, 'closed'))
  check(
    'the outcome is `destroyed`, and the address serves nothing',
    closed.outputs['outcome'] === 'destroyed' && !(await page(url, { address })).includes(version),
  )
  await must('git', '-C', workspace, 'checkout', '--quiet', '--detach', main)
}
