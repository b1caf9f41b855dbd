"use strict";
exports.id = 398;
exports.ids = [398];
exports.modules = {

/***/ 3048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isEcr),
/* harmony export */   c: () => (/* binding */ sortedEntries),
/* harmony export */   i: () => (/* binding */ buildTag),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   o: () => (/* binding */ liveTag),
/* harmony export */   r: () => (/* binding */ MOVING_TAGS),
/* harmony export */   s: () => (/* binding */ parseImage),
/* harmony export */   t: () => (/* binding */ CACHE_TAG)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/sorted.ts
/** Entries in the order of their names, so that a hash of them does not depend on the order in which they were written. */
function sortedEntries(entries) {
	return Object.entries(entries).toSorted(([a], [b]) => a < b ? -1 : 1);
}
// src/domain/image/image.ts
/** Tag under which the build cache is kept; the repository's immutability leaves it out. */
const CACHE_TAG = "cache";
const LIVE_TAG = "live-";
/** Tags that move. */
const MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
/** Follows the distribution's rule: the first part is a registry only if it has a dot or a colon, or is `localhost`. */
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
/** Whether a host must log in with its role before it pulls from there. `own`: the registry that ECR named for this account, if asked. */
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
/**
* Tag of a build: the commit, and, where the build's inputs are not the usual ones, a hash of them, so that a tag never stands for two contents.
* The default platform is left out: an image for another one is caught when it is compared with the host.
*/
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms } = inputs;
	if (context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		sortedEntries(buildArgs),
		platforms.toSorted()
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 8)}`;
}
/** Tag of the image that serves an environment. It moves with each release of another image, so the repository's immutability leaves it out. */
function liveTag(service) {
	return `${LIVE_TAG}${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(service)}`;
}
/**
* The repository's rules: what serves an environment stays, however long ago it was pushed; of the rest, the newest 200 images. Untagged layers go
* after two weeks. An image whose tags fit a rule is not expired by a later one, and nobody has 1000 environments: the first rule expires nothing.
* https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
*/
const LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep what serves an environment",
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
		rulePriority: 3,
		description: "Keep the newest 200 images, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 200
		},
		action: { type: "expire" }
	}
] };



/***/ }),

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   t: () => (/* binding */ launchHosts)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4685);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);


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
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { next: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
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
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("wrong-architecture", `${ami} is for ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.f)(image.architecture)}, and ${config.host.instanceType} is ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.f)(architecture)}`, { next: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
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
		if (ctx.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t();
		const launch = await ctx.hosts.launch(spec, ctx.newId());
		if (launch.kind === "launched") return launch.host;
		if (launch.kind === "no-capacity") {
			refusals.push(launch.reason);
			return;
		}
		if (ctx.clock.now() - since > PROFILE_PATIENCE_MS) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("profile-not-visible", `EC2 does not know the instance profile ${spec.instanceProfile}`, { next: "Check that it exists and has a role, or leave the input instance-profile empty." });
		ctx.progress.waiting(`the instance profile ${spec.instanceProfile} to become visible to EC2`, since);
		await ctx.clock.sleep(3e3);
	}
}



/***/ }),

/***/ 4685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ observeAll),
/* harmony export */   c: () => (/* binding */ planExisting),
/* harmony export */   d: () => (/* binding */ isOwn),
/* harmony export */   f: () => (/* binding */ platformOf),
/* harmony export */   i: () => (/* binding */ observe),
/* harmony export */   l: () => (/* binding */ subnetsTaken),
/* harmony export */   n: () => (/* binding */ checkAccount),
/* harmony export */   o: () => (/* binding */ isSettled),
/* harmony export */   p: () => (/* binding */ urlOf),
/* harmony export */   r: () => (/* binding */ hostsInUse),
/* harmony export */   s: () => (/* binding */ needsLaunch),
/* harmony export */   t: () => (/* binding */ applicable),
/* harmony export */   u: () => (/* binding */ refuse)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2844);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);



// src/domain/host/host.ts
/** Those with one of the `recorded` ids first, in that order, then the others by id: whoever looks sees the same first host. */
function inOrder(hosts, recorded) {
	const place = ({ id }) => recorded.includes(id) ? recorded.indexOf(id) : recorded.length;
	return hosts.toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
}
/** Where a host answers: `http://203.0.113.7`, with the port where it is not the usual one. */
function urlOf({ publicIp, privateIp }, port) {
	const address = publicIp ?? privateIp ?? "";
	return port === 80 ? `http://${address}` : `http://${address}:${port}`;
}
/** Whether a run of the service may change, replace or destroy the host: only where this action made it for that very service. */
function isOwn(host, service) {
	return host.madeFor?.name === service.name && host.madeFor.environment === service.environment;
}
function platformOf(architecture) {
	return architecture === "arm64" ? "linux/arm64" : "linux/amd64";
}
// src/domain/refusal.ts
function refuse(reason, next) {
	return {
		kind: "refuse",
		reason,
		next
	};
}
// src/domain/host/host-plan.ts
/** `observed`: the hosts that carry the service's tags, or the one that `instance-id` names; none of them terminated. */
function planHosts(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const hosts = withoutSuccessors(observed);
	if (hosts.length > spec.instances) return tooMany(spec, hosts);
	const plans = hosts.map((host) => planHost(spec, host, successorOf(host, observed)));
	const refusal = plans.find((plan) => plan.kind === "refuse");
	if (refusal) return refusal;
	const missing = Array.from({ length: spec.instances - hosts.length }, () => ({ kind: "launch" }));
	return {
		kind: "hosts",
		plans: [...plans.filter((plan) => plan.kind !== "refuse"), ...missing]
	};
}
/** For a rollback or a restart: every host that is there, whatever their number and their type. */
function planExisting(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const hosts = withoutSuccessors(observed);
	if (hosts.length > 0) return {
		kind: "hosts",
		plans: hosts.map(startOrReuse)
	};
	return refuse("nothing is deployed here", "Check the inputs service, environment and aws-region.");
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
	return refuse(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return refuse(`${hosts.length} hosts carry the tags of ${(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.r)(service)}, and instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, or terminate those that are to go, or remove their tags; instance-id chooses a single one.`);
}
function planHost(spec, host, next) {
	if (next) return {
		kind: "replace",
		host,
		next
	};
	if (!isOwn(host, spec.service) || host.instanceType === spec.instanceType) return startOrReuse(host);
	if (spec.replace) return {
		kind: "replace",
		host,
		next: void 0
	};
	return refuse(`${host.id} is a ${host.instanceType}, and instance-type asks for ${spec.instanceType}, which needs a new host`, `Set instance-type: ${host.instanceType} to keep it, or replace: true to launch a ${spec.instanceType} and move the service there.`);
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
function successorOf({ id }, observed) {
	return observed.find(({ replaces }) => replaces === id);
}
/** A host that was launched to replace another one counts only when that one is gone. */
function withoutSuccessors(observed) {
	return observed.filter(({ replaces }) => replaces === void 0 || observed.every(({ id }) => id !== replaces));
}
/** Whether nothing is left to do about the port and the address of a host that is there: an earlier run has finished it. */
function isSettled(host, { httpPort, elasticIp }, record) {
	return (0,_release_js__WEBPACK_IMPORTED_MODULE_0__.i)(record).includes(host.id) && record?.httpPort === httpPort && (host.elasticIp || !elasticIp);
}
/** Subnets of the hosts that stay. */
function subnetsTaken(plans) {
	return plans.map((plan) => plan.kind === "start" || plan.kind === "reuse" ? plan.host.subnetId : void 0);
}
function needsLaunch(plan) {
	return plan.kind === "launch" || plan.kind === "replace" && plan.next === void 0;
}
// src/commands/observe.ts
/** Looks at account, hosts and record. */
async function observeAll(ctx, plan = planHosts) {
	const accountId = await checkAccount(ctx);
	const [observed, record] = await Promise.all([observeHosts(ctx), ctx.records.read(ctx.config.service)]);
	const hostPlan = plan(ctx.config.host, inOrder(observed, (0,_release_js__WEBPACK_IMPORTED_MODULE_0__.i)(record)));
	const live = record ? `${record.release} is recorded as live` : "no release is recorded yet";
	ctx.progress.info(`Account ${accountId}, ${ctx.config.region}; ${describe(hostPlan)}; ${live}`);
	return {
		accountId,
		hostPlan,
		record
	};
}
/** The same, and refuses where the plan does. */
async function observe(ctx, plan = planHosts) {
	const { hostPlan, ...rest } = await observeAll(ctx, plan);
	return {
		...rest,
		plans: applicable(hostPlan)
	};
}
function applicable(hostPlan) {
	if (hostPlan.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.r)(hostPlan);
	return hostPlan.plans;
}
function describe(hostPlan) {
	if (hostPlan.kind === "refuse") return hostPlan.reason;
	const { plans } = hostPlan;
	const there = plans.flatMap((plan) => {
		if (plan.kind === "launch") return [];
		return plan.kind === "reuse" ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`;
	});
	const missing = plans.length - there.length;
	if (there.length === 0) return `no host yet: launch ${missing === 1 ? "one" : missing}`;
	return [...there, ...missing > 0 ? [`launch ${missing} more`] : []].join(", ");
}
/** Who we are; refuses credentials of another account than the input `account-id` allows. */
async function checkAccount({ config, account }) {
	const { accountId, arn } = await account.identify();
	if (config.accountId !== void 0 && config.accountId !== accountId) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("wrong-account", `the credentials belong to account ${accountId} (${arn}), and account-id allows only ${config.accountId}`, { next: "Assume a role of the right account, or correct the input account-id." });
	return accountId;
}
/** The hosts that are there for this service: the one that `instance-id` names, or those that carry its tags. */
async function observeHosts({ config, hosts }) {
	const { instanceId } = config.host;
	if (instanceId === void 0) return hosts.find(config.service);
	const host = await hosts.get(instanceId);
	return host ? [host] : [];
}
/** Where the service is now: without `instance-id`, the record tells the host of a service that is a guest on another one's. */
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const recorded = (0,_release_js__WEBPACK_IMPORTED_MODULE_0__.i)(await ctx.records.read(ctx.config.service));
	if (found.length > 0) return inOrder(found, recorded);
	return (await Promise.all(recorded.map((id) => ctx.hosts.get(id)))).filter((host) => host !== void 0);
}



/***/ }),

/***/ 7398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4685);
/* harmony import */ var _approval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7646);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2844);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8504);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9734);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3706);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5914);








// src/domain/plan/cost.ts
/**
* Rough list prices of us-east-1, for an order of magnitude: US dollars an hour for the size `large`, Linux on demand. The other sizes of a family
* cost in proportion. https://aws.amazon.com/ec2/pricing/on-demand/, as of June 2026
*/
const LARGE = {
	t2: .0928,
	t3: .0832,
	t3a: .0752,
	t4g: .0672,
	m5: .096,
	m5a: .086,
	m6a: .0864,
	m6g: .077,
	m6i: .096,
	m7g: .0816,
	m7i: .1008,
	"m7i-flex": .09576,
	c5: .085,
	c5a: .077,
	c6a: .0765,
	c6g: .068,
	c6i: .085,
	c7g: .0725,
	c7i: .08925,
	r5: .126,
	r6a: .1134,
	r6g: .1008,
	r6i: .126,
	r7g: .1071,
	r7i: .1323
};
const SMALL_SIZES = {
	nano: 1 / 16,
	micro: 1 / 8,
	small: 1 / 4,
	medium: 1 / 2,
	large: 1
};
const HOURS = 730;
const GP3_GIB = .08;
/** A public IPv4 address, $0.005 an hour. https://aws.amazon.com/vpc/pricing/ */
const ADDRESS_MONTH = 3.65;
/** US dollars a month; `undefined` for a type that is not in the table. */
function instanceMonth(instanceType) {
	const [family = "", size = ""] = instanceType.split(".");
	const hour = Object.hasOwn(LARGE, family) ? LARGE[family] : void 0;
	const factor = sizeFactor(size);
	return hour === void 0 || factor === void 0 ? void 0 : hour * factor * HOURS;
}
function sizeFactor(size) {
	const multiple = /^(\d*)xlarge$/.exec(size);
	if (multiple) return 2 * Number(multiple[1] || 1);
	return Object.hasOwn(SMALL_SIZES, size) ? SMALL_SIZES[size] : void 0;
}
/** US dollars a month for a gp3 volume without extra throughput. https://aws.amazon.com/ebs/pricing/ */
function volumeMonth(gib) {
	return gib * GP3_GIB;
}
// src/domain/plan/infrastructure.ts
/** The host plans, resource by resource; what the hosts share stands there once. */
function resourceSteps({ plan, spec, record, around }) {
	if (plan.kind === "refuse") return [];
	const { plans } = plan;
	const launches = plans.filter(_observe_js__WEBPACK_IMPORTED_MODULE_1__.s);
	const unsettled = plans.filter((one) => isUnsettled(one, spec, record));
	return [
		...plans.flatMap((one) => hostSteps(one, spec, around.launch && {
			...around.launch,
			subnet: around.launch.subnets[launches.indexOf(one)]
		})),
		...launches.length > 0 ? [roleStep(spec, around)] : [],
		...launches.length > 0 || unsettled.length > 0 && spec.securityGroupIds.length === 0 ? groupSteps(spec, around) : [],
		...addressSteps(plans, unsettled, {
			spec,
			around
		}),
		...plans.flatMap((one) => one.kind === "replace" ? [endStep(one.host, spec)] : [])
	];
}
/** What an earlier run left undone on a host that is the service's own. */
function isUnsettled(plan, spec, record) {
	if (plan.kind !== "start" && plan.kind !== "reuse") return false;
	return (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.d)(plan.host, spec.service) && !(0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.o)(plan.host, spec, record);
}
function hostSteps(plan, spec, place) {
	switch (plan.kind) {
		case "launch": return launchSteps(spec, place);
		case "replace": return plan.next ? [keep(`host ${plan.next.id}, which an interrupted run launched as the successor`)] : launchSteps(spec, place);
		case "start": return [{
			action: "start",
			what: nameOf(plan.host)
		}];
		case "reuse": return [keep(nameOf(plan.host))];
	}
}
function endStep(host, spec) {
	return (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.d)(host, spec.service) ? {
		action: "terminate",
		what: nameOf(host)
	} : keep(`${nameOf(host)}, left running`);
}
function keep(what) {
	return {
		action: "keep",
		what
	};
}
function nameOf({ id, instanceType }) {
	return `host ${id} (${instanceType})`;
}
function launchSteps(spec, place) {
	const where = place?.subnet ? ` from ${place.ami} in ${place.subnet.id} (${place.subnet.zone})` : "";
	return [{
		action: "create",
		what: `instance ${spec.instanceType}${where}`,
		month: instanceMonth(spec.instanceType) ?? "unknown"
	}, {
		action: "create",
		what: `encrypted gp3 volume of ${spec.volumeGiB} GiB`,
		month: volumeMonth(spec.volumeGiB)
	}];
}
function roleStep({ instanceProfile }, { hostRole }) {
	if (instanceProfile !== void 0) return keep(`instance profile ${instanceProfile}`);
	return hostRole === void 0 ? {
		action: "create",
		what: "role and instance profile of the host"
	} : keep(`role and instance profile ${hostRole}`);
}
function groupSteps({ securityGroupIds, httpPort }, { securityGroup }) {
	if (securityGroupIds.length > 0) return securityGroupIds.map((id) => keep(`security group ${id}`));
	if (!securityGroup) return [{
		action: "create",
		what: `security group, open for port ${httpPort} to the world`
	}];
	if (securityGroup.open) return [keep(`security group ${securityGroup.id}`)];
	return [{
		action: "change",
		what: `security group ${securityGroup.id}: open port ${httpPort} to the world`
	}];
}
/** A host keeps its Elastic IP; one without takes one that no host keeps, or gets a new one. */
function addressSteps(plans, unsettled, { spec, around: { addresses } }) {
	if (!spec.elasticIp) {
		const what = "public IPv4 address, where the subnet gives one; another one after each stop";
		return plans.filter(({ kind }) => kind === "launch").map(() => ({
			action: "create",
			what,
			month: ADDRESS_MONTH,
			newAddress: true
		}));
	}
	const kept = plans.flatMap((plan) => stayingHost(plan)?.publicIp ?? []);
	const free = addresses.filter((address) => !kept.includes(address));
	return plans.filter((plan) => plan.kind === "launch" || plan.kind === "replace" || unsettled.includes(plan)).map((plan) => {
		const own = stayingHost(plan)?.publicIp;
		if (own !== void 0 && addresses.includes(own)) return keep(`Elastic IP ${own}`);
		const address = free.shift();
		if (address === void 0) return {
			action: "create",
			what: "Elastic IP",
			month: ADDRESS_MONTH,
			newAddress: true
		};
		return {
			action: "move",
			what: `Elastic IP ${address} to the host`
		};
	});
}
function stayingHost(plan) {
	if (plan.kind === "launch") return void 0;
	return plan.kind === "replace" ? plan.next : plan.host;
}
// src/domain/plan/deploy-plan.ts
function planDeploy(facts, around) {
	const { service, region, hostPlan, spec, record, image, release, configuration } = facts;
	const refusals = [...hostPlan.kind === "refuse" ? [hostPlan] : [], ...facts.refusals].map(({ reason, next }) => ({
		reason,
		next
	}));
	const resources = [...resourceSteps({
		plan: hostPlan,
		spec,
		record,
		around
	}), ...repositorySteps(image)];
	const unchanged = record?.release === release.name && serveAlready(hostPlan, record) && resources.every(({ action }) => action === "keep");
	return {
		service,
		region,
		verdict: refusals.length > 0 ? "refused" : unchanged ? "unchanged" : "changes",
		refusals,
		hosts: hostPlan,
		instanceType: spec.instanceType,
		resources,
		image,
		release,
		live: record,
		configuration: (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.d)(service, record, configuration),
		proxy: proxyChange(facts),
		hash: refusals.length > 0 ? "" : (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.u)(facts)
	};
}
/** Whether the recorded hosts are those that there are to be. */
function serveAlready(hostPlan, record) {
	if (hostPlan.kind === "refuse") return false;
	const there = hostPlan.plans.flatMap((plan) => plan.kind === "reuse" || plan.kind === "start" ? [plan.host.id] : []);
	return there.length === hostPlan.plans.length && there.every((id) => (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.i)(record).includes(id));
}
function repositorySteps(image) {
	return image.kind === "build" && image.newRepository ? [{
		action: "create",
		what: `ECR repository ${image.repository}`
	}] : [];
}
/** Of several hosts, what costs most: the proxies of new ones start by the way. */
function proxyChange(facts) {
	const { hostPlan, configuration } = facts;
	const kinds = hostPlan.kind === "refuse" ? ["unknown"] : hostPlan.plans.map((plan) => proxyChangeOn(plan, facts));
	return {
		kind: [
			"unknown",
			"load",
			"reload",
			"none"
		].find((one) => kinds.includes(one)) ?? "start",
		port: configuration.httpPort
	};
}
function proxyChangeOn(plan, { service, record, configuration }) {
	if (plan.kind === "launch" || plan.kind === "replace") return "start";
	if (record === void 0 || !(0,_release_js__WEBPACK_IMPORTED_MODULE_3__.i)(record).includes(plan.host.id)) return "load";
	const { settings } = record;
	return (settings === void 0 || settings.proxy === (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.f)(service, configuration, record.release).proxy) && record.httpPort === configuration.httpPort ? "none" : "reload";
}
// src/domain/plan/comment.ts
/** GitHub takes 65,536 characters. */
const LIMIT = 6e4;
/** The first line of a service's comment, by which the next plan finds it. Nothing in it needs escaping. */
function commentMarker(service) {
	return `<!-- docker-to-ec2 plan ${(0,_service_js__WEBPACK_IMPORTED_MODULE_6__.u)(service)} -->`;
}
/** The comment on the pull request, as Markdown. */
function renderComment(plan, runUrl) {
	const sign = {
		changes: "📋",
		unchanged: "✅",
		refused: "✋"
	}[plan.verdict];
	const next = plan.refusals.map((refusal) => `**Next step:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.l)(refusal.next)}`);
	return cut([
		commentMarker(plan.service),
		`## ${sign} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.l)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.n)(plan))}`,
		...next,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.t)(plan),
		`<sub>Planned for commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.s)(plan.release.commit)} by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.c)("this run", runUrl)}; the next plan takes its place.</sub>`
	].join("\n\n"));
}
/** By whole lines, so that no markup is left open. */
function cut(text) {
	if (text.length <= LIMIT) return text;
	return `${text.slice(0, text.lastIndexOf("\n", LIMIT))}\n\nThe rest is in the job's summary.`;
}
// src/domain/plan/json.ts
/**
* The output `plan`; docs/plan.md describes it. It holds no value of a variable, and no account id: where one is masked in the log, GitHub would drop the
* whole output.
*/
function planJson(plan) {
	const { service, region, verdict, refusals, hosts, resources, image, release, live, configuration, proxy } = plan;
	return JSON.stringify({
		schema: 1,
		service: service.name,
		environment: service.environment,
		region,
		verdict,
		refusals: refusals.map(({ reason }) => reason),
		hosts: hosts.kind === "refuse" ? [] : hosts.plans.map((plan) => ({
			action: plan.kind,
			id: "host" in plan ? plan.host.id : ""
		})),
		resources: resources.map(({ action, what, month }) => ({
			action,
			what,
			...month === void 0 ? {} : { monthlyUsd: priced(month) }
		})),
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		live: live ? {
			release: live.release,
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		proxy: proxy.kind
	});
}
function priced(month) {
	return month === "unknown" ? null : Math.round(month * 100) / 100;
}
// src/commands/plan.ts
/** Shows what `deploy` with the same inputs would do, and changes nothing. */
async function plan(ctx) {
	const { progress } = ctx;
	const planned = await progress.step("Observe", async () => {
		const seen = await (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.o)(ctx);
		return planDeploy((0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, seen), await surroundings(ctx, seen));
	});
	for (const line of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.a)(planned)) progress.info(line);
	if (ctx.config.planComment) await progress.step("Comment", () => comment(ctx, planned));
	return reportOf(planned);
}
/** Also makes sure that hosts could be launched: that subnets and machine image are there, and fit. */
async function surroundings(ctx, { hostPlan }) {
	const { service, region, host } = ctx.config;
	const plans = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	const launches = plans.some(_observe_js__WEBPACK_IMPORTED_MODULE_1__.s);
	const [launch, hostRole] = await Promise.all([launches ? launchSite(ctx, plans) : void 0, launches ? ctx.hostRoles.find(service, region) : void 0]);
	const [kept] = plans.flatMap((plan) => "host" in plan ? [plan.host] : []);
	return {
		hostRole,
		...await ctx.networks.own(service, {
			vpcId: launch?.vpcId ?? kept?.vpcId,
			port: host.httpPort
		}),
		launch
	};
}
async function launchSite(ctx, plans) {
	const [{ ami }, all] = await Promise.all([(0,_launch_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)]);
	const subnets = (0,_launch_js__WEBPACK_IMPORTED_MODULE_4__.r)(all, (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.l)(plans), plans.filter(_observe_js__WEBPACK_IMPORTED_MODULE_1__.s).length).flatMap(([first]) => first ?? []);
	return {
		ami,
		subnets,
		vpcId: subnets[0]?.vpcId ?? ""
	};
}
/** Whatever keeps GitHub from taking the comment, the plan is in the summary all the same. */
async function comment({ config, comments, progress }, planned) {
	const { job, service } = config;
	if (job.pullRequest === void 0) return progress.warn("plan-comment: this run does not belong to a pull request, so there is nothing to comment on.");
	try {
		const body = renderComment(planned, (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.r)(job));
		progress.info(`The plan is in ${await comments.put(job.pullRequest, commentMarker(service), body)}`);
	} catch (error) {
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__.t) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		progress.warn(`plan-comment: GitHub did not take the comment: ${reason}. The job needs \`pull-requests: write\`; in a run for a fork the token may only read.`);
	}
}
function reportOf(planned) {
	const { verdict, refusals, image, release, live, hosts, hash } = planned;
	const [first] = hosts.kind === "hosts" ? hosts.plans : [];
	const [refusal] = refusals;
	const report = {
		outcome: verdict === "refused" ? "refused" : "planned",
		headline: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__.n)(planned),
		outputs: {
			plan: planJson(planned),
			"plan-hash": hash,
			release: release.name,
			digest: "digest" in image ? image.digest : "",
			"previous-release": live?.release ?? "",
			"instance-id": first && "host" in first ? first.host.id : "",
			cause: refusal ? "refused" : ""
		},
		facts: [],
		plan: planned
	};
	return refusal ? {
		...report,
		failure: {
			cause: "refused",
			sentence: refusal.reason,
			next: refusal.next,
			evidence: void 0
		}
	} : report;
}



