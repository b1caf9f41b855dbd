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
/** Where hosts and record are apart, a sentence each, with the command that heals it. Of a host that says nothing, nothing is known. */
function driftOf(record, views) {
	return views.flatMap(({ hostId, status }) => driftOn(record, status, views.length > 1 ? hostId : void 0)).map(healed);
}
/** Recorded hosts that are not among those which are there, in the same way. */
function goneHosts(record, hostIds) {
	return (hostIds.length === 0 ? [] : (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(record).filter((id) => !hostIds.includes(id))).map((id) => healed(`${id} is recorded, and is not there`));
}
function healed(drift) {
	return `${drift}; command: deploy heals it`;
}
/** `host`: undefined where there is only one. */
function driftOn(record, status, host) {
	if (typeof status === "string") return [];
	const words = (status.drift ?? []).map((drift) => host === void 0 ? drift : `${host}: ${drift}`);
	if (!record || status.serving === record.digest) return words;
	return [...words, `${host ?? "the host"} serves ${status.release || "nothing"}, and ${record.release} is recorded`];
}



/***/ }),

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ noteOf)
/* harmony export */ });
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



/***/ }),

/***/ 8109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ tableOf),
/* harmony export */   i: () => (/* binding */ noticeOf),
/* harmony export */   n: () => (/* binding */ hostFacts),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ linesOf),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);



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
		"previous-release": (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.s)(results),
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

/***/ 5933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ applicableHosts),
/* harmony export */   c: () => (/* binding */ isSettled),
/* harmony export */   d: () => (/* binding */ planExisting),
/* harmony export */   f: () => (/* binding */ replacedHosts),
/* harmony export */   h: () => (/* binding */ asLargeAs),
/* harmony export */   i: () => (/* binding */ applicable),
/* harmony export */   l: () => (/* binding */ keptHosts),
/* harmony export */   m: () => (/* binding */ subnetsTaken),
/* harmony export */   n: () => (/* binding */ orderSpec),
/* harmony export */   o: () => (/* binding */ hostsInUse),
/* harmony export */   p: () => (/* binding */ stayingHost),
/* harmony export */   r: () => (/* binding */ hostOrder),
/* harmony export */   s: () => (/* binding */ snapshotHosts),
/* harmony export */   t: () => (/* binding */ cutOverSpec),
/* harmony export */   u: () => (/* binding */ needsLaunch)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5655);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9734);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5128);





