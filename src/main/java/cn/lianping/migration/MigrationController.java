package cn.lianping.migration;

import cn.lianping.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Migrations of running cases; see {@code docs/design-api.md}. */
@RestController
@RequestMapping("/design/api/migrations")
class MigrationController {

    private final Migrations migrations;
    private final MigrationViews views;

    MigrationController(Migrations migrations, MigrationViews views) {
        this.migrations = migrations;
        this.views = views;
    }

    /** Which cases go where, and why. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable Map<String, String> mapping,
            @Nullable List<String> instanceIds,
            @Nullable String reason) {

        String requiredFrom() {
            return required(from);
        }

        String requiredTo() {
            return required(to);
        }

        private static String required(@Nullable String id) {
            if (id == null || id.isBlank()) {
                throw Refusal.invalid("请选择原版本和新版本");
            }
            return id;
        }

        Map<String, String> chosen() {
            return mapping == null ? Map.of() : mapping;
        }
    }

    @PostMapping("/plan")
    MigrationViews.Plan plan(@RequestBody Asked asked) {
        return views.plan(asked.requiredFrom(), asked.requiredTo(), asked.chosen());
    }

    @PostMapping
    MigrationViews.View propose(@RequestBody Asked asked) {
        return views.of(migrations.propose(
                asked.requiredFrom(), asked.requiredTo(), asked.chosen(), asked.instanceIds(), asked.reason()));
    }

    @GetMapping
    List<MigrationViews.View> all() {
        return views.all();
    }

    @GetMapping("/{id}")
    MigrationViews.View one(@PathVariable String id) {
        return views.of(id);
    }

    @PostMapping("/{id}/trial")
    MigrationViews.View tryOut(@PathVariable String id) {
        migrations.tryOut(id);
        return views.of(id);
    }

    @PostMapping("/{id}/confirmation")
    MigrationViews.View confirm(@PathVariable String id) {
        migrations.confirm(id);
        return views.of(id);
    }

    /** Why. */
    record Because(@Nullable String reason) {}

    @PostMapping("/{id}/refusal")
    MigrationViews.View refuse(@PathVariable String id, @RequestBody Because because) {
        migrations.refuse(id, because.reason());
        return views.of(id);
    }

    @PostMapping("/{id}/back")
    MigrationViews.View back(@PathVariable String id, @RequestBody Because because) {
        return views.of(migrations.back(id, because.reason()));
    }
}
