"use strict";
exports.id = 8787;
exports.ids = [8787,4917];
exports.modules = {

/***/ 8787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9698);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8123);
/* harmony import */ var _permitted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4917);
/* harmony import */ var _listed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6848);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);






// src/domain/identity/session-name.ts
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
var LONGEST = 64;
/** Such as `octo-org.web@1001.2`: repository, run and attempt. A long repository ends in its hash, so that the run stays complete and names stay unique. */
function sessionNameOf({ repository, runId, runAttempt }) {
	const run = `@${runId}.${runAttempt}`;
	const name = repository.replace("/", ".").replace(/[^\w+=,.@-]/g, "-") || "docker-to-ec2";
	if (name.length + run.length <= LONGEST) return name + run;
	const hash = `-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(repository).digest("hex").slice(0, 8)}`;
	return name.slice(0, LONGEST - hash.length - run.length) + hash + run;
}
// src/connect/promotion-source.ts
/** The adapters for an environment in another account, or in another region of this one. */
function connectSource(config, promotion, around) {
	const { clock } = around;
	const options = optionsOf(config, promotion, around);
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(2625)]).then(__webpack_require__.bind(__webpack_require__, 2952))).connectSsm(options));
	const ecr = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(9898), __webpack_require__.e(2707)]).then(__webpack_require__.bind(__webpack_require__, 2707))).connectEcr(options, promotion.from));
	return {
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ecr()).repositories),
		scans: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ecr()).scans),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).records),
		statusQuery: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).statusQuery({
			clock,
			onWait: () => void 0
		}))
	};
}
function optionsOf(config, { role, region }, { identity, clock }) {
	if (role === void 0) return (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.s)(region, identity);
	const session = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(9898), __webpack_require__.e(6553)]).then(__webpack_require__.bind(__webpack_require__, 6553))).connectRole((0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.s)(config.region, identity), role, sessionNameOf(config.job)));
	return (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.s)(region, { credentials: (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.o)(async () => (await session())(), clock) });
}
// src/steps/record/github-deployment.ts
/** How long the end of a run waits for GitHub. */
var WAIT_MS = 5e3;
/** Updates GitHub's deployment during the run. The first failure stops that, with one line in the log. */
function githubDeployment(spec) {
	const { githubDeployment: wish, githubToken = "", job } = spec.config;
	const isOff = wish === "false" || wish === "auto" && (githubToken === "" || job.repository === "");
	let opening;
	const faulty = once((fault) => tell(spec, fault));
	return {
		start(what) {
			if (isOff || opening !== void 0) return;
			opening = open(spec, what);
			opening.catch(faulty);
		},
		async end(ended, url) {
			if (opening === void 0 || ended.outcome === "cancelled") return;
			await inTime(spec, opening.then((opened) => close(spec, opened, ended, url))).catch(faulty);
		},
		async removed(service) {
			if (!isOff) await inTime(spec, remove(spec, service)).catch(faulty);
		}
	};
}
function inTime(spec, work) {
	return Promise.race([work, spec.clock.sleep(WAIT_MS).then(() => Promise.reject(/* @__PURE__ */ new Error("GitHub did not answer in time")))]);
}
/** Runs only once. */
function once(act) {
	let done = false;
	return (value) => {
		if (!done) act(value);
		done = true;
	};
}
async function open(spec, what) {
	const { config, deployments, postCleanup } = spec;
	const { service, job } = config;
	const [started, seen] = await Promise.all([startedOf(spec, what), lookAt(spec, service)]);
	const own = (0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.n)(seen, job.runId);
	const id = own?.id ?? await deployments.create(started, started.commit ?? job.commit);
	postCleanup.note("deployment", {
		id,
		repository: job.repository,
		apiUrl: job.apiUrl,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job)
	});
	const mark = (description) => deployments.mark(id, {
		state: "in_progress",
		description,
		logUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job)
	});
	await mark((0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.c)({
		...started,
		service: service.name
	}));
	if (own) await mark((0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.s)(started.digest));
	return {
		id,
		startedAt: started.startedAt,
		seen: seen.filter((one) => one.id !== id)
	};
}
async function startedOf({ config, deployments }, { commit, ...what }) {
	const { name: service, environment } = config.service;
	const committedAt = commit === "" ? void 0 : await deployments.committedAt(commit);
	return {
		schema: 1,
		service,
		environment,
		...what,
		...commit !== "" && { commit },
		...committedAt !== void 0 && { committedAt }
	};
}
async function lookAt(spec, { name, environment }) {
	return statusesOf(spec, (0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.a)(await spec.deployments.list(environment), name));
}
function statusesOf({ deployments }, listed) {
	return Promise.all(listed.map(async (one) => ({
		...one,
		statuses: await deployments.statuses(one.id)
	})));
}
async function close(spec, { id, startedAt, seen }, ended, url) {
	const { config, deployments, postCleanup } = spec;
	const state = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.X)(ended);
	const logUrl = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(config.job);
	await deployments.mark(id, {
		state,
		description: (0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.o)(ended, startedAt),
		logUrl,
		url: url === "" ? void 0 : url
	});
	postCleanup.forget("deployment");
	const over = {
		state: "inactive",
		description: "a later run replaced it",
		logUrl
	};
	const earlier = await statusesOf(spec, (0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.i)(seen, config.service.name, state));
	await Promise.all((0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.i)(earlier, config.service.name, state).map((one) => deployments.mark(one.id, over)));
}
async function remove(spec, service) {
	const seen = await lookAt(spec, service);
	const gone = {
		state: "inactive",
		description: "the service was removed",
		logUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(spec.config.job)
	};
	await Promise.all((0,_listed_js__WEBPACK_IMPORTED_MODULE_2__.i)(seen, service.name, "success").map(({ id }) => spec.deployments.mark(id, gone)));
}
/** A run that did not ask for it, and lacks the permission, mentions it only in the log. */
function tell({ config, progress }, fault) {
	const line = `GitHub's deployments do not show this run, or not all of it: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(fault)}.${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cr)(fault) && fault.hint !== void 0 ? ` ${fault.hint}` : ""}`;
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cr)(fault) && config.githubDeployment === "auto") progress.info(line);
	else progress.warn(line);
}
// src/connect.ts
/** Builds the adapters. Each loads its AWS client at the first use, so that a run loads only the clients it needs. */
function connect(config, surroundings) {
	const { region } = config;
	const role = config.role && {
		...config.role,
		sessionName: sessionNameOf(config.job)
	};
	if (role !== void 0) (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.r)(role);
	const identity = (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.a)(role, region, surroundings.clock);
	const own = {
		...awsPorts(config, {
			...surroundings,
			identity
		}),
		...imagePorts(config, surroundings),
		...githubPorts(config, surroundings),
		postCleanup: _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n
	};
	const { promotion } = config;
	const elsewhere = promotion !== void 0 && (promotion.role !== void 0 || promotion.region !== region);
	return {
		...own,
		source: elsewhere ? connectSource(config, promotion, {
			...surroundings,
			identity
		}) : own
	};
}
function awsPorts({ region, role, service: own }, { clock, progress, permit, identity }) {
	const options = (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.s)(region, {
		permit,
		...identity
	});
	const ec2 = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(4409), __webpack_require__.e(9028), __webpack_require__.e(6483)]).then(__webpack_require__.bind(__webpack_require__, 6483))).connectEc2(options, clock));
	const saveLease = (service, owner) => _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n.note("lease", {
		service,
		owner,
		region
	});
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(2625)]).then(__webpack_require__.bind(__webpack_require__, 2952))).connectSsm(options, saveLease));
	const ecr = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(9898), __webpack_require__.e(2707)]).then(__webpack_require__.bind(__webpack_require__, 2707))).connectEcr(options, own));
	const waiting = (what) => (status, since) => progress.waiting(`${what} (${status})`, since);
	const account = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(9315)]).then(__webpack_require__.bind(__webpack_require__, 9315))).connectSts(options));
	return {
		account,
		hosts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ec2()).hosts),
		catalog: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(1603), __webpack_require__.e(4409), __webpack_require__.e(7806)]).then(__webpack_require__.bind(__webpack_require__, 7806))).ec2Catalog((await ec2()).client, (await ssm()).client)),
		quotas: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(4409), __webpack_require__.e(8968), __webpack_require__.e(9028), __webpack_require__.e(9696)]).then(__webpack_require__.bind(__webpack_require__, 9696))).connectQuotas(options, (await ec2()).client)),
		permissions: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => {
			const identify = async () => role?.arn ?? (await account.identify()).arn;
			return (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(4409), __webpack_require__.e(8968), __webpack_require__.e(9028), __webpack_require__.e(9696)]).then(__webpack_require__.bind(__webpack_require__, 9696))).connectPermissions(options, (await ec2()).client, identify);
		}),
		networks: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ec2()).networks),
		prices: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 8921).then(__webpack_require__.bind(__webpack_require__, 8921))).storedPrices()),
		vpcs: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ec2()).vpcs),
		zones: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(2892)]).then(__webpack_require__.bind(__webpack_require__, 2892))).connectRoute53(options)),
		lookups: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 1101).then(__webpack_require__.bind(__webpack_require__, 3482))).dnsLookups()),
		hostRoles: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(8968), __webpack_require__.e(1528)]).then(__webpack_require__.bind(__webpack_require__, 1528))).connectIam(options)),
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ecr()).repositories),
		scans: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ecr()).scans),
		remote: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => {
			const { hostProgram: program } = await __webpack_require__.e(/* import() */ 6906).then(__webpack_require__.bind(__webpack_require__, 6906));
			const saveCommand = (sent) => _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n.note("command", {
				...sent,
				region
			});
			return (await ssm()).remote({
				clock,
				program,
				saveCommand,
				onWait: waiting("the host's work")
			});
		}),
		statusQuery: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).statusQuery({
			clock,
			onWait: waiting("the hosts' answer")
		})),
		secretVersions: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(5359)]).then(__webpack_require__.bind(__webpack_require__, 5359))).connectSecretVersions(options, (await ssm()).client)),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).records),
		lease: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).lease),
		queue: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).queue),
		steering: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await ssm()).steering),
		alarms: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(7759), __webpack_require__.e(8445)]).then(__webpack_require__.bind(__webpack_require__, 8445))).connectCloudWatch(options))
	};
}
function imagePorts(config, { clock, progress, permit }) {
	const { job, image, proof } = config;
	const fetch = (0,_permitted_js__WEBPACK_IMPORTED_MODULE_5__.n)(permit);
	const onLine = (line) => progress.info(line);
	return {
		registry: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 3974).then(__webpack_require__.bind(__webpack_require__, 3974))).httpRegistry({
			fetch,
			clock
		})),
		artifacts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 3390).then(__webpack_require__.bind(__webpack_require__, 3390))).httpArtifacts({
			fetch,
			clock
		})),
		attestations: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 4535).then(__webpack_require__.bind(__webpack_require__, 4535))).connectAttestations(githubSpec(config), clock)),
		bundleVerifier: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 4535).then(__webpack_require__.bind(__webpack_require__, 4535))).connectBundleVerifier(proof.trustedRoot)),
		builder: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 5122).then(__webpack_require__.bind(__webpack_require__, 5122))).dockerBuilder({
			onLine,
			postCleanup: _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n
		})),
		checkout: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => {
			const { localCheckout } = await __webpack_require__.e(/* import() */ 117).then(__webpack_require__.bind(__webpack_require__, 117));
			return localCheckout({
				workspace: job.workspace,
				...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ft)(job, image),
				env: process.env
			});
		})
	};
}
function githubSpec({ githubToken: token, job: { repository, apiUrl } }) {
	return {
		token,
		repository,
		apiUrl
	};
}
function githubPorts(config, { clock, progress }) {
	const github = githubSpec(config);
	const deployments = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 3181).then(__webpack_require__.bind(__webpack_require__, 3181))).githubDeployments(github));
	return {
		commits: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 2473).then(__webpack_require__.bind(__webpack_require__, 2473))).githubCommits(github, (words) => progress.warn(words))),
		pullRequests: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 3209).then(__webpack_require__.bind(__webpack_require__, 3209))).githubPullRequests(github)),
		environments: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 639).then(__webpack_require__.bind(__webpack_require__, 639))).githubEnvironments(github)),
		comments: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 7567).then(__webpack_require__.bind(__webpack_require__, 7567))).githubComments(github)),
		conversation: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 8478).then(__webpack_require__.bind(__webpack_require__, 8478))).githubConversation(github)),
		incidents: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 4458).then(__webpack_require__.bind(__webpack_require__, 4458))).githubIncidents(github)),
		resultFiles: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 9514).then(__webpack_require__.bind(__webpack_require__, 9514))).localResultFiles(config.job.workspace)),
		deploymentHistory: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 6087).then(__webpack_require__.bind(__webpack_require__, 6087))).githubDeploymentHistory(github)),
		deployment: githubDeployment({
			config,
			clock,
			progress,
			postCleanup: _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n,
			deployments
		}),
		releases: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_4__.t)(async () => (await __webpack_require__.e(/* import() */ 2467).then(__webpack_require__.bind(__webpack_require__, 2467))).githubReleases(github, clock))
	};
}



