"use strict";
exports.id = 8478;
exports.ids = [8478];
exports.modules = {

/***/ 8478:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubConversation: () => (/* binding */ githubConversation)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(922);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);



// src/adapters/github/issues/conversation.ts
const PAGE = 100;
/** More reviews than this many pages are not judged. */
const MOST_PAGES = 20;
const SECONDS = 20;
const commit = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.F)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.N)(/^[0-9a-f]{40,64}$/));
const time = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.F)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.v)());
const account = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	login: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r
});
/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments#get-an-issue-comment */
const COMMENT = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	body: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.F)(), ""),
	user: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)(account),
	created_at: time,
	updated_at: time
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(({ body, user, created_at: created, updated_at: updated }) => ({
	body,
	authorId: user?.id,
	isEdited: created !== updated
})));
/** https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
const PERMISSION = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	/** One of the four old levels: `write` includes the role `maintain`. */
	permission: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	user: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
		id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
		permissions: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({ maintain: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(), false) }))
	})
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(({ permission, user }) => ({
	id: user.id,
	level: (0,_permission_js__WEBPACK_IMPORTED_MODULE_2__.r)(permission, user.permissions?.maintain ?? false)
})));
/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
const PULL_REQUEST = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	state: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)(["open", "closed"]),
	draft: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(), false),
	user: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(account),
	head: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
		sha: commit,
		ref: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
		repo: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({ full_name: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r }))
	})
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(({ state, draft, user, head }) => ({
	isOpen: state === "open",
	isDraft: draft,
	authorId: user?.id,
	commit: head.sha,
	branch: head.ref,
	repository: head.repo?.full_name
})));
/** https://docs.github.com/en/rest/repos/repos#list-repository-activities */
const PUSHES = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	after: commit,
	timestamp: time,
	actor: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)(account)
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(({ after, timestamp, actor }) => ({
	commit: after,
	at: Date.parse(timestamp),
	actorId: actor?.id
}))));
/** https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request */
const REVIEWS = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	user: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(account),
	state: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)([
		"APPROVED",
		"CHANGES_REQUESTED",
		"DISMISSED",
		"COMMENTED",
		"PENDING"
	]),
	commit_id: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(commit)
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(({ user, state, commit_id: reviewed }) => ({
	reviewer: user ?? void 0,
	state,
	commit: reviewed ?? void 0
}))));
const REACTION = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({ id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n });
function githubConversation(spec) {
	const ask = (route, parameters, answer) => (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
		route,
		parameters,
		answer,
		seconds: SECONDS
	});
	return {
		comment: (id) => ask("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id }, COMMENT).catch(unlessMissing),
		permissionOf: (username) => ask("GET /repos/{owner}/{repo}/collaborators/{username}/permission", { username }, PERMISSION),
		pullRequest: (number) => ask("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: number }, PULL_REQUEST),
		async lastPush(repository, branch) {
			const question = {
				route: "GET /repos/{owner}/{repo}/activity",
				parameters: {
					ref: `refs/heads/${branch}`,
					per_page: 1
				},
				answer: PUSHES,
				seconds: SECONDS
			};
			return (await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)({
				...spec,
				repository
			}, question))[0];
		},
		async reviews(number) {
			const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews";
			const parameters = {
				pull_number: number,
				per_page: PAGE
			};
			const pages = [];
			for await (const page of (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec, {
				route,
				parameters,
				answer: REVIEWS,
				seconds: SECONDS
			})) pages.push(page);
			if (pages.length >= MOST_PAGES) throw new Error("the pull request has too many reviews");
			return pages.flat();
		},
		async react(id, content) {
			await ask("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
				comment_id: id,
				content
			}, REACTION);
		}
	};
}
function unlessMissing(error) {
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) !== 404) throw error;
}



/***/ })

};
;