"""Shallow grammar that the fact kinds share: word classes, clauses, noun phrases, subjects, marks of quotation. It knows no facts."""
