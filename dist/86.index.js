"use strict";
exports.id = 86;
exports.ids = [86];
exports.modules = {

/***/ 8705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4685);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2844);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(612);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7450);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9734);
/* harmony import */ var _report_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7868);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6434);







// src/commands/rollback-report.ts
function rollbackSuccess(ctx, { hosts, results, manifest }) {
	const placed = {
		hosts,
		results,
		release: {
			...manifest,
			name: manifest.release
		}
	};
	const lines = (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.i)({
		...placed,
		httpPort: manifest.httpPort
	});
	return {
		outcome: results.every(({ outcome }) => outcome === "unchanged") ? "unchanged" : "rolled-back",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_6__.r)(ctx.config.service)}: release ${manifest.release} serves again ${(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.s)(lines)}`,
		outputs: (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.a)(placed),
		facts: [...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.n)(placed), ["Rolled back from", (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.o)(results)]],
		...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.c)(lines)
	};
}
function rollbackFailure(ctx, { hosts, results, failed, cause }) {
	const { run, health, host } = ctx.config;
	const explained = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.c)({
		...failed,
		cause,
		port: run.port,
		healthPath: health.path
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const others = (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.o)(results, failed);
	const sentence = [
		`The rollback failed${place}: ${explained.sentence}.`,
		(0,_result_js__WEBPACK_IMPORTED_MODULE_2__.s)(failed),
		...others
	].join(" ");
	const lines = (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.i)({
		hosts,
		results,
		httpPort: host.httpPort
	});
	return {
		outcome: "failed",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_6__.r)(ctx.config.service)}: ${sentence}`,
		outputs: {
			...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.o)(lines),
			cause,
			"serving-digest": failed.serving,
			"previous-release": failed.previous
		},
		facts: (0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.r)(hosts),
		...(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.c)(lines),
		failure: {
			cause,
			sentence,
			next: explained.next,
			evidence: failed.evidence
		}
	};
}
// src/commands/rollback.ts
/** Returns to an earlier verified release, as it was: image, configuration, references to secrets. */
async function rollback(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_5__.t)(ctx, async () => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { accountId, plans, record } = await progress.step("Observe", () => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.i)(ctx, _observe_js__WEBPACK_IMPORTED_MODULE_0__.c));
		const hosts = await progress.step("Prepare the host", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
			accountId,
			plans,
			record
		}));
		const way = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.c)(ctx, hosts, record);
		const hostIds = hosts.map(({ id }) => id);
		return conclude(ctx, {
			hosts,
			record,
			results: await progress.step(`Roll back to ${way.target || "the last verified release"} on ${(0,_report_parts_js__WEBPACK_IMPORTED_MODULE_4__.t)(hostIds)}`, () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.l)(ctx, hostIds, way)),
			since
		});
	});
}
async function conclude(ctx, { hosts, record, results, since }) {
	const proven = provenManifest(results);
	const history = proven === void 0 ? [] : await ctx.records.history(ctx.config.service, 100);
	const manifest = proven && (0,_release_js__WEBPACK_IMPORTED_MODULE_1__.n)(proven, history);
	if (manifest === void 0) return giveUp(ctx, {
		hosts,
		record,
		results,
		since
	});
	const attempt = (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx, {
		release: manifest.release,
		commit: manifest.commit,
		outcome: "rolled-back",
		cause: "",
		since
	});
	const left = record === void 0 || record.release === manifest.release ? {} : { blocked: record.commit };
	const settings = history.find(({ release }) => release === manifest.release)?.settings;
	const live = {
		manifest,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.o)(results),
		settings
	};
	await ctx.progress.step("Record the release", () => (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.i)(ctx, live, {
		record,
		attempt,
		...left
	}));
	warnOfMigrations(ctx, history, manifest.release);
	return rollbackSuccess(ctx, {
		hosts,
		results,
		manifest
	});
}
/** Of the release that every host was seen to serve. */
function provenManifest(results) {
	const manifest = results.find((result) => result.manifest)?.manifest;
	return results.every(({ outcome, serving }) => outcome !== "failed" && serving === manifest?.digest) ? manifest : void 0;
}
/** Hosts that had returned already go forth again, so that all serve the same. */
async function giveUp(ctx, { hosts, record, results, since }) {
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.t)(results) ?? results[0];
	if (failed === void 0) throw new Error("No host gave an answer.");
	const cause = failed.cause ?? "not-serving";
	const release = results.find((result) => result.manifest)?.manifest?.release ?? "";
	const after = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.s)(ctx, {
		release,
		recorded: record?.release,
		results
	});
	await (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, record, (0,_provision_js__WEBPACK_IMPORTED_MODULE_3__.n)(ctx, {
		release: ctx.config.release ?? "",
		commit: "",
		outcome: "failed",
		cause,
		since
	}));
	return rollbackFailure(ctx, {
		hosts,
		results: after,
		failed,
		cause
	});
}
/** Data may have been changed in a way that the release does not understand; nothing that a rollback can undo. */
function warnOfMigrations(ctx, history, target) {
	const until = history.findIndex(({ release }) => release === target);
	const passed = [...new Set(history.slice(0, Math.max(until, 0)).filter(({ migration }) => migration).map(({ release }) => release))];
	if (passed.length > 0) ctx.progress.warn(`Rolled back past ${passed.join(", ")}, marked as migration: check that ${target} understands the data.`);
}



/***/ })

};
;