package cn.lianping.identity;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The lists that are always there. The query of a list says what of it concerns the person; expressions in it are
 * evaluated at each opening.
 */
enum StandingList {
    MINE("我的待办", 0, StandingList::worksTasks, query -> query.taskAssigneeExpression(Words.ME)),
    DEPARTMENT("本部门待办", 10, Groups::isOffice, StandingList::offered),
    UNIT("本单位待办", 10, Groups.ORGANISATION::equals, StandingList::offered),
    DUE_SOON("即将到期", 20, StandingList::worksTasks, query -> soon(minePlusOffered(query))),
    OVERDUE("已逾期", 30, StandingList::worksTasks, query -> overdue(minePlusOffered(query))),
    ALL("全部待办", 50, Groups.MANAGER::equals, query -> query),
    ALL_DUE_SOON("全部即将到期", 60, Groups.MANAGER::equals, StandingList::soon),
    ALL_OVERDUE("全部已逾期", 70, Groups.MANAGER::equals, StandingList::overdue);

    /** What stands in the queries; {@code listDates} is a bean beside the engine. */
    private static final class Words {
        static final String ME = "${currentUser()}";
        static final String MY_GROUPS = "${currentUserGroups()}";
        static final String NOW = "${now()}";
        static final String END_OF_SOON = "${listDates.endOfSoon()}";
    }

    private final String title;
    private final int priority;
    private final Predicate<String> audience;
    private final UnaryOperator<TaskQuery> query;

    StandingList(String title, int priority, Predicate<String> audience, UnaryOperator<TaskQuery> query) {
        this.title = title;
        this.priority = priority;
        this.audience = audience;
        this.query = query;
    }

    String title() {
        return title;
    }

    /** Lists stand in the order of their priorities. */
    int priority() {
        return priority;
    }

    /** Whether the members of a group see it. */
    boolean isFor(String group) {
        return audience.test(group);
    }

    /** What is due first stands first. */
    TaskQuery query(TaskQuery fresh) {
        return query.apply(fresh).orderByDueDate().asc();
    }

    private static boolean worksTasks(String group) {
        return Groups.isOffice(group)
                || group.equals(Groups.ORGANISATION)
                || group.equals(Groups.EXPERT)
                || group.equals(Groups.MANAGER);
    }

    private static TaskQuery offered(TaskQuery query) {
        return query.taskCandidateGroupInExpression(Words.MY_GROUPS).taskUnassigned();
    }

    private static TaskQuery minePlusOffered(TaskQuery query) {
        return query.or()
                .taskAssigneeExpression(Words.ME)
                .taskCandidateGroupInExpression(Words.MY_GROUPS)
                .endOr();
    }

    private static TaskQuery soon(TaskQuery query) {
        return query.dueAfterExpression(Words.NOW).dueBeforeExpression(Words.END_OF_SOON);
    }

    private static TaskQuery overdue(TaskQuery query) {
        return query.dueBeforeExpression(Words.NOW);
    }
}
