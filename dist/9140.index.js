"use strict";
exports.id = 9140;
exports.ids = [9140];
exports.modules = {

/***/ 9140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);



// src/clean-up.ts
var ENDS = {
	command: cancelCommand,
	order: sendOrder,
	build: removeBuild,
	deployment: endDeployment,
	lease: giveUpLease
};
async function cleanUp() {
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.lt)("finished") === "true") return;
	const failures = [];
	for (const kind of Object.keys(ENDS)) await end(kind).catch((error) => failures.push(error));
	if (failures.length > 0) throw failures[0];
}
async function end(kind) {
	const leftover = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.i)(kind);
	const done = leftover === void 0 ? void 0 : await ENDS[kind](leftover);
	if (done !== void 0) (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.zt)(done);
}
async function cancelCommand({ region, ...sent }) {
	const { cancelSent } = await Promise.all(/* import() */[__webpack_require__.e(8328), __webpack_require__.e(2952)]).then(__webpack_require__.bind(__webpack_require__, 2952));
	const commandId = await cancelSent(optionsOf(region), untimed(), sent);
	if (commandId === void 0) return void 0;
	return `Cancelled the command ${commandId} on ${sent.hostIds.join(", ")}, which the run was following. The next run cleans up.`;
}
var ORDER_TIMEOUT = 120;
async function sendOrder({ region, ...sent }) {
	const [{ connectSsm }, { hostProgram }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8328), __webpack_require__.e(2952)]).then(__webpack_require__.bind(__webpack_require__, 2952)), __webpack_require__.e(/* import() */ 6906).then(__webpack_require__.bind(__webpack_require__, 6906))]);
	const { signal } = new AbortController();
	const spec = {
		clock: untimed(),
		program: hostProgram,
		saveCommand: () => void 0,
		onAgentFailed: () => void 0,
		onWait: () => void 0
	};
	const remote = connectSsm(optionsOf(region)).remote(spec);
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Nn)({
		remote,
		signal
	}, {
		...sent,
		timeout: ORDER_TIMEOUT,
		continueOnError: true,
		read: () => void 0
	});
	return `Sent ${sent.hostIds.join(", ")} the order that the run had left: ${sent.order.verb} ${sent.order.service}`;
}
async function removeBuild(build) {
	const { endBuild } = await __webpack_require__.e(/* import() */ 7355).then(__webpack_require__.bind(__webpack_require__, 7355));
	await endBuild(build, process.env);
	return "Ended the build, and removed its registry login and its images.";
}
async function endDeployment({ id, runUrl, ...github }) {
	const { githubDeployments } = await __webpack_require__.e(/* import() */ 5562).then(__webpack_require__.bind(__webpack_require__, 3181));
	await githubDeployments({
		...github,
		limit: _start_js__WEBPACK_IMPORTED_MODULE_0__.st,
		token: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(process.env, "github-token")
	}).mark(id, {
		state: "inactive",
		description: "cancelled",
		logUrl: runUrl
	});
	return "Marked the run's deployment on GitHub as inactive.";
}
async function giveUpLease({ region, service, owner }) {
	const { connectSsm } = await Promise.all(/* import() */[__webpack_require__.e(8328), __webpack_require__.e(2952)]).then(__webpack_require__.bind(__webpack_require__, 2952));
	return await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Pn)(connectSsm(optionsOf(region)).lease, service, owner) ? "Released the lease of the run." : void 0;
}
function optionsOf(region) {
	return (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.u)(region, (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.c)((0,_request_js__WEBPACK_IMPORTED_MODULE_1__.a)(), region, untimed()));
}
function untimed() {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ot)(new AbortController().signal);
}



/***/ })

};
;