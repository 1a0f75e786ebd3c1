"""Addresses under /giam-sat/."""

from django.urls import path

from giamngheo.office.monitoring import (
    asked_reports,
    calendar,
    designing,
    files,
    indicator,
    inspections,
    listing,
    papers,
    report,
    wording,
)

urlpatterns = [
    path("", listing.list_page, name="monitoring"),
    path("chi-tieu/<slug:code>/", indicator.indicator_page, name="monitoring-indicator"),
    path("chi-tieu/<slug:code>/dong/", indicator.rows_page, name="monitoring-rows"),
    path("chi-tieu/<slug:code>/nhap/", indicator.type_page, name="monitoring-value"),
    path("chi-tieu/<slug:code>/giao/", indicator.target_page, name="monitoring-target"),
    path("lich/", calendar.calendar_page, name="monitoring-calendar"),
    path("lich/han/", calendar.deadline_page, name="monitoring-deadline"),
    path("lich/<slug:kind>/<int:year>/<int:number>/", calendar.below_page, name="monitoring-below"),
    path("nhan/", calendar.inbox_page, name="monitoring-inbox"),
    path("bao-cao/<int:pk>/", report.report_page, name="monitoring-report"),
    path("bao-cao/<int:pk>/bieu.xlsx", files.report_file, name="monitoring-report-file"),
    path("bao-cao/<int:pk>/van-ban/<slug:code>.<slug:form>", papers.paper, name="monitoring-report-paper"),
    path("bao-cao/<int:pk>/tep/", files.report_sent, name="monitoring-report-send"),
    path("bieu-mau/", designing.form_list, name="monitoring-forms"),
    path("bieu-mau/moi/", designing.design, name="monitoring-form-new"),
    path("bieu-mau/<int:pk>/", designing.form_page, name="monitoring-form"),
    path("cau-chu/", wording.sentence_list, name="monitoring-sentences"),
    path("cau-chu/<str:key>/", wording.sentence_page, name="monitoring-sentence"),
    path("lich/ngoai/", asked_reports.new_page, name="monitoring-asked-report"),
    path("kiem-tra/", inspections.list_page, name="inspections"),
    path("kiem-tra/moi/", inspections.new_page, name="inspection-new"),
    path("kiem-tra/<int:pk>/", inspections.inspection_page_of, name="inspection"),
    path("kiem-tra/<int:pk>/bien-ban.<slug:form>", inspections.minutes_file, name="inspection-minutes"),
    path("kiem-tra/<int:pk>/phieu/<int:sample>/", inspections.answer_page, name="inspection-answer"),
    path("kiem-tra/<int:pk>/phat-hien/moi/", inspections.new_finding, name="inspection-find"),
    path("kiem-tra/phat-hien/<int:pk>/<slug:act>/", inspections.finding_step, name="inspection-step"),
]
