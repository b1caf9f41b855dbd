"use strict";
exports.id = 8151;
exports.ids = [8151];
exports.modules = {

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* reexport safe */ _destroy2_js__WEBPACK_IMPORTED_MODULE_0__.t)
/* harmony export */ });
/* harmony import */ var _destroy2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1009);



/***/ }),

/***/ 1009:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4786);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(612);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1236);
/* harmony import */ var _point_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1382);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6723);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6434);









// src/commands/destroy.ts
/** Removes everything that was created for the service, in the order that AWS requires; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx, {
		..._with_lease_js__WEBPACK_IMPORTED_MODULE_7__.r,
		isLast: true
	}, destroyHolding);
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const ending = await progress.step("Snapshot", () => clearedEnding(ctx));
	const removed = [];
	const note = (...lines) => {
		removed.push(...lines);
		for (const line of lines) progress.info(`Removed ${line}`);
	};
	await progress.step("Remove its names", async () => note(...await (0,_point_names_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, await namesToRemove(ctx))));
	await progress.step("Remove the service from its hosts", async () => note(...await removeHosts(ctx, ending)));
	const kept = await progress.step("Remove what belongs to the service", () => removeRest(ctx, ending, note));
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(config.service);
	return {
		outcome: "destroyed",
		headline: removed.length === 0 ? `${name}: nothing to remove` : `${name}: removed ${removed.length} resources`,
		outputs: {},
		facts: kept === void 0 ? [] : [["Kept", `repository ${kept} with its images; destroy-repository: true removes it`]],
		removed
	};
}
/** Before the address: a moment later, that may belong to someone else. */
async function namesToRemove({ config, records }) {
	const record = await records.read(config.service);
	return {
		names: [],
		had: [.../* @__PURE__ */ new Set([...config.spec.domains, ...record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.At)(record.route) : []])],
		to: (0,_query_status_js__WEBPACK_IMPORTED_MODULE_5__.c)([]),
		record,
		proxied: false
	};
}
async function clearedEnding(ctx) {
	const { service } = ctx.config;
	const hosts = await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_5__.o)(ctx);
	const own = hosts.filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, service));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.fr)((0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.h)(await hostsBeside(ctx, own)));
	const record = await ctx.records.read(service);
	const { preview } = ctx.config;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.fr)(preview && ((0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.m)(preview, {
		record,
		own: own.map(({ id }) => id)
	}) ?? (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.v)(record, preview)));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.fr)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.on)(record, ctx.clock.now()));
	const [clearance, repository] = await Promise.all([(0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.a)(ctx, own, record), (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.i)(ctx)]);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(clearance);
	return {
		clearance,
		others: hosts.filter((host) => !own.includes(host)),
		repository
	};
}
/** Ids of the service's own hosts that `instance-id` does not name. */
async function hostsBeside({ config, hosts }, own) {
	if (config.host.instanceId === void 0) return [];
	return (await hosts.find(config.service)).filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(host, config.service)).map(({ id }) => id).filter((id) => own.every((one) => one.id !== id));
}
async function removeHosts(ctx, { clearance, others }) {
	const { hosts: own } = clearance;
	await Promise.all(own.map((host) => ctx.hosts.terminate(host)));
	for (const { id } of own) await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, id, GONE);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others)];
}
async function removeFrom(ctx, hosts) {
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, hosts);
	const volumeData = ctx.config.preview ? ["discarded"] : [];
	const order = {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_3__.n)("remove", (0,_query_status_js__WEBPACK_IMPORTED_MODULE_5__.r)(ctx)),
		volumeData
	};
	const hostIds = hosts.map(({ id }) => id);
	return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx, {
		hostIds,
		order,
		timeout: 300,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_4__.a
	})).flatMap((answer) => removedBy(ctx, answer));
}
function removedBy({ progress, config, permit }, { hostId, result, stdout, stderr }) {
	if ((0,_result_js__WEBPACK_IMPORTED_MODULE_4__.i)(stdout)?.cause === "lease-lost") throw permit.lose(`${hostId} has received orders from a later run`);
	if (result === void 0) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("program-failed", `${hostId} did not remove ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(config.service)}: ${stderr || stdout}`, { hint: "Run destroy again." });
	for (const volume of result.kept) progress.info(`Kept the volume ${volume} on ${hostId}`);
	return result.removed;
}
/** AWS frees the address and the security group only when the instance is terminated. */
var GONE = {
	reached: (state) => state === "terminated",
	what: "to terminate",
	hint: "Run destroy again: it continues where it stopped."
};
/** Returns the repository that stays, if the service had an image in one. */
async function removeRest({ config, networks, hostRoles, records, repositories }, { clearance, repository: cleared }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service, clearance)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service, clearance)) note(`security group ${group}`);
	if (config.preview === void 0) note(...await hostRoles.remove(service, region, clearance));
	for (const parameter of await records.remove(service)) note(`parameter ${parameter}`);
	const { repository } = config.image;
	if (cleared && await repositories.remove(cleared, service)) {
		note(`repository ${repository}`);
		return;
	}
	if (!await repositories.untag(repository, (0,_image_js__WEBPACK_IMPORTED_MODULE_1__.c)(service))) return void 0;
	note(`tag ${repository}:${(0,_image_js__WEBPACK_IMPORTED_MODULE_1__.c)(service)}`);
	return repository;
}



/***/ }),

/***/ 1382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ removeNames),
/* harmony export */   r: () => (/* binding */ zonesOfNames),
/* harmony export */   t: () => (/* binding */ pointNames)
/* harmony export */ });
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4786);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2625);



