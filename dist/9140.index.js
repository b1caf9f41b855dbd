"use strict";
exports.id = 9140;
exports.ids = [9140,2625];
exports.modules = {

/***/ 9140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9590);
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5634);
/* harmony import */ var _post_cleanup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9698);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6434);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);





// src/clean-up.ts
/** In this order: what still runs first, and the lease when all else is done. */
const ENDS = {
	command: cancelCommand,
	order: sendOrder,
	build: removeBuild,
	lease: giveUpLease
};
/** The `post` phase: ends what a run that was killed left behind. Does nothing after a run that came to its own end. */
async function cleanUp() {
	if ((0,_runner_file_js__WEBPACK_IMPORTED_MODULE_1__.r)("finished") === "true") return;
	const failures = [];
	for (const kind of Object.keys(ENDS)) await end(kind).catch((error) => failures.push(error));
	if (failures.length > 0) throw failures[0];
}
async function end(kind) {
	const leftover = (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_2__.t)(kind);
	const done = leftover === void 0 ? void 0 : await ENDS[kind](leftover);
	if (done !== void 0) (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.n)(done);
}
async function cancelCommand({ region, ...sent }) {
	const { cancelSent } = await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 2952));
	const commandId = await cancelSent((0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_2__.r)(region), (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.t)(new AbortController().signal), sent);
	if (commandId === void 0) return void 0;
	return `Cancelled the command ${commandId} on ${sent.hostIds.join(", ")}, which the run was following. The next run cleans up.`;
}
/** Seconds for what a run left to be done. */
const ORDER_TIMEOUT = 120;
async function sendOrder({ region, ...sent }) {
	const [{ connectSsm }, { hostProgram }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 2952)), __webpack_require__.e(/* import() */ 6906).then(__webpack_require__.bind(__webpack_require__, 6906))]);
	const { signal } = new AbortController();
	const spec = {
		clock: (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.t)(signal),
		program: hostProgram,
		saveCommand: () => void 0,
		onWait: () => void 0
	};
	const remote = connectSsm((0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_2__.r)(region)).remote(spec);
	await (0,_send_js__WEBPACK_IMPORTED_MODULE_4__.t)({
		remote,
		signal
	}, {
		...sent,
		timeout: ORDER_TIMEOUT,
		continueOnError: true,
		read: () => void 0
	});
	return `Sent ${sent.hostIds.join(", ")} the order that the run had left: ${sent.order.verb} ${sent.order.service}`;
}
async function removeBuild(build) {
	const { endBuild } = await __webpack_require__.e(/* import() */ 7355).then(__webpack_require__.bind(__webpack_require__, 7355));
	await endBuild(build, process.env);
	return "Ended the build, and removed its registry login and its images.";
}
async function giveUpLease({ region, service, owner }) {
	const { connectSsm } = await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 2952));
	return await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_3__.t)(connectSsm((0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_2__.r)(region)).lease, service, owner) ? "Released the lease of the run." : void 0;
}



/***/ }),

/***/ 8929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ hostOrder),
/* harmony export */   t: () => (/* binding */ VERBS)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9734);

// src/domain/order/order.ts
const VERBS = [
	"deploy",
	"rollback",
	"restart",
	"canary",
	"status",
	"remove"
];
const LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_service_js__WEBPACK_IMPORTED_MODULE_0__.m)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
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

/***/ 9698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ postCleanup),
/* harmony export */   r: () => (/* binding */ clientOptions),
/* harmony export */   t: () => (/* binding */ leftoverOf)
/* harmony export */ });
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5634);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1803);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);



