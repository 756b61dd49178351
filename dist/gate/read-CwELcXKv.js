import{o as t}from"./index.js";import{l as a}from"./training-CADQ1MwB.js";function e(o,{path:r}){return t(a(o,r))}export{e as read};
