"use strict";
exports.id = 8151;
exports.ids = [8151];
exports.modules = {

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* reexport safe */ _destroy2_js__WEBPACK_IMPORTED_MODULE_0__.t)
/* harmony export */ });
/* harmony import */ var _destroy2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1009);



/***/ }),

/***/ 1009:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4678);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5910);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9734);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(890);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5914);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5933);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4786);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6723);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6434);













// src/commands/destroy.ts
/** Removes everything that was created for the service, in the order that AWS requires; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_9__.n)(ctx, {
		..._with_lease_js__WEBPACK_IMPORTED_MODULE_9__.r,
		isLast: true
	}, destroyHolding);
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const ending = await progress.step("Snapshot", () => clearedEnding(ctx));
	const removed = [];
	const note = (...lines) => {
		removed.push(...lines);
		for (const line of lines) progress.info(`Removed ${line}`);
	};
	await progress.step("Remove its names", async () => note(...await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_8__.i)(ctx, await namesToRemove(ctx))));
	await progress.step("Remove the service from its hosts", async () => note(...await removeHosts(ctx, ending)));
	const kept = await progress.step("Remove what belongs to the service", () => removeRest(ctx, ending, note));
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_10__.i)(config.service);
	return {
		outcome: "destroyed",
		headline: removed.length === 0 ? `${name}: nothing to remove` : `${name}: removed ${removed.length} resources`,
		outputs: {},
		facts: kept === void 0 ? [] : [["Kept", `repository ${kept} with its images; destroy-repository: true removes it`]],
		removed
	};
}
/** Before the address: a moment later, that may belong to someone else. */
async function namesToRemove({ config, records }) {
	const record = await records.read(config.service);
	return {
		names: [],
		had: [.../* @__PURE__ */ new Set([...config.spec.domains, ...record ? (0,_volumes_js__WEBPACK_IMPORTED_MODULE_5__.u)(record.route) : []])],
		to: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.s)([]),
		record,
		proxied: false
	};
}
async function clearedEnding(ctx) {
	const { service } = ctx.config;
	const hosts = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.a)(ctx);
	const own = hosts.filter((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, service));
	const staying = (0,_ending_js__WEBPACK_IMPORTED_MODULE_3__.c)(await hostsBeside(ctx, own));
	if (staying) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.i)(staying);
	const record = await ctx.records.read(service);
	const { preview } = ctx.config;
	const strange = preview && ((0,_ending_js__WEBPACK_IMPORTED_MODULE_3__.s)(preview, {
		record,
		own: own.map(({ id }) => id)
	}) ?? (0,_ending_js__WEBPACK_IMPORTED_MODULE_3__.d)(record, preview));
	if (strange) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.i)(strange);
	const frozen = (0,_freeze_js__WEBPACK_IMPORTED_MODULE_2__.o)(record, ctx.clock.now());
	if (frozen) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.i)(frozen);
	const [clearance, repository] = await Promise.all([(0,_ending_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, own, record), (0,_ending_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx)]);
	if ("kind" in clearance) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__.i)(clearance);
	return {
		clearance,
		others: hosts.filter((host) => !own.includes(host)),
		repository
	};
}
/** Ids of the service's own hosts that `instance-id` does not name. */
async function hostsBeside({ config, hosts }, own) {
	if (config.host.instanceId === void 0) return [];
	return (await hosts.find(config.service)).filter((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, config.service)).map(({ id }) => id).filter((id) => own.every((one) => one.id !== id));
}
async function removeHosts(ctx, { clearance, others }) {
	const { hosts: own } = clearance;
	await Promise.all(own.map((host) => ctx.hosts.terminate(host)));
	for (const { id } of own) await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx, id, GONE);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others)];
}
async function removeFrom(ctx, hosts) {
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_8__.n)(ctx, hosts);
	const volumeData = ctx.config.preview ? ["discarded"] : [];
	const order = {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_11__.n)("remove", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx)),
		volumeData
	};
	const hostIds = hosts.map(({ id }) => id);
	return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_12__.t)(ctx, {
		hostIds,
		order,
		timeout: 300,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_4__.a
	})).flatMap((answer) => removedBy(ctx, answer));
}
function removedBy({ progress, config, permit }, { hostId, result, stdout, stderr }) {
	if ((0,_result_js__WEBPACK_IMPORTED_MODULE_4__.i)(stdout)?.cause === "lease-lost") throw permit.lose(`${hostId} has received orders from a later run`);
	if (result === void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__.n("program-failed", `${hostId} did not remove ${(0,_service_js__WEBPACK_IMPORTED_MODULE_10__.i)(config.service)}: ${stderr || stdout}`, { hint: "Run destroy again." });
	for (const volume of result.kept ?? []) progress.info(`Kept the volume ${volume} on ${hostId}`);
	return result.removed;
}
/** AWS frees the address and the security group only when the instance is terminated. */
const GONE = {
	reached: (state) => state === "terminated",
	what: "to terminate",
	hint: "Run destroy again: it continues where it stopped."
};
/** Returns the repository that stays, if the service had an image in one. */
async function removeRest({ config, networks, hostRoles, records, repositories }, { clearance, repository: cleared }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service, clearance)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service, clearance)) note(`security group ${group}`);
	if (config.preview === void 0) note(...await hostRoles.remove(service, region, clearance));
	for (const parameter of await records.remove(service)) note(`parameter ${parameter}`);
	const { repository } = config.image;
	if (cleared && await repositories.remove(cleared, service)) {
		note(`repository ${repository}`);
		return;
	}
	if (!await repositories.untag(repository, (0,_image_js__WEBPACK_IMPORTED_MODULE_1__.c)(service))) return void 0;
	note(`tag ${repository}:${(0,_image_js__WEBPACK_IMPORTED_MODULE_1__.c)(service)}`);
	return repository;
}



