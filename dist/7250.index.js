"use strict";
exports.id = 7250;
exports.ids = [7250];
exports.modules = {

/***/ 2191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createPaginator)
/* harmony export */ });
// ../../main/node_modules/@smithy/core/dist-es/legacy-root-exports/pagination/createPaginator.js
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

/***/ 7250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectEc2: () => (/* binding */ connectEc2)
/* harmony export */ });
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8393);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8350);
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(337);
/* harmony import */ var _defaultProvider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7408);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4387);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2202);
/* harmony import */ var _AwsQueryProtocol_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1957);
/* harmony import */ var _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7896);
/* harmony import */ var _createPaginator_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2191);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4307);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2793);
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5011);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7370);













// ../../main/node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsEc2QueryProtocol.js
var AwsEc2QueryProtocol = class extends _AwsQueryProtocol_js__WEBPACK_IMPORTED_MODULE_6__.t {
	options;
	constructor(options) {
		super(options);
		this.options = options;
		Object.assign(this.serializer.settings, {
			capitalizeKeys: true,
			flattenLists: true,
			serializeEmptyLists: false,
			ec2: true
		});
	}
	getShapeId() {
		return "aws.protocols#ec2Query";
	}
	useNestedResult() {
		return false;
	}
};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthSchemeProvider.js
const defaultEC2HttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__.g)(context).operation,
		region: await (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__.h)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "ec2",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultEC2HttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__.h)(config.authSchemePreference ?? []) });
};
// ../../main/node_modules/@aws-sdk/client-ec2/package.json
var version = "3.1169.0";
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://ec2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://ec2.{Region}.amazonaws.com", i],
		["https://ec2-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://ec2.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://ec2.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.U.from(nodes, root, _data.conditions, _data.results);
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.H({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.B)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.V.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.d;
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2016-11-15",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.st,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ot,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultEC2HttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.J(),
		protocol: config?.protocol ?? AwsEc2QueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.ec2",
			errorTypeRegistries: _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.C,
			xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15",
			version: "2016-11-15",
			serviceTarget: "AmazonEC2"
		},
		serviceId: config?.serviceId ?? "EC2",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.t,
		urlParser: config?.urlParser ?? _configLoader_js__WEBPACK_IMPORTED_MODULE_4__.r,
		utf8Decoder: config?.utf8Decoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.n,
		utf8Encoder: config?.utf8Encoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.t
	};
};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Z)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.W)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Q);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.lt)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.rt,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _defaultProvider_js__WEBPACK_IMPORTED_MODULE_3__.t,
		defaultSocketTimeout: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ct)(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.g, config),
		region: config?.region ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.q, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.K,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.t.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__._,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.y
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.nt, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.tt, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.f, loaderConfig)
	};
};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Y)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.A)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.X)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.j)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/EC2Client.js
var EC2Client = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.et {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.w)(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.b)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.v)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.G)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.O)(_config_4);
		const _config_6 = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__.n)(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.$)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.h)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.k)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.D)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.E)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.T)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.w)(this.config, {
			httpAuthSchemeParametersProvider: defaultEC2HttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.x({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.C)(this.config));
	}
	destroy() {
		super.destroy();
	}
};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/AllocateAddressCommand.js
var AllocateAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "AllocateAddress", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.i) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/AssociateAddressCommand.js
var AssociateAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "AssociateAddress", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.a) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/AuthorizeSecurityGroupIngressCommand.js
var AuthorizeSecurityGroupIngressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "AuthorizeSecurityGroupIngress", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.o) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateSecurityGroupCommand.js
var CreateSecurityGroupCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "CreateSecurityGroup", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.s) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSecurityGroupCommand.js
var DeleteSecurityGroupCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DeleteSecurityGroup", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.c) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeAddressesCommand.js
var DescribeAddressesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeAddresses", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.l) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeInstances", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.f) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeRouteTablesCommand.js
var DescribeRouteTablesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeRouteTables", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.p) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSecurityGroupsCommand.js
var DescribeSecurityGroupsCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeSecurityGroups", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.m) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSubnetsCommand.js
var DescribeSubnetsCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeSubnets", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.h) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVolumesCommand.js
var DescribeVolumesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeVolumes", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.g) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVpcsCommand.js
var DescribeVpcsCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DescribeVpcs", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__._) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DisassociateAddressCommand.js
var DisassociateAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "DisassociateAddress", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.v) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/ReleaseAddressCommand.js
var ReleaseAddressCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "ReleaseAddress", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.y) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/RunInstancesCommand.js
var RunInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "RunInstances", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.b) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/StartInstancesCommand.js
var StartInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "StartInstances", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.x) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/TerminateInstancesCommand.js
var TerminateInstancesCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.n, "TerminateInstances", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_2__.S) {};
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeInstancesPaginator.js
const paginateDescribeInstances = (0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_10__.t)(EC2Client, DescribeInstancesCommand, "NextToken", "NextToken", "MaxResults");
// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeRouteTablesPaginator.js
const paginateDescribeRouteTables = (0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_10__.t)(EC2Client, DescribeRouteTablesCommand, "NextToken", "NextToken", "MaxResults");
// src/adapters/aws/ec2/tags.ts
function tagSpecifications(tags, ...kinds) {
	return kinds.map((ResourceType) => ({
		ResourceType,
		Tags: tagList(tags)
	}));
}
/** Filters for what belongs to a service. */
function ofService(service) {
	return filters((0,_service_js__WEBPACK_IMPORTED_MODULE_11__.m)(service));
}
/** Filters for what this action created for a service. */
function managedOf(service) {
	const { Name: _, ...tags } = (0,_service_js__WEBPACK_IMPORTED_MODULE_11__.s)(service);
	return filters(tags);
}
function tagValue(tags, key) {
	return tags?.find((tag) => tag.Key === key)?.Value;
}
/** The service that this action created something for. */
function madeFor(tags) {
	if (tagValue(tags, "docker-to-ec2:managed") !== "true") return void 0;
	return (0,_service_js__WEBPACK_IMPORTED_MODULE_11__.p)((key) => tagValue(tags, key) ?? "");
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
// src/adapters/aws/ec2/launch.ts
function runInstancesRequest(spec, token) {
	const tags = {
		...(0,_service_js__WEBPACK_IMPORTED_MODULE_11__.s)(spec.service),
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
			HttpPutResponseHopLimit: spec.hopLimit
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
		TagSpecifications: tagSpecifications(tags, "instance", "volume", "network-interface")
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
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, ...NO_CAPACITY)) return {
		kind: "no-capacity",
		reason: error.message
	};
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, "InvalidParameterValue") && /iam ?instance ?profile/i.test(error.message)) return { kind: "profile-not-visible" };
	throw refused(error, `launch a ${spec.instanceType}`) ?? error;
}
function startFailure(error, id) {
	if (!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, ...NO_CAPACITY)) return refused(error, `start ${id}`) ?? error;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("no-capacity", `AWS has no capacity to start ${id} now: ${error.message}`, {
		next: "Run the job again later, or set another instance-type and allow-replacement: true.",
		cause: error
	});
}
function refused(error, what) {
	if (!(error instanceof Error)) return void 0;
	const message = `AWS does not ${what}: ${error.message}`;
	const input = INPUT_OF[error.name];
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, ...ACCOUNT_LIMIT)) return new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("account-limit", message, {
		next: "Ask for a higher quota in Service Quotas, or set a smaller instance-type.",
		cause: error
	});
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, ...ACCOUNT_STATE)) return new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("account-not-ready", message, {
		next: "Open the AWS console: the account itself needs attention.",
		cause: error
	});
	return input === void 0 ? void 0 : new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("launch-refused", message, {
		next: `Check the input ${input}.`,
		cause: error
	});
}
// src/adapters/aws/ec2/hosts.ts
function ec2Hosts(client) {
	const fresh = /* @__PURE__ */ new Map();
	async function get(id) {
		const [host] = await describe$2(client, [{
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
			return await describe$2(client, [...ofService(service), states]);
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
		volumeSizes: (volumes) => volumeSizes(client, volumes),
		state: async (id) => (await get(id))?.state ?? "terminated"
	};
}
async function describe$2(client, filters) {
	const all = paginateDescribeInstances({ client }, { Filters: filters });
	return (await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.i)("ec2:DescribeInstances", all, (page) => page.Reservations)).flatMap((reservation) => reservation.Instances ?? []).map(hostOf);
}
async function volumeSizes(client, volumes) {
	if (volumes.length === 0) return /* @__PURE__ */ new Map();
	const request = new DescribeVolumesCommand({ VolumeIds: [...volumes] });
	const found = await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.a)("ec2:DescribeVolumes", client.send(request), "InvalidVolume.NotFound");
	return new Map((found?.Volumes ?? []).map(({ VolumeId = "", Size = 0 }) => [VolumeId, Size]));
}
async function launchOne(client, spec, token) {
	try {
		const { Instances } = await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:RunInstances", client.send(new RunInstancesCommand(runInstancesRequest(spec, token))));
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
		await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:StartInstances", client.send(new StartInstancesCommand({ InstanceIds: [id] })));
	} catch (error) {
		if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, "IncorrectInstanceState") && /'(pending|running)'/.test(error.message)) return;
		throw startFailure(error, id);
	}
}
async function terminate(client, id) {
	const request = new TerminateInstancesCommand({ InstanceIds: [id] });
	try {
		await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.a)("ec2:TerminateInstances", client.send(request), "InvalidInstanceID.NotFound");
	} catch (cause) {
		if (!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(cause, "OperationNotPermitted")) throw cause;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("termination-protected", `${id} is protected from termination.`, {
			next: "Take the protection off in the EC2 console, and run this again.",
			cause
		});
	}
}
/** An address that AWS only lends belongs to `amazon`. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceAssociation.html */
function hasElasticIp({ NetworkInterfaces }) {
	return NetworkInterfaces?.some(({ Association }) => Association?.PublicIp !== void 0 && Association.IpOwnerId !== "amazon") ?? false;
}
function hostOf(instance) {
	return {
		id: instance.InstanceId ?? "",
		state: instance.State?.Name ?? "pending",
		instanceType: instance.InstanceType ?? "",
		architecture: instance.Architecture?.startsWith("arm64") ? "arm64" : "x86_64",
		publicIp: instance.PublicIpAddress,
		elasticIp: hasElasticIp(instance),
		privateIp: instance.PrivateIpAddress,
		subnetId: instance.SubnetId,
		vpcId: instance.VpcId,
		securityGroupIds: (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
		instanceProfile: instance.IamInstanceProfile?.Arn?.split("/").at(-1),
		ami: instance.ImageId,
		rootVolume: instance.BlockDeviceMappings?.find(({ DeviceName }) => DeviceName === instance.RootDeviceName)?.Ebs?.VolumeId,
		volumeGiB: void 0,
		hopLimit: instance.MetadataOptions?.HttpPutResponseHopLimit,
		madeFor: madeFor(instance.Tags),
		replaces: tagValue(instance.Tags, _service_js__WEBPACK_IMPORTED_MODULE_11__.r)
	};
}
// src/adapters/aws/ec2/consistency.ts
const PATIENCE_MS = 3e4;
/**
* Repeats a call while EC2 does not know what it has just created; `missing` is the error that says so.
* https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
*/
function onceVisible(clock, missing, call) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_12__.t)({
		clock,
		look: () => visible(missing, call),
		limit: PATIENCE_MS,
		every: 1e3,
		onLimit: rethrow
	});
}
async function visible(missing, call) {
	try {
		return { ended: await call() };
	} catch (error) {
		if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, missing)) return { waiting: error };
		throw error;
	}
}
function rethrow(error) {
	throw error;
}
// src/adapters/aws/ec2/addresses.ts
async function ensureAddress(client, clock, spec) {
	const { service, hostId, others, given } = spec;
	const found = await observe$1(client, service);
	const holder = ({ AllocationId = "", InstanceId = "" }) => given.get(AllocationId) ?? InstanceId;
	const address = found.find((address) => holder(address) === hostId) ?? found.find((candidate) => !others.includes(holder(candidate))) ?? await allocate(client, service);
	given.set(address.AllocationId ?? "", hostId);
	if (address.InstanceId !== hostId) await onceVisible(clock, "InvalidAllocationID.NotFound", () => associate(client, address, hostId));
	return address.PublicIp ?? "";
}
async function findAddresses(client, service) {
	return (await observe$1(client, service)).flatMap(({ PublicIp }) => PublicIp ?? []);
}
async function releaseAddresses(client, service) {
	const addresses = await observe$1(client, service);
	for (const address of addresses) await release(client, address);
	return addresses.flatMap(({ PublicIp }) => PublicIp ?? []);
}
/** In a fixed order, so that two runs at once settle on the same one. */
async function observe$1(client, service) {
	const { Addresses } = await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:DescribeAddresses", client.send(new DescribeAddressesCommand({ Filters: managedOf(service) })));
	return (Addresses ?? []).toSorted((a, b) => (a.AllocationId ?? "").localeCompare(b.AllocationId ?? ""));
}
async function allocate(client, service) {
	const request = new AllocateAddressCommand({
		Domain: "vpc",
		TagSpecifications: tagSpecifications((0,_service_js__WEBPACK_IMPORTED_MODULE_11__.s)(service), "elastic-ip")
	});
	try {
		return await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:AllocateAddress", client.send(request));
	} catch (cause) {
		if (!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(cause, "AddressLimitExceeded")) throw cause;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("account-limit", `AWS does not allocate another Elastic IP: ${cause.message}`, {
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
	await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:AssociateAddress", client.send(request));
}
async function release(client, { AllocationId, AssociationId }) {
	if (AssociationId !== void 0) {
		const leave = new DisassociateAddressCommand({ AssociationId });
		await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.a)("ec2:DisassociateAddress", client.send(leave), "InvalidAssociationID.NotFound");
	}
	await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.a)("ec2:ReleaseAddress", client.send(new ReleaseAddressCommand({ AllocationId })), "InvalidAllocationID.NotFound");
}
// src/adapters/aws/ec2/security-groups.ts
/** A terminated instance holds its groups until its network interface is gone. */
const RELEASE_MS = 12e4;
async function ensureSecurityGroup(client, clock, spec) {
	const group = await observe(client, spec) ?? await create(client, spec);
	const missing = missingIngress(group, spec.port);
	if (missing) await onceVisible(clock, "InvalidGroup.NotFound", () => authorize(client, group.GroupId ?? "", missing));
	return group.GroupId ?? "";
}
async function findSecurityGroup(client, spec) {
	const group = await observe(client, spec);
	return group && {
		id: group.GroupId ?? "",
		open: missingIngress(group, spec.port) === void 0
	};
}
async function removeSecurityGroups(client, clock, service) {
	const ids = (await describe$1(client, managedOf(service))).flatMap(({ GroupId }) => GroupId ?? []);
	for (const id of ids) await remove(client, clock, id);
	return ids;
}
async function observe(client, { service, vpcId }) {
	const own = [{
		Name: "vpc-id",
		Values: [vpcId]
	}, {
		Name: "group-name",
		Values: [(0,_service_js__WEBPACK_IMPORTED_MODULE_11__.d)(service)]
	}];
	return (await describe$1(client, [...managedOf(service), ...own]))[0];
}
async function describe$1(client, filters) {
	const { SecurityGroups } = await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:DescribeSecurityGroups", client.send(new DescribeSecurityGroupsCommand({ Filters: filters })));
	return SecurityGroups ?? [];
}
async function create(client, spec) {
	const name = (0,_service_js__WEBPACK_IMPORTED_MODULE_11__.d)(spec.service);
	const request = new CreateSecurityGroupCommand({
		GroupName: name,
		Description: `docker-to-ec2: ${(0,_service_js__WEBPACK_IMPORTED_MODULE_11__.i)(spec.service)}`,
		VpcId: spec.vpcId,
		TagSpecifications: tagSpecifications((0,_service_js__WEBPACK_IMPORTED_MODULE_11__.s)(spec.service), "security-group")
	});
	try {
		const { GroupId = "" } = await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:CreateSecurityGroup", client.send(request));
		return { GroupId };
	} catch (cause) {
		const winner = (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(cause, "InvalidGroup.Duplicate") ? await observe(client, spec) : void 0;
		if (winner) return winner;
		throw (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(cause, "InvalidGroup.Duplicate") ? taken(name, spec.vpcId, cause) : cause;
	}
}
function taken(name, vpcId, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("security-group-taken", `${vpcId} has a security group ${name} that this action did not create.`, {
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
	await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.a)("ec2:AuthorizeSecurityGroupIngress", client.send(request), "InvalidPermission.Duplicate");
}
function remove(client, clock, id) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_12__.t)({
		clock,
		look: () => tryRemove(client, id),
		limit: RELEASE_MS,
		every: 3e3,
		onLimit: refuseInUse
	});
}
/** Waits while something holds the group. */
async function tryRemove(client, GroupId) {
	try {
		await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.a)("ec2:DeleteSecurityGroup", client.send(new DeleteSecurityGroupCommand({ GroupId })), "InvalidGroup.NotFound");
		return { ended: true };
	} catch (error) {
		if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(error, "DependencyViolation")) return { waiting: GroupId };
		throw error;
	}
}
function refuseInUse(id) {
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("security-group-in-use", `The security group ${id} is still in use after ${RELEASE_MS / 1e3} s.`, { next: "Detach it from what uses it (its network interfaces show in the EC2 console), and run destroy again." });
}
// src/adapters/aws/ec2/networks.ts
function ec2Networks(client, clock) {
	const given = /* @__PURE__ */ new Map();
	return {
		subnets: (ids) => ids.length > 0 ? namedSubnets(client, ids) : defaultSubnets(client),
		ensureSecurityGroup: (service, vpcId, port) => ensureSecurityGroup(client, clock, {
			service,
			vpcId,
			port
		}),
		ensureAddress: (service, hostId, others) => ensureAddress(client, clock, {
			service,
			hostId,
			others,
			given
		}),
		own: async (service, { vpcId, port }) => {
			const [addresses, securityGroup] = await Promise.all([findAddresses(client, service), vpcId === void 0 ? void 0 : findSecurityGroup(client, {
				service,
				vpcId,
				port
			})]);
			return {
				addresses,
				securityGroup
			};
		},
		removeSecurityGroups: (service) => removeSecurityGroups(client, clock, service),
		releaseAddresses: (service) => releaseAddresses(client, service)
	};
}
async function namedSubnets(client, ids) {
	try {
		const found = await describe(client, new DescribeSubnetsCommand({ SubnetIds: [...ids] }));
		return ids.flatMap((id) => found.find((subnet) => subnet.id === id) ?? []);
	} catch (cause) {
		if (!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.n)(cause, "InvalidSubnetID.NotFound", "InvalidSubnetId.Malformed")) throw cause;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("unknown-subnet", `AWS does not know all of the subnets: ${cause.message}`, {
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
	const vpc = (await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:DescribeVpcs", client.send(request))).Vpcs?.[0]?.VpcId;
	const subnets = vpc === void 0 ? [] : await subnetsOf(client, vpc);
	if (subnets.length > 0) return subnets;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__.n("no-default-vpc", vpc === void 0 ? "This region has no default VPC." : `The default VPC ${vpc} has no default subnet.`, { next: "Set the input subnet-ids to one or more public subnets." });
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
	const { Subnets } = await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.t)("ec2:DescribeSubnets", client.send(request));
	return (Subnets ?? []).map(({ SubnetId = "", VpcId = "", AvailabilityZone = "" }) => ({
		id: SubnetId,
		vpcId: VpcId,
		zone: AvailabilityZone
	}));
}
// src/adapters/aws/ec2/vpcs.ts
const EVERYWHERE = "0.0.0.0/0";
/**
* What the route tables of a VPC lead to: its own blocks (each table has a local route for every one of them), peered VPCs, transit gateways, VPNs.
* Where a route names a prefix list, its addresses are not looked up. https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html
*/
function ec2Vpcs(client) {
	return { async addresses(vpcIds) {
		const request = { Filters: [{
			Name: "vpc-id",
			Values: [...vpcIds]
		}] };
		const routes = (await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_9__.i)("ec2:DescribeRouteTables", paginateDescribeRouteTables({ client }, request), (page) => page.RouteTables)).flatMap(({ Routes = [] }) => Routes);
		return {
			own: each(routes.filter(({ GatewayId }) => GatewayId === "local").flatMap((route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? [])),
			reachable: each(routes.flatMap((route) => route.DestinationCidrBlock ?? [])).filter((cidr) => cidr !== EVERYWHERE)
		};
	} };
}
function each(cidrs) {
	return [...new Set(cidrs)].toSorted();
}
// src/connect/ec2.ts
function connectEc2(options, clock) {
	const client = new EC2Client(options);
	return {
		client,
		hosts: ec2Hosts(client),
		networks: ec2Networks(client, clock),
		vpcs: ec2Vpcs(client)
	};
}



/***/ }),

/***/ 7370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Looks, again and again, until there is an end or the limit. A look that throws ends the wait, and so does a clock whose run was cancelled. */
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const since = clock.now();
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.now() - since;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}



/***/ })

};
;