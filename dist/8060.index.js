"use strict";
exports.id = 1236;
exports.ids = [1236];
exports.modules = {

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
		service: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.kr)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ stayingHost),
/* harmony export */   a: () => (/* binding */ applicableHosts),
/* harmony export */   b: () => (/* binding */ asLargeAs),
/* harmony export */   c: () => (/* binding */ destinationOf),
/* harmony export */   d: () => (/* binding */ freeAddresses),
/* harmony export */   f: () => (/* binding */ isSettled),
/* harmony export */   g: () => (/* binding */ replacedHosts),
/* harmony export */   h: () => (/* binding */ planExisting),
/* harmony export */   i: () => (/* binding */ applicable),
/* harmony export */   l: () => (/* binding */ plannedDestination),
/* harmony export */   m: () => (/* binding */ needsLaunch),
/* harmony export */   n: () => (/* binding */ cutOverSpec),
/* harmony export */   o: () => (/* binding */ hostsInUse),
/* harmony export */   p: () => (/* binding */ keptHosts),
/* harmony export */   r: () => (/* binding */ orderSpec),
/* harmony export */   s: () => (/* binding */ snapshotHosts),
/* harmony export */   t: () => (/* binding */ queryStatus),
/* harmony export */   u: () => (/* binding */ servingDestination),
/* harmony export */   v: () => (/* binding */ subnetsTaken),
/* harmony export */   y: () => (/* binding */ usesSpot)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8929);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5128);





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
<<<<<<<< HEAD:dist/8060.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)("nothing is deployed here", "Check the inputs service, environment and aws-region.");
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)("nothing is deployed here", "Check the inputs service, environment and aws-region.");
>>>>>>>> reader:dist/1236.index.js
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
<<<<<<<< HEAD:dist/8060.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`${hosts.length} hosts have the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mr)(service)}, but instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, terminate the ones that you do not need, or remove their tags. instance-id selects a single one.`);
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`${hosts.length} hosts have the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(service)}, but instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, terminate the ones that you do not need, or remove their tags. instance-id selects a single one.`);
>>>>>>>> reader:dist/1236.index.js
}
function planHost(spec, host, next) {
	if (next) return continued(spec, host, next);
	const differences = hostDifferences(host, spec);
	if (!spec.renew && differences.length === 0) return startOrReuse(host);
<<<<<<<< HEAD:dist/8060.index.js
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host, spec.service)) return refuseForeign(host, differences);
========
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, spec.service)) return refuseForeign(host, differences);
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`${next.id}, which an interrupted run launched to replace ${host.id}, does not match the inputs: ${differenceText(differences)}`, `Set ${keeping(differences)} to continue with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`${host.id} does not match the inputs, which need a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`the action did not create ${host.id} for this service, so it does not replace it: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`${next.id}, which an interrupted run launched to replace ${host.id}, does not match the inputs: ${differenceText(differences)}`, `Set ${keeping(differences)} to continue with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`${host.id} does not match the inputs, which need a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`the action did not create ${host.id} for this service, so it does not replace it: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
>>>>>>>> reader:dist/1236.index.js
}
/** A host that `instance-id` names is never replaced. */
function refuseOthers(spec, plan) {
	const [named] = plan.kind === "hosts" ? plan.plans : [];
	const differences = named && "host" in named ? hostDifferences(named.host, spec) : [];
	if (differences.length === 0) return plan;
<<<<<<<< HEAD:dist/8060.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`the host in instance-id, ${spec.instanceId}, does not match the inputs, and the action does not replace it: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`the host in instance-id, ${spec.instanceId}, does not match the inputs, and the action does not replace it: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
>>>>>>>> reader:dist/1236.index.js
}
/** The inputs that would describe a host as it is. */
function keeping(differences) {
	return differences.map(({ input, there }) => `${input}: ${there}`).join(" and ");
}
function inputs(differences) {
	return differences.map(({ input }) => input).join(" and ");
}
function startOrReuse(host) {
<<<<<<<< HEAD:dist/8060.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(host) ? {
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(host) ? {
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(host.id)) return false;
	return !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host, spec.service) || hasPorts(record, spec) && (host.elasticIp || !spec.elasticIp);
}
function hasPorts(record, { ports }) {
	const open = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(record.route);
	return [...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(open, ports), ...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(ports, open)].length === 0;
========
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).includes(host.id)) return false;
	return !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, spec.service) || hasPorts(record, spec) && (host.elasticIp || !spec.elasticIp);
}
function hasPorts(record, { ports }) {
	const open = record === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bt)(record.route);
	return [...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(open, ports), ...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(ports, open)].length === 0;
