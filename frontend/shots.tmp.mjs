import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
const [,, outdir="/tmp/fe/shots", only=""] = process.argv;
rmSync("/tmp/fe/d-shots",{recursive:true,force:true});
const child = spawn("/tmp/fe/toetssteen", ["browser","--data","/tmp/fe/d-shots","--sample"], {stdio:["ignore","pipe","inherit"]});
const url = await new Promise(r => child.stdout.on("data", d => { const m=/http:\S+/.exec(String(d)); if(m) r(m[0]); }));
const browser = await chromium.launch({executablePath:"/usr/bin/chromium", args:["--no-sandbox","--disable-background-networking","--disable-component-update","--disable-sync","--no-first-run"]});
async function api(page, m, i={}) { return page.evaluate(async ([m,i]) => (await (await fetch("call/"+m,{method:"POST",body:JSON.stringify(i)})).json()).result, [m,i]); }
const errors=[];
async function session(name, {w=1280,h=800,theme="light",lang="nl"}={}, places) {
  const ctx = await browser.newContext({viewport:{width:w,height:h}, reducedMotion:"reduce"});
  const page = await ctx.newPage();
  page.on("console", m => { if (["error","warning"].includes(m.type())) errors.push(name+": "+m.text()); });
  page.on("pageerror", e => errors.push(name+": PAGEERROR "+e.message));
  await page.goto(url);
  await api(page,"SavePreferences",{language:lang,theme});
  const home = await api(page,"Home"); const services=(await api(page,"Services")).services;
  const running=home.running[0]; const done=services.flatMap(s=>s.assessments).find(a=>a.state!=="running");
  const map={home:"#/",services:"#/services",service:"#/services/"+services[0].id,form:"#/services/new",edit:"#/services/"+services[1].id+"/edit",
    assessment:"#/assessment/"+running.assessmentId, result:"#/result/"+(done?.id??running.assessmentId), resultOpen:"#/result/"+running.assessmentId, settings:"#/settings", sync:"#/sync", start:"#/start"};
  for (const p of places) {
    await page.goto(url+map[p]); await page.reload(); await page.waitForSelector("h1"); await page.waitForTimeout(250);
    const o = await page.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth);
    if (o>0) errors.push(`${name} ${p}: overflow ${o}`);
    await page.screenshot({path:`${outdir}/${name}-${p}.png`, fullPage: true});
  }
  await ctx.close();
}
const all=["home","services","service","form","assessment","result","settings","sync"];
const runs={
 wide: ()=>session("wide",{},[...all,"edit","start","resultOpen"]),
 dark: ()=>session("dark",{theme:"dark"},all),
 contrast: ()=>session("contrast",{theme:"contrast"},all),
 en: ()=>session("en",{lang:"en"},all),
 narrow: ()=>session("narrow",{w:320,h:640},[...all,"start"]),
 big: ()=>session("big",{w:1920,h:1080},["home","assessment","result","services"]),
 small: ()=>session("small",{w:1024,h:640},["home","assessment","services","result"]),
};
for (const [k,f] of Object.entries(runs)) if(!only||only.split(",").includes(k)) await f();
console.log([...new Set(errors)].join("\n"));
await browser.close(); child.kill("SIGTERM");
