"use strict";
exports.id = 6296;
exports.ids = [6296];
exports.modules = {

/***/ 3825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findWanted)
/* harmony export */ });
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2514);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3545);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7587);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2793);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_4__);





// src/domain/rollout/shown-release.ts
/** `undefined` when the host gave no answer, or only that it failed. */
function parseShownRelease(stdout) {
	const raw = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.b)(stdout);
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
		return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.d)(JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.inflateSync)(Buffer.from(packed, "base64")).toString("utf8"))) ?? "unreadable";
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
	if (!record) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)({
		reason: `nothing is deployed in ${from.environment}`,
		next: "Check the inputs from, service and promote-from-region, or deploy there first."
	});
	const hostIds = await hostsOf(ctx, from, record);
	const [shown, recorded] = await Promise.all([show(ctx, from, hostIds), recordOf(ctx, from, record)]);
	const [verdict] = shown.map((one) => (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)({
		from,
		record,
		recorded,
		shown: one,
		allowRolledBack: config.guards.allowRolledBack
	})).toSorted(refusalsFirst);
	if (verdict === void 0) throw new Error("A record names one host at least.");
	if (verdict.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(verdict);
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
	const hostIds = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.r)(record);
	const hosts = await Promise.all(hostIds.map((id) => source.hosts.get(id)));
	for (const [at, id] of hostIds.entries()) {
		const state = hosts[at]?.state ?? "gone";
		if (state !== "running") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)({
			reason: `${id}, the host of ${environment}, is ${state}`,
			next
		});
	}
	const agents = await source.remote.agents(hostIds);
	const silent = hostIds.find((_, at) => agents[at]?.kind !== "online");
	if (silent !== void 0) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)({
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
	const order = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.i)({
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx),
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
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("program-failed", `${hostId}, the host of ${from.environment}, did not tell what it serves (${status})`, { next: `Run command: status for ${from.environment}, and run this again.` });
	});
}
// src/steps/record/find-wanted.ts
/** What this run is to bring: what its inputs ask for, or what is verified in `promote-from`. Changes nothing. */
async function findWanted(ctx) {
	const { config, progress } = ctx;
	if (config.promotion === void 0) return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.t)(config);
	const { from } = config.promotion;
	return progress.step(`Read what is verified in ${from.environment}`, async () => {
		await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.s)(ctx);
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
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4307);
/* harmony import */ var _find_wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3825);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(129);



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
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.r)(service)}: ${release.name} of ${environment} ${verb} at ${url} as ${name}, with the same digest`
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