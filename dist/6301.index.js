"use strict";
exports.id = 6301;
exports.ids = [6301];
exports.modules = {

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

/***/ 6992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ mapLimited)
/* harmony export */ });
// src/ports/map-limited.ts
/** Works on all items, on at most `limit` of them at a time. Returns the results in the order of the items. */
async function mapLimited(items, limit, work) {
	const results = [];
	const queue = items.entries();
	const worker = async () => {
		for (const [at, item] of queue) results[at] = await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
	return results;
}



/***/ }),

/***/ 4669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ removePreview),
/* harmony export */   r: () => (/* binding */ sweepReport),
/* harmony export */   t: () => (/* binding */ preview)
/* harmony export */ });
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5910);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3535);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3814);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6828);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(190);
/* harmony import */ var _destroy2_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1009);







// src/report/pages/preview.ts
/** The first line of a preview's comment. The next run finds the comment by it. Nothing in it needs escaping. */
function previewMarker(service) {
	return `<!-- docker-to-ec2 preview ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Tr)(service)} -->`;
}
/** The comment on the pull request, as Markdown. */
function reportComment(config, previewed) {
	return previewed.report.failure === void 0 ? served$1(config, previewed) : notServed(config, previewed);
}
function served$1({ service, job }, { run, report, comparison, at }) {
	const repository = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.pt)(job);
	const { url = "", release = "" } = report.outputs;
	const since = (0,_commits_js__WEBPACK_IMPORTED_MODULE_6__.n)({
		repository,
		commit: run.head
	}, run.base, comparison);
	const rows = [
		["Address", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(url), url)],
		["Commit", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.U)(run.head.slice(0, 8)), `${repository}/commit/${run.head}`)],
		["Release", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.U)(release)],
		["Served since", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.N)(at))],
		["Changes", filesText(since.files)]
	].filter(([, cell]) => cell !== "");
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.K)([
		`## 🔎 Preview of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(service.name)}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(url), url)}`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Y)(["", ""], rows),
		since.commits.length === 0 ? "" : (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.w)(since.commits, since.compareUrl),
		`<sub>By ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(job))}; the next push updates it. Closing the pull request removes the preview and its data.</sub>`
	]);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.W)(text);
}
function filesText(files) {
	if (files === void 0) return "";
	const { count, all, added, removed, migrations } = files;
	const words = `${count}${all ? "" : " or more"} ${count === 1 ? "file" : "files"}, +${added} −${removed} lines`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(migrations.length === 0 ? words : `${words}; ${migrations.length} look like migrations`);
}
function notServed({ service, job }, { run, report, at }) {
	const { sentence = "", state = "", hint } = report.failure ?? {};
	const verb = report.outcome === "refused" ? "was refused" : "failed";
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.K)([
		`## ✋ The preview of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(service.name)} ${verb}`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.J)(sentence.split("\n", 1)[0] ?? ""),
		state === "" ? "" : `**Now:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.J)(state)}`,
		hint === void 0 ? "" : `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.J)(hint)}`,
		`<sub>Commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.U)(run.head.slice(0, 8))}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.N)(at))}, in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(job))}.</sub>`
	]);
}
/** The comment after the preview is removed. `why`: in words. */
function removedComment({ service, job }, { at, why }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.K)([`## The preview of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(service.name)} was removed`, `<sub>${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)(why)}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.N)(at))}, in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.G)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.mt)(job))}.</sub>`]);
}
/** What a sweep removed. `swept`: a line each; `looked`: how many previews existed. */
function sweepReport({ service }, { swept, looked }) {
	const stay = looked - swept.length;
	const words = `removed ${swept.length} ${swept.length === 1 ? "preview" : "previews"}, ${stay === 1 ? "1 stays" : `${stay} stay`}`;
	return {
		outcome: swept.length === 0 ? "unchanged" : "destroyed",
		headline: `${service.name}: ${words}`,
		outputs: {},
		facts: [],
		removed: swept
	};
}
// src/commands/preview.ts
/** Serves a pull request as a guest on the host of the previews, or removes it after it is closed, and says so in a comment. */
async function preview(ctx) {
	const { preview: run } = ctx.config;
	if (run === void 0) throw new Error("The configuration of a preview names its pull request.");
	return run.act === "serve" ? serve(ctx, run) : end(ctx, run);
}
/** How often it is decided again to remove a preview that was deployed in the meantime. */
var ATTEMPTS = 3;
/** A run can be late, or an old one can run again: the event says that the pull request was closed, and GitHub says whether it still is. */
async function end(ctx, run) {
	for (let attempt = 1;; attempt += 1) {
		const record = await ctx.records.read(ctx.config.service);
		if (await ctx.progress.step("Ask GitHub", () => stateNow(ctx, run.number)) === "open") return stays(ctx, run);
		try {
			return await removeClosed(ctx, run, record);
		} catch (error) {
			if (attempt === ATTEMPTS || !await isDeployedSince(ctx, record)) throw error;
			ctx.progress.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.hr)(ctx.config.service)} was deployed in the meantime: deciding again`);
		}
	}
}
function stays({ config }, { number }) {
	return {
		outcome: "unchanged",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.hr)(config.service)}: pull request ${number} is open, so its preview stays`,
		outputs: {},
		facts: []
	};
}
function removeClosed(ctx, run, record) {
	const removal = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.st)(run, record?.deployedAt ?? "");
	return removePreview({
		...ctx,
		config: {
			...ctx.config,
			preview: removal
		}
	}, removal, {
		why: "The pull request is closed",
		isTold: true
	});
}
async function isDeployedSince({ config, records }, before) {
	const now = await records.read(config.service);
	return now !== void 0 && now.deployedAt !== before?.deployedAt;
}
async function stateNow({ pullRequests }, number) {
	try {
		return await pullRequests.state(number);
	} catch (error) {
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)({
			reason: `GitHub does not say whether pull request ${number} is still closed, so its preview stays: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)}`,
			hint: "Run this again, or let command: sweep remove the preview. The job needs pull-requests: read, or write for the comment."
		});
	}
}
async function serve(ctx, run) {
	const report = await served(ctx, run);
	if (report.outcome === "cancelled") return report;
	const comparison = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.et)(report) && run.base !== "" ? await ctx.commits.compare(run.base, run.head) : void 0;
	await tell(ctx, run, reportComment(ctx.config, {
		run,
		report,
		comparison,
		at: new Date(ctx.clock.now()).toISOString()
	}));
	return report;
}
/** Also for a refused or failed run: the pull request's author wants to know. */
async function served(ctx, run) {
	try {
		await ctx.progress.step("Preview", () => assertRoom(ctx, run));
		return await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_4__.n)(withAnyCommit(ctx), () => wantedOf(ctx, run));
	} catch (error) {
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ir)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ar)(error), ctx.config.service);
	}
}
/** A push can take a pull request back to an earlier commit. */
function withAnyCommit(ctx) {
	const { config } = ctx;
	return {
		...ctx,
		config: {
			...config,
			guards: {
				...config.guards,
				allowDowngrade: true
			}
		}
	};
}
async function assertRoom({ config, records }, run) {
	const [record, all] = await Promise.all([records.read(config.service), records.list()]);
	const hostId = config.host.instanceId ?? "";
	const refusal = (0,_ending_js__WEBPACK_IMPORTED_MODULE_0__.p)(record, run) ?? (0,_ending_js__WEBPACK_IMPORTED_MODULE_0__.d)(all.records, {
		preview: run,
		hostId,
		limit: run.limit
	});
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
}
/** The preview says that it serves the pull request, so it serves nothing else. */
async function wantedOf(ctx, run) {
	const wanted = await (0,_wanted_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx);
	const refusal = (0,_ending_js__WEBPACK_IMPORTED_MODULE_0__.m)(run, wanted, ctx.config.job.commit);
	if (refusal) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)(refusal);
	return wanted;
}
/** Removes a preview: containers, images, network and data on its host, its records and its repository. */
async function removePreview(ctx, run, { why, isTold }) {
	const record = await ctx.records.read(ctx.config.service);
	const report = await (0,_destroy2_js__WEBPACK_IMPORTED_MODULE_5__.t)(removing(ctx, record));
	if (isTold && report.removed?.length) await tell(ctx, run, removedComment(ctx.config, {
		at: new Date(ctx.clock.now()).toISOString(),
		why
	}));
	return report;
}
/** The record names the host, which can differ from that of new previews. */
function removing(ctx, record) {
	const { config } = ctx;
	const host = {
		...config.host,
		instanceId: record === void 0 ? config.host.instanceId : void 0
	};
	const destroyRepository = config.image.repository === (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Cr)(config.service);
	return {
		...ctx,
		config: {
			...config,
			command: "destroy",
			host,
			destroyRepository
		}
	};
}
async function tell(ctx, { number: pullRequest }, text) {
	const marker = previewMarker(ctx.config.service);
	await ctx.progress.step("Comment", () => (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		pullRequest,
		marker,
		body: `${marker}\n\n${text}`,
		asked: "preview"
	}));
}



