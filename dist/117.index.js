"use strict";
exports.id = 117;
exports.ids = [117];
exports.modules = {

/***/ 117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   localCheckout: () => (/* binding */ localCheckout)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _wildcards_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5782);
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_7__);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_8___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_8__);










// src/domain/image/dockerignore.ts
function readDockerignore(text) {
	const patterns = text.replace(/^\uFEFF/, "").split("\n").flatMap(readLine);
	return {
		ignores: (path) => {
			const tried = ancestors(path);
			return patterns.reduce((ignored, { back, matches }) => back === ignored && tried.some(matches) ? !back : ignored, false);
		},
		takesBack: patterns.some(({ back }) => back)
	};
}
function readLine(line) {
	const words = line.startsWith("#") ? "" : line.trim();
	const back = words.startsWith("!");
	const raw = back ? words.slice(1).trim() : words;
	if (raw === "") return [];
	return [{
		back,
		matches: matcherOf(clean(raw))
	}];
}
function clean(pattern) {
	return pattern.split("/").filter((part) => part !== "" && part !== ".").reduce((path, part) => part === ".." && path.length > 0 ? path.slice(0, -1) : [...path, part], []).join("/");
}
function matcherOf(pattern) {
	const [, any, rest = ""] = /^(\*\*)?(.*)$/s.exec(pattern) ?? [];
	if (rest !== "" && !/[*?[\]\\]/.test(rest)) return any === void 0 ? (path) => path === rest : (path) => `/${path}`.endsWith(rest);
	const source = pattern.replace(/\*\*\/?$|\*\*\/?|\*|\?|\\.|[.+()|{}$^]/gs, (part, at) => translate(part, at + part.length === pattern.length));
	return (0,_wildcards_js__WEBPACK_IMPORTED_MODULE_9__.t)(source) ?? (() => false);
}
function translate(part, isLast) {
	if (part.startsWith("**")) return isLast ? ".*" : "(.*/)?";
	if (part === "*") return "[^/]*";
	if (part === "?") return "[^/]";
	return part.startsWith("\\") || part === "^" ? part : `\\${part}`;
}
function ancestors(path) {
	const parts = path.split("/");
	return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
// src/domain/image/sbom.ts
var SPDX = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.P)([(0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	spdxVersion: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.j)("SPDX-")),
	SPDXID: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt
}), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	"@context": (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.O)(/^https:\/\/spdx\.org\/rdf\/3\./)),
	"@graph": (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.F)())
})]);
var CYCLONEDX = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	bomFormat: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.p)("CycloneDX"),
	specVersion: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt
});
var LARGEST_SBOM = 64 * 2 ** 20;
function readSbom(text) {
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(SPDX, text) !== void 0) return {
		text,
		type: "application/spdx+json"
	};
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(CYCLONEDX, text) === void 0 ? void 0 : {
		text,
		type: "application/vnd.cyclonedx+json"
	};
}
// src/adapters/checkout/sbom-file.ts
async function readSbomFile(path) {
	const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.stat)(path).catch((cause) => {
		throw unusable(`${path} cannot be read`, cause);
	});
	if (!found.isFile()) throw unusable(`${path} is not a file`);
	if (found.size > LARGEST_SBOM) throw unusable(`${path} has ${found.size} bytes; the limit is ${LARGEST_SBOM}`);
	return readSbom((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readFile)(path, "utf8"))) ?? unusableFormat(path);
}
function unusableFormat(path) {
	throw unusable(`${path} is neither SPDX nor CycloneDX as JSON`);
}
function unusable(reason, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("inputs", `sbom: ${reason}`, {
		hint: "Write it in an earlier step, such as `syft . -o spdx-json`, or correct the path in the input sbom.",
		cause
	});
}
// src/adapters/checkout/context-files.ts
var WORKERS = 16;
async function contextFiles(context, rules, hash) {
	const paths = await pathsIn(context, "", rules);
	const files = /* @__PURE__ */ new Map();
	const next = paths.values();
	const work = async () => {
		for (const path of next) {
			const file = await fileAt((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(context, path), hash);
			if (file) files.set(path, file);
		}
	};
	await Promise.all(Array.from({ length: WORKERS }, work));
	return files;
}
async function pathsIn(context, folder, rules) {
	const entries = await listed((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(context, folder));
	if (entries.length === 0) return folder === "" || rules.ignores(folder) ? [] : [folder];
	const inside = entries.filter(({ name }) => name !== ".git").map((entry) => pathsAt(context, entry, {
		folder,
		rules
	}));
	return (await Promise.all(inside)).flat();
}
async function listed(folder) {
	return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readdir)(folder, { withFileTypes: true }).catch(() => []);
}
async function pathsAt(context, entry, { folder, rules }) {
	const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
	const ignored = rules.ignores(path);
	if (entry.isDirectory()) return ignored && !rules.takesBack ? [] : pathsIn(context, path, rules);
	return ignored ? [] : [path];
}
async function fileAt(path, hash) {
	try {
		return await described(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.lstat)(path), hash);
	} catch (error) {
		return error.code === "ENOENT" ? void 0 : {
			mode: "",
			id: "unreadable"
		};
	}
}
async function described(path, { mode, size }, hash) {
	switch (mode & 61440) {
		case 16384: return {
			mode: "040000",
			id: ""
		};
		case 40960: {
			const target = Buffer.from(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readlink)(path));
			return {
				mode: "120000",
				id: blob(hash, target.length).update(target).digest("hex")
			};
		}
		case 32768: return {
			mode: (mode & 64) === 0 ? "100644" : "100755",
			id: await contentId(path, size, hash)
		};
		default: return;
	}
}
function blob(hash, size) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHash)(hash).update(`blob ${size}\0`);
}
async function contentId(path, size, hash) {
	const digest = blob(hash, size);
	const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.open)(path);
	try {
		const buffer = Buffer.allocUnsafe(Math.min(size + 1, 2 ** 18));
		for (;;) {
			const { bytesRead } = await file.read(buffer);
			if (bytesRead === 0) return digest.digest("hex");
			digest.update(buffer.subarray(0, bytesRead));
		}
	} finally {
		await file.close();
	}
}
// src/adapters/checkout/git.ts
function git(spec) {
	return {
		committedAt: ({ root, commit }) => withTrust(spec, (env) => committerDate(commit, {
			cwd: root,
			env
		})),
		repository: (folder) => withTrust(spec, (env) => outermost(folder, env)),
		tree: ({ root, commit }, paths) => withTrust(spec, (env) => run([
			"ls-tree",
			"-r",
			"-z",
			"--full-tree",
			commit,
			...paths.length > 0 ? ["--", ...paths] : []
		], {
			cwd: root,
			env
		}))
	};
}
var LATEST = Date.UTC(9999, 11, 31, 23, 59, 59);
async function committerDate(commit, at) {
	const [, seconds] = /^committer .*> (\d+) [+-]\d{4}$/m.exec(await run([
		"cat-file",
		"commit",
		commit
	], at)) ?? [];
	if (seconds === void 0) throw new Error(`${commit} has no committer`);
	const made = /* @__PURE__ */ new Date(Number(seconds) * 1e3);
	if (!(made.getTime() <= LATEST)) throw new Error(`${commit} has a committer without a time`);
	return made;
}
async function outermost(folder, env) {
	const [commit = "", root = "", around = ""] = (await run([
		"rev-parse",
		"HEAD",
		"--show-toplevel",
		"--show-superproject-working-tree"
	], {
		cwd: folder,
		env
	})).split("\n");
	return around === "" ? {
		root: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.realpath)(root),
		commit
	} : outermost(around, env);
}
async function withTrust({ env }, work) {
	const home = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_6__.tmpdir)(), "docker-to-ec2-git-"));
	const config = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, ".gitconfig");
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.writeFile)(config, "[safe]\n	directory = *\n");
		const others = Object.entries(env).filter(([name]) => !name.startsWith("GIT_"));
		return await work({
			...Object.fromEntries(others),
			HOME: home,
			GIT_CONFIG_GLOBAL: config,
			LC_ALL: "C"
		});
	} finally {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.rm)(home, {
			recursive: true,
			force: true
		});
	}
}
var PATIENCE_MS = 3e4;
var MOST_BYTES = 2 ** 29;
function run(args, { cwd, env }) {
	return new Promise((resolve, reject) => {
		(0,node_child_process__WEBPACK_IMPORTED_MODULE_8__.execFile)("git", [...args], {
			cwd,
			env,
			timeout: PATIENCE_MS,
			maxBuffer: MOST_BYTES
		}, (error, stdout, stderr) => {
			if (error === null) resolve(stdout);
			else reject(new Error(stderr.trim().split("\n")[0] || error.message, { cause: error }));
		});
	});
}
// src/adapters/checkout/checkout.ts
function localCheckout(spec) {
	const tool = git(spec);
	let found;
	let content;
	const look = () => found ??= findRepository(tool, spec);
	return {
		head: async () => headOf(await look()),
		committedAt: async () => committedAt(tool, await look()),
		readme: async () => readmeOf(tool, await look()),
		dockerfile: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readFile)(spec.dockerfile, "utf8").catch(() => void 0),
		sbom: readSbomFile,
		content: () => content ??= look().then((known) => readContent(tool, spec, known))
	};
}
function headOf(found) {
	return "repository" in found ? {
		kind: "commit",
		id: found.repository.commit
	} : {
		kind: "unknown",
		reason: found.reason
	};
}
async function committedAt(tool, found) {
	return "repository" in found ? tool.committedAt(found.repository).catch(() => void 0) : void 0;
}
var README_FOLDERS = [
	".github/",
	"",
	"docs/"
];
var README_NAMES = [
	"README.md",
	"readme.md",
	"Readme.md",
	"README.rst",
	"README.txt",
	"README"
];
async function readmeOf(tool, found) {
	if (!("repository" in found)) return void 0;
	const places = README_FOLDERS.flatMap((folder) => README_NAMES.map((name) => `${folder}${name}`));
	const tree = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.er)(await tool.tree(found.repository, places).catch(() => ""));
	return places.find((path) => tree.has(path));
}
async function findRepository(tool, { context, workspace }) {
	try {
		return { repository: await tool.repository(context).catch(() => tool.repository(workspace)) };
	} catch (error) {
		return { reason: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error) };
	}
}
async function readContent(tool, spec, found) {
	const dockerfile = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.realpath)(spec.dockerfile).catch(() => void 0);
	if ("reason" in found && dockerfile === void 0) return void 0;
	const repository = "repository" in found ? found.repository : void 0;
	const build = {
		context: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.realpath)(spec.context).catch(() => spec.context),
		dockerfile: dockerfile ?? spec.dockerfile
	};
	const rules = await ignoreRules(build);
	const [there, committed] = await Promise.all([filesThere(build, rules, repository?.commit.length === 64 ? "sha256" : "sha1"), repository ? filesCommitted(tool, repository, {
		build,
		rules
	}) : /* @__PURE__ */ new Map()]);
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.$n)(there, committed);
}
function steering({ context, dockerfile }) {
	return [["/Dockerfile", [dockerfile]], ["/.dockerignore", [`${dockerfile}.dockerignore`, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(context, ".dockerignore")]]];
}
async function ignoreRules(build) {
	const [, [, places]] = steering(build);
	const texts = await Promise.all(places.map((place) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readFile)(place, "utf8").catch(() => void 0)));
	return readDockerignore((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(texts.find((text) => text !== void 0) ?? ""));
}
async function filesThere(build, rules, hash) {
	const files = await contextFiles(build.context, rules, hash);
	const steered = steering(build).map(async ([name, places]) => {
		return [name, (await Promise.all(places.map((place) => fileAt(place, hash)))).find((file) => file !== void 0)];
	});
	return new Map([...files, ...(await Promise.all(steered)).flatMap(([name, file]) => file ? [[name, file]] : [])]);
}
async function filesCommitted(tool, repository, { build, rules }) {
	const place = (path) => placeIn(repository, path);
	const folder = place(build.context);
	const steered = steering(build).map(([name, places]) => [name, places.flatMap((path) => place(path) ?? [])]);
	const wanted = [folder, ...steered.flatMap(([, places]) => places)].filter((path) => path !== void 0);
	if (wanted.length === 0) return /* @__PURE__ */ new Map();
	const tree = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.er)(await tool.tree(repository, wanted.includes("") ? [] : wanted));
	const inContext = [...tree].flatMap(([path, file]) => below(folder, path, file)).filter(([path]) => !rules.ignores(path));
	const own = steered.flatMap(([name, places]) => places.flatMap((path) => tree.get(path) ?? []).slice(0, 1).map((file) => [name, file]));
	return new Map([...inContext, ...own]);
}
function below(folder, path, file) {
	if (folder === "") return [[path, file]];
	return folder !== void 0 && path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), file]] : [];
}
function placeIn({ root }, path) {
	const place = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.relative)(root, path);
	return place === ".." || place.startsWith("../") ? void 0 : place;
}



