"use strict";
exports.id = 6296;
exports.ids = [6296];
exports.modules = {

/***/ 3825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ askForStatus),
/* harmony export */   t: () => (/* binding */ findWanted)
/* harmony export */ });
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3545);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4854);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7587);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2793);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4307);






// src/domain/rollout/promotion.ts
/** Only what is verified in `promote-from`, by its record, as the registry has it; and not while its hosts say that they are not well. */
function judgePromotion(verification) {
	const { from, record, specification } = verification;
	const refusal = refuseUnverified(verification) ?? refuseSpecification(verification) ?? refuseUnwell(verification);
	if (refusal !== void 0) return refusal;
	if (typeof specification !== "object") throw new Error("A release that is not refused has a specification.");
	return {
		kind: "promote",
		release: specification,
		note: noteOn(record, from.environment)
	};
}
function refuseUnverified({ from: { environment }, release, history, allowRolledBack }) {
	if ((0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.a)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
		return (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.s)(release, history)) return void 0;
	return (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${release} was rolled back from in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it all the same.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "lies in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or is not what was recorded"
	}[specification ?? "gone"];
	return (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with the version that promotes it.`);
}
/** Hosts that could not be asked are no reason: what was verified stays so. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for a run that is at work there, or run command: deploy for ${environment}; command: status tells what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, and ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${live} does not serve ${environment} in good health on ${hostId}`, heal);
	}
}
/** What serves was verified; that a later attempt was not should be known to who promotes it. */
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. ${release}, which is verified, still serves there.`;
}
// src/steps/hosts/ask-for-status.ts
/** What hosts say of a service, asked by a command that can do nothing else; or why they could not be asked. */
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const services = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.C)(stdout)?.services;
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_service_js__WEBPACK_IMPORTED_MODULE_5__.d)(service)),
			answered: services !== void 0
		};
	});
	const silent = seen.find(({ answered }) => !answered);
	return silent ? {
		kind: "not-asked",
		reason: `${silent.hostId} gave no answer`
	} : {
		kind: "asked",
		hosts: seen
	};
}
// src/steps/record/find-promotable.ts
/**
* The release that `promote-from` has verified: the input `release`, or what serves there. What it is, record and registry tell; whether it is well there now,
* its hosts, where they can be asked. Throws a refusal where there is none. Changes nothing.
*/
async function findPromotable(ctx, from) {
	const { config, source, progress, signal } = ctx;
	const record = await source.records.read(from);
	if (!record) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)({
		reason: `nothing is deployed in ${from.environment}`,
		next: "Check the inputs promote-from, service and promote-from-region, or deploy there first."
	});
	const { release = record.release } = config;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.a)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, recorded, source.repositories), askForStatus({
		statusQuery: source.statusQuery,
		signal
	}, from, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.r)(record))]);
	const verdict = judgePromotion({
		from,
		release,
		record,
		history,
		specification,
		hosts,
		allowRolledBack: config.guards.allowRolledBack
	});
	if (verdict.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(verdict);
	progress.info(`${verdict.release.name} is verified in ${from.environment}: ${verdict.release.digest}`);
	if (hosts.kind === "not-asked") progress.info(`Whether ${from.environment} is well now was not asked: ${hosts.reason}. Record and registry tell what is verified.`);
	if (verdict.note !== void 0) progress.warn(verdict.note);
	return verdict.release;
}
// src/steps/record/find-wanted.ts
/** What this run is to bring: what its inputs ask for, or what is verified in `promote-from`. Changes nothing. */
async function findWanted(ctx) {
	const { config, progress } = ctx;
	if (config.promotion === void 0) return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.t)(config);
	const { from } = config.promotion;
	return progress.step(`Read what is verified in ${from.environment}`, async () => {
		await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.o)(ctx);
		return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.n)(config, from, await findPromotable(ctx, from));
	});
}



/***/ }),

/***/ 6296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
<<<<<<< HEAD
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4307);
/* harmony import */ var _find_wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3825);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(129);



// src/report/pages/promotion.ts
/** The report of a deploy, and where its release comes from. */
function promotionReport({ service }, report, from) {
=======
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4307);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(129);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7587);
/* harmony import */ var _same_size_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4256);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2793);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_6__);








// src/domain/rollout/promotion.ts
/** Only what is verified in `promote-from`, by its host and its record alike. */
function judgePromotion(verification) {
	const { from, record, shown } = verification;
	const { environment } = from;
	const heal = `Wait for a run that is at work there, or run command: deploy for ${environment}; command: status tells what is there.`;
	if (shown.active !== shown.live || shown.live !== record.release) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`${environment} is not of one mind: ${telling(verification)}`, heal);
	if (shown.release === shown.live && (shown.serving !== record.digest || !shown.healthy)) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`${shown.live || "what is recorded"} does not serve ${environment} in good health`, heal);
	return judgeRelease(verification);
}
function telling({ record, shown }) {
	const verified = shown.active === shown.live ? "" : `, ${shown.active || "nothing"} was verified last`;
	return `its host serves ${shown.live || "nothing"}${verified}, and ${record.release} is recorded`;
}
function judgeRelease({ from, record, recorded, shown, allowRolledBack }) {
	const { release, stored } = shown;
	const { environment } = from;
	if (!shown.verified) {
		const known = shown.releases.length === 0 ? "none is" : `these are: ${shown.releases.join(", ")}`;
		return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`${release} is not verified in ${environment}; ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (shown.left && !allowRolledBack) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`${release} was rolled back from in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it all the same.");
	if (stored === "too-large") return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`the configuration of ${release} is too large to be read from the host of ${environment} by SSM`, "Shorten env and args there: put large values into Parameter Store (input secrets) or into the image.");
	if (stored === "unreadable" || stored.name !== release) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`the configuration of ${release} in ${environment} is lost, or was written by another version of this action`, `Deploy it to ${environment} again with the version that promotes it.`);
	if (recorded?.digest !== stored.digest || recorded.commit !== stored.commit) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`the host of ${environment} and the record do not tell the same of ${release}: ${stored.digest} of ${stored.commit.slice(0, 8)}, and ` + (recorded ? `${recorded.digest} of ${recorded.commit.slice(0, 8)}` : "nothing"), `Deploy it to ${environment} again.`);
	if (isReconfigured(from, recorded, stored)) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.d)(`the host of ${environment} tells another configuration of ${release} than the record, or the record tells none`, `Deploy it to ${environment} again, and if this stays, to a new host.`);
	const { image, login } = recorded;
	return {
		kind: "promote",
		release: {
			...stored,
			image,
			login
		},
		note: noteOn(record, environment)
	};
}
/** A release's name is eight digits of a hash, few enough to find another configuration of that name; together with those in the record they are not. */
function isReconfigured(from, recorded, stored) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.o)(recorded, {
		...stored,
		canaryHeader: ""
	}).kind !== "unchanged";
}
/** What serves was verified; that a later attempt was not should be known to who promotes it. */
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. ${release}, which is verified, still serves there.`;
}
/**
* The run configuration in its new environment. Secrets below the service's own path are read below that of the new environment, the only one that
* its host may read; `env` and `secrets` of `given` take the place of variables of the same name, or are added.
*/
function carryOver(run, { from, to, given }) {
	const moved = Object.fromEntries(Object.entries(run.secrets).map(([name, source]) => [name, move(source, from, to)]));
	const env = {
		...without(run.env, given.secrets),
		...given.env
	};
	const secrets = {
		...without(moved, given.env),
		...given.secrets
	};
	const before = variables(run);
	const differs = [...variables({
		env,
		secrets
	})].filter(([name, value]) => before.get(name) !== value).map(([name]) => name);
	return {
		run: {
			...run,
			env,
			secrets
		},
		differs: differs.toSorted()
	};
}
function move(source, from, to) {
	const [old, own] = [`${(0,_service_js__WEBPACK_IMPORTED_MODULE_7__.s)(from)}/`, `${(0,_service_js__WEBPACK_IMPORTED_MODULE_7__.s)(to)}/`];
	if (source.startsWith(`ssm:${old}`)) return `ssm:${own}${source.slice(`ssm:${old}`.length)}`;
	const name = `secretsmanager:${old.slice(1)}`;
	return source.startsWith(name) ? `secretsmanager:${own.slice(1)}${source.slice(name.length)}` : source;
}
function without(variable, others) {
	return Object.fromEntries(Object.entries(variable).filter(([name]) => !Object.hasOwn(others, name)));
}
/** A value and a secret's reference are never the same, whatever they read. */
function variables({ env, secrets }) {
	return new Map([...Object.entries(env).map(([name, value]) => [name, `env ${value}`]), ...Object.entries(secrets).map(([name, source]) => [name, `secret ${source}`])]);
}
// src/domain/rollout/shown-release.ts
/** `undefined` when the host gave no answer, or only that it failed. */
function parseShownRelease(stdout) {
	const raw = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.v)(stdout);
	if (raw?.["outcome"] !== "shown") return void 0;
	const { document, ...told } = raw;
	return {
		...told,
		stored: storedOf(document)
	};
}
/** `packed`: the document as JSON, compressed by zlib, in base64. */
function storedOf(packed) {
	if (packed === "too-large") return packed;
	try {
		return (0,_same_size_js__WEBPACK_IMPORTED_MODULE_4__.f)(JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.inflateSync)(Buffer.from(packed, "base64")).toString("utf8"))) ?? "unreadable";
	} catch {
		return "unreadable";
	}
}
// src/steps/record/find-promotable.ts
/** Reading takes a second. */
const TIMEOUT = 60;
/** Versions of a record that Parameter Store keeps. */
const VERSIONS = 100;
/** The release that every host of `promote-from` has verified: the input `release`, or what serves there. Throws a refusal where there is none. Changes nothing. */
async function findPromotable(ctx, from) {
	const { config, source, progress } = ctx;
	const record = await source.records.read(from);
	if (!record) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.r)({
		reason: `nothing is deployed in ${from.environment}`,
		next: "Check the inputs promote-from, service and promote-from-region, or deploy there first."
	});
	const hostIds = await hostsOf(ctx, from, record);
	const [shown, recorded] = await Promise.all([show(ctx, from, hostIds), recordOf(ctx, from, record)]);
	const [verdict] = shown.map((one) => judgePromotion({
		from,
		record,
		recorded,
		shown: one,
		allowRolledBack: config.guards.allowRolledBack
	})).toSorted(refusalsFirst);
	if (verdict === void 0) throw new Error("A record names one host at least.");
	if (verdict.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.r)(verdict);
	const { release, note } = verdict;
	progress.info(`${release.name} is verified in ${from.environment}, on ${hostIds.join(", ")}: ${release.digest}`);
	if (note !== void 0) progress.warn(note);
	return release;
}
function refusalsFirst(a, b) {
	return Number(b.kind === "refuse") - Number(a.kind === "refuse");
}
async function hostsOf({ source }, { environment }, record) {
	const next = `Run command: deploy for ${environment}, which brings it back, and promote then.`;
	const hostIds = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.r)(record);
	const hosts = await Promise.all(hostIds.map((id) => source.hosts.get(id)));
	for (const [at, id] of hostIds.entries()) {
		const state = hosts[at]?.state ?? "gone";
		if (state !== "running") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.r)({
			reason: `${id}, the host of ${environment}, is ${state}`,
			next
		});
	}
	const agents = await source.remote.agents(hostIds);
	const silent = hostIds.find((_, at) => agents[at]?.kind !== "online");
	if (silent !== void 0) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.r)({
		reason: `SSM cannot reach ${silent}, the host of ${environment}`,
		next
	});
	return hostIds;
}
/** What was recorded when the release was live, which its host cannot write. */
async function recordOf({ config, source }, from, record) {
	if (config.release === void 0 || config.release === record.release) return record;
	return (await source.records.history(from, VERSIONS)).find(({ release }) => release === config.release);
}
async function show(ctx, from, hostIds) {
	const { config, source, signal } = ctx;
	const region = config.promotion?.region ?? config.region;
	const order = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.g)({
		...(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.m)(ctx),
		service: from,
		region
	}, config.release ?? "");
	const comment = `docker-to-ec2: show ${order.service}`;
	return (await source.remote.run({
		hostIds,
		order,
		comment,
		timeout: TIMEOUT,
		continueOnError: true
	}, signal)).map(({ hostId, stdout, status }) => {
		const shown = parseShownRelease(stdout);
		if (shown) return shown;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.n("program-failed", `${hostId}, the host of ${from.environment}, did not tell what it serves (${status})`, { next: `Run command: status for ${from.environment}, and run this again.` });
	});
}
// src/commands/promote.ts
/** Deploys what is verified in another environment: same digest, same configuration but for what `env` and `secrets` say, no build. */
async function promote(ctx) {
	const { config, progress } = ctx;
	const { from } = config.promotion;
	const release = await progress.step(`Read what is verified in ${from.environment}`, async () => {
		await (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx);
		return findPromotable(ctx, from);
	});
	const carried = carryOver(release.run, {
		from,
		to: config.service,
		given: config.run
	});
	return promotionReport(ctx, await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		...inPlaceOf(ctx, release, carried),
		promoted: {
			environment: from.environment,
			release
		}
	}), {
		environment: from.environment,
		release,
		carried
	});
}
/** The run as if it had been asked for this release: its commit, and its configuration. */
function inPlaceOf(ctx, { commit, health, migration, route: { upstream } }, { run }) {
	const { config } = ctx;
	const job = {
		...config.job,
		commit
	};
	const route = {
		...config.route,
		upstream
	};
	return {
		...ctx,
		config: {
			...config,
			job,
			run,
			health,
			route,
			migration: migration || config.migration
		}
	};
}
/** The report of a deploy, and where the release comes from. */
function promotionReport(ctx, report, { environment, release, carried }) {
>>>>>>> identity9
	const told = {
		...report,
		facts: [...report.facts, ...originFacts(from)]
	};
	if (report.outcome !== "deployed" && report.outcome !== "unchanged") return told;
	const verb = report.outcome === "deployed" ? "is live" : "was already live";
	const { url = "", release: name = "" } = report.outputs;
	const { environment, release } = from;
	return {
		...told,
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.i)(service)}: ${release.name} of ${environment} ${verb} at ${url} as ${name}, with the same digest`
	};
}
function originFacts({ environment, release, differs }) {
	return [
		["Promoted from", `${environment}, release ${release.name}`],
		[`Digest in ${environment}`, release.digest],
		[`Not as in ${environment}`, differs.join(", ") || "nothing"]
	];
}
// src/commands/promote.ts
/** Deploys what is verified in another environment: same digest, same configuration but for what `env` and `secrets` say, no build. */
async function promote(ctx) {
	const wanted = await (0,_find_wanted_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx);
	if (wanted.kind !== "promoted") throw new Error("A promotion has an environment that it comes from.");
	return promotionReport(ctx.config, await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx, wanted), wanted.from);
}



/***/ })

};
;