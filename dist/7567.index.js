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
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);


// src/adapters/github/issues/comments.ts
/** Users who can write to the repository. Anyone else could start a comment with the marker, and later edit the one that we updated. */
const TRUSTED = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
/** Page size: GitHub's maximum. */
const PAGE = 100;
const SECONDS = 20;
/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments */
const comment = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	body: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), ""),
	user: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ type: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)() })),
	author_association: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), "")
});
const WRITTEN = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ html_url: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.P)(/^https?:\/\/\S+$/), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)(500)) });
function githubComments(spec) {
	return { async put(pullRequest, marker, body) {
		const earlier = await ownComment(spec, pullRequest, marker);
		const { html_url: url } = await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
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
	const pages = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec, {
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
		parameters: {
			issue_number: pullRequest,
			per_page: PAGE
		},
		answer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)(comment, PAGE),
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