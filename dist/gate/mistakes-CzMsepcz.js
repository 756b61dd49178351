import{e,i as n}from"./violations-BAk3Zsz9.js";import{p as r}from"./schema-BcaHpL_g.js";function m(i,a,o){const p=r(o.map(({gate:t})=>t));return e(n(i,a.data,p),a)}export{m as explainPolicy};
