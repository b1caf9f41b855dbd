"use strict";
exports.id = 8151;
exports.ids = [8151,2625];
exports.modules = {

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ namesToCertify),
/* harmony export */   i: () => (/* binding */ namesProvenByDns),
/* harmony export */   n: () => (/* binding */ isServedAlike),
/* harmony export */   r: () => (/* binding */ namesOf),
/* harmony export */   t: () => (/* binding */ diagnoseAgent)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5128);


// src/domain/dns/wanted-names.ts
/** The names that need records for a release, and whether something may be in front of its hosts. */
function namesOf(spec) {
	return {
		names: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(spec),
		proxied: spec["trusted-proxies"].length > 0
	};
}
/** Whether the recorded release already serves these names in the same way. */
function isServedAlike(record, spec) {
	return record !== void 0 && record.route.tls === spec.tls && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.p)(record, spec);
}
/** The names that need a certificate from an authority, unless a valid one exists. */
function namesToCertify(spec, record) {
	return spec.tls !== "acme" || isServedAlike(record, spec) ? [] : namesOf(spec).names;
}
/** The names whose control a host proves with records in Route 53. */
function namesProvenByDns(spec) {
	return spec.tls === "acme" && spec["acme-challenge"] === "dns" ? namesOf(spec).names : [];
}
// src/domain/host/agent-diagnosis.ts
/** The most likely reason why SSM cannot reach a host, and the next step. */
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



/***/ }),

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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5910);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5933);
/* harmony import */ var _point_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1382);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6723);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4786);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6434);










// src/commands/destroy.ts
/** Removes everything that was created for the service, in the order that AWS requires; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_8__.n)(ctx, {
		..._with_lease_js__WEBPACK_IMPORTED_MODULE_8__.r,
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
	await progress.step("Remove its names", async () => note(...await (0,_point_names_js__WEBPACK_IMPORTED_MODULE_6__.n)(ctx, await namesToRemove(ctx))));
	await progress.step("Remove the service from its hosts", async () => note(...await removeHosts(ctx, ending)));
	const kept = await progress.step("Remove what belongs to the service", () => removeRest(ctx, ending, note));
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(config.service);
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
		had: [.../* @__PURE__ */ new Set([...config.spec.domains, ...record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(record.route) : []])],
		to: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.s)([]),
		record,
		proxied: false
	};
}
async function clearedEnding(ctx) {
	const { service } = ctx.config;
	const hosts = await (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.a)(ctx);
	const own = hosts.filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, service));
	const staying = (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.c)(await hostsBeside(ctx, own));
	if (staying) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(staying);
	const record = await ctx.records.read(service);
	const { preview } = ctx.config;
	const strange = preview && ((0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.s)(preview, {
		record,
		own: own.map(({ id }) => id)
	}) ?? (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.f)(record, preview));
	if (strange) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(strange);
	const frozen = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.on)(record, ctx.clock.now());
	if (frozen) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(frozen);
	const [clearance, repository] = await Promise.all([(0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.r)(ctx, own, record), (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx)]);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ur)(clearance);
	return {
		clearance,
		others: hosts.filter((host) => !own.includes(host)),
		repository
	};
}
/** Ids of the service's own hosts that `instance-id` does not name. */
async function hostsBeside({ config, hosts }, own) {
	if (config.host.instanceId === void 0) return [];
	return (await hosts.find(config.service)).filter((host) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(host, config.service)).map(({ id }) => id).filter((id) => own.every((one) => one.id !== id));
}
async function removeHosts(ctx, { clearance, others }) {
	const { hosts: own } = clearance;
	await Promise.all(own.map((host) => ctx.hosts.terminate(host)));
	for (const { id } of own) await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_7__.t)(ctx, id, GONE);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others)];
}
async function removeFrom(ctx, hosts) {
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_7__.n)(ctx, hosts);
	const volumeData = ctx.config.preview ? ["discarded"] : [];
	const order = {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_3__.n)("remove", (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_5__.n)(ctx)),
		volumeData
	};
	const hostIds = hosts.map(({ id }) => id);
	return (await (0,_send_js__WEBPACK_IMPORTED_MODULE_9__.t)(ctx, {
		hostIds,
		order,
		timeout: 300,
		continueOnError: true,
		read: _result_js__WEBPACK_IMPORTED_MODULE_4__.a
	})).flatMap((answer) => removedBy(ctx, answer));
}
function removedBy({ progress, config, permit }, { hostId, result, stdout, stderr }) {
	if ((0,_result_js__WEBPACK_IMPORTED_MODULE_4__.i)(stdout)?.cause === "lease-lost") throw permit.lose(`${hostId} has received orders from a later run`);
	if (result === void 0) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("program-failed", `${hostId} did not remove ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(config.service)}: ${stderr || stdout}`, { hint: "Run destroy again." });
	for (const volume of result.kept ?? []) progress.info(`Kept the volume ${volume} on ${hostId}`);
	return result.removed;
}
/** AWS frees the address and the security group only when the instance is terminated. */
var GONE = {
	reached: (state) => state === "terminated",
	what: "to terminate",
	hint: "Run destroy again: it continues where it stopped."
};
/** Returns the repository that stays, if the service had an image in one. */
async function removeRest({ config, networks, hostRoles, records, repositories }, { clearance, repository: cleared }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service, clearance)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service, clearance)) note(`security group ${group}`);
	if (config.canOwnHosts) note(...await hostRoles.remove(service, region, clearance));
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

