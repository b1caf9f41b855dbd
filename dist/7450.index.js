"use strict";
exports.id = 7450;
exports.ids = [7450,2625];
exports.modules = {

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ namesToCertify),
/* harmony export */   i: () => (/* binding */ namesProvenByDns),
/* harmony export */   n: () => (/* binding */ isServedAlike),
/* harmony export */   r: () => (/* binding */ namesOf),
/* harmony export */   t: () => (/* binding */ diagnoseAgent)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);


// src/domain/dns/wanted-names.ts
/** The names that need records for a release, and whether something may be in front of its hosts. */
function namesOf(spec) {
	return {
		names: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(spec),
		proxied: spec["trusted-proxies"].length > 0
	};
}
/** Whether the recorded release already serves these names in the same way. */
function isServedAlike(record, spec) {
	return record !== void 0 && record.route.tls === spec.tls && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.p)(record, spec);
}
/** The names that need a certificate from an authority, unless a valid one exists. */
function namesToCertify(spec, record) {
	return spec.tls !== "acme" || isServedAlike(record, spec) ? [] : namesOf(spec).names;
}
/** The names whose control a host proves with records in Route 53. */
function namesProvenByDns(spec) {
	return spec.tls === "acme" && spec["acme-challenge"] === "dns" ? namesOf(spec).names : [];
}
// src/domain/host/agent-diagnosis.ts
/** The most likely reason why SSM cannot reach a host, and the next step. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		hint: hintOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		hint: "Attach an instance profile whose role can register with SSM (see docs/permissions.md), or leave instance-id empty to get a host that has one."
	};
	if (agent.kind === "offline") {
		const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : "";
		return {
			reason: `the agent of ${host.id} lost its connection${seen}`,
			hint: "Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk."
		};
	}
	const network = host.publicIp === void 0 ? "it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages" : "its subnet needs a route to the internet";
	return {
		reason: `the agent of ${host.id} never registered; ${network}`,
		hint: `Check the subnet's routes, that the role of ${host.instanceProfile} can register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it boots slowly.`
	};
}
function hintOfState(state) {
	switch (state) {
		case "pending": return "It is still booting: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it in the meantime. Run this again to start it.";
		default: return "Run this again to launch a new host. If instance-id names this one, change it or leave it out.";
	}
}



/***/ }),

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ noteOf)
/* harmony export */ });
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8446);

// src/domain/cause/findings.ts
/** Findings that need no immediate action, a sentence or two each. A finding of several hosts appears once, with their names. */
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_0__.t)(members.map(({ hostId }) => hostId))}: ${words}` : words);
}
var NOTE_LIMIT = 200;
/** The history's note about a run beside its outcome: containers that had to be killed. Empty without any. */
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
/** Adds a full stop at the end. */
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}



/***/ }),

/***/ 8446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ hostNames)
/* harmony export */ });
// src/domain/host/host-names.ts
/** How many hosts a sentence names. */
var NAMED = 4;
/** A few hosts by their ids, or the first ones of many. */
function hostNames(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
}



/***/ }),

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hopLimitFor),
/* harmony export */   i: () => (/* binding */ spread),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   r: () => (/* binding */ putRoleRight),
/* harmony export */   t: () => (/* binding */ launchHosts)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2625);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9148);
/* harmony import */ var _role_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9069);





// src/domain/host/host-role.ts
/**
* Hops of an answer of the instance metadata service: one to the host itself, two to a container.
* https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
*/
var TO_HOST = 1;
var TO_CONTAINERS = 2;
/** The hop limit of a new host. */
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
/** Refuses `host-role` on a host whose metadata service does not reach containers: the container would wait for it forever. */
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/domain/host/spread.ts
/**
* The subnets for each host to launch, first choice first: the one with the fewest hosts so far, and the earlier one of several.
* `taken`: the subnets of the existing hosts.
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
// src/steps/hosts/host-role.ts
/** The instance profile for a new host, which pulls from ECR repositories of these names. Warns of anything that a stack's role does not allow. */
async function ensureRole({ config, accountId, hostRoles, progress }, repositories) {
	const { service, region } = config;
	const { profile, lacks } = await hostRoles.ensure({
		service,
		region,
		accountId,
		repositories,
		challenged: (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__.i)(config.spec)
	});
	for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
/** Restores the role of existing hosts, whoever changed it. If that fails, the run continues with the role as it is. */
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = (0,_role_name_js__WEBPACK_IMPORTED_MODULE_3__.t)(service, region);
	if (!hosts.some((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role was not changed: ${error.message}`);
	}
}
// src/steps/hosts/launch.ts
/** It takes up to two minutes until EC2 sees a new instance profile. */
var PROFILE_PATIENCE_MS = 18e4;
/** Launches hosts in parallel, spread over the subnets; each in the first one with capacity. */
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
		spot: false,
		hopLimit: hopLimitFor(input.spec),
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
	if (ctx.config.host.capacity === "spot") {
		const spot = await launchInOne(ctx, {
			launch: {
				...launch,
				spot: true
			},
			subnets,
			groups
		});
		if ("host" in spot) return spot.host;
		ctx.progress.warn(`AWS has no spot capacity for a ${instanceType} now, so this run launches it on demand: ${spot.refusals.join("; ")}`);
	}
	const launched = await launchInOne(ctx, {
		launch,
		subnets,
		groups
	});
	if ("host" in launched) return launched.host;
	const { refusals } = launched;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
