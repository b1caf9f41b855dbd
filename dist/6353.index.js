"use strict";
exports.id = 6353;
exports.ids = [6353];
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

/***/ 8056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ cutOverFields)
/* harmony export */ });
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);

// src/domain/order/cut-over.ts
/** How many answers a verdict about errors needs. */
const BAKE_MIN_REQUESTS = 20;
/** The fields of every order that changes what serves. */
function cutOverFields({ drainTimeout, certificateTimeout, bake, keep, proxyImage, ownRegistry, network }) {
	return {
		keep,
		drainTimeout,
		certificateTimeout,
		bake: {
			time: bake.time,
			minRequests: BAKE_MIN_REQUESTS,
			maxErrorShare: bake.maxErrorShare
		},
		proxy: {
			image: proxyImage.reference,
			login: loginFor(proxyImage.reference, ownRegistry),
			given: proxyImage.given
		},
		network: {
			subnet: network.subnet ?? null,
			avoid: network.avoid
		}
	};
}
function loginFor(image, ownRegistry) {
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.l)(image);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(registry, ownRegistry) ? registry : "";
}



/***/ }),

/***/ 5859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ closePorts),
/* harmony export */   c: () => (/* binding */ isTakenBack),
/* harmony export */   d: () => (/* binding */ sendOnLive),
/* harmony export */   f: () => (/* binding */ runOnHosts),
/* harmony export */   h: () => (/* binding */ pointBeforeRelease),
/* harmony export */   i: () => (/* binding */ closeOpened),
/* harmony export */   l: () => (/* binding */ whatOfTheOthers),
/* harmony export */   m: () => (/* binding */ pointAfterRelease),
/* harmony export */   n: () => (/* binding */ prepareHosts),
/* harmony export */   o: () => (/* binding */ followPorts),
/* harmony export */   p: () => (/* binding */ followNames),
/* harmony export */   r: () => (/* binding */ provisionHosts),
/* harmony export */   s: () => (/* binding */ withServedPorts),
/* harmony export */   t: () => (/* binding */ startOf),
/* harmony export */   u: () => (/* binding */ explainCause)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _recorded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8245);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4493);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(890);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(7280);
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9147);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3048);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2625);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6723);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5933);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5128);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3706);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1335);
/* harmony import */ var _wanted_names_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9751);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(518);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4786);
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8446);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7883);




















