"use strict";
exports.id = 605;
exports.ids = [605];
exports.modules = {

/***/ 6592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ DEFINITIONS),
/* harmony export */   S: () => (/* binding */ html),
/* harmony export */   T: () => (/* binding */ rateMetric),
/* harmony export */   _: () => (/* binding */ wayWords),
/* harmony export */   a: () => (/* binding */ newestRecoveries),
/* harmony export */   b: () => (/* binding */ NOTHING),
/* harmony export */   c: () => (/* binding */ releasesChart),
/* harmony export */   d: () => (/* binding */ metricWords),
/* harmony export */   f: () => (/* binding */ minute),
/* harmony export */   g: () => (/* binding */ spanWords),
/* harmony export */   h: () => (/* binding */ spanOf),
/* harmony export */   i: () => (/* binding */ newestLeadTimes),
/* harmony export */   l: () => (/* binding */ TITLES),
/* harmony export */   m: () => (/* binding */ seenWords),
/* harmony export */   n: () => (/* binding */ dayOf),
/* harmony export */   o: () => (/* binding */ periodTitle),
/* harmony export */   p: () => (/* binding */ sampleWords),
/* harmony export */   r: () => (/* binding */ leadTimeChart),
/* harmony export */   s: () => (/* binding */ recoveryChart),
/* harmony export */   t: () => (/* binding */ RECOVERY_TITLE),
/* harmony export */   u: () => (/* binding */ lastedWords),
/* harmony export */   v: () => (/* binding */ wholeWords),
/* harmony export */   w: () => (/* binding */ durationMetric),
/* harmony export */   x: () => (/* binding */ anchor),
/* harmony export */   y: () => (/* binding */ windowWords)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);


