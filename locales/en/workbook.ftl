# The school workbook: coming in from a file
workbook-title = <b>School workbook</b>
workbook-about =
    Send the .xlsx file here: I will show what would change and ask before anything is written.
    If the file has faults nothing changes, and the file comes back with the cells marked.
    Any sheet may be sent on its own; what the file does not name stays as it was.
workbook-template = Empty template
workbook-template-caption = A template of the school workbook: sheets, hints and one example in each. Replace the examples with your own data.
workbook-template-name = School workbook template.xlsx
workbook-open = Load another file
workbook-confirm = Load into the journal
workbook-cancel = Do not load
workbook-cancelled = The file was not loaded, nothing changed in the journal.
workbook-send-file = This is not a workbook file. Send it as a document (.xlsx), not as a picture.
workbook-faults-name = Faults – { $name }

workbook-stage-opening = Opening the file…
workbook-stage-reading = Reading sheets: { $done } of { $total }
workbook-stage-checking = Checking: { $done } of { $total }
workbook-stage-writing = Writing: { $done } of { $total }
workbook-stage-lessons = Writing lessons: { $done } of { $total }

workbook-will-change = <b>What would change</b>
workbook-changed = <b>Loaded</b>
workbook-nothing = The journal is already as the file says. Nothing to change.
workbook-changed-since = The journal changed while you were looking. Please check once more:
workbook-sheet = <b>{ $sheet }</b>: { $counts }
workbook-count-new = { $count } new
workbook-count-changed = { $count } changed
workbook-count-removed = { $count } removed
workbook-count-unchanged = { $count } unchanged
workbook-lessons = <b>Dated lessons</b>: { $counts }
workbook-count-kept = { $count } left alone (have entries or are past)
workbook-names-more = { $names } and { $more } more
workbook-missing =
    { $count ->
        [one] { $count } record is not in the file and stays: { $names }
       *[other] { $count } records are not in the file and stay: { $names }
    }
workbook-removed = Removed: { $names }
workbook-changed-names = Changed: { $names }
workbook-warnings =
    { $count ->
        [one] <b>Please note</b> ({ $count } remark, does not stop loading):
       *[other] <b>Please note</b> ({ $count } remarks, do not stop loading):
    }
workbook-unknown-columns = Unknown columns were skipped: { $sheet } – { $columns }
workbook-faulty =
    { $count ->
        [one] <b>The file has { $count } fault.</b> Nothing changed in the journal.
       *[other] <b>The file has { $count } faults.</b> Nothing changed in the journal.
    }
workbook-more = …and { $count } more.
workbook-faults-caption = Your file: faulty cells are coloured, the comments say what is wrong. Correct them and send it again.
workbook-line = • { $text }

# Place and hint
fault-at-sheet = { $sheet }: { $what }
fault-at-row = { $sheet }, row { $row }: { $what }
fault-at-cell = { $sheet }, row { $row }, “{ $column }”: { $what }
fault-suggested = { $what }; looks like “{ $suggestion }”

# The file
fault-not-a-workbook = This is not an .xlsx workbook, or it is damaged. Open it in Excel and save it as “Excel Workbook (.xlsx)”.
fault-csv-given = This is a CSV table. Open it in Excel and save it as “Excel Workbook (.xlsx)”.
fault-old-format = This is a workbook of another kind (.xls, .xlsb or .ods). Save it as “Excel Workbook (.xlsx)”.
fault-password-protected = The workbook is protected with a password. Remove the password and send it again.
fault-too-large = The file is too large: at most { $limit_mb } MB.
fault-unpacks-too-large = The contents are too large: over { $limit_mb } MB when unpacked.
fault-no-known-sheet = The workbook has no known sheet. Expected sheets: { $sheets }.
fault-too-many-rows = A sheet is too large: more than { $limit } rows, or cells scattered too far apart.

# A sheet
fault-unknown-sheet = the school workbook has no such sheet; it was skipped
fault-sheet-repeated = this sheet repeats the sheet “{ $first }”
fault-no-header = no row of column headings found. Needed: { $columns }
fault-column-missing = the column “{ $column }” is missing
fault-column-repeated = the column “{ $value }” is repeated

# A cell
fault-value-missing = not filled in
fault-not-a-date = “{ $value }” is not a date. Expected DD.MM.YYYY
fault-not-a-time = “{ $value }” is not a time. Expected HH:MM
fault-not-a-number = “{ $value }” is not a number
fault-not-whole = “{ $value }” is not a whole number
fault-out-of-range = “{ $value }” does not fit: from { $low } to { $high }
fault-too-long = too long: at most { $limit } characters
fault-not-a-word = “{ $value }” does not fit. Possible: { $words }
fault-not-grades = “{ $value }” are not grades. Expected, for example, 1-4 or 5
fault-name-too-short = “{ $value }”: at least a surname and a given name are needed
fault-not-a-zone = “{ $value }” is not a time zone. Expected, for example, Europe/Moscow
fault-not-a-year = “{ $value }” is not a study year. Expected, for example, 2026/2027
fault-unknown-parameter = the parameter “{ $value }” is unknown and was skipped

