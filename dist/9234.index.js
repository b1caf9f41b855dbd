"use strict";
exports.id = 4050;
exports.ids = [4050];
exports.modules = {

/***/ 4221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refuseOlder),
/* harmony export */   r: () => (/* binding */ withMarksOf),
/* harmony export */   t: () => (/* binding */ refuseBlocked)
/* harmony export */ });
// src/domain/release/commit-order.ts
/** Refuses a commit that was rolled back. */
function refuseBlocked(commit, record, { allowRolledBack }) {
	if (allowRolledBack || !record?.blocked.includes(commit)) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} was rolled back`,
		hint: "Deploy a newer commit, or set allow-rolled-back: true to deploy this one anyway."
	};
}
/** Refuses an ancestor of the live commit: a newer release was deployed after the run was started or approved. */
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which is live`,
		hint: "Deploy or promote a newer commit. To return to an older one, use command: rollback, or set allow-downgrade: true."
	};
}
/**
* A record to write over one that the run has not seen: commits that were blocked in the meantime stay blocked, unless one is live now. A freeze, or its
* end, also stays, unless the run itself changes it.
*/
function withMarksOf(record, meanwhile, seen) {
	const marked = meanwhile.blocked.filter((commit) => commit !== record.commit && !seen?.blocked.includes(commit));
	const others = record.blocked.filter((commit) => !marked.includes(commit));
	const changed = (one) => JSON.stringify(one.freeze) !== JSON.stringify(seen?.freeze);
	const { freeze } = changed(record) || !changed(meanwhile) ? record : meanwhile;
	return {
		...record,
		freeze,
		blocked: [...marked, ...others].slice(0, 20)
	};
}



/***/ }),

/***/ 8056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ cutOverFields)
/* harmony export */ });
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);

// src/domain/order/cut-over.ts
/** How many answers a verdict about errors needs. */
var BAKE_MIN_REQUESTS = 20;
/** The fields of every order that changes what serves. */
function cutOverFields({ drainTimeout, certificateTimeout, bake, keep, proxyImage, ownRegistry, network }) {
	return {
		keep,
		drainTimeout,
		certificateTimeout,
		bake: {
			time: bake.time,
			minRequests: BAKE_MIN_REQUESTS,
			maxErrorShare: bake.maxErrorShare
		},
		proxy: {
			image: proxyImage.reference,
			login: loginFor(proxyImage.reference, ownRegistry),
			given: proxyImage.given
		},
		network: {
			subnet: network.subnet ?? null,
			avoid: network.avoid
		}
	};
}
function loginFor(image, ownRegistry) {
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.l)(image);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(registry, ownRegistry) ? registry : "";
}



/***/ }),

/***/ 9574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ goneHosts),
/* harmony export */   t: () => (/* binding */ driftOf)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5128);

// src/domain/rollout/drift.ts
/** Drift between hosts and record, a sentence each, with the command that fixes it. A host without an answer has no known drift. */
function driftOf(record, views) {
	return views.flatMap(({ hostId, status }) => driftOn(record, status, views.length > 1 ? hostId : void 0)).map(healed);
}
/** Recorded hosts that no longer exist, in the same way. */
function goneHosts(record, hostIds) {
	return (hostIds.length === 0 ? [] : (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(record).filter((id) => !hostIds.includes(id))).map((id) => healed(`${id} is recorded but does not exist`));
}
function healed(drift) {
	return `${drift}; command: deploy fixes it`;
}
/** `host`: undefined if there is only one. */
function driftOn(record, status, host) {
	if (typeof status === "string") return [];
	const words = status.drift.map((drift) => host === void 0 ? drift : `${host}: ${drift}`);
	if (!record || status.serving === record.digest) return words;
	return [...words, `${host ?? "the host"} serves ${status.release || "nothing"}, but ${record.release} is recorded`];
}



/***/ }),

/***/ 1618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findNamed)
/* harmony export */ });
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1929);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/steps/version/find-named.ts
/** The release of a service with this version, by its record and the repository's tags. */
async function findNamed(ctx, { service, records, version }) {
	const [history, tagged] = await Promise.all([records.history(service, 100), taggedWith(ctx, version)]);
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_0__.o)({
		version,
		tagged,
		environment: service.environment
	}, history);
}
/** A run for the tag knows its commit without GitHub. */
async function taggedWith({ config, commits }, version) {
	const { ref, commit } = config.job;
<<<<<<<< HEAD:dist/9234.index.js
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(version)) return [];
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(ref) === version) return [commit];
========
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(version)) return [];
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Rt)(ref) === version) return [commit];
>>>>>>>> reader:dist/4050.index.js
	const tags = await commits.tags();
	return tags && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_0__.c)(tags, version);
}



/***/ }),

/***/ 3294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findPromotion)
/* harmony export */ });
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3814);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3593);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8675);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4786);
/* harmony import */ var _find_named_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1618);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1929);







// src/domain/rollout/promotion.ts
/**
* Only a release that `promote-from` has verified, by its record and with the registry's content, and not while its hosts report that they are
* unhealthy.
*/
function judgePromotion(verification) {
	const { from, release, record, history, specification } = verification;
	const refusal = refuseUnverified(verification) ?? refuseSpecification(verification) ?? refuseUnwell(verification) ?? refuseUnsoaked(verification);
	if (refusal !== void 0) return refusal;
	if (typeof specification !== "object") throw new Error("A release that is not refused has a specification.");
	return {
		kind: "promote",
		release: specification,
		semver: (0,_history_js__WEBPACK_IMPORTED_MODULE_6__.r)(release, history)?.semver,
		note: noteOn(record, from.environment)
	};
}
function refuseUnverified({ from: { environment }, release, history, allowRolledBack }) {
	if ((0,_history_js__WEBPACK_IMPORTED_MODULE_6__.r)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
<<<<<<<< HEAD:dist/9234.index.js
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_history_js__WEBPACK_IMPORTED_MODULE_6__.s)(release, history)) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`${release} was rolled back in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it anyway.");
========
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_history_js__WEBPACK_IMPORTED_MODULE_6__.s)(release, history)) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`${release} was rolled back in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it anyway.");
>>>>>>>> reader:dist/4050.index.js
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "is in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or does not match the record"
	}[specification ?? "gone"];