>>>>>>>> reader:dist/1236.index.js
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
/** Elastic IPs of the service that no host has after these plans, unless one gets it. */
function freeAddresses(addresses, plans) {
	const kept = plans.flatMap((plan) => stayingHost(plan)?.publicIp ?? []);
	return addresses.filter((address) => !kept.includes(address));
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
<<<<<<<< HEAD:dist/8060.index.js
	return kind === "reuse" && (!spec.elasticIp || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host, spec.service));
========
	return kind === "reuse" && (!spec.elasticIp || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, spec.service));
>>>>>>>> reader:dist/1236.index.js
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
	const serving = now.filter(({ id }) => (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).includes(id));
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
<<<<<<<< HEAD:dist/8060.index.js
	const hostPlan = (observed.length === 0 ? await refuseToLeave(ctx, record) : void 0) ?? plan(ctx.config.host, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(observed, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record)));
========
	const hostPlan = (observed.length === 0 ? await refuseToLeave(ctx, record) : void 0) ?? plan(ctx.config.host, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(observed, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record)));
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	if (hostPlan.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(hostPlan);
========
	if (hostPlan.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(hostPlan);
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(one, service));
	if (host === void 0) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in its first run. To move the service to its own host, run command: destroy first.`);
========
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(one, service));
	if (host === void 0) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in its first run. To move the service to its own host, run command: destroy first.`);
>>>>>>>> reader:dist/1236.index.js
}
/** The current hosts: without `instance-id`, the record names the host on which the service is a guest. */
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
<<<<<<<< HEAD:dist/8060.index.js
	return found.length > 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(found, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record)) : recordedHosts(ctx, record);
========
	return found.length > 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(found, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record)) : recordedHosts(ctx, record);
>>>>>>>> reader:dist/1236.index.js
}
/** The recorded hosts that exist, whoever owns them. */
async function recordedHosts({ hosts }, record) {
	return (await Promise.all((0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).map((id) => hosts.get(id)))).filter((host) => host !== void 0);
}
// src/steps/orders/order-spec.ts
/** The fields that every order of this run has. */
function orderSpec(ctx) {
	const { service, region, job } = ctx.config;
	return {
		id: ctx.newId(),
		service,
		region,
<<<<<<<< HEAD:dist/8060.index.js
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(job),
========
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(job),
>>>>>>>> reader:dist/1236.index.js
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
	const ids = hosts.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.wt).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__.n)("status", orderSpec(ctx));
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
<<<<<<<< HEAD:dist/8060.index.js
		verb,
		id,
		service: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wr)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
========
		host,
		status: reason,
		others: [],
		silent: {
			reason,
			hides
		},
		findings: []
>>>>>>>> reader:dist/1236.index.js
	};
}
function statusOf({ config }, host, result) {
	if (!result) return unheard(host, "the host did not answer");
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.kr)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.Ar),
		findings,
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
var FINGERPRINT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	/** Hash of the whole specification. */
<<<<<<<< HEAD:dist/8060.index.js
	whole: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** Hash of the proxy's settings. */
	proxy: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
========
	whole: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** Hash of the proxy's settings. */
	proxy: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
>>>>>>>> reader:dist/1236.index.js
	/**
	* By setting with names; under `inputs` the other settings without their defaults, in full if they may be shown. Left out if the record would be
	* too large.
	*/
