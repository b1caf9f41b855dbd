"use strict";
exports.id = 9696;
exports.ids = [9696];
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

/***/ 93:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ DescribeInstanceTypesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4409);
var DescribeInstanceTypesCommand=class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n,`DescribeInstanceTypes`,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.f){};

/***/ }),

/***/ 9696:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectPermissions: () => (/* binding */ connectPermissions),
/* harmony export */   connectQuotas: () => (/* binding */ connectQuotas)
/* harmony export */ });
/* harmony import */ var _GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8968);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2810);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9287);
/* harmony import */ var _defaultProvider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2589);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4648);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2115);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8859);
/* harmony import */ var _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2267);
/* harmony import */ var _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5366);
/* harmony import */ var _security_groups_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9028);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5914);
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2522);
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4409);
/* harmony import */ var _DescribeInstanceTypesCommand_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(93);
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7457);
/* harmony import */ var _permitted_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4917);
var DescribeAccountAttributesCommand=class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_12__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_12__.t,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_12__.n,`DescribeAccountAttributes`,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_12__.l){};var SimulatePrincipalPolicyCommand=class extends (0,_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.i)(_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.n,_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.r,`SimulatePrincipalPolicy`,_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.y){};const defaultServiceQuotasHttpAuthSchemeParametersProvider=async(config,context,input)=>{return{operation:(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.g)(context).operation,region:await (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.h)(config.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()}};function createAwsAuthSigv4HttpAuthOption(authParameters){return{schemeId:`aws.auth#sigv4`,signingProperties:{name:`servicequotas`,region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}const defaultServiceQuotasHttpAuthSchemeProvider=authParameters=>{const options=[];switch(authParameters.operation){default:options.push(createAwsAuthSigv4HttpAuthOption(authParameters))}return options};const resolveHttpAuthSchemeConfig=config=>{const config_0=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.r)(config);return Object.assign(config_0,{authSchemePreference:(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.h)(config.authSchemePreference??[])})};const resolveClientEndpointParameters=options=>{return Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??false,useFipsEndpoint:options.useFipsEndpoint??false,defaultSigningName:`servicequotas`})};const commonParams={UseFIPS:{type:`builtInParams`,name:`useFipsEndpoint`},Endpoint:{type:`builtInParams`,name:`endpoint`},Region:{type:`builtInParams`,name:`region`},UseDualStack:{type:`builtInParams`,name:`useDualstackEndpoint`}};var version=`3.1138.0`;const k=`ref`;const a=-1;const b=true;const c=`isSet`;const d=`PartitionResult`;const e=`booleanEquals`;const f=`getAttr`;const g={[k]:`Endpoint`};const h={[k]:d};const i={};const j=[{[k]:`Region`}];const _data={conditions:[[c,[g]],[c,j],[`aws.partition`,j,d],[e,[{[k]:`UseFIPS`},b]],[e,[{[k]:`UseDualStack`},b]],[e,[{fn:f,argv:[h,`supportsDualStack`]},b]],[e,[{fn:f,argv:[h,`supportsFIPS`]},b]],[`stringEquals`,[{fn:f,argv:[h,`name`]},`aws-us-gov`]]],results:[[a],[a,`Invalid Configuration: FIPS and custom endpoint are not supported`],[a,`Invalid Configuration: Dualstack and custom endpoint are not supported`],[g,i],[`https://servicequotas-fips.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`FIPS and DualStack are enabled, but this partition does not support one or both`],[`https://servicequotas.{Region}.amazonaws.com`,i],[`https://servicequotas-fips.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`FIPS is enabled but this partition does not support FIPS`],[`https://servicequotas.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`DualStack is enabled but this partition does not support DualStack`],[`https://servicequotas.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`Invalid Configuration: Missing Region`]]};const root=2;const nodes=new Int32Array([-1,1,-1,0,13,3,1,4,100000012,2,5,100000012,3,8,6,4,7,100000011,5,100000009,100000010,4,11,9,6,10,100000008,7,100000006,100000007,5,12,100000005,6,100000004,100000005,3,100000001,14,4,100000002,100000003]);const bdd=_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.U.from(nodes,root,_data.conditions,_data.results);const cache=new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.H({size:50,params:[`Endpoint`,`Region`,`UseDualStack`,`UseFIPS`]});const defaultEndpointResolver=(endpointParams,context={})=>{return cache.get(endpointParams,()=>(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.B)(bdd,{endpointParams,logger:context.logger}))};_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.V.aws=_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.d;var ServiceQuotasServiceException=class ServiceQuotasServiceException extends _endpoints_js__WEBPACK_IMPORTED_MODULE_2__.a{constructor(options){super(options);Object.setPrototypeOf(this,ServiceQuotasServiceException.prototype)}};var AccessDeniedException=class AccessDeniedException extends ServiceQuotasServiceException{name=`AccessDeniedException`;$fault=`client`;Message;constructor(opts){super({name:`AccessDeniedException`,$fault:`client`,...opts});Object.setPrototypeOf(this,AccessDeniedException.prototype);this.Message=opts.Message}};var AWSServiceAccessNotEnabledException=class AWSServiceAccessNotEnabledException extends ServiceQuotasServiceException{name=`AWSServiceAccessNotEnabledException`;$fault=`client`;Message;constructor(opts){super({name:`AWSServiceAccessNotEnabledException`,$fault:`client`,...opts});Object.setPrototypeOf(this,AWSServiceAccessNotEnabledException.prototype);this.Message=opts.Message}};var DependencyAccessDeniedException=class DependencyAccessDeniedException extends ServiceQuotasServiceException{name=`DependencyAccessDeniedException`;$fault=`client`;Message;constructor(opts){super({name:`DependencyAccessDeniedException`,$fault:`client`,...opts});Object.setPrototypeOf(this,DependencyAccessDeniedException.prototype);this.Message=opts.Message}};var NoAvailableOrganizationException=class NoAvailableOrganizationException extends ServiceQuotasServiceException{name=`NoAvailableOrganizationException`;$fault=`client`;Message;constructor(opts){super({name:`NoAvailableOrganizationException`,$fault:`client`,...opts});Object.setPrototypeOf(this,NoAvailableOrganizationException.prototype);this.Message=opts.Message}};var OrganizationNotInAllFeaturesModeException=class OrganizationNotInAllFeaturesModeException extends ServiceQuotasServiceException{name=`OrganizationNotInAllFeaturesModeException`;$fault=`client`;Message;constructor(opts){super({name:`OrganizationNotInAllFeaturesModeException`,$fault:`client`,...opts});Object.setPrototypeOf(this,OrganizationNotInAllFeaturesModeException.prototype);this.Message=opts.Message}};var ServiceException=class ServiceException extends ServiceQuotasServiceException{name=`ServiceException`;$fault=`server`;Message;constructor(opts){super({name:`ServiceException`,$fault:`server`,...opts});Object.setPrototypeOf(this,ServiceException.prototype);this.Message=opts.Message}};var TemplatesNotAvailableInRegionException=class TemplatesNotAvailableInRegionException extends ServiceQuotasServiceException{name=`TemplatesNotAvailableInRegionException`;$fault=`client`;Message;constructor(opts){super({name:`TemplatesNotAvailableInRegionException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TemplatesNotAvailableInRegionException.prototype);this.Message=opts.Message}};var TooManyRequestsException=class TooManyRequestsException extends ServiceQuotasServiceException{name=`TooManyRequestsException`;$fault=`client`;Message;constructor(opts){super({name:`TooManyRequestsException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TooManyRequestsException.prototype);this.Message=opts.Message}};var IllegalArgumentException=class IllegalArgumentException extends ServiceQuotasServiceException{name=`IllegalArgumentException`;$fault=`client`;Message;constructor(opts){super({name:`IllegalArgumentException`,$fault:`client`,...opts});Object.setPrototypeOf(this,IllegalArgumentException.prototype);this.Message=opts.Message}};var InvalidResourceStateException=class InvalidResourceStateException extends ServiceQuotasServiceException{name=`InvalidResourceStateException`;$fault=`client`;Message;constructor(opts){super({name:`InvalidResourceStateException`,$fault:`client`,...opts});Object.setPrototypeOf(this,InvalidResourceStateException.prototype);this.Message=opts.Message}};var NoSuchResourceException=class NoSuchResourceException extends ServiceQuotasServiceException{name=`NoSuchResourceException`;$fault=`client`;Message;constructor(opts){super({name:`NoSuchResourceException`,$fault:`client`,...opts});Object.setPrototypeOf(this,NoSuchResourceException.prototype);this.Message=opts.Message}};var ResourceAlreadyExistsException=class ResourceAlreadyExistsException extends ServiceQuotasServiceException{name=`ResourceAlreadyExistsException`;$fault=`client`;Message;constructor(opts){super({name:`ResourceAlreadyExistsException`,$fault:`client`,...opts});Object.setPrototypeOf(this,ResourceAlreadyExistsException.prototype);this.Message=opts.Message}};var ServiceQuotaTemplateNotInUseException=class ServiceQuotaTemplateNotInUseException extends ServiceQuotasServiceException{name=`ServiceQuotaTemplateNotInUseException`;$fault=`client`;Message;constructor(opts){super({name:`ServiceQuotaTemplateNotInUseException`,$fault:`client`,...opts});Object.setPrototypeOf(this,ServiceQuotaTemplateNotInUseException.prototype);this.Message=opts.Message}};var InvalidPaginationTokenException=class InvalidPaginationTokenException extends ServiceQuotasServiceException{name=`InvalidPaginationTokenException`;$fault=`client`;Message;constructor(opts){super({name:`InvalidPaginationTokenException`,$fault:`client`,...opts});Object.setPrototypeOf(this,InvalidPaginationTokenException.prototype);this.Message=opts.Message}};var QuotaExceededException=class QuotaExceededException extends ServiceQuotasServiceException{name=`QuotaExceededException`;$fault=`client`;Message;constructor(opts){super({name:`QuotaExceededException`,$fault:`client`,...opts});Object.setPrototypeOf(this,QuotaExceededException.prototype);this.Message=opts.Message}};var TagPolicyViolationException=class TagPolicyViolationException extends ServiceQuotasServiceException{name=`TagPolicyViolationException`;$fault=`client`;Message;constructor(opts){super({name:`TagPolicyViolationException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TagPolicyViolationException.prototype);this.Message=opts.Message}};var TooManyTagsException=class TooManyTagsException extends ServiceQuotasServiceException{name=`TooManyTagsException`;$fault=`client`;Message;constructor(opts){super({name:`TooManyTagsException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TooManyTagsException.prototype);this.Message=opts.Message}};const _A=`Adjustable`;const _AAL=`AdjustableAtLevel`;const _ADE=`AccessDeniedException`;const _AWSSANEE=`AWSServiceAccessNotEnabledException`;const _CI=`ContextId`;const _CS=`ContextScope`;const _CST=`ContextScopeType`;const _D=`Description`;const _DADE=`DependencyAccessDeniedException`;const _EC=`ErrorCode`;const _EM=`ErrorMessage`;const _ER=`ErrorReason`;const _GQ=`GlobalQuota`;const _GSQ=`GetServiceQuota`;const _GSQR=`GetServiceQuotaRequest`;const _GSQRe=`GetServiceQuotaResponse`;const _IAE=`IllegalArgumentException`;const _IPTE=`InvalidPaginationTokenException`;const _IRSE=`InvalidResourceStateException`;const _M=`Message`;const _MD=`MetricDimensions`;const _MI=`MetricInfo`;const _MN=`MetricNamespace`;const _MNe=`MetricName`;const _MSR=`MetricStatisticRecommendation`;const _NAOE=`NoAvailableOrganizationException`;const _NSRE=`NoSuchResourceException`;const _ONIAFME=`OrganizationNotInAllFeaturesModeException`;const _P=`Period`;const _PU=`PeriodUnit`;const _PV=`PeriodValue`;const _Q=`Quota`;const _QA=`QuotaArn`;const _QAAL=`QuotaAppliedAtLevel`;const _QC=`QuotaCode`;const _QCI=`QuotaContextInfo`;const _QCu=`QuotaContext`;const _QEE=`QuotaExceededException`;const _QN=`QuotaName`;const _QP=`QuotaPeriod`;const _RAEE=`ResourceAlreadyExistsException`;const _SC=`ServiceCode`;const _SE=`ServiceException`;const _SN=`ServiceName`;const _SQ=`ServiceQuota`;const _SQTNIUE=`ServiceQuotaTemplateNotInUseException`;const _TMRE=`TooManyRequestsException`;const _TMTE=`TooManyTagsException`;const _TNAIRE=`TemplatesNotAvailableInRegionException`;const _TPVE=`TagPolicyViolationException`;const _UM=`UsageMetric`;const _Un=`Unit`;const _V=`Value`;const _c=`client`;const _e=`error`;const _hE=`httpError`;const _s=`smithy.ts.sdk.synthetic.com.amazonaws.servicequotas`;const _se=`server`;const n0=`com.amazonaws.servicequotas`;const _s_registry=new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_8__.t(_s);var ServiceQuotasServiceException$=[-3,_s,`ServiceQuotasServiceException`,0,[],[]];_s_registry.registerError(ServiceQuotasServiceException$,ServiceQuotasServiceException);const n0_registry=new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_8__.t(n0);var AccessDeniedException$=[-3,n0,_ADE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(AccessDeniedException$,AccessDeniedException);var AWSServiceAccessNotEnabledException$=[-3,n0,_AWSSANEE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(AWSServiceAccessNotEnabledException$,AWSServiceAccessNotEnabledException);var DependencyAccessDeniedException$=[-3,n0,_DADE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(DependencyAccessDeniedException$,DependencyAccessDeniedException);var IllegalArgumentException$=[-3,n0,_IAE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(IllegalArgumentException$,IllegalArgumentException);var InvalidPaginationTokenException$=[-3,n0,_IPTE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(InvalidPaginationTokenException$,InvalidPaginationTokenException);var InvalidResourceStateException$=[-3,n0,_IRSE,{[_e]:_c,[_hE]:405},[_M],[0]];n0_registry.registerError(InvalidResourceStateException$,InvalidResourceStateException);var NoAvailableOrganizationException$=[-3,n0,_NAOE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(NoAvailableOrganizationException$,NoAvailableOrganizationException);var NoSuchResourceException$=[-3,n0,_NSRE,{[_e]:_c,[_hE]:404},[_M],[0]];n0_registry.registerError(NoSuchResourceException$,NoSuchResourceException);var OrganizationNotInAllFeaturesModeException$=[-3,n0,_ONIAFME,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(OrganizationNotInAllFeaturesModeException$,OrganizationNotInAllFeaturesModeException);var QuotaExceededException$=[-3,n0,_QEE,{[_e]:_c,[_hE]:409},[_M],[0]];n0_registry.registerError(QuotaExceededException$,QuotaExceededException);var ResourceAlreadyExistsException$=[-3,n0,_RAEE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(ResourceAlreadyExistsException$,ResourceAlreadyExistsException);var ServiceException$=[-3,n0,_SE,{[_e]:_se,[_hE]:500},[_M],[0]];n0_registry.registerError(ServiceException$,ServiceException);var ServiceQuotaTemplateNotInUseException$=[-3,n0,_SQTNIUE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(ServiceQuotaTemplateNotInUseException$,ServiceQuotaTemplateNotInUseException);var TagPolicyViolationException$=[-3,n0,_TPVE,{[_e]:_c,[_hE]:401},[_M],[0]];n0_registry.registerError(TagPolicyViolationException$,TagPolicyViolationException);var TemplatesNotAvailableInRegionException$=[-3,n0,_TNAIRE,{[_e]:_c,[_hE]:404},[_M],[0]];n0_registry.registerError(TemplatesNotAvailableInRegionException$,TemplatesNotAvailableInRegionException);var TooManyRequestsException$=[-3,n0,_TMRE,{[_e]:_c,[_hE]:429},[_M],[0]];n0_registry.registerError(TooManyRequestsException$,TooManyRequestsException);var TooManyTagsException$=[-3,n0,_TMTE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(TooManyTagsException$,TooManyTagsException);const errorTypeRegistries=[_s_registry,n0_registry];var ErrorReason$=[3,n0,_ER,0,[_EC,_EM],[0,0]];var GetServiceQuotaRequest$=[3,n0,_GSQR,0,[_SC,_QC,_CI],[0,0,0],2];var GetServiceQuotaResponse$=[3,n0,_GSQRe,0,[_Q],[()=>ServiceQuota$]];var MetricInfo$=[3,n0,_MI,0,[_MN,_MNe,_MD,_MSR],[0,0,128,0]];var QuotaContextInfo$=[3,n0,_QCI,0,[_CS,_CST,_CI,_AAL],[0,0,0,0]];var QuotaPeriod$=[3,n0,_QP,0,[_PV,_PU],[1,0]];var ServiceQuota$=[3,n0,_SQ,0,[_SC,_SN,_QA,_QC,_QN,_V,_Un,_A,_GQ,_UM,_P,_ER,_QAAL,_QCu,_D],[0,0,0,0,0,1,0,2,2,()=>MetricInfo$,()=>QuotaPeriod$,()=>ErrorReason$,0,()=>QuotaContextInfo$,0]];var GetServiceQuota$=[9,n0,_GSQ,0,()=>GetServiceQuotaRequest$,()=>GetServiceQuotaResponse$];const getRuntimeConfig$1=config=>{return{apiVersion:`2019-06-24`,base64Decoder:config?.base64Decoder??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.st,base64Encoder:config?.base64Encoder??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ot,disableHostPrefix:config?.disableHostPrefix??false,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??defaultServiceQuotasHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:`aws.auth#sigv4`,identityProvider:ipc=>ipc.getIdentityProvider(`aws.auth#sigv4`),signer:new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.o}],logger:config?.logger??new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.J,protocol:config?.protocol??_AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_6__.t,protocolSettings:config?.protocolSettings??{defaultNamespace:`com.amazonaws.servicequotas`,errorTypeRegistries,version:`2019-06-24`,serviceTarget:`ServiceQuotasV20190624`},serviceId:config?.serviceId??`Service Quotas`,sha256:config?.sha256??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.t,urlParser:config?.urlParser??_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.r,utf8Decoder:config?.utf8Decoder??_toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.n,utf8Encoder:config?.utf8Encoder??_toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.t}};const getRuntimeConfig=config=>{(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Z)(process.version);const defaultsMode=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.W)(config);const defaultConfigProvider=()=>defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Q);const clientSharedValues=getRuntimeConfig$1(config);(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.lt)(process.version);const loaderConfig={profile:config?.profile,logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:`node`,defaultsMode,authSchemePreference:config?.authSchemePreference??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.a,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.rt,credentialDefaultProvider:config?.credentialDefaultProvider??_defaultProvider_js__WEBPACK_IMPORTED_MODULE_3__.t,defaultUserAgentProvider:config?.defaultUserAgentProvider??(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.p)({serviceId:clientSharedValues.serviceId,clientVersion:version}),maxAttempts:config?.maxAttempts??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.g,config),region:config?.region??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.q,{..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.K,...loaderConfig}),requestHandler:_node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.t.create(config?.requestHandler??defaultConfigProvider),retryMode:config?.retryMode??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)({..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._,default:async()=>(await defaultConfigProvider()).retryMode||_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.y},config),streamCollector:config?.streamCollector??_node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.r,useDualstackEndpoint:config?.useDualstackEndpoint??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.nt,loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.tt,loaderConfig),userAgentAppId:config?.userAgentAppId??(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.f,loaderConfig)}};const getHttpAuthExtensionConfiguration=runtimeConfig=>{const _httpAuthSchemes=runtimeConfig.httpAuthSchemes;let _httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider;let _credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){const index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);if(index===-1)_httpAuthSchemes.push(httpAuthScheme);else _httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){return _credentials}}};const resolveHttpAuthRuntimeConfig=config=>{return{httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.credentials()}};const resolveRuntimeExtensions=(runtimeConfig,extensions)=>{const extensionConfiguration=Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.l)(runtimeConfig),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Y)(runtimeConfig),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.A)(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));extensions.forEach(extension=>extension.configure(extensionConfiguration));return Object.assign(runtimeConfig,(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.u)(extensionConfiguration),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.X)(extensionConfiguration),(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.j)(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var ServiceQuotasClient=class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.et{config;constructor(...[configuration]){const _config_0=getRuntimeConfig(configuration||{});super(_config_0);this.initConfig=_config_0;const _config_1=resolveClientEndpointParameters(_config_0);const _config_2=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.b)(_config_1);const _config_3=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.v)(_config_2);const _config_4=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.G)(_config_3);const _config_5=(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.O)(_config_4);const _config_6=(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.n)(_config_5);const _config_7=resolveHttpAuthSchemeConfig(_config_6);const _config_8=resolveRuntimeExtensions(_config_7,configuration?.extensions||[]);this.config=_config_8;this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.$)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.m)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.h)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.k)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.T)(this.config));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.w)(this.config,{httpAuthSchemeParametersProvider:defaultServiceQuotasHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.x({"aws.auth#sigv4":config.credentials})}));this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.C)(this.config))}destroy(){super.destroy()}};const command=(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.i)(commonParams,`ServiceQuotasV20190624`,`ServiceQuotasClient`,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__.t);const _ep0={};const _mw0=(Command,cs,config,o)=>[];var GetServiceQuotaCommand=class extends command(_ep0,_mw0,`GetServiceQuota`,GetServiceQuota$){};const WOULD=`DryRunOperation`;const DRY={DryRun:true};function ec2DryRuns(client){return{launch:spec=>verdictOf$1(`ec2:RunInstances`,()=>client.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_9__._({...(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_9__.s)(spec,``),ClientToken:void 0,...DRY}))),createSecurityGroup:(service,vpcId)=>verdictOf$1(`ec2:CreateSecurityGroup`,()=>client.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_9__.y({...(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_9__.t)(service,vpcId),...DRY}))),allocateAddress:service=>verdictOf$1(`ec2:AllocateAddress`,()=>client.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_9__.b({...(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_9__.l)(service),...DRY})))}}async function verdictOf$1(action,ask){try{await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.t)(action,ask());return{action,kind:`unknown`,reason:`EC2 answered a dry run without a verdict`}}catch(error){if((0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.n)(error,WOULD))return{action,kind:`allowed`};if((0,_errors_js__WEBPACK_IMPORTED_MODULE_10__.r)(error))return{action,kind:`refused`,reason:error.message};if(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__.n||error instanceof Error)return{action,kind:`unknown`,reason:error.message};throw error}}const NO_PRINCIPAL=[`InvalidInput`,`InvalidInputException`,`NoSuchEntity`,`NoSuchEntityException`,`ValidationError`];function iamSimulation(client,identify){return async rights=>{try{const source=await principalOf(client,await identify());return await Promise.all(rights.map(right=>simulated(client,source,right)))}catch(error){if(!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__.n)&&!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.n)(error,...NO_PRINCIPAL))throw error;return rights.map(({action})=>({action,kind:`unknown`,reason:error.message}))}}}async function simulated(client,source,{action,resource,context}){const request=new SimulatePrincipalPolicyCommand({PolicySourceArn:source,ActionNames:[action],ResourceArns:[resource],ContextEntries:Object.entries(context).map(([ContextKeyName,values])=>({ContextKeyName,ContextKeyValues:[...values],ContextKeyType:values.length===1?`string`:`stringList`}))});const{EvaluationResults}=await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.t)(`iam:SimulatePrincipalPolicy`,client.send(request));return verdictOf({action,resource},EvaluationResults?.[0])}function verdictOf({action,resource},result){const{EvalDecision:decision,ResourceSpecificResults:[specific]=[]}=result??{};const missing=[...new Set([...result?.MissingContextValues??[],...specific?.MissingContextValues??[]])];if(decision===void 0)return{action,kind:`unknown`,reason:`IAM gave no decision`};if(missing.length>0)return{action,kind:`unknown`,reason:`a policy depends on ${missing.join(`, `)}`};if(decision===`allowed`)return{action,kind:`allowed`};return{action,kind:`refused`,reason:`${decision===`explicitDeny`?`a policy denies it`:`no policy allows it`} on ${resource}`}}async function principalOf(client,arn){const[,name]=/:assumed-role\/([^/]+)\//.exec(arn)??[];if(name===void 0)return arn;const{Role}=await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.t)(`iam:GetRole`,client.send(new _GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.t({RoleName:name})));return Role?.Arn??arn}function awsQuotas(ec2,quotas){return{async vcpusOf(instanceType){const request=new _DescribeInstanceTypesCommand_js__WEBPACK_IMPORTED_MODULE_13__.t({InstanceTypes:[instanceType]});return(await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.a)(`ec2:DescribeInstanceTypes`,ec2.send(request),...[`InvalidInstanceType`,`InvalidParameterValue`,`ValidationError`]))?.InstanceTypes?.[0]?.VCpuInfo?.DefaultVCpus},async vcpus(instanceType){const code=(0,_quota_js__WEBPACK_IMPORTED_MODULE_14__.n)(instanceType)?.code;if(code===void 0)return void 0;const[quota,used]=await Promise.all([quotaOf(quotas,code),runningVcpus(ec2,code)]);return quota===void 0||Number.isNaN(used)?void 0:{quota,used}},async addresses(){const[{AccountAttributes},{Addresses}]=await Promise.all([(0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.t)(`ec2:DescribeAccountAttributes`,ec2.send(new DescribeAccountAttributesCommand({}))),(0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.t)(`ec2:DescribeAddresses`,ec2.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_9__.v({})))]);const named=AccountAttributes?.find(({AttributeName})=>AttributeName===`vpc-max-elastic-ips`);const quota=Number(named?.AttributeValues?.[0]?.AttributeValue??NaN);return Number.isNaN(quota)?void 0:{quota,used:(Addresses??[]).length}}}}async function quotaOf(client,QuotaCode){const request=new GetServiceQuotaCommand({ServiceCode:`ec2`,QuotaCode});return(await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.a)(`servicequotas:GetServiceQuota`,client.send(request),`NoSuchResourceException`))?.Quota?.Value}async function runningVcpus(client,code){const all=(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_9__.g)({client},{Filters:[{Name:`instance-state-name`,Values:[`pending`,`running`]}]});return(await (0,_errors2_js__WEBPACK_IMPORTED_MODULE_11__.i)(`ec2:DescribeInstances`,all,({Reservations})=>Reservations?.flatMap(({Instances})=>Instances??[]))).filter(one=>one.InstanceLifecycle===void 0&&(0,_quota_js__WEBPACK_IMPORTED_MODULE_14__.n)(one.InstanceType??``)?.code===code).reduce((sum,one)=>sum+vcpusIn(one),0)}function vcpusIn({CpuOptions}){return(CpuOptions?.CoreCount??NaN)*(CpuOptions?.ThreadsPerCore??NaN)}function connectPermissions(options,ec2,identify){return{...ec2DryRuns(ec2),simulate:iamSimulation((0,_permitted_js__WEBPACK_IMPORTED_MODULE_15__.t)(new _GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.a(options),options.permit),identify)}}function connectQuotas(options,ec2){return awsQuotas(ec2,(0,_permitted_js__WEBPACK_IMPORTED_MODULE_15__.t)(new ServiceQuotasClient(options),options.permit))}

/***/ }),

/***/ 7457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ sortedChecks),
/* harmony export */   i: () => (/* binding */ ok),
/* harmony export */   n: () => (/* binding */ vcpuQuotaOf),
/* harmony export */   o: () => (/* binding */ unknown),
/* harmony export */   r: () => (/* binding */ failed),
/* harmony export */   s: () => (/* binding */ warning),
/* harmony export */   t: () => (/* binding */ checkRoom)
/* harmony export */ });
// src/domain/checkup/check.ts
/** What the doctor looks at, in the order of its table. */
const AREAS = [
	"Identity",
	"Permissions",
	"GitHub",
	"Environment",
	"Network",
	"Machine",
	"Quotas",
	"Host role",
	"Registry",
	"Record",
	"Hosts",
	"DNS",
	"Certificates"
];
function ok(area, detail) {
	return {
		area,
		state: "ok",
		detail
	};
}
function warning(area, detail, fix) {
	return {
		area,
		state: "warning",
		detail,
		fix
	};
}
function failed(area, detail, fix) {
	return {
		area,
		state: "failed",
		detail,
		fix
	};
}
function unknown(area, detail, fix) {
	return {
		area,
		state: "unknown",
		detail,
		fix
	};
}
/** In the order of the areas. */
function sortedChecks(checks) {
	return checks.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
}
// src/domain/checkup/quota.ts
/** https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html */
const QUOTAS = [
	{
		code: "L-1216C47A",
		families: "A, C, D, H, I, M, R, T and Z",
		letters: /^([acdhmrtz]|im?|is)$/
	},
	{
		code: "L-6E869C2A",
		families: "DL",
		letters: /^dl$/
	},
	{
		code: "L-74FC7D96",
		families: "F",
		letters: /^f$/
	},
	{
		code: "L-DB2E81BA",
		families: "G and VT",
		letters: /^(gr?|vt)$/
	},
	{
		code: "L-F7808C92",
		families: "HPC",
		letters: /^hpc$/
	},
	{
		code: "L-43DA4232",
		families: "high memory",
		letters: /^u$/
	},
	{
		code: "L-1945791B",
		families: "Inf",
		letters: /^inf$/
	},
	{
		code: "L-417A185B",
		families: "P",
		letters: /^p$/
	},
	{
		code: "L-2C3B7624",
		families: "Trn",
		letters: /^trn$/
	},
	{
		code: "L-7295265B",
		families: "X",
		letters: /^x$/
	}
];
/** The quota that counts an instance type; `undefined` for families that are not known here. */
function vcpuQuotaOf(instanceType) {
	const [letters = ""] = /^[a-z]+/.exec(instanceType) ?? [];
	return QUOTAS.find((quota) => quota.letters.test(letters));
}
/** Whether the next deploy fits. One that launches nothing can still have to replace a host. */
function checkRoom({ quota, used }, { what, hosts, each, fix }) {
	const words = `${used} of ${quota} ${what} are in use`;
	const needed = hosts * each;
	if (needed > 0 && used + needed > quota) return failed("Quotas", `${words}, and the next deploy needs ${needed} more`, fix);
	if (needed === 0 && used + each > quota) return warning("Quotas", `${words}, so no host can be replaced by a new one`, fix);
	return ok("Quotas", needed > 0 ? `${words}, and the next deploy needs ${needed} more` : words);
}



/***/ })

};
;