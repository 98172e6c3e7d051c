package cn.lianping.evidence;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code evidence_chunk}. */
@Mapper
interface EvidenceChunkMapper {

    int insert(@Param("evidenceId") String evidenceId, @Param("seq") int seq, @Param("bytes") byte[] bytes);

    /** The bytes of one piece; null after the last. */
    byte @Nullable [] find(@Param("evidenceId") String evidenceId, @Param("seq") int seq);
}
