/** The explanation of every cause of a failed deploy on a host. */
export const EXPLANATIONS = {
  'image-not-found': {
    summary: 'the image is not in the registry',
    hint: 'Check the input image. If the image has expired (a repository keeps the live images and at least the newest 200), deploy its commit to build it again.',
  },
  'pull-denied': {
    summary: 'the host is not allowed to pull the image',
    hint: "Allow the host's role to pull from this repository (see docs/iam/setup.yaml), or leave instance-profile empty.",
  },
  'pull-failed': {
    summary: 'the host could not pull the image',
    hint: "Check that the host reaches the registry. The registry's message is above.",
  },
  'wrong-platform': {
    summary: 'the image is built for a platform that the host does not have',
    hint: "Leave the input platforms empty to build for the host's own, or list both.",
  },
  'out-of-disk': {
    summary: "the host's disk is full",
    hint: 'Set a larger volume-size and allow-replacement: true for a new host, or free space on this one.',
  },
  'disk-failed': {
    summary: "the host's disk fails, or is read-only",
    hint: 'Look for errors of the disk in `dmesg` on the host. Reboot it once they are cured, or set renew: true for a new host.',
  },
  'out-of-memory': { summary: 'the container ran out of memory', hint: 'Raise the input memory, or use a larger instance-type.' },
  exited: {
    summary: 'the container exited',
    hint: "Read the container's last log lines, and run the image locally with the same variables.",
  },
  'port-not-listening': {
    summary: 'nothing listens on the port',
    hint: 'Set the input port to the one that serves HTTP. The application must listen on 0.0.0.0, not on 127.0.0.1.',
  },
  'port-loopback': {
    summary: 'the port is open inside the container only',
    hint: 'Let the application listen on 0.0.0.0. Many take the address from a variable, such as HOST, in the input env.',
  },
  'port-ipv6': {
    summary: 'the application listens on IPv6 only, but the proxy connects over IPv4',
    hint: 'Let the application listen on 0.0.0.0, or on :: for both. Many take the address from a variable, such as HOST, in the input env.',
  },
  'port-blocked': {
    summary: 'a firewall blocks connections from the host to the container',
    hint: 'Allow connections from the host to its Docker networks. Look at `iptables -S OUTPUT` and `nft list ruleset` on the host, and at filters inside the container.',
  },
  'health-status': {
    summary: 'the health check got the wrong status',
    hint: "Set health-path, health-codes or health-host to match the application's answer.",
  },
  'health-no-response': {
    summary: 'the health check got no answer in time',
    hint: 'Raise health-timeout if the application starts slowly, or set health-path to a page that answers at once.',
  },
  'health-redirect': {
    summary: 'the application redirects the health check to https',
    hint: 'If a balancer ends TLS, name it in trusted-proxies, and let the application trust X-Forwarded-Proto. Or set health-path to a page that does not redirect, or add this status to health-codes.',
  },
  'health-closed': {
    summary: 'the application closes connections without an answer',
    hint: "Read the container's last log lines. Set health-path to a page that answers, or `port` to one that serves HTTP.",
  },
  'health-protocol': {
    summary: 'the port does not speak the protocol in the input upstream',
    hint: 'Set the input upstream to what the application speaks (http, h2c or https), or the input port to one that speaks HTTP.',
  },
  'health-tls': { summary: 'the port speaks TLS', hint: 'Set upstream: https, or the input port to one that serves plain HTTP.' },
  'healthcheck-failed': {
    summary: "the image's HEALTHCHECK fails",
    hint: 'Read its output below, and fix the application or the HEALTHCHECK in the Dockerfile. Raise health-timeout if the application starts slowly.',
  },
  'healthcheck-slow': {
    summary: "the image's HEALTHCHECK gives no result in time",
    hint: 'Raise health-timeout, or set `HEALTHCHECK --interval=2s` in the Dockerfile. By default, Docker runs the first check after 30 s.',
  },
  'secret-missing': { summary: 'a secret does not exist', hint: 'Create it, or correct its name in the input secrets.' },
  'secret-denied': {
    summary: "the host's role is not allowed to read a secret",
    hint: "Allow the host's role to read it, or move the secret below the service's own path (see docs/guides/deploy/secrets.md).",
  },
  'secret-failed': { summary: 'the host could not read a secret', hint: 'Correct the secret, or its reference in the input secrets.' },
  'proxy-port-taken': {
    summary: 'the port of the proxy is taken',
    hint: 'Stop the program that holds it, or choose another http-port or https-port.',
  },
  'route-taken': {
    summary: 'another service of the host already has this name and path',
    hint: 'Choose names in `domains` or a path-prefix that no other service on the port has, or another http-port.',
  },
  'certificate-failed': {
    summary: 'the authority issued no certificate',
    hint: 'Read its message above. Each name in `domains` and redirect-domains must resolve to this host, and ports 80 and 443 must be open to everybody. If the authority throttles, wait as long as it says. Raise certificate-timeout if it is slow.',
  },
  'proxy-failed': {
    summary: 'the proxy does not run',
    hint: 'Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it.',
  },
  'proxy-without-dns': {
    summary: "the proxy's image cannot answer DNS challenges",
    hint: 'Set proxy-image to a Caddy with the module dns.providers.route53. docs/guides/serve/wildcard.md has a Dockerfile for it.',
  },
  'certificate-invalid': {
    summary: 'the certificate in the secret of the input tls does not fit this service',
    hint: 'Put the key and the whole chain of a certificate for all names in `domains` and redirect-domains into the secret (docs/guides/serve/own-certificate.md), and run this again. Nothing was changed.',
  },
  'not-serving': {
    summary: 'the host could not confirm that the new release is live',
    hint: "Read the host's log below. The previous release was restored.",
  },
  'docker-failed': {
    summary: 'Docker on the host does not answer, or refuses a request',
    hint: "Read Docker's message. If the daemon was restarting, run this again.",
  },
  'host-unfit': {
    summary: 'the host cannot run this release',
    hint: 'Fix what is named here on the host, and run this again. Nothing was changed.',
  },
  'volume-data': {
    summary: 'data would be lost or split',
    hint: 'Set the input volume-data to allow it, or keep the service on one host.',
  },
  'start-failed': {
    summary: 'Docker did not start the container',
    hint: "Read Docker's message: a volume, a user, a limit or the image's command may be wrong.",
  },
  'release-command-failed': {
    summary: 'the release command failed',
    hint: 'Read its last lines below, and fix what it runs, or raise release-command-timeout if it needs longer. No host got the release, and the next run runs the command again.',
  },
  'seed-failed': {
    summary: 'the seed of the preview failed',
    hint: 'Read its last lines below, and fix the command in `seed`. The next run tries it again, before anything is served.',
  },
  'asset-files': {
    summary: 'the host could not copy asset-files out of the container',
    hint: 'Set asset-files to the folder that the application serves below asset-path, or remove both inputs.',
  },
  'bad-payload': { summary: 'the host did not understand the order', hint: 'Report this with the log: it is a bug in the action.' },
  'bake-errors': {
    summary: 'the new release answered with too many errors',
    hint: "Read the container's last log lines. Raise bake-max-errors if these answers are expected.",
  },
  alarm: {
    summary: 'a CloudWatch alarm became active',
    hint: 'Look at the alarm, and at the log below. If the release has nothing to do with it, take the alarm out of the input alarms.',
  },
  'canary-errors': {
    summary: 'the canary answered with too many errors',
    hint: "Read the canary's log below. If these answers are expected, raise canary-max-error-rate where the reason names it. Otherwise the baseline has fewer errors: set canary-dry-run: true, which only reports that.",
  },
  'canary-slow': {
    summary: 'the canary is too slow',
    hint: 'Compare the two releases under load. If these durations are expected, raise canary-max-latency where the reason names it. Otherwise the baseline is faster: set canary-dry-run: true, which only reports that.',
  },
  'canary-died': {
    summary: 'the canary exited',
    hint: "Read the container's last log lines. Its memory limit or a request may be the reason.",
  },
  'canary-unhealthy': { summary: 'the canary became unhealthy', hint: "Read the canary's log and its answer to the health check below." },
  'canary-inconclusive': {
    summary: 'the canary got too few requests to judge it',
    hint: 'Give its steps more time or a larger share, lower canary-min-requests, or set canary-inconclusive to hold or promote.',
  },
  'canary-aborted': {
    summary: 'the canary was aborted',
    hint: 'See who aborted it and why, or how long it was paused. Run this again when the release can go ahead.',
  },
  'canary-upstream': {
    summary: 'a canary must speak the same protocol as the live release',
    hint: 'Deploy the new value of `upstream` once without canary-steps. The cut-over loses no request.',
  },
  'canary-ended': {
    summary: 'the canary was ended early',
    hint: 'See the reason. If the host lost contact with the run, check that SSM reaches the hosts. Then run this again.',
  },
  'concurrent-release': {
    summary: 'another release was deployed in the meantime',
    hint: 'Run this again to compare it with the live release.',
  },
  'release-not-found': { summary: 'the host does not know the release', hint: 'Choose one that `status` lists, or deploy its commit.' },
  'lock-held': { summary: 'another deploy of this service is running on the host', hint: 'Wait for it to end, and run this again.' },
  'lease-lost': {
    summary: 'another run took over the service because this one was silent for too long',
    hint: 'Look at `command: status`. If the other run did not deploy what you need, run this again.',
  },
  'not-started': { summary: 'another host failed before this one started', hint: 'Fix the host that failed, and run this again.' },
  'program-failed': {
    summary: 'the host program stopped early',
    hint: 'Read its output below, and run this again: the next run cleans up.',
  },
  'program-missing': {
    summary: 'the host lost the program of this action several times in a row',
    hint: "Removals of the host's last service take it along: run this again once they have ended. If that does not help, look for what else removes files from /var/lib/docker-to-ec2 on the host.",
  },
  'command-timed-out': {
    summary: 'the work on the host took longer than the input deploy-timeout allows',
    hint: 'Raise deploy-timeout, and run this again: the next run cleans up.',
  },
  'agent-failed': {
    summary: "SSM's agent failed on the host three times in a row",
    hint: "Read the agent's words below, and its log in /var/log/amazon/ssm on the host. A full disk and too little memory are known reasons: remove them, restart the agent or the host, and run this again.",
  },
  'agent-offline': {
    summary: 'SSM cannot reach the host',
    hint: 'See the reason. The agent needs an instance profile with SSM permissions, and a way to the internet or to VPC endpoints.',
  },
} as const

export type Cause = keyof typeof EXPLANATIONS

/** Whether a host can give this cause. */
export function isCause(value: string): value is Cause {
  return Object.hasOwn(EXPLANATIONS, value)
}
