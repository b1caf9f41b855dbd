"use strict";
exports.id = 2952;
exports.ids = [2952];
exports.modules = {

/***/ 8859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ AwsJson1_1Protocol)
/* harmony export */ });
/* harmony import */ var _AwsJsonRpcProtocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3119);
var AwsJson1_1Protocol=class extends _AwsJsonRpcProtocol_js__WEBPACK_IMPORTED_MODULE_0__.t{constructor({defaultNamespace,errorTypeRegistries,serviceTarget,awsQueryCompatible,jsonCodec}){super({defaultNamespace,errorTypeRegistries,serviceTarget,awsQueryCompatible,jsonCodec})}getShapeId(){return`aws.protocols#awsJson1_1`}getJsonRpcVersion(){return`1.1`}getDefaultContentType(){return`application/x-amz-json-1.1`}};

/***/ }),

/***/ 3119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ AwsJsonRpcProtocol)
/* harmony export */ });
/* harmony import */ var _JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7759);
/* harmony import */ var _request_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5616);
var AwsJsonRpcProtocol=class extends _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.et{serializer;deserializer;serviceTarget;codec;mixin;awsQueryCompatible;constructor({defaultNamespace,errorTypeRegistries,serviceTarget,awsQueryCompatible,jsonCodec}){super({defaultNamespace,errorTypeRegistries});this.serviceTarget=serviceTarget;this.codec=jsonCodec??new _JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.t({timestampFormat:{useTrait:true,default:7},jsonName:false});this.serializer=this.codec.createSerializer();this.deserializer=this.codec.createDeserializer();this.awsQueryCompatible=!!awsQueryCompatible;this.mixin=new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.m(this.awsQueryCompatible)}async serializeRequest(operationSchema,input,context){const request=await super.serializeRequest(operationSchema,input,context);if(!request.path.endsWith(`/`))request.path+=`/`;request.headers[`content-type`]=`application/x-amz-json-${this.getJsonRpcVersion()}`;request.headers[`x-amz-target`]=`${this.serviceTarget}.${operationSchema.name}`;if(this.awsQueryCompatible)request.headers[`x-amzn-query-mode`]=`true`;if((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(operationSchema.input)===`unit`||!request.body)request.body=`{}`;return request}getPayloadCodec(){return this.codec}async handleError(operationSchema,context,response,dataObject,metadata){const{awsQueryCompatible}=this;if(awsQueryCompatible)this.mixin.setQueryCompatError(dataObject,response);const errorIdentifier=(0,_JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.n)(response,dataObject,awsQueryCompatible)??`Unknown`;this.mixin.compose(this.compositeErrorRegistry,errorIdentifier,this.options.defaultNamespace);const{errorSchema,errorMetadata}=await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier,this.options.defaultNamespace,response,dataObject,metadata,awsQueryCompatible?this.mixin.findQueryCompatibleError:void 0);const ns=_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.jt.of(errorSchema);const message=dataObject.message??dataObject.Message??`UnknownError`;const exception=new((this.compositeErrorRegistry.getErrorCtor(errorSchema))??Error)({});const output={};const errorDeserializer=this.codec.createDeserializer();for(const[name,member]of ns.structIterator())if(dataObject[name]!=null)output[name]=errorDeserializer.readObject(member,dataObject[name]);if(awsQueryCompatible)this.mixin.queryCompatOutput(dataObject,output);throw this.mixin.decorateServiceException(Object.assign(exception,errorMetadata,{$fault:ns.getMergedTraits().error,message},output),dataObject)}};

/***/ }),

