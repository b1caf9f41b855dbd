"use strict";
exports.id = 7398;
exports.ids = [7398];
exports.modules = {

/***/ 56:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ costRows),
/* harmony export */   t: () => (/* binding */ costJson)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);

// src/report/rows/cost-words.ts
function costRows(cost) {
	return [["Cost", costWords(cost)], ...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Cheaper choice", cost.cheaper && cheaperWords(cost.cheaper))];
}
function costWords({ lines, total, unknown, elsewhere, prices }) {
	const shared = elsewhere.length === 0 ? "" : `${lines.length === 0 ? "" : "; "}the host of ${elsewhere.join(" and ")} counts there`;
	if (lines.length === 0) return `nothing${shared === "" ? "" : `: ${shared}`}`;
	return `${unknown.length === 0 ? `about ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.jt)(total)} a month` : `at least ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.jt)(total)} a month, because ${unknown.join(", and ")}`}: ${lines.map(lineWords).join(", ")}${shared}; list prices in ${prices.region} of ${prices.date}, without traffic`;
}
function lineWords({ what, count, month }) {
	return `${count === 1 ? what : `${count} × ${what}`} ${typeof month === "number" ? (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.jt)(month) : "(price unknown)"}`;
}
function cheaperWords({ instanceType, insteadOf, saves }) {
	return `instance-type: ${instanceType} has the memory and CPUs of ${insteadOf}, and saves about ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.jt)(saves)} a month for each host`;
}
function costJson({ lines, total, unknown, elsewhere, cheaper, prices }) {
	return {
		monthlyUsd: unknown.length === 0 ? cents(total) : null,
		resources: lines.map(({ what, count, month }) => ({
			what,
			count,
			monthlyUsd: typeof month === "number" ? cents(month) : null
		})),
		unknown,
		countedBy: elsewhere,
		cheaper: cheaper === void 0 ? null : {
			...cheaper,
			saves: cents(cheaper.saves)
		},
		prices
	};
}
function cents(amount) {
	return Math.round(amount * 100) / 100;
}



/***/ }),

/***/ 9574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ goneHosts),
/* harmony export */   t: () => (/* binding */ driftOf)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);

// src/domain/rollout/drift.ts
function driftOf(record, views) {
	return views.flatMap(({ hostId, status }) => driftOn(record, status, views.length > 1 ? hostId : void 0)).map(healed);
}
function goneHosts(record, hostIds) {
	return (hostIds.length === 0 ? [] : (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.en)(record).filter((id) => !hostIds.includes(id))).map((id) => healed(`${id} is recorded but does not exist`));
}
function healed(drift) {
	return `${drift}; command: deploy fixes it`;
}
function driftOn(record, status, host) {
	if (typeof status === "string") return [];
	const words = status.drift.map((drift) => host === void 0 ? drift : `${host}: ${drift}`);
	if (!record || status.serving === record.digest) return words;
	return [...words, `${host ?? "the host"} serves ${status.release || "nothing"}, but ${record.release} is recorded`];
}



/***/ }),

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

/***/ 8504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ resourceWords),
/* harmony export */   i: () => (/* binding */ commandJson),
/* harmony export */   n: () => (/* binding */ planRows),
/* harmony export */   o: () => (/* binding */ configurationDetails),
/* harmony export */   r: () => (/* binding */ namesJson),
/* harmony export */   t: () => (/* binding */ renderPlan)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _cost_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56);



