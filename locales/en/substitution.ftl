# Substitutions and other one-off changes of the timetable
error-substitute-gone = This person does not work at the school on that day. Choose somebody else.
error-lesson-held = The lesson took place (there is a roll, marks or a delivered topic): it cannot be cancelled or moved.
error-no-such-bell = On { DAY($day) } no bell rings for lesson { $number }.
error-moved-into-the-past = That time has passed. Choose one that is still to come.
