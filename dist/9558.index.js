"use strict";
exports.id = 9558;
exports.ids = [9558];
exports.modules = {

/***/ 1603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4307);


// src/steps/hosts/query-status.ts
/** Asks all hosts that SSM reaches, with one command. */
async function queryStatus(ctx, hosts) {
	const online = await reachable(ctx, hosts.filter(({ state }) => state === "running"));
	const said = online.length === 0 ? /* @__PURE__ */ new Map() : await ask(ctx, online);
	return hosts.map((host) => {
		const stdout = said.get(host.id);
		if (host.state !== "running") return unheard(host, `the host is ${host.state}`);
		return stdout === void 0 ? unheard(host, "SSM cannot reach the host") : read(ctx, host, stdout);
	});
}
async function reachable({ remote }, hosts) {
	const ids = hosts.map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return ids.filter((_, at) => agents[at]?.kind === "online");
}
async function ask(ctx, hostIds) {
	const order = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.h)("status", (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.m)(ctx));
	const comment = `docker-to-ec2: status ${order.service}`;
	const answers = await ctx.remote.run({
		hostIds,
		order,
		comment,
		timeout: 60,
		continueOnError: true
	}, ctx.signal);
	return new Map(answers.map(({ hostId, stdout }) => [hostId, stdout]));
}
function unheard(host, reason) {
	return {
		host,
		seen: reason,
		others: [],
		silent: reason,
		findings: []
	};
}
function read({ config }, host, stdout) {
	const result = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.S)(stdout);
	if (!result) return unheard(host, "the host gave no answer");
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.d)(config.service);
	const seen = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings = [] } = result;
	return {
		host,
		seen,
		others: result.services.filter(({ service }) => service !== key).map(({ service }) => (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.i)(service)),
		findings,
		...result.docker === "" ? { silent: "Docker does not answer on the host" } : {}
	};
}



/***/ }),

/***/ 3376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chooseTarget),
/* harmony export */   r: () => (/* binding */ rollbackHosts),
/* harmony export */   t: () => (/* binding */ revert)
/* harmony export */ });
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2793);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1603);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8821);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3060);






// src/domain/rollout/rollback-target.ts
/**
* The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. All must know it:
* what a host never served it cannot return to.
*/
function rollbackTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, seen }) => typeof seen === "string" ? `${hostId}: ${seen}` : []);
	if (silent !== void 0) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(silent, "Heal that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, seen }) => typeof seen === "string" ? [] : [{
		hostId,
		seen
	}]);
	const serving = [...new Set(hosts.map(({ seen }) => seen.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ seen }) => seen), serving);
	if (release === "") return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)("the hosts know of no common release before the one that serves", "Name one with the input release (command: status lists them), or deploy the commit that you want to return to.");
	const strangers = hosts.filter(({ seen }) => !knows(seen, release)).map(({ hostId }) => hostId);
	if (strangers.length === 0) return {
		kind: "target",
		release,
		serving
	};
	return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
}
/**
* The hosts' lines of releases tell which of those that serve is the newest: the one whose line has all the others. Of what was before it, the newest
* that all hosts know.
*/
function before(hosts, serving) {
	const earlier = hosts.filter((host) => serving.every((release) => place(host, release) >= place(host, host.release))).toSorted((a, b) => b.releases.length - a.releases.length).map(earlierThanLive).find((releases) => releases.length > 0) ?? [];
	return earlier.find((release) => hosts.every((host) => knows(host, release))) ?? earlier[0] ?? "";
}
/** Newest first: a higher place is an earlier release. */
function place({ releases }, release) {
	return releases.findIndex((known) => known.release === release);
}
function earlierThanLive(host) {
	return host.releases.slice(place(host, host.release) + 1).filter(({ left }) => left !== true).map(({ release }) => release);
}
function knows(host, release) {
	return place(host, release) >= 0;
}
// src/domain/order/rollback-order.ts
/** The host knows what the release is: it has kept its document. */
function rollbackOrder(spec) {
	return {
		...(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.h)("rollback", spec),
		...(0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.a)(spec),
		release: spec.release,
		base: spec.base
	};
}
// src/steps/rollout/rollback-hosts.ts
/**
* A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* serve, and the host is not asked to compare.
*/
async function chooseTarget(ctx, { hosts, avoid }, record) {
	const asked = ctx.config.release ?? "";
	if (hosts.length === 1) return {
		target: asked,
		base: [record?.release ?? "*"],
		record,
		avoid
	};
	const target = rollbackTarget(asked, (await ctx.progress.step("Ask the hosts", () => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, hosts))).map(({ host, seen }) => ({
		hostId: host.id,
		seen
	})));
	if (target.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(target);
	return {
		target: target.release,
		base: target.serving,
		record,
		avoid
	};
}
/** In waves. */
function rollbackHosts(ctx, hostIds, way) {
	const concurrency = ctx.config.maxConcurrency;
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_4__.l)(ctx, way.base, (base) => sendRollback(ctx, {
		hostIds,
		way: {
			...way,
			base
		},
		concurrency
	}));
}
/** Sends the order of a rollback. */
function sendRollback(ctx, { way, ...dispatch }) {
	const { target: release, base, record, avoid } = way;
	const order = rollbackOrder({
		...(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.m)(ctx),
		...(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.p)(ctx, avoid),
		ownRegistry: record?.login,
		release,
		base
	});
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_4__.u)(ctx, {
		...dispatch,
		order,
		live: record
	}, release);
}
// src/steps/rollout/revert.ts
/**
* A release that failed on one host is to stay on none: those that took it return to what they served before. One that had it from a run that was
* killed returns to what is recorded. The recorded release itself is not taken away. Gives the results with what became of these hosts.
*/
async function revert(ctx, { release, record, results, avoid }) {
	if (record?.release === release) return results;
	const targets = Map.groupBy(results, (result) => targetOf(result, record?.release));
	targets.delete("");
	const returned = [];
	for (const [target, hosts] of targets) {
		const hostIds = hosts.map(({ hostId }) => hostId);
		const way = {
			target,
			base: [release],
			record,
			avoid
		};
		returned.push(...await ctx.progress.step(`Return ${(0,_host_js__WEBPACK_IMPORTED_MODULE_5__.n)(hostIds)} to ${target}`, () => sendRollback(ctx, {
			hostIds,
			way,
			continueOnError: true
		})));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
/** Empty: it stays as it is. */
function targetOf({ outcome, previous }, recorded = "") {
	if (outcome === "unchanged") return recorded;
	return outcome === "failed" ? "" : previous;
}



/***/ }),

