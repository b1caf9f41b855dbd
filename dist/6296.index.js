"use strict";
exports.id = 6296;
exports.ids = [6296];
exports.modules = {

/***/ 6296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _revert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3376);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4307);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(129);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7587);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2793);






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
	if ((0,_revert_js__WEBPACK_IMPORTED_MODULE_1__.c)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
		return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_revert_js__WEBPACK_IMPORTED_MODULE_1__.l)(release, history)) return void 0;
	return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${release} was rolled back from in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it all the same.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "lies in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or is not what was recorded"
	}[specification ?? "gone"];
	return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.p)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with the version that promotes it.`);
}
/** Hosts that could not be asked are no reason: what was verified stays so. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for a run that is at work there, or run command: deploy for ${environment}; command: status tells what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, and ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.p)(`${live} does not serve ${environment} in good health on ${hostId}`, heal);
	}
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
	const [old, own] = [`${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.s)(from)}/`, `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.s)(to)}/`];
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
// src/steps/record/find-promotable.ts
/**
* The release that `promote-from` has verified: the input `release`, or what serves there. What it is, record and registry tell; whether it is well there now,
* its hosts, where they can be asked. Throws a refusal where there is none. Changes nothing.
*/
async function findPromotable(ctx, from) {
	const { config, source, progress } = ctx;
	const record = await source.records.read(from);
	if (!record) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)({
		reason: `nothing is deployed in ${from.environment}`,
		next: "Check the inputs promote-from, service and promote-from-region, or deploy there first."
	});
	const { release = record.release } = config;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_revert_js__WEBPACK_IMPORTED_MODULE_1__.c)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_revert_js__WEBPACK_IMPORTED_MODULE_1__.i)(ctx, recorded, source.repositories), hostsOf(ctx, from, record)]);
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
async function hostsOf({ source, signal }, from, record) {
	const asked = await source.statusQuery.ask(from, (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.r)(record), signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const services = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.T)(stdout)?.services;
		return {
			hostId,
			status: services?.find(({ service }) => service === (0,_service_js__WEBPACK_IMPORTED_MODULE_5__.d)(from)),
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
	const told = {
		...report,
		facts: [
			...report.facts,
			["Promoted from", `${environment}, release ${release.name}`],
			[`Digest in ${environment}`, release.digest],
			[`Not as in ${environment}`, carried.differs.join(", ") || "nothing"]
		]
	};
	if (report.outcome !== "deployed" && report.outcome !== "unchanged") return told;
	const verb = report.outcome === "deployed" ? "is live" : "was already live";
	const { url = "", release: name = "" } = report.outputs;
	return {
		...told,
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(ctx.config.service)}: ${release.name} of ${environment} ${verb} at ${url} as ${name}, with the same digest`
	};
}



/***/ })

};
;