// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateResult = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
import { commandId as pattern0 } from "./patterns.js";
import { timestamp as pattern1 } from "./patterns.js";
import { protocolVersion as pattern3 } from "./patterns.js";
const schema7 = {"enum":["accepted","cancelled","expired","failed","lost","rejected","running","succeeded","timed_out"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return fault(validate22, instancePath, "type", {type: "string"});
}
if(!(((((((((data === "accepted") || (data === "cancelled")) || (data === "expired")) || (data === "failed")) || (data === "lost")) || (data === "rejected")) || (data === "running")) || (data === "succeeded")) || (data === "timed_out"))){
return fault(validate22, instancePath, "enum", {allowedValues: schema7.enum});
}
validate22.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.bytes === undefined) || (!((data.bytes !== base.bytes || func0.call(data, "bytes"))))) && (missing0 = "bytes")) || (((data.truncated === undefined) || (!((data.truncated !== base.truncated || func0.call(data, "truncated"))))) && (missing0 = "truncated"))){
return fault(validate24, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.bytes !== undefined && (data.bytes !== base.bytes || func0.call(data, "bytes"))){
let data0 = data.bytes;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate24, instancePath+"/bytes", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate24, instancePath+"/bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate24, instancePath+"/bytes", "minimum", {limit: 0});
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
if(data.truncated !== undefined && (data.truncated !== base.truncated || func0.call(data, "truncated"))){
const _errs3 = errors;
if(typeof data.truncated !== "boolean"){
return fault(validate24, instancePath+"/truncated", "type", {type: "boolean"});
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.path !== undefined && (data.path !== base.path || func0.call(data, "path"))){
let data2 = data.path;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 256 && func51(data2) > 256){
return fault(validate24, instancePath+"/path", "maxLength", {limit: 256});
}
}
else {
return fault(validate24, instancePath+"/path", "type", {type: "string"});
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
return fault(validate24, instancePath, "type", {type: "object"});
}
}
validate24.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) || (!((data.id !== base.id || func0.call(data, "id"))))) && (missing0 = "id")) || (((data.state === undefined) || (!((data.state !== base.state || func0.call(data, "state"))))) && (missing0 = "state"))){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.id !== undefined && (data.id !== base.id || func0.call(data, "id"))){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
return fault(validate21, instancePath+"/id", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/id", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined && (data.state !== base.state || func0.call(data, "state"))){
const _errs3 = errors;
if(!(validate22(data.state, {instancePath:instancePath+"/state",parentData:data,parentDataProperty:"state",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exit_code !== undefined && (data.exit_code !== base.exit_code || func0.call(data, "exit_code"))){
let data2 = data.exit_code;
const _errs4 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
return fault(validate21, instancePath+"/exit_code", "type", {type: "integer"});
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 255 || isNaN(data2)){
return fault(validate21, instancePath+"/exit_code", "maximum", {limit: 255});
}
else {
if(data2 < 0 || isNaN(data2)){
return fault(validate21, instancePath+"/exit_code", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signal !== undefined && (data.signal !== base.signal || func0.call(data, "signal"))){
let data3 = data.signal;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(data3.length > 32 && func51(data3) > 32){
return fault(validate21, instancePath+"/signal", "maxLength", {limit: 32});
}
else {
if(data3.length < 1){
return fault(validate21, instancePath+"/signal", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/signal", "type", {type: "string"});
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
if(valid0){
if(data.started_at !== undefined && (data.started_at !== base.started_at || func0.call(data, "started_at"))){
let data6 = data.started_at;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
return fault(validate21, instancePath+"/started_at", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/started_at", "type", {type: "string"});
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.finished_at !== undefined && (data.finished_at !== base.finished_at || func0.call(data, "finished_at"))){
let data7 = data.finished_at;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(!pattern1.test(data7)){
return fault(validate21, instancePath+"/finished_at", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/finished_at", "type", {type: "string"});
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stdout !== undefined && (data.stdout !== base.stdout || func0.call(data, "stdout"))){
const _errs16 = errors;
if(!(validate24(data.stdout, {instancePath:instancePath+"/stdout",parentData:data,parentDataProperty:"stdout",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stderr !== undefined && (data.stderr !== base.stderr || func0.call(data, "stderr"))){
const _errs17 = errors;
if(!(validate24(data.stderr, {instancePath:instancePath+"/stderr",parentData:data,parentDataProperty:"stderr",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data10 = data.protocol_version;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data10 === "string"){
if(!pattern3.test(data10)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs18 === errors;
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
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
