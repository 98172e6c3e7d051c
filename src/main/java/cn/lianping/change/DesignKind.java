package cn.lianping.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a file of the design is. */
public enum DesignKind {
    DIAGRAM("流程图"),
    TABLE("决策表"),
    FORM("表单"),
    POLICY("评价办法");

    private final String chinese;

    DesignKind(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }

    /** As programs read it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
