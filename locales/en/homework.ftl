# Homework: for the teacher, in the diary, in messages
homework-head = <b>Homework</b>: { $classes }, { $subject }
homework-lesson = Lesson of { SHORTDAY($day) }, no. { $number }
homework-nothing = Nothing is set at this lesson yet.
homework-none-said = ✓ Said: no homework.
homework-given-here = Set at this lesson:
homework-due-here = Due at this lesson:
homework-line = • for { SHORTDAY($day) }: { $body }
homework-line-due = • { $body }
homework-files-only = files
homework-for = for: { $names }
homework-write = Set homework
homework-write-more = Set another
homework-planned = From the plan: { $body }
homework-say-none = No homework
homework-unsay-none = Take back “no homework”
homework-open = ✎ for { SHORTDAY($day) }: { $body }
homework-ask = Write the homework for { $classes } ({ $subject }) in one message: text, photo, voice or file. It is saved at once, for everybody, for the next lesson.
homework-ask-short = Homework
homework-ask-text = Write it anew: the text is replaced.
homework-ask-text-now = Now:
homework-ask-files = Send photos, voice or files: up to { $limit } a homework, up to { $mb } MB each.
homework-ask-due = For which day? For example: 30.11, “Friday” or “tomorrow”.
homework-ask-due-short = 30.11
homework-ask-again = Text, a photo, voice or a file will do.
homework-saved = ✓ Saved
homework-saved-album = ✓ Saved. The other files of this message will be added here.
homework-file-added = ✓ File added
homework-note-already = It is so already
homework-note-changed = A colleague changed it first. This is how it is now.
homework-typed-changed = It was changed while you were writing. Your text is not saved. Answer again if need be.
homework-withdrawn = ✓ Withdrawn
homework-task-due = For { WEEKDAY($day) }, { DAY($day) }
homework-task-everybody = For: everybody
homework-task-chosen = For: { $names }
homework-task-more-pupils = and { $count } more
homework-task-minutes = Time: { $minutes } min
homework-task-files = { $count ->
    [one] 📎 { $count } file
   *[other] 📎 { $count } files
}
homework-task-told = Families have seen this homework: they will hear of a change.
homework-task-withdrawn = The homework is withdrawn.
homework-over = ⚠ For { DAY($day) } { $name } already has { $minutes } of homework, the norm is { $norm }.
homework-hours = { $hours } h { $minutes } min
homework-hours-whole = { $hours } h
homework-hours-none = { $minutes } min
homework-button-due = Due
homework-button-pupils = For whom
homework-button-minutes = Minutes
homework-button-files = Files
homework-button-files-count = Files: { $count }
homework-button-rewrite = Change the text
homework-button-withdraw = Withdraw
homework-button-all = All homework of the lesson
homework-button-page = Lesson's page
homework-choose-due = Due at which lesson?
homework-due-lesson = { SHORTDAY($day) }
homework-due-chosen = ✓ { SHORTDAY($day) }
homework-due-other = Another day…
homework-choose-minutes = How long will it take? For the guard of the class's load.
homework-minutes = { $minutes } min
homework-minutes-chosen = ✓ { $minutes } min
homework-minutes-none = Not said
homework-choose-pupils = Whom is it for? Tap a name to choose; nobody chosen: everybody.
homework-everybody = Everybody
homework-everybody-chosen = ✓ Everybody
homework-pupil-chosen = ✓ { $name }
homework-files-title = Files of the homework. Tap to look; ✕ takes a file away.
homework-files-empty = No files yet.
homework-files-add = Add
homework-file-remove = ✕
homework-last-file = This is all there is in the homework. If it is not needed, withdraw it.
homework-withdraw-sure = Withdraw this homework?
homework-withdraw-sure-told = Withdraw this homework? Families have seen it: they will hear that it is cancelled.
homework-withdraw-yes = Yes, withdraw
homework-caption = { $classes }, { $subject }: homework for { DAY($day) }
request-does-homework-give = Homework
request-does-homework-none = “No homework”
request-does-homework-change = Change of homework
request-does-homework-withdraw = Withdrawal of homework
# Family
diary-topic = Topic: { $topic }
task-due = <b>Homework:</b>
task-due-subject = <b>Homework, { $subject }:</b>
task-minutes = { $minutes } min
task-files = { $count ->
    [one] 📎 { $count } file
   *[other] 📎 { $count } files
}
task-open = 📖 { $subject }
task-open-files = 📖 { $subject } · 📎 { $files }
task-title = <b>{ $subject }</b>, for { DAY($day) }{ $minutes ->
    [0] { "" }
   *[other] { " · " }{ $minutes } min
}
task-file-photo = 🖼 Photo { $number }
task-file-voice = ▶ Voice { $number }
task-file-document = 📎 { $name }
task-all-files = All files at once ({ $count })
task-caption = { $subject }: homework for { DAY($day) }
push-homework-changed = ✎ <b>{ $pupil }</b>: homework changed, { $subject }, for { DAY($day) }
push-homework-withdrawn = ✕ <b>{ $pupil }</b>: homework cancelled, { $subject }, for { DAY($day) }
push-homework-day = Open the day
push-homework-open = Open the homework
