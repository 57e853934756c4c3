# Shared by both bots
back = ‹ Back
home = ⌂ Home
ask-cancel = Changed your mind? /cancel
answer-words-only = Words are needed here: a photo, a voice message or a file will not do.
answer-unsure = I am not sure that this answers my question and wrote nothing down. If it does, reply to this very message.
answer-which = Several questions are open. Press “Reply” on the one you are answering, or /cancel.
cancel = Cancel
yes = Yes
no = No
done-toast = Done
already-so = Already so
error-access-denied = No access: this page is not yours.
error-not-connected = This chat is not connected to the school. Send your access code.
error-child-left = { $given_name } { $surname } no longer studies at the school: the diary is closed.
error-consent-needed = Consent to personal-data processing is needed first.
error-nothing-there = This is no longer here. Open the screen again.
error-button-outdated = This button is out of date. Here is a fresh screen.
error-lesson-cancelled = The lesson is cancelled.
error-lesson-not-started = The lesson has not started yet: { CLOCK($starts_at) }.
error-entry-forbidden =
    { $rule ->
        [marks_in_grade_1] There are no marks in grade 1 ({ $regulation }).
        [homework_in_grade_1] There is no homework in grade 1 ({ $regulation }).
       *[other] This is not entered here ({ $regulation }).
    }
error-entry-needs-reason =
    { $rule ->
        [mark_correction] Marks are not corrected ({ $regulation }). You can, giving a reason.
       *[other] The term ended on { DAY($until) } at { CLOCK($until) } ({ $regulation }). Give a reason to write it.
    }
error-entry-window-closed =
    { $rule ->
        [mark_correction] Marks are not corrected
       *[other] { $rule ->
                [final_marks_due] The term for final marks
                [homework] The term for homework
                [oral_marks] The term for marks for answers
                [written_marks] The term for marks for written works
                [class_leader_corrects] The term for correcting attendance
               *[other] The term for topic and absent pupils
            } was until { CLOCK($until) } on { DAY($until) }
    } ({ $regulation }). { $deciders ->
        [director] The director can write it, giving a reason.
        [deputy_head] A deputy head can write it, giving a reason.
       *[other] A deputy head or the director can write it, giving a reason.
    }
error-regulation-unfit = The regulation was not accepted: “{ $file }”. Nothing has changed.
error-regulation-day-wrong = Rules change from { DAY($since) } and not later than { DAY($latest) }.
error-regulation-changed-meanwhile = Somebody else has changed the rules meanwhile. This is what would change now.
error-not-in-russian = By the rules of the school ({ $regulation }) entries are in Russian.
error-entry-overlapped = Something else was entered here meanwhile. Nothing was changed: open the page and look.
error-entry-not-carried-out = It could not be written. The request stays open.
error-homework-given = There is homework of this lesson already. If it is not needed, withdraw it.
error-asker-left = The person who asked for the entry no longer works here.
error-text-too-long = The text is too long: { $length } characters, at most { $limit }.
error-code-wrong = The code did not fit. Check that all of it is there and send it again.
error-code-used = This code has been used. Ask for a new one.
error-code-expired = This code has expired. Ask for a new one.
error-code-withdrawn = This code is no longer valid. Ask for a new one.
error-code-issued-meanwhile = A newer code has already been issued. Open the card again to issue another.
error-code-of-other-door = This code is for the school's other bot.
error-too-many-attempts = Too many wrong codes. Try again in { $minutes } min.
error-dates-wrong = The dates were not understood. Example: 12.03 or 12.03–15.03.
error-dates-past = That has passed. Start from { DAY($since) } at the earliest.
error-dates-reversed = The end is before the start: { DAY($starts) } – { DAY($ends) }. Write the dates in order.
error-dates-too-long = That is { $days } days, at most { $limit } are possible. For longer, ask the class leader.
error-notice-over = These days have passed and cannot be changed. A medical note can still be added.
error-file-not-accepted = The file was not accepted: at most { $limit_mb } MB.
error-file-not-fetched = Telegram did not give the file, it was not kept. Please send it again a little later.
error-file-kind-wrong = A photo or a PDF is needed. This file was not kept.
error-answer-closed = This task takes no answer now: the teacher has looked at it already, or none is needed.
error-too-many-files = { $limit } are attached already, no more fit. This file was not kept.
error-workbook-not-yours = Only an administrator loads the school workbook. Nothing was written.
error-wording-changed = The consent text has changed. Please read the new one.
error-unexpected = Something went wrong, nothing was written. We know about it already. Please try again.
error-database-away = The journal is unavailable right now. Nothing is lost: try again in a minute.
