"use strict";
exports.id = 3181;
exports.ids = [3181];
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



/***/ })

};
;