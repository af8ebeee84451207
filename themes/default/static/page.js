(() => {
  const find = (selector) => document.querySelector(selector);
  const exit = find(".exit.btn"), told = find("#page_exit");
  const leave = () => {
    document.documentElement.className = "gone";
    location.replace(exit);
  };
  addEventListener("click", (event) => {
    if (event.target.closest(".exit")) {
      event.preventDefault();
      leave();
    }
  });

  // Not for a capital letter, nor after five seconds.
  let pressed, combined, timer;
  const count = (times) => {
    pressed = times;
    told.textContent = told.dataset["pressed" + times];
    clearTimeout(timer);
    timer = setTimeout(count, 5000, 0);
  };
  addEventListener("keyup", (event) => {
    if (event.key != "Shift" || combined) count(0);
    else if (pressed == 2) leave();
    else count(pressed ? 2 : 1);
    combined = event.shiftKey;
  });

  const keep = find("#page_keep"), workers = navigator.serviceWorker;
  if (!keep || !workers) return;
  const button = find("#page_keep button"), status = find("#page_keep [role=status]");
  const script = new URL(keep.dataset.worker, location).href;
  const ours = async () => (await workers.getRegistrations()).filter((one) =>
    (one.active || one.waiting || one.installing).scriptURL == script);
  const show = (state) => {
    status.textContent = status.dataset[state];
    button.textContent = button.dataset[state == "on" ? "remove" : "keep"];
    button.disabled = state == "busy";
    keep.hidden = false;
  };
  const remove = async (state) => {
    for (const one of await ours()) await one.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(new URL(".", script).pathname + " ")) await caches.delete(name);
    }
    show(state);
  };
  button.onclick = async () => {
    if ((await ours())[0]) return remove("removed");
    show("busy");
    try {
      for (const scope of keep.dataset.scopes.split(" ")) {
        const one = await workers.register(script, { scope: new URL(scope, location) });
        const worker = one.installing || one.active;
        await new Promise((done, fail) => (worker.onstatechange = () =>
          worker.state == "activated" ? done() : worker.state == "redundant" && fail())());
      }
      show("on");
    } catch {
      remove("failed");
    }
  };
  ours().then((all) => show(all[0] ? "on" : "off"));
})();
