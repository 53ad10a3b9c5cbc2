"""The briefing archive: a Pelican plugin that turns news articles into annotated briefings."""


def register() -> None:
    """Called by Pelican. The glue is imported here so that the command line works without Pelican."""
    from .glue import register as connect

    connect()
