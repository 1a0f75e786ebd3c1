"""Settings, urls, wsgi and the giamngheo command; the only room that knows every other."""
