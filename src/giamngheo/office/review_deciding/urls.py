"""Addresses under /ra-soat/: from the village meeting to the certificate."""

from django.urls import path

from giamngheo.office.review_deciding import (
    certificates,
    closing,
    complaints,
    corrections,
    decisions,
    meetings,
    opening,
    postings,
    proposals,
)

PAPERS = "giay-chung-nhan/"

urlpatterns = [
    path("dot/<int:pk>/hop-dan/", meetings.meeting_list, name="review-meetings"),
    path("dot/<int:pk>/hop-dan/lap/", meetings.plan, name="review-meeting-plan"),
    path("hop-dan/<int:pk>/", meetings.meeting, name="review-meeting"),
    path("hop-dan/<int:pk>/bien-ban/", meetings.minutes_form, name="review-minutes"),
    path("hop-dan/<int:pk>/chot/", meetings.hold, name="review-meeting-hold"),
    path("hop-dan/<int:pk>/xoa/", meetings.drop, name="review-meeting-drop"),
    path("dot/<int:pk>/niem-yet/", postings.posting_list, name="review-postings"),
    path("dot/<int:pk>/niem-yet/ghi/", postings.put_up, name="review-put-up"),
    path("niem-yet/<int:pk>/", postings.posting, name="review-posting"),
    path("dot/<int:pk>/y-kien/", complaints.complaint_list, name="review-complaints"),
    path("y-kien/ghi/", complaints.receive, name="review-complain"),
    path("y-kien/<int:pk>/", complaints.complaint, name="review-complaint"),
    path("y-kien/<int:pk>/tep/", complaints.attached, name="review-complaint-file"),
    path("dot/<int:pk>/trinh/", proposals.proposal_list, name="review-proposals"),
    path("trinh/<int:pk>/", proposals.proposal, name="review-proposal"),
    path("dot/<int:pk>/quyet-dinh/", decisions.decide, name="review-decide"),
    path("dot/<int:pk>/ket-thuc/", closing.close, name="review-close"),
    path("quyet-dinh/", decisions.decision_list, name="review-decisions"),
    path("quyet-dinh/<int:pk>/", decisions.decision, name="review-decision"),
    path("quyet-dinh/<int:pk>/sua/", decisions.amend, name="review-decision-amend"),
    path("quyet-dinh/<int:pk>/ky/", decisions.sign, name="review-decision-sign"),
    path("quyet-dinh/<int:pk>/bo/", decisions.discard, name="review-decision-discard"),
    path("quyet-dinh/<int:pk>/dinh-chinh/", corrections.correct, name="review-correct"),
    path("danh-sach-truoc/", opening.opening_list, name="review-opening"),
    path(PAPERS, certificates.certificate_list, name="review-certificate-list"),
    path(f"{PAPERS}danh-sach.csv", certificates.certificate_table, {"form": "csv"}, name="review-certificate-csv"),
    path(f"{PAPERS}danh-sach.xlsx", certificates.certificate_table, {"form": "xlsx"}, name="review-certificate-xlsx"),
    path(f"{PAPERS}<int:pk>/", certificates.certificate, name="review-certificate"),
]
