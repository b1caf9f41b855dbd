"use strict";
exports.id = 6058;
exports.ids = [6058];
exports.modules = {

/***/ 6058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restart: () => (/* binding */ restart)
/* harmony export */ });
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5933);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3593);
/* harmony import */ var _cut_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8056);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(612);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3096);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5859);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3141);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8675);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8705);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6434);











// src/domain/order/restart-order.ts
/** Starts the live release again in a new container, from the document on the host, and cuts over to it. */
function restartOrder(spec) {
	return {
		...(0,_order_js__WEBPACK_IMPORTED_MODULE_2__.n)("restart", spec),
		...(0,_cut_over_js__WEBPACK_IMPORTED_MODULE_1__.t)(spec),
		base: spec.base
	};
}
// src/commands/restart.ts
/** Starts the live release again on all its hosts, in a new container beside the serving one, so that it reads its secrets again. Builds nothing. */
async function restart(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_9__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_9__.r, async (ctx) => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { plans, record } = await progress.step("Snapshot", () => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, _order_spec_js__WEBPACK_IMPORTED_MODULE_0__.p));
		const prepared = await progress.step("Prepare the host", () => (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.n)((0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.s)(ctx, record), {
			plans,
			record,
			spec: ctx.config.spec
		}));
		const { hosts } = prepared;
		if (record) ctx.deployment.start((0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
			...record,
			name: record.release
		}, since));
		return conclude(ctx, {
			hosts,
			record,
			results: await progress.step(`Restart ${record?.release ?? "the live release"} on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_7__.yt)(hosts.map(({ id }) => id))}`, () => restartOnHosts(ctx, prepared, record), _result_js__WEBPACK_IMPORTED_MODULE_3__.r),
			since
		});
	});
}
/** In waves. If the hosts serve different releases, only a deploy can fix that. */
function restartOnHosts(ctx, { hosts, avoid }, record) {
	const hostIds = hosts.map(({ id }) => id);
	const { release = "*", login } = record ?? {};
	return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.u)(ctx, [release], (base) => {
		const order = restartOrder({
			...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx),
			...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx, avoid),
			ownRegistry: login,
			base
		});
		return (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.d)(ctx, {
			hostIds,
			order,
			concurrency: ctx.config.maxConcurrency,
			live: record
		}, base.join(" "));
	});
}
async function conclude(ctx, restarted) {
	const { hosts, record, results, since } = restarted;
	const served = await provenRelease(ctx, restarted);
	if (served === void 0) return failRestart(ctx, restarted);
	const semver = record?.release === served.name ? record.semver : void 0;
	ctx.deployment.start((0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, {
		...served,
		semver
	}, since));
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		release: served.name,
		commit: served.commit,
		semver,
		outcome: "restarted",
		cause: "",
		since,
		results
	});
	const live = {
		served,
		semver,
		hostIds: hosts.map(({ id }) => id),
		previous: record?.release ?? "",
		fingerprint: void 0,
		artifact: void 0,
		results
	};
	await ctx.progress.step("Record the restart", () => record?.release === served.name ? (0,_record_release_js__WEBPACK_IMPORTED_MODULE_4__.a)(ctx, record, {
		results,
		attempt
	}) : (0,_record_release_js__WEBPACK_IMPORTED_MODULE_4__.i)(ctx, live, {
		record,
		attempt
	}));
	await (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_5__.o)(ctx, served.route, hosts, record);
	await (0,_release_names_js__WEBPACK_IMPORTED_MODULE_6__.t)(ctx, served.route, hosts, record);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_8__.n)(ctx.config, {
		hosts,
		results,
		served,
		semver
	});
}
/** The release that all hosts serve, if the records name the same image for it. */
async function provenRelease({ config, records }, { record, results }) {
	const told = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.c)(results);
	if (told === void 0) return void 0;
	return (0,_history_js__WEBPACK_IMPORTED_MODULE_10__.a)(told, told.name === record?.release ? [record] : await records.history(config.service, 100));
}
/** Each host serves the same release as before, so the restarted hosts stay as they are. */
async function failRestart(ctx, { hosts, record, results, since }) {
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.l)(results);
	const { cause = "not-serving" } = failed;
	const { release = "", commit = "", semver } = record ?? {};
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, record, (0,_record_release_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, {
		release,
		commit,
		semver,
		outcome: "failed",
		cause,
		since,
		results
	}));
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx.config, {
		deed: "restart",
		hosts,
		results,
		failed
	});
}



/***/ }),

/***/ 8705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ restartSuccess),
/* harmony export */   r: () => (/* binding */ rollbackSuccess),
/* harmony export */   t: () => (/* binding */ failureReport)
/* harmony export */ });
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7450);
/* harmony import */ var _deployment_start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5859);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8675);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8109);





// src/report/pages/rollback.ts
/** `blocked`: the commit that was rolled back, and stays refused. */
function rollbackSuccess(config, served) {
	const { results, blocked = "" } = served;
	const report = success(config, served, {
		outcome: results.every((result) => result.outcome === "unchanged") ? "unchanged" : "rolled-back",
		verb: "serves again"
	});
	return {
		...report,
		facts: [
			...report.facts,
			["Rolled back from", (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.s)(results)],
			...whatIsRefused(blocked)
		]
	};
}
function whatIsRefused(commit) {
	return commit === "" ? [] : [["Refused from now on", `commit ${commit.slice(0, 8)}, until a newer one comes, or allow-rolled-back: true`]];
}
function restartSuccess(config, served) {
	return success(config, served, {
		outcome: "restarted",
		verb: "was restarted"
	});
}
function success({ service }, { hosts, results, served, semver }, { outcome, verb }) {
	const placed = {
		hosts,
		results,
		release: {
			...served,
			semver
		},
		route: served.route
	};
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.r)(placed);
	return {
		outcome,
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.hr)(service)}: ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.c)(placed.release)} ${verb} ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.s)(lines)}`,
		outputs: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.a)(placed),
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.t)(placed),
		image: served.image,
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.l)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.i)(results)
	};
}
function failureReport(config, { deed, hosts, results, failed }) {
	const { spec } = config;
	const { cause = "not-serving" } = failed;
	const explained = (0,_provision_js__WEBPACK_IMPORTED_MODULE_0__.i)({
		...failed,
		cause,
		port: spec.port,
		healthPath: spec["health-path"]
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const lines = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.r)({
		hosts,
		results,
		route: spec
	});
	return {
		outcome: "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.hr)(config.service)}: the ${deed} failed${place}`,
		outputs: {
			...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.o)(lines),
			cause,
			"serving-digest": failed.serving,
			"previous-release": failed.previous
		},
		facts: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.n)(hosts),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.l)(lines),
		...(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_4__.i)(results),
		failure: {
			cause,
			sentence: `${explained.sentence}.`,
			state: (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.u)(failed),
			others: (0,_deployment_start_js__WEBPACK_IMPORTED_MODULE_1__.l)(results, failed),
			hint: explained.hint,
			evidence: failed.evidence
		}
	};
}



/***/ })

};
;