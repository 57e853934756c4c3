# A child's marks: period, subject, final marks, charts
child-marks-title = <b>{ $name }, { $class }</b> · marks
child-marks-period = { $period }, { DAY($first) } – { DAY($last) }
child-marks-period-other-year = { $period }, { $year }
child-marks-year = { $year }
child-marks-unmarked = No marks are given in grade 1.
child-marks-nothing = No marks yet.
child-marks-nothing-over = No marks.
child-marks-line = <b>{ $subject }</b>: { $said }
child-marks-average =
    { $moved ->
        [up] { POINT($average) } ↑
        [down] { POINT($average) } ↓
       *[same] { POINT($average) }
    }
child-marks-likely = likely <b>{ $value }</b>
child-marks-final = period <b>{ $value }</b>
child-marks-final-year = year <b>{ $value }</b>
child-marks-without = Without marks: { $subjects }.
child-marks-legend-weighted = The average here is weighted: the more a work weighs, the more it counts.
child-marks-legend-moved = ↑ ↓ — how it changed within a week.
child-marks-legend-dot = • — work still owed.
child-marks-before = ‹ { $period }
child-marks-after = { $period } ›
child-marks-finals = Final marks
child-marks-charts = Charts
child-marks-back = ‹ Marks

child-subject-title = <b>{ $subject }</b> · { $name }, { $class }
child-subject-final = For the period: <b>{ $value }</b>
child-subject-final-year = For the year: <b>{ $value }</b>
child-subject-weighted = Weighted average: <b>{ POINT($average) }</b>. Plain: { POINT($other) }.
child-subject-plain = Average: <b>{ POINT($average) }</b>. Weighted: { POINT($other) }; the school counts the plain one.
child-subject-likely = It makes a likely <b>{ $value }</b>: 5 from { POINT($five) }, 4 from { POINT($four) }, 3 from { POINT($three) }.
child-subject-sum = How it is counted: { $sum } = { POINT($average) }
child-subject-why =
    { $weight ->
        [usual] Last mark: { $value } for { $kind }. Was { POINT($before) }, became { POINT($after) }.
       *[other] Last mark: { $value } for { $kind }, weight { $weight }. Was { POINT($before) }, became { POINT($after) }.
    }
child-subject-class = Class average: { $average }
child-subject-owed =
    { $counts ->
        [two] Works still owed: { $count }. Meanwhile each counts as a 2.
       *[no] Works still owed: { $count }.
    }
child-subject-pass = This subject is graded pass or fail; there is no average.
child-subject-nothing-counts = There are no marks that count in the average.
child-subject-least =
    The school wants at least { $least ->
        [one] { $least } mark
       *[other] { $least } marks
    } behind a mark for the period. So far { $count }.
child-goal = For a <b>{ $target }</b>: { $ways }.
child-goal-or = { $ways } or { $way }
child-goal-way =
    { $count ->
        [one] one { $value } for { $kind }
       *[other] { $count } marks of { $value } for { $kind }
    }
child-goal-far =
    A <b>{ $target }</b> takes at least { $least ->
        [one] { $least } more mark
       *[other] { $least } more marks
    }, and { $ahead ->
        [one] { $ahead } lesson is
       *[other] { $ahead } lessons are
    } left in the period.
child-goal-beyond = Not even { $most } fives would make a <b>{ $target }</b>.
child-goal-no-lessons = No lessons are left in the period.
child-goal-reached = A <b>5</b> is likely already.
child-slip = One { $value } for { $kind } would bring the average down to { POINT($average) }, a likely { $likely }.
child-mark-line = { SHORTDAY($day) } · <b>{ $value }</b> · { $kind }
child-mark-line-weight = { SHORTDAY($day) } · <b>{ $value }</b> · { $kind }, weight { $weight }
child-mark-line-zero = { SHORTDAY($day) } · <b>{ $value }</b> · { $kind }, weight 0: not in the average
child-mark-moved = { POINT($before) } → { POINT($after) }
child-mark-first = average { POINT($after) }
child-mark-comment = “{ $comment }”
child-mark-day = { $day }
child-subject-older = ‹ Older
child-subject-newer = Newer ›
child-subject-chart = Chart
child-subject-wrong = A mark is wrong
child-wrong-choose = Which mark is wrong?
child-wrong-mark = { SHORTDAY($day) } · { $value } · { $kind }

child-finals-title = <b>{ $name }, { $class }</b> · final marks
child-finals-none = No final marks for this year yet.
child-finals-year = Year
child-finals-exam = Exam
child-finals-final = Final
child-finals-key = { $number } — { $period }

child-chart-all = Average over all subjects
child-chart-subjects = Average by subject
child-chart-attendance = Attendance
child-chart-class = class { $name } on average
child-chart-says-movement = The average at the end of each week: the pupil and the class on average.
child-chart-says-subjects = The average by subject: the pupil and the class on average.
child-chart-says-attendance = Lessons attended by month: the pupil and the class on average.
child-chart-nothing = Nothing to draw yet: no marks count in the average.
child-chart-nothing-attendance = Nothing to draw yet: no rolls were taken.
child-chart-movement-open = By week
child-chart-subjects-open = By subject
child-chart-attendance-open = Attendance
