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
/** How many files GitHub lists at most. https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300;
/** Folders and files of migrations in common frameworks: Rails, Django, Laravel, Prisma, Alembic, Flyway, Liquibase, Entity Framework. */
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
/** `repository`: its address. `live`: the live commit, if any. */
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



// src/domain/conventional-commit.ts
/** How many characters of a message are read; people do not write longer ones. */
const READ = 65536;
/** `type(scope)!: description`. https://www.conventionalcommits.org/en/v1.0.0/#specification */
const HEADER = /^([a-z]+)(?:\([^()\r\n]+\))?(!)?: \S/i;
/** The token of a footer, in upper case at the start of a line. Same page, items 8 to 16. */
const BREAKING_FOOTER = /^BREAKING[ -]CHANGE(?:: | #)\S/;
/** Reads the message of a commit. A merge counts only by its own footer: the merged commits speak for themselves. */
function changeOf(message) {
	const [header = "", ...body] = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.c)(message).slice(0, READ).split(/\r\n|\r|\n/);
	const [, type = "", bang] = HEADER.exec(header) ?? [];
	if (bang !== void 0 || body.some((line, at) => at > 0 && BREAKING_FOOTER.test(line))) return "breaking";
	const kind = type.toLowerCase();
	if (kind === "feat") return "feature";
	return kind === "fix" ? "fix" : "other";
}
// src/adapters/github/commits.ts
/** Characters of a title to show; GitHub itself shows 72. */
const TITLE = 200;
function firstLine(text) {
	return text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? "";
}
const line = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.L)(firstLine));
const sha = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__._)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)(64));
const message = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ message: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)() });
const commit = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	sha,
	commit: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
		...message.entries,
		author: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ name: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)(line, "") }))
	}),
	author: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ login: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)(line) }))
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.L)(({ sha: id, commit: { message: text, author: writer }, author }) => ({
	sha: id,
	title: firstLine(text),
	author: author?.login ?? writer?.name ?? "",
	change: changeOf(text)
})));
const file = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	filename: line,
	additions: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t,
	deletions: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.t
});
const status = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)([
	"ahead",
	"behind",
	"identical",
	"diverged"
]);
/** The fields that the action uses: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	status,
	commits: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(commit), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)(250)),
	files: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(file)), void 0)
}), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.L)(({ status: relation, commits, files }) => ({
	relation,
	commits,
	...files && { files: (0,_commits_js__WEBPACK_IMPORTED_MODULE_2__.t)(files) }
})));
/** Page size: GitHub's maximum. */
const PAGE = 100;
/** How many pages of a list are read: a run does not wait for more. */
const MOST_PAGES = 20;
const CHANGES = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	status,
	commits: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ commit: message }))
});
/** https://docs.github.com/en/rest/repos/repos#list-repository-tags */
const TAGS = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	name: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)(250)),
	commit: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({ sha })
}), PAGE);
const COMPARE = "GET /repos/{owner}/{repo}/compare/{basehead}";
const SECONDS = 10;
/** If GitHub does not answer, the run continues without it: the host's own check still holds. */
function githubCommits(spec) {
	const asked = (ask) => spec.token === void 0 || spec.token === "" ? Promise.resolve(void 0) : ask().catch(() => void 0);
	return {
		async compare(base, head) {
			if (base === "") return void 0;
			const parameters = { basehead: `${base}...${head}` };
			return asked(() => (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
				route: COMPARE,
				parameters,
				answer: COMPARISON,
				seconds: SECONDS
			}));
		},
		since: (base, head) => asked(() => since(spec, `${base}...${head}`)),
		tags: () => asked(() => tags(spec))
	};
}
/** Throws if there are more commits than are read: the missing ones could change the result. */
async function since(spec, basehead) {
	const found = [];
	const parameters = {
		basehead,
		per_page: PAGE
	};
	for await (const { status: relation, commits } of (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec, {
		route: COMPARE,
		parameters,
		answer: CHANGES,
		seconds: SECONDS
	})) {
		if (found.length === MOST_PAGES) throw new Error(`more than 2000 commits`);
		found.push({
			relation,
			changes: commits.map(({ commit: { message: text } }) => changeOf(text))
		});
	}
	return {
		relation: found[0]?.relation ?? "identical",
		changes: found.flatMap(({ changes }) => changes)
	};
}
async function tags(spec) {
	const pages = [];
	const question = {
		route: "GET /repos/{owner}/{repo}/tags",
		parameters: { per_page: PAGE },
		answer: TAGS,
		seconds: SECONDS
	};
	for await (const page of (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec, question)) {
		pages.push(page.map(({ name, commit: { sha: id } }) => ({
			name,
			commit: id
		})));
		if (pages.length === MOST_PAGES) break;
	}
	return pages.flat();
}



/***/ })

};
;