"use strict";
exports.id = 7724;
exports.ids = [7724];
exports.modules = {

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ noteOf)
/* harmony export */ });
// src/domain/cause/findings.ts
/** What nobody has to mend now, a sentence or two each. What several hosts found alike stands there once, with their names. */
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${members.map(({ hostId }) => hostId).join(", ")}: ${words}` : words);
}
const NOTE_LIMIT = 200;
/** What the history is to tell of a run beside its outcome: which containers had to be killed. Empty where there is nothing. */
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
/** With a full stop at its end. */
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}



/***/ }),

/***/ 8109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ tableOf),
/* harmony export */   i: () => (/* binding */ noticeOf),
/* harmony export */   n: () => (/* binding */ hostFacts),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ linesOf),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);



// src/report/parts/host-lines.ts
/** What tells where a service is: of several hosts, the first one. */
function outputsOfHosts(lines) {
	const [first] = lines;
	return {
		url: first?.url ?? "",
		"instance-id": first?.id ?? "",
		"public-ip": first?.ip ?? "",
		hosts: JSON.stringify(lines)
	};
}
function outputsOf(placed) {
	const { release, results } = placed;
	return {
		...outputsOfHosts(linesOf(placed)),
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.s)(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
function factsOf({ hosts, release, route }) {
	const where = hosts.map((host) => (0,_host_js__WEBPACK_IMPORTED_MODULE_1__.o)(host, route));
	return [
		...hosts.length === 1 ? [["Address", where[0] ?? ""]] : [],
		["Release", release.name],
		["Digest", release.digest],
		["Image", release.image],
		...hostFacts(hosts)
	];
}
/** The one host; several have a table of their own. */
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
/** The table of the hosts, where there are several. */
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
/** What the hosts found about themselves that nobody has to mend now. */
function noticeOf(hosts) {
	const warnings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__.r)(hosts);
	return warnings.length === 0 ? {} : { warnings };
}
/** Where it answers, in words: `at URL`, or `on 3 hosts, the first at URL`. */
function placeOf(lines) {
	const [first, ...others] = lines;
	return others.length === 0 ? `at ${first?.url ?? ""}` : `on ${lines.length} hosts, the first at ${first?.url ?? ""}`;
}
function linesOf({ hosts, results, route }) {
	return hosts.map((host, at) => {
		const result = results[at];
		return {
			id: host.id,
			ip: host.publicIp ?? "",
			url: (0,_host_js__WEBPACK_IMPORTED_MODULE_1__.o)(host, route),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
/** What came of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}



/***/ }),

/***/ 4264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ explainCause),
/* harmony export */   i: () => (/* binding */ whatOfTheOthers),
/* harmony export */   n: () => (/* binding */ provisionHosts),
/* harmony export */   o: () => (/* binding */ sendOnLive),
/* harmony export */   r: () => (/* binding */ isTakenBack),
/* harmony export */   s: () => (/* binding */ runOnHosts),
/* harmony export */   t: () => (/* binding */ prepareHosts)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5655);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6723);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5128);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3706);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7883);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4786);










// src/steps/hosts/host-result.ts
/** What a host tells of its work, or what its answer tells where it gave no result. `late`: it took all of its time. */
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
/** A program that was killed has no result to give; then the answer's status is all there is to tell. */
function withoutResult(answer, late) {
	const logs = `${answer.stdout}\n${answer.stderr}`.trim();
	return {
		outcome: "failed",
		rolledBack: false,
		served: void 0,
		cause: causeOf(answer.status, late),
		previous: "",
		serving: "",
		servingRelease: "",
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs,
			health: "",
			host: ""
		},
		canary: void 0,
		findings: [],
		secrets: {},
		volumes: [],
		steps: []
	};
}
/** SSM calls also those timed out that somebody killed. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/steps/rollout/run-on-hosts.ts
/** Sends one command to the hosts, follows it to its end, and shows their logs. Gives one result a host, in the order of `hostIds`. */
async function runOnHosts(ctx, dispatch, subject) {
	const { live, spec = ctx.config.spec, ...sent } = dispatch;
	const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent;
	const since = ctx.clock.now();
	const answers = await (0,_send_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, {
		...sent,
		subject,
		timeout,
		read: _result_js__WEBPACK_IMPORTED_MODULE_2__.i
	});
	const took = (ctx.clock.now() - since) / 1e3;
	const results = answers.map((answer) => {
		if (!quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return resultOf(answer, answer.result, late);
	});
	assertNotFenced(ctx, results);
	return results;
}
/** A host that has had orders of a later holder of the lease refuses ours: the run has lost it. Without a lease, only what it had seen is outdated. */
function assertNotFenced({ permit }, results) {
	const refusing = results.find(({ cause }) => cause === "lease-lost");
	if (refusing !== void 0 && permit.holds()) throw permit.lose(`${refusing.hostId} has had orders of a later run`);
}
/** The container of this run's release may have to stop as well as that of the one which is live. */
function stopTime(spec, live) {
	return Math.max(spec["stop-grace-period"], (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.s)(live));
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
// src/steps/rollout/send-on-live.ts
/**
* Sends an order to a service whose hosts are believed to serve `base`. Where a single host serves something else, because a run was killed between
* the host's work and the record, the lease tells that nobody else is at work: the host is right, and the order is sent again.
*/
async function sendOnLive({ progress }, base, send) {
	const results = await send(base);
	const [only, ...others] = results;
	if (only?.cause !== "concurrent-release" || others.length > 0) return results;
	const live = only.detail.split(" ")[0] || "*";
	progress.info(`The host serves ${live}, which no run has recorded`);
	return send([live]);
}
// src/domain/cause/explain-cause.ts
/** One sentence that names the cause with its facts, and one that names the next step. */
function explainCause(facts) {
	const { summary, hint } = _result_js__WEBPACK_IMPORTED_MODULE_2__.d[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
/** What helps, where the facts say more than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings }) {
	switch (cause) {
		case "exited": return hintOfExit(exitCode);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "release-not-found": return detail.startsWith("no release was verified before") ? "To return to one that the host still has, name it in the input release; or deploy another commit." : void 0;
		case "host-unfit": return fatal(findings).map(({ hint }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_8__.n)(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
function hintOfExit(code) {
	if (code === 0) return "Its command must stay in the foreground: look at CMD in the Dockerfile, and at the input args.";
	if (code === 137) return "Something killed it, most often because memory ran out. Raise the input memory, or use a larger instance-type.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or let health-codes take redirects. An application that forces HTTPS should leave the health page out, or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "An application that checks the name it is asked by needs health-host: set it to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or let health-codes take 401.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails: read its log below for a variable, a secret or a database that is missing. If only this page fails, set health-path to another one.";
}
/** The host says what the port speaks. */
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, as gRPC needs it.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, and on no other either` : `${port}; the container listens on ${ports.join(", ")}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/report/parts/other-hosts.ts
/** What became of the other hosts when a release failed on one of them, in sentences; nothing where there is no other. */
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${ids.join(", ")} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${ids.join(", ")} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...byRelease(others, ["restarted"]).map(([, ids]) => `${ids.join(", ")} ${ids.length > 1 ? "were" : "was"} restarted.`),
		...others.filter(isFailed).map(({ hostId, cause }) => `${hostId} failed, too: ${cause ?? "not-serving"}.`),
		...untouched(others)
	];
}
/** Whether the release that failed was taken back wherever it had served. */
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${ids.join(", ")} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/steps/hosts/bring-program.ts
/** Brings the host program to the hosts that are not known to have it, while nobody waits for them yet. Throws where one does not take it. */
async function bringProgram(ctx, hostIds, record) {
	const without = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__.r)(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const answers = await ctx.remote.bring(without, ctx.signal);
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.t)(answers.filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.i)(answer.stdout))));
	if (failed) throw notTaken(ctx, failed);
}
function notTaken({ config, progress }, failed) {
	const { hostId, cause = "program-failed", evidence } = failed;
	if (evidence.logs !== "") progress.info(evidence.logs);
	const { sentence, hint } = explainCause({
		...failed,
		cause,
		port: config.spec.port,
		healthPath: config.spec["health-path"]
	});
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(cause, `${hostId} does not take the host program: ${sentence}`, { hint });
}
// src/steps/hosts/provision.ts
/**
* Makes the plans true: afterwards each host runs, has its address and the host program, and its agent is online. Gives the hosts in the order of the
* plans.
*/
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.c)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_host_js__WEBPACK_IMPORTED_MODULE_9__.i)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.f)(plans)]));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.u);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, spec }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		spec,
		repositories: repositoriesOf(ctx),
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.m)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories that the host pulls from ECR: the service's, and where `image` or `proxy-image` lie there. */
function repositoriesOf({ config }) {
	const others = [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_1__.c)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_1__.o)(registry, void 0)).map(({ repository }) => repository);
	return [config.image.repository, ...others];
}
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, host.id, {
		reached: (state) => state !== "stopping",
		what: "to finish stopping"
	});
	await ctx.hosts.start(host.id);
	return waitUntilRunning(ctx, {
		...host,
		state: "pending"
	});
}
async function waitUntilRunning(ctx, host) {
	if (host.state === "running") return host;
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
/** What a run that was killed after the launch may have left undone: the open port, the address. `all`: every host that may have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.httpPort);
	if (!spec.elasticIp) return;
	for (const { id } of hosts) {
		const address = await ctx.networks.ensureAddress(service, id, all.filter((other) => other !== id));
		ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ""}`);
	}
}
function idsOf(hosts) {
	return hosts.map(({ id }) => id);
}
async function refreshed(ctx, host) {
	return await ctx.hosts.get(host.id) ?? host;
}
// src/steps/hosts/prepare-hosts.ts
/**
* Makes the plans true and the hosts' role right, and asks at the same time which addresses are in use around the hosts: those of a new one are known
* once it is launched.
*/
async function prepareHosts(ctx, input) {
	const there = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.l)(input.plans);
	const provisioned = provision(ctx, input);
	const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned;
	const [hosts, addresses] = await Promise.all([
		provisioned,
		around.then((known) => addressesAround(ctx, known)),
		(0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.i)(ctx, there, repositoriesOf(ctx))
	]);
	return {
		hosts,
		avoid: addresses.reachable,
		vpc: addresses.own
	};
}
/** As `prepareHosts`, for a run that only looks whether the release serves already: no container is made, so no network is, either. */
async function provisionHosts(ctx, input) {
	const hosts = await provision(ctx, input);
	return {
		hosts,
		avoid: [],
		vpc: trustsVpc(ctx) ? (await addressesAround(ctx, hosts)).own : []
	};
}
function trustsVpc({ config }) {
	return config.spec["trusted-proxies"].includes("vpc");
}
/** What AWS does not tell is left to the hosts, which know their own routes; but whom they may believe, nobody else can tell. */
async function addressesAround(ctx, hosts) {
	const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))];
	try {
		const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds);
		if (trustsVpc(ctx) && found.own.length === 0) throw noVpc();
		return found;
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n) || trustsVpc(ctx)) throw error;
		ctx.progress.info(`The routes of the VPC are not known, so the containers' network is chosen without them: ${error.message}`);
		return NONE;
	}
}
const NONE = {
	own: [],
	reachable: []
};
function noVpc() {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)((0,_host_js__WEBPACK_IMPORTED_MODULE_9__.c)("trusted-proxies: the CIDRs of vpc are not known, as AWS tells of no route table", "List the CIDRs of the balancer in trusted-proxies instead of vpc."));
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
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4221);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2940);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3048);







