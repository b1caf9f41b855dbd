"use strict";
exports.id = 1679;
exports.ids = [1679];
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

/***/ 1679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* reexport safe */ _preview_js__WEBPACK_IMPORTED_MODULE_0__.t)
/* harmony export */ });
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4669);



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



/***/ })

};
;