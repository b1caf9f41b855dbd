"use strict";
exports.id = 9514;
exports.ids = [9514];
exports.modules = {

/***/ 9514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   localResultFiles: () => (/* binding */ localResultFiles)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);



// src/adapters/result-files.ts
function localResultFiles() {
	return { async write(folder, files) {
		for (const [path, text] of Object.entries(files)) await writeOne(`${folder}/${path}`, text);
	} };
}
async function writeOne(path, text) {
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(path, text);
	} catch (cause) {
		const reason = cause.message;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.In("inputs", `metrics-path: ${path} could not be written: ${reason}`, {
			cause,
			hint: "Set metrics-path to a folder that can be written to."
		});
	}
}



/***/ })

};
;