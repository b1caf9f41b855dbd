"use strict";
exports.id = 86;
exports.ids = [86];
exports.modules = {

/***/ 2278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ askHosts)
/* harmony export */ });
/* harmony import */ var _remote_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8533);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);


// src/commands/ask-hosts.ts
/** Asks all hosts that SSM reaches, with one command. */
async function askHosts(ctx, hosts) {
	const online = await reachable(ctx, hosts.filter(({ state }) => state === "running"));
	const said = online.length === 0 ? /* @__PURE__ */ new Map() : await ask(ctx, online);
	return hosts.map((host) => {
		const stdout = said.get(host.id);
		if (host.state !== "running") return {
			host,
			seen: `the host is ${host.state}`
		};
		return {
			host,
			seen: stdout === void 0 ? "SSM cannot reach the host" : read(ctx, stdout)
		};
	});
}
async function reachable({ remote }, hosts) {
	const ids = hosts.map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return ids.filter((_, at) => agents[at]?.kind === "online");
}
async function ask({ config, remote, signal }, hostIds) {
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(config.service);
	const payload = [["service", key], ["region", config.region]];
	const comment = `docker-to-ec2: status ${key}`;
	const answers = await remote.run({
		hostIds,
		verb: "status",
		payload,
		comment,
		timeout: 60,
		regardless: true
	}, signal);
	return new Map(answers.map(({ hostId, stdout }) => [hostId, stdout]));
}
function read({ config }, stdout) {
	const result = (0,_remote_result_js__WEBPACK_IMPORTED_MODULE_0__.a)(stdout);
	if (!result) return "the host gave no answer";
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(config.service);
	return result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
}



/***/ }),

/***/ 8705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4685);
/* harmony import */ var _remote_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8533);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7450);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _ask_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2278);
/* harmony import */ var _what_is_live_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8339);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6434);