// src/domain/dns/batch.ts
/** The set that points a name at these addresses. */
function addressSet(name, addresses) {
	return {
		name,
		type: "A",
		ttl: 60,
		values: addresses,
		routed: false
	};
}
/**
* The changes of a zone as one batch, which Route 53 applies completely or not at all. Each set to delete is given as it was seen, marker included, and
* each new one must not exist yet: any concurrent change makes the batch fail, so nobody loses a record.
*/
function batchFor(steps, owner) {
	return steps.flatMap((step) => changesOf(step, owner));
}
function changesOf(step, owner) {
	switch (step.action) {
		case "keep":
		case "leave": return [];
		case "remove": return deletions(step.owned);
		case "create":
		case "change": {
			const sets = [addressSet(step.name, step.to.addresses), (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.f)(owner, step.name, step.zone)];
			return [...deletions(step.owned), ...sets.map((set) => ({
				action: "CREATE",
				set
			}))];
		}
	}
}
function deletions({ address, marker }) {
	return [address, marker].flatMap((set) => set ? [{
		action: "DELETE",
		set
	}] : []);
}
/** Ids of the zones that contain the service's records after the batch, or contained records that it deletes. */
function zonesOfNames(steps) {
	const zones = steps.flatMap((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.A)(step) || step.action === "keep" && step.owned.marker ? [step] : []);
	return [...new Set(zones.flatMap((step) => "zone" in step ? [step.zone.id] : []))].toSorted();
}
/** The steps that change something, by zone. */
function changedZones(steps) {
	const changes = steps.filter((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.A)(step));
	return [...Map.groupBy(changes, ({ zone }) => zone.id).values()].map((group) => ({
		zone: group[0].zone,
		steps: group
	}));
}
// src/steps/dns/point-names.ts
/** How often a batch is built again because a concurrent change came first. */
var ATTEMPTS = 3;
/** Route 53's servers usually know a change within 60 s. Milliseconds. */
var IN_SYNC_MS = 3e5;
/** Points the names at their destination, and waits until all servers of Route 53 know it. Returns all steps, including those with nothing to do. */
async function pointNames(ctx, wanted) {
	const { steps, ids } = await settle(ctx, wanted, ({ action }) => action !== "remove");
	for (const id of ids) await inSync(ctx, id);
	return steps;
}
/** Removes the records of unwanted names. Returns what it removed, in words. */
async function removeNames(ctx, wanted) {
	const { done } = await settle(ctx, wanted, ({ action }) => action === "remove");
	return done;
}
async function settle(ctx, wanted, chosen, attempts = ATTEMPTS) {
	const plan = await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.u)(ctx, wanted);
	const [refusal] = plan.refusals;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.fr)(refusal);
	const done = [];
	const ids = [];
	for (const { zone, steps } of changedZones(plan.steps.filter(chosen))) {
		const batch = await ctx.zones.change(zone, batchFor(steps, (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.l)(ctx)));
		if (batch.kind === "overtaken") return again(ctx, {
			wanted,
			chosen,
			attempts,
			zone,
			reason: batch.reason
		});
		ids.push(batch.id);
		done.push(...told(ctx, steps));
	}
	return {
		steps: plan.steps,
		done,
		ids
	};
}
function told({ progress }, steps) {
	const words = steps.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.D);
	for (const line of words) progress.info(line);
	return words;
}
/** Somebody changed a record in the meantime, so Route 53 rejected the batch: plans again, which may be refused then. */
async function again(ctx, { wanted, chosen, attempts, zone, reason }) {
	if (attempts > 1) return settle(ctx, wanted, chosen, attempts - 1);
	throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.dr("names-failed", `Route 53 did not accept the records of ${zone.name} (${zone.id}): ${reason}`, { hint: "Find what else changes the records of that hosted zone, and run this again. hosted-zone-id: none leaves all records to you." });
}
async function inSync(ctx, id) {
	await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock: ctx.clock,
		look: async () => await ctx.zones.isInSync(id) ? { ended: void 0 } : { waiting: "all name servers of Route 53 to know the records" },
		limit: IN_SYNC_MS,
		every: 3e3,
		onWait: (what, since) => ctx.progress.waiting(what, since),
		onLimit: () => ctx.progress.warn("Not all name servers of Route 53 know the records yet; continuing.")
	});
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
			if (stood !== void 0) await withdraw().catch((error) => ctx.progress.info(`It stays in the queue for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error)}`));
		}
	};
}
/** A release gives way to that of a descendant commit, which contains it. If GitHub does not know the order, the run waits. */
async function assertNeeded({ commits }, mine, waiting) {
	for (const other of rivals(mine, waiting)) if ((await commits.compare(mine.commit, other.commit))?.relation === "ahead") throw superseded(mine, other);
}
function superseded(mine, other) {
	const [own, theirs] = [mine.commit.slice(0, 8), other.commit.slice(0, 8)];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("superseded", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)} also waits to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Do nothing as long as that run succeeds. If it fails, run this again." });
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
		const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.rt)(clock);
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
	const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.rt)(clock);
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
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(job)
	};
}
function lockHeld(other, seconds) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.dr("lock-held", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)}, which ${_start_js__WEBPACK_IMPORTED_MODULE_0__.mn[other.command]}, was not finished after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
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
		await end(ctx, hold).catch((error) => progress.warn(`The lease could not be released, so the next run waits ${_start_js__WEBPACK_IMPORTED_MODULE_0__.hn / 1e3} s for it: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error)}`));
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
		progress.info(`The parameters lease, queue and steering stay: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error)}`);
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
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.ur)) throw error;
	}
}
/** The renewed lease; `undefined` if another run has it, and then tells this run to stop. */
async function renew({ clock, config, lease, permit }, grip) {
	const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.rt)(clock);
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