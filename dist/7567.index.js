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
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(922);



// src/adapters/github/issues/comments.ts
/** Page size: GitHub's maximum. */
var PAGE = 100;
var SECONDS = 20;
/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments */
var comment = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	id: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
	body: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), ""),
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		id: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
		login: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		type: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()
	}))
});
var WRITTEN = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ html_url: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^https?:\/\/\S+$/), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(500)) });
function githubComments(spec) {
	return { async put(pullRequest, marker, body) {
		const earlier = await ownComment(spec, pullRequest, marker);
		const { html_url: url } = await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
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
/** The id of the first comment with the marker by a bot, or by a user who can write to the repository. */
async function ownComment(spec, pullRequest, marker) {
	const pages = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, {
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
		parameters: {
			issue_number: pullRequest,
			per_page: PAGE
		},
		answer: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)(comment, PAGE),
		seconds: SECONDS
	});
	const strangers = /* @__PURE__ */ new Set();
	for await (const page of pages) for (const { id, body, user } of page) {
		if (!body.startsWith(marker) || !user || strangers.has(user.id)) continue;
		if (await canWrite(spec, user)) return id;
		strangers.add(user.id);
	}
}
/** Users who can write to the repository can edit any comment. Anyone else could start one with the marker, and later edit what we wrote into it. */
async function canWrite(spec, { id, login, type }) {
	if (type === "Bot") return true;
	try {
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Fn)({
			id,
			login
		}, await (0,_permission_js__WEBPACK_IMPORTED_MODULE_2__.t)(spec, login), "write");
	} catch (error) {
		if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(error) === 404) return false;
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


// src/adapters/github/issues/permission.ts
var SECONDS = 20;
/** https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
var PERMISSION = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	/** One of the four old levels: `write` includes the role `maintain`. */
	permission: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		id: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
		permissions: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ maintain: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false) }))
	})
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ permission, user }) => ({
	id: user.id,
	level: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.In)(permission, user.permissions?.maintain ?? false)
})));
/** The only proof of what somebody may do. An `author_association` is none: a member or collaborator can be one who only reads. */
function askPermission(spec, username) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
		route: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
		parameters: { username },
		answer: PERMISSION,
		seconds: SECONDS
	});
}



/***/ })

};
;