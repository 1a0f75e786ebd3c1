"""Addresses under /ra-soat/bao-cao/."""

from django.urls import path

from giamngheo.office.review_reports import closings, files, pages

urlpatterns = [
    path("", pages.index, name="review-reports"),
    path("dot/<int:pk>/", pages.of_round, name="review-reports-of"),
    path("ca-bo.xlsx", files.whole_set_file, name="review-report-set"),
    path("chot/", closings.closings, name="review-closings"),
    path("chot/dot/<int:pk>/", closings.of_round, name="review-closings-of"),
    path("<slug:slug>/", pages.one, name="review-report"),
    path("<slug:slug>/bang.xlsx", files.report_file, name="review-report-xlsx"),
    path("<slug:slug>/ho/", pages.households, name="review-report-households"),
    path("<slug:slug>/ho/danh-sach.<slug:form>", files.households_file, name="review-report-households-file"),
]
