"use strict";
exports.id = 190;
exports.ids = [190];
exports.modules = {

/***/ 190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7626);
/* harmony import */ var _run_on_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9503);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4685);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2844);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3048);







// src/commands/check-order.ts
/** Refuses a commit that was rolled back from. */
function refuseBlocked({ config }, record) {
	const { job, guards } = config;
	if (guards.force || !record?.blocked.includes(job.commit)) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("refused", `commit ${job.commit.slice(0, 8)} was rolled back from`, { next: "Deploy a newer commit, or set force: true to deploy this one all the same." });
}
/**
* Refuses a commit that is an ancestor of what serves: the run was started, or approved, before a newer release was deployed.
* Gives how the two stand to each other, where GitHub tells.
*/
async function compareWithLive(ctx, live) {
	const { config, commits, progress } = ctx;
	const { commit } = config.job;
	if (live === "" || live === commit) return void 0;
	const comparison = await commits.compare(live, commit);
	if (comparison === void 0) progress.info(`GitHub does not tell whether ${commit.slice(0, 8)} is newer than ${live.slice(0, 8)}, which serves; going on`);
	if (comparison?.relation === "behind" && !config.guards.allowDowngrade && !config.guards.force) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("refused", `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which serves`, { next: "Run the workflow on a newer commit; to go back, use command: rollback, or set allow-downgrade: true." });
	return comparison;
}
// src/commands/deploy-report.ts
/** Tells how the deploy went. Green only if the proxy was seen to serve the digest that was asked for. */
function deployReport(ctx, deployed) {
	const { release, result } = deployed;
	return result.outcome !== "failed" && result.serving === release.digest ? success(ctx, deployed) : failure(ctx, deployed);
}
function success(ctx, { host, release, result, seen }) {
	const url = (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.d)(host, release.httpPort);
	const outcome = result.outcome === "unchanged" ? "unchanged" : "deployed";
	const verb = outcome === "unchanged" ? "was already live" : "is live";
	return {
		outcome,
		headline: `${(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.o)(ctx)}: release ${release.name} ${verb} at ${url}`,
		outputs: (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.s)({
			host,
			release,
			result
		}),
		facts: (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.a)({
			host,
			release,
			result
		}),
		...outcome === "deployed" ? { change: changeOf(ctx, release, seen) } : {}
	};
}
function failure(ctx, { host, release, result }) {
	const cause = result.cause ?? "not-serving";
	const explained = (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.c)({
		...result,
		cause,
		port: release.run.port,
		healthPath: release.health.path
	});
	const verdict = result.rolledBack ? "went bad after it had been given the traffic, and was taken back" : "was refused";
	const failed = {
		cause,
		sentence: `Release ${release.name} ${verdict}: ${explained.sentence}. ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.s)(result)}`,
		next: explained.next,
		evidence: result.evidence
	};
	return {
		outcome: result.rolledBack ? "rolled-back" : "failed",
		headline: `${(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.o)(ctx)}: ${failed.sentence}`,
		outputs: {
			...(0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.s)({
				host,
				release,
				result
			}),
			cause
		},
		facts: [["Host", `${host.id} (${host.instanceType})`], ["Serving", result.serving === "" ? (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.s)(result) : `${result.servingRelease} ${result.serving}`]],
		failure: failed
	};
}
function changeOf({ config }, release, { record, comparison }) {
	const repository = `${config.job.serverUrl}/${config.job.repository}`;
	const before = record && {
		release: record.release,
		digest: record.digest,
		commit: record.commit
	};
	const moved = before !== void 0 && before.commit !== release.commit;
	return {
		before,
		after: {
			release: release.name,
			digest: release.digest,
			commit: release.commit
		},
		compareUrl: moved ? `${repository}/compare/${before.commit}...${release.commit}` : void 0,
		commits: (comparison?.commits ?? []).map((commit) => ({
			...commit,
			url: `${repository}/commit/${commit.sha}`
		}))
	};
}
// src/commands/publish.ts
/** The image that is there already: the one that the input names, or the one that the commit's tag has; or why it must be built. */
async function findImage(ctx, input) {
	const { existing, repository } = ctx.config.image;
	if (existing !== void 0) return {
		kind: "image",
		image: await existingImage(ctx, existing, input.platform)
	};
	const tag = tagOf(ctx, input.platform);
	const found = await ctx.repositories.find(repository, tag);
	if (found.kind !== "image") return found;
	return {
		kind: "image",
		image: await taggedImage(ctx, {
			repository,
			tag,
			digest: found.digest,
			...input
		})
	};
}
/** Builds the commit's image and pushes it, into a repository that is made first where `complete` does not say that an earlier run did. */
async function buildImage(ctx, { platform, complete, signal }) {
	const { config, repositories, builder } = ctx;
	const { repository } = config.image;
	const tag = tagOf(ctx, platform);
	const [credentials] = await Promise.all([repositories.credentials(), complete ? void 0 : repositories.ensure(repository)]);
	const target = buildSpec(ctx, {
		repository: `${credentials.registry}/${repository}`,
		tag,
		platforms: platformsOf(ctx, platform)
	});
	const digest = await builder.buildAndPush(target, credentials, signal).catch((error) => pushedMeanwhile(ctx, {
		repository,
		tag,
		error
	}));
	return inspected(ctx, {
		registry: credentials.registry,
		repository,
		tag: void 0,
		digest
	}, {
		credentials,
		platform,
		built: true
	});
}
function platformsOf({ config }, platform) {
	const platforms = config.image.platforms.length > 0 ? config.image.platforms : [platform];
	if (!platforms.includes(platform)) throw wrongPlatform(`${config.image.repository} (to be built)`, platforms, platform);
	return platforms;
}
function tagOf(ctx, platform) {
	const { job, image } = ctx.config;
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__.r)(job.commit, {
		...image,
		platforms: platformsOf(ctx, platform)
	});
}
async function existingImage(ctx, name, platform) {
	const image = (0,_image_js__WEBPACK_IMPORTED_MODULE_5__.a)(name);
	const found = await inspected(ctx, image, {
		credentials: await ecrCredentials(ctx, image.registry),
		platform,
		built: false
	});
	ctx.progress.info(`${name} is ${found.digest}`);
	return found;
}
/** Asks the registry what the image really is, and refuses one that the host could not run. */
async function inspected(ctx, image, { credentials, platform, built }) {
	const { digest, platforms, bytes } = await ctx.registry.inspect(image, credentials);
	if (!platforms.includes(platform)) throw wrongPlatform(`${image.repository}:${image.tag ?? digest}`, platforms, platform);
	return {
		reference: `${image.registry}/${image.repository}@${digest}`,
		digest,
		login: credentials?.registry,
		built,
		bytes
	};
}
/** Credentials if the image lies in ECR; a public registry is read without. */
async function ecrCredentials(ctx, registry) {
	if ([
		"docker.io",
		"public.ecr.aws",
		"ghcr.io",
		"quay.io"
	].includes(registry)) return void 0;
	const credentials = await ctx.repositories.credentials();
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__.i)(registry, credentials.registry) ? {
		...credentials,
		registry
	} : void 0;
}
/** The tag exists, so its content is what this commit was built to: nothing is built or pushed again. */
async function taggedImage(ctx, found) {
	const { repository, tag, digest, record, platform } = found;
	ctx.progress.info(`${repository}:${tag} is already in the registry: ${digest}`);
	if (record?.digest === digest && record.image.endsWith(`/${repository}@${digest}`)) return {
		reference: record.image,
		digest,
		login: record.login || void 0,
		built: false,
		bytes: 0
	};
	const credentials = await ctx.repositories.credentials();
	return inspected(ctx, {
		registry: credentials.registry,
		repository,
		tag: void 0,
		digest
	}, {
		credentials,
		platform,
		built: false
	});
}
function buildSpec({ config }, to) {
	const { job, image } = config;
	const context = under(job.workspace, image.context);
	return {
		...to,
		context,
		dockerfile: image.dockerfile === void 0 ? under(context, "Dockerfile") : under(job.workspace, image.dockerfile),
		target: image.target,
		buildArgs: image.buildArgs,
		cache: image.cache,
		labels: {
			"org.opencontainers.image.revision": job.commit,
			"org.opencontainers.image.source": `${job.serverUrl}/${job.repository}`
		}
	};
}
/** Another run of the same commit was faster: its image is this commit's as much as ours would have been. */
async function pushedMeanwhile(ctx, { repository, tag, error }) {
	const found = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__.n && error.code === "tag-exists" ? await ctx.repositories.find(repository, tag) : void 0;
	if (found?.kind !== "image") throw error;
	ctx.progress.info(`${repository}:${tag} was pushed by another run meanwhile: ${found.digest}`);
	return found.digest;
}
/** Not `path.resolve`: the bundler takes its arguments for files that belong into the bundle. */
function under(folder, path) {
	return path.startsWith("/") ? path : `${folder}/${path}`;
}
function wrongPlatform(image, has, needs) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("wrong-platform", `${image} is for ${has.join(", ")}, and the host needs ${needs}`, { next: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.` });
}
// src/commands/replace.ts
/** The new host serves: give it the address, and let go of the old one. Each step is safe to repeat after an interruption. */
async function finishReplacement(ctx, old, next) {
	const { service, host } = ctx.config;
	if (host.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, next.id)} now belongs to ${next.id}`);
	if ((0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.l)(old, service)) {
		await ctx.hosts.terminate(old.id);
		ctx.progress.info(`Terminated ${old.id}`);
	} else ctx.progress.warn(`${old.id} was not created by this action, so it is left running; remove its tags.`);
	return await ctx.hosts.get(next.id) ?? next;
}
// src/commands/deploy.ts
/** How often the host is asked, when another release was deployed there since we looked. */
const ATTEMPTS = 3;
/** Brings the service to the current commit: look, build and provision side by side, one command on the host, record. */
async function deploy(ctx) {
	const seen = await ctx.progress.step("Observe", () => look(ctx));
	const live = isLive(ctx, seen) ? await deploySeen(ctx, seen, 1) : void 0;
	if (live && live.failure?.cause !== "moved-on") return live;
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, async (waited) => {
		return deploySeen(ctx, waited || live !== void 0 ? await ctx.progress.step("Observe again", () => look(ctx)) : seen, ATTEMPTS);
	});
}
async function look(ctx) {
	const seen = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.r)(ctx);
	refuseBlocked(ctx, seen.record);
	const { plan, record } = seen;
	const launches = plan.kind === "launch" || plan.kind === "replace";
	const platform = (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.u)(launches ? await ctx.catalog.architectureOf(ctx.config.host.instanceType) : plan.host.architecture);
	const [comparison, found] = await Promise.all([compareWithLive(ctx, record?.commit ?? ""), findImage(ctx, {
		platform,
		record
	})]);
	return {
		...seen,
		platform,
		found,
		comparison
	};
}
/** Nothing is to be built, launched or changed, so no other run can be in the way: the host has the last word. */
function isLive(ctx, { plan, record, found }) {
	if (plan.kind !== "reuse" || found.kind !== "image") return false;
	return record?.hostId === plan.host.id && record.release === releaseOf(ctx, found.image).name;
}
async function deploySeen(ctx, seen, attempts) {
	const { progress, clock } = ctx;
	const since = clock.now();
	const { plan, record } = seen;
	const { host, image } = await progress.step("Build the image and prepare the host", () => prepare(ctx, seen));
	const release = releaseOf(ctx, image);
	const result = await progress.step(`Release ${release.name} on ${host.id}`, () => releaseOn(ctx, {
		host,
		release,
		image,
		seen,
		attempts
	}));
	const attempt = (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx, {
		release: release.name,
		commit: release.commit,
		outcome: outcomeOf(result),
		cause: result.cause ?? "",
		since
	});
	if (result.outcome === "failed") {
		if (result.cause !== "moved-on") await (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx, record, attempt);
		return deployReport(ctx, {
			host,
			release,
			result,
			seen
		});
	}
	const manifest = {
		...release,
		release: release.name,
		login: image.login ?? "",
		migration: ctx.config.migration
	};
	if (!(result.outcome === "unchanged" && record?.release === release.name && record.hostId === host.id)) await progress.step("Record the release", () => (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, {
		manifest,
		hostId: host.id,
		previous: result.previous
	}, {
		record,
		attempt
	}));
	return deployReport(ctx, {
		host: plan.kind === "replace" ? await progress.step("Move to the new host", () => finishReplacement(ctx, plan.host, host)) : host,
		release,
		result,
		seen
	});
}
function outcomeOf({ outcome, rolledBack }) {
	return rolledBack ? "rolled-back" : outcome;
}
/**
* Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
* lets the request end that is on its way: the next run must see the host that it launched.
*/
async function prepare(ctx, seen) {
	const stop = new AbortController();
	const signal = AbortSignal.any([ctx.signal, stop.signal]);
	const provisioned = ctx.progress.step("host", () => (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, seen));
	const published = ctx.progress.step("image", () => publish(ctx, seen, signal));
	try {
		const [host, image] = await Promise.all([provisioned, published]);
		return {
			host,
			image
		};
	} finally {
		stop.abort();
		await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published]);
	}
}
async function publish(ctx, { found, platform, record }, signal) {
	if (found.kind === "image") return found.image;
	return buildImage(ctx, {
		platform,
		complete: found.kind === "no-image" && (record?.image.includes(`/${ctx.config.image.repository}@`) ?? false),
		signal
	});
}
function releaseOf({ config }, image) {
	const { job, run, health, host } = config;
	return {
		name: (0,_release_js__WEBPACK_IMPORTED_MODULE_2__.r)(job.commit, image.digest, run, health, host.httpPort),
		digest: image.digest,
		image: image.reference,
		commit: job.commit,
		run,
		health,
		httpPort: host.httpPort
	};
}
/** One command on the host; again only if another release was deployed there since we looked, and that one is not newer than ours. */
async function releaseOn(ctx, { host, release, image, seen, attempts }) {
	const { config } = ctx;
	const order = {
		service: config.service,
		region: config.region,
		release,
		image,
		proxyImage: config.proxyImage,
		drainTimeout: config.drainTimeout,
		bake: config.bake,
		keep: config.keepReleases,
		migration: config.migration,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_6__.n)(config.job)
	};
	let base = seen.record?.hostId === host.id ? seen.record.release : "";
	for (let attempt = 1;; attempt += 1) {
		const payload = (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.l)({
			...order,
			deployId: ctx.newId(),
			base
		});
		const result = await (0,_run_on_host_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx, {
			hostId: host.id,
			verb: "deploy",
			payload
		}, release.name);
		if (result.cause !== "moved-on" || attempt === attempts) return result;
		const [live = "", commit = ""] = result.detail.split(" ");
		ctx.progress.info(`The host serves ${live} meanwhile`);
		await compareWithLive(ctx, commit);
		base = live;
	}
}



