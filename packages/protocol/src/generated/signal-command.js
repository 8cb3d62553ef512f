// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateSignalCommand = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { signalName as pattern0 } from "./patterns.js";
import { commandId as pattern1 } from "./patterns.js";
import { timestamp as pattern3 } from "./patterns.js";
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
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.signal === undefined) || (!((data.signal !== base.signal || func0.call(data, "signal"))))) && (missing0 = "signal")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.signal !== undefined && (data.signal !== base.signal || func0.call(data, "signal"))){
if("cancel" !== data.signal){
const err1 = {};
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
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.target === undefined) || (!((data.target !== base.target || func0.call(data, "target"))))) && (missing1 = "target")){
return fault(validate21, instancePath, "required", {missingProperty: missing1});
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err2 = {instancePath,keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate21.errors = vErrors;
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((((((data.id === undefined) || (!((data.id !== base.id || func0.call(data, "id"))))) && (missing2 = "id")) || (((data.signal === undefined) || (!((data.signal !== base.signal || func0.call(data, "signal"))))) && (missing2 = "signal"))) || (((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing2 = "timestamp"))) || (((data.type === undefined) || (!((data.type !== base.type || func0.call(data, "type"))))) && (missing2 = "type"))){
return fault(validate21, instancePath, "required", {missingProperty: missing2});
}
else {
if(data.type !== undefined && (data.type !== base.type || func0.call(data, "type"))){
let data1 = data.type;
const _errs5 = errors;
if(typeof data1 !== "string"){
return fault(validate21, instancePath+"/type", "type", {type: "string"});
}
if("signal" !== data1){
return fault(validate21, instancePath+"/type", "const", {allowedValue: "signal"});
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.signal !== undefined && (data.signal !== base.signal || func0.call(data, "signal"))){
let data2 = data.signal;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
return fault(validate21, instancePath+"/signal", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/signal", "type", {type: "string"});
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.target !== undefined && (data.target !== base.target || func0.call(data, "target"))){
let data3 = data.target;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
return fault(validate21, instancePath+"/target", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/target", "type", {type: "string"});
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.timeout_seconds !== undefined && (data.timeout_seconds !== base.timeout_seconds || func0.call(data, "timeout_seconds"))){
let data4 = data.timeout_seconds;
const _errs11 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
return fault(validate21, instancePath+"/timeout_seconds", "type", {type: "integer"});
}
if(errors === _errs11){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 86400 || isNaN(data4)){
return fault(validate21, instancePath+"/timeout_seconds", "maximum", {limit: 86400});
}
else {
if(data4 < 0 || isNaN(data4)){
return fault(validate21, instancePath+"/timeout_seconds", "minimum", {limit: 0});
}
}
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.id !== undefined && (data.id !== base.id || func0.call(data, "id"))){
let data5 = data.id;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
return fault(validate21, instancePath+"/id", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/id", "type", {type: "string"});
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.timestamp !== undefined && (data.timestamp !== base.timestamp || func0.call(data, "timestamp"))){
let data6 = data.timestamp;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
return fault(validate21, instancePath+"/timestamp", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/timestamp", "type", {type: "string"});
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.priority !== undefined && (data.priority !== base.priority || func0.call(data, "priority"))){
const _errs17 = errors;
if(!(validate22(data.priority, {instancePath:instancePath+"/priority",parentData:data,parentDataProperty:"priority",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.queue_ttl_seconds !== undefined && (data.queue_ttl_seconds !== base.queue_ttl_seconds || func0.call(data, "queue_ttl_seconds"))){
let data8 = data.queue_ttl_seconds;
const _errs18 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
return fault(validate21, instancePath+"/queue_ttl_seconds", "type", {type: "integer"});
}
if(errors === _errs18){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 604800 || isNaN(data8)){
return fault(validate21, instancePath+"/queue_ttl_seconds", "maximum", {limit: 604800});
}
else {
if(data8 < 1 || isNaN(data8)){
return fault(validate21, instancePath+"/queue_ttl_seconds", "minimum", {limit: 1});
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
