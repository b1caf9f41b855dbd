"use strict";
exports.id = 3535;
exports.ids = [3535];
exports.modules = {

/***/ 3535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommits: () => (/* binding */ githubCommits)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9969);




// src/domain/conventional-commit.ts
var READ = 65536;
var HEADER = /^([a-z]+)(?:\([^()\r\n]+\))?(!)?: \S/i;
var BREAKING_FOOTER = /^BREAKING[ -]CHANGE(?:: | #)\S/;
function changeOf(message) {
	const [header = "", ...body] = (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.at)(message).slice(0, READ).split(/\r\n|\r|\n/);
	const [, type = "", bang] = HEADER.exec(header) ?? [];
	if (bang !== void 0 || body.some((line, at) => at > 0 && BREAKING_FOOTER.test(line))) return "breaking";
	const kind = type.toLowerCase();
	if (kind === "feat") return "feature";
	return kind === "fix" ? "fix" : "other";
}
// src/adapters/github/commits.ts
var TITLE = 200;
function firstLine(text) {
	return text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? "";
}
var line = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(firstLine));
var sha = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.u)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(64));
var message = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ message: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)() });
var commit = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	sha,
	commit: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		...message.entries,
		author: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ name: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(line, "") }))
	}),
	author: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ login: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(line) }))
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ sha: id, commit: { message: text, author: writer }, author }) => ({
	sha: id,
	title: firstLine(text),
	author: author?.login ?? writer?.name ?? "",
	change: changeOf(text)
})));
var file = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	filename: line,
	additions: _inputs_js__WEBPACK_IMPORTED_MODULE_2__.Ot,
	deletions: _inputs_js__WEBPACK_IMPORTED_MODULE_2__.Ot
});
var status = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)([
	"ahead",
	"behind",
	"identical",
	"diverged"
]);
var COMPARISON = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	status,
	commits: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(commit), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(250)),
	files: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(file)), void 0)
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(({ status: relation, commits, files }) => ({
	relation,
	commits,
	...files && { files: (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(files) }
})));
var MOST_PAGES = 20;
var MOST_TAG_PAGES = 50;
var CHANGES = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	status,
	commits: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ commit: message }))
});
var TAGS = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.Pt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	name: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(250)),
	commit: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ sha })
}), 100);
var COMPARE = "GET /repos/{owner}/{repo}/compare/{basehead}";
var SECONDS = 10;
var TAG_SECONDS = 60;
function githubCommits(spec, warn = () => void 0) {
	const asked = (ask) => spec.token === void 0 || spec.token === "" ? Promise.resolve(void 0) : ask().catch(() => void 0);
	return {
		async compare(base, head) {
			if (base === "") return void 0;
			const parameters = { basehead: `${base}...${head}` };
			return asked(() => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.zn)(spec, {
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
async function since(spec, basehead) {
	const found = [];
	const parameters = {
		basehead,
		per_page: 100
	};
	for await (const { status: relation, commits } of (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, {
		route: COMPARE,
		parameters,
		answer: CHANGES,
		seconds: SECONDS
	})) {
		if (found.length === MOST_PAGES) throw new Error(`more than ${MOST_PAGES * 100} commits`);
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
async function tags(spec, warn) {
	const pages = [];
	const question = {
		route: "GET /repos/{owner}/{repo}/tags",
		parameters: { per_page: 100 },
		answer: TAGS,
		seconds: TAG_SECONDS
	};
	for await (const page of (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, question)) {
		if (pages.length === MOST_TAG_PAGES) {
			const words = `The repository has more than ${MOST_TAG_PAGES * 100} tags, so none of them counts as a version. Set version, or delete tags.`;
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