# Дневник за учебный период на бумаге
paper-title = <b>{ $name }</b>: дневник в PDF
paper-choose = За какой период? Файл придёт сюда, его можно напечатать.
paper-none = Ни один учебный период ещё не начался.
paper-of-year = { $period }, { $year }
paper-coming = Готовлю, файл сейчас придёт
paper-caption = Дневник: <b>{ $name }</b>, { $period } { $year }
paper-file = Дневник { $name } { $period } { $year }
paper-heading = Дневник
paper-class = { $class } класс
paper-period = { $period }, { $year } учебный год
paper-week = { SHORTDAY($first) } – { SHORTDAY($last) }
paper-day = { WEEKDAY($day) }, { DAY($day) }
paper-subject = Предмет
paper-homework = Что задано
paper-mark = Отм.
paper-no-lessons = Уроков нет
paper-cancelled = Урок отменён
paper-absent = н
paper-late = оп
paper-files =
    { $count ->
        [one] файл
       *[other] файлы: { $count }
    }
paper-notes = Замечания и записи учителей
paper-remark = { SHORTDAY($day) }, { $subject }: { $body }
paper-remark-class = { SHORTDAY($day) }, { $subject }, всему классу: { $body }
paper-comment = { SHORTDAY($day) }, { $subject }, отметка { $mark }: { $body }
paper-notes-more = и ещё: { $count }
paper-sign-leader = Подпись классного руководителя
paper-sign-parents = Подпись родителей
paper-summary = Итоги: { $period }
paper-marks = Отметки
paper-average = Средний
paper-final = За период
paper-final-year = За год
paper-no-subjects = Предметов нет.
paper-unmarked = В 1 классе отметки не ставятся.
paper-attendance = Посещаемость
paper-held = Уроков с перекличкой
paper-missed = Пропущено уроков
paper-missed-illness = из них по болезни
paper-missed-excused = из них по уважительной причине
paper-missed-other = из них прочее
paper-full-days = Пропущено полных дней
paper-lates = Опозданий
paper-leader = Классный руководитель { $name }
paper-leader-nobody = Классный руководитель
paper-parents = Родители (законные представители)
paper-legend = н — не был на уроке, оп — опоздал, • — работа не сдана. Напечатано { DAY($day) } { $year }.
