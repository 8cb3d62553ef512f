// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateExecCommand = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
import { noNul as pattern0 } from "./patterns.js";
import { envName as pattern2 } from "./patterns.js";
import { commandId as pattern7 } from "./patterns.js";
import { timestamp as pattern8 } from "./patterns.js";
const schema7 = {"enum":["high","low","normal"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return fault(validate22, instancePath, "type", {type: "string"});
}
if(!(((data === "high") || (data === "low")) || (data === "normal"))){
return fault(validate22, instancePath, "enum", {allowedValues: schema7.enum});
}
validate22.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.command === undefined) || (!((data.command !== base.command || func0.call(data, "command"))))) && (missing0 = "command")) || (((data.id === undefined) || (!((data.id !== base.id || func0.call(data, "id"))))) && (missing0 = "id"))) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp"))) || (((data.type === undefined) || (!((data.type !== base.type || func0.call(data, "type"))))) && (missing0 = "type"))){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.type !== undefined && (data.type !== base.type || func0.call(data, "type"))){
let data0 = data.type;
const _errs1 = errors;
if(typeof data0 !== "string"){
return fault(validate21, instancePath+"/type", "type", {type: "string"});
}
if("exec" !== data0){
return fault(validate21, instancePath+"/type", "const", {allowedValue: "exec"});
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined && (data.command !== base.command || func0.call(data, "command"))){
let data1 = data.command;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 32768 && func51(data1) > 32768){
return fault(validate21, instancePath+"/command", "maxLength", {limit: 32768});
}
else {
if(data1.length < 1){
return fault(validate21, instancePath+"/command", "minLength", {limit: 1});
}
else {
if(!pattern0.test(data1)){
return fault(validate21, instancePath+"/command", "pattern", {});
}
}
}
}
else {
return fault(validate21, instancePath+"/command", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.args !== undefined && (data.args !== base.args || func0.call(data, "args"))){
let data2 = data.args;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length > 256){
return fault(validate21, instancePath+"/args", "maxItems", {limit: 256});
}
else {
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 32768 && func51(data3) > 32768){
return fault(validate21, instancePath+"/args/" + i0, "maxLength", {limit: 32768});
}
else {
if(!pattern0.test(data3)){
return fault(validate21, instancePath+"/args/" + i0, "pattern", {});
}
}
}
else {
return fault(validate21, instancePath+"/args/" + i0, "type", {type: "string"});
}
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/args", "type", {type: "array"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.env !== undefined && (data.env !== base.env || func0.call(data, "env"))){
let data4 = data.env;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
const data4Keys = Object.keys(data4);
if(data4Keys.length > 128){
return fault(validate21, instancePath+"/env", "maxProperties", {limit: 128});
}
else {
for(const key0 of data4Keys){
const _errs11 = errors;
if(typeof key0 === "string"){
if(!pattern2.test(key0)){
const err0 = {instancePath:instancePath+"/env",keyword:"pattern",params:{},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid2 = _errs11 === errors;
if(!valid2){
const err1 = {instancePath:instancePath+"/env",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid2){
for(const key1 of data4Keys){
let data5 = data4[key1];
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(data5.length > 32768 && func51(data5) > 32768){
return fault(validate21, instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", {limit: 32768});
}
else {
if(!pattern0.test(data5)){
return fault(validate21, instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", {});
}
}
}
else {
return fault(validate21, instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
}
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
return fault(validate21, instancePath+"/env", "type", {type: "object"});
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.env_from !== undefined && (data.env_from !== base.env_from || func0.call(data, "env_from"))){
let data6 = data.env_from;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data6)){
if(data6.length > 64){
return fault(validate21, instancePath+"/env_from", "maxItems", {limit: 64});
}
else {
var valid4 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern2.test(data7)){
return fault(validate21, instancePath+"/env_from/" + i1, "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/env_from/" + i1, "type", {type: "string"});
}
}
var valid4 = _errs17 === errors;
if(!valid4){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/env_from", "type", {type: "array"});
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.working_dir !== undefined && (data.working_dir !== base.working_dir || func0.call(data, "working_dir"))){
let data8 = data.working_dir;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data8 === "string"){
if(data8.length > 4096 && func51(data8) > 4096){
return fault(validate21, instancePath+"/working_dir", "maxLength", {limit: 4096});
}
else {
if(data8.length < 1){
return fault(validate21, instancePath+"/working_dir", "minLength", {limit: 1});
}
else {
if(!pattern0.test(data8)){
return fault(validate21, instancePath+"/working_dir", "pattern", {});
}
}
}
}
else {
return fault(validate21, instancePath+"/working_dir", "type", {type: "string"});
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeout_seconds !== undefined && (data.timeout_seconds !== base.timeout_seconds || func0.call(data, "timeout_seconds"))){
let data9 = data.timeout_seconds;
const _errs21 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
return fault(validate21, instancePath+"/timeout_seconds", "type", {type: "integer"});
}
if(errors === _errs21){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 604800 || isNaN(data9)){
return fault(validate21, instancePath+"/timeout_seconds", "maximum", {limit: 604800});
}
else {
if(data9 < 1 || isNaN(data9)){
return fault(validate21, instancePath+"/timeout_seconds", "minimum", {limit: 1});
}
}
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kill_grace_seconds !== undefined && (data.kill_grace_seconds !== base.kill_grace_seconds || func0.call(data, "kill_grace_seconds"))){
let data10 = data.kill_grace_seconds;
const _errs23 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
return fault(validate21, instancePath+"/kill_grace_seconds", "type", {type: "integer"});
}
if(errors === _errs23){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 3600 || isNaN(data10)){
return fault(validate21, instancePath+"/kill_grace_seconds", "maximum", {limit: 3600});
}
else {
if(data10 < 0 || isNaN(data10)){
return fault(validate21, instancePath+"/kill_grace_seconds", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stdin !== undefined && (data.stdin !== base.stdin || func0.call(data, "stdin"))){
let data11 = data.stdin;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data11 === "string"){
if(data11.length > 262144 && func51(data11) > 262144){
return fault(validate21, instancePath+"/stdin", "maxLength", {limit: 262144});
}
else {
if(!pattern0.test(data11)){
return fault(validate21, instancePath+"/stdin", "pattern", {});
}
}
}
else {
return fault(validate21, instancePath+"/stdin", "type", {type: "string"});
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shell !== undefined && (data.shell !== base.shell || func0.call(data, "shell"))){
const _errs27 = errors;
if(typeof data.shell !== "boolean"){
return fault(validate21, instancePath+"/shell", "type", {type: "boolean"});
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_output_bytes !== undefined && (data.max_output_bytes !== base.max_output_bytes || func0.call(data, "max_output_bytes"))){
let data13 = data.max_output_bytes;
const _errs29 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
return fault(validate21, instancePath+"/max_output_bytes", "type", {type: "integer"});
}
if(errors === _errs29){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1073741824 || isNaN(data13)){
return fault(validate21, instancePath+"/max_output_bytes", "maximum", {limit: 1073741824});
}
else {
if(data13 < 0 || isNaN(data13)){
return fault(validate21, instancePath+"/max_output_bytes", "minimum", {limit: 0});
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
if(data.id !== undefined && (data.id !== base.id || func0.call(data, "id"))){
let data14 = data.id;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data14 === "string"){
if(!pattern7.test(data14)){
return fault(validate21, instancePath+"/id", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/id", "type", {type: "string"});
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data15 = data.timestamp;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
return fault(validate21, instancePath+"/timestamp", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/timestamp", "type", {type: "string"});
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.priority !== undefined && (data.priority !== base.priority || func0.call(data, "priority"))){
const _errs35 = errors;
if(!(validate22(data.priority, {instancePath:instancePath+"/priority",parentData:data,parentDataProperty:"priority",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.queue_ttl_seconds !== undefined && (data.queue_ttl_seconds !== base.queue_ttl_seconds || func0.call(data, "queue_ttl_seconds"))){
let data17 = data.queue_ttl_seconds;
const _errs36 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
return fault(validate21, instancePath+"/queue_ttl_seconds", "type", {type: "integer"});
}
if(errors === _errs36){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 604800 || isNaN(data17)){
return fault(validate21, instancePath+"/queue_ttl_seconds", "maximum", {limit: 604800});
}
else {
if(data17 < 1 || isNaN(data17)){
return fault(validate21, instancePath+"/queue_ttl_seconds", "minimum", {limit: 1});
}
}
}
}
var valid0 = _errs36 === errors;
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
else {
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
