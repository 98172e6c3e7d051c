package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditLog;
import cn.lianping.comprehensiveevaluation.Draw.Candidate;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The expert panels: drawn by lot from a stored seed, confirmed by staff, filled again from the reserve. */
@Service
public class Panels {

    private final PanelMapper mapper;
    private final Outstanding outstanding;
    private final Registry registry;
    private final Rounds rounds;
    private final Cases cases;
    private final PanelDocuments documents;
    private final DrawSeeds seeds;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    Panels(
            PanelMapper mapper,
            Outstanding outstanding,
            Registry registry,
            Rounds rounds,
            Cases cases,
            PanelDocuments documents,
            DrawSeeds seeds,
            CurrentActor actor,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.outstanding = outstanding;
        this.registry = registry;
        this.rounds = rounds;
        this.cases = cases;
        this.documents = documents;
        this.seeds = seeds;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Why the expert may not review the alliance, or empty. The same for everybody who proposes the expert: draw, staff
     * or replacement. Refuses (not found) an unknown alliance or expert.
     */
    public Optional<String> conflictOf(String allianceId, String expert) {
        registry.alliance(allianceId);
        return Conflicts.of(registry.expert(expert), registry.members(allianceId), recused(allianceId));
    }

    /** The experts of the alliance's field who may review it, by user id. */
    List<Expert> eligible(String allianceId) {
        List<Organisation> members = registry.members(allianceId);
        Map<String, String> recused = recused(allianceId);
        return registry.expertsForField(registry.alliance(allianceId).field()).stream()
                .filter(expert -> Conflicts.of(expert, members, recused).isEmpty())
                .toList();
    }

    /**
     * Draws the panel, or fills the seats that have become vacant.
     *
     * @return whether staff have to confirm: the panel is new, seats were filled or stay vacant, or the case waits for
     *     something while there is nobody left to ask
     */
    @Transactional
    public boolean fill(String caseNo) {
        EvaluationCase found = cases.lock(caseNo);
        Panel panel = mapper.findPanel(caseNo);
        if (panel == null) {
            draw(found);
            return true;
        }
        boolean vacant = false;
        for (Seat seat : mapper.findSeats(caseNo)) {
            if (seat.expert() == null) {
                vacant = true;
                fillSeat(found, seat);
            }
        }
        // without this, a case whose sheets can never suffice would run in circles
        boolean stuck = found.note() != null
                && outstanding.seats(caseNo).isEmpty()
                && outstanding.divisions(caseNo).isEmpty();
        return vacant || stuck || panel.confirmedAt() == null;
    }

    private void draw(EvaluationCase found) {
        String caseNo = found.caseNo();
        String seed = seeds.next(caseNo);
        List<Candidate> pool = candidates(eligible(found.allianceId()));
        int size = panelSize(found);
        Draw.Drawn drawn = Draw.draw(seed, pool, size);
        String lines = pool.stream().map(c -> c.userId() + " " + c.unit()).collect(Collectors.joining("\n"));
        mapper.insertPanel(new Panel(caseNo, seed, lines, clock.millis(), actor.userId(), null, null, null));
        for (int seat = 1; seat <= size; seat++) {
            String expert = seat <= drawn.panel().size() ? drawn.panel().get(seat - 1) : null;
            mapper.insertSeat(new Seat(caseNo, seat, expert, expert));
        }
        for (int i = 0; i < drawn.reserve().size(); i++) {
            mapper.insertReserve(caseNo, i + 1, drawn.reserve().get(i));
        }
        audit.record(
                caseNo,
                "抽取专家",
                caseNo,
                Map.of("seed", seed, "pool", lines, "panel", drawn.panel(), "reserve", drawn.reserve()));
    }

    /** Fills a vacant seat from the reserve; the answer is whether somebody sits there now. */
    @Transactional
    public boolean appointReplacement(String caseNo, int number) {
        EvaluationCase found = cases.lock(caseNo);
        Seat seat = seat(caseNo, number);
        return seat.expert() != null || fillSeat(found, seat);
    }

    private boolean fillSeat(EvaluationCase found, Seat seat) {
        List<Expert> others = seated(found.caseNo());
        List<Expert> eligible = eligible(found.allianceId());
        for (String candidate : succession(found.caseNo(), eligible)) {
            Optional<Expert> expert =
                    eligible.stream().filter(e -> e.userId().equals(candidate)).findAny();
            if (expert.isPresent() && Conflicts.within(expert.get(), others).isEmpty()) {
                place(seat, candidate, "从备选名单补派");
                return true;
            }
        }
        return false;
    }

    /** The reserve in its order, then who joined the pool since, in the order of the same seed. */
    private List<String> succession(String caseNo, List<Expert> eligible) {
        Set<String> order = new LinkedHashSet<>(mapper.findReserve(caseNo));
        Panel panel = requirePanel(caseNo);
        Draw.order(panel.seed(), candidates(eligible)).forEach(c -> order.add(c.userId()));
        return new ArrayList<>(order);
    }

    /** Seats somebody whom staff name instead of whoever sat there. */
    void appoint(EvaluationCase found, int number, String expert) {
        Expert named = registry.expert(expert);
        Seat seat = seat(found.caseNo(), number);
        List<Expert> others = seated(found.caseNo()).stream()
                .filter(e -> !e.userId().equals(seat.expert()))
                .toList();
        conflictOf(found.allianceId(), expert)
                .or(() -> Conflicts.within(named, others))
                .ifPresent(reason -> {
                    throw Refusal.invalid(reason + ";请另选专家");
                });
        place(seat, expert, "指定补派");
    }

    private void place(Seat seat, String expert, String how) {
        mapper.updateSeat(new Seat(seat.caseNo(), seat.seat(), expert, expert));
        audit.record(seat.caseNo(), "补派专家", expert, Map.of("seat", seat.seat(), "how", how));
        if (requirePanel(seat.caseNo()).confirmedAt() != null) {
            documents.drawRecord(cases.require(seat.caseNo()));
        }
    }

    /** Whoever sits there has to leave. */
    void vacate(String caseNo, int number) {
        mapper.updateSeat(new Seat(caseNo, number, null, null));
    }

    /** Takes the panel as staff confirm it; see {@link PanelConfirmation}. */
    @Transactional
    void confirm(String caseNo, List<String> experts, @Nullable String reason) {
        EvaluationCase found = cases.lock(caseNo);
        List<Seat> seats = mapper.findSeats(caseNo);
        List<Expert> chosen = experts.stream().map(registry::expert).toList();
        Set<String> finished = seats.stream()
                .map(Seat::expert)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        outstanding
                .seats(caseNo)
                .forEach(open ->
                        finished.remove(seat(seats, Integer.parseInt(open)).expert()));
        PanelConfirmation.check(
                seats, chosen, registry.members(found.allianceId()), recused(found.allianceId()), finished, reason);
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            mapper.updateSeat(new Seat(caseNo, seat.seat(), experts.get(i), seat.drawnExpert()));
        }
        mapper.updateConfirmation(caseNo, clock.millis(), actor.userId(), reason);
        audit.record(caseNo, "确认专家组", caseNo, Map.of("panel", experts, "reason", reason == null ? "" : reason));
        documents.drawRecord(found);
    }