// src/report/plan/configuration.ts
var KINDS = [
	"added",
	"changed",
	"removed"
];
var FEW = 6;
function configurationWords(change) {
	switch (change.kind) {
		case "unknown": return "unknown: the record of the live release lacks it";
		case "unchanged": return "unchanged";
		case "changed": return "changed; the record had no room for details";
		case "named":
			if (!isLong(change)) return allDetails(change).map(({ label, names }) => `${label}: ${names.join(", ")}`).join("; ");
			return [
				countWords("env", change.env),
				countWords("secrets", change.secrets),
				inputCount(change.inputs)
			].filter((words) => words !== "").join("; ");
	}
}
function countWords(kind, changes) {
	const counts = KINDS.filter((how) => changes[how].length > 0).map((how) => `${changes[how].length} ${how}`);
	return counts.length === 0 ? "" : `${kind}: ${counts.join(", ")}`;
}
function inputCount(inputs) {
	return inputs.length === 0 ? "" : `inputs: ${inputs.length} changed`;
}
function configurationDetails(change) {
	return change.kind === "named" && isLong(change) ? allDetails(change) : [];
}
function isLong(change) {
	return allDetails(change).flatMap(({ names }) => names).length > FEW;
}
function allDetails(change) {
	return [
		...nameDetails("env", change.env),
		...nameDetails("secrets", change.secrets),
		{
			label: "inputs",
			names: change.inputs.map(inputWords)
		}
	].filter(({ names }) => names.length > 0);
}
function nameDetails(kind, changes) {
	return KINDS.map((how) => ({
		label: `${kind} ${how}`,
		names: changes[how]
	}));
}
function inputWords({ name, before, after }) {
	return before === void 0 || after === void 0 ? name : `${name} ${before || "not set"} → ${after || "not set"}`;
}
// src/report/plan/resources.ts
function resourceWords({ action, what }) {
	return `${action} ${what}`;
}
function resourceCounts(resources) {
	return [
		"create",
		"change",
		"move",
		"terminate",
		"release"
	].map((action) => {
		const count = resources.filter((step) => step.action === action).length;
		return count === 0 ? [] : [`${count} to ${action}`];
	}).flat().join(", ") || "nothing to create";
}
// src/report/plan/command.ts
var PLAIN = /^[\w./:=@%+,-]+$/;
function commandWords(run) {
	if (run === void 0) return "";
	const order = run.hosts === 1 ? "" : `, before any of the ${run.hosts} hosts gets the release`;
	return `on ${placeWords(run)}${order}: ${run.args.map((one) => PLAIN.test(one) ? one : JSON.stringify(one)).join(" ")}`;
}
function placeWords({ on, hosts }) {
	switch (on.kind) {
		case "host": return on.id;
		case "successor": return `the host that replaces ${on.id}`;
		case "new-host": return hosts === 1 ? "the new host" : "the first new host";
	}
}
function commandJson({ commandRun: run }) {
	return run === void 0 ? null : { host: run.on.kind === "host" ? run.on.id : "" };
}
// src/domain/canary/foresight.ts
function foresee(spec, rate) {
	let looks = 0;
	return spec.steps.map((step) => {
		const all = Math.round(rate * step.time);
		const requests = Math.round(all * step.share / 100);
		looks += (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.R)(requests);
		return {
			...step,
			requests,
			notices: smallestShare(spec, step, {
				requests,
				others: all - requests,
				looks
			})
		};
	});
}
function smallestShare(spec, step, { requests, others, looks }) {
	const window = (errors) => ({
		..._shared_js__WEBPACK_IMPORTED_MODULE_1__.wn,
		baseline: answered(others, 0),
		canary: answered(requests, errors)
	});
	if ((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.xn)(step) || !(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Sn)(window(0), spec)) return void 0;
	const look = (errors) => ({
		window: window(errors),
		health: "healthy",
		number: looks,
		ended: true,
		dark: false
	});
	return leastOf(0, requests, (errors) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Cn)(look(errors), spec).kind === "bad") / requests;
}
function leastOf(from, to, holds) {
	if (from >= to) return to;
	const middle = Math.floor((from + to) / 2);
	return holds(middle) ? leastOf(from, middle, holds) : leastOf(middle + 1, to, holds);
}
function answered(total, errors) {
	return {
		total,
		errors,
		micros: 0,
		timed: 0,
		buckets: []
	};
}
// src/report/plan/evidence.ts
var NAMED = 3;
function evidenceRows(plan) {
	const { release, evidence, live, verdict, requestRate } = plan;
	const changes = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Changes", release.files && filesWords(release.files));
	if (evidence === void 0 || live === void 0) return changes;
	return [
		...changes,
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Traffic", verdict === "changes" && plan.visited ? trafficWords(evidence.canary, requestRate) : void 0),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Last runs", historyWords(evidence.history))
	];
}
function filesWords({ count, added, removed, migrations, all }) {
	const sum = `${count}${all ? "" : " or more"} ${count === 1 ? "file" : "files"}, ${added} ${added === 1 ? "line" : "lines"} added, ${removed} removed`;
	if (migrations.length === 0) return `${sum}; none looks like a migration`;
	const more = migrations.length > NAMED ? ` and ${migrations.length - NAMED} more` : "";
	return `${sum}; ${migrations.length === 1 ? "1 looks like a migration" : `${migrations.length} look like migrations`}: ${migrations.slice(0, NAMED).join(", ")}${more}`;
}
function trafficWords(canary, rate) {
	const now = rate === void 0 ? "" : `; ${rateWords(rate)}`;
	if (canary === void 0) return `all at once, without a canary${now}`;
	return `a canary gets ${(rate === void 0 ? canary.steps : foresee(canary, rate)).map(stepWords).join(", then ")}${now}`;
}
function stepWords(step) {
	const words = `${step.share}% for ${step.time} s`;
	if (!("requests" in step) || (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.xn)(step)) return words;
	const sees = step.notices === void 0 ? "too few to judge" : `enough to notice an error rate of ${figure(step.notices * 100)}%`;
	return `${words} (about ${step.requests} requests, ${sees})`;
}
function rateWords(rate) {
	return rate < 1 / 60 ? "nearly no requests now" : rate < 1 ? `about ${figure(rate * 60)} requests a minute now` : `about ${figure(rate)} requests a second now`;
}
var figure = (value) => String(Number(value.toPrecision(2)));
function historyWords(history) {
	const [last] = history;
	if (last === void 0) return "";
	const good = history.filter(({ cause }) => cause === "").length;
	const how = `${last.outcome}${last.cause === "" ? "" : ` (${last.cause})`} at ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.An)(last.at)} by ${last.actor}`;
	return history.length === 1 ? `the last one: ${how}` : `${good} of the last ${history.length} succeeded; the last one: ${how}`;
}
// src/report/plan/names.ts
function nameRows({ names, certificates }) {
	return [...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Names", namesWords(names)), ...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Certificates", certificateWords(certificates))];
}
function namesWords(names) {
	return [...names.filter(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Nt), ...names.filter((step) => !(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(step))].map(_shared_js__WEBPACK_IMPORTED_MODULE_1__.fn).join("; ");
}
function certificateWords(names) {
	return names.length === 0 ? "" : `requested for ${names.join(", ")}, unless a valid one exists`;
}
function namesJson({ names, certificates }) {
	return {
		names: names.map(nameJson),
		certificates
	};
}
function nameJson(step) {
	const { action, name } = step;
	const addresses = "to" in step ? step.to.addresses : [];
	return {
		action,
		name,
		zone: "zone" in step ? step.zone.id : null,
		addresses
	};
}
// src/report/plan/release.ts
var COMPARED = 250;
function releaseRows(plan) {
	return [
		["Release", releaseWords(plan)],
		...versionRows(plan.release),
		...verifiedRows(plan.release)
	];
}
function releaseWords({ release, live, verdict }) {
	const commit = `commit ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(release.commit)}`;
	const migration = release.migration ? ", with a migration" : "";
	if (!live) return `${commit}, the first release${migration}`;
	if (verdict === "unchanged") return `${release.name}, which is already live`;
	const since = `${live.release}, deployed by ${live.actor}`;
	if (live.commit === release.commit) return `${commit}, which is already live, over ${since}${migration}`;
	return `${commit}${relationWords(release)}, over ${since}${migration}`;
}
function relationWords({ relation, commits }) {
	const count = commits.length === 1 ? "1 commit" : `${commits.length}${commits.length < COMPARED ? "" : " or more"} commits`;
	switch (relation) {
		case "ahead": return `, ${count} newer`;
		case "behind": return ", which is older";
		case "diverged": return `, ${count} on another branch`;
		default: return "";
	}
}
function versionRows({ semver, nextVersion }) {
	return [...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Version", semver), ...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Next version", nextVersion)];
}
function verifiedRows({ verified }) {
	if (verified === void 0) return [];
	const { environment, release, digest, differs } = verified;
	return [["Promoted from", `${environment}, where ${release} is verified: ${digest}`], [`Different from ${environment}`, differs.join(", ") || "nothing"]];
}
// src/report/plan/rows.ts
function planRows(plan) {
	const infrastructure = ["Infrastructure", infrastructureWords(plan)];
	if (plan.release.commit === "") return [
		infrastructure,
		...askedRows(plan.asked),
		...costOf(plan)
	];
	return [
		...releaseRows(plan),
		...evidenceRows(plan),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Runs once before traffic", commandWords(plan.commandRun)),
		["Configuration", configurationWords(plan.configuration)],
		...secretRows(plan.secrets),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Data", dataWords(plan.data)),
		["Image", (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.mn)(plan.image)],
		infrastructure,
		...askedRows(plan.asked),
		["Proxy", proxyWords(plan.proxy)],
		...nameRows(plan),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Address and DNS", plan.visited ? addressWords(plan) : ""),
		...costOf(plan)
	];
}
function infrastructureWords({ hosts, instanceType, region, resources }) {
	if (hosts.kind === "refuse") return `refused: ${hosts.reason}`;
	return `${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.pn)(hosts, instanceType)} in ${region}; ${resourceCounts(resources)}`;
}
function askedRows(asked) {
	if (asked.kind === "asked") return [["Hosts", asked.drift.join("; ") || "serve what is recorded"]];
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Hosts", asked.reason && `not asked, planned from the record only: ${asked.reason}`);
}
function secretRows({ changed, unknown }) {
	const words = [...changed.map((name) => `${name}: a new version since the last deploy; the deploy (or a restart) applies it`), ...unknown.map(({ name, reason }) => `${name}: unknown whether it changed since the last deploy: ${reason}`)];
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Secrets", words.join("; "));
}
var FATES = {
	new: "begins empty",
	stays: "stays",
	separate: "each host has its own copy",
	discarded: "is lost with the host",
	gone: "was lost with a host that no longer exists",
	refused: "would be lost or split; see volume-data"
};
function dataWords(data) {
	return data.map(({ fate, ...volume }) => `${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.En)([volume])} ${FATES[fate]}`).join("; ");
}
function proxyWords(proxy) {
	switch (proxy.kind) {
		case "drop": return `drops the route of the service (${_shared_js__WEBPACK_IMPORTED_MODULE_1__.E})`;
		case "unused": return `not needed (${_shared_js__WEBPACK_IMPORTED_MODULE_1__.E})`;
		case "unknown": return "not checked, because the host is refused";
		case "start": return `starts, and listens on port ${proxy.port}${proxy.image === void 0 ? "" : `; its image is ${proxy.image}`}`;
		case "load": return `listens on port ${proxy.port} for this service, too: starts, or reloads${replacing(proxy)}`;
		case "replace": return `a new one takes over, and listens on port ${proxy.port}${replacing(proxy)}`;
		case "reload": return `reloads its configuration, and listens on port ${proxy.port}`;
		case "none": return "no reload; the cut-over loses no request";
	}
}
function replacing({ image }) {
	return image === void 0 ? "" : `; ${image} replaces a proxy of another image`;
}
function addressWords({ hosts, resources, names }) {
	if (hosts.kind === "refuse") return "not checked, because the host is refused";
	const added = resources.filter(({ newAddress }) => newAddress === true).length;
	const lost = hosts.plans.some((plan) => plan.kind === "start" && !plan.host.elasticIp);
	if (added === 0 && !lost) return "stays; your DNS needs no change";
	if (names.length > 0 && names.every(({ action }) => action !== "elsewhere" && action !== "leave")) return `${added > 1 ? `${added} new ones` : "a new one"}: the records of domains follow`;
	return added > 1 ? `${added} new ones: point your DNS to them` : "a new one: point your DNS to it";
}
function costOf({ cost }) {
	return cost === void 0 ? [] : (0,_cost_words_js__WEBPACK_IMPORTED_MODULE_2__.n)(cost);
}
// src/report/plan/markdown.ts
var LISTED = 30;
var LETTERS = 100;
function renderPlan(plan) {
	const rows = planRows(plan).map(([label, words]) => [label, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(short(words, 400))]);
	const resources = (plan.resources.some(({ action }) => action !== "keep") ? plan.resources : []).map((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(resourceWords(step)));
	const names = configurationDetails(plan.configuration).map(({ label, names: all }) => `${label}: ${capped(all.map((name) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(short(name)))).join(", ")}`);
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(["What", "Plan"], rows),
		section("Resources", resources),
		section("Configuration", names),
		(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.kn)(plan.release.commits, plan.release.compareUrl),
		plan.hash === "" ? "" : `The <code>plan-hash</code> of this plan: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(plan.hash)}`
	].filter((part) => part !== "").join("\n\n");
}
function section(title, lines) {
	return lines.length === 0 ? "" : `### ${title}\n\n${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(lines)}`;
}
function capped(lines) {
	return lines.length <= LISTED ? [...lines] : [...lines.slice(0, LISTED), `and ${lines.length - LISTED} more`];
}
function short(text, letters = LETTERS) {
	return text.length <= letters ? text : `${text.slice(0, letters)}…`;
}



