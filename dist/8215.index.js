"use strict";
exports.id = 8215;
exports.ids = [8215];
exports.modules = {

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

/***/ 8289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ estimateNow),
/* harmony export */   t: () => (/* binding */ estimateAfter)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _price_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6277);



// src/domain/cost/cheaper.ts
/**
* `c6a.large`: class, generation, processor. Types with further letters (local disks, more network) or of `flex` families are left out: what sets
* them apart has its own reasons.
* https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
*/
var TYPE = /^(?<kind>[tcmr])(?<generation>\d)(?<processor>[aig]?)\.(?<size>\w+)$/;
function shapeOf(instanceType) {
	const { kind = "", generation = "", processor = "", size = "" } = TYPE.exec(instanceType)?.groups ?? {};
	return kind === "" ? void 0 : {
		kind,
		generation: Number(generation),
		arm: processor === "g",
		size
	};
}
/**
* The cheapest type with the same memory and at least as many virtual CPUs, for the same architecture, so that the image runs on it; no older
* generation. Types of the same class and size have these in common. `share`: which part of
* the time the host runs.
*/
function cheaperChoice(instanceType, { instances }, share = 1) {
	const [now, hour] = [shapeOf(instanceType), instances.get(instanceType)];
	if (now === void 0 || hour === void 0) return void 0;
	const [best] = [...instances].filter(([other, price]) => price < hour && isAsLarge(shapeOf(other), now)).toSorted(([a, price], [b, other]) => price - other || b.localeCompare(a));
	return best && {
		instanceType: best[0],
		insteadOf: instanceType,
		saves: (hour - best[1]) * 730 * share
	};
}
function isAsLarge(other, now) {
	return other !== void 0 && other.kind === now.kind && other.size === now.size && other.arm === now.arm && other.generation >= now.generation;
}
// src/domain/cost/month.ts
function monthlyCost(hosts, { prices, idleAddresses, schedule }) {
	const own = hosts.filter(({ paidBy }) => paidBy === void 0);
	const idle = Array.from({ length: idleAddresses }, () => addressLine("idle Elastic IP", prices));
	const lines = grouped([...own.flatMap((host) => linesOf(host, {
		prices,
		schedule
	})), ...idle]);
	return {
		lines,
		total: lines.reduce((sum, { month }) => sum + (typeof month === "number" ? month : 0), 0),
		unknown: lines.flatMap(({ month }) => typeof month === "number" ? [] : month.unknown),
		elsewhere: [...new Set(hosts.flatMap(({ paidBy }) => paidBy === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(paidBy)))],
		cheaper: own.map(({ instanceType }) => cheaperChoice(instanceType, prices, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.en)(schedule))).find((choice) => choice !== void 0),
		prices: {
			region: prices.region,
			date: prices.date,
			source: prices.source
		}
	};
}
function linesOf(host, { prices, schedule }) {
	const { instanceType, volumeGiB, address } = host;
	const running = host.running || schedule !== void 0;
	const billed = address === "elastic" || address === "public" && running;
	return [
		running ? partOf(schedule, {
			what: host.spot ? `spot instance ${instanceType}, at most` : `instance ${instanceType}`,
			count: 1,
			month: instanceMonth(instanceType, prices)
		}) : {
			what: `instance ${instanceType}, stopped`,
			count: 1,
			month: 0
		},
		{
			what: volumeGiB === void 0 ? "root volume" : `gp3 volume of ${volumeGiB} GiB`,
			count: 1,
			month: volumeMonth(volumeGiB, prices)
		},
		...billed ? [partOf(address === "elastic" ? void 0 : schedule, addressLine("public IPv4 address", prices))] : []
	];
}
/** What costs only while the host runs. */
function partOf(schedule, line) {
	if (schedule === void 0) return line;
	const { what, month } = line;
	const hours = Number((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tn)(schedule).toFixed(1));
	return {
		...line,
		what: `${what} for ${hours} hours a week`,
		month: typeof month === "number" ? month * (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.en)(schedule) : month
	};
}
/** US dollars a month. */
function instanceMonth(instanceType, { instances, region }) {
	const hour = instances.get(instanceType);
	return hour === void 0 ? { unknown: `no price is known for ${instanceType} in ${region}` } : hour * 730;
}
/** US dollars a month, for a gp3 volume without extra throughput. */
function volumeMonth(gib, { volumeGiB, region }) {
	if (gib === void 0) return { unknown: "EC2 does not report the size of a root volume" };
	return volumeGiB === void 0 ? { unknown: `no price is known for a gp3 volume in ${region}` } : gib * volumeGiB;
}
function addressLine(what, { address }) {
	return {
		what,
		count: 1,
		month: address * 730
	};
}
function grouped(lines) {
	return [...Map.groupBy(lines, ({ what }) => what).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0) return [];
		const { what, month } = first;
		return [{
			what,
			count: same.length,
			month: typeof month === "number" ? month * same.length : month
		}];
	});
}
/** The hosts after a deploy: the staying ones, and those to launch. */
function plannedHosts(plans, spec) {
	return plans.map((plan) => {
		const host = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan);
		if (host !== void 0) return {
			...billedHost(host, spec.service),
			running: true,
			...spec.elasticIp && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, spec.service) ? { address: "elastic" } : {}
		};
		const { instanceType, volumeGiB, elasticIp } = spec;
		return {
			instanceType,
			running: true,
			spot: spec.capacity === "spot",
			volumeGiB,
			address: elasticIp ? "elastic" : "public",
			paidBy: void 0
		};
	});
}
/** An existing host as it is, with the size of its volume. */
function billedHost(host, service) {
	const { instanceType, volumeGiB, publicIp, elasticIp, madeFor } = host;
	return {
		instanceType,
		running: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host),
		spot: host.spot,
		volumeGiB,
		address: elasticIp ? "elastic" : publicIp === void 0 ? "none" : "public",
		paidBy: madeFor === void 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service) ? void 0 : madeFor
	};
}
/** How many of the service's Elastic IPs no host has after a deploy: new hosts take them first. */
function idleAfter(addresses, plans, spec) {
	const kept = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan)?.publicIp ?? []);
	const free = addresses.filter((address) => !kept.includes(address)).length;
	if (!spec.elasticIp) return plans.some(({ kind }) => kind === "replace") ? 0 : free;
	return Math.max(0, free - plans.filter((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.f)(plan) || (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan)?.elasticIp === false).length);
}
// src/steps/cost/estimate-cost.ts
/** What the hosts cost in a month after a deploy by these plans. */
async function estimateAfter(ctx, plans) {
	const { config, prices } = ctx;
	const staying = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan) ?? []);
	const [list, sized, addresses] = await Promise.all([
		prices.of(config.region),
		withSizes(ctx, staying),
		addressesOf(ctx)
	]);
	const known = plans.map((plan) => measuredPlan(plan, sized));
	const idleAddresses = idleAfter(addresses, known, config.host);
	return monthlyCost(plannedHosts(known, config.host), {
		prices: list,
		idleAddresses,
		schedule: config.schedule
	});
}
/** What the hosts cost in a month if they stay as they are. */
async function estimateNow(ctx, hosts) {
	const { config, prices } = ctx;
	const [list, sized, addresses] = await Promise.all([
		prices.of(config.region),
		withSizes(ctx, hosts),
		addressesOf(ctx)
	]);
	const idleAddresses = addresses.filter((address) => hosts.every(({ publicIp }) => publicIp !== address)).length;
	return monthlyCost(sized.map((host) => billedHost(host, config.service)), {
		prices: list,
		idleAddresses,
		schedule: config.schedule
	});
}
async function withSizes({ hosts }, of) {
	const sizes = await hosts.volumeSizes(of.flatMap(({ rootVolume }) => rootVolume ?? []));
	return of.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
function measuredPlan(plan, sized) {
	if (plan.kind === "launch") return plan;
	const found = sized.find(({ id }) => id === (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan)?.id);
	if (found === void 0) return plan;
	return plan.kind === "replace" ? {
		...plan,
		next: found
	} : {
		...plan,
		host: found
	};
}
async function addressesOf({ networks, config }) {
	return (await networks.own(config.service, {
		vpcId: void 0,
		ports: []
	})).addresses;
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

/***/ 8446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ hostNames)
/* harmony export */ });
// src/domain/host/host-names.ts
/** How many hosts a sentence names. */
var NAMED = 4;
/** A few hosts by their ids, or the first ones of many. */
function hostNames(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
}



