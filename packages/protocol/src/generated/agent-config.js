// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateAgentConfig = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func59 } from "../code-points.js";

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.max_commands !== undefined && (data.max_commands !== base.max_commands || func0.call(data, "max_commands"))){
let data0 = data.max_commands;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate22, instancePath+"/max_commands", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 10000 || isNaN(data0)){
return fault(validate22, instancePath+"/max_commands", "maximum", {limit: 10000});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate22, instancePath+"/max_commands", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_bytes !== undefined && (data.max_bytes !== base.max_bytes || func0.call(data, "max_bytes"))){
let data1 = data.max_bytes;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate22, instancePath+"/max_bytes", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate22, instancePath+"/max_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate22, instancePath+"/max_bytes", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
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

import { noNul as pattern2 } from "./patterns.js";

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.command === undefined) || (!((data.command !== base.command || func0.call(data, "command"))))) && (missing0 = "command")){
return fault(validate24, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.command !== undefined && (data.command !== base.command || func0.call(data, "command"))){
let data0 = data.command;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 4096 && func59(data0) > 4096){
return fault(validate24, instancePath+"/command", "maxLength", {limit: 4096});
}
else {
if(data0.length < 1){
return fault(validate24, instancePath+"/command", "minLength", {limit: 1});
}
else {
if(!pattern2.test(data0)){
return fault(validate24, instancePath+"/command", "pattern", {});
}
}
}
}
else {
return fault(validate24, instancePath+"/command", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interval_seconds !== undefined && (data.interval_seconds !== base.interval_seconds || func0.call(data, "interval_seconds"))){
let data1 = data.interval_seconds;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate24, instancePath+"/interval_seconds", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 86400 || isNaN(data1)){
return fault(validate24, instancePath+"/interval_seconds", "maximum", {limit: 86400});
}
else {
if(data1 < 1 || isNaN(data1)){
return fault(validate24, instancePath+"/interval_seconds", "minimum", {limit: 1});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeout_seconds !== undefined && (data.timeout_seconds !== base.timeout_seconds || func0.call(data, "timeout_seconds"))){
let data2 = data.timeout_seconds;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
return fault(validate24, instancePath+"/timeout_seconds", "type", {type: "integer"});
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
return fault(validate24, instancePath+"/timeout_seconds", "maximum", {limit: 3600});
}
else {
if(data2 < 1 || isNaN(data2)){
return fault(validate24, instancePath+"/timeout_seconds", "minimum", {limit: 1});
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
if(data.retries !== undefined && (data.retries !== base.retries || func0.call(data, "retries"))){
let data3 = data.retries;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
return fault(validate24, instancePath+"/retries", "type", {type: "integer"});
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 100 || isNaN(data3)){
return fault(validate24, instancePath+"/retries", "maximum", {limit: 100});
}
else {
if(data3 < 1 || isNaN(data3)){
return fault(validate24, instancePath+"/retries", "minimum", {limit: 1});
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.start_period_seconds !== undefined && (data.start_period_seconds !== base.start_period_seconds || func0.call(data, "start_period_seconds"))){
let data4 = data.start_period_seconds;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
return fault(validate24, instancePath+"/start_period_seconds", "type", {type: "integer"});
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 86400 || isNaN(data4)){
return fault(validate24, instancePath+"/start_period_seconds", "maximum", {limit: 86400});
}
else {
if(data4 < 0 || isNaN(data4)){
return fault(validate24, instancePath+"/start_period_seconds", "minimum", {limit: 0});
}
}
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
if(((data.command === undefined) || (!((data.command !== base.command || func0.call(data, "command"))))) && (missing0 = "command")){
return fault(validate27, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.command !== undefined && (data.command !== base.command || func0.call(data, "command"))){
let data0 = data.command;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 4096 && func59(data0) > 4096){
return fault(validate27, instancePath+"/command", "maxLength", {limit: 4096});
}
else {
if(data0.length < 1){
return fault(validate27, instancePath+"/command", "minLength", {limit: 1});
}
else {
if(!pattern2.test(data0)){
return fault(validate27, instancePath+"/command", "pattern", {});
}
}
}
}
else {
return fault(validate27, instancePath+"/command", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeout_seconds !== undefined && (data.timeout_seconds !== base.timeout_seconds || func0.call(data, "timeout_seconds"))){
let data1 = data.timeout_seconds;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate27, instancePath+"/timeout_seconds", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 86400 || isNaN(data1)){
return fault(validate27, instancePath+"/timeout_seconds", "maximum", {limit: 86400});
}
else {
if(data1 < 1 || isNaN(data1)){
return fault(validate27, instancePath+"/timeout_seconds", "minimum", {limit: 1});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
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

import { envName as pattern0 } from "./patterns.js";
import { signalName as pattern3 } from "./patterns.js";
import { protocolVersion as pattern5 } from "./patterns.js";

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.heartbeat_interval_seconds !== undefined && (data.heartbeat_interval_seconds !== base.heartbeat_interval_seconds || func0.call(data, "heartbeat_interval_seconds"))){
let data0 = data.heartbeat_interval_seconds;
const _errs1 = errors;
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
return fault(validate21, instancePath+"/heartbeat_interval_seconds", "maximum", {limit: 3600});
}
else {
if(data0 < 0.05 || isNaN(data0)){
return fault(validate21, instancePath+"/heartbeat_interval_seconds", "minimum", {limit: 0.05});
}
}
}
else {
return fault(validate21, instancePath+"/heartbeat_interval_seconds", "type", {type: "number"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.poll_interval_seconds !== undefined && (data.poll_interval_seconds !== base.poll_interval_seconds || func0.call(data, "poll_interval_seconds"))){
let data1 = data.poll_interval_seconds;
const _errs3 = errors;
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 60 || isNaN(data1)){
return fault(validate21, instancePath+"/poll_interval_seconds", "maximum", {limit: 60});
}
else {
if(data1 < 0.05 || isNaN(data1)){
return fault(validate21, instancePath+"/poll_interval_seconds", "minimum", {limit: 0.05});
}
}
}
else {
return fault(validate21, instancePath+"/poll_interval_seconds", "type", {type: "number"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metrics_interval_seconds !== undefined && (data.metrics_interval_seconds !== base.metrics_interval_seconds || func0.call(data, "metrics_interval_seconds"))){
let data2 = data.metrics_interval_seconds;
const _errs5 = errors;
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
return fault(validate21, instancePath+"/metrics_interval_seconds", "maximum", {limit: 3600});
}
else {
if(data2 < 0 || isNaN(data2)){
return fault(validate21, instancePath+"/metrics_interval_seconds", "minimum", {limit: 0});
}
}
}
else {
return fault(validate21, instancePath+"/metrics_interval_seconds", "type", {type: "number"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_concurrency !== undefined && (data.max_concurrency !== base.max_concurrency || func0.call(data, "max_concurrency"))){
let data3 = data.max_concurrency;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
return fault(validate21, instancePath+"/max_concurrency", "type", {type: "integer"});
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 64 || isNaN(data3)){
return fault(validate21, instancePath+"/max_concurrency", "maximum", {limit: 64});
}
else {
if(data3 < 1 || isNaN(data3)){
return fault(validate21, instancePath+"/max_concurrency", "minimum", {limit: 1});
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kill_grace_seconds !== undefined && (data.kill_grace_seconds !== base.kill_grace_seconds || func0.call(data, "kill_grace_seconds"))){
let data4 = data.kill_grace_seconds;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
return fault(validate21, instancePath+"/kill_grace_seconds", "type", {type: "integer"});
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 3600 || isNaN(data4)){
return fault(validate21, instancePath+"/kill_grace_seconds", "maximum", {limit: 3600});
}
else {
if(data4 < 0 || isNaN(data4)){
return fault(validate21, instancePath+"/kill_grace_seconds", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_output_bytes !== undefined && (data.max_output_bytes !== base.max_output_bytes || func0.call(data, "max_output_bytes"))){
let data5 = data.max_output_bytes;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
return fault(validate21, instancePath+"/max_output_bytes", "type", {type: "integer"});
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1073741824 || isNaN(data5)){
return fault(validate21, instancePath+"/max_output_bytes", "maximum", {limit: 1073741824});
}
else {
if(data5 < 0 || isNaN(data5)){
return fault(validate21, instancePath+"/max_output_bytes", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.retention !== undefined && (data.retention !== base.retention || func0.call(data, "retention"))){
const _errs13 = errors;
if(!(validate22(data.retention, {instancePath:instancePath+"/retention",parentData:data,parentDataProperty:"retention",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allow_env !== undefined && (data.allow_env !== base.allow_env || func0.call(data, "allow_env"))){
let data7 = data.allow_env;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
if(data7.length > 64){
return fault(validate21, instancePath+"/allow_env", "maxItems", {limit: 64});
}
else {
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
return fault(validate21, instancePath+"/allow_env/" + i0, "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/allow_env/" + i0, "type", {type: "string"});
}
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/allow_env", "type", {type: "array"});
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.secret_env !== undefined && (data.secret_env !== base.secret_env || func0.call(data, "secret_env"))){
let data9 = data.secret_env;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data9)){
if(data9.length > 64){
return fault(validate21, instancePath+"/secret_env", "maxItems", {limit: 64});
}
else {
var valid2 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs20 = errors;
if(errors === _errs20){
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
return fault(validate21, instancePath+"/secret_env/" + i1, "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/secret_env/" + i1, "type", {type: "string"});
}
}
var valid2 = _errs20 === errors;
if(!valid2){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/secret_env", "type", {type: "array"});
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.health !== undefined && (data.health !== base.health || func0.call(data, "health"))){
const _errs22 = errors;
if(!(validate24(data.health, {instancePath:instancePath+"/health",parentData:data,parentDataProperty:"health",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.services !== undefined && (data.services !== base.services || func0.call(data, "services"))){
let data12 = data.services;
const _errs23 = errors;
if(errors === _errs23){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
const data12Keys = Object.keys(data12);
if(data12Keys.length > 64){
return fault(validate21, instancePath+"/services", "maxProperties", {limit: 64});
}
else {
for(const key0 of data12Keys){
const _errs25 = errors;
if(typeof key0 === "string"){
if(key0.length > 64 && func59(key0) > 64){
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
var valid3 = _errs25 === errors;
if(!valid3){
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
if(valid3){
for(const key1 of data12Keys){
const _errs27 = errors;
if(!(validate24(data12[key1], {instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data12,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid4 = _errs27 === errors;
if(!valid4){
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
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signals !== undefined && (data.signals !== base.signals || func0.call(data, "signals"))){
let data14 = data.signals;
const _errs28 = errors;
if(errors === _errs28){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
const data14Keys = Object.keys(data14);
if(data14Keys.length > 32){
return fault(validate21, instancePath+"/signals", "maxProperties", {limit: 32});
}
else {
for(const key2 of data14Keys){
const _errs30 = errors;
if(typeof key2 === "string"){
if(!pattern3.test(key2)){
const err3 = {instancePath:instancePath+"/signals",keyword:"pattern",params:{},propertyName:key2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid5 = _errs30 === errors;
if(!valid5){
const err4 = {instancePath:instancePath+"/signals",keyword:"propertyNames",params:{propertyName: key2}};
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
if(valid5){
for(const key3 of data14Keys){
const _errs32 = errors;
if(!(validate27(data14[key3], {instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data14,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid6 = _errs32 === errors;
if(!valid6){
break;
}
}
}
}
}
else {
return fault(validate21, instancePath+"/signals", "type", {type: "object"});
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data16 = data.protocol_version;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data16 === "string"){
if(!pattern5.test(data16)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs33 === errors;
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
else {
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
