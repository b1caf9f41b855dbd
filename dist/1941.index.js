"use strict";
exports.id = 1941;
exports.ids = [1941];
exports.modules = {

/***/ 1187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readTree),
/* harmony export */   n: () => (/* binding */ compareFiles),
/* harmony export */   r: () => (/* binding */ differenceWords),
/* harmony export */   t: () => (/* binding */ AS_COMMITTED)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

// src/domain/image/build-files.ts
/** No differences. */
var AS_COMMITTED = {
	identity: "",
	differences: []
};
/**
* `there`: the files that the build gets. `committed`: those that it would get from the commit. Two builds of a commit get the same files only if
* their identities are equal.
*/
function compareFiles(there, committed) {
	const differences = [.../* @__PURE__ */ new Set([...there.keys(), ...committed.keys()])].toSorted().filter((path) => !isSame(there.get(path), committed.get(path)));
	if (differences.length === 0) return AS_COMMITTED;
	const text = JSON.stringify(differences.map((path) => [path, there.get(path) ?? null]));
	return {
		identity: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex"),
		differences
	};
}
/** Without a checkout, a submodule is an empty folder. */
function isSame(there, committed) {
	if (committed?.mode === "160000") return there === void 0 || there.mode === "040000";
	return there?.mode === committed?.mode && there?.id === committed?.id;
}
/** Reads `git ls-tree -r -z`: `100644 blob <id>\t<path>`, each ended by a NUL. https://git-scm.com/docs/git-ls-tree#_output_format */
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
/** Such as `dist/app.js, package.json and 3 more`. */
function differenceWords(differences) {
	const shown = differences.slice(0, 5);
	const more = differences.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}



/***/ }),

/***/ 3535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sinceLive),
/* harmony export */   t: () => (/* binding */ changedFiles)
/* harmony export */ });
// src/domain/commits.ts
/** How many files GitHub lists at most. https://docs.github.com/en/rest/commits/commits#compare-two-commits */
var MOST_FILES = 300;
/** Folders and files of migrations in common frameworks: Rails, Django, Laravel, Prisma, Alembic, Flyway, Liquibase, Entity Framework. */
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
/** `repository`: its address. `live`: the live commit, if any. */
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



/***/ }),

/***/ 5910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askForStatus),
/* harmony export */   c: () => (/* binding */ refuseStaying),
/* harmony export */   d: () => (/* binding */ refuseCrowd),
/* harmony export */   f: () => (/* binding */ refuseDeployedSince),
/* harmony export */   i: () => (/* binding */ plannedStakes),
/* harmony export */   l: () => (/* binding */ isPreviewRecord),
/* harmony export */   m: () => (/* binding */ refuseOtherCommit),
/* harmony export */   n: () => (/* binding */ clearToDelete),
/* harmony export */   o: () => (/* binding */ refusalsToEnd),
/* harmony export */   p: () => (/* binding */ refuseNotPreview),
/* harmony export */   r: () => (/* binding */ clearToEnd),
/* harmony export */   s: () => (/* binding */ refuseNoPreview),
/* harmony export */   t: () => (/* binding */ atStake),
/* harmony export */   u: () => (/* binding */ refuseClosedRequest)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1236);




