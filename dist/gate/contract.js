const s=["csv","tsv","jsonl","parquet","json"],_=1e5,M=1e3,o=1e4,t=16384,A=20;export{t as B,A as M,s as T,_ as a,M as b,o as c};