<<<<<<<< HEAD:dist/9234.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`);
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`);
>>>>>>>> reader:dist/4050.index.js
}
/** Unreachable hosts prevent nothing: a verified release stays verified. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for the run in progress there, or run command: deploy for ${environment}. command: status shows what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
<<<<<<<< HEAD:dist/9234.index.js
		if (live !== record.release) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, but ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`${live} is not healthy on ${hostId} of ${environment}`, heal);
========
		if (live !== record.release) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, but ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`${live} is not healthy on ${hostId} of ${environment}`, heal);
>>>>>>>> reader:dist/4050.index.js
	}
}
/** A live release counts from the latest start of its containers, if the hosts report it: one that crashed has not served all the time. */
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }) {
	const served = (0,_history_js__WEBPACK_IMPORTED_MODULE_6__.o)(release, history);
	if (minSoakMs === 0 || served === void 0) return void 0;
	const since = served.until === void 0 ? Math.max(served.since, ...startsOn(hosts)) : served.since;
	const soakedMs = Math.max(0, (served.until ?? now) - since) || 0;
	if (soakedMs >= minSoakMs) return void 0;
<<<<<<<< HEAD:dist/9234.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.x)(soakedMs)}, but min-soak is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.In)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.x)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.x)(soakedMs)}, but min-soak is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Rn)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.x)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
>>>>>>>> reader:dist/4050.index.js
}
function startsOn(hosts) {
	if (hosts.kind !== "asked") return [];
	return hosts.hosts.map(({ status }) => Date.parse(status?.startedAt ?? "")).filter((at) => !Number.isNaN(at));
}
/** The live release was verified; whoever promotes it should know that a later attempt failed. */
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. The verified release ${release} still serves there.`;
}
// src/steps/record/find-promotable.ts
/**
* The verified release of `promote-from`: that of the input `release` or `version`, or the live one. Record and registry describe it; the hosts, if they can be asked,
* say whether it is healthy there now. Changes nothing.
*/
async function findPromotable(ctx, { from, minSoakMs }) {
	const { config, source, progress, signal, clock } = ctx;
	const record = await source.records.read(from);
<<<<<<<< HEAD:dist/9234.index.js
	if (!record) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ur)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
========
	if (!record) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.gr)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
>>>>>>>> reader:dist/4050.index.js
	const named = await askedRelease(ctx, from);
	if (typeof named === "object") return named;
	const release = named ?? record.release;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_history_js__WEBPACK_IMPORTED_MODULE_6__.r)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, recorded, source.repositories), (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_3__.c)({
		statusQuery: source.statusQuery,
		signal
	}, from, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record))]);
	const { allowRolledBack } = config.guards;
	const verdict = judgePromotion({
		from,
		release,
		record,
		history,
		specification,
		hosts,
		allowRolledBack,
		minSoakMs,
		now: clock.now()
	});
	if (verdict.kind === "refuse") return verdict;
	progress.info(`${verdict.release.name} is verified in ${from.environment}: ${verdict.release.digest}`);
	if (hosts.kind === "not-asked") progress.info(`The health of ${from.environment} was not checked: ${hosts.reason}. Record and registry say what is verified.`);
	if (verdict.note !== void 0) progress.warn(verdict.note);
	return verdict;
}
/** The name of the release in the inputs; `undefined`: they name none. */
async function askedRelease(ctx, service) {
	const { release, versioning } = ctx.config;
	if (release !== void 0 || versioning.asked === void 0) return release;
	const found = await (0,_find_named_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		service,
		records: ctx.source.records,
		version: versioning.asked
	});
	return "kind" in found ? found : found.release;
}
// src/steps/record/find-promotion.ts
/** The release to promote, which is verified in `promote-from`; or why there is none. Changes nothing. */
async function findPromotion(ctx, promotion) {
	const { from } = promotion;
	const found = await ctx.progress.step(`Find the verified release in ${from.environment}`, () => findPromotable(ctx, promotion));
	return found.kind === "refuse" ? found : (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx.config, {
		...found,
		from
	});
}



/***/ }),

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ noteOf)
/* harmony export */ });
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8446);

// src/domain/cause/findings.ts
/** Findings that need no immediate action, a sentence or two each. A finding of several hosts appears once, with their names. */
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_0__.t)(members.map(({ hostId }) => hostId))}: ${words}` : words);
}
var NOTE_LIMIT = 200;
/** The history's note about a run beside its outcome: containers that had to be killed. Empty without any. */
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
/** Adds a full stop at the end. */
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}



/***/ }),

