"use strict";
exports.id = 7355;
exports.ids = [7355];
exports.modules = {

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

/***/ 7355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endBuild: () => (/* binding */ endBuild)
/* harmony export */ });
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3079);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);


// src/adapters/docker/leftover-build.ts
/** Ends the build of a dead process, and removes its files. `env`: the environment of the job that ran the Docker client. */
async function endBuild({ folder, images }, env) {
	await (0,_images_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_images_js__WEBPACK_IMPORTED_MODULE_0__.u)(folder), "SIGKILL");
	try {
		await (0,_images_js__WEBPACK_IMPORTED_MODULE_0__.n)((0,_images_js__WEBPACK_IMPORTED_MODULE_0__.r)(folder, {
			env,
			signal: new AbortController().signal,
			onLine: _images_js__WEBPACK_IMPORTED_MODULE_0__.i
		}), images);
	} finally {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, {
			recursive: true,
			force: true
		});
	}
}



/***/ })

};
;