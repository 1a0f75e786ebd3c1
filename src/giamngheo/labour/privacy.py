"""How widely each stored field may be shown: what somebody works and wishes is personal."""

from giamngheo.foundation.privacy import Privacy


def _fields(internal: str, personal: str) -> dict[str, Privacy]:
    return dict.fromkeys(internal.split(), Privacy.INTERNAL) | dict.fromkeys(personal.split(), Privacy.PERSONAL)


FIELDS = {
    "LabourRecord": _fields(
        "id unit on sheet at",
        "person status industry occupation skill wish_occupation wish_place wish_wage by",
    ),
    "Employer": _fields("id unit name place at", "phone by"),
    "Vacancy": _fields(
        "id employer title occupation skill work_place wage places opened_on closes_on state ended_on sheet at", "by"
    ),
    "Placement": _fields(
        "id unit kind vacancy valid_from valid_to reverses at",
        "person company country contract_number wage deposit reason by",
    ),
    "FollowUp": _fields("id placement months on at", "outcome note by"),
    "Course": _fields(
        "id unit kind title content occupation provider place begins_on ends_on hours places work_item state reason at",
        "by",
    ),
    "CourseParticipant": _fields("id course at", "person name post attended result certificate reason by"),
    "CourseFollowUp": _fields("id participant months on at", "outcome note by"),
    "JobFair": _fields("id unit title on place visitors visitor_method state reason at", "by"),
    "FairEmployer": _fields("id fair employer offered interviewed hired at", "by"),
    "FairHire": _fields("id at_fair at", "placement by"),
}
