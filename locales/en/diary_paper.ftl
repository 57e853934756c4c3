# The diary of a study period on paper
paper-title = <b>{ $name }</b>: the diary as a PDF
paper-choose = Of which period? The file comes here, ready to print.
paper-none = No study period has begun yet.
paper-of-year = { $period }, { $year }
paper-coming = The file is on its way
paper-caption = Diary: <b>{ $name }</b>, { $period } { $year }
paper-file = Diary { $name } { $period } { $year }
paper-heading = Diary
paper-class = class { $class }
paper-period = { $period }, study year { $year }
paper-week = { SHORTDAY($first) } – { SHORTDAY($last) }
paper-day = { WEEKDAY($day) }, { DAY($day) }
paper-subject = Subject
paper-homework = Homework
paper-mark = Mark
paper-no-lessons = No lessons
paper-cancelled = Cancelled
paper-absent = abs
paper-late = late
paper-files =
    { $count ->
        [one] a file
       *[other] files: { $count }
    }
paper-notes = Teachers' remarks and notes
paper-remark = { SHORTDAY($day) }, { $subject }: { $body }
paper-remark-class = { SHORTDAY($day) }, { $subject }, to the class: { $body }
paper-comment = { SHORTDAY($day) }, { $subject }, mark { $mark }: { $body }
paper-notes-more = and { $count } more
paper-sign-leader = Class leader's signature
paper-sign-parents = Parents' signature
paper-summary = Summary: { $period }
paper-marks = Marks
paper-average = Average
paper-final = Period
paper-final-year = Year
paper-no-subjects = No subjects.
paper-unmarked = No marks are given in grade 1.
paper-attendance = Attendance
paper-held = Lessons with a roll
paper-missed = Lessons missed
paper-missed-illness = of them for illness
paper-missed-excused = of them excused
paper-missed-other = of them other
paper-full-days = Whole days missed
paper-lates = Times late
paper-leader = Class leader { $name }
paper-leader-nobody = Class leader
paper-parents = Parents (legal representatives)
paper-legend = abs — absent, late — came late, • — work is owed. Printed on { DAY($day) } { $year }.
