"use strict";
exports.id = 5562;
exports.ids = [5562,3181];
exports.modules = {

/***/ 3181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubDeployments: () => (/* reexport safe */ _deployments2_js__WEBPACK_IMPORTED_MODULE_0__.i)
/* harmony export */ });
/* harmony import */ var _deployments2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5119);



/***/ }),

/***/ 5119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ githubDeployments),
/* harmony export */   n: () => (/* binding */ LISTED),
/* harmony export */   r: () => (/* binding */ STATUS),
/* harmony export */   t: () => (/* binding */ DEPLOYMENTS)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8675);



// src/adapters/github/deployments.ts
/** Time limit of a request: a record must not delay a deploy. */
var SECONDS = 5;
/** How many deployments of an environment, and statuses of a deployment, are read. */
var PAGE = 30;
var text = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), "");
/** The fields that the action uses of https://docs.github.com/en/rest/deployments/deployments */
var LISTED = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	id: _start_js__WEBPACK_IMPORTED_MODULE_2__.Gn,
	sha: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(),
	environment: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(),
	created_at: _start_js__WEBPACK_IMPORTED_MODULE_2__.qn,
	payload: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)()
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ created_at: createdAt, ...rest }) => ({
	...rest,
	createdAt
})));
/** The fields that the action uses of https://docs.github.com/en/rest/deployments/statuses */
var STATUS = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	id: _start_js__WEBPACK_IMPORTED_MODULE_2__.Gn,
	state: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_listed_js__WEBPACK_IMPORTED_MODULE_1__.t),
	description: text,
	created_at: _start_js__WEBPACK_IMPORTED_MODULE_2__.qn,
	log_url: text
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ created_at: createdAt, log_url: logUrl, ...rest }) => ({
	...rest,
	createdAt,
	logUrl
})));
/** The path of a repository's deployments. */
var DEPLOYMENTS = "/repos/{owner}/{repo}/deployments";
var CREATED = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ id: _start_js__WEBPACK_IMPORTED_MODULE_2__.Gn });
function githubDeployments(spec) {
	const ask = (route, parameters, answer) => (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
		route,
		parameters: { ...parameters },
		answer,
		seconds: SECONDS
	}).catch(explained);
	return {
		list: async (environment) => newestFirst(await ask(`GET ${DEPLOYMENTS}`, {
			environment,
			per_page: PAGE
		}, (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Yn)(LISTED, PAGE))),
		statuses: async (id) => newestFirst(await ask(`GET ${DEPLOYMENTS}/{deployment_id}/statuses`, {
			deployment_id: id,
			per_page: PAGE
		}, (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Yn)(STATUS, PAGE))),
		create: async (payload, ref) => (await ask(`POST ${DEPLOYMENTS}`, {
			ref,
			payload,
			...asIs(payload.environment)
		}, CREATED)).id,
		async mark(id, wanted) {
			await ask(`POST ${DEPLOYMENTS}/{deployment_id}/statuses`, {
				deployment_id: id,
				...bodyOf(wanted)
			}, CREATED);
		},
		committedAt: (commit) => ask("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { commit_sha: commit }, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ committer: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ date: _start_js__WEBPACK_IMPORTED_MODULE_2__.qn }) })).then(({ committer }) => committer.date).catch(() => void 0)
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
var ANSWERED = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	status: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(),
	response: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.p)({})
});
function explained(error) {
	const refusal = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Vn)(error, {
		message: "the token cannot write deployments",
		hint: "Give the job `deployments: write`, or set github-deployment: false.",
		statuses: [403, 404]
	});
	if (refusal !== void 0) throw refusal;
	const code = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Qn)(ANSWERED, error)?.status;
	if (code !== void 0) throw new Error(`GitHub answered with status ${code}`, { cause: error });
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Hn)(error) === void 0 ? error : new Error("GitHub did not answer", { cause: error });
}



/***/ }),

