// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateContainer = validate10;
const schema12 = {"enum":["docker","local"],"type":"string"};
const schema13 = {"enum":["node","other","sh"],"type":"string"};
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func55 } from "../code-points.js";
const pattern0 = /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/u;
const pattern1 = /^[0-9]{1,5}(\/(tcp|udp|sctp))?$/u;
const pattern2 = /^[0-9]{1,5}$/u;
const pattern3 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern6 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.agent === undefined) || (!(func0.call(data, "agent")))) && (missing0 = "agent")) || (((data.container_id === undefined) || (!(func0.call(data, "container_id")))) && (missing0 = "container_id"))) || (((data.created_at === undefined) || (!(func0.call(data, "created_at")))) && (missing0 = "created_at"))) || (((data.runtime === undefined) || (!(func0.call(data, "runtime")))) && (missing0 = "runtime"))) || (((data.session_name === undefined) || (!(func0.call(data, "session_name")))) && (missing0 = "session_name"))) || (((data.workspace === undefined) || (!(func0.call(data, "workspace")))) && (missing0 = "workspace"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.session_name !== undefined && func0.call(data, "session_name")){
let data0 = data.session_name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/session_name",schemaPath:"#/properties/session_name/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/session_name",schemaPath:"#/properties/session_name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime !== undefined && func0.call(data, "runtime")){
let data1 = data.runtime;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate10.errors = [{instancePath:instancePath+"/runtime",schemaPath:"#/definitions/RuntimeKind/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data1 === "docker") || (data1 === "local"))){
validate10.errors = [{instancePath:instancePath+"/runtime",schemaPath:"#/definitions/RuntimeKind/enum",keyword:"enum",params:{allowedValues: schema12.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined && func0.call(data, "agent")){
let data2 = data.agent;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate10.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/definitions/AgentKind/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data2 === "node") || (data2 === "other")) || (data2 === "sh"))){
validate10.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/definitions/AgentKind/enum",keyword:"enum",params:{allowedValues: schema13.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.container_id !== undefined && func0.call(data, "container_id")){
let data3 = data.container_id;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(func55(data3) > 128){
validate10.errors = [{instancePath:instancePath+"/container_id",schemaPath:"#/properties/container_id/maxLength",keyword:"maxLength",params:{limit: 128}}];
return false;
}
else {
if(func55(data3) < 1){
validate10.errors = [{instancePath:instancePath+"/container_id",schemaPath:"#/properties/container_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/container_id",schemaPath:"#/properties/container_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image !== undefined && func0.call(data, "image")){
let data4 = data.image;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(func55(data4) > 512){
validate10.errors = [{instancePath:instancePath+"/image",schemaPath:"#/properties/image/maxLength",keyword:"maxLength",params:{limit: 512}}];
return false;
}
else {
if(func55(data4) < 1){
validate10.errors = [{instancePath:instancePath+"/image",schemaPath:"#/properties/image/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.workspace !== undefined && func0.call(data, "workspace")){
let data5 = data.workspace;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(func55(data5) > 4096){
validate10.errors = [{instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(func55(data5) < 1){
validate10.errors = [{instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mounts !== undefined && func0.call(data, "mounts")){
let data6 = data.mounts;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data6)){
if(data6.length > 64){
validate10.errors = [{instancePath:instancePath+"/mounts",schemaPath:"#/properties/mounts/maxItems",keyword:"maxItems",params:{limit: 64}}];
return false;
}
else {
var valid3 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((((data7.read_only === undefined) || (!(func0.call(data7, "read_only")))) && (missing1 = "read_only")) || (((data7.source === undefined) || (!(func0.call(data7, "source")))) && (missing1 = "source"))) || (((data7.target === undefined) || (!(func0.call(data7, "target")))) && (missing1 = "target"))){
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0,schemaPath:"#/definitions/MountInfo/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data7.source !== undefined && func0.call(data7, "source")){
let data8 = data7.source;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data8 === "string"){
if(func55(data8) > 4096){
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/source",schemaPath:"#/definitions/MountInfo/properties/source/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(func55(data8) < 1){
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/source",schemaPath:"#/definitions/MountInfo/properties/source/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/source",schemaPath:"#/definitions/MountInfo/properties/source/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.target !== undefined && func0.call(data7, "target")){
let data9 = data7.target;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data9 === "string"){
if(func55(data9) > 4096){
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/target",schemaPath:"#/definitions/MountInfo/properties/target/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
else {
if(func55(data9) < 1){
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/target",schemaPath:"#/definitions/MountInfo/properties/target/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/target",schemaPath:"#/definitions/MountInfo/properties/target/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.read_only !== undefined && func0.call(data7, "read_only")){
const _errs24 = errors;
if(typeof data7.read_only !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0+"/read_only",schemaPath:"#/definitions/MountInfo/properties/read_only/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/mounts/" + i0,schemaPath:"#/definitions/MountInfo/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs17 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/mounts",schemaPath:"#/properties/mounts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ports !== undefined && func0.call(data, "ports")){
let data11 = data.ports;
const _errs26 = errors;
if(errors === _errs26){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 128){
validate10.errors = [{instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/maxProperties",keyword:"maxProperties",params:{limit: 128}}];
return false;
}
else {
for(const key0 of Object.keys(data11)){
const _errs28 = errors;
if(typeof key0 === "string"){
if(!pattern1.test(key0)){
const err0 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/propertyNames/pattern",keyword:"pattern",params:{},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid6 = _errs28 === errors;
if(!valid6){
const err1 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
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
if(valid6){
for(const key1 of Object.keys(data11)){
let data12 = data11[key1];
const _errs30 = errors;
if(errors === _errs30){
if(typeof data12 === "string"){
if(!pattern2.test(data12)){
validate10.errors = [{instancePath:instancePath+"/ports/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/ports/additionalProperties/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/ports/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/ports/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs30 === errors;
if(!valid7){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.labels !== undefined && func0.call(data, "labels")){
let data13 = data.labels;
const _errs32 = errors;
if(errors === _errs32){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length > 128){
validate10.errors = [{instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 128}}];
return false;
}
else {
for(const key2 of Object.keys(data13)){
const _errs34 = errors;
if(typeof key2 === "string"){
if(func55(key2) > 256){
const err2 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/propertyNames/maxLength",keyword:"maxLength",params:{limit: 256},propertyName:key2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(func55(key2) < 1){
const err3 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key2};
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
var valid8 = _errs34 === errors;
if(!valid8){
const err4 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid8){
for(const key3 of Object.keys(data13)){
let data14 = data13[key3];
const _errs36 = errors;
if(errors === _errs36){
if(typeof data14 === "string"){
if(func55(data14) > 4096){
validate10.errors = [{instancePath:instancePath+"/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 4096}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid9 = _errs36 === errors;
if(!valid9){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined && func0.call(data, "created_at")){
let data15 = data.created_at;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data15 === "string"){
if(!pattern3.test(data15)){
validate10.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.started_at !== undefined && func0.call(data, "started_at")){
let data16 = data.started_at;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data16 === "string"){
if(!pattern3.test(data16)){
validate10.errors = [{instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.finished_at !== undefined && func0.call(data, "finished_at")){
let data17 = data.finished_at;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data17 === "string"){
if(!pattern3.test(data17)){
validate10.errors = [{instancePath:instancePath+"/finished_at",schemaPath:"#/properties/finished_at/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/finished_at",schemaPath:"#/properties/finished_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.process !== undefined && func0.call(data, "process")){
let data18 = data.process;
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing2;
if(((data18.pid === undefined) || (!(func0.call(data18, "pid")))) && (missing2 = "pid")){
validate10.errors = [{instancePath:instancePath+"/process",schemaPath:"#/definitions/ProcessIdentity/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data18.pid !== undefined && func0.call(data18, "pid")){
let data19 = data18.pid;
const _errs47 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate10.errors = [{instancePath:instancePath+"/process/pid",schemaPath:"#/definitions/ProcessIdentity/properties/pid/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs47){
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 4194304 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/process/pid",schemaPath:"#/definitions/ProcessIdentity/properties/pid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4194304}}];
return false;
}
else {
if(data19 < 1 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/process/pid",schemaPath:"#/definitions/ProcessIdentity/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid11 = _errs47 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data18.start_time !== undefined && func0.call(data18, "start_time")){
let data20 = data18.start_time;
const _errs49 = errors;
if(errors === _errs49){
if(typeof data20 === "string"){
if(func55(data20) > 32){
validate10.errors = [{instancePath:instancePath+"/process/start_time",schemaPath:"#/definitions/ProcessIdentity/properties/start_time/maxLength",keyword:"maxLength",params:{limit: 32}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/process/start_time",schemaPath:"#/definitions/ProcessIdentity/properties/start_time/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data18.machine_boot_id !== undefined && func0.call(data18, "machine_boot_id")){
let data21 = data18.machine_boot_id;
const _errs51 = errors;
if(errors === _errs51){
if(typeof data21 === "string"){
if(func55(data21) > 64){
validate10.errors = [{instancePath:instancePath+"/process/machine_boot_id",schemaPath:"#/definitions/ProcessIdentity/properties/machine_boot_id/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/process/machine_boot_id",schemaPath:"#/definitions/ProcessIdentity/properties/machine_boot_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs51 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/process",schemaPath:"#/definitions/ProcessIdentity/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data22 = data.protocol_version;
const _errs53 = errors;
if(errors === _errs53){
if(typeof data22 === "string"){
if(!pattern6.test(data22)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs53 === errors;
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
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
