package cn.lianping.casefile;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import cn.lianping.jointrelease.Release;
import cn.lianping.jointrelease.Releases;
import cn.lianping.publicity.ReleasedDocuments;
import cn.lianping.round.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The release documents that the public page shows. */
@Component
class PublishedReleases implements ReleasedDocuments {

    private final Releases releases;
    private final Cases cases;
    private final Registry registry;

    PublishedReleases(@Lazy Releases releases, Cases cases, Registry registry) {
        this.releases = releases;
        this.cases = cases;
        this.registry = registry;
    }

    @Override
    public List<ReleasedDocument> all() {
        List<ReleasedDocument> published = new ArrayList<>();
        for (Release release : releases.all()) {
            LocalDate on = release.publishedOn();
            String documentId = release.documentId();
            if (on != null && documentId != null) {
                published.add(new ReleasedDocument(
                        release.documentNo(),
                        release.title(),
                        on,
                        documentId,
                        releases.items(release.releaseId()).stream()
                                .map(this::item)
                                .toList()));
            }
        }
        return published;
    }

    private Item item(NoticedCase listed) {
        Alliance alliance = registry.alliance(cases.require(listed.caseNo()).allianceId());
        return new Item(
                listed.place(),
                listed.total(),
                listed.allianceName(),
                listed.leadName(),
                registry.areaName(alliance.area()));
    }
}
