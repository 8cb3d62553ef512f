// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateMetrics = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func48 } from "../code-points.js";
import { timestamp as pattern0 } from "./patterns.js";
import { protocolVersion as pattern1 } from "./patterns.js";

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.usage_seconds === undefined) || (!((data.usage_seconds !== base.usage_seconds || func0.call(data, "usage_seconds"))))) && (missing0 = "usage_seconds")){
return fault(validate22, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.usage_seconds !== undefined && (data.usage_seconds !== base.usage_seconds || func0.call(data, "usage_seconds"))){
let data0 = data.usage_seconds;
const _errs1 = errors;
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate22, instancePath+"/usage_seconds", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate22, instancePath+"/usage_seconds", "minimum", {limit: 0});
}
}
}
else {
return fault(validate22, instancePath+"/usage_seconds", "type", {type: "number"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.percent !== undefined && (data.percent !== base.percent || func0.call(data, "percent"))){
let data1 = data.percent;
const _errs3 = errors;
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
return fault(validate22, instancePath+"/percent", "maximum", {limit: 1000000});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate22, instancePath+"/percent", "minimum", {limit: 0});
}
}
}
else {
return fault(validate22, instancePath+"/percent", "type", {type: "number"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limit_cores !== undefined && (data.limit_cores !== base.limit_cores || func0.call(data, "limit_cores"))){
let data2 = data.limit_cores;
const _errs5 = errors;
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000 || isNaN(data2)){
return fault(validate22, instancePath+"/limit_cores", "maximum", {limit: 100000});
}
else {
if(data2 < 0 || isNaN(data2)){
return fault(validate22, instancePath+"/limit_cores", "minimum", {limit: 0});
}
}
}
else {
return fault(validate22, instancePath+"/limit_cores", "type", {type: "number"});
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
return fault(validate22, instancePath, "type", {type: "object"});
}
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
if(((data.used_bytes === undefined) || (!((data.used_bytes !== base.used_bytes || func0.call(data, "used_bytes"))))) && (missing0 = "used_bytes")){
return fault(validate24, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.used_bytes !== undefined && (data.used_bytes !== base.used_bytes || func0.call(data, "used_bytes"))){
let data0 = data.used_bytes;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate24, instancePath+"/used_bytes", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate24, instancePath+"/used_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate24, instancePath+"/used_bytes", "minimum", {limit: 0});
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
if(data.limit_bytes !== undefined && (data.limit_bytes !== base.limit_bytes || func0.call(data, "limit_bytes"))){
let data1 = data.limit_bytes;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate24, instancePath+"/limit_bytes", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate24, instancePath+"/limit_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate24, instancePath+"/limit_bytes", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
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


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.current === undefined) || (!((data.current !== base.current || func0.call(data, "current"))))) && (missing0 = "current")){
return fault(validate26, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.current !== undefined && (data.current !== base.current || func0.call(data, "current"))){
let data0 = data.current;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate26, instancePath+"/current", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate26, instancePath+"/current", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate26, instancePath+"/current", "minimum", {limit: 0});
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
if(data.limit !== undefined && (data.limit !== base.limit || func0.call(data, "limit"))){
let data1 = data.limit;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate26, instancePath+"/limit", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate26, instancePath+"/limit", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate26, instancePath+"/limit", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return fault(validate26, instancePath, "type", {type: "object"});
}
}
validate26.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.total_bytes === undefined) || (!((data.total_bytes !== base.total_bytes || func0.call(data, "total_bytes"))))) && (missing0 = "total_bytes")) || (((data.used_bytes === undefined) || (!((data.used_bytes !== base.used_bytes || func0.call(data, "used_bytes"))))) && (missing0 = "used_bytes"))){
return fault(validate28, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.used_bytes !== undefined && (data.used_bytes !== base.used_bytes || func0.call(data, "used_bytes"))){
let data0 = data.used_bytes;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate28, instancePath+"/used_bytes", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate28, instancePath+"/used_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate28, instancePath+"/used_bytes", "minimum", {limit: 0});
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
if(data.total_bytes !== undefined && (data.total_bytes !== base.total_bytes || func0.call(data, "total_bytes"))){
let data1 = data.total_bytes;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate28, instancePath+"/total_bytes", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate28, instancePath+"/total_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate28, instancePath+"/total_bytes", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return fault(validate28, instancePath, "type", {type: "object"});
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.rx_bytes === undefined) || (!((data.rx_bytes !== base.rx_bytes || func0.call(data, "rx_bytes"))))) && (missing0 = "rx_bytes")) || (((data.tx_bytes === undefined) || (!((data.tx_bytes !== base.tx_bytes || func0.call(data, "tx_bytes"))))) && (missing0 = "tx_bytes"))){
return fault(validate30, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.rx_bytes !== undefined && (data.rx_bytes !== base.rx_bytes || func0.call(data, "rx_bytes"))){
let data0 = data.rx_bytes;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate30, instancePath+"/rx_bytes", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate30, instancePath+"/rx_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate30, instancePath+"/rx_bytes", "minimum", {limit: 0});
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
if(data.tx_bytes !== undefined && (data.tx_bytes !== base.tx_bytes || func0.call(data, "tx_bytes"))){
let data1 = data.tx_bytes;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate30, instancePath+"/tx_bytes", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate30, instancePath+"/tx_bytes", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate30, instancePath+"/tx_bytes", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return fault(validate30, instancePath, "type", {type: "object"});
}
}
validate30.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.timestamp === undefined) || (!((data.timestamp !== base.timestamp || func0.call(data, "timestamp"))))) && (missing0 = "timestamp")){
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
if(data.boot_id !== undefined && (data.boot_id !== base.boot_id || func0.call(data, "boot_id"))){
let data1 = data.boot_id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 64 && func48(data1) > 64){
return fault(validate21, instancePath+"/boot_id", "maxLength", {limit: 64});
}
else {
if(data1.length < 1){
return fault(validate21, instancePath+"/boot_id", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/boot_id", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uptime_seconds !== undefined && (data.uptime_seconds !== base.uptime_seconds || func0.call(data, "uptime_seconds"))){
let data2 = data.uptime_seconds;
const _errs5 = errors;
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
return fault(validate21, instancePath+"/uptime_seconds", "maximum", {limit: 9007199254740991});
}
else {
if(data2 < 0 || isNaN(data2)){
return fault(validate21, instancePath+"/uptime_seconds", "minimum", {limit: 0});
}
}
}
else {
return fault(validate21, instancePath+"/uptime_seconds", "type", {type: "number"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cpu !== undefined && (data.cpu !== base.cpu || func0.call(data, "cpu"))){
const _errs7 = errors;
if(!(validate22(data.cpu, {instancePath:instancePath+"/cpu",parentData:data,parentDataProperty:"cpu",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.memory !== undefined && (data.memory !== base.memory || func0.call(data, "memory"))){
const _errs8 = errors;
if(!(validate24(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pids !== undefined && (data.pids !== base.pids || func0.call(data, "pids"))){
const _errs9 = errors;
if(!(validate26(data.pids, {instancePath:instancePath+"/pids",parentData:data,parentDataProperty:"pids",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disk !== undefined && (data.disk !== base.disk || func0.call(data, "disk"))){
const _errs10 = errors;
if(!(validate28(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.network !== undefined && (data.network !== base.network || func0.call(data, "network"))){
const _errs11 = errors;
if(!(validate30(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data8 = data.protocol_version;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data8 === "string"){
if(!pattern1.test(data8)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs12 === errors;
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
else {
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
