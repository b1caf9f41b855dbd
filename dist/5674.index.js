"use strict";
exports.id = 5674;
exports.ids = [5674];
exports.modules = {

/***/ 5674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1131);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7628);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(838);



// src/connect/promotion-source.ts
/** The adapters for an environment of another account, or of another region of this one. */
function connectSource(config, promotion, { clock }) {
	const options = optionsOf(config, promotion);
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(6678), __webpack_require__.e(5349)]).then(__webpack_require__.bind(__webpack_require__, 5349))).connectSsm(options));
	return {
		hosts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(2718), __webpack_require__.e(7250)]).then(__webpack_require__.bind(__webpack_require__, 7250))).connectEc2(options, clock).hosts),
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(5650)]).then(__webpack_require__.bind(__webpack_require__, 5650))).connectEcr(options)),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).records),
		remote: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const { hostProgram } = await __webpack_require__.e(/* import() */ 5881).then(__webpack_require__.bind(__webpack_require__, 5881));
			return (await ssm()).remote({
				clock,
				program: hostProgram,
				saveCommand: () => void 0,
				onWait: () => void 0
			});
		})
	};
}
function optionsOf(config, { role, region }) {
	if (role === void 0) return (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(region);
	const session = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(7064)]).then(__webpack_require__.bind(__webpack_require__, 7064))).connectRole((0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(config.region), role, `docker-to-ec2-${config.job.runId}`));
	return (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(region, async () => (await session())());
}
// src/connect.ts
/** Builds the adapters. Each loads its AWS client when it is first used, so that a run pays only for the services it talks to. */
function connect(config, { clock, progress }) {
	const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(config.region);
	const ec2 = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(2718), __webpack_require__.e(7250)]).then(__webpack_require__.bind(__webpack_require__, 7250))).connectEc2(options, clock));
	const saveLease = (service, owner) => (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.n)({ lease: JSON.stringify({
		service,
		owner,
		region: config.region
	}) });
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(6678), __webpack_require__.e(5349)]).then(__webpack_require__.bind(__webpack_require__, 5349))).connectSsm(options, saveLease));
	const github = {
		token: config.githubToken,
		repository: config.job.repository,
		apiUrl: config.job.apiUrl
	};
	const own = {
		account: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(7064)]).then(__webpack_require__.bind(__webpack_require__, 7064))).connectSts(options)),
		hosts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).hosts),
		catalog: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(6678), __webpack_require__.e(2718), __webpack_require__.e(7335)]).then(__webpack_require__.bind(__webpack_require__, 7335))).ec2Catalog((await ec2()).client, (await ssm()).client)),
		networks: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).networks),
		vpcs: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).vpcs),
		hostRoles: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(6217)]).then(__webpack_require__.bind(__webpack_require__, 6217))).connectIam(options)),
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(5650)]).then(__webpack_require__.bind(__webpack_require__, 5650))).connectEcr(options)),
		registry: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 9977).then(__webpack_require__.bind(__webpack_require__, 9977))).httpRegistry({
			fetch,
			clock
		})),
		builder: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 9567).then(__webpack_require__.bind(__webpack_require__, 9567))).dockerBuilder({ onLine: (line) => progress.info(line) })),
		checkout: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const paths = (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.t)(config.job, config.image);
			return (await __webpack_require__.e(/* import() */ 1658).then(__webpack_require__.bind(__webpack_require__, 1658))).localCheckout({
				workspace: config.job.workspace,
				...paths,
				env: process.env
			});
		}),
		remote: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const { hostProgram } = await __webpack_require__.e(/* import() */ 5881).then(__webpack_require__.bind(__webpack_require__, 5881));
			return (await ssm()).remote({
				clock,
				program: hostProgram,
				saveCommand: (sent) => (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.n)({ command: JSON.stringify({
					...sent,
					region: config.region
				}) }),
				onWait: (status, sinceMs) => progress.waiting(`the host's work (${status})`, clock.now() - sinceMs)
			});
		}),
		secretVersions: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(6678), __webpack_require__.e(5226)]).then(__webpack_require__.bind(__webpack_require__, 5226))).connectSecretVersions(options, (await ssm()).client)),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).records),
		lease: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).lease),
		postCleanup: {
			leave: (will) => (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.n)({ will: JSON.stringify({
				...will,
				region: config.region
			}) }),
			revoke: () => (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.n)({ will: "" })
		},
		commits: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 9118).then(__webpack_require__.bind(__webpack_require__, 9118))).githubCommits(github)),
		comments: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 2636).then(__webpack_require__.bind(__webpack_require__, 2636))).githubComments(github))
	};
	const { promotion } = config;
	const elsewhere = promotion !== void 0 && (promotion.role !== void 0 || promotion.region !== config.region);
	return {
		...own,
		source: elsewhere ? connectSource(config, promotion, { clock }) : own
	};
}



/***/ }),

/***/ 7628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ once),
/* harmony export */   t: () => (/* binding */ lazy)
/* harmony export */ });
// src/connect/lazy.ts
/** Makes it at the first call, and only once. */
function once(make) {
	let made;
	return () => made ??= make();
}
/** A port whose adapter is loaded at the first call. Every method of a port that is loaded like this returns a promise. */
function lazy(load) {
	const loaded = once(load);
	const method = (name) => async (...args) => {
		return (await loaded())[name]?.(...args);
	};
	return new Proxy({}, { get: (_, name) => name === "then" ? void 0 : method(name) });
}



/***/ })

};
;