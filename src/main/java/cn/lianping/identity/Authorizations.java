package cn.lianping.identity;

import cn.lianping.alliance.RegistryImported;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each group may see and start in the engine. Rights are added where missing and never taken away, so that what an
 * administrator grants stays.
 */
@Component
public class Authorizations {

    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final People people;

    Authorizations(@Lazy AuthorizationService authorizations, @Lazy IdentityService identities, People people) {
        this.authorizations = authorizations;
        this.identities = identities;
        this.people = people;
    }

    /** Creates the fixed groups and their rights, as far as they are missing. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    public void establish() {
        people.createFixedGroups();
        everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        everybody(Resources.APPLICATION, "welcome", Permissions.ACCESS);
        everybody(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        group(Groups.MANAGER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        group(Groups.PROCESS_ADMIN, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        group(
                Groups.MANAGER,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK);
        starts(Groups.ORGANISATION, "alliance-evaluation");
        starts(Groups.PROVINCE_OFFICE, "evaluation-round");
        starts(Groups.SUPERVISION, "objection-handling");
        for (Resource resource : Resources.values()) {
            group(Groups.CAMUNDA_ADMIN, resource, Authorization.ANY, Permissions.ALL);
        }
        nameOffices();
        admitAreaManagers();
    }

    /** The departments of a new registry, after their groups were created. */
    @EventListener
    @Order(People.AFTER_GROUPS)
    void onImported(RegistryImported event) {
        nameOffices();
        admitAreaManagers();
    }

    /** Who watches over an area opens the board in Cockpit; of runs and tasks the engine itself shows them nothing. */
    private void admitAreaManagers() {
        identities.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(id -> id.startsWith(Groups.manager("")))
                .forEach(id -> group(id, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
    }

    /**
     * Everybody may read the name of an office, so that a deputy or whoever follows a link reads where a task lies, not the
     * id of a group. Who belongs to it is not said by that.
     */
    private void nameOffices() {
        identities.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(Groups::isOffice)
                .forEach(office -> everybody(Resources.GROUP, office, Permissions.READ));
    }

    private void starts(String group, String processKey) {
        group(group, Resources.PROCESS_DEFINITION, processKey, Permissions.CREATE_INSTANCE);
        group(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    }

    private void everybody(Resource resource, String id, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (existing == null) {
            existing = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            existing.setResource(resource);
            existing.setResourceId(id);
        }
        grant(existing, permissions);
    }

    private void group(String group, Resource resource, String id, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (existing == null) {
            existing = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            existing.setGroupId(group);
            existing.setResource(resource);
            existing.setResourceId(id);
        }
        grant(existing, permissions);
    }

    private void grant(Authorization authorization, Permission... permissions) {
        boolean changed = authorization.getId() == null;
        for (Permission permission : List.of(permissions)) {
            if (!authorization.isPermissionGranted(permission)) {
                authorization.addPermission(permission);
                changed = true;
            }
        }
        if (changed) {
            authorizations.saveAuthorization(authorization);
        }
    }
}