/***/ 7281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ SSMClient),
/* harmony export */   t: () => (/* binding */ paginateDescribeParameters)
/* harmony export */ });
/* harmony import */ var _createPaginator_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6842);
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1603);
/* harmony import */ var _request_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5616);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8859);
var defaultSSMHttpAuthSchemeParametersProvider=async(config,context,input)=>{return{operation:(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.pn)(context).operation,region:await (0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.un)(config.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()}};function createAwsAuthSigv4HttpAuthOption(authParameters){return{schemeId:`aws.auth#sigv4`,signingProperties:{name:`ssm`,region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}var defaultSSMHttpAuthSchemeProvider=authParameters=>{const options=[];switch(authParameters.operation){default:options.push(createAwsAuthSigv4HttpAuthOption(authParameters))}return options};var resolveHttpAuthSchemeConfig=config=>{const config_0=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.h)(config);return Object.assign(config_0,{authSchemePreference:(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.un)(config.authSchemePreference??[])})};var version=`3.1169.0`;var k=`ref`;var a=-1;var b=true;var c=`isSet`;var d=`PartitionResult`;var e=`booleanEquals`;var f=`getAttr`;var g={[k]:`Endpoint`};var h={[k]:d};var i={};var j=[{[k]:`Region`}];var _data={conditions:[[c,[g]],[c,j],[`aws.partition`,j,d],[e,[{[k]:`UseFIPS`},b]],[e,[{[k]:`UseDualStack`},b]],[e,[{fn:f,argv:[h,`supportsDualStack`]},b]],[e,[{fn:f,argv:[h,`supportsFIPS`]},b]],[`stringEquals`,[{fn:f,argv:[h,`name`]},`aws-us-gov`]]],results:[[a],[a,`Invalid Configuration: FIPS and custom endpoint are not supported`],[a,`Invalid Configuration: Dualstack and custom endpoint are not supported`],[g,i],[`https://ssm-fips.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`FIPS and DualStack are enabled, but this partition does not support one or both`],[`https://ssm.{Region}.amazonaws.com`,i],[`https://ssm-fips.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`FIPS is enabled but this partition does not support FIPS`],[`https://ssm.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`DualStack is enabled but this partition does not support DualStack`],[`https://ssm.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`Invalid Configuration: Missing Region`]]};var root=2;var nodes=new Int32Array([-1,1,-1,0,13,3,1,4,100000012,2,5,100000012,3,8,6,4,7,100000011,5,100000009,100000010,4,11,9,6,10,100000008,7,100000006,100000007,5,12,100000005,6,100000004,100000005,3,100000001,14,4,100000002,100000003]);var bdd=_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.gt.from(nodes,root,_data.conditions,_data.results);var cache=new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ht({size:50,params:[`Endpoint`,`Region`,`UseDualStack`,`UseFIPS`]});var defaultEndpointResolver=(endpointParams,context={})=>{return cache.get(endpointParams,()=>(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.pt)(bdd,{endpointParams,logger:context.logger}))};_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.mt.aws=_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.j;var getRuntimeConfig$1=config=>{return{apiVersion:`2014-11-06`,base64Decoder:config?.base64Decoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.vn,base64Encoder:config?.base64Encoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.gn,disableHostPrefix:config?.disableHostPrefix??false,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??defaultSSMHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:`aws.auth#sigv4`,identityProvider:ipc=>ipc.getIdentityProvider(`aws.auth#sigv4`),signer:new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.b}],logger:config?.logger??new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Ct,protocol:config?.protocol??_AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__.t,protocolSettings:config?.protocolSettings??{defaultNamespace:`com.amazonaws.ssm`,errorTypeRegistries: _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.h,xmlNamespace:`http://ssm.amazonaws.com/doc/2014-11-06/`,version:`2014-11-06`,serviceTarget:`AmazonSSM`},serviceId:config?.serviceId??`SSM`,sha256:config?.sha256??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.u,urlParser:config?.urlParser??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ln,utf8Decoder:config?.utf8Decoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__._n,utf8Encoder:config?.utf8Encoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.hn}};var getRuntimeConfig=config=>{(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Et)(process.version);const defaultsMode=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.vt)(config);const defaultConfigProvider=()=>defaultsMode().then(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Dt);const clientSharedValues=getRuntimeConfig$1(config);(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.xn)(process.version);const loaderConfig={profile:config?.profile,logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:`node`,defaultsMode,authSchemePreference:config?.authSchemePreference??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.v,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Xt,credentialDefaultProvider:config?.credentialDefaultProvider??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.c,defaultSocketTimeout:(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.yn)(config?.requestHandler,9e5),defaultUserAgentProvider:config?.defaultUserAgentProvider??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.N)({serviceId:clientSharedValues.serviceId,clientVersion:version}),maxAttempts:config?.maxAttempts??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.I,config),region:config?.region??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.xt,{..._request_packages_js__WEBPACK_IMPORTED_MODULE_1__.bt,...loaderConfig}),requestHandler:_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.x.create(config?.requestHandler??defaultConfigProvider),retryMode:config?.retryMode??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)({..._request_packages_js__WEBPACK_IMPORTED_MODULE_1__.L,default:async()=>(await defaultConfigProvider()).retryMode||_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.z},config),streamCollector:config?.streamCollector??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ut,useDualstackEndpoint:config?.useDualstackEndpoint??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.It,loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Ft,loaderConfig),userAgentAppId:config?.userAgentAppId??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.M,loaderConfig)}};var getHttpAuthExtensionConfiguration=runtimeConfig=>{const _httpAuthSchemes=runtimeConfig.httpAuthSchemes;let _httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider;let _credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){const index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);if(index===-1)_httpAuthSchemes.push(httpAuthScheme);else _httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){return _credentials}}};var resolveHttpAuthRuntimeConfig=config=>{return{httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.credentials()}};var resolveRuntimeExtensions=(runtimeConfig,extensions)=>{const extensionConfiguration=Object.assign((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.k)(runtimeConfig),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.wt)(runtimeConfig),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.X)(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));extensions.forEach(extension=>extension.configure(extensionConfiguration));return Object.assign(runtimeConfig,(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)(extensionConfiguration),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(extensionConfiguration),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Z)(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var SSMClient=class extends _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Pt{config;constructor(...[configuration]){const _config_0=getRuntimeConfig(configuration||{});super(_config_0);this.initConfig=_config_0;const _config_1=(0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__._)(_config_0);const _config_2=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.B)(_config_1);const _config_3=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.R)(_config_2);const _config_4=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.yt)(_config_3);const _config_5=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.J)(_config_4);const _config_8=resolveRuntimeExtensions(resolveHttpAuthSchemeConfig((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ft)(_config_5)),configuration?.extensions||[]);this.config=_config_8;this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Mt)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.P)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.F)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Y)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.q)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.K)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.G)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.W)(this.config,{httpAuthSchemeParametersProvider:defaultSSMHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.H({"aws.auth#sigv4":config.credentials})}));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.U)(this.config))}destroy(){super.destroy()}};var DescribeParametersCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n,`DescribeParameters`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.s){};var paginateDescribeParameters=(0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_3__.t)(SSMClient,DescribeParametersCommand,`NextToken`,`NextToken`,`MaxResults`);

/***/ }),

/***/ 8005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ GetParameterCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1603);
var GetParameterCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n,`GetParameter`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.l){};

/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createPaginator)
/* harmony export */ });
var makePagedClientRequest=async(CommandCtor,client,input,withCommand=_=>_,...args)=>{let command=new CommandCtor(input);command=withCommand(command)??command;return await client.send(command,...args)};function createPaginator(ClientCtor,CommandCtor,inputTokenName,outputTokenName,pageSizeTokenName){return async function*paginateOperation(config,input,...additionalArguments){const _input=input;let token=config.startingToken??_input[inputTokenName];let hasNext=true;let page;while(hasNext){_input[inputTokenName]=token;if(pageSizeTokenName)_input[pageSizeTokenName]=_input[pageSizeTokenName]??config.pageSize;if(config.client instanceof ClientCtor)page=await makePagedClientRequest(CommandCtor,config.client,input,config.withCommand,...additionalArguments);else throw new Error(`Invalid client, expected instance of ${ClientCtor.name}`);yield page;const prevToken=token;token=get(page,outputTokenName);hasNext=!!(token&&(!config.stopOnSameToken||token!==prevToken))}return void 0}}var get=(fromObject,path)=>{let cursor=fromObject;const pathComponents=path.split(`.`);for(const step of pathComponents){if(!cursor||typeof cursor!==`object`)return;cursor=cursor[step]}return cursor};

/***/ }),

/***/ 9107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ programLines),
/* harmony export */   n: () => (/* binding */ orderLines),
/* harmony export */   r: () => (/* binding */ packedOrder),
/* harmony export */   t: () => (/* binding */ LIMIT)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

