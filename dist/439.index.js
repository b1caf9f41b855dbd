"use strict";
exports.id = 439;
exports.ids = [439];
exports.modules = {

/***/ 5933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ usesSpot),
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
/* harmony export */   u: () => (/* binding */ isSettled),
/* harmony export */   v: () => (/* binding */ asLargeAs)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);


// src/domain/host/differences.ts
/**
* By input: every property of a host that a deploy cannot change on an existing one. It can change the Elastic IP, the open port, the
* networks for containers and the proxy.
*/
var HOST_SETTINGS = {
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
	},
	capacity: {
		fits: ({ spot }, { capacity }) => capacity === "spot" || !spot,
		there: ({ spot }) => spot ? "spot" : "on-demand",
		wanted: ({ capacity }) => capacity
	}
};
/** Only for given inputs: the others request nothing from an existing host. */
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
/** The requested size, or else that of the existing host. */
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
/** `observed`: the hosts with the service's tags, or the one that `instance-id` names; none of them terminated. */
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
/** For a rollback or a restart: every existing host, whatever their number and type. */
function planExisting(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const hosts = withoutSuccessors(observed);
	if (hosts.length > 0) return {
		kind: "hosts",
		plans: hosts.map(startOrReuse)
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)("nothing is deployed here", "Check the inputs service, environment and aws-region.");
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${hosts.length} hosts have the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}, but instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, terminate the ones that you do not need, or remove their tags. instance-id selects a single one.`);
}
function planHost(spec, host, next) {
	if (next) return continued(spec, host, next);
	const differences = hostDifferences(host, spec);
	if (!spec.renew && differences.length === 0) return startOrReuse(host);
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, spec.service)) return refuseForeign(host, differences);
	const because = differenceText(differences) || "renew asks for a new host";
	return spec.renew || spec.allowReplacement ? {
		kind: "replace",
		host,
		next: void 0,
		because
	} : refuseReplacement(host, differences);
}
/** The replacement must match the current inputs. */
function continued(spec, host, next) {
	const differences = hostDifferences(next, spec);
	if (differences.length === 0) return {
		kind: "replace",
		host,
		next,
		because: "an interrupted run launched its successor"
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${next.id}, which an interrupted run launched to replace ${host.id}, does not match the inputs: ${differenceText(differences)}`, `Set ${keeping(differences)} to continue with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${host.id} does not match the inputs, which need a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the action did not create ${host.id} for this service, so it does not replace it: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** A host that `instance-id` names is never replaced. */
function refuseOthers(spec, plan) {
	const [named] = plan.kind === "hosts" ? plan.plans : [];
	const differences = named && "host" in named ? hostDifferences(named.host, spec) : [];
	if (differences.length === 0) return plan;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the host in instance-id, ${spec.instanceId}, does not match the inputs, and the action does not replace it: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** The inputs that would describe a host as it is. */
function keeping(differences) {
	return differences.map(({ input, there }) => `${input}: ${there}`).join(" and ");
}
function inputs(differences) {
	return differences.map(({ input }) => input).join(" and ");
}
function startOrReuse(host) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host) ? {
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
/** A host that was launched to replace another one counts only after that one is gone. */
function withoutSuccessors(observed) {
	return observed.filter(({ replaces }) => replaces === void 0 || observed.every(({ id }) => id !== replaces));
}
/**
* Whether a deploy leaves the host as it is: an earlier run has finished its port and its address. Neither ever changes on a host that this action did
* not create for the service.
*/
function isSettled(host, spec, record) {
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(host.id)) return false;
	return !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, spec.service) || hasPorts(record, spec) && (host.elasticIp || !spec.elasticIp);
}
function hasPorts(record, { ports }) {
	const open = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(record.route);
	return [...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(open, ports), ...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(ports, open)].length === 0;
}
/** Subnets of the remaining hosts. */
function subnetsTaken(plans) {
	return plans.map((plan) => plan.kind === "start" || plan.kind === "reuse" ? plan.host.subnetId : void 0);
}
/** The existing host of a plan that remains after it. */
function stayingHost(plan) {
	if (plan.kind === "launch") return void 0;
	return plan.kind === "replace" ? plan.next : plan.host;
}
/** The hosts that will be replaced. */
function replacedHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "replace" ? [plan.host] : []);
}
/** The hosts that are used as they are, started if necessary. */
function keptHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "start" || plan.kind === "reuse" ? [plan.host] : []);
}
/** Whether a host after these plans is, or can become, a spot instance. */
function usesSpot(plans, { capacity }) {
	return plans.some((plan) => stayingHost(plan)?.spot ?? capacity === "spot");
}
function needsLaunch(plan) {
	return plan.kind === "launch" || plan.kind === "replace" && plan.next === void 0;
}
// src/domain/dns/destination.ts
/** Where names lead after the plans are carried out. */
function plannedDestination(plans, spec) {
	const known = plans.map((plan) => plannedAddress(plan, spec));
	const addresses = known.filter((address) => address !== void 0);
	return {
		addresses,
		pending: known.length - addresses.length
	};
}
/** `undefined` if it is unknown yet. */
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
	return kind === "reuse" && (!spec.elasticIp || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, spec.service));
}
function addressOf({ publicIp, privateIp }) {
	return publicIp ?? privateIp;
}
/** Where names lead during a deploy: to the serving hosts or, before there is one, to all future ones. A host to be replaced serves until the end. */
function servingDestination(plans, hosts, record) {
	const now = hosts.map((host, at) => {
		const plan = plans[at];
		return plan?.kind === "replace" ? plan.host : host;
	});
	const serving = now.filter(({ id }) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(id));
	return destinationOf(serving.length > 0 ? serving : now);
}
/** All of these hosts. */
function destinationOf(hosts) {
	return {
		addresses: hosts.flatMap((host) => addressOf(host) ?? []),
		pending: 0
	};
}
// src/steps/hosts/hosts-snapshot.ts
/** Reads hosts and record. */
async function snapshotHosts(ctx, plan = planHosts) {
	const [observed, record] = await Promise.all([observeHosts(ctx).then((hosts) => measured(ctx, hosts)), ctx.records.read(ctx.config.service)]);
	const hostPlan = (observed.length === 0 ? await refuseToLeave(ctx, record) : void 0) ?? plan(ctx.config.host, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bt)(observed, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record)));
	const live = record ? `${record.release} is recorded as live` : "no release is recorded yet";
	ctx.progress.info(`Account ${ctx.accountId}, ${ctx.config.region}; ${describe(hostPlan)}; ${live}`);
	return {
		hostPlan,
		record
	};
}
/** The same, but throws if the plan refuses. */
async function applicableHosts(ctx, plan = planHosts) {
	const { hostPlan, ...rest } = await snapshotHosts(ctx, plan);
	return {
		...rest,
		plans: applicable(hostPlan)
	};
}
function applicable(hostPlan) {
	if (hostPlan.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(hostPlan);
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
/** The existing hosts of this service: the one that `instance-id` names, or those with its tags. */
async function observeHosts({ config, hosts }) {
	const { instanceId } = config.host;
	if (instanceId === void 0) return hosts.find(config.service);
	const host = await hosts.get(instanceId);
	return host ? [host] : [];
}
/** Adds the size of their volumes, if an input asks for one. */
async function measured({ config, hosts }, observed) {
	if (!config.host.asked.includes("volume-size")) return observed;
	const sizes = await hosts.volumeSizes(observed.flatMap(({ rootVolume }) => rootVolume ?? []));
	return observed.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
/** The service's tags do not find a host of others. A run without `instance-id` would launch a second host, and leave the first one serving. */
async function refuseToLeave(ctx, record) {
	const { host: spec, service } = ctx.config;
	if (spec.instanceId !== void 0) return void 0;
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(one, service));
	if (host === void 0) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in its first run. To move the service to its own host, run command: destroy first.`);
}
/** The current hosts: without `instance-id`, the record names the host on which the service is a guest. */
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
	return found.length > 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bt)(found, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record)) : recordedHosts(ctx, record);
}
/** The recorded hosts that exist, whoever owns them. */
async function recordedHosts({ hosts }, record) {
	return (await Promise.all((0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).map((id) => hosts.get(id)))).filter((host) => host !== void 0);
}
// src/steps/orders/order-spec.ts
/** The fields that every order of this run has. */
function orderSpec(ctx) {
	const { service, region, job } = ctx.config;
	return {
		id: ctx.newId(),
		service,
		region,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job),
		token: ctx.token
	};
}
/** How the hosts of this run cut over. `avoid`: CIDRs that the containers' network must not overlap. */
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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/domain/order/order.ts
var VERBS = [
	"deploy",
	"rollback",
	"restart",
	"canary",
	"status",
	"remove"
];
var LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service),
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
/* harmony export */   c: () => (/* binding */ refuseUnreadable),
/* harmony export */   d: () => (/* binding */ compareFingerprint),
/* harmony export */   f: () => (/* binding */ fingerprintOf),
/* harmony export */   i: () => (/* binding */ imageOf),
/* harmony export */   l: () => (/* binding */ servesFrom),
/* harmony export */   m: () => (/* binding */ recordedGrace),
/* harmony export */   n: () => (/* binding */ hostIdsOf),
/* harmony export */   o: () => (/* binding */ parseRecord),
/* harmony export */   p: () => (/* binding */ hasSameProxyPart),
/* harmony export */   r: () => (/* binding */ hostsWithoutProgram),
/* harmony export */   s: () => (/* binding */ recordText),
/* harmony export */   t: () => (/* binding */ RECORD_LIMIT),
/* harmony export */   u: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);




