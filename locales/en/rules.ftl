# The school's rules: reading, choosing, changing
rules-open = School rules
rules-title = <b>School rules</b>
rules-in-force = { $title }
rules-since = In force since { DAY($since) }.
rules-planned = From { DAY($since) }: { $title }.
rules-page = Page { $page } of { $pages }
rules-choose = Choose a regulation
rules-edit = Change a rule
rules-undo-planned = Undo what is chosen from { DAY($since) }
rules-file = Get it as a file
rules-file-caption = { $title }. Edit the file and send it here. Rules changed in the bot are not part of it.
rules-clause = ({ $clause })
rules-common = (common rule)
rules-changed-here = (changed by the school)
rules-line-more = …and { $count } more rules
rules-list = Which regulation? First you will see what changes. Send a regulation of your own here as a .toml file.
rules-list-chosen = ✓ { $title }
rules-list-own = { $title } (own)
rules-groups = Which rule is to change?
rules-offered-now = Now:
rules-offered = What is it to be? Other values can be set in a file.
rules-option-chosen = ✓ { $label }
rules-preview-title = <b>{ $title }</b>
rules-preview-since = In force from { DAY($since) }, { WEEKDAY($since) }.
rules-preview-undo = Stays in force on { DAY($since) }, { WEEKDAY($since) }: what was chosen from that day is taken back.
rules-preview-nothing = It is so already: nothing changes.
rules-preview-titles-only = The rules themselves do not change.
rules-preview-changes = What changes:
rules-preview-was = was:
rules-preview-becomes = becomes:
rules-preview-planned = Mind that other rules are already chosen from { DAY($since) }; from that day on they hold.
rules-preview-past = Lessons that are past stay under the rules of their day.
rules-confirm = Confirm: from { DAY($since) }
rules-day-today = From today
rules-day-other = From { SHORTDAY($since) }
rules-day-ask = Another day
rules-day-question = From which day? Write a date, such as 1 December. Reply to this message.
rules-day-short = Date
rules-cancel = Change nothing
rules-done = Done: the rules hold from { DAY($since) }.
rules-later = Done: the rules will hold from { DAY($since) }.
rules-undone = Taken back: the rules stay as they are on { DAY($since) }.
rules-already = It was so already.
rules-brought = The file is accepted, the regulation “{ $title }” is kept. It takes effect when you confirm.
rules-not-yours = The director and the deputy heads change the regulation. The file was not taken.

rules-fault-title = <b>The regulation was not accepted.</b> Nothing has changed. File: { $file }.
rules-fault-field = Place in the file: <code>{ $field }</code>
rules-fault-no-such = There is no such regulation. There are: { $allowed }.
rules-fault-too-large = The file is too large: at most { $high } characters.
rules-fault-not-toml =
    { $detail ->
        [UTF-8] It is not a text in UTF-8.
       *[other] It is not a TOML file: { $detail }.
    }
rules-fault-unknown = Unknown: { $found }. Allowed: { $allowed }.
rules-fault-missing = Something is missing. Needed: { $allowed }.
rules-fault-text = A text of 1 to { $high } characters is needed.
rules-fault-section = A section is needed with the fields: { $allowed }.
rules-fault-whole = A whole number from { $low } to { $high } is needed.
rules-fault-time = A time is needed, such as 21:00:00.
rules-fault-day = A date is needed, such as { $allowed }.
rules-fault-yes-no = Needed: true or false.
rules-fault-one-of = Needed is one of: { $allowed }.
rules-fault-some-of = Needed is a list of: { $allowed }.
rules-fault-names = Needed is a list of names, each of 1 to { $high } characters.
rules-fault-too-many = Too many: at most { $high }.
rules-fault-one-term = A contradiction: either days or working_days.
rules-fault-too-early = A contradiction: it closes before lessons begin. On the lesson's own day not before { $allowed }.
rules-fault-twice = A contradiction: { $found } is named twice.
rules-fault-fewer-above = A contradiction: fewer marks at more hours. At least { $low } are needed.
rules-fault-not-with = A contradiction: { $found } goes with { $allowed } only.
rules-fault-points = An average above 1 and at most 5 is needed, no finer than hundredths, such as { $allowed }.
rules-fault-falling = A contradiction: five must lie above four, and four above three.
rules-fault-hours = A contradiction: the hours must begin before they end.

rules-group-terms = Terms of entries
rules-group-first = Grade 1
rules-group-page = The lesson's page
rules-group-final = Final marks
rules-group-averages = Averages
rules-group-families = What families hear, and when
rules-group-plans = Plans and groups
rules-group-control = Control
rules-group-keeping = Data and keeping

