// The page of causes: those of a host in the words that a run has for them, and those of the runner, which has words of its own where each of them happens.
import { INPUTS } from '../src/config/inputs/inputs.ts'
import { EXPLANATIONS } from '../src/domain/cause/cause.ts'
import type { Cause } from '../src/domain/cause/cause.ts'
import { isRefusal } from '../src/domain/cause/run-cause.ts'
import type { RunCause } from '../src/domain/cause/run-cause.ts'

interface Explanation {
  readonly summary: string
  readonly hint: string
}

/** Those that the runner names; `lock-held` is named by hosts, too. */
export const OF_THE_RUNNER: Readonly<Record<Exclude<RunCause, Cause> | 'lock-held', Explanation>> = {
  inputs: {
    summary: 'inputs of the step or of the configuration file are missing, wrong, unknown or contradict each other',
    hint: 'Correct what is named, by file and line; all problems are told at once.',
  },
  refused: {
    summary:
      'the run would do what the inputs do not allow: deploy an older commit or one that was rolled back from, replace a host, run on fewer hosts than there are, ...',
    hint: 'See the reason: it names the input that allows it, such as allow-downgrade, allow-rolled-back or allow-replacement, or what to do first.',
  },
  'plan-changed': {
    summary: 'what the run would do is not what plan-hash stands for',
    hint: 'Run all jobs again, to plan anew and approve that. See docs/plan.md for what is compared.',
  },
  'wrong-account': {
    summary: 'the credentials belong to another account than account-id',
    hint: 'Assume a role of the right account, or correct account-id.',
  },
  'lock-held': {
    summary: 'another run still works on this service after lock-timeout',
    hint: 'Wait for it to end, and run this again, or raise lock-timeout.',
  },
  superseded: {
    summary: 'a run that waits, too, brings a commit that contains the commit of this one',
    hint: 'Nothing is to be done as long as that run succeeds; if it does not, run this again.',
  },
  'image-not-attested': {
    summary: 'the image has no valid attestation of the repository and workflow that require-attestation asks for',
    hint: 'Build it in a job that attests it (examples/workflows/attested.yml), and give its digest as the input image. The reason tells what was found, and what is wrong with it.',
  },
  'image-vulnerable': {
    summary: 'the scan of the image found vulnerabilities that max-severity refuses',
    hint: 'Update what is named, mostly by a newer base image, and build it again; or set another max-severity.',
  },
  'image-not-scanned': {
    summary: 'max-severity is set, and the registry has no result of a scan of the image',
    hint: 'Turn on scanning on push, or enhanced scanning, for the repository in ECR; scan the image once: aws ecr start-image-scan.',
  },
  'names-elsewhere': {
    summary: 'a name does not lead to the hosts within dns-timeout, so no certificate was asked for',
    hint: 'Make the record that the log shows where the DNS of the name is, and run this again, or raise dns-timeout. Where a balancer or CDN stands before the hosts, set trusted-proxies to it.',
  },
  'names-failed': {
    summary: 'Route 53 did not take the records of domains, or they changed again and again while this run made them',
    hint: 'See what else changes the records of that hosted zone, and run this again; hosted-zone-id: none leaves all records to you.',
  },
  'no-credentials': {
    summary: 'there are no AWS credentials',
    hint: 'Add aws-actions/configure-aws-credentials before the step, with role-to-assume, and give the job id-token: write.',
  },
  'credentials-expired': {
    summary: 'the AWS credentials expired during the run',
    hint: 'Set a longer role-duration-seconds in the step aws-actions/configure-aws-credentials.',
  },
  'credentials-refused': {
    summary: 'AWS does not accept the credentials',
    hint: 'Check that the role belongs to an account where aws-region is enabled, and that no older AWS_* variables of the job are in the way.',
  },
  'not-allowed': {
    summary: 'the role of the run may not do what is named',
    hint: 'Allow it in the policy of the role; docs/iam/setup.yaml has the whole policy.',
  },
  'aws-unavailable': {
    summary: 'AWS did not carry out a request, and was asked again in vain',
    hint: 'Run this again: it goes on from what is there. If it stays so, see https://health.aws.amazon.com.',
  },
  'unknown-region': { summary: 'AWS has no such region', hint: 'Check aws-region.' },
  'account-limit': {
    summary: 'a quota of the account is used up: instances or Elastic IPs',
    hint: 'Ask for a higher quota in Service Quotas, or use less: a smaller instance-type, elastic-ip: false.',
  },
  'account-not-ready': {
    summary: 'AWS launches nothing for this account',
    hint: 'Open the AWS console: the account itself needs attention.',
  },
  'no-capacity': {
    summary: 'AWS has no capacity for the instance type in any of the subnets',
    hint: 'Choose another instance-type, add subnets of other zones to subnet-ids, or try again later.',
  },
  'launch-refused': { summary: 'AWS does not launch an instance with one of the inputs', hint: 'Correct the input that is named.' },
  'no-default-vpc': {
    summary: 'the region has no default VPC, or that has no subnet',
    hint: 'Set subnet-ids to one or more public subnets.',
  },
  'no-default-ami': { summary: 'the region does not tell its newest Amazon Linux 2023', hint: 'Set ami.' },
  'unknown-ami': { summary: 'the ami does not exist in the region, or is not shared with the account', hint: 'Check ami and aws-region.' },
  'unknown-instance-type': { summary: 'the region does not offer the instance type', hint: 'Set instance-type to another one.' },
  'unknown-subnet': { summary: 'AWS does not know all of the subnets', hint: 'Check subnet-ids and aws-region.' },
  'wrong-architecture': {
    summary: 'the ami and the instance-type are of different architectures',
    hint: 'Leave ami empty, or choose both of the same architecture.',
  },
  'profile-not-visible': {
    summary: 'EC2 does not know the instance profile',
    hint: 'Check that it exists and has a role, or leave instance-profile empty.',
  },
  'role-taken': {
    summary: 'the account has a role or profile of that name which was not made for this service',
    hint: 'Name an instance-profile of your own, or rename that one.',
  },
  'repository-taken': {
    summary: 'the ECR repository is not tagged as that of this service and environment alone, so others may choose what its tags stand for',
    hint: 'Leave repository out, and promote what another environment built; or tag the repository, if no other environment may push to it.',
  },
  'security-group-taken': {
    summary: 'the VPC has a security group of that name which the action did not create',
    hint: 'Name your own groups in security-group-ids, or rename that one.',
  },
  'host-timeout': {
    summary: 'a host took longer to start, or to terminate, than host-timeout allows',
    hint: 'Raise host-timeout, or look at the instance in the EC2 console; run this again.',
  },
  'host-terminated': {
    summary: 'a host was terminated while the run waited for it',
    hint: 'Look at its state transition reason in the EC2 console; run this again to launch a new one.',
  },
  'host-in-use': {
    summary: 'a host that was to be replaced got another service during the run, or no longer tells what is on it',
    hint: 'The release serves on the new host, and the old host keeps its address. Do what the reason says, and run this again.',
  },
  'termination-protected': {
    summary: 'a host is protected from termination',
    hint: 'Take the protection off in the EC2 console, and run this again.',
  },
  'role-in-use': {
    summary: 'the role of the hosts cannot be deleted',
    hint: 'Detach what was attached to it by hand, and run destroy again.',
  },
  'security-group-in-use': {
    summary: 'the security group of the hosts is still in use',
    hint: 'Detach it from what uses it, and run destroy again.',
  },
  'no-docker': { summary: 'the runner has no Docker', hint: 'Use a runner with Docker, such as ubuntu-latest.' },
  'docker-not-running': {
    summary: 'the Docker engine of the runner cannot be reached',
    hint: 'Use a runner with a running Docker, and a user that may use it.',
  },
  'no-buildx': { summary: "the runner's Docker has no buildx", hint: 'Add docker/setup-buildx-action before the step.' },
  'multi-platform': {
    summary: "the runner's default builder builds for one platform only",
    hint: 'Add docker/setup-qemu-action and docker/setup-buildx-action before the step, or name one platform in platforms.',
  },
  'wrong-builder-platform': {
    summary: 'the runner cannot run programs of the platform that it builds for',
    hint: 'Add docker/setup-qemu-action before the step, or use a runner of that architecture.',
  },
  'no-dockerfile': {
    summary: 'there is no Dockerfile where it is looked for',
    hint: 'Put actions/checkout before the step, or set context and dockerfile.',
  },
  'build-secret-missing': {
    summary: 'a secret of the build is not there',
    hint: 'Write the file of build-secrets in a step before this one, or correct its path.',
  },
  'build-failed': { summary: 'the image was not built', hint: 'Correct the Dockerfile; the whole output is in the log.' },
  'pull-limited': {
    summary: "the registry of the Dockerfile's base image limits the rate of pulls",
    hint: 'Take the base image from public.ecr.aws/docker/library, or add docker/login-action before the step.',
  },
  'push-denied': {
    summary: 'the registry does not take the image',
    hint: 'Allow the push in the policy of the role; docs/iam/setup.yaml has the whole policy.',
  },
  'push-failed': { summary: 'the image was not pushed', hint: "See the registry's words, and run this again." },
  'tag-exists': { summary: 'another run has pushed the tag meanwhile', hint: 'Run this again: it deploys the image that is there.' },
  'no-repository': { summary: 'the repository was removed meanwhile', hint: 'Run this again: it creates the repository.' },
  'copy-failed': {
    summary: 'the image could not be copied from one repository to the other',
    hint: 'Check that the role may pull from the one and push to the other (docs/iam/setup.yaml), and run this again.',
  },
  'record-too-large': {
    summary: 'the release record does not fit into Parameter Store',
    hint: 'Report it with the log: it is a defect of the action.',
  },
  'trusted-root-missing': {
    summary: "Sigstore's trusted root, which attestations are checked with, cannot be had",
    hint: 'Let the runner reach https://tuf-repo-cdn.sigstore.dev, or set trusted-root.',
  },
  cancelled: {
    summary: 'the run was cancelled',
    hint: 'What has the traffic by now keeps it, also a new release; only a canary loses its share. A host that was launched stays. See command: status. Run it again when you are ready: it goes on from what is there.',
  },
  unexpected: { summary: 'a defect of the action', hint: 'Run it again; if it stays, report it with the stack.' },
}

