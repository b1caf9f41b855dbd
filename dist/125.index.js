export const id = 125;
export const ids = [125,190,626,242];
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

/***/ 125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC2Client: () => (/* reexport safe */ _dist_es_js__WEBPACK_IMPORTED_MODULE_2__.t)
/* harmony export */ });
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8855);
/* harmony import */ var _client_command_builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3169);
/* harmony import */ var _dist_es_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(861);
/* harmony import */ var _ec2_catalog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6626);
/* harmony import */ var _ec2_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5190);
/* harmony import */ var _ec2_networks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7242);








/***/ }),

/***/ 6626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ec2Catalog: () => (/* binding */ ec2Catalog),
/* harmony export */   n: () => (/* binding */ DescribeImagesCommand),
/* harmony export */   t: () => (/* binding */ DescribeInstanceTypesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6420);
/* harmony import */ var _dist_es_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(861);
/* harmony import */ var _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6618);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1375);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2491);





// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeImages", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.N) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstanceTypesCommand.js
var DescribeInstanceTypesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeInstanceTypes", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.I) {};
// src/adapters/ec2-catalog.ts
function ec2Catalog(ec2, ssm) {
	return {
		architectureOf: (instanceType) => architectureOf(ec2, instanceType),
		defaultAmi: (architecture) => defaultAmi(ssm, architecture),
		describeAmi: (ami) => describeAmi(ec2, ami)
	};
}
async function architectureOf(client, instanceType) {
	const request = new DescribeInstanceTypesCommand({ InstanceTypes: [instanceType] });
	const supported = (await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)("ec2:DescribeInstanceTypes", client.send(request), ...[
		"InvalidInstanceType",
		"InvalidParameterValue",
		"ValidationError"
	]))?.InstanceTypes?.[0]?.ProcessorInfo?.SupportedArchitectures ?? [];
	const architecture = ["x86_64", "arm64"].find((candidate) => supported.includes(candidate));
	if (architecture) return architecture;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("unknown-instance-type", `This region does not offer the instance type ${instanceType} for Linux.`, { next: "Set the input instance-type to another one, such as t3.small or t4g.small." });
}
async function defaultAmi(client, architecture) {
	const name = `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
	const found = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)("ssm:GetParameter", client.send(new _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_2__.t({ Name: name })), "ParameterNotFound");
	if (found?.Parameter?.Value !== void 0) return found.Parameter.Value;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("no-default-ami", `This region has no parameter ${name}.`, { next: "Set the input ami." });
}
async function describeAmi(client, ami) {
	const image = (await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)("ec2:DescribeImages", client.send(new DescribeImagesCommand({ ImageIds: [ami] })), ...[
		"InvalidAMIID.NotFound",
		"InvalidAMIID.Malformed",
		"InvalidAMIID.Unavailable"
	]))?.Images?.[0];
	if (image) return {
		architecture: image.Architecture === "arm64" ? "arm64" : "x86_64",
		rootDevice: image.RootDeviceName ?? "/dev/xvda"
	};
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("unknown-ami", `The image ${ami} does not exist in this region, or is not shared with this account.`, { next: "Check the inputs ami and aws-region." });
}



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

/***/ 7242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ DescribeSecurityGroupsCommand),
/* harmony export */   c: () => (/* binding */ CreateSecurityGroupCommand),
/* harmony export */   d: () => (/* binding */ AllocateAddressCommand),
/* harmony export */   ec2Networks: () => (/* binding */ ec2Networks),
/* harmony export */   i: () => (/* binding */ DescribeSubnetsCommand),
/* harmony export */   l: () => (/* binding */ AuthorizeSecurityGroupIngressCommand),
/* harmony export */   n: () => (/* binding */ DisassociateAddressCommand),
/* harmony export */   o: () => (/* binding */ DescribeAddressesCommand),
/* harmony export */   r: () => (/* binding */ DescribeVpcsCommand),
/* harmony export */   s: () => (/* binding */ DeleteSecurityGroupCommand),
/* harmony export */   t: () => (/* binding */ ReleaseAddressCommand),
/* harmony export */   u: () => (/* binding */ AssociateAddressCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6420);
/* harmony import */ var _dist_es_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(861);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1375);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2491);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8201);
/* harmony import */ var _ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6272);






// node_modules/@aws-sdk/client-ec2/dist-es/commands/AllocateAddressCommand.js
var AllocateAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "AllocateAddress", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.r) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/AssociateAddressCommand.js
var AssociateAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "AssociateAddress", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.o) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/AuthorizeSecurityGroupIngressCommand.js
var AuthorizeSecurityGroupIngressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "AuthorizeSecurityGroupIngress", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.l) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateSecurityGroupCommand.js
var CreateSecurityGroupCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "CreateSecurityGroup", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.S) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSecurityGroupCommand.js
var DeleteSecurityGroupCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DeleteSecurityGroup", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.D) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeAddressesCommand.js
var DescribeAddressesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeAddresses", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.A) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSecurityGroupsCommand.js
var DescribeSecurityGroupsCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeSecurityGroups", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.H) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSubnetsCommand.js
var DescribeSubnetsCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeSubnets", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.G) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVpcsCommand.js
var DescribeVpcsCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeVpcs", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.J) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DisassociateAddressCommand.js
var DisassociateAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "DisassociateAddress", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.Z) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/ReleaseAddressCommand.js
var ReleaseAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "ReleaseAddress", _dist_es_js__WEBPACK_IMPORTED_MODULE_1__.Bn) {};
// src/adapters/ec2-consistency.ts
const PATIENCE_MS = 3e4;
/**
* Repeats a call while EC2 does not know what it has just created; `missing` is the error that says so.
* https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
*/
async function onceVisible(clock, missing, call) {
	const deadline = clock.now() + PATIENCE_MS;
	for (;;) try {
		return await call();
	} catch (error) {
		if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, missing) || clock.now() >= deadline) throw error;
		await clock.sleep(1e3);
	}
}
// src/adapters/ec2-addresses.ts
async function ensureAddress(client, clock, { service, hostId }) {
	const [found] = await observe$1(client, service);
	const address = found ?? await allocate(client, service);
	if (address.InstanceId !== hostId) await onceVisible(clock, "InvalidAllocationID.NotFound", () => associate(client, address, hostId));
	return address.PublicIp ?? "";
}
async function releaseAddresses(client, service) {
	const addresses = await observe$1(client, service);
	for (const address of addresses) await release(client, address);
	return addresses.flatMap(({ PublicIp }) => PublicIp ?? []);
}
/** In a fixed order, so that two runs at once settle on the same one. */
async function observe$1(client, service) {
	const { Addresses } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:DescribeAddresses", client.send(new DescribeAddressesCommand({ Filters: (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.n)(service) })));
	return (Addresses ?? []).toSorted((a, b) => (a.AllocationId ?? "").localeCompare(b.AllocationId ?? ""));
}
async function allocate(client, service) {
	const request = new AllocateAddressCommand({
		Domain: "vpc",
		TagSpecifications: (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.i)((0,_service_js__WEBPACK_IMPORTED_MODULE_4__.r)(service), "elastic-ip")
	});
	try {
		return await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:AllocateAddress", client.send(request));
	} catch (cause) {
		if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(cause, "AddressLimitExceeded")) throw cause;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("account-limit", `AWS does not allocate another Elastic IP: ${cause.message}`, {
			next: "Release an unused Elastic IP, ask for a higher quota in Service Quotas, or set elastic-ip: false.",
			cause
		});
	}
}
async function associate(client, address, hostId) {
	const request = new AssociateAddressCommand({
		AllocationId: address.AllocationId,
		InstanceId: hostId,
		AllowReassociation: true
	});
	await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:AssociateAddress", client.send(request));
}
async function release(client, { AllocationId, AssociationId }) {
	if (AssociationId !== void 0) {
		const leave = new DisassociateAddressCommand({ AssociationId });
		await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)("ec2:DisassociateAddress", client.send(leave), "InvalidAssociationID.NotFound");
	}
	await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)("ec2:ReleaseAddress", client.send(new ReleaseAddressCommand({ AllocationId })), "InvalidAllocationID.NotFound");
}
// src/adapters/ec2-security-groups.ts
/** A terminated instance holds its groups until its network interface is gone. */
const RELEASE_MS = 12e4;
async function ensureSecurityGroup(client, clock, spec) {
	const group = await observe(client, spec) ?? await create(client, spec);
	const missing = missingIngress(group, spec.port);
	if (missing) await onceVisible(clock, "InvalidGroup.NotFound", () => authorize(client, group.GroupId ?? "", missing));
	return group.GroupId ?? "";
}
async function removeSecurityGroups(client, clock, service) {
	const ids = (await describe$1(client, (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.n)(service))).flatMap(({ GroupId }) => GroupId ?? []);
	for (const id of ids) await remove(client, clock, id);
	return ids;
}
async function observe(client, { service, vpcId }) {
	const own = [{
		Name: "vpc-id",
		Values: [vpcId]
	}, {
		Name: "group-name",
		Values: [(0,_service_js__WEBPACK_IMPORTED_MODULE_4__.s)(service)]
	}];
	return (await describe$1(client, [...(0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.n)(service), ...own]))[0];
}
async function describe$1(client, filters) {
	const { SecurityGroups } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:DescribeSecurityGroups", client.send(new DescribeSecurityGroupsCommand({ Filters: filters })));
	return SecurityGroups ?? [];
}
async function create(client, spec) {
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_4__.s)(spec.service);
	const request = new CreateSecurityGroupCommand({
		GroupName: name,
		Description: `docker-to-ec2: ${spec.service.name} (${spec.service.environment})`,
		VpcId: spec.vpcId,
		TagSpecifications: (0,_ec2_tags_js__WEBPACK_IMPORTED_MODULE_5__.i)((0,_service_js__WEBPACK_IMPORTED_MODULE_4__.r)(spec.service), "security-group")
	});
	try {
		const { GroupId = "" } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:CreateSecurityGroup", client.send(request));
		return { GroupId };
	} catch (cause) {
		const winner = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(cause, "InvalidGroup.Duplicate") ? await observe(client, spec) : void 0;
		if (winner) return winner;
		throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(cause, "InvalidGroup.Duplicate") ? taken(name, spec.vpcId, cause) : cause;
	}
}
function taken(name, vpcId, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("security-group-taken", `${vpcId} has a security group ${name} that this action did not create.`, {
		next: "Name your own groups in the input security-group-ids, or rename that one.",
		cause
	});
}
/** What is not open yet. Rules that someone added stay as they are. */
function missingIngress(group, port) {
	const rules = (group.IpPermissions ?? []).filter((rule) => rule.IpProtocol === "tcp" && rule.FromPort === port && rule.ToPort === port);
	const v4 = rules.some((rule) => rule.IpRanges?.some(({ CidrIp }) => CidrIp === "0.0.0.0/0"));
	const v6 = rules.some((rule) => rule.Ipv6Ranges?.some(({ CidrIpv6 }) => CidrIpv6 === "::/0"));
	if (v4 && v6) return void 0;
	return {
		IpProtocol: "tcp",
		FromPort: port,
		ToPort: port,
		...!v4 && { IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
		...!v6 && { Ipv6Ranges: [{ CidrIpv6: "::/0" }] }
	};
}
async function authorize(client, id, permission) {
	const request = new AuthorizeSecurityGroupIngressCommand({
		GroupId: id,
		IpPermissions: [permission]
	});
	await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)("ec2:AuthorizeSecurityGroupIngress", client.send(request), "InvalidPermission.Duplicate");
}
async function remove(client, clock, id) {
	const deadline = clock.now() + RELEASE_MS;
	while (!await tryRemove(client, id)) {
		if (clock.now() >= deadline) throw inUse(id);
		await clock.sleep(3e3);
	}
}
/** False while something holds the group. */
async function tryRemove(client, GroupId) {
	try {
		await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)("ec2:DeleteSecurityGroup", client.send(new DeleteSecurityGroupCommand({ GroupId })), "InvalidGroup.NotFound");
		return true;
	} catch (error) {
		if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, "DependencyViolation")) return false;
		throw error;
	}
}
function inUse(id) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("security-group-in-use", `The security group ${id} is still in use after ${RELEASE_MS / 1e3} s.`, { next: "Detach it from what uses it (its network interfaces show in the EC2 console), and run destroy again." });
}
// src/adapters/ec2-networks.ts
function ec2Networks(client, clock) {
	return {
		subnets: (ids) => ids.length > 0 ? namedSubnets(client, ids) : defaultSubnets(client),
		ensureSecurityGroup: (service, vpcId, port) => ensureSecurityGroup(client, clock, {
			service,
			vpcId,
			port
		}),
		ensureAddress: (service, hostId) => ensureAddress(client, clock, {
			service,
			hostId
		}),
		removeSecurityGroups: (service) => removeSecurityGroups(client, clock, service),
		releaseAddresses: (service) => releaseAddresses(client, service)
	};
}
async function namedSubnets(client, ids) {
	try {
		const found = await describe(client, new DescribeSubnetsCommand({ SubnetIds: [...ids] }));
		return ids.flatMap((id) => found.find((subnet) => subnet.id === id) ?? []);
	} catch (cause) {
		if (!(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(cause, "InvalidSubnetID.NotFound", "InvalidSubnetId.Malformed")) throw cause;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("unknown-subnet", `AWS does not know all of the subnets: ${cause.message}`, {
			next: "Check the inputs subnet-ids and aws-region.",
			cause
		});
	}
}
async function defaultSubnets(client) {
	const request = new DescribeVpcsCommand({ Filters: [{
		Name: "is-default",
		Values: ["true"]
	}] });
	const vpc = (await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:DescribeVpcs", client.send(request))).Vpcs?.[0]?.VpcId;
	const subnets = vpc === void 0 ? [] : await subnetsOf(client, vpc);
	if (subnets.length > 0) return subnets;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("no-default-vpc", vpc === void 0 ? "This region has no default VPC." : `The default VPC ${vpc} has no default subnet.`, { next: "Set the input subnet-ids to one or more public subnets." });
}
async function subnetsOf(client, vpc) {
	return (await describe(client, new DescribeSubnetsCommand({ Filters: Object.entries({
		"vpc-id": vpc,
		"default-for-az": "true",
		state: "available"
	}).map(([Name, value]) => ({
		Name,
		Values: [value]
	})) }))).toSorted((a, b) => a.zone.localeCompare(b.zone));
}
async function describe(client, request) {
	const { Subnets } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ec2:DescribeSubnets", client.send(request));
	return (Subnets ?? []).map(({ SubnetId = "", VpcId = "", AvailabilityZone = "" }) => ({
		id: SubnetId,
		vpcId: VpcId,
		zone: AvailabilityZone
	}));
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
