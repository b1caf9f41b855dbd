"use strict";
exports.id = 6507;
exports.ids = [6507];
exports.modules = {

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9734);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6723);





// src/steps/orders/query-status.ts
/** Asks all hosts that SSM reaches, with one command. */
async function queryStatus(ctx, hosts) {
	const agents = await agentsOf(ctx, hosts);
	const online = hosts.flatMap(({ id, state }) => state === "running" && agents.get(id)?.kind === "online" ? [id] : []);
	const answers = online.length === 0 ? [] : await ask(ctx, online);
	return hosts.map((host) => {
		const answer = answers.find(({ hostId }) => hostId === host.id);
		if (answer !== void 0) return statusOf(ctx, host, answer.result);
		return unheard(host, host.state === "running" ? "SSM cannot reach the host" : `the host is ${host.state}`, agents.get(host.id)?.kind === "unknown" ? "nothing" : "all");
	});
}
/** Of the hosts that run, or come up. */
async function agentsOf({ remote }, hosts) {
	const ids = hosts.flatMap(({ id, state }) => state === "running" || state === "pending" ? [id] : []);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_2__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_0__.o
	});
}
function unheard(host, reason, hides = "all") {
	return {
		host,
		status: reason,
		others: [],
		silent: {
			reason,
			hides
		},
		findings: []
	};
}
function statusOf({ config }, host, result) {
	if (!result) return unheard(host, "the host did not answer");
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.m)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_4__.a),
		findings: findings ?? [],
		...silent && { silent }
	};
}
function silenceOf({ docker, others }) {
	if (others === void 0) return {
		reason: "its program does not say which services are on it",
		hides: "all"
	};
	return docker === "" ? {
		reason: "Docker does not answer on the host",
		hides: "data"
	} : void 0;
}



/***/ }),

/***/ 1929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ releaseDocument),
/* harmony export */   i: () => (/* binding */ releaseArtifact),
/* harmony export */   n: () => (/* binding */ ARTIFACT_TYPE),
/* harmony export */   o: () => (/* binding */ releaseName),
/* harmony export */   r: () => (/* binding */ SPECIFICATION_TYPE),
/* harmony export */   t: () => (/* binding */ readSpecification)
/* harmony export */ });
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1803);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8186);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);




// src/domain/release/release.ts
/** Names a release. What decides whether a container must be started anew goes into the hash: the digest, and the settings that are its identity. */
function releaseName(commit, digest, spec) {
	const identity = JSON.stringify([digest, (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.o)(spec)]);
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
}
// src/domain/release/release-document.ts
/** Where an external proxy asks from. */
const LOOPBACK = "127.0.0.1/32";
function releaseDocument({ service, release, login = "", vpc, runUrl }) {
	const { name, digest, image, commit, spec } = release;
	const given = (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.u)(spec["trusted-proxies"], vpc);
	const trusted = spec["external-proxy"] ? [LOOPBACK, ...given] : given;
	return {
		name,
		digest,
		image,
		login,
		commit,
		runUrl,
		service,
		spec,
		docker: (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.a)(spec),
		trusted
	};
}
/** What a setting's value may be, nobody asks here: if the name comes out of them, they are those of the release. */
const settings = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.d)((spec) => typeof spec === "object" && spec !== null && (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.i)(Object.keys(spec)));
const DOCUMENT = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
	name: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	digest: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	image: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	login: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	commit: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	spec: settings
});
/**
* The inverse of `releaseDocument`. `undefined` for what is no document, for one that asks for more than this version knows, and for one that does
* not come out as the release that its name, a hash of image and specification, stands for.
*/
function readDocument(value) {
	const document = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.s)(DOCUMENT, value);
	return document !== void 0 && isNamed(document) ? {
		...document,
		spec: (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__.l)(document.spec)
	} : void 0;
}
/** What is no value of its setting may give no name at all. */
function isNamed({ name, commit, digest, spec }) {
	try {
		return releaseName(commit, digest, spec) === name;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}
// src/domain/release/release-artifact.ts
/** The kind under which a registry lists the specification among the artifacts of an image. */
const ARTIFACT_TYPE = "application/vnd.docker-to-ec2.release.v1";
/** What the specification is written in. */
const SPECIFICATION_TYPE = `${ARTIFACT_TYPE}+json`;
function releaseArtifact({ name, digest, commit, spec }) {
	const text = JSON.stringify({
		name,
		digest,
		commit,
		spec
	});
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(text).digest("hex").slice(0, 8);
	return {
		tag: `${_image_js__WEBPACK_IMPORTED_MODULE_0__.i}${name}-${hash}`,
		text
	};
}
/** `readDocument` holds it against what a document is. */
const ANY_OBJECT = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.v)({});
/**
* The release of a specification. Where its image lies only the record says, as credentials go there. `undefined` for a text that this version does
* not understand as a whole, or that is not the release which was recorded.
*/
function readArtifact(text, { release: name, digest, commit, image, login }) {
	const release = readDocument({
		...(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.o)(ANY_OBJECT, text),
		image,
		login
	});
	return release?.name === name && release.digest === digest && release.commit === commit ? release : void 0;
}
// src/steps/record/read-specification.ts
/**
* The specification that a record points to: what its digest stands for, and nothing else. `repositories`: those of the record's own account and region,
* to whose registry alone credentials are shown.
*/
async function readSpecification({ artifacts }, recorded, repositories) {
	const { artifact } = recorded;
	if (artifact === void 0) return "gone";
	const place = (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.l)(artifact);
	const credentials = await repositories.credentials();
	if (place.registry !== credentials.registry) return "elsewhere";
	const text = await artifacts.read(place, credentials);
	return text === void 0 ? "gone" : readArtifact(text, recorded) ?? "unreadable";
}



