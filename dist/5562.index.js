"use strict";
exports.id = 5562;
exports.ids = [5562,3181];
exports.modules = {

/***/ 3181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubDeployments: () => (/* binding */ githubDeployments)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9877);




// src/adapters/github/deployments.ts
/** Time limit of a request: a record must not delay a deploy. */
const SECONDS = 5;
/** How many deployments of an environment, and statuses of a deployment, are read. */
const PAGE = 30;
const text = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), "");
const time = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.y)());
/** The fields that the action uses of https://docs.github.com/en/rest/deployments/deployments */
const deployment = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	sha: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(),
	environment: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(),
	created_at: time,
	payload: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.z)()
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.L)(({ created_at: createdAt, ...rest }) => ({
	...rest,
	createdAt
})));
/** The fields that the action uses of https://docs.github.com/en/rest/deployments/statuses */
const status = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	state: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(_listed_js__WEBPACK_IMPORTED_MODULE_1__.t),
	description: text,
	created_at: time,
	log_url: text
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.L)(({ created_at: createdAt, log_url: logUrl, ...rest }) => ({
	...rest,
	createdAt,
	logUrl
})));
const ROUTE = "/repos/{owner}/{repo}/deployments";
const CREATED = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n });
function githubDeployments(spec) {
	const ask = (route, parameters, answer) => (0,_api_js__WEBPACK_IMPORTED_MODULE_3__.t)(spec, {
		route,
		parameters: { ...parameters },
		answer,
		seconds: SECONDS
	}).catch(explained);
	return {
		list: async (environment) => newestFirst(await ask(`GET ${ROUTE}`, {
			environment,
			per_page: PAGE
		}, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)(deployment, PAGE))),
		statuses: async (id) => newestFirst(await ask(`GET ${ROUTE}/{deployment_id}/statuses`, {
			deployment_id: id,
			per_page: PAGE
		}, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)(status, PAGE))),
		create: async (payload, ref) => (await ask(`POST ${ROUTE}`, {
			ref,
			payload,
			...asIs(payload.environment)
		}, CREATED)).id,
		async mark(id, wanted) {
			await ask(`POST ${ROUTE}/{deployment_id}/statuses`, {
				deployment_id: id,
				...bodyOf(wanted)
			}, CREATED);
		},
		committedAt: (commit) => ask("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { commit_sha: commit }, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ committer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ date: time }) })).then(({ committer }) => committer.date).catch(() => void 0)
	};
}
/** Without merges and required checks: the deploy is already decided. */
function asIs(environment) {
	return {
		environment,
		auto_merge: false,
		required_contexts: [],
		production_environment: /^prod(uction)?(-|$)/.test(environment),
		transient_environment: /^pr-\d+$/.test(environment)
	};
}
/** GitHub's `auto_inactive` would end the deployments of all services of the environment, and none of production. */
function bodyOf({ state, description, logUrl, url }) {
	return {
		state,
		description,
		log_url: logUrl,
		auto_inactive: false,
		...url !== void 0 && { environment_url: url }
	};
}
function newestFirst(items) {
	return items.toSorted((one, other) => other.id - one.id);
}
/** For a request without an answer, Octokit also sets a status, but no response. */
const ANSWERED = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	status: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)(),
	response: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.x)({})
});
/** GitHub answers 404 for a private repository that the token cannot read. */
function explained(error) {
	const code = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.s)(ANSWERED, error)?.status;
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_3__.r)(error)) throw new Error("GitHub throttles the token", { cause: error });
	if (code === 403 || code === 404) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("not-allowed", "the token may not write deployments", {
		hint: "Give the job `deployments: write`, or set github-deployment: false.",
		cause: error
	});
	if (code !== void 0) throw new Error(`GitHub answered with status ${code}`, { cause: error });
	throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__.i)(error) === void 0 ? error : new Error("GitHub did not answer", { cause: error });
}



/***/ }),

/***/ 6848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ endText),
/* harmony export */   i: () => (/* binding */ worthALook),
/* harmony export */   n: () => (/* binding */ deploymentOfJob),
/* harmony export */   o: () => (/* binding */ imageText),
/* harmony export */   r: () => (/* binding */ replaced),
/* harmony export */   s: () => (/* binding */ startText),
/* harmony export */   t: () => (/* binding */ STATES)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3659);


