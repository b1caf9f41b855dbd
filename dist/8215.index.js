"use strict";
exports.id = 8215;
exports.ids = [8215];
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

/***/ 8215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9574);
/* harmony import */ var _cost_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56);






// src/steps/dns/look-up-names.ts
async function lookUpNames(ctx, record, hosts) {
	const to = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.It)(hosts);
	const names = record ? (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.x)(record.route) : [];
	return Promise.all(names.map(async (name) => {
		const found = await ctx.lookups.addresses(name);
		return {
			name,
			words: found.kind === "known" ? (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.it)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.rt)(found.addresses, to, { proxied: false })) : `was not looked up: ${found.reason}`
		};
	}));
}
// src/report/rows/schedule-words.ts
function scheduleWords(schedule, now) {
	return `${schedule.text}: ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.h)(schedule, now) ? "runs" : "stopped"} until ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.m)(schedule, now)}`;
}
// src/report/rows/certificate-rows.ts
var MOST = 1e3;
var SHOWN$1 = 50;
function certificatesJson(asked) {
	return JSON.stringify(certificatesOf(asked).slice(0, MOST));
}
function certificatesOf(asked) {
	return asked.flatMap(({ host, status }) => typeof status === "string" ? [] : status.certificates.map(({ expires, ...one }) => ({
		host: host.id,
		...one,
		expires: isoOf(expires)
	}))).toSorted((a, b) => Date.parse(a.expires ?? "1970") - Date.parse(b.expires ?? "1970"));
}
function certificateRows(asked) {
	const found = certificatesOf(asked);
	const shown = found.slice(0, SHOWN$1);
	const more = found.length - shown.length;
	return [...shown.map((one) => ["Certificate", `${certificateWords(one)}${asked.length > 1 ? ` on ${one.host}` : ""}`]), ...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Certificates", more > 0 ? `and ${more} more, which expire later` : "")];
}
function isoOf(seconds) {
	return seconds === null ? null : (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString();
}
function certificateWords({ name, issuer, expires }) {
	return expires === null ? `${name}: none` : `${name}, by ${issuer}, until ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)(expires)}`;
}
// src/report/pages/status.ts
function statusReport(config, { asked, names, cost, history, freeze, now }) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.wt)(config.service);
	const [record] = history;
	const promoted = record?.promotedFrom;
	const lines = asked.map((one) => lineOf(one, record?.route ?? (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.C)(config.spec)));
	const outputs = {
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.N)(lines),
		...lines[0]?.release ? {} : { url: "" }
	};
	return {
		outcome: "reported",
		headline: `${name}: ${headline(asked, lines, intendedWords(config.schedule, now))}`,
		outputs: {
			...outputs,
			certificates: certificatesJson(asked),
			...recordedOutputs(record),
			"serving-digest": lines[0]?.digest ?? ""
		},
		facts: [
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Frozen", freeze && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.x)(freeze)),
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Schedule", config.schedule && scheduleWords(config.schedule, now)),
			...driftFacts(record, asked),
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Serving", asked.length > 1 ? "" : wordsOf(asked[0]?.status ?? "nothing")),
			["Recorded", record ? `${record.release}, by ${record.actor}, ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)(record.deployedAt)}` : "no release"],
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Version", record?.semver),
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Mn)("Promoted from", promoted && `${promoted.environment}, release ${promoted.release}`),
			...asked.length === 1 ? hostsOf(asked) : [],
			...names.map(({ name, words }) => ["Name", `${name} ${words}`]),
			...canariesOf(asked),
			...volumesOf(asked),
			...certificateRows(asked),
			...waysBack(asked, history),
			...cost === void 0 ? [] : (0,_cost_words_js__WEBPACK_IMPORTED_MODULE_5__.n)(cost)
		],
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.I)(lines),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.j)(asked.map(({ host, findings }) => ({
			hostId: host.id,
			findings
		}))),
		...lastLinesOf(asked),
		history: history.map(({ attempt }) => attempt)
	};
}
function recordedOutputs(record) {
	return {
		image: record?.image ?? "",
		digest: record?.digest ?? "",
		release: record?.release ?? "",
		version: record === void 0 ? "" : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(record),
		"previous-release": record?.previousRelease ?? ""
	};
}
function intendedWords(schedule, now) {
	return schedule === void 0 || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.h)(schedule, now) ? void 0 : `stopped by its schedule until ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.m)(schedule, now)}`;
}
function lineOf({ host, status }, place) {
	const where = {
		id: host.id,
		ip: host.publicIp ?? "",
		url: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__._)(host, place)
	};
	if (typeof status === "string") return {
		...where,
		release: "",
		digest: "",
		outcome: status
	};
	return {
		...where,
		release: status.release,
		digest: status.serving,
		outcome: stateOf(status)
	};
}
function headline(asked, lines, intended) {
	const serving = lines.filter(({ release }) => release !== "");
	const [first] = serving;
	if (first === void 0 && intended !== void 0 && asked.length > 0 && asked.every(({ host }) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.h)(host))) return intended;
	if (first === void 0) return asked.map(({ status }) => status).find((status) => typeof status === "string") ?? "not deployed";
	const releases = [...new Set(serving.map(({ release }) => release))];
	if (asked.every(({ status }) => typeof status !== "string" && status.asleep)) {
		const starts = asked.every(({ status }) => typeof status === "string" || !status.unwoken);
		return `${first.release} ${starts ? "is asleep" : "does not start"} ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.D)(first.url)}`;
	}
	const subject = releases.length === 1 ? `${first.release} serves` : `${releases.join(" and ")} serve`;
	return lines.length === 1 ? `${subject} ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.D)(first.url)}` : `${subject} on ${serving.length} of ${lines.length} hosts`;
}
function hostsOf(asked) {
	return asked.map(({ host: { id, instanceType, state } }) => ["Host", `${id} (${instanceType}, ${state})`]);
}
function wordsOf(status) {
	return typeof status === "string" ? status : `${status.release || "nothing"}, ${stateOf(status)}`;
}
var HEALTHCHECK_WORDS = {
	unhealthy: " (the image's HEALTHCHECK fails)",
	starting: " (the image's HEALTHCHECK has no result yet)"
};
function stateOf({ running, asleep, unwoken, healthy, healthcheck }) {
	if (asleep) return unwoken ? unwokenWords(unwoken) : "asleep: the next request wakes it";
	const why = healthy ? "" : HEALTHCHECK_WORDS[healthcheck] ?? "";
	return `${running ? "running" : "not running"}, ${healthy ? "healthy" : "not healthy"}${why}`;
}
function unwokenWords({ cause, detail, at }) {
	const why = detail === "" ? cause : `${cause}: ${detail}`;
	return `asleep, and did not start for its last visitor (${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)((/* @__PURE__ */ new Date(at * 1e3)).toISOString())}): ${why}`;
}
function lastLinesOf(asked) {
	const logs = asked.flatMap(({ status }) => typeof status === "string" ? [] : status.unwoken?.logs ?? []).find((text) => text !== "");
	return logs === void 0 ? {} : { lastLines: logs };
}
function canariesOf(asked) {
	return asked.flatMap(({ host, status }) => {
		if (typeof status === "string" || !status.canary) return [];
		const { release, share, since } = status.canary;
		return [["Canary", `${release} has ${share}% of the traffic${asked.length > 1 ? ` on ${host.id}` : ""}, since ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)((/* @__PURE__ */ new Date(since * 1e3)).toISOString())}`]];
	});
}
function volumesOf(asked) {
	return asked.flatMap(({ host, status }) => {
		const volumes = typeof status === "string" ? [] : status.volumes;
		const where = asked.length > 1 ? ` on ${host.id}` : "";
		return volumes.map(({ bytes, ...volume }) => ["Data", `${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.En)([volume])}${where}${sizeWords(bytes)}`]);
	});
}
function sizeWords(bytes) {
	if (bytes === null) return "";
	const units = [
		"bytes",
		"KB",
		"MB",
		"GB",
		"TB"
	];
	const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	return `, ${Number((bytes / 1e3 ** unit).toPrecision(3))} ${units[unit]}`;
}
function driftFacts(record, asked) {
	const views = asked.map(({ host, status }) => ({
		hostId: host.id,
		status
	}));
	const hostIds = views.map(({ hostId }) => hostId);
	return [...(0,_drift_js__WEBPACK_IMPORTED_MODULE_4__.t)(record, views), ...(0,_drift_js__WEBPACK_IMPORTED_MODULE_4__.n)(record, hostIds)].map((words) => ["Drift", words]);
}
function waysBack(asked, history) {
	const [first, ...others] = asked.flatMap(({ status }) => typeof status === "string" ? [] : [status]);
	if (first === void 0) return [];
	const names = earlier(first).filter(({ release }) => others.every((other) => earlier(other).some((kept) => kept.release === release))).map(({ release, container }) => `${calledIn(release, history)}${container ? "" : " (to be pulled)"}`);
	return [["Can roll back to", names.length === 0 ? "none yet" : names.join(", ")]];
}
function calledIn(release, history) {
	const semver = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ft)(release, history)?.semver;
	return semver === void 0 ? release : `${release} (${semver})`;
}
function earlier({ releases }) {
	return releases.filter(({ active }) => !active);
}
// src/commands/read/status.ts
var SHOWN = 10;
async function status(ctx) {
	const { progress, config } = ctx;
	const [hosts, history] = await progress.step("Check what is live", async () => {
		const [found, versions] = await Promise.all([(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.xt)(ctx), ctx.records.history(config.service, SHOWN)]);
		return [found, versions];
	});
	const [record] = history;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.ht)(await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.wt)(ctx, record, hosts));
	const now = ctx.clock.now();
	const ask = () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.et)(ctx, hosts);
	const [asked, names, cost] = await Promise.all([
		hosts.length === 0 ? [] : progress.step(hosts.length > 1 ? "Ask the hosts" : "Ask the host", ask),
		lookUpNames(ctx, record, hosts),
		hosts.length === 0 ? void 0 : (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.At)(ctx, hosts)
	]);
	return statusReport(config, {
		asked,
		names,
		cost,
		history,
		freeze: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.b)(record, now),
		now
	});
}



/***/ })

};
;