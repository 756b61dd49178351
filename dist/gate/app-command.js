import{createRequire as X}from"node:module";const D=X(import.meta.url),{existsSync:$}=D("node:fs"),{resolve:A,dirname:F,basename:L,relative:Z}=D("node:path");import{f as w,o as h,p as R,n as Q,m as l,V as P,a as q,b as ee,D as te,L as b,d as ne,E as oe,r as ae,c as re,w as O,l as j,e as T,g as se,i as S,W as N,h as _,s as ie,j as H,k as ce,q as de,t as le,u as ue,v as fe,x as me,y as he,z as pe,A as ge,B as we}from"./index.js";import{p as ye}from"./schema.js";const{parseArgs:ke}=D("node:util");import{V as ve}from"./version.js";const M=["check","init","inspect","merge","schema","self-test","audit","catalog"],W=["text","json","markdown"],C={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},expect:{type:"string",multiple:!0},extends:{type:"string",multiple:!0},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},audit:{type:"string"},head:{type:"string"},count:{type:"string"},model:{type:"string"},verdict:{type:"string",multiple:!0},person:{type:"string"},since:{type:"string"},until:{type:"string"},"stale-after":{type:"string"},"write-backstage":{type:"boolean"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},G={check:["policy","metrics","model-card","baseline","groups","extends","audit","report-dir","language","format"],init:["language","format"],inspect:["as","read-as","run","experiment","language","format"],merge:["expect","report-dir","language","format"],schema:[],"self-test":["policy","extends","strict","language","format"],audit:["head","count","model","verdict","person","since","until","language","format"],catalog:["audit","stale-after","write-backstage","language","format"]},be=["help","version"];function x(t,n){return(e,o,a)=>{const r=p(t,e),s=o.find(c=>c===(r??a));return s===void 0&&n.push(m(l("cli.choice",{name:`--${e}`,found:r??"",allowed:o}))),s??a}}function p(t,n){const e=t[n];return typeof e=="string"?e:void 0}function y(t,n){const e=t[n];return typeof e=="object"?e:[]}function xe(t){const{values:n,positionals:e,tokens:o}=ke({args:[...t],options:C,strict:!1,allowPositionals:!0,tokens:!0}),a=M.find(d=>d===e[0]),r=[...a===void 0?Object.values(G).flat():G[a],...be],s=[...new Set(r)].map(d=>`--${d}`),c=new Set,i=o.flatMap(d=>{if(d.kind!=="option")return[];const{name:f,rawName:u}=d,g=r.find(v=>v===f),I=c.has(f);if(c.add(f),g===void 0)return[m(V("option",u,s))];const{type:k}=C[g];return k==="string"&&!d.value?[m(l("cli.needs-value",{name:u}))]:k==="boolean"&&d.value!==void 0?[m(l("cli.no-value",{name:u}))]:I&&!("multiple"in C[g])?[m(l("cli.twice",{name:u}))]:[]});return i.length>0?w(...i):h({values:n,positionals:e})}function V(t,n,e){const o=Q(n,e),a=`cli.unknown-${t}`;return o===void 0?l(a,{name:n,allowed:e}):l(`${a}-near`,{name:n,near:o})}function m(t){return R("cli.usage",{why:t})}const B=["verify","show"],Ae=["head","count"],Te=["model","verdict","person","since","until"];function Ie(t,n){const e=[],o=x(t,e),a=v=>{e.push(m(v))},[r,s,...c]=n,i=B.find(v=>v===r);r===void 0?a(l("audit.nothing-to-do")):i===void 0?a(l("audit.no-action",{found:r,allowed:B})):s===void 0&&a(l("audit.no-path",{action:i})),c.length>0&&a(l("cli.too-many",{paths:n.slice(1)}));const d=i==="verify"?Te:i==="show"?Ae:[];for(const v of d.filter(z=>t[z]!==void 0))a(l("audit.not-of",{name:`--${v}`,action:i??""}));const f=o("language",b,"en"),u=o("format",i==="show"?["text","json","csv"]:["text","json"],"text"),g=Ee(t,a),I=Oe(t,a);if(e.length>0||s===void 0||i===void 0)return w(...e);const k={command:"audit",path:s,language:f};return i==="show"?h({...k,action:i,format:u,filter:I}):h({...k,action:i,format:u==="csv"?"text":u,...g})}function Ee(t,n){const e=p(t,"head"),o=p(t,"count");return e!==void 0&&!/^[0-9a-fA-F]{64}$/.test(e)&&n(l("audit.not-a-hash",{found:e})),o!==void 0&&!/^[1-9]\d{0,8}$/.test(o)&&n(l("audit.not-a-count",{found:o})),{...e!==void 0&&{head:e.toLowerCase()},...o!==void 0&&{count:Number.parseInt(o,10)}}}function Oe(t,n){const e=p(t,"model"),o=p(t,"person"),a=y(t,"verdict"),r=a.flatMap(i=>P.filter(d=>d===i));for(const i of a.filter(d=>!P.some(f=>f===d)))n(l("cli.choice",{name:"--verdict",found:i,allowed:P}));const[s,c]=["since","until"].map(i=>je(t,i,n));return{...e!==void 0&&{model:e},...o!==void 0&&{person:o},...r.length>0&&{verdicts:r},...s!==void 0&&{since:s},...c!==void 0&&{until:c}}}function je(t,n,e){const o=p(t,n);if(o===void 0)return;const a=q(o),r=a===void 0?ee(o)?.at:n==="since"?a:a+te-1;if(r===void 0){e(l("audit.not-a-time",{name:`--${n}`,found:o}));return}return new Date(r).toISOString()}const De=["markdown","json","csv"];function Re(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",De,"markdown"),r=o("language",b,"en"),[s,c]=[p(t,"audit"),p(t,"stale-after")],i=ne(c),d=t["write-backstage"]===!0;if(d&&t.format!==void 0&&e.push(m(l("cli.not-both",{one:"--write-backstage",other:"--format"}))),i===void 0&&e.push(m(l("cli.days",{name:"--stale-after",found:c??""}))),e.length>0||i===void 0)return w(...e);const f={path:n[0]??".",format:a,language:r,staleAfterDays:i,writeBackstage:d};return h({command:"catalog",...f,...s!==void 0&&{audit:s}})}function Pe(t){const n=xe(t);if(!n.ok)return n;const{values:e,positionals:o}=n.value,[a,...r]=o;if(e.version===!0)return h({command:"version"});const s=M.find(c=>c===a);return e.help===!0||a===void 0?h({command:"help",...s&&{of:s}}):s===void 0?w(m(V("command",a,M))):s==="schema"?h({command:"schema"}):s==="init"?He(e,r):s==="merge"?Me(e,r):s==="self-test"?Ne(e,r):s==="audit"?Ie(e,r):s==="catalog"?Re(e,r):s==="check"?Se(e,r):Ce(e,r)}function Se(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",W,"text"),r=p(t,"report-dir"),s=p(t,"audit"),c={policy:J(t),copies:y(t,"extends"),evidence:{metrics:y(t,"metrics"),baseline:y(t,"baseline"),groups:y(t,"groups"),"model-card":y(t,"model-card")},language:o("language",b,"en"),...r!==void 0&&{reportDir:r},...s!==void 0&&{audit:s}};return e.length>0?w(...e):h({command:"check",path:n[0]??".",format:a,options:c})}function J(t){const n=p(t,"policy");return{kind:"file",path:n??re,named:n!==void 0}}function Ne(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",["text","json"],"text"),r=o("language",b,"en");if(e.length>0)return w(...e);const[s="."]=n,c=t.strict===!0;return h({command:"self-test",path:s,policy:J(t),copies:y(t,"extends"),format:a,language:r,strict:c})}function He(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",["text","json"],"text"),r=o("language",b,"en");return e.length>0?w(...e):h({command:"init",path:n[0]??".",format:a,language:r})}function Me(t,n){const e=[],o=x(t,e);n.length===0&&e.push(m(l("cli.no-folders")));const a=o("format",W,"text"),r=o("language",b,"en"),s=p(t,"report-dir"),c=y(t,"expect");return e.length>0?w(...e):h({command:"merge",paths:n,expected:c,format:a,language:r,...s!==void 0&&{reportDir:s}})}function Ce(t,n){const e=[],o=x(t,e),[a,...r]=n;a===void 0&&e.push(m(l("cli.no-path"))),r.length>0&&e.push(m(l("cli.too-many",{paths:n})));const s=[...new Set(oe.map(ae)),"predictions"],c=o("as",s,/\.(?:md|markdown)$/i.test(a??"")?"model-card":"metrics"),i=o("format",["text","json"],"text"),d=o("language",b,"en");if(e.length>0||a===void 0)return w(...e);const[f,u,g]=["read-as","run","experiment"].map(k=>p(t,k)),I={...f&&{readAs:f},...u&&{run:u},...g&&{experiment:g}};return h({command:"inspect",path:a,role:c,format:i,language:d,...I})}const $e=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate init [PATH]    write a first policy, model card, model_config.yaml and workflow from what a repository has
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate audit verify|show DIR   prove that a trail of decisions is whole, or list what it holds
  ml-gate catalog [PATH]   list the models beneath a folder with what was last decided about each
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,Fe=`ml-gate check [PATH] - judges the folder PATH (default: the current one).

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --extends FILE       a local copy of the policy of another repository that it extends; several in that order
  --metrics PATH       metrics file or glob; may be given several times
  --groups PATH        metrics by group, for fairness
  --baseline PATH      metrics to compare with
  --model-card PATH    the model card
  --audit DIR          record the decision in the trail in DIR, which is made where it is absent
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Paths given here are relative to the current folder, else to PATH; paths in the policy are relative to PATH.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,Le=`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,_e=`ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,We=`ml-gate init [PATH] - writes the first files of the repository PATH (default: the current folder).

  --language en|ko     language of what is written and printed (default: en)
  --format text|json   what is printed (default: text)

