"use strict";
exports.id = 4264;
exports.ids = [4264];
exports.modules = {

/***/ 8109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ tableOf),
/* harmony export */   i: () => (/* binding */ noticeOf),
/* harmony export */   l: () => (/* binding */ noteOf),
/* harmony export */   n: () => (/* binding */ hostFacts),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ linesOf),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ factsOf),
/* harmony export */   u: () => (/* binding */ sentence)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5933);


// src/domain/cause/findings.ts
/** What nobody has to mend now, a sentence or two each. What several hosts found alike stands there once, with their names. */
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${members.map(({ hostId }) => hostId).join(", ")}: ${words}` : words);
}
const NOTE_LIMIT = 200;
/** What the history is to tell of a run beside its outcome: which containers had to be killed. Empty where there is nothing. */
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
/** With a full stop at its end. */
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}
// src/report/parts/host-lines.ts
/** What tells where a service is: of several hosts, the first one. */
function outputsOfHosts(lines) {
	const [first] = lines;
	return {
		url: first?.url ?? "",
		"instance-id": first?.id ?? "",
		"public-ip": first?.ip ?? "",
		hosts: JSON.stringify(lines)
	};
}
function outputsOf(placed) {
	const { release, results } = placed;
	return {
		...outputsOfHosts(linesOf(placed)),
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.C)(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
function factsOf({ hosts, release, route }) {
	const where = hosts.map((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_1__.o)(host, route));
	return [
		...hosts.length === 1 ? [["Address", where[0] ?? ""]] : [],
		["Release", release.name],
		["Digest", release.digest],
		["Image", release.image],
		...hostFacts(hosts)
	];
}
/** The one host; several have a table of their own. */
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
/** The table of the hosts, where there are several. */
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
/** What the hosts found about themselves that nobody has to mend now. */
function noticeOf(hosts) {
	const warnings = warningsOf(hosts);
	return warnings.length === 0 ? {} : { warnings };
}
/** Where it answers, in words: `at URL`, or `on 3 hosts, the first at URL`. */
function placeOf(lines) {
	const [first, ...others] = lines;
	return others.length === 0 ? `at ${first?.url ?? ""}` : `on ${lines.length} hosts, the first at ${first?.url ?? ""}`;
}
function linesOf({ hosts, results, route }) {
	return hosts.map((host, at) => {
		const result = results[at];
		return {
			id: host.id,
			ip: host.publicIp ?? "",
			url: (0,_host_js__WEBPACK_IMPORTED_MODULE_1__.o)(host, route),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
/** What came of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}



/***/ }),

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fingerprintOf),
/* harmony export */   c: () => (/* binding */ recordedAs),
/* harmony export */   d: () => (/* binding */ wasLeft),
/* harmony export */   f: () => (/* binding */ cutOverFields),
/* harmony export */   i: () => (/* binding */ compareFingerprint),
/* harmony export */   l: () => (/* binding */ recordedBefore),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ recordedGrace),
/* harmony export */   p: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   s: () => (/* binding */ migrationsSince),
/* harmony export */   t: () => (/* binding */ launchHosts),
/* harmony export */   u: () => (/* binding */ servedAsRecorded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5655);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8186);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2625);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_4__);







// src/domain/host/host-role.ts
/**
* Hops that an answer of the instance metadata service makes: to the host itself, and from there to a container.
* https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
*/
const TO_HOST = 1;
const TO_CONTAINERS = 2;
/** The hop limit of a new host. */
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
/** A container that is to use the role of its host would wait in vain on a host whose metadata service does not reach containers. */
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.m)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, as its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/domain/order/cut-over.ts
/** Answers that a verdict about errors needs at least. */
const BAKE_MIN_REQUESTS = 20;
/** The fields of every order that changes what serves. */
function cutOverFields({ drainTimeout, bake, keep, proxyImage, ownRegistry, network }) {
	return {
		keep,
		drainTimeout,
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
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.c)(image);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.o)(registry, ownRegistry) ? registry : "";
}
// src/domain/release/history.ts
/** What was recorded of a release when it was live the last time. `history`: versions of a record, newest first. */
function recordedAs(release, history) {
	return history.find((version) => version.release === release);
}
/**
* A release as the record knows it that was live before, where a host tells of it; one that no record tells of is as the host says. `undefined` when
* the two do not mean the same image.
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
/** Whether somebody went back, since the release last served, to what had served before it. */
function wasLeft(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const earlier = new Set(history.slice(at + 1).map((version) => version.release));
	return history.slice(0, at).some(({ release: to, attempt }) => attempt.outcome === "rolled-back" && attempt.cause === "" && earlier.has(to));
}
/** The release that served before the one which is live now: not one that was rolled back from. */
function recordedBefore(history) {
	return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history));
}
/** The releases marked as migrations that served after `release` did last, each once. */
function migrationsSince(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration);
	return [...new Set(passed.map((version) => version.release))];
}
// src/domain/release/fingerprint.ts
/** `salt`: the name of the release whose record keeps them, or is compared with. */
function fingerprintOf(spec, salt) {
	const named = _spec_js__WEBPACK_IMPORTED_MODULE_1__.t.map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_spec_js__WEBPACK_IMPORTED_MODULE_1__.o)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_spec_js__WEBPACK_IMPORTED_MODULE_1__.c)(spec))),
		parts: {
			...Object.fromEntries(named),
			inputs: inputsOf(spec, salt)
		}
	};
}
/** Settings that are no identity are of a run, which is no part of what is there. */
function inputsOf(spec, salt) {
	const texts = _spec_js__WEBPACK_IMPORTED_MODULE_1__.n.filter(([name, setting]) => setting.identity && setting.told !== "names" && !(0,_spec_js__WEBPACK_IMPORTED_MODULE_1__.s)(setting, spec[name])).map(([name, { told: how, spell }]) => {
		const text = spell(spec[name]);
		return [name, how === "value" ? text : hash(salt, "input", name, text)];
	});
	return Object.fromEntries(texts);
}
function hashed(values, [salt, kind]) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]));
}
function hash(...parts) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
/** Seconds that what is recorded as live may take to stop, as far as its record tells; 0 where another version wrote what this one does not read. */
function recordedGrace(record) {
	const name = "stop-grace-period";
	try {
		return _spec_js__WEBPACK_IMPORTED_MODULE_1__.r[name].parse(record?.fingerprint?.parts?.inputs[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _spec_js__WEBPACK_IMPORTED_MODULE_1__.S) return 0;
		throw error;
	}
}
/** What a release would change in the configuration of the one that is recorded; without a record, everything is new. */
function compareFingerprint(record, wanted) {
	const { whole, parts } = fingerprintOf(wanted, record?.release ?? "");
	if (record === void 0) return changesOf(void 0, parts);
	const { fingerprint } = record;
	if (fingerprint === void 0) return { kind: "unknown" };
	if (fingerprint.whole === whole) return { kind: "unchanged" };
	return fingerprint.parts === void 0 ? { kind: "changed" } : changesOf(fingerprint.parts, parts);
}
/** A part that another version left out is as empty. */
function changesOf(before = {}, after) {
	const named = _spec_js__WEBPACK_IMPORTED_MODULE_1__.t.map((name) => [name, nameChanges(before[name], after[name])]);
	const { added, removed, changed } = nameChanges(before.inputs, after.inputs);
	const inputs = [
		...added,
		...removed,
		...changed
	].map((name) => inputChange(name, before.inputs?.[name], after.inputs[name]));
	return {
		kind: "named",
		...Object.fromEntries(named),
		inputs
	};
}
/** Of a setting that this version does not know, only that it changed. */
function inputChange(name, before, after) {
	return _spec_js__WEBPACK_IMPORTED_MODULE_1__.n.some(([known, { told }]) => known === name && told === "value") ? {
		name,
		before: before ?? usual(name),
		after: after ?? usual(name)
	} : { name };
}
/** What an input is that is not recorded: its default, or not given. */
function usual(input) {
	return _spec_js__WEBPACK_IMPORTED_MODULE_1__.n.find(([name]) => name === input)?.[1].default ?? "";
}
/** By way of maps: a variable may be called `constructor`. */
function nameChanges(before = {}, after) {
	const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
	const names = (of, keep) => [...of.keys()].filter(keep).toSorted();
	return {
		added: names(next, (name) => !old.has(name)),
		removed: names(old, (name) => !next.has(name)),
		changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name))
	};
}
// src/domain/host/spread.ts
/**
* In which subnets to try to launch hosts, for each of them the first choice first: the one with the fewest hosts so far, of those the earlier one.
* `taken`: the subnets of the hosts that are there already.
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
/** IAM takes up to two minutes to spread a fresh instance profile. */
const PROFILE_PATIENCE_MS = 18e4;
/** Launches hosts side by side, spread over the subnets; each in the first one that has room for it. */
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
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
async function profile({ config, hostRoles }, { accountId, repositories }) {
	if (config.host.instanceProfile !== void 0) return config.host.instanceProfile;
	return hostRoles.ensure({
		service: config.service,
		region: config.region,
		accountId,
		repositories
	});
}
/** The image that a new host would have. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-architecture", `${ami} is for ${(0,_host_js__WEBPACK_IMPORTED_MODULE_5__.a)(image.architecture)}, and ${config.host.instanceType} is ${(0,_host_js__WEBPACK_IMPORTED_MODULE_5__.a)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
/** The named ones, or the service's own, which is made once in a VPC however many hosts are launched there. */
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, httpPort } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, httpPort);
		own.set(vpcId, group);
		return [await group];
	};
}
/** One subnet: again while the profile is not visible yet. */
function launchIn(ctx, spec) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_6__.t)({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PROFILE_PATIENCE_MS,
		every: 3e3,
		onWait: (profileName, since) => ctx.progress.waiting(`the instance profile ${profileName} to become visible to EC2`, since),
		onLimit: (profileName) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("profile-not-visible", `EC2 does not know the instance profile ${profileName}`, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
		}
	});
}
/** A refused token stays bound to its refusal in some zones, so each attempt has its own; a repeated request of the same attempt has the same. */
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	return launch.kind === "profile-not-visible" ? { waiting: spec.instanceProfile } : { ended: launch };
}



