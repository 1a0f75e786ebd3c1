"""What a decision is called in the register of documents (trích yếu): Vietnamese, as papers of the commune are."""

from __future__ import annotations

from giamngheo.review.models import Decision, DecisionKind, RoundKind

SIGNS = {DecisionKind.REFUSAL: "TB-UBND"}  # all others are decisions
DECISION_SIGN = "QĐ-UBND"
_RECOGNISED = {
    RoundKind.ANNUAL: "Công nhận kết quả rà soát hộ nghèo, hộ cận nghèo năm {year}",
    RoundKind.MONTHLY: "Công nhận kết quả rà soát thường xuyên hộ nghèo, hộ cận nghèo tháng {month}/{year}",
    RoundKind.AVERAGE_LIVING_STANDARD: "Công nhận hộ có mức sống trung bình, tháng {month}/{year}",
    RoundKind.LOW_INCOME_WORKER: "Công nhận người lao động có thu nhập thấp, tháng {month}/{year}",
}


def sign_of(kind: str) -> str:
    """What stands behind the number of such a document, unless the office writes another."""
    return SIGNS.get(DecisionKind(kind), DECISION_SIGN)


def subject_of(decision: Decision) -> str:
    """The subject of a decision. Reads its round and what it corrects."""
    if decision.kind == DecisionKind.CORRECTION:
        corrected = decision.corrects.document if decision.corrects else None
        return f"Đính chính {corrected}" if corrected else "Đính chính"
    if decision.kind == DecisionKind.OPENING or decision.round is None:
        return "Danh sách hộ nghèo, hộ cận nghèo đã công nhận"
    values = {"year": decision.round.year, "month": f"{decision.round.month:02}"}
    said = _RECOGNISED[RoundKind(decision.round.kind)].format(**values)
    return said.replace("Công nhận", "Không công nhận", 1) if decision.kind == DecisionKind.REFUSAL else said
