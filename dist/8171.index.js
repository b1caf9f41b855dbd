"use strict";
exports.id = 8171;
exports.ids = [8171];
exports.modules = {

/***/ 5514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ProviderError),
/* harmony export */   t: () => (/* binding */ CredentialsProviderError)
/* harmony export */ });
var ProviderError=class ProviderError extends Error{name=`ProviderError`;tryNextLink;constructor(message,options=true){let logger;let tryNextLink=true;if(typeof options===`boolean`){logger=void 0;tryNextLink=options}else if(options!=null&&typeof options===`object`){logger=options.logger;tryNextLink=options.tryNextLink??true}super(message);this.tryNextLink=tryNextLink;Object.setPrototypeOf(this,ProviderError.prototype);logger?.debug?.(`@smithy/property-provider ${tryNextLink?`->`:`(!)`} ${message}`)}static from(error,options=true){return Object.assign(new this(error.message,options),error)}};var CredentialsProviderError=class CredentialsProviderError extends ProviderError{name=`CredentialsProviderError`;constructor(message,options=true){super(message,options);Object.setPrototypeOf(this,CredentialsProviderError.prototype)}};

/***/ }),

/***/ 5366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ TypeRegistry)
/* harmony export */ });
var TypeRegistry=class TypeRegistry{namespace;schemas;exceptions;static registries=new Map;constructor(namespace,schemas=new Map,exceptions=new Map){this.namespace=namespace;this.schemas=schemas;this.exceptions=exceptions;if(!TypeRegistry.registries.has(namespace))TypeRegistry.registries.set(namespace,this)}static for(namespace){return TypeRegistry.registries.get(namespace)??new TypeRegistry(namespace)}copyFrom(other){const{schemas,exceptions}=this;for(const[k,v]of other.schemas)if(!schemas.has(k))schemas.set(k,v);for(const[k,v]of other.exceptions)if(!exceptions.has(k))exceptions.set(k,v)}register(shapeId,schema){const qualifiedName=this.normalizeShapeId(shapeId);for(const r of[this,TypeRegistry.for(qualifiedName.split(`#`)[0])])if(!r.schemas.has(qualifiedName))r.schemas.set(qualifiedName,schema)}getSchema(shapeId){const id=this.normalizeShapeId(shapeId);if(!this.schemas.has(id)){if(!shapeId.includes(`#`)){const suffix=`#`+shapeId;const candidates=[];for(const[shapeId,schema]of this.schemas.entries())if(shapeId.endsWith(suffix))candidates.push(schema);if(candidates.length===1)return candidates[0]}throw new Error(`@smithy/core/schema - schema not found for ${id}`)}return this.schemas.get(id)}registerError(es,ctor){const $error=es;const ns=$error[1];const qualifiedName=ns+`#`+$error[2];if(!ctor.hasOwnProperty?.(`shapeId`))ctor.shapeId=qualifiedName;for(const r of[this,TypeRegistry.for(ns)])if(!r.schemas.has(qualifiedName)&&!r.exceptions.has($error)){r.schemas.set(qualifiedName,$error);r.exceptions.set($error,ctor)}}getErrorCtor(es){const $error=es;if(this.exceptions.has($error))return this.exceptions.get($error);return TypeRegistry.for($error[1]).exceptions.get($error)}getBaseException(){for(const exceptionKey of this.exceptions.keys())if(Array.isArray(exceptionKey)){const[,ns,name]=exceptionKey;const id=ns+`#`+name;if(id.startsWith(`smithy.ts.sdk.synthetic.`)&&id.endsWith(`ServiceException`))return exceptionKey}}find(predicate){for(const schema of this.schemas.values())if(predicate(schema))return schema}clear(){this.schemas.clear();this.exceptions.clear()}normalizeShapeId(shapeId){if(shapeId.includes(`#`))return shapeId;return this.namespace+`#`+shapeId}};

/***/ }),

/***/ 6880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ chain)
/* harmony export */ });
/* harmony import */ var _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5514);
const chain=(...providers)=>async()=>{if(providers.length===0)throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__.n(`No providers in chain`);let lastProviderError;for(const provider of providers)try{return await provider()}catch(err){lastProviderError=err;if(err?.tryNextLink)continue;throw err}throw lastProviderError};

/***/ }),

/***/ 4648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ memoize),
/* harmony export */   r: () => (/* binding */ parseUrl),
/* harmony export */   t: () => (/* binding */ loadConfig)
/* harmony export */ });
/* harmony import */ var _loadSharedConfigFiles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6795);
/* harmony import */ var _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5514);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6880);
function parseQueryString(querystring){const query={};querystring=querystring.replace(/^\?/,``);if(querystring)for(const pair of querystring.split(`&`)){let[key,value=null]=pair.split(`=`);key=decodeURIComponent(key);if(value)value=decodeURIComponent(value);if(!(key in query))query[key]=value;else if(Array.isArray(query[key]))query[key].push(value);else query[key]=[query[key],value]}return query}const parseUrl=url=>{if(typeof url===`string`)return parseUrl(new URL(url));const{hostname,pathname,port,protocol,search}=url;let query;if(search)query=parseQueryString(search);return{hostname,port:port?parseInt(port):void 0,protocol,path:pathname,query}};const fromValue=staticValue=>()=>Promise.resolve(staticValue);const memoize=(provider,isExpired,requiresRefresh)=>{let resolved;let pending;let hasResult;let isConstant=false;const coalesceProvider=async()=>{if(!pending)pending=provider();try{resolved=await pending;hasResult=true;isConstant=false}finally{pending=void 0}return resolved};if(isExpired===void 0)return async options=>{if(!hasResult||options?.forceRefresh)resolved=await coalesceProvider();return resolved};return async options=>{if(!hasResult||options?.forceRefresh)resolved=await coalesceProvider();if(isConstant)return resolved;if(requiresRefresh&&!requiresRefresh(resolved)){isConstant=true;return resolved}if(isExpired(resolved)){await coalesceProvider();return resolved}return resolved}};function getSelectorName(functionString){try{const constants=new Set(Array.from(functionString.match(/([A-Z_]){3,}/g)??[]));constants.delete(`CONFIG`);constants.delete(`CONFIG_PREFIX_SEPARATOR`);constants.delete(`ENV`);return[...constants].join(`, `)}catch(ignored){return functionString}}const fromEnv=(envVarSelector,options)=>async()=>{try{const config=envVarSelector(process.env,options);if(config===void 0)throw new Error;return config}catch(e){throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__.t(e.message||`Not found in ENV: ${getSelectorName(envVarSelector.toString())}`,{logger:options?.logger})}};const fromSharedConfigFiles=(configSelector,{preferredFile=`config`,...init}={})=>async()=>{const profile=(0,_loadSharedConfigFiles_js__WEBPACK_IMPORTED_MODULE_0__.a)(init);const{configFile,credentialsFile}=await (0,_loadSharedConfigFiles_js__WEBPACK_IMPORTED_MODULE_0__.t)(init);const profileFromCredentials=credentialsFile[profile]||{};const profileFromConfig=configFile[profile]||{};const mergedProfile=preferredFile===`config`?{...profileFromCredentials,...profileFromConfig}:{...profileFromConfig,...profileFromCredentials};try{const configValue=configSelector(mergedProfile,preferredFile===`config`?configFile:credentialsFile);if(configValue===void 0)throw new Error;return configValue}catch(e){throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__.t(e.message||`Not found in config files w/ profile [${profile}]: ${getSelectorName(configSelector.toString())}`,{logger:init.logger})}};const isFunction=func=>typeof func===`function`;const fromStatic=defaultValue=>isFunction(defaultValue)?async()=>await defaultValue():fromValue(defaultValue);const loadConfig=({environmentVariableSelector,configFileSelector,default:defaultValue},configuration={})=>{const{signingName,logger}=configuration;return memoize((0,_chain_js__WEBPACK_IMPORTED_MODULE_2__.t)(fromEnv(environmentVariableSelector,{signingName,logger}),fromSharedConfigFiles(configFileSelector,configuration),fromStatic(defaultValue)))};

