import{e,i as n}from"./violations.js";import{p as r}from"./schema.js";function m(i,a,o){const p=r(o.map(({gate:t})=>t));return e(n(i,a.data,p),a)}export{m as explainPolicy};
