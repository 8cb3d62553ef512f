// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateLogRecord = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
const pattern0 = /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern1 = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;
const schema7 = {"enum":["debug","error","info","warn"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate22.errors = [{instancePath,keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data === "debug") || (data === "error")) || (data === "info")) || (data === "warn"))){
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
if(((((data.event === undefined) || (!((data.event !== base.event || func0.call(data, "event"))))) && (missing0 = "event")) || (((data.level === undefined) || (!((data.level !== base.level || func0.call(data, "level"))))) && (missing0 = "level"))) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp"))){
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
if(data.level !== undefined && (data.level !== base.level || func0.call(data, "level"))){
const _errs3 = errors;
if(!(validate22(data.level, {instancePath:instancePath+"/level",parentData:data,parentDataProperty:"level",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined && (data.event !== base.event || func0.call(data, "event"))){
let data2 = data.event;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length > 64 && func51(data2) > 64){
validate21.errors = [{instancePath:instancePath+"/event",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data2.length < 1){
validate21.errors = [{instancePath:instancePath+"/event",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/event",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command_id !== undefined && (data.command_id !== base.command_id || func0.call(data, "command_id"))){
let data3 = data.command_id;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate21.errors = [{instancePath:instancePath+"/command_id",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/command_id",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined && (data.code !== base.code || func0.call(data, "code"))){
let data4 = data.code;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length > 64 && func51(data4) > 64){
validate21.errors = [{instancePath:instancePath+"/code",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data4.length < 1){
validate21.errors = [{instancePath:instancePath+"/code",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/code",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && (data.message !== base.message || func0.call(data, "message"))){
let data5 = data.message;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length > 2048 && func51(data5) > 2048){
validate21.errors = [{instancePath:instancePath+"/message",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs10 === errors;
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
else {
validate21.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