// src/domain/return-target.ts
/**
* The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. All must know it:
* what a host never served it cannot return to.
*/
function returnTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, seen }) => typeof seen === "string" ? `${hostId}: ${seen}` : []);
	if (silent !== void 0) return refusal(silent, "Heal that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, seen }) => typeof seen === "string" ? [] : [{
		hostId,
		seen
	}]);
	const serving = [...new Set(hosts.map(({ seen }) => seen.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ seen }) => seen), serving);
	if (release === "") return refusal("the hosts know of no common release before the one that serves", "Name one with the input release (command: status lists them), or deploy the commit that you want to return to.");
	const strangers = hosts.filter(({ seen }) => !knows(seen, release)).map(({ hostId }) => hostId);
	if (strangers.length === 0) return {
		kind: "target",
		release,
		serving
	};
	return refusal(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
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
function refusal(reason, next) {
	return {
		kind: "refuse",
		reason,
		next
	};
}
// src/commands/return-on-hosts.ts
/**
* A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* serve, and the host is not asked to compare.
*/
async function chooseWay(ctx, hosts, record) {
	const asked = ctx.config.release ?? "";
	if (hosts.length === 1) return {
		target: asked,
		base: record?.release ?? "*"
	};
	const target = returnTarget(asked, (await ctx.progress.step("Ask the hosts", () => (0,_ask_hosts_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, hosts))).map(({ host, seen }) => ({
		hostId: host.id,
		seen
	})));
	if (target.kind === "refuse") throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("refused", target.reason, { next: target.next });
	return {
		target: target.release,
		base: target.serving.join(" ")
	};
}
/**
* Where host and record are apart, because a run was killed between the host's work and the record, the lease tells that nobody else is at work: the
* host is right.
*/
async function returnOnHosts(ctx, hostIds, way) {
	const results = await order(ctx, hostIds, way);
	const [only, ...others] = results;
	if (only?.cause !== "moved-on" || others.length > 0) return results;
	const [live = "*"] = only.detail.split(" ");
	ctx.progress.info(`The host serves ${live}, which no run has recorded`);
	return order(ctx, hostIds, {
		...way,
		base: live
	});
}
function order(ctx, hostIds, { base, target }) {
	const { config } = ctx;
	const payload = (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.l)({
		deployId: ctx.newId(),
		service: config.service,
		region: config.region,
		release: target,
		base,
		drainTimeout: config.drainTimeout,
		bake: config.bake,
		keep: config.keepReleases
	});
	return (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.c)(ctx, {
		hostIds,
		verb: "rollback",
		payload,
		concurrency: config.maxConcurrency
	}, target);
}
// src/commands/rollback-report.ts
function rollbackSuccess(ctx, { hosts, results, manifest }) {
	const placed = {
		hosts,
		results,
		release: {
			...manifest,
			name: manifest.release
		}
	};
	const lines = (0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.i)({
		...placed,
		httpPort: manifest.httpPort
	});
	return {
		outcome: results.every(({ outcome }) => outcome === "unchanged") ? "unchanged" : "rolled-back",
		headline: `${(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.a)(ctx)}: release ${manifest.release} serves again ${(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.c)(lines)}`,
		outputs: (0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.o)(placed),
		facts: [...(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.n)(placed), ["Rolled back from", (0,_remote_result_js__WEBPACK_IMPORTED_MODULE_1__.o)(results)]],
		...(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.l)(lines)
	};
}
function rollbackFailure(ctx, { hosts, results, failed, cause }) {
	const { run, health, host } = ctx.config;
	const explained = (0,_remote_result_js__WEBPACK_IMPORTED_MODULE_1__.c)({
		...failed,
		cause,
		port: run.port,
		healthPath: health.path
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const others = (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.o)(results, failed);
	const sentence = [
		`The rollback failed${place}: ${explained.sentence}.`,
		(0,_remote_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(failed),
		...others
	].join(" ");
	const lines = (0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.i)({
		hosts,
		results,
		httpPort: host.httpPort
	});
	return {
		outcome: "failed",
		headline: `${(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.a)(ctx)}: ${sentence}`,
		outputs: {
			...(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.s)(lines),
			cause,
			"serving-digest": failed.serving,
			"previous-release": failed.previous
		},
		facts: (0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.r)(hosts),
		...(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.l)(lines),
		failure: {
			cause,
			sentence,
			next: explained.next,
			evidence: failed.evidence
		}
	};
}
// src/commands/rollback.ts
/** Returns to an earlier verified release, as it was: image, configuration, references to secrets. */
async function rollback(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, async () => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { accountId, plans, record } = await progress.step("Observe", () => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, _observe_js__WEBPACK_IMPORTED_MODULE_0__.c));
		const hosts = await progress.step("Prepare the host", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, {
			accountId,
			plans,
			record
		}));
		const way = await chooseWay(ctx, hosts, record);
		const hostIds = hosts.map(({ id }) => id);
		return conclude(ctx, {
			hosts,
			record,
			results: await progress.step(`Roll back to ${way.target || "the last verified release"} on ${(0,_what_is_live_js__WEBPACK_IMPORTED_MODULE_5__.t)(hostIds)}`, () => returnOnHosts(ctx, hostIds, way)),
			since
		});
	});
}
async function conclude(ctx, { hosts, record, results, since }) {
	const manifest = provenManifest(results);
	if (manifest === void 0) return giveUp(ctx, {
		hosts,
		record,
		results,
		since
	});
	const attempt = (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, {
		release: manifest.release,
		commit: manifest.commit,
		outcome: "rolled-back",
		cause: "",
		since
	});
	const left = record === void 0 || record.release === manifest.release ? {} : { blocked: record.commit };
	const history = await ctx.records.history(ctx.config.service, 100);
	const settings = history.find(({ release }) => release === manifest.release)?.settings;
	const live = {
		manifest,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_remote_result_js__WEBPACK_IMPORTED_MODULE_1__.o)(results),
		settings
	};
	await ctx.progress.step("Record the release", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.i)(ctx, live, {
		record,
		attempt,
		...left
	}));
	warnOfMigrations(ctx, history, manifest.release);
	return rollbackSuccess(ctx, {
		hosts,
		results,
		manifest
	});
}
/** Of the release that every host was seen to serve. */
function provenManifest(results) {
	const manifest = results.find((result) => result.manifest)?.manifest;
	return results.every(({ outcome, serving }) => outcome !== "failed" && serving === manifest?.digest) ? manifest : void 0;
}
/** Hosts that had returned already go forth again, so that all serve the same. */
async function giveUp(ctx, { hosts, record, results, since }) {
	const failed = (0,_remote_result_js__WEBPACK_IMPORTED_MODULE_1__.t)(results) ?? results[0];
	if (failed === void 0) throw new Error("No host gave an answer.");
	const cause = failed.cause ?? "not-serving";
	const release = results.find((result) => result.manifest)?.manifest?.release ?? "";
	const after = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.s)(ctx, {
		release,
		recorded: record?.release,
		results
	});
	await (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx, record, (0,_provision_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, {
		release: ctx.config.release ?? "",
		commit: "",
		outcome: "failed",
		cause,
		since
	}));
	return rollbackFailure(ctx, {
		hosts,
		results: after,
		failed,
		cause
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