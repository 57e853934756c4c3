# Final marks of a period and of the year
error-final-marks-early = Final marks are set from { DAY($opens) } on ({ $regulation }).
finals-open = Final marks
finals-title = <b>{ $classes } · { $subject }</b>, { $period }: final marks
finals-title-year = <b>{ $classes } · { $subject }</b>: marks of the year
finals-year = Year
finals-period-chosen = • { $period } •
finals-by-teacher = Set by the teacher ({ $regulation }).
finals-by-class-leader = Set by the class leader ({ $regulation }).
finals-until = Term: until { DAY($until) } ({ $regulation }).
finals-opens = Set from { DAY($opens) } on ({ $regulation }).
finals-no-date = The director's order will name the term ({ $regulation }).
finals-over = The term ended on { DAY($until) } ({ $regulation }).
finals-over-reason = The term ended on { DAY($until) } ({ $regulation }). You may set them, giving a reason.
finals-over-ask = The term ended on { DAY($until) } ({ $regulation }). A request can be sent.
finals-grade-1 = No marks are given in grade 1 ({ $regulation }).
finals-least =
    { $count ->
        [one] At least { $count } mark is needed.
       *[other] At least { $count } marks are needed.
    }
finals-works-required = Marks for all written, laboratory and practical works are needed.
finals-year-how = Proposed is the rounded mean of the periods' marks.
finals-left =
    { $count ->
        [0] Everybody has a mark.
        [one] Without a final mark: { $count } pupil.
       *[other] Without a final mark: { $count } pupils.
    }
finals-nobody = There are no pupils on this page.
finals-line-set = { $name } — <b>{ $value }</b>{ $behind }
finals-line-proposed = { $name } — proposed { $value }{ $behind }
finals-line-open = { $name } — none{ $behind }
finals-behind = { " " }({ $facts })
finals-average = av. { POINT($average) }
finals-marks =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
finals-no-marks = no marks
finals-differs = by the rules { $value }
finals-few = ⚠ too few: { $count } of { $least }
finals-works =
    { $count ->
        [one] ⚠ a work has no mark
       *[other] ⚠ works without a mark: { $count }
    }
finals-dots = owed: { $count }
finals-periods = ⚠ a period has no mark
finals-label-set = { $value } { $name }
finals-label-proposed = { $value }? { $name }
finals-label-open = — { $name }
finals-more = …and { $count } more
finals-put-all = Set all proposed ({ $count })
finals-preview-title = Set the proposed marks?
finals-preview-line = { $name } — <b>{ $value }</b>
finals-preview-left =
    { $count ->
        [one] { $count } pupil is left out: please set the mark separately.
       *[other] { $count } pupils are left out: please set their marks separately.
    }
finals-preview-left-line = { $name } ({ $why })
finals-nothing-proposed = nothing to propose
finals-preview-none = No proposed mark is still to be set.
finals-put = Set ({ $count })
finals-pupil = <b>{ $name }</b>, { $subject }, { $period }
finals-pupil-year = <b>{ $name }</b>, { $subject }, year
finals-stands = <b>{ $value }</b> stands ({ $author })
finals-stands-none = No final mark yet.
finals-proposed = By the rules: <b>{ $value }</b>
finals-proposed-none = The rules propose nothing.
finals-mark-list = Marks: { $marks }
finals-mark-one = { $value } ({ $letter })
finals-owed = Works without a mark: { $works }
finals-owed-one = { $letter } { SHORTDAY($day) }
finals-of-periods = By period: { $marks }
finals-of-period = { $period } — { $value }
finals-none = none
finals-choose = Which mark?
finals-take-back = Take the mark back
finals-put-one = { $name }: { $value }
finals-taken-back = { $name }: mark taken back
finals-put-done = Marks set
finals-note-already = So already
finals-note-changed = Something changed before. The screen shows how it stands now.
finals-page-back = ‹ To the journal
request-does-final-mark = A final mark
request-does-final-mark-back = Taking a final mark back
request-does-final-marks-proposed = All proposed final marks
request-finals = { $classes } · { $subject }, { $period }
request-finals-year = { $classes } · { $subject }, year

push-finals = <b>{ $pupil }</b>: final marks
push-finals-period = <b>{ $period }</b>
push-finals-year = <b>Year</b>
push-finals-line = { $subject } — <b>{ $value }</b>
push-finals-changed = { $subject } — <b>{ $value }</b> (was { $before })
push-finals-taken-back = { $subject } — mark taken back (was { $before })
push-finals-more = …and { $count } more
push-finals-open = Marks
