package cn.lianping.engine;

import cn.lianping.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;

/**
 * Closes the roads on which a technical administrator could change running cases or the repository past the platform's
 * rules: by REST or in Cockpit, with one person and without a reason. The platform's own acts, which have checked who may
 * do what, come without a login or within another act, and pass.
 */
final class ClosedRoads extends CommandInterceptor {

    private static final String REPAIR = "在办案卷只能在“流程设计 · 个案修正”中改动:说明理由,由另一名流程管理员确认,并留下记录";
    private static final String MIGRATION = "案卷换用另一版流程图,请在“流程设计 · 迁移”中办理:先试迁移,再由另一名流程管理员确认";
    private static final String REPOSITORY = "已生效的流程图、表单和决策表不能删除;要停用新版,请在“流程设计”中恢复前版";
    private static final String MESSAGES = "消息由平台在办理中发出,不能人工发送";

    private static final Map<Class<?>, String> CLOSED = new LinkedHashMap<>();

    static {
        CLOSED.put(AbstractSetVariableCmd.class, REPAIR);
        CLOSED.put(AbstractPatchVariablesCmd.class, REPAIR);
        CLOSED.put(AbstractRemoveVariableCmd.class, REPAIR);
        CLOSED.put(SetVariablesToProcessInstancesBatchCmd.class, REPAIR);
        CLOSED.put(ModifyProcessInstanceCmd.class, REPAIR);
        CLOSED.put(ModifyProcessInstanceAsyncCmd.class, REPAIR);
        CLOSED.put(AbstractModificationCmd.class, REPAIR);
        CLOSED.put(RestartProcessInstancesCmd.class, REPAIR);
        CLOSED.put(AbstractRestartProcessInstanceCmd.class, REPAIR);
        CLOSED.put(StartProcessInstanceAtActivitiesCmd.class, REPAIR);
        CLOSED.put(AbstractDeleteProcessInstanceCmd.class, "案卷不能删除;盟主可以撤回申报,批次按办法结束");
        CLOSED.put(DeleteProcessInstanceBatchCmd.class, "案卷不能删除;盟主可以撤回申报,批次按办法结束");
        CLOSED.put(AbstractMigrationCmd.class, MIGRATION);
        CLOSED.put(SetProcessDefinitionVersionCmd.class, MIGRATION);
        CLOSED.put(DeleteDeploymentCmd.class, REPOSITORY);
        CLOSED.put(AbstractDeleteProcessDefinitionCmd.class, REPOSITORY);
        CLOSED.put(AbstractCorrelateMessageCmd.class, MESSAGES);
        CLOSED.put(CorrelateAllMessageBatchCmd.class, MESSAGES);
        CLOSED.put(MessageEventReceivedCmd.class, MESSAGES);
        CLOSED.put(SignalCmd.class, MESSAGES);
        CLOSED.put(SignalEventReceivedCmd.class, MESSAGES);
    }

    private final ProcessEngineConfigurationImpl configuration;

    ClosedRoads(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null && somebodyIsLoggedIn()) {
            CLOSED.forEach((type, reason) -> {
                if (type.isInstance(command)) {
                    throw Refusal.forbidden(reason);
                }
            });
        }
        return next.execute(command);
    }

    private boolean somebodyIsLoggedIn() {
        IdentityService identities = configuration.getIdentityService();
        return identities.getCurrentAuthentication() != null
                && identities.getCurrentAuthentication().getUserId() != null;
    }
}
