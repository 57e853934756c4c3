# Reports of wrong entries (F4)
report-attendance = Attendance is wrong here
report-mark = There is a mistake here
