"""The name tagger: a small trained network that tells which words name persons, organisations and places."""