/***/ }),

/***/ 115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isNewer),
/* harmony export */   i: () => (/* binding */ isHeld),
/* harmony export */   n: () => (/* binding */ RENEW_MS),
/* harmony export */   r: () => (/* binding */ holderOf),
/* harmony export */   t: () => (/* binding */ LEASE_MS)
/* harmony export */ });
// src/domain/lease.ts
/** How long a lease lasts when nobody renews it: as long as the next run waits for one that was killed. */
const LEASE_MS = 9e4;
const RENEW_MS = 3e4;
function holderOf(text) {
	try {
		const holder = JSON.parse(text);
		return typeof holder.owner === "string" && typeof holder.expiresAt === "number" ? holder : void 0;
	} catch {
		return;
	}
}
/** How far the clocks of two runners may be apart. */
const SKEW_MS = 3e5;
/** A lease that ends later than any clock explains was written by one that is wrong: nobody could wait for its end. */
function isHeld({ expiresAt }, now) {
	return expiresAt > now && expiresAt <= now + 9e4 + SKEW_MS;
}
/** Whether run `a` was started after run `b`; a later attempt of the same run counts as later. */
function isNewer(a, b) {
	const [runA = 0, attemptA = 0] = a.split("/").map(Number);
	const [runB = 0, attemptB = 0] = b.split("/").map(Number);
	return runA === runB ? attemptA > attemptB : runA > runB;
}



