"use strict";
exports.id = 8787;
exports.ids = [8787,4917];
exports.modules = {

/***/ 8787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8123);
/* harmony import */ var _permitted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4917);
/* harmony import */ var _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9698);




// src/connect/promotion-source.ts
/** The adapters for an environment of another account, or of another region of this one. */
function connectSource(config, promotion, { clock }) {
	const options = optionsOf(config, promotion);
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(2625)]).then(__webpack_require__.bind(__webpack_require__, 2952))).connectSsm(options));
	const ecr = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(2707)]).then(__webpack_require__.bind(__webpack_require__, 2707))).connectEcr(options, promotion.from));
	return {
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ecr()).repositories),
		scans: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ecr()).scans),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).records),
		statusQuery: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).statusQuery({
			clock,
			onWait: () => void 0
		}))
	};
}
function optionsOf(config, { role, region }) {
	if (role === void 0) return (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.r)(region);
	const session = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7822), __webpack_require__.e(9315)]).then(__webpack_require__.bind(__webpack_require__, 9315))).connectRole((0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.r)(config.region), role, `docker-to-ec2-${config.job.runId}`));
	return (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.r)(region, { credentials: async () => (await session())() });
}
// src/connect.ts
/** Builds the adapters. Each loads its AWS client when it is first used, so that a run pays only for the services it talks to. */
function connect(config, surroundings) {
	const own = {
		...awsPorts(config, surroundings),
		...imagePorts(config, surroundings),
		...githubPorts(config),
		postCleanup: _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n
	};
	const { promotion } = config;
	const elsewhere = promotion !== void 0 && (promotion.role !== void 0 || promotion.region !== config.region);
	return {
		...own,
		source: elsewhere ? connectSource(config, promotion, surroundings) : own
	};
}
function awsPorts({ region, service: own }, { clock, progress, permit }) {
	const options = (0,_post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.r)(region, { permit });
	const ec2 = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7822), __webpack_require__.e(4409), __webpack_require__.e(6483)]).then(__webpack_require__.bind(__webpack_require__, 6483))).connectEc2(options, clock));
	const saveLease = (service, owner) => _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n.note("lease", {
		service,
		owner,
		region
	});
	const ssm = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(2952), __webpack_require__.e(2625)]).then(__webpack_require__.bind(__webpack_require__, 2952))).connectSsm(options, saveLease));
	const ecr = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.n)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(2707)]).then(__webpack_require__.bind(__webpack_require__, 2707))).connectEcr(options, own));
	const waiting = (what) => (status, since) => progress.waiting(`${what} (${status})`, since);
	return {
		account: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7822), __webpack_require__.e(9315)]).then(__webpack_require__.bind(__webpack_require__, 9315))).connectSts(options)),
		hosts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).hosts),
		catalog: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1603), __webpack_require__.e(4409), __webpack_require__.e(7806)]).then(__webpack_require__.bind(__webpack_require__, 7806))).ec2Catalog((await ec2()).client, (await ssm()).client)),
		networks: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).networks),
		vpcs: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ec2()).vpcs),
		zones: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(5798), __webpack_require__.e(2892)]).then(__webpack_require__.bind(__webpack_require__, 2892))).connectRoute53(options)),
		lookups: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 1101).then(__webpack_require__.bind(__webpack_require__, 3482))).dnsLookups()),
		hostRoles: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7822), __webpack_require__.e(1528)]).then(__webpack_require__.bind(__webpack_require__, 1528))).connectIam(options)),
		repositories: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ecr()).repositories),
		scans: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ecr()).scans),
		remote: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const { hostProgram: program } = await __webpack_require__.e(/* import() */ 6906).then(__webpack_require__.bind(__webpack_require__, 6906));
			const saveCommand = (sent) => _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n.note("command", {
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
		secretVersions: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await Promise.all(/* import() */[__webpack_require__.e(8171), __webpack_require__.e(1898), __webpack_require__.e(7759), __webpack_require__.e(1603), __webpack_require__.e(5359)]).then(__webpack_require__.bind(__webpack_require__, 5359))).connectSecretVersions(options, (await ssm()).client)),
		records: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).records),
		lease: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).lease),
		queue: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await ssm()).queue)
	};
}
function imagePorts(config, { clock, progress, permit }) {
	const { job, image, proof } = config;
	const fetch = (0,_permitted_js__WEBPACK_IMPORTED_MODULE_3__.n)(permit);
	const onLine = (line) => progress.info(line);
	return {
		registry: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 3974).then(__webpack_require__.bind(__webpack_require__, 3974))).httpRegistry({
			fetch,
			clock
		})),
		artifacts: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 3390).then(__webpack_require__.bind(__webpack_require__, 3390))).httpArtifacts({
			fetch,
			clock
		})),
		attestations: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 4535).then(__webpack_require__.bind(__webpack_require__, 4535))).connectAttestations(githubSpec(config), clock)),
		bundleVerifier: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 4535).then(__webpack_require__.bind(__webpack_require__, 4535))).connectBundleVerifier(proof.trustedRoot)),
		builder: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 5122).then(__webpack_require__.bind(__webpack_require__, 5122))).dockerBuilder({
			onLine,
			postCleanup: _post_cleanup_js__WEBPACK_IMPORTED_MODULE_1__.n
		})),
		checkout: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => {
			const { localCheckout } = await __webpack_require__.e(/* import() */ 117).then(__webpack_require__.bind(__webpack_require__, 117));
			return localCheckout({
				workspace: job.workspace,
				...(0,_job_js__WEBPACK_IMPORTED_MODULE_0__.t)(job, image),
				env: process.env
			});
		})
	};
}
function githubSpec({ githubToken: token, job: { repository, apiUrl } }) {
	return {
		token,
		repository,
		apiUrl
	};
}
function githubPorts(config) {
	const github = githubSpec(config);
	return {
		commits: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 2473).then(__webpack_require__.bind(__webpack_require__, 2473))).githubCommits(github)),
		comments: (0,_lazy_js__WEBPACK_IMPORTED_MODULE_2__.t)(async () => (await __webpack_require__.e(/* import() */ 7567).then(__webpack_require__.bind(__webpack_require__, 7567))).githubComments(github))
	};
}