/***/ 3593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ servedAsRecorded),
/* harmony export */   i: () => (/* binding */ recordedBefore),
/* harmony export */   n: () => (/* binding */ migrationsSince),
/* harmony export */   o: () => (/* binding */ servedTime),
/* harmony export */   r: () => (/* binding */ recordedAs),
/* harmony export */   s: () => (/* binding */ wasLeft),
/* harmony export */   t: () => (/* binding */ digestNamed)
/* harmony export */ });
// src/domain/release/history.ts
/** The record of a release from the last time when it was live. `history`: versions of a record, newest first. */
function recordedAs(release, history) {
	return history.find((version) => version.release === release);
}
/**
* A release that was live before, from its record; one without a record, from the host's report. `undefined` if
* the two disagree about the image.
*/
function servedAsRecorded(told, history) {
	const known = recordedAs(told.name, history);
	if (known === void 0) return told;
	return known.digest === told.digest ? {
		...told,
		image: known.image,
		login: known.login,
		commit: known.commit
	} : void 0;
}
/** Whether somebody has rolled back this release, since it last served, to one that served before it. */
function wasLeft(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const earlier = new Set(history.slice(at + 1).map((version) => version.release));
	return history.slice(0, at).some(({ release: to, attempt }) => attempt.outcome === "rolled-back" && attempt.cause === "" && earlier.has(to));
}
/**
* When a release last served, in milliseconds since the epoch. `until` is missing while it serves; `undefined`: no record contains
* the release. `history`: newest first.
*/
function servedTime(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const last = history[at];
	if (last === void 0) return void 0;
	const next = history[at - 1];
	return {
		since: Date.parse(last.deployedAt),
		...next && { until: Date.parse(next.deployedAt) }
	};
}
/** The release that served before the live one, without those that were rolled back. */
function recordedBefore(history) {
	return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history));
}
/** Releases marked as migrations that served after `release` last did, each once. */
function migrationsSince(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration);
	return [...new Set(passed.map((version) => version.release))];
}
/** The digest that is recorded under a semantic version. */
function digestNamed(semver, history) {
	return history.find((version) => version.semver === semver)?.digest;
}



/***/ }),

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hopLimitFor),
/* harmony export */   i: () => (/* binding */ spread),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   r: () => (/* binding */ putRoleRight),
/* harmony export */   t: () => (/* binding */ launchHosts)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2625);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9148);
/* harmony import */ var _role_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9069);





// src/domain/host/host-role.ts
/**
* Hops of an answer of the instance metadata service: one to the host itself, two to a container.
* https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
*/
var TO_HOST = 1;
var TO_CONTAINERS = 2;
/** The hop limit of a new host. */
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
/** Refuses `host-role` on a host whose metadata service does not reach containers: the container would wait for it forever. */
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__._)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/domain/host/spread.ts
/**
* The subnets for each host to launch, first choice first: the one with the fewest hosts so far, and the earlier one of several.
* `taken`: the subnets of the existing hosts.
*/
function spread(subnets, taken, count) {
	const filled = [...taken];
	return Array.from({ length: count }, () => {
		const order = subnets.toSorted((a, b) => hostsIn(a, filled) - hostsIn(b, filled));
		filled.push(order[0]?.id);
		return order;
	});
}
function hostsIn({ id }, filled) {
	return filled.filter((subnet) => subnet === id).length;
}
// src/steps/hosts/host-role.ts
/** The instance profile for a new host, which pulls from ECR repositories of these names. Warns of anything that a stack's role does not allow. */
async function ensureRole({ config, accountId, hostRoles, progress }, repositories) {
	const { service, region } = config;
	const { profile, lacks } = await hostRoles.ensure({
		service,
		region,
		accountId,
		repositories,
		challenged: (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__.i)(config.spec)
	});
	for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
/** Restores the role of existing hosts, whoever changed it. If that fails, the run continues with the role as it is. */
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = (0,_role_name_js__WEBPACK_IMPORTED_MODULE_3__.t)(service, region);
	if (!hosts.some((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.dr)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role was not changed: ${error.message}`);
	}
}
// src/steps/hosts/launch.ts
/** It takes up to two minutes until EC2 sees a new instance profile. */
var PROFILE_PATIENCE_MS = 18e4;
/** Launches hosts in parallel, spread over the subnets; each in the first one with capacity. */
async function launchHosts(ctx, input) {
	const { host: spec } = ctx.config;
	for (const replaced of input.replaces) ctx.progress.info(`Launching a ${spec.instanceType}${replaced === void 0 ? "" : ` in place of ${replaced}`}`);
	const [instanceProfile, image, subnets] = await Promise.all([
		profile(ctx, input),
		machineImage(ctx),
		ctx.networks.subnets(spec.subnetIds)
	]);
	const orders = spread(subnets, input.taken, input.replaces.length);
	const groups = securityGroups(ctx);
	const launch = {
		service: spec.service,
		instanceType: spec.instanceType,
		volumeGiB: spec.volumeGiB,
		spot: false,
		hopLimit: hopLimitFor(input.spec),
		instanceProfile,
		...image
	};
	return (await Promise.allSettled(input.replaces.map((replaces, at) => launchHost(ctx, {
		launch: {
			...launch,
			replaces
		},
		subnets: orders[at] ?? [],
		groups
	})))).map((settled) => {
		if (settled.status === "rejected") throw settled.reason;
		return settled.value;
	});
}
async function launchHost(ctx, { launch, subnets, groups }) {
	const { instanceType } = launch;
	if (ctx.config.host.capacity === "spot") {
		const spot = await launchInOne(ctx, {
			launch: {
				...launch,
				spot: true
			},
			subnets,
			groups
		});
		if ("host" in spot) return spot.host;
		ctx.progress.warn(`AWS has no spot capacity for a ${instanceType} now, so this run launches it on demand: ${spot.refusals.join("; ")}`);
	}
	const launched = await launchInOne(ctx, {
		launch,
		subnets,
		groups
	});
	if ("host" in launched) return launched.host;
	const { refusals } = launched;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
/** Returns the host, or why each subnet has no room for it. */
async function launchInOne(ctx, { launch, subnets, groups }) {
	const refusals = [];
	for (const subnet of subnets) {
		const attempt = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		});
		if (attempt.kind === "launched") return attempt;
		refusals.push(attempt.reason);
		ctx.progress.info(`No room for a ${launch.spot ? "spot " : ""}${launch.instanceType} in ${subnet.zone}: ${attempt.reason}`);
	}
	return { refusals };
}
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
/** The machine image of a new host. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("wrong-architecture", `${ami} is for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Et)(image.architecture)}, but ${config.host.instanceType} is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Et)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
/** The named groups, or the service's own, which is created once per VPC. */
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, ports } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, ports);
		own.set(vpcId, group);
		return [await group];
	};
}
/** Tries one subnet, again while EC2 does not see the profile yet. */
function launchIn(ctx, spec) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_4__.t)({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PROFILE_PATIENCE_MS,
		every: 3e3,
		onWait: (profileName, since) => ctx.progress.waiting(`the instance profile ${profileName} to become visible to EC2`, since),
		onLimit: (profileName) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("profile-not-visible", `EC2 does not know the instance profile ${profileName}`, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
		}
	});
}
/** In some zones a refused token stays refused, so each attempt has a new one; a retried request of the same attempt keeps it. */
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.ur();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	return launch.kind === "profile-not-visible" ? { waiting: spec.instanceProfile } : { ended: launch };
}



