// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateStatus = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func49 } from "../code-points.js";
import { timestamp as pattern0 } from "./patterns.js";
import { protocolVersion as pattern5 } from "./patterns.js";

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
if(data2.length > 1024 && func49(data2) > 1024){
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

import { commandId as pattern2 } from "./patterns.js";

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.message === undefined) || (!((data.message !== base.message || func0.call(data, "message"))))) && (missing0 = "message")) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp"))){
return fault(validate24, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data0 = data.timestamp;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
return fault(validate24, instancePath+"/timestamp", "pattern", {});
}
}
else {
return fault(validate24, instancePath+"/timestamp", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && (data.message !== base.message || func0.call(data, "message"))){
let data1 = data.message;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 2048 && func49(data1) > 2048){
return fault(validate24, instancePath+"/message", "maxLength", {limit: 2048});
}
else {
if(data1.length < 1){
return fault(validate24, instancePath+"/message", "minLength", {limit: 1});
}
}
}
else {
return fault(validate24, instancePath+"/message", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined && (data.code !== base.code || func0.call(data, "code"))){
let data2 = data.code;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 64 && func49(data2) > 64){
return fault(validate24, instancePath+"/code", "maxLength", {limit: 64});
}
else {
if(data2.length < 1){
return fault(validate24, instancePath+"/code", "minLength", {limit: 1});
}
}
}
else {
return fault(validate24, instancePath+"/code", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined && (data.source !== base.source || func0.call(data, "source"))){
let data3 = data.source;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 128 && func49(data3) > 128){
return fault(validate24, instancePath+"/source", "maxLength", {limit: 128});
}
else {
if(data3.length < 1){
return fault(validate24, instancePath+"/source", "minLength", {limit: 1});
}
}
}
else {
return fault(validate24, instancePath+"/source", "type", {type: "string"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command_id !== undefined && (data.command_id !== base.command_id || func0.call(data, "command_id"))){
let data4 = data.command_id;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
return fault(validate24, instancePath+"/command_id", "pattern", {});
}
}
else {
return fault(validate24, instancePath+"/command_id", "type", {type: "string"});
}
}
var valid0 = _errs9 === errors;
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
else {
return fault(validate24, instancePath, "type", {type: "object"});
}
}
validate24.errors = vErrors;
return errors === 0;
}


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
if(data1.length > 1024 && func49(data1) > 1024){
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


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.name === undefined) || (!((data.name !== base.name || func0.call(data, "name"))))) && (missing0 = "name")) || (((data.version === undefined) || (!((data.version !== base.version || func0.call(data, "version"))))) && (missing0 = "version"))){
return fault(validate29, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.name !== undefined && (data.name !== base.name || func0.call(data, "name"))){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 64 && func49(data0) > 64){
return fault(validate29, instancePath+"/name", "maxLength", {limit: 64});
}
else {
if(data0.length < 1){
return fault(validate29, instancePath+"/name", "minLength", {limit: 1});
}
}
}
else {
return fault(validate29, instancePath+"/name", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined && (data.version !== base.version || func0.call(data, "version"))){
let data1 = data.version;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 64 && func49(data1) > 64){
return fault(validate29, instancePath+"/version", "maxLength", {limit: 64});
}
else {
if(data1.length < 1){
return fault(validate29, instancePath+"/version", "minLength", {limit: 1});
}
}
}
else {
return fault(validate29, instancePath+"/version", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime !== undefined && (data.runtime !== base.runtime || func0.call(data, "runtime"))){
let data2 = data.runtime;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 128 && func49(data2) > 128){
return fault(validate29, instancePath+"/runtime", "maxLength", {limit: 128});
}
}
else {
return fault(validate29, instancePath+"/runtime", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.capabilities !== undefined && (data.capabilities !== base.capabilities || func0.call(data, "capabilities"))){
let data3 = data.capabilities;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
if(data3.length > 32){
return fault(validate29, instancePath+"/capabilities", "maxItems", {limit: 32});
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 64 && func49(data4) > 64){
return fault(validate29, instancePath+"/capabilities/" + i0, "maxLength", {limit: 64});
}
else {
if(data4.length < 1){
return fault(validate29, instancePath+"/capabilities/" + i0, "minLength", {limit: 1});
}
}
}
else {
return fault(validate29, instancePath+"/capabilities/" + i0, "type", {type: "string"});
}
}
var valid1 = _errs9 === errors;
if(!valid1){
break;
}
}
}
}
else {
return fault(validate29, instancePath+"/capabilities", "type", {type: "array"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return fault(validate29, instancePath, "type", {type: "object"});
}
}
validate29.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) || (!((data.id !== base.id || func0.call(data, "id"))))) && (missing0 = "id")) || (((data.state === undefined) || (!((data.state !== base.state || func0.call(data, "state"))))) && (missing0 = "state"))){
return fault(validate31, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.id !== undefined && (data.id !== base.id || func0.call(data, "id"))){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
return fault(validate31, instancePath+"/id", "pattern", {});
}
}
else {
return fault(validate31, instancePath+"/id", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined && (data.state !== base.state || func0.call(data, "state"))){
let data1 = data.state;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 64 && func49(data1) > 64){
return fault(validate31, instancePath+"/state", "maxLength", {limit: 64});
}
else {
if(data1.length < 1){
return fault(validate31, instancePath+"/state", "minLength", {limit: 1});
}
}
}
else {
return fault(validate31, instancePath+"/state", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exit_code !== undefined && (data.exit_code !== base.exit_code || func0.call(data, "exit_code"))){
let data2 = data.exit_code;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
return fault(validate31, instancePath+"/exit_code", "type", {type: "integer"});
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 255 || isNaN(data2)){
return fault(validate31, instancePath+"/exit_code", "maximum", {limit: 255});
}
else {
if(data2 < 0 || isNaN(data2)){
return fault(validate31, instancePath+"/exit_code", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signal !== undefined && (data.signal !== base.signal || func0.call(data, "signal"))){
let data3 = data.signal;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 32 && func49(data3) > 32){
return fault(validate31, instancePath+"/signal", "maxLength", {limit: 32});
}
else {
if(data3.length < 1){
return fault(validate31, instancePath+"/signal", "minLength", {limit: 1});
}
}
}
else {
return fault(validate31, instancePath+"/signal", "type", {type: "string"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined && (data.code !== base.code || func0.call(data, "code"))){
let data4 = data.code;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 64 && func49(data4) > 64){
return fault(validate31, instancePath+"/code", "maxLength", {limit: 64});
}
else {
if(data4.length < 1){
return fault(validate31, instancePath+"/code", "minLength", {limit: 1});
}
}
}
else {
return fault(validate31, instancePath+"/code", "type", {type: "string"});
}
}
var valid0 = _errs9 === errors;
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
else {
return fault(validate31, instancePath, "type", {type: "object"});
}
}
validate31.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.status === undefined) || (!((data.status !== base.status || func0.call(data, "status"))))) && (missing0 = "status")) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp"))){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data0 = data.timestamp;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
return fault(validate21, instancePath+"/timestamp", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/timestamp", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined && (data.status !== base.status || func0.call(data, "status"))){
let data1 = data.status;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 64 && func49(data1) > 64){
return fault(validate21, instancePath+"/status", "maxLength", {limit: 64});
}
else {
if(data1.length < 1){
return fault(validate21, instancePath+"/status", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/status", "type", {type: "string"});
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
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 64 && func49(data2) > 64){
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
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined && (data.phase !== base.phase || func0.call(data, "phase"))){
let data3 = data.phase;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 128 && func49(data3) > 128){
return fault(validate21, instancePath+"/phase", "maxLength", {limit: 128});
}
}
else {
return fault(validate21, instancePath+"/phase", "type", {type: "string"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.progress !== undefined && (data.progress !== base.progress || func0.call(data, "progress"))){
const _errs9 = errors;
if(!(validate22(data.progress, {instancePath:instancePath+"/progress",parentData:data,parentDataProperty:"progress",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.services !== undefined && (data.services !== base.services || func0.call(data, "services"))){
let data5 = data.services;
const _errs10 = errors;
if(errors === _errs10){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const data5Keys = Object.keys(data5);
if(data5Keys.length > 64){
return fault(validate21, instancePath+"/services", "maxProperties", {limit: 64});
}
else {
for(const key0 of data5Keys){
const _errs12 = errors;
if(typeof key0 === "string"){
if(key0.length > 64 && func49(key0) > 64){
const err0 = {instancePath:instancePath+"/services",keyword:"maxLength",params:{limit: 64},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(key0.length < 1){
const err1 = {instancePath:instancePath+"/services",keyword:"minLength",params:{limit: 1},propertyName:key0};
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
var valid1 = _errs12 === errors;
if(!valid1){
const err2 = {instancePath:instancePath+"/services",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid1){
for(const key1 of data5Keys){
let data6 = data5[key1];
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(data6.length > 64 && func49(data6) > 64){
return fault(validate21, instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", {limit: 64});
}
else {
if(data6.length < 1){
return fault(validate21, instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
}
}
var valid2 = _errs14 === errors;
if(!valid2){
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
if(data.errors !== undefined && (data.errors !== base.errors || func0.call(data, "errors"))){
let data7 = data.errors;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
if(data7.length > 50){
return fault(validate21, instancePath+"/errors", "maxItems", {limit: 50});
}
else {
var valid3 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs18 = errors;
if(!(validate24(data7[i0], {instancePath:instancePath+"/errors/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid3 = _errs18 === errors;
if(!valid3){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/errors", "type", {type: "array"});
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnings !== undefined && (data.warnings !== base.warnings || func0.call(data, "warnings"))){
let data9 = data.warnings;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length > 50){
return fault(validate21, instancePath+"/warnings", "maxItems", {limit: 50});
}
else {
var valid4 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
const _errs21 = errors;
if(!(validate24(data9[i1], {instancePath:instancePath+"/warnings/" + i1,parentData:data9,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid4 = _errs21 === errors;
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
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined && (data.custom !== base.custom || func0.call(data, "custom"))){
let data11 = data.custom;
const _errs22 = errors;
if(errors === _errs22){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
const data11Keys = Object.keys(data11);
if(data11Keys.length > 64){
return fault(validate21, instancePath+"/custom", "maxProperties", {limit: 64});
}
else {
for(const key2 of data11Keys){
const _errs24 = errors;
if(typeof key2 === "string"){
if(key2.length > 64 && func49(key2) > 64){
const err3 = {instancePath:instancePath+"/custom",keyword:"maxLength",params:{limit: 64},propertyName:key2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(key2.length < 1){
const err4 = {instancePath:instancePath+"/custom",keyword:"minLength",params:{limit: 1},propertyName:key2};
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
var valid5 = _errs24 === errors;
if(!valid5){
const err5 = {instancePath:instancePath+"/custom",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attention !== undefined && (data.attention !== base.attention || func0.call(data, "attention"))){
const _errs26 = errors;
if(!(validate27(data.attention, {instancePath:instancePath+"/attention",parentData:data,parentDataProperty:"attention",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.boot_id !== undefined && (data.boot_id !== base.boot_id || func0.call(data, "boot_id"))){
let data13 = data.boot_id;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data13 === "string"){
if(data13.length > 64 && func49(data13) > 64){
return fault(validate21, instancePath+"/boot_id", "maxLength", {limit: 64});
}
else {
if(data13.length < 1){
return fault(validate21, instancePath+"/boot_id", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/boot_id", "type", {type: "string"});
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sequence !== undefined && (data.sequence !== base.sequence || func0.call(data, "sequence"))){
let data14 = data.sequence;
const _errs29 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
return fault(validate21, instancePath+"/sequence", "type", {type: "integer"});
}
if(errors === _errs29){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
return fault(validate21, instancePath+"/sequence", "maximum", {limit: 9007199254740991});
}
else {
if(data14 < 0 || isNaN(data14)){
return fault(validate21, instancePath+"/sequence", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.heartbeat_interval_seconds !== undefined && (data.heartbeat_interval_seconds !== base.heartbeat_interval_seconds || func0.call(data, "heartbeat_interval_seconds"))){
let data15 = data.heartbeat_interval_seconds;
const _errs31 = errors;
if(errors === _errs31){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 3600 || isNaN(data15)){
return fault(validate21, instancePath+"/heartbeat_interval_seconds", "maximum", {limit: 3600});
}
else {
if(data15 < 0.05 || isNaN(data15)){
return fault(validate21, instancePath+"/heartbeat_interval_seconds", "minimum", {limit: 0.05});
}
}
}
else {
return fault(validate21, instancePath+"/heartbeat_interval_seconds", "type", {type: "number"});
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined && (data.agent !== base.agent || func0.call(data, "agent"))){
const _errs33 = errors;
if(!(validate29(data.agent, {instancePath:instancePath+"/agent",parentData:data,parentDataProperty:"agent",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.results !== undefined && (data.results !== base.results || func0.call(data, "results"))){
let data17 = data.results;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data17)){
if(data17.length > 512){
return fault(validate21, instancePath+"/results", "maxItems", {limit: 512});
}
else {
var valid6 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
const _errs36 = errors;
if(!(validate31(data17[i2], {instancePath:instancePath+"/results/" + i2,parentData:data17,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
var valid6 = _errs36 === errors;
if(!valid6){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/results", "type", {type: "array"});
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data19 = data.protocol_version;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs37 === errors;
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
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
