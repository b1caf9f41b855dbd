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
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(922);




// src/adapters/github/issues/conversation.ts
var SECONDS = 20;
var account = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At,
	login: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt
});
var COMMENT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	body: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), ""),
	user: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(account),
	created_at: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Mt,
	updated_at: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Mt
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ body, user, created_at: created, updated_at: updated }) => ({
	body,
	authorId: user?.id,
	isEdited: created !== updated
})));
var PULL_REQUEST = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	state: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(["open", "closed"]),
	draft: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false),
	user: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(account),
	head: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		sha: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.kt,
		ref: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
		repo: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ full_name: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt }))
	})
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ state, draft, user, head }) => ({
	isOpen: state === "open",
	isDraft: draft,
	authorId: user?.id,
	commit: head.sha,
	branch: head.ref,
	repository: head.repo?.full_name
})));
var PUSHES = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	after: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.kt,
	timestamp: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Mt,
	actor: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(account)
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ after, timestamp, actor }) => ({
	commit: after,
	at: Date.parse(timestamp),
	actorId: actor?.id
}))));
var REVIEWS = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	user: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(account),
	state: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)([
		"APPROVED",
		"CHANGES_REQUESTED",
		"DISMISSED",
		"COMMENTED",
		"PENDING"
	]),
	commit_id: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.kt)
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ user, state, commit_id: reviewed }) => ({
	reviewer: user ?? void 0,
	state,
	commit: reviewed ?? void 0
}))));
var REACTION = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ id: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At });
function githubConversation(spec) {
	const ask = (route, parameters, answer) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
		route,
		parameters,
		answer,
		seconds: SECONDS
	});
	return {
		comment: (id) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Wn)(ask("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id }, COMMENT)),
		permissionOf: (username) => (0,_permission_js__WEBPACK_IMPORTED_MODULE_3__.t)(spec, username),
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
			return (await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)({
				...spec,
				repository
			}, question))[0];
		},
		async reviews(number) {
			const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews";
			const parameters = {
				pull_number: number,
				per_page: 100
			};
			return (await Array.fromAsync((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Bn)(spec, {
				route,
				parameters,
				answer: REVIEWS,
				seconds: SECONDS
			}))).flat();
		},
		async react(id, content) {
			await ask("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
				comment_id: id,
				content
			}, REACTION);
		}
	};
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