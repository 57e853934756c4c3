# Дневник за учебный период на бумаге
print-title = <b>{ $name }</b>: дневник в PDF
print-choose = За какой период? Файл придёт сюда, его можно напечатать.
print-none = Ни один учебный период ещё не начался.
print-of-year = { $period }, { $year }
print-coming = Готовлю, файл сейчас придёт
print-caption = Дневник: <b>{ $name }</b>, { $period } { $year }
print-file = Дневник { $name } { $period } { $year }
print-heading = Дневник
print-class = { $class } класс
print-period = { $period }, { $year } учебный год
print-week = { SHORTDAY($first) } – { SHORTDAY($last) }
print-day = { WEEKDAY($day) }, { DAY($day) }
print-subject = Предмет
print-homework = Что задано
print-mark = Отм.
print-no-lessons = Уроков нет
print-cancelled = Урок отменён
print-absent = н
print-late = оп
print-files =
    { $count ->
        [one] файл
       *[other] файлы: { $count }
    }
print-notes = Замечания и записи учителей
print-remark = { SHORTDAY($day) }, { $subject }: { $body }
print-remark-class = { SHORTDAY($day) }, { $subject }, всему классу: { $body }
print-comment = { SHORTDAY($day) }, { $subject }, отметка { $mark }: { $body }
print-notes-more = и ещё: { $count }
print-sign-leader = Подпись классного руководителя
print-sign-parents = Подпись родителей
print-summary = Итоги: { $period }
print-marks = Отметки
print-average = Средний
print-final = За период
print-final-year = За год
print-no-subjects = Предметов нет.
print-unmarked = В 1 классе отметки не ставятся.
print-attendance = Посещаемость
print-held = Уроков с перекличкой
print-missed = Пропущено уроков
print-missed-illness = из них по болезни
print-missed-excused = из них по уважительной причине
print-missed-other = из них прочее
print-full-days = Пропущено полных дней
print-lates = Опозданий
print-leader = Классный руководитель { $name }
print-leader-nobody = Классный руководитель
print-parents = Родители (законные представители)
print-legend = н — не был на уроке, оп — опоздал, • — работа не сдана. Напечатано { DAY($day) } { $year }.
