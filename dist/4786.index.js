"use strict";
exports.id = 4786;
exports.ids = [4786,2625];
exports.modules = {

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ namesToCertify),
/* harmony export */   i: () => (/* binding */ namesProvenByDns),
/* harmony export */   n: () => (/* binding */ isServedAlike),
/* harmony export */   r: () => (/* binding */ namesOf),
/* harmony export */   t: () => (/* binding */ diagnoseAgent)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);


// src/domain/dns/wanted-names.ts
/** The names that need records for a release, and whether something may be in front of its hosts. */
function namesOf(spec) {
	return {
		names: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.At)(spec),
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
// src/domain/host/agent-diagnosis.ts
/** The most likely reason why SSM cannot reach a host, and the next step. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		hint: hintOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		hint: "Attach an instance profile whose role can register with SSM (see docs/permissions.md), or leave instance-id empty to get a host that has one."
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
		hint: `Check the subnet's routes, that the role of ${host.instanceProfile} can register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it boots slowly.`
	};
}
function hintOfState(state) {
	switch (state) {
		case "pending": return "It is still booting: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it in the meantime. Run this again to start it.";
		default: return "Run this again to launch a new host. If instance-id names this one, change it or leave it out.";
	}
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

/***/ 4786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ refuseCrowd),
/* harmony export */   a: () => (/* binding */ clearToEnd),
/* harmony export */   c: () => (/* binding */ askForStatus),
/* harmony export */   d: () => (/* binding */ wantedNames),
/* harmony export */   f: () => (/* binding */ markerSet),
/* harmony export */   g: () => (/* binding */ isPreviewRecord),
/* harmony export */   h: () => (/* binding */ refuseStaying),
/* harmony export */   i: () => (/* binding */ clearToDelete),
/* harmony export */   l: () => (/* binding */ ownerOf),
/* harmony export */   m: () => (/* binding */ refuseNoPreview),
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   o: () => (/* binding */ otherRecords),
/* harmony export */   p: () => (/* binding */ refusalsToEnd),
/* harmony export */   r: () => (/* binding */ atStake),
/* harmony export */   s: () => (/* binding */ plannedStakes),
/* harmony export */   t: () => (/* binding */ waitForState),
/* harmony export */   u: () => (/* binding */ planNames),
/* harmony export */   v: () => (/* binding */ refuseDeployedSince),
/* harmony export */   y: () => (/* binding */ refuseNotPreview)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2625);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1236);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5128);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9148);
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8446);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_5__);








