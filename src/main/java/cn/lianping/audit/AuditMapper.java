package cn.lianping.audit;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables of the log. There is deliberately no statement that changes or deletes an entry. */
@Mapper
interface AuditMapper {

    @Nullable
    AuditChain findChain(@Param("chain") String chain);

    /** Reads the head and keeps others from it until the transaction ends. */
    @Nullable
    AuditChain lockChain(@Param("chain") String chain);

    void insertChain(AuditChain head);

    void advanceChain(AuditChain head);

    void insertEntry(AuditEntry entry);

    /** Names of all chains that have a head or an entry, sorted. */
    List<String> chainNames();

    /** Entries after the given place, in order, at most {@code limit}. */
    List<AuditEntry> entriesAfter(@Param("chain") String chain, @Param("seq") long seq, @Param("limit") int limit);

    /** What happened in the chains whose names begin so. */
    List<Happening> happenings(@Param("prefix") String prefix);

    /** Subjects of the platform chain's entries with the given act: which chains were opened. */
    List<String> subjectsOf(@Param("chain") String chain, @Param("act") String act);
}
