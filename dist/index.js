/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 9969:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ numberOfEnvironment),
/* harmony export */   A: () => (/* binding */ placeOf),
/* harmony export */   At: () => (/* binding */ parameterPath),
/* harmony export */   B: () => (/* binding */ nearest),
/* harmony export */   Bt: () => (/* binding */ steeringName),
/* harmony export */   C: () => (/* binding */ inWorkspace),
/* harmony export */   Ct: () => (/* binding */ STATUS_DOCUMENT),
/* harmony export */   D: () => (/* binding */ accountOf),
/* harmony export */   Dt: () => (/* binding */ keptCertificates),
/* harmony export */   E: () => (/* binding */ serviceOf),
/* harmony export */   Et: () => (/* binding */ displayName),
/* harmony export */   F: () => (/* binding */ tmpfsOf),
/* harmony export */   Ft: () => (/* binding */ serviceKey),
/* harmony export */   G: () => (/* binding */ IN_AWS),
/* harmony export */   H: () => (/* binding */ shorten),
/* harmony export */   I: () => (/* binding */ ulimitOf),
/* harmony export */   It: () => (/* binding */ serviceOfKey),
/* harmony export */   J: () => (/* binding */ WORKS_ON_HOSTS),
/* harmony export */   K: () => (/* binding */ RELEASES),
/* harmony export */   L: () => (/* binding */ isInput),
/* harmony export */   Lt: () => (/* binding */ serviceOfRecord),
/* harmony export */   M: () => (/* binding */ placeOf$1),
/* harmony export */   Mt: () => (/* binding */ recordName),
/* harmony export */   N: () => (/* binding */ deviceOf),
/* harmony export */   Nt: () => (/* binding */ repositoryName),
/* harmony export */   O: () => (/* binding */ ROLE_ARN),
/* harmony export */   Ot: () => (/* binding */ leaseName),
/* harmony export */   P: () => (/* binding */ gpuRequest),
/* harmony export */   Pt: () => (/* binding */ securityGroupName),
/* harmony export */   Q: () => (/* binding */ markOf$1),
/* harmony export */   R: () => (/* binding */ stepText),
/* harmony export */   Rt: () => (/* binding */ serviceOfTags),
/* harmony export */   S: () => (/* binding */ buildPaths),
/* harmony export */   St: () => (/* binding */ NAME),
/* harmony export */   T: () => (/* binding */ runUrl),
/* harmony export */   Tt: () => (/* binding */ TAG_REPLACES),
/* harmony export */   U: () => (/* binding */ CHANGES),
/* harmony export */   V: () => (/* binding */ inOrder),
/* harmony export */   Vt: () => (/* binding */ writeLine),
/* harmony export */   W: () => (/* binding */ COMMANDS),
/* harmony export */   X: () => (/* binding */ PREVIEW_PART),
/* harmony export */   Y: () => (/* binding */ FACTS),
/* harmony export */   Z: () => (/* binding */ isSamePreview),
/* harmony export */   _: () => (/* binding */ DAY),
/* harmony export */   _t: () => (/* binding */ assertNotRefused),
/* harmony export */   a: () => (/* binding */ cut$1),
/* harmony export */   at: () => (/* binding */ UNSEEN),
/* harmony export */   b: () => (/* binding */ seconds),
/* harmony export */   bt: () => (/* binding */ refused),
/* harmony export */   c: () => (/* binding */ fold),
/* harmony export */   ct: () => (/* binding */ systemClock),
/* harmony export */   d: () => (/* binding */ paragraphs),
/* harmony export */   dt: () => (/* binding */ stateOf),
/* harmony export */   et: () => (/* binding */ previewEnvironment),
/* harmony export */   f: () => (/* binding */ plain),
/* harmony export */   ft: () => (/* binding */ explain),
/* harmony export */   g: () => (/* binding */ visible),
/* harmony export */   gt: () => (/* binding */ DeployError),
/* harmony export */   h: () => (/* binding */ table),
/* harmony export */   ht: () => (/* binding */ Cancelled),
/* harmony export */   i: () => (/* binding */ code),
/* harmony export */   it: () => (/* binding */ CONTROLS),
/* harmony export */   j: () => (/* binding */ mountOf),
/* harmony export */   jt: () => (/* binding */ queueName),
/* harmony export */   k: () => (/* binding */ partitionOf),
/* harmony export */   kt: () => (/* binding */ managedTags),
/* harmony export */   l: () => (/* binding */ link),
/* harmony export */   lt: () => (/* binding */ timeLimit),
/* harmony export */   m: () => (/* binding */ shortCode),
/* harmony export */   mt: () => (/* binding */ reportOfError),
/* harmony export */   n: () => (/* binding */ LAST_LINES),
/* harmony export */   nt: () => (/* binding */ previewPort),
/* harmony export */   o: () => (/* binding */ cutComment),
/* harmony export */   ot: () => (/* binding */ unicodePattern),
/* harmony export */   p: () => (/* binding */ prose),
/* harmony export */   pt: () => (/* binding */ ofService),
/* harmony export */   q: () => (/* binding */ WAITS),
/* harmony export */   r: () => (/* binding */ block),
/* harmony export */   rt: () => (/* binding */ removalOf),
/* harmony export */   s: () => (/* binding */ cutStart),
/* harmony export */   st: () => (/* binding */ withoutByteOrderMark),
/* harmony export */   t: () => (/* binding */ renderHead),
/* harmony export */   tt: () => (/* binding */ previewOfJob),
/* harmony export */   u: () => (/* binding */ list),
/* harmony export */   ut: () => (/* binding */ saveState),
/* harmony export */   v: () => (/* binding */ HOUR),
/* harmony export */   vt: () => (/* binding */ isNotAllowed),
/* harmony export */   w: () => (/* binding */ repositoryUrl),
/* harmony export */   wt: () => (/* binding */ TAG_MANAGED),
/* harmony export */   x: () => (/* binding */ isGreen),
/* harmony export */   xt: () => (/* binding */ refuse),
/* harmony export */   y: () => (/* binding */ MINUTE),
/* harmony export */   yt: () => (/* binding */ messageOf),
/* harmony export */   z: () => (/* binding */ didYouMean),
/* harmony export */   zt: () => (/* binding */ serviceTags)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_3__);




