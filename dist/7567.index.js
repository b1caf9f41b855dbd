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


// src/adapters/github/issues/comments.ts
/** Users who can write to the repository. Anyone else could start a comment with the marker, and later edit the one that we updated. */
var TRUSTED = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
/** Page size: GitHub's maximum. */
var PAGE = 100;
var SECONDS = 20;
/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments */
var comment = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	id: _start_js__WEBPACK_IMPORTED_MODULE_1__.Bn,
	body: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), ""),
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ type: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)() })),
	author_association: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), "")
});
var WRITTEN = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ html_url: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Vn, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^https?:\/\/\S+$/), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(500)) });
function githubComments(spec) {
	return { async put(pullRequest, marker, body) {
		const earlier = await ownComment(spec, pullRequest, marker);
		const { html_url: url } = await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Fn)(spec, {
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
/** The id of the first comment with the marker by a user who can write to the repository. */
async function ownComment(spec, pullRequest, marker) {
	const pages = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.In)(spec, {
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
		parameters: {
			issue_number: pullRequest,
			per_page: PAGE
		},
		answer: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(comment, PAGE),
		seconds: SECONDS
	});
	for await (const page of pages) {
		const own = page.find(({ body, user, author_association: by }) => body.startsWith(marker) && (user?.type === "Bot" || TRUSTED.has(by)));
		if (own) return own.id;
	}
}



/***/ })

};
;