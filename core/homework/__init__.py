"""Homework: given, changed, withdrawn by the school; read by the families it is for (J4 J5)."""