// src/domain/host/differences.ts
/**
* By the input that asks for it: every property of a host but those that a deploy gives to one that is there: its Elastic IP, its open port, its
* networks for containers, its proxy.
*/
const HOST_SETTINGS = {
	"instance-type": setting(({ instanceType }) => instanceType, ({ instanceType }) => instanceType),
	ami: setting(({ ami }) => ami, ({ ami }) => ami),
	"volume-size": setting(({ volumeGiB }) => volumeGiB, ({ volumeGiB }) => volumeGiB),
	"subnet-ids": {
		fits: ({ subnetId }, { subnetIds }) => subnetId === void 0 || subnetIds.length === 0 || subnetIds.includes(subnetId),
		there: ({ subnetId = "" }) => subnetId,
		wanted: ({ subnetIds }) => subnetIds.join(", ")
	},
	"security-group-ids": {
		fits: (host, spec) => spec.securityGroupIds.length === 0 || sorted(host.securityGroupIds) === sorted(spec.securityGroupIds),
		there: ({ securityGroupIds }) => sorted(securityGroupIds) || "none",
		wanted: ({ securityGroupIds }) => sorted(securityGroupIds)
	},
	"instance-profile": setting(({ instanceProfile = "none" }) => instanceProfile, ({ instanceProfile }) => instanceProfile),
	"elastic-ip": {
		fits: ({ elasticIp }, spec) => spec.elasticIp || !elasticIp,
		there: ({ elasticIp }) => String(elasticIp),
		wanted: ({ elasticIp }) => String(elasticIp)
	}
};
/** Of what was asked for; an input that was not given asks for nothing of a host that is there. */
function hostDifferences(host, spec) {
	return spec.asked.map((input) => ({
		input,
		setting: HOST_SETTINGS[input]
	})).filter(({ setting }) => !setting.fits(host, spec)).map(({ input, setting }) => ({
		input,
		there: setting.there(host),
		wanted: setting.wanted(spec)
	}));
}
/** Such as `instance-type is t3.small, not t3.large`. */
function differenceText(differences) {
	return differences.map(({ input, there, wanted }) => `${input} is ${there}, not ${wanted}`).join("; ");
}
/** What is asked for, and where nothing is, the size of a host that is there. */
function asLargeAs({ instanceType, volumeGiB }, spec) {
	return {
		...spec,
		instanceType: spec.asked.includes("instance-type") ? spec.instanceType : instanceType,
		volumeGiB: spec.asked.includes("volume-size") ? spec.volumeGiB : volumeGiB ?? spec.volumeGiB
	};
}
function setting(there, wanted) {
	return {
		fits: (host, spec) => there(host) === void 0 || wanted(spec) === void 0 || there(host) === wanted(spec),
		there: (host) => String(there(host)),
		wanted: (spec) => String(wanted(spec))
	};
}
function sorted(ids) {
	return ids.toSorted().join(", ");
}
// src/domain/host/host-plan.ts
/** `observed`: the hosts that carry the service's tags, or the one that `instance-id` names; none of them terminated. */
function planHosts(spec, observed) {
	if (spec.instanceId !== void 0) return refuseOthers(spec, planNamedHost(spec.instanceId, observed));
	const hosts = withoutSuccessors(observed);
	if (hosts.length > spec.instances) return tooMany(spec, hosts);
	const plans = hosts.map((host) => planHost(spec, host, successorOf(host, observed)));
	const refusal = plans.find((plan) => plan.kind === "refuse");
	if (refusal) return refusal;
	const missing = Array.from({ length: spec.instances - hosts.length }, () => ({ kind: "launch" }));
	return {
		kind: "hosts",
		plans: [...plans.filter((plan) => plan.kind !== "refuse"), ...missing]
	};
}
/** For a rollback or a restart: every host that is there, whatever their number and their type. */
function planExisting(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const hosts = withoutSuccessors(observed);
	if (hosts.length > 0) return {
		kind: "hosts",
		plans: hosts.map(startOrReuse)
	};
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)("nothing is deployed here", "Check the inputs service, environment and aws-region.");
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`${hosts.length} hosts carry the tags of ${(0,_service_js__WEBPACK_IMPORTED_MODULE_4__.i)(service)}, and instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, or terminate those that are to go, or remove their tags; instance-id chooses a single one.`);
}
function planHost(spec, host, next) {
	if (next) return continued(spec, host, next);
	const differences = hostDifferences(host, spec);
	if (!spec.renew && differences.length === 0) return startOrReuse(host);
	if (!(0,_host_js__WEBPACK_IMPORTED_MODULE_3__.i)(host, spec.service)) return refuseForeign(host, differences);
	const because = differenceText(differences) || "renew asks for a new host";
	return spec.renew || spec.allowReplacement ? {
		kind: "replace",
		host,
		next: void 0,
		because
	} : refuseReplacement(host, differences);
}
/** The successor must be what is asked for by now. */
function continued(spec, host, next) {
	const differences = hostDifferences(next, spec);
	if (differences.length === 0) return {
		kind: "replace",
		host,
		next,
		because: "an interrupted run launched its successor"
	};
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`${next.id}, which an interrupted run launched in place of ${host.id}, is not what is asked for: ${differenceText(differences)}`, `Set ${keeping(differences)} to go on with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`${host.id} is not what is asked for, which needs a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`${host.id} was not created by this action for this service, so it is not replaced: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** A host that `instance-id` names stays, whatever else is asked for. */
function refuseOthers(spec, plan) {
	const [named] = plan.kind === "hosts" ? plan.plans : [];
	const differences = named && "host" in named ? hostDifferences(named.host, spec) : [];
	if (differences.length === 0) return plan;
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`${spec.instanceId}, which instance-id names, is not what is asked for, and stays as it is: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** What the inputs would be for a host as it is. */
function keeping(differences) {
	return differences.map(({ input, there }) => `${input}: ${there}`).join(" and ");
}
function inputs(differences) {
	return differences.map(({ input }) => input).join(" and ");
}
function startOrReuse(host) {
	return host.state === "stopped" || host.state === "stopping" ? {
		kind: "start",
		host
	} : {
		kind: "reuse",
		host
	};
}
function successorOf({ id }, observed) {
	return observed.find(({ replaces }) => replaces === id);
}
/** A host that was launched to replace another one counts only when that one is gone. */
function withoutSuccessors(observed) {
	return observed.filter(({ replaces }) => replaces === void 0 || observed.every(({ id }) => id !== replaces));
}
/**
* Whether a deploy leaves the host as it is: an earlier run has finished its port and its address. Both are never changed on a host that this action did
* not make for the service.
*/
function isSettled(host, spec, record) {
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).includes(host.id)) return false;
	return !(0,_host_js__WEBPACK_IMPORTED_MODULE_3__.i)(host, spec.service) || record?.route["http-port"] === spec.httpPort && (host.elasticIp || !spec.elasticIp);
}
/** Subnets of the hosts that stay. */
function subnetsTaken(plans) {
	return plans.map((plan) => plan.kind === "start" || plan.kind === "reuse" ? plan.host.subnetId : void 0);
}
/** The host of a plan that is there already, and will be after it. */
function stayingHost(plan) {
	if (plan.kind === "launch") return void 0;
	return plan.kind === "replace" ? plan.next : plan.host;
}
/** The hosts that others take the place of. */
function replacedHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "replace" ? [plan.host] : []);
}
/** The hosts that are used as they are, started where need be. */
function keptHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "start" || plan.kind === "reuse" ? [plan.host] : []);
}
function needsLaunch(plan) {
	return plan.kind === "launch" || plan.kind === "replace" && plan.next === void 0;
}
// src/steps/hosts/hosts-snapshot.ts
/** Looks at hosts and record. */
async function snapshotHosts(ctx, plan = planHosts) {
	const [observed, record] = await Promise.all([observeHosts(ctx).then((hosts) => measured(ctx, hosts)), ctx.records.read(ctx.config.service)]);
	const hostPlan = (observed.length === 0 ? await refuseToLeave(ctx, record) : void 0) ?? plan(ctx.config.host, (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.r)(observed, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record)));
	const live = record ? `${record.release} is recorded as live` : "no release is recorded yet";
	ctx.progress.info(`Account ${ctx.accountId}, ${ctx.config.region}; ${describe(hostPlan)}; ${live}`);
	return {
		hostPlan,
		record
	};
}
/** The same, and refuses where the plan does. */
async function applicableHosts(ctx, plan = planHosts) {
	const { hostPlan, ...rest } = await snapshotHosts(ctx, plan);
	return {
		...rest,
		plans: applicable(hostPlan)
	};
}
function applicable(hostPlan) {
	if (hostPlan.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(hostPlan);
	return hostPlan.plans;
}
function describe(hostPlan) {
	if (hostPlan.kind === "refuse") return hostPlan.reason;
	const { plans } = hostPlan;
	const there = plans.flatMap((plan) => {
		if (plan.kind === "launch") return [];
		return plan.kind === "reuse" ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`;
	});
	const missing = plans.length - there.length;
	if (there.length === 0) return `no host yet: launch ${missing === 1 ? "one" : missing}`;
	return [...there, ...missing > 0 ? [`launch ${missing} more`] : []].join(", ");
}
/** The hosts that are there for this service: the one that `instance-id` names, or those that carry its tags. */
async function observeHosts({ config, hosts }) {
	const { instanceId } = config.host;
	if (instanceId === void 0) return hosts.find(config.service);
	const host = await hosts.get(instanceId);
	return host ? [host] : [];
}
/** With the size of their volumes, where an input asks for one. */
async function measured({ config, hosts }, observed) {
	if (!config.host.asked.includes("volume-size")) return observed;
	const sizes = await hosts.volumeSizes(observed.flatMap(({ rootVolume }) => rootVolume ?? []));
	return observed.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
/** A host of others is not found by the service's tags. A run that forgot `instance-id` would launch a second one, and leave the first to serve on. */
async function refuseToLeave(ctx, record) {
	const { host: spec, service } = ctx.config;
	if (spec.instanceId !== void 0) return void 0;
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_host_js__WEBPACK_IMPORTED_MODULE_3__.i)(one, service));
	if (host === void 0) return void 0;
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.c)(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in the run that brought it there. To move it to a host of its own, run command: destroy first.`);
}
/** Where the service is now: without `instance-id`, the record tells the host of a service that is a guest on another one's. */
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
	return found.length > 0 ? (0,_host_js__WEBPACK_IMPORTED_MODULE_3__.r)(found, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record)) : recordedHosts(ctx, record);
}
/** Those of the hosts in the record that are there, whoever's they are. */
async function recordedHosts({ hosts }, record) {
	return (await Promise.all((0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).map((id) => hosts.get(id)))).filter((host) => host !== void 0);
}
// src/domain/order/order.ts
const LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.p)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
}
// src/steps/orders/order-spec.ts
/** What every order of this run says of itself. */
function orderSpec(ctx) {
	const { service, region, job } = ctx.config;
	return {
		id: ctx.newId(),
		service,
		region,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.a)(job),
		token: ctx.token
	};
}
/** How the hosts of this run cut over. `avoid`: CIDRs that their containers' network has to keep clear of. */
function cutOverSpec({ config }, avoid) {
	const { drainTimeout, bake, keepReleases: keep, proxyImage } = config;
	return {
		drainTimeout,
		bake,
		keep,
		proxyImage,
		network: {
			subnet: config.network,
			avoid
		}
	};
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5933);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9734);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6723);




