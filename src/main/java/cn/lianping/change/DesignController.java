package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.design.Palette;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in force, its versions, and the acts that need no change of their own; see {@code docs/design-api.md}. */
@RestController
@RequestMapping("/design/api")
class DesignController {

    private final CatalogueViews views;
    private final ChangeViews changeViews;
    private final Catalogue catalogue;
    private final Changes changes;
    private final ChangeCheck check;
    private final GoingBack goingBack;
    private final Upgrades upgrades;
    private final AreaMeasures areaMeasures;
    private final Administrators administrators;
    private final Palette palette;

    DesignController(
            CatalogueViews views,
            ChangeViews changeViews,
            Catalogue catalogue,
            Changes changes,
            ChangeCheck check,
            GoingBack goingBack,
            Upgrades upgrades,
            AreaMeasures areaMeasures,
            Administrators administrators,
            Palette palette) {
        this.views = views;
        this.changeViews = changeViews;
        this.catalogue = catalogue;
        this.changes = changes;
        this.check = check;
        this.goingBack = goingBack;
        this.upgrades = upgrades;
        this.areaMeasures = areaMeasures;
        this.administrators = administrators;
        this.palette = palette;
    }

    @GetMapping("/designs")
    CatalogueViews.Everything designs() {
        return views.everything();
    }

    @GetMapping("/designs/versions")
    List<CatalogueViews.Version> versions(
            @RequestParam String path, @RequestParam(required = false) @Nullable String area) {
        return views.versions(path, given(area));
    }

    @GetMapping("/content")
    ResponseEntity<String> content(@RequestParam String path, @RequestParam String ref) {
        administrators.require();
        DesignRef named = DesignRef.read(ref);
        String content = named.source() == DesignRef.Source.DRAFT
                ? changes.content(named.id(), path, named.version())
                : catalogue.content(path, named);
        return ResponseEntity.ok()
                // an uploaded file is shown as text, whatever it says of itself
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    /** A file to be checked among the others of its change. */
    record Checked(
            @Nullable String changeId,
            @Nullable String area,
            @Nullable String path,
            @Nullable String content) {}

    /** What is wrong. */
    record Found(List<Problems.Shown> problems) {}

    @PostMapping("/check")
    Found check(@RequestBody Checked request) {
        administrators.require();
        if (request.path() == null || request.content() == null) {
            throw Refusal.invalid("没有要检查的文件");
        }
        Map<String, String> files = new TreeMap<>();
        String area = given(request.area());
        if (request.changeId() != null) {
            area = changes.require(request.changeId()).area();
            files.putAll(changes.contents(request.changeId()));
        }
        files.put(request.path(), request.content());
        String file = request.path().substring(request.path().lastIndexOf('/') + 1);
        return new Found(check.problems(files, area).stream()
                .filter(problem -> problem.file().equals(file))
                .map(Problems::shown)
                .toList());
    }

    /** A form that a task can show. */
    record FormChoice(String key, String path, String name) {}

    /** What may stand in a diagram. */
    record Words(
            List<Palette.Choice> beans,
            List<String> variables,
            List<Palette.Choice> groups,
            List<Palette.Choice> dueTimes,
            List<Palette.Choice> stages,
            List<Palette.Choice> calls,
            List<Palette.Choice> messages,
            List<Palette.Choice> collections,
            List<FormChoice> forms) {}

    @GetMapping("/vocabulary")
    Words vocabulary() {
        administrators.require();
        return new Words(
                palette.beans(),
                palette.variables(),
                palette.groups(),
                palette.dueTimes(),
                palette.stages(),
                palette.calls(),
                palette.messages(),
                palette.collections(),
                catalogue.newest(catalogue.versions(), null).values().stream()
                        .filter(version -> version.file().kind() == DesignKind.FORM)
                        .map(version -> new FormChoice(
                                version.file().key(), version.file().path(), version.name()))
                        .toList());
    }

    /** A former version to be the newest again. */
    record Back(
            @Nullable String path,
            @Nullable String area,
            @Nullable String ref,
            @Nullable String reason) {}

    /** What was done, in a sentence. */
    record Said(String message) {}

    @PostMapping("/designs/going-back")
    Said goBack(@RequestBody Back request) {
        if (request.path() == null || request.ref() == null) {
            throw Refusal.invalid("请选择要恢复的版本");
        }
        return new Said(goingBack.goBack(request.path(), given(request.area()), request.ref(), request.reason()));
    }

    /** A packaged version that is not taken over. */
    record Kept(
            @Nullable String path,
            @Nullable String area,
            @Nullable String reason) {}

    @PostMapping("/designs/upgrade/keep")
    Said keep(@RequestBody Kept request) {
        if (request.path() == null) {
            throw Refusal.invalid("请选择要保留的文件");
        }
        return new Said(upgrades.keep(request.path(), given(request.area()), request.reason()));
    }

    /** How the copy for a city is called, and why it is made. */
    record Copied(@Nullable String title, @Nullable String reason) {}

    @PostMapping("/areas/{code}/copy")
    ChangeViews.View copy(@PathVariable String code, @RequestBody Copied request) {
        administrators.require();
        return changeViews.of(areaMeasures.copy(code, request.title()));
    }

    private static @Nullable String given(@Nullable String area) {
        return area == null || area.isBlank() ? null : area;
    }
}