/***/ }),

/***/ 9311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chooseTarget),
/* harmony export */   r: () => (/* binding */ rollbackHosts),
/* harmony export */   t: () => (/* binding */ revert)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9365);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3706);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8929);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5933);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7626);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1929);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4264);










// src/domain/rollout/rollback-target.ts
/** The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. */
function rollbackTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, status }) => typeof status === "string" ? `${hostId}: ${status}` : []);
	if (silent !== void 0) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)(silent, "Fix that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, status }) => typeof status === "string" ? [] : [{
		hostId,
		status
	}]);
	const serving = [...new Set(hosts.map(({ status }) => status.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ status }) => status), serving);
	if (release === "") return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)("the hosts have no common release before the live one", "Name one in the input release (command: status lists them), or deploy the commit that you want to return to.");
	return {
		kind: "target",
		release,
		serving,
		strangers: hosts.filter(({ status }) => !knows(status, release)).map(({ hostId }) => hostId)
	};
}
/** Refuses a release that some hosts do not know, and that nobody can bring them. */
function refuseStrangers(strangers, release) {
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
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
function rollbackOrder(spec) {
	const { release, base, document = null } = spec;
	return {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_9__.n)("rollback", spec),
		...(0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.d)(spec),
		release,
		base,
		document
	};
}
// src/steps/rollout/brought-release.ts
/**
* What hosts are to return to that do not keep it any more: `asked`, or empty for what is recorded before the live release. Only what was live here,
* by the record, as the registry has it. `undefined`, with a line in the log, where these know of no such release.
*/
async function broughtRelease(ctx, asked, { vpc }) {
	const { config, records, repositories, progress } = ctx;
	const history = await records.history(config.service, 100);
	const recorded = asked === "" ? (0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.s)(history) : (0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.o)(asked, history);
	const specification = recorded && await (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, recorded, repositories);
	if (typeof specification === "object") return documentHere(ctx, specification, vpc);
	progress.info(recorded === void 0 ? `The record does not have ${asked === "" ? "an earlier release" : asked}, either` : `The specification of ${recorded.release} in the registry is ${specification}`);
}
/** The release as this service's hosts keep it. */
function documentHere({ config }, release, vpc) {
	const { service, job } = config;
	if (release.spec["trusted-proxies"].includes("vpc") && vpc.length === 0) {
		const reason = `${release.name} trusts the proxies of the VPC, whose CIDRs are unknown, because AWS shows no route table`;
		throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)((0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.u)(reason, "Deploy its commit with the CIDRs of the balancer in trusted-proxies instead of vpc."));
	}
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_7__.a)({
		service,
		release,
		login: release.login,
		vpc,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_6__.a)(job)
	});
}
// src/steps/rollout/rollback-hosts.ts
/**
* A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* serve, and the host is not asked to compare.
*/
async function chooseTarget(ctx, prepared, record) {
	const { hosts, avoid } = prepared;
	const asked = ctx.config.release ?? "";
	if (hosts.length === 1) return {
		target: asked,
		base: [record?.release ?? "*"],
		record,
		avoid
	};
	const target = rollbackTarget(asked, (await ctx.progress.step("Ask the hosts", () => (0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, hosts))).map(({ host, status }) => ({
		hostId: host.id,
		status
	})));
	if (target.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(target);
	const { release, serving, strangers } = target;
	const document = strangers.length === 0 ? void 0 : await broughtRelease(ctx, release, prepared);
	if (strangers.length > 0 && document === void 0) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(refuseStrangers(strangers, release));
	return {
		target: release,
		base: serving,
		record,
		avoid,
		document
	};
}
/** In waves. A single host may not know what it is to return to any more: it has touched nothing then, and is brought it. */
async function rollbackHosts(ctx, prepared, way) {
	const results = await sendInWaves(ctx, prepared, way);
	const [only, ...others] = results;
	if (only?.cause !== "release-not-found" || others.length > 0) return results;
	const document = await broughtRelease(ctx, way.target, prepared);
	return document === void 0 ? results : sendInWaves(ctx, prepared, {
		...way,
		target: document.name,
		document
	});
}
function sendInWaves(ctx, { hosts }, way) {
	const [hostIds, concurrency] = [hosts.map(({ id }) => id), ctx.config.maxConcurrency];
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_8__.u)(ctx, way.base, (base) => sendRollback(ctx, {
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
	const { target: release, base, record, avoid, document } = way;
	const order = rollbackOrder({
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx),
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, avoid),
		ownRegistry: record?.login,
		release,
		base,
		document
	});
	return (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_8__.d)(ctx, {
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
		returned.push(...await ctx.progress.step(`Return ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_1__.i)(hostIds)} to ${target}`, () => sendRollback(ctx, {
			hostIds,
			way,
			continueOnError: true
		}), _result_js__WEBPACK_IMPORTED_MODULE_0__.r));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
/** Empty: it stays as it is. */
function targetOf({ outcome, previous }, recorded = "") {
	if (outcome === "unchanged") return recorded;
	return outcome === "failed" ? "" : previous;
}



/***/ }),

/***/ 8705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ restartSuccess),
/* harmony export */   r: () => (/* binding */ rollbackSuccess),
/* harmony export */   t: () => (/* binding */ failureReport)
/* harmony export */ });
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4264);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9734);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8109);




