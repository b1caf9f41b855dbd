"use strict";
exports.id = 7398;
exports.ids = [7398];
exports.modules = {

/***/ 9574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ goneHosts),
/* harmony export */   t: () => (/* binding */ driftOf)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5128);

// src/domain/rollout/drift.ts
/** Where hosts and record are apart, a sentence each, with the command that heals it. Of a host that says nothing, nothing is known. */
function driftOf(record, views) {
	return views.flatMap(({ hostId, status }) => driftOn(record, status, views.length > 1 ? hostId : void 0)).map(healed);
}
/** Recorded hosts that are not among those which are there, in the same way. */
function goneHosts(record, hostIds) {
	return (hostIds.length === 0 ? [] : (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(record).filter((id) => !hostIds.includes(id))).map((id) => healed(`${id} is recorded, and is not there`));
}
function healed(drift) {
	return `${drift}; command: deploy heals it`;
}
/** `host`: undefined where there is only one. */
function driftOn(record, status, host) {
	if (typeof status === "string") return [];
	const words = (status.drift ?? []).map((drift) => host === void 0 ? drift : `${host}: ${drift}`);
	if (!record || status.serving === record.digest) return words;
	return [...words, `${host ?? "the host"} serves ${status.release || "nothing"}, and ${record.release} is recorded`];
}



/***/ }),

/***/ 3294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findPromotion)
/* harmony export */ });
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3814);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3706);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5128);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5655);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5661);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8816);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5910);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1929);








// src/domain/rollout/promotion.ts
/** Only what is verified in `promote-from`, by its record, as the registry has it; and not while its hosts say that they are not well. */
function judgePromotion(verification) {
	const { from, record, specification } = verification;
	const refusal = refuseUnverified(verification) ?? refuseSpecification(verification) ?? refuseUnwell(verification) ?? refuseUnsoaked(verification);
	if (refusal !== void 0) return refusal;
	if (typeof specification !== "object") throw new Error("A release that is not refused has a specification.");
	return {
		kind: "promote",
		release: specification,
		note: noteOn(record, from.environment)
	};
}
function refuseUnverified({ from: { environment }, release, history, allowRolledBack }) {
	if ((0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.l)(release, history) === void 0) {
		const known = [...new Set(history.map((version) => version.release))].join(", ");
		return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`${release} is not verified in ${environment}; these are: ${known}`, `Choose one of them, or deploy it to ${environment} first.`);
	}
	if (allowRolledBack || !(0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.p)(release, history)) return void 0;
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`${release} was rolled back from in ${environment}`, "Choose another one, or set allow-rolled-back: true to promote it all the same.");
}
function refuseSpecification({ from: { environment }, release, specification }) {
	if (typeof specification === "object") return void 0;
	const what = {
		gone: "is not in the registry any more",
		elsewhere: "lies in a registry of another account or region than its record",
		unreadable: "was written by another version of this action, or is not what was recorded"
	}[specification ?? "gone"];
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`the specification of ${release} in ${environment} ${what}`, `Deploy it to ${environment} again with the version that promotes it.`);
}
/** Hosts that could not be asked are no reason: what was verified stays so. */
function refuseUnwell({ from: { environment }, release, record, hosts }) {
	const heal = `Wait for a run that is at work there, or run command: deploy for ${environment}; command: status tells what is there.`;
	for (const { hostId, status } of hosts.kind === "asked" ? hosts.hosts : []) {
		const live = status?.release ?? "";
		if (live !== record.release) return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`${environment} is inconsistent: ${hostId} serves ${live || "nothing"}, and ${record.release} is recorded`, heal);
		if (release === live && (status?.serving !== record.digest || !status.healthy)) return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`${live} does not serve ${environment} in good health on ${hostId}`, heal);
	}
}
/** A release that serves counts from the newest start of its containers, where the hosts tell: one that crashed has not served all the time. */
function refuseUnsoaked({ from: { environment }, release, history, hosts, minSoakMs, now }) {
	const served = (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.f)(release, history);
	if (minSoakMs === 0 || served === void 0) return void 0;
	const since = served.until === void 0 ? Math.max(served.since, ...startsOn(hosts)) : served.since;
	const soakedMs = Math.max(0, (served.until ?? now) - since) || 0;
	if (soakedMs >= minSoakMs) return void 0;
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`${release} ${served.until === void 0 ? "has served" : "served"} ${environment} for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_7__.t)(soakedMs)}, and min-soak asks for ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_3__.u)(minSoakMs / 1e3)}`, served.until === void 0 ? `Run this again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_7__.t)(minSoakMs - soakedMs)}, or lower min-soak.` : "Choose a release that served longer, or lower min-soak.");
}
function startsOn(hosts) {
	if (hosts.kind !== "asked") return [];
	return hosts.hosts.map(({ status }) => Date.parse(status?.startedAt ?? "")).filter((at) => !Number.isNaN(at));
}
/** What serves was verified; that a later attempt was not should be known to who promotes it. */
function noteOn({ attempt, release }, environment) {
	if (attempt.cause === "") return void 0;
	return `The last run in ${environment} (${attempt.release === "" ? "a rollback" : attempt.release}) ended as ${attempt.outcome}: ${attempt.cause}. ${release}, which is verified, still serves there.`;
}
// src/steps/record/find-promotable.ts
/**
* The release that `promote-from` has verified: the input `release`, or what serves there. What it is, record and registry tell; whether it is well there now,
* its hosts, where they can be asked. Changes nothing.
*/
async function findPromotable(ctx, { from, minSoakMs }) {
	const { config, source, progress, signal, clock } = ctx;
	const record = await source.records.read(from);
	if (!record) return (0,_host_js__WEBPACK_IMPORTED_MODULE_6__.c)(`nothing is deployed in ${from.environment}`, "Check the inputs promote-from, service and promote-from-region, or deploy there first.");
	const { release = record.release } = config;
	const history = release === record.release ? [record] : await source.records.history(from, 100);
	const recorded = (0,_launch_js__WEBPACK_IMPORTED_MODULE_1__.l)(release, history);
	const [specification, hosts] = await Promise.all([recorded && (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, recorded, source.repositories), (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__.a)({
		statusQuery: source.statusQuery,
		signal
	}, from, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record))]);
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
	if (hosts.kind === "not-asked") progress.info(`Whether ${from.environment} is well now was not asked: ${hosts.reason}. Record and registry tell what is verified.`);
	if (verdict.note !== void 0) progress.warn(verdict.note);
	return verdict;
}
// src/steps/record/find-promotion.ts
/** What a promotion is to bring, which is what is verified in `promote-from`; or why nothing there can be promoted. Changes nothing. */
async function findPromotion(ctx, promotion) {
	const { from } = promotion;
	const found = await ctx.progress.step(`Read what is verified in ${from.environment}`, () => findPromotable(ctx, promotion));
	return found.kind === "refuse" ? found : (0,_wanted_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx.config, from, found.release);
}



