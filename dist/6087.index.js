"use strict";
exports.id = 6087;
exports.ids = [6087];
exports.modules = {

/***/ 6087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubDeploymentHistory: () => (/* binding */ githubDeploymentHistory)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1216);
/* harmony import */ var _map_limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6992);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _deployments2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5119);




// src/adapters/github/deployment-history.ts
var SECONDS = 60;
var MOST = 300;
var AT_A_TIME = 10;
function githubDeploymentHistory(spec) {
	return { within: (environment, time) => read(spec, environment, time).catch(explained) };
}
async function read(spec, environment, time) {
	const { listed, complete } = await list(spec, environment, time);
	return {
		deployments: await (0,_map_limited_js__WEBPACK_IMPORTED_MODULE_3__.t)(listed, AT_A_TIME, (one) => withStatuses(spec, one)),
		complete
	};
}
async function list(spec, environment, { from, until }) {
	const listed = [];
	const question = {
		route: `GET ${_deployments2_js__WEBPACK_IMPORTED_MODULE_2__.t}`,
		parameters: {
			environment,
			per_page: 100
		},
		answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(_deployments2_js__WEBPACK_IMPORTED_MODULE_2__.n, 100),
		seconds: SECONDS
	};
	for await (const page of (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, question)) {
		const times = page.map((one) => ({
			one,
			created: Date.parse(one.createdAt)
		}));
		listed.push(...times.flatMap(({ one, created }) => created >= from && created < until ? [one] : []));
		if (listed.length > MOST) return {
			listed: listed.slice(0, MOST),
			complete: false
		};
		if (times.some(({ created }) => created < from)) break;
	}
	return {
		listed,
		complete: true
	};
}
async function withStatuses(spec, one) {
	const parameters = {
		deployment_id: one.id,
		per_page: 100
	};
	const route = `GET ${_deployments2_js__WEBPACK_IMPORTED_MODULE_2__.t}/{deployment_id}/statuses`;
	const statuses = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
		route,
		parameters,
		answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(_deployments2_js__WEBPACK_IMPORTED_MODULE_2__.r, 100),
		seconds: SECONDS
	});
	return {
		...one,
		statuses: statuses.toSorted((a, b) => b.id - a.id)
	};
}
function explained(error) {
	throw (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(error, {
		message: "the token cannot read deployments",
		hint: "Give the job `deployments: read`.",
		statuses: [403, 404]
	}) ?? error;
}



/***/ }),

/***/ 5119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ githubDeployments),
/* harmony export */   n: () => (/* binding */ LISTED),
/* harmony export */   r: () => (/* binding */ STATUS),
/* harmony export */   t: () => (/* binding */ DEPLOYMENTS)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1680);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7512);





// src/adapters/github/deployments.ts
var SECONDS = 5;
var STATUSES = 30;
var MOST_PAGES = 3;
var text = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), "");
var LISTED = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.At,
	sha: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(),
	environment: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(),
	created_at: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Mt,
	payload: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.F)()
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ created_at: createdAt, ...rest }) => ({
	...rest,
	createdAt
})));
var STATUS = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.At,
	state: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(_request_js__WEBPACK_IMPORTED_MODULE_2__.T),
	description: text,
	created_at: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Mt,
	log_url: text
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ created_at: createdAt, log_url: logUrl, ...rest }) => ({
	...rest,
	createdAt,
	logUrl
})));
var DEPLOYMENTS = "/repos/{owner}/{repo}/deployments";
var CREATED = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ id: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.At });
function githubDeployments(spec) {
	const ask = (route, parameters, answer) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_4__.zn)(spec, {
		route,
		parameters: { ...parameters },
		answer,
		seconds: SECONDS
	}).catch(explained);
	return {
		list: (environment, isEnough) => list(spec, environment, isEnough).catch(explained),
		statuses: async (id) => newestFirst(await ask(`GET ${DEPLOYMENTS}/{deployment_id}/statuses`, {
			deployment_id: id,
			per_page: STATUSES
		}, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Pt)(STATUS, STATUSES))),
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
		committedAt: (commit) => ask("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { commit_sha: commit }, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ committer: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ date: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Mt }) })).then(({ committer }) => committer.date).catch(() => void 0)
	};
}
async function list(spec, environment, isEnough) {
	const question = {
		route: `GET ${DEPLOYMENTS}`,
		parameters: {
			environment,
			per_page: 100
		},
		answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Pt)(LISTED, 100)
	};
	const pages = [];
	for await (const page of (0,_shared_js__WEBPACK_IMPORTED_MODULE_4__.Bn)(spec, {
		...question,
		seconds: SECONDS
	})) {
		pages.push(page);
		if (pages.length === MOST_PAGES || isEnough(pages.flat())) break;
	}
	return newestFirst(pages.flat());
}
function asIs(environment) {
	return {
		environment,
		auto_merge: false,
		required_contexts: [],
		production_environment: /^prod(uction)?(-|$)/.test(environment),
		transient_environment: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Z)(environment) !== void 0
	};
}
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
var ANSWERED = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	status: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)(),
	response: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)({})
});
function explained(error) {
	const refusal = (0,_shared_js__WEBPACK_IMPORTED_MODULE_4__.Hn)(error, {
		message: "the token cannot write deployments",
		hint: "Give the job `deployments: write`, or set github-deployment: false.",
		statuses: [403, 404]
	});
	if (refusal !== void 0) throw refusal;
	const code = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Lt)(ANSWERED, error)?.status;
	if (code !== void 0) throw new Error(`GitHub answered with status ${code}`, { cause: error });
	throw (0,_shared_js__WEBPACK_IMPORTED_MODULE_4__.Un)(error) === void 0 ? error : new Error("GitHub did not answer", { cause: error });
}



/***/ }),

/***/ 6992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ mapLimited)
/* harmony export */ });
// src/ports/map-limited.ts
async function mapLimited(items, limit, work) {
	const results = [];
	const queue = items.entries();
	const worker = async () => {
		for (const [at, item] of queue) results[at] = await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
	return results;
}



/***/ })

};
;