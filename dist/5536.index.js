"use strict";
exports.id = 5536;
exports.ids = [5536];
exports.modules = {

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

/***/ 5536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metrics: () => (/* binding */ metrics)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);


// src/domain/metrics/recorded.ts
/** `history`: the record's versions in Parameter Store, newest first. */
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
	const kind = kindOf(attempt);
	if (kind === void 0) return void 0;
	const { release, commit, actor, runUrl, cause, outcome } = attempt;
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
		returned: isReturned(cause, outcome)
	};
}
function isReturned(cause, outcome) {
	return cause !== "" && outcome === "rolled-back";
}
/** `undefined`: the run released nothing, such as one that froze the service. */
function kindOf({ command, outcome, cause }) {
	if (cause === "" && ![
		"deployed",
		"rolled-back",
		"restarted"
	].includes(outcome)) return void 0;
	if (command === "rollback" || command === "restart") return command;
	if (command !== void 0 || cause !== "") return "change";
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
// src/domain/metrics/delivery.ts
function isVerified({ cause }) {
	return cause === "";
}
/** Whether it made a release live, and did not just restart one. */
function isRelease({ kind }) {
	return kind !== "restart";
}
function inOrder(deliveries) {
	return deliveries.toSorted((one, other) => one.endedAt - other.endedAt || one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1));
}
// src/domain/metrics/outages.ts
/** `deliveries`: of one environment, oldest first. */
function failuresOf(deliveries, incidents) {
	return [...deliveries.flatMap((delivery) => failureIn(delivery, deliveries) ?? []), ...incidents.map((incident) => incidentFailure(incident, deliveries))];
}
function failureIn(delivery, all) {
	if (delivery.kind === "rollback") return leftFailure(delivery, all);
	return delivery.kind === "change" && !isVerified(delivery) ? changeFailure(delivery, all) : void 0;
}
/** A change that failed in its own run: counts from the first visitor who could have reached it, or if none could, from its failure. */
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
/** A manual rollback shows that the live release was bad, but not since when: counts from the start of the rollback. */
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
/** From the opening of the issue until it is closed, or until a rollback was verified. */
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
/** The live release at that time; `undefined` if no record shows it. */
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
/** Oldest first. Failures that last are one outage: an open one does not hide a later one that has ended. */
function outagesOf(failures) {
	const sorted = failures.toSorted(compareFailures);
	const open = sorted.filter(({ to }) => to === void 0);
	return [...joined(sorted.filter(({ to }) => to !== void 0)), ...open.length > 0 ? [open] : []].map(outageOf$1).toSorted((one, other) => one.from - other.from);
}
/** Of failures with the same start, the longest comes first, so that it includes the others. The input's order never matters. */
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
/** Groups of overlapping failures that have ended. */
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
// src/domain/metrics/metrics.ts
/** The four metrics of an environment over a window that ends now. */
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
		figures: {
			"deployment-frequency": frequency(changes, {
				from,
				to
			}),
			"lead-time": (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)("lead-time", lead.times.map(({ ms }) => ms), lead.leftOut),
			"change-failure-rate": failureRate(changes, failed),
			"recovery-time": recoveryTime(outages)
		},
		deliveries: here.map((one) => ({
			...one,
			failed: failed.has(one.id)
		})).toReversed(),
		outages: outages.toReversed(),
		leadTimes: lead.times,
		periods: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(changes, failed, {
			from,
			to
		})
	};
}
function failedChanges(failures) {
	return new Set(failures.flatMap(({ change }) => change ?? []));
}
/** Data of less than a day is not extrapolated. */
function frequency(changes, { from, to }) {
	const verified = changes.filter(isVerified).length;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)("deployment-frequency", {
		part: verified,
		of: Math.max(1, (to - from) / _start_js__WEBPACK_IMPORTED_MODULE_0__.g),
		samples: verified
	});
}
function failureRate(changes, failed) {
	const bad = changes.filter(({ id }) => failed.has(id)).length;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)("change-failure-rate", {
		part: bad,
		of: changes.length,
		samples: changes.length
	});
}
function recoveryTime(outages) {
	const durations = outages.flatMap(({ from, to }) => to === void 0 ? [] : [to - from]);
	const lasting = outages.length - durations.length;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)("recovery-time", durations, lasting > 0 ? ["one that is not over yet"] : []);
}
/** The first verified release of each commit. */
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
/** Times of commits, from any delivery that knows them: a promotion releases a commit that was built elsewhere. */
function commitTimesOf(deliveries) {
	return new Map(deliveries.flatMap(({ commit, committedAt }) => committedAt === void 0 ? [] : [[commit, committedAt]]));
}
// src/domain/metrics/service-metrics.ts
/** The metrics of all environments of a service. A commit has one time, whichever environment knows it. */
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
	const frozen = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__["in"])(record, now) !== void 0;
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
/** Average width of Verdana's letters at 11 pixels; the browser stretches the text to exactly this width. */
var LETTER = 6.6;
var PADDING = 12;
/** A badge as a self-contained SVG. */
function badge({ label, value, known }) {
	const [left, right] = [widthOf(label), widthOf(value)];
	const width = left + right;
	const words = `${label}: ${value}`;
	const text = (content, [from, space]) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<text x="${from + space / 2}" y="14" textLength="${space - PADDING}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${words}">
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
var UNITS = {
	"deployment-frequency": "per day",
	"lead-time": "seconds",
	"change-failure-rate": "share",
	"recovery-time": "seconds"
};
/** The output `metrics`: the metrics, and what is live. */
function metricsJson(metrics) {
	return JSON.stringify(documentOf(metrics, figuresOf));
}
/** The same with all underlying data. */
function metricsFile(metrics) {
	return `${JSON.stringify(documentOf(metrics, wholeOf), null, 2)}\n`;
}
function documentOf({ service, at, window, environments }, of) {
	return {
		schema: 1,
		service: service.name,
		at: iso(at),
		"window-days": window / _start_js__WEBPACK_IMPORTED_MODULE_0__.g,
		"fewest-samples": 5,
		environments: environments.map(of)
	};
}
function figuresOf({ environment, span, cut, figures, live }) {
	const named = Object.entries(figures).map(([name, figure]) => [name, figureOf(figure)]);
	return {
		environment,
		from: iso(span.from),
		to: iso(span.to),
		cut,
		live: live ?? null,
		figures: Object.fromEntries(named)
	};
}
function figureOf({ name, samples, value, median, leftOut }) {
	return {
		value: value ?? null,
		...name === "lead-time" || name === "recovery-time" ? { median: median ?? null } : {},
		samples,
		unit: UNITS[name],
		"left-out": leftOut,
		definition: _start_js__WEBPACK_IMPORTED_MODULE_0__.v[name]
	};
}
function wholeOf(environment) {
	const { deliveries, outages, leadTimes } = environment;
	return {
		...figuresOf(environment),
		deliveries: deliveries.map(deliveryOf$1),
		"lead-times": leadTimes.map(({ release, ms }) => ({
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
/** Style of the static page: readable on a phone, in light and dark mode. */
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
/** Rows per table; metrics.json has the others. */
var MOST = 50;
/** The page loads, runs and sends nothing: it is a single file of text. */
var POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The page of a service, for any web server. */
function metricsPage(metrics) {
	const { service, at, window, environments } = metrics;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<!doctype html>
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
        <p class="soft">${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(window)} until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(at)}. All times are UTC.</p>
        <h2>Live</h2>
        ${liveTable(environments)} ${environments.map((environment) => section(environment, window))}
      </body>
    </html> `.html;
}
function table(head, rows) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((name) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<th>${name}</th>`)}
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
	], environments.map(({ environment, live }) => live === void 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<tr>
          <td>${environment}</td>
          <td>nothing</td>
          <td></td>
          <td></td>
        </tr>` : liveRow(environment, live)));
}
function liveRow(environment, { release, deployedAt, actor, runUrl, promotedFrom, frozen }) {
	const from = promotedFrom === "" ? _start_js__WEBPACK_IMPORTED_MODULE_0__.p : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`, from ${promotedFrom}`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<tr>
    <td>${environment}${frozen ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)` (frozen)` : _start_js__WEBPACK_IMPORTED_MODULE_0__.p}</td>
    <td><code>${release}</code>${from}</td>
    <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(deployedAt)}</td>
    <td>${actor} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)("run", runUrl)})</td>
  </tr>`;
}
function section(environment, window) {
	const { environment: name, figures, deliveries, outages } = environment;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<section>
    <h2>${name}</h2>
    <p class="soft">${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(environment, window)}</p>
    <div class="cards">${Object.values(figures).map(card)}</div>
    ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(environment)}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(environment)}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(environment)}
    ${outageTable(outages)}${canaryTable(deliveries)}${releaseTable(deliveries)}
  </section>`;
}
function card(figure) {
	const { name, value, median } = figure;
	const beside = median === void 0 ? "" : `mean; median ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(median)}; `;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<div class="card">
    <h3>${_start_js__WEBPACK_IMPORTED_MODULE_0__.i[name]}</h3>
    <p class="value${value === void 0 ? " few" : ""}">${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(figure)}</p>
    <p>${beside}samples: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(figure)}</p>
    <p>${_start_js__WEBPACK_IMPORTED_MODULE_0__.v[name]}</p>
  </div>`;
}
function outageTable(outages) {
	if (outages.length === 0) return _start_js__WEBPACK_IMPORTED_MODULE_0__.p;
	const rows = outages.slice(0, MOST).map((outage) => {
		const { from, to, reached, failures } = outage;
		const releases = failures.map(({ release, url }, at) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`${at > 0 ? ", " : ""}<code>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(release === "" ? "unknown" : release, url)}</code>`);
		const lasted = to === void 0 ? "lasts" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)((to - from) / 1e3);
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<tr>
      <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(from)}</td>
      <td>${lasted}</td>
      <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(outage)}</td>
      <td>${reached ? "yes" : "no"}</td>
      <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(outage)}</td>
      <td class="text">${releases}</td>
    </tr>`;
	});
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<h3>Recovery</h3>
    ${table([
		"From",
		"Lasted",
		"Recovered",
		"Reached users",
		"Seen by",
		"Release"
	], rows)}${older(outages.length)}`;
}
function canaryTable(deliveries) {
	const canaries = deliveries.filter(({ canary }) => canary !== void 0);
	if (canaries.length === 0) return _start_js__WEBPACK_IMPORTED_MODULE_0__.p;
	const rows = canaries.slice(0, MOST).map(({ endedAt, release, canary = 0, cause, runUrl }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<tr>
        <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(endedAt)}</td>
        <td><code>${release}</code></td>
        <td>${canary}%</td>
        <td>${outcome(cause === "" ? "promoted" : cause, cause !== "")}</td>
        <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)("run", runUrl)}</td>
      </tr>`);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<h3>Canaries</h3>
    ${table([
		"Ended",
		"Release",
		"Largest share",
		"Outcome",
		"Run"
	], rows)}${older(canaries.length)}`;
}
function releaseTable(deliveries) {
	if (deliveries.length === 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<p>No run in this time.</p>`;
	const rows = deliveries.slice(0, MOST).map((one) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<tr>
        <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(one.endedAt)}</td>
        <td>${one.kind}</td>
        <td><code>${one.release}</code></td>
        <td>${outcome(outcomeWords(one), one.failed || one.cause !== "")}</td>
        <td>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)((one.endedAt - one.startedAt) / 1e3)}</td>
        <td>${one.actor} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)("run", one.runUrl)})</td>
      </tr>`);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<h3>Releases</h3>
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
	return bad ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<span class="bad-word">${words}</span>` : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`${words}`;
}
function older(count) {
	return count > MOST ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)`<p class="soft">${count - MOST} older are in metrics.json.</p>` : _start_js__WEBPACK_IMPORTED_MODULE_0__.p;
}
// src/report/metrics/files.ts
/** All files of a service, by path: a site for GitHub Pages. */
function metricsFiles(metrics) {
	const badges = metrics.environments.flatMap(({ environment, figures }) => Object.values(figures).map((figure) => [`badges/${folderOf(environment)}/${figure.name}.svg`, badgeOf(figure)]));
	return {
		"index.html": metricsPage(metrics),
		"metrics.json": metricsFile(metrics),
		...Object.fromEntries(badges)
	};
}
/** Records name environments, and a forged record could name one with a path elsewhere. */
function folderOf(environment) {
	return environment.replaceAll(/[^a-z0-9-]/g, "-");
}
function badgeOf(figure) {
	return badge({
		label: _start_js__WEBPACK_IMPORTED_MODULE_0__.i[figure.name].toLowerCase(),
		value: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(figure),
		known: figure.value !== void 0
	});
}
// src/report/pages/metrics.ts
/** The four metrics of the run's environment as outputs; the summary and the JSON also have the other environments. */
function metricsReport(metrics) {
	const { service, environments } = metrics;
	const own = environments.find(({ environment }) => environment === service.environment);
	const known = Object.values(own?.figures ?? {}).flatMap(({ name, value }) => value === void 0 ? [] : [[name, String(Number(value.toPrecision(6)))]]);
	return {
		outcome: "reported",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}: ${headline(own)}`,
		outputs: {
			metrics: metricsJson(metrics),
			...Object.fromEntries(known)
		},
		facts: [],
		metrics
	};
}
/** For the headline, which has little room. */
var SHORT = {
	"deployment-frequency": "releases",
	"lead-time": "lead time",
	"change-failure-rate": "failure rate",
	"recovery-time": "recovery"
};
function headline(own) {
	if (own?.live === void 0) return "nothing is deployed yet";
	const all = Object.values(own.figures);
	const known = all.filter(({ value }) => value !== void 0);
	if (known.length === 0) return "too few releases for metrics";
	const words = known.map((figure) => `${SHORT[figure.name]} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(figure)}`).join(", ");
	return known.length < all.length ? `${words}; too few samples for the others` : words;
}
// src/domain/metrics/deployed.ts
/** What GitHub's deployments say of a service; none of another service, of runs that released nothing, or that have not ended. */
function deployedDeliveries({ name, environment }, seen) {
	return seen.flatMap((one) => {
		const payload = (0,_listed_js__WEBPACK_IMPORTED_MODULE_1__.r)(one);
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
		kind: command === "rollback" || command === "restart" ? command : "change",
		release,
		commit,
		cause,
		actor: "",
		runUrl: runUrlIn(statuses),
		returned: cause !== "" && outcome === "rolled-back",
		startedAt: Math.min(endedAt, Date.parse(payload.startedAt)),
		endedAt,
		...committedAt !== void 0 && { committedAt: Date.parse(committedAt) },
		...timesOf(payload, endedAt)
	};
}
/** Without the job that GitHub's own statuses name. */
function runUrlIn(statuses) {
	const [url = ""] = statuses.flatMap(({ logUrl }) => /^https?:.*\/actions\/runs\/\d+/.exec(logUrl) ?? []);
	return url;
}
/** Of a canary, GitHub knows when it was found bad, but not when it got its first share. Nothing of a run is after its end. */
function timesOf({ servedAt, failedAt, cause, recoveredBy }, endedAt) {
	const byEnd = (time) => Math.min(endedAt, Date.parse(time));
	const reached = servedAt ?? (recoveredBy === "canary" ? failedAt : void 0);
	return {
		...reached !== void 0 && { reachedAt: byEnd(reached) },
		...servedAt !== void 0 && cause === void 0 && { servedAt: byEnd(servedAt) }
	};
}
/**
* The records, with what GitHub knows from before them. Deploys of a service never overlap, so one that ended after the start of the oldest record is in
* the records, too. `from`: the asked time.
*/
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
/** Milliseconds by which the clocks of GitHub and a runner can differ. */
var SKEW = 12e4;
/** A rerun has the run's address, too, but another time. */
function isSameDeploy(one, other) {
	if (one.runUrl !== other.runUrl || one.kind !== other.kind || one.release !== other.release) return false;
	return one.startedAt - SKEW <= other.endedAt && other.startedAt - SKEW <= one.endedAt;
}
// src/steps/metrics/earlier-deliveries.ts
/** Milliseconds by which GitHub's clock and a runner's can differ, and that a deployment can be created after its run began. */
var SLACK = 36e5;
/** The environment's data, with GitHub's deployments from before its records if these begin after `from`. Without GitHub, the records alone count. */
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
		const hint = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr ? ` ${error.hint ?? ""}` : "";
		const words = `${environment}: without GitHub's deployments from before its records: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}.${hint}`;
		if (known.cut) progress.warn(words);
		else progress.info(words);
		return known;
	}
}
// src/commands/read/metrics.ts
/** Shows how often and how fast releases go live, how many fail, and how long recovery takes. Changes nothing. */
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
/** Without GitHub, the metrics still come from the records. */
async function readIncidents({ config, incidents, progress }, since) {
	const { incidentLabel } = config.metrics;
	if (incidentLabel === void 0) return [];
	const read = () => incidents.labelled(incidentLabel, since);
	return progress.step("Read the incidents", read).catch((error) => {
		progress.warn(`Without the issues with the label ${incidentLabel}, which GitHub does not tell: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`);
		return [];
	});
}
/** The records of all environments of the service, without previews. If the role cannot read a history, only its last run counts. */
async function readEnvironments(ctx) {
	const { service } = ctx.config;
	const { records, unreadable } = await ctx.records.list();
	for (const { name, environment } of unreadable) if (name === service.name) ctx.progress.warn(`${environment}: its record cannot be read, so the figures are without it`);
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
			if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error)) throw error;
			ctx.progress.warn(`${environment}: this role cannot read its history, so only its last run counts`);
			return [record];
		}))
	};
}



/***/ })

};
;