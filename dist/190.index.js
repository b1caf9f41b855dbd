export const id = 190;
export const ids = [190];
export const modules = {

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

/***/ 5190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ DescribeInstancesCommand),
/* harmony export */   ec2Hosts: () => (/* binding */ ec2Hosts),
/* harmony export */   i: () => (/* binding */ RunInstancesCommand),
/* harmony export */   n: () => (/* binding */ TerminateInstancesCommand),
/* harmony export */   r: () => (/* binding */ StartInstancesCommand),
/* harmony export */   t: () => (/* binding */ paginateDescribeInstances)
/* harmony export */ });
/* harmony import */ var _createPaginator_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2669);
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6420);
/* harmony import */ var _dist_es_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(861);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8201);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1375);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2491);
/* harmony import */ var _ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6272);







// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeInstances", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.z) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/RunInstancesCommand.js
var RunInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "RunInstances", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.Un) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/StartInstancesCommand.js
var StartInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "StartInstances", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.Xn) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/TerminateInstancesCommand.js
var TerminateInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "TerminateInstances", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.ar) {};
// node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeInstancesPaginator.js
const paginateDescribeInstances = (0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_6__.t)(_dist_es_js__WEBPACK_IMPORTED_MODULE_1__.t, DescribeInstancesCommand, "NextToken", "NextToken", "MaxResults");
// src/adapters/ec2-launch.ts
function runInstancesRequest(spec, token) {
	const tags = {
		...(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec.service),
		...spec.replaces !== void 0 && { ["docker-to-ec2:replaces"]: spec.replaces }
	};
	return {
		ClientToken: token,
		MinCount: 1,
		MaxCount: 1,
		ImageId: spec.ami,
		InstanceType: spec.instanceType,
		IamInstanceProfile: { Name: spec.instanceProfile },
		NetworkInterfaces: [{
			DeviceIndex: 0,
			SubnetId: spec.subnetId,
			Groups: [...spec.securityGroupIds],
			AssociatePublicIpAddress: true
		}],
		MetadataOptions: {
			HttpEndpoint: "enabled",
			HttpTokens: "required",
			HttpPutResponseHopLimit: 1
		},
		BlockDeviceMappings: [{
			DeviceName: spec.rootDevice,
			Ebs: {
				VolumeSize: spec.volumeGiB,
				VolumeType: "gp3",
				Encrypted: true,
				DeleteOnTermination: true
			}
		}],
		TagSpecifications: (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.i)(tags, "instance", "volume", "network-interface")
	};
}
/** What another zone may cure; the limits of an account it does not. */
const NO_CAPACITY = [
	"InsufficientInstanceCapacity",
	"InsufficientHostCapacity",
	"InsufficientFreeAddressesInSubnet",
	"MaxSpotInstanceCountExceeded",
	"UnfulfillableCapacity",
	"Unsupported"
];
const ACCOUNT_LIMIT = [
	"VcpuLimitExceeded",
	"InstanceLimitExceeded",
	"VolumeLimitExceeded",
	"MaxIOPSLimitExceeded"
];
const ACCOUNT_STATE = [
	"OptInRequired",
	"PendingVerification",
	"Blocked"
];
/** Errors that one input answers for. */
const INPUT_OF = {
	"InvalidGroup.NotFound": "security-group-ids",
	InvalidGroupId: "security-group-ids",
	InvalidSecurityGroupID: "security-group-ids",
	"InvalidSecurityGroupID.NotFound": "security-group-ids",
	"InvalidGroupId.Malformed": "security-group-ids",
	"InvalidSubnetID.NotFound": "subnet-ids",
	"InvalidAMIID.NotFound": "ami",
	"InvalidAMIID.Unavailable": "ami",
	InvalidBlockDeviceMapping: "volume-size"
};
/** Gives the outcomes that are worth another attempt; throws everything else. */
function launchFailure(error, spec) {
	if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error, ...NO_CAPACITY)) return {
		kind: "no-capacity",
		reason: error.message
	};
	if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error, "InvalidParameterValue") && /iam ?instance ?profile/i.test(error.message)) return { kind: "profile-not-visible" };
	throw refused(error, `launch a ${spec.instanceType}`) ?? error;
}
function startFailure(error, id) {
	if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error, ...NO_CAPACITY)) return refused(error, `start ${id}`) ?? error;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("no-capacity", `AWS has no capacity to start ${id} now: ${error.message}`, {
		next: "Run the job again later, or set replace: true with another instance-type.",
		cause: error
	});
}
function refused(error, what) {
	if (!(error instanceof Error)) return void 0;
	const message = `AWS does not ${what}: ${error.message}`;
	const input = INPUT_OF[error.name];
	if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error, ...ACCOUNT_LIMIT)) return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("account-limit", message, {
		next: "Ask for a higher quota in Service Quotas, or set a smaller instance-type.",
		cause: error
	});
	if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error, ...ACCOUNT_STATE)) return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("account-not-ready", message, {
		next: "Open the AWS console: the account itself needs attention.",
		cause: error
	});
	return input === void 0 ? void 0 : new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("launch-refused", message, {
		next: `Check the input ${input}.`,
		cause: error
	});
}
// src/adapters/ec2-hosts.ts
function ec2Hosts(client) {
	const fresh = /* @__PURE__ */ new Map();
	async function get(id) {
		const [host] = await describe(client, [{
			Name: "instance-id",
			Values: [id]
		}]);
		if (host) fresh.delete(id);
		return host ?? fresh.get(id);
	}
	return {
		async find(service) {
			const states = {
				Name: "instance-state-name",
				Values: [
					"pending",
					"running",
					"stopping",
					"stopped"
				]
			};
			return await describe(client, [...(0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.r)(service), states]);
		},
		async get(id) {
			const host = await get(id);
			return host?.state === "terminated" ? void 0 : host;
		},
		async launch(spec, token) {
			const launch = await launchOne(client, spec, token);
			if (launch.kind === "launched") fresh.set(launch.host.id, launch.host);
			return launch;
		},
		async start(id) {
			await start(client, id);
		},
		async terminate(id) {
			fresh.delete(id);
			await terminate(client, id);
		},
		state: async (id) => (await get(id))?.state ?? "terminated"
	};
}
async function describe(client, filters) {
	const all = paginateDescribeInstances({ client }, { Filters: filters });
	return (await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)("ec2:DescribeInstances", all, (page) => page.Reservations)).flatMap((reservation) => reservation.Instances ?? []).map(hostOf);
}
async function launchOne(client, spec, token) {
	try {
		const { Instances } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)("ec2:RunInstances", client.send(new RunInstancesCommand(runInstancesRequest(spec, token))));
		const [instance] = Instances ?? [];
		if (!instance) throw new Error("RunInstances answered without an instance.");
		return {
			kind: "launched",
			host: hostOf(instance)
		};
	} catch (error) {
		return launchFailure(error, spec);
	}
}
async function start(client, id) {
	try {
		await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)("ec2:StartInstances", client.send(new StartInstancesCommand({ InstanceIds: [id] })));
	} catch (error) {
		if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error, "IncorrectInstanceState") && /'(pending|running)'/.test(error.message)) return;
		throw startFailure(error, id);
	}
}
async function terminate(client, id) {
	const request = new TerminateInstancesCommand({ InstanceIds: [id] });
	try {
		await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)("ec2:TerminateInstances", client.send(request), "InvalidInstanceID.NotFound");
	} catch (cause) {
		if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(cause, "OperationNotPermitted")) throw cause;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("termination-protected", `${id} is protected from termination.`, {
			next: "Take the protection off in the EC2 console, and run this again.",
			cause
		});
	}
}
function hostOf(instance) {
	return {
		id: instance.InstanceId ?? "",
		state: instance.State?.Name ?? "pending",
		instanceType: instance.InstanceType ?? "",
		architecture: instance.Architecture?.startsWith("arm64") ? "arm64" : "x86_64",
		publicIp: instance.PublicIpAddress,
		privateIp: instance.PrivateIpAddress,
		subnetId: instance.SubnetId,
		vpcId: instance.VpcId,
		securityGroupIds: (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
		instanceProfile: instance.IamInstanceProfile?.Arn?.split("/").at(-1),
		managed: (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.t)(instance.Tags),
		replaces: (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.a)(instance.Tags, _service_js__WEBPACK_IMPORTED_MODULE_2__.n)
	};
}



/***/ }),