rule-name-roll = Topic and absent pupils
rule-name-homework = Homework
rule-name-oral-marks = Marks for answers
rule-name-written-marks = Marks for written works
rule-name-after-window = After the term writes
rule-name-mark-correction = Correcting a mark
rule-name-marks-in-grade-1 = Marks in grade 1
rule-name-homework-in-grade-1 = Homework in grade 1
rule-name-least-marks = Marks behind a final one
rule-name-works-required-for = Works in the final mark
rule-name-final-marks-by = Final marks are set by
rule-name-final-marks-due = Term of final marks
rule-name-exam-results-within = Examination results
rule-name-grade-9-marks-within = Final marks of grade 9
rule-name-average = Average that counts
rule-name-rounding = Rounding
rule-name-failing-below = Failing
rule-name-debts-before = Parents hear of work owed
rule-name-marks-hold = A mark reaches the family
rule-name-pupil-first = The pupil first
rule-name-reports-answered-within = Answer to “this is wrong”
rule-name-staff-hours = Working hours of staff
rule-name-substitute = For an absent teacher
rule-name-substitution-flagged = A flag for substitution
rule-name-substitute-named-by-deputy = Naming the substitute
rule-name-class-leader-corrects = The class leader corrects attendance
rule-name-class-leader-confirms = Families' data
rule-name-group-moves = Moving between groups
rule-name-plan-equals-curriculum = Hours of the course plan
rule-name-plan-before-year = Term of the course plan
rule-name-entries-in-russian = Language of entries
rule-name-page-requires = To be filled in
rule-name-control-deputy = The deputy checks the journal
rule-name-control-director = The director checks the journal
rule-name-results-to = Results of the check
rule-name-backup = Backup
rule-name-archive = The year's archive
rule-name-paper-journal = Paper journal
rule-name-consent-by = Consent to personal data

rule-term-day = until the end of the lesson's day
rule-term-day-at = until { $at } of the lesson's day
rule-term-days =
    { $days ->
        [one] { $days } day after the lesson
       *[other] { $days } days after the lesson
    }
rule-term-working-days =
    { $days ->
        [one] { $days } working day after the lesson
       *[other] { $days } working days after the lesson
    }
rule-term-at = { $term }, until { $at }
rule-term-after-class =
    { $minutes ->
        [60] 1 hour after the class's last lesson
        [120] 2 hours after the class's last lesson
       *[other] { $minutes } min. after the class's last lesson
    }
rule-term-both = { $term }, at the latest { $limit }
rule-term-subject = { $names }: { $term }
rule-term-others = others: { $term }

rule-after-window-deputy-head = the deputy head, with a reason
rule-after-window-director = the director, with a reason
rule-after-window-both = a deputy head or the director, with a reason
rule-mark-correction-yes = allowed while the term is open; it leaves a trace
rule-mark-correction-no = forbidden; whoever writes after the term corrects
rule-marks-in-grade-1-yes = given
rule-marks-in-grade-1-no = not given
rule-homework-in-grade-1-yes = given
rule-homework-in-grade-1-no = not given
rule-least-marks-above = at least { $marks } at { $hours } hours a week or fewer, at least { $above } at more
rule-least-marks-hourly = at least { $marks } at { $hours } hours a week or fewer; at more, one for each hour and { $more } more
rule-works-required-for-none = written, laboratory and practical works are shown beside
rule-works-required-for-some = written, laboratory and practical works must count: { $names }
rule-final-marks-by-teacher = the teacher
rule-final-marks-by-class-leader = the class leader
rule-final-marks-due-last-day = by the period's last day
rule-final-marks-due-last-week = in the period's last week, before the holidays
rule-final-marks-due-days-after =
    { $days ->
        [one] { $days } day after the period ends at the latest
       *[other] { $days } days after the period ends at the latest
    }
rule-final-marks-due-order = by the director's order
rule-final-marks-due-order-dates = by the director's order: { $dates }
rule-exam-results-within =
    { $days ->
        [one] within { $days } working day of the announcement
       *[other] within { $days } working days of the announcement
    }
rule-grade-9-marks-within =
    { $days ->
        [one] within { $days } working day after the examination results are entered
       *[other] within { $days } working days after the examination results are entered
    }
