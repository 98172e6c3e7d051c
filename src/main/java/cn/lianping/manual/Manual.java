package cn.lianping.manual;

import cn.lianping.Refusal;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The chapters, read once from {@code manual/*.json}; the order is that of the procedure. */
@Component
class Manual {

    static final List<String> CHAPTERS = List.of(
            "lead",
            "member",
            "science",
            "industry",
            "office",
            "division",
            "expert",
            "party",
            "signer",
            "supervision",
            "manager",
            "admin",
            "everyday");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final List<Chapter> chapters;

    Manual() {
        this.chapters = CHAPTERS.stream().map(Manual::read).toList();
    }

    private static Chapter read(String id) {
        try (InputStream in = new ClassPathResource("manual/" + id + ".json").getInputStream()) {
            return JSON.readValue(in, Chapter.class);
        } catch (IOException e) {
            throw new UncheckedIOException("manual/" + id + ".json", e);
        }
    }

    /** All chapters, those of the person's own roles first. */
    List<Chapter> orderedFor(List<String> memberships) {
        List<Chapter> ordered = new ArrayList<>(
                chapters.stream().filter(chapter -> chapter.isOf(memberships)).toList());
        chapters.stream().filter(chapter -> !ordered.contains(chapter)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** @throws Refusal 404 when there is no such chapter */
    Chapter require(String id) {
        return chapters.stream()
                .filter(chapter -> chapter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("使用手册没有这一页"));
    }
}
