// The page of causes: those of a host in the words that a run has for them, and those of the runner, which has words of its own where each of them happens.
import { EXPLANATIONS } from '../src/domain/cause/cause.ts'
import type { Cause } from '../src/domain/cause/cause.ts'
import { isRefusal } from '../src/domain/cause/run-cause.ts'
import type { RunCause } from '../src/domain/cause/run-cause.ts'

interface Explanation {
  readonly says: string
  readonly next: string
}

/** Those that the runner names; `lock-held` is named by hosts, too. */
export const OF_THE_RUNNER: Readonly<Record<Exclude<RunCause, Cause> | 'lock-held', Explanation>> = {
  inputs: {
    says: 'inputs of the step or of the configuration file are missing, wrong, unknown or contradict each other',
    next: 'Correct what is named, by file and line; all problems are told at once.',
  },
  refused: {
    says: 'the run would do what the inputs do not allow: deploy an older commit or one that was rolled back from, replace a host, run on fewer hosts than there are, ...',
    next: 'See the reason: it names the input that allows it, such as allow-downgrade, allow-rolled-back or allow-replacement, or what to do first.',
  },
  'plan-changed': {
    says: 'what the run would do is not what plan-hash stands for',
    next: 'Run all jobs again, to plan anew and approve that. See docs/plan.md for what is compared.',
  },
  'wrong-account': {
    says: 'the credentials belong to another account than account-id',
    next: 'Assume a role of the right account, or correct account-id.',
  },
  'lock-held': {
    says: 'another run still works on this service after lock-timeout',
    next: 'Wait for it to end, and run this again, or raise lock-timeout.',
  },
  superseded: {
    says: 'a newer run waits to deploy the service, too',
    next: 'Nothing is to be done: the newer run deploys what is newest.',
  },
  'no-credentials': {
    says: 'there are no AWS credentials',
    next: 'Add aws-actions/configure-aws-credentials before the step, with role-to-assume, and give the job id-token: write.',
  },
  'credentials-expired': {
    says: 'the AWS credentials expired during the run',
    next: 'Set a longer role-duration-seconds in the step aws-actions/configure-aws-credentials.',
  },
  'credentials-refused': {
    says: 'AWS does not accept the credentials',
    next: 'Check that the role belongs to an account where aws-region is enabled, and that no older AWS_* variables of the job are in the way.',
  },
  'not-allowed': {
    says: 'the role of the run may not do what is named',
    next: 'Allow it in the policy of the role; docs/iam/setup.yaml has the whole policy.',
  },
  'aws-unavailable': {
    says: 'AWS did not carry out a request, and was asked again in vain',
    next: 'Run this again: it goes on from what is there. If it stays so, see https://health.aws.amazon.com.',
  },
  'unknown-region': { says: 'AWS has no such region', next: 'Check aws-region.' },
  'account-limit': {
    says: 'a quota of the account is used up: instances or Elastic IPs',
    next: 'Ask for a higher quota in Service Quotas, or use less: a smaller instance-type, elastic-ip: false.',
  },
  'account-not-ready': { says: 'AWS launches nothing for this account', next: 'Open the AWS console: the account itself needs attention.' },
  'no-capacity': {
    says: 'AWS has no capacity for the instance type in any of the subnets',
    next: 'Choose another instance-type, add subnets of other zones to subnet-ids, or try again later.',
  },
  'launch-refused': { says: 'AWS does not launch an instance with one of the inputs', next: 'Correct the input that is named.' },
  'no-default-vpc': { says: 'the region has no default VPC, or that has no subnet', next: 'Set subnet-ids to one or more public subnets.' },
  'no-default-ami': { says: 'the region does not tell its newest Amazon Linux 2023', next: 'Set ami.' },
  'unknown-ami': { says: 'the ami does not exist in the region, or is not shared with the account', next: 'Check ami and aws-region.' },
  'unknown-instance-type': { says: 'the region does not offer the instance type', next: 'Set instance-type to another one.' },
  'unknown-subnet': { says: 'AWS does not know all of the subnets', next: 'Check subnet-ids and aws-region.' },
  'wrong-architecture': {
    says: 'the ami and the instance-type are of different architectures',
    next: 'Leave ami empty, or choose both of the same architecture.',
  },
  'profile-not-visible': {
    says: 'EC2 does not know the instance profile',
    next: 'Check that it exists and has a role, or leave instance-profile empty.',
  },
  'role-taken': {
    says: 'the account has a role or profile of that name which was not made for this service',
    next: 'Name an instance-profile of your own, or rename that one.',
  },
  'repository-taken': {
    says: 'the ECR repository is not tagged as that of this service and environment alone, so others may choose what its tags stand for',
    next: 'Leave repository out, and promote what another environment built; or tag the repository, if no other environment may push to it.',
  },
  'security-group-taken': {
    says: 'the VPC has a security group of that name which the action did not create',
    next: 'Name your own groups in security-group-ids, or rename that one.',
  },
  'host-timeout': {
    says: 'a host took longer to start, or to terminate, than host-timeout allows',
    next: 'Raise host-timeout, or look at the instance in the EC2 console; run this again.',
  },
  'host-terminated': {
    says: 'a host was terminated while the run waited for it',
    next: 'Look at its state transition reason in the EC2 console; run this again to launch a new one.',
  },
  'termination-protected': {
    says: 'a host is protected from termination',
    next: 'Take the protection off in the EC2 console, and run this again.',
  },
  'role-in-use': {
    says: 'the role of the hosts cannot be deleted',
    next: 'Detach what was attached to it by hand, and run destroy again.',
  },
  'security-group-in-use': {
    says: 'the security group of the hosts is still in use',
    next: 'Detach it from what uses it, and run destroy again.',
  },
  'no-docker': { says: 'the runner has no Docker', next: 'Use a runner with Docker, such as ubuntu-latest.' },
  'docker-not-running': {
    says: 'the Docker engine of the runner cannot be reached',
    next: 'Use a runner with a running Docker, and a user that may use it.',
  },
  'no-buildx': { says: "the runner's Docker has no buildx", next: 'Add docker/setup-buildx-action before the step.' },
  'multi-platform': {
    says: "the runner's default builder builds for one platform only",
    next: 'Add docker/setup-qemu-action and docker/setup-buildx-action before the step, or name one platform in platforms.',
  },
  'wrong-builder-platform': {
    says: 'the runner cannot run programs of the platform that it builds for',
    next: 'Add docker/setup-qemu-action before the step, or use a runner of that architecture.',
  },
  'no-dockerfile': {
    says: 'there is no Dockerfile where it is looked for',
    next: 'Put actions/checkout before the step, or set context and dockerfile.',
  },
  'build-failed': { says: 'the image was not built', next: 'Correct the Dockerfile; the whole output is in the log.' },
  'pull-limited': {
    says: "the registry of the Dockerfile's base image limits the rate of pulls",
    next: 'Take the base image from public.ecr.aws/docker/library, or add docker/login-action before the step.',
  },
  'push-denied': {
    says: 'the registry does not take the image',
    next: 'Allow the push in the policy of the role; docs/iam/setup.yaml has the whole policy.',
  },
  'push-failed': { says: 'the image was not pushed', next: "See the registry's words, and run this again." },
  'tag-exists': { says: 'another run has pushed the tag meanwhile', next: 'Run this again: it deploys the image that is there.' },
  'no-repository': { says: 'the repository was removed meanwhile', next: 'Run this again: it creates the repository.' },
  'copy-failed': {
    says: 'the image could not be copied from one repository to the other',
    next: 'Check that the role may pull from the one and push to the other (docs/iam/setup.yaml), and run this again.',
  },
  'record-too-large': {
    says: 'the release record does not fit into Parameter Store',
    next: 'Report it with the log: it is a defect of the action.',
  },
  cancelled: {
    says: 'the run was cancelled',
    next: 'What serves now serves on. Run it again when you are ready: it goes on from what is there.',
  },
  unexpected: { says: 'a defect of the action', next: 'Run it again; if it stays, report it with the stack.' },
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
  const lines = rows.map(([name, { says, next }]) => `| \`${name}\` | ${capital(says)} | ${next} |\n`)
  return `| Cause | What it means | What to do |\n|---|---|---|\n${lines.join('')}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
