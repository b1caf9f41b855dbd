"use strict";
exports.id = 450;
exports.ids = [450];
exports.modules = {

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyServer),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   t: () => (/* binding */ launchHosts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4685);



// src/domain/remote/proxy.ts
/** Request header by which the host asks its own proxy, over loopback only, which container answers. */
const READBACK_HEADER = "X-Docker-To-Ec2-Readback";
const UPSTREAM_HEADER = "X-Docker-To-Ec2-Upstream";
/** Keeps a client on its side of a canary: a random number that is compared with the share, and nothing else. */
const COOKIE = "docker-to-ec2-canary";
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
* `host/lib-bake.sh` and `host/lib-canary.sh` count by it.
* https://caddyserver.com/docs/json/apps/http/servers/
*/
function proxyServer(service, httpPort, canaryHeader) {
	const state = `/state/${(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.u)(service)}`;
	const live = { dial: `{file.${state}.live}` };
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
				split: `{file.${state}.split}`
			}] },
			stickyRoute(),
			canaryRoute([{ dial: `{file.${state}.canary}` }, live], canaryHeader),
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
// src/domain/host/spread.ts
/**
* In which subnets to try to launch hosts, for each of them the first choice first: the one with the fewest hosts so far, of those the earlier one.
* `taken`: the subnets of the hosts that are there already.
*/
function spread(subnets, taken, count) {
	const filled = [...taken];
	return Array.from({ length: count }, () => {
		const order = subnets.toSorted((a, b) => hostsIn(a, filled) - hostsIn(b, filled));
		filled.push(order[0]?.id);
		return order;
	});
}
function hostsIn({ id }, filled) {
	return filled.filter((subnet) => subnet === id).length;
}
// src/commands/launch.ts
/** IAM takes up to two minutes to spread a fresh instance profile. */
const PROFILE_PATIENCE_MS = 18e4;
/** Launches hosts side by side, spread over the subnets; each in the first one that has room for it. */
async function launchHosts(ctx, input) {
	const { host: spec } = ctx.config;
	for (const replaced of input.replaces) ctx.progress.info(`Launching a ${spec.instanceType}${replaced === void 0 ? "" : ` in place of ${replaced}`}`);
	const [instanceProfile, image, subnets] = await Promise.all([
		profile(ctx, input),
		machineImage(ctx),
		ctx.networks.subnets(spec.subnetIds)
	]);
	const orders = spread(subnets, input.taken, input.replaces.length);
	const groups = securityGroups(ctx);
	const launch = {
		service: spec.service,
		instanceType: spec.instanceType,
		volumeGiB: spec.volumeGiB,
		instanceProfile,
		...image
	};
	return (await Promise.allSettled(input.replaces.map((replaces, at) => launchHost(ctx, {
		launch: {
			...launch,
			replaces
		},
		subnets: orders[at] ?? [],
		groups
	})))).map((settled) => {
		if (settled.status === "rejected") throw settled.reason;
		return settled.value;
	});
}
async function launchHost(ctx, { launch, subnets, groups }) {
	const { instanceType } = launch;
	const refusals = [];
	for (const subnet of subnets) {
		const host = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		}, refusals);
		if (host) return host;
		ctx.progress.info(`No room for a ${instanceType} in ${subnet.zone}: ${refusals.at(-1)}`);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { next: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
async function profile({ config, hostRoles }, { accountId, repositories }) {
	if (config.host.instanceProfile !== void 0) return config.host.instanceProfile;
	return hostRoles.ensure({
		service: config.service,
		region: config.region,
		accountId,
		repositories
	});
}
/** The image that a new host would have. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-architecture", `${ami} is for ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.f)(image.architecture)}, and ${config.host.instanceType} is ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.f)(architecture)}`, { next: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
/** The named ones, or the service's own, which is made once in a VPC however many hosts are launched there. */
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, httpPort } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, httpPort);
		own.set(vpcId, group);
		return [await group];
	};
}
/** One subnet: again while the profile is not visible yet; `undefined` where there is no capacity. */
async function launchIn(ctx, spec, refusals) {
	const since = ctx.clock.now();
	for (;;) {
		if (ctx.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t();
		const launch = await ctx.hosts.launch(spec, ctx.newId());
		if (launch.kind === "launched") return launch.host;
		if (launch.kind === "no-capacity") {
			refusals.push(launch.reason);
			return;
		}
		if (ctx.clock.now() - since > PROFILE_PATIENCE_MS) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("profile-not-visible", `EC2 does not know the instance profile ${spec.instanceProfile}`, { next: "Check that it exists and has a role, or leave the input instance-profile empty." });
		ctx.progress.waiting(`the instance profile ${spec.instanceProfile} to become visible to EC2`, since);
		await ctx.clock.sleep(3e3);
	}
}



/***/ }),

