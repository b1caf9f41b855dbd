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
/* harmony import */ var _RpcProtocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2350);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9287);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2810);
var AwsJsonRpcProtocol=class extends _RpcProtocol_js__WEBPACK_IMPORTED_MODULE_1__.t{serializer;deserializer;serviceTarget;codec;mixin;awsQueryCompatible;constructor({defaultNamespace,errorTypeRegistries,serviceTarget,awsQueryCompatible,jsonCodec}){super({defaultNamespace,errorTypeRegistries});this.serviceTarget=serviceTarget;this.codec=jsonCodec??new _JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.t({timestampFormat:{useTrait:true,default:7},jsonName:false});this.serializer=this.codec.createSerializer();this.deserializer=this.codec.createDeserializer();this.awsQueryCompatible=!!awsQueryCompatible;this.mixin=new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_3__.n(this.awsQueryCompatible)}async serializeRequest(operationSchema,input,context){const request=await super.serializeRequest(operationSchema,input,context);if(!request.path.endsWith(`/`))request.path+=`/`;request.headers[`content-type`]=`application/x-amz-json-${this.getJsonRpcVersion()}`;request.headers[`x-amz-target`]=`${this.serviceTarget}.${operationSchema.name}`;if(this.awsQueryCompatible)request.headers[`x-amzn-query-mode`]=`true`;if((0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.u)(operationSchema.input)===`unit`||!request.body)request.body=`{}`;return request}getPayloadCodec(){return this.codec}async handleError(operationSchema,context,response,dataObject,metadata){const{awsQueryCompatible}=this;if(awsQueryCompatible)this.mixin.setQueryCompatError(dataObject,response);const errorIdentifier=(0,_JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.n)(response,dataObject,awsQueryCompatible)??`Unknown`;this.mixin.compose(this.compositeErrorRegistry,errorIdentifier,this.options.defaultNamespace);const{errorSchema,errorMetadata}=await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier,this.options.defaultNamespace,response,dataObject,metadata,awsQueryCompatible?this.mixin.findQueryCompatibleError:void 0);const ns=_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.c.of(errorSchema);const message=dataObject.message??dataObject.Message??`UnknownError`;const exception=new((this.compositeErrorRegistry.getErrorCtor(errorSchema))??Error)({});const output={};const errorDeserializer=this.codec.createDeserializer();for(const[name,member]of ns.structIterator())if(dataObject[name]!=null)output[name]=errorDeserializer.readObject(member,dataObject[name]);if(awsQueryCompatible)this.mixin.queryCompatOutput(dataObject,output);throw this.mixin.decorateServiceException(Object.assign(exception,errorMetadata,{$fault:ns.getMergedTraits().error,message},output),dataObject)}};

/***/ }),

