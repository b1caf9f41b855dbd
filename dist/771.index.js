"use strict";
exports.id = 771;
exports.ids = [771];
exports.modules = {

/***/ 3048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseImage),
/* harmony export */   i: () => (/* binding */ isEcr),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   r: () => (/* binding */ buildTag),
/* harmony export */   t: () => (/* binding */ CACHE_TAG)
/* harmony export */ });
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7916);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/image.ts
/** Tag under which the build cache is kept; the repository's immutability leaves it out. */
const CACHE_TAG = "cache";
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
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(buildArgs),
		platforms.toSorted()
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 8)}`;
}
/** The repository's rules: untagged layers go after two weeks, and the newest 200 images stay, which is what a rollback can reach. */
const LIFECYCLE_POLICY = { rules: [{
	rulePriority: 1,
	description: "Expire images that lost their tag",
	selection: {
		tagStatus: "untagged",
		countType: "sinceImagePushed",
		countUnit: "days",
		countNumber: 14
	},
	action: { type: "expire" }
}, {
	rulePriority: 2,
	description: "Keep the newest 200 images, so that a release can be rolled back",
	selection: {
		tagStatus: "any",
		countType: "imageCountMoreThan",
		countNumber: 200
	},
	action: { type: "expire" }
}] };



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

/***/ 4685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseRemoveResult),
/* harmony export */   c: () => (/* binding */ explainCause),
/* harmony export */   d: () => (/* binding */ urlOf),
/* harmony export */   i: () => (/* binding */ parseDeployResult),
/* harmony export */   l: () => (/* binding */ isOwn),
/* harmony export */   n: () => (/* binding */ hostsInUse),
/* harmony export */   o: () => (/* binding */ parseStatusResult),
/* harmony export */   r: () => (/* binding */ observe),
/* harmony export */   s: () => (/* binding */ whatServes),
/* harmony export */   t: () => (/* binding */ checkAccount),
/* harmony export */   u: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);

// src/domain/host.ts
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
// src/domain/cause.ts
/** Every cause that a failed deploy can have, in the words of its explanation. */
const EXPLANATIONS = {
	"image-not-found": {
		says: "the image is not in the registry",
		next: "Check the input image, or run the workflow again to build it."
	},
	"pull-denied": {
		says: "the host may not pull the image",
		next: "Allow the host's role to pull this repository (see docs/iam/setup.yaml), or leave instance-profile empty."
	},
	"pull-failed": {
		says: "the image could not be pulled",
		next: "Check that the host reaches the registry; the registry's words are above."
	},
	"wrong-platform": {
		says: "the image is built for another platform than the host's",
		next: "Leave the input platforms empty to build for the host's own, or list both."
	},
	"out-of-disk": {
		says: "the host's disk is full",
		next: "Raise volume-size (with replace: true), or free space on the host."
	},
	"out-of-memory": {
		says: "the container ran out of memory",
		next: "Raise the input memory, or use a larger instance-type."
	},
	exited: {
		says: "the container exited",
		next: "Read the container's last log lines; run the image locally with the same env."
	},
	"port-not-listening": {
		says: "nothing listens on the port",
		next: "Set the input port to the one the application listens on; it must listen on 0.0.0.0, not on 127.0.0.1."
	},
	"health-status": {
		says: "the health check got the wrong status",
		next: "Set health-path, health-codes or health-host to what the application answers."
	},
	"health-silent": {
		says: "the health check got no answer in time",
		next: "Raise health-timeout if the application starts slowly, or set health-path to a page that answers at once."
	},
	"secret-missing": {
		says: "a secret does not exist",
		next: "Create it, or correct its name in the input secrets."
	},
	"secret-denied": {
		says: "the host's role may not read a secret",
		next: "Give the permission to the host's role, or move the secret below the service's own path (see README, Secrets)."
	},
	"secret-failed": {
		says: "a secret could not be read",
		next: "Correct it or its reference in the input secrets."
	},
	"proxy-port-taken": {
		says: "the port of the proxy is taken",
		next: "Stop what holds it, or choose another http-port."
	},
	"proxy-failed": {
		says: "the proxy does not run",
		next: "Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it."
	},
	"not-serving": {
		says: "the proxy does not serve the new release",
		next: "Look at the host's log below; the earlier release was put back."
	},
	"docker-missing": {
		says: "Docker is not there and could not be installed",
		next: "Use an Amazon Linux 2023, Debian or Ubuntu host, or install Docker on it."
	},
	"aws-cli-missing": {
		says: "the AWS CLI is not there and could not be installed",
		next: "Use an Amazon Linux 2023 host, or install the AWS CLI on it."
	},
	"network-failed": {
		says: "the containers' network could not be made",
		next: "Look at the host's log below; a firewall or another network may be in the way."
	},
	"start-failed": {
		says: "Docker did not start the container",
		next: "Read Docker's words: a volume, a user, a limit or the image's command may be wrong."
	},
	"bad-payload": {
		says: "the host did not understand the order",
		next: "Report this with the log: it is a defect of the action."
	},
	"bake-errors": {
		says: "the new release answered with too many errors",
		next: "Read its log below; raise bake-max-errors if these answers are right."
	},
	"moved-on": {
		says: "another release was deployed meanwhile",
		next: "Run this again; it is compared with what serves now."
	},
	"release-not-found": {
		says: "the host does not know the release",
		next: "Choose one that `status` lists, or deploy its commit."
	},
	"lock-held": {
		says: "another deploy of this service is at work on the host",
		next: "Wait for it to end, and run this again."
	},
	"script-failed": {
		says: "the script on the host stopped before its end",
		next: "Read its output below, and run this again: the next run heals what was left."
	},
	"command-timed-out": {
		says: "the work on the host took longer than the input timeout allows",
		next: "Raise timeout, and run this again: the next run heals what was left."
	},
	"agent-offline": {
		says: "SSM cannot reach the host",
		next: "See the reason; the agent needs an instance profile with SSM permissions and a way to the internet or to VPC endpoints."
	}
};
function isCause(value) {
	return Object.hasOwn(EXPLANATIONS, value);
}
/** One sentence that names the cause with its facts, and one that names the next step. */
function explainCause(facts) {
	const { says, next } = EXPLANATIONS[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? says : `${says}: ${fact}`,
		next
	};
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, and on no other either` : `${port}; the container listens on ${ports.join(", ")}`;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/domain/remote-result.ts
/** A script that was refused at once, or cut short, did not look at what serves. */
const NOT_LOOKED = /* @__PURE__ */ new Set([
	"agent-offline",
	"bad-payload",
	"command-timed-out",
	"lock-held",
	"script-failed"
]);
/** A sentence on what the proxy serves after a failure. */
function whatServes({ cause, serving, servingRelease }) {
	if (serving !== "") return `${servingRelease || serving} serves on.`;
	return cause !== void 0 && NOT_LOOKED.has(cause) ? "`command: status` tells what serves." : "Nothing is served.";
}
/** The first line of the script's output as JSON; `undefined` when the script did not get as far as that. */
function firstLine(stdout) {
	try {
		const value = JSON.parse(stdout.split("\n", 1)[0] ?? "");
		return typeof value === "object" && value !== null ? value : void 0;
	} catch {
		return;
	}
}
function parseDeployResult(stdout) {
	const raw = firstLine(stdout);
	const outcome = raw?.["outcome"];
	if (!raw || !isOutcome(outcome)) return void 0;
	const evidence = raw["evidence"] ?? {};
	return {
		outcome,
		rolledBack: raw["rolledBack"] === true,
		manifest: manifestOf(decode(raw["manifest"])),
		cause: outcome === "failed" ? causeOf(raw["cause"]) : void 0,
		previous: text(raw["previous"]),
		serving: text(raw["serving"]),
		servingRelease: text(raw["servingRelease"]),
		exitCode: number(raw["exitCode"]),
		healthCode: number(raw["healthCode"]) || void 0,
		ports: Array.isArray(raw["ports"]) ? raw["ports"].filter((port) => typeof port === "number") : [],
		detail: decode(raw["detail"]),
		evidence: {
			logs: decode(evidence["logs"]),
			health: decode(evidence["health"]),
			host: decode(evidence["host"])
		},
		steps: Array.isArray(raw["steps"]) ? raw["steps"] : []
	};
}
function parseStatusResult(stdout) {
	const raw = firstLine(stdout);
	return raw?.["outcome"] === "status" ? raw : void 0;
}
function parseRemoveResult(stdout) {
	const raw = firstLine(stdout);
	return raw?.["outcome"] === "removed" ? raw : void 0;
}
function isOutcome(value) {
	return value === "deployed" || value === "unchanged" || value === "rolled-back" || value === "failed";
}
function manifestOf(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
function causeOf(value) {
	return typeof value === "string" && isCause(value) ? value : "script-failed";
}
function text(value) {
	return typeof value === "string" ? value : "";
}
function number(value) {
	return typeof value === "number" ? value : void 0;
}
/** Free text travels as base64, so that no log line can break the JSON. */
function decode(value) {
	return Buffer.from(text(value), "base64").toString("utf8");
}
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
	if (isOwn(host, spec.service) && host.instanceType !== spec.instanceType) {
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
// src/commands/observe.ts
/** Looks at account, hosts and record, and refuses where the plan does. */
async function observe(ctx) {
	const accountId = await checkAccount(ctx);
	const [observed, record] = await Promise.all([observeHosts(ctx), ctx.records.read(ctx.config.service)]);
	const plan = planHost(ctx.config.host, observed);
	if (plan.kind === "refuse") throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("refused", plan.reason, { next: plan.next });
	const live = record ? `${record.release} is recorded as live` : "no release is recorded yet";
	ctx.progress.info(`Account ${accountId}, ${ctx.config.region}; ${describe(plan)}; ${live}`);
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
/** Who we are; refuses credentials of another account than the input `account-id` allows. */
async function checkAccount({ config, account }) {
	const { accountId, arn } = await account.identify();
	if (config.accountId !== void 0 && config.accountId !== accountId) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-account", `the credentials belong to account ${accountId} (${arn}), and account-id allows only ${config.accountId}`, { next: "Assume a role of the right account, or correct the input account-id." });
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
	if (found.length > 0 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
	const host = record && await ctx.hosts.get(record.hostId);
	return host ? [host] : [];
}



/***/ }),

/***/ 9734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parameterPath),
/* harmony export */   c: () => (/* binding */ roleName),
/* harmony export */   d: () => (/* binding */ serviceOfTags),
/* harmony export */   f: () => (/* binding */ serviceTags),
/* harmony export */   i: () => (/* binding */ managedTags),
/* harmony export */   l: () => (/* binding */ securityGroupName),
/* harmony export */   n: () => (/* binding */ TAG_REPLACES),
/* harmony export */   o: () => (/* binding */ queueName),
/* harmony export */   r: () => (/* binding */ leaseName),
/* harmony export */   s: () => (/* binding */ recordName),
/* harmony export */   t: () => (/* binding */ TAG_MANAGED),
/* harmony export */   u: () => (/* binding */ serviceKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

// src/domain/service.ts
const TAG_SERVICE = "docker-to-ec2:service";
const TAG_ENVIRONMENT = "docker-to-ec2:environment";
/** Marks what this action created, and so may remove again. */
const TAG_MANAGED = "docker-to-ec2:managed";
/** On a new host that is to take over: the id of the host it replaces. */
const TAG_REPLACES = "docker-to-ec2:replaces";
/** The name of files, containers and labels on a host: `web.production`. A dot, because neither half may contain one. */
function serviceKey(service) {
	return `${service.name}.${service.environment}`;
}
/** Tags by which the resources of a service are found. */
function serviceTags(service) {
	return {
		[TAG_SERVICE]: service.name,
		[TAG_ENVIRONMENT]: service.environment
	};
}
/** The service that tags tell. */
function serviceOfTags(tag) {
	return {
		name: tag(TAG_SERVICE),
		environment: tag(TAG_ENVIRONMENT)
	};
}
/** Tags of everything the action creates. */
function managedTags(service) {
	return {
		...serviceTags(service),
		[TAG_MANAGED]: "true",
		Name: `${service.name}-${service.environment}`
	};
}
/** Path of the service's own parameters: its release record, and the secrets that its host may read by default. */
function parameterPath(service) {
	return `/docker-to-ec2/${service.name}/${service.environment}`;
}
function recordName(service) {
	return `${parameterPath(service)}/release`;
}
/** Which run deploys the service now. */
function leaseName(service) {
	return `${parameterPath(service)}/lease`;
}
/** Which is the newest run that waits for the lease. */
function queueName(service) {
	return `${parameterPath(service)}/queue`;
}
/** IAM is global, so the name carries the region. Role names end at 64 characters; a longer one is cut and made unique by a hash. */
function roleName(service, region) {
	const name = `docker-to-ec2-${service.name}-${service.environment}-${region}`;
	if (name.length <= 64) return name;
	return `${name.slice(0, 55)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, 8)}`;
}
function securityGroupName(service) {
	return `docker-to-ec2-${service.name}-${service.environment}`;
}



/***/ }),