// src/steps/orders/query-status.ts
/** Asks all hosts that SSM reaches, with one command. */
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
/** Of the hosts that run, or come up. */
async function agentsOf({ remote }, hosts) {
	const ids = hosts.flatMap(({ id, state }) => state === "running" || state === "pending" ? [id] : []);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.r)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_1__.o
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
	if (!result) return unheard(host, "the host gave no answer");
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_3__.p)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_3__.a),
		findings: findings ?? [],
		...silent && { silent }
	};
}
function silenceOf({ docker, others }) {
	if (others === void 0) return {
		reason: "its program does not tell which services are on it",
		hides: "all"
	};
	return docker === "" ? {
		reason: "Docker does not answer on the host",
		hides: "data"
	} : void 0;
}



/***/ }),

/***/ 6723:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
// src/steps/orders/send.ts
/** Sends one order to hosts and follows it to its end. Gives one answer a host, in the order of `hostIds`. */
async function send({ remote, signal }, { subject = "", read, ...command }) {
	const { verb, service } = command.order;
	const comment = `docker-to-ec2: ${verb} ${service} ${subject}`.trimEnd();
	return (await remote.run({
		...command,
		comment
	}, signal)).map((answer) => ({
		...answer,
		result: read(answer.stdout)
	}));
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
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4678);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5655);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9574);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(890);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9734);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8109);








