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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3535);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3141);
/* harmony import */ var _point_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1382);
/* harmony import */ var _revert_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9311);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5910);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7450);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5859);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8109);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5128);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3096);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5933);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1236);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7820);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3048);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8929);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(6434);




















// src/report/release-notes.ts
var HEADINGS = [
	["breaking", "Breaking changes"],
	["feature", "Features"],
	["fix", "Fixes"],
	["other", "Other changes"]
];
/** How many commits of each kind are listed: GitHub itself shows all. */
var LISTED = 50;
/** What went live, for the page of a release on GitHub. Everyone with access to the repository can read it, so it omits the service's address. */
function releaseNotes({ service, job }, live) {
	const { release, comparison } = live;
	const [repository, before] = [(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.pt)(job), commitBefore(live)];
	const { commits, compareUrl } = (0,_commits_js__WEBPACK_IMPORTED_MODULE_19__.n)({
		repository,
		commit: release.commit
	}, before || void 0, comparison);
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.K)([
		`### ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.hr)(service))}`,
		sentence(live, job),
		...HEADINGS.map(([change, heading]) => renderKind(heading, commits.filter((commit) => (commit.change ?? "other") === change))),
		compareUrl === void 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)("All changes", compareUrl)
	]);
	return {
		key: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Tr)(service),
		text
	};
}
/** Empty for the first release. */
function commitBefore({ record, isNew }) {
	return (isNew ? record?.commit : record?.previousCommit) ?? "";
}
function sentence(live, job) {
	const { release, record, isNew, now } = live;
	const [at, actor, run] = isNew || record === void 0 ? [
		new Date(now).toISOString(),
		job.actor,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(job)
	] : [
		record.deployedAt,
		record.actor,
		record.runUrl
	];
	const before = isNew && record !== void 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(record) : commitBefore(live);
	const instead = before === "" ? "as the first release" : `instead of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(before) ? before.slice(0, 8) : before)}`;
	return `Live since ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.N)(at))}, ${instead}: release ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.U)(release.name)}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.U)(release.digest)}, by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(actor)} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)("run", run)}).`;
}
/** Newest first. */
function renderKind(heading, commits) {
	if (commits.length === 0) return "";
	const lines = commits.toReversed().slice(0, LISTED).map(_start_js__WEBPACK_IMPORTED_MODULE_1__.C);
	const more = commits.length - lines.length;
	return `#### ${heading}\n\n${[...lines, ...more > 0 ? [`- and ${more} more`] : []].join("\n")}`;
}
// src/steps/version/write-notes.ts
/** Writes what went live into the version's release on GitHub. The deploy is done, so any failure here is only a warning. */
async function writeNotes(ctx, { semver, commit, section, keep }) {
	const { releases, progress } = ctx;
	if (semver === void 0) return progress.warn(`release-notes: none: the release has no semantic version. Tag its commit, or set version.`);
	try {
		const tag = await tagOf(ctx, semver, commit);
		if (tag.commit !== void 0 && tag.commit !== commit) return progress.warn(`release-notes: none: the tag ${tag.name} is commit ${tag.commit.slice(0, 8)}, but ${commit.slice(0, 8)} went live.`);
		const prerelease = ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ut)(semver)?.prerelease.length ?? 0) > 0;
		progress.info(`What went live is in ${await releases.put({
			tag: tag.name,
			commit,
			prerelease
		}, section, keep)}`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.or) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error);
		progress.warn(`release-notes: GitHub did not accept the notes: ${reason}. The job needs \`contents: write\`. Run this again to write them.`);
	}
}
/**
* The tag of the version, of several (`v1.4.0` and `1.4.0`) that of the live commit; a new one gets a `v`, and has no commit yet. Throws if GitHub does not
* list the tags, so that no version gets a second tag.
*/
async function tagOf({ config, commits }, semver, live) {
	const { ref, commit } = config.job;
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.It)(ref) === semver) return {
		name: ref.replace("refs/tags/", ""),
		commit
	};
	const tags = await commits.tags();
	if (tags === void 0) throw new Error("it does not list the repository's tags");
	const named = (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.u)(tags).filter(({ version }) => version.text === semver);
	return named.find((tag) => tag.commit === live) ?? named[0] ?? {
		name: `v${semver}`,
		commit: void 0
	};
}
// src/domain/canary/watch.ts
/** A verdict needs this much more data than the last one; the more observations, the lower the allowed error probability of each. */
var GROWTH = 1.25;
var FIRST_LOOK = 20;
function beginWatch(readings) {
	return observe({
		step: 0,
		window: _result_js__WEBPACK_IMPORTED_MODULE_3__.v,
		health: "healthy",
		looks: 0,
		lookedAt: 0,
		seen: {},
		done: [],
		steered: [],
		promoted: false
	}, readings);
}
/** Adds new readings. `timed` is false during the warm-up: slowness then does not count. */
function observe(watch, readings, timed = true) {
	let { window } = watch;
	const seen = { ...watch.seen };
	for (const [host, { counters }] of Object.entries(readings)) {
		const before = seen[host];
		if (counters && before) window = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.b)(window, before, counters, timed);
		if (counters) seen[host] = counters;
	}
	return {
		...watch,
		window,
		seen,
		health: worst(Object.values(readings))
	};
}
/** Continues from new readings, without counting the time between them and the last ones. */
function rebase(watch, readings) {
	const { seen, health } = observe(watch, readings);
	return {
		...watch,
		seen,
		health
	};
}
function worst(readings) {
	return _result_js__WEBPACK_IMPORTED_MODULE_3__.f.findLast((health) => readings.some((reading) => reading.health === health)) ?? "healthy";
}
/** Judges if there is enough new data, and counts the observation. */
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
		verdict: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.h)({
			window,
			health,
			number,
			ended,
			dark: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.p)(spec.steps[watch.step])
		}, spec)
	};
}
function steered(watch, words) {
	return {
		...watch,
		steered: [...watch.steered, words]
	};
}
/** Ends the step; the next one starts with an empty window. */
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
		window: _result_js__WEBPACK_IMPORTED_MODULE_3__.v,
		lookedAt: 0
	};
}
/** `canary 10%: 812 requests, 0.1% 5xx (baseline 0.1%), p99 48 ms (baseline 45 ms)` */
function describeStep({ share }, { window }) {
	const { bounds, canary, baseline } = window;
	if (canary.total + baseline.total === 0) return `canary ${share}%: no requests yet`;
	const p99 = (side) => side.timed === 0 ? "unknown" : (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.g)((0,_result_js__WEBPACK_IMPORTED_MODULE_3__.S)(bounds, side, .99));
	const shares = `${(0,_result_js__WEBPACK_IMPORTED_MODULE_3__._)((0,_result_js__WEBPACK_IMPORTED_MODULE_3__.y)(canary))} 5xx (baseline ${(0,_result_js__WEBPACK_IMPORTED_MODULE_3__._)((0,_result_js__WEBPACK_IMPORTED_MODULE_3__.y)(baseline))})`;
	return `canary ${share}%: ${canary.total} requests, ${shares}, p99 ${p99(canary)} (baseline ${p99(baseline)})`;
}
/** What the canary cost the visitors, over all steps: `31 of 9,120 requests` with a bad answer. */
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
		steered: watch.steered,
		steps: watch.done.map(({ share, window }) => ({
			share,
			canary: numbers(window, "canary"),
			baseline: numbers(window, "baseline")
		})),
		cost: describeCost(watch)
	};
}
/** The cause of the failure says why a canary is bad. */
function shortVerdict(verdict) {
	return verdict.startsWith("bad:") ? "bad" : verdict;
}
function numbers(window, side) {
	const counts = window[side];
	return {
		errors: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.y)(counts),
		p99: counts.timed === 0 ? void 0 : (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.S)(window.bounds, counts, .99)
	};
}
function stepRows({ share, window }) {
	const side = (name, counts) => [
		`${share}%`,
		name,
		String(counts.total),
		`${counts.errors} (${(0,_result_js__WEBPACK_IMPORTED_MODULE_3__._)((0,_result_js__WEBPACK_IMPORTED_MODULE_3__.y)(counts))})`,
		...durations(window, counts)
	];
	return [side("canary", window.canary), side("baseline", window.baseline)];
}
/** Average, p50 and p99, with the precision of the proxy's bounds. */
function durations({ bounds }, counts) {
	if (counts.timed === 0) return [
		"unknown",
		"unknown",
		"unknown"
	];
	return [
		(0,_result_js__WEBPACK_IMPORTED_MODULE_3__.x)(counts),
		(0,_result_js__WEBPACK_IMPORTED_MODULE_3__.S)(bounds, counts, .5),
		(0,_result_js__WEBPACK_IMPORTED_MODULE_3__.S)(bounds, counts, .99)
	].map(_result_js__WEBPACK_IMPORTED_MODULE_3__.g);
}
/** The blast radius in a sentence or two. */
function describeCost(watch) {
	const { errors, canary, all } = blastRadius(watch);
	if (all === 0) return "The service got no requests in the meantime.";
	const got = `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`;
	return watch.promoted ? got : `${got} ${describeSpared(watch)}`.trim();
}
/** The estimated damage if the release had received all traffic of that time. */
function describeSpared({ done }) {
	const failing = Math.round(done.reduce((total, { window }) => total + (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.y)(window.canary) * totalOf(window), 0));
	if (failing > 0) return `Without the canary, about ${failing} would have failed in the same time.`;
	return `Without the canary, all ${done.reduce((total, { window }) => total + totalOf(window), 0)} would have gone to this release.`;
}
function totalOf({ canary, baseline }) {
	return canary.total + baseline.total;
}
// src/report/pages/deploy.ts
/** Reports the deploy. Green only if the proxy of every host was seen to serve the requested digest. */
function deployReport(config, deployed, failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.t)(deployed.results)) {
	const { release, results } = deployed;
	const wrong = failed ?? results.find(({ serving }) => serving !== release.digest);
	return wrong ? failure(config, deployed, wrong) : success(config, deployed);
}
function success(config, deployed) {
	const { hosts, release, results, watch } = deployed;
	const placed = placedOf(deployed);
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.r)(placed);
	const outcome = results.every((result) => result.outcome === "unchanged") ? "unchanged" : "deployed";
	const verb = outcome === "unchanged" ? "was already live" : "is live";
	return {
		outcome,
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.hr)(config.service)}: ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.c)(placed.release)} ${verb} ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.s)(lines)}`,
		outputs: {
			...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.a)(placed),
			"next-version": deployed.snapshot.nextVersion
		},
		facts: [...outcome === "deployed" ? (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.n)(hosts) : (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.t)(placed), ...nextFacts(deployed.snapshot)],
		image: release.image,
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.l)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.i)(results),
		...watch ? { canary: canaryTable(watch) } : {},
		...outcome === "deployed" ? { change: changeOf(config, release, deployed.snapshot) } : {}
	};
}
function failure(config, deployed, failed) {
	const { hosts, release, results, watch } = deployed;
	const placed = placedOf(deployed);
	const cause = failed.cause ?? "not-serving";
	const explained = (0,_provision_js__WEBPACK_IMPORTED_MODULE_8__.i)({
		...failed,
		cause,
		port: release.spec.port,
		healthPath: release.spec["health-path"]
	});
	const verdict = watch && !watch.promoted ? canaryVerdict(watch) : verdictOn(failed, hosts.length);
	const others = watch ? results.filter((result) => result.cause !== failed.cause) : results;
	return {
		outcome: (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.c)(results) ? "rolled-back" : "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.hr)(config.service)}: ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.c)(placed.release)} ${verdict}`,
		outputs: {
			...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.a)(placed),
			"next-version": deployed.snapshot.nextVersion,
			cause
		},
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.n)(hosts),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.l)((0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.r)(placed)),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.i)(results),
		...watch ? { canary: canaryTable(watch) } : {},
		failure: {
			cause,
			sentence: `${explained.sentence}.`,
			state: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.u)(failed),
			others: (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.l)(others, failed),
			hint: explained.hint,
			evidence: failed.evidence
		}
	};
}
function nextFacts({ nextVersion }) {
	return nextVersion === "" ? [] : [["Next version", nextVersion]];
}
function placedOf({ hosts, release, results, snapshot }) {
	return {
		hosts,
		results,
		release: {
			...release,
			semver: snapshot.semver
		},
		route: release.spec
	};
}
function canaryVerdict({ done }) {
	return `was rolled back at ${done.at(-1)?.share ?? 0}% of the traffic`;
}
function verdictOn({ hostId, rolledBack }, hosts) {
	if (rolledBack) return `went bad${hosts > 1 ? ` on ${hostId}` : ""} after the cut-over, and was rolled back`;
	return `did not go live${hosts > 1 ? ` on ${hostId}` : ""}`;
}
function changeOf({ job }, { name, digest, commit }, seen) {
	const { record, comparison, semver } = seen;
	const repository = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.pt)(job);
	return {
		before: record && {
			...record,
			deployed: `by ${record.actor}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.N)(record.deployedAt)}`
		},
		after: {
			release: name,
			digest,
			commit,
			semver,
			deployed: `by ${job.actor}, with this run`
		},
		repository,
		...(0,_commits_js__WEBPACK_IMPORTED_MODULE_19__.n)({
			repository,
			commit
		}, record?.commit, comparison)
	};
}
// src/steps/record/commit-time.ts
/** The time of a commit, if it is the checked-out one: a release can come from another commit, or from an image alone. */
async function commitTime({ checkout }, commit) {
	const head = await checkout.head();
	if (head.kind !== "commit" || head.id !== commit) return {};
	const at = await checkout.committedAt();
	return at === void 0 ? {} : { committedAt: at.toISOString() };
}
// src/steps/record/record-deploy.ts
/** Records the live release, unless the record already says so. */
async function recordDeploy(ctx, deployed) {
	const { release, semver, results, record, since } = deployed;
	const unchanged = results.every(({ outcome }) => outcome === "unchanged");
	if (unchanged && ctx.config.canary) ctx.progress.info("No canary: the release is already live");
	if (unchanged && await isRecorded(ctx, deployed)) return;
	const outcome = unchanged ? "unchanged" : "deployed";
	const { name, commit } = release;
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_12__.t)(ctx, {
		release: name,
		commit,
		semver,
		cause: "",
		since,
		results,
		outcome,
		...await commitTime(ctx, commit)
	});
	await ctx.progress.step("Record the release", () => (0,_record_release_js__WEBPACK_IMPORTED_MODULE_12__.i)(ctx, liveOf(deployed), {
		record,
		attempt
	}));
}
/**
* Whether the record is complete: where the release serves, and what its hosts have. It may lack the secrets' versions, if there was no room. Under
* this token, so that a later run without a lease does not count as older.
*/
async function isRecorded(ctx, { release, semver, artifact, hosts, results, record, zones }) {
	if (record?.release !== release.name || record.semver !== semver || record.artifact !== artifact) return false;
	if (record.fingerprint === void 0) return false;
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_11__.p)(record, release.spec)) return false;
	if (zones.some((zone) => record.zones?.includes(zone) !== true)) return false;
	const { secrets, volumes } = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.n)(results);
	const told = [
		(0,_record_js__WEBPACK_IMPORTED_MODULE_11__.n)(record),
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
function liveOf({ wanted, release, semver, image, artifact, hosts, results, zones }) {
	return {
		served: {
			...release,
			login: image.login ?? "",
			route: release.spec,
			migration: release.spec.migration
		},
		semver,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.s)(results),
		fingerprint: (0,_record_js__WEBPACK_IMPORTED_MODULE_11__.f)(release.spec, release.name),
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
// src/steps/snapshot/open-request.ts
/**
* Throws for a preview whose pull request is closed, as when somebody starts an old run again, or when it waited for the run that removed the preview:
* nothing would remove it. Without an answer of GitHub, it is served, and a sweep removes it.
*/
async function assertOpenRequest({ config, pullRequests, progress }) {
	const { preview } = config;
	if (preview?.act !== "serve") return;
	const state = await pullRequests.state(preview.number).catch((error) => {
		progress.info(`GitHub does not say whether pull request ${preview.number} is still open: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`);
		return "unknown";
	});
	const refusal = (0,_ending_js__WEBPACK_IMPORTED_MODULE_7__.u)(preview, state);
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
}
// src/steps/snapshot/invitation.ts
/**
* Before the service's first deploy to a host of others, asks that host for its status, so that an uninvited guest is refused before anything
* is built. Only the host itself can tell, with the image, whether its role can pull it.
*/
async function assertInvited(ctx, { plans, record }) {
	const { service } = ctx.config;
	const strange = plans.flatMap((plan) => plan.kind === "reuse" ? [plan.host] : []).filter((host) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.xt)(host, service) && !(0,_record_js__WEBPACK_IMPORTED_MODULE_11__.n)(record).includes(host.id));
	if (strange.length > 0) await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_14__.t)(ctx, strange).catch((error) => refuseUninvited(error, strange.map(({ id }) => id).join(", ")));
}
function refuseUninvited(error, hosts) {
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.cr)(error)) throw error;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)({
		reason: `the role of this run cannot send commands to ${hosts}, which belongs to another service`,
		hint: "Ask the owner of the host to deploy docs/iam/guest.yaml, which invites this service, or leave instance-id out to get your own host."
	});
}
// src/domain/provenance/build-provenance.ts
var PREDICATE = "https://slsa.dev/provenance/v1";
/** https://actions.github.io/buildtypes/workflow/v1 */
var BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1";
/**
* How an image was built, from the run that built it: an in-toto statement, as JSON. It has no signature, so it is no proof.
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
/** For an unsigned statement: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
var IN_TOTO = "application/vnd.in-toto+json";
/**
* Stores the build's provenance and the job's SBOM beside the image, after the push so that its digest stays. A failure here fails no deploy:
* whoever needs proof requires a signature (`require-attestation`), which this is not.
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
		tag: (0,_image_js__WEBPACK_IMPORTED_MODULE_16__.a)(digest, "provenance"),
		type: IN_TOTO,
		textType: IN_TOTO,
		text: buildProvenance(job, facts),
		annotations
	}];
}
function sbomOf({ digest }, { type, text }) {
	return {
		tag: (0,_image_js__WEBPACK_IMPORTED_MODULE_16__.a)(digest, "sbom"),
		type,
		textType: type,
		text
	};
}
/** An earlier artifact of this kind about this image stays. */
async function attached(ctx, { reference, digest }, about) {
	const { registry, repository } = (0,_image_js__WEBPACK_IMPORTED_MODULE_16__.l)(reference);
	try {
		const credentials = await ctx.repositories.credentials();
		const kept = await ctx.artifacts.put({
			...about,
			registry,
			repository,
			subject: digest
		}, credentials);
		if (kept.kind === "kept") ctx.progress.info(`Attached to the image: ${repository}:${about.tag}`);
		if (kept.kind === "taken" && !(kept.subject === digest && kept.type === about.type)) warnOfOther(ctx, `${repository}:${about.tag}`, about, kept);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		ctx.progress.warn(`${repository}@${digest} has no ${about.type}: ${error.message} Nothing else is missing. Allow the push of artifacts to this repository, and set rebuild: true to add it.`);
	}
}
function warnOfOther({ progress }, name, { type }, other) {
	progress.warn(`${name} already exists, but is ${other.type ?? "of no type"} about ${other.subject ?? "no image"}, so the image has no ${type}. No run of this action created it. Find out who did, delete the tag, and set rebuild: true to add it.`);
}
// src/steps/version/tag-version.ts
/**
* Tags the image with its version, before a host learns of the release. Tags of the repository never move, so the version names only this digest from then on.
* For an image in another repository, only the record keeps the version.
*/
async function tagVersion(ctx, { reference, digest }, { semver, record }) {
	if (semver === void 0 || record?.semver === semver && record.digest === digest) return;
	const image = (0,_image_js__WEBPACK_IMPORTED_MODULE_16__.l)(reference);
	const credentials = await ctx.repositories.credentials();
	const { repository } = ctx.config.image;
	if (image.registry !== credentials.registry || image.repository !== repository) return;
	const tag = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bt)(semver);
	if (await isTagged(ctx, {
		repository,
		tag,
		digest,
		semver
	})) return;
	try {
		await ctx.registry.tag(image, tag, credentials);
		ctx.progress.info(`${semver} is ${digest} from now on: ${repository}:${tag}`);
	} catch (error) {
		if (!await isTagged(ctx, {
			repository,
			tag,
			digest,
			semver
		})) throw error;
	}
}
/** Throws if another image has the tag. */
async function isTagged({ repositories }, { repository, tag, digest, semver }) {
	const found = await repositories.find(repository, tag);
	if (found.kind !== "image") return false;
	const refusal = (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.a)(semver, digest, {
		digest: found.digest,
		where: `the tag ${tag} of ${repository}`
	});
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
	return true;
}
// src/steps/record/keep-specification.ts
/**
* Stores the specification of a release in the service's own repository, beside its image or, if that is elsewhere, alone. Returns its
* reference. A recorded specification exists already.
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
		...(0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.i)(release),
		...place,
		type: _read_specification_js__WEBPACK_IMPORTED_MODULE_2__.n,
		textType: _read_specification_js__WEBPACK_IMPORTED_MODULE_2__.r
	};
	return `${registry}/${repository}@${await keptAs(ctx, artifact, () => ctx.artifacts.put(artifact, credentials))}`;
}
/** The image, if it is in this repository. */
function subjectIn(place, release) {
	const { registry, repository, digest } = (0,_image_js__WEBPACK_IMPORTED_MODULE_16__.l)(release.image);
	return registry === place.registry && repository === place.repository ? digest : void 0;
}
/** A service whose image is elsewhere may have no repository yet. */
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("tag-exists", `${name} already exists, but is not the specification of this release.`, { hint: "No run of this action created it. Find out who did, delete the tag, and run this again." });
}
// src/steps/rollout/prepare-release.ts
/**
* Publishes the image and prepares the hosts. Without the lease, it creates nothing, so it does not ask for the VPC's addresses.
*
* Both run in parallel, and the first failure fails the run. It stops the build, which then removes its credentials. A cancelled run still
* waits for its current request: the next run must see the host that it launched.
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
/** Includes the names that lead to the hosts: DNS takes about as long as a build. */
async function hostsFor(ctx, seen, holding) {
	const input = {
		...seen,
		spec: seen.wanted.spec
	};
	if (!holding) return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.r)(ctx, input);
	const prepared = await (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.n)(ctx, input);
	await (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, seen, prepared.hosts);
	return prepared;
}
/** Stores the specification and the version before a host learns of the release, so that every live release can be promoted, and has a unique name. */
async function publish(ctx, seen, signal) {
	const image = await imageOf(ctx, seen, signal);
	const refusal = image.built ? await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.f)(ctx, image, seen.image.platform) : void 0;
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
	const release = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.b)(seen.wanted, image);
	const described = seen.record?.release === release.name ? void 0 : describeImage(ctx, image, {
		source: seen.image.found.source,
		commit: release.commit
	});
	const [artifact] = await Promise.all([
		keepSpecification(ctx, release, seen.record),
		tagVersion(ctx, image, seen),
		described
	]);
	return {
		image,
		artifact
	};
}
async function imageOf(ctx, { image: { found, platform }, wanted, record }, signal) {
	if (found.kind === "image") return found.image;
	const complete = found.kind === "no-image" && (0,_record_js__WEBPACK_IMPORTED_MODULE_11__.l)(record, ctx.config.image.repository);
	return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.p)(ctx, {
		wanted,
		platform,
		source: found.source,
		complete,
		signal
	});
}
// src/steps/rollout/alarm-watch.ts
/** Milliseconds between two queries; no alarm changes more often. */
var POLL_MS = 1e4;
/** Watches the alarms during `work`, and once more at its end. An alarm that was active in between counts, too. */
async function withAlarms(ctx, work) {
	const { alarms: names } = ctx.config;
	if (names.length === 0) return work({
		active: () => void 0,
		whenActive: () => void 0
	});
	const seen = {
		words: void 0,
		told: false,
		act: void 0,
		acting: void 0
	};
	const stop = new AbortController();
	keepLooking(ctx, seen, stop.signal);
	try {
		const done = await work({
			active: () => seen.words,
			whenActive: (act) => void (seen.act = act)
		});
		seen.act = void 0;
		await seen.acting;
		await look(ctx, seen);
		return done;
	} finally {
		stop.abort();
	}
}
async function keepLooking(ctx, seen, stop) {
	try {
		while (!stop.aborted) {
			await look(ctx, seen);
			actOn(ctx, seen);
			await ctx.clock.sleep(POLL_MS);
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.or)) throw error;
	}
}
/** If it fails, the alarm counts at the end. */
function actOn({ progress }, seen) {
	if (seen.words === void 0 || seen.act === void 0 || seen.acting !== void 0) return;
	progress.info(`An alarm became active: ${seen.words}`);
	seen.acting = seen.act(seen.words).catch((error) => progress.warn(`The bake continues to its end: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`));
}
/** Without an answer, the other checks judge the release. */
async function look({ alarms, config, progress }, seen) {
	try {
		seen.words ??= (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.h)(config.alarms, await alarms.states(config.alarms));
	} catch (error) {
		if (!seen.told) progress.warn(`The alarms cannot be seen for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`);
		seen.told = true;
	}
}
/**
* The failure of a release that all hosts accepted, because of an alarm; `undefined` if none was active, if it is only reported, or if there is
* nothing to return to.
*/
function alarmFailure({ config, progress }, released, words) {
	const [first] = released.results.filter(({ outcome }) => outcome === "deployed");
	if (words === void 0 || first === void 0) return void 0;
	if (config.canary?.dryRun !== true && canReturn(released)) return {
		...first,
		outcome: "failed",
		rolledBack: true,
		cause: "alarm",
		detail: words
	};
	const why = config.canary?.dryRun === true ? "canary-dry-run only reports it" : "there is no earlier release to return to";
	progress.warn(`An alarm became active, and ${why}: ${words}`);
}
/** Whether each host that accepted the release has a previous one. */
function canReturn({ release, record, results }) {
	const taken = results.filter(({ outcome }) => outcome === "deployed");
	return record !== void 0 && record.release !== release && taken.every(({ previous }) => previous !== "");
}
// src/domain/order/canary-order.ts
/** The host has the release's document since the canary started. */
function canaryOrder({ canary, action, keep, ...spec }) {
	return {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_17__.n)("canary", spec),
		canary,
		keep,
		...action
	};
}
// src/steps/rollout/ask-canary.ts
/** Time limit in seconds of a command that only observes or shifts traffic. */
var BRIEF = 60;
/** Sends a canary order to all its hosts. */
function askCanary(ctx, canary, action) {
	const brief = action.action === "observe" || action.action === "shift";
	const { hostIds, live } = canary;
	const dispatch = {
		hostIds,
		live,
		order: orderOf(ctx, canary, action),
		continueOnError: true
	};
	return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.d)(ctx, {
		...dispatch,
		...brief ? {
			timeout: BRIEF,
			quiet: true
		} : {}
	}, `${action.action} ${canary.release}`);
}
function orderOf(ctx, { id }, action) {
	return canaryOrder({
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_13__.n)(ctx),
		canary: id,
		action,
		keep: ctx.config.keepReleases
	});
}
function isLost({ outcome }) {
	return outcome === "failed";
}
/** A host whose answer lacks its canary has an unhealthy one: nobody can promote what nobody sees. */
var UNSEEN = {
	health: "unhealthy",
	counters: void 0
};
function readingsOf(results) {
	const canaries = results.filter(({ outcome, canary }) => outcome === "canary" || canary !== void 0);
	return Object.fromEntries(canaries.map(({ hostId, canary = UNSEEN }) => [hostId, canary]));
}
/**
* From here on, an alarm ends the bake at once: the hosts that bake return to what they served, and no further host starts. Not where an alarm is only
* reported, or a host has nothing to return to: see `alarmFailure`.
*/
function stopBakeOnAlarm(ctx, baking) {
	const { alarms, hostIds, live, release } = baking;
	const known = live === void 0 ? [] : (0,_record_js__WEBPACK_IMPORTED_MODULE_11__.n)(live);
	if (live === void 0 || live.release === release || ctx.config.canary?.dryRun === true || !hostIds.every((id) => known.includes(id))) return;
	alarms.whenActive((detail) => askCanary(ctx, baking, {
		action: "abort",
		cause: "alarm",
		detail
	}));
}
// src/steps/rollout/steering.ts
/** Starts accepting requests for this canary, and drops those for earlier ones. */
async function openHelm(ctx, release) {
	const { config, progress, token } = ctx;
	const own = {
		token,
		release,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(config.job),
		ended: false
	};
	try {
		await overwrite(ctx, () => own);
		return helmOf(ctx);
	} catch (error) {
		progress.warn(`Other runs cannot steer this canary: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`);
		return {
			next: async () => void 0,
			close: async () => void 0
		};
	}
}
function helmOf(ctx) {
	let acted = "";
	let told = false;
	let closed = false;
	const failed = (error) => {
		if (!told) ctx.progress.warn(`Whether another run steers this canary is unknown for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`);
		told = true;
	};
	return {
		async next(share, effect) {
			const taken = await take(ctx, acted, {
				share,
				effect
			}).catch(failed);
			acted = taken?.id ?? acted;
			return taken;
		},
		async close() {
			if (closed) return;
			closed = true;
			await overwrite(ctx, ended).catch(failed);
		}
	};
}
function ended(now) {
	const { asked: _, ...rest } = now;
	return {
		...rest,
		ended: true
	};
}
/** Acts only on requests recorded as accepted, because the requesting run reads that. If the answer to the write was lost, the next look finds it. */
async function take({ config, steering, token }, acted, { share, effect }) {
	const found = await steering.read(config.service);
	if (found === void 0 || found.value.token !== token) return void 0;
	const { asked, ...rest } = found.value;
	if (rest.taken !== void 0 && rest.taken.id !== acted) return rest.taken;
	if (asked === void 0) return void 0;
	const taken = {
		...asked,
		share,
		effect: effect(asked.steer)
	};
	return await steering.write(config.service, {
		...rest,
		taken
	}, found.version) === void 0 ? void 0 : taken;
}
/** Attempts to write over concurrent writes of other runs. */
var ATTEMPTS$1 = 5;
async function overwrite({ config, steering }, change) {
	for (let attempt = 1; attempt <= ATTEMPTS$1; attempt += 1) {
		const found = await steering.read(config.service);
		const value = change(found?.value ?? {
			token: 0,
			release: "",
			runUrl: "",
			ended: true
		});
		if (await steering.write(config.service, value, found?.version ?? 0) !== void 0) return;
	}
	throw new Error("other runs kept writing over it");
}
// src/domain/canary/dry-run.ts
/** The meaning of an observation in a dry run: numbers never end it, so each step runs to its end. An exited or unhealthy container is no number. */
function dryVerdict({ verdict, ended, earlier }, { inconclusive }) {
	const now = ending(verdict, inconclusive);
	const found = earlier ?? now;
	if (found === void 0 || verdict.kind === "bad" && now === void 0) return {
		found,
		verdict
	};
	return {
		found,
		verdict: ended ? {
			kind: "tolerated",
			words: found
		} : { kind: "continue" }
	};
}
var MEASURED = [
	"alarm",
	"canary-errors",
	"canary-slow"
];
/** `undefined`: it ends nothing, or is not a number. */
function ending(verdict, inconclusive) {
	if (verdict.kind === "inconclusive") return inconclusive === "promote" ? void 0 : `canary-inconclusive, ${verdict.words}`;
	return verdict.kind === "bad" && MEASURED.includes(verdict.cause) ? `${verdict.cause}, ${verdict.words}` : void 0;
}
// src/domain/canary/pace.ts
/** The pace after steering. */
function steeredPace(pace, steer, now) {
	return steer === "pause" ? {
		paused: now,
		...pace
	} : resumed(pace, now);
}
function resumed({ began, since, paused }, now) {
	const pause = paused === void 0 ? 0 : now - paused;
	return {
		began: began + pause,
		since: since + pause
	};
}
/** Whether steering changes anything: only a paused canary can continue, and it can be paused only once. */
function hasEffect(steer, { paused }) {
	if (steer === "pause") return paused === void 0;
	return steer === "continue" ? paused !== void 0 : true;
}
/** Elapsed milliseconds of the step. */
function stepTime({ since, paused }, now) {
	return (paused ?? now) - since;
}
/** Why a pause that nobody ended is over; `undefined` while it can continue. */
function overdue({ paused }, { limit }, now) {
	if (paused === void 0 || now - paused < limit * 1e3) return void 0;
	return `nobody continued it within canary-pause-limit (${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ln)(limit)})`;
}
/** `6.0 s of 12 s, paused for 3 s` */
function paceWords(pace, { time }, now) {
	const pause = pace.paused === void 0 ? "" : `, paused for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.x)(now - pace.paused)}`;
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.x)(stepTime(pace, now))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.x)(time * 1e3)}${pause}`;
}
// src/steps/rollout/watch-step.ts
/** Milliseconds between two observations of a canary. */
var OBSERVE_MS = 3e3;
/** The durations of its first requests show how a process starts, not how it serves. */
var WARM_UP_MS = 5e3;
/** Observes the canary at one share until the step ends. */
async function watchStep(ctx, canary, hold) {
	const { clock } = ctx;
	const { step } = hold;
	let { watch, pace } = hold;
	let found;
	for (;;) {
		await clock.sleep(untilNextLook(step, pace, clock.elapsed()));
		const results = await askCanary(ctx, canary, { action: "observe" });
		const now = clock.elapsed();
		if (results.some(isLost)) return {
			watch,
			pace,
			lost: results
		};
		watch = observe(watch, readingsOf(results), now - pace.began > WARM_UP_MS);
		const judged = judgeStep(ctx, canary, {
			step,
			watch,
			pace,
			now,
			found
		});
		({watch, found} = judged);
		if (judged.verdict.kind === "bad") return {
			watch,
			pace,
			end: judged.verdict
		};
		const next = await takeSteering(ctx, canary, {
			...hold,
			watch,
			pace
		});
		({watch, pace} = next);
		const end = next.end ?? (pace.paused === void 0 ? judged.verdict : void 0);
		if (end !== void 0 && end.kind !== "continue") return {
			watch,
			pace,
			end
		};
	}
}
function judgeStep(ctx, canary, look) {
	const { progress } = ctx;
	const { step, pace, now, found: earlier } = look;
	const { spec } = canary;
	const ended = isOver(ctx, canary, look);
	const { watch, verdict: measured } = lookAt(look.watch, spec, ended);
	const verdict = measured.kind === "bad" ? measured : alarmVerdict(canary) ?? measured;
	progress.info(`${describeStep(step, watch)}, ${paceWords(pace, step, now)}`);
	if (!spec.dryRun) return {
		watch,
		found: void 0,
		verdict
	};
	const dry = dryVerdict({
		verdict,
		ended,
		earlier
	}, spec);
	if (dry.found !== earlier) progress.warn(`canary ${step.share}%: without canary-dry-run, it would be rolled back now: ${dry.found}`);
	return {
		watch,
		...dry
	};
}
function untilNextLook({ time }, pace, now) {
	const left = time * 1e3 - stepTime(pace, now);
	return left > 0 && pace.paused === void 0 ? Math.min(OBSERVE_MS, left) : OBSERVE_MS;
}
function alarmVerdict({ alarms }) {
	const words = alarms.active();
	return words === void 0 ? void 0 : {
		kind: "bad",
		cause: "alarm",
		words
	};
}
/** Whether the step's time has passed, with enough requests for a verdict, or no time left to wait for them. */
function isOver({ config }, { spec }, { step, watch, pace, now }) {
	const patient = spec.inconclusive === "hold" && now - pace.began < config.timeout * 1e3;
	return pace.paused === void 0 && stepTime(pace, now) >= step.time * 1e3 && (!patient || (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.p)(step) || (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.m)(watch.window, spec));
}
/** Applies other runs' steering, and ends a pause that lasts too long. */
async function takeSteering(ctx, { spec }, { step, watch, pace, helm }) {
	const { clock, progress } = ctx;
	const taken = await helm.next(step.share, (steer) => hasEffect(steer, pace));
	if (taken !== void 0) {
		progress.info(`canary ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.fn)(taken)}`);
		const seen = {
			watch: steered(watch, (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.fn)(taken)),
			pace: steeredPace(pace, taken.steer, clock.elapsed())
		};
		if (taken.steer === "skip") return {
			...seen,
			end: {
				kind: "skipped",
				words: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.pn)(taken)
			}
		};
		return taken.steer === "abort" ? {
			...seen,
			end: {
				kind: "aborted",
				words: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.pn)(taken)
			}
		} : seen;
	}
	const late = overdue(pace, spec.pause, clock.elapsed());
	if (late === void 0) return {
		watch,
		pace
	};
	if (spec.pause.end === "abort") return {
		watch,
		pace,
		end: {
			kind: "aborted",
			words: late
		}
	};
	progress.info(`canary ${step.share}%: continues, because ${late}`);
	return {
		watch: steered(watch, `${step.share}%: continued, because ${late}`),
		pace: resumed(pace, clock.elapsed())
	};
}
// src/steps/rollout/canary.ts
/**
* Sends the order that starts a canary, and leads it step by step to all of the traffic, or aborts it. `begin` returns the order's results; a host
* without a baseline has no canary, and is done.
*/
async function runCanary(ctx, canary, begin) {
	const { postCleanup, config } = ctx;
	postCleanup.note("order", {
		region: config.region,
		hostIds: canary.hostIds,
		order: orderOf(ctx, canary, UNATTENDED)
	});
	const helm = await openHelm(ctx, canary.release);
	try {
		const first = await begin();
		const { results, watch } = await runUntilEnd(ctx, canary, {
			first,
			helm
		});
		postCleanup.forget("order");
		return {
			results: first.map((begun) => results.find(({ hostId }) => hostId === begun.hostId) ?? begun),
			watch
		};
	} catch (error) {
		await abortAnyway(ctx, canary);
		throw error;
	} finally {
		await helm.close();
	}
}
var UNATTENDED = {
	action: "abort",
	cause: "canary-ended",
	detail: "the run ended before it did"
};
/** Never leaves the canary alone, whatever happens to the run or a request. If the command cannot be sent, the hosts end the canary themselves. */
async function abortAnyway(ctx, canary) {
	const { signal } = new AbortController();
	await askCanary({
		...ctx,
		signal
	}, canary, UNATTENDED).catch(() => void 0);
}
async function runUntilEnd(ctx, canary, { first, helm }) {
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
	return runSteps(ctx, led, {
		first: begun,
		helm
	});
}
async function runSteps(ctx, canary, { first, helm }) {
	const { clock, progress } = ctx;
	let began = clock.elapsed();
	let watch = beginWatch(readingsOf(first));
	for (const [at, step] of canary.spec.steps.entries()) {
		if (at > 0) {
			const shifted = await askCanary(ctx, canary, {
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
		const [start, since] = [clock.now(), clock.elapsed()];
		const held = await watchStep(ctx, canary, {
			step,
			watch,
			pace: {
				began,
				since
			},
			helm
		});
		({began} = held.pace);
		watch = held.watch;
		if ("lost" in held) return abortRest(ctx, canary, {
			results: held.lost,
			watch
		});
		const { end } = held;
		const passes = isPassed(end, canary);
		watch = endStep(watch, step, wordsOf(end));
		progress.info(`canary ${step.share}%: ${wordsOf(end)}`);
		progress.took([{
			name: `canary ${step.share}%`,
			start,
			ms: clock.elapsed() - since,
			ok: passes
		}]);
		if (!passes) return {
			results: await abort(ctx, canary, end),
			watch
		};
	}
	await helm.close();
	progress.info("canary 100%: cutting over");
	canary.promoting?.(canary.hostIds);
	return {
		results: await askCanary(ctx, canary, { action: "promote" }),
		watch: {
			...watch,
			promoted: true
		}
	};
}
function isPassed({ kind }, { spec }) {
	return kind === "good" || kind === "skipped" || kind === "tolerated" || kind === "inconclusive" && spec.inconclusive === "promote";
}
function wordsOf(end) {
	const kind = end.kind === "tolerated" ? "would be rolled back without canary-dry-run" : end.kind;
	return "words" in end ? `${kind}: ${end.words}` : kind;
}
function abort(ctx, canary, end) {
	return askCanary(ctx, canary, {
		action: "abort",
		cause: causeOf(end),
		detail: "words" in end ? end.words : ""
	});
}
function causeOf(end) {
	if (end.kind === "bad") return end.cause;
	return end.kind === "aborted" ? "canary-aborted" : "canary-inconclusive";
}
/** A host has lost its canary, or does not answer; then all hosts abort theirs. */
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
	const aborted = await askCanary(ctx, {
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
// src/steps/rollout/release-on-hosts.ts
/** How often the order is sent, if others deployed releases there since the snapshot. */
var ATTEMPTS = 3;
/**
* Sends one command to all hosts, in waves. Repeats it only if another release, not newer than ours, was deployed on some since the snapshot. A run
* killed between two waves leaves hosts with different releases: each of them is compared.
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
			await (0,_revert_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, {
				release: (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.y)(wanted, image.digest),
				record: releasing.record,
				results,
				avoid: releasing.avoid
			});
			throw error;
		}
	}
}
/** In waves, or with a canary on all hosts at once: each of them gives it the same share. A run without the lease starts no canary. */
async function releaseOnce(ctx, releasing, bases) {
	const { hostIds, wanted, image, record: live, holding, alarms } = releasing;
	const { canary, maxConcurrency } = ctx.config;
	const { spec } = wanted;
	const id = ctx.newId();
	const release = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.y)(wanted, image.digest);
	const order = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.d)(ctx, {
		...releasing,
		id,
		bases,
		hosts: hostIds.length
	});
	if (!canary || !holding) {
		if (holding) stopBakeOnAlarm(ctx, {
			id,
			release,
			hostIds,
			live,
			alarms
		});
		return {
			results: await (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.d)(ctx, {
				hostIds,
				order,
				concurrency: maxConcurrency,
				spec,
				live
			}, release),
			watch: void 0
		};
	}
	const begin = () => (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.d)(ctx, {
		hostIds,
		order,
		continueOnError: true,
		spec,
		live
	}, release);
	const promoting = (promoted) => stopBakeOnAlarm(ctx, {
		id,
		release,
		hostIds: promoted,
		live,
		alarms
	});
	return runCanary(ctx, {
		id,
		release,
		hostIds,
		spec: canary,
		live,
		alarms,
		promoting
	}, begin);
}
/** A host that the first of two commands changed reports `unchanged` to the second one. */
function mergeResults(earlier, later) {
	return later.map((result, at) => {
		const before = earlier[at];
		return result.outcome === "unchanged" && before?.outcome === "deployed" ? before : result;
	});
}
/** The hosts that got another release in the meantime, if nothing else is wrong; because of them, the others have lost their canary. */
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
/** Longest wait, in seconds, for visitors with an old DNS answer. */
var LONGEST_GOODBYE = 300;
/**
* The new hosts serve: moves the old hosts' addresses to them, updates the names, and terminates the old hosts, in this order, so that no name
* leads to an address of nobody or of somebody else. Returns all hosts afterwards.
*/
async function finishReplacements(ctx, { plans, hosts, record }, rename) {
	const olds = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_13__.m)(plans);
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
/** Checks again the hosts that were free to go before the release: if something came to them since, they keep address and host. */
async function clearOlds(ctx, olds, record) {
	const clearance = await (0,_ending_js__WEBPACK_IMPORTED_MODULE_7__.r)(ctx, olds, record);
	if (!("kind" in clearance)) return clearance;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("host-in-use", `The release is on the new host, but the old one stays, with its address: ${clearance.reason}`, { hint: `${clearance.hint} Then run this again.` });
}
/** With `elastic-ip: false` no host keeps an Elastic IP: those that had one were just replaced. */
async function releaseAddresses({ config, networks, progress }, clearance) {
	for (const address of await networks.releaseAddresses(config.service, clearance)) progress.info(`Released ${address}`);
}
/** One after the other: the next one must see which addresses are taken. Safe to repeat after an interruption, like everything that follows. */
async function moveAddresses(ctx, plans, hosts) {
	const live = [...hosts];
	const all = [...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_13__.m)(plans)];
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
	if (cleared && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.xt)(old, service)) {
		await ctx.hosts.terminate(cleared);
		return ctx.progress.info(`Terminated ${old.id}`);
	}
	ctx.progress.warn(`The action did not create ${old.id}, so it keeps running: remove its tags ${Object.keys((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.kr)(service)).join(" and ")}.`);
}
// src/commands/deploy.ts
/** Brings the service to the current commit. */
async function deploy(ctx) {
	return deployWanted(ctx, () => (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx));
}
/** Deploys: looks, builds and provisions in parallel, sends one command to the hosts, records the result. */
async function deployWanted(asked, find) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.r)(asked);
	const snapshot = await ctx.progress.step("Snapshot", () => snapshotDeployable(ctx, find));
	await assertInvited(ctx, snapshot);
	for (const line of (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.x)(snapshot.wanted.spec)) ctx.progress.warn(line);
	(0,_power_js__WEBPACK_IMPORTED_MODULE_15__.r)(ctx);
	const live = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.c)(ctx, snapshot) ? await deployFrom({
		...ctx,
		token: snapshot.record?.token ?? 0
	}, snapshot, { holding: false }) : void 0;
	if (live && !isOutdated(live.failure)) return live;
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_18__.n)(ctx, purposeOf(snapshot.wanted), async (held, waited) => {
		return deployFrom(held, waited || live !== void 0 || await isRecordedAnew(held, snapshot) ? await held.progress.step("Snapshot again", () => snapshotDeployable(held, async () => snapshot.wanted)) : snapshot, { holding: true });
	});
}
/** Whether a run finished between the snapshot and the lease, such as one that froze the service. */
async function isRecordedAnew({ records, config }, { record }) {
	return (await records.read(config.service))?.version !== record?.version;
}
/** An image given by the input `image` does not show which commit it contains. */
function purposeOf({ kind, commit }) {
	return { commit: kind === "given" ? "" : commit };
}
/** Another run changed the hosts after the snapshot. */
function isOutdated(failure) {
	return failure?.cause === "concurrent-release" || failure?.cause === "lease-lost";
}
/** Takes the snapshot. Refuses whatever `plan` shows as refused, and any plan other than the approved one. */
async function snapshotDeployable(ctx, find) {
	await assertOpenRequest(ctx);
	const snapshot = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.u)(ctx, find, (hosts, record) => (0,_ending_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, hosts, record));
	const plans = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_13__.r)(snapshot.hostPlan);
	const [refusal] = snapshot.refusals;
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
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
/** `holding`: the run holds the lease, so no other run is working. */
async function deployFrom(ctx, snapshot, { holding }) {
	const { progress } = ctx;
	const since = ctx.clock.now();
	const { record, wanted, semver } = snapshot;
	const { hosts, image, artifact, avoid, vpc } = await progress.step("Prepare image and host", () => prepareRelease(ctx, snapshot, holding));
	const unkept = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.l)(ctx, wanted, {
		plans: snapshot.plans,
		image
	});
	if (unkept) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(unkept);
	const release = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.b)(wanted, image);
	const hostIds = hosts.map(({ id }) => id);
	const announce = () => ctx.deployment.start((0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.t)(ctx, {
		...release,
		semver
	}, since));
	if (holding && record?.release !== release.name) announce();
	const { results, watch, alarms } = await progress.step(`Release ${release.name} on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(hostIds)}`, () => releaseUnderAlarms(ctx, {
		hostIds,
		wanted,
		image,
		record,
		avoid,
		vpc,
		holding
	}), (released) => (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.r)(released.results));
	const deployed = {
		hosts,
		release,
		results,
		watch,
		snapshot
	};
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.t)(results) ?? alarmFailure(ctx, {
		release: release.name,
		record,
		results
	}, alarms.active());
	if (holding && results.some(({ outcome }) => outcome !== "unchanged")) announce();
	if (!holding && isOutdated(failed)) return deployReport(ctx.config, deployed);
	if (failed) return revertDeploy(ctx, deployed, {
		failed,
		avoid,
		since
	});
	await (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.a)(ctx, record);
	await recordDeploy(ctx, {
		...deployed,
		wanted,
		semver,
		record,
		image,
		artifact,
		since,
		zones: (0,_point_names_js__WEBPACK_IMPORTED_MODULE_5__.r)(snapshot.names.steps)
	});
	const report = deployReport(ctx.config, {
		...deployed,
		hosts: await follow(ctx, snapshot, hosts)
	});
	if (ctx.config.versioning.notes) await progress.step("Write the release notes", () => note(ctx, deployed, report));
	return report;
}
/** A run that changed nothing only writes notes that an earlier run could not write: existing ones stay. */
async function note(ctx, { release, snapshot }, { outcome }) {
	const { record, semver } = snapshot;
	const isNew = outcome === "deployed";
	const comparison = await ctx.commits.compare((isNew ? record?.commit : record?.previousCommit) ?? "", release.commit);
	const section = releaseNotes(ctx.config, {
		release,
		record,
		isNew,
		comparison,
		now: ctx.clock.now()
	});
	await writeNotes(ctx, {
		semver,
		commit: release.commit,
		section,
		keep: !isNew
	});
}
function releaseUnderAlarms(ctx, releasing) {
	return withAlarms(ctx, async (alarms) => ({
		...await releaseOnHosts(ctx, {
			...releasing,
			alarms
		}),
		alarms
	}));
}
/** Once the release serves: routes visitors to all of its hosts, and only to those. Returns the hosts afterwards. */
async function follow(ctx, snapshot, hosts) {
	const { plans, record } = snapshot;
	const rename = (live) => (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, snapshot, live);
	if (plans.some(({ kind }) => kind === "replace")) return ctx.progress.step("Move to the new host", () => finishReplacements(ctx, {
		plans,
		hosts,
		record
	}, rename));
	await rename(hosts);
	return hosts;
}
/** Takes the release back from the hosts that accepted it, and records the attempt. */
async function revertDeploy(ctx, deployed, { failed, avoid, since }) {
	const { release, results, snapshot } = deployed;
	const after = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, {
		release: release.name,
		record: snapshot.record,
		results,
		avoid
	});
	const report = deployReport(ctx.config, {
		...deployed,
		results: after
	}, asIsNow(failed, after));
	if (failed.cause === "concurrent-release") return report;
	await (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_9__.i)(ctx, snapshot.record, after);
	const { outcome } = report;
	const { name, commit } = release;
	const { semver } = snapshot;
	const tried = {
		release: name,
		commit,
		semver,
		outcome,
		cause: failed.cause ?? "",
		since,
		results: after
	};
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_12__.t)(ctx, {
		...tried,
		...await commitTime(ctx, commit)
	});
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_12__.n)(ctx, snapshot.record, attempt);
	return report;
}
/** The failure, with the live release of its host after the revert. */
function asIsNow(failed, after) {
	const { serving, servingRelease } = after.find(({ hostId }) => hostId === failed.hostId) ?? failed;
	return {
		...failed,
		serving,
		servingRelease
	};
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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _cut_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8056);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8929);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5933);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3593);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1929);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5859);









// src/domain/rollout/rollback-target.ts
/** The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. */
function rollbackTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, status }) => typeof status === "string" ? `${hostId}: ${status}` : []);
	if (silent !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)(silent, "Fix that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, status }) => typeof status === "string" ? [] : [{
		hostId,
		status
	}]);
	const serving = [...new Set(hosts.map(({ status }) => status.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ status }) => status), serving);
	if (release === "") return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)("the hosts have no common release before the live one", "Name one in the input release (command: status lists them), or deploy the commit that you want to return to.");
	return {
		kind: "target",
		release,
		serving,
		strangers: hosts.filter(({ status }) => !knows(status, release)).map(({ hostId }) => hostId)
	};
}
/** Refuses a release that some hosts lack, and that cannot be brought to them. */
function refuseStrangers(strangers, release) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
}
/**
* Of the live releases, the newest is the one whose host has all the others in its history. Of the releases before it, returns the newest
* that all hosts have.
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
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_3__.n)("rollback", spec),
		...(0,_cut_over_js__WEBPACK_IMPORTED_MODULE_2__.t)(spec),
		release,
		base,
		document
	};
}
// src/steps/rollout/brought-release.ts
/**
* The release that hosts return to but no longer have: `asked`, or if empty the recorded predecessor of the live one. It must have been live here
* by the record, and the registry must have it. Otherwise `undefined`, with a line in the log.
*/
async function broughtRelease(ctx, asked, { vpc }) {
	const { config, records, repositories, progress } = ctx;
	const history = await records.history(config.service, 100);
	const recorded = asked === "" ? (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.i)(history) : (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.r)(asked, history);
	const specification = recorded && await (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, recorded, repositories);
	if (typeof specification === "object") return documentHere(ctx, specification, vpc);
	progress.info(recorded === void 0 ? `The record does not have ${asked === "" ? "an earlier release" : asked}, either` : `The specification of ${recorded.release} in the registry is ${specification}`);
}
/** The release in the form that this service's hosts store. */
function documentHere({ config }, release, vpc) {
	const { service, job } = config;
	if (release.spec["trusted-proxies"].includes("vpc") && vpc.length === 0) {
		const reason = `${release.name} trusts the proxies of the VPC, whose CIDRs are unknown, because AWS shows no route table`;
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)(reason, "Deploy its commit with the CIDRs of the balancer in trusted-proxies instead of vpc."));
	}
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.s)({
		service,
		release,
		login: release.login,
		vpc,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(job)
	});
}
// src/steps/rollout/rollback-hosts.ts
/**
* `asked`: name of a release; empty where none was asked for. A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* is unknown, and the host does not compare.
*/
async function chooseTarget(ctx, prepared, { record, asked }) {
	const { hosts, avoid } = prepared;
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
	if (target.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(target);
	const { release, serving, strangers } = target;
	const document = strangers.length === 0 ? void 0 : await broughtRelease(ctx, release, prepared);
	if (strangers.length > 0 && document === void 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refuseStrangers(strangers, release));
	return {
		target: release,
		base: serving,
		record,
		avoid,
		document
	};
}
/** In waves. If a single host no longer knows its previous release, it has changed nothing, and gets the order again with the release. */
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
	return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_7__.u)(ctx, way.base, (base) => sendRollback(ctx, {
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
	return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_7__.d)(ctx, {
		...dispatch,
		order,
		live: record
	}, release);
}
// src/steps/rollout/revert.ts
/**
* Removes a release that failed on one host from all of them: those that accepted it return to what they served before. A host that got it from a
* killed run returns to the recorded release, which itself always stays. Returns the results, including those of the reverted hosts.
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
		returned.push(...await ctx.progress.step(`Return ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(hostIds)} to ${target}`, () => sendRollback(ctx, {
			hostIds,
			way,
			continueOnError: true
		}), _result_js__WEBPACK_IMPORTED_MODULE_0__.r));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
/** Empty: the host keeps its release. */
function targetOf({ outcome, previous }, recorded = "") {
	if (outcome === "unchanged") return recorded;
	return outcome === "failed" ? "" : previous;
}



/***/ })

};
;