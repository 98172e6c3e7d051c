package cn.lianping.document;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code document}; there is no update and no delete. */
@Mapper
interface DocumentMapper {

    /** The PDF; MyBatis takes a bare array for a list of rows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes) {}

    int insert(@Param("document") Document document, @Param("bytes") byte[] bytes);

    Optional<Document> find(@Param("id") String id);

    Optional<Document> findLatest(@Param("scope") String scope, @Param("kind") DocumentKind kind);

    List<Document> list(@Param("scope") String scope);

    @Nullable
    Content findBytes(@Param("id") String id);
}
