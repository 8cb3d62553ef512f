// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateRegistry = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func53 } from "../code-points.js";
const pattern0 = /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/u;
const pattern1 = /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern2 = /^[0-9]{1,5}(?:\/(?:tcp|udp|sctp))?$/u;
const pattern3 = /^[0-9]{1,5}$/u;

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.container_id === undefined) || (!((data.container_id !== base.container_id || func0.call(data, "container_id"))))) && (missing0 = "container_id")) || (((data.session_name === undefined) || (!((data.session_name !== base.session_name || func0.call(data, "session_name"))))) && (missing0 = "session_name"))) || (((data.status === undefined) || (!((data.status !== base.status || func0.call(data, "status"))))) && (missing0 = "status"))){
validate22.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.session_name !== undefined && (data.session_name !== base.session_name || func0.call(data, "session_name"))){
let data0 = data.session_name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate22.errors = [{instancePath:instancePath+"/session_name",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/session_name",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/container_id",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(data1.length < 1){
validate22.errors = [{instancePath:instancePath+"/container_id",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/container_id",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/status",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(data2.length < 1){
validate22.errors = [{instancePath:instancePath+"/status",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/started_at",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/started_at",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/host_port_mappings",keyword:"maxProperties",params:{limit: 128}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/host_port_mappings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"pattern",params:{}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/host_port_mappings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/host_port_mappings",keyword:"type",params:{type: "object"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/health_endpoint",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/health_endpoint",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath:instancePath+"/image",keyword:"maxLength",params:{limit: 512}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/image",keyword:"type",params:{type: "string"}}];
return false;
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
validate22.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

const pattern5 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.containers === undefined) || (!((data.containers !== base.containers || func0.call(data, "containers"))))) && (missing0 = "containers")) || (((data.last_updated === undefined) || (!((data.last_updated !== base.last_updated || func0.call(data, "last_updated"))))) && (missing0 = "last_updated"))){
validate21.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.containers !== undefined && (data.containers !== base.containers || func0.call(data, "containers"))){
let data0 = data.containers;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 10000){
validate21.errors = [{instancePath:instancePath+"/containers",keyword:"maxItems",params:{limit: 10000}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/containers",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/last_updated",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/last_updated",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/protocol_version",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/protocol_version",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
