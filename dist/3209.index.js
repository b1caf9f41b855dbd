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
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);


// src/adapters/github/pull-requests.ts
/** The fields that the action uses of https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
const PULL_REQUEST = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ state: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(["open", "closed"]) });
function githubPullRequests(spec) {
	return { async state(number) {
		return (await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
			parameters: { pull_number: number },
			answer: PULL_REQUEST,
			seconds: 20
		})).state;
	} };
}



/***/ })

};
;