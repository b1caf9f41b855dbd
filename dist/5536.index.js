"use strict";
exports.id = 5536;
exports.ids = [5536];
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

/***/ 5536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metrics: () => (/* binding */ metrics)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _charts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6592);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9969);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1680);





// src/domain/metrics/delivery.ts
function kindOf(command) {
	return command === "rollback" || command === "restart" ? command : "change";
}
function isReturned({ cause, outcome }) {
	return cause !== "" && outcome === "rolled-back";
}
function isVerified({ cause }) {
	return cause === "";
}
function isRelease({ kind }) {
	return kind !== "restart";
}
function inOrder(deliveries) {
	return deliveries.toSorted((one, other) => one.endedAt - other.endedAt || one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1));
}
// src/domain/metrics/recorded.ts
function recordedDeliveries(history) {
	const known = history.filter(({ attempt }) => Number.isFinite(Date.parse(attempt.at)));
	const oldest = known.at(-1);
	return {
		record: history[0],
		deliveries: known.flatMap((record) => deliveryOf$2(record) ?? []),
		...oldest && { since: startOf(oldest.attempt) },
		cut: (history.at(-1)?.version ?? 1) > 1
	};
}
function startOf({ at, seconds }) {
	return Math.max(0, Date.parse(at) - seconds * 1e3);
}
function deliveryOf$2({ environment, attempt, version = 0 }) {
	const kind = kindOfAttempt(attempt);
	if (kind === void 0) return void 0;
	const { release, commit, actor, runUrl, cause } = attempt;
	const times = timesOf$2(attempt);
	return {
		id: `${environment}/${version}/${attempt.at}`,
		environment,
		kind,
		release,
		commit,
		actor,
		runUrl,
		cause,
		...times,
		returned: isReturned(attempt)
	};
}
function kindOfAttempt({ command, outcome, cause }) {
	if (cause === "" && ![
		"deployed",
		"rolled-back",
		"restarted"
	].includes(outcome)) return void 0;
	if (command !== void 0) return kindOf(command);
	if (cause !== "") return "change";
	return outcome === "rolled-back" ? "rollback" : outcome === "restarted" ? "restart" : "change";
}
function timesOf$2(attempt) {
	const { at, committedAt = "", reached, served, canary, cause } = attempt;
	const [startedAt, endedAt] = [startOf(attempt), Date.parse(at)];
	const committed = Date.parse(committedAt);
	const after = (seconds) => Math.min(endedAt, startedAt + seconds * 1e3);
	return {
		startedAt,
		endedAt,
		...Number.isFinite(committed) && { committedAt: committed },
		...reached !== void 0 && { reachedAt: after(reached) },
		...served !== void 0 && cause === "" && { servedAt: after(served) },
		...canary !== void 0 && { canary }
	};
}
// src/domain/metrics/outages.ts
function failuresOf(deliveries, incidents) {
	return [...deliveries.flatMap((delivery) => failureIn(delivery, deliveries) ?? []), ...incidents.map((incident) => incidentFailure(incident, deliveries))];
}
function failureIn(delivery, all) {
	if (delivery.kind === "rollback") return leftFailure(delivery, all);
	return delivery.kind === "change" && !isVerified(delivery) ? changeFailure(delivery, all) : void 0;
}
function changeFailure(delivery, all) {
	const { id: change, release, runUrl: url, reachedAt, endedAt, returned, cause } = delivery;
	const common = {
		seen: "run",
		change,
		release,
		url,
		from: reachedAt ?? endedAt,
		reached: reachedAt !== void 0
	};
	if (common.reached && returned) return {
		...common,
		to: endedAt,
		by: cause.startsWith("canary") ? "canary" : "bake"
	};
	return {
		...common,
		...endOf(verifiedAfter(endedAt, all)),
		by: "hand"
	};
}
function leftFailure(delivery, all) {
	const { startedAt, endedAt, runUrl: url, release: target } = delivery;
	const left = liveAt(startedAt, all);
	if (left === target) return void 0;
	const end = isVerified(delivery) ? endedAt : verifiedAfter(endedAt, all);
	return {
		seen: "rollback",
		...blamed(left, startedAt, all),
		url,
		from: startedAt,
		...endOf(end),
		by: "hand",
		reached: true
	};
}
function incidentFailure({ openedAt, closedAt, url }, all) {
	const ends = [closedAt, all.find((one) => one.kind === "rollback" && isVerified(one) && one.endedAt > openedAt)?.endedAt].filter((end) => end !== void 0);
	const end = ends.length === 0 ? void 0 : Math.max(openedAt, Math.min(...ends));
	return {
		seen: "issue",
		...blamed(liveAt(openedAt, all), openedAt, all),
		url,
		from: openedAt,
		...endOf(end),
		by: "hand",
		reached: true
	};
}
function endOf(to) {
	return to === void 0 ? {} : { to };
}
function verifiedAfter(time, all) {
	return all.find((one) => isRelease(one) && isVerified(one) && one.endedAt > time)?.endedAt;
}
function liveAt(time, all) {
	return all.findLast((one) => isRelease(one) && isVerified(one) && (one.servedAt ?? one.endedAt) <= time)?.release;
}
function blamed(release, time, all) {
	const change = all.findLast((one) => one.kind === "change" && isVerified(one) && one.release === release && one.startedAt <= time);
	return {
		release: release ?? "",
		...change && { change: change.id }
	};
}
function outagesOf(failures) {
	const sorted = failures.toSorted(compareFailures);
	const open = sorted.filter(({ to }) => to === void 0);
	return [...joined(sorted.filter(({ to }) => to !== void 0)), ...open.length > 0 ? [open] : []].map(outageOf$1).toSorted((one, other) => one.from - other.from);
}
function compareFailures(one, other) {
	const [end, otherEnd] = [one.to ?? Number.MAX_VALUE, other.to ?? Number.MAX_VALUE];
	return one.from - other.from || otherEnd - end || (keyOf(one) < keyOf(other) ? -1 : 1);
}
function keyOf({ url, seen, change = "" }) {
	return [
		url,
		seen,
		change
	].join(" ");
}
function joined(sorted) {
	return sorted.reduce((groups, failure) => {
		const last = groups.at(-1);
		return last && failure.from < latest(last) ? [...groups.slice(0, -1), [...last, failure]] : [...groups, [failure]];
	}, []);
}
function latest(failures) {
	return Math.max(...failures.map(({ to = 1e400 }) => to));
}
function outageOf$1(failures) {
	const end = latest(failures);
	const last = failures.find(({ to = 1e400 }) => to === end);
	return {
		from: Math.min(...failures.map(({ from }) => from)),
		...endOf(Number.isFinite(end) ? end : void 0),
		by: last?.by ?? "hand",
		reached: failures.some(({ reached }) => reached),
		failures
	};
}
// src/domain/metrics/periods.ts
var MOST$1 = 15;
function periodsOf(changes, failed, { from, to }) {
	const first = Math.floor(from / _start_js__WEBPACK_IMPORTED_MODULE_3__.h) * _start_js__WEBPACK_IMPORTED_MODULE_3__.h;
	const days = Math.floor(to / _start_js__WEBPACK_IMPORTED_MODULE_3__.h) - first / _start_js__WEBPACK_IMPORTED_MODULE_3__.h + 1;
	const step = Math.ceil(days / MOST$1) * _start_js__WEBPACK_IMPORTED_MODULE_3__.h;
	return Array.from({ length: Math.ceil(days * _start_js__WEBPACK_IMPORTED_MODULE_3__.h / step) }, (_, at) => {
		const start = first + at * step;
		const here = changes.filter(({ endedAt }) => endedAt >= start && endedAt < start + step);
		const bad = here.filter(({ id }) => failed.has(id)).length;
		return {
			start,
			verified: here.length - bad,
			failed: bad
		};
	});
}
// src/domain/metrics/metrics.ts
function metricsOf(facts, { from: begin, to }) {
	const all = inOrder(facts.deliveries);
	const from = Math.min(to, Math.max(begin, facts.since ?? begin));
	const failures = failuresOf(all, facts.incidents);
	const failed = failedChanges(failures);
	const here = all.filter(({ endedAt }) => endedAt >= from);
	const changes = here.filter(({ kind }) => kind === "change");
	const outages = outagesOf(failures).filter((outage) => outage.from >= from);
	const lead = leadTimesOf(all, from, facts.commitTimes);
	return {
		environment: facts.environment,
		span: {
			from,
			to
		},
		cut: facts.cut && from > begin,
		metrics: {
			"deployment-frequency": frequency(changes, {
				from,
				to
			}),
			"lead-time": (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.w)("lead-time", lead.times.map(({ ms }) => ms), lead.leftOut),
			"change-failure-rate": failureRate(changes, failed),
			"recovery-time": recoveryTime(outages)
		},
		deliveries: here.map((one) => ({
			...one,
			failed: failed.has(one.id)
		})).toReversed(),
		outages: outages.toReversed(),
		leadTimes: lead.times,
		periods: periodsOf(changes, failed, {
			from,
			to
		})
	};
}
function failedChanges(failures) {
	return new Set(failures.flatMap(({ change }) => change ?? []));
}
function frequency(changes, { from, to }) {
	const verified = changes.filter(isVerified).length;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.T)("deployment-frequency", {
		part: verified,
		of: Math.max(1, (to - from) / _start_js__WEBPACK_IMPORTED_MODULE_3__.h),
		samples: verified
	});
}
function failureRate(changes, failed) {
	const bad = changes.filter(({ id }) => failed.has(id)).length;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.T)("change-failure-rate", {
		part: bad,
		of: changes.length,
		samples: changes.length
	});
}
function recoveryTime(outages) {
	const durations = outages.flatMap(({ from, to }) => to === void 0 ? [] : [to - from]);
	const lasting = outages.length - durations.length;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.w)("recovery-time", durations, lasting > 0 ? ["one that is not over yet"] : []);
}
function leadTimesOf(all, from, commitTimes) {
	const verified = all.filter((one) => one.kind === "change" && isVerified(one));
	const seen = /* @__PURE__ */ new Set();
	const dated = verified.filter(({ commit }) => commit !== "" && !seen.has(commit) && seen.add(commit)).filter(({ endedAt }) => endedAt >= from).map((one) => ({
		release: one.release,
		ms: (one.servedAt ?? one.endedAt) - (one.committedAt ?? commitTimes.get(one.commit) ?? NaN)
	}));
	const unknown = dated.filter(({ ms }) => Number.isNaN(ms)).length;
	const early = dated.filter(({ ms }) => ms < 0).length;
	return {
		times: dated.filter(({ ms }) => ms >= 0),
		leftOut: [...unknown > 0 ? [`${unknown} without a known commit time`] : [], ...early > 0 ? [`${early} with a commit time after the release`] : []]
	};
}
function commitTimesOf(deliveries) {
	return new Map(deliveries.flatMap(({ commit, committedAt }) => committedAt === void 0 ? [] : [[commit, committedAt]]));
}
// src/domain/metrics/service-metrics.ts
function serviceMetrics({ service, environments, incidents, window, now }) {
	const commitTimes = commitTimesOf(environments.flatMap(({ deliveries }) => deliveries));
	return {
		service,
		at: now,
		window,
		environments: environments.map(({ record, ...known }) => {
			const own = known.environment === service.environment;
			return {
				...metricsOf({
					...known,
					commitTimes,
					incidents: own ? incidents : []
				}, {
					from: now - window,
					to: now
				}),
				live: record && liveOf(record, now)
			};
		}).toSorted((one, other) => one.environment < other.environment ? -1 : 1)
	};
}
function liveOf(record, now) {
	const { release, commit, actor, runUrl, deployedAt, promotedFrom } = record;
	const frozen = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.b)(record, now) !== void 0;
	return {
		release,
		commit,
		actor,
		runUrl,
		deployedAt,
		promotedFrom: promotedFrom?.environment ?? "",
		frozen
	};
}
// src/report/metrics/badge.ts
var LETTER = 6.6;
var PADDING = 12;
function badge({ label, value, known }) {
	const [left, right] = [widthOf(label), widthOf(value)];
	const width = left + right;
	const words = `${label}: ${value}`;
	const text = (content, [from, space]) => (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<text x="${from + space / 2}" y="14" textLength="${space - PADDING}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${words}">
    <title>${words}</title>
    <clipPath id="r"><rect width="${width}" height="20" rx="3" /></clipPath>
    <g clip-path="url(#r)">
      <rect width="${left}" height="20" fill="#444" />
      <rect x="${left}" width="${right}" height="20" fill="${known ? "#3553a5" : "#6b6b6b"}" />
    </g>
    <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
      ${text(label, [0, left])}${text(value, [left, right])}
    </g>
  </svg> `.html;
}
function widthOf(text) {
	return Math.round([...text].length * LETTER + PADDING);
}
// src/report/metrics/json.ts
var FIELDS = {
	"deployment-frequency": {
		key: "deploymentFrequency",
		unit: "per day"
	},
	"lead-time": {
		key: "leadTime",
		unit: "seconds"
	},
	"change-failure-rate": {
		key: "changeFailureRate",
		unit: "share"
	},
	"recovery-time": {
		key: "recoveryTime",
		unit: "seconds"
	}
};
function metricsJson(metrics) {
	return JSON.stringify(documentOf(metrics, environmentOf));
}
function metricsFile(metrics) {
	return `${JSON.stringify(documentOf(metrics, wholeOf), null, 2)}\n`;
}
function documentOf({ service, at, window, environments }, of) {
	return {
		schema: 1,
		service: service.name,
		at: iso(at),
		windowDays: window / _start_js__WEBPACK_IMPORTED_MODULE_3__.h,
		minSamples: 5,
		environments: environments.map(of)
	};
}
function environmentOf({ environment, span, cut, metrics, live }) {
	const named = Object.values(metrics).map((metric) => [FIELDS[metric.name].key, metricOf(metric)]);
	return {
		environment,
		from: iso(span.from),
		to: iso(span.to),
		cut,
		live: live ?? null,
		metrics: Object.fromEntries(named)
	};
}
function metricOf({ name, samples, value, median, leftOut }) {
	const { unit } = FIELDS[name];
	return {
		value: value ?? null,
		...unit === "seconds" ? { median: median ?? null } : {},
		samples,
		unit,
		leftOut,
		definition: _charts_js__WEBPACK_IMPORTED_MODULE_2__.C[name]
	};
}
function wholeOf(environment) {
	const { deliveries, outages, leadTimes } = environment;
	return {
		...environmentOf(environment),
		deliveries: deliveries.map(deliveryOf$1),
		leadTimes: leadTimes.map(({ release, ms }) => ({
			release,
			seconds: ms / 1e3
		})),
		outages: outages.map(outageOf)
	};
}
function deliveryOf$1(delivery) {
	const { kind, release, commit, actor, runUrl, cause, failed, returned, canary } = delivery;
	const { startedAt, endedAt, committedAt, reachedAt, servedAt } = delivery;
	return {
		kind,
		release,
		commit,
		actor,
		runUrl,
		cause,
		failed,
		returned,
		canary: canary ?? null,
		...timesOf$1({
			committedAt,
			startedAt,
			reachedAt,
			servedAt,
			endedAt
		})
	};
}
function outageOf({ from, to, by, reached, failures }) {
	return {
		...timesOf$1({
			from,
			to
		}),
		seconds: to === void 0 ? null : (to - from) / 1e3,
		by: to === void 0 ? null : by,
		reached,
		failures: failures.map(({ seen, release, url }) => ({
			seen,
			release,
			url
		}))
	};
}
function timesOf$1(times) {
	return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at === void 0 ? null : iso(at)]));
}
function iso(at) {
	return new Date(at).toISOString();
}
// src/report/metrics/style.ts
var STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1c2127; --soft: #5b6570; --line: #d5dae0; --card: #f5f7f9; --good: #3553a5; --bad: #b3382c; --link: #1f4fb5; }
@media (prefers-color-scheme: dark) { :root { --page: #11151a; --text: #e4e8ec; --soft: #9aa5b1; --line: #333b45; --card: #1a2027; --good: #7f9bec; --bad: #ef7f72; --link: #8fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1000px; padding: 24px 16px 48px; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.3rem; margin: 40px 0 4px; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; margin: 24px 0 8px; }
a { color: var(--link); } .soft { color: var(--soft); margin: 4px 0 16px; } code { font: .9em ui-monospace, "Liberation Mono", monospace; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: 12px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; }
.card h3 { margin: 0; font-size: .95rem; color: var(--soft); font-weight: 600; } .card p { margin: 4px 0 0; font-size: .85rem; color: var(--soft); }
.card .value { font-size: 1.5rem; font-weight: 650; color: var(--text); line-height: 1.3; } .card .few { color: var(--soft); font-weight: 400; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; } td.text { white-space: normal; min-width: 12em; }
th { color: var(--soft); font-weight: 600; } .bad-word { color: var(--bad); }
figure { margin: 20px 0 0; overflow-x: auto; } figcaption { color: var(--soft); font-size: .9rem; } svg { width: 100%; min-width: 560px; height: auto; display: block; }
svg text { fill: var(--soft); font-size: 11px; text-anchor: middle; } .good, .time { fill: var(--good); } .bad { fill: var(--bad); } .floor { stroke: var(--line); fill: none; }
`;
// src/report/metrics/page.ts
var MOST = 50;
var POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
function metricsPage(metrics) {
	const { service, at, window, environments } = metrics;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${service.name}: releases</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <h1>${service.name}</h1>
        <p class="soft">${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.y)(window)} until ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.f)(at)}. All times are UTC.</p>
        <h2>Live</h2>
        ${liveTable(environments)} ${environments.map((environment) => section(environment, window))}
      </body>
    </html> `.html;
}
function table(head, rows) {
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((name) => (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<th>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
function liveTable(environments) {
	return table([
		"Environment",
		"Release",
		"Since",
		"By"
	], environments.map(({ environment, live }) => live === void 0 ? (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<tr>
          <td>${environment}</td>
          <td>nothing</td>
          <td></td>
          <td></td>
        </tr>` : liveRow(environment, live)));
}
function liveRow(environment, { release, deployedAt, actor, runUrl, promotedFrom, frozen }) {
	const from = promotedFrom === "" ? _charts_js__WEBPACK_IMPORTED_MODULE_2__.b : (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`, from ${promotedFrom}`;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<tr>
    <td>${environment}${frozen ? (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)` (frozen)` : _charts_js__WEBPACK_IMPORTED_MODULE_2__.b}</td>
    <td><code>${release}</code>${from}</td>
    <td>${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)(deployedAt)}</td>
    <td>${actor} (${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.x)("run", runUrl)})</td>
  </tr>`;
}
function section(environment, window) {
	const { environment: name, metrics, deliveries, outages } = environment;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<section>
    <h2>${name}</h2>
    <p class="soft">${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.h)(environment, window)}</p>
    <div class="cards">${Object.values(metrics).map(card)}</div>
    ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.c)(environment)}${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.r)(environment)}${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.s)(environment)}
    ${outageTable(outages)}${canaryTable(deliveries)}${releaseTable(deliveries)}
  </section>`;
}
function card(metric) {
	const { name, value, median } = metric;
	const beside = median === void 0 ? "" : `mean; median ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.g)(median)}; `;
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<div class="card">
    <h3>${_charts_js__WEBPACK_IMPORTED_MODULE_2__.l[name]}</h3>
    <p class="value${value === void 0 ? " few" : ""}">${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.d)(metric)}</p>
    <p>${beside}samples: ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.p)(metric)}</p>
    <p>${_charts_js__WEBPACK_IMPORTED_MODULE_2__.C[name]}</p>
  </div>`;
}
function outageTable(outages) {
	if (outages.length === 0) return _charts_js__WEBPACK_IMPORTED_MODULE_2__.b;
	const rows = outages.slice(0, MOST).map((outage) => {
		const { from, reached, failures } = outage;
		const releases = failures.map(({ release, url }, at) => (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`${at > 0 ? ", " : ""}<code>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.x)(release === "" ? "unknown" : release, url)}</code>`);
		return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<tr>
      <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.f)(from)}</td>
      <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.u)(outage)}</td>
      <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__._)(outage)}</td>
      <td>${reached ? "yes" : "no"}</td>
      <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.m)(outage)}</td>
      <td class="text">${releases}</td>
    </tr>`;
	});
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<h3>Recovery</h3>
    ${table([
		"From",
		"Lasted",
		"Recovered",
		"Reached users",
		"Noticed by",
		"Release"
	], rows)}${older(outages.length)}`;
}
function canaryTable(deliveries) {
	const canaries = deliveries.filter(({ canary }) => canary !== void 0);
	if (canaries.length === 0) return _charts_js__WEBPACK_IMPORTED_MODULE_2__.b;
	const rows = canaries.slice(0, MOST).map(({ endedAt, release, canary = 0, cause, runUrl }) => (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<tr>
        <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.f)(endedAt)}</td>
        <td><code>${release}</code></td>
        <td>${canary}%</td>
        <td>${outcome(cause === "" ? "promoted" : cause, cause !== "")}</td>
        <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.x)("run", runUrl)}</td>
      </tr>`);
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<h3>Canaries</h3>
    ${table([
		"Ended",
		"Release",
		"Largest share",
		"Outcome",
		"Run"
	], rows)}${older(canaries.length)}`;
}
function releaseTable(deliveries) {
	if (deliveries.length === 0) return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<p>No run in this time.</p>`;
	const rows = deliveries.slice(0, MOST).map((one) => (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<tr>
        <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.f)(one.endedAt)}</td>
        <td>${one.kind}</td>
        <td><code>${one.release}</code></td>
        <td>${outcome(outcomeWords(one), one.failed || one.cause !== "")}</td>
        <td>${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.g)((one.endedAt - one.startedAt) / 1e3)}</td>
        <td>${one.actor} (${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.x)("run", one.runUrl)})</td>
      </tr>`);
	return (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<h3>Releases</h3>
    ${table([
		"Ended",
		"Kind",
		"Release",
		"Outcome",
		"Took",
		"By"
	], rows)}${older(deliveries.length)}`;
}
function outcomeWords({ cause, failed }) {
	if (cause !== "") return cause;
	return failed ? "verified, failed later" : "verified";
}
function outcome(words, bad) {
	return bad ? (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<span class="bad-word">${words}</span>` : (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`${words}`;
}
function older(count) {
	return count > MOST ? (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.S)`<p class="soft">${count - MOST} older are in metrics.json.</p>` : _charts_js__WEBPACK_IMPORTED_MODULE_2__.b;
}
// src/report/metrics/files.ts
function metricsFiles(metrics) {
	const badges = metrics.environments.flatMap(({ environment, metrics }) => Object.values(metrics).map((metric) => [`badges/${folderOf(environment)}/${metric.name}.svg`, badgeOf(metric)]));
	return {
		"index.html": metricsPage(metrics),
		"metrics.json": metricsFile(metrics),
		...Object.fromEntries(badges)
	};
}
function folderOf(environment) {
	return environment.replaceAll(/[^a-z0-9-]/g, "-");
}
function badgeOf(metric) {
	return badge({
		label: _charts_js__WEBPACK_IMPORTED_MODULE_2__.l[metric.name].toLowerCase(),
		value: (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.d)(metric),
		known: metric.value !== void 0
	});
}
// src/report/pages/metrics.ts
function metricsReport(metrics) {
	const { service, environments } = metrics;
	const own = environments.find(({ environment }) => environment === service.environment);
	const known = Object.values(own?.metrics ?? {}).flatMap(({ name, value }) => value === void 0 ? [] : [[name, String(Number(value.toPrecision(6)))]]);
	return {
		outcome: "reported",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.wt)(service)}: ${headline(own)}`,
		outputs: {
			metrics: metricsJson(metrics),
			...Object.fromEntries(known)
		},
		facts: [],
		metrics
	};
}
var SHORT = {
	"deployment-frequency": "releases",
	"lead-time": "lead time",
	"change-failure-rate": "failure rate",
	"recovery-time": "recovery"
};
function headline(own) {
	if (own?.live === void 0) return "nothing is deployed yet";
	const all = Object.values(own.metrics);
	const known = all.filter(({ value }) => value !== void 0);
	if (known.length === 0) return "too few releases for metrics";
	const words = known.map((metric) => `${SHORT[metric.name]} ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__.d)(metric)}`).join(", ");
	return known.length < all.length ? `${words}; too few samples for the others` : words;
}
// src/domain/metrics/deployed.ts
function deployedDeliveries({ name, environment }, seen) {
	return seen.flatMap((one) => {
		const payload = (0,_request_js__WEBPACK_IMPORTED_MODULE_4__.E)(one);
		if (payload?.service !== name || payload.environment !== environment) return [];
		return deliveryOf(one, payload) ?? [];
	});
}
var RELEASED = [
	"deployed",
	"rolled-back",
	"restarted",
	"failed"
];
function deliveryOf({ id, statuses }, payload) {
	const { environment, command, release, outcome, cause = "", commit = "", committedAt } = payload;
	const end = payload.verifiedAt ?? payload.failedAt;
	if (!RELEASED.includes(outcome) || end === void 0 || outcome === "failed" && cause === "") return void 0;
	const endedAt = Date.parse(end);
	return {
		id: `${environment}/github/${id}`,
		environment,
		kind: kindOf(command),
		release,
		commit,
		actor: "",
		cause,
		runUrl: runUrlIn(statuses),
		returned: isReturned({
			cause,
			outcome
		}),
		startedAt: Math.min(endedAt, Date.parse(payload.startedAt)),
		endedAt,
		...committedAt !== void 0 && { committedAt: Date.parse(committedAt) },
		...timesOf(payload, endedAt)
	};
}
function runUrlIn(statuses) {
	const [url = ""] = statuses.flatMap(({ logUrl }) => /^https?:.*\/actions\/runs\/\d+/.exec(logUrl) ?? []);
	return url;
}
function timesOf({ servedAt, failedAt, cause, recoveredBy }, endedAt) {
	const byEnd = (time) => Math.min(endedAt, Date.parse(time));
	const reached = servedAt ?? (recoveredBy === "canary" ? failedAt : void 0);
	return {
		...reached !== void 0 && { reachedAt: byEnd(reached) },
		...servedAt !== void 0 && cause === void 0 && { servedAt: byEnd(servedAt) }
	};
}
function withEarlier(recorded, earlier, { from, complete }) {
	const { deliveries, since = 1e400 } = recorded;
	const ids = /* @__PURE__ */ new Set();
	const added = earlier.filter((one) => one.endedAt < since && !deliveries.some((other) => isSameDeploy(one, other)) && !ids.has(one.id) && ids.add(one.id));
	if (added.length === 0) return recorded;
	const oldest = Math.min(...added.map(({ startedAt }) => startedAt));
	return {
		...recorded,
		deliveries: [...deliveries, ...added],
		since: complete && oldest < from ? from : oldest,
		cut: !complete
	};
}
var SKEW = 12e4;
function isSameDeploy(one, other) {
	if (one.runUrl !== other.runUrl || one.kind !== other.kind || one.release !== other.release) return false;
	return one.startedAt - SKEW <= other.endedAt && other.startedAt - SKEW <= one.endedAt;
}
// src/steps/metrics/earlier-deliveries.ts
var SLACK = _start_js__WEBPACK_IMPORTED_MODULE_3__.g;
async function withDeployments(ctx, known, from) {
	const { config, clock, deploymentHistory, progress } = ctx;
	const { since = clock.now(), environment } = known;
	if (since <= from) return known;
	try {
		const { deployments, complete } = await deploymentHistory.within(environment, {
			from: from - SLACK,
			until: since + SLACK
		});
		const earlier = deployedDeliveries({
			name: config.service.name,
			environment
		}, deployments);
		return {
			...known,
			...withEarlier(known, earlier, {
				from,
				complete
			})
		};
	} catch (error) {
		const hint = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_3__.mt ? ` ${error.hint ?? ""}` : "";
		const words = `${environment}: counted from its records alone, without GitHub's older deployments: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__._t)(error)}.${hint}`;
		if (known.cut) progress.warn(words);
		else progress.info(words);
		return known;
	}
}
// src/commands/read/metrics.ts
async function metrics(ctx) {
	const { config, progress, clock } = ctx;
	const { window: seconds, folder } = config.metrics;
	const [now, window] = [clock.now(), seconds * 1e3];
	const recorded = await progress.step("Read the records", () => readEnvironments(ctx));
	const environments = await Promise.all(recorded.map((one) => withDeployments(ctx, one, now - window)));
	const incidents = await readIncidents(ctx, now - window);
	const measured = serviceMetrics({
		service: config.service,
		environments,
		incidents,
		window,
		now
	});
	if (folder !== void 0) await progress.step("Write the page", () => ctx.resultFiles.write(folder, metricsFiles(measured)));
	return metricsReport(measured);
}
async function readIncidents({ config, incidents, progress }, since) {
	const { incidentLabel } = config.metrics;
	if (incidentLabel === void 0) return [];
	const read = () => incidents.labelled(incidentLabel, since);
	return progress.step("Read the incidents", read).catch((error) => {
		progress.warn(`Without the issues with the label ${incidentLabel}, which GitHub does not tell: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__._t)(error)}`);
		return [];
	});
}
async function readEnvironments(ctx) {
	const { service } = ctx.config;
	const { records, unreadable } = await ctx.records.list();
	for (const { name, environment } of unreadable) if (name === service.name) ctx.progress.warn(`${environment}: its record cannot be read, so the metrics are without it`);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.ht)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Et)(service, ctx.config.namedAfter, records));
	const others = records.filter((record) => isOther(record, service));
	const own = async () => ({
		environment: service.environment,
		...recordedDeliveries(await ctx.records.history(service, 100))
	});
	return Promise.all([own(), ...others.map((record) => readOther(ctx, record))]);
}
function isOther(record, { name, environment }) {
	return record.service === name && record.environment !== environment && record.preview === void 0;
}
async function readOther(ctx, record) {
	const { service: name, environment } = record;
	return {
		environment,
		...recordedDeliveries(await ctx.records.history({
			name,
			environment
		}, 100).catch((error) => {
			if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.gt)(error)) throw error;
			ctx.progress.warn(`${environment}: this role cannot read its history, so only its last run counts`);
			return [record];
		}))
	};
}



/***/ })

};
;