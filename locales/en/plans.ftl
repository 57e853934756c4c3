# A topic from the plan, and the course plan itself
topic-now = <b>Topic:</b> { $topic }
topic-none = No topic is written yet.
topic-delivered = From the plan: no. { $lines }
topic-portion = { $number } ({ $hours } h)
topic-no-plan = This journal page has no course plan yet: write the topic, or upload a plan.
topic-choose = Choose a topic of the plan. It replaces what this lesson delivers of the plan now.
topic-line = { $number }. { $topic }
topic-line-left = { $number }. { $topic } ({ $left } h left)
topic-line-done = ✓ { $number }. { $topic }
topic-half = ½ of topic { $number }
topic-whole = All of topic { $number }
topic-both = { $first } and { $second } together
topic-also = + { $line }
topic-drop = Take topic { $number } back
topic-others = Another topic of the plan
topic-write = ✎ Write the topic
topic-plan = Course plan
topic-give-homework = Give from the plan: { $homework }

plan-page = { $classes } · { $subject }
plan-title = <b>Course plan · { $page }</b>
plan-none = There is no plan yet. The curriculum wants { $expected } h.
plan-empty = The plan has no lines.
plan-of-class = Plan of class { $name }
plan-of-grade = Shared plan of grade { $grade }
plan-of-grade-group = Shared plan of grade { $grade }, group { $group }
plan-of-grade-note = This is the shared plan of the grade, kept by the deputy head. To change a line for your class only, make a copy of it.
plan-hours-equal = Hours: { $hours } of { $expected }
plan-hours-short = ! Hours: { $hours } of { $expected }, { $difference } missing. The plan is kept as incomplete.
plan-hours-long = ! Hours: { $hours }, the curriculum has { $expected }: { $difference } too many.
plan-hours-fault = ✗ Against the rules: the hours of the plan must be those of the curriculum ({ $regulation }).
plan-delivered = Delivered: { $delivered } of { $total } h.
plan-not-begun = Delivered: 0 of { $total } h.
plan-even = On schedule.
plan-ahead = Ahead by lessons: { $lessons }.
plan-behind = Behind by lessons: { $lessons }.
plan-more = …and more lines: { $count }
plan-line-done = ✓ { $number }. { $topic } — { SHORTDAY($day) }
plan-line-begun = ½ { $number }. { $topic } — { $delivered } of { $hours } h delivered
plan-line-next = <b>▸ { $number }. { $topic }</b>
plan-line-open = { $number }. { $topic }
plan-line-hours = { $hours } h
plan-to-next = To the next: { $number }
plan-add-last = + Line at the end
plan-copy = Copy
plan-upload = Upload a plan
plan-own = Make an own plan for { $name }
plan-journal = ‹ To the journal

plan-line-title = <b>Line { $number }</b>
plan-line-facts = Hours: { $hours }. { $kind }.
plan-line-homework = Homework: { $homework }
plan-line-delivered = Delivered: { $hours } h, last on { DAY($day) }.
plan-line-used = Another class has had this line already.
plan-edit-topic = Topic
plan-edit-hours = Hours
plan-edit-homework = Homework
plan-up = ↑ Up
plan-down = ↓ Down
plan-add-after = + Line after this one
plan-split = Split into lessons ({ $hours } h)
plan-remove = Remove the line
plan-remove-ask = Remove line { $number }? { $topic }
plan-remove-yes = Remove
plan-ask-topic = Line { $number }: write the topic. Reply to this message.
plan-ask-hours = Line { $number }: how many hours? For example 2 or 0.5. Reply to this message.
plan-ask-homework = Line { $number }: write the homework (or “-” to take it away). Reply to this message.
plan-ask-new = Write the topic of the new line. Reply to this message.
plan-ask-formerly = Now: { $words }
plan-ask-short = Line of the plan
plan-note-already = Already so
plan-note-changed = The plan has changed. This is how it stands now.
plan-own-made = The class has its own plan now