/***/ }),

/***/ 9287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ SMITHY_CONTEXT_KEY),
/* harmony export */   a: () => (/* binding */ ServiceException),
/* harmony export */   c: () => (/* binding */ NormalizedSchema),
/* harmony export */   d: () => (/* binding */ constructStack),
/* harmony export */   f: () => (/* binding */ SelectorType),
/* harmony export */   g: () => (/* binding */ getSmithyContext),
/* harmony export */   h: () => (/* binding */ normalizeProvider),
/* harmony export */   i: () => (/* binding */ makeBuilder),
/* harmony export */   l: () => (/* binding */ translateTraits),
/* harmony export */   m: () => (/* binding */ toEndpointV1),
/* harmony export */   n: () => (/* binding */ resolveEndpointConfig),
/* harmony export */   o: () => (/* binding */ decorateServiceException),
/* harmony export */   p: () => (/* binding */ booleanSelector),
/* harmony export */   r: () => (/* binding */ resolveParams),
/* harmony export */   t: () => (/* binding */ getEndpointPlugin),
/* harmony export */   u: () => (/* binding */ deref)
/* harmony export */ });
/* unused harmony export s */
/* harmony import */ var _hasOwn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8073);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4648);
const SMITHY_CONTEXT_KEY=`__smithy_context`;const getSmithyContext=context=>context[`__smithy_context`]||(context[`__smithy_context`]={});const normalizeProvider=input=>{if(typeof input===`function`)return input;const promisified=Promise.resolve(input);return()=>promisified};const toEndpointV1=endpoint=>{if(typeof endpoint===`object`){if(`url`in endpoint){const v1Endpoint=(0,_configLoader_js__WEBPACK_IMPORTED_MODULE_0__.r)(endpoint.url);if(endpoint.headers){v1Endpoint.headers={};for(const name in endpoint.headers){if(!(0,_hasOwn_js__WEBPACK_IMPORTED_MODULE_1__.t)(endpoint.headers,name))continue;v1Endpoint.headers[name.toLowerCase()]=endpoint.headers[name].join(`, `)}}return v1Endpoint}return endpoint}return (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_0__.r)(endpoint)};const booleanSelector=(obj,key,type)=>{if(!(key in obj))return;if(obj[key]===`true`)return true;if(obj[key]===`false`)return false;throw new Error(`Cannot load ${type} "${key}". Expected "true" or "false", got ${obj[key]}.`)};var SelectorType;(function(SelectorType){SelectorType[`ENV`]=`env`;SelectorType[`CONFIG`]=`shared config entry`})(SelectorType||(SelectorType={}));const getAllAliases=(name,aliases)=>{const _aliases=[];if(name)_aliases.push(name);if(aliases)for(const alias of aliases)_aliases.push(alias);return _aliases};const getMiddlewareNameWithAliases=(name,aliases)=>{return`${name||`anonymous`}${aliases&&aliases.length>0?` (a.k.a. ${aliases.join(`,`)})`:``}`};const constructStack=()=>{let absoluteEntries=[];let relativeEntries=[];let identifyOnResolve=false;const entriesNameSet=new Set;const sort=entries=>entries.sort((a,b)=>stepWeights[b.step]-stepWeights[a.step]||priorityWeights[b.priority||`normal`]-priorityWeights[a.priority||`normal`]);const removeByName=toRemove=>{let isRemoved=false;const filterCb=entry=>{const aliases=getAllAliases(entry.name,entry.aliases);if(aliases.includes(toRemove)){isRemoved=true;for(const alias of aliases)entriesNameSet.delete(alias);return false}return true};absoluteEntries=absoluteEntries.filter(filterCb);relativeEntries=relativeEntries.filter(filterCb);return isRemoved};const removeByReference=toRemove=>{let isRemoved=false;const filterCb=entry=>{if(entry.middleware===toRemove){isRemoved=true;for(const alias of getAllAliases(entry.name,entry.aliases))entriesNameSet.delete(alias);return false}return true};absoluteEntries=absoluteEntries.filter(filterCb);relativeEntries=relativeEntries.filter(filterCb);return isRemoved};const cloneTo=toStack=>{absoluteEntries.forEach(entry=>{toStack.add(entry.middleware,{...entry})});relativeEntries.forEach(entry=>{toStack.addRelativeTo(entry.middleware,{...entry})});toStack.identifyOnResolve?.(stack.identifyOnResolve());return toStack};const expandRelativeMiddlewareList=from=>{const expandedMiddlewareList=[];from.before.forEach(entry=>{if(entry.before.length===0&&entry.after.length===0)expandedMiddlewareList.push(entry);else expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry))});expandedMiddlewareList.push(from);from.after.reverse().forEach(entry=>{if(entry.before.length===0&&entry.after.length===0)expandedMiddlewareList.push(entry);else expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry))});return expandedMiddlewareList};const getMiddlewareList=(debug=false)=>{const normalizedAbsoluteEntries=[];const normalizedRelativeEntries=[];const normalizedEntriesNameMap={};absoluteEntries.forEach(entry=>{const normalizedEntry={...entry,before:[],after:[]};for(const alias of getAllAliases(normalizedEntry.name,normalizedEntry.aliases))normalizedEntriesNameMap[alias]=normalizedEntry;normalizedAbsoluteEntries.push(normalizedEntry)});relativeEntries.forEach(entry=>{const normalizedEntry={...entry,before:[],after:[]};for(const alias of getAllAliases(normalizedEntry.name,normalizedEntry.aliases))normalizedEntriesNameMap[alias]=normalizedEntry;normalizedRelativeEntries.push(normalizedEntry)});normalizedRelativeEntries.forEach(entry=>{if(entry.toMiddleware){const toMiddleware=normalizedEntriesNameMap[entry.toMiddleware];if(toMiddleware===void 0){if(debug)return;throw new Error(`${entry.toMiddleware} is not found when adding ${getMiddlewareNameWithAliases(entry.name,entry.aliases)} middleware ${entry.relation} ${entry.toMiddleware}`)}if(entry.relation===`after`)toMiddleware.after.push(entry);if(entry.relation===`before`)toMiddleware.before.push(entry)}});return sort(normalizedAbsoluteEntries).map(expandRelativeMiddlewareList).reduce((wholeList,expandedMiddlewareList)=>{wholeList.push(...expandedMiddlewareList);return wholeList},[])};const stack={add:(middleware,options={})=>{const{name,override,aliases:_aliases}=options;const entry={step:`initialize`,priority:`normal`,middleware,...options};const aliases=getAllAliases(name,_aliases);if(aliases.length>0){if(aliases.some(alias=>entriesNameSet.has(alias))){if(!override)throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name,_aliases)}'`);for(const alias of aliases){const toOverrideIndex=absoluteEntries.findIndex(entry=>entry.name===alias||entry.aliases?.some(a=>a===alias));if(toOverrideIndex===-1)continue;const toOverride=absoluteEntries[toOverrideIndex];if(toOverride.step!==entry.step||entry.priority!==toOverride.priority)throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name,toOverride.aliases)}" middleware with ${toOverride.priority} priority in ${toOverride.step} step cannot be overridden by "${getMiddlewareNameWithAliases(name,_aliases)}" middleware with ${entry.priority} priority in ${entry.step} step.`);absoluteEntries.splice(toOverrideIndex,1)}}for(const alias of aliases)entriesNameSet.add(alias)}absoluteEntries.push(entry)},addRelativeTo:(middleware,options)=>{const{name,override,aliases:_aliases}=options;const entry={middleware,...options};const aliases=getAllAliases(name,_aliases);if(aliases.length>0){if(aliases.some(alias=>entriesNameSet.has(alias))){if(!override)throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name,_aliases)}'`);for(const alias of aliases){const toOverrideIndex=relativeEntries.findIndex(entry=>entry.name===alias||entry.aliases?.some(a=>a===alias));if(toOverrideIndex===-1)continue;const toOverride=relativeEntries[toOverrideIndex];if(toOverride.toMiddleware!==entry.toMiddleware||toOverride.relation!==entry.relation)throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name,toOverride.aliases)}" middleware ${toOverride.relation} "${toOverride.toMiddleware}" middleware cannot be overridden by "${getMiddlewareNameWithAliases(name,_aliases)}" middleware ${entry.relation} "${entry.toMiddleware}" middleware.`);relativeEntries.splice(toOverrideIndex,1)}}for(const alias of aliases)entriesNameSet.add(alias)}relativeEntries.push(entry)},clone:()=>cloneTo(constructStack()),use:plugin=>{plugin.applyToStack(stack)},remove:toRemove=>{if(typeof toRemove===`string`)return removeByName(toRemove);else return removeByReference(toRemove)},removeByTag:toRemove=>{let isRemoved=false;const filterCb=entry=>{const{tags,name,aliases:_aliases}=entry;if(tags&&tags.includes(toRemove)){const aliases=getAllAliases(name,_aliases);for(const alias of aliases)entriesNameSet.delete(alias);isRemoved=true;return false}return true};absoluteEntries=absoluteEntries.filter(filterCb);relativeEntries=relativeEntries.filter(filterCb);return isRemoved},concat:from=>{const cloned=cloneTo(constructStack());cloned.use(from);cloned.identifyOnResolve(identifyOnResolve||cloned.identifyOnResolve()||(from.identifyOnResolve?.()??false));return cloned},applyToStack:cloneTo,identify:()=>{return getMiddlewareList(true).map(mw=>{const step=mw.step??mw.relation+` `+mw.toMiddleware;return getMiddlewareNameWithAliases(mw.name,mw.aliases)+` - `+step})},identifyOnResolve(toggle){if(typeof toggle===`boolean`)identifyOnResolve=toggle;return identifyOnResolve},resolve:(handler,context)=>{for(const middleware of getMiddlewareList().map(entry=>entry.middleware).reverse())handler=middleware(handler,context);if(identifyOnResolve)console.log(stack.identify());return handler}};return stack};const stepWeights={initialize:5,serialize:4,build:3,finalizeRequest:2,deserialize:1};const priorityWeights={high:3,normal:2,low:1};const deref=schemaRef=>{if(typeof schemaRef===`function`)return schemaRef();return schemaRef};const traitsCache=[];function translateTraits(indicator){if(typeof indicator===`object`)return indicator;indicator=indicator|0;if(traitsCache[indicator])return traitsCache[indicator];const traits={};let i=0;for(const trait of[`httpLabel`,`idempotent`,`idempotencyToken`,`sensitive`,`httpPayload`,`httpResponseCode`,`httpQueryParams`])if((indicator>>i++&1)===1)traits[trait]=1;return traitsCache[indicator]=traits}const anno={it:Symbol.for(`@smithy/nor-struct-it`),ns:Symbol.for(`@smithy/ns`)};const simpleSchemaCacheN=[];const simpleSchemaCacheS={};var NormalizedSchema=class NormalizedSchema{ref;memberName;static symbol=Symbol.for(`@smithy/nor`);symbol=NormalizedSchema.symbol;name;schema;_isMemberSchema;traits;memberTraits;normalizedTraits;constructor(ref,memberName){this.ref=ref;this.memberName=memberName;const traitStack=[];let _ref=ref;let schema=ref;this._isMemberSchema=false;while(isMemberSchema(_ref)){traitStack.push(_ref[1]);_ref=_ref[0];schema=deref(_ref);this._isMemberSchema=true}if(traitStack.length>0){this.memberTraits={};for(let i=traitStack.length-1;i>=0;--i){const traitSet=traitStack[i];Object.assign(this.memberTraits,translateTraits(traitSet))}}else this.memberTraits=0;if(schema instanceof NormalizedSchema){const computedMemberTraits=this.memberTraits;Object.assign(this,schema);this.memberTraits=Object.assign({},computedMemberTraits,schema.getMemberTraits(),this.getMemberTraits());this.normalizedTraits=void 0;this.memberName=memberName??schema.memberName;return}this.schema=deref(schema);if(isStaticSchema(this.schema)){this.name=`${this.schema[1]}#${this.schema[2]}`;this.traits=this.schema[3]}else{this.name=this.memberName??String(schema);this.traits=0}if(this._isMemberSchema&&!memberName)throw new Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(true)} missing member name.`)}static[Symbol.hasInstance](lhs){const isPrototype=this.prototype.isPrototypeOf(lhs);if(!isPrototype&&typeof lhs===`object`&&lhs!==null)return lhs.symbol===this.symbol;return isPrototype}static of(ref){const keyAble=typeof ref===`function`||typeof ref===`object`&&ref!==null;if(typeof ref===`number`){if(simpleSchemaCacheN[ref])return simpleSchemaCacheN[ref]}else if(typeof ref===`string`){if(simpleSchemaCacheS[ref])return simpleSchemaCacheS[ref]}else if(keyAble){if(ref[anno.ns])return ref[anno.ns]}const sc=deref(ref);if(sc instanceof NormalizedSchema)return sc;if(isMemberSchema(sc)){const[ns,traits]=sc;if(ns instanceof NormalizedSchema){Object.assign(ns.getMergedTraits(),translateTraits(traits));return ns}throw new Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(ref,null,2)}.`)}const ns=new NormalizedSchema(sc);if(keyAble)return ref[anno.ns]=ns;if(typeof sc===`string`)return simpleSchemaCacheS[sc]=ns;if(typeof sc===`number`)return simpleSchemaCacheN[sc]=ns;return ns}getSchema(){const sc=this.schema;if(Array.isArray(sc)&&sc[0]===0)return sc[4];return sc}getName(withNamespace=false){const{name}=this;return!withNamespace&&name&&name.includes(`#`)?name.split(`#`)[1]:name||void 0}getMemberName(){return this.memberName}isMemberSchema(){return this._isMemberSchema}isListSchema(){const sc=this.getSchema();return typeof sc===`number`?sc>=64&&sc<128:sc[0]===1}isMapSchema(){const sc=this.getSchema();return typeof sc===`number`?sc>=128&&sc<=255:sc[0]===2}isStructSchema(){const sc=this.getSchema();if(typeof sc!==`object`)return false;const id=sc[0];return id===3||id===-3||id===4}isUnionSchema(){const sc=this.getSchema();if(typeof sc!==`object`)return false;return sc[0]===4}isBlobSchema(){const sc=this.getSchema();return sc===21||sc===42}isTimestampSchema(){const sc=this.getSchema();return typeof sc===`number`&&sc>=4&&sc<=7}isUnitSchema(){return this.getSchema()===`unit`}isDocumentSchema(){return this.getSchema()===15}isStringSchema(){return this.getSchema()===0}isBooleanSchema(){return this.getSchema()===2}isNumericSchema(){return this.getSchema()===1}isBigIntegerSchema(){return this.getSchema()===17}isBigDecimalSchema(){return this.getSchema()===19}isStreaming(){const{streaming}=this.getMergedTraits();return!!streaming||this.getSchema()===42}isIdempotencyToken(){return!!this.getMergedTraits().idempotencyToken}getMergedTraits(){return this.normalizedTraits??(this.normalizedTraits={...this.getOwnTraits(),...this.getMemberTraits()})}getMemberTraits(){return translateTraits(this.memberTraits)}getOwnTraits(){return translateTraits(this.traits)}getKeySchema(){const[isDoc,isMap]=[this.isDocumentSchema(),this.isMapSchema()];if(!isDoc&&!isMap)throw new Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(true)}`);const schema=this.getSchema();return member([isDoc?15:schema[4]??0,0],`key`)}getValueSchema(){const sc=this.getSchema();const[isDoc,isMap,isList]=[this.isDocumentSchema(),this.isMapSchema(),this.isListSchema()];const memberSchema=typeof sc===`number`?63&sc:sc&&typeof sc===`object`&&(isMap||isList)?sc[3+sc[0]]:isDoc?15:void 0;if(memberSchema!=null)return member([memberSchema,0],isMap?`value`:`member`);throw new Error(`@smithy/core/schema - ${this.getName(true)} has no value member.`)}getMemberSchema(memberName){const struct=this.getSchema();if(this.isStructSchema()&&struct[4].includes(memberName)){const i=struct[4].indexOf(memberName);const memberSchema=struct[5][i];return member(isMemberSchema(memberSchema)?memberSchema:[memberSchema,0],memberName)}if(this.isDocumentSchema())return member([15,0],memberName);throw new Error(`@smithy/core/schema - ${this.getName(true)} has no member=${memberName}.`)}getMemberSchemas(){const buffer={};try{for(const[k,v]of this.structIterator())buffer[k]=v}catch(ignored){}return buffer}getEventStreamMember(){if(this.isStructSchema()){for(const[memberName,memberSchema]of this.structIterator())if(memberSchema.isStreaming()&&memberSchema.isStructSchema())return memberName}return``}*structIterator(){if(this.isUnitSchema())return;if(!this.isStructSchema())throw new Error(`@smithy/core/schema - cannot iterate non-struct schema.`);const struct=this.getSchema();const z=struct[4].length;let it=struct[anno.it];if(it&&z===it.length){yield*it;return}it=Array(z);for(let i=0;i<z;++i){const k=struct[4][i];const v=member([struct[5][i],0],k);yield it[i]=[k,v]}struct[anno.it]=it}};function member(memberSchema,memberName){if(memberSchema instanceof NormalizedSchema)return Object.assign(memberSchema,{memberName,_isMemberSchema:true});return new NormalizedSchema(memberSchema,memberName)}const isMemberSchema=sc=>Array.isArray(sc)&&sc.length===2;const isStaticSchema=sc=>Array.isArray(sc)&&sc.length>=5;const SENSITIVE_STRING=`***SensitiveInformation***`;function schemaLogFilter(schema,data){if(data==null)return data;const ns=NormalizedSchema.of(schema);if(ns.getMergedTraits().sensitive)return SENSITIVE_STRING;if(ns.isListSchema()){const valueSchema=ns.getValueSchema();if(valueSchema.getMergedTraits().sensitive)return SENSITIVE_STRING;if(Array.isArray(data))return data.map(value=>schemaLogFilter(valueSchema,value))}else if(ns.isMapSchema()){const valueSchema=ns.getValueSchema();if(ns.getKeySchema().getMergedTraits().sensitive||valueSchema.getMergedTraits().sensitive)return SENSITIVE_STRING;if(typeof data===`object`)return Object.fromEntries(Object.entries(data).map(([key,value])=>[key,schemaLogFilter(valueSchema,value)]))}else if(ns.isStructSchema()&&typeof data===`object`){const object=data;const newObject={};for(const[member,memberNs]of ns.structIterator())if(object[member]!=null)newObject[member]=schemaLogFilter(memberNs,object[member]);return newObject}return data}const operationEventStreamMarker=Symbol.for(`@smithy/op-event-stream`);var Command=class{middlewareStack=constructStack();schema;static classBuilder(){return new ClassBuilder}resolveMiddlewareWithContext(clientStack,configuration,options,{middlewareFn,clientName,commandName,inputFilterSensitiveLog,outputFilterSensitiveLog,smithyContext,additionalContext,CommandCtor}){for(const mw of middlewareFn.bind(this)(CommandCtor,clientStack,configuration,options))this.middlewareStack.use(mw);const stack=clientStack.concat(this.middlewareStack);const{logger}=configuration;const additionalSmithyContext=additionalContext[SMITHY_CONTEXT_KEY];const handlerExecutionContext={logger,clientName,commandName,inputFilterSensitiveLog,outputFilterSensitiveLog,...additionalContext,[SMITHY_CONTEXT_KEY]:{...additionalSmithyContext,commandInstance:this,...smithyContext,...options?.metricsRecorder===void 0?{}:{metricsRecorder:options.metricsRecorder},...options?.abortSignal===void 0?{}:{abortSignal:options.abortSignal}}};const{requestHandler}=configuration;let requestOptions=options??{};if(requestOptions.metricsRecorder){requestOptions={...requestOptions};delete requestOptions.metricsRecorder}let isEventStream;const schema=this.schema;const marker=schema?.[operationEventStreamMarker];if(marker!==void 0)isEventStream=marker;else if(schema){if(Array.isArray(schema)&&schema[0]===9){const[,,,,input$,output$]=schema;isEventStream=schema[operationEventStreamMarker]=Boolean(NormalizedSchema.of(input$).getEventStreamMember()||NormalizedSchema.of(output$).getEventStreamMember())}}if(isEventStream)requestOptions={isEventStream,...requestOptions};return stack.resolve(request=>requestHandler.handle(request.request,requestOptions),handlerExecutionContext)}};var ClassBuilder=class{_init=()=>{};_ep={};_middlewareFn=()=>[];_commandName=``;_clientName=``;_additionalContext={};_smithyContext={};_inputFilterSensitiveLog=void 0;_outputFilterSensitiveLog=void 0;_serializer=null;_deserializer=null;_operationSchema;init(cb){this._init=cb}ep(endpointParameterInstructions){this._ep=endpointParameterInstructions;return this}m(middlewareSupplier){this._middlewareFn=middlewareSupplier;return this}s(service,operation,smithyContext={}){this._smithyContext={service,operation,...smithyContext};return this}c(additionalContext={}){this._additionalContext=additionalContext;return this}n(clientName,commandName){this._clientName=clientName;this._commandName=commandName;return this}f(inputFilter=_=>_,outputFilter=_=>_){this._inputFilterSensitiveLog=inputFilter;this._outputFilterSensitiveLog=outputFilter;return this}ser(serializer){this._serializer=serializer;return this}de(deserializer){this._deserializer=deserializer;return this}sc(operation){this._operationSchema=operation;this._smithyContext.operationSchema=operation;return this}build(){const closure=this;let CommandRef;return CommandRef=class extends Command{input;static getEndpointParameterInstructions(){return closure._ep}constructor(...[input]){super();this.input=input??{};closure._init(this);this.schema=closure._operationSchema}resolveMiddleware(stack,configuration,options){const op=closure._operationSchema;const input=op?.[4]??op?.input;const output=op?.[5]??op?.output;return this.resolveMiddlewareWithContext(stack,configuration,options,{CommandCtor:CommandRef,middlewareFn:closure._middlewareFn,clientName:closure._clientName,commandName:closure._commandName,inputFilterSensitiveLog:closure._inputFilterSensitiveLog??(op?schemaLogFilter.bind(null,input):_=>_),outputFilterSensitiveLog:closure._outputFilterSensitiveLog??(op?schemaLogFilter.bind(null,output):_=>_),smithyContext:closure._smithyContext,additionalContext:closure._additionalContext})}serialize=closure._serializer;deserialize=closure._deserializer}}};var ServiceException=class ServiceException extends Error{static shapeId=`smithy.ts.sdk.synthetic.nonamespace.client#ServiceException`;$fault;$response;$retryable;$metadata;constructor(options){super(options.message);Object.setPrototypeOf(this,Object.getPrototypeOf(this).constructor.prototype);this.name=options.name;this.$fault=options.$fault;this.$metadata=options.$metadata}static isInstance(value){if(!value)return false;const candidate=value;return ServiceException.prototype.isPrototypeOf(candidate)||Boolean(candidate.$fault)&&Boolean(candidate.$metadata)&&(candidate.$fault===`client`||candidate.$fault===`server`)}static[Symbol.hasInstance](instance){if(!instance)return false;const candidate=instance;if(this===ServiceException)return ServiceException.isInstance(instance);if(ServiceException.isInstance(instance)){if(this.prototype.isPrototypeOf(instance))return true;const targetId=Object.prototype.hasOwnProperty.call(this,`shapeId`)?this.shapeId:void 0;let candidateHasShapeId=false;if(targetId){let proto=Object.getPrototypeOf(candidate);while(proto&&proto!==Object.prototype){const ctor=proto.constructor;const candidateId=ctor!==ServiceException&&Object.prototype.hasOwnProperty.call(ctor,`shapeId`)?ctor?.shapeId:void 0;if(candidateId){candidateHasShapeId=true;if(candidateId===targetId)return true}proto=Object.getPrototypeOf(proto)}}if(targetId&&candidateHasShapeId)return false;const targetName=this.name;if(targetName&&targetName.length>=6){if(candidate.name===targetName)return true;let proto=Object.getPrototypeOf(candidate);while(proto&&proto!==Object.prototype){const ctorName=proto.constructor?.name;if(ctorName&&ctorName!==`Error`&&ctorName===targetName)return true;proto=Object.getPrototypeOf(proto)}}}return false}};const decorateServiceException=(exception,additions={})=>{Object.entries(additions).filter(([,v])=>v!==void 0).forEach(([k,v])=>{if(exception[k]==void 0||exception[k]===``)exception[k]=v});exception.message=exception.message||exception.Message||`UnknownError`;delete exception.Message;return exception};function makeBuilder(common,service,name,ep){return function makeCommand(added,plugins,op,$,smithyContext={}){const epMerged=Object.assign({},common,added);return Command.classBuilder().ep(epMerged).m(function(CommandCtor,clientStack,config,options){const list=plugins.call(this,CommandCtor,clientStack,config,options);list.unshift(ep(config,CommandCtor.getEndpointParameterInstructions()));return list}).s(service,op,smithyContext).n(name,op.charAt(0).toUpperCase()+op.slice(1)+`Command`).sc($).build()}}const ENV_ENDPOINT_URL=`AWS_ENDPOINT_URL`;const CONFIG_ENDPOINT_URL=`endpoint_url`;const getEndpointUrlConfig=serviceId=>({environmentVariableSelector:env=>{const serviceSuffixParts=serviceId.split(` `).map(w=>w.toUpperCase());const serviceEndpointUrl=env[[ENV_ENDPOINT_URL,...serviceSuffixParts].join(`_`)];if(serviceEndpointUrl)return serviceEndpointUrl;const endpointUrl=env[ENV_ENDPOINT_URL];if(endpointUrl)return endpointUrl},configFileSelector:(profile,config)=>{if(profile.services){const servicesSectionKey=[`services`,profile.services].join(`.`);if(!config||!config[servicesSectionKey])throw new Error(`The services section "${profile.services}" specified in the profile is not present in the shared configuration file.`);const endpointUrl=config[servicesSectionKey][[serviceId.split(` `).map(w=>w.toLowerCase()).join(`_`),CONFIG_ENDPOINT_URL].join(`.`)];if(endpointUrl)return endpointUrl}const endpointUrl=profile[CONFIG_ENDPOINT_URL];if(endpointUrl)return endpointUrl},default:void 0});const ENV_IGNORE_CONFIGURED_ENDPOINT_URLS=`AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`;const CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS=`ignore_configured_endpoint_urls`;const ignoreConfiguredEndpointUrlsConfigSelectors={environmentVariableSelector:env=>booleanSelector(env,ENV_IGNORE_CONFIGURED_ENDPOINT_URLS,SelectorType.ENV),configFileSelector:profile=>booleanSelector(profile,CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS,SelectorType.CONFIG),default:false};const getEndpointFromConfig=async serviceId=>{if(await (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_0__.t)(ignoreConfiguredEndpointUrlsConfigSelectors)())return;return (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_0__.t)(getEndpointUrlConfig(serviceId??``))()};const resolveParamsForS3=async endpointParams=>{const bucket=endpointParams?.Bucket||``;if(typeof endpointParams.Bucket===`string`)endpointParams.Bucket=bucket.replace(/#/g,encodeURIComponent(`#`)).replace(/\?/g,encodeURIComponent(`?`));if(isArnBucketName(bucket)){if(endpointParams.ForcePathStyle===true)throw new Error(`Path-style addressing cannot be used with ARN buckets`)}else if(!isDnsCompatibleBucketName(bucket)||bucket.indexOf(`.`)!==-1&&!String(endpointParams.Endpoint).startsWith(`http:`)||bucket.toLowerCase()!==bucket||bucket.length<3)endpointParams.ForcePathStyle=true;if(endpointParams.DisableMultiRegionAccessPoints){endpointParams.disableMultiRegionAccessPoints=true;endpointParams.DisableMRAP=true}return endpointParams};const DOMAIN_PATTERN=/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;const IP_ADDRESS_PATTERN=/(\d+\.){3}\d+/;const DOTS_PATTERN=/\.\./;const isDnsCompatibleBucketName=bucketName=>DOMAIN_PATTERN.test(bucketName)&&!IP_ADDRESS_PATTERN.test(bucketName)&&!DOTS_PATTERN.test(bucketName);const isArnBucketName=bucketName=>{const[arn,partition,service,,,bucket]=bucketName.split(`:`);const isArn=arn===`arn`&&bucketName.split(`:`).length>=6;const isValidArn=Boolean(isArn&&partition&&service&&bucket);if(isArn&&!isValidArn)throw new Error(`Invalid ARN: ${bucketName} was an invalid ARN.`);return isValidArn};const createConfigValueProvider=(configKey,canonicalEndpointParamKey,config,isClientContextParam=false)=>{const configProvider=async()=>{let configValue;if(isClientContextParam)configValue=config.clientContextParams?.[configKey]??config[configKey]??config[canonicalEndpointParamKey];else configValue=config[configKey]??config[canonicalEndpointParamKey];if(typeof configValue===`function`)return configValue();return configValue};if(configKey===`credentialScope`||canonicalEndpointParamKey===`CredentialScope`)return async()=>{const credentials=typeof config.credentials===`function`?await config.credentials():config.credentials;return credentials?.credentialScope??credentials?.CredentialScope};if(configKey===`accountId`||canonicalEndpointParamKey===`AccountId`)return async()=>{const credentials=typeof config.credentials===`function`?await config.credentials():config.credentials;return credentials?.accountId??credentials?.AccountId};if(configKey===`endpoint`||canonicalEndpointParamKey===`endpoint`)return async()=>{if(config.isCustomEndpoint===false)return;const endpoint=await configProvider();if(endpoint&&typeof endpoint===`object`){if(`url`in endpoint)return endpoint.url.href;if(`hostname`in endpoint){const{protocol,hostname,port,path}=endpoint;return`${protocol}//${hostname}${port?`:`+port:``}${path}`}}return endpoint};return configProvider};function bindGetEndpointFromInstructions(getEndpointFromConfig){return async(commandInput,instructionsSupplier,clientConfig,context)=>{if(!clientConfig.isCustomEndpoint&&!clientConfig.ignoreConfiguredEndpointUrls){let endpointFromConfig;if(clientConfig.serviceConfiguredEndpoint)endpointFromConfig=await clientConfig.serviceConfiguredEndpoint();else endpointFromConfig=await getEndpointFromConfig(clientConfig.serviceId);if(endpointFromConfig){clientConfig.endpoint=()=>Promise.resolve(toEndpointV1(endpointFromConfig));clientConfig.isCustomEndpoint=true;context?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${endpointFromConfig}`)}}const endpointParams=await resolveParams(commandInput,instructionsSupplier,clientConfig);if(typeof clientConfig.endpointProvider!==`function`)throw new Error(`config.endpointProvider is not set.`);const endpoint=clientConfig.endpointProvider(endpointParams,context);if(clientConfig.isCustomEndpoint&&clientConfig.endpoint){const customEndpoint=await clientConfig.endpoint();if(customEndpoint?.headers){endpoint.headers??={};for(const[name,value]of Object.entries(customEndpoint.headers))endpoint.headers[name]=Array.isArray(value)?value:[value]}}return endpoint}}const resolveParams=async(commandInput,instructionsSupplier,clientConfig)=>{const endpointParams={};const instructions=instructionsSupplier?.getEndpointParameterInstructions?.()||{};for(const[name,instruction]of Object.entries(instructions))switch(instruction.type){case`staticContextParams`:endpointParams[name]=instruction.value;break;case`contextParams`:endpointParams[name]=commandInput[instruction.name];break;case`clientContextParams`:case`builtInParams`:endpointParams[name]=await createConfigValueProvider(instruction.name,name,clientConfig,instruction.type!==`builtInParams`)();break;case`operationContextParams`:endpointParams[name]=instruction.get(commandInput);break;default:throw new Error(`Unrecognized endpoint parameter instruction: `+JSON.stringify(instruction))}if(Object.keys(instructions).length===0)Object.assign(endpointParams,clientConfig);if(String(clientConfig.serviceId).toLowerCase()===`s3`)await resolveParamsForS3(endpointParams);return endpointParams};function setFeature(context,feature,value){if(!context.__smithy_context)context.__smithy_context={features:{}};else if(!context.__smithy_context.features)context.__smithy_context.features={};context.__smithy_context.features[feature]=value}function bindEndpointMiddleware(getEndpointFromConfig){const getEndpointFromInstructions=bindGetEndpointFromInstructions(getEndpointFromConfig);return({config,instructions})=>{return(next,context)=>async args=>{if(config.isCustomEndpoint)setFeature(context,`ENDPOINT_OVERRIDE`,`N`);const endpoint=await getEndpointFromInstructions(args.input,{getEndpointParameterInstructions(){return instructions}},{...config},context);context.endpointV2=endpoint;context.authSchemes=endpoint.properties?.authSchemes;const authScheme=context.authSchemes?.[0];if(authScheme){context[`signing_region`]=authScheme.signingRegion;context[`signing_service`]=authScheme.signingName;const httpAuthOption=getSmithyContext(context)?.selectedHttpAuthScheme?.httpAuthOption;if(httpAuthOption)httpAuthOption.signingProperties=Object.assign(httpAuthOption.signingProperties||{},{signing_region:authScheme.signingRegion,signingRegion:authScheme.signingRegion,signing_service:authScheme.signingName,signingName:authScheme.signingName,signingRegionSet:authScheme.signingRegionSet},authScheme.properties)}return next({...args})}}}const endpointMiddlewareOptions={step:`serialize`,tags:[`ENDPOINT_PARAMETERS`,`ENDPOINT_V2`,`ENDPOINT`],name:`endpointV2Middleware`,override:true,relation:`before`,toMiddleware:{name:`serializerMiddleware`,step:`serialize`,tags:[`SERIALIZER`],override:true}.name};function bindGetEndpointPlugin(getEndpointFromConfig){const endpointMiddleware=bindEndpointMiddleware(getEndpointFromConfig);return(config,instructions)=>({applyToStack:clientStack=>{clientStack.addRelativeTo(endpointMiddleware({config,instructions}),endpointMiddlewareOptions)}})}function bindResolveEndpointConfig(getEndpointFromConfig){return input=>{const tls=input.tls??true;const{endpoint,useDualstackEndpoint,useFipsEndpoint}=input;const resolvedConfig=Object.assign(input,{endpoint:endpoint!=null?async()=>toEndpointV1(await normalizeProvider(endpoint)()):void 0,tls,isCustomEndpoint:!!endpoint,useDualstackEndpoint:normalizeProvider(useDualstackEndpoint??false),useFipsEndpoint:normalizeProvider(useFipsEndpoint??false),ignoreConfiguredEndpointUrls:!!input.ignoreConfiguredEndpointUrls});let configuredEndpointPromise=void 0;resolvedConfig.serviceConfiguredEndpoint=async()=>{if(input.serviceId&&!configuredEndpointPromise)configuredEndpointPromise=getEndpointFromConfig(input.serviceId);return configuredEndpointPromise};return resolvedConfig}}const resolveEndpointConfig=bindResolveEndpointConfig(getEndpointFromConfig);bindEndpointMiddleware(getEndpointFromConfig);const getEndpointPlugin=bindGetEndpointPlugin(getEndpointFromConfig);

