"use strict";
exports.id = 86;
exports.ids = [86];
exports.modules = {

/***/ 8705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4685);
/* harmony import */ var _run_on_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9503);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);





// src/domain/rollback-payload.ts
/** What `host/rollback.sh` is told. The release's own configuration is on the host already. */
function rollbackPayload(order) {
	return [
		["deploy_id", order.deployId],
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.u)(order.service)],
		["region", order.region],
		["release", order.release],
		["base", order.base],
		["drain_timeout", String(Math.ceil(order.drainTimeout))],
		["stop_timeout", String(10)],
		["lock_timeout", String(60)],
		["keep", String(order.keep)],
		...(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.c)(order.bake)
	];
}
// src/commands/rollback.ts
/** Returns to an earlier verified release, as it was: image, configuration, references to secrets. */
async function rollback(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, async () => {
		const since = ctx.clock.now();
		const { accountId, plan, record } = await ctx.progress.step("Observe", () => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx));
		if (plan.kind === "launch" || plan.kind === "replace") throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("refused", "there is no release to roll back to: nothing is deployed here", { next: "Check the inputs service, environment and aws-region." });
		const host = await ctx.progress.step("Prepare the host", () => (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, {
			accountId,
			plan,
			record
		}));
		const target = ctx.config.release ?? "";
		return conclude(ctx, {
			host,
			record,
			result: await ctx.progress.step(`Roll back to ${target || "the last verified release"} on ${host.id}`, () => orderRollback(ctx, host, record, target)),
			since
		});
	});
}
/**
* Without a record, nobody knows what should serve, and the host is not asked to compare. Where the two are apart, because a run was killed between
* the host's work and the record, the lease tells that nobody else is at work: the host is right.
*/
async function orderRollback(ctx, host, record, target) {
	const result = await order(ctx, host, {
		base: record?.release ?? "*",
		target
	});
	if (result.cause !== "moved-on") return result;
	const [live = "*"] = result.detail.split(" ");
	ctx.progress.info(`The host serves ${live}, which no run has recorded`);
	return order(ctx, host, {
		base: live,
		target
	});
}
function order(ctx, host, { base, target }) {
	const { config } = ctx;
	const payload = rollbackPayload({
		deployId: ctx.newId(),
		service: config.service,
		region: config.region,
		release: target,
		base,
		drainTimeout: config.drainTimeout,
		bake: config.bake,
		keep: config.keepReleases
	});
	return (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, {
		hostId: host.id,
		verb: "rollback",
		payload
	}, target);
}
async function conclude(ctx, rolled) {
	const { host, record, result, since } = rolled;
	const { manifest } = result;
	if (!(result.outcome !== "failed" && manifest !== void 0 && result.serving === manifest.digest)) {
		const cause = result.cause ?? "not-serving";
		await (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.r)(ctx, record, (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx, {
			release: ctx.config.release ?? "",
			commit: "",
			outcome: "failed",
			cause,
			since
		}));
		return failure(ctx, rolled);
	}
	const attempt = (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx, {
		release: manifest.release,
		commit: manifest.commit,
		outcome: "rolled-back",
		cause: "",
		since
	});
	const left = record === void 0 || record.release === manifest.release ? {} : { blocked: record.commit };
	await ctx.progress.step("Record the release", () => (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.i)(ctx, {
		manifest,
		hostId: host.id,
		previous: result.previous
	}, {
		record,
		attempt,
		...left
	}));
	await warnOfMigrations(ctx, manifest.release);
	return success(ctx, rolled, manifest);
}
/** Data may have been changed in a way that the release does not understand; nothing that a rollback can undo. */
async function warnOfMigrations(ctx, target) {
	const history = (await ctx.records.history(ctx.config.service, 100)).slice(1);
	const until = history.findIndex(({ release }) => release === target);
	const passed = [...new Set(history.slice(0, Math.max(until, 0)).filter(({ migration }) => migration).map(({ release }) => release))];
	if (passed.length > 0) ctx.progress.warn(`Rolled back past ${passed.join(", ")}, marked as migration: check that ${target} understands the data.`);
}
function success(ctx, { host, result }, manifest) {
	const placed = {
		host,
		result,
		release: {
			...manifest,
			name: manifest.release
		}
	};
	return {
		outcome: result.outcome === "unchanged" ? "unchanged" : "rolled-back",
		headline: `${(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx)}: release ${manifest.release} serves again at ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.d)(host, manifest.httpPort)}`,
		outputs: (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.s)(placed),
		facts: [...(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.a)(placed), ["Rolled back from", result.previous]]
	};
}
function failure(ctx, { host, result }) {
	const { run, health } = ctx.config;
	const cause = result.cause ?? "not-serving";
	const explained = (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.c)({
		...result,
		cause,
		port: run.port,
		healthPath: health.path
	});
	const sentence = `The rollback failed: ${explained.sentence}. ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.s)(result)}`;
	return {
		outcome: "failed",
		headline: `${(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx)}: ${sentence}`,
		outputs: {
			cause,
			"instance-id": host.id,
			"serving-digest": result.serving,
			"previous-release": result.previous
		},
		facts: [["Host", `${host.id} (${host.instanceType})`]],
		failure: {
			cause,
			sentence,
			next: explained.next,
			evidence: result.evidence
		}
	};
}