/***/ }),

/***/ 6277:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pricesIn)
/* harmony export */ });
// src/domain/cost/price-list.ts
var SMALL_SIZES = new Map(Object.entries({
	nano: 1 / 16,
	micro: 1 / 8,
	small: 1 / 4,
	medium: 1 / 2,
	large: 1
}));
/** How many times the price of `large` a size costs; `undefined` for a size with a price of its own, such as `metal`. */
function sizeFactor(size) {
	const multiple = /^(\d*)xlarge$/.exec(size);
	return multiple ? 2 * Number(multiple[1] || 1) : SMALL_SIZES.get(size);
}
/** The prices of one region; none of another region stands in for a missing one. */
function pricesIn(region, table) {
	const { date, source, address, volumes, families } = table;
	const at = table.regions.split(" ").indexOf(region);
	const known = Object.entries(families).flatMap(([family, { sizes, large }]) => {
		const price = Number(large.split(" ")[at] ?? NaN);
		return Number.isNaN(price) ? [] : sizes.split(" ").map((size) => [`${family}.${size}`, price * (sizeFactor(size) ?? NaN)]);
	});
	return {
		region,
		date,
		source,
		instances: new Map(known),
		volumeGiB: new Map(Object.entries(volumes)).get(region),
		address
	};
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);





