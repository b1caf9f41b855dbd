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
var MOST_FILES = 300;
/** Folders and files of migrations in common frameworks: Rails, Django, Laravel, Prisma, Alembic, Flyway, Liquibase, Entity Framework. */
var MIGRATION = /(^|\/)(migrations?|migrate|alembic|flyway|liquibase|changelogs?)\/|(^|\/)db\/schema\.rb$|\.sql$/i;
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
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3535);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);



// src/domain/conventional-commit.ts
/** How many characters of a message are read; people do not write longer ones. */
var READ = 65536;
/** `type(scope)!: description`. https://www.conventionalcommits.org/en/v1.0.0/#specification */
var HEADER = /^([a-z]+)(?:\([^()\r\n]+\))?(!)?: \S/i;
/** The token of a footer, in upper case at the start of a line. Same page, items 8 to 16. */
var BREAKING_FOOTER = /^BREAKING[ -]CHANGE(?:: | #)\S/;
/** Reads the message of a commit. A merge counts only by its own footer: the merged commits speak for themselves. */
function changeOf(message) {
	const [header = "", ...body] = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.$n)(message).slice(0, READ).split(/\r\n|\r|\n/);
	const [, type = "", bang] = HEADER.exec(header) ?? [];
	if (bang !== void 0 || body.some((line, at) => at > 0 && BREAKING_FOOTER.test(line))) return "breaking";
	const kind = type.toLowerCase();
	if (kind === "feat") return "feature";
	return kind === "fix" ? "fix" : "other";
}
// src/adapters/github/commits.ts
/** Characters of a title to show; GitHub itself shows 72. */
var TITLE = 200;
function firstLine(text) {
	return text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? "";
}
var line = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(firstLine));
var sha = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.l)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(64));
var message = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ message: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)() });
var commit = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	sha,
	commit: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		...message.entries,
		author: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ name: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(line, "") }))
	}),
	author: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ login: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(line) }))
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ sha: id, commit: { message: text, author: writer }, author }) => ({
	sha: id,
	title: firstLine(text),
	author: author?.login ?? writer?.name ?? "",
	change: changeOf(text)
})));
var file = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	filename: line,
	additions: _start_js__WEBPACK_IMPORTED_MODULE_1__.Wn,
	deletions: _start_js__WEBPACK_IMPORTED_MODULE_1__.Wn
});
var status = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)([
	"ahead",
	"behind",
	"identical",
	"diverged"
]);
/** The fields that the action uses: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
var COMPARISON = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	status,
	commits: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(commit), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(250)),
	files: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(file)), void 0)
}), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(({ status: relation, commits, files }) => ({
	relation,
	commits,
	...files && { files: (0,_commits_js__WEBPACK_IMPORTED_MODULE_2__.t)(files) }
})));
/** Page size: GitHub's maximum. */
var PAGE = 100;
/** How many pages of commits are read: a run does not wait for more. */
var MOST_PAGES = 20;
/** How many pages of tags. */
var MOST_TAG_PAGES = 50;
var CHANGES = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	status,
	commits: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ commit: message }))
});
/** https://docs.github.com/en/rest/repos/repos#list-repository-tags */
var TAGS = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	name: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(250)),
	commit: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ sha })
}), PAGE);
var COMPARE = "GET /repos/{owner}/{repo}/compare/{basehead}";
var SECONDS = 10;
var TAG_SECONDS = 60;
/** If GitHub does not answer, the run continues without it: the host's own check still holds. `warn`: for what the run must know. */
function githubCommits(spec, warn = () => void 0) {
	const asked = (ask) => spec.token === void 0 || spec.token === "" ? Promise.resolve(void 0) : ask().catch(() => void 0);
	return {
		async compare(base, head) {
			if (base === "") return void 0;
			const parameters = { basehead: `${base}...${head}` };
			return asked(() => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
				route: COMPARE,
				parameters,
				answer: COMPARISON,
				seconds: SECONDS
			}));
		},
		since: (base, head) => asked(() => since(spec, `${base}...${head}`)),
		tags: () => asked(() => tags(spec, warn))
	};
}
/** Throws if there are more commits than are read: the missing ones could change the result. */
async function since(spec, basehead) {
	const found = [];
	const parameters = {
		basehead,
		per_page: PAGE
	};
	for await (const { status: relation, commits } of (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, {
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
/** Throws if there are more than are read: the missing ones could change the result. */
async function tags(spec, warn) {
	const pages = [];
	const question = {
		route: "GET /repos/{owner}/{repo}/tags",
		parameters: { per_page: PAGE },
		answer: TAGS,
		seconds: TAG_SECONDS
	};
	for await (const page of (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, question)) {
		if (pages.length === MOST_TAG_PAGES) {
			const words = `The repository has more than 5000 tags, so none of them counts as a version. Set version, or delete tags.`;
			warn(words);
			throw new Error(words);
		}
		pages.push(page.map(({ name, commit: { sha: id } }) => ({
			name,
			commit: id
		})));
	}
	return pages.flat();
}



/***/ })

};
;