// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateStatus = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func49 } from "../code-points.js";
const pattern0 = /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern5 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.current === undefined) || (!((data.current !== base.current || func0.call(data, "current"))))) && (missing0 = "current")) || (((data.total === undefined) || (!((data.total !== base.total || func0.call(data, "total"))))) && (missing0 = "total"))){
validate22.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.current !== undefined && (data.current !== base.current || func0.call(data, "current"))){
let data0 = data.current;
const _errs1 = errors;
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
validate22.errors = [{instancePath:instancePath+"/current",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate22.errors = [{instancePath:instancePath+"/current",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/current",keyword:"type",params:{type: "number"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/total",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate22.errors = [{instancePath:instancePath+"/total",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/total",keyword:"type",params:{type: "number"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/message",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

const pattern2 = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.message === undefined) || (!((data.message !== base.message || func0.call(data, "message"))))) && (missing0 = "message")) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp"))){
validate24.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data0 = data.timestamp;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate24.errors = [{instancePath:instancePath+"/timestamp",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/timestamp",keyword:"type",params:{type: "string"}}];
return false;
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
validate24.errors = [{instancePath:instancePath+"/message",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
else {
if(data1.length < 1){
validate24.errors = [{instancePath:instancePath+"/message",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}}];
return false;
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
validate24.errors = [{instancePath:instancePath+"/code",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data2.length < 1){
validate24.errors = [{instancePath:instancePath+"/code",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/code",keyword:"type",params:{type: "string"}}];
return false;
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
validate24.errors = [{instancePath:instancePath+"/source",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(data3.length < 1){
validate24.errors = [{instancePath:instancePath+"/source",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/source",keyword:"type",params:{type: "string"}}];
return false;
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
validate24.errors = [{instancePath:instancePath+"/command_id",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/command_id",keyword:"type",params:{type: "string"}}];
return false;
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
validate24.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
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
validate27.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.required !== undefined && (data.required !== base.required || func0.call(data, "required"))){
const _errs1 = errors;
if(typeof data.required !== "boolean"){
validate27.errors = [{instancePath:instancePath+"/required",keyword:"type",params:{type: "boolean"}}];
return false;
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
validate27.errors = [{instancePath:instancePath+"/reason",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/reason",keyword:"type",params:{type: "string"}}];
return false;
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
validate27.errors = [{instancePath:instancePath+"/since",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/since",keyword:"type",params:{type: "string"}}];
return false;
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
validate27.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
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
validate29.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.name !== undefined && (data.name !== base.name || func0.call(data, "name"))){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 64 && func49(data0) > 64){
validate29.errors = [{instancePath:instancePath+"/name",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data0.length < 1){
validate29.errors = [{instancePath:instancePath+"/name",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}}];
return false;
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
validate29.errors = [{instancePath:instancePath+"/version",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data1.length < 1){
validate29.errors = [{instancePath:instancePath+"/version",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/version",keyword:"type",params:{type: "string"}}];
return false;
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
validate29.errors = [{instancePath:instancePath+"/runtime",keyword:"maxLength",params:{limit: 128}}];
return false;
}
}
else {
validate29.errors = [{instancePath:instancePath+"/runtime",keyword:"type",params:{type: "string"}}];
return false;
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
validate29.errors = [{instancePath:instancePath+"/capabilities",keyword:"maxItems",params:{limit: 32}}];
return false;
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
validate29.errors = [{instancePath:instancePath+"/capabilities/" + i0,keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data4.length < 1){
validate29.errors = [{instancePath:instancePath+"/capabilities/" + i0,keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate29.errors = [{instancePath:instancePath+"/capabilities/" + i0,keyword:"type",params:{type: "string"}}];
return false;
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
validate29.errors = [{instancePath:instancePath+"/capabilities",keyword:"type",params:{type: "array"}}];
return false;
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
validate29.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
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
validate31.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined && (data.id !== base.id || func0.call(data, "id"))){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate31.errors = [{instancePath:instancePath+"/id",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate31.errors = [{instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}}];
return false;
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
validate31.errors = [{instancePath:instancePath+"/state",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data1.length < 1){
validate31.errors = [{instancePath:instancePath+"/state",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/state",keyword:"type",params:{type: "string"}}];
return false;
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
validate31.errors = [{instancePath:instancePath+"/exit_code",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 255 || isNaN(data2)){
validate31.errors = [{instancePath:instancePath+"/exit_code",keyword:"maximum",params:{comparison: "<=", limit: 255}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate31.errors = [{instancePath:instancePath+"/exit_code",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
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
validate31.errors = [{instancePath:instancePath+"/signal",keyword:"maxLength",params:{limit: 32}}];
return false;
}
else {
if(data3.length < 1){
validate31.errors = [{instancePath:instancePath+"/signal",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/signal",keyword:"type",params:{type: "string"}}];
return false;
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
validate31.errors = [{instancePath:instancePath+"/code",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data4.length < 1){
validate31.errors = [{instancePath:instancePath+"/code",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/code",keyword:"type",params:{type: "string"}}];
return false;
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
validate31.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data0 = data.timestamp;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate21.errors = [{instancePath:instancePath+"/timestamp",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/timestamp",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/status",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data1.length < 1){
validate21.errors = [{instancePath:instancePath+"/status",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/health",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data2.length < 1){
validate21.errors = [{instancePath:instancePath+"/health",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/health",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/phase",keyword:"maxLength",params:{limit: 128}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/phase",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/services",keyword:"maxProperties",params:{limit: 64}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data6.length < 1){
validate21.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/services",keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/errors",keyword:"maxItems",params:{limit: 50}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/warnings",keyword:"maxItems",params:{limit: 50}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/warnings",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/custom",keyword:"maxProperties",params:{limit: 64}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/custom",keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/boot_id",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data13.length < 1){
validate21.errors = [{instancePath:instancePath+"/boot_id",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/boot_id",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/sequence",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs29){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
validate21.errors = [{instancePath:instancePath+"/sequence",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data14 < 0 || isNaN(data14)){
validate21.errors = [{instancePath:instancePath+"/sequence",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data15 < 0.05 || isNaN(data15)){
validate21.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",keyword:"minimum",params:{comparison: ">=", limit: 0.05}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",keyword:"type",params:{type: "number"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/results",keyword:"maxItems",params:{limit: 512}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/results",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/protocol_version",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/protocol_version",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
