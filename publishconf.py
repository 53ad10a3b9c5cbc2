"""Settings for the published archive: those of pelicanconf.py, with the address it is published at."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403 - Pelican's convention for a second settings file

SITEURL = os.environ.get("SITEURL", "https://example.org")
BRIEFING_SITE_URL = SITEURL