// src/domain/order/base85.ts
/** The 85 printable characters that neither a shell nor JSON nor SSM escapes: see `DIGITS` in host/bootstrap.py. */
var DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((digit) => !`"&'<>\\\`{}`.includes(digit));
/** Encodes four bytes as five digits, most significant first, and n bytes at the end as n + 1 digits: 25% more, while base 64 needs 33%. */
function base85(bytes) {
	const spare = -bytes.length & 3;
	const padded = Buffer.concat([bytes, Buffer.alloc(spare)]);
	const text = Array.from({ length: padded.length / 4 }, (_, at) => digits(padded.readUInt32BE(at * 4))).join("");
	return text.slice(0, text.length - spare);
}
function digits(word) {
	const at = (power) => DIGITS[Math.floor(word / power) % 85] ?? "";
	return at(85 ** 4) + at(85 ** 3) + at(7225) + at(85) + at(1);
}
// src/domain/order/host-command.ts
/** A command's share of it. The rest is for the document's own text, and for undocumented overhead of SSM. */
var LIMIT = 6e4;
var LINE = 1e3;
/** Characters of the program per command, which leave a third of SSM's limit free. */
var PART = 36e3;
/** Reports, in the host program's format, what prevents the program from running. */
var NO_PYTHON = JSON.stringify({
	outcome: "failed",
	cause: "host-unfit",
	detail: "python3 is missing: install Python 3.9 or newer on the host"
});
/** The lines of the SSM command that makes a host carry out an order with the program it has. */
function orderLines(program, order) {
	return lines(program, order.verb, {
		text: packedOrder(order),
		part: 0,
		parts: 0
	});
}
/** The lines of the SSM commands, in order, that bring the program to a host. */
function programLines(program) {
	const { packed } = program;
	const parts = Math.ceil(packed.length / PART);
	return chunks(packed, Math.ceil(packed.length / parts)).map((text, part) => lines(program, `program ${part + 1}/${parts}`, {
		text,
		part,
		parts
	}));
}
function packedOrder(order) {
	return base85((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.deflateSync)(JSON.stringify(order), { level: 9 }));
}
/**
* The agent writes the lines to a file and runs it with `sh -c FILE`. The shell stops reading at `exec`; the lines below are for Python, and
* contain no character that is special to the shell, JSON or SSM's `{{ }}`.
*/
function lines({ bootstrap, sha256 }, title, { text, part, parts }) {
	return [
		"#!/bin/sh",
		`# docker-to-ec2 ${title}`,
		`command -v python3 >/dev/null || { echo '${NO_PYTHON}'; exit 1; }`,
		...`exec python3 -I -S -c "${escaped(bootstrap)}" "$0" ${sha256} ${text.length} ${part} ${parts}`.split("\n"),
		...chunks(text, LINE)
	];
}
/** A text between double quotes of a shell, where its own single quotes need no escape. */
function escaped(text) {
	return text.replaceAll(/[\\"$`]/g, String.raw`\$&`);
}
function chunks(text, size) {
	return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}



/***/ }),

/***/ 8446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ hostNames)
/* harmony export */ });
// src/domain/host/host-names.ts
/** How many hosts a sentence names. */
var NAMED = 4;
/** A few hosts by their ids, or the first ones of many. */
function hostNames(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
}



/***/ }),