/***/ }),

/***/ 2844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ imageOf),
/* harmony export */   c: () => (/* binding */ recordText),
/* harmony export */   i: () => (/* binding */ hostIdsOf),
/* harmony export */   l: () => (/* binding */ releaseName),
/* harmony export */   n: () => (/* binding */ asRecorded),
/* harmony export */   o: () => (/* binding */ ofService),
/* harmony export */   r: () => (/* binding */ configurationIdentity),
/* harmony export */   s: () => (/* binding */ parseRecord),
/* harmony export */   t: () => (/* binding */ RECORD_LIMIT),
/* harmony export */   u: () => (/* binding */ servesFrom)
/* harmony export */ });
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/domain/release/release.ts
/**
* Names a release. What decides whether a container must be started anew goes into the hash: digest, run configuration, port, and what counts as healthy.
* Time limits do not.
*/
function releaseName(commit, digest, run, health, httpPort) {
	const identity = JSON.stringify([digest, ...configurationIdentity({
		run,
		health,
		httpPort
	})]);
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
}
/** What makes one configuration another, in a fixed order. */
function configurationIdentity({ run, health, httpPort }) {
	return [
		run.port,
		run.args,
		(0,_image_js__WEBPACK_IMPORTED_MODULE_0__.c)(run.env),
		(0,_image_js__WEBPACK_IMPORTED_MODULE_0__.c)(run.secrets),
		run.volumes,
		run.memoryBytes ?? null,
		run.cpus ?? null,
		run.user ?? null,
		health.path,
		health.codes,
		health.host ?? null,
		httpPort
	];
}
/** Bytes that a standard parameter holds. */
const RECORD_LIMIT = 4096;
/** The record as it is stored: what a plan compares with goes first where it would be too large. */
function recordText(record) {
	const text = JSON.stringify(record);
	if (record.settings?.parts === void 0 || Buffer.byteLength(text) <= 4096) return text;
	return JSON.stringify({
		...record,
		settings: {
			whole: record.settings.whole,
			proxy: record.settings.proxy
		}
	});
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
/**
* A release as the record knows it that was live before, where a host tells of it; one that no record tells of is as the host says. `undefined` when
* the two do not mean the same image.
*/
function asRecorded(told, history) {
	const known = history.find(({ release }) => release === told.name);
	if (known === void 0) return told;
	return known.digest === told.digest ? {
		...told,
		image: known.image,
		login: known.login,
		commit: known.commit
	} : void 0;
}
/** The hosts that a recorded release serves on. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The image that serves; the host has it, so nobody need be asked for it. */
function imageOf(record) {
	return {
		reference: record.image,
		digest: record.digest,
		login: record.login || void 0,
		built: false,
		bytes: 0
	};
}
/** Whether the recorded image lies in a repository of this name. */
function servesFrom(record, repository) {
	return record !== void 0 && (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.s)(record.image).repository === repository;
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}



/***/ })

};
;