// src/domain/preview/guards.ts
/** Whether the record belongs to exactly this preview, by its name and its mark. */
function isPreviewRecord({ preview, environment }, asked) {
	return environment === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(asked.number) && preview !== void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.nt)(preview, asked);
}
/** Refuses to take over or end something that has a preview's name, but is none. */
function refuseNotPreview(record, preview) {
	if (record === void 0 || isPreviewRecord(record, preview)) return void 0;
	const { service: name, environment, preview: other } = record;
	const what = other === void 0 ? "no preview" : `the preview of ${other.repository}#${other.number}`;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
			name,
			environment
		})} is ${what}, so a run for ${preview.repository}#${preview.number} does not touch it`,
		hint: `Give this repository another service name, or remove that service with command: destroy and environment: ${environment}.`
	};
}
/** Refuses to end a preview that another run deployed after it was decided to remove it: the reason may no longer hold. */
function refuseDeployedSince(record, { number, judged }) {
	if (judged === void 0 || record === void 0 || record.deployedAt === judged) return void 0;
	return {
		reason: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(number)} was deployed at ${record.deployedAt}, after this run decided to remove it`,
		hint: "Run this again: it decides again."
	};
}
/**
* Refuses to serve another commit as the pull request's: its comment names the newest one. After a label, somebody has reviewed only that one. Otherwise,
* the run's own commit counts, too: for `pull_request`, that is the merge of both branches.
*/
function refuseOtherCommit({ number, head, onlyHead }, { kind, commit }, ofRun) {
	if (commit === head || !onlyHead && (kind === "given" || commit === ofRun)) return void 0;
	const found = `the commit ${commit.slice(0, 8)} is checked out`;
	return onlyHead ? {
		reason: `${found}, and the label was set for ${head.slice(0, 8)}`,
		hint: "Let actions/checkout check out ref: ${{ github.event.pull_request.head.sha }}."
	} : {
		reason: `${found}, and pull request ${number} has ${head.slice(0, 8)}`,
		hint: "Leave ref out of actions/checkout: it then takes the commit of the pull request."
	};
}
/** Refuses to serve a pull request that is closed. */
function refuseClosedRequest({ number }, state) {
	if (state !== "closed") return void 0;
	return {
		reason: `pull request ${number} is closed, so it gets no preview`,
		hint: "Reopen it: that starts a run of its own."
	};
}
/** Refuses a preview over the host's limit. `records`: of all services. */
function refuseCrowd(records, asked) {
	const { preview, hostId, limit } = asked;
	const there = records.filter((record) => record.preview !== void 0 && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(hostId));
	if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return void 0;
	const list = there.map(({ service: name, environment, deployedAt }) => `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
		name,
		environment
	})} of ${deployedAt.slice(0, 10)}`);
	return {
		reason: `${hostId} has ${there.length} previews, and preview-limit is ${limit}: ${list.join(", ")}`,
		hint: "Close a pull request that needs no preview any more, or raise preview-limit."
	};
}
// src/domain/host/ending.ts
/** The clearance to terminate these hosts, if nothing prevents it. */
function clearHosts(stakes, volumeData) {
	const [refusal] = refusalsToEnd(stakes, volumeData);
	if (refusal) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(refusal.reason, refusal.hint);
	return { hosts: stakes.map(({ hostId: id }) => ({ id })) };
}
/** Why these hosts must stay. Nobody may terminate a host with a guest, whatever the inputs say about data. */
function refusalsToEnd(stakes, volumeData) {
	return [refuseGuests(stakes), ...volumeData.includes("discarded") ? [] : [refuseDataLoss(stakes), refuseUnknown(stakes)]].filter((refusal) => refusal !== void 0);
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
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.V)(volumes)}`).join("; "),
		hint: "Copy the data off the host first, then set volume-data: discarded."
	};
}
function refuseUnknown(stakes) {
	const unknown = stakes.filter((stake) => stake.unknown !== void 0);
	if (unknown.length === 0) return void 0;
	return {
		reason: unknown.map((stake) => `nobody knows what is on ${stake.hostId}: ${stake.unknown}`).join("; "),
		hint: "Bring the host back and run this again, or set volume-data: discarded to continue without what is on it: data, and services without a record."
	};
}
/** Refuses hosts of the service that would stay without their address and role. */
function refuseStaying(staying) {
	if (staying.length === 0) return void 0;
	return {
		reason: `${staying.join(", ")} also ${staying.length === 1 ? "belongs" : "belong"} to the service, and instance-id does not name ${staying.length === 1 ? "it" : "them"}`,
		hint: "Leave instance-id out to destroy the service with all its hosts."
	};
}
/** Why a pull request's run must not end this: the record is not its preview's, or it has hosts of its own, which no preview has. */
function refuseNoPreview(preview, ending) {
	const { record, own } = ending;
	if (own.length === 0) return refuseNotPreview(record, preview);
	return {
		reason: `${own.join(", ")} has the tags of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.at)(preview.number)}, and a preview has no host of its own`,
		hint: "Remove these tags, or remove that service with command: destroy."
	};
}
/** The clearance to delete the repository, if no other service's image is in it. `others`: the records of all other services. */
function clearRepository(name, others) {
	const users = others.filter((record) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.l)(record, name)).map(({ service, environment }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
		name: service,
		environment
	}));
	if (users.length === 0) return { name };
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the repository ${name} also has the image of ${users.join(", ")}`, `Leave destroy-repository out, or destroy ${users.join(", ")} first.`);
}
// src/steps/orders/ask-for-status.ts
/** Asks hosts about a service with a command that can do nothing else; returns the answers, or why there are none. */
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const { services, others = [] } = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.o)(stdout) ?? {};
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)),
			others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
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
/** What is on hosts that are to be terminated, by their own answers and by all records. */
async function atStake(ctx, hosts, record) {
	if (hosts.length === 0) return [];
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, hosts), recordedStakes(ctx, hosts, record)]);
	return recorded.map((stake, at) => asked.slice(at, at + 1).reduce((all, told) => withTold(all, told, record), stake));
}
function withTold(stake, { status, others, silent }, record) {
	return {
		...withAnswer(stake, status, others),
		unknown: silent && unknownBy(silent, stake.hostId, record)
	};
}
function withAnswer(stake, status, others) {
	const told = (typeof status === "object" ? status.volumes ?? [] : []).map(({ name, path }) => ({
		name,
		path
	}));
	return {
		...stake,
		volumes: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.R)(told, stake.volumes),
		guests: [.../* @__PURE__ */ new Set([...stake.guests, ...others])]
	};
}
/** Nothing is on a host that never received an order, unless a record says otherwise. */
function unknownBy({ reason, hides }, hostId, record) {
	const recorded = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(hostId);
	if (hides === "nothing" && !recorded) return void 0;
	return hides === "data" && recorded && record?.volumes !== void 0 ? void 0 : reason;
}
/** The same for a plan: it asks hosts with the status command, if the account has that. The run that terminates the hosts always asks. */
async function plannedStakes(ctx, hosts, record) {
	const running = hosts.flatMap(({ id, state }) => state === "running" ? [id] : []);
	const [seen, recorded] = await Promise.all([running.length === 0 ? void 0 : askForStatus(ctx, ctx.config.service, running), recordedStakes(ctx, hosts, record)]);
	if (seen?.kind !== "asked") return recorded;
	return recorded.map((stake) => {
		const told = seen.hosts.find(({ hostId }) => hostId === stake.hostId);
		return told ? withAnswer(stake, told.status, told.others) : stake;
	});
}
async function recordedStakes(ctx, hosts, record) {
	const others = hosts.length === 0 ? [] : await otherRecords(ctx);
	return hosts.map(({ id }) => {
		const guests = others.filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(other).includes(id));
		return {
			hostId: id,
			volumes: record?.volumes ?? [],
			guests: guests.map(nameOf),
			unknown: void 0
		};
	});
}
/** Throws if one of them cannot be read: nobody knows its hosts and images. */
async function otherRecords({ config, records }) {
	const all = await records.list();
	const unreadable = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.c)(all.unreadable);
	if (unreadable) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(unreadable);
	return all.records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.a)(other, config.service));
}
function nameOf({ service, environment }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)({
		name: service,
		environment
	});
}
/** Asks hosts and records before anything is terminated. Returns the clearance, or throws what prevents it. */
async function clearToEnd(ctx, hosts, record) {
	const stakes = await atStake(ctx, hosts, record);
	const clearance = clearHosts(stakes, ctx.config.volumeData);
	if ("kind" in clearance) return clearance;
	for (const { hostId, unknown } of stakes) if (unknown !== void 0) ctx.progress.warn(`Removing ${hostId} with whatever is on it: ${unknown}`);
	return clearance;
}
/** The same for the repository, if the inputs ask to delete it. */
async function clearToDelete(ctx) {
	const { destroyRepository, image, preview, service } = ctx.config;
	if (!destroyRepository) return void 0;
	const others = preview ? (await ctx.records.list()).records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.a)(other, service)) : await otherRecords(ctx);
	const cleared = clearRepository(image.repository, others);
	if ("kind" in cleared) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(cleared);
	return cleared;
}



/***/ }),

/***/ 8289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ estimateNow),
/* harmony export */   t: () => (/* binding */ estimateAfter)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _price_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6277);



// src/domain/cost/cheaper.ts
/**
* `c6a.large`: class, generation, processor. Types with further letters (local disks, more network) or of `flex` families are left out: what sets
* them apart has its own reasons.
* https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
*/
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
/**
* The cheapest type with the same memory and at least as many virtual CPUs, for the same architecture, so that the image runs on it; no older
* generation. Types of the same class and size have these in common. `share`: which part of
* the time the host runs.
*/
function cheaperChoice(instanceType, { instances }, share = 1) {
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
	const lines = grouped([...own.flatMap((host) => linesOf(host, {
		prices,
		schedule
	})), ...idle]);
	return {
		lines,
		total: lines.reduce((sum, { month }) => sum + (typeof month === "number" ? month : 0), 0),
		unknown: lines.flatMap(({ month }) => typeof month === "number" ? [] : month.unknown),
		elsewhere: [...new Set(hosts.flatMap(({ paidBy }) => paidBy === void 0 ? [] : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(paidBy)))],
		cheaper: own.map(({ instanceType }) => cheaperChoice(instanceType, prices, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.en)(schedule))).find((choice) => choice !== void 0),
		prices: {
			region: prices.region,
			date: prices.date,
			source: prices.source
		}
	};
}
function linesOf(host, { prices, schedule }) {
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
/** What costs only while the host runs. */
function partOf(schedule, line) {
	if (schedule === void 0) return line;
	const { what, month } = line;
	const hours = Number((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tn)(schedule).toFixed(1));
	return {
		...line,
		what: `${what} for ${hours} hours a week`,
		month: typeof month === "number" ? month * (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.en)(schedule) : month
	};
}
/** US dollars a month. */
function instanceMonth(instanceType, { instances, region }) {
	const hour = instances.get(instanceType);
	return hour === void 0 ? { unknown: `no price is known for ${instanceType} in ${region}` } : hour * 730;
}
/** US dollars a month, for a gp3 volume without extra throughput. */
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
/** The hosts after a deploy: the staying ones, and those to launch. */
function plannedHosts(plans, spec) {
	return plans.map((plan) => {
		const host = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan);
		if (host !== void 0) return {
			...billedHost(host, spec.service),
			running: true,
			...spec.elasticIp && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, spec.service) ? { address: "elastic" } : {}
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
/** An existing host as it is, with the size of its volume. */
function billedHost(host, service) {
	const { instanceType, volumeGiB, publicIp, elasticIp, madeFor } = host;
	return {
		instanceType,
		running: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.St)(host),
		spot: host.spot,
		volumeGiB,
		address: elasticIp ? "elastic" : publicIp === void 0 ? "none" : "public",
		paidBy: madeFor === void 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service) ? void 0 : madeFor
	};
}
/** How many of the service's Elastic IPs no host has after a deploy: new hosts take them first. */
function idleAfter(addresses, plans, spec) {
	const kept = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan)?.publicIp ?? []);
	const free = addresses.filter((address) => !kept.includes(address)).length;
	if (!spec.elasticIp) return plans.some(({ kind }) => kind === "replace") ? 0 : free;
	return Math.max(0, free - plans.filter((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.f)(plan) || (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan)?.elasticIp === false).length);
}
// src/steps/cost/estimate-cost.ts
/** What the hosts cost in a month after a deploy by these plans. */
async function estimateAfter(ctx, plans) {
	const { config, prices } = ctx;
	const staying = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan) ?? []);
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
/** What the hosts cost in a month if they stay as they are. */
async function estimateNow(ctx, hosts) {
	const { config, prices } = ctx;
	const [list, sized, addresses] = await Promise.all([
		prices.of(config.region),
		withSizes(ctx, hosts),
		addressesOf(ctx)
	]);
	const idleAddresses = addresses.filter((address) => hosts.every(({ publicIp }) => publicIp !== address)).length;
	return monthlyCost(sized.map((host) => billedHost(host, config.service)), {
		prices: list,
		idleAddresses,
		schedule: config.schedule
	});
}
async function withSizes({ hosts }, of) {
	const sizes = await hosts.volumeSizes(of.flatMap(({ rootVolume }) => rootVolume ?? []));
	return of.map((host) => ({
		...host,
		volumeGiB: sizes.get(host.rootVolume ?? "")
	}));
}
function measuredPlan(plan, sized) {
	if (plan.kind === "launch") return plan;
	const found = sized.find(({ id }) => id === (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.h)(plan)?.id);
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



/***/ }),

/***/ 9107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ programLines),
/* harmony export */   n: () => (/* binding */ orderLines),
/* harmony export */   r: () => (/* binding */ packedOrder),
/* harmony export */   t: () => (/* binding */ LIMIT)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

// src/domain/order/base85.ts
/** The 85 printable characters that neither a shell nor JSON nor SSM escapes: see `DIGITS` in host/bootstrap.py. */
var DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((digit) => !`"&'<>\\\`{}`.includes(digit));
/** Encodes four bytes as five digits, most significant first, and n bytes at the end as n + 1 digits: 25% more, while base 64 needs 33%. */
function base85(bytes) {
	const spare = -bytes.length & 3;
	const padded = Buffer.concat([bytes, Buffer.alloc(spare)]);
	const text = Array.from({ length: padded.length / 4 }, (_, at) => digits(padded.readUInt32BE(at * 4))).join("");
	return text.slice(0, text.length - spare);
}
function digits(word) {
	const at = (power) => DIGITS[Math.floor(word / power) % 85] ?? "";
	return at(85 ** 4) + at(85 ** 3) + at(7225) + at(85) + at(1);
}
// src/domain/order/host-command.ts
/** A command's share of it. The rest is for the document's own text, and for undocumented overhead of SSM. */
var LIMIT = 6e4;
var LINE = 1e3;
/** Characters of the program per command, which leave a third of SSM's limit free. */
var PART = 36e3;
/** Reports, in the host program's format, what prevents the program from running. */
var NO_PYTHON = JSON.stringify({
	outcome: "failed",
	cause: "host-unfit",
	detail: "python3 is missing: install Python 3.9 or newer on the host"
});
/** The lines of the SSM command that makes a host carry out an order with the program it has. */
function orderLines(program, order) {
	return lines(program, order.verb, {
		text: packedOrder(order),
		part: 0,
		parts: 0
	});
}
/** The lines of the SSM commands, in order, that bring the program to a host. */
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
	return base85((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.deflateSync)(JSON.stringify(order), { level: 9 }));
}
/**
* The agent writes the lines to a file and runs it with `sh -c FILE`. The shell stops reading at `exec`; the lines below are for Python, and
* contain no character that is special to the shell, JSON or SSM's `{{ }}`.
*/
function lines({ bootstrap, sha256 }, title, { text, part, parts }) {
	return [
		"#!/bin/sh",
		`# docker-to-ec2 ${title}`,
		`command -v python3 >/dev/null || { echo '${NO_PYTHON}'; exit 1; }`,
		...`exec python3 -I -S -c "${escaped(bootstrap)}" "$0" ${sha256} ${text.length} ${part} ${parts}`.split("\n"),
		...chunks(text, LINE)
	];
}
/** A text between double quotes of a shell, where its own single quotes need no escape. */
function escaped(text) {
	return text.replaceAll(/[\\"$`]/g, String.raw`\$&`);
}
function chunks(text, size) {
	return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}



/***/ }),

