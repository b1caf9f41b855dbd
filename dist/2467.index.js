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
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9877);


// src/domain/version/notes.ts
/** The characters that GitHub accepts as the notes of a release. */
const MOST_CHARACTERS = 125e3;
const CUT = "\n\nGitHub accepts no longer notes: the rest is left out.";
/** Replaces the section with this key, or appends it. The text around it stays, so a section that has too little room is cut; `undefined` without any room. */
function withSection(body, { key, text }) {
	const [begin, end] = marksOf(key);
	const [before, after] = around(body, [begin, end]);
	const fitting = cutTo(text, MOST_CHARACTERS - before.length - after.length - begin.length - end.length - 2);
	return fitting === void 0 ? void 0 : `${before}${begin}\n${fitting}\n${end}${after}`;
}
function around(body, [begin, end]) {
	const at = body.indexOf(begin);
	const until = body.indexOf(end, at);
	if (at >= 0 && until >= 0) return [body.slice(0, at), body.slice(until + end.length)];
	return [body.trim() === "" ? "" : `${body.trimEnd()}\n\n`, ""];
}
/** Whole lines only, so that no link or entity is cut. */
function cutTo(text, room) {
	if (text.length <= room) return text;
	const end = text.lastIndexOf("\n", room - 55);
	return room < 55 || end <= 0 ? void 0 : `${text.slice(0, end).trimEnd()}${CUT}`;
}
function hasSection(body, key) {
	const [begin, end] = marksOf(key);
	return body.includes(end, Math.max(0, body.indexOf(begin))) && body.includes(begin);
}
function marksOf(key) {
	return [`<!-- docker-to-ec2: ${key} -->`, `<!-- docker-to-ec2: end of ${key} -->`];
}
// src/adapters/github/releases.ts
const SECONDS = 20;
/** The fields that the action uses of https://docs.github.com/en/rest/releases/releases */
const RELEASE = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)({
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	html_url: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.M)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.P)(/^https?:\/\/\S+$/), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.S)(500)),
	body: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.I)(), "")
});
function githubReleases(spec) {
	return { async put(release, section, keep) {
		const found = await find(spec, release.tag);
		if (found === void 0) return create(spec, release, section);
		if (keep && hasSection(found.body ?? "", section.key)) return found.html_url;
		const parameters = {
			release_id: found.id,
			body: bodyOf(found.body ?? "", section)
		};
		return (await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			route: "PATCH /repos/{owner}/{repo}/releases/{release_id}",
			parameters,
			answer: RELEASE,
			seconds: SECONDS
		})).html_url;
	} };
}
function bodyOf(body, section) {
	const text = withSection(body, section);
	if (text !== void 0) return text;
	throw new Error(`the release has notes of ${body.length} characters already, and GitHub accepts ${MOST_CHARACTERS}: shorten them`);
}
async function find(spec, tag) {
	const route = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
	try {
		return await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			route,
			parameters: { tag },
			answer: RELEASE,
			seconds: SECONDS
		});
	} catch (error) {
		if ((0,_api_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) === 404) return void 0;
		throw error;
	}
}
/** `legacy`: GitHub decides by date and version which release is the latest. */
async function create(spec, { tag, commit, prerelease }, section) {
	const parameters = {
		tag_name: tag,
		target_commitish: commit,
		name: tag,
		body: bodyOf("", section),
		prerelease,
		make_latest: "legacy"
	};
	return (await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
		route: "POST /repos/{owner}/{repo}/releases",
		parameters,
		answer: RELEASE,
		seconds: SECONDS
	})).html_url;
}



/***/ })

};
;