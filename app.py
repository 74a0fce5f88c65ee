"""Serves Måltavlan: `python app.py`, or any WSGI server with `app:server`."""

from dashboard.settings import from_environment
from dashboard.web import create_app
from dashboard.web.serving import fill_if_empty, serve

settings = from_environment()
app = create_app(settings)
server = app.server

if __name__ == "__main__":
    fill_if_empty(settings)
    serve(app, settings)
