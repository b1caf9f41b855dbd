/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 8987:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ startsWith),
/* harmony export */   C: () => (/* binding */ optional),
/* harmony export */   D: () => (/* binding */ regex),
/* harmony export */   E: () => (/* binding */ record),
/* harmony export */   M: () => (/* binding */ transform),
/* harmony export */   N: () => (/* binding */ union),
/* harmony export */   O: () => (/* binding */ safeInteger),
/* harmony export */   P: () => (/* binding */ unknown),
/* harmony export */   S: () => (/* binding */ object),
/* harmony export */   T: () => (/* binding */ pipe),
/* harmony export */   _: () => (/* binding */ minLength),
/* harmony export */   a: () => (/* binding */ exactOptional),
/* harmony export */   b: () => (/* binding */ nullish),
/* harmony export */   c: () => (/* binding */ finite),
/* harmony export */   d: () => (/* binding */ is),
/* harmony export */   f: () => (/* binding */ isoTimestamp),
/* harmony export */   g: () => (/* binding */ maxValue),
/* harmony export */   h: () => (/* binding */ maxLength),
/* harmony export */   i: () => (/* binding */ custom),
/* harmony export */   j: () => (/* binding */ string),
/* harmony export */   k: () => (/* binding */ safeParse),
/* harmony export */   l: () => (/* binding */ guard),
/* harmony export */   m: () => (/* binding */ looseObject),
/* harmony export */   n: () => (/* binding */ boolean),
/* harmony export */   o: () => (/* binding */ excludes),
/* harmony export */   p: () => (/* binding */ literal),
/* harmony export */   r: () => (/* binding */ check),
/* harmony export */   s: () => (/* binding */ fallback),
/* harmony export */   t: () => (/* binding */ array),
/* harmony export */   u: () => (/* binding */ hexadecimal),
/* harmony export */   v: () => (/* binding */ minValue),
/* harmony export */   w: () => (/* binding */ picklist),
/* harmony export */   x: () => (/* binding */ number),
/* harmony export */   y: () => (/* binding */ nullable)
/* harmony export */ });
var DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function getGlobalConfig(config$1){if(!config$1&&true)return DEFAULT_CONFIG;return{lang:config$1?.lang??void 0,message:config$1?.message,abortEarly:config$1?.abortEarly??void 0,abortPipeEarly:config$1?.abortPipeEarly??void 0}}function _stringify(input){const type=typeof input;if(type===`string`)return`"${input}"`;if(type===`number`||type===`bigint`||type===`boolean`)return`${input}`;if(type===`object`||type===`function`)return(input&&Object.getPrototypeOf(input)?.constructor?.name)??`null`;return type}function _addIssue(context,label,dataset,config$1,other){const input=other&&`input`in other?other.input:dataset.value;const expected=other?.expected??context.expects??null;const received=other?.received??_stringify(input);const issue={kind:context.kind,type:context.type,input,expected,received,message:`Invalid ${label}: ${expected?`Expected ${expected} but r`:`R`}eceived ${received}`,requirement:context.requirement,path:other?.path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly};const isSchema=context.kind===`schema`;const message$1=other?.message??context.message??(context.reference,issue.lang,void 0)??(isSchema?(issue.lang,void 0):null)??config$1.message??(issue.lang,void 0);if(message$1!==void 0)issue.message=typeof message$1===`function`?message$1(issue):message$1;if(isSchema)dataset.typed=false;if(dataset.issues)dataset.issues.push(issue);else dataset.issues=[issue]}function _isSameValueZero(value1,value2){return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.prototype.hasOwnProperty.call(object$1,key)&&key!==`__proto__`&&key!==`prototype`&&key!==`constructor`}function _joinExpects(values$1,separator){const list=[...new Set(values$1)];if(list.length>1)return`(${list.join(` ${separator} `)})`;return list[0]??`never`}function _standardSchema(schema){schema[`~standard`]={version:1,vendor:`valibot`,validate:value$1=>schema[`~run`]({value:value$1},getGlobalConfig())};return schema}var HEXADECIMAL_REGEX=/^(?:0[hx])?[\da-fA-F]+$/u;var ISO_TIMESTAMP_REGEX=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;function check(requirement,message$1){return{kind:`validation`,type:`check`,reference:check,async:false,expects:null,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`input`,dataset,config$1);return dataset}}}function excludes(requirement,message$1){const received=_stringify(requirement);return{kind:`validation`,type:`excludes`,reference:excludes,async:false,expects:`!${received}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.includes(this.requirement))_addIssue(this,`content`,dataset,config$1,{received});return dataset}}}function finite(message$1){return{kind:`validation`,type:`finite`,reference:finite,async:false,expects:null,requirement:Number.isFinite,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`finite`,dataset,config$1);return dataset}}}function guard(requirement,message$1){return{kind:`transformation`,type:`guard`,reference:guard,async:false,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value)){_addIssue(this,`input`,dataset,config$1);dataset.typed=false}return dataset}}}function hexadecimal(message$1){return{kind:`validation`,type:`hexadecimal`,reference:hexadecimal,async:false,expects:null,requirement:HEXADECIMAL_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`hexadecimal`,dataset,config$1);return dataset}}}function isoTimestamp(message$1){return{kind:`validation`,type:`iso_timestamp`,reference:isoTimestamp,async:false,expects:null,requirement:ISO_TIMESTAMP_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`timestamp`,dataset,config$1);return dataset}}}function maxLength(requirement,message$1){return{kind:`validation`,type:`max_length`,reference:maxLength,async:false,expects:`<=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length>this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function maxValue(requirement,message$1){return{kind:`validation`,type:`max_value`,reference:maxValue,async:false,expects:`<=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value<=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function minLength(requirement,message$1){return{kind:`validation`,type:`min_length`,reference:minLength,async:false,expects:`>=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length<this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function minValue(requirement,message$1){return{kind:`validation`,type:`min_value`,reference:minValue,async:false,expects:`>=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value>=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function regex(requirement,message$1){return{kind:`validation`,type:`regex`,reference:regex,async:false,expects:`${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`format`,dataset,config$1);return dataset}}}function safeInteger(message$1){return{kind:`validation`,type:`safe_integer`,reference:safeInteger,async:false,expects:null,requirement:Number.isSafeInteger,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`safe integer`,dataset,config$1);return dataset}}}function startsWith(requirement,message$1){return{kind:`validation`,type:`starts_with`,reference:startsWith,async:false,expects:`"${requirement}"`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!dataset.value.startsWith(this.requirement))_addIssue(this,`start`,dataset,config$1,{received:`"${dataset.value.slice(0,this.requirement.length)}"`});return dataset}}}function transform(operation){return{kind:`transformation`,type:`transform`,reference:transform,async:false,operation,"~run"(dataset){dataset.value=this.operation(dataset.value);return dataset}}}var ABORT_EARLY_CONFIG={abortEarly:true};function getFallback(schema,dataset,config$1){return typeof schema.fallback===`function`?schema.fallback(dataset,config$1):schema.fallback}function fallback(schema,fallback$1){return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){const outputDataset=schema[`~run`](dataset,config$1);return outputDataset.issues?{typed:true,value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return typeof schema.default===`function`?schema.default(dataset,config$1):schema.default}function is(schema,input){return!schema[`~run`]({value:input},ABORT_EARLY_CONFIG).issues}function array(item,message$1){return _standardSchema({kind:`schema`,type:`array`,reference:array,expects:`Array`,async:false,item,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(Array.isArray(input)){dataset.typed=true;dataset.value=[];for(let key=0;key<input.length;key++){const value$1=input[key];const itemDataset=this.item[`~run`]({value:value$1},config$1);if(itemDataset.issues){const pathItem={type:`array`,origin:`value`,input,key,value:value$1};for(const issue of itemDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=itemDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!itemDataset.typed)dataset.typed=false;dataset.value.push(itemDataset.value)}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:`schema`,type:`boolean`,reference:boolean,expects:`boolean`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`boolean`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function custom(check$1,message$1){return _standardSchema({kind:`schema`,type:`custom`,reference:custom,expects:`unknown`,async:false,check:check$1,message:message$1,"~run"(dataset,config$1){if(this.check(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function exactOptional(wrapped,default_){return _standardSchema({kind:`schema`,type:`exact_optional`,reference:exactOptional,expects:wrapped.expects,async:false,wrapped,default:default_,"~run"(dataset,config$1){return this.wrapped[`~run`](dataset,config$1)}})}function literal(literal_,message$1){return _standardSchema({kind:`schema`,type:`literal`,reference:literal,expects:_stringify(literal_),async:false,literal:literal_,message:message$1,"~run"(dataset,config$1){if(_isSameValueZero(dataset.value,this.literal))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function looseObject(entries$1,message$1){return _standardSchema({kind:`schema`,type:`loose_object`,reference:looseObject,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}if(!dataset.issues||!config$1.abortEarly){for(const key in input)if(_isValidObjectKey(input,key)&&!Object.prototype.hasOwnProperty.call(this.entries,key))dataset.value[key]=input[key]}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullable`,reference:nullable,expects:`(${wrapped.expects} | null)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function nullish(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullish`,reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null||dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null||dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:`schema`,type:`number`,reference:number,expects:`number`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`number`&&!isNaN(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function object(entries$1,message$1){return _standardSchema({kind:`schema`,type:`object`,reference:object,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:`schema`,type:`optional`,reference:optional,expects:`(${wrapped.expects} | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:`schema`,type:`picklist`,reference:picklist,expects:_joinExpects(options.map(_stringify),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){if(this.options.includes(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:`schema`,type:`record`,reference:record,expects:`Object`,async:false,key,value:value$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const entryKey in input)if(_isValidObjectKey(input,entryKey)){const entryValue=input[entryKey];const keyDataset=this.key[`~run`]({value:entryKey},config$1);if(keyDataset.issues){const pathItem={type:`object`,origin:`key`,input,key:entryKey,value:entryValue};for(const issue of keyDataset.issues){issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=keyDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}const valueDataset=this.value[`~run`]({value:entryValue},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key:entryKey,value:entryValue};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!keyDataset.typed||!valueDataset.typed)dataset.typed=false;if(keyDataset.typed)dataset.value[keyDataset.value]=valueDataset.value}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:`schema`,type:`string`,reference:string,expects:`string`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`string`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function _subIssues(datasets){let issues;if(datasets)for(const dataset of datasets)if(issues)for(const issue of dataset.issues)issues.push(issue);else issues=dataset.issues;return issues}function union(options,message$1){return _standardSchema({kind:`schema`,type:`union`,reference:union,expects:_joinExpects(options.map(option=>option.expects),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){let validDataset;let typedDatasets;let untypedDatasets;for(const schema of this.options){const optionDataset=schema[`~run`]({value:dataset.value},config$1);if(optionDataset.typed)if(optionDataset.issues)if(typedDatasets)typedDatasets.push(optionDataset);else typedDatasets=[optionDataset];else{validDataset=optionDataset;break}else if(untypedDatasets)untypedDatasets.push(optionDataset);else untypedDatasets=[optionDataset]}if(validDataset)return validDataset;if(typedDatasets){if(typedDatasets.length===1)return typedDatasets[0];_addIssue(this,`type`,dataset,config$1,{issues:_subIssues(typedDatasets)});dataset.typed=true}else if(untypedDatasets?.length===1)return untypedDatasets[0];else _addIssue(this,`type`,dataset,config$1,{issues:_subIssues(untypedDatasets)});return dataset}})}function unknown(){return _standardSchema({kind:`schema`,type:`unknown`,reference:unknown,expects:`unknown`,async:false,"~run"(dataset){dataset.typed=true;return dataset}})}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(const item of pipe$1)if(item.kind!==`metadata`){if(dataset.issues&&(item.kind===`schema`||item.kind===`transformation`)){dataset.typed=false;break}if(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)dataset=item[`~run`](dataset,config$1)}return dataset}})}function safeParse(schema,input,config$1){const dataset=schema[`~run`]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}

/***/ }),

/***/ 9969:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ nextCalver),
/* harmony export */   $n: () => (/* binding */ serviceOfTags),
/* harmony export */   $t: () => (/* binding */ SPEC),
/* harmony export */   A: () => (/* binding */ inOrder),
/* harmony export */   An: () => (/* binding */ reportOfError),
/* harmony export */   At: () => (/* binding */ takenWords),
/* harmony export */   B: () => (/* binding */ placeOf),
/* harmony export */   Bn: () => (/* binding */ TAG_REPLACES),
/* harmony export */   Bt: () => (/* binding */ DAY),
/* harmony export */   C: () => (/* binding */ removalOf),
/* harmony export */   Cn: () => (/* binding */ webUrl),
/* harmony export */   Ct: () => (/* binding */ refuseFrozen),
/* harmony export */   D: () => (/* binding */ portsBeside),
/* harmony export */   Dn: () => (/* binding */ stateOf),
/* harmony export */   Dt: () => (/* binding */ STEERING),
/* harmony export */   E: () => (/* binding */ portWords),
/* harmony export */   En: () => (/* binding */ saveState),
/* harmony export */   Et: () => (/* binding */ recordedEnd),
/* harmony export */   F: () => (/* binding */ urlOf),
/* harmony export */   Fn: () => (/* binding */ messageOf),
/* harmony export */   Ft: () => (/* binding */ RETRY_MS),
/* harmony export */   G: () => (/* binding */ mountOf),
/* harmony export */   Gn: () => (/* binding */ parameterPath),
/* harmony export */   Gt: () => (/* binding */ IN_AWS),
/* harmony export */   H: () => (/* binding */ repositoryUrl),
/* harmony export */   Hn: () => (/* binding */ keptCertificates),
/* harmony export */   Ht: () => (/* binding */ MINUTE),
/* harmony export */   I: () => (/* binding */ PLACE),
/* harmony export */   In: () => (/* binding */ refused),
/* harmony export */   J: () => (/* binding */ RELEASE_NAME),
/* harmony export */   Jn: () => (/* binding */ repositoryName),
/* harmony export */   Jt: () => (/* binding */ isPermitted),
/* harmony export */   K: () => (/* binding */ placeOf$1),
/* harmony export */   Kn: () => (/* binding */ queueName),
/* harmony export */   Kt: () => (/* binding */ RELEASES),
/* harmony export */   L: () => (/* binding */ UNKNOWN_PLACE),
/* harmony export */   Ln: () => (/* binding */ refuse),
/* harmony export */   Lt: () => (/* binding */ describeRunner),
/* harmony export */   M: () => (/* binding */ isRunning),
/* harmony export */   Mn: () => (/* binding */ DeployError),
/* harmony export */   Mt: () => (/* binding */ DOES),
/* harmony export */   N: () => (/* binding */ isStopped),
/* harmony export */   Nn: () => (/* binding */ assertNotRefused),
/* harmony export */   Nt: () => (/* binding */ EXPIRY_MS),
/* harmony export */   O: () => (/* binding */ portsOf),
/* harmony export */   On: () => (/* binding */ explain),
/* harmony export */   Ot: () => (/* binding */ fateOf),
/* harmony export */   P: () => (/* binding */ platformOf),
/* harmony export */   Pn: () => (/* binding */ isNotAllowed),
/* harmony export */   Pt: () => (/* binding */ RENEW_MS),
/* harmony export */   Q: () => (/* binding */ versionOfRef),
/* harmony export */   Qn: () => (/* binding */ serviceOfRecord),
/* harmony export */   Qt: () => (/* binding */ SETTINGS),
/* harmony export */   R: () => (/* binding */ namesAt),
/* harmony export */   Rn: () => (/* binding */ STATUS_DOCUMENT),
/* harmony export */   Rt: () => (/* binding */ nextToken),
/* harmony export */   S: () => (/* binding */ previewOfJob),
/* harmony export */   Sn: () => (/* binding */ readValue),
/* harmony export */   St: () => (/* binding */ freezeWords),
/* harmony export */   T: () => (/* binding */ hasPort),
/* harmony export */   Tn: () => (/* binding */ systemClock),
/* harmony export */   Tt: () => (/* binding */ recordedCommand),
/* harmony export */   U: () => (/* binding */ runUrl),
/* harmony export */   Un: () => (/* binding */ leaseName),
/* harmony export */   Ut: () => (/* binding */ seconds),
/* harmony export */   V: () => (/* binding */ buildPaths),
/* harmony export */   Vn: () => (/* binding */ displayName),
/* harmony export */   Vt: () => (/* binding */ HOUR),
/* harmony export */   W: () => (/* binding */ stepText),
/* harmony export */   Wn: () => (/* binding */ managedTags),
/* harmony export */   Wt: () => (/* binding */ COMMANDS),
/* harmony export */   X: () => (/* binding */ readVersion),
/* harmony export */   Xn: () => (/* binding */ serviceKey),
/* harmony export */   Xt: () => (/* binding */ refusePermission),
/* harmony export */   Y: () => (/* binding */ isCommit),
/* harmony export */   Yn: () => (/* binding */ securityGroupName),
/* harmony export */   Yt: () => (/* binding */ levelOf),
/* harmony export */   Z: () => (/* binding */ versionOf),
/* harmony export */   Zn: () => (/* binding */ serviceOfKey),
/* harmony export */   Zt: () => (/* binding */ NAMED),
/* harmony export */   _: () => (/* binding */ PREVIEW_PART),
/* harmony export */   _n: () => (/* binding */ isoTime),
/* harmony export */   _t: () => (/* binding */ runningShare),
/* harmony export */   a: () => (/* binding */ cut$1),
/* harmony export */   an: () => (/* binding */ specificationOf),
/* harmony export */   at: () => (/* binding */ readSemver),
/* harmony export */   b: () => (/* binding */ numberOfEnvironment),
/* harmony export */   bn: () => (/* binding */ mapOf),
/* harmony export */   bt: () => (/* binding */ endOf),
/* harmony export */   c: () => (/* binding */ link),
/* harmony export */   cn: () => (/* binding */ sortedEntries),
/* harmony export */   ct: () => (/* binding */ otherThan),
/* harmony export */   d: () => (/* binding */ plain),
/* harmony export */   dn: () => (/* binding */ CONTROLS),
/* harmony export */   dt: () => (/* binding */ tooSevere),
/* harmony export */   en: () => (/* binding */ areSettings),
/* harmony export */   er: () => (/* binding */ serviceTags),
/* harmony export */   et: () => (/* binding */ nextSemver),
/* harmony export */   f: () => (/* binding */ prose),
/* harmony export */   fn: () => (/* binding */ UNSEEN),
/* harmony export */   ft: () => (/* binding */ vulnerabilityWords),
/* harmony export */   g: () => (/* binding */ partWords),
/* harmony export */   gn: () => (/* binding */ epochSeconds),
/* harmony export */   gt: () => (/* binding */ isOn),
/* harmony export */   h: () => (/* binding */ isGreen),
/* harmony export */   hn: () => (/* binding */ count),
/* harmony export */   ht: () => (/* binding */ changeWords),
/* harmony export */   i: () => (/* binding */ code),
/* harmony export */   "in": () => (/* binding */ proxyPartOf),
/* harmony export */   it: () => (/* binding */ isSamePrecedence),
/* harmony export */   j: () => (/* binding */ isOwn),
/* harmony export */   jn: () => (/* binding */ Cancelled),
/* harmony export */   jt: () => (/* binding */ wisherWords),
/* harmony export */   k: () => (/* binding */ countOf),
/* harmony export */   kn: () => (/* binding */ ofService),
/* harmony export */   kt: () => (/* binding */ refuseSteering),
/* harmony export */   l: () => (/* binding */ list),
/* harmony export */   ln: () => (/* binding */ spellDuration),
/* harmony export */   lt: () => (/* binding */ refuseUnscanned),
/* harmony export */   m: () => (/* binding */ table),
/* harmony export */   mn: () => (/* binding */ commitId),
/* harmony export */   mt: () => (/* binding */ secretArgv),
/* harmony export */   n: () => (/* binding */ LAST_LINES),
/* harmony export */   nn: () => (/* binding */ identityOf),
/* harmony export */   nr: () => (/* binding */ writeLine),
/* harmony export */   nt: () => (/* binding */ imageTagOf),
/* harmony export */   o: () => (/* binding */ cutComment),
/* harmony export */   on: () => (/* binding */ trustedRanges),
/* harmony export */   ot: () => (/* binding */ partitionOf),
/* harmony export */   p: () => (/* binding */ shortCode),
/* harmony export */   pn: () => (/* binding */ amount),
/* harmony export */   pt: () => (/* binding */ hiding),
/* harmony export */   q: () => (/* binding */ INPUTS),
/* harmony export */   qn: () => (/* binding */ recordName),
/* harmony export */   qt: () => (/* binding */ endedOf),
/* harmony export */   r: () => (/* binding */ block),
/* harmony export */   rn: () => (/* binding */ isUsual),
/* harmony export */   rt: () => (/* binding */ isHigher),
/* harmony export */   s: () => (/* binding */ fold),
/* harmony export */   sn: () => (/* binding */ tmpfsOf),
/* harmony export */   st: () => (/* binding */ placeOf$2),
/* harmony export */   t: () => (/* binding */ renderHead),
/* harmony export */   tn: () => (/* binding */ dockerParts),
/* harmony export */   tr: () => (/* binding */ steeringName),
/* harmony export */   tt: () => (/* binding */ compareSemver),
/* harmony export */   u: () => (/* binding */ paragraphs),
/* harmony export */   un: () => (/* binding */ Invalid),
/* harmony export */   ut: () => (/* binding */ refuseVulnerable),
/* harmony export */   v: () => (/* binding */ isSamePreview),
/* harmony export */   vn: () => (/* binding */ line),
/* harmony export */   vt: () => (/* binding */ weekHours),
/* harmony export */   w: () => (/* binding */ closedPorts),
/* harmony export */   wn: () => (/* binding */ withoutByteOrderMark),
/* harmony export */   wt: () => (/* binding */ toTheSecond),
/* harmony export */   x: () => (/* binding */ previewEnvironment),
/* harmony export */   xn: () => (/* binding */ readJson),
/* harmony export */   xt: () => (/* binding */ freezeOf),
/* harmony export */   y: () => (/* binding */ markOf),
/* harmony export */   yn: () => (/* binding */ listOf),
/* harmony export */   yt: () => (/* binding */ FREEZE),
/* harmony export */   z: () => (/* binding */ ownCertificate),
/* harmony export */   zn: () => (/* binding */ TAG_MANAGED),
/* harmony export */   zt: () => (/* binding */ tokenOf)
/* harmony export */ });
/* unused harmony export It */
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8987);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_4__);





// src/adapters/github/log/log.ts
var PAUSE = 5;
function writeLine(line) {
	let rest = Buffer.from(`${line}\n`);
	while (rest.length > 0) rest = rest.subarray(written(rest));
}
function written(bytes) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(1, bytes);
	} catch (error) {
		const { code } = error;
		if (code === "EPIPE") return bytes.length;
		if (code !== "EAGAIN") throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
		return 0;
	}
}
// src/adapters/github/log/log-lines.ts
function harmlessLines(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.replaceAll("##[", "## [").replace(/^([\s\u0085]*):(?=:)/, "$1: "));
}
function workflowCommand(name, value = "") {
	return `::${name}::${escaped$1(value)}`;
}
function errorCommand(value, title = "") {
	return `::error${title === "" ? "" : ` title=${escaped$1(title).replaceAll(":", "%3A").replaceAll(",", "%2C")}`}::${escaped$1(value)}`;
}
function escaped$1(value) {
	return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/report/parts/clause.ts
var SMALL = /^(?:A|An|Another|It|No|Nothing|Others|Something|The|There|This|Two)\b/;
function small(sentence) {
	return sentence.replace(SMALL, (word) => word.toLowerCase());
}
function clause(sentence) {
	return small(sentence).replace(/(?<!\.)\.$/, "");
}
// src/domain/service.ts
var NAME = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;
var TAG_SERVICE = "docker-to-ec2:service";
var TAG_ENVIRONMENT = "docker-to-ec2:environment";
var TAG_MANAGED = "docker-to-ec2:managed";
var TAG_REPLACES = "docker-to-ec2:replaces";
var STATUS_DOCUMENT = "docker-to-ec2-status";
function displayName(service) {
	return `${service.name} (${service.environment})`;
}
function serviceKey(service) {
	return `${service.name}.${service.environment}`;
}
function serviceOfKey(key) {
	const [name = "", environment = ""] = key.split(".");
	return {
		name,
		environment
	};
}
function serviceTags(service) {
	return {
		[TAG_SERVICE]: service.name,
		[TAG_ENVIRONMENT]: service.environment
	};
}
function serviceOfTags(tag) {
	return {
		name: tag(TAG_SERVICE),
		environment: tag(TAG_ENVIRONMENT)
	};
}
function managedTags(service) {
	return {
		...serviceTags(service),
		[TAG_MANAGED]: "true",
		Name: serviceKey(service)
	};
}
function parameterPath(service) {
	return `/docker-to-ec2/${service.name}/${service.environment}`;
}
function recordName(service) {
	return `${parameterPath(service)}/release`;
}
function serviceOfRecord(parameter) {
	const [, , name = "", environment = ""] = parameter.split("/");
	return {
		name,
		environment
	};
}
function keptCertificates(service) {
	return `${parameterPath(service)}/kept-certificates`;
}
function leaseName(service) {
	return `${parameterPath(service)}/lease`;
}
function queueName(service) {
	return `${parameterPath(service)}/queue`;
}
function steeringName(service) {
	return `${parameterPath(service)}/steering`;
}
function securityGroupName(service) {
	return `docker-to-ec2.${serviceKey(service)}`;
}
function repositoryName(service) {
	return `${service.name}/${service.environment}`;
}
// src/domain/refusal.ts
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
function isNotAllowed(error) {
	return error instanceof DeployError && error.code === "not-allowed";
}
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
function refused({ code = "refused", reason, hint }) {
	return new DeployError(code, reason, { hint });
}
function assertNotRefused(refusal) {
	if (refusal !== void 0) throw refused(refusal);
}
var Cancelled = class extends Error {
	name = "Cancelled";
	constructor() {
		super("The run was cancelled.");
	}
};
// src/report/explain.ts
function reportOfError(error) {
	if (error instanceof Cancelled) return failed("cancelled", {
		cause: "cancelled",
		sentence: error.message,
		hint: "A release that already has the traffic keeps it; only a canary loses its share. A launched host stays. See command: status, and run this again when you are ready: it continues from what is there."
	});
	if (error instanceof DeployError) {
		const { code: cause, message: sentence, hint } = error;
		return failed(isRefusal(cause) ? "refused" : "failed", {
			cause,
			sentence,
			hint
		});
	}
	const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
	return failed("failed", {
		cause: "unexpected",
		sentence: `${name}: ${message}`,
		hint: "Run this again. If it fails again, report it with the stack below.",
		stack
	});
}
var HEADLINE = 100;
var VERDICTS = {
	refused: "the run was refused",
	cancelled: "the run was cancelled",
	failed: "the run failed"
};
function failed(outcome, failure) {
	const { cause, sentence } = failure;
	const [first = ""] = sentence.split(/:?\n/);
	return {
		outcome,
		headline: fitting(first) ?? VERDICTS[outcome],
		outputs: { cause },
		facts: [],
		failure: {
			...failure,
			evidence: void 0
		}
	};
}
function fitting(sentence) {
	return [sentence, ...sentence.split(": ", 1)].find(({ length }) => length <= HEADLINE);
}
function ofService(report, service) {
	return {
		...report,
		headline: `${displayName(service)}: ${clause(report.headline)}`
	};
}
function explain(error) {
	const { failure, headline } = reportOfError(error);
	const words = failure?.sentence ?? headline;
	return failure?.hint === void 0 ? words : `${words} ${failure.hint}`;
}
// src/report/runner-file.ts
function setOutputs(outputs) {
	append("GITHUB_OUTPUT", outputs);
}
function stateOf(name) {
	return process.env[`STATE_${name}`] ?? "";
}
function saveState(state) {
	append("GITHUB_STATE", state);
}
function append(variable, values) {
	const file = process.env[variable];
	const entries = Object.entries(values).map(([name, value]) => entry(name, value));
	if (file) (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, entries.join(""));
}
function entry(name, value) {
	if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
	let end = "END";
	while (value.includes(end)) end += "D";
	return `${name}<<${end}\n${value}\n${end}\n`;
}
// src/ports/clock.ts
function momentOf(sinceEpoch) {
	return sinceEpoch;
}
// src/adapters/clock.ts
function now() {
	return momentOf(Date.now());
}
function systemClock(signal) {
	return {
		now,
		elapsed: () => performance.now(),
		async sleep(ms) {
			const { setTimeout } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8500, 23));
			try {
				await setTimeout(ms, void 0, { signal });
			} catch (error) {
				throw signal.aborted ? new Cancelled() : error;
			}
		}
	};
}
// src/domain/untrusted.ts
function unicodePattern(source) {
	let built;
	return {
		source,
		test: (text) => {
			built ??= new RegExp(source, "u");
			return built.test(text);
		}
	};
}
var CONTROLS = String.raw`\0-\x1F\x7F-\x9F\u2028\u2029`;
var ONE_LINE = new RegExp(`^[^${CONTROLS}]*$`);
var line = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.D)(ONE_LINE));
var UNSEEN = unicodePattern(String.raw`(?!(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F\u20E3|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]`);
var webUrl = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(line, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.D)(/^https?:\/\/\S+$/), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(500));
var commitId = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.D)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
var amount = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.c)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(0));
var count = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.O)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(0));
var isoTime = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.f)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)((text) => Number.isFinite(Date.parse(text))));
var epochSeconds = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(amount, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.g)(864e10));
function listOf(item, most) {
	const known = (items) => items.slice(0, most).flatMap((one) => {
		const read = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.k)(item, one);
		return read.success ? [read.output] : [];
	});
	return (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.P)()), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(known));
}
function mapOf(item) {
	return (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.i)((value) => isMap(value) && Object.values(value).every((one) => (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.d)(item, one)));
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readJson(schema, text) {
	try {
		const read = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.k)(schema, JSON.parse(text));
		return read.success ? read.output : void 0;
	} catch {
		return;
	}
}
function readValue(schema, value) {
	const read = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.k)(schema, value);
	return read.success ? read.output : void 0;
}
function withoutByteOrderMark(text) {
	return text.replace(/^\uFEFF/, "");
}
// src/adapters/github/config-source.ts
var FAILED = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	code: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(),
	message: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)()
});
function configSource(spec) {
	return { async read(path) {
		try {
			return {
				kind: "found",
				text: withoutByteOrderMark((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(spec.workspace, path), "utf8"))
			};
		} catch (error) {
			const failed = readValue(FAILED, error);
			if (failed?.code !== "ENOENT" && failed?.code !== "ENOTDIR") return {
				kind: "unknown",
				reason: failed?.message ?? messageOf(error)
			};
		}
		return isCheckedOut(spec.workspace) ? missing(spec.workspace, path) : onGithub(spec, path);
	} };
}
function missing(workspace, path) {
	const instead = path.endsWith(".yml") ? path.replace(/\.yml$/, ".yaml") : path.replace(/\.yaml$/, ".yml");
	return {
		kind: "missing",
		where: "in the checkout",
		...(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, instead)) && { instead }
	};
}
async function onGithub(spec, path) {
	return (await Promise.all(/* import() */[__nccwpck_require__.e(7512), __nccwpck_require__.e(1680), __nccwpck_require__.e(7426)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7426))).askForFile(spec, path);
}
function isCheckedOut(workspace) {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, ".git")) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, ".git", "info", "sparse-checkout"));
}
// src/adapters/github/log/progress.ts
var QUIET_MS = 1e4;
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
function groupedLog(write) {
	let current;
	let group;
	const info = (text) => {
		const step = current?.getStore();
		const prefix = step === void 0 || step === group ? "" : `${step.name} │ `;
		for (const line of harmlessLines(text)) write(`${prefix}${line}`);
	};
	const end = () => {
		if (group) write(workflowCommand("endgroup"));
		group = void 0;
	};
	return {
		info,
		within: (step, work) => (current ??= new node_async_hooks__WEBPACK_IMPORTED_MODULE_3__.AsyncLocalStorage()).run(step, work),
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
// src/domain/field/field.ts
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
function field(about, parse, own) {
	return {
		description: about.description,
		group: about.group,
		default: about.default,
		required: false,
		commands: about.commands ?? DESCRIBES_A_RELEASE,
		effect: about.effect ?? "run",
		ofRun: about.ofRun ?? false,
		passed: about.defaultByRunner ? about.default : void 0,
		confidential: false,
		...own,
		parse: (text) => parse(text.trim())
	};
}
function textField(about, take) {
	return field(about, take, {
		schema: {
			type: SCALARS,
			...about.pattern && { pattern: about.pattern.source }
		},
		read: (value) => take(scalarOf(value, about.expected).text)
	});
}
var SCALARS = [
	"string",
	"number",
	"boolean"
];
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
function orElse(absent, inner) {
	return {
		...inner,
		parse: (text) => text.trim() === "" ? absent : inner.parse(text)
	};
}
var UNSET = "unset";
function neverEmpty(inner, expected = usualOf(inner)) {
	const some = (value) => {
		if (Array.isArray(value) && value.length === 0) throw new Invalid(expected);
		return value;
	};
	const standard = inner.default ?? "";
	return {
		...inner,
		description: `${inner.description} Empty text is an error.`,
		passed: inner.ofRun ? standard : UNSET,
		emptyIsWrong: true,
		read: (value) => value.kind === "list" ? some(inner.read(value)) : inner.read(value),
		parse(text) {
			if (text.trim() === standard) return inner.parse(standard);
			if (text.trim() === "") throw new Invalid(expected);
			return some(inner.parse(text));
		}
	};
}
function usualOf({ default: standard }) {
	return `a value, or ${standard}; an expression is empty if nothing has set its variable, secret or output`;
}
function guard({ off, absent, expected }, inner) {
	const { enum: words } = inner.schema;
	return neverEmpty({
		...inner,
		default: off,
		schema: Array.isArray(words) ? { enum: [off, ...words] } : { anyOf: [{ enum: [off] }, inner.schema] },
		read: (value) => value.kind === "scalar" && value.text === off ? absent : inner.read(value),
		parse: (text) => text.trim() === off ? absent : inner.parse(text)
	}, expected);
}
function optional(inner) {
	const { merge } = inner;
	return {
		...inner,
		parse: (text) => text.trim() === "" ? void 0 : inner.parse(text),
		...merge && { merge: (under, over) => under === void 0 || over === void 0 ? over ?? under : merge(under, over) }
	};
}
// src/domain/field/fields.ts
function text(about) {
	const { pattern, expected = pattern ? `text like ${pattern.source}` : "text" } = about;
	return textField({
		...about,
		expected
	}, (value) => {
		if (value === "" || pattern && !pattern.test(value)) throw new Invalid(expected);
		return value;
	});
}
function secretReference(about) {
	return {
		...text(about),
		confidential: true
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
var TRUE = [
	"true",
	"True",
	"TRUE"
];
var FALSE = [
	"false",
	"False",
	"FALSE"
];
function boolean(about) {
	const parse = (word) => {
		if (TRUE.includes(word)) return true;
		if (FALSE.includes(word)) return false;
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
		expected: `a number from ${about.min} to ${about.max}, such as ${Math.max(.5, about.min)}`
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
function typed(value, type, expected) {
	const scalar = scalarOf(value, expected);
	if (scalar.type === type) return scalar;
	throw new Invalid([{
		expected: `${expected}${scalar.type === "text" ? ", without quotes" : ""}`,
		got: JSON.stringify(scalar.text),
		at: scalar.at
	}]);
}
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
function duration(about) {
	const examples = [90, 300].filter((seconds) => seconds >= about.min && seconds <= about.max);
	const shown = (examples.length > 0 ? examples : [about.min]).map((seconds) => seconds === 90 ? "90s" : spellDuration(seconds));
	const expected = `a duration from ${spellDuration(about.min)} to ${spellDuration(about.max)}, such as ${shown.join(" or ")}`;
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
function secondsOf(value) {
	if (!DURATION.test(value)) return void 0;
	return [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
}
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
var LARGEST = 2 ** 50;
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
function spellSize(bytes) {
	const unit = [
		"g",
		"m",
		"k"
	].find((one) => bytes % BYTES[one] === 0);
	return unit === void 0 ? String(bytes) : `${bytes / BYTES[unit]}${unit}`;
}
function reading(about) {
	return textField(about, (raw) => {
		const value = about.read(raw);
		if (value === void 0) throw new Invalid(about.expected);
		return value;
	});
}
// src/domain/sorted.ts
function sortedEntries(entries) {
	return Object.entries(entries).toSorted(([a], [b]) => a < b ? -1 : 1);
}
// src/domain/release/settings/setting.ts
function shown$1(field, usual) {
	return {
		...setting(field, usual),
		spell: usual.spell ?? spelled,
		told: "value"
	};
}
function named(field, usual) {
	return {
		...setting(field, usual),
		spell: spelled,
		told: "names"
	};
}
function hidden$2(field, usual) {
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
var group$17 = "Health and traffic";
var ASSETS = {
	"asset-path": shown$1(optional(text({
		pattern: /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
		expected: "a path such as /assets, without a slash at its end",
		group: group$17,
		description: ""
	})), { acts: "proxy" }),
	"asset-files": shown$1(optional(text({
		pattern: /^(\/(?!\.{1,2}(\/|$))[^/\0\n]+)+$/,
		expected: "a folder of the container such as /usr/share/nginx/html/assets, without a slash at its end",
		group: group$17,
		description: ""
	})), { acts: "container" })
};
// src/domain/field/lines.ts
function lines(raw) {
	return raw.split(/\r?\n/).map((text, at) => ({
		text,
		line: at + 1
	})).filter(({ text }) => text.trim() !== "");
}
// src/domain/field/list-fields.ts
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
function commaList(about) {
	const made = distinct(list$1({
		...about,
		separator: "line"
	}));
	return {
		...made,
		parse: (raw) => made.parse(raw.replaceAll(",", "\n"))
	};
}
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
function distinct(all) {
	return {
		...all,
		parse: (text) => [...new Set(all.parse(text))],
		read: (value) => [...new Set(all.read(value))]
	};
}
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
var STEP$1 = /^(\d{1,2})%:(\S+)$/;
function steps(about) {
	const expected = "steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m";
	const take = (given) => {
		const parsed = given.map((step) => {
			const [, share = "", time = ""] = STEP$1.exec(step) ?? [];
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
				pattern: STEP$1.source
			}
		}] },
		read: (value) => take(value.kind === "list" ? itemsOf(value, expected).map(({ text }) => text) : split(scalarOf(value, expected).text))
	});
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
function trimmed({ text, line }) {
	return {
		text: text.trim(),
		line
	};
}
function parts(raw) {
	return raw.split(/[\s,]+/).flatMap((text) => text === "" ? [] : [{ text }]);
}
// src/domain/field/map-field.ts
function map(about) {
	const { key: name, value: form, entry } = about;
	const inText = `${entryWords(entry, "=")}, one a line${noteOf(entry)}`;
	const inFile = `${entryWords(entry, ": ")}${noteOf(entry)}`;
	const checked = ({ key, text, ofKey, ofValue }, expected) => {
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
	return field(about, (raw) => recordOf(eachOnce(gather(lines(raw), (line) => checked(pairOfLine(line, inText), inText)))), {
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
		read: (value) => recordOf(gather(entriesOf(value), (one) => checked(pairOfEntry(one), inFile))),
		merge: (under, over) => ({
			...under,
			...over
		})
	});
}
function entryWords({ name, values }, between) {
	return values.map((value) => `${name}${between}${value}`).join(" or ");
}
function noteOf({ note }) {
	return note === void 0 ? "" : `; ${note}`;
}
var NAME_IN_LINE = unicodePattern(String.raw`^(?![#-])(?:(?!${UNSEEN.source})[^\s"'\x60{}[\]])+$`);
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
// src/domain/container/ip-address.ts
function isIpv4(text) {
	return /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) && text.split(".").every((part) => Number(part) <= 255);
}
function isIpv6(text) {
	const [head = "", tail, ...more] = text.split("::");
	const groups = [head, tail ?? ""].flatMap((part) => part === "" ? [] : part.split(":"));
	const fits = tail === void 0 ? groups.length === 8 : groups.length < 8;
	return text.includes(":") && more.length === 0 && fits && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}
function isCidr(text) {
	const [, address = "", length = ""] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? [];
	return isIpv4(address) && Number(length) <= 32 || isIpv6(address) && Number(length) <= 128;
}
// src/domain/container/linux-names.ts
var CAPABILITIES = new Set("AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM".split(" "));
var SIGNALS = /* @__PURE__ */ new Set([
	..."ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" "),
	...Array.from({ length: 15 }, (_, at) => `RTMIN+${at + 1}`),
	...Array.from({ length: 14 }, (_, at) => `RTMAX-${at + 1}`)
]);
var ULIMITS = new Set("core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(" "));
var NEEDED_ULIMITS = /* @__PURE__ */ new Set([
	"cpu",
	"data",
	"nofile",
	"stack"
]);
var TMPFS_OPTION = /^(rw|ro|(no)?(exec|suid|dev|atime|diratime)|(rel|strict)atime|a?sync|size=\d{1,18}[kmgKMG%]?|mode=[0-7]{3,4}|(uid|gid)=\d{1,9}|nr_(inodes|blocks)=\d{1,18}[kmgKMG]?)$/;
var VOLUME_OPTION = /^(rw|ro|z|Z|nocopy|consistent|cached|delegated)$/;
var FOLDER_OPTION = /^(rw|ro|z|Z|r?(private|shared|slave)|consistent|cached|delegated)$/;
// src/domain/container/option-values.ts
function capability(text) {
	const name = text.toUpperCase().replace(/^CAP_/, "");
	return name === "ALL" || CAPABILITIES.has(name) ? name : void 0;
}
function signal(text) {
	if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 64 ? String(Number(text)) : void 0;
	const name = text.toUpperCase().replace(/^SIG/, "");
	return SIGNALS.has(name) ? `SIG${name}` : void 0;
}
function ulimit(text) {
	const [, name = "", soft = "", hard = soft] = /^([a-z]+)\s*=\s*(-1|\d{1,15})(?::(-1|\d{1,15}))?$/.exec(text) ?? [];
	const [low, high] = [soft, hard].map((limit) => limit === "-1" ? 1e400 : Number(limit));
	if (!ULIMITS.has(name) || low === void 0 || high === void 0 || low > high) return void 0;
	if (low === 0 && NEEDED_ULIMITS.has(name)) return void 0;
	return `${name}=${soft}:${hard}`;
}
function tmpfs(text) {
	const [path = "", options, ...rest] = text.split(":");
	if (rest.length > 0 || !isPath(path) || isTaken(path)) return void 0;
	if (options === void 0) return path;
	return options.split(",").every((option) => TMPFS_OPTION.test(option)) ? text : void 0;
}
function extraHost(text) {
	const [, name = "", address = ""] = /^([A-Za-z0-9][\w.-]*)\s*[=:]\s*\[?([^[\]\s]+)\]?$/.exec(text) ?? [];
	const known = address === "host-gateway" || isIpv4(address) || isIpv6(address);
	return name !== "" && known ? `${name}:${address}` : void 0;
}
function device(text) {
	const [host = "", second, third, ...rest] = text.split(":");
	const permissions = third ?? (second !== void 0 && isPermissions(second) ? second : "rwm");
	const inside = second === void 0 || third === void 0 && isPermissions(second) ? host : second;
	return rest.length > 0 || !/^\/dev\/./.test(host) || !isPath(host) || !isPath(inside) || isTaken(inside) || !isPermissions(permissions) ? void 0 : `${host}:${inside}:${permissions}`;
}
var LARGEST_ID = 2 ** 31 - 1;
function user(text) {
	const ids = text.split(":").filter((part) => /^\d+$/.test(part));
	return /^[\w.][\w.-]*(:[\w.][\w.-]*)?$/.test(text) && ids.every((id) => Number(id) <= LARGEST_ID) ? text : void 0;
}
function isPermissions(text) {
	return /^(?=.)r?w?m?$/.test(text);
}
function gpus(text) {
	return /^(all|[1-9]\d?|device=[\w-]+(,[\w-]+)*)$/.test(text) ? text : void 0;
}
var WORDS = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.o)("\0"))), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)(([program]) => program !== ""));
function entrypoint(text) {
	if (text.startsWith("[")) return readJson(WORDS, text);
	const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	return /\s/.test(lines[0] ?? "") ? void 0 : lines;
}
function volume(text) {
	const [source = "", path = "", options, ...rest] = text.split(":");
	const isFolder = isStraight(source);
	const isSource = isFolder || /^[A-Za-z0-9][\w.-]*$/.test(source);
	if (rest.length > 0 || !isSource || !isStraight(path) || isTaken(path)) return void 0;
	const known = isFolder ? FOLDER_OPTION : VOLUME_OPTION;
	return options === void 0 || options.split(",").every((option) => known.test(option)) ? text : void 0;
}
function isPath(text) {
	return isStraight(text) && !/[\s,:]/.test(text);
}
var ABSOLUTE = new RegExp(`^/[^${CONTROLS}]{0,1000}$`, "u");
function isStraight(text) {
	return ABSOLUTE.test(text) && !/\/\/|\/\.{1,2}(\/|$)/.test(text);
}
function isTaken(path) {
	return /^\/+$|^\/(proc(\/.*)?|dev|etc\/(hosts|hostname|resolv\.conf))\/*$/.test(path);
}
// src/domain/release/settings/secret-source.ts
var PARAMETER = String.raw`ssm:[\w./-]+`;
var SECRETS_MANAGER = String.raw`secretsmanager:[\w/+=.@:!-]+`;
var SECRET = new RegExp(String.raw`^(${PARAMETER}|${SECRETS_MANAGER}(#[\w.-]+)?)$`);
var WHOLE_SECRET = new RegExp(`^(${PARAMETER}|${SECRETS_MANAGER})$`);
// src/domain/release/settings/container.ts
var group$16 = "Container";
var acts$5 = "container";
var VARIABLE = /^[^=\0]+$/;
var CONTAINER = {
	port: shown$1(orElse(0, integer({
		min: 1,
		max: 65535,
		group: group$16,
		description: ""
	})), { acts: acts$5 }),
	args: hidden$2(list$1({
		group: group$16,
		description: ""
	}), { acts: acts$5 }),
	env: named(map({
		key: VARIABLE,
		entry: {
			name: "NAME",
			values: ["value"]
		},
		group: group$16,
		description: ""
	}), {
		acts: acts$5,
		carried: "by-name"
	}),
	secrets: named(map({
		key: VARIABLE,
		value: SECRET,
		entry: {
			name: "NAME",
			values: ["ssm:/path", "secretsmanager:name-or-arn#json-key"]
		},
		group: group$16,
		description: ""
	}), {
		acts: acts$5,
		carried: "by-name"
	}),
	volumes: hidden$2(readings({
		read: volume,
		expected: "SOURCE:/path[:ro], one a line; SOURCE is a volume name or an absolute path of the host",
		group: group$16,
		description: ""
	}), { acts: acts$5 }),
	memory: shown$1(optional(size({
		min: 6 * 2 ** 20,
		group: group$16,
		description: ""
	})), {
		acts: acts$5,
		spell: spellSize,
		docker: (Memory) => ({ HostConfig: { Memory } })
	}),
	cpus: shown$1(optional(decimal({
		min: .01,
		max: 512,
		group: group$16,
		description: ""
	})), {
		acts: acts$5,
		docker: (cpus) => ({ HostConfig: { NanoCpus: Math.round(cpus * 1e9) } })
	}),
	user: shown$1(optional(reading({
		read: user,
		expected: "a user or uid, with :group if needed; ids are at most 2147483647",
		group: group$16,
		description: ""
	})), {
		acts: acts$5,
		docker: (User) => ({ User })
	})
};
// src/domain/release/settings/doors.ts
var group$15 = "Access";
var usual = {
	acts: "proxy",
	carried: "environment",
	identity: false
};
var LARGEST_PAGE = 2e4;
var DOORS = {
	"basic-auth": shown$1(guard({
		off: "none",
		absent: void 0
	}, secretReference({
		pattern: SECRET,
		expected: "ssm:/path or secretsmanager:name-or-arn#json-key",
		group: group$15,
		description: ""
	})), usual),
	"allow-from": shown$1(guard({
		off: "everybody",
		absent: []
	}, distinct(readings({
		read: addresses,
		separator: "any",
		most: 200,
		expected: "CIDRs and IP addresses, such as 203.0.113.0/24 or 2001:db8::1, or everybody; not /0",
		group: group$15,
		description: ""
	}))), usual),
	maintenance: shown$1(neverEmpty(boolean({
		default: "false",
		group: group$15,
		description: ""
	})), usual),
	"maintenance-page": hidden$2(optional(page("HTML that visitors see during `maintenance`. Default: a line of text.")), usual),
	"error-pages": hidden$2(optional(map({
		key: /^(401|403|413|502|503|504)$/,
		value: new RegExp(`^[^\\0]{1,${LARGEST_PAGE}}$`),
		entry: {
			name: "STATUS",
			values: ["HTML"],
			note: `STATUS is one of 401, 403, 413, 502, 503, 504, and HTML has ${LARGEST_PAGE} characters at most`
		},
		group: group$15,
		description: ""
	})), usual),
	"request-timeout": shown$1(optional(duration({
		min: 5,
		max: 3600,
		group: group$15,
		description: ""
	})), {
		...usual,
		spell: spellDuration
	}),
	"max-body": shown$1(guard({
		off: "none",
		absent: void 0
	}, size({
		min: 1024,
		group: group$15,
		description: ""
	})), {
		...usual,
		spell: spellSize
	}),
	"access-log": shown$1(boolean({
		default: "false",
		group: group$15,
		description: ""
	}), usual)
};
function page(description) {
	return reading({
		read: (html) => html !== "" && html.length <= LARGEST_PAGE && !html.includes("\0") ? html : void 0,
		expected: `HTML of ${LARGEST_PAGE} characters at most`,
		group: group$15,
		description
	});
}
function addresses(item) {
	const given = item.toLowerCase();
	const cidr = given.includes("/") ? given : `${given}/${given.includes(":") ? 128 : 32}`;
	return isCidr(cidr) && !cidr.endsWith("/0") ? cidr : void 0;
}
// src/domain/release/settings/health.ts
var group$14 = "Health and traffic";
var acts$4 = "health-check";
var CODES = /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/;
var EXPECTED_CODES = "status codes and rising ranges, such as 200-399 or 200,204";
var HOST$1 = /^(?=[^:]{1,253}(:|$))[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?(:\d{1,5})?$/;
function readCodes(text) {
	const falls = text.split(",").some((range) => {
		const [first = "", last = first] = range.split("-");
		return first > last;
	});
	if (!CODES.test(text) || falls) throw new Invalid(EXPECTED_CODES);
	return text;
}
var HEALTH = {
	"health-path": hidden$2(text({
		pattern: /^\/([^\s%#]|%[0-9A-Fa-f]{2})*$/,
		expected: "a path that begins with /, without #, and with % in escapes such as %20 only",
		default: "/",
		group: group$14,
		description: ""
	}), { acts: acts$4 }),
	"health-codes": hidden$2(textField({
		pattern: CODES,
		expected: EXPECTED_CODES,
		default: "200-399",
		group: group$14,
		description: ""
	}, readCodes), { acts: acts$4 }),
	"health-host": hidden$2(optional(text({
		pattern: HOST$1,
		expected: "a host name, possibly with a port",
		group: group$14,
		description: ""
	})), { acts: acts$4 }),
	"health-timeout": shown$1(duration({
		default: "60s",
		min: 1,
		max: 3600,
		group: group$14,
		description: ""
	}), {
		acts: acts$4,
		identity: false,
		spell: spellDuration
	}),
	"health-interval": shown$1(duration({
		default: "1s",
		min: .1,
		max: 60,
		group: group$14,
		description: ""
	}), {
		acts: acts$4,
		identity: false,
		spell: spellDuration
	})
};
// src/domain/container/docker-values.ts
function ulimitOf(text) {
	const [name = "", soft, hard] = text.split(/[=:]/);
	return {
		Name: name,
		Soft: Number(soft),
		Hard: Number(hard)
	};
}
function tmpfsOf(mount) {
	const [path = "", options = ""] = mount.split(":");
	return [path, options];
}
function deviceOf(text) {
	const [host = "", inside = "", access = ""] = text.split(":");
	return {
		PathOnHost: host,
		PathInContainer: inside,
		CgroupPermissions: access
	};
}
function gpuRequest(text) {
	const [, ids] = text.split("=");
	return {
		...ids === void 0 ? { Count: text === "all" ? -1 : Number(text) } : { DeviceIDs: ids.split(",") },
		Capabilities: [["gpu"]]
	};
}
// src/domain/release/settings/machine-options.ts
var group$13 = "Container options";
var acts$3 = "container";
var MACHINE_OPTIONS = {
	"cap-add": shown$1(optional(readings({
		read: capability,
		separator: "any",
		expected: "names of Linux capabilities, such as NET_ADMIN, or ALL",
		group: group$13,
		description: ""
	})), { acts: acts$3 }),
	"cap-drop": shown$1(guard({
		off: "none",
		absent: void 0
	}, readings({
		read: capability,
		separator: "any",
		expected: "names of Linux capabilities, such as CHOWN, or ALL",
		group: group$13,
		description: ""
	})), { acts: acts$3 }),
	"host-role": shown$1(boolean({
		default: "false",
		group: group$13,
		description: ""
	}), { acts: acts$3 }),
	"read-only": shown$1(neverEmpty(boolean({
		default: "false",
		group: group$13,
		description: ""
	})), {
		acts: acts$3,
		docker: (ReadonlyRootfs) => ({ HostConfig: { ReadonlyRootfs } })
	}),
	tmpfs: shown$1(optional(readings({
		read: tmpfs,
		expected: "/path or /path:OPTIONS, one a line, such as /run:size=64m,mode=1777",
		group: group$13,
		description: ""
	})), {
		acts: acts$3,
		docker: (mounts) => ({ HostConfig: { Tmpfs: Object.fromEntries(mounts.map(tmpfsOf)) } })
	}),
	"shm-size": shown$1(optional(size({
		min: 2 ** 20,
		group: group$13,
		description: ""
	})), {
		acts: acts$3,
		spell: spellSize,
		docker: (ShmSize) => ({ HostConfig: { ShmSize } })
	}),
	devices: shown$1(optional(readings({
		read: device,
		expected: "/dev/NAME, with :/path/inside and :rwm if needed, one a line",
		group: group$13,
		description: ""
	})), {
		acts: acts$3,
		docker: (devices) => ({ HostConfig: { Devices: devices.map(deviceOf) } })
	}),
	gpus: shown$1(optional(reading({
		read: gpus,
		expected: "all, a number of GPUs, or device= with indexes or UUIDs, such as device=0,1",
		group: group$13,
		description: ""
	})), {
		acts: acts$3,
		docker: (gpus) => ({ HostConfig: { DeviceRequests: [gpuRequest(gpus)] } })
	})
};
// src/domain/release/settings/process-options.ts
var group$12 = "Container options";
var acts$2 = "container";
var PROCESS_OPTIONS = {
	"stop-grace-period": shown$1(duration({
		default: "10s",
		min: 0,
		max: 3600,
		group: group$12,
		description: ""
	}), {
		acts: acts$2,
		spell: spellDuration,
		docker: (seconds) => ({ StopTimeout: Math.ceil(seconds) })
	}),
	"stop-signal": shown$1(optional(reading({
		read: signal,
		expected: "a signal, such as SIGINT, SIGRTMIN+3 or 15",
		group: group$12,
		description: ""
	})), {
		acts: acts$2,
		docker: (StopSignal) => ({ StopSignal })
	}),
	init: shown$1(boolean({
		default: "true",
		group: group$12,
		description: ""
	}), {
		acts: acts$2,
		docker: (Init) => ({ HostConfig: { Init } })
	}),
	"working-dir": shown$1(optional(text({
		pattern: /^\/[^\0\n]*$/,
		expected: "an absolute path inside of the container, such as /app",
		group: group$12,
		description: ""
	})), {
		acts: acts$2,
		docker: (WorkingDir) => ({ WorkingDir })
	}),
	entrypoint: hidden$2(optional(argv({
		read: entrypoint,
		expected: "the program and its arguments, one a line, or a JSON list such as [\"node\", \"server.js\"]",
		group: group$12,
		description: ""
	})), {
		acts: acts$2,
		docker: (words) => ({ Entrypoint: words.length === 0 ? [""] : words })
	}),
	hostname: shown$1(optional(text({
		pattern: /^(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
		expected: "a host name of 64 characters at most, such as web-1",
		group: group$12,
		description: ""
	})), {
		acts: acts$2,
		docker: (Hostname) => ({ Hostname })
	}),
	"extra-hosts": shown$1(optional(readings({
		read: extraHost,
		expected: "NAME=ADDRESS, one a line; ADDRESS is an IP address or host-gateway",
		group: group$12,
		description: ""
	})), {
		acts: acts$2,
		docker: (ExtraHosts) => ({ HostConfig: { ExtraHosts } })
	}),
	labels: hidden$2(optional(map({
		key: /^(?!docker-to-ec2(\.|$))[A-Za-z0-9][\w./-]*$/,
		entry: {
			name: "name",
			values: ["value"],
			note: "names that begin with docker-to-ec2 are taken"
		},
		group: group$12,
		description: ""
	})), { acts: acts$2 }),
	ulimits: shown$1(optional(readings({
		read: ulimit,
		expected: "NAME=SOFT or NAME=SOFT:HARD, one a line, such as nofile=20000:40000; SOFT is not above HARD, and -1 is no limit",
		group: group$12,
		description: ""
	})), {
		acts: acts$2,
		docker: (limits) => ({ HostConfig: { Ulimits: limits.map(ulimitOf) } })
	}),
	"pids-limit": shown$1(integer({
		default: "2048",
		min: 1,
		max: 4194304,
		group: group$12,
		description: ""
	}), {
		acts: acts$2,
		docker: (PidsLimit) => ({ HostConfig: { PidsLimit } })
	}),
	"log-max-size": shown$1(size({
		default: "10m",
		min: 1024,
		group: group$12,
		description: ""
	}), {
		acts: acts$2,
		spell: spellSize,
		docker: logOption("max-size")
	}),
	"log-max-file": shown$1(integer({
		default: "3",
		min: 1,
		max: 1e3,
		group: group$12,
		description: ""
	}), {
		acts: acts$2,
		docker: logOption("max-file")
	})
};
function logOption(name) {
	return (value) => ({ HostConfig: { LogConfig: { Config: { [name]: String(value) } } } });
}
// src/domain/release/settings/cdn-ranges.ts
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
function trustedProxies(about) {
	return distinct(readings({
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
function trustedRanges(items, vpc) {
	return [...new Set(items.flatMap((item) => item === "vpc" ? vpc : isCdn(item) ? CDN_RANGES[item].ranges : [item]))];
}
function isCdn(item) {
	return Object.hasOwn(CDN_RANGES, item);
}
// src/domain/release/settings/traffic.ts
var group$11 = "Health and traffic";
var acts$1 = "proxy";
var carried$1 = "environment";
var DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;
var DOMAINS = new RegExp(`^(\\*\\.)?${DOMAIN.source.slice(1)}`);
var TRAFFIC = {
	"http-port": shown$1(integer({
		default: "80",
		min: 1,
		max: 65535,
		group: group$11,
		description: ""
	}), {
		acts: acts$1,
		carried: carried$1,
		alsoFor: [
			"rollback",
			"restart",
			"status"
		]
	}),
	domains: shown$1(distinct(list$1({
		separator: "any",
		pattern: DOMAINS,
		expected: "names in lower case, such as shop.example.com or *.shop.example.com",
		most: 20,
		group: group$11,
		description: ""
	})), {
		acts: acts$1,
		carried: carried$1,
		alsoFor: ["destroy"]
	}),
	"path-prefix": shown$1(text({
		pattern: /^\/$|^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
		expected: "a path such as /api, without a slash at its end",
		default: "/",
		group: group$11,
		description: ""
	}), {
		acts: acts$1,
		carried: carried$1
	}),
	"strip-path-prefix": shown$1(boolean({
		default: "false",
		group: group$11,
		description: ""
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
		group: group$11,
		description: ""
	}), { acts: acts$1 }),
	"trusted-proxies": shown$1(trustedProxies({
		most: 50,
		group: group$11,
		description: ""
	}), {
		acts: acts$1,
		carried: carried$1
	}),
	"external-proxy": shown$1(neverEmpty(boolean({
		default: "false",
		group: group$11,
		description: ""
	})), {
		acts: acts$1,
		carried: carried$1,
		alsoFor: [
			"rollback",
			"restart",
			"status"
		]
	}),
	"canary-header": shown$1(text({
		pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
		expected: "the name of a request header, such as X-Canary",
		default: "X-Canary",
		group: "Canary",
		description: ""
	}), {
		acts: acts$1,
		carried: carried$1,
		identity: false
	}),
	"preview-sleep": onlyFor(["preview"], shown$1(optional(duration({
		min: 10,
		max: 31536e3,
		group: "Previews",
		description: ""
	})), {
		acts: acts$1,
		carried: carried$1,
		identity: false
	}))
};
function onlyFor(commands, setting) {
	return {
		...setting,
		commands
	};
}
// src/domain/release/settings/tls.ts
var group$10 = "HTTPS";
var acts = "proxy";
var carried = "environment";
var TLS = {
	tls: shown$1(neverEmpty(text({
		pattern: new RegExp(`^(off|acme|internal|${SECRETS_MANAGER})$`),
		expected: "off, acme, internal, or secretsmanager:name-or-arn",
		default: "off",
		group: group$10,
		description: ""
	})), {
		acts,
		carried
	}),
	"https-port": shown$1(integer({
		default: "443",
		min: 1,
		max: 65535,
		group: group$10,
		description: ""
	}), {
		acts,
		carried
	}),
	"https-redirect": shown$1(boolean({
		default: "true",
		group: group$10,
		description: ""
	}), {
		acts,
		carried
	}),
	hsts: shown$1(guard({
		off: "none",
		absent: void 0
	}, duration({
		min: 0,
		max: 63072e3,
		group: group$10,
		description: ""
	})), {
		acts,
		carried,
		spell: spellDuration
	}),
	"redirect-domains": shown$1(distinct(list$1({
		separator: "any",
		pattern: DOMAIN,
		expected: "names in lower case, such as www.shop.example.com",
		most: 20,
		group: group$10,
		description: ""
	})), {
		acts,
		carried
	}),
	"acme-directory": shown$1(orElse("", text({
		pattern: /^https:\/\/[^\s{}]+$/,
		expected: "the https address of an authority's directory",
		group: group$10,
		description: ""
	})), {
		acts,
		carried
	}),
	"acme-email": shown$1(orElse("", text({
		pattern: /^[^\s{}@]+@[^\s{}@]+$/,
		expected: "an email address",
		group: group$10,
		description: ""
	})), {
		acts,
		carried,
		identity: false
	}),
	"acme-account": shown$1(orElse("", secretReference({
		pattern: WHOLE_SECRET,
		expected: "ssm:/path or secretsmanager:name-or-arn",
		group: group$10,
		description: ""
	})), {
		acts,
		carried,
		identity: false
	}),
	"acme-challenge": shown$1(choice({
		of: ["http", "dns"],
		default: "http",
		group: group$10,
		description: ""
	}), {
		acts,
		carried,
		identity: false
	})
};
// src/domain/release/spec.ts
var SPEC = {
	migration: shown$1(boolean({
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
var NAMED = SETTINGS.filter(([, { told }]) => told === "names").map(([name]) => name);
function specificationOf(values) {
	return valuesOf$1(({ default: standard = "", parse }, name) => values[name] ?? parse(standard));
}
function dockerParts(spec) {
	return valuesOf$1(({ docker }, name) => spec[name] === void 0 ? void 0 : docker?.(spec[name]));
}
function identityOf(spec) {
	return partOf(spec, ({ identity }) => identity);
}
function proxyPartOf(spec) {
	return partOf(spec, ({ acts }) => acts === "proxy");
}
function partOf(spec, chosen) {
	return canonical(valuesOf$1((setting, name) => chosen(setting) ? spec[name] : void 0));
}
function isUsual({ default: standard = "", parse }, value) {
	return JSON.stringify(canonical(value)) === JSON.stringify(canonical(parse(standard)));
}
function areSettings(names) {
	return names.every((name) => Object.hasOwn(SPEC, name));
}
function valuesOf$1(make) {
	const entries = SETTINGS.map(([name, setting]) => [name, make(setting, name)]);
	return Object.fromEntries(entries.filter(([, value]) => value !== void 0));
}
function canonical(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return sortedEntries(value).map(([name, inner]) => [name, canonical(inner)]);
}
// src/domain/comment/permission.ts
var LEVELS = [
	"write",
	"maintain",
	"admin"
];
function levelOf(permission, maintains) {
	if (permission === "write") return maintains ? "maintain" : "write";
	return permission === "admin" ? "admin" : void 0;
}
function isPermitted({ id }, found, needed) {
	return found.id === id && found.level !== void 0 && LEVELS.indexOf(found.level) >= LEVELS.indexOf(needed);
}
function refusePermission(person, found, needed) {
	if (isPermitted(person, found, needed)) return void 0;
	return refuse(`${person.login} has no permission for this: it needs ${needed} on the repository`, "Ask somebody with that permission to write the comment.");
}
// src/domain/comment/jobs.ts
var JOB = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	result: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)([
		"success",
		"failure",
		"cancelled",
		"skipped"
	]),
	outputs: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)()), {})
});
function readJobs(text) {
	return readJson(mapOf(JOB), text);
}
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
var COMMENTS = {
	"comment-environments": neverEmpty(commaList({
		...ofComments,
		default: "production",
		pattern: NAME,
		expected: "names of environments, separated by commas, such as production, staging",
		most: 20,
		description: ""
	})),
	"comment-permission": neverEmpty(choice({
		...ofComments,
		of: LEVELS,
		default: "write",
		description: ""
	})),
	"comment-review": neverEmpty(boolean({
		...ofComments,
		default: "false",
		description: ""
	})),
	"comment-forks": boolean({
		...ofComments,
		default: "false",
		description: ""
	}),
	"comment-result": optional(reading({
		...ofComments,
		read: readJobs,
		expected: "the results of the jobs that this one needs: ${{ toJSON(needs) }}",
		description: ""
	}))
};
// src/domain/preview/inputs.ts
var group$9 = "Previews";
var PREVIEWS = {
	"preview-domain": optional(text({
		pattern: /^(?=.{3,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
		expected: "a domain, such as preview.example.com",
		group: group$9,
		commands: ["preview"],
		description: ""
	})),
	"preview-port-range": optional(ports({
		group: group$9,
		commands: ["preview"],
		description: ""
	})),
	"preview-limit": integer({
		default: "10",
		min: 1,
		max: 200,
		group: group$9,
		commands: ["preview"],
		description: ""
	}),
	"preview-ttl": duration({
		default: "14d",
		min: 60,
		max: 31536e3,
		group: group$9,
		commands: ["sweep"],
		description: ""
	}),
	seed: list$1({
		group: group$9,
		commands: ["preview"],
		description: ""
	}),
	"seed-timeout": duration({
		default: "5m",
		min: 1,
		max: 3600,
		group: group$9,
		commands: ["preview"],
		description: ""
	}),
	"preview-label": optional(text({
		pattern: unicodePattern(String.raw`^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,50}$`),
		expected: "the name of a label, such as preview",
		group: group$9,
		commands: ["preview"],
		description: ""
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
// src/domain/command.ts
var COMMANDS = [
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
var IN_AWS = COMMANDS.filter((command) => command !== "comment");
var RELEASES = [
	"deploy",
	"preview",
	"plan",
	"promote"
];
var WORKS_ON_HOSTS = [
	...RELEASES,
	"rollback",
	"restart"
];
var CHANGES = [...WORKS_ON_HOSTS, "destroy"];
var WAITS = [
	...CHANGES,
	"freeze",
	"unfreeze",
	"schedule",
	"sweep"
];
// src/domain/duration.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
function seconds(ms) {
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
	const whole = Math.round(ms / 1e3);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
// src/domain/lease/lease.ts
var EXPIRY_MS = 9e4;
var RENEW_MS = 3e4;
var RETRY_MS = 5e3;
var STOP_MS = 75e3;
var AHEAD_MS = DAY;
function nextToken(found) {
	return Math.max(found.at, tokenOf(found)) + 1;
}
function tokenOf({ at, value }) {
	return Math.min(value.token || at, at + AHEAD_MS);
}
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
var STEERS = [
	"pause",
	"continue",
	"skip",
	"abort"
];
var WISH = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: line,
	steer: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)(STEERS),
	reason: line,
	actor: line,
	runUrl: line,
	at: isoTime
});
var TAKEN = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	...WISH.entries,
	share: count,
	effect: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)()
});
var STEERING = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	token: count,
	release: line,
	runUrl: line,
	ended: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	asked: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(WISH),
	taken: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(TAKEN)
});
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
function wisherWords({ actor, runUrl, reason }) {
	return `by ${actor} (${runUrl})${reason === "" ? "" : `: ${reason}`}`;
}
function takenWords({ steer, share, at, effect, ...wisher }) {
	const time = new Date(at).toISOString().slice(11, 19);
	return `${share}%: ${DID[steer]} at ${time} UTC ${wisherWords(wisher)}${effect ? "" : " (changed nothing)"}`;
}
// src/config/inputs/canary.ts
var group$8 = "Canary";
var CANARY = {
	"canary-steps": guard({
		off: "none",
		absent: void 0
	}, steps({
		group: group$8,
		commands: RELEASES,
		description: ""
	})),
	"canary-max-error-rate": decimal({
		default: "0.1",
		min: 0,
		max: 1,
		group: group$8,
		commands: RELEASES,
		description: ""
	}),
	"canary-max-latency": guard({
		off: "none",
		absent: void 0
	}, duration({
		min: .005,
		max: 10,
		group: group$8,
		commands: RELEASES,
		description: ""
	})),
	"canary-min-requests": integer({
		default: "50",
		min: 1,
		max: 1e6,
		group: group$8,
		commands: RELEASES,
		description: ""
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
		description: ""
	}),
	"canary-dry-run": boolean({
		default: "false",
		group: group$8,
		commands: RELEASES,
		description: ""
	}),
	"canary-pause-limit": duration({
		default: "30m",
		min: 1,
		max: 14400,
		group: group$8,
		commands: RELEASES,
		description: ""
	}),
	"canary-pause-end": choice({
		of: ["abort", "continue"],
		default: "abort",
		group: group$8,
		commands: RELEASES,
		description: ""
	}),
	steer: optional(choice({
		of: STEERS,
		group: group$8,
		commands: ["steer"],
		ofRun: true,
		description: ""
	}))
};
var DATA = { "volume-data": words({
	of: ["each-host-its-own", "discarded"],
	alone: "protected",
	group: "Container",
	commands: [...RELEASES, "destroy"],
	description: ""
}) };
// src/domain/deployment/recorded.ts
var RECORDED$1 = {
	deploy: "deploy",
	preview: "deploy",
	promote: "promote",
	rollback: "rollback",
	restart: "restart"
};
function recordedCommand(command) {
	return RECORDED$1[command];
}
var SHOWN_ON_GITHUB = [
	"deploy",
	"preview",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"sweep"
];
function recordedEnd(command, outcome) {
	if (command === "sweep" || !SHOWN_ON_GITHUB.includes(command)) return void 0;
	return outcome === "destroyed" ? "removed" : recordedCommand(command);
}
// src/domain/lease/freeze.ts
var FREEZE = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	reason: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(),
	actor: line,
	runUrl: line,
	at: line,
	until: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(line)
});
var TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;
var LONGEST$1 = 31536e5;
function isEnd(text) {
	const seconds = secondsOf(text);
	if (seconds !== void 0) return seconds > 0 && seconds <= LONGEST$1;
	const [, day] = TIME.exec(text) ?? [];
	return day !== void 0 && isDay(day) && !Number.isNaN(Date.parse(text));
}
function isDay(day) {
	const at = Date.parse(day);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
function endOf(text, now) {
	const seconds = secondsOf(text);
	return seconds === void 0 ? Date.parse(text) : now + seconds * 1e3;
}
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
	return `frozen by ${actor}${until === void 0 ? "" : ` until ${toTheSecond(until)}`}: ${reason} (since ${toTheSecond(at)}, ${runUrl})`;
}
function toTheSecond(time) {
	return time.replace(/^(\S+)T([\d:]+)(?:\.\d+)?Z$/, "$1 $2 UTC");
}
// src/config/inputs/guards.ts
var group$6 = "What to do";
var PLAN_HASH = "the output plan-hash of a run with command: plan; it is empty when that run was refused or skipped";
var GUARDS = {
	"plan-hash": guard({
		off: "none",
		absent: void 0,
		expected: PLAN_HASH
	}, text({
		pattern: /^v1(\.[0-9a-f]{12}){5}\.(none|[0-9a-f]{7,8}-[0-9a-f]{8})$/,
		expected: PLAN_HASH,
		group: group$6,
		commands: ["deploy", "promote"],
		ofRun: true,
		description: ""
	})),
	"plan-comment": boolean({
		default: "false",
		group: group$6,
		commands: ["plan"],
		ofRun: true,
		description: ""
	}),
	"allow-rolled-back": boolean({
		default: "false",
		group: group$6,
		commands: RELEASES,
		ofRun: true,
		description: ""
	}),
	"allow-downgrade": boolean({
		default: "false",
		group: group$6,
		commands: RELEASES,
		ofRun: true,
		description: ""
	}),
	"lock-timeout": duration({
		default: "15m",
		min: 0,
		max: 21600,
		group: group$6,
		commands: WAITS,
		description: ""
	}),
	reason: optional(text({
		pattern: unicodePattern(`^(?:(?!${UNSEEN.source})[^]){1,200}$`),
		expected: "one line of 200 visible characters at most",
		group: group$6,
		commands: ["freeze", "steer"],
		ofRun: true,
		description: ""
	})),
	until: optional(reading({
		read: (value) => isEnd(value) ? value : void 0,
		expected: "a duration such as 4h, or a time with its zone, such as 2027-01-02T06:00Z",
		group: group$6,
		commands: ["freeze"],
		ofRun: true,
		description: ""
	})),
	"destroy-repository": boolean({
		default: "false",
		group: group$6,
		commands: ["destroy"],
		ofRun: true,
		description: ""
	}),
	"deploy-timeout": duration({
		default: "15m",
		min: 60,
		max: 28800,
		group: group$6,
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	"github-token": optional(text({
		default: "${{ github.token }}",
		group: group$6,
		commands: COMMANDS,
		ofRun: true,
		defaultByRunner: true,
		description: ""
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
		description: ""
	})
};
// src/domain/schedule/zone-time.ts
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
function isZone(text) {
	if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return false;
	try {
		return formatOf(text).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
function clockAt(zone, at) {
	const parts = new Map(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const [year = 0, month = 1, day = 1] = [
		"year",
		"month",
		"day"
	].map((part) => parts.get(part));
	return Date.UTC(year, month - 1, day, parts.get("hour"), parts.get("minute"));
}
function localTime(zone, at) {
	const now = clockAt(zone, at);
	if (clockAt(zone, at - LONGEST_SHIFT * 6e4) + LONGEST_SHIFT * 6e4 - now <= 0) return now;
	const minutes = Array.from({ length: LONGEST_SHIFT }, (_, ago) => clockAt(zone, at - ago * MINUTE));
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
var DAY_MINUTES = 1440;
var WEEK_HOURS = 168;
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
function minutesOf(text) {
	const [, hour = "", minute = "0"] = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text) ?? [];
	const minutes = Number(hour) * 60 + Number(minute);
	return hour === "" || minutes > DAY_MINUTES ? void 0 : minutes;
}
function daysOf(words) {
	const named = NAMED_DAYS.get(words);
	if (named !== void 0) return named;
	const parts = words.split(",").map(spanOf);
	const days = new Set(parts.flatMap((part) => part ?? []));
	return parts.includes(void 0) ? void 0 : EVERY_DAY.filter((day) => days.has(day));
}
function spanOf(words) {
	const ends = words.split("-").map((word) => DAY_NAMES.findIndex((name) => name === word));
	const [first = -1, last = first] = ends;
	if (ends.length > 2 || first < 0 || last < 0) return void 0;
	const length = (last - first + 7) % 7 + 1;
	return Array.from({ length }, (_, at) => (first + at) % 7);
}
function isOn({ days, from, to, zone }, at) {
	const local = localTime(zone, at);
	const minutes = Math.floor(local / MINUTE) % DAY_MINUTES;
	return days.includes(new Date(local).getUTCDay()) && minutes >= from && minutes < to;
}
function nextChange(schedule, at) {
	const now = isOn(schedule, at);
	const step = (schedule.from % 15 === 0 && schedule.to % 15 === 0 ? 15 : 1) * MINUTE;
	const first = (Math.floor(at / step) + 1) * step;
	for (let next = first; next < at + 15 * DAY_MINUTES * MINUTE; next += step) if (isOn(schedule, next) !== now) return next;
}
function weekHours({ days, from, to }) {
	return days.length * (to - from) / 60;
}
function runningShare(schedule) {
	return schedule === void 0 ? 1 : weekHours(schedule) / WEEK_HOURS;
}
function changeWords(schedule, at) {
	const next = nextChange(schedule, at);
	if (next === void 0) return "further notice";
	const local = new Date(localTime(schedule.zone, next));
	const day = DAY_NAMES[local.getUTCDay()] ?? "";
	const [date, time = ""] = local.toISOString().split("T");
	return `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ${date} ${time.slice(0, 5)} (${schedule.zone})`;
}
// src/domain/field/private-network.ts
var PRIVATE = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16"
].map((cidr) => blockOf(cidr));
var SMALLEST = 24;
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
var effect = "new-host";
var group$5 = "Host";
var HOST = {
	"instance-id": optional(text({
		pattern: /^i-[0-9a-f]{8,17}$/,
		expected: "an instance id, such as i-0123456789abcdef0",
		group: group$5,
		commands: IN_AWS,
		description: ""
	})),
	instances: integer({
		default: "1",
		min: 1,
		max: 50,
		group: group$5,
		commands: [...RELEASES, "doctor"],
		description: ""
	}),
	"max-concurrency": text({
		default: "1",
		pattern: /^([1-9]|[1-4][0-9]|50|[1-9][0-9]?%|100%)$/,
		expected: "a number from 1 to 50, or a percentage from 1% to 100%",
		group: group$5,
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	"instance-type": text({
		pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
		expected: "an instance type, such as t3.small",
		default: "t3.small",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: ""
	}),
	ami: optional(text({
		pattern: /^ami-[0-9a-f]{8,17}$/,
		expected: "an image id, such as ami-0123456789abcdef0",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: ""
	})),
	"subnet-ids": guard({
		off: "default",
		absent: []
	}, list$1({
		separator: "any",
		pattern: /^subnet-[0-9a-f]{8,17}$/,
		expected: "subnet ids, such as subnet-0123456789abcdef0, or default",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: ""
	})),
	"security-group-ids": guard({
		off: "default",
		absent: []
	}, list$1({
		separator: "any",
		pattern: /^sg-[0-9a-f]{8,17}$/,
		expected: "security group ids, such as sg-0123456789abcdef0, or default",
		group: group$5,
		effect,
		commands: [...WORKS_ON_HOSTS, "doctor"],
		description: ""
	})),
	"instance-profile": optional(text({
		pattern: /^[\w+=,.@-]{1,128}$/,
		expected: "the name of an instance profile (not its ARN)",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: ""
	})),
	"volume-size": integer({
		default: "16",
		min: 8,
		max: 16384,
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: ""
	}),
	"elastic-ip": boolean({
		default: "true",
		group: group$5,
		commands: [...WORKS_ON_HOSTS, "doctor"],
		description: ""
	}),
	network: optional(privateNetwork({
		group: group$5,
		commands: WORKS_ON_HOSTS,
		description: ""
	})),
	"max-monthly-cost": guard({
		off: "none",
		absent: void 0
	}, decimal({
		min: 1,
		max: 1e6,
		group: group$5,
		commands: RELEASES,
		description: ""
	})),
	capacity: choice({
		of: ["on-demand", "spot"],
		default: "on-demand",
		group: group$5,
		effect,
		commands: [...RELEASES, "doctor"],
		description: ""
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
		description: ""
	})),
	"host-timeout": duration({
		default: "10m",
		min: 10,
		max: 3600,
		group: group$5,
		commands: [...CHANGES, "schedule"],
		description: ""
	}),
	"allow-replacement": boolean({
		default: "false",
		group: group$5,
		commands: RELEASES,
		ofRun: true,
		description: ""
	}),
	renew: boolean({
		default: "false",
		group: group$5,
		commands: RELEASES,
		ofRun: true,
		description: ""
	})
};
// src/domain/image/image-reference.ts
var COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
var IMAGE_REFERENCE = new RegExp(`^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?/)?${COMPONENT}(?:/${COMPONENT})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`);
// src/domain/image/build-secrets.ts
var SECRET_ID = /^[A-Za-z0-9][\w.-]*$/;
var SECRET_SOURCE = /^(env:[A-Za-z_]\w*|file:[^\0\r\n]+)$/;
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
function secretArgv(secrets) {
	return secrets.map((secret) => {
		const where = secret.kind === "env" ? `env=${secret.name}` : `src=${secret.path}`;
		return `--secret=${[`id=${secret.id}`, where].map(csvField).join(",")}`;
	});
}
function csvField(text) {
	return /[",]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
var LEAST = 4;
var WIDTHS = [76, 64];
function hiding(secrets) {
	const longestFirst = [...new Set(secrets.flatMap(formsOf).filter((form) => form.length >= LEAST))].toSorted((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}
function formsOf(secret) {
	const lines = [secret, ...textsIn(readJson(ANY, secret))].flatMap(linesOf);
	const parts = [...lines, ...lines.flatMap(valueIn)];
	const whole = base64(Buffer.from(secret), 0);
	return [...parts.filter((part) => part.length >= LEAST).flatMap(spellings), ...WIDTHS.flatMap((width) => wrapped(whole, width))];
}
function linesOf(text) {
	return text.split(/\r?\n/).map((line) => line.trim());
}
var ANY = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.P)();
function textsIn(document) {
	if (typeof document === "string") return [document];
	return typeof document === "object" && document !== null ? Object.values(document).flatMap(textsIn) : [];
}
var LEAST_VALUE = 8;
function valueIn(line) {
	const value = /^[^=]*=\s*(.*)$/s.exec(line)?.[1] ?? "";
	return value.length >= LEAST_VALUE ? [value] : [];
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
function base64(bytes, shift) {
	return Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").slice(Math.ceil(shift * 8 / 6), Math.floor((shift + bytes.length) * 8 / 6));
}
function wrapped(text, width) {
	return Array.from({ length: Math.ceil(text.length / width) }, (_, row) => text.slice(row * width, (row + 1) * width));
}
// src/config/inputs/image.ts
var group$4 = "Image";
var IMAGE = {
	image: optional(text({
		pattern: IMAGE_REFERENCE,
		expected: "an image reference with a name in lower case, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...",
		group: group$4,
		description: ""
	})),
	repository: optional(text({
		pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
		expected: "the name of an ECR repository, such as team/web",
		group: group$4,
		commands: [...CHANGES, "doctor"],
		description: ""
	})),
	context: text({
		default: ".",
		group: group$4,
		description: ""
	}),
	dockerfile: optional(text({
		group: group$4,
		description: ""
	})),
	target: optional(text({
		group: group$4,
		description: ""
	})),
	"build-args": map({
		key: VARIABLE,
		entry: {
			name: "NAME",
			values: ["value"]
		},
		group: group$4,
		description: ""
	}),
	"build-secrets": map({
		key: SECRET_ID,
		value: SECRET_SOURCE,
		entry: {
			name: "id",
			values: ["env:VARIABLE", "file:path"]
		},
		group: group$4,
		description: ""
	}),
	ssh: optional(choice({
		of: ["default"],
		group: group$4,
		description: ""
	})),
	sbom: optional(text({
		pattern: /^[^\0]+$/,
		expected: "the path of a file",
		group: group$4,
		description: ""
	})),
	platforms: list$1({
		separator: "any",
		pattern: /^linux\/(amd64|arm64)$/,
		expected: "linux/amd64, linux/arm64 or both",
		group: group$4,
		description: ""
	}),
	cache: boolean({
		default: "true",
		group: group$4,
		description: ""
	}),
	rebuild: boolean({
		default: "false",
		group: group$4,
		ofRun: true,
		description: ""
	})
};
// src/config/inputs/names.ts
var NAMES = {
	"hosted-zone-id": optional(distinct(list$1({
		separator: "any",
		pattern: /^(none|[A-Z0-9]{1,32})$/,
		expected: "ids of hosted zones, such as Z0123456789ABCDEFGHIJ, or none",
		most: 5,
		group: "Health and traffic",
		commands: IN_AWS,
		description: ""
	}))),
	"dns-timeout": duration({
		default: "10m",
		min: 0,
		max: 86400,
		group: "HTTPS",
		commands: RELEASES,
		description: ""
	})
};
// src/domain/image/scan.ts
var SEVERITIES = [
	"critical",
	"high",
	"medium"
];
var TOLD = 10;
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
function signerWorkflow(text) {
	const [, repository = "", path = "", ref = ""] = WORKFLOW.exec(text) ?? [];
	return path === "" ? void 0 : {
		repository,
		path,
		ref
	};
}
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
function issuerOf(serverUrl) {
	const { host } = new URL(serverUrl);
	if (host === "github.com") return "https://token.actions.githubusercontent.com";
	return host.endsWith(".ghe.com") ? `https://token.actions.${host}` : `${serverUrl}/_services/token`;
}
// src/config/inputs/provenance.ts
var group$3 = "Image";
var PROVENANCE = {
	"require-attestation": guard({
		off: "false",
		absent: void 0
	}, signer({
		group: group$3,
		commands: RELEASES,
		description: ""
	})),
	"trusted-root": optional(text({
		pattern: /^[^\0]+$/,
		expected: "the path of a file",
		group: group$3,
		commands: RELEASES,
		description: ""
	})),
	"max-severity": guard({
		off: "none",
		absent: void 0
	}, choice({
		of: SEVERITIES,
		group: group$3,
		commands: RELEASES,
		description: ""
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
var PROXY_IMAGE = "public.ecr.aws/docker/library/caddy:2.11.7";
// src/config/inputs/rollout.ts
var group$2 = "Health and traffic";
var ROLLOUT = {
	"drain-timeout": duration({
		default: "30s",
		min: 0,
		max: 3600,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	"certificate-timeout": duration({
		default: "2m",
		min: 1,
		max: 3600,
		group: "HTTPS",
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	"bake-time": duration({
		default: "10s",
		min: 0,
		max: 3600,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	"bake-max-errors": decimal({
		default: "0.1",
		min: 0,
		max: 1,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	alarms: guard({
		off: "none",
		absent: []
	}, commaList({
		pattern: unicodePattern(String.raw`^[^,\p{Cc}]{1,255}$`),
		expected: "names of CloudWatch alarms, separated by commas, 20 at most",
		most: 20,
		group: group$2,
		commands: RELEASES,
		description: ""
	})),
	"retain-releases": integer({
		default: "3",
		min: 2,
		max: 20,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: ""
	}),
	"proxy-image": text({
		pattern: IMAGE_REFERENCE,
		expected: "an image reference with a name in lower case",
		default: PROXY_IMAGE,
		group: group$2,
		commands: WORKS_ON_HOSTS,
		description: ""
	})
};
// src/config/inputs/reports/metrics.ts
var group$1 = "Metrics";
var METRICS = {
	window: duration({
		default: "30d",
		min: 86400,
		max: 31536e3,
		group: group$1,
		commands: ["metrics"],
		description: ""
	}),
	"incident-label": optional(text({
		pattern: unicodePattern(String.raw`^[^\p{Cc}\p{Zl}\p{Zp},]{1,50}$`),
		expected: "the name of one label, such as incident",
		group: group$1,
		commands: ["metrics"],
		description: ""
	})),
	"metrics-path": optional(text({
		pattern: unicodePattern(String.raw`^(?!\/)(?!(.*\/)?\.\.?(\/|$))[^\p{Cc}\\]+$`),
		expected: "a folder by its path in the workspace, such as metrics",
		group: group$1,
		commands: ["metrics"],
		description: ""
	}))
};
// src/domain/identity/job-role.ts
var ROLE_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
function partitionOf(region) {
	if (region.startsWith("cn-")) return "aws-cn";
	return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
function placeOf$2(arn) {
	const [, partition = "", , , accountId = ""] = arn.split(":");
	return {
		partition,
		accountId
	};
}
function standardAudience(roleArn) {
	return placeOf$2(roleArn).partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
// src/domain/version/semver.ts
var LONGEST = 64;
var NUMBER = "(0|[1-9]\\d*)";
var IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
var SEMVER = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`);
function readSemver(text) {
	const [, bare = ""] = /^v?(.*)$/s.exec(text) ?? [];
	const parts = bare.length > LONGEST ? null : SEMVER.exec(bare);
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
function compareSemver(a, b) {
	return a.core.map((number, at) => number - (b.core[at] ?? 0)).find((difference) => difference !== 0) ?? (comparePrerelease(a.prerelease, b.prerelease) || compareText(a.text, b.text));
}
function isSamePrecedence(one, text) {
	return one.text.replace(/\+.*/, "") === text.replace(/\+.*/, "");
}
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
function compareIdentifiers(a, b) {
	const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
	return (isNumber ? a.length - b.length : 0) || compareText(a, b);
}
function compareText(a, b) {
	return a === b ? 0 : a < b ? -1 : 1;
}
function imageTagOf(version) {
	return version.replaceAll("+", "_");
}
// src/domain/version/next-version.ts
var SCHEMES = ["semver", "calver"];
var FIRST = [
	0,
	1,
	0
];
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
function versionOf({ semver, commit }) {
	return semver ?? commit;
}
function readVersion(text) {
	return isCommit(text) ? text : readSemver(text)?.text;
}
var RELEASE_NAME = /^[0-9a-f]{7,8}-[0-9a-f]{8}$/;
function isCommit(version) {
	return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version);
}
function versionOfRef(ref) {
	const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1];
	return tag === void 0 ? void 0 : readSemver(tag)?.text;
}
// src/config/inputs/what.ts
var NAME_EXPECTED = "lower-case letters and digits with single hyphens between them, 40 at most, such as web or pr-12";
var REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
var group = "What to do";
// src/config/inputs/inputs.ts
var INPUTS = {
	command: choice({
		of: COMMANDS,
		default: "deploy",
		group,
		commands: COMMANDS,
		ofRun: true,
		defaultByRunner: true,
		description: ""
	}),
	config: optional(text({
		pattern: /^(none|(?!\/)(?!(.*\/)?\.\.?\/)[^\0\\]+\.ya?ml)$/,
		expected: "a YAML file by its path in the repository, such as .github/docker-to-ec2.yml, or none",
		group,
		commands: IN_AWS,
		ofRun: true,
		description: ""
	})),
	service: optional(text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		group,
		commands: IN_AWS,
		description: ""
	})),
	environment: neverEmpty(text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		default: "production",
		group,
		commands: IN_AWS.filter((command) => command !== "preview" && command !== "sweep"),
		ofRun: true,
		description: ""
	})),
	"aws-region": optional(text({
		pattern: REGION,
		expected: "an AWS region, such as us-east-1",
		group,
		commands: IN_AWS,
		description: ""
	})),
	"role-to-assume": optional(text({
		pattern: ROLE_ARN,
		expected: "the ARN of a role, such as arn:aws:iam::111122223333:role/deploy",
		group,
		commands: IN_AWS,
		description: ""
	})),
	"role-duration": duration({
		default: "1h",
		min: 900,
		max: 43200,
		group,
		commands: IN_AWS,
		description: ""
	}),
	audience: optional(text({
		pattern: /^[\x21-\x7e]{1,255}$/,
		expected: "one that the identity provider in the account lists, such as sts.amazonaws.com",
		group,
		commands: IN_AWS,
		description: ""
	})),
	"account-id": guard({
		off: "any",
		absent: void 0
	}, text({
		pattern: /^\d{12}$/,
		expected: "the 12 digits of an AWS account",
		group,
		commands: IN_AWS,
		description: ""
	})),
	release: optional(text({
		pattern: RELEASE_NAME,
		expected: "the name of a release, such as 3f2a9c1d-b04e77aa; `status` lists them",
		group,
		commands: [
			"rollback",
			"promote",
			"plan"
		],
		ofRun: true,
		description: ""
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
		description: ""
	})),
	"next-version": optional(choice({
		of: SCHEMES,
		group,
		commands: ["deploy", "plan"],
		description: ""
	})),
	"release-notes": boolean({
		default: "false",
		group,
		commands: ["deploy", "promote"],
		description: ""
	}),
	"promote-from": optional(text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		group,
		commands: ["promote", "plan"],
		description: ""
	})),
	"promote-from-role": optional(text({
		pattern: ROLE_ARN,
		expected: "the ARN of a role, such as arn:aws:iam::111122223333:role/promoter",
		group,
		commands: ["promote", "plan"],
		description: ""
	})),
	"promote-from-region": optional(text({
		pattern: REGION,
		expected: "an AWS region, such as us-east-1",
		group,
		commands: ["promote", "plan"],
		description: ""
	})),
	"min-soak": neverEmpty(duration({
		default: "0s",
		min: 0,
		max: 2592e3,
		group,
		commands: ["promote", "plan"],
		description: ""
	})),
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
// src/config/checks/certificates.ts
var WILDCARD = "docs/guides/wildcard.md";
function certificateProblems(inputs, region) {
	const { domains = [] } = inputs;
	const problems = [];
	if (domains[0]?.startsWith("*") === true) problems.push({
		input: "domains",
		message: `must not begin with ${domains[0]}; start with the name under which the service is shown and checked`
	});
	if (inputs.tls !== void 0 && inputs.tls !== "off") problems.push(...addressProblems(inputs));
	if (inputs.tls === "acme") problems.push(...inputs["acme-challenge"] === "dns" ? byDns(inputs, region) : byHttp(inputs));
	return problems;
}
function addressProblems(inputs) {
	return ["domains", "redirect-domains"].flatMap((input) => {
		return (inputs[input] ?? []).filter((name) => /(^|\.)\d+$/.test(name)).map((name) => ({
			input,
			message: `got ${name}; HTTPS needs a name such as shop.example.com`
		}));
	});
}
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
function byDns(inputs, region) {
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
// src/config/checks/command.ts
function commandProblems(inputs, job) {
	return [
		...deploying(inputs, job),
		...freezing(inputs),
		...steering(inputs),
		...promoting(inputs),
		...rollingBack(inputs)
	];
}
function isDeploy({ command, "promote-from": from }) {
	return command === "deploy" || command === "preview" || command === "plan" && from === void 0;
}
function deploying(inputs, { commit }) {
	if (!isDeploy(inputs)) return [];
	const problems = [];
	if (inputs.port === 0) problems.push({
		input: "port",
		message: "missing; set it to the port that the application listens on, such as 8080",
		isMissing: true
	});
	if (!/^[0-9a-f]{7,64}$/.test(commit)) problems.push({
		input: "GITHUB_SHA",
		message: `got ${JSON.stringify(commit)}; expected the id of a commit. Run this as a step of a workflow`
	});
	return problems;
}
function freezing({ command, reason }) {
	if (command !== "freeze" || reason !== void 0) return [];
	return [{
		input: "reason",
		message: "missing; say why the service is frozen. Every refused run shows it"
	}];
}
function steering({ command, steer }) {
	if (command !== "steer" || steer !== void 0) return [];
	return [{
		input: "steer",
		message: "missing; set it to pause, continue, skip or abort"
	}];
}
function promoting({ command, environment, "promote-from": from }) {
	if (from === void 0 && command === "promote") return [{
		input: "promote-from",
		message: "missing; set it to the environment to promote from, such as staging"
	}];
	return from !== void 0 && from === environment ? [{
		input: "promote-from",
		message: `got "${from}"; expected another environment than the one to promote to`
	}] : [];
}
function rollingBack({ command, release, version }) {
	if (command !== "rollback" || release === void 0 || version === void 0) return [];
	return [{
		input: "version",
		message: "names the release to return to, as release does; set only one of them"
	}];
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
function placeOf$1(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return `/${parts.join("/")}`;
}
// src/config/checks/container-options.ts
function optionProblems(inputs) {
	return [
		...sharedPaths(inputs),
		...repeated(inputs),
		...conflictingCapabilities(inputs),
		...nothingToRun(inputs)
	];
}
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
function nothingToRun({ entrypoint, args = [] }) {
	if (entrypoint === void 0 || entrypoint.length > 0 || args.length > 0) return [];
	return [{
		input: "entrypoint",
		message: "empty, so args must name the program to run"
	}];
}
function pathOfVolume(volume) {
	return placeOf$1(mountOf(volume).path);
}
function pathOfTmpfs(mount) {
	return placeOf$1(tmpfsOf(mount)[0]);
}
// src/config/checks/https.ts
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
// src/config/checks/image.ts
function imageProblems(inputs, env, job) {
	return [...attestation(inputs, job), ...missingSecrets(inputs, env)];
}
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
// src/config/inputs/problem.ts
function inputError(all) {
	const meant = new Set(all.flatMap(({ means = [] }) => means));
	const problems = all.filter(({ isMissing, input }) => !isMissing || !meant.has(input));
	return new DeployError("inputs", listed(problems.map(problemWords)), { hint: `Correct ${placesOf(problems).join(" and ")}; nothing was changed.` });
}
function listed(lines) {
	if (lines.length === 1) return `A problem with the inputs: ${lines[0]}`;
	return `${lines.length} problems with the inputs:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
function problemWords({ input, message, at }) {
	return [
		at && spell(at),
		input,
		message
	].filter(Boolean).join(": ");
}
var STEP = "the `with:` block of this step";
var FILE = "the configuration file";
function placesOf(problems) {
	const places = new Set(problems.filter(({ isMissing }) => !isMissing).map(({ at, place }) => at ? FILE : place ?? STEP));
	if (places.size === 0) return [`${STEP} or ${FILE}`];
	return [
		STEP,
		FILE,
		...places
	].filter((place, index, ordered) => places.has(place) && ordered.indexOf(place) === index);
}
function attempt$1(read) {
	try {
		return { value: read() };
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		return { faults: error.faults };
	}
}
function textMessage(faults, { confidential }, raw) {
	const groups = Object.entries(Object.groupBy(faults, ({ expected }) => expected));
	const quotes = !confidential || raw.trim() === "";
	return groups.map(([expected, same = []]) => `${quotes ? shown(same, raw) : hidden$1(same)}; expected ${expected}`).join("; ");
}
function shown(faults, raw) {
	if (faults.every(({ line }) => line === void 0)) return `got ${faults.map(({ got }) => got ?? shorten(raw)).join(", ")}`;
	return faults.map(({ line, got }) => `line ${line} is ${got}`).join(", ");
}
function hidden$1(faults) {
	const lines = faults.flatMap(({ line }) => line ?? []);
	if (lines.length === 0) return "its value is wrong";
	return lines.length === 1 ? `line ${lines[0]} is wrong` : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)} are wrong`;
}
function valueMessage({ expected, got }, { confidential }) {
	return got === void 0 || confidential ? `expected ${expected}` : `got ${got}; expected ${expected}`;
}
function spell({ path, line, column }) {
	return `${path}:${line}:${column}`;
}
function inOrder$1(problems) {
	const line = ({ at }) => at?.line ?? 0;
	const column = ({ at }) => at?.column ?? 0;
	return problems.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}
function shorten(raw) {
	if (raw.trim() === "") return "nothing";
	return JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}...` : raw);
}
function didYouMean(spelled, candidates) {
	const name = spelled.toLowerCase();
	const whole = candidates.includes(name) ? [name] : candidates.filter((candidate) => hasWordsOf(name, candidate));
	const means = whole.length > 0 ? whole : [nearest(name, candidates)].filter((near) => near !== void 0);
	const quoted = means.map((word) => `\`${word}\``);
	return {
		message: means.length === 0 ? "no such input" : `no such input; did you mean ${alternatives(quoted)}?`,
		means
	};
}
function hasWordsOf(name, candidate) {
	const words = new Set(candidate.split("-"));
	return name.split(/[-_]/).every((word) => words.has(word));
}
function alternatives(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function nearest(word, candidates) {
	const most = Math.max(2, word.length / 3);
	const [best] = candidates.filter((candidate) => Math.abs(candidate.length - word.length) <= most).map((candidate) => ({
		candidate,
		far: distance(word, candidate)
	})).toSorted((a, b) => a.far - b.far);
	return best && best.far <= most ? best.candidate : void 0;
}
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
function stepText(env, name) {
	const text = env[variable(name)];
	return text === void 0 || text.trim() === "" && !INPUTS[name].emptyIsWrong ? void 0 : text;
}
function isInStep(env, name) {
	const text = stepText(env, name);
	return text !== void 0 && text.trim() !== INPUTS[name].passed;
}
function markOf$1(command) {
	return `command-${command}`;
}
function commandOf(env) {
	const marked = COMMANDS.filter((command) => env[variable(markOf$1(command))] !== void 0);
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
	const near = nearest(raw, COMMANDS);
	return {
		command: void 0,
		problems: [{
			input: "command",
			message: near === void 0 ? textMessage(read.faults, INPUTS.command, raw) : `got ${shorten(raw)}; did you mean \`${near}\`?`
		}]
	};
}
function unknownInputs(env) {
	const known = new Set([...Object.keys(INPUTS), ...COMMANDS.map(markOf$1)].map(variable));
	return Object.keys(env).filter((key) => key.startsWith("INPUT_") && !known.has(key)).map((key) => {
		const input = key.slice(6).toLowerCase();
		const { message, means } = didYouMean(input, Object.keys(INPUTS));
		return {
			input,
			message: `${message}${means.length > 0 ? "" : ` (from \`with:\`, or from the variable ${key} in an \`env:\`)`}`,
			means
		};
	});
}
function variable(name) {
	return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
// src/config/checks/no-effect.ts
var NO_EFFECT = [
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
function noEffectProblems(inputs, env) {
	const asked = (name) => isInStep(env, name) && stepText(env, name)?.trim() !== INPUTS[name].default;
	return NO_EFFECT.filter(({ when }) => when(inputs)).flatMap(({ names, message }) => names.filter(asked).map((input) => ({
		input,
		message
	})));
}
// src/config/checks/route.ts
function routeProblems(inputs) {
	return [
		...nothingToStrip(inputs),
		...assets(inputs),
		...externalProxy(inputs)
	];
}
function nothingToStrip({ "strip-path-prefix": strips, "path-prefix": prefix }) {
	if (strips !== true || prefix !== "/") return [];
	return [{
		input: "strip-path-prefix",
		message: "has nothing to strip; set path-prefix, too"
	}];
}
function assets({ "asset-path": path, "asset-files": files, ...inputs }) {
	if (path === void 0 && files !== void 0) return [{
		input: "asset-path",
		message: "missing; set it to the URL path of asset-files, such as /assets"
	}];
	const { "path-prefix": prefix = "/", "strip-path-prefix": strips } = inputs;
	if (path !== void 0 && !strips && !liesBelow(path, prefix) && !liesBelow(prefix, path)) return [{
		input: "asset-path",
		message: `got ${path}, but only requests for path-prefix ${prefix} reach the service; expected a path such as ${prefix}${path}, or strip-path-prefix: true`
	}];
	return path !== void 0 && files === void 0 ? [{
		input: "asset-files",
		message: "missing; set it to the folder in the container with the files of asset-path, such as /app/dist/assets"
	}] : [];
}
function liesBelow(path, prefix) {
	return prefix === "/" || path === prefix || path.startsWith(`${prefix}/`);
}
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
// src/config/checks/times.ts
function timeProblems(inputs) {
	const { "deploy-timeout": timeout } = inputs;
	if (timeout === void 0) return [];
	return [...canaryTimes(inputs, timeout), ...timesAfterCutOver(inputs, timeout)];
}
function canaryTimes({ "canary-steps": steps = [] }, timeout) {
	const seconds = steps.reduce((sum, { time }) => sum + time, 0);
	if (seconds < timeout) return [];
	return [{
		input: "canary-steps",
		message: `its steps take ${seconds} s in total, but deploy-timeout is ${timeout} s; raise deploy-timeout`
	}];
}
function timesAfterCutOver({ "bake-time": bake = 0, "drain-timeout": drain = 0 }, timeout) {
	if (bake + drain < timeout) return [];
	return [{
		input: bake >= drain ? "bake-time" : "drain-timeout",
		message: `${`bake-time and drain-timeout can take ${bake + drain} s together, but deploy-timeout is ${timeout} s`}; raise deploy-timeout`
	}];
}
// src/config/identity.ts
function accountOf(inputs, env) {
	return {
		region: regionOf(inputs, env),
		role: jobRoleOf(inputs),
		accountId: inputs["account-id"]
	};
}
function jobRoleOf(inputs) {
	const arn = inputs["role-to-assume"];
	if (arn === void 0) return void 0;
	return {
		arn,
		audience: inputs.audience ?? standardAudience(arn),
		seconds: Math.floor(inputs["role-duration"])
	};
}
function regionOf(inputs, env) {
	return inputs["aws-region"] ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "";
}
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
		if (arn === void 0 || placeOf$2(arn).partition === expected) return [];
		return [{
			input,
			message: `got ${JSON.stringify(arn)}; the roles of ${region} begin with arn:${expected}: instead`
		}];
	});
}
function withoutToken(inputs, env) {
	const asks = env["ACTIONS_ID_TOKEN_REQUEST_URL"] && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
	if (inputs["role-to-assume"] === void 0 || asks) return [];
	return [{
		input: "role-to-assume",
		message: "the job cannot ask GitHub for an identity token; give the job `permissions: id-token: write`. Pull requests from a fork never get it",
		place: "the job's permissions"
	}];
}
function otherAccount({ "role-to-assume": arn, "account-id": allowed }) {
	if (arn === void 0 || allowed === void 0 || placeOf$2(arn).accountId === allowed) return [];
	return [{
		input: "role-to-assume",
		message: `is a role of account ${placeOf$2(arn).accountId}, but account-id allows only ${allowed}`
	}];
}
// src/config/job.ts
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
function pullRequestOf(env) {
	const [, number] = /^refs\/pull\/(\d+)\//.exec(env["GITHUB_REF"] ?? "") ?? [];
	return number === void 0 ? readJson(EVENT$2, eventOf(env))?.pull_request.number : Number(number);
}
var EVENT$2 = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ pull_request: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ number: count }) });
var ABOUT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ repository: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	description: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(line, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__._)(1), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(1e3))), void 0),
	license: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ spdx_id: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.D)(/^[A-Za-z0-9.+-]{1,100}$/)) })), void 0)
}) });
var NO_SPDX = "NOASSERTION";
function aboutRepository(event) {
	const { description, license } = readJson(ABOUT, event)?.repository ?? {};
	return {
		...description !== void 0 && { description },
		...license !== void 0 && license.spdx_id !== NO_SPDX && { licenses: license.spdx_id }
	};
}
function eventOf(env) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(env["GITHUB_EVENT_PATH"] ?? "", "utf8");
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
function serviceOf(repository) {
	return repository.slice(repository.indexOf("/") + 1).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
}
function buildPaths({ workspace }, image) {
	const context = inWorkspace(workspace, image.context);
	return {
		context,
		dockerfile: image.dockerfile === void 0 ? inWorkspace(context, "Dockerfile") : inWorkspace(workspace, image.dockerfile)
	};
}
function inWorkspace(folder, path) {
	if (path.startsWith("/")) return path;
	const inside = path.replace(/^(\.\/+)+/, "");
	return inside === "." || inside === "" ? folder : `${folder}/${inside}`;
}
// src/config/combinations.ts
function combinationProblems(inputs, env, job) {
	const region = regionOf(inputs, env);
	return [
		...nameless(inputs, region, job),
		...commandProblems(inputs, job),
		...identityProblems(inputs, env),
		...imageProblems(inputs, env, job),
		...conflicts(inputs),
		...timeProblems(inputs),
		...zones(inputs),
		...routeProblems(inputs),
		...noEffectProblems(inputs, env),
		...optionProblems(inputs),
		...httpsProblems(inputs),
		...certificateProblems(inputs, region)
	];
}
function nameless(inputs, region, job) {
	if (inputs.command === "comment") return [];
	const problems = [];
	if (region === "") problems.push({
		input: "aws-region",
		message: "missing; set it to a region such as us-east-1, or the variable AWS_REGION",
		isMissing: true
	});
	if (inputs.service === void 0 && serviceOf(job.repository) === "") problems.push({
		input: "service",
		message: "missing; set it to a name such as web",
		isMissing: true
	});
	return problems;
}
function conflicts(inputs) {
	const problems = [];
	const { instances = 1, secrets = {}, env = {} } = inputs;
	if (inputs["instance-id"] !== void 0 && instances > 1) problems.push({
		input: "instances",
		message: `must be 1 with instance-id, not ${instances}`
	});
	if (inputs.schedule !== void 0 && inputs.capacity === "spot") problems.push({
		input: "schedule",
		message: "cannot be combined with capacity: spot, because a spot instance cannot be stopped and started"
	});
	const twice = Object.keys(secrets).filter((name) => Object.hasOwn(env, name));
	if (twice.length > 0) problems.push({
		input: "secrets",
		message: `${twice.join(", ")} is in env, too; set each variable in only one of them`
	});
	return problems;
}
function zones({ "hosted-zone-id": ids = [] }) {
	if (!ids.includes("none") || ids.length === 1) return [];
	return [{
		input: "hosted-zone-id",
		message: `got ${ids.join(", ")}; expected either none or ids of hosted zones`
	}];
}
// src/domain/release/route.ts
var short = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(line, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(1024));
var PLACE = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	"http-port": amount,
	domains: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(short), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(100)),
	"path-prefix": short,
	tls: short,
	"https-port": amount,
	"external-proxy": (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	"redirect-domains": (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(short), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(100)))
});
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
function namesAt({ domains, "redirect-domains": redirects = [] }) {
	return [...domains, ...redirects];
}
function ownCertificate(tls) {
	return tls.startsWith("secretsmanager:") ? tls : void 0;
}
function urlAt(address, place) {
	const path = place["path-prefix"] === "/" ? "" : place["path-prefix"];
	return `${originOf(place, place.domains[0] ?? address)}${path}`;
}
function originOf({ tls, "http-port": http, "https-port": https, "external-proxy": external }, name) {
	if (external) return `http://${name}`;
	if (tls === "off") return `http://${name}${http === 80 ? "" : `:${http}`}`;
	return `https://${name}${https === 443 ? "" : `:${https}`}`;
}
// src/domain/host/host.ts
function isRunning({ state }) {
	return state === "pending" || state === "running";
}
function isStopped({ state }) {
	return state === "stopping" || state === "stopped";
}
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
function inOrder(hosts, recorded) {
	const place = ({ id }) => recorded.includes(id) ? recorded.indexOf(id) : recorded.length;
	return hosts.toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
}
function urlOf({ publicIp, privateIp }, place) {
	return urlAt(publicIp ?? privateIp ?? "", place);
}
function isOwn(host, service) {
	return host.madeFor?.name === service.name && host.madeFor.environment === service.environment;
}
function platformOf(architecture) {
	return architecture === "arm64" ? "linux/arm64" : "linux/amd64";
}
function countOf(ids) {
	return ids.length === 1 ? ids[0] ?? "" : `${ids.length} hosts`;
}
// src/domain/open-ports.ts
function closedPorts(ports, open) {
	return ports.filter(({ protocol, port }) => !open.some((range) => range.protocol === protocol && range.from <= port && port <= range.to));
}
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
function portsBeside(ports, others) {
	return ports.filter((port) => !hasPort(others, port));
}
function hasPort(ports, { protocol, port }) {
	return ports.some((one) => one.protocol === protocol && one.port === port);
}
function portWords(ports) {
	const words = ports.map(({ protocol, port }) => protocol === "udp" ? `${port}/udp` : String(port));
	if (words.length === 0) return "no port";
	if (words.length === 1) return `port ${words[0]}`;
	return `ports ${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
// src/config/host.ts
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
function proofConfig(inputs, { workspace }) {
	const root = inputs["trusted-root"];
	return {
		signer: inputs["require-attestation"],
		trustedRoot: root === void 0 ? void 0 : inWorkspace(workspace, root),
		maxSeverity: inputs["max-severity"]
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
var EVENT$1 = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	action: line,
	comment: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		id: count,
		body: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)(), ""),
		created_at: isoTime,
		user: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			login: line,
			id: count,
			type: line
		})),
		performed_via_github_app: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.P)())
	}),
	issue: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		number: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(count, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(1)),
		pull_request: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.P)())
	})
});
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
// src/config/promotion.ts
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
// src/domain/preview/pull-request.ts
var REPOSITORY = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ full_name: line });
var EVENT = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	action: line,
	label: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ name: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.j)() })),
	pull_request: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		number: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(count, (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(1)),
		head: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			sha: commitId,
			repo: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(REPOSITORY)
		}),
		base: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			sha: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(commitId, ""),
			repo: REPOSITORY
		})
	})
});
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
var PREVIEW_PART = "preview";
function previewOfJob(number, { repository, repositoryId }) {
	return {
		number,
		repository,
		...repositoryId !== "" && { repositoryId }
	};
}
function isSamePreview(one, other) {
	const isSameRepository = one.repositoryId === void 0 || other.repositoryId === void 0 ? one.repository === other.repository : one.repositoryId === other.repositoryId;
	return one.number === other.number && isSameRepository;
}
function markOf({ number, repository, repositoryId }) {
	return {
		number,
		repository,
		...repositoryId !== void 0 && { repositoryId }
	};
}
function removalOf(preview, judged) {
	return {
		...markOf(preview),
		act: "remove",
		judged
	};
}
function previewEnvironment(number) {
	return `pr-${number}`;
}
function numberOfEnvironment(environment) {
	const [, number] = /^pr-([1-9]\d{0,9})$/.exec(environment) ?? [];
	return number === void 0 ? void 0 : Number(number);
}
function previewPort(number, { first, last }) {
	return first + number % (last - first + 1);
}
// src/config/preview.ts
function previewOf(read, env, job) {
	const event = readPullRequestEvent(job.event, eventOf(env));
	if (event === void 0) return withProblems(read, [NO_PULL_REQUEST]);
	const act = previewAct(event, read.inputs["preview-label"]);
	if (typeof act !== "string") throw refused(act);
	const { number } = event;
	const preview = previewOfJob(number, job);
	const run = act === "serve" ? {
		...preview,
		act,
		...servingOf(event, read.inputs)
	} : {
		...preview,
		act
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
function servingOf({ name, head, base }, inputs) {
	const seed = seedOf(inputs);
	return {
		head,
		base,
		onlyHead: name !== "pull_request",
		limit: inputs["preview-limit"] ?? 0,
		...seed && { seed }
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
function placeProblems(given, inputs) {
	const [byName, byPort] = [given.has("preview-domain"), given.has("preview-port-range")];
	const decides = byName ? "preview-domain" : "preview-port-range";
	const problems = ["domains", "redirect-domains"].filter((input) => (byName || byPort) && (inputs[input]?.length ?? 0) > 0).map((input) => ({
		input,
		message: `${decidedBy(decides)}, or set it only for other environments`
	}));
	return byPort && given.has("http-port") ? [...problems, {
		input: "http-port",
		message: decidedBy("preview-port-range")
	}] : problems;
}
function decidedBy(input) {
	return `is decided by ${input}; leave it out`;
}
function problemsOf$1({ inputs, given }, { name }, env) {
	const problems = placeProblems(given, inputs);
	if (!given.has("instance-id")) problems.push({
		input: "instance-id",
		message: "missing; set it to the host of the previews (docs/guides/previews.md)"
	});
	if (given.has("preview-domain") === given.has("preview-port-range")) problems.push({
		input: "preview-domain",
		message: "set either preview-domain or preview-port-range, and not both"
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
function fileInputs(file, environment) {
	const { content } = file;
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
function partWords({ path, content }, environment) {
	const names = environmentNames(content);
	if (names.includes(environment)) return `${path} with ${ENVIRONMENTS}.${environment}`;
	return names.length === 0 ? path : `${path}, which has no section for ${environment}, only for ${names.join(", ")}`;
}
function environmentNames({ entries }) {
	const environments = entries.find(({ key }) => key === ENVIRONMENTS)?.value;
	return environments?.kind === "map" ? environments.entries.map(({ key }) => key) : [];
}
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
		if (!isInput$1(key)) continue;
		const under = values.get(key);
		values.set(key, under === void 0 ? value : overlay(under, value));
	}
	return values;
}
function problemsOf(file, { entries, prefix }) {
	return entries.flatMap(({ key, at, value }) => {
		const input = `${prefix}${key}`;
		if (!isInput$1(key)) return [{
			input,
			...didYouMean(key, FILE_INPUTS),
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
function isInput$1(name) {
	return Object.hasOwn(INPUTS, name);
}
var FILE_INPUTS = Object.entries(INPUTS).filter(([, { ofRun }]) => !ofRun).map(([name]) => name);
// src/config/read-inputs.ts
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
		const text = applies && isInStep(env, name) ? stepText(env, name) : void 0;
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
function standardInputs() {
	const values = Object.entries(INPUTS).map(([name, field]) => [name, attempt$1(() => field.parse(standing(field)))]);
	return Object.fromEntries(values.flatMap(([name, read]) => "value" in read ? [[name, read.value]] : []));
}
function standing({ default: text = "" }) {
	return text.startsWith("${{") ? "" : text;
}
function plannedBy(env) {
	return isInStep(env, "promote-from") ? "promote" : "deploy";
}
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
// src/config/checks/removal.ts
function removalBy({ command, environment }, act) {
	if (command === "destroy") return {
		command,
		part: environment
	};
	return command === "sweep" || command === "preview" && act === "remove" ? {
		command,
		part: PREVIEW_PART
	} : void 0;
}
function stops(removal, problem) {
	const { input, means = [] } = problem;
	const [, part, inPart] = /^environments\.([^.]+)\.(.+)$/.exec(input) ?? [];
	if (part !== void 0 && removal.part !== void 0 && part !== removal.part) return false;
	const name = inPart ?? input;
	if (isInput(name)) return uses(removal, name) || isOfStep(removal, problem);
	if (name === "" || name.startsWith("environments") || isOfStep(removal, problem)) return true;
	return means.length === 0 ? removal.command === "destroy" : means.some((meant) => isInput(meant) && uses(removal, meant));
}
function isOfStep({ command }, { at, isCombination }) {
	return command !== "preview" && at === void 0 && isCombination !== true;
}
var RECORDED = ["instance-id", "domains"];
function uses({ command }, name) {
	if (command === "preview" && RECORDED.includes(name)) return false;
	const { commands } = INPUTS[name];
	return commands.includes("destroy") || command === "sweep" && commands.includes("sweep");
}
function isInput(name) {
	return Object.hasOwn(INPUTS, name);
}
// src/config/versioning.ts
function versionConfig(inputs, { ref }) {
	const ofRun = inputs.command === "rollback" || inputs.release !== void 0 ? void 0 : versionOfRef(ref);
	return {
		asked: inputs.version ?? ofRun,
		next: inputs["next-version"],
		notes: inputs["release-notes"]
	};
}
// src/config/config.ts
function readConfig(env, file, job = readJob(env)) {
	const read = readInputs(env, file);
	const preview = read.inputs.command === "preview" ? previewOf(read, env, job) : void 0;
	const comment = read.inputs.command === "comment" ? commentOf(read.inputs, env, job) : void 0;
	const { inputs, given, problems: wrongs } = preview?.read ?? read;
	const problems = allProblems([...wrongs, ...comment?.problems ?? []], file, () => combinationProblems(inputs, env, job));
	const removal = removalBy(inputs, preview?.run?.act);
	if (problems.some((problem) => removal === void 0 || stops(removal, problem))) throw inputError(problems);
	return toConfig(problems.length === 0 ? inputs : {
		...standardInputs(),
		...inputs
	}, {
		env,
		job,
		given,
		runs: {
			preview: preview?.run,
			comment: comment?.run
		},
		unused: problems.map(problemWords)
	});
}
function allProblems(problems, file, combined) {
	if (file && file.problems.length > 0) return problems;
	const wrong = new Set(problems.map(({ input }) => input.replace(/^environments\..*\./, "")));
	const more = combined().filter(({ input }) => !wrong.has(input));
	return [...problems, ...more.map((problem) => ({
		...problem,
		isCombination: true
	}))];
}
function toConfig(inputs, { env, job, given, runs, unused }) {
	const service = {
		name: inputs.service ?? serviceOf(job.repository),
		environment: inputs.environment
	};
	const account = accountOf(inputs, env);
	return {
		command: inputs.command,
		unused,
		service,
		namedAfter: inputs.service === void 0 && job.repositoryId !== "" ? job : void 0,
		...account,
		job,
		...runs,
		previewTtl: inputs["preview-ttl"],
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
		...ofPlan(inputs),
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
function ofPlan(inputs) {
	return {
		approvedPlan: inputs["plan-hash"],
		planComment: inputs["plan-comment"]
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
// src/config/file/config-file.ts
var DEFAULT_PATH = ".github/docker-to-ec2.yml";
async function findConfigFile(env, source) {
	const { command } = commandOf(env);
	if (command !== void 0 && !INPUTS.config.commands.includes(command)) return void 0;
	const asked = attempt$1(() => INPUTS.config.parse(stepText(env, "config") ?? ""));
	if ("faults" in asked || asked.value === "none") return void 0;
	const path = asked.value ?? DEFAULT_PATH;
	const found = await source.read(path);
	switch (found.kind) {
		case "found": return parseConfig(path, found.text);
		case "missing": {
			const { where, instead } = found;
			if (asked.value === void 0 && instead === void 0) return void 0;
			return unread(path, [{
				input: "config",
				message: `there is no ${path} ${where}${instead === void 0 ? "" : `, but ${instead}; rename that, or set config to its path`}`
			}]);
		}
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
// src/report/parts/report.ts
function isGreen({ failure }) {
	return failure === void 0;
}
// src/report/parts/beyond.ts
function beyond(headline, sentence) {
	if (headline.endsWith(sentence.replace(/:$/, "")) || headline.endsWith(clause(sentence))) return "";
	const said = [...sentence.matchAll(/: /g)].map(({ index }) => index).findLast((end) => headline.endsWith(clause(sentence.slice(0, end))) || headline.endsWith(sentence.slice(0, end)));
	return said === void 0 ? sentence : sentence.slice(said + 2);
}
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
var OF_A_RELEASE = COMMANDS.filter((command) => !WITHOUT_RELEASE.includes(command));
var SERVES = OF_A_RELEASE.filter((command) => command !== "plan");
var OUTPUTS = {
	outcome: {
		commands: COMMANDS,
		description: ""
	},
	url: {
		commands: SERVES,
		description: ""
	},
	"instance-id": {
		commands: OF_A_RELEASE,
		description: ""
	},
	"public-ip": {
		commands: SERVES,
		description: ""
	},
	hosts: {
		commands: SERVES,
		description: ""
	},
	certificates: {
		commands: ["status"],
		description: ""
	},
	image: {
		commands: SERVES,
		description: ""
	},
	digest: {
		commands: OF_A_RELEASE,
		description: ""
	},
	release: {
		commands: OF_A_RELEASE,
		description: ""
	},
	version: {
		commands: OF_A_RELEASE,
		description: ""
	},
	"next-version": {
		commands: ["deploy", "plan"],
		description: ""
	},
	"previous-release": {
		commands: OF_A_RELEASE,
		description: ""
	},
	"serving-digest": {
		commands: SERVES,
		description: ""
	},
	plan: {
		commands: ["plan"],
		description: ""
	},
	"plan-hash": {
		commands: ["plan"],
		description: ""
	},
	checks: {
		commands: ["doctor"],
		description: ""
	},
	metrics: {
		commands: ["metrics"],
		description: ""
	},
	"deployment-frequency": {
		commands: ["metrics"],
		description: ""
	},
	"lead-time": {
		commands: ["metrics"],
		description: ""
	},
	"change-failure-rate": {
		commands: ["metrics"],
		description: ""
	},
	"recovery-time": {
		commands: ["metrics"],
		description: ""
	},
	summary: {
		commands: IN_AWS,
		description: ""
	},
	"comment-command": {
		commands: ["comment"],
		description: ""
	},
	"comment-environment": {
		commands: ["comment"],
		description: ""
	},
	"comment-sha": {
		commands: ["comment"],
		description: ""
	},
	"comment-release": {
		commands: ["comment"],
		description: ""
	},
	"comment-version": {
		commands: ["comment"],
		description: ""
	},
	"comment-reason": {
		commands: ["comment"],
		description: ""
	},
	cause: {
		commands: COMMANDS,
		description: ""
	},
	duration: {
		commands: COMMANDS,
		type: "float",
		description: ""
	}
};
// src/report/parts/identifiers.ts
var ENGLISH = ["read-only"];
function identifiers() {
	const names = Object.keys(INPUTS);
	const input = names.join("|");
	const hyphenated = names.filter((name) => name.includes("-") && !ENGLISH.includes(name)).join("|");
	const value = String.raw`true|false|none|https?|h2c|\d\w*|[a-z]\w*\.\w+|${COMMANDS.join("|")}`;
	return [
		String.raw`(?<![\w./-])(?:${input}): (?:${value})(?![\w-])`,
		String.raw`(?<![\w./-])(?:${hyphenated})(?![\w/-])`,
		String.raw`(?<=\binputs? (?:[a-z-]+(?:, | and | or ))*)(?:${input})(?![\w/-])`,
		String.raw`\b(?:actions|attestations|contents|deployments|id-token|issues|packages|pull-requests): (?:read|write)\b`,
		String.raw`(?<=\bcommit )[0-9a-f]{7,40}\b`,
		String.raw`(?<![\w./-])[0-9a-f]{8}-[0-9a-f]{8}\b(?![\w-])`,
		String.raw`(?<![\w./@-])(?:[\w.:/-]+@)?sha256:[0-9a-f]{12,64}\b`,
		String.raw`(?<![\w/-])(?:i|ami|sg|vpc|subnet|eipalloc|vol)-[0-9a-f]{8,17}\b`
	];
}
var built;
var pattern = () => built ??= new RegExp(["`[^`\n]*`", ...identifiers().map((one) => `(?:${one})`)].join("|"), "g");
function quoteIdentifiers(text) {
	if ((text.split("`").length - 1) % 2 === 1) return text;
	return text.replace(pattern(), (found) => found.startsWith("`") ? found : `\`${shortened(found)}\``);
}
function shortened(name) {
	return name.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, "$1");
}
function linkFiles(markdown, address) {
	return markdown.replace(/(?<![\w./-])(?:docs|examples)\/[\w/-]+\.(?:md|ya?ml)\b/g, (path) => `[${path}](${address(path)})`);
}
// src/report/parts/markdown.ts
var PLAIN_ASCII = /^[\t\n\r -~]*$/;
var hidden = () => new RegExp(String.raw`(?![\t\n\r\u200C\u200D])${UNSEEN.source}`, "gu");
function visible(text) {
	const written = (0,node_util__WEBPACK_IMPORTED_MODULE_4__.stripVTControlCharacters)(text);
	return PLAIN_ASCII.test(written) ? written : written.replace(hidden(), "�");
}
function escaped(text) {
	return visible(text.replace(/[\r\n]+/g, " ")).replace(/[&<>]/g, (sign) => ({
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;"
	})[sign] ?? sign).replace(/[\\`*_{}[\]()#+!|~@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function plain(text) {
	return escaped(text).replace(/&#64;(?=\w)/g, "$&<!-- -->");
}
function code(text) {
	return text === "" ? "" : `<code>${escaped(text)}</code>`;
}
function shortCode(text) {
	return code(text.replace(/\bsha256:([0-9a-f]{12})[0-9a-f]{52}\b/g, "sha256:$1"));
}
function fold(title, body, open = false) {
	return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
var SEEN = 30;
function list(items) {
	const [seen, more] = [items.slice(0, SEEN), items.slice(SEEN)].map((part) => part.map((item) => `- ${item}`).join("\n"));
	return paragraphs([seen ?? "", more ? fold(`${items.length - SEEN} more`, more) : ""]);
}
function paragraphs(parts) {
	return parts.filter((part) => part !== "").join("\n\n");
}
function prose(text) {
	return ticked(quoteIdentifiers(text));
}
function ticked(text) {
	return text.replace(/`([^`\n]+)`|[^`]+|`/g, (part, inner) => inner === void 0 ? plain(part) : code(inner));
}
function link(words, url) {
	return `[${words}](${encodeURI(url.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, "%").replace(/[()]/g, (sign) => sign === "(" ? "%28" : "%29")})`;
}
function block(text) {
	const shown = visible(text);
	const runs = shown.match(/`+/g) ?? [];
	const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
	return `${fence}text\n${shown.replace(/\n$/, "")}\n${fence}`;
}
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
function cut$1(text, { letters, rest }) {
	if (text.length <= letters) return text;
	const kept = text.slice(0, text.lastIndexOf("\n", letters));
	const fence = openFence(kept);
	const folded = kept.lastIndexOf("<details") > kept.lastIndexOf("</details>") ? "\n\n</details>" : "";
	return `${kept}${fence === "" ? "" : `\n${fence}`}${folded}\n\n${rest}`;
}
function cutComment(text) {
	return cut$1(text, {
		letters: 6e4,
		rest: "The rest is in the job's summary."
	});
}
function openFence(text) {
	return [...text.matchAll(/^(`{3,})(\w*)$/gm)].reduce((open, [, fence = "", info = ""]) => {
		if (open === "") return fence;
		return info === "" && fence.length >= open.length ? "" : open;
	}, "");
}
// src/report/sections/failure.ts
var LAST_LINES = "Last log lines of the container";
function renderFailure(failure, { headline, causes, listed }) {
	const { cause, sentence, state = "", hint } = failure;
	const [first = "", ...items] = sentence.split("\n");
	const rest = beyond(headline, listed ? first.replace(/:$/, ".") : first);
	return paragraphs([
		`**Cause:** ${causes === void 0 ? code(cause) : link(code(cause), `${causes}#${cause}`)}${rest === "" ? "" : `: ${cause === "inputs" ? problem(rest) : prose(small(rest))}`}`,
		listed ? "" : items.map((item) => `- ${problem(item.trim())}`).join("\n"),
		state === "" ? "" : `**Now:** ${prose(state)}`,
		hint === void 0 ? "" : `**Next step:** ${linked(prose(hint), causes)}`,
		...evidenceOf(failure)
	]);
}
function linked(markdown, causes) {
	return causes === void 0 ? markdown : linkFiles(markdown, (path) => causes.replace(/docs\/causes\.md$/, path));
}
function problem(words) {
	return prose(words.replace(/^([^\s`]+:\d+:\d+: )?([a-z][\w.-]*)(?=: )/, "$1`$2`"));
}
function evidenceOf({ evidence, stack = "" }) {
	const { logs = "", health = "", host = "" } = evidence ?? {};
	return [
		["Stack of the action", stack],
		[LAST_LINES, logs],
		["Answer to the health check", health],
		["Disk and memory of the host", host]
	].filter(([, text]) => text.trim() !== "").map(([title, text]) => fold(title, block(text.slice(-65536)), text === stack));
}
// src/report/sections/head.ts
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
function renderHead({ outcome, headline, failure, checks }, causes) {
	const why = failure ? renderFailure(failure, {
		headline,
		causes,
		listed: checks !== void 0
	}) : "";
	return paragraphs([`## ${SIGNS[outcome]} ${ticked(headline)}`, why]);
}
// src/report/parts/causes-page.ts
function causesPage(env) {
	const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "", GITHUB_SERVER_URL: server = "https://github.com" } = env;
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === "") return void 0;
	return `${server}/${repository}/blob/${ref.split("/").map(encodeURIComponent).join("/")}/docs/causes.md`;
}
// src/report/write-report.ts
var ANNOTATION_LIMIT = 4e3;
var OUTPUT_LIMIT = 2e4;
async function writeReport(report, progress, ms) {
	const text = await summaryOf(report, progress.steps());
	const summary = cut$1(text, {
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
async function summaryOf(report, steps) {
	const causes = causesPage(process.env);
	if (isOnlyHead(report, steps)) return `${renderHead(report, causes)}\n`;
	const { renderSummary } = await Promise.all(/* import() */[__nccwpck_require__.e(7512), __nccwpck_require__.e(1680), __nccwpck_require__.e(605)]).then(__nccwpck_require__.bind(__nccwpck_require__, 605));
	return renderSummary(report, steps, causes);
}
var OF_HEAD = [
	"outcome",
	"headline",
	"failure",
	"outputs"
];
function isOnlyHead(report, steps) {
	return Object.entries(report).filter(([name, value]) => !OF_HEAD.includes(name) && !isNothing(value)).length === 0 && steps.length === 0;
}
function isNothing(value) {
	return value === void 0 || Array.isArray(value) && value.length === 0;
}
function annotationOf(report) {
	const { outcome, headline, failure } = report;
	const title = `docker-to-ec2 ${outcome}${failure === void 0 || failure.cause === outcome ? "" : `: ${failure.cause}`}`;
	const [first = "", ...items] = wordsOf(report).split("\n");
	const rest = beyond(headline, first);
	const words = rest === "" ? `${headline}${items.length === 0 ? "" : ":"}` : `${headline}: ${rest}`;
	const hint = failure?.hint === void 0 ? "" : `\n${cut(failure.hint, ANNOTATION_LIMIT / 2)}`;
	return {
		message: `${cut([words, ...items].join("\n"), ANNOTATION_LIMIT - hint.length)}${hint}`,
		title
	};
}
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
function writeSummary(text) {
	const file = process.env["GITHUB_STEP_SUMMARY"];
	if (file) (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, text);
}
// src/run.ts
async function run(env) {
	const signal = cancelSignal();
	const progress = actionsProgress({
		write: writeLine,
		clock: { now }
	});
	const start = now();
	const report = await attempt(env, progress, signal);
	await writeReport(report, progress, now() - start);
	return isGreen(report);
}
async function attempt(env, progress, signal) {
	try {
		const job = readJob(env);
		const file = await findConfigFile(env, sourceOf(env, job));
		const config = readConfig(env, file, job);
		for (const problem of config.unused) progress.warn(`${problem}. This removal does not need it`);
		const { carryOut } = await Promise.all(/* import() */[__nccwpck_require__.e(1680), __nccwpck_require__.e(9971)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9971));
		return await carryOut({
			config,
			file,
			progress,
			signal: signal()
		});
	} catch (error) {
		return reportOfError(error);
	}
}
function sourceOf(env, { workspace, repository, apiUrl, commit }) {
	return configSource({
		workspace,
		repository,
		apiUrl,
		commit,
		token: stepText(env, "github-token")
	});
}
function cancelSignal() {
	let cancelled = false;
	let controller;
	const cancel = () => {
		cancelled = true;
		controller?.abort();
	};
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, cancel);
	return () => {
		controller ??= new AbortController();
		if (cancelled) controller.abort();
		return controller.signal;
	};
}
// src/main.ts
async function main() {
	const isPost = stateOf("phase") === "post";
	if (!isPost) saveState({ phase: "post" });
	try {
		if (isPost) await (await Promise.all(/* import() */[__nccwpck_require__.e(7512), __nccwpck_require__.e(1680), __nccwpck_require__.e(9140)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9140))).cleanUp();
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

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9969);



module.exports = __webpack_exports__;
/******/ })()
;