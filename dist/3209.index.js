"use strict";
exports.id = 3209;
exports.ids = [3209];
exports.modules = {

/***/ 3209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubPullRequests: () => (/* binding */ githubPullRequests)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/adapters/github/pull-requests.ts
var PULL_REQUEST = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	state: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(["open", "closed"]),
	head: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ sha: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.kt })
});
function githubPullRequests(spec) {
	return { async read(number) {
		const { state, head } = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
			route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
			parameters: { pull_number: number },
			answer: PULL_REQUEST,
			seconds: 20
		});
		return {
			state,
			head: head.sha
		};
	} };
}



/***/ })

};
;