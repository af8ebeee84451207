// From the page to the line: what is pointed at is framed, with its file and line beside it. With Alt held, or for as long as
// the button is on.
import { open, place, traced } from "./trace.js";

// `shown` is told of each place that is framed, or of none.
export function pointing(inside, host, shown) {
  const frame = inside.appendChild(document.createElement("div"));
  frame.className = "kehoach-frame";
  frame.hidden = true;
  const label = inside.appendChild(document.createElement("div"));
  label.className = "kehoach-label";
  label.hidden = true;
  let on = false;
  let held = false;
  let pointer;
  let current;

  function show(element) {
    const next = place(element);
    if (next?.element === current?.element && next?.text === current?.text) return draw();
    current = next;
    label.textContent = current?.text ?? "";
    draw();
    shown(current);
  }

  function draw() {
    const box = current?.element.isConnected ? current.element.getBoundingClientRect() : undefined;
    const seen = box && box.width + box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    frame.hidden = label.hidden = !seen;
    if (frame.hidden) return;
    Object.assign(frame.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
    const { width, height } = label.getBoundingClientRect();
    const above = box.top - height - 4;
    const top = above >= 0 ? above : Math.min(box.bottom + 4, innerHeight - height);
    Object.assign(label.style, { left: `${Math.max(0, Math.min(box.left, innerWidth - width))}px`, top: `${Math.max(0, top)}px` });
  }

  // What lies under the pointer, once the places are known.
  function point() {
    traced().then(() => {
      if ((on || held) && pointer) show(document.elementFromPoint(pointer.x, pointer.y));
    }, () => {});
  }

  function hold(event) {
    if (event.altKey === held) return;
    held = event.altKey;
    if (held) point();
    else if (!on) show(undefined);
  }

  const own = (event) => event.composedPath().includes(host);
  addEventListener("pointermove", (event) => {
    pointer = { x: event.clientX, y: event.clientY };
    hold(event);
    if ((on || held) && event.pointerType !== "touch" && !own(event)) point();
  }, true);
  addEventListener("keydown", (event) => {
    hold(event);
    if (event.key !== "Enter" || !event.altKey || own(event)) return;
    event.preventDefault();
    traced().then(() => (show(document.activeElement), open(current)), () => {});
  }, true);
  addEventListener("keyup", (event) => {
    // Alone it would open the menu of some browsers.
    if (event.key === "Alt" && current) event.preventDefault();
    hold(event);
  }, true);
  addEventListener("blur", () => hold({ altKey: false }));
  addEventListener("focusin", (event) => {
    if (on && !own(event)) traced().then(() => show(event.target), () => {});
  }, true);
  addEventListener("click", (event) => {
    // Return on a link is a click without a pointer, and goes where the link leads.
    if (own(event) || !(event.altKey || (on && event.detail > 0))) return;
    const touched = event.pointerType === "touch";
    if (on && hasNoPlace(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    traced().then(() => {
      show(event.target);
      if (!touched) open(current);
    }, () => {});
  }, true);
  addEventListener("scroll", draw, { capture: true, passive: true });
  addEventListener("resize", draw);

  // On a page whose places are known, what has none is as it always was.
  const hasNoPlace = (target) => document.querySelector("[data-at]") && !place(target);

  // All that can be pointed at, in the order of the page.
  const all = () => [...document.querySelectorAll("[data-at]")].filter((element) => element.checkVisibility?.() ?? true);
  return {
    show,
    draw,
    place: () => current,
    again: () => current && show(current.element.isConnected ? current.element : undefined),
    turn(state) {
      on = state;
      if (!on && !held) show(undefined);
    },
    // The place after this one, or before it; from what the reader sees where there is none.
    step(by) {
      return traced().then(() => {
        const places = all();
        const from = places.indexOf(current?.element);
        const seen = places.findIndex((element) => element.getBoundingClientRect().bottom > 0);
        const to = from < 0 ? Math.max(seen, 0) : (from + by + places.length) % places.length;
        places[to]?.scrollIntoView({ block: "center", behavior: "instant" });
        show(places[to]);
      }, () => {});
    },
  };
}
