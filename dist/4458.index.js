"use strict";
exports.id = 4458;
exports.ids = [4458];
exports.modules = {

/***/ 4458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubIncidents: () => (/* binding */ githubIncidents)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);


// src/adapters/github/issues/incidents.ts
/** As many as GitHub gives at a time. */
const PAGE = 100;
const SECONDS = 20;
const time = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.L)((text) => Date.parse(text)), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.g)());
/** What is used of https://docs.github.com/en/rest/issues/issues#list-repository-issues, which lists pull requests, too. */
const issue = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	number: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	html_url: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.P)(/^https?:\/\/\S+$/), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)(500)),
	created_at: time,
	closed_at: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)(time),
	pull_request: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.z)())
});
function incidentOf({ number, html_url: url, created_at: openedAt, closed_at: closedAt, pull_request: pull }) {
	return pull === void 0 ? [{
		number,
		url,
		openedAt,
		...typeof closedAt === "number" && { closedAt }
	}] : [];
}
function githubIncidents(spec) {
	return { async labelled(labels, since) {
		const pages = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec, {
			route: "GET /repos/{owner}/{repo}/issues",
			parameters: {
				labels,
				state: "all",
				since: new Date(since).toISOString(),
				per_page: PAGE
			},
			answer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)(issue, PAGE),
			seconds: SECONDS
		});
		const incidents = [];
		for await (const page of pages) incidents.push(...page.flatMap(incidentOf));
		return incidents;
	} };
}



/***/ })

};
;