// src/steps/orders/query-status.ts
/** Asks all hosts in SSM's reach with one command. */
async function queryStatus(ctx, hosts) {
	const agents = await agentsOf(ctx, hosts);
	const online = hosts.flatMap(({ id, state }) => state === "running" && agents.get(id)?.kind === "online" ? [id] : []);
	const answers = online.length === 0 ? [] : await ask(ctx, online);
	return hosts.map((host) => {
		const answer = answers.find(({ hostId }) => hostId === host.id);
		if (answer !== void 0) return statusOf(ctx, host, answer.result);
		return unheard(host, host.state === "running" ? "SSM cannot reach the host" : `the host is ${host.state}`, agents.get(host.id)?.kind === "unknown" ? "nothing" : "all");
	});
}
async function agentsOf({ remote }, hosts) {
	const ids = hosts.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.St).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_2__.o
	});
}
function unheard(host, reason, hides = "all") {
	return {
		host,
		status: reason,
		others: [],
		silent: {
			reason,
			hides
		},
		findings: []
	};
}
function statusOf({ config }, host, result) {
	if (!result) return unheard(host, "the host did not answer");
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
		findings: findings ?? [],
		...silent && { silent }
	};
}
function silenceOf({ docker, others }) {
	if (others === void 0) return {
		reason: "its program does not say which services are on it",
		hides: "all"
	};
	return docker === "" ? {
		reason: "Docker does not answer on the host",
		hides: "data"
	} : void 0;
}



/***/ }),

