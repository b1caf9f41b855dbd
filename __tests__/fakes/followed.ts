/** The advice of causes to set an input, where `ADVISED` has no row for it: the test that follows it, or why none does. */

/** `cause input` -> `file: test`. */
export const FOLLOWED: Readonly<Record<string, string>> = {
  'alarm alarms': 'commands/alarms.test.ts: without an alarm in the inputs, CloudWatch is not asked',
  'asset-files asset-files': 'e2e/assets.test.ts: a missing asset folder changes nothing, and following the advice makes the next run work',
  'asset-files asset-path': 'test_asset_copies.py: test_a_release_without_asset_path_copies_nothing',
  'bake-errors bake-max-errors': 'e2e/advice.test.ts: following the advice on errors that are expected makes the next run work',
  'build-secret-missing build-secrets': 'e2e/build-secrets.test.ts: gets its secrets, and no log, image or cache contains them',
  'canary-errors canary-max-error-rate': 'judge.test.ts: names %s, and following that advice makes the canary pass',
  'canary-errors canary-dry-run': 'rollout/canary.test.ts: logs once a step that %s would have aborted it, and continues',
  'canary-slow canary-dry-run': 'rollout/canary.test.ts: logs once a step that %s would have aborted it, and continues',
  'canary-inconclusive canary-inconclusive': 'rollout/canary.test.ts: with canary-inconclusive: %s, %j',
  'canary-inconclusive canary-min-requests': 'judge.test.ts: names %s, and following that advice makes the canary pass',
  'canary-slow canary-max-latency': 'judge.test.ts: names %s, and following that advice makes the canary pass',
  'canary-upstream canary-steps':
    'e2e/edge.test.ts: changes at the cut-over: a wrong one leaves the earlier release untouched, and the right one loses no request',
  'certificate-failed certificate-timeout': 'test_asking.py: test_the_wait_for_an_authority_that_is_down_is_limited',
  'certificate-failed redirect-domains': 'e2e/https.test.ts: is served by name over TLS, and redirects other requests there',
  'credentials-expired role-to-assume': 'e2e/role.test.ts: can run a canary for longer than a session',
  'disk-failed renew': 'e2e/names.test.ts: resolves to the replacement of its host, which takes over the address',
  'health-no-response health-timeout':
    'e2e/advice.test.ts: following the advice on an application that starts slowly makes the next run work',
  'health-tls upstream':
    'e2e/edge.test.ts: upstream: https reaches one with a self-signed certificate, and a second release under load loses no request',
  'healthcheck-failed health-timeout': 'test_healthcheck.py: test_a_slot_is_healthy_after_both_checks_pass',
  'healthcheck-slow health-timeout': 'test_healthcheck.py: test_refuses_an_image_that_cannot_be_checked_in_time_before_its_start',
  'image-not-attested image': 'e2e/provenance.test.ts: refuses each invalid attestation of the image, and deploys with a valid one',
  'image-not-found image': 'e2e/advice.test.ts: following the advice on a missing image makes the next run work',
  'image-vulnerable max-severity': 'e2e/provenance.test.ts: refuses severe findings, the worst first, and deploys with less severe ones',
  'account-limit elastic-ip': 'e2e/hosts.test.ts: has its own public address with elastic-ip: false',
  'host-timeout host-timeout': 'wait-for-state.test.ts: waiting for a host ends after host-timeout',
  'lock-held lock-timeout': 'acquire-lease.test.ts: a lease with an invalid token is still held by one run at a time',
  'names-elsewhere dns-timeout': 'commands/names.test.ts: waits until a name resolves, and shows the record to create',
  'names-failed hosted-zone-id':
    'commands/names.test.ts: names the missing permission, and the way without it, if the role can list zones but not their records',
  'no-capacity subnet-ids': 'networks.test.ts: uses the named subnets, in their order',
  'no-credentials role-to-assume': 'e2e/role.test.ts: deploys with the role that trusts it, in a session named after the run',
  'no-default-vpc subnet-ids': 'networks.test.ts: uses the named subnets, in their order',
  'security-group-taken security-group-ids': 'commands/closed-port.test.ts: is left alone in groups that the inputs name',
  'unknown-subnet subnet-ids': 'networks.test.ts: uses the named subnets, in their order',
  'wrong-account account-id': 'check-account.test.ts: credentials of another account than account-id are refused, and both are named',
  'names-elsewhere trusted-proxies': 'commands/names.test.ts: a name can lead %s',
  'out-of-disk allow-replacement': 'e2e/hosts.test.ts: is replaced for a larger disk only with allow-replacement',
  'out-of-disk volume-size': 'e2e/hosts.test.ts: is replaced for a larger disk only with allow-replacement',
  'out-of-memory instance-type':
    'e2e/hosts.test.ts: is replaced with allow-replacement: true, and the new host takes over service and address',
  'proxy-failed proxy-image': 'e2e/advice.test.ts: following the advice on an image that is no proxy makes the next run work',
  'proxy-port-taken https-port': 'test_reconcile.py: test_another_https_port_is_accepted_while_somebody_else_has_the_first',
  'proxy-port-taken http-port': 'e2e/advice.test.ts: following the advice on a port in use makes the next run work',
  'release-command-failed release-command-timeout':
    'e2e/release-command.test.ts: a release command that fails leaves the earlier release alone, and following the advice makes the next run work',
  'refused allow-downgrade': 'e2e/order.test.ts: an outdated run is accepted if the input allows it',
  'refused allow-replacement':
    'e2e/hosts.test.ts: is replaced with allow-replacement: true, and the new host takes over service and address',
  'refused allow-rolled-back': 'e2e/rollback.test.ts: the commit that was rolled back is refused without allow-rolled-back',
  'route-taken http-port': "e2e/shared-host.test.ts: share a port by name and by path, before and after each other's releases",
  'route-taken path-prefix': "e2e/shared-host.test.ts: share a port by name and by path, before and after each other's releases",
  'proxy-without-dns proxy-image': 'test_takes_over.py: test_takes_over_with_the_route_that_needs_it_and_keeps_serving_the_others',
  'trusted-root-missing trusted-root':
    'e2e/provenance.test.ts: refuses each invalid attestation of the image, and deploys with a valid one',
  'volume-data volume-data': 'e2e/data.test.ts: data is removed with its host if the input allows it',
  'wrong-platform platforms': 'e2e/buildx.test.ts: names what its builder cannot do, and leaves nothing behind',
}

const ACCOUNT = 'what an account has is not decided here: the request has the value of the input (`adapters/aws`)'
const READS = 'it only looks'
const NAMES = 'the secret is to be changed, and no input'

/** `cause input` -> why no test follows it. */
export const OUTSIDE: Readonly<Record<string, string>> = {
  'account-limit instance-type': ACCOUNT,
  'cancelled command': READS,
  'certificate-invalid redirect-domains': NAMES,
  'lease-lost command': READS,
  'command-timed-out deploy-timeout': 'the agent of a real machine keeps the limit: __tests__/vm/releases.test.ts',
  'secret-failed secrets': 'AWS does not say before what is wrong with a reference: test_secrets.py has its answers',
  'no-capacity instance-type': ACCOUNT,
  'profile-not-visible instance-profile': ACCOUNT,
  'pull-denied instance-profile': ACCOUNT,
  'role-taken instance-profile': ACCOUNT,
  'credentials-refused aws-region': ACCOUNT,
  'unknown-ami aws-region': ACCOUNT,
  'unknown-instance-type instance-type': ACCOUNT,
  'unknown-region aws-region': ACCOUNT,
  'unknown-subnet aws-region': ACCOUNT,
}
