export const id = 654;
export const ids = [654];
export const modules = {

/***/ 6618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ GetParameterCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1572);
/* harmony import */ var _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(394);


// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParameterCommand.js
var GetParameterCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "GetParameter", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.J) {};



/***/ }),

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createPaginator)
/* harmony export */ });
// node_modules/@smithy/core/dist-es/legacy-root-exports/pagination/createPaginator.js
const makePagedClientRequest = async (CommandCtor, client, input, withCommand = (_) => _, ...args) => {
	let command = new CommandCtor(input);
	command = withCommand(command) ?? command;
	return await client.send(command, ...args);
};
function createPaginator(ClientCtor, CommandCtor, inputTokenName, outputTokenName, pageSizeTokenName) {
	return async function* paginateOperation(config, input, ...additionalArguments) {
		const _input = input;
		let token = config.startingToken ?? _input[inputTokenName];
		let hasNext = true;
		let page;
		while (hasNext) {
			_input[inputTokenName] = token;
			if (pageSizeTokenName) _input[pageSizeTokenName] = _input[pageSizeTokenName] ?? config.pageSize;
			if (config.client instanceof ClientCtor) page = await makePagedClientRequest(CommandCtor, config.client, input, config.withCommand, ...additionalArguments);
			else throw new Error(`Invalid client, expected instance of ${ClientCtor.name}`);
			yield page;
			const prevToken = token;
			token = get(page, outputTokenName);
			hasNext = !!(token && (!config.stopOnSameToken || token !== prevToken));
		}
		return void 0;
	};
}
const get = (fromObject, path) => {
	let cursor = fromObject;
	const pathComponents = path.split(".");
	for (const step of pathComponents) {
		if (!cursor || typeof cursor !== "object") return;
		cursor = cursor[step];
	}
	return cursor;
};



/***/ }),

/***/ 6654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ DeleteParameterCommand),
/* harmony export */   i: () => (/* binding */ DescribeParametersCommand),
/* harmony export */   n: () => (/* binding */ PutParameterCommand),
/* harmony export */   parameterRecords: () => (/* binding */ parameterRecords),
/* harmony export */   r: () => (/* binding */ GetParametersCommand),
/* harmony export */   t: () => (/* binding */ paginateDescribeParameters)
/* harmony export */ });
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1572);
/* harmony import */ var _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(394);
/* harmony import */ var _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6618);
/* harmony import */ var _createPaginator_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2669);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2079);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8201);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1375);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2491);








// node_modules/@aws-sdk/client-ssm/dist-es/commands/DeleteParameterCommand.js
var DeleteParameterCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "DeleteParameter", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.D) {};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/DescribeParametersCommand.js
var DescribeParametersCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeParameters", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.N) {};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersCommand.js
var GetParametersCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "GetParameters", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.Z) {};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/PutParameterCommand.js
var PutParameterCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "PutParameter", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.zn) {};
// node_modules/@aws-sdk/client-ssm/dist-es/pagination/DescribeParametersPaginator.js
const paginateDescribeParameters = (0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_7__.t)(_dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.t, DescribeParametersCommand, "NextToken", "NextToken", "MaxResults");
// src/adapters/parameter-records.ts
/** Bytes that a standard parameter holds. */
const LIMIT = 4096;
const RECORD = /^\/docker-to-ec2\/[^/]+\/[^/]+\/release$/;
function parameterRecords(client) {
	return {
		async read(service) {
			const request = new _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_2__.t({ Name: (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.a)(service) });
			const found = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_6__.a)("ssm:GetParameter", client.send(request), "ParameterNotFound");
			return (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.n)(found?.Parameter?.Value ?? "");
		},
		write: (record) => write(client, record),
		list: () => list(client),
		async remove(service) {
			const Name = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.a)(service);
			return await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_6__.a)("ssm:DeleteParameter", client.send(new DeleteParameterCommand({ Name })), "ParameterNotFound") && Name;
		}
	};
}
async function write(client, record) {
	const Name = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.a)({
		name: record.service,
		environment: record.environment
	});
	const Value = JSON.stringify(record);
	const bytes = Buffer.byteLength(Value);
	if (bytes > LIMIT) throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.n("record-too-large", `The release record ${Name} has ${bytes} bytes; Parameter Store takes ${LIMIT}.`);
	await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_6__.t)("ssm:PutParameter", client.send(new PutParameterCommand({
		Name,
		Value,
		Type: "String",
		Overwrite: true
	})));
}
/**
* The names come first, and then the values of the records alone: the services' secrets lie beside them, and a role that may read a whole path
* (`ssm:GetParametersByPath`) could read those, too.
*/
async function list(client) {
	const names = await recordNames(client);
	return (await Promise.all(chunks(names, 10).map((Names) => values(client, Names)))).flat().flatMap((text) => (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.n)(text) ?? []);
}
async function recordNames(client) {
	const all = paginateDescribeParameters({ client }, {
		ParameterFilters: [{
			Key: "Path",
			Option: "Recursive",
			Values: ["/docker-to-ec2"]
		}],
		MaxResults: 50
	});
	return (await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_6__.i)("ssm:DescribeParameters", all, (page) => page.Parameters)).flatMap(({ Name }) => Name ?? []).filter((name) => RECORD.test(name));
}
async function values(client, Names) {
	const { Parameters } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_6__.t)("ssm:GetParameters", client.send(new GetParametersCommand({ Names })));
	return (Parameters ?? []).flatMap(({ Value }) => Value ?? []);
}
function chunks(names, size) {
	return Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size));
}



