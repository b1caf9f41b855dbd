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
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/adapters/github/issues/incidents.ts
/** As many as GitHub gives at a time. */
var PAGE = 100;
var SECONDS = 20;
var time = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)((text) => Date.parse(text)), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.c)());
/** What is used of https://docs.github.com/en/rest/issues/issues#list-repository-issues, which lists pull requests, too. */
var issue = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	number: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
	html_url: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^https?:\/\/\S+$/), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(500)),
	created_at: time,
	closed_at: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(time),
	pull_request: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)())
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
		const pages = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, {
			route: "GET /repos/{owner}/{repo}/issues",
			parameters: {
				labels,
				state: "all",
				since: new Date(since).toISOString(),
				per_page: PAGE
			},
			answer: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)(issue, PAGE),
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