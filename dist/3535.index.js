"use strict";
exports.id = 3535;
exports.ids = [3535];
exports.modules = {

/***/ 3535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommits: () => (/* binding */ githubCommits)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);


// src/adapters/github/commits.ts
/** Characters that are shown of a title; GitHub itself shows 72. */
const TITLE = 200;
const line = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((text) => text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? ""));
const commit = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	sha: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.h)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.y)(64)),
	commit: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
		message: line,
		author: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({ name: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(line, "") }))
	}),
	author: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({ login: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(line) }))
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(({ sha, commit: { message: title, author: writer }, author }) => ({
	sha,
	title,
	author: author?.login ?? writer?.name ?? ""
})));
/** What is used of the answer: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	status: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)([
		"ahead",
		"behind",
		"identical",
		"diverged"
	]),
	commits: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(commit), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.y)(250))
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(({ status: relation, commits }) => ({
	relation,
	commits
})));
/** Whatever keeps GitHub from telling, the run goes on without: the host's own guard still holds. */
function githubCommits(spec) {
	return { async compare(base, head) {
		if (spec.token === void 0 || spec.token === "" || base === "") return void 0;
		const question = {
			route: "GET /repos/{owner}/{repo}/compare/{basehead}",
			parameters: { basehead: `${base}...${head}` }
		};
		return (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			...question,
			answer: COMPARISON,
			seconds: 10
		}).catch(() => void 0);
	} };
}



/***/ })

};
;