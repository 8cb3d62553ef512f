// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateStatus = validate10;
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func49 } from "../code-points.js";
const pattern0 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern2 = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;
const pattern7 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.status === undefined) || (!(func0.call(data, "status")))) && (missing0 = "status")) || (((data.timestamp === undefined) || (!(func0.call(data, "timestamp")))) && (missing0 = "timestamp"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.timestamp !== undefined && func0.call(data, "timestamp")){
let data0 = data.timestamp;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined && func0.call(data, "status")){
let data1 = data.status;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(func49(data1) > 64){
validate10.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data1) < 1){
validate10.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.health !== undefined && func0.call(data, "health")){
let data2 = data.health;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(func49(data2) > 64){
validate10.errors = [{instancePath:instancePath+"/health",schemaPath:"#/properties/health/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data2) < 1){
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
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined && func0.call(data, "phase")){
let data3 = data.phase;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(func49(data3) > 128){
validate10.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.progress !== undefined && func0.call(data, "progress")){
let data4 = data.progress;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.current === undefined) || (!(func0.call(data4, "current")))) && (missing1 = "current")) || (((data4.total === undefined) || (!(func0.call(data4, "total")))) && (missing1 = "total"))){
validate10.errors = [{instancePath:instancePath+"/progress",schemaPath:"#/definitions/Progress/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data4.current !== undefined && func0.call(data4, "current")){
let data5 = data4.current;
const _errs12 = errors;
if(errors === _errs12){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/progress/current",schemaPath:"#/definitions/Progress/properties/current/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/progress/current",schemaPath:"#/definitions/Progress/properties/current/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/progress/current",schemaPath:"#/definitions/Progress/properties/current/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.total !== undefined && func0.call(data4, "total")){
let data6 = data4.total;
const _errs14 = errors;
if(errors === _errs14){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/progress/total",schemaPath:"#/definitions/Progress/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/progress/total",schemaPath:"#/definitions/Progress/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/progress/total",schemaPath:"#/definitions/Progress/properties/total/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.message !== undefined && func0.call(data4, "message")){
let data7 = data4.message;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data7 === "string"){
if(func49(data7) > 1024){
validate10.errors = [{instancePath:instancePath+"/progress/message",schemaPath:"#/definitions/Progress/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/progress/message",schemaPath:"#/definitions/Progress/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/progress",schemaPath:"#/definitions/Progress/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.services !== undefined && func0.call(data, "services")){
let data8 = data.services;
const _errs18 = errors;
if(errors === _errs18){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 64){
validate10.errors = [{instancePath:instancePath+"/services",schemaPath:"#/properties/services/maxProperties",keyword:"maxProperties",params:{limit: 64}}];
return false;
}
else {
for(const key0 of Object.keys(data8)){
const _errs20 = errors;
if(typeof key0 === "string"){
if(func49(key0) > 64){
const err0 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(func49(key0) < 1){
const err1 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
var valid3 = _errs20 === errors;
if(!valid3){
const err2 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid3){
for(const key1 of Object.keys(data8)){
let data9 = data8[key1];
const _errs22 = errors;
if(errors === _errs22){
if(typeof data9 === "string"){
if(func49(data9) > 64){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data9) < 1){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs22 === errors;
if(!valid4){
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
if(data.errors !== undefined && func0.call(data, "errors")){
let data10 = data.errors;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data10)){
if(data10.length > 50){
validate10.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/maxItems",keyword:"maxItems",params:{limit: 50}}];
return false;
}
else {
var valid5 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if((((data11.message === undefined) || (!(func0.call(data11, "message")))) && (missing2 = "message")) || (((data11.timestamp === undefined) || (!(func0.call(data11, "timestamp")))) && (missing2 = "timestamp"))){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0,schemaPath:"#/definitions/Notice/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data11.timestamp !== undefined && func0.call(data11, "timestamp")){
let data12 = data11.timestamp;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/timestamp",schemaPath:"#/definitions/Notice/properties/timestamp/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/timestamp",schemaPath:"#/definitions/Notice/properties/timestamp/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs29 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.message !== undefined && func0.call(data11, "message")){
let data13 = data11.message;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data13 === "string"){
if(func49(data13) > 2048){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/message",schemaPath:"#/definitions/Notice/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
else {
if(func49(data13) < 1){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/message",schemaPath:"#/definitions/Notice/properties/message/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/message",schemaPath:"#/definitions/Notice/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs31 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.code !== undefined && func0.call(data11, "code")){
let data14 = data11.code;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data14 === "string"){
if(func49(data14) > 64){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/code",schemaPath:"#/definitions/Notice/properties/code/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data14) < 1){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/code",schemaPath:"#/definitions/Notice/properties/code/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/code",schemaPath:"#/definitions/Notice/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs33 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.source !== undefined && func0.call(data11, "source")){
let data15 = data11.source;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data15 === "string"){
if(func49(data15) > 128){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/source",schemaPath:"#/definitions/Notice/properties/source/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(func49(data15) < 1){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/source",schemaPath:"#/definitions/Notice/properties/source/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/source",schemaPath:"#/definitions/Notice/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs35 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.command_id !== undefined && func0.call(data11, "command_id")){
let data16 = data11.command_id;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data16 === "string"){
if(!pattern2.test(data16)){
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/command_id",schemaPath:"#/definitions/Notice/properties/command_id/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i0+"/command_id",schemaPath:"#/definitions/Notice/properties/command_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/errors/" + i0,schemaPath:"#/definitions/Notice/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs26 === errors;
if(!valid5){
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
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnings !== undefined && func0.call(data, "warnings")){
let data17 = data.warnings;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data17)){
if(data17.length > 50){
validate10.errors = [{instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/maxItems",keyword:"maxItems",params:{limit: 50}}];
return false;
}
else {
var valid8 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing3;
if((((data18.message === undefined) || (!(func0.call(data18, "message")))) && (missing3 = "message")) || (((data18.timestamp === undefined) || (!(func0.call(data18, "timestamp")))) && (missing3 = "timestamp"))){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/definitions/Notice/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data18.timestamp !== undefined && func0.call(data18, "timestamp")){
let data19 = data18.timestamp;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data19 === "string"){
if(!pattern0.test(data19)){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/timestamp",schemaPath:"#/definitions/Notice/properties/timestamp/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/timestamp",schemaPath:"#/definitions/Notice/properties/timestamp/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs44 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.message !== undefined && func0.call(data18, "message")){
let data20 = data18.message;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data20 === "string"){
if(func49(data20) > 2048){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/message",schemaPath:"#/definitions/Notice/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
else {
if(func49(data20) < 1){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/message",schemaPath:"#/definitions/Notice/properties/message/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/message",schemaPath:"#/definitions/Notice/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs46 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.code !== undefined && func0.call(data18, "code")){
let data21 = data18.code;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data21 === "string"){
if(func49(data21) > 64){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/code",schemaPath:"#/definitions/Notice/properties/code/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data21) < 1){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/code",schemaPath:"#/definitions/Notice/properties/code/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/code",schemaPath:"#/definitions/Notice/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs48 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.source !== undefined && func0.call(data18, "source")){
let data22 = data18.source;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data22 === "string"){
if(func49(data22) > 128){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/source",schemaPath:"#/definitions/Notice/properties/source/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(func49(data22) < 1){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/source",schemaPath:"#/definitions/Notice/properties/source/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/source",schemaPath:"#/definitions/Notice/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs50 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.command_id !== undefined && func0.call(data18, "command_id")){
let data23 = data18.command_id;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data23 === "string"){
if(!pattern2.test(data23)){
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/command_id",schemaPath:"#/definitions/Notice/properties/command_id/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1+"/command_id",schemaPath:"#/definitions/Notice/properties/command_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs52 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/definitions/Notice/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid8 = _errs41 === errors;
if(!valid8){
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
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined && func0.call(data, "custom")){
let data24 = data.custom;
const _errs54 = errors;
if(errors === _errs54){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length > 64){
validate10.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/maxProperties",keyword:"maxProperties",params:{limit: 64}}];
return false;
}
else {
for(const key2 of Object.keys(data24)){
const _errs56 = errors;
if(typeof key2 === "string"){
if(func49(key2) > 64){
const err3 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(func49(key2) < 1){
const err4 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var valid11 = _errs56 === errors;
if(!valid11){
const err5 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attention !== undefined && func0.call(data, "attention")){
let data25 = data.attention;
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing4;
if(((data25.required === undefined) || (!(func0.call(data25, "required")))) && (missing4 = "required")){
validate10.errors = [{instancePath:instancePath+"/attention",schemaPath:"#/definitions/Attention/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data25.required !== undefined && func0.call(data25, "required")){
const _errs61 = errors;
if(typeof data25.required !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/attention/required",schemaPath:"#/definitions/Attention/properties/required/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid13 = _errs61 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data25.reason !== undefined && func0.call(data25, "reason")){
let data27 = data25.reason;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data27 === "string"){
if(func49(data27) > 1024){
validate10.errors = [{instancePath:instancePath+"/attention/reason",schemaPath:"#/definitions/Attention/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attention/reason",schemaPath:"#/definitions/Attention/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs63 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data25.since !== undefined && func0.call(data25, "since")){
let data28 = data25.since;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data28 === "string"){
if(!pattern0.test(data28)){
validate10.errors = [{instancePath:instancePath+"/attention/since",schemaPath:"#/definitions/Attention/properties/since/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/attention/since",schemaPath:"#/definitions/Attention/properties/since/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs65 === errors;
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
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.boot_id !== undefined && func0.call(data, "boot_id")){
let data29 = data.boot_id;
const _errs67 = errors;
if(errors === _errs67){
if(typeof data29 === "string"){
if(func49(data29) > 64){
validate10.errors = [{instancePath:instancePath+"/boot_id",schemaPath:"#/properties/boot_id/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data29) < 1){
validate10.errors = [{instancePath:instancePath+"/boot_id",schemaPath:"#/properties/boot_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/boot_id",schemaPath:"#/properties/boot_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sequence !== undefined && func0.call(data, "sequence")){
let data30 = data.sequence;
const _errs69 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate10.errors = [{instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs69){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 9007199254740991 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data30 < 0 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.heartbeat_interval_seconds !== undefined && func0.call(data, "heartbeat_interval_seconds")){
let data31 = data.heartbeat_interval_seconds;
const _errs71 = errors;
if(errors === _errs71){
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 3600 || isNaN(data31)){
validate10.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",schemaPath:"#/properties/heartbeat_interval_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data31 < 0.05 || isNaN(data31)){
validate10.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",schemaPath:"#/properties/heartbeat_interval_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",schemaPath:"#/properties/heartbeat_interval_seconds/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs71 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined && func0.call(data, "agent")){
let data32 = data.agent;
const _errs73 = errors;
const _errs74 = errors;
if(errors === _errs74){
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
let missing5;
if((((data32.name === undefined) || (!(func0.call(data32, "name")))) && (missing5 = "name")) || (((data32.version === undefined) || (!(func0.call(data32, "version")))) && (missing5 = "version"))){
validate10.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/definitions/AgentInfo/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data32.name !== undefined && func0.call(data32, "name")){
let data33 = data32.name;
const _errs76 = errors;
if(errors === _errs76){
if(typeof data33 === "string"){
if(func49(data33) > 64){
validate10.errors = [{instancePath:instancePath+"/agent/name",schemaPath:"#/definitions/AgentInfo/properties/name/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data33) < 1){
validate10.errors = [{instancePath:instancePath+"/agent/name",schemaPath:"#/definitions/AgentInfo/properties/name/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/agent/name",schemaPath:"#/definitions/AgentInfo/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid15 = _errs76 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data32.version !== undefined && func0.call(data32, "version")){
let data34 = data32.version;
const _errs78 = errors;
if(errors === _errs78){
if(typeof data34 === "string"){
if(func49(data34) > 64){
validate10.errors = [{instancePath:instancePath+"/agent/version",schemaPath:"#/definitions/AgentInfo/properties/version/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data34) < 1){
validate10.errors = [{instancePath:instancePath+"/agent/version",schemaPath:"#/definitions/AgentInfo/properties/version/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/agent/version",schemaPath:"#/definitions/AgentInfo/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid15 = _errs78 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data32.runtime !== undefined && func0.call(data32, "runtime")){
let data35 = data32.runtime;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data35 === "string"){
if(func49(data35) > 128){
validate10.errors = [{instancePath:instancePath+"/agent/runtime",schemaPath:"#/definitions/AgentInfo/properties/runtime/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/agent/runtime",schemaPath:"#/definitions/AgentInfo/properties/runtime/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid15 = _errs80 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data32.capabilities !== undefined && func0.call(data32, "capabilities")){
let data36 = data32.capabilities;
const _errs82 = errors;
if(errors === _errs82){
if(Array.isArray(data36)){
if(data36.length > 32){
validate10.errors = [{instancePath:instancePath+"/agent/capabilities",schemaPath:"#/definitions/AgentInfo/properties/capabilities/maxItems",keyword:"maxItems",params:{limit: 32}}];
return false;
}
else {
var valid16 = true;
const len2 = data36.length;
for(let i2=0; i2<len2; i2++){
let data37 = data36[i2];
const _errs84 = errors;
if(errors === _errs84){
if(typeof data37 === "string"){
if(func49(data37) > 64){
validate10.errors = [{instancePath:instancePath+"/agent/capabilities/" + i2,schemaPath:"#/definitions/AgentInfo/properties/capabilities/items/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data37) < 1){
validate10.errors = [{instancePath:instancePath+"/agent/capabilities/" + i2,schemaPath:"#/definitions/AgentInfo/properties/capabilities/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/agent/capabilities/" + i2,schemaPath:"#/definitions/AgentInfo/properties/capabilities/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs84 === errors;
if(!valid16){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/agent/capabilities",schemaPath:"#/definitions/AgentInfo/properties/capabilities/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid15 = _errs82 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/definitions/AgentInfo/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.results !== undefined && func0.call(data, "results")){
let data38 = data.results;
const _errs86 = errors;
if(errors === _errs86){
if(Array.isArray(data38)){
if(data38.length > 512){
validate10.errors = [{instancePath:instancePath+"/results",schemaPath:"#/properties/results/maxItems",keyword:"maxItems",params:{limit: 512}}];
return false;
}
else {
var valid17 = true;
const len3 = data38.length;
for(let i3=0; i3<len3; i3++){
let data39 = data38[i3];
const _errs88 = errors;
const _errs89 = errors;
if(errors === _errs89){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing6;
if((((data39.id === undefined) || (!(func0.call(data39, "id")))) && (missing6 = "id")) || (((data39.state === undefined) || (!(func0.call(data39, "state")))) && (missing6 = "state"))){
validate10.errors = [{instancePath:instancePath+"/results/" + i3,schemaPath:"#/definitions/ResultSummary/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data39.id !== undefined && func0.call(data39, "id")){
let data40 = data39.id;
const _errs91 = errors;
if(errors === _errs91){
if(typeof data40 === "string"){
if(!pattern2.test(data40)){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/id",schemaPath:"#/definitions/ResultSummary/properties/id/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/id",schemaPath:"#/definitions/ResultSummary/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs91 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data39.state !== undefined && func0.call(data39, "state")){
let data41 = data39.state;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data41 === "string"){
if(func49(data41) > 64){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/state",schemaPath:"#/definitions/ResultSummary/properties/state/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data41) < 1){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/state",schemaPath:"#/definitions/ResultSummary/properties/state/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/state",schemaPath:"#/definitions/ResultSummary/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs93 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data39.exit_code !== undefined && func0.call(data39, "exit_code")){
let data42 = data39.exit_code;
const _errs95 = errors;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/exit_code",schemaPath:"#/definitions/ResultSummary/properties/exit_code/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs95){
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 255 || isNaN(data42)){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/exit_code",schemaPath:"#/definitions/ResultSummary/properties/exit_code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}}];
return false;
}
else {
if(data42 < 0 || isNaN(data42)){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/exit_code",schemaPath:"#/definitions/ResultSummary/properties/exit_code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid19 = _errs95 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data39.signal !== undefined && func0.call(data39, "signal")){
let data43 = data39.signal;
const _errs97 = errors;
if(errors === _errs97){
if(typeof data43 === "string"){
if(func49(data43) > 32){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/signal",schemaPath:"#/definitions/ResultSummary/properties/signal/maxLength",keyword:"maxLength",params:{limit: 32}}];
return false;
}
else {
if(func49(data43) < 1){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/signal",schemaPath:"#/definitions/ResultSummary/properties/signal/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/signal",schemaPath:"#/definitions/ResultSummary/properties/signal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs97 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data39.code !== undefined && func0.call(data39, "code")){
let data44 = data39.code;
const _errs99 = errors;
if(errors === _errs99){
if(typeof data44 === "string"){
if(func49(data44) > 64){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/code",schemaPath:"#/definitions/ResultSummary/properties/code/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func49(data44) < 1){
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/code",schemaPath:"#/definitions/ResultSummary/properties/code/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i3+"/code",schemaPath:"#/definitions/ResultSummary/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs99 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results/" + i3,schemaPath:"#/definitions/ResultSummary/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid17 = _errs88 === errors;
if(!valid17){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/results",schemaPath:"#/properties/results/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs86 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data45 = data.protocol_version;
const _errs101 = errors;
if(errors === _errs101){
if(typeof data45 === "string"){
if(!pattern7.test(data45)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs101 === errors;
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
