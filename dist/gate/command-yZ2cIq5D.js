import{existsSync as I}from"node:fs";import{resolve as y,dirname as R,basename as D,relative as U}from"node:path";import{o as f,f as h,p as $,n as B,m,E as V,r as Y,D as X,L as x,w as T,l as j,a as w,b as z,c as C,i as P,W as S,s as Q,d as O,e as Z,g as q,h as ee,j as te,k as ne,q as oe,t as re}from"./index.js";import{p as se}from"./schema-gGDbCH4s.js";import{parseArgs as ae}from"node:util";const N=["check","inspect","merge","schema","self-test"],F=["text","json","markdown"],H={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},expect:{type:"string",multiple:!0},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},L={check:["policy","metrics","model-card","baseline","groups","report-dir","language","format"],inspect:["as","read-as","run","experiment","language","format"],merge:["expect","report-dir","language","format"],schema:[],"self-test":["policy","strict","language","format"]},ie=["help","version"];function ce(e){const n=pe(e);if(!n.ok)return n;const{values:t,positionals:o}=n.value,[r,...s]=o;if(t.version===!0)return f({command:"version"});const a=N.find(i=>i===r);return t.help===!0||r===void 0?f({command:"help",...a&&{of:a}}):a===void 0?h(p(G("command",r,N))):a==="schema"?f({command:"schema"}):a==="merge"?de(t,s):a==="self-test"?ue(t,s):a==="check"?le(t,s):me(t,s)}function A(e,n){return(t,o,r)=>{const s=k(e,t),a=o.find(i=>i===(s??r));return a===void 0&&n.push(p(m("cli.choice",{name:`--${t}`,found:s??"",allowed:o}))),a??r}}function k(e,n){const t=e[n];return typeof t=="string"?t:void 0}function v(e,n){const t=e[n];return typeof t=="object"?t:[]}function le(e,n){const t=[],o=A(e,t);n.length>1&&t.push(p(m("cli.too-many",{paths:n})));const r=o("format",F,"text"),s=k(e,"report-dir"),a={policy:_(e),evidence:{metrics:v(e,"metrics"),baseline:v(e,"baseline"),groups:v(e,"groups"),"model-card":v(e,"model-card")},language:o("language",x,"en"),...s!==void 0&&{reportDir:s}};return t.length>0?h(...t):f({command:"check",path:n[0]??".",format:r,options:a})}function _(e){const n=k(e,"policy");return{kind:"file",path:n??X,named:n!==void 0}}function ue(e,n){const t=[],o=A(e,t);n.length>1&&t.push(p(m("cli.too-many",{paths:n})));const r=o("format",["text","json"],"text"),s=o("language",x,"en");if(t.length>0)return h(...t);const[a="."]=n,i=e.strict===!0;return f({command:"self-test",path:a,policy:_(e),format:r,language:s,strict:i})}function de(e,n){const t=[],o=A(e,t);n.length===0&&t.push(p(m("cli.no-folders")));const r=o("format",F,"text"),s=o("language",x,"en"),a=k(e,"report-dir"),i=v(e,"expect");return t.length>0?h(...t):f({command:"merge",paths:n,expected:i,format:r,language:s,...a!==void 0&&{reportDir:a}})}function me(e,n){const t=[],o=A(e,t),[r,...s]=n;r===void 0&&t.push(p(m("cli.no-path"))),s.length>0&&t.push(p(m("cli.too-many",{paths:n})));const a=[...new Set(V.map(Y)),"predictions"],i=o("as",a,/\.(?:md|markdown)$/i.test(r??"")?"model-card":"metrics"),l=o("format",["text","json"],"text"),c=o("language",x,"en");if(t.length>0||r===void 0)return h(...t);const[u,d,g]=["read-as","run","experiment"].map(b=>k(e,b)),E={...u&&{readAs:u},...d&&{run:d},...g&&{experiment:g}};return f({command:"inspect",path:r,role:i,format:l,language:c,...E})}function pe(e){const{values:n,positionals:t,tokens:o}=ae({args:[...e],options:H,strict:!1,allowPositionals:!0,tokens:!0}),r=N.find(c=>c===t[0]),s=[...r===void 0?Object.values(L).flat():L[r],...ie],a=[...new Set(s)].map(c=>`--${c}`),i=new Set,l=o.flatMap(c=>{if(c.kind!=="option")return[];const{name:u,rawName:d}=c,g=s.find(K=>K===u),E=i.has(u);if(i.add(u),g===void 0)return[p(G("option",d,a))];const{type:b}=H[g];return b==="string"&&!c.value?[p(m("cli.needs-value",{name:d}))]:b==="boolean"&&c.value!==void 0?[p(m("cli.no-value",{name:d}))]:E&&!("multiple"in H[g])?[p(m("cli.twice",{name:d}))]:[]});return l.length>0?h(...l):f({values:n,positionals:t})}function G(e,n,t){const o=B(n,t),r=`cli.unknown-${e}`;return o===void 0?m(r,{name:n,allowed:t}):m(`${r}-near`,{name:n,near:o})}function p(e){return $("cli.usage",{why:e})}const fe=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,he=`ml-gate check [PATH] - judges the folder PATH (default: the current one).

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --metrics PATH       metrics file or glob; may be given several times
  --groups PATH        metrics by group, for fairness
  --baseline PATH      metrics to compare with
  --model-card PATH    the model card
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Paths given here are relative to the current folder, else to PATH; paths in the policy are relative to PATH.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,ge=`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,ye=`ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,we=`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,ke=`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`,ve={check:he,inspect:we,merge:ye,schema:ge,"self-test":ke};function be(e){return e===void 0?fe:ve[e]}const xe="1.0.0",Ae=1024*1024;async function Ee(e,{out:n,err:t}){const o=ce(e);if(!o.ok){const r=T(/(?:^| )--language[= ]ko(?: |$)/.test(e.join(" "))?"ko":"en");for(const{message:s}of o.problems)t(`${j(r.say(s))}
`);return w.error}switch(o.value.command){case"help":return n(be(o.value.of)),e.length===0?w.error:0;case"version":return n(`${xe}
`),0;case"schema":return n(`${JSON.stringify(se((await z()).map(({gate:r})=>r)),null,2)}
`),0;case"check":return Te(o.value,{out:n,err:t});case"inspect":return Pe(o.value,{out:n,err:t});case"merge":return je(o.value,{out:n,err:t});case"self-test":return Se(o.value,{out:n,err:t})}}async function Te({path:e,format:n,options:t},o){return J(await Ne(e,t),{...t,format:n},o)}async function je(e,n){const{gather:t}=await import("./merge-C7qYTl2a.js"),{mergeReports:o}=await import("./merge-DTEbwMFS.js"),r=e.paths.map(M),s=r.flatMap(l=>l.ok?[]:l.problems),a=await t(r.flatMap(l=>l.ok?[l.value]:[])),i=s.length>0?C(s,{},{source:"",from:"head",sha256:"",resolved:null}):o({...a,expected:e.expected,subject:{}});return J(i,e,n)}function J(e,{language:n,reportDir:t,format:o},{out:r,err:s}){const a=T(n);if(t!==void 0)try{Z(e,a,t)}catch(i){const l=q(i);return s(`${j(a.say(m("app.report-dir",{path:t,why:l})))}
`),w.error}return r(Oe(e,a,o)),w[e.verdict]}async function Pe(e,{out:n,err:t}){const{inspect:o,inspectedText:r}=await import("./inspect-bdNyK7ZT.js"),s=T(e.language),a=P(process.cwd(),y(e.path)),i=S.open(a?process.cwd():R(y(e.path)),"."),l=a?e.path:D(e.path),c=i.ok?await o(i.value,{...e,path:l},s):i;if(c.ok)return n(e.format==="json"?`${JSON.stringify(c.value,null,2)}
`:r(c.value)),0;for(const{message:u,at:d}of c.problems)t(`${j(`${d===void 0?"":`${Q(d)}: `}${s.say(u)}`)}
`);return w.error}async function Se(e,n){const{runSelfTest:t}=await import("./command-C_UVb5tL.js"),o=M(e.path),r=o.ok?W(e,o.value):o;return t(e,r,n,Date.now())}function Oe(e,n,t){switch(t){case"json":return oe(e,n);case"markdown":return ne(e,n,{maxBytes:Ae});case"text":return te(e,n)}}async function Ne(e,n){const t=n.policy.kind==="file"?n.policy.path:"policy",o=u=>C(u,{},{source:t,from:"head",sha256:"",resolved:null}),r=M(e);if(!r.ok)return o(r.problems);const s=W(n,r.value);if(!s.ok)return o(s.problems);const{evidence:a}=n,i=u=>Promise.all(u.map(d=>He(d,r.value))),l=Object.entries(a).map(async([u,d])=>[u,await i(d)]),c=Object.fromEntries(await Promise.all(l));return ee({...n,evidence:c},s.value,r.value,{},Date.now())}function M(e){const n=y(e),t=P(process.cwd(),n),o=S.open(t?process.cwd():n,t?e:".");return o.ok?o:h($("cli.no-folder",{path:e}))}async function He(e,n){const t=y(e);if(I(t))return t;if(!re(e))return e;const o=U(n.base,t);return(await n.find(o)).ok?o:e}function W(e,n){const{policy:t}=e;if(t.kind!=="file"||!t.named||!I(t.path))return O(e,n);const{path:o}=t,r=y(o);if(P(n.root,r))return O({...e,policy:{...t,path:r}},n);const s=S.open(R(r),".");if(!s.ok)return s;const a=O({...e,policy:{...t,path:D(r)}},s.value);return a.ok?{ok:!0,value:{...a.value,source:o,place:i=>({path:o,...i})}}:a}export{Ee as runCommand};
