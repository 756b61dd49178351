// Generated from the folders beside it by `npm run generate`. Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"ML Governance Gate policy","type":"object","additionalProperties":false,"properties":{"version":{"enum":[1],"description":"the version of this format"},"model":{"type":"string","pattern":"\\S","description":"the model's name, shown in the report"},"risk":{"enum":["minimal","limited","high"],"description":"the risk class of its use"},"evidence":{"type":"object","additionalProperties":false,"description":"where the training job left its files","properties":{"metrics":{"type":["string","array","object"],"pattern":"\\S","minItems":1,"items":{"type":["string","object"],"pattern":"\\S","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}}},"required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}},"description":"the metrics of the model that is judged"},"baseline":{"type":["string","array","object"],"pattern":"\\S","minItems":1,"items":{"type":["string","object"],"pattern":"\\S","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}}},"required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}},"description":"the metrics it is compared with"},"groups":{"type":["string","array","object"],"pattern":"\\S","minItems":1,"items":{"type":["string","object"],"pattern":"\\S","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}}},"required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}},"description":"metrics by group, for fairness"},"model-card":{"type":["string","array","object"],"pattern":"\\S","minItems":1,"items":{"type":["string","object"],"pattern":"\\S","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}}},"required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string","pattern":"\\S","description":"a path or glob, relative to the working directory"},"format":{"enum":["json","yaml","toml","csv","markdown"],"description":"how to read it, whatever its name is"}},"description":"the model card: Markdown, YAML or JSON"}}},"documentation":{"type":"object","description":"What the model card has to state.","required":["require"],"additionalProperties":false,"properties":{"require":{"type":"array","minItems":1,"description":"fields that must be filled in: known ones by name, others as {field, names}","items":{"type":["string","object"],"if":{"type":"string"},"then":{"enum":["intended_use","limitations","training_data_description","evaluation_results","out_of_scope","evaluation_data","model_details","factors","metrics","ethical_considerations","recommendations","owner","license","version","contact","fairness","monitoring","human_oversight"]},"required":["field","names"],"additionalProperties":false,"properties":{"field":{"type":"string","pattern":"^[a-z][a-z0-9_-]{0,63}$","description":"the last part of the check id: lower-case letters, digits, _ and -"},"names":{"type":"array","minItems":1,"description":"headings or keys under which the card may state it","items":{"type":"string","pattern":"\\S"}}}}}}},"fairness":{"type":["array","object"],"description":"Bounds on the differences between groups: a list of rules, or one rule.","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["metric","by"],"minProperties":3,"properties":{"metric":{"type":"string","pattern":"\\S","description":"the metric that is compared between groups"},"by":{"type":"string","pattern":"\\S","description":"the attribute that divides the rows into groups"},"gap":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"max":{"type":"number","description":"at most this much"},"below":{"type":"number","description":"less than this"}},"description":"largest minus smallest group value"},"ratio":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"min":{"type":"number","description":"at least this much"},"above":{"type":"number","description":"more than this"}},"description":"smallest divided by largest group value"},"worst":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"min":{"type":"number","description":"at least this much"},"max":{"type":"number","description":"at most this much"},"above":{"type":"number","description":"more than this"},"below":{"type":"number","description":"less than this"}},"description":"the worst group's own value"},"unit":{"enum":["fraction","percent"],"description":"percent: values and bounds are stated in per cent"}}},"required":["metric","by"],"minProperties":3,"properties":{"metric":{"type":"string","pattern":"\\S","description":"the metric that is compared between groups"},"by":{"type":"string","pattern":"\\S","description":"the attribute that divides the rows into groups"},"gap":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"max":{"type":"number","description":"at most this much"},"below":{"type":"number","description":"less than this"}},"description":"largest minus smallest group value"},"ratio":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"min":{"type":"number","description":"at least this much"},"above":{"type":"number","description":"more than this"}},"description":"smallest divided by largest group value"},"worst":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"min":{"type":"number","description":"at least this much"},"max":{"type":"number","description":"at most this much"},"above":{"type":"number","description":"more than this"},"below":{"type":"number","description":"less than this"}},"description":"the worst group's own value"},"unit":{"enum":["fraction","percent"],"description":"percent: values and bounds are stated in per cent"}},"additionalProperties":false},"performance":{"type":"object","minProperties":1,"description":"Bounds on metrics: one key a metric.","additionalProperties":{"type":["object","string"],"pattern":"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$","additionalProperties":false,"minProperties":1,"properties":{"min":{"type":"number","description":"at least this much"},"max":{"type":"number","description":"at most this much"},"above":{"type":"number","description":"more than this"},"below":{"type":"number","description":"less than this"},"max-drop":{"type":["number","string"],"minimum":0,"pattern":"^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$","description":"how far it may fall below the baseline: absolute, or in per cent of it"},"max-rise":{"type":["number","string"],"minimum":0,"pattern":"^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$","description":"how far it may rise above the baseline: absolute, or in per cent of it"},"unit":{"enum":["fraction","percent"],"description":"percent: the file and the bounds both state per cent, so a bound of 85 is meant"}}}},"enforcement":{"type":"object","additionalProperties":false,"description":"what a failed gate does: block (default), warn or observe","properties":{"documentation":{"enum":["block","warn","observe"]},"fairness":{"enum":["block","warn","observe"]},"performance":{"enum":["block","warn","observe"]}}},"on-insufficient":{"enum":["fail","warn","pass"],"description":"what an undecided check counts as; by default fail where risk is high, else warn"}}};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("\\S", "u");
const pattern21 = new RegExp("^[a-z][a-z0-9_-]{0,63}$", "u");
const pattern25 = new RegExp("^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$", "u");
const pattern34 = new RegExp("^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(!(data0 === 1)){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/enum",keyword:"enum",params:{allowedValues: schema31.properties.version.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.version.enum,parentSchema:schema31.properties.version,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.model !== undefined){
let data1 = data.model;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err2 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.model,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.model.type,parentSchema:schema31.properties.model,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.risk !== undefined){
let data2 = data.risk;
if(!(((data2 === "minimal") || (data2 === "limited")) || (data2 === "high"))){
const err4 = {instancePath:instancePath+"/risk",schemaPath:"#/properties/risk/enum",keyword:"enum",params:{allowedValues: schema31.properties.risk.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.risk.enum,parentSchema:schema31.properties.risk,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.evidence !== undefined){
let data3 = data.evidence;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "metrics") || (key1 === "baseline")) || (key1 === "groups")) || (key1 === "model-card"))){
const err5 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.metrics !== undefined){
let data4 = data3.metrics;
if((!data4 || typeof data4 != "object") && (typeof data4 !== "string")){
const err6 = {instancePath:instancePath+"/evidence/metrics",schemaPath:"#/properties/evidence/properties/metrics/type",keyword:"type",params:{type: schema31.properties.evidence.properties.metrics.type},message:"must be string,array,object",schema:schema31.properties.evidence.properties.metrics.type,parentSchema:schema31.properties.evidence.properties.metrics,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err7 = {instancePath:instancePath+"/evidence/metrics",schemaPath:"#/properties/evidence/properties/metrics/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.metrics,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(Array.isArray(data4)){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/evidence/metrics",schemaPath:"#/properties/evidence/properties/metrics/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.evidence.properties.metrics,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if((typeof data5 !== "string") && (!(data5 && typeof data5 == "object" && !Array.isArray(data5)))){
const err9 = {instancePath:instancePath+"/evidence/metrics/" + i0,schemaPath:"#/properties/evidence/properties/metrics/items/type",keyword:"type",params:{type: schema31.properties.evidence.properties.metrics.items.type},message:"must be string,object",schema:schema31.properties.evidence.properties.metrics.items.type,parentSchema:schema31.properties.evidence.properties.metrics.items,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err10 = {instancePath:instancePath+"/evidence/metrics/" + i0,schemaPath:"#/properties/evidence/properties/metrics/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.metrics.items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.path === undefined){
const err11 = {instancePath:instancePath+"/evidence/metrics/" + i0,schemaPath:"#/properties/evidence/properties/metrics/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties.metrics.items.required,parentSchema:schema31.properties.evidence.properties.metrics.items,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key2 in data5){
if(!((key2 === "path") || (key2 === "format"))){
const err12 = {instancePath:instancePath+"/evidence/metrics/" + i0,schemaPath:"#/properties/evidence/properties/metrics/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties.metrics.items,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.path !== undefined){
let data6 = data5.path;
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
const err13 = {instancePath:instancePath+"/evidence/metrics/" + i0+"/path",schemaPath:"#/properties/evidence/properties/metrics/items/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.metrics.items.properties.path,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/evidence/metrics/" + i0+"/path",schemaPath:"#/properties/evidence/properties/metrics/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties.metrics.items.properties.path.type,parentSchema:schema31.properties.evidence.properties.metrics.items.properties.path,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.format !== undefined){
let data7 = data5.format;
if(!(((((data7 === "json") || (data7 === "yaml")) || (data7 === "toml")) || (data7 === "csv")) || (data7 === "markdown"))){
const err15 = {instancePath:instancePath+"/evidence/metrics/" + i0+"/format",schemaPath:"#/properties/evidence/properties/metrics/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties.metrics.items.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties.metrics.items.properties.format.enum,parentSchema:schema31.properties.evidence.properties.metrics.items.properties.format,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
}
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.path === undefined){
const err16 = {instancePath:instancePath+"/evidence/metrics",schemaPath:"#/properties/evidence/properties/metrics/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties.metrics.required,parentSchema:schema31.properties.evidence.properties.metrics,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key3 in data4){
if(!((key3 === "path") || (key3 === "format"))){
const err17 = {instancePath:instancePath+"/evidence/metrics",schemaPath:"#/properties/evidence/properties/metrics/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties.metrics,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.path !== undefined){
let data8 = data4.path;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err18 = {instancePath:instancePath+"/evidence/metrics/path",schemaPath:"#/properties/evidence/properties/metrics/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.metrics.properties.path,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/evidence/metrics/path",schemaPath:"#/properties/evidence/properties/metrics/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties.metrics.properties.path.type,parentSchema:schema31.properties.evidence.properties.metrics.properties.path,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.format !== undefined){
let data9 = data4.format;
if(!(((((data9 === "json") || (data9 === "yaml")) || (data9 === "toml")) || (data9 === "csv")) || (data9 === "markdown"))){
const err20 = {instancePath:instancePath+"/evidence/metrics/format",schemaPath:"#/properties/evidence/properties/metrics/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties.metrics.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties.metrics.properties.format.enum,parentSchema:schema31.properties.evidence.properties.metrics.properties.format,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
if(data3.baseline !== undefined){
let data10 = data3.baseline;
if((!data10 || typeof data10 != "object") && (typeof data10 !== "string")){
const err21 = {instancePath:instancePath+"/evidence/baseline",schemaPath:"#/properties/evidence/properties/baseline/type",keyword:"type",params:{type: schema31.properties.evidence.properties.baseline.type},message:"must be string,array,object",schema:schema31.properties.evidence.properties.baseline.type,parentSchema:schema31.properties.evidence.properties.baseline,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
const err22 = {instancePath:instancePath+"/evidence/baseline",schemaPath:"#/properties/evidence/properties/baseline/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.baseline,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(Array.isArray(data10)){
if(data10.length < 1){
const err23 = {instancePath:instancePath+"/evidence/baseline",schemaPath:"#/properties/evidence/properties/baseline/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.evidence.properties.baseline,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if((typeof data11 !== "string") && (!(data11 && typeof data11 == "object" && !Array.isArray(data11)))){
const err24 = {instancePath:instancePath+"/evidence/baseline/" + i1,schemaPath:"#/properties/evidence/properties/baseline/items/type",keyword:"type",params:{type: schema31.properties.evidence.properties.baseline.items.type},message:"must be string,object",schema:schema31.properties.evidence.properties.baseline.items.type,parentSchema:schema31.properties.evidence.properties.baseline.items,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data11 === "string"){
if(!pattern4.test(data11)){
const err25 = {instancePath:instancePath+"/evidence/baseline/" + i1,schemaPath:"#/properties/evidence/properties/baseline/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.baseline.items,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.path === undefined){
const err26 = {instancePath:instancePath+"/evidence/baseline/" + i1,schemaPath:"#/properties/evidence/properties/baseline/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties.baseline.items.required,parentSchema:schema31.properties.evidence.properties.baseline.items,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key4 in data11){
if(!((key4 === "path") || (key4 === "format"))){
const err27 = {instancePath:instancePath+"/evidence/baseline/" + i1,schemaPath:"#/properties/evidence/properties/baseline/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties.baseline.items,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.path !== undefined){
let data12 = data11.path;
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err28 = {instancePath:instancePath+"/evidence/baseline/" + i1+"/path",schemaPath:"#/properties/evidence/properties/baseline/items/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.baseline.items.properties.path,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/evidence/baseline/" + i1+"/path",schemaPath:"#/properties/evidence/properties/baseline/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties.baseline.items.properties.path.type,parentSchema:schema31.properties.evidence.properties.baseline.items.properties.path,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data11.format !== undefined){
let data13 = data11.format;
if(!(((((data13 === "json") || (data13 === "yaml")) || (data13 === "toml")) || (data13 === "csv")) || (data13 === "markdown"))){
const err30 = {instancePath:instancePath+"/evidence/baseline/" + i1+"/format",schemaPath:"#/properties/evidence/properties/baseline/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties.baseline.items.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties.baseline.items.properties.format.enum,parentSchema:schema31.properties.evidence.properties.baseline.items.properties.format,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.path === undefined){
const err31 = {instancePath:instancePath+"/evidence/baseline",schemaPath:"#/properties/evidence/properties/baseline/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties.baseline.required,parentSchema:schema31.properties.evidence.properties.baseline,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key5 in data10){
if(!((key5 === "path") || (key5 === "format"))){
const err32 = {instancePath:instancePath+"/evidence/baseline",schemaPath:"#/properties/evidence/properties/baseline/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties.baseline,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data10.path !== undefined){
let data14 = data10.path;
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
const err33 = {instancePath:instancePath+"/evidence/baseline/path",schemaPath:"#/properties/evidence/properties/baseline/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.baseline.properties.path,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/evidence/baseline/path",schemaPath:"#/properties/evidence/properties/baseline/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties.baseline.properties.path.type,parentSchema:schema31.properties.evidence.properties.baseline.properties.path,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data10.format !== undefined){
let data15 = data10.format;
if(!(((((data15 === "json") || (data15 === "yaml")) || (data15 === "toml")) || (data15 === "csv")) || (data15 === "markdown"))){
const err35 = {instancePath:instancePath+"/evidence/baseline/format",schemaPath:"#/properties/evidence/properties/baseline/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties.baseline.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties.baseline.properties.format.enum,parentSchema:schema31.properties.evidence.properties.baseline.properties.format,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
if(data3.groups !== undefined){
let data16 = data3.groups;
if((!data16 || typeof data16 != "object") && (typeof data16 !== "string")){
const err36 = {instancePath:instancePath+"/evidence/groups",schemaPath:"#/properties/evidence/properties/groups/type",keyword:"type",params:{type: schema31.properties.evidence.properties.groups.type},message:"must be string,array,object",schema:schema31.properties.evidence.properties.groups.type,parentSchema:schema31.properties.evidence.properties.groups,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(typeof data16 === "string"){
if(!pattern4.test(data16)){
const err37 = {instancePath:instancePath+"/evidence/groups",schemaPath:"#/properties/evidence/properties/groups/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.groups,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(Array.isArray(data16)){
if(data16.length < 1){
const err38 = {instancePath:instancePath+"/evidence/groups",schemaPath:"#/properties/evidence/properties/groups/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.evidence.properties.groups,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
if((typeof data17 !== "string") && (!(data17 && typeof data17 == "object" && !Array.isArray(data17)))){
const err39 = {instancePath:instancePath+"/evidence/groups/" + i2,schemaPath:"#/properties/evidence/properties/groups/items/type",keyword:"type",params:{type: schema31.properties.evidence.properties.groups.items.type},message:"must be string,object",schema:schema31.properties.evidence.properties.groups.items.type,parentSchema:schema31.properties.evidence.properties.groups.items,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data17 === "string"){
if(!pattern4.test(data17)){
const err40 = {instancePath:instancePath+"/evidence/groups/" + i2,schemaPath:"#/properties/evidence/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.groups.items,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.path === undefined){
const err41 = {instancePath:instancePath+"/evidence/groups/" + i2,schemaPath:"#/properties/evidence/properties/groups/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties.groups.items.required,parentSchema:schema31.properties.evidence.properties.groups.items,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key6 in data17){
if(!((key6 === "path") || (key6 === "format"))){
const err42 = {instancePath:instancePath+"/evidence/groups/" + i2,schemaPath:"#/properties/evidence/properties/groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties.groups.items,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data17.path !== undefined){
let data18 = data17.path;
if(typeof data18 === "string"){
if(!pattern4.test(data18)){
const err43 = {instancePath:instancePath+"/evidence/groups/" + i2+"/path",schemaPath:"#/properties/evidence/properties/groups/items/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.groups.items.properties.path,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/evidence/groups/" + i2+"/path",schemaPath:"#/properties/evidence/properties/groups/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties.groups.items.properties.path.type,parentSchema:schema31.properties.evidence.properties.groups.items.properties.path,data:data18};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.format !== undefined){
let data19 = data17.format;
if(!(((((data19 === "json") || (data19 === "yaml")) || (data19 === "toml")) || (data19 === "csv")) || (data19 === "markdown"))){
const err45 = {instancePath:instancePath+"/evidence/groups/" + i2+"/format",schemaPath:"#/properties/evidence/properties/groups/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties.groups.items.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties.groups.items.properties.format.enum,parentSchema:schema31.properties.evidence.properties.groups.items.properties.format,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.path === undefined){
const err46 = {instancePath:instancePath+"/evidence/groups",schemaPath:"#/properties/evidence/properties/groups/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties.groups.required,parentSchema:schema31.properties.evidence.properties.groups,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key7 in data16){
if(!((key7 === "path") || (key7 === "format"))){
const err47 = {instancePath:instancePath+"/evidence/groups",schemaPath:"#/properties/evidence/properties/groups/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties.groups,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data16.path !== undefined){
let data20 = data16.path;
if(typeof data20 === "string"){
if(!pattern4.test(data20)){
const err48 = {instancePath:instancePath+"/evidence/groups/path",schemaPath:"#/properties/evidence/properties/groups/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties.groups.properties.path,data:data20};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/evidence/groups/path",schemaPath:"#/properties/evidence/properties/groups/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties.groups.properties.path.type,parentSchema:schema31.properties.evidence.properties.groups.properties.path,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data16.format !== undefined){
let data21 = data16.format;
if(!(((((data21 === "json") || (data21 === "yaml")) || (data21 === "toml")) || (data21 === "csv")) || (data21 === "markdown"))){
const err50 = {instancePath:instancePath+"/evidence/groups/format",schemaPath:"#/properties/evidence/properties/groups/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties.groups.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties.groups.properties.format.enum,parentSchema:schema31.properties.evidence.properties.groups.properties.format,data:data21};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
if(data3["model-card"] !== undefined){
let data22 = data3["model-card"];
if((!data22 || typeof data22 != "object") && (typeof data22 !== "string")){
const err51 = {instancePath:instancePath+"/evidence/model-card",schemaPath:"#/properties/evidence/properties/model-card/type",keyword:"type",params:{type: schema31.properties.evidence.properties["model-card"].type},message:"must be string,array,object",schema:schema31.properties.evidence.properties["model-card"].type,parentSchema:schema31.properties.evidence.properties["model-card"],data:data22};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data22 === "string"){
if(!pattern4.test(data22)){
const err52 = {instancePath:instancePath+"/evidence/model-card",schemaPath:"#/properties/evidence/properties/model-card/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties["model-card"],data:data22};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(Array.isArray(data22)){
if(data22.length < 1){
const err53 = {instancePath:instancePath+"/evidence/model-card",schemaPath:"#/properties/evidence/properties/model-card/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.evidence.properties["model-card"],data:data22};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if((typeof data23 !== "string") && (!(data23 && typeof data23 == "object" && !Array.isArray(data23)))){
const err54 = {instancePath:instancePath+"/evidence/model-card/" + i3,schemaPath:"#/properties/evidence/properties/model-card/items/type",keyword:"type",params:{type: schema31.properties.evidence.properties["model-card"].items.type},message:"must be string,object",schema:schema31.properties.evidence.properties["model-card"].items.type,parentSchema:schema31.properties.evidence.properties["model-card"].items,data:data23};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(typeof data23 === "string"){
if(!pattern4.test(data23)){
const err55 = {instancePath:instancePath+"/evidence/model-card/" + i3,schemaPath:"#/properties/evidence/properties/model-card/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties["model-card"].items,data:data23};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.path === undefined){
const err56 = {instancePath:instancePath+"/evidence/model-card/" + i3,schemaPath:"#/properties/evidence/properties/model-card/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties["model-card"].items.required,parentSchema:schema31.properties.evidence.properties["model-card"].items,data:data23};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key8 in data23){
if(!((key8 === "path") || (key8 === "format"))){
const err57 = {instancePath:instancePath+"/evidence/model-card/" + i3,schemaPath:"#/properties/evidence/properties/model-card/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties["model-card"].items,data:data23};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data23.path !== undefined){
let data24 = data23.path;
if(typeof data24 === "string"){
if(!pattern4.test(data24)){
const err58 = {instancePath:instancePath+"/evidence/model-card/" + i3+"/path",schemaPath:"#/properties/evidence/properties/model-card/items/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties["model-card"].items.properties.path,data:data24};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/evidence/model-card/" + i3+"/path",schemaPath:"#/properties/evidence/properties/model-card/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties["model-card"].items.properties.path.type,parentSchema:schema31.properties.evidence.properties["model-card"].items.properties.path,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data23.format !== undefined){
let data25 = data23.format;
if(!(((((data25 === "json") || (data25 === "yaml")) || (data25 === "toml")) || (data25 === "csv")) || (data25 === "markdown"))){
const err60 = {instancePath:instancePath+"/evidence/model-card/" + i3+"/format",schemaPath:"#/properties/evidence/properties/model-card/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties["model-card"].items.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties["model-card"].items.properties.format.enum,parentSchema:schema31.properties.evidence.properties["model-card"].items.properties.format,data:data25};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.path === undefined){
const err61 = {instancePath:instancePath+"/evidence/model-card",schemaPath:"#/properties/evidence/properties/model-card/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema31.properties.evidence.properties["model-card"].required,parentSchema:schema31.properties.evidence.properties["model-card"],data:data22};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key9 in data22){
if(!((key9 === "path") || (key9 === "format"))){
const err62 = {instancePath:instancePath+"/evidence/model-card",schemaPath:"#/properties/evidence/properties/model-card/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.evidence.properties["model-card"],data:data22};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data22.path !== undefined){
let data26 = data22.path;
if(typeof data26 === "string"){
if(!pattern4.test(data26)){
const err63 = {instancePath:instancePath+"/evidence/model-card/path",schemaPath:"#/properties/evidence/properties/model-card/properties/path/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.evidence.properties["model-card"].properties.path,data:data26};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/evidence/model-card/path",schemaPath:"#/properties/evidence/properties/model-card/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.evidence.properties["model-card"].properties.path.type,parentSchema:schema31.properties.evidence.properties["model-card"].properties.path,data:data26};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data22.format !== undefined){
let data27 = data22.format;
if(!(((((data27 === "json") || (data27 === "yaml")) || (data27 === "toml")) || (data27 === "csv")) || (data27 === "markdown"))){
const err65 = {instancePath:instancePath+"/evidence/model-card/format",schemaPath:"#/properties/evidence/properties/model-card/properties/format/enum",keyword:"enum",params:{allowedValues: schema31.properties.evidence.properties["model-card"].properties.format.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.evidence.properties["model-card"].properties.format.enum,parentSchema:schema31.properties.evidence.properties["model-card"].properties.format,data:data27};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
}
else {
const err66 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.evidence.type,parentSchema:schema31.properties.evidence,data:data3};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.documentation !== undefined){
let data28 = data.documentation;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.require === undefined){
const err67 = {instancePath:instancePath+"/documentation",schemaPath:"#/properties/documentation/required",keyword:"required",params:{missingProperty: "require"},message:"must have required property '"+"require"+"'",schema:schema31.properties.documentation.required,parentSchema:schema31.properties.documentation,data:data28};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
for(const key10 in data28){
if(!(key10 === "require")){
const err68 = {instancePath:instancePath+"/documentation",schemaPath:"#/properties/documentation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.documentation,data:data28};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data28.require !== undefined){
let data29 = data28.require;
if(Array.isArray(data29)){
if(data29.length < 1){
const err69 = {instancePath:instancePath+"/documentation/require",schemaPath:"#/properties/documentation/properties/require/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.documentation.properties.require,data:data29};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
if((typeof data30 !== "string") && (!(data30 && typeof data30 == "object" && !Array.isArray(data30)))){
const err70 = {instancePath:instancePath+"/documentation/require/" + i4,schemaPath:"#/properties/documentation/properties/require/items/type",keyword:"type",params:{type: schema31.properties.documentation.properties.require.items.type},message:"must be string,object",schema:schema31.properties.documentation.properties.require.items.type,parentSchema:schema31.properties.documentation.properties.require.items,data:data30};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
const _errs64 = errors;
let valid21 = true;
const _errs65 = errors;
if(typeof data30 !== "string"){
const err71 = {};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
var _valid0 = _errs65 === errors;
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs67 = errors;
if(!((((((((((((((((((data30 === "intended_use") || (data30 === "limitations")) || (data30 === "training_data_description")) || (data30 === "evaluation_results")) || (data30 === "out_of_scope")) || (data30 === "evaluation_data")) || (data30 === "model_details")) || (data30 === "factors")) || (data30 === "metrics")) || (data30 === "ethical_considerations")) || (data30 === "recommendations")) || (data30 === "owner")) || (data30 === "license")) || (data30 === "version")) || (data30 === "contact")) || (data30 === "fairness")) || (data30 === "monitoring")) || (data30 === "human_oversight"))){
const err72 = {instancePath:instancePath+"/documentation/require/" + i4,schemaPath:"#/properties/documentation/properties/require/items/then/enum",keyword:"enum",params:{allowedValues: schema31.properties.documentation.properties.require.items.then.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.documentation.properties.require.items.then.enum,parentSchema:schema31.properties.documentation.properties.require.items.then,data:data30};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
var _valid0 = _errs67 === errors;
valid21 = _valid0;
}
if(!valid21){
const err73 = {instancePath:instancePath+"/documentation/require/" + i4,schemaPath:"#/properties/documentation/properties/require/items/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema31.properties.documentation.properties.require.items.if,parentSchema:schema31.properties.documentation.properties.require.items,data:data30};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.field === undefined){
const err74 = {instancePath:instancePath+"/documentation/require/" + i4,schemaPath:"#/properties/documentation/properties/require/items/required",keyword:"required",params:{missingProperty: "field"},message:"must have required property '"+"field"+"'",schema:schema31.properties.documentation.properties.require.items.required,parentSchema:schema31.properties.documentation.properties.require.items,data:data30};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data30.names === undefined){
const err75 = {instancePath:instancePath+"/documentation/require/" + i4,schemaPath:"#/properties/documentation/properties/require/items/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'",schema:schema31.properties.documentation.properties.require.items.required,parentSchema:schema31.properties.documentation.properties.require.items,data:data30};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key11 in data30){
if(!((key11 === "field") || (key11 === "names"))){
const err76 = {instancePath:instancePath+"/documentation/require/" + i4,schemaPath:"#/properties/documentation/properties/require/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.documentation.properties.require.items,data:data30};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data30.field !== undefined){
let data31 = data30.field;
if(typeof data31 === "string"){
if(!pattern21.test(data31)){
const err77 = {instancePath:instancePath+"/documentation/require/" + i4+"/field",schemaPath:"#/properties/documentation/properties/require/items/properties/field/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]{0,63}$"+"\"",schema:"^[a-z][a-z0-9_-]{0,63}$",parentSchema:schema31.properties.documentation.properties.require.items.properties.field,data:data31};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/documentation/require/" + i4+"/field",schemaPath:"#/properties/documentation/properties/require/items/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.documentation.properties.require.items.properties.field.type,parentSchema:schema31.properties.documentation.properties.require.items.properties.field,data:data31};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data30.names !== undefined){
let data32 = data30.names;
if(Array.isArray(data32)){
if(data32.length < 1){
const err79 = {instancePath:instancePath+"/documentation/require/" + i4+"/names",schemaPath:"#/properties/documentation/properties/require/items/properties/names/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.documentation.properties.require.items.properties.names,data:data32};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
const len5 = data32.length;
for(let i5=0; i5<len5; i5++){
let data33 = data32[i5];
if(typeof data33 === "string"){
if(!pattern4.test(data33)){
const err80 = {instancePath:instancePath+"/documentation/require/" + i4+"/names/" + i5,schemaPath:"#/properties/documentation/properties/require/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.documentation.properties.require.items.properties.names.items,data:data33};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/documentation/require/" + i4+"/names/" + i5,schemaPath:"#/properties/documentation/properties/require/items/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.documentation.properties.require.items.properties.names.items.type,parentSchema:schema31.properties.documentation.properties.require.items.properties.names.items,data:data33};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/documentation/require/" + i4+"/names",schemaPath:"#/properties/documentation/properties/require/items/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.documentation.properties.require.items.properties.names.type,parentSchema:schema31.properties.documentation.properties.require.items.properties.names,data:data32};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
}
}
else {
const err83 = {instancePath:instancePath+"/documentation/require",schemaPath:"#/properties/documentation/properties/require/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.documentation.properties.require.type,parentSchema:schema31.properties.documentation.properties.require,data:data29};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/documentation",schemaPath:"#/properties/documentation/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.documentation.type,parentSchema:schema31.properties.documentation,data:data28};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data.fairness !== undefined){
let data34 = data.fairness;
if(!data34 || typeof data34 != "object"){
const err85 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/type",keyword:"type",params:{type: schema31.properties.fairness.type},message:"must be array,object",schema:schema31.properties.fairness.type,parentSchema:schema31.properties.fairness,data:data34};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(Array.isArray(data34)){
if(data34.length < 1){
const err86 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.fairness,data:data34};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
const len6 = data34.length;
for(let i6=0; i6<len6; i6++){
let data35 = data34[i6];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length < 3){
const err87 = {instancePath:instancePath+"/fairness/" + i6,schemaPath:"#/properties/fairness/items/minProperties",keyword:"minProperties",params:{limit: 3},message:"must NOT have fewer than 3 properties",schema:3,parentSchema:schema31.properties.fairness.items,data:data35};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data35.metric === undefined){
const err88 = {instancePath:instancePath+"/fairness/" + i6,schemaPath:"#/properties/fairness/items/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'",schema:schema31.properties.fairness.items.required,parentSchema:schema31.properties.fairness.items,data:data35};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data35.by === undefined){
const err89 = {instancePath:instancePath+"/fairness/" + i6,schemaPath:"#/properties/fairness/items/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema31.properties.fairness.items.required,parentSchema:schema31.properties.fairness.items,data:data35};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
for(const key12 in data35){
if(!((((((key12 === "metric") || (key12 === "by")) || (key12 === "gap")) || (key12 === "ratio")) || (key12 === "worst")) || (key12 === "unit"))){
const err90 = {instancePath:instancePath+"/fairness/" + i6,schemaPath:"#/properties/fairness/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.items,data:data35};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data35.metric !== undefined){
let data36 = data35.metric;
if(typeof data36 === "string"){
if(!pattern4.test(data36)){
const err91 = {instancePath:instancePath+"/fairness/" + i6+"/metric",schemaPath:"#/properties/fairness/items/properties/metric/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.fairness.items.properties.metric,data:data36};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/fairness/" + i6+"/metric",schemaPath:"#/properties/fairness/items/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.fairness.items.properties.metric.type,parentSchema:schema31.properties.fairness.items.properties.metric,data:data36};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data35.by !== undefined){
let data37 = data35.by;
if(typeof data37 === "string"){
if(!pattern4.test(data37)){
const err93 = {instancePath:instancePath+"/fairness/" + i6+"/by",schemaPath:"#/properties/fairness/items/properties/by/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.fairness.items.properties.by,data:data37};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/fairness/" + i6+"/by",schemaPath:"#/properties/fairness/items/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.fairness.items.properties.by.type,parentSchema:schema31.properties.fairness.items.properties.by,data:data37};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data35.gap !== undefined){
let data38 = data35.gap;
if((!(data38 && typeof data38 == "object" && !Array.isArray(data38))) && (typeof data38 !== "string")){
const err95 = {instancePath:instancePath+"/fairness/" + i6+"/gap",schemaPath:"#/properties/fairness/items/properties/gap/type",keyword:"type",params:{type: schema31.properties.fairness.items.properties.gap.type},message:"must be object,string",schema:schema31.properties.fairness.items.properties.gap.type,parentSchema:schema31.properties.fairness.items.properties.gap,data:data38};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(typeof data38 === "string"){
if(!pattern25.test(data38)){
const err96 = {instancePath:instancePath+"/fairness/" + i6+"/gap",schemaPath:"#/properties/fairness/items/properties/gap/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.fairness.items.properties.gap,data:data38};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(Object.keys(data38).length < 1){
const err97 = {instancePath:instancePath+"/fairness/" + i6+"/gap",schemaPath:"#/properties/fairness/items/properties/gap/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.fairness.items.properties.gap,data:data38};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
for(const key13 in data38){
if(!((key13 === "max") || (key13 === "below"))){
const err98 = {instancePath:instancePath+"/fairness/" + i6+"/gap",schemaPath:"#/properties/fairness/items/properties/gap/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.items.properties.gap,data:data38};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data38.max !== undefined){
let data39 = data38.max;
if(!((typeof data39 == "number") && (isFinite(data39)))){
const err99 = {instancePath:instancePath+"/fairness/" + i6+"/gap/max",schemaPath:"#/properties/fairness/items/properties/gap/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.gap.properties.max.type,parentSchema:schema31.properties.fairness.items.properties.gap.properties.max,data:data39};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data38.below !== undefined){
let data40 = data38.below;
if(!((typeof data40 == "number") && (isFinite(data40)))){
const err100 = {instancePath:instancePath+"/fairness/" + i6+"/gap/below",schemaPath:"#/properties/fairness/items/properties/gap/properties/below/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.gap.properties.below.type,parentSchema:schema31.properties.fairness.items.properties.gap.properties.below,data:data40};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
if(data35.ratio !== undefined){
let data41 = data35.ratio;
if((!(data41 && typeof data41 == "object" && !Array.isArray(data41))) && (typeof data41 !== "string")){
const err101 = {instancePath:instancePath+"/fairness/" + i6+"/ratio",schemaPath:"#/properties/fairness/items/properties/ratio/type",keyword:"type",params:{type: schema31.properties.fairness.items.properties.ratio.type},message:"must be object,string",schema:schema31.properties.fairness.items.properties.ratio.type,parentSchema:schema31.properties.fairness.items.properties.ratio,data:data41};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(typeof data41 === "string"){
if(!pattern25.test(data41)){
const err102 = {instancePath:instancePath+"/fairness/" + i6+"/ratio",schemaPath:"#/properties/fairness/items/properties/ratio/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.fairness.items.properties.ratio,data:data41};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(Object.keys(data41).length < 1){
const err103 = {instancePath:instancePath+"/fairness/" + i6+"/ratio",schemaPath:"#/properties/fairness/items/properties/ratio/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.fairness.items.properties.ratio,data:data41};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
for(const key14 in data41){
if(!((key14 === "min") || (key14 === "above"))){
const err104 = {instancePath:instancePath+"/fairness/" + i6+"/ratio",schemaPath:"#/properties/fairness/items/properties/ratio/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.items.properties.ratio,data:data41};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data41.min !== undefined){
let data42 = data41.min;
if(!((typeof data42 == "number") && (isFinite(data42)))){
const err105 = {instancePath:instancePath+"/fairness/" + i6+"/ratio/min",schemaPath:"#/properties/fairness/items/properties/ratio/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.ratio.properties.min.type,parentSchema:schema31.properties.fairness.items.properties.ratio.properties.min,data:data42};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data41.above !== undefined){
let data43 = data41.above;
if(!((typeof data43 == "number") && (isFinite(data43)))){
const err106 = {instancePath:instancePath+"/fairness/" + i6+"/ratio/above",schemaPath:"#/properties/fairness/items/properties/ratio/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.ratio.properties.above.type,parentSchema:schema31.properties.fairness.items.properties.ratio.properties.above,data:data43};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
}
if(data35.worst !== undefined){
let data44 = data35.worst;
if((!(data44 && typeof data44 == "object" && !Array.isArray(data44))) && (typeof data44 !== "string")){
const err107 = {instancePath:instancePath+"/fairness/" + i6+"/worst",schemaPath:"#/properties/fairness/items/properties/worst/type",keyword:"type",params:{type: schema31.properties.fairness.items.properties.worst.type},message:"must be object,string",schema:schema31.properties.fairness.items.properties.worst.type,parentSchema:schema31.properties.fairness.items.properties.worst,data:data44};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(typeof data44 === "string"){
if(!pattern25.test(data44)){
const err108 = {instancePath:instancePath+"/fairness/" + i6+"/worst",schemaPath:"#/properties/fairness/items/properties/worst/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.fairness.items.properties.worst,data:data44};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length < 1){
const err109 = {instancePath:instancePath+"/fairness/" + i6+"/worst",schemaPath:"#/properties/fairness/items/properties/worst/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.fairness.items.properties.worst,data:data44};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
for(const key15 in data44){
if(!((((key15 === "min") || (key15 === "max")) || (key15 === "above")) || (key15 === "below"))){
const err110 = {instancePath:instancePath+"/fairness/" + i6+"/worst",schemaPath:"#/properties/fairness/items/properties/worst/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.items.properties.worst,data:data44};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data44.min !== undefined){
let data45 = data44.min;
if(!((typeof data45 == "number") && (isFinite(data45)))){
const err111 = {instancePath:instancePath+"/fairness/" + i6+"/worst/min",schemaPath:"#/properties/fairness/items/properties/worst/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.worst.properties.min.type,parentSchema:schema31.properties.fairness.items.properties.worst.properties.min,data:data45};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data44.max !== undefined){
let data46 = data44.max;
if(!((typeof data46 == "number") && (isFinite(data46)))){
const err112 = {instancePath:instancePath+"/fairness/" + i6+"/worst/max",schemaPath:"#/properties/fairness/items/properties/worst/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.worst.properties.max.type,parentSchema:schema31.properties.fairness.items.properties.worst.properties.max,data:data46};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data44.above !== undefined){
let data47 = data44.above;
if(!((typeof data47 == "number") && (isFinite(data47)))){
const err113 = {instancePath:instancePath+"/fairness/" + i6+"/worst/above",schemaPath:"#/properties/fairness/items/properties/worst/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.worst.properties.above.type,parentSchema:schema31.properties.fairness.items.properties.worst.properties.above,data:data47};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data44.below !== undefined){
let data48 = data44.below;
if(!((typeof data48 == "number") && (isFinite(data48)))){
const err114 = {instancePath:instancePath+"/fairness/" + i6+"/worst/below",schemaPath:"#/properties/fairness/items/properties/worst/properties/below/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.items.properties.worst.properties.below.type,parentSchema:schema31.properties.fairness.items.properties.worst.properties.below,data:data48};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
}
if(data35.unit !== undefined){
let data49 = data35.unit;
if(!((data49 === "fraction") || (data49 === "percent"))){
const err115 = {instancePath:instancePath+"/fairness/" + i6+"/unit",schemaPath:"#/properties/fairness/items/properties/unit/enum",keyword:"enum",params:{allowedValues: schema31.properties.fairness.items.properties.unit.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.fairness.items.properties.unit.enum,parentSchema:schema31.properties.fairness.items.properties.unit,data:data49};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/fairness/" + i6,schemaPath:"#/properties/fairness/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.fairness.items.type,parentSchema:schema31.properties.fairness.items,data:data35};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length < 3){
const err117 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/minProperties",keyword:"minProperties",params:{limit: 3},message:"must NOT have fewer than 3 properties",schema:3,parentSchema:schema31.properties.fairness,data:data34};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data34.metric === undefined){
const err118 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'",schema:schema31.properties.fairness.required,parentSchema:schema31.properties.fairness,data:data34};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data34.by === undefined){
const err119 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema31.properties.fairness.required,parentSchema:schema31.properties.fairness,data:data34};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
for(const key16 in data34){
if(!((((((key16 === "metric") || (key16 === "by")) || (key16 === "gap")) || (key16 === "ratio")) || (key16 === "worst")) || (key16 === "unit"))){
const err120 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness,data:data34};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data34.metric !== undefined){
let data50 = data34.metric;
if(typeof data50 === "string"){
if(!pattern4.test(data50)){
const err121 = {instancePath:instancePath+"/fairness/metric",schemaPath:"#/properties/fairness/properties/metric/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.fairness.properties.metric,data:data50};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/fairness/metric",schemaPath:"#/properties/fairness/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.fairness.properties.metric.type,parentSchema:schema31.properties.fairness.properties.metric,data:data50};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data34.by !== undefined){
let data51 = data34.by;
if(typeof data51 === "string"){
if(!pattern4.test(data51)){
const err123 = {instancePath:instancePath+"/fairness/by",schemaPath:"#/properties/fairness/properties/by/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema31.properties.fairness.properties.by,data:data51};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/fairness/by",schemaPath:"#/properties/fairness/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.fairness.properties.by.type,parentSchema:schema31.properties.fairness.properties.by,data:data51};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data34.gap !== undefined){
let data52 = data34.gap;
if((!(data52 && typeof data52 == "object" && !Array.isArray(data52))) && (typeof data52 !== "string")){
const err125 = {instancePath:instancePath+"/fairness/gap",schemaPath:"#/properties/fairness/properties/gap/type",keyword:"type",params:{type: schema31.properties.fairness.properties.gap.type},message:"must be object,string",schema:schema31.properties.fairness.properties.gap.type,parentSchema:schema31.properties.fairness.properties.gap,data:data52};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(typeof data52 === "string"){
if(!pattern25.test(data52)){
const err126 = {instancePath:instancePath+"/fairness/gap",schemaPath:"#/properties/fairness/properties/gap/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.fairness.properties.gap,data:data52};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(Object.keys(data52).length < 1){
const err127 = {instancePath:instancePath+"/fairness/gap",schemaPath:"#/properties/fairness/properties/gap/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.fairness.properties.gap,data:data52};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
for(const key17 in data52){
if(!((key17 === "max") || (key17 === "below"))){
const err128 = {instancePath:instancePath+"/fairness/gap",schemaPath:"#/properties/fairness/properties/gap/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.properties.gap,data:data52};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data52.max !== undefined){
let data53 = data52.max;
if(!((typeof data53 == "number") && (isFinite(data53)))){
const err129 = {instancePath:instancePath+"/fairness/gap/max",schemaPath:"#/properties/fairness/properties/gap/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.gap.properties.max.type,parentSchema:schema31.properties.fairness.properties.gap.properties.max,data:data53};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data52.below !== undefined){
let data54 = data52.below;
if(!((typeof data54 == "number") && (isFinite(data54)))){
const err130 = {instancePath:instancePath+"/fairness/gap/below",schemaPath:"#/properties/fairness/properties/gap/properties/below/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.gap.properties.below.type,parentSchema:schema31.properties.fairness.properties.gap.properties.below,data:data54};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
}
if(data34.ratio !== undefined){
let data55 = data34.ratio;
if((!(data55 && typeof data55 == "object" && !Array.isArray(data55))) && (typeof data55 !== "string")){
const err131 = {instancePath:instancePath+"/fairness/ratio",schemaPath:"#/properties/fairness/properties/ratio/type",keyword:"type",params:{type: schema31.properties.fairness.properties.ratio.type},message:"must be object,string",schema:schema31.properties.fairness.properties.ratio.type,parentSchema:schema31.properties.fairness.properties.ratio,data:data55};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(typeof data55 === "string"){
if(!pattern25.test(data55)){
const err132 = {instancePath:instancePath+"/fairness/ratio",schemaPath:"#/properties/fairness/properties/ratio/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.fairness.properties.ratio,data:data55};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(Object.keys(data55).length < 1){
const err133 = {instancePath:instancePath+"/fairness/ratio",schemaPath:"#/properties/fairness/properties/ratio/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.fairness.properties.ratio,data:data55};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
for(const key18 in data55){
if(!((key18 === "min") || (key18 === "above"))){
const err134 = {instancePath:instancePath+"/fairness/ratio",schemaPath:"#/properties/fairness/properties/ratio/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.properties.ratio,data:data55};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data55.min !== undefined){
let data56 = data55.min;
if(!((typeof data56 == "number") && (isFinite(data56)))){
const err135 = {instancePath:instancePath+"/fairness/ratio/min",schemaPath:"#/properties/fairness/properties/ratio/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.ratio.properties.min.type,parentSchema:schema31.properties.fairness.properties.ratio.properties.min,data:data56};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data55.above !== undefined){
let data57 = data55.above;
if(!((typeof data57 == "number") && (isFinite(data57)))){
const err136 = {instancePath:instancePath+"/fairness/ratio/above",schemaPath:"#/properties/fairness/properties/ratio/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.ratio.properties.above.type,parentSchema:schema31.properties.fairness.properties.ratio.properties.above,data:data57};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
}
if(data34.worst !== undefined){
let data58 = data34.worst;
if((!(data58 && typeof data58 == "object" && !Array.isArray(data58))) && (typeof data58 !== "string")){
const err137 = {instancePath:instancePath+"/fairness/worst",schemaPath:"#/properties/fairness/properties/worst/type",keyword:"type",params:{type: schema31.properties.fairness.properties.worst.type},message:"must be object,string",schema:schema31.properties.fairness.properties.worst.type,parentSchema:schema31.properties.fairness.properties.worst,data:data58};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(typeof data58 === "string"){
if(!pattern25.test(data58)){
const err138 = {instancePath:instancePath+"/fairness/worst",schemaPath:"#/properties/fairness/properties/worst/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.fairness.properties.worst,data:data58};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(Object.keys(data58).length < 1){
const err139 = {instancePath:instancePath+"/fairness/worst",schemaPath:"#/properties/fairness/properties/worst/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.fairness.properties.worst,data:data58};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
for(const key19 in data58){
if(!((((key19 === "min") || (key19 === "max")) || (key19 === "above")) || (key19 === "below"))){
const err140 = {instancePath:instancePath+"/fairness/worst",schemaPath:"#/properties/fairness/properties/worst/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.fairness.properties.worst,data:data58};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data58.min !== undefined){
let data59 = data58.min;
if(!((typeof data59 == "number") && (isFinite(data59)))){
const err141 = {instancePath:instancePath+"/fairness/worst/min",schemaPath:"#/properties/fairness/properties/worst/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.worst.properties.min.type,parentSchema:schema31.properties.fairness.properties.worst.properties.min,data:data59};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data58.max !== undefined){
let data60 = data58.max;
if(!((typeof data60 == "number") && (isFinite(data60)))){
const err142 = {instancePath:instancePath+"/fairness/worst/max",schemaPath:"#/properties/fairness/properties/worst/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.worst.properties.max.type,parentSchema:schema31.properties.fairness.properties.worst.properties.max,data:data60};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data58.above !== undefined){
let data61 = data58.above;
if(!((typeof data61 == "number") && (isFinite(data61)))){
const err143 = {instancePath:instancePath+"/fairness/worst/above",schemaPath:"#/properties/fairness/properties/worst/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.worst.properties.above.type,parentSchema:schema31.properties.fairness.properties.worst.properties.above,data:data61};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data58.below !== undefined){
let data62 = data58.below;
if(!((typeof data62 == "number") && (isFinite(data62)))){
const err144 = {instancePath:instancePath+"/fairness/worst/below",schemaPath:"#/properties/fairness/properties/worst/properties/below/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.fairness.properties.worst.properties.below.type,parentSchema:schema31.properties.fairness.properties.worst.properties.below,data:data62};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
}
if(data34.unit !== undefined){
let data63 = data34.unit;
if(!((data63 === "fraction") || (data63 === "percent"))){
const err145 = {instancePath:instancePath+"/fairness/unit",schemaPath:"#/properties/fairness/properties/unit/enum",keyword:"enum",params:{allowedValues: schema31.properties.fairness.properties.unit.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.fairness.properties.unit.enum,parentSchema:schema31.properties.fairness.properties.unit,data:data63};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
}
if(data.performance !== undefined){
let data64 = data.performance;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(Object.keys(data64).length < 1){
const err146 = {instancePath:instancePath+"/performance",schemaPath:"#/properties/performance/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.performance,data:data64};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key20 in data64){
let data65 = data64[key20];
if((!(data65 && typeof data65 == "object" && !Array.isArray(data65))) && (typeof data65 !== "string")){
const err147 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/performance/additionalProperties/type",keyword:"type",params:{type: schema31.properties.performance.additionalProperties.type},message:"must be object,string",schema:schema31.properties.performance.additionalProperties.type,parentSchema:schema31.properties.performance.additionalProperties,data:data65};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(typeof data65 === "string"){
if(!pattern25.test(data65)){
const err148 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/performance/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"},message:"must match pattern \""+"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$"+"\"",schema:"^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$",parentSchema:schema31.properties.performance.additionalProperties,data:data65};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(Object.keys(data65).length < 1){
const err149 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/performance/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema31.properties.performance.additionalProperties,data:data65};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
for(const key21 in data65){
if(!(((((((key21 === "min") || (key21 === "max")) || (key21 === "above")) || (key21 === "below")) || (key21 === "max-drop")) || (key21 === "max-rise")) || (key21 === "unit"))){
const err150 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/performance/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.performance.additionalProperties,data:data65};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data65.min !== undefined){
let data66 = data65.min;
if(!((typeof data66 == "number") && (isFinite(data66)))){
const err151 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/min",schemaPath:"#/properties/performance/additionalProperties/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.performance.additionalProperties.properties.min.type,parentSchema:schema31.properties.performance.additionalProperties.properties.min,data:data66};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data65.max !== undefined){
let data67 = data65.max;
if(!((typeof data67 == "number") && (isFinite(data67)))){
const err152 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max",schemaPath:"#/properties/performance/additionalProperties/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.performance.additionalProperties.properties.max.type,parentSchema:schema31.properties.performance.additionalProperties.properties.max,data:data67};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data65.above !== undefined){
let data68 = data65.above;
if(!((typeof data68 == "number") && (isFinite(data68)))){
const err153 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/above",schemaPath:"#/properties/performance/additionalProperties/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.performance.additionalProperties.properties.above.type,parentSchema:schema31.properties.performance.additionalProperties.properties.above,data:data68};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data65.below !== undefined){
let data69 = data65.below;
if(!((typeof data69 == "number") && (isFinite(data69)))){
const err154 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/below",schemaPath:"#/properties/performance/additionalProperties/properties/below/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.performance.additionalProperties.properties.below.type,parentSchema:schema31.properties.performance.additionalProperties.properties.below,data:data69};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data65["max-drop"] !== undefined){
let data70 = data65["max-drop"];
if((!((typeof data70 == "number") && (isFinite(data70)))) && (typeof data70 !== "string")){
const err155 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-drop",schemaPath:"#/properties/performance/additionalProperties/properties/max-drop/type",keyword:"type",params:{type: schema31.properties.performance.additionalProperties.properties["max-drop"].type},message:"must be number,string",schema:schema31.properties.performance.additionalProperties.properties["max-drop"].type,parentSchema:schema31.properties.performance.additionalProperties.properties["max-drop"],data:data70};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 0 || isNaN(data70)){
const err156 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-drop",schemaPath:"#/properties/performance/additionalProperties/properties/max-drop/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.performance.additionalProperties.properties["max-drop"],data:data70};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(typeof data70 === "string"){
if(!pattern34.test(data70)){
const err157 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-drop",schemaPath:"#/properties/performance/additionalProperties/properties/max-drop/pattern",keyword:"pattern",params:{pattern: "^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$"},message:"must match pattern \""+"^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$"+"\"",schema:"^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$",parentSchema:schema31.properties.performance.additionalProperties.properties["max-drop"],data:data70};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
if(data65["max-rise"] !== undefined){
let data71 = data65["max-rise"];
if((!((typeof data71 == "number") && (isFinite(data71)))) && (typeof data71 !== "string")){
const err158 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-rise",schemaPath:"#/properties/performance/additionalProperties/properties/max-rise/type",keyword:"type",params:{type: schema31.properties.performance.additionalProperties.properties["max-rise"].type},message:"must be number,string",schema:schema31.properties.performance.additionalProperties.properties["max-rise"].type,parentSchema:schema31.properties.performance.additionalProperties.properties["max-rise"],data:data71};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
const err159 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-rise",schemaPath:"#/properties/performance/additionalProperties/properties/max-rise/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.performance.additionalProperties.properties["max-rise"],data:data71};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(typeof data71 === "string"){
if(!pattern34.test(data71)){
const err160 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-rise",schemaPath:"#/properties/performance/additionalProperties/properties/max-rise/pattern",keyword:"pattern",params:{pattern: "^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$"},message:"must match pattern \""+"^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$"+"\"",schema:"^\\s*[0-9]+(?:\\.[0-9]+)?\\s*%\\s*$",parentSchema:schema31.properties.performance.additionalProperties.properties["max-rise"],data:data71};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
if(data65.unit !== undefined){
let data72 = data65.unit;
if(!((data72 === "fraction") || (data72 === "percent"))){
const err161 = {instancePath:instancePath+"/performance/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/unit",schemaPath:"#/properties/performance/additionalProperties/properties/unit/enum",keyword:"enum",params:{allowedValues: schema31.properties.performance.additionalProperties.properties.unit.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.performance.additionalProperties.properties.unit.enum,parentSchema:schema31.properties.performance.additionalProperties.properties.unit,data:data72};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
}
}
else {
const err162 = {instancePath:instancePath+"/performance",schemaPath:"#/properties/performance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.performance.type,parentSchema:schema31.properties.performance,data:data64};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data.enforcement !== undefined){
let data73 = data.enforcement;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key22 in data73){
if(!(((key22 === "documentation") || (key22 === "fairness")) || (key22 === "performance"))){
const err163 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.enforcement,data:data73};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data73.documentation !== undefined){
let data74 = data73.documentation;
if(!(((data74 === "block") || (data74 === "warn")) || (data74 === "observe"))){
const err164 = {instancePath:instancePath+"/enforcement/documentation",schemaPath:"#/properties/enforcement/properties/documentation/enum",keyword:"enum",params:{allowedValues: schema31.properties.enforcement.properties.documentation.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.enforcement.properties.documentation.enum,parentSchema:schema31.properties.enforcement.properties.documentation,data:data74};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data73.fairness !== undefined){
let data75 = data73.fairness;
if(!(((data75 === "block") || (data75 === "warn")) || (data75 === "observe"))){
const err165 = {instancePath:instancePath+"/enforcement/fairness",schemaPath:"#/properties/enforcement/properties/fairness/enum",keyword:"enum",params:{allowedValues: schema31.properties.enforcement.properties.fairness.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.enforcement.properties.fairness.enum,parentSchema:schema31.properties.enforcement.properties.fairness,data:data75};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data73.performance !== undefined){
let data76 = data73.performance;
if(!(((data76 === "block") || (data76 === "warn")) || (data76 === "observe"))){
const err166 = {instancePath:instancePath+"/enforcement/performance",schemaPath:"#/properties/enforcement/properties/performance/enum",keyword:"enum",params:{allowedValues: schema31.properties.enforcement.properties.performance.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.enforcement.properties.performance.enum,parentSchema:schema31.properties.enforcement.properties.performance,data:data76};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.enforcement.type,parentSchema:schema31.properties.enforcement,data:data73};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data["on-insufficient"] !== undefined){
let data77 = data["on-insufficient"];
if(!(((data77 === "fail") || (data77 === "warn")) || (data77 === "pass"))){
const err168 = {instancePath:instancePath+"/on-insufficient",schemaPath:"#/properties/on-insufficient/enum",keyword:"enum",params:{allowedValues: schema31.properties["on-insufficient"].enum},message:"must be equal to one of the allowed values",schema:schema31.properties["on-insufficient"].enum,parentSchema:schema31.properties["on-insufficient"],data:data77};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

