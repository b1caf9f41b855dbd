"use strict";
exports.id = 4408;
exports.ids = [4408];
exports.modules = {

/***/ 5910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askForStatus),
/* harmony export */   c: () => (/* binding */ refuseStaying),
/* harmony export */   d: () => (/* binding */ refuseCrowd),
/* harmony export */   f: () => (/* binding */ refuseDeployedSince),
/* harmony export */   i: () => (/* binding */ plannedStakes),
/* harmony export */   l: () => (/* binding */ isPreviewRecord),
/* harmony export */   m: () => (/* binding */ refuseOtherCommit),
/* harmony export */   n: () => (/* binding */ clearToDelete),
/* harmony export */   o: () => (/* binding */ refusalsToEnd),
/* harmony export */   p: () => (/* binding */ refuseNotPreview),
/* harmony export */   r: () => (/* binding */ clearToEnd),
/* harmony export */   s: () => (/* binding */ refuseNoPreview),
/* harmony export */   t: () => (/* binding */ atStake),
/* harmony export */   u: () => (/* binding */ refuseClosedRequest)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1236);




// src/domain/preview/guards.ts
/** Whether the record belongs to exactly this preview, by its name and its mark. */
function isPreviewRecord({ preview, environment }, asked) {
	return environment === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(asked.number) && preview !== void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nt)(preview, asked);
}
/** Refuses to take over or end something that has a preview's name, but is none. */
function refuseNotPreview(record, preview) {
	if (record === void 0 || isPreviewRecord(record, preview)) return void 0;
	const { service: name, environment, preview: other } = record;
	const what = other === void 0 ? "no preview" : `the preview of ${other.repository}#${other.number}`;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
			name,
			environment
		})} is ${what}, so a run for ${preview.repository}#${preview.number} does not touch it`,
		hint: `Give this repository another service name, or remove that service with command: destroy and environment: ${environment}.`
	};
}
/** Refuses to end a preview that another run deployed after it was decided to remove it: the reason may no longer hold. */
function refuseDeployedSince(record, { number, judged }) {
	if (judged === void 0 || record === void 0 || record.deployedAt === judged) return void 0;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(number)} was deployed at ${record.deployedAt}, after this run decided to remove it`,
		hint: "Run this again: it decides again."
	};
}
/**
* Refuses to serve another commit as the pull request's: its comment names the newest one. After a label, somebody has reviewed only that one. Otherwise,
* the run's own commit counts, too: for `pull_request`, that is the merge of both branches.
*/
function refuseOtherCommit({ number, head, onlyHead }, { kind, commit }, ofRun) {
	if (commit === head || !onlyHead && (kind === "given" || commit === ofRun)) return void 0;
	const found = `the commit ${commit.slice(0, 8)} is checked out`;
	return onlyHead ? {
		reason: `${found}, and the label was set for ${head.slice(0, 8)}`,
		hint: "Let actions/checkout check out ref: ${{ github.event.pull_request.head.sha }}."
	} : {
		reason: `${found}, and pull request ${number} has ${head.slice(0, 8)}`,
		hint: "Leave ref out of actions/checkout: it then takes the commit of the pull request."
	};
}
/** Refuses to serve a pull request that is closed. */
function refuseClosedRequest({ number }, state) {
	if (state !== "closed") return void 0;
	return {
		reason: `pull request ${number} is closed, so it gets no preview`,
		hint: "Reopen it: that starts a run of its own."
	};
}
/** Refuses a preview over the host's limit. `records`: of all services. */
function refuseCrowd(records, asked) {
	const { preview, hostId, limit } = asked;
	const there = records.filter((record) => record.preview !== void 0 && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(hostId));
	if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return void 0;
	const list = there.map(({ service: name, environment, deployedAt }) => `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
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
	if (refusal) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(refusal.reason, refusal.hint);
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
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.V)(volumes)}`).join("; "),
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
		reason: `${own.join(", ")} has the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(preview.number)}, and a preview has no host of its own`,
		hint: "Remove these tags, or remove that service with command: destroy."
	};
}
/** The clearance to delete the repository, if no other service's image is in it. `others`: the records of all other services. */
function clearRepository(name, others) {
	const users = others.filter((record) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.l)(record, name)).map(({ service, environment }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
		name: service,
		environment
	}));
	if (users.length === 0) return { name };
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the repository ${name} also has the image of ${users.join(", ")}`, `Leave destroy-repository out, or destroy ${users.join(", ")} first.`);
}
// src/steps/orders/ask-for-status.ts
/** Asks hosts about a service with a command that can do nothing else; returns the answers, or why there are none. */
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const { services, others = [] } = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.o)(stdout) ?? {};
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)),
			others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
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
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, hosts), recordedStakes(ctx, hosts, record)]);
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
		volumes: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.R)(told, stake.volumes),
		guests: [.../* @__PURE__ */ new Set([...stake.guests, ...others])]
	};
}
/** Nothing is on a host that never received an order, unless a record says otherwise. */
function unknownBy({ reason, hides }, hostId, record) {
	const recorded = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(hostId);
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
		const guests = others.filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf),
			unknown: void 0
		};
	});
}
/** Throws if one of them cannot be read: nobody knows its hosts and images. */
async function otherRecords({ config, records }) {
	const all = await records.list();
	const unreadable = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.c)(all.unreadable);
	if (unreadable) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(unreadable);
	return all.records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.a)(other, config.service));
}
function nameOf({ service, environment }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
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
	const others = preview ? (await ctx.records.list()).records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.a)(other, service)) : await otherRecords(ctx);
	const cleared = clearRepository(image.repository, others);
	if ("kind" in cleared) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(cleared);
	return cleared;
}



