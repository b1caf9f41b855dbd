"use strict";
exports.id = 3181;
exports.ids = [3181];
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



/***/ })

};
;