/***/ }),

/***/ 7398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3814);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5128);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9574);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9148);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3706);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4786);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6828);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3294);
/* harmony import */ var _estimate_cost_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8289);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7820);












// src/domain/plan/data-steps.ts
/** From the record and the inputs, without asking hosts. */
function dataSteps(facts) {
	const recorded = facts.record?.volumes ?? [];
<<<<<<<< HEAD:dist/9234.index.js
	const wanted = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.U)(facts.service, facts.volumes);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.z)(recorded, wanted).map((volume) => ({
========
	const wanted = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.B)(facts.service, facts.volumes);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(recorded, wanted).map((volume) => ({
>>>>>>>> reader:dist/4050.index.js
		...volume,
		fate: fateOf(volume, recorded.some(isSame(volume)), facts)
	}));
}
function isSame({ name, path }) {
	return (other) => other.name === name && other.path === path;
}
function fateOf(volume, recorded, { service, volumes, record, hostPlan, volumeData }) {
	if (hostPlan.kind === "refuse") return recorded ? "stays" : "new";
	const { plans } = hostPlan;
	const there = plans.flatMap((plan) => "host" in plan ? [plan.host.id] : []);
	if (recorded && (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).every((id) => !there.includes(id))) return "gone";
	if (recorded && plans.some(({ kind }) => kind === "replace")) return volumeData.includes("discarded") ? "discarded" : "refused";
	if ((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__._)({
		service,
		hosts: plans.length,
		volumes,
		declared: []
	}).some(isSame(volume))) return volumeData.includes("each-host-its-own") ? "separate" : "refused";
	return recorded ? "stays" : "new";
}
// src/domain/plan/infrastructure.ts
/** The host plans, resource by resource; each shared resource appears once. */
function resourceSteps({ plan, spec, record, around }) {
	if (plan.kind === "refuse") return [];
	const { plans } = plan;
	const launches = plans.filter(_query_status_js__WEBPACK_IMPORTED_MODULE_4__.m);
	const unsettled = plans.filter((one) => isUnsettled(one, spec, record));
	return [
		...plans.flatMap((one) => hostSteps$1(one, spec, around.launch && {
			...around.launch,
			subnet: around.launch.subnets[launches.indexOf(one)]
		})),
		...launches.length > 0 ? [roleStep(spec, around)] : [],
		...launches.length > 0 || unsettled.length > 0 && spec.securityGroupIds.length === 0 ? groupSteps(spec, record, around) : [],
		...addressSteps(plans, unsettled, {
			spec,
			around
		}),
		...(0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.g)(plans).map((host) => endStep(host, spec))
	];
}
/** What an earlier run left unfinished on one of the service's own hosts. */
function isUnsettled(plan, spec, record) {
	if (plan.kind !== "start" && plan.kind !== "reuse") return false;
<<<<<<<< HEAD:dist/9234.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(plan.host, spec.service) && !(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.u)(plan.host, spec, record);
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(plan.host, spec.service) && !(0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.f)(plan.host, spec, record);
>>>>>>>> reader:dist/4050.index.js
}
function hostSteps$1(plan, spec, place) {
	switch (plan.kind) {
		case "launch": return launchSteps(spec, place);
		case "replace": return plan.next ? [keep(`host ${plan.next.id}, which an interrupted run launched as the successor`)] : launchSteps(spec, place);
		case "start": return [{
			action: "start",
			what: nameOf(plan.host)
		}];
		case "reuse": return [keep(nameOf(plan.host))];
	}
}
function endStep(host, spec) {
<<<<<<<< HEAD:dist/9234.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host, spec.service) ? {
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, spec.service) ? {
>>>>>>>> reader:dist/4050.index.js
		action: "terminate",
		what: nameOf(host)
	} : keep(`${nameOf(host)}, left running`);
}
function keep(what) {
	return {
		action: "keep",
		what
	};
}
function nameOf({ id, instanceType }) {
	return `host ${id} (${instanceType})`;
}
function launchSteps(spec, place) {
	const where = place?.subnet ? ` from ${place.ami} in ${place.subnet.id} (${place.subnet.zone})` : "";
	return [{
		action: "create",
		what: `${spec.capacity === "spot" ? "spot " : ""}instance ${spec.instanceType}${where}${spec.capacity === "spot" ? ", or an on-demand one without spot capacity" : ""}`
	}, {
		action: "create",
		what: `encrypted gp3 volume of ${spec.volumeGiB} GiB`
	}];
}
function roleStep({ instanceProfile }, { hostRole }) {
	if (instanceProfile !== void 0) return keep(`instance profile ${instanceProfile}`);
	return hostRole === void 0 ? {
		action: "create",
		what: "role and instance profile of the host"
	} : keep(`role and instance profile ${hostRole}`);
}
function groupSteps({ securityGroupIds, ports }, record, { securityGroup }) {
	if (securityGroupIds.length > 0) return securityGroupIds.map((id) => keep(`security group ${id}`));
	if (!securityGroup) return [{
		action: "create",
<<<<<<<< HEAD:dist/9234.index.js
		what: `security group, open for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(ports)}${ports.length === 0 ? "" : " to the world"}`
	}];
	const unneeded = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(record.route), ports);
	const words = [...securityGroup.open ? [] : [`open ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(ports)} to the world`], ...unneeded.length === 0 ? [] : [`close ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(unneeded)}, if no other service of the host needs it`]];
