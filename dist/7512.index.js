"use strict";
exports.id = 7512;
exports.ids = [7512];
exports.modules = {

/***/ 7512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readSpecification),
/* harmony export */   $n: () => (/* binding */ compareFiles),
/* harmony export */   $t: () => (/* binding */ RECORD_LIMIT),
/* harmony export */   A: () => (/* binding */ linesOf),
/* harmony export */   An: () => (/* binding */ minuteOf),
/* harmony export */   At: () => (/* binding */ estimateNow),
/* harmony export */   B: () => (/* binding */ clearToEnd),
/* harmony export */   Bn: () => (/* binding */ askPages),
/* harmony export */   Bt: () => (/* binding */ isPreviewRecord),
/* harmony export */   C: () => (/* binding */ recordFreeze),
/* harmony export */   Cn: () => (/* binding */ judge$1),
/* harmony export */   Ct: () => (/* binding */ refusePreviewName),
/* harmony export */   D: () => (/* binding */ addressWords),
/* harmony export */   Dn: () => (/* binding */ writableVolumes),
/* harmony export */   Dt: () => (/* binding */ namesToCertify),
/* harmony export */   E: () => (/* binding */ NO_ADDRESS),
/* harmony export */   En: () => (/* binding */ volumeWords),
/* harmony export */   Et: () => (/* binding */ refuseFormerName),
/* harmony export */   F: () => (/* binding */ releaseWords),
/* harmony export */   Fn: () => (/* binding */ withLease),
/* harmony export */   Ft: () => (/* binding */ replacesProxy),
/* harmony export */   G: () => (/* binding */ rollbackHosts),
/* harmony export */   Gn: () => (/* binding */ changedFiles),
/* harmony export */   Gt: () => (/* binding */ freeAddresses),
/* harmony export */   H: () => (/* binding */ askForStatus),
/* harmony export */   Hn: () => (/* binding */ refusalOf),
/* harmony export */   Ht: () => (/* binding */ refuseDeployedSince),
/* harmony export */   I: () => (/* binding */ tableOf),
/* harmony export */   In: () => (/* binding */ NO_COMMIT),
/* harmony export */   It: () => (/* binding */ destinationOf),
/* harmony export */   J: () => (/* binding */ hostError),
/* harmony export */   Jn: () => (/* binding */ digest),
/* harmony export */   Jt: () => (/* binding */ needsLaunch),
/* harmony export */   K: () => (/* binding */ sendOnLive),
/* harmony export */   Kn: () => (/* binding */ shortCommit),
/* harmony export */   Kt: () => (/* binding */ isSettled),
/* harmony export */   L: () => (/* binding */ hostFailure),
/* harmony export */   Ln: () => (/* binding */ pollUntil),
/* harmony export */   Lt: () => (/* binding */ hopLimitFor),
/* harmony export */   M: () => (/* binding */ outputsOf),
/* harmony export */   Mn: () => (/* binding */ rowIf),
/* harmony export */   Mt: () => (/* binding */ changesNothing),
/* harmony export */   N: () => (/* binding */ outputsOfHosts),
/* harmony export */   Nn: () => (/* binding */ send),
/* harmony export */   Nt: () => (/* binding */ isChange),
/* harmony export */   O: () => (/* binding */ factsOf),
/* harmony export */   On: () => (/* binding */ commitsTagged),
/* harmony export */   Ot: () => (/* binding */ splitVolumes),
/* harmony export */   P: () => (/* binding */ placeWords),
/* harmony export */   Pn: () => (/* binding */ releaseLease),
/* harmony export */   Pt: () => (/* binding */ cutOverFields),
/* harmony export */   Q: () => (/* binding */ hostNames),
/* harmony export */   Qn: () => (/* binding */ readManifest),
/* harmony export */   Qt: () => (/* binding */ subnetsTaken),
/* harmony export */   R: () => (/* binding */ looksUntil),
/* harmony export */   Rn: () => (/* binding */ pricesIn),
/* harmony export */   Rt: () => (/* binding */ refuseNoPreview),
/* harmony export */   S: () => (/* binding */ recordFailure),
/* harmony export */   Sn: () => (/* binding */ isEnough),
/* harmony export */   St: () => (/* binding */ refuseName),
/* harmony export */   T: () => (/* binding */ recordRestart),
/* harmony export */   Tn: () => (/* binding */ allVolumes),
/* harmony export */   Tt: () => (/* binding */ snapshotHosts),
/* harmony export */   U: () => (/* binding */ revert),
/* harmony export */   Un: () => (/* binding */ statusOf$1),
/* harmony export */   Ut: () => (/* binding */ refuseNotPreview),
/* harmony export */   V: () => (/* binding */ plannedStakes),
/* harmony export */   Vn: () => (/* binding */ isThrottled),
/* harmony export */   Vt: () => (/* binding */ refuseCrowd),
/* harmony export */   W: () => (/* binding */ chooseTarget),
/* harmony export */   Wn: () => (/* binding */ unlessMissing),
/* harmony export */   Wt: () => (/* binding */ refuseOtherCommit$1),
/* harmony export */   X: () => (/* binding */ sentence),
/* harmony export */   Xn: () => (/* binding */ platform),
/* harmony export */   Xt: () => (/* binding */ replacedHosts),
/* harmony export */   Y: () => (/* binding */ resultOf),
/* harmony export */   Yn: () => (/* binding */ isDigest),
/* harmony export */   Yt: () => (/* binding */ planExisting),
/* harmony export */   Z: () => (/* binding */ warningsOf),
/* harmony export */   Zn: () => (/* binding */ platformText),
/* harmony export */   Zt: () => (/* binding */ stayingHost),
/* harmony export */   _: () => (/* binding */ roleName),
/* harmony export */   _n: () => (/* binding */ parseRemoveResult),
/* harmony export */   _t: () => (/* binding */ orderSpec),
/* harmony export */   a: () => (/* binding */ fittedTo),
/* harmony export */   an: () => (/* binding */ hasSameProxyPart),
/* harmony export */   at: () => (/* binding */ recordToMake),
/* harmony export */   b: () => (/* binding */ withServedPorts),
/* harmony export */   bn: () => (/* binding */ unservedBy),
/* harmony export */   bt: () => (/* binding */ applicableHosts),
/* harmony export */   c: () => (/* binding */ keepSize),
/* harmony export */   cn: () => (/* binding */ hasPort),
/* harmony export */   ct: () => (/* binding */ snapshotDeploy),
/* harmony export */   d: () => (/* binding */ warnOutsideSchedule),
/* harmony export */   dn: () => (/* binding */ planHash),
/* harmony export */   dt: () => (/* binding */ migrationsSince),
/* harmony export */   en: () => (/* binding */ hostIdsOf),
/* harmony export */   er: () => (/* binding */ readTree),
/* harmony export */   et: () => (/* binding */ queryStatus),
/* harmony export */   f: () => (/* binding */ waitForState),
/* harmony export */   fn: () => (/* binding */ stepWords),
/* harmony export */   ft: () => (/* binding */ recordedAs),
/* harmony export */   g: () => (/* binding */ profileName),
/* harmony export */   gn: () => (/* binding */ parseDeployResult),
/* harmony export */   gt: () => (/* binding */ cutOverSpec),
/* harmony export */   h: () => (/* binding */ machineImage),
/* harmony export */   hn: () => (/* binding */ noneFailed),
/* harmony export */   ht: () => (/* binding */ wasLeft),
/* harmony export */   i: () => (/* binding */ prepareHosts),
/* harmony export */   "in": () => (/* binding */ compareFingerprint),
/* harmony export */   it: () => (/* binding */ reachWords),
/* harmony export */   j: () => (/* binding */ noticeOf),
/* harmony export */   jn: () => (/* binding */ cautionsOf),
/* harmony export */   jt: () => (/* binding */ dollars),
/* harmony export */   k: () => (/* binding */ hostFacts),
/* harmony export */   kn: () => (/* binding */ renderCommits),
/* harmony export */   kt: () => (/* binding */ estimateAfter),
/* harmony export */   l: () => (/* binding */ stopHosts),
/* harmony export */   ln: () => (/* binding */ portWords),
/* harmony export */   lt: () => (/* binding */ refuseTaken),
/* harmony export */   m: () => (/* binding */ diagnoseAgent),
/* harmony export */   mn: () => (/* binding */ imageWords),
/* harmony export */   mt: () => (/* binding */ servedTime),
/* harmony export */   n: () => (/* binding */ deployWanted),
/* harmony export */   nn: () => (/* binding */ recordText),
/* harmony export */   nt: () => (/* binding */ removeNames),
/* harmony export */   o: () => (/* binding */ wantedByInputs),
/* harmony export */   on: () => (/* binding */ recordedGrace),
/* harmony export */   ot: () => (/* binding */ planFacts),
/* harmony export */   p: () => (/* binding */ waitForAgents),
/* harmony export */   pn: () => (/* binding */ hostWords),
/* harmony export */   pt: () => (/* binding */ servedAsRecorded),
/* harmony export */   q: () => (/* binding */ runOnHosts),
/* harmony export */   qn: () => (/* binding */ sinceLive),
/* harmony export */   qt: () => (/* binding */ keptHosts),
/* harmony export */   r: () => (/* binding */ startOf),
/* harmony export */   rn: () => (/* binding */ unreadable),
/* harmony export */   rt: () => (/* binding */ reachOf),
/* harmony export */   s: () => (/* binding */ wantedByPromotion),
/* harmony export */   sn: () => (/* binding */ closedPorts),
/* harmony export */   st: () => (/* binding */ refusedFacts),
/* harmony export */   t: () => (/* binding */ deploy),
/* harmony export */   tn: () => (/* binding */ parseRecord),
/* harmony export */   tt: () => (/* binding */ followNames),
/* harmony export */   u: () => (/* binding */ wakeHosts),
/* harmony export */   un: () => (/* binding */ portsBeside),
/* harmony export */   ut: () => (/* binding */ releaseNamed),
/* harmony export */   v: () => (/* binding */ spread),
/* harmony export */   vn: () => (/* binding */ previousOf),
/* harmony export */   vt: () => (/* binding */ orderLines),
/* harmony export */   w: () => (/* binding */ recordRelease),
/* harmony export */   wn: () => (/* binding */ EMPTY_WINDOW),
/* harmony export */   wt: () => (/* binding */ renamedSince),
/* harmony export */   x: () => (/* binding */ newAttempt),
/* harmony export */   xn: () => (/* binding */ isDark),
/* harmony export */   xt: () => (/* binding */ hostsInUse),
/* harmony export */   y: () => (/* binding */ followPorts),
/* harmony export */   yn: () => (/* binding */ servedByAll),
/* harmony export */   yt: () => (/* binding */ programLines),
/* harmony export */   z: () => (/* binding */ clearToDelete),
/* harmony export */   zn: () => (/* binding */ askGithub),
/* harmony export */   zt: () => (/* binding */ refuseStaying)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_6__);







