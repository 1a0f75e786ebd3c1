// The column of votes: beside each number its share of those attending, and whether that is enough, while it is typed.
// The server says the same once the votes are saved.

function told(form, field) {
  const attending = Number(form.dataset.votes);
  const words = field.value.trim();
  if (!/^\d+$/.test(words) || !attending) return "–";
  const agreeing = Number(words);
  const chosen = form.querySelector(2 * agreeing >= attending ? "[data-agreed]" : "[data-against]");
  return chosen.innerHTML.replace("%s", Math.floor((100 * agreeing) / attending));
}

function show(form, field) {
  const place = field.closest("tr").querySelector("[data-share]");
  if (place) place.innerHTML = told(form, field);
}

export function showShares() {
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-votes]");
    if (form && event.target.classList.contains("count-field")) show(form, event.target);
  });
  // what is typed replaces what everybody agreeing had filled in
  document.addEventListener("focusin", (event) => {
    if (event.target.matches?.("form[data-votes] .count-field")) event.target.select();
  });
  for (const form of document.querySelectorAll("form[data-votes]")) {
    for (const field of form.querySelectorAll(".count-field")) if (field.value) show(form, field);
  }
}