========
		what: `security group, open for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(ports)}${ports.length === 0 ? "" : " to the world"}`
	}];
	const unneeded = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bt)(record.route), ports);
	const words = [...securityGroup.open ? [] : [`open ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(ports)} to the world`], ...unneeded.length === 0 ? [] : [`close ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(unneeded)}, if no other service of the host needs it`]];
>>>>>>>> reader:dist/4050.index.js
	if (words.length === 0) return [keep(`security group ${securityGroup.id}`)];
	return [{
		action: "change",
		what: `security group ${securityGroup.id}: ${words.join("; ")}`
	}];
}
/** A host keeps its Elastic IP; a host without one takes an unused one, or gets a new one. */
function addressSteps(plans, unsettled, { spec, around: { addresses } }) {
	if (!spec.elasticIp) {
		const what = "public IPv4 address, if the subnet assigns one; a new one after each stop";
		const released = plans.some(({ kind }) => kind === "replace") ? addresses : [];
		return [...plans.filter(_query_status_js__WEBPACK_IMPORTED_MODULE_4__.m).map(() => ({
			action: "create",
			what,
			newAddress: true
		})), ...released.map((address) => ({
			action: "release",
			what: `Elastic IP ${address}`
		}))];
	}
	const free = [...(0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.d)(addresses, plans)];
	return plans.filter((plan) => plan.kind === "launch" || plan.kind === "replace" || unsettled.includes(plan)).map((plan) => {
		const own = (0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__._)(plan)?.publicIp;
		if (own !== void 0 && addresses.includes(own)) return keep(`Elastic IP ${own}`);
		const address = free.shift();
		if (address === void 0) return {
			action: "create",
			what: "Elastic IP",
			newAddress: true
		};
		return {
			action: "move",
			what: `Elastic IP ${address} to the host`
		};
	});
}
// src/domain/plan/deploy-plan.ts
function planDeploy(facts, around) {
	const { service, region, hostPlan, spec, record, image, release, configuration, secrets, names, volumeData } = facts;
	const refusals = [...hostPlan.kind === "refuse" ? [hostPlan] : [], ...facts.refusals].map(({ code, reason, hint }) => ({
		...code && { code },
		reason,
		hint
	}));
	const resources = [...resourceSteps({
		plan: hostPlan,
		spec,
		record,
		around
	}), ...repositorySteps(image)];
	const asked = askedHosts(record, around.hosts);
	const drift = asked.kind === "asked" ? asked.drift : [];
	const compared = {
		hostPlan,
		spec,
		record,
		release: release.name,
		configuration,
		secrets,
		names,
		drift
	};
	const unchanged = !isBrought(image) && (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.g)(compared);
	return {
		service,
		region,
		verdict: refusals.length > 0 ? "refused" : unchanged ? "unchanged" : "changes",
		refusals,
		hosts: hostPlan,
		instanceType: spec.instanceType,
		resources,
		cost: around.cost,
		image,
		release,
		live: record,
		configuration: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.d)(record, configuration),
		secrets,
		names,
		certificates: (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.a)(configuration, record),
		data: dataSteps({
			service,
			volumes: configuration.volumes,
			record,
			hostPlan,
			volumeData
		}),
		proxy: proxyChange(facts),
		asked,
		hash: refusals.length > 0 ? "" : (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.v)(facts),
		evidence: around.evidence
	};
}
/** For a promotion that its source refuses: the hosts as they are, without a release. */
function planRefusedPromotion(facts, around) {
	const plan = planDeploy(facts, around);
	return {
		...plan,
		configuration: { kind: "unknown" },
		data: [],
		proxy: {
			...plan.proxy,
			kind: "unknown"
		}
	};
}
function askedHosts(record, seen) {
	if (seen?.kind !== "asked") return {
		kind: "record-only",
		reason: seen?.reason ?? ""
	};
	const views = seen.hosts.map(({ hostId, status }) => ({
		hostId,
		status: status ?? {
			release: "",
			serving: "",
			drift: []
		}
	}));
	return {
		kind: "asked",
		drift: (0,_drift_js__WEBPACK_IMPORTED_MODULE_3__.t)(record, views)
	};
}
/** Whether the image is still to be built or copied. */
function isBrought(image) {
	return image.kind === "build" || image.kind === "copy";
}
function repositorySteps(image) {
	return isBrought(image) && image.newRepository ? [{
		action: "create",
		what: `ECR repository ${image.repository}`
	}] : [];
}
/** The most expensive change of several hosts: the proxies of new hosts start in the meantime. */
function proxyChange(facts) {
	const { hostPlan, configuration, proxyImage } = facts;
	const kinds = hostPlan.kind === "refuse" ? ["unknown"] : hostPlan.plans.map((plan) => proxyChangeOn(plan, facts));
	return {
		kind: [
			"unknown",
			"load",
			"reload",
			"none"
		].find((one) => kinds.includes(one)) ?? "start",
		port: configuration["http-port"],
		image: proxyImage.given ? proxyImage.reference : void 0
	};
}
function proxyChangeOn(plan, { record, configuration }) {
	if (plan.kind === "launch" || plan.kind === "replace") return "start";
	if (record === void 0 || !(0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).includes(plan.host.id)) return "load";
	return (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.p)(record, configuration) && record.route["http-port"] === configuration["http-port"] ? "none" : "reload";
}
// src/report/plan/headline.ts
/** One sentence: what `deploy` or `promote` would do. */
function headlineOf(plan) {
	const { service, verdict, refusals, release } = plan;
	const would = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(service)}: ${release.verified ? "promote" : "deploy"} would`;
	if (verdict === "refused") return `${would} refuse: ${refusals[0]?.reason ?? ""}`;
	if (verdict === "unchanged") return `${would} change nothing; release ${release.name} is live`;
	const steps = [...hostSteps(plan), ...imageSteps(plan)];
	return `${would} ${steps.join(", ")}${steps.length > 0 ? " and " : ""}${lastStep(plan)}`;
}
function hostSteps({ hosts, instanceType }) {
	return hosts.kind === "hosts" && hosts.plans.every(({ kind }) => kind === "reuse") ? [] : [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.V)(hosts, instanceType)];
}
function imageSteps({ image }) {
	if (image.kind === "copy") return ["copy the image"];
	return image.kind === "build" ? ["build the image"] : [];
}
function lastStep({ release, live, asked, names }) {
	const { verified, commit } = release;
	if (asked.kind === "asked" && asked.drift.length > 0 && release.name === live?.release) return `return the hosts to ${release.name}`;
	const renamed = names.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.A);
	if (renamed.length > 0 && release.name !== "" && release.name === live?.release) return `change the records of ${renamed.map(({ name }) => name).join(", ")}`;
	return `release ${verified ? `${verified.release} of ${verified.environment}` : `commit ${commit.slice(0, 8)}`}${live ? ` over ${live.release}` : ""}`;
}
// src/report/plan/comment.ts
/** The first line of a service's comment. The next plan finds the comment by it. Nothing in it needs escaping. */
function commentMarker(service) {
<<<<<<<< HEAD:dist/9234.index.js
	return `<!-- docker-to-ec2 plan ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wr)(service)} -->`;
========
	return `<!-- docker-to-ec2 plan ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.kr)(service)} -->`;
>>>>>>>> reader:dist/4050.index.js
}
/** The comment on the pull request, as Markdown. */
function renderComment(plan, runUrl) {
	const sign = {
		changes: "📋",
		unchanged: "✅",
		refused: "✋"
	}[plan.verdict];
<<<<<<<< HEAD:dist/9234.index.js
	const hint = plan.refusals.map((refusal) => `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Y)(refusal.hint)}`);
	const lines = [
		commentMarker(plan.service),
		`## ${sign} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(plan))}`,
		...hint,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(plan),
		`<sub>Planned${plan.release.commit === "" ? "" : ` for commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.W)(plan.release.commit)}`} by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.K)("this run", runUrl)}; the next plan replaces it.</sub>`
	];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.G)(lines.join("\n\n"));
