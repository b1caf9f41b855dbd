"use strict";
exports.id = 4678;
exports.ids = [4678,2625];
exports.modules = {

/***/ 4221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refuseOlder),
/* harmony export */   r: () => (/* binding */ withMarksOf),
/* harmony export */   t: () => (/* binding */ refuseBlocked)
/* harmony export */ });
// src/domain/release/commit-order.ts
/** Refuses a commit that was rolled back. */
function refuseBlocked(commit, record, { allowRolledBack }) {
	if (allowRolledBack || !record?.blocked.includes(commit)) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} was rolled back`,
		hint: "Deploy a newer commit, or set allow-rolled-back: true to deploy this one anyway."
	};
}
/** Refuses an ancestor of the live commit: a newer release was deployed after the run was started or approved. */
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which is live`,
		hint: "Deploy or promote a newer commit. To return to an older one, use command: rollback, or set allow-downgrade: true."
	};
}
/**
* A record to write over one that the run has not seen: commits that were blocked in the meantime stay blocked, unless one is live now. A freeze, or its
* end, also stays, unless the run itself changes it.
*/
function withMarksOf(record, meanwhile, seen) {
	const marked = meanwhile.blocked.filter((commit) => commit !== record.commit && !seen?.blocked.includes(commit));
	const others = record.blocked.filter((commit) => !marked.includes(commit));
	const changed = (one) => JSON.stringify(one.freeze) !== JSON.stringify(seen?.freeze);
	const { freeze } = changed(record) || !changed(meanwhile) ? record : meanwhile;
	return {
		...record,
		freeze,
		blocked: [...marked, ...others].slice(0, 20)
	};
}



/***/ }),

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ noteOf)
/* harmony export */ });
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8446);