It writes .github/ml-gate.yaml, model_config.yaml, .github/workflows/ml-gate.yaml and MODEL_CARD.md, each only where it is not
there. Bounds come from the metrics it finds, with a margin, and never above what was measured.
Exit codes: 0 written or there already, 2 a file could not be written or wrong usage.
`,Ge=`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,Ve=`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --extends FILE       a local copy of the policy of another repository that it extends; several in that order
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`,Be=`ml-gate catalog [PATH] - lists the models beneath the folder PATH (default: the current one).

  --audit DIR          the folder of the audit trail: what was decided about each model
  --stale-after 90d    a model is stale when its last decision is older (days or weeks; default: 90d)
  --write-backstage    print entities for the models that no catalog-info.yaml has, instead of the list
  --language en|ko     language of the list (default: en)
  --format markdown|json|csv   what is printed (default: markdown)

Models come from model_config.yaml files, the trail, MLflow's registry, catalog-info.yaml, dvc.yaml and GTO's tags.
Exit codes: 0 all was read, 1 something could not be read (it is listed) or no model was found, 2 wrong usage.
`,Je=`ml-gate audit verify DIR - proves that the trail of decisions in DIR is whole, or names its first bad entry.
ml-gate audit show DIR   - lists its decisions, and stops where the chain breaks.

  --head SHA256        (verify) the digest of an entry that is known from elsewhere: it has to be in the chain
  --count N            (verify) at least so many entries have to be there
  --model NAME         (show) decisions about this model
  --verdict VERDICT    (show) pass, warn, fail or error; may be given several times
  --person LOGIN       (show) that this person started, wrote, approved, owns or waived
  --since, --until     (show) from, or up to and with, a day (UTC) or a time: 2026-11-25, 2026-11-25T14:05:09Z
  --format text|json|csv   what is printed (default: text); verify prints text or json
  --language en|ko     language of messages (default: en)

DIR is the trail's folder, or a checkout of its branch; it holds the folder entries. Without --head or --count nothing can
tell that entries at the end were removed, nor that the last one was altered in a way that leaves it an entry.
Exit codes: 0 the chain holds, 1 it is broken, 2 no trail or wrong usage.
`,Ue={check:Fe,init:We,inspect:Ge,merge:_e,schema:Le,"self-test":Ve,audit:Je,catalog:Be};function Ke(t){return t===void 0?$e:Ue[t]}const Ye=1024*1024;async function ze(t,{out:n,err:e}){const o=Pe(t);if(!o.ok){const a=O(/(?:^| )--language[= ]ko(?: |$)/.test(t.join(" "))?"ko":"en");for(const{message:r}of o.problems)e(`${j(a.say(r))}
`);return T.error}switch(o.value.command){case"help":return n(Ke(o.value.of)),t.length===0?T.error:0;case"version":return n(`${ve}
`),0;case"schema":return n(`${JSON.stringify(ye((await se()).map(({gate:a})=>a)),null,2)}
`),0;case"check":return Xe(o.value,{out:n,err:e});case"init":return et(o.value,{out:n,err:e});case"inspect":return qe(o.value,{out:n,err:e});case"merge":return Ze(o.value,{out:n,err:e});case"self-test":return tt(o.value,{out:n,err:e});case"audit":return(await import("./app-audit-command.js")).runAudit(o.value,{out:n,err:e});case"catalog":{const{runCatalog:a}=await import("./command.js").then(function(r){return r.g});return a(o.value,E(o.value.path),{out:n,err:e},Date.now())}}}async function Xe({path:t,format:n,options:e},o){const{report:a,files:r}=await Qe(await ot(t,e),t,e);return U(a,{...e,format:n},o,r)}async function Ze(t,n){const{gather:e}=await import("./app-merge.js"),{mergeReports:o}=await import("./merge-merge.js"),a=t.paths.map(E),r=a.flatMap(i=>i.ok?[]:i.problems),s=await e(a.flatMap(i=>i.ok?[i.value]:[])),c=r.length>0?_(r,{},{source:"",from:"head",sha256:"",resolved:null}):o({...s,expected:t.expected,subject:{}});return U(c,t,n)}function U(t,{language:n,reportDir:e,format:o},{out:a,err:r},s=[]){const c=O(n);if(e!==void 0)try{le(t,c,e,void 0,s)}catch(i){const d=ue(i);return r(`${j(c.say(l("app.report-dir",{path:e,why:d})))}
`),T.error}return a(nt(t,c,o)),T[t.verdict]}async function Qe(t,n,{audit:e}){if(e===void 0&&fe(t.policy.resolved)===void 0)return{report:t,files:[]};const{recordDecision:o}=await import("./record.js").then(function(a){return a.r});return o(t,{base:A(n),now:Date.now,...e!==void 0&&{folder:e}})}async function qe(t,{out:n,err:e}){const{inspect:o,inspectedText:a}=await import("./app-inspect.js"),r=O(t.language),s=S(process.cwd(),A(t.path)),c=N.open(s?process.cwd():F(A(t.path)),"."),i=s?t.path:L(t.path),d=c.ok?await o(c.value,{...t,path:i},r):c;if(d.ok)return n(t.format==="json"?`${JSON.stringify(d.value,null,2)}
`:a(d.value)),0;for(const{message:f,at:u}of d.problems)e(`${j(`${u===void 0?"":`${ie(u)}: `}${r.say(f)}`)}
`);return T.error}async function et(t,n){const e=O(t.language),o=E(t.path);if(o.ok)return(await import("./app-init-command.js")).runInit(t,o.value,e,n);for(const{message:a}of o.problems)n.err(`${j(e.say(a))}
`);return T.error}async function tt(t,n){const{runSelfTest:e}=await import("./app-self-test-command.js"),o=E(t.path),a=o.ok?Y(t,o.value):o,r=o.ok&&a.ok?await K(a.value,t.copies,o.value):a;return e(t,r,n,Date.now())}async function K(t,n,e){const o=await ce(t,async()=>{const{copies:d,inWorkspace:f}=await import("./app-extends-sources.js");return{here:f(e),there:d(n)}}),a=await de(o,async()=>(await import("./find.js").then(function(d){return d.f})).inWorkspace(e)),{layers:r=[],problems:s=[]}=a.extended??{},c=r.filter(({copy:d})=>d!==void 0).length,i=s.length>0?[]:n.slice(c);return i.length===0?h(a):w(...i.map(d=>R("extends.unused-copy",{copy:d})))}function nt(t,n,e){switch(e){case"json":return ge(t,n);case"markdown":return pe(t,n,{maxBytes:Ye});case"text":return he(t,n)}}async function ot(t,n){const e=n.policy.kind==="file"?n.policy.path:"policy",o=u=>_(u,{},{source:e,from:"head",sha256:"",resolved:null}),a=E(t);if(!a.ok)return o(a.problems);const r=Y(n,a.value);if(!r.ok)return o(r.problems);const s=await K(r.value,n.copies??[],a.value);if(!s.ok)return o(s.problems);const{evidence:c}=n,i=u=>Promise.all(u.map(g=>at(g,a.value))),d=Object.entries(c).map(async([u,g])=>[u,await i(g)]),f=Object.fromEntries(await Promise.all(d));return me({...n,evidence:f},s.value,a.value,{},Date.now())}function E(t){const n=A(t),e=S(process.cwd(),n),o=N.open(e?process.cwd():n,e?t:".");return o.ok?o:w(R("cli.no-folder",{path:t}))}async function at(t,n){const e=A(t);if($(e))return e;if(!we(t))return t;const o=Z(n.base,e);return(await n.find(o)).ok?o:t}function Y(t,n){const{policy:e}=t;if(e.kind!=="file"||!e.named||!$(e.path))return H(t,n);const{path:o}=e,a=A(o);if(S(n.root,a))return H({...t,policy:{...e,path:a}},n);const r=N.open(F(a),".");if(!r.ok)return r;const s=H({...t,policy:{...e,path:L(a)}},r.value);return s.ok?{ok:!0,value:{...s.value,source:o,place:c=>({path:o,...c})}}:s}export{ze as runCommand};