========
	const hint = plan.refusals.map((refusal) => `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.X)(refusal.hint)}`);
	const lines = [
		commentMarker(plan.service),
		`## ${sign} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Y)(headlineOf(plan))}`,
		...hint,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(plan),
		`<sub>Planned${plan.release.commit === "" ? "" : ` for commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.G)(plan.release.commit)}`} by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.q)("this run", runUrl)}; the next plan replaces it.</sub>`
	];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.K)(lines.join("\n\n"));
>>>>>>>> reader:dist/4050.index.js
}
// src/report/plan/json.ts
/**
* The output `plan`; docs/plan.md describes it. It contains no value of a variable and no account id: if one is masked in the log, GitHub drops the
* whole output.
*/
function planJson(plan) {
	const { service, region, verdict, refusals, hosts, resources, cost, image, release, live, configuration, secrets, data, proxy, asked } = plan;
	return JSON.stringify({
		schema: 1,
		service: service.name,
		environment: service.environment,
		region,
		verdict,
		refusals: refusals.map(({ reason }) => reason),
		hosts: hosts.kind === "refuse" ? [] : hosts.plans.map((plan) => ({
			action: plan.kind,
			id: "host" in plan ? plan.host.id : ""
		})),
		resources: resources.map(({ action, what }) => ({
			action,
			what
		})),
<<<<<<<< HEAD:dist/9234.index.js
		cost: cost === void 0 ? null : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.F)(cost),
========
		cost: cost === void 0 ? null : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.M)(cost),
>>>>>>>> reader:dist/4050.index.js
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
<<<<<<<< HEAD:dist/9234.index.js
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.It)(release),
========
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(release),
>>>>>>>> reader:dist/4050.index.js
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		promotion: release.verified ?? null,
		drift: asked.kind === "asked" ? asked.drift : null,
		live: live ? {
			release: live.release,
<<<<<<<< HEAD:dist/9234.index.js
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.It)(live),
========
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(live),
>>>>>>>> reader:dist/4050.index.js
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		secretVersions: {
			changed: secrets.changed,
			unknown: secrets.unknown.map(({ name }) => name)
		},
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.E)(plan),
		data,
		proxy: proxy.kind
	});
}
// src/report/pages/plan.ts
/** What `deploy` would do; a plan that it would refuse is a failure. */
function planReport(planned) {
	const { verdict, refusals, image, release, live, hosts, hash } = planned;
	const [first] = hosts.kind === "hosts" ? hosts.plans : [];
	const [refusal] = refusals;
	const report = {
		outcome: verdict === "refused" ? "refused" : "planned",
		headline: headlineOf(planned),
		outputs: {
			plan: planJson(planned),
			"plan-hash": hash,
			release: release.name,
<<<<<<<< HEAD:dist/9234.index.js
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.It)(release),
========
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(release),
>>>>>>>> reader:dist/4050.index.js
			"next-version": release.nextVersion ?? "",
			digest: "digest" in image ? image.digest : "",
			"previous-release": live?.release ?? "",
			"instance-id": first && "host" in first ? first.host.id : "",
			cause: refusal === void 0 ? "" : refusal.code ?? "refused"
		},
		facts: [],
		plan: planned
	};
	if (refusal === void 0) return report;
	return {
		...report,
		failure: {
			cause: refusal.code ?? "refused",
			sentence: refusal.reason,
			hint: refusal.hint,
			evidence: void 0
		}
	};
}
// src/report/plan/log.ts
/** The whole plan for the log. */
function planLines(plan) {
	const { commits } = plan.release;
	return [
		headlineOf(plan),
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(plan).map(([label, words]) => `${label}: ${words}`),
		...plan.resources.map((step) => `  ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.U)(step)}`),
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.W)(plan.configuration).map(({ label, names }) => `  ${label}: ${names.join(", ")}`),
		...commits.map(({ sha, title, author }) => `  ${sha.slice(0, 8)} ${title} (${author})`)
	];
}
// src/commands/plan.ts
/** Shows what `deploy` or `promote` with the same inputs would do, and changes nothing. */
async function plan(ctx) {
	const { promotion } = ctx.config;
	if (promotion === void 0) return planWanted(ctx, () => (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx));
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_9__.t)(ctx, promotion);
	return found.kind === "refuse" ? planRefusal(ctx, promotion.from, found) : planWanted(ctx, async () => found);
}
async function planWanted(asked, find) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.u)(ctx, find, (hosts, record) => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_7__.s)(ctx, hosts, record));
		for (const line of (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.x)(snapshot.wanted.spec)) ctx.progress.warn(line);
		(0,_power_js__WEBPACK_IMPORTED_MODULE_11__.r)(ctx);
		return planDeploy((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx, snapshot), await surroundings(ctx, snapshot));
	});
}
/** Shows why the promotion is refused, and the hosts. */
async function planRefusal(asked, from, refusal) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.s)(ctx);
		return planRefusedPromotion((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.s)(ctx, snapshot, {
			from,
			refusal
		}), await surroundings(ctx, snapshot));
	});
}
async function shown(ctx, make) {
	const { progress } = ctx;
<<<<<<<< HEAD:dist/9234.index.js
	const planned = await progress.step("Check what is live", make);
	for (const line of (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.E)(planned)) progress.info(line);
========
	const planned = await progress.step("Snapshot", make);
	for (const line of planLines(planned)) progress.info(line);
>>>>>>>> reader:dist/4050.index.js
	if (ctx.config.planComment) await progress.step("Comment", () => comment(ctx, planned));
	return planReport(planned);
}
/** Also checks that hosts could be launched: that subnets and machine image exist, and fit. */
async function surroundings(ctx, { hostPlan, record }) {
	const { service, region, host } = ctx.config;
	const plans = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	const launches = plans.some(_query_status_js__WEBPACK_IMPORTED_MODULE_4__.m);
	const [hosts, launch, hostRole, evidence, cost] = await Promise.all([
		askServing(ctx, plans, record),
		launches ? launchSite(ctx, plans) : void 0,
		launches ? ctx.hostRoles.find(service, region) : void 0,
		record === void 0 ? void 0 : riskEvidence(ctx),
		plans.length === 0 ? void 0 : (0,_estimate_cost_js__WEBPACK_IMPORTED_MODULE_10__.t)(ctx, plans)
	]);
	const [kept] = plans.flatMap((plan) => "host" in plan ? [plan.host] : []);
	return {
		hosts,
		cost,
		hostRole,
		...await ctx.networks.own(service, {
			vpcId: launch?.vpcId ?? kept?.vpcId,
			ports: host.ports
		}),
		launch,
		...evidence && { evidence }
	};
}
/** How many past runs the approver sees. */
var LAST_RUNS = 10;
/** Leaves out history that cannot be read: the plan is valid without it. */
async function riskEvidence({ records, config }) {
	return {
		history: (await records.history(config.service, LAST_RUNS).catch(() => [])).map(({ attempt }) => attempt).filter(({ outcome }) => outcome !== "frozen" && outcome !== "unfrozen"),
		canary: config.canary
	};
}
/** The status of the hosts that should serve the recorded release. */
async function askServing(ctx, plans, record) {
	const running = plans.flatMap((plan) => "host" in plan && plan.host.state === "running" ? [plan.host.id] : []);
	const serving = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).filter((id) => running.includes(id));
	return serving.length === 0 ? void 0 : (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_7__.c)(ctx, ctx.config.service, serving);
}
async function launchSite(ctx, plans) {
	const [{ ami }, all] = await Promise.all([(0,_launch_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)]);
	const subnets = (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__.i)(all, (0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.v)(plans), plans.filter(_query_status_js__WEBPACK_IMPORTED_MODULE_4__.m).length).flatMap(([first]) => first ?? []);
	return {
		ami,
		subnets,
		vpcId: subnets[0]?.vpcId ?? ""
	};
}
/** If GitHub refuses the comment, the summary still has the plan. */
async function comment(ctx, planned) {
	const { progress, config } = ctx;
	const { job, service } = config;
	if (job.pullRequest === void 0) return progress.warn("plan-comment: this run does not belong to a pull request.");
	const marker = commentMarker(service);
<<<<<<<< HEAD:dist/9234.index.js
	const body = renderComment(planned, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(job));
========
	const body = renderComment(planned, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(job));
>>>>>>>> reader:dist/4050.index.js
	const url = await (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx, {
		pullRequest: job.pullRequest,
		marker,
		body,
		asked: "plan-comment"
	});
	if (url !== void 0) progress.info(`The plan is in ${url}`);
}