// src/domain/metrics/statistics.ts
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function median(values) {
	const sorted = values.toSorted((one, other) => one - other);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
var DEFINITIONS = {
	"deployment-frequency": "Releases that were deployed or promoted and verified, per day.",
	"lead-time": "Time from a commit until all hosts serve it, the first time that this commit is released.",
	"change-failure-rate": "Share of deploys and promotions that failed, were rolled back by hand, or were live when an incident was opened.",
	"recovery-time": "Time from the first visitor who could reach a bad release, or from a failure that reached none, to the next verified release."
};
function durationMetric(name, durations, leftOut = []) {
	const samples = durations.length;
	if (samples < 5) return {
		name,
		samples,
		leftOut
	};
	const seconds = durations.map((ms) => ms / 1e3);
	return {
		name,
		samples,
		value: mean(seconds),
		median: median(seconds),
		leftOut
	};
}
function rateMetric(name, { part, of, samples }) {
	return {
		name,
		samples,
		...samples < 5 ? {} : { value: part / of },
		leftOut: []
	};
}
// src/report/metrics/html.ts
var SIGNS = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function html(texts, ...parts) {
	return { html: String.raw({ raw: texts.raw }, ...parts.map(textOf)) };
}
function textOf(part) {
	if (typeof part === "string" || typeof part === "number") return escaped(String(part));
	return "html" in part ? part.html : part.map((one) => one.html).join("");
}
function escaped(text) {
	return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign).replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "�").toWellFormed();
}
var NOTHING = html``;
function anchor(words, url) {
	return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>` : html`${words}`;
}
// src/report/metrics/chart.ts
var [WIDTH, HEIGHT, FLOOR] = [
	640,
	150,
	128
];
function barsChart(title, bars) {
	const highest = Math.max(0, ...bars.map(totalOf));
	if (highest === 0) return NOTHING;
	const room = WIDTH / bars.length;
	return html`<figure>
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
      ${bars.map((bar, at) => column(bar, {
		x: at * room,
		room,
		scale: (FLOOR - 16) / highest
	}))}
      <path class="floor" d="M0 ${FLOOR}.5H${WIDTH}" />
    </svg>
  </figure>`;
}
function totalOf({ parts }) {
	return parts.reduce((sum, { value }) => sum + value, 0);
}
function column({ name, parts, words }, { x, room, scale }) {
	const [width, middle] = [round(Math.min(48, room * .7)), round(x + room / 2)];
	let top = FLOOR;
	return html`<g><title>${name}: ${words}</title>${parts.map(({ kind, value }) => {
		const height = value * scale;
		top -= height;
		return html`<rect class="${kind}" x="${round(middle - width / 2)}" y="${round(top)}" width="${width}" height="${round(height)}" />`;
	})}<text x="${middle}" y="${HEIGHT - 8}">${name}</text></g>`;
}
var round = (value) => Number(value.toFixed(1));
// src/report/metrics/words.ts
var TITLES = {
	"deployment-frequency": "Deployment frequency",
	"lead-time": "Lead time",
	"change-failure-rate": "Change failure rate",
	"recovery-time": "Time to recovery"
};
function metricWords({ name, value, samples }) {
	if (value === void 0) return `too few (${samples})`;
	if (name === "deployment-frequency") return frequencyWords(value);
	return name === "change-failure-rate" ? `${short(value * 100)}%` : spanWords(value);
}
function wholeWords(metric) {
	const words = metricWords(metric);
	return metric.median === void 0 ? words : `${words} (mean), ${spanWords(metric.median)} (median)`;
}
function sampleWords({ samples, leftOut }) {
	return [String(samples), ...leftOut.map((words) => `without ${words}`)].join(", ");
}
function frequencyWords(perDay) {
	if (perDay >= 1) return `${short(perDay)} a day`;
	return perDay * 7 >= 1 ? `${short(perDay * 7)} a week` : `${short(perDay * 30)} in 30 days`;
}
var short = (value) => String(Number(value.toPrecision(3)));
function spanWords(seconds) {
	if (seconds < 59.5) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	return hours < 24 ? two([hours, "h"], [minutes % 60, "min"]) : two([Math.floor(hours / 24), "d"], [hours % 24, "h"]);
}
function two([first, unit], [second, part]) {
	return second === 0 ? `${first} ${unit}` : `${first} ${unit} ${second} ${part}`;
}
function minute(at) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.An)(new Date(at).toISOString());
}
function spanOf({ span: { from, to }, cut }, window) {
	const begin = cut ? ", the oldest run that Parameter Store keeps," : ", when the records begin,";
	return `${minute(from)}${to - from >= window ? "" : begin} to ${minute(to)}`;
}
function windowWords(window) {
	return `${short(window / _start_js__WEBPACK_IMPORTED_MODULE_0__.h)} days`;
}
var WAYS = {
	hand: "by hand",
	bake: "by the bake",
	canary: "by the canary"
};
function wayWords({ to, by }) {
	return to === void 0 ? "not yet" : WAYS[by];
}
function lastedWords({ from, to }) {
	return to === void 0 ? "ongoing" : spanWords((to - from) / 1e3);
}
var SEEN = {
	run: "its own run",
	rollback: "a rollback by hand",
	issue: "an issue"
};
function seenWords({ failures }) {
	return [...new Set(failures.map(({ seen }) => SEEN[seen]))].join(", ");
}
// src/report/metrics/charts.ts
var MOST = 10;
var MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function dayOf(at) {
	const date = new Date(at);
	return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
}
function periodTitle(periods) {
	const days = ((periods[1]?.start ?? 0) - (periods[0]?.start ?? 0)) / _start_js__WEBPACK_IMPORTED_MODULE_0__.h;
	return days > 1 ? `Deploys and promotions, each bar ${days} days` : "Deploys and promotions by day";
}
var RECOVERY_TITLE = "Time to recovery, by day and time of the failure";
function releasesChart({ periods }) {
	const bars = periods.map(({ start, verified, failed }) => ({
		name: dayOf(start),
		words: `${verified} good, ${failed} failed`,
		parts: [{
			kind: "good",
			value: verified
		}, {
			kind: "bad",
			value: failed
		}]
	}));
	return barsChart(`${periodTitle(periods)} (failed ones on top)`, bars);
}
function newestLeadTimes({ leadTimes }) {
	return leadTimes.slice(-10).map(({ release, ms }) => ({
		name: release.slice(0, 7),
		ms
	}));
}
function dayAndTime(at) {
	return new Date(at).toISOString().slice(8, 16).replace("T", " ").replace(":", "h");
}
function newestRecoveries({ outages }) {
	return outages.flatMap(({ from, to }) => to === void 0 ? [] : [{
		name: dayAndTime(from),
		ms: to - from
	}]).slice(0, MOST).toReversed();
}
function leadTimeChart(environment) {
	return timesChart("Lead time of the newest releases", newestLeadTimes(environment));
}
function recoveryChart(environment) {
	return timesChart(RECOVERY_TITLE, newestRecoveries(environment));
}
function timesChart(title, times) {
	const longest = Math.max(0, ...times.map(({ ms }) => ms));
	const bars = times.map(({ name, ms }) => ({
		name,
		words: spanWords(ms / 1e3),
		parts: [{
			kind: "time",
			value: ms
		}]
	}));
	return barsChart(`${title} (longest: ${spanWords(longest / 1e3)})`, bars);
}



/***/ }),

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

/***/ 605:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSummary: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8504);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _charts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6592);




// src/report/parts/mermaid.ts
function gantt(lanes) {
	const lines = lanes.flatMap(({ title, bars }) => [`  section ${label(title)}`, ...bars.map(({ words, start, ms, ok }) => `  ${label(words)} :${ok ? "" : "crit, "}${whole(start)}, ${whole(start + Math.max(1, ms))}`)]);
	return diagram({ gantt: {
		leftPadding: 90,
		rightPadding: 30,
		barHeight: 18
	} }, [
		"gantt",
		"  dateFormat x",
		"  axisFormat %s s",
		"  todayMarker off",
		`  tickInterval ${tick(Math.max(...lanes.flatMap(({ bars }) => bars.map(({ start, ms }) => start + ms))))}`,
		...lines
	]);
}
var MOST_TICKS = 8;
var TICKS = [...[
	1,
	2,
	5,
	10,
	15,
	30
].map((seconds) => [seconds, `${seconds}second`]), ...[
	1,
	2,
	5,
	10,
	15,
	30
].map((minutes) => [minutes * 60, `${minutes}minute`])];
function tick(length) {
	return TICKS.find(([seconds]) => length <= MOST_TICKS * seconds * 1e3)?.[1] ?? "1hour";
}
function barChart({ title, unit, bars }) {
	const highest = Math.max(...bars.map(({ value }) => value));
	const axis = {
		labelFontSize: 12,
		titleFontSize: 12
	};
	return diagram({
		xyChart: {
			width: 640,
			height: 220,
			titleFontSize: 14,
			xAxis: axis,
			yAxis: axis
		},
		themeVariables: { xyChart: { plotColorPalette: "#8c9ce0" } }
	}, [
		"xychart-beta",
		`  title "${label(title)}"`,
		`  x-axis [${distinct(bars.map(({ name }) => label(name))).map((name) => `"${name}"`).join(", ")}]`,
		`  y-axis "${label(unit)}" 0 --> ${figure(top(highest))}`,
		`  bar [${bars.map(({ value }) => figure(value)).join(", ")}]`
	]);
}
var TOPS = [
	1,
	1.6,
	2,
	4,
	5,
	8,
	10
];
function top(highest) {
	if (highest <= 0) return 1;
	const power = 10 ** Math.floor(Math.log10(highest));
	return power * (TOPS.find((one) => one * power >= highest) ?? 10);
}
function diagram(config, lines) {
	return [
		"```mermaid",
		`%%{init: ${JSON.stringify(config)}}%%`,
		...lines,
		"```"
	].join("\n");
}
var LONGEST = 70;
function label(text) {
	const trimmed = text.replace(new RegExp(String.raw`[^\p{L}\p{N} .,/+()%-]+`, "gu"), " ").replace(/%(?=%)/g, "").replace(/ {2,}/g, " ").trim();
	return trimmed.length > LONGEST ? `${trimmed.slice(0, LONGEST)}…` : trimmed || "-";
}
var whole = (ms) => String(Math.round(Math.max(0, ms)));
function distinct(names) {
	return names.map((name, at) => {
		const earlier = names.slice(0, at).filter((one) => one === name).length;
		return earlier === 0 ? name : `${name} (${earlier + 1})`;
	});
}
var figure = (value) => value < 1e-6 ? "0" : String(Number(value.toPrecision(3)));
// src/report/sections/canary.ts
var BEYOND = 10;
function renderCanary({ head, rows, verdicts, steered, steps, cost }) {
	const answered = rows.length > 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
		"### Canary",
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)([cost, ...answered ? [`Verdicts: ${verdicts.join("; ")}.`] : []].join(" ")),
		steered.map((words) => `- ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(words)}`).join("\n"),
		chart$1(steps, {
			title: "5xx answers",
			unit: "percent",
			of: ({ errors }) => errors * 100
		}),
		chart$1(steps, {
			title: "99% of requests took at most",
			unit: "milliseconds",
			of: latency
		}),
		answered ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(head, rows.map((row) => row.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.d))) : ""
	]);
}
function latency({ p99 }) {
	return p99 === void 0 ? void 0 : Math.min(p99, BEYOND) * 1e3;
}
function chart$1(steps, { title, unit, of }) {
	const known = steps.flatMap(({ share, baseline, canary }) => [{
		name: `${share}% baseline`,
		value: of(baseline)
	}, {
		name: `${share}% canary`,
		value: of(canary)
	}]).flatMap(({ value, ...bar }) => value === void 0 ? [] : [{
		...bar,
		value
	}]);
	return known.some(({ value }) => value > 0) ? barChart({
		title,
		unit,
		bars: known
	}) : "";
}
// src/report/sections/change.ts
function renderChange({ before, after, repository, compareUrl, commits }) {
	const commit = ({ commit }) => commit === "" ? "unknown" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Kn)(commit)), `${repository}/commit/${commit}`);
	const rows = [
		["Release", ({ release }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release)],
		...versionRow([before, after]),
		["Commit", commit],
		["Digest", ({ digest }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(digest)],
		["Deployed", ({ deployed }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(deployed)]
	];
	const told = before ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"",
		"Before",
		"After"
	], rows.map(([name, of]) => [
		name,
		of(before),
		of(after)
	])) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(["", "First release"], rows.map(([name, of]) => [name, of(after)]));
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([told, (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.kn)(commits, compareUrl)]);
}
function versionRow(sides) {
	return sides.some((side) => side?.semver !== void 0) ? [["Version", ({ semver }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(semver ?? "") || "none"]] : [];
}
// src/report/sections/checks.ts
var SIGNS = {
	ok: "✅",
	warning: "⚠️",
	failed: "❌",
	unknown: "❔"
};
var ORDER = [
	"failed",
	"warning",
	"unknown"
];
function renderChecks(checks) {
	const open = ORDER.flatMap((of) => checks.filter(({ state }) => state === of));
	const passed = checks.filter(({ state }) => state === "ok");
	const good = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"",
		"What",
		"Found"
	], passed.map(cells));
	if (open.length === 0) return good;
	const rows = open.map((check) => [...cells(check), "fix" in check ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(check.fix) : "none"]);
	const words = `${passed.length} ${passed.length === 1 ? "check" : "checks"} passed`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"",
		"What",
		"Found",
		"Fix"
	], rows), passed.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(words, good)]);
}
function cells({ state, area, detail }) {
	return [
		SIGNS[state],
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(area),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(detail)
	];
}
// src/report/sections/history.ts
var SHOWN$1 = 10;
function renderHistory(history) {
	const older = history.slice(SHOWN$1);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
		"### History",
		rows(history.slice(0, SHOWN$1)),
		older.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(`${older.length} older`, rows(older))
	]);
}
function rows(history) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"When",
		"Outcome",
		"Release",
		"By",
		"Time"
	], history.map(row));
}
function row(attempt) {
	const { at, outcome, semver, cause, note, actor, runUrl, seconds: took } = attempt;
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.An)(at)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(`${outcome}${cause === "" ? "" : `: ${cause}`}${note === void 0 ? "" : ` (${note})`}`),
		`${releaseOf(attempt)}${semver === void 0 ? "" : ` ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(semver)}`}`,
		`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(actor)} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("run", runUrl)})`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(took * 1e3)
	];
}
function releaseOf({ release, commit, runUrl }) {
	const [, repository] = /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/actions\/runs\//.exec(runUrl) ?? [];
	if (release === "") return "none";
	return repository === void 0 || commit === "" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release), `${repository}/commit/${commit}`);
}
// src/report/sections/hosts.ts
var SEEN$1 = 10;
function renderHosts(hosts) {
	if (hosts.length <= SEEN$1) return `### Hosts\n\n${tableOf(hosts)}`;
	const groups = [...Map.groupBy(hosts, likeness).values()].toSorted((a, b) => b.length - a.length);
	const odd = groups.slice(1).filter((members) => members.length <= SEEN$1).flat();
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
		`### ${hosts.length} hosts`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
			"Hosts",
			"Outcome",
			"Serves",
			"Digest"
		], groups.slice(0, SEEN$1).map(groupRow)),
		odd.length === 0 ? "" : tableOf(odd.slice(0, SEEN$1)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(`All ${hosts.length} hosts`, tableOf(hosts))
	]);
}
function likeness({ outcome, release, digest }) {
	return JSON.stringify([
		outcome,
		release,
		digest
	]);
}
function groupRow(members) {
	const [first] = members;
	return [String(members.length), ...first ? sameCells(first) : []];
}
function tableOf(hosts) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"Host",
		"Address",
		"Outcome",
		"Serves",
		"Digest"
	], hosts.map((host) => [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(host.id),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(host.url) || "no port: a worker",
		...sameCells(host)
	]));
}
function sameCells({ outcome, release, digest }) {
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(outcome) || "unknown",
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release) || "unknown",
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(digest) || "unknown"
	];
}
// src/report/sections/metrics.ts
var MOST = 10;
function renderMetrics({ service, window, environments }) {
	const own = environments.filter(({ environment }) => environment === service.environment);
	const others = environments.filter(({ environment }) => environment !== service.environment);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
		liveTable(environments),
		...own.map((one) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
			`### ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(one.environment)}`,
			metricTable(one, window),
			...charts(one),
			outageTable(one)
		])),
		...others.map((one) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(one.environment), (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([metricTable(one, window), outageTable(one)])))
	]);
}
function liveTable(environments) {
	const rows = environments.flatMap(({ environment, live }) => live ? [[
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(environment),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(live.release),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.An)(live.deployedAt)),
		`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(live.actor)} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("run", live.runUrl)})`
	]] : []);
	return rows.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"Live in",
		"Release",
		"Since",
		"By"
	], rows);
}
function metricTable(environment, window) {
	const rows = Object.values(environment.metrics).map(rowOf);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.h)(environment, window)), (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"Metric",
		"Value",
		"Samples",
		"Definition"
	], rows)]);
}
function rowOf(metric) {
	const { name, value } = metric;
	return [
		_charts_js__WEBPACK_IMPORTED_MODULE_3__.l[name],
		value === void 0 ? "too few" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.v)(metric)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.p)(metric)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(_charts_js__WEBPACK_IMPORTED_MODULE_3__.C[name])
	];
}
function charts(environment) {
	const { periods } = environment;
	const counts = periods.map(({ start, verified, failed }) => ({
		name: (0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.n)(start),
		value: verified + failed
	}));
	const failures = periods.map(({ start, failed }) => ({
		name: (0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.n)(start),
		value: failed
	}));
	return [
		chart((0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.o)(periods), "number", counts),
		chart("Of these, failed", "number", failures),
		timeChart("Lead time of the newest releases", (0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.i)(environment)),
		timeChart(_charts_js__WEBPACK_IMPORTED_MODULE_3__.t, (0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.a)(environment))
	];
}
var UNITS = [["hours", _start_js__WEBPACK_IMPORTED_MODULE_0__.g], ["minutes", _start_js__WEBPACK_IMPORTED_MODULE_0__._]];
function timeChart(title, times) {
	const longest = Math.max(0, ...times.map(({ ms }) => ms));
	const [unit, size] = UNITS.find(([, one]) => longest >= one / 2) ?? ["seconds", 1e3];
	return chart(title, unit, times.map(({ name, ms }) => ({
		name,
		value: ms / size
	})));
}
function chart(title, unit, bars) {
	return bars.some(({ value }) => value > 0) ? barChart({
		title,
		unit,
		bars
	}) : "";
}
function outageTable({ outages }) {
	if (outages.length === 0) return "";
	const rows = outages.slice(0, MOST).map((outage) => {
		const { from, reached, failures } = outage;
		const releases = failures.map(({ release, url }) => `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release) || "unknown"} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("source", url)})`).join(", ");
		return [
			(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.f)(from)),
			(0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.u)(outage),
			(0,_charts_js__WEBPACK_IMPORTED_MODULE_3__._)(outage),
			reached ? "yes" : "no",
			(0,_charts_js__WEBPACK_IMPORTED_MODULE_3__.m)(outage),
			releases
		];
	});
	const rest = outages.length > MOST ? `${outages.length - MOST} more are in the page and its JSON, which \`metrics-path\` writes.` : "";
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)([
		"From",
		"Lasted",
		"Recovered",
		"Reached users",
		"Noticed by",
		"Releases"
	], rows), rest]);
}
// src/report/sections/timeline.ts
var SHOWN = [
	"deployed",
	"rolled-back",
	"restarted",
	"failed"
];
var VISIBLE = .01;
var MOST_BARS = 40;
function renderTimeline(steps, outcome) {
	if (steps.length < 2) return "";
	const begin = Math.min(...steps.map(({ start }) => start));
	const length = Math.max(...steps.map(({ start, ms }) => start + ms)) - begin;
	const chart = gantt([laneOf("Run", ofRun(steps)), ...hostLane(steps)].map(({ title, members }) => ({
		title,
		bars: barsOf(members, {
			begin,
			length
		})
	})));
	return SHOWN.includes(outcome) ? `### Timeline\n\n${chart}` : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)("Timeline", chart);
}
var laneOf = (title, members) => ({
	title,
	members
});
function ofRun(steps) {
	return steps.filter(({ host }) => host === void 0).toReversed().toSorted((a, b) => a.start - b.start || b.ms - a.ms);
}
function hostLane(steps) {
	const hosts = [...Map.groupBy(steps.filter(isOfHost), ({ host }) => host)];
	const [told] = hosts.toSorted(([, a], [, b]) => Number(isGood(a)) - Number(isGood(b)) || spent(b) - spent(a));
	if (told === void 0) return [];
	const [, members] = told;
	return [laneOf(hosts.length === 1 ? "Host" : isGood(members) ? "Slowest host" : "Failed host", members)];
}
var isOfHost = (step) => step.host !== void 0;
var isGood = (steps) => steps.every(({ ok }) => ok);
var spent = (steps) => steps.reduce((total, { ms }) => total + ms, 0);
function barsOf(steps, { begin, length }) {
	return steps.filter(({ ms, ok }) => !ok || ms >= length * VISIBLE).slice(0, MOST_BARS).map(({ name, start, ms, ok }) => ({
		words: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(ms)} ${name}`,
		start: start - begin,
		ms,
		ok
	}));
}
// src/report/summary.ts
var LIMIT = 34e4;
var REST = "The rest is missing, because GitHub limits the size of a summary. The outputs of the step have all hosts.";
function renderSummary(report, steps, causes) {
	const { checks, warnings = [], lastLines = "", facts, hosts, plan, metrics, canary, change, image, removed = [], history = [] } = report;
	const sections = [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(report, causes),
		warnings.length > 0 ? `### Warnings\n\n${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(warnings.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.f))}` : "",
		checks ? renderChecks(checks) : "",
		change ? renderChange(change) : "",
		facts.length > 0 ? renderFacts(facts) : "",
		lastLines.trim() === "" ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(_start_js__WEBPACK_IMPORTED_MODULE_0__.n, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(lastLines)),
		canary ? renderCanary(canary) : "",
		hosts ? renderHosts(hosts) : "",
		plan ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(plan) : "",
		metrics ? renderMetrics(metrics) : "",
		removed.length > 0 ? `### Removed\n\n${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(removed.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.f))}` : "",
		history.length > 0 ? renderHistory(history) : "",
		renderTimeline(steps, report.outcome),
		image === void 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)("Image, with its full digest", (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(image))
	];
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(sections), {
		letters: LIMIT,
		rest: REST
	})}\n`;
}
var FEW = 2;
var SEEN = 30;
function renderFacts(facts) {
	const rows = facts.map(([name, value]) => [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(name), (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(value)]);
	if (rows.length <= FEW) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(rows.map(([name, value]) => `**${name}:** ${value}`));
	const [head, more] = [["What", "Value"], rows.slice(SEEN)];
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(head, rows.slice(0, SEEN)), more.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(`${more.length} more`, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(head, more))]);
}



/***/ })

};
;