"""Serves Måltavlan: `python app.py`, or any WSGI server with `app:server`."""

from dashboard.errors import UserError
from dashboard.settings import from_environment
from dashboard.web import create_app
from dashboard.web.serving import fill_if_empty, refuse, serve

try:
    settings = from_environment()
    app = create_app(settings)
except UserError as error:
    refuse(error)
server = app.server

if __name__ == "__main__":
    fill_if_empty(settings)
    serve(app, settings)
