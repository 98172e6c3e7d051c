package cn.lianping.jointrelease;

import cn.lianping.jointrelease.NoticedList.NoticedCase;
import java.util.List;
import org.springframework.stereotype.Service;

/** What was released. Drafts are not here. */
@Service
public class Releases {

    private final ReleaseMapper mapper;

    Releases(ReleaseMapper mapper) {
        this.mapper = mapper;
    }

    /** The published releases of a round, the first one first. */
    public List<Release> ofRound(String roundNo) {
        return mapper.published(roundNo);
    }

    /** All published releases, the newest round first. */
    public List<Release> all() {
        return mapper.published(null);
    }

    /** The annex of a release, by place. */
    public List<NoticedCase> items(String releaseId) {
        return mapper.items(releaseId);
    }
}