// src/connect/aws/options.ts
/** A request that is not answered is made again, instead of being waited for without end. Milliseconds. */
const TIMEOUTS = {
	connectionTimeout: 5e3,
	requestTimeout: 15e3,
	throwOnRequestTimeout: true
};
function clientOptions(region, more = {}) {
	return {
		region,
		maxAttempts: 6,
		retryMode: "adaptive",
		customUserAgent: "docker-to-ec2",
		requestHandler: TIMEOUTS,
		...more
	};
}
// src/connect/post-cleanup.ts
/** Notes for the `post` phase, by way of the runner's file of states: what is written there last counts. */
const postCleanup = {
	note: (kind, leftover) => (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_0__.t)({ [kind]: JSON.stringify(leftover) }),
	forget: (kind) => (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_0__.t)({ [kind]: "" })
};
const hostIds = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r);
/** What a verb needs beside these fields goes with them. */
const order = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.v)({
	verb: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.E)(_order_js__WEBPACK_IMPORTED_MODULE_2__.t),
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	service: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	lockTimeout: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.n,
	runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	token: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.n
});
const LEFTOVERS = {
	command: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		id: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		hostIds,
		sentAt: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
		commandId: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r)
	}),
	order: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		hostIds,
		order
	}),
	build: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		folder: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		images: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r)
	}),
	lease: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		service: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
			name: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
			environment: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r
		}),
		owner: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r
	})
};
/** What a run noted and did not forget; `undefined` where there is nothing of this kind. */
function leftoverOf(kind) {
	const text = (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_0__.r)(kind);
	if (text === "") return void 0;
	const leftover = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.o)(LEFTOVERS[kind], text);
	if (leftover === void 0) throw new Error(`The state that the run left of its ${kind} cannot be read: ${text.slice(0, 200)}`);
	return leftover;
}



/***/ }),

/***/ 6723:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
// src/steps/orders/send.ts
/** Sends one order to hosts and follows it to its end. Gives one answer a host, in the order of `hostIds`. */
async function send({ remote, signal }, { subject = "", read, ...command }) {
	const { verb, service } = command.order;
	const comment = `docker-to-ec2: ${verb} ${service} ${subject}`.trimEnd();
	return (await remote.run({
		...command,
		comment
	}, signal)).map((answer) => ({
		...answer,
		result: read(answer.stdout)
	}));
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("superseded", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)} also waits to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Do nothing as long as that run succeeds. If it fails, run this again." });
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("lock-held", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)}, which ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.r[other.command]}, was not finished after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
/**
* Runs `work` as the only run that changes the service, with a context that says so. `waited` tells that another one was at it before, so that what was
* observed is old. Throws `lease-lost` where another run took over.
*/
async function withLease(ctx, purpose, work) {
	const { permit, progress } = ctx;
	const hold = {
		grip: await acquireLease(ctx, purpose),
		renewal: void 0
	};
	let end = giveUp;
	permit.held(hold.grip.at);
	const stop = new AbortController();
	keep(ctx, hold, stop.signal);
	try {
		const done = await work({
			...ctx,
			signal: AbortSignal.any([ctx.signal, permit.signal]),
			token: hold.grip.token
		}, hold.grip.waited);
		if (purpose.isLast) end = remove;
		return done;
	} catch (error) {
		throw permit.lost() ?? error;
	} finally {
		stop.abort();
		await end(ctx, hold).catch((error) => progress.warn(`The lease could not be released, so the next run waits ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.i / 1e3} s for it: ${String(error)}`));
		permit.released();
	}
}
/** A renewal may be under way, after which another version is the one to write over. */
async function giveUp({ lease, permit, config }, { grip }) {
	const { lease: value, version, token } = grip;
	permit.released();
	if (await lease.write(config.service, {
		...value,
		token,
		free: true,
		beat: value.beat + 1
	}, version) === void 0) await releaseLease(lease, config.service, value.owner);
}
/** As long as the run may still change the service: after that, the lease could be another's. A renewal that comes after it would make the parameter anew. */
async function remove(ctx, hold) {
	const { lease, queue, config, progress } = ctx;
	await hold.renewal;
	try {
		await queue.remove(config.service);
		await lease.remove(config.service);
	} catch (error) {
		progress.info(`The parameters lease and queue stay: ${String(error)}`);
		await giveUp(ctx, hold);
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
async function keep(ctx, hold, stop) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			hold.renewal = renew(ctx, hold.grip).catch(() => void 0);
			const grip = await hold.renewal;
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _permit_js__WEBPACK_IMPORTED_MODULE_0__.o : _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;
			if (grip === void 0) continue;
			hold.grip = grip;
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