// src/domain/dns/authority.ts
/**
* The issuer domain names of authorities in CAA records, by the host name of the authority's directory. https://letsencrypt.org/docs/caa/,
* https://pki.goog/faq/, https://zerossl.com/help/troubleshoot/caa-records/
*/
const ISSUERS = {
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
const EVERY_MS = 5e3;
/**
* Before requesting certificates for names that are new, or served otherwise than before: waits until each name leads to the hosts, and
* checks that the authority is allowed to issue certificates for it. Authorities limit failed requests.
*/
async function awaitNames(ctx, spec, to, record) {
	if ((0,_wanted_names_js__WEBPACK_IMPORTED_MODULE_12__.t)(record, spec)) return;
	if (spec.tls !== "acme") return tellNames(ctx, spec, to);
	if (ctx.config.dnsTimeout === 0) return;
	const { names, proxied } = (0,_wanted_names_js__WEBPACK_IMPORTED_MODULE_12__.n)(spec);
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
	const { names, proxied } = (0,_wanted_names_js__WEBPACK_IMPORTED_MODULE_12__.n)(spec);
	const found = await Promise.all(names.map((name) => ctx.lookups.addresses(name)));
	for (const [at, name] of names.entries()) {
		const lookup = found[at];
		const reach = lookup?.kind === "known" ? (0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.t)(lookup.addresses, to, { proxied }) : void 0;
		if (reach && isAway(reach)) ctx.progress.info(missingWords(name, (0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.n)(reach), to));
	}
}
function missingWords(name, words, to) {
	return `${name} ${words}. If its DNS is not in Route 53, create this record: ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.r)(name, to)}`;
}
async function assertAuthorized({ lookups }, name, directory) {
	const issuer = issuerOf(directory);
	if (issuer === void 0) return;
	const refusal = refuseUnauthorized(name, await lookups.caaRecords(name), issuer);
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(refusal);
}
async function awaitName(ctx, awaited) {
	const { name, to } = awaited;
	const record = (0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.r)(name, to);
	let told = false;
	await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_15__.t)({
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
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("names-elsewhere", `${name} ${found}, so no certificate was requested`, { hint: `Create this record wherever the DNS of ${name} is: ${record}. If the name resolves to a balancer or CDN, name that in trusted-proxies. Then run this again, or raise dns-timeout.` });
		}
	});
}
async function lookAt(ctx, { name, to, proxied }) {
	const found = await ctx.lookups.addresses(name);
	if (found.kind === "unknown") {
		ctx.progress.info(`This runner cannot look up ${name}, so the run does not wait for it: ${found.reason}`);
		return { ended: void 0 };
	}
	const reach = (0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.t)(found.addresses, to, { proxied });
	if (isAway(reach)) return { waiting: (0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.n)(reach) };
	ctx.progress.info(`${name} ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_14__.n)(reach)}`);
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
	const to = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.l)(plans, hosts, record);
	if (names.steps.some(_step_words_js__WEBPACK_IMPORTED_MODULE_5__.n)) await ctx.progress.step("Names", () => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.r)(ctx, (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_11__.r)(spec, record, to)));
	await awaitNames(ctx, spec, to, record);
}
/**
* After a release: points its names at all its hosts, and removes records of names that it no longer has. Returns for how many seconds resolvers
* cache the old address.
*/
async function pointAfterRelease(ctx, seen, hosts) {
	if (!seen.names.steps.some(_step_words_js__WEBPACK_IMPORTED_MODULE_5__.n)) return 0;
	const wanted = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_11__.r)(seen.wanted.spec, seen.record, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.s)(hosts));
	return ctx.progress.step("Names of the release", async () => {
		const steps = await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.r)(ctx, wanted);
		await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.i)(ctx, wanted);
		return Math.max(0, ...steps.map((step) => step.action === "change" ? step.owned.address?.ttl ?? 0 : 0));
	});
}
/** After a return to an earlier release, or a restart: points its names at its hosts. Problems are only reported, because the release serves. */
async function followNames(ctx, route, hosts, record) {
	const names = (0,_volumes_js__WEBPACK_IMPORTED_MODULE_4__.u)(route);
	if (names.length === 0) return;
	const wanted = {
		names,
		had: [],
		to: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.s)(hosts),
		record,
		proxied: true
	};
	try {
		await ctx.progress.step("Names", () => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.r)(ctx, wanted));
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		ctx.progress.warn(`The names of the release were not changed: ${error.message} ${error.hint ?? ""}`);
	}
}
// src/steps/hosts/host-result.ts
/** The host's result, or a result from its answer if it gave none. `late`: it used up its time. */
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
/** A killed program writes no result, so the answer's status must do. */
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
/** SSM also reports a killed command as timed out. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/steps/rollout/run-on-hosts.ts
/** Sends one command to the hosts, follows it to its end, and shows their logs. Returns one result a host, in the order of `hostIds`. */
async function runOnHosts(ctx, dispatch, subject) {
	const { live, spec = ctx.config.spec, ...sent } = dispatch;
	const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent;
	const [since, began] = [ctx.clock.now(), ctx.clock.elapsed()];
	const answers = await (0,_send_js__WEBPACK_IMPORTED_MODULE_16__.t)(ctx, {
		...sent,
		subject,
		timeout,
		read: _result_js__WEBPACK_IMPORTED_MODULE_7__.i
	});
	const took = (ctx.clock.elapsed() - began) / 1e3;
	const results = answers.map((answer) => {
		if (!quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return resultOf(answer, answer.result, late);
	});
	assertNotFenced(ctx, results);
	if (!quiet) ctx.progress.took(results.flatMap((result) => stepsOf(result, {
		since,
		end: ctx.clock.now()
	})));
	return results;
}
/** A host reports durations without times. Its steps ran one after the other, and the last one ended about when the answer arrived. */
function stepsOf({ hostId: host, outcome, steps }, { since, end }) {
	const all = steps.reduce((total, { ms }) => total + ms, 0);
	let start = Math.max(since, end - all);
	return steps.map(({ name, ms }, at) => {
		const step = {
			name,
			start,
			ms,
			ok: outcome !== "failed" || at < steps.length - 1,
			host
		};
		start += ms;
		return step;
	});
}
/** A host that has received orders of a later lease holder refuses ours: the run has lost its lease. Without a lease, only the snapshot is outdated. */
function assertNotFenced({ permit }, results) {
	const refusing = results.find(({ cause }) => cause === "lease-lost");
	if (refusing !== void 0 && permit.holds()) throw permit.lose(`${refusing.hostId} has received orders from a later run`);
}
/** Both the container of this run's release and the live one may have to stop. */
function stopTime(spec, live) {
	return Math.max(spec["stop-grace-period"], (0,_record_js__WEBPACK_IMPORTED_MODULE_9__.f)(live));
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
// src/steps/rollout/send-on-live.ts
/**
* Sends an order to hosts that should serve `base`. If a single host serves something else, because a run was killed between
* the host's work and the record, the lease rules out any other run: the host is right, and gets the order again.
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
/** One sentence with the cause and its facts, and one with the next step. */
function explainCause(facts) {
	const { summary, hint } = _result_js__WEBPACK_IMPORTED_MODULE_7__.d[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
/** The next step, if the facts allow a better one than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings }) {
	switch (cause) {
		case "exited": return hintOfExit(exitCode);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "release-not-found": return detail.startsWith("no release was verified before") ? "Name a release that the host still has in the input release, or deploy another commit." : void 0;
		case "host-unfit": return fatal(findings).map(({ hint }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_17__.n)(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
function hintOfExit(code) {
	if (code === 0) return "Its command must stay in the foreground. Check CMD in the Dockerfile, and the input args.";
	if (code === 137) return "Something killed it, usually because memory ran out. Raise the input memory, or use a larger instance-type.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or add redirects to health-codes. If the application forces HTTPS, let it exempt the health page or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "If the application checks the Host header, set health-host to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or add 401 to health-codes.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails. Look in its log below for a missing variable, secret or database. If only this page fails, set health-path to another one.";
}
/** The host reports which protocol the port uses. */
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, which gRPC needs.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, or on any other` : `${port}; the container listens on ${ports.join(", ")}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/report/parts/other-hosts.ts
/** What happened to the other hosts when a release failed on one of them, in sentences; empty without other hosts. */
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_18__.t)(ids)} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_18__.t)(ids)} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...byRelease(others, ["restarted"]).map(([, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_18__.t)(ids)} ${ids.length > 1 ? "were" : "was"} restarted.`),
		...byCause(others).map(([cause, ids]) => `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_18__.t)(ids)} failed, too: ${cause}.`),
		...untouched(others)
	];
}
/** Whether every host that served the failed release has returned. */
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function byCause(results) {
	return [...Map.groupBy(results.filter(isFailed), ({ cause }) => cause ?? "not-serving")].map(([cause, members]) => [cause, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_18__.t)(ids)} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/steps/dns/follow-ports.ts
/**
* Once a release serves on other ports than before: closes the ports that neither it nor another service on its hosts uses. A port that stays open
* without a listener does not fail the release.
*/
async function closePorts(ctx, record) {
	if (record !== void 0) await closeBut(ctx, {
		had: (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.i)(record.route),
		needed: ctx.config.host.ports,
		record
	});
}
/** Closes the ports that were opened for a failed release, once all hosts serve the previous one again. */
async function closeOpened(ctx, record, results) {
	if (record === void 0 || results.some(({ servingRelease }) => servingRelease !== record.release)) return;
	await closeBut(ctx, {
		had: ctx.config.host.ports,
		needed: (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.i)(record.route),
		record
	});
}
/** For a run that deploys nothing new: the ports follow the live release, whatever the inputs say. */
function withServedPorts(ctx, record) {
	if (record === void 0) return ctx;
	return {
		...ctx,
		config: {
			...ctx.config,
			host: {
				...ctx.config.host,
				ports: (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.i)(record.route)
			}
		}
	};
}
/**
* After a return to another release: opens its ports, which the run's inputs do not contain. Problems are only reported, because the release
* serves.
*/
async function followPorts(ctx, route, hosts, record) {
	if (route === _volumes_js__WEBPACK_IMPORTED_MODULE_4__.l) return;
	const ports = (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.i)(route);
	const open = record === void 0 ? [] : (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.i)(record.route);
	if ((0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.r)(ports, open).length > 0) await orWarn(ctx, "The ports of the release are not all open", () => openPorts(ctx, ports, hosts));
	if (record !== void 0) await closeBut(ctx, {
		had: open,
		needed: ports,
		record
	});
}
/** Only in the service's own groups. */
async function openPorts({ config, networks, progress }, ports, hosts) {
	const { service } = config;
	const own = hosts.filter((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, service));
	for (const vpcId of new Set(own.flatMap((host) => host.vpcId ?? []))) {
		const { securityGroup } = await networks.own(service, {
			vpcId,
			ports
		});
		if (securityGroup === void 0 || securityGroup.open) continue;
		await networks.ensureSecurityGroup(service, vpcId, ports);
		progress.info(`Opened ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.n)(ports)}`);
	}
}
async function closeBut(ctx, { had, needed, record }) {
	if ((0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.r)(had, needed).length === 0) return;
	await orWarn(ctx, "A port that nothing needs is still open", async () => {
		const closed = await ctx.networks.closePorts(ctx.config.service, [...needed, ...await portsOfGuests(ctx, record)]);
		if (closed.length > 0) ctx.progress.info(`Closed ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.n)(closed)}`);
	});
}
async function orWarn({ progress }, words, act) {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		progress.warn(`${words}: ${error.message} ${error.hint ?? ""}`);
	}
}
async function portsOfGuests({ config, records }, record) {
	const hosts = (0,_record_js__WEBPACK_IMPORTED_MODULE_9__.n)(record);
	return (await records.list()).filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_9__.a)(other, config.service)).filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_9__.n)(other).some((id) => hosts.includes(id))).flatMap(({ route }) => (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_19__.i)(route));
}
// src/steps/hosts/bring-program.ts
/** Brings the host program to hosts that may lack it, before anything waits for them. Throws if a host does not accept it. */
async function bringProgram(ctx, hostIds, record) {
	const without = (0,_record_js__WEBPACK_IMPORTED_MODULE_9__.r)(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const answers = await ctx.remote.bring(without, ctx.signal);
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.t)(answers.filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.i)(answer.stdout))));
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n(cause, `${hostId} does not accept the host program: ${sentence}`, { hint });
}
// src/steps/hosts/provision.ts
/**
* Carries out the plans: afterwards each host runs with its address and the host program, and its agent is online. Returns the hosts in the order
* of the plans.
*/
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.u)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.m)(plans)]));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.n)(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.f);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, spec }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_10__.t)(ctx, {
		spec,
		repositories: repositoriesOf(ctx),
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.g)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories that the host pulls from ECR: the service's, and those of `image` or `proxy-image`. */
function repositoriesOf({ config }) {
	const others = [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_6__.l)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_6__.s)(registry, void 0)).map(({ repository }) => repository);
	return [config.image.repository, ...others];
}
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.t)(ctx, host.id, {
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
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_13__.t)(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
/** Finishes what a killed run may have left undone: the open port, the address. `all`: every host that can have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.ports);
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
* Carries out the plans and restores the hosts' role, and at the same time finds the addresses in use around the hosts; for a new host,
* after its launch.
*/
async function prepareHosts(ctx, input) {
	const there = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_8__.d)(input.plans);
	const provisioned = provision(ctx, input);
	const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned;
	const [hosts, addresses] = await Promise.all([
		provisioned,
		around.then((known) => addressesAround(ctx, known)),
		(0,_launch_js__WEBPACK_IMPORTED_MODULE_10__.i)(ctx, there, repositoriesOf(ctx))
	]);
	return {
		hosts,
		avoid: addresses.reachable,
		vpc: addresses.own
	};
}
/** Like `prepareHosts`, for a run that only checks whether the release serves already: it creates no container, and so no network. */
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
/** If AWS does not return the routes, the hosts use their own. But only AWS knows which addresses `trusted-proxies: vpc` means. */
async function addressesAround(ctx, hosts) {
	const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))];
	try {
		const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds);
		if (trustsVpc(ctx) && found.own.length === 0) throw noVpc();
		return found;
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n) || trustsVpc(ctx)) throw error;
		ctx.progress.info(`The action could not read the routes of the VPC and chose the containers' network without them: ${error.message}`);
		return NONE;
	}
}
const NONE = {
	own: [],
	reachable: []
};
function noVpc() {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)((0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)("trusted-proxies: the CIDRs of vpc are unknown, because AWS shows no route table", "List the CIDRs of the balancer in trusted-proxies instead of vpc."));
}
// src/steps/record/deployment-start.ts
/** `since`: when the run started its work on the service, in milliseconds since the epoch. */
function startOf({ config }, release, since) {
	const command = (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__.n)(config.command);
	if (command === void 0) throw new Error(`${config.command} makes no deployment.`);
	const { name, digest, commit } = release;
	return {
		command,
		release: name,
		version: (0,_version_js__WEBPACK_IMPORTED_MODULE_3__.r)(release),
		digest,
		commit,
		startedAt: new Date(since).toISOString()
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
const NOTE_LIMIT = 200;
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

/***/ 3593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ servedAsRecorded),
/* harmony export */   i: () => (/* binding */ recordedBefore),
/* harmony export */   n: () => (/* binding */ migrationsSince),
/* harmony export */   o: () => (/* binding */ servedTime),
/* harmony export */   r: () => (/* binding */ recordedAs),
/* harmony export */   s: () => (/* binding */ wasLeft),
/* harmony export */   t: () => (/* binding */ digestNamed)
/* harmony export */ });
// src/domain/release/history.ts
/** The record of a release from the last time when it was live. `history`: versions of a record, newest first. */
function recordedAs(release, history) {
	return history.find((version) => version.release === release);
}
/**
* A release that was live before, from its record; one without a record, from the host's report. `undefined` if
* the two disagree about the image.
*/
function servedAsRecorded(told, history) {
	const known = recordedAs(told.name, history);
	if (known === void 0) return told;
	return known.digest === told.digest ? {
		...told,
		image: known.image,
		login: known.login,
		commit: known.commit
	} : void 0;
}
/** Whether somebody has rolled back this release, since it last served, to one that served before it. */
function wasLeft(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const earlier = new Set(history.slice(at + 1).map((version) => version.release));
	return history.slice(0, at).some(({ release: to, attempt }) => attempt.outcome === "rolled-back" && attempt.cause === "" && earlier.has(to));
}
/**
* When a release last served, in milliseconds since the epoch. `until` is missing while it serves; `undefined`: no record contains
* the release. `history`: newest first.
*/
function servedTime(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const last = history[at];
	if (last === void 0) return void 0;
	const next = history[at - 1];
	return {
		since: Date.parse(last.deployedAt),
		...next && { until: Date.parse(next.deployedAt) }
	};
}
/** The release that served before the live one, without those that were rolled back. */
function recordedBefore(history) {
	return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history));
}
/** Releases marked as migrations that served after `release` last did, each once. */
function migrationsSince(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration);
	return [...new Set(passed.map((version) => version.release))];
}
/** The digest that is recorded under a semantic version. */
function digestNamed(semver, history) {
	return history.find((version) => version.semver === semver)?.digest;
}



