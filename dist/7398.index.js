"use strict";
exports.id = 7398;
exports.ids = [7398];
exports.modules = {

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
	return tags && (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Dn)(tags, version);
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.yt)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.v)(soakedMs)}, but min-soak is ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.ct)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.v)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
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

/***/ 7398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8504);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1216);
/* harmony import */ var _cost_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6828);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3294);







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
	return hosts.kind === "hosts" && hosts.plans.every(({ kind }) => kind === "reuse") ? [] : [(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.fn)(hosts, instanceType)];
}
function lastStep({ release, live, asked, names, proxy }) {
	const { verified, commit } = release;
	if (asked.kind === "asked" && asked.drift.length > 0 && release.name === live?.release) return `return the hosts to ${release.name}`;
	if (proxy.kind === "replace" && release.name === live?.release) return `replace the proxy by one of ${proxy.image}`;
	const renamed = names.filter(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Nt);
	if (renamed.length > 0 && release.name !== "" && release.name === live?.release) return `change the records of ${renamed.map(({ name }) => name).join(", ")}`;
	return `release ${verified ? `${verified.release} of ${verified.environment}` : `commit ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(commit)}`}${live ? ` over ${live.release}` : ""}`;
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
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.t)(plan),
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
		cost: cost === void 0 ? null : (0,_cost_words_js__WEBPACK_IMPORTED_MODULE_4__.t)(cost),
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
			version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(release),
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		promotion: release.verified ?? null,
		drift: asked.kind === "asked" ? asked.drift : null,
		live: live ? {
			release: live.release,
			version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(live),
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		secretVersions: {
			changed: secrets.changed,
			unknown: secrets.unknown.map(({ name }) => name)
		},
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.r)(plan),
		data,
		releaseCommand: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.i)(plan),
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
			version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__.W)(release),
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
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.n)(plan).map(([label, words]) => `${label}: ${words}`),
		...plan.resources.map((step) => `  ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.a)(step)}`),
		...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.o)(plan.configuration).map(({ label, names }) => `  ${label}: ${names.join(", ")}`),
		...commits.map(({ sha, title, author }) => `  ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(sha)} ${title} (${author})`)
	];
}
// src/commands/plan.ts
async function plan(ctx) {
	const { promotion } = ctx.config;
	if (promotion === void 0) return planWanted(ctx, () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx));
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, promotion);
	if (found.kind === "refuse") return planRefusal(ctx, promotion.from, found);
	return planWanted((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.a)(ctx, found), async () => found);
}
async function planWanted(asked, find) {
	const ctx = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.c)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ct)(ctx, find, (hosts, record) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.V)(ctx, hosts, record));
		for (const line of (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.An)(snapshot.wanted.spec)) ctx.progress.warn(line);
		(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.d)(ctx);
		return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.ot)(ctx, snapshot), await surroundings(ctx, snapshot));
	});
}
async function planRefusal(asked, from, refusal) {
	const ctx = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.c)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(ctx);
		return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.c)((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.st)(ctx, snapshot, {
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
	const url = await (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
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