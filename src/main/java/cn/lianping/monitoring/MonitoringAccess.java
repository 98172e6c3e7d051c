package cn.lianping.monitoring;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may see the figures: managers and administrators all of them, the managers of an area those of the area. */
@Component
class MonitoringAccess {

    private static final List<String> ALL = List.of(Groups.MANAGER, Groups.PROCESS_ADMIN, Groups.CAMUNDA_ADMIN);

    private final CurrentActor actor;

    MonitoringAccess(CurrentActor actor) {
        this.actor = actor;
    }

    /** The areas to which the person is confined; empty for whoever sees all. Refuses everybody else. */
    List<String> areas() {
        if (CurrentActor.SYSTEM.equals(actor.userId()) || CurrentActor.PUBLIC.equals(actor.userId())) {
            throw Refusal.forbidden("请先登录");
        }
        List<String> groups = actor.groups();
        if (ALL.stream().anyMatch(groups::contains)) {
            return List.of();
        }
        List<String> areas = groups.stream()
                .filter(group -> group.startsWith(Groups.manager("")))
                .map(group -> group.substring(Groups.manager("").length()))
                .sorted()
                .toList();
        if (areas.isEmpty()) {
            throw Refusal.forbidden("阶段看板只对管理人员和管理员开放");
        }
        return areas;
    }

    /** The filter as far as the person may see; another area than their own is refused. */
    Filter narrow(Filter wanted) {
        List<String> areas = areas();
        if (areas.isEmpty()) {
            return wanted;
        }
        if (wanted.area().equals(Filter.ALL)) {
            if (areas.size() > 1) {
                throw Refusal.invalid("您负责多个地区,请先选择其中一个");
            }
            return wanted.withArea(areas.get(0));
        }
        requireArea(wanted.area());
        return wanted;
    }

    /** Refuses whoever may not see this area. */
    void requireArea(String area) {
        List<String> areas = areas();
        if (!areas.isEmpty() && !areas.contains(area)) {
            throw Refusal.forbidden("您只能查看本地区的情况");
        }
    }

    /** Refuses whoever does not see all areas. */
    void requireAll() {
        if (!areas().isEmpty()) {
            throw Refusal.forbidden("只有省级管理人员和管理员可以设置");
        }
    }

    /** Whether the person may urge: managers may, of what they see; administrators look after the platform, not the work. */
    boolean mayUrge() {
        return actor.groups().stream().anyMatch(Groups::isManager);
    }

    String user() {
        return actor.userId();
    }
}
