"""How widely each stored field may be shown: figures of a unit, never of a person; who wrote them is personal."""

from giamngheo.foundation.privacy import Privacy

_P, _I = Privacy.PERSONAL, Privacy.INTERNAL


def _of(internal: str, personal: str = "") -> dict[str, Privacy]:
    return dict.fromkeys(internal.split(), _I) | dict.fromkeys(personal.split(), _P)


FIELDS = {
    "Indicator": dict.fromkeys(
        (
            "id", "code", "name", "unit", "formula", "level", "origin", "verified", "citation", "order", "decimals",
            "sums_up", "better", "disaggregations", "frequency", "rule_comparator", "rule_value", "rule_by",
        ),
        Privacy.PUBLIC,
    ),
    "Alert": _of(
        "id kind unit village subject code values amount opened_on due_on seen_on holds state assigned_to"
        " acknowledged_by acknowledged_at resolved_by resolved_at at",
        "plan reason",  # what somebody typed may name a household
    ),
    "AlertAssignment": _of("id alert number to due_on by at", "reason"),
    "Target": _of("id plan key commune year indicator text value decimals comparator source_line"),
    "AssignedTarget": _of(
        "id unit village indicator year period number value comparator paper replaces reason at", "by"
    ),
    "IndicatorValue": _of(
        "id indicator unit period_year value decimals as_of as_of_inferred is_estimate within plan key source"
        " source_line note village evidence replaces reason at",
        "by",
    ),
    "OwnDeadline": _of("id unit kind due_month due_day valid_from paper at", "by"),
    "FormVersion": _of(
        "id code number unit title report_kinds official citation valid_from body at published_at", "by published_by"
    ),
    "PeriodReport": _of(
        "id unit village kind period year number begins ends due_on receiver version corrects correction_reason state"
        " step at",
        "by",
    ),
    "ReportSheet": _of("id report form"),
    "ReportCell": _of("id sheet row column computed as_of why typed typed_at", "typed_by"),
    "ReportStep": _of("id report number from_state to_state reason at", "by"),
    "ReportSentence": _of("id unit key number text is_default at", "by"),
    "ReportWording": _of("id report sentences at"),
    "ReportGround": _of("id report paper phase at"),
    "ReportComment": _of("id report cell text at", "by"),
    "Inspection": _of(
        "id unit title plan_paper begins ends group support_kind drawn_on seed villages villages_wanted"
        " households_wanted at",
        "households by",  # who is poor, by the commune's own numbers
    ),
    "InspectionMember": _of("id inspection post is_head", "name"),
    "InspectionSample": _of("id inspection village number", "household code"),
    "InspectionAnswer": _of("id sample question at", "value remark by"),
    "InspectionFinding": _of("id inspection state step post due_on at", "sample text remedy by"),
    "InspectionStep": _of("id finding number from_state to_state due_on at", "remedy reason by"),
    "PanelSurvey": _of(
        "id unit title plan_paper group drawn_on seed households_wanted standard questions at",
        "frame by",  # who is poor, by the commune's own numbers
    ),
    "PanelHousehold": _of("id survey village number", "household code"),
    "PanelWave": _of("id survey kind begins ends finished_at at", "finished_by by"),
    "PanelResponse": _of("id wave source asked_on at", "member why_none remark assessment by"),
    "PanelAnswer": _of("id response question", "value"),
}  # fmt: skip