/***/ }),

/***/ 8123:
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
/** A port whose adapter is loaded at the first call. */
function lazy(load) {
	const loaded = once(load);
	const method = (name) => async (...args) => {
		return (await loaded())[name]?.(...args);
	};
	return new Proxy({}, { get: (_, name) => name === "then" ? void 0 : method(name) });
}



/***/ }),

/***/ 8929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ hostOrder),
/* harmony export */   t: () => (/* binding */ VERBS)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9734);

// src/domain/order/order.ts
const VERBS = [
	"deploy",
	"rollback",
	"restart",
	"canary",
	"status",
	"remove"
];
const LOCK_TIMEOUT = 60;
function hostOrder(verb, { id, service, region, runUrl, token }) {
	return {
		verb,
		id,
		service: (0,_service_js__WEBPACK_IMPORTED_MODULE_0__.m)(service),
		region,
		lockTimeout: LOCK_TIMEOUT,
		runUrl,
		token
	};
}



/***/ }),

/***/ 4917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ permittedFetch),
/* harmony export */   t: () => (/* binding */ permitted)
/* harmony export */ });
// src/connect/aws/permitted.ts
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
/** Who has lost the lease may still take back a command of its own, and give up the lease, which changes nothing where it is another's. Not delete it. */
function isAlwaysAllowed(commandName, input) {
	const { Name = "" } = input;
	return commandName === "CancelCommandCommand" || commandName !== "DeleteParameterCommand" && /\/(lease|queue)$/.test(Name);
}



/***/ }),

/***/ 9698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ postCleanup),
/* harmony export */   r: () => (/* binding */ clientOptions),
/* harmony export */   t: () => (/* binding */ leftoverOf)
/* harmony export */ });
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5634);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1803);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8929);



// src/connect/aws/options.ts
/** A request that is not answered is made again, instead of being waited for without end. Milliseconds. */
const TIMEOUTS = {
	connectionTimeout: 5e3,
	requestTimeout: 15e3,
	throwOnRequestTimeout: true
};
function clientOptions(region, more = {}) {
	return {
		region,
		maxAttempts: 6,
		retryMode: "adaptive",
		customUserAgent: "docker-to-ec2",
		requestHandler: TIMEOUTS,
		...more
	};
}
// src/connect/post-cleanup.ts
/** Notes for the `post` phase, by way of the runner's file of states: what is written there last counts. */
const postCleanup = {
	note: (kind, leftover) => (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_0__.t)({ [kind]: JSON.stringify(leftover) }),
	forget: (kind) => (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_0__.t)({ [kind]: "" })
};
const hostIds = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r);
/** What a verb needs beside these fields goes with them. */
const order = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.v)({
	verb: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.E)(_order_js__WEBPACK_IMPORTED_MODULE_2__.t),
	id: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	service: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	lockTimeout: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.n,
	runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
	token: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.n
});
const LEFTOVERS = {
	command: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		id: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		hostIds,
		sentAt: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
		commandId: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.f)(_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r)
	}),
	order: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		hostIds,
		order
	}),
	build: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		folder: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		images: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.c)(_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r)
	}),
	lease: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
		region: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
		service: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.w)({
			name: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r,
			environment: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r
		}),
		owner: _untrusted_js__WEBPACK_IMPORTED_MODULE_1__.r
	})
};
/** What a run noted and did not forget; `undefined` where there is nothing of this kind. */
function leftoverOf(kind) {
	const text = (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_0__.r)(kind);
	if (text === "") return void 0;
	const leftover = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__.o)(LEFTOVERS[kind], text);
	if (leftover === void 0) throw new Error(`The state that the run left of its ${kind} cannot be read: ${text.slice(0, 200)}`);
	return leftover;
}



/***/ })

};
;