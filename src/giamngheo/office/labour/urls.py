"""Addresses under /viec-lam/."""

from django.urls import path

from giamngheo.office.labour import course_urls, register, vacancies

urlpatterns = [
    path("", register.list_page, name="labour"),
    path("cach-xem/", register.save_view, name="save-labour-view"),
    path("cach-xem/<int:pk>/bo/", register.remove_view, name="remove-labour-view"),
    path("danh-sach.<slug:form>", register.list_file, name="labour-file"),
    path("ghi/", register.enter, name="labour-enter"),
    path("tuyen-dung/", vacancies.vacancy_list, name="vacancies"),
    path("tuyen-dung/<int:pk>/", vacancies.vacancy_page, name="vacancy"),
    path("nhan-viec/<int:person>/", vacancies.placing, name="placing"),
    path("hoi-tham/", vacancies.following, name="follow-ups"),
    *course_urls.urlpatterns,
]