/***/ }),

/***/ 8109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ releaseWords),
/* harmony export */   i: () => (/* binding */ noticeOf),
/* harmony export */   l: () => (/* binding */ tableOf),
/* harmony export */   n: () => (/* binding */ hostFacts),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ linesOf),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7883);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4493);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);




// src/report/parts/host-lines.ts
/** The release's name in a headline. */
function releaseWords({ name, semver }) {
	return semver === void 0 ? `release ${name}` : `${semver} (release ${name})`;
}
/** Rows that locate the service: with several hosts, the first one. */
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
		version: (0,_version_js__WEBPACK_IMPORTED_MODULE_1__.r)(release),
		"previous-release": (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.s)(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
/** What the headline leaves out: it already has the release and its address. */
function factsOf({ hosts, release }) {
	return [["Digest", release.digest], ...hostFacts(hosts)];
}
/** The only host; several hosts have their own table. */
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
/** The table of several hosts. */
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
/** Findings of the hosts about themselves that need no immediate action. */
function noticeOf(hosts) {
	const warnings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_3__.r)(hosts);
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
			url: (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.c)(host, route),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
/** The result of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}



/***/ }),

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hopLimitFor),
/* harmony export */   i: () => (/* binding */ putRoleRight),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   t: () => (/* binding */ launchHosts)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2625);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _wanted_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9751);
/* harmony import */ var _role_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9069);