/***/ 115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isNewer),
/* harmony export */   i: () => (/* binding */ isHeld),
/* harmony export */   n: () => (/* binding */ RENEW_MS),
/* harmony export */   r: () => (/* binding */ holderOf),
/* harmony export */   t: () => (/* binding */ LEASE_MS)
/* harmony export */ });
// src/domain/lease.ts
/** How long a lease lasts when nobody renews it: as long as the next run waits for one that was killed. */
const LEASE_MS = 9e4;
const RENEW_MS = 3e4;
function holderOf(text) {
	try {
		const holder = JSON.parse(text);
		return typeof holder.owner === "string" && typeof holder.expiresAt === "number" ? holder : void 0;
	} catch {
		return;
	}
}
/** How far the clocks of two runners may be apart. */
const SKEW_MS = 3e5;
/** A lease that ends later than any clock explains was written by one that is wrong: nobody could wait for its end. */
function isHeld({ expiresAt }, now) {
	return expiresAt > now && expiresAt <= now + 9e4 + SKEW_MS;
}
/** Whether run `a` was started after run `b`; a later attempt of the same run counts as later. */
function isNewer(a, b) {
	const [runA = 0, attemptA = 0] = a.split("/").map(Number);
	const [runB = 0, attemptB = 0] = b.split("/").map(Number);
	return runA === runB ? attemptA > attemptB : runA > runB;
}



/***/ }),

/***/ 7450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isTakenBack),
/* harmony export */   c: () => (/* binding */ chooseWay),
/* harmony export */   d: () => (/* binding */ deployPayload),
/* harmony export */   i: () => (/* binding */ recordLive),
/* harmony export */   l: () => (/* binding */ returnOnHosts),
/* harmony export */   n: () => (/* binding */ attemptOf),
/* harmony export */   o: () => (/* binding */ whatOfTheOthers),
/* harmony export */   r: () => (/* binding */ recordFailure),
/* harmony export */   s: () => (/* binding */ bringBack),
/* harmony export */   t: () => (/* binding */ provision),
/* harmony export */   u: () => (/* binding */ runOnHosts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9734);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3706);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4685);
/* harmony import */ var _report_parts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7868);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6434);