/***/ 1516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ platformOf),
/* harmony export */   i: () => (/* binding */ platform),
/* harmony export */   n: () => (/* binding */ isDigest),
/* harmony export */   o: () => (/* binding */ readManifest),
/* harmony export */   r: () => (/* binding */ isRecord),
/* harmony export */   t: () => (/* binding */ digest)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/domain/image/manifest.ts
/** The only algorithm by which hosts pull: https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
var digest = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^sha256:[0-9a-f]{64}$/));
/** More than any image has, and few enough to query a registry about each. */
var MOST_ENTRIES = 64;
var MOST_LAYERS = 1e3;
/** The lists of a manifest contain objects. */
var DEEPEST = 8;
/** Fields of an image. A manifest with these and the fields of an index is ambiguous: its reader decides. */
var OF_IMAGES = [
	"config",
	"layers",
	"fsLayers"
];
/** Whether a registry returned something that can be a digest. */
function isDigest(text) {
	return (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.u)(digest, text);
}
/** Platform of an image. `undefined`: it does not say, so any host may choose it. */
var platform = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	os: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	architecture: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
});
/** `urls`: where to find a layer that no registry has, such as the base of Windows images. `size`: bytes. */
var blob = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	size: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
	mediaType: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()),
	urls: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()))
});
var KIND = "vnd.docker.reference.type";
var entry = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	platform: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(platform),
	annotations: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ [KIND]: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()) }))
});
/** For an index: its images. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
var MANIFEST = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	config: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(blob),
	layers: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(blob), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(MOST_LAYERS))),
	manifests: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(entry), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(MOST_ENTRIES)))
});
/** `undefined` for something that is no manifest, is larger than any image, or is ambiguous to a host. */
function readManifest(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)((value) => isUnambiguous(text, value)), MANIFEST), text);
}
/** `linux/amd64`; `undefined` if it does not say. */
function platformOf(one) {
	return one?.os === void 0 || one.architecture === void 0 ? void 0 : `${one.os}/${one.architecture}`;
}
/** Whether an entry describes an image instead of being one: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function isRecord({ platform: of, annotations }) {
	return annotations?.[KIND] === "attestation-manifest" && platformOf(of) === "unknown/unknown";
}
/**
* Whether a manifest is unambiguous: no object in it has two fields of one name, and it is not both an index and an image. Docker ignores the case
* of names, and of duplicates it takes the last, or merges them: https://pkg.go.dev/encoding/json#Unmarshal
*/
function isUnambiguous(text, value) {
	return (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []).filter((one) => one.endsWith(":")).length === namesIn(value, DEEPEST) && isOneKind(value);
}
/** A schema whose fields are all optional also accepts lists. */
function isOneKind(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	return !("manifests" in value) || OF_IMAGES.every((name) => !(name in value));
}
/** The distinct names of fields, object by object; NaN if the nesting is deeper than in any manifest. */
function namesIn(value, depth) {
	if (typeof value !== "object" || value === null) return 0;
	if (depth === 0) return NaN;
	const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize("NFKC").toLowerCase());
	return Object.values(value).reduce((sum, item) => sum + namesIn(item, depth - 1), new Set(names).size);
}



/***/ }),

/***/ 7820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ wakeHosts),
/* harmony export */   r: () => (/* binding */ warnOutsideSchedule),
/* harmony export */   t: () => (/* binding */ stopHosts)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2625);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5910);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7450);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4786);






