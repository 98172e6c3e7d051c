package cn.lianping.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what people did before there was a table for it over from the engine's history, once; opinions it has none. */
@Component
class DoneTaskHistory {

    private static final Logger log = LoggerFactory.getLogger(DoneTaskHistory.class);
    private static final int PAGE = 500;

    private final HistoryService history;
    private final DoneTaskMapper mapper;
    private final TransactionTemplate transaction;

    DoneTaskHistory(@Lazy HistoryService history, DoneTaskMapper mapper, PlatformTransactionManager transactions) {
        this.history = history;
        this.mapper = mapper;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(30)
    void takeOver() {
        if (mapper.countAny() > 0) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> copy());
        } catch (DuplicateKeyException another) {
            log.info("another node took the history over");
        }
    }

    private void copy() {
        for (int from = 0; ; from += PAGE) {
            List<HistoricTaskInstance> some = history.createHistoricTaskInstanceQuery()
                    .taskDeleteReason("completed")
                    .taskAssigned()
                    .orderByTaskId()
                    .asc()
                    .listPage(from, PAGE);
            some.forEach(this::copy);
            if (some.size() < PAGE) {
                return;
            }
        }
    }

    private void copy(HistoricTaskInstance task) {
        Date end = task.getEndTime();
        String key = task.getDescription();
        if (end != null) {
            mapper.insert(
                    // the task's own id, so that two nodes never copy it twice
                    task.getId(),
                    new DoneTask(
                            task.getId(),
                            task.getAssignee(),
                            key == null ? "" : key,
                            task.getTaskDefinitionKey(),
                            task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                            DoneTask.COMPLETED,
                            "已办结",
                            ""),
                    end.getTime());
        }
    }
}
