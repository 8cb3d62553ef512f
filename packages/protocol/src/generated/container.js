// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateContainer = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func55 } from "../code-points.js";
import { sessionName as pattern0 } from "./patterns.js";
import { containerPort as pattern1 } from "./patterns.js";
import { hostPort as pattern2 } from "./patterns.js";
import { timestamp as pattern3 } from "./patterns.js";
import { protocolVersion as pattern6 } from "./patterns.js";
const schema7 = {"enum":["docker","local"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return fault(validate22, instancePath, "type", {type: "string"});
}
if(!((data === "docker") || (data === "local"))){
return fault(validate22, instancePath, "enum", {allowedValues: schema7.enum});
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"enum":["node","other","sh"],"type":"string"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return fault(validate24, instancePath, "type", {type: "string"});
}
if(!(((data === "node") || (data === "other")) || (data === "sh"))){
return fault(validate24, instancePath, "enum", {allowedValues: schema8.enum});
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
if(((((data.read_only === undefined) || (!((data.read_only !== base.read_only || func0.call(data, "read_only"))))) && (missing0 = "read_only")) || (((data.source === undefined) || (!((data.source !== base.source || func0.call(data, "source"))))) && (missing0 = "source"))) || (((data.target === undefined) || (!((data.target !== base.target || func0.call(data, "target"))))) && (missing0 = "target"))){
return fault(validate26, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.source !== undefined && (data.source !== base.source || func0.call(data, "source"))){
let data0 = data.source;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 4096 && func55(data0) > 4096){
return fault(validate26, instancePath+"/source", "maxLength", {limit: 4096});
}
else {
if(data0.length < 1){
return fault(validate26, instancePath+"/source", "minLength", {limit: 1});
}
}
}
else {
return fault(validate26, instancePath+"/source", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined && (data.target !== base.target || func0.call(data, "target"))){
let data1 = data.target;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 4096 && func55(data1) > 4096){
return fault(validate26, instancePath+"/target", "maxLength", {limit: 4096});
}
else {
if(data1.length < 1){
return fault(validate26, instancePath+"/target", "minLength", {limit: 1});
}
}
}
else {
return fault(validate26, instancePath+"/target", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.read_only !== undefined && (data.read_only !== base.read_only || func0.call(data, "read_only"))){
const _errs5 = errors;
if(typeof data.read_only !== "boolean"){
return fault(validate26, instancePath+"/read_only", "type", {type: "boolean"});
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
if(((data.pid === undefined) || (!((data.pid !== base.pid || func0.call(data, "pid"))))) && (missing0 = "pid")){
return fault(validate28, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.pid !== undefined && (data.pid !== base.pid || func0.call(data, "pid"))){
let data0 = data.pid;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate28, instancePath+"/pid", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4194304 || isNaN(data0)){
return fault(validate28, instancePath+"/pid", "maximum", {limit: 4194304});
}
else {
if(data0 < 1 || isNaN(data0)){
return fault(validate28, instancePath+"/pid", "minimum", {limit: 1});
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
if(data.start_time !== undefined && (data.start_time !== base.start_time || func0.call(data, "start_time"))){
let data1 = data.start_time;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 32 && func55(data1) > 32){
return fault(validate28, instancePath+"/start_time", "maxLength", {limit: 32});
}
}
else {
return fault(validate28, instancePath+"/start_time", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.machine_boot_id !== undefined && (data.machine_boot_id !== base.machine_boot_id || func0.call(data, "machine_boot_id"))){
let data2 = data.machine_boot_id;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 64 && func55(data2) > 64){
return fault(validate28, instancePath+"/machine_boot_id", "maxLength", {limit: 64});
}
}
else {
return fault(validate28, instancePath+"/machine_boot_id", "type", {type: "string"});
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
return fault(validate28, instancePath, "type", {type: "object"});
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.agent === undefined) || (!((data.agent !== base.agent || func0.call(data, "agent"))))) && (missing0 = "agent")) || (((data.container_id === undefined) || (!((data.container_id !== base.container_id || func0.call(data, "container_id"))))) && (missing0 = "container_id"))) || (((data.created_at === undefined) || (!((data.created_at !== base.created_at || func0.call(data, "created_at"))))) && (missing0 = "created_at"))) || (((data.runtime === undefined) || (!((data.runtime !== base.runtime || func0.call(data, "runtime"))))) && (missing0 = "runtime"))) || (((data.session_name === undefined) || (!((data.session_name !== base.session_name || func0.call(data, "session_name"))))) && (missing0 = "session_name"))) || (((data.workspace === undefined) || (!((data.workspace !== base.workspace || func0.call(data, "workspace"))))) && (missing0 = "workspace"))){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.session_name !== undefined && (data.session_name !== base.session_name || func0.call(data, "session_name"))){
let data0 = data.session_name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
return fault(validate21, instancePath+"/session_name", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/session_name", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime !== undefined && (data.runtime !== base.runtime || func0.call(data, "runtime"))){
const _errs3 = errors;
if(!(validate22(data.runtime, {instancePath:instancePath+"/runtime",parentData:data,parentDataProperty:"runtime",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined && (data.agent !== base.agent || func0.call(data, "agent"))){
const _errs4 = errors;
if(!(validate24(data.agent, {instancePath:instancePath+"/agent",parentData:data,parentDataProperty:"agent",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.container_id !== undefined && (data.container_id !== base.container_id || func0.call(data, "container_id"))){
let data3 = data.container_id;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data3 === "string"){
if(data3.length > 128 && func55(data3) > 128){
return fault(validate21, instancePath+"/container_id", "maxLength", {limit: 128});
}
else {
if(data3.length < 1){
return fault(validate21, instancePath+"/container_id", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/container_id", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image !== undefined && (data.image !== base.image || func0.call(data, "image"))){
let data4 = data.image;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data4 === "string"){
if(data4.length > 512 && func55(data4) > 512){
return fault(validate21, instancePath+"/image", "maxLength", {limit: 512});
}
else {
if(data4.length < 1){
return fault(validate21, instancePath+"/image", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/image", "type", {type: "string"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.workspace !== undefined && (data.workspace !== base.workspace || func0.call(data, "workspace"))){
let data5 = data.workspace;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data5 === "string"){
if(data5.length > 4096 && func55(data5) > 4096){
return fault(validate21, instancePath+"/workspace", "maxLength", {limit: 4096});
}
else {
if(data5.length < 1){
return fault(validate21, instancePath+"/workspace", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/workspace", "type", {type: "string"});
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mounts !== undefined && (data.mounts !== base.mounts || func0.call(data, "mounts"))){
let data6 = data.mounts;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
if(data6.length > 64){
return fault(validate21, instancePath+"/mounts", "maxItems", {limit: 64});
}
else {
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs13 = errors;
if(!(validate26(data6[i0], {instancePath:instancePath+"/mounts/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid1 = _errs13 === errors;
if(!valid1){
break;
}
}
}
}
else {
return fault(validate21, instancePath+"/mounts", "type", {type: "array"});
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ports !== undefined && (data.ports !== base.ports || func0.call(data, "ports"))){
let data8 = data.ports;
const _errs14 = errors;
if(errors === _errs14){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const data8Keys = Object.keys(data8);
if(data8Keys.length > 128){
return fault(validate21, instancePath+"/ports", "maxProperties", {limit: 128});
}
else {
for(const key0 of data8Keys){
const _errs16 = errors;
if(typeof key0 === "string"){
if(!pattern1.test(key0)){
const err0 = {instancePath:instancePath+"/ports",keyword:"pattern",params:{},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid2 = _errs16 === errors;
if(!valid2){
const err1 = {instancePath:instancePath+"/ports",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid2){
for(const key1 of data8Keys){
let data9 = data8[key1];
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(!pattern2.test(data9)){
return fault(validate21, instancePath+"/ports/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/ports/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
}
}
var valid3 = _errs18 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
return fault(validate21, instancePath+"/ports", "type", {type: "object"});
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.labels !== undefined && (data.labels !== base.labels || func0.call(data, "labels"))){
let data10 = data.labels;
const _errs20 = errors;
if(errors === _errs20){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
const data10Keys = Object.keys(data10);
if(data10Keys.length > 128){
return fault(validate21, instancePath+"/labels", "maxProperties", {limit: 128});
}
else {
for(const key2 of data10Keys){
const _errs22 = errors;
if(typeof key2 === "string"){
if(key2.length > 256 && func55(key2) > 256){
const err2 = {instancePath:instancePath+"/labels",keyword:"maxLength",params:{limit: 256},propertyName:key2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(key2.length < 1){
const err3 = {instancePath:instancePath+"/labels",keyword:"minLength",params:{limit: 1},propertyName:key2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var valid4 = _errs22 === errors;
if(!valid4){
const err4 = {instancePath:instancePath+"/labels",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid4){
for(const key3 of data10Keys){
let data11 = data10[key3];
const _errs24 = errors;
if(errors === _errs24){
if(typeof data11 === "string"){
if(data11.length > 4096 && func55(data11) > 4096){
return fault(validate21, instancePath+"/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", {limit: 4096});
}
}
else {
return fault(validate21, instancePath+"/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
}
}
var valid5 = _errs24 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
return fault(validate21, instancePath+"/labels", "type", {type: "object"});
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined && (data.created_at !== base.created_at || func0.call(data, "created_at"))){
let data12 = data.created_at;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data12 === "string"){
if(!pattern3.test(data12)){
return fault(validate21, instancePath+"/created_at", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/created_at", "type", {type: "string"});
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.started_at !== undefined && (data.started_at !== base.started_at || func0.call(data, "started_at"))){
let data13 = data.started_at;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data13 === "string"){
if(!pattern3.test(data13)){
return fault(validate21, instancePath+"/started_at", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/started_at", "type", {type: "string"});
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.finished_at !== undefined && (data.finished_at !== base.finished_at || func0.call(data, "finished_at"))){
let data14 = data.finished_at;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data14 === "string"){
if(!pattern3.test(data14)){
return fault(validate21, instancePath+"/finished_at", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/finished_at", "type", {type: "string"});
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.process !== undefined && (data.process !== base.process || func0.call(data, "process"))){
const _errs32 = errors;
if(!(validate28(data.process, {instancePath:instancePath+"/process",parentData:data,parentDataProperty:"process",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && (data.protocol_version !== base.protocol_version || func0.call(data, "protocol_version"))){
let data16 = data.protocol_version;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data16 === "string"){
if(!pattern6.test(data16)){
return fault(validate21, instancePath+"/protocol_version", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/protocol_version", "type", {type: "string"});
}
}
var valid0 = _errs33 === errors;
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
