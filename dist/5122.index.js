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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_6__);







// src/domain/image/build-metadata.ts
var materials = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	uri: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	digest: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
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
	const metadata = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)(METADATA, text);
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
	const provenance = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Qn)(PROVENANCE, value);
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
		const reason = unfit(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.stat)(path));
		if (reason === void 0) return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readFile)(path, "utf8");
		throw unreadable(id, `${path} ${reason}`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr) throw error;
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("build-secret-missing", `The secret ${id} of the build cannot be read: ${reason}.`, {
		hint: "Write it in an earlier step, or correct its path in the input build-secrets.",
		cause
	});
}
// src/adapters/docker/builder.ts
/** Builds with the runner's own Docker: through buildx if the job has set up its own builder, otherwise through the engine. */
function dockerBuilder({ onLine, env = process.env, postCleanup }) {
	return { async buildAndPush(spec, credentials, signal) {
		await checkDockerfile(spec);
		const hide = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xt)(await readSecrets(spec.secrets, env));
		return await (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.d)({
			credentials,
			env,
			tempDir: env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_5__.tmpdir)(),
			postCleanup
		}, async (folder) => {
			const docker = (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.r)(folder, {
				env,
				signal,
				onLine
			});
			const inspect = await docker(["buildx", "inspect"], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
			const way = (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.f)(inspect.code === 0 ? inspect.stdout : void 0);
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
	const metadata = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "metadata.json");
	await must(build((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.p)(spec, metadata)), (output) => (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.o)(output, spec));
	return readMetadata(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readFile)(metadata, "utf8")) ?? (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.s)(spec);
}
async function buildWithEngine(engine, spec) {
	if (spec.platforms.length > 1) throw (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.l)(spec);
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
	await must(build((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.h)(spec)), (output) => (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.o)(output, spec));
	const pushed = await must(pushTwice(docker, spec, onLine), _images_js__WEBPACK_IMPORTED_MODULE_3__.c);
	if (spec.cache) await pushCache(docker, spec, onLine);
	return (0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(pushed.stdout) ?? (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.s)(spec);
}
/** Docker gives up when a registry fails for a moment, so this tries again. */
async function pushTwice(docker, spec, onLine) {
	const end = await docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.g)(spec)]);
	if (end.code === 0 || (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.c)(`${end.stdout}\n${end.stderr}`).code !== "push-failed") return end;
	onLine("The push failed; trying once more");
	return docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.g)(spec)]);
}
/** The registry has the layers already: this only makes them available to the next build, under the cache's tag. */
async function pushCache(docker, spec, onLine) {
	await docker([
		"tag",
		(0,_images_js__WEBPACK_IMPORTED_MODULE_3__.g)(spec),
		(0,_images_js__WEBPACK_IMPORTED_MODULE_3__.m)(spec)
	], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
	const { code, stderr } = await docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.m)(spec)], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
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
async function checkDockerfile({ dockerfile, context }) {
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.access)(dockerfile);
	} catch (cause) {
		throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("no-dockerfile", `There is no Dockerfile at ${dockerfile}.`, {
			hint: `Put actions/checkout before this step, or set the inputs context (now ${context}) and dockerfile.`,
			cause
		});
	}
}



/***/ }),