// src/domain/host/host-role.ts
/**
* Hops of an answer of the instance metadata service: one to the host itself, two to a container.
* https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
*/
const TO_HOST = 1;
const TO_CONTAINERS = 2;
/** The hop limit of a new host. */
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
/** Refuses `host-role` on a host whose metadata service does not reach containers: the container would wait for it forever. */
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/steps/hosts/host-role.ts
/** The instance profile for a new host, which pulls from ECR repositories of these names. Warns of anything that a stack's role does not allow. */
async function ensureRole({ config, accountId, hostRoles, progress }, repositories) {
	const { service, region } = config;
	const { profile, lacks } = await hostRoles.ensure({
		service,
		region,
		accountId,
		repositories,
		challenged: (0,_wanted_names_js__WEBPACK_IMPORTED_MODULE_3__.r)(config.spec)
	});
	for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
/** Restores the role of existing hosts, whoever changed it. If that fails, the run continues with the role as it is. */
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = (0,_role_name_js__WEBPACK_IMPORTED_MODULE_4__.t)(service, region);
	if (!hosts.some((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.n)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role was not changed: ${error.message}`);
	}
}
// src/domain/host/spread.ts
/**
* The subnets for each host to launch, first choice first: the one with the fewest hosts so far, and the earlier one of several.
* `taken`: the subnets of the existing hosts.
*/
function spread(subnets, taken, count) {
	const filled = [...taken];
	return Array.from({ length: count }, () => {
		const order = subnets.toSorted((a, b) => hostsIn(a, filled) - hostsIn(b, filled));
		filled.push(order[0]?.id);
		return order;
	});
}
function hostsIn({ id }, filled) {
	return filled.filter((subnet) => subnet === id).length;
}
// src/steps/hosts/launch.ts
/** It takes up to two minutes until EC2 sees a new instance profile. */
const PROFILE_PATIENCE_MS = 18e4;
/** Launches hosts in parallel, spread over the subnets; each in the first one with capacity. */
async function launchHosts(ctx, input) {
	const { host: spec } = ctx.config;
	for (const replaced of input.replaces) ctx.progress.info(`Launching a ${spec.instanceType}${replaced === void 0 ? "" : ` in place of ${replaced}`}`);
	const [instanceProfile, image, subnets] = await Promise.all([
		profile(ctx, input),
		machineImage(ctx),
		ctx.networks.subnets(spec.subnetIds)
	]);
	const orders = spread(subnets, input.taken, input.replaces.length);
	const groups = securityGroups(ctx);
	const launch = {
		service: spec.service,
		instanceType: spec.instanceType,
		volumeGiB: spec.volumeGiB,
		hopLimit: hopLimitFor(input.spec),
		instanceProfile,
		...image
	};
	return (await Promise.allSettled(input.replaces.map((replaces, at) => launchHost(ctx, {
		launch: {
			...launch,
			replaces
		},
		subnets: orders[at] ?? [],
		groups
	})))).map((settled) => {
		if (settled.status === "rejected") throw settled.reason;
		return settled.value;
	});
}
async function launchHost(ctx, { launch, subnets, groups }) {
	const { instanceType } = launch;
	const refusals = [];
	for (const subnet of subnets) {
		const attempt = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		});
		if (attempt.kind === "launched") return attempt.host;
		refusals.push(attempt.reason);
		ctx.progress.info(`No room for a ${instanceType} in ${subnet.zone}: ${attempt.reason}`);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
/** The machine image of a new host. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("wrong-architecture", `${ami} is for ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.s)(image.architecture)}, but ${config.host.instanceType} is ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.s)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
/** The named groups, or the service's own, which is created once per VPC. */
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, ports } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, ports);
		own.set(vpcId, group);
		return [await group];
	};
}
/** Tries one subnet, again while EC2 does not see the profile yet. */
function launchIn(ctx, spec) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_5__.t)({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PROFILE_PATIENCE_MS,
		every: 3e3,
		onWait: (profileName, since) => ctx.progress.waiting(`the instance profile ${profileName} to become visible to EC2`, since),
		onLimit: (profileName) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("profile-not-visible", `EC2 does not know the instance profile ${profileName}`, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
		}
	});
}
/** In some zones a refused token stays refused, so each attempt has a new one; a retried request of the same attempt keeps it. */
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	return launch.kind === "profile-not-visible" ? { waiting: spec.instanceProfile } : { ended: launch };
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
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4221);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3048);







