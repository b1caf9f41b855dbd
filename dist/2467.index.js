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
/** Replaces the section with this key, or appends it. The text around it stays. */
function withSection(body, { key, text }) {
	const [begin, end] = marksOf(key);
	const section = `${begin}\n${text}\n${end}`;
	const at = body.indexOf(begin);
	const until = body.indexOf(end, at);
	if (at >= 0 && until >= 0) return `${body.slice(0, at)}${section}${body.slice(until + end.length)}`;
	return body.trim() === "" ? section : `${body.trimEnd()}\n\n${section}`;
}
function hasSection(body, key) {
	const [begin, end] = marksOf(key);
	return body.includes(end, Math.max(0, body.indexOf(begin))) && body.includes(begin);
}
/** Whether the section has exactly this text. */
function hasText(body, { key, text }) {
	return sectionIn(body, key) === text.replaceAll("\r\n", "\n");
}
/** The text of the section; `undefined` if there is none. */
function sectionIn(body, key) {
	const [begin, end] = marksOf(key);
	const at = body.indexOf(begin);
	const until = body.indexOf(end, at);
	return at < 0 || until < 0 ? void 0 : body.slice(at + begin.length, until).replaceAll("\r\n", "\n").replace(/^\n|\n$/g, "");
}
function marksOf(key) {
	return [`<!-- docker-to-ec2: ${key} -->`, `<!-- docker-to-ec2: end of ${key} -->`];
}
// src/adapters/github/releases.ts
const SECONDS = 20;
/** Page size: GitHub's maximum. */
const PAGE = 100;
/** Milliseconds after which a write is read back: longer than another run needs between its own reading and writing. */
const SETTLE = 2e3;
/** How often a lost section is written again. */
const ATTEMPTS = 5;
/** The fields that the action uses of https://docs.github.com/en/rest/releases/releases */
const RELEASE = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.O)({
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.n,
	tag_name: _untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r,
	draft: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.l)(), false),
	html_url: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)(_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.r, (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.N)(/^https?:\/\/\S+$/), (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.x)(500)),
	body: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.F)(), "")
});
/**
* GitHub has no lock and no condition for a write, and runs of other environments write to the same release. So a write is read back, and done again if
* another run has overwritten it.
*/
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
		body: withSection(body, section)
	};
	return {
		url: (await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			route: "PATCH /repos/{owner}/{repo}/releases/{release_id}",
			parameters,
			answer: RELEASE,
			seconds: SECONDS
		})).html_url,
		changed: true
	};
}
/** GitHub finds no draft by its tag, but lists it. */
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
		if ((0,_api_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) === 404) return findDraft(spec, tag);
		throw error;
	}
}
async function findDraft(spec, tag) {
	const question = {
		route: "GET /repos/{owner}/{repo}/releases",
		parameters: { per_page: PAGE },
		answer: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.i)(RELEASE, PAGE)
	};
	for await (const page of (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec, {
		...question,
		seconds: SECONDS
	})) {
		const draft = page.find((one) => one.draft && one.tag_name === tag);
		if (draft) return draft;
	}
}
/** `legacy`: GitHub decides by date and version which release is the latest. If another run has just created it, that one is found. */
async function create(spec, { tag, commit, prerelease }, section) {
	const parameters = {
		tag_name: tag,
		target_commitish: commit,
		name: tag,
		body: withSection("", section),
		prerelease,
		make_latest: "legacy"
	};
	const route = "POST /repos/{owner}/{repo}/releases";
	try {
		return (await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec, {
			route,
			parameters,
			answer: RELEASE,
			seconds: SECONDS
		})).html_url;
	} catch (error) {
		const made = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) === 422 ? await find(spec, tag) : void 0;
		if (made === void 0) throw error;
		return made.html_url;
	}
}



/***/ })

};
;