"use strict";
exports.id = 646;
exports.ids = [646];
exports.modules = {

/***/ 7646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ releaseOf),
/* harmony export */   c: () => (/* binding */ refuseOlderThan),
/* harmony export */   d: () => (/* binding */ compareSettings),
/* harmony export */   f: () => (/* binding */ settingsOf),
/* harmony export */   i: () => (/* binding */ isLive),
/* harmony export */   l: () => (/* binding */ sinceLive),
/* harmony export */   n: () => (/* binding */ refuseMovedOn),
/* harmony export */   o: () => (/* binding */ survey),
/* harmony export */   p: () => (/* binding */ proxyServer),
/* harmony export */   r: () => (/* binding */ refuseOtherPlan),
/* harmony export */   s: () => (/* binding */ bringImage),
/* harmony export */   t: () => (/* binding */ planFacts),
/* harmony export */   u: () => (/* binding */ planHash)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9734);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8504);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2844);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4685);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_5__);








// src/domain/remote/proxy.ts
/** Request header by which the host asks its own proxy, over loopback only, which container answers. */
const READBACK_HEADER = "X-Docker-To-Ec2-Readback";
const UPSTREAM_HEADER = "X-Docker-To-Ec2-Upstream";
/** Keeps a client on its side of a canary: a random number that is compared with the share, and nothing else. */
const COOKIE = "docker-to-ec2-canary";
/** Memory-backed on the host: after a reboot nothing is left of a canary's share. */
const VOLATILE = "/run/docker-to-ec2";
/** Seconds; no canary lasts longer than a run may. */
const COOKIE_LIFE = 28800;
/** Retries of a dial that failed, which carry requests over the restart of a crashed container. */
const PATIENCE = {
	try_duration: "5s",
	try_interval: "100ms"
};
/**
* The service's server in Caddy's JSON configuration.
*
* The addresses to dial and the canary's share are read from small files at each request, so that a cut-over is an atomic replacement of such a
* file and never a reload: a reload closes idle keep-alive connections, and a POST that is just then on its way is lost. So the canary's routes
* are always there.
*
* The first handler of a route is the label of its metrics: `headers` is the read-back, `log_append` the canary, `reverse_proxy` the live slot.
* The host program counts by it.
* https://caddyserver.com/docs/json/apps/http/servers/
*/
function proxyServer(service, httpPort, canaryHeader) {
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_6__.u)(service);
	const live = { dial: `{file./state/${key}.live}` };
	return {
		listen: [`:${httpPort}`],
		automatic_https: { disable: true },
		routes: [
			{
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
			},
			{ handle: [{
				handler: "vars",
				split: `{file.${VOLATILE}/${key}.split}`
			}] },
			stickyRoute(),
			canaryRoute([{ dial: `{file.${VOLATILE}/${key}.canary}` }, live], canaryHeader),
			{ handle: [{
				handler: "reverse_proxy",
				upstreams: [live],
				stream_close_delay: "5m",
				load_balancing: PATIENCE
			}] }
		]
	};
}
/** While a canary runs, a client without the cookie is given one; this request already goes where the cookie will send the next. */
function stickyRoute() {
	const cookie = `${COOKIE}={http.request.uuid}; Path=/; Max-Age=${COOKIE_LIFE}; HttpOnly; SameSite=Lax`;
	return {
		match: [{
			not: [{ vars: { "{http.vars.split}": ["0", ""] } }],
			vars: { [`{http.request.cookie.${COOKIE}}`]: [""] }
		}],
		handle: [{
			handler: "vars",
			rolled: true
		}, {
			handler: "headers",
			response: { add: { "Set-Cookie": [cookie] } }
		}]
	};
}
/**
* The split is `0` (none) or a threshold in eight hexadecimal digits. A client's number, out of its cookie or else the id of the request, is compared
* with it as text; the header comes before both, and the read-back asks for the live slot. A canary that refuses connections loses its requests to
* the live slot.
*/
function canaryRoute(upstreams, header) {
	const cookie = `{http.request.cookie.${COOKIE}}`;
	const asked = `{http.request.header.${header}}`;
	const drawn = `(${cookie} == "" ? {http.request.uuid} : ${cookie}) < {http.vars.split}`;
	return {
		match: [{ expression: `{http.vars.split} > "0" && ${asked} != "never" && (${asked} == "always" || (!(${`{http.request.header.${READBACK_HEADER}} == "1"`}) && ${drawn}))` }],
		handle: [{
			handler: "log_append",
			key: "track",
			value: "canary"
		}, {
			handler: "reverse_proxy",
			upstreams,
			transport: {
				protocol: "http",
				dial_timeout: "1s"
			},
			stream_close_delay: "5m",
			health_checks: { passive: {
				fail_duration: "3s",
				max_fails: 5
			} },
			load_balancing: {
				selection_policy: { policy: "first" },
				...PATIENCE
			}
		}],
		terminal: true
	};
}
// src/domain/release/settings.ts
/** Inputs that may be shown. A path or an argument may hold a token. */
const SHOWN = /* @__PURE__ */ new Set([
	"port",
	"http-port",
	"memory",
	"cpus",
	"user"
]);
/** `salt`: the name of the release whose record keeps them, or is compared with. */
function settingsOf(service, configuration, salt) {
	const hashed = (values, kind) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash$1(salt, kind, name, value)]));
	const { run } = configuration;
	return {
		whole: hash$1(salt, "whole", "", JSON.stringify((0,_release_js__WEBPACK_IMPORTED_MODULE_3__.r)(configuration))),
		proxy: hash$1(salt, "proxy", "", JSON.stringify(proxyServer(service, configuration.httpPort, configuration.canaryHeader))),
		parts: {
			env: hashed(run.env, "env"),
			secrets: hashed(run.secrets, "secret"),
			inputs: {
				...shown(configuration),
				...hashed(hidden(configuration), "input")
			}
		}
	};
}
function hash$1(...parts) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
function shown({ run, httpPort }) {
	return {
		port: String(run.port),
		"http-port": String(httpPort),
		...run.memoryBytes === void 0 ? {} : { memory: spellSize(run.memoryBytes) },
		...run.cpus === void 0 ? {} : { cpus: String(run.cpus) },
		...run.user === void 0 ? {} : { user: run.user }
	};
}
function hidden({ run, health }) {
	return {
		...run.args.length === 0 ? {} : { args: JSON.stringify(run.args) },
		...run.volumes.length === 0 ? {} : { volumes: JSON.stringify(run.volumes) },
		"health-path": health.path,
		"health-codes": health.codes,
		...health.host === void 0 ? {} : { "health-host": health.host }
	};
}
function spellSize(bytes) {
	const unit = [
		"g",
		"m",
		"k"
	].find((_, at) => bytes % 2 ** (30 - 10 * at) === 0);
	return unit === void 0 ? String(bytes) : `${bytes / 2 ** {
		g: 30,
		m: 20,
		k: 10
	}[unit]}${unit}`;
}
/** What a release would change in the configuration of the one that is recorded; without a record, everything is new. */
function compareSettings(service, record, wanted) {
	const { whole, parts } = settingsOf(service, wanted, record?.release ?? "");
	if (record === void 0) return named({
		env: {},
		secrets: {},
		inputs: {}
	}, parts);
	if (record.settings === void 0) return { kind: "unknown" };
	if (record.settings.whole === whole) return { kind: "unchanged" };
	return record.settings.parts === void 0 ? { kind: "changed" } : named(record.settings.parts, parts);
}
function named(before, after) {
	const inputs = changesOf(before.inputs, after.inputs);
	return {
		kind: "named",
		env: changesOf(before.env, after.env),
		secrets: changesOf(before.secrets, after.secrets),
		inputs: [
			...inputs.added,
			...inputs.removed,
			...inputs.changed
		].map((name) => SHOWN.has(name) ? {
			name,
			before: before.inputs[name] ?? "",
			after: after.inputs[name] ?? ""
		} : { name })
	};
}
/** By way of maps: a variable may be called `constructor`. */
function changesOf(before, after) {
	const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
	const names = (of, keep) => [...of.keys()].filter(keep).toSorted();
	return {
		added: names(next, (name) => !old.has(name)),
		removed: names(old, (name) => !next.has(name)),
		changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name))
	};
}
// src/domain/plan/hash.ts
/** The parts in their order behind `v1`. The last one is the name of the release that serves, or `none`. */
const PARTS = [
	"host",
	"image",
	"release",
	"configuration",
	"live"
];
/**
* What an approval is for, as one short word: `v1.<host>.<image>.<release>.<configuration>.<live>`. A part for each thing that can change between a plan
* and its deploy, so that the deploy can say which one did.
*/
function planHash(facts) {
	const parts = partsOf(facts);
	return ["v1", ...PARTS.map((name) => parts[name])].join(".");
}
/** What is other now than when the plan was approved, a sentence each; nothing when it is the same plan. */
function changesSince(approved, facts) {
	const [, ...then] = approved.split(".");
	const now = partsOf(facts);
	return PARTS.flatMap((name, at) => then[at] === now[name] ? [] : [sentence(name, then[at] ?? "", facts)]);
}
function partsOf(facts) {
	const { accountId, region, service, release, record, configuration } = facts;
	const place = [
		accountId,
		region,
		service.name,
		service.environment
	];
	const server = proxyServer(service, configuration.httpPort, configuration.canaryHeader);
	return {
		host: hash([...place, hostsIdentity(facts)]),
		image: hash([...place, imageIdentity(facts.image)]),
		release: hash([
			...place,
			release.commit,
			release.migration
		]),
		configuration: hash([
			...place,
			(0,_release_js__WEBPACK_IMPORTED_MODULE_3__.r)(configuration),
			server
		]),
		live: record?.release ?? "none"
	};
}
function hash(identity) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHash)("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12);
}
function hostsIdentity({ hostPlan, spec }) {
	return hostPlan.kind === "refuse" ? ["refuse", hostPlan.reason] : hostPlan.plans.map((plan) => hostIdentity(plan, spec));
}
/** A host that is launched is what the inputs say; whether its role or group is there already makes no other plan of it. */
function hostIdentity(plan, spec) {
	switch (plan.kind) {
		case "launch": return ["launch", spec];
		case "replace": return [
			"replace",
			plan.host.id,
			plan.next?.id ?? null,
			spec
		];
		case "start":
		case "reuse": return [
			plan.kind,
			plan.host.id,
			plan.host.elasticIp || !spec.elasticIp
		];
	}
}
/** An image that is built stands under the commit's tag afterwards: it is the same plan whether another run was faster. */
function imageIdentity(image) {
	switch (image.kind) {
		case "given": return [image.name, image.digest];
		case "tagged":
		case "build": return [image.repository, image.tag];
		case "unknown": return [];
	}
}
function sentence(part, then, facts) {
	switch (part) {
		case "host": return `the host: now this run would ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.r)(facts.hostPlan, facts.spec.instanceType)} in ${facts.region} of this account`;
		case "image": return `the image: now it is ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.i)(facts.image)}`;
		case "release": return `the commit: now it is ${facts.release.commit.slice(0, 8)}${facts.release.migration ? ", with a migration" : ""}`;
		case "configuration": return "the configuration: env, secrets or another input of the container or the proxy differs";
		case "live": return `what serves: approved ${then === "none" ? "when nothing served" : `over ${then}`}; now ${liveWords(facts)}`;
	}
}
function liveWords({ record }) {
	return record ? `${record.release} serves, deployed by ${record.actor} in ${record.runUrl}` : "nothing is recorded";
}
// src/domain/release/commit-order.ts
/** Refuses a commit that was rolled back from. */
function refuseBlocked(commit, record, { force }) {
	if (force || !record?.blocked.includes(commit)) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} was rolled back from`,
		next: "Deploy a newer commit, or set force: true to deploy this one all the same."
	};
}
/** Refuses an ancestor of what serves: the run was started, or approved, before a newer release was deployed. */
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade || waivers.force) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which serves`,
		next: "Deploy or promote a newer commit; to go back, use command: rollback, or set allow-downgrade: true."
	};
}
// src/commands/commit-order.ts
/** How this run's commit stands to the one that serves, where GitHub tells. */
async function compareWithLive({ config, commits, progress }, live) {
	const { commit } = config.job;
	if (live === "" || live === commit) return void 0;
	const comparison = await commits.compare(live, commit);
	if (comparison === void 0) progress.info(`GitHub does not tell whether ${commit.slice(0, 8)} is newer than ${live.slice(0, 8)}, which serves; going on`);
	return comparison;
}
/** Refuses a commit that is an ancestor of what serves by now. */
async function refuseOlderThan(ctx, live) {
	const comparison = await compareWithLive(ctx, live);
	const refusal = refuseOlder(ctx.config.job.commit, live, comparison?.relation, ctx.config.guards);
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(refusal);
}
/** What this run's commit has and the one that serves has not, with the addresses where GitHub shows it. */
function sinceLive({ config: { job } }, record, comparison) {
	const repository = (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.n)(job);
	return {
		commits: (comparison?.commits ?? []).map((commit) => ({
			...commit,
			url: `${repository}/commit/${commit.sha}`
		})),
		compareUrl: record && record.commit !== job.commit ? `${repository}/compare/${record.commit}...${job.commit}` : void 0
	};
}
// src/commands/inspect-image.ts
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
function wrongPlatform(image, has, needs) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-platform", `${image} is for ${has.join(", ")}, and the host needs ${needs}`, { next: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.` });
}
// src/commands/promoted-image.ts
/**
* The image of a release of another environment: taken from where it is when that is the service's own repository, and to be copied there by
* digest otherwise. One that lies outside of ECR is public, and stays where it is.
*/
async function findPromoted(ctx, release, { platform, record }) {
	const known = servedAlready(ctx, release, record);
	if (known) return {
		kind: "image",
		image: known
	};
	const place = {
		image: (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(release.image),
		credentials: void 0
	};
	const target = release.login === "" ? {
		...place,
		holds: true,
		repository: true
	} : await targetOf(ctx, release);
	if (target.holds) return {
		kind: "image",
		image: await inspectedAt(ctx, target, {
			digest: release.digest,
			platform
		})
	};
	return { kind: target.repository ? "no-image" : "no-repository" };
}
function inspectedAt(ctx, { image, credentials }, { digest, platform }) {
	return inspected(ctx, {
		...image,
		tag: void 0,
		digest
	}, {
		credentials,
		platform,
		built: false
	});
}
/** The host has the image, so nobody need be asked for it. */
function servedAlready({ config }, { image, digest, login }, record) {
	if (record?.digest !== digest) return void 0;
	return (login === "" ? record.image === image : (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.u)(record, config.image.repository)) ? (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.a)(record) : void 0;
}
function isSame(one, other) {
	return one.registry === other.registry && one.repository === other.repository;
}
/** Where the image is to be. A tag never stands for two contents: where the commit was built here, too, the copy's has the digest in it. */
async function targetOf(ctx, { image, digest, commit }) {
	const { repository } = ctx.config.image;
	const credentials = await ctx.repositories.credentials();
	const source = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(image);
	const place = {
		registry: credentials.registry,
		repository,
		tag: void 0,
		digest: void 0
	};
	if (isSame(source, place)) return {
		image: place,
		credentials,
		holds: true,
		repository: true
	};
	const usual = (await ctx.origin.repositories.tags(source.repository, digest)).find((tag) => tag.startsWith(commit)) ?? commit;
	const found = await ctx.repositories.find(repository, usual);
	if (found.kind !== "image" || found.digest === digest) return {
		image: {
			...place,
			tag: usual
		},
		credentials,
		holds: found.kind === "image",
		repository: found.kind !== "no-repository"
	};
	const tag = `${usual}-${digest.slice(7, 15)}`;
	const own = await ctx.repositories.find(repository, tag);
	return {
		image: {
			...place,
			tag
		},
		credentials,
		holds: own.kind === "image",
		repository: true
	};
}
async function copyPromoted(ctx, release, { platform, complete, signal }) {
	const { config, origin, progress, registry, repositories } = ctx;
	const [target, credentials] = await Promise.all([
		targetOf(ctx, release),
		origin.repositories.credentials(),
		complete ? void 0 : repositories.ensure(config.image.repository)
	]);
	const source = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(release.image);
	const from = {
		image: source,
		credentials: (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.a)(source.registry, credentials.registry) ? {
			...credentials,
			registry: source.registry
		} : void 0
	};
	const { sent, mounted, there, bytes } = await registry.copy(from, target, signal);
	progress.info(`Copied ${release.digest} from ${source.registry}/${source.repository} to ${target.image.registry}/${target.image.repository}:${target.image.tag}; of its blobs ${there} were there, ${mounted} were mounted, ${sent} were sent (${bytes} bytes)`);
	return inspectedAt(ctx, target, {
		digest: release.digest,
		platform
	});
}
// src/commands/publish.ts
/** The image that is there already: the promoted one, the one that the input names, or the one that the commit's tag has; or why it must be brought there. */
async function findImage(ctx, input) {
	if (ctx.promoted) return findPromoted(ctx, ctx.promoted.release, input);
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
/** The image that is not there yet: copied where another environment has it, and built otherwise. */
function bringImage(ctx, input) {
	return ctx.promoted ? copyPromoted(ctx, ctx.promoted.release, input) : buildImage(ctx, input);
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
/** The tag under which this run's image is looked for, and else built. */
function tagOf(ctx, platform) {
	const { job, image } = ctx.config;
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.i)(job.commit, {
		...image,
		platforms: platformsOf(ctx, platform)
	});
}
async function existingImage(ctx, name, platform) {
	const image = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(name);
	const found = await inspected(ctx, image, {
		credentials: await ecrCredentials(ctx, image.registry),
		platform,
		built: false
	});
	ctx.progress.info(`${name} is ${found.digest}`);
	return found;
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
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.a)(registry, credentials.registry) ? {
		...credentials,
		registry
	} : void 0;
}
/** The tag exists, so its content is what this commit was built to: nothing is built or pushed again. */
async function taggedImage(ctx, found) {
	const { repository, tag, digest, record, platform } = found;
	ctx.progress.info(`${repository}:${tag} is already in the registry: ${digest}`);
	if (record?.digest === digest && (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.u)(record, repository)) return (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.a)(record);
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
			"org.opencontainers.image.source": (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.n)(job)
		}
	};
}
/** Another run of the same commit was faster: its image is this commit's as much as ours would have been. */
async function pushedMeanwhile(ctx, { repository, tag, error }) {
	const found = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n && error.code === "tag-exists" ? await ctx.repositories.find(repository, tag) : void 0;
	if (found?.kind !== "image") throw error;
	ctx.progress.info(`${repository}:${tag} was pushed by another run meanwhile: ${found.digest}`);
	return found.digest;
}
/** Not `path.resolve`: the bundler takes its arguments for files that belong into the bundle. */
function under(folder, path) {
	return path.startsWith("/") ? path : `${folder}/${path}`;
}
// src/commands/survey.ts
/** Looks, and changes nothing. */
async function survey(ctx) {
	const { job, guards } = ctx.config;
	const seen = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.a)(ctx);
	const { hostPlan, record } = seen;
	const [comparison, image] = await Promise.all([compareWithLive(ctx, record?.commit ?? ""), hostPlan.kind === "refuse" ? void 0 : imageFor(ctx, hostPlan.plans, record)]);
	const refusals = [refuseBlocked(job.commit, record, guards), refuseOlder(job.commit, record?.commit ?? "", comparison?.relation, guards)].filter((refusal) => refusal !== void 0);
	return {
		...seen,
		comparison,
		image,
		refusals
	};
}
async function imageFor(ctx, plans, record) {
	const platform = (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.f)(await architectureOf(ctx, plans));
	return {
		platform,
		found: await findImage(ctx, {
			platform,
			record
		})
	};
}
/** Where there will be a new host, that of the type which the inputs ask for. */
async function architectureOf({ config, catalog }, plans) {
	const kept = plans.flatMap((plan) => plan.kind === "launch" || plan.kind === "replace" ? [] : [plan.host]);
	const [first] = kept;
	return first && kept.length === plans.length ? first.architecture : catalog.architectureOf(config.host.instanceType);
}
/** Whether nothing is to be built, launched or changed, as far as the record tells. */
function isLive(ctx, { hostPlan, record, image }) {
	if (image?.found.kind !== "image" || record?.release !== releaseOf(ctx, image.found.image).name) return false;
	return hostPlan.kind === "hosts" && hostPlan.plans.every((plan) => plan.kind === "reuse" && (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.i)(record).includes(plan.host.id));
}
/** The release that this run's commit and configuration make of an image. */
function releaseOf({ config }, image) {
	const { job, run, health, host } = config;
	return {
		name: (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.l)(job.commit, image.digest, run, health, host.httpPort),
		digest: image.digest,
		image: image.reference,
		commit: job.commit,
		run,
		health,
		httpPort: host.httpPort
	};
}
// src/commands/approval.ts
/** What `plan` is made from, and what `deploy` compares an approved plan with. */
function planFacts(ctx, seen) {
	const { config } = ctx;
	return {
		service: config.service,
		accountId: seen.accountId,
		region: config.region,
		hostPlan: seen.hostPlan,
		spec: config.host,
		record: seen.record,
		image: plannedImage(ctx, seen),
		release: wantedRelease(ctx, seen),
		configuration: {
			run: config.run,
			health: config.health,
			httpPort: config.host.httpPort,
			canaryHeader: config.canaryHeader
		},
		refusals: seen.refusals
	};
}
function plannedImage(ctx, { image }) {
	const { existing, repository } = ctx.config.image;
	if (!image) return { kind: "unknown" };
	const { found, platform } = image;
	if (existing !== void 0 && found.kind === "image") return {
		kind: "given",
		name: existing,
		digest: found.image.digest
	};
	const tag = tagOf(ctx, platform);
	if (found.kind === "image") return {
		kind: "tagged",
		repository,
		tag,
		digest: found.image.digest
	};
	return {
		kind: "build",
		repository,
		tag,
		newRepository: found.kind === "no-repository"
	};
}
function wantedRelease(ctx, { image, record, comparison }) {
	const { job, migration } = ctx.config;
	return {
		name: image?.found.kind === "image" ? releaseOf(ctx, image.found.image).name : "",
		commit: job.commit,
		migration,
		relation: comparison?.relation,
		...sinceLive(ctx, record, comparison)
	};
}
/** Refuses a deploy whose plan was approved as another one. A run that would change nothing needs no approval, so one that succeeded can be run again. */
function refuseOtherPlan(ctx, seen) {
	const { approvedPlan, host } = ctx.config;
	if (approvedPlan === void 0) return;
	const { hostPlan, record } = seen;
	const changes = hostPlan.kind === "hosts" && hostPlan.plans.every((plan) => plan.kind === "reuse" && (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__.o)(plan.host, host, record)) && isLive(ctx, seen) ? [] : changesSince(approvedPlan, planFacts(ctx, seen));
	if (changes.length > 0) throw planChanged(ctx, changes);
}
/** Refuses to deploy over a release that no run had recorded when the plan was compared. */
function refuseMovedOn(ctx, live) {
	if (ctx.config.approvedPlan !== void 0) throw planChanged(ctx, [`what serves: now the host serves ${live}, which no record tells of`]);
}
function planChanged({ config }, changes) {
	const url = (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.r)(config.job);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("plan-changed", `this is not the plan that was approved. Changed since: ${changes.join("; ")}`, { next: `Run all jobs of ${url} again, or a newer run, to plan anew and approve that.` });
}



/***/ })

};
;