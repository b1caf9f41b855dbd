"use strict";
exports.id = 5481;
exports.ids = [5481];
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
	const words = (status.drift ?? []).map((drift) => host === void 0 ? drift : `${host}: ${drift}`);
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
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(version)) return [];
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.It)(ref) === version) return [commit];
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
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5910);
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
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_history_js__WEBPACK_IMPORTED_MODULE_6__.s)(release, history)) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`${release} was rolled back in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it anyway.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "is in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or does not match the record"
	}[specification ?? "gone"];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`);
}
/** Unreachable hosts prevent nothing: a verified release stays verified. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for the run in progress there, or run command: deploy for ${environment}. command: status shows what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, but ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`${live} is not healthy on ${hostId} of ${environment}`, heal);
	}
}
/** A live release counts from the latest start of its containers, if the hosts report it: one that crashed has not served all the time. */
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }) {
	const served = (0,_history_js__WEBPACK_IMPORTED_MODULE_6__.o)(release, history);
	if (minSoakMs === 0 || served === void 0) return void 0;
	const since = served.until === void 0 ? Math.max(served.since, ...startsOn(hosts)) : served.since;
	const soakedMs = Math.max(0, (served.until ?? now) - since) || 0;
	if (soakedMs >= minSoakMs) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.x)(soakedMs)}, but min-soak is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Ln)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.x)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
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
	if (!record) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.dr)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
	const named = await askedRelease(ctx, from);
	if (typeof named === "object") return named;
	const release = named ?? record.release;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_history_js__WEBPACK_IMPORTED_MODULE_6__.r)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, recorded, source.repositories), (0,_ending_js__WEBPACK_IMPORTED_MODULE_3__.a)({
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
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5933);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9148);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3706);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5910);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6828);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3294);
/* harmony import */ var _estimate_cost_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8289);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7820);












