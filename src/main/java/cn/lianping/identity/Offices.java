package cn.lianping.identity;

import cn.lianping.alliance.Registry;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The names of offices as documents print them. Those of an area are the names of its groups, which an administrator
 * can change to the bureaus' full names.
 */
@Component
public class Offices {

    /** Code of the province, whose rounds both provincial departments hold (article 3). */
    public static final String PROVINCE = "210000";

    public static final String PROVINCE_SCIENCE = "辽宁省科学技术厅";
    public static final String PROVINCE_INDUSTRY = "辽宁省工业和信息化厅";

    private final IdentityService identities;
    private final Registry registry;

    Offices(@Lazy IdentityService identities, Registry registry) {
        this.identities = identities;
        this.registry = registry;
    }

    /** The science department of an area. */
    public String science(String area) {
        return PROVINCE.equals(area)
                ? PROVINCE_SCIENCE
                : groupName(Groups.science(area), registry.areaName(area) + "科技部门");
    }

    /** The industry department of an area. */
    public String industry(String area) {
        return PROVINCE.equals(area)
                ? PROVINCE_INDUSTRY
                : groupName(Groups.industry(area), registry.areaName(area) + "工信部门");
    }

    /** Both departments, science first; one name where one bureau is both. */
    public List<String> of(String area) {
        return Stream.of(science(area), industry(area)).distinct().toList();
    }

    private String groupName(String group, String otherwise) {
        Authentication acting = identities.getCurrentAuthentication();
        // the query answers only what the asking person may read, and a person may not read groups
        identities.clearAuthentication();
        try {
            Group found = identities.createGroupQuery().groupId(group).singleResult();
            String name = found == null || found.getName() == null
                    ? ""
                    : found.getName().strip();
            return name.isEmpty() ? otherwise : name;
        } finally {
            identities.setAuthentication(acting);
        }
    }
}