// src/domain/deployment/status-text.ts
/** GitHub's limit for the description of a status: https://docs.github.com/en/rest/deployments/statuses */
const LIMIT = 140;
/** `deploy of web: release 3f2a9c1d-b04e77aa, version 1.4.0`. Leaves out a version that is unknown or too long. */
function startText({ command, service, release, version }) {
	const text = `${command} of ${service}: release ${release}`;
	const whole = `${text}, version ${version}`;
	return version !== "" && whole.length <= LIMIT ? whole : text;
}
const START = /^(\w+) of ([a-z0-9-]+): release ([\w-]+)(?:, version (\S+))?$/;
/** The contents of such a text; without a version, it is the commit in the release's name. `undefined` for any other text. */
function readStartText(text) {
	const [, command, service, release = "", version = release.replace(/-.*/, "")] = START.exec(text) ?? [];
	const { entries } = _payload_js__WEBPACK_IMPORTED_MODULE_1__.n;
	const known = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.s)(entries.command, command);
	return known === void 0 || service === void 0 ? void 0 : {
		command: known,
		service,
		release,
		version
	};
}
/** For a deployment without a payload of ours. */
function imageText(digest) {
	return `image ${digest || "unknown"}`;
}
/** The digest; empty if it was unknown. `undefined` for any other text. */
function readImageText(text) {
	return /^image (?:unknown|(sha256:[0-9a-f]{64}))$/.exec(text)?.map((found) => found ?? "")[1];
}
/** Words for times: the time itself is the start of the deployment plus this many seconds. */
const TIMES = {
	served: "servedAt",
	failed: "failedAt",
	verified: "verifiedAt"
};
/** `rolled-back: bake-errors; served +31s, failed +75s, verified +90s, recovered by bake`. `startedAt`: ISO 8601. */
function endText(ended, startedAt) {
	const { outcome, cause, recoveredBy } = ended;
	const facts = [...Object.entries(TIMES).flatMap(([word, key]) => {
		const time = ended[key];
		return time === void 0 ? [] : [`${word} +${Math.max(0, Math.round((Date.parse(time) - Date.parse(startedAt)) / 1e3))}s`];
	}), ...recoveredBy === void 0 ? [] : [`recovered by ${recoveredBy}`]];
	return [
		outcome,
		cause === void 0 ? "" : `: ${cause}`,
		facts.length === 0 ? "" : `; ${facts.join(", ")}`
	].join("");
}
// src/domain/deployment/listed.ts
/** https://docs.github.com/en/rest/deployments/statuses */
const STATES = [
	"error",
	"failure",
	"inactive",
	"pending",
	"success",
	"queued",
	"in_progress"
];
/**
* The contents of its payload. GitHub's own deployment for the job has none: there, the statuses say the same, and the time of the first one is
* the start.
*/
function readStart(seen) {
	const { payload, environment, sha, statuses = [] } = seen;
	const own = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.s)(_payload_js__WEBPACK_IMPORTED_MODULE_1__.n, payload);
	if (own !== void 0) return own;
	const [first] = statuses.flatMap(({ description, createdAt }) => {
		const named = readStartText(description);
		return named === void 0 ? [] : [{
			...named,
			startedAt: createdAt
		}];
	});
	const [digest] = statuses.flatMap(({ description }) => readImageText(description) ?? []);
	if (first === void 0 || digest === void 0) return void 0;
	const ofRelease = sha.startsWith(first.release.replace(/-.*/, ""));
	return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.s)(_payload_js__WEBPACK_IMPORTED_MODULE_1__.n, {
		schema: 1,
		environment,
		digest,
		...first,
		...ofRelease && { commit: sha }
	});
}
/** More than the deploys of a day; each costs a request. */
const LOOKED_AT = 5;
/** Deployments whose statuses are worth reading: of the service, or without a payload. `listed`: newest first. */
function worthALook(listed, service) {
	return listed.filter((one) => (readStart(one)?.service ?? service) === service).slice(0, LOOKED_AT);
}
const OPEN = [
	"in_progress",
	"queued",
	"pending",
	void 0
];
/**
* The deployment that GitHub created for this run's job, because the job has an `environment`. If several jobs of the run have one, this job's
* is unknown: `undefined`.
*/
function deploymentOfJob(seen, runId) {
	const ofRun = new RegExp(`/actions/runs/${runId}(/|$)`);
	const [first, ...others] = seen.filter((one) => readStart(one) === void 0 && OPEN.includes(one.statuses[0]?.state) && one.statuses.some(({ logUrl }) => ofRun.test(logUrl)) && !one.statuses.some(({ description }) => readStartText(description)));
	return others.length === 0 ? first : void 0;
}
/** Earlier deployments of the service that are over: those of dead runs, and, after another release went live, the previous one. */
function replaced(seen, service, state) {
	const over = state === "success" ? [...OPEN, "success"] : OPEN;
	return seen.filter((one) => readStart(one)?.service === service && over.includes(one.statuses[0]?.state));
}



/***/ })

};
;