"use strict";
exports.id = 6353;
exports.ids = [6353];
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

/***/ 5859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ closePorts),
/* harmony export */   c: () => (/* binding */ isTakenBack),
/* harmony export */   d: () => (/* binding */ runOnHosts),
/* harmony export */   i: () => (/* binding */ closeOpened),
/* harmony export */   l: () => (/* binding */ whatOfTheOthers),
/* harmony export */   n: () => (/* binding */ prepareHosts),
/* harmony export */   o: () => (/* binding */ followPorts),
/* harmony export */   r: () => (/* binding */ provisionHosts),
/* harmony export */   s: () => (/* binding */ withServedPorts),
/* harmony export */   t: () => (/* binding */ startOf),
/* harmony export */   u: () => (/* binding */ sendOnLive)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6723);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5933);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5128);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3706);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7450);
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8446);








// src/steps/rollout/run-on-hosts.ts
/** Sends one command to the hosts, follows it to its end, and shows their logs. Returns one result a host, in the order of `hostIds`. */
async function runOnHosts(ctx, dispatch, subject) {
	const { live, spec = ctx.config.spec, ...sent } = dispatch;
	const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent;
	const [since, began] = [ctx.clock.now(), ctx.clock.elapsed()];
	const answers = await (0,_send_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, {
		...sent,
		subject,
		timeout,
		read: _result_js__WEBPACK_IMPORTED_MODULE_1__.i
	});
	const took = (ctx.clock.elapsed() - began) / 1e3;
	const results = answers.map((answer) => {
		if (!quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.a)(answer, answer.result, late);
	});
	assertNotFenced(ctx, results);
	if (!quiet) ctx.progress.took(results.flatMap((result) => stepsOf(result, {
		since,
		end: ctx.clock.now()
	})));
	return results;
}
/** A host reports durations without times. Its steps ran one after the other, and the last one ended about when the answer arrived. */
function stepsOf({ hostId: host, outcome, steps }, { since, end }) {
	const all = steps.reduce((total, { ms }) => total + ms, 0);
	let start = Math.max(since, end - all);
	return steps.map(({ name, ms }, at) => {
		const step = {
			name,
			start,
			ms,
			ok: outcome !== "failed" || at < steps.length - 1,
			host
		};
		start += ms;
		return step;
	});
}
/** A host that has received orders of a later lease holder refuses ours: the run has lost its lease. Without a lease, only the snapshot is outdated. */
function assertNotFenced({ permit }, results) {
	const refusing = results.find(({ cause }) => cause === "lease-lost");
	if (refusing !== void 0 && permit.holds()) throw permit.lose(`${refusing.hostId} has received orders from a later run`);
}
/** Both the container of this run's release and the live one may have to stop. */
function stopTime(spec, live) {
	return Math.max(spec["stop-grace-period"], (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.m)(live));
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
// src/steps/rollout/send-on-live.ts
/**
* Sends an order to hosts that should serve `base`. If a single host serves something else, because a run was killed between
* the host's work and the record, the lease rules out any other run: the host is right, and gets the order again.
*/
async function sendOnLive({ progress }, base, send) {
	const results = await send(base);
	const [only, ...others] = results;
	if (only?.cause !== "concurrent-release" || others.length > 0) return results;
	const live = only.detail.split(" ")[0] || "*";
	progress.info(`The host serves ${live}, which no run has recorded`);
	return send([live]);
}
// src/report/parts/other-hosts.ts
/** What happened to the other hosts when a release failed on one of them, in sentences; empty without other hosts. */
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(ids)} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(ids)} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...byRelease(others, ["restarted"]).map(([, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(ids)} ${ids.length > 1 ? "were" : "was"} restarted.`),
		...byCause(others).map(([cause, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(ids)} failed, too: ${cause}.`),
		...untouched(others)
	];
}
/** Whether every host that served the failed release has returned. */
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function byCause(results) {
	return [...Map.groupBy(results.filter(isFailed), ({ cause }) => cause ?? "not-serving")].map(([cause, members]) => [cause, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(ids)} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/steps/dns/follow-ports.ts
/**
* Once a release serves on other ports than before: closes the ports that neither it nor another service on its hosts uses. A port that stays open
* without a listener does not fail the release.
*/
async function closePorts(ctx, record) {
	if (record !== void 0) await closeBut(ctx, {
		had: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(record.route),
		needed: ctx.config.host.ports,
		record
	});
}
/** Closes the ports that were opened for a failed release, once all hosts serve the previous one again. */
async function closeOpened(ctx, record, results) {
	if (record === void 0 || results.some(({ servingRelease }) => servingRelease !== record.release)) return;
	await closeBut(ctx, {
		had: ctx.config.host.ports,
		needed: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(record.route),
		record
	});
}
/** For a run that deploys nothing new: the ports follow the live release, whatever the inputs say. */
function withServedPorts(ctx, record) {
	if (record === void 0) return ctx;
	return {
		...ctx,
		config: {
			...ctx.config,
			host: {
				...ctx.config.host,
				ports: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(record.route)
			}
		}
	};
}
/**
* After a return to another release: opens its ports, which the run's inputs do not contain. Problems are only reported, because the release
* serves.
*/
async function followPorts(ctx, route, hosts, record) {
	if (route === _start_js__WEBPACK_IMPORTED_MODULE_0__.Dt) return;
	const ports = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(route);
	const open = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(record.route);
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(ports, open).length > 0) await orWarn(ctx, "The ports of the release are not all open", () => openPorts(ctx, ports, hosts));
	if (record !== void 0) await closeBut(ctx, {
		had: open,
		needed: ports,
		record
	});
}
/** Only in the service's own groups. */
async function openPorts({ config, networks, progress }, ports, hosts) {
	const { service } = config;
	const own = hosts.filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service));
	for (const vpcId of new Set(own.flatMap((host) => host.vpcId ?? []))) {
		const { securityGroup } = await networks.own(service, {
			vpcId,
			ports
		});
		if (securityGroup === void 0 || securityGroup.open) continue;
		await networks.ensureSecurityGroup(service, vpcId, ports);
		progress.info(`Opened ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(ports)}`);
	}
}
async function closeBut(ctx, { had, needed, record }) {
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(had, needed).length === 0) return;
	await orWarn(ctx, "A port that nothing needs is still open", async () => {
		const closed = await ctx.networks.closePorts(ctx.config.service, [...needed, ...await portsOfGuests(ctx, record)]);
		if (closed.length > 0) ctx.progress.info(`Closed ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(closed)}`);
	});
}
async function orWarn({ progress }, words, act) {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr)) throw error;
		progress.warn(`${words}: ${error.message} ${error.hint ?? ""}`);
	}
}
async function portsOfGuests({ config, records }, record) {
	const hosts = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record);
	const { records: all, unreadable } = await records.list();
	const refusal = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.c)(unreadable);
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(refusal);
	return all.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_3__.a)(other, config.service)).filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(other).some((id) => hosts.includes(id))).flatMap(({ route }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(route));
}
// src/steps/hosts/prepare-hosts.ts
/**
* Carries out the plans and restores the hosts' role, and at the same time finds the addresses in use around the hosts; for a new host,
* after its launch.
*/
async function prepareHosts(ctx, input) {
	const there = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.d)(input.plans);
	const provisioned = (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, input);
	const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned;
	const [hosts, addresses] = await Promise.all([
		provisioned,
		around.then((known) => addressesAround(ctx, known)),
		(0,_launch_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, there, (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx))
	]);
	return {
		hosts,
		avoid: addresses.reachable,
		vpc: addresses.own
	};
}
/** Like `prepareHosts`, for a run that only checks whether the release serves already: it creates no container, and so no network. */
async function provisionHosts(ctx, input) {
	const hosts = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, input);
	return {
		hosts,
		avoid: [],
		vpc: trustsVpc(ctx) ? (await addressesAround(ctx, hosts)).own : []
	};
}
function trustsVpc({ config }) {
	return config.spec["trusted-proxies"].includes("vpc");
}
/** If AWS does not return the routes, the hosts use their own. But only AWS knows which addresses `trusted-proxies: vpc` means. */
async function addressesAround(ctx, hosts) {
	const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))];
	try {
		const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds);
		if (trustsVpc(ctx) && found.own.length === 0) throw noVpc();
		return found;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr) || trustsVpc(ctx)) throw error;
		ctx.progress.info(`The action could not read the routes of the VPC and chose the containers' network without them: ${error.message}`);
		return NONE;
	}
}
var NONE = {
	own: [],
	reachable: []
};
function noVpc() {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)("trusted-proxies: the CIDRs of vpc are unknown, because AWS shows no route table", "List the CIDRs of the balancer in trusted-proxies instead of vpc."));
}
// src/steps/record/deployment-start.ts
/** `since`: when the run started its work on the service, in milliseconds since the epoch. */
function startOf({ config }, release, since) {
	const command = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cn)(config.command);
	if (command === void 0) throw new Error(`${config.command} makes no deployment.`);
	const { name, digest, commit } = release;
	return {
		command,
		release: name,
		version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(release),
		digest,
		commit,
		startedAt: new Date(since).toISOString()
	};
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

