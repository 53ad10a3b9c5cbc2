"""Settings of the briefing archive. Every BRIEFING_ setting is described in docs/settings.md."""

import os
import sys
from pathlib import Path

# --- the archive: change these ------------------------------------------------------------------------

SITENAME = "Briefing archive"
SITEURL = ""  # set in publishconf.py; while you work, links are relative

BRIEFING_SITE_NAME = SITENAME
BRIEFING_SITE_DESCRIPTION = "News articles, annotated: who, where, when, how many, and who says so"
BRIEFING_SITE_URL = "http://localhost:8000"  # absolute: feeds and canonical links need one
BRIEFING_DATE_ORDER = "unknown"  # how 03/04/2023 is read: "day-first", "month-first" or "unknown"

# --- where things are: the Makefile sets these from SEEDS and OUTPUT -------------------------------------

PATH = "content"
OUTPUT_PATH = os.environ.get("OUTPUT", "output")
BRIEFING_SEEDS = os.environ.get("SEEDS", "seeds")
BRIEFING_STRICT = os.environ.get("STRICT", "0") not in ("", "0")

# --- Pelican: the briefing plugin writes every page, so Pelican's own generators have nothing to do ------

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["briefing"]
THEME = "themes/briefing"
THEME_STATIC_PATHS = []
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
PAGINATED_TEMPLATES = {}
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False  # the plugin removes what is no longer wanted and leaves your own files alone
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

# --- a folder that is not there: Pelican would answer with a traceback ------------------------------------

for setting, folder in (("PATH", PATH), ("THEME", THEME)):
    if not (Path(__file__).parent / folder).is_dir():
        sys.exit(f"{folder}:0: error: there is no such folder ({setting} in pelicanconf.py names it: put it back, or name another)")
