"use strict";
exports.id = 7498;
exports.ids = [7498];
exports.modules = {

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ diagnoseAgent)
/* harmony export */ });
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

/***/ 7498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9734);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4678);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5933);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(518);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9148);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(890);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4408);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1236);









// src/domain/cause/checkup.ts
/** What the doctor looks at, in the order of its table. */
const AREAS = [
	"Identity",
	"GitHub",
	"Network",
	"Machine",
	"Host role",
	"Registry",
	"Record",
	"Hosts",
	"DNS",
	"Certificates"
];
function ok(area, detail) {
	return {
		area,
		state: "ok",
		detail
	};
}
function warning(area, detail, fix) {
	return {
		area,
		state: "warning",
		detail,
		fix
	};
}
function failed(area, detail, fix) {
	return {
		area,
		state: "failed",
		detail,
		fix
	};
}
/** In the order of the areas. */
function sortedChecks(checks) {
	return checks.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
}
// src/report/pages/checkup.ts
/** One row for each check. Red if one of them failed. */
function checkupReport({ service }, checks) {
	const bad = checks.filter(({ state }) => state === "failed");
	const words = bad.length === 0 ? `all ${checks.length} checks passed` : `${bad.length} of ${checks.length} checks failed`;
	return {
		outcome: bad.length === 0 ? "reported" : "failed",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_6__.i)(service)}: ${words}`,
		outputs: {
			checks: JSON.stringify(checks),
			...bad.length > 0 && { cause: "unhealthy-setup" }
		},
		facts: [],
		checks,
		...bad.length > 0 && { failure: failureOf(bad) }
	};
}
function failureOf(bad) {
	return {
		cause: "unhealthy-setup",
		sentence: ["Something that a deploy needs is wrong:", ...bad.map((check) => `${check.area}: ${check.detail}${"fix" in check ? ` ${check.fix}` : ""}`)].join("\n"),
		hint: "Fix what failed, and run this again.",
		evidence: void 0
	};
}
// src/steps/checkup/account.ts
/** A run gets here only with credentials that AWS accepts. */
async function lookAtIdentity({ config, accountId }) {
	const { role, region } = config;
	return [ok("Identity", `account ${accountId}, ${region}, ${role === void 0 ? "with the credentials of the job" : `by ${role.arn}`}`)];
}
async function lookAtGithub({ config, commits }) {
	const { commit } = config.job;
	if (await commits.compare(commit, commit) !== void 0) return [ok("GitHub", "the token reads the commits of the repository")];
	return [warning("GitHub", "GitHub does not tell about the commits of the repository, so nothing holds back an older commit", "Give the job `permissions: contents: read`, and leave github-token as it is.")];
}
async function lookAtNetwork({ config, networks, vpcs }) {
	const subnets = await networks.subnets(config.host.subnetIds);
	const closed = await vpcs.withoutWayOut(subnets);
	if (closed.length > 0) return [warning("Network", `no route leads from ${closed.join(", ")} to the internet`, "Add a route to an internet gateway or NAT gateway, or VPC endpoints for ssm, ssmmessages, ec2messages, ecr.api, ecr.dkr and s3.")];
	return [ok("Network", `${subnets.map(({ id, zone }) => `${id} (${zone})`).join(", ")} in ${[...new Set(subnets.map(({ vpcId }) => vpcId))].join(", ")}`)];
}
async function lookAtMachine(ctx) {
	const { ami, instanceType } = ctx.config.host;
	const architecture = await ctx.catalog.architectureOf(instanceType);
	const image = await imageOf(ctx, ami, architecture);
	if (image.architecture === architecture) return [ok("Machine", `${instanceType} with ${image.id}, ${architecture}`)];
	return [failed("Machine", `${image.id} is for ${image.architecture}, but ${instanceType} is ${architecture}`, "Leave the input ami empty, or choose ami and instance-type with the same architecture.")];
}
async function imageOf({ catalog }, ami, architecture) {
	if (ami === void 0) return {
		id: await catalog.defaultAmi(architecture),
		architecture
	};
	return {
		id: ami,
		architecture: (await catalog.describeAmi(ami)).architecture
	};
}
async function lookAtHostRole({ config, hostRoles }) {
	const { instanceProfile } = config.host;
	if (instanceProfile !== void 0) return [ok("Host role", `new hosts get ${instanceProfile}`)];
	const profile = await hostRoles.find(config.service, config.region);
	if (profile !== void 0) return [ok("Host role", `new hosts get ${profile}`)];
	return [warning("Host role", "there is no role for hosts yet, so a deploy has to create it", "Deploy docs/iam/setup.yaml, whose stack has the role, or let the role of this run create roles (docs/permissions.md).")];
}
async function lookAtRegistry({ config, repositories }) {
	const { repository } = config.image;
	const [{ registry }, found] = await Promise.all([repositories.credentials(), repositories.find(repository, "none")]);
	if (found.kind === "no-repository") return [ok("Registry", `the first deploy creates ${registry}/${repository}`)];
	await repositories.assertOwn(repository);
	return [ok("Registry", `${registry}/${repository}`)];
}
async function lookAtRecord({ config, records, clock }) {
	const record = await records.read(config.service);
	const freeze = (0,_freeze_js__WEBPACK_IMPORTED_MODULE_0__.r)(record, clock.now());
	if (freeze !== void 0) return [warning("Record", `frozen: ${(0,_freeze_js__WEBPACK_IMPORTED_MODULE_0__.i)(freeze)}`, "Run command: unfreeze when deploys may go on.")];
	return [ok("Record", record === void 0 ? "nothing is deployed yet" : `${record.release} is recorded as live`)];
}
// src/steps/checkup/examine.ts
/** What an examination found. What it could not look at has failed: the error says why, and what helps. */
async function examine(ctx, { area, look }) {
	try {
		return await look(ctx);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		return [failed(area, error.message, error.hint ?? `See the cause ${error.code} in docs/causes.md.`)];
	}
}
// src/steps/checkup/hosts.ts
/** The proxy renews a certificate when a third of its time is left, so one that is closer to its end was not renewed. */
const SOON_MS = 12096e5;
/** Hosts and what runs on them, their names and their certificates. */
async function lookAtHosts(ctx) {
	const hosts = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.a)(ctx);
	if (hosts.length === 0) return [ok("Hosts", "there is none yet: the first deploy launches it")];
	const awake = hosts.filter((host) => !isIntended(host, ctx.config.schedule, ctx.clock.now()));
	const [agents, names] = await Promise.all([lookAtAgents(ctx, hosts), awake.length === 0 ? [] : lookAtNames(ctx, hosts)]);
	const reached = awake.length > 0 && agents.some(({ state }) => state === "ok") ? await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, awake) : [];
	return [
		...agents,
		...names,
		...reached.flatMap((one) => [...findingsOf(one), ...certificatesOf(ctx, one)])
	];
}
async function lookAtAgents({ remote, config, clock }, hosts) {
	const agents = await remote.agents(hosts.map(({ id }) => id));
	return hosts.map((host, at) => {
		const agent = agents[at] ?? { kind: "unknown" };
		if (agent.kind === "online" && host.state === "running") return ok("Hosts", `${host.id} runs, and SSM reaches it`);
		if (isIntended(host, config.schedule, clock.now())) return ok("Hosts", `${host.id} is ${host.state}, as its schedule says`);
		const { reason, hint } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_7__.t)({
			host,
			agent
		});
		return failed("Hosts", reason, hint);
	});
}
async function lookAtNames(ctx, hosts) {
	const record = await ctx.records.read(ctx.config.service);
	const to = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_2__.s)(hosts);
	return Promise.all((record ? (0,_volumes_js__WEBPACK_IMPORTED_MODULE_3__.u)(record.route) : []).map((name) => lookAtName(ctx, name, to)));
}
async function lookAtName({ lookups }, name, to) {
	const found = await lookups.addresses(name);
	if (found.kind === "unknown") return warning("DNS", `${name} was not looked up: ${found.reason}`, "Let the runner reach DNS servers.");
	const reach = (0,_reach_js__WEBPACK_IMPORTED_MODULE_8__.t)(found.addresses, to, { proxied: false });
	const words = `${name} ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_8__.n)(reach)}`;
	if (reach.kind === "here") return ok("DNS", words);
	const fix = `Create this record: ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_8__.r)(name, to)}.`;
	return reach.kind === "nowhere" ? failed("DNS", words, fix) : warning("DNS", words, `${fix} If a balancer or CDN is in front, all is well.`);
}
function isIntended({ state }, schedule, now) {
	return schedule !== void 0 && !(0,_schedule_js__WEBPACK_IMPORTED_MODULE_4__.r)(schedule, now) && (state === "stopped" || state === "stopping");
}
/** What a host says about itself, and why one says nothing. */
function findingsOf({ host, silent, findings }) {
	const found = findings.map(({ detail, hint, fatal }) => (fatal ? failed : warning)("Hosts", `${host.id}: ${detail}`, hint));
	if (silent === void 0 || silent.hides === "nothing") return found;
	return [...found, failed("Hosts", `${host.id}: ${silent.reason}`, "Look at the host: its agent, its disk, and Docker on it.")];
}
function certificatesOf({ clock }, { host, status }) {
	const { certificates = [] } = typeof status === "string" ? {} : status;
	return certificates.map(({ name, expires }) => {
		if (expires === null) return failed("Certificates", `${host.id} has none for ${name}`, "Deploy again, and read the message of the authority in docs/causes.md#certificate-failed.");
		const until = (/* @__PURE__ */ new Date(expires * 1e3)).toISOString().slice(0, 10);
		if (expires * 1e3 - clock.now() > SOON_MS) return ok("Certificates", `${name} until ${until}`);
		return failed("Certificates", `${name} ends on ${until}, and was not renewed`, "Let ports 80 and 443 of the host be reached by the authority, or replace your own certificate.");
	});
}
// src/commands/read/doctor.ts
const EXAMINATIONS = [
	{
		area: "Identity",
		look: lookAtIdentity
	},
	{
		area: "GitHub",
		look: lookAtGithub
	},
	{
		area: "Network",
		look: lookAtNetwork
	},
	{
		area: "Machine",
		look: lookAtMachine
	},
	{
		area: "Host role",
		look: lookAtHostRole
	},
	{
		area: "Registry",
		look: lookAtRegistry
	},
	{
		area: "Record",
		look: lookAtRecord
	},
	{
		area: "Hosts",
		look: lookAtHosts
	}
];
/** Looks at all that a deploy needs, and says what is wrong with it. Changes nothing. */
async function doctor(ctx) {
	const found = await ctx.progress.step("Examine", () => Promise.all(EXAMINATIONS.map((one) => examine(ctx, one))));
	return checkupReport(ctx.config, sortedChecks(found.flat()));
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9734);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6723);





// src/steps/orders/query-status.ts
/** Asks all hosts in SSM's reach with one command. */
async function queryStatus(ctx, hosts) {
	const agents = await agentsOf(ctx, hosts);
	const online = hosts.flatMap(({ id, state }) => state === "running" && agents.get(id)?.kind === "online" ? [id] : []);
	const answers = online.length === 0 ? [] : await ask(ctx, online);
	return hosts.map((host) => {
		const answer = answers.find(({ hostId }) => hostId === host.id);
		if (answer !== void 0) return statusOf(ctx, host, answer.result);
		return unheard(host, host.state === "running" ? "SSM cannot reach the host" : `the host is ${host.state}`, agents.get(host.id)?.kind === "unknown" ? "nothing" : "all");
	});
}
/** Only hosts that are running or starting. */
async function agentsOf({ remote }, hosts) {
	const ids = hosts.flatMap(({ id, state }) => state === "running" || state === "pending" ? [id] : []);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_2__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_0__.o
	});
}
function unheard(host, reason, hides = "all") {
	return {
		host,
		status: reason,
		others: [],
		silent: {
			reason,
			hides
		},
		findings: []
	};
}
function statusOf({ config }, host, result) {
	if (!result) return unheard(host, "the host did not answer");
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.m)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_4__.a),
		findings: findings ?? [],
		...silent && { silent }
	};
}
function silenceOf({ docker, others }) {
	if (others === void 0) return {
		reason: "its program does not say which services are on it",
		hides: "all"
	};
	return docker === "" ? {
		reason: "Docker does not answer on the host",
		hides: "data"
	} : void 0;
}



/***/ }),

/***/ 518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ reachWords),
/* harmony export */   r: () => (/* binding */ recordToMake),
/* harmony export */   t: () => (/* binding */ reachOf)
/* harmony export */ });
// src/domain/dns/reach.ts
/** `proxied`: a load balancer or CDN may be in front of the hosts. */
function reachOf(addresses, to, { proxied }) {
	const [first] = addresses;
	if (first === void 0) return { kind: "nowhere" };
	if (addresses.every((address) => to.addresses.includes(address))) return { kind: "here" };
	return {
		kind: proxied ? "by-proxy" : "elsewhere",
		addresses
	};
}
/** Such as `resolves to 198.51.100.1, not only to this service`. */
function reachWords(reach) {
	switch (reach.kind) {
		case "here": return "resolves to the hosts";
		case "by-proxy": return `resolves to ${reach.addresses.join(", ")}, which trusted-proxies allows`;
		case "nowhere": return "does not resolve";
		case "elsewhere": return `resolves to ${reach.addresses.join(", ")}, not only to this service`;
	}
}
/** The missing record, with the fields of a DNS provider's form. */
function recordToMake(name, { addresses }) {
	return addresses.map((address) => `name ${name}, type A, value ${address}, TTL 60`).join("; ");
}



/***/ })

};
;