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
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(922);



// src/adapters/github/issues/conversation.ts
var PAGE = 100;
var SECONDS = 20;
var commit = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^[0-9a-f]{40,64}$/));
var account = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	id: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
	login: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn
});
/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments#get-an-issue-comment */
var COMMENT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	body: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), ""),
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(account),
	created_at: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	updated_at: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ body, user, created_at: created, updated_at: updated }) => ({
	body,
	authorId: user?.id,
	isEdited: created !== updated
})));
/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
var PULL_REQUEST = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	state: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(["open", "closed"]),
	draft: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false),
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(account),
	head: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		sha: commit,
		ref: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		repo: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ full_name: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn }))
	})
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ state, draft, user, head }) => ({
	isOpen: state === "open",
	isDraft: draft,
	authorId: user?.id,
	commit: head.sha,
	branch: head.ref,
	repository: head.repo?.full_name
})));
/** https://docs.github.com/en/rest/repos/repos#list-repository-activities */
var PUSHES = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	after: commit,
	timestamp: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	actor: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(account)
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ after, timestamp, actor }) => ({
	commit: after,
	at: Date.parse(timestamp),
	actorId: actor?.id
}))));
/** https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request */
var REVIEWS = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(account),
	state: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)([
		"APPROVED",
		"CHANGES_REQUESTED",
		"DISMISSED",
		"COMMENTED",
		"PENDING"
	]),
	commit_id: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(commit)
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ user, state, commit_id: reviewed }) => ({
	reviewer: user ?? void 0,
	state,
	commit: reviewed ?? void 0
}))));
var REACTION = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ id: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn });
function githubConversation(spec) {
	const ask = (route, parameters, answer) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
		route,
		parameters,
		answer,
		seconds: SECONDS
	});
	return {
		comment: (id) => ask("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id }, COMMENT).catch(unlessMissing),
		permissionOf: (username) => (0,_permission_js__WEBPACK_IMPORTED_MODULE_2__.t)(spec, username),
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
			return (await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)({
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
			for await (const page of (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, {
				route,
				parameters,
				answer: REVIEWS,
				seconds: SECONDS
			})) pages.push(page);
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
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(error) !== 404) throw error;
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