import{e as a,i as o}from"./violations.js";import{p as t}from"./schema.js";function s(s,r,i){const m=t(i.map(({gate:a})=>a));return a(o(s,r.data,m),r)}export{s as explainPolicy};
