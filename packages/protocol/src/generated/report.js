// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateReport = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:para-docker:schema:v1:report","type":"object","properties":{"phase":{"maxLength":128,"type":"string"},"progress":{"anyOf":[{"$ref":"#/definitions/Progress"},{"type":"null"}]},"health":{"minLength":1,"maxLength":64,"type":"string"},"services":{"maxProperties":64,"type":"object","additionalProperties":{"type":["null","string"],"minLength":1,"maxLength":64},"propertyNames":{"minLength":1,"maxLength":64}},"warnings":{"maxItems":50,"type":"array","items":{"$ref":"#/definitions/ReportNotice"}},"errors":{"maxItems":50,"type":"array","items":{"$ref":"#/definitions/ReportNotice"}},"clear_notices":{"type":"boolean"},"attention":{"$ref":"#/definitions/Attention"},"custom":{"maxProperties":64,"type":"object","additionalProperties":true,"propertyNames":{"minLength":1,"maxLength":64}},"protocol_version":{"type":"string","pattern":"^[0-9]{1,4}\\.[0-9]{1,4}$"}},"definitions":{"Attention":{"type":"object","properties":{"required":{"type":"boolean"},"reason":{"maxLength":1024,"type":"string"},"since":{"type":"string","pattern":"^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"}},"required":["required"]},"Progress":{"type":"object","properties":{"current":{"minimum":0,"maximum":9007199254740991,"type":"number"},"total":{"minimum":0,"maximum":9007199254740991,"type":"number"},"message":{"maxLength":1024,"type":"string"}},"required":["current","total"]},"ReportNotice":{"type":"object","properties":{"message":{"minLength":1,"maxLength":2048,"type":"string"},"code":{"minLength":1,"maxLength":64,"type":"string"},"source":{"minLength":1,"maxLength":128,"type":"string"}},"required":["message"]}}};
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func46 } from "../code-points.js";
const pattern0 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern1 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.phase !== undefined && func0.call(data, "phase")){
let data0 = data.phase;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(func46(data0) > 128){
validate10.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.progress !== undefined && func0.call(data, "progress")){
let data1 = data.progress;
const _errs3 = errors;
const _errs4 = errors;
let valid1 = false;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing0;
if((((data1.current === undefined) || (!(func0.call(data1, "current")))) && (missing0 = "current")) || (((data1.total === undefined) || (!(func0.call(data1, "total")))) && (missing0 = "total"))){
const err0 = {instancePath:instancePath+"/progress",schemaPath:"#/definitions/Progress/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data1.current !== undefined && func0.call(data1, "current")){
let data2 = data1.current;
const _errs8 = errors;
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
const err1 = {instancePath:instancePath+"/progress/current",schemaPath:"#/definitions/Progress/properties/current/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data2 < 0 || isNaN(data2)){
const err2 = {instancePath:instancePath+"/progress/current",schemaPath:"#/definitions/Progress/properties/current/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/progress/current",schemaPath:"#/definitions/Progress/properties/current/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.total !== undefined && func0.call(data1, "total")){
let data3 = data1.total;
const _errs10 = errors;
if(errors === _errs10){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
const err4 = {instancePath:instancePath+"/progress/total",schemaPath:"#/definitions/Progress/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data3 < 0 || isNaN(data3)){
const err5 = {instancePath:instancePath+"/progress/total",schemaPath:"#/definitions/Progress/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/progress/total",schemaPath:"#/definitions/Progress/properties/total/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.message !== undefined && func0.call(data1, "message")){
let data4 = data1.message;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data4 === "string"){
if(func46(data4) > 1024){
const err7 = {instancePath:instancePath+"/progress/message",schemaPath:"#/definitions/Progress/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/progress/message",schemaPath:"#/definitions/Progress/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
const err9 = {instancePath:instancePath+"/progress",schemaPath:"#/definitions/Progress/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs14 = errors;
if(data1 !== null){
const err10 = {instancePath:instancePath+"/progress",schemaPath:"#/properties/progress/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs14 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err11 = {instancePath:instancePath+"/progress",schemaPath:"#/properties/progress/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate10.errors = vErrors;
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
if(data.health !== undefined && func0.call(data, "health")){
let data5 = data.health;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data5 === "string"){
if(func46(data5) > 64){
validate10.errors = [{instancePath:instancePath+"/health",schemaPath:"#/properties/health/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func46(data5) < 1){
validate10.errors = [{instancePath:instancePath+"/health",schemaPath:"#/properties/health/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/health",schemaPath:"#/properties/health/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.services !== undefined && func0.call(data, "services")){
let data6 = data.services;
const _errs18 = errors;
if(errors === _errs18){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 64){
validate10.errors = [{instancePath:instancePath+"/services",schemaPath:"#/properties/services/maxProperties",keyword:"maxProperties",params:{limit: 64}}];
return false;
}
else {
for(const key0 of Object.keys(data6)){
const _errs20 = errors;
if(typeof key0 === "string"){
if(func46(key0) > 64){
const err12 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
if(func46(key0) < 1){
const err13 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
var valid4 = _errs20 === errors;
if(!valid4){
const err14 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid4){
for(const key1 of Object.keys(data6)){
let data7 = data6[key1];
const _errs22 = errors;
if((data7 !== null) && (typeof data7 !== "string")){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/type",keyword:"type",params:{type: schema11.properties.services.additionalProperties.type}}];
return false;
}
if(errors === _errs22){
if(typeof data7 === "string"){
if(func46(data7) > 64){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func46(data7) < 1){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
}
var valid5 = _errs22 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnings !== undefined && func0.call(data, "warnings")){
let data8 = data.warnings;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data8)){
if(data8.length > 50){
validate10.errors = [{instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/maxItems",keyword:"maxItems",params:{limit: 50}}];
return false;
}
else {
var valid6 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if(((data9.message === undefined) || (!(func0.call(data9, "message")))) && (missing1 = "message")){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0,schemaPath:"#/definitions/ReportNotice/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data9.message !== undefined && func0.call(data9, "message")){
let data10 = data9.message;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data10 === "string"){
if(func46(data10) > 2048){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/message",schemaPath:"#/definitions/ReportNotice/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
else {
if(func46(data10) < 1){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/message",schemaPath:"#/definitions/ReportNotice/properties/message/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/message",schemaPath:"#/definitions/ReportNotice/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid8 = _errs29 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.code !== undefined && func0.call(data9, "code")){
let data11 = data9.code;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data11 === "string"){
if(func46(data11) > 64){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/code",schemaPath:"#/definitions/ReportNotice/properties/code/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func46(data11) < 1){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/code",schemaPath:"#/definitions/ReportNotice/properties/code/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/code",schemaPath:"#/definitions/ReportNotice/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid8 = _errs31 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.source !== undefined && func0.call(data9, "source")){
let data12 = data9.source;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data12 === "string"){
if(func46(data12) > 128){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/source",schemaPath:"#/definitions/ReportNotice/properties/source/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(func46(data12) < 1){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/source",schemaPath:"#/definitions/ReportNotice/properties/source/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0+"/source",schemaPath:"#/definitions/ReportNotice/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i0,schemaPath:"#/definitions/ReportNotice/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid6 = _errs26 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.errors !== undefined && func0.call(data, "errors")){
let data13 = data.errors;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data13)){
if(data13.length > 50){
validate10.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/maxItems",keyword:"maxItems",params:{limit: 50}}];
return false;
}
else {
var valid9 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if(((data14.message === undefined) || (!(func0.call(data14, "message")))) && (missing2 = "message")){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1,schemaPath:"#/definitions/ReportNotice/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data14.message !== undefined && func0.call(data14, "message")){
let data15 = data14.message;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data15 === "string"){
if(func46(data15) > 2048){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/message",schemaPath:"#/definitions/ReportNotice/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
else {
if(func46(data15) < 1){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/message",schemaPath:"#/definitions/ReportNotice/properties/message/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/message",schemaPath:"#/definitions/ReportNotice/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs40 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data14.code !== undefined && func0.call(data14, "code")){
let data16 = data14.code;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data16 === "string"){
if(func46(data16) > 64){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/code",schemaPath:"#/definitions/ReportNotice/properties/code/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func46(data16) < 1){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/code",schemaPath:"#/definitions/ReportNotice/properties/code/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/code",schemaPath:"#/definitions/ReportNotice/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs42 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data14.source !== undefined && func0.call(data14, "source")){
let data17 = data14.source;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data17 === "string"){
if(func46(data17) > 128){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/source",schemaPath:"#/definitions/ReportNotice/properties/source/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(func46(data17) < 1){
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/source",schemaPath:"#/definitions/ReportNotice/properties/source/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i1+"/source",schemaPath:"#/definitions/ReportNotice/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs44 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i1,schemaPath:"#/definitions/ReportNotice/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid9 = _errs37 === errors;
if(!valid9){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clear_notices !== undefined && func0.call(data, "clear_notices")){
const _errs46 = errors;
if(typeof data.clear_notices !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/clear_notices",schemaPath:"#/properties/clear_notices/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attention !== undefined && func0.call(data, "attention")){
let data19 = data.attention;
const _errs48 = errors;
const _errs49 = errors;
if(errors === _errs49){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing3;
if(((data19.required === undefined) || (!(func0.call(data19, "required")))) && (missing3 = "required")){
validate10.errors = [{instancePath:instancePath+"/attention",schemaPath:"#/definitions/Attention/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data19.required !== undefined && func0.call(data19, "required")){
const _errs51 = errors;
if(typeof data19.required !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/attention/required",schemaPath:"#/definitions/Attention/properties/required/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid13 = _errs51 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data19.reason !== undefined && func0.call(data19, "reason")){
let data21 = data19.reason;
const _errs53 = errors;
if(errors === _errs53){
if(typeof data21 === "string"){
if(func46(data21) > 1024){
validate10.errors = [{instancePath:instancePath+"/attention/reason",schemaPath:"#/definitions/Attention/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attention/reason",schemaPath:"#/definitions/Attention/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs53 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data19.since !== undefined && func0.call(data19, "since")){
let data22 = data19.since;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data22 === "string"){
if(!pattern0.test(data22)){
validate10.errors = [{instancePath:instancePath+"/attention/since",schemaPath:"#/definitions/Attention/properties/since/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attention/since",schemaPath:"#/definitions/Attention/properties/since/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs55 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attention",schemaPath:"#/definitions/Attention/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined && func0.call(data, "custom")){
let data23 = data.custom;
const _errs57 = errors;
if(errors === _errs57){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(Object.keys(data23).length > 64){
validate10.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/maxProperties",keyword:"maxProperties",params:{limit: 64}}];
return false;
}
else {
for(const key2 of Object.keys(data23)){
const _errs59 = errors;
if(typeof key2 === "string"){
if(func46(key2) > 64){
const err15 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
if(func46(key2) < 1){
const err16 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
var valid14 = _errs59 === errors;
if(!valid14){
const err17 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs57 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data24 = data.protocol_version;
const _errs61 = errors;
if(errors === _errs61){
if(typeof data24 === "string"){
if(!pattern1.test(data24)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs61 === errors;
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
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