/***/ }),

/***/ 2522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unlessMissing),
/* harmony export */   i: () => (/* binding */ pages),
/* harmony export */   n: () => (/* binding */ isNamed),
/* harmony export */   r: () => (/* binding */ isUnavailable),
/* harmony export */   t: () => (/* binding */ aws)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);

// src/adapters/aws/errors.ts
const DENIED = [
	"AccessDenied",
	"AccessDeniedException",
	"UnauthorizedOperation",
	"Client.UnauthorizedOperation",
	"NotAuthorized"
];
const EXPIRED = [
	"ExpiredToken",
	"ExpiredTokenException",
	"RequestExpired",
	"TokenRefreshRequired"
];
const NOT_ACCEPTED = [
	"InvalidClientTokenId",
	"UnrecognizedClientException",
	"AuthFailure",
	"SignatureDoesNotMatch",
	"IncompleteSignature"
];
const UNAVAILABLE = "aws-unavailable";
const THROTTLED = [
	"ThrottlingException",
	"Throttling",
	"RequestLimitExceeded",
	"TooManyRequestsException",
	"RateExceeded",
	"PriorRequestNotComplete"
];
const OUT_OF_ORDER = [
	"InternalFailure",
	"InternalError",
	"InternalServerError",
	"InternalServiceError",
	"ServiceFailure",
	"ServerException"
];
const NO_ANSWER = [
	"ServiceUnavailable",
	"ServiceUnavailableException",
	"Unavailable",
	"IDPCommunicationError",
	"IDPCommunicationErrorException",
	"RequestTimeout",
	"RequestTimeoutException",
	"TimeoutError"
];
const NO_CONNECTION = [
	"ECONNREFUSED",
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"EAI_AGAIN"
];
/** Whether an AWS error has one of these names. */
function isNamed(error, ...names) {
	return error instanceof Error && names.includes(error.name);
}
/** Whether AWS was out of reach or failed, also after all retries. */
function isUnavailable(error) {
	return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n && error.code === UNAVAILABLE;
}
/** Awaits a call to AWS. `action` is its IAM name, such as `ec2:RunInstances`; a refusal becomes a `DeployError` that names it. */
async function aws(action, answer) {
	try {
		return await answer;
	} catch (cause) {
		throw translated(action, cause) ?? cause;
	}
}
/** Like `aws`, but an error with one of these names means that the resource does not exist. */
async function unlessMissing(action, answer, ...names) {
	try {
		return await aws(action, answer);
	} catch (error) {
		if (isNamed(error, ...names)) return void 0;
		throw error;
	}
}
/** The items of all pages. */
async function pages(action, all, pick) {
	const found = [];
	await aws(action, (async () => {
		for await (const page of all) found.push(...pick(page) ?? []);
	})());
	return found;
}
function translated(action, cause) {
	if (isNamed(cause, ...DENIED)) return denied(action, cause);
	if (isNamed(cause, ...EXPIRED)) return expired(action, cause);
	if (isNamed(cause, "CredentialsProviderError")) return noCredentials(cause);
	if (isNamed(cause, ...NOT_ACCEPTED)) return notAccepted(cause);
	if (isNamed(cause, ...THROTTLED, ...OUT_OF_ORDER, ...NO_ANSWER) || isDisconnected(cause)) return unavailable(action, cause);
	if (isNoAnswerOfAws(cause)) return notAws(action, cause);
}
/** The SDK could not read the answer, such as the HTML of a proxy. It keeps the answer in a hidden field. */
function isNoAnswerOfAws(cause) {
	return cause instanceof Error && "$response" in cause && cause.message.includes("Deserialization error");
}
function notAws(action, cause) {
	const { statusCode = "unknown" } = cause.$response;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(UNAVAILABLE, `The answer to ${action} did not come from AWS (HTTP status ${statusCode}).`, {
		hint: "Check the input aws-region, and that no proxy between the runner and AWS answers instead of it. Then run this again: it continues from what is there.",
		cause
	});
}
function isDisconnected(cause) {
	return cause instanceof Error && "code" in cause && NO_CONNECTION.includes(String(cause.code));
}
function unavailable(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(UNAVAILABLE, `AWS failed ${action} several times: ${cause.name}: ${cause.message}`, {
		hint: "Run this again: it continues from what is there. If AWS keeps failing, see https://health.aws.amazon.com.",
		cause
	});
}
function denied(action, cause) {
	const asked = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(cause.message)?.[1] ?? action;
	const resource = /on resource:? (arn:[^\s,]+[^\s,.])/.exec(cause.message)?.[1];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("not-allowed", `AWS refused ${asked}${resource ? ` on ${resource}` : ""} to the role of this run.`, {
		hint: `Allow ${asked} in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.`,
		cause
	});
}
function expired(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-expired", `The AWS credentials expired before ${action}.`, {
		hint: "Set the input role-to-assume, whose credentials the action renews, or get credentials that last longer in the earlier step.",
		cause
	});
}
function noCredentials(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-credentials", "No AWS credentials were found.", {
		hint: "Set the input role-to-assume, and give the job `permissions: id-token: write`. If it is set to a variable, that variable is empty here.",
		cause
	});
}
function notAccepted(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-refused", `AWS does not accept the credentials of this run: ${cause.message}`, {
		hint: "Check that the input aws-region is enabled in the account of role-to-assume (or the access key), and that no old AWS_* variables of the job interfere.",
		cause
	});
}



