"""Addresses under /kinh-phi/."""

from django.urls import path

from giamngheo.office.funds import contracts, entering, line, matrix, year

urlpatterns = [
    path("", matrix.matrix_page, name="funds"),
    path("bang.<slug:form>", matrix.matrix_file, name="funds-file"),
    path("giao-von/", entering.assign, name="funds-assign"),
    path("dong/<int:pk>/", line.line_page, name="fund-line"),
    path("dong/<int:pk>/ghi/<slug:kind>/", entering.enter, name="fund-enter"),
    path("dong/<int:pk>/hop-dong/", contracts.sign, name="contract-sign"),
    path("hop-dong/<int:pk>/", contracts.contract_page, name="contract"),
    path("but-toan/<int:pk>/dao/", entering.reverse_entry, name="fund-reverse"),
    path("cuoi-nam/", year.year_page, name="funds-year"),
]
