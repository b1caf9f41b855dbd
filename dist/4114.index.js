"use strict";
exports.id = 4114;
exports.ids = [4114,2625];
exports.modules = {

/***/ 4221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refuseOlder),
/* harmony export */   r: () => (/* binding */ withMarksOf),
/* harmony export */   t: () => (/* binding */ refuseBlocked)
/* harmony export */ });
// src/domain/release/commit-order.ts
/** Refuses a commit that was rolled back from. */
function refuseBlocked(commit, record, { allowRolledBack }) {
	if (allowRolledBack || !record?.blocked.includes(commit)) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} was rolled back from`,
		hint: "Deploy a newer commit, or set allow-rolled-back: true to deploy this one all the same."
	};
}
/** Refuses an ancestor of what serves: the run was started, or approved, before a newer release was deployed. */
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which serves`,
		hint: "Deploy or promote a newer commit; to go back, use command: rollback, or set allow-downgrade: true."
	};
}
/** A record that is to be written over another one than its run had seen: what was marked as blocked meanwhile stays so, unless it serves now, and so does a
* freeze, or its end, unless the run itself brings one. */
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

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ compareFingerprint),
/* harmony export */   c: () => (/* binding */ migrationsSince),
/* harmony export */   d: () => (/* binding */ servedAsRecorded),
/* harmony export */   f: () => (/* binding */ servedTime),
/* harmony export */   h: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   i: () => (/* binding */ putRoleRight),
/* harmony export */   l: () => (/* binding */ recordedAs),
/* harmony export */   m: () => (/* binding */ cutOverFields),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ fingerprintOf),
/* harmony export */   p: () => (/* binding */ wasLeft),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   s: () => (/* binding */ recordedGrace),
/* harmony export */   t: () => (/* binding */ launchHosts),
/* harmony export */   u: () => (/* binding */ recordedBefore)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5655);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8816);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8186);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3048);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2625);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5933);
/* harmony import */ var _role_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9069);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_6__);









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
	const [host] = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.p)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
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
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.c)(image);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.o)(registry, ownRegistry) ? registry : "";
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
/**
* Between which times a release served last, in milliseconds since the epoch. `until` is missing while it still serves; `undefined`: no record tells of
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
/** Settings that are no identity are of a run, which is no part of what is there. */
function inputsOf(spec, salt) {
	const texts = _spec_js__WEBPACK_IMPORTED_MODULE_2__.n.filter(([name, setting]) => setting.identity && setting.told !== "names" && !(0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.s)(setting, spec[name])).map(([name, { told: how, spell }]) => {
		const text = spell(spec[name]);
		return [name, how === "value" ? text : hash(salt, "input", name, text)];
	});
	return Object.fromEntries(texts);
}
function hashed(values, [salt, kind]) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]));
}
function hash(...parts) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_6__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
/** Seconds that what is recorded as live may take to stop, as far as its record tells; 0 where another version wrote what this one does not read. */
function recordedGrace(record) {
	const name = "stop-grace-period";
	try {
		return _spec_js__WEBPACK_IMPORTED_MODULE_2__.r[name].parse(record?.fingerprint?.parts?.inputs[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _fields_js__WEBPACK_IMPORTED_MODULE_1__.p) return 0;
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
// src/steps/hosts/host-role.ts
/** The instance profile for a new host, which pulls from ECR repositories of these names. Warns of what the role that a stack made does not allow. */
async function ensureRole({ config, accountId, hostRoles, progress }, repositories) {
	const { service, region } = config;
	const { profile, lacks } = await hostRoles.ensure({
		service,
		region,
		accountId,
		repositories
	});
	for (const grant of lacks) progress.warn(`The host's role of the stack does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
/** Puts the role of hosts that are there right, whoever changed it since. Where that cannot be, what runs with the role as it is goes on. */
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = (0,_role_name_js__WEBPACK_IMPORTED_MODULE_5__.t)(service, region);
	if (!hosts.some((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_7__.i)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role is left as it is: ${error.message}`);
	}
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
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
/** The image that a new host would have. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-architecture", `${ami} is for ${(0,_host_js__WEBPACK_IMPORTED_MODULE_7__.a)(image.architecture)}, and ${config.host.instanceType} is ${(0,_host_js__WEBPACK_IMPORTED_MODULE_7__.a)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
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
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_8__.t)({
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
* The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name carries the region. It may
* have 128 characters and has 110 at most, so a template can write it, too.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
*/
function profileName(service, region) {
	return `docker-to-ec2.${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.p)(service)}.${region}`;
}
/**
* The role that the action makes for that profile, by the same name. A role's may have 64 characters: a longer one is cut and ends in a hash, after two
* dots, which no other name has.
*/
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
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