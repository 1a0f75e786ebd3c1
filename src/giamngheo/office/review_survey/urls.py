"""Addresses under /ra-soat/: rounds, lists, requests, screenings, surveys."""

from django.urls import path

from giamngheo.office.review_survey import (
    adding,
    board,
    case,
    creating,
    entry,
    people,
    requests,
    running,
    saved,
    screening,
    surveying,
)

urlpatterns = [
    path("", entry.review, name="review"),
    path("tao/", creating.choose_kind, name="review-new"),
    path("tao/<slug:slug>/", creating.create, name="review-create"),
    path("dot/<int:pk>/", board.round_board, name="review-round"),
    path("dot/<int:pk>/danh-sach.csv", board.round_table, {"form": "csv"}, name="review-csv"),
    path("dot/<int:pk>/danh-sach.xlsx", board.round_table, {"form": "xlsx"}, name="review-xlsx"),
    path("dot/<int:pk>/cach-xem/", saved.save_view, name="save-review-view"),
    path("dot/<int:pk>/cach-xem/<int:view>/bo/", saved.remove_view, name="remove-review-view"),
    path("dot/<int:pk>/mo/", running.open_round, name="review-open"),
    path("dot/<int:pk>/huy/", running.cancel_round, name="review-cancel"),
    path("dot/<int:pk>/dang-co/", running.list_holders, name="review-holders"),
    path("dot/<int:pk>/ban-chi-dao/", people.committee_page, name="review-committee"),
    path("dot/<int:pk>/ra-soat-vien/", people.reviewers, name="review-reviewers"),
    path("dot/<int:pk>/ra-soat-vien/<int:assignment>/bo/", people.remove_reviewer, name="review-reviewer-remove"),
    path("dot/<int:pk>/them-ho/", adding.add, name="review-add"),
    path("dot/<int:pk>/rut-ho/", adding.in_bulk, name="review-withdraw"),
    path("dot/<int:pk>/giay-de-nghi/", requests.place, name="review-place"),
    path("ho/<int:pk>/", case.case, name="review-case"),
    path("ho/<int:pk>/phieu-a/", screening.screening, name="review-screen"),
    path("ho/<int:pk>/phieu-b/", surveying.survey, name="review-survey"),
    path("ho/<int:pk>/phieu-b/xem-truoc/", surveying.preview, name="review-preview"),
    path("giay-de-nghi/", requests.request_list, name="review-requests"),
    path("giay-de-nghi/danh-sach.csv", requests.request_table, {"form": "csv"}, name="review-requests-csv"),
    path("giay-de-nghi/danh-sach.xlsx", requests.request_table, {"form": "xlsx"}, name="review-requests-xlsx"),
    path("giay-de-nghi/nhan/", requests.find_household, name="review-receive"),
    path("giay-de-nghi/nhan/<int:household>/", requests.receive, name="review-receive-of"),
    path("giay-de-nghi/<int:pk>/", requests.review_request, name="review-request"),
    path("giay-de-nghi/<int:pk>/vao-dot/<int:round_pk>/", requests.place_one, name="review-place-one"),
]