/***/ }),

/***/ 8123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ once),
/* harmony export */   t: () => (/* binding */ lazy)
/* harmony export */ });
// src/connect/lazy.ts
/** Creates the value at the first call, and only once. */
function once(make) {
	let made;
	return () => made ??= make();
}
/** A port whose adapter is loaded at the first call. */
function lazy(load) {
	const loaded = once(load);
	const method = (name) => async (...args) => {
		return (await loaded())[name]?.(...args);
	};
	return new Proxy({}, { get: (_, name) => name === "then" ? void 0 : method(name) });
}



/***/ }),

/***/ 6848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ worthALook),
/* harmony export */   c: () => (/* binding */ startText),
/* harmony export */   i: () => (/* binding */ replaced),
/* harmony export */   n: () => (/* binding */ deploymentOfJob),
/* harmony export */   o: () => (/* binding */ endText),
/* harmony export */   r: () => (/* binding */ readDeployment),
/* harmony export */   s: () => (/* binding */ imageText),
/* harmony export */   t: () => (/* binding */ STATES)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/domain/deployment/status-text.ts
/** GitHub's limit for the description of a status: https://docs.github.com/en/rest/deployments/statuses */
var LIMIT = 140;
/** `deploy of web: release 3f2a9c1d-b04e77aa, version 1.4.0`. Leaves out a version that is unknown or too long. */
function startText({ command, service, release, version }) {
	const text = `${command} of ${service}: release ${release}`;
	const whole = `${text}, version ${version}`;
	return version !== "" && whole.length <= LIMIT ? whole : text;
}
var START = /^(\w+) of ([a-z0-9-]+): release ([\w-]+)(?:, version (\S+))?$/;
/** The contents of such a text; without a version, it is the commit in the release's name. `undefined` for any other text. */
function readStartText(text) {
	const [, command, service, release = "", version = release.replace(/-.*/, "")] = START.exec(text) ?? [];
	const { entries } = _start_js__WEBPACK_IMPORTED_MODULE_0__.$;
	const known = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(entries.command, command);
	return known === void 0 || service === void 0 ? void 0 : {
		command: known,
		service,
		release,
		version
	};
}
/** For a deployment without a payload of ours. */
function imageText(digest) {
	return `image ${digest || "unknown"}`;
}
/** The digest; empty if it was unknown. `undefined` for any other text. */
function readImageText(text) {
	return /^image (?:unknown|(sha256:[0-9a-f]{64}))$/.exec(text)?.map((found) => found ?? "")[1];
}
/** Words for times: the time itself is the start of the deployment plus this many seconds. */
var TIMES = {
	served: "servedAt",
	failed: "failedAt",
	verified: "verifiedAt"
};
/** `rolled-back: bake-errors; served +31s, failed +75s, verified +90s, recovered by bake`. `startedAt`: ISO 8601. */
function endText(ended, startedAt) {
	const { outcome, cause, recoveredBy } = ended;
	const facts = [...Object.entries(TIMES).flatMap(([word, key]) => {
		const time = ended[key];
		return time === void 0 ? [] : [`${word} +${Math.max(0, Math.round((Date.parse(time) - Date.parse(startedAt)) / 1e3))}s`];
	}), ...recoveredBy === void 0 ? [] : [`recovered by ${recoveredBy}`]];
	return [
		outcome,
		cause === void 0 ? "" : `: ${cause}`,
		facts.length === 0 ? "" : `; ${facts.join(", ")}`
	].join("");
}
var END = /^([a-z-]+)(?:: ([a-z0-9-]+))?(?:; (.+))?$/;
/** The contents of such a text, for a deployment with this start; `undefined` for any other text. */
function readEndText(text, startedAt) {
	const [, outcome, cause, facts = ""] = END.exec(text) ?? [];
	const [, recoveredBy] = /\brecovered by (\w+)$/.exec(facts) ?? [];
	const times = Object.entries(TIMES).flatMap(([word, key]) => {
		const seconds = new RegExp(`\\b${word} \\+(\\d{1,9})s\\b`).exec(facts)?.[1];
		return seconds === void 0 ? [] : [[key, new Date(Date.parse(startedAt) + Number(seconds) * 1e3).toISOString()]];
	});
	const said = {
		outcome,
		...Object.fromEntries(times),
		...cause && { cause },
		...recoveredBy && { recoveredBy }
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Q, said);
}
// src/domain/deployment/listed.ts
/** https://docs.github.com/en/rest/deployments/statuses */
var STATES = [
	"error",
	"failure",
	"inactive",
	"pending",
	"success",
	"queued",
	"in_progress"
];
/** A complete deployment; `undefined` if this action did not create it, or it has not ended. */
function readDeployment(seen) {
	const started = readStart(seen);
	if (started === void 0) return void 0;
	const ends = seen.statuses.flatMap(({ description }) => readEndText(description, started.startedAt) ?? []);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Z, {
		...started,
		...ends[0]
	});
}
/**
* The contents of its payload. GitHub's own deployment for the job has none: there, the statuses say the same, and the time of the first one is
* the start.
*/
function readStart(seen) {
	const { payload, environment, sha, statuses = [] } = seen;
	const own = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.$, payload);
	if (own !== void 0) return own;
	const [first] = statuses.flatMap(({ description, createdAt }) => {
		const named = readStartText(description);
		return named === void 0 ? [] : [{
			...named,
			startedAt: createdAt
		}];
	});
	const [digest] = statuses.flatMap(({ description }) => readImageText(description) ?? []);
	if (first === void 0 || digest === void 0) return void 0;
	const ofRelease = sha.startsWith(first.release.replace(/-.*/, ""));
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(_start_js__WEBPACK_IMPORTED_MODULE_0__.$, {
		schema: 1,
		environment,
		digest,
		...first,
		...ofRelease && { commit: sha }
	});
}
/**
* How many deployments are looked at; each costs a request. Of the service: every deploy ends those before it, so more than these are open only after
* as many killed runs in a row. Without a payload: GitHub makes one for each job with an `environment`, also for jobs of other services, which one push
* can start together.
*/
var MOST = {
	own: 5,
	untold: 20
};
/** Deployments whose statuses are worth reading, newest first: of the service, or without a payload. `listed`: newest first. */
function worthALook(listed, service) {
	const own = listed.filter((one) => readStart(one)?.service === service).slice(0, MOST.own);
	const untold = listed.filter((one) => readStart(one) === void 0).slice(0, MOST.untold);
	return listed.filter((one) => own.includes(one) || untold.includes(one));
}
var OPEN = [
	"in_progress",
	"queued",
	"pending",
	void 0
];
/**
* The deployment that GitHub created for this run's job, because the job has an `environment`. If several jobs of the run have one, this job's
* is unknown: `undefined`.
*/
function deploymentOfJob(seen, runId) {
	const ofRun = new RegExp(`/actions/runs/${runId}(/|$)`);
	const [first, ...others] = seen.filter((one) => readStart(one) === void 0 && OPEN.includes(one.statuses[0]?.state) && one.statuses.some(({ logUrl }) => ofRun.test(logUrl)) && !one.statuses.some(({ description }) => readStartText(description)));
	return others.length === 0 ? first : void 0;
}
/** Earlier deployments of the service that are over: those of dead runs, and, after another release went live, the previous one. */
function replaced(seen, service, state) {
	const over = state === "success" ? [...OPEN, "success"] : OPEN;
	return seen.filter((one) => readStart(one)?.service === service && over.includes(one.statuses[0]?.state));
}



