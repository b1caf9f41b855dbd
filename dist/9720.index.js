"use strict";
exports.id = 9720;
exports.ids = [9720,2625];
exports.modules = {

/***/ 2625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Polls until there is an end or the time limit passes. A poll that throws ends the wait, and so does the clock of a cancelled run. */
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const [since, began] = [clock.now(), clock.elapsed()];
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.elapsed() - began;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}



/***/ }),

/***/ 9720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   steer: () => (/* binding */ steer)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2625);


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
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}: the canary ${release} at ${share}% ${what}`,
		outputs: {},
		facts: [
			["Canary", `${release}, ${share}% of the traffic`],
			["Its run", runUrl],
			["Steered by", reason === "" ? actor : `${actor}: ${reason}`]
		]
	};
}
// src/commands/steer.ts
/** Asks the run that leads a canary to pause, continue, skip or abort it, and waits until it has. Takes no lease, because that run holds it. */
async function steer(ctx) {
	const { config, progress } = ctx;
	const wish = wishOf(ctx);
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
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job),
		at: new Date(ctx.clock.now()).toISOString()
	};
}
/** Attempts to write over concurrent writes of other runs. */
var ATTEMPTS = 5;
async function ask({ config, steering, lease }, wish) {
	const { service } = config;
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		const [found, holder] = await Promise.all([steering.read(service), lease.read(service)]);
		const refusal = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dn)(found?.value, holder);
		if (refusal !== void 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(refusal);
		const { value, version } = found;
		if (await steering.write(service, {
			...value,
			asked: wish
		}, version) !== void 0) return value;
	}
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
		reason: "other runs are steering this canary right now",
		hint: "Look at what they did, and run this again."
	});
}
/** Longest time that a canary's run takes between two looks: it shifts the traffic on its hosts, and queries them. */
var LIMIT_MS = 15e4;
var POLL_MS = 1e3;
function untilTaken(ctx, wish) {
	const { clock, progress } = ctx;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		clock,
		limit: LIMIT_MS,
		every: POLL_MS,
		look: () => lookFor(ctx, wish),
		onWait: (what, since) => progress.waiting(what, since),
		onLimit: () => {
			throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
				reason: `the run of the canary did not answer within ${LIMIT_MS / 1e3} s`,
				hint: "Look at its log. If it was killed, the hosts have ended its canary, and the next deploy waits until its lease expires."
			});
		}
	});
}
async function lookFor({ config, steering }, wish) {
	const found = await steering.read(config.service);
	const fate = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.un)(found?.value, wish);
	if (fate === void 0) return { waiting: "the run of the canary" };
	if (fate !== "left-behind") return { ended: fate };
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
		reason: found?.value.ended === true ? "the canary ended before its run saw this" : "another run steered the canary at the same time",
		hint: "Look at the run of the canary and at `command: status`. If it is still needed, run this again."
	});
}
/** Withdraws the request, so that no run acts on it after its author was told that it failed. */
async function withdraw({ config, steering, progress }, { id }) {
	try {
		const found = await steering.read(config.service);
		if (found?.value.asked?.id !== id) return;
		const { asked: _, ...rest } = found.value;
		await steering.write(config.service, rest, found.version);
	} catch (error) {
		progress.warn(`The run of the canary may still act on this: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`);
	}
}



/***/ })

};
;