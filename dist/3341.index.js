"use strict";
exports.id = 9746;
exports.ids = [9746,2625];
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
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4493);


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
	if ((0,_version_js__WEBPACK_IMPORTED_MODULE_1__.t)(version)) return [];
	if ((0,_version_js__WEBPACK_IMPORTED_MODULE_1__.i)(ref) === version) return [commit];
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
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3593);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9365);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5661);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4678);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5910);
/* harmony import */ var _find_named_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1618);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1929);









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
		semver: (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.r)(release, history)?.semver,
		note: noteOn(record, from.environment)
	};
}
function refuseUnverified({ from: { environment }, release, history, allowRolledBack }) {
	if ((0,_history_js__WEBPACK_IMPORTED_MODULE_8__.r)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
		return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_history_js__WEBPACK_IMPORTED_MODULE_8__.s)(release, history)) return void 0;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`${release} was rolled back in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it anyway.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "is in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or does not match the record"
	}[specification ?? "gone"];
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`);
}
/** Unreachable hosts prevent nothing: a verified release stays verified. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for the run in progress there, or run command: deploy for ${environment}. command: status shows what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, but ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`${live} is not healthy on ${hostId} of ${environment}`, heal);
	}
}
/** A live release counts from the latest start of its containers, if the hosts report it: one that crashed has not served all the time. */
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }) {
	const served = (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.o)(release, history);
	if (minSoakMs === 0 || served === void 0) return void 0;
	const since = served.until === void 0 ? Math.max(served.since, ...startsOn(hosts)) : served.since;
	const soakedMs = Math.max(0, (served.until ?? now) - since) || 0;
	if (soakedMs >= minSoakMs) return void 0;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_3__.t)(soakedMs)}, but min-soak is ${(0,_freeze_js__WEBPACK_IMPORTED_MODULE_4__._)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_3__.t)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
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
	if (!record) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
	const named = await askedRelease(ctx, from);
	if (typeof named === "object") return named;
	const release = named ?? record.release;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.r)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, recorded, source.repositories), (0,_ending_js__WEBPACK_IMPORTED_MODULE_5__.a)({
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
	const found = await (0,_find_named_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, {
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

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ cutOverFields),
/* harmony export */   i: () => (/* binding */ putRoleRight),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   t: () => (/* binding */ launchHosts)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2625);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1335);
/* harmony import */ var _role_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9069);







// src/domain/host/host-role.ts
/**
* Hops of an answer of the instance metadata service: one to the host itself, two to a container.
* https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
*/
const TO_HOST = 1;
const TO_CONTAINERS = 2;
/** The hop limit of a new host. */
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
/** Refuses `host-role` on a host whose metadata service does not reach containers: the container would wait for it forever. */
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.h)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/domain/order/cut-over.ts
/** How many answers a verdict about errors needs. */
const BAKE_MIN_REQUESTS = 20;
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
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(image);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(registry, ownRegistry) ? registry : "";
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
		challenged: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_4__.o)(config.spec)
	});
	for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
/** Restores the role of existing hosts, whoever changed it. If that fails, the run continues with the role as it is. */
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = (0,_role_name_js__WEBPACK_IMPORTED_MODULE_5__.t)(service, region);
	if (!hosts.some((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role was not changed: ${error.message}`);
	}
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
// src/steps/hosts/launch.ts
/** It takes up to two minutes until EC2 sees a new instance profile. */
const PROFILE_PATIENCE_MS = 18e4;
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
	const refusals = [];
	for (const subnet of subnets) {
		const attempt = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		});
		if (attempt.kind === "launched") return attempt.host;
		refusals.push(attempt.reason);
		ctx.progress.info(`No room for a ${instanceType} in ${subnet.zone}: ${attempt.reason}`);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
/** The machine image of a new host. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("wrong-architecture", `${ami} is for ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.s)(image.architecture)}, but ${config.host.instanceType} is ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.s)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
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
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_6__.t)({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PROFILE_PATIENCE_MS,
		every: 3e3,
		onWait: (profileName, since) => ctx.progress.waiting(`the instance profile ${profileName} to become visible to EC2`, since),
		onLimit: (profileName) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("profile-not-visible", `EC2 does not know the instance profile ${profileName}`, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
		}
	});
}
/** In some zones a refused token stays refused, so each attempt has a new one; a retried request of the same attempt keeps it. */
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	return launch.kind === "profile-not-visible" ? { waiting: spec.instanceProfile } : { ended: launch };
}



