package cn.lianping.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids of the groups that diagrams offer tasks to. */
public final class Groups {

    /** Everybody of any organisation. */
    public static final String ORGANISATION = "organisation";

    public static final String EXPERT = "expert";
    public static final String PROVINCE_OFFICE = "province-office";
    public static final String PROVINCE_SCIENCE = "province-science";
    public static final String PROVINCE_INDUSTRY = "province-industry";
    public static final String PARTY_GROUP_OFFICE = "party-group-office";
    public static final String SUPERVISION = "supervision";
    public static final String MANAGER = "manager";
    public static final String PROCESS_ADMIN = "process-admin";
    public static final String CAMUNDA_ADMIN = "camunda-admin";

    private Groups() {}

    /** The people of one organisation, by its Unified Social Credit Code. */
    public static String org(String code) {
        return "org-" + code;
    }

    /** The science department of an area. */
    public static String science(String area) {
        return "science-" + area;
    }

    /** The industry department of an area. */
    public static String industry(String area) {
        return "industry-" + area;
    }

    /** A division of either provincial department. */
    public static String division(String code) {
        return "division-" + code;
    }

    /** Who watches over the cases of an area. */
    public static String manager(String area) {
        return "manager-" + area;
    }

    /** Whether the group watches over cases, of all areas or of one. */
    public static boolean isManager(String group) {
        return group.equals(MANAGER) || group.startsWith(manager(""));
    }

    /** Whether the group works for the procedure: neither people of an alliance nor experts. */
    public static boolean isStaff(String group) {
        return !group.equals(ORGANISATION) && !group.equals(EXPERT) && !group.startsWith(org(""));
    }

    private static final Set<String> OFFICES =
            Set.of(PROVINCE_OFFICE, PROVINCE_SCIENCE, PROVINCE_INDUSTRY, PARTY_GROUP_OFFICE, SUPERVISION);

    /** Whether the group is a department or division that handles cases, neither an applicant nor an expert. */
    public static boolean isOffice(String group) {
        return OFFICES.contains(group)
                || group.startsWith(science(""))
                || group.startsWith(industry(""))
                || group.startsWith(division(""));
    }

    /** The groups that always exist, id to Chinese name. */
    static Map<String, String> fixed() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(ORGANISATION, "联盟成员单位");
        names.put(EXPERT, "评审专家");
        names.put(PROVINCE_OFFICE, "省厅办公室");
        names.put(PROVINCE_SCIENCE, "省科技厅");
        names.put(PROVINCE_INDUSTRY, "省工信厅");
        names.put(PARTY_GROUP_OFFICE, "党组办公室");
        names.put(SUPERVISION, "监督部门");
        names.put(MANAGER, "管理人员");
        names.put(PROCESS_ADMIN, "流程管理员");
        names.put(CAMUNDA_ADMIN, "系统管理员");
        return names;
    }
}