/***/ }),

/***/ 8073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ hasOwn)
/* harmony export */ });
function hasOwn(o,k){return Object.prototype.hasOwnProperty.call(o,k)}

/***/ }),

/***/ 6795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ getProfileName),
/* harmony export */   n: () => (/* binding */ parseIni),
/* harmony export */   o: () => (/* binding */ IniSectionType),
/* harmony export */   r: () => (/* binding */ getConfigFilepath),
/* harmony export */   t: () => (/* binding */ loadSharedConfigFiles)
/* harmony export */ });
/* unused harmony export i */
/* harmony import */ var _readFile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2199);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
var IniSectionType;(function(IniSectionType){IniSectionType[`PROFILE`]=`profile`;IniSectionType[`SSO_SESSION`]=`sso-session`;IniSectionType[`SERVICES`]=`services`})(IniSectionType||(IniSectionType={}));const ENV_PROFILE=(/* unused pure expression or super */ null && (`AWS_PROFILE`));const getProfileName=init=>init.profile||process.env[`AWS_PROFILE`]||`default`;const getConfigData=data=>Object.entries(data).filter(([key])=>{const indexOfSeparator=key.indexOf(`.`);if(indexOfSeparator===-1)return false;return Object.values(IniSectionType).includes(key.substring(0,indexOfSeparator))}).reduce((acc,[key,value])=>{const indexOfSeparator=key.indexOf(`.`);const updatedKey=key.substring(0,indexOfSeparator)===IniSectionType.PROFILE?key.substring(indexOfSeparator+1):key;acc[updatedKey]=value;return acc},{...data.default&&{default:data.default}});const getConfigFilepath=()=>process.env[`AWS_CONFIG_FILE`]||(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.r)(),`.aws`,`config`);const getCredentialsFilepath=()=>process.env[`AWS_SHARED_CREDENTIALS_FILE`]||(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.r)(),`.aws`,`credentials`);const prefixKeyRegex=/^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/;const profileNameBlockList=[`__proto__`,`profile __proto__`];const parseIni=iniData=>{const map={};let currentSection;let currentSubSection;for(const iniLine of iniData.split(/\r?\n/)){const trimmedLine=iniLine.split(/(^|\s)[;#]/)[0].trim();if(trimmedLine[0]===`[`&&trimmedLine[trimmedLine.length-1]===`]`){currentSection=void 0;currentSubSection=void 0;const sectionName=trimmedLine.substring(1,trimmedLine.length-1);const matches=prefixKeyRegex.exec(sectionName);if(matches){const[,prefix,,name]=matches;if(Object.values(IniSectionType).includes(prefix))currentSection=[prefix,name].join(`.`)}else currentSection=sectionName;if(profileNameBlockList.includes(sectionName))throw new Error(`Found invalid profile name "${sectionName}"`)}else if(currentSection){const indexOfEqualsSign=trimmedLine.indexOf(`=`);if(![0,-1].includes(indexOfEqualsSign)){const[name,value]=[trimmedLine.substring(0,indexOfEqualsSign).trim(),trimmedLine.substring(indexOfEqualsSign+1).trim()];if(value===``)currentSubSection=name;else{if(currentSubSection&&iniLine.trimStart()===iniLine)currentSubSection=void 0;map[currentSection]=map[currentSection]||{};const key=currentSubSection?[currentSubSection,name].join(`.`):name;map[currentSection][key]=value}}}}return map};const swallowError=()=>({});const loadSharedConfigFiles=async(init={})=>{const{filepath=getCredentialsFilepath(),configFilepath=getConfigFilepath()}=init;const homeDir=(0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.r)();const relativeHomeDirPrefix=`~/`;let resolvedFilepath=filepath;if(filepath.startsWith(relativeHomeDirPrefix))resolvedFilepath=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDir,filepath.slice(2));let resolvedConfigFilepath=configFilepath;if(configFilepath.startsWith(relativeHomeDirPrefix))resolvedConfigFilepath=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDir,configFilepath.slice(2));const parsedFiles=await Promise.all([(0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.n)(resolvedConfigFilepath,{ignoreCache:init.ignoreCache}).then(parseIni).then(getConfigData).catch(swallowError),(0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.n)(resolvedFilepath,{ignoreCache:init.ignoreCache}).then(parseIni).catch(swallowError)]);return{configFile:parsedFiles[0],credentialsFile:parsedFiles[1]}};

/***/ }),

/***/ 2199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readFile),
/* harmony export */   r: () => (/* binding */ getHomeDir),
/* harmony export */   t: () => (/* binding */ fileIntercept)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
const homeDirCache={};const getHomeDirCacheKey=()=>{if(process&&process.geteuid)return`${process.geteuid()}`;return`DEFAULT`};const getHomeDir=()=>{const{HOME,USERPROFILE,HOMEPATH,HOMEDRIVE=`C:${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`}=process.env;if(HOME)return HOME;if(USERPROFILE)return USERPROFILE;if(HOMEPATH)return`${HOMEDRIVE}${HOMEPATH}`;const homeDirCacheKey=getHomeDirCacheKey();if(!homeDirCache[homeDirCacheKey])homeDirCache[homeDirCacheKey]=(0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();return homeDirCache[homeDirCacheKey]};const filePromises={};const fileIntercept={};const readFile=(path,options)=>{if(fileIntercept[path]!==void 0)return fileIntercept[path];if(!filePromises[path]||options?.ignoreCache)filePromises[path]=(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path,`utf8`);return filePromises[path]};

/***/ })

};
;