/***/ }),

/***/ 7450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ resultOf),
/* harmony export */   i: () => (/* binding */ explainCause),
/* harmony export */   n: () => (/* binding */ repositoriesOf),
/* harmony export */   r: () => (/* binding */ startHost),
/* harmony export */   t: () => (/* binding */ provision)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5128);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(612);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7883);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3706);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4786);








// src/steps/hosts/host-result.ts
/** The host's result, or a result from its answer if it gave none. `late`: it used up its time. */
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
/** A killed program writes no result, so the answer's status must do. */
function withoutResult(answer, late) {
	const logs = `${answer.stdout}\n${answer.stderr}`.trim();
	return {
		outcome: "failed",
		rolledBack: false,
		served: void 0,
		cause: causeOf(answer.status, late),
		previous: "",
		serving: "",
		servingRelease: "",
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs,
			health: "",
			host: ""
		},
		canary: void 0,
		findings: [],
		secrets: {},
		volumes: [],
		steps: []
	};
}
/** SSM also reports a killed command as timed out. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/domain/cause/explain-cause.ts
/** One sentence with the cause and its facts, and one with the next step. */
function explainCause(facts) {
	const { summary, hint } = _result_js__WEBPACK_IMPORTED_MODULE_4__.d[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
/** The next step, if the facts allow a better one than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings }) {
	switch (cause) {
		case "exited": return hintOfExit(exitCode);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "release-not-found": return detail.startsWith("no release was verified before") ? "Name a release that the host still has in the input release, or deploy another commit." : void 0;
		case "host-unfit": return fatal(findings).map(({ hint }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_7__.n)(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
function hintOfExit(code) {
	if (code === 0) return "Its command must stay in the foreground. Check CMD in the Dockerfile, and the input args.";
	if (code === 137) return "Something killed it, usually because memory ran out. Raise the input memory, or use a larger instance-type.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or add redirects to health-codes. If the application forces HTTPS, let it exempt the health page or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "If the application checks the Host header, set health-host to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or add 401 to health-codes.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails. Look in its log below for a missing variable, secret or database. If only this page fails, set health-path to another one.";
}
/** The host reports which protocol the port uses. */
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, which gRPC needs.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, or on any other` : `${port}; the container listens on ${ports.join(", ")}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/steps/hosts/bring-program.ts
/** Brings the host program to hosts that may lack it, before anything waits for them. Throws if a host does not accept it. */
async function bringProgram(ctx, hostIds, record) {
	const without = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.r)(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const answers = await ctx.remote.bring(without, ctx.signal);
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.t)(answers.filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.i)(answer.stdout))));
	if (failed) throw notTaken(ctx, failed);
}
function notTaken({ config, progress }, failed) {
	const { hostId, cause = "program-failed", evidence } = failed;
	if (evidence.logs !== "") progress.info(evidence.logs);
	const { sentence, hint } = explainCause({
		...failed,
		cause,
		port: config.spec.port,
		healthPath: config.spec["health-path"]
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr(cause, `${hostId} does not accept the host program: ${sentence}`, { hint });
}
// src/steps/hosts/provision.ts
/**
* Carries out the plans: afterwards each host runs with its address and the host program, and its agent is online. Returns the hosts in the order
* of the plans.
*/
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.f)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...(0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.g)(plans)]));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(_query_status_js__WEBPACK_IMPORTED_MODULE_1__.m);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, spec }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		spec,
		repositories: repositoriesOf(ctx),
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.v)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories that the host pulls from ECR: the service's, and those of `image` or `proxy-image`. */
function repositoriesOf({ config }) {
	const others = [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(registry, void 0)).map(({ repository }) => repository);
	return [config.image.repository, ...others];
}
/** Starts a stopped host, and waits until it runs. */
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, host.id, {
		reached: (state) => state !== "stopping",
		what: "to finish stopping"
	});
	await ctx.hosts.start(host.id);
	return waitUntilRunning(ctx, {
		...host,
		state: "pending"
	});
}
async function waitUntilRunning(ctx, host) {
	if (host.state === "running") return host;
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
/** Finishes what a killed run may have left undone: the open port, the address. `all`: every host that can have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.ports);
	if (!spec.elasticIp) return;
	for (const { id } of hosts) {
		const address = await ctx.networks.ensureAddress(service, id, all.filter((other) => other !== id));
		ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ""}`);
	}
}
function idsOf(hosts) {
	return hosts.map(({ id }) => id);
}
async function refreshed(ctx, host) {
	return await ctx.hosts.get(host.id) ?? host;
}



/***/ }),