// src/report/pages/rollback.ts
/** `blocked`: the commit that was gone back from, and is not to come back by itself. */
function rollbackSuccess(config, served) {
	const { results, blocked = "" } = served;
	const report = success(config, served, {
		outcome: results.every((result) => result.outcome === "unchanged") ? "unchanged" : "rolled-back",
		verb: "serves again"
	});
	return {
		...report,
		facts: [
			...report.facts,
			["Rolled back from", (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(results)],
			...whatIsRefused(blocked)
		]
	};
}
function whatIsRefused(commit) {
	return commit === "" ? [] : [["Refused from now on", `commit ${commit.slice(0, 8)}, until a newer one comes, or allow-rolled-back: true`]];
}
function restartSuccess(config, served) {
	return success(config, served, {
		outcome: "restarted",
		verb: "was restarted"
	});
}
function success({ service }, { hosts, results, served }, { outcome, verb }) {
	const placed = {
		hosts,
		results,
		release: served,
		route: served.route
	};
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.r)(placed);
	return {
		outcome,
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_3__.i)(service)}: release ${served.name} ${verb} ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.s)(lines)}`,
		outputs: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.a)(placed),
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.t)(placed),
		image: served.image,
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.c)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.i)(results)
	};
}
function failureReport(config, { deed, hosts, results, failed }) {
	const { spec } = config;
	const { cause = "not-serving" } = failed;
	const explained = (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_0__.l)({
		...failed,
		cause,
		port: spec.port,
		healthPath: spec["health-path"]
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_2__.r)({
		hosts,
		results,
		route: spec
	});
	return {
		outcome: "failed",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_3__.i)(config.service)}: the ${deed} failed${place}`,
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
			sentence: `${explained.sentence}.`,
			state: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.u)(failed),
			others: (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_0__.c)(results, failed),
			hint: explained.hint,
			evidence: failed.evidence
		}
	};
}



