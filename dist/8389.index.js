"use strict";
exports.id = 8389;
exports.ids = [8389];
exports.modules = {

/***/ 3294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findPromotion)
/* harmony export */ });
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3814);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3706);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5128);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9365);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5661);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(890);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5910);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1929);








// src/domain/rollout/promotion.ts
/** Only what is verified in `promote-from`, by its record, as the registry has it; and not while its hosts say that they are not well. */
function judgePromotion(verification) {
	const { from, record, specification } = verification;
	const refusal = refuseUnverified(verification) ?? refuseSpecification(verification) ?? refuseUnwell(verification) ?? refuseUnsoaked(verification);
	if (refusal !== void 0) return refusal;
	if (typeof specification !== "object") throw new Error("A release that is not refused has a specification.");
	return {
		kind: "promote",
		release: specification,
		note: noteOn(record, from.environment)
	};
}
function refuseUnverified({ from: { environment }, release, history, allowRolledBack }) {
	if ((0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.o)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
		return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.u)(release, history)) return void 0;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`${release} was rolled back in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it anyway.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "is in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or does not match the record"
	}[specification ?? "gone"];
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`);
}
/** Hosts that could not be asked are no reason: what was verified stays so. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for the run in progress there, or run command: deploy for ${environment}. command: status shows what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, but ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`${live} is not healthy on ${hostId} of ${environment}`, heal);
	}
}
/** A release that serves counts from the newest start of its containers, where the hosts tell: one that crashed has not served all the time. */
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }) {
	const served = (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.l)(release, history);
	if (minSoakMs === 0 || served === void 0) return void 0;
	const since = served.until === void 0 ? Math.max(served.since, ...startsOn(hosts)) : served.since;
	const soakedMs = Math.max(0, (served.until ?? now) - since) || 0;
	if (soakedMs >= minSoakMs) return void 0;
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_7__.t)(soakedMs)}, but min-soak is ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_4__.P)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_7__.t)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
}
function startsOn(hosts) {
	if (hosts.kind !== "asked") return [];
	return hosts.hosts.map(({ status }) => Date.parse(status?.startedAt ?? "")).filter((at) => !Number.isNaN(at));
}
/** What serves was verified; that a later attempt was not should be known to who promotes it. */
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. The verified release ${release} still serves there.`;
}
// src/steps/record/find-promotable.ts
/**
* The release that `promote-from` has verified: the input `release`, or what serves there. What it is, record and registry tell; whether it is well there now,
* its hosts, where they can be asked. Changes nothing.
*/
async function findPromotable(ctx, { from, minSoakMs }) {
	const { config, source, progress, signal, clock } = ctx;
	const record = await source.records.read(from);
	if (!record) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_3__.u)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
	const { release = record.release } = config;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.o)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, recorded, source.repositories), (0,_ending_js__WEBPACK_IMPORTED_MODULE_5__.a)({
		statusQuery: source.statusQuery,
		signal
	}, from, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record))]);
	const { allowRolledBack } = config.guards;
	const verdict = judgePromotion({
		from,
		release,
		record,
		history,
		specification,
		hosts,
		allowRolledBack,
		minSoakMs,
		now: clock.now()
	});
	if (verdict.kind === "refuse") return verdict;
	progress.info(`${verdict.release.name} is verified in ${from.environment}: ${verdict.release.digest}`);
	if (hosts.kind === "not-asked") progress.info(`The health of ${from.environment} was not checked: ${hosts.reason}. Record and registry say what is verified.`);
	if (verdict.note !== void 0) progress.warn(verdict.note);
	return verdict;
}
// src/steps/record/find-promotion.ts
/** What a promotion is to bring, which is what is verified in `promote-from`; or why nothing there can be promoted. Changes nothing. */
async function findPromotion(ctx, promotion) {
	const { from } = promotion;
	const found = await ctx.progress.step(`Find the verified release in ${from.environment}`, () => findPromotable(ctx, promotion));
	return found.kind === "refuse" ? found : (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx.config, from, found.release);
}



/***/ }),

/***/ 8389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9734);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3294);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(190);




// src/report/pages/promotion.ts
/** The report of a deploy, and where its release comes from. */
function promotionReport({ service }, report, from) {
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
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_3__.i)(service)}: ${release.name} of ${environment} ${verb} at ${url}${name === release.name ? "" : ` as ${name}`}, with the same digest`
	};
}
function originFacts({ environment, release, differs }) {
	return [
		["Promoted from", `${environment}, release ${release.name}`],
		[`Digest in ${environment}`, release.digest],
		[`Different from ${environment}`, differs.join(", ") || "nothing"]
	];
}
// src/commands/promote.ts
/** Deploys what is verified in another environment: same digest, same configuration but for what `env` and `secrets` say, no build. */
async function promote(ctx) {
	const { promotion } = ctx.config;
	if (promotion === void 0) throw new Error("A promotion has an environment that it comes from.");
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, promotion);
	if (found.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(found);
	return promotionReport(ctx.config, await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, async () => found), found.from);
}



/***/ })

};
;