// src/steps/record/write-record.ts
/** How many runs without a lease, or requests that were late, can come in between. */
const ATTEMPTS = 5;
/**
* Writes the record over the version that the run had seen. Where another one came in between, what that one marked as blocked stays; where that one was
* written under a later lease, this run has lost its own. Throws `lease-lost` then.
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
		if (meanwhile !== void 0) next = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_4__.r)(next, meanwhile, seen);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("aws-unavailable", `The record of the release was written by others ${ATTEMPTS} times while this run wrote it.`, { hint: "Run this again: it writes what serves." });
}
/** Who holds no lease has nothing to add to what a later run has written. */
function outrun({ permit, progress }) {
	if (permit.holds()) throw permit.lose("the record has an entry of a later run");
	progress.info("Another run has written the record meanwhile; it stays as it is");
}
// src/steps/record/tag-live-image.ts
/**
* Tags the image that serves now, so that the repository's rules do not let it expire, whatever is pushed after it. Images of other repositories
* are their owners' affair. A service that serves is not red for want of a tag.
*/
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.c)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.s)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image serves, and may let it expire: ${String(error)}`);
	}
}
// src/steps/record/record-release.ts
/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const write = writeRecord(ctx, record, {
		schema: 1,
		service: service.name,
		environment: service.environment,
		release: served.name,
		digest: served.digest,
		image: served.image,
		login: served.login,
		commit: served.commit,
		...live.artifact !== void 0 && { artifact: live.artifact },
		route: (0,_route_js__WEBPACK_IMPORTED_MODULE_5__.t)(served.route),
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, 20),
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(live.results),
		program: await ctx.remote.program(),
		...record?.freeze && { freeze: record.freeze },
		...live.fingerprint && { fingerprint: live.fingerprint },
		...live.promotedFrom && { promotedFrom: live.promotedFrom },
		attempt
	});
	await Promise.all([write, tagLiveImage(ctx, served, record)]);
}
/** Writes that the recorded release was started anew. */
async function recordRestart(ctx, record, { results, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(results),
		program: await ctx.remote.program(),
		attempt
	});
}
/** Writes that the service is frozen, or is not any more. */
async function recordFreeze(ctx, record, { freeze, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		freeze,
		attempt
	});
}
/** Writes what a run tried in vain, beside what serves on. A service that never served has no record to write it into. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await writeRecord(ctx, record, {
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${String(error)}`));
}
function newAttempt({ config, clock }, what) {
	const { since, results, ...rest } = what;
	const now = clock.now();
	const note = (0,_findings_js__WEBPACK_IMPORTED_MODULE_6__.t)(results);
	return {
		...rest,
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10
	};
}



