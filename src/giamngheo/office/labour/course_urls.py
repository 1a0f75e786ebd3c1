"""Addresses of courses and job fairs under /viec-lam/."""

from django.urls import path

from giamngheo.office.labour import course_follow_ups, course_people, courses, fairs

urlpatterns = [
    path("lop/", courses.list_page, name="courses"),
    path("lop/danh-sach.<slug:form>", courses.list_file, name="courses-file"),
    path("lop/lap/", courses.plan, name="course-plan"),
    path("lop/hoi-tham/", course_follow_ups.page, name="course-follow-ups"),
    path("lop/<int:pk>/", course_people.page, name="course"),
    path("lop/<int:pk>/nguoi.<slug:form>", course_people.people_file, name="course-file"),
    path("lop/<int:pk>/them-nguoi/", course_people.add, name="course-add"),
    path("phien-giao-dich/", fairs.list_page, name="fairs"),
    path("phien-giao-dich/danh-sach.<slug:form>", fairs.list_file, name="fairs-file"),
    path("phien-giao-dich/<int:pk>/", fairs.page, name="fair"),
]
