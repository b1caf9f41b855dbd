export const id = 242;
export const ids = [242];
export const modules = {

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
