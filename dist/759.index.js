export const id = 759;
export const ids = [759];
export const modules = {

/***/ 5759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7957);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8733);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8201);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1903);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2079);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5270);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1375);







// src/domain/host-plan.ts
/** `observed`: the hosts that carry the service's tags, or the one that `instance-id` names; none of them terminated. */
function planHost(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const pair = replacementPair(observed);
	if (pair) return {
		kind: "replace",
		...pair
	};
	const [host, ...others] = observed;
	if (!host) return { kind: "launch" };
	if (others.length > 0) {
		const ids = observed.map(({ id }) => id).join(", ");
		return {
			kind: "refuse",
			reason: `${observed.length} hosts carry the tags of ${spec.service.name} (${spec.service.environment}): ${ids}`,
			next: "Set the input instance-id to the right one, or remove the tags from the others."
		};
	}
	if (host.managed && host.instanceType !== spec.instanceType) {
		if (spec.replace) return {
			kind: "replace",
			host,
			next: void 0
		};
		return {
			kind: "refuse",
			reason: `${host.id} is a ${host.instanceType}, and instance-type asks for ${spec.instanceType}, which needs a new host`,
			next: `Set instance-type: ${host.instanceType} to keep it, or replace: true to launch a ${spec.instanceType} and move the service there.`
		};
	}
	return startOrReuse(host);
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (!host) return {
		kind: "refuse",
		reason: `instance-id ${id} does not exist in this region, or was terminated`,
		next: "Check the inputs instance-id and aws-region."
	};
	return startOrReuse(host);
}
function startOrReuse(host) {
	return host.state === "stopped" || host.state === "stopping" ? {
		kind: "start",
		host
	} : {
		kind: "reuse",
		host
	};
}
function replacementPair(observed) {
	if (observed.length !== 2) return void 0;
	const next = observed.find(({ replaces }) => replaces !== void 0);
	const host = observed.find(({ id }) => id === next?.replaces);
	return next && host ? {
		host,
		next
	} : void 0;
}
// src/domain/container.ts
/**
* Options of `docker create` for a release, without what the host decides itself (name, network, address, restart policy).
* Values stand in arguments of their own, so nothing in them is ever read as an option or as shell.
*/
function containerOptions(service, release) {
	const { run } = release;
	return [
		...label("service", (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.c)(service)),
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
			upstreams: [{ dial: `{file./state/${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.c)(service)}.live}` }],
			stream_close_delay: "5m",
			load_balancing: {
				try_duration: "5s",
				try_interval: "100ms"
			}
		}] }]
	};
}
// src/domain/deploy-payload.ts
/** Grace between SIGTERM and SIGKILL for the old release, in seconds; Docker's own default. */
const STOP_TIMEOUT = 10;
/** How long a deploy waits for another one of the same service on the same host, in seconds. */
const LOCK_TIMEOUT = 60;
/** Releases that stay on the host, the active one included. */
const KEEP_RELEASES = 3;
/** What `host/deploy.sh` is told, as name/value pairs; a name that repeats is a list. */
function deployPayload(order) {
	const { release, image } = order;
	const { health, run } = release;
	return [
		["deploy_id", order.deployId],
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.c)(order.service)],
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
		["stop_timeout", String(STOP_TIMEOUT)],
		["lock_timeout", String(LOCK_TIMEOUT)],
		["http_port", String(release.httpPort)],
		["proxy_image", order.proxyImage],
		["proxy_server", JSON.stringify(proxyServer(order.service, release.httpPort))],
		["manifest", JSON.stringify({
			schema: 1,
			service: order.service,
			release,
			runUrl: order.runUrl
		})],
		["keep", String(KEEP_RELEASES)],
		...containerOptions(order.service, release).map((option) => ["option", option]),
		...run.args.map((argument) => ["arg", argument]),
		...Object.entries(run.secrets).map(([name, source]) => ["secret", `${name}=${source}`])
	];
}
function loginOf(proxyImage, own) {
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.a)(proxyImage);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.i)(registry, own) ? registry : "";
}
// src/commands/deploy-report.ts
/** Tells how the deploy went. Green only if the proxy was seen to serve the digest that was asked for. */
async function deployReport(ctx, deployed) {
	const { release, result } = deployed;
	return result.outcome !== "failed" && result.serving === release.digest ? success(ctx, deployed) : failure(ctx, deployed);
}
async function success(ctx, { host, release, result, record }) {
	const url = urlOf(host, release.httpPort);
	const outcome = result.outcome === "unchanged" ? "unchanged" : "deployed";
	const verb = outcome === "unchanged" ? "was already live" : "is live";
	return {
		outcome,
		headline: `${name(ctx)}: release ${release.name} ${verb} at ${url}`,
		outputs: outputsOf({
			host,
			release,
			result,
			url
		}),
		facts: factsOf(host, release, url),
		...outcome === "deployed" ? { change: await changeOf(ctx, release, record) } : {}
	};
}
function failure(ctx, { host, release, result }) {
	const cause = result.cause ?? "not-serving";
	const explained = (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.o)({
		...result,
		cause,
		port: release.run.port,
		healthPath: release.health.path
	});
	const still = result.serving === "" ? "Nothing is served." : `${result.servingRelease || result.serving} serves on.`;
	const url = urlOf(host, release.httpPort);
	const failed = {
		cause,
		sentence: `Release ${release.name} was refused: ${explained.sentence}. ${still}`,
		next: explained.next,
		evidence: result.evidence
	};
	return {
		outcome: "failed",
		headline: `${name(ctx)}: ${failed.sentence}`,
		outputs: {
			...outputsOf({
				host,
				release,
				result,
				url
			}),
			cause
		},
		facts: [["Host", `${host.id} (${host.instanceType})`], ["Serving", result.serving === "" ? "nothing" : `${result.servingRelease} ${result.serving}`]],
		failure: failed
	};
}
function name({ config }) {
	return `${config.service.name} (${config.service.environment})`;
}
function urlOf(host, port) {
	const address = host.publicIp ?? host.privateIp ?? "";
	return port === 80 ? `http://${address}` : `http://${address}:${port}`;
}
function outputsOf({ host, release, result, url }) {
	return {
		url,
		"instance-id": host.id,
		"public-ip": host.publicIp ?? "",
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": result.previous,
		"serving-digest": result.serving
	};
}
function factsOf(host, release, url) {
	return [
		["Address", url],
		["Release", release.name],
		["Digest", release.digest],
		["Image", release.image],
		["Host", `${host.id} (${host.instanceType})`]
	];
}
async function changeOf(ctx, release, record) {
	const { job } = ctx.config;
	const after = {
		release: release.name,
		digest: release.digest,
		commit: release.commit
	};
	const repository = `${job.serverUrl}/${job.repository}`;
	if (record === void 0 || record.commit === release.commit) return {
		before: record && { ...record },
		after,
		compareUrl: void 0,
		commits: []
	};
	const commits = await ctx.commits.between(record.commit, release.commit) ?? [];
	return {
		before: {
			release: record.release,
			digest: record.digest,
			commit: record.commit
		},
		after,
		compareUrl: `${repository}/compare/${record.commit}...${release.commit}`,
		commits: commits.map((commit) => ({
			...commit,
			url: `${repository}/commit/${commit.sha}`
		}))
	};
}
// src/commands/publish.ts
/** Obtains the image: the one that the input names, the one that the commit's tag already has, or a new build. Checks that it runs on the host. */
async function publish(ctx, input) {
	const { config } = ctx;
	if (config.image.existing !== void 0) return existingImage(ctx, config.image.existing, input.platform);
	const { repository } = config.image;
	const platforms = config.image.platforms.length > 0 ? config.image.platforms : [input.platform];
	if (!platforms.includes(input.platform)) throw wrongPlatform(`${repository} (to be built)`, platforms, input.platform);
	const tag = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.r)(config.job.commit, {
		...config.image,
		platforms
	});
	const digest = await ctx.repositories.digestOf(repository, tag);
	if (digest !== void 0) return taggedImage(ctx, {
		repository,
		tag,
		digest,
		...input
	});
	return build(ctx, {
		repository,
		tag,
		platforms,
		signal: input.signal
	});
}
async function existingImage(ctx, name, platform) {
	const image = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.a)(name);
	const credentials = await ecrCredentials(ctx, image.registry);
	const { digest, platforms } = await ctx.registry.inspect(image, credentials);
	if (!platforms.includes(platform)) throw wrongPlatform(name, platforms, platform);
	ctx.progress.info(`${name} is ${digest}`);
	return {
		reference: `${image.registry}/${image.repository}@${digest}`,
		digest,
		login: credentials?.registry,
		built: false
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
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.i)(registry, credentials.registry) ? {
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
		built: false
	};
	const credentials = await ctx.repositories.credentials();
	const { platforms } = await ctx.registry.inspect({
		registry: credentials.registry,
		repository,
		tag: void 0,
		digest
	}, credentials);
	if (!platforms.includes(platform)) throw wrongPlatform(`${repository}:${tag}`, platforms, platform);
	return {
		reference: `${credentials.registry}/${repository}@${digest}`,
		digest,
		login: credentials.registry,
		built: false
	};
}
async function build(ctx, { repository, tag, platforms, signal }) {
	const { config, repositories, builder } = ctx;
	const { job, image } = config;
	const [credentials] = await Promise.all([repositories.credentials(), repositories.ensure(repository)]);
	const context = under(job.workspace, image.context);
	const target = {
		context,
		dockerfile: image.dockerfile === void 0 ? under(context, "Dockerfile") : under(job.workspace, image.dockerfile),
		target: image.target,
		buildArgs: image.buildArgs,
		platforms,
		repository: `${credentials.registry}/${repository}`,
		tag,
		cache: image.cache,
		labels: {
			"org.opencontainers.image.revision": job.commit,
			"org.opencontainers.image.source": `${job.serverUrl}/${job.repository}`
		}
	};
	const digest = await builder.buildAndPush(target, credentials, signal);
	return {
		reference: `${credentials.registry}/${repository}@${digest}`,
		digest,
		login: credentials.registry,
		built: true
	};
}
/** Not `path.resolve`: the bundler takes its arguments for files that belong into the bundle. */
function under(folder, path) {
	return path.startsWith("/") ? path : `${folder}/${path}`;
}
function wrongPlatform(image, has, needs) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.n("wrong-platform", `${image} is for ${has.join(", ")}, and the host needs ${needs}`, { next: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.` });
}
// src/commands/replace.ts
/** The new host serves: give it the address, and let go of the old one. Each step is safe to repeat after an interruption. */
async function finishReplacement(ctx, old, next) {
	const { service, host } = ctx.config;
	if (host.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, next.id)} now belongs to ${next.id}`);
	if (old.managed) {
		await ctx.hosts.terminate(old.id);
		ctx.progress.info(`Terminated ${old.id}`);
	} else ctx.progress.warn(`${old.id} was not created by this action, so it is left running; remove its tags.`);
	return await ctx.hosts.get(next.id) ?? next;
}
// src/commands/deploy.ts
/** Brings the service to the current commit: observe, plan, build and provision side by side, one command on the host, record. */
async function deploy(ctx) {
	const { progress } = ctx;
	const { accountId, plan, record } = await progress.step("Observe", () => observe(ctx));
	const { host, image } = await progress.step("Build the image and prepare the host", () => prepare(ctx, {
		plan,
		accountId,
		record
	}));
	const release = releaseOf(ctx, image);
	const result = resultOf(await progress.step(`Release ${release.name} on ${host.id}`, () => releaseOn(ctx, host, release, image)));
	if (result.outcome === "failed") return deployReport(ctx, {
		host,
		release,
		result,
		record
	});
	if (!(result.outcome === "unchanged" && record?.release === release.name && record.hostId === host.id)) await progress.step("Record the release", () => ctx.records.write(recordOf(ctx, {
		release,
		host,
		image,
		result,
		record
	})));
	return deployReport(ctx, {
		host: plan.kind === "replace" ? await progress.step("Move to the new host", () => finishReplacement(ctx, plan.host, host)) : host,
		release,
		result,
		record
	});
}
async function observe(ctx) {
	const [accountId, observed, record] = await Promise.all([
		(0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx),
		(0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx),
		ctx.records.read(ctx.config.service)
	]);
	const plan = planHost(ctx.config.host, observed);
	if (plan.kind === "refuse") throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.n("refused", plan.reason, { next: plan.next });
	ctx.progress.info(`Account ${accountId}, ${ctx.config.region}; ${describe(plan)}; ${record ? `${record.release} is recorded as live` : "no release is recorded yet"}`);
	return {
		accountId,
		plan,
		record
	};
}
function describe(plan) {
	if (plan.kind === "launch") return "no host yet: launch one";
	return plan.kind === "reuse" ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`;
}
/** Neither waits for the other; when one fails, the build is stopped and the first failure is the run's. */
async function prepare(ctx, { plan, accountId, record }) {
	const stop = new AbortController();
	const signal = AbortSignal.any([ctx.signal, stop.signal]);
	const architecture = plan.kind === "launch" || plan.kind === "replace" ? await ctx.catalog.architectureOf(ctx.config.host.instanceType) : plan.host.architecture;
	try {
		const [host, image] = await Promise.all([ctx.progress.step("host", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx, {
			plan,
			accountId,
			record
		})), ctx.progress.step("image", () => publish(ctx, {
			platform: (0,_provision_js__WEBPACK_IMPORTED_MODULE_0__.r)(architecture),
			record,
			signal
		}))]);
		return {
			host,
			image
		};
	} finally {
		stop.abort();
	}
}
function releaseOf({ config }, image) {
	const { job, run, health, host } = config;
	return {
		name: (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.r)(job.commit, image.digest, run, health, host.httpPort),
		digest: image.digest,
		image: image.reference,
		commit: job.commit,
		run,
		health,
		httpPort: host.httpPort
	};
}
async function releaseOn(ctx, host, release, image) {
	const { config } = ctx;
	const order = {
		deployId: ctx.newId(),
		service: config.service,
		region: config.region,
		release,
		image,
		proxyImage: config.proxyImage,
		drainTimeout: config.drainTimeout,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_6__.n)(config.job)
	};
	const answer = await ctx.remote.run({
		hostId: host.id,
		verb: "deploy",
		payload: deployPayload(order),
		comment: `docker-to-ec2: deploy ${config.service.name} (${config.service.environment}) ${release.name}`,
		timeout: config.timeout
	}, ctx.signal);
	for (const line of answer.stdout.split("\n").slice(1)) ctx.progress.info(line);
	return answer;
}
/** A script that was killed has no result to give; then the answer's status is all there is to tell. */
function resultOf(answer) {
	const parsed = (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.r)(answer.stdout);
	if (parsed) return parsed;
	return {
		outcome: "failed",
		cause: answer.status === "timed-out" ? "command-timed-out" : answer.status === "undelivered" ? "agent-offline" : "script-failed",
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
function recordOf({ config, clock }, { release, host, image, result, record }) {
	return {
		schema: 1,
		service: config.service.name,
		environment: config.service.environment,
		release: release.name,
		digest: release.digest,
		image: release.image,
		login: image.login ?? "",
		commit: release.commit,
		previousRelease: result.previous,
		previousCommit: record?.commit ?? "",
		hostId: host.id,
		httpPort: release.httpPort,
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_6__.n)(config.job),
		deployedAt: new Date(clock.now()).toISOString()
	};
}



/***/ })

};
