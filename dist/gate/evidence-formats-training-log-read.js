import{o as t}from"./index.js";import{l as a}from"./training.js";function e(o,{path:r}){return t(a(o,r))}export{e as read};
