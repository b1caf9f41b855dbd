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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9698);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6434);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6723);




// src/clean-up.ts
/** In this order: running work first, the lease last. */
var ENDS = {
	command: cancelCommand,
	order: sendOrder,
	build: removeBuild,
	deployment: endDeployment,
	lease: giveUpLease
};
/** The `post` phase: cleans up after a killed run. Does nothing after a run that ended normally. */
async function cleanUp() {
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nr)("finished") === "true") return;
	const failures = [];
	for (const kind of Object.keys(ENDS)) await end(kind).catch((error) => failures.push(error));
	if (failures.length > 0) throw failures[0];
}
async function end(kind) {
	const leftover = (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.t)(kind);
	const done = leftover === void 0 ? void 0 : await ENDS[kind](leftover);
	if (done !== void 0) (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.jr)(done);
}
async function cancelCommand({ region, ...sent }) {
	const { cancelSent } = await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 2952));
	const commandId = await cancelSent(optionsOf(region), untimed(), sent);
	if (commandId === void 0) return void 0;
	return `Cancelled the command ${commandId} on ${sent.hostIds.join(", ")}, which the run was following. The next run cleans up.`;
}
/** Time limit of an order in the `post` phase, in seconds. */
var ORDER_TIMEOUT = 120;
async function sendOrder({ region, ...sent }) {
	const [{ connectSsm }, { hostProgram }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 2952)), __webpack_require__.e(/* import() */ 6906).then(__webpack_require__.bind(__webpack_require__, 6906))]);
	const { signal } = new AbortController();
	const spec = {
		clock: untimed(),
		program: hostProgram,
		saveCommand: () => void 0,
		onWait: () => void 0
	};
	const remote = connectSsm(optionsOf(region)).remote(spec);
	await (0,_send_js__WEBPACK_IMPORTED_MODULE_3__.t)({
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
/** How far the run came is unknown, so it does not count as failed. */
async function endDeployment({ id, runUrl, ...github }) {
	const { githubDeployments } = await __webpack_require__.e(/* import() */ 5562).then(__webpack_require__.bind(__webpack_require__, 3181));
	await githubDeployments({
		...github,
		token: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.jt)(process.env, "github-token")
	}).mark(id, {
		state: "inactive",
		description: "cancelled",
		logUrl: runUrl
	});
	return "Marked the run's deployment on GitHub as inactive.";
}
async function giveUpLease({ region, service, owner }) {
	const { connectSsm } = await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 2952));
	return await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_2__.t)(connectSsm(optionsOf(region)).lease, service, owner) ? "Released the lease of the run." : void 0;
}
/** Assumes the run's role again: its credentials ended with its process. */
function optionsOf(region) {
	return (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.s)(region, (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.a)((0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.i)(), region, untimed()));
}
/** The `post` phase is never cancelled. */
function untimed() {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.er)(new AbortController().signal);
}



/***/ }),

/***/ 8123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ once),
/* harmony export */   t: () => (/* binding */ lazy)
/* harmony export */ });
// src/connect/lazy.ts
/** Creates the value at the first call, and only once. */
function once(make) {
	let made;
	return () => made ??= make();
}
/** A port whose adapter is loaded at the first call. */
function lazy(load) {
	const loaded = once(load);
	const method = (name) => async (...args) => {
		return (await loaded())[name]?.(...args);
	};
	return new Proxy({}, { get: (_, name) => name === "then" ? void 0 : method(name) });
}



/***/ }),

/***/ 8929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ hostOrder),
/* harmony export */   t: () => (/* binding */ VERBS)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/domain/order/order.ts
var VERBS = [
	"deploy",
	"rollback",
	"restart",
	"canary",
	"status",
	"remove"
];
var LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service),
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

/***/ 9698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ connectIdentity),
/* harmony export */   i: () => (/* binding */ savedRole),
/* harmony export */   n: () => (/* binding */ postCleanup),
/* harmony export */   o: () => (/* binding */ lasting),
/* harmony export */   r: () => (/* binding */ saveRole),
/* harmony export */   s: () => (/* binding */ clientOptions),
/* harmony export */   t: () => (/* binding */ leftoverOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8123);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);