<<<<<<<< HEAD:dist/8060.index.js
	parts: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())))
});
/** `salt`: the name of the recorded release. */
function fingerprintOf(spec, salt) {
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Sn.map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Dn)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.kn)(spec))),
========
	parts: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.$n)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.$n)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)())))
});
/** `salt`: the name of the recorded release. */
function fingerprintOf(spec, salt) {
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.On)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.An)(spec))),
>>>>>>>> reader:dist/1236.index.js
		parts: {
			...Object.fromEntries(named),
			inputs: inputsOf(spec, salt)
		}
	};
}
/** Settings that are no part of the identity belong to a run, so the record leaves them out, except those that the proxy keeps. */
function inputsOf(spec, salt) {
<<<<<<<< HEAD:dist/8060.index.js
	const texts = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.filter(([, { identity, acts }]) => identity || acts === "proxy").filter(([name, setting]) => setting.told !== "names" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.On)(setting, spec[name])).map(([name, { told: how, spell }]) => {
========
	const texts = _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.filter(([, { identity, acts }]) => identity || acts === "proxy").filter(([name, setting]) => setting.told !== "names" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.kn)(setting, spec[name])).map(([name, { told: how, spell }]) => {
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
		return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn[name].parse(record?.fingerprint?.parts?.["inputs"]?.[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.Ln) return 0;
========
		return _start_js__WEBPACK_IMPORTED_MODULE_1__.Tn[name].parse(record?.fingerprint?.parts?.["inputs"]?.[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.zn) return 0;
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Sn.map((name) => [name, nameChanges(before[name], after[name])]);
========
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.map((name) => [name, nameChanges(before[name], after[name])]);
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.some(([known, { told }]) => known === name && told === "value") ? {
========
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.some(([known, { told }]) => known === name && told === "value") ? {
>>>>>>>> reader:dist/1236.index.js
		name,
		before: before ?? usual(name),
		after: after ?? usual(name)
	} : { name };
}
/** The value of an unrecorded input: its default, or "not given". */
function usual(input) {
<<<<<<<< HEAD:dist/8060.index.js
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.find(([name]) => name === input)?.[1].default ?? "";
========
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.find(([name]) => name === input)?.[1].default ?? "";
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
var ATTEMPT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** The semantic version of the release; absent if it has only its commit. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	/** An `Outcome`; a later version of the action can add others. */
	outcome: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** Empty when nothing went wrong. */
	cause: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** ISO 8601. */
	at: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	seconds: _start_js__WEBPACK_IMPORTED_MODULE_1__.Un,
	/** The command of the run. */
	command: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	/** Time of its commit, if the run knew it; ISO 8601. */
	committedAt: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	/** Seconds from its start until a visitor could reach the release; absent if none could. */
	reached: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Un),
	/** Seconds from its start until all hosts had cut over. */
	served: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Un),
	/** The largest share of its canary, in percent. */
	canary: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Un),
========
var ATTEMPT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** The semantic version of the release; absent if it has only its commit. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	/** An `Outcome`; a later version of the action can add others. */
	outcome: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** Empty when nothing went wrong. */
	cause: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** ISO 8601. */
	at: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	seconds: _start_js__WEBPACK_IMPORTED_MODULE_1__.Kn,
	/** The command of the run. */
	command: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	/** Time of its commit, if the run knew it; ISO 8601. */
	committedAt: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	/** Seconds from its start until a visitor could reach the release; absent if none could. */
	reached: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Kn),
	/** Seconds from its start until all hosts had cut over. */
	served: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Kn),
	/** The largest share of its canary, in percent. */
	canary: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Kn),
>>>>>>>> reader:dist/1236.index.js
	/** Further notes, in words; absent without any. */
	note: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)())
});
/** The live release's record in Parameter Store: at most 4 KB. Names of variables, never values. */
var RECORD = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	schema: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.p)(1),
	/** The version of the parameter that it was read from. Missing before it is written. */
<<<<<<<< HEAD:dist/8060.index.js
	version: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Un),
	/** The version over which it was written, and the token of the writer's lease: see domain/lease. */
	over: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Un),
	token: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Un),
	service: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	digest: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	image: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** Registry the host logs in to for this image; empty for a public one. */
	login: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** The live release's semantic version; absent if it has only its commit. `version` is that of the parameter. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	/** Reference of its specification, `registry/repository@sha256:...`; missing if a rollback restored a release that no record contains. */
	artifact: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	previousRelease: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	previousCommit: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** The first of its hosts. */
	hostId: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** All of its hosts; records of earlier versions of the action have only the first. */
	hostIds: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.g)(1))),
	route: _start_js__WEBPACK_IMPORTED_MODULE_1__.Dt,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** ISO 8601. */
	deployedAt: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	/** The live release was marked as a migration. */
	migration: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	/** Commits that were rolled back; refused unless `allow-rolled-back`. The newest 20. */
	blocked: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	/** While it lasts, deploys and promotions are refused. */
	freeze: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.tn),
	/** Missing in records from before there were plans, or if a rollback restored a release that no record contains. */
	fingerprint: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(FINGERPRINT),
	/** Versions of the live release's secrets, by variable. Left out if the record would be too large. */
	secrets: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())),
	/** Where the live release keeps data on its hosts; missing in records of earlier versions of the action. */
	volumes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		name: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
		path: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn
	}))),
	/** Ids of the hosted zones with its records; absent without any. */
	zones: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn)),
	/** The host program on its hosts: `Remote.program`. Missing in records of earlier versions of the action. */
	program: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	/** The environment that verified the live release before, and its name there; absent if it was built or named here. */
	promotedFrom: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
		release: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn
	})),
	/** Marks a preview: its pull request, and the repository of that. `repository` is `owner/name`, which a rename or a transfer changes. */
	preview: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		number: _start_js__WEBPACK_IMPORTED_MODULE_1__.Wn,
		repository: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
		repositoryId: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn)
