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
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/adapters/github/issues/incidents.ts
var SECONDS = 20;
var time = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)((text) => Date.parse(text)), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.c)());
var issue = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	number: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At,
	html_url: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Rt,
	created_at: time,
	closed_at: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(time),
	pull_request: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.F)())
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
		const pages = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Bn)(spec, {
			route: "GET /repos/{owner}/{repo}/issues",
			parameters: {
				labels,
				state: "all",
				since: new Date(since).toISOString(),
				per_page: 100
			},
			answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(issue, 100),
			seconds: SECONDS
		});
		return (await Array.fromAsync(pages)).flat().flatMap(incidentOf);
	} };
}



/***/ })

};
;