/***/ }),

/***/ 1335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ namesOf),
/* harmony export */   c: () => (/* binding */ markerSet),
/* harmony export */   i: () => (/* binding */ isServedAlike),
/* harmony export */   n: () => (/* binding */ planNames),
/* harmony export */   o: () => (/* binding */ namesProvenByDns),
/* harmony export */   r: () => (/* binding */ wantedNames),
/* harmony export */   s: () => (/* binding */ namesToCertify),
/* harmony export */   t: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9734);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_4__);






// src/domain/dns/marker.ts
/** The parent label of all markers of a zone, so that one request lists them. No host name contains an underscore. */
const ROOT = "_docker-to-ec2";
const TTL = 300;
/** The parent name of a zone's markers. */
function markersOf(zone) {
	return `${ROOT}.${zone.name}`;
}
/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` with the name as its value. */
function markerSet({ service, region }, name, zone) {
	return {
		name: [
			(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(name).digest("hex").slice(0, 16),
			service.name,
			service.environment,
			region,
			markersOf(zone)
		].join("."),
		type: "TXT",
		ttl: TTL,
		values: [JSON.stringify(name)],
		routed: false
	};
}
/** The markers among the sets of a zone. */
function markersIn(sets, zone) {
	return sets.flatMap((set) => markerIn(set, zone) ?? []);
}
function markerIn(set, zone) {
	const below = `.${markersOf(zone)}`;
	if (set.type !== "TXT" || !set.name.endsWith(below)) return void 0;
	const [, name = "", environment = "", region = ""] = set.name.slice(0, -below.length).split(".");
	return {
		set,
		owner: {
			service: {
				name,
				environment
			},
			region
		},
		name: (set.values[0] ?? "").replaceAll("\"", "")
	};
}
/** Whether this owner created the record beside a marker. */
function isOwnedBy({ owner }, { service, region }) {
	return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment;
}
/** Such as `web (production) in us-east-1`. */
function ownerWords({ service, region }) {
	return `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(service)} in ${region}`;
}
// src/domain/dns/plan-zone.ts
/** The steps for a zone. They never change a record that this action did not create. */
function planZone(seen, wanted) {
	const markers = markersIn(seen.sets, seen.zone);
	const decided = seen.names.map((name) => stepFor(name, seen, {
		...wanted,
		markers
	}));
	const own = markers.filter((marker) => isOwnedBy(marker, wanted.owner) && !seen.names.includes(marker.name));
	return {
		steps: [...decided.filter((one) => "action" in one), ...own.map((marker) => formerStep(marker, seen, wanted))],
		refusals: decided.filter((one) => "reason" in one)
	};
}
function stepFor(name, { zone, sets }, wanted) {
	const { owner, to, proxied, markers } = wanted;
	const about = markers.filter((marker) => marker.name === name);
	const other = about.find((marker) => !isOwnedBy(marker, owner));
	if (other) return refuseOthers(name, zone, other);
	const leading = sets.filter((set) => set.name === name && [
		"A",
		"AAAA",
		"CNAME"
	].includes(set.type));
	const owned = ownedSets(leading, about);
	const foreign = leading.find((set) => set !== owned.address);
	if (foreign === void 0) return {
		action: actionFor(owned, to),
		name,
		zone,
		to,
		owned
	};
	if (proxied || leading.length === 1 && leadsTo(foreign, to)) return {
		action: "leave",
		name,
		zone,
		there: foreign
	};
	return refuseForeign(name, zone, foreign);
}
function ownedSets(leading, [marker]) {
	return {
		address: marker && leading.find(_record_set_js__WEBPACK_IMPORTED_MODULE_0__.t),
		marker: marker?.set
	};
}
function actionFor({ address, marker }, to) {
	if (address === void 0) return "create";
	return marker !== void 0 && leadsTo(address, to) ? "keep" : "change";
}
function leadsTo(set, { addresses, pending }) {
	if (!(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.t)(set) || pending > 0) return false;
	return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address));
}
/**
* What happens to a name that the service had in this zone, and no longer has. If the name is still wanted, it may depend on this record alone,
* whichever zone it belongs to now: so the record stays.
*/
function formerStep({ name, set }, { zone, sets }, { names, to, byHand }) {
	const address = sets.find((one) => one.name === name && (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.t)(one));
	const owned = {
		address,
		marker: set
	};
	if (address === void 0 || !names.includes(name)) return {
		action: "remove",
		name,
		zone,
		owned
	};
	if (byHand) return {
		action: "keep",
		name,
		zone,
		owned,
		to: {
			addresses: address.values,
			pending: 0
		}
	};
	return {
		action: actionFor(owned, to),
		name,
		zone,
		owned,
		to
	};
}
function refuseOthers(name, zone, { owner }) {
	return {
		reason: `${name} in the hosted zone ${zone.id} belongs to ${ownerWords(owner)}`,
		hint: `Remove ${name} from domains there, destroy that service, or give this one another name. If both are on one host and this one has a path-prefix, set hosted-zone-id: none here: the record serves both.`
	};
}
function refuseForeign(name, zone, there) {
	return {
		reason: `${name} in the hosted zone ${zone.id} has a record that this action did not create: ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.n)(there)}`,
		hint: `Delete that record, or remove ${name} from domains. If it resolves to a balancer or CDN in front of the host, name that in trusted-proxies. hosted-zone-id: none leaves all records to you.`
	};
}
// src/domain/dns/wanted-names.ts
/** The names that need records for a release, and whether something may be in front of its hosts. */
function namesOf(spec) {
	return {
		names: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.u)(spec),
		proxied: spec["trusted-proxies"].length > 0
	};
}
/** Whether the recorded release already serves these names in the same way. */
function isServedAlike(record, spec) {
	return record !== void 0 && record.route.tls === spec.tls && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.p)(record, spec);
}
/** The names that need a certificate from an authority, unless a valid one exists. */
function namesToCertify(spec, record) {
	return spec.tls !== "acme" || isServedAlike(record, spec) ? [] : namesOf(spec).names;
}
/** The names whose control a host proves with records in Route 53. */
function namesProvenByDns(spec) {
	return spec.tls === "acme" && spec["acme-challenge"] === "dns" ? namesOf(spec).names : [];
}
// src/domain/dns/zone.ts
/**
* The zone of a name: the candidate with the longest name. `named`: the candidates come from the input hosted-zone-id. Otherwise
* only public zones count, because nobody outside of a VPC sees the others.
*/
function zoneFor(name, zones, { named }) {
	const candidates = zones.filter((zone) => (named || !zone.isPrivate) && liesIn(name, zone));
	const longest = Math.max(...candidates.map((zone) => zone.name.length));
	const [zone, ...others] = candidates.filter((candidate) => candidate.name.length === longest);
	if (zone === void 0) return { kind: "elsewhere" };
	return others.length === 0 ? {
		kind: "zone",
		zone
	} : refuseSeveral(name, [zone, ...others]);
}
/** `zoneFor` each of the names. */
function placeNames(names, zones, how) {
	const placed = names.map((name) => ({
		name,
		choice: zoneFor(name, zones, how)
	}));
	return {
		zoned: placed.flatMap(({ name, choice }) => choice.kind === "zone" ? [{
			name,
			zone: choice.zone
		}] : []),
		elsewhere: placed.flatMap(({ name, choice }) => choice.kind === "elsewhere" ? [name] : []),
		refusals: placed.flatMap(({ choice }) => choice.kind === "refuse" ? [choice] : [])
	};
}
function liesIn(name, zone) {
	return name === zone.name || name.endsWith(`.${zone.name}`);
}
function refuseSeveral(name, zones) {
	const ids = zones.map(({ id }) => id);
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`domains: ${name} is in ${zones.length} hosted zones named ${zones[0]?.name ?? ""}: ${ids.join(", ")}`, `Set hosted-zone-id to the one whose name servers are registered for the domain.`);
}
// src/steps/dns/plan-names.ts
/** The names of a release that replaces the recorded one. */
function wantedNames(spec, record, to) {
	return {
		...namesOf(spec),
		had: record ? (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.u)(record.route) : [],
		to,
		record
	};
}
const NO_NAMES = {
	steps: [],
	refusals: []
};
/** Plans the wanted names, and those that the service had. Asks Route 53 only if there are any. */
async function planNames(ctx, wanted) {
	const before = wanted.record?.zones ?? [];
	if (wanted.names.length + wanted.had.length + before.length === 0) return NO_NAMES;
	const zones = await zonesOf(ctx, wanted);
	if ("kind" in zones) return {
		steps: [],
		refusals: [zones]
	};
	const how = { named: ctx.config.zoneIds !== void 0 };
	const placed = placeNames(wanted.names, zones, how);
	const { elsewhere } = placed;
	if (how.named && zones.length > 0 && elsewhere.length > 0 && elsewhere.length === wanted.names.length) return {
		steps: [],
		refusals: [refuseOtherZones(elsewhere, zones)]
	};
	const others = [...placeNames(wanted.had, zones, how).zoned.map(({ zone }) => zone), ...await zonesBefore(ctx, before, zones)];
	const seen = await Promise.all(byZone(placed.zoned, others).map((one) => seenZone(ctx, one)));
	const goal = {
		...wanted,
		byHand: ctx.config.zoneIds?.includes("none") === true,
		owner: ownerOf(ctx)
	};
	return joined(seen.map((one) => planZone(one, goal)), placed, wanted.to);
}
/** The plans of all zones, plus the names without a zone, unless a record in another zone stays. */
function joined(plans, { elsewhere, refusals }, to) {
	const steps = plans.flatMap((plan) => plan.steps);
	const nowhere = elsewhere.filter((name) => !steps.some((step) => step.name === name && step.action !== "remove"));
	return {
		steps: [...steps, ...nowhere.map((name) => ({
			action: "elsewhere",
			name,
			to
		}))],
		refusals: [...refusals, ...plans.flatMap((plan) => plan.refusals)]
	};
}
/** The owner in this run's markers. */
function ownerOf({ config }) {
	return {
		service: config.service,
		region: config.region
	};
}
/** The zones that the inputs name, or all of the account; empty if the role cannot list them. */
async function zonesOf(ctx, { names, had }) {
	const { zoneIds } = ctx.config;
	if (zoneIds !== void 0) return namedZones(ctx, zoneIds);
	if (names.length + had.length === 0) return [];
	const zones = await ctx.zones.list();
	if (zones !== "denied") return zones;
	if (names.length === 0) return [];
	ctx.progress.info("The role of this run may not list hosted zones (route53:ListHostedZones), so the records of domains are up to you. The parameters HostedZoneId and Names of docs/iam/setup.yaml let the action create them.");
	return [];
}
async function namedZones({ zones }, ids) {
	const wanted = ids.filter((id) => id !== "none");
	const found = await Promise.all(wanted.map((id) => zones.get(id)));
	const missing = wanted.filter((_, at) => found[at] === void 0);
	if (missing.length === 0) return found.filter((zone) => zone !== void 0);
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`hosted-zone-id: Route 53 knows no hosted zone ${missing.join(", ")} in this account`, "Correct the id, or leave hosted-zone-id out to find the zone by its name.");
}
/** The zones of `hosted-zone-id` must contain the names. */
function refuseOtherZones(names, zones) {
	const words = zones.map(({ name, id }) => `${name} (${id})`);
	return {
		reason: `hosted-zone-id: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not in ${words.join(" or ")}`,
		hint: "Correct the id, leave hosted-zone-id out to find the zone by its name, or set it to none to create the records yourself."
	};
}
/** The zones that have contained the service's records and still exist. */
async function zonesBefore({ zones }, ids, known) {
	return (await Promise.all(ids.map(async (id) => known.find((zone) => zone.id === id) ?? zones.get(id)))).filter((zone) => zone !== void 0);
}
/** Each zone once, with its names. */
function byZone(zoned, others) {
	return [...new Map([...others, ...zoned.map(({ zone }) => zone)].map((zone) => [zone.id, zone])).values()].map((zone) => ({
		zone,
		names: zoned.flatMap((one) => one.zone.id === zone.id ? [one.name] : [])
	}));
}
/** A role may see a zone, but not its records: then somebody else manages them. */
async function seenZone(ctx, zone) {
	try {
		return await setsInZone(ctx, zone);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(error)) throw error;
		const hint = `${error.hint ?? ""} Or set hosted-zone-id: none to manage the records of domains yourself.`;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n(error.code, error.message, {
			hint,
			cause: error
		});
	}
}
/** The service's markers show which names it had. */
async function setsInZone(ctx, { zone, names }) {
	const markers = await ctx.zones.setsBelow(zone, markersOf(zone));
	const had = markersIn(markers, zone).flatMap((marker) => isOwnedBy(marker, ownerOf(ctx)) ? [marker.name] : []);
	return {
		zone,
		names,
		sets: [...await ctx.zones.setsAt(zone, [.../* @__PURE__ */ new Set([...names, ...had])]), ...markers]
	};
}



/***/ }),

/***/ 7398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3814);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5128);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(890);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9574);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9365);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5933);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7280);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1335);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5661);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8504);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9734);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4493);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3706);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5910);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6828);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3294);

















// src/domain/plan/data-steps.ts
/** From the record and the inputs, without asking hosts. */
function dataSteps(facts) {
	const recorded = facts.record?.volumes ?? [];
	const wanted = (0,_volumes_js__WEBPACK_IMPORTED_MODULE_3__.a)(facts.service, facts.volumes);
	return (0,_volumes_js__WEBPACK_IMPORTED_MODULE_3__.t)(recorded, wanted).map((volume) => ({
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
	if ((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.S)({
		service,
		hosts: plans.length,
		volumes,
		declared: []
	}).some(isSame(volume))) return volumeData.includes("each-host-its-own") ? "separate" : "refused";
	return recorded ? "stays" : "new";
}
// src/domain/plan/cost.ts
/**
* Rough list prices of us-east-1, for an order of magnitude: US dollars an hour for the size `large`, Linux on demand. The other sizes of a family
* cost in proportion. https://aws.amazon.com/ec2/pricing/on-demand/, as of June 2026
*/
const LARGE = {
	t2: .0928,
	t3: .0832,
	t3a: .0752,
	t4g: .0672,
	m5: .096,
	m5a: .086,
	m6a: .0864,
	m6g: .077,
	m6i: .096,
	m7g: .0816,
	m7i: .1008,
	"m7i-flex": .09576,
	c5: .085,
	c5a: .077,
	c6a: .0765,
	c6g: .068,
	c6i: .085,
	c7g: .0725,
	c7i: .08925,
	r5: .126,
	r6a: .1134,
	r6g: .1008,
	r6i: .126,
	r7g: .1071,
	r7i: .1323
};
const SMALL_SIZES = {
	nano: 1 / 16,
	micro: 1 / 8,
	small: 1 / 4,
	medium: 1 / 2,
	large: 1
};
const HOURS = 730;
const GP3_GIB = .08;
/** A public IPv4 address, $0.005 an hour. https://aws.amazon.com/vpc/pricing/ */
const ADDRESS_MONTH = 3.65;
/** US dollars a month; `undefined` for a type that is not in the table. */
function instanceMonth(instanceType) {
	const [family = "", size = ""] = instanceType.split(".");
	const hour = Object.hasOwn(LARGE, family) ? LARGE[family] : void 0;
	const factor = sizeFactor(size);
	return hour === void 0 || factor === void 0 ? void 0 : hour * factor * HOURS;
}
function sizeFactor(size) {
	const multiple = /^(\d*)xlarge$/.exec(size);
	if (multiple) return 2 * Number(multiple[1] || 1);
	return Object.hasOwn(SMALL_SIZES, size) ? SMALL_SIZES[size] : void 0;
}
/** US dollars a month for a gp3 volume without extra throughput. https://aws.amazon.com/ebs/pricing/ */
function volumeMonth(gib) {
	return gib * GP3_GIB;
}
// src/domain/plan/infrastructure.ts
/** The host plans, resource by resource; each shared resource appears once. */
function resourceSteps({ plan, spec, record, around }) {
	if (plan.kind === "refuse") return [];
	const { plans } = plan;
	const launches = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.f);
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
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.m)(plans).map((host) => endStep(host, spec))
	];
}
/** What an earlier run left unfinished on one of the service's own hosts. */
function isUnsettled(plan, spec, record) {
	if (plan.kind !== "start" && plan.kind !== "reuse") return false;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_5__.o)(plan.host, spec.service) && !(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.u)(plan.host, spec, record);
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
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_5__.o)(host, spec.service) ? {
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
		what: `instance ${spec.instanceType}${where}`,
		month: instanceMonth(spec.instanceType) ?? "unknown"
	}, {
		action: "create",
		what: `encrypted gp3 volume of ${spec.volumeGiB} GiB`,
		month: volumeMonth(spec.volumeGiB)
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
		what: `security group, open for ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.n)(ports)}${ports.length === 0 ? "" : " to the world"}`
	}];
	const unneeded = record === void 0 ? [] : (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.r)((0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(record.route), ports);
	const words = [...securityGroup.open ? [] : [`open ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.n)(ports)} to the world`], ...unneeded.length === 0 ? [] : [`close ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.n)(unneeded)}, if no other service of the host needs it`]];
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
		return [...plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.f).map(() => ({
			action: "create",
			what,
			month: ADDRESS_MONTH,
			newAddress: true
		})), ...released.map((address) => ({
			action: "release",
			what: `Elastic IP ${address}`
		}))];
	}
	const kept = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.h)(plan)?.publicIp ?? []);
	const free = addresses.filter((address) => !kept.includes(address));
	return plans.filter((plan) => plan.kind === "launch" || plan.kind === "replace" || unsettled.includes(plan)).map((plan) => {
		const own = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.h)(plan)?.publicIp;
		if (own !== void 0 && addresses.includes(own)) return keep(`Elastic IP ${own}`);
		const address = free.shift();
		if (address === void 0) return {
			action: "create",
			what: "Elastic IP",
			month: ADDRESS_MONTH,
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
		image,
		release,
		live: record,
		configuration: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.d)(record, configuration),
		secrets,
		names,
		certificates: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_7__.s)(configuration, record),
		data: dataSteps({
			service,
			volumes: configuration.volumes,
			record,
			hostPlan,
			volumeData
		}),
		proxy: proxyChange(facts),
		asked,
		hash: refusals.length > 0 ? "" : (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__._)(facts),
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
		drift: (0,_drift_js__WEBPACK_IMPORTED_MODULE_4__.t)(record, views)
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
	return `<!-- docker-to-ec2 plan ${(0,_service_js__WEBPACK_IMPORTED_MODULE_16__.m)(service)} -->`;
}
/** The comment on the pull request, as Markdown. */
function renderComment(plan, runUrl) {
	const sign = {
		changes: "📋",
		unchanged: "✅",
		refused: "✋"
	}[plan.verdict];
	const hint = plan.refusals.map((refusal) => `**Next step:** ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_8__.h)(refusal.hint)}`);
	const lines = [
		commentMarker(plan.service),
		`## ${sign} ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_8__.m)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_9__.n)(plan))}`,
		...hint,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_9__.t)(plan),
		`<sub>Planned${plan.release.commit === "" ? "" : ` for commit ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_8__.s)(plan.release.commit)}`} by ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_8__.d)("this run", runUrl)}; the next plan replaces it.</sub>`
	];
	return (0,_duration_js__WEBPACK_IMPORTED_MODULE_8__.l)(lines.join("\n\n"));
}
// src/report/plan/json.ts
/**
* The output `plan`; docs/plan.md describes it. It contains no value of a variable and no account id: if one is masked in the log, GitHub drops the
* whole output.
*/
function planJson(plan) {
	const { service, region, verdict, refusals, hosts, resources, image, release, live, configuration, secrets, data, proxy, asked } = plan;
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
		resources: resources.map(({ action, what, month }) => ({
			action,
			what,
			...month === void 0 ? {} : { monthlyUsd: priced(month) }
		})),
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
			version: (0,_version_js__WEBPACK_IMPORTED_MODULE_10__.r)(release),
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		promotion: release.verified ?? null,
		drift: asked.kind === "asked" ? asked.drift : null,
		live: live ? {
			release: live.release,
			version: (0,_version_js__WEBPACK_IMPORTED_MODULE_10__.r)(live),
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		secretVersions: {
			changed: secrets.changed,
			unknown: secrets.unknown.map(({ name }) => name)
		},
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_9__.i)(plan),
		data,
		proxy: proxy.kind
	});
}
function priced(month) {
	return month === "unknown" ? null : Math.round(month * 100) / 100;
}
// src/report/pages/plan.ts
/** What `deploy` would do; a plan that it would refuse is a failure. */
function planReport(planned) {
	const { verdict, refusals, image, release, live, hosts, hash } = planned;
	const [first] = hosts.kind === "hosts" ? hosts.plans : [];
	const [refusal] = refusals;
	const report = {
		outcome: verdict === "refused" ? "refused" : "planned",
		headline: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_9__.n)(planned),
		outputs: {
			plan: planJson(planned),
			"plan-hash": hash,
			release: release.name,
			version: (0,_version_js__WEBPACK_IMPORTED_MODULE_10__.r)(release),
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
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_14__.t)(ctx, promotion);
	return found.kind === "refuse" ? planRefusal(ctx, promotion.from, found) : planWanted(ctx, async () => found);
}
async function planWanted(asked, find) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.u)(ctx, find, (hosts, record) => (0,_ending_js__WEBPACK_IMPORTED_MODULE_12__.i)(ctx, hosts, record));
		for (const line of (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.b)(snapshot.wanted.spec)) ctx.progress.warn(line);
		return planDeploy((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx, snapshot), await surroundings(ctx, snapshot));
	});
}
/** Shows why the promotion is refused, and the hosts. */
async function planRefusal(asked, from, refusal) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.o)(ctx);
		return planRefusedPromotion((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.s)(ctx, snapshot, {
			from,
			refusal
		}), await surroundings(ctx, snapshot));
	});
}
async function shown(ctx, make) {
	const { progress } = ctx;
	const planned = await progress.step("Snapshot", make);
	for (const line of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_9__.r)(planned)) progress.info(line);
	if (ctx.config.planComment) await progress.step("Comment", () => comment(ctx, planned));
	return planReport(planned);
}
/** Also checks that hosts could be launched: that subnets and machine image exist, and fit. */
async function surroundings(ctx, { hostPlan, record }) {
	const { service, region, host } = ctx.config;
	const plans = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	const launches = plans.some(_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.f);
	const [hosts, launch, hostRole, evidence] = await Promise.all([
		askServing(ctx, plans, record),
		launches ? launchSite(ctx, plans) : void 0,
		launches ? ctx.hostRoles.find(service, region) : void 0,
		record === void 0 ? void 0 : riskEvidence(ctx)
	]);
	const [kept] = plans.flatMap((plan) => "host" in plan ? [plan.host] : []);
	return {
		hosts,
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
const LAST_RUNS = 10;
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
	return serving.length === 0 ? void 0 : (0,_ending_js__WEBPACK_IMPORTED_MODULE_12__.a)(ctx, ctx.config.service, serving);
}
async function launchSite(ctx, plans) {
	const [{ ami }, all] = await Promise.all([(0,_launch_js__WEBPACK_IMPORTED_MODULE_11__.n)(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)]);
	const subnets = (0,_launch_js__WEBPACK_IMPORTED_MODULE_11__.r)(all, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.g)(plans), plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.f).length).flatMap(([first]) => first ?? []);
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
	const body = renderComment(planned, (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.o)(job));
	const url = await (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_13__.t)(ctx, {
		pullRequest: job.pullRequest,
		marker,
		body,
		asked: "plan-comment"
	});
	if (url !== void 0) progress.info(`The plan is in ${url}`);
}



/***/ }),

/***/ 2625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Polls until there is an end or the time limit passes. A poll that throws ends the wait, and so does the clock of a cancelled run. */
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const [since, began] = [clock.now(), clock.elapsed()];
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.elapsed() - began;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}



/***/ }),

/***/ 6828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ putComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);

// src/steps/record/put-comment.ts
/** Writes a comment, or updates the earlier one. Returns its address. A refusal by GitHub is only a warning, because the run has done its work. */
async function putComment({ comments, progress }, { pullRequest, marker, body, asked }) {
	try {
		return await comments.put(pullRequest, marker, body);
	} catch (error) {
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		const reason = error instanceof Error ? error.message : String(error);
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
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/host/role-name.ts
const LONGEST_ROLE = 64;
const HASH_DIGITS = 16;
/**
* The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name includes the region. The
* limit is 128 characters and it has at most 110, so a template can compose it, too.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
*/
function profileName(service, region) {
	return `docker-to-ec2.${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.m)(service)}.${region}`;
}
/**
* The action's role for that profile, with the same name. A role's limit is 64 characters: a longer name is cut and ends in two dots and a hash,
* like no other name.
*/
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
}



/***/ })

};
;