/***/ 8109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ releaseWords),
/* harmony export */   i: () => (/* binding */ noticeOf),
/* harmony export */   l: () => (/* binding */ tableOf),
/* harmony export */   n: () => (/* binding */ hostFacts),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ linesOf),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);



// src/report/parts/host-lines.ts
/** The release's name in a headline. */
function releaseWords({ name, semver }) {
	return semver === void 0 ? `release ${name}` : `${semver} (release ${name})`;
}
/** Rows that locate the service: with several hosts, the first one. */
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
		version: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(release),
		"previous-release": (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
/** What the headline leaves out: it already has the release and its address. */
function factsOf({ hosts, release }) {
	return [["Digest", release.digest], ...hostFacts(hosts)];
}
/** The only host; several hosts have their own table. */
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
/** The table of several hosts. */
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
/** Findings of the hosts about themselves that need no immediate action. */
function noticeOf(hosts) {
	const warnings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__.r)(hosts);
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
			url: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(host, route),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
/** The result of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}



/***/ }),

/***/ 3096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ recordRestart),
/* harmony export */   i: () => (/* binding */ recordRelease),
/* harmony export */   n: () => (/* binding */ recordFailure),
/* harmony export */   r: () => (/* binding */ recordFreeze),
/* harmony export */   t: () => (/* binding */ newAttempt)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4221);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);





