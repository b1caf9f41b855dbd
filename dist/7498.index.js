"use strict";
exports.id = 7498;
exports.ids = [7498,2625];
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

/***/ 7498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7457);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3706);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(518);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9148);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1236);







// src/report/pages/checkup.ts
/** One row for each check. Red if one of them failed. */
function checkupReport({ service }, checks) {
	const bad = checks.filter(({ state }) => state === "failed");
	const words = bad.length === 0 ? `all ${checks.length} checks passed` : `${bad.length} of ${checks.length} checks failed`;
	return {
		outcome: bad.length === 0 ? "reported" : "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.hr)(service)}: ${words}`,
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
	const by = role === void 0 ? "with the credentials of the job" : `by ${role.arn}`;
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Identity", `account ${accountId}, ${region}, ${by}`)];
}
async function lookAtGithub({ config, commits }) {
	const { commit } = config.job;
	if (await commits.compare(commit, commit) !== void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("GitHub", "the token reads the commits of the repository")];
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("GitHub", "GitHub did not return the commits of the repository, so the action cannot refuse an older commit", "Give the job `permissions: contents: read`, and leave github-token as it is.")];
}
async function lookAtNetwork({ config, networks, vpcs }) {
	const subnets = await networks.subnets(config.host.subnetIds);
	const closed = await vpcs.withoutWayOut(subnets);
	if (closed.length > 0) {
		const detail = `no route leads from ${closed.join(", ")} to the internet`;
		return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Network", detail, "Add a route to an internet gateway or NAT gateway, or VPC endpoints for ssm, ssmmessages, ec2messages, ecr.api, ecr.dkr and s3.")];
	}
	const places = subnets.map(({ id, zone }) => `${id} (${zone})`).join(", ");
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Network", `${places} in ${[...new Set(subnets.map(({ vpcId }) => vpcId))].join(", ")}`)];
}
async function lookAtMachine(ctx) {
	const { ami, instanceType } = ctx.config.host;
	const architecture = await ctx.catalog.architectureOf(instanceType);
	const image = await imageOf(ctx, ami, architecture);
	if (image.architecture === architecture) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Machine", `${instanceType} with ${image.id}, ${architecture}`)];
	const detail = `${image.id} is for ${image.architecture}, but ${instanceType} is ${architecture}`;
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Machine", detail, "Leave the input ami empty, or choose ami and instance-type with the same architecture.")];
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
	if (instanceProfile !== void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Host role", `new hosts get ${instanceProfile}`)];
	const profile = await hostRoles.find(config.service, config.region);
	if (profile !== void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Host role", `new hosts get ${profile}`)];
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Host role", "there is no role for hosts yet, so a deploy has to create it", "Deploy docs/iam/setup.yaml, whose stack has the role, or let the role of this run create roles (docs/permissions.md).")];
}
async function lookAtRegistry({ config, repositories }) {
	const { repository } = config.image;
	const [{ registry }, found] = await Promise.all([repositories.credentials(), repositories.find(repository, "none")]);
	if (found.kind === "no-repository") return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Registry", `the first deploy creates ${registry}/${repository}`)];
	await repositories.assertOwn(repository);
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Registry", `${registry}/${repository}`)];
}
async function lookAtRecord({ config, records, clock }) {
	const record = await records.read(config.service);
	const freeze = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__["in"])(record, clock.now());
	if (freeze !== void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Record", `frozen: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.an)(freeze)}`, "Run command: unfreeze when deploys may go on.")];
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Record", record === void 0 ? "nothing is deployed yet" : `${record.release} is recorded as live`)];
}
// src/steps/checkup/examine.ts
/** What an examination found. What it could not look at has failed: the error says why, and what helps. */
async function examine(ctx, { area, look }) {
	try {
		return await look(ctx);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)(area, error.message, error.hint ?? `See the cause ${error.code} in docs/causes.md.`)];
	}
}
// src/domain/checkup/environment-rules.ts
/** Patterns that let nearly every branch deploy. */
var ANYTHING = /^\*+(\/\*+)*$/;
/** Who can deploy to the environment. `rules` is `undefined` if GitHub has no such environment. */
function checkEnvironment(name, rules) {
	if (rules === void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Environment", `the repository has no environment ${name}, so no rule limits who deploys to it`, `Create it under Settings > Environments, with the branches that can deploy, and name it in the job: environment: ${name}.`)];
	return [checkBranches(name, rules.branches), checkReviewers(name, rules)];
}
function checkBranches(name, rule) {
	const fix = `Choose the branches and tags that can deploy under Settings > Environments > ${name} > Deployment branches and tags.`;
	if (rule.kind === "all") return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Environment", `every branch can deploy to ${name}, and take the role that trusts it`, fix);
	if (rule.kind === "protected") {
		if (!rule.none) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Environment", `protected branches can deploy to ${name}`);
		return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Environment", `protected branches can deploy to ${name}, but the repository protects none, so every branch can`, fix);
	}
	if (rule.patterns.length === 0) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Environment", `no branch and no tag can deploy to ${name}`, fix);
	const wide = rule.patterns.find((pattern) => ANYTHING.test(pattern));
	if (wide !== void 0) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Environment", `the rule ${wide} lets nearly every branch deploy to ${name}`, fix);
	return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Environment", `${rule.patterns.join(", ")} can deploy to ${name}`);
}
/** Reviewers are a choice, so a missing one is no fault. */
function checkReviewers(name, { reviewers, selfReview, waitMinutes }) {
	const wait = waitMinutes > 0 ? `, after ${waitMinutes} minutes` : "";
	if (reviewers.length === 0) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Environment", `a deploy to ${name} starts without an approval${wait}`);
	const self = selfReview ? ", also those who started it" : "";
	return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Environment", `a deploy to ${name} waits for an approval by ${reviewers.join(" or ")}${self}${wait}`);
}
// src/steps/checkup/environment.ts
/** The rules of the GitHub environment with the service's name: who can deploy, and from which branches. */
async function lookAtEnvironment({ config, environments }) {
	const { environment } = config.service;
	try {
		return checkEnvironment(environment, await environments.rules(environment));
	} catch (error) {
		const detail = `GitHub did not return the rules of the environment ${environment}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`;
		const fix = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr ? error.hint : void 0;
		return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Environment", detail, `${fix ?? "Leave github-token as it is."} Or look under Settings > Environments.`)];
	}
}
// src/domain/checkup/rights.ts
var PUSH = [
	"BatchCheckLayerAvailability",
	"InitiateLayerUpload",
	"UploadLayerPart",
	"CompleteLayerUpload",
	"PutImage"
];
/** An id for the rights to a host before there is one. */
var ANY_HOST = "i-00000000000000000";
/** What a deploy changes outside of EC2, whose own dry runs tell more. Not in here: what it only does without a stack of docs/iam/setup.yaml. */
function rightsToChange(deploying) {
	const { service, region, accountId, repository } = deploying;
	const arn = (what, resource) => `arn:${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ut)(region)}:${what}:${region}:${accountId}:${resource}`;
	const own = [(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Sr)(service), (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.vr)(service)].map((name) => arn("ssm", `parameter${name}`));
	const image = arn("ecr", `repository/${repository.name}`);
	return [
		...own.map((resource) => ({
			action: "ssm:PutParameter",
			resource,
			context: {}
		})),
		...rightsToSend(deploying),
		...[...PUSH, ...repository.exists ? [] : ["CreateRepository"]].map((name) => ({
			action: `ecr:${name}`,
			resource: image,
			context: {}
		})),
		...rightsToName(deploying)
	];
}
/** Both condition keys of a host's tags: policies use either. */
function rightsToSend({ service, region, accountId, hostIds }) {
	const action = "ssm:SendCommand";
	const partition = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ut)(region);
	const tags = Object.entries((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.kr)(service)).flatMap(([key, value]) => ["ssm:resourceTag", "aws:ResourceTag"].map((prefix) => [`${prefix}/${key}`, [value]]));
	const hosts = hostIds.length > 0 ? hostIds : [ANY_HOST];
	return [{
		action,
		resource: `arn:${partition}:ssm:${region}::document/AWS-RunShellScript`,
		context: {}
	}, ...hosts.map((id) => ({
		action,
		resource: `arn:${partition}:ec2:${region}:${accountId}:instance/${id}`,
		context: Object.fromEntries(tags)
	}))];
}
function rightsToName({ region, zoneIds, names }) {
	const action = "route53:ChangeResourceRecordSets";
	if (names.length === 0) return [];
	const context = {
		[`${action}NormalizedRecordNames`]: names.map((name) => name.replace("*", String.raw`\052`)),
		[`${action}RecordTypes`]: ["A", "TXT"],
		[`${action}Actions`]: ["CREATE", "DELETE"]
	};
	return zoneIds.map((id) => ({
		action,
		resource: `arn:${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ut)(region)}:route53:::hostedzone/${id}`,
		context
	}));
}
/** A row for all that is allowed, for each refused action, and for each reason why nothing tells. */
function checkRights(verdicts) {
	const of = (kind) => verdicts.filter((one) => one.kind === kind);
	const allowed = of("allowed").filter(({ action }) => verdicts.every((one) => one.action !== action || one.kind === "allowed"));
	const refused = Map.groupBy(of("refused"), ({ action }) => action);
	const untold = Map.groupBy(of("unknown"), (one) => "reason" in one ? one.reason : "");
	return [
		...allowed.length > 0 ? [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Permissions", `AWS would allow ${actionsOf(allowed)}`)] : [],
		...[...refused].map(([action, [first]]) => (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Permissions", `AWS would refuse ${action}${first !== void 0 && "reason" in first ? `: ${first.reason}` : ""}`, `Allow ${action} in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.`)),
		...[...untold].map(([reason, some]) => (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Permissions", `whether AWS allows ${actionsOf(some)} is not known: ${reason}`, FIX_UNKNOWN))
	];
}
var FIX_UNKNOWN = "Compare the runner's role with docs/iam/setup.yaml, whose stack also lets it ask IAM about itself (iam:SimulatePrincipalPolicy). Otherwise the next deploy shows it.";
function actionsOf(verdicts) {
	return [...new Set(verdicts.map(({ action }) => action))].join(", ");
}
// src/steps/checkup/permissions.ts
/** What the run's role can change: by dry runs of EC2, and by IAM's simulation. */
async function lookAtPermissions(ctx) {
	const [tried, simulated] = await Promise.all([orUnknown$1("ec2:RunInstances", tryHosts(ctx)), orUnknown$1("ssm:SendCommand", simulate(ctx))]);
	return checkRights([...tried, ...simulated]);
}
/** What a request would be made of could not be read. Another row says so, and how to fix it. */
async function orUnknown$1(action, verdicts) {
	try {
		return await verdicts;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		return [{
			action,
			kind: "unknown",
			reason: error.message
		}];
	}
}
/** A service on a named host launches nothing. */
async function tryHosts(ctx) {
	const { config, networks, permissions } = ctx;
	const { instanceId, subnetIds, securityGroupIds, ports, elasticIp } = config.host;
	if (instanceId !== void 0) return [];
	const [subnet] = await networks.subnets(subnetIds);
	const vpcId = subnet?.vpcId;
	const own = securityGroupIds.length > 0 ? void 0 : await networks.own(config.service, {
		vpcId,
		ports
	});
	const group = own?.securityGroup?.id;
	const creates = own !== void 0 && group === void 0 && vpcId !== void 0;
	return Promise.all([
		tryLaunch(ctx, subnet?.id ?? "", group === void 0 ? securityGroupIds : [group]),
		...creates ? [permissions.createSecurityGroup(config.service, vpcId)] : [],
		...elasticIp ? [permissions.allocateAddress(config.service)] : []
	]);
}
/** EC2 judges a launch as a whole, so it cannot before these exist. */
async function tryLaunch(ctx, subnetId, securityGroupIds) {
	const { config, hostRoles, permissions } = ctx;
	const instanceProfile = config.host.instanceProfile ?? await hostRoles.find(config.service, config.region);
	const missing = [...instanceProfile === void 0 ? ["role for hosts"] : [], ...securityGroupIds.length === 0 ? ["security group"] : []];
	if (instanceProfile === void 0 || missing.length > 0) return {
		action: "ec2:RunInstances",
		kind: "unknown",
		reason: `EC2 cannot judge a launch, because there is no ${missing.join(" and no ")} yet`
	};
	const { service, instanceType, volumeGiB, capacity } = config.host;
	const image = await (0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx);
	return permissions.launch({
		service,
		instanceType,
		volumeGiB,
		instanceProfile,
		subnetId,
		securityGroupIds,
		...image,
		hopLimit: (0,_launch_js__WEBPACK_IMPORTED_MODULE_2__.a)(config.spec),
		replaces: void 0,
		spot: capacity === "spot"
	});
}
async function simulate(ctx) {
	const { config, accountId, repositories, records, permissions } = ctx;
	const { service, region, image, spec } = config;
	const [found, hosts, record] = await Promise.all([
		repositories.find(image.repository, "none"),
		(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.a)(ctx),
		records.read(service)
	]);
	const zoneIds = (config.zoneIds ?? []).filter((id) => id !== "none");
	return permissions.simulate(rightsToChange({
		service,
		region,
		accountId,
		zoneIds,
		names: record === void 0 ? spec.domains : (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ot)(record.route),
		repository: {
			name: image.repository,
			exists: found.kind !== "no-repository"
		},
		hostIds: hosts.map(({ id }) => id)
	}));
}
// src/steps/checkup/quotas.ts
/** Whether the account has room for the hosts that the next deploy launches. */
async function lookAtQuotas(ctx) {
	const { instanceId, instances, elasticIp } = ctx.config.host;
	if (instanceId !== void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Quotas", `${instanceId} is named, so no deploy launches a host`)];
	const vcpus = orUnknown("vCPUs", () => lookAtVcpus(ctx));
	const addresses = elasticIp ? orUnknown("Elastic IPs", () => lookAtAddresses(ctx, instances)) : [];
	return [...await vcpus, ...await addresses];
}
async function lookAtVcpus(ctx) {
	const { config, quotas } = ctx;
	const { instanceType, instances, capacity } = config.host;
	const [room, each, found] = await Promise.all([
		quotas.vcpus(instanceType),
		quotas.vcpusOf(instanceType),
		(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.a)(ctx)
	]);
	const hosts = Math.max(0, instances - found.length);
	const quota = (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.n)(instanceType);
	if (room === void 0 || quota === void 0 || each === void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Quotas", `it is not known which quota of vCPUs counts ${instanceType}`, LOOK_YOURSELF)];
	const what = `vCPUs of On-Demand instances of the families ${quota.families}`;
	const fix = `Request a higher quota ${quota.code} in Service Quotas, end instances, or set a smaller instance-type.`;
	const check = (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.t)(room, {
		what,
		hosts,
		each,
		fix
	});
	return [capacity === "spot" && check.state === "failed" ? (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Quotas", `${check.detail} if AWS has no spot capacity`, fix) : check];
}
async function lookAtAddresses({ config, quotas, networks }, instances) {
	const [room, own] = await Promise.all([quotas.addresses(), networks.own(config.service, {
		vpcId: void 0,
		ports: []
	})]);
	if (room === void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Quotas", "AWS does not tell the quota of Elastic IPs", LOOK_YOURSELF)];
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.t)(room, {
		what: "Elastic IPs",
		hosts: Math.max(0, instances - own.addresses.length),
		each: 1,
		fix: "Release Elastic IPs that nothing uses, request a higher quota in Service Quotas, or set elastic-ip: false."
	})];
}
var LOOK_YOURSELF = "Look at the quotas of Amazon EC2 in Service Quotas.";
/** A role that cannot ask for quotas can still deploy. */
async function orUnknown(what, look) {
	try {
		return await look();
	} catch (error) {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.cr)(error)) throw error;
		return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Quotas", `whether there is room for more ${what} is not known: ${error.message}`, `${error.hint ?? ""} ${LOOK_YOURSELF}`)];
	}
}
// src/steps/checkup/hosts.ts
/** Hosts and what runs on them, their names and their certificates. */
async function lookAtHosts(ctx) {
	const hosts = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.a)(ctx);
	if (hosts.length === 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Hosts", "there is none yet: the first deploy launches it")];
	const awake = hosts.filter((host) => !isIntended(host, ctx.config.schedule, ctx.clock.now()));
	const [agents, names] = await Promise.all([lookAtAgents(ctx, hosts), awake.length === 0 ? [] : lookAtNames(ctx, hosts)]);
	const reached = awake.length > 0 && agents.some(({ state }) => state === "ok") ? await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, awake) : [];
	return [
		...agents,
		...names,
		...reached.flatMap((one) => [...findingsOf(one), ...certificatesOf(one)])
	];
}
async function lookAtAgents({ remote, config, clock }, hosts) {
	const agents = await remote.agents(hosts.map(({ id }) => id));
	return hosts.map((host, at) => {
		const agent = agents[at] ?? { kind: "unknown" };
		if (agent.kind === "online" && host.state === "running") return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Hosts", `${host.id} runs, and SSM reaches it`);
		if (isIntended(host, config.schedule, clock.now())) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Hosts", `${host.id} is ${host.state}, as its schedule says`);
		const { reason, hint } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__.t)({
			host,
			agent
		});
		return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Hosts", reason, hint);
	});
}
async function lookAtNames(ctx, hosts) {
	const record = await ctx.records.read(ctx.config.service);
	const to = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.s)(hosts);
	return Promise.all((record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ot)(record.route) : []).map((name) => lookAtName(ctx, name, to)));
}
async function lookAtName({ lookups }, name, to) {
	const found = await lookups.addresses(name);
	if (found.kind === "unknown") return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("DNS", `${name} was not looked up: ${found.reason}`, "Let the runner reach DNS servers.");
	const reach = (0,_reach_js__WEBPACK_IMPORTED_MODULE_6__.t)(found.addresses, to, { proxied: false });
	const words = `${name} ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_6__.n)(reach)}`;
	if (reach.kind === "here") return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("DNS", words);
	const fix = `Create this record: ${(0,_reach_js__WEBPACK_IMPORTED_MODULE_6__.r)(name, to)}.`;
	return reach.kind === "nowhere" ? (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("DNS", words, fix) : (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("DNS", words, `${fix} If a balancer or CDN is in front, all is well.`);
}
function isIntended(host, schedule, now) {
	return schedule !== void 0 && !(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.$t)(schedule, now) && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(host);
}
/** What a host says about itself, except about its own certificates, and why one says nothing. */
function findingsOf(one) {
	const { host, silent, findings } = one;
	const names = certificatesIn(one).map(({ name }) => name);
	const found = findings.filter((finding) => !names.some((name) => isAboutCertificate(finding, name))).map(({ detail, hint, fatal }) => (fatal ? _quota_js__WEBPACK_IMPORTED_MODULE_0__.r : _quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Hosts", `${host.id}: ${detail}`, hint));
	if (silent === void 0 || silent.hides === "nothing") return found;
	return [...found, (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Hosts", `${host.id}: ${silent.reason}`, "Look at the host: its agent, its disk, and Docker on it.")];
}
function certificatesIn({ status }) {
	return typeof status === "string" ? [] : status.certificates ?? [];
}
function isAboutCertificate(finding, name) {
	return finding.name === "certificate" && finding.detail.startsWith(`${name} `);
}
/** The host judges when a certificate is overdue for renewal: it knows how long it is valid in all, from 12 hours to years. */
function certificatesOf(one) {
	const { host, findings } = one;
	return certificatesIn(one).map(({ name, expires }) => {
		if (expires === null) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Certificates", `${host.id} has none for ${name}`, "Deploy again, and read the message of the authority in docs/causes.md#certificate-failed.");
		const wrong = findings.find((finding) => isAboutCertificate(finding, name));
		if (wrong === void 0) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Certificates", `${name} until ${(/* @__PURE__ */ new Date(expires * 1e3)).toISOString().slice(0, 10)}`);
		return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Certificates", `${host.id}: ${wrong.detail}`, "Let ports 80 and 443 of the host be reached by the authority, or replace your own certificate.");
	});
}
// src/commands/read/doctor.ts
var EXAMINATIONS = [
	{
		area: "Identity",
		look: lookAtIdentity
	},
	{
		area: "Permissions",
		look: lookAtPermissions
	},
	{
		area: "GitHub",
		look: lookAtGithub
	},
	{
		area: "Environment",
		look: lookAtEnvironment
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
		area: "Quotas",
		look: lookAtQuotas
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
	return checkupReport(ctx.config, (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.a)(found.flat()));
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

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);





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
async function agentsOf({ remote }, hosts) {
	const ids = hosts.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.St).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_2__.o
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
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
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

/***/ 7457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ sortedChecks),
/* harmony export */   i: () => (/* binding */ ok),
/* harmony export */   n: () => (/* binding */ vcpuQuotaOf),
/* harmony export */   o: () => (/* binding */ unknown),
/* harmony export */   r: () => (/* binding */ failed),
/* harmony export */   s: () => (/* binding */ warning),
/* harmony export */   t: () => (/* binding */ checkRoom)
/* harmony export */ });
// src/domain/checkup/check.ts
/** What the doctor looks at, in the order of its table. */
var AREAS = [
	"Identity",
	"Permissions",
	"GitHub",
	"Environment",
	"Network",
	"Machine",
	"Quotas",
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
function unknown(area, detail, fix) {
	return {
		area,
		state: "unknown",
		detail,
		fix
	};
}
/** In the order of the areas. */
function sortedChecks(checks) {
	return checks.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
}
// src/domain/checkup/quota.ts
/** https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html */
var QUOTAS = [
	{
		code: "L-1216C47A",
		families: "A, C, D, H, I, M, R, T and Z",
		letters: /^([acdhmrtz]|im?|is)$/
	},
	{
		code: "L-6E869C2A",
		families: "DL",
		letters: /^dl$/
	},
	{
		code: "L-74FC7D96",
		families: "F",
		letters: /^f$/
	},
	{
		code: "L-DB2E81BA",
		families: "G and VT",
		letters: /^(gr?|vt)$/
	},
	{
		code: "L-F7808C92",
		families: "HPC",
		letters: /^hpc$/
	},
	{
		code: "L-43DA4232",
		families: "high memory",
		letters: /^u$/
	},
	{
		code: "L-1945791B",
		families: "Inf",
		letters: /^inf$/
	},
	{
		code: "L-417A185B",
		families: "P",
		letters: /^p$/
	},
	{
		code: "L-2C3B7624",
		families: "Trn",
		letters: /^trn$/
	},
	{
		code: "L-7295265B",
		families: "X",
		letters: /^x$/
	}
];
/** The quota that counts an instance type; `undefined` for families that are not known here. */
function vcpuQuotaOf(instanceType) {
	const [letters = ""] = /^[a-z]+/.exec(instanceType) ?? [];
	return QUOTAS.find((quota) => quota.letters.test(letters));
}
/** Whether the next deploy fits. One that launches nothing can still have to replace a host. */
function checkRoom({ quota, used }, { what, hosts, each, fix }) {
	const words = `${used} of ${quota} ${what} are in use`;
	const needed = hosts * each;
	if (needed > 0 && used + needed > quota) return failed("Quotas", `${words}, and the next deploy needs ${needed} more`, fix);
	if (needed === 0 && used + each > quota) return warning("Quotas", `${words}, so no host can be replaced by a new one`, fix);
	return ok("Quotas", needed > 0 ? `${words}, and the next deploy needs ${needed} more` : words);
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



/***/ })

};
;