"use strict";
exports.id = 9720;
exports.ids = [9720];
exports.modules = {

/***/ 9720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   steer: () => (/* binding */ steer)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/report/pages/steer.ts
var DOES = {
	pause: "stays at its share until command: steer continues it",
	continue: "goes on",
	skip: "goes to its next step",
	abort: "is rolled back"
};
var WITHOUT_EFFECT = {
	pause: "is paused already",
	continue: "was not paused"
};
function steeredReport({ service }, { release, runUrl }, taken) {
	const { steer, share, effect, actor, reason } = taken;
	const what = effect ? DOES[steer] : WITHOUT_EFFECT[steer] ?? "";
	return {
		outcome: effect ? "steered" : "unchanged",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}: the canary ${release} at ${share}% ${what}`,
		outputs: {},
		facts: [
			["Canary", `${release}, ${share}% of the traffic`],
			["Its run", runUrl],
			["Steered by", reason === "" ? actor : `${actor}: ${reason}`]
		]
	};
}
// src/commands/steer.ts
async function steer(ctx) {
	const { config, progress, records } = ctx;
	const wish = wishOf(ctx);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.St)(ctx, await records.read(config.service)));
	const asked = await progress.step("Ask the run of the canary", () => ask(ctx, wish));
	try {
		return steeredReport(config, asked, await progress.step(`Wait until it acts: ${asked.runUrl}`, () => untilTaken(ctx, wish)));
	} catch (error) {
		await withdraw(ctx, wish);
		throw error;
	}
}
function wishOf(ctx) {
	const { job, asked } = ctx.config;
	const { steer: kind, reason } = asked;
	if (kind === void 0) throw new Error("A run with command: steer and without the input steer is refused.");
	return {
		id: ctx.newId(),
		steer: kind,
		reason,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job),
		at: new Date(ctx.clock.now()).toISOString()
	};
}
var ATTEMPTS = 5;
async function ask({ config, steering, lease }, wish) {
	const { service } = config;
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		const [found, holder] = await Promise.all([steering.read(service), lease.read(service)]);
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.O)(found?.value, holder));
		const { value, version } = found;
		if (await steering.write(service, {
			...value,
			asked: wish
		}, version) !== void 0) return value;
	}
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
		reason: "other runs are steering this canary right now",
		hint: "Look at what they did, and run this again."
	});
}
var LIMIT_MS = 15e4;
var POLL_MS = 1e3;
function untilTaken(ctx, wish) {
	const { clock, progress } = ctx;
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Ln)({
		clock,
		limit: LIMIT_MS,
		every: POLL_MS,
		look: () => lookFor(ctx, wish),
		onWait: (what, since) => progress.waiting(what, since),
		onLimit: () => {
			throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
				reason: `the run of the canary did not answer within ${LIMIT_MS / 1e3} s`,
				hint: "Look at its log. If it was killed, the hosts have ended its canary, and the next deploy waits until its lease expires."
			});
		}
	});
}
async function lookFor({ config, steering }, wish) {
	const found = await steering.read(config.service);
	const fate = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.D)(found?.value, wish);
	if (fate === void 0) return { waiting: "the run of the canary" };
	if (fate !== "left-behind") return { ended: fate };
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
		reason: found?.value.ended === true ? "the canary ended before its run saw this" : "another run steered the canary at the same time",
		hint: "Look at the run of the canary and at `command: status`. If it is still needed, run this again."
	});
}
async function withdraw({ config, steering, progress }, { id }) {
	try {
		const found = await steering.read(config.service);
		if (found?.value.asked?.id !== id) return;
		const { asked: _, ...rest } = found.value;
		await steering.write(config.service, rest, found.version);
	} catch (error) {
		progress.warn(`The run of the canary may still act on this: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
	}
}



/***/ })

};
;