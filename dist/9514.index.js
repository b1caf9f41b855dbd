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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);




// src/adapters/result-files.ts
var FLAG = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_TRUNC | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW;
function localResultFiles(workspace) {
	return { async write(folder, files) {
		for (const [path, text] of Object.entries(files)) await writeOne(`${folder}/${path}`, text, workspace);
	} };
}
async function writeOne(path, text, workspace) {
	try {
		const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
		await assertBelow(await existing(parent), workspace);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.mkdir)(parent, { recursive: true });
		await assertBelow(parent, workspace);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.writeFile)(path, text, { flag: FLAG });
	} catch (cause) {
		const reason = cause instanceof Error && "code" in cause && cause.code === "ELOOP" ? LINK : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(cause);
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.gt("inputs", `metrics-path: ${path} could not be written: ${reason}`, {
			cause,
			hint: "Set metrics-path to a folder that can be written to."
		});
	}
}
var LINK = "a symbolic link there leads out of the workspace";
async function existing(path) {
	return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(path).catch((error) => error.code === "ENOENT" ? void 0 : Promise.reject(error)) ?? existing((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
}
async function assertBelow(path, workspace) {
	const [real, base] = [await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(workspace)];
	if (real !== base && !real.startsWith(`${base}/`)) throw new Error(LINK);
}



/***/ })

};
;