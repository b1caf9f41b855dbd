/** Every cause that a failed deploy can have, in the words of its explanation. */
export const EXPLANATIONS = {
  'image-not-found': {
    summary: 'the image is not in the registry',
    hint: 'Check the input image. One that has expired (a repository keeps its newest images, 200 at least, and those that serve) is built again by a deploy of its commit.',
  },
  'pull-denied': {
    summary: 'the host may not pull the image',
    hint: "Allow the host's role to pull this repository (see docs/iam/setup.yaml), or leave instance-profile empty.",
  },
  'pull-failed': {
    summary: 'the image could not be pulled',
    hint: "Check that the host reaches the registry; the registry's words are above.",
  },
  'wrong-platform': {
    summary: "the image is built for another platform than the host's",
    hint: "Leave the input platforms empty to build for the host's own, or list both.",
  },
  'out-of-disk': {
    summary: "the host's disk is full",
    hint: 'Set a larger volume-size and allow-replacement: true for a new host, or free space on this one.',
  },
  'out-of-memory': { summary: 'the container ran out of memory', hint: 'Raise the input memory, or use a larger instance-type.' },
  exited: { summary: 'the container exited', hint: "Read the container's last log lines; run the image locally with the same env." },
  'port-not-listening': {
    summary: 'nothing listens on the port',
    hint: 'Set the input port to the one the application listens on; it must listen on 0.0.0.0, not on 127.0.0.1.',
  },
  'port-loopback': {
    summary: 'the port is open inside the container only',
    hint: 'Let the application listen on 0.0.0.0; many take it from a variable, such as HOST, in the input env.',
  },
  'port-ipv6': {
    summary: 'the application listens on IPv6 only, and the proxy reaches it by IPv4',
    hint: 'Let the application listen on 0.0.0.0, or on :: for both; many take it from a variable, such as HOST, in the input env.',
  },
  'port-blocked': {
    summary: 'a firewall lies between the host and the container',
    hint: "Let the host's own connections to its Docker networks pass: see iptables -S OUTPUT and nft list ruleset on the host, and what the container itself filters.",
  },
  'health-status': {
    summary: 'the health check got the wrong status',
    hint: 'Set health-path, health-codes or health-host to what the application answers.',
  },
  'health-no-response': {
    summary: 'the health check got no answer in time',
    hint: 'Raise health-timeout if the application starts slowly, or set health-path to a page that answers at once.',
  },
  'health-redirect': {
    summary: 'the health check is redirected to https',
    hint: 'Where a balancer ends TLS, set trusted-proxies to it, and let the application believe X-Forwarded-Proto. Or set health-path to a page that it does not redirect, or list this very status in health-codes.',
  },
  'health-closed': {
    summary: 'the application closes connections without an answer',
    hint: "Read the container's last log lines; set health-path to a page that answers, or port to the one that serves HTTP.",
  },
  'health-protocol': {
    summary: 'the port speaks another protocol than the input upstream says',
    hint: 'Set upstream to what the application speaks (http, h2c or https), or the input port to one that speaks HTTP.',
  },
  'health-tls': {
    summary: 'the port speaks TLS',
    hint: 'Set upstream: https, or the input port to one that serves plain HTTP.',
  },
  'healthcheck-failed': {
    summary: "the image's HEALTHCHECK fails",
    hint: 'Read its output below, and correct the application or the HEALTHCHECK in the Dockerfile; raise health-timeout if the application only starts slowly.',
  },
  'healthcheck-slow': {
    summary: "the image's HEALTHCHECK gives no result in time",
    hint: 'Raise health-timeout, or have Docker look sooner: HEALTHCHECK --interval=2s in the Dockerfile. Without an interval, Docker first looks after 30 s.',
  },
  'secret-missing': { summary: 'a secret does not exist', hint: 'Create it, or correct its name in the input secrets.' },
  'secret-denied': {
    summary: "the host's role may not read a secret",
    hint: "Give the permission to the host's role, or move the secret below the service's own path (see README, Secrets).",
  },
  'secret-failed': { summary: 'a secret could not be read', hint: 'Correct it or its reference in the input secrets.' },
  'proxy-port-taken': { summary: 'the port of the proxy is taken', hint: 'Stop what holds it, or choose another http-port.' },
  'route-taken': {
    summary: 'another service of the host answers there',
    hint: 'Give this service domains or a path-prefix that no other one on the port has, or another http-port.',
  },
  'certificate-failed': {
    summary: 'the authority gave out no certificate',
    hint: 'Read its words above. Each of domains and redirect-domains must lead to this host, and ports 80 and 443 must be open to everybody; where the authority limits, wait as long as it says. Raise certificate-timeout if it is slow.',
  },
  'proxy-failed': {
    summary: 'the proxy does not run',
    hint: 'Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it.',
  },
  'proxy-without-dns': {
    summary: 'the image of the proxy cannot answer challenges by DNS',
    hint: 'Set proxy-image to a Caddy that has the module dns.providers.route53; the two lines of a Dockerfile that build one are in docs/guides/wildcard.md.',
  },
  'certificate-invalid': {
    summary: "the certificate in the secret of tls is none for this service's names",
    hint: 'Put a certificate for all of domains and redirect-domains, its chain and its key into the secret (docs/guides/own-certificate.md), and run this again: nothing was changed.',
  },
  'not-serving': {
    summary: 'the proxy does not serve the new release',
    hint: "Look at the host's log below; the earlier release was put back.",
  },
  'docker-failed': {
    summary: 'Docker on the host does not answer, or refuses what it is asked for',
    hint: "See Docker's words; where the daemon was restarting, run this again.",
  },
  'host-unfit': {
    summary: 'the host is not fit for this release',
    hint: 'Change what is named here on the host, and run this again: nothing was touched.',
  },
  'volume-data': {
    summary: 'data would be lost or split',
    hint: 'Say in the input volume-data what becomes of it, or keep the service on one host.',
  },
  'start-failed': {
    summary: 'Docker did not start the container',
    hint: "Read Docker's words: a volume, a user, a limit or the image's command may be wrong.",
  },
  'asset-files': {
    summary: 'the files of asset-files could not be copied out of the container',
    hint: 'Set asset-files to the folder with what the application serves below asset-path, or give neither of the two.',
  },
  'bad-payload': { summary: 'the host did not understand the order', hint: 'Report this with the log: it is a defect of the action.' },
  'bake-errors': {
    summary: 'the new release answered with too many errors',
    hint: 'Read its log below; raise bake-max-errors if these answers are right.',
  },
  'canary-errors': {
    summary: 'the canary answered with too many errors',
    hint: 'Read its log below; raise canary-max-error-rate if the limit is the cause and these answers are right.',
  },
  'canary-slow': {
    summary: 'the canary is too slow',
    hint: 'Compare the two releases under load; raise canary-max-latency if the limit is the cause and this is right.',
  },
  'canary-died': {
    summary: 'the canary exited',
    hint: "Read the container's last log lines; its memory limit or a request may be the cause.",
  },
  'canary-unhealthy': { summary: 'the canary became unhealthy', hint: 'Read its log and its answer to the health check below.' },
  'canary-inconclusive': {
    summary: 'the canary got too few requests to judge it',
    hint: 'Give its steps more time or a larger share, lower canary-min-requests, or set canary-inconclusive to hold or promote.',
  },
  'canary-upstream': {
    summary: 'a canary has to speak what the release beside it speaks',
    hint: 'Deploy the change of upstream once without canary-steps; it comes with the cut-over and loses no request.',
  },
  'canary-ended': {
    summary: 'the canary was ended before its time',
    hint: 'See the reason; where nobody attended to it, check that SSM reaches the hosts. Then run this again.',
  },
  'concurrent-release': { summary: 'another release was deployed meanwhile', hint: 'Run this again; it is compared with what serves now.' },
  'release-not-found': { summary: 'the host does not know the release', hint: 'Choose one that `status` lists, or deploy its commit.' },
  'lock-held': { summary: 'another deploy of this service is at work on the host', hint: 'Wait for it to end, and run this again.' },
  'lease-lost': {
    summary: 'another run took over the service while this one was silent for too long',
    hint: 'Look at `command: status`; run this again if the other run did not bring what this one was to bring.',
  },
  'not-started': {
    summary: 'another host failed before it was the turn of this one',
    hint: 'Heal the host that failed, and run this again.',
  },
  'program-failed': {
    summary: 'the host program stopped before its end',
    hint: 'Read its output below, and run this again: the next run heals what was left.',
  },
  'command-timed-out': {
    summary: 'the work on the host took longer than the input deploy-timeout allows',
    hint: 'Raise deploy-timeout, and run this again: the next run heals what was left.',
  },
  'agent-offline': {
    summary: 'SSM cannot reach the host',
    hint: 'See the reason; the agent needs an instance profile with SSM permissions and a way to the internet or to VPC endpoints.',
  },
} as const

export type Cause = keyof typeof EXPLANATIONS

export function isCause(value: string): value is Cause {
  return Object.hasOwn(EXPLANATIONS, value)
}