/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ wildcards)
/* harmony export */ });
// src/domain/field/wildcards.ts
var PIECE = /\(\.\*\/\)\?|(\[\^?(?:\\.|[^\]\\])*\]|\\.|.)(\*?)/gs;
var FEW = 2;
function wildcards(source) {
	const expression = compiled(source);
	if (expression === void 0) return void 0;
	const pieces = [...source.matchAll(PIECE)].flatMap(([part, one = "", star]) => piecesOf(part, one, star === "*"));
	if (pieces.filter(({ kind }) => kind === "many").length <= FEW) return (text) => expression.test(text);
	return (text) => walk(pieces, text);
}
function compiled(source) {
	try {
		return new RegExp(`^${source}$`, "s");
	} catch {
		return;
	}
}
function piecesOf(part, one, isMany) {
	if (one === "") return [
		{ kind: "fork" },
		{
			kind: "many",
			fits: () => true
		},
		{
			kind: "one",
			fits: (character) => character === "/"
		}
	];
	if (one.length === 1 && one !== ".") return [{
		kind: isMany ? "many" : "one",
		fits: (character) => character === one
	}];
	const single = new RegExp(`^${one}$`, "s");
	return [{
		kind: isMany ? "many" : "one",
		fits: (character) => single.test(character)
	}];
}
function walk(pieces, text) {
	let at = reached(pieces, [0]);
	for (let index = 0; index < text.length && at.size > 0; index += 1) {
		const character = text.charAt(index);
		at = reached(pieces, [...at].flatMap((place) => {
			const piece = pieces[place];
			if (piece === void 0 || piece.kind === "fork" || !piece.fits(character)) return [];
			return [piece.kind === "many" ? place : place + 1];
		}));
	}
	return at.has(pieces.length);
}
function reached(pieces, places) {
	const found = /* @__PURE__ */ new Set();
	const open = [...places];
	for (let place = open.pop(); place !== void 0; place = open.pop()) {
		if (found.has(place)) continue;
		found.add(place);
		const kind = pieces[place]?.kind;
		if (kind === "many") open.push(place + 1);
		if (kind === "fork") open.push(place + 1, place + 3);
	}
	return found;
}



/***/ })

};
;