"""Information letters for parents, their short form for an SMS, and what is printed for a class leader (C4)."""
