# Marks: a lesson's sheet, kinds of work, how subjects are graded
error-mark-off-scale =
    { $scale ->
        [pass] This subject is graded pass or fail, not by numbers.
       *[points] This subject is graded by numbers from 5 to 1, not pass or fail.
    }