/***/ }),

/***/ 2844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseRecord),
/* harmony export */   r: () => (/* binding */ releaseName),
/* harmony export */   t: () => (/* binding */ ofService)
/* harmony export */ });
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7916);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/release.ts
/**
* Names a release. What decides whether a container must be started anew goes into the hash: digest, run configuration, port, and what counts as healthy.
* Time limits do not.
*/
function releaseName(commit, digest, run, health, httpPort) {
	const identity = [
		digest,
		run.port,
		run.args,
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(run.env),
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(run.secrets),
		run.volumes,
		run.memoryBytes ?? null,
		run.cpus ?? null,
		run.user ?? null,
		health.path,
		health.codes,
		health.host ?? null,
		httpPort
	];
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 8)}`;
}
/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
function parseRecord(text) {
	try {
		const record = JSON.parse(text);
		return record.schema === 1 && typeof record.release === "string" && typeof record.digest === "string" && record.attempt !== void 0 ? record : void 0;
	} catch {
		return;
	}
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}



/***/ }),

/***/ 9503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ factsOf),
/* harmony export */   c: () => (/* binding */ bakeFields),
/* harmony export */   i: () => (/* binding */ recordLive),
/* harmony export */   l: () => (/* binding */ deployPayload),
/* harmony export */   n: () => (/* binding */ attemptOf),
/* harmony export */   o: () => (/* binding */ nameOf),
/* harmony export */   r: () => (/* binding */ recordFailure),
/* harmony export */   s: () => (/* binding */ outputsOf),
/* harmony export */   t: () => (/* binding */ runOnHost)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7626);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4685);




// src/domain/container.ts
/**
* Options of `docker create` for a release, without what the host decides itself (name, network, address, restart policy).
* Values stand in arguments of their own, so nothing in them is ever read as an option or as shell.
*/
function containerOptions(service, release) {
	const { run } = release;
	return [
		...label("service", (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(service)),
		...label("release", release.name),
		...label("digest", release.digest),
		...label("commit", release.commit),
		...[
			"--log-driver",
			"json-file",
			"--log-opt",
			"max-size=10m",
			"--log-opt",
			"max-file=3"
		],
		...Object.entries(run.env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
		...run.volumes.flatMap((volume) => ["--volume", volume]),
		...run.memoryBytes === void 0 ? [] : ["--memory", String(run.memoryBytes)],
		...run.cpus === void 0 ? [] : ["--cpus", String(run.cpus)],
		...run.user === void 0 ? [] : ["--user", run.user]
	];
}
function label(name, value) {
	return ["--label", `docker-to-ec2.${name}=${value}`];
}
// src/domain/proxy.ts
/** Request header by which the host asks its own proxy, over loopback only, which container answers. */
const READBACK_HEADER = "X-Docker-To-Ec2-Readback";
const UPSTREAM_HEADER = "X-Docker-To-Ec2-Upstream";
/**
* The service's server in Caddy's JSON configuration.
*
* The address to dial is read from a small file at each request, so that a cut-over is an atomic replacement of that file and never a reload:
* a reload closes idle keep-alive connections, and a POST that is just then on its way is lost.
* A dial that fails is tried again for some seconds, which carries requests over the restart of a crashed container.
* https://caddyserver.com/docs/json/apps/http/servers/
*/
function proxyServer(service, httpPort) {
	return {
		listen: [`:${httpPort}`],
		automatic_https: { disable: true },
		routes: [{
			match: [{
				remote_ip: { ranges: ["127.0.0.1/32", "::1/128"] },
				header: { [READBACK_HEADER]: ["1"] }
			}],
			handle: [{
				handler: "headers",
				response: {
					deferred: true,
					set: { [UPSTREAM_HEADER]: ["{http.reverse_proxy.upstream.hostport}"] }
				}
			}]
		}, { handle: [{
			handler: "reverse_proxy",
			upstreams: [{ dial: `{file./state/${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(service)}.live}` }],
			stream_close_delay: "5m",
			load_balancing: {
				try_duration: "5s",
				try_interval: "100ms"
			}
		}] }]
	};
}
/** Answers that a verdict about errors needs at least. */
const BAKE_MIN_REQUESTS = 20;
/** What a rollback needs to know of a release, without its configuration: that stays on the host. */
function manifestOf({ service, release, image, migration, runUrl }) {
	const { name, digest, commit, httpPort } = release;
	return {
		schema: 1,
		service,
		release: name,
		digest,
		image: image.reference,
		login: image.login ?? "",
		commit,
		httpPort,
		migration,
		runUrl
	};
}
/** What `host/deploy.sh` is told, as name/value pairs; a name that repeats is a list. */
function deployPayload(order) {
	const { release, image } = order;
	const { health, run } = release;
	return [
		["deploy_id", order.deployId],
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(order.service)],
		["region", order.region],
		["release", release.name],
		["image", image.reference],
		["digest", image.digest],
		["login", image.login ?? ""],
		["proxy_login", loginOf(order.proxyImage, image.login)],
		["port", String(run.port)],
		["health_path", health.path],
		["health_host", health.host ?? ""],
		["health_codes", health.codes],
		["health_timeout", String(health.timeout)],
		["health_interval", String(health.interval)],
		["drain_timeout", String(Math.ceil(order.drainTimeout))],
		["stop_timeout", String(10)],
		["lock_timeout", String(60)],
		["http_port", String(release.httpPort)],
		["proxy_image", order.proxyImage],
		["proxy_server", JSON.stringify(proxyServer(order.service, release.httpPort))],
		["manifest", JSON.stringify(manifestOf(order))],
		["keep", String(order.keep)],
		["base", order.base],
		["image_bytes", String(image.bytes)],
		...bakeFields(order.bake),
		...containerOptions(order.service, release).map((option) => ["option", option]),
		...run.args.map((argument) => ["arg", argument]),
		...Object.entries(run.secrets).map(([name, source]) => ["secret", `${name}=${source}`])
	];
}
function bakeFields({ time, maxErrorShare }) {
	return [
		["bake_time", String(Math.ceil(time))],
		["bake_min_requests", String(BAKE_MIN_REQUESTS)],
		["bake_max_error_share", maxErrorShare.toFixed(6)]
	];
}
function loginOf(proxyImage, own) {
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.a)(proxyImage);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.i)(registry, own) ? registry : "";
}
// src/commands/what-is-live.ts
/** The service as reports name it: `web (production)`. */
function nameOf({ config }) {
	return `${config.service.name} (${config.service.environment})`;
}
function outputsOf({ host, release, result }) {
	return {
		url: (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.d)(host, release.httpPort),
		"instance-id": host.id,
		"public-ip": host.publicIp ?? "",
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": result.previous,
		"serving-digest": result.serving
	};
}
function factsOf({ host, release }) {
	return [
		["Address", (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.d)(host, release.httpPort)],
		["Release", release.name],
		["Digest", release.digest],
		["Image", release.image],
		["Host", `${host.id} (${host.instanceType})`]
	];
}
// src/commands/keep-record.ts
/** Commits that stay refused after a rollback: more than anyone returns to. */
const BLOCKED = 20;
/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
async function recordLive(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { manifest } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== manifest.commit && commit !== blocked);
	await ctx.records.write({
		schema: 1,
		service: service.name,
		environment: service.environment,
		release: manifest.release,
		digest: manifest.digest,
		image: manifest.image,
		login: manifest.login,
		commit: manifest.commit,
		httpPort: manifest.httpPort,
		migration: manifest.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostId,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_3__.n)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, BLOCKED),
		attempt
	});
}
/** Writes what a run tried in vain, beside what serves on. A service that never served has no record to write it into. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await ctx.records.write({
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${String(error)}`));
}
function attemptOf({ config, clock }, what) {
	const { since, ...rest } = what;
	const now = clock.now();
	return {
		...rest,
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_3__.n)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10
	};
}
// src/commands/run-on-host.ts
/** Sends one command to the host, follows it to its end, and shows its log. */
async function runOnHost(ctx, { hostId, verb, payload }, subject) {
	const { service, timeout } = ctx.config;
	const comment = `docker-to-ec2: ${verb} ${service.name} (${service.environment}) ${subject}`;
	const since = ctx.clock.now();
	const answer = await ctx.remote.run({
		hostId,
		verb,
		payload,
		comment,
		timeout
	}, ctx.signal);
	for (const line of answer.stdout.split("\n").slice(1)) ctx.progress.info(line);
	return (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.i)(answer.stdout) ?? withoutResult(answer, ctx.clock.now() - since >= timeout * 1e3);
}
/** A script that was killed has no result to give; then the answer's status is all there is to tell. SSM calls also the killed ones timed out. */
function withoutResult(answer, late) {
	return {
		outcome: "failed",
		rolledBack: false,
		manifest: void 0,
		cause: answer.status === "timed-out" && late ? "command-timed-out" : answer.status === "undelivered" ? "agent-offline" : "script-failed",
		previous: "",
		serving: "",
		servingRelease: "",
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs: `${answer.stdout}\n${answer.stderr}`.trim(),
			health: "",
			host: ""
		},
		steps: []
	};
}



/***/ })

};
;