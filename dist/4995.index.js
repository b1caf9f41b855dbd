"use strict";
exports.id = 4995;
exports.ids = [4995];
exports.modules = {

/***/ 3048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ aboutTag),
/* harmony export */   c: () => (/* binding */ liveTag),
/* harmony export */   i: () => (/* binding */ RELEASE_TAG),
/* harmony export */   l: () => (/* binding */ parseImage),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   o: () => (/* binding */ buildTag),
/* harmony export */   r: () => (/* binding */ MOVING_TAGS),
/* harmony export */   s: () => (/* binding */ isEcr),
/* harmony export */   t: () => (/* binding */ CACHE_TAG),
/* harmony export */   u: () => (/* binding */ rebuildTags)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/domain/image/image.ts
/** Tag of the build cache; the repository's immutability excludes it. */
var CACHE_TAG = "cache";
var LIVE_TAG = "live-";
/** Tags of releases' specifications, which are beside their images. */
var RELEASE_TAG = "release-";
/** Tags of artifacts that describe an image, which are beside it. */
var ABOUT_TAG = "about-";
/** Tags that move. */
var MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
/** Tag of an artifact that describes an image, such as its `provenance`: one for each image and kind. */
function aboutTag(digest, way) {
	return `${ABOUT_TAG}${digest.replace("sha256:", "").slice(0, 32)}-${way}`;
}
/** Follows the distribution's rule: the first part is a registry only if it contains a dot or a colon, or is `localhost`. */
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
/** Whether a host must log in with its role before it pulls from there. `own`: this account's registry, if ECR was asked. */
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
/**
* Tag of a build: the commit, plus a hash of unusual build inputs and of files that differ from the commit, so that a tag
* never stands for two contents. The default platform is left out: the comparison with the host catches an image for another one.
*/
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms, content } = inputs;
	if (content === "" && context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(buildArgs),
		platforms.toSorted(),
		content
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(text).digest("hex").slice(0, 12)}`;
}
/** How often one tag can be built again. One request asks a registry for all of these tags, at most 100. */
var MOST_REBUILDS = 98;
/** The tags of a build and of its rebuilds, in order: an existing tag never moves to another image. */
function rebuildTags(tag) {
	return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)];
}
/** Tag of an environment's live image. It moves with each release of another image, so the repository's immutability excludes it. */
function liveTag(service) {
	return `${LIVE_TAG}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)}`;
}
/**
* The repository's rules. Live images stay, however old they are. Of the others, the newest 1000 images and artifacts stay, which are 200 images
* even if each has two releases, its provenance and its SBOM. Untagged layers stay for two weeks. A later rule does not expire an image that
* matches an earlier one, and nobody has 1000 environments: the first rule expires nothing. Nor do the second and the third, except the releases of
* images elsewhere: ECR removes an artifact with its subject, within a day.
* https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
*/
var LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep the live images",
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
		description: "Keep what describes an image as long as the image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${ABOUT_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 4,
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
		rulePriority: 5,
		description: "Keep the newest 1000 images and releases, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	}
] };



/***/ }),

/***/ 612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ quantile),
/* harmony export */   _: () => (/* binding */ percent),
/* harmony export */   a: () => (/* binding */ parseRemoveResult),
/* harmony export */   b: () => (/* binding */ grow),
/* harmony export */   c: () => (/* binding */ servedByAll),
/* harmony export */   d: () => (/* binding */ EXPLANATIONS),
/* harmony export */   f: () => (/* binding */ CANARY_HEALTH),
/* harmony export */   g: () => (/* binding */ milliseconds),
/* harmony export */   h: () => (/* binding */ judge),
/* harmony export */   i: () => (/* binding */ parseDeployResult),
/* harmony export */   l: () => (/* binding */ unservedBy),
/* harmony export */   m: () => (/* binding */ isEnough),
/* harmony export */   n: () => (/* binding */ keptBy),
/* harmony export */   o: () => (/* binding */ parseStatusResult),
/* harmony export */   p: () => (/* binding */ isDark),
/* harmony export */   r: () => (/* binding */ noneFailed),
/* harmony export */   s: () => (/* binding */ previousOf),
/* harmony export */   t: () => (/* binding */ failureOf),
/* harmony export */   u: () => (/* binding */ whatServes),
/* harmony export */   v: () => (/* binding */ EMPTY_WINDOW),
/* harmony export */   x: () => (/* binding */ mean),
/* harmony export */   y: () => (/* binding */ errorShare)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);


// src/domain/canary/window.ts
var NOTHING = {
	total: 0,
	errors: 0,
	micros: 0,
	timed: 0,
	buckets: []
};
var EMPTY_WINDOW = {
	bounds: [],
	baseline: NOTHING,
	canary: NOTHING
};
/** Adds the difference between two readings of one host's counters. `timed`: whether durations count, which they do not during the warm-up. */
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
/** Restarted counters count from zero: both sides lose the same period. */
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
/** The duration that a share `q` of the requests did not exceed, in seconds, interpolated within a bucket; Infinity beyond the last bound. */
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
* Fisher's exact test: the probability of at least as many hits in `a` if both have the same share of hits. Exact for any sample size, so also for a
* canary of 1% with few requests, where a normal approximation would report false differences.
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
/** The binomial test: the probability of at least as many hits if each request is a hit with the probability `limit`. */
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
/** Sums the tail of a distribution from a point above its mean, where terms decrease. `ratio(x)`: P(x + 1) / P(x). */
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
/** Stirling's series; small arguments are shifted up to where it is exact to a double's last digits. */
function logGamma(x) {
	let shift = 0;
	let z = x;
	for (; z < 10; z += 1) shift -= Math.log(z);
	const inverse = 1 / (z * z);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
	return shift + (z - .5) * Math.log(z) - z + .5 * Math.log(2 * Math.PI) + series;
}
// src/domain/canary/judge.ts
/** `unhealthy`: its health check failed twice in a row; `exited`: its process is gone. With several hosts the worst counts, the last one here. */
var CANARY_HEALTH = [
	"healthy",
	"unhealthy",
	"exited"
];
/** Highest probability that a canary as good as the baseline is called bad, over all its observations. */
var FALSE_ALARMS = .01;
/** Errors against the baseline and against the limit; durations against both. */
var QUESTIONS = 4;
/** Fewer errors than this count as an accident, however few the requests. */
var MIN_ERRORS = 3;
/** A significant difference can still be too small to matter: it must be this many times the baseline's errors ... */
var ERROR_FACTOR = 1.25;
var SLOWER_BY = .005;
/** The verdict of one observation. Pure: the same counts give the same verdict. */
function judge(look, spec) {
	const { window, health, ended, dark } = look;
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
	const missing = dark ? [] : lacking(window, spec);
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
function isDark(step) {
	return step?.share === 0;
}
/** Whether both sides answered enough requests for the verdict `good`. */
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
	return bad("canary-errors", `${numbers}; baseline: ${baseline.errors} of ${baseline.total} (${percent(errorShare(baseline))})`);
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
/**
* Tests every bound: does a larger share of the canary's requests take longer? This detects a general shift as well as a tail of a few slow
* requests.
*/
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
/** The explanation of every cause of a failed deploy on a host. */
var EXPLANATIONS = {
	"image-not-found": {
		summary: "the image is not in the registry",
		hint: "Check the input image. If the image has expired (a repository keeps the live images and at least the newest 200), deploy its commit to build it again."
	},
	"pull-denied": {
		summary: "the host is not allowed to pull the image",
		hint: "Allow the host's role to pull from this repository (see docs/iam/setup.yaml), or leave instance-profile empty."
	},
	"pull-failed": {
		summary: "the host could not pull the image",
		hint: "Check that the host reaches the registry. The registry's message is above."
	},
	"wrong-platform": {
		summary: "the image is built for a platform that the host does not have",
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
		hint: "Read the container's last log lines, and run the image locally with the same env."
	},
	"port-not-listening": {
		summary: "nothing listens on the port",
		hint: "Set the input port to the one that the application listens on. It must listen on 0.0.0.0, not on 127.0.0.1."
	},
	"port-loopback": {
		summary: "the port is open inside the container only",
		hint: "Let the application listen on 0.0.0.0. Many take the address from a variable, such as HOST, in the input env."
	},
	"port-ipv6": {
		summary: "the application listens on IPv6 only, but the proxy connects over IPv4",
		hint: "Let the application listen on 0.0.0.0, or on :: for both. Many take the address from a variable, such as HOST, in the input env."
	},
	"port-blocked": {
		summary: "a firewall blocks connections from the host to the container",
		hint: "Allow connections from the host to its Docker networks. Look at iptables -S OUTPUT and nft list ruleset on the host, and at filters inside the container."
	},
	"health-status": {
		summary: "the health check got the wrong status",
		hint: "Set health-path, health-codes or health-host to match the application's answer."
	},
	"health-no-response": {
		summary: "the health check got no answer in time",
		hint: "Raise health-timeout if the application starts slowly, or set health-path to a page that answers at once."
	},
	"health-redirect": {
		summary: "the application redirects the health check to https",
		hint: "If a balancer ends TLS, name it in trusted-proxies, and let the application trust X-Forwarded-Proto. Or set health-path to a page that does not redirect, or add this status to health-codes."
	},
	"health-closed": {
		summary: "the application closes connections without an answer",
		hint: "Read the container's last log lines. Set health-path to a page that answers, or port to one that serves HTTP."
	},
	"health-protocol": {
		summary: "the port does not speak the protocol in the input upstream",
		hint: "Set upstream to what the application speaks (http, h2c or https), or the input port to one that speaks HTTP."
	},
	"health-tls": {
		summary: "the port speaks TLS",
		hint: "Set upstream: https, or the input port to one that serves plain HTTP."
	},
	"healthcheck-failed": {
		summary: "the image's HEALTHCHECK fails",
		hint: "Read its output below, and fix the application or the HEALTHCHECK in the Dockerfile. Raise health-timeout if the application starts slowly."
	},
	"healthcheck-slow": {
		summary: "the image's HEALTHCHECK gives no result in time",
		hint: "Raise health-timeout, or set HEALTHCHECK --interval=2s in the Dockerfile. By default, Docker runs the first check after 30 s."
	},
	"secret-missing": {
		summary: "a secret does not exist",
		hint: "Create it, or correct its name in the input secrets."
	},
	"secret-denied": {
		summary: "the host's role is not allowed to read a secret",
		hint: "Allow the host's role to read it, or move the secret below the service's own path (see docs/guides/secrets.md)."
	},
	"secret-failed": {
		summary: "the host could not read a secret",
		hint: "Correct the secret, or its reference in the input secrets."
	},
	"proxy-port-taken": {
		summary: "the port of the proxy is taken",
		hint: "Stop the program that holds it, or choose another http-port."
	},
	"route-taken": {
		summary: "another service of the host already has this name and path",
		hint: "Choose domains or a path-prefix that no other service on the port has, or another http-port."
	},
	"certificate-failed": {
		summary: "the authority issued no certificate",
		hint: "Read its message above. Each of domains and redirect-domains must resolve to this host, and ports 80 and 443 must be open to everybody. If the authority throttles, wait as long as it says. Raise certificate-timeout if it is slow."
	},
	"proxy-failed": {
		summary: "the proxy does not run",
		hint: "Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it."
	},
	"proxy-without-dns": {
		summary: "the proxy's image cannot answer DNS challenges",
		hint: "Set proxy-image to a Caddy with the module dns.providers.route53. docs/guides/wildcard.md has a Dockerfile for it."
	},
	"certificate-invalid": {
		summary: "the certificate in the secret of tls does not fit this service",
		hint: "Put the key and the whole chain of a certificate for all of domains and redirect-domains into the secret (docs/guides/own-certificate.md), and run this again. Nothing was changed."
	},
	"not-serving": {
		summary: "the proxy does not serve the new release",
		hint: "Read the host's log below. The previous release was restored."
	},
	"docker-failed": {
		summary: "Docker on the host does not answer, or refuses a request",
		hint: "Read Docker's message. If the daemon was restarting, run this again."
	},
	"host-unfit": {
		summary: "the host cannot run this release",
		hint: "Change what is named here on the host, and run this again. Nothing was touched."
	},
	"volume-data": {
		summary: "data would be lost or split",
		hint: "Set the input volume-data to allow it, or keep the service on one host."
	},
	"start-failed": {
		summary: "Docker did not start the container",
		hint: "Read Docker's message: a volume, a user, a limit or the image's command may be wrong."
	},
	"seed-failed": {
		summary: "the seed of the preview failed",
		hint: "Read its last lines below, and fix the command in seed. The next run tries it again, before anything is served."
	},
	"asset-files": {
		summary: "the host could not copy asset-files out of the container",
		hint: "Set asset-files to the folder that the application serves below asset-path, or remove both inputs."
	},
	"bad-payload": {
		summary: "the host did not understand the order",
		hint: "Report this with the log: it is a bug in the action."
	},
	"bake-errors": {
		summary: "the new release answered with too many errors",
		hint: "Read its log below. Raise bake-max-errors if these answers are expected."
	},
	alarm: {
		summary: "a CloudWatch alarm became active",
		hint: "Look at the alarm, and at the log below. If the release has nothing to do with it, take the alarm out of the input alarms."
	},
	"canary-errors": {
		summary: "the canary answered with too many errors",
		hint: "Read its log below. Raise canary-max-error-rate if it went over this limit with answers that are expected."
	},
	"canary-slow": {
		summary: "the canary is too slow",
		hint: "Compare the two releases under load. Raise canary-max-latency if it went over this limit with durations that are expected."
	},
	"canary-died": {
		summary: "the canary exited",
		hint: "Read the container's last log lines. Its memory limit or a request may be the reason."
	},
	"canary-unhealthy": {
		summary: "the canary became unhealthy",
		hint: "Read its log and its answer to the health check below."
	},
	"canary-inconclusive": {
		summary: "the canary got too few requests to judge it",
		hint: "Give its steps more time or a larger share, lower canary-min-requests, or set canary-inconclusive to hold or promote."
	},
	"canary-aborted": {
		summary: "the canary was aborted",
		hint: "See who aborted it and why, or how long it was paused. Run this again when nothing stands against the release any more."
	},
	"canary-upstream": {
		summary: "a canary must speak the same protocol as the live release",
		hint: "Deploy the new upstream once without canary-steps. The cut-over loses no request."
	},
	"canary-ended": {
		summary: "the canary was ended early",
		hint: "See the reason. If the host lost contact with the run, check that SSM reaches the hosts. Then run this again."
	},
	"concurrent-release": {
		summary: "another release was deployed in the meantime",
		hint: "Run this again to compare it with the live release."
	},
	"release-not-found": {
		summary: "the host does not know the release",
		hint: "Choose one that `status` lists, or deploy its commit."
	},
	"lock-held": {
		summary: "another deploy of this service is running on the host",
		hint: "Wait for it to end, and run this again."
	},
	"lease-lost": {
		summary: "another run took over the service because this one was silent for too long",
		hint: "Look at `command: status`. If the other run did not deploy what you need, run this again."
	},
	"not-started": {
		summary: "another host failed before this one started",
		hint: "Fix the host that failed, and run this again."
	},
	"program-failed": {
		summary: "the host program stopped early",
		hint: "Read its output below, and run this again: the next run cleans up."
	},
	"command-timed-out": {
		summary: "the work on the host took longer than the input deploy-timeout allows",
		hint: "Raise deploy-timeout, and run this again: the next run cleans up."
	},
	"agent-offline": {
		summary: "SSM cannot reach the host",
		hint: "See the reason. The agent needs an instance profile with SSM permissions, and a way to the internet or to VPC endpoints."
	}
};
function isCause(value) {
	return Object.hasOwn(EXPLANATIONS, value);
}
// src/domain/rollout/host-answers.ts
/** Reads hosts' answers without trust: a host may be broken, or compromised. Drops anything of an unexpected shape instead of passing it on. */
var OUTCOMES = [
	"deployed",
	"unchanged",
	"rolled-back",
	"restarted",
	"canary",
	"failed"
];
/** More than a host has of anything, and few enough for a page. */
var MANY = 1e3;
/** No order takes longer. */
var A_DAY_MS = 864e5;
var word = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.w)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Jn, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.m)(1024));
var wordOrNone = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)(word, "");
var textOrNone = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)(), "");
var flag = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.n)(), false);
function knownOf(item) {
	return (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Yn)(item, MANY), []);
}
var volume = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	name: word,
	path: word
});
var finding = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	name: wordOrNone,
	detail: textOrNone,
	hint: textOrNone,
	fatal: flag
});
var served = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	service: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		name: word,
		environment: word
	}), {
		name: "",
		environment: ""
	}),
	name: word,
	digest: word,
	image: wordOrNone,
	login: wordOrNone,
	commit: wordOrNone,
	route: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Et, _start_js__WEBPACK_IMPORTED_MODULE_0__.Dt),
	migration: flag,
	runUrl: wordOrNone
});
var side = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	total: _start_js__WEBPACK_IMPORTED_MODULE_0__.Wn,
	errors: _start_js__WEBPACK_IMPORTED_MODULE_0__.Wn,
	micros: _start_js__WEBPACK_IMPORTED_MODULE_0__.Wn,
	buckets: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Wn)
});
var reading = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	health: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)(CANARY_HEALTH), "unhealthy"),
	counters: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		epoch: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)(),
		bounds: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Wn),
		live: side,
		canary: side
	})), void 0)
});
/** Only `outcome` is required: an interrupted program writes nothing else. */
var DEPLOY_ANSWER = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	outcome: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)(OUTCOMES),
	rolledBack: flag,
	document: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.S)(served), void 0),
	cause: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.r)(isCause)), "program-failed"),
	previous: wordOrNone,
	serving: wordOrNone,
	servingRelease: wordOrNone,
	exitCode: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.b)()), void 0),
	healthCode: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.b)()), void 0),
	ports: knownOf(_start_js__WEBPACK_IMPORTED_MODULE_0__.Wn),
	detail: textOrNone,
	evidence: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		logs: textOrNone,
		health: textOrNone,
		host: textOrNone
	}), {
		logs: "",
		health: "",
		host: ""
	}),
	canary: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.S)(reading), void 0),
	findings: knownOf(finding),
	secrets: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Xn)(word), {}),
	volumes: knownOf(volume),
	steps: knownOf((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		name: word,
		ms: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.w)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Wn, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.h)(A_DAY_MS))
	}))
});
var release = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	release: word,
	container: flag,
	image: flag,
	active: flag,
	left: flag
});
var service = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	service: word,
	release: wordOrNone,
	serving: wordOrNone,
	running: flag,
	asleep: flag,
	unwoken: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		cause: word,
		detail: textOrNone,
		at: _start_js__WEBPACK_IMPORTED_MODULE_0__.Kn,
		logs: textOrNone
	})), null),
	healthy: flag,
	healthcheck: wordOrNone,
	startedAt: wordOrNone,
	releases: knownOf(release),
	drift: knownOf((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)()),
	volumes: knownOf((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		...volume.entries,
		bytes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.v)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Wn)
	})),
	certificates: knownOf((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		name: word,
		issuer: wordOrNone,
		expires: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.v)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Kn)
	})),
	canary: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		release: word,
		share: _start_js__WEBPACK_IMPORTED_MODULE_0__.Wn,
		since: _start_js__WEBPACK_IMPORTED_MODULE_0__.Kn
	})), null)
});
/** An unreadable list of services is not an empty one: nothing is terminated because of it. */
var STATUS_ANSWER = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	outcome: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.f)("status"),
	services: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(service), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.m)(MANY)),
	/** Missing: an older program, which does not report it. */
	others: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.t)(word), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.m)(MANY))),
	docker: wordOrNone,
	diskFreeBytes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.s)(_start_js__WEBPACK_IMPORTED_MODULE_0__.Wn, 0),
	findings: knownOf(finding)
});
var REMOVE_ANSWER = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	outcome: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.f)("removed"),
	removed: knownOf(word),
	kept: knownOf(word),
	others: knownOf(word)
});
/** Reads the first line of an output with a schema; `undefined` if the program did not write it, or it is invalid. */
function answerOf(schema, stdout) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(schema, stdout.split("\n", 1)[0] ?? "");
}
// src/domain/rollout/result.ts
/** Causes of hosts that refused the order at once, or were interrupted, and so did not look at what serves. */
var NOT_LOOKED = /* @__PURE__ */ new Set([
	"agent-offline",
	"bad-payload",
	"command-timed-out",
	"host-unfit",
	"lease-lost",
	"lock-held",
	"not-started",
	"program-failed"
]);
/** The first failure with its own cause: a host that was not reached because of it is no second failure. */
function failureOf(results) {
	const failed = results.filter(({ outcome }) => outcome === "failed");
	return failed.find(({ cause }) => cause !== "not-started") ?? failed[0];
}
function noneFailed(results) {
	return failureOf(results) === void 0;
}
/** The result that explains why the hosts do not all serve one release: a failure, or the first host with another release. */
function unservedBy(results) {
	const failed = failureOf(results) ?? results[0];
	if (failed === void 0) throw new Error("No host answered.");
	return failed;
}
/** The previous live release, by the first host that reports one. */
function previousOf(results) {
	return results.find(({ previous }) => previous !== "")?.previous ?? "";
}
/** The release that every host serves; `undefined` if one failed, or serves another. */
function servedByAll(results) {
	const told = results.find(({ served }) => served)?.served;
	return results.every(({ outcome, serving }) => outcome !== "failed" && serving === told?.digest) ? told : void 0;
}
/**
* The hosts' stored data together, as the record keeps it. If the hosts have different versions of a secret, its variable has all of them,
* separated by a space.
*/
function keptBy(results) {
	const secrets = [...Map.groupBy(results.flatMap(({ secrets }) => Object.entries(secrets)), ([name]) => name)].map(([name, all]) => [name, [...new Set(all.map(([, version]) => version))].join(" ")]);
	return {
		secrets: Object.fromEntries((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(Object.fromEntries(secrets))),
		volumes: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.R)(...results.map(({ volumes }) => volumes))
	};
}
/** A sentence on what the proxy serves after a failure. */
function whatServes({ cause, serving, servingRelease }) {
	if (serving !== "") return `${servingRelease || serving} still serves.`;
	return cause !== void 0 && NOT_LOOKED.has(cause) ? "`command: status` shows what is live." : "Nothing is served.";
}
function parseDeployResult(stdout) {
	const answer = answerOf(DEPLOY_ANSWER, stdout);
	if (answer === void 0) return void 0;
	const { document, cause, healthCode, ...rest } = answer;
	return {
		...rest,
		served: document,
		cause: answer.outcome === "failed" ? cause : void 0,
		exitCode: rest.exitCode,
		healthCode: healthCode || void 0,
		canary: rest.canary && {
			...rest.canary,
			counters: rest.canary.counters
		}
	};
}
function parseStatusResult(stdout) {
	return answerOf(STATUS_ANSWER, stdout);
}
function parseRemoveResult(stdout) {
	return answerOf(REMOVE_ANSWER, stdout);
}



/***/ })

};
;