package cn.lianping.evidence;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code evidence_chunk}. */
@Mapper
interface EvidenceChunkMapper {

    /** One piece; MyBatis takes a bare array for a list of rows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(byte[] bytes) {}

    int insert(@Param("evidenceId") String evidenceId, @Param("seq") int seq, @Param("bytes") byte[] bytes);

    /** The bytes of one piece; null after the last. */
    @Nullable
    Piece find(@Param("evidenceId") String evidenceId, @Param("seq") int seq);
}
