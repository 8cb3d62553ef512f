// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateReport = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:para-docker:schema:v1:report","type":"object","properties":{"phase":{"maxLength":128,"type":"string"},"progress":{"anyOf":[{"$ref":"#/definitions/Progress"},{"type":"null"}]},"health":{"minLength":1,"maxLength":64,"type":"string"},"services":{"maxProperties":64,"type":"object","additionalProperties":{"type":["null","string"],"minLength":1,"maxLength":64},"propertyNames":{"minLength":1,"maxLength":64}},"warnings":{"maxItems":50,"type":"array","items":{"$ref":"#/definitions/ReportNotice"}},"errors":{"maxItems":50,"type":"array","items":{"$ref":"#/definitions/ReportNotice"}},"clear_notices":{"type":"boolean"},"attention":{"$ref":"#/definitions/Attention"},"custom":{"maxProperties":64,"type":"object","additionalProperties":true,"propertyNames":{"minLength":1,"maxLength":64}},"protocol_version":{"type":"string","pattern":"^[0-9]{1,4}\\.[0-9]{1,4}$"}},"definitions":{"Attention":{"type":"object","properties":{"required":{"type":"boolean"},"reason":{"maxLength":1024,"type":"string"},"since":{"type":"string","pattern":"^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"}},"required":["required"]},"Progress":{"type":"object","properties":{"current":{"minimum":0,"maximum":9007199254740991,"type":"number"},"total":{"minimum":0,"maximum":9007199254740991,"type":"number"},"message":{"maxLength":1024,"type":"string"}},"required":["current","total"]},"ReportNotice":{"type":"object","properties":{"message":{"minLength":1,"maxLength":2048,"type":"string"},"code":{"minLength":1,"maxLength":64,"type":"string"},"source":{"minLength":1,"maxLength":128,"type":"string"}},"required":["message"]}}};
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func46 } from "../code-points.js";

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.current === undefined) || (!((data.current !== base.current || func0.call(data, "current"))))) && (missing0 = "current")) || (((data.total === undefined) || (!((data.total !== base.total || func0.call(data, "total"))))) && (missing0 = "total"))){
return fault(validate22, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.current !== undefined && (data.current !== base.current || func0.call(data, "current"))){
let data0 = data.current;
const _errs1 = errors;
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate22, instancePath+"/current", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate22, instancePath+"/current", "minimum", {limit: 0});
}
}
}
else {
return fault(validate22, instancePath+"/current", "type", {type: "number"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.total !== undefined && (data.total !== base.total || func0.call(data, "total"))){
let data1 = data.total;
const _errs3 = errors;
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate22, instancePath+"/total", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate22, instancePath+"/total", "minimum", {limit: 0});
}
}
}
else {
return fault(validate22, instancePath+"/total", "type", {type: "number"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && (data.message !== base.message || func0.call(data, "message"))){
let data2 = data.message;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 1024 && func46(data2) > 1024){
return fault(validate22, instancePath+"/message", "maxLength", {limit: 1024});
}
}
else {
return fault(validate22, instancePath+"/message", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return fault(validate22, instancePath, "type", {type: "object"});
}
}
validate22.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.message === undefined) || (!((data.message !== base.message || func0.call(data, "message"))))) && (missing0 = "message")){
return fault(validate24, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.message !== undefined && (data.message !== base.message || func0.call(data, "message"))){
let data0 = data.message;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 2048 && func46(data0) > 2048){
return fault(validate24, instancePath+"/message", "maxLength", {limit: 2048});
}
else {
if(data0.length < 1){
return fault(validate24, instancePath+"/message", "minLength", {limit: 1});
}
}
}
else {
return fault(validate24, instancePath+"/message", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined && (data.code !== base.code || func0.call(data, "code"))){
let data1 = data.code;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 64 && func46(data1) > 64){
return fault(validate24, instancePath+"/code", "maxLength", {limit: 64});
}
else {
if(data1.length < 1){
return fault(validate24, instancePath+"/code", "minLength", {limit: 1});
}
}
}
else {
return fault(validate24, instancePath+"/code", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined && (data.source !== base.source || func0.call(data, "source"))){
let data2 = data.source;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 128 && func46(data2) > 128){
return fault(validate24, instancePath+"/source", "maxLength", {limit: 128});
}
else {
if(data2.length < 1){
return fault(validate24, instancePath+"/source", "minLength", {limit: 1});
}
}
}
else {
return fault(validate24, instancePath+"/source", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return fault(validate24, instancePath, "type", {type: "object"});
}
}
validate24.errors = vErrors;
return errors === 0;
}

import { timestamp as pattern0 } from "./patterns.js";

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.required === undefined) || (!((data.required !== base.required || func0.call(data, "required"))))) && (missing0 = "required")){
return fault(validate27, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.required !== undefined && (data.required !== base.required || func0.call(data, "required"))){
const _errs1 = errors;
if(typeof data.required !== "boolean"){
return fault(validate27, instancePath+"/required", "type", {type: "boolean"});
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined && (data.reason !== base.reason || func0.call(data, "reason"))){
let data1 = data.reason;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 1024 && func46(data1) > 1024){
return fault(validate27, instancePath+"/reason", "maxLength", {limit: 1024});
}
}
else {
return fault(validate27, instancePath+"/reason", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.since !== undefined && (data.since !== base.since || func0.call(data, "since"))){
let data2 = data.since;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
return fault(validate27, instancePath+"/since", "pattern", {});
}
}
else {
return fault(validate27, instancePath+"/since", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return fault(validate27, instancePath, "type", {type: "object"});
}
}
validate27.errors = vErrors;
return errors === 0;
}

