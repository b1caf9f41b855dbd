"use strict";
exports.id = 7426;
exports.ids = [7426];
exports.modules = {

/***/ 7426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askForFile: () => (/* binding */ askForFile)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);



// src/adapters/github/config-file.ts
var SECONDS = 20;
var FILE = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)();
async function askForFile(spec, path) {
	const { token = "", commit } = spec;
	if (token === "") return {
		kind: "unknown",
		reason: "the repository is not checked out, and there is no github-token to ask GitHub"
	};
	const raw = {
		path,
		ref: commit,
		mediaType: { format: "raw" }
	};
	try {
		const text = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Wn)((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
			route: "GET /repos/{owner}/{repo}/contents/{path}",
			parameters: raw,
			answer: FILE,
			seconds: SECONDS
		}));
		return text === void 0 ? await withoutFile(spec) : {
			kind: "found",
			text: (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.at)(text)
		};
	} catch (error) {
		return {
			kind: "unknown",
			reason: `GitHub did not say: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__._t)(error)}`
		};
	}
}
async function withoutFile(spec) {
	const { repository, commit } = spec;
	return await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Wn)((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
		route: "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
		parameters: { commit_sha: commit },
		answer: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ sha: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)() }),
		seconds: SECONDS
	})) ? {
		kind: "missing",
		where: `in ${repository} at ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(commit)}`
	} : {
		kind: "unknown",
		reason: `GitHub shows nothing of ${repository} at ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(commit)}`
	};
}



/***/ })

};
;