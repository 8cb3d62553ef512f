// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateRegistry = validate10;
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func53 } from "../code-points.js";
const pattern0 = /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/u;
const pattern1 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern2 = /^[0-9]{1,5}(\/(tcp|udp|sctp))?$/u;
const pattern3 = /^[0-9]{1,5}$/u;
const pattern5 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.containers === undefined) || (!(func0.call(data, "containers")))) && (missing0 = "containers")) || (((data.last_updated === undefined) || (!(func0.call(data, "last_updated")))) && (missing0 = "last_updated"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.containers !== undefined && func0.call(data, "containers")){
let data0 = data.containers;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 10000){
validate10.errors = [{instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((data1.container_id === undefined) || (!(func0.call(data1, "container_id")))) && (missing1 = "container_id")) || (((data1.session_name === undefined) || (!(func0.call(data1, "session_name")))) && (missing1 = "session_name"))) || (((data1.status === undefined) || (!(func0.call(data1, "status")))) && (missing1 = "status"))){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0,schemaPath:"#/definitions/RegistryEntry/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data1.session_name !== undefined && func0.call(data1, "session_name")){
let data2 = data1.session_name;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/session_name",schemaPath:"#/definitions/RegistryEntry/properties/session_name/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/session_name",schemaPath:"#/definitions/RegistryEntry/properties/session_name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs6 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.container_id !== undefined && func0.call(data1, "container_id")){
let data3 = data1.container_id;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(func53(data3) > 128){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/container_id",schemaPath:"#/definitions/RegistryEntry/properties/container_id/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(func53(data3) < 1){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/container_id",schemaPath:"#/definitions/RegistryEntry/properties/container_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/container_id",schemaPath:"#/definitions/RegistryEntry/properties/container_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.status !== undefined && func0.call(data1, "status")){
let data4 = data1.status;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(func53(data4) > 64){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/status",schemaPath:"#/definitions/RegistryEntry/properties/status/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func53(data4) < 1){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/status",schemaPath:"#/definitions/RegistryEntry/properties/status/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/status",schemaPath:"#/definitions/RegistryEntry/properties/status/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.started_at !== undefined && func0.call(data1, "started_at")){
let data5 = data1.started_at;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/started_at",schemaPath:"#/definitions/RegistryEntry/properties/started_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/started_at",schemaPath:"#/definitions/RegistryEntry/properties/started_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.host_port_mappings !== undefined && func0.call(data1, "host_port_mappings")){
let data6 = data1.host_port_mappings;
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 128){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/host_port_mappings",schemaPath:"#/definitions/RegistryEntry/properties/host_port_mappings/maxProperties",keyword:"maxProperties",params:{limit: 128}}];
return false;
}
else {
for(const key0 of Object.keys(data6)){
const _errs16 = errors;
if(typeof key0 === "string"){
if(!pattern2.test(key0)){
const err0 = {instancePath:instancePath+"/containers/" + i0+"/host_port_mappings",schemaPath:"#/definitions/RegistryEntry/properties/host_port_mappings/propertyNames/pattern",keyword:"pattern",params:{},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid4 = _errs16 === errors;
if(!valid4){
const err1 = {instancePath:instancePath+"/containers/" + i0+"/host_port_mappings",schemaPath:"#/definitions/RegistryEntry/properties/host_port_mappings/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid4){
for(const key1 of Object.keys(data6)){
let data7 = data6[key1];
const _errs18 = errors;
if(errors === _errs18){
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/host_port_mappings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/RegistryEntry/properties/host_port_mappings/additionalProperties/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/host_port_mappings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/RegistryEntry/properties/host_port_mappings/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs18 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/host_port_mappings",schemaPath:"#/definitions/RegistryEntry/properties/host_port_mappings/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.health_endpoint !== undefined && func0.call(data1, "health_endpoint")){
let data8 = data1.health_endpoint;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data8 === "string"){
if(func53(data8) > 2048){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/health_endpoint",schemaPath:"#/definitions/RegistryEntry/properties/health_endpoint/maxLength",keyword:"maxLength",params:{limit: 2048}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/health_endpoint",schemaPath:"#/definitions/RegistryEntry/properties/health_endpoint/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.image !== undefined && func0.call(data1, "image")){
let data9 = data1.image;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data9 === "string"){
if(func53(data9) > 512){
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/image",schemaPath:"#/definitions/RegistryEntry/properties/image/maxLength",keyword:"maxLength",params:{limit: 512}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers/" + i0+"/image",schemaPath:"#/definitions/RegistryEntry/properties/image/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
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
validate10.errors = [{instancePath:instancePath+"/containers/" + i0,schemaPath:"#/definitions/RegistryEntry/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last_updated !== undefined && func0.call(data, "last_updated")){
let data10 = data.last_updated;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data10 === "string"){
if(!pattern1.test(data10)){
validate10.errors = [{instancePath:instancePath+"/last_updated",schemaPath:"#/properties/last_updated/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/last_updated",schemaPath:"#/properties/last_updated/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data11 = data.protocol_version;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data11 === "string"){
if(!pattern5.test(data11)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
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
