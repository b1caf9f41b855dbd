"use strict";
exports.id = 6296;
exports.ids = [6296];
exports.modules = {

/***/ 6296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4307);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6665);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(129);
/* harmony import */ var _hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3240);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(481);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7587);
/* harmony import */ var _same_size_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4256);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2793);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_7__);









// src/domain/release/carry-over.ts
/**
* A specification in its new environment, setting by setting as its row says. Secrets below the service's own path are read below that of the new
* environment, the only one that its host may read; a variable that is given as one kind takes the place of one of the other kind.
*/
function carryOver(spec, { from, to, given }) {
	const moved = {
		...spec,
		secrets: mapValues(spec.secrets, (source) => move(source, from, to))
	};
	const free = {
		...moved,
		...Object.fromEntries(_spec_js__WEBPACK_IMPORTED_MODULE_0__.t.map((name) => [name, without(moved[name], elsewhere(name, given))]))
	};
	const carried = _spec_js__WEBPACK_IMPORTED_MODULE_0__.n.map(([name, setting]) => [name, CARRY[setting.carried](free[name], given[name])]);
	const after = Object.fromEntries(carried);
	return {
		spec: after,
		differs: differing(spec, after)
	};
}
const CARRY = {
	release: (own) => own,
	environment: (_, given) => given,
	either: (own, given) => own === true || given === true,
	"by-name": (own, given) => ({
		...own,
		...given
	})
};
/** Names that another of the settings with names is given. */
function elsewhere(setting, given) {
	return _spec_js__WEBPACK_IMPORTED_MODULE_0__.t.filter((name) => name !== setting).flatMap((name) => Object.keys(given[name]));
}
function without(map, names) {
	return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}
