// The frame: choosing a unit or a year sends at once; an open menu closes on Escape or a click elsewhere.

export function sendOnChange() {
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-send-on-change]");
    if (form) form.requestSubmit();
  });
}

export function closeMenus() {
  const close = (except) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (menu !== except) menu.open = false;
    }
  };
  document.addEventListener("click", (event) => close(event.target.closest?.("details[data-menu]")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.activeElement?.closest?.("details[data-menu][open]");
    close();
    menu?.querySelector("summary").focus();
  });
}

// What came in answer to a click takes the focus where it says so: keyboards and screen readers stay in place.
export function focusWhatCame() {
  document.addEventListener("htmx:after:settle", () => {
    const back = document.querySelector("[data-return-to]");
    const wanted = back ? document.getElementById(back.dataset.returnTo) : document.querySelector("[data-focus]");
    back?.removeAttribute("data-return-to");
    if (!wanted) return;
    wanted.removeAttribute("data-focus");
    wanted.focus({ preventScroll: wanted.tagName !== "TEXTAREA" });
    if (wanted.tagName === "TEXTAREA") wanted.setSelectionRange(wanted.value.length, wanted.value.length);
  });
}
