// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateSessionState = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:para-docker:schema:v1:session-state","type":"object","properties":{"name":{"minLength":1,"maxLength":256,"type":"string"},"branch":{"maxLength":1024,"type":"string"},"worktree_path":{"maxLength":4096,"type":"string"},"created_at":{"type":"string","pattern":"^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},"status":{"$ref":"#/definitions/SessionStatus"},"task_description":{"maxLength":65536,"type":["null","string"]},"last_activity":{"maxLength":64,"type":["null","string"]},"git_stats":{"anyOf":[{"$ref":"#/definitions/GitStats"},{"type":"null"}]},"session_type":{"$ref":"#/definitions/SessionType"},"parent_branch":{"maxLength":1024,"type":["null","string"]}},"required":["branch","created_at","name","status","worktree_path"],"definitions":{"ContainerReference":{"type":"object","properties":{"container_id":{"maxLength":128,"type":["null","string"]}}},"ContainerSessionType":{"type":"object","properties":{"Container":{"$ref":"#/definitions/ContainerReference"}},"required":["Container"]},"GitStats":{"type":"object","properties":{"files_changed":{"type":"integer","minimum":0,"maximum":9007199254740991},"lines_added":{"type":"integer","minimum":0,"maximum":9007199254740991},"lines_removed":{"type":"integer","minimum":0,"maximum":9007199254740991}},"required":["files_changed","lines_added","lines_removed"]},"SessionStatus":{"enum":["Active","Cancelled","Finished","Review"],"type":"string"},"SessionType":{"anyOf":[{"$ref":"#/definitions/ContainerSessionType"},{"const":"Worktree","type":"string"}]}}};
const schema12 = {"enum":["Active","Cancelled","Finished","Review"],"type":"string"};
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func51 } from "../code-points.js";
const pattern0 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const schema16 = {"type":"object","properties":{"container_id":{"maxLength":128,"type":["null","string"]}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.Container === undefined) || (!(func0.call(data, "Container")))) && (missing0 = "Container")){
validate12.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.Container !== undefined && func0.call(data, "Container")){
let data0 = data.Container;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.container_id !== undefined && func0.call(data0, "container_id")){
let data1 = data0.container_id;
const _errs4 = errors;
if((data1 !== null) && (typeof data1 !== "string")){
validate12.errors = [{instancePath:instancePath+"/Container/container_id",schemaPath:"#/definitions/ContainerReference/properties/container_id/type",keyword:"type",params:{type: schema16.properties.container_id.type}}];
return false;
}
if(errors === _errs4){
if(typeof data1 === "string"){
if(func51(data1) > 128){
validate12.errors = [{instancePath:instancePath+"/Container/container_id",schemaPath:"#/definitions/ContainerReference/properties/container_id/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/Container",schemaPath:"#/definitions/ContainerReference/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
}
}
}
else {
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate12(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if("Worktree" !== data){
const err1 = {instancePath,schemaPath:"#/anyOf/1/const",keyword:"const",params:{allowedValue: "Worktree"}};
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
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate11.errors = vErrors;
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
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.branch === undefined) || (!(func0.call(data, "branch")))) && (missing0 = "branch")) || (((data.created_at === undefined) || (!(func0.call(data, "created_at")))) && (missing0 = "created_at"))) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.status === undefined) || (!(func0.call(data, "status")))) && (missing0 = "status"))) || (((data.worktree_path === undefined) || (!(func0.call(data, "worktree_path")))) && (missing0 = "worktree_path"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(func51(data0) > 256){
validate10.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 256}}];
return false;
}
else {
if(func51(data0) < 1){
validate10.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.branch !== undefined && func0.call(data, "branch")){
let data1 = data.branch;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(func51(data1) > 1024){
validate10.errors = [{instancePath:instancePath+"/branch",schemaPath:"#/properties/branch/maxLength",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/branch",schemaPath:"#/properties/branch/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.worktree_path !== undefined && func0.call(data, "worktree_path")){
let data2 = data.worktree_path;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(func51(data2) > 4096){
validate10.errors = [{instancePath:instancePath+"/worktree_path",schemaPath:"#/properties/worktree_path/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/worktree_path",schemaPath:"#/properties/worktree_path/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined && func0.call(data, "created_at")){
let data3 = data.created_at;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate10.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined && func0.call(data, "status")){
let data4 = data.status;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate10.errors = [{instancePath:instancePath+"/status",schemaPath:"#/definitions/SessionStatus/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data4 === "Active") || (data4 === "Cancelled")) || (data4 === "Finished")) || (data4 === "Review"))){
validate10.errors = [{instancePath:instancePath+"/status",schemaPath:"#/definitions/SessionStatus/enum",keyword:"enum",params:{allowedValues: schema12.enum}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.task_description !== undefined && func0.call(data, "task_description")){
let data5 = data.task_description;
const _errs12 = errors;
if((data5 !== null) && (typeof data5 !== "string")){
validate10.errors = [{instancePath:instancePath+"/task_description",schemaPath:"#/properties/task_description/type",keyword:"type",params:{type: schema11.properties.task_description.type}}];
return false;
}
if(errors === _errs12){
if(typeof data5 === "string"){
if(func51(data5) > 65536){
validate10.errors = [{instancePath:instancePath+"/task_description",schemaPath:"#/properties/task_description/maxLength",keyword:"maxLength",params:{limit: 65536}}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last_activity !== undefined && func0.call(data, "last_activity")){
let data6 = data.last_activity;
const _errs14 = errors;
if((data6 !== null) && (typeof data6 !== "string")){
validate10.errors = [{instancePath:instancePath+"/last_activity",schemaPath:"#/properties/last_activity/type",keyword:"type",params:{type: schema11.properties.last_activity.type}}];
return false;
}
if(errors === _errs14){
if(typeof data6 === "string"){
if(func51(data6) > 64){
validate10.errors = [{instancePath:instancePath+"/last_activity",schemaPath:"#/properties/last_activity/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.git_stats !== undefined && func0.call(data, "git_stats")){
let data7 = data.git_stats;
const _errs16 = errors;
const _errs17 = errors;
let valid2 = false;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((((data7.files_changed === undefined) || (!(func0.call(data7, "files_changed")))) && (missing1 = "files_changed")) || (((data7.lines_added === undefined) || (!(func0.call(data7, "lines_added")))) && (missing1 = "lines_added"))) || (((data7.lines_removed === undefined) || (!(func0.call(data7, "lines_removed")))) && (missing1 = "lines_removed"))){
const err0 = {instancePath:instancePath+"/git_stats",schemaPath:"#/definitions/GitStats/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data7.files_changed !== undefined && func0.call(data7, "files_changed")){
let data8 = data7.files_changed;
const _errs21 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err1 = {instancePath:instancePath+"/git_stats/files_changed",schemaPath:"#/definitions/GitStats/properties/files_changed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(errors === _errs21){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9007199254740991 || isNaN(data8)){
const err2 = {instancePath:instancePath+"/git_stats/files_changed",schemaPath:"#/definitions/GitStats/properties/files_changed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(data8 < 0 || isNaN(data8)){
const err3 = {instancePath:instancePath+"/git_stats/files_changed",schemaPath:"#/definitions/GitStats/properties/files_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.lines_added !== undefined && func0.call(data7, "lines_added")){
let data9 = data7.lines_added;
const _errs23 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err4 = {instancePath:instancePath+"/git_stats/lines_added",schemaPath:"#/definitions/GitStats/properties/lines_added/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(errors === _errs23){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
const err5 = {instancePath:instancePath+"/git_stats/lines_added",schemaPath:"#/definitions/GitStats/properties/lines_added/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(data9 < 0 || isNaN(data9)){
const err6 = {instancePath:instancePath+"/git_stats/lines_added",schemaPath:"#/definitions/GitStats/properties/lines_added/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.lines_removed !== undefined && func0.call(data7, "lines_removed")){
let data10 = data7.lines_removed;
const _errs25 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err7 = {instancePath:instancePath+"/git_stats/lines_removed",schemaPath:"#/definitions/GitStats/properties/lines_removed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(errors === _errs25){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
const err8 = {instancePath:instancePath+"/git_stats/lines_removed",schemaPath:"#/definitions/GitStats/properties/lines_removed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data10 < 0 || isNaN(data10)){
const err9 = {instancePath:instancePath+"/git_stats/lines_removed",schemaPath:"#/definitions/GitStats/properties/lines_removed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/git_stats",schemaPath:"#/definitions/GitStats/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid0 = _errs18 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs27 = errors;
if(data7 !== null){
const err11 = {instancePath:instancePath+"/git_stats",schemaPath:"#/properties/git_stats/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs27 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err12 = {instancePath:instancePath+"/git_stats",schemaPath:"#/properties/git_stats/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.session_type !== undefined && func0.call(data, "session_type")){
const _errs29 = errors;
if(!(validate11(data.session_type, {instancePath:instancePath+"/session_type",parentData:data,parentDataProperty:"session_type",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parent_branch !== undefined && func0.call(data, "parent_branch")){
let data12 = data.parent_branch;
const _errs30 = errors;
if((data12 !== null) && (typeof data12 !== "string")){
validate10.errors = [{instancePath:instancePath+"/parent_branch",schemaPath:"#/properties/parent_branch/type",keyword:"type",params:{type: schema11.properties.parent_branch.type}}];
return false;
}
if(errors === _errs30){
if(typeof data12 === "string"){
if(func51(data12) > 1024){
validate10.errors = [{instancePath:instancePath+"/parent_branch",schemaPath:"#/properties/parent_branch/maxLength",keyword:"maxLength",params:{limit: 1024}}];
return false;
}
}
}
var valid0 = _errs30 === errors;
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
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
