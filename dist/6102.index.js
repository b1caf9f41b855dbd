"use strict";
exports.id = 8151;
exports.ids = [8151];
exports.modules = {

/***/ 6544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refuseSplitData),
/* harmony export */   i: () => (/* binding */ refuseGuests),
/* harmony export */   n: () => (/* binding */ recordedData),
/* harmony export */   o: () => (/* binding */ splitVolumes),
/* harmony export */   r: () => (/* binding */ refuseDataLoss),
/* harmony export */   t: () => (/* binding */ dataOn)
/* harmony export */ });
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9734);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5128);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);




// src/domain/data/data-loss.ts
/** What each of several hosts would write for itself: what it writes the others do not see. */
function splitVolumes({ service, hosts, volumes, declared }) {
	if (hosts < 2) return [];
	const given = volumes.map((volume) => (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.s)(volume).path);
	const images = declared.filter((path) => !given.includes(path)).map((path) => ({
		name: "",
		path
	}));
	return [...(0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.a)(service, volumes), ...images];
}
function refuseSplitData(shared) {
	const split = splitVolumes(shared);
	if (split.length === 0 || shared.volumeData.includes("each-host-its-own")) return void 0;
	return {
		reason: `each of ${shared.hosts} hosts would have data of its own in ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.i)(split)}`,
		hint: "Use one host, mount them read-only (:ro), or set volume-data: each-host-its-own if the application expects this."
	};
}
/** Services that were given a host by `instance-id` must not go down with it, whatever may become of data. */
function refuseGuests(stakes) {
	const shared = stakes.filter(({ guests }) => guests.length > 0);
	if (shared.length === 0) return void 0;
	const guests = [...new Set(shared.flatMap((stake) => stake.guests))].join(", ");
	return {
		reason: `the host ${shared.map(({ hostId }) => hostId).join(", ")} also serves ${guests}`,
		hint: `Destroy or move ${guests} first.`
	};
}
function refuseDataLoss(stakes, volumeData) {
	if (volumeData.includes("discarded")) return void 0;
	const lost = stakes.filter(({ volumes }) => volumes.length > 0);
	const unknown = stakes.filter((stake) => stake.unknown !== void 0);
	if (lost.length > 0) return {
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.i)(volumes)}`).join("; "),
		hint: "Copy the data to a place outside of the host first, then set volume-data: discarded."
	};
	if (unknown.length === 0) return void 0;
	return {
		reason: unknown.map((stake) => `whether ${stake.hostId} holds data is not known: ${stake.unknown}`).join("; "),
		hint: "Bring the host back and run this again, or set volume-data: discarded to go on without what is on it."
	};
}
// src/steps/hosts/data-at-stake.ts
/** What is on hosts that are to go, as they tell themselves, and as was recorded. */
async function dataOn(ctx, hosts, record) {
	if (hosts.length === 0) return [];
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, hosts), recordedData(ctx, hosts, record)]);
	return asked.map((one, at) => together(stakeOf(one, record), recorded[at]));
}
function stakeOf({ host, status, others, silent }, record) {
	const volumes = typeof status === "string" ? [] : (status.volumes ?? []).map(({ name, path }) => ({
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
	const others = hosts.length === 0 ? [] : (await records.list()).filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)(other, config.service));
	return hosts.map(({ id }) => {
		const guests = others.filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf),
			unknown: void 0
		};
	});
}
function nameOf({ service, environment }) {
	return (0,_service_js__WEBPACK_IMPORTED_MODULE_3__.i)({
		name: service,
		environment
	});
}



/***/ }),

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5655);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);
/* harmony import */ var _data_at_stake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5933);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);







// src/commands/destroy.ts
/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, () => destroyHolding(ctx));
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const hosts = await progress.step("Snapshot", async () => {
		const [found] = await Promise.all([(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.s)(ctx), (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.o)(ctx)]);
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
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(config.service);
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
	for (const { id } of own) await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, id, GONE);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others)];
}
async function removeFrom(ctx, hosts) {
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, hosts);
	const order = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.r)("remove", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx));
	const hostIds = hosts.map(({ id }) => id);
	return (await (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(ctx, {
		hostIds,
		order,
		timeout: 300,
		continueOnError: true,
		read: _order_spec_js__WEBPACK_IMPORTED_MODULE_2__.x
	})).flatMap((answer) => removedBy(ctx, answer));
}
function removedBy({ progress, config }, { hostId, result, stdout, stderr }) {
	if (result === void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("program-failed", `${hostId} did not remove ${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(config.service)}: ${stderr || stdout}`, { hint: "Run destroy again." });
	for (const volume of result.kept ?? []) progress.info(`Kept the volume ${volume} on ${hostId}`);
	return result.removed;
}
/** The address and the security group are free only when the instance is terminated. */
const GONE = {
	reached: (state) => state === "terminated",
	what: "to terminate",
	hint: "Run destroy again; it goes on where it stopped."
};
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
	else if (await repositories.untag(repository, (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(service))) note(`tag ${repository}:${(0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(service)}`);
}



/***/ }),

/***/ 115:
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

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5933);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);



// src/steps/hosts/query-status.ts
/** Asks all hosts that SSM reaches, with one command. */
async function queryStatus(ctx, hosts) {
	const online = await reachable(ctx, hosts.filter(({ state }) => state === "running"));
	const answers = online.length === 0 ? [] : await ask(ctx, online);
	return hosts.map((host) => {
		const answer = answers.find(({ hostId }) => hostId === host.id);
		if (host.state !== "running") return unheard(host, `the host is ${host.state}`);
		return answer === void 0 ? unheard(host, "SSM cannot reach the host") : statusOf(ctx, host, answer.result);
	});
}
async function reachable({ remote }, hosts) {
	const ids = hosts.map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return ids.filter((_, at) => agents[at]?.kind === "online");
}
function ask(ctx, hostIds) {
	const order = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.r)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx));
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_1__.c)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _order_spec_js__WEBPACK_IMPORTED_MODULE_0__.S
	});
}
function unheard(host, reason) {
	return {
		host,
		status: reason,
		others: [],
		silent: reason,
		findings: []
	};
}
function statusOf({ config }, host, result) {
	if (!result) return unheard(host, "the host gave no answer");
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.f)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings = [] } = result;
	return {
		host,
		status,
		others: result.services.filter(({ service }) => service !== key).map(({ service }) => (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.a)(service)),
		findings,
		...result.docker === "" ? { silent: "Docker does not answer on the host" } : {}
	};
}



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForState),
/* harmony export */   r: () => (/* binding */ waitForAgents),
/* harmony export */   t: () => (/* binding */ withLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2625);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(115);




// src/domain/host/agent-diagnosis.ts
/** Why SSM cannot reach a host, as the one most likely reason, and the step that helps. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		hint: hintOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		hint: "Attach an instance profile whose role may register with SSM (see README, IAM), or leave instance-id empty to get a host that has one."
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
		hint: `Check the subnet's routes, that the role of ${host.instanceProfile} may register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it only boots slowly.`
	};
}
function hintOfState(state) {
	switch (state) {
		case "pending": return "It still boots: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it meanwhile. Run this again: it is started then.";
		default: return "Run this again: a new host is launched then. If instance-id names this one, change or empty it.";
	}
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all the hosts. Gives up at once where no waiting helps. */
function waitForAgents(ctx, hosts) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${silent.map(({ host }) => host.id).join(", ")} to come online`, since),
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
	const { reason, hint } = diagnoseAgent({
		host: await ctx.hosts.get(host.id) ?? host,
		agent
	});
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/steps/hosts/wait-for-state.ts
/** Waits as long as `host-timeout` allows. A host that is terminated meanwhile will not come to another state. */
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what, hint = "Raise host-timeout, or look at the instance in the EC2 console." } = awaited;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint });
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-terminated", `${id} was terminated while this run waited for it ${what}`, { hint: "Look at its state transition reason in the EC2 console; run this again to launch a new one." });
}
// src/steps/with-lease.ts
const POLL_MS = 3e3;
/** After which another run that took over the same lease has written its name, too. */
const CONFIRM_MS = 1e3;
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
/** Tells whether it had to wait. */
function acquire(ctx) {
	const { clock, progress } = ctx;
	const { lockTimeout } = ctx.config.guards;
	const until = clock.now() + lockTimeout * 1e3;
	let waited = false;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock,
		look: async () => {
			const found = await tryAcquire(ctx, {
				until,
				waited
			});
			waited = true;
			return found;
		},
		limit: lockTimeout * 1e3,
		every: POLL_MS,
		onWait: (holder, since) => progress.waiting(`${describe(holder)}, which deploys this service`, since),
		onLimit: (holder) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("lock-held", `${describe(holder)} still deploys this service after ${lockTimeout} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
		}
	});
}
async function tryAcquire(ctx, acquiring) {
	const { config, clock, lease } = ctx;
	const grip = await lease.acquire(config.service, mine(ctx), clock.now());
	if (grip.kind === "held") return { ended: acquiring.waited };
	if (grip.kind === "taken-over") {
		await clock.sleep(CONFIRM_MS);
		return tryAcquire(ctx, {
			...acquiring,
			waited: true
		});
	}
	await standInQueue(ctx, acquiring.until);
	return { waiting: grip.holder };
}
/** No longer than this run is going to wait: an older one gives way to it. */
async function standInQueue(ctx, until) {
	const { config, clock, lease } = ctx;
	const expiresAt = Math.min(until, clock.now() + 5 * POLL_MS);
	const newer = await lease.queue(config.service, {
		...mine(ctx),
		expiresAt
	}, clock.now());
	if (newer) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("superseded", `${describe(newer)} waits to deploy this service, too, and is newer than this run`, { hint: "Nothing is to be done: the newer run deploys what is newest." });
}
/** Prolongs the lease until `work` has ended. A lost renewal is made up for by the next one. */
async function keep(ctx, signal) {
	const { config, clock, lease } = ctx;
	try {
		for (;;) {
			await clock.sleep(_lease_js__WEBPACK_IMPORTED_MODULE_3__.n);
			if (signal.aborted) return;
			await lease.renew(config.service, mine(ctx)).catch(() => void 0);
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
		expiresAt: clock.now() + _lease_js__WEBPACK_IMPORTED_MODULE_3__.t
	};
}
function describe({ owner, actor, runUrl: url }) {
	return `run ${owner.split("/")[0]} of ${actor} (${url})`;
}



/***/ })

};
;