import { protocolVersion as pattern1 } from "./patterns.js";

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.phase !== undefined && (data.phase !== base.phase || func0.call(data, "phase"))){
let data0 = data.phase;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 128 && func46(data0) > 128){
return fault(validate21, instancePath+"/phase", "maxLength", {limit: 128});
}
}
else {
return fault(validate21, instancePath+"/phase", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.progress !== undefined && (data.progress !== base.progress || func0.call(data, "progress"))){
let data1 = data.progress;
const _errs3 = errors;
const _errs4 = errors;
let valid1 = false;
const _errs5 = errors;
if(!(validate22(data1, {instancePath:instancePath+"/progress",parentData:data,parentDataProperty:"progress",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(data1 !== null){
const err0 = {instancePath:instancePath+"/progress",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err1 = {instancePath:instancePath+"/progress",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.health !== undefined && (data.health !== base.health || func0.call(data, "health"))){
let data2 = data.health;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(data2.length > 64 && func46(data2) > 64){
return fault(validate21, instancePath+"/health", "maxLength", {limit: 64});
}
else {
if(data2.length < 1){
return fault(validate21, instancePath+"/health", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/health", "type", {type: "string"});
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.services !== undefined && (data.services !== base.services || func0.call(data, "services"))){
let data3 = data.services;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
const data3Keys = Object.keys(data3);
if(data3Keys.length > 64){
return fault(validate21, instancePath+"/services", "maxProperties", {limit: 64});
}
else {
for(const key0 of data3Keys){
const _errs12 = errors;
if(typeof key0 === "string"){
if(key0.length > 64 && func46(key0) > 64){
const err2 = {instancePath:instancePath+"/services",keyword:"maxLength",params:{limit: 64},propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(key0.length < 1){
const err3 = {instancePath:instancePath+"/services",keyword:"minLength",params:{limit: 1},propertyName:key0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var valid2 = _errs12 === errors;
if(!valid2){
const err4 = {instancePath:instancePath+"/services",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid2){
for(const key1 of data3Keys){
let data4 = data3[key1];
const _errs14 = errors;
if((data4 !== null) && (typeof data4 !== "string")){
return fault(validate21, instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: schema6.properties.services.additionalProperties.type});
}
if(errors === _errs14){
if(typeof data4 === "string"){
if(data4.length > 64 && func46(data4) > 64){
return fault(validate21, instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", {limit: 64});
}
else {
if(data4.length < 1){
return fault(validate21, instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", {limit: 1});
}
}
}
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
return fault(validate21, instancePath+"/services", "type", {type: "object"});
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnings !== undefined && (data.warnings !== base.warnings || func0.call(data, "warnings"))){
let data5 = data.warnings;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data5)){
if(data5.length > 50){
return fault(validate21, instancePath+"/warnings", "maxItems", {limit: 50});
}
else {
var valid4 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs18 = errors;
if(!(validate24(data5[i0], {instancePath:instancePath+"/warnings/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid4 = _errs18 === errors;
if(!valid4){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/warnings", "type", {type: "array"});
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.errors !== undefined && (data.errors !== base.errors || func0.call(data, "errors"))){
let data7 = data.errors;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data7)){
if(data7.length > 50){
return fault(validate21, instancePath+"/errors", "maxItems", {limit: 50});
}
else {
var valid5 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
const _errs21 = errors;
if(!(validate24(data7[i1], {instancePath:instancePath+"/errors/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid5 = _errs21 === errors;
if(!valid5){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/errors", "type", {type: "array"});
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clear_notices !== undefined && (data.clear_notices !== base.clear_notices || func0.call(data, "clear_notices"))){
const _errs22 = errors;
if(typeof data.clear_notices !== "boolean"){
return fault(validate21, instancePath+"/clear_notices", "type", {type: "boolean"});
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attention !== undefined && (data.attention !== base.attention || func0.call(data, "attention"))){
const _errs24 = errors;
if(!(validate27(data.attention, {instancePath:instancePath+"/attention",parentData:data,parentDataProperty:"attention",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined && (data.custom !== base.custom || func0.call(data, "custom"))){
let data11 = data.custom;
const _errs25 = errors;
if(errors === _errs25){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
const data11Keys = Object.keys(data11);
if(data11Keys.length > 64){
return fault(validate21, instancePath+"/custom", "maxProperties", {limit: 64});
}
else {
for(const key2 of data11Keys){
const _errs27 = errors;
if(typeof key2 === "string"){
if(key2.length > 64 && func46(key2) > 64){
const err5 = {instancePath:instancePath+"/custom",keyword:"maxLength",params:{limit: 64},propertyName:key2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(key2.length < 1){
const err6 = {instancePath:instancePath+"/custom",keyword:"minLength",params:{limit: 1},propertyName:key2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
var valid6 = _errs27 === errors;
if(!valid6){
const err7 = {instancePath:instancePath+"/custom",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/custom", "type", {type: "object"});
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data12 = data.protocol_version;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data12 === "string"){
if(!pattern1.test(data12)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
