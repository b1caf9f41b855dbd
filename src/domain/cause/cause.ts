/** Every cause that a failed deploy can have, in the words of its explanation. */
export const EXPLANATIONS = {
  'image-not-found': {
    says: 'the image is not in the registry',
    next: 'Check the input image. One that has expired (a repository keeps its newest images, 200 at least, and those that serve) is built again by a deploy of its commit.',
  },
  'pull-denied': {
    says: 'the host may not pull the image',
    next: "Allow the host's role to pull this repository (see docs/iam/setup.yaml), or leave instance-profile empty.",
  },
  'pull-failed': {
    says: 'the image could not be pulled',
    next: "Check that the host reaches the registry; the registry's words are above.",
  },
  'wrong-platform': {
    says: "the image is built for another platform than the host's",
    next: "Leave the input platforms empty to build for the host's own, or list both.",
  },
  'out-of-disk': {
    says: "the host's disk is full",
    next: 'Set a larger volume-size and allow-replacement: true for a new host, or free space on this one.',
  },
  'out-of-memory': { says: 'the container ran out of memory', next: 'Raise the input memory, or use a larger instance-type.' },
  exited: { says: 'the container exited', next: "Read the container's last log lines; run the image locally with the same env." },
  'port-not-listening': {
    says: 'nothing listens on the port',
    next: 'Set the input port to the one the application listens on; it must listen on 0.0.0.0, not on 127.0.0.1.',
  },
  'port-loopback': {
    says: 'the port is open inside the container only',
    next: 'Let the application listen on 0.0.0.0; many take it from a variable, such as HOST, in the input env.',
  },
  'port-ipv6': {
    says: 'the application listens on IPv6 only, and the proxy reaches it by IPv4',
    next: 'Let the application listen on 0.0.0.0, or on :: for both; many take it from a variable, such as HOST, in the input env.',
  },
  'port-blocked': {
    says: 'a firewall lies between the host and the container',
    next: "Let the host's own connections to its Docker networks pass: see iptables -S OUTPUT and nft list ruleset on the host, and what the container itself filters.",
  },
  'health-status': {
    says: 'the health check got the wrong status',
    next: 'Set health-path, health-codes or health-host to what the application answers.',
  },
  'health-silent': {
    says: 'the health check got no answer in time',
    next: 'Raise health-timeout if the application starts slowly, or set health-path to a page that answers at once.',
  },
  'health-redirect': {
    says: 'the health check is redirected to https',
    next: 'Where a balancer ends TLS, set trusted-proxies to it, and let the application believe X-Forwarded-Proto. Or set health-path to a page that it does not redirect, or list this very status in health-codes.',
  },
  'health-closed': {
    says: 'the application closes connections without an answer',
    next: "Read the container's last log lines; set health-path to a page that answers, or port to the one that serves HTTP.",
  },
  'health-protocol': {
    says: 'the port speaks another protocol than the input upstream says',
    next: 'Set upstream to what the application speaks (http, h2c or https), or the input port to one that speaks HTTP.',
  },
  'health-tls': {
    says: 'the port speaks TLS',
    next: 'Set upstream: https, or the input port to one that serves plain HTTP.',
  },
  'healthcheck-failed': {
    says: "the image's HEALTHCHECK fails",
    next: 'Read its output below, and correct the application or the HEALTHCHECK in the Dockerfile; raise health-timeout if the application only starts slowly.',
  },
  'healthcheck-slow': {
    says: "the image's HEALTHCHECK gives no result in time",
    next: 'Raise health-timeout, or have Docker look sooner: HEALTHCHECK --interval=2s in the Dockerfile. Without an interval, Docker first looks after 30 s.',
  },
  'secret-missing': { says: 'a secret does not exist', next: 'Create it, or correct its name in the input secrets.' },
  'secret-denied': {
    says: "the host's role may not read a secret",
    next: "Give the permission to the host's role, or move the secret below the service's own path (see README, Secrets).",
  },
  'secret-failed': { says: 'a secret could not be read', next: 'Correct it or its reference in the input secrets.' },
  'proxy-port-taken': { says: 'the port of the proxy is taken', next: 'Stop what holds it, or choose another http-port.' },
  'route-taken': {
    says: 'another service of the host answers there',
    next: 'Give this service domains or a path-prefix that no other one on the port has, or another http-port.',
  },
  'proxy-failed': {
    says: 'the proxy does not run',
    next: 'Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it.',
  },
  'not-serving': {
    says: 'the proxy does not serve the new release',
    next: "Look at the host's log below; the earlier release was put back.",
  },
  'docker-failed': {
    says: 'Docker on the host does not answer, or refuses what it is asked for',
    next: "See Docker's words; where the daemon was restarting, run this again.",
  },
  'host-unfit': {
    says: 'the host is not fit for this release',
    next: 'Change what is named here on the host, and run this again: nothing was touched.',
  },
  'volume-data': {
    says: 'data would be lost or split',
    next: 'Say in the input volume-data what becomes of it, or keep the service on one host.',
  },
  'start-failed': {
    says: 'Docker did not start the container',
    next: "Read Docker's words: a volume, a user, a limit or the image's command may be wrong.",
  },
  'bad-payload': { says: 'the host did not understand the order', next: 'Report this with the log: it is a defect of the action.' },
  'bake-errors': {
    says: 'the new release answered with too many errors',
    next: 'Read its log below; raise bake-max-errors if these answers are right.',
  },
  'canary-errors': {
    says: 'the canary answered with too many errors',
    next: 'Read its log below; raise canary-max-error-rate if the limit is the cause and these answers are right.',
  },
  'canary-slow': {
    says: 'the canary is too slow',
    next: 'Compare the two releases under load; raise canary-max-latency if the limit is the cause and this is right.',
  },
  'canary-died': {
    says: 'the canary exited',
    next: "Read the container's last log lines; its memory limit or a request may be the cause.",
  },
  'canary-unhealthy': { says: 'the canary became unhealthy', next: 'Read its log and its answer to the health check below.' },
  'canary-inconclusive': {
    says: 'the canary got too few requests to judge it',
    next: 'Give its steps more time or a larger share, lower canary-min-requests, or set canary-inconclusive to hold or promote.',
  },
  'canary-upstream': {
    says: 'a canary has to speak what the release beside it speaks',
    next: 'Deploy the change of upstream once without canary-steps; it comes with the cut-over and loses no request.',
  },
  'canary-ended': {
    says: 'the canary was ended before its time',
    next: 'See the reason; where nobody attended to it, check that SSM reaches the hosts. Then run this again.',
  },
  'moved-on': { says: 'another release was deployed meanwhile', next: 'Run this again; it is compared with what serves now.' },
  'release-not-found': { says: 'the host does not know the release', next: 'Choose one that `status` lists, or deploy its commit.' },
  'lock-held': { says: 'another deploy of this service is at work on the host', next: 'Wait for it to end, and run this again.' },
  'lease-lost': {
    says: 'another run took over the service while this one was silent for too long',
    next: 'Look at `command: status`; run this again if the other run did not bring what this one was to bring.',
  },
  'not-started': {
    says: 'another host failed before it was the turn of this one',
    next: 'Heal the host that failed, and run this again.',
  },
  'program-failed': {
    says: 'the host program stopped before its end',
    next: 'Read its output below, and run this again: the next run heals what was left.',
  },
  'command-timed-out': {
    says: 'the work on the host took longer than the input deploy-timeout allows',
    next: 'Raise deploy-timeout, and run this again: the next run heals what was left.',
  },
  'agent-offline': {
    says: 'SSM cannot reach the host',
    next: 'See the reason; the agent needs an instance profile with SSM permissions and a way to the internet or to VPC endpoints.',
  },
} as const

export type Cause = keyof typeof EXPLANATIONS

export function isCause(value: string): value is Cause {
  return Object.hasOwn(EXPLANATIONS, value)
}