// src/adapters/github/log/log.ts
var PAUSE = 5;
function writeLine(line) {
	let rest = Buffer.from(`${line}\n`);
	while (rest.length > 0) rest = rest.subarray(written(rest));
}
function written(bytes) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(1, bytes);
	} catch (error) {
		const { code } = error;
		if (code === "EPIPE") return bytes.length;
		if (code !== "EAGAIN") throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
		return 0;
	}
}
// src/adapters/github/log/log-lines.ts
function harmlessLines(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.replaceAll("##[", "## [").replace(/^([\s\u0085]*):(?=:)/, "$1: "));
}
function workflowCommand(name, value = "") {
	return `::${name}::${escaped$1(value)}`;
}
function errorCommand(value, title = "") {
	return `::error${title === "" ? "" : ` title=${escaped$1(title).replaceAll(":", "%3A").replaceAll(",", "%2C")}`}::${escaped$1(value)}`;
}
function escaped$1(value) {
	return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/report/parts/clause.ts
var SMALL = /^(?:A|An|Another|It|No|Nothing|Others|Something|The|There|This|Two)\b/;
function small(sentence) {
	return sentence.replace(SMALL, (word) => word.toLowerCase());
}
function clause(sentence) {
	return small(sentence).replace(/(?<!\.)\.$/, "");
}
// src/domain/service.ts
var NAME = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;
var TAG_SERVICE = "docker-to-ec2:service";
var TAG_ENVIRONMENT = "docker-to-ec2:environment";
var TAG_MANAGED = "docker-to-ec2:managed";
var TAG_REPLACES = "docker-to-ec2:replaces";
var STATUS_DOCUMENT = "docker-to-ec2-status";
function displayName(service) {
	return `${service.name} (${service.environment})`;
}
function serviceKey(service) {
	return `${service.name}.${service.environment}`;
}
function serviceOfKey(key) {
	const [name = "", environment = ""] = key.split(".");
	return {
		name,
		environment
	};
}
function serviceTags(service) {
	return {
		[TAG_SERVICE]: service.name,
		[TAG_ENVIRONMENT]: service.environment
	};
}
function serviceOfTags(tag) {
	return {
		name: tag(TAG_SERVICE),
		environment: tag(TAG_ENVIRONMENT)
	};
}
function managedTags(service) {
	return {
		...serviceTags(service),
		[TAG_MANAGED]: "true",
		Name: serviceKey(service)
	};
}
function parameterPath(service) {
	return `/docker-to-ec2/${service.name}/${service.environment}`;
}
function recordName(service) {
	return `${parameterPath(service)}/release`;
}
function serviceOfRecord(parameter) {
	const [, , name = "", environment = ""] = parameter.split("/");
	return {
		name,
		environment
	};
}
function keptCertificates(service) {
	return `${parameterPath(service)}/kept-certificates`;
}
function leaseName(service) {
	return `${parameterPath(service)}/lease`;
}
function queueName(service) {
	return `${parameterPath(service)}/queue`;
}
function steeringName(service) {
	return `${parameterPath(service)}/steering`;
}
function securityGroupName(service) {
	return `docker-to-ec2.${serviceKey(service)}`;
}
function repositoryName(service) {
	return `${service.name}/${service.environment}`;
}
// src/domain/refusal.ts
var REFUSALS = [
	"inputs",
	"refused",
	"plan-changed",
	"wrong-account",
	"lock-held",
	"superseded",
	"image-not-attested",
	"image-vulnerable",
	"image-not-scanned",
	"record-unreadable"
];
function refuse(reason, hint) {
	return {
		kind: "refuse",
		reason,
		hint
	};
}
// src/domain/cause/run-cause.ts
function isRefusal(code) {
	return REFUSALS.some((refusal) => refusal === code);
}
// src/errors.ts
var DeployError = class extends Error {
	name = "DeployError";
	code;
	hint;
	constructor(code, message, options = {}) {
		super(message, options.cause === void 0 ? {} : { cause: options.cause });
		this.code = code;
		this.hint = options.hint;
	}
};
function isNotAllowed(error) {
	return error instanceof DeployError && error.code === "not-allowed";
}
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
function refused({ code = "refused", reason, hint }) {
	return new DeployError(code, reason, { hint });
}
function assertNotRefused(refusal) {
	if (refusal !== void 0) throw refused(refusal);
}
var Cancelled = class extends Error {
	name = "Cancelled";
	constructor() {
		super("The run was cancelled.");
	}
};
// src/report/explain.ts
function reportOfError(error) {
	if (error instanceof Cancelled) return failed("cancelled", {
		cause: "cancelled",
		sentence: error.message,
		hint: "A release that already has the traffic keeps it; only a canary loses its share. A launched host stays. See command: status, and run this again when you are ready: it continues from what is there."
	});
	if (error instanceof DeployError) {
		const { code: cause, message: sentence, hint } = error;
		return failed(isRefusal(cause) ? "refused" : "failed", {
			cause,
			sentence,
			hint
		});
	}
	const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
	return failed("failed", {
		cause: "unexpected",
		sentence: `${name}: ${message}`,
		hint: "Run this again. If it fails again, report it with the stack below.",
		stack
	});
}
var HEADLINE = 100;
var VERDICTS = {
	refused: "the run was refused",
	cancelled: "the run was cancelled",
	failed: "the run failed"
};
function failed(outcome, failure) {
	const { cause, sentence } = failure;
	const [first = ""] = sentence.split(/:?\n/);
	return {
		outcome,
		headline: fitting(first) ?? VERDICTS[outcome],
		outputs: { cause },
		facts: [],
		failure: {
			...failure,
			evidence: void 0
		}
	};
}
function fitting(sentence) {
	return [sentence, ...sentence.split(": ", 1)].find(({ length }) => length <= HEADLINE);
}
function ofService(report, service) {
	return {
		...report,
		headline: `${displayName(service)}: ${clause(report.headline)}`
	};
}
function explain(error) {
	const { failure, headline } = reportOfError(error);
	const words = failure?.sentence ?? headline;
	return failure?.hint === void 0 ? words : `${words} ${failure.hint}`;
}
// src/report/runner-file.ts
function setOutputs(outputs) {
	append("GITHUB_OUTPUT", outputs);
}
function stateOf(name) {
	return process.env[`STATE_${name}`] ?? "";
}
function saveState(state) {
	append("GITHUB_STATE", state);
}
function append(variable, values) {
	const file = process.env[variable];
	const entries = Object.entries(values).map(([name, value]) => entry(name, value));
	if (file) (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, entries.join(""));
}
function entry(name, value) {
	if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
	let end = "END";
	while (value.includes(end)) end += "D";
	return `${name}<<${end}\n${value}\n${end}\n`;
}
// src/ports/clock.ts
function momentOf(sinceEpoch) {
	return sinceEpoch;
}
// src/adapters/clock.ts
function now() {
	return momentOf(Date.now());
}
var timeLimit = (seconds) => AbortSignal.timeout(seconds * 1e3);
function systemClock(signal) {
	return {
		now,
		elapsed: () => performance.now(),
		async sleep(ms) {
			const { setTimeout } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8500, 23));
			try {
				await setTimeout(ms, void 0, { signal });
			} catch (error) {
				throw signal.aborted ? new Cancelled() : error;
			}
		}
	};
}
// src/domain/text.ts
function unicodePattern(source) {
	let built;
	return {
		source,
		test: (text) => {
			built ??= new RegExp(source, "u");
			return built.test(text);
		}
	};
}
var CONTROLS = String.raw`\0-\x1F\x7F-\x9F\u2028\u2029`;
var UNSEEN = unicodePattern(String.raw`(?!(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F\u20E3|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]`);
function withoutByteOrderMark(text) {
	return text.replace(/^\uFEFF/, "");
}
// src/adapters/github/config-source.ts
function configSource(spec) {
	return { async read(path) {
		try {
			return {
				kind: "found",
				text: withoutByteOrderMark((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(spec.workspace, path), "utf8"))
			};
		} catch (error) {
			const { code } = error;
			if (code !== "ENOENT" && code !== "ENOTDIR") return {
				kind: "unknown",
				reason: messageOf(error)
			};
		}
		return isCheckedOut(spec.workspace) ? missing(spec.workspace, path) : onGithub(spec, path);
	} };
}
function missing(workspace, path) {
	const instead = path.endsWith(".yml") ? path.replace(/\.yml$/, ".yaml") : path.replace(/\.yaml$/, ".yml");
	return {
		kind: "missing",
		where: "in the checkout",
		...(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, instead)) && { instead }
	};
}
async function onGithub(spec, path) {
	return (await Promise.all(/* import() */[__nccwpck_require__.e(7512), __nccwpck_require__.e(1216), __nccwpck_require__.e(1680), __nccwpck_require__.e(7426)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7426))).askForFile(spec, path);
}
function isCheckedOut(workspace) {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, ".git")) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, ".git", "info", "sparse-checkout"));
}
// src/adapters/github/log/progress.ts
var QUIET_MS = 1e4;
function actionsProgress({ write, clock }) {
	const log = groupedLog(write);
	const finished = [];
	return {
		info: log.info,
		group: (title, text) => {
			log.end();
			write(workflowCommand("group", title));
			for (const line of harmlessLines(text)) write(line);
			write(workflowCommand("endgroup"));
		},
		took: (steps) => finished.push(...steps),
		steps: () => finished,
		warn: (message) => write(workflowCommand("warning", message)),
		fail: (message, title) => {
			log.end();
			write(errorCommand(message, title));
		},
		waiting: reminder(clock, log.info),
		step: (name, work, isGood = () => true) => {
			const step = { name: harmlessLines(name).join(" ") };
			return log.within(step, async () => {
				const start = clock.now();
				let ok = false;
				log.open(step);
				try {
					const result = await work();
					ok = isGood(result);
					return result;
				} finally {
					const ms = clock.now() - start;
					finished.push({
						name: step.name,
						start,
						ms,
						ok
					});
					log.close(step, ok ? `\u2713 ${seconds$1(ms)}` : `\u2717 failed after ${seconds$1(ms)}`);
				}
			});
		}
	};
}
function groupedLog(write) {
	let current;
	let group;
	const info = (text) => {
		const step = current?.getStore();
		const prefix = step === void 0 || step === group ? "" : `${step.name} \u2502 `;
		for (const line of harmlessLines(text)) write(`${prefix}${line}`);
	};
	const end = () => {
		if (group) write(workflowCommand("endgroup"));
		group = void 0;
	};
	return {
		info,
		within: (step, work) => (current ??= new node_async_hooks__WEBPACK_IMPORTED_MODULE_2__.AsyncLocalStorage()).run(step, work),
		open(step) {
			if (group) return;
			group = step;
			write(workflowCommand("group", step.name));
		},
		end,
		close(step, verdict) {
			if (step !== group) return info(verdict);
			end();
			write(`${verdict.slice(0, 1)} ${step.name}${verdict.slice(1)}`);
		}
	};
}
function reminder(clock, info) {
	const heard = /* @__PURE__ */ new Map();
	return (what, since) => {
		const now = clock.now();
		const last = heard.get(what);
		if (last !== void 0 && since <= last && now - last < QUIET_MS) return;
		heard.set(what, now);
		info(`Waiting for ${what}${now - since < 1e3 ? "" : `, ${seconds$1(now - since)} so far`}`);
	};
}
function seconds$1(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
// src/domain/preview/preview.ts
var PREVIEW_PART = "preview";
function previewOfJob(number, { repository, repositoryId }) {
	return {
		number,
		repository,
		...repositoryId !== "" && { repositoryId }
	};
}
function isSamePreview(one, other) {
	const isSameRepository = one.repositoryId === void 0 || other.repositoryId === void 0 ? one.repository === other.repository : one.repositoryId === other.repositoryId;
	return one.number === other.number && isSameRepository;
}
function markOf$1({ number, repository, repositoryId }) {
	return {
		number,
		repository,
		...repositoryId !== void 0 && { repositoryId }
	};
}
function removalOf(preview, judged) {
	return {
		...markOf$1(preview),
		act: "remove",
		judged
	};
}
function previewEnvironment(number) {
	return `pr-${number}`;
}
function numberOfEnvironment(environment) {
	const [, number] = /^pr-([1-9]\d{0,9})$/.exec(environment) ?? [];
	return number === void 0 ? void 0 : Number(number);
}
function previewPort(number, { first, last }) {
	return first + number % (last - first + 1);
}
// src/config/step/facts.ts
var list0 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"status",
	"logs",
	"metrics",
	"freeze",
	"unfreeze",
	"steer",
	"schedule",
	"doctor",
	"destroy",
	"sweep",
	"comment"
];
var list1 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"status",
	"logs",
	"metrics",
	"freeze",
	"unfreeze",
	"steer",
	"schedule",
	"doctor",
	"destroy",
	"sweep"
];
var list2 = [
	"deploy",
	"plan",
	"promote",
	"rollback",
	"restart",
	"status",
	"logs",
	"metrics",
	"freeze",
	"unfreeze",
	"steer",
	"schedule",
	"doctor",
	"destroy"
];
var list3 = [
	"rollback",
	"promote",
	"plan"
];
var list4 = [
	"deploy",
	"plan",
	"promote",
	"rollback"
];
var list5 = ["deploy", "plan"];
var list6 = ["deploy", "promote"];
var list7 = ["promote", "plan"];
var list8 = ["plan"];
var list9 = [
	"deploy",
	"preview",
	"plan",
	"promote"
];
var list10 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"freeze",
	"unfreeze",
	"schedule",
	"sweep"
];
var list11 = ["freeze", "steer"];
var list12 = ["freeze"];
var list13 = ["destroy"];
var list14 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart"
];
var list15 = [
	"deploy",
	"preview",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"sweep"
];
var list16 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"doctor"
];
var list17 = [];
var list18 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"doctor"
];
var list19 = [
	"deploy",
	"plan",
	"promote",
	"schedule",
	"status",
	"doctor"
];
var list20 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"schedule"
];
var list21 = [
	"deploy",
	"preview",
	"plan"
];
var list22 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"doctor"
];
var list23 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"status"
];
var list24 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"destroy"
];
var list25 = ["preview"];
var list26 = ["steer"];
var list27 = ["logs"];
var list28 = ["metrics"];
var list29 = ["sweep"];
var list30 = ["comment"];
var FACTS = {
	"command": {
		"commands": list0,
		"default": "deploy",
		"absent": "deploy",
		"passed": "deploy",
		"ofRun": true
	},
	"config": {
		"commands": list1,
		"ofRun": true
	},
	"service": { "commands": list1 },
	"environment": {
		"commands": list2,
		"default": "production",
		"absent": "production",
		"passed": "production",
		"emptyIsWrong": true,
		"ofRun": true
	},
	"aws-region": { "commands": list1 },
	"role-to-assume": { "commands": list1 },
	"role-duration": {
		"commands": list1,
		"default": "1h",
		"absent": 3600
	},
	"audience": { "commands": list1 },
	"account-id": {
		"commands": list1,
		"default": "any",
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"release": {
		"commands": list3,
		"ofRun": true
	},
	"version": {
		"commands": list4,
		"ofRun": true
	},
	"next-version": { "commands": list5 },
	"release-notes": {
		"commands": list6,
		"default": "false",
		"absent": false
	},
	"promote-from": { "commands": list7 },
	"promote-from-role": { "commands": list7 },
	"promote-from-region": { "commands": list7 },
	"min-soak": {
		"commands": list7,
		"default": "0s",
		"absent": 0,
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"plan-hash": {
		"commands": list6,
		"default": "none",
		"passed": "none",
		"emptyIsWrong": true,
		"ofRun": true
	},
	"plan-comment": {
		"commands": list8,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"allow-rolled-back": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"allow-downgrade": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"lock-timeout": {
		"commands": list10,
		"default": "15m",
		"absent": 900
	},
	"reason": {
		"commands": list11,
		"ofRun": true
	},
	"until": {
		"commands": list12,
		"ofRun": true
	},
	"destroy-repository": {
		"commands": list13,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"deploy-timeout": {
		"commands": list14,
		"default": "15m",
		"absent": 900
	},
	"github-token": {
		"commands": list0,
		"default": "${{ github.token }}",
		"passed": "${{ github.token }}",
		"ofRun": true
	},
	"github-deployment": {
		"commands": list15,
		"default": "auto",
		"absent": "auto"
	},
	"instance-id": { "commands": list1 },
	"instances": {
		"commands": list16,
		"default": "1",
		"absent": 1
	},
	"max-concurrency": {
		"commands": list14,
		"default": "1",
		"absent": "1"
	},
	"instance-type": {
		"commands": list16,
		"default": "t3.small",
		"absent": "t3.small"
	},
	"ami": { "commands": list16 },
	"subnet-ids": {
		"commands": list16,
		"default": "default",
		"absent": list17,
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"security-group-ids": {
		"commands": list18,
		"default": "default",
		"absent": list17,
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"instance-profile": { "commands": list16 },
	"volume-size": {
		"commands": list16,
		"default": "16",
		"absent": 16
	},
	"elastic-ip": {
		"commands": list18,
		"default": "true",
		"absent": true
	},
	"network": { "commands": list14 },
	"max-monthly-cost": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"capacity": {
		"commands": list16,
		"default": "on-demand",
		"absent": "on-demand"
	},
	"schedule": { "commands": list19 },
	"host-timeout": {
		"commands": list20,
		"default": "10m",
		"absent": 600
	},
	"allow-replacement": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"renew": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"image": { "commands": list21 },
	"repository": { "commands": list22 },
	"context": {
		"commands": list21,
		"default": ".",
		"absent": "."
	},
	"dockerfile": { "commands": list21 },
	"target": { "commands": list21 },
	"build-args": {
		"commands": list21,
		"absent": {}
	},
	"build-secrets": {
		"commands": list21,
		"absent": {}
	},
	"ssh": { "commands": list21 },
	"sbom": { "commands": list21 },
	"platforms": {
		"commands": list21,
		"absent": list17
	},
	"cache": {
		"commands": list21,
		"default": "true",
		"absent": true
	},
	"rebuild": {
		"commands": list21,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"require-attestation": {
		"commands": list9,
		"default": "false",
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"trusted-root": { "commands": list9 },
	"max-severity": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"migration": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"port": { "commands": list21 },
	"args": {
		"commands": list21,
		"absent": list17
	},
	"release-command": {
		"commands": list21,
		"default": "none",
		"absent": list17,
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"release-command-timeout": {
		"commands": list21,
		"default": "5m",
		"absent": 300
	},
	"env": {
		"commands": list9,
		"absent": {}
	},
	"secrets": {
		"commands": list9,
		"absent": {}
	},
	"volumes": {
		"commands": list21,
		"absent": list17
	},
	"memory": { "commands": list21 },
	"cpus": { "commands": list21 },
	"user": { "commands": list21 },
	"stop-grace-period": {
		"commands": list21,
		"default": "10s",
		"absent": 10
	},
	"stop-signal": { "commands": list21 },
	"init": {
		"commands": list21,
		"default": "true",
		"absent": true
	},
	"working-dir": { "commands": list21 },
	"entrypoint": { "commands": list21 },
	"hostname": { "commands": list21 },
	"extra-hosts": { "commands": list21 },
	"labels": { "commands": list21 },
	"ulimits": { "commands": list21 },
	"pids-limit": {
		"commands": list21,
		"default": "2048",
		"absent": 2048
	},
	"log-max-size": {
		"commands": list21,
		"default": "10m",
		"absent": 10485760
	},
	"log-max-file": {
		"commands": list21,
		"default": "3",
		"absent": 3
	},
	"cap-add": { "commands": list21 },
	"cap-drop": {
		"commands": list21,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"host-role": {
		"commands": list21,
		"default": "false",
		"absent": false
	},
	"read-only": {
		"commands": list21,
		"default": "false",
		"absent": false,
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"tmpfs": { "commands": list21 },
	"shm-size": { "commands": list21 },
	"devices": { "commands": list21 },
	"gpus": { "commands": list21 },
	"health-path": {
		"commands": list21,
		"default": "/",
		"absent": "/",
		"kind": "web"
	},
	"health-codes": {
		"commands": list21,
		"default": "200-399",
		"absent": "200-399",
		"kind": "web"
	},
	"health-host": {
		"commands": list21,
		"kind": "web"
	},
	"health-timeout": {
		"commands": list21,
		"default": "60s",
		"absent": 60
	},
	"health-interval": {
		"commands": list21,
		"default": "1s",
		"absent": 1,
		"kind": "web"
	},
	"settle-time": {
		"commands": list5,
		"default": "5s",
		"absent": 5,
		"kind": "worker"
	},
	"stop-first": {
		"commands": list5,
		"default": "false",
		"absent": false,
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "worker"
	},
	"http-port": {
		"commands": list23,
		"default": "80",
		"absent": 80,
		"kind": "web"
	},
	"domains": {
		"commands": list24,
		"absent": list17,
		"kind": "web"
	},
	"path-prefix": {
		"commands": list9,
		"default": "/",
		"absent": "/",
		"kind": "web"
	},
	"strip-path-prefix": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"kind": "web"
	},
	"upstream": {
		"commands": list21,
		"default": "http",
		"absent": "http",
		"kind": "web"
	},
	"trusted-proxies": {
		"commands": list9,
		"absent": list17,
		"kind": "web"
	},
	"external-proxy": {
		"commands": list23,
		"default": "false",
		"absent": false,
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"canary-header": {
		"commands": list9,
		"default": "X-Canary",
		"absent": "X-Canary",
		"kind": "web"
	},
	"preview-sleep": {
		"commands": list25,
		"kind": "web"
	},
	"asset-path": {
		"commands": list21,
		"kind": "web"
	},
	"asset-files": {
		"commands": list21,
		"kind": "web"
	},
	"basic-auth": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"allow-from": {
		"commands": list9,
		"default": "everybody",
		"absent": list17,
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"maintenance": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"maintenance-page": {
		"commands": list9,
		"kind": "web"
	},
	"error-pages": {
		"commands": list9,
		"kind": "web"
	},
	"request-timeout": {
		"commands": list9,
		"kind": "web"
	},
	"max-body": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"access-log": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"kind": "web"
	},
	"tls": {
		"commands": list9,
		"default": "off",
		"absent": "off",
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"https-port": {
		"commands": list9,
		"default": "443",
		"absent": 443,
		"kind": "web"
	},
	"https-redirect": {
		"commands": list9,
		"default": "true",
		"absent": true,
		"kind": "web"
	},
	"hsts": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"redirect-domains": {
		"commands": list9,
		"absent": list17,
		"kind": "web"
	},
	"acme-directory": {
		"commands": list9,
		"absent": "",
		"kind": "web"
	},
	"acme-email": {
		"commands": list9,
		"absent": "",
		"kind": "web"
	},
	"acme-account": {
		"commands": list9,
		"absent": "",
		"kind": "web"
	},
	"acme-challenge": {
		"commands": list9,
		"default": "http",
		"absent": "http",
		"kind": "web"
	},
	"hosted-zone-id": { "commands": list1 },
	"dns-timeout": {
		"commands": list9,
		"default": "10m",
		"absent": 600,
		"kind": "web"
	},
	"volume-data": {
		"commands": list24,
		"default": "protected",
		"absent": list17
	},
	"drain-timeout": {
		"commands": list14,
		"default": "30s",
		"absent": 30
	},
	"certificate-timeout": {
		"commands": list14,
		"default": "2m",
		"absent": 120,
		"kind": "web"
	},
	"bake-time": {
		"commands": list14,
		"default": "10s",
		"absent": 10
	},
	"bake-max-errors": {
		"commands": list14,
		"default": "0.1",
		"absent": .1,
		"kind": "web"
	},
	"alarms": {
		"commands": list9,
		"default": "none",
		"absent": list17,
		"passed": "(left out)",
		"emptyIsWrong": true
	},
	"retain-releases": {
		"commands": list14,
		"default": "3",
		"absent": 3
	},
	"proxy-image": {
		"commands": list14,
		"default": "public.ecr.aws/docker/library/caddy:2.11.7",
		"absent": "public.ecr.aws/docker/library/caddy:2.11.7",
		"kind": "web"
	},
	"canary-steps": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"canary-max-error-rate": {
		"commands": list9,
		"default": "0.1",
		"absent": .1,
		"kind": "web"
	},
	"canary-max-latency": {
		"commands": list9,
		"default": "none",
		"passed": "(left out)",
		"emptyIsWrong": true,
		"kind": "web"
	},
	"canary-min-requests": {
		"commands": list9,
		"default": "50",
		"absent": 50,
		"kind": "web"
	},
	"canary-inconclusive": {
		"commands": list9,
		"default": "rollback",
		"absent": "rollback",
		"kind": "web"
	},
	"canary-dry-run": {
		"commands": list9,
		"default": "false",
		"absent": false,
		"kind": "web"
	},
	"canary-pause-limit": {
		"commands": list9,
		"default": "30m",
		"absent": 1800,
		"kind": "web"
	},
	"canary-pause-end": {
		"commands": list9,
		"default": "abort",
		"absent": "abort",
		"kind": "web"
	},
	"steer": {
		"commands": list26,
		"ofRun": true
	},
	"log-lines": {
		"commands": list27,
		"default": "200",
		"absent": 200,
		"ofRun": true
	},
	"log-since": {
		"commands": list27,
		"ofRun": true
	},
	"allow-public-logs": {
		"commands": list27,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"window": {
		"commands": list28,
		"default": "30d",
		"absent": 2592e3
	},
	"incident-label": { "commands": list28 },
	"metrics-path": { "commands": list28 },
	"preview-domain": { "commands": list25 },
	"preview-port-range": { "commands": list25 },
	"preview-limit": {
		"commands": list25,
		"default": "10",
		"absent": 10
	},
	"preview-ttl": {
		"commands": list29,
		"default": "14d",
		"absent": 1209600
	},
	"seed": {
		"commands": list25,
		"absent": list17
	},
	"seed-timeout": {
		"commands": list25,
		"default": "5m",
		"absent": 300
	},
	"preview-label": { "commands": list25 },
	"comment-environments": {
		"commands": list30,
		"default": "production",
		"absent": ["production"],
		"passed": "production",
		"emptyIsWrong": true,
		"ofRun": true
	},
	"comment-permission": {
		"commands": list30,
		"default": "write",
		"absent": "write",
		"passed": "write",
		"emptyIsWrong": true,
		"ofRun": true
	},
	"comment-review": {
		"commands": list30,
		"default": "false",
		"absent": false,
		"passed": "false",
		"emptyIsWrong": true,
		"ofRun": true
	},
	"comment-forks": {
		"commands": list30,
		"default": "false",
		"absent": false,
		"ofRun": true
	},
	"comment-result": {
		"commands": list30,
		"ofRun": true
	}
};
// src/domain/command.ts
var COMMANDS = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"status",
	"logs",
	"metrics",
	"freeze",
	"unfreeze",
	"steer",
	"schedule",
	"doctor",
	"destroy",
	"sweep",
	"comment"
];
var IN_AWS = COMMANDS.filter((command) => command !== "comment");
var RELEASES = [
	"deploy",
	"preview",
	"plan",
	"promote"
];
var WORKS_ON_HOSTS = [
	...RELEASES,
	"rollback",
	"restart"
];
var CHANGES = [...WORKS_ON_HOSTS, "destroy"];
var WAITS = [
	...CHANGES,
	"freeze",
	"unfreeze",
	"schedule",
	"sweep"
];
// src/config/step/problem.ts
function inputError(all) {
	const meant = new Set(all.flatMap(({ means = [] }) => means));
	const problems = all.filter(({ isMissing, input }) => !isMissing || !meant.has(input));
	return new DeployError("inputs", listed(problems.map(problemWords)), { hint: `Correct ${placesOf(problems).join(" and ")}; nothing was changed.` });
}
function listed(lines) {
	if (lines.length === 1) return `A problem with the inputs: ${lines[0]}`;
	return `${lines.length} problems with the inputs:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
function problemWords({ input, message, at }) {
	return [
		at && spell(at),
		input,
		message
	].filter(Boolean).join(": ");
}
var STEP = "the `with:` block of this step";
var FILE = "the configuration file";
function placesOf(problems) {
	const places = new Set(problems.filter(({ isMissing }) => !isMissing).map(({ at, place }) => at ? FILE : place ?? STEP));
	if (places.size === 0) return [`${STEP} or ${FILE}`];
	return [
		STEP,
		FILE,
		...places
	].filter((place, index, ordered) => places.has(place) && ordered.indexOf(place) === index);
}
function spell({ path, line, column }) {
	return `${path}:${line}:${column}`;
}
function inOrder(problems) {
	const line = ({ at }) => at?.line ?? 0;
	const column = ({ at }) => at?.column ?? 0;
	return problems.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}
function shorten(raw) {
	if (raw.trim() === "") return "nothing";
	return JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}...` : raw);
}
// src/config/step/spelling.ts
function didYouMean(spelled, candidates) {
	const name = spelled.toLowerCase();
	const near = nearest(name, candidates);
	const more = near === name ? [] : candidates.filter((candidate) => candidate !== near && hasWordsOf(name, candidate));
	const means = near !== void 0 && (more.length === 0 || distance(name, near) === 1) ? [near, ...more] : more;
	const quoted = means.map((word) => `\`${word}\``);
	return {
		message: means.length === 0 ? "no such input" : `no such input; did you mean ${alternatives(quoted)}?`,
		means
	};
}
function hasWordsOf(name, candidate) {
	const words = new Set(candidate.split("-"));
	return name.split(/[-_]/).every((word) => words.has(word));
}
function alternatives(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function nearest(word, candidates) {
	const most = Math.max(2, word.length / 3);
	const [best] = candidates.filter((candidate) => Math.abs(candidate.length - word.length) <= most).map((candidate) => ({
		candidate,
		far: distance(word, candidate)
	})).toSorted((a, b) => a.far - b.far);
	return best && best.far <= most ? best.candidate : void 0;
}
function distance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (const [at, letter] of [...a].entries()) {
		const next = [at + 1];
		for (const [column, other] of [...b].entries()) next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}
// src/config/step/step.ts
var NAMES = Object.keys(FACTS);
function givesInputs(env) {
	return commandOf(env).command !== FACTS.command.default || [...passedInputs(env)].some((name) => isInStep(env, name));
}
function passedInputs(env) {
	return new Set(passedVariables(env).map(inputOf).filter(isInput));
}
function stepText(env, name) {
	const text = env[variable(name)];
	return text === void 0 || text.trim() === "" && !FACTS[name].emptyIsWrong ? void 0 : text;
}
function isInStep(env, name) {
	const text = stepText(env, name);
	return text !== void 0 && text.trim() !== FACTS[name].passed;
}
function markOf(command) {
	return `command-${command}`;
}
function commandOf(env) {
	const marked = COMMANDS.filter((command) => env[variable(markOf(command))] !== void 0);
	const asked = env[variable("command")];
	const [own] = marked;
	if (own === void 0) return askedCommand(asked);
	if (marked.length === 1 && asked === void 0 && env[variable(markOf(own))] === "true") return {
		command: own,
		problems: []
	};
	return {
		command: void 0,
		problems: [{
			input: "command",
			message: `not to be set here: the action of a single command, such as OWNER/docker-to-ec2/${own}, has no other one`
		}]
	};
}
function askedCommand(asked) {
	const raw = asked?.trim() || FACTS.command.default || "";
	const command = COMMANDS.find((known) => known === raw);
	if (command !== void 0) return {
		command,
		problems: []
	};
	const near = nearest(raw, COMMANDS);
	return {
		command: void 0,
		problems: [{
			input: "command",
			message: `got ${shorten(raw)}; ${near === void 0 ? `expected one of ${COMMANDS.join(", ")}` : `did you mean \`${near}\`?`}`
		}]
	};
}
function unknownInputs(env) {
	const marks = COMMANDS.map((command) => variable(markOf(command)));
	const isKnown = (key) => marks.includes(key) || isInput(inputOf(key)) && variable(inputOf(key)) === key;
	return passedVariables(env).filter((key) => !isKnown(key)).map((key) => {
		const input = inputOf(key);
		const { message, means } = didYouMean(input, NAMES);
		return {
			input,
			message: `${message}${means.length > 0 ? "" : ` (from \`with:\`, or from the variable ${key} in an \`env:\`)`}`,
			means
		};
	});
}
function isInput(name) {
	return Object.hasOwn(FACTS, name);
}
var PREFIX = "INPUT_";
function passedVariables(env) {
	return Object.keys(env).filter((key) => key.startsWith(PREFIX));
}
function variable(name) {
	return `${PREFIX}${name.toUpperCase()}`;
}
function inputOf(key) {
	return key.slice(6).toLowerCase();
}
// src/config/checks/removal.ts
function removalBy({ command, environment }, act) {
	if (command === "destroy") return {
		command,
		part: environment
	};
	return command === "sweep" || command === "preview" && act === "remove" ? {
		command,
		part: PREVIEW_PART
	} : void 0;
}
function stops(removal, problem) {
	const { input, means = [] } = problem;
	const [, part, inPart] = /^environments\.([^.]+)\.(.+)$/.exec(input) ?? [];
	if (part !== void 0 && removal.part !== void 0 && part !== removal.part) return false;
	const name = inPart ?? input;
	if (isInput(name)) return uses(removal, name) || isOfStep(removal, problem);
	if (name === "" || name.startsWith("environments") || isOfStep(removal, problem)) return true;
	return means.length === 0 ? removal.command === "destroy" : means.some((meant) => isInput(meant) && uses(removal, meant));
}
function isOfStep({ command }, { at, isCombination }) {
	return command !== "preview" && at === void 0 && isCombination !== true;
}
var RECORDED = ["instance-id", "domains"];
function uses({ command }, name) {
	if (command === "preview" && RECORDED.includes(name)) return false;
	const { commands } = FACTS[name];
	return commands.includes("destroy") || command === "sweep" && commands.includes("sweep");
}
// src/config/checks/certificates.ts
var WILDCARD = "docs/guides/serve/wildcard.md";
function certificateProblems(inputs, region) {
	const { domains = [] } = inputs;
	const problems = [];
	if (domains[0]?.startsWith("*") === true) problems.push({
		input: "domains",
		message: `must not begin with ${domains[0]}; start with the name under which the service is shown and checked`
	});
	if (inputs.tls !== void 0 && inputs.tls !== "off") problems.push(...addressProblems(inputs));
	if (inputs.tls === "acme") problems.push(...inputs["acme-challenge"] === "dns" ? byDns(inputs, region) : byHttp(inputs));
	return problems;
}
function addressProblems(inputs) {
	return ["domains", "redirect-domains"].flatMap((input) => {
		return (inputs[input] ?? []).filter((name) => /(^|\.)\d+$/.test(name)).map((name) => ({
			input,
			message: `got ${name}; HTTPS needs a name such as shop.example.com`
		}));
	});
}
function byHttp({ domains = [], instances = 1 }) {
	const problems = [];
	const wildcards = domains.filter((name) => name.startsWith("*"));
	if (wildcards.length > 0) problems.push({
		input: "acme-challenge",
		message: `must be dns for ${wildcards.join(", ")}, because no authority proves a wildcard over HTTP (${WILDCARD}); or set tls to your own certificate`
	});
	if (instances > 1) problems.push({
		input: "acme-challenge",
		message: `must be dns with ${instances} instances, because the authority could ask any of them (${WILDCARD}); or set tls to your own certificate`
	});
	return problems;
}
function byDns(inputs, region) {
	const problems = [];
	if (inputs["proxy-image"] === FACTS["proxy-image"].default) problems.push({
		input: "proxy-image",
		message: `missing; acme-challenge: dns needs a Caddy with the module dns.providers.route53, which the standard image lacks (${WILDCARD} has a Dockerfile for it)`
	});
	if (/^(cn|us-gov|us-iso|eu-iso|eusc)/.test(region)) problems.push({
		input: "acme-challenge",
		message: `dns is not available in ${region}; set tls to your own certificate`
	});
	return problems;
}
// src/config/checks/command.ts
function commandProblems(inputs, job) {
	return [
		...deploying(inputs, job),
		...freezing(inputs),
		...steering(inputs),
		...promoting(inputs),
		...rollingBack(inputs)
	];
}
function isDeploy({ command, "promote-from": from }) {
	return command === "deploy" || command === "preview" || command === "plan" && from === void 0;
}
function deploying(inputs, { commit }) {
	if (!isDeploy(inputs)) return [];
	const problems = [];
	if (inputs.port === void 0) problems.push({
		input: "port",
		message: "missing; set it to the port that the application listens on, such as 8080, or to none for a worker without one"
	});
	if (inputs.port === "none" && inputs.command === "preview") problems.push({
		input: "port",
		message: "must not be none with command: preview, because a preview is visited; deploy a worker with command: deploy"
	});
	if (!/^[0-9a-f]{7,64}$/.test(commit)) problems.push({
		input: "GITHUB_SHA",
		message: `got ${JSON.stringify(commit)}; expected the id of a commit. Run this as a step of a workflow`
	});
	return problems;
}
function freezing({ command, reason }) {
	if (command !== "freeze" || reason !== void 0) return [];
	return [{
		input: "reason",
		message: "missing; say why the service is frozen. Every refused run shows it"
	}];
}
function steering({ command, steer }) {
	if (command !== "steer" || steer !== void 0) return [];
	return [{
		input: "steer",
		message: "missing; set it to pause, continue, skip or abort"
	}];
}
function promoting({ command, environment, "promote-from": from }) {
	if (from === void 0 && command === "promote") return [{
		input: "promote-from",
		message: "missing; set it to the environment to promote from, such as staging"
	}];
	return from !== void 0 && from === environment ? [{
		input: "promote-from",
		message: `got "${from}"; expected another environment than the one to promote to`
	}] : [];
}
function rollingBack({ command, release, version }) {
	if (command !== "rollback" || release === void 0 || version === void 0) return [];
	return [{
		input: "version",
		message: "names the release to return to, as release does; set only one of them"
	}];
}
// src/domain/container/docker-values.ts
function ulimitOf(text) {
	const [name = "", soft, hard] = text.split(/[=:]/);
	return {
		Name: name,
		Soft: Number(soft),
		Hard: Number(hard)
	};
}
function tmpfsOf(mount) {
	const [path = "", options = ""] = mount.split(":");
	return [path, options];
}
function deviceOf(text) {
	const [host = "", inside = "", access = ""] = text.split(":");
	return {
		PathOnHost: host,
		PathInContainer: inside,
		CgroupPermissions: access
	};
}
function gpuRequest(text) {
	const [, ids] = text.split("=");
	return {
		...ids === void 0 ? { Count: text === "all" ? -1 : Number(text) } : { DeviceIDs: ids.split(",") },
		Capabilities: [["gpu"]]
	};
}
// src/domain/container/mounts.ts
function mountOf(volume) {
	const [source = "", path = "", options = ""] = volume.split(":");
	return {
		source,
		path,
		readOnly: options.split(",").includes("ro")
	};
}
function placeOf$1(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return `/${parts.join("/")}`;
}
// src/config/checks/container-options.ts
function optionProblems(inputs) {
	return [
		...sharedPaths(inputs),
		...repeated(inputs),
		...conflictingCapabilities(inputs),
		...nothingToRun(inputs)
	];
}
function sharedPaths({ tmpfs = [], volumes = [] }) {
	const taken = volumes.map(pathOfVolume);
	return tmpfs.map(pathOfTmpfs).filter((path) => taken.includes(path)).map((path) => ({
		input: "tmpfs",
		message: `${path} is in volumes, too; list each path in only one of them`
	}));
}
function repeated({ volumes = [], tmpfs = [], ulimits = [], devices = [] }) {
	return [
		["volumes", volumes.map(pathOfVolume)],
		["tmpfs", tmpfs.map(pathOfTmpfs)],
		["ulimits", ulimits.map((limit) => ulimitOf(limit).Name)],
		["devices", devices.map((device) => deviceOf(device).PathInContainer)]
	].flatMap(([input, names]) => {
		const twice = names.find((name, at) => names.indexOf(name) !== at);
		return twice === void 0 ? [] : [{
			input,
			message: `${twice} is listed twice`
		}];
	});
}
function conflictingCapabilities({ "cap-add": added = [], "cap-drop": dropped = [] }) {
	const both = added.filter((name) => dropped.includes(name));
	if (both.length === 0) return [];
	return [{
		input: "cap-drop",
		message: `${both.join(", ")} is in cap-add, too; list each capability in only one of them`
	}];
}
function nothingToRun({ entrypoint, args = [] }) {
	if (entrypoint === void 0 || entrypoint.length > 0 || args.length > 0) return [];
	return [{
		input: "entrypoint",
		message: "empty, so args must name the program to run"
	}];
}
function pathOfVolume(volume) {
	return placeOf$1(mountOf(volume).path);
}
function pathOfTmpfs(mount) {
	return placeOf$1(tmpfsOf(mount)[0]);
}
// src/config/checks/https.ts
function httpsProblems(inputs) {
	const { tls = "off", domains = [], "redirect-domains": redirects = [] } = inputs;
	const problems = [];
	if (tls !== "off" && domains.length === 0) problems.push({
		input: "domains",
		message: `missing; tls: ${tls} needs the names for its certificates`
	});
	if (redirects.length > 0 && domains.length === 0) problems.push({
		input: "domains",
		message: "missing; redirect-domains redirect to the first of them"
	});
	const both = redirects.filter((name) => domains.includes(name));
	if (both.length > 0) problems.push({
		input: "redirect-domains",
		message: `${both.join(", ")} is in domains, too; list each name in only one of them`
	});
	return tls === "off" ? problems : [...problems, ...portProblems(inputs)];
}
function portProblems({ tls, "http-port": http, "https-port": https, "acme-challenge": challenge }) {
	if (http === https) return [{
		input: "https-port",
		message: `must differ from the http-port ${http}; a port serves either HTTP or HTTPS`
	}];
	if (https === 80) return [{
		input: "https-port",
		message: "must not be 80, which is for HTTP only"
	}];
	return tls === "acme" && challenge !== "dns" && http !== 80 && https !== 443 ? [{
		input: "https-port",
		message: "must be 443, or http-port 80: an authority checks one of these ports before it issues a certificate"
	}] : [];
}
// src/config/checks/image.ts
function imageProblems(inputs, env, job) {
	return [...attestation(inputs, job), ...missingSecrets(inputs, env)];
}
function attestation(inputs, { serverUrl }) {
	if (inputs["require-attestation"] === void 0) return [];
	const problems = [];
	if (isDeploy(inputs) && inputs.image === void 0) problems.push({
		input: "require-attestation",
		message: "an image that this run builds has no attestation yet; build and attest it in an earlier job, and pass its digest as the input image (examples/workflows/attested.yml)"
	});
	if (serverUrl !== "https://github.com" && inputs["trusted-root"] === void 0) problems.push({
		input: "trusted-root",
		message: `missing; Sigstore's public instance signs nothing for ${serverUrl}, so set it to the file that \`gh attestation trusted-root\` writes`
	});
	return problems;
}
function missingSecrets({ command, image, "build-secrets": sources = {}, ssh }, env) {
	if (command !== "deploy" && command !== "preview" || image !== void 0) return [];
	const problems = Object.entries(sources).filter(([, source]) => source.startsWith("env:") && !env[source.slice(4)]).map(([id, source]) => {
		const name = source.slice(4);
		return {
			input: "build-secrets",
			message: `${id}: the variable ${name} is empty; set it in the \`env:\` of the step, such as to \${{ secrets.${name} }}`
		};
	});
	if (ssh === void 0 || env["SSH_AUTH_SOCK"]) return problems;
	return [...problems, {
		input: "ssh",
		message: "SSH_AUTH_SOCK is empty; start an agent and add the key in an earlier step"
	}];
}
// src/config/checks/no-effect.ts
var NO_EFFECT = [
	{
		names: ["role-duration", "audience"],
		when: (inputs) => inputs["role-to-assume"] === void 0,
		message: "has no effect without role-to-assume; set that, too"
	},
	{
		names: [...[
			"canary-max-error-rate",
			"canary-max-latency",
			"canary-min-requests",
			"canary-inconclusive"
		], ...[
			"canary-pause-limit",
			"canary-pause-end",
			"canary-dry-run"
		]],
		when: (inputs) => inputs["canary-steps"] === void 0,
		message: "has no effect without canary-steps; set that, too"
	},
	{
		names: [
			"context",
			"dockerfile",
			"target",
			"build-args",
			"build-secrets",
			"ssh",
			"sbom",
			"platforms",
			"cache",
			"rebuild"
		],
		when: ({ image }) => image !== void 0,
		message: "has no effect with image, because nothing is built"
	},
	{
		names: ["allow-replacement", "renew"],
		when: (inputs) => inputs["instance-id"] !== void 0,
		message: "has no effect with instance-id, because the action never replaces that host"
	},
	{
		names: ["bake-max-errors"],
		when: (inputs) => inputs["bake-time"] === 0,
		message: "has no effect with bake-time: 0s, because nothing bakes"
	},
	{
		names: [
			"https-port",
			"https-redirect",
			"hsts"
		],
		when: ({ tls }) => tls === "off",
		message: "has no effect without HTTPS; set tls, too"
	},
	{
		names: [
			"acme-directory",
			"acme-email",
			"acme-account",
			"acme-challenge",
			"certificate-timeout"
		],
		when: ({ tls }) => tls !== "acme",
		message: "has no effect without tls: acme; set that, too"
	},
	{
		names: ["dns-timeout"],
		when: ({ tls }) => tls !== "acme",
		message: "has no effect without tls: acme, because only an authority needs names that resolve to the hosts"
	},
	{
		names: ["release-command-timeout"],
		when: (inputs) => (inputs["release-command"] ?? []).length === 0,
		message: "has no effect without release-command; set that, too"
	},
	{
		names: ["trusted-root"],
		when: (inputs) => inputs["require-attestation"] === void 0,
		message: "has no effect without require-attestation; set that, too"
	}
];
var NOT_FOR = {
	web: "has no effect with port: none, because nobody visits a worker; leave it out",
	worker: "has no effect without port: none, because it is about a worker; leave it out"
};
function noEffectProblems(inputs, env) {
	const asked = (name) => isInStep(env, name) && stepText(env, name)?.trim() !== FACTS[name].default;
	const used = (name) => asked(name) && isUsedBy(inputs, name);
	return [...[...passedInputs(env)].filter((name) => asked(name) && !isUsedBy(inputs, name)).map((input) => ({
		input,
		message: NOT_FOR[FACTS[input].kind ?? "web"]
	})), ...NO_EFFECT.filter(({ when }) => when(inputs)).flatMap(({ names, message }) => names.filter(used).map((input) => ({
		input,
		message
	})))];
}
function usedInputs(inputs) {
	return Object.fromEntries(Object.entries(inputs).filter(([name]) => isUsedBy(inputs, name)));
}
function isUsedBy({ port }, name) {
	const { kind } = FACTS[name];
	return kind === void 0 || port === void 0 || kind === "worker" === (port === "none");
}
// src/config/checks/route.ts
function routeProblems(inputs) {
	return [
		...nothingToStrip(inputs),
		...assets(inputs),
		...externalProxy(inputs)
	];
}
function nothingToStrip({ "strip-path-prefix": strips, "path-prefix": prefix }) {
	if (strips !== true || prefix !== "/") return [];
	return [{
		input: "strip-path-prefix",
		message: "has nothing to strip; set path-prefix, too"
	}];
}
function assets({ "asset-path": path, "asset-files": files, ...inputs }) {
	if (path === void 0 && files !== void 0) return [{
		input: "asset-path",
		message: "missing; set it to the URL path of asset-files, such as /assets"
	}];
	const { "path-prefix": prefix = "/", "strip-path-prefix": strips } = inputs;
	if (path !== void 0 && !strips && !liesBelow(path, prefix) && !liesBelow(prefix, path)) return [{
		input: "asset-path",
		message: `got ${path}, but only requests for path-prefix ${prefix} reach the service; expected a path such as ${prefix}${path}, or strip-path-prefix: true`
	}];
	return path !== void 0 && files === void 0 ? [{
		input: "asset-files",
		message: "missing; set it to the folder in the container with the files of asset-path, such as /app/dist/assets"
	}] : [];
}
function liesBelow(path, prefix) {
	return prefix === "/" || path === prefix || path.startsWith(`${prefix}/`);
}
function externalProxy({ "external-proxy": external, "http-port": port, tls }) {
	if (external !== true) return [];
	const problems = [];
	if (port === 80 || port === 443) {
		const message = `got ${port}, but external-proxy leaves this port to the other proxy; expected the port that the other proxy forwards to, such as 8081`;
		problems.push({
			input: "http-port",
			message
		});
	}
	if (tls !== void 0 && tls !== "off") problems.push({
		input: "tls",
		message: `must be off with external-proxy, not ${tls}: the other proxy has the certificates`
	});
	return problems;
}
// src/config/checks/times.ts
function timeProblems(inputs) {
	const { "deploy-timeout": timeout } = inputs;
	if (timeout === void 0) return [];
	return [
		...canaryTimes(inputs, timeout),
		...timesAfterCutOver(inputs, timeout),
		...settleTime(inputs, timeout),
		...commandTime(inputs, timeout)
	];
}
function canaryTimes({ "canary-steps": steps = [] }, timeout) {
	const seconds = steps.reduce((sum, { time }) => sum + time, 0);
	if (seconds < timeout) return [];
	return [{
		input: "canary-steps",
		message: `its steps take ${seconds} s in total, but deploy-timeout is ${timeout} s; raise deploy-timeout`
	}];
}
function commandTime({ "release-command": args = [], "release-command-timeout": limit = 0 }, timeout) {
	if (args.length === 0 || limit < timeout) return [];
	return [{
		input: "release-command-timeout",
		message: "must be shorter than deploy-timeout, in which the release also starts"
	}];
}
function settleTime({ port, "settle-time": settle = 0, "bake-time": bake = 0 }, timeout) {
	if (port !== "none" || settle + bake < timeout) return [];
	return [{
		input: "settle-time",
		message: `${`settle-time and bake-time take ${settle + bake} s together, but deploy-timeout is ${timeout} s`}; raise deploy-timeout`
	}];
}
function timesAfterCutOver({ "bake-time": bake = 0, "drain-timeout": drain = 0 }, timeout) {
	if (bake + drain < timeout) return [];
	return [{
		input: bake >= drain ? "bake-time" : "drain-timeout",
		message: `${`bake-time and drain-timeout can take ${bake + drain} s together, but deploy-timeout is ${timeout} s`}; raise deploy-timeout`
	}];
}
// src/domain/identity/job-role.ts
var ROLE_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
function partitionOf(region) {
	if (region.startsWith("cn-")) return "aws-cn";
	return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
function placeOf(arn) {
	const [, partition = "", , , accountId = ""] = arn.split(":");
	return {
		partition,
		accountId
	};
}
function standardAudience(roleArn) {
	return placeOf(roleArn).partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
// src/config/identity.ts
function accountOf(inputs, env) {
	return {
		region: regionOf(inputs, env),
		role: jobRoleOf(inputs),
		accountId: inputs["account-id"]
	};
}
function jobRoleOf(inputs) {
	const arn = inputs["role-to-assume"];
	if (arn === void 0) return void 0;
	return {
		arn,
		audience: inputs.audience ?? standardAudience(arn),
		seconds: Math.floor(inputs["role-duration"])
	};
}
function regionOf(inputs, env) {
	const variable = regionVariable(env);
	return inputs["aws-region"] ?? (variable === void 0 ? "" : textOf(env, variable));
}
function regionVariable(env) {
	return ["AWS_REGION", "AWS_DEFAULT_REGION"].find((name) => textOf(env, name) !== "");
}
function textOf(env, name) {
	return (env[name] ?? "").trim();
}
function identityProblems(inputs, env) {
	return [
		...wrongRegion(inputs, env),
		...partitions(inputs, regionOf(inputs, env)),
		...withoutToken(inputs, env),
		...otherAccount(inputs)
	];
}
function wrongRegion(inputs, env) {
	const [variable = "", region] = [regionVariable(env), regionOf(inputs, env)];
	if (inputs["aws-region"] !== void 0 || region === "" || /^[a-z0-9-]{1,63}$/.test(region)) return [];
	return [{
		input: "aws-region",
		message: `the variable ${variable} is ${shorten(region)}; expected an AWS region, such as us-east-1`,
		place: `the variable ${variable} of the job`
	}];
}
function partitions(inputs, region) {
	if (region === "") return [];
	const expected = partitionOf(region);
	return ["role-to-assume", "promote-from-role"].flatMap((input) => {
		const arn = inputs[input];
		if (arn === void 0 || placeOf(arn).partition === expected) return [];
		return [{
			input,
			message: `got ${JSON.stringify(arn)}; the roles of ${region} begin with arn:${expected}: instead`
		}];
	});
}
function withoutToken(inputs, env) {
	const asks = env["ACTIONS_ID_TOKEN_REQUEST_URL"] && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
	if (inputs["role-to-assume"] === void 0 || asks) return [];
	return [{
		input: "role-to-assume",
		message: "the job cannot ask GitHub for an identity token; give the job `permissions: id-token: write`. Pull requests from a fork never get it",
		place: "the job's permissions"
	}];
}
function otherAccount({ "role-to-assume": arn, "account-id": allowed }) {
	if (arn === void 0 || allowed === void 0 || placeOf(arn).accountId === allowed) return [];
	return [{
		input: "role-to-assume",
		message: `is a role of account ${placeOf(arn).accountId}, but account-id allows only ${allowed}`
	}];
}
// src/config/job.ts
function runVariables(env) {
	return {
		repository: env["GITHUB_REPOSITORY"] ?? "",
		repositoryId: env["GITHUB_REPOSITORY_ID"] ?? "",
		ownerId: env["GITHUB_REPOSITORY_OWNER_ID"] ?? "",
		commit: env["GITHUB_SHA"] ?? "",
		ref: env["GITHUB_REF"] ?? "",
		workflowRef: env["GITHUB_WORKFLOW_REF"] ?? "",
		event: env["GITHUB_EVENT_NAME"] ?? "",
		actor: env["GITHUB_ACTOR"] ?? "",
		runId: env["GITHUB_RUN_ID"] ?? "0",
		runAttempt: env["GITHUB_RUN_ATTEMPT"] ?? "1",
		serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		workspace: env["GITHUB_WORKSPACE"] ?? process.cwd()
	};
}
function repositoryUrl(job) {
	return `${job.serverUrl}/${job.repository}`;
}
function runUrl(job) {
	return `${repositoryUrl(job)}/actions/runs/${job.runId}`;
}
function serviceOf(repository) {
	return repository.slice(repository.indexOf("/") + 1).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
}
function buildPaths({ workspace }, image) {
	const context = inWorkspace(workspace, image.context);
	return {
		context,
		dockerfile: image.dockerfile === void 0 ? inWorkspace(context, "Dockerfile") : inWorkspace(workspace, image.dockerfile)
	};
}
function inWorkspace(folder, path) {
	if (path.startsWith("/")) return path;
	const inside = path.replace(/^(\.\/+)+/, "");
	return inside === "." || inside === "" ? folder : `${folder}/${inside}`;
}
// src/config/combinations.ts
function combinationProblems(given, env, job) {
	const inputs = usedInputs(given);
	const region = regionOf(inputs, env);
	return [
		...nameless(inputs, region, job),
		...commandProblems(inputs, job),
		...identityProblems(inputs, env),
		...imageProblems(inputs, env, job),
		...conflicts(inputs),
		...timeProblems(inputs),
		...zones(inputs),
		...routeProblems(inputs),
		...noEffectProblems(given, env),
		...optionProblems(inputs),
		...httpsProblems(inputs),
		...certificateProblems(inputs, region)
	];
}
function nameless(inputs, region, job) {
	if (inputs.command === "comment") return [];
	const problems = [];
	if (region === "") problems.push({
		input: "aws-region",
		message: "missing; set it to a region such as us-east-1, or the variable AWS_REGION"
	});
	if (inputs.service === void 0 && serviceOf(job.repository) === "") problems.push({
		input: "service",
		message: "missing; set it to a name such as web"
	});
	return problems;
}
function conflicts(inputs) {
	const problems = [];
	const { instances = 1, secrets = {}, env = {} } = inputs;
	if (inputs["instance-id"] !== void 0 && instances > 1) problems.push({
		input: "instances",
		message: `must be 1 with instance-id, not ${instances}`
	});
	if (inputs.schedule !== void 0 && inputs.capacity === "spot") problems.push({
		input: "schedule",
		message: "cannot be combined with capacity: spot, because a spot instance cannot be stopped and started"
	});
	const twice = Object.keys(secrets).filter((name) => Object.hasOwn(env, name));
	if (twice.length > 0) problems.push({
		input: "secrets",
		message: `${twice.join(", ")} is in env, too; set each variable in only one of them`
	});
	return problems;
}
function zones({ "hosted-zone-id": ids = [] }) {
	if (!ids.includes("none") || ids.length === 1) return [];
	return [{
		input: "hosted-zone-id",
		message: `got ${ids.join(", ")}; expected either none or ids of hosted zones`
	}];
}
// src/config/read-inputs.ts
function readInputs(env, file, given) {
	const { command, problems: unclear } = commandOf(env);
	const purpose = {
		command,
		planned: command === "plan" ? plannedBy(env) : void 0
	};
	const problems = [...unclear, ...unknownInputs(env)];
	const inFile = file && given && ofFile(env, file, command, given);
	const inputs = command === void 0 ? {} : { command };
	const passed = passedInputs(env);
	const names = /* @__PURE__ */ new Set();
	const places = /* @__PURE__ */ new Map();
	for (const name of NAMES) {
		if (name === "command") continue;
		const { commands, absent } = FACTS[name];
		const applies = isFor(commands, purpose);
		const inStep = passed.has(name) && isInStep(env, name);
		if (!applies && inStep) problems.push({
			input: name,
			message: onlyWith(name, purpose)
		});
		const text = applies && inStep ? stepText(env, name) : void 0;
		const value = applies ? inFile?.values.get(name) : void 0;
		if (text !== void 0 || value !== void 0) names.add(name);
		if (file && value && text === void 0) places.set(name, {
			path: file.path,
			...value.at
		});
		const read = given && names.has(name) ? given.readInput(name, text, value) : { value: absent };
		if ("message" in read) problems.push({
			input: name,
			message: read.message
		});
		else inputs[name] = read.value;
	}
	return {
		inputs,
		given: names,
		places,
		problems: [...problems, ...inFile?.problems ?? []]
	};
}
function ofFile(env, file, command, { fileInputs, readInput }) {
	const environment = readInput("environment", stepText(env, "environment"));
	const own = "value" in environment ? String(environment.value) : void 0;
	return fileInputs(file, command === "preview" || command === "sweep" ? PREVIEW_PART : own);
}
function absentInputs() {
	return Object.fromEntries(NAMES.map((name) => [name, FACTS[name].absent]));
}
function plannedBy(env) {
	return isInStep(env, "promote-from") ? "promote" : "deploy";
}
function isFor(commands, { command, planned }) {
	if (command === void 0) return true;
	if (!commands.includes(command)) return false;
	return planned === void 0 || commands.includes(planned) || !commands.includes(planned === "deploy" ? "promote" : "deploy");
}
function onlyWith(name, { command, planned }) {
	const { commands } = FACTS[name];
	if (planned === "promote" && commands.includes("plan")) return "not valid with promote-from: a promoted release brings its own";
	if (planned === "deploy" && commands.includes("plan")) return "with command plan only valid together with promote-from in the same step";
	const brought = command === "promote" && commands.includes("deploy") ? "; a promoted release brings its own" : "";
	return `only valid with command ${alternatives(commands)}${brought}`;
}
// src/config/check-inputs.ts
function checkInputs({ env, job, file, given: reader }) {
	const read = readInputs(env, file, reader);
	const { command } = read.inputs;
	const preview = command === "preview" ? reader?.previewOf(read, env, job) : void 0;
	const comment = command === "comment" ? reader?.commentOf(read.inputs, env, job) : void 0;
	const { inputs, given, problems: wrongs } = preview?.read ?? read;
	const problems = allProblems([...wrongs, ...comment?.problems ?? []], file, () => combinationProblems(inputs, env, job)).map((problem) => located(problem, read, env));
	const removal = removalBy(inputs, preview?.run?.act);
	if (problems.some((problem) => removal === void 0 || stops(removal, problem))) throw inputError(problems);
	return {
		inputs: problems.length === 0 ? inputs : {
			...absentInputs(),
			...inputs
		},
		given,
		runs: {
			preview: preview?.run,
			comment: comment?.run
		},
		unused: problems.map(problemWords)
	};
}
function allProblems(problems, file, combined) {
	if (file && file.problems.length > 0) return problems;
	const wrong = new Set(problems.map(({ input }) => input.replace(/^environments\..*\./, "")));
	const more = combined().filter(({ input }) => !wrong.has(input));
	return [...problems, ...more.map((problem) => ({
		...problem,
		isCombination: true
	}))];
}
function located(problem, { places }, env) {
	const { input, at, place } = problem;
	if (at !== void 0 || place !== void 0 || !isInput(input) || isInStep(env, input)) return problem;
	const inFile = places.get(input);
	if (inFile !== void 0) return {
		...problem,
		at: inFile
	};
	return FACTS[input].ofRun ? problem : {
		...problem,
		isMissing: true
	};
}
// src/config/file/config-file.ts
var DEFAULT_PATH = ".github/docker-to-ec2.yml";
async function findConfigFile(env, source) {
	const { command } = commandOf(env);
	if (command !== void 0 && !FACTS.config.commands.includes(command)) return void 0;
	const asked = await askedPath(env);
	if (asked === "none") return void 0;
	const path = asked ?? DEFAULT_PATH;
	const found = await source.read(path);
	switch (found.kind) {
		case "found": return parseConfig(path, found.text);
		case "missing": {
			const { where, instead } = found;
			if (asked === void 0 && instead === void 0) return void 0;
			return unread(path, [{
				input: "config",
				message: `there is no ${path} ${where}${instead === void 0 ? "" : `, but ${instead}; rename that, or set config to its path`}`
			}]);
		}
		case "unknown": return unread(path, [{
			input: "config",
			message: `cannot find out whether ${path} exists: ${found.reason}. Check out the repository first, give the job contents: read, or set config: none`
		}]);
	}
}
async function askedPath(env) {
	const text = stepText(env, "config");
	if (text === void 0) return void 0;
	const { readInput } = await Promise.all(/* import() */[__nccwpck_require__.e(1216), __nccwpck_require__.e(5611)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5611));
	const read = readInput("config", text);
	return "value" in read ? String(read.value) : "none";
}
var EMPTY = {
	kind: "map",
	entries: [],
	at: {
		line: 1,
		column: 1
	}
};
function unread(path, problems) {
	return {
		path,
		content: EMPTY,
		problems
	};
}
async function parseConfig(path, text) {
	const { readYaml } = await __nccwpck_require__.e(/* import() */ 7453).then(__nccwpck_require__.bind(__nccwpck_require__, 7453));
	const { content, wrong } = readYaml(text);
	if (wrong.length === 0) return {
		path,
		content,
		problems: []
	};
	return unread(path, wrong.map(({ message, at }) => ({
		input: "",
		message,
		at: {
			path,
			...at
		}
	})));
}
// src/report/parts/report.ts
function isGreen({ failure }) {
	return failure === void 0;
}
// src/report/parts/beyond.ts
function beyond(headline, sentence) {
	if (headline.endsWith(sentence.replace(/:$/, "")) || headline.endsWith(clause(sentence))) return "";
	const said = [...sentence.matchAll(/: /g)].map(({ index }) => index).findLast((end) => headline.endsWith(clause(sentence.slice(0, end))) || headline.endsWith(sentence.slice(0, end)));
	return said === void 0 ? sentence : sentence.slice(said + 2);
}
// src/domain/duration.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
function seconds(ms) {
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
	const whole = Math.round(ms / 1e3);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
// src/report/outputs.ts
var OF_A_RELEASE = [...WORKS_ON_HOSTS, "status"];
var SERVES = OF_A_RELEASE.filter((command) => command !== "plan");
var OUTPUTS = {
	outcome: {
		commands: COMMANDS,
		description: ""
	},
	url: {
		commands: SERVES,
		description: ""
	},
	"instance-id": {
		commands: OF_A_RELEASE,
		description: ""
	},
	"public-ip": {
		commands: SERVES,
		description: ""
	},
	hosts: {
		commands: SERVES,
		description: ""
	},
	certificates: {
		commands: ["status"],
		description: ""
	},
	image: {
		commands: SERVES,
		description: ""
	},
	digest: {
		commands: OF_A_RELEASE,
		description: ""
	},
	release: {
		commands: OF_A_RELEASE,
		description: ""
	},
	version: {
		commands: OF_A_RELEASE,
		description: ""
	},
	"next-version": {
		commands: ["deploy", "plan"],
		description: ""
	},
	"previous-release": {
		commands: OF_A_RELEASE,
		description: ""
	},
	"serving-digest": {
		commands: SERVES,
		description: ""
	},
	plan: {
		commands: ["plan"],
		description: ""
	},
	"plan-hash": {
		commands: ["plan"],
		description: ""
	},
	checks: {
		commands: ["doctor"],
		description: ""
	},
	metrics: {
		commands: ["metrics"],
		description: ""
	},
	"deployment-frequency": {
		commands: ["metrics"],
		description: ""
	},
	"lead-time": {
		commands: ["metrics"],
		description: ""
	},
	"change-failure-rate": {
		commands: ["metrics"],
		description: ""
	},
	"recovery-time": {
		commands: ["metrics"],
		description: ""
	},
	summary: {
		commands: IN_AWS,
		description: ""
	},
	"comment-command": {
		commands: ["comment"],
		description: ""
	},
	"comment-environment": {
		commands: ["comment"],
		description: ""
	},
	"comment-sha": {
		commands: ["comment"],
		description: ""
	},
	"comment-release": {
		commands: ["comment"],
		description: ""
	},
	"comment-version": {
		commands: ["comment"],
		description: ""
	},
	"comment-reason": {
		commands: ["comment"],
		description: ""
	},
	cause: {
		commands: COMMANDS,
		description: ""
	},
	duration: {
		commands: COMMANDS,
		type: "float",
		description: ""
	}
};
// src/report/parts/identifiers.ts
var ENGLISH = ["read-only"];
var VALUE = String.raw`true|false|none|https?|h2c|\d\w*|[a-z]\w*\.\w+|${COMMANDS.join("|")}`;
var LONGEST = 300;
var PATTERN = new RegExp([
	"`[^`\n]*`",
	String.raw`\b(?:actions|attestations|contents|deployments|id-token|issues|packages|pull-requests): (?:read|write)\b`,
	String.raw`(?<=\bcommit )[0-9a-f]{7,40}\b`,
	String.raw`(?<![\w./-])[0-9a-f]{8}-[0-9a-f]{8}\b(?![\w-])`,
	String.raw`(?<![\w./@-])(?:[\w.:/-]{1,${LONGEST}}@)?sha256:[0-9a-f]{12,64}\b`,
	String.raw`(?<![\w./-])[\w./-]{1,${LONGEST}}:[0-9a-f]{40}(?:-[0-9a-f]{12})?(?![\w-])`,
	String.raw`(?<![\w/-])(?:i|ami|sg|vpc|subnet|eipalloc|vol)-[0-9a-f]{8,17}\b`,
	String.raw`(?<![\w./-])(?<word>[a-z]+(?:-[a-z]+)*)(?:: (?<value>${VALUE})(?![\w-])|(?![\w/-]))`
].join("|"), "g");
function quoteIdentifiers(text) {
	if ((text.split("`").length - 1) % 2 === 1) return text;
	return text.replace(PATTERN, (found, ...rest) => {
		const [offset, { word, value }] = [rest.at(-3), rest.at(-1)];
		const isSaid = () => value !== void 0 || AFTER_INPUT.test(text.slice(Math.max(0, offset - LONGEST), offset));
		return (word === void 0 ? !found.startsWith("`") : isNamed(word, isSaid)) ? `\`${shortened(found)}\`` : found;
	});
}
var AFTER_INPUT = /\binputs? (?:[a-z-]+(?:, | and | or ))*$/;
function isNamed(word, isSaid) {
	return Object.hasOwn(FACTS, word) && (word.includes("-") && !ENGLISH.includes(word) || isSaid());
}
function shortened(name) {
	return name.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, "$1").replace(/(:[0-9a-f]{8})[0-9a-f]{32}(?=$|-)/, "$1\u2026");
}
function linkFiles(markdown, address) {
	return markdown.replace(/(?<![\w./-])(?:docs|examples)\/[\w/-]+\.(?:md|ya?ml)\b/g, (path) => `[${path}](${address(path)})`);
}
// src/report/parts/markdown.ts
var PLAIN_ASCII = /^[\t\n\r -~]*$/;
var hidden = () => new RegExp(String.raw`(?![\t\n\r\u200C\u200D])${UNSEEN.source}`, "gu");
function visible(text) {
	const written = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.stripVTControlCharacters)(text);
	return PLAIN_ASCII.test(written) ? written : written.replace(hidden(), "\ufffd");
}
function escaped(text) {
	return visible(text.replace(/[\r\n]+/g, " ")).replace(/[&<>]/g, (sign) => ({
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;"
	})[sign] ?? sign).replace(/[\\`*_{}[\]()#+!|~@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function plain(text) {
	return escaped(text).replace(/&#64;(?=\w)/g, "$&<!-- -->").replaceAll("$", "<span>$&</span>");
}
function code(text) {
	return text === "" ? "" : `<code>${escaped(text)}</code>`;
}
function shortCode(text) {
	return code(text.replace(/\bsha256:([0-9a-f]{12})[0-9a-f]{52}\b/g, "sha256:$1"));
}
function fold(title, body, open = false) {
	return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
var SEEN = 30;
function list(items) {
	const [seen, more] = [items.slice(0, SEEN), items.slice(SEEN)].map((part) => part.map((item) => `- ${item}`).join("\n"));
	return paragraphs([seen ?? "", more ? fold(`${items.length - SEEN} more`, more) : ""]);
}
function paragraphs(parts) {
	return parts.filter((part) => part !== "").join("\n\n");
}
function prose(text) {
	return ticked(quoteIdentifiers(text));
}
function ticked(text) {
	return text.replace(/`([^`\n]+)`|[^`]+|`/g, (part, inner) => inner === void 0 ? plain(part) : code(inner));
}
function link(words, url) {
	return `[${words}](${encodeURI(url.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, "%").replace(/[()]/g, (sign) => sign === "(" ? "%28" : "%29")})`;
}
function block(text) {
	const shown = visible(text);
	const runs = shown.match(/`+/g) ?? [];
	const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
	return `${fence}text\n${shown.replace(/\n$/, "")}\n${fence}`;
}
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
function cut$1(text, { letters, rest }) {
	if (text.length <= letters) return text;
	const kept = text.slice(0, text.lastIndexOf("\n", letters));
	const fence = openFence(kept);
	const folded = kept.lastIndexOf("<details") > kept.lastIndexOf("</details>") ? "\n\n</details>" : "";
	return `${kept}${fence === "" ? "" : `\n${fence}`}${folded}\n\n${rest}`;
}
function cutStart(text, letters) {
	if (text.length <= letters) return text;
	const start = text.indexOf("\n", text.length - letters - 1);
	return start < 0 ? text.slice(text.lastIndexOf("\n") + 1).slice(0, letters) : text.slice(start + 1);
}
function cutComment(text) {
	return cut$1(text, {
		letters: 6e4,
		rest: "The rest is in the job's summary."
	});
}
function openFence(text) {
	return [...text.matchAll(/^(`{3,})(\w*)$/gm)].reduce((open, [, fence = "", info = ""]) => {
		if (open === "") return fence;
		return info === "" && fence.length >= open.length ? "" : open;
	}, "");
}
// src/report/sections/failure.ts
var LAST_LINES = "Last log lines of the container";
function renderFailure(failure, { headline, causes, listed }) {
	const { cause, sentence, state = "", hint } = failure;
	const [first = "", ...items] = sentence.split("\n");
	const rest = beyond(headline, listed ? first.replace(/:$/, ".") : first);
	return paragraphs([
		`**Cause:** ${causes === void 0 ? code(cause) : link(code(cause), `${causes}#${cause}`)}${rest === "" ? "" : `: ${cause === "inputs" ? problem(rest) : prose(small(rest))}`}`,
		listed ? "" : items.map((item) => `- ${problem(item.trim())}`).join("\n"),
		state === "" ? "" : `**Now:** ${prose(state)}`,
		hint === void 0 ? "" : `**Next step:** ${linked(prose(hint), causes)}`,
		...evidenceOf(failure)
	]);
}
function linked(markdown, causes) {
	return causes === void 0 ? markdown : linkFiles(markdown, (path) => causes.replace(/docs\/causes\.md$/, path));
}
function problem(words) {
	return prose(words.replace(/^([^\s`]+:\d+:\d+: )?([a-z][\w.-]*)(?=: )/, "$1`$2`"));
}
function evidenceOf({ evidence, stack = "" }) {
	const { logs = "", health = "", host = "" } = evidence ?? {};
	return [
		["Stack of the action", stack],
		[LAST_LINES, logs],
		["Answer to the health check", health],
		["Disk and memory of the host", host]
	].filter(([, text]) => text.trim() !== "").map(([title, text]) => fold(title, block(text.slice(-65536)), text === stack));
}
// src/report/sections/head.ts
var SIGNS = {
	deployed: "\ud83d\ude80",
	unchanged: "\u2705",
	"rolled-back": "\u21a9\ufe0f",
	restarted: "\ud83d\udd04",
	planned: "\ud83d\udccb",
	reported: "\ud83d\udd0e",
	destroyed: "\ud83e\uddf9",
	frozen: "\ud83e\uddca",
	unfrozen: "\ud83d\udd13",
	steered: "\ud83c\udf9b\ufe0f",
	started: "\ud83c\udf05",
	stopped: "\ud83c\udf19",
	accepted: "\ud83d\udc40",
	answered: "\ud83d\udcac",
	ignored: "\ud83d\udca4",
	refused: "\u270b",
	failed: "\u274c",
	cancelled: "\ud83d\udeab"
};
function renderHead({ outcome, headline, failure, checks }, causes) {
	const why = failure ? renderFailure(failure, {
		headline,
		causes,
		listed: checks !== void 0
	}) : "";
	return paragraphs([`## ${SIGNS[outcome]} ${ticked(headline)}`, why]);
}
// src/report/parts/causes-page.ts
function causesPage(env) {
	const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "", GITHUB_SERVER_URL: server = "https://github.com" } = env;
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === "") return void 0;
	return `${server}/${repository}/blob/${ref.split("/").map(encodeURIComponent).join("/")}/docs/causes.md`;
}
// src/report/write-report.ts
var ANNOTATION_LIMIT = 4e3;
var OUTPUT_LIMIT = 2e4;
async function writeReport(report, progress, ms) {
	const text = await summaryOf(report, progress.steps());
	const summary = cut$1(text, {
		letters: OUTPUT_LIMIT,
		rest: "The rest is in the job's summary."
	});
	const outputs = {
		...report.outputs,
		outcome: report.outcome,
		duration: (ms / 1e3).toFixed(1),
		summary
	};
	setOutputs(Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, outputs[name] ?? ""])));
	if (report.outcome !== "cancelled") saveState({ finished: "true" });
	writeSummary(text);
	for (const { host, parts } of report.logs ?? []) progress.group(host, logText(parts));
	if (isGreen(report)) progress.info(`${report.headline} (${seconds(ms)})`);
	else annotate(report, progress);
	if (report.lastLines) progress.info(`--- Last log lines ---\n${report.lastLines}`);
	for (const warning of report.warnings ?? []) progress.warn(warning);
}
function logText(parts) {
	return parts.map(({ words, text }) => `--- ${words} ---${text === "" ? "" : `\n${text}`}`).join("\n");
}
async function summaryOf(report, steps) {
	const causes = causesPage(process.env);
	if (isOnlyHead(report, steps)) return `${renderHead(report, causes)}\n`;
	const { renderSummary } = await Promise.all(/* import() */[__nccwpck_require__.e(7512), __nccwpck_require__.e(1216), __nccwpck_require__.e(1680), __nccwpck_require__.e(605)]).then(__nccwpck_require__.bind(__nccwpck_require__, 605));
	return renderSummary(report, steps, causes);
}
var OF_HEAD = [
	"outcome",
	"headline",
	"failure",
	"outputs"
];
function isOnlyHead(report, steps) {
	return Object.entries(report).filter(([name, value]) => !OF_HEAD.includes(name) && !isNothing(value)).length === 0 && steps.length === 0;
}
function isNothing(value) {
	return value === void 0 || Array.isArray(value) && value.length === 0;
}
function annotationOf(report) {
	const { outcome, headline, failure } = report;
	const title = `docker-to-ec2 ${outcome}${failure === void 0 || failure.cause === outcome ? "" : `: ${failure.cause}`}`;
	const [first = "", ...items] = wordsOf(report).split("\n");
	const rest = beyond(headline, first);
	const words = rest === "" ? `${headline}${items.length === 0 ? "" : ":"}` : `${headline}: ${rest}`;
	const hint = failure?.hint === void 0 ? "" : `\n${cut(failure.hint, ANNOTATION_LIMIT / 2)}`;
	return {
		message: `${cut([words, ...items].join("\n"), ANNOTATION_LIMIT - hint.length)}${hint}`,
		title
	};
}
function cut(text, letters) {
	return text.length <= letters ? text : `${text.slice(0, letters - 1)}\u2026`;
}
function wordsOf({ failure, canary }) {
	const { sentence = "", state = "", others = [] } = failure ?? {};
	return [
		sentence,
		canary?.cost ?? "",
		state,
		...others
	].filter((words) => words !== "").join(" ");
}
function annotate(report, progress) {
	const { message, title } = annotationOf(report);
	progress.fail(message, title);
	const { failure } = report;
	const { logs = "", health = "", host = "" } = failure?.evidence ?? {};
	const { stack = "" } = failure ?? {};
	for (const [name, text] of Object.entries({
		Stack: stack,
		"Last log lines": logs,
		"Health check": health,
		Host: host
	})) if (text.trim() !== "") progress.info(`--- ${name} ---\n${text}`);
}
function writeSummary(text) {
	const file = process.env["GITHUB_STEP_SUMMARY"];
	if (file) (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, text);
}
// src/run.ts
async function run(env) {
	const signal = cancelSignal();
	const progress = actionsProgress({
		write: writeLine,
		clock: { now }
	});
	const start = now();
	const report = await attempt(env, progress, signal);
	await writeReport(report, progress, now() - start);
	return isGreen(report);
}
async function attempt(env, progress, signal) {
	try {
		const job = runVariables(env);
		const file = await findConfigFile(env, sourceOf(env, job));
		const { given } = file !== void 0 || givesInputs(env) ? await Promise.all(/* import() */[__nccwpck_require__.e(1216), __nccwpck_require__.e(5968)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5968)) : {};
		const inputs = checkInputs({
			env,
			job,
			file,
			given
		});
		for (const problem of inputs.unused) progress.warn(`${problem}. This removal does not need it`);
		const { carryOut } = await Promise.all(/* import() */[__nccwpck_require__.e(1216), __nccwpck_require__.e(1680), __nccwpck_require__.e(9971)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9971));
		return await carryOut({
			inputs,
			env,
			job,
			file,
			progress,
			signal: signal()
		});
	} catch (error) {
		return reportOfError(error);
	}
}
function sourceOf(env, { workspace, repository, apiUrl, commit }) {
	return configSource({
		workspace,
		repository,
		apiUrl,
		commit,
		token: stepText(env, "github-token"),
		limit: timeLimit
	});
}
function cancelSignal() {
	let cancelled = false;
	let controller;
	const cancel = () => {
		cancelled = true;
		controller?.abort();
	};
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, cancel);
	return () => {
		controller ??= new AbortController();
		if (cancelled) controller.abort();
		return controller.signal;
	};
}
// src/main.ts
async function main() {
	const isPost = stateOf("phase") === "post";
	if (!isPost) saveState({ phase: "post" });
	try {
		if (isPost) await (await Promise.all(/* import() */[__nccwpck_require__.e(7512), __nccwpck_require__.e(1216), __nccwpck_require__.e(1680), __nccwpck_require__.e(9140)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9140))).cleanUp();
		else process.exitCode = await run(process.env) ? 0 : 1;
	} catch (error) {
		if (!isPost) process.exitCode = 1;
		writeLine(isPost ? workflowCommand("warning", explain(error)) : errorCommand(explain(error)));
	}
	process.exit();
}
main();



/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = require("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = require("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			8792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9969);



module.exports = __webpack_exports__;
/******/ })()
;