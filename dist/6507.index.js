"use strict";
exports.id = 6507;
exports.ids = [6507];
exports.modules = {

/***/ 1618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findNamed)
/* harmony export */ });
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1929);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/steps/version/find-named.ts
/** The release of a service with this version, by its record and the repository's tags. */
async function findNamed(ctx, { service, records, version }) {
	const [history, tagged] = await Promise.all([records.history(service, 100), taggedWith(ctx, version)]);
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_0__.o)({
		version,
		tagged,
		environment: service.environment
	}, history);
}
/** A run for the tag knows its commit without GitHub. */
async function taggedWith({ config, commits }, version) {
	const { ref, commit } = config.job;
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(version)) return [];
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.It)(ref) === version) return [commit];
	const tags = await commits.tags();
	return tags && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_0__.c)(tags, version);
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);





// src/steps/orders/query-status.ts
/** Asks all hosts in SSM's reach with one command. */
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
async function agentsOf({ remote }, hosts) {
	const ids = hosts.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.St).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_2__.o
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
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
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
/* harmony export */   a: () => (/* binding */ refuseTaken),
/* harmony export */   c: () => (/* binding */ commitsTagged),
/* harmony export */   d: () => (/* binding */ releaseName),
/* harmony export */   i: () => (/* binding */ releaseArtifact),
/* harmony export */   l: () => (/* binding */ semverOfCommit),
/* harmony export */   n: () => (/* binding */ ARTIFACT_TYPE),
/* harmony export */   o: () => (/* binding */ releaseNamed),
/* harmony export */   r: () => (/* binding */ SPECIFICATION_TYPE),
/* harmony export */   s: () => (/* binding */ releaseDocument),
/* harmony export */   t: () => (/* binding */ readSpecification),
/* harmony export */   u: () => (/* binding */ versionTags)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);




