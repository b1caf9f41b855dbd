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
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9877);



// src/adapters/github/environments.ts
const SECONDS = 20;
/** Page size: GitHub's maximum. */
const PAGE = 100;
const reviewer = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({ reviewer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	login: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r),
	name: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r),
	slug: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r)
}) });
const rule = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	type: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	wait_timer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t, 0),
	prevent_self_review: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(), false),
	reviewers: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(reviewer), [])
});
/** The fields that the action uses of https://docs.github.com/en/rest/deployments/environments#get-an-environment */
const ENVIRONMENT = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	protection_rules: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(rule), []),
	deployment_branch_policy: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
		protected_branches: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(),
		custom_branch_policies: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)()
	}))
});
/** https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies */
const POLICIES = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({ branch_policies: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	name: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	type: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r, "branch")
}), PAGE) });
const ROUTE = "GET /repos/{owner}/{repo}/environments/{environment_name}";
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
		return await (0,_api_js__WEBPACK_IMPORTED_MODULE_2__.t)(spec, {
			route: ROUTE,
			parameters: { environment_name: name },
			answer: ENVIRONMENT,
			seconds: SECONDS
		});
	} catch (error) {
		if ((0,_api_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) === 404) return void 0;
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
	for await (const page of (0,_api_js__WEBPACK_IMPORTED_MODULE_2__.n)(spec, {
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
	return (await (0,_api_js__WEBPACK_IMPORTED_MODULE_2__.t)(spec, {
		route: "GET /repos/{owner}/{repo}/branches",
		parameters: {
			protected: true,
			per_page: 1
		},
		answer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({ name: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r }), PAGE),
		seconds: SECONDS
	})).length === 0;
}
function explained(error) {
	const status = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__.i)(error);
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_2__.r)(error)) throw new Error("GitHub throttles the token", { cause: error });
	if (status === 401 || status === 403 || status === 404) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("not-allowed", "the token cannot read environments", {
		hint: "Give the job `permissions: actions: read`.",
		cause: error
	});
	throw error;
}



/***/ })

};
;