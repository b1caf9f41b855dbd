"use strict";
exports.id = 3482;
exports.ids = [3482];
exports.modules = {

/***/ 1101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publicRoot: () => (/* binding */ publicRoot),
/* harmony export */   rootsFrom: () => (/* binding */ rootsFrom)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2127);
/* harmony import */ var _dist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9253);
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9969);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_5__);






// src/adapters/sigstore/trusted-roots.ts
var import_dist = (0,_dist_js__WEBPACK_IMPORTED_MODULE_1__.t)();
var ROOT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.m)({ mediaType: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.j)("application/vnd.dev.sigstore.trustedroot")) });
async function rootsFrom(path) {
	const read = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_5__.readFile)(path, "utf8").catch((cause) => {
		throw unusable(`trusted-root: ${path} cannot be read`, cause);
	});
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_4__.at)(read);
	const roots = ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(ROOT, text) === void 0 ? text.split("\n").filter((line) => line.trim() !== "") : [text]).map((document) => rootOf(document, path));
	if (roots.length === 0) throw unusable(`trusted-root: ${path} is empty`);
	return roots;
}
function rootOf(document, path) {
	const value = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(ROOT, document);
	if (value === void 0) throw unusable(`trusted-root: ${path} is not a trusted root of Sigstore`);
	try {
		return import_dist.TrustedRoot.fromJSON(value);
	} catch (cause) {
		throw unusable(`trusted-root: ${path} is not a trusted root of Sigstore`, cause);
	}
}
function unusable(reason, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_4__.mt("inputs", reason, {
		hint: "Check the path, relative to the workspace, and that the file is what `gh attestation trusted-root` writes, or the trusted_root.json of your own instance.",
		cause
	});
}
async function publicRoot(cache) {
	const { getTrustedRoot } = await __webpack_require__.e(/* import() */ 3751).then(__webpack_require__.bind(__webpack_require__, 3751)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
	try {
		return [await getTrustedRoot({ cachePath: cache })];
	} catch (cause) {
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_4__._t)(cause);
		throw new _start_js__WEBPACK_IMPORTED_MODULE_4__.mt("trusted-root-missing", `Sigstore's trusted root could not be loaded: ${reason.slice(0, 200)}`, {
			hint: "Let the runner reach https://tuf-repo-cdn.sigstore.dev, or set trusted-root to a file that `gh attestation trusted-root` wrote.",
			cause
		});
	}
}



/***/ })

};
;