/***/ }),

/***/ 8929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ hostOrder),
/* harmony export */   t: () => (/* binding */ VERBS)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/domain/order/order.ts
var VERBS = [
	"deploy",
	"rollback",
	"restart",
	"canary",
	"status",
	"remove"
];
var LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
}



/***/ }),

/***/ 4917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ permittedFetch),
/* harmony export */   t: () => (/* binding */ permitted)
/* harmony export */ });
// src/connect/aws/permitted.ts
/** Makes a client check, before each request and each retry, whether the run can still send it. */
function permitted(client, permit) {
	if (permit === void 0) return client;
	const ask = (next, { commandName = "" }) => async (request) => {
		const lost = isAlwaysAllowed(commandName, request.input) ? void 0 : permit.lost();
		if (lost !== void 0) throw lost;
		return next(request);
	};
	client.middlewareStack.add(ask, {
		step: "finalizeRequest",
		priority: "low",
		name: "permit"
	});
	return client;
}
function permittedFetch(permit) {
	return async (...request) => {
		const lost = permit.lost();
		if (lost !== void 0) throw lost;
		return fetch(...request);
	};
}
/**
* A run that lost the lease can still cancel its own command, and release the lease, which does nothing if another run holds it. It cannot delete
* it.
*/
function isAlwaysAllowed(commandName, input) {
	const { Name = "" } = input;
	return commandName === "CancelCommandCommand" || commandName !== "DeleteParameterCommand" && /\/(lease|queue)$/.test(Name);
}