// src/domain/image/build-files.ts
var AS_COMMITTED = {
	identity: "",
	differences: []
};
function compareFiles(there, committed) {
	const differences = [.../* @__PURE__ */ new Set([...there.keys(), ...committed.keys()])].toSorted().filter((path) => !isSame$1(there.get(path), committed.get(path)));
	if (differences.length === 0) return AS_COMMITTED;
	const text = JSON.stringify(differences.map((path) => [path, there.get(path) ?? null]));
	return {
		identity: (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(text).digest("hex"),
		differences
	};
}
function isSame$1(there, committed) {
	if (committed?.mode === "160000") return there === void 0 || there.mode === "040000";
	return there?.mode === committed?.mode && there?.id === committed?.id;
}
function readTree(listing) {
	const lines = listing.split("\0").filter((line) => line !== "");
	return new Map(lines.map((line) => {
		const tab = line.indexOf("	");
		const [mode = "", , id = ""] = line.slice(0, tab).split(" ");
		return [line.slice(tab + 1), {
			mode,
			id
		}];
	}));
}
function differenceWords(differences) {
	const shown = differences.slice(0, 5);
	const more = differences.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
// src/domain/image/manifest.ts
var digest = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.O)(/^sha256:[0-9a-f]{64}$/));
var MOST_ENTRIES = 64;
var MOST_LAYERS = 1e3;
var DEEPEST = 8;
var OF_IMAGES = [
	"config",
	"layers",
	"fsLayers"
];
function isDigest(text) {
	return (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.d)(digest, text);
}
var platform = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	os: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	architecture: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt)
});
var blob = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	digest,
	size: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.At,
	mediaType: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)()),
	urls: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)()))
});
var KIND = "vnd.docker.reference.type";
var entry = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	digest,
	platform: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.b)(platform),
	annotations: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ [KIND]: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)()) }))
});
var MANIFEST = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	config: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(blob),
	layers: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(blob), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(MOST_LAYERS))),
	manifests: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(entry), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(MOST_ENTRIES)))
});
function readManifest(text) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.F)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.r)((value) => isUnambiguous(text, value)), MANIFEST), text);
}
function platformText(one) {
	return one?.os === void 0 || one.architecture === void 0 ? void 0 : `${one.os}/${one.architecture}`;
}
function isRecord({ platform: of, annotations }) {
	return annotations?.[KIND] === "attestation-manifest" && platformText(of) === "unknown/unknown";
}
function isUnambiguous(text, value) {
	return (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []).filter((one) => one.endsWith(":")).length === namesIn(value, DEEPEST) && isOneKind(value);
}
function isOneKind(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	return !("manifests" in value) || OF_IMAGES.every((name) => !(name in value));
}
function namesIn(value, depth) {
	if (typeof value !== "object" || value === null) return 0;
	if (depth === 0) return NaN;
	const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize("NFKC").toLowerCase());
	return Object.values(value).reduce((sum, item) => sum + namesIn(item, depth - 1), new Set(names).size);
}
// src/domain/commits.ts
function shortCommit(commit) {
	return commit.slice(0, 8);
}
var MOST_FILES = 300;
var MIGRATION = /(^|\/)(migrations?|migrate|alembic|flyway|liquibase|changelogs?)\/|(^|\/)db\/schema\.rb$|\.sql$/i;
function changedFiles(files) {
	return {
		count: files.length,
		all: files.length < MOST_FILES,
		added: files.reduce((total, { additions }) => total + additions, 0),
		removed: files.reduce((total, { deletions }) => total + deletions, 0),
		migrations: files.map(({ filename }) => filename).filter((name) => MIGRATION.test(name))
	};
}
function sinceLive({ repository, commit }, live, comparison) {
	return {
		commits: (comparison?.commits ?? []).map((listed) => ({
			...listed,
			url: `${repository}/commit/${listed.sha}`
		})),
		...comparison?.files && { files: comparison.files },
		compareUrl: live !== void 0 && live !== commit ? `${repository}/compare/${live}...${commit}` : void 0
	};
}
// src/adapters/github/api.ts
var MOST_PAGES = 100;
async function askGithub(spec, question) {
	const { request } = await client(spec);
	const parameters = parametersOf(spec, question);
	const { data } = await patiently(question, parameters, () => request(question.route, parameters));
	return expected(question, data);
}
var PAUSES_MS = [200, 800];
async function patiently({ route }, { request: { signal } }, ask) {
	for (const pause of route.startsWith("GET ") ? PAUSES_MS : []) try {
		return await ask();
	} catch (error) {
		if ((statusOf$1(error) ?? 0) < 500 || signal.aborted) throw error;
		await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_6__.setTimeout)(pause, void 0, { signal }).catch(() => Promise.reject(error));
	}
	return ask();
}
async function unlessMissing(request) {
	try {
		return await request;
	} catch (error) {
		if (statusOf$1(error) === 404) return void 0;
		throw error;
	}
}
async function* askPages(spec, question) {
	const { request } = await client(spec);
	const first = parametersOf(spec, question);
	let next = {};
	for (let page = 1; next !== void 0 && page <= MOST_PAGES; page += 1) {
		const parameters = {
			...first,
			...next
		};
		const { data, headers } = await patiently(question, parameters, () => request(question.route, parameters));
		yield expected(question, data);
		next = nextOf(headers.link);
	}
	if (next !== void 0) throw new Error(`GitHub's list goes on after ${MOST_PAGES} pages`);
}
var place$1 = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.P)([(0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ page: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)() }), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ after: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)() })]);
function nextOf(link) {
	const next = URL.parse(/<([^<>]*)>\s*;\s*rel="next"/.exec(link ?? "")?.[1] ?? "");
	return next === null ? void 0 : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Lt)(place$1, Object.fromEntries(next.searchParams));
}
function statusOf$1(error) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Lt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ status: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)() }), error)?.status;
}
var LIMITED = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	status: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.T)([403, 429]),
	message: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(),
	response: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ headers: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.m)({
		"retry-after": (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.F)()),
		"x-ratelimit-remaining": (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.F)())
	}) })
});
function isThrottled(error) {
	const limited = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Lt)(LIMITED, error);
	if (limited === void 0) return false;
	const { status, message, response } = limited;
	const { headers } = response;
	return status === 429 || headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message);
}
function refusalOf(error, { message, hint, statuses }) {
	if (isThrottled(error)) return new Error("GitHub throttles the token", { cause: error });
	return statuses.includes(statusOf$1(error) ?? 0) ? new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("not-allowed", message, {
		hint,
		cause: error
	}) : void 0;
}
async function client({ token, apiUrl }) {
	if (token === void 0 || token === "") throw new Error("there is no github-token");
	const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(8328), __webpack_require__.e(8582)]).then(__webpack_require__.bind(__webpack_require__, 8582));
	return getOctokit(token, { baseUrl: apiUrl });
}
function parametersOf({ repository, limit }, { parameters, seconds }) {
	const [owner = "", repo = ""] = repository.split("/");
	return {
		owner,
		repo,
		request: { signal: limit(seconds) },
		...parameters
	};
}
function expected({ answer, route }, data) {
	const read = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Lt)(answer, data);
	if (read === void 0) throw new Error(`GitHub's answer to ${route} does not match its documentation`);
	return read;
}
// src/domain/cost/price-list.ts
var SMALL_SIZES = new Map(Object.entries({
	nano: 1 / 16,
	micro: 1 / 8,
	small: 1 / 4,
	medium: 1 / 2,
	large: 1
}));
function sizeFactor(size) {
	const multiple = /^(\d*)xlarge$/.exec(size);
	return multiple ? 2 * Number(multiple[1] || 1) : SMALL_SIZES.get(size);
}
function pricesIn(region, table) {
	const { date, source, address, volumes, families } = table;
	const at = table.regions.split(" ").indexOf(region);
	const known = Object.entries(families).flatMap(([family, { sizes, large }]) => {
		const price = Number(large.split(" ")[at] ?? NaN);
		return Number.isNaN(price) ? [] : sizes.split(" ").map((size) => [`${family}.${size}`, price * (sizeFactor(size) ?? NaN)]);
	});
	return {
		region,
		date,
		source,
		instances: new Map(known),
		volumeGiB: new Map(Object.entries(volumes)).get(region),
		address
	};
}
function isUrgent({ command }) {
	return !_start_js__WEBPACK_IMPORTED_MODULE_0__.W.includes(command);
}
function goesAhead(mine, waiting) {
	return isUrgent(mine) ? void 0 : waiting.find((other) => other.owner !== mine.owner && isUrgent(other));
}
function rivals(mine, waiting) {
	if (isUrgent(mine) || mine.commit === "") return [];
	return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== "" && other.commit !== mine.commit);
}
var QUEUE_LIMIT = 4e3;
function queued(waiting, owner, mine) {
	return fitting([...waiting.filter((other) => other.owner !== owner), ...mine === void 0 ? [] : [mine]]);
}
function fitting(waiting) {
	if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting;
	const first = waiting.findIndex((one) => !isUrgent(one));
	return fitting(waiting.toSpliced(Math.max(first, 0), 1));
}
// src/domain/lease/sightings.ts
function sighted(before, marks, now) {
	return new Map([...marks].map(([name, mark]) => {
		const known = before.get(name);
		return [name, known?.mark === mark ? known : {
			mark,
			since: now
		}];
	}));
}
function ageOf(sightings, name, mark, now) {
	const known = sightings.get(name);
	return known?.mark === mark ? now - known.since : 0;
}
// src/ports/poll-until.ts
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const [since, began] = [clock.now(), clock.elapsed()];
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.elapsed() - began;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}
// src/steps/lease/waiting-line.ts
function waitingLine(ctx, mine) {
	const { clock, config, queue } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let stood;
	let beat = 0;
	const look = async () => {
		const before = clock.elapsed();
		const found = await queue.read(config.service);
		const all = found?.value.waiting ?? [];
		const waiting = all.filter((one) => one.owner === mine.owner || ageOf(seen, one.owner, one.beat, before) < 45e3);
		seen = sighted(seen, all.map((one) => [one.owner, one.beat]), clock.elapsed());
		return {
			found,
			waiting
		};
	};
	const put = (found, waiting) => queue.write(config.service, { waiting }, found?.version ?? 0);
	const withdraw = async () => {
		const { found, waiting } = await look();
		await put(found, queued(waiting, mine.owner));
	};
	return {
		async stand() {
			const { found, waiting } = await look();
			await assertNeeded(ctx, mine, waiting);
			if (stood === void 0 || clock.elapsed() - stood >= 12e3) {
				if (await put(found, queued(waiting, mine.owner, {
					...mine,
					beat: beat += 1
				})) !== void 0) stood = clock.elapsed();
			}
			return goesAhead(mine, waiting);
		},
		ahead: async () => goesAhead(mine, (await look()).waiting),
		async leave() {
			if (stood !== void 0) await withdraw().catch((error) => ctx.progress.info(`It stays in the queue for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`));
		}
	};
}
async function assertNeeded({ commits }, mine, waiting) {
	for (const other of rivals(mine, waiting)) if ((await commits.compare(mine.commit, other.commit))?.relation === "ahead") throw superseded(mine, other);
}
function superseded(mine, other) {
	const [own, theirs] = [shortCommit(mine.commit), shortCommit(other.commit)];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("superseded", `${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.I)(other)} also waits to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Do nothing as long as that run succeeds. If it fails, run this again." });
}
// src/steps/lease/acquire-lease.ts
var NO_COMMIT = { commit: "" };
var POLL_MS$1 = 3e3;
var URGENT_POLL_MS = 1e3;
async function acquireLease(ctx, purpose) {
	const { clock, progress, config } = ctx;
	const { lockTimeout } = config.guards;
	const mine = runnerOf(ctx);
	const line = waitingLine(ctx, {
		...mine,
		...purpose,
		beat: 0
	});
	const look = looking(ctx, mine, line);
	try {
		return await pollUntil({
			clock,
			look,
			limit: lockTimeout * 1e3,
			every: isUrgent(mine) ? URGENT_POLL_MS : POLL_MS$1,
			onWait: (other, since) => progress.waiting(`${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.I)(other)}, which ${_inputs_js__WEBPACK_IMPORTED_MODULE_3__.j[other.command]}`, since),
			onLimit: (other) => {
				throw lockHeld(other, lockTimeout);
			}
		});
	} finally {
		await line.leave();
	}
}
function looking(ctx, mine, line) {
	const { clock, config, lease } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let waited = false;
	const asked = /* @__PURE__ */ new Map();
	return async () => {
		const before = clock.elapsed();
		const found = await lease.read(config.service);
		const at = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.r)(clock);
		if (found?.value.owner === mine.owner) return { ended: {
			...gripOf(found, asked.get(found.value.over ?? 0) ?? at),
			waited: true
		} };
		const version = found?.version ?? 0;
		const holder = found?.value.owner ?? "";
		const silent = ageOf(seen, holder, version, before);
		seen = sighted(seen, [[holder, version]], clock.elapsed());
		const held = found !== void 0 && !found.value.free && silent < 9e4;
		const ahead = held ? await line.stand() : waited ? await line.ahead() : void 0;
		const other = held ? found.value : ahead;
		if (other === void 0 && !asked.has(version)) asked.set(version, at);
		const grip = other === void 0 ? await claim(ctx, mine, found) : void 0;
		if (grip !== void 0) return { ended: {
			...grip,
			waited: waited || silent > 0
		} };
		waited = true;
		return { waiting: other ?? found?.value ?? mine };
	};
}
async function claim({ clock, config, lease }, mine, found) {
	const at = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.r)(clock);
	const value = {
		...mine,
		token: found === void 0 ? 0 : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.L)(found),
		free: false,
		beat: 0
	};
	const version = await lease.write(config.service, value, found?.version ?? 0);
	if (version === void 0) return void 0;
	if (value.token > 0) return {
		lease: value,
		version,
		token: value.token,
		at
	};
	const first = await lease.read(config.service);
	return first?.value.owner === mine.owner ? gripOf(first, at) : void 0;
}
function gripOf(found, at) {
	return {
		lease: found.value,
		version: found.version,
		token: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.R)(found),
		at
	};
}
function runnerOf(ctx) {
	const { job, command } = ctx.config;
	return {
		owner: `${job.runId}/${job.runAttempt}/${ctx.newId()}`,
		command,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job)
	};
}
function lockHeld(other, seconds) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("lock-held", `${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.I)(other)}, which ${_inputs_js__WEBPACK_IMPORTED_MODULE_3__.j[other.command]}, was not finished after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
async function withLease(ctx, purpose, work) {
	const { permit, progress } = ctx;
	const hold = {
		grip: await acquireLease(ctx, purpose),
		renewal: void 0
	};
	let end = giveUp;
	permit.held(hold.grip.at);
	const stop = new AbortController();
	keep(ctx, hold, stop.signal);
	try {
		const done = await work({
			...ctx,
			signal: AbortSignal.any([ctx.signal, permit.signal]),
			token: hold.grip.token
		}, hold.grip.waited);
		if (purpose.isLast) end = remove;
		return done;
	} catch (error) {
		throw permit.lost() ?? error;
	} finally {
		stop.abort();
		await end(ctx, hold).catch((error) => progress.warn(`The lease could not be released, so the next run waits ${_inputs_js__WEBPACK_IMPORTED_MODULE_3__.M / 1e3} s for it: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`));
		permit.released();
	}
}
async function giveUp({ lease, permit, config }, { grip }) {
	const { lease: value, version, token } = grip;
	permit.released();
	if (await lease.write(config.service, {
		...value,
		token,
		free: true,
		beat: value.beat + 1
	}, version) === void 0) await releaseLease(lease, config.service, value.owner);
}
async function remove(ctx, hold) {
	const { lease, queue, steering, config, progress } = ctx;
	await hold.renewal;
	try {
		await steering.remove(config.service);
		await queue.remove(config.service);
		await lease.remove(config.service);
	} catch (error) {
		progress.info(`The parameters lease, queue and steering stay: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
		await giveUp(ctx, hold);
	}
}
async function releaseLease(lease, service, owner) {
	const found = await lease.read(service);
	if (found === void 0 || found.value.owner !== owner || found.value.free) return false;
	const { version, value } = found;
	const freed = {
		...value,
		token: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.R)(found),
		free: true,
		beat: value.beat + 1
	};
	return await lease.write(service, freed, version) !== void 0;
}
async function keep(ctx, hold, stop) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _inputs_js__WEBPACK_IMPORTED_MODULE_3__.N;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			hold.renewal = renew(ctx, hold.grip).catch(() => void 0);
			const grip = await hold.renewal;
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _inputs_js__WEBPACK_IMPORTED_MODULE_3__.P : _inputs_js__WEBPACK_IMPORTED_MODULE_3__.N;
			if (grip === void 0) continue;
			hold.grip = grip;
			permit.held(grip.at);
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt)) throw error;
	}
}
async function renew({ clock, config, lease, permit }, grip) {
	const at = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.r)(clock);
	const value = {
		...grip.lease,
		token: grip.token,
		beat: grip.lease.beat + 1
	};
	const version = await lease.write(config.service, value, grip.version);
	if (version !== void 0) return {
		...grip,
		lease: value,
		version,
		at
	};
	const found = await lease.read(config.service);
	if (found?.value.owner === grip.lease.owner && !found.value.free) return {
		...grip,
		lease: found.value,
		version: found.version
	};
	permit.lose(found === void 0 ? "its lease was deleted" : `${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.I)(found.value)} took over`);
}
// src/steps/orders/send.ts
async function send({ remote, signal }, { subject = "", read, ...command }) {
	const { verb, service } = command.order;
	const comment = `docker-to-ec2: ${verb} ${service} ${subject}`.trimEnd();
	return (await remote.run({
		...command,
		comment
	}, signal)).map((answer) => ({
		...answer,
		result: read(answer.stdout)
	}));
}
// src/report/parts/rows.ts
function rowIf(label, words) {
	return words === void 0 || words === "" ? [] : [[label, words]];
}
// src/domain/plan/cautions.ts
function cautionsOf(spec) {
	return spec["basic-auth"] !== void 0 && isPlain(spec) ? ["basic-auth: visitors can send passwords over HTTP, where others can read them; set tls with https-redirect, or name the balancer that ends TLS in trusted-proxies"] : [];
}
function isPlain(spec) {
	if (spec["external-proxy"] || spec["trusted-proxies"].length > 0) return false;
	return spec.tls === "off" || !spec["https-redirect"];
}
// src/domain/release/release.ts
function releaseName(commit, digest, spec) {
	const identity = JSON.stringify([digest, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.et)(spec)]);
	return `${shortCommit(commit)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
}
// src/domain/release/wanted.ts
function releaseOf(wanted, { digest, reference }) {
	const { commit, spec } = wanted;
	return {
		name: nameOf$2(wanted, digest),
		digest,
		image: reference,
		commit,
		spec
	};
}
function nameOf$2({ commit, spec }, digest) {
	return releaseName(commit, digest, spec);
}
// src/report/parts/minute.ts
function minuteOf(iso) {
	return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/, "$1 $2 UTC");
}
// src/report/sections/commits.ts
var SEEN = 10;
var LISTED$2 = 100;
var TITLE = 72;
function renderCommits(commits, compareUrl) {
	const lines = commits.toReversed().map(commitLine);
	const rest = lines.slice(SEEN, LISTED$2);
	const unlisted = lines.length - SEEN - rest.length;
	const compare = compareUrl === void 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("Compare the two commits", compareUrl);
	if (lines.length === 0) return compare;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
		`### ${lines.length === 1 ? "1 commit" : `${lines.length} commits`}`,
		lines.slice(0, SEEN).join("\n"),
		rest.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(`${lines.length - SEEN} more`, [...rest, ...unlisted > 0 ? [`- and ${unlisted} more`] : []].join("\n")),
		compare
	]);
}
function commitLine({ sha, title, author, url }) {
	return `- ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(shortCommit(sha)), url)} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(cut(title))} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(cut(author))})`;
}
function cut(text) {
	return text.length <= TITLE ? text : `${text.slice(0, TITLE)}…`;
}
// src/report/release-notes.ts
var HEADINGS = [
	["breaking", "Breaking changes"],
	["feature", "Features"],
	["fix", "Fixes"],
	["other", "Other changes"]
];
var LISTED$1 = 50;
function releaseNotes({ service, job }, live) {
	const { release, comparison } = live;
	const [repository, before] = [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(job), commitBefore(live)];
	const { commits, compareUrl } = sinceLive({
		repository,
		commit: release.commit
	}, before || void 0, comparison);
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([
		`### ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service))}`,
		sentence$2(live, job),
		...HEADINGS.map(([change, heading]) => renderKind(heading, commits.filter((commit) => (commit.change ?? "other") === change))),
		compareUrl === void 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("All changes", compareUrl)
	]);
	return {
		key: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(service),
		text
	};
}
function commitBefore({ record, isNew }) {
	return (isNew ? record?.commit : record?.previousCommit) ?? "";
}
function sentence$2(live, job) {
	const { release, record, isNew, now } = live;
	const [at, actor, run] = isNew || record === void 0 ? [
		new Date(now).toISOString(),
		job.actor,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job)
	] : [
		record.deployedAt,
		record.actor,
		record.runUrl
	];
	const before = isNew && record !== void 0 ? (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(record) : commitBefore(live);
	const instead = before === "" ? "as the first release" : `instead of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.H)(before) ? shortCommit(before) : before)}`;
	return `Live since ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(minuteOf(at))}, ${instead}: release ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release.name)}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(release.digest)}, by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(actor)} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("run", run)}).`;
}
function renderKind(heading, commits) {
	if (commits.length === 0) return "";
	const lines = commits.toReversed().slice(0, LISTED$1).map(commitLine);
	const more = commits.length - lines.length;
	return `#### ${heading}\n\n${[...lines, ...more > 0 ? [`- and ${more} more`] : []].join("\n")}`;
}
// src/domain/version/version-tags.ts
function versionTags(tags) {
	return tags.flatMap((tag) => {
		const version = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.X)(tag.name);
		return version === void 0 ? [] : [{
			...tag,
			version
		}];
	}).toSorted((a, b) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.K)(b.version, a.version));
}
function semverOfCommit(tags, commit) {
	return versionTags(tags).find((tag) => tag.commit === commit)?.version.text;
}
function commitsTagged(tags, semver) {
	return [...new Set(versionTags(tags).flatMap(({ version, commit }) => version.text === semver ? [commit] : []))];
}
// src/steps/version/write-notes.ts
async function writeNotes(ctx, { semver, commit, section, keep }) {
	const { releases, progress } = ctx;
	if (semver === void 0) return progress.warn(`release-notes: none: the release has no semantic version. Tag its commit, or set version.`);
	try {
		const tag = await tagOf(ctx, semver, commit);
		if (tag.commit !== void 0 && tag.commit !== commit) return progress.warn(`release-notes: none: the tag ${tag.name} is commit ${shortCommit(tag.commit)}, but ${shortCommit(commit)} went live.`);
		const prerelease = ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.X)(semver)?.prerelease.length ?? 0) > 0;
		progress.info(`What went live is in ${await releases.put({
			tag: tag.name,
			commit,
			prerelease
		}, section, keep)}`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error);
		progress.warn(`release-notes: GitHub did not accept the notes: ${reason}. The job needs \`contents: write\`. Run this again to write them.`);
	}
}
async function tagOf({ config, commits }, semver, live) {
	const { ref, commit } = config.job;
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.G)(ref) === semver) return {
		name: ref.replace("refs/tags/", ""),
		commit
	};
	const tags = await commits.tags();
	if (tags === void 0) throw new Error("it does not list the repository's tags");
	const named = versionTags(tags).filter(({ version }) => version.text === semver);
	return named.find((tag) => tag.commit === live) ?? named[0] ?? {
		name: `v${semver}`,
		commit: void 0
	};
}
// src/domain/data/volumes.ts
function writableVolumes(service, volumes) {
	return volumes.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.k).filter(({ readOnly }) => !readOnly).map(({ source, path }) => ({
		name: nameOnHost(service, source),
		path
	}));
}
function nameOnHost(service, source) {
	return source.startsWith("/") ? source : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(service)}.${source}`;
}
function declaredPaths(service, volumes) {
	return volumes.filter(({ name }) => name.startsWith(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(service)}.image-`)).map(({ path }) => path);
}
function keptPaths(declared, tmpfs = []) {
	const inMemory = tmpfs.map((mount) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(mount)[0]));
	return [...new Set(declared.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.A))].filter((path) => !inMemory.includes(path));
}
function volumeWords(volumes) {
	return volumes.map(({ name, path }) => name === "" ? path : `${name} (${path || "in no container"})`).join(", ");
}
function allVolumes(...lists) {
	return [...new Map(lists.flat().map((volume) => [`${volume.name}:${volume.path}`, volume])).values()];
}
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
function mean({ micros, timed }) {
	return timed === 0 ? 0 : micros / timed / 1e6;
}
function slowerThan({ timed, buckets }, at) {
	return timed - (buckets[at] ?? timed);
}
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
function logGamma(x) {
	let shift = 0;
	let z = x;
	for (; z < 10; z += 1) shift -= Math.log(z);
	const inverse = 1 / (z * z);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
	return shift + (z - .5) * Math.log(z) - z + .5 * Math.log(2 * Math.PI) + series;
}
// src/domain/canary/judge.ts
var CANARY_HEALTH = [
	"healthy",
	"unhealthy",
	"exited"
];
var FALSE_ALARMS = .01;
var QUESTIONS = 4;
var MIN_ERRORS = 3;
var ERROR_FACTOR = 1.25;
var SLOWER_BY = .005;
function judge$1(look, spec) {
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
		words: tooFew(missing, spec)
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
function isEnough(window, spec) {
	return lacking(window, spec).length === 0;
}
function lacking({ canary, baseline }, { minRequests }) {
	return [["canary", canary.total], ["baseline", baseline.total]].filter(([, total]) => total < minRequests).map(([name, total]) => `the ${name} got ${total}`);
}
function tooFew(missing, { minRequests }) {
	return `too few requests: ${missing.join(", ")}; canary-min-requests is ${minRequests} for each side`;
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
	"disk-failed": {
		summary: "the host's disk fails, or is read-only",
		hint: "Look for errors of the disk in `dmesg` on the host. Reboot it once they are cured, or set renew: true for a new host."
	},
	"out-of-memory": {
		summary: "the container ran out of memory",
		hint: "Raise the input memory, or use a larger instance-type."
	},
	exited: {
		summary: "the container exited",
		hint: "Read the container's last log lines, and run the image locally with the same variables."
	},
	"port-not-listening": {
		summary: "nothing listens on the port",
		hint: "Set the input port to the one that serves HTTP. The application must listen on 0.0.0.0, not on 127.0.0.1."
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
		hint: "Allow connections from the host to its Docker networks. Look at `iptables -S OUTPUT` and `nft list ruleset` on the host, and at filters inside the container."
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
		hint: "Read the container's last log lines. Set health-path to a page that answers, or `port` to one that serves HTTP."
	},
	"health-protocol": {
		summary: "the port does not speak the protocol in the input upstream",
		hint: "Set the input upstream to what the application speaks (http, h2c or https), or the input port to one that speaks HTTP."
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
		hint: "Raise health-timeout, or set `HEALTHCHECK --interval=2s` in the Dockerfile. By default, Docker runs the first check after 30 s."
	},
	"secret-missing": {
		summary: "a secret does not exist",
		hint: "Create it, or correct its name in the input secrets."
	},
	"secret-denied": {
		summary: "the host's role is not allowed to read a secret",
		hint: "Allow the host's role to read it, or move the secret below the service's own path (see docs/guides/deploy/secrets.md)."
	},
	"secret-failed": {
		summary: "the host could not read a secret",
		hint: "Correct the secret, or its reference in the input secrets."
	},
	"proxy-port-taken": {
		summary: "the port of the proxy is taken",
		hint: "Stop the program that holds it, or choose another http-port or https-port."
	},
	"route-taken": {
		summary: "another service of the host already has this name and path",
		hint: "Choose names in `domains` or a path-prefix that no other service on the port has, or another http-port."
	},
	"certificate-failed": {
		summary: "the authority issued no certificate",
		hint: "Read its message above. Each name in `domains` and redirect-domains must resolve to this host, and ports 80 and 443 must be open to everybody. If the authority throttles, wait as long as it says. Raise certificate-timeout if it is slow."
	},
	"proxy-failed": {
		summary: "the proxy does not run",
		hint: "Check the input proxy-image: it must be Caddy 2.11.2 or newer, and the host must be able to pull it."
	},
	"proxy-without-dns": {
		summary: "the proxy's image cannot answer DNS challenges",
		hint: "Set proxy-image to a Caddy with the module dns.providers.route53. docs/guides/serve/wildcard.md has a Dockerfile for it."
	},
	"certificate-invalid": {
		summary: "the certificate in the secret of the input tls does not fit this service",
		hint: "Put the key and the whole chain of a certificate for all names in `domains` and redirect-domains into the secret (docs/guides/serve/own-certificate.md), and run this again. Nothing was changed."
	},
	"not-serving": {
		summary: "the host could not confirm that the new release is live",
		hint: "Read the host's log below. The previous release was restored."
	},
	"docker-failed": {
		summary: "Docker on the host does not answer, or refuses a request",
		hint: "Read Docker's message. If the daemon was restarting, run this again."
	},
	"host-unfit": {
		summary: "the host cannot run this release",
		hint: "Fix what is named here on the host, and run this again. Nothing was changed."
	},
	"volume-data": {
		summary: "data would be lost or split",
		hint: "Set the input volume-data to allow it, or keep the service on one host."
	},
	"start-failed": {
		summary: "Docker did not start the container",
		hint: "Read Docker's message: a volume, a user, a limit or the image's command may be wrong."
	},
	"release-command-failed": {
		summary: "the release command failed",
		hint: "Read its last lines below, and fix what it runs, or raise release-command-timeout if it needs longer. No host got the release, and the next run runs the command again."
	},
	"seed-failed": {
		summary: "the seed of the preview failed",
		hint: "Read its last lines below, and fix the command in `seed`. The next run tries it again, before anything is served."
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
		hint: "Read the container's last log lines. Raise bake-max-errors if these answers are expected."
	},
	alarm: {
		summary: "a CloudWatch alarm became active",
		hint: "Look at the alarm, and at the log below. If the release has nothing to do with it, take the alarm out of the input alarms."
	},
	"canary-errors": {
		summary: "the canary answered with too many errors",
		hint: "Read the canary's log below. If these answers are expected, raise canary-max-error-rate where the reason names it. Otherwise the baseline has fewer errors: set canary-dry-run: true, which only reports that."
	},
	"canary-slow": {
		summary: "the canary is too slow",
		hint: "Compare the two releases under load. If these durations are expected, raise canary-max-latency where the reason names it. Otherwise the baseline is faster: set canary-dry-run: true, which only reports that."
	},
	"canary-died": {
		summary: "the canary exited",
		hint: "Read the container's last log lines. Its memory limit or a request may be the reason."
	},
	"canary-unhealthy": {
		summary: "the canary became unhealthy",
		hint: "Read the canary's log and its answer to the health check below."
	},
	"canary-inconclusive": {
		summary: "the canary got too few requests to judge it",
		hint: "Give its steps more time or a larger share, lower canary-min-requests, or set canary-inconclusive to hold or promote."
	},
	"canary-aborted": {
		summary: "the canary was aborted",
		hint: "See who aborted it and why, or how long it was paused. Run this again when the release can go ahead."
	},
	"canary-upstream": {
		summary: "a canary must speak the same protocol as the live release",
		hint: "Deploy the new value of `upstream` once without canary-steps. The cut-over loses no request."
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
	"program-missing": {
		summary: "the host lost the program of this action several times in a row",
		hint: "Removals of the host's last service take it along: run this again once they have ended. If that does not help, look for what else removes files from /var/lib/docker-to-ec2 on the host."
	},
	"command-timed-out": {
		summary: "the work on the host took longer than the input deploy-timeout allows",
		hint: "Raise deploy-timeout, and run this again: the next run cleans up."
	},
	"agent-failed": {
		summary: "SSM's agent failed on the host three times in a row",
		hint: "Read the agent's words below, and its log in /var/log/amazon/ssm on the host. A full disk and too little memory are known reasons: remove them, restart the agent or the host, and run this again."
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
var OUTCOMES = [
	"deployed",
	"unchanged",
	"rolled-back",
	"restarted",
	"canary",
	"failed"
];
var MANY = 1e3;
var word = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(1024));
var wordOrNone = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)(word, "");
var textOrNone = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), "");
var flag = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.n)(), false);
function knownOf(item) {
	return (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Pt)(item, MANY), []);
}
var A_CONTROL = new RegExp(`[${_start_js__WEBPACK_IMPORTED_MODULE_0__.nt}]`, "g");
var shown = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.N)((text) => text.replace(A_CONTROL, "�").slice(0, 1024)));
var volume = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	name: shown,
	path: shown
});
var finding = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	name: wordOrNone,
	detail: textOrNone,
	hint: textOrNone,
	fatal: flag
});
var served = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	service: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
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
	route: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)(_request_js__WEBPACK_IMPORTED_MODULE_1__.v, _request_js__WEBPACK_IMPORTED_MODULE_1__.y),
	migration: flag,
	runUrl: wordOrNone
});
var side = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	total: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot,
	errors: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot,
	micros: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot,
	buckets: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot)
});
var reading = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	health: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.T)(CANARY_HEALTH), "unhealthy"),
	counters: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		epoch: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(),
		bounds: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
		live: side,
		canary: side
	})), void 0)
});
var DEPLOY_ANSWER = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	outcome: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.T)(OUTCOMES),
	rolledBack: flag,
	document: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(served), void 0),
	cause: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.l)(isCause)), "program-failed"),
	previous: wordOrNone,
	serving: wordOrNone,
	servingRelease: wordOrNone,
	looked: flag,
	exitCode: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)()), void 0),
	healthCode: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)()), void 0),
	ports: knownOf(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	detail: textOrNone,
	evidence: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		logs: textOrNone,
		health: textOrNone,
		host: textOrNone
	}), {
		logs: "",
		health: "",
		host: ""
	}),
	canary: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(reading), void 0),
	findings: knownOf(finding),
	secrets: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ft)(word), {}),
	volumes: knownOf(volume),
	steps: knownOf((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		name: word,
		ms: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.g)(_start_js__WEBPACK_IMPORTED_MODULE_0__.h))
	}))
});
var release = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	release: word,
	container: flag,
	image: flag,
	active: flag,
	left: flag
});
var service = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	service: word,
	release: wordOrNone,
	serving: wordOrNone,
	running: flag,
	asleep: flag,
	unwoken: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		cause: word,
		detail: textOrNone,
		at: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.jt,
		logs: textOrNone
	})), null),
	healthy: flag,
	healthcheck: wordOrNone,
	startedAt: wordOrNone,
	releases: knownOf(release),
	drift: knownOf((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)()),
	volumes: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		...volume.entries,
		bytes: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot), null)
	})), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(MANY)), []),
	certificates: knownOf((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		name: word,
		issuer: wordOrNone,
		expires: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.jt)
	})),
	traffic: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		requests: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot,
		seconds: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.v)(1))
	})), null),
	canary: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		release: word,
		share: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot,
		since: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.jt
	})), null)
});
var STATUS_ANSWER = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	outcome: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.p)("status"),
	services: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(service), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(MANY)),
	others: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(word), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(MANY))),
	kept: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(word), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.h)(MANY))),
	docker: wordOrNone,
	diskFreeBytes: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot, 0),
	findings: knownOf(finding)
});
var REMOVE_ANSWER = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	outcome: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.p)("removed"),
	removed: knownOf(word),
	kept: knownOf(word),
	others: knownOf(word),
	findings: knownOf(finding)
});
function answerOf(schema, stdout) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(schema, stdout.split("\n", 1)[0] ?? "");
}
// src/domain/rollout/result.ts
function failureOf(results) {
	const failed = results.filter(({ outcome }) => outcome === "failed");
	return failed.find(({ cause }) => cause !== "not-started") ?? failed[0];
}
function noneFailed(results) {
	return failureOf(results) === void 0;
}
function unservedBy(results) {
	const failed = failureOf(results) ?? results[0];
	if (failed === void 0) throw new Error("No host answered.");
	return failed;
}
function previousOf(results) {
	return results.find(({ previous }) => previous !== "")?.previous ?? "";
}
function servedByAll(results) {
	const told = results.find(({ served }) => served)?.served;
	return results.every(({ outcome, serving }) => outcome !== "failed" && serving === told?.digest) ? told : void 0;
}
function keptBy(results) {
	const secrets = [...Map.groupBy(results.flatMap(({ secrets }) => Object.entries(secrets)), ([name]) => name)].map(([name, all]) => [name, [...new Set(all.map(([, version]) => version))].join(" ")]);
	return {
		secrets: Object.fromEntries((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.wt)(Object.fromEntries(secrets))),
		volumes: allVolumes(...results.map(({ volumes }) => volumes))
	};
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
// src/domain/plan/facts-text.ts
function hostWords(hostPlan, instanceType) {
	if (hostPlan.kind === "refuse") return "refuse";
	const launches = hostPlan.plans.filter(({ kind }) => kind === "launch").length;
	return [...hostPlan.plans.flatMap((plan) => presentWords(plan, instanceType)), ...launches === 0 ? [] : [`launch ${launches === 1 ? "a" : launches} ${instanceType}`]].join(", ");
}
function presentWords(plan, instanceType) {
	const named = ({ id, instanceType: type }) => `${id} (${type})`;
	switch (plan.kind) {
		case "launch": return [];
		case "start": return [`start ${named(plan.host)}`];
		case "reuse": return [`use ${named(plan.host)}`];
		case "replace": return [`replace ${named(plan.host)} by ${plan.next ? named(plan.next) : `a new ${instanceType}`} (${plan.because})`];
	}
}
function imageWords(image) {
	switch (image.kind) {
		case "given": return `${image.name}, ${image.digest}`;
		case "tagged": return `${image.repository}:${image.tag}${sourceWords(image)}, in the registry: ${image.digest}`;
		case "promoted": return `${image.repository}, in the registry: ${image.digest}`;
		case "copy": return `${image.repository}, to be copied from ${image.from}: ${image.digest}`;
		case "build": return `${image.repository}:${image.tag}${sourceWords(image)}, to be built${image.rebuilds === void 0 ? "" : " again"}`;
		case "unknown": return "not checked, because the host is refused";
	}
}
function sourceWords({ differences }) {
	return differences === 0 ? "" : `, of the commit with ${differences === 1 ? "1 file" : `${differences} files`} changed or added`;
}
// src/domain/dns/record-set.ts
function isAddressList({ type, alias, routed }) {
	return type === "A" && alias === void 0 && !routed;
}
function setWords({ type, values, alias }) {
	return `${type} ${alias === void 0 ? values.join(", ") : `alias of ${alias}`}`;
}
// src/domain/dns/step-words.ts
function stepWords(step) {
	switch (step.action) {
		case "create":
		case "keep": return `${step.action} ${recordWords(step)}${inZone(step.zone)}`;
		case "change": return `change ${recordWords(step)}${inZone(step.zone)}, now ${step.owned.address ? setWords(step.owned.address) : "nothing"}`;
		case "remove": return `remove ${removalWords(step)}`;
		case "leave": return `keep ${step.name} ${setWords(step.there)}${inZone(step.zone)}, which this action did not create`;
		case "elsewhere": return `${recordWords(step)} with a TTL of 60: create it yourself, wherever the DNS of ${step.name} is`;
	}
}
function removalWords({ name, owned, zone }) {
	return `${name}${owned.address ? ` ${setWords(owned.address)}` : ""}${inZone(zone)}`;
}
function recordWords({ name, to }) {
	return `${name} A ${destinationWords(to)}`;
}
function destinationWords({ addresses, pending }) {
	const unknown = pending === 0 ? [] : [pending === 1 ? "the address of the new host" : `the addresses of ${pending} new hosts`];
	return [...addresses, ...unknown].join(", ");
}
function inZone({ name, id }) {
	return ` in the hosted zone ${name} (${id})`;
}
// src/domain/plan/hash.ts
var PARTS = [
	"host",
	"image",
	"release",
	"configuration",
	"names",
	"live"
];
function planHash(facts) {
	const parts = partsOf(facts);
	return ["v1", ...PARTS.map((name) => parts[name])].join(".");
}
function changesSince(approved, facts) {
	const [, ...then] = approved.split(".");
	const now = [facts, builtSince(facts)].map(partsOf);
	return PARTS.flatMap((name, at) => now.some((parts) => then[at] === parts[name]) ? [] : [sentence$1(name, then[at] ?? "", facts)]);
}
function builtSince(facts) {
	const { image } = facts;
	return image.kind === "tagged" ? {
		...facts,
		image: {
			...image,
			kind: "build",
			newRepository: false
		}
	} : facts;
}
function partsOf(facts) {
	const { accountId, region, service, release, record, configuration, proxyImage } = facts;
	const place = [
		accountId,
		region,
		service.name,
		service.environment
	];
	return {
		host: hash$1([...place, hostsIdentity(facts)]),
		image: hash$1([...place, imageIdentity(facts.image)]),
		release: hash$1([
			...place,
			release.commit,
			release.migration,
			...verifiedIdentity(release)
		]),
		configuration: hash$1([
			...place,
			(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.et)(configuration),
			(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.it)(configuration),
			proxyImage
		]),
		names: hash$1([...place, facts.names.map(nameIdentity)]),
		live: record?.release ?? "none"
	};
}
function hash$1(identity) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12);
}
function hostsIdentity({ hostPlan, spec, volumeData }) {
	return hostPlan.kind === "refuse" ? ["refuse", hostPlan.reason] : hostPlan.plans.map((plan) => hostIdentity(plan, spec, volumeData));
}
function hostIdentity(plan, spec, volumeData) {
	switch (plan.kind) {
		case "launch": return ["launch", spec];
		case "replace": return [
			"replace",
			plan.host.id,
			plan.next?.id ?? null,
			spec,
			volumeData
		];
		case "start":
		case "reuse": return [
			plan.kind,
			plan.host.id,
			plan.host.elasticIp || !spec.elasticIp
		];
	}
}
function imageIdentity(image) {
	switch (image.kind) {
		case "given": return [image.name, image.digest];
		case "tagged": return [
			image.repository,
			image.tag,
			image.digest
		];
		case "promoted":
		case "copy": return ["promoted", image.digest];
		case "build": return image.rebuilds === void 0 ? [image.repository, image.tag] : [
			image.repository,
			image.rebuilds,
			"again"
		];
		case "unknown": return [];
	}
}
function nameIdentity(step) {
	switch (step.action) {
		case "create":
		case "change":
		case "keep": return [
			step.name,
			step.zone.id,
			step.to
		];
		case "leave": return [
			step.name,
			step.zone.id,
			step.there
		];
		case "remove": return [
			step.name,
			step.zone.id,
			"remove"
		];
		case "elsewhere": return [step.name, step.to];
	}
}
function verifiedIdentity({ verified }) {
	return verified ? [
		verified.environment,
		verified.release,
		verified.digest
	] : [];
}
function sentence$1(part, then, facts) {
	switch (part) {
		case "host": return `the host: now this run would ${hostWords(facts.hostPlan, facts.spec.instanceType)} in ${facts.region} of this account`;
		case "image": return `the image: now it is ${imageWords(facts.image)}`;
		case "release": return releaseSentence(facts.release);
		case "configuration": return "the configuration: env, secrets or another input of the container or the proxy has changed";
		case "names": return `the names: now this run would ${facts.names.map(stepWords).join("; ") || "leave all of them alone"}`;
		case "live": return `what serves: approved ${then === "none" ? "when nothing served" : `over ${then}`}; now ${liveWords(facts)}`;
	}
}
function releaseSentence({ commit, migration, verified }) {
	const besides = migration ? ", with a migration" : "";
	if (verified) return `what is promoted: now it is ${verified.release} of ${verified.environment}${besides}`;
	return `the commit: now it is ${shortCommit(commit)}${besides}`;
}
function liveWords({ record }) {
	return record ? `${record.release} serves, deployed by ${record.actor} in ${record.runUrl}` : "nothing is recorded";
}
// src/domain/release/secret-changes.ts
var NO_SECRET_CHANGES = {
	changed: [],
	unknown: []
};
function comparedSecrets(spec, record) {
	const deployed = new Map(Object.entries(record?.secrets ?? {}));
	return new Map(sourcesOf(spec).filter(([name]) => deployed.has(name)));
}
function sourcesOf({ secrets, tls = "", "acme-account": account, "basic-auth": door }) {
	const ofProxy = {
		"tls (input)": (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.S)(tls),
		"acme-account (input)": account,
		"basic-auth (input)": door
	};
	return [...Object.entries(secrets), ...Object.entries(ofProxy)].flatMap(([name, source]) => source ? [[name, source]] : []);
}
function compareSecrets(spec, record, current) {
	const deployed = new Map(Object.entries(record?.secrets ?? {}));
	const seen = [...comparedSecrets(spec, record)].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, source]) => ({
		name,
		now: current.get(source) ?? { unknown: "AWS did not say" }
	}));
	return {
		changed: seen.flatMap(({ name, now }) => "version" in now && now.version !== deployed.get(name) ? [name] : []),
		unknown: seen.flatMap(({ name, now }) => "unknown" in now ? [{
			name,
			reason: now.unknown
		}] : [])
	};
}
// src/domain/host/differences.ts
var HOST_SETTINGS = {
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
	},
	capacity: {
		fits: ({ spot }, { capacity }) => capacity === "spot" || !spot,
		there: ({ spot }) => spot ? "spot" : "on-demand",
		wanted: ({ capacity }) => capacity
	}
};
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
function differenceText(differences) {
	return differences.map(({ input, there, wanted }) => `${input} is ${there}, not ${wanted}`).join("; ");
}
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
// src/domain/open-ports.ts
function closedPorts(ports, open) {
	return ports.filter(({ protocol, port }) => !open.some((range) => range.protocol === protocol && range.from <= port && port <= range.to));
}
function portsBeside(ports, others) {
	return ports.filter((port) => !hasPort(others, port));
}
function hasPort(ports, { protocol, port }) {
	return ports.some((one) => one.protocol === protocol && one.port === port);
}
function portWords(ports) {
	const words = ports.map(({ protocol, port }) => protocol === "udp" ? `${port}/udp` : String(port));
	if (words.length === 0) return "no port";
	if (words.length === 1) return `port ${words[0]}`;
	return `ports ${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
// src/domain/release/fingerprint.ts
var FINGERPRINT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	whole: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	proxy: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	parts: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ft)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ft)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)())))
});
function fingerprintOf(spec, salt) {
	const named = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.rt)().map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.et)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.it)(spec))),
		parts: {
			...Object.fromEntries(named),
			inputs: inputsOf(spec, salt)
		}
	};
}
function inputsOf(spec, salt) {
	const texts = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.at)().filter(([, { identity, acts }]) => identity || acts === "proxy").filter(([name, setting]) => setting.told !== "names" && !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.tt)(setting, spec[name])).map(([name, { told: how, spell }]) => {
		const text = spell(spec[name]);
		return [name, how === "value" ? text : hash(salt, "input", name, text)];
	});
	return Object.fromEntries(texts);
}
function hashed(values, [salt, kind]) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]));
}
function hash(...parts) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
function recordedGrace(record) {
	const name = "stop-grace-period";
	try {
		return _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Z[name].parse(record?.fingerprint?.parts?.["inputs"]?.[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _inputs_js__WEBPACK_IMPORTED_MODULE_3__.ut) return 0;
		throw error;
	}
}
function hasSameProxyPart({ release, fingerprint }, wanted) {
	return fingerprint === void 0 || fingerprint.proxy === fingerprintOf(wanted, release).proxy;
}
function compareFingerprint(record, wanted) {
	const { whole, proxy, parts } = fingerprintOf(wanted, record?.release ?? "");
	if (record === void 0) return changesOf$1(void 0, parts);
	const { fingerprint } = record;
	if (fingerprint === void 0) return { kind: "unknown" };
	if (fingerprint.whole === whole && fingerprint.proxy === proxy) return { kind: "unchanged" };
	return fingerprint.parts === void 0 ? { kind: "changed" } : changesOf$1(fingerprint.parts, parts);
}
function changesOf$1(before = {}, after) {
	const named = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.rt)().map((name) => [name, nameChanges(before[name], after[name])]);
	const { added, removed, changed } = nameChanges(before.inputs, after.inputs);
	const inputs = [
		...added,
		...removed,
		...changed
	].map((name) => inputChange(name, before.inputs?.[name], after.inputs[name]));
	return {
		kind: "named",
		...Object.fromEntries(named),
		inputs
	};
}
function inputChange(name, before, after) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.at)().some(([known, { told }]) => known === name && told === "value") ? {
		name,
		before: before ?? usual(name),
		after: after ?? usual(name)
	} : { name };
}
function usual(input) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.at)().find(([name]) => name === input)?.[1].default ?? "";
}
function nameChanges(before = {}, after) {
	const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
	const names = (of, keep) => [...of.keys()].filter(keep).toSorted();
	return {
		added: names(next, (name) => !old.has(name)),
		removed: names(old, (name) => !next.has(name)),
		changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name))
	};
}
// src/domain/release/record.ts
var ATTEMPT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	release: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	commit: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	semver: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	outcome: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	cause: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	actor: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	runUrl: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	at: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	seconds: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot,
	command: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	committedAt: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	reached: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	served: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	canary: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	note: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)())
});
var RECORD = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	schema: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.p)(1),
	version: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	over: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	token: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ot),
	service: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	namedAfter: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	release: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	digest: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	image: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	login: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	commit: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	semver: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	artifact: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	previousRelease: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	previousCommit: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	hostId: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	hostIds: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__._)(1))),
	route: _request_js__WEBPACK_IMPORTED_MODULE_1__.v,
	actor: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	runUrl: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	deployedAt: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	migration: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.n)(),
	blocked: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	freeze: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.v),
	fingerprint: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(FINGERPRINT),
	secrets: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ft)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)())),
	volumes: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		name: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
		path: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt
	}))),
	zones: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt)),
	program: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	proxyImage: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt),
	promotedFrom: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
		release: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt
	})),
	preview: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		number: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.At,
		repository: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
		repositoryId: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.a)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt)
	})),
	attempt: ATTEMPT
});
function hostsWithoutProgram(record, hostIds, program) {
	const having = record?.program === program ? hostIdsOf(record) : [];
	return hostIds.filter((id) => !having.includes(id));
}
var RECORD_LIMIT = 4096;
function recordText(record) {
	const { secrets: _, ...withoutSecrets } = withoutParts(record);
	const texts = [
		record,
		withoutParts(record),
		withoutSecrets,
		withFewWords(withoutSecrets)
	].map((shorter) => JSON.stringify(shorter));
	return texts.find((text) => Buffer.byteLength(text) <= 4096) ?? texts.at(-1) ?? "";
}
var FEW_WORDS = 40;
function withFewWords({ freeze, attempt, ...record }) {
	const { note: _, ...rest } = attempt;
	const [...letters] = freeze?.reason ?? "";
	const reason = letters.length > FEW_WORDS ? `${letters.slice(0, FEW_WORDS).join("")}…` : letters.join("");
	return {
		...record,
		...freeze && { freeze: {
			...freeze,
			reason
		} },
		attempt: rest
	};
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
function parseRecord(text) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(RECORD, text);
}
function refuseUnreadable(services) {
	return services.length === 0 ? void 0 : unreadable(services);
}
function unreadable(services) {
	const names = services.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.At);
	const [is, it] = names.length === 1 ? ["is", "it"] : ["are", "each"];
	return {
		code: "record-unreadable",
		reason: `${names.join(", ")} ${is} there, but cannot be read, so nobody knows what belongs to ${services.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.wt).join(", ")}`,
		hint: `Look at ${it} with aws ssm get-parameter-history, and write a good version back. If a later version of this action wrote it, use that version. If nothing of the service must be kept, delete the parameter.`
	};
}
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
function imageOf$1({ service: name, environment, image, digest, login, volumes }) {
	const declared = volumes && declaredPaths({
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
function servesFrom(record, repository) {
	return record !== void 0 && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(record.image).repository === repository;
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}
// src/domain/host/host-plan.ts
function planHosts(spec, observed) {
	if (spec.instanceId !== void 0) return refuseOthers$1(spec, planNamedHost(spec.instanceId, observed));
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
function planExisting(spec, observed) {
	if (spec.instanceId !== void 0) return planNamedHost(spec.instanceId, observed);
	const hosts = withoutSuccessors(observed);
	if (hosts.length > 0) return {
		kind: "hosts",
		plans: hosts.map(startOrReuse)
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("nothing is deployed here", "Check the inputs service, environment and aws-region.");
}
function planNamedHost(id, observed) {
	const host = observed.find((candidate) => candidate.id === id);
	if (host) return {
		kind: "hosts",
		plans: [startOrReuse(host)]
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`instance-id ${id} does not exist in this region, or was terminated`, "Check the inputs instance-id and aws-region.");
}
function tooMany({ service, instances }, hosts) {
	const ids = hosts.map(({ id }) => id).join(", ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${hosts.length} hosts have the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}, but instances is ${instances}: ${ids}`, `Set instances: ${hosts.length} to deploy to all of them, terminate the ones that you do not need, or remove their tags. instance-id selects a single one.`);
}
function planHost(spec, host, next) {
	if (next) return continued(spec, host, next);
	const differences = hostDifferences(host, spec);
	if (!spec.renew && differences.length === 0) return startOrReuse(host);
	if (!(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, spec.service)) return refuseForeign$1(host, differences);
	const because = differenceText(differences) || "renew asks for a new host";
	return spec.renew || spec.allowReplacement ? {
		kind: "replace",
		host,
		next: void 0,
		because
	} : refuseReplacement(host, differences);
}
function continued(spec, host, next) {
	const differences = hostDifferences(next, spec);
	if (differences.length === 0) return {
		kind: "replace",
		host,
		next,
		because: "an interrupted run launched its successor"
	};
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${next.id}, which an interrupted run launched to replace ${host.id}, does not match the inputs: ${differenceText(differences)}`, `Set ${keeping(differences)} to continue with it, or terminate ${next.id} and run this again.`);
}
function refuseReplacement(host, differences) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${host.id} does not match the inputs, which need a new host: ${differenceText(differences)}`, `Set ${keeping(differences)} to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.`);
}
function refuseForeign$1(host, differences) {
	const what = differences.length === 0 ? "renew asks for a new one" : differenceText(differences);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the action did not create ${host.id} for this service, so it does not replace it: ${what}`, differences.length === 0 ? "Leave renew out." : `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
function refuseOthers$1(spec, plan) {
	const [named] = plan.kind === "hosts" ? plan.plans : [];
	const differences = named && "host" in named ? hostDifferences(named.host, spec) : [];
	if (differences.length === 0) return plan;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the host in instance-id, ${spec.instanceId}, does not match the inputs, and the action does not replace it: ${differenceText(differences)}`, `Set ${keeping(differences)}, or leave ${inputs(differences)} out.`);
}
function keeping(differences) {
	return differences.map(({ input, there }) => `${input}: ${there}`).join(" and ");
}
function inputs(differences) {
	return differences.map(({ input }) => input).join(" and ");
}
function startOrReuse(host) {
	return (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.h)(host) ? {
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
function withoutSuccessors(observed) {
	return observed.filter(({ replaces }) => replaces === void 0 || observed.every(({ id }) => id !== replaces));
}
function isSettled(host, spec, record) {
	if (!hostIdsOf(record).includes(host.id)) return false;
	return !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, spec.service) || hasPorts(record, spec) && isOpen(host, spec) && (host.elasticIp || !spec.elasticIp);
}
function isOpen({ openPorts }, { ports }) {
	return openPorts === void 0 || closedPorts(ports, openPorts).length === 0;
}
function hasPorts(record, { ports }) {
	const open = record === void 0 ? [] : (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(record.route);
	return [...portsBeside(open, ports), ...portsBeside(ports, open)].length === 0;
}
function subnetsTaken(plans) {
	return plans.map((plan) => plan.kind === "start" || plan.kind === "reuse" ? plan.host.subnetId : void 0);
}
function stayingHost(plan) {
	if (plan.kind === "launch") return void 0;
	return plan.kind === "replace" ? plan.next : plan.host;
}
function freeAddresses(addresses, plans) {
	const kept = plans.flatMap((plan) => stayingHost(plan)?.publicIp ?? []);
	return addresses.filter((address) => !kept.includes(address));
}
function replacedHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "replace" ? [plan.host] : []);
}
function keptHosts(plans) {
	return plans.flatMap((plan) => plan.kind === "start" || plan.kind === "reuse" ? [plan.host] : []);
}
function usesSpot(plans, { capacity }) {
	return plans.some((plan) => stayingHost(plan)?.spot ?? capacity === "spot");
}
function needsLaunch(plan) {
	return plan.kind === "launch" || plan.kind === "replace" && plan.next === void 0;
}
// src/domain/preview/guards.ts
function isPreviewRecord({ preview, environment }, asked) {
	return environment === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Q)(asked.number) && preview !== void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Y)(preview, asked);
}
function refuseNotPreview(record, preview) {
	if (record === void 0 || isPreviewRecord(record, preview)) return void 0;
	const { service: name, environment, preview: other } = record;
	const what = other === void 0 ? "no preview" : `the preview of ${other.repository}#${other.number}`;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
			name,
			environment
		})} is ${what}, so a run for ${preview.repository}#${preview.number} does not touch it`,
		hint: `Give this repository another service name, or remove that service with command: destroy and environment: ${environment}.`
	};
}
function refuseDeployedSince(record, preview) {
	const judged = preview.act === "remove" ? preview.judged : void 0;
	if (judged === void 0 || record === void 0 || record.deployedAt === judged) return void 0;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Q)(preview.number)} was deployed at ${record.deployedAt}, after this run decided to remove it`,
		hint: "Run this again: it decides again."
	};
}
function refuseOtherCommit$1({ number, head, onlyHead }, { kind, commit }, ofRun) {
	if (commit === head || !onlyHead && (kind === "given" || commit === ofRun)) return void 0;
	const found = `the commit ${shortCommit(commit)} is checked out`;
	return onlyHead ? {
		reason: `${found}, and the label was set for ${shortCommit(head)}`,
		hint: "Let actions/checkout check out ref: ${{ github.event.pull_request.head.sha }}."
	} : {
		reason: `${found}, and pull request ${number} has ${shortCommit(head)}`,
		hint: "Leave ref out of actions/checkout: it then takes the commit of the pull request."
	};
}
function refuseLateRun({ number, head, onlyHead }, now) {
	if (now.state === "closed") return {
		reason: `pull request ${number} is closed, so it gets no preview`,
		hint: "Reopen it: that starts a run of its own."
	};
	if (now.head === head) return void 0;
	return {
		code: "superseded",
		reason: `pull request ${number} has a newer commit, ${shortCommit(now.head)}, so ${shortCommit(head)} is not served`,
		hint: onlyHead ? "Let a reviewer set the label again, after reading the newest commit." : "The run of the newest commit serves it. Run that one again if it failed."
	};
}
function refuseCrowd(records, asked) {
	const { preview, hostId, limit } = asked;
	const there = records.filter((record) => record.preview !== void 0 && hostIdsOf(record).includes(hostId));
	if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return void 0;
	const list = there.map(({ service: name, environment, deployedAt }) => `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
		name,
		environment
	})} of ${deployedAt.slice(0, 10)}`);
	return {
		reason: `${hostId} has ${there.length} ${there.length === 1 ? "preview" : "previews"}, and preview-limit is ${limit}: ${list.join(", ")}`,
		hint: "Close a pull request that needs no preview any more, or raise preview-limit."
	};
}
// src/domain/host/ending.ts
function clearHosts(stakes, volumeData) {
	const [refusal] = refusalsToEnd(stakes, volumeData);
	if (refusal) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(refusal.reason, refusal.hint);
	return { hosts: stakes.map(({ hostId: id }) => ({ id })) };
}
function refusalsToEnd(stakes, volumeData) {
	return [refuseGuests(stakes), ...volumeData.includes("discarded") ? [] : [refuseDataLoss(stakes), refuseUnknown$1(stakes)]].filter((refusal) => refusal !== void 0);
}
function refuseGuests(stakes) {
	const shared = stakes.filter(({ guests }) => guests.length > 0);
	if (shared.length === 0) return void 0;
	const guests = [...new Set(shared.flatMap((stake) => stake.guests))].join(", ");
	return {
		reason: `the host ${shared.map(({ hostId }) => hostId).join(", ")} also serves ${guests}`,
		hint: `Destroy or move ${guests} first.`
	};
}
function refuseDataLoss(stakes) {
	const lost = stakes.filter(({ volumes }) => volumes.length > 0);
	if (lost.length === 0) return void 0;
	return {
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${volumeWords(volumes)}`).join("; "),
		hint: "Copy the data off the host first, then set volume-data: discarded."
	};
}
function refuseUnknown$1(stakes) {
	const unknown = stakes.filter((stake) => stake.unknown !== void 0);
	if (unknown.length === 0) return void 0;
	return {
		reason: unknown.map((stake) => `nobody knows what is on ${stake.hostId}: ${stake.unknown}`).join("; "),
		hint: "Bring the host back and run this again, or set volume-data: discarded to continue without what is on it: data, and services without a record."
	};
}
function refuseStaying(staying) {
	if (staying.length === 0) return void 0;
	return {
		reason: `${staying.join(", ")} also ${staying.length === 1 ? "belongs" : "belong"} to the service, and instance-id does not name ${staying.length === 1 ? "it" : "them"}`,
		hint: "Leave instance-id out to destroy the service with all its hosts."
	};
}
function refuseNoPreview(preview, ending) {
	const { record, own } = ending;
	if (own.length === 0) return refuseNotPreview(record, preview);
	return {
		reason: `${own.join(", ")} has the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Q)(preview.number)}, and a preview has no host of its own`,
		hint: "Remove these tags, or remove that service with command: destroy."
	};
}
function clearRepository(name, others) {
	const users = others.filter((record) => servesFrom(record, name)).map(({ service, environment }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
		name: service,
		environment
	}));
	if (users.length === 0) return { name };
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the repository ${name} also has the image of ${users.join(", ")}`, `Leave destroy-repository out, or destroy ${users.join(", ")} first.`);
}
// src/domain/host/host-role.ts
var TO_HOST = 1;
var TO_CONTAINERS = 2;
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => stayingHost(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/domain/release/commit-order.ts
function refuseBlocked(commit, record, { allowRolledBack }) {
	if (allowRolledBack || !record?.blocked.includes(commit)) return void 0;
	return {
		reason: `commit ${shortCommit(commit)} was rolled back`,
		hint: "Deploy a newer commit, or set allow-rolled-back: true to deploy this one anyway."
	};
}
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade) return void 0;
	return {
		reason: `commit ${shortCommit(commit)} is older than ${shortCommit(live)}, which is live`,
		hint: "Deploy or promote a newer commit. To return to an older one, use command: rollback, or set allow-downgrade: true."
	};
}
function withMarksOf(record, meanwhile, seen) {
	const marked = meanwhile.blocked.filter((commit) => commit !== record.commit && !seen?.blocked.includes(commit));
	const others = record.blocked.filter((commit) => !marked.includes(commit));
	const changed = (one) => JSON.stringify(one.freeze) !== JSON.stringify(seen?.freeze);
	const { freeze } = changed(record) || !changed(meanwhile) ? record : meanwhile;
	return {
		...record,
		freeze,
		blocked: [...marked, ...others].slice(0, 20)
	};
}
// src/domain/dns/destination.ts
function plannedDestination(plans, spec) {
	const known = plans.map((plan) => plannedAddress(plan, spec));
	const addresses = known.filter((address) => address !== void 0);
	return {
		addresses,
		pending: known.length - addresses.length
	};
}
function plannedAddress(plan, spec) {
	switch (plan.kind) {
		case "launch": return;
		case "replace": return spec.elasticIp && plan.host.elasticIp ? plan.host.publicIp : void 0;
		case "start":
		case "reuse": return keepsAddress(plan, spec) ? addressOf(plan.host) : void 0;
	}
}
function keepsAddress({ kind, host }, spec) {
	if (host.elasticIp) return true;
	return kind === "reuse" && (!spec.elasticIp || !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, spec.service));
}
function addressOf({ publicIp, privateIp }) {
	return publicIp ?? privateIp;
}
function servingDestination(plans, hosts, record) {
	const now = hosts.map((host, at) => {
		const plan = plans[at];
		return plan?.kind === "replace" ? plan.host : host;
	});
	const serving = now.filter(({ id }) => hostIdsOf(record).includes(id));
	return destinationOf(serving.length > 0 ? serving : now);
}
function destinationOf(hosts) {
	return {
		addresses: hosts.flatMap((host) => addressOf(host) ?? []),
		pending: 0
	};
}
// src/domain/container/own-folders.ts
var OWN = [
	"/var/lib/docker-to-ec2",
	"/run/docker-to-ec2",
	"/var/run/docker-to-ec2"
];
function refuseOwnFolders(volumes) {
	const given = volumes.map((volume) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(volume).source).filter((source) => source.startsWith("/"));
	const wrong = given.find((source) => OWN.some((folder) => isIn(straight(source), folder)));
	if (wrong !== void 0) return {
		reason: `volumes: ${wrong} is a folder that this action uses on the host`,
		hint: "Use another folder, or a named volume."
	};
	const around = given.find((source) => straight(source) !== "/" && OWN.some((folder) => isIn(folder, straight(source))));
	if (around === void 0) return void 0;
	return {
		reason: `volumes: ${around} contains a folder that this action uses on the host`,
		hint: "Name the folder below it that you need."
	};
}
function isIn(path, folder) {
	return `${path}/`.startsWith(`${folder}/`);
}
function straight(path) {
	const names = [];
	for (const name of path.split("/")) if (name === "..") names.pop();
	else if (name !== "" && name !== ".") names.push(name);
	return `/${names.join("/")}`;
}
// src/domain/order/cut-over.ts
function markOfProxy({ reference }) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(reference).digest("hex").slice(0, 8);
}
function replacesProxy(record, image) {
	return image.given && record.proxyImage !== markOfProxy(image);
}
var BAKE_MIN_REQUESTS = 20;
function cutOverFields({ drainTimeout, certificateTimeout, bake, keep, proxyImage, ownRegistry, network }) {
	return {
		keep,
		drainTimeout,
		certificateTimeout,
		bake: {
			time: bake.time,
			minRequests: BAKE_MIN_REQUESTS,
			maxErrorShare: bake.maxErrorShare
		},
		proxy: {
			image: proxyImage.reference,
			login: loginFor(proxyImage.reference, ownRegistry),
			given: proxyImage.given
		},
		network: {
			subnet: network.subnet ?? null,
			avoid: network.avoid
		}
	};
}
function loginFor(image, ownRegistry) {
	const { registry } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(image);
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.bt)(registry, ownRegistry) ? registry : "";
}
// src/domain/dns/name-step.ts
function isChange({ action }) {
	return action === "create" || action === "change" || action === "remove";
}
// src/domain/plan/changes-nothing.ts
function changesNothing(compared) {
	const { hostPlan, record, release, configuration, secrets, names, drift, proxyImage } = compared;
	if (secrets.changed.length > 0 || drift.length > 0 || names.some(isChange)) return false;
	if (hostPlan.kind !== "hosts" || record === void 0 || record.release !== release) return false;
	if (!hasSameProxyPart(record, configuration) || replacesProxy(record, proxyImage)) return false;
	return hostPlan.plans.every((plan) => stays(plan, {
		...compared,
		record
	}));
}
function stays(plan, { record, spec }) {
	return plan.kind === "reuse" && isSettled(plan.host, spec, record);
}
// src/domain/cost/dollars.ts
function dollars(amount) {
	return amount < 10 ? `$${amount.toFixed(2)}` : `$${Math.round(amount)}`;
}
// src/domain/cost/limit.ts
function refuseCost({ total, unknown, cheaper, prices }, limit) {
	if (unknown.length > 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`max-monthly-cost is $${limit}, but ${unknown.join(", and ")} (list prices of ${prices.date})`, "Choose an instance-type and a region with known prices, or set max-monthly-cost: none.");
	const shown = total.toFixed(2);
	if (Number(shown) <= limit) return void 0;
	const instead = cheaper === void 0 ? "" : `instance-type: ${cheaper.instanceType} saves about ${dollars(cheaper.saves)} for each host. `;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the hosts would cost about $${shown} a month by list prices of ${prices.date}, more than max-monthly-cost: ${limit}`, `${instead}Choose a smaller instance-type or volume-size, or fewer instances, or raise max-monthly-cost.`);
}
// src/domain/rollout/alarms.ts
function refuseAlarms(names, states) {
	const missing = names.filter((name) => !states.has(name));
	if (missing.length > 0) return {
		reason: `alarms names ${missing.join(", ")}, which CloudWatch does not have in this region and account`,
		hint: "Check the input alarms, account-id and aws-region."
	};
	const active = activeWords(names, states);
	if (active === void 0) return void 0;
	return {
		reason: `an alarm is already active: ${active}`,
		hint: "Wait until it is OK again, or take it out of the input alarms. `rollback` still works."
	};
}
function activeWords(names, states) {
	const active = names.flatMap((name) => {
		const seen = states.get(name);
		return seen?.state === "ALARM" ? [`${name}${seen.reason === "" ? "" : ` (${seen.reason})`}`] : [];
	});
	return active.length === 0 ? void 0 : active.join("; ");
}
// src/domain/cost/cheaper.ts
var TYPE = /^(?<kind>[tcmr])(?<generation>\d)(?<processor>[aig]?)\.(?<size>\w+)$/;
function shapeOf(instanceType) {
	const { kind = "", generation = "", processor = "", size = "" } = TYPE.exec(instanceType)?.groups ?? {};
	return kind === "" ? void 0 : {
		kind,
		generation: Number(generation),
		arm: processor === "g",
		size
	};
}
function cheaperChoice(instanceType, { instances }, share) {
	const [now, hour] = [shapeOf(instanceType), instances.get(instanceType)];
	if (now === void 0 || hour === void 0) return void 0;
	const [best] = [...instances].filter(([other, price]) => price < hour && isAsLarge(shapeOf(other), now)).toSorted(([a, price], [b, other]) => price - other || b.localeCompare(a));
	return best && {
		instanceType: best[0],
		insteadOf: instanceType,
		saves: (hour - best[1]) * 730 * share
	};
}
function isAsLarge(other, now) {
	return other !== void 0 && other.kind === now.kind && other.size === now.size && other.arm === now.arm && other.generation >= now.generation;
}
// src/domain/cost/month.ts
function monthlyCost(hosts, { prices, idleAddresses, schedule }) {
	const own = hosts.filter(({ paidBy }) => paidBy === void 0);
	const idle = Array.from({ length: idleAddresses }, () => addressLine("idle Elastic IP", prices));
	const lines = grouped([...own.flatMap((host) => linesOf$1(host, {
		prices,
		schedule
	})), ...idle]);
	return {
		lines,
		total: lines.reduce((sum, { month }) => sum + (typeof month === "number" ? month : 0), 0),
		unknown: lines.flatMap(({ month }) => typeof month === "number" ? [] : month.unknown),
		elsewhere: [...new Set(hosts.flatMap(({ paidBy }) => paidBy === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(paidBy)))],
		cheaper: own.map(({ instanceType }) => cheaperChoice(instanceType, prices, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.g)(schedule))).find((choice) => choice !== void 0),
		prices: {
			region: prices.region,
			date: prices.date,
			source: prices.source
		}
	};
}
function linesOf$1(host, { prices, schedule }) {
	const { instanceType, volumeGiB, address } = host;
	const running = host.running || schedule !== void 0;
	const billed = address === "elastic" || address === "public" && running;
	return [
		running ? partOf(schedule, {
			what: host.spot ? `spot instance ${instanceType}, at most` : `instance ${instanceType}`,
			count: 1,
			month: instanceMonth(instanceType, prices)
		}) : {
			what: `instance ${instanceType}, stopped`,
			count: 1,
			month: 0
		},
		{
			what: volumeGiB === void 0 ? "root volume" : `gp3 volume of ${volumeGiB} GiB`,
			count: 1,
			month: volumeMonth(volumeGiB, prices)
		},
		...billed ? [partOf(address === "elastic" ? void 0 : schedule, addressLine("public IPv4 address", prices))] : []
	];
}
function partOf(schedule, line) {
	if (schedule === void 0) return line;
	const { what, month } = line;
	const hours = Number((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__._)(schedule).toFixed(1));
	return {
		...line,
		what: `${what} for ${hours} hours a week`,
		month: typeof month === "number" ? month * (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.g)(schedule) : month
	};
}
function instanceMonth(instanceType, { instances, region }) {
	const hour = instances.get(instanceType);
	return hour === void 0 ? { unknown: `no price is known for ${instanceType} in ${region}` } : hour * 730;
}
function volumeMonth(gib, { volumeGiB, region }) {
	if (gib === void 0) return { unknown: "EC2 does not report the size of a root volume" };
	return volumeGiB === void 0 ? { unknown: `no price is known for a gp3 volume in ${region}` } : gib * volumeGiB;
}
function addressLine(what, { address }) {
	return {
		what,
		count: 1,
		month: address * 730
	};
}
function grouped(lines) {
	return [...Map.groupBy(lines, ({ what }) => what).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0) return [];
		const { what, month } = first;
		return [{
			what,
			count: same.length,
			month: typeof month === "number" ? month * same.length : month
		}];
	});
}
function plannedHosts(plans, spec) {
	return plans.map((plan) => {
		const host = stayingHost(plan);
		if (host !== void 0) return {
			...billedHost(host, spec.service),
			running: true,
			...spec.elasticIp && (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, spec.service) ? { address: "elastic" } : {}
		};
		const { instanceType, volumeGiB, elasticIp } = spec;
		return {
			instanceType,
			running: true,
			spot: spec.capacity === "spot",
			volumeGiB,
			address: elasticIp ? "elastic" : "public",
			paidBy: void 0
		};
	});
}
function billedHost(host, service) {
	const { instanceType, volumeGiB, publicIp, elasticIp, madeFor } = host;
	return {
		instanceType,
		running: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.m)(host),
		spot: host.spot,
		volumeGiB,
		address: elasticIp ? "elastic" : publicIp === void 0 ? "none" : "public",
		paidBy: madeFor === void 0 || (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service) ? void 0 : madeFor
	};
}
function idleAfter(addresses, plans, spec) {
	const free = freeAddresses(addresses, plans).length;
	if (!spec.elasticIp) return plans.some(({ kind }) => kind === "replace") ? 0 : free;
	return Math.max(0, free - plans.filter((plan) => takesAddress(plan, spec)).length);
}
function takesAddress(plan, { service }) {
	const host = stayingHost(plan);
	return host === void 0 ? needsLaunch(plan) : (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service) && !host.elasticIp;
}
// src/steps/cost/estimate-cost.ts
async function estimateAfter(ctx, plans) {
	const { config, prices } = ctx;
	const staying = plans.flatMap((plan) => stayingHost(plan) ?? []);
	const [list, sized, addresses] = await Promise.all([
		prices.of(config.region),
		withSizes(ctx, staying),
		addressesOf(ctx)
	]);
	const known = plans.map((plan) => measuredPlan(plan, sized));
	const idleAddresses = idleAfter(addresses, known, config.host);
	return monthlyCost(plannedHosts(known, config.host), {
		prices: list,
		idleAddresses,
		schedule: config.schedule
	});
}
async function estimateNow(ctx, hosts) {
	const { config, prices } = ctx;
	const [list, sized, addresses] = await Promise.all([
		prices.of(config.region),
		withSizes(ctx, hosts),
		addressesOf(ctx).catch(unseen(ctx, []))
	]);
	const idleAddresses = addresses.filter((address) => hosts.every(({ publicIp }) => publicIp !== address)).length;
	return monthlyCost(sized.map((host) => billedHost(host, config.service)), {
		prices: list,
		idleAddresses,
		schedule: config.schedule
	});
}
async function withSizes(ctx, of) {
	const volumes = of.flatMap(({ rootVolume }) => rootVolume ?? []);
	const sizes = await ctx.hosts.volumeSizes(volumes).catch(unseen(ctx, /* @__PURE__ */ new Map()));
	return of.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
function measuredPlan(plan, sized) {
	if (plan.kind === "launch") return plan;
	const found = sized.find(({ id }) => id === stayingHost(plan)?.id);
	if (found === void 0) return plan;
	return plan.kind === "replace" ? {
		...plan,
		next: found
	} : {
		...plan,
		host: found
	};
}
async function addressesOf({ networks, config }) {
	return (await networks.own(config.service, {
		vpcId: void 0,
		ports: []
	})).addresses;
}
function unseen({ progress }, instead) {
	return (error) => {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(error)) throw error;
		progress.info(`The cost leaves out what the role cannot see: ${error.message}`);
		return instead;
	};
}
// src/steps/snapshot/commit-order.ts
async function compareWithLive({ commits: github, progress }, commit, live) {
	if (live === "" || live === commit) return void 0;
	const comparison = await github.compare(live, commit);
	if (comparison === void 0) {
		const unknown = `GitHub did not compare ${shortCommit(commit)} with ${shortCommit(live)}, which is live`;
		progress.info(`${unknown}, so this run would not notice an older commit. GitHub compares pushed commits, for jobs with contents: read`);
	}
	return comparison;
}
async function assertNotOlder(ctx, commit, live) {
	const comparison = await compareWithLive(ctx, commit, live);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseOlder(commit, live, comparison?.relation, ctx.config.guards));
}
// src/domain/data/split-data.ts
function splitVolumes({ hosts, ...data }) {
	return hosts < 2 ? [] : writtenVolumes(data);
}
function writtenVolumes({ service, volumes, declared }) {
	const given = volumes.map((volume) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(volume).path));
	const images = declared.filter((path) => !given.includes((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(path))).map((path) => ({
		name: "",
		path
	}));
	return [...writableVolumes(service, volumes), ...images];
}
function refuseSplitData(shared) {
	const split = splitVolumes(shared);
	if (split.length === 0 || shared.volumeData.includes("each-host-its-own")) return void 0;
	return {
		reason: `each of ${shared.hosts} hosts would have its own data in ${volumeWords(split)}`,
		hint: "Use one host, mount them read-only (:ro), or set volume-data: each-host-its-own if the application expects this."
	};
}
// src/domain/data/spot-data.ts
function refuseSpotData(shared, spot) {
	const volumes = spot ? writtenVolumes(shared) : [];
	if (volumes.length === 0 || shared.volumeData.includes("discarded")) return void 0;
	return {
		reason: `AWS can take a spot instance back at any time, and the data in ${volumeWords(volumes)} would be lost with it`,
		hint: "Set capacity: on-demand, mount them read-only (:ro), or set volume-data: discarded if the data may be lost."
	};
}
// src/steps/snapshot/refuse-data.ts
function refuseData(ctx, wanted, { plans, image }) {
	const shared = sharedData(ctx, wanted, {
		hosts: plans.length,
		image
	});
	return refuseSplitData(shared) ?? refuseSpotData(shared, usesSpot(plans, ctx.config.host));
}
function sharedData({ config }, { spec }, { hosts, image }) {
	const { service, volumeData } = config;
	return {
		service,
		hosts,
		volumes: spec.volumes,
		declared: keptPaths(image?.volumes ?? [], spec.tmpfs),
		volumeData
	};
}
// src/domain/dns/marker.ts
var ROOT = "_docker-to-ec2";
var TTL = 300;
function markersOf(zone) {
	return `${ROOT}.${zone.name}`;
}
function markerSet({ service, region }, name, zone) {
	return {
		name: [
			(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(name).digest("hex").slice(0, 16),
			service.name,
			service.environment,
			region,
			markersOf(zone)
		].join("."),
		type: "TXT",
		ttl: TTL,
		values: [JSON.stringify(name)],
		routed: false
	};
}
function markersIn(sets, zone) {
	return sets.flatMap((set) => markerIn(set, zone) ?? []);
}
function markerIn(set, zone) {
	const below = `.${markersOf(zone)}`;
	if (set.type !== "TXT" || !set.name.endsWith(below)) return void 0;
	const [, name = "", environment = "", region = ""] = set.name.slice(0, -below.length).split(".");
	return {
		set,
		owner: {
			service: {
				name,
				environment
			},
			region
		},
		name: (set.values[0] ?? "").replaceAll("\"", "")
	};
}
function isOwnedBy({ owner }, { service, region }) {
	return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment;
}
function ownerWords({ service, region }) {
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)} in ${region}`;
}
// src/domain/dns/plan-zone.ts
function planZone(seen, wanted) {
	const markers = markersIn(seen.sets, seen.zone);
	const decided = seen.names.map((name) => stepFor(name, seen, {
		...wanted,
		markers
	}));
	const own = markers.filter((marker) => isOwnedBy(marker, wanted.owner) && !seen.names.includes(marker.name));
	return {
		steps: [...decided.filter((one) => "action" in one), ...own.map((marker) => formerStep(marker, seen, wanted))],
		refusals: decided.filter((one) => "reason" in one)
	};
}
function stepFor(name, { zone, sets }, wanted) {
	const { owner, to, proxied, markers } = wanted;
	const about = markers.filter((marker) => marker.name === name);
	const other = about.find((marker) => !isOwnedBy(marker, owner));
	if (other) return refuseOthers(name, zone, other);
	const leading = sets.filter((set) => set.name === name && [
		"A",
		"AAAA",
		"CNAME"
	].includes(set.type));
	const owned = ownedSets(leading, about);
	const foreign = leading.find((set) => set !== owned.address);
	if (foreign === void 0) return {
		action: actionFor(owned, to),
		name,
		zone,
		to,
		owned
	};
	if (proxied || leading.length === 1 && leadsTo(foreign, to)) return {
		action: "leave",
		name,
		zone,
		there: foreign
	};
	return refuseForeign(name, zone, foreign);
}
function ownedSets(leading, [marker]) {
	return {
		address: marker && leading.find(isAddressList),
		marker: marker?.set
	};
}
function actionFor({ address, marker }, to) {
	if (address === void 0) return "create";
	return marker !== void 0 && leadsTo(address, to) ? "keep" : "change";
}
function leadsTo(set, { addresses, pending }) {
	if (!isAddressList(set) || pending > 0) return false;
	return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address));
}
function formerStep({ name, set }, { zone, sets }, { names, to, byHand }) {
	const address = sets.find((one) => one.name === name && isAddressList(one));
	const owned = {
		address,
		marker: set
	};
	if (address === void 0 || !names.includes(name)) return {
		action: "remove",
		name,
		zone,
		owned
	};
	if (byHand) return {
		action: "keep",
		name,
		zone,
		owned,
		to: {
			addresses: address.values,
			pending: 0
		}
	};
	return {
		action: actionFor(owned, to),
		name,
		zone,
		owned,
		to
	};
}
function refuseOthers(name, zone, { owner }) {
	return {
		reason: `${name} in the hosted zone ${zone.id} belongs to ${ownerWords(owner)}`,
		hint: `Remove ${name} from domains there, destroy that service, or give this one another name. If both are on one host and this one has a path-prefix, set hosted-zone-id: none here: the record serves both.`
	};
}
function refuseForeign(name, zone, there) {
	return {
		reason: `${name} in the hosted zone ${zone.id} has a record that this action did not create: ${setWords(there)}`,
		hint: `Delete that record, or remove ${name} from domains. If it resolves to a balancer or CDN in front of the host, name that in trusted-proxies. hosted-zone-id: none leaves all records to you.`
	};
}
// src/domain/dns/wanted-names.ts
function namesOf(spec) {
	return {
		names: [...spec.domains, ...spec["redirect-domains"]],
		proxied: spec["trusted-proxies"].length > 0
	};
}
function isServedAlike(record, spec) {
	return record !== void 0 && (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.b)(record.route) && record.route.tls === spec.tls && hasSameProxyPart(record, spec);
}
function namesToCertify(spec, record) {
	return spec.tls !== "acme" || isServedAlike(record, spec) ? [] : namesOf(spec).names;
}
function namesProvenByDns(spec) {
	return spec.tls === "acme" && spec["acme-challenge"] === "dns" ? namesOf(spec).names : [];
}
// src/domain/dns/zone.ts
function zoneFor(name, zones, { named }) {
	const candidates = zones.filter((zone) => (named || !zone.isPrivate) && liesIn(name, zone));
	const longest = Math.max(...candidates.map((zone) => zone.name.length));
	const [zone, ...others] = candidates.filter((candidate) => candidate.name.length === longest);
	if (zone === void 0) return { kind: "elsewhere" };
	return others.length === 0 ? {
		kind: "zone",
		zone
	} : refuseSeveral(name, [zone, ...others]);
}
function placeNames(names, zones, how) {
	const placed = names.map((name) => ({
		name,
		choice: zoneFor(name, zones, how)
	}));
	return {
		zoned: placed.flatMap(({ name, choice }) => choice.kind === "zone" ? [{
			name,
			zone: choice.zone
		}] : []),
		elsewhere: placed.flatMap(({ name, choice }) => choice.kind === "elsewhere" ? [name] : []),
		refusals: placed.flatMap(({ choice }) => choice.kind === "refuse" ? [choice] : [])
	};
}
function liesIn(name, zone) {
	return name === zone.name || name.endsWith(`.${zone.name}`);
}
function refuseSeveral(name, zones) {
	const ids = zones.map(({ id }) => id);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`domains: ${name} is in ${zones.length} hosted zones named ${zones[0]?.name ?? ""}: ${ids.join(", ")}`, `Set hosted-zone-id to the one whose name servers are registered for the domain.`);
}
// src/steps/dns/plan-names.ts
function wantedNames(spec, record, to) {
	return {
		...namesOf(spec),
		had: record ? (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.x)(record.route) : [],
		to,
		record
	};
}
var NO_NAMES = {
	steps: [],
	refusals: []
};
async function planNames(ctx, wanted) {
	const before = wanted.record?.zones ?? [];
	if (wanted.names.length + wanted.had.length + before.length === 0) return NO_NAMES;
	const zones = await zonesOf(ctx, wanted);
	if ("kind" in zones) return {
		steps: [],
		refusals: [zones]
	};
	const how = { named: ctx.config.zoneIds !== void 0 };
	const placed = placeNames(wanted.names, zones, how);
	const { elsewhere } = placed;
	if (how.named && zones.length > 0 && elsewhere.length > 0 && elsewhere.length === wanted.names.length) return {
		steps: [],
		refusals: [refuseOtherZones(elsewhere, zones)]
	};
	const others = [...placeNames(wanted.had, zones, how).zoned.map(({ zone }) => zone), ...await zonesBefore(ctx, before, zones)];
	const seen = await Promise.all(byZone(placed.zoned, others).map((one) => seenZone(ctx, one)));
	const goal = {
		...wanted,
		byHand: ctx.config.zoneIds?.includes("none") === true,
		owner: ownerOf(ctx)
	};
	return joined(seen.map((one) => planZone(one, goal)), placed, wanted.to);
}
function joined(plans, { elsewhere, refusals }, to) {
	const steps = plans.flatMap((plan) => plan.steps);
	const nowhere = elsewhere.filter((name) => !steps.some((step) => step.name === name && step.action !== "remove"));
	return {
		steps: [...steps, ...nowhere.map((name) => ({
			action: "elsewhere",
			name,
			to
		}))],
		refusals: [...refusals, ...plans.flatMap((plan) => plan.refusals)]
	};
}
function ownerOf({ config }) {
	return {
		service: config.service,
		region: config.region
	};
}
async function zonesOf(ctx, { names, had }) {
	const { zoneIds } = ctx.config;
	if (zoneIds !== void 0) return namedZones(ctx, zoneIds);
	if (names.length + had.length === 0) return [];
	const zones = await ctx.zones.list();
	if (zones !== "denied") return zones;
	if (names.length === 0) return [];
	ctx.progress.info("The role of this run may not list hosted zones (route53:ListHostedZones), so the records of domains are up to you. The parameters HostedZoneId and Names of docs/iam/setup.yaml let the action create them.");
	return [];
}
async function namedZones({ zones }, ids) {
	const wanted = ids.filter((id) => id !== "none");
	const found = await Promise.all(wanted.map((id) => zones.get(id)));
	const missing = wanted.filter((_, at) => found[at] === void 0);
	if (missing.length === 0) return found.filter((zone) => zone !== void 0);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`hosted-zone-id: Route 53 knows no hosted zone ${missing.join(", ")} in this account`, "Correct the id, or leave hosted-zone-id out to find the zone by its name.");
}
function refuseOtherZones(names, zones) {
	const words = zones.map(({ name, id }) => `${name} (${id})`);
	return {
		reason: `hosted-zone-id: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not in ${words.join(" or ")}`,
		hint: "Correct the id, leave hosted-zone-id out to find the zone by its name, or set it to none to create the records yourself."
	};
}
async function zonesBefore({ zones }, ids, known) {
	return (await Promise.all(ids.map(async (id) => known.find((zone) => zone.id === id) ?? zones.get(id)))).filter((zone) => zone !== void 0);
}
function byZone(zoned, others) {
	return [...new Map([...others, ...zoned.map(({ zone }) => zone)].map((zone) => [zone.id, zone])).values()].map((zone) => ({
		zone,
		names: zoned.flatMap((one) => one.zone.id === zone.id ? [one.name] : [])
	}));
}
async function seenZone(ctx, zone) {
	try {
		return await setsInZone(ctx, zone);
	} catch (error) {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(error)) throw error;
		const hint = `${error.hint ?? ""} Or set hosted-zone-id: none to manage the records of domains yourself.`;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt(error.code, error.message, {
			hint,
			cause: error
		});
	}
}
async function setsInZone(ctx, { zone, names }) {
	const markers = await ctx.zones.setsBelow(zone, markersOf(zone));
	const had = markersIn(markers, zone).flatMap((marker) => isOwnedBy(marker, ownerOf(ctx)) ? [marker.name] : []);
	return {
		zone,
		names,
		sets: [...await ctx.zones.setsAt(zone, [.../* @__PURE__ */ new Set([...names, ...had])]), ...markers]
	};
}
// src/domain/identity/default-name.ts
function refuseRenamed(service, named, records) {
	const former = records.filter((record) => isNamedAfter(record, named) && record.service !== service.name);
	const [same = former[0]] = former.filter(({ environment }) => environment === service.environment);
	if (same === void 0) return void 0;
	return {
		reason: `the repository was renamed: nothing is deployed as ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}, but it deployed ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
			name: same.service,
			environment: same.environment
		})} under its former name`,
		hint: `Set service: ${same.service} in every step or in the configuration file to continue with it, or service: ${service.name} to begin another service beside it.`
	};
}
function refuseFormerName(service, named, records) {
	const hasNewName = records.some((record) => record.service === service.name);
	return named === void 0 || hasNewName ? void 0 : refuseRenamed(service, named, records);
}
function refuseOtherRepository(record, named) {
	if (record?.namedAfter === void 0 || named === void 0 || isNamedAfter(record, named)) return void 0;
	const { service: name, environment, runUrl } = record;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
			name,
			environment
		})} belongs to another repository, which has the name ${name}, too, or had it (${runUrl})`,
		hint: `Set service to another name, or to ${name} if this repository deploys that service from now on.`
	};
}
function namedAfterOf(record, { repositoryId, serverUrl, isDefault }) {
	const keeps = record !== void 0 && isNamedAfter(record, {
		repositoryId,
		serverUrl
	});
	return repositoryId !== "" && (isDefault || keeps) ? { namedAfter: repositoryId } : {};
}
function isNamedAfter({ namedAfter, runUrl }, { repositoryId, serverUrl }) {
	return namedAfter === repositoryId && runUrl.startsWith(`${serverUrl}/`);
}
// src/steps/hosts/hosts-snapshot.ts
async function snapshotHosts(ctx, plan = planHosts) {
	const [observed, record] = await Promise.all([lookedAt(ctx), ctx.records.read(ctx.config.service)]);
	const elsewhere = observed.length === 0 ? await refuseToLeave(ctx, record) : void 0;
	const other = await refuseName(ctx, record, observed);
	const hostPlan = elsewhere ?? (other && {
		kind: "refuse",
		...other
	}) ?? plan(ctx.config.host, (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.f)(observed, hostIdsOf(record)));
	const live = record ? `${record.release} is recorded as live` : "no release is recorded yet";
	ctx.progress.info(`Account ${ctx.accountId}, ${ctx.config.region}; ${describe(hostPlan)}; ${live}`);
	return {
		hostPlan,
		record
	};
}
async function applicableHosts(ctx, plan = planHosts) {
	const { hostPlan, ...rest } = await snapshotHosts(ctx, plan);
	return {
		...rest,
		plans: applicable(hostPlan)
	};
}
function applicable(hostPlan) {
	if (hostPlan.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(hostPlan);
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
async function observeHosts({ config, hosts }) {
	const { instanceId } = config.host;
	if (instanceId === void 0) return hosts.find(config.service);
	const host = await hosts.get(instanceId);
	return host ? [host] : [];
}
async function lookedAt(ctx) {
	const observing = observeHosts(ctx);
	const [hosts, openPorts] = await Promise.all([observing.then((observed) => measured(ctx, observed)), findOpenPorts(ctx, observing)]);
	return hosts.map((host) => {
		const own = host.securityGroupIds.find((id) => openPorts.has(id));
		return {
			...host,
			openPorts: own === void 0 ? void 0 : openPorts.get(own)
		};
	});
}
async function findOpenPorts({ config, networks }, observing) {
	const { service, host: spec } = config;
	if (spec.securityGroupIds.length > 0) return /* @__PURE__ */ new Map();
	if (spec.instanceId !== void 0 && !(await observing).some((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service))) return /* @__PURE__ */ new Map();
	return networks.openPorts(service).catch((error) => {
		if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(error)) return /* @__PURE__ */ new Map();
		throw error;
	});
}
async function measured({ config, hosts }, observed) {
	if (!config.host.asked.includes("volume-size")) return observed;
	const sizes = await hosts.volumeSizes(observed.flatMap(({ rootVolume }) => rootVolume ?? []));
	return observed.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
async function refuseToLeave(ctx, record) {
	const { host: spec, service } = ctx.config;
	if (spec.instanceId !== void 0) return void 0;
	const host = (await recordedHosts(ctx, record)).find((one) => one.state !== "shutting-down" && !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(one, service));
	if (host === void 0) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the service is a guest on ${host.id}`, `Set instance-id: ${host.id}, as in its first run. To move the service to its own host, run command: destroy first.`);
}
async function refuseName(ctx, record, hosts = []) {
	return refuseOtherRepository(record, ctx.config.namedAfter) ?? renamedSince(ctx, record, hosts);
}
async function refusePreviewName(ctx, record, preview) {
	return refuseOtherRepository(record, ctx.config.namedAfter) ?? refuseBeside(ctx, record, (one) => isPreviewRecord(one, preview));
}
async function renamedSince(ctx, record, hosts = []) {
	return hosts.some((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, ctx.config.service)) ? void 0 : refuseBeside(ctx, record, () => true);
}
async function refuseBeside({ config, records }, record, counts) {
	const { service, namedAfter } = config;
	if (namedAfter === void 0 || record !== void 0) return void 0;
	const all = await records.list().catch((error) => {
		if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(error)) return void 0;
		throw error;
	});
	return all && refuseRenamed(service, namedAfter, all.records.filter(counts));
}
async function hostsInUse(ctx) {
	const found = await observeHosts(ctx);
	if (found.length === 1 || ctx.config.host.instanceId !== void 0) return found;
	const record = await ctx.records.read(ctx.config.service);
	return found.length > 0 ? (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.f)(found, hostIdsOf(record)) : recordedHosts(ctx, record);
}
async function recordedHosts({ hosts }, record) {
	return (await Promise.all(hostIdsOf(record).map((id) => hosts.get(id)))).filter((host) => host !== void 0);
}
// src/domain/image/dockerfile.ts
var UNKNOWN_DOCKERFILE = {
	own: [],
	base: void 0
};
function readDockerfile(text, { target, buildArgs }) {
	const instructions = instructionsOf(text);
	const stages = stagesOf(instructions);
	const args = globalArgs(instructions, buildArgs);
	const wanted = target === void 0 ? stages.length - 1 : indexOf(stages, target, stages.length);
	const own = [];
	let at = wanted;
	let from;
	while (at >= 0) {
		const stage = stages[at];
		own.push(...stage?.labels ?? []);
		from = expanded(stage?.from ?? "", args);
		at = from === void 0 ? -1 : indexOf(stages, from, at);
	}
	return {
		own: [...new Set(own)],
		base: from === void 0 ? void 0 : baseOf(from)
	};
}
function indexOf(stages, name, before) {
	const named = stages.slice(0, before).findLastIndex((stage) => stage.name === name.toLowerCase());
	return named < 0 && /^\d+$/.test(name) && Number(name) < before ? Number(name) : named;
}
function baseOf(from) {
	if (!/^[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/.test(from) || from === "scratch") return void 0;
	const { registry, repository, tag, digest } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(from);
	const named = tag ?? (digest === void 0 ? "latest" : void 0);
	return {
		name: `${registry}/${repository}${named === void 0 ? "" : `:${named}`}`,
		...digest !== void 0 && { digest }
	};
}
function instructionsOf(text) {
	const lines = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(text).split(/\r?\n/);
	const continued = new RegExp(`\\${escapeOf(lines)}[ \\t]*$`);
	const found = [];
	let begun = "";
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		if (/^\s*(#|$)/.test(line)) continue;
		begun += line.replace(continued, " ");
		if (continued.test(line)) continue;
		const [, keyword = "", rest = ""] = /^\s*(\w+)\s*(.*)$/.exec(begun) ?? [];
		found.push({
			keyword: keyword.toUpperCase(),
			rest
		});
		at = afterDocuments(lines, at, begun);
		begun = "";
	}
	return found;
}
function escapeOf(lines) {
	for (const line of lines) {
		const [, name, value] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
		if (name === void 0) break;
		if (name.toLowerCase() === "escape" && value === "`") return "`";
	}
	return "\\";
}
function afterDocuments(lines, at, instruction) {
	if (!/^\s*(RUN|COPY|ADD)\s/i.test(instruction)) return at;
	let last = at;
	for (const [, dash = "", name = ""] of instruction.matchAll(/<<(-?)\s*["']?([A-Za-z_]\w*)["']?/g)) {
		const end = lines.findIndex((line, index) => index > last && (dash === "" ? line : line.replace(/^\t+/, "")) === name);
		if (end >= 0) last = end;
	}
	return last;
}
function stagesOf(instructions) {
	const stages = [];
	for (const { keyword, rest } of instructions) {
		if (keyword === "FROM") stages.push(stageFrom(rest));
		if (keyword === "LABEL") stages.at(-1)?.labels.push(...labelNames(rest));
	}
	return stages;
}
function stageFrom(rest) {
	const [from = "", as, name] = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
	return {
		name: as?.toUpperCase() === "AS" ? (name ?? "").toLowerCase() : "",
		from: unquoted(from),
		labels: []
	};
}
var WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g;
function labelNames(rest) {
	const words = rest.match(WORD) ?? [];
	const [first = ""] = words;
	return (first.includes("=") ? words.filter((word) => word.includes("=")) : [first]).map((word) => unquoted(word.split("=")[0] ?? ""));
}
function globalArgs(instructions, given) {
	const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
	const args = /* @__PURE__ */ new Map();
	for (const { keyword, rest } of instructions.slice(0, Math.max(first, 0))) {
		if (keyword !== "ARG") continue;
		for (const word of rest.match(WORD) ?? []) {
			const [name = "", ...values] = word.split("=");
			const value = given[name] ?? (values.length === 0 ? void 0 : expanded(unquoted(values.join("=")), args));
			if (value !== void 0) args.set(name, value);
		}
	}
	return args;
}
var LONGEST = 1e3;
var VARIABLE = /\$(?:(\w+)|\{(\w+)(?::-([^{}]*))?\})/g;
function expanded(text, args) {
	let known = true;
	const result = text.replace(VARIABLE, (_, bare, braced, otherwise) => {
		const value = args.get(bare ?? braced ?? "") || otherwise;
		known &&= value !== void 0;
		return value ?? "";
	});
	return known && result.length <= LONGEST && !result.includes("$") ? result : void 0;
}
function unquoted(word) {
	return word.replace(/^(["'])(.*)\1$/, "$2");
}
// src/domain/image/labels.ts
var PREFIX = "org.opencontainers.image.";
function imageLabels(origin) {
	const { own } = origin.dockerfile;
	const named = Object.entries(allOf(origin)).map(([name, value]) => [`${PREFIX}${name}`, value]);
	return Object.fromEntries(named.filter(([name, value]) => value !== "" && !own.includes(name)));
}
function allOf({ title, serverUrl, repository, about, commit, tag, committedAt, readme, dockerfile }) {
	const source = `${serverUrl}/${repository}`;
	const [owner = ""] = repository.split("/");
	return {
		title,
		source,
		url: `${source}/tree/${commit}`,
		revision: commit,
		version: tag,
		vendor: owner,
		authors: owner && `${serverUrl}/${owner}`,
		...about,
		...readme !== void 0 && { documentation: `${source}/blob/${commit}/${readme}` },
		...committedAt && { created: committedAt.toISOString().replace(".000Z", "Z") },
		...dockerfile.base && baseLabels(dockerfile.base)
	};
}
function baseLabels({ name, digest }) {
	return {
		"base.name": name,
		...digest !== void 0 && { "base.digest": digest }
	};
}
// src/steps/image/inspect-image.ts
async function inspected(ctx, image, { credentials, platform, built }) {
	const { digest, platforms, bytes, volumes } = await ctx.registry.inspect(image, credentials);
	if (!platforms.includes(platform)) throw wrongPlatform(`${image.repository}:${image.tag ?? digest}`, platforms, platform);
	return {
		reference: `${image.registry}/${image.repository}@${digest}`,
		digest,
		login: credentials?.registry,
		built,
		bytes,
		volumes
	};
}
function wrongPlatform(image, has, needs) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("wrong-platform", `${image} is for ${has.join(", ")}, but the host needs ${needs}`, { hint: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.` });
}
// src/steps/image/promoted-image.ts
async function findPromoted(ctx, release, { platform, record }) {
	const known = servedAlready(ctx, release, record);
	if (known) return {
		kind: "image",
		image: known
	};
	const place = {
		image: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(release.image),
		credentials: void 0
	};
	const target = release.login === "" ? {
		...place,
		holds: true,
		repository: true
	} : await targetOf$1(ctx, release);
	if (target.holds) return {
		kind: "image",
		image: await inspectedAt(ctx, target, {
			digest: release.digest,
			platform
		})
	};
	await inspectedAt(ctx, await originOf$1(ctx, release), {
		digest: release.digest,
		platform
	});
	return { kind: target.repository ? "no-image" : "no-repository" };
}
async function originOf$1({ source }, { image: name }) {
	const image = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(name);
	const credentials = await source.repositories.credentials();
	return {
		image,
		credentials: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.bt)(image.registry, credentials.registry) ? {
			...credentials,
			registry: image.registry
		} : void 0
	};
}
function inspectedAt(ctx, { image, credentials }, { digest, platform }) {
	return inspected(ctx, {
		...image,
		tag: void 0,
		digest
	}, {
		credentials,
		platform,
		built: false
	});
}
function servedAlready({ config }, { image, digest, login }, record) {
	if (record?.digest !== digest) return void 0;
	return (login === "" ? record.image === image : servesFrom(record, config.image.repository)) ? imageOf$1(record) : void 0;
}
function isSame(one, other) {
	return one.registry === other.registry && one.repository === other.repository;
}
async function targetOf$1(ctx, { image, digest, commit }) {
	const { repository } = ctx.config.image;
	const credentials = await ctx.repositories.credentials();
	const source = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(image);
	const place = {
		registry: credentials.registry,
		repository,
		tag: void 0,
		digest: void 0
	};
	if (isSame(source, place)) return {
		image: place,
		credentials,
		holds: true,
		repository: true
	};
	const usual = (await ctx.source.repositories.tags(source.repository, digest)).find((tag) => tag.startsWith(commit)) ?? commit;
	const found = await ctx.repositories.find(repository, usual);
	if (found.kind !== "image" || found.digest === digest) return {
		image: {
			...place,
			tag: usual
		},
		credentials,
		holds: found.kind === "image",
		repository: found.kind !== "no-repository"
	};
	const tag = `${usual}-${digest.slice(7, 15)}`;
	const own = await ctx.repositories.find(repository, tag);
	return {
		image: {
			...place,
			tag
		},
		credentials,
		holds: own.kind === "image",
		repository: true
	};
}
async function copyPromoted(ctx, release, { platform, complete, signal }) {
	const { config, progress, registry, repositories } = ctx;
	const [target, from] = await Promise.all([
		targetOf$1(ctx, release),
		originOf$1(ctx, release),
		complete ? void 0 : repositories.ensure(config.image.repository)
	]);
	const { sent, mounted, there, bytes } = await registry.copy(from, target, signal);
	progress.info(`Copied ${release.digest} from ${from.image.registry}/${from.image.repository} to ${target.image.registry}/${target.image.repository}:${target.image.tag}; blobs: ${there} existed, ${mounted} were mounted, ${sent} were sent (${bytes} bytes)`);
	return inspectedAt(ctx, target, {
		digest: release.digest,
		platform
	});
}
// src/steps/image/publish.ts
async function findImage(ctx, input) {
	const { wanted } = input;
	if (wanted.kind === "promoted") return findPromoted(ctx, wanted.from.release, input);
	if (wanted.kind === "given") return {
		kind: "image",
		image: await existingImage(ctx, wanted.image, input.platform)
	};
	return findBuilt(ctx, await sourceOf(ctx, input), input);
}
async function findBuilt(ctx, source, input) {
	const { repository, rebuild } = ctx.config.image;
	const tags = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Ct)(source.tag);
	const found = await ctx.repositories.newest(repository, tags);
	if (found.kind !== "image") return {
		kind: found.kind,
		source
	};
	if (rebuild) return {
		kind: "no-image",
		source: {
			...source,
			tag: nextTag(tags, found.tag),
			rebuilds: source.tag
		}
	};
	return {
		kind: "image",
		image: await taggedImage(ctx, {
			repository,
			tag: found.tag,
			digest: found.digest,
			...input
		}),
		source: {
			...source,
			tag: found.tag
		}
	};
}
function nextTag(tags, last) {
	const next = tags[tags.indexOf(last) + 1];
	if (next !== void 0) return next;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
		reason: `rebuild: this commit was built ${tags.length} times`,
		hint: "Deploy another commit, such as an empty one."
	});
}
async function sourceOf({ config, checkout, progress }, { wanted: { commit }, platform }) {
	const content = await checkout.content() ?? AS_COMMITTED;
	const { differences, identity } = content;
	if (differences.length > 0) progress.info(`Changed since commit ${shortCommit(commit)}, so part of the image's tag: ${differenceWords(differences)}`);
	const platforms = platformsOf(config, platform);
	return {
		tag: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.yt)(commit, {
			...config.image,
			platforms,
			content: identity
		}),
		content,
		platforms,
		sbom: await sbomOf$1({
			config,
			checkout
		})
	};
}
async function sbomOf$1({ config: { command, image }, checkout }) {
	return command === "plan" || image.sbom === void 0 ? void 0 : checkout.sbom(image.sbom);
}
function bringImage(ctx, input) {
	const { wanted } = input;
	return wanted.kind === "promoted" ? copyPromoted(ctx, wanted.from.release, input) : buildImage(ctx, input);
}
async function buildImage(ctx, { wanted, platform, source, complete, signal }) {
	const { config, repositories, builder } = ctx;
	const { repository } = config.image;
	const { tag } = source ?? await sourceOf(ctx, {
		wanted,
		platform
	});
	const [credentials] = await Promise.all([repositories.credentials(), complete ? void 0 : repositories.ensure(repository)]);
	const target = await buildSpec(ctx, wanted.commit, {
		repository: `${credentials.registry}/${repository}`,
		tag,
		platforms: platformsOf(config, platform)
	});
	const { digest, ...told } = await builder.buildAndPush(target, credentials, signal).catch((error) => pushedMeanwhile(ctx, {
		repository,
		tag,
		error
	}));
	return {
		...await inspected(ctx, {
			registry: credentials.registry,
			repository,
			tag: void 0,
			digest
		}, {
			credentials,
			platform,
			built: true
		}),
		...told
	};
}
function platformsOf(config, platform) {
	const platforms = config.image.platforms.length > 0 ? config.image.platforms : [platform];
	if (!platforms.includes(platform)) throw wrongPlatform(`${config.image.repository} (to be built)`, platforms, platform);
	return platforms;
}
async function existingImage(ctx, name, platform) {
	const image = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(name);
	const found = await inspected(ctx, image, {
		credentials: await ecrCredentials(ctx, image.registry),
		platform,
		built: false
	});
	ctx.progress.info(`${name} is ${found.digest}`);
	return found;
}
async function ecrCredentials(ctx, registry) {
	if ([
		"docker.io",
		"public.ecr.aws",
		"ghcr.io",
		"quay.io"
	].includes(registry)) return void 0;
	const credentials = await ctx.repositories.credentials();
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.bt)(registry, credentials.registry) ? {
		...credentials,
		registry
	} : void 0;
}
async function taggedImage(ctx, found) {
	const { repository, tag, digest, record, platform } = found;
	ctx.progress.info(`${repository}:${tag} is already in the registry: ${digest}`);
	if (record?.digest === digest && servesFrom(record, repository)) return imageOf$1(record);
	await ctx.repositories.assertOwn(repository);
	const credentials = await ctx.repositories.credentials();
	return inspected(ctx, {
		registry: credentials.registry,
		repository,
		tag: void 0,
		digest
	}, {
		credentials,
		platform,
		built: false
	});
}
async function buildSpec(ctx, commit, to) {
	const { job, image } = ctx.config;
	return {
		...to,
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)(job, image),
		target: image.target,
		buildArgs: image.buildArgs,
		secrets: image.secrets,
		ssh: image.ssh,
		cache: image.cache,
		fresh: image.rebuild,
		labels: imageLabels(await originOf(ctx, commit, to.tag))
	};
}
async function originOf({ config: { job, image, service }, checkout }, commit, tag) {
	const [committedAt, readme, text] = await Promise.all([
		checkout.committedAt(),
		checkout.readme(),
		checkout.dockerfile()
	]);
	const dockerfile = text === void 0 ? UNKNOWN_DOCKERFILE : readDockerfile(text, image);
	const { serverUrl, repository, about } = job;
	return {
		title: service.name,
		serverUrl,
		repository,
		about,
		commit,
		tag,
		committedAt,
		readme,
		dockerfile
	};
}
async function pushedMeanwhile(ctx, { repository, tag, error }) {
	const found = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt && error.code === "tag-exists" ? await ctx.repositories.find(repository, tag) : void 0;
	if (found?.kind !== "image") throw error;
	await ctx.repositories.assertOwn(repository);
	ctx.progress.info(`${repository}:${tag} was pushed by another run in the meantime: ${found.digest}`);
	return { digest: found.digest };
}
// src/domain/provenance/contents.ts
var NO_HOST = [
	"linux/loong64",
	"linux/mips64le",
	"linux/ppc64le",
	"linux/riscv64",
	"linux/s390x",
	"unknown/unknown",
	"windows/amd64"
];
var NEVER_CHOSEN = {
	"linux/amd64": [
		...NO_HOST,
		"linux/arm64",
		"linux/arm"
	],
	"linux/arm64": [
		...NO_HOST,
		"linux/amd64",
		"linux/386"
	]
};
function contentsOf(digest, text, platform) {
	const manifest = readManifest(text);
	if (manifest === void 0) return void 0;
	const { manifests } = manifest;
	if (manifests === void 0) return {
		choices: [digest],
		buildRecords: []
	};
	return {
		choices: manifests.filter((entry) => !isRecord(entry)).filter((image) => !NEVER_CHOSEN[platform].includes(platformText(image.platform) ?? "")).map((image) => image.digest),
		buildRecords: manifests.filter(isRecord).map((record) => record.digest)
	};
}
// src/domain/provenance/statement.ts
var PAYLOAD = "application/vnd.in-toto+json";
var STATEMENTS = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
var PROVENANCE = ["https://slsa.dev/provenance/v1", "https://slsa.dev/provenance/v0.2"];
var MOST_SUBJECTS = 1e4;
var subject = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ digest: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ sha256: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.O)(/^[0-9a-f]{64}$/)) }) });
var STATEMENT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	_type: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.T)(STATEMENTS),
	predicateType: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	subject: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Pt)(subject, MOST_SUBJECTS)
});
function statementOf({ type, payload }) {
	const statement = type === PAYLOAD ? (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(STATEMENT, payload) : void 0;
	return statement && {
		predicateType: statement.predicateType,
		subjects: statement.subject.map(({ digest }) => `sha256:${digest.sha256}`)
	};
}
function isProvenance({ predicateType }) {
	return PROVENANCE.includes(predicateType);
}
// src/domain/provenance/attestation.ts
function judge({ source }, checked, expected) {
	const bad = (reason) => ({
		kind: "bad",
		source,
		reason
	});
	if (checked.kind === "invalid") return bad(checked.reason);
	const statement = statementOf(checked);
	if (statement === void 0) return bad("what was signed is not an in-toto statement");
	if (!isProvenance(statement)) return bad(`it says ${statement.predicateType}, not how the image was built`);
	const other = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.l)(checked.signer, expected);
	return other === void 0 ? {
		kind: "good",
		source,
		signer: checked.signer,
		subjects: statement.subjects
	} : bad(other);
}
function attestedBy(digest, { choices }, judged) {
	const signerOf = (one) => judged.flatMap((attestation) => attestation.kind === "good" && attestation.subjects.includes(one) ? [attestation.signer] : [])[0];
	const whole = signerOf(digest);
	if (whole) return [whole];
	const signers = choices.flatMap((choice) => signerOf(choice) ?? []);
	return choices.length > 0 && signers.length === choices.length ? signers : void 0;
}
var TOLD = 5;
function refuseUnattested(image, judged) {
	const reasons = [...new Set(judged.map(reasonOf$1))];
	const more = reasons.length > TOLD ? [`${reasons.length - TOLD} more`] : [];
	return {
		code: "image-not-attested",
		reason: `${image} has no valid attestation for require-attestation: ${reasons.length === 0 ? "none was found" : [...reasons.slice(0, TOLD), ...more].join("; ")}`,
		hint: "Build the image in a job that runs actions/attest with push-to-registry, and pass the attested digest as the input image (examples/workflows/attested.yml). For a private repository, also set trusted-root."
	};
}
function reasonOf$1(judged) {
	return `${judged.source}: ${judged.kind === "bad" ? judged.reason : `it is of ${judged.subjects.slice(0, 3).join(", ") || "no image"}`}`;
}
// src/steps/image/attested.ts
async function refuseUnprovenOrigin(ctx, image) {
	const { signer } = ctx.config.proof;
	if (signer === void 0) return void 0;
	const { attestations, progress } = ctx;
	const { digest, contents, place } = image;
	const expected = expectedSigner(ctx, signer);
	const judged = [];
	for await (const candidates of candidatesFor(attestations, image)) {
		judged.push(...await judgeAll(ctx, candidates, expected));
		const signers = attestedBy(digest, contents, judged);
		if (signers === void 0) continue;
		for (const line of new Set(signers.map(signerWords))) progress.info(`${digest} is attested by ${line}`);
		return;
	}
	return refuseUnattested(`${place.image.repository}@${digest}`, judged);
}
async function* candidatesFor(attestations, { digest, contents, place }) {
	const attested = [.../* @__PURE__ */ new Set([digest, ...contents.choices])];
	yield* await attestations.inRegistry(place, [...attested, ...contents.buildRecords]);
	yield await attestations.onGithub(attested);
}
function judgeAll({ bundleVerifier }, candidates, expected) {
	return Promise.all(candidates.map(async (candidate) => {
		const { source, text, fault } = candidate;
		if (fault !== void 0) return {
			kind: "bad",
			source,
			reason: fault
		};
		return judge(candidate, await bundleVerifier.check(text), expected);
	}));
}
function expectedSigner({ config }, workflow) {
	const { serverUrl, repository, repositoryId, ownerId } = config.job;
	return {
		serverUrl,
		repository,
		repositoryId,
		ownerId,
		workflow
	};
}
function signerWords({ workflow, commit, run }) {
	return `${workflow}, of commit ${commit || "unknown"}${run === "" ? "" : ` in ${run}`}`;
}
// src/steps/image/scanned.ts
var SCAN_MS = 3e5;
var PAUSE_MS = 5e3;
var LISTED = 100;
async function refuseUnsafe(ctx, image) {
	const { maxSeverity } = ctx.config.proof;
	if (maxSeverity === void 0) return void 0;
	const { place, digest, contents, scans } = image;
	const { registry, repository } = place.image;
	const name = `${repository}@${digest}`;
	if (scans === void 0) return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.u)(name, `it is in ${registry}, which is not the ECR of this account and region`);
	if (contents.choices.length === 0) return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.u)(name, "its manifest cannot be understood");
	const found = await Promise.all(contents.choices.map((choice) => scanOf(ctx, scans, {
		repository,
		choice
	})));
	const missing = found.find(({ kind }) => kind !== "complete");
	if (missing) return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.u)(name, missing.kind === "none" ? missing.reason : `its scan is not done after ${SCAN_MS / 1e3} s`);
	return judged(ctx, {
		name,
		max: maxSeverity,
		all: found.flatMap((scan) => scan.kind === "complete" ? scan.vulnerabilities : [])
	});
}
function scanOf({ clock, progress }, scans, { repository, choice }) {
	return pollUntil({
		clock,
		limit: SCAN_MS,
		every: PAUSE_MS,
		look: async () => {
			const scan = await scans.find(repository, choice);
			return scan.kind === "pending" ? { waiting: scan } : { ended: scan };
		},
		onWait: (_, since) => progress.waiting("the scan of the image", since),
		onLimit: (scan) => scan
	});
}
function judged({ progress }, { name, max, all }) {
	const severe = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.f)(all, max);
	progress.info(`${name} was scanned: ${all.length} vulnerabilities, of which max-severity: ${max} refuses ${severe.length}`);
	for (const one of severe.slice(0, LISTED)) progress.info(`  ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.p)(one)}`);
	if (severe.length > LISTED) progress.info(`  and ${severe.length - LISTED} more`);
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.d)(name, severe, max);
}
// src/steps/image/proof.ts
async function refusalsOfImage(ctx, looked) {
	const { signer, maxSeverity } = ctx.config.proof;
	if (signer === void 0 && maxSeverity === void 0) return [];
	const located = await locate(ctx, looked);
	if (located === void 0) return [];
	const image = await open(ctx, located, looked.platform);
	return (await Promise.all([refuseUnprovenOrigin(ctx, image), refuseUnsafe(ctx, image)])).filter((refusal) => refusal !== void 0);
}
async function locate(ctx, { wanted, found }) {
	if (wanted.kind === "promoted") {
		const { image, digest, login } = wanted.from.release;
		return at(ctx.source, {
			image,
			digest,
			login: login !== ""
		});
	}
	if (found.kind !== "image") return void 0;
	const { reference: image, digest, login } = found.image;
	return at(ctx, {
		image,
		digest,
		login: login !== void 0
	});
}
async function at({ repositories, scans }, { image, digest, login }) {
	const place = {
		...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(image),
		tag: void 0,
		digest
	};
	if (!login) return {
		place: {
			image: place,
			credentials: void 0
		},
		digest,
		scans: void 0
	};
	const credentials = await repositories.credentials();
	return {
		place: {
			image: place,
			credentials: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.bt)(place.registry, credentials.registry) ? {
				...credentials,
				registry: place.registry
			} : void 0
		},
		digest,
		scans: place.registry === credentials.registry ? scans : void 0
	};
}
async function open({ attestations }, located, platform) {
	const { place, digest } = located;
	const contents = contentsOf(digest, await attestations.manifest(place, digest), platform);
	return {
		...located,
		contents: contents ?? {
			choices: [],
			buildRecords: []
		}
	};
}
async function refuseBuilt(ctx, image, platform) {
	if (ctx.config.proof.maxSeverity === void 0) return void 0;
	const { reference, digest } = image;
	return refuseUnsafe(ctx, await open(ctx, await at(ctx, {
		image: reference,
		digest,
		login: true
	}), platform));
}
// src/domain/release/release-document.ts
var LOOPBACK = "127.0.0.1/32";
function releaseDocument({ service, release, login = "", vpc, runUrl }) {
	const { name, digest, image, commit, spec } = release;
	const given = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.ct)(spec["trusted-proxies"], vpc);
	const trusted = spec["external-proxy"] ? [LOOPBACK, ...given] : given;
	return {
		name,
		digest,
		image,
		login,
		commit,
		runUrl,
		service,
		spec,
		docker: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.$)(spec),
		trusted
	};
}
var settings = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.i)((spec) => typeof spec === "object" && spec !== null && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Q)(Object.keys(spec)));
var DOCUMENT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	name: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	digest: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	image: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	login: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	commit: _inputs_js__WEBPACK_IMPORTED_MODULE_3__.Nt,
	spec: settings
});
function readDocument(value) {
	const document = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Lt)(DOCUMENT, value);
	return document !== void 0 && isNamed(document) ? {
		...document,
		spec: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.ot)(document.spec)
	} : void 0;
}
function isNamed({ name, commit, digest, spec }) {
	try {
		return releaseName(commit, digest, spec) === name;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}
// src/domain/order/deploy-order.ts
var CANARY_LEASE = 60;
function deployOrder(spec) {
	const { release, image, canaryShare, leased, base, hosts, volumeData, now, seed = null } = spec;
	return {
		...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.o)("deploy", spec),
		...cutOverFields({
			...spec,
			ownRegistry: image.login
		}),
		release: releaseDocument({
			...spec,
			release,
			login: image.login
		}),
		imageBytes: image.bytes,
		base,
		leased,
		canary: canaryShare === void 0 ? null : {
			share: canaryShare,
			lease: CANARY_LEASE
		},
		hosts,
		volumeData,
		now,
		seed,
		releaseCommand: leased && release.spec["release-command"].length > 0 ? "run" : "skip"
	};
}
// src/domain/order/base85.ts
var DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((digit) => !`"&'<>\\\`{}`.includes(digit));
function base85(bytes) {
	const spare = -bytes.length & 3;
	const padded = Buffer.concat([bytes, Buffer.alloc(spare)]);
	const text = Array.from({ length: padded.length / 4 }, (_, at) => digits(padded.readUInt32BE(at * 4))).join("");
	return text.slice(0, text.length - spare);
}
function lengthInBase85(bytes) {
	return bytes + Math.ceil(bytes / 4);
}
function digits(word) {
	const at = (power) => DIGITS[Math.floor(word / power) % 85] ?? "";
	return at(85 ** 4) + at(85 ** 3) + at(7225) + at(85) + at(1);
}
// src/domain/order/host-command.ts
var LIMIT = 6e4;
var LINE = 1e3;
var PART = 36e3;
var NO_PYTHON = JSON.stringify({
	outcome: "failed",
	cause: "host-unfit",
	detail: "python3 is missing: install Python 3.9 or newer on the host"
});
function orderLines(program, order) {
	return lines(program, order.verb, {
		text: packedOrder(order),
		part: 0,
		parts: 0
	});
}
function programLines(program) {
	const { packed } = program;
	const parts = Math.ceil(packed.length / PART);
	return chunks(packed, Math.ceil(packed.length / parts)).map((text, part) => lines(program, `program ${part + 1}/${parts}`, {
		text,
		part,
		parts
	}));
}
function packedOrder(order) {
	return base85(compressed(order));
}
function packedLength(order) {
	return lengthInBase85(compressed(order).length);
}
function compressed(order) {
	return (0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.deflateSync)(JSON.stringify(order), { level: 9 });
}
function lines({ bootstrap, sha256 }, title, { text, part, parts }) {
	return [
		"#!/bin/sh",
		`# docker-to-ec2 ${title}`,
		`command -v python3 >/dev/null || { echo '${NO_PYTHON}'; exit 1; }`,
		...`exec python3 -I -S -c "${escaped(bootstrap)}" "$0" ${sha256} ${text.length} ${part} ${parts}`.split("\n"),
		...chunks(text, LINE)
	];
}
function escaped(text) {
	return text.replaceAll(/[\\"$`]/g, String.raw`\$&`);
}
function chunks(text, size) {
	return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}
// src/domain/order/command-size.ts
var AROUND = 4500;
function commandSize(order) {
	return AROUND + packedLength(order);
}
var MOST = 5;
function tooLarge(order) {
	const bytes = commandSize(order);
	if (bytes <= 6e4) return void 0;
	return {
		bytes,
		limit: LIMIT,
		largest: parts(order).map(({ name, without }) => ({
			name,
			bytes: bytes - commandSize(without)
		})).toSorted((one, other) => other.bytes - one.bytes).slice(0, MOST)
	};
}
function parts(order) {
	if (!isReleasing(order)) return [];
	const { release } = order;
	const withSpec = (name, spec) => ({
		name,
		without: {
			...order,
			release: {
				...release,
				spec,
				docker: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.$)(spec)
			}
		}
	});
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.at)().flatMap(([name, { told }]) => told === "names" ? lessEach(release.spec[name]).map(([entry, less]) => withSpec(`${name} ${entry}`, {
		...release.spec,
		[name]: less
	})) : withSpec(name, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.ot)(without$2(release.spec, name))));
}
function lessEach(map) {
	return Object.keys(map).map((name) => [name, without$2(map, name)]);
}
function without$2(map, name) {
	const { [name]: _, ...others } = map;
	return others;
}
function isReleasing(order) {
	return "release" in order && typeof order.release === "object" && order.release !== null && "spec" in order.release;
}
// src/domain/order/refuse-too-large.ts
function refuseTooLarge(order) {
	const found = tooLarge(order);
	if (found === void 0) return void 0;
	const largest = found.largest.map(({ name, bytes }) => `${name} (${bytes})`).join(", ");
	return {
		reason: `the command for the hosts would have ${found.bytes} bytes, but SSM accepts ${found.limit}; the largest input is ${largest}`,
		hint: "Move large values into Parameter Store (input secrets) or into the image."
	};
}
// src/steps/orders/order-spec.ts
function orderSpec(ctx) {
	const { service, region, job } = ctx.config;
	return {
		id: ctx.newId(),
		service,
		region,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job),
		token: ctx.token
	};
}
function cutOverSpec({ config }, avoid) {
	const { drainTimeout, certificateTimeout, bake, keepReleases: keep, proxyImage } = config;
	return {
		drainTimeout,
		certificateTimeout,
		bake,
		keep,
		proxyImage,
		network: {
			subnet: config.network,
			avoid
		}
	};
}
// src/steps/orders/release-order.ts
function releaseOrder(ctx, { id, image, wanted, hosts, bases, avoid, vpc, holding }) {
	const { config, clock } = ctx;
	return deployOrder({
		...orderSpec(ctx),
		...cutOverSpec(ctx, avoid),
		id,
		release: releaseOf(wanted, image),
		image,
		canaryShare: holding ? config.canary?.steps[0]?.share : void 0,
		vpc,
		leased: holding,
		base: [...new Set(bases)].filter((base) => base !== ""),
		hosts,
		volumeData: config.volumeData,
		now: Math.round(clock.now() / 1e3),
		seed: config.preview?.act === "serve" ? config.preview.seed : void 0
	});
}
var STAND_IN = {
	reference: `registry/repository@sha256:${"0".repeat(64)}`,
	digest: `sha256:${"0".repeat(64)}`,
	login: void 0,
	built: false,
	bytes: 0
};
function refuseTooLargeRelease(ctx, wanted) {
	const { instances } = ctx.config.host;
	return refuseTooLarge(releaseOrder(ctx, {
		image: STAND_IN,
		wanted,
		hosts: instances,
		id: ctx.newId(),
		bases: [],
		avoid: [],
		vpc: [],
		holding: true
	}));
}
// src/domain/release/history.ts
function recordedAs(release, history) {
	return history.find((version) => version.release === release);
}
function servedAsRecorded(told, history) {
	const known = recordedAs(told.name, history);
	if (known === void 0) return told;
	return known.digest === told.digest ? {
		...told,
		image: known.image,
		login: known.login,
		commit: known.commit
	} : void 0;
}
function wasLeft(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const earlier = new Set(history.slice(at + 1).map((version) => version.release));
	return history.slice(0, at).some(({ release: to, attempt }) => attempt.outcome === "rolled-back" && attempt.cause === "" && earlier.has(to));
}
function servedTime(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const last = history[at];
	if (last === void 0) return void 0;
	const next = history[at - 1];
	return {
		since: Date.parse(last.deployedAt),
		...next && { until: Date.parse(next.deployedAt) }
	};
}
function recordedBefore(history) {
	return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history));
}
function migrationsSince(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration);
	return [...new Set(passed.map((version) => version.release))];
}
function digestNamed(semver, history) {
	return history.find((version) => version.semver === semver)?.digest;
}
// src/domain/rollout/named-release.ts
function releaseNamed(lookup, history) {
	const { version, tagged = [] } = lookup;
	const commits = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.H)(version) ? [version] : tagged;
	const recorded = history.filter(({ semver }) => semver === version);
	const [newest, ...others] = recorded.length > 0 ? recorded : history.filter(({ commit }) => commits.includes(commit));
	if (newest === void 0) return refuseUnknown(lookup, history);
	const another = others.find(({ digest }) => digest !== newest.digest);
	return another === void 0 ? newest : refuseAmbiguous(lookup, newest, another);
}
function refuseUnknown({ version, tagged, environment }, history) {
	const known = [...new Set(history.flatMap(({ semver }) => semver ?? []))].join(", ");
	const there = known === "" ? "" : `; these versions are: ${known}`;
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.H)(version)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`commit ${shortCommit(version)} is not verified in ${environment}${there}`, deployThere(environment));
	if (tagged === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${version} is not recorded in ${environment}${there}; GitHub does not say which commit has this tag`, "Give the job contents: read, or name the release in the input release (command: status lists them).");
	const [commit] = tagged;
	return commit === void 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${version} is neither recorded in ${environment} nor a tag of the repository${there}`, "Check the input version, or push the tag.") : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${version} is commit ${shortCommit(commit)}, which is not verified in ${environment}${there}`, deployThere(environment));
}
function deployThere(environment) {
	return `Deploy this commit to ${environment} first, and run this again.`;
}
function refuseAmbiguous({ version, environment }, one, other) {
	const both = [one, other].map(({ release, digest }) => `${release} (${digest})`).join(" and ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${version} names two digests in ${environment}: ${both}`, "Name one of them in the input release.");
}
function refuseTaken(version, digest, holder) {
	if (holder === void 0 || holder.digest === digest) return void 0;
	const ours = digest === "" ? "this run would build another image" : `this release is ${digest}`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${version} already names ${holder.digest} (${holder.where}), but ${ours}`, "Choose a version that is not taken, such as the next one (next-version proposes it), or promote the release that has this one.");
}
// src/steps/version/name-release.ts
async function nameRelease(ctx, naming) {
	const { asked } = ctx.config.versioning;
	const { wanted, digest } = naming;
	if (asked !== void 0 && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.H)(asked)) return {
		semver: void 0,
		refusal: refuseOtherCommit(asked, wanted.commit)
	};
	const semver = asked ?? usualName(naming);
	const refusal = semver === void 0 ? void 0 : refuseTaken(semver, digest, await holderOf(ctx, semver, naming));
	if (refusal === void 0) return { semver };
	if (asked !== void 0) return {
		semver,
		refusal
	};
	ctx.progress.warn(`${refusal.reason}, so the version of this release is its commit. To name it, tag it with a version that is not taken.`);
	return { semver: void 0 };
}
function usualName({ wanted, record, digest, tags = [] }) {
	const before = wanted.kind === "promoted" ? wanted.from.semver : void 0;
	const kept = digest !== "" && record?.release === nameOf$2(wanted, digest) ? record.semver : void 0;
	return semverOfCommit(tags, wanted.commit) ?? before ?? kept;
}
function refuseOtherCommit(asked, commit) {
	if (asked === commit) return void 0;
	return {
		reason: `version is commit ${shortCommit(asked)}, but the release is made of ${shortCommit(commit)}`,
		hint: "Check out the commit that version names, set version to a semantic version, or leave it out."
	};
}
async function holderOf(ctx, semver, { record, digest }) {
	if (record?.semver === semver && record.digest === digest) return void 0;
	const { service, image } = ctx.config;
	const tag = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.q)(semver);
	const [tagged, history] = await Promise.all([ctx.repositories.find(image.repository, tag), record === void 0 ? [] : ctx.records.history(service, 100)]);
	if (tagged.kind === "image") return {
		digest: tagged.digest,
		where: `the tag ${tag} of ${image.repository}`
	};
	const recorded = digestNamed(semver, history);
	return recorded === void 0 ? void 0 : {
		digest: recorded,
		where: `the record of ${service.environment}`
	};
}
// src/steps/version/propose-version.ts
var TRIED = 20;
async function proposeVersion(ctx, commit, tags) {
	const { next: scheme } = ctx.config.versioning;
	if (scheme === void 0) return "";
	if (tags === void 0) return without$1(ctx, "GitHub does not list the repository's tags; the job needs contents: read");
	const named = semverOfCommit(tags, commit);
	if (named !== void 0) return without$1(ctx, `commit ${shortCommit(commit)} is ${named} already`);
	const versions = versionTags(tags);
	if (scheme === "calver") return datedNow(ctx, versions);
	const next = await countedOn(ctx, commit, versions);
	const taken = versions.find(({ version }) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.Y)(version, next));
	return taken === void 0 ? next : without$1(ctx, `${next} would be next, but ${taken.version.text} is a tag of commit ${shortCommit(taken.commit)}, on another branch`);
}
function datedNow(ctx, versions) {
	const next = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.s)(new Date(ctx.clock.now()), versions.map(({ version }) => version));
	const later = versions.find(({ version }) => !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.J)(next, version));
	return later === void 0 ? next : without$1(ctx, `${next} would be next, but the tag ${later.name} is higher`);
}
async function countedOn(ctx, commit, versions) {
	let prerelease;
	for (const { name, version, commit: tagged } of versions.slice(0, TRIED)) {
		const isFinal = version.prerelease.length === 0;
		if (!isFinal && prerelease !== void 0) continue;
		const since = await ctx.commits.since(tagged, commit);
		if (since === void 0) return without$1(ctx, `GitHub does not say what changed since ${name}`);
		if (since.relation !== "ahead") continue;
		if (isFinal) return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.c)({
			last: version,
			prerelease
		}, since.changes);
		prerelease = version;
	}
	if (versions.some(({ version }) => version.prerelease.length === 0)) return without$1(ctx, `the commit descends from none of the highest ${TRIED} versions`);
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.c)({
		last: void 0,
		prerelease
	}, []);
}
function without$1({ progress }, why) {
	progress.warn(`next-version: none: ${why}.`);
	return "";
}
// src/steps/snapshot/deploy-snapshot.ts
async function snapshotDeploy(ctx, find, stakesOn) {
	const [hosts, wanted] = await Promise.all([snapshotHosts(ctx), find()]);
	const { hostPlan, record } = hosts;
	const plans = hostPlan.kind === "refuse" ? [] : hostPlan.plans;
	const [comparison, image, secrets, names, stakes, alarms, tags, cost] = await Promise.all([
		compareWithLive(ctx, wanted.commit, record?.commit ?? ""),
		hostPlan.kind === "refuse" ? void 0 : imageFor(ctx, plans, {
			wanted,
			record
		}),
		secretsSince(ctx, wanted, record),
		planNames(ctx, wantedNames(wanted.spec, record, plannedDestination(plans, ctx.config.host))),
		stakesOn(replacedHosts(plans), record),
		alarmRefusal(ctx),
		tagsFor(ctx),
		costRefusal(ctx, plans)
	]);
	const digest = digestOf({
		wanted,
		image
	});
	const [version, nextVersion] = await Promise.all([nameRelease(ctx, {
		wanted,
		record,
		digest,
		tags
	}), proposeVersion(ctx, wanted.commit, tags)]);
	const seen = {
		...hosts,
		wanted,
		comparison,
		image,
		secrets,
		names,
		tags,
		nextVersion,
		semver: version.semver
	};
	return {
		...seen,
		refusals: refusalsOf(ctx, seen, {
			plans,
			stakes,
			alarms,
			cost,
			version
		})
	};
}
async function tagsFor({ config: { versioning }, commits }) {
	return versioning.asked === void 0 || versioning.next !== void 0 ? commits.tags() : void 0;
}
function refusalsOf(ctx, seen, { plans, stakes, alarms, cost, version }) {
	const { guards, volumeData } = ctx.config;
	const { wanted, record, comparison, image } = seen;
	const { commit, spec } = wanted;
	return [
		(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.S)(record, ctx.clock.now()),
		alarms,
		...image?.refusals ?? [],
		refuseTooLargeRelease(ctx, wanted),
		version.refusal,
		refuseBlocked(commit, record, guards),
		refuseOlder(commit, record?.commit ?? "", comparison?.relation, guards),
		refuseData(ctx, wanted, {
			plans,
			image: publishedIn(image)
		}),
		...refusalsToEnd(stakes, volumeData),
		refuseRoleOutOfReach(spec, plans),
		cost,
		refuseOwnFolders(spec.volumes),
		...seen.names.refusals
	].filter((refusal) => refusal !== void 0);
}
async function alarmRefusal({ alarms, config }) {
	return config.alarms.length === 0 ? void 0 : refuseAlarms(config.alarms, await alarms.states(config.alarms));
}
async function costRefusal(ctx, plans) {
	const { maxMonthlyCost } = ctx.config.guards;
	return maxMonthlyCost === void 0 || plans.length === 0 ? void 0 : refuseCost(await estimateAfter(ctx, plans), maxMonthlyCost);
}
async function secretsSince({ secretVersions }, { spec }, record) {
	const compared = comparedSecrets(spec, record);
	if (compared.size === 0) return NO_SECRET_CHANGES;
	return compareSecrets(spec, record, await secretVersions.current([...compared.values()]));
}
async function imageFor(ctx, plans, input) {
	const platform = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.g)(await architectureOf(ctx, plans));
	const found = await findImage(ctx, {
		platform,
		...input
	});
	return {
		platform,
		found,
		refusals: await refusalsOfImage(ctx, {
			wanted: input.wanted,
			platform,
			found
		})
	};
}
async function architectureOf({ config, catalog }, plans) {
	const kept = keptHosts(plans);
	const [first] = kept;
	return first && kept.length === plans.length ? first.architecture : catalog.architectureOf(config.host.instanceType);
}
function publishedIn(image) {
	return image?.found.kind === "image" ? image.found.image : void 0;
}
function plannedName(seen) {
	const digest = digestOf(seen);
	return digest === "" ? "" : nameOf$2(seen.wanted, digest);
}
function digestOf({ wanted, image }) {
	return wanted.kind === "promoted" ? wanted.from.release.digest : publishedIn(image)?.digest ?? "";
}
function isLive({ config }, seen) {
	const { wanted, image, names } = seen;
	const wish = {
		spec: config.host,
		release: plannedName(seen),
		configuration: wanted.spec,
		names: names.steps,
		proxyImage: config.proxyImage
	};
	return image?.found.kind === "image" && changesNothing({
		...seen,
		...wish,
		drift: []
	});
}
// src/steps/snapshot/approval.ts
function planFacts(ctx, seen) {
	return {
		...hostFacts$1(ctx, seen),
		image: plannedImage(ctx, seen),
		release: wantedRelease(ctx, seen),
		configuration: seen.wanted.spec,
		secrets: seen.secrets,
		names: seen.names.steps,
		refusals: seen.refusals
	};
}
function refusedFacts(ctx, seen, { from, refusal }) {
	const verified = {
		environment: from.environment,
		release: "",
		digest: "",
		differs: []
	};
	return {
		...hostFacts$1(ctx, seen),
		image: { kind: "unknown" },
		release: {
			name: "",
			commit: "",
			migration: false,
			relation: void 0,
			verified,
			commits: [],
			compareUrl: void 0
		},
		configuration: ctx.config.spec,
		secrets: NO_SECRET_CHANGES,
		names: [],
		refusals: [refusal]
	};
}
function hostFacts$1({ config, accountId }, { hostPlan, record }) {
	const { service, region, host: spec, proxyImage, volumeData } = config;
	return {
		service,
		accountId,
		region,
		hostPlan,
		spec,
		record,
		proxyImage,
		volumeData
	};
}
function plannedImage(ctx, { image, wanted }) {
	const { repository } = ctx.config.image;
	if (!image) return { kind: "unknown" };
	const { found } = image;
	if (wanted.kind === "promoted") return promotedImage(repository, wanted.from, found);
	if (wanted.kind === "given" && found.kind === "image") return {
		kind: "given",
		name: wanted.image,
		digest: found.image.digest
	};
	const { tag = wanted.commit, content = AS_COMMITTED, rebuilds } = found.source ?? {};
	const source = {
		repository,
		tag,
		differences: content.differences.length
	};
	if (found.kind === "image") return {
		kind: "tagged",
		...source,
		digest: found.image.digest
	};
	return {
		kind: "build",
		...source,
		newRepository: found.kind === "no-repository",
		...rebuilds === void 0 ? {} : { rebuilds }
	};
}
function promotedImage(repository, { release }, found) {
	const { image, digest, login } = release;
	const source = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(image);
	if (login === "") return {
		kind: "promoted",
		repository: `${source.registry}/${source.repository}`,
		digest
	};
	if (found.kind === "image") return {
		kind: "promoted",
		repository,
		digest
	};
	return {
		kind: "copy",
		from: source.repository,
		repository,
		digest,
		newRepository: found.kind === "no-repository"
	};
}
function wantedRelease(ctx, seen) {
	const { wanted, record, comparison, semver, nextVersion } = seen;
	const { commit, spec } = wanted;
	return {
		name: plannedName(seen),
		commit,
		semver,
		...nextVersion !== "" && { nextVersion },
		migration: spec.migration,
		relation: comparison?.relation,
		...wanted.kind === "promoted" ? { verified: verifiedIn(wanted.from) } : {},
		...sinceLive({
			repository: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(ctx.config.job),
			commit
		}, record?.commit, comparison)
	};
}
function verifiedIn({ environment, release, differs }) {
	return {
		environment,
		release: release.name,
		digest: release.digest,
		differs
	};
}
function assertApprovedPlan(ctx, seen) {
	const { approvedPlan } = ctx.config;
	if (approvedPlan === void 0 || isLive(ctx, seen)) return;
	const changes = changesSince(approvedPlan, planFacts(ctx, seen));
	if (changes.length > 0) throw planChanged(ctx, changes);
}
function assertNoConcurrentRelease(ctx, live) {
	if (ctx.config.approvedPlan !== void 0) throw planChanged(ctx, [`what serves: now the host serves ${live}, which is not recorded`]);
}
function planChanged({ config }, changes) {
	const url = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(config.job);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("plan-changed", `this is not the plan that was approved: ${changes.join("; ")}`, { hint: `Run all jobs of ${url} again, or a newer run, to plan and approve again.` });
}
// src/domain/dns/authority.ts
var ISSUERS = {
	"acme-v02.api.letsencrypt.org": "letsencrypt.org",
	"acme-staging-v02.api.letsencrypt.org": "letsencrypt.org",
	"dv.acme-v02.api.pki.goog": "pki.goog",
	"acme.zerossl.com": "sectigo.com"
};
function issuerOf(directory) {
	if (directory === "") return "letsencrypt.org";
	return ISSUERS[new URL(directory).hostname];
}
function refuseUnauthorized(name, records, issuer) {
	const wild = name.startsWith("*.") && records.some(({ tag }) => tag === "issuewild");
	const allowed = records.filter(({ tag }) => tag === (wild ? "issuewild" : "issue")).map(({ value }) => value.split(";")[0]?.trim() ?? "");
	if (allowed.length === 0 || allowed.includes(issuer)) return void 0;
	const others = allowed.filter((other) => other !== "");
	return {
		reason: `CAA records of ${name} let ${others.length === 0 ? "no authority" : `only ${others.join(", ")}`} issue certificates, but not ${issuer}`,
		hint: `Add the CAA record 0 ${wild ? "issuewild" : "issue"} "${issuer}" next to the others, or set acme-directory to an authority that they allow.`
	};
}
// src/domain/dns/reach.ts
function reachOf(addresses, to, { proxied }) {
	const [first] = addresses;
	if (first === void 0) return { kind: "nowhere" };
	if (addresses.every((address) => to.addresses.includes(address))) return { kind: "here" };
	return {
		kind: proxied ? "by-proxy" : "elsewhere",
		addresses
	};
}
function reachWords(reach) {
	switch (reach.kind) {
		case "here": return "resolves to the hosts";
		case "by-proxy": return `resolves to ${reach.addresses.join(", ")}, which trusted-proxies allows`;
		case "nowhere": return "does not resolve";
		case "elsewhere": return `resolves to ${reach.addresses.join(", ")}, not only to this service`;
	}
}
function recordToMake(name, { addresses }) {
	return addresses.map((address) => `name ${name}, type A, value ${address}, TTL 60`).join("; ");
}
// src/steps/dns/await-names.ts
var EVERY_MS = 5e3;
async function awaitNames(ctx, spec, to, record) {
	if (isServedAlike(record, spec)) return;
	if (spec.tls !== "acme") return tellNames(ctx, spec, to);
	if (ctx.config.dnsTimeout === 0) return;
	const { names, proxied } = namesOf(spec);
	await ctx.progress.step("Check that the names resolve", async () => {
		for (const name of names) {
			await assertAuthorized(ctx, name, spec["acme-directory"]);
			if (spec["acme-challenge"] === "http") await awaitName(ctx, {
				name,
				to,
				proxied
			});
		}
		if (spec["acme-challenge"] === "dns") await tellNames(ctx, spec, to);
	});
}
async function tellNames(ctx, spec, to) {
	const { names, proxied } = namesOf(spec);
	const found = await Promise.all(names.map((name) => ctx.lookups.addresses(name)));
	for (const [at, name] of names.entries()) {
		const lookup = found[at];
		const reach = lookup?.kind === "known" ? reachOf(lookup.addresses, to, { proxied }) : void 0;
		if (reach && isAway(reach)) ctx.progress.info(missingWords(name, reachWords(reach), to));
	}
}
function missingWords(name, words, to) {
	return `${name} ${words}. If its DNS is not in Route 53, create this record: ${recordToMake(name, to)}`;
}
async function assertAuthorized({ lookups }, name, directory) {
	const issuer = issuerOf(directory);
	if (issuer === void 0) return;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseUnauthorized(name, await lookups.caaRecords(name), issuer));
}
async function awaitName(ctx, awaited) {
	const { name, to } = awaited;
	const record = recordToMake(name, to);
	let told = false;
	await pollUntil({
		clock: ctx.clock,
		look: () => lookAt$1(ctx, awaited),
		limit: ctx.config.dnsTimeout * 1e3,
		every: EVERY_MS,
		onWait: (found, since) => {
			if (!told) ctx.progress.info(missingWords(name, found, to));
			told = true;
			ctx.progress.waiting(`${name} to resolve to ${to.addresses.join(", ")}`, since);
		},
		onLimit: (found) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("names-elsewhere", `${name} ${found}, so no certificate was requested`, { hint: `Create this record wherever the DNS of ${name} is: ${record}. If the name resolves to a balancer or CDN, name that in trusted-proxies. Then run this again, or raise dns-timeout.` });
		}
	});
}
async function lookAt$1(ctx, { name, to, proxied }) {
	const found = await ctx.lookups.addresses(name);
	if (found.kind === "unknown") {
		ctx.progress.info(`This runner cannot look up ${name}, so the run does not wait for it: ${found.reason}`);
		return { ended: void 0 };
	}
	const reach = reachOf(found.addresses, to, { proxied });
	if (isAway(reach)) return { waiting: reachWords(reach) };
	ctx.progress.info(`${name} ${reachWords(reach)}`);
	return { ended: void 0 };
}
function isAway({ kind }) {
	return kind === "nowhere" || kind === "elsewhere";
}
// src/domain/dns/batch.ts
function addressSet(name, addresses) {
	return {
		name,
		type: "A",
		ttl: 60,
		values: addresses,
		routed: false
	};
}
function batchFor(steps, owner) {
	return steps.flatMap((step) => changesOf(step, owner));
}
function changesOf(step, owner) {
	switch (step.action) {
		case "keep":
		case "leave": return [];
		case "remove": return deletions(step.owned);
		case "create":
		case "change": {
			const sets = [addressSet(step.name, step.to.addresses), markerSet(owner, step.name, step.zone)];
			return [...deletions(step.owned), ...sets.map((set) => ({
				action: "CREATE",
				set
			}))];
		}
	}
}
function deletions({ address, marker }) {
	return [address, marker].flatMap((set) => set ? [{
		action: "DELETE",
		set
	}] : []);
}
function zonesOfNames(steps) {
	const zones = steps.flatMap((step) => isChange(step) || step.action === "keep" && step.owned.marker ? [step] : []);
	return [...new Set(zones.flatMap((step) => "zone" in step ? [step.zone.id] : []))].toSorted();
}
function changedZones(steps) {
	const changes = steps.filter((step) => isChange(step));
	return [...Map.groupBy(changes, ({ zone }) => zone.id).values()].map((group) => ({
		zone: group[0].zone,
		steps: group
	}));
}
// src/steps/dns/point-names.ts
var ATTEMPTS$3 = 3;
var IN_SYNC_MS = 3e5;
async function pointNames(ctx, wanted) {
	const { steps, ids } = await settle$1(ctx, wanted, ({ action }) => action !== "remove");
	for (const id of ids) await inSync(ctx, id);
	return steps;
}
async function removeNames(ctx, wanted) {
	const { done } = await settle$1(ctx, wanted, ({ action }) => action === "remove");
	return done.flatMap((step) => step.action === "remove" ? [`record ${removalWords(step)}`] : []);
}
async function settle$1(ctx, wanted, chosen, attempts = ATTEMPTS$3) {
	const plan = await planNames(ctx, wanted);
	const [refusal] = plan.refusals;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refusal);
	const done = [];
	const ids = [];
	for (const { zone, steps } of changedZones(plan.steps.filter(chosen))) {
		const batch = await ctx.zones.change(zone, batchFor(steps, ownerOf(ctx)));
		if (batch.kind === "overtaken") return again(ctx, {
			wanted,
			chosen,
			attempts,
			zone,
			reason: batch.reason
		});
		ids.push(batch.id);
		for (const step of steps) if (step.action !== "remove") ctx.progress.info(stepWords(step));
		done.push(...steps);
	}
	return {
		steps: plan.steps,
		done,
		ids
	};
}
async function again(ctx, { wanted, chosen, attempts, zone, reason }) {
	if (attempts > 1) return settle$1(ctx, wanted, chosen, attempts - 1);
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("names-failed", `Route 53 did not accept the records of ${zone.name} (${zone.id}): ${reason}`, { hint: "Find what else changes the records of that hosted zone, and run this again. hosted-zone-id: none leaves all records to you." });
}
async function inSync(ctx, id) {
	await pollUntil({
		clock: ctx.clock,
		look: async () => await ctx.zones.isInSync(id) ? { ended: void 0 } : { waiting: "all name servers of Route 53 to know the records" },
		limit: IN_SYNC_MS,
		every: 3e3,
		onWait: (what, since) => ctx.progress.waiting(what, since),
		onLimit: () => ctx.progress.warn("Not all name servers of Route 53 know the records yet; continuing.")
	});
}
// src/steps/dns/release-names.ts
async function pointBeforeRelease(ctx, seen, hosts) {
	const { plans, record, names } = seen;
	const { spec } = seen.wanted;
	const to = servingDestination(plans, hosts, record);
	if (names.steps.some(isChange)) await ctx.progress.step("names", () => pointNames(ctx, wantedNames(spec, record, to)));
	await awaitNames(ctx, spec, to, record);
}
async function pointAfterRelease(ctx, seen, hosts) {
	if (!seen.names.steps.some(isChange)) return 0;
	const wanted = wantedNames(seen.wanted.spec, seen.record, destinationOf(hosts));
	return ctx.progress.step("Update the DNS records", async () => {
		const steps = await pointNames(ctx, wanted);
		for (const removed of await removeNames(ctx, wanted)) ctx.progress.info(`Removed ${removed}`);
		return Math.max(0, ...steps.map((step) => step.action === "change" ? step.owned.address?.ttl ?? 0 : 0));
	});
}
async function followNames(ctx, route, hosts, record) {
	const names = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.x)(route);
	if (names.length === 0) return;
	const wanted = {
		names,
		had: [],
		to: destinationOf(hosts),
		record,
		proxied: true
	};
	try {
		await ctx.progress.step("Update the DNS records", () => pointNames(ctx, wanted));
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt)) throw error;
		ctx.progress.warn(`The names of the release were not changed: ${error.message} ${error.hint ?? ""}`);
	}
}
// src/domain/rollout/rollback-target.ts
function rollbackTarget(asked, views) {
	const [silent] = views.flatMap(({ hostId, status }) => typeof status === "string" ? `${hostId}: ${status}` : []);
	if (silent !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(silent, "Fix that host with command: deploy, and run this again.");
	const hosts = views.flatMap(({ hostId, status }) => typeof status === "string" ? [] : [{
		hostId,
		status
	}]);
	const serving = [...new Set(hosts.map(({ status }) => status.release))].filter((release) => release !== "");
	const release = asked || before(hosts.map(({ status }) => status), serving);
	if (release === "") return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the hosts have no common release before the live one", "Name one in the input release (command: status lists them), or deploy the commit that you want to return to.");
	return {
		kind: "target",
		release,
		serving,
		strangers: hosts.filter(({ status }) => !knows(status, release)).map(({ hostId }) => hostId)
	};
}
function refuseStrangers(strangers, release) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${strangers.join(", ")} never served ${release}, and cannot return to it`, "Name a release that all hosts know (command: status lists them), or deploy its commit with allow-downgrade: true.");
}
function before(hosts, serving) {
	const earlier = hosts.filter((host) => serving.every((release) => place(host, release) >= place(host, host.release))).toSorted((a, b) => b.releases.length - a.releases.length).map(earlierThanLive).find((releases) => releases.length > 0) ?? [];
	return earlier.find((release) => hosts.every((host) => knows(host, release))) ?? earlier[0] ?? "";
}
function place({ releases }, release) {
	return releases.findIndex((known) => known.release === release);
}
function earlierThanLive(host) {
	return host.releases.slice(place(host, host.release) + 1).filter(({ left }) => left !== true).map(({ release }) => release);
}
function knows(host, release) {
	return place(host, release) >= 0;
}
// src/domain/order/rollback-order.ts
function rollbackOrder(spec) {
	const { release, base, document = null } = spec;
	return {
		...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.o)("rollback", spec),
		...cutOverFields(spec),
		release,
		base,
		document
	};
}
// src/steps/orders/query-status.ts
async function queryStatus(ctx, hosts) {
	const agents = await agentsOf(ctx, hosts);
	const online = hosts.flatMap(({ id, state }) => state === "running" && agents.get(id)?.kind === "online" ? [id] : []);
	const answers = online.length === 0 ? [] : await ask$1(ctx, online);
	return hosts.map((host) => {
		const answer = answers.find(({ hostId }) => hostId === host.id);
		if (answer !== void 0) return statusOf(ctx, host, answer.result);
		return unheard(host, host.state === "running" ? "SSM cannot reach the host" : `the host is ${host.state}`, agents.get(host.id)?.kind === "unknown" ? "nothing" : "all");
	});
}
async function agentsOf({ remote }, hosts) {
	const ids = hosts.filter(_request_js__WEBPACK_IMPORTED_MODULE_1__.m).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask$1(ctx, hostIds) {
	return send(ctx, {
		hostIds,
		order: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.o)("status", orderSpec(ctx)),
		timeout: 60,
		continueOnError: true,
		read: parseStatusResult
	});
}
function unheard(host, reason, hides = "all") {
	return {
		host,
		status: reason,
		others: [],
		silent: {
			reason,
			hides
		},
		findings: []
	};
}
function statusOf({ config }, host, result) {
	if (!result) return unheard(host, "the host did not answer");
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, kept, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.Pt),
		kept,
		findings,
		...silent && { silent }
	};
}
function silenceOf({ docker, others }) {
	if (others === void 0) return {
		reason: "its program does not say which services are on it",
		hides: "all"
	};
	return docker === "" ? {
		reason: "Docker does not answer on the host",
		hides: "data"
	} : void 0;
}
// src/domain/release/release-artifact.ts
var ARTIFACT_TYPE = "application/vnd.docker-to-ec2.release.v1";
var SPECIFICATION_TYPE = `${ARTIFACT_TYPE}+json`;
function releaseArtifact({ name, digest, commit, spec }) {
	const text = JSON.stringify({
		name,
		digest,
		commit,
		spec
	});
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(text).digest("hex").slice(0, 8);
	return {
		tag: `${_inputs_js__WEBPACK_IMPORTED_MODULE_3__._t}${name}-${hash}`,
		text
	};
}
var ANY_OBJECT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.m)({});
function readArtifact(text, { release: name, digest, commit, image, login }) {
	const release = readDocument({
		...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.It)(ANY_OBJECT, text),
		image,
		login
	});
	return release?.name === name && release.digest === digest && release.commit === commit ? release : void 0;
}
// src/steps/record/read-specification.ts
async function readSpecification({ artifacts }, recorded, repositories) {
	const { artifact } = recorded;
	if (artifact === void 0) return "gone";
	const place = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(artifact);
	const credentials = await repositories.credentials();
	if (place.registry !== credentials.registry) return "elsewhere";
	const text = await artifacts.read(place, credentials);
	return text === void 0 ? "gone" : readArtifact(text, recorded) ?? "unreadable";
}
// src/steps/rollout/brought-release.ts
async function broughtRelease(ctx, asked, { vpc }) {
	const { config, records, repositories, progress } = ctx;
	const history = await records.history(config.service, 100);
	const recorded = asked === "" ? recordedBefore(history) : recordedAs(asked, history);
	const specification = recorded && await readSpecification(ctx, recorded, repositories);
	if (typeof specification === "object") return documentHere(ctx, specification, vpc);
	progress.info(recorded === void 0 ? `The record does not have ${asked === "" ? "an earlier release" : asked}, either` : `The specification of ${recorded.release} in the registry is ${specification}`);
}
function documentHere({ config }, release, vpc) {
	const { service, job } = config;
	if (release.spec["trusted-proxies"].includes("vpc") && vpc.length === 0) {
		const reason = `${release.name} trusts the proxies of the VPC, whose CIDRs are unknown, because AWS shows no route table`;
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(reason, "Deploy its commit with the CIDRs of the balancer in trusted-proxies instead of vpc."));
	}
	return releaseDocument({
		service,
		release,
		login: release.login,
		vpc,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job)
	});
}
// src/domain/host/host-names.ts
var NAMED = 4;
function hostNames(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
}
// src/domain/cause/findings.ts
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${hostNames(members.map(({ hostId }) => hostId))}: ${words}` : words);
}
var NOTE_LIMIT = 200;
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}
// src/domain/cause/explain-cause.ts
function explainCause(facts) {
	const { summary, hint } = EXPLANATIONS[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : SAYS_IT_ALL.has(facts.cause) ? fact : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
var SAYS_IT_ALL = /* @__PURE__ */ new Set([
	"canary-inconclusive",
	"health-no-response",
	"lock-held",
	"port-loopback",
	"port-not-listening",
	"proxy-port-taken",
	"release-not-found",
	"secret-denied",
	"secret-missing",
	"wrong-platform"
]);
function hintOf({ cause, exitCode, healthCode = 0, detail, findings, port, ports, evidence }) {
	switch (cause) {
		case "exited": return hintOfWords(evidence?.logs ?? "") ?? hintOfExit(exitCode, evidence?.logs);
		case "docker-failed":
		case "start-failed": return hintOfWords(detail);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "port-not-listening": return hintOfPorts(port, ports);
		case "canary-errors": return detail.includes("canary-max-error-rate") ? void 0 : "Read the canary's log below: it fails where the live release does not.";
		case "canary-slow": return detail.includes("canary-max-latency") ? void 0 : "Compare the two releases under load: only the new one is this slow.";
		case "release-not-found": return hintOfRelease(detail);
		case "host-unfit": return fatal(findings).map(({ hint }) => sentence(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
var WORDS = [
	[/\bexec: ".*: stat .*: no such file/, "The image has no such file. Check ENTRYPOINT and CMD in the Dockerfile, and the input args."],
	[/^(\[FATAL tini \(\d+\)\] )?exec \S+(:| failed:) no such file/im, "If the image has this file, its first line names a program that the image lacks, or ends as on Windows (CRLF): `*.sh text eol=lf` in .gitattributes prevents that."],
	[/\bexec .*exec format error/i, "It is built for another platform than the image, or it is a script without a first line such as #!/bin/sh."],
	[/No chain\/target\/match by that name/, "Somebody removed Docker's rules of the packet filter. Restart Docker on the host, which makes them again: systemctl restart docker. With live-restore, no container stops."],
	[/\bexec\b.*: permission denied/i, "Make it executable before it is copied into the image: git update-index --chmod=+x FILE."]
];
function hintOfWords(words) {
	return WORDS.find(([pattern]) => pattern.test(words))?.[1];
}
function hintOfExit(code, logs) {
	if (code === 0) return "Its command must stay in the foreground. Check CMD in the Dockerfile, and the input args.";
	if (code === 137) return "Something killed it, usually because memory ran out. Raise the input memory, or use a larger instance-type.";
	if (logs?.trim() === "") return "It wrote nothing to its log. Run the image locally with the same variables, to see why it ends.";
}
function hintOfPorts(port, ports) {
	const [only, ...others] = ports;
	if (typeof port !== "number" || ports.includes(port)) return void 0;
	if (only === void 0) return `Raise health-timeout if the application starts slowly. If it has started, its last log lines may say why it does not listen on port ${port}.`;
	return others.length > 0 ? void 0 : `Set port: ${only}, or let the application listen on ${port}.`;
}
function hintOfRelease(detail) {
	if (!detail.startsWith("no release was verified before")) return void 0;
	const [, known = ""] = detail.split("there are: ");
	return known.includes(" ") ? "Name one of these in the input release, or deploy another commit." : "There is nothing to return to: deploy another commit, such as a revert of this one.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or add redirects to health-codes. If the application forces HTTPS, let it exempt the health page or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "If the application checks the Host header, set health-host to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or add 401 to health-codes.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails. Look in its log below for a missing variable, secret or database. If only this page fails, set health-path to another one.";
}
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, which gRPC needs.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return typeof port !== "number" || ports.includes(port) ? detail : `nothing listens on port ${port}${ports.length === 0 ? ", or on any other" : `; the container listens on ${ports.join(", ")}`}`;
		case "health-no-response": return detail === "" ? "" : `the application ${detail}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/steps/hosts/host-result.ts
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
function hostError({ config, progress }, failed, doesNot) {
	const { hostId, cause = "program-failed", evidence } = failed;
	if (evidence.logs !== "") progress.info(evidence.logs);
	const { sentence, hint } = explainCause({
		...failed,
		cause,
		port: config.spec.port,
		healthPath: config.spec["health-path"]
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt(cause, `${hostId} ${doesNot}: ${sentence}`, { hint });
}
function withoutResult(answer, late) {
	const logs = `${answer.stdout}\n${answer.stderr}`.trim();
	return {
		outcome: "failed",
		rolledBack: false,
		served: void 0,
		cause: causeOf$1(answer.status, late),
		previous: "",
		serving: "",
		servingRelease: "",
		looked: false,
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs,
			health: "",
			host: ""
		},
		canary: void 0,
		findings: [],
		secrets: {},
		volumes: [],
		steps: []
	};
}
function causeOf$1(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started" || status === "agent-failed") return status;
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/steps/rollout/run-on-hosts.ts
async function runOnHosts(ctx, dispatch, subject) {
	const { live, spec = ctx.config.spec, ...sent } = dispatch;
	const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent;
	const [since, began] = [ctx.clock.now(), ctx.clock.elapsed()];
	const answers = await send(ctx, {
		...sent,
		subject,
		timeout,
		read: parseDeployResult
	});
	const took = (ctx.clock.elapsed() - began) / 1e3;
	const results = answers.map((answer) => {
		if (!quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return resultOf(answer, answer.result, late);
	});
	assertNotFenced(ctx, results);
	if (!quiet) ctx.progress.took(results.flatMap((result) => stepsOf(result, {
		since,
		end: ctx.clock.now()
	})));
	return results;
}
function stepsOf({ hostId: host, outcome, steps }, { since, end }) {
	const all = steps.reduce((total, { ms }) => total + ms, 0);
	let start = Math.max(since, end - all);
	return steps.map(({ name, ms }, at) => {
		const step = {
			name,
			start,
			ms,
			ok: outcome !== "failed" || at < steps.length - 1,
			host
		};
		start += ms;
		return step;
	});
}
function assertNotFenced({ permit }, results) {
	const refusing = results.find(({ cause }) => cause === "lease-lost");
	if (refusing !== void 0 && permit.holds()) throw permit.lose(`${refusing.hostId} has received orders from a later run`);
}
function stopTime(spec, live) {
	return spec["stop-grace-period"] + recordedGrace(live);
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
// src/steps/rollout/send-on-live.ts
async function sendOnLive({ progress }, base, send) {
	const results = await send(base);
	const [only, ...others] = results;
	if (only?.cause !== "concurrent-release" || others.length > 0) return results;
	const live = only.detail.split(" ")[0] || "*";
	progress.info(`The host serves ${live}, which no run has recorded`);
	return send([live]);
}
// src/steps/rollout/rollback-hosts.ts
async function chooseTarget(ctx, prepared, { record, asked }) {
	const { hosts, avoid } = prepared;
	if (hosts.length === 1) return {
		target: asked,
		base: [record?.release ?? "*"],
		record,
		avoid
	};
	const target = rollbackTarget(asked, (await ctx.progress.step("Ask the hosts", () => queryStatus(ctx, hosts))).map(({ host, status }) => ({
		hostId: host.id,
		status
	})));
	if (target.kind === "refuse") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(target);
	const { release, serving, strangers } = target;
	const document = strangers.length === 0 ? void 0 : await broughtRelease(ctx, release, prepared);
	if (strangers.length > 0 && document === void 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(refuseStrangers(strangers, release));
	return {
		target: release,
		base: serving,
		record,
		avoid,
		document
	};
}
async function rollbackHosts(ctx, prepared, way) {
	const results = await sendInWaves(ctx, prepared, way);
	const [only, ...others] = results;
	if (only?.cause !== "release-not-found" || others.length > 0) return results;
	const document = await broughtRelease(ctx, way.target, prepared);
	return document === void 0 ? results : sendInWaves(ctx, prepared, {
		...way,
		target: document.name,
		document
	});
}
function sendInWaves(ctx, { hosts }, way) {
	const [hostIds, concurrency] = [hosts.map(({ id }) => id), ctx.config.maxConcurrency];
	return sendOnLive(ctx, way.base, (base) => sendRollback(ctx, {
		hostIds,
		way: {
			...way,
			base
		},
		concurrency
	}));
}
function sendRollback(ctx, { way, ...dispatch }) {
	const { target: release, base, record, avoid, document } = way;
	const order = rollbackOrder({
		...orderSpec(ctx),
		...cutOverSpec(ctx, avoid),
		ownRegistry: record?.login,
		release,
		base,
		document
	});
	return runOnHosts(ctx, {
		...dispatch,
		order,
		live: record
	}, release);
}
// src/steps/rollout/revert.ts
async function revert(ctx, { release, record, results, avoid }) {
	if (record?.release === release) return results;
	const targets = Map.groupBy(results, (result) => targetOf(result, record?.release));
	targets.delete("");
	const returned = [];
	for (const [target, hosts] of targets) {
		const hostIds = hosts.map(({ hostId }) => hostId);
		const way = {
			target,
			base: [release],
			record,
			avoid
		};
		returned.push(...await ctx.progress.step(`Return ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.d)(hostIds)} to ${target}`, () => sendRollback(ctx, {
			hostIds,
			way,
			continueOnError: true
		}), noneFailed));
	}
	return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result);
}
function targetOf({ outcome, previous }, recorded = "") {
	if (outcome === "unchanged") return recorded;
	return outcome === "failed" ? "" : previous;
}
// src/steps/orders/ask-for-status.ts
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const { services, kept, others = [] } = parseStatusResult(stdout) ?? {};
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(service)),
			others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.Pt),
			kept,
			answered: services !== void 0
		};
	});
	const silent = seen.find(({ answered }) => !answered);
	return silent ? {
		kind: "not-asked",
		reason: `${silent.hostId} did not answer`
	} : {
		kind: "asked",
		hosts: seen
	};
}
// src/steps/hosts/ending.ts
async function atStake(ctx, hosts, record) {
	if (hosts.length === 0) return [];
	const [asked, recorded] = await Promise.all([queryStatus(ctx, hosts), recordedStakes(ctx, hosts, record)]);
	return recorded.map((stake, at) => asked.slice(at, at + 1).reduce((all, told) => withTold(all, told, record), stake));
}
function withTold(stake, answer, record) {
	return {
		...withAnswer(stake, answer),
		unknown: answer.silent && unknownBy(answer.silent, stake.hostId, record)
	};
}
function withAnswer(stake, { status, others, kept = [] }) {
	const told = [...(typeof status === "object" ? status.volumes : []).map(({ name, path }) => ({
		name,
		path
	})), ...kept.map((name) => ({
		name,
		path: ""
	}))];
	return {
		...stake,
		volumes: allVolumes(told, stake.volumes),
		guests: [.../* @__PURE__ */ new Set([...stake.guests, ...others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)])]
	};
}
function unknownBy({ reason, hides }, hostId, record) {
	const recorded = hostIdsOf(record).includes(hostId);
	if (hides === "nothing" && !recorded) return void 0;
	return hides === "data" && recorded && record?.volumes !== void 0 ? void 0 : reason;
}
async function plannedStakes(ctx, hosts, record) {
	const running = hosts.flatMap(({ id, state }) => state === "running" ? [id] : []);
	const [seen, recorded] = await Promise.all([running.length === 0 ? void 0 : askForStatus(ctx, ctx.config.service, running), recordedStakes(ctx, hosts, record)]);
	if (seen?.kind !== "asked") return recorded;
	return recorded.map((stake) => {
		const told = seen.hosts.find(({ hostId }) => hostId === stake.hostId);
		return told ? withAnswer(stake, told) : stake;
	});
}
async function recordedStakes(ctx, hosts, record) {
	const others = hosts.length === 0 ? [] : await otherRecords(ctx);
	return hosts.map(({ id }) => {
		const guests = others.filter((other) => hostIdsOf(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf$1),
			unknown: void 0
		};
	});
}
async function otherRecords({ config, records }) {
	const all = await records.list();
	const unreadable = refuseUnreadable(all.unreadable);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(unreadable);
	return all.records.filter((other) => !ofService(other, config.service));
}
function nameOf$1({ service, environment }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
		name: service,
		environment
	});
}
async function clearToEnd(ctx, hosts, record) {
	const stakes = await atStake(ctx, hosts, record);
	const clearance = clearHosts(stakes, ctx.config.volumeData);
	if ("kind" in clearance) return clearance;
	for (const { hostId, unknown } of stakes) if (unknown !== void 0) ctx.progress.warn(`Removing ${hostId} with whatever is on it: ${unknown}`);
	return clearance;
}
async function clearToDelete(ctx) {
	const { destroyRepository, image, preview, service } = ctx.config;
	if (!destroyRepository) return void 0;
	const others = preview ? (await ctx.records.list()).records.filter((other) => !ofService(other, service)) : await otherRecords(ctx);
	const cleared = clearRepository(image.repository, others);
	if ("kind" in cleared) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(cleared);
	return cleared;
}
// src/domain/canary/watch.ts
var GROWTH = 1.25;
var FIRST_LOOK = 20;
function looksUntil(requests) {
	return requests < FIRST_LOOK ? 1 : 2 + Math.floor(Math.log(requests / FIRST_LOOK) / Math.log(GROWTH));
}
function beginWatch(readings) {
	return observe({
		step: 0,
		window: EMPTY_WINDOW,
		health: "healthy",
		looks: 0,
		lookedAt: 0,
		seen: {},
		done: [],
		steered: [],
		promoted: false
	}, readings);
}
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
function rebase(watch, readings) {
	const { seen, health } = observe(watch, readings);
	return {
		...watch,
		seen,
		health
	};
}
function worst(readings) {
	return CANARY_HEALTH.findLast((health) => readings.some((reading) => reading.health === health)) ?? "healthy";
}
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
		verdict: judge$1({
			window,
			health,
			number,
			ended,
			dark: isDark(spec.steps[watch.step])
		}, spec)
	};
}
function steered(watch, words) {
	return {
		...watch,
		steered: [...watch.steered, words]
	};
}
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
function describeStep({ share }, { window }) {
	const { bounds, canary, baseline } = window;
	if (canary.total + baseline.total === 0) return `canary ${share}%: no requests yet`;
	const p99 = (side) => side.timed === 0 ? "not timed" : milliseconds(quantile(bounds, side, .99));
	const shares = `${percent(errorShare(canary))} 5xx (baseline ${percent(errorShare(baseline))})`;
	const durations = canary.timed + baseline.timed === 0 ? "durations do not count yet" : `p99 ${p99(canary)} (baseline ${p99(baseline)})`;
	return `canary ${share}%: ${canary.total} requests, ${shares}, ${durations}`;
}
function blastRadius({ done }) {
	const sum = (of) => done.reduce((total, { window }) => total + of(window), 0);
	return {
		errors: sum(({ canary }) => canary.errors),
		canary: sum(({ canary }) => canary.total),
		all: sum(({ canary, baseline }) => canary.total + baseline.total)
	};
}
// src/domain/canary/table.ts
function canaryTable(watch) {
	const timed = watch.done.some(({ window }) => window.canary.timed + window.baseline.timed > 0);
	return {
		head: [
			"Share",
			"Side",
			"Requests",
			"5xx",
			...timed ? [
				"Average",
				"p50",
				"p99"
			] : []
		],
		rows: watch.done.flatMap((step) => stepRows(step, timed)),
		verdicts: watch.done.map(({ share, verdict }) => `${share}% ${shortVerdict(verdict)}`),
		steered: watch.steered,
		steps: watch.done.map(({ share, window }) => ({
			share,
			canary: numbers(window, "canary"),
			baseline: numbers(window, "baseline")
		})),
		cost: describeCost(watch)
	};
}
function shortVerdict(verdict) {
	return verdict.startsWith("bad:") ? "bad" : verdict;
}
function numbers(window, side) {
	const counts = window[side];
	return {
		errors: errorShare(counts),
		p99: counts.timed === 0 ? void 0 : quantile(window.bounds, counts, .99)
	};
}
function stepRows({ share, window }, timed) {
	const side = (name, counts) => [
		`${share}%`,
		name,
		String(counts.total),
		`${counts.errors} (${percent(errorShare(counts))})`,
		...timed ? durations(window, counts) : []
	];
	return [side("baseline", window.baseline), side("canary", window.canary)];
}
function durations({ bounds }, counts) {
	if (counts.timed === 0) return [
		"not timed",
		"not timed",
		"not timed"
	];
	return [
		mean(counts),
		quantile(bounds, counts, .5),
		quantile(bounds, counts, .99)
	].map(milliseconds);
}
function describeCost(watch) {
	const { errors, canary, all } = blastRadius(watch);
	if (all === 0) return "The service got no requests in the meantime.";
	const got = `The canary got ${canary} of ${all} requests and answered ${errors} of them with 5xx.`;
	return watch.promoted ? got : `${got} ${describeSpared(watch)}`.trim();
}
function describeSpared({ done }) {
	const failing = Math.round(done.reduce((total, { window }) => total + errorShare(window.canary) * totalOf(window), 0));
	if (failing > 0) return `Without the canary, about ${failing} would have failed in the same time.`;
	return `Without the canary, all ${done.reduce((total, { window }) => total + totalOf(window), 0)} would have gone to this release.`;
}
function totalOf({ canary, baseline }) {
	return canary.total + baseline.total;
}
// src/report/parts/other-hosts.ts
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${hostNames(ids)} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${hostNames(ids)} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...byRelease(others, ["restarted"]).map(([, ids]) => `${hostNames(ids)} ${ids.length > 1 ? "were" : "was"} restarted.`),
		...(others.some(isFailed) ? byCause(results) : []).map(([cause, ids]) => `${hostNames(ids)} failed: ${cause}.`),
		...untouched(others)
	];
}
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function byCause(results) {
	return [...Map.groupBy(results.filter(isFailed), ({ cause }) => cause ?? "not-serving")].map(([cause, members]) => [cause, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${hostNames(ids)} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/report/parts/host-failure.ts
function hostFailure(failed, { results, spec }) {
	const { cause = "not-serving", evidence } = failed;
	const { sentence, hint } = explainCause({
		...failed,
		cause,
		port: spec.port,
		healthPath: spec["health-path"]
	});
	return {
		cause,
		sentence: `${sentence}.`,
		state: whatServes(failed),
		others: whatOfTheOthers(results, failed),
		hint,
		evidence
	};
}
function whatServes({ serving, servingRelease, looked }) {
	if (serving !== "") return `${servingRelease || serving} still serves.`;
	return looked ? "Nothing is served." : "`command: status` shows what is live.";
}
// src/report/rows/host-lines.ts
function releaseWords({ name, semver }) {
	return semver === void 0 ? `release ${name}` : `${semver} (release ${name})`;
}
function outputsOfHosts(lines) {
	const [first] = lines;
	return {
		url: first?.url ?? "",
		"instance-id": first?.id ?? "",
		"public-ip": first?.ip ?? "",
		hosts: JSON.stringify(lines)
	};
}
function outputsOf(placed) {
	const { release, results } = placed;
	return {
		...outputsOfHosts(linesOf(placed)),
		image: release.image,
		digest: release.digest,
		release: release.name,
		version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(release),
		"previous-release": previousOf(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
function factsOf({ hosts, release }) {
	return [["Digest", release.digest], ...hostFacts(hosts)];
}
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
function noticeOf(hosts) {
	const warnings = warningsOf(hosts);
	return warnings.length === 0 ? {} : { warnings };
}
var NO_ADDRESS = "no port: a worker";
function placeWords(lines) {
	const [first, ...others] = new Set(lines.map(({ url }) => url));
	const at = others.length > 0 ? "" : addressWords(first ?? "");
	return [...lines.length > 1 ? [`on ${lines.length} hosts`] : [], at].join(" ").trim();
}
function addressWords(url) {
	return url === "" ? `(${NO_ADDRESS})` : `at ${url}`;
}
function linesOf({ hosts, results, route }) {
	return hosts.map((host, at) => {
		const result = results[at];
		return {
			id: host.id,
			ip: host.publicIp ?? "",
			url: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__._)(host, route),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}
// src/report/pages/deploy.ts
function deployReport(config, deployed, failed = failureOf(deployed.results)) {
	const { release, results } = deployed;
	const wrong = failed ?? results.find(({ serving }) => serving !== release.digest);
	return wrong ? failure(config, deployed, wrong) : success(config, deployed);
}
function success(config, deployed) {
	const { hosts, release, results, watch } = deployed;
	const placed = placedOf(deployed);
	const lines = linesOf(placed);
	const outcome = results.every((result) => result.outcome === "unchanged") ? "unchanged" : "deployed";
	const verb = outcome === "unchanged" ? "was already live" : "is live";
	return {
		outcome,
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(config.service)}: ${releaseWords(placed.release)} ${verb} ${placeWords(lines)}`,
		outputs: {
			...outputsOf(placed),
			"next-version": deployed.snapshot.nextVersion
		},
		facts: [...outcome === "deployed" ? hostFacts(hosts) : factsOf(placed), ...nextFacts(deployed.snapshot)],
		image: release.image,
		...tableOf(lines),
		...noticeOf(results),
		...watch ? { canary: canaryTable(watch) } : {},
		...outcome === "deployed" ? { change: changeOf(config, release, deployed.snapshot) } : {}
	};
}
function failure(config, deployed, failed) {
	const { hosts, release, results, watch } = deployed;
	const placed = placedOf(deployed);
	const isBack = isTakenBack(results);
	const verdict = isBack && watch && !watch.promoted ? canaryVerdict(watch) : verdictOn(failed, results);
	const shown = hostFailure(failed, {
		results: watch ? results.filter((result) => result.cause !== failed.cause) : results,
		spec: release.spec
	});
	return {
		outcome: isBack ? "rolled-back" : "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(config.service)}: ${releaseWords(placed.release)} ${verdict}`,
		outputs: {
			...outputsOf(placed),
			"next-version": deployed.snapshot.nextVersion,
			cause: shown.cause
		},
		facts: hostFacts(hosts),
		...tableOf(linesOf(placed)),
		...noticeOf(results),
		...watch ? { canary: canaryTable(watch) } : {},
		failure: shown
	};
}
function nextFacts({ nextVersion }) {
	return nextVersion === "" ? [] : [["Next version", nextVersion]];
}
function placedOf({ hosts, release, results, snapshot }) {
	const { record, semver } = snapshot;
	const isElsewhere = record !== void 0 && results.every(({ servingRelease }) => servingRelease === record.release);
	return {
		hosts,
		results,
		release: {
			...release,
			semver
		},
		route: isElsewhere ? record.route : (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.C)(release.spec)
	};
}
function canaryVerdict({ done }) {
	return `was rolled back at ${done.at(-1)?.share ?? 0}% of the traffic`;
}
function verdictOn(failed, results) {
	const where = results.length > 1 ? ` on ${failedHosts(failed, results)}` : "";
	if (failed.rolledBack) return `went bad${where} after the cut-over, and was rolled back`;
	return where === "" ? "did not go live" : `failed${where}`;
}
function failedHosts({ hostId }, results) {
	const failing = results.filter(isFailed).length;
	return failing > 1 ? `${failing} of ${results.length} hosts` : hostId;
}
function changeOf({ job }, { name, digest, commit }, seen) {
	const { record, comparison, semver } = seen;
	const repository = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(job);
	return {
		before: record && {
			...record,
			deployed: `by ${record.actor}, ${minuteOf(record.deployedAt)}`
		},
		after: {
			release: name,
			digest,
			commit,
			semver,
			deployed: `by ${job.actor}, with this run`
		},
		repository,
		...sinceLive({
			repository,
			commit
		}, record?.commit, comparison)
	};
}
// src/steps/record/commit-time.ts
async function commitTime({ checkout }, commit) {
	const head = await checkout.head();
	if (head.kind !== "commit" || head.id !== commit) return {};
	const at = await checkout.committedAt();
	return at === void 0 ? {} : { committedAt: at.toISOString() };
}
// src/domain/rollout/exposure.ts
var SHARE = /^canary (\d+(?:\.\d+)?)%$/;
function exposureOf(steps, since) {
	const shares = steps.flatMap(({ name, start }) => shareOf(name).map((share) => ({
		share,
		start
	})));
	const cutOvers = steps.filter(({ name, ok }) => name === "cut-over" && ok).map(({ start, ms }) => start + ms);
	const met = [...shares.filter(({ share }) => share > 0).map(({ start }) => start), ...cutOvers];
	return {
		...met.length > 0 && { reached: secondsAfter(since, Math.min(...met)) },
		...cutOvers.length > 0 && { served: secondsAfter(since, Math.max(...cutOvers)) },
		...shares.length > 0 && { canary: Math.max(...shares.map(({ share }) => share)) }
	};
}
function shareOf(name) {
	const share = SHARE.exec(name)?.[1];
	return share === void 0 ? [] : [Number(share)];
}
function secondsAfter(since, at) {
	return Math.max(0, Math.round((at - since) / 100) / 10);
}
// src/steps/record/write-record.ts
var ATTEMPTS$2 = 5;
async function writeRecord(ctx, seen, record) {
	const { config, records, token } = ctx;
	let over = seen?.version ?? 0;
	let next = {
		...record,
		token
	};
	for (let attempt = 1; attempt <= ATTEMPTS$2; attempt += 1) {
		if (await records.write(next, over)) return;
		const meanwhile = await records.read(config.service);
		if ((meanwhile?.token ?? 0) > token) return outrun(ctx);
		over = meanwhile?.version ?? 0;
		if (meanwhile !== void 0) next = withMarksOf(next, meanwhile, seen);
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("aws-unavailable", `Others changed the release record ${ATTEMPTS$2} times while this run wrote it.`, { hint: "Run this again: it records what is live." });
}
function outrun({ permit, progress }) {
	if (permit.holds()) throw permit.lose("the record has an entry of a later run");
	progress.info("Another run has written the record in the meantime, so this run does not change it");
}
// src/steps/record/tag-live-image.ts
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.xt)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image is live, and may let it expire: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
	}
}
// src/steps/record/record-release.ts
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const zones = live.zones ?? record?.zones ?? [];
	const write = writeRecord(ctx, record, {
		schema: 1,
		service: service.name,
		environment: service.environment,
		...namedAfterOf(record, {
			...job,
			isDefault: config.namedAfter !== void 0
		}),
		...identityOf(live),
		...live.artifact !== void 0 && { artifact: live.artifact },
		route: served.route,
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, 20),
		...keptBy(live.results),
		...zones.length > 0 && { zones },
		program: await ctx.remote.program(),
		...proxyOf(ctx, record),
		...marksOf(ctx, record),
		...live.fingerprint && { fingerprint: live.fingerprint },
		...live.promotedFrom && { promotedFrom: live.promotedFrom },
		attempt
	});
	await Promise.all([write, tagLiveImage(ctx, served, record)]);
}
function marksOf({ config: { preview } }, record) {
	const mark = preview ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.X)(preview) : record?.preview;
	return {
		...record?.freeze && { freeze: record.freeze },
		...mark && { preview: mark }
	};
}
function proxyOf({ config: { proxyImage } }, record) {
	const mark = proxyImage.given ? markOfProxy(proxyImage) : record?.proxyImage;
	return mark === void 0 ? {} : { proxyImage: mark };
}
function identityOf({ served, semver }) {
	const { name: release, digest, image, login, commit } = served;
	return {
		release,
		digest,
		image,
		login,
		commit,
		...semver !== void 0 && { semver }
	};
}
async function recordRestart(ctx, record, { results, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		...keptBy(results),
		...proxyOf(ctx, record),
		program: await ctx.remote.program(),
		attempt
	});
}
async function recordFreeze(ctx, record, { freeze, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		freeze,
		attempt
	});
}
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await writeRecord(ctx, record, {
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`));
}
function newAttempt({ config, clock, progress }, { since, results, semver, ...rest }) {
	const now = clock.now();
	const note = noteOf(results);
	return {
		...rest,
		...semver === void 0 ? {} : { semver },
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10,
		command: config.command,
		...exposureOf(progress.steps(), since)
	};
}
// src/steps/record/record-deploy.ts
async function recordDeploy(ctx, deployed) {
	const { release, semver, results, record, since } = deployed;
	const unchanged = results.every(({ outcome }) => outcome === "unchanged");
	if (unchanged && ctx.config.canary) ctx.progress.info("No canary: the release is already live");
	if (unchanged && await isRecorded(ctx, deployed)) return;
	const outcome = unchanged ? "unchanged" : "deployed";
	const { name, commit } = release;
	const attempt = newAttempt(ctx, {
		release: name,
		commit,
		semver,
		cause: "",
		since,
		results,
		outcome,
		...await commitTime(ctx, commit)
	});
	await ctx.progress.step("Record the release", () => recordRelease(ctx, liveOf(deployed), {
		record,
		attempt
	}));
}
async function isRecorded(ctx, { release, semver, artifact, hosts, results, record, zones }) {
	if (record?.release !== release.name || record.semver !== semver || record.artifact !== artifact) return false;
	if (record.fingerprint === void 0) return false;
	if (!hasSameProxyPart(record, release.spec) || replacesProxy(record, ctx.config.proxyImage)) return false;
	if (release.spec.migration && !record.migration) return false;
	if (zones.some((zone) => record.zones?.includes(zone) !== true)) return false;
	const { secrets, volumes } = keptBy(results);
	const told = [
		hostIdsOf(record),
		record.secrets ?? secrets,
		record.volumes,
		record.program,
		record.token ?? 0
	];
	return JSON.stringify(told) === JSON.stringify([
		hosts.map(({ id }) => id),
		secrets,
		volumes,
		await ctx.remote.program(),
		ctx.token
	]);
}
function liveOf({ wanted, release, semver, image, artifact, hosts, results, zones }) {
	return {
		served: {
			...release,
			login: image.login ?? "",
			route: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.C)(release.spec),
			migration: release.spec.migration
		},
		semver,
		hostIds: hosts.map(({ id }) => id),
		previous: previousOf(results),
		fingerprint: fingerprintOf(release.spec, release.name),
		artifact,
		zones,
		results,
		promotedFrom: promotionOf(wanted)
	};
}
function promotionOf(wanted) {
	return wanted.kind === "promoted" ? {
		environment: wanted.from.environment,
		release: wanted.from.release.name
	} : void 0;
}
// src/steps/dns/follow-ports.ts
async function closePorts(ctx, record) {
	if (record !== void 0) await closeBut(ctx, {
		had: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(record.route),
		needed: ctx.config.host.ports,
		record
	});
}
async function closeOpened(ctx, record, results) {
	if (record === void 0 || results.some(({ servingRelease }) => servingRelease !== record.release)) return;
	await closeBut(ctx, {
		had: ctx.config.host.ports,
		needed: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(record.route),
		record
	});
}
function withServedPorts(ctx, record) {
	if (record === void 0) return ctx;
	return {
		...ctx,
		config: {
			...ctx.config,
			host: {
				...ctx.config.host,
				ports: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(record.route)
			}
		}
	};
}
async function followPorts(ctx, route, hosts, record) {
	if (route === _request_js__WEBPACK_IMPORTED_MODULE_1__.y) return;
	const ports = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(route);
	const open = record === void 0 ? [] : (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(record.route);
	if (portsBeside(ports, open).length > 0) await orWarn(ctx, "The ports of the release are not all open", () => openPorts(ctx, ports, hosts));
	if (record !== void 0) await closeBut(ctx, {
		had: open,
		needed: ports,
		record
	});
}
async function openPorts({ config, networks, progress }, ports, hosts) {
	const { service } = config;
	const own = hosts.filter((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service));
	for (const vpcId of new Set(own.flatMap((host) => host.vpcId ?? []))) {
		const { securityGroup } = await networks.own(service, {
			vpcId,
			ports
		});
		if (securityGroup === void 0 || securityGroup.open) continue;
		await networks.ensureSecurityGroup(service, vpcId, ports);
		progress.info(`Opened ${portWords(ports)}`);
	}
}
async function closeBut(ctx, { had, needed, record }) {
	if (portsBeside(had, needed).length === 0) return;
	await orWarn(ctx, "A port that nothing needs is still open", async () => {
		const closed = await ctx.networks.closePorts(ctx.config.service, [...needed, ...await portsOfGuests(ctx, record)]);
		if (closed.length > 0) ctx.progress.info(`Closed ${portWords(closed)}`);
	});
}
async function orWarn({ progress }, words, act) {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt)) throw error;
		progress.warn(`${words}: ${error.message} ${error.hint ?? ""}`);
	}
}
async function portsOfGuests(ctx, record) {
	const hosts = hostIdsOf(record);
	return (await otherRecords(ctx)).filter((other) => hostIdsOf(other).some((id) => hosts.includes(id))).flatMap(({ route }) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.w)(route));
}
// src/steps/snapshot/open-request.ts
var LOOKS = 3;
var PAUSE = 2e3;
async function assertOpenRequest(ctx) {
	const { preview } = ctx.config;
	if (preview?.act !== "serve") return;
	const request = await ask(ctx, preview);
	if (request) (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseLateRun(preview, request));
}
async function ask({ pullRequests, progress, clock }, { number, head }) {
	for (let look = 1;; look += 1) {
		const request = await pullRequests.read(number).catch((error) => {
			progress.info(`GitHub does not say whether pull request ${number} is still open: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
		});
		if (request?.state !== "open" || request.head === head || look === LOOKS) return request;
		await clock.sleep(PAUSE);
	}
}
// src/steps/snapshot/invitation.ts
async function assertInvited(ctx, { plans, record }) {
	const { service } = ctx.config;
	const strange = plans.flatMap((plan) => plan.kind === "reuse" ? [plan.host] : []).filter((host) => !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service) && !hostIdsOf(record).includes(host.id));
	if (strange.length === 0) return;
	const ids = strange.map(({ id }) => id).join(", ");
	await ctx.progress.step(`Ask ${ids}, which belongs to another service`, () => queryStatus(ctx, strange).catch((error) => refuseUninvited(error, ids)));
}
function refuseUninvited(error, hosts) {
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.gt)(error)) throw error;
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)({
		reason: `the role of this run cannot send commands to ${hosts}, which belongs to another service`,
		hint: "Ask the owner of the host to deploy docs/iam/guest.yaml, which invites this service, or leave instance-id out to get your own host."
	});
}
// src/domain/host/stopping.ts
function clearToStop(hosts, stakes, service) {
	const foreign = hosts.find((host) => !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service));
	if (foreign !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the action did not launch ${foreign.id} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(service)}, so its schedule does not stop it`, "Leave schedule out, or give the service its own host.");
	const spot = hosts.find((host) => host.spot);
	if (spot !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${spot.id} is a spot instance, which cannot be stopped and started`, "Leave schedule out, or set capacity: on-demand and allow-replacement: true in the next deploy.");
	const shared = stakes.find(({ guests }) => guests.length > 0);
	if (shared !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`${shared.hostId} also serves ${shared.guests.join(", ")}, so the schedule does not stop it`, "Move the other services to a host of their own, or leave schedule out.");
	const unknown = stakes.find((stake) => stake.unknown !== void 0);
	if (unknown !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`it is not known what else is on ${unknown.hostId}, so the schedule does not stop it: ${unknown.unknown}`, "Bring the host back with command: deploy, and run this again.");
	return { hosts: hosts.map(({ id }) => ({ id })) };
}
// src/steps/hosts/bring-program.ts
async function bringProgram(ctx, hostIds, record) {
	const without = hostsWithoutProgram(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const failed = failureOf((await ctx.remote.bring(without, ctx.signal)).filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, parseDeployResult(answer.stdout))));
	if (failed) throw hostError(ctx, failed, "does not accept the host program");
}
// src/domain/host/spread.ts
function spread(subnets, taken, count) {
	const filled = [...taken];
	return Array.from({ length: count }, () => {
		const order = subnets.toSorted((a, b) => hostsIn(a, filled) - hostsIn(b, filled));
		filled.push(order[0]?.id);
		return order;
	});
}
function hostsIn({ id }, filled) {
	return filled.filter((subnet) => subnet === id).length;
}
// src/domain/host/role-name.ts
var LONGEST_ROLE = 64;
var HASH_DIGITS = 16;
function profileName(service, region) {
	return `docker-to-ec2.${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(service)}.${region}`;
}
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
}
// src/steps/hosts/host-role.ts
async function ensureRole({ config, accountId, hostRoles, progress }, repositories) {
	const { service, region } = config;
	const { profile, lacks } = await hostRoles.ensure({
		service,
		region,
		accountId,
		repositories,
		challenged: namesProvenByDns(config.spec)
	});
	for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = profileName(service, region);
	if (!hosts.some((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role was not changed: ${error.message}`);
	}
}
// src/steps/hosts/launch.ts
var PATIENCE_MS = 18e4;
async function launchHosts(ctx, input) {
	const { host: spec } = ctx.config;
	for (const replaced of input.replaces) ctx.progress.info(`Launching a ${spec.instanceType}${replaced === void 0 ? "" : ` in place of ${replaced}`}`);
	const [instanceProfile, image, subnets] = await Promise.all([
		profile(ctx, input),
		machineImage(ctx),
		ctx.networks.subnets(spec.subnetIds)
	]);
	const orders = spread(subnets, input.taken, input.replaces.length);
	const groups = securityGroups(ctx);
	const launch = {
		service: spec.service,
		instanceType: spec.instanceType,
		volumeGiB: spec.volumeGiB,
		spot: false,
		hopLimit: hopLimitFor(input.spec),
		instanceProfile,
		...image
	};
	return (await Promise.allSettled(input.replaces.map((replaces, at) => launchHost(ctx, {
		launch: {
			...launch,
			replaces
		},
		subnets: orders[at] ?? [],
		groups
	})))).map((settled) => {
		if (settled.status === "rejected") throw settled.reason;
		return settled.value;
	});
}
async function launchHost(ctx, { launch, subnets, groups }) {
	const { instanceType } = launch;
	if (ctx.config.host.capacity === "spot") {
		const spot = await launchInOne(ctx, {
			launch: {
				...launch,
				spot: true
			},
			subnets,
			groups
		});
		if ("host" in spot) return spot.host;
		ctx.progress.warn(`AWS has no spot capacity for a ${instanceType} now, so this run launches it on demand: ${spot.refusals.join("; ")}`);
	}
	const launched = await launchInOne(ctx, {
		launch,
		subnets,
		groups
	});
	if ("host" in launched) return launched.host;
	const { refusals } = launched;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
async function launchInOne(ctx, { launch, subnets, groups }) {
	const refusals = [];
	for (const subnet of subnets) {
		const attempt = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		});
		if (attempt.kind === "launched") return attempt;
		refusals.push(attempt.reason);
		ctx.progress.info(`No room for a ${launch.spot ? "spot " : ""}${launch.instanceType} in ${subnet.zone}: ${attempt.reason}`);
	}
	return { refusals };
}
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("wrong-architecture", `${ami} is for ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.g)(image.architecture)}, but ${config.host.instanceType} is ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.g)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, ports } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, ports);
		own.set(vpcId, group);
		return [await group];
	};
}
function launchIn(ctx, spec) {
	return pollUntil({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PATIENCE_MS,
		every: 3e3,
		onWait: ({ resource }, since) => ctx.progress.waiting(`the ${resource} ${nameOf(resource, spec)} to become visible to EC2`, since),
		onLimit: ({ resource }) => {
			throw invisible(resource, spec);
		}
	});
}
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.pt();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	if (launch.kind !== "not-visible") return { ended: launch };
	if (launch.resource === "security group" && ctx.config.host.securityGroupIds.length > 0) throw unknownGroup(launch);
	return { waiting: launch };
}
function nameOf(resource, { instanceProfile, securityGroupIds }) {
	return resource === "instance profile" ? instanceProfile : securityGroupIds.join(", ");
}
function unknownGroup({ reason }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("launch-refused", `AWS does not launch the host: ${reason}`, { hint: "Check the input security-group-ids." });
}
function invisible(resource, spec) {
	const message = `EC2 does not know the ${resource} ${nameOf(resource, spec)}`;
	if (resource === "security group") return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("aws-unavailable", message, { hint: "Run this again." });
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("profile-not-visible", message, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
}
// src/domain/host/agent-diagnosis.ts
function diagnoseAgent({ host, agent }) {
	if (host.state !== "running") return {
		reason: `${host.id} is ${host.state}`,
		hint: hintOfState(host.state)
	};
	if (host.instanceProfile === void 0) return {
		reason: `${host.id} has no instance profile, so its agent has no credentials`,
		hint: "Attach an instance profile whose role can register with SSM (see docs/permissions.md), or leave instance-id empty to get a host that has one."
	};
	if (agent.kind === "offline") {
		const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : "";
		return {
			reason: `the agent of ${host.id} lost its connection${seen}`,
			hint: "Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk."
		};
	}
	const network = host.publicIp === void 0 ? "it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages" : "its subnet needs a route to the internet";
	return {
		reason: `the agent of ${host.id} never registered; ${network}`,
		hint: `Check the subnet's routes, that the role of ${host.instanceProfile} can register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it boots slowly.`
	};
}
function hintOfState(state) {
	switch (state) {
		case "pending": return "It is still booting: run this again, or raise host-timeout.";
		case "stopping":
		case "stopped": return "Somebody stopped it in the meantime. Run this again to start it.";
		default: return "Run this again to launch a new host. If instance-id names this one, change it or leave it out.";
	}
}
// src/steps/hosts/wait-for-agents.ts
function waitForAgents(ctx, hosts) {
	return pollUntil({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${hostNames(silent.map(({ host }) => host.id))} to come online`, since),
		onLimit: ([first]) => unreachable(ctx, first)
	});
}
async function lookAtAgents(ctx, hosts) {
	const agents = await ctx.remote.agents(hosts.map(({ id }) => id));
	const [first, ...others] = hosts.map((host, at) => ({
		host,
		agent: agents[at] ?? { kind: "unknown" }
	})).filter(isSilent);
	if (first === void 0) return { ended: void 0 };
	const hopeless = [first, ...others].find(({ host }) => host.instanceProfile === void 0);
	return hopeless ? unreachable(ctx, hopeless) : { waiting: [first, ...others] };
}
function isSilent({ agent }) {
	return agent.kind !== "online";
}
async function unreachable(ctx, { host, agent }) {
	const { reason, hint } = diagnoseAgent({
		host: await ctx.hosts.get(host.id) ?? host,
		agent
	});
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/domain/cause/host-end.ts
var HINTS = [
	[/^Client\.(InternalError|InvalidKMSKey)/, "Usually, the role of this run cannot use the KMS key that encrypts the account's new volumes (EC2 console, EBS encryption): docs/permissions.md says what it needs. Then run this again."],
	[/^Client\.VolumeLimitExceeded/, "Request a higher quota for EBS storage in Service Quotas, or set a smaller volume-size. Then run this again."],
	[/^Server\.(SpotInstanceTermination|InsufficientInstanceCapacity)/, "AWS has too little capacity for it now. Run this again to launch a new one."]
];
function hintOfEnd(reason) {
	return HINTS.find(([pattern]) => pattern.test(reason))?.[1];
}
function isEarlierStop(reason) {
	return reason.startsWith("Client.UserInitiated");
}
// src/steps/hosts/wait-for-state.ts
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what } = awaited;
	return pollUntil({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => late(ctx, id, state, awaited)
	});
}
async function lookAtState(ctx, id, { reached, what }) {
	const { hosts } = ctx;
	const state = await hosts.state(id);
	if (reached(state)) return { ended: void 0 };
	if ((state === "terminated" || state === "shutting-down") && !reached("terminated")) throw await terminated(ctx, id, what);
	return { waiting: state };
}
var CONSOLE = "Raise host-timeout, or look at the instance in the EC2 console.";
var AGAIN = "Look at its state transition reason in the EC2 console. Run this again to launch a new one.";
async function late(ctx, id, state, { what, hint = CONSOLE }) {
	const words = await whyEnded(ctx, id);
	const message = `${id} is still ${state} after ${ctx.config.hostTimeout} s; waited for it ${what}`;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("host-timeout", message + because(isEarlierStop(words) ? "" : words), { hint: hintOfEnd(words) ?? hint });
}
async function terminated(ctx, id, what) {
	const words = await whyEnded(ctx, id);
	const message = `${id} was terminated while this run waited for it ${what}`;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("host-terminated", message + because(words), { hint: hintOfEnd(words) ?? AGAIN });
}
function whyEnded({ hosts }, id) {
	return hosts.whyEnded(id).catch(() => "");
}
var because = (words) => words === "" ? "" : `: ${words}`;
// src/steps/hosts/provision.ts
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => isSettled(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...replacedHosts(plans)]));
	await waitForAgents(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(needsLaunch);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at] && {
		...launched[at],
		openPorts: []
	}]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, spec }) {
	return launchHosts(ctx, {
		spec,
		repositories: repositoriesOf(ctx),
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: subnetsTaken(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
function repositoriesOf({ config }) {
	const others = [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(image)]).filter(({ registry }) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.bt)(registry, void 0)).map(({ repository }) => repository);
	return [config.image.repository, ...others];
}
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await waitForState(ctx, host.id, {
		reached: (state) => state !== "stopping",
		what: "to finish stopping"
	});
	await ctx.hosts.start(host.id);
	return waitUntilRunning(ctx, {
		...host,
		state: "pending"
	});
}
async function waitUntilRunning(ctx, host) {
	if (host.state === "running") return host;
	await waitForState(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) await openClosedPorts(ctx, hosts);
	if (!spec.elasticIp) return;
	for (const { id } of hosts) {
		const address = await ctx.networks.ensureAddress(service, id, all.filter((other) => other !== id));
		ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ""}`);
	}
}
async function openClosedPorts({ config, networks, progress }, hosts) {
	const { service, host: spec } = config;
	const closed = (host) => closedPorts(spec.ports, host.openPorts ?? []);
	const [own, others] = [hosts.filter(({ openPorts }) => openPorts !== void 0), hosts.filter(({ openPorts }) => openPorts === void 0)];
	for (const [vpcId, members] of Map.groupBy(own, (host) => host.vpcId)) {
		const ports = spec.ports.filter((port) => members.some((host) => closed(host).includes(port)));
		if (vpcId === void 0 || ports.length === 0) continue;
		await networks.ensureSecurityGroup(service, vpcId, ports);
		progress.info(`Opened ${portWords(ports)} to the world`);
	}
	if (spec.ports.length === 0) return;
	for (const { id, securityGroupIds } of others) progress.warn(`${id} has none of the service's own security groups, so the action opens no port there: see that ${securityGroupIds.join(" or ")} opens ${portWords(spec.ports)}.`);
}
function idsOf(hosts) {
	return hosts.map(({ id }) => id);
}
async function refreshed(ctx, host) {
	const now = await ctx.hosts.get(host.id);
	return now === void 0 ? host : {
		...now,
		openPorts: host.openPorts
	};
}
// src/steps/power/power.ts
function warnOutsideSchedule({ config, clock, progress }) {
	const { schedule } = config;
	if (schedule === void 0 || (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.h)(schedule, clock.now())) return;
	progress.warn(`schedule: the hosts are scheduled to be stopped until ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.m)(schedule, clock.now())}. A deploy starts its hosts, and the next run of command: schedule stops them again.`);
}
async function stopHosts(ctx, hosts, record) {
	const clearance = clearToStop(hosts, await atStake(ctx, hosts, record), ctx.config.service);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(clearance);
	for (const host of clearance.hosts) {
		ctx.progress.info(`Stopping ${host.id}`);
		await waitForState(ctx, host.id, {
			reached: (state) => state !== "pending",
			what: "to finish starting"
		});
		await ctx.hosts.stop(host);
	}
	await Promise.all(clearance.hosts.map(({ id }) => waitForState(ctx, id, {
		reached: (state) => state === "stopped",
		what: "to stop"
	})));
}
async function wakeHosts(ctx, hosts, record) {
	const started = await Promise.all(hosts.map((host) => startHost(ctx, host)));
	await waitForAgents(ctx, started);
	if (record !== void 0) await waitUntilServing(ctx, started);
	return started;
}
function waitUntilServing(ctx, hosts) {
	const { clock, config, progress } = ctx;
	return pollUntil({
		clock,
		look: async () => {
			const silent = (await queryStatus(ctx, hosts)).find(({ status }) => typeof status === "string" || !status.running || !status.healthy);
			if (silent === void 0) return { ended: void 0 };
			return { waiting: `${silent.host.id}: ${typeof silent.status === "string" ? silent.status : "the service does not answer yet"}` };
		},
		limit: config.hostTimeout * 1e3,
		every: 3e3,
		onWait: (what, since) => progress.waiting(`the service after the start (${what})`, since),
		onLimit: (what) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("host-timeout", `${what}, ${config.hostTimeout} s after the start of the host`, { hint: "Run command: restart, or deploy again. Raise host-timeout if the service only needs longer to start." });
		}
	});
}
// src/steps/hosts/same-size.ts
async function keepSize(ctx) {
	const { host: spec, service } = ctx.config;
	if (!spec.renew && !spec.allowReplacement) return ctx;
	const found = await ctx.hosts.find(service);
	const old = found.find((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service) && host.replaces === void 0) ?? found.find((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(host, service));
	if (old === void 0) return ctx;
	const sizes = await ctx.hosts.volumeSizes(old.rootVolume === void 0 ? [] : [old.rootVolume]);
	const host = asLargeAs({
		...old,
		volumeGiB: sizes.get(old.rootVolume ?? "")
	}, spec);
	return {
		...ctx,
		config: {
			...ctx.config,
			host
		}
	};
}
// src/domain/release/carry-over.ts
function carryOver(spec, { from, to, given }) {
	const moved = {
		...spec,
		secrets: mapValues(spec.secrets, (source) => move(source, from, to))
	};
	const free = {
		...moved,
		...Object.fromEntries((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.rt)().map((name) => [name, without(moved[name], elsewhere(name, given))]))
	};
	const carried = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.at)().map(([name, setting]) => [name, CARRY[setting.carried](free[name], given[name])]);
	const after = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.ot)(Object.fromEntries(carried));
	return {
		spec: after,
		differs: differing(spec, after)
	};
}
var CARRY = {
	release: (own) => own,
	environment: (_, given) => given,
	either: (own, given) => own === true || given === true,
	"by-name": (own, given) => ({
		...own,
		...given
	})
};
function elsewhere(setting, given) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.rt)().filter((name) => name !== setting).flatMap((name) => Object.keys(given[name]));
}
function without(map, names) {
	return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}