// src/domain/plan/data-steps.ts
/** From the record and the inputs, without asking hosts. */
function dataSteps(facts) {
	const recorded = facts.record?.volumes ?? [];
	const wanted = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.H)(facts.service, facts.volumes);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.R)(recorded, wanted).map((volume) => ({
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
	const launches = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.f);
	const unsettled = plans.filter((one) => isUnsettled(one, spec, record));
	return [
		...plans.flatMap((one) => hostSteps(one, spec, around.launch && {
			...around.launch,
			subnet: around.launch.subnets[launches.indexOf(one)]
		})),
		...launches.length > 0 ? [roleStep(spec, around)] : [],
		...launches.length > 0 || unsettled.length > 0 && spec.securityGroupIds.length === 0 ? groupSteps(spec, record, around) : [],
		...addressSteps(plans, unsettled, {
			spec,
			around
		}),
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.m)(plans).map((host) => endStep(host, spec))
	];
}
/** What an earlier run left unfinished on one of the service's own hosts. */
function isUnsettled(plan, spec, record) {
	if (plan.kind !== "start" && plan.kind !== "reuse") return false;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(plan.host, spec.service) && !(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.u)(plan.host, spec, record);
}
function hostSteps(plan, spec, place) {
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, spec.service) ? {
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
		what: `security group, open for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(ports)}${ports.length === 0 ? "" : " to the world"}`
	}];
	const unneeded = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(record.route), ports);
	const words = [...securityGroup.open ? [] : [`open ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(ports)} to the world`], ...unneeded.length === 0 ? [] : [`close ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(unneeded)}, if no other service of the host needs it`]];
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
		return [...plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.f).map(() => ({
			action: "create",
			what,
			newAddress: true
		})), ...released.map((address) => ({
			action: "release",
			what: `Elastic IP ${address}`
		}))];
	}
	const kept = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.h)(plan)?.publicIp ?? []);
	const free = addresses.filter((address) => !kept.includes(address));
	return plans.filter((plan) => plan.kind === "launch" || plan.kind === "replace" || unsettled.includes(plan)).map((plan) => {
		const own = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.h)(plan)?.publicIp;
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
			serving: ""
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
// src/report/plan/comment.ts
/** The first line of a service's comment. The next plan finds the comment by it. Nothing in it needs escaping. */
function commentMarker(service) {
	return `<!-- docker-to-ec2 plan ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)} -->`;
}
/** The comment on the pull request, as Markdown. */
function renderComment(plan, runUrl) {
	const sign = {
		changes: "📋",
		unchanged: "✅",
		refused: "✋"
	}[plan.verdict];
	const hint = plan.refusals.map((refusal) => `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.J)(refusal.hint)}`);
	const lines = [
		commentMarker(plan.service),
		`## ${sign} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.q)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(plan))}`,
		...hint,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(plan),
		`<sub>Planned${plan.release.commit === "" ? "" : ` for commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.U)(plan.release.commit)}`} by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.G)("this run", runUrl)}; the next plan replaces it.</sub>`
	];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.W)(lines.join("\n\n"));
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
		cost: cost === void 0 ? null : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(cost),
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(release),
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		promotion: release.verified ?? null,
		drift: asked.kind === "asked" ? asked.drift : null,
		live: live ? {
			release: live.release,
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(live),
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		secretVersions: {
			changed: secrets.changed,
			unknown: secrets.unknown.map(({ name }) => name)
		},
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(plan),
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
		headline: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(planned),
		outputs: {
			plan: planJson(planned),
			"plan-hash": hash,
			release: release.name,
			version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(release),
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
		const snapshot = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.u)(ctx, find, (hosts, record) => (0,_ending_js__WEBPACK_IMPORTED_MODULE_7__.i)(ctx, hosts, record));
		for (const line of (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.x)(snapshot.wanted.spec)) ctx.progress.warn(line);
		(0,_power_js__WEBPACK_IMPORTED_MODULE_11__.r)(ctx);
		return planDeploy((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx, snapshot), await surroundings(ctx, snapshot));
	});
}
/** Shows why the promotion is refused, and the hosts. */
async function planRefusal(asked, from, refusal) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.o)(ctx);
		return planRefusedPromotion((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.s)(ctx, snapshot, {
			from,
			refusal
		}), await surroundings(ctx, snapshot));
	});
}
async function shown(ctx, make) {
	const { progress } = ctx;
	const planned = await progress.step("Snapshot", make);
	for (const line of (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.E)(planned)) progress.info(line);
	if (ctx.config.planComment) await progress.step("Comment", () => comment(ctx, planned));
	return planReport(planned);
}
/** Also checks that hosts could be launched: that subnets and machine image exist, and fit. */
async function surroundings(ctx, { hostPlan, record }) {
	const { service, region, host } = ctx.config;
	const plans = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	const launches = plans.some(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.f);
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
		history: (await records.history(config.service, LAST_RUNS).catch(() => [])).map(({ attempt }) => attempt),
		canary: config.canary
	};
}
/** The status of the hosts that should serve the recorded release. */
async function askServing(ctx, plans, record) {
	const running = plans.flatMap((plan) => "host" in plan && plan.host.state === "running" ? [plan.host.id] : []);
	const serving = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).filter((id) => running.includes(id));
	return serving.length === 0 ? void 0 : (0,_ending_js__WEBPACK_IMPORTED_MODULE_7__.a)(ctx, ctx.config.service, serving);
}
async function launchSite(ctx, plans) {
	const [{ ami }, all] = await Promise.all([(0,_launch_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)]);
	const subnets = (0,_launch_js__WEBPACK_IMPORTED_MODULE_6__.i)(all, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.g)(plans), plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.f).length).flatMap(([first]) => first ?? []);
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
	const body = renderComment(planned, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job));
	const url = await (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx, {
		pullRequest: job.pullRequest,
		marker,
		body,
		asked: "plan-comment"
	});
	if (url !== void 0) progress.info(`The plan is in ${url}`);
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
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.or) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error);
		progress.warn(`${asked}: GitHub did not accept the comment: ${reason}. The job needs \`pull-requests: write\`. In a run for a fork, the token can only read.`);
		return;
	}
}



/***/ })

};
;