/***/ 3048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ aboutTag),
/* harmony export */   c: () => (/* binding */ liveTag),
/* harmony export */   i: () => (/* binding */ RELEASE_TAG),
/* harmony export */   l: () => (/* binding */ parseImage),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   o: () => (/* binding */ buildTag),
/* harmony export */   r: () => (/* binding */ MOVING_TAGS),
/* harmony export */   s: () => (/* binding */ isEcr),
/* harmony export */   t: () => (/* binding */ CACHE_TAG),
/* harmony export */   u: () => (/* binding */ rebuildTags)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/domain/image/image.ts
/** Tag of the build cache; the repository's immutability excludes it. */
var CACHE_TAG = "cache";
var LIVE_TAG = "live-";
/** Tags of releases' specifications, which are beside their images. */
var RELEASE_TAG = "release-";
/** Tags of artifacts that describe an image, which are beside it. */
var ABOUT_TAG = "about-";
/** Tags that move. */
var MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
/** Tag of an artifact that describes an image, such as its `provenance`: one for each image and kind. */
function aboutTag(digest, way) {
	return `${ABOUT_TAG}${digest.replace("sha256:", "").slice(0, 32)}-${way}`;
}
/** Follows the distribution's rule: the first part is a registry only if it contains a dot or a colon, or is `localhost`. */
function parseImage(reference) {
	const [name = "", digest] = reference.split("@");
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(slash, 0));
	const hasRegistry = /[.:]/.test(first) || first === "localhost";
	const registry = hasRegistry ? first : "docker.io";
	const path = hasRegistry ? name.slice(slash + 1) : name;
	const colon = path.lastIndexOf(":");
	const repository = colon < 0 ? path : path.slice(0, colon);
	return {
		registry,
		repository: registry === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository,
		tag: colon < 0 ? void 0 : path.slice(colon + 1),
		digest
	};
}
/** Whether a host must log in with its role before it pulls from there. `own`: this account's registry, if ECR was asked. */
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
/**
* Tag of a build: the commit, plus a hash of unusual build inputs and of files that differ from the commit, so that a tag
* never stands for two contents. The default platform is left out: the comparison with the host catches an image for another one.
*/
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms, content } = inputs;
	if (content === "" && context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(buildArgs),
		platforms.toSorted(),
		content
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(text).digest("hex").slice(0, 12)}`;
}
/** How often one tag can be built again. One request asks a registry for all of these tags, at most 100. */
var MOST_REBUILDS = 98;
/** The tags of a build and of its rebuilds, in order: an existing tag never moves to another image. */
function rebuildTags(tag) {
	return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)];
}
/** Tag of an environment's live image. It moves with each release of another image, so the repository's immutability excludes it. */
function liveTag(service) {
	return `${LIVE_TAG}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Tr)(service)}`;
}
/**
* The repository's rules. Live images stay, however old they are. Of the others, the newest 1000 images and artifacts stay, which are 200 images
* even if each has two releases, its provenance and its SBOM. Untagged layers stay for two weeks. A later rule does not expire an image that
* matches an earlier one, and nobody has 1000 environments: the first rule expires nothing. Nor do the second and the third, except the releases of
* images elsewhere: ECR removes an artifact with its subject, within a day.
* https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
*/
var LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep the live images",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${LIVE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 2,
		description: "Keep a release as long as its image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${RELEASE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 3,
		description: "Keep what describes an image as long as the image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${ABOUT_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 4,
		description: "Expire images that lost their tag",
		selection: {
			tagStatus: "untagged",
			countType: "sinceImagePushed",
			countUnit: "days",
			countNumber: 14
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 5,
		description: "Keep the newest 1000 images and releases, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	}
] };



/***/ }),

/***/ 5128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ofService),
/* harmony export */   c: () => (/* binding */ refuseUnreadable),
/* harmony export */   d: () => (/* binding */ compareFingerprint),
/* harmony export */   f: () => (/* binding */ fingerprintOf),
/* harmony export */   i: () => (/* binding */ imageOf),
/* harmony export */   l: () => (/* binding */ servesFrom),
/* harmony export */   m: () => (/* binding */ recordedGrace),
/* harmony export */   n: () => (/* binding */ hostIdsOf),
/* harmony export */   o: () => (/* binding */ parseRecord),
/* harmony export */   p: () => (/* binding */ hasSameProxyPart),
/* harmony export */   r: () => (/* binding */ hostsWithoutProgram),
/* harmony export */   s: () => (/* binding */ recordText),
/* harmony export */   t: () => (/* binding */ RECORD_LIMIT),
/* harmony export */   u: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);




// src/domain/release/fingerprint.ts
/**
* What a record keeps of a release's specification, so that a later plan can show what changes: names, and for each value eight digits of a hash
* that is salted with the release's name. They are too few to find the value, and differ between releases.
*/
var FINGERPRINT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	/** Hash of the whole specification. */
	whole: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** Hash of the proxy's settings. */
	proxy: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/**
	* By setting with names; under `inputs` the other settings without their defaults, in full if they may be shown. Left out if the record would be
	* too large.
	*/
	parts: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())))
});
/** `salt`: the name of the recorded release. */
function fingerprintOf(spec, salt) {
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.map((name) => [name, hashed(spec[name], [salt, name])]);
	return {
		whole: hash(salt, "whole", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.On)(spec))),
		proxy: hash(salt, "proxy", "", JSON.stringify((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.An)(spec))),
		parts: {
			...Object.fromEntries(named),
			inputs: inputsOf(spec, salt)
		}
	};
}
/** Settings that are no part of the identity belong to a run, so the record leaves them out, except those that the proxy keeps. */
function inputsOf(spec, salt) {
	const texts = _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.filter(([, { identity, acts }]) => identity || acts === "proxy").filter(([name, setting]) => setting.told !== "names" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.kn)(setting, spec[name])).map(([name, { told: how, spell }]) => {
		const text = spell(spec[name]);
		return [name, how === "value" ? text : hash(salt, "input", name, text)];
	});
	return Object.fromEntries(texts);
}
function hashed(values, [salt, kind]) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]));
}
function hash(...parts) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
/** How many seconds the recorded live release may take to stop, by its record; 0 if another version wrote it in a way that this one cannot read. */
function recordedGrace(record) {
	const name = "stop-grace-period";
	try {
		return _start_js__WEBPACK_IMPORTED_MODULE_1__.Tn[name].parse(record?.fingerprint?.parts?.["inputs"]?.[name] ?? usual(name));
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.Rn) return 0;
		throw error;
	}
}
/** Whether the recorded release has the wanted settings of the proxy. Without a recorded fingerprint, the answer is yes. */
function hasSameProxyPart({ release, fingerprint }, wanted) {
	return fingerprint === void 0 || fingerprint.proxy === fingerprintOf(wanted, release).proxy;
}
/** What a release would change in the recorded configuration; without a record, everything is new. */
function compareFingerprint(record, wanted) {
	const { whole, proxy, parts } = fingerprintOf(wanted, record?.release ?? "");
	if (record === void 0) return changesOf(void 0, parts);
	const { fingerprint } = record;
	if (fingerprint === void 0) return { kind: "unknown" };
	if (fingerprint.whole === whole && fingerprint.proxy === proxy) return { kind: "unchanged" };
	return fingerprint.parts === void 0 ? { kind: "changed" } : changesOf(fingerprint.parts, parts);
}
/** A part that another version left out counts as empty. */
function changesOf(before = {}, after) {
	const named = _start_js__WEBPACK_IMPORTED_MODULE_1__.Cn.map((name) => [name, nameChanges(before[name], after[name])]);
	const { added, removed, changed } = nameChanges(before.inputs, after.inputs);
	const inputs = [
		...added,
		...removed,
		...changed
	].map((name) => inputChange(name, before.inputs?.[name], after.inputs[name]));
	return {
		kind: "named",
		...Object.fromEntries(named),
		inputs
	};
}
/** For a setting that this version does not know, shows only that it changed. */
function inputChange(name, before, after) {
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.some(([known, { told }]) => known === name && told === "value") ? {
		name,
		before: before ?? usual(name),
		after: after ?? usual(name)
	} : { name };
}
/** The value of an unrecorded input: its default, or "not given". */
function usual(input) {
	return _start_js__WEBPACK_IMPORTED_MODULE_1__.wn.find(([name]) => name === input)?.[1].default ?? "";
}
/** With Maps: a variable can be called `constructor`. */
function nameChanges(before = {}, after) {
	const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
	const names = (of, keep) => [...of.keys()].filter(keep).toSorted();
	return {
		added: names(next, (name) => !old.has(name)),
		removed: names(old, (name) => !next.has(name)),
		changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name))
	};
}
// src/domain/release/record.ts
/** One run's work on a service, as the history shows it. */
var ATTEMPT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The semantic version of the release; absent if it has only its commit. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** An `Outcome`; a later version of the action can add others. */
	outcome: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** Empty when nothing went wrong. */
	cause: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** ISO 8601. */
	at: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	seconds: _start_js__WEBPACK_IMPORTED_MODULE_1__.Wn,
	/** The command of the run. */
	command: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** Time of its commit, if the run knew it; ISO 8601. */
	committedAt: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** Seconds from its start until a visitor could reach the release; absent if none could. */
	reached: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** Seconds from its start until all hosts had cut over. */
	served: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** The largest share of its canary, in percent. */
	canary: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** Further notes, in words; absent without any. */
	note: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())
});
/** The live release's record in Parameter Store: at most 4 KB. Names of variables, never values. */
var RECORD = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	schema: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.f)(1),
	/** The version of the parameter that it was read from. Missing before it is written. */
	version: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	/** The version over which it was written, and the token of the writer's lease: see domain/lease. */
	over: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	token: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Wn),
	service: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	digest: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	image: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** Registry the host logs in to for this image; empty for a public one. */
	login: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	commit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The live release's semantic version; absent if it has only its commit. `version` is that of the parameter. */
	semver: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** Reference of its specification, `registry/repository@sha256:...`; missing if a rollback restored a release that no record contains. */
	artifact: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	previousRelease: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	previousCommit: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The first of its hosts. */
	hostId: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** All of its hosts; records of earlier versions of the action have only the first. */
	hostIds: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.g)(1))),
	route: _start_js__WEBPACK_IMPORTED_MODULE_1__.Et,
	actor: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	runUrl: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** ISO 8601. */
	deployedAt: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
	/** The live release was marked as a migration. */
	migration: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	/** Commits that were rolled back; refused unless `allow-rolled-back`. The newest 20. */
	blocked: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** While it lasts, deploys and promotions are refused. */
	freeze: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.nn),
	/** Missing in records from before there were plans, or if a rollback restored a release that no record contains. */
	fingerprint: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(FINGERPRINT),
	/** Versions of the live release's secrets, by variable. Left out if the record would be too large. */
	secrets: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Xn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)())),
	/** Where the live release keeps data on its hosts; missing in records of earlier versions of the action. */
	volumes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		name: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		path: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn
	}))),
	/** Ids of the hosted zones with its records; absent without any. */
	zones: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)),
	/** The host program on its hosts: `Remote.program`. Missing in records of earlier versions of the action. */
	program: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	/** The environment that verified the live release before, and its name there; absent if it was built or named here. */
	promotedFrom: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		environment: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		release: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn
	})),
	/** Marks a preview: its pull request, and the repository of that. `repository` is `owner/name`, which a rename or a transfer changes. */
	preview: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
		number: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
		repository: _start_js__WEBPACK_IMPORTED_MODULE_1__.Jn,
		repositoryId: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
	})),
	/** The run that wrote this version of the record, whatever its outcome. */
	attempt: ATTEMPT
});
/** The hosts that may lack this host program, by the record. */
function hostsWithoutProgram(record, hostIds, program) {
	const having = record?.program === program ? hostIdsOf(record) : [];
	return hostIds.filter((id) => !having.includes(id));
}
/** Bytes that a standard parameter holds. */
var RECORD_LIMIT = 4096;
/**
* The record as stored. If it is too large, it loses what plans compare with: first the parts of the configuration, then the secrets. Texts
* of people are shortened last, and marks always stay.
*/
function recordText(record) {
	const { secrets: _, ...withoutSecrets } = withoutParts(record);
	const texts = [
		record,
		withoutParts(record),
		withoutSecrets,
		withFewWords(withoutSecrets)
	].map((shorter) => JSON.stringify(shorter));
	return texts.find((text) => Buffer.byteLength(text) <= 4096) ?? texts.at(-1) ?? "";
}
/** How many characters of a freeze's reason always fit. */
var FEW_WORDS = 40;
function withFewWords({ freeze, attempt, ...record }) {
	const { note: _, ...rest } = attempt;
	const [...letters] = freeze?.reason ?? "";
	const reason = letters.length > FEW_WORDS ? `${letters.slice(0, FEW_WORDS).join("")}…` : letters.join("");
	return {
		...record,
		...freeze && { freeze: {
			...freeze,
			reason
		} },
		attempt: rest
	};
}
function withoutParts(record) {
	const { fingerprint } = record;
	return fingerprint === void 0 ? record : {
		...record,
		fingerprint: {
			whole: fingerprint.whole,
			proxy: fingerprint.proxy
		}
	};
}
/** Reads a stored record; `undefined` for anything else (written by hand, truncated, or by a later version). */
function parseRecord(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)(RECORD, text);
}
/** Refuses to go on as if these services had no record: what they have would be lost, or taken over. */
function refuseUnreadable(services) {
	return services.length === 0 ? void 0 : unreadable(services);
}
/** Why nothing can be done with services whose record cannot be read. */
function unreadable(services) {
	const names = services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.Sr);
	const [is, it] = names.length === 1 ? ["is", "it"] : ["are", "each"];
	return {
		code: "record-unreadable",
		reason: `${names.join(", ")} ${is} there, but cannot be read, so nobody knows what belongs to ${services.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.hr).join(", ")}`,
		hint: `Look at ${it} with aws ssm get-parameter-history, and write a good version back. If a later version of this action wrote it, use that version. If nothing of the service must be kept, delete the parameter.`
	};
}
/** The hosts of a recorded release. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The live image; the host has it, so no registry needs to be asked. */
function imageOf({ service: name, environment, image, digest, login, volumes }) {
	const declared = volumes && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.z)({
		name,
		environment
	}, volumes);
	return {
		reference: image,
		digest,
		login: login || void 0,
		built: false,
		bytes: 0,
		volumes: declared
	};
}
/** Whether the recorded image is in a repository of this name. */
function servesFrom(record, repository) {
	return record !== void 0 && (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(record.image).repository === repository;
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}



/***/ }),

/***/ 2952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelSent: () => (/* binding */ cancelSent),
/* harmony export */   connectSsm: () => (/* binding */ connectSsm)
/* harmony export */ });
/* harmony import */ var _DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7281);
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1603);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8675);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5914);
/* harmony import */ var _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8005);
/* harmony import */ var _createPaginator_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6842);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5128);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2625);
/* harmony import */ var _host_names_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8446);
/* harmony import */ var _host_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9107);
/* harmony import */ var _permitted_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4917);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_8__);
var CancelCommandCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`CancelCommand`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.i){};var DeleteParameterCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`DeleteParameter`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.a){};var DescribeInstanceInformationCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`DescribeInstanceInformation`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.o){};var GetCommandInvocationCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`GetCommandInvocation`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.c){};var GetParameterHistoryCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`GetParameterHistory`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.u){};var GetParametersCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`GetParameters`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.d){};var ListCommandInvocationsCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`ListCommandInvocations`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.f){};var PutParameterCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`PutParameter`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.p){};var SendCommandCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.n,`SendCommand`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.m){};var paginateDescribeInstanceInformation=(0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_9__.t)(_DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.n,DescribeInstanceInformationCommand,`NextToken`,`NextToken`,`MaxResults`);var paginateGetParameterHistory=(0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_9__.t)(_DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.n,GetParameterHistoryCommand,`NextToken`,`NextToken`,`MaxResults`);var paginateListCommandInvocations=(0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_9__.t)(_DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.n,ListCommandInvocationsCommand,`NextToken`,`NextToken`,`MaxResults`);function stands({version,value},versions){const over=overOf$1({version,value});return over<version&&!versions.some(other=>other.version>over&&other.version<version&&overOf$1(other)===over)}function followsAtOnce(one){return overOf$1(one)===one.version-1}function overOf$1({version,value}){return value.over??version-1}async function findStanding(client,Name,parse){const answer=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ssm:GetParameter`,client.send(new _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_5__.t({Name})),`ParameterNotFound`);if(answer===void 0)return{kind:`none`};const[newest]=valuesOf([textOf(answer.Parameter??{})],parse);const found=newest!==void 0&&followsAtOnce(newest)?parsedOf(newest):(await standingVersions(client,Name,parse)).at(-1);return found===void 0?{kind:`unreadable`}:{kind:`found`,found}}async function readStanding(client,Name,parse){const standing=await findStanding(client,Name,parse);return standing.kind===`found`?standing.found:void 0}async function standingVersions(client,Name,parse){const all=valuesOf(await texts(client,Name),parse);return all.filter(one=>stands(one,all)).map(parsedOf)}async function writeOver(client,{Name,Value,over,parse}){const version=await put(client,Name,Value);if(version===void 0||version===over+1)return version;const since=(await texts(client,Name)).filter(one=>one.version>over);const gapless=since.filter(one=>one.version<=version).length===version-over;const own=new Set(since.filter(({value})=>value===Value).map(one=>one.version));const values=valuesOf(since,parse);return gapless?values.find(one=>own.has(one.version)&&stands(one,values))?.version:void 0}async function put(client,Name,Value){const request=new PutParameterCommand({Name,Value,Type:`String`,Overwrite:true});try{return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)(`ssm:PutParameter`,client.send(request))).Version}catch(error){if((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error,`TooManyUpdates`))return void 0;throw error}}async function texts(client,Name){return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(`ssm:GetParameterHistory`,paginateGetParameterHistory({client},{Name,MaxResults:50}),page=>page.Parameters).catch(error=>{if((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error,`ParameterNotFound`))return[];throw error})).map(textOf)}function textOf({Value=``,Version:version=0,LastModifiedDate:at}){return{version,at:at?.getTime()??0,value:Value}}function parsedOf({value,...one}){return{...one,value:value.parsed}}function valuesOf(all,parse){return all.flatMap(({value,...one})=>{const parsed=parse(value);return parsed===void 0?[]:{...one,value:{parsed,...overOf(value)}}})}var WRITTEN=(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({over:_start_js__WEBPACK_IMPORTED_MODULE_3__.Gn});function overOf(text){return (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Zn)(WRITTEN,text)??{}}function parameterLease(client,saveLease=()=>void 0){return{read:service=>readStanding(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.vr)(service),parseLease),async write(service,lease,over){if(lease.beat===0)saveLease(service,lease.owner);return writeOver(client,{Name:(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.vr)(service),Value:JSON.stringify({...lease,over}),over,parse:parseLease})},remove:service=>remove(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.vr)(service))}}function parameterQueue(client){return{read:service=>readStanding(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.xr)(service),parseQueue),write:(service,queue,over)=>writeOver(client,{Name:(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.xr)(service),Value:JSON.stringify({...queue,over}),over,parse:parseQueue}),remove:service=>remove(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.xr)(service))}}async function remove(client,Name){await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ssm:DeleteParameter`,client.send(unrepeated(new DeleteParameterCommand({Name}))),`ParameterNotFound`)}function unrepeated(request){let lost;request.middlewareStack.add(next=>async args=>{if(lost!==void 0)throw new Error(`nobody knows whether it was deleted: ${lost.message}`,{cause:lost});return next(args).catch(error=>{if(!(error instanceof _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_1__.g)||error.$fault===`server`)lost=error;throw error})},{step:`finalizeRequest`,priority:`low`,name:`unrepeated`});return request}var word=(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.w)(_start_js__WEBPACK_IMPORTED_MODULE_3__.Jn,(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.m)(500)),``);var runner={owner:(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.A)(),command:(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(_start_js__WEBPACK_IMPORTED_MODULE_3__.xn),`deploy`),actor:word,runUrl:word};var LEASE=(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({...runner,token:_start_js__WEBPACK_IMPORTED_MODULE_3__.Gn,free:(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.n)(),false),beat:(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)(_start_js__WEBPACK_IMPORTED_MODULE_3__.Gn,0)});var QUEUE=(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({waiting:(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({...runner,commit:word,beat:(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.s)(_start_js__WEBPACK_IMPORTED_MODULE_3__.Gn,0)})),(0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.m)(1e3))});function parseLease(text){return (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Zn)(LEASE,text)}function parseQueue(text){return (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Zn)(QUEUE,text)}function parameterSteering(client){return{read:service=>readStanding(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Ar)(service),parseSteering),write:(service,steering,over)=>writeOver(client,{Name:(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Ar)(service),Value:JSON.stringify({...steering,over}),over,parse:parseSteering}),remove:service=>remove(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Ar)(service))}}function parseSteering(text){return (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Zn)(_start_js__WEBPACK_IMPORTED_MODULE_3__.ln,text)}var RECORD=/^\/docker-to-ec2\/[^/]+\/[^/]+\/release$/;function parameterRecords(client){return{async read(service){const standing=await findStanding(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Sr)(service),_record_js__WEBPACK_IMPORTED_MODULE_6__.o);if(standing.kind===`unreadable`)throw (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.ur)((0,_record_js__WEBPACK_IMPORTED_MODULE_6__.u)([service]));return standing.kind===`found`?versioned(standing.found):void 0},write:(record,over)=>write(client,record,over),async history(service,count){return(await standingVersions(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Sr)(service),_record_js__WEBPACK_IMPORTED_MODULE_6__.o)).toReversed().slice(0,count).map(versioned)},list:()=>list(client),async remove(service){const kept=await namesBelow(client,(0,_start_js__WEBPACK_IMPORTED_MODULE_3__._r)(service));return(await Promise.all([(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Sr)(service),...kept].map(name=>removeOne(client,name)))).flatMap(name=>name??[])}}}async function write(client,record,over){const{version:_,...text}=record;const Name=(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Sr)({name:record.service,environment:record.environment});const Value=(0,_record_js__WEBPACK_IMPORTED_MODULE_6__.s)({...text,over});const bytes=Buffer.byteLength(Value);if(bytes>4096)throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.sr(`record-too-large`,`The release record ${Name} has ${bytes} bytes; Parameter Store takes ${_record_js__WEBPACK_IMPORTED_MODULE_6__.t}.`);return await writeOver(client,{Name,Value,over,parse:_record_js__WEBPACK_IMPORTED_MODULE_6__.o})!==void 0}function versioned({value,version}){return{...value,version}}async function list(client){const names=await recordNames(client);const newest=(await Promise.all(chunks(names,10).map(Names=>values(client,Names)))).flat().map(({name,text})=>({service:(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Dr)(name),name,record:(0,_record_js__WEBPACK_IMPORTED_MODULE_6__.o)(text)}));const damaged=newest.filter(({record})=>record===void 0);const standing=await Promise.all(damaged.map(async({service,name})=>({service,standing:await earlierStanding(client,name)})));return{records:[...newest.flatMap(({record})=>record??[]),...standing.flatMap(one=>one.standing.kind===`found`?versioned(one.standing.found):[])],unreadable:standing.flatMap(one=>one.standing.kind===`unreadable`?one.service:[])}}function earlierStanding(client,name){return findStanding(client,name,_record_js__WEBPACK_IMPORTED_MODULE_6__.o).catch(error=>{if((0,_start_js__WEBPACK_IMPORTED_MODULE_3__.cr)(error))return{kind:`unreadable`};throw error})}async function recordNames(client){return(await namesBelow(client,`/docker-to-ec2`)).filter(name=>RECORD.test(name))}async function namesBelow(client,path){const all=(0,_DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.t)({client},{ParameterFilters:[{Key:`Path`,Option:`Recursive`,Values:[path]}],MaxResults:50});return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(`ssm:DescribeParameters`,all,page=>page.Parameters)).flatMap(({Name})=>Name??[])}async function removeOne(client,Name){return await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ssm:DeleteParameter`,client.send(new DeleteParameterCommand({Name})),`ParameterNotFound`)&&Name}async function values(client,Names){const{Parameters}=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)(`ssm:GetParameters`,client.send(new GetParametersCommand({Names})));return(Parameters??[]).map(({Name:name=``,Value:text=``})=>({name,text}))}function chunks(names,size){return Array.from({length:Math.ceil(names.length/size)},(_,at)=>names.slice(at*size,(at+1)*size))}async function follow(spec,followed){const{limit,hostIds}=followed;const started={start:spec.clock.now(),began:spec.clock.elapsed(),limit};const answers=[];for(const hostId of hostIds){const progress=hostIds.length>1?`${answers.length} of ${hostIds.length} hosts`:void 0;answers.push(await pollFrom(spec,{...started,look:()=>lookAt(spec.client,{...followed,hostId,progress})}))}return answers}function pollFrom({clock,onWait},{start,began,limit,look}){return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_10__.t)({clock,look,limit:limit-(clock.elapsed()-began),every:pause,onWait:status=>onWait(status,start),onLimit:()=>void 0})}function pause(passed){return Math.min(2e3,Math.max(250,passed/8))}async function lookAt(client,{commandId,hostId,progress,signal}){const request=new GetCommandInvocationCommand({CommandId:commandId,InstanceId:hostId});try{const seen=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)(`ssm:GetCommandInvocation`,client.send(request,{abortSignal:signal}));const status=verdict(seen);return status?{ended:answer({hostId,commandId,status},seen)}:{waiting:progress??seen.Status??`Pending`}}catch(error){if((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error,`InvocationDoesNotExist`)||(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(error))return{waiting:progress??`Pending`};throw error}}var UNDELIVERED=new Set([`deliverytimedout`,`undeliverable`,`invalidplatform`,`accessdenied`]);function verdict(seen){const details=seen.StatusDetails?.replaceAll(/\W/g,``).toLowerCase()??``;const lost=UNDELIVERED.has(details);switch(seen.Status){case`Success`:return`succeeded`;case`Failed`:return lost?`undelivered`:`failed`;case`TimedOut`:return lost?`undelivered`:`timed-out`;case`Cancelled`:return details===`terminated`?`not-started`:`cancelled`;default:return}}function answer(end,seen){return{...end,stdout:seen.StandardOutputContent??``,stderr:seen.StandardErrorContent??``,seconds:secondsOf(seen.ExecutionElapsedTime)}}function secondsOf(duration){const[,hours=0,minutes=0,seconds=0]=/^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration??``)??[];const total=Number(hours)*3600+Number(minutes)*60+Number(seconds);return total>0?total:void 0}function waves(hosts,concurrency=`100%`){const most=Math.max(1,concurrency.endsWith(`%`)?Math.floor(hosts*Number.parseInt(concurrency,10)/100):Number(concurrency));let count=0;for(let size=1,left=hosts;left>0;size=Math.min(size*2,most),count+=1)left-=size;return count}var UNPACKING=120;async function bringProgram(program,send,hostIds){const answers=new Map;for(const lines of (0,_host_command_js__WEBPACK_IMPORTED_MODULE_7__.i)(program)){const waiting=hostIds.filter(id=>wantsMore(answers.get(id)));if(waiting.length===0)break;const bringing={id:(0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.randomUUID)(),hostIds:waiting,comment:`docker-to-ec2: the host program`,timeout:UNPACKING,continueOnError:true,quiet:true};for(const answer of await send(lines,bringing))answers.set(answer.hostId,answer)}return hostIds.flatMap(id=>answers.get(id)??[])}async function carryOut(program,send,command){const{order,...rest}=command;const sending={...rest,id:order.id};const lines=(0,_host_command_js__WEBPACK_IMPORTED_MODULE_7__.n)(program,order);const answers=await send(lines,sending);if(!answers.some(lacksProgram))return answers;const brought=await bringProgram(program,send,command.hostIds);return(await send(lines,sending)).map((answer,at)=>lacksProgram(answer)?refusal(brought[at])??answer:answer)}function refusal(answer){return answer?.status===`succeeded`?void 0:answer}function lacksProgram({stdout}){return/^\{[^\n]*"cause": ?"program-missing"/.test(stdout)}function wantsMore(last){return last===void 0||last.status===`succeeded`&&/^\{"outcome": ?"kept"/.test(last.stdout)}var NAMED=12;var DELIVERY=120;var SLACK=60;function ssmRemote(spec){return{agents:hostIds=>agents(spec.client,hostIds),run:(command,signal)=>carryOut(spec.program,sendBy(spec,signal),command),program:async()=>spec.program.sha256.slice(0,NAMED),bring:(hostIds,signal)=>bringProgram(spec.program,sendBy(spec,signal),hostIds)}}function sendBy(spec,signal){return(lines,command)=>runLines(spec,{lines,command,signal})}async function runLines(spec,{lines,command,signal}){if(signal.aborted)throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.or;const sent={id:command.id,hostIds:command.hostIds,sentAt:spec.clock.now()};spec.saveCommand(sent);const commandId=await send(spec.client,command,lines);spec.saveCommand({...sent,commandId});try{return await untilLimit(command.quiet?{...spec,onWait:()=>void 0}:spec,{commandId,command,signal})}catch(error){if(!signal.aborted)throw error;await cancelCommand(spec.client,commandId,command.hostIds);throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.or}}async function agents(client,hostIds){const request={Filters:[{Key:`InstanceIds`,Values:[...hostIds]}]};const all=paginateDescribeInstanceInformation({client},request);const found=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(`ssm:DescribeInstanceInformation`,all,page=>page.InstanceInformationList);return hostIds.map(id=>agentOf(found.find(({InstanceId})=>InstanceId===id)))}function agentOf(seen){if(!seen)return{kind:`unknown`};return seen.PingStatus===`Online`?{kind:`online`}:{kind:`offline`,lastSeen:seen.LastPingDateTime}}async function send(client,command,lines){const request=new SendCommandCommand({DocumentName:`AWS-RunShellScript`,InstanceIds:[...command.hostIds],Comment:commentOf(command),TimeoutSeconds:delivery(command),Parameters:{commands:[...lines],executionTimeout:[String(Math.ceil(command.timeout))]},...rates(command)});try{const{Command}=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)(`ssm:SendCommand`,client.send(request));return Command?.CommandId??``}catch(cause){if((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(cause,`InvalidInstanceId`))throw offline(command.hostIds,cause);throw cause}}function commentOf({comment,id}){return`${comment.slice(0,99-id.length)} ${id}`}function rates({hostIds,concurrency=`100%`,continueOnError=false}){return hostIds.length===1?{}:{MaxConcurrency:concurrency,MaxErrors:continueOnError?`100%`:`0`}}function delivery({hostIds,concurrency,timeout}){return DELIVERY+(waves(hostIds.length,concurrency)-1)*Math.ceil(timeout)}function offline(hostIds,cause){const named=hostIds.filter(id=>cause.message.includes(id));return new _start_js__WEBPACK_IMPORTED_MODULE_3__.sr(`agent-offline`,`SSM has no agent online on ${(0,_host_names_js__WEBPACK_IMPORTED_MODULE_11__.t)(named.length>0?named:hostIds)}.`,{hint:`Check that the instance runs, that its instance profile allows SSM (docs/iam/setup.yaml), and that it reaches the internet or the SSM endpoints.`,cause})}async function untilLimit(spec,{commandId,command,signal}){const{hostIds}=command;const answers=await follow(spec,{commandId,hostIds,limit:(delivery(command)+Math.ceil(command.timeout)+SLACK)*1e3,signal});if(!answers.every(answer=>answer!==void 0))await cancelCommand(spec.client,commandId,hostIds);return hostIds.map((hostId,at)=>answers[at]??{hostId,commandId,status:`timed-out`,stdout:``,stderr:``,seconds:void 0})}async function cancelCommand(client,commandId,hostIds){const request=new CancelCommandCommand({CommandId:commandId,InstanceIds:[...hostIds]});await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ssm:CancelCommand`,client.send(request),`InvalidCommandId`,`InvalidInstanceId`)}var LISTED=5e3;var POLL=500;var SKEW=3e5;async function cancelLeftover(client,clock,sent){const commandId=sent.commandId??await found(client,clock,sent);if(commandId!==void 0)await cancelCommand(client,commandId,sent.hostIds);return commandId}function found(client,clock,sent){return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_10__.t)({clock,look:async()=>{const commandId=await underWay(client,sent);return commandId===void 0?{waiting:sent.id}:{ended:commandId}},limit:LISTED,every:POLL,onLimit:()=>void 0})}async function underWay(client,{id,hostIds,sentAt}){const since=new Date(sentAt-SKEW).toISOString().replace(/\.\d+Z$/,`Z`);const all=paginateListCommandInvocations({client},{InstanceId:hostIds[0],Filters:[{key:`InvokedAfter`,value:since}]});return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(`ssm:ListCommandInvocations`,all,page=>page.CommandInvocations).catch(noneIfRefused)).find(one=>one.Comment?.endsWith(id)&&verdict(one)===void 0)?.CommandId}function noneIfRefused(error){if((0,_start_js__WEBPACK_IMPORTED_MODULE_3__.cr)(error))return[];throw error}var TIMEOUT=30;var LIMIT_MS=6e4;function documentStatusQuery(spec){return{async ask(service,hostIds,signal){const commandId=await sent(spec,service,hostIds);return typeof commandId===`string`?answers(spec,{commandId,hostIds,signal}):commandId}}}async function sent({client},service,hostIds){const request=new SendCommandCommand({DocumentName:_start_js__WEBPACK_IMPORTED_MODULE_3__.fr,InstanceIds:[...hostIds],Comment:`docker-to-ec2: status ${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Tr)(service)}`.slice(0,100),TimeoutSeconds:TIMEOUT,Parameters:{service:[(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.Tr)(service)]},MaxErrors:`100%`});try{const{Command}=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.t)(`ssm:SendCommand`,client.send(request));return Command?.CommandId??``}catch(error){const reason=reasonOf(error);if(reason===void 0)throw error;return{kind:`not-asked`,reason}}}function reasonOf(error){if((0,_start_js__WEBPACK_IMPORTED_MODULE_3__.cr)(error))return`this run's role cannot send the SSM document ${_start_js__WEBPACK_IMPORTED_MODULE_3__.fr}`;if((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error,`InvalidDocument`))return`there is no SSM document ${_start_js__WEBPACK_IMPORTED_MODULE_3__.fr}; a stack of docs/iam/setup.yaml creates it`;if((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.n)(error,`InvalidInstanceId`))return`SSM cannot reach its hosts`}async function answers(spec,{commandId,hostIds,signal}){const found=await follow(spec,{commandId,hostIds,limit:LIMIT_MS,signal}).catch(error=>{throw signal.aborted?new _start_js__WEBPACK_IMPORTED_MODULE_3__.or:error});return{kind:`asked`,answers:hostIds.map((hostId,at)=>({hostId,stdout:found[at]?.stdout??``}))}}function connectSsm(options,saveLease){const client=(0,_permitted_js__WEBPACK_IMPORTED_MODULE_12__.t)(new _DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.n(options),options.permit);return{client,records:parameterRecords(client),lease:parameterLease(client,saveLease),queue:parameterQueue(client),steering:parameterSteering(client),remote:spec=>ssmRemote({...spec,client}),statusQuery:spec=>documentStatusQuery({...spec,client})}}function cancelSent(options,clock,sent){return cancelLeftover(new _DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.n(options),clock,sent)}

/***/ })

};
;