/***/ 1806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ rollbackSuccess),
/* harmony export */   t: () => (/* binding */ failureReport)
/* harmony export */ });
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8821);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4307);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2358);




// src/report/pages/rollback.ts
function rollbackSuccess(config, { hosts, results, served }) {
	const placed = {
		hosts,
		results,
		release: served,
		route: served.route
	};
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.r)(placed);
	return {
		outcome: results.every(({ outcome }) => outcome === "unchanged") ? "unchanged" : "rolled-back",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_3__.r)(config.service)}: release ${served.name} serves again ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.s)(lines)}`,
		outputs: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.a)(placed),
		facts: [...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.t)(placed), ["Rolled back from", (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.C)(results)]],
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.c)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.i)(results)
	};
}
function failureReport(config, { deed, hosts, results, failed }) {
	const { spec } = config;
	const { cause = "not-serving" } = failed;
	const explained = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.E)({
		...failed,
		cause,
		port: spec.port,
		healthPath: spec["health-path"]
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const others = (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_1__.c)(results, failed);
	const sentence = [
		`The ${deed} failed${place}: ${explained.sentence}.`,
		(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.T)(failed),
		...others
	].join(" ");
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.r)({
		hosts,
		results,
		route: spec
	});
	return {
		outcome: "failed",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_3__.r)(config.service)}: ${sentence}`,
		outputs: {
			...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.o)(lines),
			cause,
			"serving-digest": failed.serving,
			"previous-release": failed.previous
		},
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.n)(hosts),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.c)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.i)(results),
		failure: {
			cause,
			sentence,
			next: explained.next,
			evidence: failed.evidence
		}
	};
}



/***/ }),

/***/ 9558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7587);
/* harmony import */ var _revert_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3376);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8821);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1806);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3060);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7925);







// src/commands/rollback.ts
/** Returns to an earlier verified release, as it was: image, configuration, references to secrets. */
async function rollback(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, async () => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { accountId, plans, record } = await progress.step("Observe", () => (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx, _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.l));
		const prepared = await progress.step("Prepare the host", () => (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
			accountId,
			plans,
			record
		}));
		const way = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, prepared, record);
		const hostIds = prepared.hosts.map(({ id }) => id);
		const results = await progress.step(`Roll back to ${way.target || "the last verified release"} on ${(0,_host_js__WEBPACK_IMPORTED_MODULE_6__.n)(hostIds)}`, () => (0,_revert_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx, hostIds, way));
		return conclude(ctx, {
			...prepared,
			record,
			results,
			since
		});
	});
}
async function conclude(ctx, rolled) {
	const { hosts, record, results, since } = rolled;
	const proven = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.w)(results);
	const history = proven === void 0 ? [] : await ctx.records.history(ctx.config.service, 100);
	const served = proven && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(proven, history);
	if (served === void 0) return giveUp(ctx, rolled);
	const attempt = (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, {
		release: served.name,
		commit: served.commit,
		outcome: "rolled-back",
		cause: "",
		since,
		results
	});
	const left = record === void 0 || record.release === served.name ? {} : { blocked: record.commit };
	const fingerprint = history.find(({ release }) => release === served.name)?.fingerprint;
	const live = {
		served,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.C)(results),
		fingerprint,
		results
	};
	await ctx.progress.step("Record the release", () => (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.a)(ctx, live, {
		record,
		attempt,
		...left
	}));
	warnOfMigrations(ctx, history, served.name);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx.config, {
		hosts,
		results,
		served
	});
}
/** Hosts that had returned already go forth again, so that all serve the same. */
async function giveUp(ctx, { hosts, avoid, record, results, since }) {
	const failed = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__._)(results) ?? results[0];
	if (failed === void 0) throw new Error("No host gave an answer.");
	const cause = failed.cause ?? "not-serving";
	const release = results.find(({ served }) => served)?.served?.name ?? "";
	const after = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, {
		release,
		record,
		results,
		avoid
	});
	const { release: asked = "" } = ctx.config;
	await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.i)(ctx, record, (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, {
		release: asked,
		commit: "",
		outcome: "failed",
		cause,
		since,
		results: after
	}));
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx.config, {
		deed: "rollback",
		hosts,
		results: after,
		failed
	});
}
/** Data may have been changed in a way that the release does not understand; nothing that a rollback can undo. */
function warnOfMigrations(ctx, history, target) {
	const until = history.findIndex(({ release }) => release === target);
	const passed = [...new Set(history.slice(0, Math.max(until, 0)).filter(({ migration }) => migration).map(({ release }) => release))];
	if (passed.length > 0) ctx.progress.warn(`Rolled back past ${passed.join(", ")}, marked as migration: check that ${target} understands the data.`);
}



/***/ })

};
;