function mapValues(map, change) {
	return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
function move(source, from, to) {
	const [old, own] = [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(from)}/`, `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(to)}/`];
	if (source.startsWith(`ssm:${old}`)) return `ssm:${own}${source.slice(`ssm:${old}`.length)}`;
	const name = `secretsmanager:${old.slice(1)}`;
	return source.startsWith(name) ? `secretsmanager:${own.slice(1)}${source.slice(name.length)}` : source;
}
function differing(before, after) {
	const [old, next] = [variables(before), variables(after)];
	return [...next].flatMap(([name, value]) => old.get(name) === value ? [] : [name]).toSorted();
}
function variables(spec) {
	return new Map((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.rt)().flatMap((kind) => Object.entries(spec[kind]).map(([name, value]) => [name, `${kind} ${value}`])));
}
// src/steps/orders/wanted.ts
async function wantedByInputs(ctx) {
	const { image, spec } = ctx.config;
	const commit = await commitOf(ctx);
	return image.existing === void 0 ? {
		kind: "build",
		commit,
		spec
	} : {
		kind: "given",
		image: image.existing,
		commit,
		spec
	};
}
async function commitOf({ config, checkout, progress }) {
	const { commit } = config.job;
	const head = await checkout.head();
	if (head.kind === "unknown") {
		progress.info(`Using commit ${shortCommit(commit)} of the event, because the checked-out commit is unknown: ${head.reason}`);
		return commit;
	}
	if (head.id !== commit) progress.info(`Using the checked-out commit ${shortCommit(head.id)}; the event is for ${shortCommit(commit)}`);
	return head.id;
}
function wantedByPromotion(config, { from, release, semver }) {
	const { spec, differs } = carryOver(release.spec, {
		from,
		to: config.service,
		given: config.spec
	});
	return {
		kind: "promoted",
		from: {
			environment: from.environment,
			release,
			semver,
			differs
		},
		commit: release.commit,
		spec
	};
}
function fittedTo(ctx, spec) {
	const { config, progress } = ctx;
	if (!(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.nt)(spec)) return ctx;
	const unused = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.nt)(config.spec) ? [] : [...config.canary === void 0 ? [] : ["canary-steps"], ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.st)(config.spec)];
	if (unused.length > 0) progress.info(`The release is a worker, so this has no effect: ${unused.join(", ")}`);
	return {
		...ctx,
		config: {
			...config,
			canary: void 0,
			host: {
				...config.host,
				ports: []
			}
		}
	};
}
// src/steps/hosts/prepare-hosts.ts
async function prepareHosts(ctx, input) {
	const there = keptHosts(input.plans);
	const provisioned = provision(ctx, input);
	const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned;
	const [hosts, addresses] = await Promise.all([
		provisioned,
		around.then((known) => addressesAround(ctx, known)),
		putRoleRight(ctx, there, repositoriesOf(ctx))
	]);
	return {
		hosts,
		avoid: addresses.reachable,
		vpc: addresses.own
	};
}
async function provisionHosts(ctx, input) {
	const hosts = await provision(ctx, input);
	return {
		hosts,
		avoid: [],
		vpc: trustsVpc(ctx) ? (await addressesAround(ctx, hosts)).own : []
	};
}
function trustsVpc({ config }) {
	return config.spec["trusted-proxies"].includes("vpc");
}
async function addressesAround(ctx, hosts) {
	const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))];
	try {
		const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds);
		if (trustsVpc(ctx) && found.own.length === 0) throw noVpc();
		return found;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt) || trustsVpc(ctx)) throw error;
		ctx.progress.info(`The action could not read the routes of the VPC and chose the containers' network without them: ${error.message}`);
		return NONE;
	}
}
var NONE = {
	own: [],
	reachable: []
};
function noVpc() {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("trusted-proxies: the CIDRs of vpc are unknown, because AWS shows no route table", "List the CIDRs of the balancer in trusted-proxies instead of vpc."));
}
// src/domain/provenance/build-provenance.ts
var PREDICATE = "https://slsa.dev/provenance/v1";
var BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1";
function buildProvenance(run, { name, digest, ...build }) {
	return JSON.stringify({
		_type: "https://in-toto.io/Statement/v1",
		subject: [{
			name,
			digest: { sha256: digest.replace("sha256:", "") }
		}],
		predicateType: PREDICATE,
		predicate: {
			buildDefinition: definitionOf(run, build),
			runDetails: detailsOf(run)
		}
	});
}
function definitionOf(run, { commit, materials, ...image }) {
	const { serverUrl, repository, repositoryId, ownerId, ref, event } = run;
	const source = `${serverUrl}/${repository}`;
	const at = ref === "" || commit !== run.commit ? "" : `@${ref}`;
	return {
		buildType: BUILD_TYPE,
		externalParameters: { workflow: {
			ref,
			repository: source,
			path: pathOf(run)
		} },
		internalParameters: {
			github: {
				event_name: event,
				repository_id: repositoryId,
				repository_owner_id: ownerId
			},
			image
		},
		resolvedDependencies: [{
			uri: `git+${source}${at}`,
			digest: { gitCommit: commit }
		}, ...materials]
	};
}
function detailsOf({ serverUrl, repository, workflowRef, runId, runAttempt }) {
	return {
		builder: { id: `${serverUrl}/${workflowRef || repository}` },
		metadata: { invocationId: `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt}` }
	};
}
function pathOf({ repository, workflowRef }) {
	const [file = ""] = workflowRef.split("@");
	return file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : file;
}
// src/steps/image/describe-image.ts
var IN_TOTO = "application/vnd.in-toto+json";
async function describeImage(ctx, image, { source, commit }) {
	if (source === void 0) return;
	const about = [...provenanceOf(ctx, image, {
		source,
		commit
	}), ...source.sbom === void 0 ? [] : [sbomOf(image, source.sbom)]];
	await Promise.all(about.map((one) => attached(ctx, image, one)));
}
function provenanceOf({ config: { job } }, image, { source, commit }) {
	if (image.materials === void 0) return [];
	const { digest, materials } = image;
	const { content, tag, platforms } = source;
	const facts = {
		name: image.reference.slice(0, image.reference.indexOf("@")),
		digest,
		commit,
		tag,
		platforms,
		asCommitted: content.differences.length === 0,
		materials
	};
	const annotations = { "in-toto.io/predicate-type": PREDICATE };
	return [{
		tag: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.vt)(digest, "provenance"),
		type: IN_TOTO,
		textType: IN_TOTO,
		text: buildProvenance(job, facts),
		annotations
	}];
}
function sbomOf({ digest }, { type, text }) {
	return {
		tag: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.vt)(digest, "sbom"),
		type,
		textType: type,
		text
	};
}
async function attached(ctx, { reference, digest }, about) {
	const { registry, repository } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(reference);
	try {
		const credentials = await ctx.repositories.credentials();
		const kept = await ctx.artifacts.put({
			...about,
			registry,
			repository,
			subject: digest
		}, credentials);
		if (kept.kind === "kept") ctx.progress.info(`Attached to the image: ${repository}:${about.tag}`);
		if (kept.kind === "taken" && !(kept.subject === digest && kept.type === about.type)) warnOfOther(ctx, `${repository}:${about.tag}`, about, kept);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt)) throw error;
		ctx.progress.warn(`${repository}@${digest} has no ${about.type}: ${error.message} Nothing else is missing. Allow the push of artifacts to this repository, and set rebuild: true to add it.`);
	}
}
function warnOfOther({ progress }, name, { type }, other) {
	progress.warn(`${name} already exists, but is ${other.type ?? "of no type"} about ${other.subject ?? "no image"}, so the image has no ${type}. No run of this action created it. Find out who did, delete the tag, and set rebuild: true to add it.`);
}
// src/steps/version/tag-version.ts
async function tagVersion(ctx, { reference, digest }, { semver, record }) {
	if (semver === void 0 || record?.semver === semver && record.digest === digest) return;
	const image = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(reference);
	const credentials = await ctx.repositories.credentials();
	const { repository } = ctx.config.image;
	if (image.registry !== credentials.registry || image.repository !== repository) return;
	const tag = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.q)(semver);
	if (await isTagged(ctx, {
		repository,
		tag,
		digest,
		semver
	})) return;
	try {
		await ctx.registry.tag(image, tag, credentials);
		ctx.progress.info(`${semver} is ${digest} from now on: ${repository}:${tag}`);
	} catch (error) {
		if (!await isTagged(ctx, {
			repository,
			tag,
			digest,
			semver
		})) throw error;
	}
}
async function isTagged({ repositories }, { repository, tag, digest, semver }) {
	const found = await repositories.find(repository, tag);
	if (found.kind !== "image") return false;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseTaken(semver, digest, {
		digest: found.digest,
		where: `the tag ${tag} of ${repository}`
	}));
	return true;
}
// src/steps/record/keep-specification.ts
async function keepSpecification(ctx, release, record) {
	if (record?.release === release.name && record.artifact !== void 0) return record.artifact;
	const credentials = await ctx.repositories.credentials();
	const { registry } = credentials;
	const { repository } = ctx.config.image;
	const place = {
		registry,
		repository,
		subject: subjectIn({
			registry,
			repository
		}, release)
	};
	const artifact = {
		...releaseArtifact(release),
		...place,
		type: ARTIFACT_TYPE,
		textType: SPECIFICATION_TYPE
	};
	return `${registry}/${repository}@${await keptAs(ctx, artifact, () => ctx.artifacts.put(artifact, credentials))}`;
}
function subjectIn(place, release) {
	const { registry, repository, digest } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.St)(release.image);
	return registry === place.registry && repository === place.repository ? digest : void 0;
}
async function keptAs({ repositories }, artifact, put) {
	const { repository } = artifact;
	const first = await put();
	if (first.kind === "kept") return first.digest;
	if (first.kind === "taken") throw takenBy(artifact);
	await repositories.ensure(repository);
	const second = await put();
	if (second.kind === "kept") return second.digest;
	if (second.kind === "taken") throw takenBy(artifact);
	throw new Error(`The repository ${repository} disappeared after it was created.`);
}
function takenBy({ registry, repository, tag }) {
	const name = `${registry}/${repository}:${tag}`;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("tag-exists", `${name} already exists, but is not the specification of this release.`, { hint: "No run of this action created it. Find out who did, delete the tag, and run this again." });
}
// src/steps/rollout/prepare-release.ts
async function prepareRelease(ctx, seen, holding) {
	const stop = new AbortController();
	const signal = AbortSignal.any([ctx.signal, stop.signal]);
	const provisioned = ctx.progress.step("host", () => hostsFor(ctx, seen, holding));
	const published = ctx.progress.step("image", () => publish(ctx, seen, signal));
	try {
		const [prepared, image] = await Promise.all([provisioned, published]);
		return {
			...prepared,
			...image
		};
	} finally {
		stop.abort();
		await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published]);
	}
}
async function hostsFor(ctx, seen, holding) {
	const input = {
		...seen,
		spec: seen.wanted.spec
	};
	if (!holding) return provisionHosts(ctx, input);
	const prepared = await prepareHosts(ctx, input);
	await pointBeforeRelease(ctx, seen, prepared.hosts);
	return prepared;
}
async function publish(ctx, seen, signal) {
	const image = await imageOf(ctx, seen, signal);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(image.built ? await refuseBuilt(ctx, image, seen.image.platform) : void 0);
	const release = releaseOf(seen.wanted, image);
	const described = seen.record?.release === release.name ? void 0 : describeImage(ctx, image, {
		source: seen.image.found.source,
		commit: release.commit
	});
	const [artifact] = await Promise.all([
		keepSpecification(ctx, release, seen.record),
		tagVersion(ctx, image, seen),
		described
	]);
	return {
		image,
		artifact
	};
}
async function imageOf(ctx, { image: { found, platform }, wanted, record }, signal) {
	if (found.kind === "image") return found.image;
	const complete = found.kind === "no-image" && servesFrom(record, ctx.config.image.repository);
	return bringImage(ctx, {
		wanted,
		platform,
		source: found.source,
		complete,
		signal
	});
}
// src/steps/rollout/alarm-watch.ts
var POLL_MS = 1e4;
async function withAlarms(ctx, work) {
	const { alarms: names } = ctx.config;
	if (names.length === 0) return work({
		active: () => void 0,
		whenActive: () => void 0
	});
	const seen = {
		words: void 0,
		told: false,
		act: void 0,
		acting: void 0
	};
	const stop = new AbortController();
	keepLooking(ctx, seen, stop.signal);
	try {
		const done = await work({
			active: () => seen.words,
			whenActive: (act) => void (seen.act = act)
		});
		seen.act = void 0;
		await seen.acting;
		await look(ctx, seen);
		return done;
	} finally {
		stop.abort();
	}
}
async function keepLooking(ctx, seen, stop) {
	try {
		while (!stop.aborted) {
			await look(ctx, seen);
			actOn(ctx, seen);
			await ctx.clock.sleep(POLL_MS);
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt)) throw error;
	}
}
function actOn({ progress }, seen) {
	if (seen.words === void 0 || seen.act === void 0 || seen.acting !== void 0) return;
	progress.info(`An alarm became active: ${seen.words}`);
	seen.acting = seen.act(seen.words).catch((error) => progress.warn(`The bake continues to its end: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`));
}
async function look({ alarms, config, progress }, seen) {
	try {
		seen.words ??= activeWords(config.alarms, await alarms.states(config.alarms));
	} catch (error) {
		if (!seen.told) progress.warn(`The alarms cannot be seen for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
		seen.told = true;
	}
}
function alarmFailure({ config, progress }, released, words) {
	const [first] = released.results.filter(({ outcome }) => outcome === "deployed");
	if (words === void 0 || first === void 0) return void 0;
	if (config.canary?.dryRun !== true && canReturn(released)) return {
		...first,
		outcome: "failed",
		rolledBack: true,
		cause: "alarm",
		detail: words
	};
	const why = config.canary?.dryRun === true ? "canary-dry-run only reports it" : "there is no earlier release to return to";
	progress.warn(`An alarm became active, and ${why}: ${words}`);
}
function canReturn({ release, record, results }) {
	const taken = results.filter(({ outcome }) => outcome === "deployed");
	return record !== void 0 && record.release !== release && taken.every(({ previous }) => previous !== "");
}
// src/domain/order/canary-order.ts
function canaryOrder({ canary, action, keep, ...spec }) {
	return {
		...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.o)("canary", spec),
		canary,
		keep,
		...action
	};
}
// src/steps/rollout/ask-canary.ts
var BRIEF = 60;
function askCanary(ctx, canary, action) {
	const brief = action.action === "observe" || action.action === "shift";
	const { hostIds, live } = canary;
	return runOnHosts(ctx, {
		hostIds,
		live,
		order: orderOf(ctx, canary, action),
		continueOnError: true,
		...brief ? {
			timeout: BRIEF,
			quiet: true
		} : {}
	}, `${action.action} ${canary.release}`);
}
function orderOf(ctx, { id }, action) {
	return canaryOrder({
		...orderSpec(ctx),
		canary: id,
		action,
		keep: ctx.config.keepReleases
	});
}
function isLost({ outcome }) {
	return outcome === "failed";
}
var UNSEEN = {
	health: "unhealthy",
	counters: void 0
};
function readingsOf(results) {
	const canaries = results.filter(({ outcome, canary }) => outcome === "canary" || canary !== void 0);
	return Object.fromEntries(canaries.map(({ hostId, canary = UNSEEN }) => [hostId, canary]));
}
function stopBakeOnAlarm(ctx, baking) {
	const { alarms, hostIds, live, release } = baking;
	const known = live === void 0 ? [] : hostIdsOf(live);
	if (live === void 0 || live.release === release || ctx.config.canary?.dryRun === true || !hostIds.every((id) => known.includes(id))) return;
	alarms.whenActive((detail) => askCanary(ctx, baking, {
		action: "abort",
		cause: "alarm",
		detail
	}));
}
// src/steps/rollout/steering.ts
async function openHelm(ctx, release) {
	const { config, progress, token } = ctx;
	const own = {
		token,
		release,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(config.job),
		ended: false
	};
	try {
		await overwrite(ctx, () => own);
		return helmOf(ctx);
	} catch (error) {
		progress.warn(`Other runs cannot steer this canary: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
		return {
			next: async () => void 0,
			close: async () => void 0
		};
	}
}
function helmOf(ctx) {
	let acted = "";
	let told = false;
	let closed = false;
	const failed = (error) => {
		if (!told) ctx.progress.warn(`Whether another run steers this canary is unknown for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`);
		told = true;
	};
	return {
		async next(share, effect) {
			const taken = await take(ctx, acted, {
				share,
				effect
			}).catch(failed);
			acted = taken?.id ?? acted;
			return taken;
		},
		async close() {
			if (closed) return;
			closed = true;
			await overwrite(ctx, ended).catch(failed);
		}
	};
}
function ended(now) {
	const { asked: _, ...rest } = now;
	return {
		...rest,
		ended: true
	};
}
async function take({ config, steering, token }, acted, { share, effect }) {
	const found = await steering.read(config.service);
	if (found === void 0 || found.value.token !== token) return void 0;
	const { asked, ...rest } = found.value;
	if (rest.taken !== void 0 && rest.taken.id !== acted) return rest.taken;
	if (asked === void 0) return void 0;
	const taken = {
		...asked,
		share,
		effect: effect(asked.steer)
	};
	return await steering.write(config.service, {
		...rest,
		taken
	}, found.version) === void 0 ? void 0 : taken;
}
var ATTEMPTS$1 = 5;
async function overwrite({ config, steering }, change) {
	for (let attempt = 1; attempt <= ATTEMPTS$1; attempt += 1) {
		const found = await steering.read(config.service);
		const value = change(found?.value ?? {
			token: 0,
			release: "",
			runUrl: "",
			ended: true
		});
		if (await steering.write(config.service, value, found?.version ?? 0) !== void 0) return;
	}
	throw new Error("other runs kept writing over it");
}
// src/domain/canary/dry-run.ts
function dryVerdict({ verdict, ended, earlier }, { inconclusive }) {
	const now = ending(verdict, inconclusive);
	const found = earlier ?? now;
	if (found === void 0 || verdict.kind === "bad" && now === void 0) return {
		found,
		verdict
	};
	return {
		found,
		verdict: ended ? {
			kind: "tolerated",
			words: found
		} : { kind: "continue" }
	};
}
var MEASURED = [
	"alarm",
	"canary-errors",
	"canary-slow"
];
function ending(verdict, inconclusive) {
	if (verdict.kind === "inconclusive") return inconclusive === "promote" ? void 0 : `canary-inconclusive, ${verdict.words}`;
	return verdict.kind === "bad" && MEASURED.includes(verdict.cause) ? `${verdict.cause}, ${verdict.words}` : void 0;
}
// src/domain/canary/pace.ts
function steeredPace(pace, steer, now) {
	return steer === "pause" ? {
		paused: now,
		...pace
	} : resumed(pace, now);
}
function resumed({ began, since, paused }, now) {
	const pause = paused === void 0 ? 0 : now - paused;
	return {
		began: began + pause,
		since: since + pause
	};
}
function hasEffect(steer, { paused }) {
	if (steer === "pause") return paused === void 0;
	return steer === "continue" ? paused !== void 0 : true;
}
function stepTime({ since, paused }, now) {
	return (paused ?? now) - since;
}
function overdue({ paused }, { limit }, now) {
	if (paused === void 0 || now - paused < limit * 1e3) return void 0;
	return `nobody continued it within canary-pause-limit (${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.lt)(limit)})`;
}
function paceWords(pace, { time }, now) {
	const pause = pace.paused === void 0 ? "" : `, paused for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(now - pace.paused)}`;
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(stepTime(pace, now))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(time * 1e3)}${pause}`;
}
// src/steps/rollout/watch-step.ts
var OBSERVE_MS = 3e3;
var WARM_UP_MS = 5e3;
async function watchStep(ctx, canary, hold) {
	const { clock } = ctx;
	const { step } = hold;
	let { watch, pace } = hold;
	let found;
	for (;;) {
		await clock.sleep(untilNextLook(step, pace, clock.elapsed()));
		const results = await askCanary(ctx, canary, { action: "observe" });
		const now = clock.elapsed();
		if (results.some(isLost)) return {
			watch,
			pace,
			lost: results
		};
		watch = observe(watch, readingsOf(results), now - pace.began > WARM_UP_MS);
		const judged = judgeStep(ctx, canary, {
			step,
			watch,
			pace,
			now,
			found
		});
		({watch, found} = judged);
		if (judged.verdict.kind === "bad") return {
			watch,
			pace,
			end: judged.verdict
		};
		const next = await takeSteering(ctx, canary, {
			...hold,
			watch,
			pace
		});
		({watch, pace} = next);
		const end = next.end ?? (pace.paused === void 0 ? judged.verdict : void 0);
		if (end !== void 0 && end.kind !== "continue") return {
			watch,
			pace,
			end
		};
	}
}
function judgeStep(ctx, canary, look) {
	const { progress } = ctx;
	const { step, pace, now, found: earlier } = look;
	const { spec } = canary;
	const ended = isOver(ctx, canary, look);
	const { watch, verdict: measured } = lookAt(look.watch, spec, ended);
	const verdict = measured.kind === "bad" ? measured : alarmVerdict(canary) ?? measured;
	progress.info(`${describeStep(step, watch)}, ${paceWords(pace, step, now)}`);
	if (!spec.dryRun) return {
		watch,
		found: void 0,
		verdict
	};
	const dry = dryVerdict({
		verdict,
		ended,
		earlier
	}, spec);
	if (dry.found !== earlier) progress.warn(`canary ${step.share}%: without canary-dry-run, it would be rolled back now: ${dry.found}`);
	return {
		watch,
		...dry
	};
}
function untilNextLook({ time }, pace, now) {
	const left = time * 1e3 - stepTime(pace, now);
	return left > 0 && pace.paused === void 0 ? Math.min(OBSERVE_MS, left) : OBSERVE_MS;
}
function alarmVerdict({ alarms }) {
	const words = alarms.active();
	return words === void 0 ? void 0 : {
		kind: "bad",
		cause: "alarm",
		words
	};
}
function isOver({ config }, { spec }, { step, watch, pace, now }) {
	const patient = spec.inconclusive === "hold" && now - pace.began < config.timeout * 1e3;
	return pace.paused === void 0 && stepTime(pace, now) >= step.time * 1e3 && (!patient || isDark(step) || isEnough(watch.window, spec));
}
async function takeSteering(ctx, { spec }, { step, watch, pace, helm }) {
	const { clock, progress } = ctx;
	const taken = await helm.next(step.share, (steer) => hasEffect(steer, pace));
	if (taken !== void 0) {
		progress.info(`canary ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.k)(taken)}`);
		const seen = {
			watch: steered(watch, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.k)(taken)),
			pace: steeredPace(pace, taken.steer, clock.elapsed())
		};
		if (taken.steer === "skip") return {
			...seen,
			end: {
				kind: "skipped",
				words: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.A)(taken)
			}
		};
		return taken.steer === "abort" ? {
			...seen,
			end: {
				kind: "aborted",
				words: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.A)(taken)
			}
		} : seen;
	}
	const late = overdue(pace, spec.pause, clock.elapsed());
	if (late === void 0) return {
		watch,
		pace
	};
	if (spec.pause.end === "abort") return {
		watch,
		pace,
		end: {
			kind: "aborted",
			words: late
		}
	};
	progress.info(`canary ${step.share}%: continues, because ${late}`);
	return {
		watch: steered(watch, `${step.share}%: continued, because ${late}`),
		pace: resumed(pace, clock.elapsed())
	};
}
// src/steps/rollout/canary.ts
async function runCanary(ctx, canary, begin) {
	const { postCleanup, config } = ctx;
	postCleanup.note("order", {
		region: config.region,
		hostIds: canary.hostIds,
		order: orderOf(ctx, canary, UNATTENDED)
	});
	const helm = await openHelm(ctx, canary.release);
	try {
		const first = await begin();
		const { results, watch } = await runUntilEnd(ctx, canary, {
			first,
			helm
		});
		postCleanup.forget("order");
		return {
			results: first.map((begun) => results.find(({ hostId }) => hostId === begun.hostId) ?? begun),
			watch
		};
	} catch (error) {
		await abortAnyway(ctx, canary);
		throw error;
	} finally {
		await helm.close();
	}
}
var UNATTENDED = {
	action: "abort",
	cause: "canary-ended",
	detail: "the run ended before it did"
};
async function abortAnyway(ctx, canary) {
	const { signal } = new AbortController();
	await askCanary({
		...ctx,
		signal
	}, canary, UNATTENDED).catch(() => void 0);
}
async function runUntilEnd(ctx, canary, { first, helm }) {
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
	if (others.some(isLost)) return abortRest(ctx, led, {
		results: first,
		watch: beginWatch(readingsOf(begun))
	});
	return runSteps(ctx, led, {
		first: begun,
		helm
	});
}
async function runSteps(ctx, canary, { first, helm }) {
	const { clock, progress } = ctx;
	let began = clock.elapsed();
	let watch = beginWatch(readingsOf(first));
	for (const [at, step] of canary.spec.steps.entries()) {
		if (at > 0) {
			const shifted = await askCanary(ctx, canary, {
				action: "shift",
				step: at,
				share: step.share
			});
			if (shifted.some(isLost)) return abortRest(ctx, canary, {
				results: shifted,
				watch
			});
			watch = rebase(watch, readingsOf(shifted));
		}
		const [start, since] = [clock.now(), clock.elapsed()];
		const held = await watchStep(ctx, canary, {
			step,
			watch,
			pace: {
				began,
				since
			},
			helm
		});
		({began} = held.pace);
		watch = held.watch;
		if ("lost" in held) return abortRest(ctx, canary, {
			results: held.lost,
			watch
		});
		const { end } = held;
		const passes = isPassed(end, canary);
		watch = endStep(watch, step, wordsOf(end));
		progress.info(`canary ${step.share}%: ${wordsOf(end)}`);
		progress.took([{
			name: `canary ${step.share}%`,
			start,
			ms: clock.elapsed() - since,
			ok: passes
		}]);
		if (!passes) return {
			results: await abort(ctx, canary, end),
			watch
		};
	}
	await helm.close();
	progress.info("canary 100%: cutting over");
	canary.promoting?.(canary.hostIds);
	return {
		results: await askCanary(ctx, canary, { action: "promote" }),
		watch: {
			...watch,
			promoted: true
		}
	};
}
function isPassed({ kind }, { spec }) {
	return kind === "good" || kind === "skipped" || kind === "tolerated" || kind === "inconclusive" && spec.inconclusive === "promote";
}
function wordsOf(end) {
	const kind = end.kind === "tolerated" ? "would be rolled back without canary-dry-run" : end.kind;
	return "words" in end ? `${kind}: ${end.words}` : kind;
}
function abort(ctx, canary, end) {
	return askCanary(ctx, canary, {
		action: "abort",
		cause: causeOf(end),
		detail: "words" in end ? end.words : ""
	});
}
function causeOf(end) {
	if (end.kind === "bad") return end.cause;
	return end.kind === "aborted" ? "canary-aborted" : "canary-inconclusive";
}
async function abortRest(ctx, canary, { results, watch }) {
	const step = canary.spec.steps[watch.step];
	const ended = step ? endStep(watch, step, "a host lost the canary") : watch;
	const rest = results.filter((result) => result.outcome === "canary" || isInterrupted(result)).map(({ hostId }) => hostId);
	if (rest.length === 0) return {
		results,
		watch: ended
	};
	const detail = results.filter(isLost).map(reasonOf).join("; ");
	const aborted = await askCanary(ctx, {
		...canary,
		hostIds: rest
	}, {
		action: "abort",
		cause: "canary-ended",
		detail
	});
	return {
		results: results.map((result) => afterAbort(result, aborted)),
		watch: ended
	};
}
function isInterrupted(result) {
	return isLost(result) && !result.looked && result.cause !== "agent-offline";
}
function afterAbort(result, aborted) {
	const after = aborted.find(({ hostId }) => hostId === result.hostId);
	if (!isLost(result)) return after ?? result;
	return after?.looked ? {
		...after,
		cause: result.cause,
		detail: result.detail,
		evidence: result.evidence
	} : result;
}
function reasonOf({ hostId, cause = "program-failed", detail }) {
	return `${hostId}: ${cause === "canary-ended" ? detail : `${cause} ${detail}`.trim()}`;
}
// src/steps/rollout/release-on-hosts.ts
var ATTEMPTS = 3;
async function releaseOnHosts(ctx, releasing) {
	const { hostIds, wanted, image, holding } = releasing;
	const attempts = holding ? ATTEMPTS + hostIds.length - 1 : 1;
	const bases = [releasing.record?.release ?? ""];
	let results = [];
	for (let attempt = 1;; attempt += 1) {
		const released = await releaseOnce(ctx, releasing, {
			bases,
			commandHasRun: hasGoneOn(results)
		});
		results = mergeResults(results, released.results);
		const moved = movedOn(results);
		if (moved.length === 0 || attempt === attempts) return {
			results,
			watch: released.watch
		};
		try {
			for (const { live, commit, hostId } of moved) {
				ctx.progress.info(`${hostIds.length === 1 ? "The host" : hostId} now serves ${live}`);
				assertNoConcurrentRelease(ctx, live);
				await assertNotOlder(ctx, wanted.commit, commit);
				bases.push(live);
			}
		} catch (error) {
			await revert(ctx, {
				release: nameOf$2(wanted, image.digest),
				record: releasing.record,
				results,
				avoid: releasing.avoid
			});
			throw error;
		}
	}
}
function hasGoneOn([, ...others]) {
	return others.some(({ cause }) => cause !== "not-started");
}
async function releaseOnce(ctx, releasing, { bases, commandHasRun }) {
	const { hostIds, wanted, image, record: live, holding, alarms } = releasing;
	const { canary, maxConcurrency } = ctx.config;
	const { spec } = wanted;
	const id = ctx.newId();
	const release = nameOf$2(wanted, image.digest);
	const first = releaseOrder(ctx, {
		...releasing,
		id,
		bases,
		hosts: hostIds.length
	});
	const order = commandHasRun ? {
		...first,
		releaseCommand: "skip"
	} : first;
	if (!canary || !holding) {
		if (holding) stopBakeOnAlarm(ctx, {
			id,
			release,
			hostIds,
			live,
			alarms
		});
		return {
			results: await sendRelease(ctx, {
				hostIds,
				order,
				concurrency: maxConcurrency,
				spec,
				live
			}, release),
			watch: void 0
		};
	}
	const begin = () => sendRelease(ctx, {
		hostIds,
		order,
		continueOnError: true,
		spec,
		live
	}, release);
	const promoting = (promoted) => stopBakeOnAlarm(ctx, {
		id,
		release,
		hostIds: promoted,
		live,
		alarms
	});
	return runCanary(ctx, {
		id,
		release,
		hostIds,
		spec: canary,
		live,
		alarms,
		promoting
	}, begin);
}
async function sendRelease(ctx, dispatch, release) {
	const { hostIds, order } = dispatch;
	const [first = "", ...others] = hostIds;
	if (order.releaseCommand === "skip" || others.length === 0) return runOnHosts(ctx, dispatch, release);
	ctx.progress.info(`${first} runs the release command, before any host gets the release`);
	const alone = {
		...order,
		id: ctx.newId(),
		releaseCommand: "only"
	};
	const ran = await runOnHosts(ctx, {
		...dispatch,
		hostIds: [first],
		order: alone
	}, release);
	if (ran.some(({ outcome }) => outcome === "failed")) return [...ran, ...others.map(notStarted)];
	const rest = {
		...order,
		releaseCommand: "skip"
	};
	return runOnHosts(ctx, {
		...dispatch,
		order: rest
	}, release);
}
function notStarted(hostId) {
	return resultOf({
		hostId,
		status: "not-started",
		stdout: "",
		stderr: "",
		commandId: "",
		seconds: void 0
	}, void 0);
}
function mergeResults(earlier, later) {
	return later.map((result, at) => {
		const before = earlier[at];
		return result.outcome === "unchanged" && before?.outcome === "deployed" ? before : result;
	});
}
function movedOn(results) {
	const failed = results.filter(({ outcome, cause }) => outcome === "failed" && cause !== "not-started" && cause !== "canary-ended");
	const moved = failed.filter(({ cause }) => cause === "concurrent-release");
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
// src/steps/hosts/replace.ts
var LONGEST_GOODBYE = 300;
async function finishReplacements(ctx, { plans, hosts, record }, rename) {
	const olds = replacedHosts(plans);
	const clearance = await clearOlds(ctx, olds, record);
	const live = await moveAddresses(ctx, plans, hosts);
	await sayGoodbye(ctx, await rename(live));
	for (const old of olds) await end(ctx, old, clearance);
	if (olds.length > 0 && !ctx.config.host.elasticIp) await releaseAddresses(ctx, clearance);
	return live;
}
async function sayGoodbye({ clock, progress }, seconds) {
	const pause = Math.min(seconds, LONGEST_GOODBYE);
	if (pause === 0) return;
	progress.info(`The old address serves for another ${pause} s, because resolvers still remember it`);
	await clock.sleep(pause * 1e3);
}
async function clearOlds(ctx, olds, record) {
	const clearance = await clearToEnd(ctx, olds, record);
	if (!("kind" in clearance)) return clearance;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("host-in-use", `The release is on the new host, but the old one stays, with its address: ${clearance.reason}`, { hint: `${clearance.hint} Then run this again.` });
}
async function releaseAddresses({ config, networks, progress }, clearance) {
	for (const address of await networks.releaseAddresses(config.service, clearance)) progress.info(`Released ${address}`);
}
async function moveAddresses(ctx, plans, hosts) {
	const live = [...hosts];
	const all = [...hosts, ...replacedHosts(plans)];
	for (const [at, plan] of plans.entries()) {
		const next = hosts[at];
		if (plan.kind !== "replace" || next === void 0) continue;
		live[at] = await moveAddress(ctx, next, all.filter(({ id }) => id !== next.id && id !== plan.host.id));
	}
	return live;
}
async function moveAddress(ctx, next, others) {
	const { service, host } = ctx.config;
	if (host.elasticIp) {
		const address = await ctx.networks.ensureAddress(service, next.id, others.map(({ id }) => id));
		ctx.progress.info(`Address ${address} now belongs to ${next.id}`);
	}
	return await ctx.hosts.get(next.id) ?? next;
}
async function end(ctx, old, clearance) {
	const { service } = ctx.config;
	const cleared = clearance.hosts.find(({ id }) => id === old.id);
	if (cleared && (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.p)(old, service)) {
		await ctx.hosts.terminate(cleared);
		return ctx.progress.info(`Terminated ${old.id}`);
	}
	ctx.progress.warn(`The action did not create ${old.id}, so it keeps running: remove its tags ${Object.keys((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(service)).join(" and ")}.`);
}
// src/steps/record/deployment-start.ts
function startOf({ config }, release, since) {
	const command = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.w)(config.command);
	if (command === void 0) throw new Error(`${config.command} makes no deployment.`);
	const { name, digest, commit } = release;
	return {
		command,
		release: name,
		version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(release),
		digest,
		commit,
		startedAt: new Date(since).toISOString()
	};
}
// src/commands/deploy.ts
async function deploy(ctx) {
	return deployWanted(ctx, ctx.config.spec, () => wantedByInputs(ctx));
}
async function deployWanted(asked, spec, find) {
	const ctx = await keepSize(fittedTo(asked, spec));
	const snapshot = await ctx.progress.step("Check what is live", () => snapshotDeployable(ctx, find));
	await assertInvited(ctx, snapshot);
	for (const line of cautionsOf(snapshot.wanted.spec)) ctx.progress.warn(line);
	warnOutsideSchedule(ctx);
	const live = isLive(ctx, snapshot) ? await deployFrom({
		...ctx,
		token: snapshot.record?.token ?? 0
	}, snapshot, { holding: false }) : void 0;
	if (live && !isOutdated(live.failure)) return live;
	return withLease(ctx, purposeOf(snapshot.wanted), async (held, waited) => {
		return deployFrom(held, waited || live !== void 0 || await isRecordedAnew(held, snapshot) ? await held.progress.step("Check again what is live", () => snapshotDeployable(held, async () => snapshot.wanted)) : snapshot, { holding: true });
	});
}
async function isRecordedAnew({ records, config }, { record }) {
	return (await records.read(config.service))?.version !== record?.version;
}
function purposeOf({ kind, commit }) {
	return { commit: kind === "given" ? "" : commit };
}
function isOutdated(failure) {
	return failure?.cause === "concurrent-release" || failure?.cause === "lease-lost";
}
async function snapshotDeployable(ctx, find) {
	await assertOpenRequest(ctx);
	const snapshot = await snapshotDeploy(ctx, find, (hosts, record) => atStake(ctx, hosts, record));
	const plans = applicable(snapshot.hostPlan);
	const [refusal] = snapshot.refusals;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refusal);
	assertApprovedPlan(ctx, snapshot);
	for (const name of snapshot.secrets.changed) ctx.progress.info(`${name}: a new version since the last deploy`);
	const { image } = snapshot;
	if (!image) throw new Error("A host that is not refused has an image looked for.");
	return {
		...snapshot,
		plans,
		image
	};
}
async function deployFrom(ctx, snapshot, { holding }) {
	const { progress } = ctx;
	const since = ctx.clock.now();
	const { record, wanted, semver } = snapshot;
	const { hosts, image, artifact, avoid, vpc } = await progress.step("Prepare image and host", () => prepareRelease(ctx, snapshot, holding));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseData(ctx, wanted, {
		plans: snapshot.plans,
		image
	}));
	const release = releaseOf(wanted, image);
	const hostIds = hosts.map(({ id }) => id);
	const announce = () => ctx.deployment.start(startOf(ctx, {
		...release,
		semver
	}, since));
	if (holding && record?.release !== release.name) announce();
	const { results, watch, alarms } = await progress.step(`Release ${release.name} on ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.d)(hostIds)}`, () => releaseUnderAlarms(ctx, {
		hostIds,
		wanted,
		image,
		record,
		avoid,
		vpc,
		holding
	}), (released) => noneFailed(released.results));
	const deployed = {
		hosts,
		release,
		results,
		watch,
		snapshot
	};
	const failed = failureOf(results) ?? alarmFailure(ctx, {
		release: release.name,
		record,
		results
	}, alarms.active());
	if (holding && results.some(({ outcome }) => outcome !== "unchanged")) announce();
	if (!holding && isOutdated(failed)) return deployReport(ctx.config, deployed);
	if (failed) return revertDeploy(ctx, deployed, {
		failed,
		avoid,
		since
	});
	await closePorts(ctx, record);
	await recordDeploy(ctx, {
		...deployed,
		wanted,
		semver,
		record,
		image,
		artifact,
		since,
		zones: zonesOfNames(snapshot.names.steps)
	});
	const report = deployReport(ctx.config, {
		...deployed,
		hosts: await follow(ctx, snapshot, hosts)
	});
	if (ctx.config.versioning.notes) await progress.step("Write the release notes", () => note(ctx, deployed, report));
	return report;
}
async function note(ctx, { release, snapshot }, { outcome }) {
	const { record, semver } = snapshot;
	const isNew = outcome === "deployed";
	const comparison = await ctx.commits.compare((isNew ? record?.commit : record?.previousCommit) ?? "", release.commit);
	const section = releaseNotes(ctx.config, {
		release,
		record,
		isNew,
		comparison,
		now: ctx.clock.now()
	});
	await writeNotes(ctx, {
		semver,
		commit: release.commit,
		section,
		keep: !isNew
	});
}
function releaseUnderAlarms(ctx, releasing) {
	return withAlarms(ctx, async (alarms) => ({
		...await releaseOnHosts(ctx, {
			...releasing,
			alarms
		}),
		alarms
	}));
}
async function follow(ctx, snapshot, hosts) {
	const { plans, record } = snapshot;
	const rename = (live) => pointAfterRelease(ctx, snapshot, live);
	if (plans.some(({ kind }) => kind === "replace")) return ctx.progress.step("Move to the new host", () => finishReplacements(ctx, {
		plans,
		hosts,
		record
	}, rename));
	await rename(hosts);
	return hosts;
}
async function revertDeploy(ctx, deployed, { failed, avoid, since }) {
	const { release, results, snapshot } = deployed;
	const after = await revert(ctx, {
		release: release.name,
		record: snapshot.record,
		results,
		avoid
	});
	const report = deployReport(ctx.config, {
		...deployed,
		results: after
	}, asIsNow(failed, after));
	if (failed.cause === "concurrent-release") return report;
	await closeOpened(ctx, snapshot.record, after);
	const { outcome } = report;
	const { name, commit } = release;
	const { semver } = snapshot;
	const attempt = newAttempt(ctx, {
		release: name,
		commit,
		semver,
		outcome,
		cause: failed.cause ?? "",
		since,
		results: after,
		...await commitTime(ctx, commit)
	});
	await recordFailure(ctx, snapshot.record, attempt);
	return report;
}
function asIsNow(failed, after) {
	const { serving, servingRelease, looked } = after.find(({ hostId }) => hostId === failed.hostId) ?? failed;
	return {
		...failed,
		serving,
		servingRelease,
		looked
	};
}



/***/ })

};
;