/***/ }),

/***/ 6507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5933);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3706);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _revert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9311);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3096);
/* harmony import */ var _prepare_hosts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4264);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8705);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9365);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6434);










// src/commands/rollback.ts
/** Returns to an earlier verified release, as it was: image, configuration, references to secrets. */
async function rollback(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_9__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_9__.r, async (ctx) => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { plans, record } = await progress.step("Snapshot", () => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, _order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p));
		const prepared = await progress.step("Prepare the host", () => (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_6__.t)((0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_6__.o)(ctx, record), {
			plans,
			record,
			spec: ctx.config.spec
		}));
		const way = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, prepared, record);
		const hostIds = prepared.hosts.map(({ id }) => id);
		const results = await progress.step(`Roll back to ${way.target || "the last verified release"} on ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_8__.i)(hostIds)}`, () => (0,_revert_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, prepared, way), _result_js__WEBPACK_IMPORTED_MODULE_3__.r);
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
	const proven = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.c)(results);
	const history = proven === void 0 ? [] : await ctx.records.history(ctx.config.service, 100);
	const served = proven && (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.c)(proven, history);
	if (served === void 0) return revertRollback(ctx, rolled);
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		release: served.name,
		commit: served.commit,
		outcome: "rolled-back",
		cause: "",
		since,
		results
	});
	const left = record === void 0 || record.release === served.name ? {} : { blocked: record.commit };
	const recorded = (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.o)(served.name, history);
	const live = {
		served,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.s)(results),
		fingerprint: recorded?.fingerprint,
		artifact: recorded?.artifact,
		results
	};
	await ctx.progress.step("Record the release", () => (0,_record_release_js__WEBPACK_IMPORTED_MODULE_5__.i)(ctx, live, {
		record,
		attempt,
		...left
	}));
	await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_6__.a)(ctx, served.route, hosts, record);
	await (0,_prepare_hosts_js__WEBPACK_IMPORTED_MODULE_6__.f)(ctx, served.route, hosts, record);
	warnOfMigrations(ctx, history, served.name);
	warnOfHttps(ctx, record, served);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_7__.r)(ctx.config, {
		hosts,
		results,
		served,
		...left
	});
}
/** Hosts that had returned already go forth again, so that all serve the same. */
async function revertRollback(ctx, { hosts, avoid, record, results, since }) {
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.l)(results);
	const cause = failed.cause ?? "not-serving";
	const release = results.find(({ served }) => served)?.served?.name ?? "";
	const after = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		release,
		record,
		results,
		avoid
	});
	const { release: asked = "" } = ctx.config;
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx, record, (0,_record_release_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		release: asked,
		commit: "",
		outcome: "failed",
		cause,
		since,
		results: after
	}));
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx.config, {
		deed: "rollback",
		hosts,
		results: after,
		failed
	});
}
/** Data may have been changed in a way that the release does not understand; nothing that a rollback can undo. */
function warnOfMigrations(ctx, history, target) {
	const passed = (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.a)(target, history);
	if (passed.length > 0) ctx.progress.warn(`Rolled back past ${passed.join(", ")}, marked as a migration: check that ${target} understands the data.`);
}
/** Browsers keep to a permanent redirect, and to HSTS. */
function warnOfHttps({ progress }, record, { name, route }) {
	if (record !== void 0 && record.route.tls !== "off" && route.tls === "off" && route !== _volumes_js__WEBPACK_IMPORTED_MODULE_2__.l) progress.warn(`${name} is older than HTTPS here and serves only HTTP: browsers that were redirected to HTTPS get no answer there.`);
}



/***/ })

};
;