========
	version: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Kn),
	/** The version over which it was written, and the token of the writer's lease: see domain/lease. */
	over: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Kn),
	token: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Kn),
	service: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	digest: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	image: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** Registry the host logs in to for this image; empty for a public one. */
	login: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** The live release's semantic version; absent if it has only its commit. `version` is that of the parameter. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	/** Reference of its specification, `registry/repository@sha256:...`; missing if a rollback restored a release that no record contains. */
	artifact: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	previousRelease: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	previousCommit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** The first of its hosts. */
	hostId: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** All of its hosts; records of earlier versions of the action have only the first. */
	hostIds: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__._)(1))),
	route: _start_js__WEBPACK_IMPORTED_MODULE_1__.Ot,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** ISO 8601. */
	deployedAt: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
	/** The live release was marked as a migration. */
	migration: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	/** Commits that were rolled back; refused unless `allow-rolled-back`. The newest 20. */
	blocked: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	/** While it lasts, deploys and promotions are refused. */
	freeze: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_start_js__WEBPACK_IMPORTED_MODULE_1__.nn),
	/** Missing in records from before there were plans, or if a rollback restored a release that no record contains. */
	fingerprint: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(FINGERPRINT),
	/** Versions of the live release's secrets, by variable. Left out if the record would be too large. */
	secrets: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.$n)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)())),
	/** Where the live release keeps data on its hosts; missing in records of earlier versions of the action. */
	volumes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		name: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
		path: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn
	}))),
	/** Ids of the hosted zones with its records; absent without any. */
	zones: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)),
	/** The host program on its hosts: `Remote.program`. Missing in records of earlier versions of the action. */
	program: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn),
	/** The environment that verified the live release before, and its name there; absent if it was built or named here. */
	promotedFrom: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
		release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn
	})),
	/** Marks a preview: its pull request, and the repository of that. `repository` is `owner/name`, which a rename or a transfer changes. */
	preview: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		number: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		repository: _start_js__WEBPACK_IMPORTED_MODULE_1__.Zn,
		repositoryId: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)
>>>>>>>> reader:dist/1236.index.js
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
<<<<<<<< HEAD:dist/8060.index.js
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)(RECORD, text);
========
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.er)(RECORD, text);
>>>>>>>> reader:dist/1236.index.js
}
/** Refuses to go on as if these services had no record: what they have would be lost, or taken over. */
function refuseUnreadable(services) {
	return services.length === 0 ? void 0 : unreadable(services);
}
/** Why nothing can be done with services whose record cannot be read. */
function unreadable(services) {
<<<<<<<< HEAD:dist/8060.index.js
	const names = services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.xr);
	const [is, it] = names.length === 1 ? ["is", "it"] : ["are", "each"];
	return {
		code: "record-unreadable",
		reason: `${names.join(", ")} ${is} there, but cannot be read, so nobody knows what belongs to ${services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.mr).join(", ")}`,
========
	const names = services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.Er);
	const [is, it] = names.length === 1 ? ["is", "it"] : ["are", "each"];
	return {
		code: "record-unreadable",
		reason: `${names.join(", ")} ${is} there, but cannot be read, so nobody knows what belongs to ${services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.br).join(", ")}`,
>>>>>>>> reader:dist/1236.index.js
		hint: `Look at ${it} with aws ssm get-parameter-history, and write a good version back. If a later version of this action wrote it, use that version. If nothing of the service must be kept, delete the parameter.`
	};
}
/** The hosts of a recorded release. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The live image; the host has it, so no registry needs to be asked. */
function imageOf({ service: name, environment, image, digest, login, volumes }) {
<<<<<<<< HEAD:dist/8060.index.js
	const declared = volumes && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.B)({
========
	const declared = volumes && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)({
>>>>>>>> reader:dist/1236.index.js
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