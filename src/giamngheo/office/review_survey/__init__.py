"""Rà soát: rounds, their lists, requests, screenings and surveys."""
