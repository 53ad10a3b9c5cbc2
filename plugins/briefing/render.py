"""Page requests to bytes, by Jinja. A page whose template and source did not change has the same inputs digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from .model import PageRequest


class ThemeError(Exception):
    """A template that cannot be rendered."""

    def __init__(self, template: str, line: int, cause: str) -> None:
        super().__init__(template, line, cause)  # all that it is made of: it may have to travel between processes
        self.template, self.line, self.cause = template, line, cause

    def __str__(self) -> str:
        return f"{self.template}:{self.line}: {self.cause}"


class Renderer:
    """The theme's templates. Autoescape is on and an undefined name fails, unlike in Pelican's own environment."""

    def __init__(self, templates: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._encoder = msgspec.msgpack.Encoder(enc_hook=_markup)
        digest = hashlib.blake2b(digest_size=16)
        for path in sorted(templates.rglob("*.html")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        self._templates = digest.digest()

    def inputs(self, request: PageRequest) -> bytes:
        """A digest of all that the page's bytes depend on."""
        source = self._encoder.encode(request.source)
        return hashlib.blake2b(self._templates + request.template.encode() + b"\0" + source, digest_size=16).digest()

    def render(self, request: PageRequest) -> bytes:
        """The page's bytes. ThemeError where the template is missing or wrong."""
        try:
            return self._environment.get_template(request.template).render(view=request.view).encode("utf-8")
        except TemplateSyntaxError as error:
            raise ThemeError(error.name or request.template, error.lineno, str(error.message)) from error
        except TemplateError as error:
            raise ThemeError(request.template, 0, f"{type(error).__name__}: {error.message}") from error


def _markup(value: object) -> str:
    """msgpack's view of a view's safe HTML."""
    if isinstance(value, Markup):
        return str.__str__(value)
    raise TypeError(f"a view holds a {type(value).__name__}")
