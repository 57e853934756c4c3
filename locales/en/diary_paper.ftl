# The diary of a study period on paper
print-title = <b>{ $name }</b>: the diary as a PDF
print-choose = Of which period? The file comes here, ready to print.
print-none = No study period has begun yet.
print-of-year = { $period }, { $year }
print-coming = The file is on its way
print-caption = Diary: <b>{ $name }</b>, { $period } { $year }
print-file = Diary { $name } { $period } { $year }
print-heading = Diary
print-class = class { $class }
print-period = { $period }, study year { $year }
print-week = { SHORTDAY($first) } – { SHORTDAY($last) }
print-day = { WEEKDAY($day) }, { DAY($day) }
print-subject = Subject
print-homework = Homework
print-mark = Mark
print-no-lessons = No lessons
print-cancelled = Cancelled
print-absent = abs
print-late = late
print-files =
    { $count ->
        [one] a file
       *[other] files: { $count }
    }
print-notes = Teachers' remarks and notes
print-remark = { SHORTDAY($day) }, { $subject }: { $body }
print-remark-class = { SHORTDAY($day) }, { $subject }, to the class: { $body }
print-comment = { SHORTDAY($day) }, { $subject }, mark { $mark }: { $body }
print-notes-more = and { $count } more
print-sign-leader = Class leader's signature
print-sign-parents = Parents' signature
print-summary = Summary: { $period }
print-marks = Marks
print-average = Average
print-final = Period
print-final-year = Year
print-no-subjects = No subjects.
print-unmarked = No marks are given in grade 1.
print-attendance = Attendance
print-held = Lessons with a roll
print-missed = Lessons missed
print-missed-illness = of them for illness
print-missed-excused = of them excused
print-missed-other = of them other
print-full-days = Whole days missed
print-lates = Times late
print-leader = Class leader { $name }
print-leader-nobody = Class leader
print-parents = Parents (legal representatives)
print-legend = abs — absent, late — came late, • — work is owed. Printed on { DAY($day) } { $year }.
