// Generated from src/documents by `pnpm generate`. Do not edit.
import { fault } from "../fault.js";

export const validateSessionState = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:para-docker:schema:v1:session-state","type":"object","properties":{"name":{"minLength":1,"maxLength":256,"type":"string"},"branch":{"maxLength":1024,"type":"string"},"worktree_path":{"maxLength":4096,"type":"string"},"created_at":{"type":"string","pattern":"^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},"status":{"$ref":"#/definitions/SessionStatus"},"task_description":{"maxLength":65536,"type":["null","string"]},"last_activity":{"maxLength":64,"type":["null","string"]},"git_stats":{"anyOf":[{"$ref":"#/definitions/GitStats"},{"type":"null"}]},"session_type":{"$ref":"#/definitions/SessionType"},"parent_branch":{"maxLength":1024,"type":["null","string"]}},"required":["branch","created_at","name","status","worktree_path"],"definitions":{"ContainerReference":{"type":"object","properties":{"container_id":{"maxLength":128,"type":["null","string"]}}},"ContainerSessionType":{"type":"object","properties":{"Container":{"$ref":"#/definitions/ContainerReference"}},"required":["Container"]},"GitStats":{"type":"object","properties":{"files_changed":{"type":"integer","minimum":0,"maximum":9007199254740991},"lines_added":{"type":"integer","minimum":0,"maximum":9007199254740991},"lines_removed":{"type":"integer","minimum":0,"maximum":9007199254740991}},"required":["files_changed","lines_added","lines_removed"]},"SessionStatus":{"enum":["Active","Cancelled","Finished","Review"],"type":"string"},"SessionType":{"anyOf":[{"$ref":"#/definitions/ContainerSessionType"},{"const":"Worktree","type":"string"}]}}};
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
import { timestamp as pattern0 } from "./patterns.js";
const schema7 = {"enum":["Active","Cancelled","Finished","Review"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return fault(validate22, instancePath, "type", {type: "string"});
}
if(!((((data === "Active") || (data === "Cancelled")) || (data === "Finished")) || (data === "Review"))){
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
if(((((data.files_changed === undefined) || (!((data.files_changed !== base.files_changed || func0.call(data, "files_changed"))))) && (missing0 = "files_changed")) || (((data.lines_added === undefined) || (!((data.lines_added !== base.lines_added || func0.call(data, "lines_added"))))) && (missing0 = "lines_added"))) || (((data.lines_removed === undefined) || (!((data.lines_removed !== base.lines_removed || func0.call(data, "lines_removed"))))) && (missing0 = "lines_removed"))){
return fault(validate24, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.files_changed !== undefined && (data.files_changed !== base.files_changed || func0.call(data, "files_changed"))){
let data0 = data.files_changed;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
return fault(validate24, instancePath+"/files_changed", "type", {type: "integer"});
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
return fault(validate24, instancePath+"/files_changed", "maximum", {limit: 9007199254740991});
}
else {
if(data0 < 0 || isNaN(data0)){
return fault(validate24, instancePath+"/files_changed", "minimum", {limit: 0});
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
if(data.lines_added !== undefined && (data.lines_added !== base.lines_added || func0.call(data, "lines_added"))){
let data1 = data.lines_added;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
return fault(validate24, instancePath+"/lines_added", "type", {type: "integer"});
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
return fault(validate24, instancePath+"/lines_added", "maximum", {limit: 9007199254740991});
}
else {
if(data1 < 0 || isNaN(data1)){
return fault(validate24, instancePath+"/lines_added", "minimum", {limit: 0});
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines_removed !== undefined && (data.lines_removed !== base.lines_removed || func0.call(data, "lines_removed"))){
let data2 = data.lines_removed;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
return fault(validate24, instancePath+"/lines_removed", "type", {type: "integer"});
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
return fault(validate24, instancePath+"/lines_removed", "maximum", {limit: 9007199254740991});
}
else {
if(data2 < 0 || isNaN(data2)){
return fault(validate24, instancePath+"/lines_removed", "minimum", {limit: 0});
}
}
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

const schema11 = {"type":"object","properties":{"container_id":{"maxLength":128,"type":["null","string"]}}};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.container_id !== undefined && (data.container_id !== base.container_id || func0.call(data, "container_id"))){
let data0 = data.container_id;
const _errs1 = errors;
if((data0 !== null) && (typeof data0 !== "string")){
return fault(validate28, instancePath+"/container_id", "type", {type: schema11.properties.container_id.type});
}
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 128 && func51(data0) > 128){
return fault(validate28, instancePath+"/container_id", "maxLength", {limit: 128});
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


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.Container === undefined) || (!((data.Container !== base.Container || func0.call(data, "Container"))))) && (missing0 = "Container")){
return fault(validate27, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.Container !== undefined && (data.Container !== base.Container || func0.call(data, "Container"))){
if(!(validate28(data.Container, {instancePath:instancePath+"/Container",parentData:data,parentDataProperty:"Container",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
}
else {
return fault(validate27, instancePath, "type", {type: "object"});
}
}
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate27(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if("Worktree" !== data){
const err1 = {instancePath,keyword:"const",params:{allowedValue: "Worktree"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate26.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate26.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.branch === undefined) || (!((data.branch !== base.branch || func0.call(data, "branch"))))) && (missing0 = "branch")) || (((data.created_at === undefined) || (!((data.created_at !== base.created_at || func0.call(data, "created_at"))))) && (missing0 = "created_at"))) || (((data.name === undefined) || (!((data.name !== base.name || func0.call(data, "name"))))) && (missing0 = "name"))) || (((data.status === undefined) || (!((data.status !== base.status || func0.call(data, "status"))))) && (missing0 = "status"))) || (((data.worktree_path === undefined) || (!((data.worktree_path !== base.worktree_path || func0.call(data, "worktree_path"))))) && (missing0 = "worktree_path"))){
return fault(validate21, instancePath, "required", {missingProperty: missing0});
}
else {
if(data.name !== undefined && (data.name !== base.name || func0.call(data, "name"))){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 256 && func51(data0) > 256){
return fault(validate21, instancePath+"/name", "maxLength", {limit: 256});
}
else {
if(data0.length < 1){
return fault(validate21, instancePath+"/name", "minLength", {limit: 1});
}
}
}
else {
return fault(validate21, instancePath+"/name", "type", {type: "string"});
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.branch !== undefined && (data.branch !== base.branch || func0.call(data, "branch"))){
let data1 = data.branch;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 1024 && func51(data1) > 1024){
return fault(validate21, instancePath+"/branch", "maxLength", {limit: 1024});
}
}
else {
return fault(validate21, instancePath+"/branch", "type", {type: "string"});
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.worktree_path !== undefined && (data.worktree_path !== base.worktree_path || func0.call(data, "worktree_path"))){
let data2 = data.worktree_path;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 4096 && func51(data2) > 4096){
return fault(validate21, instancePath+"/worktree_path", "maxLength", {limit: 4096});
}
}
else {
return fault(validate21, instancePath+"/worktree_path", "type", {type: "string"});
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined && (data.created_at !== base.created_at || func0.call(data, "created_at"))){
let data3 = data.created_at;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
return fault(validate21, instancePath+"/created_at", "pattern", {});
}
}
else {
return fault(validate21, instancePath+"/created_at", "type", {type: "string"});
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined && (data.status !== base.status || func0.call(data, "status"))){
const _errs9 = errors;
if(!(validate22(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.task_description !== undefined && (data.task_description !== base.task_description || func0.call(data, "task_description"))){
let data5 = data.task_description;
const _errs10 = errors;
if((data5 !== null) && (typeof data5 !== "string")){
return fault(validate21, instancePath+"/task_description", "type", {type: schema6.properties.task_description.type});
}
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length > 65536 && func51(data5) > 65536){
return fault(validate21, instancePath+"/task_description", "maxLength", {limit: 65536});
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last_activity !== undefined && (data.last_activity !== base.last_activity || func0.call(data, "last_activity"))){
let data6 = data.last_activity;
const _errs12 = errors;
if((data6 !== null) && (typeof data6 !== "string")){
return fault(validate21, instancePath+"/last_activity", "type", {type: schema6.properties.last_activity.type});
}
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length > 64 && func51(data6) > 64){
return fault(validate21, instancePath+"/last_activity", "maxLength", {limit: 64});
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.git_stats !== undefined && (data.git_stats !== base.git_stats || func0.call(data, "git_stats"))){
let data7 = data.git_stats;
const _errs14 = errors;
const _errs15 = errors;
let valid1 = false;
const _errs16 = errors;
if(!(validate24(data7, {instancePath:instancePath+"/git_stats",parentData:data,parentDataProperty:"git_stats",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var _valid0 = _errs16 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs17 = errors;
if(data7 !== null){
const err0 = {instancePath:instancePath+"/git_stats",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs17 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err1 = {instancePath:instancePath+"/git_stats",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.session_type !== undefined && (data.session_type !== base.session_type || func0.call(data, "session_type"))){
const _errs19 = errors;
if(!(validate26(data.session_type, {instancePath:instancePath+"/session_type",parentData:data,parentDataProperty:"session_type",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parent_branch !== undefined && (data.parent_branch !== base.parent_branch || func0.call(data, "parent_branch"))){
let data9 = data.parent_branch;
const _errs20 = errors;
if((data9 !== null) && (typeof data9 !== "string")){
return fault(validate21, instancePath+"/parent_branch", "type", {type: schema6.properties.parent_branch.type});
}
if(errors === _errs20){
if(typeof data9 === "string"){
if(data9.length > 1024 && func51(data9) > 1024){
return fault(validate21, instancePath+"/parent_branch", "maxLength", {limit: 1024});
}
}
}
var valid0 = _errs20 === errors;
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
else {
return fault(validate21, instancePath, "type", {type: "object"});
}
}
validate21.errors = vErrors;
return errors === 0;
}
