"use strict";
exports.id = 4408;
exports.ids = [4408];
exports.modules = {

/***/ 4408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schedule: () => (/* binding */ schedule)
/* harmony export */ });
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1680);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9969);




// src/report/pages/schedule.ts
function scheduleReport({ service }, { schedule, now, changed, hosts }) {
	const on = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.h)(schedule, now);
	const did = changed.length === 0 ? on ? "runs" : "is stopped" : `${on ? "started" : "stopped"} ${(0,_request_js__WEBPACK_IMPORTED_MODULE_0__.d)(changed.map(({ id }) => id))}`;
	return {
		outcome: changed.length === 0 ? "unchanged" : on ? "started" : "stopped",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.wt)(service)}: ${did} until ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.m)(schedule, now)}`,
		outputs: {},
		facts: [["Schedule", schedule.text], ...hosts.map(({ id, instanceType, publicIp }) => ["Host", `${id} (${instanceType})${on ? `, ${publicIp ?? "no public address"}` : ""}`])]
	};
}
// src/commands/schedule.ts
async function schedule(ctx) {
	const wanted = scheduleOf(ctx);
	const { hosts } = await ctx.progress.step("Check what is live", () => lookAtHosts(ctx));
	if (toChange(ctx, wanted, hosts).length === 0) return scheduleReport(ctx.config, {
		schedule: wanted,
		now: ctx.clock.now(),
		changed: [],
		hosts
	});
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Fn)(ctx, _shared_js__WEBPACK_IMPORTED_MODULE_1__.In, (held) => follow(held, wanted));
}
function scheduleOf({ config }) {
	if (config.schedule !== void 0) return config.schedule;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.vt)({
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.wt)(config.service)} has no schedule`,
		hint: "Set schedule for this environment in the configuration file, such as weekdays 8-19 Europe/Berlin."
	});
}
async function lookAtHosts(ctx) {
	const { plans, record } = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.bt)(ctx, _shared_js__WEBPACK_IMPORTED_MODULE_1__.Yt);
	return {
		hosts: (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.qt)(plans),
		record
	};
}
function toChange({ clock }, wanted, hosts) {
	const on = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.h)(wanted, clock.now());
	return hosts.filter((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_0__.m)(host) !== on);
}
async function follow(ctx, wanted) {
	const { hosts, record } = await ctx.progress.step("Check again what is live", () => lookAtHosts(ctx));
	const now = ctx.clock.now();
	const changed = toChange(ctx, wanted, hosts);
	const names = (0,_request_js__WEBPACK_IMPORTED_MODULE_0__.d)(changed.map(({ id }) => id));
	if (changed.length > 0 && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.h)(wanted, now)) {
		const started = await ctx.progress.step(`Start ${names}`, () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.u)(ctx, changed, record));
		const all = hosts.map((host) => started.find(({ id }) => id === host.id) ?? host);
		if (record !== void 0) await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.tt)(ctx, record.route, all, record);
		return scheduleReport(ctx.config, {
			schedule: wanted,
			now,
			changed: started,
			hosts: all
		});
	}
	if (changed.length > 0) await ctx.progress.step(`Stop ${names}`, () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.l)(ctx, changed, record));
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