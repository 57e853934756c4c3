# Книга школы: загрузка из файла
workbook-title = <b>Книга школы</b>
workbook-about =
    Пришлите сюда файл .xlsx: я покажу, что изменится, и спрошу, загружать ли.
    Если в файле ошибки, ничего не изменится, а файл вернётся с отмеченными ячейками.
    Каждый лист можно прислать и отдельно; чего в файле нет, остаётся как было.
workbook-template = Пустой образец
workbook-template-caption = Образец книги школы: листы, подсказки и по одному примеру в каждом. Примеры замените своими данными.
workbook-template-name = Образец книги школы.xlsx
workbook-open = Загрузить другой файл
workbook-confirm = Загрузить в журнал
workbook-cancel = Не загружать
workbook-cancelled = Файл не загружен, в журнале ничего не изменилось.
workbook-send-file = Это не файл книги. Пришлите её документом (.xlsx), не фотографией.
workbook-faults-name = Ошибки – { $name }

workbook-stage-opening = Открываю файл…
workbook-stage-reading = Читаю листы: { $done } из { $total }
workbook-stage-checking = Проверяю: { $done } из { $total }
workbook-stage-writing = Записываю: { $done } из { $total }
workbook-stage-lessons = Записываю уроки: { $done } из { $total }

workbook-will-change = <b>Что изменится</b>
workbook-changed = <b>Загружено</b>
workbook-nothing = В журнале уже всё так, как в файле. Менять нечего.
workbook-changed-since = Пока вы смотрели, журнал изменился. Проверьте, пожалуйста, ещё раз:
workbook-sheet = <b>{ $sheet }</b>: { $counts }
workbook-count-new = новых { $count }
workbook-count-changed = изменений { $count }
workbook-count-removed = удалений { $count }
workbook-count-unchanged = без изменений { $count }
workbook-lessons = <b>Уроки по дням</b>: { $counts }
workbook-count-kept = не трогаем { $count } (есть записи или уже прошли)
workbook-names-more = { $names } и ещё { $more }
workbook-missing =
    { $count ->
        [one] В файле нет { $count } записи, она остаётся: { $names }
       *[other] В файле нет { $count } записей, они остаются: { $names }
    }
workbook-removed = Удаляется: { $names }
workbook-changed-names = Меняется: { $names }
workbook-warnings =
    { $count ->
        [one] <b>Обратите внимание</b> ({ $count } замечание, загрузке не мешает):
        [few] <b>Обратите внимание</b> ({ $count } замечания, загрузке не мешают):
       *[other] <b>Обратите внимание</b> ({ $count } замечаний, загрузке не мешают):
    }
workbook-unknown-columns = Незнакомые столбцы пропущены: { $sheet } – { $columns }
workbook-faulty =
    { $count ->
        [one] <b>В файле { $count } ошибка.</b> В журнале ничего не изменилось.
        [few] <b>В файле { $count } ошибки.</b> В журнале ничего не изменилось.
       *[other] <b>В файле { $count } ошибок.</b> В журнале ничего не изменилось.
    }
workbook-more = …и ещё { $count }.
workbook-faults-caption = Ваш файл: ячейки с ошибками закрашены, в примечаниях сказано, что не так. Исправьте и пришлите снова.
workbook-line = • { $text }

# Место и подсказка
fault-at-sheet = { $sheet }: { $what }
fault-at-row = { $sheet }, строка { $row }: { $what }
fault-at-cell = { $sheet }, строка { $row }, «{ $column }»: { $what }
fault-suggested = { $what }; похоже на «{ $suggestion }»

# Что не так с файлом
fault-not-a-workbook = Это не книга .xlsx или она повреждена. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)».
fault-csv-given = Это таблица CSV. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)».
fault-old-format = Это книга другого вида (.xls, .xlsb или .ods). Сохраните её как «Книга Excel (.xlsx)».
fault-password-protected = Книга закрыта паролем. Снимите пароль и пришлите снова.
fault-too-large = Файл слишком большой: можно не больше { $limit_mb } МБ.
fault-unpacks-too-large = Содержимое файла слишком велико: больше { $limit_mb } МБ в развёрнутом виде.
fault-no-known-sheet = В книге нет ни одного известного листа. Должны быть листы: { $sheets }.
fault-too-many-rows = Слишком большой лист: больше { $limit } строк, или ячейки разбросаны слишком далеко.

# С листом
fault-unknown-sheet = такого листа в книге школы нет, он пропущен
fault-sheet-repeated = этот лист повторяет лист «{ $first }»
fault-no-header = не найдена строка с заголовками столбцов. Нужны: { $columns }
fault-column-missing = нет столбца «{ $column }»
fault-column-repeated = столбец «{ $value }» повторяется

# С ячейкой
fault-value-missing = не заполнено
fault-not-a-date = «{ $value }» – не дата. Нужно ДД.ММ.ГГГГ
fault-not-a-time = «{ $value }» – не время. Нужно ЧЧ:ММ
fault-not-a-number = «{ $value }» – не число
fault-not-whole = «{ $value }» – не целое число
fault-out-of-range = «{ $value }» не подходит: можно от { $low } до { $high }
fault-too-long = слишком длинно: можно не больше { $limit } знаков
fault-not-a-word = «{ $value }» не подходит. Можно: { $words }
fault-not-grades = «{ $value }» – не классы. Нужно, например, 1-4 или 5
fault-name-too-short = «{ $value }»: нужны хотя бы фамилия и имя
fault-not-a-zone = «{ $value }» – не часовой пояс. Нужно, например, Europe/Moscow
fault-not-a-year = «{ $value }» – не учебный год. Нужно, например, 2026/2027
fault-unknown-parameter = параметр «{ $value }» неизвестен, он пропущен

