"use strict";
exports.id = 2514;
exports.ids = [2514];
exports.modules = {

/***/ 7157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ buildTag),
/* harmony export */   c: () => (/* binding */ parseImage),
/* harmony export */   i: () => (/* binding */ RELEASE_TAG),
/* harmony export */   l: () => (/* binding */ rebuildTags),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   o: () => (/* binding */ isEcr),
/* harmony export */   r: () => (/* binding */ MOVING_TAGS),
/* harmony export */   s: () => (/* binding */ liveTag),
/* harmony export */   t: () => (/* binding */ CACHE_TAG)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4307);
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1119);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);



// src/domain/image/image.ts
/** Tag under which the build cache is kept; the repository's immutability leaves it out. */
const CACHE_TAG = "cache";
const LIVE_TAG = "live-";
/** Tags of the specifications of releases, which lie beside their images. */
const RELEASE_TAG = "release-";
/** Tags that move. */
const MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
/** Follows the distribution's rule: the first part is a registry only if it has a dot or a colon, or is `localhost`. */
function parseImage(reference) {
	const [name = "", digest] = reference.split("@");
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(slash, 0));
	const hasRegistry = /[.:]/.test(first) || first === "localhost";
	const registry = hasRegistry ? first : "docker.io";
	const path = hasRegistry ? name.slice(slash + 1) : name;
	const colon = path.lastIndexOf(":");
	const repository = colon < 0 ? path : path.slice(0, colon);
	return {
		registry,
		repository: registry === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository,
		tag: colon < 0 ? void 0 : path.slice(colon + 1),
		digest
	};
}
/** Whether a host must log in with its role before it pulls from there. `own`: the registry that ECR named for this account, if asked. */
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
/**
* Tag of a build: the commit, and, where the build's inputs are not the usual ones or its files not those of the commit, a hash of them, so that a tag
* never stands for two contents. The default platform is left out: an image for another one is caught when it is compared with the host.
*/
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms, content } = inputs;
	if (content === "" && context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(buildArgs),
		platforms.toSorted(),
		content
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 12)}`;
}
/** How often one tag can be built again. Registries are asked for all of these tags at once, 100 at most. */
const MOST_REBUILDS = 98;
/** The tags of a build and of those that `rebuild` made of it since, in their order: a tag that is there is never given to another image. */
function rebuildTags(tag) {
	return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)];
}
/** Tag of the image that serves an environment. It moves with each release of another image, so the repository's immutability leaves it out. */
function liveTag(service) {
	return `${LIVE_TAG}${(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.f)(service)}`;
}
/**
* The repository's rules: what serves an environment stays, however long ago it was pushed; of the rest, the newest 600 images and releases, which are
* 200 images even where each has two releases. Untagged layers go after two weeks. An image whose tags fit a rule is not expired by a later one, and
* nobody has 1000 environments: the first rule expires nothing. Nor does the second, but for the releases of images that lie elsewhere: ECR removes an
* artifact with its subject, within a day.
* https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
*/
const LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep what serves an environment",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${LIVE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 2,
		description: "Keep a release as long as its image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${RELEASE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 3,
		description: "Expire images that lost their tag",
		selection: {
			tagStatus: "untagged",
			countType: "sinceImagePushed",
			countUnit: "days",
			countNumber: 14
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 4,
		description: "Keep the newest 600 images and releases, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 600
		},
		action: { type: "expire" }
	}
] };



/***/ }),

/***/ 2514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ judge),
/* harmony export */   C: () => (/* binding */ previousOf),
/* harmony export */   D: () => (/* binding */ EXPLANATIONS),
/* harmony export */   E: () => (/* binding */ whatServes),
/* harmony export */   F: () => (/* binding */ grow),
/* harmony export */   I: () => (/* binding */ mean),
/* harmony export */   L: () => (/* binding */ quantile),
/* harmony export */   M: () => (/* binding */ percent),
/* harmony export */   N: () => (/* binding */ EMPTY_WINDOW),
/* harmony export */   O: () => (/* binding */ CANARY_HEALTH),
/* harmony export */   P: () => (/* binding */ errorShare),
/* harmony export */   S: () => (/* binding */ parseStatusResult),
/* harmony export */   T: () => (/* binding */ unservedBy),
/* harmony export */   _: () => (/* binding */ asLargeAs),
/* harmony export */   a: () => (/* binding */ applicableHosts),
/* harmony export */   b: () => (/* binding */ parseDeployResult),
/* harmony export */   c: () => (/* binding */ snapshotHosts),
/* harmony export */   d: () => (/* binding */ needsLaunch),
/* harmony export */   f: () => (/* binding */ planExisting),
/* harmony export */   g: () => (/* binding */ refuse),
/* harmony export */   h: () => (/* binding */ subnetsTaken),
/* harmony export */   i: () => (/* binding */ applicable),
/* harmony export */   j: () => (/* binding */ milliseconds),
/* harmony export */   k: () => (/* binding */ isEnough),
/* harmony export */   l: () => (/* binding */ isSettled),
/* harmony export */   m: () => (/* binding */ stayingHost),
/* harmony export */   n: () => (/* binding */ orderSpec),
/* harmony export */   o: () => (/* binding */ checkAccount),
/* harmony export */   p: () => (/* binding */ replacedHosts),
/* harmony export */   r: () => (/* binding */ hostOrder),
/* harmony export */   s: () => (/* binding */ hostsInUse),
/* harmony export */   t: () => (/* binding */ cutOverSpec),
/* harmony export */   u: () => (/* binding */ keptHosts),
/* harmony export */   v: () => (/* binding */ failureOf),
/* harmony export */   w: () => (/* binding */ servedByAll),
/* harmony export */   x: () => (/* binding */ parseRemoveResult),
/* harmony export */   y: () => (/* binding */ keptBy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1131);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3060);
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1119);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7499);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4307);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7587);







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
	baseline: NOTHING,
	canary: NOTHING
};
/** Adds what happened between two looks at the counters of one host. `timed`: whether durations count, which they do not while a canary warms up. */
function grow(window, before, after, timed = true) {
	const bounds = window.bounds.length > 0 ? window.bounds : after.bounds;
	const comparable = timed && String(bounds) === String(after.bounds);
	const side = (to, name) => plus(to, since(before, after, name), comparable);
	return {
		bounds,
		baseline: side(window.baseline, "live"),
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
/** `unhealthy`: its health check failed twice in a row; `exited`: its process is gone. Of several hosts the worst counts, the last one here. */
const CANARY_HEALTH = [
	"healthy",
	"unhealthy",
	"exited"
];
/** How often, at most, a canary that is as good as the baseline is called bad, over all its looks. */
const FALSE_ALARMS = .01;
/** Errors against the baseline and against the limit; durations against both. */
const QUESTIONS = 4;
/** Fewer are an accident, however few the requests. */
const MIN_ERRORS = 3;
/** A difference that is certain may still be too small to matter: so many times the baseline's errors ... */
const ERROR_FACTOR = 1.25;
const SLOWER_BY = .005;
/** What one look says. Pure: the same counts give the same verdict. */
function judge(look, spec) {
	const { window, health, ended } = look;
	const { canary } = window;
	if (health === "exited") return bad("canary-died", `the container exited after ${canary.total} requests in this step`);
	if (health === "unhealthy") return bad("canary-unhealthy", `its health check failed after ${canary.total} requests in this step`);
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
function lacking({ canary, baseline }, { minRequests }) {
	return [["canary", canary.total], ["baseline", baseline.total]].filter(([, total]) => total < minRequests).map(([name, total]) => `the ${name} answered ${total} of ${minRequests} requests`);
}
function errors({ canary, baseline }, spec, { chance, ended }) {
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
		hits: baseline.errors,
		of: baseline.total
	}) < chance && errorShare(canary) >= ERROR_FACTOR * errorShare(baseline))) return void 0;
	return bad("canary-errors", `${numbers}; of the baseline ${baseline.errors} of ${baseline.total} (${percent(errorShare(baseline))})`);
}
function slowness(window, spec, care) {
	return overLimit(window, spec, care) ?? slowerThanBaseline(window, care);
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
function slowerThanBaseline({ bounds, canary, baseline }, { chance }) {
	const [now, before] = [mean(canary), mean(baseline)];
	if (baseline.timed === 0 || now - before < SLOWER_BY || now < before * 1.2) return void 0;
	if (!bounds.some((_, at) => moreThan({
		hits: slowerThan(canary, at),
		of: canary.timed
	}, {
		hits: slowerThan(baseline, at),
		of: baseline.timed
	}) < chance / bounds.length)) return void 0;
	const [p99, baselineP99] = [quantile(bounds, canary, .99), quantile(bounds, baseline, .99)];
	return bad("canary-slow", `on average ${milliseconds(now)} instead of ${milliseconds(before)}, p99 ${milliseconds(p99)} instead of ${milliseconds(baselineP99)}, in ${canary.timed} requests`);
}
function percent(share) {
	return `${(share * 100).toFixed(1)}%`;
}
function milliseconds(seconds) {
	if (seconds === 1e400) return "over 10 s";
	return seconds >= 10 ? `${seconds.toFixed(0)} s` : `${(seconds * 1e3).toFixed(0)} ms`;
}
// src/domain/cause/cause.ts
/** Every cause that a failed deploy can have, in the words of its explanation. */
const EXPLANATIONS = {
	"image-not-found": {
		summary: "the image is not in the registry",
		hint: "Check the input image. One that has expired (a repository keeps its newest images, 200 at least, and those that serve) is built again by a deploy of its commit."
	},
	"pull-denied": {
		summary: "the host may not pull the image",
		hint: "Allow the host's role to pull this repository (see docs/iam/setup.yaml), or leave instance-profile empty."
	},
	"pull-failed": {
		summary: "the image could not be pulled",
		hint: "Check that the host reaches the registry; the registry's words are above."
	},
	"wrong-platform": {
		summary: "the image is built for another platform than the host's",
		hint: "Leave the input platforms empty to build for the host's own, or list both."
	},
	"out-of-disk": {
		summary: "the host's disk is full",
		hint: "Set a larger volume-size and allow-replacement: true for a new host, or free space on this one."
	},
	"out-of-memory": {
		summary: "the container ran out of memory",
		hint: "Raise the input memory, or use a larger instance-type."
	},
	exited: {
		summary: "the container exited",
		hint: "Read the container's last log lines; run the image locally with the same env."
	},
	"port-not-listening": {
		summary: "nothing listens on the port",
		hint: "Set the input port to the one the application listens on; it must listen on 0.0.0.0, not on 127.0.0.1."
	},
	"port-loopback": {
		summary: "the port is open inside the container only",
		hint: "Let the application listen on 0.0.0.0; many take it from a variable, such as HOST, in the input env."
	},
	"port-ipv6": {
		summary: "the application listens on IPv6 only, and the proxy reaches it by IPv4",
		hint: "Let the application listen on 0.0.0.0, or on :: for both; many take it from a variable, such as HOST, in the input env."
	},
	"port-blocked": {
		summary: "a firewall lies between the host and the container",
		hint: "Let the host's own connections to its Docker networks pass: see iptables -S OUTPUT and nft list ruleset on the host, and what the container itself filters."
	},
	"health-status": {
		summary: "the health check got the wrong status",
		hint: "Set health-path, health-codes or health-host to what the application answers."
	},
	"health-no-response": {
		summary: "the health check got no answer in time",
		hint: "Raise health-timeout if the application starts slowly, or set health-path to a page that answers at once."
	},
	"health-redirect": {
		summary: "the health check is redirected to https",
		hint: "Where a balancer ends TLS, set trusted-proxies to it, and let the application believe X-Forwarded-Proto. Or set health-path to a page that it does not redirect, or list this very status in health-codes."
	},
	"health-closed": {
		summary: "the application closes connections without an answer",
		hint: "Read the container's last log lines; set health-path to a page that answers, or port to the one that serves HTTP."
	},
	"health-protocol": {
		summary: "the port speaks another protocol than the input upstream says",
		hint: "Set upstream to what the application speaks (http, h2c or https), or the input port to one that speaks HTTP."
	},
	"health-tls": {
		summary: "the port speaks TLS",
		hint: "Set upstream: https, or the input port to one that serves plain HTTP."
	},
	"healthcheck-failed": {
		summary: "the image's HEALTHCHECK fails",
		hint: "Read its output below, and correct the application or the HEALTHCHECK in the Dockerfile; raise health-timeout if the application only starts slowly."
	},
	"healthcheck-slow": {
		summary: "the image's HEALTHCHECK gives no result in time",
		hint: "Raise health-timeout, or have Docker look sooner: HEALTHCHECK --interval=2s in the Dockerfile. Without an interval, Docker first looks after 30 s."
	},
	"secret-missing": {
		summary: "a secret does not exist",
		hint: "Create it, or correct its name in the input secrets."
	},
	"secret-denied": {
		summary: "the host's role may not read a secret",
		hint: "Give the permission to the host's role, or move the secret below the service's own path (see README, Secrets)."
	},
	"secret-failed": {
		summary: "a secret could not be read",
		hint: "Correct it or its reference in the input secrets."
	},
	"proxy-port-taken": {
		summary: "the port of the proxy is taken",
		hint: "Stop what holds it, or choose another http-port."
	},
	"route-taken": {
		summary: "another service of the host answers there",
		hint: "Give this service domains or a path-prefix that no other one on the port has, or another http-port."
	},
	"proxy-failed": {
		summary: "the proxy does not run",
		hint: "Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it."
	},
	"not-serving": {
		summary: "the proxy does not serve the new release",
		hint: "Look at the host's log below; the earlier release was put back."
	},
	"docker-failed": {
		summary: "Docker on the host does not answer, or refuses what it is asked for",
		hint: "See Docker's words; where the daemon was restarting, run this again."
	},
	"host-unfit": {
		summary: "the host is not fit for this release",
		hint: "Change what is named here on the host, and run this again: nothing was touched."
	},
	"volume-data": {
		summary: "data would be lost or split",
		hint: "Say in the input volume-data what becomes of it, or keep the service on one host."
	},
	"start-failed": {
		summary: "Docker did not start the container",
		hint: "Read Docker's words: a volume, a user, a limit or the image's command may be wrong."
	},
	"bad-payload": {
		summary: "the host did not understand the order",
		hint: "Report this with the log: it is a defect of the action."
	},
	"bake-errors": {
		summary: "the new release answered with too many errors",
		hint: "Read its log below; raise bake-max-errors if these answers are right."
	},
	"canary-errors": {
		summary: "the canary answered with too many errors",
		hint: "Read its log below; raise canary-max-error-rate if the limit is the cause and these answers are right."
	},
	"canary-slow": {
		summary: "the canary is too slow",
		hint: "Compare the two releases under load; raise canary-max-latency if the limit is the cause and this is right."
	},
	"canary-died": {
		summary: "the canary exited",
		hint: "Read the container's last log lines; its memory limit or a request may be the cause."
	},
	"canary-unhealthy": {
		summary: "the canary became unhealthy",
		hint: "Read its log and its answer to the health check below."
	},
	"canary-inconclusive": {
		summary: "the canary got too few requests to judge it",
		hint: "Give its steps more time or a larger share, lower canary-min-requests, or set canary-inconclusive to hold or promote."
	},
	"canary-upstream": {
		summary: "a canary has to speak what the release beside it speaks",
		hint: "Deploy the change of upstream once without canary-steps; it comes with the cut-over and loses no request."
	},
	"canary-ended": {
		summary: "the canary was ended before its time",
		hint: "See the reason; where nobody attended to it, check that SSM reaches the hosts. Then run this again."
	},
	"concurrent-release": {
		summary: "another release was deployed meanwhile",
		hint: "Run this again; it is compared with what serves now."
	},
	"release-not-found": {
		summary: "the host does not know the release",
		hint: "Choose one that `status` lists, or deploy its commit."
	},
	"lock-held": {
		summary: "another deploy of this service is at work on the host",
		hint: "Wait for it to end, and run this again."
	},
	"lease-lost": {
		says: "another run took over the service while this one was silent for too long",
		next: "Look at `command: status`; run this again if the other run did not bring what this one was to bring."
	},
	"not-started": {
		summary: "another host failed before it was the turn of this one",
		hint: "Heal the host that failed, and run this again."
	},
	"program-failed": {
		summary: "the host program stopped before its end",
		hint: "Read its output below, and run this again: the next run heals what was left."
	},
	"command-timed-out": {
		summary: "the work on the host took longer than the input deploy-timeout allows",
		hint: "Raise deploy-timeout, and run this again: the next run heals what was left."
	},
	"agent-offline": {
		summary: "SSM cannot reach the host",
		hint: "See the reason; the agent needs an instance profile with SSM permissions and a way to the internet or to VPC endpoints."
	}
};
function isCause(value) {
	return Object.hasOwn(EXPLANATIONS, value);
}
// src/domain/rollout/result.ts
const OUTCOMES = [
	"deployed",
	"unchanged",
	"rolled-back",
	"restarted",
	"canary",
	"failed"
];
/** Who refused the order at once, or was cut short, did not look at what serves. */
const NOT_LOOKED = /* @__PURE__ */ new Set([
	"agent-offline",
	"bad-payload",
	"command-timed-out",
	"host-unfit",
	"lease-lost",
	"lock-held",
	"not-started",
	"program-failed"
]);
/** The first failure with a cause of its own: a host that was not reached because of it is no second one. */
function failureOf(results) {
	const failed = results.filter(({ outcome }) => outcome === "failed");
	return failed.find(({ cause }) => cause !== "not-started") ?? failed[0];
}
/** Which of the results tells why the hosts do not all serve one release: the failure, or the first host's, which serves another. */
function unservedBy(results) {
	const failed = failureOf(results) ?? results[0];
	if (failed === void 0) throw new Error("No host gave an answer.");
	return failed;
}
/** What served before the run, as the first host says that knows of something. */
function previousOf(results) {
	return results.find(({ previous }) => previous !== "")?.previous ?? "";
}
/** The release that every host was seen to serve; `undefined` where one failed, or serves another. */
function servedByAll(results) {
	const told = results.find(({ served }) => served)?.served;
	return results.every(({ outcome, serving }) => outcome !== "failed" && serving === told?.digest) ? told : void 0;
}
/** What the hosts keep together, as the record remembers it. A variable whose secret has not the same version everywhere has all of them, separated by a space. */
function keptBy(results) {
	const secrets = [...Map.groupBy(results.flatMap(({ secrets }) => Object.entries(secrets)), ([name]) => name)].map(([name, all]) => [name, [...new Set(all.map(([, version]) => version))].join(" ")]);
	return {
		secrets: Object.fromEntries((0,_sorted_js__WEBPACK_IMPORTED_MODULE_3__.t)(Object.fromEntries(secrets))),
		volumes: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_4__.t)(...results.map(({ volumes }) => volumes))
	};
}
/** A sentence on what the proxy serves after a failure. */
function whatServes({ cause, serving, servingRelease }) {
	if (serving !== "") return `${servingRelease || serving} serves on.`;
	return cause !== void 0 && NOT_LOOKED.has(cause) ? "`command: status` tells what serves." : "Nothing is served.";
}
/** The first line of the output as JSON; `undefined` when the host program did not get as far as that. */
function firstLine(stdout) {
	try {
		const value = JSON.parse(stdout.split("\n", 1)[0] ?? "");
		return typeof value === "object" && value !== null ? value : void 0;
	} catch {
		return;
	}
}
function parseDeployResult(stdout) {
	const raw = firstLine(stdout);
	const outcome = OUTCOMES.find((known) => known === raw?.["outcome"]);
	if (!raw || outcome === void 0) return void 0;
	const evidence = record(raw["evidence"]);
	return {
		outcome,
		rolledBack: raw["rolledBack"] === true,
		served: servedOf(raw["document"]),
		cause: outcome === "failed" ? causeOf(raw["cause"]) : void 0,
		previous: text(raw["previous"]),
		serving: text(raw["serving"]),
		servingRelease: text(raw["servingRelease"]),
		exitCode: number(raw["exitCode"]),
		healthCode: number(raw["healthCode"]) || void 0,
		ports: list(raw["ports"]).filter((port) => typeof port === "number"),
		detail: text(raw["detail"]),
		evidence: {
			logs: text(evidence["logs"]),
			health: text(evidence["health"]),
			host: text(evidence["host"])
		},
		canary: readingOf(raw["canary"]),
		findings: list(raw["findings"]),
		secrets: record(raw["secrets"]),
		volumes: list(raw["volumes"]),
		steps: list(raw["steps"])
	};
}
function parseStatusResult(stdout) {
	const raw = firstLine(stdout);
	return raw?.["outcome"] === "status" ? raw : void 0;
}
function parseRemoveResult(stdout) {
	const raw = firstLine(stdout);
	return raw?.["outcome"] === "removed" ? raw : void 0;
}
function readingOf(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { health, counters } = value;
	return {
		health: CANARY_HEALTH.find((word) => word === health) ?? "healthy",
		counters: counters === null ? void 0 : counters
	};
}
function servedOf(value) {
	const { name, digest } = record(value);
	return typeof name === "string" && typeof digest === "string" ? value : void 0;
}
function causeOf(value) {
	return typeof value === "string" && isCause(value) ? value : "program-failed";
}
function text(value) {
	return typeof value === "string" ? value : "";
}
function number(value) {
	return typeof value === "number" ? value : void 0;
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
function record(value) {
	return typeof value === "object" && value !== null ? value : {};
}
// src/domain/host/settings.ts
/**
* By the input that asks for it: every property of a host but those that a deploy gives to one that is there: its Elastic IP, its open port, its
* networks for containers, its proxy.
*/
const HOST_SETTINGS = {
	"instance-type": setting(({ instanceType }) => instanceType, ({ instanceType }) => instanceType),
	ami: setting(({ ami }) => ami, ({ ami }) => ami),
	"volume-size": setting(({ volumeGiB }) => volumeGiB, ({ volumeGiB }) => volumeGiB),
	"subnet-ids": {
		fits: ({ subnetId }, { subnetIds }) => subnetId === void 0 || subnetIds.length === 0 || subnetIds.includes(subnetId),
		there: ({ subnetId = "" }) => subnetId,
		wanted: ({ subnetIds }) => subnetIds.join(", ")
	},
	"security-group-ids": {
		fits: (host, spec) => spec.securityGroupIds.length === 0 || sorted(host.securityGroupIds) === sorted(spec.securityGroupIds),
		there: ({ securityGroupIds }) => sorted(securityGroupIds) || "none",
		wanted: ({ securityGroupIds }) => sorted(securityGroupIds)
	},
	"instance-profile": setting(({ instanceProfile = "none" }) => instanceProfile, ({ instanceProfile }) => instanceProfile),
	"elastic-ip": {
		fits: ({ elasticIp }, spec) => spec.elasticIp || !elasticIp,
		there: ({ elasticIp }) => String(elasticIp),
		wanted: ({ elasticIp }) => String(elasticIp)
	}
};
/** Of what was asked for; an input that was not given asks for nothing of a host that is there. */
function hostDifferences(host, spec) {
	return spec.asked.map((input) => ({
		input,
		setting: HOST_SETTINGS[input]
	})).filter(({ setting }) => !setting.fits(host, spec)).map(({ input, setting }) => ({
		input,
		there: setting.there(host),
		wanted: setting.wanted(spec)
	}));
}
/** Such as `instance-type is t3.small, not t3.large`. */
function differenceText(differences) {
	return differences.map(({ input, there, wanted }) => `${input} is ${there}, not ${wanted}`).join("; ");
}
/** What is asked for, and where nothing is, the size of a host that is there. */
function asLargeAs({ instanceType, volumeGiB }, spec) {
	return {
		...spec,
		instanceType: spec.asked.includes("instance-type") ? spec.instanceType : instanceType,
		volumeGiB: spec.asked.includes("volume-size") ? spec.volumeGiB : volumeGiB ?? spec.volumeGiB
	};
}
function setting(there, wanted) {
	return {
		fits: (host, spec) => there(host) === void 0 || wanted(spec) === void 0 || there(host) === wanted(spec),
		there: (host) => String(there(host)),
		wanted: (spec) => String(wanted(spec))
	};
}
function sorted(ids) {
	return ids.toSorted().join(", ");
}
// src/domain/refusal.ts
function refuse(reason, hint) {
	return {
		kind: "refuse",
		reason,
		hint
	};
}
// src/domain/host/host-plan.ts
/** `observed`: the hosts that carry the service's tags, or the one that `instance-id` names; none of them terminated. */
function planHosts(spec, observed) {
	if (spec.instanceId !== void 0) return refuseOthers(spec, planNamedHost(spec.instanceId, observed));
	const hosts = withoutSuccessors(observed);
	if (hosts.length > spec.instances) return tooMany(spec, hosts);
	const plans = hosts.map((host) => planHost(spec, host, successorOf(host, observed)));
	const refusal = plans.find((plan) => plan.kind === "refuse");
	if (refusal) return refusal;
	const missing = Array.from({ length: spec.instances - hosts.length }, () => ({ kind: "launch" }));
	return {
		kind: "hosts",
		plans: [...plans.filter((plan) => plan.kind !== "refuse"), ...missing]
	};
}
/** For a rollback or a restart: every host that is there, whatever their number and their type. */
function planExisting(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const hosts = withoutSuccessors(observed);
	if (hosts.length > 0) return {
		kind: "hosts",
		plans: hosts.map(startOrReuse)
	};
	return refuse("nothing is deployed here", "Check the inputs service, environment and aws-region.");
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
	return refuse(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return refuse(`${hosts.length} hosts carry the tags of ${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(service)}, and instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, or terminate those that are to go, or remove their tags; instance-id chooses a single one.`);
}
function planHost(spec, host, next) {
	if (next) return continued(spec, host, next);
	const differences = hostDifferences(host, spec);
	if (!spec.renew && differences.length === 0) return startOrReuse(host);
	if (!(0,_host_js__WEBPACK_IMPORTED_MODULE_6__.i)(host, spec.service)) return refuseForeign(host, differences);
	const because = differenceText(differences) || "renew asks for a new host";
	return spec.renew || spec.allowReplacement ? {
		kind: "replace",
		host,
		next: void 0,
		because
	} : refuseReplacement(host, differences);
}
/** The successor must be what is asked for by now. */
function continued(spec, host, next) {
	const differences = hostDifferences(next, spec);
	if (differences.length === 0) return {
		kind: "replace",
		host,
		next,
		because: "an interrupted run launched its successor"
	};
	return refuse(`${next.id}, which an interrupted run launched in place of ${host.id}, is not what is asked for: ${differenceText(differences)}`, `Set ${keeping(differences)} to go on with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return refuse(`${host.id} is not what is asked for, which needs a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return refuse(`${host.id} was not created by this action for this service, so it is not replaced: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** A host that `instance-id` names stays, whatever else is asked for. */
function refuseOthers(spec, plan) {
	const [named] = plan.kind === "hosts" ? plan.plans : [];
	const differences = named && "host" in named ? hostDifferences(named.host, spec) : [];
	if (differences.length === 0) return plan;
	return refuse(`${spec.instanceId}, which instance-id names, is not what is asked for, and stays as it is: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
/** What the inputs would be for a host as it is. */
function keeping(differences) {
	return differences.map(({ input, there }) => `${input}: ${there}`).join(" and ");
}
function inputs(differences) {
	return differences.map(({ input }) => input).join(" and ");
}
function startOrReuse(host) {
	return host.state === "stopped" || host.state === "stopping" ? {
		kind: "start",
		host
	} : {
		kind: "reuse",
		host
	};
}
function successorOf({ id }, observed) {
	return observed.find(({ replaces }) => replaces === id);
}
/** A host that was launched to replace another one counts only when that one is gone. */
function withoutSuccessors(observed) {
	return observed.filter(({ replaces }) => replaces === void 0 || observed.every(({ id }) => id !== replaces));
}
/**
* Whether a deploy leaves the host as it is: an earlier run has finished its port and its address. Both are never changed on a host that this action did
* not make for the service.
*/
function isSettled(host, spec, record) {
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).includes(host.id)) return false;
	return !(0,_host_js__WEBPACK_IMPORTED_MODULE_6__.i)(host, spec.service) || record?.route["http-port"] === spec.httpPort && (host.elasticIp || !spec.elasticIp);
}
/** Subnets of the hosts that stay. */
function subnetsTaken(plans) {
	return plans.map((plan) => plan.kind === "start" || plan.kind === "reuse" ? plan.host.subnetId : void 0);
}
/** The host of a plan that is there already, and will be after it. */
function stayingHost(plan) {
	if (plan.kind === "launch") return void 0;
	return plan.kind === "replace" ? plan.next : plan.host;
}
/** The hosts that others take the place of. */
function replacedHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "replace" ? [plan.host] : []);
}
/** The hosts that are used as they are, started where need be. */
function keptHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "start" || plan.kind === "reuse" ? [plan.host] : []);
}
function needsLaunch(plan) {
	return plan.kind === "launch" || plan.kind === "replace" && plan.next === void 0;
}
// src/steps/hosts/hosts-snapshot.ts
/** Looks at account, hosts and record. */
async function snapshotHosts(ctx, plan = planHosts) {
	const accountId = await checkAccount(ctx);
	const [observed, record] = await Promise.all([observeHosts(ctx).then((hosts) => measured(ctx, hosts)), ctx.records.read(ctx.config.service)]);
	const hostPlan = (observed.length === 0 ? await refuseToLeave(ctx, record) : void 0) ?? plan(ctx.config.host, (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.r)(observed, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record)));
	const live = record ? `${record.release} is recorded as live` : "no release is recorded yet";
	ctx.progress.info(`Account ${accountId}, ${ctx.config.region}; ${describe(hostPlan)}; ${live}`);
	return {
		accountId,
		hostPlan,
		record
	};
}
/** The same, and refuses where the plan does. */
async function applicableHosts(ctx, plan = planHosts) {
	const { hostPlan, ...rest } = await snapshotHosts(ctx, plan);
	return {
		...rest,
		plans: applicable(hostPlan)
	};
}
function applicable(hostPlan) {
	if (hostPlan.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(hostPlan);
	return hostPlan.plans;
}
function describe(hostPlan) {
	if (hostPlan.kind === "refuse") return hostPlan.reason;
	const { plans } = hostPlan;
	const there = plans.flatMap((plan) => {
		if (plan.kind === "launch") return [];
		return plan.kind === "reuse" ? `host ${plan.host.id}` : `${plan.kind} host ${plan.host.id}`;
	});
	const missing = plans.length - there.length;
	if (there.length === 0) return `no host yet: launch ${missing === 1 ? "one" : missing}`;
	return [...there, ...missing > 0 ? [`launch ${missing} more`] : []].join(", ");
}
/** Who we are; refuses credentials of another account than the input `account-id` allows. */
async function checkAccount({ config, account }) {
	const { accountId, arn } = await account.identify();
	if (config.accountId !== void 0 && config.accountId !== accountId) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("wrong-account", `the credentials belong to account ${accountId} (${arn}), and account-id allows only ${config.accountId}`, { hint: "Assume a role of the right account, or correct the input account-id." });
	return accountId;
}
/** The hosts that are there for this service: the one that `instance-id` names, or those that carry its tags. */
async function observeHosts({ config, hosts }) {
	const { instanceId } = config.host;
	if (instanceId === void 0) return hosts.find(config.service);
	const host = await hosts.get(instanceId);
	return host ? [host] : [];
}
/** With the size of their volumes, where an input asks for one. */
async function measured({ config, hosts }, observed) {
	if (!config.host.asked.includes("volume-size")) return observed;
	const sizes = await hosts.volumeSizes(observed.flatMap(({ rootVolume }) => rootVolume ?? []));
	return observed.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
/** A host of others is not found by the service's tags. A run that forgot `instance-id` would launch a second one, and leave the first to serve on. */
async function refuseToLeave(ctx, record) {
	const { host: spec, service } = ctx.config;
	if (spec.instanceId !== void 0) return void 0;
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_host_js__WEBPACK_IMPORTED_MODULE_6__.i)(one, service));
	if (host === void 0) return void 0;
	return refuse(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in the run that brought it there. To move it to a host of its own, run command: destroy first.`);
}
/** Where the service is now: without `instance-id`, the record tells the host of a service that is a guest on another one's. */
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
	return found.length > 0 ? (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.r)(found, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record)) : recordedHosts(ctx, record);
}
/** Those of the hosts in the record that are there, whoever's they are. */
async function recordedHosts({ hosts }, record) {
	return (await Promise.all((0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).map((id) => hosts.get(id)))).filter((host) => host !== void 0);
}
// src/domain/order/order.ts
const LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_service_js__WEBPACK_IMPORTED_MODULE_5__.f)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
}
// src/steps/orders/order-spec.ts
/** What every order of this run says of itself. */
function orderSpec(ctx) {
	const { service, region, job } = ctx.config;
	return {
		id: ctx.newId(),
		service,
		region,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_1__.i)(job),
		token: ctx.token
	};
}
/** How the hosts of this run cut over. `avoid`: CIDRs that their containers' network has to keep clear of. */
function cutOverSpec({ config }, avoid) {
	const { drainTimeout, bake, keepReleases: keep, proxyImage } = config;
	return {
		drainTimeout,
		bake,
		keep,
		proxyImage,
		network: {
			subnet: config.network,
			avoid
		}
	};
}



