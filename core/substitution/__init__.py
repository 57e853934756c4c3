"""One-off changes of the timetable: substitutions, cancellations, moves, rooms, and who is told of them (P7, J7)."""