/***/ }),

/***/ 7398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3814);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5128);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(890);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9574);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5655);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5933);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3706);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8504);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5914);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5910);
/* harmony import */ var _find_promotion_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3294);













// src/domain/plan/data-steps.ts
/** By the record and the inputs: no host is asked. */
function dataSteps(facts) {
	const recorded = facts.record?.volumes ?? [];
	const wanted = (0,_volumes_js__WEBPACK_IMPORTED_MODULE_10__.a)(facts.service, facts.volumes);
	return (0,_volumes_js__WEBPACK_IMPORTED_MODULE_10__.t)(recorded, wanted).map((volume) => ({
		...volume,
		fate: fateOf(volume, recorded.some(isSame(volume)), facts)
	}));
}
function isSame({ name, path }) {
	return (other) => other.name === name && other.path === path;
}
function fateOf(volume, recorded, { service, volumes, record, hostPlan, volumeData }) {
	if (hostPlan.kind === "refuse") return recorded ? "stays" : "new";
	const { plans } = hostPlan;
	const there = plans.flatMap((plan) => "host" in plan ? [plan.host.id] : []);
	if (recorded && (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).every((id) => !there.includes(id))) return "gone";
	if (recorded && plans.some(({ kind }) => kind === "replace")) return volumeData.includes("discarded") ? "discarded" : "refused";
	if ((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.x)({
		service,
		hosts: plans.length,
		volumes,
		declared: []
	}).some(isSame(volume))) return volumeData.includes("each-host-its-own") ? "separate" : "refused";
	return recorded ? "stays" : "new";
}
// src/domain/plan/cost.ts
/**
* Rough list prices of us-east-1, for an order of magnitude: US dollars an hour for the size `large`, Linux on demand. The other sizes of a family
* cost in proportion. https://aws.amazon.com/ec2/pricing/on-demand/, as of June 2026
*/
const LARGE = {
	t2: .0928,
	t3: .0832,
	t3a: .0752,
	t4g: .0672,
	m5: .096,
	m5a: .086,
	m6a: .0864,
	m6g: .077,
	m6i: .096,
	m7g: .0816,
	m7i: .1008,
	"m7i-flex": .09576,
	c5: .085,
	c5a: .077,
	c6a: .0765,
	c6g: .068,
	c6i: .085,
	c7g: .0725,
	c7i: .08925,
	r5: .126,
	r6a: .1134,
	r6g: .1008,
	r6i: .126,
	r7g: .1071,
	r7i: .1323
};
const SMALL_SIZES = {
	nano: 1 / 16,
	micro: 1 / 8,
	small: 1 / 4,
	medium: 1 / 2,
	large: 1
};
const HOURS = 730;
const GP3_GIB = .08;
/** A public IPv4 address, $0.005 an hour. https://aws.amazon.com/vpc/pricing/ */
const ADDRESS_MONTH = 3.65;
/** US dollars a month; `undefined` for a type that is not in the table. */
function instanceMonth(instanceType) {
	const [family = "", size = ""] = instanceType.split(".");
	const hour = Object.hasOwn(LARGE, family) ? LARGE[family] : void 0;
	const factor = sizeFactor(size);
	return hour === void 0 || factor === void 0 ? void 0 : hour * factor * HOURS;
}
function sizeFactor(size) {
	const multiple = /^(\d*)xlarge$/.exec(size);
	if (multiple) return 2 * Number(multiple[1] || 1);
	return Object.hasOwn(SMALL_SIZES, size) ? SMALL_SIZES[size] : void 0;
}
/** US dollars a month for a gp3 volume without extra throughput. https://aws.amazon.com/ebs/pricing/ */
function volumeMonth(gib) {
	return gib * GP3_GIB;
}
// src/domain/plan/infrastructure.ts
/** The host plans, resource by resource; what the hosts share stands there once. */
function resourceSteps({ plan, spec, record, around }) {
	if (plan.kind === "refuse") return [];
	const { plans } = plan;
	const launches = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.u);
	const unsettled = plans.filter((one) => isUnsettled(one, spec, record));
	return [
		...plans.flatMap((one) => hostSteps(one, spec, around.launch && {
			...around.launch,
			subnet: around.launch.subnets[launches.indexOf(one)]
		})),
		...launches.length > 0 ? [roleStep(spec, around)] : [],
		...launches.length > 0 || unsettled.length > 0 && spec.securityGroupIds.length === 0 ? groupSteps(spec, around) : [],
		...addressSteps(plans, unsettled, {
			spec,
			around
		}),
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.f)(plans).map((host) => endStep(host, spec))
	];
}
/** What an earlier run left undone on a host that is the service's own. */
function isUnsettled(plan, spec, record) {
	if (plan.kind !== "start" && plan.kind !== "reuse") return false;
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_11__.i)(plan.host, spec.service) && !(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.c)(plan.host, spec, record);
}
function hostSteps(plan, spec, place) {
	switch (plan.kind) {
		case "launch": return launchSteps(spec, place);
		case "replace": return plan.next ? [keep(`host ${plan.next.id}, which an interrupted run launched as the successor`)] : launchSteps(spec, place);
		case "start": return [{
			action: "start",
			what: nameOf(plan.host)
		}];
		case "reuse": return [keep(nameOf(plan.host))];
	}
}
function endStep(host, spec) {
	return (0,_host_js__WEBPACK_IMPORTED_MODULE_11__.i)(host, spec.service) ? {
		action: "terminate",
		what: nameOf(host)
	} : keep(`${nameOf(host)}, left running`);
}
function keep(what) {
	return {
		action: "keep",
		what
	};
}
function nameOf({ id, instanceType }) {
	return `host ${id} (${instanceType})`;
}
function launchSteps(spec, place) {
	const where = place?.subnet ? ` from ${place.ami} in ${place.subnet.id} (${place.subnet.zone})` : "";
	return [{
		action: "create",
		what: `instance ${spec.instanceType}${where}`,
		month: instanceMonth(spec.instanceType) ?? "unknown"
	}, {
		action: "create",
		what: `encrypted gp3 volume of ${spec.volumeGiB} GiB`,
		month: volumeMonth(spec.volumeGiB)
	}];
}
function roleStep({ instanceProfile }, { hostRole }) {
	if (instanceProfile !== void 0) return keep(`instance profile ${instanceProfile}`);
	return hostRole === void 0 ? {
		action: "create",
		what: "role and instance profile of the host"
	} : keep(`role and instance profile ${hostRole}`);
}
function groupSteps({ securityGroupIds, httpPort }, { securityGroup }) {
	if (securityGroupIds.length > 0) return securityGroupIds.map((id) => keep(`security group ${id}`));
	if (!securityGroup) return [{
		action: "create",
		what: `security group, open for port ${httpPort} to the world`
	}];
	if (securityGroup.open) return [keep(`security group ${securityGroup.id}`)];
	return [{
		action: "change",
		what: `security group ${securityGroup.id}: open port ${httpPort} to the world`
	}];
}
/** A host keeps its Elastic IP; one without takes one that no host keeps, or gets a new one. */
function addressSteps(plans, unsettled, { spec, around: { addresses } }) {
	if (!spec.elasticIp) {
		const what = "public IPv4 address, where the subnet gives one; another one after each stop";
		const released = plans.some(({ kind }) => kind === "replace") ? addresses : [];
		return [...plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.u).map(() => ({
			action: "create",
			what,
			month: ADDRESS_MONTH,
			newAddress: true
		})), ...released.map((address) => ({
			action: "release",
			what: `Elastic IP ${address}`
		}))];
	}
	const kept = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.p)(plan)?.publicIp ?? []);
	const free = addresses.filter((address) => !kept.includes(address));
	return plans.filter((plan) => plan.kind === "launch" || plan.kind === "replace" || unsettled.includes(plan)).map((plan) => {
		const own = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.p)(plan)?.publicIp;
		if (own !== void 0 && addresses.includes(own)) return keep(`Elastic IP ${own}`);
		const address = free.shift();
		if (address === void 0) return {
			action: "create",
			what: "Elastic IP",
			month: ADDRESS_MONTH,
			newAddress: true
		};
		return {
			action: "move",
			what: `Elastic IP ${address} to the host`
		};
	});
}
// src/domain/plan/deploy-plan.ts
function planDeploy(facts, around) {
	const { service, region, hostPlan, spec, record, image, release, configuration, secrets, volumeData } = facts;
	const refusals = [...hostPlan.kind === "refuse" ? [hostPlan] : [], ...facts.refusals].map(({ code, reason, hint }) => ({
		...code && { code },
		reason,
		hint
	}));
	const resources = [...resourceSteps({
		plan: hostPlan,
		spec,
		record,
		around
	}), ...repositorySteps(image)];
	const asked = askedHosts(record, around.hosts);
	const drift = asked.kind === "asked" ? asked.drift : [];
	const unchanged = !isBrought(image) && (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.h)({
		hostPlan,
		spec,
		record,
		release: release.name,
		secrets,
		drift
	});
	return {
		service,
		region,
		verdict: refusals.length > 0 ? "refused" : unchanged ? "unchanged" : "changes",
		refusals,
		hosts: hostPlan,
		instanceType: spec.instanceType,
		resources,
		image,
		release,
		live: record,
		configuration: (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.a)(record, configuration),
		secrets,
		data: dataSteps({
			service,
			volumes: configuration.volumes,
			record,
			hostPlan,
			volumeData
		}),
		proxy: proxyChange(facts),
		asked,
		hash: refusals.length > 0 ? "" : (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__._)(facts)
	};
}
/** Of a promotion that is refused where it comes from: the hosts as they are, and nothing of a release. */
function planRefusedPromotion(facts, around) {
	const plan = planDeploy(facts, around);
	return {
		...plan,
		configuration: { kind: "unknown" },
		data: [],
		proxy: {
			...plan.proxy,
			kind: "unknown"
		}
	};
}
function askedHosts(record, seen) {
	if (seen?.kind !== "asked") return {
		kind: "record-only",
		reason: seen?.reason ?? ""
	};
	const views = seen.hosts.map(({ hostId, status }) => ({
		hostId,
		status: status ?? {
			release: "",
			serving: ""
		}
	}));
	return {
		kind: "asked",
		drift: (0,_drift_js__WEBPACK_IMPORTED_MODULE_3__.t)(record, views)
	};
}
/** Whether the image is yet to be built or copied. */
function isBrought(image) {
	return image.kind === "build" || image.kind === "copy";
}
function repositorySteps(image) {
	return isBrought(image) && image.newRepository ? [{
		action: "create",
		what: `ECR repository ${image.repository}`
	}] : [];
}
/** Of several hosts, what costs most: the proxies of new ones start by the way. */
function proxyChange(facts) {
	const { hostPlan, configuration, proxyImage } = facts;
	const kinds = hostPlan.kind === "refuse" ? ["unknown"] : hostPlan.plans.map((plan) => proxyChangeOn(plan, facts));
	return {
		kind: [
			"unknown",
			"load",
			"reload",
			"none"
		].find((one) => kinds.includes(one)) ?? "start",
		port: configuration["http-port"],
		image: proxyImage.given ? proxyImage.reference : void 0
	};
}
function proxyChangeOn(plan, { record, configuration }) {
	if (plan.kind === "launch" || plan.kind === "replace") return "start";
	if (record === void 0 || !(0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).includes(plan.host.id)) return "load";
	const { fingerprint } = record;
	return (fingerprint === void 0 || fingerprint.proxy === (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.o)(configuration, record.release).proxy) && record.route["http-port"] === configuration["http-port"] ? "none" : "reload";
}
// src/report/plan/comment.ts
/** GitHub takes 65,536 characters. */
const LIMIT = 6e4;
/** The first line of a service's comment, by which the next plan finds it. Nothing in it needs escaping. */
function commentMarker(service) {
	return `<!-- docker-to-ec2 plan ${(0,_service_js__WEBPACK_IMPORTED_MODULE_12__.p)(service)} -->`;
}
/** The comment on the pull request, as Markdown. */
function renderComment(plan, runUrl) {
	const sign = {
		changes: "📋",
		unchanged: "✅",
		refused: "✋"
	}[plan.verdict];
	const hint = plan.refusals.map((refusal) => `**Next step:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.c)(refusal.hint)}`);
	return cut([
		commentMarker(plan.service),
		`## ${sign} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.s)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.n)(plan))}`,
		...hint,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.t)(plan),
		`<sub>Planned${plan.release.commit === "" ? "" : ` for commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.a)(plan.release.commit)}`} by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.o)("this run", runUrl)}; the next plan takes its place.</sub>`
	].join("\n\n"));
}
/** By whole lines, so that no markup is left open. */
function cut(text) {
	if (text.length <= LIMIT) return text;
	return `${text.slice(0, text.lastIndexOf("\n", LIMIT))}\n\nThe rest is in the job's summary.`;
}
// src/report/plan/json.ts
/**
* The output `plan`; docs/plan.md describes it. It holds no value of a variable, and no account id: where one is masked in the log, GitHub would drop the
* whole output.
*/
function planJson(plan) {
	const { service, region, verdict, refusals, hosts, resources, image, release, live, configuration, secrets, data, proxy, asked } = plan;
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
		resources: resources.map(({ action, what, month }) => ({
			action,
			what,
			...month === void 0 ? {} : { monthlyUsd: priced(month) }
		})),
		image: { ...image },
		release: {
			name: release.name,
			commit: release.commit,
			migration: release.migration,
			relation: release.relation ?? "unknown",
			commits: release.commits.length
		},
		promotion: release.verified ?? null,
		drift: asked.kind === "asked" ? asked.drift : null,
		live: live ? {
			release: live.release,
			commit: live.commit,
			digest: live.digest
		} : null,
		configuration,
		secretVersions: {
			changed: secrets.changed,
			unknown: secrets.unknown.map(({ name }) => name)
		},
		data,
		proxy: proxy.kind
	});
}
function priced(month) {
	return month === "unknown" ? null : Math.round(month * 100) / 100;
}
// src/report/pages/plan.ts
/** What `deploy` would do; a plan that it would refuse is a failure. */
function planReport(planned) {
	const { verdict, refusals, image, release, live, hosts, hash } = planned;
	const [first] = hosts.kind === "hosts" ? hosts.plans : [];
	const [refusal] = refusals;
	const report = {
		outcome: verdict === "refused" ? "refused" : "planned",
		headline: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.n)(planned),
		outputs: {
			plan: planJson(planned),
			"plan-hash": hash,
			release: release.name,
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
// src/commands/plan.ts
/** Shows what `deploy` or `promote` with the same inputs would do, and changes nothing. */
async function plan(ctx) {
	const { promotion } = ctx.config;
	if (promotion === void 0) return planWanted(ctx, () => (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx));
	const found = await (0,_find_promotion_js__WEBPACK_IMPORTED_MODULE_9__.t)(ctx, promotion);
	return found.kind === "refuse" ? planRefusal(ctx, promotion.from, found) : planWanted(ctx, async () => found);
}
async function planWanted(asked, find) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.u)(ctx, find, (hosts, record) => (0,_ending_js__WEBPACK_IMPORTED_MODULE_8__.i)(ctx, hosts, record));
		return planDeploy((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.o)(ctx, snapshot), await surroundings(ctx, snapshot));
	});
}
/** The hosts are shown all the same. */
async function planRefusal(asked, from, refusal) {
	const ctx = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.r)(asked);
	return shown(ctx, async () => {
		const snapshot = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.s)(ctx);
		return planRefusedPromotion((0,_wanted_js__WEBPACK_IMPORTED_MODULE_1__.s)(ctx, snapshot, {
			from,
			refusal
		}), await surroundings(ctx, snapshot));
	});
}
async function shown(ctx, make) {
	const { progress } = ctx;
	const planned = await progress.step("Snapshot", make);
	for (const line of (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.r)(planned)) progress.info(line);
	if (ctx.config.planComment) await progress.step("Comment", () => comment(ctx, planned));
	return planReport(planned);
}
/** Also makes sure that hosts could be launched: that subnets and machine image are there, and fit. */
async function surroundings(ctx, { hostPlan, record }) {
	const { service, region, host } = ctx.config;
	const plans = hostPlan.kind === "hosts" ? hostPlan.plans : [];
	const launches = plans.some(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.u);
	const [hosts, launch, hostRole] = await Promise.all([
		askServing(ctx, plans, record),
		launches ? launchSite(ctx, plans) : void 0,
		launches ? ctx.hostRoles.find(service, region) : void 0
	]);
	const [kept] = plans.flatMap((plan) => "host" in plan ? [plan.host] : []);
	return {
		hosts,
		hostRole,
		...await ctx.networks.own(service, {
			vpcId: launch?.vpcId ?? kept?.vpcId,
			port: host.httpPort
		}),
		launch
	};
}
/** What the hosts say on which the recorded release should serve. */
async function askServing(ctx, plans, record) {
	const running = plans.flatMap((plan) => "host" in plan && plan.host.state === "running" ? [plan.host.id] : []);
	const serving = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(record).filter((id) => running.includes(id));
	return serving.length === 0 ? void 0 : (0,_ending_js__WEBPACK_IMPORTED_MODULE_8__.a)(ctx, ctx.config.service, serving);
}
async function launchSite(ctx, plans) {
	const [{ ami }, all] = await Promise.all([(0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx), ctx.networks.subnets(ctx.config.host.subnetIds)]);
	const subnets = (0,_launch_js__WEBPACK_IMPORTED_MODULE_5__.r)(all, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.m)(plans), plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_4__.u).length).flatMap(([first]) => first ?? []);
	return {
		ami,
		subnets,
		vpcId: subnets[0]?.vpcId ?? ""
	};
}
/** Whatever keeps GitHub from taking the comment, the plan is in the summary all the same. */
async function comment({ config, comments, progress }, planned) {
	const { job, service } = config;
	if (job.pullRequest === void 0) return progress.warn("plan-comment: this run does not belong to a pull request, so there is nothing to comment on.");
	try {
		const body = renderComment(planned, (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(job));
		progress.info(`The plan is in ${await comments.put(job.pullRequest, commentMarker(service), body)}`);
	} catch (error) {
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__.t) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		progress.warn(`plan-comment: GitHub did not take the comment: ${reason}. The job needs \`pull-requests: write\`; in a run for a fork the token may only read.`);
	}
}



/***/ })

};
;