/***/ }),

/***/ 9503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ factsOf),
/* harmony export */   c: () => (/* binding */ bakeFields),
/* harmony export */   i: () => (/* binding */ recordLive),
/* harmony export */   l: () => (/* binding */ deployPayload),
/* harmony export */   n: () => (/* binding */ attemptOf),
/* harmony export */   o: () => (/* binding */ nameOf),
/* harmony export */   r: () => (/* binding */ recordFailure),
/* harmony export */   s: () => (/* binding */ outputsOf),
/* harmony export */   t: () => (/* binding */ runOnHost)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7626);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4685);




// src/domain/container.ts
/**
* Options of `docker create` for a release, without what the host decides itself (name, network, address, restart policy).
* Values stand in arguments of their own, so nothing in them is ever read as an option or as shell.
*/
function containerOptions(service, release) {
	const { run } = release;
	return [
		...label("service", (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(service)),
		...label("release", release.name),
		...label("digest", release.digest),
		...label("commit", release.commit),
		...[
			"--log-driver",
			"json-file",
			"--log-opt",
			"max-size=10m",
			"--log-opt",
			"max-file=3"
		],
		...Object.entries(run.env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
		...run.volumes.flatMap((volume) => ["--volume", volume]),
		...run.memoryBytes === void 0 ? [] : ["--memory", String(run.memoryBytes)],
		...run.cpus === void 0 ? [] : ["--cpus", String(run.cpus)],
		...run.user === void 0 ? [] : ["--user", run.user]
	];
}
function label(name, value) {
	return ["--label", `docker-to-ec2.${name}=${value}`];
}
// src/domain/proxy.ts
/** Request header by which the host asks its own proxy, over loopback only, which container answers. */
const READBACK_HEADER = "X-Docker-To-Ec2-Readback";
const UPSTREAM_HEADER = "X-Docker-To-Ec2-Upstream";
/**
* The service's server in Caddy's JSON configuration.
*
* The address to dial is read from a small file at each request, so that a cut-over is an atomic replacement of that file and never a reload:
* a reload closes idle keep-alive connections, and a POST that is just then on its way is lost.
* A dial that fails is tried again for some seconds, which carries requests over the restart of a crashed container.
* https://caddyserver.com/docs/json/apps/http/servers/
*/
function proxyServer(service, httpPort) {
	return {
		listen: [`:${httpPort}`],
		automatic_https: { disable: true },
		routes: [{
			match: [{
				remote_ip: { ranges: ["127.0.0.1/32", "::1/128"] },
				header: { [READBACK_HEADER]: ["1"] }
			}],
			handle: [{
				handler: "headers",
				response: {
					deferred: true,
					set: { [UPSTREAM_HEADER]: ["{http.reverse_proxy.upstream.hostport}"] }
				}
			}]
		}, { handle: [{
			handler: "reverse_proxy",
			upstreams: [{ dial: `{file./state/${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(service)}.live}` }],
			stream_close_delay: "5m",
			load_balancing: {
				try_duration: "5s",
				try_interval: "100ms"
			}
		}] }]
	};
}
/** Answers that a verdict about errors needs at least. */
const BAKE_MIN_REQUESTS = 20;
/** What a rollback needs to know of a release, without its configuration: that stays on the host. */
function manifestOf({ service, release, image, migration, runUrl }) {
	const { name, digest, commit, httpPort } = release;
	return {
		schema: 1,
		service,
		release: name,
		digest,
		image: image.reference,
		login: image.login ?? "",
		commit,
		httpPort,
		migration,
		runUrl
	};
}
/** What `host/deploy.sh` is told, as name/value pairs; a name that repeats is a list. */
function deployPayload(order) {
	const { release, image } = order;
	const { health, run } = release;
	return [
		["deploy_id", order.deployId],
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(order.service)],
		["region", order.region],
		["release", release.name],
		["image", image.reference],
		["digest", image.digest],
		["login", image.login ?? ""],
		["proxy_login", loginOf(order.proxyImage, image.login)],
		["port", String(run.port)],
		["health_path", health.path],
		["health_host", health.host ?? ""],
		["health_codes", health.codes],
		["health_timeout", String(health.timeout)],
		["health_interval", String(health.interval)],
		["drain_timeout", String(Math.ceil(order.drainTimeout))],
		["stop_timeout", String(10)],
		["lock_timeout", String(60)],
		["http_port", String(release.httpPort)],
		["proxy_image", order.proxyImage],
		["proxy_server", JSON.stringify(proxyServer(order.service, release.httpPort))],
		["manifest", JSON.stringify(manifestOf(order))],
		["keep", String(order.keep)],
		["base", order.base],
		["image_bytes", String(image.bytes)],
		...bakeFields(order.bake),
		...containerOptions(order.service, release).map((option) => ["option", option]),
		...run.args.map((argument) => ["arg", argument]),
		...Object.entries(run.secrets).map(([name, source]) => ["secret", `${name}=${source}`])
	];
}
function bakeFields({ time, maxErrorShare }) {
	return [
		["bake_time", String(Math.ceil(time))],
		["bake_min_requests", String(BAKE_MIN_REQUESTS)],
		["bake_max_error_share", maxErrorShare.toFixed(6)]
	];
}
function loginOf(proxyImage, own) {
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.a)(proxyImage);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.i)(registry, own) ? registry : "";
}
// src/commands/what-is-live.ts
/** The service as reports name it: `web (production)`. */
function nameOf({ config }) {
	return `${config.service.name} (${config.service.environment})`;
}
function outputsOf({ host, release, result }) {
	return {
		url: (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.d)(host, release.httpPort),
		"instance-id": host.id,
		"public-ip": host.publicIp ?? "",
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": result.previous,
		"serving-digest": result.serving
	};
}
function factsOf({ host, release }) {
	return [
		["Address", (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.d)(host, release.httpPort)],
		["Release", release.name],
		["Digest", release.digest],
		["Image", release.image],
		["Host", `${host.id} (${host.instanceType})`]
	];
}
// src/commands/keep-record.ts
/** Commits that stay refused after a rollback: more than anyone returns to. */
const BLOCKED = 20;
/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
async function recordLive(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { manifest } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== manifest.commit && commit !== blocked);
	await ctx.records.write({
		schema: 1,
		service: service.name,
		environment: service.environment,
		release: manifest.release,
		digest: manifest.digest,
		image: manifest.image,
		login: manifest.login,
		commit: manifest.commit,
		httpPort: manifest.httpPort,
		migration: manifest.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostId,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_3__.n)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, BLOCKED),
		attempt
	});
}
/** Writes what a run tried in vain, beside what serves on. A service that never served has no record to write it into. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await ctx.records.write({
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${String(error)}`));
}
function attemptOf({ config, clock }, what) {
	const { since, ...rest } = what;
	const now = clock.now();
	return {
		...rest,
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_3__.n)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10
	};
}
// src/commands/run-on-host.ts
/** Sends one command to the host, follows it to its end, and shows its log. */
async function runOnHost(ctx, { hostId, verb, payload }, subject) {
	const { service, timeout } = ctx.config;
	const comment = `docker-to-ec2: ${verb} ${service.name} (${service.environment}) ${subject}`;
	const since = ctx.clock.now();
	const answer = await ctx.remote.run({
		hostId,
		verb,
		payload,
		comment,
		timeout
	}, ctx.signal);
	for (const line of answer.stdout.split("\n").slice(1)) ctx.progress.info(line);
	return (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.i)(answer.stdout) ?? withoutResult(answer, ctx.clock.now() - since >= timeout * 1e3);
}
/** A script that was killed has no result to give; then the answer's status is all there is to tell. SSM calls also the killed ones timed out. */
function withoutResult(answer, late) {
	return {
		outcome: "failed",
		rolledBack: false,
		manifest: void 0,
		cause: answer.status === "timed-out" && late ? "command-timed-out" : answer.status === "undelivered" ? "agent-offline" : "script-failed",
		previous: "",
		serving: "",
		servingRelease: "",
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs: `${answer.stdout}\n${answer.stderr}`.trim(),
			health: "",
			host: ""
		},
		steps: []
	};
}



/***/ })

};
;