/***/ }),

/***/ 7398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9574);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1680);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1216);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8504);
/* harmony import */ var _cost_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6828);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3294);









// src/domain/plan/command-run.ts
function commandRun(facts, seen) {
	const { hostPlan, configuration } = facts;
	const args = configuration["release-command"];
	const [first] = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	if (hostPlan.kind !== "hosts" || first === void 0 || args.length === 0 || wentLive(facts, first, seen)) return void 0;
	return {
		args,
		on: placeOf(first),
		hosts: hostPlan.plans.length
	};
}
function wentLive({ record, release }, first, seen) {
	if (record === void 0 || record.release !== release.name) return false;
	if (first.kind === "launch" || first.kind === "replace") return false;
	if (!(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.en)(record).includes(first.host.id)) return false;
	if (seen?.kind !== "asked") return true;
	return seen.hosts.find(({ hostId }) => hostId === first.host.id)?.status?.release === release.name;
}
function placeOf(plan) {
	switch (plan.kind) {
		case "launch": return { kind: "new-host" };
		case "replace": return {
			kind: plan.next ? "host" : "successor",
			id: (plan.next ?? plan.host).id
		};
		case "start":
		case "reuse": return {
			kind: "host",
			id: plan.host.id
		};
	}
}
// src/domain/plan/data-steps.ts
function dataSteps(facts) {
	const recorded = facts.record?.volumes ?? [];
	const wanted = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Dn)(facts.service, facts.volumes);
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(recorded, wanted).map((volume) => ({
		...volume,
		fate: fateOf(volume, recorded.some(isSame(volume)), facts)
	}));
}
function isSame({ name, path }) {
	return (other) => other.name === name && other.path === path;
}
function fateOf(volume, recorded, { service, volumes, record, hostPlan, volumeData }) {
	if (hostPlan.kind === "refuse") return recorded ? "stays" : "new";
	const { plans } = hostPlan;
	const there = plans.flatMap((plan) => "host" in plan ? [plan.host.id] : []);
	if (recorded && (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.en)(record).every((id) => !there.includes(id))) return "gone";
	if (recorded && plans.some(({ kind }) => kind === "replace")) return volumeData.includes("discarded") ? "discarded" : "refused";
	if ((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Ot)({
		service,
		hosts: plans.length,
		volumes,
		declared: []
	}).some(isSame(volume))) return volumeData.includes("each-host-its-own") ? "separate" : "refused";
	return recorded ? "stays" : "new";
}
// src/domain/rollout/host-status.ts
function requestRate(seen) {
	if (seen?.kind !== "asked") return void 0;
	const rates = seen.hosts.flatMap(({ status }) => status?.traffic ? [status.traffic.requests / status.traffic.seconds] : []);
	return rates.length < seen.hosts.length ? void 0 : rates.reduce((sum, rate) => sum + rate, 0);
}
// src/domain/plan/infrastructure.ts
function resourceSteps({ plan, spec, record, around }) {
	if (plan.kind === "refuse") return [];
	const { plans } = plan;
	const launches = plans.filter(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Jt);
	const unsettled = plans.filter((one) => isUnsettled(one, spec, record));
	return [
		...plans.flatMap((one) => hostSteps$1(one, spec, around.launch && {
			...around.launch,
			subnet: around.launch.subnets[launches.indexOf(one)]
		})),
		...launches.length > 0 ? [roleStep(spec, around)] : [],
		...launches.length > 0 ? groupSteps(spec, spec.ports, {
			record,
			around
		}) : [],
		...launches.length === 0 && spec.securityGroupIds.length === 0 && unsettled.some(hasOwnGroup) ? groupSteps(spec, portsToOpen(unsettled, spec), {
			record,
			around
		}) : [],
		...addressSteps(plans, unsettled, {
			spec,
			around
		}),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Xt)(plans).map((host) => endStep(host, spec))
	];
}
function isUnsettled(plan, spec, record) {
	if (plan.kind !== "start" && plan.kind !== "reuse") return false;
	return (0,_request_js__WEBPACK_IMPORTED_MODULE_3__.p)(plan.host, spec.service) && !(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kt)(plan.host, spec, record);
}
function hasOwnGroup(plan) {
	return "host" in plan && plan.host.openPorts !== void 0;
}
function portsToOpen(plans, { ports }) {
	const openPorts = plans.flatMap((plan) => "host" in plan ? [plan.host.openPorts ?? []] : []);
	return ports.filter((port) => openPorts.some((open) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.sn)([port], open).length > 0));
}
function hostSteps$1(plan, spec, place) {
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
	return (0,_request_js__WEBPACK_IMPORTED_MODULE_3__.p)(host, spec.service) ? {
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
		what: `${spec.capacity === "spot" ? "spot " : ""}instance ${spec.instanceType}${where}${spec.capacity === "spot" ? ", or an on-demand one without spot capacity" : ""}`
	}, {
		action: "create",
		what: `encrypted gp3 volume of ${spec.volumeGiB} GiB`
	}];
}
function roleStep({ instanceProfile }, { hostRole }) {
	if (instanceProfile !== void 0) return keep(`instance profile ${instanceProfile}`);
	return hostRole === void 0 ? {
		action: "create",
		what: "role and instance profile of the host"
	} : keep(`role and instance profile ${hostRole}`);
}
function groupSteps({ securityGroupIds, ports }, closed, { record, around: { securityGroup } }) {
	if (securityGroupIds.length > 0) return securityGroupIds.map((id) => keep(`security group ${id}`));
	if (!securityGroup) return [{
		action: "create",
		what: `security group, open for ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ln)(ports)}${ports.length === 0 ? "" : " to the world"}`
	}];
	const unneeded = record === void 0 ? [] : (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.un)((0,_request_js__WEBPACK_IMPORTED_MODULE_3__.w)(record.route), ports);
	const words = [...securityGroup.open || closed.length === 0 ? [] : [`open ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ln)(closed)} to the world`], ...unneeded.length === 0 ? [] : [`close ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ln)(unneeded)}, if no other service of the host needs it`]];
	if (words.length === 0) return [keep(`security group ${securityGroup.id}`)];
	return [{
		action: "change",
		what: `security group ${securityGroup.id}: ${words.join("; ")}`
	}];
}
function addressSteps(plans, unsettled, { spec, around: { addresses } }) {
	if (!spec.elasticIp) {
		const what = "public IPv4 address, if the subnet assigns one; a new one after each stop";
		const released = plans.some(({ kind }) => kind === "replace") ? addresses : [];
		return [...plans.filter(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Jt).map(() => ({
			action: "create",
			what,
			newAddress: true
		})), ...released.map((address) => ({
			action: "release",
			what: `Elastic IP ${address}`
		}))];
	}
	const free = [...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Gt)(addresses, plans)];
	return plans.filter((plan) => plan.kind === "launch" || plan.kind === "replace" || unsettled.includes(plan)).map((plan) => {
		const own = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(plan)?.publicIp;
		if (own !== void 0 && addresses.includes(own)) return keep(`Elastic IP ${own}`);
		const address = free.shift();
		if (address === void 0) return {
			action: "create",
			what: "Elastic IP",
			newAddress: true
		};
		return {
			action: "move",
			what: `Elastic IP ${address} to the host`
		};
	});
}
// src/domain/plan/deploy-plan.ts
function planDeploy(facts, around) {
	const { service, region, hostPlan, spec, record, image, release, configuration, secrets, names, volumeData } = facts;
	const refusals = [...hostPlan.kind === "refuse" ? [hostPlan] : [], ...facts.refusals].map(({ code, reason, hint }) => ({
		...code && { code },
		reason,
		hint
	}));
	const resources = [...resourceSteps({
		plan: hostPlan,
		spec,
		record,
		around
	}), ...repositorySteps(image)];
	const asked = askedHosts(record, around.hosts);
	const drift = asked.kind === "asked" ? asked.drift : [];
	const compared = {
		hostPlan,
		spec,
		record,
		release: release.name,
		configuration,
		secrets,
		names,
		drift,
		proxyImage: facts.proxyImage
	};
	const unchanged = !isBrought(image) && (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mt)(compared);
	const verdict = refusals.length > 0 ? "refused" : unchanged ? "unchanged" : "changes";
	return {
		service,
		region,
		verdict,
		refusals,
		hosts: hostPlan,
		instanceType: spec.instanceType,
		resources,
		cost: around.cost,
		image,
		release,
		live: record,
		configuration: (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__["in"])(record, configuration),
		secrets,
		names,
		certificates: (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Dt)(configuration, record),
		data: dataSteps({
			service,
			volumes: configuration.volumes,
			record,
			hostPlan,
			volumeData
		}),
		commandRun: verdict === "changes" ? commandRun(facts, around.hosts) : void 0,
		visited: !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.nt)(configuration),
		proxy: proxyChange(facts),
		asked,
		hash: refusals.length > 0 ? "" : (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.dn)(facts),
		evidence: around.evidence,
		requestRate: requestRate(around.hosts)
	};
}
function planRefusedPromotion(facts, around) {
	return {
		...planDeploy(facts, around),
		configuration: { kind: "unknown" },
		data: [],
		proxy: { kind: "unknown" }
	};
}
function askedHosts(record, seen) {
	if (seen?.kind !== "asked") return {
		kind: "record-only",
		reason: seen?.reason ?? ""
	};
	const views = seen.hosts.map(({ hostId, status }) => ({
		hostId,
		status: status ?? {
			release: "",
			serving: "",
			drift: []
		}
	}));
	return {
		kind: "asked",
		drift: (0,_drift_js__WEBPACK_IMPORTED_MODULE_2__.t)(record, views)
	};
}
function isBrought(image) {
	return image.kind === "build" || image.kind === "copy";
}
function repositorySteps(image) {
	return isBrought(image) && image.newRepository ? [{
		action: "create",
		what: `ECR repository ${image.repository}`
	}] : [];
}
function proxyChange(facts) {
	const { hostPlan, configuration, proxyImage } = facts;
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.nt)(configuration) && routeOf(facts.record) === void 0) return { kind: "unused" };
	if (hostPlan.kind === "refuse") return { kind: "unknown" };
	const { plans } = hostPlan;
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.nt)(configuration)) return { kind: plans.some((plan) => routeOn(plan, facts) !== void 0) ? "drop" : "unused" };
	const kinds = plans.map((plan) => proxyChangeOn(plan, facts));
	return {
		kind: [
			"load",
			"replace",
			"reload",
			"none"
		].find((one) => kinds.includes(one)) ?? "start",
		port: configuration["http-port"],
		image: proxyImage.given ? proxyImage.reference : void 0
	};
}
function proxyChangeOn(plan, facts) {
	if (plan.kind === "launch" || plan.kind === "replace") return "start";
	const { record, configuration, proxyImage } = facts;
	const route = routeOn(plan, facts);
	if (record === void 0 || route === void 0) return "load";
	if ((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(record, proxyImage)) return "replace";
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.an)(record, configuration) && route["http-port"] === configuration["http-port"] ? "none" : "reload";
}
function routeOn(plan, { record }) {
	if (plan.kind === "launch" || plan.kind === "replace" || record === void 0 || !(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.en)(record).includes(plan.host.id)) return void 0;
	return routeOf(record);
}
function routeOf(record) {
	return record !== void 0 && (0,_request_js__WEBPACK_IMPORTED_MODULE_3__.b)(record.route) ? record.route : void 0;
}
// src/report/plan/headline.ts
function headlineOf(plan) {
	const { service, verdict, refusals, release } = plan;
	const would = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}: ${release.verified ? "promote" : "deploy"} would`;
	if (verdict === "refused") return `${would} refuse: ${refusals[0]?.reason ?? ""}`;
	if (verdict === "unchanged") return `${would} change nothing; release ${release.name} is live`;
	const steps = hostSteps(plan);
	return `${would} ${steps.join(", ")}${steps.length > 0 ? " and " : ""}${lastStep(plan)}`;
}
function hostSteps({ hosts, instanceType }) {
	return hosts.kind === "hosts" && hosts.plans.every(({ kind }) => kind === "reuse") ? [] : [(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.pn)(hosts, instanceType)];
}
function lastStep({ release, live, asked, names, proxy }) {
	const { verified, commit } = release;
	if (asked.kind === "asked" && asked.drift.length > 0 && release.name === live?.release) return `return the hosts to ${release.name}`;
	if (proxy.kind === "replace" && release.name === live?.release) return `replace the proxy by one of ${proxy.image}`;
	const renamed = names.filter(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Nt);
	if (renamed.length > 0 && release.name !== "" && release.name === live?.release) return `change the records of ${renamed.map(({ name }) => name).join(", ")}`;
	return `release ${verified ? `${verified.release} of ${verified.environment}` : `commit ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(commit)}`}${live ? ` over ${live.release}` : ""}`;
}
// src/report/plan/comment.ts
function commentMarker(service) {
	return `<!-- docker-to-ec2 plan ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(service)} -->`;
}
function renderComment(plan, runUrl) {
	const sign = {
		changes: "📋",
		unchanged: "✅",
		refused: "✋"
	}[plan.verdict];
	const hint = plan.refusals.map((refusal) => `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(refusal.hint)}`);
	const lines = [
		commentMarker(plan.service),
		`## ${sign} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(headlineOf(plan))}`,
		...hint,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.t)(plan),
		`<sub>Planned${plan.release.commit === "" ? "" : ` for commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(plan.release.commit)}`} by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("this run", runUrl)}; the next plan replaces it.</sub>`
	];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(lines.join("\n\n"));
}
// src/report/plan/json.ts
function planJson(plan) {
	const { service, region, verdict, refusals, hosts, resources, cost, image, release, live, configuration, secrets, data, proxy, asked } = plan;
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
		resources: resources.map(({ action, what }) => ({
			action,
			what
		})),
		cost: cost === void 0 ? null : (0,_cost_words_js__WEBPACK_IMPORTED_MODULE_6__.t)(cost),
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
			version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.W)(release),
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		promotion: release.verified ?? null,
		drift: asked.kind === "asked" ? asked.drift : null,
		live: live ? {
			release: live.release,
			version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.W)(live),
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		secretVersions: {
			changed: secrets.changed,
			unknown: secrets.unknown.map(({ name }) => name)
		},
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.r)(plan),
		data,
		releaseCommand: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.i)(plan),
		proxy: proxy.kind
	});
}
// src/report/pages/plan.ts
function planReport(planned) {
	const { verdict, refusals, image, release, live, hosts, hash } = planned;
	const [first] = hosts.kind === "hosts" ? hosts.plans : [];
	const [refusal] = refusals;
	const report = {
		outcome: verdict === "refused" ? "refused" : "planned",
		headline: headlineOf(planned),
		outputs: {
			plan: planJson(planned),
			"plan-hash": hash,
			release: release.name,
			version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.W)(release),
			"next-version": release.nextVersion ?? "",
			digest: "digest" in image ? image.digest : "",
			"previous-release": live?.release ?? "",
			"instance-id": first && "host" in first ? first.host.id : "",
			cause: refusal === void 0 ? "" : refusal.code ?? "refused"
		},
		facts: [],
		plan: planned
	};
	if (refusal === void 0) return report;
	return {
		...report,
		failure: {
			cause: refusal.code ?? "refused",
			sentence: refusal.reason,
			hint: refusal.hint,
			evidence: void 0
		}
	};
}
// src/report/plan/log.ts
function planLines(plan) {
	const { commits } = plan.release;
	return [
		headlineOf(plan),
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.n)(plan).map(([label, words]) => `${label}: ${words}`),
		...plan.resources.map((step) => `  ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.a)(step)}`),
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.o)(plan.configuration).map(({ label, names }) => `  ${label}: ${names.join(", ")}`),
		...commits.map(({ sha, title, author }) => `  ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(sha)} ${title} (${author})`)
	];
}
// src/commands/plan.ts
async function plan(ctx) {
	const { promotion } = ctx.config;
	if (promotion === void 0) return planWanted(ctx, ctx.config.spec, () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx));
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx, promotion);
	if (found.kind === "refuse") return planRefusal(ctx, promotion.from, found);
	return planWanted(ctx, found.spec, async () => found);
}
async function planWanted(asked, spec, find) {
	const ctx = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.c)((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.a)(asked, spec));
	return shown(ctx, async () => {
		const snapshot = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ct)(ctx, find, (hosts, record) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.V)(ctx, hosts, record));
		for (const line of (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.jn)(snapshot.wanted.spec)) ctx.progress.warn(line);
		(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.d)(ctx);
		return planDeploy((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ot)(ctx, snapshot), await surroundings(ctx, snapshot));
	});
}
async function planRefusal(asked, from, refusal) {
	const ctx = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.c)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(ctx);
		return planRefusedPromotion((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.st)(ctx, snapshot, {
			from,
			refusal
		}), await surroundings(ctx, snapshot));
	});
}
async function shown(ctx, make) {
	const { progress } = ctx;
	const planned = await progress.step("Check what is live", make);
	for (const line of planLines(planned)) progress.info(line);
	if (ctx.config.planComment) await progress.step("Comment on the pull request", () => comment(ctx, planned));
	return planReport(planned);
}
async function surroundings(ctx, { hostPlan, record }) {
	const { service, region, host } = ctx.config;
	const plans = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	const launches = plans.some(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Jt);
	const [hosts, launch, hostRole, evidence, cost] = await Promise.all([
		askServing(ctx, plans, record),
		launches ? launchSite(ctx, plans) : void 0,
		launches ? ctx.hostRoles.find(service, region) : void 0,
		record === void 0 ? void 0 : riskEvidence(ctx),
		plans.length === 0 ? void 0 : (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.kt)(ctx, plans)
	]);
	const [kept] = plans.flatMap((plan) => "host" in plan ? [plan.host] : []);
	return {
		hosts,
		cost,
		hostRole,
		...await ctx.networks.own(service, {
			vpcId: launch?.vpcId ?? kept?.vpcId,
			ports: host.ports
		}),
		launch,
		...evidence && { evidence }
	};
}
var LAST_RUNS = 10;
async function riskEvidence({ records, config }) {
	return {
		history: (await records.history(config.service, LAST_RUNS).catch(() => [])).map(({ attempt }) => attempt).filter(({ outcome }) => outcome !== "frozen" && outcome !== "unfrozen"),
		canary: config.canary
	};
}
async function askServing(ctx, plans, record) {
	const running = plans.flatMap((plan) => "host" in plan && plan.host.state === "running" ? [plan.host.id] : []);
	const serving = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.en)(record).filter((id) => running.includes(id));
	return serving.length === 0 ? void 0 : (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.H)(ctx, ctx.config.service, serving);
}
async function launchSite(ctx, plans) {
	const [{ ami }, all] = await Promise.all([(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.h)(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)]);
	const subnets = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.v)(all, (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Qt)(plans), plans.filter(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Jt).length).flatMap(([first]) => first ?? []);
	return {
		ami,
		subnets,
		vpcId: subnets[0]?.vpcId ?? ""
	};
}
async function comment(ctx, planned) {
	const { progress, config } = ctx;
	const { job, service } = config;
	if (job.pullRequest === void 0) return progress.warn("plan-comment: this run does not belong to a pull request.");
	const marker = commentMarker(service);
	const body = renderComment(planned, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job));
	const url = await (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, {
		pullRequest: job.pullRequest,
		marker,
		body,
		asked: "plan-comment"
	});
	if (url !== void 0) progress.info(`The plan is in ${url}`);
}



/***/ }),

/***/ 6828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ putComment)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);

// src/steps/record/put-comment.ts
async function putComment({ comments, progress }, { pullRequest, marker, body, asked }) {
	try {
		return await comments.put(pullRequest, marker, body);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error);
		progress.warn(`${asked}: GitHub did not accept the comment: ${reason}. The job needs \`pull-requests: write\`. In a run for a fork, the token can only read.`);
		return;
	}
}



/***/ })

};
;