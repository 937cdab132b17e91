"""The one place that names concrete adapters: constructor calls, from settings to a program."""

from bot.bootstrap.background import beside
from bot.bootstrap.workshop import Workshop

__all__ = ["Workshop", "beside"]
