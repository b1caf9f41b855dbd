// What the runner's own causes mean, and what to do about them, for docs/causes.md.
import type { Cause } from '../../src/domain/cause/cause.ts'
import type { RunCause } from '../../src/domain/cause/run-cause.ts'

export interface Explanation {
  readonly summary: string
  readonly hint: string
}

/** The causes of the runner. Hosts also use `lock-held`. */
export const OF_THE_RUNNER: Readonly<Record<Exclude<RunCause, Cause> | 'lock-held', Explanation>> = {
  inputs: {
    summary: 'inputs of the step or the configuration file are missing, wrong, unknown or contradictory',
    hint: 'Correct what is named, by file and line. The run reports all problems at once.',
  },
  refused: {
    summary:
      'the inputs do not allow what the run would do, such as deploying an older or rolled-back commit, replacing a host, or running on fewer hosts',
    hint: 'See the reason: it names the input that allows it, such as allow-downgrade, allow-rolled-back or allow-replacement, or the step to do first.',
  },
  'plan-changed': {
    summary: 'the run would do something other than the plan of plan-hash',
    hint: 'Run all jobs again to plan and approve again. docs/plan.md says what is compared.',
  },
  'wrong-account': {
    summary: 'the credentials do not belong to the account in account-id',
    hint: 'Assume a role of the right account, or correct account-id.',
  },
  'lock-held': {
    summary: 'another run still works on this service after lock-timeout',
    hint: 'Wait for it to end and run this again, or raise lock-timeout.',
  },
  superseded: {
    summary: 'a newer waiting run contains the commit of this one, or the pull request of a preview has a newer commit',
    hint: 'Do nothing as long as that run succeeds. If it fails, run this again.',
  },
  'image-not-attested': {
    summary: 'the image has no valid attestation by the workflow in require-attestation',
    hint: 'Build the image in a job that attests it (examples/workflows/attested.yml), and pass its digest as the input image. The reason says what was found and what is wrong with it.',
  },
  'image-vulnerable': {
    summary: 'the scan of the image found vulnerabilities that max-severity refuses',
    hint: 'Update what is named, usually with a newer base image, and build again. Or set another max-severity.',
  },
  'image-not-scanned': {
    summary: 'max-severity is set, but the registry has no scan result for the image',
    hint: 'Turn on scan on push, or enhanced scanning, for the repository in ECR, and scan the image once: `aws ecr start-image-scan`.',
  },
  'names-elsewhere': {
    summary: 'a name did not resolve to the hosts within dns-timeout, so no certificate was requested',
    hint: 'Create the record that the log shows, wherever the DNS of the name is, and run this again. Or raise dns-timeout. If a balancer or CDN is in front of the hosts, name it in trusted-proxies.',
  },
  'names-failed': {
    summary: 'Route 53 did not accept the records of the names, or something else kept changing them',
    hint: 'Find what else changes the records of that hosted zone, and run this again. hosted-zone-id: none leaves all records to you.',
  },
  'no-credentials': {
    summary: 'there are no AWS credentials',
    hint: 'Set role-to-assume, and give the job id-token: write. If it is set to a variable, that variable is empty for this job.',
  },
  'no-identity-token': {
    summary: 'GitHub gave the job no identity token',
    hint: 'Give the job id-token: write. If it has that, run this again.',
  },
  'role-not-assumed': {
    summary: 'the role in role-to-assume does not trust the job, or the account does not know its tokens',
    hint: 'Compare the subject in the message with the trust policy of the role. The message has the statement that matches. docs/permissions.md explains subjects.',
  },
  'credentials-expired': {
    summary: 'the AWS credentials expired during the run',
    hint: 'Set role-to-assume, whose credentials the action renews, or get credentials that last longer in the earlier step.',
  },
  'credentials-refused': {
    summary: 'AWS does not accept the credentials',
    hint: 'Check that aws-region is enabled in the account of the role, that no old AWS_* variables of the job interfere, and that the clock of the runner is right.',
  },
  'not-allowed': {
    summary: 'the role of the run lacks a permission',
    hint: 'Allow it in the policy of the role. docs/iam/setup.yaml has the whole policy.',
  },
  'unhealthy-setup': {
    summary: 'command doctor found something that a deploy needs and that is wrong',
    hint: 'Each row of its table that failed has its fix.',
  },
  'aws-unavailable': {
    summary: 'AWS failed a request several times',
    hint: 'Run this again: it continues from what is there. If AWS keeps failing, see https://health.aws.amazon.com.',
  },
  'unknown-region': { summary: 'AWS has no such region', hint: 'Check the input aws-region.' },
  'account-limit': {
    summary: 'the account has reached a quota for instances or Elastic IPs',
    hint: 'Request a higher quota in Service Quotas, or use less: a smaller instance-type, elastic-ip: false.',
  },
  'account-not-ready': {
    summary: 'AWS launches no instances for this account',
    hint: 'Open the AWS console: the account itself needs attention.',
  },
  'no-capacity': {
    summary: 'AWS has no capacity for the instance type in any of the subnets',
    hint: 'Choose another instance-type, add subnets of other zones to subnet-ids, or try again later.',
  },
  'launch-refused': { summary: 'AWS refuses to launch an instance with one of the inputs', hint: 'Correct the input that is named.' },
  'no-default-vpc': {
    summary: 'the region has no default VPC, or its default VPC has no subnet',
    hint: 'Set subnet-ids to one or more public subnets.',
  },
  'no-default-ami': { summary: 'AWS does not name the newest Amazon Linux 2023 in this region', hint: 'Set `ami`.' },
  'unknown-ami': {
    summary: 'the image in the input ami does not exist in the region, or is not shared with the account',
    hint: 'Check `ami` and aws-region.',
  },
  'unknown-instance-type': { summary: 'the region does not offer the instance type', hint: 'Set another instance-type.' },
  'unknown-subnet': { summary: 'AWS does not know all of the subnets', hint: 'Check subnet-ids and aws-region.' },
  'wrong-architecture': {
    summary: 'the inputs ami and instance-type have different architectures',
    hint: 'Leave `ami` empty, or choose both with the same architecture.',
  },
  'profile-not-visible': {
    summary: 'EC2 does not know the instance profile',
    hint: 'Check that it exists and has a role, or leave instance-profile empty.',
  },
  'role-taken': {
    summary: 'a role or profile of that name exists, but not for this service',
    hint: 'Set instance-profile to one of your own, or rename the existing one.',
  },
  'repository-taken': {
    summary: 'the ECR repository lacks the tags of this service and environment, so others could control its images',
    hint: 'Leave `repository` out, and promote what another environment built. Or tag the repository, if no other environment can push to it.',
  },
  'security-group-taken': {
    summary: 'the VPC has a security group of that name that the action did not create',
    hint: 'Set security-group-ids to your own groups, or rename the existing one.',
  },
  'host-timeout': {
    summary: 'a host took longer to start, stop or terminate than host-timeout allows',
    hint: 'Raise host-timeout, or look at the instance in the EC2 console. Then run this again.',
  },
  'host-terminated': {
    summary: 'a host was terminated while the run waited for it',
    hint: "See EC2's reason. `Client.InternalError` usually means that the role of the run cannot use the KMS key that encrypts the account's new volumes (docs/permissions.md). Run this again to launch a new one.",
  },
  'host-in-use': {
    summary: 'a host to replace got another service during the run, or no longer says what is on it',
    hint: 'The release serves on the new host, and the old host keeps its address. Do what the reason says, and run this again.',
  },
  'termination-protected': {
    summary: 'a host is protected from termination',
    hint: 'Remove the protection in the EC2 console, and run this again.',
  },
  'stop-refused': {
    summary: 'AWS does not stop a host that its schedule wants to stop',
    hint: 'Remove the stop protection in the EC2 console, or leave `schedule` out.',
  },
  'role-in-use': {
    summary: 'the role of the hosts cannot be deleted',
    hint: 'Detach what was attached to it by hand, and run `destroy` again.',
  },
  'security-group-in-use': {
    summary: 'the security group of the hosts is still in use',
    hint: 'Detach it from what uses it, and run `destroy` again.',
  },
  'no-docker': { summary: 'the runner has no Docker', hint: 'Use a runner with Docker, such as ubuntu-latest.' },
  'docker-not-running': {
    summary: 'the Docker engine of the runner does not respond',
    hint: 'Use a runner where Docker runs and the user can access it.',
  },
  'no-buildx': { summary: "the runner's Docker has no buildx", hint: 'Add docker/setup-buildx-action before the step.' },
  'multi-platform': {
    summary: "the runner's default builder builds for one platform only",
    hint: 'Add docker/setup-qemu-action and docker/setup-buildx-action before the step, or list only one platform in `platforms`.',
  },
  'wrong-builder-platform': {
    summary: 'the runner cannot run programs of the platform that it builds for',
    hint: 'Add docker/setup-qemu-action before the step, or use a runner of that architecture.',
  },
  'no-dockerfile': {
    summary: 'there is no Dockerfile at the expected path',
    hint: 'Put actions/checkout before the step, or set `context` and `dockerfile`.',
  },
  'build-secret-missing': {
    summary: 'a secret of the build is missing',
    hint: 'Write the file of build-secrets in an earlier step, or correct its path.',
  },
  'build-failed': { summary: 'the build of the image failed', hint: 'Fix the Dockerfile. The whole output is in the log.' },
  'pull-limited': {
    summary: "the registry of the Dockerfile's base image limits the rate of pulls",
    hint: 'Take the base image from public.ecr.aws/docker/library, or add docker/login-action before the step.',
  },
  'push-denied': {
    summary: 'the registry refuses the image',
    hint: 'Allow the push in the policy of the role. docs/iam/setup.yaml has the whole policy.',
  },
  'push-failed': { summary: 'the push of the image failed', hint: "Read the registry's message, and run this again." },
  'tag-exists': { summary: 'another run has pushed the tag in the meantime', hint: 'Run this again: it deploys the image that is there.' },
  'no-repository': { summary: 'the repository was removed in the meantime', hint: 'Run this again: it creates the repository.' },
  'copy-failed': {
    summary: 'the action could not copy the image between the repositories',
    hint: 'Check that the role can pull from one and push to the other (docs/iam/setup.yaml), and run this again.',
  },
  'record-unreadable': {
    summary: 'the release record of a service exists, but no version of it can be read, so nobody knows what belongs to the service',
    hint: 'Look at its versions with `aws ssm get-parameter-history`, and write a good one back. If a later version of the action wrote it, use that version. If nothing of the service must be kept, delete the parameter.',
  },
  'record-too-large': {
    summary: 'the release record does not fit into Parameter Store',
    hint: 'Report this with the log: it is a bug in the action.',
  },
  'trusted-root-missing': {
    summary: "the action cannot get Sigstore's trusted root, which it needs to check attestations",
    hint: 'Let the runner reach https://tuf-repo-cdn.sigstore.dev, or set trusted-root.',
  },
  cancelled: {
    summary: 'the run was cancelled',
    hint: 'A release that already has the traffic keeps it; only a canary loses its share. A launched host stays. See command: status, and run this again when you are ready: it continues from what is there.',
  },
  unexpected: { summary: 'a bug in the action', hint: 'Run this again. If it fails again, report it with the stack.' },
}
