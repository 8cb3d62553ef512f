// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateContainer = validate21;
const base = Object.prototype;
const func0 = base.hasOwnProperty;
import { codePoints as func55 } from "../code-points.js";
const pattern0 = /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/u;
const pattern1 = /^[0-9]{1,5}(?:\/(?:tcp|udp|sctp))?$/u;
const pattern2 = /^[0-9]{1,5}$/u;
const pattern3 = /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern6 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;
const schema7 = {"enum":["docker","local"],"type":"string"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate22.errors = [{instancePath,keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data === "docker") || (data === "local"))){
validate22.errors = [{instancePath,keyword:"enum",params:{allowedValues: schema7.enum}}];
return false;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"enum":["node","other","sh"],"type":"string"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate24.errors = [{instancePath,keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "node") || (data === "other")) || (data === "sh"))){
validate24.errors = [{instancePath,keyword:"enum",params:{allowedValues: schema8.enum}}];
return false;
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
validate26.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.source !== undefined && (data.source !== base.source || func0.call(data, "source"))){
let data0 = data.source;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 4096 && func55(data0) > 4096){
validate26.errors = [{instancePath:instancePath+"/source",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(data0.length < 1){
validate26.errors = [{instancePath:instancePath+"/source",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate26.errors = [{instancePath:instancePath+"/source",keyword:"type",params:{type: "string"}}];
return false;
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
validate26.errors = [{instancePath:instancePath+"/target",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(data1.length < 1){
validate26.errors = [{instancePath:instancePath+"/target",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate26.errors = [{instancePath:instancePath+"/target",keyword:"type",params:{type: "string"}}];
return false;
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
validate26.errors = [{instancePath:instancePath+"/read_only",keyword:"type",params:{type: "boolean"}}];
return false;
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
validate26.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
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
validate28.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.pid !== undefined && (data.pid !== base.pid || func0.call(data, "pid"))){
let data0 = data.pid;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate28.errors = [{instancePath:instancePath+"/pid",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4194304 || isNaN(data0)){
validate28.errors = [{instancePath:instancePath+"/pid",keyword:"maximum",params:{comparison: "<=", limit: 4194304}}];
return false;
}
else {
if(data0 < 1 || isNaN(data0)){
validate28.errors = [{instancePath:instancePath+"/pid",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
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
validate28.errors = [{instancePath:instancePath+"/start_time",keyword:"maxLength",params:{limit: 32}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/start_time",keyword:"type",params:{type: "string"}}];
return false;
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
validate28.errors = [{instancePath:instancePath+"/machine_boot_id",keyword:"maxLength",params:{limit: 64}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/machine_boot_id",keyword:"type",params:{type: "string"}}];
return false;
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
validate28.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.session_name !== undefined && (data.session_name !== base.session_name || func0.call(data, "session_name"))){
let data0 = data.session_name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate21.errors = [{instancePath:instancePath+"/session_name",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/session_name",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/container_id",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(data3.length < 1){
validate21.errors = [{instancePath:instancePath+"/container_id",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/container_id",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/image",keyword:"maxLength",params:{limit: 512}}];
return false;
}
else {
if(data4.length < 1){
validate21.errors = [{instancePath:instancePath+"/image",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/image",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/workspace",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(data5.length < 1){
validate21.errors = [{instancePath:instancePath+"/workspace",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/workspace",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/mounts",keyword:"maxItems",params:{limit: 64}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/mounts",keyword:"type",params:{type: "array"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/ports",keyword:"maxProperties",params:{limit: 128}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/ports/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/ports/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/ports",keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/labels",keyword:"maxProperties",params:{limit: 128}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"maxLength",params:{limit: 4096}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/labels",keyword:"type",params:{type: "object"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/created_at",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/started_at",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/started_at",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/finished_at",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/finished_at",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath:instancePath+"/protocol_version",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/protocol_version",keyword:"type",params:{type: "string"}}];
return false;
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
validate21.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