/***/ }),

/***/ 2625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Looks, again and again, until there is an end or the limit. A look that throws ends the wait, and so does a clock whose run was cancelled. */
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const since = clock.now();
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.now() - since;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}



/***/ }),

/***/ 4264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ recordRelease),
/* harmony export */   c: () => (/* binding */ whatOfTheOthers),
/* harmony export */   d: () => (/* binding */ runOnHosts),
/* harmony export */   i: () => (/* binding */ recordFailure),
/* harmony export */   l: () => (/* binding */ explainCause),
/* harmony export */   n: () => (/* binding */ provisionHosts),
/* harmony export */   o: () => (/* binding */ recordRestart),
/* harmony export */   r: () => (/* binding */ newAttempt),
/* harmony export */   s: () => (/* binding */ isTakenBack),
/* harmony export */   t: () => (/* binding */ prepareHosts),
/* harmony export */   u: () => (/* binding */ sendOnLive)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5655);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5128);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3706);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8109);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6434);









// src/steps/hosts/host-result.ts
/** What a host tells of its work, or what its answer tells where it gave no result. `late`: it took all of its time. */
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
/** A program that was killed has no result to give; then the answer's status is all there is to tell. */
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
/** SSM calls also those timed out that somebody killed. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/steps/rollout/run-on-hosts.ts
/** Sends one command to the hosts, follows it to its end, and shows their logs. Gives one result a host, in the order of `hostIds`. */
async function runOnHosts(ctx, dispatch, subject) {
	const { live, spec = ctx.config.spec, ...sent } = dispatch;
	const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent;
	const since = ctx.clock.now();
	const answers = await (0,_host_js__WEBPACK_IMPORTED_MODULE_8__.c)(ctx, {
		...sent,
		subject,
		timeout,
		read: _order_spec_js__WEBPACK_IMPORTED_MODULE_3__.b
	});
	const took = (ctx.clock.now() - since) / 1e3;
	return answers.map((answer) => {
		if (!quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return resultOf(answer, answer.result, late);
	});
}
/** The container of this run's release may have to stop as well as that of the one which is live. */
function stopTime(spec, live) {
	return Math.max(spec["stop-grace-period"], (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.o)(live));
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
// src/steps/rollout/send-on-live.ts
/**
* Sends an order to a service whose hosts are believed to serve `base`. Where a single host serves something else, because a run was killed between
* the host's work and the record, the lease tells that nobody else is at work: the host is right, and the order is sent again.
*/
async function sendOnLive({ progress }, base, send) {
	const results = await send(base);
	const [only, ...others] = results;
	if (only?.cause !== "concurrent-release" || others.length > 0) return results;
	const live = only.detail.split(" ")[0] || "*";
	progress.info(`The host serves ${live}, which no run has recorded`);
	return send([live]);
}
// src/domain/cause/explain-cause.ts
/** One sentence that names the cause with its facts, and one that names the next step. */
function explainCause(facts) {
	const { summary, hint } = _order_spec_js__WEBPACK_IMPORTED_MODULE_3__.D[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
/** What helps, where the facts say more than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings }) {
	switch (cause) {
		case "exited": return hintOfExit(exitCode);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "host-unfit": return fatal(findings).map(({ hint }) => (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_6__.u)(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
function hintOfExit(code) {
	if (code === 0) return "Its command must stay in the foreground: look at CMD in the Dockerfile, and at the input args.";
	if (code === 137) return "Something killed it, most often because memory ran out. Raise the input memory, or use a larger instance-type.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or let health-codes take redirects. An application that forces HTTPS should leave the health page out, or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "An application that checks the name it is asked by needs health-host: set it to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or let health-codes take 401.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails: read its log below for a variable, a secret or a database that is missing. If only this page fails, set health-path to another one.";
}
/** The host says what the port speaks. */
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, as gRPC needs it.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, and on no other either` : `${port}; the container listens on ${ports.join(", ")}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/report/parts/other-hosts.ts
/** What became of the other hosts when a release failed on one of them, in sentences; nothing where there is no other. */
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${ids.join(", ")} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${ids.join(", ")} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...byRelease(others, ["restarted"]).map(([, ids]) => `${ids.join(", ")} ${ids.length > 1 ? "were" : "was"} restarted.`),
		...others.filter(isFailed).map(({ hostId, cause }) => `${hostId} failed, too: ${cause ?? "not-serving"}.`),
		...untouched(others)
	];
}
/** Whether the release that failed was taken back wherever it had served. */
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${ids.join(", ")} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/steps/record/tag-live-image.ts
/**
* Tags the image that serves now, so that the repository's rules do not let it expire, whatever is pushed after it. Images of other repositories
* are their owners' affair. A service that serves is not red for want of a tag.
*/
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.c)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image serves, and may let it expire: ${String(error)}`);
	}
}
// src/steps/record/record-release.ts
/** Commits that stay refused after a rollback: more than anyone returns to. */
const BLOCKED = 20;
/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const write = ctx.records.write({
		schema: 1,
		service: service.name,
		environment: service.environment,
		release: served.name,
		digest: served.digest,
		image: served.image,
		login: served.login,
		commit: served.commit,
		...live.artifact !== void 0 && { artifact: live.artifact },
		route: (0,_host_js__WEBPACK_IMPORTED_MODULE_8__.s)(served.route),
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.i)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, BLOCKED),
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.y)(live.results),
		program: await ctx.remote.program(),
		...live.fingerprint && { fingerprint: live.fingerprint },
		...live.promotedFrom && { promotedFrom: live.promotedFrom },
		attempt
	});
	await Promise.all([write, tagLiveImage(ctx, served, record)]);
}
/** Writes that the recorded release was started anew. */
async function recordRestart(ctx, record, { results, attempt }) {
	await ctx.records.write({
		...record,
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.y)(results),
		program: await ctx.remote.program(),
		attempt
	});
}
/** Writes what a run tried in vain, beside what serves on. A service that never served has no record to write it into. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await ctx.records.write({
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${String(error)}`));
}
function newAttempt({ config, clock }, what) {
	const { since, results, ...rest } = what;
	const now = clock.now();
	const note = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_6__.l)(results);
	return {
		...rest,
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.i)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10
	};
}
// src/steps/hosts/bring-program.ts
/** Brings the host program to the hosts that are not known to have it, while nobody waits for them yet. Throws where one does not take it. */
async function bringProgram(ctx, hostIds, record) {
	const without = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__.r)(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const answers = await ctx.remote.bring(without, ctx.signal);
	const failed = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.v)(answers.filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.b)(answer.stdout))));
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(cause, `${hostId} does not take the host program: ${sentence}`, { hint });
}
// src/steps/hosts/provision.ts
/**
* Makes the plans true: afterwards each host runs, has its address and the host program, and its agent is online. Gives the hosts in the order of the
* plans.
*/
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.l)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_host_js__WEBPACK_IMPORTED_MODULE_8__.i)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.p)(plans)]));
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_7__.r)(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.d);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, accountId, spec }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		accountId,
		spec,
		repositories: [ctx.config.image.repository, ...ownRepositories(ctx)],
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.h)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories, besides the service's, that the host pulls from ECR: where `image` or `proxy-image` lie there. */
function ownRepositories({ config }) {
	return [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_2__.c)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.o)(registry, void 0)).map(({ repository }) => repository);
}
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx, host.id, {
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
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
/** What a run that was killed after the launch may have left undone: the open port, the address. `all`: every host that may have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.httpPort);
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
// src/steps/hosts/prepare-hosts.ts
/** Makes the plans true, and asks at the same time which addresses are in use around the hosts: those of a new one are known once it is launched. */
async function prepareHosts(ctx, input) {
	const there = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.u)(input.plans);
	const provisioned = provision(ctx, input);
	const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned;
	const [hosts, addresses] = await Promise.all([provisioned, around.then((known) => addressesAround(ctx, known))]);
	return {
		hosts,
		avoid: addresses.reachable,
		vpc: addresses.own
	};
}
/** As `prepareHosts`, for a run that only looks whether the release serves already: no container is made, so no network is, either. */
async function provisionHosts(ctx, input) {
	const hosts = await provision(ctx, input);
	return {
		hosts,
		avoid: [],
		vpc: trustsVpc(ctx) ? (await addressesAround(ctx, hosts)).own : []
	};
}
function trustsVpc({ config }) {
	return config.spec["trusted-proxies"].includes("vpc");
}
/** What AWS does not tell is left to the hosts, which know their own routes; but whom they may believe, nobody else can tell. */
async function addressesAround(ctx, hosts) {
	const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))];
	try {
		const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds);
		if (trustsVpc(ctx) && found.own.length === 0) throw noVpc();
		return found;
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n) || trustsVpc(ctx)) throw error;
		ctx.progress.info(`The routes of the VPC are not known, so the containers' network is chosen without them: ${error.message}`);
		return NONE;
	}
}
const NONE = {
	own: [],
	reachable: []
};
function noVpc() {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)((0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.g)("trusted-proxies: the CIDRs of vpc are not known, as AWS tells of no route table", "List the CIDRs of the balancer in trusted-proxies instead of vpc."));
}



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForState),
/* harmony export */   r: () => (/* binding */ waitForAgents),
/* harmony export */   t: () => (/* binding */ withLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2625);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(115);




