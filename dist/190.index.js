"use strict";
exports.id = 190;
exports.ids = [190];
exports.modules = {

/***/ 190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deployWanted),
/* harmony export */   t: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3814);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4264);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4786);
/* harmony import */ var _revert_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9311);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5910);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7626);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9734);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3535);
/* harmony import */ var _minute_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(5173);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8109);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5128);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3096);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5933);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9365);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1236);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3048);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1929);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8929);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(5661);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6434);






















// src/domain/canary/watch.ts
/** A verdict is sought when there is so much more to see than at the last look; the more looks, the less each may be wrong. */
const GROWTH = 1.25;
const FIRST_LOOK = 20;
function beginWatch(readings) {
	return observe({
		step: 0,
		window: _result_js__WEBPACK_IMPORTED_MODULE_1__._,
		health: "healthy",
		looks: 0,
		lookedAt: 0,
		seen: {},
		done: [],
		promoted: false
	}, readings);
}
/** Takes in new readings. `timed` is false while the canary warms up: what is slow then is no sign. */
function observe(watch, readings, timed = true) {
	let { window } = watch;
	const seen = { ...watch.seen };
	for (const [host, { counters }] of Object.entries(readings)) {
		const before = seen[host];
		if (counters && before) window = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.y)(window, before, counters, timed);
		if (counters) seen[host] = counters;
	}
	return {
		...watch,
		window,
		seen,
		health: worst(Object.values(readings))
	};
}
/** Goes on from new readings: what was between them and the last ones belongs to no step. */
function rebase(watch, readings) {
	const { seen, health } = observe(watch, readings);
	return {
		...watch,
		seen,
		health
	};
}
function worst(readings) {
	return _result_js__WEBPACK_IMPORTED_MODULE_1__.f.findLast((health) => readings.some((reading) => reading.health === health)) ?? "healthy";
}
/** Judges if there is something new to judge, and counts the look. */
function lookAt(watch, spec, ended) {
	const { window, health } = watch;
	const due = window.canary.total >= Math.max(FIRST_LOOK, watch.lookedAt * GROWTH);
	if (!ended && !due && health === "healthy") return {
		watch,
		verdict: { kind: "continue" }
	};
	const number = watch.looks + 1;
	return {
		watch: {
			...watch,
			looks: number,
			lookedAt: window.canary.total
		},
		verdict: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.m)({
			window,
			health,
			number,
			ended
		}, spec)
	};
}
/** Ends the step; the next one begins with a window of its own. */
function endStep(watch, { share }, verdict) {
	const done = [...watch.done, {
		share,
		window: watch.window,
		verdict
	}];
	return {
		...watch,
		done,
		step: watch.step + 1,
		window: _result_js__WEBPACK_IMPORTED_MODULE_1__._,
		lookedAt: 0
	};
}
/** `canary 10%: 812 requests, 0.1% 5xx (baseline 0.1%), p99 48 ms (baseline 45 ms)` */
function describeStep({ share }, { window }) {
	const { bounds, canary, baseline } = window;
	if (canary.total + baseline.total === 0) return `canary ${share}%: no requests yet`;
	const p99 = (side) => side.timed === 0 ? "unknown" : (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.h)((0,_result_js__WEBPACK_IMPORTED_MODULE_1__.x)(bounds, side, .99));
	const shares = `${(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_result_js__WEBPACK_IMPORTED_MODULE_1__.v)(canary))} 5xx (baseline ${(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_result_js__WEBPACK_IMPORTED_MODULE_1__.v)(baseline))})`;
	return `canary ${share}%: ${canary.total} requests, ${shares}, p99 ${p99(canary)} (baseline ${p99(baseline)})`;
}
/** What the canary cost the visitors, over all steps: `31 of 9,120 requests` that it answered badly. */
function blastRadius({ done }) {
	const sum = (of) => done.reduce((total, { window }) => total + of(window), 0);
	return {
		errors: sum(({ canary }) => canary.errors),
		canary: sum(({ canary }) => canary.total),
		all: sum(({ canary, baseline }) => canary.total + baseline.total)
	};
}
// src/domain/canary/table.ts
function canaryTable(watch) {
	return {
		head: [
			"Share",
			"Side",
			"Requests",
			"5xx",
			"Average",
			"p50",
			"p99"
		],
		rows: watch.done.flatMap(stepRows),
		verdicts: watch.done.map(({ share, verdict }) => `${share}%: ${shortVerdict(verdict)}`),
		steps: watch.done.map(({ share, window }) => ({
			share,
			canary: numbers(window, "canary"),
			baseline: numbers(window, "baseline")
		})),
		cost: describeCost(watch)
	};
}
/** Why a canary is bad is told as the cause of the failure. */
function shortVerdict(verdict) {
	return verdict.startsWith("bad:") ? "bad" : verdict;
}
function numbers(window, side) {
	const counts = window[side];
	return {
		errors: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.v)(counts),
		p99: counts.timed === 0 ? void 0 : (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.x)(window.bounds, counts, .99)
	};
}
function stepRows({ share, window }) {
	const side = (name, counts) => [
		`${share}%`,
		name,
		String(counts.total),
		`${counts.errors} (${(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_result_js__WEBPACK_IMPORTED_MODULE_1__.v)(counts))})`,
		...durations(window, counts)
	];
	return [side("canary", window.canary), side("baseline", window.baseline)];
}
/** Average, p50 and p99, as exact as the proxy's bounds are. */
function durations({ bounds }, counts) {
	if (counts.timed === 0) return [
		"unknown",
		"unknown",
		"unknown"
	];
	return [
		(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.b)(counts),
		(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.x)(bounds, counts, .5),
		(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.x)(bounds, counts, .99)
	].map(_result_js__WEBPACK_IMPORTED_MODULE_1__.h);
}
/** The blast radius in a sentence or two. */
function describeCost(watch) {
	const { errors, canary, all } = blastRadius(watch);
	if (all === 0) return "The service got no requests in the meantime.";
	const got = `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`;
	return watch.promoted ? got : `${got} ${describeSpared(watch)}`.trim();
}
/** What would have come of it, had the release had all the traffic of that time. */
function describeSpared({ done }) {
	const failing = Math.round(done.reduce((total, { window }) => total + (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.v)(window.canary) * totalOf(window), 0));
	if (failing > 0) return `Without the canary, about ${failing} would have failed in the same time.`;
	return `Without the canary, all ${done.reduce((total, { window }) => total + totalOf(window), 0)} would have gone to this release.`;
}
function totalOf({ canary, baseline }) {
	return canary.total + baseline.total;
}
// src/report/pages/deploy.ts
/** Tells how the deploy went. Green only if the proxy of every host was seen to serve the digest that was asked for. */
function deployReport(config, deployed, failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.t)(deployed.results)) {
	const { release, results } = deployed;
	const wrong = failed ?? results.find(({ serving }) => serving !== release.digest);
	return wrong ? failure(config, deployed, wrong) : success(config, deployed);
}
function success(config, deployed) {
	const { hosts, release, results, watch } = deployed;
	const placed = {
		...deployed,
		route: release.spec
	};
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.r)(placed);
	const outcome = results.every((result) => result.outcome === "unchanged") ? "unchanged" : "deployed";
	const verb = outcome === "unchanged" ? "was already live" : "is live";
	return {
		outcome,
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_17__.i)(config.service)}: release ${release.name} ${verb} ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.s)(lines)}`,
		outputs: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.a)(placed),
		facts: outcome === "deployed" ? (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.n)(hosts) : (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.t)(placed),
		image: release.image,
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.c)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.i)(results),
		...watch ? { canary: canaryTable(watch) } : {},
		...outcome === "deployed" ? { change: changeOf(config, release, deployed.snapshot) } : {}
	};
}
function failure(config, deployed, failed) {
	const { hosts, release, results, watch } = deployed;
	const placed = {
		...deployed,
		route: release.spec
	};
	const cause = failed.cause ?? "not-serving";
	const explained = (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.l)({
		...failed,
		cause,
		port: release.spec.port,
		healthPath: release.spec["health-path"]
	});
	const verdict = watch && !watch.promoted ? canaryVerdict(watch) : verdictOn(failed, hosts.length);
	const others = watch ? results.filter((result) => result.cause !== failed.cause) : results;
	return {
		outcome: (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.s)(results) ? "rolled-back" : "failed",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_17__.i)(config.service)}: release ${release.name} ${verdict}`,
		outputs: {
			...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.a)(placed),
			cause
		},
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.n)(hosts),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.c)((0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.r)(placed)),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_8__.i)(results),
		...watch ? { canary: canaryTable(watch) } : {},
		failure: {
			cause,
			sentence: `${explained.sentence}.`,
			state: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.u)(failed),
			others: (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.c)(others, failed),
			hint: explained.hint,
			evidence: failed.evidence
		}
	};
}
function canaryVerdict({ done }) {
	return `was rolled back at ${done.at(-1)?.share ?? 0}% of the traffic`;
}
function verdictOn({ hostId, rolledBack }, hosts) {
	if (rolledBack) return `went bad${hosts > 1 ? ` on ${hostId}` : ""} after the cut-over, and was rolled back`;
	return `did not go live${hosts > 1 ? ` on ${hostId}` : ""}`;
}
function changeOf({ job }, { name, digest, commit }, { record, comparison }) {
	const repository = (0,_job_js__WEBPACK_IMPORTED_MODULE_7__.i)(job);
	return {
		before: record && {
			...record,
			deployed: `by ${record.actor}, ${(0,_minute_js__WEBPACK_IMPORTED_MODULE_18__.t)(record.deployedAt)}`
		},
		after: {
			release: name,
			digest,
			commit,
			deployed: `by ${job.actor}, with this run`
		},
		repository,
		...(0,_commits_js__WEBPACK_IMPORTED_MODULE_19__.n)({
			repository,
			commit
		}, record?.commit, comparison)
	};
}
// src/steps/record/record-deploy.ts
/** Records what serves now, where that is not recorded yet. */
async function recordDeploy(ctx, deployed) {
	const { release, results, record, since } = deployed;
	const unchanged = results.every(({ outcome }) => outcome === "unchanged");
	if (unchanged && ctx.config.canary) ctx.progress.info("No canary: the release is already live");
	if (unchanged && await isRecorded(ctx, deployed)) return;
	const outcome = unchanged ? "unchanged" : "deployed";
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_10__.t)(ctx, {
		release: release.name,
		commit: release.commit,
		outcome,
		cause: "",
		since,
		results
	});
	await ctx.progress.step("Record the release", () => (0,_record_release_js__WEBPACK_IMPORTED_MODULE_10__.i)(ctx, liveOf(deployed), {
		record,
		attempt
	}));
}
/** Whether the record tells where the release serves, and what its hosts keep and have. Versions of secrets may have found no room in it. Under this token, so that a
* later run without a lease is not taken for an older one. */
async function isRecorded(ctx, { release, artifact, hosts, results, record, zones }) {
	if (record?.release !== release.name || record.artifact !== artifact || record.fingerprint === void 0) return false;
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_9__.d)(record, release.spec)) return false;
	if (zones.some((zone) => record.zones?.includes(zone) !== true)) return false;
	const { secrets, volumes } = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(results);
	const told = [
		(0,_record_js__WEBPACK_IMPORTED_MODULE_9__.n)(record),
		record.secrets ?? secrets,
		record.volumes,
		record.program,
		record.token ?? 0
	];
	return JSON.stringify(told) === JSON.stringify([
		hosts.map(({ id }) => id),
		secrets,
		volumes,
		await ctx.remote.program(),
		ctx.token
	]);
}
function liveOf({ wanted, release, image, artifact, hosts, results, zones }) {
	return {
		served: {
			...release,
			login: image.login ?? "",
			route: release.spec,
			migration: release.spec.migration
		},
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(results),
		fingerprint: (0,_record_js__WEBPACK_IMPORTED_MODULE_9__.u)(release.spec, release.name),
		artifact,
		zones,
		results,
		promotedFrom: promotionOf(wanted)
	};
}
function promotionOf(wanted) {
	return wanted.kind === "promoted" ? {
		environment: wanted.from.environment,
		release: wanted.from.release.name
	} : void 0;
}
// src/steps/snapshot/invitation.ts
/**
* Asks a host of others for its status the first time that the service comes there, so that a guest whom nobody has invited is refused before anything
* is built. Whether the host's role may pull the guest's image, only the host can tell, once there is one.
*/
async function assertInvited(ctx, { plans, record }) {
	const { service } = ctx.config;
	const strange = plans.flatMap((plan) => plan.kind === "reuse" ? [plan.host] : []).filter((host) => !(0,_record_set_js__WEBPACK_IMPORTED_MODULE_12__.o)(host, service) && !(0,_record_js__WEBPACK_IMPORTED_MODULE_9__.n)(record).includes(host.id));
	if (strange.length > 0) await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_13__.t)(ctx, strange).catch((error) => refuseUninvited(error, strange.map(({ id }) => id).join(", ")));
}
function refuseUninvited(error, hosts) {
	if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error)) throw error;
	throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)({
		reason: `the role of this run may not send commands to ${hosts}, which belongs to another service`,
		hint: "Ask the owner of the host to deploy docs/iam/guest.yaml, which invites this service, or leave instance-id out to get your own host."
	});
}
// src/domain/provenance/build-provenance.ts
const PREDICATE = "https://slsa.dev/provenance/v1";
/** https://actions.github.io/buildtypes/workflow/v1 */
const BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1";
/**
* How an image was built, as far as the run that built it knows: an in-toto statement, as JSON. Nobody has signed it, so it is no proof.
* https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md, https://slsa.dev/spec/v1.0/provenance
*/
function buildProvenance(run, { name, digest, ...build }) {
	return JSON.stringify({
		_type: "https://in-toto.io/Statement/v1",
		subject: [{
			name,
			digest: { sha256: digest.replace("sha256:", "") }
		}],
		predicateType: PREDICATE,
		predicate: {
			buildDefinition: definitionOf(run, build),
			runDetails: detailsOf(run)
		}
	});
}
function definitionOf(run, { commit, materials, ...image }) {
	const { serverUrl, repository, repositoryId, ownerId, ref, event } = run;
	const source = `${serverUrl}/${repository}`;
	const at = ref === "" || commit !== run.commit ? "" : `@${ref}`;
	return {
		buildType: BUILD_TYPE,
		externalParameters: { workflow: {
			ref,
			repository: source,
			path: pathOf(run)
		} },
		internalParameters: {
			github: {
				event_name: event,
				repository_id: repositoryId,
				repository_owner_id: ownerId
			},
			image
		},
		resolvedDependencies: [{
			uri: `git+${source}${at}`,
			digest: { gitCommit: commit }
		}, ...materials]
	};
}
function detailsOf({ serverUrl, repository, workflowRef, runId, runAttempt }) {
	return {
		builder: { id: `${serverUrl}/${workflowRef || repository}` },
		metadata: { invocationId: `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt}` }
	};
}
/** `.github/workflows/deploy.yml` */
function pathOf({ repository, workflowRef }) {
	const [file = ""] = workflowRef.split("@");
	return file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : file;
}
// src/steps/image/describe-image.ts
/** Of a statement without a signature: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const IN_TOTO = "application/vnd.in-toto+json";
/**
* Puts beside the image, after the push so that its digest stays, how this run built it, and the SBOM that the job has of it. No deploy fails without
* these: whoever needs proof asks for a signature (`require-attestation`), which this is not.
*/
async function describeImage(ctx, image, { source, commit }) {
	if (source === void 0) return;
	const about = [...provenanceOf(ctx, image, {
		source,
		commit
	}), ...source.sbom === void 0 ? [] : [sbomOf(image, source.sbom)]];
	await Promise.all(about.map((one) => attached(ctx, image, one)));
}
function provenanceOf({ config: { job } }, image, { source, commit }) {
	if (image.materials === void 0) return [];
	const { digest, materials } = image;
	const { content, tag, platforms } = source;
	const facts = {
		name: image.reference.slice(0, image.reference.indexOf("@")),
		digest,
		commit,
		tag,
		platforms,
		asCommitted: content.differences.length === 0,
		materials
	};
	const annotations = { "in-toto.io/predicate-type": PREDICATE };
	return [{
		tag: (0,_image_js__WEBPACK_IMPORTED_MODULE_14__.a)(digest, "provenance"),
		type: IN_TOTO,
		textType: IN_TOTO,
		text: buildProvenance(job, facts),
		annotations
	}];
}
function sbomOf({ digest }, { type, text }) {
	return {
		tag: (0,_image_js__WEBPACK_IMPORTED_MODULE_14__.a)(digest, "sbom"),
		type,
		textType: type,
		text
	};
}
/** What has the tag already tells of the same image, and stays. */
async function attached(ctx, { reference, digest }, about) {
	const { registry, repository } = (0,_image_js__WEBPACK_IMPORTED_MODULE_14__.l)(reference);
	try {
		const credentials = await ctx.repositories.credentials();
		const { kind } = await ctx.artifacts.put({
			...about,
			registry,
			repository,
			subject: digest
		}, credentials);
		if (kind === "kept") ctx.progress.info(`Attached to the image: ${repository}:${about.tag}`);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.n)) throw error;
		ctx.progress.warn(`${repository}@${digest} has no ${about.type}: ${error.message} Nothing else is missing. Allow the push of artifacts to this repository, and set rebuild: true to add it.`);
	}
}
// src/steps/record/keep-specification.ts
/**
* Puts the specification of a release into the service's own repository, beside its image or, where that lies elsewhere, alone. Gives where it
* lies. What is recorded is there.
*/
async function keepSpecification(ctx, release, record) {
	if (record?.release === release.name && record.artifact !== void 0) return record.artifact;
	const credentials = await ctx.repositories.credentials();
	const { registry } = credentials;
	const { repository } = ctx.config.image;
	const place = {
		registry,
		repository,
		subject: subjectIn({
			registry,
			repository
		}, release)
	};
	const artifact = {
		...(0,_read_specification_js__WEBPACK_IMPORTED_MODULE_15__.i)(release),
		...place,
		type: _read_specification_js__WEBPACK_IMPORTED_MODULE_15__.n,
		textType: _read_specification_js__WEBPACK_IMPORTED_MODULE_15__.r
	};
	return `${registry}/${repository}@${await keptAs(ctx, artifact, () => ctx.artifacts.put(artifact, credentials))}`;
}
/** The image, if it lies in this repository. */
function subjectIn(place, release) {
	const { registry, repository, digest } = (0,_image_js__WEBPACK_IMPORTED_MODULE_14__.l)(release.image);
	return registry === place.registry && repository === place.repository ? digest : void 0;
}
/** A service whose image lies elsewhere may have no repository yet. */
async function keptAs({ repositories }, artifact, put) {
	const { repository } = artifact;
	const first = await put();
	if (first.kind === "kept") return first.digest;
	if (first.kind === "taken") throw takenBy(artifact);
	await repositories.ensure(repository);
	const second = await put();
	if (second.kind === "kept") return second.digest;
	if (second.kind === "taken") throw takenBy(artifact);
	throw new Error(`The repository ${repository} disappeared after it was created.`);
}
function takenBy({ registry, repository, tag }) {
	const name = `${registry}/${repository}:${tag}`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("tag-exists", `${name} already exists, but is not the specification of this release.`, { hint: "No run of this action created it. Find out who did, delete the tag, and run this again." });
}
// src/steps/rollout/prepare-release.ts
/**
* Brings the image and makes the hosts ready. Without the lease, nothing is to be made, so nobody asks which addresses the VPC uses.
*
* Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
* lets the request end that is on its way: the next run must see the host that it launched.
*/
async function prepareRelease(ctx, seen, holding) {
	const stop = new AbortController();
	const signal = AbortSignal.any([ctx.signal, stop.signal]);
	const provisioned = ctx.progress.step("host", () => hostsFor(ctx, seen, holding));
	const published = ctx.progress.step("image", () => publish(ctx, seen, signal));
	try {
		const [prepared, image] = await Promise.all([provisioned, published]);
		return {
			...prepared,
			...image
		};
	} finally {
		stop.abort();
		await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published]);
	}
}
/** With the names that lead to them, for which DNS takes about as long as a build. */
async function hostsFor(ctx, seen, holding) {
	const input = {
		...seen,
		spec: seen.wanted.spec
	};
	if (!holding) return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx, input);
	const prepared = await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, input);
	await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.m)(ctx, seen, prepared.hosts);
	return prepared;
}
/** The specification is there before a host is told of the release: what serves can be promoted. */
async function publish(ctx, seen, signal) {
	const image = await imageOf(ctx, seen, signal);
	const refusal = image.built ? await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.f)(ctx, image, seen.image.platform) : void 0;
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(refusal);
	const release = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.v)(seen.wanted, image);
	const described = seen.record?.release === release.name ? void 0 : describeImage(ctx, image, {
		source: seen.image.found.source,
		commit: release.commit
	});
	const [artifact] = await Promise.all([keepSpecification(ctx, release, seen.record), described]);
	return {
		image,
		artifact
	};
}
async function imageOf(ctx, { image: { found, platform }, wanted, record }, signal) {
	if (found.kind === "image") return found.image;
	const complete = found.kind === "no-image" && (0,_record_js__WEBPACK_IMPORTED_MODULE_9__.c)(record, ctx.config.image.repository);
	return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.p)(ctx, {
		wanted,
		platform,
		source: found.source,
		complete,
		signal
	});
}
// src/domain/order/canary-order.ts
/** The host has kept the release's document since the canary began. */
function canaryOrder({ canary, action, keep, ...spec }) {
	return {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_20__.n)("canary", spec),
		canary,
		keep,
		...action
	};
}
// src/steps/rollout/canary.ts
/** How often a canary is looked at. */
const OBSERVE_MS = 3e3;
/** Durations of its first requests tell how a process starts, not how it serves. */
const WARM_UP_MS = 5e3;
/** Seconds for a command that only looks, or only shifts. */
const BRIEF = 60;
/**
* Sends the order that begins a canary, and leads it step by step to the whole traffic, or takes it back. `begin` gives what came of the order; a host
* without a baseline has no canary, and is done with that.
*/
async function runCanary(ctx, canary, begin) {
	const { postCleanup, config } = ctx;
	postCleanup.note("order", {
		region: config.region,
		hostIds: canary.hostIds,
		order: orderOf(ctx, canary, UNATTENDED)
	});
	try {
		const first = await begin();
		const { results, watch } = await runUntilEnd(ctx, canary, first);
		postCleanup.forget("order");
		return {
			results: first.map((begun) => results.find(({ hostId }) => hostId === begun.hostId) ?? begun),
			watch
		};
	} catch (error) {
		await abortAnyway(ctx, canary);
		throw error;
	}
}
const UNATTENDED = {
	action: "abort",
	cause: "canary-ended",
	detail: "the run ended before it did"
};
/** Whatever happened to the run, or to a request: the canary is not left alone. A command that cannot be sent is made up for by the hosts. */
async function abortAnyway(ctx, canary) {
	const { signal } = new AbortController();
	await ask({
		...ctx,
		signal
	}, canary, UNATTENDED).catch(() => void 0);
}
async function runUntilEnd(ctx, canary, first) {
	const begun = first.filter(({ outcome }) => outcome === "canary");
	if (begun.length === 0) return {
		results: first,
		watch: void 0
	};
	const others = first.filter(({ outcome }) => outcome !== "canary");
	const led = {
		...canary,
		hostIds: begun.map(({ hostId }) => hostId)
	};
	if (others.some(isLost)) return abortRest(ctx, led, {
		results: first,
		watch: beginWatch(readingsOf(begun))
	});
	return runSteps(ctx, led, begun);
}
async function runSteps(ctx, canary, first) {
	const { clock, progress } = ctx;
	const began = clock.now();
	let watch = beginWatch(readingsOf(first));
	for (const [at, step] of canary.spec.steps.entries()) {
		if (at > 0) {
			const shifted = await ask(ctx, canary, {
				action: "shift",
				step: at,
				share: step.share
			});
			if (shifted.some(isLost)) return abortRest(ctx, canary, {
				results: shifted,
				watch
			});
			watch = rebase(watch, readingsOf(shifted));
		}
		const since = clock.now();
		const held = await watchStep(ctx, canary, {
			step,
			watch,
			began
		});
		watch = held.watch;
		if ("lost" in held) return abortRest(ctx, canary, {
			results: held.lost,
			watch
		});
		const { verdict } = held;
		const passes = verdict.kind === "good" || verdict.kind === "inconclusive" && canary.spec.inconclusive === "promote";
		watch = endStep(watch, step, wordsOf(verdict));
		progress.info(`canary ${step.share}%: ${wordsOf(verdict)}`);
		progress.took([{
			name: `canary ${step.share}%`,
			start: since,
			ms: clock.now() - since,
			ok: passes
		}]);
		if (!passes) return {
			results: await abort(ctx, canary, verdict),
			watch
		};
	}
	progress.info("canary 100%: cutting over");
	return {
		results: await ask(ctx, canary, { action: "promote" }),
		watch: {
			...watch,
			promoted: true
		}
	};
}
/** Observes the canary at one share until there is a verdict. */
async function watchStep(ctx, canary, { step, began, ...hold }) {
	const { clock, config, progress } = ctx;
	const { spec } = canary;
	const since = clock.now();
	let { watch } = hold;
	for (;;) {
		const left = since + step.time * 1e3 - clock.now();
		await clock.sleep(left > 0 ? Math.min(OBSERVE_MS, left) : OBSERVE_MS);
		const results = await ask(ctx, canary, { action: "observe" });
		const now = clock.now();
		if (results.some(isLost)) return {
			watch,
			lost: results
		};
		watch = observe(watch, readingsOf(results), now - began > WARM_UP_MS);
		const patient = spec.inconclusive === "hold" && now - began < config.timeout * 1e3;
		const ended = now - since >= step.time * 1e3 && (!patient || (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.p)(watch.window, spec));
		const look = lookAt(watch, spec, ended);
		watch = look.watch;
		progress.info(`${describeStep(step, watch)}, ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_21__.t)(now - since)} of ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_21__.t)(step.time * 1e3)}`);
		if (look.verdict.kind !== "continue") return {
			watch,
			verdict: look.verdict
		};
	}
}
function wordsOf(verdict) {
	return "words" in verdict ? `${verdict.kind}: ${verdict.words}` : verdict.kind;
}
function abort(ctx, canary, verdict) {
	return ask(ctx, canary, {
		action: "abort",
		cause: verdict.kind === "bad" ? verdict.cause : "canary-inconclusive",
		detail: "words" in verdict ? verdict.words : ""
	});
}
/** A host has no canary any more, or does not answer; then no host is to have one. */
async function abortRest(ctx, canary, { results, watch }) {
	const step = canary.spec.steps[watch.step];
	const ended = step ? endStep(watch, step, "a host lost the canary") : watch;
	const rest = results.filter((result) => result.outcome === "canary").map(({ hostId }) => hostId);
	if (rest.length === 0) return {
		results,
		watch: ended
	};
	const lost = results.filter(isLost);
	const detail = lost.map(reasonOf).join("; ");
	const aborted = await ask(ctx, {
		...canary,
		hostIds: rest
	}, {
		action: "abort",
		cause: "canary-ended",
		detail
	});
	return {
		results: [...lost, ...aborted],
		watch: ended
	};
}
function reasonOf({ hostId, cause = "program-failed", detail }) {
	return `${hostId}: ${cause === "canary-ended" ? detail : `${cause} ${detail}`.trim()}`;
}
function isLost({ outcome }) {
	return outcome === "failed";
}
function readingsOf(results) {
	return Object.fromEntries(results.flatMap(({ hostId, canary }) => canary === void 0 ? [] : [[hostId, canary]]));
}
function orderOf(ctx, { id }, action) {
	return canaryOrder({
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_11__.n)(ctx),
		canary: id,
		action,
		keep: ctx.config.keepReleases
	});
}
function ask(ctx, canary, action) {
	const brief = action.action === "observe" || action.action === "shift";
	const { hostIds, live } = canary;
	const dispatch = {
		hostIds,
		live,
		order: orderOf(ctx, canary, action),
		continueOnError: true
	};
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.d)(ctx, {
		...dispatch,
		...brief ? {
			timeout: BRIEF,
			quiet: true
		} : {}
	}, `${action.action} ${canary.release}`);
}
// src/steps/rollout/release-on-hosts.ts
/** How often a host is asked, when other releases were deployed there since we looked. */
const ATTEMPTS = 3;
/**
* One command for all hosts, in waves; again only if another release was deployed on some since we looked, and that one is not newer than ours. A run
* that was killed between two waves leaves hosts with different releases: each of them is compared.
*/
async function releaseOnHosts(ctx, releasing) {
	const { hostIds, wanted, image, holding } = releasing;
	const attempts = holding ? ATTEMPTS + hostIds.length - 1 : 1;
	const bases = [releasing.record?.release ?? ""];
	let results = [];
	for (let attempt = 1;; attempt += 1) {
		const released = await releaseOnce(ctx, releasing, bases);
		results = mergeResults(results, released.results);
		const moved = movedOn(results);
		if (moved.length === 0 || attempt === attempts) return {
			results,
			watch: released.watch
		};
		try {
			for (const { live, commit, hostId } of moved) {
				ctx.progress.info(`${hostIds.length === 1 ? "The host" : hostId} now serves ${live}`);
				(0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.a)(ctx, live);
				await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.m)(ctx, wanted.commit, commit);
				bases.push(live);
			}
		} catch (error) {
			await (0,_revert_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
				release: (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__._)(wanted, image.digest),
				record: releasing.record,
				results,
				avoid: releasing.avoid
			});
			throw error;
		}
	}
}
/** In waves, or with a canary on all hosts at once: each of them gives it the same share. A run that only asks begins none. */
async function releaseOnce(ctx, releasing, bases) {
	const { hostIds, wanted, image, record: live, holding } = releasing;
	const { canary, maxConcurrency } = ctx.config;
	const { spec } = wanted;
	const id = ctx.newId();
	const release = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__._)(wanted, image.digest);
	const order = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.d)(ctx, {
		...releasing,
		id,
		bases,
		hosts: hostIds.length
	});
	if (!canary || !holding) return {
		results: await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.d)(ctx, {
			hostIds,
			order,
			concurrency: maxConcurrency,
			spec,
			live
		}, release),
		watch: void 0
	};
	const begin = () => (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.d)(ctx, {
		hostIds,
		order,
		continueOnError: true,
		spec,
		live
	}, release);
	return runCanary(ctx, {
		id,
		release,
		hostIds,
		spec: canary,
		live
	}, begin);
}
/** A host that was changed by the first of two commands is `unchanged` to the second one. */
function mergeResults(earlier, later) {
	return later.map((result, at) => {
		const before = earlier[at];
		return result.outcome === "unchanged" && before?.outcome === "deployed" ? before : result;
	});
}
/** The hosts on which another release was deployed meanwhile, if nothing else is wrong; because of them, the others have lost their canary. */
function movedOn(results) {
	const failed = results.filter(({ outcome, cause }) => outcome === "failed" && cause !== "not-started" && cause !== "canary-ended");
	const moved = failed.filter(({ cause }) => cause === "concurrent-release");
	if (moved.length < failed.length) return [];
	return moved.map(({ hostId, detail }) => {
		const [live = "", commit = ""] = detail.split(" ");
		return {
			hostId,
			live,
			commit
		};
	});
}
// src/steps/hosts/replace.ts
/** Seconds that a visitor is waited for at most who goes where a name led. */
const LONGEST_GOODBYE = 300;
/**
* The new hosts serve: gives them the addresses of those that they replace, has names follow, and lets go of the old ones, in this order: so none leads to an address
* that nobody has, or somebody else. Gives all hosts as they are then.
*/
async function finishReplacements(ctx, { plans, hosts, record }, rename) {
	const olds = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_11__.m)(plans);
	const clearance = await clearOlds(ctx, olds, record);
	const live = await moveAddresses(ctx, plans, hosts);
	await sayGoodbye(ctx, await rename(live));
	for (const old of olds) await end(ctx, old, clearance);
	if (olds.length > 0 && !ctx.config.host.elasticIp) await releaseAddresses(ctx, clearance);
	return live;
}
async function sayGoodbye({ clock, progress }, seconds) {
	const pause = Math.min(seconds, LONGEST_GOODBYE);
	if (pause === 0) return;
	progress.info(`The old address serves for another ${pause} s, because resolvers still remember it`);
	await clock.sleep(pause * 1e3);
}
/** Looks again at hosts that were free to go before the release: what came to them since must neither lose its address nor its host. */
async function clearOlds(ctx, olds, record) {
	const clearance = await (0,_ending_js__WEBPACK_IMPORTED_MODULE_6__.r)(ctx, olds, record);
	if (!("kind" in clearance)) return clearance;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("host-in-use", `The release is on the new host, but the old one stays, with its address: ${clearance.reason}`, { hint: `${clearance.hint} Then run this again.` });
}
/** With `elastic-ip: false` no host keeps one: those that had were replaced just now. */
async function releaseAddresses({ config, networks, progress }, clearance) {
	for (const address of await networks.releaseAddresses(config.service, clearance)) progress.info(`Released ${address}`);
}
/** One after the other: the next one must see which addresses are taken. Safe to repeat after an interruption, like all that follows. */
async function moveAddresses(ctx, plans, hosts) {
	const live = [...hosts];
	const all = [...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_11__.m)(plans)];
	for (const [at, plan] of plans.entries()) {
		const next = hosts[at];
		if (plan.kind !== "replace" || next === void 0) continue;
		live[at] = await moveAddress(ctx, next, all.filter(({ id }) => id !== next.id && id !== plan.host.id));
	}
	return live;
}
/** `others` keep their addresses. */
async function moveAddress(ctx, next, others) {
	const { service, host } = ctx.config;
	if (host.elasticIp) {
		const address = await ctx.networks.ensureAddress(service, next.id, others.map(({ id }) => id));
		ctx.progress.info(`Address ${address} now belongs to ${next.id}`);
	}
	return await ctx.hosts.get(next.id) ?? next;
}
async function end(ctx, old, clearance) {
	const { service } = ctx.config;
	const cleared = clearance.hosts.find(({ id }) => id === old.id);
	if (cleared && (0,_record_set_js__WEBPACK_IMPORTED_MODULE_12__.o)(old, service)) {
		await ctx.hosts.terminate(cleared);
		return ctx.progress.info(`Terminated ${old.id}`);
	}
	ctx.progress.warn(`The action did not create ${old.id}, so it keeps running: remove its tags ${Object.keys((0,_service_js__WEBPACK_IMPORTED_MODULE_17__.g)(service)).join(" and ")}.`);
}
// src/commands/deploy.ts
/** Brings the service to the current commit. */
async function deploy(ctx) {
	return deployWanted(ctx, () => (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx));
}
/** Brings the hosts what is wanted: look, bring the image and provision side by side, one command for the hosts, record. */
async function deployWanted(asked, find) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.r)(asked);
	const snapshot = await ctx.progress.step("Snapshot", () => snapshotDeployable(ctx, find));
	await assertInvited(ctx, snapshot);
	for (const line of (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.y)(snapshot.wanted.spec)) ctx.progress.warn(line);
	const live = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.c)(ctx, snapshot) ? await deployFrom({
		...ctx,
		token: snapshot.record?.token ?? 0
	}, snapshot, { holding: false }) : void 0;
	if (live && !isOutdated(live.failure)) return live;
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_16__.n)(ctx, purposeOf(snapshot.wanted), async (held, waited) => {
		return deployFrom(held, waited || live !== void 0 || await isRecordedAnew(held, snapshot) ? await held.progress.step("Snapshot again", () => snapshotDeployable(held, async () => snapshot.wanted)) : snapshot, { holding: true });
	});
}
/** Whether a run came to its end between the snapshot and the lease, such as one that froze the service. */
async function isRecordedAnew({ records, config }, { record }) {
	return (await records.read(config.service))?.version !== record?.version;
}
/** An image that was named says nothing of what is in it by its commit. */
function purposeOf({ kind, commit }) {
	return { commit: kind === "given" ? "" : commit };
}
/** Another run was at the hosts since this one looked. */
function isOutdated(failure) {
	return failure?.cause === "concurrent-release" || failure?.cause === "lease-lost";
}
/** Looks, and refuses what `plan` shows as refused, or what is not the plan that was approved. */
async function snapshotDeployable(ctx, find) {
	const snapshot = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.u)(ctx, find, (hosts, record) => (0,_ending_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, hosts, record));
	const plans = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_11__.r)(snapshot.hostPlan);
	const [refusal] = snapshot.refusals;
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(refusal);
	(0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, snapshot);
	for (const name of snapshot.secrets.changed) ctx.progress.info(`${name}: a new version since the last deploy`);
	const { image } = snapshot;
	if (!image) throw new Error("A host that is not refused has an image looked for.");
	return {
		...snapshot,
		plans,
		image
	};
}
/** `holding`: the lease, so that nobody else is at work. */
async function deployFrom(ctx, snapshot, { holding }) {
	const { progress } = ctx;
	const since = ctx.clock.now();
	const { record, wanted } = snapshot;
	const { hosts, image, artifact, avoid, vpc } = await progress.step("Prepare image and host", () => prepareRelease(ctx, snapshot, holding));
	const split = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.l)(ctx, wanted, {
		hosts: hosts.length,
		image
	}));
	if (split) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(split);
	const release = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.v)(wanted, image);
	const hostIds = hosts.map(({ id }) => id);
	const { results, watch } = await progress.step(`Release ${release.name} on ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_12__.i)(hostIds)}`, () => releaseOnHosts(ctx, {
		hostIds,
		wanted,
		image,
		record,
		avoid,
		vpc,
		holding
	}), (released) => (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.r)(released.results));
	const deployed = {
		hosts,
		release,
		results,
		watch,
		snapshot
	};
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.t)(results);
	if (!holding && isOutdated(failed)) return deployReport(ctx.config, deployed);
	if (failed) return revertDeploy(ctx, deployed, {
		failed,
		avoid,
		since
	});
	await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.i)(ctx, record);
	await recordDeploy(ctx, {
		...deployed,
		wanted,
		record,
		image,
		artifact,
		since,
		zones: (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.a)(snapshot.names.steps)
	});
	return deployReport(ctx.config, {
		...deployed,
		hosts: await follow(ctx, snapshot, hosts)
	});
}
/** Once the release serves: visitors come to all of its hosts, and to no others. Gives the hosts as they are then. */
async function follow(ctx, snapshot, hosts) {
	const { plans, record } = snapshot;
	const rename = (live) => (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.p)(ctx, snapshot, live);
	if (plans.some(({ kind }) => kind === "replace")) return ctx.progress.step("Move to the new host", () => finishReplacements(ctx, {
		plans,
		hosts,
		record
	}, rename));
	await rename(hosts);
	return hosts;
}
/** Takes the release back from the hosts that took it, and writes down what was tried. */
async function revertDeploy(ctx, deployed, { failed, avoid, since }) {
	const { release, results, snapshot } = deployed;
	const after = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		release: release.name,
		record: snapshot.record,
		results,
		avoid
	});
	const report = deployReport(ctx.config, {
		...deployed,
		results: after
	}, failed);
	if (failed.cause === "concurrent-release") return report;
	await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, snapshot.record, after);
	const { outcome } = report;
	const { name, commit } = release;
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_10__.t)(ctx, {
		release: name,
		commit,
		outcome,
		cause: failed.cause ?? "",
		since,
		results: after
	});
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_10__.n)(ctx, snapshot.record, attempt);
	return report;
}



