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
/* harmony import */ var _request_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5616);
var AwsJsonRpcProtocol=class extends _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.et{serializer;deserializer;serviceTarget;codec;mixin;awsQueryCompatible;constructor({defaultNamespace,errorTypeRegistries,serviceTarget,awsQueryCompatible,jsonCodec}){super({defaultNamespace,errorTypeRegistries});this.serviceTarget=serviceTarget;this.codec=jsonCodec??new _JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.t({timestampFormat:{useTrait:true,default:7},jsonName:false});this.serializer=this.codec.createSerializer();this.deserializer=this.codec.createDeserializer();this.awsQueryCompatible=!!awsQueryCompatible;this.mixin=new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.m(this.awsQueryCompatible)}async serializeRequest(operationSchema,input,context){const request=await super.serializeRequest(operationSchema,input,context);if(!request.path.endsWith(`/`))request.path+=`/`;request.headers[`content-type`]=`application/x-amz-json-${this.getJsonRpcVersion()}`;request.headers[`x-amz-target`]=`${this.serviceTarget}.${operationSchema.name}`;if(this.awsQueryCompatible)request.headers[`x-amzn-query-mode`]=`true`;if((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(operationSchema.input)===`unit`||!request.body)request.body=`{}`;return request}getPayloadCodec(){return this.codec}async handleError(operationSchema,context,response,dataObject,metadata){const{awsQueryCompatible}=this;if(awsQueryCompatible)this.mixin.setQueryCompatError(dataObject,response);const errorIdentifier=(0,_JsonCodec2_js__WEBPACK_IMPORTED_MODULE_0__.n)(response,dataObject,awsQueryCompatible)??`Unknown`;this.mixin.compose(this.compositeErrorRegistry,errorIdentifier,this.options.defaultNamespace);const{errorSchema,errorMetadata}=await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier,this.options.defaultNamespace,response,dataObject,metadata,awsQueryCompatible?this.mixin.findQueryCompatibleError:void 0);const ns=_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.jt.of(errorSchema);const message=dataObject.message??dataObject.Message??`UnknownError`;const exception=new((this.compositeErrorRegistry.getErrorCtor(errorSchema))??Error)({});const output={};const errorDeserializer=this.codec.createDeserializer();for(const[name,member]of ns.structIterator())if(dataObject[name]!=null)output[name]=errorDeserializer.readObject(member,dataObject[name]);if(awsQueryCompatible)this.mixin.queryCompatOutput(dataObject,output);throw this.mixin.decorateServiceException(Object.assign(exception,errorMetadata,{$fault:ns.getMergedTraits().error,message},output),dataObject)}};

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
/* harmony import */ var _request_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5616);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8859);
/* harmony import */ var _security_groups_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9028);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8675);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5914);
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4409);
/* harmony import */ var _DescribeInstanceTypesCommand_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93);
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7457);
/* harmony import */ var _permitted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4917);
var DescribeAccountAttributesCommand=class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_6__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_6__.t,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_6__.n,`DescribeAccountAttributes`,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_6__.l){};var SimulatePrincipalPolicyCommand=class extends (0,_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.i)(_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.n,_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.r,`SimulatePrincipalPolicy`,_GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.y){};var defaultServiceQuotasHttpAuthSchemeParametersProvider=async(config,context,input)=>{return{operation:(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.pn)(context).operation,region:await (0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.un)(config.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()}};function createAwsAuthSigv4HttpAuthOption(authParameters){return{schemeId:`aws.auth#sigv4`,signingProperties:{name:`servicequotas`,region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}var defaultServiceQuotasHttpAuthSchemeProvider=authParameters=>{const options=[];switch(authParameters.operation){default:options.push(createAwsAuthSigv4HttpAuthOption(authParameters))}return options};var resolveHttpAuthSchemeConfig=config=>{const config_0=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.h)(config);return Object.assign(config_0,{authSchemePreference:(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.un)(config.authSchemePreference??[])})};var resolveClientEndpointParameters=options=>{return Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??false,useFipsEndpoint:options.useFipsEndpoint??false,defaultSigningName:`servicequotas`})};var commonParams={UseFIPS:{type:`builtInParams`,name:`useFipsEndpoint`},Endpoint:{type:`builtInParams`,name:`endpoint`},Region:{type:`builtInParams`,name:`region`},UseDualStack:{type:`builtInParams`,name:`useDualstackEndpoint`}};var version=`3.1138.0`;var k=`ref`;var a=-1;var b=true;var c=`isSet`;var d=`PartitionResult`;var e=`booleanEquals`;var f=`getAttr`;var g={[k]:`Endpoint`};var h={[k]:d};var i={};var j=[{[k]:`Region`}];var _data={conditions:[[c,[g]],[c,j],[`aws.partition`,j,d],[e,[{[k]:`UseFIPS`},b]],[e,[{[k]:`UseDualStack`},b]],[e,[{fn:f,argv:[h,`supportsDualStack`]},b]],[e,[{fn:f,argv:[h,`supportsFIPS`]},b]],[`stringEquals`,[{fn:f,argv:[h,`name`]},`aws-us-gov`]]],results:[[a],[a,`Invalid Configuration: FIPS and custom endpoint are not supported`],[a,`Invalid Configuration: Dualstack and custom endpoint are not supported`],[g,i],[`https://servicequotas-fips.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`FIPS and DualStack are enabled, but this partition does not support one or both`],[`https://servicequotas.{Region}.amazonaws.com`,i],[`https://servicequotas-fips.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`FIPS is enabled but this partition does not support FIPS`],[`https://servicequotas.{Region}.{PartitionResult#dualStackDnsSuffix}`,i],[a,`DualStack is enabled but this partition does not support DualStack`],[`https://servicequotas.{Region}.{PartitionResult#dnsSuffix}`,i],[a,`Invalid Configuration: Missing Region`]]};var root=2;var nodes=new Int32Array([-1,1,-1,0,13,3,1,4,100000012,2,5,100000012,3,8,6,4,7,100000011,5,100000009,100000010,4,11,9,6,10,100000008,7,100000006,100000007,5,12,100000005,6,100000004,100000005,3,100000001,14,4,100000002,100000003]);var bdd=_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.gt.from(nodes,root,_data.conditions,_data.results);var cache=new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ht({size:50,params:[`Endpoint`,`Region`,`UseDualStack`,`UseFIPS`]});var defaultEndpointResolver=(endpointParams,context={})=>{return cache.get(endpointParams,()=>(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.pt)(bdd,{endpointParams,logger:context.logger}))};_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.mt.aws=_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.j;var ServiceQuotasServiceException=class ServiceQuotasServiceException extends _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Ot{constructor(options){super(options);Object.setPrototypeOf(this,ServiceQuotasServiceException.prototype)}};var AccessDeniedException=class AccessDeniedException extends ServiceQuotasServiceException{name=`AccessDeniedException`;$fault=`client`;Message;constructor(opts){super({name:`AccessDeniedException`,$fault:`client`,...opts});Object.setPrototypeOf(this,AccessDeniedException.prototype);this.Message=opts.Message}};var AWSServiceAccessNotEnabledException=class AWSServiceAccessNotEnabledException extends ServiceQuotasServiceException{name=`AWSServiceAccessNotEnabledException`;$fault=`client`;Message;constructor(opts){super({name:`AWSServiceAccessNotEnabledException`,$fault:`client`,...opts});Object.setPrototypeOf(this,AWSServiceAccessNotEnabledException.prototype);this.Message=opts.Message}};var DependencyAccessDeniedException=class DependencyAccessDeniedException extends ServiceQuotasServiceException{name=`DependencyAccessDeniedException`;$fault=`client`;Message;constructor(opts){super({name:`DependencyAccessDeniedException`,$fault:`client`,...opts});Object.setPrototypeOf(this,DependencyAccessDeniedException.prototype);this.Message=opts.Message}};var NoAvailableOrganizationException=class NoAvailableOrganizationException extends ServiceQuotasServiceException{name=`NoAvailableOrganizationException`;$fault=`client`;Message;constructor(opts){super({name:`NoAvailableOrganizationException`,$fault:`client`,...opts});Object.setPrototypeOf(this,NoAvailableOrganizationException.prototype);this.Message=opts.Message}};var OrganizationNotInAllFeaturesModeException=class OrganizationNotInAllFeaturesModeException extends ServiceQuotasServiceException{name=`OrganizationNotInAllFeaturesModeException`;$fault=`client`;Message;constructor(opts){super({name:`OrganizationNotInAllFeaturesModeException`,$fault:`client`,...opts});Object.setPrototypeOf(this,OrganizationNotInAllFeaturesModeException.prototype);this.Message=opts.Message}};var ServiceException=class ServiceException extends ServiceQuotasServiceException{name=`ServiceException`;$fault=`server`;Message;constructor(opts){super({name:`ServiceException`,$fault:`server`,...opts});Object.setPrototypeOf(this,ServiceException.prototype);this.Message=opts.Message}};var TemplatesNotAvailableInRegionException=class TemplatesNotAvailableInRegionException extends ServiceQuotasServiceException{name=`TemplatesNotAvailableInRegionException`;$fault=`client`;Message;constructor(opts){super({name:`TemplatesNotAvailableInRegionException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TemplatesNotAvailableInRegionException.prototype);this.Message=opts.Message}};var TooManyRequestsException=class TooManyRequestsException extends ServiceQuotasServiceException{name=`TooManyRequestsException`;$fault=`client`;Message;constructor(opts){super({name:`TooManyRequestsException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TooManyRequestsException.prototype);this.Message=opts.Message}};var IllegalArgumentException=class IllegalArgumentException extends ServiceQuotasServiceException{name=`IllegalArgumentException`;$fault=`client`;Message;constructor(opts){super({name:`IllegalArgumentException`,$fault:`client`,...opts});Object.setPrototypeOf(this,IllegalArgumentException.prototype);this.Message=opts.Message}};var InvalidResourceStateException=class InvalidResourceStateException extends ServiceQuotasServiceException{name=`InvalidResourceStateException`;$fault=`client`;Message;constructor(opts){super({name:`InvalidResourceStateException`,$fault:`client`,...opts});Object.setPrototypeOf(this,InvalidResourceStateException.prototype);this.Message=opts.Message}};var NoSuchResourceException=class NoSuchResourceException extends ServiceQuotasServiceException{name=`NoSuchResourceException`;$fault=`client`;Message;constructor(opts){super({name:`NoSuchResourceException`,$fault:`client`,...opts});Object.setPrototypeOf(this,NoSuchResourceException.prototype);this.Message=opts.Message}};var ResourceAlreadyExistsException=class ResourceAlreadyExistsException extends ServiceQuotasServiceException{name=`ResourceAlreadyExistsException`;$fault=`client`;Message;constructor(opts){super({name:`ResourceAlreadyExistsException`,$fault:`client`,...opts});Object.setPrototypeOf(this,ResourceAlreadyExistsException.prototype);this.Message=opts.Message}};var ServiceQuotaTemplateNotInUseException=class ServiceQuotaTemplateNotInUseException extends ServiceQuotasServiceException{name=`ServiceQuotaTemplateNotInUseException`;$fault=`client`;Message;constructor(opts){super({name:`ServiceQuotaTemplateNotInUseException`,$fault:`client`,...opts});Object.setPrototypeOf(this,ServiceQuotaTemplateNotInUseException.prototype);this.Message=opts.Message}};var InvalidPaginationTokenException=class InvalidPaginationTokenException extends ServiceQuotasServiceException{name=`InvalidPaginationTokenException`;$fault=`client`;Message;constructor(opts){super({name:`InvalidPaginationTokenException`,$fault:`client`,...opts});Object.setPrototypeOf(this,InvalidPaginationTokenException.prototype);this.Message=opts.Message}};var QuotaExceededException=class QuotaExceededException extends ServiceQuotasServiceException{name=`QuotaExceededException`;$fault=`client`;Message;constructor(opts){super({name:`QuotaExceededException`,$fault:`client`,...opts});Object.setPrototypeOf(this,QuotaExceededException.prototype);this.Message=opts.Message}};var TagPolicyViolationException=class TagPolicyViolationException extends ServiceQuotasServiceException{name=`TagPolicyViolationException`;$fault=`client`;Message;constructor(opts){super({name:`TagPolicyViolationException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TagPolicyViolationException.prototype);this.Message=opts.Message}};var TooManyTagsException=class TooManyTagsException extends ServiceQuotasServiceException{name=`TooManyTagsException`;$fault=`client`;Message;constructor(opts){super({name:`TooManyTagsException`,$fault:`client`,...opts});Object.setPrototypeOf(this,TooManyTagsException.prototype);this.Message=opts.Message}};var _A=`Adjustable`;var _AAL=`AdjustableAtLevel`;var _ADE=`AccessDeniedException`;var _AWSSANEE=`AWSServiceAccessNotEnabledException`;var _CI=`ContextId`;var _CS=`ContextScope`;var _CST=`ContextScopeType`;var _D=`Description`;var _DADE=`DependencyAccessDeniedException`;var _EC=`ErrorCode`;var _EM=`ErrorMessage`;var _ER=`ErrorReason`;var _GQ=`GlobalQuota`;var _GSQ=`GetServiceQuota`;var _GSQR=`GetServiceQuotaRequest`;var _GSQRe=`GetServiceQuotaResponse`;var _IAE=`IllegalArgumentException`;var _IPTE=`InvalidPaginationTokenException`;var _IRSE=`InvalidResourceStateException`;var _M=`Message`;var _MD=`MetricDimensions`;var _MI=`MetricInfo`;var _MN=`MetricNamespace`;var _MNe=`MetricName`;var _MSR=`MetricStatisticRecommendation`;var _NAOE=`NoAvailableOrganizationException`;var _NSRE=`NoSuchResourceException`;var _ONIAFME=`OrganizationNotInAllFeaturesModeException`;var _P=`Period`;var _PU=`PeriodUnit`;var _PV=`PeriodValue`;var _Q=`Quota`;var _QA=`QuotaArn`;var _QAAL=`QuotaAppliedAtLevel`;var _QC=`QuotaCode`;var _QCI=`QuotaContextInfo`;var _QCu=`QuotaContext`;var _QEE=`QuotaExceededException`;var _QN=`QuotaName`;var _QP=`QuotaPeriod`;var _RAEE=`ResourceAlreadyExistsException`;var _SC=`ServiceCode`;var _SE=`ServiceException`;var _SN=`ServiceName`;var _SQ=`ServiceQuota`;var _SQTNIUE=`ServiceQuotaTemplateNotInUseException`;var _TMRE=`TooManyRequestsException`;var _TMTE=`TooManyTagsException`;var _TNAIRE=`TemplatesNotAvailableInRegionException`;var _TPVE=`TagPolicyViolationException`;var _UM=`UsageMetric`;var _Un=`Unit`;var _V=`Value`;var _c=`client`;var _e=`error`;var _hE=`httpError`;var _s=`smithy.ts.sdk.synthetic.com.amazonaws.servicequotas`;var _se=`server`;var n0=`com.amazonaws.servicequotas`;var _s_registry=new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.At(_s);var ServiceQuotasServiceException$=[-3,_s,`ServiceQuotasServiceException`,0,[],[]];_s_registry.registerError(ServiceQuotasServiceException$,ServiceQuotasServiceException);var n0_registry=new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.At(n0);var AccessDeniedException$=[-3,n0,_ADE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(AccessDeniedException$,AccessDeniedException);var AWSServiceAccessNotEnabledException$=[-3,n0,_AWSSANEE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(AWSServiceAccessNotEnabledException$,AWSServiceAccessNotEnabledException);var DependencyAccessDeniedException$=[-3,n0,_DADE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(DependencyAccessDeniedException$,DependencyAccessDeniedException);var IllegalArgumentException$=[-3,n0,_IAE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(IllegalArgumentException$,IllegalArgumentException);var InvalidPaginationTokenException$=[-3,n0,_IPTE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(InvalidPaginationTokenException$,InvalidPaginationTokenException);var InvalidResourceStateException$=[-3,n0,_IRSE,{[_e]:_c,[_hE]:405},[_M],[0]];n0_registry.registerError(InvalidResourceStateException$,InvalidResourceStateException);var NoAvailableOrganizationException$=[-3,n0,_NAOE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(NoAvailableOrganizationException$,NoAvailableOrganizationException);var NoSuchResourceException$=[-3,n0,_NSRE,{[_e]:_c,[_hE]:404},[_M],[0]];n0_registry.registerError(NoSuchResourceException$,NoSuchResourceException);var OrganizationNotInAllFeaturesModeException$=[-3,n0,_ONIAFME,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(OrganizationNotInAllFeaturesModeException$,OrganizationNotInAllFeaturesModeException);var QuotaExceededException$=[-3,n0,_QEE,{[_e]:_c,[_hE]:409},[_M],[0]];n0_registry.registerError(QuotaExceededException$,QuotaExceededException);var ResourceAlreadyExistsException$=[-3,n0,_RAEE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(ResourceAlreadyExistsException$,ResourceAlreadyExistsException);var ServiceException$=[-3,n0,_SE,{[_e]:_se,[_hE]:500},[_M],[0]];n0_registry.registerError(ServiceException$,ServiceException);var ServiceQuotaTemplateNotInUseException$=[-3,n0,_SQTNIUE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(ServiceQuotaTemplateNotInUseException$,ServiceQuotaTemplateNotInUseException);var TagPolicyViolationException$=[-3,n0,_TPVE,{[_e]:_c,[_hE]:401},[_M],[0]];n0_registry.registerError(TagPolicyViolationException$,TagPolicyViolationException);var TemplatesNotAvailableInRegionException$=[-3,n0,_TNAIRE,{[_e]:_c,[_hE]:404},[_M],[0]];n0_registry.registerError(TemplatesNotAvailableInRegionException$,TemplatesNotAvailableInRegionException);var TooManyRequestsException$=[-3,n0,_TMRE,{[_e]:_c,[_hE]:429},[_M],[0]];n0_registry.registerError(TooManyRequestsException$,TooManyRequestsException);var TooManyTagsException$=[-3,n0,_TMTE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(TooManyTagsException$,TooManyTagsException);var errorTypeRegistries=[_s_registry,n0_registry];var ErrorReason$=[3,n0,_ER,0,[_EC,_EM],[0,0]];var GetServiceQuotaRequest$=[3,n0,_GSQR,0,[_SC,_QC,_CI],[0,0,0],2];var GetServiceQuotaResponse$=[3,n0,_GSQRe,0,[_Q],[()=>ServiceQuota$]];var MetricInfo$=[3,n0,_MI,0,[_MN,_MNe,_MD,_MSR],[0,0,128,0]];var QuotaContextInfo$=[3,n0,_QCI,0,[_CS,_CST,_CI,_AAL],[0,0,0,0]];var QuotaPeriod$=[3,n0,_QP,0,[_PV,_PU],[1,0]];var ServiceQuota$=[3,n0,_SQ,0,[_SC,_SN,_QA,_QC,_QN,_V,_Un,_A,_GQ,_UM,_P,_ER,_QAAL,_QCu,_D],[0,0,0,0,0,1,0,2,2,()=>MetricInfo$,()=>QuotaPeriod$,()=>ErrorReason$,0,()=>QuotaContextInfo$,0]];var GetServiceQuota$=[9,n0,_GSQ,0,()=>GetServiceQuotaRequest$,()=>GetServiceQuotaResponse$];var getRuntimeConfig$1=config=>{return{apiVersion:`2019-06-24`,base64Decoder:config?.base64Decoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.vn,base64Encoder:config?.base64Encoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.gn,disableHostPrefix:config?.disableHostPrefix??false,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??defaultServiceQuotasHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:`aws.auth#sigv4`,identityProvider:ipc=>ipc.getIdentityProvider(`aws.auth#sigv4`),signer:new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.b}],logger:config?.logger??new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Ct,protocol:config?.protocol??_AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_2__.t,protocolSettings:config?.protocolSettings??{defaultNamespace:`com.amazonaws.servicequotas`,errorTypeRegistries,version:`2019-06-24`,serviceTarget:`ServiceQuotasV20190624`},serviceId:config?.serviceId??`Service Quotas`,sha256:config?.sha256??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.u,urlParser:config?.urlParser??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ln,utf8Decoder:config?.utf8Decoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__._n,utf8Encoder:config?.utf8Encoder??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.hn}};var getRuntimeConfig=config=>{(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Et)(process.version);const defaultsMode=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.vt)(config);const defaultConfigProvider=()=>defaultsMode().then(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Dt);const clientSharedValues=getRuntimeConfig$1(config);(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.xn)(process.version);const loaderConfig={profile:config?.profile,logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:`node`,defaultsMode,authSchemePreference:config?.authSchemePreference??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.v,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Xt,credentialDefaultProvider:config?.credentialDefaultProvider??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.c,defaultUserAgentProvider:config?.defaultUserAgentProvider??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.N)({serviceId:clientSharedValues.serviceId,clientVersion:version}),maxAttempts:config?.maxAttempts??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.I,config),region:config?.region??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.xt,{..._request_packages_js__WEBPACK_IMPORTED_MODULE_1__.bt,...loaderConfig}),requestHandler:_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.x.create(config?.requestHandler??defaultConfigProvider),retryMode:config?.retryMode??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)({..._request_packages_js__WEBPACK_IMPORTED_MODULE_1__.L,default:async()=>(await defaultConfigProvider()).retryMode||_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.z},config),streamCollector:config?.streamCollector??_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ut,useDualstackEndpoint:config?.useDualstackEndpoint??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.It,loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Ft,loaderConfig),userAgentAppId:config?.userAgentAppId??(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Lt)(_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.M,loaderConfig)}};var getHttpAuthExtensionConfiguration=runtimeConfig=>{const _httpAuthSchemes=runtimeConfig.httpAuthSchemes;let _httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider;let _credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){const index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);if(index===-1)_httpAuthSchemes.push(httpAuthScheme);else _httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){return _credentials}}};var resolveHttpAuthRuntimeConfig=config=>{return{httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.credentials()}};var resolveRuntimeExtensions=(runtimeConfig,extensions)=>{const extensionConfiguration=Object.assign((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.k)(runtimeConfig),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.wt)(runtimeConfig),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.X)(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));extensions.forEach(extension=>extension.configure(extensionConfiguration));return Object.assign(runtimeConfig,(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.A)(extensionConfiguration),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(extensionConfiguration),(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Z)(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var ServiceQuotasClient=class extends _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Pt{config;constructor(...[configuration]){const _config_0=getRuntimeConfig(configuration||{});super(_config_0);this.initConfig=_config_0;const _config_1=resolveClientEndpointParameters(_config_0);const _config_2=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.B)(_config_1);const _config_3=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.R)(_config_2);const _config_4=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.yt)(_config_3);const _config_5=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.J)(_config_4);const _config_8=resolveRuntimeExtensions(resolveHttpAuthSchemeConfig((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.ft)(_config_5)),configuration?.extensions||[]);this.config=_config_8;this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Mt)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.P)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.F)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.Y)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.q)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.K)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.G)(this.config));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.W)(this.config,{httpAuthSchemeParametersProvider:defaultServiceQuotasHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new _request_packages_js__WEBPACK_IMPORTED_MODULE_1__.H({"aws.auth#sigv4":config.credentials})}));this.middlewareStack.use((0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.U)(this.config))}destroy(){super.destroy()}};var command=(0,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.St)(commonParams,`ServiceQuotasV20190624`,`ServiceQuotasClient`,_request_packages_js__WEBPACK_IMPORTED_MODULE_1__.dt);var _ep0={};var _mw0=(Command,cs,config,o)=>[];var GetServiceQuotaCommand=class extends command(_ep0,_mw0,`GetServiceQuota`,GetServiceQuota$){};var WOULD=`DryRunOperation`;var DRY={DryRun:true};function ec2DryRuns(client){return{launch:spec=>verdictOf$1(`ec2:RunInstances`,()=>client.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_3__.v({...(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_3__.d)(spec,``),ClientToken:void 0,...DRY}))),createSecurityGroup:(service,vpcId)=>verdictOf$1(`ec2:CreateSecurityGroup`,()=>client.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_3__.b({...(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_3__.t)(service,vpcId),...DRY}))),allocateAddress:service=>verdictOf$1(`ec2:AllocateAddress`,()=>client.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_3__.x({...(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_3__.o)(service),...DRY})))}}async function verdictOf$1(action,ask){try{await (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.t)(action,ask());return{action,kind:`unknown`,reason:`EC2 answered a dry run without a verdict`}}catch(error){if((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.n)(error,WOULD))return{action,kind:`allowed`};if((0,_start_js__WEBPACK_IMPORTED_MODULE_4__.cr)(error))return{action,kind:`refused`,reason:error.message};if(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_4__.sr||error instanceof Error)return{action,kind:`unknown`,reason:error.message};throw error}}var NO_PRINCIPAL=[`InvalidInput`,`InvalidInputException`,`NoSuchEntity`,`NoSuchEntityException`,`ValidationError`];function iamSimulation(client,identify){return async rights=>{try{const source=await principalOf(client,await identify());return await Promise.all(rights.map(right=>simulated(client,source,right)))}catch(error){if(!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_4__.sr)&&!(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.n)(error,...NO_PRINCIPAL))throw error;return rights.map(({action})=>({action,kind:`unknown`,reason:error.message}))}}}async function simulated(client,source,{action,resource,context}){const request=new SimulatePrincipalPolicyCommand({PolicySourceArn:source,ActionNames:[action],ResourceArns:[resource],ContextEntries:Object.entries(context).map(([ContextKeyName,values])=>({ContextKeyName,ContextKeyValues:[...values],ContextKeyType:values.length===1?`string`:`stringList`}))});const{EvaluationResults}=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.t)(`iam:SimulatePrincipalPolicy`,client.send(request));return verdictOf({action,resource},EvaluationResults?.[0])}function verdictOf({action,resource},result){const{EvalDecision:decision,ResourceSpecificResults:[specific]=[]}=result??{};const missing=[...new Set([...result?.MissingContextValues??[],...specific?.MissingContextValues??[]])];if(decision===void 0)return{action,kind:`unknown`,reason:`IAM gave no decision`};if(missing.length>0)return{action,kind:`unknown`,reason:`a policy depends on ${missing.join(`, `)}`};if(decision===`allowed`)return{action,kind:`allowed`};return{action,kind:`refused`,reason:`${decision===`explicitDeny`?`a policy denies it`:`no policy allows it`} on ${resource}`}}async function principalOf(client,arn){const[,name]=/:assumed-role\/([^/]+)\//.exec(arn)??[];if(name===void 0)return arn;const{Role}=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.t)(`iam:GetRole`,client.send(new _GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.t({RoleName:name})));return Role?.Arn??arn}function awsQuotas(ec2,quotas){return{async vcpusOf(instanceType){const request=new _DescribeInstanceTypesCommand_js__WEBPACK_IMPORTED_MODULE_7__.t({InstanceTypes:[instanceType]});return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.a)(`ec2:DescribeInstanceTypes`,ec2.send(request),...[`InvalidInstanceType`,`InvalidParameterValue`,`ValidationError`]))?.InstanceTypes?.[0]?.VCpuInfo?.DefaultVCpus},async vcpus(instanceType){const code=(0,_quota_js__WEBPACK_IMPORTED_MODULE_8__.n)(instanceType)?.code;if(code===void 0)return void 0;const[quota,used]=await Promise.all([quotaOf(quotas,code),runningVcpus(ec2,code)]);return quota===void 0||Number.isNaN(used)?void 0:{quota,used}},async addresses(){const[{AccountAttributes},{Addresses}]=await Promise.all([(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.t)(`ec2:DescribeAccountAttributes`,ec2.send(new DescribeAccountAttributesCommand({}))),(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.t)(`ec2:DescribeAddresses`,ec2.send(new _security_groups_js__WEBPACK_IMPORTED_MODULE_3__.y({})))]);const named=AccountAttributes?.find(({AttributeName})=>AttributeName===`vpc-max-elastic-ips`);const quota=Number(named?.AttributeValues?.[0]?.AttributeValue??NaN);return Number.isNaN(quota)?void 0:{quota,used:(Addresses??[]).length}}}}async function quotaOf(client,QuotaCode){const request=new GetServiceQuotaCommand({ServiceCode:`ec2`,QuotaCode});return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.a)(`servicequotas:GetServiceQuota`,client.send(request),`NoSuchResourceException`))?.Quota?.Value}async function runningVcpus(client,code){const all=(0,_security_groups_js__WEBPACK_IMPORTED_MODULE_3__._)({client},{Filters:[{Name:`instance-state-name`,Values:[`pending`,`running`]}]});return(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.i)(`ec2:DescribeInstances`,all,({Reservations})=>Reservations?.flatMap(({Instances})=>Instances??[]))).filter(one=>one.InstanceLifecycle===void 0&&(0,_quota_js__WEBPACK_IMPORTED_MODULE_8__.n)(one.InstanceType??``)?.code===code).reduce((sum,one)=>sum+vcpusIn(one),0)}function vcpusIn({CpuOptions}){return(CpuOptions?.CoreCount??NaN)*(CpuOptions?.ThreadsPerCore??NaN)}function connectPermissions(options,ec2,identify){return{...ec2DryRuns(ec2),simulate:iamSimulation((0,_permitted_js__WEBPACK_IMPORTED_MODULE_9__.t)(new _GetRoleCommand_js__WEBPACK_IMPORTED_MODULE_0__.a(options),options.permit),identify)}}function connectQuotas(options,ec2){return awsQuotas(ec2,(0,_permitted_js__WEBPACK_IMPORTED_MODULE_9__.t)(new ServiceQuotasClient(options),options.permit))}

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
var AREAS = [
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
var QUOTAS = [
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