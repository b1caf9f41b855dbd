"use strict";
exports.id = 7498;
exports.ids = [7498];
exports.modules = {

/***/ 7498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7457);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1680);





// src/report/pages/checkup.ts
function checkupReport({ service }, checks) {
	const bad = checks.filter(({ state }) => state === "failed");
	return {
		outcome: bad.length === 0 ? "reported" : "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Et)(service)}: ${resultWords(checks)}`,
		outputs: {
			checks: JSON.stringify(checks),
			...bad.length > 0 && { cause: "unhealthy-setup" }
		},
		facts: [],
		checks,
		...bad.length > 0 && { failure: failureOf(bad) }
	};
}
function resultWords(checks) {
	const count = (of) => checks.filter(({ state }) => state === of).length;
	const all = checks.length;
	if (count("failed") > 0) return `${count("failed")} of ${all} checks failed`;
	if (count("ok") === all) return `all ${all} checks passed`;
	const rest = [...count("warning") > 0 ? [`${count("warning")} ${count("warning") === 1 ? "warning" : "warnings"}`] : [], ...count("unknown") > 0 ? [`${count("unknown")} not decided`] : []];
	return `${count("ok")} of ${all} checks passed, ${rest.join(", ")}`;
}
function failureOf(bad) {
	return {
		cause: "unhealthy-setup",
		sentence: ["Something that a deploy needs is wrong:", ...bad.map((check) => `${check.area}: ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.X)(check.detail)}${"fix" in check ? ` ${check.fix}` : ""}`)].join("\n"),
		hint: "Fix what failed, and run this again.",
		evidence: void 0
	};
}
// src/steps/checkup/account.ts
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
	const freeze = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.b)(record, clock.now());
	if (freeze !== void 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Record", `frozen: ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.x)(freeze)}`, "Run command: unfreeze when deploys may go on.")];
	return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Record", record === void 0 ? "nothing is deployed yet" : `${record.release} is recorded as live`)];
}
// src/steps/checkup/examine.ts
async function examine(ctx, { area, look }) {
	try {
		return await look(ctx);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.gt)) throw error;
		return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)(area, error.message, error.hint ?? `See the cause ${error.code} in docs/causes.md.`)];
	}
}
// src/domain/checkup/environment-rules.ts
var ANYTHING = /^\*+(\/\*+)*$/;
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
function checkReviewers(name, { reviewers, selfReview, waitMinutes }) {
	const wait = waitMinutes > 0 ? `, after ${waitMinutes} minutes` : "";
	if (reviewers.length === 0) return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Environment", `a deploy to ${name} starts without an approval${wait}`);
	const self = selfReview ? ", also those who started it" : "";
	return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Environment", `a deploy to ${name} waits for an approval by ${reviewers.join(" or ")}${self}${wait}`);
}
// src/steps/checkup/environment.ts
async function lookAtEnvironment({ config, environments }) {
	const { environment } = config.service;
	try {
		return checkEnvironment(environment, await environments.rules(environment));
	} catch (error) {
		const detail = `GitHub did not return the rules of the environment ${environment}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.yt)(error)}`;
		const fix = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.gt ? error.hint : void 0;
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
var ANY_HOST = "i-00000000000000000";
function rightsToChange(deploying) {
	const { service, region, accountId, repository } = deploying;
	const arn = (what, resource) => `arn:${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.k)(region)}:${what}:${region}:${accountId}:${resource}`;
	const own = [(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Mt)(service), (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(service)].map((name) => arn("ssm", `parameter${name}`));
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
		...rightsToChangeRecords(deploying)
	];
}
function rightsToSend({ service, region, accountId, hostIds }) {
	const action = "ssm:SendCommand";
	const partition = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.k)(region);
	const tags = Object.entries((0,_start_js__WEBPACK_IMPORTED_MODULE_2__.zt)(service)).flatMap(([key, value]) => ["ssm:resourceTag", "aws:ResourceTag"].map((prefix) => [`${prefix}/${key}`, [value]]));
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
function rightsToChangeRecords({ region, zoneIds, names }) {
	const action = "route53:ChangeResourceRecordSets";
	if (names.length === 0) return [];
	const context = {
		[`${action}NormalizedRecordNames`]: names.map((name) => name.replace("*", String.raw`\052`)),
		[`${action}RecordTypes`]: ["A", "TXT"],
		[`${action}Actions`]: ["CREATE", "DELETE"]
	};
	return zoneIds.map((id) => ({
		action,
		resource: `arn:${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.k)(region)}:route53:::hostedzone/${id}`,
		context
	}));
}
function checkRights(verdicts) {
	const of = (kind) => verdicts.filter((one) => one.kind === kind);
	const allowed = of("allowed").filter(({ action }) => verdicts.every((one) => one.action !== action || one.kind === "allowed"));
	const refused = Map.groupBy(firstOfEach(of("refused")), reasonOf);
	const untold = Map.groupBy(of("unknown"), reasonOf);
	return [
		...allowed.length > 0 ? [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Permissions", `AWS would allow ${actionsOf(allowed)}`)] : [],
		...[...refused].map(([reason, some]) => (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Permissions", `AWS would refuse ${actionsOf(some)}${reason === "" ? "" : `: ${reason}`}`, `Allow ${actionsOf(some)} in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.`)),
		...[...untold].map(([reason, some]) => (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Permissions", `whether AWS allows ${actionsOf(some)} is not known: ${reason}`, FIX_UNKNOWN))
	];
}
var reasonOf = (verdict) => "reason" in verdict ? verdict.reason : "";
function firstOfEach(verdicts) {
	return verdicts.filter((one, at) => verdicts.findIndex(({ action }) => action === one.action) === at);
}
var FIX_UNKNOWN = "Compare the runner's role with docs/iam/setup.yaml, whose stack also lets it ask IAM about itself (iam:SimulatePrincipalPolicy). Otherwise the next deploy shows it.";
function actionsOf(verdicts) {
	return [...new Set(verdicts.map(({ action }) => action))].join(", ");
}
// src/steps/checkup/permissions.ts
async function lookAtPermissions(ctx) {
	const [tried, simulated] = await Promise.all([orUnknown$1("ec2:RunInstances", tryHosts(ctx)), orUnknown$1("ssm:SendCommand", simulate(ctx))]);
	return checkRights([...tried, ...simulated]);
}
async function orUnknown$1(action, verdicts) {
	try {
		return await verdicts;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.gt)) throw error;
		return [{
			action,
			kind: "unknown",
			reason: error.message
		}];
	}
}
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
	const image = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.h)(ctx);
	return permissions.launch({
		service,
		instanceType,
		volumeGiB,
		instanceProfile,
		subnetId,
		securityGroupIds,
		...image,
		hopLimit: (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Rt)(config.spec),
		replaces: void 0,
		spot: capacity === "spot"
	});
}
async function simulate(ctx) {
	const { config, accountId, repositories, records, permissions } = ctx;
	const { service, region, image, spec } = config;
	const [found, hosts, record] = await Promise.all([
		repositories.find(image.repository, "none"),
		(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.St)(ctx),
		records.read(service)
	]);
	const zoneIds = (config.zoneIds ?? []).filter((id) => id !== "none");
	return permissions.simulate(rightsToChange({
		service,
		region,
		accountId,
		zoneIds,
		names: record === void 0 ? spec.domains : (0,_request_js__WEBPACK_IMPORTED_MODULE_4__.x)(record.route),
		repository: {
			name: image.repository,
			exists: found.kind !== "no-repository"
		},
		hostIds: hosts.map(({ id }) => id)
	}));
}
// src/steps/checkup/quotas.ts
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
		(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.St)(ctx)
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
async function orUnknown(what, look) {
	try {
		return await look();
	} catch (error) {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.vt)(error)) throw error;
		return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.o)("Quotas", `whether there is room for more ${what} is not known: ${error.message}`, `${error.hint ?? ""} ${LOOK_YOURSELF}`)];
	}
}
// src/steps/checkup/hosts.ts
async function lookAtHosts(ctx) {
	const [hosts, record] = await Promise.all([(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.St)(ctx), ctx.records.read(ctx.config.service)]);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_2__._t)(await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(ctx, record, hosts));
	if (hosts.length === 0) return [(0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("Hosts", "there is none yet: the first deploy launches it")];
	const awake = hosts.filter((host) => !isIntended(host, ctx.config.schedule, ctx.clock.now()));
	const [agents, names] = await Promise.all([lookAtAgents(ctx, hosts), awake.length === 0 ? [] : lookAtNames(ctx, hosts, record)]);
	const reached = awake.length > 0 && agents.some(({ state }) => state === "ok") ? await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.et)(ctx, awake) : [];
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
		const { reason, hint } = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.m)({
			host,
			agent
		});
		return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Hosts", reason, hint);
	});
}
async function lookAtNames(ctx, hosts, record) {
	const to = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(hosts);
	return Promise.all((record ? (0,_request_js__WEBPACK_IMPORTED_MODULE_4__.x)(record.route) : []).map((name) => lookAtName(ctx, name, to)));
}
async function lookAtName({ lookups, config }, name, to) {
	const proxied = config.spec["trusted-proxies"].length > 0;
	const found = await lookups.addresses(name);
	if (found.kind === "unknown") return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("DNS", `${name} was not looked up: ${found.reason}`, "Let the runner reach DNS servers.");
	const reach = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.it)(found.addresses, to, { proxied });
	const words = `${name} ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.at)(reach)}`;
	if (reach.kind === "here" || reach.kind === "by-proxy") return (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.i)("DNS", words);
	const fix = `Create this record: ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ot)(name, to)}.`;
	return reach.kind === "nowhere" ? (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("DNS", words, fix) : (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("DNS", words, `${fix} If a balancer or CDN is in front, name it in trusted-proxies.`);
}
function isIntended(host, schedule, now) {
	return schedule !== void 0 && !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.h)(schedule, now) && (0,_request_js__WEBPACK_IMPORTED_MODULE_4__.h)(host);
}
function findingsOf(one) {
	const { host, silent, findings } = one;
	const names = certificatesIn(one).map(({ name }) => name);
	const found = findings.filter((finding) => !names.some((name) => isAboutCertificate(finding, name))).map(({ detail, hint, fatal }) => (fatal ? _quota_js__WEBPACK_IMPORTED_MODULE_0__.r : _quota_js__WEBPACK_IMPORTED_MODULE_0__.s)("Hosts", `${host.id}: ${detail}`, hint));
	if (silent === void 0 || silent.hides === "nothing") return found;
	return [...found, (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.r)("Hosts", `${host.id}: ${silent.reason}`, "Look at the host: its agent, its disk, and Docker on it.")];
}
function certificatesIn({ status }) {
	return typeof status === "string" ? [] : status.certificates;
}
function isAboutCertificate(finding, name) {
	return finding.name === "certificate" && finding.detail.startsWith(`${name} `);
}
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
async function doctor(ctx) {
	const found = await ctx.progress.step("Check the setup", () => Promise.all(EXAMINATIONS.map((one) => examine(ctx, one))));
	return checkupReport(ctx.config, (0,_quota_js__WEBPACK_IMPORTED_MODULE_0__.a)(found.flat()));
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
function sortedChecks(checks) {
	return checks.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
}
// src/domain/checkup/quota.ts
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
function vcpuQuotaOf(instanceType) {
	const [letters = ""] = /^[a-z]+/.exec(instanceType) ?? [];
	return QUOTAS.find((quota) => quota.letters.test(letters));
}
function checkRoom({ quota, used }, { what, hosts, each, fix }) {
	const words = `${used} of ${quota} ${what} are in use`;
	const needed = hosts * each;
	if (needed > 0 && used + needed > quota) return failed("Quotas", `${words}, and the next deploy needs ${needed} more`, fix);
	if (needed === 0 && used + each > quota) return warning("Quotas", `${words}, so no host can be replaced by a new one`, fix);
	return ok("Quotas", needed > 0 ? `${words}, and the next deploy needs ${needed} more` : words);
}



/***/ })

};
;