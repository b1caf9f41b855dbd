"use strict";
exports.id = 7567;
exports.ids = [7567];
exports.modules = {

/***/ 7567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubComments: () => (/* binding */ githubComments)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(922);




// src/adapters/github/issues/comments.ts
var SECONDS = 20;
var comment = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At,
	body: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), ""),
	user: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		id: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At,
		login: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
		type: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)()
	}))
});
var WRITTEN = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ html_url: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Rt });
function githubComments(spec) {
	return { async put(pullRequest, marker, body) {
		const earlier = await ownComment(spec, pullRequest, marker);
		const { html_url: url } = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
			...earlier === void 0 ? {
				route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
				parameters: {
					issue_number: pullRequest,
					body
				}
			} : {
				route: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
				parameters: {
					comment_id: earlier,
					body
				}
			},
			answer: WRITTEN,
			seconds: SECONDS
		});
		return url;
	} };
}
async function ownComment(spec, pullRequest, marker) {
	const pages = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Bn)(spec, {
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
		parameters: {
			issue_number: pullRequest,
			per_page: 100
		},
		answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(comment, 100),
		seconds: SECONDS
	});
	const strangers = /* @__PURE__ */ new Set();
	for await (const page of pages) for (const { id, body, user } of page) {
		if (!body.startsWith(marker) || !user || strangers.has(user.id)) continue;
		if (await canWrite(spec, user)) return id;
		strangers.add(user.id);
	}
}
async function canWrite(spec, { id, login, type }) {
	if (type === "Bot") return true;
	const permission = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Wn)((0,_permission_js__WEBPACK_IMPORTED_MODULE_3__.t)(spec, login));
	return permission !== void 0 && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.dt)({
		id,
		login
	}, permission, "write");
}



/***/ }),

/***/ 922:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ askPermission)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/adapters/github/issues/permission.ts
var SECONDS = 20;
var PERMISSION = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	permission: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
	user: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		id: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At,
		permissions: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ maintain: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false) }))
	})
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ permission, user }) => ({
	id: user.id,
	level: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.ft)(permission, user.permissions?.maintain ?? false)
})));
function askPermission(spec, username) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
		route: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
		parameters: { username },
		answer: PERMISSION,
		seconds: SECONDS
	});
}



/***/ })

};
;