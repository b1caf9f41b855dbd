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
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/adapters/github/environments.ts
var SECONDS = 20;
/** Page size: GitHub's maximum. */
var PAGE = 100;
var reviewer = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ reviewer: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	login: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	name: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	slug: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
}) });
var rule = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	type: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	wait_timer: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn, 0),
	prevent_self_review: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false),
	reviewers: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(reviewer), [])
});
/** The fields that the action uses of https://docs.github.com/en/rest/deployments/environments#get-an-environment */
var ENVIRONMENT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	protection_rules: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(rule), []),
	deployment_branch_policy: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		protected_branches: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
		custom_branch_policies: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)()
	}))
});
/** https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies */
var POLICIES = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ branch_policies: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	name: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	type: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn, "branch")
}), PAGE) });
var ROUTE = "GET /repos/{owner}/{repo}/environments/{environment_name}";
function githubEnvironments(spec) {
	return { rules: (name) => rulesOf(spec, name).catch(explained) };
}
async function rulesOf(spec, name) {
	const found = await find(spec, name);
	if (found === void 0) return void 0;
	const rules = found.protection_rules;
	return {
		reviewers: rules.flatMap(({ reviewers }) => reviewers.flatMap(({ reviewer: by }) => by.login ?? by.name ?? by.slug ?? [])),
		selfReview: !rules.some(({ prevent_self_review: prevents }) => prevents),
		waitMinutes: Math.max(0, ...rules.map(({ wait_timer: minutes }) => minutes)),
		branches: await branchesOf(spec, name, found.deployment_branch_policy)
	};
}
async function find(spec, name) {
	try {
		return await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
			route: ROUTE,
			parameters: { environment_name: name },
			answer: ENVIRONMENT,
			seconds: SECONDS
		});
	} catch (error) {
		if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(error) === 404) return void 0;
		throw error;
	}
}
async function branchesOf(spec, name, policy) {
	if (!policy) return { kind: "all" };
	if (policy.protected_branches) return {
		kind: "protected",
		none: await protectsNone(spec)
	};
	const patterns = [];
	const question = {
		route: `${ROUTE}/deployment-branch-policies`,
		parameters: {
			environment_name: name,
			per_page: PAGE
		}
	};
	for await (const page of (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, {
		...question,
		answer: POLICIES,
		seconds: SECONDS
	})) patterns.push(...page.branch_policies.map(({ name: pattern, type }) => type === "tag" ? `tag ${pattern}` : pattern));
	return {
		kind: "named",
		patterns
	};
}
/** https://docs.github.com/en/rest/branches/branches#list-branches */
async function protectsNone(spec) {
	return (await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
		route: "GET /repos/{owner}/{repo}/branches",
		parameters: {
			protected: true,
			per_page: 1
		},
		answer: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ name: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn }), PAGE),
		seconds: SECONDS
	})).length === 0;
}
function explained(error) {
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Vn)(error, {
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