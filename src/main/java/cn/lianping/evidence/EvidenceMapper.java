package cn.lianping.evidence;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code evidence}; there is no delete. */
@Mapper
interface EvidenceMapper {

    int insert(Evidence evidence);

    Optional<Evidence> find(@Param("id") String id);

    /** Files in force, oldest first. */
    List<Evidence> list(@Param("scope") String scope, @Param("kind") @Nullable EvidenceKind kind);

    /** All files, the replaced ones too, oldest first. */
    List<Evidence> history(@Param("scope") String scope);

    /** Marks a file as replaced; 0 when it already was. */
    int replace(@Param("id") String id, @Param("replacedBy") String replacedBy);
}
