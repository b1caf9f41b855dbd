"use strict";
exports.id = 5359;
exports.ids = [5359];
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

/***/ 6842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createPaginator)
/* harmony export */ });
var makePagedClientRequest=async(CommandCtor,client,input,withCommand=_=>_,...args)=>{let command=new CommandCtor(input);command=withCommand(command)??command;return await client.send(command,...args)};function createPaginator(ClientCtor,CommandCtor,inputTokenName,outputTokenName,pageSizeTokenName){return async function*paginateOperation(config,input,...additionalArguments){const _input=input;let token=config.startingToken??_input[inputTokenName];let hasNext=true;let page;while(hasNext){_input[inputTokenName]=token;if(pageSizeTokenName)_input[pageSizeTokenName]=_input[pageSizeTokenName]??config.pageSize;if(config.client instanceof ClientCtor)page=await makePagedClientRequest(CommandCtor,config.client,input,config.withCommand,...additionalArguments);else throw new Error(`Invalid client, expected instance of ${ClientCtor.name}`);yield page;const prevToken=token;token=get(page,outputTokenName);hasNext=!!(token&&(!config.stopOnSameToken||token!==prevToken))}return void 0}}var get=(fromObject,path)=>{let cursor=fromObject;const pathComponents=path.split(`.`);for(const step of pathComponents){if(!cursor||typeof cursor!==`object`)return;cursor=cursor[step]}return cursor};

/***/ }),

/***/ 5359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectSecretVersions: () => (/* binding */ connectSecretVersions)
/* harmony export */ });
/* harmony import */ var _DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7281);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8123);




// src/adapters/aws/secrets/parameter-store.ts
/** Names per filter. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
var BATCH = 50;
/** `DescribeParameters` returns versions, never a value. */
function parameterVersions(client) {
	return async (names) => {
		const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, at) => names.slice(at * BATCH, (at + 1) * BATCH));
		const found = await Promise.all(batches.map((batch) => describe(client, batch)));
		return new Map(found.flat());
	};
}
async function describe(client, names) {
	const ParameterFilters = [{
		Key: "Name",
		Option: "Equals",
		Values: [...names]
	}];
	const all = (0,_DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__.t)({ client }, {
		ParameterFilters,
		MaxResults: BATCH
	});
	try {
		return (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)("ssm:DescribeParameters", all, (page) => page.Parameters)).map(({ Name = "", Version }) => [Name, { version: String(Version) }]);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		return names.map((name) => [name, { unknown: error.message }]);
	}
}
// src/adapters/aws/secrets/secret-versions.ts
/** Asks both stores at once, each only for its own secrets. */
function secretVersions(stores) {
	return { async current(sources) {
		const [parameters, secrets] = await Promise.all([ask(stores.ssm, namesIn("ssm", sources)), ask(stores.secretsmanager, namesIn("secretsmanager", sources))]);
		const found = new Map([...parameters, ...secrets]);
		return new Map(sources.map((source) => [source, found.get(withoutKey(source)) ?? { unknown: "it does not exist" }]));
	} };
}
function namesIn(store, sources) {
	const own = sources.filter((source) => source.startsWith(`${store}:`)).map(withoutKey);
	return {
		store,
		names: [...new Set(own)].map((source) => source.slice(store.length + 1))
	};
}
async function ask(versions, { store, names }) {
	return [...names.length === 0 ? [] : await versions(names)].map(([name, version]) => [`${store}:${name}`, version]);
}
/** A key of a JSON secret has no version of its own. */
function withoutKey(source) {
	return source.split("#", 1)[0] ?? "";
}
// src/connect/secret-versions.ts
/** Loads the client of Secrets Manager only for a secret in that store. */
function connectSecretVersions(options, ssm) {
	const secretsManager = (0,_lazy_js__WEBPACK_IMPORTED_MODULE_3__.n)(async () => (await __webpack_require__.e(/* import() */ 5518).then(__webpack_require__.bind(__webpack_require__, 5518))).connectSecretsManager(options));
	return secretVersions({
		ssm: parameterVersions(ssm),
		secretsmanager: async (names) => (await secretsManager())(names)
	});
}



/***/ })

};
;