package cn.lianping.alliance;

import java.util.Arrays;
import java.util.Optional;

/** What an organisation is (article 2). */
public enum OrganisationKind {
    ENTERPRISE("enterprise", "企业"),
    UNIVERSITY("university", "高校"),
    INSTITUTE("institute", "科研院所"),
    FINANCE("finance", "金融机构"),
    INTERMEDIARY("intermediary", "中介机构");

    private final String code;
    private final String label;

    OrganisationKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word used in files and tables. */
    public String code() {
        return code;
    }

    /** The Chinese word people see. */
    public String label() {
        return label;
    }

    /** An alliance needs at least one of these (article 2). */
    boolean isAcademic() {
        return this == UNIVERSITY || this == INSTITUTE;
    }

    static Optional<OrganisationKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