// src/domain/preview/guards.ts
/** Whether the record belongs to exactly this preview, by its name and its mark. */
function isPreviewRecord({ preview, environment }, asked) {
	return environment === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.st)(asked.number) && preview !== void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.it)(preview, asked);
}
/** Refuses to take over or end something that has a preview's name, but is none. */
function refuseNotPreview(record, preview) {
	if (record === void 0 || isPreviewRecord(record, preview)) return void 0;
	const { service: name, environment, preview: other } = record;
	const what = other === void 0 ? "no preview" : `the preview of ${other.repository}#${other.number}`;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)({
			name,
			environment
		})} is ${what}, so a run for ${preview.repository}#${preview.number} does not touch it`,
		hint: `Give this repository another service name, or remove that service with command: destroy and environment: ${environment}.`
	};
}
/** Refuses to end a preview that another run deployed after it was decided to remove it: the reason may no longer hold. */
function refuseDeployedSince(record, preview) {
	const judged = preview.act === "remove" ? preview.judged : void 0;
	if (judged === void 0 || record === void 0 || record.deployedAt === judged) return void 0;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.st)(preview.number)} was deployed at ${record.deployedAt}, after this run decided to remove it`,
		hint: "Run this again: it decides again."
	};
}
/** Refuses a preview over the host's limit. `records`: of all services. */
function refuseCrowd(records, asked) {
	const { preview, hostId, limit } = asked;
	const there = records.filter((record) => record.preview !== void 0 && (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).includes(hostId));
	if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return void 0;
	const list = there.map(({ service: name, environment, deployedAt }) => `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)({
		name,
		environment
	})} of ${deployedAt.slice(0, 10)}`);
	return {
		reason: `${hostId} has ${there.length} previews, and preview-limit is ${limit}: ${list.join(", ")}`,
		hint: "Close a pull request that needs no preview any more, or raise preview-limit."
	};
}
// src/domain/host/ending.ts
/** The clearance to terminate these hosts, if nothing prevents it. */
function clearHosts(stakes, volumeData) {
	const [refusal] = refusalsToEnd(stakes, volumeData);
	if (refusal) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(refusal.reason, refusal.hint);
	return { hosts: stakes.map(({ hostId: id }) => ({ id })) };
}
/** Why these hosts must stay. Nobody may terminate a host with a guest, whatever the inputs say about data. */
function refusalsToEnd(stakes, volumeData) {
	return [refuseGuests(stakes), ...volumeData.includes("discarded") ? [] : [refuseDataLoss(stakes), refuseUnknown(stakes)]].filter((refusal) => refusal !== void 0);
}
function refuseGuests(stakes) {
	const shared = stakes.filter(({ guests }) => guests.length > 0);
	if (shared.length === 0) return void 0;
	const guests = [...new Set(shared.flatMap((stake) => stake.guests))].join(", ");
	return {
		reason: `the host ${shared.map(({ hostId }) => hostId).join(", ")} also serves ${guests}`,
		hint: `Destroy or move ${guests} first.`
	};
}
function refuseDataLoss(stakes) {
	const lost = stakes.filter(({ volumes }) => volumes.length > 0);
	if (lost.length === 0) return void 0;
	return {
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.z)(volumes)}`).join("; "),
		hint: "Copy the data off the host first, then set volume-data: discarded."
	};
}
function refuseUnknown(stakes) {
	const unknown = stakes.filter((stake) => stake.unknown !== void 0);
	if (unknown.length === 0) return void 0;
	return {
		reason: unknown.map((stake) => `nobody knows what is on ${stake.hostId}: ${stake.unknown}`).join("; "),
		hint: "Bring the host back and run this again, or set volume-data: discarded to continue without what is on it: data, and services without a record."
	};
}
/** Refuses hosts of the service that would stay without their address and role. */
function refuseStaying(staying) {
	if (staying.length === 0) return void 0;
	return {
		reason: `${staying.join(", ")} also ${staying.length === 1 ? "belongs" : "belong"} to the service, and instance-id does not name ${staying.length === 1 ? "it" : "them"}`,
		hint: "Leave instance-id out to destroy the service with all its hosts."
	};
}
/** Why a pull request's run must not end this: the record is not its preview's, or it has hosts of its own, which no preview has. */
function refuseNoPreview(preview, ending) {
	const { record, own } = ending;
	if (own.length === 0) return refuseNotPreview(record, preview);
	return {
		reason: `${own.join(", ")} has the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.st)(preview.number)}, and a preview has no host of its own`,
		hint: "Remove these tags, or remove that service with command: destroy."
	};
}
/** The clearance to delete the repository, if no other service's image is in it. `others`: the records of all other services. */
function clearRepository(name, others) {
	const users = others.filter((record) => (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.l)(record, name)).map(({ service, environment }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)({
		name: service,
		environment
	}));
	if (users.length === 0) return { name };
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`the repository ${name} also has the image of ${users.join(", ")}`, `Leave destroy-repository out, or destroy ${users.join(", ")} first.`);
}
// src/domain/dns/marker.ts
/** The parent label of all markers of a zone, so that one request lists them. No host name contains an underscore. */
var ROOT = "_docker-to-ec2";
var TTL = 300;
/** The parent name of a zone's markers. */
function markersOf(zone) {
	return `${ROOT}.${zone.name}`;
}
/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` with the name as its value. */
function markerSet({ service, region }, name, zone) {
	return {
		name: [
			(0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHash)("sha256").update(name).digest("hex").slice(0, 16),
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
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(service)} in ${region}`;
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
		address: marker && leading.find(_start_js__WEBPACK_IMPORTED_MODULE_0__.O),
		marker: marker?.set
	};
}
function actionFor({ address, marker }, to) {
	if (address === void 0) return "create";
	return marker !== void 0 && leadsTo(address, to) ? "keep" : "change";
}
function leadsTo(set, { addresses, pending }) {
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(set) || pending > 0) return false;
	return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address));
}
/**
* What happens to a name that the service had in this zone, and no longer has. If the name is still wanted, it may depend on this record alone,
* whichever zone it belongs to now: so the record stays.
*/
function formerStep({ name, set }, { zone, sets }, { names, to, byHand }) {
	const address = sets.find((one) => one.name === name && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(one));
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
		reason: `${name} in the hosted zone ${zone.id} has a record that this action did not create: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(there)}`,
		hint: `Delete that record, or remove ${name} from domains. If it resolves to a balancer or CDN in front of the host, name that in trusted-proxies. hosted-zone-id: none leaves all records to you.`
	};
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`domains: ${name} is in ${zones.length} hosted zones named ${zones[0]?.name ?? ""}: ${ids.join(", ")}`, `Set hosted-zone-id to the one whose name servers are registered for the domain.`);
}
// src/steps/dns/plan-names.ts
/** The names of a release that replaces the recorded one. */
function wantedNames(spec, record, to) {
	return {
		...(0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__.r)(spec),
		had: record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.At)(record.route) : [],
		to,
		record
	};
}
var NO_NAMES = {
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`hosted-zone-id: Route 53 knows no hosted zone ${missing.join(", ")} in this account`, "Correct the id, or leave hosted-zone-id out to find the zone by its name.");
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
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.pr)(error)) throw error;
		const hint = `${error.hint ?? ""} Or set hosted-zone-id: none to manage the records of domains yourself.`;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr(error.code, error.message, {
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
// src/steps/orders/ask-for-status.ts
/** Asks hosts about a service with a command that can do nothing else; returns the answers, or why there are none. */
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const { services, others = [] } = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.o)(stdout) ?? {};
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.kr)(service)),
			others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.Ar),
			answered: services !== void 0
		};
	});
	const silent = seen.find(({ answered }) => !answered);
	return silent ? {
		kind: "not-asked",
		reason: `${silent.hostId} did not answer`
	} : {
		kind: "asked",
		hosts: seen
	};
}
// src/steps/hosts/ending.ts
/** What is on hosts that are to be terminated, by their own answers and by all records. */
async function atStake(ctx, hosts, record) {
	if (hosts.length === 0) return [];
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, hosts), recordedStakes(ctx, hosts, record)]);
	return recorded.map((stake, at) => asked.slice(at, at + 1).reduce((all, told) => withTold(all, told, record), stake));
}
function withTold(stake, { status, others, silent }, record) {
	return {
		...withAnswer(stake, status, others),
		unknown: silent && unknownBy(silent, stake.hostId, record)
	};
}
function withAnswer(stake, status, others) {
	const told = (typeof status === "object" ? status.volumes : []).map(({ name, path }) => ({
		name,
		path
	}));
	return {
		...stake,
		volumes: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(told, stake.volumes),
		guests: [.../* @__PURE__ */ new Set([...stake.guests, ...others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.br)])]
	};
}
/** Nothing is on a host that never received an order, unless a record says otherwise. */
function unknownBy({ reason, hides }, hostId, record) {
	const recorded = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(record).includes(hostId);
	if (hides === "nothing" && !recorded) return void 0;
	return hides === "data" && recorded && record?.volumes !== void 0 ? void 0 : reason;
}
/** The same for a plan: it asks hosts with the status command, if the account has that. The run that terminates the hosts always asks. */
async function plannedStakes(ctx, hosts, record) {
	const running = hosts.flatMap(({ id, state }) => state === "running" ? [id] : []);
	const [seen, recorded] = await Promise.all([running.length === 0 ? void 0 : askForStatus(ctx, ctx.config.service, running), recordedStakes(ctx, hosts, record)]);
	if (seen?.kind !== "asked") return recorded;
	return recorded.map((stake) => {
		const told = seen.hosts.find(({ hostId }) => hostId === stake.hostId);
		return told ? withAnswer(stake, told.status, told.others) : stake;
	});
}
async function recordedStakes(ctx, hosts, record) {
	const others = hosts.length === 0 ? [] : await otherRecords(ctx);
	return hosts.map(({ id }) => {
		const guests = others.filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.n)(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf),
			unknown: void 0
		};
	});
}
/** The records of all other services. Throws if one of them cannot be read: nobody knows its hosts and images. */
async function otherRecords({ config, records }) {
	const all = await records.list();
	const unreadable = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.c)(all.unreadable);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.fr)(unreadable);
	return all.records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_3__.a)(other, config.service));
}
function nameOf({ service, environment }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)({
		name: service,
		environment
	});
}
/** Asks hosts and records before anything is terminated. Returns the clearance, or throws what prevents it. */
async function clearToEnd(ctx, hosts, record) {
	const stakes = await atStake(ctx, hosts, record);
	const clearance = clearHosts(stakes, ctx.config.volumeData);
	if ("kind" in clearance) return clearance;
	for (const { hostId, unknown } of stakes) if (unknown !== void 0) ctx.progress.warn(`Removing ${hostId} with whatever is on it: ${unknown}`);
	return clearance;
}
/** The same for the repository, if the inputs ask to delete it. */
async function clearToDelete(ctx) {
	const { destroyRepository, image, preview, service } = ctx.config;
	if (!destroyRepository) return void 0;
	const others = preview ? (await ctx.records.list()).records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_3__.a)(other, service)) : await otherRecords(ctx);
	const cleared = clearRepository(image.repository, others);
	if ("kind" in cleared) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(cleared);
	return cleared;
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all hosts. Stops at once if waiting cannot help. */
function waitForAgents(ctx, hosts) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_6__.t)({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(silent.map(({ host }) => host.id))} to come online`, since),
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
	const current = await ctx.hosts.get(host.id) ?? host;
	const { reason, hint } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__.t)({
		host: current,
		agent
	});
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/steps/hosts/wait-for-state.ts
/** Waits for up to `host-timeout`. A terminated host reaches no other state. */
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what, hint = "Raise host-timeout, or look at the instance in the EC2 console." } = awaited;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_6__.t)({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint });
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("host-terminated", `${id} was terminated while this run waited for it ${what}`, { hint: "Look at its state transition reason in the EC2 console. Run this again to launch a new one." });
}



/***/ })

};
;