/***/ 3048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ aboutTag),
/* harmony export */   c: () => (/* binding */ liveTag),
/* harmony export */   i: () => (/* binding */ RELEASE_TAG),
/* harmony export */   l: () => (/* binding */ parseImage),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   o: () => (/* binding */ buildTag),
/* harmony export */   r: () => (/* binding */ MOVING_TAGS),
/* harmony export */   s: () => (/* binding */ isEcr),
/* harmony export */   t: () => (/* binding */ CACHE_TAG),
/* harmony export */   u: () => (/* binding */ rebuildTags)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/domain/image/image.ts
/** Tag of the build cache; the repository's immutability excludes it. */
var CACHE_TAG = "cache";
var LIVE_TAG = "live-";
/** Tags of releases' specifications, which are beside their images. */
var RELEASE_TAG = "release-";
/** Tags of artifacts that describe an image, which are beside it. */
var ABOUT_TAG = "about-";
/** Tags that move. */
var MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
/** Tag of an artifact that describes an image, such as its `provenance`: one for each image and kind. */
function aboutTag(digest, way) {
	return `${ABOUT_TAG}${digest.replace("sha256:", "").slice(0, 32)}-${way}`;
}
/** Follows the distribution's rule: the first part is a registry only if it contains a dot or a colon, or is `localhost`. */
function parseImage(reference) {
	const [name = "", digest] = reference.split("@");
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(slash, 0));
	const hasRegistry = /[.:]/.test(first) || first === "localhost";
	const registry = hasRegistry ? first : "docker.io";
	const path = hasRegistry ? name.slice(slash + 1) : name;
	const colon = path.lastIndexOf(":");
	const repository = colon < 0 ? path : path.slice(0, colon);
	return {
		registry,
		repository: registry === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository,
		tag: colon < 0 ? void 0 : path.slice(colon + 1),
		digest
	};
}
/** Whether a host must log in with its role before it pulls from there. `own`: this account's registry, if ECR was asked. */
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
/**
* Tag of a build: the commit, plus a hash of unusual build inputs and of files that differ from the commit, so that a tag
* never stands for two contents. The default platform is left out: the comparison with the host catches an image for another one.
*/
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms, content } = inputs;
	if (content === "" && context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(buildArgs),
		platforms.toSorted(),
		content
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(text).digest("hex").slice(0, 12)}`;
}
/** How often one tag can be built again. One request asks a registry for all of these tags, at most 100. */
var MOST_REBUILDS = 98;
/** The tags of a build and of its rebuilds, in order: an existing tag never moves to another image. */
function rebuildTags(tag) {
	return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)];
}
/** Tag of an environment's live image. It moves with each release of another image, so the repository's immutability excludes it. */
function liveTag(service) {
	return `${LIVE_TAG}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)}`;
}
/**
* The repository's rules. Live images stay, however old they are. Of the others, the newest 1000 images and artifacts stay, which are 200 images
* even if each has two releases, its provenance and its SBOM. Untagged layers stay for two weeks. A later rule does not expire an image that
* matches an earlier one, and nobody has 1000 environments: the first rule expires nothing. Nor do the second and the third, except the releases of
* images elsewhere: ECR removes an artifact with its subject, within a day.
* https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
*/
var LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep the live images",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${LIVE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 2,
		description: "Keep a release as long as its image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${RELEASE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 3,
		description: "Keep what describes an image as long as the image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${ABOUT_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 4,
		description: "Expire images that lost their tag",
		selection: {
			tagStatus: "untagged",
			countType: "sinceImagePushed",
			countUnit: "days",
			countNumber: 14
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 5,
		description: "Keep the newest 1000 images and releases, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	}
] };



/***/ }),

/***/ 3079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ pushedDigest),
/* harmony export */   a: () => (/* binding */ endMarked),
/* harmony export */   c: () => (/* binding */ pushFailure),
/* harmony export */   d: () => (/* binding */ withDockerConfig),
/* harmony export */   f: () => (/* binding */ buildWith),
/* harmony export */   g: () => (/* binding */ imageName),
/* harmony export */   h: () => (/* binding */ engineBuildArgv),
/* harmony export */   i: () => (/* binding */ quiet),
/* harmony export */   l: () => (/* binding */ severalPlatforms),
/* harmony export */   m: () => (/* binding */ cacheName),
/* harmony export */   n: () => (/* binding */ removeImages),
/* harmony export */   o: () => (/* binding */ buildFailure),
/* harmony export */   p: () => (/* binding */ buildxArgv),
/* harmony export */   r: () => (/* binding */ dockerIn),
/* harmony export */   s: () => (/* binding */ noDigest),
/* harmony export */   t: () => (/* binding */ namesToCome),
/* harmony export */   u: () => (/* binding */ markOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8987);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_7__);








// src/domain/image/docker-argv.ts
/** Distinguishes the two by the output of `docker buildx inspect`; `undefined` without buildx. */
function buildWith(inspect) {
	const driver = /^Driver:\s*(\S+)/m.exec(inspect ?? "")?.[1];
	return driver === void 0 || driver === "docker" ? "engine" : "buildx";
}
function imageName(spec) {
	return `${spec.repository}:${spec.tag}`;
}
function cacheName(spec) {
	return `${spec.repository}:${_image_js__WEBPACK_IMPORTED_MODULE_1__.t}`;
}
/** Builds and pushes with buildx, which writes the digest to `metadataFile`. */
function buildxArgv(spec, metadataFile) {
	const cache = [...spec.fresh ? [] : [`--cache-from=type=registry,ref=${cacheName(spec)}`], `--cache-to=type=registry,ref=${cacheName(spec)},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`];
	return [
		"buildx",
		"build",
		"--push",
		`--metadata-file=${metadataFile}`,
		...common(spec),
		...spec.cache ? cache : [],
		spec.context
	];
}
/** Builds with the engine; the push is a separate command. */
function engineBuildArgv(spec) {
	const cache = ["--build-arg=BUILDKIT_INLINE_CACHE=1", ...spec.fresh ? [] : [`--cache-from=${cacheName(spec)}`]];
	return [
		"build",
		...common(spec),
		...spec.cache ? cache : [],
		spec.context
	];
}
function common(spec) {
	return [
		"--progress=plain",
		...spec.fresh ? ["--no-cache", "--pull"] : [],
		`--tag=${imageName(spec)}`,
		`--file=${spec.dockerfile}`,
		...spec.platforms.length > 0 ? [`--platform=${spec.platforms.join(",")}`] : [],
		...spec.target === void 0 ? [] : [`--target=${spec.target}`],
		...Object.entries(spec.buildArgs).map(([name, value]) => `--build-arg=${name}=${value}`),
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(spec.secrets),
		...spec.ssh ? ["--ssh=default"] : [],
		...Object.entries(spec.labels).map(([name, value]) => `--label=${name}=${value}`)
	];
}
/** The digest that a registry acknowledged, from the output of `docker push`. */
function pushedDigest(output) {
	return /: digest: (sha256:[0-9a-f]{64}) size: \d+/.exec(output)?.[1];
}
// src/adapters/docker/config.ts
/** https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties */
var CONFIG = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.p)({
	auths: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.N)())),
	credHelpers: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.A)()))
});
/**
* Runs `work` with a Docker configuration that has the user's own logins, contexts, plugins and builders, plus these credentials. They
* never reach the user's files: the folder is private and always removed, by the `post` phase if this process is killed. The same holds for
* buildx's notes about its builds.
*/
async function withDockerConfig({ credentials, env, tempDir, postCleanup }, work) {
	const own = env["DOCKER_CONFIG"] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env["HOME"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_5__.homedir)(), ".docker");
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(tempDir, `docker-to-ec2-${crypto.randomUUID()}`);
	postCleanup.note("build", {
		folder,
		images: []
	});
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.mkdir)(folder, { mode: 448 });
		for (const name of await entries(own)) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(own, name), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name));
		await copyBuilders(env["BUILDX_CONFIG"] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(own, BUILDX), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, BUILDX));
		const config = withLogin(await readConfig(own), credentials);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "config.json"), JSON.stringify(config), { mode: 384 });
		return await work(folder);
	} finally {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.rm)(folder, {
			recursive: true,
			force: true
		});
		postCleanup.forget("build");
	}
}
/** buildx's folder in a configuration. */
var BUILDX = "buildx";
/** Variables of the programs that use a configuration. */
function variablesOf(folder) {
	return {
		DOCKER_CONFIG: folder,
		BUILDX_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, BUILDX)
	};
}
/** Marks these programs and their children. */
function markOf(folder) {
	return `DOCKER_CONFIG=${folder}`;
}
/** Copies the builders. In `refs`, buildx keeps a file for each of its builds. */
async function copyBuilders(from, to) {
	if ((0,node_fs__WEBPACK_IMPORTED_MODULE_3__.existsSync)(from)) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.cp)(from, to, {
		recursive: true,
		filter: (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path) !== "refs"
	});
}
/** An empty credential helper means "in this file". Without it, Docker would ask the user's `credsStore`, and `docker login` would write to it. */
function withLogin(config, { registry, username, password }) {
	const auth = Buffer.from(`${username}:${password}`).toString("base64");
	return {
		...config,
		auths: {
			...config.auths,
			[registry]: { auth }
		},
		credHelpers: {
			...config.credHelpers,
			[registry]: ""
		}
	};
}
async function entries(folder) {
	return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readdir)(folder).catch(() => [])).filter((name) => name !== "config.json" && name !== BUILDX);
}
async function readConfig(folder) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "config.json");
	const config = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(CONFIG, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readFile)(path, "utf8").catch(() => "{}"));
	if (config !== void 0) return config;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("build-failed", `${path} is not a configuration of Docker: Docker itself could not read it either.`, { hint: "Find the step of this job that wrote it, or remove the file." });
}
// src/adapters/docker/errors.ts
var KNOWN = [
	{
		code: "docker-not-running",
		pattern: /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect to the Docker/i,
		own: true,
		summary: "the Docker engine of the runner does not respond",
		hint: "Use a runner where Docker runs and the user can access it, such as ubuntu-latest."
	},
	{
		code: "no-buildx",
		pattern: /buildx component is missing/i,
		own: true,
		summary: "this Docker has no buildx",
		hint: "Add docker/setup-buildx-action before this step."
	},
	{
		code: "wrong-builder-platform",
		pattern: /exec format error/i,
		summary: "the runner cannot run programs of the platform that it builds for",
		hint: "Add docker/setup-qemu-action before this step, or use a runner of that architecture."
	},
	{
		code: "pull-limited",
		pattern: /toomanyrequests|pull rate limit/i,
		summary: "the registry of the Dockerfile's base image limits the rate of pulls",
		hint: "Take the base image from public.ecr.aws/docker/library, or add docker/login-action before this step."
	},
	{
		code: "tag-exists",
		pattern: /tag .*already exists .*immutable/i,
		own: true,
		summary: "another run pushed this tag in the meantime, and the repository does not allow overwriting it",
		hint: "Run this job again: it deploys the image that is there."
	},
	{
		code: "no-repository",
		pattern: /repository with name .* does not exist/i,
		own: true,
		summary: "the repository was removed in the meantime",
		hint: "Run this job again: it creates the repository."
	},
	{
		code: "push-denied",
		pattern: /no basic auth credentials|^denied: |: denied: |403 Forbidden|401 Unauthorized|\bunauthorized: |authorization token has expired/i,
		own: true,
		summary: "the registry refuses the image",
		hint: "Allow the push to this repository in the policy of the runner's role. docs/iam/setup.yaml has the whole policy."
	},
	{
		code: "out-of-disk",
		pattern: /no space left on device/i,
		summary: "the runner's disk is full",
		hint: "Free space on the runner before this step, or make the image smaller."
	}
];
/** The cause of a failed `docker build`, by its output; for an unknown one, Docker's own last words. */
function buildFailure(output, spec) {
	const words = lastWords(output);
	if (/failed to push/i.test(words)) return pushFailure(output);
	const hint = `Fix ${spec.dockerfile}. The whole output is in the log.`;
	return knownFailure(output, words) ?? new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("build-failed", `The build of the image failed: ${words}`, { hint });
}
/** The same for `docker push`. */
function pushFailure(output) {
	const words = lastWords(output);
	return knownFailure(output, words) ?? new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("push-failed", `The push of the image failed: ${words}`, { hint: "Run this job again. If it fails again, check that the runner reaches the registry." });
}
function knownFailure(output, words) {
	const ownWords = /executor failed running|did not complete successfully/.test(words) ? "" : words;
	const known = KNOWN.find(({ pattern, own }) => pattern.test(own ? ownWords : output));
	return known && new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr(known.code, `The image was not published: ${known.summary}. ${words}`, { hint: known.hint });
}
/** The last line that names an error, or the last line. */
function lastWords(output) {
	const lines = output.split("\n").filter((line) => line.trim() !== "");
	return (lines.findLast((line) => /error|failed|denied|cannot|unauthorized/i.test(line)) ?? lines.at(-1) ?? "").trim().slice(0, 500);
}
function notStarted(cause) {
	if (!(cause instanceof Error) || !cause.message.startsWith("Unable to locate executable file")) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-docker", "The runner has no Docker.", {
		hint: "Use a runner with Docker, such as ubuntu-latest.",
		cause
	});
}
function severalPlatforms({ platforms }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("multi-platform", `The runner's default builder builds for one platform only, not for ${platforms.join(" and ")}.`, { hint: "Add docker/setup-qemu-action and docker/setup-buildx-action before this step, or list only one platform in the input platforms." });
}
function noDigest({ repository, tag }) {
	throw new Error(`Docker pushed ${repository}:${tag} but did not report its digest.`);
}
// src/adapters/docker/process.ts
/** The runner waits 7.5 s before it kills this process. */
var PATIENCE_MS = 3e3;
/** Runs a program to its end; ends it when `signal` aborts, and throws `Cancelled`. */
async function execProcess({ argv: [tool = "", ...args], env, mark, signal, onLine }) {
	if (signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.or();
	const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
	const stdout = lineReader(onLine);
	const stderr = lineReader(onLine);
	const abort = () => {
		endMarked(mark, "SIGTERM");
		force = setTimeout(() => void endMarked(mark, "SIGKILL"), PATIENCE_MS);
	};
	let force;
	signal.addEventListener("abort", abort);
	try {
		const listeners = {
			stdout: stdout.take,
			stderr: stderr.take
		};
		const code = await exec(tool, args, {
			env: { ...env },
			silent: true,
			ignoreReturnCode: true,
			listeners,
			delay: 2e3
		});
		if (signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.or();
		return {
			code,
			stdout: stdout.end(),
			stderr: stderr.end()
		};
	} finally {
		signal.removeEventListener("abort", abort);
		clearTimeout(force);
		if (signal.aborted) await endMarked(mark, "SIGKILL");
	}
}
/** @actions/exec does not expose its child, so the processes are found by their environment. Linux only: elsewhere they end by themselves. */
async function endMarked(mark, how) {
	const pids = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readdir)("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
	await Promise.all(pids.map(async (pid) => {
		if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readFile)(`/proc/${pid}/environ`, "utf8").catch(() => "")).split("\0").includes(mark)) endProcess(Number(pid), how);
	}));
}
function endProcess(pid, how) {
	try {
		process.kill(pid, how);
	} catch {}
}
function lineReader(onLine) {
	const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_7__.StringDecoder("utf8");
	const lines = [];
	let rest = "";
	const emit = (line) => {
		lines.push(line);
		onLine(line);
	};
	return {
		take(chunk) {
			const parts = (rest + decoder.write(chunk)).split(/\r?\n/);
			rest = parts.pop() ?? "";
			for (const line of parts) emit(line);
		},
		end() {
			if (rest !== "") emit(rest);
			rest = "";
			return lines.join("\n");
		}
	};
}
// src/adapters/docker/docker.ts
/** Uses the Docker configuration in this folder. */
function dockerIn(folder, { env, signal, onLine }) {
	const given = Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== void 0));
	const own = {
		...variablesOf(folder),
		DOCKER_BUILDKIT: "1",
		BUILDX_NO_DEFAULT_ATTESTATIONS: "1"
	};
	const mark = markOf(folder);
	return async (argv, lines = onLine) => {
		try {
			return await execProcess({
				argv: ["docker", ...argv],
				env: {
					...given,
					...own
				},
				mark,
				signal,
				onLine: lines
			});
		} catch (cause) {
			throw notStarted(cause) ?? cause;
		}
	};
}
function quiet() {}
// src/adapters/docker/images.ts
/** Names that an engine build will create and that are still free. Images with these names afterwards are the build's own. */
async function namesToCome(docker, spec) {
	const { stdout } = await docker([
		"image",
		"ls",
		"--format={{.Repository}}:{{.Tag}}",
		spec.repository
	], quiet);
	const there = new Set(stdout.split("\n"));
	return [imageName(spec), ...spec.cache ? [cacheName(spec)] : []].filter((name) => !there.has(name));
}
/** Removes these names from the engine, and images without another name. Returns why it keeps some; images of containers stay. */
async function removeImages(docker, names) {
	if (names.length === 0) return void 0;
	const { stderr } = await docker([
		"image",
		"rm",
		...names
	], quiet);
	const reasons = stderr.split("\n").filter((line) => line.trim() !== "" && !/no such image/i.test(line));
	return reasons.length === 0 ? void 0 : reasons.join(" ");
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
	os: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	architecture: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
});
/** `urls`: where to find a layer that no registry has, such as the base of Windows images. `size`: bytes. */
var blob = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	size: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)((value) => isUnambiguous(text, value)), MANIFEST), text);
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