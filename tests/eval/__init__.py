"""Extraction scored against texts that careful readers have marked: `python -m tests.eval`.

The texts stay where they are (they are openly licensed, but not the project's); what is missing is said and left out.
Each scorer is a pure function from cases to scores, registered in `scorers.SCORERS`.
"""
