"""A round's page: how far every village is, the households, and the list as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from giamngheo.accounts.models import Screen
from giamngheo.accounts.queries import saved_views
from giamngheo.office.drafts import draft_key
from giamngheo.office.lists import asked_columns, link, query_of, shown_columns
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.links import links_of
from giamngheo.office.review_survey.present import (
    CLASS_TAGS,
    ROUND_TAGS,
    SHORT_CLASSES,
    SHORT_SOURCES,
    SLUGS,
    STAGE_OF,
    stage_chips,
    stage_titles,
    stages_shown,
    standard_words,
    state_word,
    title_of,
)
from giamngheo.office.review_survey.ways import the_round, the_round_page, told, whole
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.models import (
    CaseSource,
    CommitteeRole,
    PovertyClass,
    ReviewCase,
    ReviewRound,
    RoundKind,
    RoundState,
)
from giamngheo.review.queries.board import VillageRow, Wanted, board
from giamngheo.review.queries.cases import first_to_survey
from giamngheo.review.queries.requests import waiting_count
from giamngheo.review.queries.rounds import RoundPage

PER_PAGE = 50
COLUMNS: dict[str, str | Promise] = {  # the head's own column always stands
    "thon": gettext_lazy("Thôn"),
    "so-nguoi": gettext_lazy("Số người"),
    "dang-la": gettext_lazy("Đang là"),
    "nguon": gettext_lazy("Theo"),
    "buoc": gettext_lazy("Bước"),
    "b1": gettext_lazy("B1"),
    "b2": gettext_lazy("B2"),
    "ket-qua": gettext_lazy("Kết quả"),
    "dia-chi": gettext_lazy("Địa chỉ"),
    "ma-ho": gettext_lazy("Mã hộ"),
}
FIRST_COLUMNS = ("thon", "so-nguoi", "dang-la", "nguon", "buoc", "b1", "b2", "ket-qua")
ORDERS = {
    "": "list",
    "chu-ho": "head",
    "so-nguoi": "people",
    "buoc": "state",
    "ket-qua": "outcome",
    "b1": "b1",
    "b2": "b2",
}
SOURCES = {"danh-sach": CaseSource.LISTED, "giay": CaseSource.REQUEST, "ban-chi-dao": CaseSource.COMMITTEE}
CLASSES = {
    "ngheo": PovertyClass.POOR, "can-ngheo": PovertyClass.NEAR_POOR, "khong-ngheo": PovertyClass.NOT_POOR,
    "trung-binh": PovertyClass.AVERAGE_LIVING_STANDARD, "thu-nhap-thap": PovertyClass.LOW_INCOME_WORKER,
    "khong": PovertyClass.NONE,
}  # fmt: skip


@login_required
@require_safe
def round_board(request: OfficeRequest, pk: int) -> HttpResponse:
    """The round, its villages, its households a page at a time."""
    page = the_round_page(request, pk)
    found, asked = page.round, asked_of(request)
    result = board(request.user, found, wanted_of(asked))
    query = query_of(asked)
    context: dict[str, Any] = {
        **_head(request, page),
        "villages": _villages(result.villages, found),
        "whole": _stages(result.whole, found),
        "total": result.whole,
        "stage_titles": [stage_titles(found)[each] for each in stages_shown(found)],
        "chips": stage_chips(found, result.whole, asked),
        "page": Paginator(result.cases, PER_PAGE).get_page(request.GET.get("trang")),
        "people": result.people,
        "cut": result.cut,
        "asked": asked,
        "filtered": any(asked[name] for name in ("thon", "buoc", "nguon", "dang-la", "ket-qua", "cua-toi", "tim")),
        "everything": query_of({"cot": asked["cot"], "xep": asked["xep"]}),
        "query_now": query,
        "page_query": f"{query}&" if query else "",
        "sorts": {
            name: link(COLUMNS.get(name, _("Chủ hộ")), asked, asked["xep"] == name, xep=name) for name in ORDERS if name
        },
        "columns": COLUMNS,
        "shown": shown_of(asked),
        "sources": [(slug, SHORT_SOURCES[each]) for slug, each in SOURCES.items()],
        "befores": [(slug, SHORT_CLASSES[CLASSES[slug]]) for slug in _befores(found)],
        "outcomes": [(slug, SHORT_CLASSES[CLASSES[slug]]) for slug in _outcomes(found)],
        "saved": saved_views(request.user, Screen.REVIEW),
        "view_draft": draft_key(request, "view", "review"),
    }
    context["rows"] = [_row(each) for each in context["page"].object_list]
    return render(request, "office/review_survey/round.html", context)


@login_required
@require_safe
def round_table(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The list of households to review as it is filtered, all pages of it, as a CSV or Excel file (Phụ lục I)."""
    found, asked = the_round(request, pk), asked_of(request)
    cases = board(request.user, found, wanted_of(asked)).cases
    shown = [name for name in COLUMNS if name in shown_of(asked)]
    header: list[Cell] = [_("STT"), _("Chủ hộ"), *(COLUMNS[name] for name in shown)]
    rows = ([number, *_cells(each, shown)] for number, each in enumerate(cases.iterator(2000), 1))
    when = f"{found.year}-{found.month:02}" if found.month else str(found.year)
    return as_file(form, f"danh-sach-ra-soat-{found.unit.code}-{when}", header, rows)


