# A child's diary: its parts
diary-menu-open = More…
diary-menu-title = <b>{ $name }</b>
    What to open?
diary-week-open = Week
diary-marks-open = Marks
diary-homework-open = Homework
diary-attendance-open = Attendance
diary-timetable-open = Timetable
diary-programme-open = Programme
diary-tasks-open = Personal tasks
diary-reports-open = Reported mistakes
diary-paper-open = Diary as PDF