// src/domain/release/fingerprint.ts
/**
* What a record keeps of a release's specification, so that a later plan can show what changes: names, and for each value eight digits of a hash
* that is salted with the release's name. They are too few to find the value, and differ between releases.
*/
var FINGERPRINT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	/** Hash of the whole specification. */
	whole: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** Hash of the proxy's settings. */
	proxy: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/**
	* By setting with names; under `inputs` the other settings without their defaults, in full if they may be shown. Left out if the record would be
	* too large.
	*/
	parts: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())))
});
/** `salt`: the name of the recorded release. */
function fingerprintOf(spec, salt) {
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.On)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.An)(spec))),
		parts: {
			...Object.fromEntries(named),
			inputs: inputsOf(spec, salt)
		}
	};
}
/** Settings that are no part of the identity belong to a run, so the record leaves them out, except those that the proxy keeps. */
function inputsOf(spec, salt) {
	const texts = _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.filter(([, { identity, acts }]) => identity || acts === "proxy").filter(([name, setting]) => setting.told !== "names" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.kn)(setting, spec[name])).map(([name, { told: how, spell }]) => {
		const text = spell(spec[name]);
		return [name, how === "value" ? text : hash(salt, "input", name, text)];
	});
	return Object.fromEntries(texts);
}
function hashed(values, [salt, kind]) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]));
}
function hash(...parts) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
/** How many seconds the recorded live release may take to stop, by its record; 0 if another version wrote it in a way that this one cannot read. */
function recordedGrace(record) {
	const name = "stop-grace-period";
	try {
		return _start_js__WEBPACK_IMPORTED_MODULE_1__.Tn[name].parse(record?.fingerprint?.parts?.["inputs"]?.[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.Rn) return 0;
		throw error;
	}
}
/** Whether the recorded release has the wanted settings of the proxy. Without a recorded fingerprint, the answer is yes. */
function hasSameProxyPart({ release, fingerprint }, wanted) {
	return fingerprint === void 0 || fingerprint.proxy === fingerprintOf(wanted, release).proxy;
}
/** What a release would change in the recorded configuration; without a record, everything is new. */
function compareFingerprint(record, wanted) {
	const { whole, proxy, parts } = fingerprintOf(wanted, record?.release ?? "");
	if (record === void 0) return changesOf(void 0, parts);
	const { fingerprint } = record;
	if (fingerprint === void 0) return { kind: "unknown" };
	if (fingerprint.whole === whole && fingerprint.proxy === proxy) return { kind: "unchanged" };
	return fingerprint.parts === void 0 ? { kind: "changed" } : changesOf(fingerprint.parts, parts);
}
/** A part that another version left out counts as empty. */
function changesOf(before = {}, after) {
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.map((name) => [name, nameChanges(before[name], after[name])]);
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
/** For a setting that this version does not know, shows only that it changed. */
function inputChange(name, before, after) {
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.some(([known, { told }]) => known === name && told === "value") ? {
		name,
		before: before ?? usual(name),
		after: after ?? usual(name)
	} : { name };
}
/** The value of an unrecorded input: its default, or "not given". */
function usual(input) {
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.find(([name]) => name === input)?.[1].default ?? "";
}
/** With Maps: a variable can be called `constructor`. */
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
var ATTEMPT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The semantic version of the release; absent if it has only its commit. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** An `Outcome`; a later version of the action can add others. */
	outcome: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** Empty when nothing went wrong. */
	cause: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** ISO 8601. */
	at: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	seconds: _start_js__WEBPACK_IMPORTED_MODULE_1__.Wn,
	/** The command of the run. */
	command: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** Time of its commit, if the run knew it; ISO 8601. */
	committedAt: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** Seconds from its start until a visitor could reach the release; absent if none could. */
	reached: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** Seconds from its start until all hosts had cut over. */
	served: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** The largest share of its canary, in percent. */
	canary: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** Further notes, in words; absent without any. */
	note: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())
});
/** The live release's record in Parameter Store: at most 4 KB. Names of variables, never values. */
var RECORD = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	schema: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.f)(1),
	/** The version of the parameter that it was read from. Missing before it is written. */
	version: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** The version over which it was written, and the token of the writer's lease: see domain/lease. */
	over: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	token: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	service: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	digest: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	image: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** Registry the host logs in to for this image; empty for a public one. */
	login: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The live release's semantic version; absent if it has only its commit. `version` is that of the parameter. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** Reference of its specification, `registry/repository@sha256:...`; missing if a rollback restored a release that no record contains. */
	artifact: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	previousRelease: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	previousCommit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The first of its hosts. */
	hostId: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** All of its hosts; records of earlier versions of the action have only the first. */
	hostIds: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.g)(1))),
	route: _start_js__WEBPACK_IMPORTED_MODULE_1__.Et,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** ISO 8601. */
	deployedAt: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The live release was marked as a migration. */
	migration: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	/** Commits that were rolled back; refused unless `allow-rolled-back`. The newest 20. */
	blocked: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** While it lasts, deploys and promotions are refused. */
	freeze: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.nn),
	/** Missing in records from before there were plans, or if a rollback restored a release that no record contains. */
	fingerprint: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(FINGERPRINT),
	/** Versions of the live release's secrets, by variable. Left out if the record would be too large. */
	secrets: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())),
	/** Where the live release keeps data on its hosts; missing in records of earlier versions of the action. */
	volumes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		name: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		path: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn
	}))),
	/** Ids of the hosted zones with its records; absent without any. */
	zones: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)),
	/** The host program on its hosts: `Remote.program`. Missing in records of earlier versions of the action. */
	program: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** The environment that verified the live release before, and its name there; absent if it was built or named here. */
	promotedFrom: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn
	})),
	/** Marks a preview: its pull request, and the repository of that. `repository` is `owner/name`, which a rename or a transfer changes. */
	preview: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		number: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
		repository: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		repositoryId: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
	})),
	/** The run that wrote this version of the record, whatever its outcome. */
	attempt: ATTEMPT
});
/** The hosts that may lack this host program, by the record. */
function hostsWithoutProgram(record, hostIds, program) {
	const having = record?.program === program ? hostIdsOf(record) : [];
	return hostIds.filter((id) => !having.includes(id));
}
/** Bytes that a standard parameter holds. */
var RECORD_LIMIT = 4096;
/**
* The record as stored. If it is too large, it loses what plans compare with: first the parts of the configuration, then the secrets. Texts
* of people are shortened last, and marks always stay.
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
/** How many characters of a freeze's reason always fit. */
var FEW_WORDS = 40;
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
/** Reads a stored record; `undefined` for anything else (written by hand, truncated, or by a later version). */
function parseRecord(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)(RECORD, text);
}
/** Refuses to go on as if these services had no record: what they have would be lost, or taken over. */
function refuseUnreadable(services) {
	return services.length === 0 ? void 0 : unreadable(services);
}
/** Why nothing can be done with services whose record cannot be read. */
function unreadable(services) {
	const names = services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.Sr);
	const [is, it] = names.length === 1 ? ["is", "it"] : ["are", "each"];
	return {
		code: "record-unreadable",
		reason: `${names.join(", ")} ${is} there, but cannot be read, so nobody knows what belongs to ${services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.hr).join(", ")}`,
		hint: `Look at ${it} with aws ssm get-parameter-history, and write a good version back. If a later version of this action wrote it, use that version. If nothing of the service must be kept, delete the parameter.`
	};
}
/** The hosts of a recorded release. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The live image; the host has it, so no registry needs to be asked. */
function imageOf({ service: name, environment, image, digest, login, volumes }) {
	const declared = volumes && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.z)({
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
/** Whether the recorded image is in a repository of this name. */
function servesFrom(record, repository) {
	return record !== void 0 && (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(record.image).repository === repository;
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
/** Sends one order to hosts and follows it to its end. Returns one answer a host, in the order of `hostIds`. */
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