package cn.lianping.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The newest form of the area whose process asks, else the province's. The engine's own search for the newest form takes
 * no account of whose it is and fails as soon as two areas have a form of the same key.
 */
final class AreaForms extends CamundaFormDefinitionManager {

    private static final ThreadLocal<String> ASKING = new ThreadLocal<>();

    /** Does the work as a process of this area, null for the province, would. */
    static <T> T in(@Nullable String area, Supplier<T> work) {
        String before = ASKING.get();
        ASKING.set(area);
        try {
            return work.get();
        } finally {
            ASKING.set(before);
        }
    }

    @Override
    public CamundaFormDefinitionEntity findLatestDefinitionByKey(String key) {
        String area = ASKING.get();
        CamundaFormDefinitionEntity own = area == null ? null : findLatestDefinitionByKeyAndTenantId(key, area);
        return own == null ? findLatestDefinitionByKeyAndTenantId(key, null) : own;
    }

    /** Puts this search in the place of the engine's. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return CamundaFormDefinitionManager.class;
        }

        @Override
        public Session openSession() {
            return new AreaForms();
        }
    }
}