/** Returns the host, or why each subnet has no room for it. */
async function launchInOne(ctx, { launch, subnets, groups }) {
	const refusals = [];
	for (const subnet of subnets) {
		const attempt = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		});
		if (attempt.kind === "launched") return attempt;
		refusals.push(attempt.reason);
		ctx.progress.info(`No room for a ${launch.spot ? "spot " : ""}${launch.instanceType} in ${subnet.zone}: ${attempt.reason}`);
	}
	return { refusals };
}
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
/** The machine image of a new host. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("wrong-architecture", `${ami} is for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(image.architecture)}, but ${config.host.instanceType} is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
/** The named groups, or the service's own, which is created once per VPC. */
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, ports } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, ports);
		own.set(vpcId, group);
		return [await group];
	};
}
/** Tries one subnet, again while EC2 does not see the profile yet. */
function launchIn(ctx, spec) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_4__.t)({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PROFILE_PATIENCE_MS,
		every: 3e3,
		onWait: (profileName, since) => ctx.progress.waiting(`the instance profile ${profileName} to become visible to EC2`, since),
		onLimit: (profileName) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("profile-not-visible", `EC2 does not know the instance profile ${profileName}`, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
		}
	});
}
/** In some zones a refused token stays refused, so each attempt has a new one; a retried request of the same attempt keeps it. */
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.or();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	return launch.kind === "profile-not-visible" ? { waiting: spec.instanceProfile } : { ended: launch };
}



/***/ }),

/***/ 2625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Polls until there is an end or the time limit passes. A poll that throws ends the wait, and so does the clock of a cancelled run. */
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const [since, began] = [clock.now(), clock.elapsed()];
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.elapsed() - began;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}



/***/ }),

/***/ 7450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ resultOf),
/* harmony export */   i: () => (/* binding */ explainCause),
/* harmony export */   n: () => (/* binding */ repositoriesOf),
/* harmony export */   r: () => (/* binding */ startHost),
/* harmony export */   t: () => (/* binding */ provision)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5128);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(612);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7883);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3706);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4786);








