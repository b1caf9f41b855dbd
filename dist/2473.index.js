"use strict";
exports.id = 2473;
exports.ids = [2473];
exports.modules = {

/***/ 3535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sinceLive),
/* harmony export */   t: () => (/* binding */ changedFiles)
/* harmony export */ });
// src/domain/commits.ts
/** Files that GitHub tells of at most. https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300;
/** Folders and files in which the common frameworks keep migrations: Rails, Django, Laravel, Prisma, Alembic, Flyway, Liquibase, Entity Framework. */
const MIGRATION = /(^|\/)(migrations?|migrate|alembic|flyway|liquibase|changelogs?)\/|(^|\/)db\/schema\.rb$|\.sql$/i;
function changedFiles(files) {
	return {
		count: files.length,
		all: files.length < MOST_FILES,
		added: files.reduce((total, { additions }) => total + additions, 0),
		removed: files.reduce((total, { deletions }) => total + deletions, 0),
		migrations: files.map(({ filename }) => filename).filter((name) => MIGRATION.test(name))
	};
}
/** `repository`: its web address. `live`: the commit that serves, if any does. */
function sinceLive({ repository, commit }, live, comparison) {
	return {
		commits: (comparison?.commits ?? []).map((listed) => ({
			...listed,
			url: `${repository}/commit/${listed.sha}`
		})),
		...comparison?.files && { files: comparison.files },
		compareUrl: live !== void 0 && live !== commit ? `${repository}/compare/${live}...${commit}` : void 0
	};
}



/***/ }),

/***/ 2473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommits: () => (/* binding */ githubCommits)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3535);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);



// src/adapters/github/commits.ts
/** Characters that are shown of a title; GitHub itself shows 72. */
const TITLE = 200;
const line = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((text) => text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? ""));
const commit = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	sha: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.h)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.y)(64)),
	commit: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
		message: line,
		author: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({ name: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(line, "") }))
	}),
	author: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({ login: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)(line) }))
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(({ sha, commit: { message: title, author: writer }, author }) => ({
	sha,
	title,
	author: author?.login ?? writer?.name ?? ""
})));
const file = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	filename: line,
	additions: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t,
	deletions: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t
});
/** What is used of the answer: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.w)({
	status: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)([
		"ahead",
		"behind",
		"identical",
		"diverged"
	]),
	commits: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(commit), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.y)(250)),
	files: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.m)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(file)), void 0)
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(({ status: relation, commits, files }) => ({
	relation,
	commits,
	...files && { files: (0,_commits_js__WEBPACK_IMPORTED_MODULE_2__.t)(files) }
})));
/** Whatever keeps GitHub from telling, the run goes on without: the host's own guard still holds. */
function githubCommits(spec) {
	return { async compare(base, head) {
		if (spec.token === void 0 || spec.token === "" || base === "") return void 0;
		const question = {
			route: "GET /repos/{owner}/{repo}/compare/{basehead}",
			parameters: { basehead: `${base}...${head}` }
		};
		return (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			...question,
			answer: COMPARISON,
			seconds: 10
		}).catch(() => void 0);
	} };
}



/***/ })

};
;