function mapValues(map, change) {
	return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
function move(source, from, to) {
	const [old, own] = [`${(0,_service_js__WEBPACK_IMPORTED_MODULE_8__.s)(from)}/`, `${(0,_service_js__WEBPACK_IMPORTED_MODULE_8__.s)(to)}/`];
	if (source.startsWith(`ssm:${old}`)) return `ssm:${own}${source.slice(`ssm:${old}`.length)}`;
	const name = `secretsmanager:${old.slice(1)}`;
	return source.startsWith(name) ? `secretsmanager:${own.slice(1)}${source.slice(name.length)}` : source;
}
function differing(before, after) {
	const [old, next] = [variables(before), variables(after)];
	return [...next].flatMap(([name, value]) => old.get(name) === value ? [] : [name]).toSorted();
}
/** A value and a secret's reference are never the same, whatever they read. */
function variables(spec) {
	return new Map(_spec_js__WEBPACK_IMPORTED_MODULE_0__.t.flatMap((kind) => Object.entries(spec[kind]).map(([name, value]) => [name, `${kind} ${value}`])));
}
// src/domain/rollout/promotion.ts
/** Only what is verified in `promote-from`, by its host and its record alike. */
function judgePromotion(verification) {
	const { from, record, shown } = verification;
	const { environment } = from;
	const heal = `Wait for a run that is at work there, or run command: deploy for ${environment}; command: status tells what is there.`;
	if (shown.active !== shown.live || shown.live !== record.release) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`${environment} is not of one mind: ${telling(verification)}`, heal);
	if (shown.release === shown.live && (shown.serving !== record.digest || !shown.healthy)) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`${shown.live || "what is recorded"} does not serve ${environment} in good health`, heal);
	return judgeRelease(verification);
}
function telling({ record, shown }) {
	const verified = shown.active === shown.live ? "" : `, ${shown.active || "nothing"} was verified last`;
	return `its host serves ${shown.live || "nothing"}${verified}, and ${record.release} is recorded`;
}
function judgeRelease({ from, record, recorded, shown, allowRolledBack }) {
	const { release, stored } = shown;
	const { environment } = from;
	if (!shown.verified) {
		const known = shown.releases.length === 0 ? "none is" : `these are: ${shown.releases.join(", ")}`;
		return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`${release} is not verified in ${environment}; ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (shown.left && !allowRolledBack) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`${release} was rolled back from in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it all the same.");
	if (stored === "too-large") return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`the configuration of ${release} is too large to be read from the host of ${environment} by SSM`, "Shorten env and args there: put large values into Parameter Store (input secrets) or into the image.");
	if (stored === "unreadable" || stored.name !== release) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`the configuration of ${release} in ${environment} is lost, or was written by another version of this action`, `Deploy it to ${environment} again with the version that promotes it.`);
	if (recorded?.digest !== stored.digest || recorded.commit !== stored.commit) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`the host of ${environment} and the record do not tell the same of ${release}: ${stored.digest} of ${stored.commit.slice(0, 8)}, and ` + (recorded ? `${recorded.digest} of ${recorded.commit.slice(0, 8)}` : "nothing"), `Deploy it to ${environment} again.`);
	if (isReconfigured(from, recorded, stored)) return (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.d)(`the host of ${environment} tells another configuration of ${release} than the record, or the record tells none`, `Deploy it to ${environment} again, and if this stays, to a new host.`);
	const { image, login } = recorded;
	return {
		kind: "promote",
		release: {
			...stored,
			image,
			login
		},
		note: noteOn(record, environment)
	};
}
/** A release's name is eight digits of a hash, few enough to find another configuration of that name; together with those in the record they are not. */
function isReconfigured(from, recorded, stored) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_3__.o)(recorded, stored.spec).kind !== "unchanged";
}
/** What serves was verified; that a later attempt was not should be known to who promotes it. */
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. ${release}, which is verified, still serves there.`;
}
// src/domain/rollout/shown-release.ts
/** `undefined` when the host gave no answer, or only that it failed. */
function parseShownRelease(stdout) {
	const raw = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.v)(stdout);
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
		return (0,_same_size_js__WEBPACK_IMPORTED_MODULE_5__.f)(JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_7__.inflateSync)(Buffer.from(packed, "base64")).toString("utf8"))) ?? "unreadable";
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
	if (!record) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.r)({
		reason: `nothing is deployed in ${from.environment}`,
		next: "Check the inputs promote-from, service and promote-from-region, or deploy there first."
	});
	const hostIds = await hostsOf(ctx, from, record);
	const [shown, recorded] = await Promise.all([show(ctx, from, hostIds), recordOf(ctx, from, record)]);
	const [verdict] = shown.map((one) => judgePromotion({
		from,
		record,
		recorded,
		shown: one,
		allowRolledBack: config.guards.allowRolledBack
	})).toSorted(refusalsFirst);
	if (verdict === void 0) throw new Error("A record names one host at least.");
	if (verdict.kind === "refuse") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.r)(verdict);
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
	const hostIds = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__.r)(record);
	const hosts = await Promise.all(hostIds.map((id) => source.hosts.get(id)));
	for (const [at, id] of hostIds.entries()) {
		const state = hosts[at]?.state ?? "gone";
		if (state !== "running") throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.r)({
			reason: `${id}, the host of ${environment}, is ${state}`,
			next
		});
	}
	const agents = await source.remote.agents(hostIds);
	const silent = hostIds.find((_, at) => agents[at]?.kind !== "online");
	if (silent !== void 0) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.r)({
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
	const order = (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.g)({
		...(0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.m)(ctx),
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
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__.n("program-failed", `${hostId}, the host of ${from.environment}, did not tell what it serves (${status})`, { next: `Run command: status for ${from.environment}, and run this again.` });
	});
}
// src/commands/promote.ts
/** Deploys what is verified in another environment: same digest, same configuration but for what `env` and `secrets` say, no build. */
async function promote(ctx) {
	const { config, progress } = ctx;
	const { from } = config.promotion;
	const release = await progress.step(`Read what is verified in ${from.environment}`, async () => {
		await (0,_hosts_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx);
		return findPromotable(ctx, from);
	});
	const carried = carryOver(release.spec, {
		from,
		to: config.service,
		given: config.spec
	});
	return promotionReport(ctx, await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		...inPlaceOf(ctx, release, carried),
		promoted: {
			environment: from.environment,
			release
		}
	}), {
		environment: from.environment,
		release,
		carried
	});
}
/** The run as if it had been asked for this release: its commit, and its configuration. */
function inPlaceOf(ctx, { commit }, { spec }) {
	const { config } = ctx;
	const job = {
		...config.job,
		commit
	};
	return {
		...ctx,
		config: {
			...config,
			job,
			spec
		}
	};
}
/** The report of a deploy, and where the release comes from. */
function promotionReport(ctx, report, { environment, release, carried }) {
	const told = {
		...report,
		facts: [
			...report.facts,
			["Promoted from", `${environment}, release ${release.name}`],
			[`Digest in ${environment}`, release.digest],
			[`Not as in ${environment}`, carried.differs.join(", ") || "nothing"]
		]
	};
	if (report.outcome !== "deployed" && report.outcome !== "unchanged") return told;
	const verb = report.outcome === "deployed" ? "is live" : "was already live";
	const { url = "", release: name = "" } = report.outputs;
	return {
		...told,
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_8__.r)(ctx.config.service)}: ${release.name} of ${environment} ${verb} at ${url} as ${name}, with the same digest`
	};
}



/***/ })

};
;