/***/ }),

/***/ 7820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ wakeHosts),
/* harmony export */   r: () => (/* binding */ warnOutsideSchedule),
/* harmony export */   t: () => (/* binding */ stopHosts)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2625);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5910);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7450);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4786);






// src/domain/host/stopping.ts
/** The clearance to stop hosts, if nobody else needs them: the action launched them for this service, and nothing else is on them. */
function clearToStop(hosts, stakes, service) {
	const foreign = hosts.find((host) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service));
	if (foreign !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the action did not launch ${foreign.id} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}, so its schedule does not stop it`, "Leave schedule out, or give the service its own host.");
	const spot = hosts.find((host) => host.spot);
	if (spot !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${spot.id} is a spot instance, which cannot be stopped and started`, "Leave schedule out, or set capacity: on-demand and allow-replacement: true in the next deploy.");
	const shared = stakes.find(({ guests }) => guests.length > 0);
	if (shared !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${shared.hostId} also serves ${shared.guests.join(", ")}, so the schedule does not stop it`, "Move the other services to a host of their own, or leave schedule out.");
	const unknown = stakes.find((stake) => stake.unknown !== void 0);
	if (unknown !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`it is not known what else is on ${unknown.hostId}, so the schedule does not stop it: ${unknown.unknown}`, "Bring the host back with command: deploy, and run this again.");
	return { hosts: hosts.map(({ id }) => ({ id })) };
}
// src/steps/power/power.ts
/** For a run that starts hosts, if their schedule does not: they run until it is followed again. */
function warnOutsideSchedule({ config, clock, progress }) {
	const { schedule } = config;
	if (schedule === void 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(schedule, clock.now())) return;
	progress.warn(`schedule: the hosts are scheduled to be stopped until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(schedule, clock.now())}. A deploy starts its hosts, and the next run of command: schedule stops them again.`);
}
/** Stops hosts of the service for a while, if nobody else needs them. Throws what prevents it. */
async function stopHosts(ctx, hosts, record) {
	const clearance = clearToStop(hosts, await (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, hosts, record), ctx.config.service);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(clearance);
	for (const host of clearance.hosts) {
		ctx.progress.info(`Stopping ${host.id}`);
		await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, host.id, {
			reached: (state) => state !== "pending",
			what: "to finish starting"
		});
		await ctx.hosts.stop(host);
	}
	await Promise.all(clearance.hosts.map(({ id }) => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, id, {
		reached: (state) => state === "stopped",
		what: "to stop"
	})));
}
/** Starts stopped hosts, and waits until the service answers on them: the host itself brings back what served. Returns the hosts as they are then. */
async function wakeHosts(ctx, hosts, record) {
	const started = await Promise.all(hosts.map((host) => (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, host)));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, started);
	if (record !== void 0) await waitUntilServing(ctx, started);
	return started;
}
function waitUntilServing(ctx, hosts) {
	const { clock, config, progress } = ctx;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_5__.t)({
		clock,
		look: async () => {
			const silent = (await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, hosts)).find(({ status }) => typeof status === "string" || !status.running || !status.healthy);
			if (silent === void 0) return { ended: void 0 };
			return { waiting: `${silent.host.id}: ${typeof silent.status === "string" ? silent.status : "the service does not answer yet"}` };
		},
		limit: config.hostTimeout * 1e3,
		every: 3e3,
		onWait: (what, since) => progress.waiting(`the service after the start (${what})`, since),
		onLimit: (what) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("host-timeout", `${what}, ${config.hostTimeout} s after the start of the host`, { hint: "Run command: restart, or deploy again. Raise host-timeout if the service only needs longer to start." });
		}
	});
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);





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
	const ids = hosts.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.St).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx));
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
	if (!result) return unheard(host, "the host did not answer");
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
		findings: findings ?? [],
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

/***/ 4408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schedule: () => (/* binding */ schedule)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3141);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7820);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);





// src/report/pages/schedule.ts
/** What the schedule has done, and until when. */
function scheduleReport({ service }, { schedule, now, changed, hosts }) {
	const on = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(schedule, now);
	const did = changed.length === 0 ? on ? "runs" : "is stopped" : `${on ? "started" : "stopped"} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(changed.map(({ id }) => id))}`;
	return {
		outcome: changed.length === 0 ? "unchanged" : on ? "started" : "stopped",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}: ${did} until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(schedule, now)}`,
		outputs: {},
		facts: [["Schedule", schedule.text], ...hosts.map(({ id, instanceType, publicIp }) => ["Host", `${id} (${instanceType})${on ? `, ${publicIp ?? "no public address"}` : ""}`])]
	};
}
// src/commands/schedule.ts
/** Starts or stops the hosts of the service, as its schedule says for now. Takes the lease only if there is something to do. */
async function schedule(ctx) {
	const wanted = scheduleOf(ctx);
	const { hosts } = await ctx.progress.step("Snapshot", () => lookAtHosts(ctx));
	if (toChange(ctx, wanted, hosts).length === 0) return scheduleReport(ctx.config, {
		schedule: wanted,
		now: ctx.clock.now(),
		changed: [],
		hosts
	});
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, _with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r, (held) => follow(held, wanted));
}
function scheduleOf({ config }) {
	if (config.schedule !== void 0) return config.schedule;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(config.service)} has no schedule`,
		hint: "Set schedule for this environment in the configuration file, such as weekdays 8-19 Europe/Berlin."
	});
}
async function lookAtHosts(ctx) {
	const { plans, record } = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.i)(ctx, _order_spec_js__WEBPACK_IMPORTED_MODULE_1__.p);
	return {
		hosts: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.d)(plans),
		record
	};
}
/** The hosts that are not as the schedule says. */
function toChange({ clock }, wanted, hosts) {
	const on = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(wanted, clock.now());
	return hosts.filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host) !== on);
}
/** Decides again with the lease: another run may have worked in the meantime, and the time has passed. */
async function follow(ctx, wanted) {
	const { hosts, record } = await ctx.progress.step("Snapshot again", () => lookAtHosts(ctx));
	const now = ctx.clock.now();
	const changed = toChange(ctx, wanted, hosts);
	const names = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(changed.map(({ id }) => id));
	if (changed.length > 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(wanted, now)) {
		const started = await ctx.progress.step(`Start ${names}`, () => (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx, changed, record));
		const all = hosts.map((host) => started.find(({ id }) => id === host.id) ?? host);
		if (record !== void 0) await (0,_release_names_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, record.route, all, record);
		return scheduleReport(ctx.config, {
			schedule: wanted,
			now,
			changed: started,
			hosts: all
		});
	}
	if (changed.length > 0) await ctx.progress.step(`Stop ${names}`, () => (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, changed, record));
	return scheduleReport(ctx.config, {
		schedule: wanted,
		now,
		changed,
		hosts
	});
}



/***/ })

};
;