// src/domain/rollout/exposure.ts
const SHARE = /^canary (\d+(?:\.\d+)?)%$/;
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
const ATTEMPTS = 5;
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
		if (meanwhile !== void 0) next = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_5__.r)(next, meanwhile, seen);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("aws-unavailable", `Others changed the release record ${ATTEMPTS} times while this run wrote it.`, { hint: "Run this again: it records what is live." });
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
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.c)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image is live, and may let it expire: ${String(error)}`);
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
		route: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.f)(served.route),
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.o)(job),
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
	const mark = preview ? {
		number: preview.number,
		repository: preview.repository
	} : record?.preview;
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
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${String(error)}`));
}
function newAttempt({ config, clock, progress }, { since, results, semver, ...rest }) {
	const now = clock.now();
	const note = (0,_findings_js__WEBPACK_IMPORTED_MODULE_6__.t)(results);
	return {
		...rest,
		...semver === void 0 ? {} : { semver },
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.o)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10,
		command: config.command,
		...exposureOf(progress.steps(), since)
	};
}



/***/ }),

/***/ 9069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ roleName),
/* harmony export */   t: () => (/* binding */ profileName)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/host/role-name.ts
const LONGEST_ROLE = 64;
const HASH_DIGITS = 16;
/**
* The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name includes the region. The
* limit is 128 characters and it has at most 110, so a template can compose it, too.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
*/
function profileName(service, region) {
	return `docker-to-ec2.${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.m)(service)}.${region}`;
}
/**
* The action's role for that profile, with the same name. A role's limit is 64 characters: a longer name is cut and ends in two dots and a hash,
* like no other name.
*/
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
}



/***/ })

};
;