"use strict";
exports.id = 6102;
exports.ids = [6102];
exports.modules = {

/***/ 5733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refuseSplitData),
/* harmony export */   i: () => (/* binding */ refuseGuests),
/* harmony export */   n: () => (/* binding */ recordedData),
/* harmony export */   o: () => (/* binding */ splitVolumes),
/* harmony export */   r: () => (/* binding */ refuseDataLoss),
/* harmony export */   t: () => (/* binding */ dataOn)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4307);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7499);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7587);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1603);




// src/domain/data/data-loss.ts
/** What each of several hosts would write for itself: what it writes the others do not see. */
function splitVolumes({ service, hosts, volumes, declared }) {
	if (hosts < 2) return [];
	const given = volumes.map((volume) => volume.split(":")[1]);
	const images = declared.filter((path) => !given.includes(path)).map((path) => ({
		name: "",
		path
	}));
	return [...(0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.o)(service, volumes), ...images];
}
function refuseSplitData(shared) {
	const split = splitVolumes(shared);
	if (split.length === 0 || shared.volumeData.includes("each-host-its-own")) return void 0;
	return {
		reason: `each of ${shared.hosts} hosts would have data of its own in ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.a)(split)}`,
		next: "Use one host, mount them read-only (:ro), or set volume-data: each-host-its-own if the application expects this."
	};
}
/** Services that were given a host by `instance-id` must not go down with it, whatever may become of data. */
function refuseGuests(stakes) {
	const shared = stakes.filter(({ guests }) => guests.length > 0);
	if (shared.length === 0) return void 0;
	const guests = [...new Set(shared.flatMap((stake) => stake.guests))].join(", ");
	return {
		reason: `the host ${shared.map(({ hostId }) => hostId).join(", ")} also serves ${guests}`,
		next: `Destroy or move ${guests} first.`
	};
}
function refuseDataLoss(stakes, volumeData) {
	if (volumeData.includes("discarded")) return void 0;
	const lost = stakes.filter(({ volumes }) => volumes.length > 0);
	const unknown = stakes.filter((stake) => stake.unknown !== void 0);
	if (lost.length > 0) return {
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.a)(volumes)}`).join("; "),
		next: "Copy the data to a place outside of the host first, then set volume-data: discarded."
	};
	if (unknown.length === 0) return void 0;
	return {
		reason: unknown.map((stake) => `whether ${stake.hostId} holds data is not known: ${stake.unknown}`).join("; "),
		next: "Bring the host back and run this again, or set volume-data: discarded to go on without what is on it."
	};
}
// src/steps/hosts/data-at-stake.ts
/** What is on hosts that are to go, as they tell themselves, and as was recorded. */
async function dataOn(ctx, hosts, record) {
	if (hosts.length === 0) return [];
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, hosts), recordedData(ctx, hosts, record)]);
	return asked.map((one, at) => together(stakeOf(one, record), recorded[at]));
}
function stakeOf({ host, seen, others, silent }, record) {
	const volumes = typeof seen === "string" ? [] : (seen.volumes ?? []).map(({ name, path }) => ({
		name,
		path
	}));
	const nobodyKnows = silent !== void 0 && record !== void 0 && record.volumes === void 0;
	return {
		hostId: host.id,
		volumes,
		guests: others,
		unknown: nobodyKnows ? silent : void 0
	};
}
function together(told, recorded) {
	const { volumes = [], guests = [] } = recorded ?? {};
	return {
		...told,
		volumes: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.t)(told.volumes, volumes),
		guests: [.../* @__PURE__ */ new Set([...guests, ...told.guests])]
	};
}
/** The same for a plan, which asks no host. */
async function recordedData({ config, records }, hosts, record) {
	const others = hosts.length === 0 ? [] : (await records.list()).filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(other, config.service));
	return hosts.map(({ id }) => {
		const guests = others.filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf),
			unknown: void 0
		};
	});
}
function nameOf({ service, environment }) {
	return (0,_service_js__WEBPACK_IMPORTED_MODULE_3__.r)({
		name: service,
		environment
	});
}



/***/ }),

/***/ 6102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3060);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7157);
/* harmony import */ var _data_at_stake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5733);
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3240);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4307);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2793);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7925);







// src/commands/destroy.ts
/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, () => destroyHolding(ctx));
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const hosts = await progress.step("Observe", async () => {
		const [found] = await Promise.all([(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.i)(ctx), (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx)]);
		await refuseLoss(ctx, found);
		return found;
	});
	const removed = [];
	const note = (...lines) => {
		removed.push(...lines);
		for (const line of lines) progress.info(`Removed ${line}`);
	};
	await progress.step("Remove the service from its hosts", async () => note(...await removeHosts(ctx, hosts)));
	await progress.step("Remove what belongs to it", () => removeRest(ctx, note));
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_5__.r)(config.service);
	return {
		outcome: "destroyed",
		headline: removed.length === 0 ? `${name}: nothing was left to remove` : `${name}: removed ${removed.length} resources`,
		outputs: {},
		facts: [],
		removed
	};
}
/** Own hosts go with all that is on them; on those of others, volumes stay. */
async function refuseLoss(ctx, hosts) {
	const { config, records } = ctx;
	const own = hosts.filter((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.i)(host, config.service));
	if (own.length === 0) return;
	const stakes = await (0,_data_at_stake_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, own, await records.read(config.service));
	const refusal = (0,_data_at_stake_js__WEBPACK_IMPORTED_MODULE_1__.i)(stakes) ?? (0,_data_at_stake_js__WEBPACK_IMPORTED_MODULE_1__.r)(stakes, config.volumeData);
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(refusal);
}
/** Own hosts go as a whole; those of others are told, with one command, to let go of the service. */
async function removeHosts(ctx, hosts) {
	const own = hosts.filter((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.i)(host, ctx.config.service));
	const others = hosts.filter((host) => !own.includes(host));
	await Promise.all(own.map(({ id }) => ctx.hosts.terminate(id)));
	for (const { id } of own) await untilGone(ctx, id);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others)];
}
async function removeFrom(ctx, hosts) {
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, hosts);
	const order = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.h)("remove", (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.m)(ctx));
	const hostIds = hosts.map(({ id }) => id);
	const comment = `docker-to-ec2: remove ${order.service}`;
	return (await ctx.remote.run({
		hostIds,
		order,
		comment,
		timeout: 300,
		continueOnError: true
	}, ctx.signal)).flatMap(({ hostId, stdout, stderr }) => {
		const result = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.x)(stdout);
		if (result) {
			for (const volume of result.kept ?? []) ctx.progress.info(`Kept the volume ${volume} on ${hostId}`);
			return result.removed;
		}
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("program-failed", `${hostId} did not remove ${order.service}: ${stderr || stdout}`, { next: "Run destroy again." });
	});
}
/** The address and the security group are free only when the instance is terminated. */
async function untilGone({ hosts, clock, config, progress }, id) {
	const since = clock.now();
	for (let state = await hosts.state(id); state !== "terminated"; state = await hosts.state(id)) {
		if (clock.now() - since > config.hostTimeout * 1e3) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s`, { next: "Run destroy again; it goes on where it stopped." });
		progress.waiting(`${id} to terminate (${state})`, since);
		await clock.sleep(2e3);
	}
}
async function removeRest({ config, networks, hostRoles, records, repositories, lease }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service)) note(`security group ${group}`);
	note(...await hostRoles.remove(service, region));
	await lease.clear(service);
	const record = await records.remove(service);
	if (record !== void 0) note(`parameter ${record}`);
	const { repository } = config.image;
	if (config.destroyRepository && await repositories.remove(repository)) note(`repository ${repository}`);
	else if (await repositories.untag(repository, (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.o)(service))) note(`tag ${repository}:${(0,_image_js__WEBPACK_IMPORTED_MODULE_0__.o)(service)}`);
}



