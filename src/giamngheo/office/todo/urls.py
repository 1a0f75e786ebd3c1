"""Addresses under /viec-can-lam/."""

from django.urls import path

from giamngheo.office.todo import views

urlpatterns = [
    path("", views.todo_page, name="todo"),
    path("lich.ics", views.own_file, name="calendar"),
    path("dia-chi-lich/", views.feed, name="calendar-address"),
    path("lich/<str:token>.ics", views.feed_file, name="calendar-feed"),
]