/***/ 7281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ SSMClient),
/* harmony export */   t: () => (/* binding */ paginateDescribeParameters)
/* harmony export */ });
/* harmony import */ var _createPaginator_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6842);
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1603);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2810);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9287);
/* harmony import */ var _defaultProvider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2589);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4648);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2115);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8859);
/* harmony import */ var _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2267);
const defaultSSMHttpAuthSchemeParametersProvider=async(config,context,input)=>{return{operation:(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.g)(context).operation,region:await (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.h)(config.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()}};function createAwsAuthSigv4HttpAuthOption(authParameters){return{schemeId:`aws.auth#sigv4`,signingProperties:{name:`ssm`,region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}const defaultSSMHttpAuthSchemeProvider=authParameters=>{const options=[];switch(authParameters.operation){default:options.push(createAwsAuthSigv4HttpAuthOption(authParameters))}return options};const resolveHttpAuthSchemeConfig=config=>{const config_0=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.r)(config);return Object.assign(config_0,{authSchemePreference:(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.h)(config.authSchemePreference??[])})};var version=`3.1169.0`;const k=`ref`;const a=-1;const b=true;const c=`isSet`;const d=`PartitionResult`;const e=`booleanEquals`;const f=`getAttr`;const g={[k]:`Endpoint`};const h={[k]:d};const i={};const j=[{[k]:`Region`}];const _data={conditions:[[c,[g]],[c,j],[`aws.partition`,j,d],[e,[{[k]:`UseFIPS`},b]],[e,[{[k]:`UseDualStack`},b]],[e,[{fn:f,argv:[h,`supportsDualStack`]},b]],[e,[{fn:f,argv:[h,`supportsFIPS`]},b]],[`stringEquals`,[{fn:f,argv:[h,`name`]},`aws-us-gov`]]],results:[[a],[a,`Invalid Configuration: FIPS and custom endpoint are not supported`],[a,`Invalid Configuration: Dualstack and custom endpoint are not supported`],[g,i],[`https://ssm-fips.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`FIPS and DualStack are enabled, but this partition does not support one or both`],[`https://ssm.{Region}.amazonaws.com`,i],[`https://ssm-fips.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`FIPS is enabled but this partition does not support FIPS`],[`https://ssm.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`DualStack is enabled but this partition does not support DualStack`],[`https://ssm.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`Invalid Configuration: Missing Region`]]};const root=2;const nodes=new Int32Array([-1,1,-1,0,13,3,1,4,100000012,2,5,100000012,3,8,6,4,7,100000011,5,100000009,100000010,4,11,9,6,10,100000008,7,100000006,100000007,5,12,100000005,6,100000004,100000005,3,100000001,14,4,100000002,100000003]);const bdd=_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.U.from(nodes,root,_data.conditions,_data.results);const cache=new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.H({size:50,params:[`Endpoint`,`Region`,`UseDualStack`,`UseFIPS`]});const defaultEndpointResolver=(endpointParams,context={})=>{return cache.get(endpointParams,()=>(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.B)(bdd,{endpointParams,logger:context.logger}))};_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.V.aws=_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.d;const getRuntimeConfig$1=config=>{return{apiVersion:`2014-11-06`,base64Decoder:config?.base64Decoder??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.st,base64Encoder:config?.base64Encoder??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ot,disableHostPrefix:config?.disableHostPrefix??false,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??defaultSSMHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:`aws.auth#sigv4`,identityProvider:ipc=>ipc.getIdentityProvider(`aws.auth#sigv4`),signer:new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.o}],logger:config?.logger??new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.J,protocol:config?.protocol??_AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_6__.t,protocolSettings:config?.protocolSettings??{defaultNamespace:`com.amazonaws.ssm`,errorTypeRegistries: _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.h,xmlNamespace:`http://ssm.amazonaws.com/doc/2014-11-06/`,version:`2014-11-06`,serviceTarget:`AmazonSSM`},serviceId:config?.serviceId??`SSM`,sha256:config?.sha256??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.t,urlParser:config?.urlParser??_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.r,utf8Decoder:config?.utf8Decoder??_toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.n,utf8Encoder:config?.utf8Encoder??_toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.t}};const getRuntimeConfig=config=>{(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Z)(process.version);const defaultsMode=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.W)(config);const defaultConfigProvider=()=>defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Q);const clientSharedValues=getRuntimeConfig$1(config);(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.lt)(process.version);const loaderConfig={profile:config?.profile,logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:`node`,defaultsMode,authSchemePreference:config?.authSchemePreference??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.a,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.rt,credentialDefaultProvider:config?.credentialDefaultProvider??_defaultProvider_js__WEBPACK_IMPORTED_MODULE_3__.t,defaultSocketTimeout:(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ct)(config?.requestHandler,9e5),defaultUserAgentProvider:config?.defaultUserAgentProvider??(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.p)({serviceId:clientSharedValues.serviceId,clientVersion:version}),maxAttempts:config?.maxAttempts??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.g,config),region:config?.region??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.q,{..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.K,...loaderConfig}),requestHandler:_node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.t.create(config?.requestHandler??defaultConfigProvider),retryMode:config?.retryMode??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)({..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._,default:async()=>(await defaultConfigProvider()).retryMode||_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.y},config),streamCollector:config?.streamCollector??_node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.r,useDualstackEndpoint:config?.useDualstackEndpoint??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.nt,loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.tt,loaderConfig),userAgentAppId:config?.userAgentAppId??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.f,loaderConfig)}};const getHttpAuthExtensionConfiguration=runtimeConfig=>{const _httpAuthSchemes=runtimeConfig.httpAuthSchemes;let _httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider;let _credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){const index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);if(index===-1)_httpAuthSchemes.push(httpAuthScheme);else _httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){return _credentials}}};const resolveHttpAuthRuntimeConfig=config=>{return{httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.credentials()}};const resolveRuntimeExtensions=(runtimeConfig,extensions)=>{const extensionConfiguration=Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.l)(runtimeConfig),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Y)(runtimeConfig),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.A)(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));extensions.forEach(extension=>extension.configure(extensionConfiguration));return Object.assign(runtimeConfig,(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.u)(extensionConfiguration),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.X)(extensionConfiguration),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.j)(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var SSMClient=class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.et{config;constructor(...[configuration]){const _config_0=getRuntimeConfig(configuration||{});super(_config_0);this.initConfig=_config_0;const _config_1=(0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__._)(_config_0);const _config_2=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.b)(_config_1);const _config_3=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.v)(_config_2);const _config_4=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.G)(_config_3);const _config_5=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.O)(_config_4);const _config_6=(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.n)(_config_5);const _config_7=resolveHttpAuthSchemeConfig(_config_6);const _config_8=resolveRuntimeExtensions(_config_7,configuration?.extensions||[]);this.config=_config_8;this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.$)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.m)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.h)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.k)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.T)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.w)(this.config,{httpAuthSchemeParametersProvider:defaultSSMHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.x({"aws.auth#sigv4":config.credentials})}));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.C)(this.config))}destroy(){super.destroy()}};var DescribeParametersCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n,`DescribeParameters`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.s){};const paginateDescribeParameters=(0,_createPaginator_js__WEBPACK_IMPORTED_MODULE_8__.t)(SSMClient,DescribeParametersCommand,`NextToken`,`NextToken`,`MaxResults`);

/***/ }),

/***/ 2350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ RpcProtocol)
/* harmony export */ });
/* harmony import */ var _hasOwn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8073);
/* harmony import */ var _httpRequest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8248);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9287);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2810);
var RpcProtocol=class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.N{async serializeRequest(operationSchema,_input,context){const serializer=this.serializer;const query={};const headers={};const endpoint=await context.endpoint();const ns=_endpoints_js__WEBPACK_IMPORTED_MODULE_0__.c.of(operationSchema?.input);const schema=ns.getSchema();let payload;const input=_input&&typeof _input===`object`?_input:{};const request=new _httpRequest_js__WEBPACK_IMPORTED_MODULE_2__.t({protocol:``,hostname:``,port:void 0,path:`/`,fragment:void 0,query,headers,body:void 0});if(endpoint){this.updateServiceEndpoint(request,endpoint);this.setHostPrefix(request,operationSchema,input)}if(input){const eventStreamMember=ns.getEventStreamMember();if(eventStreamMember){if(input[eventStreamMember]){const initialRequest={};for(const[memberName]of ns.structIterator())if(memberName!==eventStreamMember&&input[memberName]!=null)initialRequest[memberName]=input[memberName];payload=await this.serializeEventStream({eventStream:input[eventStreamMember],requestSchema:ns,initialRequest})}}else{serializer.write(schema,input);payload=serializer.flush()}}request.headers=Object.assign(request.headers,headers);request.query=query;request.body=payload;request.method=`POST`;return request}async deserializeResponse(operationSchema,context,response){const deserializer=this.deserializer;const ns=_endpoints_js__WEBPACK_IMPORTED_MODULE_0__.c.of(operationSchema.output);const dataObject={};if(this.isErrorResponse(response.statusCode)){const bytes=await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.L)(response.body,context);if(bytes.byteLength>0)Object.assign(dataObject,await deserializer.read(15,bytes));await this.handleError(operationSchema,context,response,dataObject,this.deserializeMetadata(response));throw new Error(`@smithy/core/protocols - RPC Protocol error handler failed to throw.`)}for(const header in response.headers){if(!(0,_hasOwn_js__WEBPACK_IMPORTED_MODULE_3__.t)(response.headers,header))continue;const value=response.headers[header];delete response.headers[header];response.headers[header.toLowerCase()]=value}const eventStreamMember=ns.getEventStreamMember();if(eventStreamMember)dataObject[eventStreamMember]=await this.deserializeEventStream({response,responseSchema:ns,initialResponseContainer:dataObject});else{const bytes=await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.L)(response.body,context);if(bytes.byteLength>0)Object.assign(dataObject,await deserializer.read(ns,bytes))}dataObject.$metadata=this.deserializeMetadata(response);return dataObject}isErrorResponse(statusCode){return statusCode>=300}};

