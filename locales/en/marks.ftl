# Marks: a lesson's sheet, kinds of work, how subjects are graded
error-mark-off-scale =
    { $scale ->
        [pass] This subject is graded pass or fail, not by numbers.
       *[points] This subject is graded by numbers from 5 to 1, not pass or fail.
    }
error-work-has-marks = Marks for this work are there already ({ $kind }). Remove them first.
error-weight-wrong = A weight is a number from 0 to 10, for example 1.5. Zero is not counted in the average.
error-kind-words-wrong = Not understood. Write the name, the letter and the weight with commas, for example: Listening, LI, 1.4
error-kind-taken = Another kind of work has this name or letter.
error-kind-needed = This is the last kind of work; no mark can be given without one. Add another first.
error-kinds-full = There are { $limit } kinds of work already, no more fit. Bring one back from the archive and rename it.