/***/ 518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ reachWords),
/* harmony export */   r: () => (/* binding */ recordToMake),
/* harmony export */   t: () => (/* binding */ reachOf)
/* harmony export */ });
// src/domain/dns/reach.ts
/** `proxied`: a load balancer or CDN may be in front of the hosts. */
function reachOf(addresses, to, { proxied }) {
	const [first] = addresses;
	if (first === void 0) return { kind: "nowhere" };
	if (addresses.every((address) => to.addresses.includes(address))) return { kind: "here" };
	return {
		kind: proxied ? "by-proxy" : "elsewhere",
		addresses
	};
}
/** Such as `resolves to 198.51.100.1, not only to this service`. */
function reachWords(reach) {
	switch (reach.kind) {
		case "here": return "resolves to the hosts";
		case "by-proxy": return `resolves to ${reach.addresses.join(", ")}, which trusted-proxies allows`;
		case "nowhere": return "does not resolve";
		case "elsewhere": return `resolves to ${reach.addresses.join(", ")}, not only to this service`;
	}
}
/** The missing record, with the fields of a DNS provider's form. */
function recordToMake(name, { addresses }) {
	return addresses.map((address) => `name ${name}, type A, value ${address}, TTL 60`).join("; ");
}



/***/ }),

/***/ 8215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1236);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(518);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8675);
/* harmony import */ var _estimate_cost_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8289);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9574);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3593);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8109);








