/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 8987:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ string),
/* harmony export */   C: () => (/* binding */ picklist),
/* harmony export */   D: () => (/* binding */ safeInteger),
/* harmony export */   E: () => (/* binding */ regex),
/* harmony export */   M: () => (/* binding */ union),
/* harmony export */   N: () => (/* binding */ unknown),
/* harmony export */   O: () => (/* binding */ safeParse),
/* harmony export */   S: () => (/* binding */ optional),
/* harmony export */   T: () => (/* binding */ record),
/* harmony export */   _: () => (/* binding */ minValue),
/* harmony export */   a: () => (/* binding */ exactOptional),
/* harmony export */   b: () => (/* binding */ number),
/* harmony export */   c: () => (/* binding */ finite),
/* harmony export */   d: () => (/* binding */ isoTimestamp),
/* harmony export */   f: () => (/* binding */ literal),
/* harmony export */   g: () => (/* binding */ minLength),
/* harmony export */   h: () => (/* binding */ maxValue),
/* harmony export */   i: () => (/* binding */ custom),
/* harmony export */   j: () => (/* binding */ transform),
/* harmony export */   k: () => (/* binding */ startsWith),
/* harmony export */   l: () => (/* binding */ hexadecimal),
/* harmony export */   m: () => (/* binding */ maxLength),
/* harmony export */   n: () => (/* binding */ boolean),
/* harmony export */   o: () => (/* binding */ excludes),
/* harmony export */   p: () => (/* binding */ looseObject),
/* harmony export */   r: () => (/* binding */ check),
/* harmony export */   s: () => (/* binding */ fallback),
/* harmony export */   t: () => (/* binding */ array),
/* harmony export */   u: () => (/* binding */ is),
/* harmony export */   v: () => (/* binding */ nullable),
/* harmony export */   w: () => (/* binding */ pipe),
/* harmony export */   x: () => (/* binding */ object),
/* harmony export */   y: () => (/* binding */ nullish)
/* harmony export */ });
var DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function getGlobalConfig(config$1){if(!config$1&&true)return DEFAULT_CONFIG;return{lang:config$1?.lang??void 0,message:config$1?.message,abortEarly:config$1?.abortEarly??void 0,abortPipeEarly:config$1?.abortPipeEarly??void 0}}function _stringify(input){const type=typeof input;if(type===`string`)return`"${input}"`;if(type===`number`||type===`bigint`||type===`boolean`)return`${input}`;if(type===`object`||type===`function`)return(input&&Object.getPrototypeOf(input)?.constructor?.name)??`null`;return type}function _addIssue(context,label,dataset,config$1,other){const input=other&&`input`in other?other.input:dataset.value;const expected=other?.expected??context.expects??null;const received=other?.received??_stringify(input);const issue={kind:context.kind,type:context.type,input,expected,received,message:`Invalid ${label}: ${expected?`Expected ${expected} but r`:`R`}eceived ${received}`,requirement:context.requirement,path:other?.path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly};const isSchema=context.kind===`schema`;const message$1=other?.message??context.message??(context.reference,issue.lang,void 0)??(isSchema?(issue.lang,void 0):null)??config$1.message??(issue.lang,void 0);if(message$1!==void 0)issue.message=typeof message$1===`function`?message$1(issue):message$1;if(isSchema)dataset.typed=false;if(dataset.issues)dataset.issues.push(issue);else dataset.issues=[issue]}function _isSameValueZero(value1,value2){return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.prototype.hasOwnProperty.call(object$1,key)&&key!==`__proto__`&&key!==`prototype`&&key!==`constructor`}function _joinExpects(values$1,separator){const list=[...new Set(values$1)];if(list.length>1)return`(${list.join(` ${separator} `)})`;return list[0]??`never`}function _standardSchema(schema){schema[`~standard`]={version:1,vendor:`valibot`,validate:value$1=>schema[`~run`]({value:value$1},getGlobalConfig())};return schema}var HEXADECIMAL_REGEX=/^(?:0[hx])?[\da-fA-F]+$/u;var ISO_TIMESTAMP_REGEX=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;function check(requirement,message$1){return{kind:`validation`,type:`check`,reference:check,async:false,expects:null,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`input`,dataset,config$1);return dataset}}}function excludes(requirement,message$1){const received=_stringify(requirement);return{kind:`validation`,type:`excludes`,reference:excludes,async:false,expects:`!${received}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.includes(this.requirement))_addIssue(this,`content`,dataset,config$1,{received});return dataset}}}function finite(message$1){return{kind:`validation`,type:`finite`,reference:finite,async:false,expects:null,requirement:Number.isFinite,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`finite`,dataset,config$1);return dataset}}}function hexadecimal(message$1){return{kind:`validation`,type:`hexadecimal`,reference:hexadecimal,async:false,expects:null,requirement:HEXADECIMAL_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`hexadecimal`,dataset,config$1);return dataset}}}function isoTimestamp(message$1){return{kind:`validation`,type:`iso_timestamp`,reference:isoTimestamp,async:false,expects:null,requirement:ISO_TIMESTAMP_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`timestamp`,dataset,config$1);return dataset}}}function maxLength(requirement,message$1){return{kind:`validation`,type:`max_length`,reference:maxLength,async:false,expects:`<=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length>this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function maxValue(requirement,message$1){return{kind:`validation`,type:`max_value`,reference:maxValue,async:false,expects:`<=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value<=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function minLength(requirement,message$1){return{kind:`validation`,type:`min_length`,reference:minLength,async:false,expects:`>=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length<this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function minValue(requirement,message$1){return{kind:`validation`,type:`min_value`,reference:minValue,async:false,expects:`>=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value>=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function regex(requirement,message$1){return{kind:`validation`,type:`regex`,reference:regex,async:false,expects:`${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`format`,dataset,config$1);return dataset}}}function safeInteger(message$1){return{kind:`validation`,type:`safe_integer`,reference:safeInteger,async:false,expects:null,requirement:Number.isSafeInteger,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`safe integer`,dataset,config$1);return dataset}}}function startsWith(requirement,message$1){return{kind:`validation`,type:`starts_with`,reference:startsWith,async:false,expects:`"${requirement}"`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!dataset.value.startsWith(this.requirement))_addIssue(this,`start`,dataset,config$1,{received:`"${dataset.value.slice(0,this.requirement.length)}"`});return dataset}}}function transform(operation){return{kind:`transformation`,type:`transform`,reference:transform,async:false,operation,"~run"(dataset){dataset.value=this.operation(dataset.value);return dataset}}}var ABORT_EARLY_CONFIG={abortEarly:true};function getFallback(schema,dataset,config$1){return typeof schema.fallback===`function`?schema.fallback(dataset,config$1):schema.fallback}function fallback(schema,fallback$1){return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){const outputDataset=schema[`~run`](dataset,config$1);return outputDataset.issues?{typed:true,value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return typeof schema.default===`function`?schema.default(dataset,config$1):schema.default}function is(schema,input){return!schema[`~run`]({value:input},ABORT_EARLY_CONFIG).issues}function array(item,message$1){return _standardSchema({kind:`schema`,type:`array`,reference:array,expects:`Array`,async:false,item,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(Array.isArray(input)){dataset.typed=true;dataset.value=[];for(let key=0;key<input.length;key++){const value$1=input[key];const itemDataset=this.item[`~run`]({value:value$1},config$1);if(itemDataset.issues){const pathItem={type:`array`,origin:`value`,input,key,value:value$1};for(const issue of itemDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=itemDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!itemDataset.typed)dataset.typed=false;dataset.value.push(itemDataset.value)}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:`schema`,type:`boolean`,reference:boolean,expects:`boolean`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`boolean`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function custom(check$1,message$1){return _standardSchema({kind:`schema`,type:`custom`,reference:custom,expects:`unknown`,async:false,check:check$1,message:message$1,"~run"(dataset,config$1){if(this.check(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function exactOptional(wrapped,default_){return _standardSchema({kind:`schema`,type:`exact_optional`,reference:exactOptional,expects:wrapped.expects,async:false,wrapped,default:default_,"~run"(dataset,config$1){return this.wrapped[`~run`](dataset,config$1)}})}function literal(literal_,message$1){return _standardSchema({kind:`schema`,type:`literal`,reference:literal,expects:_stringify(literal_),async:false,literal:literal_,message:message$1,"~run"(dataset,config$1){if(_isSameValueZero(dataset.value,this.literal))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function looseObject(entries$1,message$1){return _standardSchema({kind:`schema`,type:`loose_object`,reference:looseObject,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}if(!dataset.issues||!config$1.abortEarly){for(const key in input)if(_isValidObjectKey(input,key)&&!Object.prototype.hasOwnProperty.call(this.entries,key))dataset.value[key]=input[key]}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullable`,reference:nullable,expects:`(${wrapped.expects} | null)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function nullish(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullish`,reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null||dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null||dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:`schema`,type:`number`,reference:number,expects:`number`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`number`&&!isNaN(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function object(entries$1,message$1){return _standardSchema({kind:`schema`,type:`object`,reference:object,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:`schema`,type:`optional`,reference:optional,expects:`(${wrapped.expects} | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:`schema`,type:`picklist`,reference:picklist,expects:_joinExpects(options.map(_stringify),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){if(this.options.includes(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:`schema`,type:`record`,reference:record,expects:`Object`,async:false,key,value:value$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const entryKey in input)if(_isValidObjectKey(input,entryKey)){const entryValue=input[entryKey];const keyDataset=this.key[`~run`]({value:entryKey},config$1);if(keyDataset.issues){const pathItem={type:`object`,origin:`key`,input,key:entryKey,value:entryValue};for(const issue of keyDataset.issues){issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=keyDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}const valueDataset=this.value[`~run`]({value:entryValue},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key:entryKey,value:entryValue};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!keyDataset.typed||!valueDataset.typed)dataset.typed=false;if(keyDataset.typed)dataset.value[keyDataset.value]=valueDataset.value}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:`schema`,type:`string`,reference:string,expects:`string`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`string`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function _subIssues(datasets){let issues;if(datasets)for(const dataset of datasets)if(issues)for(const issue of dataset.issues)issues.push(issue);else issues=dataset.issues;return issues}function union(options,message$1){return _standardSchema({kind:`schema`,type:`union`,reference:union,expects:_joinExpects(options.map(option=>option.expects),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){let validDataset;let typedDatasets;let untypedDatasets;for(const schema of this.options){const optionDataset=schema[`~run`]({value:dataset.value},config$1);if(optionDataset.typed)if(optionDataset.issues)if(typedDatasets)typedDatasets.push(optionDataset);else typedDatasets=[optionDataset];else{validDataset=optionDataset;break}else if(untypedDatasets)untypedDatasets.push(optionDataset);else untypedDatasets=[optionDataset]}if(validDataset)return validDataset;if(typedDatasets){if(typedDatasets.length===1)return typedDatasets[0];_addIssue(this,`type`,dataset,config$1,{issues:_subIssues(typedDatasets)});dataset.typed=true}else if(untypedDatasets?.length===1)return untypedDatasets[0];else _addIssue(this,`type`,dataset,config$1,{issues:_subIssues(untypedDatasets)});return dataset}})}function unknown(){return _standardSchema({kind:`schema`,type:`unknown`,reference:unknown,expects:`unknown`,async:false,"~run"(dataset){dataset.typed=true;return dataset}})}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(const item of pipe$1)if(item.kind!==`metadata`){if(dataset.issues&&(item.kind===`schema`||item.kind===`transformation`)){dataset.typed=false;break}if(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)dataset=item[`~run`](dataset,config$1)}return dataset}})}function safeParse(schema,input,config$1){const dataset=schema[`~run`]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}

/***/ }),

/***/ 8675:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ STARTED_DEPLOYMENT),
  $n: () => (/* binding */ withoutByteOrderMark),
  $t: () => (/* binding */ isOn),
  A: () => (/* binding */ stepWords),
  An: () => (/* binding */ proxyPartOf),
  Ar: () => (/* binding */ steeringName),
  At: () => (/* binding */ placeOf),
  B: () => (/* binding */ keptPaths),
  Bn: () => (/* binding */ askPages),
  Bt: () => (/* binding */ imageTagOf),
  C: () => (/* binding */ commitLine),
  Cn: () => (/* binding */ NAMED$1),
  Cr: () => (/* binding */ repositoryName),
  Ct: () => (/* binding */ isStopped),
  D: () => (/* binding */ hostWords),
  Dn: () => (/* binding */ dockerParts),
  Dr: () => (/* binding */ serviceOfRecord),
  Dt: () => (/* binding */ UNKNOWN_PLACE),
  E: () => (/* binding */ planLines),
  En: () => (/* binding */ areSettings),
  Er: () => (/* binding */ serviceOfDisplayName),
  Et: () => (/* binding */ PLACE),
  F: () => (/* binding */ costRows),
  Fn: () => (/* binding */ isPermitted),
  Ft: () => (/* binding */ versionOf),
  G: () => (/* binding */ start_link),
  Gn: () => (/* binding */ count),
  Gt: () => (/* binding */ otherThan),
  H: () => (/* binding */ writableVolumes),
  Hn: () => (/* binding */ statusOf),
  Ht: () => (/* binding */ isSamePrecedence),
  I: () => (/* binding */ dollars),
  In: () => (/* binding */ levelOf),
  It: () => (/* binding */ versionOfRef),
  J: () => (/* binding */ prose),
  Jn: () => (/* binding */ line),
  Jt: () => (/* binding */ tooSevere),
  K: () => (/* binding */ paragraphs),
  Kn: () => (/* binding */ epochSeconds),
  Kt: () => (/* binding */ refuseUnscanned),
  L: () => (/* binding */ isChange),
  Ln: () => (/* binding */ spellDuration),
  Lt: () => (/* binding */ nextCalver),
  M: () => (/* binding */ setWords),
  Mn: () => (/* binding */ trustedRanges),
  Mt: () => (/* binding */ RELEASE_NAME),
  N: () => (/* binding */ minuteOf),
  Nn: () => (/* binding */ sortedEntries),
  Nt: () => (/* binding */ isCommit),
  O: () => (/* binding */ imageWords),
  On: () => (/* binding */ identityOf),
  Or: () => (/* binding */ serviceOfTags),
  Ot: () => (/* binding */ namesAt),
  P: () => (/* binding */ costJson),
  Pn: () => (/* binding */ endedOf),
  Pt: () => (/* binding */ readVersion),
  Q: () => (/* binding */ ENDED_DEPLOYMENT),
  Qn: () => (/* binding */ readValue),
  Qt: () => (/* binding */ changeWords$1),
  R: () => (/* binding */ allVolumes),
  Rn: () => (/* binding */ Invalid),
  Rt: () => (/* binding */ nextSemver),
  S: () => (/* binding */ renderPlan),
  Sn: () => (/* binding */ RELEASES),
  Sr: () => (/* binding */ recordName),
  St: () => (/* binding */ isRunning),
  T: () => (/* binding */ headlineOf),
  Tn: () => (/* binding */ SPEC),
  Tr: () => (/* binding */ serviceKey),
  Tt: () => (/* binding */ urlOf),
  U: () => (/* binding */ code),
  Un: () => (/* binding */ UNSEEN),
  Ut: () => (/* binding */ readSemver),
  V: () => (/* binding */ volumeWords),
  Vn: () => (/* binding */ refusalOf),
  Vt: () => (/* binding */ isHigher),
  W: () => (/* binding */ cutComment),
  Wn: () => (/* binding */ amount),
  Wt: () => (/* binding */ placeOf$1),
  X: () => (/* binding */ stateOf),
  Xn: () => (/* binding */ mapOf),
  Xt: () => (/* binding */ hiding),
  Y: () => (/* binding */ table),
  Yn: () => (/* binding */ listOf),
  Yt: () => (/* binding */ vulnerabilityWords),
  Z: () => (/* binding */ DEPLOYMENT),
  Zn: () => (/* binding */ readJson),
  Zt: () => (/* binding */ secretArgv),
  _: () => (/* binding */ periodsOf),
  _n: () => (/* binding */ RETRY_MS),
  _r: () => (/* binding */ keptCertificates),
  _t: () => (/* binding */ portsBeside),
  a: () => (/* binding */ figureWords),
  an: () => (/* binding */ freezeWords),
  ar: () => (/* binding */ reportOfError),
  at: () => (/* binding */ previewEnvironment),
  b: () => (/* binding */ rateFigure),
  bn: () => (/* binding */ tokenOf),
  br: () => (/* binding */ parameterPath),
  bt: () => (/* binding */ inOrder),
  c: () => (/* binding */ seenWords),
  cn: () => (/* binding */ recordedCommand),
  cr: () => (/* binding */ isNotAllowed),
  ct: () => (/* binding */ hostPolicy),
  d: () => (/* binding */ wayWords),
  dn: () => (/* binding */ refuseSteering),
  dr: () => (/* binding */ refuse),
  dt: () => (/* binding */ mountOf),
  en: () => (/* binding */ runningShare),
  er: () => (/* binding */ systemClock),
  et: () => (/* binding */ isGreen),
  f: () => (/* binding */ windowWords),
  fn: () => (/* binding */ takenWords),
  fr: () => (/* binding */ STATUS_DOCUMENT),
  ft: () => (/* binding */ buildPaths),
  g: () => (/* binding */ DAY),
  gn: () => (/* binding */ RENEW_MS),
  gr: () => (/* binding */ displayNameOfKey),
  gt: () => (/* binding */ portWords),
  h: () => (/* binding */ html),
  hn: () => (/* binding */ EXPIRY_MS),
  hr: () => (/* binding */ displayName),
  ht: () => (/* binding */ hasPort),
  i: () => (/* binding */ TITLES),
  "in": () => (/* binding */ freezeOf),
  ir: () => (/* binding */ ofService),
  it: () => (/* binding */ numberOfEnvironment),
  j: () => (/* binding */ isAddressList),
  jn: () => (/* binding */ specificationOf),
  jr: () => (/* binding */ writeLine),
  jt: () => (/* binding */ stepText),
  k: () => (/* binding */ namesJson),
  kn: () => (/* binding */ isUsual),
  kr: () => (/* binding */ serviceTags),
  kt: () => (/* binding */ ownCertificate),
  l: () => (/* binding */ spanOf),
  ln: () => (/* binding */ STEERING),
  lr: () => (/* binding */ messageOf),
  lt: () => (/* binding */ hostTrust),
  m: () => (/* binding */ start_anchor),
  mn: () => (/* binding */ DOES),
  mr: () => (/* binding */ TAG_REPLACES),
  mt: () => (/* binding */ runUrl),
  n: () => (/* binding */ recoveryChart),
  nn: () => (/* binding */ FREEZE),
  nr: () => (/* binding */ stateOf$1),
  nt: () => (/* binding */ isSamePreview),
  o: () => (/* binding */ minute),
  on: () => (/* binding */ refuseFrozen),
  or: () => (/* binding */ Cancelled),
  ot: () => (/* binding */ previewOfJob),
  p: () => (/* binding */ NOTHING),
  pn: () => (/* binding */ wisherWords),
  pr: () => (/* binding */ TAG_MANAGED),
  pt: () => (/* binding */ repositoryUrl),
  q: () => (/* binding */ plain),
  qn: () => (/* binding */ isoTime),
  qt: () => (/* binding */ refuseVulnerable),
  r: () => (/* binding */ releasesChart),
  rn: () => (/* binding */ endOf$1),
  rr: () => (/* binding */ explain),
  rt: () => (/* binding */ markOf),
  s: () => (/* binding */ sampleWords),
  sn: () => (/* binding */ toTheSecond),
  sr: () => (/* binding */ DeployError),
  st: () => (/* binding */ removalOf),
  t: () => (/* binding */ leadTimeChart),
  tn: () => (/* binding */ weekHours),
  tr: () => (/* binding */ saveState),
  tt: () => (/* binding */ momentOf),
  u: () => (/* binding */ spanWords),
  un: () => (/* binding */ fateOf),
  ur: () => (/* binding */ refused),
  ut: () => (/* binding */ partitionOf),
  v: () => (/* binding */ DEFINITIONS),
  vn: () => (/* binding */ describeRunner),
  vr: () => (/* binding */ leaseName),
  vt: () => (/* binding */ portsOf),
  w: () => (/* binding */ renderCommits),
  wn: () => (/* binding */ SETTINGS),
  wr: () => (/* binding */ securityGroupName),
  wt: () => (/* binding */ platformOf),
  x: () => (/* binding */ seconds),
  xn: () => (/* binding */ COMMANDS$1),
  xr: () => (/* binding */ queueName),
  xt: () => (/* binding */ isOwn),
  y: () => (/* binding */ durationFigure),
  yn: () => (/* binding */ nextToken),
  yr: () => (/* binding */ managedTags),
  yt: () => (/* binding */ countOf),
  z: () => (/* binding */ declaredPaths),
  zn: () => (/* binding */ askGithub),
  zt: () => (/* binding */ compareSemver)
});

// EXTERNAL MODULE: ./build/pre/start-packages.js
var start_packages = __nccwpck_require__(8987);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __nccwpck_require__(6698);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/pre/start.js






// src/adapters/github/log/log.ts
/** Milliseconds before the next attempt to write to a full pipe. */
var PAUSE = 5;
/**
* Writes a line to the log. Not with `process.stdout`: to write to a pipe, it loads Node's network and streams, more than a tenth of the time of a
* run that only reports a wrong input.
*/
function writeLine(line) {
	let rest = Buffer.from(`${line}\n`);
	while (rest.length > 0) rest = rest.subarray(written(rest));
}
/** How many bytes were written. If the reader is gone, all count as written. */
function written(bytes) {
	try {
		return (0,external_node_fs_.writeSync)(1, bytes);
	} catch (error) {
		const { code } = error;
		if (code === "EPIPE") return bytes.length;
		if (code !== "EAGAIN") throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
		return 0;
	}
}
// src/adapters/github/log/log-lines.ts
/**
* Splits a text from outside into lines that the runner never takes for workflow commands: it looks for `::` at the start of a line
* (after white space), and for the older `##[` anywhere in it. A carriage return starts a line, too.
* https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
*/
function harmlessLines(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.replaceAll("##[", "## [").replace(/^([\s\u0085]*):(?=:)/, "$1: "));
}
/** A workflow command such as `::group::Build`. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function workflowCommand(name, value = "") {
	return `::${name}::${escaped$2(value)}`;
}
/** An annotation that marks the step as failed. */
function errorCommand(value, title = "") {
	return `::error${title === "" ? "" : ` title=${escaped$2(title).replaceAll(":", "%3A").replaceAll(",", "%2C")}`}::${escaped$2(value)}`;
}
function escaped$2(value) {
	return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/domain/service.ts
/** A valid name of a service or an environment. */
var NAME = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;
var TAG_SERVICE = "docker-to-ec2:service";
var TAG_ENVIRONMENT = "docker-to-ec2:environment";
/** Marks resources that this action created and so is allowed to remove. */
var TAG_MANAGED = "docker-to-ec2:managed";
/** On a new host that replaces another one: the id of that host. */
var TAG_REPLACES = "docker-to-ec2:replaces";
/** The SSM document of docs/iam/setup.yaml that asks hosts what they serve, and can do nothing else. */
var STATUS_DOCUMENT = "docker-to-ec2-status";
/** The service as people read it: `web (production)`. */
function displayName(service) {
	return `${service.name} (${service.environment})`;
}
/** The name of files, containers and labels on a host: `web.production`. Neither half can contain a dot. */
function serviceKey(service) {
	return `${service.name}.${service.environment}`;
}
/** `displayName` of a `serviceKey`. */
function displayNameOfKey(key) {
	const [name = "", environment = ""] = key.split(".");
	return displayName({
		name,
		environment
	});
}
/** The service of a `displayName`. */
function serviceOfDisplayName(words) {
	const [, name = "", environment = ""] = /^(\S+) \((\S+)\)$/.exec(words) ?? [];
	return {
		name,
		environment
	};
}
/** Tags that identify the resources of a service. */
function serviceTags(service) {
	return {
		[TAG_SERVICE]: service.name,
		[TAG_ENVIRONMENT]: service.environment
	};
}
/** The service that the tags name. */
function serviceOfTags(tag) {
	return {
		name: tag(TAG_SERVICE),
		environment: tag(TAG_ENVIRONMENT)
	};
}
/** Tags of everything that the action creates. */
function managedTags(service) {
	return {
		...serviceTags(service),
		[TAG_MANAGED]: "true",
		Name: serviceKey(service)
	};
}
/** Path of the service's own parameters: its release record, and the secrets that its host can read by default. */
function parameterPath(service) {
	return `/docker-to-ec2/${service.name}/${service.environment}`;
}
function recordName(service) {
	return `${parameterPath(service)}/release`;
}
/** The service of a `recordName`. */
function serviceOfRecord(parameter) {
	const [, , name = "", environment = ""] = parameter.split("/");
	return {
		name,
		environment
	};
}
/** Below this path, a host stores the service's certificates, encrypted, for the next host. */
function keptCertificates(service) {
	return `${parameterPath(service)}/kept-certificates`;
}
/** Parameter of the lease: the run that changes the service now. */
function leaseName(service) {
	return `${parameterPath(service)}/lease`;
}
/** Parameter of the queue: the runs that wait for the lease. */
function queueName(service) {
	return `${parameterPath(service)}/queue`;
}
/** Parameter of the steering: other runs' requests to the run of a canary. */
function steeringName(service) {
	return `${parameterPath(service)}/steering`;
}
function securityGroupName(service) {
	return `docker-to-ec2.${serviceKey(service)}`;
}
/** The ECR repository of the service's images, unless an input names another one. */
function repositoryName(service) {
	return `${service.name}/${service.environment}`;
}
// src/domain/refusal.ts
/** Causes of runs that changed nothing: their outcome is `refused` instead of `failed`. */
var REFUSALS = [
	"inputs",
	"refused",
	"plan-changed",
	"wrong-account",
	"lock-held",
	"superseded",
	"image-not-attested",
	"image-vulnerable",
	"image-not-scanned",
	"record-unreadable"
];
function refuse(reason, hint) {
	return {
		kind: "refuse",
		reason,
		hint
	};
}
// src/domain/cause/run-cause.ts
function isRefusal(code) {
	return REFUSALS.some((refusal) => refusal === code);
}
// src/errors.ts
/**
* A failure that its reader can fix: `message` names the input or the resource, `hint` the next step.
* Anything that is not a `DeployError` is a defect of the action and keeps its stack.
*/
var DeployError = class extends Error {
	name = "DeployError";
	code;
	hint;
	constructor(code, message, options = {}) {
		super(message, options.cause === void 0 ? {} : { cause: options.cause });
		this.code = code;
		this.hint = options.hint;
	}
};
/** Whether AWS refused the call because a permission is missing. */
function isNotAllowed(error) {
	return error instanceof DeployError && error.code === "not-allowed";
}
/** What was thrown, in words for people. It can be any value. */
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
/** A refusal as an error that ends the run. */
function refused({ code = "refused", reason, hint }) {
	return new DeployError(code, reason, { hint });
}
/** The user or the runner cancelled the run; nothing was wrong with its work. */
var Cancelled = class extends Error {
	name = "Cancelled";
	constructor() {
		super("The run was cancelled.");
	}
};
// src/report/explain.ts
/** Turns an error into a report. A defect keeps its stack. */
function reportOfError(error) {
	if (error instanceof Cancelled) return failed("cancelled", "cancelled", error.message, "A release that already has the traffic keeps it; only a canary loses its share. A launched host stays. See command: status, and run this again when you are ready: it continues from what is there.");
	if (error instanceof DeployError) return failed(isRefusal(error.code) ? "refused" : "failed", error.code, error.message, error.hint);
	const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
	const report = failed("failed", "unexpected", `${name}: ${message}`, "Run this again. If it fails again, report it with the stack below.");
	return {
		...report,
		failure: {
			...report.failure,
			stack: stack ?? ""
		}
	};
}
/** A headline is one line; the cause shows the rest. */
var HEADLINE = 100;
var VERDICTS = {
	refused: "the run was refused",
	cancelled: "the run was cancelled",
	failed: "the run failed"
};
function failed(outcome, cause, sentence, hint) {
	const [first = ""] = sentence.split(/:?\n/);
	return {
		outcome,
		headline: first.length > HEADLINE ? VERDICTS[outcome] : first,
		outputs: { cause },
		facts: [],
		failure: {
			cause,
			sentence,
			hint,
			evidence: void 0
		}
	};
}
/** Names the service: a job may deploy several. */
function ofService(report, service) {
	return {
		...report,
		headline: `${displayName(service)}: ${report.headline}`
	};
}
/** An error in one line for the log. */
function explain(error) {
	const { failure, headline } = reportOfError(error);
	const words = failure?.sentence ?? headline;
	return failure?.hint === void 0 ? words : `${words} ${failure.hint}`;
}
// src/report/runner-file.ts
/** Not the functions of `@actions/core`: they load node:crypto for their delimiters, a tenth of the time of a run that only reports a wrong input. */
function setOutputs(outputs) {
	append("GITHUB_OUTPUT", outputs);
}
/** A value saved for this phase; empty if there is none. */
function stateOf$1(name) {
	return process.env[`STATE_${name}`] ?? "";
}
/** Saves values for the `post` phase. */
function saveState(state) {
	append("GITHUB_STATE", state);
}
/** Like the runner itself, does nothing without a file: the run is outside of GitHub. */
function append(variable, values) {
	const file = process.env[variable];
	const entries = Object.entries(values).map(([name, value]) => entry(name, value));
	if (file) (0,external_node_fs_.appendFileSync)(file, entries.join(""));
}
/**
* Writes a multiline value between two delimiters that it does not contain.
* https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
*/
function entry(name, value) {
	if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
	let end = "END";
	while (value.includes(end)) end += "D";
	return `${name}<<${end}\n${value}\n${end}\n`;
}
// src/adapters/github/log/progress.ts
/** How often a long wait writes a line. */
var QUIET_MS = 1e4;
/** How GitHub's log shows the steps of a run. */
function actionsProgress({ write, clock }) {
	const log = groupedLog(write);
	const finished = [];
	return {
		info: log.info,
		took: (steps) => finished.push(...steps),
		steps: () => finished,
		warn: (message) => write(workflowCommand("warning", message)),
		fail: (message, title) => {
			log.end();
			write(errorCommand(message, title));
		},
		waiting: reminder(clock, log.info),
		step: (name, work, isGood = () => true) => {
			const step = { name: harmlessLines(name).join(" ") };
			return log.within(step, async () => {
				const start = clock.now();
				let ok = false;
				log.open(step);
				try {
					const result = await work();
					ok = isGood(result);
					return result;
				} finally {
					const ms = clock.now() - start;
					finished.push({
						name: step.name,
						start,
						ms,
						ok
					});
					log.close(step, ok ? `✓ ${seconds$1(ms)}` : `✗ failed after ${seconds$1(ms)}`);
				}
			});
		}
	};
}
/**
* GitHub's log has one open group at a time. The first running step owns it; lines of nested or parallel steps carry their step's name.
* The asynchronous context of a line decides which step it belongs to.
*/
function groupedLog(write) {
	const current = new external_node_async_hooks_.AsyncLocalStorage();
	let group;
	const info = (text) => {
		const step = current.getStore();
		const prefix = step === void 0 || step === group ? "" : `${step.name} │ `;
		for (const line of harmlessLines(text)) write(`${prefix}${line}`);
	};
	const end = () => {
		if (group) write(workflowCommand("endgroup"));
		group = void 0;
	};
	return {
		info,
		within: (step, work) => current.run(step, work),
		open(step) {
			if (group) return;
			group = step;
			write(workflowCommand("group", step.name));
		},
		end,
		close(step, verdict) {
			if (step !== group) return info(verdict);
			end();
			write(`${verdict.slice(0, 1)} ${step.name}${verdict.slice(1)}`);
		}
	};
}
/** Logs what a run waits for: at once, and then at intervals. */
function reminder(clock, info) {
	const heard = /* @__PURE__ */ new Map();
	return (what, since) => {
		const now = clock.now();
		const last = heard.get(what);
		if (last !== void 0 && since <= last && now - last < QUIET_MS) return;
		heard.set(what, now);
		info(`Waiting for ${what}${now - since < 1e3 ? "" : `, ${seconds$1(now - since)} so far`}`);
	};
}
function seconds$1(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
// src/ports/clock.ts
/** @param sinceEpoch Milliseconds since the epoch, by a wall clock. */
function momentOf$1(sinceEpoch) {
	return sinceEpoch;
}
// src/adapters/clock.ts
/** `signal` aborts when the run is cancelled. */
function systemClock(signal) {
	return {
		now: () => momentOf$1(Date.now()),
		elapsed: () => performance.now(),
		async sleep(ms) {
			try {
				await (0,promises_namespaceObject.setTimeout)(ms, void 0, { signal });
			} catch (error) {
				throw signal.aborted ? new Cancelled() : error;
			}
		}
	};
}
// src/domain/untrusted.ts
/** A schema reads all data from outside, completely or not at all. No other file parses JSON, or assumes the shape of an answer. */
/** A name, a digest, a path: one line, so that it cannot start a new one in a log. */
var line = (0,start_packages.w)((0,start_packages.A)(), (0,start_packages.E)(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u));
/**
* A character that shows nothing, ends a line, or reverses the text beside it; also blank letters, such as U+3164. Not those that choose the form of
* the emoji, keycap or ideograph before them.
*/
var UNSEEN = /(?!(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F\u20E3|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]/u;
var amount = (0,start_packages.w)((0,start_packages.b)(), (0,start_packages.c)(), (0,start_packages._)(0));
var count = (0,start_packages.w)((0,start_packages.b)(), (0,start_packages.D)(), (0,start_packages._)(0));
/** ISO 8601, as text. The schema alone accepts forms that are no time for `Date`, and nothing is before or after that. */
var isoTime = (0,start_packages.w)((0,start_packages.A)(), (0,start_packages.d)(), (0,start_packages.r)((text) => Number.isFinite(Date.parse(text))));
/** Since the epoch; not more than a `Date` can have. */
var epochSeconds = (0,start_packages.w)(amount, (0,start_packages.h)(864e10));
/** The first `most` items of a list, without invalid ones. */
function listOf(item, most) {
	const known = (items) => items.slice(0, most).flatMap((one) => {
		const read = (0,start_packages.O)(item, one);
		return read.success ? [read.output] : [];
	});
	return (0,start_packages.w)((0,start_packages.t)((0,start_packages.N)()), (0,start_packages.j)(known));
}
/** Values by name, for any names: valibot's own `record` drops `constructor`, but a variable can be called that. */
function mapOf(item) {
	return (0,start_packages.i)((value) => isMap(value) && Object.values(value).every((one) => (0,start_packages.u)(item, one)));
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** `undefined` for a text that is not JSON, or does not match the schema. */
function readJson(schema, text) {
	try {
		const read = (0,start_packages.O)(schema, JSON.parse(text));
		return read.success ? read.output : void 0;
	} catch {
		return;
	}
}
/** `undefined` for a value that does not match the schema. `value`: an answer that a client has parsed. */
function readValue(schema, value) {
	const read = (0,start_packages.O)(schema, value);
	return read.success ? read.output : void 0;
}
/** A text without the byte order mark that some editors write at its beginning. */
function withoutByteOrderMark(text) {
	return text.replace(/^\uFEFF/, "");
}
// src/adapters/github/api.ts
/** GitHub's longest list of a pull request. */
var MOST_PAGES = 100;
/** The only access to GitHub's API. Throws if there is no token, GitHub refuses, or its answer is invalid. */
async function askGithub(spec, question) {
	const { request } = await client(spec);
	const { data } = await request(question.route, parametersOf(spec, question));
	return expected(question, data);
}
/** The same for a list in pages. Throws at the end if there are more pages than it reads: no list is cut silently. Octokit's own pagination follows links to any server, with the token and without a time limit. */
async function* askPages(spec, question) {
	const { request } = await client(spec);
	const first = parametersOf(spec, question);
	let next = {};
	for (let page = 1; next !== void 0 && page <= MOST_PAGES; page += 1) {
		const { data, headers } = await request(question.route, {
			...first,
			...next
		});
		yield expected(question, data);
		next = nextOf(headers.link);
	}
	if (next !== void 0) throw new Error(`GitHub's list goes on after ${MOST_PAGES} pages`);
}
/** The query that selects a page: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
var place = (0,start_packages.M)([(0,start_packages.x)({ page: (0,start_packages.A)() }), (0,start_packages.x)({ after: (0,start_packages.A)() })]);
/** Takes only the page's position from the address of the next page. */
function nextOf(link) {
	const next = URL.parse(/<([^<>]*)>\s*;\s*rel="next"/.exec(link ?? "")?.[1] ?? "");
	return next === null ? void 0 : readValue(place, Object.fromEntries(next.searchParams));
}
/** The HTTP status of a refused request. */
function statusOf(error) {
	return readValue((0,start_packages.x)({ status: (0,start_packages.b)() }), error)?.status;
}
var LIMITED = (0,start_packages.x)({
	status: (0,start_packages.C)([403, 429]),
	response: (0,start_packages.x)({ headers: (0,start_packages.p)({
		"retry-after": (0,start_packages.S)((0,start_packages.N)()),
		"x-ratelimit-remaining": (0,start_packages.S)((0,start_packages.N)())
	}) })
});
/** Whether the rate limit caused it: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isThrottled(error) {
	const limited = readValue(LIMITED, error);
	if (limited === void 0) return false;
	const { headers } = limited.response;
	return limited.status === 429 || headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0";
}
/** Why GitHub refused a request, for the reader of the log: the rate limit, or a missing permission. `undefined` for anything else. */
function refusalOf(error, { message, hint, statuses }) {
	if (isThrottled(error)) return new Error("GitHub throttles the token", { cause: error });
	return statuses.includes(statusOf(error) ?? 0) ? new DeployError("not-allowed", message, {
		hint,
		cause: error
	}) : void 0;
}
async function client({ token, apiUrl }) {
	if (token === void 0 || token === "") throw new Error("there is no github-token");
	const { getOctokit } = await __nccwpck_require__.e(/* import() */ 8582).then(__nccwpck_require__.bind(__nccwpck_require__, 8582));
	return getOctokit(token, { baseUrl: apiUrl });
}
function parametersOf({ repository }, { parameters, seconds }) {
	const [owner = "", repo = ""] = repository.split("/");
	return {
		owner,
		repo,
		request: { signal: AbortSignal.timeout(seconds * 1e3) },
		...parameters
	};
}
function expected({ answer, route }, data) {
	const read = readValue(answer, data);
	if (read === void 0) throw new Error(`GitHub's answer to ${route} does not match its documentation`);
	return read;
}
// src/adapters/github/config-source.ts
/** Reads checked-out files; GitHub's API if the repository, or this file, is not checked out. */
function configSource(spec) {
	return { async read(path) {
		try {
			return {
				kind: "found",
				text: withoutByteOrderMark((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(spec.workspace, path), "utf8"))
			};
		} catch (error) {
			const { code, message } = error;
			if (code !== "ENOENT" && code !== "ENOTDIR") return {
				kind: "unknown",
				reason: message
			};
		}
		return isCheckedOut(spec.workspace) ? {
			kind: "missing",
			where: "in the checkout"
		} : ask(spec, path);
	} };
}
function isCheckedOut(workspace) {
	return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, ".git")) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, ".git", "info", "sparse-checkout"));
}
var SECONDS$1 = 20;
/** GitHub answers a folder with a list instead of a text. */
var FILE = (0,start_packages.A)();
/** GitHub answers 404 for a missing file and for an unreadable repository; asking for the commit distinguishes the two. */
async function ask(spec, path) {
	const { token = "", commit } = spec;
	if (token === "") return {
		kind: "unknown",
		reason: "the repository is not checked out, and there is no github-token to ask GitHub"
	};
	const raw = {
		path,
		ref: commit,
		mediaType: { format: "raw" }
	};
	try {
		const text = await unlessMissing(askGithub(spec, {
			route: "GET /repos/{owner}/{repo}/contents/{path}",
			parameters: raw,
			answer: FILE,
			seconds: SECONDS$1
		}));
		return text === void 0 ? await withoutFile(spec) : {
			kind: "found",
			text: withoutByteOrderMark(text)
		};
	} catch (error) {
		return {
			kind: "unknown",
			reason: `GitHub did not say: ${messageOf(error)}`
		};
	}
}
async function withoutFile(spec) {
	const { repository, commit } = spec;
	return await unlessMissing(askGithub(spec, {
		route: "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
		parameters: { commit_sha: commit },
		answer: (0,start_packages.x)({ sha: (0,start_packages.A)() }),
		seconds: SECONDS$1
	})) ? {
		kind: "missing",
		where: `in ${repository} at ${commit.slice(0, 8)}`
	} : {
		kind: "unknown",
		reason: `GitHub shows nothing of ${repository} at ${commit.slice(0, 8)}`
	};
}
async function unlessMissing(request) {
	try {
		return await request;
	} catch (error) {
		if (statusOf(error) === 404) return void 0;
		throw error;
	}
}
// src/domain/field/field.ts
/** Thrown by `Field.parse` and `Field.read`, with everything that is wrong. */
var Invalid = class extends Error {
	faults;
	constructor(what) {
		const faults = typeof what === "string" ? [{ expected: what }] : what;
		super(faults.map(({ expected }) => expected).join("; "));
		this.faults = faults;
	}
};
var DESCRIBES_A_RELEASE = [
	"deploy",
	"preview",
	"plan"
];
/** A field of any kind. `parse` gets trimmed text. */
function field(about, parse, own) {
	return {
		description: about.description,
		group: about.group,
		default: about.default,
		required: false,
		commands: about.commands ?? DESCRIBES_A_RELEASE,
		effect: about.effect ?? "run",
		ofRun: about.ofRun ?? false,
		defaultByRunner: about.defaultByRunner ?? false,
		confidential: false,
		...own,
		parse: (text) => parse(text.trim())
	};
}
/** A field with one text value. `take` throws `Invalid` for a wrong one; `expected` describes it for values that are no text. */
function textField(about, take) {
	return field(about, take, {
		schema: {
			type: SCALARS,
			...about.pattern && { pattern: about.pattern.source }
		},
		read: (value) => take(scalarOf(value, about.expected).text)
	});
}
/** A scalar counts by its spelling: `user: 1000` and `args: [1.10]` mean these characters. */
var SCALARS = [
	"string",
	"number",
	"boolean"
];
/** Throws if the value is no scalar. */
function scalarOf(value, expected) {
	if (value.kind !== "scalar") throw new Invalid([{
		expected,
		got: value.kind === "list" ? "a list" : "a map",
		at: value.at
	}]);
	if (value.type === "nothing") throw new Invalid([{
		expected: `${expected}; an empty text is written ""`,
		got: "nothing",
		at: value.at
	}]);
	return value;
}
/** The result of `make` for each; throws `Invalid` with all problems of all of them. */
function gather(from, make) {
	const faults = [];
	const made = from.flatMap((one) => {
		try {
			return [make(one)];
		} catch (error) {
			if (!(error instanceof Invalid)) throw error;
			faults.push(...error.faults);
			return [];
		}
	});
	if (faults.length > 0) throw new Invalid(faults);
	return made;
}
/** Makes a field optional, with `absent` as its default. */
function orElse(absent, inner) {
	return {
		...inner,
		parse: (text) => text.trim() === "" ? absent : inner.parse(text)
	};
}
/** Makes a field optional: absent is `undefined`. */
function optional(inner) {
	const { merge } = inner;
	return {
		...inner,
		parse: (text) => text.trim() === "" ? void 0 : inner.parse(text),
		...merge && { merge: (under, over) => under === void 0 || over === void 0 ? over ?? under : merge(under, over) }
	};
}
// src/domain/field/fields.ts
/** The kinds of input that have one value. */
function start_text(about) {
	const { pattern, expected = pattern ? `text like ${pattern.source}` : "text" } = about;
	return textField({
		...about,
		expected
	}, (value) => {
		if (value === "" || pattern && !pattern.test(value)) throw new Invalid(expected);
		return value;
	});
}
/** Text, or `none` for nothing: a guard, so that an empty expression does not disable it. */
function approval(about) {
	const inner = start_text(about);
	return {
		...inner,
		emptyIsWrong: true,
		parse: (raw) => raw.trim() === "none" ? void 0 : inner.parse(raw)
	};
}
function choice(about) {
	const expected = `one of ${about.of.join(", ")}`;
	return {
		...textField({
			...about,
			expected
		}, (word) => {
			const value = about.of.find((candidate) => candidate === word);
			if (value === void 0) throw new Invalid(expected);
			return value;
		}),
		schema: { enum: about.of }
	};
}
/** Booleans as GitHub spells them, the YAML 1.2 core schema: `true|True|TRUE|false|False|FALSE`. */
function start_boolean(about) {
	const parse = (word) => {
		if (/^(true|True|TRUE)$/.test(word)) return true;
		if (/^(false|False|FALSE)$/.test(word)) return false;
		throw new Invalid("true or false");
	};
	return field(about, parse, {
		schema: { type: "boolean" },
		read: (value) => parse(typed(value, "boolean", "true or false").text)
	});
}
function integer(about) {
	return number(about, {
		type: "integer",
		form: /^\d+$/,
		expected: `a whole number from ${about.min} to ${about.max}`
	});
}
function decimal(about) {
	return number(about, {
		type: "number",
		form: /^\d+(\.\d+)?$/,
		expected: `a number from ${about.min} to ${about.max}, such as 0.5`
	});
}
function number(about, kind) {
	const parse = (digits) => {
		const value = Number(digits);
		if (!kind.form.test(digits) || value < about.min || value > about.max) throw new Invalid(kind.expected);
		return value;
	};
	return field(about, parse, {
		schema: {
			type: kind.type,
			minimum: about.min,
			maximum: about.max
		},
		read: (value) => parse(typed(value, "number", kind.expected).text)
	});
}
/** Throws if the value has another type, such as a number in quotes. */
function typed(value, type, expected) {
	const scalar = scalarOf(value, expected);
	if (scalar.type === type) return scalar;
	throw new Invalid([{
		expected: `${expected}${scalar.type === "text" ? ", without quotes" : ""}`,
		got: JSON.stringify(scalar.text),
		at: scalar.at
	}]);
}
/** A number with its unit; a bare number is invalid. */
function unitField(about, take) {
	return {
		...textField(about, take),
		schema: {
			type: "string",
			pattern: about.pattern.source
		}
	};
}
var SECONDS = {
	ms: .001,
	s: 1,
	m: 60,
	h: 3600,
	d: 86400
};
var DURATION = /^(\d+(\.\d+)?(ms|s|m|h|d))+$/;
/** `90s`, `5m`, `1h30m`, `500ms`; refuses a bare number, whose unit would be a guess. Returns seconds. */
function duration(about) {
	const expected = `a duration from ${spellDuration(about.min)} to ${spellDuration(about.max)}, such as 90s or 5m`;
	return unitField({
		...about,
		expected,
		pattern: DURATION
	}, (value) => {
		const seconds = secondsOf(value);
		if (seconds === void 0 || seconds < about.min || seconds > about.max) throw new Invalid(expected);
		return seconds;
	});
}
/** Seconds of a duration such as `1m30s`; `undefined` for anything else. */
function secondsOf(value) {
	if (!DURATION.test(value)) return void 0;
	return [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
}
/** Formats seconds in the way that `duration` reads them, such as `5m`. */
function spellDuration(seconds) {
	if (seconds > 0 && seconds < 1) return `${seconds * 1e3}ms`;
	if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600}h`;
	return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
var BYTES = {
	k: 1024,
	m: 2 ** 20,
	g: 2 ** 30
};
var SIZE = /^(\d+(?:\.\d+)?)([kKmMgG])(?:[iI]?[bB])?$/;
/** More than any host has, and still an exact number. */
var LARGEST = 2 ** 50;
/** `512m`, `2g`, with Docker's binary units. Returns bytes. */
function size(about) {
	const expected = `a size from ${spellSize(about.min)} to ${spellSize(LARGEST)}, such as 512m or 2g`;
	return unitField({
		...about,
		expected,
		pattern: SIZE
	}, (value) => {
		const match = SIZE.exec(value);
		const bytes = match ? Math.round(Number(match[1]) * BYTES[match[2]?.toLowerCase()]) : 0;
		if (bytes < about.min || bytes > LARGEST) throw new Invalid(expected);
		return bytes;
	});
}
/** Formats bytes in the way that `size` reads them, such as `512m`. */
function spellSize(bytes) {
	const unit = [
		"g",
		"m",
		"k"
	].find((one) => bytes % BYTES[one] === 0);
	return unit === void 0 ? String(bytes) : `${bytes / BYTES[unit]}${unit}`;
}
/** One value that `about.read` parses; `undefined` means invalid. */
function reading(about) {
	return textField(about, (raw) => {
		const value = about.read(raw);
		if (value === void 0) throw new Invalid(about.expected);
		return value;
	});
}
// src/domain/field/list-fields.ts
/** The kinds of input that have several values. */
/**
* As text: one item a line, trimmed. There are no comments, and only empty lines are skipped. `separator: 'any'` also accepts commas and
* white space. In the file: a list.
*/
function list$1(about) {
	const { pattern } = about;
	const made = readings({
		...about,
		expected: about.expected ?? "one item a line",
		read: (item) => !pattern || pattern.test(item) ? item : void 0
	});
	return pattern ? {
		...made,
		schema: {
			type: "array",
			items: {
				type: SCALARS,
				pattern: pattern.source
			}
		}
	} : made;
}
/** Items that can contain spaces: as text separated by commas or lines, each once. In the file a list. */
function commaList(about) {
	const made = distinct$1(list$1({
		...about,
		separator: "line"
	}));
	return {
		...made,
		parse: (raw) => made.parse(raw.replaceAll(",", "\n"))
	};
}
/** A list whose items `read` parses; `undefined` marks an invalid item. */
function readings(about) {
	const { most = Number.POSITIVE_INFINITY, separator = "line" } = about;
	const take = (items) => {
		if (items.length > most) throw new Invalid([{
			expected: `${most} items at most`,
			got: String(items.length)
		}]);
		return gather(items, ({ text, ...where }) => {
			const item = about.read(text);
			if (item === void 0) throw new Invalid([{
				expected: about.expected,
				got: JSON.stringify(text),
				...where
			}]);
			return item;
		});
	};
	return field(about, (raw) => take(separator === "any" ? parts(raw) : lines(raw).map(trimmed)), {
		items: separator,
		schema: {
			type: "array",
			items: { type: SCALARS }
		},
		read: (value) => take(itemsOf(value, `a list: ${about.expected}`))
	});
}
/** Removes duplicates. */
function distinct$1(all) {
	return {
		...all,
		parse: (text) => [...new Set(all.parse(text))],
		read: (value) => [...new Set(all.read(value))]
	};
}
/** A program and its arguments: a list in the file; as text, what `read` makes of it. */
function argv(about) {
	const checked = (text) => {
		const value = about.read(text);
		if (value === void 0) throw new Invalid(about.expected);
		return value;
	};
	return field(about, checked, {
		schema: {
			type: "array",
			items: { type: SCALARS }
		},
		read: (value) => checked(JSON.stringify(itemsOf(value, "a list: the program and its arguments").map(({ text }) => text)))
	});
}
/** A choice of several words; `alone` means none of them, so it excludes the others. Returns the others. */
function words(about) {
	const expected = `${about.alone}, or one or more of ${about.of.join(", ")}`;
	const take = (given) => {
		const known = about.of.filter((word) => given.includes(word));
		if (given.length === 1 && given[0] === about.alone) return [];
		if (known.length === 0 || known.length < given.length) throw new Invalid(expected);
		return known;
	};
	const word = { enum: [about.alone, ...about.of] };
	return field({
		...about,
		default: about.alone
	}, (raw) => take(parts(raw).map(({ text }) => text)), {
		items: "any",
		schema: { anyOf: [word, {
			type: "array",
			items: word
		}] },
		read: (value) => take(value.kind === "list" ? itemsOf(value, expected).map(({ text }) => text) : [scalarOf(value, expected).text])
	});
}
var STEP = /^(\d{1,2})%:(\S+)$/;
/**
* `10%:2m, 50%:5m`: rising shares, the first can be 0%, and their durations, at least a second each; in the file also a list. Returns percent and
* seconds.
*/
function steps(about) {
	const expected = "steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m";
	const take = (given) => {
		const parsed = given.map((step) => {
			const [, share = "", time = ""] = STEP.exec(step) ?? [];
			return {
				share: Number(share),
				time: secondsOf(time) ?? 0
			};
		});
		if (parsed.some(({ share, time }, at) => share <= (parsed[at - 1]?.share ?? -1) || time < 1) || parsed.length === 0 || parsed.length > 20) throw new Invalid(expected);
		return parsed;
	};
	const split = (raw) => raw.split(",").map((step) => step.trim());
	return field(about, (raw) => take(split(raw)), {
		schema: { anyOf: [{ type: "string" }, {
			type: "array",
			items: {
				type: "string",
				pattern: STEP.source
			}
		}] },
		read: (value) => take(value.kind === "list" ? itemsOf(value, expected).map(({ text }) => text) : split(scalarOf(value, expected).text))
	});
}
/** As text: `NAME=value`, one a line; in the file: a map. The value is everything after the first `=`, unchanged. No message quotes a value. */
function map(about) {
	const { key: name, value: form, expected } = about;
	const checked = ({ key, text, ofKey, ofValue }) => {
		if (!name.test(key)) throw new Invalid([{
			expected,
			...ofKey
		}]);
		if (form && !form.test(text)) throw new Invalid([{
			expected: `${expected}; the value of ${key} does not fit`,
			...ofValue
		}]);
		return {
			key,
			text,
			ofKey,
			ofValue
		};
	};
	return field(about, (raw) => recordOf(eachOnce(gather(lines(raw), (line) => checked(pairOfLine(line, expected))))), {
		schema: {
			type: "object",
			propertyNames: { pattern: name.source },
			additionalProperties: {
				type: SCALARS,
				...form && { pattern: form.source }
			}
		},
		confidential: true,
		items: "line",
		read: (value) => recordOf(gather(entriesOf(value), (entry) => checked(pairOfEntry(entry)))),
		merge: (under, over) => ({
			...under,
			...over
		})
	});
}
/** A name that cannot be mistaken for a comment, or a line of a key or of JSON. Only the file can set other names. */
var NAME_IN_LINE = /^[^\s"'`{}[\]#-][^\s"'`{}[\]]*$/;
function pairOfLine({ text, line }, expected) {
	const equals = text.indexOf("=");
	const key = text.slice(0, equals);
	if (equals < 1 || !NAME_IN_LINE.test(key)) throw new Invalid([{
		expected: `${expected}; a value that does not fit into a line belongs in the configuration file`,
		line
	}]);
	return {
		key,
		text: text.slice(equals + 1),
		ofKey: { line },
		ofValue: { line }
	};
}
function pairOfEntry({ key, at, value }) {
	const { text, at: ofValue } = scalarOf(value, "a text, a number, true or false");
	return {
		key,
		text,
		ofKey: { at },
		ofValue: { at: ofValue }
	};
}
/** In the file, YAML itself refuses duplicate names. */
function eachOnce(pairs) {
	const names = pairs.map(({ key }) => key);
	return gather([...pairs.entries()], ([at, pair]) => {
		if (names.indexOf(pair.key) === at) return pair;
		throw new Invalid([{
			expected: `each name once, not ${JSON.stringify(pair.key)} again`,
			...pair.ofKey
		}]);
	});
}
function recordOf(pairs) {
	return Object.fromEntries(pairs.map(({ key, text }) => [key, text]));
}
function entriesOf(value) {
	if (value.kind !== "map") throw new Invalid([{
		expected: "a map of names and values",
		at: value.at
	}]);
	return value.entries;
}
function itemsOf(value, expected) {
	if (value.kind !== "list") throw new Invalid([{
		expected,
		got: value.kind === "map" ? "a map" : JSON.stringify(value.text),
		at: value.at
	}]);
	return gather(value.items, (item) => ({
		text: scalarOf(item, "an item of text").text,
		at: item.at
	}));
}
/** The non-empty lines, unchanged. */
function lines(raw) {
	return raw.split(/\r?\n/).map((text, at) => ({
		text,
		line: at + 1
	})).filter(({ text }) => text.trim() !== "");
}
/** Items are trimmed. */
function trimmed({ text, line }) {
	return {
		text: text.trim(),
		line
	};
}
function parts(raw) {
	return raw.split(/[\s,]+/).flatMap((text) => text === "" ? [] : [{ text }]);
}
// src/domain/comment/permission.ts
/** Permissions on a repository, the lower ones first. */
var LEVELS = [
	"write",
	"maintain",
	"admin"
];
/** `permission`: one of GitHub's old levels, where `write` includes the role `maintain`. A custom role has the level that it is based on. */
function levelOf(permission, maintains) {
	if (permission === "write") return maintains ? "maintain" : "write";
	return permission === "admin" ? "admin" : void 0;
}
/** The permission also counts if it is higher. Another account can have got the login in the meantime. */
function isPermitted({ id }, found, needed) {
	return found.id === id && found.level !== void 0 && LEVELS.indexOf(found.level) >= LEVELS.indexOf(needed);
}
// src/domain/comment/jobs.ts
var JOB = (0,start_packages.x)({
	result: (0,start_packages.C)([
		"success",
		"failure",
		"cancelled",
		"skipped"
	]),
	outputs: (0,start_packages.S)((0,start_packages.T)((0,start_packages.A)(), (0,start_packages.A)()), {})
});
function readJobs(text) {
	return readJson(mapOf(JOB), text);
}
/** `undefined`: no job accepted the comment, so there is nothing to answer. */
function endedOf(jobs) {
	const all = Object.values(jobs);
	const reader = all.find(({ outputs }) => (outputs["comment-command"] ?? "") !== "");
	if (reader === void 0) return void 0;
	const done = all.filter((job) => job !== reader && job.result !== "skipped");
	const result = [
		"failure",
		"cancelled",
		"success"
	].find((one) => done.some((job) => job.result === one)) ?? "skipped";
	const summary = done.find(({ outputs }) => outputs["summary"])?.outputs["summary"] ?? "";
	return {
		environment: reader.outputs["comment-environment"] ?? "",
		result,
		summary
	};
}
// src/domain/comment/inputs.ts
var ofComments = {
	group: "Comments",
	commands: ["comment"],
	ofRun: true
};
/** Commands in comments. All of it is of the step: a pull request could change the file. */
var COMMENTS = {
	"comment-environments": commaList({
		...ofComments,
		default: "production",
		pattern: NAME,
		expected: "names of environments, separated by commas, such as production, staging",
		most: 20,
		description: "With `comment`: the environments that a comment can name. The first is that of a comment that names none. Any other name is refused."
	}),
	"comment-permission": choice({
		...ofComments,
		of: LEVELS,
		default: "write",
		description: "With `comment`: the permission on the repository that the author of a comment needs at least."
	}),
	"comment-review": start_boolean({
		...ofComments,
		default: "false",
		description: "With `comment`: deploy a pull request only after somebody with `comment-permission` has approved its newest commit: neither its author nor whoever pushed that commit."
	}),
	"comment-forks": start_boolean({
		...ofComments,
		default: "false",
		description: "With `comment`: also plan and deploy pull requests of forks, each commit only after a review as with `comment-review`. Read the risks first (docs/guides/comments.md)."
	}),
	"comment-result": optional(reading({
		...ofComments,
		read: readJobs,
		expected: "the results of the jobs that this one needs: ${{ toJSON(needs) }}",
		description: "With `comment`, in a last job that runs `always()`: `${{ toJSON(needs) }}`. The run then writes how the command ended into its answer, with the output `summary` of the jobs."
	}))
};
// src/domain/preview/inputs.ts
var group$17 = "Previews";
/** The previews of pull requests. */
var PREVIEWS = {
	"preview-domain": optional(start_text({
		pattern: /^(?=.{3,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
		expected: "a domain, such as preview.example.com",
		group: group$17,
		commands: ["preview"],
		description: "With `preview`: serve each pull request under its own name of this domain, such as `pr-12.preview.example.com` for `preview.example.com`. It is the only one of `domains`."
	})),
	"preview-port-range": optional(ports({
		group: group$17,
		commands: ["preview"],
		description: "With `preview`, instead of `preview-domain`: serve each pull request on its own port of this range, such as `8000-8999`. A pull request keeps its port. The security group of the host must open the range."
	})),
	"preview-limit": integer({
		default: "10",
		min: 1,
		max: 200,
		group: group$17,
		commands: ["preview"],
		description: "With `preview`: how many previews the host may have. One more is refused, with a list of those that are there."
	}),
	"preview-ttl": duration({
		default: "14d",
		min: 60,
		max: 31536e3,
		group: group$17,
		commands: ["sweep"],
		description: "With `sweep`: remove a preview that was deployed longer ago than this, even of an open pull request. Its next push brings it back."
	}),
	seed: list$1({
		group: group$17,
		commands: ["preview"],
		description: "With `preview`: arguments of the preview's image, one a line, that run once before a new preview is served, such as `npm`, `run` and `seed`. They replace the image's CMD, as `args` do; environment, secrets, network and volumes are those of the preview. After a failure, the next run tries again; after a success, only a preview that was removed in between runs it again."
	}),
	"seed-timeout": duration({
		default: "5m",
		min: 1,
		max: 3600,
		group: group$17,
		commands: ["preview"],
		description: "With `preview`: time limit for `seed`, within `deploy-timeout`."
	}),
	"preview-label": optional(start_text({
		pattern: /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,50}$/u,
		expected: "the name of a label, such as preview",
		group: group$17,
		commands: ["preview"],
		description: "With `preview` on `pull_request_target`: serve a pull request, also of a fork, when somebody sets this label, and only the commit that was the newest then. Read the risks first (docs/guides/previews.md)."
	}))
};
function ports(about) {
	const expected = "a range of ports from 1024 to 65535, such as 8000-8999";
	return textField({
		...about,
		expected
	}, (raw) => {
		const [, from = "", to = ""] = /^(\d{4,5})-(\d{4,5})$/.exec(raw) ?? [];
		const [first, last] = [Number(from), Number(to)];
		if (first < 1024 || last > 65535 || first >= last) throw new Invalid(expected);
		return {
			first,
			last
		};
	});
}
// src/domain/sorted.ts
/** Entries sorted by name, so that a hash of them does not depend on their original order. */
function sortedEntries(entries) {
	return Object.entries(entries).toSorted(([a], [b]) => a < b ? -1 : 1);
}
// src/domain/release/settings/setting.ts
/** A setting whose value everybody with access to a plan, or to the record in Parameter Store, may see. */
function shown$1(field, usual) {
	return {
		...setting(field, usual),
		spell: usual.spell ?? spelled,
		told: "value"
	};
}
/** A map with confidential values; only the names are shown. */
function named(field, usual) {
	return {
		...setting(field, usual),
		spell: spelled,
		told: "names"
	};
}
/** A setting whose value can be confidential, such as a path or an argument. */
function hidden$1(field, usual) {
	return {
		...setting(field, usual),
		spell: spelled,
		told: "change"
	};
}
function setting(field, { alsoFor = [], ...usual }) {
	const { identity = true, carried = "release" } = usual;
	const commands = [
		...field.commands,
		...carried === "release" ? [] : ["promote"],
		...alsoFor
	];
	return {
		...field,
		...usual,
		commands,
		identity,
		carried,
		effect: identity ? "release" : "run"
	};
}
function spelled(value) {
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "string" ? value : JSON.stringify(value);
}
// src/domain/release/settings/assets.ts
var group$16 = "Health and traffic";
/** Files of other releases for pages that are still open. */
var ASSETS = {
	"asset-path": shown$1(optional(start_text({
		pattern: /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
		expected: "a path such as /assets, without a slash at its end",
		group: group$16,
		description: "Path in the application below which file names change with their content. If a release answers a GET below it with 404, the visitor gets the file of another release on the host (`retain-releases`). Pages that were open before a deploy, a canary or a rollback keep working. Needs `asset-files`."
	})), { acts: "proxy" }),
	"asset-files": shown$1(optional(start_text({
		pattern: /^(\/(?!\.{1,2}(\/|$))[^/\0\n]+)+$/,
		expected: "a folder of the container such as /usr/share/nginx/html/assets, without a slash at its end",
		group: group$16,
		description: "Folder in the container with the files below `asset-path`. The host copies them once a release is healthy, which takes the same space on its disk again."
	})), { acts: "container" })
};
// src/domain/container/ip-address.ts
/** Without leading zeros, which some programs read as octal, and which Docker and the proxy refuse. */
function isIpv4(text) {
	return /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) && text.split(".").every((part) => Number(part) <= 255);
}
/** RFC 4291, section 2.2, without an embedded IPv4 address. */
function isIpv6(text) {
	const [head = "", tail, ...more] = text.split("::");
	const groups = [head, tail ?? ""].flatMap((part) => part === "" ? [] : part.split(":"));
	const fits = tail === void 0 ? groups.length === 8 : groups.length < 8;
	return text.includes(":") && more.length === 0 && fits && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}
/** An address with a prefix length. */
function isCidr(text) {
	const [, address = "", length = ""] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? [];
	return isIpv4(address) && Number(length) <= 32 || isIpv6(address) && Number(length) <= 128;
}
// src/domain/container/linux-names.ts
/** capabilities(7). */
var CAPABILITIES = new Set("AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM".split(" "));
/** signal(7), by Docker's names: https://github.com/moby/sys/blob/main/signal/signal_linux.go */
var SIGNALS = /* @__PURE__ */ new Set([
	..."ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" "),
	...Array.from({ length: 15 }, (_, at) => `RTMIN+${at + 1}`),
	...Array.from({ length: 14 }, (_, at) => `RTMAX-${at + 1}`)
]);
/** getrlimit(2), by Docker's names: https://github.com/docker/go-units/blob/master/ulimit.go */
var ULIMITS = new Set("core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(" "));
/** Limits that must not be 0, or no program can start. */
var NEEDED_ULIMITS = /* @__PURE__ */ new Set([
	"cpu",
	"data",
	"nofile",
	"stack"
]);
/** Options of a tmpfs by tmpfs(5) and mount(8): https://docs.docker.com/engine/storage/tmpfs/ */
var TMPFS_OPTION = /^(rw|ro|(no)?(exec|suid|dev|atime|diratime)|(rel|strict)atime|a?sync|size=\d{1,18}[kmgKMG%]?|mode=[0-7]{3,4}|(uid|gid)=\d{1,9}|nr_(inodes|blocks)=\d{1,18}[kmgKMG]?)$/;
/** https://docs.docker.com/engine/storage/volumes/ and bind-mounts/; Docker on Linux ignores consistent, cached and delegated. */
var VOLUME_OPTION = /^(rw|ro|z|Z|nocopy|consistent|cached|delegated)$/;
var FOLDER_OPTION = /^(rw|ro|z|Z|r?(private|shared|slave)|consistent|cached|delegated)$/;
// src/domain/container/option-values.ts
/** Parsers for container options: each returns the stored form, or `undefined` for an invalid value. */
/** `net_admin` and `CAP_NET_ADMIN` become `NET_ADMIN`. */
function capability(text) {
	const name = text.toUpperCase().replace(/^CAP_/, "");
	return name === "ALL" || CAPABILITIES.has(name) ? name : void 0;
}
/** `int` and `SIGINT` become `SIGINT`; a number stays a number. */
function signal(text) {
	if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 64 ? String(Number(text)) : void 0;
	const name = text.toUpperCase().replace(/^SIG/, "");
	return SIGNALS.has(name) ? `SIG${name}` : void 0;
}
/** `nofile=1024` becomes `nofile=1024:1024`; -1 is no limit. Refuses 0 for limits that a program needs to start. */
function ulimit(text) {
	const [, name = "", soft = "", hard = soft] = /^([a-z]+)\s*=\s*(-1|\d{1,15})(?::(-1|\d{1,15}))?$/.exec(text) ?? [];
	const [low, high] = [soft, hard].map((limit) => limit === "-1" ? 1e400 : Number(limit));
	if (!ULIMITS.has(name) || low === void 0 || high === void 0 || low > high) return void 0;
	if (low === 0 && NEEDED_ULIMITS.has(name)) return void 0;
	return `${name}=${soft}:${hard}`;
}
/** `/path`, or `/path:size=64m,mode=1777`. */
function tmpfs(text) {
	const [path = "", options, ...rest] = text.split(":");
	if (rest.length > 0 || !isPath(path) || isTaken(path)) return void 0;
	if (options === void 0) return path;
	return options.split(",").every((option) => TMPFS_OPTION.test(option)) ? text : void 0;
}
/** `db=10.0.0.5` and `db:10.0.0.5` become `db:10.0.0.5`; an IPv6 address can have brackets. */
function extraHost(text) {
	const [, name = "", address = ""] = /^([A-Za-z0-9][\w.-]*)\s*[=:]\s*\[?([^[\]\s]+)\]?$/.exec(text) ?? [];
	const known = address === "host-gateway" || isIpv4(address) || isIpv6(address);
	return name !== "" && known ? `${name}:${address}` : void 0;
}
/** `/dev/snd` becomes `/dev/snd:/dev/snd:rwm`, which is Docker's default. */
function device(text) {
	const [host = "", second, third, ...rest] = text.split(":");
	const permissions = third ?? (second !== void 0 && isPermissions(second) ? second : "rwm");
	const inside = second === void 0 || third === void 0 && isPermissions(second) ? host : second;
	return rest.length > 0 || !isPath(host) || host === "/" || !isPath(inside) || isTaken(inside) || !isPermissions(permissions) ? void 0 : `${host}:${inside}:${permissions}`;
}
function isPermissions(text) {
	return /^(?=.)r?w?m?$/.test(text);
}
/** `all`, a number of GPUs, or `device=` with indexes or UUIDs. */
function gpus(text) {
	return /^(all|[1-9]\d?|device=[\w-]+(,[\w-]+)*)$/.test(text) ? text : void 0;
}
var WORDS = (0,start_packages.w)((0,start_packages.t)((0,start_packages.w)((0,start_packages.A)(), (0,start_packages.o)("\0"))), (0,start_packages.r)(([program]) => program !== ""));
/** A program and its arguments, one a line or as a JSON list; `[]` ignores the image's own. Shell syntax is not parsed. */
function entrypoint(text) {
	if (text.startsWith("[")) return readJson(WORDS, text);
	const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	return /\s/.test(lines[0] ?? "") ? void 0 : lines;
}
/** `data:/data`, or `/srv/data:/data:ro`. */
function volume(text) {
	const [source = "", path = "", options, ...rest] = text.split(":");
	const isFolder = isStraight(source);
	const isSource = isFolder || /^[A-Za-z0-9][\w.-]*$/.test(source);
	if (rest.length > 0 || !isSource || !isStraight(path) || isTaken(path)) return void 0;
	const known = isFolder ? FOLDER_OPTION : VOLUME_OPTION;
	return options === void 0 || options.split(",").every((option) => known.test(option)) ? text : void 0;
}
/** An absolute path without a separator of lists. */
function isPath(text) {
	return isStraight(text) && !/[\s,:]/.test(text);
}
/** An absolute path with only one meaning, for every reader. */
function isStraight(text) {
	return /^\/[^\0\n]*$/.test(text) && !/\/\/|\/\.{1,2}(\/|$)/.test(text);
}
/** Whether nothing can be mounted there: the root, the kernel's file systems, and what Docker itself mounts. */
function isTaken(path) {
	return /^\/+$|^\/(proc(\/.*)?|dev|etc\/(hosts|hostname|resolv\.conf))\/*$/.test(path);
}
// src/domain/release/settings/secret-source.ts
/** References to secrets that a host reads itself. */
var PARAMETER = String.raw`ssm:[\w./-]+`;
var SECRETS_MANAGER = String.raw`secretsmanager:[\w/+=.@:!-]+`;
/** A secret, or a value in a JSON secret. */
var SECRET = new RegExp(String.raw`^(${PARAMETER}|${SECRETS_MANAGER}(#[\w.-]+)?)$`);
/** A secret as a whole. */
var WHOLE_SECRET = new RegExp(`^(${PARAMETER}|${SECRETS_MANAGER})$`);
// src/domain/release/settings/container.ts
var group$15 = "Container";
var acts$5 = "container";
/** The format that Docker accepts. */
var VARIABLE = /^[^=\0]+$/;
/** The process in the container. */
var CONTAINER = {
	port: shown$1(orElse(0, integer({
		min: 1,
		max: 65535,
		group: group$15,
		description: "Port that the application listens on in its container. Required for `deploy`; a promoted release brings its own."
	})), { acts: acts$5 }),
	args: hidden$1(list$1({
		group: group$15,
		description: "Arguments of the container, one a line. They replace the image's CMD."
	}), { acts: acts$5 }),
	env: named(map({
		key: VARIABLE,
		expected: "NAME=value, one a line",
		group: group$15,
		description: "Environment variables, `NAME=value`, one a line. Anyone who can list SSM commands can read them: use `secrets` for secrets."
	}), {
		acts: acts$5,
		carried: "by-name"
	}),
	secrets: named(map({
		key: VARIABLE,
		value: SECRET,
		expected: "NAME=ssm:/path or NAME=secretsmanager:name-or-arn#json-key, one a line",
		group: group$15,
		description: "Environment variables whose values the host reads itself: `NAME=ssm:/path` or `NAME=secretsmanager:name-or-arn[#json-key]`, one a line. The values never pass through the workflow."
	}), {
		acts: acts$5,
		carried: "by-name"
	}),
	volumes: hidden$1(readings({
		read: volume,
		expected: "SOURCE:/path[:ro], one a line; SOURCE is a volume name or an absolute path of the host",
		group: group$15,
		description: "Volumes, `SOURCE:/path[:ro]`, one a line. During a deploy, the old and the new release share them for a moment."
	}), { acts: acts$5 }),
	memory: shown$1(optional(size({
		min: 6 * 2 ** 20,
		group: group$15,
		description: "Memory limit of the container, such as 512m."
	})), {
		acts: acts$5,
		spell: spellSize,
		docker: (Memory) => ({ HostConfig: { Memory } })
	}),
	cpus: shown$1(optional(decimal({
		min: .01,
		max: 512,
		group: group$15,
		description: "CPU limit of the container, such as 0.5."
	})), {
		acts: acts$5,
		docker: (cpus) => ({ HostConfig: { NanoCpus: Math.round(cpus * 1e9) } })
	}),
	user: shown$1(optional(start_text({
		pattern: /^[\w.-]+(:[\w.-]+)?$/,
		expected: "a user or uid, with :group if needed",
		group: group$15,
		description: "User that the container runs as. Default: the image's own."
	})), {
		acts: acts$5,
		docker: (User) => ({ User })
	})
};
// src/domain/release/settings/doors.ts
var group$14 = "Access";
/** They belong to the environment, not to a release: a change needs no new container. */
var usual = {
	acts: "proxy",
	carried: "environment",
	identity: false
};
/** Characters; an order to a host has a size limit. */
var LARGEST_PAGE = 2e4;
/** What the proxy checks in requests, and what it answers itself. */
var DOORS = {
	"basic-auth": shown$1(optional(start_text({
		pattern: SECRET,
		expected: "ssm:/path or secretsmanager:name-or-arn#json-key",
		group: group$14,
		description: "Ask visitors for a password: a secret with lines `user:password`, as `ssm:/path` or `secretsmanager:name-or-arn[#json-key]`. The host reads it itself and keeps hashes; `command: restart` applies a new one. The application does not see the header `Authorization`."
	})), usual),
	"allow-from": shown$1(distinct$1(readings({
		read: addresses,
		separator: "any",
		most: 200,
		expected: "CIDRs and IP addresses, such as 203.0.113.0/24 or 2001:db8::1; not /0, which is everybody",
		group: group$14,
		description: "CIDRs and addresses that visitors may come from. All others get 403. Behind `trusted-proxies`, the visitor's real address counts. Default: everybody."
	})), usual),
	maintenance: shown$1(start_boolean({
		default: "false",
		group: group$14,
		description: "Answer visitors with 503 and `maintenance-page`. Health checks and the verification of a release still work. To turn it on or off, deploy the live release again; that creates no new container."
	}), usual),
	"maintenance-page": hidden$1(optional(page("HTML that visitors see during `maintenance`. Default: a line of text.")), usual),
	"error-pages": hidden$1(optional(map({
		key: /^(401|403|413|502|503|504)$/,
		value: new RegExp(`^[^\\0]{1,${LARGEST_PAGE}}$`),
		expected: `STATUS=HTML, one a line; STATUS is one of 401, 403, 413, 502, 503, 504, and HTML has ${LARGEST_PAGE} characters at most`,
		group: group$14,
		description: "HTML by status, `STATUS=HTML`, one a line, for what the proxy answers itself: 401, 403, 413, 502, 503 or 504. It never replaces an answer of the application."
	})), usual),
	"request-timeout": shown$1(optional(duration({
		min: 5,
		max: 3600,
		group: group$14,
		description: "How long the application may take to start its answer. Then the visitor gets 504. An answer that has started can take as long as it likes, and so can WebSockets and server-sent events. Default: no limit."
	})), {
		...usual,
		spell: spellDuration
	}),
	"max-body": shown$1(optional(size({
		min: 1024,
		group: group$14,
		description: "Largest body of a request, such as 10m. A larger one gets 413. Default: no limit."
	})), {
		...usual,
		spell: spellSize
	}),
	"access-log": shown$1(start_boolean({
		default: "false",
		group: group$14,
		description: "Log each request as a line of JSON in `/var/lib/docker-to-ec2/proxy/data/logs` on the host, without query strings and with no header except `User-Agent`. Rotated; at most 50 MB."
	}), usual)
};
function page(description) {
	return reading({
		read: (html) => html !== "" && html.length <= LARGEST_PAGE && !html.includes("\0") ? html : void 0,
		expected: `HTML of ${LARGEST_PAGE} characters at most`,
		group: group$14,
		description
	});
}
/** A CIDR, even for a single address. */
function addresses(item) {
	const given = item.toLowerCase();
	const cidr = given.includes("/") ? given : `${given}/${given.includes(":") ? 128 : 32}`;
	return isCidr(cidr) && !cidr.endsWith("/0") ? cidr : void 0;
}
// src/domain/release/settings/health.ts
var group$13 = "Health and traffic";
var acts$4 = "health-check";
/** The health check and its time limits. */
var HEALTH = {
	"health-path": hidden$1(start_text({
		pattern: /^\/([^\s%#]|%[0-9A-Fa-f]{2})*$/,
		expected: "a path that begins with /, without #, and with % in escapes such as %20 only",
		default: "/",
		group: group$13,
		description: "Path of the health check."
	}), { acts: acts$4 }),
	"health-codes": hidden$1(start_text({
		pattern: /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/,
		expected: "status codes and ranges, such as 200-399 or 200,204",
		default: "200-399",
		group: group$13,
		description: "Status codes that count as healthy. The check does not follow redirects."
	}), { acts: acts$4 }),
	"health-host": hidden$1(optional(start_text({
		pattern: /^[A-Za-z0-9.-]+(:\d+)?$/,
		expected: "a host name",
		group: group$13,
		description: "Host header of the health check, for applications that require one."
	})), { acts: acts$4 }),
	"health-timeout": shown$1(duration({
		default: "60s",
		min: 1,
		max: 3600,
		group: group$13,
		description: "How long a new release may take to become healthy."
	}), {
		acts: acts$4,
		identity: false,
		spell: spellDuration
	}),
	"health-interval": shown$1(duration({
		default: "1s",
		min: .1,
		max: 60,
		group: group$13,
		description: "Longest pause between two health checks. The first ones follow faster."
	}), {
		acts: acts$4,
		identity: false,
		spell: spellDuration
	})
};
// src/domain/container/docker-values.ts
/** `nofile=1024:2048` */
function ulimitOf(text) {
	const [name = "", soft, hard] = text.split(/[=:]/);
	return {
		Name: name,
		Soft: Number(soft),
		Hard: Number(hard)
	};
}
/** `/run`, or `/run:size=64m`: the folder and its options. */
function tmpfsOf(mount) {
	const [path = "", options = ""] = mount.split(":");
	return [path, options];
}
/** `/dev/snd:/dev/snd:rwm` */
function deviceOf(text) {
	const [host = "", inside = "", access = ""] = text.split(":");
	return {
		PathOnHost: host,
		PathInContainer: inside,
		CgroupPermissions: access
	};
}
/** `all`, `2` or `device=0,1` */
function gpuRequest(text) {
	const [, ids] = text.split("=");
	return {
		...ids === void 0 ? { Count: text === "all" ? -1 : Number(text) } : { DeviceIDs: ids.split(",") },
		Capabilities: [["gpu"]]
	};
}
// src/domain/release/settings/machine-options.ts
var group$12 = "Container options";
var acts$3 = "container";
/** The process's share of the machine, named as in Compose: https://docs.docker.com/reference/compose-file/services/ */
var MACHINE_OPTIONS = {
	"cap-add": shown$1(optional(readings({
		read: capability,
		separator: "any",
		expected: "names of Linux capabilities, such as NET_ADMIN, or ALL",
		group: group$12,
		description: "Linux capabilities to add to the [usual ones](docs/security.md#what-a-container-may-do), such as `NET_ADMIN`; `ALL` adds all."
	})), { acts: acts$3 }),
	"cap-drop": shown$1(optional(readings({
		read: capability,
		separator: "any",
		expected: "names of Linux capabilities, such as CHOWN, or ALL",
		group: group$12,
		description: "Linux capabilities to drop, such as `CHOWN`. `ALL` leaves only those in `cap-add`."
	})), { acts: acts$3 }),
	"host-role": shown$1(start_boolean({
		default: "false",
		group: group$12,
		description: "Let the container use the role of its host, through the instance metadata service. Otherwise no container reaches that service. A new host gets the hop limit of 2 that this needs; an existing host must have it."
	}), { acts: acts$3 }),
	"read-only": shown$1(start_boolean({
		default: "false",
		group: group$12,
		description: "Mount the container's root file system read-only. `tmpfs` and `volumes` stay writable."
	}), {
		acts: acts$3,
		docker: (ReadonlyRootfs) => ({ HostConfig: { ReadonlyRootfs } })
	}),
	tmpfs: shown$1(optional(readings({
		read: tmpfs,
		expected: "/path or /path:OPTIONS, one a line, such as /run:size=64m,mode=1777",
		group: group$12,
		description: "Folders in memory, `/path[:OPTIONS]`, one a line, such as `/tmp:size=64m,mode=1777`."
	})), {
		acts: acts$3,
		docker: (mounts) => ({ HostConfig: { Tmpfs: Object.fromEntries(mounts.map(tmpfsOf)) } })
	}),
	"shm-size": shown$1(optional(size({
		min: 2 ** 20,
		group: group$12,
		description: "Size of /dev/shm, such as 256m. Default: Docker's 64m."
	})), {
		acts: acts$3,
		spell: spellSize,
		docker: (ShmSize) => ({ HostConfig: { ShmSize } })
	}),
	devices: shown$1(optional(readings({
		read: device,
		expected: "/dev/NAME, with :/path/inside and :rwm if needed, one a line",
		group: group$12,
		description: "Devices of the host, `/dev/NAME[:/path/inside][:rwm]`, one a line. A host without one of them is refused."
	})), {
		acts: acts$3,
		docker: (devices) => ({ HostConfig: { Devices: devices.map(deviceOf) } })
	}),
	gpus: shown$1(optional(reading({
		read: gpus,
		expected: "all, a number of GPUs, or device= with indexes or UUIDs, such as device=0,1",
		group: group$12,
		description: "NVIDIA GPUs for the container: `all`, a number, or `device=0,1`. The host needs the NVIDIA container toolkit. During a deploy, the old and the new release share them."
	})), {
		acts: acts$3,
		docker: (gpus) => ({ HostConfig: { DeviceRequests: [gpuRequest(gpus)] } })
	})
};
// src/domain/release/settings/process-options.ts
var group$11 = "Container options";
var acts$2 = "container";
/**
* Named as in Compose: https://docs.docker.com/reference/compose-file/services/. Docker's options:
* https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate
*/
var PROCESS_OPTIONS = {
	"stop-grace-period": shown$1(duration({
		default: "10s",
		min: 0,
		max: 3600,
		group: group$11,
		description: "How long the container may take to stop after its stop signal. Then Docker kills it, and log, summary and history report it. This comes on top of `deploy-timeout`."
	}), {
		acts: acts$2,
		spell: spellDuration,
		docker: (seconds) => ({ StopTimeout: Math.ceil(seconds) })
	}),
	"stop-signal": shown$1(optional(reading({
		read: signal,
		expected: "a signal, such as SIGINT, SIGRTMIN+3 or 15",
		group: group$11,
		description: "Signal that stops the container. Default: the image's STOPSIGNAL, or SIGTERM."
	})), {
		acts: acts$2,
		docker: (StopSignal) => ({ StopSignal })
	}),
	init: shown$1(start_boolean({
		default: "true",
		group: group$11,
		description: "Run a small init (tini) as the first process, which forwards signals and reaps zombies. Set `false` for an image whose own init must be the first process, such as systemd or s6."
	}), {
		acts: acts$2,
		docker: (Init) => ({ HostConfig: { Init } })
	}),
	"working-dir": shown$1(optional(start_text({
		pattern: /^\/[^\0\n]*$/,
		expected: "an absolute path inside of the container, such as /app",
		group: group$11,
		description: "Folder that the container starts in. Default: the image's WORKDIR."
	})), {
		acts: acts$2,
		docker: (WorkingDir) => ({ WorkingDir })
	}),
	entrypoint: hidden$1(optional(argv({
		read: entrypoint,
		expected: "the program and its arguments, one a line, or a JSON list such as [\"node\", \"server.js\"]",
		group: group$11,
		description: "Program and arguments that replace the image's ENTRYPOINT, one a line or as a JSON list. The image's CMD is then ignored; `args` still count. `[]` removes the ENTRYPOINT."
	})), {
		acts: acts$2,
		docker: (words) => ({ Entrypoint: words.length === 0 ? [""] : words })
	}),
	hostname: shown$1(optional(start_text({
		pattern: /^(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
		expected: "a host name of 64 characters at most, such as web-1",
		group: group$11,
		description: "Host name inside the container. Default: the start of its id."
	})), {
		acts: acts$2,
		docker: (Hostname) => ({ Hostname })
	}),
	"extra-hosts": shown$1(optional(readings({
		read: extraHost,
		expected: "NAME=ADDRESS, one a line; ADDRESS is an IP address or host-gateway",
		group: group$11,
		description: "Entries for /etc/hosts, `NAME=ADDRESS`, one a line. `host-gateway` is the address of the host, which [walls](docs/security.md#walls-between-services) close to containers."
	})), {
		acts: acts$2,
		docker: (ExtraHosts) => ({ HostConfig: { ExtraHosts } })
	}),
	labels: hidden$1(optional(map({
		key: /^(?!docker-to-ec2(\.|$))[A-Za-z0-9][\w./-]*$/,
		expected: "name=value, one a line; names that begin with docker-to-ec2 are taken",
		group: group$11,
		description: "Labels of the container, `name=value`, one a line."
	})), { acts: acts$2 }),
	ulimits: shown$1(optional(readings({
		read: ulimit,
		expected: "NAME=SOFT or NAME=SOFT:HARD, one a line, such as nofile=20000:40000; SOFT is not above HARD, and -1 is no limit",
		group: group$11,
		description: "Limits of the processes, `NAME=SOFT[:HARD]`, one a line, such as `nofile=20000:40000`; -1 is no limit."
	})), {
		acts: acts$2,
		docker: (limits) => ({ HostConfig: { Ulimits: limits.map(ulimitOf) } })
	}),
	"pids-limit": shown$1(integer({
		default: "2048",
		min: 1,
		max: 4194304,
		group: group$11,
		description: "How many processes and threads the container can have at a time."
	}), {
		acts: acts$2,
		docker: (PidsLimit) => ({ HostConfig: { PidsLimit } })
	}),
	"log-max-size": shown$1(size({
		default: "10m",
		min: 1024,
		group: group$11,
		description: "Size at which Docker starts a new file of the container's log: `max-size` of Compose's `logging`, with the driver json-file."
	}), {
		acts: acts$2,
		spell: spellSize,
		docker: logOption("max-size")
	}),
	"log-max-file": shown$1(integer({
		default: "3",
		min: 1,
		max: 1e3,
		group: group$11,
		description: "How many files of the container's log Docker keeps: `max-file` of Compose's `logging`."
	}), {
		acts: acts$2,
		docker: logOption("max-file")
	})
};
function logOption(name) {
	return (value) => ({ HostConfig: { LogConfig: { Config: { [name]: String(value) } } } });
}
// src/domain/release/settings/cdn-ranges.ts
/** Addresses from which CDNs connect to the servers behind them. Written by scripts/cdn-ranges.ts. */
var CDN_RANGES = {
	cloudflare: {
		date: "2023-09-28",
		source: "https://www.cloudflare.com/ips/",
		ranges: [
			"173.245.48.0/20",
			"103.21.244.0/22",
			"103.22.200.0/22",
			"103.31.4.0/22",
			"141.101.64.0/18",
			"108.162.192.0/18",
			"190.93.240.0/20",
			"188.114.96.0/20",
			"197.234.240.0/22",
			"198.41.128.0/17",
			"162.158.0.0/15",
			"104.16.0.0/13",
			"104.24.0.0/14",
			"172.64.0.0/13",
			"131.0.72.0/22",
			"2400:cb00::/32",
			"2606:4700::/32",
			"2803:f800::/32",
			"2405:b500::/32",
			"2405:8100::/32",
			"2a06:98c0::/29",
			"2c0f:f248::/32"
		]
	},
	cloudfront: {
		date: "2026-10-06",
		source: "https://ip-ranges.amazonaws.com/ip-ranges.json, CLOUDFRONT_ORIGIN_FACING",
		ranges: [
			"130.176.88.0/21",
			"54.239.134.0/23",
			"52.82.134.0/23",
			"130.176.86.0/23",
			"130.176.140.0/22",
			"130.176.0.0/18",
			"54.239.204.0/22",
			"130.176.160.0/19",
			"70.132.0.0/18",
			"15.158.0.0/16",
			"130.176.136.0/23",
			"54.239.170.0/23",
			"130.176.96.0/19",
			"54.182.184.0/22",
			"204.246.166.0/24",
			"130.176.64.0/21",
			"54.182.172.0/22",
			"205.251.218.0/24",
			"130.176.144.0/20",
			"54.182.176.0/21",
			"130.176.78.0/23",
			"54.182.248.0/22",
			"64.252.128.0/18",
			"54.182.154.0/23",
			"64.252.64.0/18",
			"54.182.144.0/21",
			"54.182.224.0/21",
			"130.176.128.0/21",
			"52.46.0.0/18",
			"3.172.64.0/18",
			"52.82.128.0/23",
			"18.68.0.0/16",
			"54.182.156.0/22",
			"54.182.160.0/21",
			"54.182.240.0/21",
			"130.176.192.0/19",
			"130.176.76.0/24",
			"54.239.208.0/21",
			"54.182.188.0/23",
			"24.110.128.0/17",
			"3.172.0.0/18",
			"130.176.80.0/22",
			"54.182.128.0/20",
			"130.176.72.0/22",
			"13.124.199.0/24",
			"3.29.57.0/26",
			"2600:9000:1000::/36",
			"2600:9000:5200::/40",
			"2600:9000:6000::/36",
			"2406:da11:438:2300::/56",
			"2406:da1e:705:1600::/56",
			"2406:da1c:8d8c:4600::/56",
			"2406:da14:17bd:2f00::/56",
			"2406:da12:4b:c200::/56",
			"2406:da16:c01:c200::/56",
			"2406:da1a:6df:6c00::/56",
			"2406:da1b:e7c:ad00::/56",
			"2406:da18:9fa:1b00::/56",
			"2406:da1c:787:2b00::/56",
			"2406:da19:e19:4a00::/56",
			"2406:da1f:396:9100::/56",
			"2406:da10:847f:a100::/56",
			"2406:da12:8b2e:9c00::/56",
			"2406:da14:80bb:ea00::/56",
			"2600:1f11:e79:a800::/56",
			"2600:1f1a:4568:b500::/56",
			"2a05:d014:1362:b000::/56",
			"2a05:d019:80b:e300::/56",
			"2a05:d016:9ed:de00::/56",
			"2a05:d01a:8a9:be00::/56",
			"2a05:d011:531:1800::/56",
			"2a05:d018:1a3a:2d00::/56",
			"2a05:d01c:343:c300::/56",
			"2a05:d012:581:b400::/56",
			"2a05:d025:e59:fb00::/56",
			"2600:1f17:4356:f100::/56",
			"2600:1f1e:a7:2300::/56",
			"2600:1f18:7530:7200::/56",
			"2600:1f16:1923:3000::/56",
			"2600:1f1c:da:600::/56",
			"2600:1f13:417:4d00::/56"
		]
	}
};
// src/domain/release/settings/trusted-proxies.ts
var EXPECTED = "vpc, cloudflare, cloudfront, and CIDRs such as 203.0.113.0/24 or 2001:db8::/32; not /0, with which every visitor could claim to be another one";
/** Known names and CIDRs, as text separated by commas or white space. Returns each once. */
function trustedProxies(about) {
	return distinct$1(readings({
		...about,
		separator: "any",
		expected: EXPECTED,
		read: trusted
	}));
}
function trusted(text) {
	const item = text.toLowerCase();
	return item === "vpc" || isCdn(item) || isCidr(item) && !item.endsWith("/0") ? item : void 0;
}
/** The CIDRs of the items, each once. `vpc`: those of the hosts' own network. */
function trustedRanges(items, vpc) {
	return [...new Set(items.flatMap((item) => item === "vpc" ? vpc : isCdn(item) ? CDN_RANGES[item].ranges : [item]))];
}
function isCdn(item) {
	return Object.hasOwn(CDN_RANGES, item);
}
// src/domain/release/settings/traffic.ts
var group$10 = "Health and traffic";
var acts$1 = "proxy";
var carried$1 = "environment";
/** A DNS name, in lower case. */
var DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;
/** A DNS name, or a wildcard for one more label: `*.shop.example.com`. */
var DOMAINS = new RegExp(`^(\\*\\.)?${DOMAIN.source.slice(1)}`);
/** How visitors reach the service: a port of the host, a name and a path prefix. */
var TRAFFIC = {
	"http-port": shown$1(integer({
		default: "80",
		min: 1,
		max: 65535,
		group: group$10,
		description: "Port of the host on which the service answers. Services that share a port of a host need different `domains` or `path-prefix`. At most one of them has neither; it gets all other requests."
	}), {
		acts: acts$1,
		carried: carried$1,
		alsoFor: [
			"rollback",
			"restart",
			"status"
		]
	}),
	domains: shown$1(distinct$1(list$1({
		separator: "any",
		pattern: DOMAINS,
		expected: "names in lower case, such as shop.example.com or *.shop.example.com",
		most: 20,
		group: group$10,
		description: "Names under which the service answers, separated by commas or lines. A wildcard such as `*.shop.example.com` gets the names that no service has, and cannot come first. A name in a hosted zone of Route 53 gets a record with the addresses of all hosts (see `hosted-zone-id`). Default: every name that no other service on the port has."
	})), {
		acts: acts$1,
		carried: carried$1,
		alsoFor: ["destroy"]
	}),
	"path-prefix": shown$1(start_text({
		pattern: /^\/$|^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
		expected: "a path such as /api, without a slash at its end",
		default: "/",
		group: group$10,
		description: "Answer only at this path and below it. If several services match, a request goes to the one with the name, then to the one with the longest prefix."
	}), {
		acts: acts$1,
		carried: carried$1
	}),
	"strip-path-prefix": shown$1(start_boolean({
		default: "false",
		group: group$10,
		description: "Remove `path-prefix` before the application sees a request. The application finds it in the header `X-Forwarded-Prefix`. The health check goes directly to the application, so `health-path` never has the prefix. Doubled slashes and segments such as `..` in the path are resolved."
	}), {
		acts: acts$1,
		carried: carried$1
	}),
	upstream: shown$1(choice({
		of: [
			"http",
			"h2c",
			"https"
		],
		default: "http",
		group: group$10,
		description: "Protocol of the application: HTTP/1.1, HTTP/2 without TLS (for gRPC), or HTTPS without verification of its certificate. With `h2c`, `http-port` also accepts HTTP/2 without TLS, and the health check is an HTTP/2 request. The application never sees headers with `_`, `.` or `~` in their names."
	}), { acts: acts$1 }),
	"trusted-proxies": shown$1(trustedProxies({
		most: 50,
		group: group$10,
		description: "Load balancers and CDNs in front of `http-port`: `vpc` for everything in the host's own VPC, `cloudflare` and `cloudfront` for their published addresses, and CIDRs. Only what they say about a visitor's address and scheme reaches the application. Default: none."
	}), {
		acts: acts$1,
		carried: carried$1
	}),
	"external-proxy": shown$1(start_boolean({
		default: "false",
		group: group$10,
		description: "Another proxy of the host, such as an existing nginx, serves the visitors. The service answers only on `http-port` of 127.0.0.1, and trusts `X-Forwarded-For` and `X-Forwarded-Proto` from there. No security group opens a port. See docs/guides/beside-nginx.md."
	}), {
		acts: acts$1,
		carried: carried$1,
		alsoFor: [
			"rollback",
			"restart",
			"status"
		]
	}),
	"canary-header": shown$1(start_text({
		pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
		expected: "the name of a request header, such as X-Canary",
		default: "X-Canary",
		group: "Canary",
		description: "Request header that selects a side during a canary: `always` for the canary, `never` for the baseline. A new name reloads the proxy."
	}), {
		acts: acts$1,
		carried: carried$1,
		identity: false
	}),
	"preview-sleep": onlyFor(["preview"], shown$1(optional(duration({
		min: 10,
		max: 31536e3,
		group: "Previews",
		description: "With `preview`: stop a preview that had no request for this long, such as `1h`. Its memory is free until the next request, which starts it again and waits for it: for up to a minute, then a page tries again every 3 seconds. Default: never."
	})), {
		acts: acts$1,
		carried: carried$1,
		identity: false
	}))
};
/** A setting that only these commands use, and that a promotion does not take along. */
function onlyFor(commands, setting) {
	return {
		...setting,
		commands
	};
}
// src/domain/release/settings/tls.ts
var group$9 = "HTTPS";
var acts = "proxy";
var carried = "environment";
/** HTTPS, and the source of the certificates. */
var TLS = {
	tls: shown$1(start_text({
		pattern: new RegExp(`^(off|acme|internal|${SECRETS_MANAGER})$`),
		expected: "off, acme, internal, or secretsmanager:name-or-arn",
		default: "off",
		group: group$9,
		description: "Source of the certificates for `domains` and `redirect-domains`. `acme`: Let's Encrypt, or another ACME authority; the proxy renews them. `internal`: an authority on the host, which clients trust only once you install its root certificate. `secretsmanager:name`: your own certificate (docs/guides/own-certificate.md). `off`: HTTP only."
	}), {
		acts,
		carried
	}),
	"https-port": shown$1(integer({
		default: "443",
		min: 1,
		max: 65535,
		group: group$9,
		description: "Port of the host for HTTPS: HTTP/1.1 and HTTP/2 over TCP, HTTP/3 over UDP. Services that share a port of a host need different `domains` or `path-prefix`."
	}), {
		acts,
		carried
	}),
	"https-redirect": shown$1(start_boolean({
		default: "true",
		group: group$9,
		description: "Redirect HTTP requests to HTTPS. With `false`, `http-port` serves the service, too."
	}), {
		acts,
		carried
	}),
	hsts: shown$1(optional(duration({
		min: 0,
		max: 63072e3,
		group: group$9,
		description: "How long browsers use only HTTPS after a visit (`Strict-Transport-Security`), such as `180d`. Only `0s` undoes it, and only in browsers that visit again. Default: no header."
	})), {
		acts,
		carried,
		spell: spellDuration
	}),
	"redirect-domains": shown$1(distinct$1(list$1({
		separator: "any",
		pattern: DOMAIN,
		expected: "names in lower case, such as www.shop.example.com",
		most: 20,
		group: group$9,
		description: "Names that redirect to the first of `domains`, with path and query, separated by commas or lines."
	})), {
		acts,
		carried
	}),
	"acme-directory": shown$1(orElse("", start_text({
		pattern: /^https:\/\/[^\s{}]+$/,
		expected: "the https address of an authority's directory",
		group: group$9,
		description: "Directory of the ACME authority, such as `https://acme-staging-v02.api.letsencrypt.org/directory` for trials. Default: Let's Encrypt."
	})), {
		acts,
		carried
	}),
	"acme-email": shown$1(orElse("", start_text({
		pattern: /^[^\s{}@]+@[^\s{}@]+$/,
		expected: "an email address",
		group: group$9,
		description: "Address at which the authority can reach you about your account. Default: none."
	})), {
		acts,
		carried,
		identity: false
	}),
	"acme-account": shown$1(orElse("", start_text({
		pattern: WHOLE_SECRET,
		expected: "ssm:/path or secretsmanager:name-or-arn",
		group: group$9,
		description: "Secret with an account at the authority (external account binding): JSON with `key-id` and `hmac`. The host reads it itself. Default: the proxy creates an account."
	})), {
		acts,
		carried,
		identity: false
	}),
	"acme-challenge": shown$1(choice({
		of: ["http", "dns"],
		default: "http",
		group: group$9,
		description: "How you prove to the authority that you control the names: `http` answers on ports 80 and 443; `dns` creates records in Route 53 with the role of the host. Wildcards and several `instances` need `dns`, and `dns` needs a `proxy-image` that can create records (docs/guides/wildcard.md)."
	}), {
		acts,
		carried,
		identity: false
	})
};
// src/domain/release/spec.ts
/** A release is its image and these settings, one row each. All other code derives its knowledge of a setting from the row. */
var SPEC = {
	migration: shown$1(start_boolean({
		default: "false",
		group: "What to do",
		ofRun: true,
		description: "Mark this release as one that changes data in a way that older releases may not understand. A rollback past it warns."
	}), {
		acts: "history",
		identity: false,
		carried: "either"
	}),
	...CONTAINER,
	...PROCESS_OPTIONS,
	...MACHINE_OPTIONS,
	...HEALTH,
	...TRAFFIC,
	...ASSETS,
	...DOORS,
	...TLS
};
var SETTINGS = Object.entries(SPEC);
var NAMED$1 = SETTINGS.filter(([, { told }]) => told === "names").map(([name]) => name);
/** The specification from all inputs, or from a document, with defaults for missing settings. */
function specificationOf(values) {
	return valuesOf$1(({ default: standard = "", parse }, name) => values[name] ?? parse(standard));
}
/** Docker's options for a container of the release, by setting. Options that only the host knows are not included. */
function dockerParts(spec) {
	return valuesOf$1(({ docker }, name) => spec[name] === void 0 ? void 0 : docker?.(spec[name]));
}
/** What distinguishes one release from another, independent of the order of settings. */
function identityOf(spec) {
	return partOf(spec, ({ identity }) => identity);
}
/** What the proxy gets. */
function proxyPartOf(spec) {
	return partOf(spec, ({ acts }) => acts === "proxy");
}
/** An entry for each chosen setting with a value, by name. */
function partOf(spec, chosen) {
	return canonical(valuesOf$1((setting, name) => chosen(setting) ? spec[name] : void 0));
}
/** Whether a setting has its default value. */
function isUsual({ default: standard = "", parse }, value) {
	return JSON.stringify(canonical(value)) === JSON.stringify(canonical(parse(standard)));
}
/** Whether this version of the action knows all of these names. */
function areSettings(names) {
	return names.every((name) => Object.hasOwn(SPEC, name));
}
function valuesOf$1(make) {
	const entries = SETTINGS.map(([name, setting]) => [name, make(setting, name)]);
	return Object.fromEntries(entries.filter(([, value]) => value !== void 0));
}
/** A map as entries sorted by name. The order of a list counts. */
function canonical(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return sortedEntries(value).map(([name, inner]) => [name, canonical(inner)]);
}
// src/domain/command.ts
/** Every value of the input `command`. */
var COMMANDS$1 = [
	"deploy",
	"preview",
	"plan",
	"promote",
	"rollback",
	"restart",
	"status",
	"metrics",
	"freeze",
	"unfreeze",
	"steer",
	"schedule",
	"doctor",
	"destroy",
	"sweep",
	"comment"
];
/** Commands that work in AWS. `comment` only talks to GitHub. */
var IN_AWS = COMMANDS$1.filter((command) => command !== "comment");
/** Commands that deploy a release to hosts, or plan to. */
var RELEASES = [
	"deploy",
	"preview",
	"plan",
	"promote"
];
/** Commands that work on hosts. */
var WORKS_ON_HOSTS = [
	...RELEASES,
	"rollback",
	"restart"
];
var CHANGES = [...WORKS_ON_HOSTS, "destroy"];
/** Commands that wait for other runs of the service; `plan` shows how long a deploy would. */
var WAITS = [
	...CHANGES,
	"freeze",
	"unfreeze",
	"schedule",
	"sweep"
];
// src/domain/lease/lease.ts
/** How long a run must see the same version, by its own clock, before it takes over the lease. */
var EXPIRY_MS = 9e4;
var RENEW_MS = 3e4;
/** A failed renewal is soon tried again. */
var RETRY_MS = 5e3;
/**
* How far a token can be ahead of AWS's clock, in milliseconds: if that clock stands still, claims increase the token by one. No claim produces a
* token further ahead, and increasing such a token would soon exceed any exact number.
*/
var AHEAD_MS = 864e5;
/** The token of a claim over a version. It is higher than that version's own token, even if AWS's clock stood still or went back. */
function nextToken(found) {
	return Math.max(found.at, tokenOf(found)) + 1;
}
/**
* The fencing token: hosts and record refuse one that is lower than the highest they have seen. It is a time of AWS's clock, in milliseconds since
* the epoch, not a version number, so that tokens keep growing even if the parameter was deleted, and its versions start again.
*/
function tokenOf({ at, value }) {
	return Math.min(value.token || at, at + AHEAD_MS);
}
/** Describes the holder's work to others. */
var DOES = {
	deploy: "deploys this service",
	preview: "serves a pull request as this service",
	promote: "promotes a release to this service",
	rollback: "rolls this service back",
	restart: "restarts this service",
	doctor: "examines this service",
	freeze: "freezes this service",
	unfreeze: "ends the freeze of this service",
	steer: "steers a canary of this service",
	schedule: "starts or stops the hosts of this service",
	destroy: "destroys this service",
	sweep: "removes this preview",
	plan: "plans for this service",
	metrics: "measures the releases of this service",
	status: "asks for the status of this service",
	comment: "reads a comment about this service"
};
function describeRunner({ owner, actor, runUrl }) {
	return `run ${owner.split("/")[0]} of ${actor} (${runUrl})`;
}
// src/domain/canary/steering.ts
/** Every value of the input `steer`. */
var STEERS = [
	"pause",
	"continue",
	"skip",
	"abort"
];
/** A run's request to a canary that another run leads. */
var WISH = (0,start_packages.x)({
	/** Unique id of the requesting run. */
	id: line,
	steer: (0,start_packages.C)(STEERS),
	/** Empty: no reason. */
	reason: line,
	actor: line,
	runUrl: line,
	at: isoTime
});
var TAKEN = (0,start_packages.x)({
	...WISH.entries,
	/** The canary's share of the traffic in percent. */
	share: count,
	/** Whether it changed anything: a canary that is not paused cannot continue. */
	effect: (0,start_packages.n)()
});
/** The content of the parameter that steers a canary. The canary's run writes everything except `asked`. */
var STEERING = (0,start_packages.x)({
	/** Token of the canary's lease: distinguishes it from those of earlier runs. */
	token: count,
	release: line,
	/** The run that leads the canary. */
	runUrl: line,
	ended: (0,start_packages.n)(),
	/** Not yet seen by the canary's run. */
	asked: (0,start_packages.a)(WISH),
	/** The last request that it acted on. */
	taken: (0,start_packages.a)(TAKEN)
});
/** Why no canary can be steered now. `lease`: the current lease holder. */
function refuseSteering(steering, lease) {
	const holder = lease?.value.free === false ? lease : void 0;
	if (holder === void 0) return {
		reason: "no canary is running",
		hint: "`command: status` shows what is live. A canary starts with the input canary-steps of deploy or promote."
	};
	if (steering !== void 0 && !steering.ended && steering.token === tokenOf(holder)) return void 0;
	return {
		reason: `no canary is running: ${describeRunner(holder.value)}, which ${DOES[holder.value.command]}, has none now`,
		hint: "If its log shows that a canary is about to start, wait for it and run this again."
	};
}
/** The reaction to this request; `undefined`: none yet. Another canary, a later request or the end supersedes it. */
function fateOf(steering, { id }) {
	if (steering?.taken?.id === id) return steering.taken;
	return steering?.asked?.id === id && !steering.ended ? void 0 : "left-behind";
}
var DID = {
	pause: "paused",
	continue: "continued",
	skip: "skipped",
	abort: "aborted"
};
/** `by ada (https://...): the sale` */
function wisherWords({ actor, runUrl, reason }) {
	return `by ${actor} (${runUrl})${reason === "" ? "" : `: ${reason}`}`;
}
/** `10%: paused at 12:00:03 UTC by ada (https://...): the sale` */
function takenWords({ steer, share, at, effect, ...wisher }) {
	const time = new Date(at).toISOString().slice(11, 19);
	return `${share}%: ${DID[steer]} at ${time} UTC ${wisherWords(wisher)}${effect ? "" : " (changed nothing)"}`;
}
// src/config/inputs/canary.ts
var group$8 = "Canary";
/** How a new release gets its traffic in steps. */
var CANARY = {
	"canary-steps": optional(steps({
		group: group$8,
		commands: RELEASES,
		description: "Shift traffic to a new release in steps, `share:time`, such as `10%:2m, 50%:5m`, and compare it with the baseline (the live release) in each. A bad release is rolled back. A first step of `0%` is a dark start: only requests with `canary-header` reach the release. Default: no canary, all traffic at once."
	})),
	"canary-max-error-rate": decimal({
		default: "0.1",
		min: 0,
		max: 1,
		group: group$8,
		commands: RELEASES,
		description: "Highest share of 5xx answers of a canary, even if the baseline is no better."
	}),
	"canary-max-latency": optional(duration({
		min: .005,
		max: 10,
		group: group$8,
		commands: RELEASES,
		description: "Longest duration for 99% of a canary's requests, such as 800ms, even if the baseline is no faster."
	})),
	"canary-min-requests": integer({
		default: "50",
		min: 1,
		max: 1e6,
		group: group$8,
		commands: RELEASES,
		description: "Requests that both the canary and the baseline must answer in a step before the step can pass."
	}),
	"canary-inconclusive": choice({
		of: [
			"hold",
			"promote",
			"rollback"
		],
		default: "rollback",
		group: group$8,
		commands: RELEASES,
		description: "What happens after a step with too few requests: `rollback` ends the canary, `promote` continues, `hold` waits at this share until there are enough requests or `deploy-timeout` ends."
	}),
	"canary-dry-run": start_boolean({
		default: "false",
		group: group$8,
		commands: RELEASES,
		description: "Judge the canary and report what would have happened, but do not roll it back because of errors, durations, alarms or too few requests. A canary that exits or becomes unhealthy is still rolled back."
	}),
	"canary-pause-limit": duration({
		default: "30m",
		min: 1,
		max: 14400,
		group: group$8,
		commands: RELEASES,
		description: "How long a canary stays paused (`command: steer`) if nobody continues it."
	}),
	"canary-pause-end": choice({
		of: ["abort", "continue"],
		default: "abort",
		group: group$8,
		commands: RELEASES,
		description: "What happens after `canary-pause-limit`: `abort` rolls the canary back, `continue` continues it."
	}),
	steer: optional(choice({
		of: STEERS,
		group: group$8,
		commands: ["steer"],
		ofRun: true,
		description: "With `steer`: `pause` keeps the canary at its share, `continue` ends a pause, `skip` ends the step as if it were good, `abort` rolls the canary back."
	}))
};
/** What can happen to data on the hosts. */
var DATA = { "volume-data": words({
	of: ["each-host-its-own", "discarded"],
	alone: "protected",
	group: "Container",
	commands: [...RELEASES, "destroy"],
	description: "What may happen to data in volumes and in folders of the host. `protected` refuses to split or lose data. `each-host-its-own` lets several hosts write to a volume, each to its own copy. `discarded` allows a host with data to be replaced or destroyed, even if it does not answer, but never one with another service on it. You can combine the last two with a comma."
}) };
// src/domain/deployment/recorded.ts
/** The name of a command in its deployments. */
var RECORDED = {
	deploy: "deploy",
	preview: "deploy",
	promote: "promote",
	rollback: "rollback",
	restart: "restart"
};
/** `undefined`: the command deploys nothing. */
function recordedCommand(command) {
	return RECORDED[command];
}
/** Commands that change what GitHub shows of an environment. */
var SHOWN_ON_GITHUB = [
	"deploy",
	"preview",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"sweep"
];
/**
* What a run with this outcome writes at its end, for its own service; `undefined`: nothing. A sweep ends the deployments of each preview that it
* removes, and its own service, whose environment is the default, still serves.
*/
function recordedEnd(command, outcome) {
	if (command === "sweep" || !SHOWN_ON_GITHUB.includes(command)) return void 0;
	return outcome === "destroyed" ? "removed" : recordedCommand(command);
}
// src/domain/lease/freeze.ts
/** During a freeze, the service refuses deploys, promotions and `destroy`. */
var FREEZE = (0,start_packages.x)({
	reason: (0,start_packages.A)(),
	actor: line,
	runUrl: line,
	/** ISO 8601. */
	at: line,
	/** ISO 8601; missing: until `command: unfreeze`. */
	until: (0,start_packages.a)(line)
});
var TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;
/** Whether a text is a duration from now, or a time with a time zone. */
function isEnd(text) {
	return (secondsOf(text) ?? 0) > 0 || TIME.test(text) && !Number.isNaN(Date.parse(text));
}
/** When a freeze ends, in milliseconds since the epoch. `text`: see `isEnd`. */
function endOf$1(text, now) {
	const seconds = secondsOf(text);
	return seconds === void 0 ? Date.parse(text) : now + seconds * 1e3;
}
/** The freeze in effect. One with an unreadable end is in effect. */
function freezeOf(record, now) {
	const freeze = record?.freeze;
	return freeze?.until !== void 0 && Date.parse(freeze.until) <= now ? void 0 : freeze;
}
function refuseFrozen(record, now) {
	const freeze = freezeOf(record, now);
	if (freeze === void 0) return void 0;
	return {
		reason: `the service is ${freezeWords(freeze)}`,
		hint: `${freeze.until === void 0 ? "Run" : `Wait until ${toTheSecond(freeze.until)}, or run`} command: unfreeze. rollback and restart still work.`
	};
}
function freezeWords({ reason, actor, runUrl, at, until }) {
	return `frozen since ${toTheSecond(at)}${until === void 0 ? "" : ` until ${toTheSecond(until)}`} by ${actor} (${runUrl}): ${reason}`;
}
/** Such as `2027-01-02T06:00:00Z`. */
function toTheSecond(time) {
	return time.replace(/\.\d+(?=Z$)/, "");
}
// src/config/inputs/guards.ts
var group$6 = "What to do";
/** What a run can do, and its time limits. */
var GUARDS = {
	"plan-hash": approval({
		pattern: /^v1(\.[0-9a-f]{12}){5}\.(none|[0-9a-f]{7,8}-[0-9a-f]{8})$/,
		expected: "the output plan-hash of a run with command: plan; it is empty when that run was refused or skipped",
		default: "none",
		group: group$6,
		commands: ["deploy", "promote"],
		ofRun: true,
		defaultByRunner: true,
		description: "Deploy or promote only the plan that produced this hash (the output `plan-hash` of `plan`), and refuse if anything has changed since. Empty text is an error, so that an approval cannot get lost between jobs; `none` requires no plan."
	}),
	"plan-comment": start_boolean({
		default: "false",
		group: group$6,
		commands: ["plan"],
		ofRun: true,
		description: "Also write the plan as a comment on the pull request, one for each service and environment. Needs `pull-requests: write`."
	}),
	"allow-rolled-back": start_boolean({
		default: "false",
		group: group$6,
		commands: RELEASES,
		ofRun: true,
		description: "Allow a commit that was rolled back. Otherwise the action refuses it until a newer one comes."
	}),
	"allow-downgrade": start_boolean({
		default: "false",
		group: group$6,
		commands: RELEASES,
		ofRun: true,
		description: "Allow a commit that is older than the live one. Otherwise the action refuses it, because the run started or was approved too late."
	}),
	"lock-timeout": duration({
		default: "15m",
		min: 0,
		max: 21600,
		group: group$6,
		commands: WAITS,
		description: "How long to wait for another run that changes the same service. A waiting deploy gives up if a newer one queues up whose commit contains its own. A rollback, restart or destroy goes ahead of waiting deploys."
	}),
	reason: optional(start_text({
		pattern: new RegExp(`^(?:(?!${UNSEEN.source})[^]){1,200}$`, "u"),
		expected: "one line of 200 visible characters at most",
		group: group$6,
		commands: ["freeze", "steer"],
		ofRun: true,
		description: "With `freeze`: why. Every refused run shows it. With `steer`: why (optional). The run of the canary shows it, too."
	})),
	until: optional(reading({
		read: (value) => isEnd(value) ? value : void 0,
		expected: "a duration such as 4h, or a time with its zone, such as 2027-01-02T06:00Z",
		group: group$6,
		commands: ["freeze"],
		ofRun: true,
		description: "With `freeze`: when the freeze ends, as a duration such as `4h` or a time such as `2027-01-02T06:00Z`. Default: at `unfreeze`."
	})),
	"destroy-repository": start_boolean({
		default: "false",
		group: group$6,
		commands: ["destroy"],
		ofRun: true,
		description: "With `destroy`: also remove the ECR repository and all its images. Refused while another service or environment uses an image of it."
	}),
	"deploy-timeout": duration({
		default: "15m",
		min: 60,
		max: 28800,
		group: group$6,
		commands: WORKS_ON_HOSTS,
		description: "Time limit for the work on a host: pull, start, health check, drain, and all steps of a canary. `stop-grace-period` comes on top."
	}),
	"github-token": optional(start_text({
		default: "${{ github.token }}",
		group: group$6,
		commands: COMMANDS$1,
		ofRun: true,
		defaultByRunner: true,
		description: "Token for GitHub's API. With `contents: read`, the action compares commits, lists tags and the commits between two releases, and reads the configuration file if it is not checked out. `plan-comment` needs `pull-requests: write`, `comment` also `issues: write`, `release-notes` needs `contents: write`."
	})),
	"github-deployment": choice({
		of: [
			"auto",
			"true",
			"false"
		],
		default: "auto",
		group: group$6,
		commands: SHOWN_ON_GITHUB,
		description: "Show the run among the deployments on GitHub (docs/guides/deployments.md). Needs `deployments: write`: `auto` goes without a record if the token lacks it, `true` warns, and `false` records nothing."
	})
};
// src/domain/schedule/zone-time.ts
var MINUTE$1 = 6e4;
/** No time zone has ever set its clocks back by more in one night. Minutes. */
var LONGEST_SHIFT = 120;
var formats = /* @__PURE__ */ new Map();
function formatOf(zone) {
	const known = formats.get(zone);
	if (known !== void 0) return known;
	const made = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric"
	});
	formats.set(zone, made);
	return made;
}
/** Whether a text is the name of a time zone, such as `Europe/Berlin` or `UTC`; an offset is none, because it knows no summer time. */
function isZone(text) {
	if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return false;
	try {
		return formatOf(text).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
/** What the clocks in a zone show at an instant, to the minute: as if they were in UTC, in milliseconds since the epoch. */
function clockAt(zone, at) {
	const parts = new Map(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const [year = 0, month = 1, day = 1] = [
		"year",
		"month",
		"day"
	].map((part) => parts.get(part));
	return Date.UTC(year, month - 1, day, parts.get("hour"), parts.get("minute"));
}
/**
* The latest time that the clocks in a zone have shown by an instant. It stands still while an hour is repeated, at the end of summer time, so that
* no time of the day comes twice.
*/
function localTime(zone, at) {
	const now = clockAt(zone, at);
	if (clockAt(zone, at - LONGEST_SHIFT * MINUTE$1) + LONGEST_SHIFT * MINUTE$1 - now <= 0) return now;
	const minutes = Array.from({ length: LONGEST_SHIFT }, (_, ago) => clockAt(zone, at - ago * MINUTE$1));
	return Math.max(now, ...minutes);
}
// src/domain/schedule/schedule.ts
var EXPECTED_SCHEDULE = "days, hours and a time zone, such as weekdays 8-19 Europe/Berlin; days are weekdays, daily, or mon-fri, or mon,wed; hours 8-19 or 8:30-19:00";
var DAY_NAMES = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
var EVERY_DAY = [
	0,
	1,
	2,
	3,
	4,
	5,
	6
];
var NAMED_DAYS = /* @__PURE__ */ new Map([["weekdays", [
	1,
	2,
	3,
	4,
	5
]], ["daily", EVERY_DAY]]);
var MINUTE = 6e4;
var DAY_MINUTES = 1440;
var WEEK_HOURS = 168;
/** `undefined` for anything else than `EXPECTED_SCHEDULE`. */
function parseSchedule(text) {
	const [dayWords = "", hours = "", zone = "", ...rest] = text.trim().split(/\s+/);
	const [from, to] = hours.split("-").map(minutesOf);
	const days = daysOf(dayWords.toLowerCase());
	if (rest.length > 0 || days === void 0 || !isZone(zone) || !/^[\d:]+-[\d:]+$/.test(hours)) return void 0;
	if (from === void 0 || to === void 0 || from >= to) return void 0;
	return {
		text: `${dayWords} ${hours} ${zone}`,
		days,
		from,
		to,
		zone
	};
}
/** `8`, `08:30`, `24:00`, as minutes since midnight. */
function minutesOf(text) {
	const [, hour = "", minute = "0"] = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text) ?? [];
	const minutes = Number(hour) * 60 + Number(minute);
	return hour === "" || minutes > DAY_MINUTES ? void 0 : minutes;
}
function daysOf(words) {
	const named = NAMED_DAYS.get(words);
	if (named !== void 0) return named;
	const parts = words.split(",").map(spanOf$1);
	const days = new Set(parts.flatMap((part) => part ?? []));
	return parts.includes(void 0) ? void 0 : EVERY_DAY.filter((day) => days.has(day));
}
/** `mon`, or `fri-mon`. */
function spanOf$1(words) {
	const ends = words.split("-").map((word) => DAY_NAMES.findIndex((name) => name === word));
	const [first = -1, last = first] = ends;
	if (ends.length > 2 || first < 0 || last < 0) return void 0;
	const length = (last - first + 7) % 7 + 1;
	return Array.from({ length }, (_, at) => (first + at) % 7);
}
/** Whether the service is to run at an instant: by the clocks of its zone, on each day at most once. */
function isOn({ days, from, to, zone }, at) {
	const local = localTime(zone, at);
	const minutes = Math.floor(local / MINUTE) % DAY_MINUTES;
	return days.includes(new Date(local).getUTCDay()) && minutes >= from && minutes < to;
}
/** The next instant at which it starts or stops; `undefined` if it never does. */
function nextChange(schedule, at) {
	const now = isOn(schedule, at);
	const step = (schedule.from % 15 === 0 && schedule.to % 15 === 0 ? 15 : 1) * MINUTE;
	const first = (Math.floor(at / step) + 1) * step;
	for (let next = first; next < at + 15 * DAY_MINUTES * MINUTE; next += step) if (isOn(schedule, next) !== now) return next;
}
/** Hours of a week in which it runs. */
function weekHours({ days, from, to }) {
	return days.length * (to - from) / 60;
}
/** Which part of the time it runs; without a schedule, always. */
function runningShare(schedule) {
	return schedule === void 0 ? 1 : weekHours(schedule) / WEEK_HOURS;
}
/** Such as `Mon 2026-11-30 08:00 (Europe/Berlin)`, or `further notice` for a schedule that never changes. */
function changeWords$1(schedule, at) {
	const next = nextChange(schedule, at);
	if (next === void 0) return "further notice";
	const local = new Date(localTime(schedule.zone, next));
	const day = DAY_NAMES[local.getUTCDay()] ?? "";
	const [date, time = ""] = local.toISOString().split("T");
	return `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ${date} ${time.slice(0, 5)} (${schedule.zone})`;
}
// src/domain/field/private-network.ts
/** RFC 1918, section 3. */
var PRIVATE = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16"
].map((cidr) => blockOf(cidr));
/** Prefix of the smallest network with room for the containers of several releases and services. */
var SMALLEST = 24;
/** A block of private IPv4 addresses, named by its first address. */
function privateNetwork(about) {
	const expected = `a private IPv4 network of /${SMALLEST} or larger, starting with its first address, such as 10.213.0.0/16`;
	return textField({
		...about,
		expected
	}, (value) => {
		if (!isPrivateNetwork(value)) throw new Invalid(expected);
		return value;
	});
}
function isPrivateNetwork(cidr) {
	const block = blockOf(cidr);
	return block !== void 0 && block.prefix <= SMALLEST && PRIVATE.some(({ first, last }) => first <= block.first && block.last <= last);
}
/** `undefined` if it is not IPv4, or does not start at a multiple of its size. */
function blockOf(cidr) {
	const [, address = "", length = ""] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(cidr) ?? [];
	const parts = address.split(".").map(Number);
	const prefix = Number(length);
	if (length === "" || prefix > 32 || parts.some((part) => part > 255)) return void 0;
	const first = parts.reduce((sum, part) => sum * 256 + part, 0);
	const size = 2 ** (32 - prefix);
	return first % size === 0 ? {
		first,
		last: first + size - 1,
		prefix
	} : void 0;
}
// src/config/inputs/host.ts
/** An existing host keeps its value. Only a new host gets another one: see `domain/host/differences.ts`. */
var effect = "new-host";
var group$5 = "Host";
/** The hosts: their number and properties. */
var HOST = {
	"instance-id": optional(start_text({
		pattern: /^i-[0-9a-f]{8,17}$/,
		expected: "an instance id, such as i-0123456789abcdef0",
		group: group$5,
		commands: IN_AWS,
		description: "Use this existing instance. Default: the host with the tags of the service and environment, or a new one."
	})),
	instances: integer({
		default: "1",
		min: 1,
		max: 50,
		group: group$5,
		commands: [...RELEASES, "doctor"],
		description: "Number of hosts of the service in this environment. The action launches missing ones. Each has its own address."
	}),
	"max-concurrency": start_text({
		default: "1",
		pattern: /^([1-9]|[1-4][0-9]|50|[1-9][0-9]?%|100%)$/,
		expected: "a number from 1 to 50, or a percentage from 1% to 100%",
		group: group$5,
		commands: WORKS_ON_HOSTS,
		description: "How many hosts get a release at a time: a number, or a percentage such as `25%`. The first failure stops the rest. With `1`, only one host can fail."
	}),
	"instance-type": start_text({
		pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
		expected: "an instance type, such as t3.small",
		default: "t3.small",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: "Instance type of the host. A new host is a t3.small by default. If its architecture differs from the runner's, the build needs emulation, or a runner of that architecture."
	}),
	ami: optional(start_text({
		pattern: /^ami-[0-9a-f]{8,17}$/,
		expected: "an image id, such as ami-0123456789abcdef0",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: "Machine image of the host. Default for a new host: the newest Amazon Linux 2023 for its architecture. `renew: true` moves to a newer one."
	})),
	"subnet-ids": list$1({
		separator: "any",
		pattern: /^subnet-[0-9a-f]{8,17}$/,
		expected: "subnet ids, such as subnet-0123456789abcdef0",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: "Subnets for the host, in order. If a zone has no capacity, the next subnet is tried. Default: the subnets of the default VPC."
	}),
	"security-group-ids": list$1({
		separator: "any",
		pattern: /^sg-[0-9a-f]{8,17}$/,
		expected: "security group ids, such as sg-0123456789abcdef0",
		group: group$5,
		effect,
		commands: [...WORKS_ON_HOSTS, "doctor"],
		description: "Security groups of the host. Default: one for this service that opens only the served ports."
	}),
	"instance-profile": optional(start_text({
		pattern: /^[\w+=,.@-]{1,128}$/,
		expected: "the name of an instance profile (not its ARN)",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: "Instance profile of the host. Default: a least-privilege one for this service and environment, below the path /docker-to-ec2/."
	})),
	"volume-size": integer({
		default: "16",
		min: 8,
		max: 16384,
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: "Size of the host's encrypted gp3 root volume, in GiB."
	}),
	"elastic-ip": start_boolean({
		default: "true",
		group: group$5,
		commands: [...WORKS_ON_HOSTS, "doctor"],
		description: "Give the host an Elastic IP, so that its address survives a stop or a replacement."
	}),
	network: optional(privateNetwork({
		group: group$5,
		commands: WORKS_ON_HOSTS,
		description: "Private IPv4 network for the containers of a host, such as 10.213.0.0/16. Each service gets 64 addresses. It must not overlap with the VPC, or with a network that the application connects to. Default: one that neither the host's routes nor the VPC use."
	})),
	"max-monthly-cost": optional(decimal({
		min: 1,
		max: 1e6,
		group: group$5,
		commands: RELEASES,
		description: "Refuse a run after which the hosts of this service would cost more than this in a month, in US dollars by list prices (docs/guides/cost.md). A price that is not known is refused, too."
	})),
	capacity: choice({
		of: ["on-demand", "spot"],
		default: "on-demand",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: "With `spot`, a new host is a spot instance: cheaper, but AWS can take it back after two minutes, with all data on it. Without spot capacity it is an on-demand one. Not for services with volumes, unless `volume-data: discarded`, and not with `schedule` (docs/guides/cost.md)."
	}),
	schedule: optional(reading({
		read: parseSchedule,
		expected: EXPECTED_SCHEDULE,
		group: group$5,
		commands: [
			"deploy",
			"plan",
			"promote",
			"schedule",
			"status",
			"doctor"
		],
		description: "When the hosts run, such as `weekdays 8-19 Europe/Berlin`. `command: schedule`, which a workflow has to run at these times, stops them outside of these hours and starts them again (docs/guides/cost.md)."
	})),
	"host-timeout": duration({
		default: "10m",
		min: 10,
		max: 3600,
		group: group$5,
		commands: [...CHANGES, "schedule"],
		description: "How long a host may take until its SSM agent is online; with `schedule`, also until it has stopped, and until the service answers again."
	}),
	"allow-replacement": start_boolean({
		default: "false",
		group: group$5,
		commands: RELEASES,
		ofRun: true,
		description: "Allow a new host if an input needs one: another `instance-type`, `ami`, `volume-size`, `subnet-ids`, `security-group-ids` or `instance-profile`, `elastic-ip: false` for a host that has one, or `capacity: on-demand` for a spot instance. The action launches the new host, deploys there, moves the address and terminates the old host. Otherwise it refuses such a run."
	}),
	renew: start_boolean({
		default: "false",
		group: group$5,
		commands: RELEASES,
		ofRun: true,
		description: "Replace each host even if no input needs it, for example for a newer machine image or because the host is broken. Without `instance-type` and `volume-size`, the new host is as large as the old one."
	})
};
// src/domain/image/build-secrets.ts
/** Id of a secret: https://docs.docker.com/build/building/secrets/#target */
var SECRET_ID = /^[A-Za-z0-9][\w.-]*$/;
/** Where a secret is, never its value. */
var SECRET_SOURCE = /^(env:[A-Za-z_]\w*|file:[^\0\r\n]+)$/;
/** `place`: makes the path of a file absolute. */
function buildSecrets(sources, place) {
	return Object.entries(sources).map(([id, source]) => {
		const at = source.slice(source.indexOf(":") + 1);
		return source.startsWith("env:") ? {
			id,
			kind: "env",
			name: at
		} : {
			id,
			kind: "file",
			path: place(at)
		};
	});
}
/** The value of `--secret` is a line of CSV: https://docs.docker.com/reference/cli/docker/buildx/build/#secret */
function secretArgv(secrets) {
	return secrets.map((secret) => {
		const where = secret.kind === "env" ? `env=${secret.name}` : `src=${secret.path}`;
		return `--secret=${[`id=${secret.id}`, where].map(csvField).join(",")}`;
	});
}
function csvField(text) {
	return /[",]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
/** Masking shorter ones would black out the log, and hide nothing. */
var LEAST$1 = 4;
/** Line lengths of `base64` and of `openssl base64`. */
var WIDTHS = [76, 64];
/** Masks each line of a secret as plain text, in a URL, in JSON, in hexadecimal and in base64. Parts of a secret and other encodings stay visible. */
function hiding(secrets) {
	const longestFirst = [...new Set(secrets.flatMap(formsOf).filter((form) => form.length >= LEAST$1))].toSorted((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}
function formsOf(secret) {
	const lines = secret.split(/\r?\n/).map((line) => line.trim());
	const whole = base64(Buffer.from(secret), 0);
	return [...lines.filter((line) => line.length >= LEAST$1).flatMap(spellings), ...WIDTHS.flatMap((width) => wrapped(whole, width))];
}
function spellings(line) {
	const bytes = Buffer.from(line);
	const encoded = [
		0,
		1,
		2
	].map((shift) => base64(bytes, shift));
	return [
		...[
			line,
			encodeURIComponent(line.toWellFormed()),
			JSON.stringify(line).slice(1, -1)
		],
		...[bytes.toString("hex"), bytes.toString("hex").toUpperCase()],
		...encoded,
		...encoded.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))
	];
}
/** The part of the encoding that does not depend on the surrounding text, if the bytes begin `shift` bytes after a multiple of three. */
function base64(bytes, shift) {
	return Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").slice(Math.ceil(shift * 8 / 6), Math.floor((shift + bytes.length) * 8 / 6));
}
function wrapped(text, width) {
	return Array.from({ length: Math.ceil(text.length / width) }, (_, row) => text.slice(row * width, (row + 1) * width));
}
// src/config/inputs/image.ts
var group$4 = "Image";
/** The image: its source, or how to build it. */
var IMAGE = {
	image: optional(start_text({
		pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
		expected: "an image reference, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...",
		group: group$4,
		description: "Deploy this existing image and skip the build."
	})),
	repository: optional(start_text({
		pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
		expected: "the name of an ECR repository, such as team/web",
		group: group$4,
		commands: [...CHANGES, "doctor"],
		description: "ECR repository to push to, used by this environment alone. The action creates it if it is missing. Default: `<service>/<environment>`."
	})),
	context: start_text({
		default: ".",
		group: group$4,
		description: "Build context, relative to the workspace."
	}),
	dockerfile: optional(start_text({
		group: group$4,
		description: "Path of the Dockerfile, relative to the workspace. Default: `Dockerfile` in the context."
	})),
	target: optional(start_text({
		group: group$4,
		description: "Stage of the Dockerfile to build. Default: the last one."
	})),
	"build-args": map({
		key: VARIABLE,
		expected: "NAME=value, one a line",
		group: group$4,
		description: "Build arguments, `NAME=value`, one a line. They become part of the image: use `build-secrets` for secrets."
	}),
	"build-secrets": map({
		key: SECRET_ID,
		value: SECRET_SOURCE,
		expected: "id=env:VARIABLE or id=file:path, one a line",
		group: group$4,
		description: "Secrets for `RUN --mount=type=secret,id=...` in the Dockerfile: `id=env:VARIABLE` or `id=file:path`, one a line. No image, cache, argument or log contains them. A new value does not change the tag of the image: set `rebuild`."
	}),
	ssh: optional(choice({
		of: ["default"],
		group: group$4,
		description: "`default` lets `RUN --mount=type=ssh` in the Dockerfile use the runner's SSH agent (`SSH_AUTH_SOCK`). Default: no access."
	})),
	sbom: optional(start_text({
		pattern: /^[^\0]+$/,
		expected: "the path of a file",
		group: group$4,
		description: "SBOM of the image that an earlier step wrote: SPDX or CycloneDX, as JSON. A path relative to the workspace; a file below `runner.temp` stays out of the build. The action attaches it to the image in the registry. Default: none."
	})),
	platforms: list$1({
		separator: "any",
		pattern: /^linux\/(amd64|arm64)$/,
		expected: "linux/amd64, linux/arm64 or both",
		group: group$4,
		description: "Platforms to build for. Default: the host's own. More than one needs docker/setup-buildx-action."
	}),
	cache: start_boolean({
		default: "true",
		group: group$4,
		description: "Keep a build cache in the repository, under its own tag."
	}),
	rebuild: start_boolean({
		default: "false",
		group: group$4,
		ofRun: true,
		description: "Build even if the registry has the image of this commit, without a cache and with the newest base image. The new image has its own tag, and later deploys of the commit use it."
	})
};
// src/config/inputs/names.ts
/** The DNS records of the domains. */
var NAMES = {
	"hosted-zone-id": optional(distinct$1(list$1({
		separator: "any",
		pattern: /^(none|[A-Z0-9]{1,32})$/,
		expected: "ids of hosted zones, such as Z0123456789ABCDEFGHIJ, or none",
		most: 5,
		group: "Health and traffic",
		commands: IN_AWS,
		description: "Ids of the Route 53 hosted zones that contain the `domains`; `none` leaves all records to you. Default: for each name, the public zone of this account with the longest matching suffix. For a name without a zone, the run says which record to create."
	}))),
	"dns-timeout": duration({
		default: "10m",
		min: 0,
		max: 86400,
		group: "HTTPS",
		commands: RELEASES,
		description: "With `tls: acme`: how long a run waits for new names to resolve to its hosts before it requests certificates. For DNS outside Route 53, it says which record to create. `0s` skips the lookup."
	})
};
// src/domain/image/scan.ts
/** Values of `max-severity`, the worst first: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html */
var SEVERITIES = [
	"critical",
	"high",
	"medium"
];
/** How many findings a refusal names. */
var TOLD = 10;
/** The findings that `max` does not allow, the worst first. */
function tooSevere(vulnerabilities, max) {
	const refused = SEVERITIES.slice(0, SEVERITIES.indexOf(max) + 1);
	const rank = ({ severity }) => refused.indexOf(severity);
	return vulnerabilities.filter(({ severity }) => refused.includes(severity)).toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
function refuseVulnerable(image, found, max) {
	if (found.length === 0) return void 0;
	const total = SEVERITIES.map((severity) => [severity, found.filter((one) => one.severity === severity).length]).flatMap(([severity, count]) => count === 0 ? [] : [`${count} ${severity}`]).join(", ");
	const more = found.length > TOLD ? [`${found.length - TOLD} more`] : [];
	const fixable = found.filter(({ fixed }) => fixed !== "").length;
	return {
		code: "image-vulnerable",
		reason: `${image} has vulnerabilities that max-severity: ${max} refuses, ${total}: ${[...found.slice(0, TOLD).map(vulnerabilityWords), ...more].join("; ")}`,
		hint: `Update what is named, usually with a newer base image, and build again${fixable === 0 ? "" : `: ${fixable} of ${found.length} have a fixed version`}; or set another max-severity.`
	};
}
function vulnerabilityWords({ name, severity, in: where, fixed }) {
	return `${name} (${severity}${where === "" ? "" : `, ${where}`}${fixed === "" ? "" : `, fixed in ${fixed}`})`;
}
function refuseUnscanned(image, reason) {
	return {
		code: "image-not-scanned",
		reason: `max-severity needs a scan of ${image}, but ${reason}`,
		hint: "Keep the image in ECR, and turn on scan on push or enhanced scanning for its repository. `aws ecr start-image-scan` scans an existing image. Or leave max-severity out."
	};
}
// src/domain/provenance/signer.ts
var WORKFLOW = /^(?:([\w.-]+\/[\w.-]+)\/)?(\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(refs\/(?:heads|tags)\/[\w./-]+))?$/;
/** `[owner/name/].github/workflows/file.yml[@refs/...]`; `undefined` for anything else. */
function signerWorkflow(text) {
	const [, repository = "", path = "", ref = ""] = WORKFLOW.exec(text) ?? [];
	return path === "" ? void 0 : {
		repository,
		path,
		ref
	};
}
/** Why the signer is the wrong one; `undefined` if it is right. */
function otherThan(signer, expected) {
	const { serverUrl, repository, repositoryId, ownerId } = expected;
	const source = `${serverUrl}/${repository}`;
	const other = [
		[
			"a token of",
			signer.issuer,
			issuerOf(serverUrl)
		],
		[
			"a run of",
			signer.repository,
			source
		],
		[
			"repository number",
			signer.repositoryId,
			repositoryId || signer.repositoryId
		],
		[
			"owner number",
			signer.ownerId,
			ownerId || signer.ownerId
		]
	].find(([, is, should]) => is !== should);
	if (other) return `it was signed with ${other[0]} ${other[1] || "nobody"}, not ${other[2]}`;
	return isSignedBy(signer, expected) ? void 0 : `it was signed by ${signer.workflow}, not by ${workflowWords(expected)}`;
}
/** Splits at the last `@`, so that a file name cannot imitate a file and a ref. A ref with an `@` never matches an expected one. */
function isSignedBy({ workflow }, { serverUrl, repository, workflow: wanted }) {
	const at = workflow.lastIndexOf("@");
	const [file, ref] = [workflow.slice(0, at), workflow.slice(at + 1)];
	if (wanted === "any") return file.startsWith(`${serverUrl}/${repository}/.github/workflows/`);
	return file === `${serverUrl}/${wanted.repository || repository}/${wanted.path}` && (wanted.ref === "" || ref === wanted.ref);
}
function workflowWords({ repository, workflow }) {
	if (workflow === "any") return `a workflow of ${repository}`;
	return `${workflow.repository || repository}/${workflow.path}${workflow.ref === "" ? "" : `@${workflow.ref}`}`;
}
/**
* The issuer of workflows' identity tokens, on github.com, a subdomain of ghe.com, or a self-hosted server:
* https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc,
* https://docs.github.com/en/enterprise-server@latest/actions/reference/security/oidc
*/
function issuerOf(serverUrl) {
	const { host } = new URL(serverUrl);
	if (host === "github.com") return "https://token.actions.githubusercontent.com";
	return host.endsWith(".ghe.com") ? `https://token.actions.${host}` : `${serverUrl}/_services/token`;
}
// src/config/inputs/provenance.ts
var group$3 = "Image";
/** What an image must prove before a deploy. */
var PROVENANCE = {
	"require-attestation": signer({
		default: "false",
		group: group$3,
		commands: RELEASES,
		description: "Deploy only an image with a signed attestation of its build (`actions/attest`) for its digest, by a workflow of this repository: `true` accepts any workflow, `.github/workflows/build.yml` only this one, `.github/workflows/build.yml@refs/heads/main` only this one on this ref. For a reusable workflow of another repository, add its name: `acme/builds/.github/workflows/image.yml`. `deploy` then needs `image`, because its own builds have no attestation."
	}),
	"trusted-root": optional(start_text({
		pattern: /^[^\0]+$/,
		expected: "the path of a file",
		group: group$3,
		commands: RELEASES,
		description: "With `require-attestation`: file with the roots to trust, relative to the workspace, as `gh attestation trusted-root` writes it. Private repositories need it, because GitHub's own instance signs their attestations, and so does GitHub Enterprise. Default: the current root of Sigstore's public instance."
	})),
	"max-severity": optional(choice({
		of: SEVERITIES,
		group: group$3,
		commands: RELEASES,
		description: "Refuse an image in which ECR's scan found a vulnerability of this severity or worse. The action waits for a scan in progress, and refuses an image without one. Default: no check."
	}))
};
function signer(about) {
	const expected = "true, false, or a workflow such as .github/workflows/build.yml or .github/workflows/build.yml@refs/heads/main";
	return textField({
		...about,
		expected
	}, (raw) => {
		if (/^(false|False|FALSE)$/.test(raw)) return void 0;
		if (/^(true|True|TRUE)$/.test(raw)) return "any";
		const workflow = signerWorkflow(raw);
		if (workflow === void 0) throw new Invalid(expected);
		return workflow;
	});
}
// src/domain/order/proxy-image.ts
/** Default image of the proxy. Written by scripts/pin-proxy.ts; each release checks with it that the registry has this digest. */
var PROXY_IMAGE = "public.ecr.aws/docker/library/caddy:2.11.7";
// src/config/inputs/rollout.ts
var group$2 = "Health and traffic";
/** How a host goes from one release to the next. */
var ROLLOUT = {
	"drain-timeout": duration({
		default: "30s",
		min: 0,
		max: 3600,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: "How long the old release may take to finish its requests (and WebSockets) after the cut-over."
	}),
	"certificate-timeout": duration({
		default: "2m",
		min: 1,
		max: 3600,
		group: "HTTPS",
		commands: WORKS_ON_HOSTS,
		description: "How long the authority may take to issue the certificates of a release. Until then, the old release serves. A valid certificate on the host is enough."
	}),
	"bake-time": duration({
		default: "10s",
		min: 0,
		max: 3600,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: "How long the old release keeps running after the cut-over while the action watches restarts, health and errors of the new one. If the new release goes bad, the old one is switched back at once."
	}),
	"bake-max-errors": decimal({
		default: "0.1",
		min: 0,
		max: 1,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: "Highest share of 5xx answers while a release bakes, from 20 answers on. Above it, the release is rolled back."
	}),
	alarms: commaList({
		pattern: /^[^,\p{Cc}]{1,255}$/u,
		expected: "names of CloudWatch alarms, separated by commas, 20 at most",
		most: 20,
		group: group$2,
		commands: RELEASES,
		description: "CloudWatch alarms that judge a new release, such as `web-5xx, web-latency`. If one is in `ALARM` at the start, the run is refused. If one goes to `ALARM` during a canary or before the end of `bake-time`, the release is rolled back at once."
	}),
	"retain-releases": integer({
		default: "3",
		min: 2,
		max: 20,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: "How many releases the host keeps for a rollback, with container and image, including the live one."
	}),
	"proxy-image": start_text({
		pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
		expected: "an image reference",
		default: PROXY_IMAGE,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: "Image of the proxy, Caddy 2.11.2 or newer."
	})
};
// src/config/inputs/reports/metrics.ts
var group$1 = "Metrics";
/** The window of the four metrics, and their output. */
var METRICS = {
	window: duration({
		default: "30d",
		min: 86400,
		max: 31536e3,
		group: group$1,
		commands: ["metrics"],
		description: "With `metrics`: how far the metrics reach back, such as `30d`."
	}),
	"incident-label": optional(start_text({
		pattern: /^[^\p{Cc}\p{Zl}\p{Zp},]{1,50}$/u,
		expected: "the name of one label, such as incident",
		group: group$1,
		commands: ["metrics"],
		description: "With `metrics`: label of the issues that report incidents of `environment`. Each counts as a failure of the release that was live when it was opened. Needs `issues: read`."
	})),
	"metrics-path": optional(start_text({
		pattern: /^(?!\/)(?!(.*\/)?\.\.?(\/|$))[^\p{Cc}\\]+$/u,
		expected: "a folder by its path in the workspace, such as metrics",
		group: group$1,
		commands: ["metrics"],
		description: "With `metrics`: folder of the workspace to write `index.html`, `metrics.json` and the badges to, such as for GitHub Pages. Default: write no files."
	}))
};
// src/domain/identity/job-role.ts
/** `arn:aws:iam::111122223333:role/deploy`, with or without a path. */
var ROLE_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
/** The account and partition in a role's ARN. */
function placeOf$1(arn) {
	const [, partition = "", , , accountId = ""] = arn.split(":");
	return {
		partition,
		accountId
	};
}
/** In China, STS has another name: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
function standardAudience(roleArn) {
	return placeOf$1(roleArn).partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
// src/domain/version/semver.ts
/** Maximum length in characters: a version becomes an image tag (128), and is in each entry of a 4 KB record. */
var LONGEST$1 = 64;
var NUMBER = "(0|[1-9]\\d*)";
var IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
/** The grammar of https://semver.org/spec/v2.0.0.html#backusnaur-form-grammar-for-valid-semver-versions */
var SEMVER = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`);
/** Reads a version or a Git tag, with or without a `v` in front. `undefined` for any other text, and for numbers that are too large to be exact. */
function readSemver(text) {
	const [, bare = ""] = /^v?(.*)$/s.exec(text) ?? [];
	const parts = bare.length > LONGEST$1 ? null : SEMVER.exec(bare);
	if (parts === null) return void 0;
	const [, major, minor, patch, prerelease = ""] = parts;
	const core = [
		Number(major),
		Number(minor),
		Number(patch)
	];
	return core.every(Number.isSafeInteger) ? {
		text: bare,
		core,
		prerelease: prerelease === "" ? [] : prerelease.split(".")
	} : void 0;
}
/**
* Negative if `a` comes before `b`: https://semver.org/spec/v2.0.0.html#spec-item-11. The specification ignores build metadata; here it breaks ties, so that
* the order is always the same.
*/
function compareSemver(a, b) {
	return a.core.map((number, at) => number - (b.core[at] ?? 0)).find((difference) => difference !== 0) ?? (comparePrerelease(a.prerelease, b.prerelease) || compareText(a.text, b.text));
}
/** Whether a text is the same version but for build metadata. */
function isSamePrecedence(one, text) {
	return one.text.replace(/\+.*/, "") === text.replace(/\+.*/, "");
}
/** Whether a text is a version after this one. */
function isHigher(text, than) {
	const version = readSemver(text);
	return version !== void 0 && compareSemver(version, than) > 0;
}
function comparePrerelease(a, b) {
	if (a.length === 0 || b.length === 0) return b.length - a.length;
	const at = a.findIndex((identifier, index) => identifier !== b[index]);
	if (at < 0) return a.length - b.length;
	return b[at] === void 0 ? 1 : compareIdentifiers(a[at] ?? "", b[at]);
}
/** Numbers come before words. They are compared as text, so none is too large. */
function compareIdentifiers(a, b) {
	const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
	return (isNumber ? a.length - b.length : 0) || compareText(a, b);
}
function compareText(a, b) {
	return a === b ? 0 : a < b ? -1 : 1;
}
/** The image tag of a version. Tags cannot contain `+`, and versions cannot contain `_`, so each version has its own tag. */
function imageTagOf(version) {
	return version.replaceAll("+", "_");
}
// src/domain/version/next-version.ts
/** How the next version is derived. */
var SCHEMES = ["semver", "calver"];
/** https://semver.org/#how-should-i-deal-with-revisions-in-the-0yz-initial-development-phase */
var FIRST = [
	0,
	1,
	0
];
/**
* The version after the last one, by the changes since. Below 1.0.0, a breaking change raises the minor version and anything else the patch version: people
* decide when an API is stable. A prerelease announces a version, so the next one is not lower.
*/
function nextSemver({ last, prerelease }, changes) {
	const [highest] = [last === void 0 ? void 0 : raised(last.core, changes), prerelease?.core].filter((core) => core !== void 0).toSorted((a, b) => compareCores(b, a));
	return (highest ?? FIRST).join(".");
}
function raised([major, minor, patch], changes) {
	const steps = changes.includes("breaking") ? 0 : changes.includes("feature") ? 1 : 2;
	const part = major === 0 ? Math.min(2, steps + 1) : steps;
	if (part === 0) return [
		major + 1,
		0,
		0
	];
	return part === 1 ? [
		major,
		minor + 1,
		0
	] : [
		major,
		minor,
		patch + 1
	];
}
function compareCores(a, b) {
	const plain = (core) => ({
		text: "",
		core,
		prerelease: []
	});
	return compareSemver(plain(a), plain(b));
}
/**
* `2026.1127.0` for the first version of 27 November 2026 in UTC, then `2026.1127.1`: year, month with day, and a counter. A semantic version has no leading
* zeros, so 5 January gives `2026.105.0`. Each version is higher than all earlier ones.
*/
function nextCalver(now, versions) {
	const [year, day] = [now.getUTCFullYear(), (now.getUTCMonth() + 1) * 100 + now.getUTCDate()];
	const counters = versions.flatMap(({ core: [itsYear, itsDay, counter] }) => itsYear === year && itsDay === day ? [counter] : []);
	return [
		year,
		day,
		counters.length === 0 ? 0 : Math.max(...counters) + 1
	].join(".");
}
// src/domain/version/version.ts
/** The name of a release: its semantic version, or else its commit. */
function versionOf({ semver, commit }) {
	return semver ?? commit;
}
/** Reads an input: a semantic version, which loses its `v`, or the full id of a commit. `undefined` for anything else. */
function readVersion(text) {
	return isCommit(text) ? text : readSemver(text)?.text;
}
/** The name of a release: a commit and a hash, such as `3f2a9c1d-b04e77aa`. */
var RELEASE_NAME = /^[0-9a-f]{7,8}-[0-9a-f]{8}$/;
function isCommit(version) {
	return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version);
}
/** The version of a Git ref such as `refs/tags/v1.4.0`; `undefined` if the ref is not a version tag. */
function versionOfRef(ref) {
	const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1];
	return tag === void 0 ? void 0 : readSemver(tag)?.text;
}
// src/config/inputs/what.ts
var NAME_EXPECTED = "lower-case letters and digits with single hyphens between them, 40 at most, such as web or pr-12";
var REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
var group = "What to do";
// src/config/inputs/inputs.ts
/** Every input of the action: the one source of its type, its default and its documentation. */
var INPUTS = {
	command: choice({
		of: COMMANDS$1,
		default: "deploy",
		group,
		commands: COMMANDS$1,
		ofRun: true,
		defaultByRunner: true,
		description: "`deploy` brings the service to the current commit. `preview` serves a pull request until it is closed. `plan` shows what `deploy` (or `promote`, with `promote-from`) would do. `promote` deploys the verified release of `promote-from`. `rollback` returns to an earlier release. `restart` restarts the live release with fresh secrets. `status` shows what is live. `metrics` shows how often and how fast releases go live, how many fail, and how fast the service recovers. `freeze` blocks deploys and promotions until `unfreeze`. `steer` pauses, continues, skips or aborts a canary that another run leads. `schedule` starts or stops the hosts, as the input `schedule` says for now. `doctor` checks what a deploy needs, and says how to fix what is wrong. `destroy` removes the service and everything that was created for it. `sweep` removes previews that are not needed any more. `comment` reads the command in a comment on a pull request or an issue, such as `.deploy staging`, for the next job."
	}),
	config: optional(start_text({
		pattern: /^(none|(?!\/)(?!(.*\/)?\.\.?\/)[^\0\\]+\.ya?ml)$/,
		expected: "a YAML file by its path in the repository, such as .github/docker-to-ec2.yml, or none",
		group,
		commands: IN_AWS,
		ofRun: true,
		description: "Configuration file with inputs, as a path in the repository; `none` reads no file. Default: `.github/docker-to-ec2.yml`, if it exists."
	})),
	service: optional(start_text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		group,
		commands: IN_AWS,
		description: "Name of the service. Default: the repository's name."
	})),
	environment: start_text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		default: "production",
		group,
		commands: IN_AWS.filter((command) => command !== "preview" && command !== "sweep"),
		ofRun: true,
		description: "Environment of the service, such as staging or production. Each has its own hosts and releases. With `preview`: `pr-` and the number of the pull request."
	}),
	"aws-region": optional(start_text({
		pattern: REGION,
		expected: "an AWS region, such as us-east-1",
		group,
		commands: IN_AWS,
		description: "AWS region. Default: the variable `AWS_REGION`."
	})),
	"role-to-assume": optional(start_text({
		pattern: ROLE_ARN,
		expected: "the ARN of a role, such as arn:aws:iam::111122223333:role/deploy",
		group,
		commands: IN_AWS,
		description: "Role that the run assumes with the identity token of its job (OIDC), without stored keys. Needs `id-token: write`. The action renews the credentials until the run ends. Default: the credentials of the job, such as those of aws-actions/configure-aws-credentials."
	})),
	"role-duration": duration({
		default: "1h",
		min: 900,
		max: 43200,
		group,
		commands: IN_AWS,
		description: "With `role-to-assume`: how long the credentials are valid, at most the maximum of the role. A longer run gets new ones in time."
	}),
	audience: optional(start_text({
		pattern: /^[\x21-\x7e]{1,255}$/,
		expected: "one that the identity provider in the account lists, such as sts.amazonaws.com",
		group,
		commands: IN_AWS,
		description: "With `role-to-assume`: the audience of the identity token. Default: `sts.amazonaws.com`, and in China `sts.amazonaws.com.cn`."
	})),
	"account-id": optional(start_text({
		pattern: /^\d{12}$/,
		expected: "the 12 digits of an AWS account",
		group,
		commands: IN_AWS,
		description: "Guard: refuse to run in any other AWS account."
	})),
	release: optional(start_text({
		pattern: RELEASE_NAME,
		expected: "the name of a release, such as 3f2a9c1d-b04e77aa; `status` lists them",
		group,
		commands: [
			"rollback",
			"promote",
			"plan"
		],
		ofRun: true,
		description: "With `rollback`: the release to return to. Default: the last verified one before the live release. With `promote`, or `plan` and `promote-from`: the verified release of `promote-from` to deploy. Default: the live one."
	})),
	version: optional(reading({
		read: readVersion,
		expected: "a semantic version such as 1.4.0 or v1.4.0, of 64 characters at most, or the whole id of a commit",
		group,
		commands: [
			"deploy",
			"plan",
			"promote",
			"rollback"
		],
		ofRun: true,
		description: "With `deploy`: the version of the release, such as `1.4.0` or `v1.4.0`. It becomes a tag of the image, and names one digest forever. Default: the version tag of the run or of the commit, else the commit. With `promote`: the version to promote, as recorded in `promote-from` or tagged in the repository. Default: the version tag of the run. With `rollback`: the version to return to."
	})),
	"next-version": optional(choice({
		of: SCHEMES,
		group,
		commands: ["deploy", "plan"],
		description: "Propose a version for the commit, in the output `next-version`: `semver` raises the last version tag by the conventional commits since, `calver` takes the date in UTC (`2026.1127.0`). Creates no tag. Needs `contents: read`. Default: no proposal."
	})),
	"release-notes": start_boolean({
		default: "false",
		group,
		commands: ["deploy", "promote"],
		description: "Write what went live into the GitHub release of the version. Creates a missing release and tag. Needs `contents: write`. If GitHub refuses, the run only warns."
	}),
	"promote-from": optional(start_text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		group,
		commands: ["promote", "plan"],
		description: "With `promote`: the environment, such as staging, whose verified release is deployed to `environment` with the same image, container and health check. Only the variables in `env` and `secrets` of this run differ. With `plan` (in the step, not in the file): plan this promotion instead of a deploy."
	})),
	"promote-from-role": optional(start_text({
		pattern: ROLE_ARN,
		expected: "the ARN of a role, such as arn:aws:iam::111122223333:role/promoter",
		group,
		commands: ["promote", "plan"],
		description: "With `promote-from`: the role that reads from that environment. Set it if the environment is in another account, or to check the health of its hosts."
	})),
	"promote-from-region": optional(start_text({
		pattern: REGION,
		expected: "an AWS region, such as us-east-1",
		group,
		commands: ["promote", "plan"],
		description: "With `promote-from`: the region of that environment. Default: the region of this run."
	})),
	"min-soak": duration({
		default: "0s",
		min: 0,
		max: 2592e3,
		group,
		commands: ["promote", "plan"],
		description: "With `promote-from`: how long the release must have served there, such as `30m`. If the hosts can be asked, a restarted container counts from its restart."
	}),
	...GUARDS,
	...HOST,
	...IMAGE,
	...PROVENANCE,
	...SPEC,
	...NAMES,
	...DATA,
	...ROLLOUT,
	...CANARY,
	...METRICS,
	...PREVIEWS,
	...COMMENTS
};
// src/config/inputs/problem.ts
/** All problems as one error, a line each. */
function inputError(problems) {
	const lines = problems.map(({ input, message, at }) => [
		at && spell(at),
		input,
		message
	].filter(Boolean).join(": "));
	const count = problems.length === 1 ? "A problem with the inputs" : `${problems.length} problems with the inputs`;
	const inFile = problems.filter(({ at }) => at !== void 0).length;
	const places = [...inFile < problems.length ? ["the `with:` block of this step"] : [], ...inFile > 0 ? ["the configuration file"] : []];
	return new DeployError("inputs", `${count}:\n${lines.map((line) => `  ${line}`).join("\n")}`, { hint: `Correct ${places.join(" and ")}; nothing was changed.` });
}
function attempt$1(read) {
	try {
		return { value: read() };
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		return { faults: error.faults };
	}
}
/** All problems with the text of one input: `got "x"; expected ...`, or `line 2 is "x", line 5 is "y"; expected ...`. */
function textMessage(faults, { confidential }, raw) {
	return Object.entries(Object.groupBy(faults, ({ expected }) => expected)).map(([expected, same = []]) => `${confidential ? start_hidden(same) : shown(same, raw)}; expected ${expected}`).join("; ");
}
function shown(faults, raw) {
	if (faults.every(({ line }) => line === void 0)) return `got ${faults.map(({ got }) => got ?? shorten(raw)).join(", ")}`;
	return faults.map(({ line, got }) => `line ${line} is ${got}`).join(", ");
}
function start_hidden(faults) {
	const lines = faults.flatMap(({ line }) => line ?? []);
	if (lines.length === 0) return "its value is wrong";
	return lines.length === 1 ? `line ${lines[0]} is wrong` : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)} are wrong`;
}
/** One thing that is wrong with a value of the file. */
function valueMessage({ expected, got }, { confidential }) {
	return got === void 0 || confidential ? `expected ${expected}` : `got ${got}; expected ${expected}`;
}
function spell({ path, line, column }) {
	return `${path}:${line}:${column}`;
}
/** Sorts by position in the file. */
function inOrder$1(problems) {
	const line = ({ at }) => at?.line ?? 0;
	const column = ({ at }) => at?.column ?? 0;
	return problems.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}
function shorten(raw) {
	if (raw.trim() === "") return "nothing";
	return JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}...` : raw);
}
/** Suggestions for an unknown name: inputs with all of its words, such as `aws-region` for `region`, or the one with the closest spelling. */
function didYouMean(name, candidates) {
	const whole = candidates.filter((candidate) => hasWordsOf(name, candidate));
	const likely = whole.length > 0 ? whole : [nearest(name, candidates)].filter((near) => near !== void 0);
	return likely.length === 0 ? "no such input" : `no such input; did you mean ${alternatives(likely.map((word) => `\`${word}\``))}?`;
}
function hasWordsOf(name, candidate) {
	const words = new Set(candidate.split("-"));
	return name.split(/[-_]/).every((word) => words.has(word));
}
function alternatives(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
/** The candidate with the closest spelling, if one is close. */
function nearest(word, candidates) {
	const [best] = candidates.map((candidate) => ({
		candidate,
		far: distance(word, candidate)
	})).toSorted((a, b) => a.far - b.far);
	return best && best.far <= Math.max(2, word.length / 3) ? best.candidate : void 0;
}
/** Levenshtein distance, one row at a time. */
function distance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (const [at, letter] of [...a].entries()) {
		const next = [at + 1];
		for (const [column, other] of [...b].entries()) next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}
// src/config/inputs/step.ts
/** The value in the step's `with:` block, or the runner's default. `undefined`: none. */
function stepText(env, name) {
	const text = env[variable(name)];
	return text === void 0 || text.trim() === "" && !INPUTS[name].emptyIsWrong ? void 0 : text;
}
/** Whether the step sets it. The runner passes a default of action.yml just like the same text in the step. */
function isInStep(env, name) {
	const { defaultByRunner, default: standard } = INPUTS[name];
	const text = stepText(env, name);
	return text !== void 0 && !(defaultByRunner && text.trim() === standard);
}
/** Input by which the action of one command, such as `rollback/action.yml`, identifies itself; its default is `true`. */
function markOf$1(command) {
	return `command-${command}`;
}
/** The command of the run: the input, or that of an action for one command. `undefined` if unclear. */
function commandOf(env) {
	const marked = COMMANDS$1.filter((command) => env[variable(markOf$1(command))] !== void 0);
	const asked = env[variable("command")];
	const [own] = marked;
	if (own === void 0) return askedCommand(asked);
	if (marked.length === 1 && asked === void 0 && env[variable(markOf$1(own))] === "true") return {
		command: own,
		problems: []
	};
	return {
		command: void 0,
		problems: [{
			input: "command",
			message: `not to be set here: the action of a single command, such as OWNER/docker-to-ec2/${own}, has no other one`
		}]
	};
}
function askedCommand(asked) {
	const raw = asked?.trim() || INPUTS.command.default || "";
	const read = attempt$1(() => INPUTS.command.parse(raw));
	if ("value" in read) return {
		command: read.value,
		problems: []
	};
	return {
		command: void 0,
		problems: [{
			input: "command",
			message: textMessage(read.faults, INPUTS.command, raw)
		}]
	};
}
/** The runner also passes inputs that the action does not know. To ignore them would hide a typo. */
function unknownInputs(env) {
	const known = new Set([...Object.keys(INPUTS), ...COMMANDS$1.map(markOf$1)].map(variable));
	return Object.keys(env).filter((key) => key.startsWith("INPUT_") && !known.has(key)).map((key) => {
		const input = key.slice(6).toLowerCase();
		return {
			input,
			message: `${didYouMean(input, Object.keys(INPUTS))} (from \`with:\`, or from the variable ${key} in an \`env:\`)`
		};
	});
}
/** The runner's spelling: upper case, underscores for spaces, hyphens unchanged. */
function variable(name) {
	return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
// src/config/file/config-file.ts
var DEFAULT_PATH = ".github/docker-to-ec2.yml";
/** Reads the file that `config` names, or the default one if it exists. Some commands take none. */
async function findConfigFile(env, source) {
	const { command } = commandOf(env);
	if (command !== void 0 && !INPUTS.config.commands.includes(command)) return void 0;
	const asked = attempt$1(() => INPUTS.config.parse(stepText(env, "config") ?? ""));
	if ("faults" in asked || asked.value === "none") return void 0;
	const path = asked.value ?? DEFAULT_PATH;
	const found = await source.read(path);
	switch (found.kind) {
		case "found": return parseConfig(path, found.text);
		case "missing": return asked.value === void 0 ? void 0 : unread(path, [{
			input: "config",
			message: `there is no ${path} ${found.where}`
		}]);
		case "unknown": return unread(path, [{
			input: "config",
			message: `cannot find out whether ${path} exists: ${found.reason}. Check out the repository first, give the job contents: read, or set config: none`
		}]);
	}
}
var EMPTY = {
	kind: "map",
	entries: [],
	at: {
		line: 1,
		column: 1
	}
};
function unread(path, problems) {
	return {
		path,
		content: EMPTY,
		problems
	};
}
async function parseConfig(path, text) {
	const { readYaml } = await __nccwpck_require__.e(/* import() */ 7453).then(__nccwpck_require__.bind(__nccwpck_require__, 7453));
	const { content, wrong } = readYaml(text);
	if (wrong.length === 0) return {
		path,
		content,
		problems: []
	};
	return unread(path, wrong.map(({ message, at }) => ({
		input: "",
		message,
		at: {
			path,
			...at
		}
	})));
}
// src/domain/release/route.ts
var short$2 = (0,start_packages.w)(line, (0,start_packages.m)(1024));
/** Where a service answers, whatever it does there, as stored and reported. */
var PLACE = (0,start_packages.x)({
	"http-port": amount,
	domains: (0,start_packages.w)((0,start_packages.t)(short$2), (0,start_packages.m)(100)),
	"path-prefix": short$2,
	/** `off`: HTTP only. */
	tls: short$2,
	"https-port": amount,
	"external-proxy": (0,start_packages.n)(),
	/** Names that redirect to the first of `domains`; absent without any. */
	"redirect-domains": (0,start_packages.a)((0,start_packages.w)((0,start_packages.t)(short$2), (0,start_packages.m)(100)))
});
/** Replaces an invalid place in a host's answer. */
var UNKNOWN_PLACE = {
	"http-port": 80,
	domains: [],
	"path-prefix": "/",
	tls: "off",
	"https-port": 443,
	"external-proxy": false
};
function placeOf(spec) {
	const { "http-port": http, domains, "path-prefix": path, tls, "https-port": https, "external-proxy": external } = spec;
	const { "redirect-domains": redirects = [] } = spec;
	const place = {
		"http-port": http,
		domains,
		"path-prefix": path,
		tls,
		"https-port": https,
		"external-proxy": external
	};
	return redirects.length === 0 ? place : {
		...place,
		"redirect-domains": redirects
	};
}
/** All names of a service, its own before those that redirect. */
function namesAt({ domains, "redirect-domains": redirects = [] }) {
	return [...domains, ...redirects];
}
/** The reference of the secret with the service's own certificate, from the setting `tls`. */
function ownCertificate(tls) {
	return tls.startsWith("secretsmanager:") ? tls : void 0;
}
/** The address for visitors of a service, by the first of its names or else by the host's address. */
function urlAt(address, place) {
	const path = place["path-prefix"] === "/" ? "" : place["path-prefix"];
	return `${originOf(place, place.domains[0] ?? address)}${path}`;
}
/** With an external proxy, only the name is known. */
function originOf({ tls, "http-port": http, "https-port": https, "external-proxy": external }, name) {
	if (external) return `http://${name}`;
	if (tls === "off") return `http://${name}${http === 80 ? "" : `:${http}`}`;
	return `https://${name}${https === 443 ? "" : `:${https}`}`;
}
// src/domain/host/host.ts
/** Whether it runs, or will in a moment. */
function isRunning({ state }) {
	return state === "pending" || state === "running";
}
/** Whether it is stopped, or will be in a moment. */
function isStopped({ state }) {
	return state === "stopping" || state === "stopped";
}
/** Inputs for properties that only a new host can get. */
var HOST_INPUTS = [
	"instance-type",
	"ami",
	"volume-size",
	"subnet-ids",
	"security-group-ids",
	"instance-profile",
	"elastic-ip",
	"capacity"
];
/** The `recorded` hosts first, in that order, then the others by id, so that every run sees the same first host. */
function inOrder(hosts, recorded) {
	const place = ({ id }) => recorded.includes(id) ? recorded.indexOf(id) : recorded.length;
	return hosts.toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
}
/** Address of a service on a host: `http://203.0.113.7`, with the port if it is not the default. */
function urlOf({ publicIp, privateIp }, place) {
	return urlAt(publicIp ?? privateIp ?? "", place);
}
/** Whether a run of the service is allowed to change, replace or destroy the host: only if this action created it for exactly this service. */
function isOwn(host, service) {
	return host.madeFor?.name === service.name && host.madeFor.environment === service.environment;
}
function platformOf(architecture) {
	return architecture === "arm64" ? "linux/arm64" : "linux/amd64";
}
/** Hosts in a few words: `i-1`, or `3 hosts`. */
function countOf(ids) {
	return ids.length === 1 ? ids[0] ?? "" : `${ids.length} hosts`;
}
// src/domain/open-ports.ts
/** The ports of a service; HTTP/3 uses UDP. */
function portsOf({ "http-port": http, tls, "https-port": https, "external-proxy": external }) {
	if (external) return [];
	const plain = [{
		protocol: "tcp",
		port: http
	}];
	return tls === "off" ? plain : [
		...plain,
		{
			protocol: "tcp",
			port: https
		},
		{
			protocol: "udp",
			port: https
		}
	];
}
/** Ports that are not among the others. */
function portsBeside(ports, others) {
	return ports.filter((port) => !hasPort(others, port));
}
function hasPort(ports, { protocol, port }) {
	return ports.some((one) => one.protocol === protocol && one.port === port);
}
/** Such as `no port`, `port 80`, or `ports 80, 443 and 443/udp`. */
function portWords(ports) {
	const words = ports.map(({ protocol, port }) => protocol === "udp" ? `${port}/udp` : String(port));
	if (words.length === 0) return "no port";
	if (words.length === 1) return `port ${words[0]}`;
	return `ports ${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
// src/config/job.ts
/** Reads GitHub's default environment variables. */
function readJob(env) {
	return {
		repository: env["GITHUB_REPOSITORY"] ?? "",
		repositoryId: env["GITHUB_REPOSITORY_ID"] ?? "",
		ownerId: env["GITHUB_REPOSITORY_OWNER_ID"] ?? "",
		about: aboutRepository(eventOf(env)),
		commit: env["GITHUB_SHA"] ?? "",
		ref: env["GITHUB_REF"] ?? "",
		workflowRef: env["GITHUB_WORKFLOW_REF"] ?? "",
		event: env["GITHUB_EVENT_NAME"] ?? "",
		pullRequest: pullRequestOf(env),
		actor: env["GITHUB_ACTOR"] ?? "",
		runId: env["GITHUB_RUN_ID"] ?? "0",
		runAttempt: env["GITHUB_RUN_ATTEMPT"] ?? "1",
		serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		workspace: env["GITHUB_WORKSPACE"] ?? process.cwd()
	};
}
/** For a `pull_request` run, whose ref is the merge of the pull request, and for any other event that names one. */
function pullRequestOf(env) {
	const [, number] = /^refs\/pull\/(\d+)\//.exec(env["GITHUB_REF"] ?? "") ?? [];
	return number === void 0 ? readJson(EVENT$2, eventOf(env))?.pull_request.number : Number(number);
}
/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
var EVENT$2 = (0,start_packages.x)({ pull_request: (0,start_packages.x)({ number: count }) });
/** https://docs.github.com/en/webhooks/webhook-events-and-payloads: every event of a workflow has its repository. */
var ABOUT = (0,start_packages.x)({ repository: (0,start_packages.x)({
	description: (0,start_packages.s)((0,start_packages.S)((0,start_packages.w)(line, (0,start_packages.g)(1), (0,start_packages.m)(1e3))), void 0),
	license: (0,start_packages.s)((0,start_packages.S)((0,start_packages.x)({ spdx_id: (0,start_packages.w)((0,start_packages.A)(), (0,start_packages.E)(/^[A-Za-z0-9.+-]{1,100}$/)) })), void 0)
}) });
/** For a license that it does not recognize. */
var NO_SPDX = "NOASSERTION";
function aboutRepository(event) {
	const { description, license } = readJson(ABOUT, event)?.repository ?? {};
	return {
		...description !== void 0 && { description },
		...license !== void 0 && license.spdx_id !== NO_SPDX && { licenses: license.spdx_id }
	};
}
/** GitHub's payload of the event that started the workflow, as JSON; empty if there is none. */
function eventOf(env) {
	try {
		return (0,external_node_fs_.readFileSync)(env["GITHUB_EVENT_PATH"] ?? "", "utf8");
	} catch {
		return "";
	}
}
function repositoryUrl(job) {
	return `${job.serverUrl}/${job.repository}`;
}
function runUrl(job) {
	return `${repositoryUrl(job)}/actions/runs/${job.runId}`;
}
/** The repository's name as a service name: `Acme/My_App` becomes `my-app`. */
function serviceOf(repository) {
	return repository.slice(repository.indexOf("/") + 1).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
}
/** `image`: paths relative to the workspace, or absolute. */
function buildPaths({ workspace }, image) {
	const context = inWorkspace(workspace, image.context);
	return {
		context,
		dockerfile: image.dockerfile === void 0 ? inWorkspace(context, "Dockerfile") : inWorkspace(workspace, image.dockerfile)
	};
}
/** Not `path.resolve`: the bundler would take its arguments for files of the bundle. */
function inWorkspace(folder, path) {
	if (path.startsWith("/")) return path;
	const inside = path.replace(/^(\.\/+)+/, "");
	return inside === "." || inside === "" ? folder : `${folder}/${inside}`;
}
// src/domain/container/mounts.ts
function mountOf(volume) {
	const [source = "", path = "", options = ""] = volume.split(":");
	return {
		source,
		path,
		readOnly: options.split(",").includes("ro")
	};
}
/** A path without a trailing `/`. */
function bare(path) {
	return path.replace(/\/+$/, "");
}
// src/config/checks/container-options.ts
/** Container options that are valid alone, but not together. */
function optionProblems(inputs) {
	return [
		...sharedPaths(inputs),
		...repeated(inputs),
		...conflictingCapabilities(inputs),
		...nothingToRun(inputs)
	];
}
/** Docker accepts one mount per path. */
function sharedPaths({ tmpfs = [], volumes = [] }) {
	const taken = volumes.map(pathOfVolume);
	return tmpfs.map(pathOfTmpfs).filter((path) => taken.includes(path)).map((path) => ({
		input: "tmpfs",
		message: `${path} is in volumes, too; list each path in only one of them`
	}));
}
function repeated({ volumes = [], tmpfs = [], ulimits = [], devices = [] }) {
	return [
		["volumes", volumes.map(pathOfVolume)],
		["tmpfs", tmpfs.map(pathOfTmpfs)],
		["ulimits", ulimits.map((limit) => ulimitOf(limit).Name)],
		["devices", devices.map((device) => deviceOf(device).PathInContainer)]
	].flatMap(([input, names]) => {
		const twice = names.find((name, at) => names.indexOf(name) !== at);
		return twice === void 0 ? [] : [{
			input,
			message: `${twice} is listed twice`
		}];
	});
}
function conflictingCapabilities({ "cap-add": added = [], "cap-drop": dropped = [] }) {
	const both = added.filter((name) => dropped.includes(name));
	if (both.length === 0) return [];
	return [{
		input: "cap-drop",
		message: `${both.join(", ")} is in cap-add, too; list each capability in only one of them`
	}];
}
/** With an entrypoint, Docker ignores the image's CMD. */
function nothingToRun({ entrypoint, args = [] }) {
	if (entrypoint === void 0 || entrypoint.length > 0 || args.length > 0) return [];
	return [{
		input: "entrypoint",
		message: "empty, so args must name the program to run"
	}];
}
function pathOfVolume(volume) {
	return bare(mountOf(volume).path);
}
function pathOfTmpfs(mount) {
	return bare(tmpfsOf(mount)[0]);
}
// src/domain/host/host-policy.ts
/** The AWS partition of a region: `aws`, `aws-cn` or `aws-us-gov`. */
function partitionOf(region) {
	if (region.startsWith("cn-")) return "aws-cn";
	return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
/** Who can assume the role: EC2, for instances with its profile. In China, EC2 has another name. */
function hostTrust(region) {
	return {
		Version: "2012-10-17",
		Statement: [{
			Effect: "Allow",
			Principal: { Service: `ec2.amazonaws.com${suffixOf(region)}` },
			Action: "sts:AssumeRole"
		}]
	};
}
/** All rights of a host: connect to SSM, pull its images, read its own secrets, store its certificates. Never `ssm:SendCommand`. */
function hostPolicy(spec) {
	return {
		Version: "2012-10-17",
		Statement: [
			beReached(),
			...pullImages(spec),
			...readSecrets(spec),
			keepCertificates(spec),
			...answerChallenges(spec)
		]
	};
}
/**
* The agent's rights for Run Command. None of these actions can be limited to an instance before it is registered.
* https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
*/
function beReached() {
	return {
		Sid: "BeReachedBySsm",
		Effect: "Allow",
		Action: Object.entries({
			ssm: ["UpdateInstanceInformation"],
			ssmmessages: [
				"CreateControlChannel",
				"CreateDataChannel",
				"OpenControlChannel",
				"OpenDataChannel"
			],
			ec2messages: [
				"AcknowledgeMessage",
				"DeleteMessage",
				"FailMessage",
				"GetEndpoint",
				"GetMessages",
				"SendReply"
			]
		}).flatMap(([prefix, names]) => names.map((name) => `${prefix}:${name}`)),
		Resource: "*"
	};
}
function pullImages(spec) {
	if (spec.repositories.length === 0) return [];
	return [{
		Sid: "LogInToEcr",
		Effect: "Allow",
		Action: ["ecr:GetAuthorizationToken"],
		Resource: "*"
	}, {
		Sid: "PullImages",
		Effect: "Allow",
		Action: [
			"ecr:BatchCheckLayerAvailability",
			"ecr:BatchGetImage",
			"ecr:GetDownloadUrlForLayer"
		],
		Resource: spec.repositories.map((name) => arn(spec, "ecr", `repository/${name}`))
	}];
}
function readSecrets(spec) {
	const path = parameterPath(spec.service);
	const via = ["ssm", "secretsmanager"].map((name) => `${name}.${spec.region}.amazonaws.com${suffixOf(spec.region)}`);
	return [
		{
			Sid: "ReadParameters",
			Effect: "Allow",
			Action: ["ssm:GetParameter", "ssm:GetParameters"],
			Resource: arn(spec, "ssm", `parameter${path}/*`)
		},
		{
			Sid: "ReadSecrets",
			Effect: "Allow",
			Action: ["secretsmanager:GetSecretValue"],
			Resource: arn(spec, "secretsmanager", `secret:${path.slice(1)}/*`)
		},
		{
			Sid: "DecryptThem",
			Effect: "Allow",
			Action: ["kms:Decrypt"],
			Resource: arn(spec, "kms", "key/*"),
			Condition: { StringEquals: { "kms:ViaService": via } }
		}
	];
}
/**
* Encrypted with the Parameter Store key that every account has. It needs no permission of its own:
* https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
*/
function keepCertificates(spec) {
	return {
		Sid: "KeepCertificates",
		Effect: "Allow",
		Action: ["ssm:PutParameter"],
		Resource: arn(spec, "ssm", `parameter${keptCertificates(spec.service)}/*`)
	};
}
/**
* TXT records of exactly these names, in any zone.
* https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html
*/
function answerChallenges({ region, challenged = [] }) {
	if (challenged.length === 0) return [];
	const zones = `arn:${partitionOf(region)}:route53:::hostedzone/*`;
	const change = "route53:ChangeResourceRecordSets";
	return [
		{
			Sid: "AnswerChallenges",
			Effect: "Allow",
			Action: [change],
			Resource: zones,
			Condition: { "ForAllValues:StringEquals": {
				[`${change}NormalizedRecordNames`]: challengesOf(challenged),
				[`${change}RecordTypes`]: ["TXT"]
			} }
		},
		{
			Sid: "SeeAnswers",
			Effect: "Allow",
			Action: ["route53:ListResourceRecordSets"],
			Resource: zones
		},
		{
			Sid: "FindZones",
			Effect: "Allow",
			Action: ["route53:GetChange", "route53:ListHostedZonesByName"],
			Resource: "*"
		}
	];
}
/** The records that prove control over names to an authority: RFC 8555, 8.4. A wildcard uses that of its parent name. */
function challengesOf(names) {
	return [...new Set(names.map((name) => `_acme-challenge.${name.replace(/^\*\./, "")}`))].toSorted();
}
function suffixOf(region) {
	return region.startsWith("cn-") ? ".cn" : "";
}
function arn({ region, accountId }, service, resource) {
	return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}
// src/config/identity.ts
/** The region and account of the run, and its role. */
function accountOf(inputs, env) {
	return {
		region: regionOf(inputs, env),
		role: jobRoleOf(inputs),
		accountId: inputs["account-id"]
	};
}
/** The role of the input role-to-assume; `undefined`: the run uses the job's credentials. */
function jobRoleOf(inputs) {
	const arn = inputs["role-to-assume"];
	if (arn === void 0) return void 0;
	return {
		arn,
		audience: inputs.audience ?? standardAudience(arn),
		seconds: inputs["role-duration"]
	};
}
/** The run's region; empty if it is missing. */
function regionOf(inputs, env) {
	return inputs["aws-region"] ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "";
}
/** Values that AWS or GitHub would refuse in any case. */
function identityProblems(inputs, env) {
	return [
		...partitions(inputs, regionOf(inputs, env)),
		...withoutToken(inputs, env),
		...otherAccount(inputs)
	];
}
function partitions(inputs, region) {
	if (region === "") return [];
	const expected = partitionOf(region);
	return ["role-to-assume", "promote-from-role"].flatMap((input) => {
		const arn = inputs[input];
		if (arn === void 0 || placeOf$1(arn).partition === expected) return [];
		return [{
			input,
			message: `got ${JSON.stringify(arn)}; the roles of ${region} begin with arn:${expected}: instead`
		}];
	});
}
/** GitHub sets both variables for a job that can request a token: https://docs.github.com/actions/reference/security/oidc */
function withoutToken(inputs, env) {
	const asks = env["ACTIONS_ID_TOKEN_REQUEST_URL"] && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
	if (inputs["role-to-assume"] === void 0 || asks) return [];
	return [{
		input: "role-to-assume",
		message: "the job may not ask GitHub for an identity token (ACTIONS_ID_TOKEN_REQUEST_URL is missing); give the job `permissions: id-token: write`. GitHub gives it to no pull request from a fork"
	}];
}
function otherAccount({ "role-to-assume": arn, "account-id": allowed }) {
	if (arn === void 0 || allowed === void 0 || placeOf$1(arn).accountId === allowed) return [];
	return [{
		input: "role-to-assume",
		message: `is a role of account ${placeOf$1(arn).accountId}, but account-id allows only ${allowed}`
	}];
}
// src/config/certificates.ts
var WILDCARD = "docs/guides/wildcard.md";
/** Domains and certificate settings that cannot work together. */
function certificateProblems(inputs, env) {
	const { domains = [] } = inputs;
	const problems = [];
	if (domains[0]?.startsWith("*") === true) problems.push({
		input: "domains",
		message: `must not begin with ${domains[0]}; start with the name under which the service is shown and checked`
	});
	if (inputs.tls !== void 0 && inputs.tls !== "off") problems.push(...addressProblems(inputs));
	if (inputs.tls === "acme") problems.push(...inputs["acme-challenge"] === "dns" ? byDns(inputs, env) : byHttp(inputs));
	return problems;
}
/** A browser sends no server name when it connects to an address: RFC 6066, 3. No DNS name ends in a number: RFC 3696, 2. */
function addressProblems(inputs) {
	return ["domains", "redirect-domains"].flatMap((input) => {
		return (inputs[input] ?? []).filter((name) => /(^|\.)\d+$/.test(name)).map((name) => ({
			input,
			message: `got ${name}; HTTPS needs a name such as shop.example.com`
		}));
	});
}
/** For a wildcard, an authority requires proof of control over the whole zone: https://letsencrypt.org/docs/challenge-types/ */
function byHttp({ domains = [], instances = 1 }) {
	const problems = [];
	const wildcards = domains.filter((name) => name.startsWith("*"));
	if (wildcards.length > 0) problems.push({
		input: "acme-challenge",
		message: `must be dns for ${wildcards.join(", ")}, because no authority proves a wildcard over HTTP (${WILDCARD}); or set tls to your own certificate`
	});
	if (instances > 1) problems.push({
		input: "acme-challenge",
		message: `must be dns with ${instances} instances, because the authority could ask any of them (${WILDCARD}); or set tls to your own certificate`
	});
	return problems;
}
function byDns(inputs, env) {
	const region = regionOf(inputs, env);
	const problems = [];
	if (inputs["proxy-image"] === INPUTS["proxy-image"].default) problems.push({
		input: "proxy-image",
		message: `missing; acme-challenge: dns needs a Caddy with the module dns.providers.route53, which the standard image lacks (${WILDCARD} has a Dockerfile for it)`
	});
	if (/^(cn|us-gov|us-iso|eu-iso|eusc)/.test(region)) problems.push({
		input: "acme-challenge",
		message: `dns is not available in ${region}; set tls to your own certificate`
	});
	return problems;
}
// src/config/checks/https.ts
/** Rules for names, ports and certificates together. */
function httpsProblems(inputs) {
	const { tls = "off", domains = [], "redirect-domains": redirects = [] } = inputs;
	const problems = [];
	if (tls !== "off" && domains.length === 0) problems.push({
		input: "domains",
		message: `missing; tls: ${tls} needs the names for its certificates`
	});
	if (redirects.length > 0 && domains.length === 0) problems.push({
		input: "domains",
		message: "missing; redirect-domains redirect to the first of them"
	});
	const both = redirects.filter((name) => domains.includes(name));
	if (both.length > 0) problems.push({
		input: "redirect-domains",
		message: `${both.join(", ")} is in domains, too; list each name in only one of them`
	});
	return tls === "off" ? problems : [...problems, ...portProblems(inputs)];
}
/** The ports of the challenges: RFC 8555, 8.3, and RFC 8737, 3. */
function portProblems({ tls, "http-port": http, "https-port": https, "acme-challenge": challenge }) {
	if (http === https) return [{
		input: "https-port",
		message: `must differ from the http-port ${http}; a port serves either HTTP or HTTPS`
	}];
	if (https === 80) return [{
		input: "https-port",
		message: "must not be 80, which is for HTTP only"
	}];
	return tls === "acme" && challenge !== "dns" && http !== 80 && https !== 443 ? [{
		input: "https-port",
		message: "must be 443, or http-port 80: an authority checks one of these ports before it issues a certificate"
	}] : [];
}
// src/config/combinations.ts
/** Problems with several inputs together. `inputs` lacks inputs that are wrong by themselves. */
function combinationProblems(inputs, env, job) {
	return [
		...missing(inputs, env, job),
		...promotion(inputs),
		...identityProblems(inputs, env),
		...returning(inputs),
		...attestation(inputs, job),
		...missingSecrets(inputs, env),
		...conflicts(inputs),
		...assets(inputs),
		...externalProxy(inputs),
		...useless(inputs, env),
		...optionProblems(inputs),
		...httpsProblems(inputs),
		...certificateProblems(inputs, env)
	];
}
/** Whether the run makes, or plans, a release from its own commit and inputs. */
function isDeploy({ command, "promote-from": from }) {
	return command === "deploy" || command === "preview" || command === "plan" && from === void 0;
}
function missing(inputs, env, job) {
	const problems = [];
	const deploys = isDeploy(inputs);
	if (inputs.command === "comment") return [];
	if (regionOf(inputs, env) === "") problems.push({
		input: "aws-region",
		message: "missing; set it to a region such as us-east-1, or the variable AWS_REGION"
	});
	if (inputs.service === void 0 && serviceOf(job.repository) === "") problems.push({
		input: "service",
		message: "missing; set it to a name such as web"
	});
	if (deploys && inputs.port === 0) problems.push({
		input: "port",
		message: "missing; set it to the port that the application listens on, such as 8080"
	});
	if (deploys && !/^[0-9a-f]{7,64}$/.test(job.commit)) problems.push({
		input: "GITHUB_SHA",
		message: `got ${JSON.stringify(job.commit)}; expected the id of a commit. Run this as a step of a workflow`
	});
	if (inputs.command === "freeze" && inputs.reason === void 0) problems.push({
		input: "reason",
		message: "missing; say why the service is frozen. Every refused run shows it"
	});
	if (inputs.command === "steer" && inputs.steer === void 0) problems.push({
		input: "steer",
		message: "missing; set it to pause, continue, skip or abort"
	});
	return problems;
}
/** Build inputs without a value. A plan builds nothing, so its job need not have them. GitHub passes an unset secret as empty text. */
function missingSecrets({ command, image, "build-secrets": sources = {}, ssh }, env) {
	if (command !== "deploy" && command !== "preview" || image !== void 0) return [];
	const problems = Object.entries(sources).filter(([, source]) => source.startsWith("env:") && !env[source.slice(4)]).map(([id, source]) => {
		const name = source.slice(4);
		return {
			input: "build-secrets",
			message: `${id}: the variable ${name} is empty; set it in the \`env:\` of the step, such as to \${{ secrets.${name} }}`
		};
	});
	if (ssh === void 0 || env["SSH_AUTH_SOCK"]) return problems;
	return [...problems, {
		input: "ssh",
		message: "SSH_AUTH_SOCK is empty; start an agent and add the key in an earlier step"
	}];
}
/** Inputs that have no effect because of another one. */
var USELESS = [
	{
		names: ["role-duration", "audience"],
		when: (inputs) => inputs["role-to-assume"] === void 0,
		message: "has no effect without role-to-assume; set that, too"
	},
	{
		names: [...[
			"canary-max-error-rate",
			"canary-max-latency",
			"canary-min-requests",
			"canary-inconclusive"
		], ...[
			"canary-pause-limit",
			"canary-pause-end",
			"canary-dry-run"
		]],
		when: (inputs) => inputs["canary-steps"] === void 0,
		message: "has no effect without canary-steps; set that, too"
	},
	{
		names: [
			"context",
			"dockerfile",
			"target",
			"build-args",
			"build-secrets",
			"ssh",
			"sbom",
			"platforms",
			"cache",
			"rebuild"
		],
		when: ({ image }) => image !== void 0,
		message: "has no effect with image, because nothing is built"
	},
	{
		names: ["allow-replacement", "renew"],
		when: (inputs) => inputs["instance-id"] !== void 0,
		message: "has no effect with instance-id, because the action never replaces that host"
	},
	{
		names: ["bake-max-errors"],
		when: (inputs) => inputs["bake-time"] === 0,
		message: "has no effect with bake-time: 0s, because nothing bakes"
	},
	{
		names: [
			"https-port",
			"https-redirect",
			"hsts"
		],
		when: ({ tls }) => tls === "off",
		message: "has no effect without HTTPS; set tls, too"
	},
	{
		names: [
			"acme-directory",
			"acme-email",
			"acme-account",
			"acme-challenge",
			"certificate-timeout"
		],
		when: ({ tls }) => tls !== "acme",
		message: "has no effect without tls: acme; set that, too"
	},
	{
		names: ["dns-timeout"],
		when: ({ tls }) => tls !== "acme",
		message: "has no effect without tls: acme, because only an authority needs names that resolve to the hosts"
	},
	{
		names: ["trusted-root"],
		when: (inputs) => inputs["require-attestation"] === void 0,
		message: "has no effect without require-attestation; set that, too"
	}
];
/** Only what the step sets to a value other than the default: steps and environments share a file, and not each of them uses all of it. */
function useless(inputs, env) {
	const asked = (name) => {
		const text = stepText(env, name)?.trim();
		return text !== void 0 && text !== INPUTS[name].default;
	};
	return USELESS.filter(({ when }) => when(inputs)).flatMap(({ names, message }) => names.filter(asked).map((input) => ({
		input,
		message
	})));
}
function promotion({ command, environment, "promote-from": from }) {
	if (from === void 0 && command === "promote") return [{
		input: "promote-from",
		message: "missing; set it to the environment to promote from, such as staging"
	}];
	return from !== void 0 && from === environment ? [{
		input: "promote-from",
		message: `got "${from}"; expected another environment than the one to promote to`
	}] : [];
}
/** Both inputs name the release that a rollback returns to. */
function returning({ command, release, version }) {
	if (command !== "rollback" || release === void 0 || version === void 0) return [];
	return [{
		input: "version",
		message: "names the release to return to, as release does; set only one of them"
	}];
}
/** Combinations that can never be attested, or never be checked. */
function attestation(inputs, { serverUrl }) {
	if (inputs["require-attestation"] === void 0) return [];
	const problems = [];
	if (isDeploy(inputs) && inputs.image === void 0) problems.push({
		input: "require-attestation",
		message: "an image that this run builds has no attestation yet; build and attest it in an earlier job, and pass its digest as the input image (examples/workflows/attested.yml)"
	});
	if (serverUrl !== "https://github.com" && inputs["trusted-root"] === void 0) problems.push({
		input: "trusted-root",
		message: `missing; Sigstore's public instance signs nothing for ${serverUrl}, so set it to the file that \`gh attestation trusted-root\` writes`
	});
	return problems;
}
function conflicts({ instances = 1, secrets = {}, env = {}, ...inputs }) {
	const problems = [];
	const { "canary-steps": steps = [], "deploy-timeout": timeout } = inputs;
	const canarySeconds = steps.reduce((sum, { time }) => sum + time, 0);
	if (timeout !== void 0 && canarySeconds >= timeout) problems.push({
		input: "canary-steps",
		message: `its steps take ${canarySeconds} s in total, but deploy-timeout is ${timeout} s; raise deploy-timeout`
	});
	if (inputs["instance-id"] !== void 0 && instances > 1) problems.push({
		input: "instances",
		message: `must be 1 with instance-id, not ${instances}`
	});
	if (inputs.schedule !== void 0 && inputs.capacity === "spot") problems.push({
		input: "schedule",
		message: "cannot be combined with capacity: spot, because a spot instance cannot be stopped and started"
	});
	if (inputs["strip-path-prefix"] && inputs["path-prefix"] === "/") problems.push({
		input: "strip-path-prefix",
		message: "has nothing to strip; set path-prefix, too"
	});
	const twice = Object.keys(secrets).filter((name) => Object.hasOwn(env, name));
	if (twice.length > 0) problems.push({
		input: "secrets",
		message: `${twice.join(", ")} is in env, too; set each variable in only one of them`
	});
	return problems;
}
/** Neither has an effect without the other. */
function assets({ "asset-path": path, "asset-files": files }) {
	if (path === void 0 && files !== void 0) return [{
		input: "asset-path",
		message: "missing; set it to the URL path of asset-files, such as /assets"
	}];
	return path !== void 0 && files === void 0 ? [{
		input: "asset-files",
		message: "missing; set it to the folder in the container with the files of asset-path, such as /app/dist/assets"
	}] : [];
}
/** Features that the host's other proxy provides already. */
function externalProxy({ "external-proxy": external, "http-port": port, tls }) {
	if (external !== true) return [];
	const problems = [];
	if (port === 80 || port === 443) {
		const message = `got ${port}, but external-proxy leaves this port to the other proxy; expected the port that the other proxy forwards to, such as 8081`;
		problems.push({
			input: "http-port",
			message
		});
	}
	if (tls !== void 0 && tls !== "off") problems.push({
		input: "tls",
		message: `must be off with external-proxy, not ${tls}: the other proxy has the certificates`
	});
	return problems;
}
// src/config/image.ts
function imageConfig(inputs, service, { workspace }) {
	return {
		existing: inputs.image,
		repository: inputs.repository ?? repositoryName(service),
		context: inputs.context,
		dockerfile: inputs.dockerfile,
		target: inputs.target,
		buildArgs: inputs["build-args"],
		secrets: buildSecrets(inputs["build-secrets"], (path) => inWorkspace(workspace, path)),
		ssh: inputs.ssh === "default",
		sbom: inputs.sbom === void 0 ? void 0 : inWorkspace(workspace, inputs.sbom),
		platforms: inputs.platforms,
		cache: inputs.cache,
		rebuild: inputs.rebuild
	};
}
// src/config/canary-spec.ts
function canarySpec(inputs) {
	if (inputs["canary-steps"] === void 0) return void 0;
	return {
		steps: inputs["canary-steps"],
		maxErrorShare: inputs["canary-max-error-rate"],
		maxLatency: inputs["canary-max-latency"],
		minRequests: inputs["canary-min-requests"],
		inconclusive: inputs["canary-inconclusive"],
		pause: {
			limit: inputs["canary-pause-limit"],
			end: inputs["canary-pause-end"]
		},
		dryRun: inputs["canary-dry-run"]
	};
}
// src/domain/comment/event.ts
/** The fields that the action uses of https://docs.github.com/en/webhooks/webhook-events-and-payloads#issue_comment */
var EVENT$1 = (0,start_packages.x)({
	action: line,
	comment: (0,start_packages.x)({
		id: count,
		body: (0,start_packages.y)((0,start_packages.A)(), ""),
		created_at: isoTime,
		/** A deleted account has none. */
		user: (0,start_packages.y)((0,start_packages.x)({
			login: line,
			id: count,
			type: line
		})),
		performed_via_github_app: (0,start_packages.S)((0,start_packages.N)())
	}),
	issue: (0,start_packages.x)({
		number: (0,start_packages.w)(count, (0,start_packages._)(1)),
		pull_request: (0,start_packages.S)((0,start_packages.N)())
	})
});
/** `text`: the payload of the event. `undefined` if it is not about a comment. */
function readCommentEvent(text) {
	const event = readJson(EVENT$1, text);
	if (event === void 0) return void 0;
	const { action, comment, issue } = event;
	const { user, performed_via_github_app: app } = comment;
	return {
		action,
		id: comment.id,
		body: comment.body,
		writtenAt: Date.parse(comment.created_at),
		person: user?.type === "User" && (app ?? void 0) === void 0 ? {
			login: user.login,
			id: user.id
		} : void 0,
		number: issue.number,
		onPullRequest: (issue.pull_request ?? void 0) !== void 0
	};
}
// src/config/comment.ts
/** The run for the comment of the event. `inputs` lacks inputs that are wrong by themselves, which ends the run anyway. */
function commentOf(inputs, env, job) {
	const event = job.event === "issue_comment" ? readCommentEvent(eventOf(env)) : void 0;
	if (event === void 0) return {
		run: void 0,
		problems: [NO_COMMENT]
	};
	return {
		run: {
			event,
			environments: inputs["comment-environments"] ?? [],
			permission: inputs["comment-permission"] ?? "admin",
			allowForks: inputs["comment-forks"] ?? false,
			needsReview: inputs["comment-review"] ?? true,
			jobs: inputs["comment-result"]
		},
		problems: []
	};
}
var NO_COMMENT = {
	input: "command",
	message: "comment needs a run for a comment; expected a workflow with on: issue_comment (examples/workflows/comment.yml)"
};
// src/domain/preview/pull-request.ts
var COMMIT = (0,start_packages.w)((0,start_packages.A)(), (0,start_packages.E)(/^[0-9a-f]{40,64}$/));
var REPOSITORY = (0,start_packages.x)({ full_name: line });
/** The fields that the action uses of https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
var EVENT = (0,start_packages.x)({
	action: line,
	/** Only for `labeled`. */
	label: (0,start_packages.y)((0,start_packages.x)({ name: (0,start_packages.A)() })),
	pull_request: (0,start_packages.x)({
		number: (0,start_packages.w)(count, (0,start_packages._)(1)),
		/** A deleted fork has no repository. */
		head: (0,start_packages.x)({
			sha: COMMIT,
			repo: (0,start_packages.y)(REPOSITORY)
		}),
		base: (0,start_packages.x)({
			sha: (0,start_packages.S)(COMMIT, ""),
			repo: REPOSITORY
		})
	})
});
/** `text`: the payload of the event. `undefined` if it is not about a pull request. */
function readPullRequestEvent(name, text) {
	const event = readJson(EVENT, text);
	if (event === void 0) return void 0;
	const { action, label, pull_request: request } = event;
	const { number, head, base } = request;
	return {
		name,
		action,
		number,
		fork: head.repo?.full_name !== base.repo.full_name,
		head: head.sha,
		base: base.sha,
		label: action === "labeled" ? label?.name : void 0
	};
}
/**
* The consequence of an event. A fork's code gets no credentials, but with `pull_request_target` it would: there, only the event of the label itself
* counts, whose payload names the newest commit at the time when somebody set the label. A later push is another event.
* https://docs.github.com/en/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout
*/
function previewAct({ name, action, fork, label }, wanted) {
	if (name === "pull_request" && fork) return FORK;
	if (action === "closed") return "remove";
	if (name === "pull_request") return "serve";
	if (wanted !== void 0 && label === wanted) return "serve";
	const set = wanted === void 0 ? "Set preview-label to that label" : `Let a reviewer set the label ${wanted} again, after reading the newest commit`;
	return refuse(`a run for pull_request_target has credentials, so it serves a pull request only when its label is set, and this is the event ${action}`, `${set} (docs/guides/previews.md, "Forks"), or use on: pull_request.`);
}
var FORK = refuse("the pull request comes from a fork, whose code gets no credentials, so it has no preview", "Push the branch to this repository, or let a reviewer set a label: docs/guides/previews.md, \"Forks\".");
// src/domain/preview/preview.ts
/** The part of the configuration file's `environments` that all previews share. */
var PREVIEW_PART = "preview";
/** The preview of a pull request in the repository of a run. */
function previewOfJob(number, { repository, repositoryId }) {
	return {
		number,
		repository,
		...repositoryId !== "" && { repositoryId }
	};
}
/** Whether both are the same preview. The number of the repository decides; a record of an earlier version of the action has only its name. */
function isSamePreview(one, other) {
	const isSameRepository = one.repositoryId === void 0 || other.repositoryId === void 0 ? one.repository === other.repository : one.repositoryId === other.repositoryId;
	return one.number === other.number && isSameRepository;
}
/** The mark of a preview in its record. */
function markOf({ number, repository, repositoryId }) {
	return {
		number,
		repository,
		...repositoryId !== void 0 && { repositoryId }
	};
}
/** The run that removes a preview, for any reason. `judged`: see `PreviewRun`. */
function removalOf(preview, judged) {
	return {
		...markOf(preview),
		act: "remove",
		head: "",
		base: "",
		onlyHead: false,
		limit: 0,
		judged
	};
}
/** The environment of a pull request's preview: `pr-12`. */
function previewEnvironment(number) {
	return `pr-${number}`;
}
/** `undefined` if the environment's name is not a preview's. */
function numberOfEnvironment(environment) {
	const [, number] = /^pr-([1-9]\d{0,9})$/.exec(environment) ?? [];
	return number === void 0 ? void 0 : Number(number);
}
/** The port of a preview: constant, and in the range. */
function previewPort(number, { first, last }) {
	return first + number % (last - first + 1);
}
// src/config/preview.ts
/** Sets the inputs that a pull request decides: environment, name or port. Throws for a pull request without a preview. */
function previewOf(read, env, job) {
	const event = readPullRequestEvent(job.event, eventOf(env));
	if (event === void 0) return withProblems(read, [NO_PULL_REQUEST]);
	const act = previewAct(event, read.inputs["preview-label"]);
	if (typeof act !== "string") throw refused(act);
	const { number, head, base } = event;
	const limit = read.inputs["preview-limit"] ?? 0;
	const seed = seedOf(read.inputs);
	const run = {
		...previewOfJob(number, job),
		act,
		head,
		base,
		onlyHead: event.name !== "pull_request",
		limit,
		...seed && { seed }
	};
	return {
		...withProblems({
			...read,
			inputs: ofPullRequest(read.inputs, number)
		}, problemsOf$1(read, event, env)),
		run
	};
}
var NO_PULL_REQUEST = {
	input: "command",
	message: "preview needs a run for a pull request; expected a workflow with on: pull_request (examples/workflows/preview.yml)"
};
function withProblems(read, problems) {
	return {
		read: {
			...read,
			problems: [...read.problems, ...problems]
		},
		run: void 0
	};
}
function seedOf({ seed: args = [], "seed-timeout": timeout = 0 }) {
	return args.length === 0 ? void 0 : {
		args,
		timeout
	};
}
function ofPullRequest(inputs, number) {
	const { "preview-domain": domain, "preview-port-range": ports } = inputs;
	const environment = previewEnvironment(number);
	return {
		...inputs,
		environment,
		...domain !== void 0 && { domains: [`${environment}.${domain}`] },
		...ports !== void 0 && { "http-port": previewPort(number, ports) }
	};
}
function problemsOf$1({ inputs, given }, { name }, env) {
	const problems = [];
	if (!given.has("instance-id")) problems.push({
		input: "instance-id",
		message: "missing; set it to the host of the previews (docs/guides/previews.md)"
	});
	if (given.has("preview-domain") === given.has("preview-port-range")) problems.push({
		input: "preview-domain",
		message: "set either preview-domain or preview-port-range, and not both"
	});
	if (given.has("preview-domain") && given.has("domains")) problems.push({
		input: "domains",
		message: "is decided by preview-domain; leave it out"
	});
	if (given.has("preview-port-range") && given.has("http-port")) problems.push({
		input: "http-port",
		message: "is decided by preview-port-range; leave it out"
	});
	if (given.has("seed-timeout") && !given.has("seed")) problems.push({
		input: "seed-timeout",
		message: "has no effect without seed"
	});
	if (given.has("seed") && (inputs["seed-timeout"] ?? 0) >= (inputs["deploy-timeout"] ?? 1e400)) problems.push({
		input: "seed-timeout",
		message: "must be shorter than deploy-timeout, in which the preview also starts"
	});
	if (given.has("preview-port-range") && inputs.tls !== void 0 && inputs.tls !== "off") problems.push({
		input: "tls",
		message: `must be off with preview-port-range, not ${inputs.tls}; use preview-domain for HTTPS`
	});
	if (name === "pull_request" && given.has("preview-label")) problems.push({
		input: "preview-label",
		message: "has no effect on pull_request, which serves every push; use on: pull_request_target"
	});
	if (name !== "pull_request" && stepText(env, "config")?.trim() !== "none") problems.push({
		input: "config",
		message: "must be none on pull_request_target, because the author of the pull request can write the file"
	});
	return problems;
}
// src/domain/field/value.ts
/** Merges `over` into `under`: two maps by entry, where `over` wins; any other value replaces the one below. */
function overlay(under, over) {
	if (under.kind !== "map" || over.kind !== "map") return over;
	const kept = under.entries.filter(({ key }) => !over.entries.some((entry) => entry.key === key));
	return {
		...over,
		entries: [...kept, ...over.entries]
	};
}
// src/config/file/file-inputs.ts
var ENVIRONMENTS = "environments";
/** The top of the file, overridden by the entry of this environment. `undefined`: the environment is unknown. */
function fileInputs(file, environment) {
	const { content } = file;
	if (content.kind !== "map") return {
		values: /* @__PURE__ */ new Map(),
		problems: [...file.problems, wrong(file, content, "expected a map of inputs")]
	};
	const top = {
		entries: content.entries.filter(({ key }) => key !== ENVIRONMENTS),
		prefix: ""
	};
	const { parts, problems } = environmentsOf(file, content);
	const own = parts.find(({ prefix }) => prefix === `${ENVIRONMENTS}.${environment}.`);
	const typo = environment === void 0 ? void 0 : environmentTypo(file, environment);
	return {
		values: valuesOf([top, ...own ? [own] : []]),
		problems: inOrder$1([
			...typo ? [typo] : [],
			...file.problems,
			...problems,
			...[top, ...parts].flatMap((part) => problemsOf(file, part))
		])
	};
}
/** Where the inputs of an environment come from, in words: the file and its part for the environment, or only parts for others. */
function partWords({ path, content }, environment) {
	const names = environmentNames(content);
	if (names.includes(environment)) return `${path} with ${ENVIRONMENTS}.${environment}`;
	return names.length === 0 ? path : `${path}, which has no section for ${environment}, only for ${names.join(", ")}`;
}
function environmentNames(content) {
	const environments = content.kind === "map" ? content.entries.find(({ key }) => key === ENVIRONMENTS)?.value : void 0;
	return environments?.kind === "map" ? environments.entries.map(({ key }) => key) : [];
}
/** Catches a typo, which would launch a new host. Names that differ only in a number, such as `pr-1` and `pr-12`, are no typo. */
function environmentTypo({ path, content }, environment) {
	const names = environmentNames(content);
	const near = names.includes(environment) ? void 0 : nearest(environment, names);
	if (near === void 0 || withoutNumbers(near) === withoutNumbers(environment)) return void 0;
	return {
		input: "environment",
		message: `${path} has no ${environment}; did you mean \`${near}\`? If not, add \`${environment}: {}\` to its ${ENVIRONMENTS}`
	};
}
var withoutNumbers = (name) => name.replaceAll(/\d+/g, "");
function environmentsOf(file, { entries }) {
	const value = entries.find(({ key }) => key === ENVIRONMENTS)?.value;
	if (value === void 0) return {
		parts: [],
		problems: []
	};
	if (value.kind !== "map") return {
		parts: [],
		problems: [wrong(file, value, "expected a map of names to inputs", ENVIRONMENTS)]
	};
	const problems = value.entries.flatMap(({ key, at, value: inner }) => {
		const input = `${ENVIRONMENTS}.${key}`;
		const named = attempt$1(() => INPUTS.environment.parse(key));
		if ("faults" in named) return [{
			input,
			message: textMessage(named.faults, INPUTS.environment, key),
			at: {
				path: file.path,
				...at
			}
		}];
		return inner.kind === "map" ? [] : [wrong(file, inner, "expected a map of inputs", input)];
	});
	return {
		parts: value.entries.flatMap(({ key, value: inner }) => inner.kind === "map" ? [{
			entries: inner.entries,
			prefix: `${ENVIRONMENTS}.${key}.`
		}] : []),
		problems
	};
}
function wrong(file, { at }, message, input = "") {
	return {
		input,
		message,
		at: {
			path: file.path,
			...at
		}
	};
}
function valuesOf(parts) {
	const values = /* @__PURE__ */ new Map();
	for (const { key, value } of parts.flatMap(({ entries }) => entries)) {
		if (!isInput(key)) continue;
		const under = values.get(key);
		values.set(key, under === void 0 ? value : overlay(under, value));
	}
	return values;
}
function problemsOf(file, { entries, prefix }) {
	return entries.flatMap(({ key, at, value }) => {
		const input = `${prefix}${key}`;
		if (!isInput(key)) return [{
			input,
			message: didYouMean(key, FILE_INPUTS),
			at: {
				path: file.path,
				...at
			}
		}];
		const field = INPUTS[key];
		if (field.ofRun) return [{
			input,
			message: "belongs to a single run: set it in the `with:` block of a step",
			at: {
				path: file.path,
				...at
			}
		}];
		const read = attempt$1(() => field.read(value));
		if ("value" in read) return [];
		return read.faults.map((fault) => ({
			input,
			message: valueMessage({
				got: value.kind === "scalar" ? shorten(value.text) : void 0,
				...fault
			}, field),
			at: {
				path: file.path,
				...fault.at ?? value.at
			}
		}));
	});
}
function isInput(name) {
	return Object.hasOwn(INPUTS, name);
}
var FILE_INPUTS = Object.entries(INPUTS).filter(([, { ofRun }]) => !ofRun).map(([name]) => name);
// src/config/read-inputs.ts
/**
* Reads every input: the step's value overrides the file's, which overrides the default. Collects all problems instead of stopping at the first.
* All commands share the file, so this ignores file inputs that the command does not use. In the step they are an error.
*/
function readInputs(env, file) {
	const { command, problems: unclear } = commandOf(env);
	const purpose = {
		command,
		planned: command === "plan" ? plannedBy(env) : void 0
	};
	const problems = [...unclear, ...unknownInputs(env)];
	const environment = attempt$1(() => INPUTS.environment.parse(stepText(env, "environment") ?? INPUTS.environment.default ?? ""));
	const part = command === "preview" || command === "sweep" ? PREVIEW_PART : "value" in environment ? environment.value : void 0;
	const inFile = file && fileInputs(file, part);
	const inputs = command === void 0 ? {} : { command };
	const given = /* @__PURE__ */ new Set();
	for (const name of Object.keys(INPUTS)) {
		if (name === "command") continue;
		const applies = isFor(INPUTS[name].commands, purpose);
		if (!applies && isInStep(env, name)) problems.push({
			input: name,
			message: onlyWith(name, purpose)
		});
		const text = applies ? stepText(env, name) : void 0;
		const value = applies ? inFile?.values.get(name) : void 0;
		if (text !== void 0 || value !== void 0) given.add(name);
		const read = one(INPUTS[name], text, value);
		if ("message" in read) problems.push({
			input: name,
			message: read.message
		});
		else inputs[name] = read.value;
	}
	return {
		inputs,
		given,
		problems: [...problems, ...inFile?.problems ?? []]
	};
}
function one(field, text, value) {
	const under = value && attempt$1(() => field.read(value));
	const ofFile = under && "value" in under ? under : void 0;
	if (text === void 0 && ofFile) return ofFile;
	const raw = text ?? standing(field);
	const over = attempt$1(() => field.parse(raw));
	if ("faults" in over) return { message: textMessage(over.faults, field, raw) };
	return ofFile && field.merge ? { value: field.merge(ofFile.value, over.value) } : over;
}
/** The default of an absent input. Only the runner can evaluate an expression, so otherwise it is no default. */
function standing({ default: text = "" }) {
	return text.startsWith("${{") ? "" : text;
}
/** The planned command. The file sets `promote-from` for every run of the environment, so only the step's value makes it the plan of a promotion. */
function plannedBy(env) {
	return isInStep(env, "promote-from") ? "promote" : "deploy";
}
/** A plan takes the inputs of the planned command, and those that belong to neither deploy nor promote. */
function isFor(commands, { command, planned }) {
	if (command === void 0) return true;
	if (!commands.includes(command)) return false;
	return planned === void 0 || commands.includes(planned) || !commands.includes(planned === "deploy" ? "promote" : "deploy");
}
function onlyWith(name, { command, planned }) {
	const { commands } = INPUTS[name];
	if (planned === "promote" && commands.includes("plan")) return "not valid with promote-from: a promoted release brings its own";
	if (planned === "deploy" && commands.includes("plan")) return "with command plan only valid together with promote-from in the same step";
	const brought = command === "promote" && commands.includes("deploy") ? "; a promoted release brings its own" : "";
	return `only valid with command ${alternatives(commands)}${brought}`;
}
// src/config/versioning.ts
/** In a run for a version tag, the default is this version, except for a rollback, or if `release` is set. */
function versionConfig(inputs, { ref }) {
	const ofRun = inputs.command === "rollback" || inputs.release !== void 0 ? void 0 : versionOfRef(ref);
	return {
		asked: inputs.version ?? ofRun,
		next: inputs["next-version"],
		notes: inputs["release-notes"]
	};
}
// src/config/config.ts
/** Reads and validates the environment of the run and its configuration file. Throws one `DeployError` with all problems. */
function readConfig(env, file, job = readJob(env)) {
	const read = readInputs(env, file);
	const preview = read.inputs.command === "preview" ? previewOf(read, env, job) : void 0;
	const comment = read.inputs.command === "comment" ? commentOf(read.inputs, env, job) : void 0;
	const { inputs, given, problems: wrongs } = preview?.read ?? read;
	const problems = [...wrongs, ...comment?.problems ?? []];
	const wrong = new Set(problems.map(({ input }) => input.replace(/^environments\..*\./, "")));
	const combined = file && file.problems.length > 0 ? [] : combinationProblems(inputs, env, job);
	const all = [...problems, ...combined.filter(({ input }) => !wrong.has(input))];
	if (all.length > 0) throw inputError(all);
	return toConfig(inputs, {
		env,
		job,
		given,
		runs: {
			preview: preview?.run,
			comment: comment?.run
		}
	});
}
function toConfig(inputs, { env, job, given, runs }) {
	const service = {
		name: inputs.service ?? serviceOf(job.repository),
		environment: inputs.environment
	};
	const account = accountOf(inputs, env);
	return {
		command: inputs.command,
		service,
		...account,
		job,
		...runs,
		previewTtl: inputs["preview-ttl"],
		canOwnHosts: runs.preview === void 0,
		...ofGithub(inputs),
		host: hostSpec(inputs, service, given),
		...ofHosts(inputs),
		image: imageConfig(inputs, service, job),
		proof: proofConfig(inputs, job),
		spec: specificationOf(inputs),
		drainTimeout: inputs["drain-timeout"],
		certificateTimeout: inputs["certificate-timeout"],
		bake: {
			time: inputs["bake-time"],
			maxErrorShare: inputs["bake-max-errors"]
		},
		canary: canarySpec(inputs),
		alarms: inputs.alarms,
		keepReleases: inputs["retain-releases"],
		guards: guardConfig(inputs),
		release: inputs.release,
		versioning: versionConfig(inputs, job),
		promotion: promotionOf(inputs, service, account.region),
		approvedPlan: inputs["plan-hash"],
		planComment: inputs["plan-comment"],
		timeout: inputs["deploy-timeout"],
		proxyImage: {
			reference: inputs["proxy-image"],
			given: given.has("proxy-image")
		},
		zoneIds: inputs["hosted-zone-id"],
		dnsTimeout: inputs["dns-timeout"],
		network: inputs.network,
		volumeData: inputs["volume-data"],
		destroyRepository: inputs["destroy-repository"],
		asked: {
			reason: inputs.reason ?? "",
			until: inputs.until,
			steer: inputs.steer
		},
		metrics: metricsConfig(inputs, job)
	};
}
function metricsConfig({ window, "incident-label": incidentLabel, "metrics-path": path }, { workspace }) {
	return {
		window,
		incidentLabel,
		folder: path === void 0 ? void 0 : inWorkspace(workspace, path)
	};
}
function ofHosts(inputs) {
	return {
		hostTimeout: inputs["host-timeout"],
		schedule: inputs.schedule,
		maxConcurrency: inputs["max-concurrency"]
	};
}
function ofGithub(inputs) {
	return {
		githubToken: inputs["github-token"],
		githubDeployment: inputs["github-deployment"]
	};
}
function guardConfig(inputs) {
	return {
		allowRolledBack: inputs["allow-rolled-back"],
		allowDowngrade: inputs["allow-downgrade"],
		maxMonthlyCost: inputs["max-monthly-cost"],
		lockTimeout: inputs["lock-timeout"]
	};
}
function promotionOf(inputs, { name }, region) {
	if (inputs["promote-from"] === void 0) return void 0;
	return {
		from: {
			name,
			environment: inputs["promote-from"]
		},
		region: inputs["promote-from-region"] ?? region,
		role: inputs["promote-from-role"],
		minSoakMs: inputs["min-soak"] * 1e3
	};
}
function hostSpec(inputs, service, given) {
	return {
		service,
		instanceId: inputs["instance-id"],
		instances: inputs.instances,
		instanceType: inputs["instance-type"],
		ami: inputs.ami,
		subnetIds: inputs["subnet-ids"],
		securityGroupIds: inputs["security-group-ids"],
		instanceProfile: inputs["instance-profile"],
		volumeGiB: inputs["volume-size"],
		elasticIp: inputs["elastic-ip"],
		capacity: inputs.capacity,
		ports: portsOf(inputs),
		allowReplacement: inputs["allow-replacement"],
		renew: inputs.renew,
		asked: HOST_INPUTS.filter((input) => given.has(input))
	};
}
function proofConfig(inputs, { workspace }) {
	const root = inputs["trusted-root"];
	return {
		signer: inputs["require-attestation"],
		trustedRoot: root === void 0 ? void 0 : inWorkspace(workspace, root),
		maxSeverity: inputs["max-severity"]
	};
}
// src/steps/lease/permit.ts
var UNRENEWED = "the lease was not renewed for so long that another run may have it";
/** A lost lease stays lost: Parameter Store may still return the old value, but other runs may have started because this one was silent. */
function leasePermit(clock) {
	const gone = new AbortController();
	let since;
	const lose = (reason) => {
		if (!gone.signal.aborted) gone.abort(leaseLost(reason));
		return gone.signal.reason;
	};
	return {
		signal: gone.signal,
		lost() {
			if (gone.signal.aborted) return gone.signal.reason;
			return since !== void 0 && passed(clock, since) > 75e3 ? lose(UNRENEWED) : void 0;
		},
		holds: () => since !== void 0,
		held: (at) => void (since = at),
		lose,
		released: () => void (since = void 0)
	};
}
/** By the clock that measured more time. */
function passed(clock, since) {
	return Math.max(clock.elapsed() - since.elapsed, clock.now() - since.now);
}
function momentOf(clock) {
	return {
		elapsed: clock.elapsed(),
		now: clock.now()
	};
}
function leaseLost(reason) {
	return new DeployError("lease-lost", `This run stopped: ${reason}.`, { hint: "Look at `command: status`. If the other run did not deploy what you need, run this again." });
}
// src/steps/check-account.ts
/** The account of the run's credentials. Throws a `DeployError` `wrong-account` if the input `account-id` names another. */
async function checkAccount(config, account) {
	const { accountId, arn } = await account.identify();
	if (config.accountId !== void 0 && config.accountId !== accountId) throw new DeployError("wrong-account", `the credentials belong to account ${accountId} (${arn}), but account-id allows only ${config.accountId}`, { hint: "Assume a role of the right account, or correct the input account-id." });
	return accountId;
}
// src/report/parts/advice.ts
/** Inputs that a text mentions: a hyphenated name by itself, and a single word, such as `port`, as `input port` or `port: 8080`. */
function inputsIn(text) {
	return Object.keys(INPUTS).filter((name) => patternOf(name).test(text));
}
function patternOf(name) {
	const word = `(?<![\\w./-])${name}(?![\\w/-])`;
	return new RegExp(name.includes("-") ? word : `\\binputs? (?:[a-z-]+(?:, | and | or ))*${word}|${word}: \\S`);
}
/** For inputs that a command does not accept, says where to set them. */
function adviceFor(command, hint) {
	const foreign = inputsIn(hint).filter((name) => !INPUTS[name].commands.includes(command) && INPUTS[name].commands.includes("deploy"));
	if (foreign.length === 0) return hint;
	const [are, them] = foreign.length === 1 ? ["is not an input", "it"] : ["are not inputs", "them"];
	const where = command === "promote" ? `deploy with ${them} in the environment that the release comes from, and promote that` : `deploy with ${them}`;
	return `${hint} (${foreign.join(", ")} ${are} of ${command}: ${where}.)`;
}
/** A report whose next step fits a run of this command. */
function withAdvice(report, command) {
	const { failure } = report;
	return failure?.hint === void 0 ? report : {
		...report,
		failure: {
			...failure,
			hint: adviceFor(command, failure.hint)
		}
	};
}
// src/report/parts/report.ts
/** A requested rollback is green; a rollback because of a bad release has a failure. */
function isGreen({ failure }) {
	return failure === void 0;
}
// src/domain/deployment/payload.ts
/** Known when the hosts start. GitHub never changes the payload of a deployment: https://docs.github.com/en/rest/deployments/deployments */
var STARTED = {
	schema: (0,start_packages.f)(1),
	service: line,
	environment: line,
	command: (0,start_packages.C)([
		"deploy",
		"promote",
		"rollback",
		"restart"
	]),
	/** The name of the release. */
	release: line,
	/** The release's version; its commit if it has no other. */
	version: line,
	/** Digest of the image: `sha256:...`. */
	digest: line,
	commit: (0,start_packages.a)(line),
	committedAt: (0,start_packages.a)(isoTime),
	startedAt: isoTime
};
/** Known only at the end. It is in the description of a status: see status-text.ts. */
var ENDED = {
	/** An `Outcome`. */
	outcome: (0,start_packages.C)([
		"deployed",
		"unchanged",
		"rolled-back",
		"restarted",
		"refused",
		"failed",
		"cancelled"
	]),
	/** A cause from docs/causes.md, possibly of a later version of the action. */
	cause: (0,start_packages.a)(line),
	/** When the new release got all traffic. */
	servedAt: (0,start_packages.a)(isoTime),
	/** When it counted as verified: after the bake. */
	verifiedAt: (0,start_packages.a)(isoTime),
	/** When the first bad answer was observed, or the release was refused. */
	failedAt: (0,start_packages.a)(isoTime),
	/** What returned the service to a verified release. */
	recoveredBy: (0,start_packages.a)((0,start_packages.C)([
		"bake",
		"canary",
		"hand"
	]))
};
/** The payload of a deployment on GitHub. */
var STARTED_DEPLOYMENT = (0,start_packages.x)(STARTED);
var ENDED_DEPLOYMENT = (0,start_packages.x)(ENDED);
/** A complete deployment: its payload, and what its statuses say about its end. `readDeployment` (listed.ts) reads it from GitHub's answers. */
var DEPLOYMENT = (0,start_packages.x)({
	...STARTED,
	...ENDED
});
// src/domain/deployment/end.ts
/** The result of a run. Its times are those of its hosts' steps, in `runOnHosts`'s order. */
function endOf(run) {
	const { outcome, cause } = run;
	const recoveredBy = recoveryOf(run);
	const times = cause === "" ? timesOfSuccess(run) : timesOfFailure(run, recoveredBy);
	const known = Object.entries(times).flatMap(([key, time]) => time === void 0 ? [] : [[key, isoBy(run.now, time)]]);
	const read = readValue(ENDED_DEPLOYMENT, {
		outcome,
		...cause !== "" && { cause },
		...Object.fromEntries(known),
		...recoveredBy && { recoveredBy }
	});
	if (read === void 0) throw new Error(`A deployment does not end ${outcome}.`);
	return read;
}
/** Nothing is after the end of the run, whatever durations its hosts reported. */
function isoBy(now, time) {
	return new Date(Math.min(time, now)).toISOString();
}
function timesOfSuccess({ outcome, steps, now }) {
	if (outcome === "unchanged") return {};
	return {
		servedAt: lastEnd(steps, ["cut-over"]) ?? now,
		verifiedAt: lastEnd(steps, ["verify", "bake"]) ?? now
	};
}
/** A reverted release has served, and the release that serves now is verified. After a release that never served there is nothing to recover from. */
function timesOfFailure({ outcome, steps, now }, recoveredBy) {
	if (outcome === "cancelled") return {};
	const failedAt = steps.find(({ name }) => name === "evidence")?.start ?? endOfStep(steps.find(isBadCanary)) ?? now;
	if (recoveredBy === void 0) return { failedAt };
	return {
		servedAt: recoveredBy === "bake" ? endOfStep(steps.find(({ name }) => name === "cut-over")) : void 0,
		failedAt,
		verifiedAt: now
	};
}
function isBadCanary({ name, ok }) {
	return name.startsWith("canary ") && !ok;
}
function lastEnd(steps, names) {
	const ends = steps.filter(({ name }) => names.includes(name)).map(({ start, ms }) => start + ms);
	return ends.length === 0 ? void 0 : Math.max(...ends);
}
function endOfStep(step) {
	return step && step.start + step.ms;
}
function recoveryOf({ command, outcome, cause }) {
	if (outcome !== "rolled-back") return void 0;
	if (command === "rollback") return "hand";
	return cause.startsWith("canary-") ? "canary" : "bake";
}
/** The state for GitHub. A run that changed nothing, or was cancelled, has not failed. */
function stateOf({ outcome, cause }) {
	if (outcome === "cancelled" || outcome === "refused" || outcome === "unchanged") return "inactive";
	return cause === void 0 ? "success" : "failure";
}
// src/report/parts/markdown.ts
/** Not the joiners, which scripts and emoji need. */
var HIDDEN = new RegExp(String.raw`(?![\t\n\r\u200C\u200D])${UNSEEN.source}`, "gu");
/** Text without terminal codes, in which each other character is visible: what a reader sees is what is there. */
function visible(text) {
	return (0,external_node_util_.stripVTControlCharacters)(text).replace(HIDDEN, "�");
}
function escaped$1(text) {
	return visible(text.replace(/[\r\n]+/g, " ")).replace(/[&<>]/g, (sign) => ({
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;"
	})[sign] ?? sign).replace(/[\\`*_{}[\]()#+!|~@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/**
* Makes outside text safe for a table cell or a line of prose: it shows literally, formats nothing, and mentions nobody. GitHub looks for
* mentions after it has read the entities, so an empty comment splits them, which nobody copies with the text:
* https://github.com/github/cmark-gfm/issues/181
*/
function plain(text) {
	return escaped$1(text).replace(/&#64;(?=\w)/g, "$&<!-- -->");
}
/** Outside text as inline code. GitHub looks for no mentions in code. */
function code(text) {
	return text === "" ? "" : `<code>${escaped$1(text)}</code>`;
}
/** Outside text as inline code, with shortened digests that still identify images: the outputs have the whole ones. */
function shortCode(text) {
	return code(text.replace(/\bsha256:([0-9a-f]{12})[0-9a-f]{52}\b/g, "sha256:$1"));
}
/** A folded section. The title and the body are already Markdown or HTML. */
function fold(title, body, open = false) {
	return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** How many items of a list are seen at once. */
var SEEN$5 = 30;
/** A list; the end of a long one is folded. The items are already Markdown. */
function list(items) {
	const [seen, more] = [items.slice(0, SEEN$5), items.slice(SEEN$5)].map((part) => part.map((item) => `- ${item}`).join("\n"));
	return paragraphs([seen ?? "", more ? fold(`${items.length - SEEN$5} more`, more) : ""]);
}
/** Joins the non-empty parts as paragraphs. */
function paragraphs(parts) {
	return parts.filter((part) => part !== "").join("\n\n");
}
/** A sentence whose parts in backticks become code. */
function prose(text) {
	return text.replace(/`([^`\n]+)`|[^`]+|`/g, (part, inner) => inner === void 0 ? plain(part) : code(inner));
}
/** A link whose address may come partly from outside; it cannot break out of the link. What is encoded already stays. The words are already Markdown. */
function start_link(words, url) {
	return `[${words}](${encodeURI(url.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, "%").replace(/[()]/g, (sign) => sign === "(" ? "%28" : "%29")})`;
}
/** Multiline text as a code block; the fence is longer than any run of backticks in it. */
function block(text) {
	const shown = visible(text);
	const runs = shown.match(/`+/g) ?? [];
	const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
	return `${fence}text\n${shown.replace(/\n$/, "")}\n${fence}`;
}
/** A table; the cells are already Markdown. */
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** Cuts Markdown after a whole line, and closes what is open there. `letters`: how many stay at most; `rest`: a sentence on what is missing. */
function cut$2(text, { letters, rest }) {
	if (text.length <= letters) return text;
	const kept = text.slice(0, text.lastIndexOf("\n", letters));
	const fence = openFence(kept);
	const folded = kept.lastIndexOf("<details") > kept.lastIndexOf("</details>") ? "\n\n</details>" : "";
	return `${kept}${fence === "" ? "" : `\n${fence}`}${folded}\n\n${rest}`;
}
/** GitHub's limit of a comment is 65,536 characters, and a marker comes before the text. */
function cutComment(text) {
	return cut$2(text, {
		letters: 6e4,
		rest: "The rest is in the job's summary."
	});
}
/** The fence of the block in which a text ends; empty outside of blocks. */
function openFence(text) {
	return [...text.matchAll(/^(`{3,})(\w*)$/gm)].reduce((open, [, fence = "", info = ""]) => {
		if (open === "") return fence;
		return info === "" && fence.length >= open.length ? "" : open;
	}, "");
}
// src/report/sections/failure.ts
var LAST_LINES = "Last log lines of the container";
/** The one cause, what serves now, the next step, and the folded evidence. */
function renderFailure(failure, { headline, causes }) {
	const { cause, sentence, state = "", hint } = failure;
	const [first = "", ...items] = sentence.split("\n");
	const words = headline.endsWith(first.replace(/:$/, "")) ? "" : `: ${prose(first)}`;
	return paragraphs([
		`**Cause:** ${causes === void 0 ? code(cause) : start_link(code(cause), `${causes}#${cause}`)}${words}`,
		items.map((item) => `- ${prose(item.trim())}`).join("\n"),
		state === "" ? "" : `**Now:** ${prose(state)}`,
		hint === void 0 ? "" : `**Next step:** ${prose(hint)}`,
		...evidenceOf(failure)
	]);
}
/** Folded, except for a defect of the action: its reader has nothing else. */
function evidenceOf({ evidence, stack = "" }) {
	const { logs = "", health = "", host = "" } = evidence ?? {};
	return [
		["Stack of the action", stack],
		[LAST_LINES, logs],
		["Answer to the health check", health],
		["Disk and memory of the host", host]
	].filter(([, text]) => text.trim() !== "").map(([title, text]) => fold(title, block(text.slice(-65536)), text === stack));
}
// src/domain/data/volumes.ts
/** The writable ones of the input `volumes`, with their names on a host. */
function writableVolumes(service, volumes) {
	return volumes.map(mountOf).filter(({ readOnly }) => !readOnly).map(({ source, path }) => ({
		name: nameOnHost(service, source),
		path
	}));
}
function nameOnHost(service, source) {
	return source.startsWith("/") ? source : `${serviceKey(service)}.${source}`;
}
/** The paths that the image declares with VOLUME, from a host's answer: Docker names these volumes itself. */
function declaredPaths(service, volumes) {
	return volumes.filter(({ name }) => name.startsWith(`${serviceKey(service)}.image-`)).map(({ path }) => path);
}
/** Paths that an image declares with VOLUME, without those in memory, which keep nothing. */
function keptPaths(declared, tmpfs = []) {
	const inMemory = tmpfs.map((mount) => bare(tmpfsOf(mount)[0]));
	return declared.filter((path) => !inMemory.includes(bare(path)));
}
/** Such as `web.production.data (/data), /srv/files (/files)`. */
function volumeWords(volumes) {
	return volumes.map(({ name, path }) => name === "" ? path : `${name} (${path})`).join(", ");
}
/** Each volume once. */
function allVolumes(...lists) {
	return [...new Map(lists.flat().map((volume) => [`${volume.name}:${volume.path}`, volume])).values()];
}
// src/domain/dns/name-step.ts
/** Whether a deploy has to change its records. */
function isChange({ action }) {
	return action === "create" || action === "change" || action === "remove";
}
// src/domain/cost/dollars.ts
/** US dollars for people: `$3.65`, `$20`. Cents matter only in small amounts. */
function dollars(amount) {
	return amount < 10 ? `$${amount.toFixed(2)}` : `$${Math.round(amount)}`;
}
// src/report/parts/cost-words.ts
/** Rows of label and words: the month by resource, and the cheaper choice if there is one. */
function costRows(cost) {
	const { cheaper } = cost;
	return [["Cost", costWords(cost)], ...cheaper === void 0 ? [] : [["Cheaper choice", cheaperWords(cheaper)]]];
}
function costWords({ lines, total, unknown, elsewhere, prices }) {
	const shared = elsewhere.length === 0 ? "" : `${lines.length === 0 ? "" : "; "}the host of ${elsewhere.join(" and ")} counts there`;
	if (lines.length === 0) return `nothing${shared === "" ? "" : `: ${shared}`}`;
	return `${unknown.length === 0 ? `about ${dollars(total)} a month` : `at least ${dollars(total)} a month, because ${unknown.join(", and ")}`}: ${lines.map(lineWords).join(", ")}${shared}; list prices in ${prices.region} of ${prices.date}, without traffic`;
}
function lineWords({ what, count, month }) {
	return `${count === 1 ? what : `${count} × ${what}`} ${typeof month === "number" ? dollars(month) : "(price unknown)"}`;
}
function cheaperWords({ instanceType, insteadOf, saves }) {
	return `instance-type: ${instanceType} has the memory and CPUs of ${insteadOf}, and saves about ${dollars(saves)} a month for each host`;
}
/** The same as JSON; a price that is not known is null. */
function costJson({ lines, total, unknown, elsewhere, cheaper, prices }) {
	return {
		monthlyUsd: unknown.length === 0 ? cents(total) : null,
		resources: lines.map(({ what, count, month }) => ({
			what,
			count,
			monthlyUsd: typeof month === "number" ? cents(month) : null
		})),
		unknown,
		countedBy: elsewhere,
		cheaper: cheaper === void 0 ? null : {
			...cheaper,
			saves: cents(cheaper.saves)
		},
		prices
	};
}
function cents(amount) {
	return Math.round(amount * 100) / 100;
}
// src/report/parts/minute.ts
/** An ISO 8601 time in a readable form: `2026-11-23 12:00 UTC`. Any other text stays as it is. */
function minuteOf(iso) {
	return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/, "$1 $2 UTC");
}
// src/report/plan/evidence.ts
/** How many migrations are named. */
var NAMED = 3;
/** How risky the deploy is, for an approver; rows of label and words. */
function evidenceRows({ release, evidence, live, verdict }) {
	const rows = release.files === void 0 ? [] : [["Changes", filesWords(release.files)]];
	if (evidence === void 0 || live === void 0) return rows;
	const traffic = verdict === "changes" ? [["Traffic", trafficWords(evidence.canary)]] : [];
	return [
		...rows,
		...traffic,
		...evidence.history.length === 0 ? [] : [["Last runs", historyWords(evidence.history)]]
	];
}
function filesWords({ count, added, removed, migrations, all }) {
	const sum = `${count}${all ? "" : " or more"} ${count === 1 ? "file" : "files"}, ${added} lines added, ${removed} removed`;
	if (migrations.length === 0) return `${sum}; none looks like a migration`;
	const more = migrations.length > NAMED ? ` and ${migrations.length - NAMED} more` : "";
	return `${sum}; ${migrations.length === 1 ? "1 looks like a migration" : `${migrations.length} look like migrations`}: ${migrations.slice(0, NAMED).join(", ")}${more}`;
}
function trafficWords(canary) {
	if (canary === void 0) return "all at once, without a canary";
	return `a canary gets ${canary.steps.map(({ share, time }) => `${share}% for ${time} s`).join(", then ")}`;
}
function historyWords(history) {
	const [last] = history;
	const good = history.filter(({ cause }) => cause === "").length;
	const how = last === void 0 ? "" : `${last.outcome}${last.cause === "" ? "" : ` (${last.cause})`} at ${minuteOf(last.at)} by ${last.actor}`;
	return history.length === 1 ? `the last one: ${how}` : `${good} of the last ${history.length} succeeded; the last one: ${how}`;
}
// src/domain/dns/record-set.ts
/** Whether it is a plain list of IPv4 addresses, which is all that this action creates for a name. */
function isAddressList({ type, alias, routed }) {
	return type === "A" && alias === void 0 && !routed;
}
/** Such as `A 203.0.113.7`. */
function setWords({ type, values, alias }) {
	return `${type} ${alias === void 0 ? values.join(", ") : `alias of ${alias}`}`;
}
// src/domain/dns/step-words.ts
/** A name's step in words: `create shop.example.com A 203.0.113.7 in the hosted zone example.com (Z1)`. */
function stepWords(step) {
	switch (step.action) {
		case "create":
		case "keep": return `${step.action} ${recordWords(step)}${inZone(step.zone)}`;
		case "change": return `change ${recordWords(step)}${inZone(step.zone)}, now ${step.owned.address ? setWords(step.owned.address) : "nothing"}`;
		case "remove": return `remove ${step.name}${step.owned.address ? ` ${setWords(step.owned.address)}` : ""}${inZone(step.zone)}`;
		case "leave": return `keep ${step.name} ${setWords(step.there)}${inZone(step.zone)}, which this action did not create`;
		case "elsewhere": return `${recordWords(step)} with a TTL of 60: create it yourself, wherever the DNS of ${step.name} is`;
	}
}
function recordWords({ name, to }) {
	return `${name} A ${destinationWords(to)}`;
}
function destinationWords({ addresses, pending }) {
	const unknown = pending === 0 ? [] : [pending === 1 ? "the address of the new host" : `the addresses of ${pending} new hosts`];
	return [...addresses, ...unknown].join(", ");
}
function inZone({ name, id }) {
	return ` in the hosted zone ${name} (${id})`;
}
// src/report/plan/names.ts
/** The names of a service and their certificates; empty without names. */
function nameRows({ names, certificates }) {
	return [["Names", namesWords(names)], ["Certificates", certificateWords(certificates)]].filter(([, words]) => words !== "");
}
/** Changes first. */
function namesWords(names) {
	return [...names.filter(isChange), ...names.filter((step) => !isChange(step))].map(stepWords).join("; ");
}
function certificateWords(names) {
	return names.length === 0 ? "" : `requested for ${names.join(", ")}, unless a valid one exists`;
}
/** The same as JSON. */
function namesJson({ names, certificates }) {
	return {
		names: names.map(nameJson),
		certificates
	};
}
function nameJson(step) {
	const { action, name } = step;
	const addresses = "to" in step ? step.to.addresses : [];
	return {
		action,
		name,
		zone: "zone" in step ? step.zone.id : null,
		addresses
	};
}
// src/domain/plan/facts-text.ts
/** Such as `launch a t3.small`, or `use i-1 (t3.small), launch 2 t3.small`. */
function hostWords(hostPlan, instanceType) {
	if (hostPlan.kind === "refuse") return "refuse";
	const launches = hostPlan.plans.filter(({ kind }) => kind === "launch").length;
	return [...hostPlan.plans.flatMap((plan) => presentWords(plan, instanceType)), ...launches === 0 ? [] : [`launch ${launches === 1 ? "a" : launches} ${instanceType}`]].join(", ");
}
function presentWords(plan, instanceType) {
	const named = ({ id, instanceType: type }) => `${id} (${type})`;
	switch (plan.kind) {
		case "launch": return [];
		case "start": return [`start ${named(plan.host)}`];
		case "reuse": return [`use ${named(plan.host)}`];
		case "replace": return [`replace ${named(plan.host)} by ${plan.next ? named(plan.next) : `a new ${instanceType}`} (${plan.because})`];
	}
}
/** Such as `web:3f2a9c1d..., to be built`. */
function imageWords(image) {
	switch (image.kind) {
		case "given": return `${image.name}, ${image.digest}`;
		case "tagged": return `${image.repository}:${image.tag}${sourceWords(image)}, in the registry: ${image.digest}`;
		case "promoted": return `${image.repository}, in the registry: ${image.digest}`;
		case "copy": return `${image.repository}, to be copied from ${image.from}: ${image.digest}`;
		case "build": return `${image.repository}:${image.tag}${sourceWords(image)}, to be built${image.rebuilds === void 0 ? "" : " again"}`;
		case "unknown": return "not checked, because the host is refused";
	}
}
function sourceWords({ differences }) {
	return differences === 0 ? "" : `, of the commit with ${differences === 1 ? "1 file" : `${differences} files`} changed or added`;
}
// src/report/plan/text.ts
/** GitHub's limit of listed commits. */
var COMPARED = 250;
/** One sentence: what `deploy` or `promote` would do. */
function headlineOf(plan) {
	const { service, verdict, refusals, release } = plan;
	const would = `${displayName(service)}: ${release.verified ? "promote" : "deploy"} would`;
	if (verdict === "refused") return `${would} refuse: ${refusals[0]?.reason ?? ""}`;
	if (verdict === "unchanged") return `${would} change nothing; release ${release.name} is live`;
	const steps = [...hostSteps(plan), ...imageSteps(plan)];
	return `${would} ${steps.join(", ")}${steps.length > 0 ? " and " : ""}${lastStep(plan)}`;
}
function hostSteps({ hosts, instanceType }) {
	return hosts.kind === "hosts" && hosts.plans.every(({ kind }) => kind === "reuse") ? [] : [hostWords(hosts, instanceType)];
}
function imageSteps({ image }) {
	if (image.kind === "copy") return ["copy the image"];
	return image.kind === "build" ? ["build the image"] : [];
}
function lastStep({ release, live, asked, names }) {
	const { verified, commit } = release;
	if (asked.kind === "asked" && asked.drift.length > 0 && release.name === live?.release) return `return the hosts to ${release.name}`;
	const renamed = names.filter(isChange);
	if (renamed.length > 0 && release.name !== "" && release.name === live?.release) return `change the records of ${renamed.map(({ name }) => name).join(", ")}`;
	return `release ${verified ? `${verified.release} of ${verified.environment}` : `commit ${commit.slice(0, 8)}`}${live ? ` over ${live.release}` : ""}`;
}
/** The plan at a glance: rows of label and words, the most important ones first. */
function planRows(plan) {
	const infrastructure = ["Infrastructure", infrastructureWords(plan)];
	if (plan.release.commit === "") return [
		infrastructure,
		...askedRows(plan.asked),
		...costOf(plan)
	];
	return [
		["Release", releaseWords(plan)],
		...versionRows(plan.release),
		...verifiedRows(plan.release),
		...evidenceRows(plan),
		["Configuration", configurationWords(plan.configuration)],
		...secretRows(plan.secrets),
		...plan.data.length === 0 ? [] : [["Data", dataWords(plan.data)]],
		["Image", imageWords(plan.image)],
		infrastructure,
		...askedRows(plan.asked),
		["Proxy", proxyWords(plan.proxy)],
		...nameRows(plan),
		["Address and DNS", addressWords(plan)],
		...costOf(plan)
	];
}
function infrastructureWords({ hosts, instanceType, region, resources }) {
	if (hosts.kind === "refuse") return `refused: ${hosts.reason}`;
	return `${hostWords(hosts, instanceType)} in ${region}; ${resourceCounts(resources)}`;
}
/** The whole plan for the log. */
function planLines(plan) {
	const { commits } = plan.release;
	return [
		headlineOf(plan),
		...planRows(plan).map(([label, words]) => `${label}: ${words}`),
		...plan.resources.map((step) => `  ${resourceWords(step)}`),
		...configurationDetails(plan.configuration).map(({ label, names }) => `  ${label}: ${names.join(", ")}`),
		...commits.map(({ sha, title, author }) => `  ${sha.slice(0, 8)} ${title} (${author})`)
	];
}
function resourceWords({ action, what }) {
	return `${action} ${what}`;
}
/** The changes in the configuration: names, and those values that may be shown. */
function configurationDetails(change) {
	if (change.kind !== "named") return [];
	return [
		...nameDetails("env", change.env),
		...nameDetails("secrets", change.secrets),
		{
			label: "inputs",
			names: change.inputs.map(inputWords)
		}
	].filter(({ names }) => names.length > 0);
}
function nameDetails(kind, changes) {
	return [
		"added",
		"changed",
		"removed"
	].map((how) => ({
		label: `${kind} ${how}`,
		names: changes[how]
	}));
}
function inputWords({ name, before, after }) {
	return before === void 0 || after === void 0 ? name : `${name} ${before || "none"} → ${after || "none"}`;
}
function resourceCounts(resources) {
	return [
		"create",
		"change",
		"move",
		"terminate",
		"release"
	].map((action) => {
		const count = resources.filter((step) => step.action === action).length;
		return count === 0 ? [] : [`${count} to ${action}`];
	}).flat().join(", ") || "nothing to create";
}
function versionRows({ semver, nextVersion }) {
	return [...semver === void 0 ? [] : [["Version", semver]], ...nextVersion === void 0 ? [] : [["Next version", nextVersion]]];
}
function releaseWords({ release, live, verdict }) {
	const commit = `commit ${release.commit.slice(0, 8)}`;
	const migration = release.migration ? ", with a migration" : "";
	if (!live) return `${commit}, the first release${migration}`;
	if (verdict === "unchanged") return `${release.name}, which is already live`;
	const since = `${live.release}, deployed by ${live.actor}`;
	if (live.commit === release.commit) return `${commit}, which is already live, over ${since}${migration}`;
	return `${commit}${relationWords(release)}, over ${since}${migration}`;
}
function relationWords({ relation, commits }) {
	const count = commits.length === 1 ? "1 commit" : `${commits.length}${commits.length < COMPARED ? "" : " or more"} commits`;
	switch (relation) {
		case "ahead": return `, ${count} newer`;
		case "behind": return ", which is older";
		case "diverged": return `, ${count} on another branch`;
		default: return "";
	}
}
function configurationWords(change) {
	switch (change.kind) {
		case "unknown": return "unknown: the record of the live release lacks it";
		case "unchanged": return "unchanged";
		case "changed": return "changed; the record had no room for details";
		case "named": return [
			countWords("env", change.env),
			countWords("secrets", change.secrets),
			inputCount(change.inputs)
		].filter((words) => words !== "").join("; ");
	}
}
function countWords(kind, changes) {
	const counts = [
		"added",
		"changed",
		"removed"
	].filter((how) => changes[how].length > 0).map((how) => `${changes[how].length} ${how}`);
	return counts.length === 0 ? "" : `${kind}: ${counts.join(", ")}`;
}
function inputCount(inputs) {
	return inputs.length === 0 ? "" : `inputs: ${inputs.length} changed`;
}
/** Whether the hosts were asked, and any drift between them and the record; none if nothing serves yet. */
function askedRows(asked) {
	if (asked.kind === "asked") return [["Hosts", asked.drift.join("; ") || "serve what is recorded"]];
	return asked.reason === "" ? [] : [["Hosts", `not asked, planned from the record only: ${asked.reason}`]];
}
/** Where a promoted release comes from. */
function verifiedRows({ verified }) {
	if (verified === void 0) return [];
	const { environment, release, digest, differs } = verified;
	return [["Promoted from", `${environment}, where ${release} is verified: ${digest}`], [`Different from ${environment}`, differs.join(", ") || "nothing"]];
}
function secretRows({ changed, unknown }) {
	const words = [...changed.map((name) => `${name}: a new version since the last deploy; the deploy (or a restart) applies it`), ...unknown.map(({ name, reason }) => `${name}: unknown whether it changed since the last deploy: ${reason}`)];
	return words.length === 0 ? [] : [["Secrets", words.join("; ")]];
}
var FATES = {
	new: "begins empty",
	stays: "stays",
	separate: "each host has its own copy",
	discarded: "is lost with the host",
	gone: "was lost with a host that no longer exists",
	refused: "would be lost or split; see volume-data"
};
function dataWords(data) {
	return data.map(({ fate, ...volume }) => `${volumeWords([volume])} ${FATES[fate]}`).join("; ");
}
function proxyWords({ kind, port, image }) {
	const words = changeWords(kind, port);
	if (image === void 0 || kind === "unknown") return words;
	return kind === "start" ? `${words}; its image is ${image}` : `${words}; ${image} replaces a proxy of another image`;
}
function changeWords(kind, port) {
	switch (kind) {
		case "start": return `starts, and listens on port ${port}`;
		case "load": return `listens on port ${port} for this service, too: starts, or reloads`;
		case "reload": return `reloads its configuration, and listens on port ${port}`;
		case "none": return "no reload; the cut-over loses no request";
		case "unknown": return "not checked, because the host is refused";
	}
}
/** If the action does not manage a name's records, its owner must know when to change them. */
function addressWords({ hosts, resources, names }) {
	if (hosts.kind === "refuse") return "not checked, because the host is refused";
	const added = resources.filter(({ newAddress }) => newAddress === true).length;
	const lost = hosts.plans.some((plan) => plan.kind === "start" && !plan.host.elasticIp);
	if (added === 0 && !lost) return "stays; your DNS needs no change";
	if (names.length > 0 && names.every(({ action }) => action !== "elsewhere" && action !== "leave")) return `${added > 1 ? `${added} new ones` : "a new one"}: the records of domains follow`;
	return `${added > 1 ? `${added} new ones` : "a new one"}: update your DNS`;
}
function costOf({ cost }) {
	return cost === void 0 ? [] : costRows(cost);
}
// src/report/sections/commits.ts
/** How many commits are visible, and how many are listed at all: GitHub shows the rest. */
var SEEN$4 = 10;
var LISTED$1 = 100;
/** GitHub itself shows 72. */
var TITLE = 72;
/** The commits of a release, newest first, with a link to GitHub's comparison with the live one. Empty if there is nothing to show. */
function renderCommits(commits, compareUrl) {
	const lines = commits.toReversed().map(commitLine);
	const rest = lines.slice(SEEN$4, LISTED$1);
	const unlisted = lines.length - SEEN$4 - rest.length;
	const compare = compareUrl === void 0 ? "" : start_link("Compare the two commits", compareUrl);
	if (lines.length === 0) return compare;
	return paragraphs([
		`### ${lines.length === 1 ? "1 commit" : `${lines.length} commits`}`,
		lines.slice(0, SEEN$4).join("\n"),
		rest.length === 0 ? "" : fold(`${lines.length - SEEN$4} more`, [...rest, ...unlisted > 0 ? [`- and ${unlisted} more`] : []].join("\n")),
		compare
	]);
}
/** An item of a list. */
function commitLine({ sha, title, author, url }) {
	return `- ${start_link(code(sha.slice(0, 8)), url)} ${plain(cut$1(title))} (${plain(cut$1(author))})`;
}
function cut$1(text) {
	return text.length <= TITLE ? text : `${text.slice(0, TITLE)}…`;
}
// src/report/plan/markdown.ts
/** Limits of lists and texts, so that a plan stays readable. */
var LISTED = 30;
var LETTERS = 100;
/** The plan for an approver: the result at a glance, then the details. */
function renderPlan(plan) {
	const rows = planRows(plan).map(([label, words]) => [label, plain(short$1(words, 400))]);
	const resources = (plan.resources.some(({ action }) => action !== "keep") ? plan.resources : []).map((step) => plain(resourceWords(step)));
	const names = configurationDetails(plan.configuration).map(({ label, names: all }) => `${label}: ${capped(all.map((name) => code(short$1(name)))).join(", ")}`);
	return [
		table(["What", "Plan"], rows),
		section("Resources", resources),
		section("Configuration", names),
		renderCommits(plan.release.commits, plan.release.compareUrl),
		plan.hash === "" ? "" : `The <code>plan-hash</code> of this plan: ${code(plan.hash)}`
	].filter((part) => part !== "").join("\n\n");
}
function section(title, lines) {
	return lines.length === 0 ? "" : `### ${title}\n\n${list(lines)}`;
}
function capped(lines) {
	return lines.length <= LISTED ? [...lines] : [...lines.slice(0, LISTED), `and ${lines.length - LISTED} more`];
}
function short$1(text, letters = LETTERS) {
	return text.length <= letters ? text : `${text.slice(0, letters)}…`;
}
// src/report/parts/mermaid.ts
/** A timeline whose axis counts seconds. https://mermaid.js.org/syntax/gantt.html */
function gantt(lanes) {
	return diagram({ gantt: {
		leftPadding: 90,
		barHeight: 18
	} }, [
		"gantt",
		"  dateFormat x",
		"  axisFormat %s s",
		"  todayMarker off",
		...lanes.flatMap(({ title, bars }) => [`  section ${label(title)}`, ...bars.map(({ words, start, ms, ok }) => `  ${label(words)} :${ok ? "" : "crit, "}${whole(start)}, ${whole(start + Math.max(1, ms))}`)])
	]);
}
/** A bar for each of a few values. https://mermaid.js.org/syntax/xyChart.html */
function barChart({ title, unit, bars }) {
	const highest = Math.max(...bars.map(({ value }) => value));
	const axis = {
		labelFontSize: 12,
		titleFontSize: 12
	};
	return diagram({
		xyChart: {
			width: 640,
			height: 200,
			titleFontSize: 14,
			xAxis: axis,
			yAxis: axis
		},
		themeVariables: { xyChart: { plotColorPalette: "#8c9ce0" } }
	}, [
		"xychart-beta",
		`  title "${label(title)}"`,
		`  x-axis [${distinct(bars.map(({ name }) => label(name))).map((name) => `"${name}"`).join(", ")}]`,
		`  y-axis "${label(unit)}" 0 --> ${figure(highest === 0 ? 1 : highest * 1.1)}`,
		`  bar [${bars.map(({ value }) => figure(value)).join(", ")}]`
	]);
}
function diagram(config, lines) {
	return [
		"```mermaid",
		`%%{init: ${JSON.stringify(config)}}%%`,
		...lines,
		"```"
	].join("\n");
}
var LONGEST = 70;
/**
* Removes from outside text whatever Mermaid reads as syntax or HTML. A line must not start with a keyword of Mermaid either, such
* as `click`: bars start with a duration.
*/
function label(text) {
	const trimmed = text.replace(/[^\p{L}\p{N} .,/+()%-]+/gu, " ").replace(/%(?=%)/g, "").replace(/ {2,}/g, " ").trim();
	return trimmed.length > LONGEST ? `${trimmed.slice(0, LONGEST)}…` : trimmed || "-";
}
var whole = (ms) => String(Math.round(Math.max(0, ms)));
/** Mermaid draws bars with the same name over each other. */
function distinct(names) {
	return names.map((name, at) => {
		const earlier = names.slice(0, at).filter((one) => one === name).length;
		return earlier === 0 ? name : `${name} (${earlier + 1})`;
	});
}
/** Mermaid reads no exponents, which JavaScript writes below a millionth. */
var figure = (value) => value < 1e-6 ? "0" : String(Number(value.toPrecision(3)));
// src/report/sections/canary.ts
/** Seconds shown for durations beyond the last bound of the proxy's counters. */
var BEYOND = 10;
/** What the canary cost and spared, and each of its steps as charts and numbers. */
function renderCanary({ head, rows, verdicts, steered, steps, cost }) {
	const answered = rows.length > 0;
	return paragraphs([
		"### Canary",
		plain([cost, ...answered ? [`${verdicts.join("; ")}.`] : []].join(" ")),
		steered.map((words) => `- ${plain(words)}`).join("\n"),
		chart$1(steps, {
			title: "5xx answers",
			unit: "percent",
			of: ({ errors }) => errors * 100
		}),
		chart$1(steps, {
			title: "99% of requests took at most",
			unit: "milliseconds",
			of: latency
		}),
		answered ? table(head, rows.map((row) => row.map(plain))) : ""
	]);
}
function latency({ p99 }) {
	return p99 === void 0 ? void 0 : Math.min(p99, BEYOND) * 1e3;
}
/** The baseline beside the canary, step by step; empty if all values are zero. */
function chart$1(steps, { title, unit, of }) {
	const known = steps.flatMap(({ share, baseline, canary }) => [{
		name: `${share}% baseline`,
		value: of(baseline)
	}, {
		name: `${share}% canary`,
		value: of(canary)
	}]).flatMap(({ value, ...bar }) => value === void 0 ? [] : [{
		...bar,
		value
	}]);
	return known.some(({ value }) => value > 0) ? barChart({
		title,
		unit,
		bars: known
	}) : "";
}
// src/report/sections/change.ts
/** What served before and what serves now, side by side, with the commits between them. */
function renderChange({ before, after, repository, compareUrl, commits }) {
	const commit = ({ commit }) => commit === "" ? "unknown" : start_link(code(commit.slice(0, 8)), `${repository}/commit/${commit}`);
	const rows = [
		["Release", ({ release }) => code(release)],
		...versionRow([before, after]),
		["Commit", commit],
		["Digest", ({ digest }) => shortCode(digest)],
		["Deployed", ({ deployed }) => plain(deployed)]
	];
	return paragraphs([before ? table([
		"",
		"Before",
		"After"
	], rows.map(([name, of]) => [
		name,
		of(before),
		of(after)
	])) : table(["", "First release"], rows.map(([name, of]) => [name, of(after)])), renderCommits(commits, compareUrl)]);
}
function versionRow(sides) {
	return sides.some((side) => side?.semver !== void 0) ? [["Version", ({ semver }) => code(semver ?? "") || "none"]] : [];
}
// src/report/sections/checks.ts
var SIGNS$2 = {
	ok: "✅",
	warning: "⚠️",
	failed: "❌",
	unknown: "❔"
};
function renderChecks(checks) {
	return table([
		"",
		"What",
		"Found",
		"Fix"
	], checks.map((check) => [
		SIGNS$2[check.state],
		plain(check.area),
		prose(check.detail),
		"fix" in check ? prose(check.fix) : ""
	]));
}
// src/domain/duration.ts
/** `0.4 s`, `12 s`, `3 min 5 s`. */
function seconds(ms) {
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
	const whole = Math.round(ms / 1e3);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
// src/report/sections/history.ts
/** More runs than this are folded. */
var SEEN$3 = 10;
/** The last runs that changed the service or tried to, newest first. */
function renderHistory(history) {
	const older = history.slice(SEEN$3);
	return paragraphs([
		"### History",
		rows(history.slice(0, SEEN$3)),
		older.length === 0 ? "" : fold(`${older.length} older`, rows(older))
	]);
}
function rows(history) {
	return table([
		"When",
		"Outcome",
		"Release",
		"By",
		"Time"
	], history.map(row));
}
function row({ at, outcome, release, semver, cause, note, actor, runUrl, seconds: took }) {
	return [
		plain(minuteOf(at)),
		plain(`${outcome}${cause === "" ? "" : `: ${cause}`}${note === void 0 ? "" : ` (${note})`}`),
		`${code(release) || "none"}${semver === void 0 ? "" : ` ${plain(semver)}`}`,
		`${plain(actor)} (${start_link("run", runUrl)})`,
		seconds(took * 1e3)
	];
}
// src/report/sections/hosts.ts
/** More hosts than this are folded, and more kinds of them. */
var SEEN$2 = 10;
/** A table of a few hosts. For many: a count of those that are alike, the few that differ, and all of them folded. */
function renderHosts(hosts) {
	if (hosts.length <= SEEN$2) return `### Hosts\n\n${tableOf(hosts)}`;
	const groups = [...Map.groupBy(hosts, likeness).values()].toSorted((a, b) => b.length - a.length);
	const odd = groups.slice(1).filter((members) => members.length <= SEEN$2).flat();
	return paragraphs([
		`### ${hosts.length} hosts`,
		table([
			"Hosts",
			"Outcome",
			"Serves",
			"Digest"
		], groups.slice(0, SEEN$2).map(groupRow)),
		odd.length === 0 ? "" : tableOf(odd.slice(0, SEEN$2)),
		fold(`All ${hosts.length} hosts`, tableOf(hosts))
	]);
}
function likeness({ outcome, release, digest }) {
	return JSON.stringify([
		outcome,
		release,
		digest
	]);
}
function groupRow(members) {
	const [first] = members;
	return [String(members.length), ...first ? sameCells(first) : []];
}
function tableOf(hosts) {
	return table([
		"Host",
		"Address",
		"Outcome",
		"Serves",
		"Digest"
	], hosts.map((host) => [
		code(host.id),
		plain(host.url) || "unknown",
		...sameCells(host)
	]));
}
function sameCells({ outcome, release, digest }) {
	return [
		plain(outcome) || "unknown",
		code(release) || "unknown",
		shortCode(digest) || "unknown"
	];
}
// src/domain/metrics/statistics.ts
/** Mean of at least one value. */
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The middle value, or the mean of the two middle ones. Of at least one value. */
function median(values) {
	const sorted = values.toSorted((one, other) => one - other);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
var DEFINITIONS = {
	"deployment-frequency": "Releases that were deployed or promoted and verified, for each day.",
	"lead-time": "Time from a commit until all hosts serve it, the first time that this commit is released.",
	"change-failure-rate": "Share of deploys and promotions that failed, were rolled back by hand, or were live when an incident was opened.",
	"recovery-time": "Time from the first visitor who could reach a bad release, or from a failure that reached none, to the next verified release."
};
/** `durations` in milliseconds. */
function durationFigure(name, durations, leftOut = []) {
	const samples = durations.length;
	if (samples < 5) return {
		name,
		samples,
		leftOut
	};
	const seconds = durations.map((ms) => ms / 1e3);
	return {
		name,
		samples,
		value: mean(seconds),
		median: median(seconds),
		leftOut
	};
}
/** A number of samples per unit, such as days. */
function rateFigure(name, { part, of, samples }) {
	return {
		name,
		samples,
		...samples < 5 ? {} : { value: part / of },
		leftOut: []
	};
}
// src/domain/metrics/periods.ts
var DAY = 864e5;
/** How many bars fit into a chart. */
var MOST$2 = 15;
/** Results of changes by day, or by several days if there would be more than 15 bars. */
function periodsOf(changes, failed, { from, to }) {
	const first = Math.floor(from / DAY) * DAY;
	const days = Math.floor(to / DAY) - first / DAY + 1;
	const step = Math.ceil(days / MOST$2) * DAY;
	return Array.from({ length: Math.ceil(days * DAY / step) }, (_, at) => {
		const start = first + at * step;
		const here = changes.filter(({ endedAt }) => endedAt >= start && endedAt < start + step);
		const bad = here.filter(({ id }) => failed.has(id)).length;
		return {
			start,
			verified: here.length - bad,
			failed: bad
		};
	});
}
// src/report/metrics/html.ts
var SIGNS$1 = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** A template that escapes its values, unless they come from another template. */
function html(texts, ...parts) {
	return { html: String.raw({ raw: texts.raw }, ...parts.map(textOf)) };
}
function textOf(part) {
	if (typeof part === "string" || typeof part === "number") return escaped(String(part));
	return "html" in part ? part.html : part.map((one) => one.html).join("");
}
/** Removes characters that XML does not allow. */
function escaped(text) {
	return text.replace(/[&<>"']/g, (sign) => SIGNS$1[sign] ?? sign).replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "�").toWellFormed();
}
var NOTHING = html``;
/** A link if the address is a web address, otherwise only its text. */
function start_anchor(words, url) {
	return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>` : html`${words}`;
}
// src/report/metrics/chart.ts
var [WIDTH, HEIGHT, FLOOR] = [
	640,
	150,
	128
];
/** Bars as an SVG without a script; each shows its value on hover. Empty if all are zero. */
function barsChart(title, bars) {
	const highest = Math.max(0, ...bars.map(totalOf));
	if (highest === 0) return NOTHING;
	const room = WIDTH / bars.length;
	return html`<figure>
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
      ${bars.map((bar, at) => column(bar, {
		x: at * room,
		room,
		scale: (FLOOR - 16) / highest
	}))}
      <path class="floor" d="M0 ${FLOOR}.5H${WIDTH}" />
    </svg>
  </figure>`;
}
function totalOf({ parts }) {
	return parts.reduce((sum, { value }) => sum + value, 0);
}
function column({ name, parts, words }, { x, room, scale }) {
	const [width, middle] = [round(Math.min(48, room * .7)), round(x + room / 2)];
	let top = FLOOR;
	return html`<g><title>${name}: ${words}</title>${parts.map(({ kind, value }) => {
		const height = value * scale;
		top -= height;
		return html`<rect class="${kind}" x="${round(middle - width / 2)}" y="${round(top)}" width="${width}" height="${round(height)}" />`;
	})}<text x="${middle}" y="${HEIGHT - 8}">${name}</text></g>`;
}
var round = (value) => Number(value.toFixed(1));
// src/report/metrics/words.ts
var TITLES = {
	"deployment-frequency": "Deployment frequency",
	"lead-time": "Lead time",
	"change-failure-rate": "Change failure rate",
	"recovery-time": "Time to recovery"
};
/** A metric in words: `2.3 a day`, `3 h 5 min`, `12.5%`, or `too few (3)`. */
function figureWords({ name, value, samples }) {
	if (value === void 0) return `too few (${samples})`;
	if (name === "deployment-frequency") return frequencyWords(value);
	return name === "change-failure-rate" ? `${start_short(value * 100)}%` : spanWords(value);
}
/** A metric with the median beside the mean. */
function wholeWords(figure) {
	const words = figureWords(figure);
	return figure.median === void 0 ? words : `${words} (mean), ${spanWords(figure.median)} (median)`;
}
/** How many samples a metric has, and which are missing. */
function sampleWords({ samples, leftOut }) {
	return [String(samples), ...leftOut.map((words) => `without ${words}`)].join(", ");
}
function frequencyWords(perDay) {
	if (perDay >= 1) return `${start_short(perDay)} a day`;
	return perDay * 7 >= 1 ? `${start_short(perDay * 7)} a week` : `${start_short(perDay * 30)} in 30 days`;
}
var start_short = (value) => String(Number(value.toPrecision(3)));
/** `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
function spanWords(seconds) {
	if (seconds < 59.5) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	return hours < 24 ? two([hours, "h"], [minutes % 60, "min"]) : two([Math.floor(hours / 24), "d"], [hours % 24, "h"]);
}
function two([first, unit], [second, part]) {
	return second === 0 ? `${first} ${unit}` : `${first} ${unit} ${second} ${part}`;
}
/** A time in milliseconds since the epoch, to the minute. */
function minute(at) {
	return minuteOf(new Date(at).toISOString());
}
/** The period that an environment's metrics cover. */
function spanOf({ span: { from, to }, cut }, window) {
	const words = `${minute(from)} to ${minute(to)}`;
	if (to - from >= window) return words;
	return cut ? `${words}: Parameter Store keeps no older runs` : `${words}: nothing is recorded before`;
}
function windowWords(window) {
	return `${start_short(window / DAY)} days`;
}
var WAYS = {
	hand: "by hand",
	bake: "by the bake",
	canary: "by the canary"
};
function wayWords({ to, by }) {
	return to === void 0 ? "not yet" : WAYS[by];
}
var SEEN$1 = {
	run: "its run failed",
	rollback: "rolled back by hand",
	issue: "an issue"
};
/** Why there was an outage. */
function seenWords({ failures }) {
	return [...new Set(failures.map(({ seen }) => SEEN$1[seen]))].join(", ");
}
// src/report/metrics/charts.ts
/** How many bars fit. */
var MOST$1 = 10;
var MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
/** A day in UTC. */
function dayOf(at) {
	const date = new Date(at);
	return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
}
/** The subject of one bar. */
function periodTitle(periods) {
	const days = ((periods[1]?.start ?? 0) - (periods[0]?.start ?? 0)) / DAY;
	return days > 1 ? `Deploys and promotions, each bar ${days} days` : "Deploys and promotions by day";
}
var RECOVERY_TITLE = "Time to recovery, by day and time of the failure";
function releasesChart({ periods }) {
	const bars = periods.map(({ start, verified, failed }) => ({
		name: dayOf(start),
		words: `${verified} good, ${failed} failed`,
		parts: [{
			kind: "good",
			value: verified
		}, {
			kind: "bad",
			value: failed
		}]
	}));
	return barsChart(`${periodTitle(periods)} (failed ones on top)`, bars);
}
/** The newest, oldest first, with shortened names. */
function newestLeadTimes({ leadTimes }) {
	return leadTimes.slice(-10).map(({ release, ms }) => ({
		name: release.slice(0, 7),
		ms
	}));
}
/** Makes the bars' names unique: Mermaid draws bars with the same name over each other. */
function dayAndTime(at) {
	return new Date(at).toISOString().slice(8, 16).replace("T", " ").replace(":", "h");
}
function newestRecoveries({ outages }) {
	return outages.flatMap(({ from, to }) => to === void 0 ? [] : [{
		name: dayAndTime(from),
		ms: to - from
	}]).slice(0, MOST$1).toReversed();
}
function leadTimeChart(environment) {
	return timesChart("Lead time of the newest releases", newestLeadTimes(environment));
}
function recoveryChart(environment) {
	return timesChart(RECOVERY_TITLE, newestRecoveries(environment));
}
function timesChart(title, times) {
	const longest = Math.max(0, ...times.map(({ ms }) => ms));
	const bars = times.map(({ name, ms }) => ({
		name,
		words: spanWords(ms / 1e3),
		parts: [{
			kind: "time",
			value: ms
		}]
	}));
	return barsChart(`${title} (longest: ${spanWords(longest / 1e3)})`, bars);
}
// src/report/sections/metrics.ts
/** How many outages are shown; the page and the JSON have all of them. */
var MOST = 10;
/** The run's own environment, with charts, and the others folded. */
function renderMetrics({ service, window, environments }) {
	const own = environments.filter(({ environment }) => environment === service.environment);
	const others = environments.filter(({ environment }) => environment !== service.environment);
	return paragraphs([
		liveTable(environments),
		...own.map((one) => paragraphs([
			`### ${plain(one.environment)}`,
			figuresOf(one, window),
			...charts(one),
			outageTable(one)
		])),
		...others.map((one) => fold(plain(one.environment), paragraphs([figuresOf(one, window), outageTable(one)])))
	]);
}
function liveTable(environments) {
	const rows = environments.flatMap(({ environment, live }) => live ? [[
		plain(environment),
		code(live.release),
		plain(minuteOf(live.deployedAt)),
		`${plain(live.actor)} (${start_link("run", live.runUrl)})`
	]] : []);
	return rows.length === 0 ? "" : table([
		"Live in",
		"Release",
		"Since",
		"By"
	], rows);
}
function figuresOf(environment, window) {
	const rows = Object.values(environment.figures).map(rowOf);
	return paragraphs([plain(spanOf(environment, window)), table([
		"Metric",
		"Value",
		"Samples",
		"Definition"
	], rows)]);
}
function rowOf(figure) {
	const { name } = figure;
	return [
		TITLES[name],
		plain(wholeWords(figure)),
		plain(sampleWords(figure)),
		plain(DEFINITIONS[name])
	];
}
function charts(environment) {
	const { periods } = environment;
	const counts = periods.map(({ start, verified, failed }) => ({
		name: dayOf(start),
		value: verified + failed
	}));
	const failures = periods.map(({ start, failed }) => ({
		name: dayOf(start),
		value: failed
	}));
	return [
		chart(periodTitle(periods), "number", counts),
		chart("Of these, failed", "number", failures),
		chart("Lead time of the newest releases", "hours", hours(newestLeadTimes(environment))),
		chart(RECOVERY_TITLE, "hours", hours(newestRecoveries(environment)))
	];
}
function hours(times) {
	return times.map(({ name, ms }) => ({
		name,
		value: ms / 36e5
	}));
}
function chart(title, unit, bars) {
	return bars.some(({ value }) => value > 0) ? barChart({
		title,
		unit,
		bars
	}) : "";
}
function outageTable({ outages }) {
	if (outages.length === 0) return "";
	const rows = outages.slice(0, MOST).map((outage) => {
		const { from, to, reached, failures } = outage;
		const releases = failures.map(({ release, url }) => `${code(release) || "unknown"} (${start_link("source", url)})`).join(", ");
		const lasted = to === void 0 ? "lasts" : spanWords((to - from) / 1e3);
		return [
			plain(minute(from)),
			lasted,
			wayWords(outage),
			reached ? "yes" : "no",
			seenWords(outage),
			releases
		];
	});
	const rest = outages.length > MOST ? `${outages.length - MOST} more are in the page and its JSON, which \`metrics-path\` writes.` : "";
	return paragraphs([table([
		"From",
		"Lasted",
		"Recovered",
		"Reached users",
		"Seen by",
		"Releases"
	], rows), rest]);
}
// src/report/sections/timeline.ts
/** Runs whose readers want to see where the time went. */
var SHOWN = [
	"deployed",
	"rolled-back",
	"restarted",
	"failed"
];
/** Steps with a smaller share of the run would be too narrow to see. */
var VISIBLE = .01;
var MOST_BARS = 40;
/** Where the time of a run went: its own steps beside those of a host. Empty without steps. */
function renderTimeline(steps, outcome) {
	if (steps.length === 0) return "";
	const begin = Math.min(...steps.map(({ start }) => start));
	const length = Math.max(...steps.map(({ start, ms }) => start + ms)) - begin;
	const chart = gantt([laneOf("Run", ofRun(steps)), ...hostLane(steps)].map(({ title, members }) => ({
		title,
		bars: barsOf(members, {
			begin,
			length
		})
	})));
	return SHOWN.includes(outcome) ? `### Timeline\n\n${chart}` : fold("Timeline", chart);
}
var laneOf = (title, members) => ({
	title,
	members
});
/** By start time. A nested step ended before its parent, and follows it here. */
function ofRun(steps) {
	return steps.filter(({ host }) => host === void 0).toReversed().toSorted((a, b) => a.start - b.start || b.ms - a.ms);
}
/** One of several hosts: the first that failed, or else the slowest. */
function hostLane(steps) {
	const hosts = [...Map.groupBy(steps.filter(isOfHost), ({ host }) => host)];
	const [told] = hosts.toSorted(([, a], [, b]) => Number(isGood(a)) - Number(isGood(b)) || spent(b) - spent(a));
	if (told === void 0) return [];
	const [, members] = told;
	return [laneOf(hosts.length === 1 ? "Host" : isGood(members) ? "Slowest host" : "Failed host", members)];
}
var isOfHost = (step) => step.host !== void 0;
var isGood = (steps) => steps.every(({ ok }) => ok);
var spent = (steps) => steps.reduce((total, { ms }) => total + ms, 0);
function barsOf(steps, { begin, length }) {
	return steps.filter(({ ms, ok }) => !ok || ms >= length * VISIBLE).slice(0, MOST_BARS).map(({ name, start, ms, ok }) => ({
		words: `${seconds(ms)} ${name}`,
		start: start - begin,
		ms,
		ok
	}));
}
// src/report/summary.ts
var SIGNS = {
	deployed: "🚀",
	unchanged: "✅",
	"rolled-back": "↩️",
	restarted: "🔄",
	planned: "📋",
	reported: "🔎",
	destroyed: "🧹",
	frozen: "🧊",
	unfrozen: "🔓",
	steered: "🎛️",
	started: "🌅",
	stopped: "🌙",
	accepted: "👀",
	answered: "💬",
	ignored: "💤",
	refused: "✋",
	failed: "❌",
	cancelled: "🚫"
};
/** GitHub drops a summary over 1 MiB, and a letter has up to 3 bytes: https://docs.github.com/actions/reference/limits */
var LIMIT = 34e4;
var REST = "The rest is missing, because GitHub limits the size of a summary. The outputs of the step have all hosts.";
/**
* The job summary, as Markdown: what is true now, why, what to do next; then the details.
*
* @param steps The run's steps and their durations.
* @param causes Address of the causes page.
*/
function renderSummary(report, steps, causes) {
	const { failure, checks, warnings = [], lastLines = "", facts, hosts, plan, metrics, canary, change, image, removed = [], history = [] } = report;
	return `${cut$2(paragraphs([
		`## ${SIGNS[report.outcome]} ${prose(report.headline)}`,
		failure ? renderFailure(failure, {
			headline: report.headline,
			causes
		}) : "",
		warnings.length > 0 ? `### Warnings\n\n${list(warnings.map(prose))}` : "",
		checks ? renderChecks(checks) : "",
		change ? renderChange(change) : "",
		facts.length > 0 ? renderFacts(facts) : "",
		lastLines.trim() === "" ? "" : fold(LAST_LINES, block(lastLines)),
		canary ? renderCanary(canary) : "",
		hosts ? renderHosts(hosts) : "",
		plan ? renderPlan(plan) : "",
		metrics ? renderMetrics(metrics) : "",
		removed.length > 0 ? `### Removed\n\n${list(removed.map(plain))}` : "",
		history.length > 0 ? renderHistory(history) : "",
		renderTimeline(steps, report.outcome),
		image === void 0 ? "" : fold("Image by its whole digest", code(image))
	]), {
		letters: LIMIT,
		rest: REST
	})}\n`;
}
/** From more rows than this on, a table. */
var FEW = 2;
/** More rows than this are folded: some have one for each host. */
var SEEN = 30;
function renderFacts(facts) {
	const rows = facts.map(([name, value]) => [plain(name), isAddress(value) ? plain(value) : shortCode(value)]);
	if (rows.length <= FEW) return paragraphs(rows.map(([name, value]) => `**${name}:** ${value}`));
	const [head, more] = [["What", "Value"], rows.slice(SEEN)];
	return paragraphs([table(head, rows.slice(0, SEEN)), more.length === 0 ? "" : fold(`${more.length} more`, table(head, more))]);
}
/** Without code formatting, GitHub would turn it into a link. */
var isAddress = (value) => /^https?:\/\/[\w.:/-]+$/.test(value);
// src/report/outputs.ts
var WITHOUT_RELEASE = [
	"comment",
	"destroy",
	"metrics",
	"freeze",
	"unfreeze",
	"steer",
	"schedule",
	"doctor",
	"sweep"
];
var OF_A_RELEASE = COMMANDS$1.filter((command) => !WITHOUT_RELEASE.includes(command));
var SERVES = OF_A_RELEASE.filter((command) => command !== "plan");
/** Every output of the action: the only source of its name and its documentation. An output without a value in a run is empty. */
var OUTPUTS = {
	outcome: {
		commands: COMMANDS$1,
		description: "What the run did: `deployed`, `unchanged`, `rolled-back`, `restarted`, `planned`, `reported` (status, metrics), `destroyed`, `frozen`, `unfrozen`, `steered`, `started` or `stopped` (schedule), `accepted`, `answered` or `ignored` (comment), `refused`, `failed` or `cancelled`."
	},
	url: {
		commands: SERVES,
		description: "Where the service answers, such as `http://203.0.113.7`."
	},
	"instance-id": {
		commands: OF_A_RELEASE,
		description: "Id of the host. With several hosts: the first one, also in `url` and `public-ip`."
	},
	"public-ip": {
		commands: SERVES,
		description: "Public address of the host."
	},
	hosts: {
		commands: SERVES,
		description: "All hosts, as a JSON array of `{id, ip, url, release, digest, outcome}`: what each host serves, and what the run did there (with `status`: its state)."
	},
	certificates: {
		commands: ["status"],
		description: "With `status`: the certificates of the names, as a JSON array of `{host, name, issuer, expires}`, the first to expire first, at most 1000; `expires` is null if a name has no certificate."
	},
	image: {
		commands: SERVES,
		description: "Reference of the deployed image, by digest."
	},
	digest: {
		commands: OF_A_RELEASE,
		description: "Digest of the deployed image, `sha256:...`."
	},
	release: {
		commands: OF_A_RELEASE,
		description: "Short name of the release: its commit, and a hash of digest and configuration."
	},
	version: {
		commands: OF_A_RELEASE,
		description: "Version of the release: its semantic version without a `v`, or else its full commit."
	},
	"next-version": {
		commands: ["deploy", "plan"],
		description: "With the input `next-version`: the version that it proposes for the commit. Empty if the commit has one, or GitHub does not answer."
	},
	"previous-release": {
		commands: OF_A_RELEASE,
		description: "The live release before this run."
	},
	"serving-digest": {
		commands: SERVES,
		description: "Digest that the proxy serves at the end of the run, also after a failure."
	},
	plan: {
		commands: ["plan"],
		description: "With `plan`: what `deploy` would do, as JSON. [docs/plan.md](docs/plan.md#the-output-plan) describes the fields."
	},
	"plan-hash": {
		commands: ["plan"],
		description: "With `plan`: the hash of the plan, for the input `plan-hash` of `deploy`. Empty if `deploy` would refuse."
	},
	checks: {
		commands: ["doctor"],
		description: "With `doctor`: what it found, as a JSON array of `{area, state, detail, fix}`; `state` is `ok`, `warning`, `failed` or `unknown`."
	},
	metrics: {
		commands: ["metrics"],
		description: "With `metrics`: all metrics of all environments, as JSON. [docs/guides/metrics.md](docs/guides/metrics.md#the-json) describes the fields."
	},
	"deployment-frequency": {
		commands: ["metrics"],
		description: "With `metrics`: verified releases for each day. Empty if there were fewer than 5; so are the other metrics."
	},
	"lead-time": {
		commands: ["metrics"],
		description: "With `metrics`: mean time from commit to serving, in seconds."
	},
	"change-failure-rate": {
		commands: ["metrics"],
		description: "With `metrics`: share of releases that failed, from 0 to 1."
	},
	"recovery-time": {
		commands: ["metrics"],
		description: "With `metrics`: mean time to recovery, in seconds."
	},
	summary: {
		commands: IN_AWS,
		description: "The beginning of the summary of the run, as Markdown, for `comment-result`. Never put it into a script."
	},
	"comment-command": {
		commands: ["comment"],
		description: "With `comment`: what the next job has to do: `deploy`, `plan`, `rollback`, `freeze` or `unfreeze`. Empty: nothing. So are the other outputs then."
	},
	"comment-environment": {
		commands: ["comment"],
		description: "With `comment`: one of `comment-environments`."
	},
	"comment-sha": {
		commands: ["comment"],
		description: "With `comment`: the commit to check out for `deploy` and `plan`: the newest one of the pull request when the comment was written; in a comment on an issue, that of the default branch. Else empty."
	},
	"comment-release": {
		commands: ["comment"],
		description: "With `comment`: for the input `release` of a `rollback`, or empty."
	},
	"comment-version": {
		commands: ["comment"],
		description: "With `comment`: for the input `version` of a `rollback`, or empty."
	},
	"comment-reason": {
		commands: ["comment"],
		description: "With `comment`: for the input `reason` of a `freeze`, or empty: one line by the author of the comment. Never put it into a script."
	},
	cause: {
		commands: COMMANDS$1,
		description: "Why the run failed: one name from the list in [docs/causes.md](docs/causes.md). Empty if it succeeded."
	},
	duration: {
		commands: COMMANDS$1,
		type: "float",
		description: "Duration of the run in seconds."
	}
};
// src/report/parts/causes-page.ts
/** Address of the causes page of the running action; `undefined` if the runner does not name the action, as for a local one. */
function causesPage(env) {
	const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "", GITHUB_SERVER_URL: server = "https://github.com" } = env;
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === "") return void 0;
	return `${server}/${repository}/blob/${ref.split("/").map(encodeURIComponent).join("/")}/docs/causes.md`;
}
// src/report/write-report.ts
/** GitHub cuts an annotation at 4096 characters. */
var ANNOTATION_LIMIT = 4e3;
/** A job passes the output to another one in a variable, which Linux limits to 128 KiB; a letter has up to 3 bytes, and JSON escapes some. */
var OUTPUT_LIMIT = 2e4;
/** Writes the outputs, one annotation for a failure, the job summary, and the last line of the log. `ms`: duration of the run. */
function writeReport(report, progress, ms) {
	const text = renderSummary(report, progress.steps(), causesPage(process.env));
	const summary = cut$2(text, {
		letters: OUTPUT_LIMIT,
		rest: "The rest is in the job's summary."
	});
	const outputs = {
		...report.outputs,
		outcome: report.outcome,
		duration: (ms / 1e3).toFixed(1),
		summary
	};
	setOutputs(Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, outputs[name] ?? ""])));
	if (report.outcome !== "cancelled") saveState({ finished: "true" });
	writeSummary(text);
	if (isGreen(report)) progress.info(`${report.headline} (${seconds(ms)})`);
	else annotate(report, progress);
	if (report.lastLines) progress.info(`--- Last log lines ---\n${report.lastLines}`);
	for (const warning of report.warnings ?? []) progress.warn(warning);
}
/** The annotation of a red run, in two lines: what is wrong and what serves now, then the next step. A list of several problems comes between them. */
function annotationOf(report) {
	const { outcome, headline, failure } = report;
	const title = `docker-to-ec2 ${outcome}${failure === void 0 || failure.cause === outcome ? "" : `: ${failure.cause}`}`;
	const [first = "", ...items] = wordsOf(report).split("\n");
	const words = headline.endsWith(first.replace(/:$/, "")) ? `${headline}${items.length === 0 ? "" : ":"}` : `${headline}: ${first}`;
	const hint = failure?.hint === void 0 ? "" : `\n${failure.hint}`;
	return {
		message: `${cut([words, ...items].join("\n"), ANNOTATION_LIMIT - hint.length)}${hint}`,
		title
	};
}
/** The summary has the rest. */
function cut(text, letters) {
	return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
function wordsOf({ failure, canary }) {
	const { sentence = "", state = "", others = [] } = failure ?? {};
	return [
		sentence,
		canary?.cost ?? "",
		state,
		...others
	].filter((words) => words !== "").join(" ");
}
function annotate(report, progress) {
	const { message, title } = annotationOf(report);
	progress.fail(message, title);
	const { failure } = report;
	const { logs = "", health = "", host = "" } = failure?.evidence ?? {};
	const { stack = "" } = failure ?? {};
	for (const [name, text] of Object.entries({
		Stack: stack,
		"Last log lines": logs,
		"Health check": health,
		Host: host
	})) if (text.trim() !== "") progress.info(`--- ${name} ---\n${text}`);
}
/** Like the runner itself, does nothing without a summary file: the run is outside of GitHub. */
function writeSummary(text) {
	const file = process.env["GITHUB_STEP_SUMMARY"];
	if (file) (0,external_node_fs_.appendFileSync)(file, text);
}
// src/run.ts
var COMMANDS = {
	deploy: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(6353), __nccwpck_require__.e(1941), __nccwpck_require__.e(190), __nccwpck_require__.e(3926)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3926))).deploy(ctx),
	preview: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(6353), __nccwpck_require__.e(1941), __nccwpck_require__.e(190), __nccwpck_require__.e(1679)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1679))).preview(ctx),
	plan: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(1941), __nccwpck_require__.e(5481)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7398))).plan(ctx),
	promote: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(6353), __nccwpck_require__.e(1941), __nccwpck_require__.e(190), __nccwpck_require__.e(8389)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8389))).promote(ctx),
	rollback: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(6353), __nccwpck_require__.e(6507)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6507))).rollback(ctx),
	restart: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(6353), __nccwpck_require__.e(6058)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6058))).restart(ctx),
	status: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(8215)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8215))).status(ctx),
	metrics: async (ctx) => (await __nccwpck_require__.e(/* import() */ 5536).then(__nccwpck_require__.bind(__nccwpck_require__, 5536))).metrics(ctx),
	freeze: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(4678)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4678))).freeze(ctx),
	unfreeze: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(4678)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4678))).unfreeze(ctx),
	steer: async (ctx) => (await __nccwpck_require__.e(/* import() */ 9720).then(__nccwpck_require__.bind(__nccwpck_require__, 9720))).steer(ctx),
	schedule: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(4408)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4408))).schedule(ctx),
	doctor: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7498)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7498))).doctor(ctx),
	comment: async (ctx) => (await __nccwpck_require__.e(/* import() */ 2624).then(__nccwpck_require__.bind(__nccwpck_require__, 2624))).comment(ctx),
	sweep: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(7450), __nccwpck_require__.e(22), __nccwpck_require__.e(6353), __nccwpck_require__.e(1941), __nccwpck_require__.e(190), __nccwpck_require__.e(6301)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6301))).sweep(ctx),
	destroy: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(4995), __nccwpck_require__.e(439), __nccwpck_require__.e(8151)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8151))).destroy(ctx)
};
/** One run of the action, from the environment to the report. True if it is green. */
async function run(env) {
	const cancel = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => cancel.abort());
	const clock = systemClock(cancel.signal);
	const progress = actionsProgress({
		write: writeLine,
		clock
	});
	const start = clock.now();
	const report = await attempt(env, {
		clock,
		progress,
		signal: cancel.signal,
		permit: leasePermit(clock),
		newId: () => crypto.randomUUID()
	});
	writeReport(report, progress, clock.now() - start);
	return isGreen(report);
}
/** Needed before the configuration is known, so it uses only the environment. */
function sourceOf(env, { workspace, repository, apiUrl, commit }) {
	return configSource({
		workspace,
		repository,
		apiUrl,
		commit,
		token: stepText(env, "github-token")
	});
}
async function attempt(env, surroundings) {
	try {
		const job = readJob(env);
		const file = await findConfigFile(env, sourceOf(env, job));
		const config = readConfig(env, file, job);
		announce(config, file, surroundings.progress);
		return await untilCancelled(carriedOut(config, surroundings), surroundings.signal);
	} catch (error) {
		return reportOfError(error);
	}
}
async function carriedOut(config, surroundings) {
	const { connect } = await __nccwpck_require__.e(/* import() */ 8787).then(__nccwpck_require__.bind(__nccwpck_require__, 8787));
	const ports = connect(config, surroundings);
	const report = await reportOf({
		...surroundings,
		...ports,
		config
	});
	await recordEnd(ports.deployment, config, report, surroundings).catch((error) => surroundings.progress.warn(`GitHub's deployments do not show the end of this run: ${messageOf(error)}`));
	return withAdvice(report, config.command);
}
async function reportOf({ account, ...connected }) {
	const { config } = connected;
	const inAws = IN_AWS.includes(config.command);
	try {
		const accountId = inAws ? await checkAccount(config, account) : "";
		return await COMMANDS[config.command]({
			...connected,
			accountId,
			token: 0
		});
	} catch (error) {
		const report = reportOfError(error);
		return inAws ? ofService(report, config.service) : report;
	}
}
async function recordEnd(deployment, config, report, surroundings) {
	const { outcome, outputs } = report;
	const command = recordedEnd(config.command, outcome);
	if (command === void 0) return;
	if (command === "removed") return deployment.removed(config.service);
	const [steps, now] = [surroundings.progress.steps(), surroundings.clock.now()];
	await deployment.end(endOf({
		command,
		outcome,
		cause: outputs["cause"] ?? "",
		steps,
		now
	}), outputs["url"] ?? "");
}
/** GitHub kills the process 10 s after SIGINT; a hanging request must not prevent the report. */
var GRACE_MS = 6e3;
async function untilCancelled(work, signal) {
	const overdue = new Promise((_, reject) => {
		signal.addEventListener("abort", () => setTimeout(() => reject(new Cancelled()), GRACE_MS));
	});
	return Promise.race([work, overdue]);
}
function announce({ command, service, region, promotion, preview }, file, progress) {
	if (!IN_AWS.includes(command)) return;
	const from = promotion === void 0 ? "" : `, from ${promotion.from.environment}`;
	progress.info(`${command} ${displayName(service)} in ${region}${from}`);
	if (file !== void 0) progress.info(`Inputs of the step, over those of ${partWords(file, preview || command === "sweep" ? PREVIEW_PART : service.environment)}`);
}
// src/main.ts
async function main() {
	const isPost = stateOf$1("phase") === "post";
	if (!isPost) saveState({ phase: "post" });
	try {
		if (isPost) await (await __nccwpck_require__.e(/* import() */ 9140).then(__nccwpck_require__.bind(__nccwpck_require__, 9140))).cleanUp();
		else process.exitCode = await run(process.env) ? 0 : 1;
	} catch (error) {
		if (!isPost) process.exitCode = 1;
		writeLine(isPost ? workflowCommand("warning", explain(error)) : errorCommand(explain(error)));
	}
	process.exit();
}
main();



/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = require("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = require("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			8792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8675);



module.exports = __webpack_exports__;
/******/ })()
;