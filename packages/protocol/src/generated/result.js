// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateResult = validate10;
const schema12 = {"enum":["accepted","cancelled","expired","failed","lost","rejected","running","succeeded","timed_out"],"type":"string"};
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
const pattern0 = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;
const pattern1 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern3 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) || (!(func0.call(data, "id")))) && (missing0 = "id")) || (((data.state === undefined) || (!(func0.call(data, "state")))) && (missing0 = "state"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined && func0.call(data, "state")){
let data1 = data.state;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate10.errors = [{instancePath:instancePath+"/state",schemaPath:"#/definitions/CommandState/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((data1 === "accepted") || (data1 === "cancelled")) || (data1 === "expired")) || (data1 === "failed")) || (data1 === "lost")) || (data1 === "rejected")) || (data1 === "running")) || (data1 === "succeeded")) || (data1 === "timed_out"))){
validate10.errors = [{instancePath:instancePath+"/state",schemaPath:"#/definitions/CommandState/enum",keyword:"enum",params:{allowedValues: schema12.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exit_code !== undefined && func0.call(data, "exit_code")){
let data2 = data.exit_code;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate10.errors = [{instancePath:instancePath+"/exit_code",schemaPath:"#/properties/exit_code/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 255 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/exit_code",schemaPath:"#/properties/exit_code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/exit_code",schemaPath:"#/properties/exit_code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signal !== undefined && func0.call(data, "signal")){
let data3 = data.signal;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(func51(data3) > 32){
validate10.errors = [{instancePath:instancePath+"/signal",schemaPath:"#/properties/signal/maxLength",keyword:"maxLength",params:{limit: 32}}];
return false;
}
else {
if(func51(data3) < 1){
validate10.errors = [{instancePath:instancePath+"/signal",schemaPath:"#/properties/signal/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/signal",schemaPath:"#/properties/signal/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined && func0.call(data, "code")){
let data4 = data.code;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(func51(data4) > 64){
validate10.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func51(data4) < 1){
validate10.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && func0.call(data, "message")){
let data5 = data.message;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(func51(data5) > 2048){
validate10.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.started_at !== undefined && func0.call(data, "started_at")){
let data6 = data.started_at;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
validate10.errors = [{instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.finished_at !== undefined && func0.call(data, "finished_at")){
let data7 = data.finished_at;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data7 === "string"){
if(!pattern1.test(data7)){
validate10.errors = [{instancePath:instancePath+"/finished_at",schemaPath:"#/properties/finished_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/finished_at",schemaPath:"#/properties/finished_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stdout !== undefined && func0.call(data, "stdout")){
let data8 = data.stdout;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((data8.bytes === undefined) || (!(func0.call(data8, "bytes")))) && (missing1 = "bytes")) || (((data8.truncated === undefined) || (!(func0.call(data8, "truncated")))) && (missing1 = "truncated"))){
validate10.errors = [{instancePath:instancePath+"/stdout",schemaPath:"#/definitions/OutputInfo/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data8.bytes !== undefined && func0.call(data8, "bytes")){
let data9 = data8.bytes;
const _errs21 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/stdout/bytes",schemaPath:"#/definitions/OutputInfo/properties/bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs21){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/stdout/bytes",schemaPath:"#/definitions/OutputInfo/properties/bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data9 < 0 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/stdout/bytes",schemaPath:"#/definitions/OutputInfo/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.truncated !== undefined && func0.call(data8, "truncated")){
const _errs23 = errors;
if(typeof data8.truncated !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/stdout/truncated",schemaPath:"#/definitions/OutputInfo/properties/truncated/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.path !== undefined && func0.call(data8, "path")){
let data11 = data8.path;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data11 === "string"){
if(func51(data11) > 256){
validate10.errors = [{instancePath:instancePath+"/stdout/path",schemaPath:"#/definitions/OutputInfo/properties/path/maxLength",keyword:"maxLength",params:{limit: 256}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/stdout/path",schemaPath:"#/definitions/OutputInfo/properties/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/stdout",schemaPath:"#/definitions/OutputInfo/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stderr !== undefined && func0.call(data, "stderr")){
let data12 = data.stderr;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if((((data12.bytes === undefined) || (!(func0.call(data12, "bytes")))) && (missing2 = "bytes")) || (((data12.truncated === undefined) || (!(func0.call(data12, "truncated")))) && (missing2 = "truncated"))){
validate10.errors = [{instancePath:instancePath+"/stderr",schemaPath:"#/definitions/OutputInfo/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data12.bytes !== undefined && func0.call(data12, "bytes")){
let data13 = data12.bytes;
const _errs30 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate10.errors = [{instancePath:instancePath+"/stderr/bytes",schemaPath:"#/definitions/OutputInfo/properties/bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs30){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 9007199254740991 || isNaN(data13)){
validate10.errors = [{instancePath:instancePath+"/stderr/bytes",schemaPath:"#/definitions/OutputInfo/properties/bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data13 < 0 || isNaN(data13)){
validate10.errors = [{instancePath:instancePath+"/stderr/bytes",schemaPath:"#/definitions/OutputInfo/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid5 = _errs30 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data12.truncated !== undefined && func0.call(data12, "truncated")){
const _errs32 = errors;
if(typeof data12.truncated !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/stderr/truncated",schemaPath:"#/definitions/OutputInfo/properties/truncated/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid5 = _errs32 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data12.path !== undefined && func0.call(data12, "path")){
let data15 = data12.path;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data15 === "string"){
if(func51(data15) > 256){
validate10.errors = [{instancePath:instancePath+"/stderr/path",schemaPath:"#/definitions/OutputInfo/properties/path/maxLength",keyword:"maxLength",params:{limit: 256}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/stderr/path",schemaPath:"#/definitions/OutputInfo/properties/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs34 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/stderr",schemaPath:"#/definitions/OutputInfo/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data16 = data.protocol_version;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data16 === "string"){
if(!pattern3.test(data16)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
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
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
