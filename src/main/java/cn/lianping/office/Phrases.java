package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 常用语: what people pick instead of writing it again; own ones come first. */
@Service
@Transactional
class Phrases {

    private static final int LONGEST = 300;
    private static final int MOST = 50;
    private static final List<String> GENERAL =
            List.of("同意。", "请补充完善后再报。", "材料不全,请补齐。", "请按要求更正。", "请尽快办理。", "请阅知。", "请提出意见。");

    private final OfficeMapper mapper;
    private final CurrentActor actor;
    private final Clock clock;

    Phrases(OfficeMapper mapper, CurrentActor actor, Clock clock) {
        this.mapper = mapper;
        this.actor = actor;
        this.clock = clock;
    }

    /** A phrase; the general ones have no id. */
    record Phrase(@Nullable String id, String text) {}

    /** The person's own phrases and the general ones. */
    @Transactional(readOnly = true)
    public List<Phrase> all() {
        return Stream.concat(
                        mapper.phrases(actor.userId()).stream(),
                        GENERAL.stream().map(text -> new Phrase(null, text)))
                .toList();
    }

    /** Keeps a phrase of the person. */
    String keep(@Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Refusal.invalid("常用语应为 1 至 " + LONGEST + " 字");
        }
        List<Phrase> own = mapper.phrases(actor.userId());
        if (own.size() >= MOST) {
            throw Refusal.conflict("常用语最多 " + MOST + " 条,请先删除不用的");
        }
        if (own.stream().anyMatch(one -> one.text().equals(words)) || GENERAL.contains(words)) {
            throw Refusal.conflict("这条常用语已经有了");
        }
        String id = UUID.randomUUID().toString();
        mapper.insertPhrase(id, actor.userId(), words, clock.millis());
        return id;
    }

    /** Forgets a phrase of the person. */
    void forget(String id) {
        if (mapper.deletePhrase(id, actor.userId()) == 0) {
            throw Refusal.notFound("没有这条常用语");
        }
    }
}