/***/ }),

/***/ 9311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chooseTarget),
/* harmony export */   r: () => (/* binding */ rollbackHosts),
/* harmony export */   t: () => (/* binding */ revert)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9365);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3706);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8929);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5933);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7626);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1929);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4264);










// src/domain/rollout/rollback-target.ts
/** The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. */
function rollbackTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, status }) => typeof status === "string" ? `${hostId}: ${status}` : []);
	if (silent !== void 0) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)(silent, "Fix that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, status }) => typeof status === "string" ? [] : [{
		hostId,
		status
	}]);
	const serving = [...new Set(hosts.map(({ status }) => status.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ status }) => status), serving);
	if (release === "") return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)("the hosts have no common release before the live one", "Name one in the input release (command: status lists them), or deploy the commit that you want to return to.");
	return {
		kind: "target",
		release,
		serving,
		strangers: hosts.filter(({ status }) => !knows(status, release)).map(({ hostId }) => hostId)
	};
}
/** Refuses a release that some hosts do not know, and that nobody can bring them. */
function refuseStrangers(strangers, release) {
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
}
/**
* The hosts' lines of releases tell which of those that serve is the newest: the one whose line has all the others. Of what was before it, the newest
* that all hosts know.
*/
function before(hosts, serving) {
	const earlier = hosts.filter((host) => serving.every((release) => place(host, release) >= place(host, host.release))).toSorted((a, b) => b.releases.length - a.releases.length).map(earlierThanLive).find((releases) => releases.length > 0) ?? [];
	return earlier.find((release) => hosts.every((host) => knows(host, release))) ?? earlier[0] ?? "";
}
/** Newest first: a higher place is an earlier release. */
function place({ releases }, release) {
	return releases.findIndex((known) => known.release === release);
}
function earlierThanLive(host) {
	return host.releases.slice(place(host, host.release) + 1).filter(({ left }) => left !== true).map(({ release }) => release);
}
function knows(host, release) {
	return place(host, release) >= 0;
}
// src/domain/order/rollback-order.ts
function rollbackOrder(spec) {
	const { release, base, document = null } = spec;
	return {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_9__.n)("rollback", spec),
		...(0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.d)(spec),
		release,
		base,
		document
	};
}
// src/steps/rollout/brought-release.ts
/**
* What hosts are to return to that do not keep it any more: `asked`, or empty for what is recorded before the live release. Only what was live here,
* by the record, as the registry has it. `undefined`, with a line in the log, where these know of no such release.
*/
async function broughtRelease(ctx, asked, { vpc }) {
	const { config, records, repositories, progress } = ctx;
	const history = await records.history(config.service, 100);
	const recorded = asked === "" ? (0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.s)(history) : (0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.o)(asked, history);
	const specification = recorded && await (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, recorded, repositories);
	if (typeof specification === "object") return documentHere(ctx, specification, vpc);
	progress.info(recorded === void 0 ? `The record does not have ${asked === "" ? "an earlier release" : asked}, either` : `The specification of ${recorded.release} in the registry is ${specification}`);
}
/** The release as this service's hosts keep it. */
function documentHere({ config }, release, vpc) {
	const { service, job } = config;
	if (release.spec["trusted-proxies"].includes("vpc") && vpc.length === 0) {
		const reason = `${release.name} trusts the proxies of the VPC, whose CIDRs are unknown, because AWS shows no route table`;
		throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)((0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)(reason, "Deploy its commit with the CIDRs of the balancer in trusted-proxies instead of vpc."));
	}
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_7__.a)({
		service,
		release,
		login: release.login,
		vpc,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_6__.a)(job)
	});
}
// src/steps/rollout/rollback-hosts.ts
/**
* A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* serve, and the host is not asked to compare.
*/
async function chooseTarget(ctx, prepared, record) {
	const { hosts, avoid } = prepared;
	const asked = ctx.config.release ?? "";
	if (hosts.length === 1) return {
		target: asked,
		base: [record?.release ?? "*"],
		record,
		avoid
	};
	const target = rollbackTarget(asked, (await ctx.progress.step("Ask the hosts", () => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, hosts))).map(({ host, status }) => ({
		hostId: host.id,
		status
	})));
	if (target.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(target);
	const { release, serving, strangers } = target;
	const document = strangers.length === 0 ? void 0 : await broughtRelease(ctx, release, prepared);
	if (strangers.length > 0 && document === void 0) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(refuseStrangers(strangers, release));
	return {
		target: release,
		base: serving,
		record,
		avoid,
		document
	};
}
/** In waves. A single host may not know what it is to return to any more: it has touched nothing then, and is brought it. */
async function rollbackHosts(ctx, prepared, way) {
	const results = await sendInWaves(ctx, prepared, way);
	const [only, ...others] = results;
	if (only?.cause !== "release-not-found" || others.length > 0) return results;
	const document = await broughtRelease(ctx, way.target, prepared);
	return document === void 0 ? results : sendInWaves(ctx, prepared, {
		...way,
		target: document.name,
		document
	});
}
function sendInWaves(ctx, { hosts }, way) {
	const [hostIds, concurrency] = [hosts.map(({ id }) => id), ctx.config.maxConcurrency];
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_8__.u)(ctx, way.base, (base) => sendRollback(ctx, {
		hostIds,
		way: {
			...way,
			base
		},
		concurrency
	}));
}
/** Sends the order of a rollback. */
function sendRollback(ctx, { way, ...dispatch }) {
	const { target: release, base, record, avoid, document } = way;
	const order = rollbackOrder({
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx),
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, avoid),
		ownRegistry: record?.login,
		release,
		base,
		document
	});
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_8__.d)(ctx, {
		...dispatch,
		order,
		live: record
	}, release);
}
// src/steps/rollout/revert.ts
/**
* A release that failed on one host is to stay on none: those that took it return to what they served before. One that had it from a run that was
* killed returns to what is recorded. The recorded release itself is not taken away. Gives the results with what became of these hosts.
*/
async function revert(ctx, { release, record, results, avoid }) {
	if (record?.release === release) return results;
	const targets = Map.groupBy(results, (result) => targetOf(result, record?.release));
	targets.delete("");
	const returned = [];
	for (const [target, hosts] of targets) {
		const hostIds = hosts.map(({ hostId }) => hostId);
		const way = {
			target,
			base: [release],
			record,
			avoid
		};
		returned.push(...await ctx.progress.step(`Return ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.i)(hostIds)} to ${target}`, () => sendRollback(ctx, {
			hostIds,
			way,
			continueOnError: true
		}), _result_js__WEBPACK_IMPORTED_MODULE_0__.r));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
/** Empty: it stays as it is. */
function targetOf({ outcome, previous }, recorded = "") {
	if (outcome === "unchanged") return recorded;
	return outcome === "failed" ? "" : previous;
}



/***/ })

};
;