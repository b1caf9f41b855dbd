"use strict";
exports.id = 5122;
exports.ids = [5122];
exports.modules = {

/***/ 5122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dockerBuilder: () => (/* binding */ dockerBuilder)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1516);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3079);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_7__);








// src/domain/image/build-metadata.ts
var materials = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	uri: _start_js__WEBPACK_IMPORTED_MODULE_1__.qn,
	digest: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn)
}), 1e3);
/** In the format of https://slsa.dev/spec/v0.2/provenance or https://slsa.dev/spec/v1.0/provenance */
var PROVENANCE = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	materials: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(materials, []),
	buildDefinition: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ resolvedDependencies: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(materials, []) }))
});
/** https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file */
var METADATA = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.p)({ "containerimage.digest": _manifest_js__WEBPACK_IMPORTED_MODULE_2__.t });
/** A multi-platform image has one for each platform: `buildx.build.provenance/linux/arm64`. */
var PROVENANCE_OF = /^buildx\.build\.provenance(\/|$)/;
/** User and password of a URL, and its query, which can be a signature or a token. A package URL has no `//`, and its query is part of the name. */
var USER = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;
var QUERY = /^([a-z][a-z0-9+.-]*:\/\/[^?#]*)\?[^#]*/i;
/** Reads buildx's metadata file; `undefined` if it has no digest. */
function readMetadata(text) {
	const metadata = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)(METADATA, text);
	if (metadata === void 0) return void 0;
	const open = Object.entries(metadata).flatMap(([name, value]) => PROVENANCE_OF.test(name) ? materialsOf(value) : []).map(({ uri, ...one }) => ({
		uri: withoutSecrets(uri),
		...one
	}));
	return {
		digest: metadata["containerimage.digest"],
		materials: [...new Map(open.map((one) => [JSON.stringify(one), one])).values()]
	};
}
/** Everyone who can read the registry sees the result. */
function withoutSecrets(uri) {
	return uri.replace(USER, "$1").replace(QUERY, "$1");
}
function materialsOf(value) {
	const provenance = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)(PROVENANCE, value);
	return [...provenance?.materials ?? [], ...provenance?.buildDefinition?.resolvedDependencies ?? []];
}
// src/adapters/docker/secrets.ts
/** BuildKit's limit for a secret, in bytes: https://github.com/moby/buildkit/blob/v0.13.1/session/secrets/secretsprovider/secretsprovider.go */
var LARGEST = 512e3;
/** The values, to keep them out of the log. Docker reads the secrets from their own place. */
function readSecrets(secrets, env) {
	return Promise.all(secrets.map(async (secret) => secret.kind === "env" ? env[secret.name] ?? "" : readSecretFile(secret)));
}
async function readSecretFile({ id, path }) {
	try {
		const reason = unfit(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.stat)(path));
		if (reason === void 0) return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readFile)(path, "utf8");
		throw unreadable(id, `${path} ${reason}`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.or) throw error;
		const { code, message } = error;
		throw unreadable(id, code === "ENOENT" ? `there is no file ${path}` : message, error);
	}
}
/** Reading a pipe or a device may never end, and works only once. */
function unfit(found) {
	if (!found.isFile()) return "is no file";
	return found.size > LARGEST ? `has ${found.size} bytes; the limit is ${LARGEST}` : void 0;
}
function unreadable(id, reason, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.or("build-secret-missing", `The secret ${id} of the build cannot be read: ${reason}.`, {
		hint: "Write it in an earlier step, or correct its path in the input build-secrets.",
		cause
	});
}
// src/adapters/docker/builder.ts
/** Builds with the runner's own Docker: through buildx if the job has set up its own builder, otherwise through the engine. */
function dockerBuilder({ onLine: tell, env = process.env, postCleanup }) {
	const onLine = (line) => tell((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.y)(line));
	return { async buildAndPush(spec, credentials, signal) {
		await checkDockerfile(spec, env["GITHUB_WORKSPACE"] ?? process.cwd());
		const hide = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yt)(await readSecrets(spec.secrets, env));
		return await (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.f)({
			credentials,
			env,
			tempDir: env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_6__.tmpdir)(),
			postCleanup
		}, async (folder) => {
			const docker = (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.r)(folder, {
				env,
				signal,
				onLine
			});
			const inspect = await docker(["buildx", "inspect"], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
			const way = (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.p)(inspect.code === 0 ? inspect.stdout : void 0);
			const build = hidden(docker, {
				hide,
				onLine
			});
			if (way === "buildx") return await buildWithBuildx(build, spec, folder);
			const last = (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.r)(folder, {
				env,
				signal: new AbortController().signal,
				onLine
			});
			const noteImages = (images) => postCleanup.note("build", {
				folder,
				images
			});
			return await buildWithEngine({
				docker,
				build,
				last,
				onLine,
				noteImages
			}, spec);
		});
	} };
}
/** A Docker client whose output shows no secret of the build. */
function hidden(docker, { hide, onLine }) {
	return async (argv, lines = onLine) => {
		const { code, stdout, stderr } = await docker(argv, (line) => lines(hide(line)));
		return {
			code,
			stdout: hide(stdout),
			stderr: hide(stderr)
		};
	};
}
async function buildWithBuildx(build, spec, folder) {
	const metadata = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, "metadata.json");
	await must(build((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.m)(spec, metadata)), (output) => (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.o)(output, spec));
	return readMetadata(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.readFile)(metadata, "utf8")) ?? (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.s)(spec);
}
async function buildWithEngine(engine, spec) {
	if (spec.platforms.length > 1) throw (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.u)(spec);
	const images = await (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.t)(engine.docker, spec);
	engine.noteImages(images);
	try {
		return {
			digest: await pushedByEngine(engine, spec),
			materials: []
		};
	} finally {
		await dropImages(engine, images);
	}
}
async function pushedByEngine({ docker, build, onLine }, spec) {
	await must(build((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.g)(spec)), (output) => (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.o)(output, spec));
	const pushed = await must(pushTwice(docker, spec, onLine), _images_js__WEBPACK_IMPORTED_MODULE_3__.l);
	if (spec.cache) await pushCache(docker, spec, onLine);
	return (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.v)(pushed.stdout) ?? (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.s)(spec);
}
/** Docker gives up when a registry fails for a moment, so this tries again. */
async function pushTwice(docker, spec, onLine) {
	const end = await docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(spec)]);
	if (end.code === 0 || (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.l)(`${end.stdout}\n${end.stderr}`).code !== "push-failed") return end;
	onLine("The push failed; trying once more");
	return docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(spec)]);
}
/** The registry has the layers already: this only makes them available to the next build, under the cache's tag. */
async function pushCache(docker, spec, onLine) {
	await docker([
		"tag",
		(0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(spec),
		(0,_images_js__WEBPACK_IMPORTED_MODULE_3__.h)(spec)
	], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
	const { code, stderr } = await docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.h)(spec)], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
	if (code !== 0) onLine(`The build cache was not saved: ${stderr.trim()}`);
}
/** On a self-hosted runner, they would fill the disk. */
async function dropImages({ last, onLine }, images) {
	const kept = await (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.n)(last, images).catch(String);
	if (kept !== void 0) onLine(`The runner keeps images of this build: ${kept}`);
}
async function must(end, failure) {
	const seen = await end;
	if (seen.code !== 0) throw failure(`${seen.stdout}\n${seen.stderr}`);
	return seen;
}
async function checkDockerfile(spec, workspace) {
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_7__.access)(spec.dockerfile);
	} catch (cause) {
		const others = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.globSync)([
			"",
			"*/",
			"*/*/"
		].map((folders) => `${folders}*Dockerfile*`), {
			cwd: workspace,
			exclude: ["**/node_modules"]
		});
		throw (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.c)(spec, {
			workspace,
			others: others.toSorted(),
			cause
		});
	}
}



