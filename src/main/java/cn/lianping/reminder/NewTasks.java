package cn.lianping.reminder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ten tasks that open for a person at once are one piece of news. */
final class NewTasks {

    private NewTasks() {}

    /** The same reminders, those of new tasks of one person in one case put together under the first of them. */
    static List<Reminder> together(List<Reminder> reminders) {
        record Key(String recipient, String caseNo) {}
        Map<Key, List<Reminder>> news = new LinkedHashMap<>();
        List<Reminder> told = new ArrayList<>();
        for (Reminder one : reminders) {
            if (one.kind() == ReminderKind.NEW_TASK) {
                news.computeIfAbsent(new Key(one.recipient(), String.valueOf(one.caseNo())), key -> new ArrayList<>())
                        .add(one);
            } else {
                told.add(one);
            }
        }
        news.values().forEach(some -> {
            Reminder first = some.get(0);
            told.add(some.size() == 1 ? first : first.withTitle("%d 项新任务:%s 等".formatted(some.size(), first.title())));
        });
        return told;
    }
}
