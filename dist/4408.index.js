"use strict";
exports.id = 4408;
exports.ids = [4408];
exports.modules = {

/***/ 7820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ wakeHosts),
/* harmony export */   r: () => (/* binding */ warnOutsideSchedule),
/* harmony export */   t: () => (/* binding */ stopHosts)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2625);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4786);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7450);





// src/domain/host/stopping.ts
/** The clearance to stop hosts, if nobody else needs them: the action launched them for this service, and nothing else is on them. */
function clearToStop(hosts, stakes, service) {
	const foreign = hosts.find((host) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, service));
	if (foreign !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`the action did not launch ${foreign.id} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(service)}, so its schedule does not stop it`, "Leave schedule out, or give the service its own host.");
	const spot = hosts.find((host) => host.spot);
	if (spot !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`${spot.id} is a spot instance, which cannot be stopped and started`, "Leave schedule out, or set capacity: on-demand and allow-replacement: true in the next deploy.");
	const shared = stakes.find(({ guests }) => guests.length > 0);
	if (shared !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`${shared.hostId} also serves ${shared.guests.join(", ")}, so the schedule does not stop it`, "Move the other services to a host of their own, or leave schedule out.");
	const unknown = stakes.find((stake) => stake.unknown !== void 0);
	if (unknown !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gr)(`it is not known what else is on ${unknown.hostId}, so the schedule does not stop it: ${unknown.unknown}`, "Bring the host back with command: deploy, and run this again.");
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
	const clearance = clearToStop(hosts, await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx, hosts, record), ctx.config.service);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(clearance);
	for (const host of clearance.hosts) {
		ctx.progress.info(`Stopping ${host.id}`);
		await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, host.id, {
			reached: (state) => state !== "pending",
			what: "to finish starting"
		});
		await ctx.hosts.stop(host);
	}
	await Promise.all(clearance.hosts.map(({ id }) => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, id, {
		reached: (state) => state === "stopped",
		what: "to stop"
	})));
}
/** Starts stopped hosts, and waits until the service answers on them: the host itself brings back what served. Returns the hosts as they are then. */
async function wakeHosts(ctx, hosts, record) {
	const started = await Promise.all(hosts.map((host) => (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, host)));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, started);
	if (record !== void 0) await waitUntilServing(ctx, started);
	return started;
}
function waitUntilServing(ctx, hosts) {
	const { clock, config, progress } = ctx;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_4__.t)({
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
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("host-timeout", `${what}, ${config.hostTimeout} s after the start of the host`, { hint: "Run command: restart, or deploy again. Raise host-timeout if the service only needs longer to start." });
		}
	});
}



/***/ }),

/***/ 4408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schedule: () => (/* binding */ schedule)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3141);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7820);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);





// src/report/pages/schedule.ts
/** What the schedule has done, and until when. */
function scheduleReport({ service }, { schedule, now, changed, hosts }) {
	const on = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(schedule, now);
	const did = changed.length === 0 ? on ? "runs" : "is stopped" : `${on ? "started" : "stopped"} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(changed.map(({ id }) => id))}`;
	return {
		outcome: changed.length === 0 ? "unchanged" : on ? "started" : "stopped",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(service)}: ${did} until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(schedule, now)}`,
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
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(config.service)} has no schedule`,
		hint: "Set schedule for this environment in the configuration file, such as weekdays 8-19 Europe/Berlin."
	});
}
async function lookAtHosts(ctx) {
	const { plans, record } = await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.a)(ctx, _query_status_js__WEBPACK_IMPORTED_MODULE_1__.h);
	return {
		hosts: (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.p)(plans),
		record
	};
}
/** The hosts that are not as the schedule says. */
function toChange({ clock }, wanted, hosts) {
	const on = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(wanted, clock.now());
	return hosts.filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(host) !== on);
}
/** Decides again with the lease: another run may have worked in the meantime, and the time has passed. */
async function follow(ctx, wanted) {
	const { hosts, record } = await ctx.progress.step("Snapshot again", () => lookAtHosts(ctx));
	const now = ctx.clock.now();
	const changed = toChange(ctx, wanted, hosts);
	const names = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(changed.map(({ id }) => id));
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