// src/connect/aws/options.ts
/** Milliseconds before an unanswered request is sent again. */
var TIMEOUTS = {
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
// src/connect/aws/lasting.ts
/** Milliseconds before the credentials expire: when new ones are requested, and until when the old ones are still used. */
var EARLY = 3e5;
var LATE = 6e4;
/**
* One session for all clients of a run, however long that takes. Simultaneous requests wait for the same credentials, and none waits
* for new ones while the current ones are valid for another minute: so a shorter outage of GitHub or STS has no effect.
*/
function lasting(session, clock) {
	let held;
	let underWay;
	const renewed = () => {
		underWay ??= session().then((given) => held = given).finally(() => underWay = void 0);
		return underWay;
	};
	return async () => {
		const left = held === void 0 ? 0 : held.expiration.getTime() - clock.now();
		if (held === void 0 || left < LATE) return renewed();
		if (left < EARLY) renewed().catch(() => void 0);
		return held;
	};
}
// src/connect/identity.ts
/** `region`: of the STS endpoint. */
function connectIdentity(role, region, clock) {
	if (role === void 0) return {};
	const session = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_3__.n)(async () => {
		const [{ connectWebIdentity }, { githubIdentityTokens: tokens }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(9898), __webpack_require__.e(6553)]).then(__webpack_require__.bind(__webpack_require__, 6553)), Promise.all(/* import() */[__webpack_require__.e(9898), __webpack_require__.e(1946)]).then(__webpack_require__.bind(__webpack_require__, 1946))]);
		return connectWebIdentity(clientOptions(region), {
			role,
			tokens,
			clock
		});
	});
	return { credentials: lasting(async () => (await session())(), clock) };
}
// src/connect/post-cleanup.ts
/** Saves notes for the `post` phase in the runner's state file, where the last value counts. */
var postCleanup = {
	note: (kind, leftover) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tr)({ [kind]: JSON.stringify(leftover) }),
	forget: (kind) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tr)({ [kind]: "" })
};
var hostIds = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn);
/** Keeps fields that belong to a single verb. */
var order = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.p)({
	verb: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)(_order_js__WEBPACK_IMPORTED_MODULE_2__.t),
	id: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	service: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	lockTimeout: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	token: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn
});
var LEFTOVERS = {
	command: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		id: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		hostIds,
		sentAt: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.b)(),
		commandId: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.a)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn)
	}),
	order: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		hostIds,
		order
	}),
	build: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		folder: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		images: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn)
	}),
	deployment: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		id: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn,
		repository: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		apiUrl: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		runUrl: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn
	}),
	lease: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		service: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
			name: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
			environment: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn
		}),
		owner: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn
	})
};
var ROLE = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	arn: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	audience: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	sessionName: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	seconds: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn
});
/** For the `post` phase, which knows the step's inputs, but not the configuration file. */
function saveRole(role) {
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tr)({ role: JSON.stringify(role) });
}
/** The role that the run assumed; `undefined`: it used the job's credentials. */
function savedRole() {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(ROLE, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nr)("role"));
}
/** The leftover of this kind that a run saved and did not clear; `undefined` if there is none. */
function leftoverOf(kind) {
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nr)(kind);
	if (text === "") return void 0;
	const leftover = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(LEFTOVERS[kind], text);
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
/** Sends one order to hosts and follows it to its end. Returns one answer a host, in the order of `hostIds`. */
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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2625);