/***/ }),

/***/ 6650:
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

/***/ 1603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4307);


// src/steps/hosts/query-status.ts
/** Asks all hosts that SSM reaches, with one command. */
async function queryStatus(ctx, hosts) {
	const online = await reachable(ctx, hosts.filter(({ state }) => state === "running"));
	const said = online.length === 0 ? /* @__PURE__ */ new Map() : await ask(ctx, online);
	return hosts.map((host) => {
		const stdout = said.get(host.id);
		if (host.state !== "running") return unheard(host, `the host is ${host.state}`);
		return stdout === void 0 ? unheard(host, "SSM cannot reach the host") : read(ctx, host, stdout);
	});
}
async function reachable({ remote }, hosts) {
	const ids = hosts.map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return ids.filter((_, at) => agents[at]?.kind === "online");
}
async function ask(ctx, hostIds) {
	const order = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.h)("status", (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.m)(ctx));
	const comment = `docker-to-ec2: status ${order.service}`;
	const answers = await ctx.remote.run({
		hostIds,
		order,
		comment,
		timeout: 60,
		continueOnError: true
	}, ctx.signal);
	return new Map(answers.map(({ hostId, stdout }) => [hostId, stdout]));
}
function unheard(host, reason) {
	return {
		host,
		seen: reason,
		others: [],
		silent: reason,
		findings: []
	};
}
function read({ config }, host, stdout) {
	const result = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.S)(stdout);
	if (!result) return unheard(host, "the host gave no answer");
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.d)(config.service);
	const seen = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings = [] } = result;
	return {
		host,
		seen,
		others: result.services.filter(({ service }) => service !== key).map(({ service }) => (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.i)(service)),
		findings,
		...result.docker === "" ? { silent: "Docker does not answer on the host" } : {}
	};
}