/***/ 6272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ tagValue),
/* harmony export */   i: () => (/* binding */ tagSpecifications),
/* harmony export */   n: () => (/* binding */ managedOf),
/* harmony export */   r: () => (/* binding */ ofService),
/* harmony export */   t: () => (/* binding */ isManaged)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8201);

// src/adapters/ec2-tags.ts
function tagSpecifications(tags, ...kinds) {
	return kinds.map((ResourceType) => ({
		ResourceType,
		Tags: tagList(tags)
	}));
}
/** Filters for what belongs to a service. */
function ofService(service) {
	return filters((0,_service_js__WEBPACK_IMPORTED_MODULE_0__.l)(service));
}
/** Filters for what this action created for a service. */
function managedOf(service) {
	const { Name: _, ...tags } = (0,_service_js__WEBPACK_IMPORTED_MODULE_0__.r)(service);
	return filters(tags);
}
function tagValue(tags, key) {
	return tags?.find((tag) => tag.Key === key)?.Value;
}
function isManaged(tags) {
	return tagValue(tags, _service_js__WEBPACK_IMPORTED_MODULE_0__.t) === "true";
}
function tagList(tags) {
	return Object.entries(tags).map(([Key, Value]) => ({
		Key,
		Value
	}));
}
function filters(tags) {
	return Object.entries(tags).map(([key, value]) => ({
		Name: `tag:${key}`,
		Values: [value]
	}));
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



/***/ })

};
