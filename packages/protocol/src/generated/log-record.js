// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateLogRecord = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
import { timestamp as pattern0 } from "./patterns.js";
import { commandId as pattern1 } from "./patterns.js";
const schema7 = {"enum":["debug","error","info","warn"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return fault(validate22, instancePath, "type", {type: "string"});
}
if(!((((data === "debug") || (data === "error")) || (data === "info")) || (data === "warn"))){
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
if(((((data.event === undefined) || (!((data.event !== base.event || func0.call(data, "event"))))) && (missing0 = "event")) || (((data.level === undefined) || (!((data.level !== base.level || func0.call(data, "level"))))) && (missing0 = "level"))) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp"))){
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
return fault(validate21, instancePath+"/event", "maxLength", {limit: 64});
}
else {
if(data2.length < 1){
return fault(validate21, instancePath+"/event", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/event", "type", {type: "string"});
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
return fault(validate21, instancePath+"/command_id", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/command_id", "type", {type: "string"});
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
return fault(validate21, instancePath+"/code", "maxLength", {limit: 64});
}
else {
if(data4.length < 1){
return fault(validate21, instancePath+"/code", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/code", "type", {type: "string"});
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
return fault(validate21, instancePath+"/message", "maxLength", {limit: 2048});
}
}
else {
return fault(validate21, instancePath+"/message", "type", {type: "string"});
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
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
