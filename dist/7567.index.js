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
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(922);




// src/adapters/github/issues/comments.ts
var PAGE = 100;
var SECONDS = 20;
var comment = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	id: _start_js__WEBPACK_IMPORTED_MODULE_1__.$t,
	body: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), ""),
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		id: _start_js__WEBPACK_IMPORTED_MODULE_1__.$t,
		login: _start_js__WEBPACK_IMPORTED_MODULE_1__.nn,
		type: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()
	}))
});
var WRITTEN = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ html_url: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)(_start_js__WEBPACK_IMPORTED_MODULE_1__.nn, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^https?:\/\/\S+$/), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(500)) });
function githubComments(spec) {
	return { async put(pullRequest, marker, body) {
		const earlier = await ownComment(spec, pullRequest, marker);
		const { html_url: url } = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.hn)(spec, {
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
	const pages = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.gn)(spec, {
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
		parameters: {
			issue_number: pullRequest,
			per_page: PAGE
		},
		answer: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.rn)(comment, PAGE),
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
	try {
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.qt)({
			id,
			login
		}, await (0,_permission_js__WEBPACK_IMPORTED_MODULE_3__.t)(spec, login), "write");
	} catch (error) {
		if ((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.vn)(error) === 404) return false;
		throw error;
	}
}



/***/ }),

/***/ 922:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ askPermission)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/adapters/github/issues/permission.ts
var SECONDS = 20;
var PERMISSION = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	permission: _start_js__WEBPACK_IMPORTED_MODULE_1__.nn,
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		id: _start_js__WEBPACK_IMPORTED_MODULE_1__.$t,
		permissions: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ maintain: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false) }))
	})
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ permission, user }) => ({
	id: user.id,
	level: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Jt)(permission, user.permissions?.maintain ?? false)
})));
function askPermission(spec, username) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.hn)(spec, {
		route: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
		parameters: { username },
		answer: PERMISSION,
		seconds: SECONDS
	});
}



/***/ })

};
;