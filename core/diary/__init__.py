"""What a family reads of a child: day, week, marks, attendance, homework, programme (F1 F2)."""
