"use strict";
exports.id = 2467;
exports.ids = [2467];
exports.modules = {

/***/ 2467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubReleases: () => (/* binding */ githubReleases)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/domain/version/notes.ts
var MOST_CHARACTERS = 125e3;
var CUT = "\n\nGitHub accepts no longer notes: the rest is left out.";
function withSection(body, { key, text }) {
	const [begin, end] = marksOf(key);
	const [before, after] = around(body, [begin, end]);
	const fitting = cutTo(text, MOST_CHARACTERS - before.length - after.length - begin.length - end.length - 2);
	return fitting === void 0 ? void 0 : `${before}${begin}\n${fitting}\n${end}${after}`;
}
function around(body, marks) {
	return find$1(body, marks) ?? [body.trim() === "" ? "" : `${body.trimEnd()}\n\n`, ""];
}
function find$1(body, [begin, end]) {
	for (let until = body.indexOf(end); until >= 0; until = body.indexOf(end, until + 1)) {
		const at = body.lastIndexOf(begin, until);
		if (at >= 0) return [body.slice(0, at), body.slice(until + end.length)];
	}
}
function cutTo(text, room) {
	if (text.length <= room) return text;
	const end = text.lastIndexOf("\n", room - 55);
	return room < 55 || end <= 0 ? void 0 : `${text.slice(0, end).trimEnd()}${CUT}`;
}
function hasSection(body, key) {
	return find$1(body, marksOf(key)) !== void 0;
}
function hasText(body, { key, text }) {
	const lines = body.replaceAll("\r\n", "\n");
	return withSection(lines, {
		key,
		text: text.replaceAll("\r\n", "\n")
	}) === lines;
}
function marksOf(key) {
	return [`<!-- docker-to-ec2: ${key} -->`, `<!-- docker-to-ec2: end of ${key} -->`];
}
// src/adapters/github/releases.ts
var SECONDS = 20;
var SETTLE = 2e3;
var ATTEMPTS = 5;
var RELEASE = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.At,
	tag_name: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
	draft: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(), false),
	html_url: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Rt,
	body: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), "")
});
function githubReleases(spec, clock) {
	return { async put(release, section, keep) {
		for (let attempt = 1;; attempt += 1) {
			const written = await write(spec, release, section, keep && attempt === 1);
			if (!written.changed && attempt === 1) return written.url;
			await clock.sleep(SETTLE);
			const now = await find(spec, release.tag);
			if (now !== void 0 && hasText(now.body ?? "", section)) return now.html_url;
			if (attempt === ATTEMPTS) throw new Error(`other runs overwrote the notes of ${release.tag} ${ATTEMPTS} times`);
		}
	} };
}
function bodyOf(body, section) {
	const text = withSection(body, section);
	if (text !== void 0) return text;
	throw new Error(`the release has notes of ${body.length} characters already, and GitHub accepts ${MOST_CHARACTERS}: shorten them`);
}
async function write(spec, release, section, keep) {
	const found = await find(spec, release.tag);
	if (found === void 0) return {
		url: await create(spec, release, section),
		changed: true
	};
	const body = found.body ?? "";
	if (keep ? hasSection(body, section.key) : hasText(body, section)) return {
		url: found.html_url,
		changed: false
	};
	const parameters = {
		release_id: found.id,
		body: bodyOf(body, section)
	};
	return {
		url: (await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
			route: "PATCH /repos/{owner}/{repo}/releases/{release_id}",
			parameters,
			answer: RELEASE,
			seconds: SECONDS
		})).html_url,
		changed: true
	};
}
async function find(spec, tag) {
	return await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Wn)((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
		route: "GET /repos/{owner}/{repo}/releases/tags/{tag}",
		parameters: { tag },
		answer: RELEASE,
		seconds: SECONDS
	})) ?? findDraft(spec, tag);
}
async function findDraft(spec, tag) {
	const question = {
		route: "GET /repos/{owner}/{repo}/releases",
		parameters: { per_page: 100 },
		answer: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(RELEASE, 100)
	};
	for await (const page of (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Bn)(spec, {
		...question,
		seconds: SECONDS
	})) {
		const draft = page.find((one) => one.draft && one.tag_name === tag);
		if (draft) return draft;
	}
}
async function create(spec, { tag, commit, prerelease }, section) {
	const parameters = {
		tag_name: tag,
		target_commitish: commit,
		name: tag,
		body: bodyOf("", section),
		prerelease,
		make_latest: "legacy"
	};
	const route = "POST /repos/{owner}/{repo}/releases";
	try {
		return (await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zn)(spec, {
			route,
			parameters,
			answer: RELEASE,
			seconds: SECONDS
		})).html_url;
	} catch (error) {
		const made = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Un)(error) === 422 ? await find(spec, tag) : void 0;
		if (made === void 0) throw error;
		return made.html_url;
	}
}



/***/ })

};
;