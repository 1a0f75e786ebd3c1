"""Addresses under /giam-sat/khao-sat/."""

from django.urls import path

from giamngheo.office.monitoring_surveys import answering, files, pages

urlpatterns = [
    path("", pages.list_page, name="surveys"),
    path("moi/", pages.new_page, name="survey-new"),
    path("<int:pk>/", pages.survey_page_of, name="survey"),
    path("<int:pk>/dot/moi/", pages.wave_new, name="survey-wave-new"),
    path("<int:pk>/so-sanh/", pages.compare_page, name="survey-compare"),
    path("<int:pk>/du-lieu.xlsx", files.data_file, name="survey-data"),
    path("<int:pk>/ket-qua.xlsx", files.results_file, name="survey-results"),
    path("<int:pk>/bao-cao.<slug:form>", files.report_file, name="survey-report"),
    path("dot/<int:pk>/", pages.wave_page_of, name="survey-wave"),
    path("dot/<int:pk>/phieu/<int:member>/", answering.answer_page, name="survey-answer"),
    path("dot/<int:pk>/<slug:act>/", pages.wave_act, name="survey-wave-act"),
]