// src/domain/release/release.ts
/** Names a release. The hash covers whatever requires a new container: the digest, and the settings of its identity. */
function releaseName(commit, digest, spec) {
	const identity = JSON.stringify([digest, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.On)(spec)]);
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
}
// src/domain/version/version-tags.ts
/** The version tags, highest first. */
function versionTags(tags) {
	return tags.flatMap((tag) => {
		const version = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(tag.name);
		return version === void 0 ? [] : [{
			...tag,
			version
		}];
	}).toSorted((a, b) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.zt)(b.version, a.version));
}
/** The highest version tag of a commit. */
function semverOfCommit(tags, commit) {
	return versionTags(tags).find((tag) => tag.commit === commit)?.version.text;
}
/** The commits with a version's tag, without duplicates: `v1.4.0` and `1.4.0` are the same version. */
function commitsTagged(tags, semver) {
	return [...new Set(versionTags(tags).flatMap(({ version, commit }) => version.text === semver ? [commit] : []))];
}
// src/domain/release/release-document.ts
/** The addresses of an external proxy. */
var LOOPBACK = "127.0.0.1/32";
function releaseDocument({ service, release, login = "", vpc, runUrl }) {
	const { name, digest, image, commit, spec } = release;
	const given = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Mn)(spec["trusted-proxies"], vpc);
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
		docker: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Dn)(spec),
		trusted
	};
}
/** Does not validate the settings: if their hash gives the release's name, they are the release's own. */
var settings = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.i)((spec) => typeof spec === "object" && spec !== null && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.En)(Object.keys(spec)));
var DOCUMENT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	name: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	digest: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	image: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	login: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	spec: settings
});
/**
* The inverse of `releaseDocument`. `undefined` for an invalid document, one that needs more than this version knows, and one that does
* not match its name, a hash of image and specification.
*/
function readDocument(value) {
	const document = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(DOCUMENT, value);
	return document !== void 0 && isNamed(document) ? {
		...document,
		spec: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.jn)(document.spec)
	} : void 0;
}
/** An invalid value may have no name. */
function isNamed({ name, commit, digest, spec }) {
	try {
		return releaseName(commit, digest, spec) === name;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}
// src/domain/rollout/named-release.ts
/** The release of a version: the one recorded under it, or else the one of its commit. `history`: versions of a record, newest first. */
function releaseNamed(naming, history) {
	const { version, tagged = [] } = naming;
	const commits = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(version) ? [version] : tagged;
	const recorded = history.filter(({ semver }) => semver === version);
	const [newest, ...others] = recorded.length > 0 ? recorded : history.filter(({ commit }) => commits.includes(commit));
	if (newest === void 0) return refuseUnknown(naming, history);
	const another = others.find(({ digest }) => digest !== newest.digest);
	return another === void 0 ? newest : refuseAmbiguous(naming, newest, another);
}
function refuseUnknown({ version, tagged, environment }, history) {
	const known = [...new Set(history.flatMap(({ semver }) => semver ?? []))].join(", ");
	const there = known === "" ? "" : `; these versions are: ${known}`;
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(version)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`commit ${version.slice(0, 8)} is not verified in ${environment}${there}`, deployThere(environment));
	if (tagged === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} is not recorded in ${environment}${there}; GitHub does not say which commit has this tag`, "Give the job contents: read, or name the release in the input release (command: status lists them).");
	const [commit] = tagged;
	return commit === void 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} is neither recorded in ${environment} nor a tag of the repository${there}`, "Check the input version, or push the tag.") : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} is commit ${commit.slice(0, 8)}, which is not verified in ${environment}${there}`, deployThere(environment));
}
function deployThere(environment) {
	return `Deploy this commit to ${environment} first, and run this again.`;
}
function refuseAmbiguous({ version, environment }, one, other) {
	const both = [one, other].map(({ release, digest }) => `${release} (${digest})`).join(" and ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} names two digests in ${environment}: ${both}`, "Name one of them in the input release.");
}
/** Refuses a version for a second digest. `digest`: empty until the image is built. */
function refuseTaken(version, digest, holder) {
	if (holder === void 0 || holder.digest === digest) return void 0;
	const ours = digest === "" ? "this run would build another image" : `this release is ${digest}`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} already names ${holder.digest} (${holder.where}), but ${ours}`, "Choose a version that is not taken, such as the next one (next-version proposes it), or promote the release that has this one.");
}
// src/domain/release/release-artifact.ts
/** The artifact type by which a registry lists the specification among the artifacts of an image. */
var ARTIFACT_TYPE = "application/vnd.docker-to-ec2.release.v1";
/** Media type of the specification. */
var SPECIFICATION_TYPE = `${ARTIFACT_TYPE}+json`;
function releaseArtifact({ name, digest, commit, spec }) {
	const text = JSON.stringify({
		name,
		digest,
		commit,
		spec
	});
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(text).digest("hex").slice(0, 8);
	return {
		tag: `${_image_js__WEBPACK_IMPORTED_MODULE_2__.i}${name}-${hash}`,
		text
	};
}
/** `readDocument` validates the rest. */
var ANY_OBJECT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.p)({});
/**
* Reads the release in a specification. Only the record decides where its image is, because credentials go there. `undefined` for a text that this
* version does not fully understand, or that is not the recorded release.
*/
function readArtifact(text, { release: name, digest, commit, image, login }) {
	const release = readDocument({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(ANY_OBJECT, text),
		image,
		login
	});
	return release?.name === name && release.digest === digest && release.commit === commit ? release : void 0;
}
// src/steps/record/read-specification.ts
/**
* Reads the specification that a record points to, by its digest. `repositories`: those of the record's own account and region;
* only their registry gets credentials.
*/
async function readSpecification({ artifacts }, recorded, repositories) {
	const { artifact } = recorded;
	if (artifact === void 0) return "gone";
	const place = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(artifact);
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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _cut_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8056);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8929);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5933);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3593);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1929);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5859);









// src/domain/rollout/rollback-target.ts
/** The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. */
function rollbackTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, status }) => typeof status === "string" ? `${hostId}: ${status}` : []);
	if (silent !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)(silent, "Fix that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, status }) => typeof status === "string" ? [] : [{
		hostId,
		status
	}]);
	const serving = [...new Set(hosts.map(({ status }) => status.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ status }) => status), serving);
	if (release === "") return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)("the hosts have no common release before the live one", "Name one in the input release (command: status lists them), or deploy the commit that you want to return to.");
	return {
		kind: "target",
		release,
		serving,
		strangers: hosts.filter(({ status }) => !knows(status, release)).map(({ hostId }) => hostId)
	};
}
/** Refuses a release that some hosts lack, and that cannot be brought to them. */
function refuseStrangers(strangers, release) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
}
/**
* Of the live releases, the newest is the one whose host has all the others in its history. Of the releases before it, returns the newest
* that all hosts have.
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
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_3__.n)("rollback", spec),
		...(0,_cut_over_js__WEBPACK_IMPORTED_MODULE_2__.t)(spec),
		release,
		base,
		document
	};
}
// src/steps/rollout/brought-release.ts
/**
* The release that hosts return to but no longer have: `asked`, or if empty the recorded predecessor of the live one. It must have been live here
* by the record, and the registry must have it. Otherwise `undefined`, with a line in the log.
*/
async function broughtRelease(ctx, asked, { vpc }) {
	const { config, records, repositories, progress } = ctx;
	const history = await records.history(config.service, 100);
	const recorded = asked === "" ? (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.i)(history) : (0,_history_js__WEBPACK_IMPORTED_MODULE_8__.r)(asked, history);
	const specification = recorded && await (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, recorded, repositories);
	if (typeof specification === "object") return documentHere(ctx, specification, vpc);
	progress.info(recorded === void 0 ? `The record does not have ${asked === "" ? "an earlier release" : asked}, either` : `The specification of ${recorded.release} in the registry is ${specification}`);
}
/** The release in the form that this service's hosts store. */
function documentHere({ config }, release, vpc) {
	const { service, job } = config;
	if (release.spec["trusted-proxies"].includes("vpc") && vpc.length === 0) {
		const reason = `${release.name} trusts the proxies of the VPC, whose CIDRs are unknown, because AWS shows no route table`;
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dr)(reason, "Deploy its commit with the CIDRs of the balancer in trusted-proxies instead of vpc."));
	}
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.s)({
		service,
		release,
		login: release.login,
		vpc,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(job)
	});
}
// src/steps/rollout/rollback-hosts.ts
/**
* `asked`: name of a release; empty where none was asked for. A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* is unknown, and the host does not compare.
*/
async function chooseTarget(ctx, prepared, { record, asked }) {
	const { hosts, avoid } = prepared;
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
	if (target.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(target);
	const { release, serving, strangers } = target;
	const document = strangers.length === 0 ? void 0 : await broughtRelease(ctx, release, prepared);
	if (strangers.length > 0 && document === void 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refuseStrangers(strangers, release));
	return {
		target: release,
		base: serving,
		record,
		avoid,
		document
	};
}
/** In waves. If a single host no longer knows its previous release, it has changed nothing, and gets the order again with the release. */
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
	return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_7__.u)(ctx, way.base, (base) => sendRollback(ctx, {
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
	return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_7__.d)(ctx, {
		...dispatch,
		order,
		live: record
	}, release);
}
// src/steps/rollout/revert.ts
/**
* Removes a release that failed on one host from all of them: those that accepted it return to what they served before. A host that got it from a
* killed run returns to the recorded release, which itself always stays. Returns the results, including those of the reverted hosts.
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
		returned.push(...await ctx.progress.step(`Return ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(hostIds)} to ${target}`, () => sendRollback(ctx, {
			hostIds,
			way,
			continueOnError: true
		}), _result_js__WEBPACK_IMPORTED_MODULE_0__.r));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
/** Empty: the host keeps its release. */
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
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7450);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5859);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8675);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8109);





// src/report/pages/rollback.ts
/** `blocked`: the commit that was rolled back, and stays refused. */
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
			["Rolled back from", (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.s)(results)],
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
function success({ service }, { hosts, results, served, semver }, { outcome, verb }) {
	const placed = {
		hosts,
		results,
		release: {
			...served,
			semver
		},
		route: served.route
	};
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.r)(placed);
	return {
		outcome,
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.hr)(service)}: ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.c)(placed.release)} ${verb} ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.s)(lines)}`,
		outputs: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.a)(placed),
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.t)(placed),
		image: served.image,
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.l)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.i)(results)
	};
}
function failureReport(config, { deed, hosts, results, failed }) {
	const { spec } = config;
	const { cause = "not-serving" } = failed;
	const explained = (0,_provision_js__WEBPACK_IMPORTED_MODULE_0__.i)({
		...failed,
		cause,
		port: spec.port,
		healthPath: spec["health-path"]
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.r)({
		hosts,
		results,
		route: spec
	});
	return {
		outcome: "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.hr)(config.service)}: the ${deed} failed${place}`,
		outputs: {
			...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.o)(lines),
			cause,
			"serving-digest": failed.serving,
			"previous-release": failed.previous
		},
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.n)(hosts),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.l)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.i)(results),
		failure: {
			cause,
			sentence: `${explained.sentence}.`,
			state: (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.u)(failed),
			others: (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_1__.l)(results, failed),
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
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3593);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _find_named_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1618);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _revert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9311);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5859);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3096);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3141);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8705);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6434);











