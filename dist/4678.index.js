"use strict";
exports.id = 4678;
exports.ids = [4678];
exports.modules = {

/***/ 4678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   freeze: () => (/* binding */ freeze),
/* harmony export */   unfreeze: () => (/* binding */ unfreeze)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(890);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9734);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3096);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);






// src/report/pages/freeze.ts
function frozenReport({ service }, { reason, until }) {
	const end = until === void 0 ? "command: unfreeze" : (0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.m)(until);
	return {
		outcome: "frozen",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(service)}: deploys and promotions are refused until ${end}`,
		outputs: {},
		facts: [
			["Reason", reason],
			["Until", until === void 0 ? end : `${end}, or command: unfreeze`],
			["Works meanwhile", "rollback, restart, status, destroy"]
		]
	};
}
/** `ended`: the freeze that held until now. */
function unfrozenReport({ service }, ended) {
	return {
		outcome: ended === void 0 ? "unchanged" : "unfrozen",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(service)}: ${ended === void 0 ? "was not frozen" : "deploys and promotions are let in again"}`,
		outputs: {},
		facts: ended === void 0 ? [] : [["Was frozen by", `${ended.actor} at ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.m)(ended.at)}: ${ended.reason}`]]
	};
}
// src/commands/freeze.ts
/** Refuses deploys and promotions until it ends. A deploy that is at work comes to its end first. */
async function freeze(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r, async (ctx) => {
		const record = await recordedRelease(ctx);
		const wanted = freezeWanted(ctx);
		await ctx.progress.step("Record the freeze", () => write(ctx, record, {
			outcome: "frozen",
			freeze: wanted
		}));
		return frozenReport(ctx.config, wanted);
	});
}
/** Lets deploys and promotions in again. */
async function unfreeze(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r, async (ctx) => {
		const record = await recordedRelease(ctx);
		const ended = (0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.u)(record, ctx.clock.now());
		if (ended !== void 0) await ctx.progress.step("Record the end of the freeze", () => write(ctx, record, { outcome: "unfrozen" }));
		return unfrozenReport(ctx.config, ended);
	});
}
/** The freeze is a mark of the record, so a service that never served has none to be frozen. */
async function recordedRelease(ctx) {
	const record = await ctx.progress.step("Read the record", () => ctx.records.read(ctx.config.service));
	if (record !== void 0) return record;
	throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)({
		reason: "nothing is deployed yet",
		hint: "Check the inputs service, environment and aws-region, or deploy first."
	});
}
function freezeWanted({ config, clock }) {
	const { job, freeze: asked } = config;
	const now = clock.now();
	const until = asked.until === void 0 ? void 0 : (0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.l)(asked.until, now);
	if (until !== void 0 && until <= now) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)({
		reason: `until is ${asked.until}, which is past`,
		hint: "Set until to a later time, or leave it out."
	});
	return {
		reason: asked.reason,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(job),
		at: new Date(now).toISOString(),
		...until !== void 0 && { until: new Date(until).toISOString() }
	};
}
async function write(ctx, record, { outcome, freeze: mark }) {
	const { release, commit } = record;
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		release,
		commit,
		outcome,
		cause: "",
		since: ctx.clock.now(),
		results: []
	});
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, record, {
		freeze: mark,
		attempt
	});
}



/***/ })

};
;