# Information letters for parents, short letters for an SMS, print jobs
class-desk-letters = Letters to parents
letters-title = <b>Letters to parents: { $class }</b>, { $period }
letters-year = study year { $year }
letters-whole-year = the study year
letters-what = Progress, absences and teachers' remarks. Parents in the bot get it in the chat, the others on paper, two to an A4 sheet.
letters-count = { $count ->
        [one] { $count } pupil
       *[other] { $count } pupils
    }: in the bot { $connected }, on paper { $paper }.
letters-nobody = There are no pupils in the class yet.
letters-last = Last sent on { DAY($at) } at { CLOCK($at) }.
letters-all = To everybody ({ $count })
letters-choose = Choose pupils
letters-short = Short, for an SMS
letters-pick = For whom? Tick the pupils.
letters-pick-on = ☑ { $name }
letters-pick-off = ☐ { $name }
letters-pick-all = Tick everybody
letters-pick-none = Clear the ticks
letters-pick-next = Next ({ $count })
letters-outcome-list = ⚠ The class list has changed. Tick the pupils again.
letters-outcome-meanwhile = ⚠ Letters were sent while you were looking. Nothing was sent again.
letters-outcome-sent = ✓ Sent. Letters in the bot: { $count }.
letters-outcome-asked = ✓ The print job is handed over. You will be told when it is done.
letters-outcome-asked-nobody = ✓ The print job is noted, but no administrator is connected to the bot. Tell them yourself.
letters-outcome-already = This is already waiting to be printed.
letters-offer = Who gets it how:
letters-in-bot = <b>In the bot ({ $count }):</b>
letters-on-paper = <b>On paper ({ $count }):</b>
letters-today = ⚠ <b>Already got the letter today ({ $count }):</b>
letters-again = Send it to them again?
letters-more = …and { $count } more
letters-send = Send ({ $count })
letters-send-both = Send { $count }, PDF for { $paper }
letters-send-again = Send again ({ $count })
letters-send-rest = Without them ({ $count })
letters-pdf-rest = PDF for the others ({ $count })
letters-pdf-all = PDF for everybody ({ $count })
letters-print = No printer: have it printed ({ $count })
letters-file-below = The file for the others is below.
letters-coming = The file is being made
letters-caption = Letters to parents: <b>{ $class }</b>, { $period }. { $count ->
        [one] { $count } letter
       *[other] { $count } letters
    }, two to a sheet.
letters-file = Letters { $class } { $period }
letter-file = Letter { $name } { $period }
letter-caption = Letter: <b>{ $name }</b>, { $period }

short-title = <b>For an SMS: { $class }</b>, { $period }
short-rest = Pupils whose parents are not in the bot. A button copies the text.
short-everybody = The whole class. A button copies the text.
short-legend = av — average, mark — mark of the period, exc — excused, owes — works not handed in.
short-nobody = The parents of all pupils get letters in the bot.
short-show-everybody = The whole class
short-show-rest = Only without the bot
short-text-file = As a file
short-file = SMS { $class } { $period }
short-file-caption = Texts for SMS: <b>{ $class }</b>, { $period }
short-period-year = year
short-average = av { $subject } { $average }
short-final = mark { $subject } { $final }
short-subject = { $subject } { $mark }
short-missed = missed { $count }
short-missed-excused = missed { $count } (exc { $excused })
short-late = late { $count }
short-owed = owes { $count }
short-no-marks = no marks
short-nothing = no absences

print-jobs-open = To print ({ $count })
print-jobs-title = <b>To print: { $count }</b>
print-jobs-none = There is nothing to print.
print-jobs-line = { $number }. <b>{ $class }</b>, letters, { $period }: { $count }. { $by }, { DAY($at) } at { CLOCK($at) }
print-jobs-more = …and { $count } more. They will appear when these are printed.
print-jobs-file = { $number } · File
print-jobs-done = { $number } · Printed
print-jobs-done-said = ✓ { $class }: printed, { $by } will hear of it.
print-job-caption = To print: <b>{ $class }</b>, { $period }, { $count }. One-sided: the sheet is cut in two.

push-print-asked = <b>Please print</b>: letters to parents, { $class }, { $period }, { $count }. { $by }
push-print-file = File
push-print-open = To print
push-print-done = <b>Printed</b>: letters to parents, { $class }, { $period }, { $count }. { $by }
push-print-letters = Letters to parents: { $class }

push-letter-title = <b>Letter for parents: { $name }</b>
push-letter-about = { $class }, { $period }, as of { DAY($day) }
push-letter-subject = <b>{ $subject }</b>: { $said }
push-letter-average = average { $average }
push-letter-final = for the period { $final }
push-letter-count = “{ $mark }” — { $count }
push-letter-owed = works not handed in: { $count }
push-letter-nothing = no marks yet
push-letter-total = Average over the subjects: <b>{ $average }</b>
push-letter-total-final = Average for the period: <b>{ $average }</b>
push-letter-unmarked = No marks are given in grade 1.
push-letter-leader = Class leader { $leader }
push-letter-more = …and { $count } more
push-letter-pdf = The letter as a PDF
push-letter-marks = All marks

letter-absences = Lessons missed: { $missed } ({ $reasons }).
letter-absences-none = No lessons missed.
letter-illness = ill { $count }
letter-excused = excused { $count }
letter-unexcused = unexcused { $count }
letter-unknown = no reason named { $count }
letter-late = Late: { $count }.
letter-late-none = Never late.
letter-remarks = Teachers' remarks: { $said }.
letter-remarks-none = No remarks of teachers on behaviour and studies.
letter-praise = praise { $count }
letter-blame = reproofs { $count }
letter-neutral = others { $count }
letter-remark = { SHORTDAY($day) }, { $subject }: { $body }

letter-pdf-title = Information letter for parents
letter-pdf-pupil = { $name }, class { $class }
letter-pdf-period = { $period }, study year { $year }
letter-pdf-day = As of { DAY($day) } { $year }
letter-pdf-subject = Subject
letter-pdf-average = Average
letter-pdf-final = For the period
letter-pdf-total = Total
letter-pdf-owed = not handed in: { $count }
letter-pdf-passed = p — { $count }
letter-pdf-failed = f — { $count }
letter-pdf-no-subjects = There are no subjects.
letter-pdf-unmarked = No marks are given in grade 1.
letter-pdf-leader = Class leader { $name }
letter-pdf-leader-nobody = Class leader
letter-pdf-guardian = Parent (legal representative)
