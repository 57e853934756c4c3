"""The class leader's desk: what of the own class waits, in numbers, and the lists behind them."""
