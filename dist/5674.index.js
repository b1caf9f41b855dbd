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
/* harmony import */ var _permitted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3524);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(838);




// src/connect/post-cleanup.ts
/** Notes for the `post` phase, by way of the runner's file of states: what is written there last counts. */
const postCleanup = {
	note: (kind, leftover) => (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.n)({ [kind]: JSON.stringify(leftover) }),
	forget: (kind) => (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.n)({ [kind]: "" })
};
// src/connect/promotion-source.ts
/** The adapters for an environment of another account, or of another region of this one. */
function connectSource(config, promotion, { clock }) {
	const options = optionsOf(config, promotion);
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(6678), __webpack_require__.e(7730)]).then(__webpack_require__.bind(__webpack_require__, 5349))).connectSsm(options));
	return {
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(5650)]).then(__webpack_require__.bind(__webpack_require__, 5650))).connectEcr(options)),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).records),
		statusQuery: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).statusQuery({
			clock,
			onWait: () => void 0
		}))
	};
}
function optionsOf(config, { role, region }) {
	if (role === void 0) return (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(region);
	const session = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(7064)]).then(__webpack_require__.bind(__webpack_require__, 7064))).connectRole((0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(config.region), role, `docker-to-ec2-${config.job.runId}`));
	return (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(region, { credentials: async () => (await session())() });
}
// src/connect.ts
/** Builds the adapters. Each loads its AWS client when it is first used, so that a run pays only for the services it talks to. */
function connect(config, surroundings) {
	const own = {
		...awsPorts(config, surroundings),
		...imagePorts(config, surroundings),
		...githubPorts(config),
		postCleanup
	};
	const { promotion } = config;
	const elsewhere = promotion !== void 0 && (promotion.role !== void 0 || promotion.region !== config.region);
	return {
		...own,
		source: elsewhere ? connectSource(config, promotion, surroundings) : own
	};
}
function awsPorts({ region }, { clock, progress, permit }) {
	const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__.t)(region, { permit });
	const ec2 = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(2718), __webpack_require__.e(7250)]).then(__webpack_require__.bind(__webpack_require__, 7250))).connectEc2(options, clock));
	const saveLease = (service, owner) => postCleanup.note("lease", {
		service,
		owner,
		region
	});
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(6678), __webpack_require__.e(7730)]).then(__webpack_require__.bind(__webpack_require__, 5349))).connectSsm(options, saveLease));
	const waiting = (what) => (status, sinceMs) => progress.waiting(`${what} (${status})`, clock.now() - sinceMs);
	return {
		account: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(7064)]).then(__webpack_require__.bind(__webpack_require__, 7064))).connectSts(options)),
		hosts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).hosts),
		catalog: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(6678), __webpack_require__.e(2718), __webpack_require__.e(7335)]).then(__webpack_require__.bind(__webpack_require__, 7335))).ec2Catalog((await ec2()).client, (await ssm()).client)),
		networks: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).networks),
		vpcs: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).vpcs),
		hostRoles: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(1957), __webpack_require__.e(6217)]).then(__webpack_require__.bind(__webpack_require__, 6217))).connectIam(options)),
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(5650)]).then(__webpack_require__.bind(__webpack_require__, 5650))).connectEcr(options)),
		remote: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const { hostProgram: program } = await __webpack_require__.e(/* import() */ 5881).then(__webpack_require__.bind(__webpack_require__, 5881));
			const saveCommand = (sent) => postCleanup.note("command", {
				...sent,
				region
			});
			return (await ssm()).remote({
				clock,
				program,
				saveCommand,
				onWait: waiting("the host's work")
			});
		}),
		statusQuery: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).statusQuery({
			clock,
			onWait: waiting("the hosts' answer")
		})),
		secretVersions: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(5826), __webpack_require__.e(546), __webpack_require__.e(8608), __webpack_require__.e(6678), __webpack_require__.e(5226)]).then(__webpack_require__.bind(__webpack_require__, 5226))).connectSecretVersions(options, (await ssm()).client)),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).records),
		lease: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).lease),
		queue: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).queue)
	};
}
function imagePorts({ job, image }, { clock, progress, permit }) {
	const fetch = (0,_permitted_js__WEBPACK_IMPORTED_MODULE_3__.n)(permit);
	const onLine = (line) => progress.info(line);
	return {
		registry: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 9977).then(__webpack_require__.bind(__webpack_require__, 9977))).httpRegistry({
			fetch,
			clock
		})),
		artifacts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 4759).then(__webpack_require__.bind(__webpack_require__, 4759))).httpArtifacts({
			fetch,
			clock
		})),
		builder: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 9567).then(__webpack_require__.bind(__webpack_require__, 9567))).dockerBuilder({
			onLine,
			postCleanup
		})),
		checkout: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const { localCheckout } = await __webpack_require__.e(/* import() */ 1658).then(__webpack_require__.bind(__webpack_require__, 1658));
			return localCheckout({
				workspace: job.workspace,
				...(0,_job_js__WEBPACK_IMPORTED_MODULE_0__.t)(job, image),
				env: process.env
			});
		})
	};
}
function githubPorts({ githubToken: token, job: { repository, apiUrl } }) {
	const github = {
		token,
		repository,
		apiUrl
	};
	return {
		commits: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 9118).then(__webpack_require__.bind(__webpack_require__, 9118))).githubCommits(github)),
		comments: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 2636).then(__webpack_require__.bind(__webpack_require__, 2636))).githubComments(github))
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



/***/ }),

/***/ 3524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ permittedFetch),
/* harmony export */   t: () => (/* binding */ permitted)
/* harmony export */ });
// src/connect/permitted.ts
/** Has a client ask before each request, and before each repetition of one, whether the run may still make it. */
function permitted(client, permit) {
	if (permit === void 0) return client;
	const ask = (next, { commandName = "" }) => async (request) => {
		const lost = isAlwaysAllowed(commandName, request.input) ? void 0 : permit.lost();
		if (lost !== void 0) throw lost;
		return next(request);
	};
	client.middlewareStack.add(ask, {
		step: "finalizeRequest",
		priority: "low",
		name: "permit"
	});
	return client;
}
function permittedFetch(permit) {
	return async (...request) => {
		const lost = permit.lost();
		if (lost !== void 0) throw lost;
		return fetch(...request);
	};
}
/** Who has lost the lease may still take back a command of its own, and give up the lease, which changes nothing where it is another's. */
function isAlwaysAllowed(commandName, input) {
	const { Name = "" } = input;
	return commandName === "CancelCommandCommand" || /\/(lease|queue)$/.test(Name);
}



/***/ })

};
;