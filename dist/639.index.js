"use strict";
exports.id = 639;
exports.ids = [639];
exports.modules = {

/***/ 639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubEnvironments: () => (/* binding */ githubEnvironments)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/adapters/github/environments.ts
var SECONDS = 20;
var reviewer = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ reviewer: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	login: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt),
	name: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt),
	slug: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt)
}) });
var rule = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	type: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
	wait_timer: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Ot, 0),
	prevent_self_review: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false),
	reviewers: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(reviewer), [])
});
var ENVIRONMENT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	protection_rules: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(rule), []),
	deployment_branch_policy: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		protected_branches: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
		custom_branch_policies: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)()
	}))
});
var POLICIES = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ branch_policies: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	name: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
	type: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt, "branch")
}), 100) });
var ROUTE = "GET /repos/{owner}/{repo}/environments/{environment_name}";
function githubEnvironments(spec) {
	return { rules: (name) => rulesOf(spec, name).catch(explained) };
}
async function rulesOf(spec, name) {
	const found = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Wn)((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
		route: ROUTE,
		parameters: { environment_name: name },
		answer: ENVIRONMENT,
		seconds: SECONDS
	}));
	if (found === void 0) return void 0;
	const rules = found.protection_rules;
	return {
		reviewers: rules.flatMap(({ reviewers }) => reviewers.flatMap(({ reviewer: by }) => by.login ?? by.name ?? by.slug ?? [])),
		selfReview: !rules.some(({ prevent_self_review: prevents }) => prevents),
		waitMinutes: Math.max(0, ...rules.map(({ wait_timer: minutes }) => minutes)),
		branches: await branchesOf(spec, name, found.deployment_branch_policy)
	};
}
async function branchesOf(spec, name, policy) {
	if (!policy) return { kind: "all" };
	if (policy.protected_branches) return {
		kind: "protected",
		none: await protectsNone(spec)
	};
	const question = {
		route: `${ROUTE}/deployment-branch-policies`,
		parameters: {
			environment_name: name,
			per_page: 100
		}
	};
	return {
		kind: "named",
		patterns: (await Array.fromAsync((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Bn)(spec, {
			...question,
			answer: POLICIES,
			seconds: SECONDS
		}))).flatMap(({ branch_policies: some }) => some).map(({ name: pattern, type }) => type === "tag" ? `tag ${pattern}` : pattern)
	};
}
async function protectsNone(spec) {
	return (await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
		route: "GET /repos/{owner}/{repo}/branches",
		parameters: {
			protected: true,
			per_page: 1
		},
		answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ name: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt }), 100),
		seconds: SECONDS
	})).length === 0;
}
function explained(error) {
	throw (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Hn)(error, {
		message: "the token cannot read environments",
		hint: "Give the job `permissions: actions: read`.",
		statuses: [
			401,
			403,
			404
		]
	}) ?? error;
}



/***/ })

};
;