"use strict";
exports.id = 1946;
exports.ids = [1946];
exports.modules = {

/***/ 1946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubIdentityTokens: () => (/* binding */ githubIdentityTokens)
/* harmony export */ });
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9898);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/adapters/github/identity-tokens.ts
/** Uses the address and the token that the runner gives a job with `id-token: write`. The library masks the result. */
var githubIdentityTokens = { async issue(audience) {
	try {
		return await (0,_core_js__WEBPACK_IMPORTED_MODULE_0__.t)(audience);
	} catch (cause) {
		throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("no-identity-token", `GitHub gave this job no identity token: ${reasonOf(cause)}`, {
			hint: "Give the job `permissions: id-token: write`. If it has that, run this again, and see https://www.githubstatus.com if it fails again.",
			cause
		});
	}
} };
/** The library's message has several lines and a prefix. */
function reasonOf(cause) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(cause).replace(/^Error message: /, "").replace(/\s+/g, " ").trim();
}



/***/ })

};
;