rule-substitute-substitute = the substitute keeps the journal
rule-substitute-class-leader = the class leader keeps the journal
rule-substitution-flagged-yes = set with the entry
rule-substitution-flagged-no = not asked for
rule-substitute-named-by-deputy-yes = a deputy head names the substitute
rule-substitute-named-by-deputy-no = nothing special
rule-class-leader-corrects =
    { $days ->
        [0] on the lesson's day
        [1] daily: until the end of the next day
        [7] weekly: 7 days after the lesson
        [one] { $days } day after the lesson
       *[other] { $days } days after the lesson
    }
rule-class-leader-confirms-on-request = the class leader checks on request
rule-class-leader-confirms-always = the class leader keeps them always current
rule-class-leader-confirms-monthly = the class leader checks monthly
rule-group-moves-any-time = at any time
rule-group-moves-period-end = only when a study period ends
rule-group-moves-period-start = at a study period's start
rule-plan-equals-curriculum-yes = as many as the curriculum has
rule-plan-equals-curriculum-no = may differ from the curriculum
rule-plan-before-year-yes = before the study year starts
rule-plan-before-year-no = none
rule-entries-in-russian-yes = Russian, in foreign-language lessons too
rule-entries-in-russian-no = any
rule-page-requires-none = nothing
rule-page-requires-topic = topic
rule-page-requires-tasks = tasks done
rule-page-requires-kind = kind of lesson
rule-page-requires-ict = use of ICT
rule-check-none = nothing special
rule-check-weekly = weekly
rule-check-monthly = monthly
rule-check-quarterly = quarterly
rule-check-quarter-end = at each quarter's end
rule-check-access-report = by the report on access to the journal
rule-results-to-none = nothing special
rule-results-to-staff-meeting = at a staff meeting
rule-results-to-in-person = in person
rule-results-to-staff-board = on the board for teachers
rule-results-to-deputies = to the deputy heads
rule-backup-days =
    { $days ->
        [1] every day
        [7] weekly
        [14] every two weeks
        [one] at least every { $days } day
       *[other] at least every { $days } days
    }
rule-backup-regularly = regularly
rule-backup-several-media = on several media
rule-backup-removable-media = also on removable media
rule-backup-two-places = in two places
rule-backup-operator = made by the operator
rule-archive-none = nothing special
rule-archive-data = data
rule-archive-pdf = PDF
rule-archive-two-media = on two media or more
rule-archive-different-rooms = in different rooms
rule-archive-two-places = in two places
rule-archive-signed = signed
rule-archive-paper-summary = summary results on paper
rule-archive-print-by = printed by { $day }
rule-archive-print-years = the printout kept for { $years } years
rule-archive-summary-years = summary sheets for { $years } years
rule-average-weighted = weighted by the works
rule-average-plain = plain, all marks alike
rule-rounding = 5 from { POINT($five) }, 4 from { POINT($four) }, 3 from { POINT($three) }
rule-rounding-subject = { $names }: 5 from { POINT($five) }, 4 from { POINT($four) }, 3 from { POINT($three) }
rule-failing-below = an average below { POINT($average) } in a subject
rule-debts-before =
    { $days ->
        [0] only when the period is over
        [one] { $days } day before a period ends
       *[other] { $days } days before a period ends
    }
rule-marks-hold =
    { $days ->
        [0] at once
        [one] after { $days } minute, in which it can be corrected unseen
       *[other] after { $days } minutes, in which it can be corrected unseen
    }
rule-pupil-first =
    { $days ->
        [0] the pupil and the parents hear of a mark together
        [one] hears of a mark { $days } minute before the parents
       *[other] hears of a mark { $days } minutes before the parents
    }
rule-reports-answered-within =
    { $days ->
        [one] within { $days } working day
       *[other] within { $days } working days
    }
rule-staff-hours = what families write arrives from { $starts } to { $ends } on working days, urgent words at once
rule-paper-journal-none = not kept
rule-paper-journal-on-demand = printed when needed
rule-paper-journal-beside = kept beside the electronic one
rule-paper-journal-must-agree = kept and must agree with the electronic one
rule-consent-by-class-leader = gathered by the class leader
rule-consent-by-law = gathered as the law says

term-left-roll = topic and absent pupils: { $until }
term-left-class-leader-corrects = attendance: { $until }
term-left-homework = homework: { $until }
term-left-oral-marks = marks for answers: { $until }
term-left-written-marks = marks for written works: { $until }
term-left-mark-correction = correcting marks: { $until }
term-until-today = until { CLOCK($until) } today
term-until-today-end = until the end of the day
term-until-tomorrow = until { CLOCK($until) } tomorrow
term-until-day = until { DAY($until) }