/** A command that restores or ends a service waits for no release. */
function isUrgent({ command }) {
	return !_start_js__WEBPACK_IMPORTED_MODULE_0__.Sn.includes(command);
}
/** The waiting runs ahead of a run. */
function goesAhead(mine, waiting) {
	return isUrgent(mine) ? void 0 : waiting.find((other) => other.owner !== mine.owner && isUrgent(other));
}
/** Waiting runs that make this one superfluous if their commit descends from its commit. */
function rivals(mine, waiting) {
	if (isUrgent(mine) || mine.commit === "") return [];
	return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== "" && other.commit !== mine.commit);
}
/** Bytes of JSON, so that the queue fits into a standard parameter, which holds 4096. */
var QUEUE_LIMIT = 4e3;
/** The queue with this run's entry, if there is room. Without `mine`: the run has left. */
function queued(waiting, owner, mine) {
	return fitting([...waiting.filter((other) => other.owner !== owner), ...mine === void 0 ? [] : [mine]]);
}
/** Drops the oldest releases first, because a later one may make them superfluous. A dropped run still waits, unseen. */
function fitting(waiting) {
	if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting;
	const first = waiting.findIndex((one) => !isUrgent(one));
	return fitting(waiting.toSpliced(Math.max(first, 0), 1));
}
// src/domain/lease/sightings.ts
/** The latest marks replace the earlier ones; an unchanged mark keeps its time. */
function sighted(before, marks, now) {
	return new Map([...marks].map(([name, mark]) => {
		const known = before.get(name);
		return [name, known?.mark === mark ? known : {
			mark,
			since: now
		}];
	}));
}
/** How long a mark has been seen unchanged. */
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
			if (stood !== void 0) await withdraw().catch((error) => ctx.progress.info(`It stays in the queue for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`));
		}
	};
}
/** A release gives way to that of a descendant commit, which contains it. If GitHub does not know the order, the run waits. */
async function assertNeeded({ commits }, mine, waiting) {
	for (const other of rivals(mine, waiting)) if ((await commits.compare(mine.commit, other.commit))?.relation === "ahead") throw superseded(mine, other);
}
function superseded(mine, other) {
	const [own, theirs] = [mine.commit.slice(0, 8), other.commit.slice(0, 8)];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("superseded", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)} also waits to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Do nothing as long as that run succeeds. If it fails, run this again." });
}
// src/steps/lease/acquire-lease.ts
/** For a run that deploys no commit. */
var NO_COMMIT = { commit: "" };
var POLL_MS = 3e3;
/** An urgent run polls more often, and so comes first. */
var URGENT_POLL_MS = 1e3;
/** Takes the lease as soon as it is free or its holder is dead. */
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
		return await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
			clock,
			look,
			limit: lockTimeout * 1e3,
			every: isUrgent(mine) ? URGENT_POLL_MS : POLL_MS,
			onWait: (other, since) => progress.waiting(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)}, which ${_start_js__WEBPACK_IMPORTED_MODULE_0__.mn[other.command]}`, since),
			onLimit: (other) => {
				throw lockHeld(other, lockTimeout);
			}
		});
	} finally {
		await line.leave();
	}
}
/** Takes the lease if possible; otherwise joins the queue. */
function looking(ctx, mine, line) {
	const { clock, config, lease } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let waited = false;
	const asked = /* @__PURE__ */ new Map();
	return async () => {
		const before = clock.elapsed();
		const found = await lease.read(config.service);
		const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tt)(clock);
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
/** For a parameter that this claim created, only Parameter Store knows the time of creation. */
async function claim({ clock, config, lease }, mine, found) {
	const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tt)(clock);
	const value = {
		...mine,
		token: found === void 0 ? 0 : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yn)(found),
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
		token: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bn)(found),
		at
	};
}
/** This process: another job of the same workflow run is another owner. */
function runnerOf(ctx) {
	const { job, command } = ctx.config;
	return {
		owner: `${job.runId}/${job.runAttempt}/${ctx.newId()}`,
		command,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job)
	};
}
function lockHeld(other, seconds) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("lock-held", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)}, which ${_start_js__WEBPACK_IMPORTED_MODULE_0__.mn[other.command]}, was not finished after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
/**
* Runs `work` while no other run can change the service, with a context that says so. `waited`: another run worked before, so the snapshot is
* outdated. Throws `lease-lost` if another run took over.
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
		await end(ctx, hold).catch((error) => progress.warn(`The lease could not be released, so the next run waits ${_start_js__WEBPACK_IMPORTED_MODULE_0__.hn / 1e3} s for it: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`));
		permit.released();
	}
}
/** Handles a renewal in progress, which can change the version to write over. */
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
/** Deletes the lease while the run holds it: later, it could be another's. Waits for a renewal, which would create the parameter again. */
async function remove(ctx, hold) {
	const { lease, queue, steering, config, progress } = ctx;
	await hold.renewal;
	try {
		await steering.remove(config.service);
		await queue.remove(config.service);
		await lease.remove(config.service);
	} catch (error) {
		progress.info(`The parameters lease, queue and steering stay: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`);
		await giveUp(ctx, hold);
	}
}
/** Releases the lease, if this owner still holds it. */
async function releaseLease(lease, service, owner) {
	const found = await lease.read(service);
	if (found === void 0 || found.value.owner !== owner || found.value.free) return false;
	const { version, value } = found;
	const freed = {
		...value,
		token: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bn)(found),
		free: true,
		beat: value.beat + 1
	};
	return await lease.write(service, freed, version) !== void 0;
}
/** Renews the lease until the work has ended, or another run has the lease. After a failed renewal, the next one is in time, up to a limit. */
async function keep(ctx, hold, stop) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _start_js__WEBPACK_IMPORTED_MODULE_0__.gn;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			hold.renewal = renew(ctx, hold.grip).catch(() => void 0);
			const grip = await hold.renewal;
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _start_js__WEBPACK_IMPORTED_MODULE_0__._n : _start_js__WEBPACK_IMPORTED_MODULE_0__.gn;
			if (grip === void 0) continue;
			hold.grip = grip;
			permit.held(grip.at);
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.or)) throw error;
	}
}
/** The renewed lease; `undefined` if another run has it, and then tells this run to stop. */
async function renew({ clock, config, lease, permit }, grip) {
	const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tt)(clock);
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
	permit.lose(found === void 0 ? "its lease was deleted" : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(found.value)} took over`);
}



/***/ })

};
;