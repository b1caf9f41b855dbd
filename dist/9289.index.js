"use strict";
exports.id = 9289;
exports.ids = [9289,2625];
exports.modules = {

/***/ 479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ plannedDestination),
/* harmony export */   i: () => (/* binding */ destinationOf),
/* harmony export */   n: () => (/* binding */ ownerOf),
/* harmony export */   o: () => (/* binding */ servingDestination),
/* harmony export */   r: () => (/* binding */ markerSet),
/* harmony export */   t: () => (/* binding */ lookAtNames)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5655);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9734);
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9147);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5128);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);





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
	return kind === "reuse" && (!spec.elasticIp || !(0,_host_js__WEBPACK_IMPORTED_MODULE_2__.i)(host, spec.service));
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
	const serving = now.filter(({ id }) => (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(record).includes(id));
	return destinationOf(serving.length > 0 ? serving : now);
}
function destinationOf(hosts) {
	return {
		addresses: hosts.flatMap((host) => addressOf(host) ?? []),
		pending: 0
	};
}
// src/domain/dns/marker.ts
/** The label under which a zone's markers lie, so that one request tells of all of them. No host has a name with an underscore. */
const ROOT = "_docker-to-ec2";
const TTL = 300;
/** Where the markers of a zone begin. */
function markersOf(zone) {
	return `${ROOT}.${zone.name}`;
}
/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` that has the name as its value. */
function markerSet({ service, region }, name, zone) {
	return {
		name: [
			(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(name).digest("hex").slice(0, 16),
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
function isOwnedBy({ owner }, { service, region }) {
	return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment;
}
/** Such as `web (production) in us-east-1`. */
function ownerWords({ service, region }) {
	return `${(0,_service_js__WEBPACK_IMPORTED_MODULE_3__.i)(service)} in ${region}`;
}
// src/domain/dns/plan-zone.ts
/** What is to be done in a zone. A record that this action did not make is never changed. */
function planZone(seen, wanted) {
	const markers = markersIn(seen.sets, seen.zone);
	const decided = seen.names.map((name) => stepFor(name, seen, {
		...wanted,
		markers
	}));
	return {
		steps: [...decided.filter((one) => "action" in one), ...removals(seen, wanted.owner, markers)],
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
		address: marker && leading.find((set) => set.type === "A" && (0,_step_words_js__WEBPACK_IMPORTED_MODULE_4__.n)(set)),
		marker: marker?.set
	};
}
function actionFor({ address, marker }, to) {
	if (address === void 0) return "create";
	return marker !== void 0 && leadsTo(address, to) ? "keep" : "change";
}
function leadsTo(set, { addresses, pending }) {
	if (set.type !== "A" || !(0,_step_words_js__WEBPACK_IMPORTED_MODULE_4__.n)(set) || pending > 0) return false;
	return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address));
}
/** Names that the service had, and has no more. */
function removals({ zone, names, sets }, owner, markers) {
	return markers.filter((marker) => isOwnedBy(marker, owner) && !names.includes(marker.name)).map((marker) => {
		const address = sets.find((set) => set.name === marker.name && set.type === "A" && (0,_step_words_js__WEBPACK_IMPORTED_MODULE_4__.n)(set));
		return {
			action: "remove",
			name: marker.name,
			zone,
			owned: {
				address,
				marker: marker.set
			}
		};
	});
}
function refuseOthers(name, zone, { owner }) {
	return {
		reason: `${name} in the hosted zone ${zone.id} belongs to ${ownerWords(owner)}`,
		hint: `Take ${name} out of domains there, or destroy that service; or give this one another name.`
	};
}
function refuseForeign(name, zone, there) {
	return {
		reason: `${name} in the hosted zone ${zone.id} has a record that this action did not make: ${(0,_step_words_js__WEBPACK_IMPORTED_MODULE_4__.r)(there)}`,
		hint: `Delete that record, or take ${name} out of domains. Where it is to stay because it leads to a balancer or CDN before the host, set trusted-proxies to that; hosted-zone-id: none leaves all records to you.`
	};
}
// src/domain/dns/zone.ts
/**
* The zone that a name lies in: of those that may be meant, the one with the longest name. `named`: they come from the input hosted-zone-id. Without it
* only public ones are meant, since nobody outside of a VPC sees the others.
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
function liesIn(name, zone) {
	return name === zone.name || name.endsWith(`.${zone.name}`);
}
function refuseSeveral(name, zones) {
	const ids = zones.map(({ id }) => id);
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_2__.c)(`domains: ${name} lies in ${zones.length} hosted zones named ${zones[0]?.name ?? ""}: ${ids.join(", ")}`, `Set hosted-zone-id to the one whose name servers the domain's registrar names.`);
}
// src/steps/dns/look-at-names.ts
const NO_NAMES = {
	steps: [],
	refusals: []
};
/** What is to become of the names that are wanted, and of those that the service had. Route 53 is asked only where there is one of either. */
async function lookAtNames(ctx, wanted) {
	const before = wanted.record?.zones ?? [];
	if (wanted.names.length + wanted.had.length + before.length === 0) return NO_NAMES;
	const zones = await zonesOf(ctx, wanted);
	if ("kind" in zones) return {
		steps: [],
		refusals: [zones]
	};
	const place = (name) => zoneFor(name, zones, { named: ctx.config.zoneIds !== void 0 });
	const placed = wanted.names.map((name) => ({
		name,
		choice: place(name)
	}));
	const chosen = placed.flatMap(({ name, choice }) => choice.kind === "zone" ? [{
		name,
		zone: choice.zone
	}] : []);
	const others = [...wanted.had.map(place).flatMap((choice) => choice.kind === "zone" ? [choice.zone] : []), ...await zonesBefore(ctx, before, zones)];
	const planned = (await Promise.all(byZone(chosen, others).map((one) => seenZone(ctx, one)))).map((one) => planZone(one, {
		...wanted,
		owner: ownerOf(ctx)
	}));
	const refusals = placed.flatMap(({ choice }) => choice.kind === "refuse" ? [choice] : []);
	return {
		steps: [...planned.flatMap(({ steps }) => steps), ...placed.flatMap(({ name, choice }) => elsewhere(name, choice.kind, wanted.to))],
		refusals: [...refusals, ...planned.flatMap((plan) => plan.refusals)]
	};
}
function ownerOf({ config }) {
	return {
		service: config.service,
		region: config.region
	};
}
function elsewhere(name, kind, to) {
	return kind === "elsewhere" ? [{
		action: "elsewhere",
		name,
		to
	}] : [];
}
/** The zones that the inputs name, or else all of the account; none for a role that may not list them. */
async function zonesOf(ctx, { names, had }) {
	const { zoneIds } = ctx.config;
	if (zoneIds !== void 0) return namedZones(ctx, zoneIds);
	if (names.length + had.length === 0) return [];
	const zones = await ctx.zones.list();
	if (zones !== "denied") return zones;
	if (names.length === 0) return [];
	ctx.progress.info("The role of this run may not list hosted zones (route53:ListHostedZones), so the records of domains are left to you; the parameters HostedZoneId and Names of docs/iam/setup.yaml allow this action to make them.");
	return [];
}
async function namedZones({ zones }, ids) {
	const wanted = ids.filter((id) => id !== "none");
	const found = await Promise.all(wanted.map((id) => zones.get(id)));
	const missing = wanted.filter((_, at) => found[at] === void 0);
	if (missing.length === 0) return found.filter((zone) => zone !== void 0);
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_2__.c)(`hosted-zone-id: Route 53 knows no hosted zone ${missing.join(", ")} in this account`, "Correct the id, or leave hosted-zone-id out to have the zone found by its name.");
}
/** The zones in which the service has had records, as far as they are still there. */
async function zonesBefore({ zones }, ids, known) {
	return (await Promise.all(ids.map((id) => known.find((zone) => zone.id === id) ?? zones.get(id)))).filter((zone) => zone !== void 0);
}
function byZone(chosen, others) {
	return [...new Map([...others, ...chosen.map(({ zone }) => zone)].map((zone) => [zone.id, zone])).values()].map((zone) => ({
		zone,
		names: chosen.flatMap((one) => one.zone.id === zone.id ? [one.name] : [])
	}));
}
/** The names that the service had are known by its markers. */
async function seenZone(ctx, { zone, names }) {
	const markers = await ctx.zones.setsBelow(zone, markersOf(zone));
	const had = markersIn(markers, zone).flatMap((marker) => isOwnedBy(marker, ownerOf(ctx)) ? [marker.name] : []);
	return {
		zone,
		names,
		sets: [...await ctx.zones.setsAt(zone, [.../* @__PURE__ */ new Set([...names, ...had])]), ...markers]
	};
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
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7280);
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
	return !(0,_host_js__WEBPACK_IMPORTED_MODULE_3__.i)(host, spec.service) || hasPorts(record, spec) && (host.elasticIp || !spec.elasticIp);
}
function hasPorts(record, { ports }) {
	const open = record === void 0 ? [] : (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_5__.r)(record.route);
	return [...(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_5__.n)(open, ports), ...(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_5__.n)(ports, open)].length === 0;
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
		service: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.m)(service),
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