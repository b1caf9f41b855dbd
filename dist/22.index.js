"use strict";
exports.id = 22;
exports.ids = [22];
exports.modules = {

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
			const sets = [addressSet(step.name, step.to.addresses), (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.o)(owner, step.name, step.zone)];
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
	const zones = steps.flatMap((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)(step) || step.action === "keep" && step.owned.marker ? [step] : []);
	return [...new Set(zones.flatMap((step) => "zone" in step ? [step.zone.id] : []))].toSorted();
}
/** The steps that change something, by zone. */
function changedZones(steps) {
	const changes = steps.filter((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)(step));
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
	const plan = await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, wanted);
	const [refusal] = plan.refusals;
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
	const done = [];
	const ids = [];
	for (const { zone, steps } of changedZones(plan.steps.filter(chosen))) {
		const batch = await ctx.zones.change(zone, batchFor(steps, (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx)));
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
	const words = steps.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.A);
	for (const line of words) progress.info(line);
	return words;
}
/** Somebody changed a record in the meantime, so Route 53 rejected the batch: plans again, which may be refused then. */
async function again(ctx, { wanted, chosen, attempts, zone, reason }) {
	if (attempts > 1) return settle(ctx, wanted, chosen, attempts - 1);
	throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("names-failed", `Route 53 did not accept the records of ${zone.name} (${zone.id}): ${reason}`, { hint: "Find what else changes the records of that hosted zone, and run this again. hosted-zone-id: none leaves all records to you." });
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

/***/ 518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ reachWords),
/* harmony export */   r: () => (/* binding */ recordToMake),
/* harmony export */   t: () => (/* binding */ reachOf)
/* harmony export */ });
// src/domain/dns/reach.ts
/** `proxied`: a load balancer or CDN may be in front of the hosts. */
function reachOf(addresses, to, { proxied }) {
	const [first] = addresses;
	if (first === void 0) return { kind: "nowhere" };
	if (addresses.every((address) => to.addresses.includes(address))) return { kind: "here" };
	return {
		kind: proxied ? "by-proxy" : "elsewhere",
		addresses
	};
}
/** Such as `resolves to 198.51.100.1, not only to this service`. */
function reachWords(reach) {
	switch (reach.kind) {
		case "here": return "resolves to the hosts";
		case "by-proxy": return `resolves to ${reach.addresses.join(", ")}, which trusted-proxies allows`;
		case "nowhere": return "does not resolve";
		case "elsewhere": return `resolves to ${reach.addresses.join(", ")}, not only to this service`;
	}
}
/** The missing record, with the fields of a DNS provider's form. */
function recordToMake(name, { addresses }) {
	return addresses.map((address) => `name ${name}, type A, value ${address}, TTL 60`).join("; ");
}



/***/ }),

/***/ 3141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ pointAfterRelease),
/* harmony export */   r: () => (/* binding */ pointBeforeRelease),
/* harmony export */   t: () => (/* binding */ followNames)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(518);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9148);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2625);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4786);
/* harmony import */ var _point_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1382);







