// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateRegistry = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func53 } from "../code-points.js";
import { sessionName as pattern0 } from "./patterns.js";
import { timestamp as pattern1 } from "./patterns.js";
import { containerPort as pattern2 } from "./patterns.js";
import { hostPort as pattern3 } from "./patterns.js";

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.container_id === undefined) || (!((data.container_id !== base.container_id || func0.call(data, "container_id"))))) && (missing0 = "container_id")) || (((data.session_name === undefined) || (!((data.session_name !== base.session_name || func0.call(data, "session_name"))))) && (missing0 = "session_name"))) || (((data.status === undefined) || (!((data.status !== base.status || func0.call(data, "status"))))) && (missing0 = "status"))){
return fault(validate22, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.session_name !== undefined && (data.session_name !== base.session_name || func0.call(data, "session_name"))){
let data0 = data.session_name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
return fault(validate22, instancePath+"/session_name", "pattern", {});
}
}
else {
return fault(validate22, instancePath+"/session_name", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.container_id !== undefined && (data.container_id !== base.container_id || func0.call(data, "container_id"))){
let data1 = data.container_id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 128 && func53(data1) > 128){
return fault(validate22, instancePath+"/container_id", "maxLength", {limit: 128});
}
else {
if(data1.length < 1){
return fault(validate22, instancePath+"/container_id", "minLength", {limit: 1});
}
}
}
else {
return fault(validate22, instancePath+"/container_id", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined && (data.status !== base.status || func0.call(data, "status"))){
let data2 = data.status;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 64 && func53(data2) > 64){
return fault(validate22, instancePath+"/status", "maxLength", {limit: 64});
}
else {
if(data2.length < 1){
return fault(validate22, instancePath+"/status", "minLength", {limit: 1});
}
}
}
else {
return fault(validate22, instancePath+"/status", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.started_at !== undefined && (data.started_at !== base.started_at || func0.call(data, "started_at"))){
let data3 = data.started_at;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
return fault(validate22, instancePath+"/started_at", "pattern", {});
}
}
else {
return fault(validate22, instancePath+"/started_at", "type", {type: "string"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.host_port_mappings !== undefined && (data.host_port_mappings !== base.host_port_mappings || func0.call(data, "host_port_mappings"))){
let data4 = data.host_port_mappings;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
const data4Keys = Object.keys(data4);
if(data4Keys.length > 128){
return fault(validate22, instancePath+"/host_port_mappings", "maxProperties", {limit: 128});
}
else {
for(const key0 of data4Keys){
const _errs11 = errors;
if(typeof key0 === "string"){
if(!pattern2.test(key0)){
const err0 = {instancePath:instancePath+"/host_port_mappings",keyword:"pattern",params:{},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
const err1 = {instancePath:instancePath+"/host_port_mappings",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate22.errors = vErrors;
return false;
break;
}
}
if(valid1){
for(const key1 of data4Keys){
let data5 = data4[key1];
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(!pattern3.test(data5)){
return fault(validate22, instancePath+"/host_port_mappings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", {});
}
}
else {
return fault(validate22, instancePath+"/host_port_mappings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
}
}
var valid2 = _errs13 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
return fault(validate22, instancePath+"/host_port_mappings", "type", {type: "object"});
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.health_endpoint !== undefined && (data.health_endpoint !== base.health_endpoint || func0.call(data, "health_endpoint"))){
let data6 = data.health_endpoint;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(data6.length > 2048 && func53(data6) > 2048){
return fault(validate22, instancePath+"/health_endpoint", "maxLength", {limit: 2048});
}
}
else {
return fault(validate22, instancePath+"/health_endpoint", "type", {type: "string"});
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image !== undefined && (data.image !== base.image || func0.call(data, "image"))){
let data7 = data.image;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(data7.length > 512 && func53(data7) > 512){
return fault(validate22, instancePath+"/image", "maxLength", {limit: 512});
}
}
else {
return fault(validate22, instancePath+"/image", "type", {type: "string"});
}
}
var valid0 = _errs17 === errors;
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
else {
return fault(validate22, instancePath, "type", {type: "object"});
}
}
validate22.errors = vErrors;
return errors === 0;
}

import { protocolVersion as pattern5 } from "./patterns.js";

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.containers === undefined) || (!((data.containers !== base.containers || func0.call(data, "containers"))))) && (missing0 = "containers")) || (((data.last_updated === undefined) || (!((data.last_updated !== base.last_updated || func0.call(data, "last_updated"))))) && (missing0 = "last_updated"))){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.containers !== undefined && (data.containers !== base.containers || func0.call(data, "containers"))){
let data0 = data.containers;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 10000){
return fault(validate21, instancePath+"/containers", "maxItems", {limit: 10000});
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate22(data0[i0], {instancePath:instancePath+"/containers/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/containers", "type", {type: "array"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last_updated !== undefined && (data.last_updated !== base.last_updated || func0.call(data, "last_updated"))){
let data2 = data.last_updated;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
return fault(validate21, instancePath+"/last_updated", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/last_updated", "type", {type: "string"});
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data3 = data.protocol_version;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
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
