# Информационные письма для родителей, короткие письма для SMS, задания на печать
class-desk-letters = Письма родителям
letters-title = <b>Письма родителям: { $class }</b>, { $period }
letters-year = { $year } учебный год
letters-whole-year = учебный год
letters-what = Успеваемость, пропуски и записи учителей. Родителям в боте письмо придёт в чат, остальным — на бумаге, два на листе А4.
letters-count = { $count ->
        [one] { $count } ученик
        [few] { $count } ученика
       *[many] { $count } учеников
    }: в боте { $connected }, на бумаге { $paper }.
letters-nobody = В классе пока нет учеников.
letters-last = Последний раз отправляли { DAY($at) } в { CLOCK($at) }.
letters-all = Всем ({ $count })
letters-choose = Выбрать учеников
letters-short = Коротко, для SMS
letters-pick = Кому? Отметьте учеников.
letters-pick-on = ☑ { $name }
letters-pick-off = ☐ { $name }
letters-pick-all = Отметить всех
letters-pick-none = Снять отметки
letters-pick-next = Дальше ({ $count })
letters-outcome-list = ⚠ Список класса изменился. Отметьте учеников ещё раз.
letters-outcome-meanwhile = ⚠ Пока вы смотрели, письма уже ушли. Ещё раз ничего не отправлено.
letters-outcome-sent = ✓ Отправлено. Писем в боте: { $count }.
letters-outcome-asked = ✓ Задание на печать передано. Когда напечатают, вам напишут.
letters-outcome-asked-nobody = ✓ Задание на печать записано, но никто из администраторов не подключён к боту. Скажите им сами.
letters-outcome-already = Это уже ждёт печати.
letters-offer = Кто как получит:
letters-in-bot = <b>В боте ({ $count }):</b>
letters-on-paper = <b>На бумаге ({ $count }):</b>
letters-today = ⚠ <b>Сегодня письмо уже получили ({ $count }):</b>
letters-again = Отправить им ещё раз?
letters-more = …и ещё { $count }
letters-send = Отправить ({ $count })
letters-send-both = Отправить { $count } и PDF для { $paper }
letters-send-again = Отправить ещё раз ({ $count })
letters-send-rest = Кроме них ({ $count })
letters-pdf-rest = PDF для остальных ({ $count })
letters-pdf-all = PDF для всех ({ $count })
letters-print = Нет принтера: на печать ({ $count })
letters-file-below = Файл для остальных — ниже.
letters-coming = Готовлю, файл сейчас придёт
letters-caption = Письма родителям: <b>{ $class }</b>, { $period }. { $count ->
        [one] { $count } письмо
        [few] { $count } письма
       *[many] { $count } писем
    }, два на листе.
letters-file = Письма { $class } { $period }
letter-file = Письмо { $name } { $period }
letter-caption = Письмо: <b>{ $name }</b>, { $period }

short-title = <b>Для SMS: { $class }</b>, { $period }
short-rest = Ученики, чьи родители не в боте. Кнопка копирует текст.
short-everybody = Весь класс. Кнопка копирует текст.
short-legend = ср — средний балл, итог — отметка за период, ув — по уважительной причине, долг — работ не сдано.
short-nobody = У всех учеников родители получают письма в боте.
short-show-everybody = Весь класс
short-show-rest = Только без бота
short-text-file = Файлом
short-file = SMS { $class } { $period }
short-file-caption = Тексты для SMS: <b>{ $class }</b>, { $period }
short-period-year = год
short-average = ср { $subject } { $average }
short-final = итог { $subject } { $final }
short-subject = { $subject } { $mark }
short-missed = пропуск { $count }
short-missed-excused = пропуск { $count } (ув { $excused })
short-late = опозд { $count }
short-owed = долг { $count }
short-no-marks = отметок нет
short-nothing = без пропусков

print-jobs-open = На печать ({ $count })
print-jobs-title = <b>На печать: { $count }</b>
print-jobs-none = Печатать нечего.
print-jobs-line = { $number }. <b>{ $class }</b>, письма, { $period }: { $count } шт. { $by }, { DAY($at) } в { CLOCK($at) }
print-jobs-more = …и ещё { $count }. Они появятся, когда напечатаете эти.
print-jobs-file = { $number } · Файл
print-jobs-done = { $number } · Напечатано
print-jobs-done-said = ✓ { $class }: напечатано, { $by } узнает об этом.
print-job-caption = На печать: <b>{ $class }</b>, { $period }, { $count } шт. Двусторонняя печать не нужна: лист разрезают пополам.

push-print-asked = <b>Просят напечатать</b>: письма родителям, { $class }, { $period }, { $count } шт. { $by }
push-print-file = Файл
push-print-open = На печать
push-print-done = <b>Напечатано</b>: письма родителям, { $class }, { $period }, { $count } шт. { $by }
push-print-letters = Письма родителям: { $class }

push-letter-title = <b>Письмо для родителей: { $name }</b>
push-letter-about = { $class }, { $period }, на { DAY($day) }
push-letter-subject = <b>{ $subject }</b>: { $said }
push-letter-average = средний { $average }
push-letter-final = за период { $final }
push-letter-count = «{ $mark }» — { $count }
push-letter-owed = не сдано работ: { $count }
push-letter-nothing = отметок пока нет
push-letter-total = Средний балл по предметам: <b>{ $average }</b>
push-letter-total-final = Средний балл за период: <b>{ $average }</b>
push-letter-unmarked = В 1 классе отметки не ставятся.
push-letter-leader = Классный руководитель { $leader }
push-letter-more = …и ещё { $count }
push-letter-pdf = Письмо в PDF
push-letter-marks = Все отметки

letter-absences = Пропущено уроков: { $missed } ({ $reasons }).
letter-absences-none = Пропусков уроков нет.
letter-illness = по болезни { $count }
letter-excused = по уважительной причине { $count }
letter-unexcused = без уважительной причины { $count }
letter-unknown = причина не указана { $count }
letter-late = Опозданий: { $count }.
letter-late-none = Опозданий нет.
letter-remarks = Записи учителей: { $said }.
letter-remarks-none = Записей учителей о поведении и учёбе нет.
letter-praise = похвал { $count }
letter-blame = замечаний { $count }
letter-neutral = прочих { $count }
letter-remark = { SHORTDAY($day) }, { $subject }: { $body }

letter-pdf-title = Информационное письмо для родителей
letter-pdf-pupil = { $name }, { $class } класс
letter-pdf-period = { $period }, { $year } учебный год
letter-pdf-day = Данные на { DAY($day) } { $year }
letter-pdf-subject = Предмет
letter-pdf-average = Средний балл
letter-pdf-final = За период
letter-pdf-total = Итого
letter-pdf-owed = не сдано: { $count }
letter-pdf-passed = зч — { $count }
letter-pdf-failed = нз — { $count }
letter-pdf-no-subjects = Предметов нет.
letter-pdf-unmarked = В 1 классе отметки не ставятся.
letter-pdf-leader = Классный руководитель { $name }
letter-pdf-leader-nobody = Классный руководитель
letter-pdf-guardian = Родитель (законный представитель)