// src/steps/hosts/host-result.ts
/** The host's result, or a result from its answer if it gave none. `late`: it used up its time. */
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
/** A killed program writes no result, so the answer's status must do. */
function withoutResult(answer, late) {
	const logs = `${answer.stdout}\n${answer.stderr}`.trim();
	return {
		outcome: "failed",
		rolledBack: false,
		served: void 0,
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
		findings: [],
		secrets: {},
		volumes: [],
		steps: []
	};
}
/** SSM also reports a killed command as timed out. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/domain/cause/explain-cause.ts
/** One sentence with the cause and its facts, and one with the next step. */
function explainCause(facts) {
	const { summary, hint } = _result_js__WEBPACK_IMPORTED_MODULE_4__.d[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
/** The next step, if the facts allow a better one than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings }) {
	switch (cause) {
		case "exited": return hintOfExit(exitCode);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "release-not-found": return detail.startsWith("no release was verified before") ? "Name a release that the host still has in the input release, or deploy another commit." : void 0;
		case "host-unfit": return fatal(findings).map(({ hint }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_7__.n)(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
function hintOfExit(code) {
	if (code === 0) return "Its command must stay in the foreground. Check CMD in the Dockerfile, and the input args.";
	if (code === 137) return "Something killed it, usually because memory ran out. Raise the input memory, or use a larger instance-type.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or add redirects to health-codes. If the application forces HTTPS, let it exempt the health page or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "If the application checks the Host header, set health-host to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or add 401 to health-codes.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails. Look in its log below for a missing variable, secret or database. If only this page fails, set health-path to another one.";
}
/** The host reports which protocol the port uses. */
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, which gRPC needs.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, or on any other` : `${port}; the container listens on ${ports.join(", ")}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/steps/hosts/bring-program.ts
/** Brings the host program to hosts that may lack it, before anything waits for them. Throws if a host does not accept it. */
async function bringProgram(ctx, hostIds, record) {
	const without = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.r)(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const answers = await ctx.remote.bring(without, ctx.signal);
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.t)(answers.filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.i)(answer.stdout))));
	if (failed) throw notTaken(ctx, failed);
}
function notTaken({ config, progress }, failed) {
	const { hostId, cause = "program-failed", evidence } = failed;
	if (evidence.logs !== "") progress.info(evidence.logs);
	const { sentence, hint } = explainCause({
		...failed,
		cause,
		port: config.spec.port,
		healthPath: config.spec["health-path"]
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr(cause, `${hostId} does not accept the host program: ${sentence}`, { hint });
}
// src/steps/hosts/provision.ts
/**
* Carries out the plans: afterwards each host runs with its address and the host program, and its agent is online. Returns the hosts in the order
* of the plans.
*/
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.u)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.m)(plans)]));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.f);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, spec }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		spec,
		repositories: repositoriesOf(ctx),
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.g)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories that the host pulls from ECR: the service's, and those of `image` or `proxy-image`. */
function repositoriesOf({ config }) {
	const others = [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(registry, void 0)).map(({ repository }) => repository);
	return [config.image.repository, ...others];
}
/** Starts a stopped host, and waits until it runs. */
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, host.id, {
		reached: (state) => state !== "stopping",
		what: "to finish stopping"
	});
	await ctx.hosts.start(host.id);
	return waitUntilRunning(ctx, {
		...host,
		state: "pending"
	});
}
async function waitUntilRunning(ctx, host) {
	if (host.state === "running") return host;
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
/** Finishes what a killed run may have left undone: the open port, the address. `all`: every host that can have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.ports);
	if (!spec.elasticIp) return;
	for (const { id } of hosts) {
		const address = await ctx.networks.ensureAddress(service, id, all.filter((other) => other !== id));
		ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ""}`);
	}
}
function idsOf(hosts) {
	return hosts.map(({ id }) => id);
}
async function refreshed(ctx, host) {
	return await ctx.hosts.get(host.id) ?? host;
}



/***/ }),

/***/ 9069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ roleName),
/* harmony export */   t: () => (/* binding */ profileName)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/domain/host/role-name.ts
var LONGEST_ROLE = 64;
var HASH_DIGITS = 16;
/**
* The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name includes the region. The
* limit is 128 characters and it has at most 110, so a template can compose it, too.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
*/
function profileName(service, region) {
	return `docker-to-ec2.${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)}.${region}`;
}
/**
* The action's role for that profile, with the same name. A role's limit is 64 characters: a longer name is cut and ends in two dots and a hash,
* like no other name.
*/
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
}



/***/ }),

/***/ 4786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ wantedNames),
/* harmony export */   i: () => (/* binding */ planNames),
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   o: () => (/* binding */ markerSet),
/* harmony export */   r: () => (/* binding */ ownerOf),
/* harmony export */   t: () => (/* binding */ waitForState)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2625);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8446);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);