/***/ }),

/***/ 6828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ putComment)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/steps/record/put-comment.ts
/** Writes a comment, or updates the earlier one. Returns its address. A refusal by GitHub is only a warning, because the run has done its work. */
async function putComment({ comments, progress }, { pullRequest, marker, body, asked }) {
	try {
		return await comments.put(pullRequest, marker, body);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.or) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lr)(error);
		progress.warn(`${asked}: GitHub did not accept the comment: ${reason}. The job needs \`pull-requests: write\`. In a run for a fork, the token can only read.`);
		return;
	}
}



/***/ }),

/***/ 6301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweep: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5128);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5910);
/* harmony import */ var _map_limited_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6992);
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4669);
/* harmony import */ var _query_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);






// src/domain/preview/sweep.ts
/** The previews of a repository, by number: those whose record has the name and the mark, and those on a host with the name, but without any record. */
function findPreviews({ name, job, records, unreadable, onHost }) {
	const recorded = records.filter(({ service }) => service === name).flatMap((record) => {
		const preview = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(record.preview?.number ?? 0, job);
		return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__.l)(record, preview) ? [{
			...preview,
			record
		}] : [];
	});
	const known = /* @__PURE__ */ new Set([...records.map(({ service, environment }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Tr)({
		name: service,
		environment
	})), ...unreadable.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.Tr)]);
	const leftovers = onHost.filter((service) => service.name === name && !known.has((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Tr)(service))).flatMap(({ environment }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.it)(environment) ?? []).map((number) => ({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(number, job),
		record: void 0
	}));
	return [...recorded, ...leftovers].toSorted((a, b) => a.number - b.number);
}
/** The services with the name of a preview and a record that cannot be read: nobody knows whether they are previews. */
function unreadablePreviews(name, unreadable) {
	return unreadable.filter((service) => service.name === name && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.it)(service.environment) !== void 0);
}
/** Why a preview expires, in words; `undefined`: it stays. Without a record it has neither mark nor age, so only a closed pull request counts. */
function sweepReason({ number, record }, { state, at, ttlMs, isHostGone }) {
	if (state === "closed") return `The pull request ${number} is closed`;
	if (record === void 0) return void 0;
	if (isHostGone) return `The host of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.at)(number)} is gone`;
	return at - Date.parse(record.deployedAt) > ttlMs ? `It was deployed at ${record.deployedAt}, longer ago than preview-ttl` : void 0;
}
// src/commands/sweep.ts
/** Removes previews that are no longer needed: of closed pull requests, older than `preview-ttl`, and leftovers. */
async function sweep(ctx) {
	const { previews, failed } = await ctx.progress.step("Find previews", () => find(ctx));
	const judged = await ctx.progress.step("Ask GitHub", () => judgeAll(ctx, previews));
	const swept = [];
	const failures = [...failed];
	for (const one of judged) {
		const error = await carryOut(ctx, one);
		if (error !== void 0) failures.push({
			environment: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.at)(one.preview.number),
			error
		});
		else if (one.why !== void 0) swept.push(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.at)(one.preview.number)}: ${one.why}`);
	}
	if (failures.length > 0) throw allOf(failures);
	return (0,_preview_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx.config, {
		swept,
		looked: previews.length
	});
}
async function find(ctx) {
	const { config, records } = ctx;
	const { name } = config.service;
	const [all, onHost] = await Promise.all([records.list(), servicesOnHost(ctx)]);
	const failed = unreadablePreviews(name, all.unreadable).map((service) => {
		const error = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ur)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.u)([service]));
		return warned(ctx, {
			environment: service.environment,
			error
		});
	});
	return {
		previews: findPreviews({
			name,
			job: config.job,
			...all,
			onHost
		}),
		failed
	};
}
/** What the host in `instance-id` has, whatever the records say. */
async function servicesOnHost(ctx) {
	const { instanceId } = ctx.config.host;
	const host = instanceId === void 0 ? void 0 : await ctx.hosts.get(instanceId);
	if (host === void 0) return [];
	const [status] = await (0,_query_status_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, [host]);
	if (status?.silent) ctx.progress.warn(`What is left on ${host.id} without a record is not swept: ${status.silent.reason}`);
	return (status?.others ?? []).map(_start_js__WEBPACK_IMPORTED_MODULE_1__.Er);
}
/** How many previews GitHub and AWS are asked about at a time. */
var AT_A_TIME = 8;
/** A preview whose pull request is unknown expires only by its age. */
async function judgeAll(ctx, previews) {
	const unknown = [];
	const judged = await (0,_map_limited_js__WEBPACK_IMPORTED_MODULE_5__.t)(previews, AT_A_TIME, async (preview) => {
		return judge(ctx, preview, await ctx.pullRequests.state(preview.number).catch((error) => {
			unknown.push(`${preview.number} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.lr)(error)})`);
			return "unknown";
		}));
	});
	if (unknown.length > 0) ctx.progress.warn(`GitHub does not say whether these pull requests are closed, so only their age counts: ${unknown.join(", ")}. The job needs pull-requests: read.`);
	return judged;
}
async function judge(ctx, preview, state) {
	try {
		return {
			preview,
			state,
			why: await reasonFor(ctx, preview, state)
		};
	} catch (error) {
		return {
			preview,
			state,
			why: void 0,
			error: unlessOver(error)
		};
	}
}
async function reasonFor(ctx, preview, state) {
	const { clock, hosts, config } = ctx;
	const ids = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(preview.record);
	const there = await Promise.all(ids.map((id) => hosts.get(id)));
	const isHostGone = ids.length > 0 && there.every((host) => host === void 0);
	return sweepReason(preview, {
		state,
		at: clock.now(),
		ttlMs: config.previewTtl * 1e3,
		isHostGone
	});
}
/** Removes the preview if that was decided. Returns why that failed; the sweep continues with the others. */
async function carryOut(ctx, { preview, state, why, error }) {
	const environment = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.at)(preview.number);
	if (error !== void 0) return warned(ctx, {
		environment,
		error
	}).error;
	if (why === void 0) return void 0;
	try {
		const run = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.st)(preview, preview.record?.deployedAt ?? "");
		const own = ofPreview(ctx, run);
		await (0,_preview_js__WEBPACK_IMPORTED_MODULE_3__.n)(own, run, {
			why,
			isTold: state !== "unknown"
		});
		await ctx.deployment.removed(own.config.service);
		return;
	} catch (thrown) {
		return warned(ctx, {
			environment,
			error: unlessOver(thrown)
		}).error;
	}
}
/** Nothing can follow after a cancelled run, or one that lost its lease. */
function unlessOver(error) {
	if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.or || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr && error.code === "lease-lost") throw error;
	return error;
}
function warned(ctx, failed) {
	ctx.progress.warn(`${failed.environment} was not removed: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.rr)(failed.error)}`);
	return failed;
}
/** The failure of the run, with all causes. The code is that of the first one that the reader can fix. */
function allOf(failures) {
	const [first, ...others] = failures;
	if (others.length === 0) return first?.error;
	const known = failures.map(({ error }) => error).find((error) => error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr);
	const lines = failures.map(({ environment, error }) => `${environment}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.rr)(error)}`);
	const words = `${failures.length} previews were not removed:\n${lines.join("\n")}`;
	if (known === void 0) return new AggregateError(failures.map(({ error }) => error), words);
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr(known.code, words, { hint: "Do what each line says, and run this again: the others are done." });
}
/** The context of a run for that pull request. */
function ofPreview(ctx, preview) {
	const { config } = ctx;
	const service = {
		name: config.service.name,
		environment: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.at)(preview.number)
	};
	const image = {
		...config.image,
		repository: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Cr)(service)
	};
	return {
		...ctx,
		config: {
			...config,
			service,
			host: {
				...config.host,
				service
			},
			image,
			preview,
			canOwnHosts: false
		}
	};
}



/***/ })

};
;