/***/ 7916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ sortedEntries)
/* harmony export */ });
// src/domain/sorted.ts
/** Entries in the order of their names, so that a hash of them does not depend on the order in which they were written. */
function sortedEntries(entries) {
	return Object.entries(entries).toSorted(([a], [b]) => a < b ? -1 : 1);
}



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ provision),
/* harmony export */   r: () => (/* binding */ waitForAgent),
/* harmony export */   t: () => (/* binding */ withLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7626);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4685);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(115);





// src/domain/agent-diagnosis.ts
/** Why SSM cannot reach a host, as the one most likely reason, and the step that helps. */
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		next: "Wait until it runs, or start it, and run this again."
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
// src/commands/launch.ts
/** IAM takes up to two minutes to spread a fresh instance profile. */
const PROFILE_PATIENCE_MS = 18e4;
/** Launches a host in the first subnet that has room for it. */
async function launchHost(ctx, input) {
	const { host: spec } = ctx.config;
	ctx.progress.info(`Launching a ${spec.instanceType}${input.replaces === void 0 ? "" : ` in place of ${input.replaces}`}`);
	const [instanceProfile, image, subnets] = await Promise.all([
		profile(ctx, input),
		machineImage(ctx),
		ctx.networks.subnets(spec.subnetIds)
	]);
	const refusals = [];
	for (const subnet of subnets) {
		const securityGroupIds = await securityGroups(ctx, subnet);
		const host = await launchIn(ctx, {
			service: spec.service,
			instanceType: spec.instanceType,
			volumeGiB: spec.volumeGiB,
			replaces: input.replaces,
			instanceProfile,
			...image,
			securityGroupIds,
			subnetId: subnet.id
		}, refusals);
		if (host) return host;
		ctx.progress.info(`No room for a ${spec.instanceType} in ${subnet.zone}: ${refusals.at(-1)}`);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-capacity", `no subnet has room for a ${spec.instanceType}: ${refusals.join("; ")}`, { next: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
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
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-architecture", `${ami} is for ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.u)(image.architecture)}, and ${config.host.instanceType} is ${(0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.u)(architecture)}`, { next: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
async function securityGroups({ config, networks }, subnet) {
	const { securityGroupIds, service, httpPort } = config.host;
	return securityGroupIds.length > 0 ? securityGroupIds : [await networks.ensureSecurityGroup(service, subnet.vpcId, httpPort)];
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
// src/commands/provision.ts
/** Makes the plan true: afterwards the host runs, has its address, and its agent is online. */
async function provision(ctx, { plan, accountId, record }) {
	const host = await obtain(ctx, plan, accountId);
	const { httpPort, elasticIp } = ctx.config.host;
	const settled = record?.hostId === host.id && record.httpPort === httpPort && (host.elasticIp || !elasticIp);
	if ((0,_observe_js__WEBPACK_IMPORTED_MODULE_2__.l)(host, ctx.config.service) && plan.kind !== "replace" && !settled) await settle(ctx, host);
	await waitForAgent(ctx, host);
	return settled && host.publicIp !== void 0 ? host : refreshed(ctx, host);
}
async function obtain(ctx, plan, accountId) {
	const repositories = [ctx.config.image.repository, ...ownRepositories(ctx)];
	switch (plan.kind) {
		case "launch": return waitUntilRunning(ctx, await launchHost(ctx, {
			accountId,
			repositories,
			replaces: void 0
		}));
		case "replace": return waitUntilRunning(ctx, plan.next ?? await launchHost(ctx, {
			accountId,
			repositories,
			replaces: plan.host.id
		}));
		case "start": return startHost(ctx, plan.host);
		case "reuse":
			ctx.progress.info(`Reusing ${plan.host.id} (${plan.host.instanceType}, ${plan.host.publicIp ?? "no public address"})`);
			return waitUntilRunning(ctx, plan.host);
	}
}
/** Repositories, besides the service's, that the host pulls from ECR: where `image` or `proxy-image` lie there. */
function ownRepositories({ config }) {
	return [config.image.existing, config.proxyImage].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_1__.a)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_1__.i)(registry, void 0)).map(({ repository }) => repository);
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
/** What a run that was killed after the launch may have left undone: the open port, the address. */
async function settle(ctx, host) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0 && host.vpcId !== void 0) await ctx.networks.ensureSecurityGroup(service, host.vpcId, spec.httpPort);
	if (spec.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, host.id)}`);
}
async function refreshed(ctx, host) {
	return await ctx.hosts.get(host.id) ?? host;
}
/** Waits until SSM reaches the host. Gives up at once where no waiting helps. */
async function waitForAgent(ctx, host) {
	const since = ctx.clock.now();
	for (;;) {
		const agent = await ctx.remote.agent(host.id);
		if (agent.kind === "online") return;
		if (host.instanceProfile === void 0 || ctx.clock.now() - since > ctx.config.hostTimeout * 1e3) {
			const { reason, next } = diagnoseAgent({
				host: await refreshed(ctx, host),
				agent
			});
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("agent-offline", `SSM cannot reach the host: ${reason}`, { next });
		}
		ctx.progress.waiting(`the SSM agent of ${host.id} to come online`, since);
		await ctx.clock.sleep(2e3);
	}
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
			await clock.sleep(_lease_js__WEBPACK_IMPORTED_MODULE_3__.n);
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
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_4__.n)(job),
		expiresAt: clock.now() + _lease_js__WEBPACK_IMPORTED_MODULE_3__.t
	};
}
function describe({ owner, actor, runUrl: url }) {
	return `run ${owner.split("/")[0]} of ${actor} (${url})`;
}



/***/ })

};
;