// src/steps/dns/look-up-names.ts
/** Where the live release's names lead. Its record does not say which proxies may be in front of the hosts. */
async function lookUpNames(ctx, record, hosts) {
	const to = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.s)(hosts);
	const names = record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(record.route) : [];
	return Promise.all(names.map(async (name) => {
		const found = await ctx.lookups.addresses(name);
		return {
			name,
			words: found.kind === "known" ? (0,_reach_js__WEBPACK_IMPORTED_MODULE_6__.n)((0,_reach_js__WEBPACK_IMPORTED_MODULE_6__.t)(found.addresses, to, { proxied: false })) : `was not looked up: ${found.reason}`
		};
	}));
}
// src/report/parts/schedule-words.ts
/** What the schedule says for now, and until when. */
function scheduleWords(schedule, now) {
	return `${schedule.text}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.$t)(schedule, now) ? "runs" : "stopped"} until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Qt)(schedule, now)}`;
}
// src/report/pages/status.ts
/** What is deployed where, by the record and by the hosts, and any drift between the two. */
function statusReport(config, { asked, names, cost, history, freeze, now }) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.hr)(config.service);
	const [record] = history;
	const lines = asked.map((one) => lineOf(one, record?.route ?? config.spec));
	const outputs = {
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_5__.o)(lines),
		...lines[0]?.release ? {} : { url: "" }
	};
	return {
		outcome: "reported",
		headline: `${name}: ${headline(asked, lines, intendedWords(config.schedule, now))}`,
		outputs: {
			...outputs,
			certificates: JSON.stringify(certificatesOf(asked).slice(0, MOST_CERTIFICATES)),
			...recordedOutputs(record),
			"serving-digest": lines[0]?.digest ?? ""
		},
		facts: [
			...frozen(freeze),
			...scheduled(config.schedule, now),
			...driftFacts(record, asked),
			...asked.length > 1 ? [] : [["Serving", wordsOf(asked[0]?.status ?? "nothing")]],
			["Recorded", record ? `${record.release}, by ${record.actor}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.N)(record.deployedAt)}` : "no release"],
			...record?.semver === void 0 ? [] : [["Version", record.semver]],
			...promotedFrom(record),
			...asked.length === 1 ? hostsOf(asked) : [],
			...names.map(({ name, words }) => ["Name", `${name} ${words}`]),
			...canariesOf(asked),
			...volumesOf(asked),
			...certificateFacts(asked),
			...waysBack(asked, history),
			...cost === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.F)(cost)
		],
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_5__.l)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_5__.i)(asked.map(({ host, findings }) => ({
			hostId: host.id,
			findings
		}))),
		...lastLinesOf(asked),
		history: history.map(({ attempt }) => attempt)
	};
}
function recordedOutputs(record) {
	return {
		image: record?.image ?? "",
		digest: record?.digest ?? "",
		release: record?.release ?? "",
		version: record === void 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(record),
		"previous-release": record?.previousRelease ?? ""
	};
}
/** Why no host runs now, if its schedule says so. */
function intendedWords(schedule, now) {
	return schedule === void 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.$t)(schedule, now) ? void 0 : `stopped by its schedule until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Qt)(schedule, now)}`;
}
function scheduled(schedule, now) {
	return schedule === void 0 ? [] : [["Schedule", scheduleWords(schedule, now)]];
}
function promotedFrom(record) {
	const promoted = record?.promotedFrom;
	return promoted ? [["Promoted from", `${promoted.environment}, release ${promoted.release}`]] : [];
}
function frozen(freeze) {
	return freeze ? [["Frozen", (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.an)(freeze)]] : [];
}
function lineOf({ host, status }, place) {
	const where = {
		id: host.id,
		ip: host.publicIp ?? "",
		url: (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Tt)(host, place)
	};
	if (typeof status === "string") return {
		...where,
		release: "",
		digest: "",
		outcome: status
	};
	return {
		...where,
		release: status.release,
		digest: status.serving,
		outcome: stateOf(status)
	};
}
function headline(asked, lines, intended) {
	const serving = lines.filter(({ release }) => release !== "");
	const [first] = serving;
	if (first === void 0 && intended !== void 0 && asked.length > 0 && asked.every(({ host }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Ct)(host))) return intended;
	if (first === void 0) return asked.map(({ status }) => status).find((status) => typeof status === "string") ?? "not deployed";
	const releases = [...new Set(serving.map(({ release }) => release))];
	if (asked.every(({ status }) => typeof status !== "string" && status.asleep)) {
		const starts = asked.every(({ status }) => typeof status === "string" || !status.unwoken);
		return `${first.release} ${starts ? "is asleep" : "does not start"} at ${first.url}`;
	}
	const subject = releases.length === 1 ? `${first.release} serves` : `${releases.join(" and ")} serve`;
	return lines.length === 1 ? `${subject} at ${first.url}` : `${subject} on ${serving.length} of ${lines.length} hosts`;
}
function hostsOf(asked) {
	return asked.map(({ host: { id, instanceType, state } }) => ["Host", `${id} (${instanceType}, ${state})`]);
}
function wordsOf(status) {
	return typeof status === "string" ? status : `${status.release || "nothing"}, ${stateOf(status)}`;
}
function stateOf({ running, asleep, unwoken, healthy, healthcheck }) {
	if (asleep) return unwoken ? unwokenWords(unwoken) : "asleep: the next request wakes it";
	return `${running ? "running" : "not running"}, ${healthy ? "healthy" : "not healthy"}${healthcheck === "unhealthy" ? " (the image's HEALTHCHECK fails)" : ""}`;
}
function unwokenWords({ cause, detail, at }) {
	const why = detail === "" ? cause : `${cause}: ${detail}`;
	return `asleep, and did not start for its last visitor (${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.N)((/* @__PURE__ */ new Date(at * 1e3)).toISOString())}): ${why}`;
}
/** Of the first host on which the service does not start. */
function lastLinesOf(asked) {
	const logs = asked.flatMap(({ status }) => typeof status === "string" ? [] : status.unwoken?.logs ?? []).find((text) => text !== "");
	return logs === void 0 ? {} : { lastLines: logs };
}
function canariesOf(asked) {
	return asked.flatMap(({ host, status }) => {
		if (typeof status === "string" || !status.canary) return [];
		const { release, share, since } = status.canary;
		return [["Canary", `${release} has ${share}% of the traffic${asked.length > 1 ? ` on ${host.id}` : ""}, since ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.N)((/* @__PURE__ */ new Date(since * 1e3)).toISOString())}`]];
	});
}
function volumesOf(asked) {
	return asked.flatMap(({ host, status }) => {
		const volumes = typeof status === "string" ? [] : status.volumes ?? [];
		const where = asked.length > 1 ? ` on ${host.id}` : "";
		return volumes.map(({ bytes, ...volume }) => ["Data", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.V)([volume])}${where}${sizeWords(bytes)}`]);
	});
}
/** How many an output has: GitHub accepts a megabyte of outputs from a job. */
var MOST_CERTIFICATES = 1e3;
/** How many a page shows. */
var SHOWN_CERTIFICATES = 50;
/** The first to expire first; if several expire together, by host as given. */
function certificatesOf(asked) {
	return asked.flatMap(({ host, status }) => typeof status === "string" ? [] : (status.certificates ?? []).map(({ expires, ...one }) => ({
		host: host.id,
		...one,
		expires: isoOf(expires)
	}))).toSorted((a, b) => Date.parse(a.expires ?? "1970") - Date.parse(b.expires ?? "1970"));
}
function certificateFacts(asked) {
	const found = certificatesOf(asked);
	const shown = found.slice(0, SHOWN_CERTIFICATES);
	const more = found.length - shown.length;
	return [...shown.map((one) => ["Certificate", `${certificateWords(one)}${asked.length > 1 ? ` on ${one.host}` : ""}`]), ...more > 0 ? [["Certificates", `and ${more} more, which expire later`]] : []];
}
function isoOf(seconds) {
	return seconds === null ? null : (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString();
}
function certificateWords({ name, issuer, expires }) {
	return expires === null ? `${name}: none` : `${name}, by ${issuer}, until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.N)(expires)}`;
}
function sizeWords(bytes) {
	if (bytes === null) return "";
	const units = [
		"bytes",
		"KB",
		"MB",
		"GB",
		"TB"
	];
	const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	return `, ${Number((bytes / 1e3 ** unit).toPrecision(3))} ${units[unit]}`;
}
function driftFacts(record, asked) {
	const views = asked.map(({ host, status }) => ({
		hostId: host.id,
		status
	}));
	const hostIds = views.map(({ hostId }) => hostId);
	return [...(0,_drift_js__WEBPACK_IMPORTED_MODULE_4__.t)(record, views), ...(0,_drift_js__WEBPACK_IMPORTED_MODULE_4__.n)(record, hostIds)].map((words) => ["Drift", words]);
}
/** The releases that every answering host can return to. */
function waysBack(asked, history) {
	const [first, ...others] = asked.flatMap(({ status }) => typeof status === "string" ? [] : [status]);
	if (first === void 0) return [];
	const names = earlier(first).filter(({ release }) => others.every((other) => earlier(other).some((kept) => kept.release === release))).map(({ release, container }) => `${calledIn(release, history)}${container ? "" : " (to be pulled)"}`);
	return [["Ways back", names.length === 0 ? "none yet" : names.join(", ")]];
}
function calledIn(release, history) {
	const semver = (0,_history_js__WEBPACK_IMPORTED_MODULE_7__.r)(release, history)?.semver;
	return semver === void 0 ? release : `${release} (${semver})`;
}
function earlier({ releases }) {
	return releases.filter(({ active }) => !active);
}
// src/commands/read/status.ts
/** How many versions of the record the page shows. */
var SHOWN = 10;
/** Reports what is deployed where, by the record and by the hosts themselves. Changes nothing. */
async function status(ctx) {
	const { progress, config } = ctx;
	const [hosts, history] = await progress.step("Snapshot", async () => {
		const [found, versions] = await Promise.all([(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.a)(ctx), ctx.records.history(config.service, SHOWN)]);
		return [found, versions];
	});
	const [record] = history;
	const now = ctx.clock.now();
	const ask = () => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx, hosts);
	const [asked, names, cost] = await Promise.all([
		hosts.length === 0 ? [] : progress.step(hosts.length > 1 ? "Ask the hosts" : "Ask the host", ask),
		lookUpNames(ctx, record, hosts),
		hosts.length === 0 ? void 0 : (0,_estimate_cost_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx, hosts)
	]);
	return statusReport(config, {
		asked,
		names,
		cost,
		history,
		freeze: (0,_start_js__WEBPACK_IMPORTED_MODULE_2__["in"])(record, now),
		now
	});
}



/***/ })

};
;