    /** The seats, by number; empty before the draw. */
    public List<Seat> seats(String caseNo) {
        return mapper.findSeats(caseNo);
    }

    /** The seat in which the expert sits. */
    Optional<Seat> seatOf(String caseNo, String expert) {
        return mapper.findSeats(caseNo).stream()
                .filter(s -> expert.equals(s.expert()))
                .findAny();
    }

    /** One seat; refuses (not found) if there is none of this number. */
    Seat seat(String caseNo, int number) {
        return seat(mapper.findSeats(caseNo), number);
    }

    private static Seat seat(List<Seat> seats, int number) {
        return seats.stream()
                .filter(s -> s.seat() == number)
                .findAny()
                .orElseThrow(() -> Refusal.notFound("专家组没有第 %d 席".formatted(number)));
    }

    /** How the panel was drawn; refuses (conflict) before the draw. */
    Panel requirePanel(String caseNo) {
        Panel panel = mapper.findPanel(caseNo);
        if (panel == null) {
            throw Refusal.conflict("案卷 " + caseNo + " 尚未抽取专家");
        }
        return panel;
    }

    /** Who sits on the panel now, by seat. */
    List<Expert> seated(String caseNo) {
        return mapper.findSeats(caseNo).stream()
                .map(Seat::expert)
                .filter(Objects::nonNull)
                .map(registry::expert)
                .toList();
    }

    int panelSize(EvaluationCase found) {
        return rounds.policyOf(found.roundNo()).sheets().panelSize().value();
    }

    private Map<String, String> recused(String allianceId) {
        return mapper.findRecusals(allianceId).stream().collect(Collectors.toMap(Recusal::expert, Recusal::reason));
    }

    private static List<Candidate> candidates(Collection<Expert> experts) {
        return experts.stream()
                .map(e -> new Candidate(e.userId(), e.unitCode()))
                .toList();
    }
}
