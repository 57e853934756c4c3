# Failing pupils: what the class leader sees and what the parents read
failing-letter-title =
    <b>{ $pupil }</b>: please have a look at { $count ->
        [one] this subject
       *[other] these subjects
    }
failing-subject = • <b>{ $subject }</b> — { $said }
failing-average = average { POINT($average) }, at present this makes a { $likely }
failing-debts = works not handed in: { $count }
failing-average-brief = { POINT($average) }
failing-debts-brief = owed: { $count }
failing-brief = { $subject } { $said }
failing-letter-end = { $period }, last day { DAY($day) }: there is still time to put it right. The subject's teacher will say what to do and what to hand in.
failing-letter-over = { $period }, the last day was { DAY($day) }. The subject's teacher will say what can still be handed in.
failing-open-subject = Marks: { $subject }
failing-open-marks = All marks

failing-push-class =
    <b>Failing pupils of { $name }: news</b>
    The bot will write to the parents on { DAY($at) } at { CLOCK($at) }. Until then you can read what they will read, and hold it.
failing-push-pages = <b>Failing in your subjects: news</b>
failing-push-page = <b>{ $classes }</b>, { $subject }:
failing-push-pupil = • { $name } — { $said }
failing-push-alone = (no parent connected)
failing-push-more = …and { $count } more lines
failing-push-open = Have a look
failing-push-journal = { $classes } { $subject }

failing-title = <b>{ $name }: failing pupils</b>
failing-period = { $period }, { DAY($starts) } – { DAY($ends) }
failing-rule = The average or the likely mark is below { POINT($below) }, or work is owed near the period's end.
failing-none = Nobody is failing now.
failing-no-period = The study period has not begun.
failing-no-marks = There are no marks in grade 1, so the bot looks for nobody.
failing-count =
    { $count ->
        [one] { $count } pupil of { $pupils }
       *[other] { $count } pupils of { $pupils }
    }
failing-line = { $sign } <b>{ $name }</b> — { $said } (since { DAY($since) })
failing-state-new = parents not written to yet
failing-state-waiting = parents will hear on { DAY($at) } at { CLOCK($at) }
failing-state-held = held: parents will hear on { DAY($at) } at { CLOCK($at) }
failing-state-told = parents were told on { DAY($at) }
failing-state-unreached = on { DAY($at) } there was nobody to write to: no parent is connected, tell them yourself
failing-state-alone = no parent is connected: the bot cannot write, tell them yourself
failing-sign-new = ·
failing-sign-waiting = ○
failing-sign-told = ✓
failing-sign-alone = ‼
failing-more = …and { $count } more
failing-button = { $sign } { $name }
failing-pupil-title = <b>{ $name }</b>, { $class }
failing-pupil-since = • { $subject }: since { DAY($since) }
failing-pupil-caught-up = Catching up: failing in no subject now. The bot will not write to the parents.
failing-preview = The parents will read this:
failing-preview-told = Now it would read like this:
failing-send = Send now
failing-hold = Hold until { SHORTDAY($day) }
failing-held-long = It cannot be held longer: by the school's rules the parents are to know.
failing-family = The pupil's family
failing-toast-held = Held
failing-toast-sent = Sent to the parents
failing-toast-later = Nobody is written to at night: it leaves in the morning
failing-toast-already = Done already
failing-toast-caught-up = Nothing to write: the pupil is catching up
failing-toast-changed = It changed while you were looking. This is how it stands
failing-school-title = <b>Failing pupils by class</b>
failing-school-counts = Parents do not know yet: { $waiting }. Told within the week: { $told }.
failing-school-empty = Nobody was found when last looked. The bot looks through the marks each school day after 15:00; a class opened shows how it stands now.
failing-school-class = { $name }: { $count }
failing-school-open = Failing pupils
failing-school-back = All classes