// src/domain/dns/marker.ts
/** The parent label of all markers of a zone, so that one request lists them. No host name contains an underscore. */
var ROOT = "_docker-to-ec2";
var TTL = 300;
/** The parent name of a zone's markers. */
function markersOf(zone) {
	return `${ROOT}.${zone.name}`;
}
/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` with the name as its value. */
function markerSet({ service, region }, name, zone) {
	return {
		name: [
			(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(name).digest("hex").slice(0, 16),
			service.name,
			service.environment,
			region,
			markersOf(zone)
		].join("."),
		type: "TXT",
		ttl: TTL,
		values: [JSON.stringify(name)],
		routed: false
	};
}
/** The markers among the sets of a zone. */
function markersIn(sets, zone) {
	return sets.flatMap((set) => markerIn(set, zone) ?? []);
}
function markerIn(set, zone) {
	const below = `.${markersOf(zone)}`;
	if (set.type !== "TXT" || !set.name.endsWith(below)) return void 0;
	const [, name = "", environment = "", region = ""] = set.name.slice(0, -below.length).split(".");
	return {
		set,
		owner: {
			service: {
				name,
				environment
			},
			region
		},
		name: (set.values[0] ?? "").replaceAll("\"", "")
	};
}
/** Whether this owner created the record beside a marker. */
function isOwnedBy({ owner }, { service, region }) {
	return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment;
}
/** Such as `web (production) in us-east-1`. */
function ownerWords({ service, region }) {
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)} in ${region}`;
}
// src/domain/dns/plan-zone.ts
/** The steps for a zone. They never change a record that this action did not create. */
function planZone(seen, wanted) {
	const markers = markersIn(seen.sets, seen.zone);
	const decided = seen.names.map((name) => stepFor(name, seen, {
		...wanted,
		markers
	}));
	const own = markers.filter((marker) => isOwnedBy(marker, wanted.owner) && !seen.names.includes(marker.name));
	return {
		steps: [...decided.filter((one) => "action" in one), ...own.map((marker) => formerStep(marker, seen, wanted))],
		refusals: decided.filter((one) => "reason" in one)
	};
}
function stepFor(name, { zone, sets }, wanted) {
	const { owner, to, proxied, markers } = wanted;
	const about = markers.filter((marker) => marker.name === name);
	const other = about.find((marker) => !isOwnedBy(marker, owner));
	if (other) return refuseOthers(name, zone, other);
	const leading = sets.filter((set) => set.name === name && [
		"A",
		"AAAA",
		"CNAME"
	].includes(set.type));
	const owned = ownedSets(leading, about);
	const foreign = leading.find((set) => set !== owned.address);
	if (foreign === void 0) return {
		action: actionFor(owned, to),
		name,
		zone,
		to,
		owned
	};
	if (proxied || leading.length === 1 && leadsTo(foreign, to)) return {
		action: "leave",
		name,
		zone,
		there: foreign
	};
	return refuseForeign(name, zone, foreign);
}
function ownedSets(leading, [marker]) {
	return {
		address: marker && leading.find(_start_js__WEBPACK_IMPORTED_MODULE_0__.j),
		marker: marker?.set
	};
}
function actionFor({ address, marker }, to) {
	if (address === void 0) return "create";
	return marker !== void 0 && leadsTo(address, to) ? "keep" : "change";
}
function leadsTo(set, { addresses, pending }) {
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.j)(set) || pending > 0) return false;
	return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address));
}
/**
* What happens to a name that the service had in this zone, and no longer has. If the name is still wanted, it may depend on this record alone,
* whichever zone it belongs to now: so the record stays.
*/
function formerStep({ name, set }, { zone, sets }, { names, to, byHand }) {
	const address = sets.find((one) => one.name === name && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.j)(one));
	const owned = {
		address,
		marker: set
	};
	if (address === void 0 || !names.includes(name)) return {
		action: "remove",
		name,
		zone,
		owned
	};
	if (byHand) return {
		action: "keep",
		name,
		zone,
		owned,
		to: {
			addresses: address.values,
			pending: 0
		}
	};
	return {
		action: actionFor(owned, to),
		name,
		zone,
		owned,
		to
	};
}
function refuseOthers(name, zone, { owner }) {
	return {
		reason: `${name} in the hosted zone ${zone.id} belongs to ${ownerWords(owner)}`,
		hint: `Remove ${name} from domains there, destroy that service, or give this one another name. If both are on one host and this one has a path-prefix, set hosted-zone-id: none here: the record serves both.`
	};
}
function refuseForeign(name, zone, there) {
	return {
		reason: `${name} in the hosted zone ${zone.id} has a record that this action did not create: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.M)(there)}`,
		hint: `Delete that record, or remove ${name} from domains. If it resolves to a balancer or CDN in front of the host, name that in trusted-proxies. hosted-zone-id: none leaves all records to you.`
	};
}
// src/domain/dns/zone.ts
/**
* The zone of a name: the candidate with the longest name. `named`: the candidates come from the input hosted-zone-id. Otherwise
* only public zones count, because nobody outside of a VPC sees the others.
*/
function zoneFor(name, zones, { named }) {
	const candidates = zones.filter((zone) => (named || !zone.isPrivate) && liesIn(name, zone));
	const longest = Math.max(...candidates.map((zone) => zone.name.length));
	const [zone, ...others] = candidates.filter((candidate) => candidate.name.length === longest);
	if (zone === void 0) return { kind: "elsewhere" };
	return others.length === 0 ? {
		kind: "zone",
		zone
	} : refuseSeveral(name, [zone, ...others]);
}
/** `zoneFor` each of the names. */
function placeNames(names, zones, how) {
	const placed = names.map((name) => ({
		name,
		choice: zoneFor(name, zones, how)
	}));
	return {
		zoned: placed.flatMap(({ name, choice }) => choice.kind === "zone" ? [{
			name,
			zone: choice.zone
		}] : []),
		elsewhere: placed.flatMap(({ name, choice }) => choice.kind === "elsewhere" ? [name] : []),
		refusals: placed.flatMap(({ choice }) => choice.kind === "refuse" ? [choice] : [])
	};
}
function liesIn(name, zone) {
	return name === zone.name || name.endsWith(`.${zone.name}`);
}
function refuseSeveral(name, zones) {
	const ids = zones.map(({ id }) => id);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`domains: ${name} is in ${zones.length} hosted zones named ${zones[0]?.name ?? ""}: ${ids.join(", ")}`, `Set hosted-zone-id to the one whose name servers are registered for the domain.`);
}
// src/steps/dns/plan-names.ts
/** The names of a release that replaces the recorded one. */
function wantedNames(spec, record, to) {
	return {
		...(0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec),
		had: record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(record.route) : [],
		to,
		record
	};
}
var NO_NAMES = {
	steps: [],
	refusals: []
};
/** Plans the wanted names, and those that the service had. Asks Route 53 only if there are any. */
async function planNames(ctx, wanted) {
	const before = wanted.record?.zones ?? [];
	if (wanted.names.length + wanted.had.length + before.length === 0) return NO_NAMES;
	const zones = await zonesOf(ctx, wanted);
	if ("kind" in zones) return {
		steps: [],
		refusals: [zones]
	};
	const how = { named: ctx.config.zoneIds !== void 0 };
	const placed = placeNames(wanted.names, zones, how);
	const { elsewhere } = placed;
	if (how.named && zones.length > 0 && elsewhere.length > 0 && elsewhere.length === wanted.names.length) return {
		steps: [],
		refusals: [refuseOtherZones(elsewhere, zones)]
	};
	const others = [...placeNames(wanted.had, zones, how).zoned.map(({ zone }) => zone), ...await zonesBefore(ctx, before, zones)];
	const seen = await Promise.all(byZone(placed.zoned, others).map((one) => seenZone(ctx, one)));
	const goal = {
		...wanted,
		byHand: ctx.config.zoneIds?.includes("none") === true,
		owner: ownerOf(ctx)
	};
	return joined(seen.map((one) => planZone(one, goal)), placed, wanted.to);
}
/** The plans of all zones, plus the names without a zone, unless a record in another zone stays. */
function joined(plans, { elsewhere, refusals }, to) {
	const steps = plans.flatMap((plan) => plan.steps);
	const nowhere = elsewhere.filter((name) => !steps.some((step) => step.name === name && step.action !== "remove"));
	return {
		steps: [...steps, ...nowhere.map((name) => ({
			action: "elsewhere",
			name,
			to
		}))],
		refusals: [...refusals, ...plans.flatMap((plan) => plan.refusals)]
	};
}
/** The owner in this run's markers. */
function ownerOf({ config }) {
	return {
		service: config.service,
		region: config.region
	};
}
/** The zones that the inputs name, or all of the account; empty if the role cannot list them. */
async function zonesOf(ctx, { names, had }) {
	const { zoneIds } = ctx.config;
	if (zoneIds !== void 0) return namedZones(ctx, zoneIds);
	if (names.length + had.length === 0) return [];
	const zones = await ctx.zones.list();
	if (zones !== "denied") return zones;
	if (names.length === 0) return [];
	ctx.progress.info("The role of this run may not list hosted zones (route53:ListHostedZones), so the records of domains are up to you. The parameters HostedZoneId and Names of docs/iam/setup.yaml let the action create them.");
	return [];
}
async function namedZones({ zones }, ids) {
	const wanted = ids.filter((id) => id !== "none");
	const found = await Promise.all(wanted.map((id) => zones.get(id)));
	const missing = wanted.filter((_, at) => found[at] === void 0);
	if (missing.length === 0) return found.filter((zone) => zone !== void 0);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`hosted-zone-id: Route 53 knows no hosted zone ${missing.join(", ")} in this account`, "Correct the id, or leave hosted-zone-id out to find the zone by its name.");
}
/** The zones of `hosted-zone-id` must contain the names. */
function refuseOtherZones(names, zones) {
	const words = zones.map(({ name, id }) => `${name} (${id})`);
	return {
		reason: `hosted-zone-id: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not in ${words.join(" or ")}`,
		hint: "Correct the id, leave hosted-zone-id out to find the zone by its name, or set it to none to create the records yourself."
	};
}
/** The zones that have contained the service's records and still exist. */
async function zonesBefore({ zones }, ids, known) {
	return (await Promise.all(ids.map(async (id) => known.find((zone) => zone.id === id) ?? zones.get(id)))).filter((zone) => zone !== void 0);
}
/** Each zone once, with its names. */
function byZone(zoned, others) {
	return [...new Map([...others, ...zoned.map(({ zone }) => zone)].map((zone) => [zone.id, zone])).values()].map((zone) => ({
		zone,
		names: zoned.flatMap((one) => one.zone.id === zone.id ? [one.name] : [])
	}));
}
/** A role may see a zone, but not its records: then somebody else manages them. */
async function seenZone(ctx, zone) {
	try {
		return await setsInZone(ctx, zone);
	} catch (error) {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error)) throw error;
		const hint = `${error.hint ?? ""} Or set hosted-zone-id: none to manage the records of domains yourself.`;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr(error.code, error.message, {
			hint,
			cause: error
		});
	}
}
/** The service's markers show which names it had. */
async function setsInZone(ctx, { zone, names }) {
	const markers = await ctx.zones.setsBelow(zone, markersOf(zone));
	const had = markersIn(markers, zone).flatMap((marker) => isOwnedBy(marker, ownerOf(ctx)) ? [marker.name] : []);
	return {
		zone,
		names,
		sets: [...await ctx.zones.setsAt(zone, [.../* @__PURE__ */ new Set([...names, ...had])]), ...markers]
	};
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all hosts. Stops at once if waiting cannot help. */
function waitForAgents(ctx, hosts) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_3__.t)({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_4__.t)(silent.map(({ host }) => host.id))} to come online`, since),
		onLimit: ([first]) => unreachable(ctx, first)
	});
}
async function lookAtAgents(ctx, hosts) {
	const agents = await ctx.remote.agents(hosts.map(({ id }) => id));
	const [first, ...others] = hosts.map((host, at) => ({
		host,
		agent: agents[at] ?? { kind: "unknown" }
	})).filter(isSilent);
	if (first === void 0) return { ended: void 0 };
	const hopeless = [first, ...others].find(({ host }) => host.instanceProfile === void 0);
	return hopeless ? unreachable(ctx, hopeless) : { waiting: [first, ...others] };
}
function isSilent({ agent }) {
	return agent.kind !== "online";
}
async function unreachable(ctx, { host, agent }) {
	const current = await ctx.hosts.get(host.id) ?? host;
	const { reason, hint } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		host: current,
		agent
	});
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/steps/hosts/wait-for-state.ts
/** Waits for up to `host-timeout`. A terminated host reaches no other state. */
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what, hint = "Raise host-timeout, or look at the instance in the EC2 console." } = awaited;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_3__.t)({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint });
		}
	});
}
async function lookAtState({ hosts }, id, { reached, what }) {
	const state = await hosts.state(id);
	if (reached(state)) return { ended: void 0 };
	if ((state === "terminated" || state === "shutting-down") && !reached("terminated")) throw terminated(id, what);
	return { waiting: state };
}
function terminated(id, what) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("host-terminated", `${id} was terminated while this run waited for it ${what}`, { hint: "Look at its state transition reason in the EC2 console. Run this again to launch a new one." });
}



/***/ })

};
;