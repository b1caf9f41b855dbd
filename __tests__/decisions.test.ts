import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { groupsIn, testsIn } from './fakes/named-tests.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', 'docs', 'architecture.md'), 'utf8')
const DECISIONS = [...PAGE.matchAll(/^\*\*([^*]+?)\.?\*\*/gm)].map(([, title = '']) => title)

/** What each decision of the page promises first, and the test that shows it. */
const SHOWN: Readonly<Record<string, string>> = {
  'AWS and the host hold the truth, not the action':
    'e2e/cancel.test.ts: by SIGKILL: `post` cancels the command and releases the lease, and the next run repairs the host',
  'Decisions are made in TypeScript or in pure functions of the host program; other code carries them out':
    'test_pure.py: test_each_function_of_the_pure_modules_is_tested_by_itself',
  'An answer that the agent lost is asked for again':
    'adapters/aws/ssm/program-delivery.test.ts: is sent again to that host, and to those that SSM left out because of it',
  'State survives a power loss': 'test_state.py: test_syncs_a_file_before_it_gets_its_name',
  'A failed clean-up does not fail a release': 'test_obstacles.py: test_a_container_that_docker_cannot_remove_blocks_nothing',
  'A job counts only if it ended by itself':
    'test_release_command.py: test_a_command_that_somebody_stops_has_not_ended_well_whatever_it_says',
  'A boot repairs what a crash left': 'test_put_right.py: test_gives_the_traffic_to_the_verified_slot_that_runs',
  'The host is checked first': 'test_fit.py: test_reports_all_findings_at_once_with_fatal_ones_first',
  'Data stays': 'e2e/data.test.ts: data of a release survives every command',
  'The cut-over replaces a small file':
    'e2e/https.test.ts: loses no request and no WebSocket in 20 releases, without a reload of the proxy',
  'A route comes with its release':
    'e2e/edge.test.ts: changes at the cut-over: a wrong one leaves the earlier release untouched, and the right one loses no request',
  'A worker has no route': 'test_switching.py: test_a_service_becomes_a_worker_and_returns',
  'A worker works as soon as it runs': 'test_worker.py: test_a_worker_that_was_never_live_gets_its_time_to_stop',
  'Services are routes': 'test_edge.py: test_the_order_of_services_does_not_matter',
  'Counters are kept by track': 'test_counters.py: test_counts_each_service_and_track_by_its_entrance',
  'A certificate comes before its release': 'test_asking.py: test_the_old_route_serves_until_the_certificates_arrive',
  'A change of authority has no gap that matters': 'test_asking.py: test_the_earlier_certificate_serves_until_another_authority_issues_one',
  'HTTP/3 gets no `Connection` header': 'test_https.py: test_an_http3_request_survives_a_reload',
  'A certificate survives its host': 'test_kept.py: test_a_new_host_gets_the_certificates_of_its_predecessor',
  'Your own certificate is tested before it is used': 'test_pair.py: test_refuses_a_certificate_that_no_visitor_would_accept',
  'A reload loses nothing': 'test_caddy.py: test_a_reload_loses_no_request',
  'New connections go to the new configuration':
    'test_accepting.py: test_waiting_connections_reach_the_other_process_if_the_kernel_migrates_them',
  'A port has its own socket for 127.0.0.1': 'test_beside_nginx.py: test_opening_and_closing_a_service_to_others_loses_no_request',
  'Access settings (`doors.ts`, `doors.py`) belong to the service, not to its release':
    'test_release_doors.py: test_a_rollback_to_an_earlier_release_keeps_the_access_rules',
  'A proxy is replaced only by one that answers': 'test_handover.py: test_the_predecessor_keeps_serving_if_the_successor_does_not_answer',
  'Assets of other releases are copies':
    'e2e/assets.test.ts: still gets the assets of its build after two deploys that no longer contain them',
  'Another proxy can serve the visitors': 'test_beside_nginx.py: test_cut_overs_and_changed_routes_lose_no_request',
  'No reused connection can cost a request': 'test_upstreams.py: test_loses_no_post_if_the_application_closes_idle_connections',
  'A lost canary is skipped at once': 'test_upstreams.py: test_requests_for_a_missing_canary_go_to_the_live_slot_at_once',
  'A fault has one cause': 'test_health.py: test_chooses_one_cause',
  'Walls separate services': 'test_walls.py: test_a_slot_reaches_the_internet_but_neither_the_host_nor_other_services',
  'Containers have fixed addresses': 'test_network.py: test_uses_every_address_once_before_it_reuses_any',
  'Green is proven, not assumed': 'commands/deploy.test.ts: fails if the proxy serves another digest, whatever the host reports',
  'A release is digest and configuration': 'domain/release/release.test.ts: is the commit and a hash',
  'A setting of a release is one row': 'one-row.test.ts: is kept by the host, and a part of its container',
  'A release keeps the defaults of its time': 'test_remember.py: test_stores_the_latest_value_of_a_setting_outside_the_fingerprint',
  "Docker runs the image's HEALTHCHECK": 'test_healthcheck.py: test_a_slot_is_healthy_after_both_checks_pass',
  'The action deploys what is checked out':
    'commands/identity.test.ts: is the one that is checked out, and a different commit of the event is logged',
  'An existing tag is never built again': 'commands/identity.test.ts: builds again under the next tag, and later deploys use that image',
  'Live images do not expire': 'commands/deploy.test.ts: tags the image that serves, so that it does not expire',
  'The version of a secret is part of a release':
    'e2e/restart.test.ts: a plan names rotated secrets, and a restart applies them without a lost request',
  'The order of commits is checked twice':
    'commands/guards.test.ts: a release that another run deployed in the meantime is read again, and becomes the base of this deploy',
  'The bake': 'e2e/bake.test.ts: is continued by the next run of the same release, which repeats the bake',
  'A canary is a share in a file': 'e2e/canary.test.ts: promotes a healthy release step by step, without a failed request',
  'A rollback uses data that is already on the host':
    'e2e/rollback.test.ts: restores a release from the registry if the host has no container, image or document of it',
  'A release is an artifact':
    'e2e/promote.test.ts: stores the specification beside the image, as an artifact with the image as its subject',
  'An image proves itself before any change':
    'e2e/provenance.test.ts: refuses each invalid attestation of the image, and deploys with a valid one',
  'A promotion is a deploy whose specification comes from the registry':
    'e2e/promote.test.ts: reads the specification from the registry, and sends no shell command to the hosts of staging',
  'A preview is an environment that is a guest':
    'e2e/previews.test.ts: are created, updated and removed, and neither they nor a neighbour lose a request',
  'A comment is read once, and fails closed': 'commands/comment.test.ts: a GitHub that fails refuses, at whichever request',
  'A sleeping preview keeps its address and its route':
    'test_sleeper.py: test_sleeps_after_its_last_visitor_and_wakes_for_the_next_without_a_lost_request',
  'A version is a name for one digest':
    'commands/versions.test.ts: refuses a version that another run has given to another image in the meantime, before any order to a host',
  History: 'commands/guards.test.ts: a failed attempt is in the history, and the live release stays in the record',
  'An input is a row, whatever it is read from': '__tests__/docs.test.ts: each command has an action',
  'A plan is the beginning of a deploy': 'commands/plan.test.ts: deploys what was planned, and can be rerun',
  'Several hosts are one command':
    'commands/fleet.test.ts: launches all, spread over the subnets, each with an address, and releases to them with one command',
  Cancelling: 'e2e/cancel.test.ts: by SIGKILL during the build: `post` ends it, and removes its credentials',
  'An input takes effect, or is refused':
    'domain/host/differences.test.ts: every input that takes effect on a new host is compared with the host that is there',
  'Nothing is terminated without clearance': 'commands/ending.test.ts: keeps host and address for a guest that arrived during the release',
  'Advice can be followed': '__tests__/advice.test.ts: is followed by a test, or no test can',
  'A record is ours, or it stays': 'commands/names.test.ts: never overwrites a record that somebody creates at the same time',
  'A write names the version that its writer had read':
    'steps/lease.test.ts: no two runs change a service at once, no record is lost, and the next run needs no help',
  'The lease': 'steps/lease.test.ts: no two runs change a service at once, no record is lost, and the next run needs no help',
  'The token': 'test_fence.py: test_refuses_each_changing_order_with_a_lower_token',
  'The end of a service': 'with-lease.test.ts: a renewal in progress when the service is destroyed leaves no lease behind',
  'Waiting runs': 'e2e/order.test.ts: the second waits and names the first, and an older waiting run gives way to a newer one',
  'Steering a canary': 'commands/steer.test.ts: acts once on a request, even if the answer to it was lost',
}

it('every decision of docs/architecture.md has a test', () => {
  expect(DECISIONS.length).toBeGreaterThan(50)
  expect(DECISIONS.filter((title) => !Object.hasOwn(SHOWN, title))).toEqual([])
  expect(Object.keys(SHOWN).filter((title) => !DECISIONS.includes(title))).toEqual([])
})

it('every test of a decision exists', () => {
  const missing = Object.values(SHOWN).filter((where) => {
    const [file = '', name = ''] = where.replace('__tests__/', '').split(/: (.*)/s)
    return ![...testsIn(file), ...groupsIn(file)].includes(name)
  })
  expect(missing).toEqual([])
})
