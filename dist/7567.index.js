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
// src/adapters/github/comments.ts
/** Whoever can write to the repository. Anybody may begin a comment with the marker, and could later edit a comment of theirs that we updated. */
const TRUSTED = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
function githubComments({ token, repository, apiUrl }) {
	return { async put(pullRequest, marker, body) {
		if (token === void 0 || token === "") throw new Error("there is no github-token");
		const { getOctokit } = await __webpack_require__.e(/* import() */ 8582).then(__webpack_require__.bind(__webpack_require__, 8582));
		const { paginate, rest } = getOctokit(token, { baseUrl: apiUrl });
		const [owner = "", repo = ""] = repository.split("/");
		const place = {
			owner,
			repo,
			request: { signal: AbortSignal.timeout(2e4) }
		};
		const earlier = (await paginate(rest.issues.listComments, {
			...place,
			issue_number: pullRequest,
			per_page: 100
		})).find(({ body: text, user, author_association: by }) => text?.startsWith(marker) && (user?.type === "Bot" || TRUSTED.has(by ?? "")));
		const { data } = earlier ? await rest.issues.updateComment({
			...place,
			comment_id: earlier.id,
			body
		}) : await rest.issues.createComment({
			...place,
			issue_number: pullRequest,
			body
		});
		return data.html_url;
	} };
}



/***/ })

};
;