/***/ }),

/***/ 9698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ connectIdentity),
/* harmony export */   i: () => (/* binding */ savedRole),
/* harmony export */   n: () => (/* binding */ postCleanup),
/* harmony export */   o: () => (/* binding */ lasting),
/* harmony export */   r: () => (/* binding */ saveRole),
/* harmony export */   s: () => (/* binding */ clientOptions),
/* harmony export */   t: () => (/* binding */ leftoverOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8123);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);




// src/connect/aws/options.ts
/** Milliseconds before an unanswered request is sent again. */
var TIMEOUTS = {
	connectionTimeout: 5e3,
	requestTimeout: 15e3,
	throwOnRequestTimeout: true
};
function clientOptions(region, more = {}) {
	return {
		region,
		maxAttempts: 6,
		retryMode: "adaptive",
		customUserAgent: "docker-to-ec2",
		requestHandler: TIMEOUTS,
		...more
	};
}
// src/connect/aws/lasting.ts
/** Milliseconds before the credentials expire: when new ones are requested, and until when the old ones are still used. */
var EARLY = 3e5;
var LATE = 6e4;
/**
* One session for all clients of a run, however long that takes. Simultaneous requests wait for the same credentials, and none waits
* for new ones while the current ones are valid for another minute: so a shorter outage of GitHub or STS has no effect.
*/
function lasting(session, clock) {
	let held;
	let underWay;
	const renewed = () => {
		underWay ??= session().then((given) => held = given).finally(() => underWay = void 0);
		return underWay;
	};
	return async () => {
		const left = held === void 0 ? 0 : held.expiration.getTime() - clock.now();
		if (held === void 0 || left < LATE) return renewed();
		if (left < EARLY) renewed().catch(() => void 0);
		return held;
	};
}
// src/connect/identity.ts
/** `region`: of the STS endpoint. */
function connectIdentity(role, region, clock) {
	if (role === void 0) return {};
	const session = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_3__.n)(async () => {
		const [{ connectWebIdentity }, { githubIdentityTokens: tokens }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8177), __webpack_require__.e(9898), __webpack_require__.e(6553)]).then(__webpack_require__.bind(__webpack_require__, 6553)), Promise.all(/* import() */[__webpack_require__.e(9898), __webpack_require__.e(1946)]).then(__webpack_require__.bind(__webpack_require__, 1946))]);
		return connectWebIdentity(clientOptions(region), {
			role,
			tokens,
			clock
		});
	});
	return { credentials: lasting(async () => (await session())(), clock) };
}
// src/connect/post-cleanup.ts
/** Saves notes for the `post` phase in the runner's state file, where the last value counts. */
var postCleanup = {
	note: (kind, leftover) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tr)({ [kind]: JSON.stringify(leftover) }),
	forget: (kind) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tr)({ [kind]: "" })
};
var hostIds = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn);
/** Keeps fields that belong to a single verb. */
var order = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.p)({
	verb: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)(_order_js__WEBPACK_IMPORTED_MODULE_2__.t),
	id: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	service: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	lockTimeout: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	token: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn
});
var LEFTOVERS = {
	command: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		id: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		hostIds,
		sentAt: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.b)(),
		commandId: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.a)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn)
	}),
	order: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		hostIds,
		order
	}),
	build: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		folder: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		images: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn)
	}),
	deployment: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		id: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn,
		repository: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		apiUrl: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		runUrl: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn
	}),
	lease: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		region: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
		service: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
			name: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
			environment: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn
		}),
		owner: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn
	})
};
var ROLE = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	arn: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	audience: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	sessionName: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	seconds: _start_js__WEBPACK_IMPORTED_MODULE_0__.Gn
});
/** For the `post` phase, which knows the step's inputs, but not the configuration file. */
function saveRole(role) {
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tr)({ role: JSON.stringify(role) });
}
/** The role that the run assumed; `undefined`: it used the job's credentials. */
function savedRole() {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(ROLE, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nr)("role"));
}
/** The leftover of this kind that a run saved and did not clear; `undefined` if there is none. */
function leftoverOf(kind) {
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nr)(kind);
	if (text === "") return void 0;
	const leftover = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(LEFTOVERS[kind], text);
	if (leftover === void 0) throw new Error(`The state that the run left of its ${kind} cannot be read: ${text.slice(0, 200)}`);
	return leftover;
}



/***/ })

};
;