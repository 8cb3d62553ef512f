// Generated from src/documents by `pnpm generate`. Do not edit.

export const validateMetrics = validate10;
const func0 = Object.prototype.hasOwnProperty;
import { codePoints as func48 } from "../code-points.js";
const pattern0 = /^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/u;
const pattern1 = /^[0-9]{1,4}\.[0-9]{1,4}$/u;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){

let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.timestamp === undefined) || (!(func0.call(data, "timestamp")))) && (missing0 = "timestamp")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.timestamp !== undefined && func0.call(data, "timestamp")){
let data0 = data.timestamp;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.boot_id !== undefined && func0.call(data, "boot_id")){
let data1 = data.boot_id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(func48(data1) > 64){
validate10.errors = [{instancePath:instancePath+"/boot_id",schemaPath:"#/properties/boot_id/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func48(data1) < 1){
validate10.errors = [{instancePath:instancePath+"/boot_id",schemaPath:"#/properties/boot_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/boot_id",schemaPath:"#/properties/boot_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uptime_seconds !== undefined && func0.call(data, "uptime_seconds")){
let data2 = data.uptime_seconds;
const _errs5 = errors;
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/uptime_seconds",schemaPath:"#/properties/uptime_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate10.errors = [{instancePath:instancePath+"/uptime_seconds",schemaPath:"#/properties/uptime_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/uptime_seconds",schemaPath:"#/properties/uptime_seconds/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cpu !== undefined && func0.call(data, "cpu")){
let data3 = data.cpu;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.usage_seconds === undefined) || (!(func0.call(data3, "usage_seconds")))) && (missing1 = "usage_seconds")){
validate10.errors = [{instancePath:instancePath+"/cpu",schemaPath:"#/definitions/CpuMetrics/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data3.usage_seconds !== undefined && func0.call(data3, "usage_seconds")){
let data4 = data3.usage_seconds;
const _errs10 = errors;
if(errors === _errs10){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/cpu/usage_seconds",schemaPath:"#/definitions/CpuMetrics/properties/usage_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/cpu/usage_seconds",schemaPath:"#/definitions/CpuMetrics/properties/usage_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/cpu/usage_seconds",schemaPath:"#/definitions/CpuMetrics/properties/usage_seconds/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.percent !== undefined && func0.call(data3, "percent")){
let data5 = data3.percent;
const _errs12 = errors;
if(errors === _errs12){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000000 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/cpu/percent",schemaPath:"#/definitions/CpuMetrics/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/cpu/percent",schemaPath:"#/definitions/CpuMetrics/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/cpu/percent",schemaPath:"#/definitions/CpuMetrics/properties/percent/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.limit_cores !== undefined && func0.call(data3, "limit_cores")){
let data6 = data3.limit_cores;
const _errs14 = errors;
if(errors === _errs14){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 100000 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/cpu/limit_cores",schemaPath:"#/definitions/CpuMetrics/properties/limit_cores/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/cpu/limit_cores",schemaPath:"#/definitions/CpuMetrics/properties/limit_cores/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/cpu/limit_cores",schemaPath:"#/definitions/CpuMetrics/properties/limit_cores/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/cpu",schemaPath:"#/definitions/CpuMetrics/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.memory !== undefined && func0.call(data, "memory")){
let data7 = data.memory;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if(((data7.used_bytes === undefined) || (!(func0.call(data7, "used_bytes")))) && (missing2 = "used_bytes")){
validate10.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/definitions/MemoryMetrics/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data7.used_bytes !== undefined && func0.call(data7, "used_bytes")){
let data8 = data7.used_bytes;
const _errs19 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/memory/used_bytes",schemaPath:"#/definitions/MemoryMetrics/properties/used_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs19){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9007199254740991 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/memory/used_bytes",schemaPath:"#/definitions/MemoryMetrics/properties/used_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/memory/used_bytes",schemaPath:"#/definitions/MemoryMetrics/properties/used_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.limit_bytes !== undefined && func0.call(data7, "limit_bytes")){
let data9 = data7.limit_bytes;
const _errs21 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/memory/limit_bytes",schemaPath:"#/definitions/MemoryMetrics/properties/limit_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs21){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/memory/limit_bytes",schemaPath:"#/definitions/MemoryMetrics/properties/limit_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data9 < 0 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/memory/limit_bytes",schemaPath:"#/definitions/MemoryMetrics/properties/limit_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/definitions/MemoryMetrics/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pids !== undefined && func0.call(data, "pids")){
let data10 = data.pids;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if(((data10.current === undefined) || (!(func0.call(data10, "current")))) && (missing3 = "current")){
validate10.errors = [{instancePath:instancePath+"/pids",schemaPath:"#/definitions/PidsMetrics/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data10.current !== undefined && func0.call(data10, "current")){
let data11 = data10.current;
const _errs26 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate10.errors = [{instancePath:instancePath+"/pids/current",schemaPath:"#/definitions/PidsMetrics/properties/current/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs26){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9007199254740991 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/pids/current",schemaPath:"#/definitions/PidsMetrics/properties/current/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate10.errors = [{instancePath:instancePath+"/pids/current",schemaPath:"#/definitions/PidsMetrics/properties/current/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data10.limit !== undefined && func0.call(data10, "limit")){
let data12 = data10.limit;
const _errs28 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate10.errors = [{instancePath:instancePath+"/pids/limit",schemaPath:"#/definitions/PidsMetrics/properties/limit/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs28){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
validate10.errors = [{instancePath:instancePath+"/pids/limit",schemaPath:"#/definitions/PidsMetrics/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data12 < 0 || isNaN(data12)){
validate10.errors = [{instancePath:instancePath+"/pids/limit",schemaPath:"#/definitions/PidsMetrics/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/pids",schemaPath:"#/definitions/PidsMetrics/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disk !== undefined && func0.call(data, "disk")){
let data13 = data.disk;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing4;
if((((data13.total_bytes === undefined) || (!(func0.call(data13, "total_bytes")))) && (missing4 = "total_bytes")) || (((data13.used_bytes === undefined) || (!(func0.call(data13, "used_bytes")))) && (missing4 = "used_bytes"))){
validate10.errors = [{instancePath:instancePath+"/disk",schemaPath:"#/definitions/DiskMetrics/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data13.used_bytes !== undefined && func0.call(data13, "used_bytes")){
let data14 = data13.used_bytes;
const _errs33 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/disk/used_bytes",schemaPath:"#/definitions/DiskMetrics/properties/used_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs33){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/disk/used_bytes",schemaPath:"#/definitions/DiskMetrics/properties/used_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data14 < 0 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/disk/used_bytes",schemaPath:"#/definitions/DiskMetrics/properties/used_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.total_bytes !== undefined && func0.call(data13, "total_bytes")){
let data15 = data13.total_bytes;
const _errs35 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate10.errors = [{instancePath:instancePath+"/disk/total_bytes",schemaPath:"#/definitions/DiskMetrics/properties/total_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs35){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 9007199254740991 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/disk/total_bytes",schemaPath:"#/definitions/DiskMetrics/properties/total_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data15 < 0 || isNaN(data15)){
validate10.errors = [{instancePath:instancePath+"/disk/total_bytes",schemaPath:"#/definitions/DiskMetrics/properties/total_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid8 = _errs35 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/disk",schemaPath:"#/definitions/DiskMetrics/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.network !== undefined && func0.call(data, "network")){
let data16 = data.network;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing5;
if((((data16.rx_bytes === undefined) || (!(func0.call(data16, "rx_bytes")))) && (missing5 = "rx_bytes")) || (((data16.tx_bytes === undefined) || (!(func0.call(data16, "tx_bytes")))) && (missing5 = "tx_bytes"))){
validate10.errors = [{instancePath:instancePath+"/network",schemaPath:"#/definitions/NetworkMetrics/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data16.rx_bytes !== undefined && func0.call(data16, "rx_bytes")){
let data17 = data16.rx_bytes;
const _errs40 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate10.errors = [{instancePath:instancePath+"/network/rx_bytes",schemaPath:"#/definitions/NetworkMetrics/properties/rx_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs40){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 9007199254740991 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/network/rx_bytes",schemaPath:"#/definitions/NetworkMetrics/properties/rx_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data17 < 0 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/network/rx_bytes",schemaPath:"#/definitions/NetworkMetrics/properties/rx_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid10 = _errs40 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data16.tx_bytes !== undefined && func0.call(data16, "tx_bytes")){
let data18 = data16.tx_bytes;
const _errs42 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate10.errors = [{instancePath:instancePath+"/network/tx_bytes",schemaPath:"#/definitions/NetworkMetrics/properties/tx_bytes/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs42){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 9007199254740991 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/network/tx_bytes",schemaPath:"#/definitions/NetworkMetrics/properties/tx_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data18 < 0 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/network/tx_bytes",schemaPath:"#/definitions/NetworkMetrics/properties/tx_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid10 = _errs42 === errors;
}
else {
var valid10 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/network",schemaPath:"#/definitions/NetworkMetrics/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol_version !== undefined && func0.call(data, "protocol_version")){
let data19 = data.protocol_version;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data19 === "string"){
if(!pattern1.test(data19)){
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/pattern",keyword:"pattern",params:{}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/protocol_version",schemaPath:"#/properties/protocol_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs44 === errors;
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
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