// src/domain/host/agent-diagnosis.ts
/** Why SSM cannot reach a host, as the one most likely reason, and the step that helps. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		hint: hintOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		hint: "Attach an instance profile whose role may register with SSM (see README, IAM), or leave instance-id empty to get a host that has one."
	};
	if (agent.kind === "offline") {
		const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : "";
		return {
			reason: `the agent of ${host.id} lost its connection${seen}`,
			hint: "Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk."
		};
	}
	const network = host.publicIp === void 0 ? "it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages" : "its subnet needs a route to the internet";
	return {
		reason: `the agent of ${host.id} never registered; ${network}`,
		hint: `Check the subnet's routes, that the role of ${host.instanceProfile} may register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it only boots slowly.`
	};
}
function hintOfState(state) {
	switch (state) {
		case "pending": return "It still boots: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it meanwhile. Run this again: it is started then.";
		default: return "Run this again: a new host is launched then. If instance-id names this one, change or empty it.";
	}
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all the hosts. Gives up at once where no waiting helps. */
function waitForAgents(ctx, hosts) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${silent.map(({ host }) => host.id).join(", ")} to come online`, since),
		onLimit: ([first]) => unreachable(ctx, first)
	});
}
async function lookAtAgents(ctx, hosts) {
	const agents = await ctx.remote.agents(hosts.map(({ id }) => id));
	const [first, ...others] = hosts.map((host, at) => ({
		host,
		agent: agents[at] ?? { kind: "unknown" }
	})).filter(isSilent);
	if (first === void 0) return { ended: void 0 };
	const hopeless = [first, ...others].find(({ host }) => host.instanceProfile === void 0);
	return hopeless ? unreachable(ctx, hopeless) : { waiting: [first, ...others] };
}
function isSilent({ agent }) {
	return agent.kind !== "online";
}
async function unreachable(ctx, { host, agent }) {
	const { reason, hint } = diagnoseAgent({
		host: await ctx.hosts.get(host.id) ?? host,
		agent
	});
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/steps/hosts/wait-for-state.ts
/** Waits as long as `host-timeout` allows. A host that is terminated meanwhile will not come to another state. */
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what, hint = "Raise host-timeout, or look at the instance in the EC2 console." } = awaited;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint });
		}
	});
}
async function lookAtState({ hosts }, id, { reached, what }) {
	const state = await hosts.state(id);
	if (reached(state)) return { ended: void 0 };
	if ((state === "terminated" || state === "shutting-down") && !reached("terminated")) throw terminated(id, what);
	return { waiting: state };
}
function terminated(id, what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-terminated", `${id} was terminated while this run waited for it ${what}`, { hint: "Look at its state transition reason in the EC2 console; run this again to launch a new one." });
}
// src/steps/with-lease.ts
const POLL_MS = 3e3;
/** After which another run that took over the same lease has written its name, too. */
const CONFIRM_MS = 1e3;
/** Runs `work` as the only run that changes the service. `waited` tells that another one was at it before, so that what was observed is old. */
async function withLease(ctx, work) {
	const waited = await acquire(ctx);
	const stop = new AbortController();
	keep(ctx, stop.signal);
	try {
		return await work(waited);
	} finally {
		stop.abort();
		await ctx.lease.release(ctx.config.service, mine(ctx).owner).catch((error) => ctx.progress.warn(`The lease stays until it expires: ${String(error)}`));
	}
}
/** Tells whether it had to wait. */
function acquire(ctx) {
	const { clock, progress } = ctx;
	const { lockTimeout } = ctx.config.guards;
	const until = clock.now() + lockTimeout * 1e3;
	let waited = false;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock,
		look: async () => {
			const found = await tryAcquire(ctx, {
				until,
				waited
			});
			waited = true;
			return found;
		},
		limit: lockTimeout * 1e3,
		every: POLL_MS,
		onWait: (holder, since) => progress.waiting(`${describe(holder)}, which deploys this service`, since),
		onLimit: (holder) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("lock-held", `${describe(holder)} still deploys this service after ${lockTimeout} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
		}
	});
}
async function tryAcquire(ctx, acquiring) {
	const { config, clock, lease } = ctx;
	const grip = await lease.acquire(config.service, mine(ctx), clock.now());
	if (grip.kind === "held") return { ended: acquiring.waited };
	if (grip.kind === "taken-over") {
		await clock.sleep(CONFIRM_MS);
		return tryAcquire(ctx, {
			...acquiring,
			waited: true
		});
	}
	await standInQueue(ctx, acquiring.until);
	return { waiting: grip.holder };
}
/** No longer than this run is going to wait: an older one gives way to it. */
async function standInQueue(ctx, until) {
	const { config, clock, lease } = ctx;
	const expiresAt = Math.min(until, clock.now() + 5 * POLL_MS);
	const newer = await lease.queue(config.service, {
		...mine(ctx),
		expiresAt
	}, clock.now());
	if (newer) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("superseded", `${describe(newer)} waits to deploy this service, too, and is newer than this run`, { hint: "Nothing is to be done: the newer run deploys what is newest." });
}
/** Prolongs the lease until `work` has ended. A lost renewal is made up for by the next one. */
async function keep(ctx, signal) {
	const { config, clock, lease } = ctx;
	try {
		for (;;) {
			await clock.sleep(_lease_js__WEBPACK_IMPORTED_MODULE_3__.n);
			if (signal.aborted) return;
			await lease.renew(config.service, mine(ctx)).catch(() => void 0);
		}
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t)) throw error;
	}
}
function mine({ config: { job }, clock }) {
	return {
		owner: `${job.runId}/${job.runAttempt}`,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.i)(job),
		expiresAt: clock.now() + _lease_js__WEBPACK_IMPORTED_MODULE_3__.t
	};
}
function describe({ owner, actor, runUrl: url }) {
	return `run ${owner.split("/")[0]} of ${actor} (${url})`;
}



/***/ })

};
;