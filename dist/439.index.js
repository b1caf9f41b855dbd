"use strict";
exports.id = 439;
exports.ids = [439];
exports.modules = {

/***/ 5933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ asLargeAs),
/* harmony export */   a: () => (/* binding */ hostsInUse),
/* harmony export */   c: () => (/* binding */ plannedDestination),
/* harmony export */   d: () => (/* binding */ keptHosts),
/* harmony export */   f: () => (/* binding */ needsLaunch),
/* harmony export */   g: () => (/* binding */ subnetsTaken),
/* harmony export */   h: () => (/* binding */ stayingHost),
/* harmony export */   i: () => (/* binding */ applicableHosts),
/* harmony export */   l: () => (/* binding */ servingDestination),
/* harmony export */   m: () => (/* binding */ replacedHosts),
/* harmony export */   n: () => (/* binding */ orderSpec),
/* harmony export */   o: () => (/* binding */ snapshotHosts),
/* harmony export */   p: () => (/* binding */ planExisting),
/* harmony export */   r: () => (/* binding */ applicable),
/* harmony export */   s: () => (/* binding */ destinationOf),
/* harmony export */   t: () => (/* binding */ cutOverSpec),
/* harmony export */   u: () => (/* binding */ isSettled)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9734);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7280);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7626);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5128);






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
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)("nothing is deployed here", "Check the inputs service, environment and aws-region.");
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`${hosts.length} hosts have the tags of ${(0,_service_js__WEBPACK_IMPORTED_MODULE_4__.i)(service)}, but instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, terminate the ones that you do not need, or remove their tags. instance-id selects a single one.`);
}
function planHost(spec, host, next) {
	if (next) return continued(spec, host, next);
	const differences = hostDifferences(host, spec);
	if (!spec.renew && differences.length === 0) return startOrReuse(host);
	if (!(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, spec.service)) return refuseForeign(host, differences);
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
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`${next.id}, which an interrupted run launched to replace ${host.id}, does not match the inputs: ${differenceText(differences)}`, `Set ${keeping(differences)} to continue with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`${host.id} does not match the inputs, which need a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`the action did not create ${host.id} for this service, so it does not replace it: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** A host that `instance-id` names stays, whatever else is asked for. */
function refuseOthers(spec, plan) {
	const [named] = plan.kind === "hosts" ? plan.plans : [];
	const differences = named && "host" in named ? hostDifferences(named.host, spec) : [];
	if (differences.length === 0) return plan;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`the host in instance-id, ${spec.instanceId}, does not match the inputs, and the action does not replace it: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
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
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).includes(host.id)) return false;
	return !(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, spec.service) || hasPorts(record, spec) && (host.elasticIp || !spec.elasticIp);
}
function hasPorts(record, { ports }) {
	const open = record === void 0 ? [] : (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_5__.i)(record.route);
	return [...(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_5__.r)(open, ports), ...(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_5__.r)(ports, open)].length === 0;
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
// src/domain/dns/destination.ts
/** Where names lead when the plans are carried out. */
function plannedDestination(plans, spec) {
	const known = plans.map((plan) => plannedAddress(plan, spec));
	const addresses = known.filter((address) => address !== void 0);
	return {
		addresses,
		pending: known.length - addresses.length
	};
}
/** `undefined` where nobody can know it yet. */
function plannedAddress(plan, spec) {
	switch (plan.kind) {
		case "launch": return;
		case "replace": return spec.elasticIp && plan.host.elasticIp ? plan.host.publicIp : void 0;
		case "start":
		case "reuse": return keepsAddress(plan, spec) ? addressOf(plan.host) : void 0;
	}
}
function keepsAddress({ kind, host }, spec) {
	if (host.elasticIp) return true;
	return kind === "reuse" && (!spec.elasticIp || !(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, spec.service));
}
function addressOf({ publicIp, privateIp }) {
	return publicIp ?? privateIp;
}
/** Where names lead while a release is still on its way: to the hosts that serve, or, before there is one, to all that will. A host that is replaced serves till the end. */
function servingDestination(plans, hosts, record) {
	const now = hosts.map((host, at) => {
		const plan = plans[at];
		return plan?.kind === "replace" ? plan.host : host;
	});
	const serving = now.filter(({ id }) => (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).includes(id));
	return destinationOf(serving.length > 0 ? serving : now);
}
/** To all of these hosts. */
function destinationOf(hosts) {
	return {
		addresses: hosts.flatMap((host) => addressOf(host) ?? []),
		pending: 0
	};
}
// src/steps/hosts/hosts-snapshot.ts
/** Looks at hosts and record. */
async function snapshotHosts(ctx, plan = planHosts) {
	const [observed, record] = await Promise.all([observeHosts(ctx).then((hosts) => measured(ctx, hosts)), ctx.records.read(ctx.config.service)]);
	const hostPlan = (observed.length === 0 ? await refuseToLeave(ctx, record) : void 0) ?? plan(ctx.config.host, (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.a)(observed, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record)));
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
	if (hostPlan.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(hostPlan);
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
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(one, service));
	if (host === void 0) return void 0;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in its first run. To move the service to its own host, run command: destroy first.`);
}
/** Where the service is now: without `instance-id`, the record tells the host of a service that is a guest on another one's. */
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
	return found.length > 0 ? (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.a)(found, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record)) : recordedHosts(ctx, record);
}
/** Those of the hosts in the record that are there, whoever's they are. */
async function recordedHosts({ hosts }, record) {
	return (await Promise.all((0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).map((id) => hosts.get(id)))).filter((host) => host !== void 0);
}
// src/steps/orders/order-spec.ts
/** What every order of this run says of itself. */
function orderSpec(ctx) {
	const { service, region, job } = ctx.config;
	return {
		id: ctx.newId(),
		service,
		region,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__.a)(job),
		token: ctx.token
	};
}
/** How the hosts of this run cut over. `avoid`: CIDRs that their containers' network has to keep clear of. */
function cutOverSpec({ config }, avoid) {
	const { drainTimeout, certificateTimeout, bake, keepReleases: keep, proxyImage } = config;
	return {
		drainTimeout,
		certificateTimeout,
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

/***/ 8929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ hostOrder),
/* harmony export */   t: () => (/* binding */ VERBS)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9734);

// src/domain/order/order.ts
const VERBS = [
	"deploy",
	"rollback",
	"restart",
	"canary",
	"status",
	"remove"
];
const LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_service_js__WEBPACK_IMPORTED_MODULE_0__.m)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
}



/***/ }),

/***/ 5128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ofService),
/* harmony export */   c: () => (/* binding */ servesFrom),
/* harmony export */   d: () => (/* binding */ hasSameProxyPart),
/* harmony export */   f: () => (/* binding */ recordedGrace),
/* harmony export */   i: () => (/* binding */ imageOf),
/* harmony export */   l: () => (/* binding */ compareFingerprint),
/* harmony export */   n: () => (/* binding */ hostIdsOf),
/* harmony export */   o: () => (/* binding */ parseRecord),
/* harmony export */   r: () => (/* binding */ hostsWithoutProgram),
/* harmony export */   s: () => (/* binding */ recordText),
/* harmony export */   t: () => (/* binding */ RECORD_LIMIT),
/* harmony export */   u: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(890);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8186);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3048);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_4__);





// src/domain/release/fingerprint.ts
/**
* What a record remembers of a release's specification, so that a later plan can tell what changes: names, and for each value eight digits of a hash
* that is salted with the release's name. Too few to find a value by, and another release has others for the same one.
*/
const FINGERPRINT = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	/** Stands for the specification as a whole. */
	whole: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** Stands for what the proxy is told of the service. */
	proxy: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** By named setting, and under `inputs` those that are not as usual, as they are where they may be told. Left out where the record would grow too large. */
	parts: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)())))
});
/** `salt`: the name of the release whose record keeps them, or is compared with. */
function fingerprintOf(spec, salt) {
	const named = _spec_js__WEBPACK_IMPORTED_MODULE_2__.t.map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.o)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.c)(spec))),
		parts: {
			...Object.fromEntries(named),
			inputs: inputsOf(spec, salt)
		}
	};
}
/** Settings that are no identity are of a run, which is no part of what is there, unless the proxy keeps them. */
function inputsOf(spec, salt) {
	const texts = _spec_js__WEBPACK_IMPORTED_MODULE_2__.n.filter(([, { identity, acts }]) => identity || acts === "proxy").filter(([name, setting]) => setting.told !== "names" && !(0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.s)(setting, spec[name])).map(([name, { told: how, spell }]) => {
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
		return _spec_js__WEBPACK_IMPORTED_MODULE_2__.r[name].parse(record?.fingerprint?.parts?.["inputs"]?.[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _volumes_js__WEBPACK_IMPORTED_MODULE_1__.L) return 0;
		throw error;
	}
}
/** Whether what is recorded has the wanted settings of the proxy; a record without a fingerprint cannot tell, and counts as such. */
function hasSameProxyPart({ release, fingerprint }, wanted) {
	return fingerprint === void 0 || fingerprint.proxy === fingerprintOf(wanted, release).proxy;
}
/** What a release would change in the configuration of the one that is recorded; without a record, everything is new. */
function compareFingerprint(record, wanted) {
	const { whole, proxy, parts } = fingerprintOf(wanted, record?.release ?? "");
	if (record === void 0) return changesOf(void 0, parts);
	const { fingerprint } = record;
	if (fingerprint === void 0) return { kind: "unknown" };
	if (fingerprint.whole === whole && fingerprint.proxy === proxy) return { kind: "unchanged" };
	return fingerprint.parts === void 0 ? { kind: "changed" } : changesOf(fingerprint.parts, parts);
}
/** A part that another version left out is as empty. */
function changesOf(before = {}, after) {
	const named = _spec_js__WEBPACK_IMPORTED_MODULE_2__.t.map((name) => [name, nameChanges(before[name], after[name])]);
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
	return _spec_js__WEBPACK_IMPORTED_MODULE_2__.n.some(([known, { told }]) => known === name && told === "value") ? {
		name,
		before: before ?? usual(name),
		after: after ?? usual(name)
	} : { name };
}
/** What an input is that is not recorded: its default, or not given. */
function usual(input) {
	return _spec_js__WEBPACK_IMPORTED_MODULE_2__.n.find(([name]) => name === input)?.[1].default ?? "";
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
// src/domain/release/record.ts
/** One run's work on a service, as the history shows it. */
const ATTEMPT = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	release: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	commit: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** An `Outcome`, of which a later version of the action may know more. */
	outcome: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** Empty when nothing went wrong. */
	cause: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	actor: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** ISO 8601. */
	at: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	seconds: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t,
	/** What else is to be known of it, in words; absent where there is nothing. */
	note: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)())
});
/** What is written to Parameter Store about the release that serves: small, 4 KB at most. Names of variables, never values. */
const RECORD = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	schema: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__._)(1),
	/** The version of the parameter that it was read from. Missing in one that is still to be written. */
	version: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t),
	/** The version over which it was written, and the token of the lease under which it was: see domain/lease. */
	over: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t),
	token: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t),
	service: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	environment: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	release: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	digest: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	image: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** Registry the host logs in to for this image; empty for a public one. */
	login: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	commit: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** Where its specification lies, `registry/repository@sha256:...`; missing where the release came back from where no record tells. */
	artifact: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r),
	previousRelease: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	previousCommit: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** The first of the hosts that it serves on. */
	hostId: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** All of them; records of earlier versions of the action know only the first. */
	hostIds: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.b)(1))),
	route: _volumes_js__WEBPACK_IMPORTED_MODULE_1__.c,
	actor: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** ISO 8601. */
	deployedAt: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	/** The live release was marked as one with a migration. */
	migration: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(),
	/** Commits that were rolled back from; refused until `allow-rolled-back`. The newest 20. */
	blocked: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r),
	/** While it lasts, deploys and promotions are refused. */
	freeze: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(_volumes_js__WEBPACK_IMPORTED_MODULE_1__.m),
	/** Missing in a record that was written before there was a plan to compare with, or when the release came back from where no record tells. */
	fingerprint: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)(FINGERPRINT),
	/** Versions of the secrets that the live release runs with, by variable. Left out where the record would grow too large with it. */
	secrets: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)())),
	/** Where the live release keeps data on its hosts; records of earlier versions of the action do not tell. */
	volumes: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
		name: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
		path: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r
	}))),
	/** Ids of the hosted zones in which it has records; absent where there are none. */
	zones: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r)),
	/** The host program that its hosts have: `Remote.program`. Missing in records of earlier versions of the action. */
	program: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r),
	/** The environment in which the live release was verified before, and its name there; absent when it was built or named here. */
	promotedFrom: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
		environment: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
		release: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r
	})),
	/** The run that wrote this version of the record, whatever came of it. */
	attempt: ATTEMPT
});
/** Those of the hosts of which nobody has written down that they have this host program. */
function hostsWithoutProgram(record, hostIds, program) {
	const having = record?.program === program ? hostIdsOf(record) : [];
	return hostIds.filter((id) => !having.includes(id));
}
/** Bytes that a standard parameter holds. */
const RECORD_LIMIT = 4096;
/**
* The record as it is stored. Where it would be too large, what a plan compares with goes: first the parts of the configuration, then the secrets. What
* people wrote goes last, and never a mark.
*/
function recordText(record) {
	const { secrets: _, ...withoutSecrets } = withoutParts(record);
	const texts = [
		record,
		withoutParts(record),
		withoutSecrets,
		withFewWords(withoutSecrets)
	].map((shorter) => JSON.stringify(shorter));
	return texts.find((text) => Buffer.byteLength(text) <= 4096) ?? texts.at(-1) ?? "";
}
/** Characters of a freeze's reason that there is always room for. */
const FEW_WORDS = 40;
function withFewWords({ freeze, attempt, ...record }) {
	const { note: _, ...rest } = attempt;
	const [...letters] = freeze?.reason ?? "";
	const reason = letters.length > FEW_WORDS ? `${letters.slice(0, FEW_WORDS).join("")}…` : letters.join("");
	return {
		...record,
		...freeze && { freeze: {
			...freeze,
			reason
		} },
		attempt: rest
	};
}
function withoutParts(record) {
	const { fingerprint } = record;
	return fingerprint === void 0 ? record : {
		...record,
		fingerprint: {
			whole: fingerprint.whole,
			proxy: fingerprint.proxy
		}
	};
}
/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
function parseRecord(text) {
	return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.o)(RECORD, text);
}
/** The hosts that a recorded release serves on. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The image that serves; the host has it, so nobody need be asked for it. */
function imageOf({ service: name, environment, image, digest, login, volumes }) {
	const declared = volumes && (0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.n)({
		name,
		environment
	}, volumes);
	return {
		reference: image,
		digest,
		login: login || void 0,
		built: false,
		bytes: 0,
		volumes: declared
	};
}
/** Whether the recorded image lies in a repository of this name. */
function servesFrom(record, repository) {
	return record !== void 0 && (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.l)(record.image).repository === repository;
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
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



/***/ })

};
;