// src/report/pages/status.ts
/** What is deployed where, as recorded and as the hosts see it, and where the two are apart. */
function statusReport(config, { asked, history, freeze }) {
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(config.service);
	const [record] = history;
	const lines = asked.map((one) => lineOf(one, record?.route ?? config.spec));
	const outputs = {
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.o)(lines),
		...lines[0]?.release ? {} : { url: "" }
	};
	return {
		outcome: "reported",
		headline: `${name}: ${headline(asked, lines)}`,
		outputs: {
			...outputs,
			image: record?.image ?? "",
			digest: record?.digest ?? "",
			release: record?.release ?? "",
			"previous-release": record?.previousRelease ?? "",
			"serving-digest": lines[0]?.digest ?? ""
		},
		facts: [
			...asked.length === 1 ? factsOfOne(asked, outputs["url"] ?? "") : [],
			["Recorded", record ? `${record.release}, by ${record.actor} at ${record.deployedAt}` : "no release"],
			...promotedFrom(record),
			...frozen(freeze),
			...asked.length > 1 ? [] : [["Serving", wordsOf(asked[0]?.status ?? "nothing")]],
			...canariesOf(asked),
			...volumesOf(asked),
			...driftFacts(record, asked),
			...waysBack(asked)
		],
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.c)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.i)(asked.map(({ host, findings }) => ({
			hostId: host.id,
			findings
		}))),
		history: history.map(({ attempt }) => attempt)
	};
}
function promotedFrom(record) {
	const promoted = record?.promotedFrom;
	return promoted ? [["Promoted from", `${promoted.environment}, release ${promoted.release}`]] : [];
}
function frozen(freeze) {
	return freeze ? [["Frozen", (0,_freeze_js__WEBPACK_IMPORTED_MODULE_2__.r)(freeze)]] : [];
}
function lineOf({ host, status }, place) {
	const where = {
		id: host.id,
		ip: host.publicIp ?? "",
		url: (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.o)(host, place)
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
function headline(asked, lines) {
	const serving = lines.filter(({ release }) => release !== "");
	const [first] = serving;
	if (first === void 0) return asked.map(({ status }) => status).find((status) => typeof status === "string") ?? "not deployed";
	const releases = [...new Set(serving.map(({ release }) => release))];
	const subject = releases.length === 1 ? `${first.release} serves` : `${releases.join(" and ")} serve`;
	return lines.length === 1 ? `${subject} at ${first.url}` : `${subject} on ${serving.length} of ${lines.length} hosts`;
}
function factsOfOne(asked, url) {
	return [...asked.map(({ host: { id, instanceType, state } }) => ["Host", `${id} (${instanceType}, ${state})`]), ...url ? [["Address", url]] : []];
}
function wordsOf(status) {
	return typeof status === "string" ? status : `${status.release || "nothing"}, ${stateOf(status)}`;
}
function stateOf({ running, healthy, healthcheck }) {
	return `${running ? "running" : "not running"}, ${healthy ? "healthy" : "not healthy"}${healthcheck === "unhealthy" ? " (the image's HEALTHCHECK fails)" : ""}`;
}
function canariesOf(asked) {
	return asked.flatMap(({ host, status }) => {
		if (typeof status === "string" || !status.canary) return [];
		const { release, share, since } = status.canary;
		return [["Canary", `${release} has ${share}% of the traffic${asked.length > 1 ? ` on ${host.id}` : ""}, since ${(/* @__PURE__ */ new Date(since * 1e3)).toISOString()}`]];
	});
}
function volumesOf(asked) {
	return asked.flatMap(({ host, status }) => {
		const volumes = typeof status === "string" ? [] : status.volumes ?? [];
		const where = asked.length > 1 ? ` on ${host.id}` : "";
		return volumes.map(({ bytes, ...volume }) => ["Data", `${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_7__.i)([volume])}${where}${sizeWords(bytes)}`]);
	});
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
	return [...(0,_drift_js__WEBPACK_IMPORTED_MODULE_3__.t)(record, views), ...(0,_drift_js__WEBPACK_IMPORTED_MODULE_3__.n)(record, hostIds)].map((words) => ["Drift", words]);
}
/** What all hosts that answer can return to. */
function waysBack(asked) {
	const [first, ...others] = asked.flatMap(({ status }) => typeof status === "string" ? [] : [status]);
	if (first === void 0) return [];
	const names = earlier(first).filter(({ release }) => others.every((other) => earlier(other).some((kept) => kept.release === release))).map(({ release, container }) => container ? release : `${release} (to be pulled)`);
	return [["Ways back", names.length === 0 ? "none yet" : names.join(", ")]];
}
function earlier({ releases }) {
	return releases.filter(({ active }) => !active);
}
// src/commands/status.ts
/** Versions of the record that are shown. */
const SHOWN = 10;
/** Tells what is deployed where, as recorded and as the hosts themselves see it. Changes nothing. */
async function status(ctx) {
	const { progress, config } = ctx;
	const [hosts, history] = await progress.step("Snapshot", async () => {
		const [found, versions] = await Promise.all([(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx), ctx.records.history(config.service, SHOWN)]);
		return [found, versions];
	});
	const ask = () => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx, hosts);
	return statusReport(config, {
		asked: hosts.length === 0 ? [] : await progress.step(hosts.length > 1 ? "Ask the hosts" : "Ask the host", ask),
		history,
		freeze: (0,_freeze_js__WEBPACK_IMPORTED_MODULE_2__.n)(history[0], ctx.clock.now())
	});
}



/***/ })

};
;