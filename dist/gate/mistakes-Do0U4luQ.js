import{e,i as n}from"./violations-CoNtco5q.js";import{p as r}from"./schema-BaLSr42Z.js";function m(i,a,o){const p=r(o.map(({gate:t})=>t));return e(n(i,a.data,p),a)}export{m as explainPolicy};
