// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateCommandsEnvelope = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { timestamp as pattern0 } from "./patterns.js";
import { commandId as pattern1 } from "./patterns.js";
import { protocolVersion as pattern2 } from "./patterns.js";

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.commands === undefined) || (!((data.commands !== base.commands || func0.call(data, "commands"))))) && (missing0 = "commands")){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.sequence !== undefined && (data.sequence !== base.sequence || func0.call(data, "sequence"))){
let data0 = data.sequence;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate21, instancePath+"/sequence", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate21, instancePath+"/sequence", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate21, instancePath+"/sequence", "minimum", {limit: 0});
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
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data1 = data.timestamp;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
return fault(validate21, instancePath+"/timestamp", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/timestamp", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commands !== undefined && (data.commands !== base.commands || func0.call(data, "commands"))){
let data2 = data.commands;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length > 288){
return fault(validate21, instancePath+"/commands", "maxItems", {limit: 288});
}
}
else {
return fault(validate21, instancePath+"/commands", "type", {type: "array"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.processed !== undefined && (data.processed !== base.processed || func0.call(data, "processed"))){
let data3 = data.processed;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
if(data3.length > 512){
return fault(validate21, instancePath+"/processed", "maxItems", {limit: 512});
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
return fault(validate21, instancePath+"/processed/" + i0, "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/processed/" + i0, "type", {type: "string"});
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
return fault(validate21, instancePath+"/processed", "type", {type: "array"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data5 = data.protocol_version;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(!pattern2.test(data5)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs11 === errors;
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
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