plan-sources = Copy from where?
plan-no-sources = There is nothing to copy yet: no other plan of this subject in the grade.
plan-source = { $name }: lines { $lines }, { $hours } h
plan-source-year = { $name }, { $year }: lines { $lines }, { $hours } h
plan-source-grade = Grade { $grade }
plan-copy-title = <b>Copy a plan · { $page }</b>
plan-for-class = For class { $name }.
plan-for-class-own = For class { $name }: it gets its own plan instead of the shared one.
plan-for-grade = For the whole grade { $grade }.
plan-scope-class = Only for { $name }
plan-scope-grade = For the whole grade { $grade }
plan-preview-lines = Lines: { $count }, hours: { $hours } (curriculum: { $expected }).
plan-preview-short = ! { $difference } h missing. The plan will be kept as incomplete.
plan-preview-long = ! { $difference } h more than the curriculum.
plan-preview-first = First topic: { $topic }
plan-preview-last = Last topic: { $topic }
plan-preview-same = Exactly this plan is there already.
plan-preview-replaces =
    { $count ->
        [0] The lines there stay or are refined.
        [one] The plan is replaced, { $count } line of it goes.
       *[other] The plan is replaced, { $count } lines of it go.
    }
plan-preview-kept =
    { $count ->
        [one] { $count } delivered line that is not here stays: { $topics }
       *[other] { $count } delivered lines that are not here stay: { $topics }
    }
plan-take =
    { $count ->
        [one] Take it: { $count } line
       *[other] Take it: { $count } lines
    }
plan-take-split =
    { $count ->
        [one] Split into lessons: { $count } line
       *[other] Split into lessons: { $count } lines
    }
plan-take-whole =
    { $count ->
        [one] Leave as it is: { $count } line
       *[other] Leave as it is: { $count } lines
    }
plan-taken = The plan is taken
plan-ask-file = Send a file with the plan: .xlsx, .xls, .ods or .csv. A column “Тема” is needed; “Часов” and “Домашнее задание” help. The headings need not be in the first row.
plan-ask-file-short = File with the plan
plan-file-title =
    <b>Course plan · { $page }</b>
    File: { $name }
plan-file-heading = Above the table: { $title }
plan-file-passed = Section headings and totals passed over: { $count }.
plan-file-long =
    { $count ->
        [one] { $count } line is longer than a lesson. Split it into lessons “Topic (1 of 3)” ({ $lessons } in all), or leave it: one line is then delivered over several lessons.
       *[other] { $count } lines are longer than a lesson. Split them into lessons “Topic (1 of 3)” ({ $lessons } in all), or leave them: one line is then delivered over several lessons.
    }
plan-file-not-a-table = This file could not be read as a table. Send .xlsx, .xls, .ods or .csv. The plan has not changed.
plan-file-faulty =
    { $count ->
        [one] <b>There is { $count } fault in the file.</b> The plan has not changed. Correct it and send it again.
       *[other] <b>There are { $count } faults in the file.</b> The plan has not changed. Correct them and send it again.
    }
plan-file-fault = • { $text }
plan-file-more = …and { $count } more.
plan-upload-again = Send another file
plan-file-dropped = File forgotten, the plan has not changed

plans-open = Course plans
plans-title = <b>Course plans of the classes</b>
plans-counts = Journal pages: { $total }. Without a plan: { $missing }, too few hours: { $short }, too many: { $long }, in order: { $full }.
plans-must-equal = ✗ By the school’s rules the hours of a plan must be those of the curriculum.
plans-before-year = ✗ By the school’s rules a plan must be ready before the study year starts.
plans-page-missing = ✗ { $classes } { $subject } — no plan ({ $teacher })
plans-page-short = ! { $classes } { $subject } — { $hours } of { $expected } h
plans-page-long = ! { $classes } { $subject } — { $hours }, should be { $expected } h
plans-page-full = ✓ { $classes } { $subject } — { $hours } h
plans-all = Show all
plans-needing = Only those with remarks

error-hours-wrong = “{ $words }” was not understood. A number above 0 and up to { $limit } is needed, for example 2 or 0.5.
error-line-delivered = Line { $number } has been delivered at a lesson: it can be changed but not removed.
