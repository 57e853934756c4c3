"""Help: what can be done here, common answers, questions and ideas (C7)."""
