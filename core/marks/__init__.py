"""Marks, the kinds of work behind them, and the works announced."""
