"use strict";
exports.id = 215;
exports.ids = [215];
exports.modules = {

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

/***/ 8215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4685);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);


// src/commands/status-report.ts
/** What is deployed where, as recorded and as the host sees it, and where the two are apart. */
function statusReport(config, { hosts, history, seen }) {
	const name = `${config.service.name} (${config.service.environment})`;
	const [host] = hosts;
	const [record] = history;
	const live = typeof seen === "object" ? seen : void 0;
	const url = live?.release && host ? (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.d)(host, record?.httpPort ?? config.host.httpPort) : "";
	return {
		outcome: "reported",
		headline: url ? `${name}: ${live?.release} serves at ${url}` : `${name}: ${typeof seen === "string" ? seen : "not deployed"}`,
		outputs: {
			url,
			"instance-id": host?.id ?? "",
			"public-ip": host?.publicIp ?? "",
			image: record?.image ?? "",
			digest: record?.digest ?? "",
			release: record?.release ?? "",
			"previous-release": record?.previousRelease ?? "",
			"serving-digest": live?.serving ?? ""
		},
		facts: [
			...hosts.map(({ id, instanceType, state }) => ["Host", `${id} (${instanceType}, ${state})`]),
			...url ? [["Address", url]] : [],
			["Recorded", record ? `${record.release}, by ${record.actor} at ${record.deployedAt}` : "no release"],
			["Serving", live ? serving(live) : typeof seen === "string" ? seen : "nothing"],
			...driftOf(record, live).map((words) => ["Drift", words]),
			...live ? [["Ways back", waysBack(live)]] : []
		],
		history: history.map(({ attempt }) => attempt)
	};
}
function serving({ release, running, healthy }) {
	return `${release || "nothing"}, ${running ? "running" : "not running"}, ${healthy ? "healthy" : "not healthy"}`;
}
/** Each with the command that heals it. */
function driftOf(record, live) {
	const words = (live?.drift ?? []).map((drift) => `${drift}; command: deploy heals it`);
	if (!live || !record || live.serving === record.digest) return words;
	return [...words, `the host serves ${live.release || "nothing"}, and ${record.release} is recorded; command: deploy heals it`];
}
function waysBack({ releases }) {
	const earlier = releases.filter(({ active }) => !active);
	if (earlier.length === 0) return "none yet";
	return earlier.map(({ release, container }) => container ? release : `${release} (to be pulled)`).join(", ");
}
// src/commands/status.ts
/** Versions of the record that are shown. */
const SHOWN = 10;
/** Tells what is deployed where, as recorded and as the host itself sees it. Changes nothing. */
async function status(ctx) {
	const { progress, config } = ctx;
	const [hosts, history] = await progress.step("Observe", async () => {
		const [, found, versions] = await Promise.all([
			(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx),
			(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx),
			ctx.records.history(config.service, SHOWN)
		]);
		return [found, versions];
	});
	return statusReport(config, {
		hosts,
		history,
		seen: await progress.step("Ask the host", async () => {
			const [host] = hosts;
			return host ? askHost(ctx, host) : void 0;
		})
	});
}
async function askHost(ctx, host) {
	if (host.state !== "running") return `the host is ${host.state}`;
	if ((await ctx.remote.agent(host.id)).kind !== "online") return "SSM cannot reach the host";
	const { service, region } = ctx.config;
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_1__.u)(service);
	const payload = [["service", key], ["region", region]];
	const answer = await ctx.remote.run({
		hostId: host.id,
		verb: "status",
		payload,
		comment: `docker-to-ec2: status ${key}`,
		timeout: 60
	}, ctx.signal);
	const result = (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.o)(answer.stdout);
	if (!result) return "the host gave no answer";
	return result.services.find((candidate) => candidate.service === key) ?? "nothing of this service is on the host";
}



/***/ })

};
;