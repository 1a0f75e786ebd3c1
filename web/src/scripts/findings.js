// A finding leads to its passage and shows the words meant; on a narrow screen plan and findings are two tabs.

const wide = () => window.matchMedia("(min-width: 60.01rem)").matches;

export function showTab(name) {
  const box = document.querySelector("[data-tabs]");
  if (!box) return;
  box.dataset.tabs = name;
  for (const tab of document.querySelectorAll("[data-tab]")) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
}

function point(finding, target) {
  for (const old of document.querySelectorAll(".is-current")) old.classList.remove("is-current");
  finding?.classList.add("is-current");
  target?.classList.add("is-current");
  for (const mark of target?.querySelectorAll(`mark[data-finding~="${finding?.id}"]`) ?? []) mark.classList.add("is-current");
}

function jump(link, event) {
  const target = document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  const toFinding = target.matches(".finding");
  if (!wide()) showTab(toFinding ? "findings" : "plan");
  const finding = toFinding ? target : link.closest(".finding");
  const passage = toFinding ? link.closest(".passage") : target;
  point(finding, passage);
  const words = toFinding ? null : target.querySelector(`mark[data-finding~="${finding?.id}"]`);
  if (toFinding) target.querySelector("details")?.setAttribute("open", "");
  (words ?? target).scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  history.replaceState(null, "", link.hash);
}

export function followFindings() {
  document.addEventListener("click", (event) => {
    const tab = event.target.closest?.("[data-tab]");
    if (tab) showTab(tab.dataset.tab);
    const link = event.target.closest?.("a[data-jump]");
    if (link) jump(link, event);
  });
}