/** docs/causes.md */
export function causesPage(): string {
  const runner = Object.entries(OF_THE_RUNNER)
  const refusals = runner.filter(([name]) => isRefusal(name as RunCause))
  const failures = runner.filter(([name]) => !refusals.some(([refusal]) => refusal === name))
  return `<!-- Written by \`npm run docs\` from scripts/causes.ts and src/domain/cause/cause.ts. -->

# Causes

A run that fails names one cause: in the annotation, in the job summary, in the history of \`command: status\`, and in the output \`cause\`. The run
itself says more than this page: the facts (which port, which status, which secret), what it has seen (log lines, the answer to the health check),
and often a next step that fits them better. *Above* and *below* in the words here mean the summary of the run.

## The run was refused

The outcome is \`refused\`: nothing was changed.

${table(refusals)}
## On the runner

The outcome is \`failed\`, or \`cancelled\`. Nearly all of these come before any work on a host.

${table(failures)}
## On a host

The outcome is \`failed\`, or \`rolled-back\` where the new release had the traffic already and the earlier one was put back. The runner names some
of these, too, where it finds the same.

${table(Object.entries(EXPLANATIONS))}`
}

function table(rows: readonly (readonly [string, Explanation])[]): string {
  const lines = rows.map(
    ([name, { summary, hint }]) => `| <a id="${name}"></a>\`${name}\` | ${capital(withCode(summary))} | ${withCode(hint)} |\n`,
  )
  return `| Cause | What it means | What to do |\n|---|---|---|\n${lines.join('')}`
}

const HYPHENATED = Object.keys(INPUTS).filter((name) => name.includes('-'))
const NAMED = new RegExp(`(?<![\\w./\`-])((?:${HYPHENATED.join('|')})(?![\\w/-])(?:: (?:true|false|none|https?)\\b)?)`, 'g')

/** Names of inputs, as far as they are no words of the language, as code. */
function withCode(text: string): string {
  return text.replace(NAMED, '`$1`')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