// src/domain/host/stopping.ts
/** The clearance to stop hosts, if nobody else needs them: the action launched them for this service, and nothing else is on them. */
function clearToStop(hosts, stakes, service) {
	const foreign = hosts.find((host) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service));
	if (foreign !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the action did not launch ${foreign.id} for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)}, so its schedule does not stop it`, "Leave schedule out, or give the service its own host.");
	const spot = hosts.find((host) => host.spot);
	if (spot !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${spot.id} is a spot instance, which cannot be stopped and started`, "Leave schedule out, or set capacity: on-demand and allow-replacement: true in the next deploy.");
	const shared = stakes.find(({ guests }) => guests.length > 0);
	if (shared !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${shared.hostId} also serves ${shared.guests.join(", ")}, so the schedule does not stop it`, "Move the other services to a host of their own, or leave schedule out.");
	const unknown = stakes.find((stake) => stake.unknown !== void 0);
	if (unknown !== void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`it is not known what else is on ${unknown.hostId}, so the schedule does not stop it: ${unknown.unknown}`, "Bring the host back with command: deploy, and run this again.");
	return { hosts: hosts.map(({ id }) => ({ id })) };
}
// src/steps/power/power.ts
/** For a run that starts hosts, if their schedule does not: they run until it is followed again. */
function warnOutsideSchedule({ config, clock, progress }) {
	const { schedule } = config;
	if (schedule === void 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$t)(schedule, clock.now())) return;
	progress.warn(`schedule: the hosts are scheduled to be stopped until ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(schedule, clock.now())}. A deploy starts its hosts, and the next run of command: schedule stops them again.`);
}
/** Stops hosts of the service for a while, if nobody else needs them. Throws what prevents it. */
async function stopHosts(ctx, hosts, record) {
	const clearance = clearToStop(hosts, await (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, hosts, record), ctx.config.service);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(clearance);
	for (const host of clearance.hosts) {
		ctx.progress.info(`Stopping ${host.id}`);
		await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, host.id, {
			reached: (state) => state !== "pending",
			what: "to finish starting"
		});
		await ctx.hosts.stop(host);
	}
	await Promise.all(clearance.hosts.map(({ id }) => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, id, {
		reached: (state) => state === "stopped",
		what: "to stop"
	})));
}
/** Starts stopped hosts, and waits until the service answers on them: the host itself brings back what served. Returns the hosts as they are then. */
async function wakeHosts(ctx, hosts, record) {
	const started = await Promise.all(hosts.map((host) => (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, host)));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, started);
	if (record !== void 0) await waitUntilServing(ctx, started);
	return started;
}
function waitUntilServing(ctx, hosts) {
	const { clock, config, progress } = ctx;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_5__.t)({
		clock,
		look: async () => {
			const silent = (await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx, hosts)).find(({ status }) => typeof status === "string" || !status.running || !status.healthy);
			if (silent === void 0) return { ended: void 0 };
			return { waiting: `${silent.host.id}: ${typeof silent.status === "string" ? silent.status : "the service does not answer yet"}` };
		},
		limit: config.hostTimeout * 1e3,
		every: 3e3,
		onWait: (what, since) => progress.waiting(`the service after the start (${what})`, since),
		onLimit: (what) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("host-timeout", `${what}, ${config.hostTimeout} s after the start of the host`, { hint: "Run command: restart, or deploy again. Raise host-timeout if the service only needs longer to start." });
		}
	});
}



/***/ }),

/***/ 6277:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pricesIn)
/* harmony export */ });
// src/domain/cost/price-list.ts
var SMALL_SIZES = new Map(Object.entries({
	nano: 1 / 16,
	micro: 1 / 8,
	small: 1 / 4,
	medium: 1 / 2,
	large: 1
}));
/** How many times the price of `large` a size costs; `undefined` for a size with a price of its own, such as `metal`. */
function sizeFactor(size) {
	const multiple = /^(\d*)xlarge$/.exec(size);
	return multiple ? 2 * Number(multiple[1] || 1) : SMALL_SIZES.get(size);
}
/** The prices of one region; none of another region stands in for a missing one. */
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



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6723);





// src/steps/orders/query-status.ts
/** Asks all hosts in SSM's reach with one command. */
async function queryStatus(ctx, hosts) {
	const agents = await agentsOf(ctx, hosts);
	const online = hosts.flatMap(({ id, state }) => state === "running" && agents.get(id)?.kind === "online" ? [id] : []);
	const answers = online.length === 0 ? [] : await ask(ctx, online);
	return hosts.map((host) => {
		const answer = answers.find(({ hostId }) => hostId === host.id);
		if (answer !== void 0) return statusOf(ctx, host, answer.result);
		return unheard(host, host.state === "running" ? "SSM cannot reach the host" : `the host is ${host.state}`, agents.get(host.id)?.kind === "unknown" ? "nothing" : "all");
	});
}
async function agentsOf({ remote }, hosts) {
	const ids = hosts.filter(_start_js__WEBPACK_IMPORTED_MODULE_0__.St).map(({ id }) => id);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_2__.o
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
	const key = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.gr),
		findings: findings ?? [],
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



/***/ }),

/***/ 1929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refuseTaken),
/* harmony export */   c: () => (/* binding */ commitsTagged),
/* harmony export */   d: () => (/* binding */ releaseName),
/* harmony export */   i: () => (/* binding */ releaseArtifact),
/* harmony export */   l: () => (/* binding */ semverOfCommit),
/* harmony export */   n: () => (/* binding */ ARTIFACT_TYPE),
/* harmony export */   o: () => (/* binding */ releaseNamed),
/* harmony export */   r: () => (/* binding */ SPECIFICATION_TYPE),
/* harmony export */   s: () => (/* binding */ releaseDocument),
/* harmony export */   t: () => (/* binding */ readSpecification),
/* harmony export */   u: () => (/* binding */ versionTags)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);




// src/domain/release/release.ts
/** Names a release. The hash covers whatever requires a new container: the digest, and the settings of its identity. */
function releaseName(commit, digest, spec) {
	const identity = JSON.stringify([digest, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.On)(spec)]);
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
}
// src/domain/version/version-tags.ts
/** The version tags, highest first. */
function versionTags(tags) {
	return tags.flatMap((tag) => {
		const version = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(tag.name);
		return version === void 0 ? [] : [{
			...tag,
			version
		}];
	}).toSorted((a, b) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.zt)(b.version, a.version));
}
/** The highest version tag of a commit. */
function semverOfCommit(tags, commit) {
	return versionTags(tags).find((tag) => tag.commit === commit)?.version.text;
}
/** The commits with a version's tag, without duplicates: `v1.4.0` and `1.4.0` are the same version. */
function commitsTagged(tags, semver) {
	return [...new Set(versionTags(tags).flatMap(({ version, commit }) => version.text === semver ? [commit] : []))];
}
// src/domain/release/release-document.ts
/** The addresses of an external proxy. */
var LOOPBACK = "127.0.0.1/32";
function releaseDocument({ service, release, login = "", vpc, runUrl }) {
	const { name, digest, image, commit, spec } = release;
	const given = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Mn)(spec["trusted-proxies"], vpc);
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
		docker: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Dn)(spec),
		trusted
	};
}
/** Does not validate the settings: if their hash gives the release's name, they are the release's own. */
var settings = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.i)((spec) => typeof spec === "object" && spec !== null && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.En)(Object.keys(spec)));
var DOCUMENT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	name: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	digest: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	image: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	login: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	spec: settings
});
/**
* The inverse of `releaseDocument`. `undefined` for an invalid document, one that needs more than this version knows, and one that does
* not match its name, a hash of image and specification.
*/
function readDocument(value) {
	const document = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(DOCUMENT, value);
	return document !== void 0 && isNamed(document) ? {
		...document,
		spec: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.jn)(document.spec)
	} : void 0;
}
/** An invalid value may have no name. */
function isNamed({ name, commit, digest, spec }) {
	try {
		return releaseName(commit, digest, spec) === name;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}
// src/domain/rollout/named-release.ts
/** The release of a version: the one recorded under it, or else the one of its commit. `history`: versions of a record, newest first. */
function releaseNamed(naming, history) {
	const { version, tagged = [] } = naming;
	const commits = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(version) ? [version] : tagged;
	const recorded = history.filter(({ semver }) => semver === version);
	const [newest, ...others] = recorded.length > 0 ? recorded : history.filter(({ commit }) => commits.includes(commit));
	if (newest === void 0) return refuseUnknown(naming, history);
	const another = others.find(({ digest }) => digest !== newest.digest);
	return another === void 0 ? newest : refuseAmbiguous(naming, newest, another);
}
function refuseUnknown({ version, tagged, environment }, history) {
	const known = [...new Set(history.flatMap(({ semver }) => semver ?? []))].join(", ");
	const there = known === "" ? "" : `; these versions are: ${known}`;
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(version)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`commit ${version.slice(0, 8)} is not verified in ${environment}${there}`, deployThere(environment));
	if (tagged === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} is not recorded in ${environment}${there}; GitHub does not say which commit has this tag`, "Give the job contents: read, or name the release in the input release (command: status lists them).");
	const [commit] = tagged;
	return commit === void 0 ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} is neither recorded in ${environment} nor a tag of the repository${there}`, "Check the input version, or push the tag.") : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} is commit ${commit.slice(0, 8)}, which is not verified in ${environment}${there}`, deployThere(environment));
}
function deployThere(environment) {
	return `Deploy this commit to ${environment} first, and run this again.`;
}
function refuseAmbiguous({ version, environment }, one, other) {
	const both = [one, other].map(({ release, digest }) => `${release} (${digest})`).join(" and ");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} names two digests in ${environment}: ${both}`, "Name one of them in the input release.");
}
/** Refuses a version for a second digest. `digest`: empty until the image is built. */
function refuseTaken(version, digest, holder) {
	if (holder === void 0 || holder.digest === digest) return void 0;
	const ours = digest === "" ? "this run would build another image" : `this release is ${digest}`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`${version} already names ${holder.digest} (${holder.where}), but ${ours}`, "Choose a version that is not taken, such as the next one (next-version proposes it), or promote the release that has this one.");
}
// src/domain/release/release-artifact.ts
/** The artifact type by which a registry lists the specification among the artifacts of an image. */
var ARTIFACT_TYPE = "application/vnd.docker-to-ec2.release.v1";
/** Media type of the specification. */
var SPECIFICATION_TYPE = `${ARTIFACT_TYPE}+json`;
function releaseArtifact({ name, digest, commit, spec }) {
	const text = JSON.stringify({
		name,
		digest,
		commit,
		spec
	});
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(text).digest("hex").slice(0, 8);
	return {
		tag: `${_image_js__WEBPACK_IMPORTED_MODULE_2__.i}${name}-${hash}`,
		text
	};
}
/** `readDocument` validates the rest. */
var ANY_OBJECT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.p)({});
/**
* Reads the release in a specification. Only the record decides where its image is, because credentials go there. `undefined` for a text that this
* version does not fully understand, or that is not the recorded release.
*/
function readArtifact(text, { release: name, digest, commit, image, login }) {
	const release = readDocument({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(ANY_OBJECT, text),
		image,
		login
	});
	return release?.name === name && release.digest === digest && release.commit === commit ? release : void 0;
}
// src/steps/record/read-specification.ts
/**
* Reads the specification that a record points to, by its digest. `repositories`: those of the record's own account and region;
* only their registry gets credentials.
*/
async function readSpecification({ artifacts }, recorded, repositories) {
	const { artifact } = recorded;
	if (artifact === void 0) return "gone";
	const place = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(artifact);
	const credentials = await repositories.credentials();
	if (place.registry !== credentials.registry) return "elsewhere";
	const text = await artifacts.read(place, credentials);
	return text === void 0 ? "gone" : readArtifact(text, recorded) ?? "unreadable";
}



/***/ }),

/***/ 3814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ splitVolumes),
/* harmony export */   a: () => (/* binding */ assertNoConcurrentRelease),
/* harmony export */   b: () => (/* binding */ releaseOf),
/* harmony export */   c: () => (/* binding */ isLive),
/* harmony export */   d: () => (/* binding */ releaseOrder),
/* harmony export */   f: () => (/* binding */ refuseBuilt),
/* harmony export */   g: () => (/* binding */ changesNothing),
/* harmony export */   h: () => (/* binding */ activeWords),
/* harmony export */   i: () => (/* binding */ assertApprovedPlan),
/* harmony export */   l: () => (/* binding */ refuseData),
/* harmony export */   m: () => (/* binding */ assertNotOlder),
/* harmony export */   n: () => (/* binding */ wantedByPromotion),
/* harmony export */   o: () => (/* binding */ planFacts),
/* harmony export */   p: () => (/* binding */ bringImage),
/* harmony export */   r: () => (/* binding */ keepSize),
/* harmony export */   s: () => (/* binding */ refusedFacts),
/* harmony export */   t: () => (/* binding */ wantedByInputs),
/* harmony export */   u: () => (/* binding */ snapshotDeploy),
/* harmony export */   v: () => (/* binding */ planHash),
/* harmony export */   x: () => (/* binding */ cautionsOf),
/* harmony export */   y: () => (/* binding */ nameOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _build_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1187);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1516);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3048);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3535);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8929);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2625);
/* harmony import */ var _read_specification_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1929);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5933);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5128);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5910);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3706);
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(4221);
/* harmony import */ var _estimate_cost_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8289);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4786);
/* harmony import */ var _cut_over_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8056);
/* harmony import */ var _host_command_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9107);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3593);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_15___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_15__);




















// src/domain/plan/cautions.ts
/** Legitimate settings that whoever orders the release should know about. */
function cautionsOf(spec) {
	return spec["basic-auth"] !== void 0 && isPlain(spec) ? ["basic-auth: visitors can send passwords over HTTP, where others can read them; set tls with https-redirect, or name the balancer that ends TLS in trusted-proxies"] : [];
}
/** Whether visitors can use HTTP, as far as this action knows. */
function isPlain(spec) {
	if (spec["external-proxy"] || spec["trusted-proxies"].length > 0) return false;
	return spec.tls === "off" || !spec["https-redirect"];
}
// src/domain/release/wanted.ts
/** The wanted release with its image. */
function releaseOf(wanted, { digest, reference }) {
	const { commit, spec } = wanted;
	return {
		name: nameOf(wanted, digest),
		digest,
		image: reference,
		commit,
		spec
	};
}
function nameOf({ commit, spec }, digest) {
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.d)(commit, digest, spec);
}
// src/domain/plan/hash.ts
/** The parts after `v1`, in order. The last one is the name of the live release, or `none`. */
var PARTS = [
	"host",
	"image",
	"release",
	"configuration",
	"names",
	"live"
];
/**
* The approved plan as one short word: `v1.<host>.<image>.<release>.<configuration>.<names>.<live>`. One part for each thing that can change
* between a plan and its deploy, so that the deploy can say which one did.
*/
function planHash(facts) {
	const parts = partsOf(facts);
	return ["v1", ...PARTS.map((name) => parts[name])].join(".");
}
/** What has changed since the plan was approved, a sentence each; empty if nothing has. */
function changesSince(approved, facts) {
	const [, ...then] = approved.split(".");
	const now = partsOf(facts);
	return PARTS.flatMap((name, at) => then[at] === now[name] ? [] : [sentence(name, then[at] ?? "", facts)]);
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
		host: hash([...place, hostsIdentity(facts)]),
		image: hash([...place, imageIdentity(facts.image)]),
		release: hash([
			...place,
			release.commit,
			release.migration,
			...verifiedIdentity(release)
		]),
		configuration: hash([
			...place,
			(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.On)(configuration),
			(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.An)(configuration),
			proxyImage
		]),
		names: hash([...place, facts.names.map(nameIdentity)]),
		live: record?.release ?? "none"
	};
}
function hash(identity) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_15__.createHash)("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12);
}
function hostsIdentity({ hostPlan, spec, volumeData }) {
	return hostPlan.kind === "refuse" ? ["refuse", hostPlan.reason] : hostPlan.plans.map((plan) => hostIdentity(plan, spec, volumeData));
}
/** The inputs define a host to launch; the plan is the same whether its role and group exist already. */
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
/** A build's result gets the commit's tag: the plan is the same even if another run was faster. */
function imageIdentity(image) {
	switch (image.kind) {
		case "given": return [image.name, image.digest];
		case "tagged": return [image.repository, image.tag];
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
/** Where a name leads, and in which zone. The plan is the same whether the record exists already. */
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
function sentence(part, then, facts) {
	switch (part) {
		case "host": return `the host: now this run would ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(facts.hostPlan, facts.spec.instanceType)} in ${facts.region} of this account`;
		case "image": return `the image: now it is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(facts.image)}`;
		case "release": return releaseSentence(facts.release);
		case "configuration": return "the configuration: env, secrets or another input of the container or the proxy has changed";
		case "names": return `the names: now this run would ${facts.names.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.A).join("; ") || "leave all of them alone"}`;
		case "live": return `what serves: approved ${then === "none" ? "when nothing served" : `over ${then}`}; now ${liveWords(facts)}`;
	}
}
function releaseSentence({ commit, migration, verified }) {
	const besides = migration ? ", with a migration" : "";
	if (verified) return `what is promoted: now it is ${verified.release} of ${verified.environment}${besides}`;
	return `the commit: now it is ${commit.slice(0, 8)}${besides}`;
}
function liveWords({ record }) {
	return record ? `${record.release} serves, deployed by ${record.actor} in ${record.runUrl}` : "nothing is recorded";
}
// src/domain/release/secret-changes.ts
var NO_SECRET_CHANGES = {
	changed: [],
	unknown: []
};
/** References whose versions are worth looking up: those of variables that the live release has, too. */
function comparedSecrets(spec, record) {
	const deployed = new Map(Object.entries(record?.secrets ?? {}));
	return new Map(sourcesOf(spec).filter(([name]) => deployed.has(name)));
}
/** The references of all secrets that a host reads: by variable; for the proxy's secrets, by a name that no variable has. */
function sourcesOf({ secrets, tls = "", "acme-account": account, "basic-auth": door }) {
	const ofProxy = {
		"tls (input)": (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.kt)(tls),
		"acme-account (input)": account,
		"basic-auth (input)": door
	};
	return [...Object.entries(secrets), ...Object.entries(ofProxy)].flatMap(([name, source]) => source ? [[name, source]] : []);
}
/** `current`: by reference, such as `ssm:/path`. */
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
// src/domain/data/split-data.ts
/** Data that each of several hosts would write for itself, unseen by the others. */
function splitVolumes({ service, hosts, volumes, declared }) {
	if (hosts < 2) return [];
	const given = volumes.map((volume) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dt)(volume).path);
	const images = declared.filter((path) => !given.includes(path)).map((path) => ({
		name: "",
		path
	}));
	return [...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.H)(service, volumes), ...images];
}
function refuseSplitData(shared) {
	const split = splitVolumes(shared);
	if (split.length === 0 || shared.volumeData.includes("each-host-its-own")) return void 0;
	return {
		reason: `each of ${shared.hosts} hosts would have its own data in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.V)(split)}`,
		hint: "Use one host, mount them read-only (:ro), or set volume-data: each-host-its-own if the application expects this."
	};
}
// src/domain/data/spot-data.ts
/** Data on a spot instance ends with it, at a time that AWS chooses. `spot`: whether a host is one, or is to be launched as one. */
function refuseSpotData(shared, spot) {
	const volumes = spot ? splitVolumes({
		...shared,
		hosts: 2
	}) : [];
	if (volumes.length === 0 || shared.volumeData.includes("discarded")) return void 0;
	return {
		reason: `AWS can take a spot instance back at any time, and the data in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.V)(volumes)} would be lost with it`,
		hint: "Set capacity: on-demand, mount them read-only (:ro), or set volume-data: discarded if the data may be lost."
	};
}
// src/domain/container/own-folders.ts
/** Folders of the host program and the proxy on a host; /var/run is /run. */
var OWN = [
	"/var/lib/docker-to-ec2",
	"/run/docker-to-ec2",
	"/var/run/docker-to-ec2"
];
/**
* A container with the proxy's socket or files would control all services of the host. The same holds for a parent folder, unless that is the
* whole host. `volumes`: the input.
*/
function refuseOwnFolders(volumes) {
	const given = volumes.map((volume) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dt)(volume).source).filter((source) => source.startsWith("/"));
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
/** The path without `.`, `..` and doubled slashes. */
function straight(path) {
	const names = [];
	for (const name of path.split("/")) if (name === "..") names.pop();
	else if (name !== "" && name !== ".") names.push(name);
	return `/${names.join("/")}`;
}
// src/domain/plan/changes-nothing.ts
/**
* Whether a deploy would build, launch, repair and release nothing, by the record and the answers of the hosts. Such a deploy needs neither the
* lease nor an approval, and its plan is `unchanged`.
*/
function changesNothing(compared) {
	const { hostPlan, record, release, configuration, secrets, names, drift } = compared;
	if (secrets.changed.length > 0 || drift.length > 0 || names.some(_start_js__WEBPACK_IMPORTED_MODULE_0__.L)) return false;
	if (hostPlan.kind !== "hosts" || record === void 0 || record.release !== release) return false;
	if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_8__.p)(record, configuration)) return false;
	return hostPlan.plans.every((plan) => stays(plan, {
		...compared,
		record
	}));
}
/** Whether a host already serves the release, and stays as it is. */
function stays(plan, { record, spec }) {
	return plan.kind === "reuse" && (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.u)(plan.host, spec, record);
}
// src/domain/cost/limit.ts
/** `limit`: US dollars a month; it is compared with what plans show, to the cent. What has no known price is above any limit. */
function refuseCost({ total, unknown, cheaper, prices }, limit) {
	if (unknown.length > 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`max-monthly-cost is $${limit}, but ${unknown.join(", and ")} (list prices of ${prices.date})`, "Choose an instance-type and a region with known prices, or leave max-monthly-cost out.");
	const shown = total.toFixed(2);
	if (Number(shown) <= limit) return void 0;
	const instead = cheaper === void 0 ? "" : `instance-type: ${cheaper.instanceType} saves about ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(cheaper.saves)} for each host. `;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`the hosts would cost about $${shown} a month, more than max-monthly-cost: ${limit}`, `${instead}Choose a smaller instance-type or volume-size, or fewer instances, or raise max-monthly-cost.`);
}
// src/domain/rollout/alarms.ts
/** Alarms that were active before a release cannot judge it. */
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
/** The active alarms, and why; `undefined`: none. Insufficient data does not count. */
function activeWords(names, states) {
	const active = names.flatMap((name) => {
		const seen = states.get(name);
		return seen?.state === "ALARM" ? [`${name}${seen.reason === "" ? "" : ` (${seen.reason})`}`] : [];
	});
	return active.length === 0 ? void 0 : active.join("; ");
}
// src/steps/snapshot/commit-order.ts
/** How a commit relates to the live one, if GitHub knows. */
async function compareWithLive({ commits: github, progress }, commit, live) {
	if (live === "" || live === commit) return void 0;
	const comparison = await github.compare(live, commit);
	if (comparison === void 0) {
		const commits = `${commit.slice(0, 8)} is newer than ${live.slice(0, 8)}, which is live`;
		progress.info(`GitHub does not say whether ${commits}; continuing. It answers jobs with contents: read, for commits that it has`);
	}
	return comparison;
}
/** Refuses an ancestor of the live commit. */
async function assertNotOlder(ctx, commit, live) {
	const comparison = await compareWithLive(ctx, commit, live);
	const refusal = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_16__.n)(commit, live, comparison?.relation, ctx.config.guards);
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(refusal);
}
// src/domain/image/dockerfile.ts
var UNKNOWN_DOCKERFILE = {
	own: [],
	base: void 0
};
/** Reads the labels and the base image of a stage, and of the stages that it starts from. */
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
/** A stage can start only from one before it. */
function indexOf(stages, name, before) {
	const named = stages.slice(0, before).findLastIndex((stage) => stage.name === name.toLowerCase());
	return named < 0 && /^\d+$/.test(name) && Number(name) < before ? Number(name) : named;
}
function baseOf(from) {
	if (!/^[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/.test(from) || from === "scratch") return void 0;
	const { registry, repository, tag, digest } = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(from);
	const named = tag ?? (digest === void 0 ? "latest" : void 0);
	return {
		name: `${registry}/${repository}${named === void 0 ? "" : `:${named}`}`,
		...digest !== void 0 && { digest }
	};
}
/**
* Each instruction on one line, without comments and the contents of here-documents.
* https://docs.docker.com/reference/dockerfile/#format
*/
function instructionsOf(text) {
	const lines = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.$n)(text).split(/\r?\n/);
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
/** From the parser directive, which only other directives may precede. */
function escapeOf(lines) {
	for (const line of lines) {
		const [, name, value] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
		if (name === void 0) break;
		if (name.toLowerCase() === "escape" && value === "`") return "`";
	}
	return "\\";
}
/** The last line of the here-documents that an instruction begins. */
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
	return instructions.flatMap(({ keyword, rest }, at) => {
		if (keyword !== "FROM") return [];
		const [from = "", as, name] = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
		const next = instructions.findIndex((one, index) => index > at && one.keyword === "FROM");
		const labels = instructions.slice(at + 1, next < 0 ? void 0 : next).flatMap((one) => one.keyword === "LABEL" ? labelNames(one.rest) : []);
		return [{
			name: as?.toUpperCase() === "AS" ? (name ?? "").toLowerCase() : "",
			from: unquoted(from),
			labels
		}];
	});
}
var WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g;
/** `LABEL a=1 "b"="2 3"`, or the old form `LABEL a 1`. */
function labelNames(rest) {
	const words = rest.match(WORD) ?? [];
	const [first = ""] = words;
	return (first.includes("=") ? words.filter((word) => word.includes("=")) : [first]).map((word) => unquoted(word.split("=")[0] ?? ""));
}
/** The arguments before the first stage, the only ones that `FROM` knows. */
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
var VARIABLE = /\$(?:(\w+)|\{(\w+)(?::-([^{}]*))?\})/g;
/** `undefined` for a variable without a value here, such as the builder's own, and for other forms than `$A`, `${A}` and `${A:-default}`. */
function expanded(text, args) {
	let known = true;
	const result = text.replace(VARIABLE, (_, bare, braced, otherwise) => {
		const value = args.get(bare ?? braced ?? "") || otherwise;
		known &&= value !== void 0;
		return value ?? "";
	});
	return known && !result.includes("$") ? result : void 0;
}
function unquoted(word) {
	return word.replace(/^(["'])(.*)\1$/, "$2");
}
// src/domain/image/labels.ts
var PREFIX = "org.opencontainers.image.";
/**
* Labels of an image, without those that its Dockerfile sets; a label of the base image is replaced, because it describes another image. They depend
* on the commit, the tag, and the repository's description and license, so building a commit again gives the same ones: `created` is the time of
* the commit, not of the build. `ref.name` is not among them: it is for descriptors of an image layout only.
* https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
*/
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
/** The digest of a moving tag is known only after the build, so it is not a label; the provenance has it. */
function baseLabels({ name, digest }) {
	return {
		"base.name": name,
		...digest !== void 0 && { "base.digest": digest }
	};
}
// src/steps/image/inspect-image.ts
/** Reads the image's properties from the registry, and refuses an image that the host could not run. */
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("wrong-platform", `${image} is for ${has.join(", ")}, but the host needs ${needs}`, { hint: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.` });
}
// src/steps/image/promoted-image.ts
/**
* The image of another environment's release: used in place if that is the service's own repository, and copied there by
* digest otherwise. An image outside of ECR is public, and stays where it is.
*/
async function findPromoted(ctx, release, { platform, record }) {
	const known = servedAlready(ctx, release, record);
	if (known) return {
		kind: "image",
		image: known
	};
	const place = {
		image: (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(release.image),
		credentials: void 0
	};
	const target = release.login === "" ? {
		...place,
		holds: true,
		repository: true
	} : await targetOf(ctx, release);
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
	const image = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(name);
	const credentials = await source.repositories.credentials();
	return {
		image,
		credentials: (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.s)(image.registry, credentials.registry) ? {
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
/** The host has the image, so no registry needs to be asked. */
function servedAlready({ config }, { image, digest, login }, record) {
	if (record?.digest !== digest) return void 0;
	return (login === "" ? record.image === image : (0,_record_js__WEBPACK_IMPORTED_MODULE_8__.l)(record, config.image.repository)) ? (0,_record_js__WEBPACK_IMPORTED_MODULE_8__.i)(record) : void 0;
}
function isSame(one, other) {
	return one.registry === other.registry && one.repository === other.repository;
}
/** The target of the copy. A tag never stands for two contents: if the commit was built here, too, the copy's tag contains the digest. */
async function targetOf(ctx, { image, digest, commit }) {
	const { repository } = ctx.config.image;
	const credentials = await ctx.repositories.credentials();
	const source = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(image);
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
		targetOf(ctx, release),
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
/** The existing image: the promoted one, the one that the input names, or the one with the commit's tag; otherwise, why the run must bring it. */
async function findImage(ctx, input) {
	const { wanted } = input;
	if (wanted.kind === "promoted") return findPromoted(ctx, wanted.from.release, input);
	if (wanted.kind === "given") return {
		kind: "image",
		image: await existingImage(ctx, wanted.image, input.platform)
	};
	return findBuilt(ctx, await sourceOf(ctx, input), input);
}
/** The latest image of this commit and content; for `rebuild`, the next free tag. */
async function findBuilt(ctx, source, input) {
	const { repository, rebuild } = ctx.config.image;
	const tags = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.u)(source.tag);
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
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)({
		reason: `rebuild: this commit was built ${tags.length} times`,
		hint: "Deploy another commit, such as an empty one."
	});
}
/** What this run would build, and the tag of the result. */
async function sourceOf({ config, checkout, progress }, { wanted: { commit }, platform }) {
	const content = await checkout.content() ?? _build_files_js__WEBPACK_IMPORTED_MODULE_2__.t;
	const { differences, identity } = content;
	if (differences.length > 0) progress.info(`Changed since commit ${commit.slice(0, 8)}, so part of the image's tag: ${(0,_build_files_js__WEBPACK_IMPORTED_MODULE_2__.r)(differences)}`);
	const platforms = platformsOf(config, platform);
	return {
		tag: (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.o)(commit, {
			...config.image,
			platforms,
			content: identity
		}),
		content,
		platforms,
		sbom: await sbomOf({
			config,
			checkout
		})
	};
}
/** A plan builds nothing, so its job need not have a checkout. */
async function sbomOf({ config: { command, image }, checkout }) {
	return command === "plan" || image.sbom === void 0 ? void 0 : checkout.sbom(image.sbom);
}
/** Brings a missing image: copies it if another environment has it, and builds it otherwise. */
function bringImage(ctx, input) {
	const { wanted } = input;
	return wanted.kind === "promoted" ? copyPromoted(ctx, wanted.from.release, input) : buildImage(ctx, input);
}
/** Builds the commit's image and pushes it. Creates the repository first, unless `complete` says that an earlier run did. */
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
	const image = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(name);
	const found = await inspected(ctx, image, {
		credentials: await ecrCredentials(ctx, image.registry),
		platform,
		built: false
	});
	ctx.progress.info(`${name} is ${found.digest}`);
	return found;
}
/** Credentials if the image is in ECR; a public registry needs none. */
async function ecrCredentials(ctx, registry) {
	if ([
		"docker.io",
		"public.ecr.aws",
		"ghcr.io",
		"quay.io"
	].includes(registry)) return void 0;
	const credentials = await ctx.repositories.credentials();
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.s)(registry, credentials.registry) ? {
		...credentials,
		registry
	} : void 0;
}
/**
* The tag exists, so this commit was built already, and nothing is built or pushed again. That is safe if nobody else can push: the record, which
* only this environment's role writes, shows that it was deployed from there. For any other image, the repository must belong to the environment alone.
*/
async function taggedImage(ctx, found) {
	const { repository, tag, digest, record, platform } = found;
	ctx.progress.info(`${repository}:${tag} is already in the registry: ${digest}`);
	if (record?.digest === digest && (0,_record_js__WEBPACK_IMPORTED_MODULE_8__.l)(record, repository)) return (0,_record_js__WEBPACK_IMPORTED_MODULE_8__.i)(record);
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
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ft)(job, image),
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
/** Another run of the same commit was faster: its image is as valid as ours. */
async function pushedMeanwhile(ctx, { repository, tag, error }) {
	const found = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr && error.code === "tag-exists" ? await ctx.repositories.find(repository, tag) : void 0;
	if (found?.kind !== "image") throw error;
	await ctx.repositories.assertOwn(repository);
	ctx.progress.info(`${repository}:${tag} was pushed by another run in the meantime: ${found.digest}`);
	return { digest: found.digest };
}
// src/domain/provenance/contents.ts
/** Platforms that no Linux host chooses. */
var NO_HOST = [
	"linux/loong64",
	"linux/mips64le",
	"linux/ppc64le",
	"linux/riscv64",
	"linux/s390x",
	"unknown/unknown",
	"windows/amd64"
];
/**
* Platforms that a host of a platform never chooses, in their usual spelling. It may choose any other: other spellings are equal to it
* (`linux/x86_64`), and without anything better it runs the 32 bits of its architecture: https://pkg.go.dev/github.com/containerd/platforms
*/
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
/** `text`: the manifest, whose hash is `digest`. Unless it is an index, it is the only choice. `undefined` if it is no manifest. */
function contentsOf(digest, text, platform) {
	const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__.o)(text);
	if (manifest === void 0) return void 0;
	const { manifests } = manifest;
	if (manifests === void 0) return {
		choices: [digest],
		buildRecords: []
	};
	return {
		choices: manifests.filter((entry) => !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__.r)(entry)).filter((image) => !NEVER_CHOSEN[platform].includes((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__.a)(image.platform) ?? "")).map((image) => image.digest),
		buildRecords: manifests.filter(_manifest_js__WEBPACK_IMPORTED_MODULE_3__.r).map((record) => record.digest)
	};
}
// src/domain/provenance/statement.ts
var PAYLOAD = "application/vnd.in-toto+json";
var STATEMENTS = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
/**
* How an image was built. Other statements that a workflow can sign, such as a list of packages, do not say that:
* https://slsa.dev/spec/v1.0/provenance
*/
var PROVENANCE = ["https://slsa.dev/provenance/v1", "https://slsa.dev/provenance/v0.2"];
/** The limit of `actions/attest` is 1024. */
var MOST_SUBJECTS = 1e4;
var subject = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({ digest: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({ sha256: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.E)(/^[0-9a-f]{64}$/)) }) });
var STATEMENT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.x)({
	_type: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_1__.C)(STATEMENTS),
	predicateType: _start_js__WEBPACK_IMPORTED_MODULE_0__.Jn,
	subject: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Yn)(subject, MOST_SUBJECTS)
});
/** `undefined` for anything else. */
function statementOf({ type, payload }) {
	const statement = type === PAYLOAD ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(STATEMENT, payload) : void 0;
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
	const other = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Gt)(checked.signer, expected);
	return other === void 0 ? {
		kind: "good",
		source,
		signer: checked.signer,
		subjects: statement.subjects
	} : bad(other);
}
/**
* The image's signers: one if the digest itself is attested; otherwise one for each manifest that the host can choose. `undefined`
* if one of them has none.
*/
function attestedBy(digest, { choices }, judged) {
	const signerOf = (one) => judged.flatMap((attestation) => attestation.kind === "good" && attestation.subjects.includes(one) ? [attestation.signer] : [])[0];
	const whole = signerOf(digest);
	if (whole) return [whole];
	const signers = choices.flatMap((choice) => signerOf(choice) ?? []);
	return choices.length > 0 && signers.length === choices.length ? signers : void 0;
}
/** How many reasons a refusal names. */
var TOLD = 5;
function refuseUnattested(image, judged) {
	const reasons = [...new Set(judged.map(reasonOf))];
	const more = reasons.length > TOLD ? [`${reasons.length - TOLD} more`] : [];
	return {
		code: "image-not-attested",
		reason: `${image} has no valid attestation for require-attestation: ${reasons.length === 0 ? "none was found" : [...reasons.slice(0, TOLD), ...more].join("; ")}`,
		hint: "Build the image in a job that runs actions/attest with push-to-registry, and pass the attested digest as the input image (examples/workflows/attested.yml). For a private repository, also set trusted-root."
	};
}
function reasonOf(judged) {
	return `${judged.source}: ${judged.kind === "bad" ? judged.reason : `it is of ${judged.subjects.slice(0, 3).join(", ") || "no image"}`}`;
}
// src/steps/image/attested.ts
/** Checks `require-attestation`: attestations beside the image first, then those that GitHub stores. */
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
/** A basic scan takes seconds, and an enhanced one a few minutes. */
var SCAN_MS = 3e5;
var PAUSE_MS = 5e3;
/** How many findings the log lists. */
var LISTED = 100;
/** Checks `max-severity` against the findings of every manifest that hosts of the platform can choose. */
async function refuseUnsafe(ctx, image) {
	const { maxSeverity } = ctx.config.proof;
	if (maxSeverity === void 0) return void 0;
	const { place, digest, contents, scans } = image;
	const { registry, repository } = place.image;
	const name = `${repository}@${digest}`;
	if (scans === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Kt)(name, `it is in ${registry}, which is not the ECR of this account and region`);
	if (contents.choices.length === 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Kt)(name, "its manifest cannot be understood");
	const found = await Promise.all(contents.choices.map((choice) => scanOf(ctx, scans, {
		repository,
		choice
	})));
	const missing = found.find(({ kind }) => kind !== "complete");
	if (missing) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Kt)(name, missing.kind === "none" ? missing.reason : `its scan is not done after ${SCAN_MS / 1e3} s`);
	return judged(ctx, {
		name,
		max: maxSeverity,
		all: found.flatMap((scan) => scan.kind === "complete" ? scan.vulnerabilities : [])
	});
}
function scanOf({ clock, progress }, scans, { repository, choice }) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_17__.t)({
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
	const severe = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(all, max);
	progress.info(`${name} was scanned: ${all.length} vulnerabilities, of which max-severity: ${max} refuses ${severe.length}`);
	for (const one of severe.slice(0, LISTED)) progress.info(`  ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Yt)(one)}`);
	if (severe.length > LISTED) progress.info(`  and ${severe.length - LISTED} more`);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.qt)(name, severe, max);
}
// src/steps/image/proof.ts
/** Why an existing image must not be deployed, by `require-attestation` and `max-severity`. An image that is still to be built proves nothing yet. */
async function refusalsOfImage(ctx, looked) {
	const { signer, maxSeverity } = ctx.config.proof;
	if (signer === void 0 && maxSeverity === void 0) return [];
	const located = await locate(ctx, looked);
	if (located === void 0) return [];
	const image = await open(ctx, located, looked.platform);
	return (await Promise.all([refuseUnprovenOrigin(ctx, image), refuseUnsafe(ctx, image)])).filter((refusal) => refusal !== void 0);
}
/** Checks a promoted image at its source: attestations and scans are not copied with it. */
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
/** Only ECR gets credentials. */
async function at({ repositories, scans }, { image, digest, login }) {
	const place = {
		...(0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(image),
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
			credentials: (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.s)(place.registry, credentials.registry) ? {
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
/** The same for an image that this run built: the registry started its scan with the push. */
async function refuseBuilt(ctx, image, platform) {
	if (ctx.config.proof.maxSeverity === void 0) return void 0;
	const { reference, digest } = image;
	return refuseUnsafe(ctx, await open(ctx, await at(ctx, {
		image: reference,
		digest,
		login: true
	}), platform));
}
// src/domain/order/deploy-order.ts
/** Seconds without an observation after which a host ends a canary; SSM may need some of them to deliver an observation. */
var CANARY_LEASE = 60;
function deployOrder(spec) {
	const { release, image, canaryShare, leased, base, hosts, volumeData, now, seed = null } = spec;
	return {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_5__.n)("deploy", spec),
		...(0,_cut_over_js__WEBPACK_IMPORTED_MODULE_13__.t)({
			...spec,
			ownRegistry: image.login
		}),
		release: (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.s)({
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
		seed
	};
}
// src/domain/order/command-size.ts
/** The rest of an order's command: the lines that start Python, and a quote and a comma for each line. */
var AROUND = 4500;
/** Size of a command with this order, in bytes. `order` can contain placeholders for unknown parts, such as a digest. */
function commandSize(order) {
	return AROUND + (0,_host_command_js__WEBPACK_IMPORTED_MODULE_14__.r)(order).length;
}
/** The problem of an order that is too large to send; `undefined` if it is not. */
function tooLarge(order, most = 5) {
	const bytes = commandSize(order);
	if (bytes <= 6e4) return void 0;
	const largest = parts(order).map(({ name, without }) => ({
		name,
		bytes: bytes - commandSize(without)
	}));
	return {
		bytes,
		limit: _host_command_js__WEBPACK_IMPORTED_MODULE_14__.t,
		largest: largest.toSorted((one, other) => other.bytes - one.bytes).slice(0, most)
	};
}
/** Parts that a user can shorten, by the names of the inputs. */
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
				docker: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Dn)(spec)
			}
		}
	});
	return _start_js__WEBPACK_IMPORTED_MODULE_0__.wn.flatMap(([name, { told }]) => told === "names" ? lessEach(release.spec[name]).map(([entry, less]) => withSpec(`${name} ${entry}`, {
		...release.spec,
		[name]: less
	})) : withSpec(name, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.jn)({
		...release.spec,
		[name]: void 0
	})));
}
/** Each entry's name, with the map without it. */
function lessEach(map) {
	return Object.keys(map).map((name) => {
		const { [name]: _, ...others } = map;
		return [name, others];
	});
}
function isReleasing(order) {
	return "release" in order && typeof order.release === "object" && order.release !== null && "spec" in order.release;
}
// src/domain/order/refuse-too-large.ts
/** Refuses an order over SSM's limit, and names its largest parts. */
function refuseTooLarge(order) {
	const found = tooLarge(order);
	if (found === void 0) return void 0;
	const largest = found.largest.map(({ name, bytes }) => `${name} (${bytes})`).join(", ");
	return {
		reason: `the command for the hosts would have ${found.bytes} bytes, but SSM accepts ${found.limit}; the largest input is ${largest}`,
		hint: "Move large values into Parameter Store (input secrets) or into the image."
	};
}
// src/steps/orders/release-order.ts
function releaseOrder(ctx, { id, image, wanted, hosts, bases, avoid, vpc, holding }) {
	const { config, clock } = ctx;
	return deployOrder({
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx),
		...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, avoid),
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
		seed: config.preview?.seed
	});
}
/** Stands for an image that is not built yet; the size limit leaves room for the difference. */
var STAND_IN = {
	reference: `registry/repository@sha256:${"0".repeat(64)}`,
	digest: `sha256:${"0".repeat(64)}`,
	login: void 0,
	built: false,
	bytes: 0
};
/** Refuses a configuration that is too large for any command, before anything is built or launched for it. */
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
// src/steps/version/name-release.ts
/**
* Names a release. If the version already names another digest, it is refused if the run asked for it. If it is only the default, as when a tagged commit is
* built again, the release keeps its commit as its name.
*/
async function nameRelease(ctx, naming) {
	const { asked } = ctx.config.versioning;
	const { wanted, digest } = naming;
	if (asked !== void 0 && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(asked)) return {
		semver: void 0,
		refusal: refuseOtherCommit(asked, wanted.commit)
	};
	const semver = asked ?? usualName(naming);
	const refusal = semver === void 0 ? void 0 : (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.a)(semver, digest, await holderOf(ctx, semver, naming));
	if (refusal === void 0) return { semver };
	if (asked !== void 0) return {
		semver,
		refusal
	};
	ctx.progress.warn(`${refusal.reason}, so the version of this release is its commit. To name it, tag it with a version that is not taken.`);
	return { semver: void 0 };
}
/** The tag of the commit, or else the earlier version of a promoted or live release. */
function usualName({ wanted, record, digest, tags = [] }) {
	const before = wanted.kind === "promoted" ? wanted.from.semver : void 0;
	const kept = digest !== "" && record?.release === nameOf(wanted, digest) ? record.semver : void 0;
	return (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.l)(tags, wanted.commit) ?? before ?? kept;
}
function refuseOtherCommit(asked, commit) {
	if (asked === commit) return void 0;
	return {
		reason: `version is commit ${asked.slice(0, 8)}, but the release is made of ${commit.slice(0, 8)}`,
		hint: "Check out the commit that version names, set version to a semantic version, or leave it out."
	};
}
/** What already has the version: the registry knows this for images in the service's own repository, the record for others. */
async function holderOf(ctx, semver, { record, digest }) {
	if (record?.semver === semver && record.digest === digest) return void 0;
	const { service, image } = ctx.config;
	const tag = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(semver);
	const [tagged, history] = await Promise.all([ctx.repositories.find(image.repository, tag), record === void 0 ? [] : ctx.records.history(service, 100)]);
	if (tagged.kind === "image") return {
		digest: tagged.digest,
		where: `the tag ${tag} of ${image.repository}`
	};
	const recorded = (0,_history_js__WEBPACK_IMPORTED_MODULE_18__.t)(semver, history);
	return recorded === void 0 ? void 0 : {
		digest: recorded,
		where: `the record of ${service.environment}`
	};
}
// src/steps/version/propose-version.ts
/** How many tags are tried, highest first, to find an ancestor of the commit: other branches can have higher ones. */
var TRIED = 20;
/** The version that the input `next-version` requests; empty if there is none, with a warning that says why. */
async function proposeVersion(ctx, commit, tags) {
	const { next: scheme } = ctx.config.versioning;
	if (scheme === void 0) return "";
	if (tags === void 0) return without$1(ctx, "GitHub does not list the repository's tags; the job needs contents: read");
	const named = (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.l)(tags, commit);
	if (named !== void 0) return without$1(ctx, `commit ${commit.slice(0, 8)} is ${named} already`);
	const versions = (0,_read_specification_js__WEBPACK_IMPORTED_MODULE_6__.u)(tags);
	if (scheme === "calver") return datedNow(ctx, versions);
	const next = await countedOn(ctx, commit, versions);
	const taken = versions.find(({ version }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ht)(version, next));
	return taken === void 0 ? next : without$1(ctx, `${next} would be next, but ${taken.version.text} is a tag of commit ${taken.commit.slice(0, 8)}, on another branch`);
}
/** A tag can be of a later day, such as one from a clock that was wrong, or of another scheme. */
function datedNow(ctx, versions) {
	const next = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(new Date(ctx.clock.now()), versions.map(({ version }) => version));
	const later = versions.find(({ version }) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Vt)(next, version));
	return later === void 0 ? next : without$1(ctx, `${next} would be next, but the tag ${later.name} is higher`);
}
/** Counts from the highest version among the commit's ancestors. */
async function countedOn(ctx, commit, versions) {
	let prerelease;
	for (const { name, version, commit: tagged } of versions.slice(0, TRIED)) {
		const isFinal = version.prerelease.length === 0;
		if (!isFinal && prerelease !== void 0) continue;
		const since = await ctx.commits.since(tagged, commit);
		if (since === void 0) return without$1(ctx, `GitHub does not say what changed since ${name}`);
		if (since.relation !== "ahead") continue;
		if (isFinal) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Rt)({
			last: version,
			prerelease
		}, since.changes);
		prerelease = version;
	}
	if (versions.some(({ version }) => version.prerelease.length === 0)) return without$1(ctx, `the commit descends from none of the highest ${TRIED} versions`);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Rt)({
		last: void 0,
		prerelease
	}, []);
}
function without$1({ progress }, why) {
	progress.warn(`next-version: none: ${why}.`);
	return "";
}
// src/steps/snapshot/deploy-snapshot.ts
/** Reads the wanted and the current state in parallel. Changes nothing. */
async function snapshotDeploy(ctx, find, stakesOn) {
	const [hosts, wanted] = await Promise.all([(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.o)(ctx), find()]);
	const { hostPlan, record } = hosts;
	const plans = hostPlan.kind === "refuse" ? [] : hostPlan.plans;
	const [comparison, image, secrets, names, stakes, alarms, tags, cost] = await Promise.all([
		compareWithLive(ctx, wanted.commit, record?.commit ?? ""),
		hostPlan.kind === "refuse" ? void 0 : imageFor(ctx, plans, {
			wanted,
			record
		}),
		secretsSince(ctx, wanted, record),
		(0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_12__.i)(ctx, (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_12__.a)(wanted.spec, record, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.c)(plans, ctx.config.host))),
		stakesOn((0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.m)(plans), record),
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
/** A release with a name needs no request, unless the next one is to be proposed. */
async function tagsFor({ config: { versioning }, commits }) {
	return versioning.asked === void 0 || versioning.next !== void 0 ? commits.tags() : void 0;
}
function refusalsOf(ctx, seen, { plans, stakes, alarms, cost, version }) {
	const { guards, volumeData } = ctx.config;
	const { wanted, record, comparison, image } = seen;
	const { commit, spec } = wanted;
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.on)(record, ctx.clock.now()),
		alarms,
		...image?.refusals ?? [],
		refuseTooLargeRelease(ctx, wanted),
		version.refusal,
		(0,_commit_order_js__WEBPACK_IMPORTED_MODULE_16__.t)(commit, record, guards),
		(0,_commit_order_js__WEBPACK_IMPORTED_MODULE_16__.n)(commit, record?.commit ?? "", comparison?.relation, guards),
		refuseData(ctx, wanted, {
			plans,
			image: publishedIn(image)
		}),
		...(0,_ending_js__WEBPACK_IMPORTED_MODULE_9__.o)(stakes, volumeData),
		(0,_launch_js__WEBPACK_IMPORTED_MODULE_10__.o)(spec, plans),
		cost,
		refuseOwnFolders(spec.volumes),
		...seen.names.refusals
	].filter((refusal) => refusal !== void 0);
}
/** Why the service cannot keep its data on the hosts of these plans; without an image, as far as the inputs show. */
function refuseData(ctx, wanted, { plans, image }) {
	const shared = sharedData(ctx, wanted, {
		hosts: plans.length,
		image
	});
	return refuseSplitData(shared) ?? refuseSpotData(shared, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__._)(plans, ctx.config.host));
}
/** Data that each of several hosts would keep for itself; without an image, as far as the inputs show. */
function sharedData({ config }, { spec }, { hosts, image }) {
	const { service, volumeData } = config;
	return {
		service,
		hosts,
		volumes: spec.volumes,
		declared: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.B)(image?.volumes ?? [], spec.tmpfs),
		volumeData
	};
}
async function alarmRefusal({ alarms, config }) {
	return config.alarms.length === 0 ? void 0 : refuseAlarms(config.alarms, await alarms.states(config.alarms));
}
async function costRefusal(ctx, plans) {
	const { maxMonthlyCost } = ctx.config.guards;
	return maxMonthlyCost === void 0 || plans.length === 0 ? void 0 : refuseCost(await (0,_estimate_cost_js__WEBPACK_IMPORTED_MODULE_11__.t)(ctx, plans), maxMonthlyCost);
}
async function secretsSince({ secretVersions }, { spec }, record) {
	const compared = comparedSecrets(spec, record);
	if (compared.size === 0) return NO_SECRET_CHANGES;
	return compareSecrets(spec, record, await secretVersions.current([...compared.values()]));
}
async function imageFor(ctx, plans, input) {
	const platform = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.wt)(await architectureOf(ctx, plans));
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
/** For a new host, the platform of the requested instance type. */
async function architectureOf({ config, catalog }, plans) {
	const kept = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.d)(plans);
	const [first] = kept;
	return first && kept.length === plans.length ? first.architecture : catalog.architectureOf(config.host.instanceType);
}
function publishedIn(image) {
	return image?.found.kind === "image" ? image.found.image : void 0;
}
/** Name of the wanted release; empty while its digest is unknown. */
function plannedName(seen) {
	const digest = digestOf(seen);
	return digest === "" ? "" : nameOf(seen.wanted, digest);
}
/** Empty until the image is built. */
function digestOf({ wanted, image }) {
	return wanted.kind === "promoted" ? wanted.from.release.digest : publishedIn(image)?.digest ?? "";
}
/** Whether the image exists, and a deploy would change nothing. Hosts that serve something else report it when they get the order. */
function isLive({ config }, seen) {
	const { wanted, image, names } = seen;
	const wish = {
		spec: config.host,
		release: plannedName(seen),
		configuration: wanted.spec,
		names: names.steps
	};
	return image?.found.kind === "image" && changesNothing({
		...seen,
		...wish,
		drift: []
	});
}
// src/steps/snapshot/approval.ts
/** The facts that `plan` shows, and that `deploy` compares with an approved plan. */
function planFacts(ctx, seen) {
	return {
		...hostFacts(ctx, seen),
		image: plannedImage(ctx, seen),
		release: wantedRelease(ctx, seen),
		configuration: seen.wanted.spec,
		secrets: seen.secrets,
		names: seen.names.steps,
		refusals: seen.refusals
	};
}
/** The same for a promotion that is refused before its release is known. */
function refusedFacts(ctx, seen, { from, refusal }) {
	const verified = {
		environment: from.environment,
		release: "",
		digest: "",
		differs: []
	};
	return {
		...hostFacts(ctx, seen),
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
function hostFacts({ config, accountId }, { hostPlan, record }) {
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
	const { tag = wanted.commit, content = _build_files_js__WEBPACK_IMPORTED_MODULE_2__.t, rebuilds } = found.source ?? {};
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
	const source = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(image);
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
		...(0,_commits_js__WEBPACK_IMPORTED_MODULE_19__.n)({
			repository: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.pt)(ctx.config.job),
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
/** Refuses a deploy that differs from the approved plan. A run that changes nothing needs no approval, so a successful run can be repeated. */
function assertApprovedPlan(ctx, seen) {
	const { approvedPlan } = ctx.config;
	if (approvedPlan === void 0 || isLive(ctx, seen)) return;
	const changes = changesSince(approvedPlan, planFacts(ctx, seen));
	if (changes.length > 0) throw planChanged(ctx, changes);
}
/** Refuses to replace a release that no record contained when the plan was compared. */
function assertNoConcurrentRelease(ctx, live) {
	if (ctx.config.approvedPlan !== void 0) throw planChanged(ctx, [`what serves: now the host serves ${live}, which is not recorded`]);
}
function planChanged({ config }, changes) {
	const url = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(config.job);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("plan-changed", `this is not the plan that was approved. Changed since: ${changes.join("; ")}`, { hint: `Run all jobs of ${url} again, or a newer run, to plan and approve again.` });
}
// src/steps/hosts/same-size.ts
/** For a run that can replace hosts: unless an input sets a size, a new host is as large as the one that it replaces, not as large as the default. */
async function keepSize(ctx) {
	const { host: spec, service } = ctx.config;
	if (!spec.renew && !spec.allowReplacement) return ctx;
	const found = await ctx.hosts.find(service);
	const old = found.find((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service) && host.replaces === void 0) ?? found.find((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service));
	if (old === void 0) return ctx;
	const sizes = await ctx.hosts.volumeSizes(old.rootVolume === void 0 ? [] : [old.rootVolume]);
	const host = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.v)({
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
/**
* A specification for its new environment, setting by setting by the rule in its row. References to secrets below the service's own path move to
* that of the new environment, the only one that its host can read. A variable given as `env` replaces one in `secrets`, and the reverse.
*/
function carryOver(spec, { from, to, given }) {
	const moved = {
		...spec,
		secrets: mapValues(spec.secrets, (source) => move(source, from, to))
	};
	const free = {
		...moved,
		...Object.fromEntries(_start_js__WEBPACK_IMPORTED_MODULE_0__.Cn.map((name) => [name, without(moved[name], elsewhere(name, given))]))
	};
	const carried = _start_js__WEBPACK_IMPORTED_MODULE_0__.wn.map(([name, setting]) => [name, CARRY[setting.carried](free[name], given[name])]);
	const after = Object.fromEntries(carried);
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
/** Names that the other of the two settings gives. */
function elsewhere(setting, given) {
	return _start_js__WEBPACK_IMPORTED_MODULE_0__.Cn.filter((name) => name !== setting).flatMap((name) => Object.keys(given[name]));
}
function without(map, names) {
	return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}
function mapValues(map, change) {
	return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
function move(source, from, to) {
	const [old, own] = [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(from)}/`, `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.br)(to)}/`];
	if (source.startsWith(`ssm:${old}`)) return `ssm:${own}${source.slice(`ssm:${old}`.length)}`;
	const name = `secretsmanager:${old.slice(1)}`;
	return source.startsWith(name) ? `secretsmanager:${own.slice(1)}${source.slice(name.length)}` : source;
}
function differing(before, after) {
	const [old, next] = [variables(before), variables(after)];
	return [...next].flatMap(([name, value]) => old.get(name) === value ? [] : [name]).toSorted();
}
/** A value and a reference to a secret always differ, even with the same text. */
function variables(spec) {
	return new Map(_start_js__WEBPACK_IMPORTED_MODULE_0__.Cn.flatMap((kind) => Object.entries(spec[kind]).map(([name, value]) => [name, `${kind} ${value}`])));
}
// src/steps/orders/wanted.ts
/** What the inputs ask for: the checked-out commit, built, or the image that they name. */
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
/** GITHUB_SHA is the event's commit, but a step may check out another one. If Git does not know the commit, the event's is the best guess. */
async function commitOf({ config, checkout, progress }) {
	const { commit } = config.job;
	const head = await checkout.head();
	if (head.kind === "unknown") {
		progress.info(`Using commit ${commit.slice(0, 8)} of the event, because the checked-out commit is unknown: ${head.reason}`);
		return commit;
	}
	if (head.id !== commit) progress.info(`Using the checked-out commit ${head.id.slice(0, 8)}; the event is for ${commit.slice(0, 8)}`);
	return head.id;
}
/** A release that is verified in `from`, adapted to this run's environment. */
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



/***/ })

};
;