/***/ 8446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ hostNames)
/* harmony export */ });
// src/domain/host/host-names.ts
/** How many hosts a sentence names. */
var NAMED = 4;
/** A few hosts by their ids, or the first ones of many. */
function hostNames(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
}



/***/ }),

/***/ 1382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ removeNames),
/* harmony export */   r: () => (/* binding */ zonesOfNames),
/* harmony export */   t: () => (/* binding */ pointNames)
/* harmony export */ });
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4786);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2625);



// src/domain/dns/batch.ts
/** The set that points a name at these addresses. */
function addressSet(name, addresses) {
	return {
		name,
		type: "A",
		ttl: 60,
		values: addresses,
		routed: false
	};
}
/**
* The changes of a zone as one batch, which Route 53 applies completely or not at all. Each set to delete is given as it was seen, marker included, and
* each new one must not exist yet: any concurrent change makes the batch fail, so nobody loses a record.
*/
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
			const sets = [addressSet(step.name, step.to.addresses), (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.o)(owner, step.name, step.zone)];
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
/** Ids of the zones that contain the service's records after the batch, or contained records that it deletes. */
function zonesOfNames(steps) {
	const zones = steps.flatMap((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)(step) || step.action === "keep" && step.owned.marker ? [step] : []);
	return [...new Set(zones.flatMap((step) => "zone" in step ? [step.zone.id] : []))].toSorted();
}
/** The steps that change something, by zone. */
function changedZones(steps) {
	const changes = steps.filter((step) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)(step));
	return [...Map.groupBy(changes, ({ zone }) => zone.id).values()].map((group) => ({
		zone: group[0].zone,
		steps: group
	}));
}
// src/steps/dns/point-names.ts
/** How often a batch is built again because a concurrent change came first. */
var ATTEMPTS = 3;
/** Route 53's servers usually know a change within 60 s. Milliseconds. */
var IN_SYNC_MS = 3e5;
/** Points the names at their destination, and waits until all servers of Route 53 know it. Returns all steps, including those with nothing to do. */
async function pointNames(ctx, wanted) {
	const { steps, ids } = await settle(ctx, wanted, ({ action }) => action !== "remove");
	for (const id of ids) await inSync(ctx, id);
	return steps;
}
/** Removes the records of unwanted names. Returns what it removed, in words. */
async function removeNames(ctx, wanted) {
	const { done } = await settle(ctx, wanted, ({ action }) => action === "remove");
	return done;
}
async function settle(ctx, wanted, chosen, attempts = ATTEMPTS) {
	const plan = await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, wanted);
	const [refusal] = plan.refusals;
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
	const done = [];
	const ids = [];
	for (const { zone, steps } of changedZones(plan.steps.filter(chosen))) {
		const batch = await ctx.zones.change(zone, batchFor(steps, (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx)));
		if (batch.kind === "overtaken") return again(ctx, {
			wanted,
			chosen,
			attempts,
			zone,
			reason: batch.reason
		});
		ids.push(batch.id);
		done.push(...told(ctx, steps));
	}
	return {
		steps: plan.steps,
		done,
		ids
	};
}
function told({ progress }, steps) {
	const words = steps.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.A);
	for (const line of words) progress.info(line);
	return words;
}
/** Somebody changed a record in the meantime, so Route 53 rejected the batch: plans again, which may be refused then. */
async function again(ctx, { wanted, chosen, attempts, zone, reason }) {
	if (attempts > 1) return settle(ctx, wanted, chosen, attempts - 1);
	throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("names-failed", `Route 53 did not accept the records of ${zone.name} (${zone.id}): ${reason}`, { hint: "Find what else changes the records of that hosted zone, and run this again. hosted-zone-id: none leaves all records to you." });
}
async function inSync(ctx, id) {
	await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		clock: ctx.clock,
		look: async () => await ctx.zones.isInSync(id) ? { ended: void 0 } : { waiting: "all name servers of Route 53 to know the records" },
		limit: IN_SYNC_MS,
		every: 3e3,
		onWait: (what, since) => ctx.progress.waiting(what, since),
		onLimit: () => ctx.progress.warn("Not all name servers of Route 53 know the records yet; continuing.")
	});
}