/***/ }),

/***/ 5910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askForStatus),
/* harmony export */   c: () => (/* binding */ refuseStaying),
/* harmony export */   d: () => (/* binding */ refuseDeployedSince),
/* harmony export */   f: () => (/* binding */ refuseNotPreview),
/* harmony export */   i: () => (/* binding */ plannedStakes),
/* harmony export */   l: () => (/* binding */ isPreviewRecord),
/* harmony export */   n: () => (/* binding */ clearToDelete),
/* harmony export */   o: () => (/* binding */ refusalsToEnd),
/* harmony export */   r: () => (/* binding */ clearToEnd),
/* harmony export */   s: () => (/* binding */ refuseNoPreview),
/* harmony export */   t: () => (/* binding */ atStake),
/* harmony export */   u: () => (/* binding */ refuseCrowd)
/* harmony export */ });
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(890);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9734);
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4669);
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9365);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(612);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1236);








// src/domain/preview/guards.ts
/** Whether the record belongs to exactly this preview, by its name and its mark. */
function isPreviewRecord({ preview, environment }, asked) {
	return environment === (0,_preview_js__WEBPACK_IMPORTED_MODULE_6__.a)(asked.number) && preview !== void 0 && (0,_preview_js__WEBPACK_IMPORTED_MODULE_6__.n)(preview, asked);
}
/** Refuses to take over or end something that has a preview's name, but is none. */
function refuseNotPreview(record, preview) {
	if (record === void 0 || isPreviewRecord(record, preview)) return void 0;
	const { service: name, environment, preview: other } = record;
	const what = other === void 0 ? "no preview" : `the preview of ${other.repository}#${other.number}`;
	return {
		reason: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_7__.i)({
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
		reason: `${(0,_preview_js__WEBPACK_IMPORTED_MODULE_6__.a)(number)} was deployed at ${record.deployedAt}, after this run decided to remove it`,
		hint: "Run this again: it decides again."
	};
}
/** Refuses a preview over the host's limit. `records`: of all services. */
function refuseCrowd(records, asked) {
	const { preview, hostId, limit } = asked;
	const there = records.filter((record) => record.preview !== void 0 && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(record).includes(hostId));
	if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return void 0;
	const list = there.map(({ service: name, environment, deployedAt }) => `${(0,_service_js__WEBPACK_IMPORTED_MODULE_7__.i)({
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
	if (refusal) return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(refusal.reason, refusal.hint);
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
		reason: lost.map(({ hostId, volumes }) => `the data on ${hostId} would be lost: ${(0,_volumes_js__WEBPACK_IMPORTED_MODULE_0__.i)(volumes)}`).join("; "),
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
		reason: `${own.join(", ")} has the tags of ${(0,_preview_js__WEBPACK_IMPORTED_MODULE_6__.a)(preview.number)}, and a preview has no host of its own`,
		hint: "Remove these tags, or remove that service with command: destroy."
	};
}
/** The clearance to delete the repository, if no other service's image is in it. `others`: the records of all other services. */
function clearRepository(name, others) {
	const users = others.filter((record) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.l)(record, name)).map(({ service, environment }) => (0,_service_js__WEBPACK_IMPORTED_MODULE_7__.i)({
		name: service,
		environment
	}));
	if (users.length === 0) return { name };
	return (0,_record_set_js__WEBPACK_IMPORTED_MODULE_2__.u)(`the repository ${name} also has the image of ${users.join(", ")}`, `Leave destroy-repository out, or destroy ${users.join(", ")} first.`);
}
// src/steps/orders/ask-for-status.ts
/** Asks hosts about a service with a command that can do nothing else; returns the answers, or why there are none. */
async function askForStatus({ statusQuery, signal }, service, hostIds) {
	const asked = await statusQuery.ask(service, hostIds, signal);
	if (asked.kind === "not-asked") return asked;
	const seen = asked.answers.map(({ hostId, stdout }) => {
		const { services, others = [] } = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.o)(stdout) ?? {};
		return {
			hostId,
			status: services?.find((one) => one.service === (0,_service_js__WEBPACK_IMPORTED_MODULE_7__.m)(service)),
			others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_7__.a),
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
	const [asked, recorded] = await Promise.all([(0,_query_status_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, hosts), recordedStakes(ctx, hosts, record)]);
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
		volumes: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_0__.t)(told, stake.volumes),
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
	if (unreadable) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(unreadable);
	return all.records.filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__.a)(other, config.service));
}
function nameOf({ service, environment }) {
	return (0,_service_js__WEBPACK_IMPORTED_MODULE_7__.i)({
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
	if ("kind" in cleared) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(cleared);
	return cleared;
}



/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ queryStatus)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(612);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9734);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5933);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6723);





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
/** Only hosts that are running or starting. */
async function agentsOf({ remote }, hosts) {
	const ids = hosts.flatMap(({ id, state }) => state === "running" || state === "pending" ? [id] : []);
	const agents = ids.length === 0 ? [] : await remote.agents(ids);
	return new Map(agents.map((agent, at) => [ids[at] ?? "", agent]));
}
function ask(ctx, hostIds) {
	const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_2__.n)("status", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx));
	return (0,_send_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_0__.o
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
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.m)(config.service);
	const status = result.services.find(({ service }) => service === key) ?? "nothing of this service is on the host";
	const { findings, others = [] } = result;
	const silent = silenceOf(result);
	return {
		host,
		status,
		others: others.map(_service_js__WEBPACK_IMPORTED_MODULE_4__.a),
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



/***/ })

};
;