/***/ }),

/***/ 7925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   t: () => (/* binding */ withLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1131);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6650);



// src/domain/host/agent-diagnosis.ts
/** Why SSM cannot reach a host, as the one most likely reason, and the step that helps. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		next: nextOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		next: "Attach an instance profile whose role may register with SSM (see README, IAM), or leave instance-id empty to get a host that has one."
	};
	if (agent.kind === "offline") {
		const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : "";
		return {
			reason: `the agent of ${host.id} lost its connection${seen}`,
			next: "Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk."
		};
	}
	const network = host.publicIp === void 0 ? "it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages" : "its subnet needs a route to the internet";
	return {
		reason: `the agent of ${host.id} never registered; ${network}`,
		next: `Check the subnet's routes, that the role of ${host.instanceProfile} may register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it only boots slowly.`
	};
}
function nextOfState(state) {
	switch (state) {
		case "pending": return "It still boots: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it meanwhile. Run this again: it is started then.";
		default: return "Run this again: a new host is launched then. If instance-id names this one, change or empty it.";
	}
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all the hosts. Gives up at once where no waiting helps. */
async function waitForAgents(ctx, hosts) {
	const since = ctx.clock.now();
	for (;;) {
		const agents = await ctx.remote.agents(hosts.map(({ id }) => id));
		const silent = hosts.flatMap((host, at) => ({
			host,
			agent: agents[at] ?? { kind: "unknown" }
		})).filter(isSilent);
		const [first] = silent;
		if (first === void 0) return;
		const hopeless = silent.find(({ host }) => host.instanceProfile === void 0);
		const late = ctx.clock.now() - since > ctx.config.hostTimeout * 1e3;
		if (hopeless || late) throw await unreachable(ctx, hopeless ?? first);
		ctx.progress.waiting(`the SSM agent of ${silent.map(({ host }) => host.id).join(", ")} to come online`, since);
		await ctx.clock.sleep(2e3);
	}
}
function isSilent({ agent }) {
	return agent.kind !== "online";
}
async function unreachable(ctx, { host, agent }) {
	const { reason, next } = diagnoseAgent({
		host: await ctx.hosts.get(host.id) ?? host,
		agent
	});
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("agent-offline", `SSM cannot reach the host: ${reason}`, { next });
}
// src/steps/with-lease.ts
const POLL_MS = 3e3;
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
async function acquire(ctx) {
	const { config, clock, lease, progress } = ctx;
	const since = clock.now();
	for (let waited = false;; waited = true) {
		const grip = await lease.acquire(config.service, mine(ctx), clock.now());
		if (grip.kind === "held") return waited;
		if (grip.kind === "busy") {
			await waitInQueue(ctx, grip.holder, since);
			progress.waiting(`${describe(grip.holder)}, which deploys this service`, since);
		}
		await clock.sleep(grip.kind === "busy" ? POLL_MS : 1e3);
	}
}
async function waitInQueue(ctx, holder, since) {
	const { config, clock, lease } = ctx;
	if (clock.now() - since > config.guards.lockTimeout * 1e3) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("lock-held", `${describe(holder)} still deploys this service after ${config.guards.lockTimeout} s`, { next: "Wait for it to end and run this again, or raise lock-timeout." });
	const newer = await lease.queue(config.service, {
		...mine(ctx),
		expiresAt: clock.now() + 5 * POLL_MS
	}, clock.now());
	if (newer) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("superseded", `${describe(newer)} waits to deploy this service, too, and is newer than this run`, { next: "Nothing is to be done: the newer run deploys what is newest." });
}
/** Prolongs the lease until `work` has ended. A lost renewal is made up for by the next one. */
async function keep({ config, clock, lease, ...ctx }, signal) {
	try {
		for (;;) {
			await clock.sleep(_lease_js__WEBPACK_IMPORTED_MODULE_2__.n);
			if (signal.aborted) return;
			await lease.renew(config.service, mine({
				config,
				clock,
				lease,
				...ctx
			})).catch(() => void 0);
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
		expiresAt: clock.now() + _lease_js__WEBPACK_IMPORTED_MODULE_2__.t
	};
}
function describe({ owner, actor, runUrl: url }) {
	return `run ${owner.split("/")[0]} of ${actor} (${url})`;
}



/***/ })

};
;