def asked_of(request: OfficeRequest) -> dict[str, str]:
    """What the address asks of the board; words nobody knows ask nothing."""
    names = ("thon", "buoc", "nguon", "dang-la", "ket-qua", "cua-toi", "tim", "xep")
    asked = {name: request.GET.get(name, "").strip()[:100] for name in names}
    known: dict[str, Any] = {
        "buoc": STAGE_OF, "nguon": SOURCES, "dang-la": CLASSES, "ket-qua": CLASSES, "cua-toi": {"1"}, "xep": ORDERS
    }  # fmt: skip
    for name, values in known.items():
        asked[name] = asked[name] if asked[name] in values else ""
    return {**asked, "cot": asked_columns(request, ("chu-ho", *COLUMNS))}


def wanted_of(asked: dict[str, str]) -> Wanted:
    """The same for the query."""
    return Wanted(
        whole_number(asked["thon"]), STAGE_OF.get(asked["buoc"], ""), SOURCES.get(asked["nguon"], ""),
        CLASSES.get(asked["dang-la"], ""), CLASSES.get(asked["ket-qua"], ""), bool(asked["cua-toi"]), asked["tim"],
        ORDERS[asked["xep"]],
    )  # fmt: skip


def shown_of(asked: dict[str, str]) -> set[str]:
    """The columns asked for, else those one starts with."""
    return shown_columns(asked, FIRST_COLUMNS)


def _head(request: OfficeRequest, page: RoundPage) -> dict[str, Any]:
    """What stands above the villages: where the round is, and the one thing to do next."""
    found = page.round
    head = next((each for each in page.committee if each.role == CommitteeRole.HEAD), None)
    open_ = found.state == RoundState.OPEN
    return {
        "round": found,
        "title": title_of(found),
        "tag": ROUND_TAGS[RoundState(found.state)],
        "standard": standard_words(found),
        "head": head,
        "reviewers": page.reviewers,
        "warnings": told(whole(page.warnings)),
        "may_run": page.may_run,
        "links": links_of(found, page.rights),
        "preparing": found.state == RoundState.PREPARING,
        "open": open_,
        "annual": found.kind == RoundKind.ANNUAL,
        "lists_holders": found.kind == RoundKind.AVERAGE_LIVING_STANDARD,
        "waiting": waiting_count(request.user, found.unit) if page.may_run else 0,
        "next": first_to_survey(request.user, found) if open_ else None,
        "may_cancel": page.may_run and found.state in (RoundState.PREPARING, RoundState.OPEN),
    }


def _villages(rows: Any, found: ReviewRound) -> list[dict[str, Any]]:
    return [_village(each, found) for each in rows]


def _village(row: VillageRow, found: ReviewRound) -> dict[str, Any]:
    return {
        "village": row.village,
        "reviewers": ", ".join(each.name for each in row.reviewers),
        "stages": _stages(row.progress, found),
        "progress": row.progress,
    }


def _stages(progress: Any, found: ReviewRound) -> list[tuple[str | Promise, str, int]]:
    """(title, slug, households) of each stage of the path."""
    titles = stage_titles(found)
    return [(titles[each], SLUGS[each], getattr(progress, each)) for each in stages_shown(found)]


def _befores(found: ReviewRound) -> list[str]:
    if RoundKind(found.kind).judges_poverty:
        return ["ngheo", "can-ngheo", "khong"]
    return ["trung-binh" if found.kind == RoundKind.AVERAGE_LIVING_STANDARD else "thu-nhap-thap", "khong"]


def _outcomes(found: ReviewRound) -> list[str]:
    if RoundKind(found.kind).judges_poverty:
        return ["ngheo", "can-ngheo", "khong-ngheo"]
    return _befores(found)


def _row(case: ReviewCase) -> dict[str, Any]:
    last = case.assessment
    return {
        "case": case,
        "name": name_of(case),
        "before": SHORT_CLASSES[PovertyClass(case.class_before)] if case.class_before != PovertyClass.NONE else "",
        "source": SHORT_SOURCES[CaseSource(case.source)],
        "state": state_word(case.state),
        "b1": last.income_score if last else None,
        "b2": last.deprivation_score if last else None,
        "outcome": SHORT_CLASSES[PovertyClass(last.outcome)] if last and last.outcome else "",
        "outcome_tag": CLASS_TAGS.get(PovertyClass(last.outcome), "") if last and last.outcome else "",
    }


def name_of(case: ReviewCase) -> str:
    """The worker, or what the village calls the household."""
    return case.person.full_name if case.person else case.head_name or ""  # type: ignore[attr-defined]


def _cells(case: ReviewCase, shown: list[str]) -> list[Cell]:
    row = _row(case)
    cells: dict[str, Cell] = {
        "thon": case.village.name,
        "so-nguoi": case.member_count,  # type: ignore[attr-defined]
        "dang-la": row["before"],
        "nguon": row["source"],
        "buoc": row["state"]["label"],
        "b1": "" if row["b1"] is None else row["b1"],
        "b2": "" if row["b2"] is None else row["b2"],
        "ket-qua": row["outcome"],
        "dia-chi": case.address_line or "",  # type: ignore[attr-defined]
        "ma-ho": case.household.local_code,
    }
    return [row["name"], *(cells[name] for name in shown)]