# A row
fault-repeated-row = repeats row { $first }
fault-ends-before-starts = it ends before it starts
fault-outside-year = outside the study year ({ $starts } – { $ends })
fault-grade-unknown = the name “{ $value }” does not tell the grade. Fill in the column «Параллель»
fault-class-or-grade = either a class or a grade is needed, one of the two
fault-no-year = the study year is not stated. Fill in «Учебный год» on the sheet «Школа», for example 2026/2027

# References
fault-unknown-class = class “{ $value }” is not on the sheet «Классы»
fault-unknown-subject = “{ $value }” is not on the sheet «Предметы»
fault-unknown-staff = “{ $value }” is not on the sheet «Сотрудники»
fault-unknown-pupil = personal file “{ $value }” is not on the sheet «Ученики»
fault-lesson-without-load = a lesson without a teaching load (“{ $value }”). Add it to the sheet «Нагрузка»
fault-lesson-without-group = no group is given, and the teaching load here is by groups only
fault-group-without-load = group “{ $value }” is not on the sheet «Нагрузка»
fault-plan-without-load = a plan without a teaching load in “{ $value }”
fault-leader-not-on-staff = class leader “{ $value }” is not on the sheet «Сотрудники»
fault-pupil-of-other-class = pupil “{ $value }” is in class { $class_name }
fault-no-administrator = after this the school would have no administrator left

# Conflicts
fault-periods-overlap = overlaps the period “{ $other }”
fault-pupil-in-two-groups = pupil “{ $value }” is already in group “{ $group }” (row { $first })
fault-class-in-two-loads = one of these classes is already in row { $first } with the same subject and group
fault-teacher-busy = { $who }: two lessons at one time ({ $day }, lesson { $lesson }). The other: { $other_class }, { $other_subject }{ $at_row }. If it is one lesson for several classes, write the classes in «Нагрузка» separated by “;”
fault-room-busy = { $who }: two lessons at one time ({ $day }, lesson { $lesson }). Also there: { $other_class }, { $other_subject }{ $at_row }
fault-class-busy = class { $who } has two lessons at one time ({ $day }, lesson { $lesson }). The other: { $other_subject }{ $at_row }
fault-pupils-busy = in class { $who } somebody has lessons of two groups at one time ({ $day }, lesson { $lesson }). The other: { $other_subject }{ $at_row }
fault-short-overlap = { $who }: { $day }, lesson { $lesson } starts before another ends ({ $other_class }, { $other_subject }, lesson { $other_lesson }{ $at_row })
fault-other-row = , row { $row }
fault-lesson-without-bell = lesson { $lesson } has no bell. Add it to the sheet «Звонки»
fault-some-days-without-bell = lesson { $lesson } has no bell on some days; days without it: { $days }
fault-lesson-never = this lesson falls on no study day
fault-load-without-lesson = { $class_name }, { $subject }{ $of_group }: no lesson in the timetable
fault-group-without-pupils = { $class_name }, { $subject }{ $of_group }: nobody is in the group
fault-of-group = , group “{ $group }”
fault-plan-hours = { $place }, { $subject }: the plan has { $hours } h, the curriculum { $expected } h
fault-plan-lines-kept = { $place }, { $subject }: delivered lines ({ $count }) are not in the file and are kept. The first: “{ $first }”
fault-same-contact = the phone or e-mail is the same as in row { $first }, but the name differs
fault-contact-replaced = the journal has a newer contact ({ $kept }), it stays
fault-staff-dismissed = “{ $value }” was dismissed on { $on }

# The template
template-required = Required.
template-synonyms = Also accepted: { $names }
template-words = Possible: { $words }
template-help-class_keys = Class. Several classes of one joint group are separated by “;”.
template-help-teacher = Staff number from the sheet «Сотрудники».
template-help-leader = Staff number from the sheet «Сотрудники».
template-help-roles = One or more roles separated by “;”.
template-help-grades = Grades the row is about: 1-4, 10-11 or 5. Empty: all.
template-help-group = Empty when the whole class is taught together.
template-help-parity = Empty: every week. The odd week is the one in which the year begins.
template-help-hours = May be fractional: 2,5.
template-help-dates = DD.MM.YYYY
template-help-clock = HH:MM

# Command line
import-table-sheet = Sheet
import-table-row = Row
import-table-column = Column
import-table-what = What is wrong
import-table-new = New
import-table-changed = Changed
import-table-removed = Removed
import-table-unchanged = Unchanged
import-table-missing = Not in the file
import-lessons = Dated lessons
import-faulty =
    { $count ->
        [one] The file has { $count } fault. Nothing changed in the journal.
       *[other] The file has { $count } faults. Nothing changed in the journal.
    }
import-warnings = Remarks: { $count } (they do not stop loading)
import-missing = Not in the file, stays: { $sheet } – { $names }
import-unknown-columns = Unknown columns were skipped: { $sheet } – { $columns }
import-dry = Dry run: nothing was written.
import-nothing = The journal is already as the file says.
import-done = Loaded.