# Со строкой
fault-repeated-row = повторяет строку { $first }
fault-ends-before-starts = конец раньше начала
fault-outside-year = выходит за учебный год ({ $starts } – { $ends })
fault-grade-unknown = по названию «{ $value }» не видно параллели. Заполните столбец «Параллель»
fault-class-or-grade = нужен или класс, или параллель – что-то одно
fault-no-year = не указан учебный год. Заполните на листе «Школа» параметр «Учебный год», например 2026/2027

# Со ссылками
fault-unknown-class = класса «{ $value }» нет на листе «Классы»
fault-unknown-subject = «{ $value }» нет на листе «Предметы»
fault-unknown-staff = сотрудника «{ $value }» нет на листе «Сотрудники»
fault-unknown-pupil = личного дела «{ $value }» нет на листе «Ученики»
fault-lesson-without-load = урок есть, а нагрузки на него нет («{ $value }»). Добавьте её на лист «Нагрузка»
fault-lesson-without-group = группа не указана, а нагрузка здесь только по группам
fault-group-without-load = группы «{ $value }» нет на листе «Нагрузка»
fault-plan-without-load = план есть, а нагрузки по предмету «{ $value }» нет
fault-leader-not-on-staff = классного руководителя «{ $value }» нет на листе «Сотрудники»
fault-pupil-of-other-class = ученик «{ $value }» учится в классе { $class_name }
fault-no-administrator = после такой загрузки в школе не осталось бы ни одного администратора

# Накладки
fault-periods-overlap = пересекается с периодом «{ $other }»
fault-pupil-in-two-groups = ученик «{ $value }» уже записан в группу «{ $group }» (строка { $first })
fault-class-in-two-loads = один из этих классов уже есть в строке { $first } с тем же предметом и группой
fault-teacher-busy = { $who }: в одно время два урока ({ $day }, урок { $lesson }). Второй: { $other_class }, { $other_subject }{ $at_row }. Если это один урок на несколько классов, запишите классы в «Нагрузке» через «;»
fault-room-busy = { $who }: в одно время два урока ({ $day }, урок { $lesson }). Там же { $other_class }, { $other_subject }{ $at_row }
fault-class-busy = у класса { $who } в одно время два урока ({ $day }, урок { $lesson }). Второй: { $other_subject }{ $at_row }
fault-pupils-busy = в классе { $who } у кого-то в одно время занятия двух групп ({ $day }, урок { $lesson }). Вторая: { $other_subject }{ $at_row }
fault-short-overlap = { $who }: { $day }, урок { $lesson } начинается раньше, чем кончается другой ({ $other_class }, { $other_subject }, урок { $other_lesson }{ $at_row })
fault-other-row = , строка { $row }
fault-lesson-without-bell = для урока { $lesson } нет звонка. Добавьте его на лист «Звонки»
fault-some-days-without-bell = для урока { $lesson } звонок есть не на все дни; дней без этого урока: { $days }
fault-lesson-never = этот урок не попадает ни на один учебный день
fault-load-without-lesson = { $class_name }, { $subject }{ $of_group }: в расписании нет ни одного урока
fault-group-without-pupils = { $class_name }, { $subject }{ $of_group }: в группе никого нет
fault-of-group = , группа «{ $group }»
fault-plan-hours = { $place }, { $subject }: в плане { $hours } ч., а по учебному плану { $expected } ч.
fault-plan-lines-kept = { $place }, { $subject }: в файле нет пройденных строк ({ $count }), они сохранены. Первая: «{ $first }»
fault-same-contact = телефон или почта те же, что в строке { $first }, а имя другое
fault-contact-replaced = в журнале контакт уже новее ({ $kept }), он остаётся
fault-staff-dismissed = «{ $value }» уволен(а) { $on }

# Образец
template-required = Обязательно.
template-synonyms = Подойдут и названия: { $names }
template-words = Можно: { $words }
template-help-class_keys = Класс. Несколько классов одной общей группы – через «;».
template-help-teacher = Табельный номер с листа «Сотрудники».
template-help-leader = Табельный номер с листа «Сотрудники».
template-help-roles = Одна или несколько ролей через «;».
template-help-grades = Классы, к которым относится строка: 1-4, 10-11 или 5. Пусто – все.
template-help-group = Пусто, если урок у всего класса.
template-help-parity = Пусто – каждую неделю. Нечётная неделя – та, в которую начинается год.
template-help-hours = Можно дробные: 2,5.
template-help-dates = ДД.ММ.ГГГГ
template-help-clock = ЧЧ:ММ

# Командная строка
import-table-sheet = Лист
import-table-row = Строка
import-table-column = Столбец
import-table-what = Что не так
import-table-new = Новых
import-table-changed = Изменений
import-table-removed = Удалений
import-table-unchanged = Без изменений
import-table-missing = Нет в файле
import-lessons = Уроки по дням
import-faulty =
    { $count ->
        [one] В файле { $count } ошибка. В журнале ничего не изменилось.
        [few] В файле { $count } ошибки. В журнале ничего не изменилось.
       *[other] В файле { $count } ошибок. В журнале ничего не изменилось.
    }
import-warnings = Замечаний: { $count } (загрузке не мешают)
import-missing = Нет в файле, остаётся: { $sheet } – { $names }
import-unknown-columns = Незнакомые столбцы пропущены: { $sheet } – { $columns }
import-dry = Пробный прогон: ничего не записано.
import-nothing = В журнале уже всё так, как в файле.
import-done = Загружено.
