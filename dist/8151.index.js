"use strict";
exports.id = 8151;
exports.ids = [8151,2625];
exports.modules = {

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5655);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(890);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5910);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5914);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6723);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4786);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6434);












// src/commands/destroy.ts
/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx, {
		..._with_lease_js__WEBPACK_IMPORTED_MODULE_7__.r,
		isLast: true
	}, destroyHolding);
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const ending = await progress.step("Snapshot", () => clearedEnding(ctx));
	const removed = [];
	const note = (...lines) => {
		removed.push(...lines);
		for (const line of lines) progress.info(`Removed ${line}`);
	};
	await progress.step("Remove the service from its hosts", async () => note(...await removeHosts(ctx, ending)));
	const kept = await progress.step("Remove what belongs to it", () => removeRest(ctx, ending, note));
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_8__.i)(config.service);
	return {
		outcome: "destroyed",
		headline: removed.length === 0 ? `${name}: nothing was left to remove` : `${name}: removed ${removed.length} resources`,
		outputs: {},
		facts: kept === void 0 ? [] : [["Kept", `repository ${kept}, with its images; destroy-repository: true removes it`]],
		removed
	};
}
async function clearedEnding(ctx) {
	const { service } = ctx.config;
	const hosts = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.a)(ctx);
	const own = hosts.filter((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_9__.i)(host, service));
	const staying = (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.s)(await hostsBeside(ctx, own));
	if (staying) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(staying);
	const record = await ctx.records.read(service);
	const frozen = (0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.p)(record, ctx.clock.now());
	if (frozen) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(frozen);
	const [clearance, repository] = await Promise.all([(0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx, own, record), (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx)]);
	if ("kind" in clearance) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(clearance);
	return {
		clearance,
		others: hosts.filter((host) => !own.includes(host)),
		repository
	};
}
/** The service's own hosts that `instance-id` leaves aside, by id. */
async function hostsBeside({ config, hosts }, own) {
	if (config.host.instanceId === void 0) return [];
	return (await hosts.find(config.service)).filter((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_9__.i)(host, config.service)).map(({ id }) => id).filter((id) => own.every((one) => one.id !== id));
}
async function removeHosts(ctx, { clearance, others }) {
	const { hosts: own } = clearance;
	await Promise.all(own.map((host) => ctx.hosts.terminate(host)));
	for (const { id } of own) await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, id, GONE);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others)];
}
async function removeFrom(ctx, hosts) {
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, hosts);
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_10__.n)("remove", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx));
	const hostIds = hosts.map(({ id }) => id);
	return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_11__.t)(ctx, {
		hostIds,
		order,
		timeout: 300,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_3__.a
	})).flatMap((answer) => removedBy(ctx, answer));
}
function removedBy({ progress, config, permit }, { hostId, result, stdout, stderr }) {
	if ((0,_result_js__WEBPACK_IMPORTED_MODULE_3__.i)(stdout)?.cause === "lease-lost") throw permit.lose(`${hostId} has had orders of a later run`);
	if (result === void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.n("program-failed", `${hostId} did not remove ${(0,_service_js__WEBPACK_IMPORTED_MODULE_8__.i)(config.service)}: ${stderr || stdout}`, { hint: "Run destroy again." });
	for (const volume of result.kept ?? []) progress.info(`Kept the volume ${volume} on ${hostId}`);
	return result.removed;
}
/** The address and the security group are free only when the instance is terminated. */
const GONE = {
	reached: (state) => state === "terminated",
	what: "to terminate",
	hint: "Run destroy again; it goes on where it stopped."
};
/** Gives the repository that stays, where the service had an image in one. */
async function removeRest({ config, networks, hostRoles, records, repositories }, { clearance, repository: cleared }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service, clearance)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service, clearance)) note(`security group ${group}`);
	note(...await hostRoles.remove(service, region, clearance));
	const record = await records.remove(service);
	if (record !== void 0) note(`parameter ${record}`);
	const { repository } = config.image;
	if (cleared && await repositories.remove(cleared)) {
		note(`repository ${repository}`);
		return;
	}
	if (!await repositories.untag(repository, (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(service))) return void 0;
	note(`tag ${repository}:${(0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(service)}`);
	return repository;
}