/***/ }),

/***/ 7587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ofService),
/* harmony export */   c: () => (/* binding */ servesFrom),
/* harmony export */   i: () => (/* binding */ imageOf),
/* harmony export */   n: () => (/* binding */ hostIdsOf),
/* harmony export */   o: () => (/* binding */ parseRecord),
/* harmony export */   r: () => (/* binding */ hostsWithoutProgram),
/* harmony export */   s: () => (/* binding */ recordText),
/* harmony export */   t: () => (/* binding */ RECORD_LIMIT)
/* harmony export */ });
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7499);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7157);


// src/domain/release/record.ts
/** Those of the hosts of which nobody has written down that they have this host program. */
function hostsWithoutProgram(record, hostIds, program) {
	const having = record?.program === program ? hostIdsOf(record) : [];
	return hostIds.filter((id) => !having.includes(id));
}
/** Bytes that a standard parameter holds. */
const RECORD_LIMIT = 4096;
/** The record as it is stored. Where it would be too large, what a plan compares with goes: first the parts of the configuration, then the secrets. */
function recordText(record) {
	const { secrets: _, ...withoutSecrets } = withoutParts(record);
	const texts = [
		record,
		withoutParts(record),
		withoutSecrets
	].map((shorter) => JSON.stringify(shorter));
	return texts.find((text) => Buffer.byteLength(text) <= 4096) ?? texts.at(-1) ?? "";
}
function withoutParts(record) {
	const { fingerprint } = record;
	return fingerprint === void 0 ? record : {
		...record,
		fingerprint: {
			whole: fingerprint.whole,
			proxy: fingerprint.proxy
		}
	};
}
/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
function parseRecord(text) {
	try {
		const record = JSON.parse(text);
		return record.schema === 1 && typeof record.release === "string" && typeof record.digest === "string" && record.attempt !== void 0 ? record : void 0;
	} catch {
		return;
	}
}
/** The hosts that a recorded release serves on. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The image that serves; the host has it, so nobody need be asked for it. */
function imageOf({ service: name, environment, image, digest, login, volumes }) {
	const declared = volumes && (0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__.n)({
		name,
		environment
	}, volumes);
	return {
		reference: image,
		digest,
		login: login || void 0,
		built: false,
		bytes: 0,
		volumes: declared
	};
}
/** Whether the recorded image lies in a repository of this name. */
function servesFrom(record, repository) {
	return record !== void 0 && (0,_image_js__WEBPACK_IMPORTED_MODULE_0__.c)(record.image).repository === repository;
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}



/***/ })

};
;