// src/domain/release/return-target.ts
/**
* The one release that several hosts return to: `asked`, or the last verified one before the newest that any of them serves. All must know it:
* what a host never served it cannot return to.
*/
function returnTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, seen }) => typeof seen === "string" ? `${hostId}: ${seen}` : []);
	if (silent !== void 0) return (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__.u)(silent, "Heal that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, seen }) => typeof seen === "string" ? [] : [{
		hostId,
		seen
	}]);
	const serving = [...new Set(hosts.map(({ seen }) => seen.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ seen }) => seen), serving);
	if (release === "") return (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__.u)("the hosts know of no common release before the one that serves", "Name one with the input release (command: status lists them), or deploy the commit that you want to return to.");
	const strangers = hosts.filter(({ seen }) => !knows(seen, release)).map(({ hostId }) => hostId);
	if (strangers.length === 0) return {
		kind: "target",
		release,
		serving
	};
	return (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__.u)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
}
/**
* The hosts' lines of releases tell which of those that serve is the newest: the one whose line has all the others. Of what was before it, the newest
* that all hosts know.
*/
function before(hosts, serving) {
	const earlier = hosts.filter((host) => serving.every((release) => place(host, release) >= place(host, host.release))).toSorted((a, b) => b.releases.length - a.releases.length).map(earlierThanLive).find((releases) => releases.length > 0) ?? [];
	return earlier.find((release) => hosts.every((host) => knows(host, release))) ?? earlier[0] ?? "";
}
/** Newest first: a higher place is an earlier release. */
function place({ releases }, release) {
	return releases.findIndex((known) => known.release === release);
}
function earlierThanLive(host) {
	return host.releases.slice(place(host, host.release) + 1).filter(({ left }) => left !== true).map(({ release }) => release);
}
function knows(host, release) {
	return place(host, release) >= 0;
}
// src/domain/remote/container.ts
/**
* Options of `docker create` for a release, without what the host decides itself (name, network, address, restart policy).
* Values stand in arguments of their own, so nothing in them is ever read as an option or as shell.
*/
function containerOptions(service, release) {
	const { run } = release;
	return [
		...label("service", (0,_service_js__WEBPACK_IMPORTED_MODULE_8__.u)(service)),
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
/** Seconds after which a host ends a canary that nobody observes any more; SSM may take some of them to carry an observation. */
const CANARY_LEASE = 60;
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
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_8__.u)(order.service)],
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
		["proxy_server", JSON.stringify((0,_launch_js__WEBPACK_IMPORTED_MODULE_4__.i)(order.service, release.httpPort, order.canaryHeader))],
		["manifest", JSON.stringify(manifestOf(order))],
		["keep", String(order.keep)],
		["base", order.base],
		["image_bytes", String(image.bytes)],
		["leased", order.leased ? "yes" : ""],
		["canary_share", String(order.canaryShare ?? "")],
		["canary_lease", String(CANARY_LEASE)],
		["canary_header", order.canaryHeader],
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
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(proxyImage);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.a)(registry, own) ? registry : "";
}
// src/domain/remote/rollback-payload.ts
/** What `host/rollback.sh` is told. The release's own configuration is on the host already. */
function rollbackPayload(order) {
	return [
		["deploy_id", order.deployId],
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_8__.u)(order.service)],
		["region", order.region],
		["release", order.release],
		["base", order.base],
		["drain_timeout", String(Math.ceil(order.drainTimeout))],
		["stop_timeout", String(10)],
		["lock_timeout", String(60)],
		["keep", String(order.keep)],
		...bakeFields(order.bake)
	];
}
// src/commands/run-on-hosts.ts
/** Sends one command to the hosts, follows it to its end, and shows their logs. Gives one result a host, in the order of `hostIds`. */
async function runOnHosts(ctx, order, subject) {
	const { service } = ctx.config;
	const { timeout = ctx.config.timeout } = order;
	const comment = `docker-to-ec2: ${order.verb} ${(0,_service_js__WEBPACK_IMPORTED_MODULE_8__.r)(service)} ${subject}`;
	const since = ctx.clock.now();
	const answers = await ctx.remote.run({
		...order,
		comment,
		timeout
	}, ctx.signal);
	const took = (ctx.clock.now() - since) / 1e3;
	return answers.map((answer) => {
		if (!order.quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return {
			...(0,_result_js__WEBPACK_IMPORTED_MODULE_3__.r)(answer.stdout) ?? withoutResult(answer, late),
			hostId: answer.hostId
		};
	});
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
/** A script that was killed has no result to give; then the answer's status is all there is to tell. */
function withoutResult(answer, late) {
	const logs = `${answer.stdout}\n${answer.stderr}`.trim();
	return {
		outcome: "failed",
		rolledBack: false,
		manifest: void 0,
		cause: causeOf(answer.status, late),
		previous: "",
		serving: "",
		servingRelease: "",
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs,
			health: "",
			host: ""
		},
		canary: void 0,
		steps: []
	};
}
/** SSM calls also those timed out that somebody killed. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "script-failed";
}
// src/commands/return-on-hosts.ts
/**
* A single host knows best what it returns to; several must agree on it before one of them is changed. Without a record, nobody knows what should
* serve, and the host is not asked to compare.
*/
async function chooseWay(ctx, hosts, record) {
	const asked = ctx.config.release ?? "";
	if (hosts.length === 1) return {
		target: asked,
		base: record?.release ?? "*"
	};
	const target = returnTarget(asked, (await ctx.progress.step("Ask the hosts", () => (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_6__.l)(ctx, hosts))).map(({ host, seen }) => ({
		hostId: host.id,
		seen
	})));
	if (target.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(target);
	return {
		target: target.release,
		base: target.serving.join(" ")
	};
}
/**
* Where host and record are apart, because a run was killed between the host's work and the record, the lease tells that nobody else is at work: the
* host is right.
*/
async function returnOnHosts(ctx, hostIds, way) {
	const order = {
		hostIds,
		way,
		concurrency: ctx.config.maxConcurrency
	};
	const results = await sendBack(ctx, order);
	const [only, ...others] = results;
	if (only?.cause !== "moved-on" || others.length > 0) return results;
	const [live = "*"] = only.detail.split(" ");
	ctx.progress.info(`The host serves ${live}, which no run has recorded`);
	return sendBack(ctx, {
		...order,
		way: {
			...way,
			base: live
		}
	});
}
/** Sends the order of a rollback. */
function sendBack(ctx, { way, ...order }) {
	const { config } = ctx;
	const payload = rollbackPayload({
		deployId: ctx.newId(),
		service: config.service,
		region: config.region,
		release: way.target,
		base: way.base,
		drainTimeout: config.drainTimeout,
		bake: config.bake,
		keep: config.keepReleases
	});
	return runOnHosts(ctx, {
		...order,
		verb: "rollback",
		payload
	}, way.target);
}
// src/commands/bring-back.ts
/**
* A release that failed on one host is to stay on none: those that took it return to what they served before. One that had it from a run that was
* killed returns to what is recorded. The recorded release itself is not taken away. Gives the results with what became of these hosts.
*/
async function bringBack(ctx, { release, recorded, results }) {
	if (recorded === release) return results;
	const targets = Map.groupBy(results, (result) => targetOf(result, recorded));
	targets.delete("");
	const returned = [];
	for (const [target, hosts] of targets) {
		const hostIds = hosts.map(({ hostId }) => hostId);
		const order = {
			hostIds,
			way: {
				target,
				base: release
			},
			regardless: true
		};
		returned.push(...await ctx.progress.step(`Return ${(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_6__.t)(hostIds)} to ${target}`, () => sendBack(ctx, order)));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
/** Empty: it stays as it is. */
function targetOf({ outcome, previous }, recorded = "") {
	if (outcome === "unchanged") return recorded;
	return outcome === "failed" ? "" : previous;
}
// src/domain/report/other-hosts.ts
/** What became of the other hosts when a release failed on one of them, in sentences; nothing where there is no other. */
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${ids.join(", ")} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${ids.join(", ")} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...others.filter(isFailed).map(({ hostId, cause }) => `${hostId} failed, too: ${cause ?? "not-serving"}.`),
		...untouched(others)
	];
}
/** Whether the release that failed was taken back wherever it had served. */
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${ids.join(", ")} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/commands/keep-image.ts
/**
* Tags the image that serves now, so that the repository's rules do not let it expire, whatever is pushed after it. Images of other repositories
* are their owners' affair. A service that serves is not red for want of a tag.
*/
async function keepImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.o)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image serves, and may let it expire: ${String(error)}`);
	}
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
	const write = ctx.records.write({
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
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.r)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, BLOCKED),
		...live.settings && { settings: live.settings },
		...ctx.promoted && { promotedFrom: {
			environment: ctx.promoted.environment,
			release: ctx.promoted.release.name
		} },
		attempt
	});
	await Promise.all([write, keepImage(ctx, manifest, record)]);
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
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.r)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10
	};
}
// src/commands/provision.ts
/** Makes the plans true: afterwards each host runs, has its address, and its agent is online. Gives the hosts in the order of the plans. */
async function provision(ctx, { plans, accountId, record }) {
	const hosts = await obtain(ctx, plans, accountId);
	const settled = (host) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__.o)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__.d)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf(plans, hosts));
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx, hosts);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, plans, accountId) {
	const missing = plans.filter(_observe_js__WEBPACK_IMPORTED_MODULE_5__.s);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		plans,
		missing,
		accountId
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, accountId }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		accountId,
		repositories: [ctx.config.image.repository, ...ownRepositories(ctx)],
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__.l)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories, besides the service's, that the host pulls from ECR: where `image` or `proxy-image` lie there. */
function ownRepositories({ config }) {
	return [config.image.existing, config.proxyImage].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.a)(registry, void 0)).map(({ repository }) => repository);
}
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await waitForState(ctx, host.id, (state) => state !== "stopping", "to finish stopping");
	await ctx.hosts.start(host.id);
	return waitUntilRunning(ctx, {
		...host,
		state: "pending"
	});
}
async function waitUntilRunning(ctx, host) {
	if (host.state === "running") return host;
	await waitForState(ctx, host.id, (state) => state === "running", "to run");
	return refreshed(ctx, host);
}
async function waitForState(ctx, id, reached, what) {
	const since = ctx.clock.now();
	for (let state = await ctx.hosts.state(id); !reached(state); state = await ctx.hosts.state(id)) {
		if (state === "terminated" || state === "shutting-down") throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-terminated", `${id} was terminated while this run waited for it ${what}`, { next: "Look at its state transition reason in the EC2 console; run this again to launch a new one." });
		if (ctx.clock.now() - since > ctx.config.hostTimeout * 1e3) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("host-timeout", `${id} is still ${state} after ${ctx.config.hostTimeout} s; waited for it ${what}`, { next: "Raise host-timeout, or look at the instance in the EC2 console." });
		ctx.progress.waiting(`${id} ${what} (${state})`, since);
		await ctx.clock.sleep(2e3);
	}
}
/** What a run that was killed after the launch may have left undone: the open port, the address. `all`: every host that may have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.httpPort);
	if (!spec.elasticIp) return;
	for (const { id } of hosts) {
		const address = await ctx.networks.ensureAddress(service, id, all.filter((other) => other !== id));
		ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ""}`);
	}
}
function idsOf(plans, hosts) {
	return [...hosts, ...plans.flatMap((plan) => plan.kind === "replace" ? [plan.host] : [])].map(({ id }) => id);
}
async function refreshed(ctx, host) {
	return await ctx.hosts.get(host.id) ?? host;
}



