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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/report/pages/freeze.ts
function frozenReport({ service }, { reason, until }) {
	const end = until === void 0 ? "command: unfreeze" : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.C)(until);
	return {
		outcome: "frozen",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}: deploys and promotions are refused until ${end}`,
		outputs: {},
		facts: [
			["Reason", reason],
			["Until", until === void 0 ? end : `${end}, or command: unfreeze`],
			["Works meanwhile", "rollback, restart, status"]
		]
	};
}
function unfrozenReport({ service }, ended) {
	return {
		outcome: ended === void 0 ? "unchanged" : "unfrozen",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}: ${ended === void 0 ? "was not frozen" : "deploys and promotions are allowed again"}`,
		outputs: {},
		facts: ended === void 0 ? [] : [["Was frozen by", `${ended.actor} at ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.C)(ended.at)}: ${ended.reason}`]]
	};
}
// src/commands/freeze.ts
async function freeze(asked) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Fn)(asked, _shared_js__WEBPACK_IMPORTED_MODULE_2__.In, async (ctx) => {
		const record = await recordedRelease(ctx);
		const wanted = freezeWanted(ctx);
		await ctx.progress.step("Record the freeze", () => write(ctx, record, {
			outcome: "frozen",
			freeze: wanted
		}));
		return frozenReport(ctx.config, wanted);
	});
}
async function unfreeze(asked) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Fn)(asked, _shared_js__WEBPACK_IMPORTED_MODULE_2__.In, async (ctx) => {
		const record = await recordedRelease(ctx);
		const ended = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.b)(record, ctx.clock.now());
		if (ended !== void 0) await ctx.progress.step("Record the end of the freeze", () => write(ctx, record, { outcome: "unfrozen" }));
		return unfrozenReport(ctx.config, ended);
	});
}
async function recordedRelease(ctx) {
	const record = await ctx.progress.step("Read the record", () => ctx.records.read(ctx.config.service));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.St)(ctx, record));
	if (record !== void 0) return record;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
		reason: "nothing is deployed yet",
		hint: "Check the inputs service, environment and aws-region, or deploy first."
	});
}
function freezeWanted({ config, clock }) {
	const { job, asked } = config;
	const now = clock.now();
	const until = asked.until === void 0 ? void 0 : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.y)(asked.until, now);
	if (until !== void 0 && until <= now) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
		reason: `until is ${asked.until}, which is in the past`,
		hint: "Set until to a later time, or leave it out."
	});
	return {
		reason: asked.reason,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job),
		at: new Date(now).toISOString(),
		...until !== void 0 && { until: new Date(until).toISOString() }
	};
}
async function write(ctx, record, { outcome, freeze: mark }) {
	const { release, commit, semver } = record;
	const attempt = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.x)(ctx, {
		release,
		commit,
		semver,
		outcome,
		cause: "",
		since: ctx.clock.now(),
		results: []
	});
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.C)(ctx, record, {
		freeze: mark,
		attempt
	});
}



/***/ })

};
;