// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateAgentConfig = validate10;
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func59 } from "../code-points.js";
const pattern0 = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/u;
const pattern2 = /^[^\x00]*$/u;
const pattern4 = /^[a-z][a-z0-9_-]{0,63}$/u;
const pattern6 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.heartbeat_interval_seconds !== undefined && func0.call(data, "heartbeat_interval_seconds")){
let data0 = data.heartbeat_interval_seconds;
const _errs1 = errors;
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
validate10.errors = [{instancePath:instancePath+"/heartbeat_interval_seconds",schemaPath:"#/properties/heartbeat_interval_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data0 < 0.05 || isNaN(data0)){
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
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.poll_interval_seconds !== undefined && func0.call(data, "poll_interval_seconds")){
let data1 = data.poll_interval_seconds;
const _errs3 = errors;
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 60 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/poll_interval_seconds",schemaPath:"#/properties/poll_interval_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60}}];
return false;
}
else {
if(data1 < 0.05 || isNaN(data1)){
validate10.errors = [{instancePath:instancePath+"/poll_interval_seconds",schemaPath:"#/properties/poll_interval_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/poll_interval_seconds",schemaPath:"#/properties/poll_interval_seconds/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metrics_interval_seconds !== undefined && func0.call(data, "metrics_interval_seconds")){
let data2 = data.metrics_interval_seconds;
const _errs5 = errors;
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/metrics_interval_seconds",schemaPath:"#/properties/metrics_interval_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/metrics_interval_seconds",schemaPath:"#/properties/metrics_interval_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/metrics_interval_seconds",schemaPath:"#/properties/metrics_interval_seconds/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_concurrency !== undefined && func0.call(data, "max_concurrency")){
let data3 = data.max_concurrency;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate10.errors = [{instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 64 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}}];
return false;
}
else {
if(data3 < 1 || isNaN(data3)){
validate10.errors = [{instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
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
if(data.kill_grace_seconds !== undefined && func0.call(data, "kill_grace_seconds")){
let data4 = data.kill_grace_seconds;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/kill_grace_seconds",schemaPath:"#/properties/kill_grace_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 3600 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/kill_grace_seconds",schemaPath:"#/properties/kill_grace_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/kill_grace_seconds",schemaPath:"#/properties/kill_grace_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
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
if(data.max_output_bytes !== undefined && func0.call(data, "max_output_bytes")){
let data5 = data.max_output_bytes;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/max_output_bytes",schemaPath:"#/properties/max_output_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1073741824 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/max_output_bytes",schemaPath:"#/properties/max_output_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1073741824}}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/max_output_bytes",schemaPath:"#/properties/max_output_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
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
if(data.retention !== undefined && func0.call(data, "retention")){
let data6 = data.retention;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.max_commands !== undefined && func0.call(data6, "max_commands")){
let data7 = data6.max_commands;
const _errs16 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/retention/max_commands",schemaPath:"#/definitions/Retention/properties/max_commands/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs16){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 10000 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/retention/max_commands",schemaPath:"#/definitions/Retention/properties/max_commands/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}}];
return false;
}
else {
if(data7 < 0 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/retention/max_commands",schemaPath:"#/definitions/Retention/properties/max_commands/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.max_bytes !== undefined && func0.call(data6, "max_bytes")){
let data8 = data6.max_bytes;
const _errs18 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/retention/max_bytes",schemaPath:"#/definitions/Retention/properties/max_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs18){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9007199254740991 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/retention/max_bytes",schemaPath:"#/definitions/Retention/properties/max_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/retention/max_bytes",schemaPath:"#/definitions/Retention/properties/max_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/retention",schemaPath:"#/definitions/Retention/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allow_env !== undefined && func0.call(data, "allow_env")){
let data9 = data.allow_env;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data9)){
if(data9.length > 64){
validate10.errors = [{instancePath:instancePath+"/allow_env",schemaPath:"#/properties/allow_env/maxItems",keyword:"maxItems",params:{limit: 64}}];
return false;
}
else {
var valid3 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs22 = errors;
if(errors === _errs22){
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
validate10.errors = [{instancePath:instancePath+"/allow_env/" + i0,schemaPath:"#/properties/allow_env/items/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/allow_env/" + i0,schemaPath:"#/properties/allow_env/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs22 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/allow_env",schemaPath:"#/properties/allow_env/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.secret_env !== undefined && func0.call(data, "secret_env")){
let data11 = data.secret_env;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data11)){
if(data11.length > 64){
validate10.errors = [{instancePath:instancePath+"/secret_env",schemaPath:"#/properties/secret_env/maxItems",keyword:"maxItems",params:{limit: 64}}];
return false;
}
else {
var valid4 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs26 = errors;
if(errors === _errs26){
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
validate10.errors = [{instancePath:instancePath+"/secret_env/" + i1,schemaPath:"#/properties/secret_env/items/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/secret_env/" + i1,schemaPath:"#/properties/secret_env/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs26 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/secret_env",schemaPath:"#/properties/secret_env/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.health !== undefined && func0.call(data, "health")){
let data13 = data.health;
const _errs28 = errors;
const _errs29 = errors;
if(errors === _errs29){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing0;
if(((data13.command === undefined) || (!(func0.call(data13, "command")))) && (missing0 = "command")){
validate10.errors = [{instancePath:instancePath+"/health",schemaPath:"#/definitions/Probe/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data13.command !== undefined && func0.call(data13, "command")){
let data14 = data13.command;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data14 === "string"){
if(func59(data14) > 4096){
validate10.errors = [{instancePath:instancePath+"/health/command",schemaPath:"#/definitions/Probe/properties/command/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(func59(data14) < 1){
validate10.errors = [{instancePath:instancePath+"/health/command",schemaPath:"#/definitions/Probe/properties/command/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern2.test(data14)){
validate10.errors = [{instancePath:instancePath+"/health/command",schemaPath:"#/definitions/Probe/properties/command/pattern",keyword:"pattern",params:{}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/health/command",schemaPath:"#/definitions/Probe/properties/command/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid6 = _errs31 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.interval_seconds !== undefined && func0.call(data13, "interval_seconds")){
let data15 = data13.interval_seconds;
const _errs33 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate10.errors = [{instancePath:instancePath+"/health/interval_seconds",schemaPath:"#/definitions/Probe/properties/interval_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs33){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 86400 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/health/interval_seconds",schemaPath:"#/definitions/Probe/properties/interval_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data15 < 1 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/health/interval_seconds",schemaPath:"#/definitions/Probe/properties/interval_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid6 = _errs33 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.timeout_seconds !== undefined && func0.call(data13, "timeout_seconds")){
let data16 = data13.timeout_seconds;
const _errs35 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate10.errors = [{instancePath:instancePath+"/health/timeout_seconds",schemaPath:"#/definitions/Probe/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs35){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 3600 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/health/timeout_seconds",schemaPath:"#/definitions/Probe/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data16 < 1 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/health/timeout_seconds",schemaPath:"#/definitions/Probe/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid6 = _errs35 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.retries !== undefined && func0.call(data13, "retries")){
let data17 = data13.retries;
const _errs37 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate10.errors = [{instancePath:instancePath+"/health/retries",schemaPath:"#/definitions/Probe/properties/retries/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs37){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 100 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/health/retries",schemaPath:"#/definitions/Probe/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}}];
return false;
}
else {
if(data17 < 1 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/health/retries",schemaPath:"#/definitions/Probe/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid6 = _errs37 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.start_period_seconds !== undefined && func0.call(data13, "start_period_seconds")){
let data18 = data13.start_period_seconds;
const _errs39 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate10.errors = [{instancePath:instancePath+"/health/start_period_seconds",schemaPath:"#/definitions/Probe/properties/start_period_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs39){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 86400 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/health/start_period_seconds",schemaPath:"#/definitions/Probe/properties/start_period_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data18 < 0 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/health/start_period_seconds",schemaPath:"#/definitions/Probe/properties/start_period_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/health",schemaPath:"#/definitions/Probe/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.services !== undefined && func0.call(data, "services")){
let data19 = data.services;
const _errs41 = errors;
if(errors === _errs41){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length > 64){
validate10.errors = [{instancePath:instancePath+"/services",schemaPath:"#/properties/services/maxProperties",keyword:"maxProperties",params:{limit: 64}}];
return false;
}
else {
for(const key0 of Object.keys(data19)){
const _errs43 = errors;
if(typeof key0 === "string"){
if(func59(key0) > 64){
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
if(func59(key0) < 1){
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
var valid7 = _errs43 === errors;
if(!valid7){
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
if(valid7){
for(const key1 of Object.keys(data19)){
let data20 = data19[key1];
const _errs45 = errors;
const _errs46 = errors;
if(errors === _errs46){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing1;
if(((data20.command === undefined) || (!(func0.call(data20, "command")))) && (missing1 = "command")){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Probe/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data20.command !== undefined && func0.call(data20, "command")){
let data21 = data20.command;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data21 === "string"){
if(func59(data21) > 4096){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/Probe/properties/command/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(func59(data21) < 1){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/Probe/properties/command/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern2.test(data21)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/Probe/properties/command/pattern",keyword:"pattern",params:{}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/Probe/properties/command/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs48 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.interval_seconds !== undefined && func0.call(data20, "interval_seconds")){
let data22 = data20.interval_seconds;
const _errs50 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/interval_seconds",schemaPath:"#/definitions/Probe/properties/interval_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs50){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 86400 || isNaN(data22)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/interval_seconds",schemaPath:"#/definitions/Probe/properties/interval_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data22 < 1 || isNaN(data22)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/interval_seconds",schemaPath:"#/definitions/Probe/properties/interval_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid10 = _errs50 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.timeout_seconds !== undefined && func0.call(data20, "timeout_seconds")){
let data23 = data20.timeout_seconds;
const _errs52 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_seconds",schemaPath:"#/definitions/Probe/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs52){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 3600 || isNaN(data23)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_seconds",schemaPath:"#/definitions/Probe/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}}];
return false;
}
else {
if(data23 < 1 || isNaN(data23)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_seconds",schemaPath:"#/definitions/Probe/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid10 = _errs52 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.retries !== undefined && func0.call(data20, "retries")){
let data24 = data20.retries;
const _errs54 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/retries",schemaPath:"#/definitions/Probe/properties/retries/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs54){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 100 || isNaN(data24)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/retries",schemaPath:"#/definitions/Probe/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}}];
return false;
}
else {
if(data24 < 1 || isNaN(data24)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/retries",schemaPath:"#/definitions/Probe/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid10 = _errs54 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.start_period_seconds !== undefined && func0.call(data20, "start_period_seconds")){
let data25 = data20.start_period_seconds;
const _errs56 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/start_period_seconds",schemaPath:"#/definitions/Probe/properties/start_period_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs56){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 86400 || isNaN(data25)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/start_period_seconds",schemaPath:"#/definitions/Probe/properties/start_period_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data25 < 0 || isNaN(data25)){
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/start_period_seconds",schemaPath:"#/definitions/Probe/properties/start_period_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid10 = _errs56 === errors;
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
validate10.errors = [{instancePath:instancePath+"/services/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Probe/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid8 = _errs45 === errors;
if(!valid8){
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
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signals !== undefined && func0.call(data, "signals")){
let data26 = data.signals;
const _errs58 = errors;
if(errors === _errs58){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length > 32){
validate10.errors = [{instancePath:instancePath+"/signals",schemaPath:"#/properties/signals/maxProperties",keyword:"maxProperties",params:{limit: 32}}];
return false;
}
else {
for(const key2 of Object.keys(data26)){
const _errs60 = errors;
if(typeof key2 === "string"){
if(!pattern4.test(key2)){
const err3 = {instancePath:instancePath+"/signals",schemaPath:"#/properties/signals/propertyNames/pattern",keyword:"pattern",params:{},propertyName:key2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid11 = _errs60 === errors;
if(!valid11){
const err4 = {instancePath:instancePath+"/signals",schemaPath:"#/properties/signals/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid11){
for(const key3 of Object.keys(data26)){
let data27 = data26[key3];
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing2;
if(((data27.command === undefined) || (!(func0.call(data27, "command")))) && (missing2 = "command")){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/SignalHook/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data27.command !== undefined && func0.call(data27, "command")){
let data28 = data27.command;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data28 === "string"){
if(func59(data28) > 4096){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/SignalHook/properties/command/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(func59(data28) < 1){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/SignalHook/properties/command/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern2.test(data28)){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/SignalHook/properties/command/pattern",keyword:"pattern",params:{}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/definitions/SignalHook/properties/command/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid14 = _errs65 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data27.timeout_seconds !== undefined && func0.call(data27, "timeout_seconds")){
let data29 = data27.timeout_seconds;
const _errs67 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_seconds",schemaPath:"#/definitions/SignalHook/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs67){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 86400 || isNaN(data29)){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_seconds",schemaPath:"#/definitions/SignalHook/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data29 < 1 || isNaN(data29)){
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_seconds",schemaPath:"#/definitions/SignalHook/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid14 = _errs67 === errors;
}
else {
var valid14 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/signals/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/SignalHook/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid12 = _errs62 === errors;
if(!valid12){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/signals",schemaPath:"#/properties/signals/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data30 = data.protocol_version;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data30 === "string"){
if(!pattern6.test(data30)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs69 === errors;
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
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