// src/domain/rollout/exposure.ts
var SHARE = /^canary (\d+(?:\.\d+)?)%$/;
/** `since`: in milliseconds since the epoch. */
function exposureOf(steps, since) {
	const shares = steps.flatMap(({ name, start }) => shareOf(name).map((share) => ({
		share,
		start
	})));
	const cutOvers = steps.filter(({ name, ok }) => name === "cut-over" && ok).map(({ start, ms }) => start + ms);
	const met = [...shares.filter(({ share }) => share > 0).map(({ start }) => start), ...cutOvers];
	return {
		...met.length > 0 && { reached: secondsAfter(since, Math.min(...met)) },
		...cutOvers.length > 0 && { served: secondsAfter(since, Math.max(...cutOvers)) },
		...shares.length > 0 && { canary: Math.max(...shares.map(({ share }) => share)) }
	};
}
function shareOf(name) {
	const share = SHARE.exec(name)?.[1];
	return share === void 0 ? [] : [Number(share)];
}
function secondsAfter(since, at) {
	return Math.max(0, Math.round((at - since) / 100) / 10);
}
// src/steps/record/write-record.ts
/** How many writes by runs without a lease, or late ones, can come in between. */
var ATTEMPTS = 5;
/**
* Writes the record over the version that the run has read. If another run wrote in between, its blocked commits stay; if that run
* had a later lease, this run has lost its own. Throws `lease-lost` then.
*/
async function writeRecord(ctx, seen, record) {
	const { config, records, token } = ctx;
	let over = seen?.version ?? 0;
	let next = {
		...record,
		token
	};
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		if (await records.write(next, over)) return;
		const meanwhile = await records.read(config.service);
		if ((meanwhile?.token ?? 0) > token) return outrun(ctx);
		over = meanwhile?.version ?? 0;
		if (meanwhile !== void 0) next = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_3__.r)(next, meanwhile, seen);
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("aws-unavailable", `Others changed the release record ${ATTEMPTS} times while this run wrote it.`, { hint: "Run this again: it records what is live." });
}
/** A run without a lease does not overwrite what a later run recorded. */
function outrun({ permit, progress }) {
	if (permit.holds()) throw permit.lose("the record has an entry of a later run");
	progress.info("Another run has written the record in the meantime, so this run does not change it");
}
// src/steps/record/tag-live-image.ts
/**
* Tags the live image, so that the repository's lifecycle rules never expire it, however many images follow. Images in other repositories
* are their owners' responsibility. A missing tag does not fail a run whose service serves.
*/
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.c)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image is live, and may let it expire: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`);
	}
}
// src/steps/record/record-release.ts
/** Records that a release is live. `blocked`: a commit that stays refused. */
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const zones = live.zones ?? record?.zones ?? [];
	const write = writeRecord(ctx, record, {
		schema: 1,
		service: service.name,
		environment: service.environment,
		...identityOf(live),
		...live.artifact !== void 0 && { artifact: live.artifact },
		route: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.At)(served.route),
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, 20),
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(live.results),
		...zones.length > 0 && { zones },
		program: await ctx.remote.program(),
		...marksOf(ctx, record),
		...live.fingerprint && { fingerprint: live.fingerprint },
		...live.promotedFrom && { promotedFrom: live.promotedFrom },
		attempt
	});
	await Promise.all([write, tagLiveImage(ctx, served, record)]);
}
/** Fields that every new record keeps: the freeze, and the mark of a preview. */
function marksOf({ config: { preview } }, record) {
	const mark = preview ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.rt)(preview) : record?.preview;
	return {
		...record?.freeze && { freeze: record.freeze },
		...mark && { preview: mark }
	};
}
function identityOf({ served, semver }) {
	const { name: release, digest, image, login, commit } = served;
	return {
		release,
		digest,
		image,
		login,
		commit,
		...semver !== void 0 && { semver }
	};
}
/** Records that the live release was restarted. */
async function recordRestart(ctx, record, { results, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(results),
		program: await ctx.remote.program(),
		attempt
	});
}
/** Records the start or end of a freeze. */
async function recordFreeze(ctx, record, { freeze, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		freeze,
		attempt
	});
}
/** Records a failed attempt beside the live release. A service that never served has no record for it. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await writeRecord(ctx, record, {
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`));
}
function newAttempt({ config, clock, progress }, { since, results, semver, ...rest }) {
	const now = clock.now();
	const note = (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__.t)(results);
	return {
		...rest,
		...semver === void 0 ? {} : { semver },
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10,
		command: config.command,
		...exposureOf(progress.steps(), since)
	};
}



/***/ })

};
;