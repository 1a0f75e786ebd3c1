// Enter moves on: in a one-line field of a form that writes, to the next field; from the last one the form is sent.
// A text of several lines keeps Enter for itself; Ctrl+Enter sends from anywhere. Search and filter forms, and signing in
// (data-enter="send"), keep the browser's habit. Where a form can be sent in several ways nobody's Enter chooses one:
// it goes to the first of the buttons.

const ONE_LINE = ["text", "search", "tel", "url", "email", "number", "password", "date"];

const visible = (each) => !each.disabled && each.type !== "hidden" && each.tabIndex >= 0 && each.getClientRects().length > 0;
const waysOf = (form) => [...form.elements].filter((each) => each.type === "submit" && visible(each));

function send(form) {
  const ways = waysOf(form);
  const main = ways.find((way) => way.matches("[data-main]")) ?? (ways.length === 1 ? ways[0] : null);
  if (main) form.requestSubmit(main);
  else ways[0]?.focus();
}

function next(form, field) {
  const fields = [...form.elements].filter((each) => /^(INPUT|SELECT|TEXTAREA)$/.test(each.tagName) && visible(each));
  return fields[fields.indexOf(field) + 1];
}

export function moveOnEnter() {
  document.addEventListener("keydown", (event) => {
    // while an input method composes a letter, Enter is its own
    if (event.key !== "Enter" || event.isComposing || event.altKey || event.shiftKey || event.defaultPrevented) return;
    const field = event.target;
    const form = field.form;
    if (!form || form.method !== "post" || form.dataset.enter === "send" || field.type === "submit") return;
    const all = event.ctrlKey || event.metaKey;
    if (!all && (field.tagName !== "INPUT" || !ONE_LINE.includes(field.type) || field.type === "search")) return;
    event.preventDefault();
    const following = all ? null : next(form, field);
    if (!following) return send(form);
    following.focus();
    if (following.tagName === "INPUT" && ONE_LINE.includes(following.type)) following.select();
  });
}
