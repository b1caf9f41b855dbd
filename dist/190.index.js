"use strict";
exports.id = 190;
exports.ids = [190];
exports.modules = {

/***/ 190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2844);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _approval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7646);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7450);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9734);
/* harmony import */ var _report_parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7868);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4685);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7626);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(605);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6434);











// src/domain/canary/window.ts
const NOTHING = {
	total: 0,
	errors: 0,
	micros: 0,
	timed: 0,
	buckets: []
};
const EMPTY_WINDOW = {
	bounds: [],
	old: NOTHING,
	canary: NOTHING
};
/** Adds what happened between two looks at the counters of one host. `timed`: whether durations count, which they do not while a canary warms up. */
function grow(window, before, after, timed = true) {
	const bounds = window.bounds.length > 0 ? window.bounds : after.bounds;
	const comparable = timed && String(bounds) === String(after.bounds);
	const side = (to, name) => plus(to, since(before, after, name), comparable);
	return {
		bounds,
		old: side(window.old, "live"),
		canary: side(window.canary, "canary")
	};
}
/** Counters that began anew count from nothing: what they lost is lost to both sides alike. */
function since(before, after, name) {
	const [from, to] = [before[name], after[name]];
	const fell = after.live.total < before.live.total || after.canary.total < before.canary.total;
	if (before.epoch !== after.epoch || fell) return to;
	return {
		total: to.total - from.total,
		errors: Math.max(0, to.errors - from.errors),
		micros: Math.max(0, to.micros - from.micros),
		buckets: to.buckets.map((count, at) => Math.max(0, count - (from.buckets[at] ?? 0)))
	};
}
function plus(a, b, timed) {
	const counted = {
		...a,
		total: a.total + b.total,
		errors: a.errors + b.errors
	};
	if (!timed) return counted;
	const buckets = b.buckets.map((count, at) => count + (a.buckets[at] ?? 0));
	return {
		...counted,
		micros: a.micros + b.micros,
		timed: a.timed + b.total,
		buckets: buckets.length > 0 ? buckets : a.buckets
	};
}
function errorShare({ errors, total }) {
	return total === 0 ? 0 : errors / total;
}
/** Seconds. */
function mean({ micros, timed }) {
	return timed === 0 ? 0 : micros / timed / 1e6;
}
/** How many requests took longer than `bounds[at]`. */
function slowerThan({ timed, buckets }, at) {
	return timed - (buckets[at] ?? timed);
}
/** The duration that a share `q` of the requests did not exceed, in seconds, as if they lay evenly within a bucket; Infinity beyond the last bound. */
function quantile(bounds, { timed, buckets }, q) {
	const rank = q * timed;
	const at = buckets.findIndex((count) => count >= rank);
	if (timed === 0) return 0;
	if (at < 0) return 1e400;
	const [low, high] = [bounds[at - 1] ?? 0, bounds[at] ?? 1e400];
	const [below, within] = [buckets[at - 1] ?? 0, (buckets[at] ?? 0) - (buckets[at - 1] ?? 0)];
	return within === 0 ? high : low + (high - low) * ((rank - below) / within);
}
// src/domain/canary/statistics.ts
/**
* Fisher's exact test: how likely `a` has so many hits or more if both have the same share of them. Exact for any size of the samples, so also for a
* canary of 1% with few requests, where an approximation by the normal distribution would see ghosts.
*/
function moreThan(a, b) {
	const hits = a.hits + b.hits;
	const all = a.of + b.of;
	if (a.hits * all <= a.of * hits) return 1;
	const logOf = (x) => logChoose(a.of, x) + logChoose(b.of, hits - x) - logChoose(all, hits);
	const ratio = (x) => (a.of - x) * (hits - x) / ((x + 1) * (b.of - hits + x + 1));
	return upperTail(logOf(a.hits), {
		from: a.hits,
		to: Math.min(a.of, hits),
		ratio
	});
}
/** The binomial test: how likely there are so many hits or more if each request has the chance `limit`. */
function above(seen, limit) {
	const { hits, of } = seen;
	if (hits <= of * limit || limit >= 1) return 1;
	if (limit <= 0) return 0;
	return upperTail(logChoose(of, hits) + hits * Math.log(limit) + (of - hits) * Math.log1p(-limit), {
		from: hits,
		to: of,
		ratio: (x) => (of - x) / (x + 1) * (limit / (1 - limit))
	});
}
/** Sums a distribution from a point above its mean on, where each term is smaller than the one before. `ratio(x)`: P(x + 1) / P(x). */
function upperTail(logFirst, terms) {
	let term = 1;
	let sum = 1;
	for (let x = terms.from; x < terms.to && term > sum * 1e-12; x += 1) {
		term *= terms.ratio(x);
		sum += term;
	}
	return Math.min(1, Math.exp(logFirst) * sum);
}
function logChoose(n, k) {
	return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
/** Stirling's series; small arguments are first raised to where it is exact to a double's last digits. */
function logGamma(x) {
	let shift = 0;
	let z = x;
	for (; z < 10; z += 1) shift -= Math.log(z);
	const inverse = 1 / (z * z);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
	return shift + (z - .5) * Math.log(z) - z + .5 * Math.log(2 * Math.PI) + series;
}
// src/domain/canary/judge.ts
/** How often, at most, a canary that is as good as the old release is called bad, over all its looks. */
const FALSE_ALARMS = .01;
/** Errors against the old release and against the limit; durations against both. */
const QUESTIONS = 4;
/** Fewer are an accident, however few the requests. */
const MIN_ERRORS = 3;
/** A difference that is certain may still be too small to matter: so many times the old release's errors ... */
const ERROR_FACTOR = 1.25;
const SLOWER_BY = .005;
/** What one look says. Pure: the same counts give the same verdict. */
function judge(look, spec) {
	const { window, health, ended } = look;
	const { canary } = window;
	if (health === "ended") return bad("canary-died", `the container ended after ${canary.total} requests in this step`);
	if (health === "ill") return bad("canary-ill", `its health check failed after ${canary.total} requests in this step`);
	const chance = FALSE_ALARMS / (look.number * (look.number + 1)) / QUESTIONS;
	const found = errors(window, spec, {
		chance,
		ended
	}) ?? slowness(window, spec, {
		chance,
		ended
	});
	if (found) return found;
	if (!ended) return { kind: "continue" };
	const missing = lacking(window, spec);
	return missing.length === 0 ? { kind: "good" } : {
		kind: "inconclusive",
		words: `${missing.join(" and ")} (canary-min-requests)`
	};
}
function bad(cause, words) {
	return {
		kind: "bad",
		cause,
		words
	};
}
/** Whether both sides answered enough requests for a verdict `good`. */
function isEnough(window, spec) {
	return lacking(window, spec).length === 0;
}
function lacking({ canary, old }, { minRequests }) {
	return [["canary", canary.total], ["old release", old.total]].filter(([, total]) => total < minRequests).map(([name, total]) => `the ${name} answered ${total} of ${minRequests} requests`);
}
function errors({ canary, old }, spec, { chance, ended }) {
	const seen = {
		hits: canary.errors,
		of: canary.total
	};
	if (seen.hits < MIN_ERRORS) return void 0;
	const limit = spec.maxErrorShare;
	const over = above(seen, limit) < chance || ended && seen.of >= spec.minRequests && errorShare(canary) > limit;
	const numbers = `${seen.hits} of ${seen.of} answers were 5xx (${percent(errorShare(canary))})`;
	if (over) return bad("canary-errors", `${numbers}; canary-max-error-rate is ${percent(limit)}`);
	if (!(moreThan(seen, {
		hits: old.errors,
		of: old.total
	}) < chance && errorShare(canary) >= ERROR_FACTOR * errorShare(old))) return void 0;
	return bad("canary-errors", `${numbers}; of the old release ${old.errors} of ${old.total} (${percent(errorShare(old))})`);
}
function slowness(window, spec, care) {
	return overLimit(window, spec, care) ?? slowerThanOld(window, care);
}
/** The 99th percentile is above the limit if more than 1% of the requests are. */
function overLimit({ bounds, canary }, spec, { chance, ended }) {
	const limit = spec.maxLatency;
	if (limit === void 0) return void 0;
	const at = bounds.findIndex((bound) => bound >= limit);
	const over = at >= 0 && above({
		hits: slowerThan(canary, at),
		of: canary.timed
	}, .01) < chance;
	const p99 = quantile(bounds, canary, .99);
	if (!over && !(ended && canary.timed >= spec.minRequests && p99 > limit)) return void 0;
	return bad("canary-slow", `p99 is ${milliseconds(p99)} in ${canary.timed} requests; canary-max-latency is ${milliseconds(limit)}`);
}
/** Asked for every bound: does a larger share of the canary's requests take longer than that? It sees a shift of all and a tail of a few. */
function slowerThanOld({ bounds, canary, old }, { chance }) {
	const [now, before] = [mean(canary), mean(old)];
	if (old.timed === 0 || now - before < SLOWER_BY || now < before * 1.2) return void 0;
	if (!bounds.some((_, at) => moreThan({
		hits: slowerThan(canary, at),
		of: canary.timed
	}, {
		hits: slowerThan(old, at),
		of: old.timed
	}) < chance / bounds.length)) return void 0;
	const [p99, oldP99] = [quantile(bounds, canary, .99), quantile(bounds, old, .99)];
	return bad("canary-slow", `on average ${milliseconds(now)} instead of ${milliseconds(before)}, p99 ${milliseconds(p99)} instead of ${milliseconds(oldP99)}, in ${canary.timed} requests`);
}
function percent(share) {
	return `${(share * 100).toFixed(1)}%`;
}
function milliseconds(seconds) {
	if (seconds === 1e400) return "over 10 s";
	return seconds >= 10 ? `${seconds.toFixed(0)} s` : `${(seconds * 1e3).toFixed(0)} ms`;
}
// src/domain/canary/watch.ts
/** A verdict is sought when there is so much more to see than at the last look; the more looks, the less each may be wrong. */
const GROWTH = 1.25;
const FIRST_LOOK = 20;
function beginWatch(readings) {
	return observe({
		step: 0,
		window: EMPTY_WINDOW,
		health: "healthy",
		looks: 0,
		lookedAt: 0,
		seen: {},
		done: [],
		promoted: false
	}, readings);
}
/** Takes in new readings. `timed` is false while the canary warms up: what is slow then is no sign. */
function observe(watch, readings, timed = true) {
	let { window } = watch;
	const seen = { ...watch.seen };
	for (const [host, { counters }] of Object.entries(readings)) {
		const before = seen[host];
		if (counters && before) window = grow(window, before, counters, timed);
		if (counters) seen[host] = counters;
	}
	return {
		...watch,
		window,
		seen,
		health: worst(Object.values(readings))
	};
}
/** Goes on from new readings: what was between them and the last ones belongs to no step. */
function rebase(watch, readings) {
	const { seen, health } = observe(watch, readings);
	return {
		...watch,
		seen,
		health
	};
}
function worst(readings) {
	return ["ended", "ill"].find((health) => readings.some((reading) => reading.health === health)) ?? "healthy";
}
/** Judges if there is something new to judge, and counts the look. */
function lookAt(watch, spec, ended) {
	const { window, health } = watch;
	const due = window.canary.total >= Math.max(FIRST_LOOK, watch.lookedAt * GROWTH);
	if (!ended && !due && health === "healthy") return {
		watch,
		verdict: { kind: "continue" }
	};
	const number = watch.looks + 1;
	return {
		watch: {
			...watch,
			looks: number,
			lookedAt: window.canary.total
		},
		verdict: judge({
			window,
			health,
			number,
			ended
		}, spec)
	};
}
/** Ends the step; the next one begins with a window of its own. */
function endStep(watch, { share }, verdict) {
	const done = [...watch.done, {
		share,
		window: watch.window,
		verdict
	}];
	return {
		...watch,
		done,
		step: watch.step + 1,
		window: EMPTY_WINDOW,
		lookedAt: 0
	};
}
/** `canary 10%: 812 requests, 0.1% 5xx (old 0.1%), p99 48 ms (old 45 ms)` */
function describeStep({ share }, { window }) {
	const { bounds, canary, old } = window;
	const p99 = (side) => side.timed === 0 ? "unknown" : milliseconds(quantile(bounds, side, .99));
	const shares = `${percent(errorShare(canary))} 5xx (old ${percent(errorShare(old))})`;
	return `canary ${share}%: ${canary.total} requests, ${shares}, p99 ${p99(canary)} (old ${p99(old)})`;
}
/** What the canary cost the visitors, over all steps: `31 of 9,120 requests` that it answered badly. */
function blastRadius({ done }) {
	const sum = (of) => done.reduce((total, { window }) => total + of(window), 0);
	return {
		errors: sum(({ canary }) => canary.errors),
		canary: sum(({ canary }) => canary.total),
		all: sum(({ canary, old }) => canary.total + old.total)
	};
}
// src/domain/canary/table.ts
function canaryTable(watch) {
	return {
		head: [
			"Share",
			"Side",
			"Requests",
			"5xx",
			"Average",
			"p50",
			"p99",
			"Verdict"
		],
		rows: watch.done.flatMap(stepRows),
		cost: describeCost(watch)
	};
}
function stepRows({ share, window, verdict }) {
	const side = (name, counts) => [
		name,
		String(counts.total),
		`${counts.errors} (${percent(errorShare(counts))})`,
		...durations(window, counts)
	];
	return [[
		`${share}%`,
		...side("canary", window.canary),
		verdict
	], [
		"",
		...side("old", window.old),
		""
	]];
}
/** Average, p50 and p99, as exact as the proxy's bounds are; empty where none is known. */
function durations({ bounds }, counts) {
	if (counts.timed === 0) return [
		"",
		"",
		""
	];
	return [
		mean(counts),
		quantile(bounds, counts, .5),
		quantile(bounds, counts, .99)
	].map(milliseconds);
}
/** The blast radius, as a sentence. */
function describeCost(watch) {
	const { errors, canary, all } = blastRadius(watch);
	return `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`;
}
// src/commands/deploy-report.ts
/** Tells how the deploy went. Green only if the proxy of every host was seen to serve the digest that was asked for. */
function deployReport(ctx, deployed, failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.t)(deployed.results)) {
	const { release, results } = deployed;
	const wrong = failed ?? results.find(({ serving }) => serving !== release.digest);
	return wrong ? failure(ctx, deployed, wrong) : success(ctx, deployed);
}
function success(ctx, deployed) {
	const { release, results, watch, seen } = deployed;
	const lines = (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.i)({
		...deployed,
		httpPort: release.httpPort
	});
	const outcome = results.every((result) => result.outcome === "unchanged") ? "unchanged" : "deployed";
	const verb = outcome === "unchanged" ? "was already live" : "is live";
	return {
		outcome,
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_10__.r)(ctx.config.service)}: release ${release.name} ${verb} ${(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.s)(lines)}`,
		outputs: (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.a)(deployed),
		facts: (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.n)(deployed),
		...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.c)(lines),
		...watch ? { canary: canaryTable(watch) } : {},
		...outcome === "deployed" ? { change: changeOf(ctx, release, seen) } : {}
	};
}
function failure(ctx, deployed, failed) {
	const { hosts, release, results, watch } = deployed;
	const cause = failed.cause ?? "not-serving";
	const explained = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.c)({
		...failed,
		cause,
		port: release.run.port,
		healthPath: release.health.path
	});
	const verdict = watch && !watch.promoted ? canaryVerdict(watch) : verdictOn(failed, hosts.length);
	const others = watch ? results.filter((result) => result.cause !== failed.cause) : results;
	const cost = watch ? [describeCost(watch)] : [];
	const told = {
		cause,
		sentence: [...[
			`Release ${release.name} ${verdict}: ${explained.sentence}.`,
			...cost,
			(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(failed)
		], ...(0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.o)(others, failed)].join(" "),
		next: explained.next,
		evidence: failed.evidence
	};
	return {
		outcome: (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.a)(results) ? "rolled-back" : "failed",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_10__.r)(ctx.config.service)}: ${told.sentence}`,
		outputs: {
			...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.a)(deployed),
			cause
		},
		facts: hosts.length > 1 ? [] : [...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.r)(hosts), ["Serving", serving(failed)]],
		...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.c)((0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.i)({
			...deployed,
			httpPort: release.httpPort
		})),
		...watch ? { canary: canaryTable(watch) } : {},
		failure: told
	};
}
function canaryVerdict({ done }) {
	return `was taken back after it had been given ${done.at(-1)?.share ?? 0}% of the traffic as a canary`;
}
function serving(failed) {
	return failed.serving === "" ? (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(failed) : `${failed.servingRelease} ${failed.serving}`;
}
function verdictOn({ hostId, rolledBack }, hosts) {
	if (rolledBack) return `went bad${hosts > 1 ? ` on ${hostId}` : ""} after it had been given the traffic, and was taken back`;
	return `was refused${hosts > 1 ? ` by ${hostId}` : ""}`;
}
function changeOf(ctx, release, { record, comparison }) {
	return {
		before: record && {
			release: record.release,
			digest: record.digest,
			commit: record.commit
		},
		after: {
			release: release.name,
			digest: release.digest,
			commit: release.commit
		},
		...(0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.l)(ctx, record, comparison)
	};
}
// src/domain/remote/canary-payload.ts
/** What `host/canary.sh` is told. The release's own configuration lies on the host since the canary began. */
function canaryPayload({ deployId, service, region, canary, action }) {
	const { kind, ...fields } = action;
	return [
		["deploy_id", deployId],
		["service", (0,_service_js__WEBPACK_IMPORTED_MODULE_10__.u)(service)],
		["region", region],
		["lock_timeout", String(60)],
		["canary", canary],
		["action", kind],
		...Object.entries(fields).map(([name, value]) => [name, String(value)])
	];
}
// src/commands/canary.ts
/** How often a canary is looked at. */
const OBSERVE_MS = 3e3;
/** Durations of its first requests tell how a process starts, not how it serves. */
const WARM_UP_MS = 5e3;
/** Seconds for a command that only looks, or only shifts. */
const BRIEF = 60;
/**
* Sends the order that begins a canary, and leads it step by step to the whole traffic, or takes it back. `begin` gives what came of the order; a host
* without an old release has no canary, and is done with that.
*/
async function leadCanary(ctx, canary, begin) {
	const { lastWill } = ctx;
	const payload = payloadOf$1(ctx, canary, UNATTENDED);
	lastWill.leave({
		hostIds: canary.hostIds,
		verb: "canary",
		payload,
		comment: `docker-to-ec2: end the canary of ${(0,_service_js__WEBPACK_IMPORTED_MODULE_10__.r)(ctx.config.service)}`
	});
	try {
		const first = await begin();
		const { results, watch } = await lead(ctx, canary, first);
		lastWill.revoke();
		return {
			results: first.map((begun) => results.find(({ hostId }) => hostId === begun.hostId) ?? begun),
			watch
		};
	} catch (error) {
		await takeBackAnyway(ctx, canary);
		throw error;
	}
}
const UNATTENDED = {
	kind: "abort",
	cause: "canary-ended",
	detail: "the run ended before it did"
};
/** Whatever happened to the run, or to a request: the canary is not left alone. A command that cannot be sent is made up for by the hosts. */
async function takeBackAnyway(ctx, canary) {
	const { signal } = new AbortController();
	await ask({
		...ctx,
		signal
	}, canary, UNATTENDED).catch(() => void 0);
}
async function lead(ctx, canary, first) {
	const begun = first.filter(({ outcome }) => outcome === "canary");
	if (begun.length === 0) return {
		results: first,
		watch: void 0
	};
	const others = first.filter(({ outcome }) => outcome !== "canary");
	const led = {
		...canary,
		hostIds: begun.map(({ hostId }) => hostId)
	};
	if (others.some(isLost)) return takeBackRest(ctx, led, {
		results: first,
		watch: beginWatch(readingsOf(begun))
	});
	return conduct(ctx, led, begun);
}
async function conduct(ctx, canary, first) {
	const { clock, progress } = ctx;
	const began = clock.now();
	let watch = beginWatch(readingsOf(first));
	for (const [at, step] of canary.spec.steps.entries()) {
		if (at > 0) {
			const shifted = await ask(ctx, canary, {
				kind: "shift",
				step: at,
				share: step.share
			});
			if (shifted.some(isLost)) return takeBackRest(ctx, canary, {
				results: shifted,
				watch
			});
			watch = rebase(watch, readingsOf(shifted));
		}
		const held = await holdStep(ctx, canary, {
			step,
			watch,
			began
		});
		watch = held.watch;
		if ("lost" in held) return takeBackRest(ctx, canary, {
			results: held.lost,
			watch
		});
		const { verdict } = held;
		const passes = verdict.kind === "good" || verdict.kind === "inconclusive" && canary.spec.inconclusive === "promote";
		watch = endStep(watch, step, wordsOf(verdict));
		progress.info(`canary ${step.share}%: ${wordsOf(verdict)}`);
		if (!passes) return {
			results: await takeBack(ctx, canary, verdict),
			watch
		};
	}
	progress.info("canary 100%: cutting over");
	return {
		results: await ask(ctx, canary, { kind: "promote" }),
		watch: {
			...watch,
			promoted: true
		}
	};
}
/** Observes the canary at one share until there is a verdict. */
async function holdStep(ctx, canary, { step, began, ...hold }) {
	const { clock, config, progress } = ctx;
	const { spec } = canary;
	const since = clock.now();
	let { watch } = hold;
	for (;;) {
		const left = since + step.time * 1e3 - clock.now();
		await clock.sleep(left > 0 ? Math.min(OBSERVE_MS, left) : OBSERVE_MS);
		const results = await ask(ctx, canary, { kind: "observe" });
		const now = clock.now();
		if (results.some(isLost)) return {
			watch,
			lost: results
		};
		watch = observe(watch, readingsOf(results), now - began > WARM_UP_MS);
		const patient = spec.inconclusive === "hold" && now - began < config.timeout * 1e3;
		const ended = now - since >= step.time * 1e3 && (!patient || isEnough(watch.window, spec));
		const look = lookAt(watch, spec, ended);
		watch = look.watch;
		progress.info(`${describeStep(step, watch)}, ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_8__.n)(now - since)} of ${(0,_summary_js__WEBPACK_IMPORTED_MODULE_8__.n)(step.time * 1e3)}`);
		if (look.verdict.kind !== "continue") return {
			watch,
			verdict: look.verdict
		};
	}
}
function wordsOf(verdict) {
	return "words" in verdict ? `${verdict.kind}: ${verdict.words}` : verdict.kind;
}
function takeBack(ctx, canary, verdict) {
	return ask(ctx, canary, {
		kind: "abort",
		cause: verdict.kind === "bad" ? verdict.cause : "canary-inconclusive",
		detail: "words" in verdict ? verdict.words : ""
	});
}
/** A host has no canary any more, or does not answer; then no host is to have one. */
async function takeBackRest(ctx, canary, { results, watch }) {
	const step = canary.spec.steps[watch.step];
	const ended = step ? endStep(watch, step, "a host lost the canary") : watch;
	const rest = results.filter((result) => result.outcome === "canary").map(({ hostId }) => hostId);
	if (rest.length === 0) return {
		results,
		watch: ended
	};
	const lost = results.filter(isLost);
	const detail = lost.map(reasonOf).join("; ");
	const aborted = await ask(ctx, {
		...canary,
		hostIds: rest
	}, {
		kind: "abort",
		cause: "canary-ended",
		detail
	});
	return {
		results: [...lost, ...aborted],
		watch: ended
	};
}
function reasonOf({ hostId, cause = "script-failed", detail }) {
	return `${hostId}: ${cause === "canary-ended" ? detail : `${cause} ${detail}`.trim()}`;
}
function isLost({ outcome }) {
	return outcome === "failed";
}
function readingsOf(results) {
	return Object.fromEntries(results.flatMap(({ hostId, canary }) => canary === void 0 ? [] : [[hostId, canary]]));
}
function payloadOf$1(ctx, { id }, action) {
	const { service, region } = ctx.config;
	return canaryPayload({
		deployId: ctx.newId(),
		service,
		region,
		canary: id,
		action
	});
}
function ask(ctx, canary, action) {
	const brief = action.kind === "observe" || action.kind === "shift";
	const order = {
		hostIds: canary.hostIds,
		verb: "canary",
		payload: payloadOf$1(ctx, canary, action),
		regardless: true
	};
	return (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.u)(ctx, {
		...order,
		...brief ? {
			timeout: BRIEF,
			quiet: true
		} : {}
	}, `${action.kind} ${canary.release}`);
}
// src/commands/release-on-hosts.ts
/** How often a host is asked, when other releases were deployed there since we looked. */
const ATTEMPTS = 3;
/**
* One command for all hosts, in waves; again only if another release was deployed on some since we looked, and that one is not newer than ours. A run
* that was killed between two waves leaves hosts with different releases: each of them is compared.
*/
async function releaseOnHosts(ctx, releasing) {
	const { hostIds, release, holding } = releasing;
	const attempts = holding ? ATTEMPTS + hostIds.length - 1 : 1;
	const bases = [releasing.record?.release ?? ""];
	let results = [];
	for (let attempt = 1;; attempt += 1) {
		const released = await releaseOnce(ctx, releasing, bases);
		results = together(results, released.results);
		const moved = movedOn(results);
		if (moved.length === 0 || attempt === attempts) return {
			results,
			watch: released.watch
		};
		try {
			for (const { live, commit, hostId } of moved) {
				ctx.progress.info(`${hostIds.length === 1 ? "The host" : hostId} serves ${live} meanwhile`);
				(0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx, live);
				await (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.c)(ctx, commit);
				bases.push(live);
			}
		} catch (error) {
			await (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.s)(ctx, {
				release: release.name,
				recorded: releasing.record?.release,
				results
			});
			throw error;
		}
	}
}
/** In waves, or with a canary on all hosts at once: each of them gives it the same share. A run that only asks begins none. */
async function releaseOnce(ctx, releasing, bases) {
	const { hostIds, release, holding } = releasing;
	const { canary: spec, maxConcurrency } = ctx.config;
	const id = ctx.newId();
	const order = {
		hostIds,
		verb: "deploy",
		payload: payloadOf(ctx, releasing, {
			id,
			bases
		})
	};
	if (!spec || !holding) return {
		results: await (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.u)(ctx, {
			...order,
			concurrency: maxConcurrency
		}, release.name),
		watch: void 0
	};
	const begin = () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.u)(ctx, {
		...order,
		regardless: true
	}, release.name);
	return leadCanary(ctx, {
		id,
		release: release.name,
		hostIds,
		spec
	}, begin);
}
function payloadOf(ctx, { release, image, holding }, { id, bases }) {
	const { config } = ctx;
	return (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.d)({
		deployId: id,
		service: config.service,
		region: config.region,
		release,
		image,
		proxyImage: config.proxyImage,
		drainTimeout: config.drainTimeout,
		bake: config.bake,
		canaryShare: holding ? config.canary?.steps[0]?.share : void 0,
		canaryHeader: config.canaryHeader,
		leased: holding,
		keep: config.keepReleases,
		base: [...new Set(bases)].filter((base) => base !== "").join(" "),
		migration: config.migration,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_7__.r)(config.job)
	});
}
/** A host that was changed by the first of two commands is `unchanged` to the second one. */
function together(earlier, later) {
	return later.map((result, at) => {
		const before = earlier[at];
		return result.outcome === "unchanged" && before?.outcome === "deployed" ? before : result;
	});
}
/** The hosts on which another release was deployed meanwhile, if nothing else is wrong; because of them, the others have lost their canary. */
function movedOn(results) {
	const failed = results.filter(({ outcome, cause }) => outcome === "failed" && cause !== "not-started" && cause !== "canary-ended");
	const moved = failed.filter(({ cause }) => cause === "moved-on");
	if (moved.length < failed.length) return [];
	return moved.map(({ hostId, detail }) => {
		const [live = "", commit = ""] = detail.split(" ");
		return {
			hostId,
			live,
			commit
		};
	});
}
// src/commands/replace.ts
/** The new hosts serve: gives them the addresses of those that they replace, and lets go of these. Gives all hosts as they are then. */
async function finishReplacements(ctx, plans, hosts) {
	const live = [...hosts];
	const olds = plans.flatMap((plan) => plan.kind === "replace" ? [plan.host] : []);
	for (const [at, plan] of plans.entries()) {
		const next = hosts[at];
		if (plan.kind !== "replace" || next === void 0) continue;
		const others = [...hosts, ...olds].filter(({ id }) => id !== next.id && id !== plan.host.id);
		live[at] = await finishReplacement(ctx, {
			old: plan.host,
			next,
			others: others.map(({ id }) => id)
		});
	}
	return live;
}
/** Each step is safe to repeat after an interruption. */
async function finishReplacement(ctx, { old, next, others }) {
	const { service, host } = ctx.config;
	if (host.elasticIp) ctx.progress.info(`Address ${await ctx.networks.ensureAddress(service, next.id, others)} now belongs to ${next.id}`);
	if ((0,_observe_js__WEBPACK_IMPORTED_MODULE_6__.d)(old, service)) {
		await ctx.hosts.terminate(old.id);
		ctx.progress.info(`Terminated ${old.id}`);
	} else ctx.progress.warn(`${old.id} was not created by this action, so it is left running; remove its tags.`);
	return await ctx.hosts.get(next.id) ?? next;
}
// src/commands/deploy.ts
/** Brings the service to the current commit: look, build and provision side by side, one command for its hosts, record. */
async function deploy(ctx) {
	const seen = await ctx.progress.step("Observe", () => look(ctx));
	const live = (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.i)(ctx, seen) ? await deploySeen(ctx, seen, { holding: false }) : void 0;
	if (live && live.failure?.cause !== "moved-on") return live;
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_9__.t)(ctx, async (waited) => {
		return deploySeen(ctx, waited || live !== void 0 ? await ctx.progress.step("Observe again", () => look(ctx)) : seen, { holding: true });
	});
}
/** Looks, and refuses what `plan` shows as refused, or what is not the plan that was approved. */
async function look(ctx) {
	const seen = await (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.o)(ctx);
	const plans = (0,_observe_js__WEBPACK_IMPORTED_MODULE_6__.t)(seen.hostPlan);
	const [refusal] = seen.refusals;
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(refusal);
	(0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx, seen);
	const { image } = seen;
	if (!image) throw new Error("A host that is not refused has an image looked for.");
	return {
		...seen,
		plans,
		image
	};
}
/** `holding`: the lease, so that nobody else is at work. */
async function deploySeen(ctx, seen, { holding }) {
	const { progress } = ctx;
	const since = ctx.clock.now();
	const { plans, record } = seen;
	const { hosts, image } = await progress.step("Prepare image and host", () => prepare(ctx, seen));
	const release = (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.a)(ctx, image);
	const hostIds = hosts.map(({ id }) => id);
	const { results, watch } = await progress.step(`Release ${release.name} on ${(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_5__.t)(hostIds)}`, () => releaseOnHosts(ctx, {
		hostIds,
		release,
		image,
		record,
		holding
	}));
	const deployed = {
		hosts,
		release,
		results,
		watch,
		seen
	};
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.t)(results);
	if (failed?.cause === "moved-on" && !holding) return deployReport(ctx, deployed);
	if (failed) return giveUp(ctx, deployed, {
		failed,
		since
	});
	await keep(ctx, deployed, {
		image,
		since
	});
	const live = plans.some(({ kind }) => kind === "replace") ? await progress.step("Move to the new host", () => finishReplacements(ctx, plans, hosts)) : hosts;
	return deployReport(ctx, {
		...deployed,
		hosts: live
	});
}
/** Records what serves now, where that is not recorded yet. */
async function keep(ctx, deployed, { image, since }) {
	const { hosts, release, results, seen } = deployed;
	const { record } = seen;
	const hostIds = hosts.map(({ id }) => id);
	const unchanged = results.every(({ outcome }) => outcome === "unchanged");
	if (unchanged && ctx.config.canary) ctx.progress.info("No canary: the release serves already");
	if (unchanged && record?.release === release.name && record.settings && (0,_release_js__WEBPACK_IMPORTED_MODULE_0__.i)(record).join() === hostIds.join()) return;
	const outcome = unchanged ? "unchanged" : "deployed";
	const attempt = (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, {
		release: release.name,
		commit: release.commit,
		outcome,
		cause: "",
		since
	});
	const manifest = {
		...release,
		release: release.name,
		login: image.login ?? "",
		migration: ctx.config.migration
	};
	const settings = (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.f)(ctx.config.service, {
		...release,
		canaryHeader: ctx.config.canaryHeader
	}, release.name);
	const live = {
		manifest,
		hostIds,
		previous: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.o)(results),
		settings
	};
	await ctx.progress.step("Record the release", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.i)(ctx, live, {
		record,
		attempt
	}));
}
/** Takes the release back from the hosts that took it, and writes down what was tried. */
async function giveUp(ctx, deployed, { failed, since }) {
	const { release, results, seen } = deployed;
	const after = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.s)(ctx, {
		release: release.name,
		recorded: seen.record?.release,
		results
	});
	const report = deployReport(ctx, {
		...deployed,
		results: after
	}, failed);
	if (failed.cause === "moved-on") return report;
	const { outcome } = report;
	const attempt = (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, {
		release: release.name,
		commit: release.commit,
		outcome,
		cause: failed.cause ?? "",
		since
	});
	await (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, seen.record, attempt);
	return report;
}
/**
* Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
* lets the request end that is on its way: the next run must see the host that it launched.
*/
async function prepare(ctx, seen) {
	const stop = new AbortController();
	const signal = AbortSignal.any([ctx.signal, stop.signal]);
	const provisioned = ctx.progress.step("host", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, seen));
	const published = ctx.progress.step("image", () => publish(ctx, seen, signal));
	try {
		const [hosts, image] = await Promise.all([provisioned, published]);
		return {
			hosts,
			image
		};
	} finally {
		stop.abort();
		await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published]);
	}
}
async function publish(ctx, { image: { found, platform }, record }, signal) {
	if (found.kind === "image") return found.image;
	const complete = found.kind === "no-image" && (0,_release_js__WEBPACK_IMPORTED_MODULE_0__.u)(record, ctx.config.image.repository);
	return (0,_approval_js__WEBPACK_IMPORTED_MODULE_2__.s)(ctx, {
		platform,
		complete,
		signal
	});
}



/***/ })

};
;