/***/ 6848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ worthALook),
/* harmony export */   c: () => (/* binding */ startText),
/* harmony export */   i: () => (/* binding */ replaced),
/* harmony export */   n: () => (/* binding */ deploymentOfJob),
/* harmony export */   o: () => (/* binding */ endText),
/* harmony export */   r: () => (/* binding */ readDeployment),
/* harmony export */   s: () => (/* binding */ imageText),
/* harmony export */   t: () => (/* binding */ STATES)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/domain/deployment/status-text.ts
/** GitHub's limit for the description of a status: https://docs.github.com/en/rest/deployments/statuses */
var LIMIT = 140;
/** `deploy of web: release 3f2a9c1d-b04e77aa, version 1.4.0`. Leaves out a version that is unknown or too long. */
function startText({ command, service, release, version }) {
	const text = `${command} of ${service}: release ${release}`;
	const whole = `${text}, version ${version}`;
	return version !== "" && whole.length <= LIMIT ? whole : text;
}
var START = /^(\w+) of ([a-z0-9-]+): release ([\w-]+)(?:, version (\S+))?$/;
/** The contents of such a text; without a version, it is the commit in the release's name. `undefined` for any other text. */
function readStartText(text) {
	const [, command, service, release = "", version = release.replace(/-.*/, "")] = START.exec(text) ?? [];
	const { entries } = _start_js__WEBPACK_IMPORTED_MODULE_0__.$;
	const known = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(entries.command, command);
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
var TIMES = {
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
var END = /^([a-z-]+)(?:: ([a-z0-9-]+))?(?:; (.+))?$/;
/** The contents of such a text, for a deployment with this start; `undefined` for any other text. */
function readEndText(text, startedAt) {
	const [, outcome, cause, facts = ""] = END.exec(text) ?? [];
	const [, recoveredBy] = /\brecovered by (\w+)$/.exec(facts) ?? [];
	const times = Object.entries(TIMES).flatMap(([word, key]) => {
		const seconds = new RegExp(`\\b${word} \\+(\\d{1,9})s\\b`).exec(facts)?.[1];
		return seconds === void 0 ? [] : [[key, new Date(Date.parse(startedAt) + Number(seconds) * 1e3).toISOString()]];
	});
	const said = {
		outcome,
		...Object.fromEntries(times),
		...cause && { cause },
		...recoveredBy && { recoveredBy }
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Q, said);
}
// src/domain/deployment/listed.ts
/** https://docs.github.com/en/rest/deployments/statuses */
var STATES = [
	"error",
	"failure",
	"inactive",
	"pending",
	"success",
	"queued",
	"in_progress"
];
/** A complete deployment; `undefined` if this action did not create it, or it has not ended. */
function readDeployment(seen) {
	const started = readStart(seen);
	if (started === void 0) return void 0;
	const ends = seen.statuses.flatMap(({ description }) => readEndText(description, started.startedAt) ?? []);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Z, {
		...started,
		...ends[0]
	});
}
/**
* The contents of its payload. GitHub's own deployment for the job has none: there, the statuses say the same, and the time of the first one is
* the start.
*/
function readStart(seen) {
	const { payload, environment, sha, statuses = [] } = seen;
	const own = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.$, payload);
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.$, {
		schema: 1,
		environment,
		digest,
		...first,
		...ofRelease && { commit: sha }
	});
}
/**
* How many deployments are looked at; each costs a request. Of the service: every deploy ends those before it, so more than these are open only after
* as many killed runs in a row. Without a payload: GitHub makes one for each job with an `environment`, also for jobs of other services, which one push
* can start together.
*/
var MOST = {
	own: 5,
	untold: 20
};
/** Deployments whose statuses are worth reading, newest first: of the service, or without a payload. `listed`: newest first. */
function worthALook(listed, service) {
	const own = listed.filter((one) => readStart(one)?.service === service).slice(0, MOST.own);
	const untold = listed.filter((one) => readStart(one) === void 0).slice(0, MOST.untold);
	return listed.filter((one) => own.includes(one) || untold.includes(one));
}
var OPEN = [
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