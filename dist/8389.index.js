"use strict";
exports.id = 8389;
exports.ids = [8389];
exports.modules = {

/***/ 1618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findNamed)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);


// src/steps/version/find-named.ts
async function findNamed(ctx, { service, records, version }) {
	const [history, tagged] = await Promise.all([records.history(service, 100), taggedWith(ctx, version)]);
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ut)({
		version,
		tagged,
		environment: service.environment
	}, history);
}
async function taggedWith({ config, commits }, version) {
	const { ref, commit } = config.job;
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.H)(version)) return [];
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.G)(ref) === version) return [commit];
	const tags = await commits.tags();
	return tags && (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.On)(tags, version);
}



/***/ }),

/***/ 3294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findPromotion)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
/* harmony import */ var _find_named_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1618);




// src/domain/rollout/promotion.ts
function judgePromotion(verification) {
	const { from, release, record, history, specification } = verification;
	const refusal = refuseUnverified(verification) ?? refuseSpecification(verification) ?? refuseUnwell(verification) ?? refuseUnsoaked(verification);
	if (refusal !== void 0) return refusal;
	if (typeof specification !== "object") throw new Error("A release that is not refused has a specification.");
	return {
		kind: "promote",
		release: specification,
		semver: (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ft)(release, history)?.semver,
		note: noteOn(record, from.environment)
	};
}
function refuseUnverified({ from: { environment }, release, history, allowRolledBack }) {
	if ((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ft)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ht)(release, history)) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`${release} was rolled back in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it anyway.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "is in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or does not match the record"
	}[specification ?? "gone"];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with this version.`);
}
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for the run in progress there, or run command: deploy for ${environment}. command: status shows what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, but ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`${live} is not healthy on ${hostId} of ${environment}`, heal);
	}
}
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }) {
	const served = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.mt)(release, history);
	if (minSoakMs === 0 || served === void 0) return void 0;
	const since = served.until === void 0 ? Math.max(served.since, ...startsOn(hosts)) : served.since;
	const soakedMs = Math.max(0, (served.until ?? now) - since) || 0;
	if (soakedMs >= minSoakMs) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.v)(soakedMs)}, but min-soak is ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.lt)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.v)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
}
function startsOn(hosts) {
	if (hosts.kind !== "asked") return [];
	return hosts.hosts.map(({ status }) => Date.parse(status?.startedAt ?? "")).filter((at) => !Number.isNaN(at));
}
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. The verified release ${release} still serves there.`;
}
// src/steps/record/find-promotable.ts
async function findPromotable(ctx, { from, minSoakMs }) {
	const { config, source, progress, signal, clock } = ctx;
	const record = await source.records.read(from);
	const notOwn = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.St)({
		config: {
			...config,
			service: from
		},
		records: source.records
	}, record);
	if (notOwn) return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(notOwn.reason, notOwn.hint);
	if (!record) return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
	const named = await askedRelease(ctx, from);
	if (typeof named === "object") return named;
	const release = named ?? record.release;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ft)(release, history);
	const taken = recorded && await refuseOtherVersion(ctx, from, recorded);
	if (taken) return taken;
	const [specification, hosts] = await Promise.all([recorded && (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.$)(ctx, recorded, source.repositories), (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		statusQuery: source.statusQuery,
		signal
	}, from, (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.en)(record))]);
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
async function refuseOtherVersion({ config, source }, from, { digest }) {
	const { release, versioning } = config;
	const version = versioning.asked;
	if (release === void 0 || version === void 0) return void 0;
	const named = (await source.records.history(from, 100)).filter(({ semver }) => semver === version);
	const [other] = named.some((one) => one.digest === digest) ? [] : named;
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.lt)(version, digest, other && {
		digest: other.digest,
		where: `the record of ${from.environment}`
	});
}
async function askedRelease(ctx, service) {
	const { release, versioning } = ctx.config;
	if (release !== void 0 || versioning.asked === void 0) return release;
	const found = await (0,_find_named_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		service,
		records: ctx.source.records,
		version: versioning.asked
	});
	return "kind" in found ? found : found.release;
}
// src/steps/record/find-promotion.ts
async function findPromotion(ctx, promotion) {
	const { from } = promotion;
	const found = await ctx.progress.step(`Find the verified release in ${from.environment}`, () => findPromotable(ctx, promotion));
	return found.kind === "refuse" ? found : (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.s)(ctx.config, {
		...found,
		from
	});
}



/***/ }),

/***/ 8389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3294);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/report/pages/promotion.ts
function promotionReport(report, from) {
	return {
		...report,
		facts: [...report.facts, ...sourceFacts(from)]
	};
}
function sourceFacts({ environment, release, differs }) {
	return [["Promoted from", `${environment}, release ${release.name}, with the same digest`], [`Different from ${environment}`, differs.join(", ") || "nothing"]];
}
// src/commands/promote.ts
async function promote(ctx) {
	const { promotion } = ctx.config;
	if (promotion === void 0) throw new Error("A promotion has an environment that it comes from.");
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, promotion);
	if (found.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(found);
	return promotionReport(await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, found.spec, async () => found), found.from);
}



/***/ })

};
;