// src/commands/rollback.ts
/** Returns to an earlier verified release, unchanged: image, configuration, references to secrets. */
async function rollback(unleased) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_9__.n)(unleased, _with_lease_js__WEBPACK_IMPORTED_MODULE_9__.r, async (ctx) => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { plans, record } = await progress.step("Snapshot", () => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, _order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p));
		const asked = await askedRelease(ctx);
		const prepared = await progress.step("Prepare the host", () => (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.n)((0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.s)(ctx, record), {
			plans,
			record,
			spec: ctx.config.spec
		}));
		const way = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, prepared, {
			record,
			asked
		});
		const hostIds = prepared.hosts.map(({ id }) => id);
		const results = await progress.step(`Roll back to ${way.target || "the last verified release"} on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(hostIds)}`, () => (0,_revert_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, prepared, way), _result_js__WEBPACK_IMPORTED_MODULE_3__.r);
		return conclude(ctx, {
			...prepared,
			asked,
			record,
			results,
			since
		});
	});
}
/** The name of the release in the inputs; empty if they name none. */
async function askedRelease(ctx) {
	const { release = "", versioning, service } = ctx.config;
	if (versioning.asked === void 0) return release;
	const found = await (0,_find_named_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, {
		service,
		records: ctx.records,
		version: versioning.asked
	});
	if ("kind" in found) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(found);
	ctx.progress.info(`${versioning.asked} is release ${found.release}`);
	return found.release;
}
async function conclude(ctx, rolled) {
	const { hosts, record, results, since } = rolled;
	const proven = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.c)(results);
	const history = proven === void 0 ? [] : await ctx.records.history(ctx.config.service, 100);
	const served = proven && (0,_history_js__WEBPACK_IMPORTED_MODULE_10__.a)(proven, history);
	const recorded = served && (0,_history_js__WEBPACK_IMPORTED_MODULE_10__.r)(served.name, history);
	const semver = recorded?.semver;
	const tried = served ?? {
		name: rolled.asked || "unknown",
		digest: "",
		commit: ""
	};
	if (results.some(({ outcome }) => outcome !== "unchanged")) ctx.deployment.start((0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		...tried,
		semver
	}, since));
	if (served === void 0) return revertRollback(ctx, rolled);
	const { name: release, commit } = served;
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, {
		release,
		commit,
		semver,
		outcome: "rolled-back",
		cause: "",
		since,
		results
	});
	const left = record === void 0 || record.release === served.name ? {} : { blocked: record.commit };
	const live = {
		served,
		semver,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.s)(results),
		fingerprint: recorded?.fingerprint,
		artifact: recorded?.artifact,
		results
	};
	await ctx.progress.step("Record the release", () => (0,_record_release_js__WEBPACK_IMPORTED_MODULE_6__.i)(ctx, live, {
		record,
		attempt,
		...left
	}));
	await (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.o)(ctx, served.route, hosts, record);
	await (0,_release_names_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, served.route, hosts, record);
	warnOfMigrations(ctx, history, served.name);
	warnOfHttps(ctx, record, served);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_8__.r)(ctx.config, {
		hosts,
		results,
		served,
		semver,
		...left
	});
}
/** Returns the hosts that have already rolled back to the newer release, so that all serve the same one. */
async function revertRollback(ctx, { asked, hosts, avoid, record, results, since }) {
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.l)(results);
	const cause = failed.cause ?? "not-serving";
	const release = results.find(({ served }) => served)?.served?.name ?? "";
	const after = await (0,_revert_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		release,
		record,
		results,
		avoid
	});
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, {
		release: asked,
		commit: "",
		semver: void 0,
		outcome: "failed",
		cause,
		since,
		results: after
	});
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, record, attempt);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx.config, {
		deed: "rollback",
		hosts,
		results: after,
		failed
	});
}
/** A migration may have changed data in a way that the release does not understand. A rollback cannot undo that. */
function warnOfMigrations(ctx, history, target) {
	const passed = (0,_history_js__WEBPACK_IMPORTED_MODULE_10__.n)(target, history);
	if (passed.length > 0) ctx.progress.warn(`Rolled back past ${passed.join(", ")}, marked as a migration: check that ${target} understands the data.`);
}
/** Browsers remember a permanent redirect, and HSTS. */
function warnOfHttps({ progress }, record, { name, route }) {
	if (record !== void 0 && record.route.tls !== "off" && route.tls === "off" && route !== _start_js__WEBPACK_IMPORTED_MODULE_1__.Dt) progress.warn(`${name} is older than HTTPS here and serves only HTTP: browsers that were redirected to HTTPS get no answer there.`);
}



/***/ })

};
;