/***/ }),

/***/ 4786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   t: () => (/* binding */ waitForState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2625);


// src/domain/host/agent-diagnosis.ts
/** Why SSM cannot reach a host, as the one most likely reason, and the step that helps. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		hint: hintOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		hint: "Attach an instance profile whose role may register with SSM (see README, IAM), or leave instance-id empty to get a host that has one."
	};
	if (agent.kind === "offline") {
		const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : "";
		return {
			reason: `the agent of ${host.id} lost its connection${seen}`,
			hint: "Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk."
		};
	}
	const network = host.publicIp === void 0 ? "it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages" : "its subnet needs a route to the internet";
	return {
		reason: `the agent of ${host.id} never registered; ${network}`,
		hint: `Check the subnet's routes, that the role of ${host.instanceProfile} may register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it only boots slowly.`
	};
}
function hintOfState(state) {
	switch (state) {
		case "pending": return "It still boots: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it meanwhile. Run this again: it is started then.";
		default: return "Run this again: a new host is launched then. If instance-id names this one, change or empty it.";
	}
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all the hosts. Gives up at once where no waiting helps. */
function waitForAgents(ctx, hosts) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${silent.map(({ host }) => host.id).join(", ")} to come online`, since),
		onLimit: ([first]) => unreachable(ctx, first)
	});
}
async function lookAtAgents(ctx, hosts) {
	const agents = await ctx.remote.agents(hosts.map(({ id }) => id));
	const [first, ...others] = hosts.map((host, at) => ({
		host,
		agent: agents[at] ?? { kind: "unknown" }
	})).filter(isSilent);
	if (first === void 0) return { ended: void 0 };
	const hopeless = [first, ...others].find(({ host }) => host.instanceProfile === void 0);
	return hopeless ? unreachable(ctx, hopeless) : { waiting: [first, ...others] };
}
function isSilent({ agent }) {
	return agent.kind !== "online";
}
async function unreachable(ctx, { host, agent }) {
	const { reason, hint } = diagnoseAgent({
		host: await ctx.hosts.get(host.id) ?? host,
		agent
	});
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/steps/hosts/wait-for-state.ts
/** Waits as long as `host-timeout` allows. A host that is terminated meanwhile will not come to another state. */
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what, hint = "Raise host-timeout, or look at the instance in the EC2 console." } = awaited;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint });
		}
	});
}
async function lookAtState({ hosts }, id, { reached, what }) {
	const state = await hosts.state(id);
	if (reached(state)) return { ended: void 0 };
	if ((state === "terminated" || state === "shutting-down") && !reached("terminated")) throw terminated(id, what);
	return { waiting: state };
}
function terminated(id, what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-terminated", `${id} was terminated while this run waited for it ${what}`, { hint: "Look at its state transition reason in the EC2 console; run this again to launch a new one." });
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("superseded", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)} waits, too, to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Nothing is to be done as long as that run succeeds; if it does not, run this again." });
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
		const silent = ageOf(seen, "lease", version, before);
		seen = sighted(seen, [["lease", version]], clock.elapsed());
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
async function claim({ clock, config, lease }, mine, found) {
	const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
	const value = {
		...mine,
		token: 0,
		free: false,
		beat: 0
	};
	const version = await lease.write(config.service, value, found?.version ?? 0);
	return version === void 0 ? void 0 : gripOf({
		version,
		value
	}, at);
}
function gripOf(found, at) {
	return {
		lease: found.value,
		version: found.version,
		token: (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.c)(found),
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("lock-held", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)}, which ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.r[other.command]}, was not done after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
/**
* Runs `work` as the only run that changes the service, with a context that says so. `waited` tells that another one was at it before, so that what was
* observed is old. Throws `lease-lost` where another run took over.
*/
async function withLease(ctx, purpose, work) {
	const { permit, progress, config, lease } = ctx;
	let grip = await acquireLease(ctx, purpose);
	permit.held(grip.at);
	const stop = new AbortController();
	keep(ctx, () => grip, stop.signal, (renewed) => grip = renewed);
	try {
		return await work({
			...ctx,
			signal: AbortSignal.any([ctx.signal, permit.signal]),
			token: grip.token
		}, grip.waited);
	} catch (error) {
		throw permit.lost() ?? error;
	} finally {
		stop.abort();
		permit.released();
		await giveUp(lease, config.service, grip).catch((error) => progress.warn(`The lease could not be given up, so the next run waits for it, for ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.i / 1e3} s: ${String(error)}`));
	}
}
/** A renewal may be under way, after which another version is the one to write over. */
async function giveUp(lease, service, { lease: value, version, token }) {
	if (await lease.write(service, {
		...value,
		token,
		free: true,
		beat: value.beat + 1
	}, version) === void 0) await releaseLease(lease, service, value.owner);
}
/** Gives the lease up, if it is still that of this owner. */
async function releaseLease(lease, service, owner) {
	const found = await lease.read(service);
	if (found === void 0 || found.value.owner !== owner || found.value.free) return false;
	const { version, value } = found;
	const freed = {
		...value,
		token: (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.c)(found),
		free: true,
		beat: value.beat + 1
	};
	return await lease.write(service, freed, version) !== void 0;
}
/** Renews the lease until the work has ended, or another run has it. A renewal that failed is made up for by the next one, until it is too late. */
async function keep(ctx, current, stop, renewed) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			const grip = await renew(ctx, current()).catch(() => void 0);
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _permit_js__WEBPACK_IMPORTED_MODULE_0__.o : _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;
			if (grip === void 0) continue;
			renewed(grip);
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