/***/ }),

/***/ 1516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ platformOf),
/* harmony export */   i: () => (/* binding */ platform),
/* harmony export */   n: () => (/* binding */ isDigest),
/* harmony export */   o: () => (/* binding */ readManifest),
/* harmony export */   r: () => (/* binding */ isRecord),
/* harmony export */   t: () => (/* binding */ digest)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/domain/image/manifest.ts
/** The only algorithm by which hosts pull: https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
var digest = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^sha256:[0-9a-f]{64}$/));
/** More than any image has, and few enough to query a registry about each. */
var MOST_ENTRIES = 64;
var MOST_LAYERS = 1e3;
/** The lists of a manifest contain objects. */
var DEEPEST = 8;
/** Fields of an image. A manifest with these and the fields of an index is ambiguous: its reader decides. */
var OF_IMAGES = [
	"config",
	"layers",
	"fsLayers"
];
/** Whether a registry returned something that can be a digest. */
function isDigest(text) {
	return (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.u)(digest, text);
}
/** Platform of an image. `undefined`: it does not say, so any host may choose it. */
var platform = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	os: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn),
	architecture: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.qn)
});
/** `urls`: where to find a layer that no registry has, such as the base of Windows images. `size`: bytes. */
var blob = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	size: _start_js__WEBPACK_IMPORTED_MODULE_1__.Wn,
	mediaType: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()),
	urls: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()))
});
var KIND = "vnd.docker.reference.type";
var entry = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	platform: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(platform),
	annotations: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ [KIND]: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()) }))
});
/** For an index: its images. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
var MANIFEST = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	config: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(blob),
	layers: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(blob), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(MOST_LAYERS))),
	manifests: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(entry), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(MOST_ENTRIES)))
});
/** `undefined` for something that is no manifest, is larger than any image, or is ambiguous to a host. */
function readManifest(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)((value) => isUnambiguous(text, value)), MANIFEST), text);
}
/** `linux/amd64`; `undefined` if it does not say. */
function platformOf(one) {
	return one?.os === void 0 || one.architecture === void 0 ? void 0 : `${one.os}/${one.architecture}`;
}
/** Whether an entry describes an image instead of being one: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function isRecord({ platform: of, annotations }) {
	return annotations?.[KIND] === "attestation-manifest" && platformOf(of) === "unknown/unknown";
}
/**
* Whether a manifest is unambiguous: no object in it has two fields of one name, and it is not both an index and an image. Docker ignores the case
* of names, and of duplicates it takes the last, or merges them: https://pkg.go.dev/encoding/json#Unmarshal
*/
function isUnambiguous(text, value) {
	return (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []).filter((one) => one.endsWith(":")).length === namesIn(value, DEEPEST) && isOneKind(value);
}
/** A schema whose fields are all optional also accepts lists. */
function isOneKind(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	return !("manifests" in value) || OF_IMAGES.every((name) => !(name in value));
}
/** The distinct names of fields, object by object; NaN if the nesting is deeper than in any manifest. */
function namesIn(value, depth) {
	if (typeof value !== "object" || value === null) return 0;
	if (depth === 0) return NaN;
	const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize("NFKC").toLowerCase());
	return Object.values(value).reduce((sum, item) => sum + namesIn(item, depth - 1), new Set(names).size);
}



/***/ })

};
;