/***/ }),

/***/ 7868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ tableOf),
/* harmony export */   i: () => (/* binding */ linesOf),
/* harmony export */   l: () => (/* binding */ askHosts),
/* harmony export */   n: () => (/* binding */ factsOf),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ hostFacts),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4685);



// src/commands/ask-hosts.ts
/** Asks all hosts that SSM reaches, with one command. */
async function askHosts(ctx, hosts) {
	const online = await reachable(ctx, hosts.filter(({ state }) => state === "running"));
	const said = online.length === 0 ? /* @__PURE__ */ new Map() : await ask(ctx, online);
	return hosts.map((host) => {
		const stdout = said.get(host.id);
		if (host.state !== "running") return {
			host,
			seen: `the host is ${host.state}`
		};
		return {
			host,
			seen: stdout === void 0 ? "SSM cannot reach the host" : read(ctx, stdout)
		};
	});
}
async function reachable({ remote }, hosts) {
	const ids = hosts.map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return ids.filter((_, at) => agents[at]?.kind === "online");
}
async function ask({ config, remote, signal }, hostIds) {
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.u)(config.service);
	const payload = [["service", key], ["region", config.region]];
	const comment = `docker-to-ec2: status ${key}`;
	const answers = await remote.run({
		hostIds,
		verb: "status",
		payload,
		comment,
		timeout: 60,
		regardless: true
	}, signal);
	return new Map(answers.map(({ hostId, stdout }) => [hostId, stdout]));
}
function read({ config }, stdout) {
	const result = (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.a)(stdout);
	if (!result) return "the host gave no answer";
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.u)(config.service);
	return result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
}
// src/commands/report-parts.ts
/** Hosts in a few words: `i-1`, or `3 hosts`. */
function countOf(ids) {
	return ids.length === 1 ? ids[0] ?? "" : `${ids.length} hosts`;
}
/** What tells where a service is: of several hosts, the first one. */
function outputsOfHosts(lines) {
	const [first] = lines;
	return {
		url: first?.url ?? "",
		"instance-id": first?.id ?? "",
		"public-ip": first?.ip ?? "",
		hosts: JSON.stringify(lines)
	};
}
function outputsOf(placed) {
	const { release, results } = placed;
	return {
		...outputsOfHosts(linesOf({
			...placed,
			httpPort: release.httpPort
		})),
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.o)(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
function factsOf(placed) {
	const { hosts, release } = placed;
	const where = hosts.map((host) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, release.httpPort));
	return [
		...hosts.length === 1 ? [["Address", where[0] ?? ""]] : [],
		["Release", release.name],
		["Digest", release.digest],
		["Image", release.image],
		...hostFacts(hosts)
	];
}
/** The one host; several have a table of their own. */
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
/** The table of the hosts, where there are several. */
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
/** Where it answers, in words: `at URL`, or `on 3 hosts, the first at URL`. */
function placeOf(lines) {
	const [first, ...others] = lines;
	return others.length === 0 ? `at ${first?.url ?? ""}` : `on ${lines.length} hosts, the first at ${first?.url ?? ""}`;
}
function linesOf({ hosts, results, httpPort }) {
	return hosts.map((host, at) => {
		const result = results[at];
		return {
			id: host.id,
			ip: host.publicIp ?? "",
			url: (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, httpPort),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
/** What came of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   t: () => (/* binding */ withLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7626);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(115);



// src/domain/host/agent-diagnosis.ts
/** Why SSM cannot reach a host, as the one most likely reason, and the step that helps. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		next: nextOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		next: "Attach an instance profile whose role may register with SSM (see README, IAM), or leave instance-id empty to get a host that has one."
	};
	if (agent.kind === "offline") {
		const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : "";
		return {
			reason: `the agent of ${host.id} lost its connection${seen}`,
			next: "Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk."
		};
	}
	const network = host.publicIp === void 0 ? "it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages" : "its subnet needs a route to the internet";
	return {
		reason: `the agent of ${host.id} never registered; ${network}`,
		next: `Check the subnet's routes, that the role of ${host.instanceProfile} may register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it only boots slowly.`
	};
}
function nextOfState(state) {
	switch (state) {
		case "pending": return "It still boots: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it meanwhile. Run this again: it is started then.";
		default: return "Run this again: a new host is launched then. If instance-id names this one, change or empty it.";
	}
}
// src/commands/wait-for-agents.ts
/** Waits until SSM reaches all the hosts. Gives up at once where no waiting helps. */
async function waitForAgents(ctx, hosts) {
	const since = ctx.clock.now();
	for (;;) {
		const agents = await ctx.remote.agents(hosts.map(({ id }) => id));
		const silent = hosts.flatMap((host, at) => ({
			host,
			agent: agents[at] ?? { kind: "unknown" }
		})).filter(isSilent);
		const [first] = silent;
		if (first === void 0) return;
		const hopeless = silent.find(({ host }) => host.instanceProfile === void 0);
		const late = ctx.clock.now() - since > ctx.config.hostTimeout * 1e3;
		if (hopeless || late) throw await unreachable(ctx, hopeless ?? first);
		ctx.progress.waiting(`the SSM agent of ${silent.map(({ host }) => host.id).join(", ")} to come online`, since);
		await ctx.clock.sleep(2e3);
	}
}
function isSilent({ agent }) {
	return agent.kind !== "online";
}
async function unreachable(ctx, { host, agent }) {
	const { reason, next } = diagnoseAgent({
		host: await ctx.hosts.get(host.id) ?? host,
		agent
	});
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("agent-offline", `SSM cannot reach the host: ${reason}`, { next });
}
// src/commands/with-lease.ts
const POLL_MS = 3e3;
/** Runs `work` as the only run that changes the service. `waited` tells that another one was at it before, so that what was observed is old. */
async function withLease(ctx, work) {
	const waited = await acquire(ctx);
	const stop = new AbortController();
	keep(ctx, stop.signal);
	try {
		return await work(waited);
	} finally {
		stop.abort();
		await ctx.lease.release(ctx.config.service, mine(ctx).owner).catch((error) => ctx.progress.warn(`The lease stays until it expires: ${String(error)}`));
	}
}
async function acquire(ctx) {
	const { config, clock, lease, progress } = ctx;
	const since = clock.now();
	for (let waited = false;; waited = true) {
		const grip = await lease.acquire(config.service, mine(ctx), clock.now());
		if (grip.kind === "held") return waited;
		if (grip.kind === "busy") {
			await standInLine(ctx, grip.holder, since);
			progress.waiting(`${describe(grip.holder)}, which deploys this service`, since);
		}
		await clock.sleep(grip.kind === "busy" ? POLL_MS : 1e3);
	}
}
async function standInLine(ctx, holder, since) {
	const { config, clock, lease } = ctx;
	if (clock.now() - since > config.guards.lockTimeout * 1e3) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("lock-held", `${describe(holder)} still deploys this service after ${config.guards.lockTimeout} s`, { next: "Wait for it to end and run this again, or raise lock-timeout." });
	const newer = await lease.queue(config.service, {
		...mine(ctx),
		expiresAt: clock.now() + 5 * POLL_MS
	}, clock.now());
	if (newer) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("superseded", `${describe(newer)} waits to deploy this service, too, and is newer than this run`, { next: "Nothing is to be done: the newer run deploys what is newest." });
}
/** Prolongs the lease until `work` has ended. A lost renewal is made up for by the next one. */
async function keep({ config, clock, lease, ...ctx }, signal) {
	try {
		for (;;) {
			await clock.sleep(_lease_js__WEBPACK_IMPORTED_MODULE_2__.n);
			if (signal.aborted) return;
			await lease.renew(config.service, mine({
				config,
				clock,
				lease,
				...ctx
			})).catch(() => void 0);
		}
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t)) throw error;
	}
}
function mine({ config: { job }, clock }) {
	return {
		owner: `${job.runId}/${job.runAttempt}`,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.r)(job),
		expiresAt: clock.now() + _lease_js__WEBPACK_IMPORTED_MODULE_2__.t
	};
}
function describe({ owner, actor, runUrl: url }) {
	return `run ${owner.split("/")[0]} of ${actor} (${url})`;
}



/***/ })

};
;