/***/ }),

/***/ 2079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseRecord),
/* harmony export */   r: () => (/* binding */ releaseName),
/* harmony export */   t: () => (/* binding */ ofService)
/* harmony export */ });
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5141);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);


// src/domain/release.ts
/**
* Names a release. What decides whether a container must be started anew goes into the hash: digest, run configuration, port, and what counts as healthy.
* Time limits do not.
*/
function releaseName(commit, digest, run, health, httpPort) {
	const identity = [
		digest,
		run.port,
		run.args,
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(run.env),
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(run.secrets),
		run.volumes,
		run.memoryBytes ?? null,
		run.cpus ?? null,
		run.user ?? null,
		health.path,
		health.codes,
		health.host ?? null,
		httpPort
	];
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 8)}`;
}
/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
function parseRecord(text) {
	try {
		const record = JSON.parse(text);
		return record.schema === 1 && typeof record.release === "string" && typeof record.digest === "string" ? record : void 0;
	} catch {
		return;
	}
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}



/***/ }),

/***/ 8201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ recordName),
/* harmony export */   c: () => (/* binding */ serviceKey),
/* harmony export */   i: () => (/* binding */ parameterPath),
/* harmony export */   l: () => (/* binding */ serviceTags),
/* harmony export */   n: () => (/* binding */ TAG_REPLACES),
/* harmony export */   o: () => (/* binding */ roleName),
/* harmony export */   r: () => (/* binding */ managedTags),
/* harmony export */   s: () => (/* binding */ securityGroupName),
/* harmony export */   t: () => (/* binding */ TAG_MANAGED)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

// src/domain/service.ts
const TAG_SERVICE = "docker-to-ec2:service";
const TAG_ENVIRONMENT = "docker-to-ec2:environment";
/** Marks what this action created, and so may remove again. */
const TAG_MANAGED = "docker-to-ec2:managed";
/** On a new host that is to take over: the id of the host it replaces. */
const TAG_REPLACES = "docker-to-ec2:replaces";
/** The name of files, containers and labels on a host: `web.production`. A dot, because neither half may contain one. */
function serviceKey(service) {
	return `${service.name}.${service.environment}`;
}
/** Tags by which the resources of a service are found. */
function serviceTags(service) {
	return {
		[TAG_SERVICE]: service.name,
		[TAG_ENVIRONMENT]: service.environment
	};
}
/** Tags of everything the action creates. */
function managedTags(service) {
	return {
		...serviceTags(service),
		[TAG_MANAGED]: "true",
		Name: `${service.name}-${service.environment}`
	};
}
/** Path of the service's own parameters: its release record, and the secrets that its host may read by default. */
function parameterPath(service) {
	return `/docker-to-ec2/${service.name}/${service.environment}`;
}
function recordName(service) {
	return `${parameterPath(service)}/release`;
}
/** IAM is global, so the name carries the region. Role names end at 64 characters; a longer one is cut and made unique by a hash. */
function roleName(service, region) {
	const name = `docker-to-ec2-${service.name}-${service.environment}-${region}`;
	if (name.length <= 64) return name;
	return `${name.slice(0, 55)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, 8)}`;
}
function securityGroupName(service) {
	return `docker-to-ec2-${service.name}-${service.environment}`;
}



/***/ }),

/***/ 5141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ sortedEntries)
/* harmony export */ });
// src/domain/sorted.ts
/** Entries in the order of their names, so that a hash of them does not depend on the order in which they were written. */
function sortedEntries(entries) {
	return Object.entries(entries).toSorted(([a], [b]) => a < b ? -1 : 1);
}



/***/ })

};
