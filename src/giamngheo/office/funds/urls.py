"""Addresses under /kinh-phi/."""

from django.urls import path

from giamngheo.office.funds import (
    contracts,
    credit_entering,
    credit_file,
    credit_page,
    credit_year,
    entering,
    gift_entering,
    gifts,
    line,
    matrix,
    year,
)

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
    path("quy/", gifts.gifts_page, name="gifts"),
    path("quy/lap/", gift_entering.open_fund, name="gift-open"),
    path("quy/<int:pk>/", gifts.gift_fund_page, name="gift-fund"),
    path("quy/<int:pk>/so.<slug:form>", gifts.gift_fund_file, name="gift-file"),
    path("quy/<int:pk>/tiep-nhan/", gift_entering.receive, name="gift-receive"),
    path("quy/<int:pk>/su-dung/", gift_entering.use, name="gift-use"),
    path("quy/<int:pk>/cong-khai/", gifts.publication_page, name="gift-publication"),
    path("quy/<int:pk>/cong-khai.<slug:form>", gifts.publication_file, name="gift-publication-file"),
    path("quy/khoan/<int:pk>/dao/", gift_entering.take_back, name="gift-reverse"),
    path("tin-dung/", credit_year.credit_year_page, name="credit"),
    path("tin-dung/bang.<slug:form>", credit_year.credit_year_file, name="credit-file"),
    path("tin-dung/ghi/", credit_entering.enter_credit, name="credit-enter"),
    path("tin-dung/tep/", credit_file.credit_file, name="credit-send"),
    path("tin-dung/<int:pk>/", credit_page.credit_report_page, name="credit-report"),
    path("tin-dung/<int:pk>/sua/", credit_entering.correct_credit, name="credit-correct"),
    path("tin-dung/<int:pk>/tep/", credit_page.credit_report_source, name="credit-source"),
]
