"""Addresses under /kinh-phi/."""

from django.urls import path

from giamngheo.office.funds import (
    contracts,
    credit_entering,
    credit_file,
    credit_page,
    credit_year,
    entering,
    line,
    matrix,
    year,
)

urlpatterns = [
    path("", matrix.matrix_page, name="funds"),
    path("bang.<slug:form>", matrix.matrix_file, name="funds-file"),
    path("cach-xem/", matrix.save_view, name="save-funds-view"),
    path("cach-xem/<int:pk>/bo/", matrix.remove_view, name="remove-funds-view"),
    path("giao-von/", entering.assign, name="funds-assign"),
    path("dong/<int:pk>/", line.line_page, name="fund-line"),
    path("dong/<int:pk>/ghi/<slug:kind>/", entering.enter, name="fund-enter"),
    path("dong/<int:pk>/hop-dong/", contracts.sign, name="contract-sign"),
    path("hop-dong/<int:pk>/", contracts.contract_page, name="contract"),
    path("but-toan/<int:pk>/dao/", entering.reverse_entry, name="fund-reverse"),
    path("cuoi-nam/", year.year_page, name="funds-year"),
    path("tin-dung/", credit_year.credit_year_page, name="credit"),
    path("tin-dung/bang.<slug:form>", credit_year.credit_year_file, name="credit-file"),
    path("tin-dung/ghi/", credit_entering.enter_credit, name="credit-enter"),
    path("tin-dung/tep/", credit_file.credit_file, name="credit-send"),
    path("tin-dung/<int:pk>/", credit_page.credit_report_page, name="credit-report"),
    path("tin-dung/<int:pk>/sua/", credit_entering.correct_credit, name="credit-correct"),
    path("tin-dung/<int:pk>/tep/", credit_page.credit_report_source, name="credit-source"),
]