// src/domain/cause/findings.ts
/** Findings that need no immediate action, a sentence or two each. A finding of several hosts appears once, with their names. */
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_0__.t)(members.map(({ hostId }) => hostId))}: ${words}` : words);
}
var NOTE_LIMIT = 200;
/** The history's note about a run beside its outcome: containers that had to be killed. Empty without any. */
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
/** Adds a full stop at the end. */
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}



/***/ }),

/***/ 4678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   freeze: () => (/* binding */ freeze),
/* harmony export */   unfreeze: () => (/* binding */ unfreeze)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6434);



// src/report/pages/freeze.ts
function frozenReport({ service }, { reason, until }) {
	const end = until === void 0 ? "command: unfreeze" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.sn)(until);
	return {
		outcome: "frozen",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}: deploys and promotions are refused until ${end}`,
		outputs: {},
		facts: [
			["Reason", reason],
			["Until", until === void 0 ? end : `${end}, or command: unfreeze`],
			["Works meanwhile", "rollback, restart, status, destroy"]
		]
	};
}
/** `ended`: the freeze that was in effect until now. */
function unfrozenReport({ service }, ended) {
	return {
		outcome: ended === void 0 ? "unchanged" : "unfrozen",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}: ${ended === void 0 ? "was not frozen" : "deploys and promotions are allowed again"}`,
		outputs: {},
		facts: ended === void 0 ? [] : [["Was frozen by", `${ended.actor} at ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.sn)(ended.at)}: ${ended.reason}`]]
	};
}
// src/commands/freeze.ts
/** Refuses deploys and promotions until the freeze ends. A running deploy finishes first. */
async function freeze(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_2__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_2__.r, async (ctx) => {
		const record = await recordedRelease(ctx);
		const wanted = freezeWanted(ctx);
		await ctx.progress.step("Record the freeze", () => write(ctx, record, {
			outcome: "frozen",
			freeze: wanted
		}));
		return frozenReport(ctx.config, wanted);
	});
}
/** Allows deploys and promotions again. */
async function unfreeze(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_2__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_2__.r, async (ctx) => {
		const record = await recordedRelease(ctx);
		const ended = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__["in"])(record, ctx.clock.now());
		if (ended !== void 0) await ctx.progress.step("Record the end of the freeze", () => write(ctx, record, { outcome: "unfrozen" }));
		return unfrozenReport(ctx.config, ended);
	});
}
/** The record holds the freeze, so a service that never served cannot be frozen. */
async function recordedRelease(ctx) {
	const record = await ctx.progress.step("Read the record", () => ctx.records.read(ctx.config.service));
	if (record !== void 0) return record;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
		reason: "nothing is deployed yet",
		hint: "Check the inputs service, environment and aws-region, or deploy first."
	});
}
function freezeWanted({ config, clock }) {
	const { job, asked } = config;
	const now = clock.now();
	const until = asked.until === void 0 ? void 0 : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.rn)(asked.until, now);
	if (until !== void 0 && until <= now) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
		reason: `until is ${asked.until}, which is in the past`,
		hint: "Set until to a later time, or leave it out."
	});
	return {
		reason: asked.reason,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job),
		at: new Date(now).toISOString(),
		...until !== void 0 && { until: new Date(until).toISOString() }
	};
}
async function write(ctx, record, { outcome, freeze: mark }) {
	const { release, commit, semver } = record;
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, {
		release,
		commit,
		semver,
		outcome,
		cause: "",
		since: ctx.clock.now(),
		results: []
	});
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_1__.r)(ctx, record, {
		freeze: mark,
		attempt
	});
}



/***/ }),

/***/ 8446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ hostNames)
/* harmony export */ });
// src/domain/host/host-names.ts
/** How many hosts a sentence names. */
var NAMED = 4;
/** A few hosts by their ids, or the first ones of many. */
function hostNames(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
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

/***/ 3096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ recordRestart),
/* harmony export */   i: () => (/* binding */ recordRelease),
/* harmony export */   n: () => (/* binding */ recordFailure),
/* harmony export */   r: () => (/* binding */ recordFreeze),
/* harmony export */   t: () => (/* binding */ newAttempt)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4221);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);





// src/domain/rollout/exposure.ts
var SHARE = /^canary (\d+(?:\.\d+)?)%$/;
/** `since`: in milliseconds since the epoch. */
function exposureOf(steps, since) {
	const shares = steps.flatMap(({ name, start }) => shareOf(name).map((share) => ({
		share,
		start
	})));
	const cutOvers = steps.filter(({ name, ok }) => name === "cut-over" && ok).map(({ start, ms }) => start + ms);
	const met = [...shares.filter(({ share }) => share > 0).map(({ start }) => start), ...cutOvers];
	return {
		...met.length > 0 && { reached: secondsAfter(since, Math.min(...met)) },
		...cutOvers.length > 0 && { served: secondsAfter(since, Math.max(...cutOvers)) },
		...shares.length > 0 && { canary: Math.max(...shares.map(({ share }) => share)) }
	};
}
function shareOf(name) {
	const share = SHARE.exec(name)?.[1];
	return share === void 0 ? [] : [Number(share)];
}
function secondsAfter(since, at) {
	return Math.max(0, Math.round((at - since) / 100) / 10);
}
// src/steps/record/write-record.ts
/** How many writes by runs without a lease, or late ones, can come in between. */
var ATTEMPTS = 5;
/**
* Writes the record over the version that the run has read. If another run wrote in between, its blocked commits stay; if that run
* had a later lease, this run has lost its own. Throws `lease-lost` then.
*/
async function writeRecord(ctx, seen, record) {
	const { config, records, token } = ctx;
	let over = seen?.version ?? 0;
	let next = {
		...record,
		token
	};
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		if (await records.write(next, over)) return;
		const meanwhile = await records.read(config.service);
		if ((meanwhile?.token ?? 0) > token) return outrun(ctx);
		over = meanwhile?.version ?? 0;
		if (meanwhile !== void 0) next = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_3__.r)(next, meanwhile, seen);
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("aws-unavailable", `Others changed the release record ${ATTEMPTS} times while this run wrote it.`, { hint: "Run this again: it records what is live." });
}
/** A run without a lease does not overwrite what a later run recorded. */
function outrun({ permit, progress }) {
	if (permit.holds()) throw permit.lose("the record has an entry of a later run");
	progress.info("Another run has written the record in the meantime, so this run does not change it");
}
// src/steps/record/tag-live-image.ts
/**
* Tags the live image, so that the repository's lifecycle rules never expire it, however many images follow. Images in other repositories
* are their owners' responsibility. A missing tag does not fail a run whose service serves.
*/
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.c)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image is live, and may let it expire: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`);
	}
}
// src/steps/record/record-release.ts
/** Records that a release is live. `blocked`: a commit that stays refused. */
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const zones = live.zones ?? record?.zones ?? [];
	const write = writeRecord(ctx, record, {
		schema: 1,
		service: service.name,
		environment: service.environment,
		...identityOf(live),
		...live.artifact !== void 0 && { artifact: live.artifact },
		route: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.At)(served.route),
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, 20),
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(live.results),
		...zones.length > 0 && { zones },
		program: await ctx.remote.program(),
		...marksOf(ctx, record),
		...live.fingerprint && { fingerprint: live.fingerprint },
		...live.promotedFrom && { promotedFrom: live.promotedFrom },
		attempt
	});
	await Promise.all([write, tagLiveImage(ctx, served, record)]);
}
/** Fields that every new record keeps: the freeze, and the mark of a preview. */
function marksOf({ config: { preview } }, record) {
	const mark = preview ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.rt)(preview) : record?.preview;
	return {
		...record?.freeze && { freeze: record.freeze },
		...mark && { preview: mark }
	};
}
function identityOf({ served, semver }) {
	const { name: release, digest, image, login, commit } = served;
	return {
		release,
		digest,
		image,
		login,
		commit,
		...semver !== void 0 && { semver }
	};
}
/** Records that the live release was restarted. */
async function recordRestart(ctx, record, { results, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(results),
		program: await ctx.remote.program(),
		attempt
	});
}
/** Records the start or end of a freeze. */
async function recordFreeze(ctx, record, { freeze, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		freeze,
		attempt
	});
}
/** Records a failed attempt beside the live release. A service that never served has no record for it. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await writeRecord(ctx, record, {
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`));
}
function newAttempt({ config, clock, progress }, { since, results, semver, ...rest }) {
	const now = clock.now();
	const note = (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__.t)(results);
	return {
		...rest,
		...semver === void 0 ? {} : { semver },
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10,
		command: config.command,
		...exposureOf(progress.steps(), since)
	};
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