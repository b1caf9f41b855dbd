"use strict";
exports.id = 7355;
exports.ids = [7355];
exports.modules = {

/***/ 7355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endBuild: () => (/* binding */ endBuild)
/* harmony export */ });
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3079);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);


// src/adapters/docker/leftover-build.ts
/** Ends the build of a dead process, and removes its files. `env`: the environment of the job that ran the Docker client. */
async function endBuild({ folder, images }, env) {
	await (0,_images_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_images_js__WEBPACK_IMPORTED_MODULE_0__.d)(folder), "SIGKILL");
	try {
		await (0,_images_js__WEBPACK_IMPORTED_MODULE_0__.n)((0,_images_js__WEBPACK_IMPORTED_MODULE_0__.r)(folder, {
			env,
			signal: new AbortController().signal,
			onLine: _images_js__WEBPACK_IMPORTED_MODULE_0__.i
		}), images);
	} finally {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, {
			recursive: true,
			force: true
		});
	}
}



/***/ })

};
;