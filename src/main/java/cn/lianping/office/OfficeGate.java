package cn.lianping.office;

import cn.lianping.engine.CompletionGate;
import cn.lianping.engine.TaskFacts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the office actions at a task mean for its completion; one statement where there were none. */
@Component
class OfficeGate implements CompletionGate {

    private final OfficeMapper mapper;
    private final Signers signers;

    OfficeGate(OfficeMapper mapper, Signers signers) {
        this.mapper = mapper;
        this.signers = signers;
    }

    @Override
    public Optional<String> pass(TaskFacts task, boolean declines) {
        List<OfficeMapper.Mark> marks = mapper.marks(task.taskId());
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        List<Signer> waiting = marks.stream().anyMatch(mark -> mark.kind().equals("SIGNER"))
                ? mapper.signers(task.taskId()).stream().filter(Signer::waits).toList()
                : List.of();
        if (declines) {
            signers.dismissAll(task.taskId(), "任务已作不同意或退回处理");
        } else {
            signers.requireAnswered(waiting);
        }
        if (marks.stream().anyMatch(mark -> mark.kind().equals("DRAFT"))) {
            mapper.deleteDraft(task.taskId());
        }
        return marks.stream()
                .filter(mark -> mark.kind().equals("STAND_IN"))
                .map(OfficeMapper.Mark::who)
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public void gone(String taskId) {
        if (!mapper.marks(taskId).isEmpty()) {
            signers.dismissAll(taskId, "任务已终止");
            mapper.deleteDraft(taskId);
        }
    }
}
