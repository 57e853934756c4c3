# Дневник ребёнка: разделы
diary-menu-open = Ещё…
diary-menu-title = <b>{ $name }</b>
    Что открыть?
diary-week-open = Неделя
diary-marks-open = Отметки
diary-homework-open = Домашние задания
diary-attendance-open = Посещаемость
diary-timetable-open = Расписание
diary-programme-open = Программа
diary-tasks-open = Личные задания
diary-reports-open = Сообщения об ошибках
diary-paper-open = Дневник в PDF
