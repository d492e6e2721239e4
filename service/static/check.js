// The check without leaving the page: Back, Forward and a reload put the same question again, which this browser alone
// remembers until its tab is closed. Without this script the form works as any form.
(() => {
  "use strict";
  const form = () => document.getElementById("checked");
  const fields = () => Object.fromEntries([...new FormData(form())].filter(([, value]) => typeof value === "string" && value.trim()));
  const key = (id) => `onrecord-check-${id}`;
  const blank = document.querySelector("main").innerHTML;

  function remember(given) {
    const id = String(Date.now()) + Math.random().toString(36).slice(2);
    try { sessionStorage.setItem(key(id), JSON.stringify(given)); } catch { return null; }
    return id;
  }

  async function ask(given) {
    document.body.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(form().action, { method: "POST", body: new URLSearchParams(given) });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      document.querySelector("main").replaceWith(page.querySelector("main"));
      document.title = page.title;
      ready();
      const heading = document.querySelector("main h1");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      scrollTo(0, 0);
    } finally {
      document.body.removeAttribute("aria-busy");
    }
  }

  function submitted(event) {
    event.preventDefault();
    const given = fields();
    if (event.submitter && event.submitter.name) given[event.submitter.name] = event.submitter.value;
    ask(given).then(() => {
      const id = remember(fields());
      if (id) history.pushState({ check: id }, "", location.pathname);
    }).catch(() => form().submit());
  }

  function restore(state) {
    const kept = state && state.check && sessionStorage.getItem(key(state.check));
    if (kept) ask(JSON.parse(kept)).catch(() => form().submit());
    return Boolean(kept);
  }

  // The part of an address behind "#" is never sent to a server.
  const packed = (given) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(given)))).replace(/\+/g, "-").replace(/\//g, "_");
  function unpacked(text) {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  function ready() {
    form().addEventListener("submit", submitted);
    const file = document.getElementById("file");
    document.getElementById("file-line").hidden = false;
    file.addEventListener("change", async () => { document.getElementById("draft").value = await file.files[0].text(); });
    const link = document.getElementById("link");
    link.hidden = !navigator.clipboard;
    link.addEventListener("click", async () => {
      const address = `${location.origin}${location.pathname}#${packed(fields())}`;
      const told = document.getElementById("copied");
      if (address.length > 8000) { told.textContent = "Too long for a link."; return; }
      await navigator.clipboard.writeText(address);
      told.textContent = "Copied: the words stand behind the #, which no server sees.";
    });
  }

  ready();
  addEventListener("popstate", (event) => {
    if (restore(event.state)) return;
    document.querySelector("main").innerHTML = blank;
    ready();
  });
  if (!restore(history.state) && location.hash.length > 1) {
    let given = null;
    try { given = unpacked(location.hash.slice(1)); } catch { /* no question of ours */ }
    if (given && typeof given === "object") {
      history.replaceState({ check: remember(given) }, "", location.pathname);
      ask(given).catch(() => form().submit());
    }
  }
})();