// src/domain/dns/authority.ts
/**
* The issuer domain names of authorities in CAA records, by the host name of the authority's directory. https://letsencrypt.org/docs/caa/,
* https://pki.goog/faq/, https://zerossl.com/help/troubleshoot/caa-records/
*/
var ISSUERS = {
	"acme-v02.api.letsencrypt.org": "letsencrypt.org",
	"acme-staging-v02.api.letsencrypt.org": "letsencrypt.org",
	"dv.acme-v02.api.pki.goog": "pki.goog",
	"acme.zerossl.com": "sectigo.com"
};
/** The issuer domain name of an authority; `undefined` if it is unknown here. `directory`: empty for the default. */
function issuerOf(directory) {
	if (directory === "") return "letsencrypt.org";
	return ISSUERS[new URL(directory).hostname];
}
/** Why CAA records forbid an authority to issue a certificate for a name: RFC 8659, section 4. `issuer`: its issuer domain name. */
function refuseUnauthorized(name, records, issuer) {
	const wild = name.startsWith("*.") && records.some(({ tag }) => tag === "issuewild");
	const allowed = records.filter(({ tag }) => tag === (wild ? "issuewild" : "issue")).map(({ value }) => value.split(";")[0]?.trim() ?? "");
	if (allowed.length === 0 || allowed.includes(issuer)) return void 0;
	const others = allowed.filter((other) => other !== "");
	return {
		reason: `CAA records of ${name} let ${others.length === 0 ? "no authority" : `only ${others.join(", ")}`} issue certificates, but not ${issuer}`,
		hint: `Add the CAA record 0 ${wild ? "issuewild" : "issue"} "${issuer}" next to the others, or set acme-directory to an authority that they allow.`
	};
}
// src/steps/dns/await-names.ts
var EVERY_MS = 5e3;
/**
* Before requesting certificates for names that are new, or served otherwise than before: waits until each name leads to the hosts, and
* checks that the authority is allowed to issue certificates for it. Authorities limit failed requests.
*/
async function awaitNames(ctx, spec, to, record) {
	if ((0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__.n)(record, spec)) return;
	if (spec.tls !== "acme") return tellNames(ctx, spec, to);
	if (ctx.config.dnsTimeout === 0) return;
	const { names, proxied } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec);
	await ctx.progress.step("Names lead here", async () => {
		for (const name of names) {
			await assertAuthorized(ctx, name, spec["acme-directory"]);
			if (spec["acme-challenge"] === "http") await awaitName(ctx, {
				name,
				to,
				proxied
			});
		}
		if (spec["acme-challenge"] === "dns") await tellNames(ctx, spec, to);
	});
}
/** If only visitors need the names, the run does not wait for them, but reports missing records. */
async function tellNames(ctx, spec, to) {
	const { names, proxied } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec);
	const found = await Promise.all(names.map((name) => ctx.lookups.addresses(name)));
	for (const [at, name] of names.entries()) {
		const lookup = found[at];
		const reach = lookup?.kind === "known" ? (0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.t)(lookup.addresses, to, { proxied }) : void 0;
		if (reach && isAway(reach)) ctx.progress.info(missingWords(name, (0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.n)(reach), to));
	}
}
function missingWords(name, words, to) {
	return `${name} ${words}. If its DNS is not in Route 53, create this record: ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.r)(name, to)}`;
}
async function assertAuthorized({ lookups }, name, directory) {
	const issuer = issuerOf(directory);
	if (issuer === void 0) return;
	const refusal = refuseUnauthorized(name, await lookups.caaRecords(name), issuer);
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(refusal);
}
async function awaitName(ctx, awaited) {
	const { name, to } = awaited;
	const record = (0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.r)(name, to);
	let told = false;
	await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_6__.t)({
		clock: ctx.clock,
		look: () => lookAt(ctx, awaited),
		limit: ctx.config.dnsTimeout * 1e3,
		every: EVERY_MS,
		onWait: (found, since) => {
			if (!told) ctx.progress.info(missingWords(name, found, to));
			told = true;
			ctx.progress.waiting(`${name} to resolve to ${to.addresses.join(", ")}`, since);
		},
		onLimit: (found) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("names-elsewhere", `${name} ${found}, so no certificate was requested`, { hint: `Create this record wherever the DNS of ${name} is: ${record}. If the name resolves to a balancer or CDN, name that in trusted-proxies. Then run this again, or raise dns-timeout.` });
		}
	});
}
async function lookAt(ctx, { name, to, proxied }) {
	const found = await ctx.lookups.addresses(name);
	if (found.kind === "unknown") {
		ctx.progress.info(`This runner cannot look up ${name}, so the run does not wait for it: ${found.reason}`);
		return { ended: void 0 };
	}
	const reach = (0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.t)(found.addresses, to, { proxied });
	if (isAway(reach)) return { waiting: (0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.n)(reach) };
	ctx.progress.info(`${name} ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.n)(reach)}`);
	return { ended: void 0 };
}
function isAway({ kind }) {
	return kind === "nowhere" || kind === "elsewhere";
}
// src/steps/dns/release-names.ts
/** Before a release: points its names at the serving hosts or, without any, at the future ones. */
async function pointBeforeRelease(ctx, seen, hosts) {
	const { plans, record, names } = seen;
	const { spec } = seen.wanted;
	const to = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.l)(plans, hosts, record);
	if (names.steps.some(_start_js__WEBPACK_IMPORTED_MODULE_0__.L)) await ctx.progress.step("Names", () => (0,_point_names_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_3__.a)(spec, record, to)));
	await awaitNames(ctx, spec, to, record);
}
/**
* After a release: points its names at all its hosts, and removes records of names that it no longer has. Returns for how many seconds resolvers
* cache the old address.
*/
async function pointAfterRelease(ctx, seen, hosts) {
	if (!seen.names.steps.some(_start_js__WEBPACK_IMPORTED_MODULE_0__.L)) return 0;
	const wanted = (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_3__.a)(seen.wanted.spec, seen.record, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.s)(hosts));
	return ctx.progress.step("Names of the release", async () => {
		const steps = await (0,_point_names_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, wanted);
		await (0,_point_names_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, wanted);
		return Math.max(0, ...steps.map((step) => step.action === "change" ? step.owned.address?.ttl ?? 0 : 0));
	});
}
/** After a return to an earlier release, or a restart: points its names at its hosts. Problems are only reported, because the release serves. */
async function followNames(ctx, route, hosts, record) {
	const names = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(route);
	if (names.length === 0) return;
	const wanted = {
		names,
		had: [],
		to: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.s)(hosts),
		record,
		proxied: true
	};
	try {
		await ctx.progress.step("Names", () => (0,_point_names_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, wanted));
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr)) throw error;
		ctx.progress.warn(`The names of the release were not changed: ${error.message} ${error.hint ?? ""}`);
	}
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