// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateExecCommand = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
const pattern0 = /^[^\x00]*$/u;
const pattern2 = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/u;
const pattern7 = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;
const pattern8 = /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
const schema7 = {"enum":["high","low","normal"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate22.errors = [{instancePath,keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "high") || (data === "low")) || (data === "normal"))){
validate22.errors = [{instancePath,keyword:"enum",params:{allowedValues: schema7.enum}}];
return false;
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
validate21.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.type !== undefined && (data.type !== base.type || func0.call(data, "type"))){
let data0 = data.type;
const _errs1 = errors;
if(typeof data0 !== "string"){
validate21.errors = [{instancePath:instancePath+"/type",keyword:"type",params:{type: "string"}}];
return false;
}
if("exec" !== data0){
validate21.errors = [{instancePath:instancePath+"/type",keyword:"const",params:{allowedValue: "exec"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/command",keyword:"maxLength",params:{limit: 32768}}];
return false;
}
else {
if(data1.length < 1){
validate21.errors = [{instancePath:instancePath+"/command",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data1)){
validate21.errors = [{instancePath:instancePath+"/command",keyword:"pattern",params:{}}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/command",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/args",keyword:"maxItems",params:{limit: 256}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/args/" + i0,keyword:"maxLength",params:{limit: 32768}}];
return false;
}
else {
if(!pattern0.test(data3)){
validate21.errors = [{instancePath:instancePath+"/args/" + i0,keyword:"pattern",params:{}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/args/" + i0,keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/args",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/env",keyword:"maxProperties",params:{limit: 128}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"maxLength",params:{limit: 32768}}];
return false;
}
else {
if(!pattern0.test(data5)){
validate21.errors = [{instancePath:instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"pattern",params:{}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/env",keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/env_from",keyword:"maxItems",params:{limit: 64}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/env_from/" + i1,keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/env_from/" + i1,keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/env_from",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/working_dir",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(data8.length < 1){
validate21.errors = [{instancePath:instancePath+"/working_dir",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data8)){
validate21.errors = [{instancePath:instancePath+"/working_dir",keyword:"pattern",params:{}}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/working_dir",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/timeout_seconds",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs21){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 604800 || isNaN(data9)){
validate21.errors = [{instancePath:instancePath+"/timeout_seconds",keyword:"maximum",params:{comparison: "<=", limit: 604800}}];
return false;
}
else {
if(data9 < 1 || isNaN(data9)){
validate21.errors = [{instancePath:instancePath+"/timeout_seconds",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/kill_grace_seconds",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs23){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 3600 || isNaN(data10)){
validate21.errors = [{instancePath:instancePath+"/kill_grace_seconds",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data10 < 0 || isNaN(data10)){
validate21.errors = [{instancePath:instancePath+"/kill_grace_seconds",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/stdin",keyword:"maxLength",params:{limit: 262144}}];
return false;
}
else {
if(!pattern0.test(data11)){
validate21.errors = [{instancePath:instancePath+"/stdin",keyword:"pattern",params:{}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/stdin",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/shell",keyword:"type",params:{type: "boolean"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/max_output_bytes",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs29){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1073741824 || isNaN(data13)){
validate21.errors = [{instancePath:instancePath+"/max_output_bytes",keyword:"maximum",params:{comparison: "<=", limit: 1073741824}}];
return false;
}
else {
if(data13 < 0 || isNaN(data13)){
validate21.errors = [{instancePath:instancePath+"/max_output_bytes",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
if(data.id !== undefined && (data.id !== base.id || func0.call(data, "id"))){
let data14 = data.id;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data14 === "string"){
if(!pattern7.test(data14)){
validate21.errors = [{instancePath:instancePath+"/id",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/timestamp",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/timestamp",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/queue_ttl_seconds",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs36){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 604800 || isNaN(data17)){
validate21.errors = [{instancePath:instancePath+"/queue_ttl_seconds",keyword:"maximum",params:{comparison: "<=", limit: 604800}}];
return false;
}
else {
if(data17 < 1 || isNaN(data17)){
validate21.errors = [{instancePath:instancePath+"/queue_ttl_seconds",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
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
validate21.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