/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createPaginator)
/* harmony export */ });
const makePagedClientRequest=async(CommandCtor,client,input,withCommand=_=>_,...args)=>{let command=new CommandCtor(input);command=withCommand(command)??command;return await client.send(command,...args)};function createPaginator(ClientCtor,CommandCtor,inputTokenName,outputTokenName,pageSizeTokenName){return async function*paginateOperation(config,input,...additionalArguments){const _input=input;let token=config.startingToken??_input[inputTokenName];let hasNext=true;let page;while(hasNext){_input[inputTokenName]=token;if(pageSizeTokenName)_input[pageSizeTokenName]=_input[pageSizeTokenName]??config.pageSize;if(config.client instanceof ClientCtor)page=await makePagedClientRequest(CommandCtor,config.client,input,config.withCommand,...additionalArguments);else throw new Error(`Invalid client, expected instance of ${ClientCtor.name}`);yield page;const prevToken=token;token=get(page,outputTokenName);hasNext=!!(token&&(!config.stopOnSameToken||token!==prevToken))}return void 0}}const get=(fromObject,path)=>{let cursor=fromObject;const pathComponents=path.split(`.`);for(const step of pathComponents){if(!cursor||typeof cursor!==`object`)return;cursor=cursor[step]}return cursor};

/***/ }),

/***/ 5359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectSecretVersions: () => (/* binding */ connectSecretVersions)
/* harmony export */ });
/* harmony import */ var _DescribeParametersPaginator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7281);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2522);
/* harmony import */ var _lazy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8123);




// src/adapters/aws/secrets/parameter-store.ts
/** Names per filter. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
const BATCH = 50;
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
		return (await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_2__.i)("ssm:DescribeParameters", all, (page) => page.Parameters)).map(({ Name = "", Version }) => [Name, { version: String(Version) }]);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
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