/***/ }),

/***/ 5910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askForStatus),
/* harmony export */   i: () => (/* binding */ plannedStakes),
/* harmony export */   n: () => (/* binding */ clearToDelete),
/* harmony export */   o: () => (/* binding */ refusalsToEnd),
/* harmony export */   r: () => (/* binding */ clearToEnd),
/* harmony export */   s: () => (/* binding */ refuseStaying),
/* harmony export */   t: () => (/* binding */ atStake)
/* harmony export */ });
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(890);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5655);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);







// src/domain/host/ending.ts
/** Where nothing is in the way, the leave to end these hosts. */
function clearHosts(stakes, volumeData) {
	const [refusal] = refusalsToEnd(stakes, volumeData);
	if (refusal) return (0,_host_js__WEBPACK_IMPORTED_MODULE_5__.c)(refusal.reason, refusal.hint);
	return { hosts: stakes.map(({ hostId: id }) => ({ id })) };
}
/** Why these hosts must stay. A guest must not go down with a host, whatever may become of data. */
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
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_0__.i)(volumes)}`).join("; "),
		hint: "Copy the data to a place outside of the host first, then set volume-data: discarded."
	};
}
function refuseUnknown(stakes) {
	const unknown = stakes.filter((stake) => stake.unknown !== void 0);
	if (unknown.length === 0) return void 0;
	return {
		reason: unknown.map((stake) => `what is on ${stake.hostId} is not known: ${stake.unknown}`).join("; "),
		hint: "Bring the host back and run this again, or set volume-data: discarded to go on without whatever is on it: data, and services that no record tells of."
	};
}
/** Hosts of the service that would stay, and lose their address and their role. */
function refuseStaying(staying) {
	if (staying.length === 0) return void 0;
	return {
		reason: `${staying.join(", ")} also ${staying.length === 1 ? "belongs" : "belong"} to the service, and instance-id does not name ${staying.length === 1 ? "it" : "them"}`,
		hint: "Leave instance-id out to destroy the service with all its hosts."
	};
}
/** Where the image of no other service lies in the repository, the leave to delete it. `others`: records of all services but the one that goes. */
function clearRepository(name, others) {
	const users = others.filter((record) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.c)(record, name)).map(({ service, environment }) => (0,_service_js__WEBPACK_IMPORTED_MODULE_6__.i)({
		name: service,
		environment
	}));
	if (users.length === 0) return { name };
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_5__.c)(`the repository ${name} also has the image of ${users.join(", ")}`, `Leave destroy-repository out, or destroy ${users.join(", ")} first.`);
}
// src/steps/orders/ask-for-status.ts
/** What hosts say of a service, asked by a command that can do nothing else; or why they could not be asked. */
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const { services, others = [] } = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.o)(stdout) ?? {};
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_service_js__WEBPACK_IMPORTED_MODULE_6__.p)(service)),
			others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_6__.a),
			answered: services !== void 0
		};
	});
	const silent = seen.find(({ answered }) => !answered);
	return silent ? {
		kind: "not-asked",
		reason: `${silent.hostId} gave no answer`
	} : {
		kind: "asked",
		hosts: seen
	};
}
// src/steps/hosts/ending.ts
/** What is on hosts that are to go, as they tell themselves, and as all records tell. */
async function atStake(ctx, hosts, record) {
	if (hosts.length === 0) return [];
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, hosts), recordedStakes(ctx, hosts, record)]);
	return recorded.map((stake, at) => asked.slice(at, at + 1).reduce((all, told) => withTold(all, told, record), stake));
}
function withTold(stake, { status, others, silent }, record) {
	return {
		...withAnswer(stake, status, others),
		unknown: silent && unknownBy(silent, stake.hostId, record)
	};
}
function withAnswer(stake, status, others) {
	const told = (typeof status === "object" ? status.volumes ?? [] : []).map(({ name, path }) => ({
		name,
		path
	}));
	return {
		...stake,
		volumes: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_0__.t)(told, stake.volumes),
		guests: [.../* @__PURE__ */ new Set([...stake.guests, ...others])]
	};
}
/** A host that no order has reached has nothing on it, unless a record says that one has. */
function unknownBy({ reason, hides }, hostId, record) {
	const recorded = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(hostId);
	if (hides === "nothing" && !recorded) return void 0;
	return hides === "data" && recorded && record?.volumes !== void 0 ? void 0 : reason;
}
/** The same for a plan: hosts are asked by the command that can do nothing else, where there is one. The run that ends them asks in any case. */
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
		const guests = others.filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf),
			unknown: void 0
		};
	});
}
async function otherRecords({ config, records }) {
	return (await records.list()).filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.a)(other, config.service));
}
function nameOf({ service, environment }) {
	return (0,_service_js__WEBPACK_IMPORTED_MODULE_6__.i)({
		name: service,
		environment
	});
}
/** Asks hosts and records before anything is ended, and gives the leave to, or says what is in the way. */
async function clearToEnd(ctx, hosts, record) {
	const stakes = await atStake(ctx, hosts, record);
	const clearance = clearHosts(stakes, ctx.config.volumeData);
	if ("kind" in clearance) return clearance;
	for (const { hostId, unknown } of stakes) if (unknown !== void 0) ctx.progress.warn(`${hostId} goes with whatever is on it: ${unknown}`);
	return clearance;
}
/** The same for the repository, where the inputs want it deleted. */
async function clearToDelete(ctx) {
	const { destroyRepository, image } = ctx.config;
	if (!destroyRepository) return void 0;
	const cleared = clearRepository(image.repository, await otherRecords(ctx));
	if ("kind" in cleared) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(cleared);
	return cleared;
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
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9734);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6723);





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
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_2__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_0__.o
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
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.p)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_4__.a),
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

/***/ 4786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   t: () => (/* binding */ waitForState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2625);


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
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
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
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
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



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ withLease),
/* harmony export */   r: () => (/* binding */ NO_COMMIT),
/* harmony export */   t: () => (/* binding */ releaseLease)
/* harmony export */ });
/* harmony import */ var _permit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2774);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7626);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9052);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2625);





/** What brings a service back, or ends it, waits for nobody's release. */
function isUrgent({ command }) {
	return !_command_js__WEBPACK_IMPORTED_MODULE_3__.r.includes(command);
}
/** Who goes ahead of a run among those that wait. */
function goesAhead(mine, waiting) {
	return isUrgent(mine) ? void 0 : waiting.find((other) => other.owner !== mine.owner && isUrgent(other));
}
/** The waiting runs of which one could make a run superfluous, if its commit descends from this run's. */
function rivals(mine, waiting) {
	if (isUrgent(mine) || mine.commit === "") return [];
	return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== "" && other.commit !== mine.commit);
}
/** Bytes of JSON, so that the queue fits into a standard parameter, which takes 4096. */
const QUEUE_LIMIT = 4e3;
/** The queue in which a run stands as it says, as far as there is room. Without `mine`: it has left. */
function queued(waiting, owner, mine) {
	return fitting([...waiting.filter((other) => other.owner !== owner), ...mine === void 0 ? [] : [mine]]);
}
/** Without the releases that came first, as a later one may make them superfluous. Who is left out waits all the same, and is not seen. */
function fitting(waiting) {
	if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting;
	const first = waiting.findIndex((one) => !isUrgent(one));
	return fitting(waiting.toSpliced(Math.max(first, 0), 1));
}
// src/domain/lease/sightings.ts
/** What was seen now takes the place of what was seen before; a mark that has not changed keeps its time. */
function sighted(before, marks, now) {
	return new Map([...marks].map(([name, mark]) => {
		const known = before.get(name);
		return [name, known?.mark === mark ? known : {
			mark,
			since: now
		}];
	}));
}
/** For how long a mark has been seen as it is. */
function ageOf(sightings, name, mark, now) {
	const known = sightings.get(name);
	return known?.mark === mark ? now - known.since : 0;
}
// src/steps/lease/waiting-line.ts
function waitingLine(ctx, mine) {
	const { clock, config, queue } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let stood;
	let beat = 0;
	const look = async () => {
		const before = clock.elapsed();
		const found = await queue.read(config.service);
		const all = found?.value.waiting ?? [];
		const waiting = all.filter((one) => one.owner === mine.owner || ageOf(seen, one.owner, one.beat, before) < 45e3);
		seen = sighted(seen, all.map((one) => [one.owner, one.beat]), clock.elapsed());
		return {
			found,
			waiting
		};
	};
	const put = (found, waiting) => queue.write(config.service, { waiting }, found?.version ?? 0);
	const withdraw = async () => {
		const { found, waiting } = await look();
		await put(found, queued(waiting, mine.owner));
	};
	return {
		async stand() {
			const { found, waiting } = await look();
			await assertNeeded(ctx, mine, waiting);
			if (stood === void 0 || clock.elapsed() - stood >= 12e3) {
				if (await put(found, queued(waiting, mine.owner, {
					...mine,
					beat: beat += 1
				})) !== void 0) stood = clock.elapsed();
			}
			return goesAhead(mine, waiting);
		},
		ahead: async () => goesAhead(mine, (await look()).waiting),
		async leave() {
			if (stood !== void 0) await withdraw().catch((error) => ctx.progress.info(`It stays in the queue for now: ${String(error)}`));
		}
	};
}
/** A release gives way to one of a descendant commit, which has all that this one would bring. Where GitHub does not tell, it waits. */
async function assertNeeded({ commits }, mine, waiting) {
	for (const other of rivals(mine, waiting)) if ((await commits.compare(mine.commit, other.commit))?.relation === "ahead") throw superseded(mine, other);
}
function superseded(mine, other) {
	const [own, theirs] = [mine.commit.slice(0, 8), other.commit.slice(0, 8)];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("superseded", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)} waits, too, to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Nothing is to be done as long as that run succeeds; if it does not, run this again." });
}
// src/steps/lease/acquire-lease.ts
/** Of a run that brings no commit. */
const NO_COMMIT = { commit: "" };
const POLL_MS = 3e3;
/** What is urgent looks more often, and so comes first. */
const URGENT_POLL_MS = 1e3;
/** Waits until the lease is free, or its holder dead, and takes it. */
async function acquireLease(ctx, purpose) {
	const { clock, progress, config } = ctx;
	const { lockTimeout } = config.guards;
	const mine = runnerOf(ctx);
	const line = waitingLine(ctx, {
		...mine,
		...purpose,
		beat: 0
	});
	const look = looking(ctx, mine, line);
	try {
		return await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_4__.t)({
			clock,
			look,
			limit: lockTimeout * 1e3,
			every: isUrgent(mine) ? URGENT_POLL_MS : POLL_MS,
			onWait: (other, since) => progress.waiting(`${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)}, which ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.r[other.command]}`, since),
			onLimit: (other) => {
				throw lockHeld(other, lockTimeout);
			}
		});
	} finally {
		await line.leave();
	}
}
/** Takes the lease if it can be had; else stands in line. */
function looking(ctx, mine, line) {
	const { clock, config, lease } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let waited = false;
	const asked = /* @__PURE__ */ new Map();
	return async () => {
		const before = clock.elapsed();
		const found = await lease.read(config.service);
		const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
		if (found?.value.owner === mine.owner) return { ended: {
			...gripOf(found, asked.get(found.value.over ?? 0) ?? at),
			waited: true
		} };
		const version = found?.version ?? 0;
		const holder = found?.value.owner ?? "";
		const silent = ageOf(seen, holder, version, before);
		seen = sighted(seen, [[holder, version]], clock.elapsed());
		const held = found !== void 0 && !found.value.free && silent < 9e4;
		const ahead = held ? await line.stand() : waited ? await line.ahead() : void 0;
		const other = held ? found.value : ahead;
		if (other === void 0 && !asked.has(version)) asked.set(version, at);
		const grip = other === void 0 ? await claim(ctx, mine, found) : void 0;
		if (grip !== void 0) return { ended: {
			...grip,
			waited: waited || silent > 0
		} };
		waited = true;
		return { waiting: other ?? found?.value ?? mine };
	};
}
/** Of a parameter that this claim has made, only Parameter Store can tell since when it is there. */
async function claim({ clock, config, lease }, mine, found) {
	const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
	const value = {
		...mine,
		token: found === void 0 ? 0 : (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.c)(found),
		free: false,
		beat: 0
	};
	const version = await lease.write(config.service, value, found?.version ?? 0);
	if (version === void 0) return void 0;
	if (value.token > 0) return {
		lease: value,
		version,
		token: value.token,
		at
	};
	const first = await lease.read(config.service);
	return first?.value.owner === mine.owner ? gripOf(first, at) : void 0;
}
function gripOf(found, at) {
	return {
		lease: found.value,
		version: found.version,
		token: (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.l)(found),
		at
	};
}
/** This process, whatever else its workflow run does. */
function runnerOf(ctx) {
	const { job, command } = ctx.config;
	return {
		owner: `${job.runId}/${job.runAttempt}/${ctx.newId()}`,
		command,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__.a)(job)
	};
}
function lockHeld(other, seconds) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("lock-held", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)}, which ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.r[other.command]}, was not done after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
/**
* Runs `work` as the only run that changes the service, with a context that says so. `waited` tells that another one was at it before, so that what was
* observed is old. Throws `lease-lost` where another run took over.
*/
async function withLease(ctx, purpose, work) {
	const { permit, progress } = ctx;
	let grip = await acquireLease(ctx, purpose);
	let end = giveUp;
	permit.held(grip.at);
	const stop = new AbortController();
	keep(ctx, () => grip, stop.signal, (renewed) => grip = renewed);
	try {
		const done = await work({
			...ctx,
			signal: AbortSignal.any([ctx.signal, permit.signal]),
			token: grip.token
		}, grip.waited);
		if (purpose.isLast) end = remove;
		return done;
	} catch (error) {
		throw permit.lost() ?? error;
	} finally {
		stop.abort();
		await end(ctx, grip).catch((error) => progress.warn(`The lease could not be given up, so the next run waits for it, for ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.i / 1e3} s: ${String(error)}`));
		permit.released();
	}
}
/** A renewal may be under way, after which another version is the one to write over. */
async function giveUp({ lease, permit, config }, { lease: value, version, token }) {
	permit.released();
	if (await lease.write(config.service, {
		...value,
		token,
		free: true,
		beat: value.beat + 1
	}, version) === void 0) await releaseLease(lease, config.service, value.owner);
}
/** As long as the run may still change the service: after that, the lease could be another's. */
async function remove(ctx, grip) {
	const { lease, queue, config, progress } = ctx;
	try {
		await queue.remove(config.service);
		await lease.remove(config.service);
	} catch (error) {
		progress.info(`The parameters lease and queue stay: ${String(error)}`);
		await giveUp(ctx, grip);
	}
}
/** Gives the lease up, if it is still that of this owner. */
async function releaseLease(lease, service, owner) {
	const found = await lease.read(service);
	if (found === void 0 || found.value.owner !== owner || found.value.free) return false;
	const { version, value } = found;
	const freed = {
		...value,
		token: (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.l)(found),
		free: true,
		beat: value.beat + 1
	};
	return await lease.write(service, freed, version) !== void 0;
}
/** Renews the lease until the work has ended, or another run has it. A renewal that failed is made up for by the next one, until it is too late. */
async function keep(ctx, current, stop, renewed) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			const grip = await renew(ctx, current()).catch(() => void 0);
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _permit_js__WEBPACK_IMPORTED_MODULE_0__.o : _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;
			if (grip === void 0) continue;
			renewed(grip);
			permit.held(grip.at);
		}
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t)) throw error;
	}
}
/** The renewed lease; `undefined`, and the run is told to stop, where another one has it. */
async function renew({ clock, config, lease, permit }, grip) {
	const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
	const value = {
		...grip.lease,
		token: grip.token,
		beat: grip.lease.beat + 1
	};
	const version = await lease.write(config.service, value, grip.version);
	if (version !== void 0) return {
		...grip,
		lease: value,
		version,
		at
	};
	const found = await lease.read(config.service);
	if (found?.value.owner === grip.lease.owner && !found.value.free) return {
		...grip,
		lease: found.value,
		version: found.version
	};
	permit.lose(found === void 0 ? "its lease was deleted" : `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(found.value)} took over`);
}



/***/ })

};
;