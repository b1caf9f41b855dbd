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
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3079);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9969);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_7__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_8___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_8__);









// src/domain/image/build-metadata.ts
var materials = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	uri: _inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt,
	digest: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Nt)
}), 1e3);
var PROVENANCE = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	materials: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(materials, []),
	buildDefinition: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ resolvedDependencies: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(materials, []) }))
});
var METADATA = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)({ "containerimage.digest": _shared_js__WEBPACK_IMPORTED_MODULE_2__.Jn });
var PROVENANCE_OF = /^buildx\.build\.provenance(\/|$)/;
var USER = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;
var QUERY = /^([a-z][a-z0-9+.-]*:\/\/[^?#]*)\?[^#]*/i;
function readMetadata(text) {
	const metadata = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.It)(METADATA, text);
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
function withoutSecrets(uri) {
	return uri.replace(USER, "$1").replace(QUERY, "$1");
}
function materialsOf(value) {
	const provenance = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(PROVENANCE, value);
	return [...provenance?.materials ?? [], ...provenance?.buildDefinition?.resolvedDependencies ?? []];
}
// src/adapters/docker/secrets.ts
var LARGEST = 512e3;
function readSecrets(secrets, env) {
	return Promise.all(secrets.map(async (secret) => secret.kind === "env" ? env[secret.name] ?? "" : readSecretFile(secret)));
}
async function readSecretFile({ id, path }) {
	try {
		const reason = unfit(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.stat)(path));
		if (reason === void 0) return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.readFile)(path, "utf8");
		throw unreadable(id, `${path} ${reason}`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_4__.mt) throw error;
		const { code, message } = error;
		throw unreadable(id, code === "ENOENT" ? `there is no file ${path}` : message, error);
	}
}
function unfit(found) {
	if (!found.isFile()) return "is not a file";
	return found.size > LARGEST ? `has ${found.size} bytes; the limit is ${LARGEST}` : void 0;
}
function unreadable(id, reason, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_4__.mt("build-secret-missing", `The secret ${id} of the build cannot be read: ${reason}.`, {
		hint: "Write it in an earlier step, or correct its path in the input build-secrets.",
		cause
	});
}
// src/adapters/docker/builder.ts
function dockerBuilder({ onLine: tell, env = process.env, postCleanup }) {
	const onLine = (line) => tell((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.y)(line));
	return { async buildAndPush(spec, credentials, signal) {
		await checkDockerfile(spec, env["GITHUB_WORKSPACE"] ?? process.cwd());
		const hide = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Et)(await readSecrets(spec.secrets, env));
		return await (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.f)({
			credentials,
			env,
			tempDir: env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_7__.tmpdir)(),
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
	const metadata = (0,node_path__WEBPACK_IMPORTED_MODULE_6__.join)(folder, "metadata.json");
	await must(build((0,_images_js__WEBPACK_IMPORTED_MODULE_3__.m)(spec, metadata)), (output) => (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.o)(output, spec));
	return readMetadata(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.readFile)(metadata, "utf8")) ?? (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.s)(spec);
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
async function pushTwice(docker, spec, onLine) {
	const end = await docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(spec)]);
	if (end.code === 0 || (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.l)(`${end.stdout}\n${end.stderr}`).code !== "push-failed") return end;
	onLine("The push failed; trying once more");
	return docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(spec)]);
}
async function pushCache(docker, spec, onLine) {
	await docker([
		"tag",
		(0,_images_js__WEBPACK_IMPORTED_MODULE_3__._)(spec),
		(0,_images_js__WEBPACK_IMPORTED_MODULE_3__.h)(spec)
	], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
	const { code, stderr } = await docker(["push", (0,_images_js__WEBPACK_IMPORTED_MODULE_3__.h)(spec)], _images_js__WEBPACK_IMPORTED_MODULE_3__.i);
	if (code !== 0) onLine(`The build cache was not saved: ${stderr.trim()}`);
}
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
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.access)(spec.dockerfile);
	} catch (cause) {
		const others = (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.globSync)([
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

/***/ 3079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ imageName),
/* harmony export */   a: () => (/* binding */ endMarked),
/* harmony export */   c: () => (/* binding */ noDockerfile),
/* harmony export */   d: () => (/* binding */ markOf),
/* harmony export */   f: () => (/* binding */ withDockerConfig),
/* harmony export */   g: () => (/* binding */ engineBuildArgv),
/* harmony export */   h: () => (/* binding */ cacheName),
/* harmony export */   i: () => (/* binding */ quiet),
/* harmony export */   l: () => (/* binding */ pushFailure),
/* harmony export */   m: () => (/* binding */ buildxArgv),
/* harmony export */   n: () => (/* binding */ removeImages),
/* harmony export */   o: () => (/* binding */ buildFailure),
/* harmony export */   p: () => (/* binding */ buildWith),
/* harmony export */   r: () => (/* binding */ dockerIn),
/* harmony export */   s: () => (/* binding */ noDigest),
/* harmony export */   t: () => (/* binding */ namesToCome),
/* harmony export */   u: () => (/* binding */ severalPlatforms),
/* harmony export */   v: () => (/* binding */ pushedDigest),
/* harmony export */   y: () => (/* binding */ withoutFalseAlarm)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1216);
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8752);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);
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
function buildWith(inspect) {
	const driver = /^Driver:\s*(\S+)/m.exec(inspect ?? "")?.[1];
	return driver === void 0 || driver === "docker" ? "engine" : "buildx";
}
function imageName(spec) {
	return `${spec.repository}:${spec.tag}`;
}
function cacheName(spec) {
	return `${spec.repository}:${_inputs_js__WEBPACK_IMPORTED_MODULE_0__.mt}`;
}
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
		...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(spec.secrets),
		...spec.ssh ? ["--ssh=default"] : [],
		...Object.entries(spec.labels).map(([name, value]) => `--label=${name}=${value}`)
	];
}
function withoutFalseAlarm(line) {
	const at = line.indexOf("ERROR: ");
	return at >= 0 && line.includes(`:cache: not found`, at) ? `${line.slice(0, at)}no build cache yet: ${line.slice(at + 7)}` : line;
}
function pushedDigest(output) {
	return /: digest: (sha256:[0-9a-f]{64}) size: \d+/.exec(output)?.[1];
}
// src/adapters/docker/config.ts
var CONFIG = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	auths: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__.Ft)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__.F)())),
	credHelpers: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__.Ft)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__.M)()))
});
async function withDockerConfig({ credentials, env, tempDir, postCleanup }, work) {
	const own = env["DOCKER_CONFIG"] || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env["HOME"] || (0,node_os__WEBPACK_IMPORTED_MODULE_5__.homedir)(), ".docker");
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(tempDir, `docker-to-ec2-${crypto.randomUUID()}`);
	postCleanup.note("build", {
		folder,
		images: []
	});
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.mkdir)(folder, { mode: 448 });
		for (const name of await entries(own)) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(own, name), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name));
		await copyBuilders(env["BUILDX_CONFIG"] || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(own, BUILDX), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, BUILDX));
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
var BUILDX = "buildx";
function variablesOf(folder) {
	return {
		DOCKER_CONFIG: folder,
		BUILDX_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, BUILDX)
	};
}
function markOf(folder) {
	return `DOCKER_CONFIG=${folder}`;
}
async function copyBuilders(from, to) {
	if ((0,node_fs__WEBPACK_IMPORTED_MODULE_3__.existsSync)(from)) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.cp)(from, to, {
		recursive: true,
		filter: (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path) !== "refs"
	});
}
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
	const config = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__.It)(CONFIG, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.readFile)(path, "utf8").catch(() => "{}"));
	if (config !== void 0) return config;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt("build-failed", `${path} is not a configuration of Docker: Docker itself could not read it either.`, { hint: "Find the step of this job that wrote it, or remove the file." });
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
function buildFailure(output, spec) {
	const words = lastWords(output);
	if (/failed to push/i.test(words)) return pushFailure(output);
	const fix = `Fix ${shownPath(spec.dockerfile, process.cwd())}. The whole output is in the log.`;
	const hint = isOutsideContext(words) ? `${OUTSIDE_CONTEXT} ${fix}` : fix;
	return knownFailure(output, words) ?? new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt("build-failed", `The build of the image failed: ${withoutLayers(words)}`, { hint });
}
var OUTSIDE_CONTEXT = "The file is not in the build context: check the input context and .dockerignore.";
function isOutsideContext(words) {
	return /failed to (?:compute cache key|calculate checksum).*: "[^"]*":? not found/.test(words);
}
function withoutLayers(words) {
	return words.replace(/^(?:ERROR: |failed to (?:build|solve)(?: with frontend \S+)?: |failed to create LLB definition: )+/, "");
}
function pushFailure(output) {
	const words = lastWords(output);
	return knownFailure(output, words) ?? new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt("push-failed", `The push of the image failed: ${words}`, { hint: "Run this job again. If it fails again, check that the runner reaches the registry." });
}
function knownFailure(output, words) {
	const ownWords = /executor failed running|did not complete successfully/.test(words) ? "" : words;
	const known = KNOWN.find(({ pattern, own }) => pattern.test(own ? ownWords : output));
	return known && new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt(known.code, `The image was not published: ${known.summary}. ${words}`, { hint: known.hint });
}
function lastWords(output) {
	const lines = output.split("\n").filter((line) => line.trim() !== "");
	return (lines.findLast((line) => /error|failed|denied|cannot|unauthorized/i.test(line)) ?? lines.at(-1) ?? "").trim().slice(0, 500);
}
function shownPath(path, workspace) {
	const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.relative)(workspace, path);
	return inside.startsWith("..") ? path : inside;
}
function noDockerfile({ dockerfile, context }, { workspace, others: [near], cause }) {
	const hint = near === void 0 ? `Put actions/checkout before this step, or set the inputs context (now ${context}) and dockerfile.` : `Set \`dockerfile: ${near}\`. If the application is in another folder, set the input context to it, too.`;
	return new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt("no-dockerfile", `There is no Dockerfile at ${shownPath(dockerfile, workspace)}.`, {
		hint,
		cause
	});
}
function notStarted(cause) {
	if (!(cause instanceof Error) || !cause.message.startsWith("Unable to locate executable file")) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt("no-docker", "The runner has no Docker.", {
		hint: "Use a runner with Docker, such as ubuntu-latest.",
		cause
	});
}
function severalPlatforms({ platforms }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_2__.mt("multi-platform", `The runner's default builder builds for one platform only, not for ${platforms.join(" and ")}.`, { hint: "Add docker/setup-qemu-action and docker/setup-buildx-action before this step, or list only one platform in the input platforms." });
}
function noDigest({ repository, tag }) {
	throw new Error(`Docker pushed ${repository}:${tag} but did not report its digest.`);
}
// src/adapters/docker/process.ts
var PATIENCE_MS = 3e3;
async function execProcess({ argv: [tool = "", ...args], env, mark, signal, onLine }) {
	if (signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_2__.pt();
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
		if (signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_2__.pt();
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



/***/ })

};
;