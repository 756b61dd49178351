import{o as r}from"./index.js";import{l as o}from"./training.js";function t(t,{path:i}){return r(o(t,i))}export{t as read};