/***/ }),

/***/ 2625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Polls until there is an end or the time limit passes. A poll that throws ends the wait, and so does the clock of a cancelled run. */
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

/***/ 4786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ wantedNames),
/* harmony export */   i: () => (/* binding */ planNames),
/* harmony export */   n: () => (/* binding */ waitForAgents),
/* harmony export */   o: () => (/* binding */ markerSet),
/* harmony export */   r: () => (/* binding */ ownerOf),
/* harmony export */   t: () => (/* binding */ waitForState)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2625);
/* harmony import */ var _agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8446);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);





// src/domain/dns/marker.ts
/** The parent label of all markers of a zone, so that one request lists them. No host name contains an underscore. */
var ROOT = "_docker-to-ec2";
var TTL = 300;
/** The parent name of a zone's markers. */
function markersOf(zone) {
	return `${ROOT}.${zone.name}`;
}
/** The marker for a name: a TXT record `<hash of the name>.<service>.<environment>.<region>._docker-to-ec2.<zone>` with the name as its value. */
function markerSet({ service, region }, name, zone) {
	return {
		name: [
			(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(name).digest("hex").slice(0, 16),
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
/** The markers among the sets of a zone. */
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
/** Whether this owner created the record beside a marker. */
function isOwnedBy({ owner }, { service, region }) {
	return owner.region === region && owner.service.name === service.name && owner.service.environment === service.environment;
}
/** Such as `web (production) in us-east-1`. */
function ownerWords({ service, region }) {
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.hr)(service)} in ${region}`;
}
// src/domain/dns/plan-zone.ts
/** The steps for a zone. They never change a record that this action did not create. */
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
		address: marker && leading.find(_start_js__WEBPACK_IMPORTED_MODULE_0__.j),
		marker: marker?.set
	};
}
function actionFor({ address, marker }, to) {
	if (address === void 0) return "create";
	return marker !== void 0 && leadsTo(address, to) ? "keep" : "change";
}
function leadsTo(set, { addresses, pending }) {
	if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.j)(set) || pending > 0) return false;
	return set.values.length === addresses.length && addresses.every((address) => set.values.includes(address));
}
/**
* What happens to a name that the service had in this zone, and no longer has. If the name is still wanted, it may depend on this record alone,
* whichever zone it belongs to now: so the record stays.
*/
function formerStep({ name, set }, { zone, sets }, { names, to, byHand }) {
	const address = sets.find((one) => one.name === name && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.j)(one));
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
		reason: `${name} in the hosted zone ${zone.id} has a record that this action did not create: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.M)(there)}`,
		hint: `Delete that record, or remove ${name} from domains. If it resolves to a balancer or CDN in front of the host, name that in trusted-proxies. hosted-zone-id: none leaves all records to you.`
	};
}
// src/domain/dns/zone.ts
/**
* The zone of a name: the candidate with the longest name. `named`: the candidates come from the input hosted-zone-id. Otherwise
* only public zones count, because nobody outside of a VPC sees the others.
*/
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
/** `zoneFor` each of the names. */
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`domains: ${name} is in ${zones.length} hosted zones named ${zones[0]?.name ?? ""}: ${ids.join(", ")}`, `Set hosted-zone-id to the one whose name servers are registered for the domain.`);
}
// src/steps/dns/plan-names.ts
/** The names of a release that replaces the recorded one. */
function wantedNames(spec, record, to) {
	return {
		...(0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec),
		had: record ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(record.route) : [],
		to,
		record
	};
}
var NO_NAMES = {
	steps: [],
	refusals: []
};
/** Plans the wanted names, and those that the service had. Asks Route 53 only if there are any. */
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
/** The plans of all zones, plus the names without a zone, unless a record in another zone stays. */
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
/** The owner in this run's markers. */
function ownerOf({ config }) {
	return {
		service: config.service,
		region: config.region
	};
}
/** The zones that the inputs name, or all of the account; empty if the role cannot list them. */
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
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.dr)(`hosted-zone-id: Route 53 knows no hosted zone ${missing.join(", ")} in this account`, "Correct the id, or leave hosted-zone-id out to find the zone by its name.");
}
/** The zones of `hosted-zone-id` must contain the names. */
function refuseOtherZones(names, zones) {
	const words = zones.map(({ name, id }) => `${name} (${id})`);
	return {
		reason: `hosted-zone-id: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not in ${words.join(" or ")}`,
		hint: "Correct the id, leave hosted-zone-id out to find the zone by its name, or set it to none to create the records yourself."
	};
}
/** The zones that have contained the service's records and still exist. */
async function zonesBefore({ zones }, ids, known) {
	return (await Promise.all(ids.map(async (id) => known.find((zone) => zone.id === id) ?? zones.get(id)))).filter((zone) => zone !== void 0);
}
/** Each zone once, with its names. */
function byZone(zoned, others) {
	return [...new Map([...others, ...zoned.map(({ zone }) => zone)].map((zone) => [zone.id, zone])).values()].map((zone) => ({
		zone,
		names: zoned.flatMap((one) => one.zone.id === zone.id ? [one.name] : [])
	}));
}
/** A role may see a zone, but not its records: then somebody else manages them. */
async function seenZone(ctx, zone) {
	try {
		return await setsInZone(ctx, zone);
	} catch (error) {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error)) throw error;
		const hint = `${error.hint ?? ""} Or set hosted-zone-id: none to manage the records of domains yourself.`;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr(error.code, error.message, {
			hint,
			cause: error
		});
	}
}
/** The service's markers show which names it had. */
async function setsInZone(ctx, { zone, names }) {
	const markers = await ctx.zones.setsBelow(zone, markersOf(zone));
	const had = markersIn(markers, zone).flatMap((marker) => isOwnedBy(marker, ownerOf(ctx)) ? [marker.name] : []);
	return {
		zone,
		names,
		sets: [...await ctx.zones.setsAt(zone, [.../* @__PURE__ */ new Set([...names, ...had])]), ...markers]
	};
}
// src/steps/hosts/wait-for-agents.ts
/** Waits until SSM reaches all hosts. Stops at once if waiting cannot help. */
function waitForAgents(ctx, hosts) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_3__.t)({
		clock: ctx.clock,
		look: () => lookAtAgents(ctx, hosts),
		limit: ctx.config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (silent, since) => ctx.progress.waiting(`the SSM agent of ${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_4__.t)(silent.map(({ host }) => host.id))} to come online`, since),
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
	const current = await ctx.hosts.get(host.id) ?? host;
	const { reason, hint } = (0,_agent_diagnosis_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		host: current,
		agent
	});
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("agent-offline", `SSM cannot reach the host: ${reason}`, { hint });
}
// src/steps/hosts/wait-for-state.ts
/** Waits for up to `host-timeout`. A terminated host reaches no other state. */
function waitForState(ctx, id, awaited) {
	const { clock, config, progress } = ctx;
	const { what, hint = "Raise host-timeout, or look at the instance in the EC2 console." } = awaited;
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_3__.t)({
		clock,
		look: () => lookAtState(ctx, id, awaited),
		limit: config.hostTimeout * 1e3,
		every: 2e3,
		onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
		onLimit: (state) => {
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint });
		}
	});
}
async function lookAtState({ hosts }, id, { reached, what }) {
	const state = await hosts.state(id);
	if (reached(state)) return { ended: void 0 };
	if ((state === "terminated" || state === "shutting-down") && !reached("terminated")) throw terminated(id, what);
	return { waiting: state };
}
function terminated(id, what) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("host-terminated", `${id} was terminated while this run waited for it ${what}`, { hint: "Look at its state transition reason in the EC2 console. Run this again to launch a new one." });
}



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ withLease),
/* harmony export */   r: () => (/* binding */ NO_COMMIT),
/* harmony export */   t: () => (/* binding */ releaseLease)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2625);


/** A command that restores or ends a service waits for no release. */
function isUrgent({ command }) {
	return !_start_js__WEBPACK_IMPORTED_MODULE_0__.Sn.includes(command);
}
/** The waiting runs ahead of a run. */
function goesAhead(mine, waiting) {
	return isUrgent(mine) ? void 0 : waiting.find((other) => other.owner !== mine.owner && isUrgent(other));
}
/** Waiting runs that make this one superfluous if their commit descends from its commit. */
function rivals(mine, waiting) {
	if (isUrgent(mine) || mine.commit === "") return [];
	return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== "" && other.commit !== mine.commit);
}
/** Bytes of JSON, so that the queue fits into a standard parameter, which holds 4096. */
var QUEUE_LIMIT = 4e3;
/** The queue with this run's entry, if there is room. Without `mine`: the run has left. */
function queued(waiting, owner, mine) {
	return fitting([...waiting.filter((other) => other.owner !== owner), ...mine === void 0 ? [] : [mine]]);
}
/** Drops the oldest releases first, because a later one may make them superfluous. A dropped run still waits, unseen. */
function fitting(waiting) {
	if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting;
	const first = waiting.findIndex((one) => !isUrgent(one));
	return fitting(waiting.toSpliced(Math.max(first, 0), 1));
}
// src/domain/lease/sightings.ts
/** The latest marks replace the earlier ones; an unchanged mark keeps its time. */
function sighted(before, marks, now) {
	return new Map([...marks].map(([name, mark]) => {
		const known = before.get(name);
		return [name, known?.mark === mark ? known : {
			mark,
			since: now
		}];
	}));
}
/** How long a mark has been seen unchanged. */
function ageOf(sightings, name, mark, now) {
	const known = sightings.get(name);
	return known?.mark === mark ? now - known.since : 0;
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
			if (stood !== void 0) await withdraw().catch((error) => ctx.progress.info(`It stays in the queue for now: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`));
		}
	};
}
/** A release gives way to that of a descendant commit, which contains it. If GitHub does not know the order, the run waits. */
async function assertNeeded({ commits }, mine, waiting) {
	for (const other of rivals(mine, waiting)) if ((await commits.compare(mine.commit, other.commit))?.relation === "ahead") throw superseded(mine, other);
}
function superseded(mine, other) {
	const [own, theirs] = [mine.commit.slice(0, 8), other.commit.slice(0, 8)];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("superseded", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)} also waits to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Do nothing as long as that run succeeds. If it fails, run this again." });
}
// src/steps/lease/acquire-lease.ts
/** For a run that deploys no commit. */
var NO_COMMIT = { commit: "" };
var POLL_MS = 3e3;
/** An urgent run polls more often, and so comes first. */
var URGENT_POLL_MS = 1e3;
/** Takes the lease as soon as it is free or its holder is dead. */
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
		return await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_1__.t)({
			clock,
			look,
			limit: lockTimeout * 1e3,
			every: isUrgent(mine) ? URGENT_POLL_MS : POLL_MS,
			onWait: (other, since) => progress.waiting(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)}, which ${_start_js__WEBPACK_IMPORTED_MODULE_0__.mn[other.command]}`, since),
			onLimit: (other) => {
				throw lockHeld(other, lockTimeout);
			}
		});
	} finally {
		await line.leave();
	}
}
/** Takes the lease if possible; otherwise joins the queue. */
function looking(ctx, mine, line) {
	const { clock, config, lease } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let waited = false;
	const asked = /* @__PURE__ */ new Map();
	return async () => {
		const before = clock.elapsed();
		const found = await lease.read(config.service);
		const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tt)(clock);
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
/** For a parameter that this claim created, only Parameter Store knows the time of creation. */
async function claim({ clock, config, lease }, mine, found) {
	const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tt)(clock);
	const value = {
		...mine,
		token: found === void 0 ? 0 : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yn)(found),
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
		token: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bn)(found),
		at
	};
}
/** This process: another job of the same workflow run is another owner. */
function runnerOf(ctx) {
	const { job, command } = ctx.config;
	return {
		owner: `${job.runId}/${job.runAttempt}/${ctx.newId()}`,
		command,
		actor: job.actor,
		runUrl: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.mt)(job)
	};
}
function lockHeld(other, seconds) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("lock-held", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(other)}, which ${_start_js__WEBPACK_IMPORTED_MODULE_0__.mn[other.command]}, was not finished after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
/**
* Runs `work` while no other run can change the service, with a context that says so. `waited`: another run worked before, so the snapshot is
* outdated. Throws `lease-lost` if another run took over.
*/
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
		await end(ctx, hold).catch((error) => progress.warn(`The lease could not be released, so the next run waits ${_start_js__WEBPACK_IMPORTED_MODULE_0__.hn / 1e3} s for it: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`));
		permit.released();
	}
}
/** Handles a renewal in progress, which can change the version to write over. */
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
/** Deletes the lease while the run holds it: later, it could be another's. Waits for a renewal, which would create the parameter again. */
async function remove(ctx, hold) {
	const { lease, queue, steering, config, progress } = ctx;
	await hold.renewal;
	try {
		await steering.remove(config.service);
		await queue.remove(config.service);
		await lease.remove(config.service);
	} catch (error) {
		progress.info(`The parameters lease, queue and steering stay: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error)}`);
		await giveUp(ctx, hold);
	}
}
/** Releases the lease, if this owner still holds it. */
async function releaseLease(lease, service, owner) {
	const found = await lease.read(service);
	if (found === void 0 || found.value.owner !== owner || found.value.free) return false;
	const { version, value } = found;
	const freed = {
		...value,
		token: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.bn)(found),
		free: true,
		beat: value.beat + 1
	};
	return await lease.write(service, freed, version) !== void 0;
}
/** Renews the lease until the work has ended, or another run has the lease. After a failed renewal, the next one is in time, up to a limit. */
async function keep(ctx, hold, stop) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _start_js__WEBPACK_IMPORTED_MODULE_0__.gn;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			hold.renewal = renew(ctx, hold.grip).catch(() => void 0);
			const grip = await hold.renewal;
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _start_js__WEBPACK_IMPORTED_MODULE_0__._n : _start_js__WEBPACK_IMPORTED_MODULE_0__.gn;
			if (grip === void 0) continue;
			hold.grip = grip;
			permit.held(grip.at);
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.or)) throw error;
	}
}
/** The renewed lease; `undefined` if another run has it, and then tells this run to stop. */
async function renew({ clock, config, lease, permit }, grip) {
	const at = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.tt)(clock);
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
	permit.lose(found === void 0 ? "its lease was deleted" : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vn)(found.value)} took over`);
}



/***/ })

};
;