/***/ 6828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ putComment)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/steps/record/put-comment.ts
/** Writes a comment, or updates the earlier one. Returns its address. A refusal by GitHub is only a warning, because the run has done its work. */
async function putComment({ comments, progress }, { pullRequest, marker, body, asked }) {
	try {
		return await comments.put(pullRequest, marker, body);
	} catch (error) {
<<<<<<<< HEAD:dist/9234.index.js
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.ar) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error);
========
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.ur) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error);
>>>>>>>> reader:dist/4050.index.js
		progress.warn(`${asked}: GitHub did not accept the comment: ${reason}. The job needs \`pull-requests: write\`. In a run for a fork, the token can only read.`);
		return;
	}
}



/***/ }),

/***/ 9069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ roleName),
/* harmony export */   t: () => (/* binding */ profileName)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/domain/host/role-name.ts
var LONGEST_ROLE = 64;
var HASH_DIGITS = 16;
/**
* The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name includes the region. The
* limit is 128 characters and it has at most 110, so a template can compose it, too.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
*/
function profileName(service, region) {
	return `docker-to-ec2.${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.kr)(service)}.${region}`;
}
/**
* The action's role for that profile, with the same name. A role's limit is 64 characters: a longer name is cut and ends in two dots and a hash,
* like no other name.
*/
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
}



/***/ })

};
;